/* Anonymous and PSK credentials. */
#include "sessions.h"

/* Credentials can be set, and are given back. */
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

static int asked;

static int no_params(gnutls_session_t session, gnutls_params_type_t type, gnutls_params_st *params)
{
	asked++;
	return -1;
}

/* Since 3.6.0 groups are negotiated (RFC 7919): parameters that are set are not stored and still belong to the
 * application. */
static void test_dh_params(void)
{
	gnutls_anon_server_credentials_t anon;
	gnutls_dh_params_t dh;
	gnutls_datum_t prime, generator;
	unsigned bits = 0;

	CHECK_IS(gnutls_dh_params_init(&dh), 0);
	CHECK_IS(gnutls_dh_params_import_raw2(dh, &gnutls_ffdhe_2048_group_prime, &gnutls_ffdhe_2048_group_generator, 256), 0);
	CHECK_IS(gnutls_anon_allocate_server_credentials(&anon), 0);
	gnutls_anon_set_server_dh_params(anon, dh);
	gnutls_anon_set_server_params_function(anon, no_params);
	gnutls_anon_set_server_params_function(anon, NULL);
	gnutls_anon_set_params_function(anon, no_params);
	gnutls_anon_set_params_function(anon, NULL);
	gnutls_anon_free_server_credentials(anon);
	CHECK_IS(asked, 0);
	CHECK_IS(gnutls_dh_params_export_raw(dh, &prime, &generator, &bits), 0);
	CHECK_IS(bits, 256);
	gnutls_free(prime.data);
	gnutls_free(generator.data);
	gnutls_dh_params_deinit(dh);
}

int main(void)
{
	test_secret();
	test_dh_params();
	return check_result();
}
