/* The functions of self-test.h, and those of crypto.h that register algorithms or encode GOST signature values. */
#include <gnutls/crypto.h>
#include <gnutls/gnutls.h>
#include <gnutls/self-test.h>
#include <string.h>

#include "check.h"

static int called;
static int cipher_init(gnutls_cipher_algorithm_t a, void **ctx, int enc) { called++; return 0; }
static int set(void *ctx, const void *p, size_t n) { called++; return 0; }
static int crypt(void *ctx, const void *p, size_t n, void *out, size_t room) { called++; return 0; }
static void gone(void *ctx) { called++; }
static int sealing(void *ctx, const void *nonce, size_t nn, const void *aad, size_t an, size_t tag, const void *in,
		   size_t n, void *out, size_t room) { called++; return 0; }
static int mac_init(gnutls_mac_algorithm_t a, void **ctx) { called++; return 0; }
static int output(void *ctx, void *out, size_t n) { called++; return 0; }
static int mac_fast(gnutls_mac_algorithm_t a, const void *nonce, size_t nn, const void *key, size_t kn,
		    const void *text, size_t n, void *out) { called++; return 0; }
static int digest_init(gnutls_digest_algorithm_t a, void **ctx) { called++; return 0; }
static int digest_fast(gnutls_digest_algorithm_t a, const void *text, size_t n, void *out) { called++; return 0; }

/* Since 3.7 algorithms cannot be replaced: the call succeeds without effect. */
static void registration(void)
{
	unsigned char key[16] = { 1 }, text[32] = { 0 }, was[64], now[64];
	gnutls_datum_t k = { key, 16 };
	gnutls_cipher_hd_t h;
	CHECK(gnutls_hash_fast(GNUTLS_DIG_SHA1, "abc", 3, was) == 0);
	CHECK(gnutls_crypto_register_cipher(GNUTLS_CIPHER_AES_128_CBC, 1, cipher_init, set, set, crypt, crypt, gone) == 0);
	CHECK(gnutls_crypto_register_aead_cipher(GNUTLS_CIPHER_AES_128_GCM, 1, cipher_init, set, sealing, sealing,
						 gone) == 0);
	CHECK(gnutls_crypto_register_mac(GNUTLS_MAC_SHA1, 1, mac_init, set, set, set, output, gone, mac_fast) == 0);
	CHECK(gnutls_crypto_register_digest(GNUTLS_DIG_SHA1, 1, digest_init, set, output, gone, digest_fast) == 0);
	CHECK(gnutls_cipher_init(&h, GNUTLS_CIPHER_AES_128_CBC, &k, &k) == 0);
	CHECK(gnutls_cipher_encrypt(h, text, 32) == 0);
	gnutls_cipher_deinit(h);
	CHECK(gnutls_hash_fast(GNUTLS_DIG_SHA1, "abc", 3, now) == 0 && memcmp(was, now, 20) == 0);
	CHECK(gnutls_hmac_fast(GNUTLS_MAC_SHA1, key, 16, "abc", 3, now) == 0);
	CHECK(called == 0);
}

static void gost_values(void)
{
	unsigned char a[32], b[32];
	memset(a, 1, 32);
	memset(b, 2, 32);
	gnutls_datum_t r = { a, 32 }, s = { b, 32 }, both, x, y;
	CHECK(gnutls_encode_gost_rs_value(&both, &r, &s) == 0);
	CHECK(both.size == 64 && memcmp(both.data, b, 32) == 0 && memcmp(both.data + 32, a, 32) == 0);
	CHECK(gnutls_decode_gost_rs_value(&both, &x, &y) == 0);
	CHECK(x.size == 32 && memcmp(x.data, a, 32) == 0 && y.size == 32 && memcmp(y.data, b, 32) == 0);
	gnutls_free(x.data);
	gnutls_free(y.data);
	both.size = 63;
	CHECK(gnutls_decode_gost_rs_value(&both, &x, &y) == GNUTLS_E_PARSING_ERROR);
	gnutls_free(both.data);
	r.size = 31;
	CHECK(gnutls_encode_gost_rs_value(&both, &r, &s) == GNUTLS_E_ILLEGAL_PARAMETER);
}

#define ALL(test) \
	CHECK(test(GNUTLS_SELF_TEST_FLAG_ALL, 0) == 0); \
	CHECK(test(GNUTLS_SELF_TEST_FLAG_ALL, 9999) == 0); \
	CHECK(test(0, 0) == 0); \
	CHECK(test(0, 9999) == GNUTLS_E_NO_SELF_TEST)

int main(void)
{
	ALL(gnutls_cipher_self_test);
	ALL(gnutls_mac_self_test);
	ALL(gnutls_digest_self_test);
	ALL(gnutls_pk_self_test);
	ALL(gnutls_hkdf_self_test);
	ALL(gnutls_pbkdf2_self_test);
	ALL(gnutls_tlsprf_self_test);
	static const gnutls_cipher_algorithm_t ciphers[] = {
		GNUTLS_CIPHER_AES_128_CBC, GNUTLS_CIPHER_AES_192_CBC, GNUTLS_CIPHER_AES_256_CBC, GNUTLS_CIPHER_3DES_CBC,
		GNUTLS_CIPHER_ARCFOUR_128, GNUTLS_CIPHER_AES_128_GCM, GNUTLS_CIPHER_AES_192_GCM, GNUTLS_CIPHER_AES_256_GCM,
		GNUTLS_CIPHER_AES_128_CCM, GNUTLS_CIPHER_AES_256_CCM, GNUTLS_CIPHER_CHACHA20_POLY1305,
		GNUTLS_CIPHER_AES_128_CFB8, GNUTLS_CIPHER_AES_192_CFB8, GNUTLS_CIPHER_AES_256_CFB8, GNUTLS_CIPHER_AES_128_XTS,
		GNUTLS_CIPHER_AES_256_XTS, GNUTLS_CIPHER_AES_128_SIV, GNUTLS_CIPHER_AES_256_SIV, GNUTLS_CIPHER_CHACHA20_64,
		GNUTLS_CIPHER_CHACHA20_32, GNUTLS_CIPHER_GOST28147_TC26Z_CFB, GNUTLS_CIPHER_GOST28147_CPA_CFB,
		GNUTLS_CIPHER_GOST28147_CPB_CFB, GNUTLS_CIPHER_GOST28147_CPC_CFB, GNUTLS_CIPHER_GOST28147_CPD_CFB,
		GNUTLS_CIPHER_GOST28147_TC26Z_CNT, 40, 41,
	};
	for (size_t i = 0; i < sizeof ciphers / sizeof *ciphers; i++)
		CHECK(gnutls_cipher_self_test(0, ciphers[i]) == 0);
	CHECK(gnutls_cipher_self_test(0, GNUTLS_CIPHER_NULL) == GNUTLS_E_NO_SELF_TEST);
	CHECK(gnutls_cipher_self_test(0, GNUTLS_CIPHER_CAMELLIA_128_CBC) == GNUTLS_E_NO_SELF_TEST);
	static const gnutls_mac_algorithm_t macs[] = {
		GNUTLS_MAC_MD5, GNUTLS_MAC_SHA1, GNUTLS_MAC_SHA224, GNUTLS_MAC_SHA256, GNUTLS_MAC_SHA384, GNUTLS_MAC_SHA512,
		GNUTLS_MAC_GOSTR_94, GNUTLS_MAC_STREEBOG_256, GNUTLS_MAC_STREEBOG_512, GNUTLS_MAC_AES_CMAC_128,
		GNUTLS_MAC_AES_CMAC_256, GNUTLS_MAC_AES_GMAC_128, GNUTLS_MAC_AES_GMAC_192, GNUTLS_MAC_AES_GMAC_256,
		GNUTLS_MAC_GOST28147_TC26Z_IMIT, 211, 212,
	};
	for (size_t i = 0; i < sizeof macs / sizeof *macs; i++)
		CHECK(gnutls_mac_self_test(0, macs[i]) == 0);
	CHECK(gnutls_mac_self_test(0, GNUTLS_MAC_NULL) == GNUTLS_E_NO_SELF_TEST);
	for (int d = GNUTLS_DIG_SHA256; d <= GNUTLS_DIG_SHA3_512; d++)
		CHECK(gnutls_digest_self_test(0, d) == 0);
	CHECK(gnutls_digest_self_test(0, GNUTLS_DIG_MD5) == 0 && gnutls_digest_self_test(0, GNUTLS_DIG_SHA1) == 0);
	CHECK(gnutls_digest_self_test(0, GNUTLS_DIG_STREEBOG_512) == 0);
	CHECK(gnutls_digest_self_test(0, GNUTLS_DIG_MD2) == GNUTLS_E_NO_SELF_TEST);
	static const gnutls_pk_algorithm_t pks[] = { GNUTLS_PK_RSA, GNUTLS_PK_DSA, GNUTLS_PK_DH, GNUTLS_PK_ECDSA,
						     GNUTLS_PK_RSA_PSS, GNUTLS_PK_GOST_01, GNUTLS_PK_GOST_12_256,
						     GNUTLS_PK_GOST_12_512 };
	for (size_t i = 0; i < sizeof pks / sizeof *pks; i++)
		CHECK(gnutls_pk_self_test(0, pks[i]) == 0);
	CHECK(gnutls_hkdf_self_test(0, GNUTLS_MAC_SHA256) == 0);
	CHECK(gnutls_hkdf_self_test(0, GNUTLS_MAC_SHA512) == GNUTLS_E_NO_SELF_TEST);
	CHECK(gnutls_pbkdf2_self_test(0, GNUTLS_MAC_SHA256) == 0);
	for (int m = 1; m < 220; m++) {
		int known = m == GNUTLS_MAC_SHA256 || m == GNUTLS_MAC_SHA384 || m == GNUTLS_MAC_MD5_SHA1;
		CHECK(gnutls_tlsprf_self_test(0, m) == (known ? 0 : GNUTLS_E_NO_SELF_TEST));
		CHECK(gnutls_tlsprf_self_test(GNUTLS_SELF_TEST_FLAG_NO_COMPAT, m) == (known ? 0 : GNUTLS_E_NO_SELF_TEST));
		CHECK(gnutls_tlsprf_self_test(GNUTLS_SELF_TEST_FLAG_ALL, m) == 0);
	}
	CHECK(gnutls_fips140_run_self_tests() == 0);
	registration();
	gost_values();
	return check_result();
}
