/* Early data (0-RTT): what is sent, accepted, given to the application and refused, its limits, exporter and database of
 * replays. Sessions are joined in memory. */
#include <time.h>
#include <unistd.h>
#include "sessions.h"

#define EARLY GNUTLS_ENABLE_EARLY_DATA
#define SFLAG GNUTLS_SFLAGS_EARLY_DATA

static gnutls_datum_t ticket_key;
static gnutls_anti_replay_t anti_replay;

/* The database of replays. */
static struct { unsigned char keys[16][128]; unsigned sizes[16], n, calls; int fails; gnutls_session_t asks; } seen;

static int add(void *ptr, time_t expires, const gnutls_datum_t *key, const gnutls_datum_t *data)
{
	unsigned i;

	CHECK(ptr == &seen);
	CHECK(key->size >= 32 && key->size <= 128 && data->size > 0);
	time_t made = gnutls_db_check_entry_time((gnutls_datum_t *)data);
	/* time() may be a tick behind the clock of the library. */
	struct timespec now;
	clock_gettime(CLOCK_REALTIME, &now);
	CHECK_IS(gnutls_db_check_entry_expire_time((gnutls_datum_t *)data), expires);
	CHECK(made <= now.tv_sec && made + 5 > now.tv_sec);
	/* The age of a copy may be right for longer than ten seconds; GnuTLS keeps it for no longer. */
	CHECK(expires >= made + 10 && expires <= made + 20);
	seen.calls++;
	if (seen.asks)
		CHECK_IS(gnutls_protocol_get_version(seen.asks), GNUTLS_TLS1_3);
	if (seen.fails)
		return seen.fails;
	for (i = 0; i < seen.n; i++)
		if (seen.sizes[i] == key->size && !memcmp(seen.keys[i], key->data, key->size))
			return GNUTLS_E_DB_ENTRY_EXISTS;
	if (seen.n < 16) {
		memcpy(seen.keys[seen.n], key->data, key->size);
		seen.sizes[seen.n++] = key->size;
	}
	return 0;
}

/* What a connection is made with, and what becomes of the early data. */
struct want {
	unsigned client_flags, server_flags;
	const char *client, *server;
	const gnutls_datum_t *data;
	const char *early;
	int unprotected, max, accepted, full;
	const char *client_alpn, *server_alpn;
};

static void set_alpn(gnutls_session_t s, const char *name)
{
	gnutls_datum_t d = { (void *)name, name ? strlen(name) : 0 };

	if (name)
		CHECK_IS(gnutls_alpn_set_protocols(s, &d, 1, 0), 0);
}

static void start(struct pair *p, const struct want *w)
{
	memset(p, 0, sizeof *p);
	p->ccred = credentials(NULL, NULL);
	p->scred = credentials(server_pem, server_key_pem);
	end_init(&p->client, &p->server, GNUTLS_CLIENT | w->client_flags, w->client ? w->client : TLS13, p->ccred);
	end_init(&p->server, &p->client, GNUTLS_SERVER | w->server_flags, w->server ? w->server : TLS13, p->scred);
	CHECK_IS(gnutls_session_ticket_enable_server(p->server.s, &ticket_key), 0);
	if (!w->unprotected)
		gnutls_anti_replay_enable(p->server.s, anti_replay);
	if (w->max)
		CHECK_IS(gnutls_record_set_max_early_data_size(p->server.s, w->max), 0);
	CHECK_IS(gnutls_record_get_max_early_data_size(p->server.s), w->max ? w->max : 16384);
	set_alpn(p->client.s, w->client_alpn);
	set_alpn(p->server.s, w->server_alpn);
	if (w->data)
		CHECK_IS(gnutls_session_set_data(p->client.s, w->data->data, w->data->size), 0);
	if (w->early)
		CHECK_IS(gnutls_record_send_early_data(p->client.s, w->early, strlen(w->early)), 0);
}

/* All early data that the server has, at most 3 bytes at a time. */
static size_t take_early(struct pair *p, char *buf, size_t size)
{
	size_t n = 0;
	ssize_t r;

	while (n < size && (r = gnutls_record_recv_early_data(p->server.s, buf + n, size - n < 3 ? size - n : 3)) > 0)
		n += r;
	CHECK_IS(gnutls_record_recv_early_data(p->server.s, buf, size), GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE);
	return n;
}

#define RUN(p, w) run_(__LINE__, p, w)

static void run_(int line, struct pair *p, const struct want *w)
{
	static char buf[70000];
	int before = check_failures;

	start(p, w);
	HANDSHAKE(p, 0, 0);
	CHECK_IS(gnutls_session_is_resumed(p->client.s), w->data && !w->full);
	CHECK_IS(gnutls_session_get_flags(p->client.s) & SFLAG, w->accepted ? SFLAG : 0);
	CHECK_IS(gnutls_session_get_flags(p->server.s) & SFLAG, w->accepted ? SFLAG : 0);
	size_t want = w->accepted && w->early ? strlen(w->early) : 0;
	CHECK_IS(take_early(p, buf, sizeof buf), want);
	CHECK(!memcmp(buf, w->early ? w->early : "", want));
	ECHO(p);
	if (check_failures != before)
		fprintf(stderr, "    in the connection of line %d\n", line);
}

/* Session data of a first connection. */
static gnutls_datum_t first(const struct want *w)
{
	struct pair p;
	gnutls_datum_t data = { NULL, 0 };

	RUN(&p, w);
	CHECK_IS(gnutls_session_get_data2(p.client.s, &data), 0);
	pair_end(&p);
	return data;
}

/* One connection, of which nothing is needed later. */
static void once_(int line, struct want w)
{
	struct pair p;

	run_(line, &p, &w);
	pair_end(&p);
}

#define ONCE(...) once_(__LINE__, (struct want){ __VA_ARGS__ })

static void accepted(void)
{
	gnutls_datum_t data = first(&(struct want){ .server_flags = EARLY });
	unsigned calls = seen.calls;

	ONCE(.client_flags = EARLY, .server_flags = EARLY, .data = &data, .early = "early", .accepted = 1);
	CHECK_IS(seen.calls, calls + 1);
	/* Data alone offers it, and so does the flag alone. */
	ONCE(.server_flags = EARLY, .data = &data, .early = "early", .accepted = 1);
	ONCE(.client_flags = EARLY, .server_flags = EARLY, .data = &data, .accepted = 1);
	/* The middlebox compatibility is not needed. */
	ONCE(.server_flags = EARLY, .data = &data, .early = "early", .accepted = 1, .client = TLS13 ":%DISABLE_TLS13_COMPAT_MODE",
	     .server = TLS13 ":%DISABLE_TLS13_COMPAT_MODE");
	/* A server that does not wait for the client's Finished. */
	ONCE(.server_flags = EARLY | GNUTLS_ENABLE_EARLY_START, .data = &data, .early = "early", .accepted = 1);
	gnutls_free(data.data);
}

/* The handshake goes on without the early data, and the session is resumed. */
static void rejected(void)
{
	gnutls_datum_t data = first(&(struct want){ .server_flags = EARLY });
	unsigned calls;

	ONCE(.client_flags = EARLY, .data = &data, .early = "early");
	ONCE(.client_flags = EARLY, .server_flags = EARLY, .data = &data, .early = "early", .unprotected = 1);
	seen.fails = GNUTLS_E_DB_ENTRY_EXISTS;
	ONCE(.server_flags = EARLY, .data = &data, .early = "early");
	seen.fails = GNUTLS_E_DB_ERROR;
	ONCE(.server_flags = EARLY, .data = &data, .early = "early");
	seen.fails = 0;
	gnutls_anti_replay_t none;
	CHECK_IS(gnutls_anti_replay_init(&none), 0);
	/* Whoever offers none is not in the database. */
	calls = seen.calls;
	ONCE(.server_flags = EARLY, .data = &data);
	CHECK_IS(seen.calls, calls);
	gnutls_anti_replay_deinit(none);
#ifdef OURS
	/* RFC 8446 section 4.2.10: the same application protocol, and no HelloRetryRequest. */
	ONCE(.server_flags = EARLY, .data = &data, .early = "early", .client_alpn = "h2", .server_alpn = "h2");
	ONCE(.client_flags = GNUTLS_KEY_SHARE_TOP, .server_flags = EARLY, .data = &data, .early = "early",
	     .client = TLS13 ":-GROUP-ALL:+GROUP-X25519:+GROUP-SECP256R1", .server = TLS13 ":-GROUP-ALL:+GROUP-SECP256R1");
	/* A server whose suites do not have that of the session: AES-256-GCM and CHACHA20-POLY1305 have other hashes. */
	ONCE(.server_flags = EARLY, .data = &data, .early = "early", .server = TLS13 ":-CIPHER-ALL:+CHACHA20-POLY1305", .full = 1);
	ONCE(.server_flags = EARLY, .data = &data, .early = "early", .client = TLS13 ":-CIPHER-ALL:+CHACHA20-POLY1305", .full = 1);
#endif
	gnutls_free(data.data);
}

/* A recorded first flight is not accepted twice. */
static void replayed(void)
{
	gnutls_datum_t data = first(&(struct want){ .server_flags = EARLY });
	struct want w = { .server_flags = EARLY, .data = &data, .early = "early" };
	struct pair p, again;
	char buf[64];

	start(&p, &w);
	CHECK_IS(gnutls_handshake(p.client.s), GNUTLS_E_AGAIN);
	start(&again, &(struct want){ .server_flags = EARLY });
	queue_put(&again.server.in, p.server.in.data, p.server.in.used);
	HANDSHAKE(&p, 0, 0);
	CHECK_IS(take_early(&p, buf, sizeof buf), 5);
	CHECK_IS(gnutls_handshake(again.server.s), GNUTLS_E_AGAIN);
	CHECK_IS(gnutls_session_get_flags(again.server.s) & SFLAG, 0);
	CHECK_IS(take_early(&again, buf, sizeof buf), 0);
	pair_end(&p);
	pair_end(&again);
	gnutls_free(data.data);
}

/* Data that is given before the session data, as gnutls-cli of GnuTLS 3.7 does. */
static void before_session_data(void)
{
	static char large[16385];
	struct pair p;
	char buf[64];
	int most, least = 11;

	if (REFERENCE_3_8)
		return;
	/* GnuTLS sends more than the server takes, which ends the session. */
#ifdef OURS
	least = 10;
#endif
	for (most = 11; most >= least; most--) {
		gnutls_datum_t data = first(&(struct want){ .server_flags = EARLY, .max = most });
		start(&p, &(struct want){ .server_flags = EARLY, .max = most, .early = "hello early" });
		CHECK_IS(gnutls_session_set_data(p.client.s, data.data, data.size), 0);
		HANDSHAKE(&p, 0, 0);
		CHECK_IS(take_early(&p, buf, sizeof buf), most < 11 ? 0 : 11);
		CHECK_IS(!!(gnutls_session_get_flags(p.client.s) & GNUTLS_SFLAGS_EARLY_DATA), most >= 11);
		pair_end(&p);
		gnutls_free(data.data);
	}
#ifdef OURS
	start(&p, &(struct want){ .early = "hello early" });
	CHECK_IS(gnutls_record_send_early_data(p.client.s, large, sizeof large - 11), GNUTLS_E_RECORD_LIMIT_REACHED);
	HANDSHAKE(&p, 0, 0);
	pair_end(&p);
#endif
	(void)large;
}

static void limits(void)
{
	static char large[25001];
	struct pair p;
	char buf[64];

	memset(large, 'x', sizeof large - 1);
	gnutls_datum_t data = first(&(struct want){ .server_flags = EARLY, .max = 20 });
	start(&p, &(struct want){ .server_flags = EARLY, .max = 20, .data = &data, .early = "hello early" });
	CHECK_IS(gnutls_record_get_max_early_data_size(p.client.s), 20);
	CHECK_IS(gnutls_record_send_early_data(p.client.s, "hello early", 11), GNUTLS_E_RECORD_LIMIT_REACHED);
	CHECK_IS(gnutls_record_send_early_data(p.client.s, ", and 9b.", 9), 0);
	CHECK_IS(gnutls_record_send_early_data(p.client.s, "x", 1), GNUTLS_E_RECORD_LIMIT_REACHED);
	HANDSHAKE(&p, 0, 0);
	CHECK_IS(take_early(&p, buf, sizeof buf), 20);
	CHECK(!memcmp(buf, "hello early, and 9b.", 20));
	pair_end(&p);
	gnutls_free(data.data);

	/* More than a server accepts by now. */
	data = first(&(struct want){ .server_flags = EARLY });
	start(&p, &(struct want){ .server_flags = EARLY, .max = 4, .data = &data, .early = "early" });
	HANDSHAKE(&p, 0, GNUTLS_E_UNEXPECTED_PACKET);
	pair_end(&p);
	gnutls_free(data.data);

	/* Several records, accepted and skipped. */
	data = first(&(struct want){ .server_flags = EARLY, .max = 25000 });
	ONCE(.server_flags = EARLY, .max = 25000, .data = &data, .early = large, .accepted = 1);
	gnutls_free(data.data);
	data = first(&(struct want){ .server_flags = EARLY });
	ONCE(.max = 16384, .data = &data, .early = "skipped");
	gnutls_free(data.data);

	pair_new(&p, TLS13, 0, 0);
	CHECK_IS(gnutls_record_set_max_early_data_size(p.server.s, 0), GNUTLS_E_INVALID_REQUEST);
	CHECK_IS(gnutls_record_set_max_early_data_size(p.server.s, (size_t)1 << 32), GNUTLS_E_INVALID_REQUEST);
	CHECK_IS(gnutls_record_set_max_early_data_size(p.server.s, 0xffffffff), 0);
	CHECK_IS(gnutls_record_get_max_early_data_size(p.server.s), 0xffffffff);
	CHECK_IS(gnutls_record_set_max_early_data_size(p.client.s, 5), GNUTLS_E_INVALID_REQUEST);
	CHECK_IS(gnutls_record_send_early_data(p.server.s, "x", 1), GNUTLS_E_INVALID_REQUEST);
	CHECK_IS(gnutls_record_recv_early_data(p.client.s, buf, 1), GNUTLS_E_INVALID_REQUEST);
	CHECK_IS(gnutls_record_recv_early_data(p.server.s, buf, 1), GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE);
	if (gnutls_check_version("3.8.0")) {
		/* Nobody has said that any is accepted. */
		CHECK_IS(gnutls_record_get_max_early_data_size(p.client.s), 0);
#ifndef OURS
		CHECK_IS(gnutls_record_send_early_data(p.client.s, "x", 1), GNUTLS_E_RECORD_LIMIT_REACHED);
#endif
	}
	pair_end(&p);

#ifdef OURS
	/* A ticket of a server that accepts none: RFC 8446 section 4.2.10. */
	data = first(&(struct want){ 0 });
	ONCE(.client_flags = EARLY, .server_flags = EARLY, .data = &data);
	gnutls_free(data.data);
#endif
}

/* What the hooks of a handshake with early data see. */
static struct { unsigned char client[32], server[32]; int in_hook, ciphers; } hooked;

static int client_hook(gnutls_session_t s, unsigned type, unsigned when, unsigned incoming, const gnutls_datum_t *msg)
{
	(void)msg;
	if (type == GNUTLS_HANDSHAKE_CLIENT_HELLO && !incoming) {
		CHECK_IS(gnutls_early_prf_hash_get(s), GNUTLS_DIG_SHA384);
		CHECK_IS(gnutls_prf_early(s, 5, "label", 3, "ctx", sizeof hooked.client, (char *)hooked.client), 0);
	}
	if (type == GNUTLS_HANDSHAKE_END_OF_EARLY_DATA) {
		CHECK(!incoming);
		hooked.ciphers |= 1;
		CHECK_IS(gnutls_early_cipher_get(s), GNUTLS_CIPHER_AES_256_GCM);
	}
	(void)when;
	return 0;
}

static int server_hook(gnutls_session_t s, unsigned type, unsigned when, unsigned incoming, const gnutls_datum_t *msg)
{
	char buf[3];

	(void)msg;
	if (type == GNUTLS_HANDSHAKE_CLIENT_HELLO && when == GNUTLS_HOOK_PRE) {
		CHECK_IS(gnutls_prf_early(s, 5, "label", 3, "ctx", sizeof hooked.server, (char *)hooked.server), GNUTLS_E_INVALID_REQUEST);
		CHECK_IS(gnutls_early_cipher_get(s), 0);
	}
	if (type == GNUTLS_HANDSHAKE_CLIENT_HELLO && when == GNUTLS_HOOK_POST) {
		CHECK_IS(gnutls_early_cipher_get(s), GNUTLS_CIPHER_AES_256_GCM);
		CHECK_IS(gnutls_early_prf_hash_get(s), GNUTLS_DIG_SHA384);
		CHECK_IS(gnutls_prf_early(s, 5, "label", 3, "ctx", sizeof hooked.server, (char *)hooked.server), 0);
		CHECK_IS(gnutls_session_get_flags(s) & SFLAG, SFLAG);
	}
	if (type == GNUTLS_HANDSHAKE_END_OF_EARLY_DATA) {
		CHECK(incoming);
		hooked.ciphers |= 2;
		if (when == GNUTLS_HOOK_PRE) {
			CHECK_IS(gnutls_early_cipher_get(s), GNUTLS_CIPHER_AES_256_GCM);
			CHECK_IS(gnutls_record_recv_early_data(s, buf, 3), 3);
			CHECK(!memcmp(buf, "wor", 3));
			hooked.in_hook++;
		}
	}
	return 0;
}

static void hooks(void)
{
	gnutls_datum_t data = first(&(struct want){ .server_flags = EARLY });
	struct pair p;
	char buf[64];

	start(&p, &(struct want){ .server_flags = EARLY, .data = &data, .early = "words" });
	gnutls_handshake_set_hook_function(p.client.s, GNUTLS_HANDSHAKE_ANY, GNUTLS_HOOK_BOTH, client_hook);
	gnutls_handshake_set_hook_function(p.server.s, GNUTLS_HANDSHAKE_ANY, GNUTLS_HOOK_BOTH, server_hook);
	seen.asks = p.server.s;
	HANDSHAKE(&p, 0, 0);
	seen.asks = NULL;
	CHECK_IS(hooked.in_hook, 1);
	CHECK_IS(hooked.ciphers, 3);
	CHECK(!memcmp(hooked.client, hooked.server, sizeof hooked.client));
	CHECK_IS(take_early(&p, buf, sizeof buf), 2);
	CHECK(!memcmp(buf, "ds", 2));
	/* The secrets are gone. */
	CHECK_IS(gnutls_prf_early(p.client.s, 5, "label", 3, "ctx", 32, buf), GNUTLS_E_INVALID_REQUEST);
	CHECK_IS(gnutls_prf_early(p.server.s, 5, "label", 3, "ctx", 32, buf), GNUTLS_E_INVALID_REQUEST);
	CHECK_IS(gnutls_early_cipher_get(p.client.s), 0);
	CHECK_IS(gnutls_early_prf_hash_get(p.server.s), 0);
#ifdef OURS
	/* Nobody would send it. */
	CHECK_IS(gnutls_record_send_early_data(p.client.s, "x", 1), GNUTLS_E_INVALID_REQUEST);
#endif
	pair_end(&p);
	gnutls_free(data.data);
}

/* The bytes come one by one. */
static void slowly(void)
{
	gnutls_datum_t data = first(&(struct want){ .server_flags = EARLY });
	struct pair p;
	char buf[64];

	start(&p, &(struct want){ .server_flags = EARLY, .data = &data, .early = "early" });
	p.client.chunk = p.server.chunk = 1;
	HANDSHAKE(&p, 0, 0);
	CHECK_IS(take_early(&p, buf, sizeof buf), 5);
	ECHO(&p);
	pair_end(&p);
	gnutls_free(data.data);
}

static int count(void *ptr, time_t expires, const gnutls_datum_t *key, const gnutls_datum_t *data)
{
	CHECK(expires >= gnutls_db_check_entry_time((gnutls_datum_t *)data) + 60 && key->size >= 32);
	++*(unsigned *)ptr;
	return 0;
}

/* Another database, with a window of its own. */
static void settings(void)
{
	gnutls_anti_replay_t usual = anti_replay;
	gnutls_datum_t data, older = first(&(struct want){ .server_flags = EARLY });
	unsigned calls = 0, before = seen.calls;

	/* Ages are counted in milliseconds. */
	usleep(3000);
	CHECK_IS(gnutls_anti_replay_init(&anti_replay), 0);
	usleep(3000);
	data = first(&(struct want){ .server_flags = EARLY });
	gnutls_anti_replay_set_add_function(anti_replay, count);
	gnutls_anti_replay_set_ptr(anti_replay, &calls);
	gnutls_anti_replay_set_window(anti_replay, 60000);
	ONCE(.server_flags = EARLY, .data = &data, .early = "early", .accepted = 1);
	CHECK_IS(calls, 1);
	CHECK_IS(seen.calls, before);
	/* Early data of a ticket that is older than the database may have been seen before (RFC 8446 section 8.2). */
	ONCE(.server_flags = EARLY, .data = &older, .early = "early");
	CHECK_IS(calls, 1);
	gnutls_anti_replay_deinit(anti_replay);
	anti_replay = usual;
	ONCE(.server_flags = EARLY, .data = &data, .early = "early", .accepted = 1);
	CHECK_IS(calls, 1);
	gnutls_free(data.data);
	gnutls_free(older.data);
}

int main(void)
{
	CHECK_IS(gnutls_session_ticket_key_generate(&ticket_key), 0);
	CHECK_IS(gnutls_anti_replay_init(&anti_replay), 0);
	usleep(3000);
	gnutls_anti_replay_set_add_function(anti_replay, add);
	gnutls_anti_replay_set_ptr(anti_replay, &seen);
	gnutls_anti_replay_set_window(anti_replay, 10000);
	accepted();
	seen.n = 0;
	rejected();
	replayed();
	before_session_data();
	limits();
	seen.n = 0;
	hooks();
	slowly();
	settings();
	gnutls_anti_replay_deinit(anti_replay);
	gnutls_free(ticket_key.data);
	return check_result();
}
