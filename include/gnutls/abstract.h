/* abstract.h of gnutls-rs, written by tools/headers: do not edit. */

#ifndef GNUTLS_ABSTRACT_H
#define GNUTLS_ABSTRACT_H

#include <gnutls/gnutls.h>
#include <gnutls/x509.h>
#include <gnutls/pkcs11.h>
#include <gnutls/openpgp.h>
#include <gnutls/tpm.h>

#ifdef __cplusplus
extern "C" {
#endif

#define GNUTLS_CERT_RETR_DEINIT_ALL 1
#define GNUTLS_PCERT_NO_CERT 1
#define GNUTLS_PRIVKEY_INFO_HAVE_SIGN_ALGO 4
#define GNUTLS_PRIVKEY_INFO_PK_ALGO 1
#define GNUTLS_PRIVKEY_INFO_PK_ALGO_BITS 8
#define GNUTLS_PRIVKEY_INFO_SIGN_ALGO 2
#define GNUTLS_PUBKEY_VERIFY_FLAG_TLS1_RSA 8192
#define GNUTLS_PUBKEY_VERIFY_FLAG_TLS_RSA 8192

typedef enum gnutls_abstract_export_flags_t {
        GNUTLS_EXPORT_FLAG_NO_LZ = 1
} gnutls_abstract_export_flags_t;

typedef enum gnutls_privkey_flags_t {
        GNUTLS_PRIVKEY_IMPORT_AUTO_RELEASE = 1,
        GNUTLS_PRIVKEY_IMPORT_COPY = 2,
        GNUTLS_PRIVKEY_DISABLE_CALLBACKS = 4,
        GNUTLS_PRIVKEY_SIGN_FLAG_TLS1_RSA = 16,
        GNUTLS_PRIVKEY_FLAG_PROVABLE = 32,
        GNUTLS_PRIVKEY_FLAG_EXPORT_COMPAT = 64,
        GNUTLS_PRIVKEY_SIGN_FLAG_RSA_PSS = 128,
        GNUTLS_PRIVKEY_FLAG_REPRODUCIBLE = 256,
        GNUTLS_PRIVKEY_FLAG_CA = 512,
        GNUTLS_PRIVKEY_FLAG_RSA_PSS_FIXED_SALT_LENGTH = 1024
} gnutls_privkey_flags_t;

typedef enum gnutls_pubkey_flags_t {
        GNUTLS_PUBKEY_DISABLE_CALLBACKS = 4,
        GNUTLS_PUBKEY_GET_OPENPGP_FINGERPRINT = 8
} gnutls_pubkey_flags_t;

typedef int (*gnutls_privkey_decrypt_func)(gnutls_privkey_t, void*, const gnutls_datum_t*, gnutls_datum_t*);

typedef int (*gnutls_privkey_decrypt_func2)(gnutls_privkey_t,
                                            void*,
                                            const gnutls_datum_t*,
                                            unsigned char*,
                                            size_t);

typedef int (*gnutls_privkey_info_func)(gnutls_privkey_t, unsigned int, void*);

typedef int (*gnutls_privkey_sign_data_func)(gnutls_privkey_t,
                                             gnutls_sign_algorithm_t,
                                             void*,
                                             unsigned int,
                                             const gnutls_datum_t*,
                                             gnutls_datum_t*);

typedef int (*gnutls_privkey_sign_func)(gnutls_privkey_t, void*, const gnutls_datum_t*, gnutls_datum_t*);

typedef int (*gnutls_privkey_sign_hash_func)(gnutls_privkey_t,
                                             gnutls_sign_algorithm_t,
                                             void*,
                                             unsigned int,
                                             const gnutls_datum_t*,
                                             gnutls_datum_t*);

typedef void (*gnutls_privkey_deinit_func)(gnutls_privkey_t, void*);

typedef struct gnutls_pcert_st {
        gnutls_pubkey_t pubkey;
        gnutls_datum_t cert;
        gnutls_certificate_type_t type;
} gnutls_pcert_st;

typedef struct gnutls_cert_retr_st {
        unsigned int version;
        gnutls_certificate_credentials_t cred;
        const gnutls_datum_t *req_ca_rdn;
        unsigned int nreqs;
        const gnutls_pk_algorithm_t *pk_algos;
        unsigned int pk_algos_length;
        unsigned char padding[64];
} gnutls_cert_retr_st;

/* Macros with arguments, and names that stand for others. */
#define GNUTLS_BITS_HAVE_SUBGROUP(bits) ((bits) & 0xFFFF0000)
#define GNUTLS_BITS_TO_GROUP(bits) (bits & 0xFFFF)
#define GNUTLS_BITS_TO_SUBGROUP(bits) ((bits >> 16) & 0xFFFF)
#define GNUTLS_FLAGS_TO_SIGN_ALGO(flags) (unsigned int)((flags) >> 20)
#define GNUTLS_SIGN_ALGO_TO_FLAGS(sig) (unsigned int)((sig) << 20)
#define GNUTLS_SUBGROUP_TO_BITS(group,subgroup) (unsigned int)((subgroup << 16) | (group))
#define gnutls_privkey_import_pkcs11_url(key,url) gnutls_privkey_import_url(key, url, 0)
#define gnutls_privkey_sign_raw_data(key,flags,data,sig) gnutls_privkey_sign_hash(key, 0, GNUTLS_PRIVKEY_SIGN_FLAG_TLS1_RSA, data, sig)
#define gnutls_pubkey_get_pk_dsa_raw gnutls_pubkey_export_dsa_raw
#define gnutls_pubkey_get_pk_ecc_raw gnutls_pubkey_export_ecc_raw
#define gnutls_pubkey_get_pk_ecc_x962 gnutls_pubkey_export_ecc_x962
#define gnutls_pubkey_get_pk_rsa_raw gnutls_pubkey_export_rsa_raw
#define gnutls_pubkey_import_pkcs11_url(key,url,flags) gnutls_pubkey_import_url(key, url, flags)

/* Types of functions, not of pointers to them. */
typedef int gnutls_certificate_retrieve_function2(gnutls_session_t, const gnutls_datum_t *, int, const gnutls_pk_algorithm_t *, int, gnutls_pcert_st **, unsigned int *, gnutls_privkey_t *);
typedef int gnutls_certificate_retrieve_function3(gnutls_session_t, const struct gnutls_cert_retr_st *, gnutls_pcert_st **, unsigned int *, gnutls_ocsp_data_st **, unsigned int *, gnutls_privkey_t *, unsigned int *);

/**
 * Adds a certificate chain with a private key of any kind to the credentials, which take over the
 * certificates and the key.
 *
 * On success what the elements of `pcert_list` point to and `key` belong to the credentials: the
 * caller does not use or free them any more, but for the memory of the array itself. On failure all
 * stay the caller's. The names are copied; they name hosts that the pair serves besides those in its
 * certificate. Raw public keys are not taken. Call it before sessions use the credentials.
 *
 * - `res`: the credentials
 * - `names`: host names, NUL-terminated; NULL for none
 * - `names_size`: the number of names
 * - `pcert_list`: the chain, the certificate of the key first
 * - `pcert_list_size`: the number of its elements, at least 1
 * - `key`: the private key, of `gnutls_privkey_init`
 *
 * Returns 0, with `GNUTLS_CERTIFICATE_API_V2` in the flags of the credentials the index of the new
 * pair, or a negative error code:
 * - `GNUTLS_E_CERTIFICATE_KEY_MISMATCH`: the key is not that of the first certificate; only a key that
 *   the library itself holds is compared
 * - `GNUTLS_E_ASN1_DER_ERROR`, `GNUTLS_E_ASN1_TAG_ERROR`, `GNUTLS_E_X509_CERTIFICATE_ERROR`, or
 *   another code of `gnutls_x509_crt_import`: a certificate cannot be read
 * - `GNUTLS_E_UNKNOWN_PK_ALGORITHM`, `GNUTLS_E_ECC_UNSUPPORTED_CURVE`: the key in the first
 *   certificate is not supported
 * - `GNUTLS_E_INVALID_REQUEST`: a pointer or a name is NULL, or the number of certificates is not
 *   positive
 *
 * Since 3.0. Manual: `gnutls_certificate_set_key`.
 */
int gnutls_certificate_set_key(gnutls_certificate_credentials_t res,
                               const char **names,
                               int names_size,
                               gnutls_pcert_st *pcert_list,
                               int pcert_list_size,
                               gnutls_privkey_t key);

/**
 * Sets the callback that chooses the certificate for the own side of a handshake, with a key of any
 * kind.
 *
 * It is called as with `gnutls_certificate_set_retrieve_function`, and gives an array of
 * `gnutls_pcert_st`, leaf first, its length, and a `gnutls_privkey_t`. All of these stay the
 * program's: they must live as long as sessions that were given them. A length of 0 is no certificate.
 * It answers 0; a negative answer is `GNUTLS_E_USER_ERROR` in a client, and in a server the same as no
 * certificate.
 *
 * - `cred`: the credentials; NULL is ignored
 * - `func`: the callback; NULL goes back to the certificates in the credentials
 *
 * The callback runs in the thread that calls `gnutls_handshake`, and so do the functions of a key of
 * `gnutls_privkey_import_ext4`.
 *
 * Since 3.0. Manual: `gnutls_certificate_set_retrieve_function2`.
 */
void gnutls_certificate_set_retrieve_function2(gnutls_certificate_credentials_t cred,
                                               gnutls_certificate_retrieve_function2 *func);

/**
 * Sets the callback that chooses the certificate for the own side of a handshake, with the choice of
 * handing over ownership.
 *
 * It is called as with `gnutls_certificate_set_retrieve_function2`, with what the peer wants in a
 * `gnutls_cert_retr_st`. If it sets `GNUTLS_CERT_RETR_DEINIT_ALL` in its flags, then the arrays come
 * from `gnutls_malloc`, and arrays, certificates, OCSP responses and key are freed for it; else they
 * stay the program's. OCSP responses are taken, but not sent yet. It answers 0; a negative answer is
 * `GNUTLS_E_USER_ERROR` in a client, and in a server the same as no certificate.
 *
 * - `cred`: the credentials; NULL is ignored
 * - `func`: the callback; NULL goes back to the certificates in the credentials
 *
 * The callback runs in the thread that calls `gnutls_handshake`.
 *
 * Since 3.6.3. Manual: `gnutls_certificate_set_retrieve_function3`.
 */
void gnutls_certificate_set_retrieve_function3(gnutls_certificate_credentials_t cred,
                                               gnutls_certificate_retrieve_function3 *func);

/**
 * Frees what a certificate struct points to: the bytes and the public key.
 *
 * The struct itself, which is the caller's memory, is cleared. Structs that were given to
 * `gnutls_certificate_set_key` belong to the credentials, and are not freed.
 *
 * - `pcert`: a struct that this library filled; NULL is ignored
 *
 * Since 3.0. Manual: `gnutls_pcert_deinit`.
 */
void gnutls_pcert_deinit(gnutls_pcert_st *pcert);

/**
 * Exports the OpenPGP certificate of a certificate struct: not possible any more, as in GnuTLS since
 * 3.6.0.
 *
 * OpenPGP keys have been removed from the interface; the function is there so that old programs can be
 * loaded, and changes nothing. For X.509 there is `gnutls_pcert_export_x509`.
 *
 * - `pcert`: not used
 * - `crt`: not used
 *
 * Returns `GNUTLS_E_UNIMPLEMENTED_FEATURE`, always.
 *
 * Since 3.4.0. Manual: `gnutls_pcert_export_openpgp`.
 */
int gnutls_pcert_export_openpgp(gnutls_pcert_st *pcert, gnutls_openpgp_crt_t *crt);

/**
 * Gives the certificate of a struct as a new X.509 object.
 *
 * It is a copy, which the caller frees with `gnutls_x509_crt_deinit`; the struct stays as it is.
 *
 * - `pcert`: a struct with an X.509 certificate
 * - `crt`: takes the new object
 *
 * Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
 * - `GNUTLS_E_ASN1_DER_ERROR`, `GNUTLS_E_ASN1_TAG_ERROR`, `GNUTLS_E_X509_CERTIFICATE_ERROR`, or
 *   another code of `gnutls_x509_crt_import`: a certificate cannot be read
 * - `GNUTLS_E_INVALID_REQUEST`: a pointer is NULL, or the struct has a raw public key
 *
 * Since 3.4.0. Manual: `gnutls_pcert_export_x509`.
 */
int gnutls_pcert_export_x509(gnutls_pcert_st *pcert, gnutls_x509_crt_t *crt);

/**
 * Imports an OpenPGP certificate into a certificate struct: not possible any more, as in GnuTLS since
 * 3.6.0.
 *
 * OpenPGP keys have been removed from the interface; the function is there so that old programs can be
 * loaded, and changes nothing. For X.509 there is `gnutls_pcert_import_x509`.
 *
 * - `pcert`: not used
 * - `crt`: not used
 * - `flags`: not used
 *
 * Returns `GNUTLS_E_UNIMPLEMENTED_FEATURE`, always.
 *
 * Since 3.0. Manual: `gnutls_pcert_import_openpgp`.
 */
int gnutls_pcert_import_openpgp(gnutls_pcert_st *pcert, gnutls_openpgp_crt_t crt, unsigned int flags);

/**
 * Imports encoded OpenPGP data into a certificate struct: not possible any more, as in GnuTLS since
 * 3.6.0.
 *
 * OpenPGP keys have been removed from the interface; the function is there so that old programs can be
 * loaded, and changes nothing. For X.509 there is `gnutls_pcert_import_x509_raw`.
 *
 * - `pcert`: not used
 * - `cert`: not used
 * - `format`: not used
 * - `keyid`: not used
 * - `flags`: not used
 *
 * Returns `GNUTLS_E_UNIMPLEMENTED_FEATURE`, always.
 *
 * Since 3.0. Manual: `gnutls_pcert_import_openpgp_raw`.
 */
int gnutls_pcert_import_openpgp_raw(gnutls_pcert_st *pcert,
                                    const gnutls_datum_t *cert,
                                    gnutls_openpgp_crt_fmt_t format,
                                    unsigned char *keyid,
                                    unsigned int flags);

/**
 * Fills a certificate struct from a raw public key (RFC 7250).
 *
 * On success the key belongs to the struct: `gnutls_pcert_deinit` frees it, and the caller does not.
 * On failure it stays the caller's. What the struct held before is not freed. Raw public keys are not
 * used in handshakes yet.
 *
 * - `pcert`: the struct to fill
 * - `pubkey`: the public key
 * - `flags`: not looked at; 0
 *
 * Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
 * - `GNUTLS_E_INSUFFICIENT_CREDENTIALS`: `pubkey` is NULL
 * - `GNUTLS_E_INVALID_REQUEST`: `pcert` is NULL, or the key is empty
 *
 * Since 3.6.6. RFC 7250. Manual: `gnutls_pcert_import_rawpk`.
 */
int gnutls_pcert_import_rawpk(gnutls_pcert_st *pcert, gnutls_pubkey_t pubkey, unsigned int flags);

/**
 * Reads a raw public key (RFC 7250), a SubjectPublicKeyInfo, into a certificate struct.
 *
 * It is copied; what the struct held before is not freed. `gnutls_pcert_deinit` frees what the struct
 * points to afterwards. Raw public keys are not used in handshakes yet.
 *
 * - `pcert`: the struct to fill
 * - `rawpubkey`: the key in DER, or in PEM with the label `PUBLIC KEY`
 * - `format`: `GNUTLS_X509_FMT_DER`, or `GNUTLS_X509_FMT_PEM` (as which any other number counts)
 * - `key_usage`: what the key may be used for, `GNUTLS_KEY_*` combined by or; 0 for anything
 * - `flags`: not looked at; 0
 *
 * Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
 * - `GNUTLS_E_BASE64_UNEXPECTED_HEADER_ERROR`, `GNUTLS_E_BASE64_DECODING_ERROR`: the text has no such
 *   block, or one that does not decode
 * - `GNUTLS_E_UNKNOWN_PK_ALGORITHM`, `GNUTLS_E_ECC_UNSUPPORTED_CURVE`,
 *   `GNUTLS_E_UNKNOWN_HASH_ALGORITHM`: a key, a curve or parameters that are not supported
 * - `GNUTLS_E_ASN1_DER_ERROR`, `GNUTLS_E_ASN1_TAG_ERROR`, `GNUTLS_E_PK_INVALID_PUBKEY`: the key cannot
 *   be read, or is none
 * - `GNUTLS_E_INVALID_REQUEST`: a pointer is NULL
 *
 * Since 3.6.6. RFC 7250. Manual: `gnutls_pcert_import_rawpk_raw`.
 */
int gnutls_pcert_import_rawpk_raw(gnutls_pcert_st *pcert,
                                  const gnutls_datum_t *rawpubkey,
                                  gnutls_x509_crt_fmt_t format,
                                  unsigned int key_usage,
                                  unsigned int flags);

/**
 * Fills a certificate struct from an X.509 object.
 *
 * The struct gets the certificate's DER bytes and its public key, both copied; what it held before is
 * not freed. `gnutls_pcert_deinit` frees what the struct points to afterwards.
 *
 * - `pcert`: the struct to fill
 * - `crt`: the certificate, which stays the caller's
 * - `flags`: not looked at; 0
 *
 * Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
 * - `GNUTLS_E_UNIMPLEMENTED_FEATURE`, `GNUTLS_E_ECC_UNSUPPORTED_CURVE`,
 *   `GNUTLS_E_UNKNOWN_HASH_ALGORITHM`: a key, a curve or parameters that are not supported
 * - `GNUTLS_E_ASN1_DER_ERROR`, `GNUTLS_E_ASN1_TAG_ERROR`, `GNUTLS_E_PK_INVALID_PUBKEY`: the key cannot
 *   be read, or is none
 * - `GNUTLS_E_INVALID_REQUEST`: a pointer is NULL
 *
 * Since 3.0. Manual: `gnutls_pcert_import_x509`.
 */
int gnutls_pcert_import_x509(gnutls_pcert_st *pcert, gnutls_x509_crt_t crt, unsigned int flags);

/**
 * Fills an array of certificate structs from X.509 objects.
 *
 * The certificates are copied; what the structs held before is not freed. On failure none is filled.
 * `gnutls_pcert_deinit` frees what each of them points to afterwards.
 *
 * - `pcert_list`: the structs to fill, as many as there are certificates
 * - `crt`: the certificates, which stay the caller's
 * - `ncrt`: in: their number; out: the number of structs filled, which sorting may lower
 * - `flags`: 0, or `GNUTLS_X509_CRT_LIST_SORT`: the first certificate and its issuers in order; what
 *   does not belong to that chain is left out
 *
 * Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
 * - `GNUTLS_E_UNIMPLEMENTED_FEATURE`: more than 16 certificates to sort, or a key of a kind that is
 *   not supported
 * - `GNUTLS_E_UNIMPLEMENTED_FEATURE`, `GNUTLS_E_ECC_UNSUPPORTED_CURVE`,
 *   `GNUTLS_E_UNKNOWN_HASH_ALGORITHM`: a key, a curve or parameters that are not supported
 * - `GNUTLS_E_ASN1_DER_ERROR`, `GNUTLS_E_ASN1_TAG_ERROR`, `GNUTLS_E_PK_INVALID_PUBKEY`: the key cannot
 *   be read, or is none
 * - `GNUTLS_E_INVALID_REQUEST`: a pointer is NULL
 *
 * Since 3.4.0. Manual: `gnutls_pcert_import_x509_list`.
 */
int gnutls_pcert_import_x509_list(gnutls_pcert_st *pcert_list,
                                  gnutls_x509_crt_t *crt,
                                  unsigned int *ncrt,
                                  unsigned int flags);

/**
 * Reads a certificate into a certificate struct.
 *
 * Of a PEM text the first certificate counts. What the struct held before is not freed.
 * `gnutls_pcert_deinit` frees what the struct points to afterwards.
 *
 * - `pcert`: the struct to fill
 * - `cert`: the certificate; copied
 * - `format`: `GNUTLS_X509_FMT_DER`, or `GNUTLS_X509_FMT_PEM` (as which any other number counts)
 * - `flags`: not looked at; 0
 *
 * Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
 * - `GNUTLS_E_BASE64_UNEXPECTED_HEADER_ERROR`, `GNUTLS_E_BASE64_DECODING_ERROR`: the text has no
 *   certificate, or one that does not decode
 * - `GNUTLS_E_ASN1_DER_ERROR`, `GNUTLS_E_ASN1_TAG_ERROR`, `GNUTLS_E_X509_CERTIFICATE_ERROR`, or
 *   another code of `gnutls_x509_crt_import`: a certificate cannot be read
 * - `GNUTLS_E_UNIMPLEMENTED_FEATURE`, `GNUTLS_E_ECC_UNSUPPORTED_CURVE`,
 *   `GNUTLS_E_UNKNOWN_HASH_ALGORITHM`: a key, a curve or parameters that are not supported
 * - `GNUTLS_E_ASN1_DER_ERROR`, `GNUTLS_E_ASN1_TAG_ERROR`, `GNUTLS_E_PK_INVALID_PUBKEY`: the key cannot
 *   be read, or is none
 * - `GNUTLS_E_INVALID_REQUEST`: a pointer is NULL
 *
 * Since 3.0. Manual: `gnutls_pcert_import_x509_raw`.
 */
int gnutls_pcert_import_x509_raw(gnutls_pcert_st *pcert,
                                 const gnutls_datum_t *cert,
                                 gnutls_x509_crt_fmt_t format,
                                 unsigned int flags);

/**
 * Reads the certificates of a file into an array of certificate structs.
 *
 * A URL of a kind that the program registered is read by the program's own functions. What the structs
 * held before is not freed. On failure none is filled. `gnutls_pcert_deinit` frees what each of them
 * points to afterwards.
 *
 * - `pcert_list`: the structs to fill
 * - `pcert_list_size`: in: their number; out: the number filled, or needed after
 *   `GNUTLS_E_SHORT_MEMORY_BUFFER`
 * - `file`: the path or URL, NUL-terminated
 * - `format`: `GNUTLS_X509_FMT_DER`, or `GNUTLS_X509_FMT_PEM` (as which any other number counts)
 * - `pin_fn`: handed on to functions that read a URL; may be NULL
 * - `pin_fn_userdata`: passed to that callback as it is
 * - `flags`: 0, or `GNUTLS_X509_CRT_LIST_SORT` (the first certificate and its issuers in order),
 *   `GNUTLS_X509_CRT_LIST_IMPORT_FAIL_IF_EXCEED` (more certificates than structs are an error, and not
 *   cut off)
 *
 * Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
 * - `GNUTLS_E_FILE_ERROR`: the file cannot be read
 * - `GNUTLS_E_SHORT_MEMORY_BUFFER`: there are more certificates than structs, and the flag asks for
 *   that
 * - `GNUTLS_E_NO_CERTIFICATE_FOUND`: the PEM text has no block of a certificate
 * - `GNUTLS_E_BASE64_UNEXPECTED_HEADER_ERROR`, `GNUTLS_E_BASE64_DECODING_ERROR`: a block does not
 *   decode
 * - `GNUTLS_E_ASN1_DER_ERROR`, `GNUTLS_E_ASN1_TAG_ERROR`, `GNUTLS_E_X509_CERTIFICATE_ERROR`, or
 *   another code of `gnutls_x509_crt_import`: a certificate cannot be read
 * - `GNUTLS_E_UNIMPLEMENTED_FEATURE`: a `pkcs11:` URL, more than 16 certificates to sort, or a key of
 *   a kind that is not supported
 * - `GNUTLS_E_INVALID_REQUEST`: a pointer is NULL
 * - a negative code of the program's function
 *
 * Since 3.6.3. Manual: `gnutls_pcert_list_import_x509_file`.
 */
int gnutls_pcert_list_import_x509_file(gnutls_pcert_st *pcert_list,
                                       unsigned int *pcert_list_size,
                                       const char *file,
                                       gnutls_x509_crt_fmt_t format,
                                       gnutls_pin_callback_t pin_fn,
                                       void *pin_fn_userdata,
                                       unsigned int flags);

/**
 * Reads the certificates of a text, or one in DER, into an array of certificate structs.
 *
 * What the structs held before is not freed. On failure none is filled. `gnutls_pcert_deinit` frees
 * what each of them points to afterwards.
 *
 * - `pcert_list`: the structs to fill
 * - `pcert_list_size`: in: their number; out: the number filled, or needed after
 *   `GNUTLS_E_SHORT_MEMORY_BUFFER`
 * - `data`: the certificates; copied
 * - `format`: `GNUTLS_X509_FMT_DER`, or `GNUTLS_X509_FMT_PEM` (as which any other number counts)
 * - `flags`: 0, or `GNUTLS_X509_CRT_LIST_SORT` (the first certificate and its issuers in order),
 *   `GNUTLS_X509_CRT_LIST_IMPORT_FAIL_IF_EXCEED` (more certificates than structs are an error, and not
 *   cut off)
 *
 * Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
 * - `GNUTLS_E_SHORT_MEMORY_BUFFER`: there are more certificates than structs, and the flag asks for
 *   that
 * - `GNUTLS_E_NO_CERTIFICATE_FOUND`: the PEM text has no block of a certificate
 * - `GNUTLS_E_BASE64_UNEXPECTED_HEADER_ERROR`, `GNUTLS_E_BASE64_DECODING_ERROR`: a block does not
 *   decode
 * - `GNUTLS_E_ASN1_DER_ERROR`, `GNUTLS_E_ASN1_TAG_ERROR`, `GNUTLS_E_X509_CERTIFICATE_ERROR`, or
 *   another code of `gnutls_x509_crt_import`: a certificate cannot be read
 * - `GNUTLS_E_UNIMPLEMENTED_FEATURE`: more than 16 certificates to sort, or a key of a kind that is
 *   not supported
 * - `GNUTLS_E_ECC_UNSUPPORTED_CURVE`, `GNUTLS_E_PK_INVALID_PUBKEY`: a key is not supported, or is none
 * - `GNUTLS_E_INVALID_REQUEST`: a pointer is NULL
 *
 * Since 3.0. Manual: `gnutls_pcert_list_import_x509_raw`.
 */
int gnutls_pcert_list_import_x509_raw(gnutls_pcert_st *pcert_list,
                                      unsigned int *pcert_list_size,
                                      const gnutls_datum_t *data,
                                      gnutls_x509_crt_fmt_t format,
                                      unsigned int flags);

/**
 * Decrypts what was encrypted to an RSA key: PKCS #1 v1.5, or OAEP with a key restricted to that.
 *
 * Success and the length of the plaintext show in the time that this takes. Where a peer may send
 * ciphertexts at will and the length is known, `gnutls_privkey_decrypt_data2` is the safe choice with
 * PKCS #1 v1.5.
 *
 * - `key`: the private key
 * - `flags`: not looked at; 0
 * - `ciphertext`: the bytes to decrypt
 * - `plaintext`: takes the plaintext, in new memory; the caller frees its `data` with `gnutls_free`
 *
 * Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
 * - `GNUTLS_E_DECRYPTION_FAILED`: whatever is wrong with the ciphertext
 * - `GNUTLS_E_INTERNAL_ERROR`: the key is of a kind that cannot decrypt
 * - `GNUTLS_E_INVALID_REQUEST`: a pointer is NULL, the key is empty, or behind callbacks none of which
 *   decrypts
 * - a negative code of the program's decrypt function
 *
 * Since 2.12.0. RFC 8017 section 7. Manual: `gnutls_privkey_decrypt_data`.
 */
int gnutls_privkey_decrypt_data(gnutls_privkey_t key,
                                unsigned int flags,
                                const gnutls_datum_t *ciphertext,
                                gnutls_datum_t *plaintext);

/**
 * Decrypts what was encrypted to an RSA key, into a buffer that has just the length of the plaintext.
 *
 * With a PKCS #1 v1.5 key in the library it takes the same time whether the padding is right or not
 * (Bleichenbacher's attack). Fill the buffer with random bytes first, and go on with them after a
 * failure. On failure it stays as it was.
 *
 * - `key`: the private key
 * - `flags`: not looked at; 0
 * - `ciphertext`: the bytes to decrypt
 * - `plaintext`: takes the plaintext
 * - `plaintext_size`: the length of the plaintext in bytes
 *
 * Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
 * - `GNUTLS_E_DECRYPTION_FAILED`: whatever is wrong with the ciphertext, another length of the
 *   plaintext included
 * - `GNUTLS_E_INTERNAL_ERROR`: the key is of a kind that cannot decrypt
 * - `GNUTLS_E_INVALID_REQUEST`: a pointer is NULL, the key is empty, or behind callbacks none of which
 *   decrypts
 * - a negative code of the program's decrypt function
 *
 * Since 3.6.5. RFC 8017 section 7. Manual: `gnutls_privkey_decrypt_data2`.
 */
int gnutls_privkey_decrypt_data2(gnutls_privkey_t key,
                                 unsigned int flags,
                                 const gnutls_datum_t *ciphertext,
                                 unsigned char *plaintext,
                                 size_t plaintext_size);

/**
 * Frees a private key, and wipes it.
 *
 * The deinit function of a key of `gnutls_privkey_import_ext2` and its successors is called first, and
 * may still look at the object; X.509 keys that were imported with
 * `GNUTLS_PRIVKEY_IMPORT_AUTO_RELEASE` are freed after it. Credentials that borrow the key
 * (`gnutls_certificate_set_retrieve_function2`) may not use it any more.
 *
 * - `key`: the object of `gnutls_privkey_init`; NULL is ignored
 *
 * Since 2.12.0. Manual: `gnutls_privkey_deinit`.
 */
void gnutls_privkey_deinit(gnutls_privkey_t key);

/**
 * Computes the secret that a private key shares with a peer's public key: ECDH, X25519, X448 or
 * Diffie-Hellman.
 *
 * It is the bare secret, of ECDH the x coordinate: derive keys from it (`gnutls_hkdf_extract`). The
 * caller frees `secret->data` with `gnutls_free`, and wipes it before.
 *
 * - `privkey`: the own key
 * - `pubkey`: the peer's key, of the same kind, curve or group
 * - `nonce`: not looked at; NULL
 * - `secret`: takes the secret
 * - `flags`: not looked at; 0
 *
 * Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
 * - `GNUTLS_E_RECEIVED_ILLEGAL_PARAMETER`: the peer's value is out of range, or leads to a secret of
 *   zeros
 * - `GNUTLS_E_INVALID_REQUEST`: a pointer is NULL, a key is empty or behind callbacks, or the two do
 *   not belong together
 *
 * Since 3.8.2. RFC 7748 section 6, SP 800-56A. Manual: `gnutls_privkey_derive_secret`.
 */
int gnutls_privkey_derive_secret(gnutls_privkey_t privkey,
                                 gnutls_pubkey_t pubkey,
                                 const gnutls_datum_t *nonce,
                                 gnutls_datum_t *secret,
                                 unsigned int flags);

/**
 * Gives the group and the numbers of a Diffie-Hellman private key.
 *
 * Each number is a new datum, big-endian; the caller frees its `data` with `gnutls_free`. With a first
 * bit of one a number gets a leading zero byte, which keeps it from being read as negative, unless
 * `flags` say otherwise. `gnutls_free` does not wipe memory: wipe the private numbers first
 * (`gnutls_memset`).
 *
 * - `key`: a Diffie-Hellman key
 * - `params`: an object of `gnutls_dh_params_init`, which takes a copy of the group; this and the next
 *   two may be NULL
 * - `y`: takes the public number
 * - `x`: takes the private number
 * - `flags`: 0, or `GNUTLS_EXPORT_FLAG_NO_LZ` for numbers without a leading zero byte
 *
 * Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
 * - `GNUTLS_E_INVALID_REQUEST`: `key` is NULL, empty, behind callbacks or of another kind
 *
 * Since 3.8.2. Manual: `gnutls_privkey_export_dh_raw`.
 */
int gnutls_privkey_export_dh_raw(gnutls_privkey_t key,
                                 gnutls_dh_params_t params,
                                 gnutls_datum_t *y,
                                 gnutls_datum_t *x,
                                 unsigned int flags);

/**
 * Gives the numbers of a DSA private key.
 *
 * Each number is a new datum, big-endian; the caller frees its `data` with `gnutls_free`. With a first
 * bit of one a number gets a leading zero byte, which keeps it from being read as negative;
 * `gnutls_privkey_export_dsa_raw2` can leave it out. `gnutls_free` does not wipe memory: wipe the
 * private numbers first (`gnutls_memset`).
 *
 * - `key`: a DSA key
 * - `p`: takes the prime modulus; this and all others may be NULL
 * - `q`: takes the order of the subgroup
 * - `g`: takes the generator
 * - `y`: takes the public number
 * - `x`: takes the private number
 *
 * Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
 * - `GNUTLS_E_INVALID_REQUEST`: `key` is NULL, empty, behind callbacks or no DSA key
 *
 * Since 3.3.0. Manual: `gnutls_privkey_export_dsa_raw`.
 */
int gnutls_privkey_export_dsa_raw(gnutls_privkey_t key,
                                  gnutls_datum_t *p,
                                  gnutls_datum_t *q,
                                  gnutls_datum_t *g,
                                  gnutls_datum_t *y,
                                  gnutls_datum_t *x);

/**
 * Gives the numbers of a DSA private key, with a choice of how they begin.
 *
 * Each number is a new datum, big-endian; the caller frees its `data` with `gnutls_free`. With a first
 * bit of one a number gets a leading zero byte, which keeps it from being read as negative, unless
 * `flags` say otherwise. `gnutls_free` does not wipe memory: wipe the private numbers first
 * (`gnutls_memset`).
 *
 * - `key`: a DSA key
 * - `p`: takes the prime modulus; this and all others may be NULL
 * - `q`: takes the order of the subgroup
 * - `g`: takes the generator
 * - `y`: takes the public number
 * - `x`: takes the private number
 * - `flags`: 0, or `GNUTLS_EXPORT_FLAG_NO_LZ` for numbers without a leading zero byte
 *
 * Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
 * - `GNUTLS_E_INVALID_REQUEST`: `key` is NULL, empty, behind callbacks or no DSA key
 *
 * Since 3.6.0. Manual: `gnutls_privkey_export_dsa_raw2`.
 */
int gnutls_privkey_export_dsa_raw2(gnutls_privkey_t key,
                                   gnutls_datum_t *p,
                                   gnutls_datum_t *q,
                                   gnutls_datum_t *g,
                                   gnutls_datum_t *y,
                                   gnutls_datum_t *x,
                                   unsigned int flags);

/**
 * Gives the curve and the numbers of an ECDSA, EdDSA, X25519 or X448 private key.
 *
 * Each is a new datum, whose `data` the caller frees with `gnutls_free`. ECDSA has big-endian numbers.
 * With a first bit of one a number gets a leading zero byte, which keeps it from being read as
 * negative; `gnutls_privkey_export_ecc_raw2` can leave it out. The other kinds have their public bytes
 * in `x`, nothing in `y` (NULL and 0) and their private bytes in `k`. `gnutls_free` does not wipe
 * memory: wipe the private numbers first (`gnutls_memset`).
 *
 * - `key`: such a key
 * - `curve`: takes the curve; this and all others may be NULL
 * - `x`: takes the x coordinate, or the public bytes
 * - `y`: takes the y coordinate
 * - `k`: takes the private number, or the private bytes
 *
 * Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
 * - `GNUTLS_E_INVALID_REQUEST`: `key` is NULL, empty, behind callbacks or of another kind
 *
 * Since 3.3.0. Manual: `gnutls_privkey_export_ecc_raw`.
 */
int gnutls_privkey_export_ecc_raw(gnutls_privkey_t key,
                                  gnutls_ecc_curve_t *curve,
                                  gnutls_datum_t *x,
                                  gnutls_datum_t *y,
                                  gnutls_datum_t *k);

/**
 * Gives the curve and the numbers of an ECDSA, EdDSA, X25519 or X448 private key, with a choice of how
 * they begin.
 *
 * Each is a new datum, whose `data` the caller frees with `gnutls_free`. ECDSA has big-endian numbers.
 * With a first bit of one a number gets a leading zero byte, which keeps it from being read as
 * negative, unless `flags` say otherwise. The other kinds have their public bytes in `x`, nothing in
 * `y` (NULL and 0) and their private bytes in `k`. `gnutls_free` does not wipe memory: wipe the
 * private numbers first (`gnutls_memset`).
 *
 * - `key`: such a key
 * - `curve`: takes the curve; this and all others may be NULL
 * - `x`: takes the x coordinate, or the public bytes
 * - `y`: takes the y coordinate
 * - `k`: takes the private number, or the private bytes
 * - `flags`: 0, or `GNUTLS_EXPORT_FLAG_NO_LZ` for numbers without a leading zero byte
 *
 * Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
 * - `GNUTLS_E_INVALID_REQUEST`: `key` is NULL, empty, behind callbacks or of another kind
 *
 * Since 3.6.0. Manual: `gnutls_privkey_export_ecc_raw2`.
 */
int gnutls_privkey_export_ecc_raw2(gnutls_privkey_t key,
                                   gnutls_ecc_curve_t *curve,
                                   gnutls_datum_t *x,
                                   gnutls_datum_t *y,
                                   gnutls_datum_t *k,
                                   unsigned int flags);

/**
 * Gives the parameters and the numbers of a GOST R 34.10 private key.
 *
 * The numbers are little-endian, each as long as a coordinate of the curve; the caller frees `data` of
 * each with `gnutls_free`. `gnutls_free` does not wipe memory: wipe the private numbers first
 * (`gnutls_memset`).
 *
 * - `key`: a GOST key
 * - `curve`: takes the curve; this and all others may be NULL
 * - `digest`: takes the digest of the key's kind
 * - `paramset`: takes the parameters of GOST 28147-89
 * - `x`: takes the x coordinate
 * - `y`: takes the y coordinate
 * - `k`: takes the private number
 * - `flags`: not looked at; 0
 *
 * Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
 * - `GNUTLS_E_INVALID_REQUEST`: `key` is NULL, empty, behind callbacks or no GOST key
 *
 * Since 3.6.3. RFC 7091. Manual: `gnutls_privkey_export_gost_raw2`.
 */
int gnutls_privkey_export_gost_raw2(gnutls_privkey_t key,
                                    gnutls_ecc_curve_t *curve,
                                    gnutls_digest_algorithm_t *digest,
                                    gnutls_gost_paramset_t *paramset,
                                    gnutls_datum_t *x,
                                    gnutls_datum_t *y,
                                    gnutls_datum_t *k,
                                    unsigned int flags);

/**
 * Exports a private key as one of OpenPGP: not possible any more, as in GnuTLS since 3.6.0.
 *
 * OpenPGP keys have been removed from the interface; the function is there so that old programs can be
 * loaded, and changes nothing. For X.509 there is `gnutls_privkey_export_x509`.
 *
 * - `pkey`: not used
 * - `key`: not used
 *
 * Returns `GNUTLS_E_UNIMPLEMENTED_FEATURE`, always.
 *
 * Since 3.4.0. Manual: `gnutls_privkey_export_openpgp`.
 */
int gnutls_privkey_export_openpgp(gnutls_privkey_t pkey, gnutls_openpgp_privkey_t *key);

/**
 * Gives the numbers of an RSA private key.
 *
 * Each number is a new datum, big-endian; the caller frees its `data` with `gnutls_free`. With a first
 * bit of one a number gets a leading zero byte, which keeps it from being read as negative;
 * `gnutls_privkey_export_rsa_raw2` can leave it out. `gnutls_free` does not wipe memory: wipe the
 * private numbers first (`gnutls_memset`).
 *
 * - `key`: an RSA key
 * - `m`: takes the modulus; this and all others may be NULL
 * - `e`: takes the public exponent
 * - `d`: takes the private exponent
 * - `p`: takes the first prime
 * - `q`: takes the second prime
 * - `u`: takes q^-1 mod p
 * - `e1`: takes d mod (p-1)
 * - `e2`: takes d mod (q-1)
 *
 * Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
 * - `GNUTLS_E_INVALID_REQUEST`: `key` is NULL, empty, behind callbacks or no RSA key
 *
 * Since 3.3.0. Manual: `gnutls_privkey_export_rsa_raw`.
 */
int gnutls_privkey_export_rsa_raw(gnutls_privkey_t key,
                                  gnutls_datum_t *m,
                                  gnutls_datum_t *e,
                                  gnutls_datum_t *d,
                                  gnutls_datum_t *p,
                                  gnutls_datum_t *q,
                                  gnutls_datum_t *u,
                                  gnutls_datum_t *e1,
                                  gnutls_datum_t *e2);

/**
 * Gives the numbers of an RSA private key, with a choice of how they begin.
 *
 * Each number is a new datum, big-endian; the caller frees its `data` with `gnutls_free`. With a first
 * bit of one a number gets a leading zero byte, which keeps it from being read as negative, unless
 * `flags` say otherwise. `gnutls_free` does not wipe memory: wipe the private numbers first
 * (`gnutls_memset`).
 *
 * - `key`: an RSA key
 * - `m`: takes the modulus; this and all others may be NULL
 * - `e`: takes the public exponent
 * - `d`: takes the private exponent
 * - `p`: takes the first prime
 * - `q`: takes the second prime
 * - `u`: takes q^-1 mod p
 * - `e1`: takes d mod (p-1)
 * - `e2`: takes d mod (q-1)
 * - `flags`: 0, or `GNUTLS_EXPORT_FLAG_NO_LZ` for numbers without a leading zero byte
 *
 * Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
 * - `GNUTLS_E_INVALID_REQUEST`: `key` is NULL, empty, behind callbacks or no RSA key
 *
 * Since 3.6.0. Manual: `gnutls_privkey_export_rsa_raw2`.
 */
int gnutls_privkey_export_rsa_raw2(gnutls_privkey_t key,
                                   gnutls_datum_t *m,
                                   gnutls_datum_t *e,
                                   gnutls_datum_t *d,
                                   gnutls_datum_t *p,
                                   gnutls_datum_t *q,
                                   gnutls_datum_t *u,
                                   gnutls_datum_t *e1,
                                   gnutls_datum_t *e2,
                                   unsigned int flags);

/**
 * Copies an abstract key into a new X.509 private key object.
 *
 * The caller frees it with `gnutls_x509_privkey_deinit`. Flags and the PIN callback do not come along.
 *
 * - `pkey`: the private key
 * - `key`: takes the new object
 *
 * Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
 * - `GNUTLS_E_INVALID_REQUEST`: a pointer is NULL, or `pkey` is empty or behind callbacks
 *
 * Since 3.4.0. Manual: `gnutls_privkey_export_x509`.
 */
int gnutls_privkey_export_x509(gnutls_privkey_t pkey, gnutls_x509_privkey_t *key);

/**
 * Makes a fresh private key.
 *
 * An elliptic curve is named by `GNUTLS_CURVE_TO_BITS`, or chosen by its bits; the kinds with one
 * curve and the ML kinds have their size. `gnutls_sec_param_to_pk_bits` gives bits for a level of
 * security. An object that held another key takes the new one in its place; on failure it keeps what
 * it held.
 *
 * - `pkey`: the object to fill
 * - `algo`: the kind of key, as `GNUTLS_PK_RSA`, `GNUTLS_PK_ECDSA`, `GNUTLS_PK_EDDSA_ED25519`,
 *   `GNUTLS_PK_MLDSA65`; Diffie-Hellman needs `gnutls_privkey_generate2`
 * - `bits`: the bits of the modulus, or a curve; not looked at for ML-DSA and ML-KEM
 * - `flags`: 0, or `GNUTLS_PRIVKEY_FLAG_PROVABLE` for an RSA or DSA key that is made from a seed (FIPS
 *   186-4)
 *
 * Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
 * - `GNUTLS_E_PK_GENERATION_ERROR`: there is no key of these bits
 * - `GNUTLS_E_ECC_UNSUPPORTED_CURVE`: the curve is not supported
 * - `GNUTLS_E_INVALID_REQUEST`: a pointer is NULL, or the object has a key behind callbacks, or such
 *   keys are not made of `algo`, `bits` and `flags`
 *
 * Since 3.3.0. Manual: `gnutls_privkey_generate`.
 */
int gnutls_privkey_generate(gnutls_privkey_t pkey,
                            gnutls_pk_algorithm_t algo,
                            unsigned int bits,
                            unsigned int flags);

/**
 * Makes a fresh private key, with parameters for its generation.
 *
 * They say the seed and the digest of a provable key, the group of a Diffie-Hellman key, or what an
 * RSA key is restricted to; those for other kinds of keys are not looked at. Nothing of `data` is
 * kept. An object that held another key takes the new one in its place; on failure it keeps what it
 * held.
 *
 * - `pkey`: the object to fill
 * - `algo`: the kind of key, as in `gnutls_privkey_generate`, and `GNUTLS_PK_DH` with a
 *   `GNUTLS_KEYGEN_DH` element
 * - `bits`: the bits of the modulus, or a curve by `GNUTLS_CURVE_TO_BITS`
 * - `flags`: 0, or `GNUTLS_PRIVKEY_FLAG_PROVABLE` for an RSA or DSA key made from a seed of at most
 *   1024 bytes (fresh without `GNUTLS_KEYGEN_SEED`) with SHA-384
 * - `data`: elements of the types `GNUTLS_KEYGEN_SEED`, `GNUTLS_KEYGEN_DIGEST`, `GNUTLS_KEYGEN_SPKI`,
 *   `GNUTLS_KEYGEN_DH`; NULL for none
 * - `data_size`: the number of elements
 *
 * Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
 * - `GNUTLS_E_PK_GENERATION_ERROR`: there is no key of these bits, or none from this seed
 * - `GNUTLS_E_ECC_UNSUPPORTED_CURVE`: the curve is not supported
 * - `GNUTLS_E_UNKNOWN_HASH_ALGORITHM`, `GNUTLS_E_PK_INVALID_PUBKEY_PARAMS`: the restriction is none,
 *   or the modulus has no space for its salt
 * - `GNUTLS_E_INVALID_REQUEST`: a pointer is NULL, or the object has a key behind callbacks, an
 *   element is missing or is none, or such keys are not made of `algo`, `bits` and `flags`
 *
 * Since 3.5.0. FIPS 186-4 appendix B.3.2. Manual: `gnutls_privkey_generate2`.
 */
int gnutls_privkey_generate2(gnutls_privkey_t pkey,
                             gnutls_pk_algorithm_t algo,
                             unsigned int bits,
                             unsigned int flags,
                             const gnutls_keygen_data_st *data,
                             unsigned int data_size);

/**
 * Returns the algorithm of a private key, and its bits.
 *
 * Bits are those of the modulus, or eight for each byte of a coordinate. A key behind callbacks has
 * the bits that its info function tells, 0 without an answer.
 *
 * - `key`: the private key
 * - `bits`: takes the bits; may be NULL
 *
 * Returns a value of `gnutls_pk_algorithm_t`, or a negative error code:
 * - `GNUTLS_E_INVALID_REQUEST`: `key` is NULL or empty
 *
 * Since 2.12.0. Manual: `gnutls_privkey_get_pk_algorithm`.
 */
int gnutls_privkey_get_pk_algorithm(gnutls_privkey_t key, unsigned int *bits);

/**
 * Gives the seed that a provable key was made from.
 *
 * Keys of `GNUTLS_PRIVKEY_FLAG_PROVABLE` have one, and keys whose PKCS #8 file has it.
 *
 * - `privkey`: the private key
 * - `digest`: takes the digest of the generation, `GNUTLS_DIG_SHA384` for keys made here; may be NULL
 * - `seed`: takes the seed; NULL asks for the size
 * - `seed_size`: in: the capacity of `seed` in bytes; out: the length written, or needed after
 *   `GNUTLS_E_SHORT_MEMORY_BUFFER`
 *
 * Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
 * - `GNUTLS_E_SHORT_MEMORY_BUFFER`: the buffer is NULL or too small, or the size is NULL
 * - `GNUTLS_E_INVALID_REQUEST`: `privkey` is NULL, empty or behind callbacks, or has no seed
 *
 * Since 3.5.0. Manual: `gnutls_privkey_get_seed`.
 */
int gnutls_privkey_get_seed(gnutls_privkey_t privkey,
                            gnutls_digest_algorithm_t *digest,
                            void *seed,
                            size_t *seed_size);

/**
 * Copies what an RSA key is restricted to into an object.
 *
 * These are the parameters of RSA-PSS or RSA-OAEP that its algorithm identifier names;
 * `gnutls_x509_spki_get_rsa_pss_params` and `gnutls_x509_spki_get_rsa_oaep_params` read them.
 *
 * - `privkey`: the private key
 * - `spki`: the object of `gnutls_x509_spki_init` that takes them
 * - `flags`: not looked at; 0
 *
 * Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
 * - `GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE`: the key is restricted to nothing, or no RSA key
 * - `GNUTLS_E_INVALID_REQUEST`: a pointer is NULL, or `privkey` is empty or behind callbacks
 *
 * Since 3.6.0. RFC 4055. Manual: `gnutls_privkey_get_spki`.
 */
int gnutls_privkey_get_spki(gnutls_privkey_t privkey, gnutls_x509_spki_t spki, unsigned int flags);

/**
 * Returns who holds a private key.
 *
 * It says whether operations stay within the library or run the program's functions. Keys of PKCS #11
 * tokens, which would be `GNUTLS_PRIVKEY_PKCS11`, are not supported.
 *
 * - `key`: the private key
 *
 * Returns `GNUTLS_PRIVKEY_EXT` for a key behind callbacks (`gnutls_privkey_import_ext` and its
 * successors), else `GNUTLS_PRIVKEY_X509`, for an empty object and NULL too.
 *
 * Since 2.12.0. Manual: `gnutls_privkey_get_type`.
 */
gnutls_privkey_type_t gnutls_privkey_get_type(gnutls_privkey_t key);

/**
 * Sets a private key to a Diffie-Hellman key from its group and numbers.
 *
 * They are copied: `params` may be freed afterwards. Without a public number it is computed; one that
 * is given is taken as it is. An object that held another key takes the new one in its place; on
 * failure it keeps what it held.
 *
 * - `key`: the object to fill
 * - `params`: the group
 * - `y`: the public number, big-endian; may be NULL
 * - `x`: the private number, big-endian
 *
 * Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
 * - `GNUTLS_E_PK_INVALID_PRIVKEY`: the numbers are no key of the group
 * - `GNUTLS_E_INVALID_REQUEST`: `key`, `params` or `x` is NULL, the group is empty, or the object has
 *   a key behind callbacks
 *
 * Since 3.8.2. Manual: `gnutls_privkey_import_dh_raw`.
 */
int gnutls_privkey_import_dh_raw(gnutls_privkey_t key,
                                 gnutls_dh_params_t params,
                                 const gnutls_datum_t *y,
                                 const gnutls_datum_t *x);

/**
 * Sets a private key to a DSA key from its numbers.
 *
 * The numbers are copied. The public number is computed; one that is given and differs is told of by
 * `gnutls_privkey_verify_params`. An object that held another key takes the new one in its place; on
 * failure it keeps what it held.
 *
 * - `key`: the object to fill
 * - `p`: the prime modulus, big-endian; leading zeros do not matter
 * - `q`: the order of the subgroup
 * - `g`: the generator
 * - `y`: the public number; may be NULL
 * - `x`: the private number
 *
 * Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
 * - `GNUTLS_E_PK_INVALID_PRIVKEY`: the numbers are no DSA key
 * - `GNUTLS_E_MPI_SCAN_FAILED`: `y` is empty
 * - `GNUTLS_E_INVALID_REQUEST`: a number that is needed or `key` is NULL, or the object has a key
 *   behind callbacks
 *
 * FIPS 186-4 section 4. Manual: `gnutls_privkey_import_dsa_raw`.
 */
int gnutls_privkey_import_dsa_raw(gnutls_privkey_t key,
                                  const gnutls_datum_t *p,
                                  const gnutls_datum_t *q,
                                  const gnutls_datum_t *g,
                                  const gnutls_datum_t *y,
                                  const gnutls_datum_t *x);

/**
 * Sets a private key to one on an elliptic curve from its numbers: ECDSA, EdDSA, X25519 or X448.
 *
 * The numbers are copied. The public half is computed; one that is given and differs is told of by
 * `gnutls_privkey_verify_params`. An object that held another key takes the new one in its place; on
 * failure it keeps what it held.
 *
 * - `key`: the object to fill
 * - `curve`: the curve
 * - `x`: the x coordinate, big-endian, or the public bytes of an EdDSA or X key; may be NULL
 * - `y`: the y coordinate, big-endian; may be NULL
 * - `k`: the private number, big-endian, or the private bytes of an EdDSA or X key in the curve's
 *   length
 *
 * Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
 * - `GNUTLS_E_PK_INVALID_PRIVKEY`: `k` is no private number of the curve
 * - `GNUTLS_E_ECC_UNSUPPORTED_CURVE`: there are no keys on this curve here
 * - `GNUTLS_E_INVALID_REQUEST`: the curve is unknown, `k` or `key` is NULL, a number has the wrong
 *   length, or the object has a key behind callbacks
 *
 * Since 3.0. RFC 8032, RFC 7748. Manual: `gnutls_privkey_import_ecc_raw`.
 */
int gnutls_privkey_import_ecc_raw(gnutls_privkey_t key,
                                  gnutls_ecc_curve_t curve,
                                  const gnutls_datum_t *x,
                                  const gnutls_datum_t *y,
                                  const gnutls_datum_t *k);

/**
 * Sets a private key to one that the program holds, behind two functions.
 *
 * `gnutls_privkey_import_ext4` is the one for new programs: here the sign function is not told a
 * scheme, so that RSA-PSS is not possible. It gets a DigestInfo to pad by PKCS #1 with RSA, a digest
 * with DSA and ECDSA. What it gives comes from `gnutls_malloc`, and is freed for it.
 *
 * - `pkey`: an empty object
 * - `pk`: `GNUTLS_PK_RSA`, `GNUTLS_PK_DSA` or `GNUTLS_PK_ECDSA`
 * - `userdata`: passed to the functions as it is
 * - `sign_func`: makes signatures; NULL for a key that does not sign
 * - `decrypt_func`: decrypts; NULL for a key that does not
 * - `flags`: not looked at; 0
 *
 * Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
 * - `GNUTLS_E_INVALID_REQUEST`: both functions are NULL, `pk` is another kind, or `pkey` is NULL or
 *   not empty
 *
 * The functions run in the thread that signs or drives the handshake.
 *
 * Since 3.0. Manual: `gnutls_privkey_import_ext`.
 */
int gnutls_privkey_import_ext(gnutls_privkey_t pkey,
                              gnutls_pk_algorithm_t pk,
                              void *userdata,
                              gnutls_privkey_sign_func sign_func,
                              gnutls_privkey_decrypt_func decrypt_func,
                              unsigned int flags);

/**
 * Sets a private key to one that the program holds, behind two functions and one for its end.
 *
 * As `gnutls_privkey_import_ext`; the deinit function is called when the key is freed, so that the
 * program can free `userdata`. `gnutls_privkey_import_ext4` is the one for new programs.
 *
 * - `pkey`: an empty object
 * - `pk`: `GNUTLS_PK_RSA`, `GNUTLS_PK_DSA` or `GNUTLS_PK_ECDSA`
 * - `userdata`: passed to the functions as it is
 * - `sign_func`: makes signatures, of a DigestInfo with RSA, of a digest else; NULL for a key that
 *   does not sign
 * - `decrypt_func`: decrypts; NULL for a key that does not
 * - `deinit_func`: called once when `pkey` is freed; may be NULL
 * - `flags`: not looked at; 0
 *
 * Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
 * - `GNUTLS_E_INVALID_REQUEST`: sign and decrypt function are NULL, `pk` is another kind, or `pkey` is
 *   NULL or not empty; the deinit function is not called then
 *
 * The functions run in the thread that signs or drives the handshake.
 *
 * Since 3.1. Manual: `gnutls_privkey_import_ext2`.
 */
int gnutls_privkey_import_ext2(gnutls_privkey_t pkey,
                               gnutls_pk_algorithm_t pk,
                               void *userdata,
                               gnutls_privkey_sign_func sign_func,
                               gnutls_privkey_decrypt_func decrypt_func,
                               gnutls_privkey_deinit_func deinit_func,
                               unsigned int flags);

/**
 * Sets a private key to one that the program holds, behind functions of which one tells the kind of
 * key.
 *
 * The info function is asked at once, with `GNUTLS_PRIVKEY_INFO_PK_ALGO`. The sign function is as that
 * of `gnutls_privkey_import_ext`. `gnutls_privkey_import_ext4` is the one for new programs.
 *
 * - `pkey`: an empty object
 * - `userdata`: passed to the functions as it is
 * - `sign_func`: makes signatures; NULL for a key that does not sign
 * - `decrypt_func`: decrypts; NULL for a key that does not
 * - `deinit_func`: called once when `pkey` is freed; may be NULL
 * - `info_func`: tells what the key is; negative for a question that it does not know
 * - `flags`: not looked at; 0
 *
 * Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
 * - `GNUTLS_E_INVALID_REQUEST`: sign and decrypt function are NULL, the info function is, it tells no
 *   kind of key, or one but RSA, DSA and ECDSA beside a sign function, or `pkey` is NULL or not empty
 *
 * The functions run in the thread that signs or drives the handshake.
 *
 * Since 3.4.0. Manual: `gnutls_privkey_import_ext3`.
 */
int gnutls_privkey_import_ext3(gnutls_privkey_t pkey,
                               void *userdata,
                               gnutls_privkey_sign_func sign_func,
                               gnutls_privkey_decrypt_func decrypt_func,
                               gnutls_privkey_deinit_func deinit_func,
                               gnutls_privkey_info_func info_func,
                               unsigned int flags);

/**
 * Sets a private key to one that the program holds, behind functions that are told the signature
 * algorithm.
 *
 * The info function answers `GNUTLS_PRIVKEY_INFO_PK_ALGO` and `GNUTLS_PRIVKEY_INFO_PK_ALGO_BITS` at
 * once, and later whether the key makes a signature (`GNUTLS_PRIVKEY_INFO_HAVE_SIGN_ALGO`, with the
 * algorithm from bit 20 on: `GNUTLS_FLAGS_TO_SIGN_ALGO`). Digests go to `sign_hash_func`; with RSA
 * PKCS #1 it gets `GNUTLS_SIGN_RSA_RAW` and a DigestInfo. Messages go to `sign_data_func` where the
 * algorithm has no digest (EdDSA), or there is no other. Signatures and plaintexts come from
 * `gnutls_malloc`, and are freed for the functions.
 *
 * - `pkey`: an empty object
 * - `userdata`: passed to the functions as it is
 * - `sign_data_func`: signs messages; may be NULL
 * - `sign_hash_func`: signs digests; may be NULL
 * - `decrypt_func`: decrypts; may be NULL
 * - `deinit_func`: called once when `pkey` is freed; may be NULL
 * - `info_func`: tells what the key is and can; negative for a question that it does not know
 * - `flags`: not looked at; 0
 *
 * Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
 * - `GNUTLS_E_INVALID_REQUEST`: the three functions for operations are NULL, the info function is, it
 *   tells no kind of key, or `pkey` is NULL or not empty
 *
 * The functions run in the thread that signs or drives the handshake, in several threads at once if
 * sessions share the key.
 *
 * Since 3.6.0. Manual: `gnutls_privkey_import_ext4`.
 */
int gnutls_privkey_import_ext4(gnutls_privkey_t pkey,
                               void *userdata,
                               gnutls_privkey_sign_data_func sign_data_func,
                               gnutls_privkey_sign_hash_func sign_hash_func,
                               gnutls_privkey_decrypt_func decrypt_func,
                               gnutls_privkey_deinit_func deinit_func,
                               gnutls_privkey_info_func info_func,
                               unsigned int flags);

/**
 * Sets a private key to a GOST R 34.10 key from its private number.
 *
 * It is copied, and the public half is computed. An object that held another key takes the new one in
 * its place; on failure it keeps what it held.
 *
 * - `key`: the object to fill
 * - `curve`: a GOST curve
 * - `digest`: `GNUTLS_DIG_GOSTR_94`, `GNUTLS_DIG_STREEBOG_256` or `GNUTLS_DIG_STREEBOG_512`, which
 *   says the kind of key
 * - `paramset`: the parameters of GOST 28147-89, or `GNUTLS_GOST_PARAMSET_UNKNOWN` for the usual ones
 * - `x`: not looked at; may be NULL
 * - `y`: not looked at; may be NULL
 * - `k`: the private number, little-endian
 *
 * Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
 * - `GNUTLS_E_ECC_UNSUPPORTED_CURVE`, `GNUTLS_E_UNKNOWN_HASH_ALGORITHM`: the curve or the digest is
 *   none of GOST
 * - `GNUTLS_E_PK_INVALID_PRIVKEY`: `k` is no private number of the curve
 * - `GNUTLS_E_INVALID_REQUEST`: `k` or `key` is NULL, the set is unknown, or the object has a key
 *   behind callbacks
 *
 * Since 3.6.3. RFC 7091. Manual: `gnutls_privkey_import_gost_raw`.
 */
int gnutls_privkey_import_gost_raw(gnutls_privkey_t key,
                                   gnutls_ecc_curve_t curve,
                                   gnutls_digest_algorithm_t digest,
                                   gnutls_gost_paramset_t paramset,
                                   const gnutls_datum_t *x,
                                   const gnutls_datum_t *y,
                                   const gnutls_datum_t *k);

/**
 * Imports an OpenPGP private key: not possible any more, as in GnuTLS since 3.6.0.
 *
 * OpenPGP keys have been removed from the interface; the function is there so that old programs can be
 * loaded, and changes nothing. For X.509 there is `gnutls_privkey_import_x509`.
 *
 * - `pkey`: not used
 * - `key`: not used
 * - `flags`: not used
 *
 * Returns `GNUTLS_E_UNIMPLEMENTED_FEATURE`, always.
 *
 * Since 2.12.0. Manual: `gnutls_privkey_import_openpgp`.
 */
int gnutls_privkey_import_openpgp(gnutls_privkey_t pkey, gnutls_openpgp_privkey_t key, unsigned int flags);

/**
 * Imports an encoded OpenPGP private key: not possible any more, as in GnuTLS since 3.6.0.
 *
 * OpenPGP keys have been removed from the interface; the function is there so that old programs can be
 * loaded, and changes nothing. For X.509 there is `gnutls_privkey_import_x509_raw`.
 *
 * - `pkey`: not used
 * - `data`: not used
 * - `format`: not used
 * - `keyid`: not used
 * - `password`: not used
 *
 * Returns `GNUTLS_E_UNIMPLEMENTED_FEATURE`, always.
 *
 * Since 3.1.0. Manual: `gnutls_privkey_import_openpgp_raw`.
 */
int gnutls_privkey_import_openpgp_raw(gnutls_privkey_t pkey,
                                      const gnutls_datum_t *data,
                                      gnutls_openpgp_crt_fmt_t format,
                                      const unsigned char *keyid,
                                      const char *password);

/**
 * Sets a private key to an RSA key from its numbers.
 *
 * The numbers are copied, and checked to belong together; missing ones are computed. An object that
 * held another key takes the new one in its place; on failure it keeps what it held.
 *
 * - `key`: the object to fill
 * - `m`: the modulus, big-endian; leading zeros do not matter
 * - `e`: the public exponent
 * - `d`: the private exponent; may be NULL
 * - `p`: the first prime
 * - `q`: the second prime
 * - `u`: q^-1 mod p; may be NULL
 * - `e1`: d mod (p-1); may be NULL
 * - `e2`: d mod (q-1); may be NULL
 *
 * Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
 * - `GNUTLS_E_PK_INVALID_PRIVKEY`: the numbers are no RSA key, or too long
 * - `GNUTLS_E_INVALID_REQUEST`: a number that is needed or `key` is NULL, or the object has a key
 *   behind callbacks
 *
 * RFC 8017 section 3.2. Manual: `gnutls_privkey_import_rsa_raw`.
 */
int gnutls_privkey_import_rsa_raw(gnutls_privkey_t key,
                                  const gnutls_datum_t *m,
                                  const gnutls_datum_t *e,
                                  const gnutls_datum_t *d,
                                  const gnutls_datum_t *p,
                                  const gnutls_datum_t *q,
                                  const gnutls_datum_t *u,
                                  const gnutls_datum_t *e1,
                                  const gnutls_datum_t *e2);

/**
 * Sets a private key to that behind a URL of a kind that the program registered.
 *
 * The program's own function fills the object (`gnutls_register_custom_url`); PKCS #11 tokens, TPMs
 * and the keys of the system are not supported.
 *
 * - `key`: the object to fill
 * - `url`: the URL, NUL-terminated
 * - `flags`: passed to the program's function as they are
 *
 * Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
 * - `GNUTLS_E_UNIMPLEMENTED_FEATURE`: a `pkcs11:`, `tpmkey:` or `system:` URL
 * - `GNUTLS_E_INVALID_REQUEST`: `url` is NULL, or of a kind that nobody registered or that has no keys
 * - a negative code of the program's function
 *
 * Since 3.1.0. Manual: `gnutls_privkey_import_url`.
 */
int gnutls_privkey_import_url(gnutls_privkey_t key, const char *url, unsigned int flags);

/**
 * Sets an abstract key to the key in an X.509 object.
 *
 * The key is taken as it is at the time of the call: a later change of the X.509 object does not show
 * here. An object that held another key takes the new one in its place; on failure it keeps what it
 * held.
 *
 * - `pkey`: the object to fill
 * - `key`: the X.509 private key
 * - `flags`: 0 or `GNUTLS_PRIVKEY_IMPORT_COPY`: the caller frees `key` itself.
 *   `GNUTLS_PRIVKEY_IMPORT_AUTO_RELEASE`: `key` is freed together with `pkey`, and the caller does not
 *   free it
 *
 * Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
 * - `GNUTLS_E_INVALID_REQUEST`: a pointer is NULL, `key` is empty, or `pkey` has a key behind
 *   callbacks
 *
 * Since 2.12.0. Manual: `gnutls_privkey_import_x509`.
 */
int gnutls_privkey_import_x509(gnutls_privkey_t pkey, gnutls_x509_privkey_t key, unsigned int flags);

/**
 * Reads a private key in any form: PKCS #8, encrypted or not, PKCS #1, SEC 1, the DSA form and the
 * encrypted PEM of OpenSSL.
 *
 * Without a password an encrypted key is asked for with the callback of
 * `gnutls_privkey_set_pin_function`, once. An object that held another key takes the new one in its
 * place; on failure it keeps what it held.
 *
 * - `pkey`: the object to fill
 * - `data`: the key; copied
 * - `format`: `GNUTLS_X509_FMT_DER`, or `GNUTLS_X509_FMT_PEM` (as which any other number counts)
 * - `password`: the password of an encrypted key: UTF-8, NUL-terminated, copied; NULL for none
 * - `flags`: `gnutls_pkcs_encrypt_flags_t`: 0, `GNUTLS_PKCS_PLAIN` (the key is not encrypted) or
 *   `GNUTLS_PKCS_NULL_PASSWORD` (encrypted without a password)
 *
 * Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
 * - `GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE`, `GNUTLS_E_BASE64_UNEXPECTED_HEADER_ERROR`,
 *   `GNUTLS_E_BASE64_DECODING_ERROR`: the PEM text has no private key, or its block does not decode
 * - `GNUTLS_E_ASN1_DER_ERROR`, `GNUTLS_E_ASN1_TAG_ERROR`: the key cannot be read; the latter stands
 *   for every fault of a key in DER
 * - `GNUTLS_E_DECRYPTION_FAILED`: the key is encrypted, and the password is missing or wrong
 * - `GNUTLS_E_UNKNOWN_PK_ALGORITHM`, `GNUTLS_E_ECC_UNSUPPORTED_CURVE`, `GNUTLS_E_UNKNOWN_CIPHER_TYPE`,
 *   `GNUTLS_E_UNKNOWN_HASH_ALGORITHM`: a key or an encryption of a kind that is not supported
 * - `GNUTLS_E_ILLEGAL_PARAMETER`: the key derivation of the encryption is out of bounds
 * - `GNUTLS_E_PK_INVALID_PRIVKEY`: the numbers are no key
 * - `GNUTLS_E_INVALID_REQUEST`: a pointer is NULL, or the object has a key behind callbacks
 *
 * Since 3.1.0. RFC 5958, RFC 8017 appendix A.1, RFC 5915. Manual: `gnutls_privkey_import_x509_raw`.
 */
int gnutls_privkey_import_x509_raw(gnutls_privkey_t pkey,
                                   const gnutls_datum_t *data,
                                   gnutls_x509_crt_fmt_t format,
                                   const char *password,
                                   unsigned int flags);

/**
 * Creates an empty abstract private key.
 *
 * One of the import functions or `gnutls_privkey_generate` fills it. `gnutls_privkey_deinit` frees it,
 * unless its ownership passes on (`gnutls_certificate_set_key`).
 *
 * - `key`: takes the new object
 *
 * Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
 * - `GNUTLS_E_INVALID_REQUEST`: `key` is NULL
 *
 * Since 2.12.0. Manual: `gnutls_privkey_init`.
 */
int gnutls_privkey_init(gnutls_privkey_t *key);

/**
 * Adds flags to a private key, for its later use.
 *
 * Flags that were set before stay. Those that change a signature act as if each signing function were
 * given them. `GNUTLS_PRIVKEY_FLAG_EXPORT_COMPAT` has no effect here: it is for X.509 objects
 * (`gnutls_x509_privkey_set_flags`).
 *
 * - `key`: the private key; NULL is ignored
 * - `flags`: `gnutls_privkey_flags_t`: `GNUTLS_PRIVKEY_FLAG_REPRODUCIBLE`,
 *   `GNUTLS_PRIVKEY_FLAG_RSA_PSS_FIXED_SALT_LENGTH`
 *
 * Since 3.5.0. Manual: `gnutls_privkey_set_flags`.
 */
void gnutls_privkey_set_flags(gnutls_privkey_t key, unsigned int flags);

/**
 * Sets the callback that is asked for the password of an encrypted key.
 *
 * `gnutls_privkey_import_x509_raw` calls it once for a key that is encrypted and comes without a
 * password. It fills a buffer of `GNUTLS_PKCS11_MAX_PIN_LEN` bytes; after a negative answer the import
 * fails with `GNUTLS_E_DECRYPTION_FAILED`. Set it before the import.
 *
 * - `key`: the private key; NULL is ignored
 * - `fn_`: the callback; NULL takes it away
 * - `userdata`: passed to the callback as it is, not looked at and not freed
 *
 * Since 3.1.0. Manual: `gnutls_privkey_set_pin_function`.
 */
void gnutls_privkey_set_pin_function(gnutls_privkey_t key, gnutls_pin_callback_t fn_, void *userdata);

/**
 * Restricts an RSA key to RSA-PSS or RSA-OAEP with parameters.
 *
 * The key signs or decrypts so alone afterwards, and says so in its algorithm identifier. On failure
 * it stays as it was.
 *
 * - `privkey`: an RSA key
 * - `spki`: the parameters, as `gnutls_x509_spki_set_rsa_pss_params` sets them; copied
 * - `flags`: not looked at; 0
 *
 * Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
 * - `GNUTLS_E_PK_INVALID_PUBKEY_PARAMS`: the modulus has no space for digest and salt
 * - `GNUTLS_E_UNKNOWN_HASH_ALGORITHM`: the digest is none for RSA-PSS
 * - `GNUTLS_E_INVALID_REQUEST`: a pointer is NULL, `spki` is empty, or the key is empty, behind
 *   callbacks or no RSA key
 *
 * Since 3.6.0. RFC 4055. Manual: `gnutls_privkey_set_spki`.
 */
int gnutls_privkey_set_spki(gnutls_privkey_t privkey, gnutls_x509_spki_t spki, unsigned int flags);

/**
 * Signs a message with the key's own algorithm and a digest.
 *
 * The message is hashed here. An EdDSA key takes its own digest alone, ML-DSA any. With a key of
 * `gnutls_privkey_import_ext4` or its predecessors the program's own function makes the signature, in
 * this thread; a negative code of it is returned as it is.
 *
 * - `signer`: the private key
 * - `hash`: the digest
 * - `flags`: 0 or `GNUTLS_PRIVKEY_SIGN_FLAG_RSA_PSS` (an RSA key signs with RSA-PSS),
 *   `GNUTLS_PRIVKEY_FLAG_REPRODUCIBLE` (no randomness: RFC 6979 with DSA and ECDSA, no salt with
 *   RSA-PSS), `GNUTLS_PRIVKEY_FLAG_RSA_PSS_FIXED_SALT_LENGTH` (a salt as long as the digest)
 * - `data`: the message; may be empty
 * - `signature`: takes the signature, in new memory; the caller frees its `data` with `gnutls_free`
 *
 * Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
 * - `GNUTLS_E_CONSTRAINT_ERROR`: the key cannot sign so: it is of another kind or curve, is
 *   restricted, or is too short for the salt
 * - `GNUTLS_E_UNSUPPORTED_SIGNATURE_ALGORITHM`: nothing here signs so
 * - `GNUTLS_E_PK_SIGN_FAILED`: the signature was not made
 * - `GNUTLS_E_INVALID_REQUEST`: a pointer is NULL, the key is empty, does not sign with this digest,
 *   or the flags are another kind's
 *
 * Since 2.12.0. RFC 8017 section 8, RFC 6979. Manual: `gnutls_privkey_sign_data`.
 */
int gnutls_privkey_sign_data(gnutls_privkey_t signer,
                             gnutls_digest_algorithm_t hash,
                             unsigned int flags,
                             const gnutls_datum_t *data,
                             gnutls_datum_t *signature);

/**
 * Signs a message with a named signature algorithm.
 *
 * The message is hashed here. With a key of `gnutls_privkey_import_ext4` or its predecessors the
 * program's own function makes the signature, in this thread; a negative code of it is returned as it
 * is.
 *
 * - `signer`: the private key
 * - `algo`: the algorithm, as `GNUTLS_SIGN_RSA_SHA256`
 * - `flags`: 0 or `GNUTLS_PRIVKEY_SIGN_FLAG_RSA_PSS` (an RSA key signs with RSA-PSS),
 *   `GNUTLS_PRIVKEY_FLAG_REPRODUCIBLE` (no randomness: RFC 6979 with DSA and ECDSA, no salt with
 *   RSA-PSS), `GNUTLS_PRIVKEY_FLAG_RSA_PSS_FIXED_SALT_LENGTH` (a salt as long as the digest)
 * - `data`: the message; may be empty
 * - `signature`: takes the signature, in new memory; the caller frees its `data` with `gnutls_free`
 *
 * Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
 * - `GNUTLS_E_CONSTRAINT_ERROR`: the key cannot sign so: it is of another kind or curve, is
 *   restricted, or is too short for the salt
 * - `GNUTLS_E_UNSUPPORTED_SIGNATURE_ALGORITHM`: nothing here signs so
 * - `GNUTLS_E_PK_SIGN_FAILED`: the signature was not made
 * - `GNUTLS_E_INVALID_REQUEST`: a pointer is NULL, the key is empty, the algorithm is unknown or
 *   MD2's, or the flags do not fit it
 *
 * Since 3.6.0. Manual: `gnutls_privkey_sign_data2`.
 */
int gnutls_privkey_sign_data2(gnutls_privkey_t signer,
                              gnutls_sign_algorithm_t algo,
                              unsigned int flags,
                              const gnutls_datum_t *data,
                              gnutls_datum_t *signature);

/**
 * Signs a digest that was computed before, with the key's own algorithm.
 *
 * With `GNUTLS_DIG_UNKNOWN` an RSA key pads the bytes as they are, without a DigestInfo, and DSA and
 * ECDSA know the digest by its length. EdDSA and ML-DSA sign messages alone. With a key of
 * `gnutls_privkey_import_ext4` or its predecessors the program's own function makes the signature, in
 * this thread; a negative code of it is returned as it is.
 *
 * - `signer`: the private key
 * - `hash_algo`: the digest's algorithm, or `GNUTLS_DIG_UNKNOWN`
 * - `flags`: 0, `GNUTLS_PRIVKEY_SIGN_FLAG_TLS1_RSA` (an RSA key pads the bytes as they are),
 *   `GNUTLS_PRIVKEY_SIGN_FLAG_RSA_PSS`, `GNUTLS_PRIVKEY_FLAG_REPRODUCIBLE`,
 *   `GNUTLS_PRIVKEY_FLAG_RSA_PSS_FIXED_SALT_LENGTH`
 * - `hash_data`: the digest
 * - `signature`: takes the signature, in new memory; the caller frees its `data` with `gnutls_free`
 *
 * Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
 * - `GNUTLS_E_CONSTRAINT_ERROR`: the key cannot sign so: it is of another kind or curve, is
 *   restricted, or is too short for the salt
 * - `GNUTLS_E_UNSUPPORTED_SIGNATURE_ALGORITHM`: nothing here signs so
 * - `GNUTLS_E_PK_SIGN_FAILED`: the signature was not made, with RSA and GOST also because the digest
 *   has another length than its algorithm's; DSA and ECDSA sign it, and the signature does not verify
 * - `GNUTLS_E_INVALID_REQUEST`: a pointer is NULL, the key is empty or signs messages alone, or digest
 *   or flags are not for such a key
 *
 * Since 2.12.0. Manual: `gnutls_privkey_sign_hash`.
 */
int gnutls_privkey_sign_hash(gnutls_privkey_t signer,
                             gnutls_digest_algorithm_t hash_algo,
                             unsigned int flags,
                             const gnutls_datum_t *hash_data,
                             gnutls_datum_t *signature);

/**
 * Signs a digest that was computed before, with a named signature algorithm.
 *
 * EdDSA and ML-DSA sign messages alone: `gnutls_privkey_sign_data2` is for them. With a key of
 * `gnutls_privkey_import_ext4` or its predecessors the program's own function makes the signature, in
 * this thread; a negative code of it is returned as it is.
 *
 * - `signer`: the private key
 * - `algo`: the algorithm, as `GNUTLS_SIGN_RSA_SHA256`; not looked at with
 *   `GNUTLS_PRIVKEY_SIGN_FLAG_TLS1_RSA`
 * - `flags`: 0, `GNUTLS_PRIVKEY_SIGN_FLAG_TLS1_RSA` (an RSA key pads the bytes as they are),
 *   `GNUTLS_PRIVKEY_SIGN_FLAG_RSA_PSS`, `GNUTLS_PRIVKEY_FLAG_REPRODUCIBLE`,
 *   `GNUTLS_PRIVKEY_FLAG_RSA_PSS_FIXED_SALT_LENGTH`
 * - `hash_data`: the digest
 * - `signature`: takes the signature, in new memory; the caller frees its `data` with `gnutls_free`
 *
 * Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
 * - `GNUTLS_E_CONSTRAINT_ERROR`: the key cannot sign so: it is of another kind or curve, is
 *   restricted, or is too short for the salt
 * - `GNUTLS_E_UNSUPPORTED_SIGNATURE_ALGORITHM`: nothing here signs so
 * - `GNUTLS_E_PK_SIGN_FAILED`: the signature was not made, with RSA and GOST also because the digest
 *   has another length than the algorithm's; DSA and ECDSA sign it, and the signature does not verify
 * - `GNUTLS_E_INVALID_REQUEST`: a pointer is NULL, the key is empty, or the algorithm is unknown,
 *   MD2's, or signs messages alone
 *
 * Since 3.6.0. Manual: `gnutls_privkey_sign_hash2`.
 */
int gnutls_privkey_sign_hash2(gnutls_privkey_t signer,
                              gnutls_sign_algorithm_t algo,
                              unsigned int flags,
                              const gnutls_datum_t *hash_data,
                              gnutls_datum_t *signature);

/**
 * Tells whether a private key can be used.
 *
 * Only a key on a token that can be pulled out may be gone: keys in memory and behind callbacks always
 * count as there, and so does an empty object.
 *
 * - `key`: the private key
 *
 * Returns 1, or a negative error code:
 * - `GNUTLS_E_INVALID_REQUEST`: `key` is NULL
 *
 * Since 3.1.10. Manual: `gnutls_privkey_status`.
 */
int gnutls_privkey_status(gnutls_privkey_t key);

/**
 * Checks that the numbers of a private key belong together.
 *
 * Numbers that are no key are refused on import; what is left to tell here is whether the public half
 * that came with the key is its own. Operations use the public half that is made from the private one.
 *
 * - `key`: the private key
 *
 * Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
 * - `GNUTLS_E_ILLEGAL_PARAMETER`: the public half that came with the key is another key's
 * - `GNUTLS_E_PK_INVALID_PUBKEY`: it is no point of the curve
 * - `GNUTLS_E_INVALID_REQUEST`: `key` is NULL, empty or behind callbacks
 *
 * Since 3.3.0. Manual: `gnutls_privkey_verify_params`.
 */
int gnutls_privkey_verify_params(gnutls_privkey_t key);

/**
 * Checks that a private key was made from a seed (FIPS 186-4).
 *
 * An RSA key is made again from the seed and compared, which takes as long as the generation; of a DSA
 * key the parameters are.
 *
 * - `key`: an RSA or DSA key
 * - `digest`: not looked at: the digest is SHA-384
 * - `seed`: the seed; NULL for the one that the key itself holds
 * - `seed_size`: its length in bytes
 *
 * Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
 * - `GNUTLS_E_PRIVKEY_VERIFICATION_ERROR`: the seed leads to another key
 * - `GNUTLS_E_PK_GENERATION_ERROR`: no key of these bits is made from such a seed
 * - `GNUTLS_E_PK_NO_VALIDATION_PARAMS`: the seed is empty, or NULL and the key has none
 * - `GNUTLS_E_UNIMPLEMENTED_FEATURE`: a key of another kind
 * - `GNUTLS_E_INVALID_REQUEST`: `key` is NULL, empty or behind callbacks
 *
 * Since 3.5.0. Manual: `gnutls_privkey_verify_seed`.
 */
int gnutls_privkey_verify_seed(gnutls_privkey_t key,
                               gnutls_digest_algorithm_t digest,
                               const void *seed,
                               size_t seed_size);

/**
 * Frees an abstract public key.
 *
 * A key that belongs to a `gnutls_pcert_st` is freed by `gnutls_pcert_deinit` instead.
 *
 * - `key`: the object of `gnutls_pubkey_init`; NULL is ignored
 *
 * Since 2.12.0. Manual: `gnutls_pubkey_deinit`.
 */
void gnutls_pubkey_deinit(gnutls_pubkey_t key);

/**
 * Encrypts a short plaintext to an RSA key: PKCS #1 v1.5, or OAEP with a key restricted to that.
 *
 * The caller frees `ciphertext->data` with `gnutls_free`. The plaintext is at most 11 bytes shorter
 * than the modulus with PKCS #1 v1.5; of OAEP the overhead is two digests and 2 bytes.
 *
 * - `key`: an RSA key
 * - `flags`: not looked at; 0
 * - `plaintext`: the bytes to encrypt
 * - `ciphertext`: takes the ciphertext
 *
 * Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
 * - `GNUTLS_E_ENCRYPTION_FAILED`: the plaintext is too long, or the key is unusable
 * - `GNUTLS_E_INVALID_REQUEST`: a pointer is NULL, or the key is empty, of another kind, or restricted
 *   to RSA-PSS
 *
 * Since 3.0. RFC 8017 section 7. Manual: `gnutls_pubkey_encrypt_data`.
 */
int gnutls_pubkey_encrypt_data(gnutls_pubkey_t key,
                               unsigned int flags,
                               const gnutls_datum_t *plaintext,
                               gnutls_datum_t *ciphertext);

/**
 * Writes a public key as a SubjectPublicKeyInfo into a buffer.
 *
 * To learn the size, call it with NULL as `output_data`. `gnutls_pubkey_export2` allocates the buffer.
 *
 * - `key`: the public key
 * - `format`: `GNUTLS_X509_FMT_DER`, or `GNUTLS_X509_FMT_PEM` (as which any other number counts); PEM
 *   has the label `PUBLIC KEY` and ends with a NUL
 * - `output_data`: takes the bytes; NULL asks for the size
 * - `output_data_size`: in: the capacity of `output_data` in bytes; out: the length written without
 *   the NUL, or needed, NUL included, after `GNUTLS_E_SHORT_MEMORY_BUFFER`
 *
 * Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
 * - `GNUTLS_E_SHORT_MEMORY_BUFFER`: the buffer is NULL or too small
 * - `GNUTLS_E_INVALID_REQUEST`: `key` is NULL or empty, or the size is NULL
 *
 * Since 2.12.0. Manual: `gnutls_pubkey_export`.
 */
int gnutls_pubkey_export(gnutls_pubkey_t key,
                         gnutls_x509_crt_fmt_t format,
                         void *output_data,
                         size_t *output_data_size);

/**
 * Writes a public key as a SubjectPublicKeyInfo into new memory.
 *
 * The caller frees `out->data` with `gnutls_free`. A NUL that the size does not count follows the
 * bytes.
 *
 * - `key`: the public key
 * - `format`: `GNUTLS_X509_FMT_DER`, or `GNUTLS_X509_FMT_PEM` (as which any other number counts); PEM
 *   has the label `PUBLIC KEY`
 * - `out`: takes the bytes
 *
 * Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
 * - `GNUTLS_E_INVALID_REQUEST`: a pointer is NULL, or `key` is empty
 *
 * Since 3.1.3. RFC 7468 section 13. Manual: `gnutls_pubkey_export2`.
 */
int gnutls_pubkey_export2(gnutls_pubkey_t key, gnutls_x509_crt_fmt_t format, gnutls_datum_t *out);

/**
 * Gives the group and the public number of a Diffie-Hellman key.
 *
 * The number is a new datum, big-endian; the caller frees its `data` with `gnutls_free`. With a first
 * bit of one a number gets a leading zero byte, which keeps it from being read as negative, unless
 * `flags` say otherwise.
 *
 * - `key`: a Diffie-Hellman key
 * - `params`: an object of `gnutls_dh_params_init`, which takes a copy of the group; may be NULL
 * - `y`: takes the public number; may be NULL
 * - `flags`: 0, or `GNUTLS_EXPORT_FLAG_NO_LZ` for numbers without a leading zero byte
 *
 * Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
 * - `GNUTLS_E_INVALID_REQUEST`: `key` is NULL, empty or of another kind
 *
 * Since 3.8.2. Manual: `gnutls_pubkey_export_dh_raw`.
 */
int gnutls_pubkey_export_dh_raw(gnutls_pubkey_t key,
                                gnutls_dh_params_t params,
                                gnutls_datum_t *y,
                                unsigned int flags);

/**
 * Gives the numbers of a DSA public key.
 *
 * Each number is a new datum, big-endian; the caller frees its `data` with `gnutls_free`. With a first
 * bit of one a number gets a leading zero byte, which keeps it from being read as negative;
 * `gnutls_pubkey_export_dsa_raw2` can leave it out.
 *
 * - `key`: a DSA key
 * - `p`: takes the prime modulus; this and all others may be NULL
 * - `q`: takes the order of the subgroup
 * - `g`: takes the generator
 * - `y`: takes the public number
 *
 * Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
 * - `GNUTLS_E_INVALID_REQUEST`: `key` is NULL, empty or of another kind
 *
 * Since 3.3.0. Manual: `gnutls_pubkey_export_dsa_raw`.
 */
int gnutls_pubkey_export_dsa_raw(gnutls_pubkey_t key,
                                 gnutls_datum_t *p,
                                 gnutls_datum_t *q,
                                 gnutls_datum_t *g,
                                 gnutls_datum_t *y);

/**
 * Gives the numbers of a DSA public key, with a choice of how they begin.
 *
 * Each number is a new datum, big-endian; the caller frees its `data` with `gnutls_free`. With a first
 * bit of one a number gets a leading zero byte, which keeps it from being read as negative, unless
 * `flags` say otherwise.
 *
 * - `key`: a DSA key
 * - `p`: takes the prime modulus; this and all others may be NULL
 * - `q`: takes the order of the subgroup
 * - `g`: takes the generator
 * - `y`: takes the public number
 * - `flags`: 0, or `GNUTLS_EXPORT_FLAG_NO_LZ` for numbers without a leading zero byte
 *
 * Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
 * - `GNUTLS_E_INVALID_REQUEST`: `key` is NULL, empty or of another kind
 *
 * Since 3.6.0. Manual: `gnutls_pubkey_export_dsa_raw2`.
 */
int gnutls_pubkey_export_dsa_raw2(gnutls_pubkey_t key,
                                  gnutls_datum_t *p,
                                  gnutls_datum_t *q,
                                  gnutls_datum_t *g,
                                  gnutls_datum_t *y,
                                  unsigned int flags);

/**
 * Gives the curve and the numbers of an ECDSA, EdDSA, X25519 or X448 public key.
 *
 * Each is a new datum, whose `data` the caller frees with `gnutls_free`. ECDSA has big-endian numbers.
 * With a first bit of one a number gets a leading zero byte, which keeps it from being read as
 * negative; `gnutls_pubkey_export_ecc_raw2` can leave it out. The other kinds have their bytes in `x`,
 * and nothing in `y` (NULL and 0).
 *
 * - `key`: such a key
 * - `curve`: takes the curve; this and the others may be NULL
 * - `x`: takes the x coordinate, or the key's bytes
 * - `y`: takes the y coordinate
 *
 * Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
 * - `GNUTLS_E_INVALID_REQUEST`: `key` is NULL, empty or of another kind
 *
 * Since 3.0. Manual: `gnutls_pubkey_export_ecc_raw`.
 */
int gnutls_pubkey_export_ecc_raw(gnutls_pubkey_t key,
                                 gnutls_ecc_curve_t *curve,
                                 gnutls_datum_t *x,
                                 gnutls_datum_t *y);

/**
 * Gives the curve and the numbers of an ECDSA, EdDSA, X25519 or X448 public key, with a choice of how
 * they begin.
 *
 * Each is a new datum, whose `data` the caller frees with `gnutls_free`. ECDSA has big-endian numbers.
 * With a first bit of one a number gets a leading zero byte, which keeps it from being read as
 * negative, unless `flags` say otherwise. The other kinds have their bytes in `x`, and nothing in `y`
 * (NULL and 0).
 *
 * - `key`: such a key
 * - `curve`: takes the curve; this and the others may be NULL
 * - `x`: takes the x coordinate, or the key's bytes
 * - `y`: takes the y coordinate
 * - `flags`: 0, or `GNUTLS_EXPORT_FLAG_NO_LZ` for numbers without a leading zero byte
 *
 * Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
 * - `GNUTLS_E_INVALID_REQUEST`: `key` is NULL, empty or of another kind
 *
 * Since 3.6.0. Manual: `gnutls_pubkey_export_ecc_raw2`.
 */
int gnutls_pubkey_export_ecc_raw2(gnutls_pubkey_t key,
                                  gnutls_ecc_curve_t *curve,
                                  gnutls_datum_t *x,
                                  gnutls_datum_t *y,
                                  unsigned int flags);

/**
 * Gives an ECDSA public key in the form of ANSI X9.62.
 *
 * The caller frees `parameters->data` and `ecpoint->data` with `gnutls_free`.
 *
 * - `key`: an ECDSA key
 * - `parameters`: takes the curve: the DER of its OBJECT IDENTIFIER
 * - `ecpoint`: takes the point, uncompressed: the DER of an OCTET STRING
 *
 * Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
 * - `GNUTLS_E_INVALID_REQUEST`: a pointer is NULL, or `key` is empty or of another kind
 *
 * Since 3.3.0. RFC 5480 section 2.2. Manual: `gnutls_pubkey_export_ecc_x962`.
 */
int gnutls_pubkey_export_ecc_x962(gnutls_pubkey_t key, gnutls_datum_t *parameters, gnutls_datum_t *ecpoint);

/**
 * Gives the parameters and the coordinates of a GOST R 34.10 public key.
 *
 * The coordinates are little-endian, each as long as the curve has them; the caller frees `data` of
 * both with `gnutls_free`.
 *
 * - `key`: a GOST key
 * - `curve`: takes the curve; this and all others may be NULL
 * - `digest`: takes the digest of the key's kind
 * - `paramset`: takes the parameters of GOST 28147-89
 * - `x`: takes the x coordinate
 * - `y`: takes the y coordinate
 * - `flags`: not looked at; 0
 *
 * Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
 * - `GNUTLS_E_INVALID_REQUEST`: `key` is NULL, empty or of another kind
 *
 * Since 3.6.3. RFC 7091. Manual: `gnutls_pubkey_export_gost_raw2`.
 */
int gnutls_pubkey_export_gost_raw2(gnutls_pubkey_t key,
                                   gnutls_ecc_curve_t *curve,
                                   gnutls_digest_algorithm_t *digest,
                                   gnutls_gost_paramset_t *paramset,
                                   gnutls_datum_t *x,
                                   gnutls_datum_t *y,
                                   unsigned int flags);

/**
 * Gives the numbers of an RSA public key.
 *
 * Each number is a new datum, big-endian; the caller frees its `data` with `gnutls_free`. With a first
 * bit of one a number gets a leading zero byte, which keeps it from being read as negative;
 * `gnutls_pubkey_export_rsa_raw2` can leave it out.
 *
 * - `key`: an RSA key
 * - `m`: takes the modulus; may be NULL
 * - `e`: takes the public exponent; may be NULL
 *
 * Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
 * - `GNUTLS_E_INVALID_REQUEST`: `key` is NULL, empty or of another kind
 *
 * Since 3.3.0. Manual: `gnutls_pubkey_export_rsa_raw`.
 */
int gnutls_pubkey_export_rsa_raw(gnutls_pubkey_t key, gnutls_datum_t *m, gnutls_datum_t *e);

/**
 * Gives the numbers of an RSA public key, with a choice of how they begin.
 *
 * Each number is a new datum, big-endian; the caller frees its `data` with `gnutls_free`. With a first
 * bit of one a number gets a leading zero byte, which keeps it from being read as negative, unless
 * `flags` say otherwise.
 *
 * - `key`: an RSA key
 * - `m`: takes the modulus; may be NULL
 * - `e`: takes the public exponent; may be NULL
 * - `flags`: 0, or `GNUTLS_EXPORT_FLAG_NO_LZ` for numbers without a leading zero byte
 *
 * Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
 * - `GNUTLS_E_INVALID_REQUEST`: `key` is NULL, empty or of another kind
 *
 * Since 3.6.0. Manual: `gnutls_pubkey_export_rsa_raw2`.
 */
int gnutls_pubkey_export_rsa_raw2(gnutls_pubkey_t key,
                                  gnutls_datum_t *m,
                                  gnutls_datum_t *e,
                                  unsigned int flags);

/**
 * Writes the identifier of a public key: the digest of its SubjectPublicKeyInfo.
 *
 * It names the key alone, whichever certificate holds it; `gnutls_x509_crt_get_key_id` gives the same
 * for the certificate's key.
 *
 * - `key`: the public key
 * - `flags`: the digest: `GNUTLS_KEYID_USE_SHA1` (0), `GNUTLS_KEYID_USE_SHA256`,
 *   `GNUTLS_KEYID_USE_SHA512`, or `GNUTLS_KEYID_USE_BEST_KNOWN`, which is SHA-512
 * - `output_data`: takes the identifier; NULL asks for the size
 * - `output_data_size`: in: the capacity of `output_data` in bytes; out: the length written, or needed
 *   after `GNUTLS_E_SHORT_MEMORY_BUFFER`
 *
 * Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
 * - `GNUTLS_E_SHORT_MEMORY_BUFFER`: the buffer is NULL or too small
 * - `GNUTLS_E_INVALID_REQUEST`: `key` is NULL or empty, or the size is NULL
 *
 * Since 2.12.0. Manual: `gnutls_pubkey_get_key_id`.
 */
int gnutls_pubkey_get_key_id(gnutls_pubkey_t key,
                             unsigned int flags,
                             unsigned char *output_data,
                             size_t *output_data_size);

/**
 * Gives what a public key may be used for.
 *
 * It is what the certificate or request stated that the key is from, or what
 * `gnutls_pubkey_import_privkey` or `gnutls_pubkey_set_key_usage` was given.
 *
 * - `key`: the public key
 * - `usage`: takes `GNUTLS_KEY_*`, combined by or; 0 for anything; may be NULL
 *
 * Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
 * - `GNUTLS_E_INVALID_REQUEST`: `key` is NULL
 *
 * Since 2.12.0. RFC 5280 section 4.2.1.3. Manual: `gnutls_pubkey_get_key_usage`.
 */
int gnutls_pubkey_get_key_usage(gnutls_pubkey_t key, unsigned int *usage);

/**
 * Gives the identifier of an OpenPGP key: not possible any more, as in GnuTLS since 3.6.0.
 *
 * OpenPGP keys have been removed from the interface; the function is there so that old programs can be
 * loaded, and changes nothing. For any key there is `gnutls_pubkey_get_key_id`.
 *
 * - `key`: not used
 * - `flags`: not used
 * - `output_data`: not used
 * - `output_data_size`: not used
 * - `subkey`: not used
 *
 * Returns `GNUTLS_E_UNIMPLEMENTED_FEATURE`, always.
 *
 * Since 2.12.0. Manual: `gnutls_pubkey_get_openpgp_key_id`.
 */
int gnutls_pubkey_get_openpgp_key_id(gnutls_pubkey_t key,
                                     unsigned int flags,
                                     unsigned char *output_data,
                                     size_t *output_data_size,
                                     unsigned int *subkey);

/**
 * Returns the algorithm of a public key, and its bits.
 *
 * Bits are those of the modulus or prime, or eight for each byte of a coordinate, and for ML-DSA and
 * ML-KEM of the encoded key.
 *
 * - `key`: the public key
 * - `bits`: takes the bits, 0 of an empty key; may be NULL
 *
 * Returns a value of `gnutls_pk_algorithm_t`, 0 for an empty key, or a negative error code:
 * - `GNUTLS_E_INVALID_REQUEST`: `key` is NULL
 *
 * Since 2.12.0. Manual: `gnutls_pubkey_get_pk_algorithm`.
 */
int gnutls_pubkey_get_pk_algorithm(gnutls_pubkey_t key, unsigned int *bits);

/**
 * Gives the digest that suits a public key, for signatures by its private half.
 *
 * Of an elliptic or RSA key it is as strong as the key is. A key that is restricted to RSA-PSS with
 * parameters, a DSA and a GOST key take just this one.
 *
 * - `key`: the public key
 * - `hash`: takes the digest; may be NULL
 * - `mand`: takes 1 if no other digest will do, else 0; may be NULL
 *
 * Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
 * - `GNUTLS_E_INTERNAL_ERROR`: a key for agreement alone (X25519, X448, Diffie-Hellman)
 * - `GNUTLS_E_INVALID_REQUEST`: `key` is NULL or empty
 *
 * Since 2.12.0. Manual: `gnutls_pubkey_get_preferred_hash_algorithm`.
 */
int gnutls_pubkey_get_preferred_hash_algorithm(gnutls_pubkey_t key,
                                               gnutls_digest_algorithm_t *hash,
                                               unsigned int *mand);

/**
 * Copies what an RSA key is restricted to into an object.
 *
 * These are the parameters of RSA-PSS or RSA-OAEP that its algorithm identifier names;
 * `gnutls_x509_spki_get_rsa_pss_params` and `gnutls_x509_spki_get_rsa_oaep_params` read them.
 *
 * - `pubkey`: the public key
 * - `spki`: the object of `gnutls_x509_spki_init` that takes them
 * - `flags`: not looked at; 0
 *
 * Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
 * - `GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE`: the key is restricted to nothing, or no RSA key
 * - `GNUTLS_E_INVALID_REQUEST`: a pointer is NULL, or `pubkey` is empty
 *
 * Since 3.6.0. RFC 4055. Manual: `gnutls_pubkey_get_spki`.
 */
int gnutls_pubkey_get_spki(gnutls_pubkey_t pubkey, gnutls_x509_spki_t spki, unsigned int flags);

/**
 * Reads a public key in the form of a SubjectPublicKeyInfo.
 *
 * The object has no key usage afterwards. Whatever the object held before is replaced, its key usage
 * too; on failure it stays as it was.
 *
 * - `key`: the object to fill
 * - `data`: the key in DER, or in PEM with the label `PUBLIC KEY`; copied
 * - `format`: `GNUTLS_X509_FMT_DER`, or `GNUTLS_X509_FMT_PEM` (as which any other number counts)
 *
 * Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
 * - `GNUTLS_E_BASE64_UNEXPECTED_HEADER_ERROR`, `GNUTLS_E_BASE64_DECODING_ERROR`: the text has no such
 *   block, or one that does not decode
 * - `GNUTLS_E_UNIMPLEMENTED_FEATURE`, `GNUTLS_E_ECC_UNSUPPORTED_CURVE`,
 *   `GNUTLS_E_UNKNOWN_HASH_ALGORITHM`: a key, a curve or parameters that are not supported
 * - `GNUTLS_E_ASN1_DER_ERROR`, `GNUTLS_E_ASN1_TAG_ERROR`, `GNUTLS_E_PK_INVALID_PUBKEY`: the key cannot
 *   be read, or is none
 * - `GNUTLS_E_INVALID_REQUEST`: a pointer is NULL
 *
 * Since 2.12.0. RFC 5280 section 4.1.2.7, RFC 7468 section 13. Manual: `gnutls_pubkey_import`.
 */
int gnutls_pubkey_import(gnutls_pubkey_t key, const gnutls_datum_t *data, gnutls_x509_crt_fmt_t format);

/**
 * Sets a public key to a Diffie-Hellman key from its group and public number.
 *
 * They are copied: `params` may be freed afterwards. The number is checked when a secret is derived
 * with it. The object has no key usage afterwards. Whatever the object held before is replaced, its
 * key usage too; on failure it stays as it was.
 *
 * - `key`: the object to fill
 * - `params`: the group
 * - `y`: the public number, big-endian; leading zeros do not matter
 *
 * Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
 * - `GNUTLS_E_INVALID_REQUEST`: a pointer is NULL, or the group is empty
 *
 * Since 3.8.2. Manual: `gnutls_pubkey_import_dh_raw`.
 */
int gnutls_pubkey_import_dh_raw(gnutls_pubkey_t key, gnutls_dh_params_t params, const gnutls_datum_t *y);

/**
 * Sets a public key to a DSA key from its numbers.
 *
 * They are copied, and not checked here: with numbers that are no key every verification fails. The
 * object has no key usage afterwards. Whatever the object held before is replaced, its key usage too;
 * on failure it stays as it was.
 *
 * - `key`: the object to fill
 * - `p`: the prime modulus, big-endian; leading zeros do not matter
 * - `q`: the order of the subgroup
 * - `g`: the generator
 * - `y`: the public number
 *
 * Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
 * - `GNUTLS_E_INVALID_REQUEST`: a pointer is NULL
 *
 * Since 2.12.0. FIPS 186-4 section 4. Manual: `gnutls_pubkey_import_dsa_raw`.
 */
int gnutls_pubkey_import_dsa_raw(gnutls_pubkey_t key,
                                 const gnutls_datum_t *p,
                                 const gnutls_datum_t *q,
                                 const gnutls_datum_t *g,
                                 const gnutls_datum_t *y);

/**
 * Sets a public key to one on an elliptic curve: ECDSA, EdDSA, X25519 or X448.
 *
 * The numbers are copied, and a point must be on its curve. The object has no key usage afterwards.
 * Whatever the object held before is replaced, its key usage too; on failure it stays as it was.
 *
 * - `key`: the object to fill
 * - `curve`: the curve
 * - `x`: the x coordinate, big-endian; leading zeros do not matter; of the other kinds the key's bytes
 * - `y`: the y coordinate, likewise; not looked at with the other kinds
 *
 * Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
 * - `GNUTLS_E_ECC_UNSUPPORTED_CURVE`: the curve is unknown, or has no such keys here
 * - `GNUTLS_E_PK_INVALID_PUBKEY`: the point is not on the curve
 * - `GNUTLS_E_INVALID_REQUEST`: a pointer is NULL, or a number has the wrong length
 *
 * Since 3.0. RFC 5480, RFC 8032, RFC 7748. Manual: `gnutls_pubkey_import_ecc_raw`.
 */
int gnutls_pubkey_import_ecc_raw(gnutls_pubkey_t key,
                                 gnutls_ecc_curve_t curve,
                                 const gnutls_datum_t *x,
                                 const gnutls_datum_t *y);

/**
 * Sets a public key to an ECDSA key in the form of ANSI X9.62.
 *
 * The point must be on its curve. The object has no key usage afterwards. Whatever the object held
 * before is replaced, its key usage too; on failure it stays as it was.
 *
 * - `key`: the object to fill
 * - `parameters`: the curve: the DER of its OBJECT IDENTIFIER
 * - `ecpoint`: the point: the DER of an OCTET STRING
 *
 * Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
 * - `GNUTLS_E_ECC_UNSUPPORTED_CURVE`: the curve is not supported
 * - `GNUTLS_E_ASN1_DER_ERROR`, `GNUTLS_E_ASN1_TAG_ERROR`: a part is not such DER
 * - `GNUTLS_E_PK_INVALID_PUBKEY`: the point is not on the curve
 * - `GNUTLS_E_INVALID_REQUEST`: a pointer is NULL
 *
 * Since 3.0. RFC 5480 section 2.2. Manual: `gnutls_pubkey_import_ecc_x962`.
 */
int gnutls_pubkey_import_ecc_x962(gnutls_pubkey_t key,
                                  const gnutls_datum_t *parameters,
                                  const gnutls_datum_t *ecpoint);

/**
 * Sets a public key to a GOST R 34.10 key from its coordinates.
 *
 * They are copied, and must be a point of the curve. The object has no key usage afterwards. Whatever
 * the object held before is replaced, its key usage too; on failure it stays as it was.
 *
 * - `key`: the object to fill
 * - `curve`: a GOST curve
 * - `digest`: `GNUTLS_DIG_GOSTR_94`, `GNUTLS_DIG_STREEBOG_256` or `GNUTLS_DIG_STREEBOG_512`, which
 *   says the kind of key
 * - `paramset`: the parameters of GOST 28147-89, or `GNUTLS_GOST_PARAMSET_UNKNOWN` for the usual ones
 * - `x`: the x coordinate, little-endian
 * - `y`: the y coordinate, little-endian
 *
 * Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
 * - `GNUTLS_E_ECC_UNSUPPORTED_CURVE`, `GNUTLS_E_UNKNOWN_HASH_ALGORITHM`: the curve or the digest is
 *   none of GOST
 * - `GNUTLS_E_PK_INVALID_PUBKEY`: the point is not on the curve
 * - `GNUTLS_E_INVALID_REQUEST`: a pointer is NULL, or the set is unknown
 *
 * Since 3.6.3. RFC 7091. Manual: `gnutls_pubkey_import_gost_raw`.
 */
int gnutls_pubkey_import_gost_raw(gnutls_pubkey_t key,
                                  gnutls_ecc_curve_t curve,
                                  gnutls_digest_algorithm_t digest,
                                  gnutls_gost_paramset_t paramset,
                                  const gnutls_datum_t *x,
                                  const gnutls_datum_t *y);

/**
 * Imports the public key of an OpenPGP certificate: not possible any more, as in GnuTLS since 3.6.0.
 *
 * OpenPGP keys have been removed from the interface; the function is there so that old programs can be
 * loaded, and changes nothing. For X.509 there is `gnutls_pubkey_import_x509`.
 *
 * - `key`: not used
 * - `crt`: not used
 * - `flags`: not used
 *
 * Returns `GNUTLS_E_UNIMPLEMENTED_FEATURE`, always.
 *
 * Since 2.12.0. Manual: `gnutls_pubkey_import_openpgp`.
 */
int gnutls_pubkey_import_openpgp(gnutls_pubkey_t key, gnutls_openpgp_crt_t crt, unsigned int flags);

/**
 * Imports the public key of encoded OpenPGP data: not possible any more, as in GnuTLS since 3.6.0.
 *
 * OpenPGP keys have been removed from the interface; the function is there so that old programs can be
 * loaded, and changes nothing. For X.509 there is `gnutls_pubkey_import_x509_raw`.
 *
 * - `pkey`: not used
 * - `data`: not used
 * - `format`: not used
 * - `keyid`: not used
 * - `flags`: not used
 *
 * Returns `GNUTLS_E_UNIMPLEMENTED_FEATURE`, always.
 *
 * Since 3.1.3. Manual: `gnutls_pubkey_import_openpgp_raw`.
 */
int gnutls_pubkey_import_openpgp_raw(gnutls_pubkey_t pkey,
                                     const gnutls_datum_t *data,
                                     gnutls_openpgp_crt_fmt_t format,
                                     const unsigned char *keyid,
                                     unsigned int flags);

/**
 * Sets a public key to the public half of a private one.
 *
 * It is copied: the private key may be freed. Whatever the object held before is replaced, its key
 * usage too; on failure it stays as it was.
 *
 * - `key`: the object to fill
 * - `pkey`: the private key
 * - `usage`: what the key may be used for, `GNUTLS_KEY_*` combined by or; 0 for anything
 * - `flags`: not looked at; 0
 *
 * Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
 * - `GNUTLS_E_INVALID_REQUEST`: a pointer is NULL, or `pkey` is empty or behind callbacks
 *
 * Since 2.12.0. Manual: `gnutls_pubkey_import_privkey`.
 */
int gnutls_pubkey_import_privkey(gnutls_pubkey_t key,
                                 gnutls_privkey_t pkey,
                                 unsigned int usage,
                                 unsigned int flags);

/**
 * Sets a public key to an RSA key from its numbers.
 *
 * They are copied. The object has no key usage afterwards. Whatever the object held before is
 * replaced, its key usage too; on failure it stays as it was.
 *
 * - `key`: the object to fill
 * - `m`: the modulus, big-endian; leading zeros do not matter
 * - `e`: the public exponent, likewise
 *
 * Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
 * - `GNUTLS_E_MPI_SCAN_FAILED`: a number is empty
 * - `GNUTLS_E_ASN1_DER_ERROR`: the modulus is zero
 * - `GNUTLS_E_INVALID_REQUEST`: a pointer is NULL
 *
 * Since 2.12.0. RFC 8017 section 3.1. Manual: `gnutls_pubkey_import_rsa_raw`.
 */
int gnutls_pubkey_import_rsa_raw(gnutls_pubkey_t key, const gnutls_datum_t *m, const gnutls_datum_t *e);

/**
 * Sets a public key to that behind a URL of a kind that the program registered.
 *
 * The program's own function fills the object (`gnutls_register_custom_url`); PKCS #11 tokens and TPMs
 * are not supported.
 *
 * - `key`: the object to fill
 * - `url`: the URL, NUL-terminated
 * - `flags`: passed to the program's function as they are
 *
 * Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
 * - `GNUTLS_E_UNIMPLEMENTED_FEATURE`: a `pkcs11:` or `tpmkey:` URL
 * - `GNUTLS_E_INVALID_REQUEST`: `url` is NULL, or of a kind that nobody registered or that has no
 *   public keys
 * - a negative code of the program's function
 *
 * Since 3.1.0. Manual: `gnutls_pubkey_import_url`.
 */
int gnutls_pubkey_import_url(gnutls_pubkey_t key, const char *url, unsigned int flags);

/**
 * Sets a public key to that of a certificate, with the key usage that the certificate states.
 *
 * The key is copied: the certificate may be freed. A key usage that cannot be read counts as none.
 * Whatever the object held before is replaced, its key usage too; on failure it stays as it was.
 *
 * - `key`: the object to fill
 * - `crt`: the certificate
 * - `flags`: not looked at; 0
 *
 * Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
 * - `GNUTLS_E_UNIMPLEMENTED_FEATURE`, `GNUTLS_E_ECC_UNSUPPORTED_CURVE`,
 *   `GNUTLS_E_UNKNOWN_HASH_ALGORITHM`: a key, a curve or parameters that are not supported
 * - `GNUTLS_E_ASN1_DER_ERROR`, `GNUTLS_E_ASN1_TAG_ERROR`, `GNUTLS_E_PK_INVALID_PUBKEY`: the key cannot
 *   be read, or is none
 * - `GNUTLS_E_INVALID_REQUEST`: a pointer is NULL
 *
 * Since 2.12.0. RFC 5280 section 4.1.2.7. Manual: `gnutls_pubkey_import_x509`.
 */
int gnutls_pubkey_import_x509(gnutls_pubkey_t key, gnutls_x509_crt_t crt, unsigned int flags);

/**
 * Sets a public key to that of a certificate request, with the key usage that the request asks for.
 *
 * The key is copied: the request may be freed. Extensions of the request that cannot be read are an
 * error, where GnuTLS gives a key for every use. Whatever the object held before is replaced, its key
 * usage too; on failure it stays as it was.
 *
 * - `key`: the object to fill
 * - `crq`: the request
 * - `flags`: not looked at; 0
 *
 * Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
 * - `GNUTLS_E_UNKNOWN_PK_ALGORITHM`, `GNUTLS_E_ECC_UNSUPPORTED_CURVE`,
 *   `GNUTLS_E_UNKNOWN_HASH_ALGORITHM`: a key, a curve or parameters that are not supported
 * - `GNUTLS_E_ASN1_DER_ERROR`, `GNUTLS_E_ASN1_TAG_ERROR`, `GNUTLS_E_PK_INVALID_PUBKEY`: the key cannot
 *   be read, or is none; or the request's extensions cannot be read
 * - `GNUTLS_E_INVALID_REQUEST`: a pointer is NULL
 *
 * Since 3.1.5. RFC 2986. Manual: `gnutls_pubkey_import_x509_crq`.
 */
int gnutls_pubkey_import_x509_crq(gnutls_pubkey_t key, gnutls_x509_crq_t crq, unsigned int flags);

/**
 * Reads a certificate and sets a public key to that in it, with the key usage that the certificate
 * states.
 *
 * Of a PEM text the first certificate counts. A key usage that cannot be read counts as none. Whatever
 * the object held before is replaced, its key usage too; on failure it stays as it was.
 *
 * - `pkey`: the object to fill
 * - `data`: the certificate; copied
 * - `format`: `GNUTLS_X509_FMT_DER`, or `GNUTLS_X509_FMT_PEM` (as which any other number counts)
 * - `flags`: not looked at; 0
 *
 * Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
 * - `GNUTLS_E_BASE64_UNEXPECTED_HEADER_ERROR`, `GNUTLS_E_BASE64_DECODING_ERROR`: the text has no
 *   certificate, or one that does not decode
 * - `GNUTLS_E_ASN1_DER_ERROR`, `GNUTLS_E_ASN1_TAG_ERROR`, `GNUTLS_E_X509_CERTIFICATE_ERROR`, or
 *   another code of `gnutls_x509_crt_import`: a certificate cannot be read
 * - `GNUTLS_E_UNIMPLEMENTED_FEATURE`, `GNUTLS_E_ECC_UNSUPPORTED_CURVE`,
 *   `GNUTLS_E_UNKNOWN_HASH_ALGORITHM`: a key, a curve or parameters that are not supported
 * - `GNUTLS_E_ASN1_DER_ERROR`, `GNUTLS_E_ASN1_TAG_ERROR`, `GNUTLS_E_PK_INVALID_PUBKEY`: the key cannot
 *   be read, or is none
 * - `GNUTLS_E_INVALID_REQUEST`: a pointer is NULL
 *
 * Since 3.1.3. Manual: `gnutls_pubkey_import_x509_raw`.
 */
int gnutls_pubkey_import_x509_raw(gnutls_pubkey_t pkey,
                                  const gnutls_datum_t *data,
                                  gnutls_x509_crt_fmt_t format,
                                  unsigned int flags);

/**
 * Creates an empty abstract public key.
 *
 * One of the import functions fills it; `gnutls_pubkey_deinit` frees it, unless its ownership passes
 * on (`gnutls_pcert_import_rawpk`).
 *
 * - `key`: takes the new object
 *
 * Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
 * - `GNUTLS_E_INVALID_REQUEST`: `key` is NULL
 *
 * Since 2.12.0. Manual: `gnutls_pubkey_init`.
 */
int gnutls_pubkey_init(gnutls_pubkey_t *key);

/**
 * Describes a public key in a text for people.
 *
 * It tells algorithm, bits, numbers, usage and identifiers. The caller frees `out->data` with
 * `gnutls_free`; a NUL that the size does not count ends it. The form of the text is not meant for
 * programs.
 *
 * - `pubkey`: the public key
 * - `format`: `gnutls_certificate_print_formats_t`, as `GNUTLS_CRT_PRINT_FULL`
 * - `out`: takes the text, in UTF-8
 *
 * Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
 * - `GNUTLS_E_INVALID_REQUEST`: a pointer is NULL, the key is empty, or the format unknown
 *
 * Since 3.1.5. Manual: `gnutls_pubkey_print`.
 */
int gnutls_pubkey_print(gnutls_pubkey_t pubkey,
                        gnutls_certificate_print_formats_t format,
                        gnutls_datum_t *out);

/**
 * Sets what a public key may be used for.
 *
 * It shows in `gnutls_pubkey_get_key_usage` and `gnutls_pubkey_print`. Operations with the key do not
 * heed it, and a certificate or request that is built with the key does not get it:
 * `gnutls_x509_crt_set_key_usage` sets that.
 *
 * - `key`: the public key
 * - `usage`: `GNUTLS_KEY_*`, combined by or; 0 for anything
 *
 * Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
 * - `GNUTLS_E_INVALID_REQUEST`: `key` is NULL
 *
 * Since 2.12.0. RFC 5280 section 4.2.1.3. Manual: `gnutls_pubkey_set_key_usage`.
 */
int gnutls_pubkey_set_key_usage(gnutls_pubkey_t key, unsigned int usage);

/**
 * Has no effect: no public key here needs a PIN.
 *
 * In GnuTLS the callback serves PKCS #11 tokens and TPMs, which are not supported; kinds of URLs that
 * the program registers ask for themselves.
 *
 * - `key`: the public key; NULL is ignored
 * - `fn_`: the callback; not kept
 * - `userdata`: not kept
 *
 * Since 3.1.0. Manual: `gnutls_pubkey_set_pin_function`.
 */
void gnutls_pubkey_set_pin_function(gnutls_pubkey_t key, gnutls_pin_callback_t fn_, void *userdata);

/**
 * Restricts an RSA key to RSA-PSS or RSA-OAEP with parameters.
 *
 * It verifies or encrypts so alone afterwards, and says so in its algorithm identifier. The key usage
 * stays; on failure the key stays as it was.
 *
 * - `pubkey`: an RSA key
 * - `spki`: the parameters, as `gnutls_x509_spki_set_rsa_pss_params` sets them; copied
 * - `flags`: not looked at; 0
 *
 * Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
 * - `GNUTLS_E_UNKNOWN_HASH_ALGORITHM`: the digest is none for RSA-PSS
 * - `GNUTLS_E_INVALID_REQUEST`: a pointer is NULL, `spki` is empty, or the key is empty or no RSA key
 *
 * Since 3.6.0. RFC 4055. Manual: `gnutls_pubkey_set_spki`.
 */
int gnutls_pubkey_set_spki(gnutls_pubkey_t pubkey, gnutls_x509_spki_t spki, unsigned int flags);

/**
 * Verifies a signature over a message.
 *
 * The message is hashed here. RSA-PSS is verified with the salt that the key names or one as long as
 * the digest. SHA-1 is not counted as broken.
 *
 * - `pubkey`: the signer's public key
 * - `algo`: the algorithm of the signature, as `GNUTLS_SIGN_RSA_SHA256`
 * - `flags`: 0, or `GNUTLS_VERIFY_ALLOW_SIGN_RSA_MD5`, `GNUTLS_VERIFY_ALLOW_BROKEN`,
 *   `GNUTLS_VERIFY_RSA_PSS_FIXED_SALT_LENGTH`
 * - `data`: the message
 * - `signature`: the signature
 *
 * Returns `GNUTLS_E_SUCCESS` (0) if the signature is good, or a negative error code:
 * - `GNUTLS_E_PK_SIG_VERIFY_FAILED`: the signature is not this key's
 * - `GNUTLS_E_INSUFFICIENT_SECURITY`: it is, but the algorithm is broken (MD5, GOST R 34.11-94), and
 *   no flag allows it
 * - `GNUTLS_E_INCOMPATIBLE_SIG_WITH_KEY`, `GNUTLS_E_UNSUPPORTED_SIGNATURE_ALGORITHM`: such a key, or
 *   nothing here, signs with this algorithm
 * - `GNUTLS_E_INVALID_REQUEST`: a pointer is NULL, the key is empty, the algorithm unknown, or
 *   `GNUTLS_VERIFY_USE_TLS1_RSA` is given, which needs a digest
 *
 * Since 3.0. Manual: `gnutls_pubkey_verify_data2`.
 */
int gnutls_pubkey_verify_data2(gnutls_pubkey_t pubkey,
                               gnutls_sign_algorithm_t algo,
                               unsigned int flags,
                               const gnutls_datum_t *data,
                               const gnutls_datum_t *signature);

/**
 * Verifies a signature over a digest that was computed before.
 *
 * With `GNUTLS_VERIFY_USE_TLS1_RSA` an RSA key verifies bytes that were padded as they are, without a
 * DigestInfo (TLS 1.1). SHA-1 is not counted as broken.
 *
 * - `key`: the signer's public key
 * - `algo`: the algorithm of the signature, as `GNUTLS_SIGN_RSA_SHA256`; not looked at with
 *   `GNUTLS_VERIFY_USE_TLS1_RSA`
 * - `flags`: 0, or `GNUTLS_VERIFY_USE_TLS1_RSA`, `GNUTLS_VERIFY_ALLOW_SIGN_RSA_MD5`,
 *   `GNUTLS_VERIFY_ALLOW_BROKEN`, `GNUTLS_VERIFY_RSA_PSS_FIXED_SALT_LENGTH`
 * - `hash`: the digest
 * - `signature`: the signature
 *
 * Returns 1 if the signature is good, 0 with `GNUTLS_VERIFY_USE_TLS1_RSA`, or a negative error code:
 * - `GNUTLS_E_PK_SIG_VERIFY_FAILED`: the signature is not this key's
 * - `GNUTLS_E_INSUFFICIENT_SECURITY`: it is, but the algorithm is broken (MD5, GOST R 34.11-94), and
 *   no flag allows it
 * - `GNUTLS_E_INCOMPATIBLE_SIG_WITH_KEY`, `GNUTLS_E_UNSUPPORTED_SIGNATURE_ALGORITHM`: such a key, or
 *   nothing here, signs with this algorithm
 * - `GNUTLS_E_INVALID_REQUEST`: a pointer is NULL, the key is empty or of a kind that signs messages
 *   alone (EdDSA, ML-DSA), or the algorithm is unknown
 *
 * Test for a negative answer: GnuTLS 3.7.9 answers 0 for a good signature.
 *
 * Since 3.0. Manual: `gnutls_pubkey_verify_hash2`.
 */
int gnutls_pubkey_verify_hash2(gnutls_pubkey_t key,
                               gnutls_sign_algorithm_t algo,
                               unsigned int flags,
                               const gnutls_datum_t *hash,
                               const gnutls_datum_t *signature);

/**
 * Checks that a public key is sound.
 *
 * A point that is not on its curve is refused on import, so that there is nothing left to find: any
 * key that signs or encrypts passes.
 *
 * - `key`: the public key
 *
 * Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
 * - `GNUTLS_E_INVALID_REQUEST`: `key` is NULL, empty, or of X25519 or X448, which have no parameters
 *   to check
 *
 * Since 3.3.0. Manual: `gnutls_pubkey_verify_params`.
 */
int gnutls_pubkey_verify_params(gnutls_pubkey_t key);

/**
 * Signs a revocation list with a key of any kind, such as one behind functions of the application.
 *
 * Else the same as `gnutls_x509_crl_sign2`.
 *
 * - `crl`: the list
 * - `issuer`: the certificate of the authority
 * - `issuer_key`: the private key of `issuer`
 * - `dig`: the digest, or `GNUTLS_DIG_UNKNOWN` for one that fits the key
 * - `flags`: 0, or of `GNUTLS_PRIVKEY_SIGN_FLAG_RSA_PSS` and `GNUTLS_PRIVKEY_FLAG_REPRODUCIBLE`
 *
 * Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
 * - `GNUTLS_E_ASN1_VALUE_NOT_FOUND`: version or time of issue is not set
 * - `GNUTLS_E_UNSUPPORTED_SIGNATURE_ALGORITHM`, `GNUTLS_E_INCOMPATIBLE_SIG_WITH_KEY`,
 *   `GNUTLS_E_CONSTRAINT_ERROR`: the key does not sign so
 * - `GNUTLS_E_PK_SIGN_FAILED`: signing failed
 * - `GNUTLS_E_INVALID_REQUEST`: `crl` or `issuer` is NULL, `issuer_key` is NULL or empty, or RSA-PSS
 *   is asked of another kind of key
 * - whatever negative code a function of the key answers
 *
 * RFC 5280 section 5.1.1. Manual: `gnutls_x509_crl_privkey_sign`.
 */
int gnutls_x509_crl_privkey_sign(gnutls_x509_crl_t crl,
                                 gnutls_x509_crt_t issuer,
                                 gnutls_privkey_t issuer_key,
                                 gnutls_digest_algorithm_t dig,
                                 unsigned int flags);

/**
 * Signs a certificate request with a key of any kind, such as one behind functions of the application.
 *
 * Else the same as `gnutls_x509_crq_sign2`.
 *
 * - `crq`: the request
 * - `key`: the private key that the request is for
 * - `dig`: the digest, or `GNUTLS_DIG_UNKNOWN` for one that fits the key
 * - `flags`: 0, or of `GNUTLS_PRIVKEY_SIGN_FLAG_RSA_PSS` and `GNUTLS_PRIVKEY_FLAG_REPRODUCIBLE`
 *
 * Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
 * - `GNUTLS_E_ASN1_VALUE_NOT_FOUND`: the request has no key yet
 * - `GNUTLS_E_UNSUPPORTED_SIGNATURE_ALGORITHM`, `GNUTLS_E_INCOMPATIBLE_SIG_WITH_KEY`,
 *   `GNUTLS_E_CONSTRAINT_ERROR`: the key does not sign so
 * - `GNUTLS_E_PK_SIGN_FAILED`: signing failed
 * - `GNUTLS_E_INVALID_REQUEST`: `crq` is NULL, `key` is NULL or empty, or RSA-PSS is asked of another
 *   kind of key
 * - whatever negative code a function of the key answers
 *
 * Since 2.12.0. RFC 2986 section 4.2. Manual: `gnutls_x509_crq_privkey_sign`.
 */
int gnutls_x509_crq_privkey_sign(gnutls_x509_crq_t crq,
                                 gnutls_privkey_t key,
                                 gnutls_digest_algorithm_t dig,
                                 unsigned int flags);

/**
 * Sets the key of a certificate request to a public key.
 *
 * The key is copied. With `gnutls_pubkey_import_privkey` it may come from a key that is not in memory,
 * which signs with `gnutls_x509_crq_privkey_sign`.
 *
 * - `crq`: the request
 * - `key`: the public key
 *
 * Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
 * - `GNUTLS_E_INVALID_REQUEST`: `crq` is NULL, or `key` is NULL or empty
 *
 * Since 2.12.0. RFC 2986 section 4.1. Manual: `gnutls_x509_crq_set_pubkey`.
 */
int gnutls_x509_crq_set_pubkey(gnutls_x509_crq_t crq, gnutls_pubkey_t key);

/**
 * Signs a certificate with a key of any kind, such as one behind functions of the application.
 *
 * Else the same as `gnutls_x509_crt_sign2`. Functions of the key may use the certificate, whose fields
 * are not locked while they run.
 *
 * - `crt`: the certificate
 * - `issuer`: the certificate of the signer, or `crt` itself for a self-signed one
 * - `issuer_key`: the private key of `issuer`
 * - `dig`: the digest, or `GNUTLS_DIG_UNKNOWN` for one that fits the key
 * - `flags`: 0, or of `GNUTLS_PRIVKEY_SIGN_FLAG_RSA_PSS` and `GNUTLS_PRIVKEY_FLAG_REPRODUCIBLE`
 *
 * Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
 * - `GNUTLS_E_CERTIFICATE_TIME_ERROR`: start or end of validity is not set
 * - `GNUTLS_E_ASN1_VALUE_NOT_FOUND`: serial number or key is not set
 * - `GNUTLS_E_X509_CERTIFICATE_ERROR`: there are fields that the version has not got
 * - `GNUTLS_E_UNSUPPORTED_SIGNATURE_ALGORITHM`, `GNUTLS_E_INCOMPATIBLE_SIG_WITH_KEY`,
 *   `GNUTLS_E_CONSTRAINT_ERROR`: the key does not sign so
 * - `GNUTLS_E_PK_SIGN_FAILED`: signing failed
 * - `GNUTLS_E_INVALID_REQUEST`: `crt` or `issuer` is NULL, `issuer_key` is NULL or empty, or RSA-PSS
 *   is asked of another kind of key
 * - whatever negative code a function of the key answers
 *
 * RFC 5280 section 4.1.1. Manual: `gnutls_x509_crt_privkey_sign`.
 */
int gnutls_x509_crt_privkey_sign(gnutls_x509_crt_t crt,
                                 gnutls_x509_crt_t issuer,
                                 gnutls_privkey_t issuer_key,
                                 gnutls_digest_algorithm_t dig,
                                 unsigned int flags);

/**
 * Sets the key of a certificate to a public key.
 *
 * The key is copied. With `gnutls_pubkey_import_privkey` it may come from a key that is not in memory.
 *
 * - `crt`: the certificate
 * - `key`: the public key
 *
 * Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
 * - `GNUTLS_E_INVALID_REQUEST`: `crt` is NULL, or `key` is NULL or empty
 *
 * Since 2.12.0. RFC 5280 section 4.1.2.7. Manual: `gnutls_x509_crt_set_pubkey`.
 */
int gnutls_x509_crt_set_pubkey(gnutls_x509_crt_t crt, gnutls_pubkey_t key);

/* Not written yet: these fail as their manual pages have it. */
int gnutls_privkey_export_pkcs11(gnutls_privkey_t pkey, gnutls_pkcs11_privkey_t *key);
int gnutls_privkey_import_pkcs11(gnutls_privkey_t pkey, gnutls_pkcs11_privkey_t key, unsigned int flags);
int gnutls_privkey_import_tpm_raw(gnutls_privkey_t pkey, const gnutls_datum_t *fdata, gnutls_tpmkey_fmt_t format, const char *srk_password, const char *key_password, unsigned int flags);
int gnutls_privkey_import_tpm_url(gnutls_privkey_t pkey, const char *url, const char *srk_password, const char *key_password, unsigned int flags);
int gnutls_pubkey_import_pkcs11(gnutls_pubkey_t key, gnutls_pkcs11_obj_t obj, unsigned int flags);
int gnutls_pubkey_import_tpm_raw(gnutls_pubkey_t pkey, const gnutls_datum_t *fdata, gnutls_tpmkey_fmt_t format, const char *srk_password, unsigned int flags);
int gnutls_pubkey_import_tpm_url(gnutls_pubkey_t pkey, const char *url, const char *srk_password, unsigned int flags);

#ifdef __cplusplus
}
#endif

#endif
