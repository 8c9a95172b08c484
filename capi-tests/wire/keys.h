/* The keys of a connection from the secrets of a key log, for those who stand between its sides: AES-128-GCM with SHA-256. */
#ifndef WIRE_KEYS_H
#define WIRE_KEYS_H
#include <gnutls/crypto.h>
#include <gnutls/gnutls.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* HKDF-Expand-Label (RFC 8446 section 7.1, RFC 9147 section 5.9) with an empty context; `prefix` is "tls13 " or "dtls13". */
static inline void expand_label(const unsigned char *secret, const char *prefix, const char *label, unsigned char *out, size_t n)
{
	unsigned char text[64] = { 0, (unsigned char)n, (unsigned char)(strlen(prefix) + strlen(label)) };
	gnutls_datum_t key = { (void *)secret, 32 }, info = { text, 4 + (unsigned)strlen(prefix) + (unsigned)strlen(label) };
	sprintf((char *)text + 3, "%s%s", prefix, label);
	if (gnutls_hkdf_expand(GNUTLS_MAC_SHA256, &key, &info, out, n) < 0)
		abort();
}

/* P_SHA256 (RFC 5246 section 5) of the key expansion; `randoms` are the client's and the server's. */
static inline void expand_master(const unsigned char *master, unsigned char randoms[2][32], unsigned char *out, size_t n)
{
	unsigned char a[32 + 13 + 64], mac[32];
	const size_t seed = 13 + 64;
	memcpy(a + 32, "key expansion", 13);
	memcpy(a + 45, randoms[1], 32);
	memcpy(a + 77, randoms[0], 32);
	gnutls_hmac_fast(GNUTLS_MAC_SHA256, master, 48, a + 32, seed, a);
	while (n) {
		size_t part = n < 32 ? n : 32;
		gnutls_hmac_fast(GNUTLS_MAC_SHA256, master, 48, a, 32 + seed, mac);
		memcpy(out, mac, part);
		out += part, n -= part;
		gnutls_hmac_fast(GNUTLS_MAC_SHA256, master, 48, a, 32, mac);
		memcpy(a, mac, 32);
	}
}

/* The keys of one epoch of one direction of DTLS 1.3. */
struct keys13 {
	gnutls_aead_cipher_hd_t aead;
	unsigned char iv[12], mask[16];
};

static inline void keys13_init(struct keys13 *k, const unsigned char *secret)
{
	unsigned char key[16];
	gnutls_datum_t d = { key, 16 };
	expand_label(secret, "dtls13", "key", key, 16);
	expand_label(secret, "dtls13", "iv", k->iv, 12);
	expand_label(secret, "dtls13", "sn", k->mask, 16);
	if (gnutls_aead_cipher_init(&k->aead, GNUTLS_CIPHER_AES_128_GCM, &d) < 0)
		abort();
}

/* The mask of a sequence number (RFC 9147 section 4.2.3): a block of AES on the first bytes of the payload. */
static inline void keys13_mask(const struct keys13 *k, const unsigned char *payload, unsigned char block[16])
{
	unsigned char zeros[16] = { 0 };
	gnutls_datum_t key = { (void *)k->mask, 16 }, iv = { zeros, 16 };
	gnutls_cipher_hd_t cbc;
	memcpy(block, payload, 16);
	if (gnutls_cipher_init(&cbc, GNUTLS_CIPHER_AES_128_CBC, &key, &iv) < 0 || gnutls_cipher_encrypt(cbc, block, 16) < 0)
		abort();
	gnutls_cipher_deinit(cbc);
}

/* A record of DTLS 1.3 with a number of two bytes and a length; a type of 0 leaves zeros alone. Returns its size. */
static inline size_t keys13_seal(const struct keys13 *k, unsigned epoch, uint64_t number, int type, const void *p, size_t n, unsigned char *out)
{
	unsigned char inner[4096], nonce[12], block[16];
	size_t size = n + 1 + 16;
	if (n + 1 > sizeof inner)
		abort();
	memcpy(inner, p, n);
	inner[n] = (unsigned char)type;
	out[0] = 0x2c | (epoch & 3);
	out[1] = (unsigned char)(number >> 8), out[2] = (unsigned char)number;
	out[3] = (unsigned char)(size >> 8), out[4] = (unsigned char)size;
	memcpy(nonce, k->iv, 12);
	for (int i = 0; i < 8; i++)
		nonce[4 + i] ^= (unsigned char)(number >> (56 - 8 * i));
	if (gnutls_aead_cipher_encrypt(k->aead, nonce, 12, out, 5, 16, inner, n + 1, out + 5, &size) < 0)
		abort();
	keys13_mask(k, out + 5, block);
	out[1] ^= block[0], out[2] ^= block[1];
	return 5 + size;
}

/* The sequence number of a record of DTLS 1.3 as far as its header has it. */
static inline unsigned keys13_number(const struct keys13 *k, const unsigned char *record)
{
	unsigned char block[16];
	int start = 1 + (record[0] & 8 ? 2 : 1) + (record[0] & 4 ? 2 : 0);
	keys13_mask(k, record + start, block);
	return record[0] & 8 ? (unsigned)(record[1] ^ block[0]) << 8 | (record[2] ^ block[1]) : (unsigned)(record[1] ^ block[0]);
}

/* The same for a direction of DTLS 1.2: the epoch is 1. */
struct keys12 {
	gnutls_aead_cipher_hd_t aead;
	unsigned char salt[4];
};

static inline void keys12_init(struct keys12 *k, const unsigned char *master, unsigned char randoms[2][32], int of_server)
{
	unsigned char block[40];
	gnutls_datum_t d = { block + 16 * of_server, 16 };
	expand_master(master, randoms, block, sizeof block);
	memcpy(k->salt, block + 32 + 4 * of_server, 4);
	if (gnutls_aead_cipher_init(&k->aead, GNUTLS_CIPHER_AES_128_GCM, &d) < 0)
		abort();
}

static inline size_t keys12_seal(const struct keys12 *k, uint64_t number, int type, const void *p, size_t n, unsigned char *out)
{
	unsigned char nonce[12], head[13] = { (unsigned char)type, 0xfe, 0xfd, 0, 1 }, a[13];
	size_t size = n + 16;
	for (int i = 2; i < 8; i++)
		head[3 + i] = (unsigned char)(number >> (56 - 8 * i));
	memcpy(a, head + 3, 8);
	a[8] = (unsigned char)type, a[9] = 0xfe, a[10] = 0xfd, a[11] = (unsigned char)(n >> 8), a[12] = (unsigned char)n;
	memcpy(nonce, k->salt, 4);
	memcpy(nonce + 4, head + 3, 8);
	memcpy(out + 13, head + 3, 8);
	if (gnutls_aead_cipher_encrypt(k->aead, nonce, 12, a, 13, 16, p, n, out + 21, &size) < 0)
		abort();
	size += 8;
	head[11] = (unsigned char)(size >> 8), head[12] = (unsigned char)size;
	memcpy(out, head, 13);
	return 13 + size;
}
#endif
