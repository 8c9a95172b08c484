/* crypto.h of gnutls-rs, written by tools/headers: do not edit. */

#ifndef GNUTLS_CRYPTO_H
#define GNUTLS_CRYPTO_H

#include <gnutls/gnutls.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef enum gnutls_cipher_flags_t {
        GNUTLS_CIPHER_PADDING_PKCS7 = 1
} gnutls_cipher_flags_t;

typedef enum gnutls_rnd_level_t {
        GNUTLS_RND_NONCE = 0,
        GNUTLS_RND_RANDOM = 1,
        GNUTLS_RND_KEY = 2
} gnutls_rnd_level_t;

typedef struct api_aead_cipher_hd_st api_aead_cipher_hd_st;

typedef struct api_cipher_hd_st api_cipher_hd_st;

typedef struct hash_hd_st hash_hd_st;

typedef struct hmac_hd_st hmac_hd_st;

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

typedef int (*gnutls_cipher_auth_func)(void*, const void*, size_t);

typedef int (*gnutls_cipher_decrypt_func)(void*, const void*, size_t, void*, size_t);

typedef int (*gnutls_cipher_encrypt_func)(void*, const void*, size_t, void*, size_t);

typedef int (*gnutls_cipher_getiv_func)(void*, void*, size_t);

typedef int (*gnutls_cipher_init_func)(gnutls_cipher_algorithm_t, void**, int);

typedef int (*gnutls_cipher_setiv_func)(void*, const void*, size_t);

typedef int (*gnutls_cipher_setkey_func)(void*, const void*, size_t);

typedef int (*gnutls_digest_fast_func)(gnutls_digest_algorithm_t, const void*, size_t, void*);

typedef int (*gnutls_digest_hash_func)(void*, const void*, size_t);

typedef int (*gnutls_digest_init_func)(gnutls_digest_algorithm_t, void**);

typedef int (*gnutls_digest_output_func)(void*, void*, size_t);

typedef int (*gnutls_mac_fast_func)(gnutls_mac_algorithm_t,
                                    const void*,
                                    size_t,
                                    const void*,
                                    size_t,
                                    const void*,
                                    size_t,
                                    void*);

typedef int (*gnutls_mac_hash_func)(void*, const void*, size_t);

typedef int (*gnutls_mac_init_func)(gnutls_mac_algorithm_t, void**);

typedef int (*gnutls_mac_output_func)(void*, void*, size_t);

typedef int (*gnutls_mac_setkey_func)(void*, const void*, size_t);

typedef int (*gnutls_mac_setnonce_func)(void*, const void*, size_t);

typedef struct api_aead_cipher_hd_st *gnutls_aead_cipher_hd_t;

typedef struct api_cipher_hd_st *gnutls_cipher_hd_t;

typedef struct hash_hd_st *gnutls_hash_hd_t;

typedef struct hmac_hd_st *gnutls_hmac_hd_t;

typedef void (*gnutls_cipher_deinit_func)(void*);

typedef void (*gnutls_cipher_tag_func)(void*, void*, size_t);

typedef void (*gnutls_digest_deinit_func)(void*);

typedef void (*gnutls_mac_deinit_func)(void*);

typedef void *(*gnutls_digest_copy_func)(const void*);

typedef void *(*gnutls_mac_copy_func)(const void*);

/**
 * Checks the tag of `ctext` and writes the text to `ptext`. `GNUTLS_E_DECRYPTION_FAILED` for a wrong tag;
 * nothing of the text is left in `ptext` then. Manual: `gnutls_aead_cipher_decrypt`.
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
 * Checks the tag and decrypts scattered text where it lies; nothing is written if the tag is wrong.
 * Manual: `gnutls_aead_cipher_decryptv2`.
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
 * Frees the handle. Manual: `gnutls_aead_cipher_deinit`.
 */
void gnutls_aead_cipher_deinit(gnutls_aead_cipher_hd_t handle);

/**
 * Encrypts and writes text and tag to `ctext` (for SIV the tag comes first). `tag_size` 0 means the whole
 * tag. `GNUTLS_E_SHORT_MEMORY_BUFFER` if `ctext_len` is too little, `GNUTLS_E_INVALID_REQUEST` for a
 * nonce or a tag of a length that the cipher does not take. Manual: `gnutls_aead_cipher_encrypt`.
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
 * As `gnutls_aead_cipher_encrypt`, of scattered text. Manual: `gnutls_aead_cipher_encryptv`.
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
 * Encrypts scattered text where it lies and writes the tag apart; NULL or 0 as `tag_size` means the whole tag.
 * Manual: `gnutls_aead_cipher_encryptv2`.
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
 * Begins with a key; `gnutls_aead_cipher_deinit` frees `handle`. `GNUTLS_E_INVALID_REQUEST` for a cipher
 * that is no AEAD; a key of the wrong length as in `gnutls_cipher_init`.
 * Manual: `gnutls_aead_cipher_init`.
 */
int gnutls_aead_cipher_init(gnutls_aead_cipher_hd_t *handle,
                            gnutls_cipher_algorithm_t cipher,
                            const gnutls_datum_t *key);

/**
 * Changes the key; `GNUTLS_E_INVALID_REQUEST` for one of the wrong length.
 * Manual: `gnutls_aead_cipher_set_key`.
 */
int gnutls_aead_cipher_set_key(gnutls_aead_cipher_hd_t handle, const gnutls_datum_t *key);

/**
 * Additional data of an AEAD, before the text. `GNUTLS_E_INVALID_REQUEST` for other ciphers.
 * Manual: `gnutls_cipher_add_auth`.
 */
int gnutls_cipher_add_auth(gnutls_cipher_hd_t handle, const void *ptext, size_t ptext_size);

/**
 * Decrypts in place. Manual: `gnutls_cipher_decrypt`.
 */
int gnutls_cipher_decrypt(gnutls_cipher_hd_t handle, void *ctext, size_t ctext_len);

/**
 * Decrypts into another buffer. Manual: `gnutls_cipher_decrypt2`.
 */
int gnutls_cipher_decrypt2(gnutls_cipher_hd_t handle,
                           const void *ctext,
                           size_t ctext_len,
                           void *ptext,
                           size_t ptext_len);

/**
 * As `gnutls_cipher_decrypt2`, taking the padding off that `gnutls_cipher_encrypt3` added. A NULL
 * `ptext` asks for the length, of which the padding is a part. `GNUTLS_E_DECRYPTION_FAILED` for a padding
 * that is none, `GNUTLS_E_INVALID_REQUEST` for a text that is no whole number of blocks.
 * Manual: `gnutls_cipher_decrypt3`.
 */
int gnutls_cipher_decrypt3(gnutls_cipher_hd_t handle,
                           const void *ctext,
                           size_t ctext_len,
                           void *ptext,
                           size_t *ptext_len,
                           unsigned int flags);

/**
 * Frees the handle. Manual: `gnutls_cipher_deinit`.
 */
void gnutls_cipher_deinit(gnutls_cipher_hd_t handle);

/**
 * Encrypts in place; whole blocks for CBC. Manual: `gnutls_cipher_encrypt`.
 */
int gnutls_cipher_encrypt(gnutls_cipher_hd_t handle, void *ptext, size_t ptext_len);

/**
 * Encrypts into another buffer; `GNUTLS_E_SHORT_MEMORY_BUFFER` if it has less space than there is text.
 * Manual: `gnutls_cipher_encrypt2`.
 */
int gnutls_cipher_encrypt2(gnutls_cipher_hd_t handle,
                           const void *ptext,
                           size_t ptext_len,
                           void *ctext,
                           size_t ctext_len);

/**
 * As `gnutls_cipher_encrypt2`, with `GNUTLS_CIPHER_PADDING_PKCS7` adding the padding of RFC 8018.
 * A NULL `ctext` asks for the length. Manual: `gnutls_cipher_encrypt3`.
 */
int gnutls_cipher_encrypt3(gnutls_cipher_hd_t handle,
                           const void *ptext,
                           size_t ptext_len,
                           void *ctext,
                           size_t *ctext_len,
                           unsigned int flags);

/**
 * Bytes of a block (1 for a stream cipher); 0 for an unknown number.
 * Manual: `gnutls_cipher_get_block_size`.
 */
unsigned int gnutls_cipher_get_block_size(gnutls_cipher_algorithm_t algorithm);

/**
 * Bytes of the IV or nonce; 0 for an unknown number.
 * Manual: `gnutls_cipher_get_iv_size`.
 */
unsigned int gnutls_cipher_get_iv_size(gnutls_cipher_algorithm_t algorithm);

/**
 * Bytes of the tag of an authenticated cipher; 0 for others.
 * Manual: `gnutls_cipher_get_tag_size`.
 */
unsigned int gnutls_cipher_get_tag_size(gnutls_cipher_algorithm_t algorithm);

/**
 * Begins with a key and an IV (NULL: zeros); `gnutls_cipher_deinit` frees `handle`.
 * `GNUTLS_E_INVALID_REQUEST` for an unknown cipher or one that needs the message at once (CCM, SIV),
 * `GNUTLS_E_INTERNAL_ERROR` for a key or an IV of the wrong length, as GnuTLS has it for AES.
 * Manual: `gnutls_cipher_init`.
 */
int gnutls_cipher_init(gnutls_cipher_hd_t *handle,
                       gnutls_cipher_algorithm_t cipher,
                       const gnutls_datum_t *key,
                       const gnutls_datum_t *iv);

/**
 * Begins anew with another IV; one of the wrong length is ignored. Manual: `gnutls_cipher_set_iv`.
 */
void gnutls_cipher_set_iv(gnutls_cipher_hd_t handle, void *iv, size_t ivlen);

/**
 * Writes the tag of the text so far, or its first `tag_size` bytes. Manual: `gnutls_cipher_tag`.
 */
int gnutls_cipher_tag(gnutls_cipher_hd_t handle, void *tag, size_t tag_size);

/**
 * Without effect; always 0. Manual: `gnutls_crypto_register_aead_cipher`, deprecated.
 */
int gnutls_crypto_register_aead_cipher(gnutls_cipher_algorithm_t algorithm,
                                       int priority,
                                       gnutls_cipher_init_func init,
                                       gnutls_cipher_setkey_func setkey,
                                       gnutls_cipher_aead_encrypt_func aead_encrypt,
                                       gnutls_cipher_aead_decrypt_func aead_decrypt,
                                       gnutls_cipher_deinit_func deinit);

/**
 * Without effect; always 0. Manual: `gnutls_crypto_register_cipher`, deprecated.
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
 * Without effect; always 0. Manual: `gnutls_crypto_register_digest`, deprecated.
 */
int gnutls_crypto_register_digest(gnutls_digest_algorithm_t algorithm,
                                  int priority,
                                  gnutls_digest_init_func init,
                                  gnutls_digest_hash_func hash,
                                  gnutls_digest_output_func output,
                                  gnutls_digest_deinit_func deinit,
                                  gnutls_digest_fast_func hash_fast);

/**
 * Without effect; always 0. Manual: `gnutls_crypto_register_mac`, deprecated.
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
 * Reads a DigestInfo into `hash` and `digest`; `*digest_size` holds the capacity and then the length.
 * `GNUTLS_E_SHORT_MEMORY_BUFFER` with the length if there is too little, `GNUTLS_E_UNKNOWN_HASH_ALGORITHM`
 * with `GNUTLS_DIG_UNKNOWN` in `hash`, `GNUTLS_E_ASN1_DER_ERROR` for anything that is not DER. A NULL
 * `digest` is not written to. Manual: `gnutls_decode_ber_digest_info`.
 */
int gnutls_decode_ber_digest_info(const gnutls_datum_t *info,
                                  gnutls_digest_algorithm_t *hash,
                                  unsigned char *digest,
                                  unsigned int *digest_size);

/**
 * Reads a GOST R 34.10 signature; the caller frees `r->data` and `s->data`. `GNUTLS_E_PARSING_ERROR` for
 * an odd length. Manual: `gnutls_decode_gost_rs_value`.
 */
int gnutls_decode_gost_rs_value(const gnutls_datum_t *sig_value, gnutls_datum_t *r, gnutls_datum_t *s);

/**
 * Reads a Dss-Sig-Value; the caller frees `r->data` and `s->data`. Numbers come as they are written,
 * with their sign byte. `GNUTLS_E_ASN1_DER_ERROR` for anything that is not DER. Manual: `gnutls_decode_rs_value`.
 */
int gnutls_decode_rs_value(const gnutls_datum_t *sig_value,
                           gnutls_datum_t *r,
                           gnutls_datum_t *s);

/**
 * Wraps a digest in a DigestInfo (RFC 8017 section 9.2); the caller frees `output->data`.
 * `GNUTLS_E_INVALID_REQUEST` for an unknown or an empty digest, `GNUTLS_E_UNKNOWN_PK_ALGORITHM` for one
 * without an object identifier. Manual: `gnutls_encode_ber_digest_info`.
 */
int gnutls_encode_ber_digest_info(gnutls_digest_algorithm_t hash,
                                  const gnutls_datum_t *digest,
                                  gnutls_datum_t *output);

/**
 * Writes the two numbers of a GOST R 34.10 signature as one, s before r, both as long as each other; the
 * caller frees `sig_value->data`. `GNUTLS_E_ILLEGAL_PARAMETER` for two lengths.
 * Manual: `gnutls_encode_gost_rs_value`.
 */
int gnutls_encode_gost_rs_value(gnutls_datum_t *sig_value, const gnutls_datum_t *r, const gnutls_datum_t *s);

/**
 * Writes the two numbers of a DSA or ECDSA signature as one Dss-Sig-Value; the caller frees
 * `sig_value->data`. `GNUTLS_E_ASN1_VALUE_NOT_VALID` for an empty number.
 * Manual: `gnutls_encode_rs_value`.
 */
int gnutls_encode_rs_value(gnutls_datum_t *sig_value, const gnutls_datum_t *r, const gnutls_datum_t *s);

/**
 * Adds `textlen` bytes. `GNUTLS_E_INVALID_REQUEST` after `gnutls_hash_squeeze`. Manual: `gnutls_hash`.
 */
int gnutls_hash(gnutls_hash_hd_t handle, const void *text, size_t textlen);

/**
 * A second handle with the same state, to be freed on its own; NULL on failure.
 * Manual: `gnutls_hash_copy`.
 */
gnutls_hash_hd_t gnutls_hash_copy(gnutls_hash_hd_t handle);

/**
 * Frees the handle; writes the digest first unless `digest` is NULL. Manual: `gnutls_hash_deinit`.
 */
void gnutls_hash_deinit(gnutls_hash_hd_t handle, void *digest);

/**
 * Digests one buffer. Manual: `gnutls_hash_fast`.
 */
int gnutls_hash_fast(gnutls_digest_algorithm_t algorithm, const void *text, size_t textlen, void *digest);

/**
 * Bytes of a digest; 0 for an unknown one. Manual: `gnutls_hash_get_len`.
 */
unsigned int gnutls_hash_get_len(gnutls_digest_algorithm_t algorithm);

/**
 * Begins a digest; `gnutls_hash_deinit` frees `dig`. `GNUTLS_E_INVALID_REQUEST` for an unknown
 * algorithm. Manual: `gnutls_hash_init`.
 */
int gnutls_hash_init(gnutls_hash_hd_t *dig, gnutls_digest_algorithm_t algorithm);

/**
 * Writes the digest and begins anew; a SHAKE writes nothing. Manual: `gnutls_hash_output`.
 */
void gnutls_hash_output(gnutls_hash_hd_t handle, void *digest);

/**
 * Writes the next `length` bytes of a SHAKE; each call goes on where the last one ended.
 * `GNUTLS_E_INVALID_REQUEST` for any other digest. Manual: `gnutls_hash_squeeze`.
 */
int gnutls_hash_squeeze(gnutls_hash_hd_t handle, void *digest, size_t length);

/**
 * HKDF-Expand (RFC 5869); at most 255 times the MAC's length, else `GNUTLS_E_INVALID_REQUEST`, as for a key or
 * a MAC that `gnutls_hkdf_extract` would not take. Manual: `gnutls_hkdf_expand`.
 */
int gnutls_hkdf_expand(gnutls_mac_algorithm_t mac,
                       const gnutls_datum_t *key,
                       const gnutls_datum_t *info,
                       void *output,
                       size_t length);

/**
 * HKDF-Extract (RFC 5869) into `output`, which has space for the MAC; NULL as `salt` is an empty one.
 * `GNUTLS_E_INVALID_REQUEST` for a MAC that takes a nonce, or a salt that is no key of the MAC (an HMAC
 * takes any). Manual: `gnutls_hkdf_extract`.
 */
int gnutls_hkdf_extract(gnutls_mac_algorithm_t mac,
                        const gnutls_datum_t *key,
                        const gnutls_datum_t *salt,
                        void *output);

/**
 * Adds `textlen` bytes. Manual: `gnutls_hmac`.
 */
int gnutls_hmac(gnutls_hmac_hd_t handle, const void *text, size_t textlen);

/**
 * A second handle with the same state, to be freed on its own; NULL on failure.
 * Manual: `gnutls_hmac_copy`.
 */
gnutls_hmac_hd_t gnutls_hmac_copy(gnutls_hmac_hd_t handle);

/**
 * Frees the handle; writes the MAC first unless `digest` is NULL. Manual: `gnutls_hmac_deinit`.
 */
void gnutls_hmac_deinit(gnutls_hmac_hd_t handle, void *digest);

/**
 * The MAC of one buffer. `GNUTLS_E_INVALID_REQUEST` as `gnutls_hmac_init`, and for a MAC that takes a nonce.
 * Manual: `gnutls_hmac_fast`.
 */
int gnutls_hmac_fast(gnutls_mac_algorithm_t algorithm,
                     const void *key,
                     size_t keylen,
                     const void *text,
                     size_t textlen,
                     void *digest);

/**
 * Bytes of a MAC's usual key; 0 for an unknown one. Manual: `gnutls_hmac_get_key_size`.
 */
unsigned int gnutls_hmac_get_key_size(gnutls_mac_algorithm_t algorithm);

/**
 * Bytes of a MAC; 0 for an unknown one. Manual: `gnutls_hmac_get_len`.
 */
unsigned int gnutls_hmac_get_len(gnutls_mac_algorithm_t algorithm);

/**
 * Begins a MAC; `gnutls_hmac_deinit` frees `dig`. `GNUTLS_E_INVALID_REQUEST` for an unknown algorithm, or a
 * key of a length that it does not take (an HMAC takes any). Manual: `gnutls_hmac_init`.
 */
int gnutls_hmac_init(gnutls_hmac_hd_t *dig, gnutls_mac_algorithm_t algorithm, const void *key, size_t keylen);

/**
 * Writes the MAC and begins anew with the same key; nothing happens if `digest` is NULL. Manual: `gnutls_hmac_output`.
 */
void gnutls_hmac_output(gnutls_hmac_hd_t handle,
                        void *digest);

/**
 * The nonce of a UMAC or GMAC, before the text; without effect on other MACs. Without one it is zero.
 * Manual: `gnutls_hmac_set_nonce`.
 */
void gnutls_hmac_set_nonce(gnutls_hmac_hd_t handle, const void *nonce, size_t nonce_len);

/**
 * Bytes of the nonce; 0 for a MAC without one.
 * Manual: `gnutls_mac_get_nonce_size`.
 */
size_t gnutls_mac_get_nonce_size(gnutls_mac_algorithm_t algorithm);

/**
 * PBKDF2 (RFC 8018). `GNUTLS_E_INVALID_REQUEST` for no iterations, where GnuTLS ends the process, and for a
 * password or a MAC that `gnutls_hkdf_extract` would not take. Manual: `gnutls_pbkdf2`.
 */
int gnutls_pbkdf2(gnutls_mac_algorithm_t mac,
                  const gnutls_datum_t *key,
                  const gnutls_datum_t *salt,
                  unsigned int iter_count,
                  void *output,
                  size_t length);

/**
 * Fills `data` with `len` random bytes. Every level is fit for keys here.
 * `GNUTLS_E_RANDOM_FAILED` for an unknown level. Manual: `gnutls_rnd`.
 */
int gnutls_rnd(gnutls_rnd_level_t level, void *data, size_t len);

/**
 * Has the calling thread's generator draw a new seed. Manual: `gnutls_rnd_refresh`.
 */
void gnutls_rnd_refresh(void);

#ifdef __cplusplus
}
#endif

#endif
