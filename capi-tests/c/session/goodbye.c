/* gnutls_bye: which records it skips, what it stores for a later receive, and that nothing is sent after the own
 * close_notify. */
#include "sessions.h"

/* gnutls_bye processes a key update, and stores data for a later receive. */
static void test_bye(const char *prio, int tls13)
{
	struct pair p;
	char buf[8];
	int code = 0;
	pair_new(&p, prio, 0, 0);
	HANDSHAKE(&p, 0, 0);
	CHECK_IS(gnutls_record_send(p.server.s, "abc", 3), 3);
	CHECK_IS(gnutls_bye(p.client.s, GNUTLS_SHUT_RDWR), GNUTLS_E_AGAIN);
	if (tls13)
		CHECK_IS(gnutls_session_key_update(p.server.s, 0), 0);
	CHECK_IS(gnutls_record_send(p.server.s, "def", 3), 3);
	CHECK_IS(take(&p.client, buf, sizeof buf), 3);
	CHECK(!memcmp(buf, "abc", 3));
	CHECK_IS(take(&p.client, buf, sizeof buf), 3);
	CHECK(!memcmp(buf, "def", 3));
	if (tls13)
		CHECK_IS(gnutls_session_key_update(p.server.s, 0), 0);
	CHECK_IS(gnutls_bye(p.server.s, GNUTLS_SHUT_WR), 0);
	for (int i = 0; i < 4 && (code = gnutls_bye(p.client.s, GNUTLS_SHUT_RDWR)) == GNUTLS_E_AGAIN; i++)
		;
	CHECK_IS(code, 0);
	pair_end(&p);
}

#ifdef OURS
/* gnutls_bye stores a limited amount of data; data that follows dropped data is not returned. */
static void test_flooded_bye(const char *prio)
{
	static char many[90000];
	struct pair p;
	pair_new(&p, prio, 0, 0);
	HANDSHAKE(&p, 0, 0);
	for (size_t sent = 0; sent < sizeof many; sent += gnutls_record_send(p.server.s, many + sent, sizeof many - sent))
		;
	CHECK_IS(gnutls_bye(p.client.s, GNUTLS_SHUT_RDWR), GNUTLS_E_AGAIN);
	CHECK_IS(gnutls_record_send(p.server.s, "abc", 3), 3);
	CHECK_IS(gnutls_bye(p.client.s, GNUTLS_SHUT_RDWR), GNUTLS_E_AGAIN);
	CHECK_IS(gnutls_record_check_pending(p.client.s), 65536);
	for (size_t i = 0; i < sizeof many; i++)
		many[i] = 'x';
	for (int i = 0; i < 4; i++)
		CHECK_IS(gnutls_record_recv(p.client.s, many + i * 16384, 16384), 16384);
	for (size_t i = 0; i < sizeof many; i++)
		CHECK(many[i] == (i < 65536 ? 0 : 'x'));
	CHECK_IS(gnutls_record_recv(p.client.s, many, sizeof many), GNUTLS_E_INVALID_SESSION);
	/* The session is still usable: its close_notify is answered, and the lost data is not reported as the end. */
	CHECK_IS(gnutls_bye(p.server.s, GNUTLS_SHUT_WR), 0);
	CHECK_IS(gnutls_bye(p.client.s, GNUTLS_SHUT_RDWR), 0);
	CHECK_IS(gnutls_record_recv(p.client.s, many, sizeof many), GNUTLS_E_INVALID_SESSION);
	pair_end(&p);
}
#endif

/* A warning while the goodbye is waited for is reported, and the next call goes on. */
static void test_warned_bye(const char *prio)
{
	struct pair p;

	pair_new(&p, prio, 0, 0);
	HANDSHAKE(&p, 0, 0);
	CHECK_IS(gnutls_alert_send(p.server.s, GNUTLS_AL_WARNING, GNUTLS_A_USER_CANCELED), 0);
	CHECK_IS(gnutls_bye(p.client.s, GNUTLS_SHUT_RDWR), GNUTLS_E_WARNING_ALERT_RECEIVED);
	CHECK_IS(gnutls_alert_get(p.client.s), GNUTLS_A_USER_CANCELED);
	CHECK_IS(gnutls_bye(p.client.s, GNUTLS_SHUT_RDWR), GNUTLS_E_AGAIN);
	CHECK_IS(gnutls_bye(p.server.s, GNUTLS_SHUT_WR), 0);
	CHECK_IS(gnutls_bye(p.client.s, GNUTLS_SHUT_RDWR), 0);
	pair_end(&p);
}

/* A handshake that was started by a receive ends with the own close_notify: nothing of it is sent after that. */
static void test_bye_in_handshake(void)
{
	struct pair p;
	char buf[16];
	size_t sent;
	pair_new(&p, TLS12, GNUTLS_AUTO_REAUTH, 0);
	HANDSHAKE(&p, 0, 0);
	CHECK_IS(gnutls_rehandshake(p.server.s), 0);
	CHECK(gnutls_record_recv(p.client.s, buf, sizeof buf) < 0);
	CHECK(gnutls_record_recv(p.client.s, buf, sizeof buf) < 0);
	CHECK_IS(gnutls_record_recv(p.server.s, buf, sizeof buf), GNUTLS_E_REHANDSHAKE);
	CHECK_IS(gnutls_handshake(p.server.s), GNUTLS_E_AGAIN);
	CHECK_IS(gnutls_bye(p.client.s, GNUTLS_SHUT_WR), 0);
	sent = p.server.in.used;
	CHECK_IS(gnutls_record_recv(p.client.s, buf, sizeof buf), GNUTLS_E_INVALID_SESSION);
	CHECK(gnutls_record_recv(p.client.s, buf, sizeof buf) < 0);
	CHECK_IS(p.server.in.used, sent);
	pair_end(&p);
}

/* Nothing is sent after close_notify: no hello, no HelloRequest, no certificate. */
static void test_after_bye(void)
{
	struct pair p;
	char buf[64];
	size_t sent;
	for (int i = 0; i < 4; i++) {
		struct end *e = i & 1 ? &p.server : &p.client, *peer = i & 1 ? &p.client : &p.server;
		pair_new(&p, TLS12, 0, 0);
		HANDSHAKE(&p, 0, 0);
		/* The peer has requested it, or not. */
		if (i == 2)
			CHECK_IS(gnutls_rehandshake(p.server.s), 0);
		if (i == 3)
			CHECK_IS(gnutls_handshake(p.client.s), GNUTLS_E_AGAIN);
		CHECK_IS(gnutls_bye(e->s, GNUTLS_SHUT_WR), 0);
		if (i > 1)
			CHECK_IS(gnutls_record_recv(e->s, buf, sizeof buf), GNUTLS_E_REHANDSHAKE);
		sent = peer->in.used;
		CHECK_IS(i == 1 ? gnutls_rehandshake(e->s) : gnutls_handshake(e->s), GNUTLS_E_INVALID_SESSION);
		CHECK_IS(gnutls_record_send(e->s, buf, 1), GNUTLS_E_INVALID_SESSION);
		CHECK_IS(peer->in.used, sent);
		pair_end(&p);
	}
	for (int i = 0; i < 2; i++) {
		struct end *e = i ? &p.server : &p.client, *peer = i ? &p.client : &p.server;
		pair_new(&p, TLS13, GNUTLS_POST_HANDSHAKE_AUTH, GNUTLS_POST_HANDSHAKE_AUTH);
		gnutls_certificate_server_set_request(p.server.s, GNUTLS_CERT_REQUEST);
		HANDSHAKE(&p, 0, 0);
		if (e == &p.client)
			CHECK_IS(gnutls_reauth(p.server.s, 0), GNUTLS_E_AGAIN);
		CHECK_IS(gnutls_bye(e->s, GNUTLS_SHUT_WR), 0);
		if (e == &p.client)
			CHECK_IS(gnutls_record_recv(e->s, buf, sizeof buf), GNUTLS_E_REAUTH_REQUEST);
		sent = peer->in.used;
		CHECK_IS(gnutls_reauth(e->s, 0), GNUTLS_E_INVALID_SESSION);
		CHECK_IS(gnutls_session_key_update(e->s, 0), GNUTLS_E_INVALID_SESSION);
		CHECK_IS(peer->in.used, sent);
		pair_end(&p);
	}
}

int main(void)
{
	for (int v = 0; v < 2; v++) {
		const char *prio = both_versions[v];
		test_bye(prio, v);
#ifdef OURS
		test_flooded_bye(prio);
		test_warned_bye(prio);
#endif
	}
	/* In TLS 1.3 GnuTLS takes every alert for a fatal one. */
	test_warned_bye(TLS12);
	test_after_bye();
	test_bye_in_handshake();
	return check_result();
}
