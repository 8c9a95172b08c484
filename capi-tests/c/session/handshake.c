/* Handshake hooks and callbacks, client certificates, failures and their alerts. */
#include "sessions.h"

/* The calls of the hooks, as text. */
static char seen[2][2048];
static int hook(gnutls_session_t s, unsigned type, unsigned when, unsigned incoming, const gnutls_datum_t *msg)
{
	char *to = seen[!!(gnutls_session_get_flags(s), gnutls_session_get_ptr(s) != NULL)];
	snprintf(to + strlen(to), 2048 - strlen(to), "%s%u%s ", when == GNUTLS_HOOK_PRE ? "<" : ">", type, incoming ? "i" : "o");
	CHECK(msg != NULL);
	return 0;
}

static void test_hooks(const char *prio, const char *client, const char *server)
{
	struct pair p;

	seen[0][0] = seen[1][0] = 0;
	pair_new(&p, prio, GNUTLS_NO_TICKETS, GNUTLS_NO_TICKETS);
	gnutls_session_set_ptr(p.server.s, &p);
	gnutls_handshake_set_hook_function(p.client.s, GNUTLS_HANDSHAKE_ANY, GNUTLS_HOOK_BOTH, hook);
	gnutls_handshake_set_hook_function(p.server.s, GNUTLS_HANDSHAKE_ANY, GNUTLS_HOOK_BOTH, hook);
	HANDSHAKE(&p, 0, 0);
	CHECK(!strcmp(seen[0], client));
	CHECK(!strcmp(seen[1], server));
	if (strcmp(seen[0], client) || strcmp(seen[1], server))
		fprintf(stderr, "    client %s\n    server %s\n", seen[0], seen[1]);
	pair_end(&p);

	/* Only some messages, and only one direction. */
	seen[0][0] = seen[1][0] = 0;
	pair_new(&p, prio, GNUTLS_NO_TICKETS, GNUTLS_NO_TICKETS);
	gnutls_session_set_ptr(p.server.s, &p);
	gnutls_handshake_set_hook_function(p.client.s, GNUTLS_HANDSHAKE_SERVER_HELLO, GNUTLS_HOOK_POST, hook);
	gnutls_handshake_set_hook_function(p.server.s, GNUTLS_HANDSHAKE_FINISHED, GNUTLS_HOOK_PRE, hook);
	HANDSHAKE(&p, 0, 0);
	CHECK(!strcmp(seen[0], ">2i "));
	if (strcmp(seen[0], ">2i "))
		fprintf(stderr, "    client %s\n    server %s\n", seen[0], seen[1]);
	CHECK(strstr(seen[1], "<20i ") && strstr(seen[1], "<20o "));
	pair_end(&p);
}

/* A hook that returns an error. */
static int refusing_hook(gnutls_session_t s, unsigned type, unsigned when, unsigned incoming, const gnutls_datum_t *msg)
{
	return GNUTLS_E_RECEIVED_DISALLOWED_NAME;
}

static void test_refusing_hook(const char *prio)
{
	struct pair p;
	pair_new(&p, prio, 0, 0);
	gnutls_handshake_set_hook_function(p.server.s, GNUTLS_HANDSHAKE_CLIENT_HELLO, GNUTLS_HOOK_POST, refusing_hook);
	HANDSHAKE(&p, GNUTLS_E_AGAIN, GNUTLS_E_RECEIVED_DISALLOWED_NAME);
	pair_end(&p);
}

/* The application makes its choices after the ClientHello. */
static int hellos, hello_code;
static gnutls_certificate_credentials_t other;
static char hello_name[64];
static int after_hello(gnutls_session_t s)
{
	size_t size = sizeof hello_name;
	unsigned type;
	hellos++;
	if (hello_code && hellos == 1)
		return hello_code;
	CHECK_IS(gnutls_server_name_get(s, hello_name, &size, &type, 0), 0);
	CHECK_IS(gnutls_credentials_set(s, GNUTLS_CRD_CERTIFICATE, other), 0);
	CHECK_IS(gnutls_priority_set_direct(s, "NORMAL:-CIPHER-ALL:+AES-128-GCM", NULL), 0);
	return 0;
}

static void test_post_client_hello(const char *prio, int code, int tls13)
{
	struct pair p;
	other = credentials(leaf_pem, leaf_key_pem);
	hellos = 0;
	hello_code = code;
	pair_new(&p, prio, 0, 0);
	CHECK_IS(gnutls_server_name_set(p.client.s, GNUTLS_NAME_DNS, "www.example.com", 15), 0);
	gnutls_handshake_set_post_client_hello_function(p.server.s, after_hello);
	if (code && gnutls_error_is_fatal(code)) {
		HANDSHAKE(&p, GNUTLS_E_AGAIN, code);
		CHECK_IS(hellos, 1);
	} else {
		if (code) {
			CHECK_IS(gnutls_handshake(p.client.s), GNUTLS_E_AGAIN);
			CHECK_IS(gnutls_handshake(p.server.s), GNUTLS_E_INTERRUPTED);
			/* It is not called again: the application is expected to have done its work by then. */
		}
		HANDSHAKE(&p, 0, 0);
		CHECK_IS(hellos, 1);
		CHECK_IS(gnutls_cipher_get(p.client.s), code ? GNUTLS_CIPHER_AES_256_GCM : GNUTLS_CIPHER_AES_128_GCM);
		CHECK_IS(gnutls_sign_get_pk_algorithm(gnutls_sign_algorithm_get(p.client.s)), code ? GNUTLS_PK_ECDSA : tls13 ? GNUTLS_PK_RSA_PSS : GNUTLS_PK_RSA);
		if (!code)
			CHECK(!strcmp(hello_name, "www.example.com"));
		ECHO(&p);
	}
	pair_end(&p);
	gnutls_certificate_free_credentials(other);
}

/* Client certificates: requested or required, present or not. */
static void test_client_certificate(const char *prio, gnutls_certificate_request_t want, int have, int tls13)
{
	struct pair p;
	gnutls_certificate_credentials_t mine = credentials(client_pem, client_key_pem);
	unsigned n = 0;
	char buf[8];
	int before = check_failures, fails = want == GNUTLS_CERT_REQUIRE && !have, c, s;

	pair_new(&p, prio, 0, 0);
	if (have)
		CHECK_IS(gnutls_credentials_set(p.client.s, GNUTLS_CRD_CERTIFICATE, mine), 0);
	gnutls_certificate_server_set_request(p.server.s, want);
	pair_handshake(&p, &c, &s);
	CHECK_IS(gnutls_certificate_client_get_request_status(p.client.s), want != GNUTLS_CERT_IGNORE);
	if (fails) {
		CHECK_IS(s, tls13 ? GNUTLS_E_CERTIFICATE_REQUIRED : GNUTLS_E_NO_CERTIFICATE_FOUND);
		CHECK_IS(gnutls_alert_send_appropriate(p.server.s, s), 0);
		if (c == GNUTLS_E_AGAIN)
			c = gnutls_handshake(p.client.s);
		if (c == 0)
			c = take(&p.client, buf, sizeof buf);
		CHECK_IS(c, GNUTLS_E_FATAL_ALERT_RECEIVED);
		/* GnuTLS 3.7.9 sends decode_error on TLS 1.2; RFC 5246 section 7.4.6 has handshake_failure. */
		if (tls13)
			CHECK_IS(gnutls_alert_get(p.client.s), GNUTLS_A_CERTIFICATE_REQUIRED);
		else if (gnutls_alert_get(p.client.s) != GNUTLS_A_DECODE_ERROR)
			CHECK_IS(gnutls_alert_get(p.client.s), GNUTLS_A_HANDSHAKE_FAILURE);
	} else {
		CHECK_IS(c, 0);
		CHECK_IS(s, 0);
		if (have && want != GNUTLS_CERT_IGNORE) {
			CHECK(gnutls_certificate_get_peers(p.server.s, &n) != NULL);
			CHECK_IS(n, 2);
			CHECK_IS(gnutls_sign_algorithm_get_client(p.server.s), tls13 ? GNUTLS_SIGN_ECDSA_SECP256R1_SHA256 : GNUTLS_SIGN_ECDSA_SHA256);
			CHECK_IS(gnutls_sign_algorithm_get_client(p.client.s), gnutls_sign_algorithm_get_client(p.server.s));
			CHECK(gnutls_certificate_get_ours(p.client.s) != NULL);
		} else {
			CHECK(gnutls_certificate_get_peers(p.server.s, &n) == NULL);
		}
		ECHO(&p);
	}
	if (check_failures != before)
		fprintf(stderr, "    TLS 1.%d, want %d, have %d\n", tls13 + 2, want, have);
	pair_end(&p);
	gnutls_certificate_free_credentials(mine);
}

/* No common parameters: the error code on one side, the alert on the other. */
static void test_mismatch(const char *client, const char *server, int code, int alert)
{
	struct pair p;
	int before = check_failures;

	pair_new(&p, client, 0, 0);
	CHECK_IS(gnutls_priority_set_direct(p.server.s, server, NULL), 0);
	HANDSHAKE(&p, GNUTLS_E_AGAIN, code);
	CHECK_IS(gnutls_alert_send_appropriate(p.server.s, code), 0);
	CHECK_IS(gnutls_handshake(p.client.s), GNUTLS_E_FATAL_ALERT_RECEIVED);
	CHECK_IS(gnutls_alert_get(p.client.s), alert);
	CHECK_IS(gnutls_handshake(p.client.s), GNUTLS_E_INVALID_SESSION);
	if (check_failures != before)
		fprintf(stderr, "    with \"%s\" and \"%s\"\n", client, server);
	pair_end(&p);
}

/* A server without a certificate, without credentials, and without priorities. */
static void test_nothing(const char *prio)
{
	struct pair p;
	gnutls_certificate_credentials_t empty = credentials(NULL, NULL);

	pair_new(&p, prio, 0, 0);
	CHECK_IS(gnutls_credentials_set(p.server.s, GNUTLS_CRD_CERTIFICATE, empty), 0);
	HANDSHAKE(&p, GNUTLS_E_AGAIN, GNUTLS_E_NO_CIPHER_SUITES);
	pair_end(&p);

	pair_new(&p, prio, 0, 0);
	gnutls_credentials_clear(p.server.s);
	HANDSHAKE(&p, GNUTLS_E_AGAIN, GNUTLS_E_INSUFFICIENT_CREDENTIALS);
	pair_end(&p);
	gnutls_certificate_free_credentials(empty);

	gnutls_session_t s;
	CHECK_IS(gnutls_init(&s, GNUTLS_CLIENT), 0);
	CHECK_IS(gnutls_handshake(s), GNUTLS_E_NO_PRIORITIES_WERE_SET);
	gnutls_deinit(s);
}

/* The peer receives each alert that the application sends. */
static void test_alerts(const char *prio, int tls13)
{
	static const struct { int code, alert; } rows[] = {
		{ GNUTLS_E_DECRYPTION_FAILED, GNUTLS_A_BAD_RECORD_MAC },
		{ GNUTLS_E_UNEXPECTED_PACKET, GNUTLS_A_UNEXPECTED_MESSAGE },
		{ GNUTLS_E_UNEXPECTED_PACKET_LENGTH, GNUTLS_A_DECODE_ERROR },
		{ GNUTLS_E_CERTIFICATE_ERROR, GNUTLS_A_BAD_CERTIFICATE },
		{ GNUTLS_E_RECEIVED_ILLEGAL_PARAMETER, GNUTLS_A_ILLEGAL_PARAMETER },
		{ GNUTLS_E_INSUFFICIENT_SECURITY, GNUTLS_A_INSUFFICIENT_SECURITY },
		{ GNUTLS_E_NO_APPLICATION_PROTOCOL, GNUTLS_A_NO_APPLICATION_PROTOCOL },
		{ GNUTLS_E_UNRECOGNIZED_NAME, GNUTLS_A_UNRECOGNIZED_NAME },
		{ GNUTLS_E_INTERNAL_ERROR, GNUTLS_A_INTERNAL_ERROR },
	};
	struct pair p;
	unsigned i;
	char buf[8];

	for (i = 0; i < sizeof rows / sizeof *rows; i++) {
		int level;
		CHECK_IS(gnutls_error_to_alert(rows[i].code, &level), rows[i].alert);
		CHECK_IS(level, GNUTLS_AL_FATAL);
		pair_new(&p, prio, 0, 0);
		HANDSHAKE(&p, 0, 0);
		ECHO(&p);
		CHECK_IS(gnutls_alert_send_appropriate(p.client.s, rows[i].code), 0);
		CHECK_IS(take(&p.server, buf, sizeof buf), GNUTLS_E_FATAL_ALERT_RECEIVED);
		CHECK_IS(gnutls_alert_get(p.server.s), rows[i].alert);
		CHECK_IS(gnutls_record_send(p.server.s, "x", 1), GNUTLS_E_INVALID_SESSION);
		pair_end(&p);
	}
	pair_new(&p, prio, 0, 0);
	HANDSHAKE(&p, 0, 0);
	ECHO(&p);
	CHECK_IS(gnutls_alert_send_appropriate(p.client.s, GNUTLS_E_SUCCESS), 0);
	CHECK_IS(gnutls_alert_send_appropriate(p.client.s, GNUTLS_E_AGAIN), 0);
	ECHO(&p);
	pair_end(&p);
	if (tls13)
		return;
	/* A warning does not change the session. */
	pair_new(&p, prio, 0, 0);
	HANDSHAKE(&p, 0, 0);
	CHECK_IS(gnutls_alert_send(p.client.s, GNUTLS_AL_WARNING, GNUTLS_A_USER_CANCELED), 0);
	CHECK_IS(take(&p.server, buf, sizeof buf), GNUTLS_E_WARNING_ALERT_RECEIVED);
	CHECK_IS(gnutls_alert_get(p.server.s), GNUTLS_A_USER_CANCELED);
	ECHO(&p);
	pair_end(&p);
}

/* A random that the application sets, and a message that exceeds the limit. */
static void test_knobs(const char *prio)
{
	struct pair p;
	unsigned char bytes[32];
	gnutls_datum_t random = { bytes, 32 }, a, b;

	memset(bytes, 'r', 32);
	pair_new(&p, prio, 0, 0);
	CHECK_IS(gnutls_handshake_set_random(p.client.s, &random), 0);
	random.size = 31;
	CHECK_IS(gnutls_handshake_set_random(p.server.s, &random), GNUTLS_E_INVALID_REQUEST);
	HANDSHAKE(&p, 0, 0);
	gnutls_session_get_random(p.server.s, &a, &b);
	CHECK(a.size == 32 && !memcmp(a.data, bytes, 32));
	pair_end(&p);

	pair_new(&p, prio, 0, 0);
	gnutls_handshake_set_max_packet_length(p.client.s, 400);
	HANDSHAKE(&p, GNUTLS_E_HANDSHAKE_TOO_LARGE, GNUTLS_E_AGAIN);
	pair_end(&p);
}

/* Unencrypted data before the server's Finished is not accepted: neither by a receive, nor by a waiting
 * gnutls_bye. */
static void test_clear_data_after_false_start(int with_bye)
{
	static const unsigned char forged[] = { 23, 3, 3, 0, 3, 'x', 'y', 'z' };
	struct pair p;
	char buf[8];
	pair_new(&p, TLS12, GNUTLS_ENABLE_FALSE_START, 0);
	CHECK_IS(gnutls_handshake(p.client.s), GNUTLS_E_AGAIN);
	CHECK_IS(gnutls_handshake(p.server.s), GNUTLS_E_AGAIN);
	CHECK_IS(gnutls_handshake(p.client.s), 0);
	CHECK(gnutls_session_get_flags(p.client.s) & GNUTLS_SFLAGS_FALSE_START);
	queue_put(&p.client.in, forged, sizeof forged);
	if (with_bye)
		CHECK(gnutls_bye(p.client.s, GNUTLS_SHUT_RDWR) < 0);
	CHECK(gnutls_record_recv(p.client.s, buf, sizeof buf) < 0);
	CHECK(gnutls_record_recv(p.client.s, buf, sizeof buf) < 0);
	pair_end(&p);
}

/* The setting has no effect: what the application registers is sent either way. */
static void test_private_extensions(const char *prio)
{
	struct pair p;
	int allow;

	for (allow = 0; allow < 2; allow++) {
		pair_new(&p, prio, 0, 0);
		gnutls_handshake_set_private_extensions(p.client.s, allow);
		gnutls_handshake_set_private_extensions(p.server.s, allow);
		HANDSHAKE(&p, 0, 0);
		ECHO(&p);
		pair_end(&p);
	}
}

int main(void)
{
	test_clear_data_after_false_start(0);
	test_clear_data_after_false_start(1);
	int v;

	test_hooks(TLS12, "<1o >1o <2i >2i <11i >11i <12i >12i <14i >14i <16o >16o <20o >20o <20i >20i ",
		   "<1i >1i <2o >2o <11o >11o <12o >12o <14o >14o <16i >16i <20i >20i <20o >20o ");
	test_hooks(TLS13, "<1o >1o <2i >2i <8i >8i <11i >11i <15i >15i <20i >20i <20o >20o ",
		   "<1i >1i <2o >2o <8o >8o <11o >11o <15o >15o <20o >20o <20i >20i ");
	for (v = 0; v < 2; v++) {
		const char *prio = both_versions[v];
		int have, want;
		test_refusing_hook(prio);
		test_post_client_hello(prio, 0, v);
		test_post_client_hello(prio, GNUTLS_E_AGAIN, v);
		test_post_client_hello(prio, GNUTLS_E_INTERRUPTED, v);
		test_post_client_hello(prio, GNUTLS_E_UNRECOGNIZED_NAME, v);
		for (want = GNUTLS_CERT_IGNORE; want <= GNUTLS_CERT_REQUIRE; want++)
			for (have = 0; have < 2; have++)
				test_client_certificate(prio, want, have, v);
		test_nothing(prio);
		test_private_extensions(prio);
		test_alerts(prio, v);
		test_knobs(prio);
	}
	test_mismatch(TLS13, TLS12, GNUTLS_E_NO_CIPHER_SUITES, GNUTLS_A_HANDSHAKE_FAILURE);
	test_mismatch(TLS12 ":-CIPHER-ALL:+AES-128-GCM", TLS12 ":-CIPHER-ALL:+AES-256-GCM", GNUTLS_E_NO_CIPHER_SUITES, GNUTLS_A_HANDSHAKE_FAILURE);
	test_mismatch(TLS13 ":-CIPHER-ALL:+AES-128-GCM", TLS13 ":-CIPHER-ALL:+AES-256-GCM", GNUTLS_E_NO_CIPHER_SUITES, GNUTLS_A_HANDSHAKE_FAILURE);
	test_mismatch(TLS12 ":-GROUP-ALL:+GROUP-X25519", TLS12 ":-GROUP-ALL:+GROUP-SECP256R1", GNUTLS_E_NO_CIPHER_SUITES, GNUTLS_A_HANDSHAKE_FAILURE);
	test_mismatch(TLS13 ":-GROUP-ALL:+GROUP-X25519", TLS13 ":-GROUP-ALL:+GROUP-SECP256R1", GNUTLS_E_NO_COMMON_KEY_SHARE, GNUTLS_A_HANDSHAKE_FAILURE);
	test_mismatch(TLS12 ":-SIGN-ALL:+SIGN-RSA-SHA256", TLS12, GNUTLS_E_NO_CIPHER_SUITES, GNUTLS_A_HANDSHAKE_FAILURE);
	test_mismatch(TLS13 ":-SIGN-ALL:+SIGN-RSA-PSS-RSAE-SHA256", TLS13, GNUTLS_E_NO_CIPHER_SUITES, GNUTLS_A_HANDSHAKE_FAILURE);
	return check_result();
}
