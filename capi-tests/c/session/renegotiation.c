/* Renegotiation in TLS 1.2, and what replaces it in TLS 1.3. */
#include "sessions.h"

/* The server requests a renegotiation; returns the code of the client's next receive. */
static void ask(struct pair *p)
{
	char buf[64];
	CHECK_IS(gnutls_rehandshake(p->server.s), 0);
	CHECK_IS(take(&p->client, buf, sizeof buf), GNUTLS_E_REHANDSHAKE);
}

static void test_followed(void)
{
	struct pair p;
	gnutls_datum_t a, b;
	unsigned char first[12];

	pair_new(&p, TLS12, 0, 0);
	HANDSHAKE(&p, 0, 0);
	CHECK_IS(gnutls_session_channel_binding(p.client.s, GNUTLS_CB_TLS_UNIQUE, &a), 0);
	memcpy(first, a.data, 12);
	gnutls_free(a.data);
	CHECK_IS(gnutls_rehandshake(p.client.s), GNUTLS_E_INVALID_REQUEST);
	ask(&p);
	HANDSHAKE(&p, 0, 0);
	ECHO(&p);
	CHECK_IS(gnutls_session_channel_binding(p.client.s, GNUTLS_CB_TLS_UNIQUE, &a), 0);
	CHECK_IS(gnutls_session_channel_binding(p.server.s, GNUTLS_CB_TLS_UNIQUE, &b), 0);
	CHECK(!memcmp(a.data, b.data, 12) && memcmp(a.data, first, 12));
	gnutls_free(a.data);
	gnutls_free(b.data);
	CHECK_IS(gnutls_safe_renegotiation_status(p.client.s), 1);
	CHECK_IS(gnutls_safe_renegotiation_status(p.server.s), 1);
	/* And once more. */
	ask(&p);
	HANDSHAKE(&p, 0, 0);
	ECHO(&p);
	pair_end(&p);
}

/* The client gets the request and continues with its data. */
static void test_ignored(void)
{
	struct pair p;
	pair_new(&p, TLS12, 0, 0);
	HANDSHAKE(&p, 0, 0);
	ask(&p);
	ECHO(&p);
	ask(&p);
	ECHO(&p);
	pair_end(&p);
}

/* The client refuses: the server gets a warning, in a receive or in its handshake. */
static void test_refused(int in_handshake)
{
	struct pair p;
	char buf[64];

	pair_new(&p, TLS12, 0, 0);
	HANDSHAKE(&p, 0, 0);
	ask(&p);
	CHECK_IS(gnutls_alert_send(p.client.s, GNUTLS_AL_WARNING, GNUTLS_A_NO_RENEGOTIATION), 0);
	if (in_handshake)
		CHECK_IS(gnutls_handshake(p.server.s), GNUTLS_E_WARNING_ALERT_RECEIVED);
	else
		CHECK_IS(take(&p.server, buf, sizeof buf), GNUTLS_E_WARNING_ALERT_RECEIVED);
	CHECK_IS(gnutls_alert_get(p.server.s), GNUTLS_A_NO_RENEGOTIATION);
	if (!in_handshake)
		ECHO(&p);
	pair_end(&p);
}

/* Data of the client that is on its way when the server begins to handshake. */
static void test_data_in_flight(void)
{
	struct pair p;
	char buf[64];

	pair_new(&p, TLS12, 0, 0);
	HANDSHAKE(&p, 0, 0);
	CHECK_IS(gnutls_rehandshake(p.server.s), 0);
	CHECK_IS(gnutls_record_send(p.client.s, "in flight", 9), 9);
	CHECK_IS(gnutls_handshake(p.server.s), GNUTLS_E_GOT_APPLICATION_DATA);
	CHECK_IS(gnutls_record_recv(p.server.s, buf, sizeof buf), 9);
	CHECK(!memcmp(buf, "in flight", 9));
	CHECK_IS(take(&p.client, buf, sizeof buf), GNUTLS_E_REHANDSHAKE);
	HANDSHAKE(&p, 0, 0);
	ECHO(&p);
	pair_end(&p);
}

/* Data of the server that reaches the client when it has begun. */
static void test_data_at_client(void)
{
	struct pair p;
	char buf[64];
	int c = GNUTLS_E_AGAIN, i;

	pair_new(&p, TLS12, 0, 0);
	HANDSHAKE(&p, 0, 0);
	CHECK_IS(gnutls_record_send(p.server.s, "late", 4), 4);
	c = gnutls_handshake(p.client.s);
	for (i = 0; c == GNUTLS_E_AGAIN && i < 3; i++)
		c = gnutls_handshake(p.client.s);
	CHECK_IS(c, GNUTLS_E_GOT_APPLICATION_DATA);
	CHECK_IS(gnutls_record_recv(p.client.s, buf, sizeof buf), 4);
	CHECK(!memcmp(buf, "late", 4));
	/* GnuTLS 3.7.9 cannot finish this handshake: its client has forgotten the random of its hello. */
	CHECK_IS(take(&p.server, buf, sizeof buf), GNUTLS_E_REHANDSHAKE);
	pair_end(&p);
}

/* The client begins on its own. */
static void test_client_initiated(const char *server_prio, int expected)
{
	struct pair p;
	char buf[64];

	pair_new(&p, TLS12, 0, 0);
	CHECK_IS(gnutls_priority_set_direct(p.server.s, server_prio, NULL), 0);
	HANDSHAKE(&p, 0, 0);
	CHECK_IS(gnutls_handshake(p.client.s), GNUTLS_E_AGAIN);
	CHECK_IS(take(&p.server, buf, sizeof buf), expected);
	if (expected == GNUTLS_E_REHANDSHAKE) {
		HANDSHAKE(&p, 0, 0);
		ECHO(&p);
	}
	pair_end(&p);
}

/* The server declines what the client begins. */
static void test_declined(void)
{
	struct pair p;
	char buf[64];

	pair_new(&p, TLS12, 0, 0);
	HANDSHAKE(&p, 0, 0);
	CHECK_IS(gnutls_handshake(p.client.s), GNUTLS_E_AGAIN);
	CHECK_IS(take(&p.server, buf, sizeof buf), GNUTLS_E_REHANDSHAKE);
	CHECK_IS(gnutls_alert_send(p.server.s, GNUTLS_AL_WARNING, GNUTLS_A_NO_RENEGOTIATION), 0);
	CHECK_IS(gnutls_handshake(p.client.s), GNUTLS_E_WARNING_ALERT_RECEIVED);
	CHECK_IS(gnutls_alert_get(p.client.s), GNUTLS_A_NO_RENEGOTIATION);
	pair_end(&p);
}

/* The safe renegotiation settings of both sides: the first handshake, its status, and the second handshake. */
static void test_safety(const char *client, const char *server, int first_c, int first_s, int safe, int second_c,
			int second_s)
{
	struct pair p;
	char cp[200], sp[200], buf[64];
	int before = check_failures;

	pair_new(&p, TLS12, 0, 0);
	snprintf(cp, sizeof cp, TLS12 ":%%%s", client);
	snprintf(sp, sizeof sp, TLS12 ":%%%s", server);
	CHECK_IS(gnutls_priority_set_direct(p.client.s, cp, NULL), 0);
	CHECK_IS(gnutls_priority_set_direct(p.server.s, sp, NULL), 0);
	HANDSHAKE(&p, first_c, first_s);
	CHECK_IS(gnutls_safe_renegotiation_status(p.client.s), safe);
	CHECK_IS(gnutls_safe_renegotiation_status(p.server.s), safe);
	if (!first_c && !first_s) {
		ECHO(&p);
		CHECK_IS(gnutls_rehandshake(p.server.s), 0);
		CHECK_IS(take(&p.client, buf, sizeof buf), GNUTLS_E_REHANDSHAKE);
		HANDSHAKE(&p, second_c, second_s);
		if (!second_c && !second_s)
			ECHO(&p);
	}
	if (check_failures != before)
		fprintf(stderr, "    with \"%s\" and \"%s\"\n", client, server);
	pair_end(&p);
}

/* What each side has at first, and what it has when the handshake is renewed. */
static void test_change(const char *client, const char *server, const char *new_client, const char *new_server, int second_c, int second_s)
{
	struct pair p;
	const char *words[4] = { client, server, new_client, new_server };
	char text[200], buf[64];
	int before = check_failures, i;

	pair_new(&p, TLS12, 0, 0);
	for (i = 0; i < 4; i++) {
		snprintf(text, sizeof text, TLS12 ":%%%s", words[i]);
		CHECK_IS(gnutls_priority_set_direct(i & 1 ? p.server.s : p.client.s, text, NULL), 0);
		if (i == 1)
			HANDSHAKE(&p, 0, 0);
	}
	CHECK_IS(gnutls_rehandshake(p.server.s), 0);
	CHECK_IS(take(&p.client, buf, sizeof buf), GNUTLS_E_REHANDSHAKE);
	HANDSHAKE(&p, second_c, second_s);
	if (!second_c && !second_s)
		ECHO(&p);
	if (check_failures != before)
		fprintf(stderr, "    \"%s\" and \"%s\", then \"%s\" and \"%s\"\n", client, server, new_client, new_server);
	pair_end(&p);
}

/* Another client certificate in the second handshake. */
static void test_identity(unsigned flags, int expected_c, int expected_s)
{
	struct pair p;
	gnutls_certificate_credentials_t first = credentials(client_pem, client_key_pem);
	gnutls_certificate_credentials_t second = credentials(server_pem, server_key_pem);

	pair_new(&p, TLS12, flags, flags);
	CHECK_IS(gnutls_credentials_set(p.client.s, GNUTLS_CRD_CERTIFICATE, first), 0);
	gnutls_certificate_server_set_request(p.server.s, GNUTLS_CERT_REQUIRE);
	HANDSHAKE(&p, 0, 0);
	ask(&p);
	HANDSHAKE(&p, 0, 0);
	CHECK_IS(gnutls_credentials_set(p.client.s, GNUTLS_CRD_CERTIFICATE, second), 0);
	ask(&p);
	HANDSHAKE(&p, expected_c, expected_s);
	pair_end(&p);
	gnutls_certificate_free_credentials(first);
	gnutls_certificate_free_credentials(second);
}

/* Another server certificate in the second handshake. */
static void test_server_identity(unsigned flags, int expected_c, int expected_s)
{
	struct pair p;
	gnutls_certificate_credentials_t second = credentials(leaf_pem, leaf_key_pem);

	pair_new(&p, TLS12, flags, flags);
	HANDSHAKE(&p, 0, 0);
	CHECK_IS(gnutls_credentials_set(p.server.s, GNUTLS_CRD_CERTIFICATE, second), 0);
	ask(&p);
	HANDSHAKE(&p, expected_c, expected_s);
	pair_end(&p);
	gnutls_certificate_free_credentials(second);
}

/* The certificate is requested only in the renegotiation. */
static void test_certificate_later(void)
{
	struct pair p;
	unsigned n = 0;
	gnutls_certificate_credentials_t mine = credentials(client_pem, client_key_pem);

	pair_new(&p, TLS12, 0, 0);
	CHECK_IS(gnutls_credentials_set(p.client.s, GNUTLS_CRD_CERTIFICATE, mine), 0);
	HANDSHAKE(&p, 0, 0);
	CHECK(gnutls_certificate_get_peers(p.server.s, &n) == NULL);
	gnutls_certificate_server_set_request(p.server.s, GNUTLS_CERT_REQUIRE);
	ask(&p);
	HANDSHAKE(&p, 0, 0);
	CHECK(gnutls_certificate_get_peers(p.server.s, &n) != NULL);
	CHECK_IS(n, 2);
	ECHO(&p);
	pair_end(&p);
	gnutls_certificate_free_credentials(mine);
}

/* TLS 1.3 updates the keys, and the peer need not answer. */
static void test_tls13(void)
{
	struct pair p;
	char got[8];

	/* A record without data ends a receive, which must not wait for another record. */
	pair_new(&p, TLS13, 0, 0);
	HANDSHAKE(&p, 0, 0);
	ECHO(&p);
	CHECK_IS(gnutls_session_key_update(p.client.s, 0), 0);
	CHECK_IS(gnutls_record_send2(p.client.s, "", 0, 10, 0), 0);
	CHECK_IS(gnutls_record_send(p.client.s, "x", 1), 1);
	CHECK_IS(gnutls_record_recv(p.server.s, got, sizeof got), GNUTLS_E_AGAIN);
	CHECK_IS(gnutls_record_recv(p.server.s, got, sizeof got), GNUTLS_E_AGAIN);
	CHECK_IS(gnutls_record_recv(p.server.s, got, sizeof got), 1);
	pair_end(&p);

	pair_new(&p, TLS13, 0, 0);
	HANDSHAKE(&p, 0, 0);
	CHECK_IS(gnutls_rehandshake(p.client.s), GNUTLS_E_INVALID_REQUEST);
	CHECK_IS(gnutls_rehandshake(p.server.s), 0);
	ECHO(&p);
	CHECK_IS(gnutls_session_key_update(p.client.s, 0), 0);
	ECHO(&p);
	CHECK_IS(gnutls_session_key_update(p.client.s, GNUTLS_KU_PEER), 0);
	ECHO(&p);
	CHECK_IS(gnutls_session_key_update(p.server.s, GNUTLS_KU_PEER), 0);
	ECHO(&p);
	pair_end(&p);

	pair_new(&p, TLS12, 0, 0);
	HANDSHAKE(&p, 0, 0);
	CHECK_IS(gnutls_session_key_update(p.client.s, 0), GNUTLS_E_INVALID_REQUEST);
	ECHO(&p);
	pair_end(&p);
}

/* Limits that are set between two handshakes apply to the peer from the second one on. */
static void test_limits(int server, int recv_only)
{
	static char data[5000];
	struct pair p;
	pair_new(&p, TLS12, 0, 0);
	HANDSHAKE(&p, 0, 0);
	struct end *e = server ? &p.server : &p.client, *peer = server ? &p.client : &p.server;
	CHECK_IS(recv_only ? gnutls_record_set_max_recv_size(e->s, 1000) : gnutls_record_set_max_size(e->s, 1000), 0);
	CHECK_IS(gnutls_record_get_max_size(e->s), 16384);
	CHECK_IS(gnutls_record_send(e->s, data, sizeof data), recv_only ? 5000 : 1000);
	CHECK_IS(gnutls_record_send(peer->s, data, sizeof data), 5000);
	CHECK(take(e, data, sizeof data) == 5000 && take(peer, data, sizeof data) > 0);
	HANDSHAKE(&p, 0, 0);
	CHECK_IS(gnutls_record_get_max_size(e->s), 1000);
	CHECK_IS(gnutls_record_send(e->s, data, sizeof data), recv_only ? 5000 : 1000);
	CHECK_IS(gnutls_record_send(peer->s, data, sizeof data), 1000);
	pair_end(&p);
}

#ifdef OURS
/* After its close_notify a client with automatic renegotiation ignores requests, and still receives data. */
static void test_request_after_bye(void)
{
	struct pair p;
	char buf[8];
	pair_new(&p, TLS12, GNUTLS_AUTO_REAUTH, 0);
	HANDSHAKE(&p, 0, 0);
	CHECK_IS(gnutls_bye(p.client.s, GNUTLS_SHUT_WR), 0);
	CHECK_IS(gnutls_rehandshake(p.server.s), 0);
	CHECK_IS(gnutls_record_send(p.server.s, "abc", 3), 3);
	size_t sent = p.server.in.used;
	CHECK_IS(gnutls_record_recv(p.client.s, buf, sizeof buf), GNUTLS_E_AGAIN);
	CHECK_IS(gnutls_record_recv(p.client.s, buf, sizeof buf), 3);
	CHECK_IS(p.server.in.used, sent);
	pair_end(&p);
}
#endif

int main(void)
{
	for (int i = 0; i < 4; i++)
		test_limits(i & 1, i >> 1);
#ifdef OURS
	test_request_after_bye();
#endif
	test_followed();
	test_ignored();
	test_refused(0);
	test_refused(1);
	test_data_in_flight();
	test_data_at_client();
	test_client_initiated(TLS12, GNUTLS_E_REHANDSHAKE);
	test_declined();
	const char *safe = "SAFE_RENEGOTIATION", *partial = "PARTIAL_RENEGOTIATION";
	const char *unsafe = "UNSAFE_RENEGOTIATION", *none = "DISABLE_SAFE_RENEGOTIATION", *silent = "COMPAT";
	const int denied = GNUTLS_E_UNSAFE_RENEGOTIATION_DENIED, failed = GNUTLS_E_SAFE_RENEGOTIATION_FAILED;
	const int again = GNUTLS_E_AGAIN;
	test_safety(silent, silent, 0, 0, 1, 0, 0);
	test_safety(safe, safe, 0, 0, 1, 0, 0);
	test_safety(partial, partial, 0, 0, 1, 0, 0);
	test_safety(unsafe, unsafe, 0, 0, 1, 0, 0);
	test_safety(none, none, 0, 0, 0, 0, 0);
	test_safety(none, unsafe, 0, 0, 0, 0, 0);
	test_safety(unsafe, none, 0, 0, 0, 0, 0);
	test_safety(none, silent, 0, 0, 0, again, denied);
	test_safety(silent, none, 0, 0, 0, denied, again);
	test_safety(none, partial, 0, 0, 0, again, denied);
	test_safety(partial, none, 0, 0, 0, denied, again);
	test_safety(none, safe, again, failed, 0, 0, 0);
	test_safety(safe, none, failed, again, 0, 0, 0);
	/* Safe renegotiation only in the second handshake, or only in the first. */
	test_change(none, unsafe, unsafe, unsafe, again, failed);
	test_change(unsafe, none, unsafe, unsafe, again, failed);
	test_change(unsafe, unsafe, none, unsafe, again, failed);
	test_change(unsafe, unsafe, unsafe, none, failed, again);
	/* The extended master secret is not dropped. */
	test_change(unsafe, unsafe, "NO_SESSION_HASH", unsafe, again, GNUTLS_E_DECRYPTION_FAILED);
	test_change(unsafe, unsafe, unsafe, "NO_SESSION_HASH", again, GNUTLS_E_DECRYPTION_FAILED);
	test_change("NO_SESSION_HASH", unsafe, "NO_SESSION_HASH", unsafe, 0, 0);
	test_change("NO_SESSION_HASH", unsafe, unsafe, unsafe, 0, 0);
	test_identity(0, again, GNUTLS_E_SESSION_USER_ID_CHANGED);
	test_identity(GNUTLS_ALLOW_ID_CHANGE, 0, 0);
	test_server_identity(0, GNUTLS_E_SESSION_USER_ID_CHANGED, again);
	test_server_identity(GNUTLS_ALLOW_ID_CHANGE, 0, 0);
	test_certificate_later();
	test_tls13();
	return check_result();
}
