/* pkcs12.h of gnutls-rs, written by tools/headers: do not edit. */
/**
 * @file gnutls/pkcs12.h
 *
 * Keys and certificates in PKCS #12 files (RFC 7292).
 */

#ifndef GNUTLS_PKCS12_H
#define GNUTLS_PKCS12_H

#include <gnutls/x509.h>

#ifdef __cplusplus
extern "C" {
#endif

#define GNUTLS_PKCS12_SP_INCLUDE_SELF_SIGNED 1

/** What an element of a PKCS #12 bag is. */
typedef enum gnutls_pkcs12_bag_type_t {
        GNUTLS_BAG_EMPTY = 0,
        GNUTLS_BAG_PKCS8_ENCRYPTED_KEY = 1,
        GNUTLS_BAG_PKCS8_KEY = 2,
        GNUTLS_BAG_CERTIFICATE = 3,
        GNUTLS_BAG_CRL = 4,
        GNUTLS_BAG_SECRET = 5,
        GNUTLS_BAG_ENCRYPTED = 10,
        GNUTLS_BAG_UNKNOWN = 20
} gnutls_pkcs12_bag_type_t;

typedef struct gnutls_pkcs12_bag_int gnutls_pkcs12_bag_int;

typedef struct gnutls_pkcs12_int gnutls_pkcs12_int;

typedef struct gnutls_pkcs12_bag_int *gnutls_pkcs12_bag_t;

typedef struct gnutls_pkcs12_int *gnutls_pkcs12_t;

/**
 * Decrypts a bag.
 *
 * Its elements take the place of the encrypted one. On failure it stays as it is. The work is what the
 * file asks for, up to half a second; a file that asks for more is refused.
 *
 * @param bag the bag
 * @param pass the password, in UTF-8 and NUL-terminated; with the schemes of PKCS \#12 NULL is not the
 *   same as an empty one
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_DECRYPTION_FAILED the password is wrong
 * @retval GNUTLS_E_UNKNOWN_CIPHER_TYPE the encryption is not supported
 * @retval GNUTLS_E_UNKNOWN_HASH_ALGORITHM the encryption is not supported
 * @retval GNUTLS_E_ASN1_GENERIC_ERROR the encryption is not supported
 * @retval GNUTLS_E_ILLEGAL_PARAMETER iterations or salt are beyond what is worked with
 * @retval GNUTLS_E_ASN1_DER_ERROR the bag cannot be read
 * @retval GNUTLS_E_ASN1_TAG_ERROR the bag cannot be read
 * @retval GNUTLS_E_MEMORY_ERROR the bag has more than 1024 elements
 * @retval GNUTLS_E_INVALID_REQUEST the bag is not encrypted, or `bag` is NULL
 *
 * @see RFC 7292 section 4.1, RFC 8018
 */
int gnutls_pkcs12_bag_decrypt(gnutls_pkcs12_bag_t bag, const char *pass);

/**
 * Frees a bag.
 *
 * What it held is wiped. Files that it was added to are not affected.
 *
 * @param bag the bag; NULL is ignored
 */
void gnutls_pkcs12_bag_deinit(gnutls_pkcs12_bag_t bag);

/**
 * Tells how a bag is encrypted, without opening it.
 *
 * `gnutls_pkcs_schema_get_name` has the name of the scheme. For keys that are encrypted themselves
 * there is `gnutls_pkcs8_info`.
 *
 * @param bag the bag
 * @param schema takes the scheme, a flag of `gnutls_pkcs_encrypt_flags_t`; may be NULL
 * @param cipher takes the cipher, a value of `gnutls_cipher_algorithm_t`; may be NULL
 * @param salt takes the salt; with NULL its length alone is written, which is a success
 * @param salt_size in: the capacity of `salt` in bytes; out: the length of the salt. NULL if the salt
 *   is not wanted
 * @param iter_count takes the number of iterations; may be NULL
 * @param oid takes the dotted identifier of the scheme, also where that is not supported, or NULL; it
 *   is freed with `gnutls_free`. May be NULL
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_INVALID_REQUEST the bag is not encrypted, or `bag` is NULL
 * @retval GNUTLS_E_SHORT_MEMORY_BUFFER `salt` is too small
 * @retval GNUTLS_E_UNKNOWN_CIPHER_TYPE the scheme or cipher is not supported; only `oid` is set
 * @retval GNUTLS_E_UNKNOWN_HASH_ALGORITHM the derivation of the key is not supported
 * @retval GNUTLS_E_ASN1_GENERIC_ERROR the derivation of the key is not supported
 * @retval GNUTLS_E_ILLEGAL_PARAMETER iterations or salt are beyond what is worked with
 * @retval GNUTLS_E_ASN1_DER_ERROR the bag cannot be read
 * @retval GNUTLS_E_ASN1_TAG_ERROR the bag cannot be read
 *
 * @since 3.4.0
 * @see RFC 7292 section 4.1, RFC 8018
 */
int gnutls_pkcs12_bag_enc_info(gnutls_pkcs12_bag_t bag,
                               unsigned int *schema,
                               unsigned int *cipher,
                               void *salt,
                               unsigned int *salt_size,
                               unsigned int *iter_count,
                               char **oid);

/**
 * Encrypts a bag.
 *
 * All its elements become one of the type `GNUTLS_BAG_ENCRYPTED`. The key is derived from the password
 * with a fresh salt and 600000 iterations: it takes time.
 *
 * @param bag the bag
 * @param pass the password, in UTF-8 and NUL-terminated; with the schemes of PKCS \#12 NULL is not the
 *   same as an empty one
 * @param flags the scheme, a value of `gnutls_pkcs_encrypt_flags_t`; 0 or several for PBES2 with
 *   AES-256
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_INVALID_UTF8_STRING the password cannot be used
 * @retval GNUTLS_E_INVALID_PASSWORD_STRING the password cannot be used
 * @retval GNUTLS_E_INVALID_REQUEST the bag is encrypted already, `flags` has `GNUTLS_PKCS_PLAIN` or a
 *   scheme that nothing is encrypted with, or `bag` is NULL
 *
 * @see RFC 7292 section 4.1, RFC 8018
 */
int gnutls_pkcs12_bag_encrypt(gnutls_pkcs12_bag_t bag, const char *pass, unsigned int flags);

/**
 * Returns the number of elements in a bag.
 *
 * @param bag the bag; an encrypted one has one element
 *
 * @return the number, or a negative error code
 * @retval GNUTLS_E_INVALID_REQUEST `bag` is NULL
 */
int gnutls_pkcs12_bag_get_count(gnutls_pkcs12_bag_t bag);

/**
 * Returns the content of an element of a bag.
 *
 * That is a certificate or a revocation list in DER, a PKCS \#8 structure, or a secret.
 *
 * @param bag the bag
 * @param indx the index of the element, from 0
 * @param data takes the content, which the bag keeps: it is valid until the bag is changed or freed,
 *   and must not be changed
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE there is no element of this index
 * @retval GNUTLS_E_INVALID_REQUEST `bag` or `data` is NULL
 */
int gnutls_pkcs12_bag_get_data(gnutls_pkcs12_bag_t bag, unsigned int indx, gnutls_datum_t *data);

/**
 * Returns the friendly name of an element of a bag.
 *
 * @param bag the bag
 * @param indx the index of the element, from 0
 * @param name takes the name in UTF-8, or NULL if there is none. The bag keeps it: it is valid until
 *   the name is replaced or the bag changed or freed
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_INVALID_REQUEST there is no element of this index, or `bag` or `name` is NULL
 *
 * @see RFC 7292 section 4.2
 */
int gnutls_pkcs12_bag_get_friendly_name(gnutls_pkcs12_bag_t bag, unsigned int indx, char **name);

/**
 * Returns the local key identifier of an element of a bag.
 *
 * A key and its certificate have the same one.
 *
 * @param bag the bag
 * @param indx the index of the element, from 0
 * @param id takes the identifier, or an empty datum if there is none. The bag keeps it: it is valid
 *   until the identifier is replaced or the bag changed or freed
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_INVALID_REQUEST there is no element of this index, or `bag` or `id` is NULL
 *
 * @see RFC 7292 section 4.2
 */
int gnutls_pkcs12_bag_get_key_id(gnutls_pkcs12_bag_t bag, unsigned int indx, gnutls_datum_t *id);

/**
 * Returns what an element of a bag is.
 *
 * @param bag the bag
 * @param indx the index of the element, from 0
 *
 * @return a value of `gnutls_pkcs12_bag_type_t`, `GNUTLS_BAG_UNKNOWN` for what the library has no
 *   getter for, or a negative error code
 * @retval GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE there is no element of this index
 * @retval GNUTLS_E_INVALID_REQUEST `bag` is NULL
 */
int gnutls_pkcs12_bag_get_type(gnutls_pkcs12_bag_t bag, unsigned int indx);

/**
 * Creates an empty bag.
 *
 * It is filled by `gnutls_pkcs12_get_bag`, or element by element with the setters and then added to a
 * file with `gnutls_pkcs12_set_bag`.
 *
 * @param bag takes the new bag, which is freed with `gnutls_pkcs12_bag_deinit`
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_INVALID_REQUEST `bag` is NULL
 *
 * @see RFC 7292 section 4.2
 */
int gnutls_pkcs12_bag_init(gnutls_pkcs12_bag_t *bag);

/**
 * Adds a revocation list to a bag.
 *
 * @param bag the bag, which is not encrypted
 * @param crl the list, which is copied
 *
 * @return the index of the new element, or a negative error code
 * @retval GNUTLS_E_ASN1_VALUE_NOT_FOUND the list is empty or not signed yet
 * @retval GNUTLS_E_MEMORY_ERROR there are 1024 elements already
 * @retval GNUTLS_E_INVALID_REQUEST the bag is encrypted or begins with a key, or `bag` or `crl` is
 *   NULL
 *
 * @see RFC 7292 section 4.2.4
 */
int gnutls_pkcs12_bag_set_crl(gnutls_pkcs12_bag_t bag, gnutls_x509_crl_t crl);

/**
 * Adds a certificate to a bag.
 *
 * @param bag the bag, which is not encrypted
 * @param crt the certificate, which is copied
 *
 * @return the index of the new element, or a negative error code
 * @retval GNUTLS_E_ASN1_VALUE_NOT_FOUND the certificate is empty or not signed yet
 * @retval GNUTLS_E_MEMORY_ERROR there are 1024 elements already
 * @retval GNUTLS_E_INVALID_REQUEST the bag is encrypted or begins with a key, or `bag` or `crt` is
 *   NULL
 *
 * @see RFC 7292 section 4.2.3
 */
int gnutls_pkcs12_bag_set_crt(gnutls_pkcs12_bag_t bag, gnutls_x509_crt_t crt);

/**
 * Adds an element to a bag.
 *
 * The data is taken as it is. A bag that begins with a key takes nothing else.
 *
 * @param bag the bag, which is not encrypted
 * @param type_ what the data is; an element of a type that files do not have is left out of them
 * @param data the data, which is copied
 *
 * @return the index of the new element, or a negative error code
 * @retval GNUTLS_E_MEMORY_ERROR there are 1024 elements already
 * @retval GNUTLS_E_INVALID_REQUEST the bag is encrypted or begins with a key, or `bag` or `data` is
 *   NULL
 *
 * @see RFC 7292 section 4.2
 */
int gnutls_pkcs12_bag_set_data(gnutls_pkcs12_bag_t bag,
                               gnutls_pkcs12_bag_type_t type_,
                               const gnutls_datum_t *data);

/**
 * Gives an element of a bag a friendly name, which programs show.
 *
 * The name that it had is replaced.
 *
 * @param bag the bag
 * @param indx the index of the element, from 0
 * @param name the name, NUL-terminated, which is copied: UTF-8, or else Latin-1
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_INVALID_REQUEST there is no element of this index, or `bag` or `name` is NULL
 *
 * @see RFC 7292 section 4.2
 */
int gnutls_pkcs12_bag_set_friendly_name(gnutls_pkcs12_bag_t bag, unsigned int indx, const char *name);

/**
 * Gives an element of a bag a local key identifier.
 *
 * A key and its certificate get the same one. The identifier that the element had is replaced.
 *
 * @param bag the bag
 * @param indx the index of the element, from 0
 * @param id the identifier, which is copied; any bytes will do
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_INVALID_REQUEST there is no element of this index, or `bag` or `id` is NULL
 *
 * @see RFC 7292 section 4.2
 */
int gnutls_pkcs12_bag_set_key_id(gnutls_pkcs12_bag_t bag, unsigned int indx, const gnutls_datum_t *id);

/**
 * Adds a private key to a bag.
 *
 * With a password it is encrypted as by `gnutls_x509_privkey_export2_pkcs8`; without one, or with
 * `GNUTLS_PKCS_PLAIN`, it is added as it is: encrypt the bag. A bag that begins with a key takes
 * nothing else.
 *
 * @param bag the bag, which is not encrypted
 * @param privkey the key, which is copied
 * @param password the password, in UTF-8 and NUL-terminated, or NULL
 * @param flags the scheme of the encryption, a value of `gnutls_pkcs_encrypt_flags_t`; 0 for PBES2
 *   with AES-256
 *
 * @return the index of the new element, or a negative error code
 * @retval GNUTLS_E_MEMORY_ERROR there are 1024 elements already
 * @retval GNUTLS_E_INVALID_UTF8_STRING the password cannot be used
 * @retval GNUTLS_E_INVALID_PASSWORD_STRING the password cannot be used
 * @retval GNUTLS_E_INVALID_REQUEST the bag is encrypted or begins with a key, nothing is encrypted
 *   with this scheme, the key is empty, or `bag` or `privkey` is NULL
 *
 * @see RFC 7292 section 4.2.2
 */
int gnutls_pkcs12_bag_set_privkey(gnutls_pkcs12_bag_t bag,
                                  gnutls_x509_privkey_t privkey,
                                  const char *password,
                                  unsigned int flags);

/**
 * Frees a PKCS \#12 object.
 *
 * Bags, keys and certificates that were taken out of it are not affected.
 *
 * @param pkcs12 the object; NULL is ignored
 */
void gnutls_pkcs12_deinit(gnutls_pkcs12_t pkcs12);

/**
 * Writes a PKCS \#12 file in DER or PEM to a buffer.
 *
 * `gnutls_pkcs12_export2` allocates the memory itself.
 *
 * @param pkcs12 the object
 * @param format `GNUTLS_X509_FMT_PEM` for a block labelled `PKCS12`; every other value means DER
 * @param output_data takes the bytes, of PEM with a NUL behind them; NULL to ask for the length
 * @param output_data_size in: the capacity of `output_data` in bytes; out: the length without a NUL,
 *   or the capacity needed after `GNUTLS_E_SHORT_MEMORY_BUFFER`
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_SHORT_MEMORY_BUFFER `output_data` is NULL or too small
 * @retval GNUTLS_E_ASN1_VALUE_NOT_FOUND the object is empty
 * @retval GNUTLS_E_INVALID_REQUEST `pkcs12` or `output_data_size` is NULL
 *
 * @see RFC 7292 section 4
 */
int gnutls_pkcs12_export(gnutls_pkcs12_t pkcs12,
                         gnutls_x509_crt_fmt_t format,
                         void *output_data,
                         size_t *output_data_size);

/**
 * Writes a PKCS \#12 file in DER or PEM to fresh memory.
 *
 * @param pkcs12 the object
 * @param format `GNUTLS_X509_FMT_PEM` for a block labelled `PKCS12`; every other value means DER
 * @param out takes the bytes, with a NUL behind them that `size` does not count; its `data` is freed
 *   with `gnutls_free`
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_ASN1_VALUE_NOT_FOUND the object is empty
 * @retval GNUTLS_E_INVALID_REQUEST `pkcs12` or `out` is NULL
 *
 * @since 3.1.3
 * @see RFC 7292 section 4
 */
int gnutls_pkcs12_export2(gnutls_pkcs12_t pkcs12, gnutls_x509_crt_fmt_t format, gnutls_datum_t *out);

/**
 * Protects a PKCS \#12 object with a MAC of SHA-256.
 *
 * It is `gnutls_pkcs12_generate_mac3` with that digest and no flags.
 *
 * @param pkcs12 the object, which has all its bags
 * @param pass the password, in UTF-8 and NUL-terminated; NULL is not the same as an empty one
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_ASN1_VALUE_NOT_FOUND the object is empty
 * @retval GNUTLS_E_INVALID_UTF8_STRING the password is not UTF-8
 * @retval GNUTLS_E_INVALID_REQUEST `pkcs12` is NULL
 *
 * @see RFC 7292 section 5.1
 */
int gnutls_pkcs12_generate_mac(gnutls_pkcs12_t pkcs12, const char *pass);

/**
 * Protects a PKCS \#12 object with a MAC.
 *
 * It is `gnutls_pkcs12_generate_mac3` without flags.
 *
 * @param pkcs12 the object, which has all its bags
 * @param mac the MAC: SHA-1, SHA-2 or one of GOST
 * @param pass the password, in UTF-8 and NUL-terminated; NULL is not the same as an empty one
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_ASN1_VALUE_NOT_FOUND the object is empty
 * @retval GNUTLS_E_UNIMPLEMENTED_FEATURE PKCS \#12 does not use this MAC
 * @retval GNUTLS_E_INVALID_UTF8_STRING the password is not UTF-8
 * @retval GNUTLS_E_INVALID_REQUEST `pkcs12` is NULL, or the MAC is unknown
 *
 * @see RFC 7292 section 5.1
 */
int gnutls_pkcs12_generate_mac2(gnutls_pkcs12_t pkcs12, gnutls_mac_algorithm_t mac, const char *pass);

/**
 * Protects a PKCS \#12 object with a MAC, in the place of one that it had.
 *
 * The key is derived from the password with a fresh salt and 600000 iterations: it takes time. With
 * `GNUTLS_PKCS12_USE_PBMAC1` that is PBKDF2 with SHA-256, which few programs read yet, otherwise the
 * function of PKCS \#12, and for GOST PBKDF2.
 *
 * @param pkcs12 the object, which has all its bags
 * @param mac the MAC: SHA-1, SHA-2, or without PBMAC1 one of GOST
 * @param pass the password, in UTF-8 and NUL-terminated; NULL is not the same as an empty one, except
 *   with PBMAC1 and GOST
 * @param flags 0 or `GNUTLS_PKCS12_USE_PBMAC1`; other bits do not count
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_ASN1_VALUE_NOT_FOUND the object is empty
 * @retval GNUTLS_E_UNIMPLEMENTED_FEATURE PKCS \#12 does not use this MAC
 * @retval GNUTLS_E_INVALID_UTF8_STRING the password is not UTF-8
 * @retval GNUTLS_E_INVALID_REQUEST `pkcs12` is NULL, the MAC is unknown, or there is no PBMAC1 with it
 *
 * @since 3.8.8
 * @see RFC 7292 section 5.1, RFC 9579
 */
int gnutls_pkcs12_generate_mac3(gnutls_pkcs12_t pkcs12,
                                gnutls_mac_algorithm_t mac,
                                const char *pass,
                                unsigned int flags);

/**
 * Takes a bag out of a PKCS \#12 object.
 *
 * The bag is copied. An encrypted one has one element of the type `GNUTLS_BAG_ENCRYPTED` until
 * `gnutls_pkcs12_bag_decrypt`. On failure `bag` keeps what it had.
 *
 * @param pkcs12 the object
 * @param indx the index of the bag, from 0
 * @param bag a bag from `gnutls_pkcs12_bag_init`, whose content is replaced
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE there is no bag of this index
 * @retval GNUTLS_E_ASN1_VALUE_NOT_FOUND the object is empty
 * @retval GNUTLS_E_ASN1_DER_ERROR the bag cannot be read
 * @retval GNUTLS_E_ASN1_TAG_ERROR the bag cannot be read
 * @retval GNUTLS_E_UNKNOWN_PKCS_CONTENT_TYPE the bag is encrypted for a public key
 * @retval GNUTLS_E_MEMORY_ERROR the bag has more than 1024 elements
 * @retval GNUTLS_E_INVALID_REQUEST `pkcs12` or `bag` is NULL
 *
 * @see RFC 7292 section 4.1
 */
int gnutls_pkcs12_get_bag(gnutls_pkcs12_t pkcs12, int indx, gnutls_pkcs12_bag_t bag);

/**
 * Reads a PKCS \#12 file from DER or PEM, in the place of what the object held.
 *
 * Nothing is decrypted and the MAC is not verified, see `gnutls_pkcs12_verify_mac`. BER is read as
 * well, which some programs write. On failure the object keeps what it had.
 *
 * @param pkcs12 an object from `gnutls_pkcs12_init`
 * @param data the bytes, which are copied
 * @param format `GNUTLS_X509_FMT_DER`; every other value means PEM, with the label `PKCS12`
 * @param flags not used; pass 0
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_BASE64_UNEXPECTED_HEADER_ERROR there is no such PEM block, or it cannot be decoded
 * @retval GNUTLS_E_BASE64_DECODING_ERROR there is no such PEM block, or it cannot be decoded
 * @retval GNUTLS_E_ASN1_DER_ERROR this is no PKCS \#12
 * @retval GNUTLS_E_ASN1_TAG_ERROR this is no PKCS \#12
 * @retval GNUTLS_E_UNKNOWN_PKCS_CONTENT_TYPE the file is signed instead of having a MAC
 * @retval GNUTLS_E_MEMORY_ERROR there are more than 1024 bags
 * @retval GNUTLS_E_INVALID_REQUEST `pkcs12` or `data` is NULL
 *
 * @see RFC 7292 section 4
 */
int gnutls_pkcs12_import(gnutls_pkcs12_t pkcs12,
                         const gnutls_datum_t *data,
                         gnutls_x509_crt_fmt_t format,
                         unsigned int flags);

/**
 * Creates an empty PKCS \#12 object.
 *
 * It is filled by `gnutls_pkcs12_import`, or bag by bag with `gnutls_pkcs12_set_bag` and then
 * protected with `gnutls_pkcs12_generate_mac2`.
 *
 * @param pkcs12 takes the new object, which is freed with `gnutls_pkcs12_deinit`
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_INVALID_REQUEST `pkcs12` is NULL
 *
 * Getters only look at an object: any number of threads may call them on one at the same time, as long
 * as it is not changed.
 *
 * @see RFC 7292
 */
int gnutls_pkcs12_init(gnutls_pkcs12_t *pkcs12);

/**
 * Tells how the MAC of a PKCS \#12 object is made, without verifying it.
 *
 * @param pkcs12 the object
 * @param mac takes the MAC, a value of `gnutls_mac_algorithm_t`; `GNUTLS_MAC_PBMAC1` whatever it uses.
 *   May be NULL
 * @param salt takes the salt; with NULL its length alone is written, which is a success
 * @param salt_size in: the capacity of `salt` in bytes; out: the length of the salt. NULL if the salt
 *   is not wanted
 * @param iter_count takes the number of iterations; may be NULL
 * @param oid takes the dotted identifier of the digest, also where that is not supported, or NULL; it
 *   is freed with `gnutls_free`. May be NULL
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_INVALID_REQUEST there is no MAC, or `pkcs12` is NULL
 * @retval GNUTLS_E_UNKNOWN_HASH_ALGORITHM the digest is not known; only `oid` is set
 * @retval GNUTLS_E_SHORT_MEMORY_BUFFER `salt` is too small
 * @retval GNUTLS_E_ILLEGAL_PARAMETER the number of iterations is 0 or beyond 32 bits
 * @retval GNUTLS_E_ASN1_DER_ERROR the parameters of PBMAC1 cannot be read
 * @retval GNUTLS_E_ASN1_TAG_ERROR the parameters of PBMAC1 cannot be read
 * @retval GNUTLS_E_ASN1_GENERIC_ERROR the parameters of PBMAC1 cannot be read
 *
 * @since 3.4.0
 * @see RFC 7292 section 4
 */
int gnutls_pkcs12_mac_info(gnutls_pkcs12_t pkcs12,
                           unsigned int *mac,
                           void *salt,
                           unsigned int *salt_size,
                           unsigned int *iter_count,
                           char **oid);

/**
 * Adds a bag to a PKCS \#12 object.
 *
 * The bag is copied. Elements of a type that has no form in a file are left out. A MAC that the object
 * had no longer fits: make it last.
 *
 * @param pkcs12 the object
 * @param bag the bag, encrypted or not
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_MEMORY_ERROR there are 1024 bags already
 * @retval GNUTLS_E_INVALID_REQUEST `pkcs12` or `bag` is NULL
 *
 * @see RFC 7292 section 4.1
 */
int gnutls_pkcs12_set_bag(gnutls_pkcs12_t pkcs12, gnutls_pkcs12_bag_t bag);

/**
 * Reads a private key, its certificates and a revocation list from a PKCS \#12 object.
 *
 * Everything that is encrypted must have the same password. The MAC is not verified: call
 * `gnutls_pkcs12_verify_mac` before. Of several keys and revocation lists the first is taken. The
 * certificate of the key is the one with its public key, or if there is none, the one with the same
 * key identifier; its issuers follow it as far as they are in the file.
 *
 * @param p12 the object
 * @param password the password, in UTF-8 and NUL-terminated; NULL if nothing is encrypted
 * @param key takes the key, which is freed with `gnutls_x509_privkey_deinit`; NULL after a failure
 * @param chain takes an array of certificates, of which each is freed with `gnutls_x509_crt_deinit`
 *   and the array with `gnutls_free`; may be NULL
 * @param chain_len takes the number of its elements; NULL only with `chain`
 * @param extra_certs takes an array of the other certificates, or NULL if there are none; may be NULL
 * @param extra_certs_len takes the number of its elements; NULL only with `extra_certs`
 * @param crl takes the revocation list, which is freed with `gnutls_x509_crl_deinit`, or NULL; may be
 *   NULL
 * @param flags 0, or `GNUTLS_PKCS12_SP_INCLUDE_SELF_SIGNED` for a self-signed authority in the chain,
 *   which otherwise is among the other certificates
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code, after which only `key` and `crl` are set,
 *   to NULL:
 * - codes of `gnutls_pkcs12_get_bag`, `gnutls_x509_privkey_import_pkcs8`, `gnutls_x509_crt_import` and
 *   `gnutls_x509_crl_import`
 * @retval GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE there is no key, or no certificate of it while `chain`
 *   is asked for
 * @retval GNUTLS_E_DECRYPTION_FAILED a password is needed, and missing or wrong
 * @retval GNUTLS_E_UNKNOWN_CIPHER_TYPE an encryption that is not supported
 * @retval GNUTLS_E_UNKNOWN_HASH_ALGORITHM an encryption that is not supported
 * @retval GNUTLS_E_ILLEGAL_PARAMETER the derivations of the keys are beyond what is worked with: half
 *   a second for one and eight for all
 * @retval GNUTLS_E_MEMORY_ERROR there are more than 1024 certificates
 * @retval GNUTLS_E_ASN1_VALUE_NOT_FOUND the object is empty
 * @retval GNUTLS_E_INVALID_REQUEST `p12` or `key` is NULL, or one pointer of a pair
 *
 * @since 3.1.0
 * @see RFC 7292
 */
int gnutls_pkcs12_simple_parse(gnutls_pkcs12_t p12,
                               const char *password,
                               gnutls_x509_privkey_t *key,
                               gnutls_x509_crt_t **chain,
                               unsigned int *chain_len,
                               gnutls_x509_crt_t **extra_certs,
                               unsigned int *extra_certs_len,
                               gnutls_x509_crl_t *crl,
                               unsigned int flags);

/**
 * Verifies the MAC of a PKCS \#12 object.
 *
 * That shows that the password is right and the file was not changed. The work is what the file asks
 * for, up to half a second; a file that asks for more is refused.
 *
 * @param pkcs12 the object
 * @param pass the password, in UTF-8 and NUL-terminated. NULL is not the same as an empty one: there
 *   are files of either kind
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_MAC_VERIFY_FAILED the password is wrong, or the file was changed
 * @retval GNUTLS_E_ASN1_ELEMENT_NOT_FOUND there is no MAC
 * @retval GNUTLS_E_ASN1_VALUE_NOT_FOUND the object is empty
 * @retval GNUTLS_E_UNKNOWN_HASH_ALGORITHM a MAC that is not supported
 * @retval GNUTLS_E_UNIMPLEMENTED_FEATURE a MAC that is not supported
 * @retval GNUTLS_E_ASN1_DER_ERROR the parameters of PBMAC1 cannot be read
 * @retval GNUTLS_E_ASN1_TAG_ERROR the parameters of PBMAC1 cannot be read
 * @retval GNUTLS_E_ASN1_GENERIC_ERROR the parameters of PBMAC1 cannot be read
 * @retval GNUTLS_E_ILLEGAL_PARAMETER iterations or salt are beyond what is worked with
 * @retval GNUTLS_E_INVALID_REQUEST `pkcs12` is NULL
 *
 * @see RFC 7292 section 5.1, RFC 9579
 */
int gnutls_pkcs12_verify_mac(gnutls_pkcs12_t pkcs12, const char *pass);

#ifdef __cplusplus
}
#endif

#endif
