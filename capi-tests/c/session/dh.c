/* The getters of finite-field Diffie-Hellman: an error before the handshake, and empty values after a handshake
 * with an elliptic curve. */
#include "sessions.h"

static void test_curve(const char *prio)
{
	struct pair p;

	pair_new(&p, prio, 0, 0);
	gnutls_dh_set_prime_bits(p.client.s, 4096);
	CHECK_IS(gnutls_dh_get_prime_bits(p.client.s), GNUTLS_E_INVALID_REQUEST);
	CHECK_IS(gnutls_dh_get_secret_bits(p.client.s), GNUTLS_E_INVALID_REQUEST);
	CHECK_IS(gnutls_dh_get_peers_public_bits(p.client.s), GNUTLS_E_INVALID_REQUEST);
	HANDSHAKE(&p, 0, 0);
	CHECK_IS(gnutls_dh_get_prime_bits(p.client.s), 0);
	CHECK_IS(gnutls_dh_get_secret_bits(p.client.s), 0);
	CHECK_IS(gnutls_dh_get_peers_public_bits(p.client.s), GNUTLS_E_MPI_SCAN_FAILED);
	pair_end(&p);
}

int main(void)
{
	test_curve(TLS12);
	test_curve(TLS13);
	return check_result();
}
