/* hpke.h of gnutls-rs, written by tools/headers: do not edit. */

#ifndef GNUTLS_HPKE_H
#define GNUTLS_HPKE_H

#include <gnutls/gnutls.h>
#include <gnutls/abstract.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef enum gnutls_hpke_aead_t {
        GNUTLS_HPKE_AEAD_AES_128_GCM = 1,
        GNUTLS_HPKE_AEAD_AES_256_GCM = 2,
        GNUTLS_HPKE_AEAD_CHACHA20_POLY1305 = 3,
        GNUTLS_HPKE_AEAD_EXPORT_ONLY = 65535
} gnutls_hpke_aead_t;

typedef enum gnutls_hpke_kdf_t {
        GNUTLS_HPKE_KDF_HKDF_SHA256 = 1,
        GNUTLS_HPKE_KDF_HKDF_SHA384 = 2,
        GNUTLS_HPKE_KDF_HKDF_SHA512 = 3
} gnutls_hpke_kdf_t;

typedef enum gnutls_hpke_kem_t {
        GNUTLS_HPKE_KEM_DHKEM_P256 = 16,
        GNUTLS_HPKE_KEM_DHKEM_P384 = 17,
        GNUTLS_HPKE_KEM_DHKEM_P521 = 18,
        GNUTLS_HPKE_KEM_DHKEM_X25519 = 32,
        GNUTLS_HPKE_KEM_DHKEM_X448 = 33
} gnutls_hpke_kem_t;

typedef enum gnutls_hpke_mode_t {
        GNUTLS_HPKE_MODE_BASE = 0,
        GNUTLS_HPKE_MODE_PSK = 1,
        GNUTLS_HPKE_MODE_AUTH = 2,
        GNUTLS_HPKE_MODE_AUTH_PSK = 3
} gnutls_hpke_mode_t;

typedef enum gnutls_hpke_role_t {
        GNUTLS_HPKE_ROLE_SENDER = 0,
        GNUTLS_HPKE_ROLE_RECEIVER = 1
} gnutls_hpke_role_t;

typedef struct gnutls_hpke_context_st gnutls_hpke_context_st;

typedef struct gnutls_hpke_context_st *gnutls_hpke_context_t;

/**
 * Sets the receiver up, once, with the encapsulated key of the sender; the rest as in [`gnutls_hpke_encap`].
 * Manual: `gnutls_hpke_decap`.
 * Errors: `GNUTLS_E_INVALID_REQUEST`, `GNUTLS_E_ILLEGAL_PARAMETER`, or what tells of a key that is none.
 */
int gnutls_hpke_decap(gnutls_hpke_context_t ctx,
                      const gnutls_datum_t *info,
                      const gnutls_datum_t *enc,
                      gnutls_privkey_t receiver_privkey,
                      gnutls_pubkey_t sender_pubkey,
                      const gnutls_datum_t *psk,
                      const gnutls_datum_t *psk_id);

/**
 * Frees a context and wipes its keys; always 0. Manual: `gnutls_hpke_deinit`.
 */
int gnutls_hpke_deinit(gnutls_hpke_context_t ctx);

/**
 * The key pair that follows from input key material, into initialised handles. Manual: `gnutls_hpke_derive_keypair`.
 * Errors: `GNUTLS_E_INVALID_REQUEST`.
 */
int gnutls_hpke_derive_keypair(gnutls_hpke_kem_t kem,
                               const gnutls_datum_t *ikm,
                               gnutls_privkey_t privkey,
                               gnutls_pubkey_t pubkey);

/**
 * Sets the sender up, once: makes the encapsulated key (for `gnutls_free`) for a receiver. The sender's key is given in the
 * modes that authenticate, the pre-shared key in those with one, and not otherwise. Manual: `gnutls_hpke_encap`.
 * Errors: `GNUTLS_E_INVALID_REQUEST`, `GNUTLS_E_ILLEGAL_PARAMETER` for a receiver's key without worth.
 */
int gnutls_hpke_encap(gnutls_hpke_context_t ctx,
                      const gnutls_datum_t *info,
                      gnutls_datum_t *enc,
                      gnutls_pubkey_t receiver_pubkey,
                      gnutls_privkey_t sender_privkey,
                      const gnutls_datum_t *psk,
                      const gnutls_datum_t *psk_id);

/**
 * A secret of `length` bytes that both sides have, for `gnutls_free`. Manual: `gnutls_hpke_export`.
 * Errors: `GNUTLS_E_INVALID_REQUEST` for a side that is not set up, for 0 bytes and for more than 255 digests.
 */
int gnutls_hpke_export(gnutls_hpke_context_t ctx,
                       const gnutls_datum_t *exporter_context,
                       size_t length,
                       gnutls_datum_t *secret);

/**
 * A public key as the context's KEM writes it, for `gnutls_free`. Since 3.8.14.
 * Errors: `GNUTLS_E_INVALID_REQUEST` for a key of another curve.
 */
int gnutls_hpke_export_pubkey(gnutls_hpke_context_t ctx, gnutls_pubkey_t pubkey, gnutls_datum_t *data);

/**
 * Reads a public key as the context's KEM writes it, into an initialised handle. Since 3.8.14.
 * Errors: `GNUTLS_E_INVALID_REQUEST`, or what tells of a key that is none.
 */
int gnutls_hpke_import_pubkey(gnutls_hpke_context_t ctx, gnutls_pubkey_t pubkey, const gnutls_datum_t *data);

/**
 * Creates a context of one side. `GNUTLS_E_INVALID_REQUEST` for a number that names nothing.
 * Manual: `gnutls_hpke_init`.
 */
int gnutls_hpke_init(gnutls_hpke_context_t *ctx,
                     gnutls_hpke_mode_t mode,
                     gnutls_hpke_role_t role,
                     gnutls_hpke_kem_t kem,
                     gnutls_hpke_kdf_t kdf,
                     gnutls_hpke_aead_t aead);

/**
 * Decrypts the next message, for `gnutls_free`. Manual: `gnutls_hpke_open`.
 * Errors: `GNUTLS_E_INVALID_REQUEST` for a side that cannot, `GNUTLS_E_DECRYPTION_FAILED`.
 */
int gnutls_hpke_open(gnutls_hpke_context_t ctx,
                     const gnutls_datum_t *aad,
                     const gnutls_datum_t *ciphertext,
                     gnutls_datum_t *plaintext);

/**
 * Encrypts the next message, for `gnutls_free`; the tag stands at its end. Manual: `gnutls_hpke_seal`.
 * Errors: `GNUTLS_E_INVALID_REQUEST` for a side that cannot.
 */
int gnutls_hpke_seal(gnutls_hpke_context_t ctx,
                     const gnutls_datum_t *aad,
                     const gnutls_datum_t *plaintext,
                     gnutls_datum_t *ciphertext);

#ifdef __cplusplus
}
#endif

#endif
