/* Heartbeats (RFC 6520) over datagrams: what is negotiated, requests and their answers, loss, and messages that lie about their
 * length. Debian's 3.8.13 has none. */
#include "datagrams.h"
#include <gnutls/crypto.h>

/* What is sent can be read, and with the key of its MAC made up. */
#define READABLE "NONE:+VERS-DTLS1.2:+ANON-ECDH:+NULL:+SHA1:+COMP-NULL:+GROUP-ALL:+SIGN-ALL"

/* The body of the extension in the last hellos, by their type; 0 if they have none. */
static unsigned char hellos[3];

static int look_at_hello(struct side *e, const unsigned char *bytes, size_t size)
{
	size_t i;

	(void)e;
	if (bytes[0] != 22 || (bytes[13] != 1 && bytes[13] != 2))
		return 1;
	hellos[bytes[13]] = 0;
	for (i = 13 + 12 + 34; i + 5 <= size; i++)
		if (!memcmp(bytes + i, "\0\17\0\1", 4))
			hellos[bytes[13]] = bytes[i + 4];
	return 1;
}

static void connect_with(struct dtls *d, unsigned client, unsigned server)
{
	int c, s;

	dtls_new(d, READABLE);
	d->client.arrives = d->server.arrives = look_at_hello;
	memset(hellos, 0, sizeof hellos);
	if (client)
		gnutls_heartbeat_enable(d->client.s, client);
	if (server)
		gnutls_heartbeat_enable(d->server.s, server);
	dtls_handshake(d, &c, &s);
	CHECK_IS(c, 0);
	CHECK_IS(s, 0);
	d->client.arrives = d->server.arrives = NULL;
	/* What came twice. */
	gnutls_record_recv(d->client.s, &c, 1);
	gnutls_record_recv(d->server.s, &s, 1);
	d->client.sent = d->server.sent = 0;
}

static void test_negotiation(void)
{
	static const struct {
		unsigned char client, server, offered, answered;
		/* Whether each may send. */
		unsigned char client_sends, server_sends;
	} rows[] = {
		{ 0, 0, 0, 0, 0, 0 },
		{ 0, 1, 0, 0, 0, 0 },
		{ 1, 0, 1, 0, 0, 0 },
		{ 1, 1, 1, 1, 1, 1 },
		{ 1, 2, 1, 2, 0, 1 },
		{ 2, 1, 2, 1, 1, 0 },
		{ 2, 2, 2, 2, 0, 0 },
		{ 4, 1, 2, 1, 1, 0 },
		{ 5, 7, 1, 1, 1, 1 },
#ifdef OURS
		/* Who may send is what the peer says. */
		{ 4, 4, 2, 2, 0, 0 },
#endif
	};
	unsigned i;
	struct dtls d;

	for (i = 0; i < sizeof rows / sizeof *rows; i++) {
		connect_with(&d, rows[i].client, rows[i].server);
		CHECK_IS(hellos[1], rows[i].offered);
		CHECK_IS(hellos[2], rows[i].answered);
		CHECK_IS(gnutls_heartbeat_allowed(d.client.s, GNUTLS_HB_LOCAL_ALLOWED_TO_SEND), rows[i].client_sends);
		CHECK_IS(gnutls_heartbeat_allowed(d.server.s, GNUTLS_HB_LOCAL_ALLOWED_TO_SEND), rows[i].server_sends);
		CHECK_IS(gnutls_heartbeat_allowed(d.client.s, GNUTLS_HB_PEER_ALLOWED_TO_SEND), rows[i].client & 1);
		CHECK_IS(gnutls_heartbeat_allowed(d.server.s, 0), rows[i].server & 1);
		CHECK_IS(gnutls_session_get_flags(d.client.s) & (GNUTLS_SFLAGS_HB_LOCAL_SEND | GNUTLS_SFLAGS_HB_PEER_SEND),
			 rows[i].client_sends * GNUTLS_SFLAGS_HB_LOCAL_SEND | (rows[i].client & 1) * GNUTLS_SFLAGS_HB_PEER_SEND);
		CHECK_IS(gnutls_heartbeat_ping(d.client.s, 20, 1, 0), rows[i].client_sends ? 0 : GNUTLS_E_INVALID_REQUEST);
		CHECK_IS(gnutls_heartbeat_ping(d.server.s, 20, 1, 0), rows[i].server_sends ? 0 : GNUTLS_E_INVALID_REQUEST);
		dtls_free(&d);
	}
	dtls_new(&d, READABLE);
	gnutls_heartbeat_enable(d.client.s, GNUTLS_HB_PEER_ALLOWED_TO_SEND);
	CHECK_IS(gnutls_heartbeat_allowed(d.client.s, GNUTLS_HB_PEER_ALLOWED_TO_SEND), 1);
	CHECK_IS(gnutls_heartbeat_allowed(d.client.s, GNUTLS_HB_LOCAL_ALLOWED_TO_SEND), 0);
	CHECK_IS(gnutls_heartbeat_ping(d.client.s, 20, 1, 0), GNUTLS_E_INVALID_REQUEST);
	CHECK_IS(gnutls_heartbeat_pong(d.client.s, 0), GNUTLS_E_INVALID_REQUEST);
	dtls_free(&d);
}

static const unsigned char *last_to(const struct side *e, size_t *size)
{
	const struct datagram *d = &e->in[(e->last - 1) % MAX_QUEUE];

	*size = d->size;
	return d->bytes;
}

static void test_request_and_answer(void)
{
	static const unsigned sizes[] = { 17, 18, 100, 1148 };
	unsigned char buf[100], sent[2000];
	const unsigned char *p;
	struct dtls d;
	size_t size;
	unsigned i;

	connect_with(&d, 1, 1);
	CHECK_IS(gnutls_heartbeat_get_timeout(d.client.s), 0);
	CHECK_IS(gnutls_heartbeat_pong(d.server.s, 0), GNUTLS_E_INVALID_REQUEST);
	for (i = 0; i < sizeof sizes / sizeof *sizes; i++) {
		CHECK_IS(gnutls_heartbeat_ping(d.client.s, sizes[i], 1, 0), 0);
		p = last_to(&d.server, &size);
		/* Record, type, length, payload, 16 bytes of padding, MAC. */
		CHECK_IS(size, 13 + 3 + sizes[i] + 20);
		CHECK_IS(p[0], 24);
		CHECK_IS(p[13], 1);
		CHECK_IS(p[14] << 8 | p[15], sizes[i] - 16);
		memcpy(sent, p, size);
		CHECK_IS(gnutls_heartbeat_get_timeout(d.client.s), 1000);
		clock_ms += 300;
		CHECK_IS(gnutls_heartbeat_get_timeout(d.client.s), 700);
		CHECK_IS(gnutls_record_recv(d.server.s, buf, sizeof buf), GNUTLS_E_HEARTBEAT_PING_RECEIVED);
		CHECK_IS(gnutls_heartbeat_pong(d.server.s, 0), 0);
		/* Once. */
		CHECK_IS(gnutls_heartbeat_pong(d.server.s, 0), GNUTLS_E_INVALID_REQUEST);
		CHECK_IS(d.server.sent, i + 1);
		p = last_to(&d.client, &size);
		CHECK_IS(size, 13 + 3 + sizes[i] + 20);
		CHECK_IS(p[13], 2);
		CHECK(!memcmp(p + 14, sent + 14, 2 + sizes[i] - 16));
		CHECK(memcmp(p + 16 + sizes[i] - 16, sent + 16 + sizes[i] - 16, 16));
		CHECK_IS(gnutls_record_recv(d.client.s, buf, sizeof buf), GNUTLS_E_HEARTBEAT_PONG_RECEIVED);
		/* The time goes on nevertheless. */
		CHECK_IS(gnutls_heartbeat_get_timeout(d.client.s), 700);
		clock_ms += 700;
		CHECK_IS(gnutls_heartbeat_get_timeout(d.client.s), 0);
		CHECK_IS(gnutls_record_recv(d.client.s, buf, sizeof buf), GNUTLS_E_AGAIN);
	}
	/* Each call sends another one, and the answer to an older one is none. */
	CHECK_IS(gnutls_heartbeat_ping(d.client.s, 40, 1, 0), 0);
	CHECK_IS(gnutls_heartbeat_ping(d.client.s, 40, 1, 0), 0);
	CHECK_IS(gnutls_record_recv(d.server.s, buf, sizeof buf), GNUTLS_E_HEARTBEAT_PING_RECEIVED);
	CHECK_IS(gnutls_heartbeat_pong(d.server.s, 0), 0);
	CHECK_IS(gnutls_record_recv(d.client.s, buf, sizeof buf), GNUTLS_E_AGAIN);
	CHECK_IS(gnutls_record_recv(d.server.s, buf, sizeof buf), GNUTLS_E_HEARTBEAT_PING_RECEIVED);
	CHECK_IS(gnutls_heartbeat_pong(d.server.s, 0), 0);
	CHECK_IS(gnutls_record_recv(d.client.s, buf, sizeof buf), GNUTLS_E_HEARTBEAT_PONG_RECEIVED);
	/* Data and the end are not disturbed. */
	CHECK_IS(gnutls_heartbeat_ping(d.client.s, 20, 1, 0), 0);
	CHECK_IS(gnutls_record_send(d.client.s, "data", 4), 4);
	CHECK_IS(gnutls_bye(d.client.s, GNUTLS_SHUT_WR), 0);
	CHECK_IS(gnutls_bye(d.server.s, GNUTLS_SHUT_RDWR), GNUTLS_E_HEARTBEAT_PING_RECEIVED);
	CHECK_IS(gnutls_bye(d.server.s, GNUTLS_SHUT_RDWR), 0);
	dtls_free(&d);
}

static void test_sizes(void)
{
	struct dtls d;

	connect_with(&d, 1, 1);
	/* The size is that of the datagram, or of the largest record. */
	CHECK_IS(gnutls_heartbeat_ping(d.client.s, 1200, 1, 0), GNUTLS_E_LARGE_PACKET);
	CHECK_IS(gnutls_heartbeat_ping(d.client.s, 16384, 1, 0), GNUTLS_E_LARGE_PACKET);
	CHECK_IS(gnutls_heartbeat_ping(d.client.s, 20000, 1, 0), GNUTLS_E_UNEXPECTED_PACKET_LENGTH);
	CHECK_IS(gnutls_heartbeat_ping(d.client.s, -1, 1, 0), GNUTLS_E_UNEXPECTED_PACKET_LENGTH);
#ifdef OURS
	unsigned i;
	char buf[8];

	/* A payload of nothing: GnuTLS 3.7.9 ends the process. */
	for (i = 0; i <= 16; i += 16) {
		CHECK_IS(gnutls_heartbeat_ping(d.client.s, i, 1, 0), 0);
		CHECK_IS(gnutls_record_recv(d.server.s, buf, sizeof buf), GNUTLS_E_HEARTBEAT_PING_RECEIVED);
		CHECK_IS(gnutls_heartbeat_pong(d.server.s, 0), 0);
		CHECK_IS(gnutls_record_recv(d.client.s, buf, sizeof buf), GNUTLS_E_HEARTBEAT_PONG_RECEIVED);
	}
	/* The answer may be too large for us. */
	CHECK_IS(gnutls_heartbeat_ping(d.client.s, 1000, 1, 0), 0);
	CHECK_IS(gnutls_record_recv(d.server.s, buf, sizeof buf), GNUTLS_E_HEARTBEAT_PING_RECEIVED);
	gnutls_dtls_set_mtu(d.server.s, 500);
	CHECK_IS(gnutls_heartbeat_pong(d.server.s, 0), GNUTLS_E_LARGE_PACKET);
#endif
	dtls_free(&d);
}

/* The server receives a heartbeat with this content. */
static void inject(struct dtls *d, const void *content, size_t n)
{
	gnutls_datum_t mac, iv, key;
	unsigned char seq[8], bytes[2000], *record = bytes + 13;

	if (gnutls_record_get_state(d->client.s, 0, &mac, &iv, &key, seq) < 0)
		abort();
	/* What is authenticated, then the record, whose header is in another order. */
	memcpy(bytes, seq, 8);
	memcpy(bytes + 8, "\x18\xfe\xfd", 3);
	bytes[11] = n >> 8, bytes[12] = n;
	memcpy(record, content, n);
	gnutls_hmac_fast(GNUTLS_MAC_SHA1, mac.data, mac.size, bytes, 13 + n, record + n);
	memcpy(bytes, "\x18\xfe\xfd", 3);
	memcpy(bytes + 3, seq, 8);
	bytes[11] = (n + 20) >> 8, bytes[12] = n + 20;
	deliver(&d->server, bytes, 13 + n + 20);
}

#define PADDING "0123456789abcdef"

static void test_lies(void)
{
	static const struct { const char *content; unsigned size; int code, theirs; } rows[] = {
		{ "\1", 1, GNUTLS_E_AGAIN, GNUTLS_E_UNEXPECTED_PACKET_LENGTH },
		{ "\1\0", 2, GNUTLS_E_AGAIN, GNUTLS_E_UNEXPECTED_PACKET_LENGTH },
		{ "\1\0\0", 3, GNUTLS_E_AGAIN, GNUTLS_E_UNEXPECTED_PACKET_LENGTH },
		/* Less padding than it must have. */
		{ "\1\0\1x123456789abcdef", 19, GNUTLS_E_AGAIN, GNUTLS_E_UNEXPECTED_PACKET_LENGTH },
		/* The payload would be the padding, or what is behind the record. */
		{ "\1\0\2x" PADDING, 20, GNUTLS_E_AGAIN, GNUTLS_E_UNEXPECTED_PACKET_LENGTH },
		{ "\1\0\21x" PADDING, 20, GNUTLS_E_AGAIN, GNUTLS_E_UNEXPECTED_PACKET_LENGTH },
		{ "\1\x40\0x" PADDING, 20, GNUTLS_E_AGAIN, GNUTLS_E_UNEXPECTED_PACKET_LENGTH },
		{ "\1\xff\xffx" PADDING, 20, GNUTLS_E_AGAIN, GNUTLS_E_UNEXPECTED_PACKET_LENGTH },
		{ "\2\xff\xffx" PADDING, 20, GNUTLS_E_AGAIN, GNUTLS_E_UNEXPECTED_PACKET_LENGTH },
		/* An unknown type, an answer to nothing. */
		{ "\3\0\1x" PADDING, 20, GNUTLS_E_AGAIN, GNUTLS_E_UNEXPECTED_PACKET },
		{ "\2\0\1x" PADDING, 20, GNUTLS_E_AGAIN, GNUTLS_E_UNEXPECTED_PACKET },
		{ "\1\0\1x" PADDING, 20, GNUTLS_E_HEARTBEAT_PING_RECEIVED, GNUTLS_E_HEARTBEAT_PING_RECEIVED },
		{ "\1\0\1x" PADDING "more", 24, GNUTLS_E_HEARTBEAT_PING_RECEIVED, GNUTLS_E_HEARTBEAT_PING_RECEIVED },
	};
	struct dtls d;
	unsigned i;
	char buf[100];

	for (i = 0; i < sizeof rows / sizeof *rows; i++) {
		int good = rows[i].code == rows[i].theirs;

		connect_with(&d, 1, 1);
		inject(&d, rows[i].content, rows[i].size);
#ifdef OURS
		CHECK_IS(gnutls_record_recv(d.server.s, buf, sizeof buf), rows[i].code);
		CHECK_IS(gnutls_record_get_discarded(d.server.s), !good);
#else
		CHECK_IS(gnutls_record_recv(d.server.s, buf, sizeof buf), rows[i].theirs);
#endif
		CHECK_IS(gnutls_heartbeat_pong(d.server.s, 0), good ? 0 : GNUTLS_E_INVALID_REQUEST);
		CHECK_IS(d.server.sent, good);
		if (good)
			CHECK_IS(d.client.in[d.client.first % MAX_QUEUE].size, 13 + 20 + 20);
		dtls_free(&d);
	}
	/* Where they are not allowed they are nothing, and a session without them goes on. */
	for (i = 0; i < 3; i++) {
		connect_with(&d, i == 0 ? 0 : 1, i == 1 ? 2 : i == 2);
		if (i == 2)
			gnutls_heartbeat_enable(d.server.s, 2);
		inject(&d, "\1\0\1x" PADDING, 20);
#ifdef OURS
		CHECK_IS(gnutls_record_recv(d.server.s, buf, sizeof buf), GNUTLS_E_AGAIN);
		CHECK_IS(gnutls_record_get_discarded(d.server.s), 1);
		gnutls_record_send(d.client.s, "same number", 11);
		CHECK_IS(gnutls_record_send(d.client.s, "data", 4), 4);
		CHECK_IS(gnutls_record_recv(d.server.s, buf, sizeof buf), 4);
#endif
		CHECK_IS(gnutls_heartbeat_pong(d.server.s, 0), GNUTLS_E_INVALID_REQUEST);
		dtls_free(&d);
	}
}

/* A client that waits: its peer answers while it does, or the time goes by. */
static struct dtls *waited;
static int lost, answers, in_handshake;
static unsigned waits[8], n_waits;

static int wait_for(gnutls_transport_ptr_t t, unsigned ms)
{
	struct side *e = t;
	char buf[100];

	if (e->first == e->last && in_handshake)
		gnutls_handshake(waited->server.s);
	if (e->first != e->last || in_handshake)
		return e->first != e->last;
	if (n_waits < 8)
		waits[n_waits++] = ms;
	while (answers && gnutls_record_recv(waited->server.s, buf, sizeof buf) == GNUTLS_E_HEARTBEAT_PING_RECEIVED) {
		if (lost-- <= 0)
			gnutls_heartbeat_pong(waited->server.s, 0);
	}
	if (e->first != e->last)
		return 1;
	clock_ms += ms;
	return 0;
}

static void connect_waiting(struct dtls *d)
{
	int i, code = GNUTLS_E_AGAIN;

	dtls_new(d, READABLE);
	gnutls_deinit(d->client.s);
	CHECK_IS(gnutls_init(&d->client.s, GNUTLS_CLIENT | GNUTLS_DATAGRAM), 0);
	CHECK_IS(gnutls_priority_set_direct(d->client.s, READABLE, NULL), 0);
	CHECK_IS(gnutls_credentials_set(d->client.s, GNUTLS_CRD_ANON, client_anon), 0);
	gnutls_transport_set_ptr(d->client.s, &d->client);
	gnutls_transport_set_push_function(d->client.s, side_push);
	gnutls_transport_set_pull_function(d->client.s, side_pull);
	gnutls_transport_set_pull_timeout_function(d->client.s, wait_for);
	gnutls_heartbeat_enable(d->client.s, 1);
	gnutls_heartbeat_enable(d->server.s, 1);
	waited = d;
	in_handshake = 1;
	for (i = 0; i < 20 && code == GNUTLS_E_AGAIN; i++)
		code = gnutls_handshake(d->client.s);
	in_handshake = 0;
	CHECK_IS(code, 0);
	gnutls_heartbeat_set_timeouts(d->client.s, 300, 2000);
	d->client.sent = n_waits = lost = answers = 0;
}

static void test_waiting(void)
{
	struct dtls d;
	unsigned i;
	char buf[8];

	/* Nobody answers: after 300 milliseconds, 600 and 1,200 more, or so many times. */
	for (i = 0; i <= 4; i += 2) {
		long long begin;

		connect_waiting(&d);
		begin = clock_ms;
		CHECK_IS(gnutls_heartbeat_ping(d.client.s, 40, i, GNUTLS_HEARTBEAT_WAIT), GNUTLS_E_TIMEDOUT);
		CHECK_IS(clock_ms - begin, i == 2 ? 900 : 2100);
		CHECK_IS(d.client.sent, i == 2 ? 2 : 3);
		CHECK_IS(waits[0], 300);
		CHECK_IS(waits[1], 600);
		CHECK_IS(gnutls_heartbeat_get_timeout(d.client.s), 0);
		/* The session goes on. */
		CHECK_IS(gnutls_record_send(d.server.s, "data", 4), 4);
		CHECK_IS(gnutls_record_recv(d.client.s, buf, sizeof buf), 4);
		while (gnutls_record_recv(d.server.s, buf, sizeof buf) == GNUTLS_E_HEARTBEAT_PING_RECEIVED)
			;
		answers = 1;
		CHECK_IS(gnutls_heartbeat_ping(d.client.s, 40, i, GNUTLS_HEARTBEAT_WAIT), 0);
		dtls_free(&d);
	}
	connect_waiting(&d);
	answers = 1;
	CHECK_IS(gnutls_heartbeat_ping(d.client.s, 40, 3, GNUTLS_HEARTBEAT_WAIT), 0);
	CHECK_IS(d.client.sent, 1);
	lost = 2;
	CHECK_IS(gnutls_heartbeat_ping(d.client.s, 40, 0, GNUTLS_HEARTBEAT_WAIT), 0);
	CHECK_IS(d.client.sent, 4);
	/* The peer asks meanwhile. */
	CHECK_IS(gnutls_heartbeat_ping(d.server.s, 40, 1, 0), 0);
	CHECK_IS(gnutls_heartbeat_ping(d.client.s, 40, 3, GNUTLS_HEARTBEAT_WAIT), GNUTLS_E_HEARTBEAT_PING_RECEIVED);
	CHECK_IS(gnutls_heartbeat_pong(d.client.s, 0), 0);
	dtls_free(&d);
#ifdef OURS
	/* Data that comes meanwhile is kept, and the end is no answer. */
	connect_waiting(&d);
	answers = 1;
	CHECK_IS(gnutls_record_send(d.server.s, "data", 4), 4);
	CHECK_IS(gnutls_heartbeat_ping(d.client.s, 40, 3, GNUTLS_HEARTBEAT_WAIT), 0);
	CHECK_IS(gnutls_record_check_pending(d.client.s), 4);
	CHECK_IS(gnutls_record_recv(d.client.s, buf, sizeof buf), 4);
	CHECK_IS(gnutls_bye(d.server.s, GNUTLS_SHUT_WR), 0);
	CHECK_IS(gnutls_heartbeat_ping(d.client.s, 40, 3, GNUTLS_HEARTBEAT_WAIT), GNUTLS_E_SESSION_EOF);
	dtls_free(&d);
	/* A session that does not block goes on where the call returned. */
	connect_with(&d, 1, 1);
	gnutls_heartbeat_set_timeouts(d.client.s, 300, 2000);
	CHECK_IS(gnutls_heartbeat_ping(d.client.s, 40, 3, GNUTLS_HEARTBEAT_WAIT), GNUTLS_E_AGAIN);
	CHECK_IS(gnutls_heartbeat_get_timeout(d.client.s), 300);
	CHECK_IS(gnutls_heartbeat_ping(d.client.s, 40, 3, GNUTLS_HEARTBEAT_WAIT), GNUTLS_E_AGAIN);
	CHECK_IS(d.client.sent, 1);
	clock_ms += 300;
	CHECK_IS(gnutls_heartbeat_ping(d.client.s, 40, 3, GNUTLS_HEARTBEAT_WAIT), GNUTLS_E_AGAIN);
	CHECK_IS(d.client.sent, 2);
	CHECK_IS(gnutls_heartbeat_get_timeout(d.client.s), 600);
	CHECK_IS(gnutls_record_recv(d.server.s, buf, sizeof buf), GNUTLS_E_HEARTBEAT_PING_RECEIVED);
	CHECK_IS(gnutls_heartbeat_pong(d.server.s, 0), 0);
	CHECK_IS(gnutls_heartbeat_ping(d.client.s, 40, 3, GNUTLS_HEARTBEAT_WAIT), 0);
	CHECK_IS(gnutls_heartbeat_ping(d.client.s, 40, 3, GNUTLS_HEARTBEAT_WAIT), GNUTLS_E_AGAIN);
	clock_ms += 300;
	CHECK_IS(gnutls_heartbeat_ping(d.client.s, 40, 2, GNUTLS_HEARTBEAT_WAIT), GNUTLS_E_AGAIN);
	clock_ms += 600;
	CHECK_IS(gnutls_heartbeat_ping(d.client.s, 40, 2, GNUTLS_HEARTBEAT_WAIT), GNUTLS_E_TIMEDOUT);
	dtls_free(&d);
#endif
}

/* How large a datagram the way between the two takes, found with requests that are answered or not. */
static int narrow(struct side *e, const unsigned char *bytes, size_t size)
{
	(void)e, (void)bytes;
	return size <= 1000;
}

static void test_path_mtu(void)
{
	struct dtls d;
	unsigned low = 200, high = 1400;

	connect_waiting(&d);
	answers = 1;
	d.client.arrives = d.server.arrives = narrow;
	gnutls_dtls_set_mtu(d.server.s, high);
	while (low + 1 < high) {
		unsigned mtu = (low + high) / 2;
		int code;

		gnutls_dtls_set_mtu(d.client.s, mtu);
		code = gnutls_heartbeat_ping(d.client.s, gnutls_dtls_get_data_mtu(d.client.s) - 3, 2, GNUTLS_HEARTBEAT_WAIT);
		CHECK(code == 0 || code == GNUTLS_E_TIMEDOUT);
		*(code == 0 ? &low : &high) = mtu;
	}
	CHECK_IS(low, 1000);
	dtls_free(&d);
}

int main(void)
{
	if (REFERENCE_3_8)
		return 0;
	test_negotiation();
	test_request_and_answer();
	test_sizes();
	test_lies();
	test_waiting();
	test_path_mtu();
	return check_result();
}
