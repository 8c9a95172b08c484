/* Sessions over datagrams: sizes, timers, loss, cookies. */
#include "datagrams.h"
#include <gnutls/crypto.h>

static void both_complete(struct dtls *d)
{
	int c, s;

	dtls_handshake(d, &c, &s);
	CHECK_IS(c, 0);
	CHECK_IS(s, 0);
}

/* What was sent twice in the handshake may come before the data. */
static void receive(struct side *e, const char *data)
{
	char buf[64];
	int n, tries = 0;

	do
		n = gnutls_record_recv(e->s, buf, sizeof buf);
	while (n == GNUTLS_E_AGAIN && ++tries < 20);
	CHECK_IS(n, strlen(data));
	CHECK(n == (int)strlen(data) && !memcmp(buf, data, n));
}

static void exchange(struct dtls *d)
{
	CHECK_IS(gnutls_record_send(d->client.s, "ping", 4), 4);
	receive(&d->server, "ping");
	CHECK_IS(gnutls_record_send(d->server.s, "pong", 4), 4);
	receive(&d->client, "pong");
}

static void test_versions(void)
{
	static const struct { const char *priorities; gnutls_protocol_t version; } rows[] = {
		{ ANON, GNUTLS_DTLS1_2 },
		{ "NORMAL:-KX-ALL:+ANON-ECDH:-VERS-ALL:+VERS-DTLS1.0", GNUTLS_DTLS1_0 },
		{ "NORMAL:-KX-ALL:+ANON-ECDH:-VERS-ALL:+VERS-DTLS1.0:+VERS-DTLS1.2:+VERS-TLS1.3", GNUTLS_DTLS1_2 },
	};
	unsigned i;
	struct dtls d;
	unsigned char seq[8];
	char buf[8];

	for (i = 0; i < sizeof rows / sizeof *rows; i++) {
		dtls_new(&d, rows[i].priorities);
		both_complete(&d);
		CHECK_IS(gnutls_protocol_get_version(d.client.s), rows[i].version);
		CHECK_IS(gnutls_protocol_get_version(d.server.s), rows[i].version);
		exchange(&d);
		/* The epoch is the first part of a sequence number. */
		CHECK_IS(gnutls_record_send(d.client.s, "x", 1), 1);
		CHECK_IS(gnutls_record_recv_seq(d.server.s, buf, sizeof buf, seq), 1);
		CHECK(!memcmp(seq, "\0\1\0\0\0\0\0\2", 8));
		CHECK_IS(gnutls_record_send(d.server.s, "bye", 3), 3);
		CHECK_IS(gnutls_bye(d.server.s, GNUTLS_SHUT_WR), 0);
		CHECK_IS(gnutls_record_recv(d.client.s, buf, 2), 2);
		CHECK_IS(gnutls_record_recv(d.client.s, buf, 8), 1);
		CHECK_IS(gnutls_record_recv(d.client.s, buf, 8), 0);
		dtls_free(&d);
	}
}

static void test_sizes(void)
{
	struct dtls d;
	gnutls_session_t stream;
	static char data[20000];
	unsigned n;

	dtls_new(&d, ANON);
	CHECK_IS(gnutls_dtls_get_mtu(d.client.s), 1200);
	CHECK_IS(gnutls_dtls_get_data_mtu(d.client.s), 1187);
	CHECK_IS(gnutls_dtls_set_data_mtu(d.client.s, 100), GNUTLS_E_INVALID_SESSION);
	gnutls_dtls_set_mtu(d.client.s, 300);
	gnutls_dtls_set_mtu(d.server.s, 120);
	CHECK_IS(gnutls_dtls_get_mtu(d.server.s), 120);
	both_complete(&d);
	CHECK(d.server.largest <= 120);
	CHECK(d.client.largest <= 300);
	n = gnutls_dtls_get_data_mtu(d.client.s);
	CHECK(n > 200 && n < 300 - 13 - 16);
	CHECK_IS(gnutls_record_send(d.client.s, data, n + 1), GNUTLS_E_LARGE_PACKET);
	CHECK_IS(gnutls_record_send(d.client.s, data, n), n);
	CHECK_IS(gnutls_record_recv(d.server.s, data, sizeof data), n);
	CHECK_IS(gnutls_dtls_set_data_mtu(d.client.s, 500), 0);
	CHECK(gnutls_dtls_get_data_mtu(d.client.s) >= 500);
	CHECK_IS(gnutls_record_send(d.client.s, data, 500), 500);
	/* What the transport does not take is not sent, and the session goes on. */
	d.client.transport = 200;
	CHECK_IS(gnutls_record_send(d.client.s, data, 400), GNUTLS_E_LARGE_PACKET);
	CHECK_IS(gnutls_record_send(d.client.s, data, 100), 100);
	CHECK_IS(gnutls_record_recv(d.server.s, data, sizeof data), 500);
	CHECK_IS(gnutls_record_recv(d.server.s, data, sizeof data), 100);
	dtls_free(&d);

	CHECK_IS(gnutls_init(&stream, GNUTLS_CLIENT), 0);
	CHECK_IS(gnutls_dtls_get_timeout(stream), 0);
	CHECK_IS(gnutls_record_get_discarded(stream), 0);
	CHECK_IS(gnutls_dtls_set_data_mtu(stream, 100), GNUTLS_E_INVALID_SESSION);
	gnutls_deinit(stream);
}

/* With a block cipher the padding counts: what gnutls_dtls_get_data_mtu returns fits, and a block more does not. */
static void test_block_cipher(void)
{
	struct dtls d;
	unsigned mtu, n, refused = 0;
	static char data[2000];

	dtls_new(&d, ANON ":-CIPHER-ALL:+AES-128-CBC:-MAC-ALL:+SHA1");
	both_complete(&d);
	for (mtu = 100; mtu < 140; mtu++) {
		gnutls_dtls_set_mtu(d.client.s, mtu);
		n = gnutls_dtls_get_data_mtu(d.client.s);
		d.client.largest = 0;
		CHECK_IS(gnutls_record_send(d.client.s, data, n), n);
		CHECK(d.client.largest <= mtu);
		refused += gnutls_record_send(d.client.s, data, n + 16) == GNUTLS_E_LARGE_PACKET;
	}
	CHECK_IS(refused, 40);
	dtls_free(&d);
}

static void test_large_handshake_packet(void)
{
	struct dtls d;
	int c, s;

	dtls_new(&d, ANON);
	d.client.transport = 100;
	CHECK_IS(gnutls_handshake(d.client.s), GNUTLS_E_LARGE_PACKET);
	CHECK_IS(gnutls_error_is_fatal(GNUTLS_E_LARGE_PACKET), 0);
	gnutls_dtls_set_mtu(d.client.s, 100);
	dtls_handshake(&d, &c, &s);
	CHECK_IS(c, 0);
	CHECK_IS(s, 0);
	CHECK(d.client.largest <= 100);
	dtls_free(&d);
}

static int lose(struct side *e, const unsigned char *bytes, size_t size)
{
	(void)e, (void)bytes, (void)size;
	return 0;
}

static void test_timers(void)
{
	struct dtls d;
	unsigned i, ms;

	dtls_new(&d, ANON);
	d.client.arrives = lose;
	gnutls_dtls_set_timeouts(d.client.s, 500, 10000);
	CHECK_IS(gnutls_dtls_get_timeout(d.client.s), 0);
	CHECK_IS(gnutls_handshake(d.client.s), GNUTLS_E_AGAIN);
	/* Sent at 0, and again after 500, 1000, 2000, 4000 milliseconds. */
	for (i = 1, ms = 500; i <= 4; i++, ms *= 2) {
		CHECK_IS(d.client.sent, i);
		CHECK_IS(gnutls_dtls_get_timeout(d.client.s), ms);
		clock_ms += ms - 1;
		CHECK_IS(gnutls_dtls_get_timeout(d.client.s), 1);
		CHECK_IS(gnutls_handshake(d.client.s), GNUTLS_E_AGAIN);
		CHECK_IS(d.client.sent, i);
		clock_ms += 2;
		CHECK_IS(gnutls_handshake(d.client.s), GNUTLS_E_AGAIN);
		ms = gnutls_dtls_get_timeout(d.client.s) / 2;
	}
	clock_ms += 10000;
	CHECK_IS(gnutls_handshake(d.client.s), GNUTLS_E_TIMEDOUT);
	dtls_free(&d);
	/* After the handshake the time of the last flight goes on. */
	dtls_new(&d, ANON);
	both_complete(&d);
	ms = gnutls_dtls_get_timeout(d.server.s);
	CHECK(ms > 0 && ms <= 1000);
	clock_ms += 10;
	CHECK_IS(gnutls_dtls_get_timeout(d.server.s), ms - 10);
	CHECK(gnutls_dtls_get_timeout(d.client.s) < ms);
	clock_ms += 1000;
	CHECK_IS(gnutls_dtls_get_timeout(d.server.s), 0);
	CHECK_IS(gnutls_dtls_get_timeout(d.client.s), 0);
	dtls_free(&d);
}

/* The bodies of the messages of both sides, and of the first Finished. */
static unsigned char bodies[1000], first_finished[12];
static size_t bodies_size;
static int finished_seen;

static int note_bodies(struct side *e, const unsigned char *bytes, size_t size)
{
	(void)e;
	if (bytes[0] == 22 && bytes[4] == 0) {
		memcpy(bodies + bodies_size, bytes + 25, size - 25);
		bodies_size += size - 25;
	} else if (bytes[0] == 22 && !finished_seen++) {
		memcpy(first_finished, bytes + 25, 12);
	}
	return 1;
}

/* DTLS 0.9 resumes sessions of AnyConnect. Its transcript is of the messages without their headers. */
static void test_dtls09(void)
{
	static const char *const words = "NONE:+VERS-DTLS0.9:+COMP-NULL:+NULL:+SHA1:+RSA:%COMPAT";
	gnutls_certificate_credentials_t cred;
	gnutls_datum_t master = { (void *)"0123456789abcdef0123456789abcdef0123456789abcdef", 48 };
	gnutls_datum_t id = { (void *)"0123456789abcdef0123456789abcdef", 32 };
	unsigned char hash[36], want[12];
	struct dtls d;
	unsigned i;

	dtls_new(&d, words);
	gnutls_certificate_allocate_credentials(&cred);
	for (i = 0; i < 2; i++) {
		struct side *e = i ? &d.server : &d.client;

		CHECK_IS(gnutls_credentials_set(e->s, GNUTLS_CRD_CERTIFICATE, cred), 0);
		CHECK_IS(gnutls_session_set_premaster(e->s, i ? GNUTLS_SERVER : GNUTLS_CLIENT, GNUTLS_DTLS0_9, GNUTLS_KX_RSA,
						      GNUTLS_CIPHER_NULL, GNUTLS_MAC_SHA1, GNUTLS_COMP_NULL, &master, &id), 0);
		e->arrives = note_bodies;
	}
	both_complete(&d);
	CHECK_IS(gnutls_protocol_get_version(d.client.s), GNUTLS_DTLS0_9);
	CHECK_IS(gnutls_session_is_resumed(d.server.s), 1);
	CHECK_IS(gnutls_hash_fast(GNUTLS_DIG_MD5, bodies, bodies_size, hash), 0);
	CHECK_IS(gnutls_hash_fast(GNUTLS_DIG_SHA1, bodies, bodies_size, hash + 16), 0);
	CHECK_IS(gnutls_prf_raw(d.server.s, 15, "server finished", 36, (char *)hash, 12, (char *)want), 0);
	CHECK(!memcmp(want, first_finished, 12));
	exchange(&d);
	dtls_free(&d);
	gnutls_certificate_free_credentials(cred);
}

/* The total time is what was set last. */
static void test_total_time(void)
{
	static const struct { unsigned first, second, after; } rows[] = {
		{ 5000, 0, 5000 }, { 120000, 0, 120000 }, { -1, 0, 40000 }, { 120000, 10000, 10000 }, { 5000, 10000, 10000 },
#ifdef OURS
		/* No limit, as the manual has it; in GnuTLS no time. */
		{ 0, 0, 400000 },
#endif
	};
	struct dtls d;
	unsigned i;
	int code;

	for (i = 0; i < sizeof rows / sizeof *rows; i++) {
		long long begun = clock_ms;

		dtls_new(&d, ANON);
		d.client.arrives = lose;
		gnutls_handshake_set_timeout(d.client.s, rows[i].first);
		if (rows[i].second)
			gnutls_dtls_set_timeouts(d.client.s, 1000, rows[i].second);
		while ((code = gnutls_handshake(d.client.s)) == GNUTLS_E_AGAIN && clock_ms - begun < 400000)
			clock_ms += 500;
		CHECK_IS(code, rows[i].after < 400000 ? GNUTLS_E_TIMEDOUT : GNUTLS_E_AGAIN);
		CHECK(clock_ms - begun >= rows[i].after && clock_ms - begun <= rows[i].after + 500);
		dtls_free(&d);
	}
}

static int block_once(struct side *e, const unsigned char *bytes, size_t size)
{
	unsigned *left = e->data;

	(void)bytes, (void)size;
	return (*left)-- ? 1 : -1;
}

/* A flight that is sent again and would block goes on in the next call. */
static void test_blocked_repetition(void)
{
	struct dtls d;
	unsigned i, n, left;

	for (i = 0; i < 3; i++) {
		dtls_new(&d, ANON);
		gnutls_dtls_set_mtu(d.client.s, 60);
		d.client.arrives = lose;
		CHECK_IS(gnutls_handshake(d.client.s), GNUTLS_E_AGAIN);
		n = d.client.sent;
		CHECK(n >= 3);
		clock_ms += 1001;
		left = i;
		d.client.data = &left;
		d.client.arrives = block_once;
		CHECK_IS(gnutls_handshake(d.client.s), GNUTLS_E_AGAIN);
		CHECK_IS(d.client.sent, n + i);
		d.client.arrives = NULL;
		CHECK_IS(gnutls_handshake(d.client.s), GNUTLS_E_AGAIN);
		CHECK_IS(d.client.sent, 2 * n);
		gnutls_dtls_set_mtu(d.client.s, 1200);
		both_complete(&d);
		exchange(&d);
		dtls_free(&d);
	}
}

/* Loses each datagram number *data of a side, once. */
static int lose_one(struct side *e, const unsigned char *bytes, size_t size)
{
	(void)bytes, (void)size;
	return e->sent != *(unsigned *)e->data;
}

static int twice(struct side *e, const unsigned char *bytes, size_t size)
{
	(void)e, (void)bytes, (void)size;
	return 2;
}

static void test_loss(void)
{
	unsigned n, side;
	struct dtls d;

	for (side = 0; side < 2; side++) {
		for (n = 0; n < 5; n++) {
			struct side *e;

			dtls_new(&d, ANON);
			e = side ? &d.server : &d.client;
			e->arrives = lose_one;
			e->data = &n;
			both_complete(&d);
			e->arrives = NULL;
			exchange(&d);
			dtls_free(&d);
		}
	}
	dtls_new(&d, ANON);
	d.client.arrives = d.server.arrives = twice;
	both_complete(&d);
	d.client.arrives = d.server.arrives = NULL;
	while (d.server.first != d.server.last) {
		char c;
		gnutls_record_recv(d.server.s, &c, 1);
	}
	while (d.client.first != d.client.last) {
		char c;
		gnutls_record_recv(d.client.s, &c, 1);
	}
	exchange(&d);
	dtls_free(&d);
}

static void test_discarded(void)
{
	struct dtls d;
	char buf[64];
	unsigned before, i;
	unsigned char record[128];
	size_t size;

	dtls_new(&d, ANON);
	both_complete(&d);
	before = gnutls_record_get_discarded(d.server.s);
	/* A record twice, changed, of another epoch, and no record at all. */
	CHECK_IS(gnutls_record_send(d.client.s, "data", 4), 4);
	size = d.server.in[d.server.first % MAX_QUEUE].size;
	memcpy(record, d.server.in[d.server.first % MAX_QUEUE].bytes, size);
	CHECK_IS(gnutls_record_recv(d.server.s, buf, sizeof buf), 4);
	deliver(&d.server, record, size);
	record[10]++;
	record[size - 1] ^= 1;
	deliver(&d.server, record, size);
	record[4]++;
	record[4]++;
	deliver(&d.server, record, size);
	for (i = 0; i < 3; i++)
		CHECK_IS(gnutls_record_recv(d.server.s, buf, sizeof buf), GNUTLS_E_AGAIN);
	CHECK(gnutls_record_get_discarded(d.server.s) > before);
	exchange(&d);
	dtls_free(&d);
}

static const unsigned char *cookie_request;
static unsigned char last[256];
static size_t last_size;

static ssize_t keep(gnutls_transport_ptr_t t, const void *bytes, size_t size)
{
	CHECK(t == &last_size);
	memcpy(last, bytes, size);
	last_size = size;
	return size;
}

static ssize_t failing(gnutls_transport_ptr_t t, const void *bytes, size_t size)
{
	(void)t, (void)bytes, (void)size;
	return -1;
}

static void test_cookies(void)
{
	struct dtls d;
	gnutls_datum_t key, none = { NULL, 0 };
	gnutls_dtls_prestate_st state;
	struct datagram *hello;
	int c, s;

	CHECK_IS(gnutls_key_generate(&key, GNUTLS_COOKIE_KEY_SIZE), 0);
	CHECK_IS(key.size, 16);
	dtls_new(&d, ANON);
	CHECK_IS(gnutls_handshake(d.client.s), GNUTLS_E_AGAIN);
	hello = &d.server.in[d.server.first % MAX_QUEUE];
	memset(&state, 0, sizeof state);
	CHECK_IS(gnutls_dtls_cookie_verify(&key, "addr", 4, hello->bytes, hello->size, &state), GNUTLS_E_BAD_COOKIE);
	CHECK_IS(gnutls_dtls_cookie_verify(&key, "addr", 4, hello->bytes, 10, &state), GNUTLS_E_UNEXPECTED_PACKET_LENGTH);
	CHECK_IS(gnutls_dtls_cookie_verify(&none, "addr", 4, hello->bytes, hello->size, &state), GNUTLS_E_INVALID_REQUEST);
	CHECK_IS(gnutls_dtls_cookie_send(&none, "addr", 4, &state, &last_size, keep), GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_dtls_cookie_send(&key, "addr", 4, &state, &last_size, failing) < 0);
	CHECK_IS(gnutls_dtls_cookie_send(&key, "addr", 4, &state, &last_size, keep), 44);
	CHECK_IS(last_size, 44);
	CHECK(last_size < hello->size);
	cookie_request = last;
	CHECK_IS(cookie_request[13], 3);
	d.server.first++;
	free(hello->bytes);
	deliver(&d.client, last, last_size);
	CHECK_IS(gnutls_handshake(d.client.s), GNUTLS_E_AGAIN);
	hello = &d.server.in[d.server.first % MAX_QUEUE];
	CHECK_IS(gnutls_dtls_cookie_verify(&key, "other", 5, hello->bytes, hello->size, &state), GNUTLS_E_BAD_COOKIE);
	CHECK_IS(gnutls_dtls_cookie_verify(&key, "addr", 4, hello->bytes, hello->size, &state), 0);
	CHECK_IS(state.record_seq, 1);
	CHECK_IS(state.hsk_read_seq, 1);
	CHECK_IS(state.hsk_write_seq, 0);
	gnutls_dtls_prestate_set(d.server.s, &state);
	dtls_handshake(&d, &c, &s);
	CHECK_IS(c, 0);
	CHECK_IS(s, 0);
	exchange(&d);
	gnutls_free(key.data);
	dtls_free(&d);
}

static void test_renegotiation(void)
{
	struct dtls d;
	char buf[16];
	unsigned char seq[8];

	dtls_new(&d, ANON);
	both_complete(&d);
	CHECK_IS(gnutls_handshake(d.client.s), GNUTLS_E_AGAIN);
	CHECK_IS(gnutls_record_recv(d.server.s, buf, sizeof buf), GNUTLS_E_REHANDSHAKE);
	both_complete(&d);
	exchange(&d);
	CHECK_IS(gnutls_record_send(d.client.s, "x", 1), 1);
	CHECK_IS(gnutls_record_recv_seq(d.server.s, buf, sizeof buf, seq), 1);
	CHECK_IS(seq[1], 2);
	dtls_free(&d);
}

#ifdef OURS
static struct { size_t size; unsigned char bytes[128]; } late[2];
static unsigned held;

static int hold_finished(struct side *e, const unsigned char *bytes, size_t size)
{
	(void)e;
	if (bytes[4] != 1)
		return 1;
	late[held % 2].size = size;
	memcpy(late[held++ % 2].bytes, bytes, size);
	return 0;
}

/* A server whose first flight is its last, in a resumed session, sends it again when the client repeats its hello. GnuTLS waits for its
 * own timer. */
static void test_loss_in_resumption(void)
{
	gnutls_datum_t key, session = { NULL, 0 };
	struct dtls d;
	int round;

	CHECK_IS(gnutls_session_ticket_key_generate(&key), 0);
	for (round = 0; round < 2; round++) {
		long long begun = clock_ms;

		dtls_new(&d, ANON);
		CHECK_IS(gnutls_session_ticket_enable_server(d.server.s, &key), 0);
		if (round) {
			CHECK_IS(gnutls_session_set_data(d.client.s, session.data, session.size), 0);
			gnutls_dtls_set_timeouts(d.client.s, 1000, 60000);
			gnutls_dtls_set_timeouts(d.server.s, 30000, 60000);
			CHECK_IS(gnutls_handshake(d.client.s), GNUTLS_E_AGAIN);
			d.server.arrives = lose;
			CHECK_IS(gnutls_handshake(d.server.s), GNUTLS_E_AGAIN);
			CHECK(d.server.sent > 0);
			d.server.arrives = NULL;
		}
		both_complete(&d);
		CHECK_IS(gnutls_session_is_resumed(d.client.s), round);
		CHECK(clock_ms - begun < 5000);
		if (!round)
			CHECK_IS(gnutls_session_get_data2(d.client.s, &session), 0);
		dtls_free(&d);
	}
	gnutls_free(session.data);
	gnutls_free(key.data);
}

/* A Finished that the server repeats comes when the client has begun the next handshake, in which GnuTLS fails. */
static void test_late_finished(void)
{
	struct dtls d;
	char buf[16];
	int turns, c = -1, s = -1;

	dtls_new(&d, ANON);
	d.server.arrives = hold_finished;
	held = 0;
	for (turns = 0; turns < 8 && s; turns++) {
		c = gnutls_handshake(d.client.s);
		s = gnutls_handshake(d.server.s);
	}
	CHECK_IS(c, GNUTLS_E_AGAIN);
	CHECK_IS(s, 0);
	clock_ms += 1100;
	CHECK_IS(gnutls_handshake(d.client.s), GNUTLS_E_AGAIN);
	while (d.server.first != d.server.last)
		CHECK_IS(gnutls_record_recv(d.server.s, buf, sizeof buf), GNUTLS_E_AGAIN);
	CHECK_IS(held, 2);
	d.server.arrives = NULL;
	deliver(&d.client, late[0].bytes, late[0].size);
	CHECK_IS(gnutls_handshake(d.client.s), 0);
	CHECK_IS(gnutls_handshake(d.client.s), GNUTLS_E_AGAIN);
	deliver(&d.client, late[1].bytes, late[1].size);
	CHECK_IS(gnutls_handshake(d.client.s), GNUTLS_E_AGAIN);
	CHECK_IS(gnutls_record_recv(d.server.s, buf, sizeof buf), GNUTLS_E_REHANDSHAKE);
	both_complete(&d);
	exchange(&d);
	dtls_free(&d);
}

/* The client has sent the last flight, which is lost, and begins the next handshake: the server needs both. */
static void test_lost_end(void)
{
	gnutls_datum_t key, session;
	struct dtls d;
	char buf[16];
	int i, c = -1, s = -1, turns;

	CHECK_IS(gnutls_session_ticket_key_generate(&key), 0);
	for (i = 0; i < 2; i++) {
		dtls_new(&d, ANON);
		CHECK_IS(gnutls_session_ticket_enable_server(d.server.s, &key), 0);
		if (!i) {
			both_complete(&d);
			CHECK_IS(gnutls_session_get_data2(d.client.s, &session), 0);
			dtls_free(&d);
		}
	}
	CHECK_IS(gnutls_session_set_data(d.client.s, session.data, session.size), 0);
	CHECK_IS(gnutls_handshake(d.client.s), GNUTLS_E_AGAIN);
	CHECK_IS(gnutls_handshake(d.server.s), GNUTLS_E_AGAIN);
	d.client.arrives = lose;
	CHECK_IS(gnutls_handshake(d.client.s), 0);
	CHECK(gnutls_session_is_resumed(d.client.s));
	d.client.arrives = NULL;
	CHECK_IS(gnutls_handshake(d.client.s), GNUTLS_E_AGAIN);
	for (turns = 0; turns < 100 && (c || s); turns++) {
		if (s == GNUTLS_E_AGAIN || s == -1)
			s = gnutls_handshake(d.server.s);
		if (!s && turns < 50 && gnutls_record_recv(d.server.s, buf, sizeof buf) == GNUTLS_E_REHANDSHAKE)
			s = -1, turns = 50;
		c = c ? gnutls_handshake(d.client.s) : 0;
		clock_ms += 200;
	}
	CHECK_IS(c, 0);
	CHECK_IS(s, 0);
	exchange(&d);
	gnutls_free(key.data);
	gnutls_free(session.data);
	dtls_free(&d);
}

/* A client that begins by itself while the server's request is on its way or lost. GnuTLS waits for the request, or ends
 * the handshake. */
static void test_crossed_requests(void)
{
	struct dtls d;
	char buf[16];

	dtls_new(&d, ANON);
	both_complete(&d);
	CHECK_IS(gnutls_handshake(d.client.s), GNUTLS_E_AGAIN);
	CHECK_IS(gnutls_rehandshake(d.server.s), 0);
	CHECK_IS(gnutls_record_recv(d.server.s, buf, sizeof buf), GNUTLS_E_REHANDSHAKE);
	both_complete(&d);
	exchange(&d);
	d.server.arrives = lose;
	CHECK_IS(gnutls_rehandshake(d.server.s), 0);
	d.server.arrives = NULL;
	CHECK_IS(gnutls_handshake(d.client.s), GNUTLS_E_AGAIN);
	CHECK_IS(gnutls_record_recv(d.server.s, buf, sizeof buf), GNUTLS_E_REHANDSHAKE);
	both_complete(&d);
	exchange(&d);
	/* A request that nobody answers is repeated, with or without success. */
	CHECK_IS(gnutls_rehandshake(d.server.s), 0);
	CHECK_IS(gnutls_record_recv(d.client.s, buf, sizeof buf), GNUTLS_E_REHANDSHAKE);
	CHECK_IS(gnutls_rehandshake(d.server.s), 0);
	CHECK_IS(gnutls_record_recv(d.client.s, buf, sizeof buf), GNUTLS_E_REHANDSHAKE);
	exchange(&d);
	CHECK_IS(gnutls_handshake(d.client.s), GNUTLS_E_AGAIN);
	CHECK_IS(gnutls_record_recv(d.server.s, buf, sizeof buf), GNUTLS_E_REHANDSHAKE);
	both_complete(&d);
	exchange(&d);
	/* So is a hello that the server passes over. */
	CHECK_IS(gnutls_handshake(d.client.s), GNUTLS_E_AGAIN);
	CHECK_IS(gnutls_record_recv(d.server.s, buf, sizeof buf), GNUTLS_E_REHANDSHAKE);
	clock_ms += 1100;
	CHECK_IS(gnutls_handshake(d.client.s), GNUTLS_E_AGAIN);
	CHECK_IS(gnutls_record_recv(d.server.s, buf, sizeof buf), GNUTLS_E_REHANDSHAKE);
	both_complete(&d);
	exchange(&d);
	dtls_free(&d);
}

/* A handshake waits for an MTU with which it can go on; GnuTLS ends it, or writes beyond its memory. */
static void test_tiny_datagrams(void)
{
	struct dtls d;
	unsigned mtu;

	for (mtu = 0; mtu < 26; mtu++) {
		dtls_new(&d, ANON);
		gnutls_dtls_set_mtu(d.client.s, mtu);
		CHECK_IS(gnutls_handshake(d.client.s), GNUTLS_E_LARGE_PACKET);
		CHECK_IS(gnutls_handshake(d.client.s), GNUTLS_E_LARGE_PACKET);
		CHECK_IS(d.client.sent, 0);
		gnutls_dtls_set_mtu(d.client.s, 200);
		CHECK_IS(gnutls_handshake(d.client.s), GNUTLS_E_AGAIN);
		CHECK(d.client.sent > 0);
		gnutls_dtls_set_mtu(d.server.s, mtu);
		CHECK_IS(gnutls_handshake(d.server.s), GNUTLS_E_LARGE_PACKET);
		CHECK_IS(d.server.sent, 0);
		gnutls_dtls_set_mtu(d.server.s, 200);
		/* What is sent again does not fit either. */
		gnutls_dtls_set_mtu(d.client.s, mtu);
		clock_ms += 1100;
		CHECK_IS(gnutls_handshake(d.client.s), GNUTLS_E_LARGE_PACKET);
		gnutls_dtls_set_mtu(d.client.s, 200);
		both_complete(&d);
		CHECK(d.client.largest <= 200 && d.server.largest <= 200);
		exchange(&d);
		dtls_free(&d);
	}
	/* Between the hello, which has no keys, and Finished, which has. */
	dtls_new(&d, ANON);
	CHECK_IS(gnutls_handshake(d.client.s), GNUTLS_E_AGAIN);
	CHECK_IS(gnutls_handshake(d.server.s), GNUTLS_E_AGAIN);
	gnutls_dtls_set_mtu(d.client.s, 40);
	CHECK_IS(gnutls_handshake(d.client.s), GNUTLS_E_LARGE_PACKET);
	CHECK_IS(gnutls_handshake(d.server.s), GNUTLS_E_AGAIN);
	gnutls_dtls_set_mtu(d.client.s, 100);
	both_complete(&d);
	exchange(&d);
	dtls_free(&d);
}

/* Calls that come too late change nothing: numbers that repeat would give nonces that repeat. */
static void test_late_calls(void)
{
	static const unsigned char last_epoch[8] = { 0xff, 0xff, 0, 0, 0, 0, 0, 1 };
	gnutls_dtls_prestate_st state = { 3, 5, 7 };
	struct dtls d;

	dtls_new(&d, ANON);
	CHECK_IS(gnutls_handshake(d.client.s), GNUTLS_E_AGAIN);
	CHECK_IS(gnutls_handshake(d.server.s), GNUTLS_E_AGAIN);
	gnutls_dtls_prestate_set(d.server.s, &state);
	gnutls_dtls_prestate_set(d.client.s, &state);
	both_complete(&d);
	gnutls_dtls_prestate_set(d.server.s, &state);
	gnutls_dtls_prestate_set(d.client.s, &state);
	exchange(&d);
	CHECK_IS(gnutls_dtls_set_data_mtu(d.client.s, -1), 0);
	CHECK_IS(gnutls_dtls_get_mtu(d.client.s), 18445);
	/* RFC 6347 section 4.1: an epoch does not begin again. */
	CHECK_IS(gnutls_record_set_state(d.client.s, 0, last_epoch), 0);
	CHECK_IS(gnutls_handshake(d.client.s), GNUTLS_E_RECORD_LIMIT_REACHED);
	CHECK_IS(gnutls_record_send(d.client.s, "x", 1), 1);
	dtls_free(&d);
}

/* GnuTLS crashes or reads a NULL pointer. */
static void test_null(void)
{
	gnutls_dtls_prestate_st state;
	gnutls_datum_t key = { (void *)"key", 3 };

	gnutls_dtls_set_mtu(NULL, 1);
	gnutls_dtls_set_timeouts(NULL, 1, 1);
	gnutls_dtls_prestate_set(NULL, NULL);
	CHECK_IS(gnutls_dtls_get_mtu(NULL), 0);
	CHECK_IS(gnutls_dtls_get_data_mtu(NULL), 0);
	CHECK_IS(gnutls_dtls_get_timeout(NULL), 0);
	CHECK_IS(gnutls_record_get_discarded(NULL), 0);
	CHECK_IS(gnutls_dtls_set_data_mtu(NULL, 1), GNUTLS_E_INVALID_REQUEST);
	CHECK_IS(gnutls_dtls_cookie_send(NULL, NULL, 0, &state, NULL, keep), GNUTLS_E_INVALID_REQUEST);
	CHECK_IS(gnutls_dtls_cookie_send(&key, NULL, 0, NULL, NULL, keep), GNUTLS_E_INVALID_REQUEST);
	CHECK_IS(gnutls_dtls_cookie_send(&key, NULL, 0, &state, NULL, NULL), GNUTLS_E_INVALID_REQUEST);
	CHECK_IS(gnutls_dtls_cookie_verify(NULL, NULL, 0, NULL, 0, &state), GNUTLS_E_INVALID_REQUEST);
}
#endif

int main(void)
{
	test_versions();
	test_sizes();
	test_block_cipher();
	test_large_handshake_packet();
	test_timers();
	test_dtls09();
	test_total_time();
	test_blocked_repetition();
	test_loss();
	test_discarded();
	test_cookies();
	test_renegotiation();
#ifdef OURS
	test_loss_in_resumption();
	test_late_finished();
	test_lost_end();
	test_crossed_requests();
	test_tiny_datagrams();
	test_late_calls();
	test_null();
#endif
	gnutls_anon_free_client_credentials(client_anon);
	gnutls_anon_free_server_credentials(server_anon);
	return check_result();
}
