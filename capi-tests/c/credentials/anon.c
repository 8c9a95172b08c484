/* Anonymous and PSK credentials. */
#include "sessions.h"

/* Credentials of kinds whose key exchanges are not all there: made, given, freed. */
static void test_secret(void)
{
	gnutls_session_t s;
	gnutls_anon_client_credentials_t ac;
	gnutls_anon_server_credentials_t as;
	gnutls_psk_client_credentials_t pc;
	gnutls_psk_server_credentials_t ps;
	void *got;

	CHECK_IS(gnutls_anon_allocate_client_credentials(&ac), 0);
	CHECK_IS(gnutls_anon_allocate_server_credentials(&as), 0);
	CHECK_IS(gnutls_psk_allocate_client_credentials(&pc), 0);
	CHECK_IS(gnutls_psk_allocate_server_credentials(&ps), 0);
	CHECK_IS(gnutls_anon_set_server_known_dh_params(as, GNUTLS_SEC_PARAM_MEDIUM), 0);
	CHECK_IS(gnutls_psk_set_server_known_dh_params(ps, GNUTLS_SEC_PARAM_MEDIUM), 0);
	CHECK_IS(gnutls_init(&s, GNUTLS_CLIENT), 0);
	CHECK_IS(gnutls_credentials_set(s, GNUTLS_CRD_ANON, ac), 0);
	CHECK_IS(gnutls_credentials_set(s, GNUTLS_CRD_PSK, pc), 0);
	CHECK_IS(gnutls_credentials_get(s, GNUTLS_CRD_ANON, &got), 0);
	CHECK(got == ac);
	CHECK_IS(gnutls_credentials_get(s, GNUTLS_CRD_PSK, &got), 0);
	CHECK(got == pc);
	gnutls_deinit(s);
	gnutls_anon_free_client_credentials(ac);
	gnutls_anon_free_server_credentials(as);
	gnutls_psk_free_client_credentials(pc);
	gnutls_psk_free_server_credentials(ps);
}

int main(void)
{
	test_secret();
	return check_result();
}
