/* Restrictions of RSA keys, RSA-PSS and (from 3.8.4 on) RSA-OAEP. */
#include <gnutls/abstract.h>
#include <gnutls/gnutls.h>
#include <gnutls/x509.h>
#include <string.h>
#include "certs.h"
#include "check.h"
#include "pss_salts.h"

static gnutls_x509_privkey_t key(void)
{
	gnutls_x509_privkey_t k;
	gnutls_datum_t d = { (void *)leaf_key_pem, strlen(leaf_key_pem) };
	gnutls_x509_privkey_init(&k);
	CHECK(gnutls_x509_privkey_import(k, &d, GNUTLS_X509_FMT_PEM) == 0);
	return k;
}

/* Exports a key, reads it again and gives its restrictions. */
static int through_pkcs8(gnutls_x509_privkey_t k, gnutls_x509_spki_t spki, int pk)
{
	gnutls_x509_privkey_t again;
	gnutls_datum_t out;
	int r;
	gnutls_x509_privkey_init(&again);
	CHECK(gnutls_x509_privkey_export2_pkcs8(k, GNUTLS_X509_FMT_PEM, NULL, 0, &out) == 0);
	r = gnutls_x509_privkey_import(again, &out, GNUTLS_X509_FMT_PEM);
	if (r == 0) {
		CHECK(gnutls_x509_privkey_get_pk_algorithm(again) == pk);
		r = gnutls_x509_privkey_get_spki(again, spki, 0);
	}
	gnutls_free(out.data);
	gnutls_x509_privkey_deinit(again);
	return r;
}

static void pss(void)
{
	gnutls_x509_spki_t spki, got;
	gnutls_digest_algorithm_t digest = 0;
	unsigned salt = 9;
	gnutls_x509_privkey_t k = key();
	gnutls_x509_spki_init(&spki);
	gnutls_x509_spki_init(&got);
	CHECK(gnutls_x509_spki_get_rsa_pss_params(spki, &digest, &salt) == GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE);
	gnutls_x509_spki_set_rsa_pss_params(spki, GNUTLS_DIG_SHA384, 40);
	CHECK(gnutls_x509_privkey_set_spki(k, spki, 0) == 0);
	CHECK(through_pkcs8(k, got, GNUTLS_PK_RSA_PSS) == 0);
	CHECK(gnutls_x509_spki_get_rsa_pss_params(got, &digest, &salt) == 0 && digest == GNUTLS_DIG_SHA384 && salt == 40);
	gnutls_x509_privkey_deinit(k);

	/* The modulus has 256 bytes: room for 222 of salt. */
	for (unsigned n = 222; n <= 223; n++) {
		gnutls_keygen_data_st data = { GNUTLS_KEYGEN_SPKI, (void *)spki, 0 };
		gnutls_x509_spki_set_rsa_pss_params(spki, GNUTLS_DIG_SHA256, n);
		gnutls_x509_privkey_init(&k);
		CHECK(gnutls_x509_privkey_generate2(k, GNUTLS_PK_RSA_PSS, 2048, 0, &data, 1) == (n == 222 ? 0 : GNUTLS_E_PK_INVALID_PUBKEY_PARAMS));
		gnutls_x509_privkey_deinit(k);
	}
	gnutls_x509_spki_deinit(spki);
	gnutls_x509_spki_deinit(got);
}

#if GNUTLS_VERSION_NUMBER >= 0x030804
static void oaep(void)
{
	gnutls_x509_spki_t spki, got;
	gnutls_datum_t label = { (void *)"label", 5 }, out = { NULL, 0 }, text = { (void *)"text", 4 }, sealed, opened;
	gnutls_digest_algorithm_t digest = 0;
	gnutls_x509_privkey_t k = key();
	gnutls_privkey_t priv;
	gnutls_pubkey_t pub;
	gnutls_x509_spki_init(&spki);
	gnutls_x509_spki_init(&got);
	CHECK(gnutls_x509_spki_get_rsa_oaep_params(spki, &digest, &out) == GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE);
	CHECK(gnutls_x509_spki_set_rsa_oaep_params(spki, GNUTLS_DIG_SHA256, &label) == 0);
	CHECK(gnutls_x509_spki_get_rsa_pss_params(spki, &digest, NULL) == GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_x509_privkey_set_spki(k, spki, 0) == 0);
	CHECK(through_pkcs8(k, got, GNUTLS_PK_RSA_OAEP) == 0);
	CHECK(gnutls_x509_spki_get_rsa_oaep_params(got, &digest, &out) == 0 && digest == GNUTLS_DIG_SHA256);
	CHECK(out.size == 5 && memcmp(out.data, "label", 5) == 0);
	gnutls_free(out.data);
	gnutls_privkey_init(&priv);
	gnutls_pubkey_init(&pub);
	CHECK(gnutls_privkey_import_x509(priv, k, 0) == 0 && gnutls_pubkey_import_privkey(pub, priv, 0, 0) == 0);
	CHECK(gnutls_pubkey_get_pk_algorithm(pub, NULL) == GNUTLS_PK_RSA_OAEP);
	CHECK(gnutls_pubkey_encrypt_data(pub, 0, &text, &sealed) == 0);
	CHECK(gnutls_privkey_decrypt_data(priv, 0, &sealed, &opened) == 0 && opened.size == 4 && memcmp(opened.data, "text", 4) == 0);
	gnutls_free(sealed.data);
	gnutls_free(opened.data);
	gnutls_pubkey_deinit(pub);
	gnutls_privkey_deinit(priv);
	CHECK(gnutls_x509_spki_set_rsa_oaep_params(spki, GNUTLS_DIG_SHA384, NULL) == 0);
	CHECK(gnutls_x509_privkey_set_spki(k, spki, 0) == 0 && through_pkcs8(k, got, GNUTLS_PK_RSA_OAEP) == 0);
	CHECK(gnutls_x509_spki_get_rsa_oaep_params(got, &digest, NULL) == 0 && digest == GNUTLS_DIG_SHA384);
	gnutls_x509_privkey_deinit(k);
	gnutls_x509_spki_deinit(spki);
	gnutls_x509_spki_deinit(got);
}
#endif

/* In print a certificate and a request say how long the salt of their signature is, a revocation list does not. */
static void printed(void)
{
	static const char want[] = "\tSignature Algorithm: RSA-PSS-SHA256\n\t\tSalt Length: 32\n";
	gnutls_x509_spki_t spki;
	gnutls_x509_privkey_t k = key();
	gnutls_x509_crt_t crt;
	gnutls_x509_crq_t crq;
	gnutls_x509_crl_t crl;
	gnutls_datum_t out;
	gnutls_x509_spki_init(&spki);
	gnutls_x509_spki_set_rsa_pss_params(spki, GNUTLS_DIG_SHA256, 32);
	CHECK(gnutls_x509_privkey_set_spki(k, spki, 0) == 0);
	gnutls_x509_crt_init(&crt);
	CHECK(gnutls_x509_crt_set_version(crt, 3) == 0 && gnutls_x509_crt_set_serial(crt, "\1", 1) == 0);
	CHECK(gnutls_x509_crt_set_dn(crt, "CN=x", NULL) == 0 && gnutls_x509_crt_set_key(crt, k) == 0);
	CHECK(gnutls_x509_crt_set_basic_constraints(crt, 1, -1) == 0 && gnutls_x509_crt_set_key_usage(crt, GNUTLS_KEY_CRL_SIGN) == 0);
	CHECK(gnutls_x509_crt_set_activation_time(crt, 1700000000) == 0 && gnutls_x509_crt_set_expiration_time(crt, 1800000000) == 0);
	CHECK(gnutls_x509_crt_sign2(crt, crt, k, GNUTLS_DIG_SHA256, 0) == 0);
	CHECK(gnutls_x509_crt_print(crt, GNUTLS_CRT_PRINT_FULL, &out) == 0 && strstr((char *)out.data, want));
	gnutls_free(out.data);
	gnutls_x509_crq_init(&crq);
	CHECK(gnutls_x509_crq_set_version(crq, 1) == 0 && gnutls_x509_crq_set_dn(crq, "CN=x", NULL) == 0);
	CHECK(gnutls_x509_crq_set_key(crq, k) == 0 && gnutls_x509_crq_sign2(crq, k, GNUTLS_DIG_SHA256, 0) == 0);
	CHECK(gnutls_x509_crq_print(crq, GNUTLS_CRT_PRINT_FULL, &out) == 0 && strstr((char *)out.data, want));
	gnutls_free(out.data);
	gnutls_x509_crl_init(&crl);
	CHECK(gnutls_x509_crl_set_version(crl, 2) == 0 && gnutls_x509_crl_set_this_update(crl, 1700000000) == 0);
	CHECK(gnutls_x509_crl_set_next_update(crl, 4000000000) == 0 && gnutls_x509_crl_sign2(crl, crt, k, GNUTLS_DIG_SHA256, 0) == 0);
	CHECK(gnutls_x509_crl_print(crl, GNUTLS_CRT_PRINT_FULL, &out) == 0);
	CHECK(strstr((char *)out.data, "RSA-PSS-SHA256\n\tSignature:\n"));
	gnutls_free(out.data);
#ifdef OURS
	/* GnuTLS verifies none with such a signature. */
	unsigned status = 1;
	CHECK(gnutls_x509_crl_verify(crl, &crt, 1, GNUTLS_VERIFY_DISABLE_TIME_CHECKS, &status) == 0 && status == 0);
#endif
	gnutls_x509_crl_deinit(crl);
	gnutls_x509_crq_deinit(crq);
	gnutls_x509_crt_deinit(crt);
	gnutls_x509_privkey_deinit(k);
	gnutls_x509_spki_deinit(spki);
}

static unsigned signed_by_itself(const char *pem)
{
	gnutls_x509_crt_t crt;
	gnutls_datum_t d = { (void *)pem, strlen(pem) };
	unsigned status = 0;
	gnutls_x509_crt_init(&crt);
	CHECK(gnutls_x509_crt_import(crt, &d, GNUTLS_X509_FMT_PEM) == 0);
	CHECK(gnutls_x509_crt_verify(crt, &crt, 1, GNUTLS_VERIFY_DO_NOT_ALLOW_SAME, &status) == 0);
	gnutls_x509_crt_deinit(crt);
	return status;
}

/* A key for any use verifies with a salt as long as the digest alone, one for RSA-PSS with any that it allows. */
static void salts_of_certificates(void)
{
	for (unsigned i = 0; i < 3; i++) {
		unsigned want = pss_salts[i].salt == 32 ? 0 : GNUTLS_CERT_INVALID | GNUTLS_CERT_SIGNATURE_FAILURE;
		CHECK(signed_by_itself(pss_salts[i].any_use) == want);
		CHECK(signed_by_itself(pss_salts[i].pss) == 0);
	}
}

/* What a key names is the least salt: one as long as the digest is made, which a key for any use verifies. */
static void least_salts(void)
{
	gnutls_datum_t hello = { (void *)"hello", 5 }, sig;
	gnutls_privkey_t signer, any_use;
	gnutls_pubkey_t public, own;
	gnutls_x509_privkey_t k = key(), plain = key();
	gnutls_x509_spki_t spki;
	gnutls_x509_spki_init(&spki);
	gnutls_x509_spki_set_rsa_pss_params(spki, GNUTLS_DIG_SHA256, 20);
	CHECK(gnutls_x509_privkey_set_spki(k, spki, 0) == 0);
	gnutls_privkey_init(&signer), gnutls_privkey_init(&any_use), gnutls_pubkey_init(&public), gnutls_pubkey_init(&own);
	CHECK(gnutls_privkey_import_x509(signer, k, GNUTLS_PRIVKEY_IMPORT_COPY) == 0);
	CHECK(gnutls_privkey_import_x509(any_use, plain, GNUTLS_PRIVKEY_IMPORT_COPY) == 0);
	CHECK(gnutls_pubkey_import_privkey(public, any_use, 0, 0) == 0 && gnutls_pubkey_import_privkey(own, signer, 0, 0) == 0);
	CHECK(gnutls_privkey_sign_data2(signer, GNUTLS_SIGN_RSA_PSS_SHA256, 0, &hello, &sig) == 0);
	CHECK(gnutls_pubkey_verify_data2(public, GNUTLS_SIGN_RSA_PSS_SHA256, 0, &hello, &sig) == 0);
#ifdef OURS
	CHECK(gnutls_pubkey_verify_data2(own, GNUTLS_SIGN_RSA_PSS_SHA256, 0, &hello, &sig) == 0);
#endif
	gnutls_free(sig.data);
	gnutls_privkey_deinit(signer), gnutls_privkey_deinit(any_use), gnutls_pubkey_deinit(public), gnutls_pubkey_deinit(own);
	gnutls_x509_privkey_deinit(k), gnutls_x509_privkey_deinit(plain);
	gnutls_x509_spki_deinit(spki);
}

int main(void)
{
	pss();
	printed();
	salts_of_certificates();
	least_salts();
#if GNUTLS_VERSION_NUMBER >= 0x030804
	oaep();
#endif
	return check_result();
}
