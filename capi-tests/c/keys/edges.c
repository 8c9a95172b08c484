/* Edge cases of keys: flags that do not apply, truncated digests, numbers at their limits, truncated files. */
#define _GNU_SOURCE
#include <gnutls/abstract.h>
#include <gnutls/crypto.h>
#include <gnutls/gnutls.h>
#include <gnutls/x509.h>
#include <stdlib.h>
#include <string.h>
#include "check.h"
#include "key_tools.h"
#include "kinds.h"
#include "pbe_keys.h"

static gnutls_privkey_t fresh(unsigned pk, unsigned bits)
{
	gnutls_privkey_t k;
	CHECK(gnutls_privkey_init(&k) == 0);
	CHECK(gnutls_privkey_generate(k, pk, bits, 0) == 0);
	return k;
}

static int generated(unsigned pk, unsigned bits, unsigned *made)
{
	gnutls_privkey_t k;
	int r;
	*made = 0;
	gnutls_privkey_init(&k);
	r = gnutls_privkey_generate(k, pk, bits, 0);
	if (r == 0)
		gnutls_privkey_get_pk_algorithm(k, made);
	gnutls_privkey_deinit(k);
	return r;
}

/* Flags of signing that do not apply to a key or a function. */
static void flags(void)
{
	const unsigned raw = GNUTLS_PRIVKEY_SIGN_FLAG_TLS1_RSA, pss = GNUTLS_PRIVKEY_SIGN_FLAG_RSA_PSS;
	unsigned char digest[64] = { 7 }, buf[600];
	gnutls_datum_t hello = text("hello"), hash = { digest, 32 }, sig, sig2;
	gnutls_privkey_t rsa = load(rsa_key), ec = fresh(GNUTLS_PK_ECDSA, 256), ed = fresh(GNUTLS_PK_EDDSA_ED25519, 0);
	gnutls_pubkey_t rsa_p = public_of(rsa), ec_p = public_of(ec), ed_p = public_of(ed);
	gnutls_x509_privkey_t x;
	size_t size = sizeof(buf);

	CHECK(gnutls_privkey_sign_data(rsa, GNUTLS_DIG_SHA256, raw, &hello, &sig) == GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_privkey_sign_data2(rsa, GNUTLS_SIGN_RSA_SHA256, raw, &hello, &sig) == GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_privkey_sign_data2(rsa, GNUTLS_SIGN_RSA_RAW, 0, &hello, &sig) == GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_privkey_sign_data2(rsa, GNUTLS_SIGN_RSA_MD2, 0, &hello, &sig) == GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_privkey_sign_data2(ec, GNUTLS_SIGN_ECDSA_SHA256, raw, &hello, &sig) == GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_privkey_sign_data(ec, GNUTLS_DIG_SHA256, pss, &hello, &sig) == GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_privkey_sign_data2(ed, GNUTLS_SIGN_EDDSA_ED25519, pss, &hello, &sig) == GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_privkey_sign_hash(ec, GNUTLS_DIG_SHA256, pss, &hash, &sig) == GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_privkey_sign_hash2(ec, GNUTLS_SIGN_ECDSA_SHA256, pss, &hash, &sig) == GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_privkey_sign_hash2(ec, GNUTLS_SIGN_ECDSA_SHA256, raw, &hash, &sig) == GNUTLS_E_CONSTRAINT_ERROR);
	CHECK(gnutls_privkey_sign_hash2(ec, GNUTLS_SIGN_EDDSA_ED25519, 0, &hash, &sig) == GNUTLS_E_CONSTRAINT_ERROR);
	CHECK(gnutls_privkey_sign_hash2(ed, GNUTLS_SIGN_EDDSA_ED25519, 0, &hash, &sig) == GNUTLS_E_INVALID_REQUEST);
#ifdef OURS
	/* A digest of the wrong length. */
	gnutls_datum_t part = { digest, 20 };
	CHECK(gnutls_privkey_sign_hash2(ec, GNUTLS_SIGN_ECDSA_SHA256, 0, &part, &sig) == GNUTLS_E_PK_SIGN_FAILED);
	CHECK(gnutls_privkey_sign_hash(ec, GNUTLS_DIG_SHA256, 0, &part, &sig) == GNUTLS_E_PK_SIGN_FAILED);
#endif
	CHECK(gnutls_privkey_sign_hash2(rsa, GNUTLS_SIGN_RSA_SHA256, raw | pss, &hash, &sig) == GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_privkey_sign_hash(rsa, GNUTLS_DIG_UNKNOWN, raw | pss, &hash, &sig) == GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_privkey_sign_hash(rsa, GNUTLS_DIG_SHA256, raw | pss, &hash, &sig) == 0);
	CHECK(gnutls_pubkey_verify_hash2(rsa_p, GNUTLS_SIGN_RSA_PSS_SHA256, 0, &hash, &sig) == GOOD_HASH);
	gnutls_free(sig.data);
	CHECK(gnutls_privkey_sign_data(rsa, GNUTLS_DIG_SHA1, pss, &hello, &sig) == GNUTLS_E_INVALID_REQUEST);

	/* Without a digest algorithm RSA pads the bytes as they are, and ECDSA recognizes the digest by its
	 * length. */
	CHECK(gnutls_privkey_sign_hash(rsa, GNUTLS_DIG_UNKNOWN, 0, &hash, &sig) == 0);
	CHECK(gnutls_privkey_sign_raw_data(rsa, 0, &hash, &sig2) == 0 && same(&sig, &sig2));
	CHECK(gnutls_pubkey_verify_hash2(rsa_p, 0, GNUTLS_VERIFY_USE_TLS1_RSA, &hash, &sig) == 0);
	CHECK(gnutls_pubkey_verify_hash2(rsa_p, GNUTLS_SIGN_RSA_RAW, 0, &hash, &sig) == GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_pubkey_verify_data2(rsa_p, GNUTLS_SIGN_RSA_SHA256, GNUTLS_VERIFY_USE_TLS1_RSA, &hash, &sig) == GNUTLS_E_INVALID_REQUEST);
	gnutls_free(sig.data);
	gnutls_free(sig2.data);
	CHECK(gnutls_privkey_sign_hash(ec, GNUTLS_DIG_UNKNOWN, 0, &hash, &sig) == 0);
	CHECK(gnutls_pubkey_verify_hash2(ec_p, GNUTLS_SIGN_ECDSA_SHA256, 0, &hash, &sig) == GOOD_HASH);
	CHECK(gnutls_pubkey_verify_hash2(ec_p, GNUTLS_SIGN_ECDSA_SHA256, GNUTLS_VERIFY_USE_TLS1_RSA, &hash, &sig) == GNUTLS_E_INCOMPATIBLE_SIG_WITH_KEY);
	gnutls_free(sig.data);
	CHECK(gnutls_pubkey_verify_hash2(ed_p, GNUTLS_SIGN_EDDSA_ED25519, 0, &hash, &hash) == GNUTLS_E_INVALID_REQUEST);

	/* A truncated digest is refused, although a small curve ignores the rest. */
	gnutls_privkey_t small = load(p192_key);
	gnutls_pubkey_t small_p = public_of(small);
	CHECK(gnutls_privkey_sign_hash2(small, GNUTLS_SIGN_ECDSA_SHA256, 0, &hash, &sig) == 0);
	CHECK(gnutls_pubkey_verify_hash2(small_p, GNUTLS_SIGN_ECDSA_SHA256, 0, &hash, &sig) == GOOD_HASH);
	hash.size = 31;
	CHECK(gnutls_pubkey_verify_hash2(small_p, GNUTLS_SIGN_ECDSA_SHA256, 0, &hash, &sig) == GNUTLS_E_PK_SIG_VERIFY_FAILED);
	gnutls_free(sig.data);

	/* Both types of objects apply the flag. */
	CHECK(gnutls_privkey_export_x509(small, &x) == 0);
	CHECK(gnutls_x509_privkey_sign_data(x, GNUTLS_DIG_SHA256, GNUTLS_PRIVKEY_FLAG_REPRODUCIBLE, &hello, buf, &size) == 0);
	CHECK(gnutls_privkey_sign_data(small, GNUTLS_DIG_SHA256, GNUTLS_PRIVKEY_FLAG_REPRODUCIBLE, &hello, &sig) == 0);
	CHECK(sig.size == size && memcmp(sig.data, buf, size) == 0);
	gnutls_free(sig.data);
	gnutls_x509_privkey_deinit(x);

	/* A short modulus is too small for a salt as long as the digest. */
	gnutls_privkey_t rsa1024 = fresh(GNUTLS_PK_RSA, 1024);
	gnutls_pubkey_t rsa1024_p = public_of(rsa1024);
	CHECK(gnutls_privkey_sign_data(rsa1024, GNUTLS_DIG_SHA512, pss, &hello, &sig) == 0);
	CHECK(gnutls_pubkey_verify_data2(rsa1024_p, GNUTLS_SIGN_RSA_PSS_SHA512, 0, &hello, &sig) == 0);
	gnutls_free(sig.data);
	CHECK(gnutls_privkey_sign_data2(rsa1024, GNUTLS_SIGN_RSA_PSS_SHA512, GNUTLS_PRIVKEY_FLAG_RSA_PSS_FIXED_SALT_LENGTH, &hello, &sig) == GNUTLS_E_CONSTRAINT_ERROR);
	gnutls_privkey_t rsa512 = fresh(GNUTLS_PK_RSA, 512);
	CHECK(gnutls_privkey_sign_data2(rsa512, GNUTLS_SIGN_RSA_PSS_SHA512, 0, &hello, &sig) == GNUTLS_E_CONSTRAINT_ERROR);
	CHECK(gnutls_privkey_sign_data2(rsa512, GNUTLS_SIGN_RSA_PSS_SHA512, GNUTLS_PRIVKEY_FLAG_REPRODUCIBLE, &hello, &sig) == GNUTLS_E_PK_SIGN_FAILED);
	CHECK(gnutls_privkey_sign_data2(rsa512, GNUTLS_SIGN_RSA_SHA512, 0, &hello, &sig) == GNUTLS_E_PK_SIGN_FAILED);
	gnutls_privkey_deinit(rsa512);

	gnutls_privkey_deinit(rsa1024);
	gnutls_pubkey_deinit(rsa1024_p);
	gnutls_privkey_deinit(small);
	gnutls_pubkey_deinit(small_p);
	gnutls_privkey_deinit(rsa);
	gnutls_privkey_deinit(ec);
	gnutls_privkey_deinit(ed);
	gnutls_pubkey_deinit(rsa_p);
	gnutls_pubkey_deinit(ec_p);
	gnutls_pubkey_deinit(ed_p);
}

/* --- external keys: which callback is called, and with what --- */
static int kind_told, hash_algo, data_algo, bits_asked;
static unsigned hash_size;

static int info(gnutls_privkey_t key, unsigned what, void *userdata)
{
	if (what & GNUTLS_PRIVKEY_INFO_PK_ALGO)
		return kind_told;
	if (what & GNUTLS_PRIVKEY_INFO_HAVE_SIGN_ALGO)
		return 1;
	if (what & GNUTLS_PRIVKEY_INFO_PK_ALGO_BITS)
		return bits_asked++, 2048;
	return -1;
}

static int give(gnutls_datum_t *signature)
{
	signature->data = gnutls_malloc(4);
	signature->size = 4;
	memcpy(signature->data, "sign", 4);
	return 0;
}

static int on_hash(gnutls_privkey_t key, gnutls_sign_algorithm_t algo, void *userdata, unsigned flags, const gnutls_datum_t *hash, gnutls_datum_t *signature)
{
	CHECK(flags == 0);
	hash_algo = algo;
	hash_size = hash->size;
	return give(signature);
}

static int on_data(gnutls_privkey_t key, gnutls_sign_algorithm_t algo, void *userdata, unsigned flags, const gnutls_datum_t *data, gnutls_datum_t *signature)
{
	data_algo = algo;
	return give(signature);
}

static int on_raw(gnutls_privkey_t key, void *userdata, const gnutls_datum_t *data, gnutls_datum_t *signature)
{
	hash_size = data->size;
	return give(signature);
}

static int signs(gnutls_privkey_t k, gnutls_sign_algorithm_t algo)
{
	gnutls_datum_t hello = text("hello"), sig = { NULL, 0 };
	int r;
	hash_algo = data_algo = hash_size = 0;
	r = gnutls_privkey_sign_data2(k, algo, 0, &hello, &sig);
	CHECK(r < 0 || (sig.size == 4 && memcmp(sig.data, "sign", 4) == 0));
	gnutls_free(sig.data);
	return r;
}

static void external(void)
{
	gnutls_privkey_t k;
	unsigned bits = 0;

	gnutls_privkey_init(&k);
	CHECK(gnutls_privkey_import_ext2(k, GNUTLS_PK_RSA, NULL, on_raw, NULL, NULL, 0) == 0);
	CHECK(signs(k, GNUTLS_SIGN_RSA_SHA256) == 0 && hash_size == 51);
	CHECK(signs(k, GNUTLS_SIGN_ECDSA_SHA256) == GNUTLS_E_CONSTRAINT_ERROR && hash_size == 0);
	CHECK(signs(k, GNUTLS_SIGN_EDDSA_ED25519) == GNUTLS_E_CONSTRAINT_ERROR);
	CHECK(signs(k, GNUTLS_SIGN_RSA_PSS_RSAE_SHA256) == GNUTLS_E_PK_INVALID_PUBKEY && hash_size == 0);
	gnutls_privkey_deinit(k);

	for (int pk = GNUTLS_PK_RSA; pk <= GNUTLS_PK_EDDSA_ED448; pk++) {
		int bare = pk == GNUTLS_PK_RSA || pk == GNUTLS_PK_DSA || pk == GNUTLS_PK_ECDSA;
		kind_told = pk;
		gnutls_privkey_init(&k);
		CHECK(gnutls_privkey_import_ext3(k, NULL, on_raw, NULL, NULL, info, 0) == (bare ? 0 : GNUTLS_E_INVALID_REQUEST));
		gnutls_privkey_deinit(k);
	}

	/* A digest is passed to the callback for digests (for PKCS #1 as a DigestInfo); a message is passed only
	 * if that is not possible. */
	kind_told = GNUTLS_PK_RSA;
	bits_asked = 0;
	gnutls_privkey_init(&k);
	CHECK(gnutls_privkey_import_ext4(k, NULL, on_data, on_hash, NULL, NULL, info, 0) == 0 && bits_asked == 1);
	CHECK(gnutls_privkey_get_pk_algorithm(k, &bits) == GNUTLS_PK_RSA && bits == 2048 && bits_asked == 1);
	CHECK(signs(k, GNUTLS_SIGN_RSA_SHA256) == 0 && data_algo == 0 && hash_algo == GNUTLS_SIGN_RSA_RAW && hash_size == 51);
	CHECK(signs(k, GNUTLS_SIGN_RSA_PSS_RSAE_SHA256) == 0 && data_algo == 0 && hash_algo == GNUTLS_SIGN_RSA_PSS_RSAE_SHA256 && hash_size == 32);
	CHECK(signs(k, GNUTLS_SIGN_ECDSA_SHA256) == GNUTLS_E_CONSTRAINT_ERROR && data_algo == 0 && hash_algo == 0);
	gnutls_datum_t digest = { (void *)"0123456789abcdef0123456789abcdef", 32 }, raw;
	CHECK(gnutls_privkey_sign_hash2(k, GNUTLS_SIGN_RSA_RAW, GNUTLS_PRIVKEY_SIGN_FLAG_TLS1_RSA, &digest, &raw) == 0 && hash_size == 32);
	gnutls_free(raw.data);
	gnutls_privkey_deinit(k);
	kind_told = GNUTLS_PK_EDDSA_ED25519;
	gnutls_privkey_init(&k);
	CHECK(gnutls_privkey_import_ext4(k, NULL, on_data, on_hash, NULL, NULL, info, 0) == 0);
	CHECK(signs(k, GNUTLS_SIGN_EDDSA_ED25519) == 0 && data_algo == GNUTLS_SIGN_EDDSA_ED25519 && hash_algo == 0);
	gnutls_datum_t hello = text("hello"), sig = { NULL, 0 };
	data_algo = 0;
	CHECK(gnutls_privkey_sign_data(k, GNUTLS_DIG_SHA512, 0, &hello, &sig) == 0 && data_algo == GNUTLS_SIGN_EDDSA_ED25519);
	gnutls_free(sig.data);
	CHECK(gnutls_privkey_sign_hash2(k, GNUTLS_SIGN_EDDSA_ED25519, 0, &hello, &sig) == GNUTLS_E_INVALID_REQUEST);
	gnutls_privkey_deinit(k);
}

/* Objects that already have a key accept another one. */
static void refilled(void)
{
	gnutls_datum_t pem = text(p521_key);
	gnutls_privkey_t k = load(rsa_key);
	CHECK(gnutls_privkey_import_x509_raw(k, &pem, GNUTLS_X509_FMT_PEM, NULL, 0) == 0);
	CHECK(gnutls_privkey_get_pk_algorithm(k, NULL) == GNUTLS_PK_ECDSA);
	CHECK(gnutls_privkey_generate(k, GNUTLS_PK_EDDSA_ED25519, 0, 0) == 0);
	CHECK(gnutls_privkey_get_pk_algorithm(k, NULL) == GNUTLS_PK_EDDSA_ED25519);
	gnutls_privkey_deinit(k);
}

static void generation(void)
{
	static const struct { unsigned pk, bits; int code; unsigned made; } sizes[] = {
		{ GNUTLS_PK_ECDSA, 528, 0, 528 },
		{ GNUTLS_PK_ECDSA, 529, 0, 256 },
		{ GNUTLS_PK_ECDH_X25519, 256, 0, 256 },
		{ GNUTLS_PK_ECDH_X25519, 257, GNUTLS_E_INVALID_REQUEST, 0 },
		{ GNUTLS_PK_ECDH_X448, 512, GNUTLS_E_INVALID_REQUEST, 0 },
		{ GNUTLS_PK_EDDSA_ED25519, 1024, 0, 256 },
		{ GNUTLS_PK_EDDSA_ED448, 512, GNUTLS_E_INVALID_REQUEST, 0 },
		{ GNUTLS_PK_EDDSA_ED25519, GNUTLS_CURVE_TO_BITS(GNUTLS_ECC_CURVE_SECP256R1), GNUTLS_E_INVALID_REQUEST, 0 },
		{ GNUTLS_PK_EDDSA_ED25519, GNUTLS_CURVE_TO_BITS(GNUTLS_ECC_CURVE_ED25519), 0, 256 },
		{ GNUTLS_PK_GOST_12_512, GNUTLS_CURVE_TO_BITS(GNUTLS_ECC_CURVE_GOST256CPA), GNUTLS_E_INVALID_REQUEST, 0 },
		{ GNUTLS_PK_GOST_12_256, GNUTLS_CURVE_TO_BITS(GNUTLS_ECC_CURVE_GOST512A), GNUTLS_E_INVALID_REQUEST, 0 },
	};
	for (unsigned i = 0; i < sizeof(sizes) / sizeof(*sizes); i++) {
		unsigned made;
		CHECK(generated(sizes[i].pk, sizes[i].bits, &made) == sizes[i].code && made == sizes[i].made);
	}
}

/* Properties of public keys: the preferred digest, the number of bits, the encoding of the parameters. */
static void numbers(void)
{
	unsigned char p[257] = { 1 }, q[64], big[1025];
	static const struct { unsigned size; int digest; } orders[] = {
		{ 20, GNUTLS_DIG_SHA1 }, { 28, GNUTLS_DIG_SHA256 }, { 32, GNUTLS_DIG_SHA256 }, { 48, GNUTLS_DIG_SHA384 }, { 64, GNUTLS_DIG_SHA512 },
	};
	gnutls_digest_algorithm_t digest;
	unsigned must;
	gnutls_pubkey_t k;
	gnutls_x509_spki_t spki;
	gnutls_datum_t n = { p, 257 }, e = { (void *)"\1\0\1", 3 }, out, out2;
	memset(p + 1, 0xc5, 256);
	memset(q, 0xc5, sizeof(q));
	memset(big, 0xc5, sizeof(big));
	for (unsigned i = 0; i < sizeof(orders) / sizeof(*orders); i++) {
		gnutls_datum_t order = { q, orders[i].size };
		gnutls_pubkey_init(&k);
		CHECK(gnutls_pubkey_import_dsa_raw(k, &n, &order, &e, &e) == 0);
		CHECK(gnutls_pubkey_get_preferred_hash_algorithm(k, &digest, &must) == 0 && (int)digest == orders[i].digest && must == 1);
		gnutls_pubkey_deinit(k);
	}
	gnutls_pubkey_init(&k);
	CHECK(gnutls_pubkey_import_rsa_raw(k, &n, &e) == 0);
	CHECK(gnutls_pubkey_print(k, GNUTLS_CRT_PRINT_FULL, &out) == 0);
	CHECK(strstr((char *)out.data, "Modulus (bits 2049):\n") && strstr((char *)out.data, "Exponent (bits 24):\n"));
	CHECK(out.size > 2 && out.data[out.size - 1] == '\n' && out.data[out.size - 2] != '\n');
	gnutls_free(out.data);
	/* every format except DER means PEM */
	CHECK(gnutls_pubkey_export2(k, 7, &out) == 0 && strncmp((char *)out.data, "-----BEGIN PUBLIC KEY-----", 26) == 0);
	gnutls_free(out.data);
	n.size = sizeof(big);
	n.data = big;
	CHECK(gnutls_pubkey_import_rsa_raw(k, &n, &e) == 0);
	CHECK(gnutls_pubkey_get_preferred_hash_algorithm(k, &digest, &must) == 0 && digest == GNUTLS_DIG_SHA512 && must == 0);
	/* DER omits default values: the default of the salt is 20 */
	gnutls_x509_spki_init(&spki);
	gnutls_x509_spki_set_rsa_pss_params(spki, GNUTLS_DIG_SHA384, 20);
	CHECK(gnutls_pubkey_set_spki(k, spki, 0) == 0 && gnutls_pubkey_export2(k, GNUTLS_X509_FMT_DER, &out) == 0);
	CHECK(gnutls_pubkey_get_preferred_hash_algorithm(k, &digest, &must) == 0 && digest == GNUTLS_DIG_SHA384 && must == 1);
	gnutls_x509_spki_set_rsa_pss_params(spki, GNUTLS_DIG_SHA384, 21);
	CHECK(gnutls_pubkey_set_spki(k, spki, 0) == 0 && gnutls_pubkey_export2(k, GNUTLS_X509_FMT_DER, &out2) == 0);
	CHECK(out2.size == out.size + 5);
	gnutls_free(out.data);
	gnutls_free(out2.data);
	gnutls_pubkey_deinit(k);

	/* a salt that is too long for the modulus */
	gnutls_privkey_t pss = fresh(GNUTLS_PK_RSA_PSS, 1024);
	gnutls_x509_spki_set_rsa_pss_params(spki, GNUTLS_DIG_SHA256, 95);
	CHECK(gnutls_privkey_set_spki(pss, spki, 0) == GNUTLS_E_PK_INVALID_PUBKEY_PARAMS);
	gnutls_x509_spki_deinit(spki);
	gnutls_privkey_deinit(pss);

	/* RFC 9215 section 4.2: the digest is present only with the older curves */
	static const struct { int curve; unsigned size; } gost[] = { { GNUTLS_ECC_CURVE_GOST256B, 66 }, { GNUTLS_ECC_CURVE_GOST256CPA, 74 } };
	for (int i = 0; i < 2; i++) {
		gnutls_privkey_t g = fresh(GNUTLS_PK_GOST_12_256, GNUTLS_CURVE_TO_BITS(gost[i].curve));
		gnutls_x509_privkey_t x;
		CHECK(gnutls_privkey_export_x509(g, &x) == 0);
		CHECK(gnutls_x509_privkey_export2_pkcs8(x, GNUTLS_X509_FMT_DER, NULL, 0, &out) == 0);
		/* 3.7.9 omits the leading zeros of the number */
		CHECK(out.size <= gost[i].size && out.size + 4 > gost[i].size);
		gnutls_free(out.data);
		gnutls_x509_privkey_deinit(x);
		gnutls_privkey_deinit(g);
	}
}

static int imported(const gnutls_datum_t *d, unsigned format, unsigned flags, int *verified)
{
	gnutls_x509_privkey_t x;
	int r;
	gnutls_x509_privkey_init(&x);
	r = gnutls_x509_privkey_import2(x, d, format, NULL, flags);
	*verified = r < 0 ? r : gnutls_x509_privkey_verify_params(x);
	gnutls_x509_privkey_deinit(x);
	return r;
}

/* Files that are truncated, have trailing data, or are inconsistent. */
static void files(void)
{
	/* P-256 with its public point in 33 bytes, which 3.7.9 does not read */
	static const char compressed[] =
		"-----BEGIN EC PRIVATE KEY-----\n"
		"MFcCAQEEILlzUmV/000CBB8x7S9zgGDglMy0YCJSZYVJsrolFxTVoAoGCCqGSM49\n"
		"AwEHoSQDIgACS1cj3rCLAXiKXSt6EQ1kbjUrO+Y6m+Cxgzl1RzwOXwo=\n"
		"-----END EC PRIVATE KEY-----\n";
	gnutls_datum_t d = text(compressed), der, n[5], salt_of = text(pbe_keys[0].pem), plain = text(ed448_key);
	gnutls_x509_privkey_t x;
	int verified;
	CHECK(imported(&d, GNUTLS_X509_FMT_PEM, 0, &verified) < 0 || verified == 0);

	d = text(dsa_key);
	CHECK(gnutls_x509_privkey_init(&x) == 0 && gnutls_x509_privkey_import(x, &d, GNUTLS_X509_FMT_PEM) == 0);
	CHECK(gnutls_x509_privkey_export2(x, GNUTLS_X509_FMT_DER, &der) == 0);
	CHECK(gnutls_x509_privkey_export_dsa_raw(x, &n[0], &n[1], &n[2], &n[3], &n[4]) == 0);
	unsigned char *y = memmem(der.data, der.size, n[3].data, n[3].size);
	CHECK(y != NULL && imported(&der, GNUTLS_X509_FMT_DER, 0, &verified) == 0 && verified == 0);
	y[n[3].size - 1] ^= 1;
	CHECK(imported(&der, GNUTLS_X509_FMT_DER, 0, &verified) == 0 && verified == GNUTLS_E_ILLEGAL_PARAMETER);
	gnutls_free(der.data);
	for (int i = 0; i < 5; i++)
		gnutls_free(n[i].data);

	CHECK(gnutls_x509_privkey_export2_pkcs8(x, GNUTLS_X509_FMT_DER, NULL, 0, &der) == 0);
	gnutls_x509_privkey_deinit(x);
	unsigned char *copy = calloc(1, der.size + 1);
	memcpy(copy, der.data, der.size);
	for (unsigned size = 3; size <= der.size + 1; size++) {
		gnutls_datum_t part = { copy, size };
		gnutls_x509_privkey_init(&x);
		int r = gnutls_x509_privkey_import_pkcs8(x, &part, GNUTLS_X509_FMT_DER, NULL, GNUTLS_PKCS_PLAIN);
		CHECK(r == (size == der.size ? 0 : GNUTLS_E_ASN1_DER_ERROR));
		gnutls_x509_privkey_deinit(x);
	}
	free(copy);
	gnutls_free(der.data);

	/* the flag says that it is encrypted */
	CHECK(imported(&plain, GNUTLS_X509_FMT_PEM, GNUTLS_PKCS_NULL_PASSWORD, &verified) == GNUTLS_E_ASN1_TAG_ERROR);
	CHECK(imported(&plain, GNUTLS_X509_FMT_PEM, GNUTLS_PKCS_NULL_PASSWORD | GNUTLS_PKCS_PLAIN, &verified) == 0);

	/* without a buffer for the salt its size is returned */
	unsigned size = 0;
	char *oid = (char *)"x";
	CHECK(gnutls_pkcs8_info(&salt_of, GNUTLS_X509_FMT_PEM, NULL, NULL, NULL, &size, NULL, NULL) == 0);
	CHECK(gnutls_pkcs8_info(&plain, GNUTLS_X509_FMT_PEM, NULL, NULL, NULL, NULL, NULL, &oid) == GNUTLS_E_INVALID_REQUEST && oid == NULL);

	/* object identifiers: an unknown one and an obsolete one */
	gnutls_pubkey_t p;
	gnutls_datum_t spki = bytes(p521_public);
	unsigned char *id = memmem(spki.data, spki.size, "\x2a\x86\x48\xce\x3d\x02\x01", 7);
	CHECK(id != NULL);
	id[6] = 9;
	gnutls_pubkey_init(&p);
	CHECK(gnutls_pubkey_import(p, &spki, GNUTLS_X509_FMT_DER) == GNUTLS_E_UNIMPLEMENTED_FEATURE);
	gnutls_free(spki.data);
	spki = bytes(rsa_public);
	id = memmem(spki.data, spki.size, "\x2a\x86\x48\x86\xf7\x0d\x01\x01\x01", 9);
	CHECK(id != NULL);
	id[8] = 5;
	CHECK(gnutls_pubkey_import(p, &spki, GNUTLS_X509_FMT_DER) == 0);
	CHECK(gnutls_pubkey_get_pk_algorithm(p, NULL) == GNUTLS_PK_RSA);
	gnutls_free(spki.data);
	gnutls_pubkey_deinit(p);
}

#if GNUTLS_VERSION_NUMBER >= 0x03080d
/* RFC 9881 section 6: a seed of 32 bytes, an expanded key of 2560, or both. */
static void forms(void)
{
	static const struct { unsigned flags, size; } all[] = {
		{ GNUTLS_PKCS_MLDSA_SEED, 54 },
		{ GNUTLS_PKCS_MLDSA_EXPANDED, 2588 },
		{ GNUTLS_PKCS_MLDSA_SEED | GNUTLS_PKCS_MLDSA_EXPANDED, 2626 },
	};
	gnutls_privkey_t k = fresh(GNUTLS_PK_MLDSA44, 0);
	gnutls_x509_privkey_t x, again;
	unsigned char id[2][20];
	CHECK(gnutls_privkey_export_x509(k, &x) == 0);
	for (unsigned i = 0; i < sizeof(all) / sizeof(*all); i++) {
		gnutls_datum_t out;
		size_t n = 20;
		unsigned schema = 0;
		CHECK(gnutls_x509_privkey_export2_pkcs8(x, GNUTLS_X509_FMT_DER, NULL, all[i].flags, &out) == 0 && out.size == all[i].size);
		gnutls_x509_privkey_init(&again);
		CHECK(gnutls_x509_privkey_import(again, &out, GNUTLS_X509_FMT_DER) == 0);
		CHECK(gnutls_x509_privkey_get_key_id(x, 0, id[0], &n) == 0 && gnutls_x509_privkey_get_key_id(again, 0, id[1], &n) == 0);
		CHECK(memcmp(id[0], id[1], 20) == 0);
		gnutls_x509_privkey_deinit(again);
		gnutls_free(out.data);
		CHECK(gnutls_x509_privkey_export2_pkcs8(x, GNUTLS_X509_FMT_DER, "pw", all[i].flags | GNUTLS_PKCS_PBES2_AES_128, &out) == 0);
		CHECK(gnutls_pkcs8_info(&out, GNUTLS_X509_FMT_DER, &schema, NULL, NULL, NULL, NULL, NULL) == 0 && schema == GNUTLS_PKCS_PBES2_AES_128);
		gnutls_free(out.data);
	}
	gnutls_x509_privkey_deinit(x);
	gnutls_privkey_deinit(k);
}
#endif

static void names(void)
{
	CHECK(gnutls_pk_to_sign(GNUTLS_PK_RSA, GNUTLS_DIG_UNKNOWN) == GNUTLS_SIGN_RSA_RAW);
	CHECK(gnutls_ecc_curve_get_pk(GNUTLS_ECC_CURVE_GOST256CPA) == GNUTLS_PK_UNKNOWN);
	CHECK(gnutls_ecc_curve_get_pk(GNUTLS_ECC_CURVE_GOST256A) == GNUTLS_PK_GOST_12_256);
	CHECK(gnutls_oid_to_pk("2.5.8.1.1") == GNUTLS_PK_RSA);
	CHECK(gnutls_oid_to_pk("1.2.840.113549.1.1.5") == GNUTLS_PK_RSA);
	CHECK(gnutls_oid_to_sign("1.3.14.3.2.29") == GNUTLS_SIGN_RSA_SHA1);
	CHECK(gnutls_oid_to_sign("1.3.14.3.2.27") == GNUTLS_SIGN_DSA_SHA1);
}

static void groups(void)
{
	unsigned char prime[128], q[20];
	gnutls_datum_t p = { prime, sizeof(prime) }, g = { (void *)"\2", 1 }, order = { q, sizeof(q) }, zero = { (void *)"\0", 1 }, none = { prime, 0 }, out[2];
	gnutls_dh_params_t group;
	unsigned bits = 0;
	memset(prime, 0xc5, sizeof(prime));
	memset(q, 0x45, sizeof(q));
	CHECK(gnutls_dh_params_init(&group) == 0);
	CHECK(gnutls_dh_params_import_raw(group, &p, &zero) == GNUTLS_E_MPI_SCAN_FAILED);
	CHECK(gnutls_dh_params_import_raw(group, &none, &g) == GNUTLS_E_MPI_SCAN_FAILED);
	CHECK(gnutls_dh_params_import_raw3(group, &p, &order, &g) == 0);
	CHECK(gnutls_dh_params_export_raw(group, &out[0], &out[1], &bits) == 0 && bits == 159);
	gnutls_free(out[0].data);
	gnutls_free(out[1].data);
	CHECK(gnutls_dh_params_generate2(group, 0) == GNUTLS_E_ILLEGAL_PARAMETER);
	gnutls_dh_params_deinit(group);
}

int main(void)
{
	flags();
	external();
	refilled();
	generation();
	numbers();
	files();
	names();
#if GNUTLS_VERSION_NUMBER >= 0x03080d
	if (has_mldsa())
		forms();
#endif
	groups();
	return check_result();
}
