/* crypto.h of gnutls-rs, written by tools/headers: do not edit. */
/**
 * @file gnutls/crypto.h
 *
 * Ciphers, digests, MACs, key derivation, random bytes, encodings.
 */

#ifndef GNUTLS_CRYPTO_H
#define GNUTLS_CRYPTO_H

#include <gnutls/gnutls.h>

#ifdef __cplusplus
extern "C" {
#endif

/** The flags of `gnutls_cipher_encrypt3` and `gnutls_cipher_decrypt3`. */
typedef enum gnutls_cipher_flags_t {
        GNUTLS_CIPHER_PADDING_PKCS7 = 1
} gnutls_cipher_flags_t;

/** What random bytes are for: nonces are public, keys and what is random for long are not. */
typedef enum gnutls_rnd_level_t {
        GNUTLS_RND_NONCE = 0,
        GNUTLS_RND_RANDOM = 1,
        GNUTLS_RND_KEY = 2
} gnutls_rnd_level_t;

typedef struct api_aead_cipher_hd_st api_aead_cipher_hd_st;

typedef struct api_cipher_hd_st api_cipher_hd_st;

typedef struct hash_hd_st hash_hd_st;

typedef struct hmac_hd_st hmac_hd_st;

/**
 * Opens at once: context, nonce, additional data, length of the tag, ciphertext with the tag,
 * plaintext, each with its length. Returns 0 or a negative error code.
 */
typedef int (*gnutls_cipher_aead_decrypt_func)(void*,
                                               const void*,
                                               size_t,
                                               const void*,
                                               size_t,
                                               size_t,
                                               const void*,
                                               size_t,
                                               void*,
                                               size_t);

/**
 * Seals at once: context, nonce, additional data, length of the tag, plaintext, ciphertext with the
 * tag, each with its length. Returns 0 or a negative error code.
 */
typedef int (*gnutls_cipher_aead_encrypt_func)(void*,
                                               const void*,
                                               size_t,
                                               const void*,
                                               size_t,
                                               size_t,
                                               const void*,
                                               size_t,
                                               void*,
                                               size_t);

/** Takes additional data of an AEAD: context, data, length. Returns 0 or a negative error code. */
typedef int (*gnutls_cipher_auth_func)(void*, const void*, size_t);

/**
 * Decrypts: context, ciphertext, its length, plaintext, its capacity. Returns 0 or a negative error
 * code.
 */
typedef int (*gnutls_cipher_decrypt_func)(void*, const void*, size_t, void*, size_t);

/**
 * Encrypts: context, plaintext, its length, ciphertext, its capacity. Returns 0 or a negative error
 * code.
 */
typedef int (*gnutls_cipher_encrypt_func)(void*, const void*, size_t, void*, size_t);

/** Writes the IV that comes next: context, buffer, its length. */
typedef int (*gnutls_cipher_getiv_func)(void*, void*, size_t);

/** Makes a context for a cipher; 1 if it is to encrypt. Returns 0 or a negative error code. */
typedef int (*gnutls_cipher_init_func)(gnutls_cipher_algorithm_t, void**, int);

/** Sets the IV of a context: context, IV, its length. Returns 0 or a negative error code. */
typedef int (*gnutls_cipher_setiv_func)(void*, const void*, size_t);

/** Sets the key of a context: context, key, its length. Returns 0 or a negative error code. */
typedef int (*gnutls_cipher_setkey_func)(void*, const void*, size_t);

/** Hashes at once: algorithm, data, its length, digest. Returns 0 or a negative error code. */
typedef int (*gnutls_digest_fast_func)(gnutls_digest_algorithm_t, const void*, size_t, void*);

/** Takes data that is hashed: context, data, its length. Returns 0 or a negative error code. */
typedef int (*gnutls_digest_hash_func)(void*, const void*, size_t);

/** Makes a context for a digest. Returns 0 or a negative error code. */
typedef int (*gnutls_digest_init_func)(gnutls_digest_algorithm_t, void**);

/** Writes the digest and starts anew: context, buffer, its length. Returns 0 or a negative error code. */
typedef int (*gnutls_digest_output_func)(void*, void*, size_t);

/**
 * Makes a MAC at once: algorithm, nonce, its length, key, its length, data, its length, MAC. Returns 0
 * or a negative error code.
 */
typedef int (*gnutls_mac_fast_func)(gnutls_mac_algorithm_t,
                                    const void*,
                                    size_t,
                                    const void*,
                                    size_t,
                                    const void*,
                                    size_t,
                                    void*);

/** Takes data that is authenticated: context, data, its length. Returns 0 or a negative error code. */
typedef int (*gnutls_mac_hash_func)(void*, const void*, size_t);

/** Makes a context for a MAC. Returns 0 or a negative error code. */
typedef int (*gnutls_mac_init_func)(gnutls_mac_algorithm_t, void**);

/** Writes the MAC and starts anew: context, buffer, its length. Returns 0 or a negative error code. */
typedef int (*gnutls_mac_output_func)(void*, void*, size_t);

/** Sets the key of a MAC: context, key, its length. Returns 0 or a negative error code. */
typedef int (*gnutls_mac_setkey_func)(void*, const void*, size_t);

/** Sets the nonce of a MAC: context, nonce, its length. Returns 0 or a negative error code. */
typedef int (*gnutls_mac_setnonce_func)(void*, const void*, size_t);

typedef struct api_aead_cipher_hd_st *gnutls_aead_cipher_hd_t;

typedef struct api_cipher_hd_st *gnutls_cipher_hd_t;

typedef struct hash_hd_st *gnutls_hash_hd_t;

typedef struct hmac_hd_st *gnutls_hmac_hd_t;

/** Frees the context of a cipher. */
typedef void (*gnutls_cipher_deinit_func)(void*);

/** Writes the tag of an AEAD: context, buffer, its length. */
typedef void (*gnutls_cipher_tag_func)(void*, void*, size_t);

/** Frees the context of a digest. */
typedef void (*gnutls_digest_deinit_func)(void*);

/** Frees the context of a MAC. */
typedef void (*gnutls_mac_deinit_func)(void*);

/** Returns a copy of the context of a digest, or NULL. */
typedef void *(*gnutls_digest_copy_func)(const void*);

/** Returns a copy of the context of a MAC, or NULL. */
typedef void *(*gnutls_mac_copy_func)(const void*);

/**
 * Checks the tag of a message, and decrypts it.
 *
 * Where the tag is wrong nothing of the plaintext is left in `ptext`. `ptext` may overlap any input,
 * and be the same buffer as `ctext`.
 *
 * @param handle the handle
 * @param nonce the nonce, which no two messages under one key may share
 * @param nonce_len its length in bytes: `gnutls_cipher_get_iv_size`, or what else the cipher takes; at
 *   most 12 with GCM
 * @param auth the additional data of the sender; NULL if `auth_len` is 0
 * @param auth_len its length in bytes
 * @param tag_size the bytes of the tag; 0 for the whole one (`gnutls_cipher_get_tag_size`)
 * @param ctext ciphertext and tag, as `gnutls_aead_cipher_encrypt` writes them
 * @param ctext_len their length in bytes
 * @param ptext takes the plaintext; NULL if it is empty
 * @param ptext_len in: the capacity of `ptext` in bytes; out: the length written
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_DECRYPTION_FAILED the tag is not right, or the message is shorter than it
 * @retval GNUTLS_E_SHORT_MEMORY_BUFFER the capacity is less than the plaintext; the size is not
 *   changed
 * @retval GNUTLS_E_INVALID_REQUEST nonce or tag have a length that the cipher does not take, or a
 *   pointer is NULL with a length
 *
 * @since 3.4.0
 * @see RFC 5116 section 2.2
 */
int gnutls_aead_cipher_decrypt(gnutls_aead_cipher_hd_t handle,
                               const void *nonce,
                               size_t nonce_len,
                               const void *auth,
                               size_t auth_len,
                               size_t tag_size,
                               const void *ctext,
                               size_t ctext_len,
                               void *ptext,
                               size_t *ptext_len);

/**
 * Checks the tag of a message, and decrypts it where it lies, in several buffers.
 *
 * Where the tag is wrong the buffers stay as they were.
 *
 * @param handle the handle
 * @param nonce the nonce, which no two messages under one key may share
 * @param nonce_len its length in bytes: `gnutls_cipher_get_iv_size`, or what else the cipher takes; at
 *   most 12 with GCM
 * @param auth_iov the pieces of the additional data; NULL for none
 * @param auth_iovcnt how many pieces
 * @param iov the pieces of the ciphertext, which become the plaintext; NULL for none
 * @param iovcnt how many pieces
 * @param tag the tag
 * @param tag_size its length in bytes; 0 for the whole one (`gnutls_cipher_get_tag_size`)
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_DECRYPTION_FAILED the tag is not right
 * @retval GNUTLS_E_INVALID_REQUEST nonce or tag have a length that the cipher does not take, `tag` is
 *   NULL, or a pointer is NULL with a length
 *
 * @since 3.6.10
 */
int gnutls_aead_cipher_decryptv2(gnutls_aead_cipher_hd_t handle,
                                 const void *nonce,
                                 size_t nonce_len,
                                 const giovec_t *auth_iov,
                                 int auth_iovcnt,
                                 const giovec_t *iov,
                                 int iovcnt,
                                 void *tag,
                                 size_t tag_size);

/**
 * Frees a handle for authenticated encryption, and wipes its key.
 *
 * @param handle the handle of `gnutls_aead_cipher_init`; NULL is ignored
 *
 * @since 3.4.0
 */
void gnutls_aead_cipher_deinit(gnutls_aead_cipher_hd_t handle);

/**
 * Encrypts and authenticates a message.
 *
 * Ciphertext and tag are written in a row; with AES-SIV the tag comes first. `ctext` may overlap any
 * input, and be the same buffer as `ptext`.
 *
 * @param handle the handle
 * @param nonce the nonce, which no two messages under one key may share
 * @param nonce_len its length in bytes: `gnutls_cipher_get_iv_size`, or what else the cipher takes; at
 *   most 12 with GCM
 * @param auth additional data, which is authenticated and not encrypted; NULL if `auth_len` is 0
 * @param auth_len its length in bytes
 * @param tag_size the bytes of the tag; 0 for the whole one (`gnutls_cipher_get_tag_size`)
 * @param ptext the plaintext; NULL if `ptext_len` is 0
 * @param ptext_len its length in bytes
 * @param ctext takes ciphertext and tag
 * @param ctext_len in: the capacity of `ctext` in bytes; out: the length written
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_SHORT_MEMORY_BUFFER the capacity is less than plaintext and tag; the size is not
 *   changed
 * @retval GNUTLS_E_INVALID_REQUEST nonce or tag have a length that the cipher does not take, or a
 *   pointer is NULL with a length
 *
 * @since 3.4.0
 * @see RFC 5116 section 2.1
 */
int gnutls_aead_cipher_encrypt(gnutls_aead_cipher_hd_t handle,
                               const void *nonce,
                               size_t nonce_len,
                               const void *auth,
                               size_t auth_len,
                               size_t tag_size,
                               const void *ptext,
                               size_t ptext_len,
                               void *ctext,
                               size_t *ctext_len);

/**
 * Encrypts and authenticates a message whose parts lie in several buffers.
 *
 * As `gnutls_aead_cipher_encrypt`: ciphertext and tag are written in a row; with AES-SIV the tag comes
 * first. `gnutls_aead_cipher_encryptv2` encrypts in place.
 *
 * @param handle the handle
 * @param nonce the nonce, which no two messages under one key may share
 * @param nonce_len its length in bytes: `gnutls_cipher_get_iv_size`, or what else the cipher takes; at
 *   most 12 with GCM
 * @param auth_iov the pieces of the additional data; NULL for none
 * @param auth_iovcnt how many pieces
 * @param tag_size the bytes of the tag; 0 for the whole one (`gnutls_cipher_get_tag_size`)
 * @param iov the pieces of the plaintext; NULL for none
 * @param iovcnt how many pieces
 * @param ctext takes ciphertext and tag
 * @param ctext_len in: the capacity of `ctext` in bytes; out: the length written
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_SHORT_MEMORY_BUFFER the capacity is less than plaintext and tag; the size is not
 *   changed
 * @retval GNUTLS_E_INVALID_REQUEST nonce or tag have a length that the cipher does not take, or a
 *   pointer is NULL with a length
 *
 * @since 3.6.3
 */
int gnutls_aead_cipher_encryptv(gnutls_aead_cipher_hd_t handle,
                                const void *nonce,
                                size_t nonce_len,
                                const giovec_t *auth_iov,
                                int auth_iovcnt,
                                size_t tag_size,
                                const giovec_t *iov,
                                int iovcnt,
                                void *ctext,
                                size_t *ctext_len);

/**
 * Encrypts a message where it lies, in several buffers, and writes its tag apart.
 *
 * @param handle the handle
 * @param nonce the nonce, which no two messages under one key may share
 * @param nonce_len its length in bytes: `gnutls_cipher_get_iv_size`, or what else the cipher takes; at
 *   most 12 with GCM
 * @param auth_iov the pieces of the additional data; NULL for none
 * @param auth_iovcnt how many pieces
 * @param iov the pieces of the plaintext, which become the ciphertext; NULL for none
 * @param iovcnt how many pieces
 * @param tag takes the tag
 * @param tag_size in: the bytes of the tag that are wanted, 0 for the whole one; out: the length
 *   written. NULL: the whole one
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_INVALID_REQUEST nonce or tag have a length that the cipher does not take, `tag` is
 *   NULL, or a pointer is NULL with a length
 *
 * @since 3.6.10
 */
int gnutls_aead_cipher_encryptv2(gnutls_aead_cipher_hd_t handle,
                                 const void *nonce,
                                 size_t nonce_len,
                                 const giovec_t *auth_iov,
                                 int auth_iovcnt,
                                 const giovec_t *iov,
                                 int iovcnt,
                                 void *tag,
                                 size_t *tag_size);

/**
 * Creates a handle for authenticated encryption under a key.
 *
 * The key is copied, and wiped when `gnutls_aead_cipher_deinit` frees the handle. One handle serves
 * any number of messages in both directions; each call gives its whole message.
 *
 * @param handle takes the new handle
 * @param cipher an AEAD, as `GNUTLS_CIPHER_AES_128_GCM` or `GNUTLS_CIPHER_CHACHA20_POLY1305`
 * @param key the key, of `gnutls_cipher_get_key_size` bytes
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_INVALID_REQUEST the cipher is unknown or no AEAD, the key has a wrong length, or a
 *   pointer is NULL
 * @retval GNUTLS_E_INTERNAL_ERROR the key of AES-GCM has a wrong length, as GnuTLS has it
 *
 * @since 3.4.0
 * @see RFC 5116
 */
int gnutls_aead_cipher_init(gnutls_aead_cipher_hd_t *handle,
                            gnutls_cipher_algorithm_t cipher,
                            const gnutls_datum_t *key);

/**
 * Changes the key of a handle for authenticated encryption.
 *
 * Messages after the call are under the new key; the old one is wiped. On failure the old one stays.
 *
 * @param handle the handle of `gnutls_aead_cipher_init`
 * @param key the key, of `gnutls_cipher_get_key_size` bytes; copied
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_INVALID_REQUEST a pointer is NULL, or the key has a wrong length
 *
 * @since 3.7.5
 */
int gnutls_aead_cipher_set_key(gnutls_aead_cipher_hd_t handle, const gnutls_datum_t *key);

/**
 * Adds data that an AEAD authenticates and does not encrypt.
 *
 * It comes before the text of a message. Several calls count in a row; with GCM each but the last is a
 * whole number of blocks.
 *
 * @param handle the handle of an AEAD
 * @param ptext the data; may be NULL if `ptext_size` is 0
 * @param ptext_size its length in bytes
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_INVALID_REQUEST `handle` is NULL, the cipher is no AEAD, text was there already, or
 *   `ptext` is NULL with a length
 *
 * @since 3.0
 */
int gnutls_cipher_add_auth(gnutls_cipher_hd_t handle, const void *ptext, size_t ptext_size);

/**
 * Decrypts a piece of text where it lies.
 *
 * Block ciphers in CBC take whole blocks only (`gnutls_cipher_get_block_size`); with XTS each call is
 * one data unit of at least 16 bytes. The next piece goes on where this one ends.
 *
 * @param handle the handle of `gnutls_cipher_init`
 * @param ctext in: the ciphertext; out: the plaintext
 * @param ctext_len its length in bytes
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_INVALID_REQUEST a pointer is NULL with a length, the text is no whole number of
 *   blocks, or the tag of an AEAD was taken already
 *
 * @since 2.10.0
 */
int gnutls_cipher_decrypt(gnutls_cipher_hd_t handle, void *ctext, size_t ctext_len);

/**
 * Decrypts a piece of text from one buffer to another.
 *
 * Block ciphers in CBC take whole blocks only (`gnutls_cipher_get_block_size`); with XTS each call is
 * one data unit of at least 16 bytes. The buffers may overlap. The next piece goes on where this one
 * ends.
 *
 * @param handle the handle of `gnutls_cipher_init`
 * @param ctext the ciphertext
 * @param ctext_len its length in bytes
 * @param ptext takes the plaintext, as long as the ciphertext
 * @param ptext_len the capacity of `ptext` in bytes
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_SHORT_MEMORY_BUFFER the capacity is less than the ciphertext
 * @retval GNUTLS_E_INVALID_REQUEST a pointer is NULL with a length, the text is no whole number of
 *   blocks, or the tag of an AEAD was taken already
 *
 * @since 2.12.0
 */
int gnutls_cipher_decrypt2(gnutls_cipher_hd_t handle,
                           const void *ctext,
                           size_t ctext_len,
                           void *ptext,
                           size_t ptext_len);

/**
 * Decrypts a piece of text from one buffer to another, and takes padding off where that is asked for.
 *
 * Its time does not tell which byte of a padding is wrong, but its answer tells that one is:
 * authenticate the text first. With NULL as `ptext` it only tells the length, padding included.
 *
 * @param handle the handle of `gnutls_cipher_init`
 * @param ctext the ciphertext
 * @param ctext_len its length in bytes
 * @param ptext takes the plaintext with its padding; NULL asks for the length
 * @param ptext_len in: the capacity of `ptext` in bytes, at least `ctext_len`; out: the length without
 *   padding
 * @param flags 0 or `GNUTLS_CIPHER_PADDING_PKCS7`
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_DECRYPTION_FAILED there is no padding at the end
 * @retval GNUTLS_E_SHORT_MEMORY_BUFFER the capacity is less than the ciphertext
 * @retval GNUTLS_E_INVALID_REQUEST a pointer is NULL with a length, the text is no whole number of
 *   blocks, or the tag of an AEAD was taken already
 *
 * @since 3.7.7
 * @see RFC 5652 section 6.3
 */
int gnutls_cipher_decrypt3(gnutls_cipher_hd_t handle,
                           const void *ctext,
                           size_t ctext_len,
                           void *ptext,
                           size_t *ptext_len,
                           unsigned int flags);

/**
 * Frees a handle for a cipher, and wipes its key.
 *
 * @param handle the handle of `gnutls_cipher_init`; NULL is ignored
 *
 * @since 2.10.0
 */
void gnutls_cipher_deinit(gnutls_cipher_hd_t handle);

/**
 * Encrypts a piece of text where it lies.
 *
 * Block ciphers in CBC take whole blocks only (`gnutls_cipher_get_block_size`); with XTS each call is
 * one data unit of at least 16 bytes. The next piece goes on where this one ends.
 *
 * @param handle the handle of `gnutls_cipher_init`
 * @param ptext in: the plaintext; out: the ciphertext
 * @param ptext_len its length in bytes
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_INVALID_REQUEST a pointer is NULL with a length, the text is no whole number of
 *   blocks, or the tag of an AEAD was taken already
 *
 * @since 2.10.0
 */
int gnutls_cipher_encrypt(gnutls_cipher_hd_t handle, void *ptext, size_t ptext_len);

/**
 * Encrypts a piece of text from one buffer to another.
 *
 * Block ciphers in CBC take whole blocks only (`gnutls_cipher_get_block_size`); with XTS each call is
 * one data unit of at least 16 bytes. The buffers may overlap. The next piece goes on where this one
 * ends.
 *
 * @param handle the handle of `gnutls_cipher_init`
 * @param ptext the plaintext
 * @param ptext_len its length in bytes
 * @param ctext takes the ciphertext, as long as the plaintext
 * @param ctext_len the capacity of `ctext` in bytes
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_SHORT_MEMORY_BUFFER the capacity is less than the plaintext
 * @retval GNUTLS_E_INVALID_REQUEST a pointer is NULL with a length, the text is no whole number of
 *   blocks, or the tag of an AEAD was taken already
 *
 * @since 2.12.0
 */
int gnutls_cipher_encrypt2(gnutls_cipher_hd_t handle,
                           const void *ptext,
                           size_t ptext_len,
                           void *ctext,
                           size_t ctext_len);

/**
 * Encrypts a piece of text from one buffer to another, and pads it where that is asked for.
 *
 * The padding of PKCS \#7 is for the last piece of a message: 1 to 16 bytes up to a whole block.
 * Stream ciphers and AEADs have none. Encrypting with NULL as `ctext` only tells the length.
 *
 * @param handle the handle of `gnutls_cipher_init`
 * @param ptext the plaintext; may be NULL if `ptext_len` is 0
 * @param ptext_len its length in bytes
 * @param ctext takes the ciphertext; NULL asks for the length
 * @param ctext_len in: the capacity of `ctext` in bytes; out: the length written, or needed if `ctext`
 *   is NULL
 * @param flags 0 or `GNUTLS_CIPHER_PADDING_PKCS7`
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_SHORT_MEMORY_BUFFER the capacity is less than the padded text; the size is not
 *   changed
 * @retval GNUTLS_E_INVALID_REQUEST a pointer is NULL with a length, the text is no whole number of
 *   blocks, or the tag of an AEAD was taken already
 *
 * @since 3.7.7
 * @see RFC 5652 section 6.3
 */
int gnutls_cipher_encrypt3(gnutls_cipher_hd_t handle,
                           const void *ptext,
                           size_t ptext_len,
                           void *ctext,
                           size_t *ctext_len,
                           unsigned int flags);

/**
 * Returns how long a block of a cipher is.
 *
 * Texts for a cipher in CBC mode have to be whole blocks, unless padding is asked for. A stream cipher
 * has blocks of one byte.
 *
 * @param algorithm a `gnutls_cipher_algorithm_t`
 *
 * @return the length in bytes, or 0 for an unknown number.
 *
 * It may be called from any thread. Since 2.10.0.
 */
unsigned int gnutls_cipher_get_block_size(gnutls_cipher_algorithm_t algorithm);

/**
 * Returns how long the IV or nonce of a cipher is.
 *
 * Some ciphers take several lengths; then it is the one that TLS uses, for AES-GCM 12 bytes.
 *
 * @param algorithm a `gnutls_cipher_algorithm_t`
 *
 * @return the length in bytes, or 0 for an unknown number and for a cipher without an IV.
 *
 * It may be called from any thread. Since 3.2.0.
 */
unsigned int gnutls_cipher_get_iv_size(gnutls_cipher_algorithm_t algorithm);

/**
 * Returns how long the authentication tag of an AEAD cipher is.
 *
 * It is how many bytes an encryption with `gnutls_aead_cipher_encrypt` adds to the text, and the
 * longest tag that the cipher has.
 *
 * @param algorithm a `gnutls_cipher_algorithm_t`
 *
 * @return the length in bytes, or 0 for an unknown number and for a cipher that does not authenticate.
 *
 * It may be called from any thread. Since 3.2.2.
 */
unsigned int gnutls_cipher_get_tag_size(gnutls_cipher_algorithm_t algorithm);

/**
 * Creates a handle for a cipher with a key and an IV.
 *
 * It encrypts and decrypts piece by piece; key and IV are copied, and the key is wiped when
 * `gnutls_cipher_deinit` frees the handle. For AEAD ciphers `gnutls_aead_cipher_init` is the better
 * choice: here the program compares the tag itself.
 *
 * @param handle takes the new handle
 * @param cipher any cipher but those that need a message whole (CCM, SIV)
 * @param key the key, of `gnutls_cipher_get_key_size` bytes; of ARCFOUR-128 any length but 0
 * @param iv the IV, of `gnutls_cipher_get_iv_size` bytes; NULL for zeros
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_INVALID_REQUEST the cipher is unknown or not for this, a pointer is NULL, or key or
 *   IV have a wrong length
 * @retval GNUTLS_E_INTERNAL_ERROR key or IV of AES in CBC, GCM or XTS have a wrong length, as GnuTLS
 *   has it
 *
 * @since 2.10.0
 */
int gnutls_cipher_init(gnutls_cipher_hd_t *handle,
                       gnutls_cipher_algorithm_t cipher,
                       const gnutls_datum_t *key,
                       const gnutls_datum_t *iv);

/**
 * Begins a new message with another IV, under the same key.
 *
 * An IV of a wrong length is ignored, as there is no way to tell of it: the old message goes on. A
 * stream cipher or AEAD may never have the same IV twice under one key.
 *
 * @param handle the handle; NULL is ignored
 * @param iv the IV; copied, not changed
 * @param ivlen its length in bytes, `gnutls_cipher_get_iv_size`
 *
 * @since 3.0
 */
void gnutls_cipher_set_iv(gnutls_cipher_hd_t handle, void *iv, size_t ivlen);

/**
 * Gives the tag of an AEAD over the text so far, encrypted or decrypted.
 *
 * It ends the message: `gnutls_cipher_set_iv` begins the next one. After decryption compare the tag
 * with the sender's by `gnutls_memcmp`, and use the text only if they are the same.
 *
 * @param handle the handle of an AEAD
 * @param tag takes the tag
 * @param tag_size how many bytes of it; more than the tag has are left as they are
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_INVALID_REQUEST `handle` is NULL, the cipher is no AEAD, or `tag` is NULL with a
 *   size
 *
 * @since 3.0
 */
int gnutls_cipher_tag(gnutls_cipher_hd_t handle, void *tag, size_t tag_size);

/**
 * Has no effect: a program cannot replace the AEAD ciphers.
 *
 * Deprecated: GnuTLS 3.7.0 gave such registration up, and keeps the function for old programs. The
 * callbacks are never called. A program that answers for keys itself has `gnutls_privkey_import_ext4`.
 *
 * @param algorithm not looked at, as all others
 * @param priority not looked at
 * @param init not called
 * @param setkey not called
 * @param aead_encrypt not called
 * @param aead_decrypt not called
 * @param deinit not called
 *
 * @return 0, always.
 *
 * @since 3.4.0
 */
int gnutls_crypto_register_aead_cipher(gnutls_cipher_algorithm_t algorithm,
                                       int priority,
                                       gnutls_cipher_init_func init,
                                       gnutls_cipher_setkey_func setkey,
                                       gnutls_cipher_aead_encrypt_func aead_encrypt,
                                       gnutls_cipher_aead_decrypt_func aead_decrypt,
                                       gnutls_cipher_deinit_func deinit);

/**
 * Has no effect: a program cannot replace the ciphers.
 *
 * Deprecated: GnuTLS 3.7.0 gave such registration up, and keeps the function for old programs. The
 * callbacks are never called. A program that answers for keys itself has `gnutls_privkey_import_ext4`.
 *
 * @param algorithm not looked at, as all others
 * @param priority not looked at
 * @param init not called
 * @param setkey not called
 * @param setiv not called
 * @param encrypt not called
 * @param decrypt not called
 * @param deinit not called
 *
 * @return 0, always.
 *
 * @since 3.4.0
 */
int gnutls_crypto_register_cipher(gnutls_cipher_algorithm_t algorithm,
                                  int priority,
                                  gnutls_cipher_init_func init,
                                  gnutls_cipher_setkey_func setkey,
                                  gnutls_cipher_setiv_func setiv,
                                  gnutls_cipher_encrypt_func encrypt,
                                  gnutls_cipher_decrypt_func decrypt,
                                  gnutls_cipher_deinit_func deinit);

/**
 * Has no effect: a program cannot replace the digests.
 *
 * Deprecated: GnuTLS 3.7.0 gave such registration up, and keeps the function for old programs. The
 * callbacks are never called.
 *
 * @param algorithm not looked at, as all others
 * @param priority not looked at
 * @param init not called
 * @param hash not called
 * @param output not called
 * @param deinit not called
 * @param hash_fast not called
 *
 * @return 0, always.
 *
 * @since 3.4.0
 */
int gnutls_crypto_register_digest(gnutls_digest_algorithm_t algorithm,
                                  int priority,
                                  gnutls_digest_init_func init,
                                  gnutls_digest_hash_func hash,
                                  gnutls_digest_output_func output,
                                  gnutls_digest_deinit_func deinit,
                                  gnutls_digest_fast_func hash_fast);

/**
 * Has no effect: a program cannot replace the MACs.
 *
 * Deprecated: GnuTLS 3.7.0 gave such registration up, and keeps the function for old programs. The
 * callbacks are never called.
 *
 * @param algorithm not looked at, as all others
 * @param priority not looked at
 * @param init not called
 * @param setkey not called
 * @param setnonce not called
 * @param hash not called
 * @param output not called
 * @param deinit not called
 * @param hash_fast not called
 *
 * @return 0, always.
 *
 * @since 3.4.0
 */
int gnutls_crypto_register_mac(gnutls_mac_algorithm_t algorithm,
                               int priority,
                               gnutls_mac_init_func init,
                               gnutls_mac_setkey_func setkey,
                               gnutls_mac_setnonce_func setnonce,
                               gnutls_mac_hash_func hash,
                               gnutls_mac_output_func output,
                               gnutls_mac_deinit_func deinit,
                               gnutls_mac_fast_func hash_fast);

/**
 * Reads algorithm and digest of a DigestInfo: the structure that PKCS \#1 v1.5 signs.
 *
 * @param info the DER; nothing may follow it
 * @param hash takes the digest's algorithm, `GNUTLS_DIG_UNKNOWN` for one that is not known; may be
 *   NULL
 * @param digest takes the digest; NULL if it is not wanted
 * @param digest_size in: the capacity of `digest` in bytes; out: the length of the digest, with
 *   `GNUTLS_E_SHORT_MEMORY_BUFFER` too
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_SHORT_MEMORY_BUFFER the digest is longer than the capacity, with `digest` NULL too
 * @retval GNUTLS_E_UNKNOWN_HASH_ALGORITHM the algorithm is not known
 * @retval GNUTLS_E_ASN1_DER_ERROR the bytes are no DigestInfo in DER
 * @retval GNUTLS_E_ASN1_TAG_ERROR the bytes are no DigestInfo in DER
 * @retval GNUTLS_E_INVALID_REQUEST `info` or `digest_size` is NULL
 *
 * @since 3.5.0
 * @see RFC 8017 section 9.2
 */
int gnutls_decode_ber_digest_info(const gnutls_datum_t *info,
                                  gnutls_digest_algorithm_t *hash,
                                  unsigned char *digest,
                                  unsigned int *digest_size);

/**
 * Reads the numbers r and s of a GOST R 34.10 signature, which has s before r.
 *
 * Each is half of the signature, big-endian. The caller frees `r->data` and `s->data` with
 * `gnutls_free`.
 *
 * @param sig_value the signature
 * @param r takes the first number
 * @param s takes the second number
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_PARSING_ERROR the length is odd
 * @retval GNUTLS_E_INVALID_REQUEST a pointer is NULL
 *
 * @since 3.6.0
 * @see RFC 4491 section 2.2.2
 */
int gnutls_decode_gost_rs_value(const gnutls_datum_t *sig_value, gnutls_datum_t *r, gnutls_datum_t *s);

/**
 * Reads the numbers r and s of a DSA or ECDSA signature from a Dss-Sig-Value.
 *
 * The numbers come as DER has them, big-endian and with their sign byte. The caller frees `r->data`
 * and `s->data` with `gnutls_free`. Only DER is taken: surplus zeros and long lengths are errors.
 *
 * @param sig_value the signature in DER; nothing may follow it
 * @param r takes the first number
 * @param s takes the second number
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_ASN1_DER_ERROR the bytes are no Dss-Sig-Value in DER
 * @retval GNUTLS_E_ASN1_TAG_ERROR the bytes are no Dss-Sig-Value in DER
 * @retval GNUTLS_E_INVALID_REQUEST a pointer is NULL
 *
 * @since 3.6.0
 * @see RFC 3279 section 2.2.2
 */
int gnutls_decode_rs_value(const gnutls_datum_t *sig_value, gnutls_datum_t *r, gnutls_datum_t *s);

/**
 * Writes a digest as a DigestInfo: the structure that PKCS \#1 v1.5 signs.
 *
 * The caller frees `output->data` with `gnutls_free`. The length of the digest is not compared with
 * its algorithm's.
 *
 * @param hash the digest's algorithm
 * @param digest the digest; not empty
 * @param output takes the DER
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_UNKNOWN_PK_ALGORITHM the algorithm has no object identifier
 * @retval GNUTLS_E_INVALID_REQUEST the algorithm is unknown, the digest empty, or a pointer NULL
 *
 * @since 3.5.0
 * @see RFC 8017 section 9.2
 */
int gnutls_encode_ber_digest_info(gnutls_digest_algorithm_t hash,
                                  const gnutls_datum_t *digest,
                                  gnutls_datum_t *output);

/**
 * Writes the numbers r and s of a GOST R 34.10 signature as one: s, then r.
 *
 * The caller frees `sig_value->data` with `gnutls_free`.
 *
 * @param sig_value takes the signature
 * @param r the first number, big-endian, in the full length of the curve
 * @param s the second number, as long as the first
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_ILLEGAL_PARAMETER the numbers have two lengths
 * @retval GNUTLS_E_INVALID_REQUEST a pointer is NULL
 *
 * @since 3.6.0
 * @see RFC 4491 section 2.2.2
 */
int gnutls_encode_gost_rs_value(gnutls_datum_t *sig_value, const gnutls_datum_t *r, const gnutls_datum_t *s);

/**
 * Writes the numbers r and s of a DSA or ECDSA signature as one Dss-Sig-Value, the form of
 * certificates and TLS.
 *
 * The caller frees `sig_value->data` with `gnutls_free`. Both numbers are positive: a sign byte is
 * added where it is needed.
 *
 * @param sig_value takes the DER
 * @param r the first number, big-endian
 * @param s the second number, big-endian
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_ASN1_VALUE_NOT_VALID a number is empty
 * @retval GNUTLS_E_INVALID_REQUEST a pointer is NULL
 *
 * @since 3.6.0
 * @see RFC 3279 section 2.2.2
 */
int gnutls_encode_rs_value(gnutls_datum_t *sig_value, const gnutls_datum_t *r, const gnutls_datum_t *s);

/**
 * Adds text to a digest.
 *
 * It may be called any number of times; the digest is that of all texts in a row.
 *
 * @param handle the digest
 * @param text the text; may be NULL if `textlen` is 0
 * @param textlen its length in bytes
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_INVALID_REQUEST `handle` is NULL, `text` is NULL with a length, or output of a
 *   SHAKE was taken already
 *
 * @since 2.10.0
 */
int gnutls_hash(gnutls_hash_hd_t handle, const void *text, size_t textlen);

/**
 * Makes a second handle with the text so far of a digest.
 *
 * It serves digests of texts that begin alike, or one in between. The two go on apart, and each is
 * freed with `gnutls_hash_deinit`.
 *
 * @param handle the handle to copy, which stays as it is
 *
 * @return the new handle, or NULL if `handle` is NULL or there is no memory.
 *
 * @since 3.6.9
 */
gnutls_hash_hd_t gnutls_hash_copy(gnutls_hash_hd_t handle);

/**
 * Frees a digest.
 *
 * @param handle the handle of `gnutls_hash_init` or `gnutls_hash_copy`; NULL is ignored
 * @param digest takes the digest of the text so far, as many bytes as `gnutls_hash_get_len` says; NULL
 *   if it is not wanted
 *
 * @since 2.10.0
 */
void gnutls_hash_deinit(gnutls_hash_hd_t handle, void *digest);

/**
 * Computes the digest of one text in one call.
 *
 * It is as `gnutls_hash_init`, `gnutls_hash` and `gnutls_hash_deinit` in a row. `digest` may overlap
 * the text.
 *
 * @param algorithm the digest, as `GNUTLS_DIG_SHA256`; no SHAKE
 * @param text the text; may be NULL if `textlen` is 0
 * @param textlen its length in bytes
 * @param digest takes as many bytes as `gnutls_hash_get_len` says
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_INVALID_REQUEST the digest is not known or a SHAKE, `digest` is NULL, or `text` is
 *   NULL with a length
 *
 * Any number of threads may call it.
 *
 * @since 2.10.0
 */
int gnutls_hash_fast(gnutls_digest_algorithm_t algorithm, const void *text, size_t textlen, void *digest);

/**
 * Returns the length of a digest.
 *
 * It is what `gnutls_hash_output` and `gnutls_hash_fast` write.
 *
 * @param algorithm the digest
 *
 * @return the length in bytes; 0 for a digest that is not known, and for a SHAKE, whose output has any
 *   length.
 *
 * Any thread may call it at any time.
 *
 * @since 2.10.0
 */
unsigned int gnutls_hash_get_len(gnutls_digest_algorithm_t algorithm);

/**
 * Begins a digest.
 *
 * `gnutls_hash` adds text, `gnutls_hash_output` or `gnutls_hash_deinit` give the digest; the latter
 * frees the handle. A SHAKE has no length of its own: `gnutls_hash_squeeze` gives its output.
 *
 * @param dig takes the new handle
 * @param algorithm the digest, as `GNUTLS_DIG_SHA256`
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_INVALID_REQUEST the digest is not known, or `dig` is NULL
 *
 * @since 2.10.0
 */
int gnutls_hash_init(gnutls_hash_hd_t *dig, gnutls_digest_algorithm_t algorithm);

/**
 * Writes the digest of the text so far, and begins anew.
 *
 * A SHAKE writes nothing, and begins anew too.
 *
 * @param handle the digest; with NULL nothing is written
 * @param digest takes as many bytes as `gnutls_hash_get_len` says; with NULL nothing is written, and
 *   the text so far is forgotten
 *
 * @since 2.10.0
 */
void gnutls_hash_output(gnutls_hash_hd_t handle, void *digest);

/**
 * Writes the next bytes of the output of a SHAKE.
 *
 * Each call goes on where the last one ended, so that the output may have any length. After the first
 * one no text can be added; `gnutls_hash_output` begins anew.
 *
 * @param handle a digest of `GNUTLS_DIG_SHAKE_128` or `GNUTLS_DIG_SHAKE_256`
 * @param digest takes the bytes
 * @param length how many
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_INVALID_REQUEST `handle` is NULL, another digest, or `digest` is NULL with a length
 *
 * @since 3.8.6
 * @see FIPS 202 section 6.2
 */
int gnutls_hash_squeeze(gnutls_hash_hd_t handle, void *digest, size_t length);

/**
 * Makes keys of a pseudorandom key: the second step of HKDF.
 *
 * `output` may overlap the other buffers.
 *
 * @param mac the MAC of `gnutls_hkdf_extract`
 * @param key the pseudorandom key
 * @param info tells keys for several uses apart; NULL for none
 * @param output takes the bytes
 * @param length how many: at most 255 times the length of the MAC
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_INVALID_REQUEST the MAC is unknown or takes a nonce, `length` is too large, the key
 *   has a wrong length, or `key` or `output` is NULL
 *
 * Any number of threads may call it.
 *
 * @since 3.6.13
 * @see RFC 5869 section 2.3
 */
int gnutls_hkdf_expand(gnutls_mac_algorithm_t mac,
                       const gnutls_datum_t *key,
                       const gnutls_datum_t *info,
                       void *output,
                       size_t length);

/**
 * Concentrates key material into a pseudorandom key: the first step of HKDF.
 *
 * `gnutls_hkdf_expand` makes keys of it.
 *
 * @param mac the MAC, as `GNUTLS_MAC_SHA256`; one without a nonce
 * @param key the key material
 * @param salt a salt, which is no secret; NULL for an empty one. A MAC that is no HMAC takes a salt of
 *   its key length only
 * @param output takes the key: as many bytes as `gnutls_hmac_get_len` says
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_INVALID_REQUEST the MAC is unknown or takes a nonce, the salt has a wrong length,
 *   or `key` or `output` is NULL
 *
 * Any number of threads may call it.
 *
 * @since 3.6.13
 * @see RFC 5869 section 2.2
 */
int gnutls_hkdf_extract(gnutls_mac_algorithm_t mac,
                        const gnutls_datum_t *key,
                        const gnutls_datum_t *salt,
                        void *output);

/**
 * Adds text to a message authentication code.
 *
 * It may be called any number of times; the MAC is that of all texts in a row.
 *
 * @param handle the MAC
 * @param text the text; may be NULL if `textlen` is 0
 * @param textlen its length in bytes
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_INVALID_REQUEST `handle` is NULL, or `text` is NULL with a length
 *
 * @since 2.10.0
 */
int gnutls_hmac(gnutls_hmac_hd_t handle, const void *text, size_t textlen);

/**
 * Makes a second handle with the key and the text so far of a message authentication code.
 *
 * It serves MACs of texts that begin alike. The two go on apart, and each is freed with
 * `gnutls_hmac_deinit`.
 *
 * @param handle the handle to copy, which stays as it is
 *
 * @return the new handle, or NULL if `handle` is NULL or there is no memory.
 *
 * @since 3.6.9
 */
gnutls_hmac_hd_t gnutls_hmac_copy(gnutls_hmac_hd_t handle);

/**
 * Frees a message authentication code, and wipes its key.
 *
 * @param handle the handle of `gnutls_hmac_init` or `gnutls_hmac_copy`; NULL is ignored
 * @param digest takes the MAC of the text so far, as many bytes as `gnutls_hmac_get_len` says; NULL if
 *   it is not wanted
 *
 * @since 2.10.0
 */
void gnutls_hmac_deinit(gnutls_hmac_hd_t handle, void *digest);

/**
 * Computes the message authentication code of one text in one call.
 *
 * It is as `gnutls_hmac_init`, `gnutls_hmac` and `gnutls_hmac_deinit` in a row. `digest` may overlap
 * key and text.
 *
 * @param algorithm a MAC without a nonce, as `GNUTLS_MAC_SHA256` for HMAC with SHA-256
 * @param key the key; may be NULL if `keylen` is 0
 * @param keylen its length in bytes; an HMAC takes any length, other MACs that of
 *   `gnutls_hmac_get_key_size`
 * @param text the text; may be NULL if `textlen` is 0
 * @param textlen its length in bytes
 * @param digest takes the MAC: as many bytes as `gnutls_hmac_get_len` says
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_INVALID_REQUEST the MAC is not known or takes a nonce, the key has a wrong length,
 *   or a pointer is NULL
 *
 * Any number of threads may call it.
 *
 * @since 2.10.0
 */
int gnutls_hmac_fast(gnutls_mac_algorithm_t algorithm,
                     const void *key,
                     size_t keylen,
                     const void *text,
                     size_t textlen,
                     void *digest);

/**
 * Returns the usual length of a MAC's key.
 *
 * An HMAC takes a key of any length; the others, made of a cipher, take this one only.
 *
 * @param algorithm the MAC
 *
 * @return the length in bytes, 0 for a MAC that is not known.
 *
 * Any thread may call it at any time.
 *
 * @since 3.6.12
 */
unsigned int gnutls_hmac_get_key_size(gnutls_mac_algorithm_t algorithm);

/**
 * Returns the length of a MAC.
 *
 * It is what `gnutls_hmac_output` and `gnutls_hmac_fast` write.
 *
 * @param algorithm the MAC
 *
 * @return the length in bytes, 0 for a MAC that is not known.
 *
 * Any thread may call it at any time.
 *
 * @since 2.10.0
 */
unsigned int gnutls_hmac_get_len(gnutls_mac_algorithm_t algorithm);

/**
 * Begins a message authentication code with a key.
 *
 * `gnutls_hmac` adds text, `gnutls_hmac_output` or `gnutls_hmac_deinit` give the MAC; the latter frees
 * the handle. The key is copied, and wiped with the handle. UMAC and GMAC want a nonce first
 * (`gnutls_hmac_set_nonce`).
 *
 * @param dig takes the new handle
 * @param algorithm the MAC, as `GNUTLS_MAC_SHA256` for HMAC with SHA-256
 * @param key the key; may be NULL if `keylen` is 0
 * @param keylen its length in bytes; an HMAC takes any length, other MACs that of
 *   `gnutls_hmac_get_key_size`
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_INVALID_REQUEST the MAC is not known, the key has a wrong length, or a pointer is
 *   NULL
 *
 * @since 2.10.0
 */
int gnutls_hmac_init(gnutls_hmac_hd_t *dig, gnutls_mac_algorithm_t algorithm, const void *key, size_t keylen);

/**
 * Writes the MAC of the text so far, and begins anew with the same key.
 *
 * Compare MACs with `gnutls_memcmp`, which takes the same time for any two.
 *
 * @param handle the MAC; with NULL nothing is written
 * @param digest takes as many bytes as `gnutls_hmac_get_len` says; with NULL nothing happens, and the
 *   text so far still counts
 *
 * @since 2.10.0
 */
void gnutls_hmac_output(gnutls_hmac_hd_t handle, void *digest);

/**
 * Sets the nonce of a UMAC or GMAC, before any text.
 *
 * Each message under one key needs a nonce of its own. Without one it is zero; after
 * `gnutls_hmac_output` a UMAC counts its nonce up by one, a GMAC has the same once more. Other MACs
 * ignore the call, and so does every MAC for a nonce of a wrong length.
 *
 * @param handle the MAC; NULL is ignored
 * @param nonce the nonce; copied
 * @param nonce_len its length in bytes: 1 to 16 with UMAC, usually 12 with GMAC
 *
 * @since 3.2.0
 * @see RFC 4418, SP 800-38D
 */
void gnutls_hmac_set_nonce(gnutls_hmac_hd_t handle, const void *nonce, size_t nonce_len);

/**
 * Returns how long the nonce of a MAC is.
 *
 * UMAC and GMAC have one, which `gnutls_hmac_set_nonce` sets and which must not be used twice with a
 * key. HMAC has none.
 *
 * @param algorithm a `gnutls_mac_algorithm_t`
 *
 * @return the length in bytes, or 0 for an unknown number and for a MAC without a nonce.
 *
 * It may be called from any thread. Since 3.2.0.
 */
size_t gnutls_mac_get_nonce_size(gnutls_mac_algorithm_t algorithm);

/**
 * Derives a key from a password.
 *
 * The time grows with the iterations and with each length of the MAC that is asked for.
 *
 * @param mac the MAC, as `GNUTLS_MAC_SHA256`; one without a nonce
 * @param key the password
 * @param salt the salt, at least 16 random bytes; NULL for none
 * @param iter_count the iterations; not 0. GnuTLS ends the process for 0
 * @param output takes the key
 * @param length its length in bytes
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_INVALID_REQUEST there are no iterations, the MAC is unknown or takes a nonce, the
 *   password is no key of the MAC (an HMAC takes any), or `key` or `output` is NULL
 *
 * Any number of threads may call it.
 *
 * @since 3.6.13
 * @see RFC 8018 section 5.2
 */
int gnutls_pbkdf2(gnutls_mac_algorithm_t mac,
                  const gnutls_datum_t *key,
                  const gnutls_datum_t *salt,
                  unsigned int iter_count,
                  void *output,
                  size_t length);

/**
 * Fills a buffer with random bytes.
 *
 * Every level is fit for keys here: the bytes come from a generator of the calling thread, which is
 * seeded by the system, and again after a fork and after 2 MiB.
 *
 * @param level `GNUTLS_RND_NONCE`, `GNUTLS_RND_RANDOM` or `GNUTLS_RND_KEY`
 * @param data takes the bytes
 * @param len how many; 0 is a success whatever the rest
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_RANDOM_FAILED the level is unknown
 * @retval GNUTLS_E_RANDOM_DEVICE_ERROR the system gives no seed
 * @retval GNUTLS_E_INVALID_REQUEST `data` is NULL
 *
 * Any number of threads may call it: they share no state.
 *
 * @since 2.12.0
 */
int gnutls_rnd(gnutls_rnd_level_t level, void *data, size_t len);

/**
 * Makes the random generator of the calling thread draw a new seed from the system.
 *
 * A program need not call it: that happens by itself after a fork and after 2 MiB of output. It serves
 * one whose memory was duplicated in another way, as with a snapshot of a virtual machine. The
 * generators of other threads are not touched.
 *
 * @since 3.1.7
 */
void gnutls_rnd_refresh(void);

#ifdef __cplusplus
}
#endif

#endif
