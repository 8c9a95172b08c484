/* Hashes, MACs, key derivation, ciphers, AEADs and random bytes of crypto.h. */
#include <gnutls/crypto.h>
#include <gnutls/gnutls.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "check.h"

static const char *hex(const void *p, size_t n)
{
	static char out[4][300];
	static int turn;
	char *s = out[turn++ & 3];
	for (size_t i = 0; i < n; i++)
		sprintf(s + 2 * i, "%02x", ((const unsigned char *)p)[i]);
	return s;
}
#define IS(p, n, want) CHECK(strcmp(hex(p, n), want) == 0)
#define DATUM(s) { (void *)(s), sizeof(s) - 1 }

static void random_bytes(void)
{
	unsigned char a[64], b[64], zero[64] = { 0 };
	CHECK(gnutls_rnd(GNUTLS_RND_NONCE, a, 0) == 0);
	CHECK(gnutls_rnd(99, a, 8) == GNUTLS_E_RANDOM_FAILED);
	CHECK(gnutls_rnd(99, NULL, 0) == 0);
	for (int level = GNUTLS_RND_NONCE; level <= GNUTLS_RND_KEY; level++) {
		memset(a, 0, 64);
		CHECK(gnutls_rnd(level, a, 64) == 0);
		CHECK(memcmp(a, zero, 64) != 0);
		gnutls_rnd_refresh();
		CHECK(gnutls_rnd(level, b, 64) == 0);
		CHECK(memcmp(a, b, 64) != 0);
	}
	/* A forked child never continues its parent's random stream. */
	int fd[2];
	CHECK(pipe(fd) == 0);
	pid_t child = fork();
	if (child == 0) {
		gnutls_rnd(GNUTLS_RND_NONCE, a, 64);
		_exit(write(fd[1], a, 64) != 64);
	}
	CHECK(gnutls_rnd(GNUTLS_RND_NONCE, b, 64) == 0);
	CHECK(read(fd[0], a, 64) == 64);
	CHECK(memcmp(a, b, 64) != 0);
	int status = 1;
	waitpid(child, &status, 0);
	CHECK(status == 0);
}

static void hashes(void)
{
	unsigned char b[64];
	gnutls_hash_hd_t h, copy;
	CHECK(gnutls_hash_init(&h, GNUTLS_DIG_UNKNOWN) == GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_hash_init(&h, 9999) == GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_hash_init(&h, GNUTLS_DIG_NULL + 8999) == GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_hash_init(&h, GNUTLS_DIG_SHA256) == 0);
	CHECK(gnutls_hash(h, "ab", 2) == 0);
	copy = gnutls_hash_copy(h);
	CHECK(gnutls_hash(h, "c", 1) == 0);
	CHECK(gnutls_hash(h, NULL, 0) == 0);
	gnutls_hash_output(h, b);
	IS(b, 32, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
	gnutls_hash_output(h, b);
	IS(b, 32, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
	CHECK(gnutls_hash(copy, "c", 1) == 0);
	gnutls_hash_deinit(copy, b);
	IS(b, 32, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
	gnutls_hash_deinit(h, NULL);
	static const struct {
		gnutls_digest_algorithm_t id;
		unsigned len;
		const char *abc;
	} known[] = {
		{ GNUTLS_DIG_MD5, 16, "900150983cd24fb0d6963f7d28e17f72" },
		{ GNUTLS_DIG_SHA1, 20, "a9993e364706816aba3e25717850c26c9cd0d89d" },
		{ GNUTLS_DIG_SHA224, 28, "23097d223405d8228642a477bda255b32aadbce4bda0b3f7e36c9da7" },
		{ GNUTLS_DIG_SHA256, 32, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad" },
		{ GNUTLS_DIG_SHA3_224, 28, "e642824c3f8cf24ad09234ee7d3c766fc9a3a5168d0c94ad73b46fdf" },
	};
	for (size_t i = 0; i < sizeof(known) / sizeof(known[0]); i++) {
		CHECK(gnutls_hash_get_len(known[i].id) == known[i].len);
		CHECK(gnutls_hash_fast(known[i].id, "abc", 3, b) == 0);
		IS(b, known[i].len, known[i].abc);
	}
	/* The digest may be written to the buffer of the text. */
	memcpy(b, "abc", 3);
	CHECK(gnutls_hash_fast(GNUTLS_DIG_SHA256, b, 3, b) == 0);
	IS(b, 32, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
	CHECK(gnutls_hash_fast(9999, "abc", 3, b) == GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_hash_fast(GNUTLS_DIG_SHA256, NULL, 0, b) == 0);
	CHECK(gnutls_hash_get_len(9999) == 0);
}

static void macs(void)
{
	const char *want = "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843";
	unsigned char b[64];
	gnutls_hmac_hd_t h, copy;
	CHECK(gnutls_hmac_init(&h, GNUTLS_MAC_UNKNOWN, "k", 1) == GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_hmac_init(&h, 9999, "k", 1) == GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_hmac_init(&h, GNUTLS_MAC_AEAD, "k", 1) == GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_hmac_init(&h, GNUTLS_MAC_SHA256, NULL, 0) == 0);
	gnutls_hmac_deinit(h, NULL);
	CHECK(gnutls_hmac_init(&h, GNUTLS_MAC_SHA256, "Jefe", 4) == 0);
	for (int i = 0; i < 2; i++) {
		CHECK(gnutls_hmac(h, "what do ya want ", 16) == 0);
		copy = gnutls_hmac_copy(h);
		CHECK(gnutls_hmac(h, "for nothing?", 12) == 0);
		gnutls_hmac_output(h, b);
		IS(b, 32, want);
		CHECK(gnutls_hmac(copy, "for nothing?", 12) == 0);
		gnutls_hmac_output(copy, b);
		IS(b, 32, want);
		CHECK(gnutls_hmac(copy, "what do ya want for nothing?", 28) == 0);
		gnutls_hmac_deinit(copy, b);
		IS(b, 32, want);
	}
	/* Without an output buffer for the MAC nothing happens. */
	CHECK(gnutls_hmac(h, "what do ya want ", 16) == 0);
	gnutls_hmac_output(h, NULL);
	CHECK(gnutls_hmac(h, "for nothing?", 12) == 0);
	gnutls_hmac_deinit(h, b);
	IS(b, 32, want);
	CHECK(gnutls_hmac_fast(GNUTLS_MAC_MD5, "Jefe", 4, "what do ya want for nothing?", 28, b) == 0);
	IS(b, 16, "750c783e6ab0b503eaa86e310a5db738");
	CHECK(gnutls_hmac_fast(GNUTLS_MAC_SHA1, "Jefe", 4, "what do ya want for nothing?", 28, b) == 0);
	IS(b, 20, "effcdf6ae5eb2fa2d27416d5f184df9c259a7c79");
	memcpy(b, "Jefe", 4);
	CHECK(gnutls_hmac_fast(GNUTLS_MAC_MD5, b, 4, "what do ya want for nothing?", 28, b) == 0);
	IS(b, 16, "750c783e6ab0b503eaa86e310a5db738");
	memcpy(b, "what do ya want for nothing?", 28);
	CHECK(gnutls_hmac_fast(GNUTLS_MAC_SHA256, "Jefe", 4, b, 28, b) == 0);
	IS(b, 32, want);
	CHECK(gnutls_hmac_fast(GNUTLS_MAC_SHA256, NULL, 0, "abc", 3, b) == 0);
	CHECK(gnutls_hmac_fast(9999, "k", 1, "abc", 3, b) == GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_hmac_get_len(GNUTLS_MAC_SHA384) == 48);
	CHECK(gnutls_hmac_get_len(GNUTLS_MAC_UMAC_96) == 12);
	CHECK(gnutls_hmac_get_len(9999) == 0);
	CHECK(gnutls_hmac_get_key_size(GNUTLS_MAC_SHA1) == 20);
}

static void derivation(void)
{
	unsigned char out[9000];
	gnutls_datum_t ikm = DATUM("\x0b\x0b\x0b\x0b\x0b\x0b\x0b\x0b\x0b\x0b\x0b\x0b\x0b\x0b\x0b\x0b\x0b\x0b\x0b\x0b\x0b\x0b");
	gnutls_datum_t salt = DATUM("\x00\x01\x02\x03\x04\x05\x06\x07\x08\x09\x0a\x0b\x0c");
	gnutls_datum_t info = DATUM("\xf0\xf1\xf2\xf3\xf4\xf5\xf6\xf7\xf8\xf9");
	gnutls_datum_t prk = { out, 32 }, none = { NULL, 0 };
	CHECK(gnutls_hkdf_extract(GNUTLS_MAC_SHA256, &ikm, &salt, out) == 0);
	IS(out, 32, "077709362c2e32df0ddc3f0dc47bba6390b6c73bb50f9c3122ec844ad7c2b3e5");
	CHECK(gnutls_hkdf_expand(GNUTLS_MAC_SHA256, &prk, &info, out + 32, 42) == 0);
	IS(out + 32, 42, "3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865");
	CHECK(gnutls_hkdf_expand(GNUTLS_MAC_SHA256, &prk, &info, out, 42) == 0);
	IS(out, 42, "3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865");
	CHECK(gnutls_hkdf_expand(GNUTLS_MAC_SHA256, &ikm, &info, out, 255 * 32) == 0);
	CHECK(gnutls_hkdf_expand(GNUTLS_MAC_SHA256, &ikm, &info, out, 255 * 32 + 1) == GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_hkdf_expand(GNUTLS_MAC_SHA256, &ikm, &none, out, 0) == 0);
	CHECK(gnutls_hkdf_expand(9999, &ikm, &none, out, 1) == GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_hkdf_extract(0, &ikm, &salt, out) == GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_hkdf_extract(GNUTLS_MAC_AEAD, &ikm, &salt, out) == GNUTLS_E_INVALID_REQUEST);
	gnutls_datum_t key = DATUM("key");
	CHECK(gnutls_hkdf_extract(GNUTLS_MAC_SHA256, &key, &none, out) == 0);
	IS(out, 32, "052b9167e4d47b886511825838912377637c43117b0890911a0911e5ce93baf7");

	gnutls_datum_t password = DATUM("password"), s = DATUM("salt");
	CHECK(gnutls_pbkdf2(GNUTLS_MAC_SHA1, &password, &s, 2, out, 20) == 0);
	IS(out, 20, "ea6c014dc72d6f8ccd1ed92ace1d41f0d8de8957");
	CHECK(gnutls_pbkdf2(GNUTLS_MAC_SHA1, &key, &none, 2, out, 20) == 0);
	IS(out, 20, "7f6d1252aea87eb4e2cd9cdbe4e20bd7831c58f1");
	CHECK(gnutls_pbkdf2(9999, &password, &s, 1, out, 20) == GNUTLS_E_INVALID_REQUEST);

	/* Any MAC without a nonce can be used, with a key of its length. */
	gnutls_datum_t k = DATUM("\x01\x02\x03\x04\x05\x06\x07\x08\x09\x0a\x0b\x0c\x0d\x0e\x0f\x10");
	gnutls_datum_t v = DATUM("\x80\x81\x82\x83\x84\x85\x86\x87\x88\x89\x8a\x8b\x8c\x8d\x8e\x8f");
	CHECK(gnutls_hkdf_extract(GNUTLS_MAC_AES_CMAC_128, &k, &v, out) == 0);
	IS(out, 16, "e89c428b360b9d1e961c2294ed0e3d18");
	CHECK(gnutls_hkdf_expand(GNUTLS_MAC_AES_CMAC_128, &k, &v, out, 40) == 0);
	IS(out, 40, "343a2a8800cb59f836ba104cfa78321f37140fbc3201b3cf1a149c8c5cc86448f623430bc47b614e");
	CHECK(gnutls_hkdf_expand(GNUTLS_MAC_AES_CMAC_128, &k, &v, out, 255 * 16 + 1) == GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_pbkdf2(GNUTLS_MAC_AES_CMAC_128, &k, &v, 3, out, 20) == 0);
	IS(out, 20, "60e0f603da62cf0f16483b9700f179b35a6bdd54");
}

static const gnutls_datum_t k16 = DATUM("0123456789abcdef"), k24 = DATUM("0123456789abcdef01234567"),
			    k32 = DATUM("0123456789abcdef0123456789abcdef"), iv16 = DATUM("fedcba9876543210"),
			    iv12 = DATUM("fedcba987654"), iv8 = DATUM("fedcba98");

static void ciphers(void)
{
	unsigned char b[64], c[64];
	size_t n;
	gnutls_cipher_hd_t h;
	CHECK(gnutls_cipher_init(&h, GNUTLS_CIPHER_UNKNOWN, &k16, &iv16) == GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_cipher_init(&h, 9999, &k16, &iv16) == GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_cipher_init(&h, GNUTLS_CIPHER_NULL, &k16, &iv16) == GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_cipher_init(&h, GNUTLS_CIPHER_AES_128_CBC, &iv8, &iv16) == GNUTLS_E_INTERNAL_ERROR);
	CHECK(gnutls_cipher_init(&h, GNUTLS_CIPHER_AES_128_CBC, &k16, &iv12) == GNUTLS_E_INTERNAL_ERROR);

	CHECK(gnutls_cipher_init(&h, GNUTLS_CIPHER_AES_128_CBC, &k16, &iv16) == 0);
	memset(b, 1, 64);
	CHECK(gnutls_cipher_encrypt(h, b, 15) == GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_cipher_encrypt(h, b, 0) == 0);
	CHECK(gnutls_cipher_encrypt(h, b, 32) == 0);
	IS(b, 32, "714255c36ae7d032312c12cc17523f2508bf32c341158bed65a677d56ba84a2d");
	/* Decryption has its own chaining state, which is still the IV. */
	CHECK(gnutls_cipher_decrypt2(h, b, 16, c, 16) == 0);
	CHECK(gnutls_cipher_decrypt2(h, b + 16, 16, c + 16, 16) == 0);
	IS(c, 32, "0101010101010101010101010101010101010101010101010101010101010101");
	CHECK(gnutls_cipher_encrypt2(h, b, 32, c, 31) == GNUTLS_E_SHORT_MEMORY_BUFFER);
	CHECK(gnutls_cipher_encrypt2(h, b, 31, c, 32) == GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_cipher_decrypt(h, b, 31) == GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_cipher_decrypt2(h, b, 32, c, 31) == GNUTLS_E_SHORT_MEMORY_BUFFER);
	CHECK(gnutls_cipher_tag(h, b, 16) == GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_cipher_add_auth(h, "abc", 3) == GNUTLS_E_INVALID_REQUEST);

	memset(b, 1, 64);
	n = 10;
	CHECK(gnutls_cipher_encrypt3(h, b, 16, NULL, &n, GNUTLS_CIPHER_PADDING_PKCS7) == 0);
	CHECK(n == 32);
	n = 31;
	CHECK(gnutls_cipher_encrypt3(h, b, 16, c, &n, GNUTLS_CIPHER_PADDING_PKCS7) == GNUTLS_E_SHORT_MEMORY_BUFFER);
	CHECK(n == 31);
	n = 32;
	gnutls_cipher_set_iv(h, iv16.data, 16);
	CHECK(gnutls_cipher_encrypt3(h, b, 16, c, &n, GNUTLS_CIPHER_PADDING_PKCS7) == 0);
	CHECK(n == 32);
	IS(c, 32, "714255c36ae7d032312c12cc17523f255cc2fb2010fb8fd34bf9d8b231c7cddc");
	gnutls_cipher_set_iv(h, iv16.data, 16);
	n = 32;
	CHECK(gnutls_cipher_decrypt3(h, c, 32, b, &n, GNUTLS_CIPHER_PADDING_PKCS7) == 0);
	CHECK(n == 16);
	n = 15;
	CHECK(gnutls_cipher_decrypt3(h, c, 32, b, &n, GNUTLS_CIPHER_PADDING_PKCS7) == GNUTLS_E_SHORT_MEMORY_BUFFER);
	CHECK(n == 15);
	n = 64;
	CHECK(gnutls_cipher_encrypt3(h, b, 15, c, &n, 0) == GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_cipher_encrypt3(h, b, 0, c, &n, GNUTLS_CIPHER_PADDING_PKCS7) == 0);
	CHECK(n == 16);
	n = 64;
	CHECK(gnutls_cipher_encrypt3(h, b, 17, c, &n, GNUTLS_CIPHER_PADDING_PKCS7) == 0);
	CHECK(n == 32);
	n = 64;
	CHECK(gnutls_cipher_encrypt3(h, b, 16, c, &n, 0) == 0);
	CHECK(n == 16);
	gnutls_cipher_deinit(h);

	/* Derived from the ciphers' specifications with a key and a text of zeros. */
	unsigned char zero[32] = { 0 };
	static const struct {
		gnutls_cipher_algorithm_t id;
		unsigned key, iv;
		const char *first;
	} known[] = {
		{ GNUTLS_CIPHER_AES_128_CBC, 16, 16, "66e94bd4ef8a2c3b884cfa59ca342b2e" },
		{ GNUTLS_CIPHER_AES_192_CBC, 24, 16, "aae06992acbf52a3e8f4a96ec9300bd7" },
		{ GNUTLS_CIPHER_AES_256_CBC, 32, 16, "dc95c078a2408989ad48a21492842087" },
		{ GNUTLS_CIPHER_AES_128_GCM, 16, 12, "0388dace60b6a392f328c2b971b2fe78" },
		{ GNUTLS_CIPHER_AES_256_GCM, 32, 12, "cea7403d4d606b6e074ec5d3baf39d18" },
	};
	for (size_t i = 0; i < sizeof(known) / sizeof(known[0]); i++) {
		gnutls_datum_t key = { zero, known[i].key }, iv = { zero, known[i].iv };
		CHECK(gnutls_cipher_init(&h, known[i].id, &key, &iv) == 0);
		CHECK(gnutls_cipher_encrypt2(h, zero, 16, c, 16) == 0);
		IS(c, 16, known[i].first);
		gnutls_cipher_deinit(h);
	}
}

static void gcm_in_pieces(void)
{
	unsigned char b[64], c[64];
	gnutls_cipher_hd_t h;
	CHECK(gnutls_cipher_init(&h, GNUTLS_CIPHER_AES_128_GCM, &k16, &iv16) == GNUTLS_E_INTERNAL_ERROR);
	CHECK(gnutls_cipher_init(&h, GNUTLS_CIPHER_AES_128_GCM, &k16, &iv8) == GNUTLS_E_INTERNAL_ERROR);
	CHECK(gnutls_cipher_init(&h, GNUTLS_CIPHER_AES_128_GCM, &k16, &iv12) == 0);
	CHECK(gnutls_cipher_add_auth(h, "abc", 3) == 0);
	CHECK(gnutls_cipher_add_auth(h, "abc", 3) == GNUTLS_E_INVALID_REQUEST);
	memset(b, 1, 64);
	CHECK(gnutls_cipher_encrypt(h, b, 16) == 0);
	CHECK(gnutls_cipher_encrypt(h, b + 16, 5) == 0);
	IS(b, 21, "4f12e3cc3fce09064d920e65eea6b5d2fabd72c23c");
	CHECK(gnutls_cipher_tag(h, c, 16) == 0);
	IS(c, 16, "5902ae4854b35fa8cc7829eced3afd98");
	CHECK(gnutls_cipher_encrypt(h, b, 16) == GNUTLS_E_INVALID_REQUEST);
	gnutls_cipher_set_iv(h, iv12.data, 12);
	CHECK(gnutls_cipher_add_auth(h, "abc", 3) == 0);
	CHECK(gnutls_cipher_decrypt2(h, b, 21, c, 21) == 0);
	IS(c, 21, "010101010101010101010101010101010101010101");
	CHECK(gnutls_cipher_tag(h, c, 8) == 0);
	IS(c, 8, "5902ae4854b35fa8");
	gnutls_cipher_deinit(h);
}

static void aeads(void)
{
	static const struct {
		gnutls_cipher_algorithm_t id;
		const gnutls_datum_t *key;
		const char *sealed;
	} known[] = {
		{ GNUTLS_CIPHER_AES_128_GCM, &k16,
		  "4f12e3cc3fce09064d920e65eea6b5d2fabd72c25fdfd215775c44d0d4ac82df8476ae24" },
		{ GNUTLS_CIPHER_CHACHA20_POLY1305, &k32,
		  "7990045de7b2c3aee8d9a2feed3c82ccb45545a582e57adc32442e6ab1587b786894aa27" },
	};
	unsigned char b[64], c[64], d[64], tag[16];
	size_t n, m;
	gnutls_aead_cipher_hd_t a;
	CHECK(gnutls_aead_cipher_init(&a, 0, &k16) == GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_aead_cipher_init(&a, 9999, &k16) == GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_aead_cipher_init(&a, GNUTLS_CIPHER_AES_128_CBC, &k16) == GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_aead_cipher_init(&a, GNUTLS_CIPHER_AES_128_GCM, &iv8) == GNUTLS_E_INTERNAL_ERROR);
	for (size_t i = 0; i < sizeof(known) / sizeof(known[0]); i++) {
		CHECK(gnutls_aead_cipher_init(&a, known[i].id, known[i].key) == 0);
		memset(b, 1, 64);
#define ENCRYPT(tagsize, out, len) \
	gnutls_aead_cipher_encrypt(a, iv12.data, 12, "aad", 3, tagsize, b, 20, out, len)
#define DECRYPT(aad, tagsize, in, inlen, out, len) \
	gnutls_aead_cipher_decrypt(a, iv12.data, 12, aad, 3, tagsize, in, inlen, out, len)
		for (size_t t = 1; t <= 16; t++) {
			n = 64;
			CHECK(ENCRYPT(t, c, &n) == 0 && n == 20 + t);
			CHECK(strncmp(hex(c, n), known[i].sealed, 2 * n) == 0);
			m = 64;
			CHECK(DECRYPT("aad", t, c, n, d, &m) == 0 && m == 20);
			CHECK(memcmp(d, b, 20) == 0);
			c[20] ^= 1;
			CHECK(DECRYPT("aad", t, c, n, d, &m) == GNUTLS_E_DECRYPTION_FAILED);
		}
		n = 64;
		CHECK(ENCRYPT(17, c, &n) == GNUTLS_E_INVALID_REQUEST);
		n = 35;
		CHECK(ENCRYPT(0, c, &n) == GNUTLS_E_SHORT_MEMORY_BUFFER && n == 35);
		n = 0;
		CHECK(ENCRYPT(0, NULL, &n) == GNUTLS_E_SHORT_MEMORY_BUFFER);
		n = 64;
		CHECK(ENCRYPT(0, c, &n) == 0 && n == 36);
		m = 19;
		CHECK(DECRYPT("aad", 0, c, n, d, &m) == GNUTLS_E_SHORT_MEMORY_BUFFER && m == 19);
		m = 64;
		CHECK(DECRYPT("aaD", 0, c, n, d, &m) == GNUTLS_E_DECRYPTION_FAILED && m == 64);
		CHECK(DECRYPT("aad", 0, c, 15, d, &m) == GNUTLS_E_DECRYPTION_FAILED);
		CHECK(DECRYPT("aad", 17, c, n, d, &m) == GNUTLS_E_INVALID_REQUEST);

		giovec_t auth[2] = { { (void *)"a", 1 }, { (void *)"ad", 2 } }, iov[2] = { { b, 7 }, { b + 7, 13 } };
		n = 64;
		CHECK(gnutls_aead_cipher_encryptv(a, iv12.data, 12, auth, 2, 0, iov, 2, c, &n) == 0 && n == 36);
		IS(c, 36, known[i].sealed);
		n = 64;
		CHECK(gnutls_aead_cipher_encryptv2(a, iv12.data, 12, auth, 2, iov, 2, tag, &n) == GNUTLS_E_INVALID_REQUEST);
		n = 0;
		CHECK(gnutls_aead_cipher_encryptv2(a, iv12.data, 12, auth, 2, iov, 2, tag, &n) == 0 && n == 16);
		CHECK(memcmp(b, c, 20) == 0 && memcmp(tag, c + 20, 16) == 0);
		CHECK(gnutls_aead_cipher_decryptv2(a, iv12.data, 12, auth, 2, iov, 2, tag, 16) == 0);
		IS(b, 20, "0101010101010101010101010101010101010101");
		CHECK(gnutls_aead_cipher_decryptv2(a, iv12.data, 12, auth, 2, iov, 2, tag, 17) == GNUTLS_E_INVALID_REQUEST);
		tag[0] ^= 1;
		CHECK(gnutls_aead_cipher_decryptv2(a, iv12.data, 12, auth, 2, iov, 2, tag, 16) == GNUTLS_E_DECRYPTION_FAILED);
		CHECK(gnutls_aead_cipher_set_key(a, &iv8) == GNUTLS_E_INVALID_REQUEST);
		CHECK(gnutls_aead_cipher_set_key(a, known[i].key) == 0);
		gnutls_aead_cipher_deinit(a);
	}
}

static void signature_values(void)
{
	gnutls_datum_t r = DATUM("\x80\x01"), s = { (void *)"\x00\x7f", 2 }, none = { (void *)"", 0 }, sig, r2, s2;
	CHECK(gnutls_encode_rs_value(&sig, &r, &s) == 0);
	IS(sig.data, sig.size, "3008020300800102017f");
	CHECK(gnutls_decode_rs_value(&sig, &r2, &s2) == 0);
	IS(r2.data, r2.size, "008001");
	IS(s2.data, s2.size, "7f");
	gnutls_free(r2.data);
	gnutls_free(s2.data);
	sig.size--;
	CHECK(gnutls_decode_rs_value(&sig, &r2, &s2) == GNUTLS_E_ASN1_DER_ERROR);
	sig.size++;
	sig.data[0] = 0x31;
	CHECK(gnutls_decode_rs_value(&sig, &r2, &s2) == GNUTLS_E_ASN1_TAG_ERROR);
	gnutls_free(sig.data);
	CHECK(gnutls_encode_rs_value(&sig, &none, &s) == GNUTLS_E_ASN1_VALUE_NOT_VALID);

	gnutls_datum_t info;
	unsigned char out[32];
	unsigned size = 31;
	gnutls_digest_algorithm_t hash = 0;
	CHECK(gnutls_encode_ber_digest_info(GNUTLS_DIG_SHA256, &k32, &info) == 0);
	CHECK(strncmp(hex(info.data, info.size), "3031300d060960864801650304020105000420", 38) == 0);
	CHECK(gnutls_decode_ber_digest_info(&info, &hash, out, &size) == GNUTLS_E_SHORT_MEMORY_BUFFER && size == 32);
	CHECK(gnutls_decode_ber_digest_info(&info, &hash, out, &size) == 0 && size == 32);
	CHECK(hash == GNUTLS_DIG_SHA256 && memcmp(out, k32.data, 32) == 0);
	/* The algorithm is returned even if the digest's buffer is too small or missing. */
	hash = 0;
	size = 31;
	CHECK(gnutls_decode_ber_digest_info(&info, &hash, out, &size) == GNUTLS_E_SHORT_MEMORY_BUFFER);
	CHECK(hash == GNUTLS_DIG_SHA256 && size == 32);
	hash = 0;
	CHECK(gnutls_decode_ber_digest_info(&info, &hash, NULL, &size) == 0 && hash == GNUTLS_DIG_SHA256 && size == 32);
	info.data[14] ^= 0x40;
	CHECK(gnutls_decode_ber_digest_info(&info, &hash, out, &size) == GNUTLS_E_UNKNOWN_HASH_ALGORITHM);
	CHECK(hash == GNUTLS_DIG_UNKNOWN && size == 32);
	info.data[14] ^= 0x40;
	info.size--;
	CHECK(gnutls_decode_ber_digest_info(&info, &hash, out, &size) == GNUTLS_E_ASN1_DER_ERROR);
	gnutls_free(info.data);
	CHECK(gnutls_encode_ber_digest_info(9999, &k32, &info) == GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_encode_ber_digest_info(GNUTLS_DIG_SHA256, &none, &info) == GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_encode_ber_digest_info(GNUTLS_DIG_MD5_SHA1, &k32, &info) == GNUTLS_E_UNKNOWN_PK_ALGORITHM);
}

int main(void)
{
	CHECK(gnutls_global_init() >= 0);
	random_bytes();
	hashes();
	macs();
	derivation();
	ciphers();
	gcm_in_pieces();
	aeads();
	signature_values();
	(void)k24;
	return check_result();
}
