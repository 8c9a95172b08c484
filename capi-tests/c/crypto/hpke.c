/* HPKE, since 3.8.13: every vector of RFC 9180 through the C API, and what is refused. */
#include <gnutls/abstract.h>
#include <gnutls/gnutls.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include "check.h"

#ifndef OURS
/* 3.7.9 is too old, and in Debian's build of 3.8.13 it is not implemented. */
#if REFERENCE_3_8
#include <gnutls/hpke.h>
#endif
int main(void)
{
#if REFERENCE_3_8
	gnutls_hpke_context_t ctx;
	CHECK(gnutls_hpke_init(&ctx, GNUTLS_HPKE_MODE_BASE, GNUTLS_HPKE_ROLE_SENDER, GNUTLS_HPKE_KEM_DHKEM_P256,
			       GNUTLS_HPKE_KDF_HKDF_SHA256, GNUTLS_HPKE_AEAD_AES_128_GCM) == GNUTLS_E_UNIMPLEMENTED_FEATURE);
#endif
	return check_result();
}
#else
#include <gnutls/hpke.h>
#include "hpke_vectors.h"

int _gnutls_hpke_get_seq(gnutls_hpke_context_t ctx, uint64_t *seq);
int _gnutls_hpke_set_ikme(gnutls_hpke_context_t ctx, const gnutls_datum_t *ikme);

static gnutls_datum_t unhex(const char *s)
{
	gnutls_datum_t text = { (void *)s, strlen(s) }, out = { NULL, 0 };
	if (*s)
		CHECK(gnutls_hex_decode2(&text, &out) == 0);
	return out;
}

static int same(const gnutls_datum_t *d, const char *hex)
{
	gnutls_datum_t want = unhex(hex);
	int r = d->size == want.size && (d->size == 0 || memcmp(d->data, want.data, d->size) == 0);
	gnutls_free(want.data);
	return r;
}

static void key_pair(unsigned kem, const char *ikm, gnutls_privkey_t *priv, gnutls_pubkey_t *pub)
{
	gnutls_datum_t d = unhex(ikm);
	gnutls_privkey_init(priv);
	gnutls_pubkey_init(pub);
	CHECK(gnutls_hpke_derive_keypair(kem, &d, *priv, *pub) == 0);
	gnutls_free(d.data);
}

static void vector(unsigned i)
{
	gnutls_privkey_t r, s = NULL;
	gnutls_pubkey_t rp, sp = NULL, again;
	gnutls_hpke_context_t sender, receiver;
	gnutls_datum_t info = unhex(vectors[i].info), psk = unhex(vectors[i].psk), psk_id = unhex(vectors[i].psk_id);
	gnutls_datum_t ikm = unhex(vectors[i].ikm_e), enc = { NULL, 0 }, out, raw;
	uint64_t seq = 9;
	int bad = check_failures;
	key_pair(vectors[i].kem, vectors[i].ikm_r, &r, &rp);
	if (vectors[i].mode & 2)
		key_pair(vectors[i].kem, vectors[i].ikm_s, &s, &sp);
	CHECK(gnutls_hpke_init(&sender, vectors[i].mode, GNUTLS_HPKE_ROLE_SENDER, vectors[i].kem, vectors[i].kdf, vectors[i].aead) == 0);
	CHECK(gnutls_hpke_init(&receiver, vectors[i].mode, GNUTLS_HPKE_ROLE_RECEIVER, vectors[i].kem, vectors[i].kdf, vectors[i].aead) == 0);
	CHECK(gnutls_hpke_export_pubkey(sender, rp, &raw) == 0 && same(&raw, vectors[i].pk_r));
	gnutls_pubkey_init(&again);
	CHECK(gnutls_hpke_import_pubkey(sender, again, &raw) == 0);
	gnutls_free(raw.data);
	CHECK(_gnutls_hpke_set_ikme(sender, &ikm) == 0);
	CHECK(gnutls_hpke_encap(sender, &info, &enc, again, s, psk.size ? &psk : NULL, psk_id.size ? &psk_id : NULL) == 0 && same(&enc, vectors[i].enc));
	CHECK(gnutls_hpke_decap(receiver, &info, &enc, r, sp, psk.size ? &psk : NULL, psk_id.size ? &psk_id : NULL) == 0);
	for (unsigned n = 0, at = 0; vectors[i].messages[0].ct && n < 257; n++) {
		char text[20];
		gnutls_datum_t plain = unhex(vectors[i].messages[0].pt), aad = { (void *)text, sprintf(text, "Count-%u", n) };
		gnutls_datum_t opened;
		CHECK(gnutls_hpke_seal(sender, &aad, &plain, &out) == 0);
		if (n < 2 || n == 256)
			CHECK(same(&out, vectors[i].messages[at++].ct));
		CHECK(gnutls_hpke_open(receiver, &aad, &out, &opened) == 0 && same(&opened, vectors[i].messages[0].pt));
		gnutls_free(opened.data);
		gnutls_free(out.data);
		gnutls_free(plain.data);
	}
	CHECK(_gnutls_hpke_get_seq(receiver, &seq) == 0 && seq == (vectors[i].messages[0].ct ? 257 : 0));
	if (!vectors[i].messages[0].ct)
		CHECK(gnutls_hpke_seal(sender, NULL, &info, &out) == GNUTLS_E_INVALID_REQUEST);
	for (int e = 0; e < 3; e++) {
		gnutls_datum_t context = unhex(vectors[i].exports[e].context);
		CHECK(gnutls_hpke_export(e & 1 ? sender : receiver, &context, 32, &out) == 0 && same(&out, vectors[i].exports[e].value));
		gnutls_free(out.data);
		gnutls_free(context.data);
	}
	if (check_failures != bad)
		fprintf(stderr, "vector %u: mode %u, KEM %u, KDF %u, AEAD %u\n", i, vectors[i].mode, vectors[i].kem, vectors[i].kdf, vectors[i].aead);
	gnutls_hpke_deinit(sender);
	gnutls_hpke_deinit(receiver);
	gnutls_pubkey_deinit(again);
	gnutls_pubkey_deinit(rp);
	gnutls_privkey_deinit(r);
	if (s) {
		gnutls_pubkey_deinit(sp);
		gnutls_privkey_deinit(s);
	}
	gnutls_free(info.data);
	gnutls_free(psk.data);
	gnutls_free(psk_id.data);
	gnutls_free(ikm.data);
	gnutls_free(enc.data);
}

/* Generated keys for every KEM, including P-384, and invalid uses. */
static void fresh(unsigned kem)
{
	static const char ikm[] = "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff";
	gnutls_privkey_t r, other;
	gnutls_pubkey_t rp, op;
	gnutls_hpke_context_t sender, receiver;
	gnutls_datum_t enc, again, text = { (void *)"text", 4 }, sealed, out, nowhere = { NULL, 5 };
	uint64_t seq;
	key_pair(kem, ikm, &r, &rp);
	key_pair(kem == GNUTLS_HPKE_KEM_DHKEM_P256 ? GNUTLS_HPKE_KEM_DHKEM_X25519 : GNUTLS_HPKE_KEM_DHKEM_P256, ikm, &other, &op);
	CHECK(gnutls_hpke_init(&sender, GNUTLS_HPKE_MODE_BASE, GNUTLS_HPKE_ROLE_SENDER, kem, GNUTLS_HPKE_KDF_HKDF_SHA384, GNUTLS_HPKE_AEAD_AES_256_GCM) == 0);
	CHECK(gnutls_hpke_init(&receiver, GNUTLS_HPKE_MODE_BASE, GNUTLS_HPKE_ROLE_RECEIVER, kem, GNUTLS_HPKE_KDF_HKDF_SHA384, GNUTLS_HPKE_AEAD_AES_256_GCM) == 0);
	CHECK(gnutls_hpke_seal(sender, NULL, &text, &sealed) == GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_hpke_export(sender, NULL, 16, &out) == GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_hpke_encap(receiver, NULL, &enc, rp, NULL, NULL, NULL) == GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_hpke_encap(sender, NULL, &enc, op, NULL, NULL, NULL) == GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_hpke_encap(sender, NULL, &enc, rp, r, NULL, NULL) == GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_hpke_encap(sender, NULL, &enc, rp, NULL, &text, &text) == GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_hpke_encap(sender, NULL, &enc, NULL, NULL, NULL, NULL) == GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_hpke_encap(sender, NULL, &enc, rp, NULL, NULL, NULL) == 0);
	CHECK(gnutls_hpke_encap(sender, NULL, &again, rp, NULL, NULL, NULL) == GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_hpke_decap(receiver, NULL, &text, r, NULL, NULL, NULL) < 0);
	CHECK(gnutls_hpke_decap(receiver, NULL, &enc, other, NULL, NULL, NULL) == GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_hpke_decap(receiver, NULL, &enc, r, NULL, NULL, NULL) == 0);
	CHECK(gnutls_hpke_seal(receiver, NULL, &text, &sealed) == GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_hpke_seal(sender, NULL, &nowhere, &sealed) == GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_hpke_seal(sender, &nowhere, &text, &sealed) == GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_hpke_export(sender, &nowhere, 16, &out) == GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_hpke_seal(sender, NULL, &text, &sealed) == 0 && sealed.size == 20);
	CHECK(gnutls_hpke_open(sender, NULL, &sealed, &out) == GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_hpke_open(receiver, &text, &sealed, &out) == GNUTLS_E_DECRYPTION_FAILED);
	CHECK(gnutls_hpke_open(receiver, NULL, &text, &out) == GNUTLS_E_DECRYPTION_FAILED);
	CHECK(_gnutls_hpke_get_seq(receiver, &seq) == 0 && seq == 0);
	CHECK(gnutls_hpke_open(receiver, NULL, &sealed, &out) == 0 && out.size == 4 && memcmp(out.data, "text", 4) == 0);
	gnutls_free(out.data);
	CHECK(gnutls_hpke_open(receiver, NULL, &sealed, &out) == GNUTLS_E_DECRYPTION_FAILED);
	CHECK(gnutls_hpke_export(sender, NULL, 0, &out) == GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_hpke_export(sender, NULL, 255 * 48 + 1, &out) == GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_hpke_export(sender, NULL, 255 * 48, &out) == 0 && out.size == 255 * 48);
	gnutls_free(out.data);
	gnutls_free(sealed.data);
	gnutls_free(enc.data);
	gnutls_hpke_deinit(sender);
	gnutls_hpke_deinit(receiver);
	gnutls_privkey_deinit(r);
	gnutls_privkey_deinit(other);
	gnutls_pubkey_deinit(rp);
	gnutls_pubkey_deinit(op);
}

int main(void)
{
	gnutls_hpke_context_t ctx;
	gnutls_datum_t none = { NULL, 0 };
	for (unsigned i = 0; i < sizeof(vectors) / sizeof(vectors[0]); i++)
		vector(i);
	fresh(GNUTLS_HPKE_KEM_DHKEM_P256);
	fresh(GNUTLS_HPKE_KEM_DHKEM_P384);
	fresh(GNUTLS_HPKE_KEM_DHKEM_P521);
	fresh(GNUTLS_HPKE_KEM_DHKEM_X25519);
	fresh(GNUTLS_HPKE_KEM_DHKEM_X448);
	CHECK(gnutls_hpke_init(&ctx, 4, 0, 16, 1, 1) == GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_hpke_init(&ctx, 0, 2, 16, 1, 1) == GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_hpke_init(&ctx, 0, 0, 15, 1, 1) == GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_hpke_init(&ctx, 0, 0, 16, 4, 1) == GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_hpke_init(&ctx, 0, 0, 16, 1, 4) == GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_hpke_init(NULL, 0, 0, 16, 1, 1) == GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_hpke_derive_keypair(GNUTLS_HPKE_KEM_DHKEM_P256, &none, NULL, NULL) == GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_hpke_deinit(NULL) == 0);
	return check_result();
}
#endif
