/* Hand-made hellos: how a server handles the body of each extension, versions and names; and what a client writes. */
#include "sessions.h"
#include "certs.h"

struct bytes { unsigned char b[2048]; size_t n; };

static void put(struct bytes *to, const void *p, size_t n)
{
	memcpy(to->b + to->n, p, n);
	to->n += n;
}
static void put16(struct bytes *to, unsigned v)
{
	unsigned char two[2] = { v >> 8, v };
	put(to, two, 2);
}
/* An extension with this body. */
static void ext(struct bytes *to, unsigned number, const void *p, size_t n)
{
	put16(to, number);
	put16(to, n);
	put(to, p, n);
}
#define EXT(to, number, bytes) ext(to, number, bytes, sizeof bytes - 1)

/* A record with a ClientHello of this version that has these extensions. */
static void hello(struct queue *q, unsigned version, const struct bytes *exts)
{
	struct bytes m = { .n = 0 }, r = { .n = 0 };
	unsigned char random[32];
	memset(random, 'R', sizeof random);
	put16(&m, version);
	put(&m, random, 32);
	put(&m, "", 1);
	put(&m, "\0\4\x13\1\xc0\x2b\1\0", 8);
	put16(&m, exts->n);
	put(&m, exts->b, exts->n);
	put(&r, "\x16\3\1", 3);
	put16(&r, m.n + 4);
	put(&r, "\1\0", 2);
	put16(&r, m.n);
	put(&r, m.b, m.n);
	queue_put(q, r.b, r.n);
}

/* What both versions need. */
static void common(struct bytes *e, int tls13)
{
	static const char generator[] = "\0\x45\0\x17\0\x41\4"
		"\x6b\x17\xd1\xf2\xe1\x2c\x42\x47\xf8\xbc\xe6\xe5\x63\xa4\x40\xf2\x77\x03\x7d\x81\x2d\xeb\x33\xa0\xf4\xa1\x39\x45\xd8\x98\xc2\x96"
		"\x4f\xe3\x42\xe2\xfe\x1a\x7f\x9b\x8e\xe7\xeb\x4a\x7c\x0f\x9e\x16\x2b\xce\x33\x57\x6b\x31\x5e\xce\xcb\xb6\x40\x68\x37\xbf\x51\xf5";
	EXT(e, 10, "\0\2\0\x17");
	EXT(e, 13, "\0\2\4\3");
	if (tls13) {
		EXT(e, 43, "\2\3\4");
		EXT(e, 51, generator);
	}
}

/* The code of the handshake of a server that was sent a hello, and the alert that it sent. */
static int answer_now(struct pair *p, int *alert)
{
	struct queue *to = &p->client.in;
	int r = gnutls_handshake(p->server.s);
	*alert = -1;
	if (r < 0 && gnutls_error_is_fatal(r)) {
		to->used = 0;
		CHECK_IS(gnutls_alert_send_appropriate(p->server.s, r), 0);
		if (to->used == 7 && to->data[0] == 21 && to->data[5] == 2)
			*alert = to->data[6];
	}
	return r;
}
/* Sends the hello to a server, and answers like answer_now. */
static int answer(struct pair *p, unsigned version, const struct bytes *exts, int *alert)
{
	hello(&p->server.in, version, exts);
	return answer_now(p, alert);
}

#define BOTH "NORMAL:-VERS-ALL:+VERS-TLS1.2:+VERS-TLS1.3"

/* An extension's body, added to the required ones, and the expected result in both versions. */
static void test_bodies(void)
{
#define ROW(number, bytes, ...) { #number " " #bytes, number, bytes, sizeof bytes - 1, __VA_ARGS__ }
#define SHORT GNUTLS_E_UNEXPECTED_PACKET_LENGTH, GNUTLS_A_DECODE_ERROR
#define ILLEGAL GNUTLS_E_RECEIVED_ILLEGAL_PARAMETER, GNUTLS_A_ILLEGAL_PARAMETER
#define NAME GNUTLS_E_RECEIVED_DISALLOWED_NAME, GNUTLS_A_ILLEGAL_PARAMETER
#define TAKEN GNUTLS_E_AGAIN, -1
	static const struct { const char *what; unsigned number; const char *b; size_t n; int code, alert; } rows[] = {
		ROW(0, "\0\6\0\0\3a.b", TAKEN),
		ROW(0, "\0\7\0\0\4a.b.", TAKEN),
		ROW(0, "\0\4\1\0\1/", TAKEN),
		ROW(0, "", SHORT),
		ROW(0, "\0\0", SHORT),
		ROW(0, "\0\3\0\0\0", SHORT),
		ROW(0, "\0\6\0\0\3a.bx", SHORT),
		ROW(0, "\0\6\0\0\3a\0b", NAME),
		ROW(0, "\0\6\0\0\3a\nb", NAME),
		ROW(0, "\0\6\0\0\3a b", NAME),
		ROW(0, "\0\6\0\0\3a/b", NAME),
		ROW(0, "\0\6\0\0\3::1", NAME),
		ROW(0, "\0\6\0\0\3*.b", NAME),
		ROW(0, "\0\5\0\0\2\xc3\xa9", NAME),
		ROW(0, "\0\x16\0\0\x13../../../etc/passwd", NAME),
		ROW(0, "\0\10\0\0\5$(id)", NAME),
		ROW(1, "\2", TAKEN),
		ROW(1, "\5", ILLEGAL),
		ROW(1, "\0", ILLEGAL),
		ROW(5, "\1\0\0\0\0", TAKEN),
		ROW(5, "", SHORT),
		ROW(5, "\1\0\5", SHORT),
		ROW(16, "\0\3\2h2", TAKEN),
		ROW(16, "\0\0", SHORT),
		ROW(16, "\0\1\0", SHORT),
		ROW(16, "\xff\xff", SHORT),
		ROW(22, "", TAKEN),
		ROW(22, "x", ILLEGAL),
		ROW(23, "", TAKEN),
		ROW(23, "x", SHORT),
		ROW(28, "\2\0", TAKEN),
		ROW(28, "\0\x3f", ILLEGAL),
		ROW(28, "\2", SHORT),
		ROW(28, "\2\0\0", SHORT),
		ROW(0xff01, "\0", TAKEN),
		ROW(0xff01, "\1x", GNUTLS_E_SAFE_RENEGOTIATION_FAILED, GNUTLS_A_HANDSHAKE_FAILURE),
		ROW(0xff01, "\5x", SHORT),
		ROW(0xaaaa, "x", TAKEN),
	};
	unsigned i, tls13;
	for (i = 0; i < sizeof rows / sizeof *rows; i++)
		for (tls13 = 0; tls13 < 2; tls13++) {
			struct pair p;
			struct bytes e = { .n = 0 };
			int alert, before = check_failures;
			gnutls_datum_t h2 = text("h2");
			pair_new(&p, BOTH, 0, 0);
			CHECK_IS(gnutls_alpn_set_protocols(p.server.s, &h2, 1, 0), 0);
			ext(&e, rows[i].number, rows[i].b, rows[i].n);
			common(&e, tls13);
			CHECK_IS(answer(&p, 0x0303, &e, &alert), rows[i].code);
			CHECK_IS(alert, rows[i].alert);
			if (check_failures != before)
				fprintf(stderr, "    %s in TLS 1.%u\n", rows[i].what, tls13 + 2);
			pair_end(&p);
		}
}

/* pre_shared_key must be the last extension, and requires psk_key_exchange_modes. */
static void test_psk(void)
{
	static const char psk[] = "\0\10\0\2id\0\0\0\0\0\x21\x20" "bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb";
	int i, alert;
	for (i = 0; i < 3; i++) {
		struct pair p;
		struct bytes e = { .n = 0 };
		pair_new(&p, BOTH, 0, 0);
		if (i != 1)
			EXT(&e, 45, "\1\1");
		if (i == 2)
			EXT(&e, 41, psk);
		common(&e, 1);
		if (i != 2)
			EXT(&e, 41, psk);
		if (i)
			CHECK(gnutls_error_is_fatal(answer(&p, 0x0303, &e, &alert)) && alert > 0);
		else
			CHECK_IS(answer(&p, 0x0303, &e, &alert), GNUTLS_E_AGAIN);
		pair_end(&p);
	}
}

/* The version of the hello, with and without supported_versions, and the resulting version, or none. */
static void test_versions(void)
{
	static const struct { unsigned hello; const char *list; size_t n; gnutls_protocol_t got; } rows[] = {
		{ 0x0303, NULL, 0, GNUTLS_TLS1_2 },
		{ 0x0304, NULL, 0, GNUTLS_TLS1_2 },
		{ 0x0404, NULL, 0, GNUTLS_TLS1_2 },
		{ 0x7f1c, NULL, 0, GNUTLS_TLS1_2 },
		{ 0xfefd, NULL, 0, GNUTLS_TLS1_2 },
		{ 0xffff, NULL, 0, GNUTLS_TLS1_2 },
		{ 0x0302, NULL, 0, 0 },
		{ 0x0301, NULL, 0, 0 },
		{ 0x0300, NULL, 0, 0 },
		{ 0x0200, NULL, 0, 0 },
		{ 0x0303, "\2\3\4", 3, GNUTLS_TLS1_3 },
		{ 0x0404, "\2\3\4", 3, GNUTLS_TLS1_3 },
		{ 0x7f1c, "\2\3\4", 3, GNUTLS_TLS1_3 },
		{ 0x0300, "\2\3\4", 3, 0 },
		{ 0x0303, "\2\3\3", 3, GNUTLS_TLS1_2 },
		{ 0x0303, "\4\x7f\x1c\3\3", 5, GNUTLS_TLS1_2 },
		{ 0x0303, "\2\3\2", 3, 0 },
		{ 0x0303, "\2\x7f\x1c", 3, 0 },
	};
	unsigned i;
	for (i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct pair p;
		struct bytes e = { .n = 0 };
		int alert, before = check_failures;
		pair_new(&p, BOTH, 0, 0);
		if (rows[i].got == GNUTLS_TLS1_3)
			common(&e, 1);
		else {
			common(&e, 0);
			if (rows[i].list)
				ext(&e, 43, rows[i].list, rows[i].n);
		}
		CHECK_IS(answer(&p, rows[i].hello, &e, &alert), rows[i].got ? GNUTLS_E_AGAIN : GNUTLS_E_UNSUPPORTED_VERSION_PACKET);
		CHECK_IS(alert, rows[i].got ? -1 : (int)GNUTLS_A_PROTOCOL_VERSION);
		if (rows[i].got)
			CHECK_IS(gnutls_protocol_get_version(p.server.s), rows[i].got);
		if (check_failures != before)
			fprintf(stderr, "    hello of %04x, row %u\n", rows[i].hello, i);
		pair_end(&p);
	}
}

/* The body of an extension in the hello of a session of either side; NULL if it is missing. A long hello is in several
 * records. */
static const unsigned char *find(const struct queue *q, unsigned number, size_t *n)
{
	static unsigned char hello[8192];
	const unsigned char *p = hello + 4 + 34, *end;
	size_t at = 0, used = 0;
	int client;

	while (at + 5 <= q->used && q->data[at] == 22) {
		size_t len = q->data[at + 3] << 8 | q->data[at + 4];

		if (used + len > sizeof hello || at + 5 + len > q->used)
			break;
		memcpy(hello + used, q->data + at + 5, len);
		used += len;
		at += 5 + len;
	}
	client = hello[0] == 1;
	end = hello + 4 + (hello[2] << 8 | hello[3]);
	p += 1 + p[0];
	p += client ? 2 + (p[0] << 8 | p[1]) : 2;
	p += client ? 1 + p[0] : 1;
	for (p += 2; p + 4 <= end; p += 4 + (p[2] << 8 | p[3]))
		if ((unsigned)(p[0] << 8 | p[1]) == number) {
			*n = p[2] << 8 | p[3];
			return p + 4;
		}
	return NULL;
}

/* The server name that a client sends. */
static void test_names(void)
{
	static const struct { const char *set; size_t n; const char *sent; int code; } rows[] = {
		{ "www.example.com", 15, "www.example.com", 0 },
		{ "a\nb", 3, "ab", 0 },
		{ "a\tb", 3, "ab", 0 },
		{ "a\0b", 3, "a", 0 },
		{ "\x7f", 1, NULL, 0 },
		{ "caf\xc3\xa9\n.com", 10, "xn--caf-dma.com", 0 },
		{ "a_b.c", 5, "a_b.c", 0 },
		{ "\xff\xfe", 2, NULL, GNUTLS_E_INVALID_UTF8_STRING },
	};
	unsigned i;
	for (i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct pair p;
		const unsigned char *b;
		size_t n;
		int before = check_failures;
		pair_new(&p, BOTH, 0, 0);
		CHECK_IS(gnutls_server_name_set(p.client.s, GNUTLS_NAME_DNS, rows[i].set, rows[i].n), rows[i].code);
		CHECK_IS(gnutls_handshake(p.client.s), GNUTLS_E_AGAIN);
		b = find(&p.server.in, 0, &n);
		CHECK(!b == !rows[i].sent);
		if (b && rows[i].sent)
			CHECK(n == 5 + strlen(rows[i].sent) && !memcmp(b + 5, rows[i].sent, n - 5));
		if (check_failures != before)
			fprintf(stderr, "    name %u\n", i);
		pair_end(&p);
	}
}

/* max_fragment_length is offered for the sizes that it can express; a server that receives it without
 * record_size_limit answers and applies it. */
static void test_fragment_length(void)
{
	static const struct { size_t size; int code; } rows[] = { { 512, 1 }, { 1024, 2 }, { 2048, 3 }, { 4096, 4 }, { 600, 0 }, { 8192, 0 } };
	unsigned i;
	size_t n;
	const unsigned char *b;
	struct pair p;
	struct bytes e = { .n = 0 };
	int alert;
	for (i = 0; i < sizeof rows / sizeof *rows; i++) {
		pair_new(&p, i & 1 ? TLS12 : BOTH, 0, 0);
		CHECK_IS(gnutls_record_set_max_size(p.client.s, rows[i].size), 0);
		CHECK_IS(gnutls_handshake(p.client.s), GNUTLS_E_AGAIN);
		b = find(&p.server.in, 1, &n);
		CHECK_IS(b && n == 1 ? *b : 0, rows[i].code);
		pair_end(&p);
	}
	for (i = 0; i < 2; i++) {
		pair_new(&p, BOTH, 0, 0);
		e.n = 0;
		common(&e, 0);
		EXT(&e, 1, "\1");
		if (i)
			EXT(&e, 28, "\x40\0");
		CHECK_IS(answer(&p, 0x0303, &e, &alert), GNUTLS_E_AGAIN);
		b = find(&p.client.in, 1, &n);
		CHECK_IS(b && n == 1 ? *b : 0, i ? 0 : 1);
		CHECK(!find(&p.client.in, 28, &n) == !i);
		/* The certificate does not fit into one record of 512 bytes. */
		if (!i) {
			size_t at = 0;
			while (at < p.client.in.used) {
				unsigned len = p.client.in.data[at + 3] << 8 | p.client.in.data[at + 4];
				CHECK(len <= 512);
				at += 5 + len;
			}
			CHECK(p.client.in.used > 2 * 512);
		}
		pair_end(&p);
	}
}

/* Without groups there is no supported_groups; in TLS 1.2 schemes that would be refused are not offered. */
static void test_lists(void)
{
	struct pair p;
	size_t n, i;
	const unsigned char *b;
	pair_new(&p, TLS12 ":+SIGN-ECDSA-SECP256R1-SHA256:-SIGN-ECDSA-SHA256", 0, 0);
	CHECK_IS(gnutls_handshake(p.client.s), GNUTLS_E_AGAIN);
	b = find(&p.server.in, 13, &n);
	CHECK(b && n > 2);
	for (i = 2; b && i + 1 < n; i += 2)
		CHECK(!(b[i] == 4 && b[i + 1] == 3) && b[i] != 9);
	pair_end(&p);

	pair_new(&p, TLS12, 0, 0);
	CHECK_IS(gnutls_priority_set_direct(p.client.s, TLS12 ":-SIGN-ALL:+SIGN-ECDSA-SECP256R1-SHA256", NULL), GNUTLS_E_NO_PRIORITIES_WERE_SET);
	pair_end(&p);

	pair_new(&p, BOTH ":-GROUP-ALL:+GROUP-GC256A", 0, 0);
	if (gnutls_handshake(p.client.s) == GNUTLS_E_AGAIN)
		CHECK(!find(&p.server.in, 10, &n));
	pair_end(&p);
}

/* GNUTLS_NO_EXTENSIONS of gnutls_init: neither a request for the status nor the extended master secret. */
static void test_no_extensions(void)
{
	struct pair p;
	size_t n;
	pair_new(&p, TLS12, GNUTLS_NO_EXTENSIONS, 0);
	CHECK_IS(gnutls_handshake(p.client.s), GNUTLS_E_AGAIN);
	CHECK(!find(&p.server.in, 5, &n) && !find(&p.server.in, 23, &n));
	CHECK(find(&p.server.in, 10, &n) != NULL);
	HANDSHAKE(&p, 0, 0);
	CHECK_IS(gnutls_session_ext_master_secret_status(p.client.s), 0);
	CHECK_IS(gnutls_session_ext_master_secret_status(p.server.s), 0);
	ECHO(&p);
	pair_end(&p);
}

/* %NO_EXTENSIONS: a client sends none, and no signalling suite in their place; a server leaves out the extended master secret
 * alone. */
static void test_without_extensions(void)
{
	static const char none[] = TLS12 ":%NO_EXTENSIONS";
	static const struct {
		const char *client, *server;
		int safe;
	} rows[] = { { none, TLS12, 0 }, { TLS12, none, 1 }, { none, none, 0 } };
	size_t i, n;
	for (i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct pair p;
		pair_of(&p, rows[i].client, rows[i].server, server_pem, server_key_pem);
		CHECK_IS(gnutls_handshake(p.client.s), GNUTLS_E_AGAIN);
		CHECK_IS(!!find(&p.server.in, 65281, &n), rows[i].safe);
		CHECK_IS(gnutls_handshake(p.server.s), GNUTLS_E_AGAIN);
		CHECK_IS(!!find(&p.client.in, 65281, &n), rows[i].safe);
		HANDSHAKE(&p, 0, 0);
		CHECK_IS(gnutls_safe_renegotiation_status(p.client.s), rows[i].safe);
		CHECK_IS(gnutls_safe_renegotiation_status(p.server.s), rows[i].safe);
		CHECK_IS(gnutls_session_ext_master_secret_status(p.client.s), 0);
		CHECK_IS(gnutls_session_ext_master_secret_status(p.server.s), 0);
		ECHO(&p);
		pair_end(&p);
	}
}

/* The randoms that the application sets. */
static void test_random(const char *prio)
{
	struct pair p;
	unsigned char a[32], b[32];
	gnutls_datum_t x = { a, 32 }, y = { b, 32 }, wrong = { b, 31 }, client, server;
	memset(a, 0xaa, 32);
	memset(b, 0xbb, 32);
	pair_new(&p, prio, 0, 0);
	CHECK_IS(gnutls_handshake_set_random(p.client.s, &x), 0);
	CHECK_IS(gnutls_handshake_set_random(p.server.s, &y), 0);
	CHECK_IS(gnutls_handshake_set_random(p.server.s, &wrong), GNUTLS_E_INVALID_REQUEST);
	HANDSHAKE(&p, 0, 0);
	gnutls_session_get_random(p.server.s, &client, &server);
	CHECK(!memcmp(client.data, a, 32) && !memcmp(server.data, b, 32));
	gnutls_session_get_random(p.client.s, &client, &server);
	CHECK(!memcmp(client.data, a, 32) && !memcmp(server.data, b, 32));
	pair_end(&p);
}

/* A hello in the format of SSL 2.0 (RFC 5246 appendix E.2). */
static void test_sslv2(void)
{
	static const struct { const char *what; unsigned version, specs, id, challenge, cut; int code, alert; } rows[] = {
		{ "TLS 1.2", 0x303, 9, 0, 32, 0, GNUTLS_E_AGAIN, -1 },
		{ "TLS 1.1", 0x302, 9, 0, 16, 0, GNUTLS_E_AGAIN, -1 },
		{ "TLS 1.0", 0x301, 9, 0, 20, 0, GNUTLS_E_AGAIN, -1 },
		{ "TLS 1.3", 0x304, 9, 0, 32, 0, GNUTLS_E_AGAIN, -1 },
		{ "a session ID", 0x303, 9, 16, 32, 0, SHORT },
		{ "SSL 2.0", 2, 9, 0, 32, 0, GNUTLS_E_UNSUPPORTED_VERSION_PACKET, GNUTLS_A_PROTOCOL_VERSION },
		{ "challenge of 15 bytes", 0x303, 9, 0, 15, 0, GNUTLS_E_UNSUPPORTED_VERSION_PACKET, GNUTLS_A_PROTOCOL_VERSION },
		{ "challenge of 33 bytes", 0x303, 9, 0, 33, 0, GNUTLS_E_UNSUPPORTED_VERSION_PACKET, GNUTLS_A_PROTOCOL_VERSION },
		{ "part of a cipher spec", 0x303, 8, 0, 32, 0, SHORT },
		{ "no cipher specs", 0x303, 0, 0, 32, 0, GNUTLS_E_NO_CIPHER_SUITES, GNUTLS_A_HANDSHAKE_FAILURE },
		{ "cut by a byte", 0x303, 9, 0, 32, 1, SHORT },
		{ "cut in the cipher specs", 0x303, 9, 0, 32, 36, SHORT },
	};
	size_t i;
	for (i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct bytes m = { .n = 0 }, r = { .n = 0 };
		unsigned char filler[64];
		gnutls_datum_t client, server;
		struct pair p;
		int alert, before = check_failures;
		memset(filler, 'C', sizeof filler);
		put(&m, "\1", 1);
		put16(&m, rows[i].version);
		put16(&m, rows[i].specs);
		put16(&m, rows[i].id);
		put16(&m, rows[i].challenge);
		put(&m, "\1\0\x80\0\xc0\x2b\0\xc0\x09", rows[i].specs);
		put(&m, filler, rows[i].id);
		put(&m, filler, rows[i].challenge);
		m.n -= rows[i].cut;
		put16(&r, 0x8000 | m.n);
		put(&r, m.b, m.n);
		pair_new(&p, "NORMAL:-VERS-ALL:+VERS-TLS1.3:+VERS-TLS1.2:+VERS-TLS1.1:+VERS-TLS1.0", 0, 0);
		queue_put(&p.server.in, r.b, r.n);
		CHECK_IS(answer_now(&p, &alert), rows[i].code);
		CHECK_IS(alert, rows[i].alert);
		if (rows[i].code == GNUTLS_E_AGAIN) {
			int v = gnutls_protocol_get_version(p.server.s);
			size_t pad = 32 - rows[i].challenge;
			CHECK_IS(v, rows[i].version == 0x301 ? GNUTLS_TLS1_0 :
				rows[i].version == 0x302 ? GNUTLS_TLS1_1 : GNUTLS_TLS1_2);
			gnutls_session_get_random(p.server.s, &client, &server);
			CHECK(client.size == 32 && !memcmp(client.data + pad, filler, rows[i].challenge));
			CHECK(!pad || (!client.data[0] && !memcmp(client.data, client.data + 1, pad - 1)));
		}
		if (check_failures != before)
			fprintf(stderr, "    %s\n", rows[i].what);
		pair_end(&p);
	}
}

/* Functions that gnutls-cli-debug tries servers with; no header has them. */
void _gnutls_hello_set_default_version(gnutls_session_t session, unsigned char major, unsigned char minor);
void _gnutls_record_set_default_version(gnutls_session_t session, unsigned char major, unsigned char minor);
void _gnutls_rsa_pms_set_version(gnutls_session_t session, unsigned char major, unsigned char minor);

static void test_untrue_version(const char *prio, gnutls_protocol_t version)
{
	struct pair p;

	pair_new(&p, prio, 0, 0);
	_gnutls_hello_set_default_version(p.client.s, 3, 9);
	_gnutls_record_set_default_version(p.client.s, 3, 7);
	CHECK_IS(gnutls_handshake(p.client.s), GNUTLS_E_AGAIN);
	CHECK(p.server.in.used > 11);
	/* The version of the record is as ever. */
	CHECK_IS(p.server.in.data[1], 3);
	CHECK(p.server.in.data[2] <= 3);
	CHECK_IS(p.server.in.data[9], 3);
	CHECK_IS(p.server.in.data[10], 9);
	HANDSHAKE(&p, 0, 0);
	CHECK_IS(gnutls_protocol_get_version(p.server.s), version);
	pair_end(&p);

	pair_new(&p, prio, 0, 0);
	_gnutls_hello_set_default_version(p.client.s, 2, 1);
	HANDSHAKE(&p, GNUTLS_E_AGAIN, GNUTLS_E_UNSUPPORTED_VERSION_PACKET);
	pair_end(&p);
}

/* A server of the RSA key exchange does not take a premaster secret of another version. */
static void test_premaster_version(int minor, int whole)
{
	const char *prio = TLS12 ":-KX-ALL:+RSA";
	int client, server;
	struct pair p;

	pair_of(&p, prio, prio, leaf_pem, leaf_key_pem);
	_gnutls_rsa_pms_set_version(p.client.s, 3, minor);
	pair_handshake(&p, &client, &server);
	CHECK_IS(client == 0 && server == 0, whole);
	pair_end(&p);
}

int main(void)
{
	int v;
	test_bodies();
	test_psk();
	test_versions();
	test_names();
	test_fragment_length();
	test_lists();
	test_no_extensions();
	test_without_extensions();
	test_sslv2();
	test_untrue_version(TLS12, GNUTLS_TLS1_2);
	test_untrue_version(TLS13, GNUTLS_TLS1_3);
	test_premaster_version(3, 1);
	test_premaster_version(5, 0);
	for (v = 0; v < 2; v++)
		test_random(both_versions[v]);
	return check_result();
}
