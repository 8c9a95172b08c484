/* Resumption: a full handshake is not reported as a resumption. */
#include "sessions.h"

static void test_full(const char *prio)
{
	struct pair p;

	pair_new(&p, prio, 0, 0);
	CHECK_IS(gnutls_session_resumption_requested(p.client.s), 0);
	CHECK_IS(gnutls_session_resumption_requested(p.server.s), 0);
	HANDSHAKE(&p, 0, 0);
	CHECK_IS(gnutls_session_resumption_requested(p.client.s), 0);
	CHECK_IS(gnutls_session_resumption_requested(p.server.s), 0);
	CHECK_IS(gnutls_session_is_resumed(p.client.s), 0);
	CHECK_IS(gnutls_session_is_resumed(p.server.s), 0);
	pair_end(&p);
}

int main(void)
{
	test_full(TLS12);
	test_full(TLS13);
	return check_result();
}
