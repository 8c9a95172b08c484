/* Import and export of keys by their components. */
#include <gnutls/abstract.h>
#include <gnutls/gnutls.h>
#include <gnutls/x509.h>
#include <string.h>
#include "check.h"
#include "key_tools.h"
#include "kinds.h"

static gnutls_x509_privkey_t load_x509(const char *pem)
{
	gnutls_x509_privkey_t k;
	gnutls_datum_t d = text(pem);
	CHECK(gnutls_x509_privkey_init(&k) == 0);
	CHECK(gnutls_x509_privkey_import(k, &d, GNUTLS_X509_FMT_PEM) == 0);
	return k;
}

static gnutls_privkey_t empty(void)
{
	gnutls_privkey_t k;
	CHECK(gnutls_privkey_init(&k) == 0);
	return k;
}

static gnutls_pubkey_t empty_public(void)
{
	gnutls_pubkey_t k;
	CHECK(gnutls_pubkey_init(&k) == 0);
	return k;
}

static void id_of(gnutls_pubkey_t p, unsigned char *id)
{
	size_t n = 20;
	CHECK(gnutls_pubkey_get_key_id(p, 0, id, &n) == 0 && n == 20);
}

/* Checks by key id that both keys are that of the PEM. */
static void is(const char *pem, gnutls_privkey_t k, gnutls_pubkey_t p)
{
	gnutls_x509_privkey_t x = load_x509(pem);
	unsigned char want[20], got[20];
	size_t n = sizeof(want);
	CHECK(gnutls_x509_privkey_get_key_id(x, 0, want, &n) == 0);
	if (k) {
		gnutls_pubkey_t own = empty_public();
		CHECK(gnutls_pubkey_import_privkey(own, k, 0, 0) == 0);
		id_of(own, got);
		CHECK(memcmp(want, got, 20) == 0);
		gnutls_pubkey_deinit(own);
	}
	if (p) {
		id_of(p, got);
		CHECK(memcmp(want, got, 20) == 0);
	}
	gnutls_x509_privkey_deinit(x);
}

static void forget(gnutls_datum_t *d, int n)
{
	for (int i = 0; i < n; i++)
		gnutls_free(d[i].data);
}

static void rsa(void)
{
	gnutls_x509_privkey_t x = load_x509(rsa_key), y;
	gnutls_privkey_t k = empty(), k2 = empty();
	gnutls_pubkey_t p = empty_public();
	gnutls_datum_t n[8], o[8], none = { (void *)"", 0 };
	CHECK(gnutls_x509_privkey_export_rsa_raw2(x, &n[0], &n[1], &n[2], &n[3], &n[4], &n[5], &n[6], &n[7]) == 0);
	CHECK(n[0].size == 257 && n[0].data[0] == 0 && n[1].size == 3);
	CHECK(gnutls_privkey_import_rsa_raw(k, &n[0], &n[1], &n[2], &n[3], &n[4], &n[5], &n[6], &n[7]) == 0);
	is(rsa_key, k, NULL);
	CHECK(gnutls_privkey_export_rsa_raw(k, &o[0], &o[1], &o[2], &o[3], &o[4], &o[5], &o[6], &o[7]) == 0);
	for (int i = 0; i < 8; i++)
		CHECK(same(&n[i], &o[i]));
	forget(o, 8);
	/* missing optional values are computed: exponents, coefficient, even the private exponent */
	CHECK(gnutls_privkey_import_rsa_raw(k2, &n[0], &n[1], NULL, &n[3], &n[4], NULL, NULL, NULL) == 0);
	is(rsa_key, k2, NULL);
	CHECK(gnutls_privkey_verify_params(k2) == 0);
	CHECK(gnutls_privkey_export_rsa_raw2(k2, NULL, NULL, NULL, &o[0], &o[1], &o[2], NULL, NULL, GNUTLS_EXPORT_FLAG_NO_LZ) == 0);
	CHECK(o[0].size == 128 && o[2].size <= 128);
	forget(o, 3);
	CHECK(gnutls_x509_privkey_init(&y) == 0);
	CHECK(gnutls_x509_privkey_import_rsa_raw(y, &n[0], &n[1], &n[2], &n[3], &n[4], &n[5]) == 0);
	CHECK(gnutls_x509_privkey_import_rsa_raw2(y, &n[0], &n[1], &n[2], &n[3], &n[4], NULL, NULL, NULL) == 0);
	CHECK(gnutls_x509_privkey_export_rsa_raw(y, &o[0], &o[1], &o[2], &o[3], &o[4], &o[5]) == 0 && same(&o[2], &n[2]));
	forget(o, 6);
	CHECK(gnutls_pubkey_import_rsa_raw(p, &n[0], &n[1]) == 0);
	is(rsa_key, NULL, p);
	CHECK(gnutls_pubkey_export_rsa_raw(p, &o[0], &o[1]) == 0 && same(&o[0], &n[0]) && same(&o[1], &n[1]));
	forget(o, 2);
	CHECK(gnutls_pubkey_export_rsa_raw2(p, &o[0], NULL, GNUTLS_EXPORT_FLAG_NO_LZ) == 0 && o[0].size == 256);
	forget(o, 1);
	CHECK(gnutls_pubkey_import_rsa_raw(p, &n[0], &none) == GNUTLS_E_MPI_SCAN_FAILED);
	CHECK(gnutls_pubkey_export_dsa_raw(p, &o[0], &o[1], &o[2], &o[3]) == GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_privkey_export_dsa_raw(k, &o[0], &o[1], &o[2], &o[3], &o[4]) == GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_pubkey_export_ecc_x962(p, &o[0], &o[1]) == GNUTLS_E_INVALID_REQUEST);
	forget(n, 8);
	gnutls_x509_privkey_deinit(x);
	gnutls_x509_privkey_deinit(y);
	gnutls_privkey_deinit(k);
	gnutls_privkey_deinit(k2);
	gnutls_pubkey_deinit(p);
}

static void dsa(void)
{
	gnutls_x509_privkey_t x = load_x509(dsa_key), x2;
	gnutls_privkey_t k = empty(), k2 = empty(), k3 = empty();
	gnutls_pubkey_t p = empty_public();
	gnutls_datum_t n[5], o[5], none = { (void *)"", 0 };
	gnutls_dh_params_t dh;
	CHECK(gnutls_x509_privkey_export_dsa_raw(x, &n[0], &n[1], &n[2], &n[3], &n[4]) == 0);
	CHECK(n[0].size == 129 && n[0].data[0] == 0);
	CHECK(gnutls_privkey_import_dsa_raw(k, &n[0], &n[1], &n[2], &n[3], &n[4]) == 0);
	is(dsa_key, k, NULL);
	CHECK(gnutls_privkey_verify_params(k) == 0);
	CHECK(gnutls_privkey_import_dsa_raw(k2, &n[0], &n[1], &n[2], NULL, &n[4]) == 0);
	is(dsa_key, k2, NULL);
	/* another key's y */
	CHECK(gnutls_privkey_import_dsa_raw(k3, &n[0], &n[1], &n[2], &n[4], &n[4]) == 0);
	CHECK(gnutls_privkey_verify_params(k3) == GNUTLS_E_ILLEGAL_PARAMETER);
	gnutls_privkey_deinit(k3);
	k3 = empty();
	CHECK(gnutls_privkey_import_dsa_raw(k3, &n[0], &n[1], &n[2], &none, &n[4]) == GNUTLS_E_MPI_SCAN_FAILED);
	CHECK(gnutls_privkey_export_dsa_raw2(k, &o[0], &o[1], &o[2], &o[3], &o[4], GNUTLS_EXPORT_FLAG_NO_LZ) == 0 && o[0].size == 128);
	forget(o, 5);
	CHECK(gnutls_privkey_export_dsa_raw(k, NULL, NULL, NULL, NULL, &o[4]) == 0 && same(&o[4], &n[4]));
	forget(o + 4, 1);
	CHECK(gnutls_x509_privkey_init(&x2) == 0);
	CHECK(gnutls_x509_privkey_import_dsa_raw(x2, &n[0], &n[1], &n[2], &n[3], &n[4]) == 0);
	CHECK(gnutls_x509_privkey_verify_params(x2) == 0);
	CHECK(gnutls_pubkey_import_dsa_raw(p, &n[0], &n[1], &n[2], &n[3]) == 0);
	is(dsa_key, NULL, p);
	CHECK(gnutls_pubkey_export_dsa_raw(p, &o[0], &o[1], &o[2], &o[3]) == 0 && same(&o[3], &n[3]));
	forget(o, 4);
	CHECK(gnutls_pubkey_export_dsa_raw2(p, &o[0], &o[1], &o[2], &o[3], GNUTLS_EXPORT_FLAG_NO_LZ) == 0 && o[1].size == 20);
	forget(o, 4);
	/* from a certificate */
	gnutls_x509_crt_t crt;
	CHECK(gnutls_x509_crt_init(&crt) == 0 && gnutls_x509_crt_set_key(crt, x) == 0);
	CHECK(gnutls_x509_crt_get_pk_dsa_raw(crt, &o[0], &o[1], &o[2], &o[3]) == 0 && same(&o[0], &n[0]) && same(&o[3], &n[3]));
	forget(o, 4);
	gnutls_x509_crt_deinit(crt);
	/* its group is a Diffie-Hellman group */
	CHECK(gnutls_dh_params_init(&dh) == 0);
	CHECK(gnutls_dh_params_import_dsa(dh, x) == 0);
	CHECK(gnutls_dh_params_export_raw(dh, &o[0], &o[1], NULL) == 0);
	CHECK(o[0].size == 128 && memcmp(o[0].data, n[0].data + 1, 128) == 0);
	forget(o, 2);
	gnutls_dh_params_deinit(dh);
	CHECK(gnutls_x509_privkey_export_rsa_raw(x, &o[0], &o[1], &o[2], &o[3], &o[4], &o[4]) == GNUTLS_E_INVALID_REQUEST);
	forget(n, 5);
	gnutls_x509_privkey_deinit(x);
	gnutls_x509_privkey_deinit(x2);
	gnutls_privkey_deinit(k);
	gnutls_privkey_deinit(k2);
	gnutls_privkey_deinit(k3);
	gnutls_pubkey_deinit(p);
}

static void ecc(const char *pem, gnutls_ecc_curve_t curve, int prime)
{
	gnutls_x509_privkey_t x = load_x509(pem), x2;
	gnutls_privkey_t k = empty(), k2 = empty(), k3 = empty();
	gnutls_pubkey_t p = empty_public(), p2 = empty_public();
	gnutls_datum_t n[3], o[3];
	gnutls_ecc_curve_t c = 0;
	CHECK(gnutls_x509_privkey_export_ecc_raw(x, &c, &n[0], &n[1], &n[2]) == 0 && c == curve);
	CHECK((n[1].size == 0) == !prime);
	CHECK(gnutls_privkey_import_ecc_raw(k, curve, &n[0], prime ? &n[1] : NULL, &n[2]) == 0);
	is(pem, k, NULL);
	CHECK(gnutls_privkey_verify_params(k) == 0);
	CHECK(gnutls_privkey_export_ecc_raw(k, &c, &o[0], &o[1], &o[2]) == 0 && c == curve);
	CHECK(same(&o[0], &n[0]) && same(&o[1], &n[1]) && same(&o[2], &n[2]));
	forget(o, 3);
	CHECK(gnutls_privkey_export_ecc_raw2(k, NULL, &o[0], NULL, &o[2], GNUTLS_EXPORT_FLAG_NO_LZ) == 0);
	CHECK(o[0].size <= n[0].size && o[2].size <= n[2].size);
	gnutls_free(o[0].data);
	gnutls_free(o[2].data);
	/* a public part of another key, or an invalid one (GnuTLS crashes on those of X25519 and X448) */
	if (curve != GNUTLS_ECC_CURVE_X25519 && curve != GNUTLS_ECC_CURVE_X448) {
		CHECK(gnutls_privkey_import_ecc_raw(k2, curve, &n[2], prime ? &n[1] : NULL, &n[2]) == 0);
		CHECK(gnutls_privkey_verify_params(k2) == (prime ? GNUTLS_E_PK_INVALID_PUBKEY : GNUTLS_E_ILLEGAL_PARAMETER));
	}
	if (prime && !REFERENCE_3_8) /* 3.8.13 crashes */
		CHECK(gnutls_privkey_import_ecc_raw(k3, 99, &n[0], &n[1], &n[2]) == GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_x509_privkey_init(&x2) == 0);
	CHECK(gnutls_x509_privkey_import_ecc_raw(x2, curve, &n[0], prime ? &n[1] : NULL, &n[2]) == 0);
	CHECK(gnutls_pubkey_import_ecc_raw(p, curve, &n[0], prime ? &n[1] : NULL) == 0);
	is(pem, NULL, p);
	CHECK(gnutls_pubkey_export_ecc_raw(p, &c, &o[0], &o[1]) == 0 && c == curve && same(&o[0], &n[0]));
	forget(o, 2);
	CHECK(gnutls_pubkey_export_ecc_raw2(p, &c, &o[0], &o[1], 0) == 0 && same(&o[0], &n[0]));
	forget(o, 2);
	if (prime) {
		CHECK(gnutls_pubkey_export_ecc_x962(p, &o[0], &o[1]) == 0 && o[0].data[0] == 6 && o[1].data[0] == 4);
		CHECK(gnutls_pubkey_import_ecc_x962(p2, &o[0], &o[1]) == 0);
		is(pem, NULL, p2);
		CHECK(gnutls_pubkey_import_ecc_x962(p2, &o[1], &o[1]) < 0);
		o[1].size = 3;
		CHECK(gnutls_pubkey_import_ecc_x962(p2, &o[0], &o[1]) == GNUTLS_E_ASN1_DER_ERROR);
		forget(o, 2);
	} else {
		gnutls_datum_t cut = { n[0].data, n[0].size - 1 };
		CHECK(gnutls_pubkey_import_ecc_raw(p2, curve, &cut, NULL) == GNUTLS_E_INVALID_REQUEST);
		if (curve == GNUTLS_ECC_CURVE_ED448)
			CHECK(gnutls_privkey_import_ecc_raw(k3, curve, &n[0], NULL, &cut) == GNUTLS_E_INVALID_REQUEST);
		CHECK(gnutls_pubkey_export_ecc_x962(p, &o[0], &o[1]) == GNUTLS_E_INVALID_REQUEST);
	}
	forget(n, 3);
	gnutls_x509_privkey_deinit(x);
	gnutls_x509_privkey_deinit(x2);
	gnutls_privkey_deinit(k);
	gnutls_privkey_deinit(k2);
	gnutls_privkey_deinit(k3);
	gnutls_pubkey_deinit(p);
	gnutls_pubkey_deinit(p2);
}

static void gost(const char *pem, gnutls_ecc_curve_t curve, gnutls_digest_algorithm_t digest, gnutls_gost_paramset_t set, unsigned size)
{
	gnutls_x509_privkey_t x = load_x509(pem), x2;
	gnutls_privkey_t k = empty(), k2 = empty();
	gnutls_pubkey_t p = empty_public();
	gnutls_datum_t n[3], o[3];
	gnutls_ecc_curve_t c = 0;
	gnutls_digest_algorithm_t d = 0;
	gnutls_gost_paramset_t s = 0;
	CHECK(gnutls_x509_privkey_export_gost_raw(x, &c, &d, &s, &n[0], &n[1], &n[2]) == 0);
	CHECK(c == curve && d == digest && s == set && n[0].size == size && n[2].size == size);
	CHECK(gnutls_privkey_import_gost_raw(k, curve, digest, set, &n[0], &n[1], &n[2]) == 0);
	is(pem, k, NULL);
	CHECK(gnutls_privkey_export_gost_raw2(k, &c, &d, &s, &o[0], &o[1], &o[2], 0) == 0);
	CHECK(same(&o[0], &n[0]) && same(&o[1], &n[1]) && same(&o[2], &n[2]));
	forget(o, 3);
	CHECK(gnutls_x509_privkey_init(&x2) == 0);
	/* without a parameter set the usual one is used */
	CHECK(gnutls_x509_privkey_import_gost_raw(x2, curve, digest, 0, &n[0], &n[1], &n[2]) == 0);
	CHECK(gnutls_x509_privkey_export_gost_raw(x2, NULL, NULL, &s, &o[0], &o[1], &o[2]) == 0 && s == set);
	forget(o, 3);
	CHECK(gnutls_pubkey_import_gost_raw(p, curve, digest, set, &n[0], &n[1]) == 0);
	is(pem, NULL, p);
	CHECK(gnutls_pubkey_export_gost_raw2(p, &c, &d, &s, &o[0], &o[1], 0) == 0 && same(&o[1], &n[1]));
	forget(o, 2);
	gnutls_x509_crt_t crt;
	CHECK(gnutls_x509_crt_init(&crt) == 0 && gnutls_x509_crt_set_key(crt, x) == 0);
	c = 0, d = 0, s = 0;
	CHECK(gnutls_x509_crt_get_pk_gost_raw(crt, &c, &d, &s, &o[0], &o[1]) == 0);
	CHECK(c == curve && d == digest && s == set && same(&o[0], &n[0]) && same(&o[1], &n[1]));
	forget(o, 2);
	gnutls_x509_crt_deinit(crt);
	CHECK(gnutls_privkey_import_gost_raw(k2, GNUTLS_ECC_CURVE_SECP256R1, digest, set, &n[0], &n[1], &n[2]) == GNUTLS_E_ECC_UNSUPPORTED_CURVE);
	CHECK(gnutls_privkey_import_gost_raw(k2, GNUTLS_ECC_CURVE_GOST256C, digest, set, &n[0], &n[1], &n[2]) == GNUTLS_E_ECC_UNSUPPORTED_CURVE);
	CHECK(gnutls_pubkey_export_dsa_raw(p, &o[0], &o[1], &o[2], &o[2]) == GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_privkey_export_ecc_raw(k, &c, &o[0], &o[1], &o[2]) == GNUTLS_E_INVALID_REQUEST);
	forget(n, 3);
	gnutls_x509_privkey_deinit(x);
	gnutls_x509_privkey_deinit(x2);
	gnutls_privkey_deinit(k);
	gnutls_privkey_deinit(k2);
	gnutls_pubkey_deinit(p);
}

#if GNUTLS_VERSION_NUMBER >= 0x030802
static void dh(void)
{
	gnutls_x509_privkey_t x = load_x509(dsa_key), x2;
	gnutls_datum_t n[5], y, secret, other, back, numbers[2];
	gnutls_dh_params_t group, out;
	gnutls_privkey_t a = empty(), b = empty(), c = empty();
	gnutls_pubkey_t pa = empty_public(), pb = empty_public(), pc = empty_public();
	gnutls_keygen_data_st data = { GNUTLS_KEYGEN_DH, NULL, 0 };
	CHECK(gnutls_x509_privkey_export_dsa_raw(x, &n[0], &n[1], &n[2], &n[3], &n[4]) == 0);
	gnutls_dh_params_init(&group);
	gnutls_dh_params_init(&out);
	CHECK(gnutls_dh_params_import_raw3(group, &n[0], &n[1], &n[2]) == 0);
	CHECK(gnutls_privkey_import_dh_raw(a, group, &n[3], &n[4]) == 0);
	CHECK(gnutls_privkey_get_pk_algorithm(a, NULL) == GNUTLS_PK_DH);
	data.data = (void *)group;
	CHECK(gnutls_privkey_generate2(b, GNUTLS_PK_DH, 0, 0, &data, 1) == 0);
	CHECK(gnutls_pubkey_import_privkey(pb, b, 0, 0) == 0);
	CHECK(gnutls_pubkey_import_dh_raw(pa, group, &n[3]) == 0);
	CHECK(gnutls_pubkey_export_dh_raw(pa, out, &y, 0) == 0 && same(&y, &n[3]));
	gnutls_free(y.data);
	CHECK(gnutls_dh_params_export_raw(out, &numbers[0], &numbers[1], NULL) == 0 && numbers[0].size == 128);
	forget(numbers, 2);
	CHECK(gnutls_privkey_export_dh_raw(a, NULL, &y, &back, 0) == 0 && same(&y, &n[3]) && same(&back, &n[4]));
	gnutls_free(y.data);
	gnutls_free(back.data);
	CHECK(gnutls_privkey_derive_secret(a, pb, NULL, &secret, 0) == 0);
	CHECK(gnutls_privkey_derive_secret(b, pa, NULL, &other, 0) == 0 && same(&secret, &other));
	gnutls_free(secret.data);
	gnutls_free(other.data);
	/* one is a public value that reveals the secret */
	gnutls_datum_t one = { (void *)"\1", 1 };
	CHECK(gnutls_pubkey_import_dh_raw(pc, group, &one) == 0);
	CHECK(gnutls_privkey_derive_secret(a, pc, NULL, &secret, 0) == GNUTLS_E_RECEIVED_ILLEGAL_PARAMETER);
	CHECK(gnutls_x509_privkey_init(&x2) == 0);
	CHECK(gnutls_x509_privkey_import_dh_raw(x2, group, NULL, &n[4]) == 0);
	CHECK(gnutls_x509_privkey_get_pk_algorithm(x2) == GNUTLS_PK_DH);
	CHECK(gnutls_privkey_import_dh_raw(c, group, NULL, NULL) < 0);
	forget(n, 5);
	gnutls_dh_params_deinit(group);
	gnutls_dh_params_deinit(out);
	gnutls_x509_privkey_deinit(x);
	gnutls_x509_privkey_deinit(x2);
	gnutls_privkey_deinit(a);
	gnutls_privkey_deinit(b);
	gnutls_privkey_deinit(c);
	gnutls_pubkey_deinit(pa);
	gnutls_pubkey_deinit(pb);
	gnutls_pubkey_deinit(pc);
}
#endif

/* A key file with a point that is not on its curve. */
static void bad_point(void)
{
	static const char pem[] =
		"-----BEGIN EC PRIVATE KEY-----\n"
		"MHcCAQEEIAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAHoAoGCCqGSM49\n"
		"AwEHoUQDQgAEAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAEAAAAAAAAA\n"
		"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAg==\n"
		"-----END EC PRIVATE KEY-----\n";
	gnutls_x509_privkey_t x = load_x509(pem);
	CHECK(gnutls_x509_privkey_verify_params(x) == GNUTLS_E_PK_INVALID_PUBKEY);
	gnutls_x509_privkey_deinit(x);
}

int main(void)
{
	bad_point();
	rsa();
	dsa();
	ecc(p192_key, GNUTLS_ECC_CURVE_SECP192R1, 1);
	ecc(p521_key, GNUTLS_ECC_CURVE_SECP521R1, 1);
	ecc(ed448_key, GNUTLS_ECC_CURVE_ED448, 0);
	gost(gost01_key, GNUTLS_ECC_CURVE_GOST256CPA, GNUTLS_DIG_GOSTR_94, GNUTLS_GOST_PARAMSET_CP_A, 32);
	gost(gost256_key, GNUTLS_ECC_CURVE_GOST256CPA, GNUTLS_DIG_STREEBOG_256, GNUTLS_GOST_PARAMSET_TC26_Z, 32);
	gost(gost512_key, GNUTLS_ECC_CURVE_GOST512A, GNUTLS_DIG_STREEBOG_512, GNUTLS_GOST_PARAMSET_TC26_Z, 64);
#if GNUTLS_VERSION_NUMBER >= 0x030802
	/* 3.7.9 requires a y, which these do not have */
	ecc(x25519_key, GNUTLS_ECC_CURVE_X25519, 0);
	ecc(x448_key, GNUTLS_ECC_CURVE_X448, 0);
	dh();
#endif
	return check_result();
}
