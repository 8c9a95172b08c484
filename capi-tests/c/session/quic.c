/* Handshakes without records, as QUIC makes them: messages, alerts and secrets through functions of the application. */
#include <unistd.h>
#include "sessions.h"

#define QUIC TLS13 ":%DISABLE_TLS13_COMPAT_MODE"
#define LEVELS 4

/* One side: what its functions got. */
struct side {
	gnutls_session_t s, peer;
	unsigned char read[LEVELS][64], write[LEVELS][64];
	size_t read_size[LEVELS], write_size[LEVELS];
	char order[64]; /* the calls, a letter each */
	size_t split; /* the bytes of a part; 0 for whole messages */
	int alerts, alert_level, alert, fails, server;
};

static gnutls_datum_t ticket_key;
static gnutls_anti_replay_t anti_replay;
static int pushes;

static struct side *side_of(gnutls_session_t s)
{
	return gnutls_session_get_ptr(s);
}

static void note(struct side *side, const char *what)
{
	if (strlen(side->order) + strlen(what) < sizeof side->order)
		strcat(side->order, what);
}

static int on_secret(gnutls_session_t s, gnutls_record_encryption_level_t level, const void *read, const void *write, size_t size)
{
	static const char *const names[LEVELS][4] = { { "?", "?", "?", "?" }, { "?", "e", "E", "?" },
						      { "?", "h", "H", "hH" }, { "?", "a", "A", "aA" } };
	struct side *side = side_of(s);

	CHECK(level < LEVELS && size <= 64 && (read || write));
	note(side, names[level][(read ? 1 : 0) | (write ? 2 : 0)]);
	if (read)
		memcpy(side->read[level], read, side->read_size[level] = size);
	if (write)
		memcpy(side->write[level], write, side->write_size[level] = size);
	if (level == GNUTLS_ENCRYPTION_LEVEL_EARLY)
		CHECK_IS(gnutls_early_cipher_get(s), GNUTLS_CIPHER_AES_256_GCM);
	else
		CHECK_IS(gnutls_cipher_get(s), GNUTLS_CIPHER_AES_256_GCM);
	return side->fails;
}

static int on_message(gnutls_session_t s, gnutls_record_encryption_level_t level, gnutls_handshake_description_t type,
		      const void *data, size_t size)
{
	struct side *side = side_of(s);
	const unsigned char *bytes = data;
	size_t at, n;

	CHECK(type != GNUTLS_HANDSHAKE_CHANGE_CIPHER_SPEC && type != GNUTLS_HANDSHAKE_END_OF_EARLY_DATA);
	/* Whole messages with their headers. */
	CHECK(size >= 4);
	CHECK_IS(bytes[0], type == GNUTLS_HANDSHAKE_HELLO_RETRY_REQUEST ? GNUTLS_HANDSHAKE_SERVER_HELLO : type);
	CHECK_IS(((size_t)bytes[1] << 16 | bytes[2] << 8 | bytes[3]) + 4, size);
	CHECK_IS(level, bytes[0] == GNUTLS_HANDSHAKE_CLIENT_HELLO || bytes[0] == GNUTLS_HANDSHAKE_SERVER_HELLO ? GNUTLS_ENCRYPTION_LEVEL_INITIAL :
			type == GNUTLS_HANDSHAKE_NEW_SESSION_TICKET ? GNUTLS_ENCRYPTION_LEVEL_APPLICATION :
			GNUTLS_ENCRYPTION_LEVEL_HANDSHAKE);
	for (at = 0; at < size; at += n) {
		n = side->split && side->split < size - at ? side->split : size - at;
		int code = gnutls_handshake_write(side->peer, level, bytes + at, n);
		/* After the handshake GnuTLS asks for the rest of a message. */
		CHECK(code == 0 || (code == GNUTLS_E_AGAIN && at + n < size));
		moved += n;
	}
	return 0;
}

static int on_alert(gnutls_session_t s, gnutls_record_encryption_level_t level, gnutls_alert_level_t alert_level,
		    gnutls_alert_description_t alert)
{
	struct side *side = side_of(s);

	(void)alert_level;
	side->alerts++;
	side->alert_level = level;
	side->alert = alert;
	return 0;
}

static ssize_t no_push(gnutls_transport_ptr_t t, const void *data, size_t size)
{
	(void)t, (void)data;
	pushes++;
	return size;
}

static int add(void *ptr, time_t expires, const gnutls_datum_t *key, const gnutls_datum_t *data)
{
	(void)ptr, (void)expires, (void)key, (void)data;
	return 0;
}

static int send_parameters(gnutls_session_t s, gnutls_buffer_t to)
{
	/* QUIC completes the parameters of a server when it has the handshake secrets. */
	CHECK(!side_of(s)->server || side_of(s)->write_size[GNUTLS_ENCRYPTION_LEVEL_HANDSHAKE]);
	return gnutls_buffer_append_data(to, "quic", 4) < 0 ? -1 : 4;
}

static int receive_parameters(gnutls_session_t s, const unsigned char *data, size_t size)
{
	(void)s;
	CHECK(size == 4 && !memcmp(data, "quic", 4));
	return 0;
}

static void start(struct pair *p, struct side *sides, const char *client, const char *server, unsigned flags,
		  const gnutls_datum_t *data)
{
	memset(p, 0, sizeof *p);
	memset(sides, 0, 2 * sizeof *sides);
	p->ccred = credentials(NULL, NULL);
	p->scred = credentials(server_pem, server_key_pem);
	flags |= GNUTLS_NO_END_OF_EARLY_DATA;
	end_init(&p->client, &p->server, GNUTLS_CLIENT | flags, client, p->ccred);
	end_init(&p->server, &p->client, GNUTLS_SERVER | flags, server, p->scred);
	for (int i = 0; i < 2; i++) {
		struct side *side = &sides[i];

		side->s = i ? p->server.s : p->client.s;
		side->server = i;
		side->peer = i ? p->client.s : p->server.s;
		gnutls_session_set_ptr(side->s, side);
		gnutls_transport_set_push_function(side->s, no_push);
		gnutls_handshake_set_secret_function(side->s, on_secret);
		gnutls_handshake_set_read_function(side->s, on_message);
		gnutls_alert_set_read_function(side->s, on_alert);
		CHECK_IS(gnutls_session_ext_register(side->s, "quic_transport_parameters", 57, GNUTLS_EXT_TLS, receive_parameters,
						     send_parameters, NULL, NULL, NULL,
						     GNUTLS_EXT_FLAG_TLS | GNUTLS_EXT_FLAG_CLIENT_HELLO | GNUTLS_EXT_FLAG_EE), 0);
	}
	CHECK_IS(gnutls_session_ticket_enable_server(p->server.s, &ticket_key), 0);
	gnutls_anti_replay_enable(p->server.s, anti_replay);
	if (data)
		CHECK_IS(gnutls_session_set_data(p->client.s, data->data, data->size), 0);
}

/* Both sides have the same secrets. */
static void same_secrets(const struct side *client, const struct side *server, int early)
{
	for (int level = 1; level < LEVELS; level++) {
		int used = level > 1;

		CHECK_IS(client->write_size[level], used || early ? 48 : 0);
		CHECK_IS(server->read_size[level], used || early ? 48 : 0);
		CHECK_IS(client->read_size[level], used ? 48 : 0);
		CHECK_IS(server->write_size[level], used ? 48 : 0);
		CHECK(!memcmp(client->write[level], server->read[level], 48));
		CHECK(!memcmp(client->read[level], server->write[level], 48));
	}
}

static void whole(size_t split)
{
	struct pair p;
	struct side sides[2];
	gnutls_datum_t data = { NULL, 0 };
	int pushed = pushes;

	start(&p, sides, QUIC, QUIC, GNUTLS_ENABLE_EARLY_DATA, NULL);
	sides[0].split = sides[1].split = split;
	HANDSHAKE(&p, 0, 0);
	same_secrets(&sides[0], &sides[1], 0);
	CHECK(!strcmp(sides[0].order, "hHaA"));
	CHECK(!strcmp(sides[1].order, "hHAa"));
	/* The tickets wait, or are sent now. */
	CHECK_IS(gnutls_session_ticket_send(p.server.s, 1, 0), 0);
	CHECK(gnutls_session_get_flags(p.client.s) & GNUTLS_SFLAGS_SESSION_TICKET);
	CHECK_IS(gnutls_session_get_data2(p.client.s, &data), 0);
	CHECK_IS(gnutls_bye(p.client.s, GNUTLS_SHUT_WR), 0);
	CHECK_IS(sides[0].alerts, 1);
	CHECK_IS(sides[0].alert, GNUTLS_A_CLOSE_NOTIFY);
	CHECK_IS(sides[0].alert_level, GNUTLS_ENCRYPTION_LEVEL_APPLICATION);
	pair_end(&p);

	start(&p, sides, QUIC, QUIC, GNUTLS_ENABLE_EARLY_DATA, &data);
	sides[0].split = sides[1].split = split;
	HANDSHAKE(&p, 0, 0);
	CHECK(gnutls_session_is_resumed(p.client.s) && gnutls_session_is_resumed(p.server.s));
	CHECK(gnutls_session_get_flags(p.client.s) & GNUTLS_SFLAGS_EARLY_DATA);
	CHECK(gnutls_session_get_flags(p.server.s) & GNUTLS_SFLAGS_EARLY_DATA);
	same_secrets(&sides[0], &sides[1], 1);
	CHECK(!strcmp(sides[0].order, "EhHaA"));
	/* GnuTLS gives the secrets of the handshake one after the other, the one to read when its Finished is sent. */
	CHECK(!strcmp(sides[1].order, "ehHAa") || !strcmp(sides[1].order, "eHhAa"));
	pair_end(&p);
	gnutls_free(data.data);
	CHECK_IS(pushes, pushed);
}

static void retry(void)
{
	struct pair p;
	struct side sides[2];

	start(&p, sides, QUIC ":-GROUP-ALL:+GROUP-X25519:+GROUP-FFDHE2048:+GROUP-SECP384R1", QUIC ":-GROUP-ALL:+GROUP-SECP384R1",
	      GNUTLS_KEY_SHARE_TOP, NULL);
	HANDSHAKE(&p, 0, 0);
	same_secrets(&sides[0], &sides[1], 0);
	pair_end(&p);
}

static void refused(void)
{
	struct pair p;
	struct side sides[2];
	gnutls_session_t s;
	static const unsigned char finished[] = { 20, 0, 0, 1, 0 };

	/* An alert at the level of the keys that are there. */
	start(&p, sides, QUIC, QUIC ":-GROUP-ALL:+GROUP-FFDHE8192", 0, NULL);
	gnutls_priority_set_direct(p.client.s, QUIC ":-GROUP-ALL:+GROUP-X25519", NULL);
	int c, code;
	pair_handshake(&p, &c, &code);
	CHECK(code < 0 && gnutls_error_is_fatal(code));
	CHECK_IS(gnutls_alert_send_appropriate(p.server.s, code), 0);
	CHECK_IS(sides[1].alerts, 1);
	CHECK_IS(sides[1].alert, GNUTLS_A_HANDSHAKE_FAILURE);
	CHECK_IS(sides[1].alert_level, GNUTLS_ENCRYPTION_LEVEL_INITIAL);
	pair_end(&p);

	/* A function that fails. */
	start(&p, sides, QUIC, QUIC, 0, NULL);
	sides[1].fails = GNUTLS_E_INTERNAL_ERROR;
	pair_handshake(&p, &c, &code);
	CHECK(code < 0 && gnutls_error_is_fatal(code));
	pair_end(&p);

	/* Wrong messages and levels after the handshake. */
	start(&p, sides, QUIC, QUIC, 0, NULL);
	HANDSHAKE(&p, 0, 0);
	CHECK_IS(gnutls_handshake_write(p.client.s, GNUTLS_ENCRYPTION_LEVEL_APPLICATION, finished, 0), 0);
#ifdef OURS
	CHECK_IS(gnutls_session_key_update(p.client.s, 0), GNUTLS_E_INVALID_REQUEST);
	CHECK_IS(gnutls_handshake_write(p.client.s, 4, finished, 5), GNUTLS_E_INVALID_REQUEST);
	CHECK_IS(gnutls_handshake_write(p.client.s, GNUTLS_ENCRYPTION_LEVEL_EARLY, finished, 5), GNUTLS_E_INVALID_REQUEST);
	CHECK_IS(gnutls_handshake_write(p.client.s, GNUTLS_ENCRYPTION_LEVEL_INITIAL, finished, 5), GNUTLS_E_DECRYPTION_FAILED);
	CHECK_IS(gnutls_handshake_write(p.server.s, GNUTLS_ENCRYPTION_LEVEL_APPLICATION, "\x18\0\0\1\0", 5), GNUTLS_E_UNEXPECTED_PACKET);
#endif
	CHECK_IS(gnutls_handshake_write(p.client.s, GNUTLS_ENCRYPTION_LEVEL_APPLICATION, finished, 5), GNUTLS_E_UNEXPECTED_PACKET);
	pair_end(&p);

	/* A message of the peer with other keys than it has to have. */
#ifdef OURS
	start(&p, sides, QUIC, QUIC, 0, NULL);
	CHECK_IS(gnutls_handshake(p.client.s), GNUTLS_E_AGAIN);
	CHECK_IS(gnutls_handshake(p.server.s), GNUTLS_E_AGAIN);
	static char flood[65536];
	for (int i = 0; (c = gnutls_handshake_write(p.server.s, GNUTLS_ENCRYPTION_LEVEL_APPLICATION, flood, sizeof flood)) == 0 && i < 16; i++)
		;
	CHECK_IS(c, GNUTLS_E_HANDSHAKE_TOO_LARGE);
	pair_end(&p);
#endif
	CHECK_IS(gnutls_init(&s, GNUTLS_CLIENT), 0);
	CHECK_IS(gnutls_handshake_write(s, GNUTLS_ENCRYPTION_LEVEL_INITIAL, "x", 1), GNUTLS_E_INVALID_REQUEST);
	gnutls_deinit(s);
}

int main(void)
{
	CHECK_IS(gnutls_session_ticket_key_generate(&ticket_key), 0);
	CHECK_IS(gnutls_anti_replay_init(&anti_replay), 0);
	usleep(3000);
	gnutls_anti_replay_set_add_function(anti_replay, add);
	whole(0);
	whole(7);
#ifdef OURS
	/* GnuTLS gives up a message of so many parts. */
	whole(1);
#endif
	retry();
	refused();
	gnutls_anti_replay_deinit(anti_replay);
	gnutls_free(ticket_key.data);
	return check_result();
}
