/* OpenPGP, which GnuTLS has removed: every function answers so. */
#include <gnutls/gnutls.h>
#include <gnutls/compat.h>
#include <gnutls/openpgp.h>
#include "check.h"

#define REMOVED(call) CHECK((int)(call) == GNUTLS_E_UNIMPLEMENTED_FEATURE)

static void certificates(void)
{
	REMOVED(gnutls_openpgp_crt_check_email(NULL, NULL, 0));
	REMOVED(gnutls_openpgp_crt_check_hostname(NULL, NULL));
	REMOVED(gnutls_openpgp_crt_check_hostname2(NULL, NULL, 0));
	gnutls_openpgp_crt_deinit(NULL);
	REMOVED(gnutls_openpgp_crt_export(NULL, 0, NULL, NULL));
	REMOVED(gnutls_openpgp_crt_export2(NULL, 0, NULL));
	REMOVED(gnutls_openpgp_crt_get_auth_subkey(NULL, NULL, 0));
	CHECK(gnutls_openpgp_crt_get_creation_time(NULL) == (time_t)-1);
	CHECK(gnutls_openpgp_crt_get_expiration_time(NULL) == (time_t)-1);
	REMOVED(gnutls_openpgp_crt_get_fingerprint(NULL, NULL, NULL));
	REMOVED(gnutls_openpgp_crt_get_key_id(NULL, NULL));
	REMOVED(gnutls_openpgp_crt_get_key_usage(NULL, NULL));
	REMOVED(gnutls_openpgp_crt_get_name(NULL, 0, NULL, NULL));
	CHECK(gnutls_openpgp_crt_get_pk_algorithm(NULL, NULL) == GNUTLS_PK_UNKNOWN);
	REMOVED(gnutls_openpgp_crt_get_pk_dsa_raw(NULL, NULL, NULL, NULL, NULL));
	REMOVED(gnutls_openpgp_crt_get_pk_rsa_raw(NULL, NULL, NULL));
	REMOVED(gnutls_openpgp_crt_get_preferred_key_id(NULL, NULL));
	REMOVED(gnutls_openpgp_crt_get_revoked_status(NULL));
	REMOVED(gnutls_openpgp_crt_get_subkey_count(NULL));
	CHECK(gnutls_openpgp_crt_get_subkey_creation_time(NULL, 0) == (time_t)-1);
	CHECK(gnutls_openpgp_crt_get_subkey_expiration_time(NULL, 0) == (time_t)-1);
	REMOVED(gnutls_openpgp_crt_get_subkey_fingerprint(NULL, 0, NULL, NULL));
	REMOVED(gnutls_openpgp_crt_get_subkey_id(NULL, 0, NULL));
	REMOVED(gnutls_openpgp_crt_get_subkey_idx(NULL, NULL));
	REMOVED(gnutls_openpgp_crt_get_subkey_pk_algorithm(NULL, 0, NULL));
	REMOVED(gnutls_openpgp_crt_get_subkey_pk_dsa_raw(NULL, 0, NULL, NULL, NULL, NULL));
	REMOVED(gnutls_openpgp_crt_get_subkey_pk_rsa_raw(NULL, 0, NULL, NULL));
	REMOVED(gnutls_openpgp_crt_get_subkey_revoked_status(NULL, 0));
	REMOVED(gnutls_openpgp_crt_get_subkey_usage(NULL, 0, NULL));
	REMOVED(gnutls_openpgp_crt_get_version(NULL));
	REMOVED(gnutls_openpgp_crt_import(NULL, NULL, 0));
	REMOVED(gnutls_openpgp_crt_init(NULL));
	REMOVED(gnutls_openpgp_crt_print(NULL, 0, NULL));
	REMOVED(gnutls_openpgp_crt_set_preferred_key_id(NULL, NULL));
	REMOVED(gnutls_openpgp_crt_verify_ring(NULL, NULL, 0, NULL));
	REMOVED(gnutls_openpgp_crt_verify_self(NULL, 0, NULL));
}

static void keyrings(void)
{
	REMOVED(gnutls_openpgp_keyring_check_id(NULL, NULL, 0));
	gnutls_openpgp_keyring_deinit(NULL);
	REMOVED(gnutls_openpgp_keyring_get_crt(NULL, 0, NULL));
	REMOVED(gnutls_openpgp_keyring_get_crt_count(NULL));
	REMOVED(gnutls_openpgp_keyring_import(NULL, NULL, 0));
	REMOVED(gnutls_openpgp_keyring_init(NULL));
}

static void private_keys(void)
{
	REMOVED(gnutls_openpgp_privkey_sign_hash(NULL, NULL, NULL));
	gnutls_openpgp_privkey_deinit(NULL);
	REMOVED(gnutls_openpgp_privkey_export(NULL, 0, NULL, 0, NULL, NULL));
	REMOVED(gnutls_openpgp_privkey_export2(NULL, 0, NULL, 0, NULL));
	REMOVED(gnutls_openpgp_privkey_export_dsa_raw(NULL, NULL, NULL, NULL, NULL, NULL));
	REMOVED(gnutls_openpgp_privkey_export_rsa_raw(NULL, NULL, NULL, NULL, NULL, NULL, NULL));
	REMOVED(gnutls_openpgp_privkey_export_subkey_dsa_raw(NULL, 0, NULL, NULL, NULL, NULL, NULL));
	REMOVED(gnutls_openpgp_privkey_export_subkey_rsa_raw(NULL, 0, NULL, NULL, NULL, NULL, NULL, NULL));
	REMOVED(gnutls_openpgp_privkey_get_fingerprint(NULL, NULL, NULL));
	REMOVED(gnutls_openpgp_privkey_get_key_id(NULL, NULL));
	CHECK(gnutls_openpgp_privkey_get_pk_algorithm(NULL, NULL) == GNUTLS_PK_UNKNOWN);
	REMOVED(gnutls_openpgp_privkey_get_preferred_key_id(NULL, NULL));
	REMOVED(gnutls_openpgp_privkey_get_revoked_status(NULL));
	REMOVED(gnutls_openpgp_privkey_get_subkey_count(NULL));
	CHECK(gnutls_openpgp_privkey_get_subkey_creation_time(NULL, 0) == (time_t)-1);
	CHECK(gnutls_openpgp_privkey_get_subkey_expiration_time(NULL, 0) == (time_t)-1);
	REMOVED(gnutls_openpgp_privkey_get_subkey_fingerprint(NULL, 0, NULL, NULL));
	REMOVED(gnutls_openpgp_privkey_get_subkey_id(NULL, 0, NULL));
	REMOVED(gnutls_openpgp_privkey_get_subkey_idx(NULL, NULL));
	CHECK(gnutls_openpgp_privkey_get_subkey_pk_algorithm(NULL, 0, NULL) == GNUTLS_PK_UNKNOWN);
	REMOVED(gnutls_openpgp_privkey_get_subkey_revoked_status(NULL, 0));
	REMOVED(gnutls_openpgp_privkey_import(NULL, NULL, 0, NULL, 0));
	REMOVED(gnutls_openpgp_privkey_init(NULL));
	CHECK(gnutls_openpgp_privkey_sec_param(NULL) == GNUTLS_SEC_PARAM_UNKNOWN);
	REMOVED(gnutls_openpgp_privkey_set_preferred_key_id(NULL, NULL));
}

static void credentials(void)
{
	gnutls_openpgp_send_cert(NULL, 0);
	REMOVED(gnutls_certificate_get_openpgp_crt(NULL, 0, NULL, NULL));
	REMOVED(gnutls_certificate_get_openpgp_key(NULL, 0, NULL));
	REMOVED(gnutls_certificate_set_openpgp_key(NULL, NULL, NULL));
	REMOVED(gnutls_certificate_set_openpgp_key_file(NULL, NULL, NULL, 0));
	REMOVED(gnutls_certificate_set_openpgp_key_file2(NULL, NULL, NULL, NULL, 0));
	REMOVED(gnutls_certificate_set_openpgp_key_mem(NULL, NULL, NULL, 0));
	REMOVED(gnutls_certificate_set_openpgp_key_mem2(NULL, NULL, NULL, NULL, 0));
	REMOVED(gnutls_certificate_set_openpgp_keyring_file(NULL, NULL, 0));
	REMOVED(gnutls_certificate_set_openpgp_keyring_mem(NULL, NULL, 0, 0));
	gnutls_openpgp_set_recv_key_function(NULL, NULL);
}

int main(void)
{
	certificates();
	keyrings();
	private_keys();
	credentials();
	return check_result();
}
