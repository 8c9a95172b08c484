/* Heartbeats (RFC 6520) over TLS: 3.7.9 has them, Debian's 3.8.13 has not, and says so. */
#include "sessions.h"

int main(void)
{
#if GNUTLS_VERSION_NUMBER >= 0x030800
	for (int v = 0; v < 2; v++) {
		struct pair p;
		char c;
		pair_new(&p, both_versions[v], 0, 0);
		gnutls_heartbeat_enable(p.client.s, GNUTLS_HB_PEER_ALLOWED_TO_SEND);
		gnutls_heartbeat_enable(p.server.s, GNUTLS_HB_PEER_ALLOWED_TO_SEND);
		gnutls_heartbeat_set_timeouts(p.client.s, 100, 1000);
		HANDSHAKE(&p, 0, 0);
		CHECK_IS(gnutls_heartbeat_allowed(p.client.s, GNUTLS_HB_LOCAL_ALLOWED_TO_SEND), 0);
		CHECK_IS(gnutls_heartbeat_allowed(p.server.s, GNUTLS_HB_PEER_ALLOWED_TO_SEND), 0);
		CHECK_IS(gnutls_heartbeat_get_timeout(p.client.s), 0);
		CHECK_IS(gnutls_heartbeat_ping(p.client.s, 100, 1, 0), GNUTLS_E_INVALID_REQUEST);
		CHECK_IS(gnutls_heartbeat_pong(p.server.s, 0), GNUTLS_E_INVALID_REQUEST);
		/* Nothing was sent, and the session goes on. */
		CHECK_IS(gnutls_record_send(p.client.s, "x", 1), 1);
		CHECK_IS(take(&p.server, &c, 1), 1);
		pair_end(&p);
	}
#endif
#ifdef OURS
	CHECK_IS(gnutls_heartbeat_ping(NULL, 1, 1, 0), GNUTLS_E_INVALID_REQUEST);
	CHECK_IS(gnutls_heartbeat_pong(NULL, 0), GNUTLS_E_INVALID_REQUEST);
#endif
	return check_result();
}
