/* Server names, ALPN, extensions of the application, OCSP requests. */
#include "sessions.h"

/* The longest names, and names that are longer by one byte or by many. */
static void test_lengths(const char *prio)
{
	static const char long_name[257] = { [0 ... 255] = 'a' };
	const gnutls_datum_t longest = { (void *)long_name, 31 }, longer = { (void *)long_name, 32 };
	const gnutls_datum_t huge = { (void *)long_name, 0x80000000u };
	const gnutls_datum_t many[9] = { longest, longest, longest, longest, longest, longest, longest, longest, longest };
	struct pair p;
	char out[16];

	pair_new(&p, prio, 0, 0);
	CHECK_IS(gnutls_server_name_set(p.client.s, GNUTLS_NAME_DNS, long_name, 255), 0);
	CHECK_IS(gnutls_server_name_set(p.client.s, GNUTLS_NAME_DNS, long_name, 256), GNUTLS_E_INVALID_REQUEST);
	CHECK_IS(gnutls_alpn_set_protocols(p.client.s, &longer, 1, 0), GNUTLS_E_INVALID_REQUEST);
	CHECK_IS(gnutls_alpn_set_protocols(p.client.s, &huge, 1, 0), GNUTLS_E_INVALID_REQUEST);
	CHECK_IS(gnutls_alpn_set_protocols(p.client.s, many, 9, 0), GNUTLS_E_INVALID_REQUEST);
	CHECK_IS(gnutls_alpn_set_protocols(p.client.s, many, 8, 0), 0);
	CHECK_IS(gnutls_alpn_set_protocols(p.client.s, &longest, 1, 0), 0);
	CHECK_IS(gnutls_alpn_set_protocols(p.server.s, &longest, 1, 0), 0);
#ifdef OURS
	/* A size that no buffer can have is refused, and not treated as 0 (GnuTLS crashes). */
	CHECK_IS(gnutls_server_name_set(p.client.s, GNUTLS_NAME_DNS, long_name, -1), GNUTLS_E_INVALID_REQUEST);
#endif
	CHECK_IS(gnutls_server_name_set(p.client.s, GNUTLS_NAME_DNS, "localhost", 9), 0);
	HANDSHAKE(&p, 0, 0);
	CHECK_IS(gnutls_alpn_get_selected_protocol(p.client.s, &(gnutls_datum_t){ 0 }), 0);
#ifdef OURS
	CHECK_IS(gnutls_prf_rfc5705(p.client.s, 3, "abc", -1, "x", sizeof out, out), GNUTLS_E_INVALID_REQUEST);
	CHECK_IS(gnutls_prf_rfc5705(p.client.s, 3, "abc", 0, NULL, -1, out), GNUTLS_E_INVALID_REQUEST);
	CHECK_IS(gnutls_prf_rfc5705(p.client.s, -1, "abc", 0, NULL, sizeof out, out), GNUTLS_E_INVALID_REQUEST);
#endif
	CHECK_IS(gnutls_prf_rfc5705(p.client.s, 3, "abc", 0, NULL, sizeof out, out), 0);
	pair_end(&p);
}

static void test_server_name(const char *prio)
{
	struct pair p;
	char name[64];
	size_t size = sizeof name;
	unsigned type = 77;

	pair_new(&p, prio, 0, 0);
	CHECK_IS(gnutls_server_name_set(p.client.s, GNUTLS_NAME_DNS, "www.example.com", 15), 0);
	CHECK_IS(gnutls_server_name_get(p.client.s, name, &size, &type, 0), GNUTLS_E_INVALID_REQUEST);
	CHECK_IS(gnutls_server_name_get(p.server.s, name, &size, &type, 0), GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE);
	HANDSHAKE(&p, 0, 0);
	CHECK_IS(gnutls_server_name_get(p.server.s, name, &size, &type, 0), 0);
	CHECK_IS(size, 15);
	CHECK_IS(type, GNUTLS_NAME_DNS);
	CHECK(!strcmp(name, "www.example.com"));
	size = 15;
	CHECK_IS(gnutls_server_name_get(p.server.s, name, &size, &type, 0), GNUTLS_E_SHORT_MEMORY_BUFFER);
	CHECK_IS(size, 16);
	size = sizeof name;
	CHECK_IS(gnutls_server_name_get(p.server.s, name, &size, &type, 1), GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE);
	pair_end(&p);

	/* The name is removed again, and below replaced by another one. */
	pair_new(&p, prio, 0, 0);
	CHECK_IS(gnutls_server_name_set(p.client.s, GNUTLS_NAME_DNS, "www.example.com", 15), 0);
	CHECK_IS(gnutls_server_name_set(p.client.s, GNUTLS_NAME_DNS, "", 0), 0);
	HANDSHAKE(&p, 0, 0);
	size = sizeof name;
	CHECK_IS(gnutls_server_name_get(p.server.s, name, &size, &type, 0), GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE);
	pair_end(&p);

	pair_new(&p, prio, 0, 0);
	CHECK_IS(gnutls_server_name_set(p.client.s, GNUTLS_NAME_DNS, "first.example.com", 17), 0);
	CHECK_IS(gnutls_server_name_set(p.client.s, GNUTLS_NAME_DNS, "second.example.com", 18), 0);
	HANDSHAKE(&p, 0, 0);
	size = sizeof name;
	CHECK_IS(gnutls_server_name_get(p.server.s, name, &size, &type, 0), 0);
	CHECK(!strcmp(name, "second.example.com"));
	pair_end(&p);
}

static gnutls_datum_t word(const char *s)
{
	return text(s);
}

/* The protocols of both sides and the flags, and the selected protocol or the error. */
static void test_alpn(const char *prio, const char *client, const char *server, unsigned flags, const char *chosen, int code)
{
	struct pair p;
	gnutls_datum_t list[4], got;
	int n, side, before = check_failures;
	char words[2][64];

	pair_new(&p, prio, 0, 0);
	CHECK_IS(gnutls_alpn_get_selected_protocol(p.client.s, &got), GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE);
	for (side = 0; side < 2; side++) {
		char *w, *rest = words[side];
		strcpy(words[side], side ? server : client);
		for (n = 0; (w = strtok_r(rest, " ", &rest));)
			list[n++] = word(w);
		if (n)
			CHECK_IS(gnutls_alpn_set_protocols(side ? p.server.s : p.client.s, list, n, side ? flags : 0), 0);
	}
	HANDSHAKE(&p, code ? GNUTLS_E_AGAIN : 0, code);
	if (!code)
		for (side = 0; side < 2; side++) {
			int r = gnutls_alpn_get_selected_protocol(side ? p.server.s : p.client.s, &got);
			CHECK_IS(r, chosen ? 0 : GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE);
			if (!r && chosen)
				CHECK(got.size == strlen(chosen) && !memcmp(got.data, chosen, got.size));
		}
	else {
		CHECK_IS(gnutls_alert_send_appropriate(p.server.s, code), 0);
		CHECK_IS(gnutls_handshake(p.client.s), GNUTLS_E_FATAL_ALERT_RECEIVED);
		CHECK_IS(gnutls_alert_get(p.client.s), GNUTLS_A_NO_APPLICATION_PROTOCOL);
	}
	if (check_failures != before)
		fprintf(stderr, "    client %s, server %s, flags %u\n", client, server, flags);
	pair_end(&p);
}

/* An extension of the application, for one session and for all sessions. */
static char came[4][64];
static int sent[4];
static unsigned last_message[4];
static int receive(int slot, gnutls_session_t s, const unsigned char *data, size_t size)
{
	memcpy(came[slot], data, size < 63 ? size : 63);
	came[slot][size < 63 ? size : 63] = 0;
	last_message[slot] = gnutls_ext_get_current_msg(s);
	return 0;
}
static int send_words(int slot, gnutls_buffer_t to, const char *words)
{
	sent[slot]++;
	CHECK_IS(gnutls_buffer_append_data(to, words, strlen(words)), 0);
	return strlen(words);
}
static int client_recv(gnutls_session_t s, const unsigned char *d, size_t n)
{
	return receive(0, s, d, n);
}
static int server_recv(gnutls_session_t s, const unsigned char *d, size_t n)
{
	gnutls_ext_priv_data_t data = strdup((const char *)"kept");
	gnutls_ext_set_data(s, 0xff33, data);
	CHECK_IS(gnutls_ext_get_current_msg(s), GNUTLS_EXT_FLAG_CLIENT_HELLO);
	return receive(1, s, d, n);
}
static int client_send(gnutls_session_t s, gnutls_buffer_t to)
{
	return send_words(0, to, "from client");
}
static int server_send(gnutls_session_t s, gnutls_buffer_t to)
{
	return send_words(1, to, "from server");
}
static int no_send(gnutls_session_t s, gnutls_buffer_t to)
{
	return 0;
}
static void release(gnutls_ext_priv_data_t data)
{
	free(data);
}

static void test_own(const char *prio, int tls13)
{
	struct pair p;
	unsigned flags = GNUTLS_EXT_FLAG_TLS | GNUTLS_EXT_FLAG_CLIENT_HELLO |
			 (tls13 ? GNUTLS_EXT_FLAG_EE : GNUTLS_EXT_FLAG_TLS12_SERVER_HELLO);
	gnutls_ext_priv_data_t kept = NULL;

	memset(came, 0, sizeof came);
	memset(sent, 0, sizeof sent);
	pair_new(&p, prio, 0, 0);
	CHECK_IS(gnutls_session_ext_register(p.client.s, "own", 0xff33, GNUTLS_EXT_TLS, client_recv, client_send,
					     release, NULL, NULL, flags), 0);
	CHECK_IS(gnutls_session_ext_register(p.client.s, "own", 0xff33, GNUTLS_EXT_TLS, client_recv, client_send,
					     release, NULL, NULL, flags), GNUTLS_E_ALREADY_REGISTERED);
	CHECK_IS(gnutls_session_ext_register(p.server.s, "own", 0xff33, GNUTLS_EXT_TLS, server_recv, server_send,
					     release, NULL, NULL, flags), 0);
	CHECK_IS(gnutls_session_ext_register(p.server.s, "name", 0, GNUTLS_EXT_TLS, server_recv, server_send,
					     release, NULL, NULL, 0), GNUTLS_E_ALREADY_REGISTERED);
	HANDSHAKE(&p, 0, 0);
	CHECK_IS(sent[0], 1);
	CHECK_IS(sent[1], 1);
	CHECK(!strcmp(came[0], "from server"));
	CHECK(!strcmp(came[1], "from client"));
	CHECK_IS(last_message[1], GNUTLS_EXT_FLAG_CLIENT_HELLO);
	CHECK_IS(last_message[0], tls13 ? GNUTLS_EXT_FLAG_EE : GNUTLS_EXT_FLAG_TLS12_SERVER_HELLO);
	CHECK_IS(gnutls_ext_get_data(p.server.s, 0xff33, &kept), 0);
	CHECK(kept && !strcmp(kept, "kept"));
	CHECK_IS(gnutls_ext_get_data(p.client.s, 0xff33, &kept), GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE);
	CHECK(!strcmp(gnutls_ext_get_name2(p.client.s, 0xff33, GNUTLS_EXT_ANY), "own"));
	ECHO(&p);
	pair_end(&p);
}

/* The messages of an extension according to its flags: how often both sides together sent it. */
static int rows_sent;
static int row_send(gnutls_session_t s, gnutls_buffer_t to)
{
	rows_sent++;
	CHECK_IS(gnutls_buffer_append_data(to, "x", 1), 0);
	return 1;
}
static int rows_came;
static int row_recv(gnutls_session_t s, const unsigned char *d, size_t n)
{
	rows_came++;
	return 0;
}
static void test_flags(void)
{
#define FLAG(f) GNUTLS_EXT_FLAG_##f
	static const struct { unsigned flags; int tls12, tls13; } rows[] = {
		{ 0, 2, 2 },
		{ FLAG(TLS), 2, 2 },
		{ FLAG(DTLS), 2, 2 },
		{ FLAG(CLIENT_HELLO), 1, 1 },
		{ FLAG(TLS) | FLAG(CLIENT_HELLO), 1, 1 },
		{ FLAG(DTLS) | FLAG(CLIENT_HELLO), 0, 0 },
		{ FLAG(DTLS) | FLAG(CLIENT_HELLO) | FLAG(EE) | FLAG(TLS12_SERVER_HELLO), 0, 0 },
		{ FLAG(TLS) | FLAG(DTLS) | FLAG(CLIENT_HELLO) | FLAG(EE) | FLAG(TLS12_SERVER_HELLO), 2, 2 },
		{ FLAG(CLIENT_HELLO) | FLAG(EE), 1, 2 },
		{ FLAG(CLIENT_HELLO) | FLAG(TLS12_SERVER_HELLO), 2, 1 },
		{ FLAG(CLIENT_HELLO) | FLAG(TLS13_SERVER_HELLO), 1, 2 },
		{ FLAG(CLIENT_HELLO) | FLAG(HRR), 1, 1 },
		{ FLAG(EE) | FLAG(TLS12_SERVER_HELLO), 0, 0 },
		{ FLAG(EE) | FLAG(TLS12_SERVER_HELLO) | FLAG(IGNORE_CLIENT_REQUEST), 1, 1 },
	};
	unsigned i, v;
	for (i = 0; i < sizeof rows / sizeof *rows; i++)
		for (v = 0; v < 2; v++) {
			struct pair p;
			int before = check_failures, want = v ? rows[i].tls13 : rows[i].tls12;
			rows_sent = rows_came = 0;
			pair_new(&p, both_versions[v], 0, 0);
			CHECK_IS(gnutls_session_ext_register(p.client.s, "row", 0xff55, GNUTLS_EXT_TLS, row_recv, row_send, NULL, NULL, NULL, rows[i].flags), 0);
			CHECK_IS(gnutls_session_ext_register(p.server.s, "row", 0xff55, GNUTLS_EXT_TLS, row_recv, row_send, NULL, NULL, NULL, rows[i].flags), 0);
			HANDSHAKE(&p, 0, 0);
			CHECK_IS(rows_sent, want);
			CHECK_IS(rows_came, want);
			if (check_failures != before)
				fprintf(stderr, "    flags %x in TLS 1.%u\n", rows[i].flags, v + 2);
			pair_end(&p);
		}
}

/* An extension in a message for which it is not registered is refused. */
static void test_misplaced(const char *prio)
{
	static const struct { unsigned client, server; int c, s; } rows[] = {
		{ FLAG(CLIENT_HELLO), FLAG(CLIENT_HELLO) | FLAG(TLS12_SERVER_HELLO) | FLAG(EE), GNUTLS_E_RECEIVED_ILLEGAL_EXTENSION, GNUTLS_E_AGAIN },
		{ FLAG(CLIENT_HELLO), FLAG(TLS12_SERVER_HELLO) | FLAG(EE), GNUTLS_E_AGAIN, GNUTLS_E_RECEIVED_ILLEGAL_EXTENSION },
		{ FLAG(CLIENT_HELLO) | FLAG(TLS12_SERVER_HELLO) | FLAG(EE), FLAG(CLIENT_HELLO) | FLAG(DTLS), 0, 0 },
	};
	unsigned i;
	for (i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct pair p;
		pair_new(&p, prio, 0, 0);
		CHECK_IS(gnutls_session_ext_register(p.client.s, "row", 0xff55, GNUTLS_EXT_TLS, row_recv, row_send, NULL, NULL, NULL, rows[i].client), 0);
		CHECK_IS(gnutls_session_ext_register(p.server.s, "row", 0xff55, GNUTLS_EXT_TLS, row_recv, row_send, NULL, NULL, NULL, rows[i].server), 0);
		HANDSHAKE(&p, rows[i].c, rows[i].s);
		pair_end(&p);
	}
}

/* The extensions of the library that an application may override. */
static void test_override(void)
{
	static const unsigned own[] = { 0, 5, 10, 13, 14, 16, 19, 20, 22, 23, 35, 43, 49, 51, 0xff01 };
	static const unsigned given[] = { 1, 11, 21, 28, 41, 42, 44, 45 };
	unsigned i, flags = FLAG(CLIENT_HELLO) | FLAG(OVERRIDE_INTERNAL);
	for (i = 0; i < sizeof own / sizeof *own; i++) {
		gnutls_session_t s;
		CHECK_IS(gnutls_init(&s, GNUTLS_CLIENT), 0);
		CHECK_IS(gnutls_session_ext_register(s, "own", own[i], GNUTLS_EXT_TLS, row_recv, row_send, NULL, NULL, NULL, flags), GNUTLS_E_ALREADY_REGISTERED);
		gnutls_deinit(s);
	}
	for (i = 0; i < sizeof given / sizeof *given; i++) {
		gnutls_session_t s;
		CHECK_IS(gnutls_init(&s, GNUTLS_CLIENT), 0);
		CHECK_IS(gnutls_session_ext_register(s, "given", given[i], GNUTLS_EXT_TLS, row_recv, row_send, NULL, NULL, NULL, FLAG(CLIENT_HELLO)), GNUTLS_E_ALREADY_REGISTERED);
		CHECK_IS(gnutls_session_ext_register(s, "given", given[i], GNUTLS_EXT_TLS, row_recv, row_send, NULL, NULL, NULL, flags), 0);
		gnutls_deinit(s);
	}
	/* Then the application writes its body, and its flags select the messages. */
	for (i = 0; i < 4; i++) {
		struct pair p;
		unsigned number = i & 1 ? 1 : 21, all = flags | FLAG(EE) | FLAG(TLS12_SERVER_HELLO);
		rows_sent = rows_came = 0;
		pair_new(&p, both_versions[i / 2], 0, 0);
		CHECK_IS(gnutls_session_ext_register(p.client.s, "given", number, GNUTLS_EXT_TLS, row_recv, row_send, NULL, NULL, NULL, all), 0);
		CHECK_IS(gnutls_session_ext_register(p.server.s, "given", number, GNUTLS_EXT_TLS, row_recv, row_send, NULL, NULL, NULL, all), 0);
		HANDSHAKE(&p, 0, 0);
		CHECK_IS(rows_sent, 2);
		CHECK_IS(rows_came, 2);
		pair_end(&p);
	}
}

static void test_global(const char *prio, int id)
{
	struct pair p;

	memset(came, 0, sizeof came);
	memset(sent, 0, sizeof sent);
	CHECK_IS(gnutls_ext_register("everywhere", id, GNUTLS_EXT_TLS, client_recv, no_send, NULL, NULL, NULL), 0);
	CHECK_IS(gnutls_ext_register("everywhere", id, GNUTLS_EXT_TLS, client_recv, no_send, NULL, NULL, NULL), GNUTLS_E_ALREADY_REGISTERED);
	CHECK_IS(gnutls_ext_register("names", 0, GNUTLS_EXT_TLS, client_recv, no_send, NULL, NULL, NULL), GNUTLS_E_ALREADY_REGISTERED);
	pair_new(&p, prio, 0, 0);
	HANDSHAKE(&p, 0, 0);
	CHECK(came[0][0] == 0);
	pair_end(&p);
}

/* The raw hello, parsed by the library's function. */
static int names, groups_seen;
static int raw(void *ctx, unsigned id, const unsigned char *data, unsigned size)
{
	CHECK(ctx == &names);
	if (id == 0) {
		gnutls_ext_priv_data_t unused;
		(void)unused;
		names++;
		CHECK_IS(size, 20);
	}
	if (id == 10)
		groups_seen++;
	return 0;
}
static int parse_hook(gnutls_session_t s, unsigned type, unsigned when, unsigned incoming, const gnutls_datum_t *msg)
{
	CHECK_IS(gnutls_ext_raw_parse(&names, raw, msg, GNUTLS_EXT_RAW_FLAG_TLS_CLIENT_HELLO), 0);
	return 0;
}

static void test_raw(const char *prio)
{
	struct pair p;
	gnutls_datum_t junk = { (unsigned char *)"\0\1", 2 };

	names = groups_seen = 0;
	pair_new(&p, prio, 0, 0);
	CHECK_IS(gnutls_server_name_set(p.client.s, GNUTLS_NAME_DNS, "www.example.com", 15), 0);
	gnutls_handshake_set_hook_function(p.server.s, GNUTLS_HANDSHAKE_CLIENT_HELLO, GNUTLS_HOOK_PRE, parse_hook);
	HANDSHAKE(&p, 0, 0);
	CHECK_IS(names, 1);
	CHECK_IS(groups_seen, 1);
	CHECK(gnutls_ext_raw_parse(&names, raw, &junk, GNUTLS_EXT_RAW_FLAG_TLS_CLIENT_HELLO) < 0);
	pair_end(&p);
}

static void test_ocsp(const char *prio)
{
	struct pair p;
	gnutls_datum_t d;

	pair_new(&p, prio, 0, 0);
	CHECK_IS(gnutls_ocsp_status_request_enable_client(p.client.s, NULL, 0, NULL), 0);
	HANDSHAKE(&p, 0, 0);
	CHECK_IS(gnutls_ocsp_status_request_get(p.client.s, &d), GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE);
	CHECK_IS(gnutls_ocsp_status_request_get2(p.client.s, 0, &d), GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE);
	CHECK_IS(gnutls_ocsp_status_request_get2(p.server.s, 0, &d), GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE);
	CHECK(gnutls_session_get_flags(p.server.s) & GNUTLS_SFLAGS_CLI_REQUESTED_OCSP);
	/* There is no response, so none was checked. */
	CHECK_IS(gnutls_ocsp_status_request_is_checked(p.client.s, 0), 0);
	CHECK_IS(gnutls_ocsp_status_request_is_checked(p.client.s, GNUTLS_OCSP_SR_IS_AVAIL), 0);
	CHECK_IS(gnutls_ocsp_status_request_is_checked(p.server.s, 0), 0);
	pair_end(&p);
}

int main(void)
{
	int v;
	for (v = 0; v < 2; v++) {
		const char *prio = both_versions[v];
		test_lengths(prio);
		test_server_name(prio);
		test_alpn(prio, "h2 http/1.1", "http/1.1 h2", 0, "h2", 0);
		test_alpn(prio, "h2 http/1.1", "http/1.1 h2", GNUTLS_ALPN_SERVER_PRECEDENCE, "http/1.1", 0);
		test_alpn(prio, "h2 http/1.1", "http/1.1", 0, "http/1.1", 0);
		test_alpn(prio, "h2", "http/1.1", 0, NULL, 0);
		test_alpn(prio, "h2", "http/1.1", GNUTLS_ALPN_MANDATORY, NULL, GNUTLS_E_NO_APPLICATION_PROTOCOL);
		test_alpn(prio, "", "http/1.1", GNUTLS_ALPN_MANDATORY, NULL, 0);
		test_alpn(prio, "", "http/1.1", 0, NULL, 0);
		test_alpn(prio, "h2", "", 0, NULL, 0);
		test_own(prio, v);
		test_raw(prio);
		test_ocsp(prio);
		test_misplaced(prio);
	}
	test_flags();
	test_override();
	test_global(TLS12, 0xff44);
	test_global(TLS13, 0xff45);
	return check_result();
}
