/* Each kind of handshake over datagrams, with each of its datagrams lost, doubled, late, changed, cut, joined with the next
 * one, among replays or among what anybody can send: every handshake completes, and data follows. */
#include "datagrams.h"
#include "credentials.h"

enum kind {
	CERTIFICATE, MUTUAL, PSK, DHE_PSK, ANONYMOUS, DH_ANONYMOUS, SRP, TICKET, SESSION_ID, RENEGOTIATION, REQUESTED, COOKIE,
	/* Of DTLS 1.3, which GnuTLS has not got. */
	CERTIFICATE_13, MUTUAL_13, PSK_13, RETRY_13, TICKET_13, KINDS
};

static const char *const priorities[KINDS] = {
	[CERTIFICATE] = "NORMAL:-VERS-ALL:+VERS-DTLS1.2",
	[MUTUAL] = "NORMAL:-VERS-ALL:+VERS-DTLS1.0",
	[PSK] = "NORMAL:-VERS-ALL:+VERS-DTLS1.2:-KX-ALL:+PSK",
	[DHE_PSK] = "NORMAL:-VERS-ALL:+VERS-DTLS1.2:-KX-ALL:+DHE-PSK",
	[ANONYMOUS] = ANON,
	[DH_ANONYMOUS] = "NORMAL:-VERS-ALL:+VERS-DTLS1.0:-KX-ALL:+ANON-DH",
	[SRP] = "NORMAL:-VERS-ALL:+VERS-DTLS1.2:-KX-ALL:+SRP",
	[TICKET] = ANON,
	[SESSION_ID] = ANON ":%NO_TICKETS",
	[RENEGOTIATION] = "NORMAL:-VERS-ALL:+VERS-DTLS1.2",
	[REQUESTED] = ANON,
	[COOKIE] = ANON,
	[CERTIFICATE_13] = "NORMAL:-VERS-ALL:+VERS-DTLS1.3",
	[MUTUAL_13] = "NORMAL:-VERS-ALL:+VERS-DTLS1.3",
	[PSK_13] = "NORMAL:-VERS-ALL:+VERS-DTLS1.3:-KX-ALL:+ECDHE-PSK:+PSK",
	[RETRY_13] = "NORMAL:-VERS-ALL:+VERS-DTLS1.3:-GROUP-ALL:+GROUP-SECP256R1:+GROUP-SECP384R1",
	[TICKET_13] = "NORMAL:-VERS-ALL:+VERS-DTLS1.3",
};

/* What anybody can do to datagrams without ending a handshake. */
enum operation { NOTHING, LOSE, DOUBLE, LATE, CHANGE, JOIN, CUT, REPLAY, SPOOF, OPERATIONS };

static const char *const names[OPERATIONS] = { "nothing", "lose", "double", "late", "change", "join", "cut", "replay", "spoof" };

/* GnuTLS joins a cut datagram with the next one, and ends a handshake for some of what is spoofed. */
#ifdef OURS
#define LAST_OPERATION SPOOF
#else
#define LAST_OPERATION JOIN
#endif

/* What is done to which datagram of a side. */
struct plan {
	enum operation operation;
	unsigned at, seen;
	unsigned char held[2048];
	size_t size;
	/* Of all datagrams that were sent. */
	unsigned char all[64][512];
	size_t sizes[64];
};

/* Records that are nobody's, with their epoch, the sequence number's last byte and the payload. */
static const struct { unsigned char type, minor, epoch[2], number, size; unsigned char payload[40]; } spoofed[] = {
	{ 0, 0xfd, { 0, 0 }, 1, 2, { 1, 2 } },
	{ 22, 0xfd, { 0, 0 }, 2, 0, { 0 } },
	{ 23, 0xfd, { 0, 0 }, 3, 4, { 1 } },
	{ 24, 0xfd, { 0, 0 }, 4, 4, { 1 } },
	{ 99, 0xfd, { 0, 0 }, 5, 4, { 1 } },
	/* Warnings and no alerts. */
	{ 21, 0xfd, { 0, 0 }, 6, 2, { 1, 90 } },
	{ 21, 0xff, { 0, 0 }, 7, 2, { 1, 100 } },
	{ 21, 0xfd, { 0, 0 }, 8, 3, { 2, 40, 0 } },
	{ 21, 0xfd, { 0, 0 }, 9, 1, { 2 } },
	/* What is no ChangeCipherSpec, and what comes too early. */
	{ 20, 0xfd, { 0, 0 }, 10, 2, { 1, 1 } },
	{ 20, 0xfd, { 0, 0 }, 11, 1, { 2 } },
	{ 20, 0xfd, { 0, 0 }, 12, 1, { 1 } },
	/* Other epochs. */
	{ 22, 0xfd, { 0, 1 }, 13, 40, { 20 } },
	{ 22, 0xfd, { 0, 2 }, 14, 40, { 20 } },
	{ 22, 0xfd, { 0, 3 }, 15, 40, { 20 } },
	{ 23, 0xfd, { 0xff, 0xff }, 16, 40, { 20 } },
	{ 21, 0xfd, { 0xff, 0xff }, 17, 2, { 2, 40 } },
	/* Fragments: no header, longer than the record, beyond the message's end, empty of a longer message, far ahead, too
	   large, with an offset at the very end. */
	{ 22, 0xfd, { 0, 0 }, 18, 11, { 2 } },
	{ 22, 0xfd, { 0, 0 }, 19, 12, { 11, 0, 0, 99, 0, 1, 0, 0, 0, 0, 0, 99 } },
	{ 22, 0xfd, { 0, 0 }, 20, 16, { 11, 0, 0, 6, 0, 1, 0, 0, 3, 0, 0, 4 } },
	{ 22, 0xfd, { 0, 0 }, 21, 12, { 11, 0, 0, 6, 0, 1, 0, 0, 3, 0, 0, 0 } },
	{ 22, 0xfd, { 0, 0 }, 22, 14, { 11, 0, 0, 2, 0x7f, 0xff, 0, 0, 0, 0, 0, 2 } },
	{ 22, 0xfd, { 0, 0 }, 23, 14, { 11, 0xff, 0xff, 0xff, 0, 1, 0, 0, 0, 0, 0, 2 } },
	{ 22, 0xfd, { 0, 0 }, 24, 14, { 11, 0xff, 0xff, 0xff, 0, 1, 0xff, 0xff, 0xfd, 0, 0, 2 } },
	{ 22, 0xfd, { 0, 0 }, 25, 14, { 11, 0, 0, 2, 0, 1, 0xff, 0xff, 0xff, 0, 0, 2 } },
	/* Of another message with the number of a later one. */
	{ 22, 0xfd, { 0, 0 }, 26, 14, { 11, 0, 9, 0, 0, 4, 0, 0, 1, 0, 0, 2 } },
	/* A HelloVerifyRequest with a number that none has. */
	{ 22, 0xff, { 0, 0 }, 27, 16, { 3, 0, 0, 4, 0, 9, 0, 0, 0, 0, 0, 4, 0xfe, 0xff, 1, 7 } },
	/* No DTLS. */
	{ 22, 0, { 0, 0 }, 28, 2, { 1, 2 } },
};

/* The highest number of an epoch, for every second one. */
static void spoof(struct side *to, int has_keys)
{
	unsigned char record[64];
	unsigned i;

	for (i = 0; i < sizeof spoofed / sizeof *spoofed; i++) {
		memset(record, spoofed[i].number % 2 ? 0xff : 0, 11);
		record[0] = spoofed[i].type;
		record[1] = spoofed[i].minor ? 0xfe : 3;
		record[2] = spoofed[i].minor;
		memcpy(record + 3, spoofed[i].epoch, 2);
		record[10] = spoofed[i].number;
		record[11] = 0;
		record[12] = spoofed[i].size;
		memcpy(record + 13, spoofed[i].payload, spoofed[i].size);
		deliver(to, record, 13 + spoofed[i].size);
	}
	if (has_keys) {
		deliver(to, "\x15\xfe\xfd\0\0\0\0\0\0\0\x40\0\2\2\x28", 15);
		deliver(to, "\x15\xfe\xfd\0\0\0\0\0\0\0\x41\0\2\1\0", 15);
	}
	deliver(to, "", 1);
	deliver(to, "GET / HTTP/1.0", 14);
}

static void release(struct side *e, struct plan *p)
{
	if (p->size)
		deliver(e->peer, p->held, p->size);
	p->size = 0;
}

static int disturb(struct side *e, const unsigned char *bytes, size_t size)
{
	struct plan *p = e->data;
	unsigned char copy[4096];
	unsigned i;

	if (p->seen < 64 && size <= 512) {
		memcpy(p->all[p->seen], bytes, size);
		p->sizes[p->seen] = size;
	}
	if (p->seen++ != p->at) {
		if (p->operation == JOIN && p->size) {
			memcpy(copy, p->held, p->size);
			memcpy(copy + p->size, bytes, size);
			deliver(e->peer, copy, p->size + size);
			p->size = 0;
			return 0;
		}
		if (p->size) {
			deliver(e->peer, bytes, size);
			release(e, p);
			return 0;
		}
		return 1;
	}
	memcpy(copy, bytes, size);
	switch (p->operation) {
	case NOTHING:
		return 1;
	case LOSE:
		return 0;
	case DOUBLE:
		return 2;
	case CUT:
		deliver(e->peer, bytes, size - 1);
		return 0;
	case CHANGE:
		/* Without protection anybody can change a handshake: then it is the epoch. */
		copy[copy[4] ? size - 1 : 3] ^= 1;
		deliver(e->peer, copy, size);
		return 0;
	case REPLAY:
		for (i = 0; i <= p->at && i < 64; i++)
			deliver(e->peer, p->all[i], p->sizes[i]);
		return 1;
	case SPOOF:
		spoof(e->peer, bytes[4]);
		return 1;
	default:
		memcpy(p->held, bytes, size);
		p->size = size;
		return 0;
	}
}

static gnutls_certificate_credentials_t client_cert, server_cert;
static gnutls_psk_client_credentials_t client_psk;
static gnutls_psk_server_credentials_t server_psk;
static gnutls_srp_client_credentials_t client_srp;
static gnutls_srp_server_credentials_t server_srp;
static gnutls_datum_t ticket_key, cookie_key, session_data[KINDS];
static gnutls_datum_t stored[2];

static int find_psk(gnutls_session_t s, const char *name, gnutls_datum_t *key)
{
	(void)s, (void)name;
	key->data = gnutls_malloc(4);
	memcpy(key->data, "key!", 4);
	key->size = 4;
	return 0;
}

static int find_srp(gnutls_session_t s, const char *name, gnutls_datum_t *salt, gnutls_datum_t *verifier, gnutls_datum_t *g, gnutls_datum_t *n)
{
	const gnutls_datum_t *from[2] = { &gnutls_srp_1536_group_generator, &gnutls_srp_1536_group_prime };
	gnutls_datum_t *to[2] = { g, n };
	int i;

	(void)s;
	salt->data = gnutls_malloc(4);
	memcpy(salt->data, "salt", 4);
	salt->size = 4;
	for (i = 0; i < 2; i++) {
		to[i]->data = gnutls_malloc(from[i]->size);
		memcpy(to[i]->data, from[i]->data, from[i]->size);
		to[i]->size = from[i]->size;
	}
	return gnutls_srp_verifier(name, "password", salt, g, n, verifier);
}

static gnutls_datum_t copy_of(gnutls_datum_t d)
{
	gnutls_datum_t c = { gnutls_malloc(d.size ? d.size : 1), d.size };

	if (d.size)
		memcpy(c.data, d.data, d.size);
	return c;
}

/* A database of one session. */
static int store(void *p, gnutls_datum_t key, gnutls_datum_t data)
{
	(void)p;
	gnutls_free(stored[0].data);
	gnutls_free(stored[1].data);
	stored[0] = copy_of(key);
	stored[1] = copy_of(data);
	return 0;
}

static gnutls_datum_t retrieve(void *p, gnutls_datum_t key)
{
	gnutls_datum_t none = { NULL, 0 };

	(void)p;
	if (stored[0].size != key.size || memcmp(stored[0].data, key.data, key.size))
		return none;
	return copy_of(stored[1]);
}

static int delete(void *p, gnutls_datum_t key)
{
	(void)p, (void)key;
	return 0;
}

static void credentials_init(void)
{
	gnutls_datum_t key = { (void *)"key!", 4 };

	client_cert = credentials(client_pem, client_key_pem);
	server_cert = credentials(server_pem, server_key_pem);
	gnutls_psk_allocate_client_credentials(&client_psk);
	gnutls_psk_allocate_server_credentials(&server_psk);
	gnutls_psk_set_client_credentials(client_psk, "name", &key, GNUTLS_PSK_KEY_RAW);
	gnutls_psk_set_server_credentials_function(server_psk, find_psk);
	gnutls_srp_allocate_client_credentials(&client_srp);
	gnutls_srp_allocate_server_credentials(&server_srp);
	gnutls_srp_set_client_credentials(client_srp, "name", "password");
	gnutls_srp_set_server_credentials_function(server_srp, find_srp);
	CHECK_IS(gnutls_session_ticket_key_generate(&ticket_key), 0);
	CHECK_IS(gnutls_key_generate(&cookie_key, GNUTLS_COOKIE_KEY_SIZE), 0);
}

static void start(struct dtls *d, enum kind k)
{
	gnutls_session_t c, s;

	dtls_new(d, priorities[k]);
	c = d->client.s;
	s = d->server.s;
	gnutls_credentials_set(c, GNUTLS_CRD_CERTIFICATE, client_cert);
	gnutls_credentials_set(s, GNUTLS_CRD_CERTIFICATE, server_cert);
	gnutls_credentials_set(c, GNUTLS_CRD_PSK, client_psk);
	gnutls_credentials_set(s, GNUTLS_CRD_PSK, server_psk);
	gnutls_credentials_set(c, GNUTLS_CRD_SRP, client_srp);
	gnutls_credentials_set(s, GNUTLS_CRD_SRP, server_srp);
	if (k == MUTUAL || k == MUTUAL_13)
		gnutls_certificate_server_set_request(s, GNUTLS_CERT_REQUIRE);
	/* The client has no share of the server's group. */
	if (k == RETRY_13)
		gnutls_priority_set_direct(s, "NORMAL:-VERS-ALL:+VERS-DTLS1.3:-GROUP-ALL:+GROUP-SECP521R1:+GROUP-SECP384R1", NULL);
	if (k == TICKET || k == TICKET_13)
		gnutls_session_ticket_enable_server(s, &ticket_key);
	if (k == SESSION_ID) {
		gnutls_db_set_store_function(s, store);
		gnutls_db_set_retrieve_function(s, retrieve);
		gnutls_db_set_remove_function(s, delete);
	}
	/* Fragments, some of which share a datagram with others. */
	gnutls_dtls_set_mtu(c, 300);
	gnutls_dtls_set_mtu(s, 300);
	if (session_data[k].data)
		CHECK_IS(gnutls_session_set_data(c, session_data[k].data, session_data[k].size), 0);
}

/* Looks at what has arrived at a server that has no session yet. True if the next datagram shows the cookie. */
static int shows_cookie(struct dtls *d)
{
	struct side *e = &d->server;

	for (; e->first != e->last; e->first++) {
		struct datagram *in = &e->in[e->first % MAX_QUEUE];
		gnutls_dtls_prestate_st state;

		memset(&state, 0, sizeof state);
		if (gnutls_dtls_cookie_verify(&cookie_key, "addr", 4, in->bytes, in->size, &state) == 0) {
			gnutls_dtls_prestate_set(e->s, &state);
			return 1;
		}
		gnutls_dtls_cookie_send(&cookie_key, "addr", 4, &state, e, side_push);
		free(in->bytes);
	}
	return 0;
}

static int going(int code)
{
	return code < 0 && !gnutls_error_is_fatal(code);
}

/* Runs a handshake. Whoever is done, or has not begun, receives. */
static void run(struct dtls *d, enum kind k, int is_first, int *client, int *server)
{
	int turns, client_begun = is_first || k != REQUESTED, server_begun = is_first && k != COOKIE;
	char buf[64];

	*client = *server = GNUTLS_E_AGAIN;
	for (turns = 0; turns < 1000; turns++) {
		unsigned moved = d->client.sent + d->server.sent + d->client.first + d->server.first;

		if (!client_begun && turns % 8 == 0)
			gnutls_rehandshake(d->server.s);
		if (!client_begun)
			client_begun = gnutls_record_recv(d->client.s, buf, sizeof buf) == GNUTLS_E_REHANDSHAKE;
		if (client_begun && going(*client))
			*client = gnutls_handshake(d->client.s);
		if (!server_begun) {
			if (k == COOKIE)
				server_begun = shows_cookie(d);
			else
				server_begun = gnutls_record_recv(d->server.s, buf, sizeof buf) == GNUTLS_E_REHANDSHAKE;
		}
		if (server_begun && going(*server))
			*server = gnutls_handshake(d->server.s);
		if ((!going(*client) && !going(*server)) || *client == GNUTLS_E_TIMEDOUT || *server == GNUTLS_E_TIMEDOUT)
			return;
		if (*client == 0)
			gnutls_record_recv(d->client.s, buf, sizeof buf);
		if (*server == 0)
			gnutls_record_recv(d->server.s, buf, sizeof buf);
		if (moved == d->client.sent + d->server.sent + d->client.first + d->server.first)
			clock_ms += 100;
	}
}

static int arrives(struct side *from, struct side *to, const char *data)
{
	char buf[64];
	int n, tries = 0;

	if (gnutls_record_send(from->s, data, strlen(data)) != (int)strlen(data))
		return 0;
	do
		n = gnutls_record_recv(to->s, buf, sizeof buf);
	while (n == GNUTLS_E_AGAIN && ++tries < 40);
	return n == (int)strlen(data) && !memcmp(buf, data, n);
}

/* One handshake. Returns the number of datagrams of the side. */
static unsigned test_one(enum kind k, int side, enum operation op, unsigned at)
{
	static struct plan plan;
	struct dtls d;
	struct side *e = side ? &d.server : &d.client;
	int c, s, again = k == RENEGOTIATION || k == REQUESTED, good;
	long long begun;

	start(&d, k);
	if (again) {
		run(&d, k, 1, &c, &s);
		CHECK_IS(c, 0);
		CHECK_IS(s, 0);
		CHECK(arrives(&d.client, &d.server, "before"));
		CHECK(arrives(&d.server, &d.client, "before"));
	}
	memset(&plan, 0, sizeof plan);
	plan.operation = op;
	plan.at = at;
	e->data = &plan;
	e->arrives = disturb;
	begun = clock_ms;
	run(&d, k, !again, &c, &s);
	e->arrives = NULL;
	release(e, &plan);
	good = c == 0 && s == 0 && arrives(&d.client, &d.server, "ping") && arrives(&d.server, &d.client, "pong");
	if (!good || clock_ms - begun > 10000) {
		fprintf(stderr, "kind %d, %s datagram %u of the %s: client %d, server %d after %lld ms\n", k, names[op], at,
			side ? "server" : "client", c, s, clock_ms - begun);
		check_failures++;
	}
	if (session_data[k].data)
		CHECK(gnutls_session_is_resumed(d.client.s));
	if (!session_data[k].data && good && (k == TICKET || k == SESSION_ID || k == TICKET_13))
		CHECK_IS(gnutls_session_get_data2(d.client.s, &session_data[k]), 0);
	dtls_free(&d);
	return plan.seen;
}

int main(void)
{
	int k, side, op;
	unsigned at, n;

	credentials_init();
	for (k = 0; k < KINDS; k++) {
#ifndef OURS
		gnutls_priority_t p;

		/* gnutls_rehandshake asks to be called again, and some builds have no SRP. */
		if (k == REQUESTED || gnutls_priority_init(&p, priorities[k], NULL) < 0)
			continue;
		gnutls_priority_deinit(p);
#endif
		test_one(k, 0, NOTHING, 0);
		for (side = 0; side < 2; side++) {
			n = test_one(k, side, NOTHING, 0);
			CHECK(n > 1);
			for (op = LOSE; op <= LAST_OPERATION; op++)
				for (at = 0; at < n; at++)
					test_one(k, side, op, at);
		}
	}
	for (k = 0; k < KINDS; k++)
		gnutls_free(session_data[k].data);
	gnutls_free(stored[0].data);
	gnutls_free(stored[1].data);
	gnutls_free(ticket_key.data);
	gnutls_free(cookie_key.data);
	gnutls_certificate_free_credentials(client_cert);
	gnutls_certificate_free_credentials(server_cert);
	gnutls_psk_free_client_credentials(client_psk);
	gnutls_psk_free_server_credentials(server_psk);
	gnutls_srp_free_client_credentials(client_srp);
	gnutls_srp_free_server_credentials(server_srp);
	gnutls_anon_free_client_credentials(client_anon);
	gnutls_anon_free_server_credentials(server_anon);
	return check_result();
}
