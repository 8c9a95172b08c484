/* Secrets are wiped from memory: after the objects are freed, no copy of a key is in any writable mapping except
 * the stack. The test masks the secrets that it stores, so that it does not find its own copies. */
#include <gnutls/abstract.h>
#include <gnutls/crypto.h>
#include <gnutls/gnutls.h>
#include <stdlib.h>
#include "memory_scan.h"

#define N 32

/* Secret number `which`, masked. */
static void masked(int which, uint8_t *out)
{
	uint32_t x = 0x9e3779b9u * (which + 1);
	for (int i = 0; i < N; i++) {
		x = x * 1664525u + 1013904223u;
		out[i] = (uint8_t)(x >> 24) ^ MASK;
	}
	/* a scalar below the order of any curve */
	out[0] = (out[0] ^ MASK) & 0x3f;
	out[0] = (out[0] | 1) ^ MASK;
}

static uint8_t forward[N], backward[N];

static int either_way(const uint8_t *place, const char *mapping)
{
	(void)mapping;
	return is_masked(place, forward) || is_masked(place, backward);
}

/* Counts the places in memory with 16 bytes of the secret, in either byte order. */
static int copies(int which)
{
	masked(which, forward);
	for (int i = 0; i < N; i++)
		backward[i] = forward[N - 1 - i];
	return scan_memory(0, either_way);
}

static void secret(int which, uint8_t *out)
{
	masked(which, out);
	for (int i = 0; i < N; i++)
		out[i] ^= MASK;
}

/* Checks that the search finds an existing secret. */
static void search_works(void)
{
	uint8_t *p = malloc(N);
	secret(0, p);
	CHECK(copies(0) == 1);
	gnutls_memset(p, 0, N);
	CHECK(copies(0) == 0);
	free(p);
}

static void keys(int which, gnutls_ecc_curve_t curve, int sign)
{
	uint8_t s[N], px[N] = { 0 };
	gnutls_datum_t k = { s, N }, hello = { (void *)"hello", 5 }, sig, x = { px, N };
	gnutls_privkey_t key;
	gnutls_x509_privkey_t copy;
	secret(which, s);
	CHECK(gnutls_privkey_init(&key) == 0);
	CHECK(gnutls_privkey_import_ecc_raw(key, curve, curve == GNUTLS_ECC_CURVE_ED25519 ? &x : NULL, NULL, &k) == 0);
	CHECK(gnutls_privkey_export_x509(key, &copy) == 0);
	gnutls_x509_privkey_deinit(copy);
	if (curve == GNUTLS_ECC_CURVE_ED25519) {
		CHECK(gnutls_privkey_sign_data2(key, sign, 0, &hello, &sig) == 0);
		gnutls_free(sig.data);
	}
	CHECK(copies(which) > 0);
	gnutls_privkey_deinit(key);
	gnutls_memset(s, 0, N);
	CHECK(copies(which) == 0);
}

static void ciphers(void)
{
	uint8_t s[N], iv[16] = { 0 }, text[64] = { 0 }, tag[32];
	gnutls_datum_t k = { s, N }, v = { iv, 16 };
	gnutls_cipher_hd_t c;
	gnutls_aead_cipher_hd_t a;
	gnutls_hmac_hd_t h;
	uint8_t sealed[80];
	size_t n = sizeof(sealed);
	secret(5, s);
	CHECK(gnutls_cipher_init(&c, GNUTLS_CIPHER_AES_256_CBC, &k, &v) == 0);
	CHECK(gnutls_cipher_encrypt(c, text, sizeof(text)) == 0);
	gnutls_cipher_deinit(c);
	gnutls_memset(s, 0, N);
	CHECK(copies(5) == 0);
	secret(6, s);
	CHECK(gnutls_aead_cipher_init(&a, GNUTLS_CIPHER_AES_256_GCM, &k) == 0);
	CHECK(gnutls_aead_cipher_encrypt(a, iv, 12, NULL, 0, 16, text, sizeof(text), sealed, &n) == 0);
	gnutls_aead_cipher_deinit(a);
	gnutls_memset(s, 0, N);
	CHECK(copies(6) == 0);
	secret(7, s);
	CHECK(gnutls_aead_cipher_init(&a, GNUTLS_CIPHER_CHACHA20_POLY1305, &k) == 0);
	n = sizeof(sealed);
	CHECK(gnutls_aead_cipher_encrypt(a, iv, 12, NULL, 0, 16, text, sizeof(text), sealed, &n) == 0);
	gnutls_aead_cipher_deinit(a);
	gnutls_memset(s, 0, N);
	CHECK(copies(7) == 0);
	secret(8, s);
	CHECK(gnutls_hmac_init(&h, GNUTLS_MAC_SHA256, s, N) == 0);
	CHECK(gnutls_hmac(h, text, sizeof(text)) == 0);
	gnutls_hmac_deinit(h, tag);
	gnutls_memset(s, 0, N);
	CHECK(copies(8) == 0);
}

/* What is decoded is a key, perhaps. */
static void pem(void)
{
	char block[200];
	/* malloc writes to the front of what is freed */
	uint8_t s[2 * N] = { 0 };
	size_t n = sizeof(block);
	gnutls_datum_t d = { s, 2 * N }, text = { (void *)block, 0 }, out;
	gnutls_x509_privkey_t key;
	secret(9, s + N);
	CHECK(gnutls_pem_base64_encode("PRIVATE KEY", &d, block, &n) == 0);
	gnutls_memset(s, 0, sizeof(s));
	text.size = n;
	CHECK(gnutls_pem_base64_decode2(NULL, &text, &out) == 0);
	CHECK(copies(9) == 1);
	gnutls_memset(out.data, 0, out.size);
	gnutls_free(out.data);
	CHECK(copies(9) == 0);
#ifdef OURS
	/* GnuTLS leaves what it has decoded before it finds what is wrong */
	*strchr(block, '=') = '!';
	CHECK(gnutls_x509_privkey_init(&key) == 0);
	CHECK(gnutls_x509_privkey_import(key, &text, GNUTLS_X509_FMT_PEM) == GNUTLS_E_BASE64_DECODING_ERROR);
	gnutls_x509_privkey_deinit(key);
	CHECK(copies(9) == 0);
#else
	(void)key;
#endif
}

int main(void)
{
	search_works();
	pem();
	keys(1, GNUTLS_ECC_CURVE_ED25519, GNUTLS_SIGN_EDDSA_ED25519);
#if GNUTLS_VERSION_NUMBER >= 0x030802
	/* 3.7.9 asks for the coordinates */
	keys(2, GNUTLS_ECC_CURVE_SECP256R1, 0);
	keys(3, GNUTLS_ECC_CURVE_SECP384R1, 0);
	keys(4, GNUTLS_ECC_CURVE_SECP521R1, 0);
#endif
	ciphers();
	return check_result();
}
