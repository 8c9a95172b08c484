/* Keys of every algorithm: import, properties, export, signing, verification, encryption and key agreement. */
#include <gnutls/abstract.h>
#include <gnutls/crypto.h>
#include <gnutls/gnutls.h>
#include <gnutls/x509.h>
#include <stdlib.h>
#include <string.h>
#include "check.h"
#include "key_tools.h"
#include "kinds.h"

/* 0 for an algorithm that does not sign. `reproducible`: the signature is deterministic. */
struct kind {
	const char *key, *spki, *signature;
	int pk;
	unsigned bits;
	int sign, hash, hash_must, reproducible;
};

static const struct kind kinds[] = {
	{ dsa_key, dsa_public, dsa_signature, GNUTLS_PK_DSA, 1024, GNUTLS_SIGN_DSA_SHA1, GNUTLS_DIG_SHA1, 1, 1 },
	{ dsa2048_key, dsa2048_public, dsa2048_signature, GNUTLS_PK_DSA, 2048, GNUTLS_SIGN_DSA_SHA256, GNUTLS_DIG_SHA256, 1, 1 },
	{ x25519_key, x25519_public, NULL, GNUTLS_PK_ECDH_X25519, 256, 0, 0, 0, 0 },
	{ x448_key, x448_public, NULL, GNUTLS_PK_ECDH_X448, 448, 0, 0, 0, 0 },
	{ ed448_key, ed448_public, ed448_signature, GNUTLS_PK_EDDSA_ED448, 456, GNUTLS_SIGN_EDDSA_ED448, GNUTLS_DIG_SHAKE_256, 0, 1 },
	{ gost01_key, gost01_public, gost01_signature, GNUTLS_PK_GOST_01, 256, GNUTLS_SIGN_GOST_94, GNUTLS_DIG_GOSTR_94, 1, 0 },
	{ gost256_key, gost256_public, gost256_signature, GNUTLS_PK_GOST_12_256, 256, GNUTLS_SIGN_GOST_256, GNUTLS_DIG_STREEBOG_256, 1, 0 },
	{ gost512_key, gost512_public, gost512_signature, GNUTLS_PK_GOST_12_512, 512, GNUTLS_SIGN_GOST_512, GNUTLS_DIG_STREEBOG_512, 1, 0 },
	{ p192_key, p192_public, p192_signature, GNUTLS_PK_ECDSA, 192, GNUTLS_SIGN_ECDSA_SHA256, GNUTLS_DIG_SHA256, 0, 1 },
	{ p521_key, p521_public, p521_signature, GNUTLS_PK_ECDSA, 528, GNUTLS_SIGN_ECDSA_SHA512, GNUTLS_DIG_SHA512, 0, 1 },
	{ rsa_key, rsa_public, rsa_signature, GNUTLS_PK_RSA, 2048, GNUTLS_SIGN_RSA_SHA3_256, GNUTLS_DIG_SHA256, 0, 1 },
};

static void told(const struct kind *kind, gnutls_privkey_t k, gnutls_pubkey_t p)
{
	gnutls_digest_algorithm_t hash = 0;
	unsigned bits = 0, must = 9;
	CHECK(gnutls_privkey_get_pk_algorithm(k, &bits) == kind->pk && bits == kind->bits);
	bits = 0;
	CHECK(gnutls_pubkey_get_pk_algorithm(p, &bits) == kind->pk && bits == kind->bits);
	CHECK(gnutls_privkey_verify_params(k) == 0);
	if (kind->sign) {
		CHECK(gnutls_pubkey_verify_params(p) == 0);
		CHECK(gnutls_pubkey_get_preferred_hash_algorithm(p, &hash, &must) == 0);
		CHECK((int)hash == kind->hash && (int)must == kind->hash_must);
	} else {
		CHECK(gnutls_pubkey_verify_params(p) == GNUTLS_E_INVALID_REQUEST);
		CHECK(gnutls_pubkey_get_preferred_hash_algorithm(p, &hash, &must) == GNUTLS_E_INTERNAL_ERROR);
	}
}

static void written(const struct kind *kind, gnutls_privkey_t k, gnutls_pubkey_t p)
{
	gnutls_datum_t spki = bytes(kind->spki), out, p8;
	gnutls_pubkey_t again;
	gnutls_privkey_t key2;
	gnutls_x509_privkey_t x;
	gnutls_pubkey_t p2;
	CHECK(gnutls_pubkey_export2(p, GNUTLS_X509_FMT_DER, &out) == 0 && same(&out, &spki));
	gnutls_free(out.data);
	CHECK(gnutls_pubkey_init(&again) == 0);
	CHECK(gnutls_pubkey_import(again, &spki, GNUTLS_X509_FMT_DER) == 0);
	CHECK(gnutls_pubkey_export2(again, GNUTLS_X509_FMT_DER, &out) == 0 && same(&out, &spki));
	gnutls_free(out.data);
	gnutls_pubkey_deinit(again);

	CHECK(gnutls_privkey_export_x509(k, &x) == 0);
	CHECK(gnutls_x509_privkey_export2_pkcs8(x, GNUTLS_X509_FMT_PEM, NULL, GNUTLS_PKCS_PLAIN, &p8) == 0);
	key2 = load((char *)p8.data);
	p2 = public_of(key2);
	CHECK(gnutls_pubkey_export2(p2, GNUTLS_X509_FMT_DER, &out) == 0 && same(&out, &spki));
	gnutls_free(out.data);
	gnutls_free(p8.data);
	gnutls_pubkey_deinit(p2);
	gnutls_privkey_deinit(key2);
	gnutls_x509_privkey_deinit(x);
	gnutls_free(spki.data);
}

static void signs(const struct kind *kind, gnutls_privkey_t k, gnutls_pubkey_t p)
{
	gnutls_datum_t hello = text("hello"), other = text("hullo"), sig, sig2;
	unsigned char digest[64];
	gnutls_datum_t hash = { digest, 0 };
	unsigned flags = GNUTLS_VERIFY_ALLOW_BROKEN;
	if (!kind->sign) {
		CHECK(gnutls_privkey_sign_data(k, GNUTLS_DIG_SHA256, 0, &hello, &sig) == GNUTLS_E_INVALID_REQUEST);
		return;
	}
	sig = bytes(kind->signature);
	/* signed by the other library */
	CHECK(gnutls_pubkey_verify_data2(p, kind->sign, flags, &hello, &sig) == 0);
	CHECK(gnutls_pubkey_verify_data2(p, kind->sign, flags, &other, &sig) == GNUTLS_E_PK_SIG_VERIFY_FAILED);
	if (kind->reproducible) {
		CHECK(gnutls_privkey_sign_data2(k, kind->sign, GNUTLS_PRIVKEY_FLAG_REPRODUCIBLE, &hello, &sig2) == 0);
		CHECK(same(&sig, &sig2));
		gnutls_free(sig2.data);
	}
	gnutls_free(sig.data);
	/* signed by this library */
	CHECK(gnutls_privkey_sign_data2(k, kind->sign, 0, &hello, &sig) == 0);
	CHECK(gnutls_pubkey_verify_data2(p, kind->sign, flags, &hello, &sig) == 0);
	sig.data[sig.size / 2] ^= 1;
	CHECK(gnutls_pubkey_verify_data2(p, kind->sign, flags, &hello, &sig) == GNUTLS_E_PK_SIG_VERIFY_FAILED);
	gnutls_free(sig.data);
	CHECK(gnutls_privkey_sign_data(k, gnutls_sign_get_hash_algorithm(kind->sign), 0, &hello, &sig) == 0);
	CHECK(gnutls_pubkey_verify_data2(p, kind->sign, flags, &hello, &sig) == 0);
	gnutls_free(sig.data);
	/* over a digest */
	hash.size = gnutls_hash_get_len(gnutls_sign_get_hash_algorithm(kind->sign));
	if (kind->pk != GNUTLS_PK_EDDSA_ED448) {
		CHECK(gnutls_hash_fast(gnutls_sign_get_hash_algorithm(kind->sign), "hello", 5, digest) == 0);
		CHECK(gnutls_privkey_sign_hash2(k, kind->sign, 0, &hash, &sig) == 0);
		CHECK(gnutls_pubkey_verify_hash2(p, kind->sign, flags, &hash, &sig) == GOOD_HASH);
		CHECK(gnutls_pubkey_verify_data2(p, kind->sign, flags, &hello, &sig) == 0);
		gnutls_free(sig.data);
	} else {
		hash.size = 64;
		CHECK(gnutls_privkey_sign_hash2(k, kind->sign, 0, &hash, &sig) == GNUTLS_E_INVALID_REQUEST);
		CHECK(gnutls_privkey_sign_data(k, GNUTLS_DIG_SHA256, 0, &hello, &sig) == GNUTLS_E_INVALID_REQUEST);
	}
	/* with another key type's algorithm */
	if (kind->pk != GNUTLS_PK_ECDSA)
		CHECK(gnutls_privkey_sign_data2(k, GNUTLS_SIGN_ECDSA_SHA384, 0, &hello, &sig) == GNUTLS_E_CONSTRAINT_ERROR);
}

static void printed(gnutls_pubkey_t p, const char *const *lines)
{
	gnutls_datum_t out;
	CHECK(gnutls_pubkey_print(p, GNUTLS_CRT_PRINT_FULL, &out) == 0);
	for (; *lines; lines++)
		CHECK(strstr((char *)out.data, *lines) != NULL);
	gnutls_free(out.data);
}

static void encryption(void)
{
	gnutls_privkey_t k = load(rsa_key), d = load(dsa_key);
	gnutls_pubkey_t p = public_of(k), dp = public_of(d);
	gnutls_datum_t hello = text("hello"), sealed, opened;
	unsigned char out[8] = "XXXXXXX", big[256] = { 1 };
	gnutls_datum_t long_one = { big, 245 };
	CHECK(gnutls_pubkey_encrypt_data(p, 0, &hello, &sealed) == 0 && sealed.size == 256);
	CHECK(gnutls_privkey_decrypt_data(k, 0, &sealed, &opened) == 0 && same(&opened, &hello));
	gnutls_free(opened.data);
	CHECK(gnutls_privkey_decrypt_data2(k, 0, &sealed, out, 4) == GNUTLS_E_DECRYPTION_FAILED);
	CHECK(gnutls_privkey_decrypt_data2(k, 0, &sealed, out, 6) == GNUTLS_E_DECRYPTION_FAILED);
	CHECK(memcmp(out, "XXXXXXX", 7) == 0);
	CHECK(gnutls_privkey_decrypt_data2(k, 0, &sealed, out, 5) == 0 && memcmp(out, "helloXX", 7) == 0);
	sealed.data[5] ^= 1;
	CHECK(gnutls_privkey_decrypt_data(k, 0, &sealed, &opened) == GNUTLS_E_DECRYPTION_FAILED);
	CHECK(gnutls_privkey_decrypt_data2(k, 0, &sealed, out, 5) == GNUTLS_E_DECRYPTION_FAILED);
	sealed.size--;
	CHECK(gnutls_privkey_decrypt_data(k, 0, &sealed, &opened) == GNUTLS_E_DECRYPTION_FAILED);
	CHECK(gnutls_privkey_decrypt_data2(k, 0, &sealed, out, 5) == GNUTLS_E_DECRYPTION_FAILED);
	gnutls_free(sealed.data);
	CHECK(gnutls_pubkey_encrypt_data(p, 0, &long_one, &sealed) == 0);
	gnutls_free(sealed.data);
	long_one.size++;
	CHECK(gnutls_pubkey_encrypt_data(p, 0, &long_one, &sealed) == GNUTLS_E_ENCRYPTION_FAILED);
	CHECK(gnutls_pubkey_encrypt_data(dp, 0, &hello, &sealed) == GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_privkey_decrypt_data(d, 0, &hello, &opened) == GNUTLS_E_INTERNAL_ERROR);
	CHECK(gnutls_privkey_decrypt_data2(d, 0, &hello, out, 5) == GNUTLS_E_INTERNAL_ERROR);
	gnutls_pubkey_deinit(p);
	gnutls_pubkey_deinit(dp);
	gnutls_privkey_deinit(k);
	gnutls_privkey_deinit(d);
}

static void generation(void)
{
	static const struct { int pk; unsigned bits, made; } sizes[] = {
		{ GNUTLS_PK_RSA, 1024, 1024 }, { GNUTLS_PK_RSA, 1030, 1030 }, { GNUTLS_PK_RSA_PSS, 1024, 1024 },
		{ GNUTLS_PK_DSA, 1024, 1024 }, { GNUTLS_PK_ECDSA, 192, 192 }, { GNUTLS_PK_ECDSA, 200, 224 },
		{ GNUTLS_PK_ECDSA, 256, 256 }, { GNUTLS_PK_ECDSA, 300, 384 }, { GNUTLS_PK_ECDSA, 521, 528 },
		{ GNUTLS_PK_ECDSA, 600, 256 }, { GNUTLS_PK_ECDSA, GNUTLS_CURVE_TO_BITS(GNUTLS_ECC_CURVE_SECP384R1), 384 },
		{ GNUTLS_PK_EDDSA_ED25519, 0, 256 }, { GNUTLS_PK_EDDSA_ED448, 0, 456 }, { GNUTLS_PK_ECDH_X25519, 0, 256 },
		{ GNUTLS_PK_ECDH_X448, 0, 448 }, { GNUTLS_PK_GOST_01, 256, 256 }, { GNUTLS_PK_GOST_12_256, 256, 256 },
		{ GNUTLS_PK_GOST_12_512, 512, 512 },
	};
	for (size_t i = 0; i < sizeof(sizes) / sizeof(*sizes); i++) {
		gnutls_privkey_t k;
		unsigned bits = 0;
		gnutls_privkey_init(&k);
		CHECK(gnutls_privkey_generate(k, sizes[i].pk, sizes[i].bits, 0) == 0);
		CHECK(gnutls_privkey_get_pk_algorithm(k, &bits) == sizes[i].pk && bits == sizes[i].made);
		gnutls_privkey_deinit(k);
	}
	static const struct { int pk; unsigned bits; } none[] = {
		{ 0, 512 }, { 99, 512 }, { GNUTLS_PK_ECDSA, GNUTLS_CURVE_TO_BITS(GNUTLS_ECC_CURVE_X25519) },
	};
	for (size_t i = 0; i < sizeof(none) / sizeof(*none); i++) {
		gnutls_privkey_t k;
		gnutls_privkey_init(&k);
		CHECK(gnutls_privkey_generate(k, none[i].pk, none[i].bits, 0) == GNUTLS_E_INVALID_REQUEST);
		gnutls_privkey_deinit(k);
	}
}

#if GNUTLS_VERSION_NUMBER >= 0x030802
static void agreement(const char *pem, int pk)
{
	gnutls_privkey_t a = load(pem), b, other = load(rsa_key);
	gnutls_pubkey_t pa = public_of(a), pb, po = public_of(other);
	gnutls_datum_t s, t;
	gnutls_privkey_init(&b);
	CHECK(gnutls_privkey_generate(b, pk, pk == GNUTLS_PK_ECDSA ? 521 : 0, 0) == 0);
	pb = public_of(b);
	CHECK(gnutls_privkey_derive_secret(a, pb, NULL, &s, 0) == 0);
	CHECK(gnutls_privkey_derive_secret(b, pa, NULL, &t, 0) == 0);
	CHECK(same(&s, &t) && s.size >= 32);
	gnutls_free(s.data);
	gnutls_free(t.data);
	CHECK(gnutls_privkey_derive_secret(a, po, NULL, &s, 0) == GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_privkey_derive_secret(other, pa, NULL, &s, 0) == GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_privkey_derive_secret(a, NULL, NULL, &s, 0) < 0);
	gnutls_pubkey_deinit(pa);
	gnutls_pubkey_deinit(pb);
	gnutls_pubkey_deinit(po);
	gnutls_privkey_deinit(a);
	gnutls_privkey_deinit(b);
	gnutls_privkey_deinit(other);
}

/* Algorithms that were added after 3.7.9: generation, export, import and use. */
static void post_quantum(int pk, int sign)
{
	gnutls_privkey_t k, k2;
	gnutls_pubkey_t p, p2;
	gnutls_x509_privkey_t x;
	gnutls_datum_t p8, one, two, hello = text("hello"), sig;
	gnutls_privkey_init(&k);
	CHECK(gnutls_privkey_generate(k, pk, 0, 0) == 0);
	CHECK(gnutls_privkey_get_pk_algorithm(k, NULL) == pk);
	p = public_of(k);
	CHECK(gnutls_privkey_export_x509(k, &x) == 0);
	CHECK(gnutls_x509_privkey_export2_pkcs8(x, GNUTLS_X509_FMT_PEM, NULL, GNUTLS_PKCS_PLAIN, &p8) == 0);
	k2 = load((char *)p8.data);
	p2 = public_of(k2);
	CHECK(gnutls_pubkey_export2(p, GNUTLS_X509_FMT_DER, &one) == 0 && gnutls_pubkey_export2(p2, GNUTLS_X509_FMT_DER, &two) == 0);
	CHECK(same(&one, &two));
	if (sign) {
		CHECK(gnutls_privkey_sign_data2(k, sign, 0, &hello, &sig) == 0);
		CHECK(gnutls_pubkey_verify_data2(p2, sign, 0, &hello, &sig) == 0);
		sig.data[9] ^= 1;
		CHECK(gnutls_pubkey_verify_data2(p2, sign, 0, &hello, &sig) == GNUTLS_E_PK_SIG_VERIFY_FAILED);
		gnutls_free(sig.data);
	} else {
		CHECK(gnutls_privkey_sign_data2(k, GNUTLS_SIGN_MLDSA65, 0, &hello, &sig) == GNUTLS_E_CONSTRAINT_ERROR);
	}
	gnutls_free(p8.data);
	gnutls_free(one.data);
	gnutls_free(two.data);
	gnutls_x509_privkey_deinit(x);
	gnutls_pubkey_deinit(p);
	gnutls_pubkey_deinit(p2);
	gnutls_privkey_deinit(k);
	gnutls_privkey_deinit(k2);
}
#endif

int main(void)
{
	static const char *const gost_lines[] = { "Curve:\tCryptoPro-A\n", "Digest:\tGOSTR341194\n", "ParamSet: CryptoPro-A\n", "X:\n", "Y:\n", NULL };
	static const char *const dsa_lines[] = { "Public key (bits 1024):\n", "\t\tP:\n", "\t\tQ:\n", "\t\tG:\n", NULL };
	for (size_t i = 0; i < sizeof(kinds) / sizeof(*kinds); i++) {
		gnutls_privkey_t k = load(kinds[i].key);
		gnutls_pubkey_t p = public_of(k);
		told(&kinds[i], k, p);
		written(&kinds[i], k, p);
		signs(&kinds[i], k, p);
		if (kinds[i].pk == GNUTLS_PK_GOST_01)
			printed(p, gost_lines);
		if (kinds[i].pk == GNUTLS_PK_DSA && kinds[i].bits == 1024)
			printed(p, dsa_lines);
		gnutls_pubkey_deinit(p);
		gnutls_privkey_deinit(k);
	}
	encryption();
	generation();
#if GNUTLS_VERSION_NUMBER >= 0x030802
	agreement(x25519_key, GNUTLS_PK_ECDH_X25519);
	agreement(x448_key, GNUTLS_PK_ECDH_X448);
	agreement(p521_key, GNUTLS_PK_ECDSA);
	if (has_mldsa()) {
		post_quantum(GNUTLS_PK_MLDSA44, GNUTLS_SIGN_MLDSA44);
		post_quantum(GNUTLS_PK_MLDSA65, GNUTLS_SIGN_MLDSA65);
		post_quantum(GNUTLS_PK_MLDSA87, GNUTLS_SIGN_MLDSA87);
		post_quantum(GNUTLS_PK_MLKEM768, 0);
	}
#endif
	return check_result();
}
