/* hpke.h of gnutls-rs, written by tools/headers: do not edit. */
/**
 * @file gnutls/hpke.h
 *
 * Hybrid public key encryption (RFC 9180).
 */

#ifndef GNUTLS_HPKE_H
#define GNUTLS_HPKE_H

#include <gnutls/gnutls.h>
#include <gnutls/abstract.h>

#ifdef __cplusplus
extern "C" {
#endif

/** The AEADs of HPKE (RFC 9180 section 7.3). */
typedef enum gnutls_hpke_aead_t {
        GNUTLS_HPKE_AEAD_AES_128_GCM = 1,
        GNUTLS_HPKE_AEAD_AES_256_GCM = 2,
        GNUTLS_HPKE_AEAD_CHACHA20_POLY1305 = 3,
        GNUTLS_HPKE_AEAD_EXPORT_ONLY = 65535
} gnutls_hpke_aead_t;

/** The key derivations of HPKE (RFC 9180 section 7.2). */
typedef enum gnutls_hpke_kdf_t {
        GNUTLS_HPKE_KDF_HKDF_SHA256 = 1,
        GNUTLS_HPKE_KDF_HKDF_SHA384 = 2,
        GNUTLS_HPKE_KDF_HKDF_SHA512 = 3
} gnutls_hpke_kdf_t;

/** The key encapsulations of HPKE (RFC 9180 section 7.1). */
typedef enum gnutls_hpke_kem_t {
        GNUTLS_HPKE_KEM_DHKEM_P256 = 16,
        GNUTLS_HPKE_KEM_DHKEM_P384 = 17,
        GNUTLS_HPKE_KEM_DHKEM_P521 = 18,
        GNUTLS_HPKE_KEM_DHKEM_X25519 = 32,
        GNUTLS_HPKE_KEM_DHKEM_X448 = 33
} gnutls_hpke_kem_t;

/** The modes of HPKE: how a sender is authenticated (RFC 9180 section 5). */
typedef enum gnutls_hpke_mode_t {
        GNUTLS_HPKE_MODE_BASE = 0,
        GNUTLS_HPKE_MODE_PSK = 1,
        GNUTLS_HPKE_MODE_AUTH = 2,
        GNUTLS_HPKE_MODE_AUTH_PSK = 3
} gnutls_hpke_mode_t;

/** The side that an HPKE context is for. */
typedef enum gnutls_hpke_role_t {
        GNUTLS_HPKE_ROLE_SENDER = 0,
        GNUTLS_HPKE_ROLE_RECEIVER = 1
} gnutls_hpke_role_t;

typedef struct gnutls_hpke_context_st gnutls_hpke_context_st;

typedef struct gnutls_hpke_context_st *gnutls_hpke_context_t;

/**
 * Sets the receiver's side up with the encapsulated key of the sender.
 *
 * Info, PSK and keys must be those of the sender: others show as messages that do not open. A key or
 * PSK that the mode has no use for is an error.
 *
 * @param ctx a context of the receiver that is not set up yet
 * @param info what both sides know and bind the keys to; NULL for nothing
 * @param enc the encapsulated key, of `gnutls_hpke_encap`
 * @param receiver_privkey the receiver's key, on the curve of the KEM
 * @param sender_pubkey the sender's public key in the modes `GNUTLS_HPKE_MODE_AUTH` and
 *   `GNUTLS_HPKE_MODE_AUTH_PSK`; NULL in the others
 * @param psk the pre-shared key in the modes `GNUTLS_HPKE_MODE_PSK` and `GNUTLS_HPKE_MODE_AUTH_PSK`;
 *   NULL in the others
 * @param psk_id its name, where there is one; NULL else
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_PK_INVALID_PUBKEY the encapsulated key is no point of the curve
 * @retval GNUTLS_E_RECEIVED_ILLEGAL_PARAMETER a public key leads to a secret of zeros
 * @retval GNUTLS_E_INVALID_REQUEST the context is NULL, the sender's or set up already, a key is on
 *   another curve, of a wrong length or behind callbacks, or the keys do not fit the mode
 *
 * @since 3.8.13
 * @see RFC 9180 section 5.1
 */
int gnutls_hpke_decap(gnutls_hpke_context_t ctx,
                      const gnutls_datum_t *info,
                      const gnutls_datum_t *enc,
                      gnutls_privkey_t receiver_privkey,
                      gnutls_pubkey_t sender_pubkey,
                      const gnutls_datum_t *psk,
                      const gnutls_datum_t *psk_id);

/**
 * Frees a context of hybrid public key encryption, and wipes its keys.
 *
 * What `gnutls_hpke_encap`, `gnutls_hpke_seal` and their like gave stays the caller's.
 *
 * @param ctx the context; NULL is ignored
 *
 * @return 0, always.
 *
 * @since 3.8.13
 */
int gnutls_hpke_deinit(gnutls_hpke_context_t ctx);

/**
 * Derives the key pair of a KEM from input key material.
 *
 * The same material gives the same pair: it must be as secret as the key, and have at least the bytes
 * of a private key.
 *
 * @param kem the key encapsulation that the pair is for, as `GNUTLS_HPKE_KEM_DHKEM_X25519`
 * @param ikm the input key material; not empty
 * @param privkey an object of `gnutls_privkey_init`, which takes the private key
 * @param pubkey an object of `gnutls_pubkey_init`, which takes the public key
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_INVALID_REQUEST the KEM is unknown, the material empty, a pointer NULL, or
 *   `privkey` has a key behind callbacks
 *
 * @since 3.8.13
 * @see RFC 9180 section 7.1.3
 */
int gnutls_hpke_derive_keypair(gnutls_hpke_kem_t kem,
                               const gnutls_datum_t *ikm,
                               gnutls_privkey_t privkey,
                               gnutls_pubkey_t pubkey);

/**
 * Sets the sender's side up: makes a fresh key for the receiver, and encapsulates it.
 *
 * The encapsulated key goes to the receiver beside the messages; it is no secret. The caller frees
 * `enc->data` with `gnutls_free`. A key or PSK that the mode has no use for is an error.
 *
 * @param ctx a context of the sender that is not set up yet
 * @param info what both sides know and bind the keys to; NULL for nothing
 * @param enc takes the encapsulated key
 * @param receiver_pubkey the receiver's public key, on the curve of the KEM
 * @param sender_privkey the sender's key in the modes `GNUTLS_HPKE_MODE_AUTH` and
 *   `GNUTLS_HPKE_MODE_AUTH_PSK`; NULL in the others
 * @param psk the pre-shared key in the modes `GNUTLS_HPKE_MODE_PSK` and `GNUTLS_HPKE_MODE_AUTH_PSK`;
 *   NULL in the others
 * @param psk_id its name, where there is one; NULL else
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_RECEIVED_ILLEGAL_PARAMETER the receiver's key leads to a secret of zeros
 * @retval GNUTLS_E_INVALID_REQUEST the context is NULL, the receiver's or set up already, a key is on
 *   another curve or behind callbacks, or the keys do not fit the mode
 *
 * @since 3.8.13
 * @see RFC 9180 section 5.1
 */
int gnutls_hpke_encap(gnutls_hpke_context_t ctx,
                      const gnutls_datum_t *info,
                      gnutls_datum_t *enc,
                      gnutls_pubkey_t receiver_pubkey,
                      gnutls_privkey_t sender_privkey,
                      const gnutls_datum_t *psk,
                      const gnutls_datum_t *psk_id);

/**
 * Gives a secret that both sides share, apart from the messages.
 *
 * Either side may export at any time after its setup; the same context and length give the same
 * secret. The caller wipes and frees `secret->data` (`gnutls_memset`, `gnutls_free`).
 *
 * @param ctx a context that is set up
 * @param exporter_context tells secrets for several uses apart; NULL for none
 * @param length the bytes of the secret, 1 to 255 times the length of the KDF's digest
 * @param secret takes the secret
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_INVALID_REQUEST the context is NULL or not set up, the length is out of range, or
 *   `secret` is NULL
 *
 * @since 3.8.13
 * @see RFC 9180 section 5.3
 */
int gnutls_hpke_export(gnutls_hpke_context_t ctx,
                       const gnutls_datum_t *exporter_context,
                       size_t length,
                       gnutls_datum_t *secret);

/**
 * Writes a public key in the form of the context's KEM: an uncompressed point, or the bytes of X25519
 * and X448.
 *
 * The caller frees `data->data` with `gnutls_free`. `gnutls_hpke_import_pubkey` reads the form.
 *
 * @param ctx a context, set up or not
 * @param pubkey the public key
 * @param data takes the bytes
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_INVALID_REQUEST a pointer is NULL, or the key is empty or on another curve
 *
 * @since 3.8.14
 * @see RFC 9180 section 7.1.1
 */
int gnutls_hpke_export_pubkey(gnutls_hpke_context_t ctx, gnutls_pubkey_t pubkey, gnutls_datum_t *data);

/**
 * Reads a public key in the form of the context's KEM: an uncompressed point, or the bytes of X25519
 * and X448.
 *
 * On failure the object keeps what it held.
 *
 * @param ctx a context, set up or not
 * @param pubkey an object of `gnutls_pubkey_init`, which takes the key
 * @param data the bytes; copied
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_PK_INVALID_PUBKEY the bytes are no point of the curve
 * @retval GNUTLS_E_INVALID_REQUEST a pointer is NULL, or the bytes have a wrong length
 *
 * @since 3.8.14
 * @see RFC 9180 section 7.1.1
 */
int gnutls_hpke_import_pubkey(gnutls_hpke_context_t ctx, gnutls_pubkey_t pubkey, const gnutls_datum_t *data);

/**
 * Creates a context of hybrid public key encryption for one side.
 *
 * `gnutls_hpke_encap` or `gnutls_hpke_decap` sets it up, once; then it seals or opens messages in
 * turn, and exports secrets. `gnutls_hpke_deinit` frees it.
 *
 * @param ctx takes the new context
 * @param mode how the sender is authenticated: `GNUTLS_HPKE_MODE_BASE` (not at all),
 *   `GNUTLS_HPKE_MODE_PSK`, `GNUTLS_HPKE_MODE_AUTH`, `GNUTLS_HPKE_MODE_AUTH_PSK`
 * @param role `GNUTLS_HPKE_ROLE_SENDER` or `GNUTLS_HPKE_ROLE_RECEIVER`
 * @param kem the key encapsulation, as `GNUTLS_HPKE_KEM_DHKEM_X25519`
 * @param kdf the key derivation, as `GNUTLS_HPKE_KDF_HKDF_SHA256`
 * @param aead the cipher, or `GNUTLS_HPKE_AEAD_EXPORT_ONLY`, with which nothing is sealed
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_INVALID_REQUEST a number names nothing, or `ctx` is NULL
 *
 * @since 3.8.13
 * @see RFC 9180 section 5
 */
int gnutls_hpke_init(gnutls_hpke_context_t *ctx,
                     gnutls_hpke_mode_t mode,
                     gnutls_hpke_role_t role,
                     gnutls_hpke_kem_t kem,
                     gnutls_hpke_kdf_t kdf,
                     gnutls_hpke_aead_t aead);

/**
 * Checks and decrypts the next message of the sender.
 *
 * Messages are opened in the order in which they were sealed; one that fails does not count, so that
 * the right one can still be opened. The caller frees `plaintext->data` with `gnutls_free`.
 *
 * @param ctx a receiver's context after `gnutls_hpke_decap`
 * @param aad the additional data of the sender; NULL for none
 * @param ciphertext the ciphertext with its tag
 * @param plaintext takes the message
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_DECRYPTION_FAILED ciphertext, additional data, keys or order are not the sender's
 * @retval GNUTLS_E_INVALID_REQUEST the context is NULL, the sender's, not set up or for export alone,
 *   or `plaintext` is NULL
 *
 * @since 3.8.13
 * @see RFC 9180 section 5.2
 */
int gnutls_hpke_open(gnutls_hpke_context_t ctx,
                     const gnutls_datum_t *aad,
                     const gnutls_datum_t *ciphertext,
                     gnutls_datum_t *plaintext);

/**
 * Encrypts and authenticates the next message to the receiver.
 *
 * The receiver opens messages in the order in which they were sealed. The ciphertext is 16 bytes
 * longer than the plaintext: the tag stands at its end. The caller frees `ciphertext->data` with
 * `gnutls_free`.
 *
 * @param ctx a sender's context after `gnutls_hpke_encap`
 * @param aad additional data that the receiver must know too; NULL for none
 * @param plaintext the message; NULL for an empty one
 * @param ciphertext takes the ciphertext
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_INVALID_REQUEST the context is NULL, the receiver's, not set up or for export
 *   alone, or `ciphertext` is NULL
 *
 * @since 3.8.13
 * @see RFC 9180 section 5.2
 */
int gnutls_hpke_seal(gnutls_hpke_context_t ctx,
                     const gnutls_datum_t *aad,
                     const gnutls_datum_t *plaintext,
                     gnutls_datum_t *ciphertext);

#ifdef __cplusplus
}
#endif

#endif
