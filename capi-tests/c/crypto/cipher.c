/* Every cipher, AEAD and MAC of crypto.h: known answers, processing in pieces and in place, and invalid lengths.
 * Keys are the bytes 1, 2, 3, ..., IVs and nonces 80, 81, ..., texts 0, 1, 2, ... (for MACs 0, 7, 14, ...). */
#define _GNU_SOURCE
#include <gnutls/crypto.h>
#include <gnutls/gnutls.h>
#include <dlfcn.h>
#include <string.h>
#include <sys/mman.h>

#include "check.h"
#include "cipher_answers.h"

static unsigned char keys[256], ivs[64], text[8000], out[8000];

static int is(const void *p, const char *want)
{
	size_t n = strlen(want) / 2;
	const unsigned char *b = p;
	for (size_t i = 0; i < n; i++) {
		char two[3];
		sprintf(two, "%02x", b[i]);
		if (memcmp(two, want + 2 * i, 2) != 0)
			return 0;
	}
	return 1;
}

static gnutls_datum_t key_of(gnutls_cipher_algorithm_t id)
{
	return (gnutls_datum_t){ keys, gnutls_cipher_get_key_size(id) };
}

static void known_ciphers(void)
{
	for (size_t i = 0; i < sizeof ciphers / sizeof *ciphers; i++) {
		const struct one_cipher *c = &ciphers[i];
		gnutls_datum_t key = key_of(c->id), iv = { ivs, gnutls_cipher_get_iv_size(c->id) };
		unsigned char tag[16];
		gnutls_cipher_hd_t h;
		CHECK(gnutls_cipher_init(&h, c->id, &key, &iv) == 0);
		/* One piece, in place. */
		memcpy(out, text, 64);
		CHECK((gnutls_cipher_add_auth(h, keys, 20) == 0) == (c->tag != NULL));
		CHECK(gnutls_cipher_encrypt(h, out, 64) == 0);
		if (!is(out, c->text))
			fprintf(stderr, "%s\n", gnutls_cipher_get_name(c->id));
		CHECK(is(out, c->text));
		CHECK((gnutls_cipher_tag(h, tag, 16) == 0) == (c->tag != NULL));
		CHECK(c->tag == NULL || is(tag, c->tag));
		gnutls_cipher_deinit(h);
		/* Pieces, from one buffer to another; with XTS each piece is a unit. */
		int units = c->id == GNUTLS_CIPHER_AES_128_XTS || c->id == GNUTLS_CIPHER_AES_256_XTS;
		int whole = gnutls_cipher_get_block_size(c->id) == 64 || units;
		size_t first = whole ? 64 : 32;
		CHECK(gnutls_cipher_init(&h, c->id, &key, &iv) == 0);
		memset(out, 0, 128);
		if (c->tag)
			CHECK(gnutls_cipher_add_auth(h, keys, 16) == 0 && gnutls_cipher_add_auth(h, keys + 16, 4) == 0);
		CHECK(gnutls_cipher_encrypt2(h, text, first, out, 64) == 0);
		if (!whole)
			CHECK(gnutls_cipher_encrypt2(h, text + first, 64 - first, out + first, 64 - first) == 0);
		CHECK(is(out, c->text));
		gnutls_cipher_deinit(h);
		/* And back. */
		CHECK(gnutls_cipher_init(&h, c->id, &key, &iv) == 0);
		if (c->tag)
			CHECK(gnutls_cipher_add_auth(h, keys, 20) == 0);
		CHECK(gnutls_cipher_decrypt2(h, out, 64, out + 64, 64) == 0);
		CHECK(memcmp(out + 64, text, 64) == 0);
		if (c->tag) {
			CHECK(gnutls_cipher_tag(h, tag, 16) == 0);
			CHECK(is(tag, c->tag));
		}
		if (c->id != GNUTLS_CIPHER_ARCFOUR_128) {
			gnutls_cipher_set_iv(h, ivs, iv.size);
			if (c->tag)
				CHECK(gnutls_cipher_add_auth(h, keys, 20) == 0);
			CHECK(gnutls_cipher_decrypt(h, out, 64) == 0);
			CHECK(memcmp(out, text, 64) == 0);
		}
		gnutls_cipher_deinit(h);
		/* Keys of another length. */
		if (c->id != GNUTLS_CIPHER_ARCFOUR_128) {
			key.size--;
			CHECK(gnutls_cipher_init(&h, c->id, &key, &iv) < 0);
			key.size += 2;
			CHECK(gnutls_cipher_init(&h, c->id, &key, &iv) < 0);
		}
	}
	gnutls_datum_t key = { keys, 16 }, iv = { ivs, 12 };
	gnutls_cipher_hd_t h;
	CHECK(gnutls_cipher_init(&h, GNUTLS_CIPHER_NULL, &key, &iv) == GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_cipher_init(&h, GNUTLS_CIPHER_UNKNOWN, &key, &iv) == GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_cipher_init(&h, GNUTLS_CIPHER_AES_128_CCM, &key, &iv) == GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_cipher_init(&h, GNUTLS_CIPHER_ARCFOUR_40, &key, &iv) == GNUTLS_E_INVALID_REQUEST);
}

/* Ciphertext stealing: lengths that are not a multiple of the block size. */
static void xts_units(void)
{
	gnutls_datum_t key = { keys, 32 }, iv = { ivs, 16 };
	gnutls_cipher_hd_t h;
	CHECK(gnutls_cipher_init(&h, GNUTLS_CIPHER_AES_128_XTS, &key, &iv) == 0);
	CHECK(gnutls_cipher_encrypt2(h, text, 15, out, 15) < 0);
	for (size_t n = 16; n < 1100; n += 37) {
		CHECK(gnutls_cipher_encrypt2(h, text, n, out, n) == 0);
		CHECK(memcmp(out, text, n) != 0);
		CHECK(gnutls_cipher_decrypt(h, out, n) == 0);
		CHECK(memcmp(out, text, n) == 0);
	}
	memset(out, 0, 20);
	CHECK(gnutls_cipher_encrypt(h, out, 20) == 0);
	CHECK(is(out, "371b62ea0de979c642af803ea18454b4eadbb74b"));
	gnutls_cipher_deinit(h);
}

static void known_aeads(void)
{
	for (size_t i = 0; i < sizeof aeads / sizeof *aeads; i++) {
		const struct one_aead *c = &aeads[i];
		/* GnuTLS 3.7 supports SIV neither in place nor scattered, and scattered text only with the usual
		 * nonce. */
		int usual = c->nonce == gnutls_cipher_get_iv_size(c->id);
		int siv = strstr(gnutls_cipher_get_name(c->id), "SIV") != NULL;
		gnutls_datum_t key = key_of(c->id);
		size_t tag = gnutls_cipher_get_tag_size(c->id), n = 100, m = 100, total = 37 + tag;
		unsigned char plain[100], mark[16];
		gnutls_aead_cipher_hd_t h;
		CHECK(gnutls_aead_cipher_init(&h, c->id, &key) == 0);
		CHECK(gnutls_aead_cipher_encrypt(h, ivs, c->nonce, keys, 20, 0, text, 37, out, &n) == 0);
		if (!is(out, c->sealed))
			fprintf(stderr, "%s %u\n", gnutls_cipher_get_name(c->id), c->nonce);
		CHECK(n == total && is(out, c->sealed));
		CHECK(gnutls_aead_cipher_decrypt(h, ivs, c->nonce, keys, 20, tag, out, n, plain, &m) == 0);
		CHECK(m == 37 && memcmp(plain, text, 37) == 0);
		/* In place. */
		memcpy(out + 200, text, 37);
		n = 100;
		if (!siv) {
		CHECK(gnutls_aead_cipher_encrypt(h, ivs, c->nonce, keys, 20, tag, out + 200, 37, out + 200, &n) == 0);
		CHECK(n == total && is(out + 200, c->sealed));
		m = 37;
		CHECK(gnutls_aead_cipher_decrypt(h, ivs, c->nonce, keys, 20, tag, out + 200, n, out + 200, &m) == 0);
		CHECK(m == 37 && memcmp(out + 200, text, 37) == 0);
		}
		/* The plaintext may be written to the buffer of the additional data. */
		memcpy(plain + 20, keys, 20);
		m = 80;
		if (!siv) {
		CHECK(gnutls_aead_cipher_decrypt(h, ivs, c->nonce, plain + 20, 20, tag, out, total, plain, &m) == 0);
		CHECK(m == 37 && memcmp(plain, text, 37) == 0);
		}
		/* Scattered. */
		giovec_t aad[2] = { { keys, 16 }, { keys + 16, 4 } };
		giovec_t parts[3] = { { text, 20 }, { text + 20, 16 }, { text + 36, 1 } };
		n = 100;
		if (usual) {
			CHECK(gnutls_aead_cipher_encryptv(h, ivs, c->nonce, aad, 2, tag, parts, 3, out + 200, &n) == 0);
			CHECK(n == total && is(out + 200, c->sealed));
		}
		memcpy(plain, text, 37);
		giovec_t own[2] = { { plain, 10 }, { plain + 10, 27 } };
		size_t mark_size = tag;
		if (!siv && usual) {
			CHECK(gnutls_aead_cipher_encryptv2(h, ivs, c->nonce, aad, 2, own, 2, mark, &mark_size) == 0);
			CHECK(mark_size == tag && memcmp(mark, out + 37, tag) == 0);
			CHECK(memcmp(plain, out, 37) == 0);
			CHECK(gnutls_aead_cipher_decryptv2(h, ivs, c->nonce, aad, 2, own, 2, mark, tag) == 0);
			CHECK(memcmp(plain, text, 37) == 0);
			CHECK(gnutls_aead_cipher_decryptv2(h, ivs, c->nonce, aad, 2, own, 2, mark, tag) ==
			      GNUTLS_E_DECRYPTION_FAILED);
		}
		/* Only the unchanged message is accepted. */
		for (size_t bad = 0; bad < total; bad += 9) {
			out[bad] ^= 4;
			m = 100;
			CHECK(gnutls_aead_cipher_decrypt(h, ivs, c->nonce, keys, 20, tag, out, total, plain, &m) ==
			      GNUTLS_E_DECRYPTION_FAILED);
			out[bad] ^= 4;
		}
		CHECK(gnutls_aead_cipher_decrypt(h, ivs, c->nonce, keys, 19, tag, out, total, plain, &m) ==
		      GNUTLS_E_DECRYPTION_FAILED);
		m = 100;
		CHECK(gnutls_aead_cipher_decrypt(h, ivs, c->nonce, keys, 20, tag, out, tag - 1, plain, &m) ==
		      GNUTLS_E_DECRYPTION_FAILED);
		/* Capacity and lengths. */
		n = total - 1;
		CHECK(gnutls_aead_cipher_encrypt(h, ivs, c->nonce, keys, 20, tag, text, 37, out, &n) ==
		      GNUTLS_E_SHORT_MEMORY_BUFFER);
		CHECK(n == total - 1);
		m = 36;
		CHECK(gnutls_aead_cipher_decrypt(h, ivs, c->nonce, keys, 20, tag, out, total, plain, &m) ==
		      GNUTLS_E_SHORT_MEMORY_BUFFER);
		n = 100;
		CHECK(gnutls_aead_cipher_encrypt(h, ivs, c->nonce, keys, 20, tag + 1, text, 37, out, &n) ==
		      GNUTLS_E_INVALID_REQUEST);
		/* Keys. */
		key.data++;
		CHECK(gnutls_aead_cipher_set_key(h, &key) == 0);
		n = 100;
		CHECK(gnutls_aead_cipher_encrypt(h, ivs, c->nonce, keys, 20, tag, text, 37, out, &n) == 0);
		CHECK(!is(out, c->sealed));
		gnutls_aead_cipher_deinit(h);
	}
	gnutls_datum_t key = { keys, 16 };
	gnutls_aead_cipher_hd_t h;
	CHECK(gnutls_aead_cipher_init(&h, GNUTLS_CIPHER_AES_128_CBC, &key) == GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_aead_cipher_init(&h, GNUTLS_CIPHER_UNKNOWN, &key) == GNUTLS_E_INVALID_REQUEST);
}

static void known_macs(void)
{
	for (size_t i = 0; i < 8000; i++)
		text[i] = i * 7;
	for (size_t i = 0; i < sizeof macs / sizeof *macs; i++) {
		const struct one_mac *c = &macs[i];
		size_t key = gnutls_hmac_get_key_size(c->id), size = gnutls_hmac_get_len(c->id);
		gnutls_hmac_hd_t h, copy;
		CHECK((gnutls_mac_get_nonce_size(c->id) > 0) == (c->nonce > 0));
		CHECK(strlen(c->small) == 2 * size);
		CHECK(gnutls_hmac_init(&h, c->id, keys, key) == 0);
		if (c->nonce)
			gnutls_hmac_set_nonce(h, ivs, c->nonce);
		CHECK(gnutls_hmac(h, text, 64) == 0);
		copy = gnutls_hmac_copy(h);
		CHECK(copy != NULL && gnutls_hmac(h, text + 64, 3) == 0);
		gnutls_hmac_output(h, out);
		if (!is(out, c->small))
			fprintf(stderr, "%s %u\n", gnutls_mac_get_name(c->id), c->nonce);
		CHECK(is(out, c->small));
		/* GnuTLS does not reset the byte count of a GOST 28147 MAC between messages. */
		if (c->id == GNUTLS_MAC_GOST28147_TC26Z_IMIT) {
			gnutls_hmac_deinit(h, NULL);
			CHECK(gnutls_hmac_init(&h, c->id, keys, key) == 0);
		}
		if (c->nonce)
			gnutls_hmac_set_nonce(h, ivs, c->nonce);
		CHECK(gnutls_hmac(h, text, 64) == 0 && gnutls_hmac(h, text + 64, 5003 - 64) == 0);
		memset(out, 0, 64);
		gnutls_hmac_deinit(h, out);
		if (!is(out, c->large))
			fprintf(stderr, "%s %u\n", gnutls_mac_get_name(c->id), c->nonce);
		CHECK(is(out, c->large));
		memset(out, 0, 64);
		CHECK(gnutls_hmac(copy, text + 64, 3) == 0);
		gnutls_hmac_deinit(copy, out);
		CHECK(is(out, c->small));
		memset(out, 0, 64);
		CHECK(gnutls_hmac_fast(c->id, keys, key, text, 67, out) == (c->nonce ? GNUTLS_E_INVALID_REQUEST : 0));
		CHECK(c->nonce || is(out, c->small));
	}
	gnutls_hmac_hd_t h;
	CHECK(gnutls_hmac_init(&h, GNUTLS_MAC_AEAD, keys, 16) == GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_hmac_init(&h, GNUTLS_MAC_MD2, keys, 16) == GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_hmac_init(&h, GNUTLS_MAC_UNKNOWN, keys, 16) == GNUTLS_E_INVALID_REQUEST);
	/* A UMAC's nonce is incremented after each message. */
	unsigned char again[12];
	CHECK(gnutls_hmac_init(&h, GNUTLS_MAC_UMAC_96, keys, 16) == 0);
	gnutls_hmac_set_nonce(h, ivs, 8);
	gnutls_hmac_output(h, out);
	CHECK(gnutls_hmac(h, text, 9) == 0);
	gnutls_hmac_output(h, out);
	unsigned char next[8];
	memcpy(next, ivs, 8);
	next[7]++;
	gnutls_hmac_set_nonce(h, next, 8);
	CHECK(gnutls_hmac(h, text, 9) == 0);
	gnutls_hmac_deinit(h, again);
	CHECK(memcmp(out, again, 12) == 0);
}

/* More bytes in one call than 32 bits, or a signed int, can count: zeros that use no memory. */
static void large_pieces(void)
{
	size_t n = ((size_t)1 << 31) + 32;
	unsigned char mac[16];
	gnutls_hmac_hd_t h;
	void *zeros = mmap(NULL, n, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
	if (sizeof n < 8 || zeros == MAP_FAILED)
		return;
	CHECK(gnutls_hmac_init(&h, GNUTLS_MAC_AES_GMAC_128, keys, 16) == 0);
	gnutls_hmac_set_nonce(h, ivs, 12);
	CHECK(gnutls_hmac(h, zeros, n) == 0);
	gnutls_hmac_deinit(h, mac);
	CHECK(is(mac, "4945f6b731ec3c3a2e13807b4eef4793"));
	munmap(zeros, n);
}

/* Keys of ARCFOUR have any length; both directions share its key stream (RFC 6229). */
static void arcfour(void)
{
	static const struct {
		unsigned len;
		const char *stream;
	} known[] = {
		{ 5, "b2396305f03dc027ccc3524a0a1118a86982944f18fc82d589c403a47a0d0919" },
		{ 7, "293f02d47f37c9b633f2af5285feb46be620f1390d19bd84e2e0fd752031afc1" },
		{ 16, "9ac7cc9a609d1ef7b2932899cde41b975248c4959014126a6e8a84f11d1a9e1c" },
		{ 32, "eaa6bd25880bf93d3f5d1e4ca2611d91cfa45c9f7e714b54bdfa80027cb14380" },
	};
	gnutls_cipher_hd_t h;
	for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
		gnutls_datum_t key = { keys, known[i].len }, none = { NULL, 0 };
		CHECK(gnutls_cipher_init(&h, GNUTLS_CIPHER_ARCFOUR_128, &key, i & 1 ? NULL : &none) == 0);
		memset(out, 0, 64);
		CHECK(gnutls_cipher_encrypt(h, out, 16) == 0);
		gnutls_cipher_set_iv(h, ivs, 0);
		CHECK(gnutls_cipher_decrypt(h, out + 16, 16) == 0);
		CHECK(is(out, known[i].stream));
		gnutls_cipher_deinit(h);
	}
}

/* IVs that are empty or too long, pieces at the wrong time, and capacities that are too small. */
static void odd_calls(void)
{
	gnutls_datum_t key = { keys, 16 }, long_key = { keys, 32 }, iv = { ivs, 16 }, none = { ivs, 0 };
	unsigned char one[64], two[64];
	size_t n;
	gnutls_cipher_hd_t h;
	CHECK(gnutls_cipher_init(&h, GNUTLS_CIPHER_AES_128_CBC, &key, &none) == GNUTLS_E_INTERNAL_ERROR);
	CHECK(gnutls_cipher_init(&h, GNUTLS_CIPHER_AES_128_GCM, &key, &none) == GNUTLS_E_INTERNAL_ERROR);
	CHECK(gnutls_cipher_init(&h, GNUTLS_CIPHER_SALSA20_256, &long_key, &none) == GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_cipher_init(&h, GNUTLS_CIPHER_CAMELLIA_128_GCM, &key, &iv) == GNUTLS_E_INVALID_REQUEST);

	/* The capacity is checked before the length of the text; a query of the length has no capacity. */
	CHECK(gnutls_cipher_init(&h, GNUTLS_CIPHER_AES_128_CBC, &key, &iv) == 0);
	CHECK(gnutls_cipher_encrypt2(h, text, 31, out, 30) == GNUTLS_E_SHORT_MEMORY_BUFFER);
	CHECK(gnutls_cipher_decrypt2(h, text, 31, out, 30) == GNUTLS_E_SHORT_MEMORY_BUFFER);
	n = 0;
	CHECK(gnutls_cipher_encrypt3(h, text, 17, NULL, &n, 0) == 0 && n == 17);
	n = 16;
	CHECK(gnutls_cipher_encrypt3(h, text, 17, out, &n, 0) == GNUTLS_E_SHORT_MEMORY_BUFFER && n == 16);
	n = 99;
	CHECK(gnutls_cipher_decrypt3(h, text, 17, NULL, &n, 0) == GNUTLS_E_INVALID_REQUEST && n == 99);
	gnutls_cipher_deinit(h);

	/* CFB8 accepts any length, and pads nevertheless. */
	CHECK(gnutls_cipher_init(&h, GNUTLS_CIPHER_AES_128_CFB8, &key, &iv) == 0);
	for (size_t len = 0; len < 40; len++) {
		n = sizeof one;
		gnutls_cipher_set_iv(h, ivs, 16);
		CHECK(gnutls_cipher_encrypt3(h, text, len, one, &n, GNUTLS_CIPHER_PADDING_PKCS7) == 0);
		CHECK(n == len / 16 * 16 + 16);
		gnutls_cipher_set_iv(h, ivs, 16);
		CHECK(gnutls_cipher_decrypt3(h, one, n, two, &n, GNUTLS_CIPHER_PADDING_PKCS7) == 0);
		CHECK(n == len && memcmp(two, text, len) == 0);
	}
	gnutls_cipher_set_iv(h, ivs, 16);
	n = 16;
	CHECK(gnutls_cipher_encrypt2(h, text, 16, one, 16) == 0);
	gnutls_cipher_set_iv(h, ivs, 16);
	CHECK(gnutls_cipher_decrypt3(h, one, 16, two, &n, GNUTLS_CIPHER_PADDING_PKCS7) == GNUTLS_E_DECRYPTION_FAILED);
	gnutls_cipher_deinit(h);

	/* A GCM message has one key stream, however it is split into pieces. */
	iv.size = 12;
	CHECK(gnutls_cipher_init(&h, GNUTLS_CIPHER_AES_128_GCM, &key, &iv) == 0);
	memset(one, 0, 64);
	CHECK(gnutls_cipher_encrypt(h, one, 64) == 0);
	gnutls_cipher_set_iv(h, ivs, 12);
	memset(two, 0, 64);
	CHECK(gnutls_cipher_encrypt(h, two, 16) == 0 && gnutls_cipher_decrypt(h, two + 16, 16) == 0);
	CHECK(gnutls_cipher_encrypt(h, two + 32, 16) == 0 && gnutls_cipher_decrypt(h, two + 48, 5) == 0);
	CHECK(memcmp(one, two, 53) == 0);
	/* A refused operation leaves no plaintext in the buffer. */
	memset(one, 0x5a, 64);
	memset(two, 0x5a, 64);
	CHECK(gnutls_cipher_encrypt2(h, text, 16, one, 16) == GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_cipher_decrypt2(h, text, 16, one, 16) == GNUTLS_E_INVALID_REQUEST);
	n = 16;
	CHECK(gnutls_cipher_encrypt3(h, text, 16, one, &n, 0) == GNUTLS_E_INVALID_REQUEST);
	gnutls_cipher_deinit(h);
	iv.size = 16;
	CHECK(gnutls_cipher_init(&h, GNUTLS_CIPHER_AES_128_XTS, &long_key, &iv) == 0);
	CHECK(gnutls_cipher_encrypt2(h, text, 15, one, 15) == GNUTLS_E_INVALID_REQUEST);
	gnutls_cipher_deinit(h);
	CHECK(memcmp(one, two, 64) == 0);

	/* Without a pointer to the tag's length the whole tag is used. */
	gnutls_aead_cipher_hd_t a;
	unsigned char tag[16] = { 0 };
	giovec_t aad = { keys, 20 }, part = { one, 37 };
	memcpy(one, text, 37);
	CHECK(gnutls_aead_cipher_init(&a, GNUTLS_CIPHER_AES_128_CCM, &key) == 0);
	CHECK(gnutls_aead_cipher_encryptv2(a, ivs, 12, &aad, 1, &part, 1, tag, NULL) == 0);
	CHECK(is(one, "74706ff30c38e99a30d7434c23e3d8460e0af0cc6bab81500a9121f1b18062568391e32e53"));
	CHECK(is(tag, "8044b580ba7c2ead6a3e9cb637cef9f8"));
	gnutls_aead_cipher_deinit(a);
}

/* Algorithms that were added after 3.7: SHAKE (FIPS 202), AES-GCM-SIV (RFC 8452 C.1), AES-CFB (SP 800-38A F.3.13). */
static void of_3_8(void)
{
	int (*squeeze)(gnutls_hash_hd_t, void *, size_t) =
		(int (*)(gnutls_hash_hd_t, void *, size_t))dlsym(RTLD_DEFAULT, "gnutls_hash_squeeze");
	if (squeeze == NULL)
		return;
	gnutls_hash_hd_t h, copy;
	CHECK(gnutls_hash_init(&h, 209 /* SHAKE-128 */) == 0);
	CHECK(gnutls_hash(h, "", 0) == 0);
	copy = gnutls_hash_copy(h);
	CHECK(squeeze(h, out, 5) == 0 && squeeze(h, out + 5, 27) == 0);
	CHECK(is(out, "7f9c2ba4e88f827d616045507605853ed73b8093f6efbc88eb1a6eacfa66ef26"));
	CHECK(gnutls_hash(h, "more", 4) == GNUTLS_E_INVALID_REQUEST);
	gnutls_hash_output(h, NULL);
	CHECK(gnutls_hash(h, "", 0) == 0 && squeeze(h, out, 8) == 0 && is(out, "7f9c2ba4e88f827d"));
	gnutls_hash_deinit(h, NULL);
	CHECK(squeeze(copy, out, 8) == 0 && is(out, "7f9c2ba4e88f827d"));
	gnutls_hash_deinit(copy, NULL);
	CHECK(gnutls_hash_init(&h, GNUTLS_DIG_SHA256) == 0);
	CHECK(squeeze(h, out, 8) == GNUTLS_E_INVALID_REQUEST);
	gnutls_hash_deinit(h, NULL);

	/* GCM does not accept nonces that are longer than the usual one. */
	static const gnutls_cipher_algorithm_t gcm[] = { GNUTLS_CIPHER_AES_128_GCM, GNUTLS_CIPHER_AES_256_GCM,
							 GNUTLS_CIPHER_CAMELLIA_128_GCM, GNUTLS_CIPHER_CAMELLIA_256_GCM };
	for (size_t i = 0; i < 8; i++) {
		gnutls_datum_t k = key_of(gcm[i / 2]);
		gnutls_aead_cipher_hd_t a;
		giovec_t aad = { keys, 20 }, part = { text, 20 };
		unsigned char mark[16];
		size_t nonce = i % 2 ? 13 : 16, n = 100, m = 100, size = 16;
		CHECK(gnutls_aead_cipher_init(&a, gcm[i / 2], &k) == 0);
		CHECK(gnutls_aead_cipher_encrypt(a, ivs, nonce, keys, 20, 16, text, 20, out, &n) == GNUTLS_E_INVALID_REQUEST);
		CHECK(gnutls_aead_cipher_decrypt(a, ivs, nonce, keys, 20, 16, text, 36, out, &m) == GNUTLS_E_INVALID_REQUEST);
		CHECK(gnutls_aead_cipher_encryptv(a, ivs, nonce, &aad, 1, 16, &part, 1, out, &n) == GNUTLS_E_INVALID_REQUEST);
		CHECK(gnutls_aead_cipher_encryptv2(a, ivs, nonce, &aad, 1, &part, 1, mark, &size) == GNUTLS_E_INVALID_REQUEST);
		CHECK(gnutls_aead_cipher_decryptv2(a, ivs, nonce, &aad, 1, &part, 1, mark, 16) == GNUTLS_E_INVALID_REQUEST);
		gnutls_aead_cipher_deinit(a);
	}

#ifdef OURS
	/* Nonces that GnuTLS accepts or crashes on: they are refused, and no plaintext is written to the output. */
	static const gnutls_cipher_algorithm_t strict[] = { GNUTLS_CIPHER_CHACHA20_POLY1305, GNUTLS_CIPHER_AES_128_CCM,
							    GNUTLS_CIPHER_AES_128_SIV, GNUTLS_CIPHER_CAMELLIA_128_GCM };
	for (size_t i = 0; i < 4; i++) {
		gnutls_datum_t k = key_of(strict[i]);
		gnutls_aead_cipher_hd_t a;
		size_t n = 100;
		memset(out, 0, 100);
		CHECK(gnutls_aead_cipher_init(&a, strict[i], &k) == 0);
		CHECK(gnutls_aead_cipher_encrypt(a, ivs, 0, NULL, 0, 0, keys, 64, out, &n) == GNUTLS_E_INVALID_REQUEST);
		for (size_t j = 0; j < 100; j++)
			CHECK(out[j] == 0);
		CHECK(gnutls_aead_cipher_encrypt(a, NULL, 12, NULL, 0, 0, keys, 64, out, &n) == GNUTLS_E_INVALID_REQUEST);
		CHECK(gnutls_aead_cipher_encrypt(a, ivs, 12, NULL, 5, 0, keys, 64, out, &n) == GNUTLS_E_INVALID_REQUEST);
		gnutls_aead_cipher_deinit(a);
	}
#endif

	/* An IV whose length this interface does not allow for GCM is ignored; GnuTLS then refuses all operations. */
	unsigned char key[16] = { 1 }, nonce[12] = { 3 }, text[8] = { 1 };
	gnutls_datum_t k = { key, 16 }, v = { nonce, 12 };
	gnutls_cipher_hd_t g;
	CHECK(gnutls_cipher_init(&g, GNUTLS_CIPHER_AES_128_GCM, &k, &v) == 0);
	memset(out, 0, 100);
	CHECK(gnutls_cipher_encrypt(g, out, 32) == 0);
	gnutls_cipher_set_iv(g, nonce, 12);
	CHECK(gnutls_cipher_encrypt(g, out + 32, 16) == 0);
	if (!REFERENCE_3_8)
		gnutls_cipher_set_iv(g, nonce, 8);
	CHECK(gnutls_cipher_encrypt(g, out + 48, 16) == 0);
	CHECK(memcmp(out, out + 32, 32) == 0);
	gnutls_cipher_deinit(g);

	gnutls_aead_cipher_hd_t a;
	size_t n = 100;
	CHECK(gnutls_aead_cipher_init(&a, 42 /* AES-128-SIV-GCM */, &k) == 0);
	CHECK(gnutls_aead_cipher_encrypt(a, nonce, 12, NULL, 0, 0, NULL, 0, out, &n) == 0);
	CHECK(n == 16 && is(out, "dc20e2d83f25705bb49e439eca56de25"));
	n = 100;
	CHECK(gnutls_aead_cipher_encrypt(a, nonce, 12, NULL, 0, 0, text, 8, out, &n) == 0);
	CHECK(n == 24 && is(out, "b5d839330ac7b786578782fff6013b815b287c22493a364c"));
	size_t m = 100;
	CHECK(gnutls_aead_cipher_decrypt(a, nonce, 12, NULL, 0, 0, out, n, out + 100, &m) == 0 && m == 8);
	out[3] ^= 1;
	CHECK(gnutls_aead_cipher_decrypt(a, nonce, 12, NULL, 0, 0, out, n, out + 100, &m) ==
	      GNUTLS_E_DECRYPTION_FAILED);
	gnutls_aead_cipher_deinit(a);

	static const unsigned char cfb_key[] = "\x2b\x7e\x15\x16\x28\xae\xd2\xa6\xab\xf7\x15\x88\x09\xcf\x4f\x3c";
	static const unsigned char block[] = "\x6b\xc1\xbe\xe2\x2e\x40\x9f\x96\xe9\x3d\x7e\x11\x73\x93\x17\x2a";
	unsigned char iv[16];
	for (int i = 0; i < 16; i++)
		iv[i] = i;
	gnutls_datum_t ck = { (void *)cfb_key, 16 }, civ = { iv, 16 };
	gnutls_cipher_hd_t c;
	CHECK(gnutls_cipher_init(&c, 44 /* AES-128-CFB */, &ck, &civ) == 0);
	CHECK(gnutls_cipher_encrypt2(c, block, 16, out, 16) == 0);
	CHECK(is(out, "3b3fd92eb72dad20333449f8e83cfb4a"));
	gnutls_cipher_deinit(c);
}

/* The padding of PKCS #7 through encrypt3 and decrypt3. */
static void padding(void)
{
	gnutls_datum_t key = { keys, 16 }, iv = { ivs, 16 };
	unsigned char back[100];
	gnutls_cipher_hd_t h;
	CHECK(gnutls_cipher_init(&h, GNUTLS_CIPHER_AES_128_CBC, &key, &iv) == 0);
	for (size_t n = 0; n < 50; n++) {
		size_t len = 0, plain = sizeof back;
		CHECK(gnutls_cipher_encrypt3(h, text, n, NULL, &len, GNUTLS_CIPHER_PADDING_PKCS7) == 0);
		CHECK(len == n / 16 * 16 + 16);
		gnutls_cipher_set_iv(h, ivs, 16);
		CHECK(gnutls_cipher_encrypt3(h, text, n, out, &len, GNUTLS_CIPHER_PADDING_PKCS7) == 0);
		gnutls_cipher_set_iv(h, ivs, 16);
		plain = len;
		CHECK(gnutls_cipher_decrypt3(h, out, len, back, &plain, GNUTLS_CIPHER_PADDING_PKCS7) == 0);
		CHECK(plain == n && memcmp(back, text, n) == 0);
	}
	size_t len = 17;
	CHECK(gnutls_cipher_encrypt3(h, text, 17, out, &len, 0) == GNUTLS_E_INVALID_REQUEST);
	gnutls_cipher_deinit(h);
}

/* GnuTLS has it since 3.8, for its own tests. */
unsigned _gnutls_pkcs7_unpad(const unsigned char *block, unsigned size) __attribute__((weak));

static void test_unpad(void)
{
	unsigned char block[16];
	if (!_gnutls_pkcs7_unpad)
		return;
	for (unsigned pad = 1; pad <= 16; pad++) {
		memset(block, 0xff, sizeof(block));
		memset(block + 16 - pad, pad, pad);
		CHECK(_gnutls_pkcs7_unpad(block, 16) == pad);
		for (unsigned i = 16 - pad; i < 15; i++) {
			block[i] ^= 1;
			CHECK(_gnutls_pkcs7_unpad(block, 16) == 0);
			block[i] ^= 1;
		}
	}
	block[15] = 17;
	CHECK(_gnutls_pkcs7_unpad(block, 16) == 0);
	block[15] = 0;
	CHECK(_gnutls_pkcs7_unpad(block, 16) == 0);
}

int main(void)
{
	for (size_t i = 0; i < sizeof keys; i++)
		keys[i] = i + 1;
	for (size_t i = 0; i < sizeof ivs; i++)
		ivs[i] = 0x80 + i;
	for (size_t i = 0; i < sizeof text; i++)
		text[i] = i;
	known_ciphers();
	xts_units();
	known_aeads();
	padding();
	arcfour();
	large_pieces();
	odd_calls();
	of_3_8();
	known_macs();
	test_unpad();
	return check_result();
}
