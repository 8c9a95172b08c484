/* gnutls_privkey_*, gnutls_pubkey_* and gnutls_pcert_*. */
#include <gnutls/abstract.h>
#include <gnutls/gnutls.h>
#include <gnutls/x509.h>
#include <string.h>
#include "certs.h"
#include "check.h"
#include "key_tools.h"

static void signatures(const char *pem, int pk, const int *good, const int *bad)
{
	gnutls_privkey_t k = load(pem);
	gnutls_pubkey_t p;
	gnutls_datum_t message = text("a message"), other = text("another"), sig;
	unsigned bits = 0;
	CHECK(gnutls_privkey_get_pk_algorithm(k, &bits) == pk && bits > 0);
	CHECK(gnutls_privkey_get_type(k) == GNUTLS_PRIVKEY_X509);
	gnutls_pubkey_init(&p);
	CHECK(gnutls_pubkey_import_privkey(p, k, 0, 0) == 0);
	CHECK(gnutls_pubkey_get_pk_algorithm(p, NULL) == pk);
	for (; *good; good++) {
		CHECK(gnutls_privkey_sign_data2(k, *good, 0, &message, &sig) == 0);
		CHECK(gnutls_pubkey_verify_data2(p, *good, 0, &message, &sig) == 0);
		CHECK(gnutls_pubkey_verify_data2(p, *good, 0, &other, &sig) == GNUTLS_E_PK_SIG_VERIFY_FAILED);
		gnutls_free(sig.data);
	}
	for (; *bad; bad++) {
		CHECK(gnutls_privkey_sign_data2(k, *bad, 0, &message, &sig) == GNUTLS_E_CONSTRAINT_ERROR);
		CHECK(gnutls_pubkey_verify_data2(p, *bad, 0, &message, &other) == GNUTLS_E_INCOMPATIBLE_SIG_WITH_KEY);
	}
	CHECK(gnutls_privkey_sign_data2(k, 999, 0, &message, &sig) == GNUTLS_E_INVALID_REQUEST);
	/* The public key is exported and imported again. */
	gnutls_datum_t out;
	gnutls_pubkey_t again;
	unsigned char id[2][32];
	size_t sizes[2] = { 32, 32 };
	CHECK(gnutls_pubkey_export2(p, GNUTLS_X509_FMT_PEM, &out) == 0);
	gnutls_pubkey_init(&again);
	CHECK(gnutls_pubkey_import(again, &out, GNUTLS_X509_FMT_PEM) == 0);
	gnutls_free(out.data);
	CHECK(gnutls_pubkey_get_key_id(p, GNUTLS_KEYID_USE_SHA256, id[0], &sizes[0]) == 0);
	CHECK(gnutls_pubkey_get_key_id(again, GNUTLS_KEYID_USE_SHA256, id[1], &sizes[1]) == 0 && memcmp(id[0], id[1], 32) == 0);
	gnutls_pubkey_deinit(again);
	gnutls_pubkey_deinit(p);
	gnutls_x509_privkey_t x;
	CHECK(gnutls_privkey_export_x509(k, &x) == 0 && gnutls_x509_privkey_get_pk_algorithm(x) == pk);
	gnutls_x509_privkey_deinit(x);
	gnutls_privkey_deinit(k);
}

/* An external key: its callbacks sign with a key of the test. */
static gnutls_privkey_t secret;
static int farewells;

static int sign_data(gnutls_privkey_t key, gnutls_sign_algorithm_t algo, void *userdata, unsigned flags, const gnutls_datum_t *data,
		     gnutls_datum_t *signature)
{
	CHECK(userdata == &secret);
	return gnutls_privkey_sign_data2(secret, algo, 0, data, signature);
}

static int sign_hash(gnutls_privkey_t key, gnutls_sign_algorithm_t algo, void *userdata, unsigned flags, const gnutls_datum_t *hash,
		     gnutls_datum_t *signature)
{
	return gnutls_privkey_sign_hash2(secret, algo, 0, hash, signature);
}

static void farewell(gnutls_privkey_t key, void *userdata)
{
	CHECK(userdata == &secret);
	farewells++;
}

static int info(gnutls_privkey_t key, unsigned flags, void *userdata)
{
	if (flags & GNUTLS_PRIVKEY_INFO_PK_ALGO)
		return GNUTLS_PK_RSA;
	if (flags & GNUTLS_PRIVKEY_INFO_PK_ALGO_BITS)
		return 2048;
	if (flags & GNUTLS_PRIVKEY_INFO_HAVE_SIGN_ALGO)
		return GNUTLS_FLAGS_TO_SIGN_ALGO(flags) == GNUTLS_SIGN_RSA_SHA256;
	return -1;
}

static void external(void)
{
	gnutls_privkey_t k;
	gnutls_pubkey_t p;
	gnutls_datum_t message = text("a message"), sig;
	unsigned bits = 0;
	secret = load(leaf_key_pem);
	gnutls_privkey_init(&k);
	CHECK(gnutls_privkey_import_ext4(k, &secret, sign_data, sign_hash, NULL, farewell, info, 0) == 0);
	CHECK(gnutls_privkey_get_pk_algorithm(k, &bits) == GNUTLS_PK_RSA);
	CHECK(gnutls_privkey_get_type(k) == GNUTLS_PRIVKEY_EXT);
	CHECK(gnutls_privkey_sign_data2(k, GNUTLS_SIGN_RSA_SHA256, 0, &message, &sig) == 0);
	gnutls_pubkey_init(&p);
	gnutls_pubkey_import_privkey(p, secret, 0, 0);
	CHECK(gnutls_pubkey_verify_data2(p, GNUTLS_SIGN_RSA_SHA256, 0, &message, &sig) == 0);
	gnutls_free(sig.data);
	gnutls_pubkey_deinit(p);
	CHECK(farewells == 0);
	gnutls_privkey_deinit(k);
	CHECK(farewells == 1);
	gnutls_privkey_deinit(secret);
}

static void pcerts(void)
{
	static char both[20000];
	strcat(strcpy(both, leaf_pem), inter_pem);
	gnutls_datum_t d = text(both), garbage = text("garbage");
	gnutls_pcert_st list[3];
	unsigned n = 1;
	CHECK(gnutls_pcert_list_import_x509_raw(list, &n, &d, GNUTLS_X509_FMT_PEM, 0) == 0 && n == 1);
	gnutls_pcert_deinit(&list[0]);
	n = 1;
	CHECK(gnutls_pcert_list_import_x509_raw(list, &n, &d, GNUTLS_X509_FMT_PEM, GNUTLS_X509_CRT_LIST_IMPORT_FAIL_IF_EXCEED) ==
	      GNUTLS_E_SHORT_MEMORY_BUFFER);
	n = 3;
	CHECK(gnutls_pcert_list_import_x509_raw(list, &n, &d, GNUTLS_X509_FMT_PEM, 0) == 0 && n == 2);
	CHECK(list[0].type == GNUTLS_CRT_X509 && list[0].pubkey != NULL && list[0].cert.size > 500);
	CHECK(gnutls_pubkey_get_pk_algorithm(list[0].pubkey, NULL) == GNUTLS_PK_RSA);
	unsigned usage = 0;
	CHECK(gnutls_pubkey_get_key_usage(list[0].pubkey, &usage) == 0 &&
	      usage == (GNUTLS_KEY_DIGITAL_SIGNATURE | GNUTLS_KEY_KEY_ENCIPHERMENT));
	gnutls_x509_crt_t x;
	CHECK(gnutls_pcert_export_x509(&list[1], &x) == 0);
	gnutls_pcert_deinit(&list[0]);
	gnutls_pcert_deinit(&list[1]);
	CHECK(gnutls_pcert_import_x509(&list[0], x, 0) == 0);
	gnutls_pcert_deinit(&list[0]);
	gnutls_x509_crt_deinit(x);
	CHECK(gnutls_pcert_import_x509_raw(&list[0], &garbage, GNUTLS_X509_FMT_PEM, 0) < 0);
}

int main(void)
{
	static const int rsa[] = { GNUTLS_SIGN_RSA_SHA256, GNUTLS_SIGN_RSA_SHA512, GNUTLS_SIGN_RSA_PSS_RSAE_SHA256, GNUTLS_SIGN_RSA_SHA1, 0 },
			 ec[] = { GNUTLS_SIGN_ECDSA_SHA256, GNUTLS_SIGN_ECDSA_SHA512, GNUTLS_SIGN_ECDSA_SECP256R1_SHA256, 0 },
			 ed[] = { GNUTLS_SIGN_EDDSA_ED25519, 0 };
	signatures(leaf_key_pem, GNUTLS_PK_RSA, rsa, ec);
	signatures(ec_key_pem, GNUTLS_PK_ECDSA, ec, ed);
	signatures(ed_key_pem, GNUTLS_PK_EDDSA_ED25519, ed, rsa);
	external();
	pcerts();
	gnutls_pubkey_t p;
	gnutls_datum_t garbage = text("garbage");
	gnutls_pubkey_init(&p);
	CHECK(gnutls_pubkey_import(p, &garbage, GNUTLS_X509_FMT_PEM) == GNUTLS_E_BASE64_UNEXPECTED_HEADER_ERROR);
	gnutls_pubkey_deinit(p);
	gnutls_privkey_deinit(NULL);
	gnutls_pubkey_deinit(NULL);
	return check_result();
}
