/* abstract.h of gnutls-rs, written by tools/headers: do not edit. */
/**
 * @file gnutls/abstract.h
 *
 * Public and private keys of any kind, wherever they are kept.
 */

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

/** How the numbers of a key are written. */
typedef enum gnutls_abstract_export_flags_t {
        GNUTLS_EXPORT_FLAG_NO_LZ = 1
} gnutls_abstract_export_flags_t;

/** The flags of the functions on private keys, combined by or. Each function says which it takes. */
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

/** The flags of the functions on public keys. */
typedef enum gnutls_pubkey_flags_t {
        GNUTLS_PUBKEY_DISABLE_CALLBACKS = 4,
        GNUTLS_PUBKEY_GET_OPENPGP_FINGERPRINT = 8
} gnutls_pubkey_flags_t;

/**
 * Decrypts for a key of the application: key, pointer of the application, ciphertext, plaintext (in
 * memory of `gnutls_malloc`). Returns 0 or a negative error code.
 */
typedef int (*gnutls_privkey_decrypt_func)(gnutls_privkey_t, void*, const gnutls_datum_t*, gnutls_datum_t*);

/**
 * Decrypts for a key of the application into a buffer: key, pointer of the application, ciphertext,
 * buffer, its length. Returns 0 or a negative error code, in a time that does not depend on the
 * plaintext.
 */
typedef int (*gnutls_privkey_decrypt_func2)(gnutls_privkey_t,
                                            void*,
                                            const gnutls_datum_t*,
                                            unsigned char*,
                                            size_t);

/**
 * Answers what a key of the application is: key, one of the `GNUTLS_PRIVKEY_INFO` flags, pointer of
 * the application. Returns the answer, or -1 if there is none.
 */
typedef int (*gnutls_privkey_info_func)(gnutls_privkey_t, unsigned int, void*);

/**
 * Signs data for a key of the application: key, algorithm, pointer of the application, flags, data,
 * signature (in memory of `gnutls_malloc`). Returns 0 or a negative error code.
 */
typedef int (*gnutls_privkey_sign_data_func)(gnutls_privkey_t,
                                             gnutls_sign_algorithm_t,
                                             void*,
                                             unsigned int,
                                             const gnutls_datum_t*,
                                             gnutls_datum_t*);

/**
 * Signs for a key of the application as PKCS #1 does, without a hash of its own: key, pointer of the
 * application, what is signed, signature (in memory of `gnutls_malloc`). Returns 0 or a negative error
 * code.
 */
typedef int (*gnutls_privkey_sign_func)(gnutls_privkey_t, void*, const gnutls_datum_t*, gnutls_datum_t*);

/**
 * Signs a hash for a key of the application: key, algorithm, pointer of the application, flags, hash,
 * signature (in memory of `gnutls_malloc`). Returns 0 or a negative error code.
 */
typedef int (*gnutls_privkey_sign_hash_func)(gnutls_privkey_t,
                                             gnutls_sign_algorithm_t,
                                             void*,
                                             unsigned int,
                                             const gnutls_datum_t*,
                                             gnutls_datum_t*);

/** Called when a key of the application is freed: key, pointer of the application. */
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

/* Other names of enumerators. */
#define GNUTLS_PUBKEY_VERIFY_FLAG_TLS1_RSA GNUTLS_VERIFY_USE_TLS1_RSA
#define GNUTLS_PUBKEY_VERIFY_FLAG_TLS_RSA GNUTLS_VERIFY_USE_TLS1_RSA

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
/**
 * Chooses the certificate that is shown: session, names of acceptable authorities and their number,
 * kinds of acceptable keys and their number; out: chain, its length, key. All that is returned stays
 * the application's. Returns 0, with a length of 0 for no certificate, or a negative error code.
 */
typedef int gnutls_certificate_retrieve_function2(gnutls_session_t, const gnutls_datum_t *, int, const gnutls_pk_algorithm_t *, int, gnutls_pcert_st **, unsigned int *, gnutls_privkey_t *);
/**
 * Chooses the certificate that is shown: session, what the peer asks for; out: chain, its length, OCSP
 * responses, their number, key, flags (`GNUTLS_CERT_RETR_DEINIT_ALL` gives all of it to the library).
 * Returns 0, with a length of 0 for no certificate, or a negative error code.
 */
typedef int gnutls_certificate_retrieve_function3(gnutls_session_t, const struct gnutls_cert_retr_st *, gnutls_pcert_st **, unsigned int *, gnutls_ocsp_data_st **, unsigned int *, gnutls_privkey_t *, unsigned int *);

/**
 * Adds a certificate chain with a private key of any kind to the credentials, which take over the
 * certificates and the key.
 *
 * On success what the elements of `pcert_list` point to and `key` belong to the credentials: the
 * caller does not use or free them any more, but for the memory of the array itself. On failure all
 * stay the caller's. The names are copied; they name hosts that the pair serves besides those in its
 * certificate. A raw public key (`gnutls_pcert_import_rawpk`) stands alone. Call it before sessions
 * use the credentials.
 *
 * @param res the credentials
 * @param names host names, NUL-terminated; NULL for none
 * @param names_size the number of names
 * @param pcert_list the chain, the certificate of the key first
 * @param pcert_list_size the number of its elements, at least 1
 * @param key the private key, of `gnutls_privkey_init`
 *
 * @return 0, with `GNUTLS_CERTIFICATE_API_V2` in the flags of the credentials the index of the new
 *   pair, or a negative error code:
 * - another code of `gnutls_x509_crt_import`: a certificate cannot be read
 * @retval GNUTLS_E_CERTIFICATE_KEY_MISMATCH the key is not that of the first certificate; only a key
 *   that the library itself holds is compared
 * @retval GNUTLS_E_ASN1_DER_ERROR a certificate cannot be read
 * @retval GNUTLS_E_ASN1_TAG_ERROR a certificate cannot be read
 * @retval GNUTLS_E_X509_CERTIFICATE_ERROR a certificate cannot be read
 * @retval GNUTLS_E_UNKNOWN_PK_ALGORITHM the key in the first certificate is not supported
 * @retval GNUTLS_E_ECC_UNSUPPORTED_CURVE the key in the first certificate is not supported
 * @retval GNUTLS_E_INVALID_REQUEST a pointer or a name is NULL, or the number of certificates is not
 *   positive
 *
 * @since 3.0
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
 * The callback runs in the thread that calls `gnutls_handshake`, and so do the functions of a key of
 * `gnutls_privkey_import_ext4`.
 *
 * @param cred the credentials; NULL is ignored
 * @param func the callback; NULL goes back to the certificates in the credentials
 *
 * @since 3.0
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
 * stay the program's. OCSP responses, in the order of the chain and empty for a certificate without
 * one, are sent if the peer asks for them. It answers 0; a negative answer is `GNUTLS_E_USER_ERROR` in
 * a client, and in a server the same as no certificate.
 *
 * The callback runs in the thread that calls `gnutls_handshake`.
 *
 * @param cred the credentials; NULL is ignored
 * @param func the callback; NULL goes back to the certificates in the credentials
 *
 * @since 3.6.3
 */
void gnutls_certificate_set_retrieve_function3(gnutls_certificate_credentials_t cred,
                                               gnutls_certificate_retrieve_function3 *func);

/**
 * Frees what a certificate struct points to: the bytes and the public key.
 *
 * The struct itself, which is the caller's memory, is cleared. Structs that were given to
 * `gnutls_certificate_set_key` belong to the credentials, and are not freed.
 *
 * @param pcert a struct that this library filled; NULL is ignored
 *
 * @since 3.0
 */
void gnutls_pcert_deinit(gnutls_pcert_st *pcert);

/**
 * Exports the OpenPGP certificate of a certificate struct: not possible any more, as in GnuTLS since
 * 3.6.0.
 *
 * OpenPGP keys have been removed from the interface; the function is there so that old programs can be
 * loaded, and changes nothing. For X.509 there is `gnutls_pcert_export_x509`.
 *
 * @param pcert not used
 * @param crt not used
 *
 * @return `GNUTLS_E_UNIMPLEMENTED_FEATURE`, always.
 *
 * @since 3.4.0
 */
int gnutls_pcert_export_openpgp(gnutls_pcert_st *pcert, gnutls_openpgp_crt_t *crt);

/**
 * Gives the certificate of a struct as a new X.509 object.
 *
 * It is a copy, which the caller frees with `gnutls_x509_crt_deinit`; the struct stays as it is.
 *
 * @param pcert a struct with an X.509 certificate
 * @param crt takes the new object
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code:
 * - another code of `gnutls_x509_crt_import`: a certificate cannot be read
 * @retval GNUTLS_E_ASN1_DER_ERROR a certificate cannot be read
 * @retval GNUTLS_E_ASN1_TAG_ERROR a certificate cannot be read
 * @retval GNUTLS_E_X509_CERTIFICATE_ERROR a certificate cannot be read
 * @retval GNUTLS_E_INVALID_REQUEST a pointer is NULL, or the struct has a raw public key
 *
 * @since 3.4.0
 */
int gnutls_pcert_export_x509(gnutls_pcert_st *pcert, gnutls_x509_crt_t *crt);

/**
 * Imports an OpenPGP certificate into a certificate struct: not possible any more, as in GnuTLS since
 * 3.6.0.
 *
 * OpenPGP keys have been removed from the interface; the function is there so that old programs can be
 * loaded, and changes nothing. For X.509 there is `gnutls_pcert_import_x509`.
 *
 * @param pcert not used
 * @param crt not used
 * @param flags not used
 *
 * @return `GNUTLS_E_UNIMPLEMENTED_FEATURE`, always.
 *
 * @since 3.0
 */
int gnutls_pcert_import_openpgp(gnutls_pcert_st *pcert, gnutls_openpgp_crt_t crt, unsigned int flags);

/**
 * Imports encoded OpenPGP data into a certificate struct: not possible any more, as in GnuTLS since
 * 3.6.0.
 *
 * OpenPGP keys have been removed from the interface; the function is there so that old programs can be
 * loaded, and changes nothing. For X.509 there is `gnutls_pcert_import_x509_raw`.
 *
 * @param pcert not used
 * @param cert not used
 * @param format not used
 * @param keyid not used
 * @param flags not used
 *
 * @return `GNUTLS_E_UNIMPLEMENTED_FEATURE`, always.
 *
 * @since 3.0
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
 * On failure it stays the caller's. What the struct held before is not freed.
 *
 * @param pcert the struct to fill
 * @param pubkey the public key
 * @param flags not looked at; 0
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_INSUFFICIENT_CREDENTIALS `pubkey` is NULL
 * @retval GNUTLS_E_INVALID_REQUEST `pcert` is NULL, or the key is empty
 *
 * @since 3.6.6
 * @see RFC 7250
 */
int gnutls_pcert_import_rawpk(gnutls_pcert_st *pcert, gnutls_pubkey_t pubkey, unsigned int flags);

/**
 * Reads a raw public key (RFC 7250), a SubjectPublicKeyInfo, into a certificate struct.
 *
 * It is copied; what the struct held before is not freed. `gnutls_pcert_deinit` frees what the struct
 * points to afterwards.
 *
 * @param pcert the struct to fill
 * @param rawpubkey the key in DER, or in PEM with the label `PUBLIC KEY`
 * @param format `GNUTLS_X509_FMT_DER`, or `GNUTLS_X509_FMT_PEM` (as which any other number counts)
 * @param key_usage what the key may be used for, `GNUTLS_KEY_*` combined by or; 0 for anything
 * @param flags not looked at; 0
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_BASE64_UNEXPECTED_HEADER_ERROR the text has no such block, or one that does not
 *   decode
 * @retval GNUTLS_E_BASE64_DECODING_ERROR the text has no such block, or one that does not decode
 * @retval GNUTLS_E_UNKNOWN_PK_ALGORITHM a key, a curve or parameters that are not supported
 * @retval GNUTLS_E_ECC_UNSUPPORTED_CURVE a key, a curve or parameters that are not supported
 * @retval GNUTLS_E_UNKNOWN_HASH_ALGORITHM a key, a curve or parameters that are not supported
 * @retval GNUTLS_E_ASN1_DER_ERROR the key cannot be read, or is none
 * @retval GNUTLS_E_ASN1_TAG_ERROR the key cannot be read, or is none
 * @retval GNUTLS_E_PK_INVALID_PUBKEY the key cannot be read, or is none
 * @retval GNUTLS_E_INSUFFICIENT_CREDENTIALS `rawpubkey` is NULL
 * @retval GNUTLS_E_INVALID_REQUEST `pcert` is NULL
 *
 * @since 3.6.6
 * @see RFC 7250
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
 * @param pcert the struct to fill
 * @param crt the certificate, which stays the caller's
 * @param flags not looked at; 0
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_UNIMPLEMENTED_FEATURE a key, a curve or parameters that are not supported
 * @retval GNUTLS_E_ECC_UNSUPPORTED_CURVE a key, a curve or parameters that are not supported
 * @retval GNUTLS_E_UNKNOWN_HASH_ALGORITHM a key, a curve or parameters that are not supported
 * @retval GNUTLS_E_ASN1_DER_ERROR the key cannot be read, or is none
 * @retval GNUTLS_E_ASN1_TAG_ERROR the key cannot be read, or is none
 * @retval GNUTLS_E_PK_INVALID_PUBKEY the key cannot be read, or is none
 * @retval GNUTLS_E_INVALID_REQUEST a pointer is NULL
 *
 * @since 3.0
 */
int gnutls_pcert_import_x509(gnutls_pcert_st *pcert, gnutls_x509_crt_t crt, unsigned int flags);

/**
 * Fills an array of certificate structs from X.509 objects.
 *
 * The certificates are copied; what the structs held before is not freed. On failure none is filled.
 * `gnutls_pcert_deinit` frees what each of them points to afterwards.
 *
 * @param pcert_list the structs to fill, as many as there are certificates
 * @param crt the certificates, which stay the caller's
 * @param ncrt in: their number; out: the number of structs filled, which sorting may lower
 * @param flags 0, or `GNUTLS_X509_CRT_LIST_SORT`: the first certificate and its issuers in order; what
 *   does not belong to that chain is left out
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_UNIMPLEMENTED_FEATURE more than 16 certificates to sort, or a key of a kind that is
 *   not supported; or a key, a curve or parameters that are not supported
 * @retval GNUTLS_E_ECC_UNSUPPORTED_CURVE a key, a curve or parameters that are not supported
 * @retval GNUTLS_E_UNKNOWN_HASH_ALGORITHM a key, a curve or parameters that are not supported
 * @retval GNUTLS_E_ASN1_DER_ERROR the key cannot be read, or is none
 * @retval GNUTLS_E_ASN1_TAG_ERROR the key cannot be read, or is none
 * @retval GNUTLS_E_PK_INVALID_PUBKEY the key cannot be read, or is none
 * @retval GNUTLS_E_INVALID_REQUEST a pointer is NULL
 *
 * @since 3.4.0
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
 * @param pcert the struct to fill
 * @param cert the certificate; copied
 * @param format `GNUTLS_X509_FMT_DER`, or `GNUTLS_X509_FMT_PEM` (as which any other number counts)
 * @param flags not looked at; 0
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code:
 * - another code of `gnutls_x509_crt_import`: a certificate cannot be read
 * @retval GNUTLS_E_BASE64_UNEXPECTED_HEADER_ERROR the text has no certificate, or one that does not
 *   decode
 * @retval GNUTLS_E_BASE64_DECODING_ERROR the text has no certificate, or one that does not decode
 * @retval GNUTLS_E_ASN1_DER_ERROR a certificate cannot be read; or the key cannot be read, or is none
 * @retval GNUTLS_E_ASN1_TAG_ERROR a certificate cannot be read; or the key cannot be read, or is none
 * @retval GNUTLS_E_X509_CERTIFICATE_ERROR a certificate cannot be read
 * @retval GNUTLS_E_UNIMPLEMENTED_FEATURE a key, a curve or parameters that are not supported
 * @retval GNUTLS_E_ECC_UNSUPPORTED_CURVE a key, a curve or parameters that are not supported
 * @retval GNUTLS_E_UNKNOWN_HASH_ALGORITHM a key, a curve or parameters that are not supported
 * @retval GNUTLS_E_PK_INVALID_PUBKEY the key cannot be read, or is none
 * @retval GNUTLS_E_INVALID_REQUEST a pointer is NULL
 *
 * @since 3.0
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
 * @param pcert_list the structs to fill
 * @param pcert_list_size in: their number; out: the number filled, or needed after
 *   `GNUTLS_E_SHORT_MEMORY_BUFFER`
 * @param file the path or URL, NUL-terminated
 * @param format `GNUTLS_X509_FMT_DER`, or `GNUTLS_X509_FMT_PEM` (as which any other number counts)
 * @param pin_fn handed on to functions that read a URL; may be NULL
 * @param pin_fn_userdata passed to that callback as it is
 * @param flags 0, or `GNUTLS_X509_CRT_LIST_SORT` (the first certificate and its issuers in order),
 *   `GNUTLS_X509_CRT_LIST_IMPORT_FAIL_IF_EXCEED` (more certificates than structs are an error, and not
 *   cut off)
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code:
 * - another code of `gnutls_x509_crt_import`: a certificate cannot be read
 * - a negative code of the program's function
 * @retval GNUTLS_E_FILE_ERROR the file cannot be read
 * @retval GNUTLS_E_SHORT_MEMORY_BUFFER there are more certificates than structs, and the flag asks for
 *   that
 * @retval GNUTLS_E_NO_CERTIFICATE_FOUND the PEM text has no block of a certificate
 * @retval GNUTLS_E_BASE64_UNEXPECTED_HEADER_ERROR a block does not decode
 * @retval GNUTLS_E_BASE64_DECODING_ERROR a block does not decode
 * @retval GNUTLS_E_ASN1_DER_ERROR a certificate cannot be read
 * @retval GNUTLS_E_ASN1_TAG_ERROR a certificate cannot be read
 * @retval GNUTLS_E_X509_CERTIFICATE_ERROR a certificate cannot be read
 * @retval GNUTLS_E_UNIMPLEMENTED_FEATURE a `pkcs11:` URL, more than 16 certificates to sort, or a key
 *   of a kind that is not supported
 * @retval GNUTLS_E_INVALID_REQUEST a pointer is NULL
 *
 * @since 3.6.3
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
 * @param pcert_list the structs to fill
 * @param pcert_list_size in: their number; out: the number filled, or needed after
 *   `GNUTLS_E_SHORT_MEMORY_BUFFER`
 * @param data the certificates; copied
 * @param format `GNUTLS_X509_FMT_DER`, or `GNUTLS_X509_FMT_PEM` (as which any other number counts)
 * @param flags 0, or `GNUTLS_X509_CRT_LIST_SORT` (the first certificate and its issuers in order),
 *   `GNUTLS_X509_CRT_LIST_IMPORT_FAIL_IF_EXCEED` (more certificates than structs are an error, and not
 *   cut off)
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code:
 * - another code of `gnutls_x509_crt_import`: a certificate cannot be read
 * @retval GNUTLS_E_SHORT_MEMORY_BUFFER there are more certificates than structs, and the flag asks for
 *   that
 * @retval GNUTLS_E_NO_CERTIFICATE_FOUND the PEM text has no block of a certificate
 * @retval GNUTLS_E_BASE64_UNEXPECTED_HEADER_ERROR a block does not decode
 * @retval GNUTLS_E_BASE64_DECODING_ERROR a block does not decode
 * @retval GNUTLS_E_ASN1_DER_ERROR a certificate cannot be read
 * @retval GNUTLS_E_ASN1_TAG_ERROR a certificate cannot be read
 * @retval GNUTLS_E_X509_CERTIFICATE_ERROR a certificate cannot be read
 * @retval GNUTLS_E_UNIMPLEMENTED_FEATURE more than 16 certificates to sort, or a key of a kind that is
 *   not supported
 * @retval GNUTLS_E_ECC_UNSUPPORTED_CURVE a key is not supported, or is none
 * @retval GNUTLS_E_PK_INVALID_PUBKEY a key is not supported, or is none
 * @retval GNUTLS_E_INVALID_REQUEST a pointer is NULL
 *
 * @since 3.0
 */
int gnutls_pcert_list_import_x509_raw(gnutls_pcert_st *pcert_list,
                                      unsigned int *pcert_list_size,
                                      const gnutls_datum_t *data,
                                      gnutls_x509_crt_fmt_t format,
                                      unsigned int flags);

/**
 * Decrypts what was encrypted to an RSA key: PKCS \#1 v1.5, or OAEP with a key restricted to that.
 *
 * Success and the length of the plaintext show in the time that this takes. Where a peer may send
 * ciphertexts at will and the length is known, `gnutls_privkey_decrypt_data2` is the safe choice with
 * PKCS \#1 v1.5.
 *
 * @param key the private key
 * @param flags not looked at; 0
 * @param ciphertext the bytes to decrypt
 * @param plaintext takes the plaintext, in new memory; the caller frees its `data` with `gnutls_free`
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code:
 * - a negative code of the program's decrypt function
 * @retval GNUTLS_E_DECRYPTION_FAILED whatever is wrong with the ciphertext
 * @retval GNUTLS_E_INTERNAL_ERROR the key is of a kind that cannot decrypt
 * @retval GNUTLS_E_INVALID_REQUEST a pointer is NULL, the key is empty, or behind callbacks none of
 *   which decrypts
 *
 * @since 2.12.0
 * @see RFC 8017 section 7
 */
int gnutls_privkey_decrypt_data(gnutls_privkey_t key,
                                unsigned int flags,
                                const gnutls_datum_t *ciphertext,
                                gnutls_datum_t *plaintext);

/**
 * Decrypts what was encrypted to an RSA key, into a buffer that has just the length of the plaintext.
 *
 * With a PKCS \#1 v1.5 key in the library it takes the same time whether the padding is right or not
 * (Bleichenbacher's attack). Fill the buffer with random bytes first, and go on with them after a
 * failure. On failure it stays as it was.
 *
 * @param key the private key
 * @param flags not looked at; 0
 * @param ciphertext the bytes to decrypt
 * @param plaintext takes the plaintext
 * @param plaintext_size the length of the plaintext in bytes
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code:
 * - a negative code of the program's decrypt function
 * @retval GNUTLS_E_DECRYPTION_FAILED whatever is wrong with the ciphertext, another length of the
 *   plaintext included
 * @retval GNUTLS_E_INTERNAL_ERROR the key is of a kind that cannot decrypt
 * @retval GNUTLS_E_INVALID_REQUEST a pointer is NULL, the key is empty, or behind callbacks none of
 *   which decrypts
 *
 * @since 3.6.5
 * @see RFC 8017 section 7
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
 * @param key the object of `gnutls_privkey_init`; NULL is ignored
 *
 * @since 2.12.0
 */
void gnutls_privkey_deinit(gnutls_privkey_t key);

/**
 * Computes the secret that a private key shares with a peer's public key: ECDH, X25519, X448 or
 * Diffie-Hellman.
 *
 * It is the bare secret, of ECDH the x coordinate: derive keys from it (`gnutls_hkdf_extract`). The
 * caller frees `secret->data` with `gnutls_free`, and wipes it before.
 *
 * @param privkey the own key
 * @param pubkey the peer's key, of the same kind, curve or group
 * @param nonce not looked at; NULL
 * @param secret takes the secret
 * @param flags not looked at; 0
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_RECEIVED_ILLEGAL_PARAMETER the peer's value is out of range, or leads to a secret
 *   of zeros
 * @retval GNUTLS_E_INVALID_REQUEST a pointer is NULL, a key is empty or behind callbacks, or the two
 *   do not belong together
 *
 * @since 3.8.2
 * @see RFC 7748 section 6, SP 800-56A
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
 * @param key a Diffie-Hellman key
 * @param params an object of `gnutls_dh_params_init`, which takes a copy of the group; this and the
 *   next two may be NULL
 * @param y takes the public number
 * @param x takes the private number
 * @param flags 0, or `GNUTLS_EXPORT_FLAG_NO_LZ` for numbers without a leading zero byte
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_INVALID_REQUEST `key` is NULL, empty, behind callbacks or of another kind
 *
 * @since 3.8.2
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
 * @param key a DSA key
 * @param p takes the prime modulus; this and all others may be NULL
 * @param q takes the order of the subgroup
 * @param g takes the generator
 * @param y takes the public number
 * @param x takes the private number
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_INVALID_REQUEST `key` is NULL, empty, behind callbacks or no DSA key
 *
 * @since 3.3.0
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
 * @param key a DSA key
 * @param p takes the prime modulus; this and all others may be NULL
 * @param q takes the order of the subgroup
 * @param g takes the generator
 * @param y takes the public number
 * @param x takes the private number
 * @param flags 0, or `GNUTLS_EXPORT_FLAG_NO_LZ` for numbers without a leading zero byte
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_INVALID_REQUEST `key` is NULL, empty, behind callbacks or no DSA key
 *
 * @since 3.6.0
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
 * @param key such a key
 * @param curve takes the curve; this and all others may be NULL
 * @param x takes the x coordinate, or the public bytes
 * @param y takes the y coordinate
 * @param k takes the private number, or the private bytes
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_INVALID_REQUEST `key` is NULL, empty, behind callbacks or of another kind
 *
 * @since 3.3.0
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
 * @param key such a key
 * @param curve takes the curve; this and all others may be NULL
 * @param x takes the x coordinate, or the public bytes
 * @param y takes the y coordinate
 * @param k takes the private number, or the private bytes
 * @param flags 0, or `GNUTLS_EXPORT_FLAG_NO_LZ` for numbers without a leading zero byte
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_INVALID_REQUEST `key` is NULL, empty, behind callbacks or of another kind
 *
 * @since 3.6.0
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
 * @param key a GOST key
 * @param curve takes the curve; this and all others may be NULL
 * @param digest takes the digest of the key's kind
 * @param paramset takes the parameters of GOST 28147-89
 * @param x takes the x coordinate
 * @param y takes the y coordinate
 * @param k takes the private number
 * @param flags not looked at; 0
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_INVALID_REQUEST `key` is NULL, empty, behind callbacks or no GOST key
 *
 * @since 3.6.3
 * @see RFC 7091
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
 * @param pkey not used
 * @param key not used
 *
 * @return `GNUTLS_E_UNIMPLEMENTED_FEATURE`, always.
 *
 * @since 3.4.0
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
 * @param key an RSA key
 * @param m takes the modulus; this and all others may be NULL
 * @param e takes the public exponent
 * @param d takes the private exponent
 * @param p takes the first prime
 * @param q takes the second prime
 * @param u takes q^-1 mod p
 * @param e1 takes d mod (p-1)
 * @param e2 takes d mod (q-1)
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_INVALID_REQUEST `key` is NULL, empty, behind callbacks or no RSA key
 *
 * @since 3.3.0
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
 * @param key an RSA key
 * @param m takes the modulus; this and all others may be NULL
 * @param e takes the public exponent
 * @param d takes the private exponent
 * @param p takes the first prime
 * @param q takes the second prime
 * @param u takes q^-1 mod p
 * @param e1 takes d mod (p-1)
 * @param e2 takes d mod (q-1)
 * @param flags 0, or `GNUTLS_EXPORT_FLAG_NO_LZ` for numbers without a leading zero byte
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_INVALID_REQUEST `key` is NULL, empty, behind callbacks or no RSA key
 *
 * @since 3.6.0
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
 * @param pkey the private key
 * @param key takes the new object
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_INVALID_REQUEST a pointer is NULL, or `pkey` is empty or behind callbacks
 *
 * @since 3.4.0
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
 * @param pkey the object to fill
 * @param algo the kind of key, as `GNUTLS_PK_RSA`, `GNUTLS_PK_ECDSA`, `GNUTLS_PK_EDDSA_ED25519`,
 *   `GNUTLS_PK_MLDSA65`; Diffie-Hellman needs `gnutls_privkey_generate2`
 * @param bits the bits of the modulus, or a curve; not looked at for ML-DSA and ML-KEM
 * @param flags 0, or `GNUTLS_PRIVKEY_FLAG_PROVABLE` for an RSA or DSA key that is made from a seed
 *   (FIPS 186-4)
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_PK_GENERATION_ERROR there is no key of these bits
 * @retval GNUTLS_E_ECC_UNSUPPORTED_CURVE the curve is not supported
 * @retval GNUTLS_E_INVALID_REQUEST a pointer is NULL, or the object has a key behind callbacks, or
 *   such keys are not made of `algo`, `bits` and `flags`
 *
 * @since 3.3.0
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
 * @param pkey the object to fill
 * @param algo the kind of key, as in `gnutls_privkey_generate`, and `GNUTLS_PK_DH` with a
 *   `GNUTLS_KEYGEN_DH` element
 * @param bits the bits of the modulus, or a curve by `GNUTLS_CURVE_TO_BITS`
 * @param flags 0, or `GNUTLS_PRIVKEY_FLAG_PROVABLE` for an RSA or DSA key made from a seed of at most
 *   1024 bytes (fresh without `GNUTLS_KEYGEN_SEED`) with SHA-384
 * @param data elements of the types `GNUTLS_KEYGEN_SEED`, `GNUTLS_KEYGEN_DIGEST`,
 *   `GNUTLS_KEYGEN_SPKI`, `GNUTLS_KEYGEN_DH`; NULL for none
 * @param data_size the number of elements
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_PK_GENERATION_ERROR there is no key of these bits, or none from this seed
 * @retval GNUTLS_E_ECC_UNSUPPORTED_CURVE the curve is not supported
 * @retval GNUTLS_E_UNKNOWN_HASH_ALGORITHM the restriction is none, or the modulus has no space for its
 *   salt
 * @retval GNUTLS_E_PK_INVALID_PUBKEY_PARAMS the restriction is none, or the modulus has no space for
 *   its salt
 * @retval GNUTLS_E_INVALID_REQUEST a pointer is NULL, or the object has a key behind callbacks, an
 *   element is missing or is none, or such keys are not made of `algo`, `bits` and `flags`
 *
 * @since 3.5.0
 * @see FIPS 186-4 appendix B.3.2
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
 * @param key the private key
 * @param bits takes the bits; may be NULL
 *
 * @return a value of `gnutls_pk_algorithm_t`, or a negative error code
 * @retval GNUTLS_E_INVALID_REQUEST `key` is NULL or empty
 *
 * @since 2.12.0
 */
int gnutls_privkey_get_pk_algorithm(gnutls_privkey_t key, unsigned int *bits);

/**
 * Gives the seed that a provable key was made from.
 *
 * Keys of `GNUTLS_PRIVKEY_FLAG_PROVABLE` have one, and keys whose PKCS \#8 file has it.
 *
 * @param privkey the private key
 * @param digest takes the digest of the generation, `GNUTLS_DIG_SHA384` for keys made here; may be
 *   NULL
 * @param seed takes the seed; NULL asks for the size
 * @param seed_size in: the capacity of `seed` in bytes; out: the length written, or needed after
 *   `GNUTLS_E_SHORT_MEMORY_BUFFER`
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_SHORT_MEMORY_BUFFER the buffer is NULL or too small, or the size is NULL
 * @retval GNUTLS_E_INVALID_REQUEST `privkey` is NULL, empty or behind callbacks, or has no seed
 *
 * @since 3.5.0
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
 * @param privkey the private key
 * @param spki the object of `gnutls_x509_spki_init` that takes them
 * @param flags not looked at; 0
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE the key is restricted to nothing, or no RSA key
 * @retval GNUTLS_E_INVALID_REQUEST a pointer is NULL, or `privkey` is empty or behind callbacks
 *
 * @since 3.6.0
 * @see RFC 4055
 */
int gnutls_privkey_get_spki(gnutls_privkey_t privkey, gnutls_x509_spki_t spki, unsigned int flags);

/**
 * Returns who holds a private key.
 *
 * It says whether operations stay within the library or run the program's functions. Keys of PKCS \#11
 * tokens, which would be `GNUTLS_PRIVKEY_PKCS11`, are not supported.
 *
 * @param key the private key
 *
 * @return `GNUTLS_PRIVKEY_EXT` for a key behind callbacks (`gnutls_privkey_import_ext` and its
 *   successors), else `GNUTLS_PRIVKEY_X509`, for an empty object and NULL too.
 *
 * @since 2.12.0
 */
gnutls_privkey_type_t gnutls_privkey_get_type(gnutls_privkey_t key);

/**
 * Sets a private key to a Diffie-Hellman key from its group and numbers.
 *
 * They are copied: `params` may be freed afterwards. Without a public number it is computed; one that
 * is given is taken as it is. An object that held another key takes the new one in its place; on
 * failure it keeps what it held.
 *
 * @param key the object to fill
 * @param params the group
 * @param y the public number, big-endian; may be NULL
 * @param x the private number, big-endian
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_PK_INVALID_PRIVKEY the numbers are no key of the group
 * @retval GNUTLS_E_INVALID_REQUEST `key`, `params` or `x` is NULL, the group is empty, or the object
 *   has a key behind callbacks
 *
 * @since 3.8.2
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
 * @param key the object to fill
 * @param p the prime modulus, big-endian; leading zeros do not matter
 * @param q the order of the subgroup
 * @param g the generator
 * @param y the public number; may be NULL
 * @param x the private number
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_PK_INVALID_PRIVKEY the numbers are no DSA key
 * @retval GNUTLS_E_MPI_SCAN_FAILED `y` is empty
 * @retval GNUTLS_E_INVALID_REQUEST a number that is needed or `key` is NULL, or the object has a key
 *   behind callbacks
 *
 * @see FIPS 186-4 section 4
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
 * @param key the object to fill
 * @param curve the curve
 * @param x the x coordinate, big-endian, or the public bytes of an EdDSA or X key; may be NULL
 * @param y the y coordinate, big-endian; may be NULL
 * @param k the private number, big-endian, or the private bytes of an EdDSA or X key in the curve's
 *   length
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_PK_INVALID_PRIVKEY `k` is no private number of the curve
 * @retval GNUTLS_E_ECC_UNSUPPORTED_CURVE there are no keys on this curve here
 * @retval GNUTLS_E_INVALID_REQUEST the curve is unknown, `k` or `key` is NULL, a number has the wrong
 *   length, or the object has a key behind callbacks
 *
 * @since 3.0
 * @see RFC 8032, RFC 7748
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
 * scheme, so that RSA-PSS is not possible. It gets a DigestInfo to pad by PKCS \#1 with RSA, a digest
 * with DSA and ECDSA. What it gives comes from `gnutls_malloc`, and is freed for it.
 *
 * @param pkey an empty object
 * @param pk `GNUTLS_PK_RSA`, `GNUTLS_PK_DSA` or `GNUTLS_PK_ECDSA`
 * @param userdata passed to the functions as it is
 * @param sign_func makes signatures; NULL for a key that does not sign
 * @param decrypt_func decrypts; NULL for a key that does not
 * @param flags not looked at; 0
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_INVALID_REQUEST both functions are NULL, `pk` is another kind, or `pkey` is NULL or
 *   not empty
 *
 * The functions run in the thread that signs or drives the handshake.
 *
 * @since 3.0
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
 * @param pkey an empty object
 * @param pk `GNUTLS_PK_RSA`, `GNUTLS_PK_DSA` or `GNUTLS_PK_ECDSA`
 * @param userdata passed to the functions as it is
 * @param sign_func makes signatures, of a DigestInfo with RSA, of a digest else; NULL for a key that
 *   does not sign
 * @param decrypt_func decrypts; NULL for a key that does not
 * @param deinit_func called once when `pkey` is freed; may be NULL
 * @param flags not looked at; 0
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_INVALID_REQUEST sign and decrypt function are NULL, `pk` is another kind, or `pkey`
 *   is NULL or not empty; the deinit function is not called then
 *
 * The functions run in the thread that signs or drives the handshake.
 *
 * @since 3.1
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
 * @param pkey an empty object
 * @param userdata passed to the functions as it is
 * @param sign_func makes signatures; NULL for a key that does not sign
 * @param decrypt_func decrypts; NULL for a key that does not
 * @param deinit_func called once when `pkey` is freed; may be NULL
 * @param info_func tells what the key is; negative for a question that it does not know
 * @param flags not looked at; 0
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_INVALID_REQUEST sign and decrypt function are NULL, the info function is, it tells
 *   no kind of key, or one but RSA, DSA and ECDSA beside a sign function, or `pkey` is NULL or not
 *   empty
 *
 * The functions run in the thread that signs or drives the handshake.
 *
 * @since 3.4.0
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
 * PKCS \#1 it gets `GNUTLS_SIGN_RSA_RAW` and a DigestInfo. Messages go to `sign_data_func` where the
 * algorithm has no digest (EdDSA), or there is no other. Signatures and plaintexts come from
 * `gnutls_malloc`, and are freed for the functions.
 *
 * @param pkey an empty object
 * @param userdata passed to the functions as it is
 * @param sign_data_func signs messages; may be NULL
 * @param sign_hash_func signs digests; may be NULL
 * @param decrypt_func decrypts; may be NULL
 * @param deinit_func called once when `pkey` is freed; may be NULL
 * @param info_func tells what the key is and can; negative for a question that it does not know
 * @param flags not looked at; 0
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_INVALID_REQUEST the three functions for operations are NULL, the info function is,
 *   it tells no kind of key, or `pkey` is NULL or not empty
 *
 * The functions run in the thread that signs or drives the handshake, in several threads at once if
 * sessions share the key.
 *
 * @since 3.6.0
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
 * @param key the object to fill
 * @param curve a GOST curve
 * @param digest `GNUTLS_DIG_GOSTR_94`, `GNUTLS_DIG_STREEBOG_256` or `GNUTLS_DIG_STREEBOG_512`, which
 *   says the kind of key
 * @param paramset the parameters of GOST 28147-89, or `GNUTLS_GOST_PARAMSET_UNKNOWN` for the usual
 *   ones
 * @param x not looked at; may be NULL
 * @param y not looked at; may be NULL
 * @param k the private number, little-endian
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_ECC_UNSUPPORTED_CURVE the curve or the digest is none of GOST
 * @retval GNUTLS_E_UNKNOWN_HASH_ALGORITHM the curve or the digest is none of GOST
 * @retval GNUTLS_E_PK_INVALID_PRIVKEY `k` is no private number of the curve
 * @retval GNUTLS_E_INVALID_REQUEST `k` or `key` is NULL, the set is unknown, or the object has a key
 *   behind callbacks
 *
 * @since 3.6.3
 * @see RFC 7091
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
 * @param pkey not used
 * @param key not used
 * @param flags not used
 *
 * @return `GNUTLS_E_UNIMPLEMENTED_FEATURE`, always.
 *
 * @since 2.12.0
 */
int gnutls_privkey_import_openpgp(gnutls_privkey_t pkey, gnutls_openpgp_privkey_t key, unsigned int flags);

/**
 * Imports an encoded OpenPGP private key: not possible any more, as in GnuTLS since 3.6.0.
 *
 * OpenPGP keys have been removed from the interface; the function is there so that old programs can be
 * loaded, and changes nothing. For X.509 there is `gnutls_privkey_import_x509_raw`.
 *
 * @param pkey not used
 * @param data not used
 * @param format not used
 * @param keyid not used
 * @param password not used
 *
 * @return `GNUTLS_E_UNIMPLEMENTED_FEATURE`, always.
 *
 * @since 3.1.0
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
 * @param key the object to fill
 * @param m the modulus, big-endian; leading zeros do not matter
 * @param e the public exponent
 * @param d the private exponent; may be NULL
 * @param p the first prime
 * @param q the second prime
 * @param u q^-1 mod p; may be NULL
 * @param e1 d mod (p-1); may be NULL
 * @param e2 d mod (q-1); may be NULL
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_PK_INVALID_PRIVKEY the numbers are no RSA key, or too long
 * @retval GNUTLS_E_INVALID_REQUEST a number that is needed or `key` is NULL, or the object has a key
 *   behind callbacks
 *
 * @see RFC 8017 section 3.2
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
 * The program's own function fills the object (`gnutls_register_custom_url`); PKCS \#11 tokens, TPMs
 * and the keys of the system are not supported.
 *
 * @param key the object to fill
 * @param url the URL, NUL-terminated
 * @param flags passed to the program's function as they are
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code:
 * - a negative code of the program's function
 * @retval GNUTLS_E_UNIMPLEMENTED_FEATURE a `pkcs11:`, `tpmkey:` or `system:` URL
 * @retval GNUTLS_E_INVALID_REQUEST `url` is NULL, or of a kind that is not registered or has no keys
 *
 * @since 3.1.0
 */
int gnutls_privkey_import_url(gnutls_privkey_t key, const char *url, unsigned int flags);

/**
 * Sets an abstract key to the key in an X.509 object.
 *
 * The key is taken as it is at the time of the call: a later change of the X.509 object does not show
 * here. An object that held another key takes the new one in its place; on failure it keeps what it
 * held.
 *
 * @param pkey the object to fill
 * @param key the X.509 private key
 * @param flags 0 or `GNUTLS_PRIVKEY_IMPORT_COPY`: the caller frees `key` itself.
 *   `GNUTLS_PRIVKEY_IMPORT_AUTO_RELEASE`: `key` is freed together with `pkey`, and the caller does not
 *   free it
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_INVALID_REQUEST a pointer is NULL, `key` is empty, or `pkey` has a key behind
 *   callbacks
 *
 * @since 2.12.0
 */
int gnutls_privkey_import_x509(gnutls_privkey_t pkey, gnutls_x509_privkey_t key, unsigned int flags);

/**
 * Reads a private key in any form: PKCS \#8, encrypted or not, PKCS \#1, SEC 1, the DSA form, the
 * encrypted PEM of OpenSSL, and PKCS \#12.
 *
 * Of a PKCS \#12 file the first key is read, without a look at its MAC. For other forms without a
 * password an encrypted key is asked for with the callback of `gnutls_privkey_set_pin_function`, once.
 * An object that held another key takes the new one in its place; on failure it keeps what it held.
 *
 * @param pkey the object to fill
 * @param data the key; copied
 * @param format `GNUTLS_X509_FMT_DER`, or `GNUTLS_X509_FMT_PEM` (as which any other number counts)
 * @param password the password of an encrypted key: UTF-8, NUL-terminated, copied; NULL for none
 * @param flags `gnutls_pkcs_encrypt_flags_t`: 0, `GNUTLS_PKCS_PLAIN` (the key is not encrypted) or
 *   `GNUTLS_PKCS_NULL_PASSWORD` (encrypted without a password)
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE the PEM text has no private key, or its block does not
 *   decode
 * @retval GNUTLS_E_BASE64_UNEXPECTED_HEADER_ERROR the PEM text has no private key, or its block does
 *   not decode
 * @retval GNUTLS_E_BASE64_DECODING_ERROR the PEM text has no private key, or its block does not decode
 * @retval GNUTLS_E_ASN1_DER_ERROR the key cannot be read; the latter stands for every fault of a key
 *   in DER
 * @retval GNUTLS_E_ASN1_TAG_ERROR the key cannot be read; the latter stands for every fault of a key
 *   in DER
 * @retval GNUTLS_E_DECRYPTION_FAILED the key is encrypted, and the password is missing or wrong
 * @retval GNUTLS_E_UNKNOWN_PK_ALGORITHM a key or an encryption of a kind that is not supported
 * @retval GNUTLS_E_ECC_UNSUPPORTED_CURVE a key or an encryption of a kind that is not supported
 * @retval GNUTLS_E_UNKNOWN_CIPHER_TYPE a key or an encryption of a kind that is not supported
 * @retval GNUTLS_E_UNKNOWN_HASH_ALGORITHM a key or an encryption of a kind that is not supported
 * @retval GNUTLS_E_ILLEGAL_PARAMETER the key derivation of the encryption is out of bounds
 * @retval GNUTLS_E_PK_INVALID_PRIVKEY the numbers are no key
 * @retval GNUTLS_E_INVALID_REQUEST a pointer is NULL, or the object has a key behind callbacks
 *
 * @since 3.1.0
 * @see RFC 5958, RFC 8017 appendix A.1, RFC 5915
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
 * @param key takes the new object
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_INVALID_REQUEST `key` is NULL
 *
 * @since 2.12.0
 */
int gnutls_privkey_init(gnutls_privkey_t *key);

/**
 * Adds flags to a private key, for its later use.
 *
 * Flags that were set before stay. Those that change a signature act as if each signing function were
 * given them. `GNUTLS_PRIVKEY_FLAG_EXPORT_COMPAT` has no effect here: it is for X.509 objects
 * (`gnutls_x509_privkey_set_flags`).
 *
 * @param key the private key; NULL is ignored
 * @param flags `gnutls_privkey_flags_t`: `GNUTLS_PRIVKEY_FLAG_REPRODUCIBLE`,
 *   `GNUTLS_PRIVKEY_FLAG_RSA_PSS_FIXED_SALT_LENGTH`
 *
 * @since 3.5.0
 */
void gnutls_privkey_set_flags(gnutls_privkey_t key, unsigned int flags);

/**
 * Sets the callback that is asked for the password of an encrypted key.
 *
 * `gnutls_privkey_import_x509_raw` calls it once for a key that is encrypted and comes without a
 * password. It fills a buffer of `GNUTLS_PKCS11_MAX_PIN_LEN` bytes; after a negative answer the import
 * fails with `GNUTLS_E_DECRYPTION_FAILED`. Set it before the import.
 *
 * @param key the private key; NULL is ignored
 * @param fn_ the callback; NULL takes it away
 * @param userdata passed to the callback as it is, not looked at and not freed
 *
 * @since 3.1.0
 */
void gnutls_privkey_set_pin_function(gnutls_privkey_t key, gnutls_pin_callback_t fn_, void *userdata);

/**
 * Restricts an RSA key to RSA-PSS or RSA-OAEP with parameters.
 *
 * The key signs or decrypts so alone afterwards, and says so in its algorithm identifier. On failure
 * it stays as it was.
 *
 * @param privkey an RSA key
 * @param spki the parameters, as `gnutls_x509_spki_set_rsa_pss_params` sets them; copied
 * @param flags not looked at; 0
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_PK_INVALID_PUBKEY_PARAMS the modulus has no space for digest and salt
 * @retval GNUTLS_E_UNKNOWN_HASH_ALGORITHM the digest is none for RSA-PSS
 * @retval GNUTLS_E_INVALID_REQUEST a pointer is NULL, `spki` is empty, or the key is empty, behind
 *   callbacks or no RSA key
 *
 * @since 3.6.0
 * @see RFC 4055
 */
int gnutls_privkey_set_spki(gnutls_privkey_t privkey, gnutls_x509_spki_t spki, unsigned int flags);

/**
 * Signs a message with the key's own algorithm and a digest.
 *
 * The message is hashed here. An EdDSA key takes its own digest alone, ML-DSA any. With a key of
 * `gnutls_privkey_import_ext4` or its predecessors the program's own function makes the signature, in
 * this thread; a negative code of it is returned as it is.
 *
 * @param signer the private key
 * @param hash the digest
 * @param flags 0 or `GNUTLS_PRIVKEY_SIGN_FLAG_RSA_PSS` (an RSA key signs with RSA-PSS),
 *   `GNUTLS_PRIVKEY_FLAG_REPRODUCIBLE` (no randomness: RFC 6979 with DSA and ECDSA, no salt with
 *   RSA-PSS), `GNUTLS_PRIVKEY_FLAG_RSA_PSS_FIXED_SALT_LENGTH` (a salt as long as the digest)
 * @param data the message; may be empty
 * @param signature takes the signature, in new memory; the caller frees its `data` with `gnutls_free`
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_CONSTRAINT_ERROR the key cannot sign so: it is of another kind or curve, is
 *   restricted, or is too short for the salt
 * @retval GNUTLS_E_UNSUPPORTED_SIGNATURE_ALGORITHM nothing here signs so
 * @retval GNUTLS_E_PK_SIGN_FAILED the signature was not made
 * @retval GNUTLS_E_INVALID_REQUEST a pointer is NULL, the key is empty, does not sign with this
 *   digest, or the flags are another kind's
 *
 * @since 2.12.0
 * @see RFC 8017 section 8, RFC 6979
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
 * @param signer the private key
 * @param algo the algorithm, as `GNUTLS_SIGN_RSA_SHA256`
 * @param flags 0 or `GNUTLS_PRIVKEY_SIGN_FLAG_RSA_PSS` (an RSA key signs with RSA-PSS),
 *   `GNUTLS_PRIVKEY_FLAG_REPRODUCIBLE` (no randomness: RFC 6979 with DSA and ECDSA, no salt with
 *   RSA-PSS), `GNUTLS_PRIVKEY_FLAG_RSA_PSS_FIXED_SALT_LENGTH` (a salt as long as the digest)
 * @param data the message; may be empty
 * @param signature takes the signature, in new memory; the caller frees its `data` with `gnutls_free`
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_CONSTRAINT_ERROR the key cannot sign so: it is of another kind or curve, is
 *   restricted, or is too short for the salt
 * @retval GNUTLS_E_UNSUPPORTED_SIGNATURE_ALGORITHM nothing here signs so
 * @retval GNUTLS_E_PK_SIGN_FAILED the signature was not made
 * @retval GNUTLS_E_INVALID_REQUEST a pointer is NULL, the key is empty, the algorithm is unknown or
 *   MD2's, or the flags do not fit it
 *
 * @since 3.6.0
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
 * @param signer the private key
 * @param hash_algo the digest's algorithm, or `GNUTLS_DIG_UNKNOWN`
 * @param flags 0, `GNUTLS_PRIVKEY_SIGN_FLAG_TLS1_RSA` (an RSA key pads the bytes as they are),
 *   `GNUTLS_PRIVKEY_SIGN_FLAG_RSA_PSS`, `GNUTLS_PRIVKEY_FLAG_REPRODUCIBLE`,
 *   `GNUTLS_PRIVKEY_FLAG_RSA_PSS_FIXED_SALT_LENGTH`
 * @param hash_data the digest
 * @param signature takes the signature, in new memory; the caller frees its `data` with `gnutls_free`
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_CONSTRAINT_ERROR the key cannot sign so: it is of another kind or curve, is
 *   restricted, or is too short for the salt
 * @retval GNUTLS_E_UNSUPPORTED_SIGNATURE_ALGORITHM nothing here signs so
 * @retval GNUTLS_E_PK_SIGN_FAILED the signature was not made, or the digest has another length than
 *   its algorithm's
 * @retval GNUTLS_E_INVALID_REQUEST a pointer is NULL, the key is empty or signs messages alone, or
 *   digest or flags are not for such a key
 *
 * @since 2.12.0
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
 * @param signer the private key
 * @param algo the algorithm, as `GNUTLS_SIGN_RSA_SHA256`; not looked at with
 *   `GNUTLS_PRIVKEY_SIGN_FLAG_TLS1_RSA`
 * @param flags 0, `GNUTLS_PRIVKEY_SIGN_FLAG_TLS1_RSA` (an RSA key pads the bytes as they are),
 *   `GNUTLS_PRIVKEY_SIGN_FLAG_RSA_PSS`, `GNUTLS_PRIVKEY_FLAG_REPRODUCIBLE`,
 *   `GNUTLS_PRIVKEY_FLAG_RSA_PSS_FIXED_SALT_LENGTH`
 * @param hash_data the digest
 * @param signature takes the signature, in new memory; the caller frees its `data` with `gnutls_free`
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_CONSTRAINT_ERROR the key cannot sign so: it is of another kind or curve, is
 *   restricted, or is too short for the salt
 * @retval GNUTLS_E_UNSUPPORTED_SIGNATURE_ALGORITHM nothing here signs so
 * @retval GNUTLS_E_PK_SIGN_FAILED the signature was not made, or the digest has another length than
 *   its algorithm's
 * @retval GNUTLS_E_INVALID_REQUEST a pointer is NULL, the key is empty, or the algorithm is unknown,
 *   MD2's, or signs messages alone
 *
 * @since 3.6.0
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
 * @param key the private key
 *
 * @return 1, or a negative error code
 * @retval GNUTLS_E_INVALID_REQUEST `key` is NULL
 *
 * @since 3.1.10
 */
int gnutls_privkey_status(gnutls_privkey_t key);

/**
 * Checks that the numbers of a private key belong together.
 *
 * Numbers that are no key are refused on import; what is left to tell here is whether the public half
 * that came with the key is its own. Operations use the public half that is made from the private one.
 *
 * @param key the private key
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_ILLEGAL_PARAMETER the public half that came with the key is another key's
 * @retval GNUTLS_E_PK_INVALID_PUBKEY it is no point of the curve
 * @retval GNUTLS_E_INVALID_REQUEST `key` is NULL, empty or behind callbacks
 *
 * @since 3.3.0
 */
int gnutls_privkey_verify_params(gnutls_privkey_t key);

/**
 * Checks that a private key was made from a seed (FIPS 186-4).
 *
 * An RSA key is made again from the seed and compared, which takes as long as the generation; of a DSA
 * key the parameters are.
 *
 * @param key an RSA or DSA key
 * @param digest not looked at: the digest is SHA-384
 * @param seed the seed; NULL for the one that the key itself holds
 * @param seed_size its length in bytes
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_PRIVKEY_VERIFICATION_ERROR the seed leads to another key
 * @retval GNUTLS_E_PK_GENERATION_ERROR no key of these bits is made from such a seed
 * @retval GNUTLS_E_PK_NO_VALIDATION_PARAMS the seed is empty, or NULL and the key has none
 * @retval GNUTLS_E_UNIMPLEMENTED_FEATURE a key of another kind
 * @retval GNUTLS_E_INVALID_REQUEST `key` is NULL, empty or behind callbacks
 *
 * @since 3.5.0
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
 * @param key the object of `gnutls_pubkey_init`; NULL is ignored
 *
 * @since 2.12.0
 */
void gnutls_pubkey_deinit(gnutls_pubkey_t key);

/**
 * Encrypts a short plaintext to an RSA key: PKCS \#1 v1.5, or OAEP with a key restricted to that.
 *
 * The caller frees `ciphertext->data` with `gnutls_free`. The plaintext is at most 11 bytes shorter
 * than the modulus with PKCS \#1 v1.5; of OAEP the overhead is two digests and 2 bytes.
 *
 * @param key an RSA key
 * @param flags not looked at; 0
 * @param plaintext the bytes to encrypt
 * @param ciphertext takes the ciphertext
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_ENCRYPTION_FAILED the plaintext is too long, or the key is unusable
 * @retval GNUTLS_E_INVALID_REQUEST a pointer is NULL, or the key is empty, of another kind, or
 *   restricted to RSA-PSS
 *
 * @since 3.0
 * @see RFC 8017 section 7
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
 * @param key the public key
 * @param format `GNUTLS_X509_FMT_DER`, or `GNUTLS_X509_FMT_PEM` (as which any other number counts);
 *   PEM has the label `PUBLIC KEY` and ends with a NUL
 * @param output_data takes the bytes; NULL asks for the size
 * @param output_data_size in: the capacity of `output_data` in bytes; out: the length written without
 *   the NUL, or needed, NUL included, after `GNUTLS_E_SHORT_MEMORY_BUFFER`
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_SHORT_MEMORY_BUFFER the buffer is NULL or too small
 * @retval GNUTLS_E_INVALID_REQUEST `key` is NULL or empty, or the size is NULL
 *
 * @since 2.12.0
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
 * @param key the public key
 * @param format `GNUTLS_X509_FMT_DER`, or `GNUTLS_X509_FMT_PEM` (as which any other number counts);
 *   PEM has the label `PUBLIC KEY`
 * @param out takes the bytes
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_INVALID_REQUEST a pointer is NULL, or `key` is empty
 *
 * @since 3.1.3
 * @see RFC 7468 section 13
 */
int gnutls_pubkey_export2(gnutls_pubkey_t key, gnutls_x509_crt_fmt_t format, gnutls_datum_t *out);

/**
 * Gives the group and the public number of a Diffie-Hellman key.
 *
 * The number is a new datum, big-endian; the caller frees its `data` with `gnutls_free`. With a first
 * bit of one a number gets a leading zero byte, which keeps it from being read as negative, unless
 * `flags` say otherwise.
 *
 * @param key a Diffie-Hellman key
 * @param params an object of `gnutls_dh_params_init`, which takes a copy of the group; may be NULL
 * @param y takes the public number; may be NULL
 * @param flags 0, or `GNUTLS_EXPORT_FLAG_NO_LZ` for numbers without a leading zero byte
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_INVALID_REQUEST `key` is NULL, empty or of another kind
 *
 * @since 3.8.2
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
 * @param key a DSA key
 * @param p takes the prime modulus; this and all others may be NULL
 * @param q takes the order of the subgroup
 * @param g takes the generator
 * @param y takes the public number
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_INVALID_REQUEST `key` is NULL, empty or of another kind
 *
 * @since 3.3.0
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
 * @param key a DSA key
 * @param p takes the prime modulus; this and all others may be NULL
 * @param q takes the order of the subgroup
 * @param g takes the generator
 * @param y takes the public number
 * @param flags 0, or `GNUTLS_EXPORT_FLAG_NO_LZ` for numbers without a leading zero byte
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_INVALID_REQUEST `key` is NULL, empty or of another kind
 *
 * @since 3.6.0
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
 * @param key such a key
 * @param curve takes the curve; this and the others may be NULL
 * @param x takes the x coordinate, or the key's bytes
 * @param y takes the y coordinate
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_INVALID_REQUEST `key` is NULL, empty or of another kind
 *
 * @since 3.0
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
 * @param key such a key
 * @param curve takes the curve; this and the others may be NULL
 * @param x takes the x coordinate, or the key's bytes
 * @param y takes the y coordinate
 * @param flags 0, or `GNUTLS_EXPORT_FLAG_NO_LZ` for numbers without a leading zero byte
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_INVALID_REQUEST `key` is NULL, empty or of another kind
 *
 * @since 3.6.0
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
 * @param key an ECDSA key
 * @param parameters takes the curve: the DER of its OBJECT IDENTIFIER
 * @param ecpoint takes the point, uncompressed: the DER of an OCTET STRING
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_INVALID_REQUEST a pointer is NULL, or `key` is empty or of another kind
 *
 * @since 3.3.0
 * @see RFC 5480 section 2.2
 */
int gnutls_pubkey_export_ecc_x962(gnutls_pubkey_t key, gnutls_datum_t *parameters, gnutls_datum_t *ecpoint);

/**
 * Gives the parameters and the coordinates of a GOST R 34.10 public key.
 *
 * The coordinates are little-endian, each as long as the curve has them; the caller frees `data` of
 * both with `gnutls_free`.
 *
 * @param key a GOST key
 * @param curve takes the curve; this and all others may be NULL
 * @param digest takes the digest of the key's kind
 * @param paramset takes the parameters of GOST 28147-89
 * @param x takes the x coordinate
 * @param y takes the y coordinate
 * @param flags not looked at; 0
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_INVALID_REQUEST `key` is NULL, empty or of another kind
 *
 * @since 3.6.3
 * @see RFC 7091
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
 * @param key an RSA key
 * @param m takes the modulus; may be NULL
 * @param e takes the public exponent; may be NULL
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_INVALID_REQUEST `key` is NULL, empty or of another kind
 *
 * @since 3.3.0
 */
int gnutls_pubkey_export_rsa_raw(gnutls_pubkey_t key, gnutls_datum_t *m, gnutls_datum_t *e);

/**
 * Gives the numbers of an RSA public key, with a choice of how they begin.
 *
 * Each number is a new datum, big-endian; the caller frees its `data` with `gnutls_free`. With a first
 * bit of one a number gets a leading zero byte, which keeps it from being read as negative, unless
 * `flags` say otherwise.
 *
 * @param key an RSA key
 * @param m takes the modulus; may be NULL
 * @param e takes the public exponent; may be NULL
 * @param flags 0, or `GNUTLS_EXPORT_FLAG_NO_LZ` for numbers without a leading zero byte
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_INVALID_REQUEST `key` is NULL, empty or of another kind
 *
 * @since 3.6.0
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
 * @param key the public key
 * @param flags the digest: `GNUTLS_KEYID_USE_SHA1` (0), `GNUTLS_KEYID_USE_SHA256`,
 *   `GNUTLS_KEYID_USE_SHA512`, or `GNUTLS_KEYID_USE_BEST_KNOWN`, which is SHA-512
 * @param output_data takes the identifier; NULL asks for the size
 * @param output_data_size in: the capacity of `output_data` in bytes; out: the length written, or
 *   needed after `GNUTLS_E_SHORT_MEMORY_BUFFER`
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_SHORT_MEMORY_BUFFER the buffer is NULL or too small
 * @retval GNUTLS_E_INVALID_REQUEST `key` is NULL or empty, or the size is NULL
 *
 * @since 2.12.0
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
 * @param key the public key
 * @param usage takes `GNUTLS_KEY_*`, combined by or; 0 for anything; may be NULL
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_INVALID_REQUEST `key` is NULL
 *
 * @since 2.12.0
 * @see RFC 5280 section 4.2.1.3
 */
int gnutls_pubkey_get_key_usage(gnutls_pubkey_t key, unsigned int *usage);

/**
 * Gives the identifier of an OpenPGP key: not possible any more, as in GnuTLS since 3.6.0.
 *
 * OpenPGP keys have been removed from the interface; the function is there so that old programs can be
 * loaded, and changes nothing. For any key there is `gnutls_pubkey_get_key_id`.
 *
 * @param key not used
 * @param flags not used
 * @param output_data not used
 * @param output_data_size not used
 * @param subkey not used
 *
 * @return `GNUTLS_E_UNIMPLEMENTED_FEATURE`, always.
 *
 * @since 2.12.0
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
 * @param key the public key
 * @param bits takes the bits, 0 of an empty key; may be NULL
 *
 * @return a value of `gnutls_pk_algorithm_t`, 0 for an empty key, or a negative error code
 * @retval GNUTLS_E_INVALID_REQUEST `key` is NULL
 *
 * @since 2.12.0
 */
int gnutls_pubkey_get_pk_algorithm(gnutls_pubkey_t key, unsigned int *bits);

/**
 * Gives the digest that suits a public key, for signatures by its private half.
 *
 * Of an elliptic or RSA key it is as strong as the key is. A key that is restricted to RSA-PSS with
 * parameters, a DSA and a GOST key take just this one.
 *
 * @param key the public key
 * @param hash takes the digest; may be NULL
 * @param mand takes 1 if no other digest will do, else 0; may be NULL
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_INTERNAL_ERROR a key for agreement alone (X25519, X448, Diffie-Hellman)
 * @retval GNUTLS_E_INVALID_REQUEST `key` is NULL or empty
 *
 * @since 2.12.0
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
 * @param pubkey the public key
 * @param spki the object of `gnutls_x509_spki_init` that takes them
 * @param flags not looked at; 0
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE the key is restricted to nothing, or no RSA key
 * @retval GNUTLS_E_INVALID_REQUEST a pointer is NULL, or `pubkey` is empty
 *
 * @since 3.6.0
 * @see RFC 4055
 */
int gnutls_pubkey_get_spki(gnutls_pubkey_t pubkey, gnutls_x509_spki_t spki, unsigned int flags);

/**
 * Reads a public key in the form of a SubjectPublicKeyInfo.
 *
 * The object has no key usage afterwards. Whatever the object held before is replaced, its key usage
 * too; on failure it stays as it was.
 *
 * @param key the object to fill
 * @param data the key in DER, or in PEM with the label `PUBLIC KEY`; copied
 * @param format `GNUTLS_X509_FMT_DER`, or `GNUTLS_X509_FMT_PEM` (as which any other number counts)
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_BASE64_UNEXPECTED_HEADER_ERROR the text has no such block, or one that does not
 *   decode
 * @retval GNUTLS_E_BASE64_DECODING_ERROR the text has no such block, or one that does not decode
 * @retval GNUTLS_E_UNIMPLEMENTED_FEATURE a key, a curve or parameters that are not supported
 * @retval GNUTLS_E_ECC_UNSUPPORTED_CURVE a key, a curve or parameters that are not supported
 * @retval GNUTLS_E_UNKNOWN_HASH_ALGORITHM a key, a curve or parameters that are not supported
 * @retval GNUTLS_E_ASN1_DER_ERROR the key cannot be read, or is none
 * @retval GNUTLS_E_ASN1_TAG_ERROR the key cannot be read, or is none
 * @retval GNUTLS_E_PK_INVALID_PUBKEY the key cannot be read, or is none
 * @retval GNUTLS_E_INVALID_REQUEST a pointer is NULL
 *
 * @since 2.12.0
 * @see RFC 5280 section 4.1.2.7, RFC 7468 section 13
 */
int gnutls_pubkey_import(gnutls_pubkey_t key, const gnutls_datum_t *data, gnutls_x509_crt_fmt_t format);

/**
 * Sets a public key to a Diffie-Hellman key from its group and public number.
 *
 * They are copied: `params` may be freed afterwards. The number is checked when a secret is derived
 * with it. The object has no key usage afterwards. Whatever the object held before is replaced, its
 * key usage too; on failure it stays as it was.
 *
 * @param key the object to fill
 * @param params the group
 * @param y the public number, big-endian; leading zeros do not matter
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_INVALID_REQUEST a pointer is NULL, or the group is empty
 *
 * @since 3.8.2
 */
int gnutls_pubkey_import_dh_raw(gnutls_pubkey_t key, gnutls_dh_params_t params, const gnutls_datum_t *y);

/**
 * Sets a public key to a DSA key from its numbers.
 *
 * They are copied, and not checked here: with numbers that are no key every verification fails. The
 * object has no key usage afterwards. Whatever the object held before is replaced, its key usage too;
 * on failure it stays as it was.
 *
 * @param key the object to fill
 * @param p the prime modulus, big-endian; leading zeros do not matter
 * @param q the order of the subgroup
 * @param g the generator
 * @param y the public number
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_INVALID_REQUEST a pointer is NULL
 *
 * @since 2.12.0
 * @see FIPS 186-4 section 4
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
 * @param key the object to fill
 * @param curve the curve
 * @param x the x coordinate, big-endian; leading zeros do not matter; of the other kinds the key's
 *   bytes
 * @param y the y coordinate, likewise; not looked at with the other kinds
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_ECC_UNSUPPORTED_CURVE the curve is unknown, or has no such keys here
 * @retval GNUTLS_E_PK_INVALID_PUBKEY the point is not on the curve
 * @retval GNUTLS_E_INVALID_REQUEST a pointer is NULL, or a number has the wrong length
 *
 * @since 3.0
 * @see RFC 5480, RFC 8032, RFC 7748
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
 * @param key the object to fill
 * @param parameters the curve: the DER of its OBJECT IDENTIFIER
 * @param ecpoint the point: the DER of an OCTET STRING
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_ECC_UNSUPPORTED_CURVE the curve is not supported
 * @retval GNUTLS_E_ASN1_DER_ERROR a part is not such DER
 * @retval GNUTLS_E_ASN1_TAG_ERROR a part is not such DER
 * @retval GNUTLS_E_PK_INVALID_PUBKEY the point is not on the curve
 * @retval GNUTLS_E_INVALID_REQUEST a pointer is NULL
 *
 * @since 3.0
 * @see RFC 5480 section 2.2
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
 * @param key the object to fill
 * @param curve a GOST curve
 * @param digest `GNUTLS_DIG_GOSTR_94`, `GNUTLS_DIG_STREEBOG_256` or `GNUTLS_DIG_STREEBOG_512`, which
 *   says the kind of key
 * @param paramset the parameters of GOST 28147-89, or `GNUTLS_GOST_PARAMSET_UNKNOWN` for the usual
 *   ones
 * @param x the x coordinate, little-endian
 * @param y the y coordinate, little-endian
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_ECC_UNSUPPORTED_CURVE the curve or the digest is none of GOST
 * @retval GNUTLS_E_UNKNOWN_HASH_ALGORITHM the curve or the digest is none of GOST
 * @retval GNUTLS_E_PK_INVALID_PUBKEY the point is not on the curve
 * @retval GNUTLS_E_INVALID_REQUEST a pointer is NULL, or the set is unknown
 *
 * @since 3.6.3
 * @see RFC 7091
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
 * @param key not used
 * @param crt not used
 * @param flags not used
 *
 * @return `GNUTLS_E_UNIMPLEMENTED_FEATURE`, always.
 *
 * @since 2.12.0
 */
int gnutls_pubkey_import_openpgp(gnutls_pubkey_t key, gnutls_openpgp_crt_t crt, unsigned int flags);

/**
 * Imports the public key of encoded OpenPGP data: not possible any more, as in GnuTLS since 3.6.0.
 *
 * OpenPGP keys have been removed from the interface; the function is there so that old programs can be
 * loaded, and changes nothing. For X.509 there is `gnutls_pubkey_import_x509_raw`.
 *
 * @param pkey not used
 * @param data not used
 * @param format not used
 * @param keyid not used
 * @param flags not used
 *
 * @return `GNUTLS_E_UNIMPLEMENTED_FEATURE`, always.
 *
 * @since 3.1.3
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
 * @param key the object to fill
 * @param pkey the private key
 * @param usage what the key may be used for, `GNUTLS_KEY_*` combined by or; 0 for anything
 * @param flags not looked at; 0
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_INVALID_REQUEST a pointer is NULL, or `pkey` is empty or behind callbacks
 *
 * @since 2.12.0
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
 * @param key the object to fill
 * @param m the modulus, big-endian; leading zeros do not matter
 * @param e the public exponent, likewise
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_MPI_SCAN_FAILED a number is empty
 * @retval GNUTLS_E_ASN1_DER_ERROR the modulus is zero
 * @retval GNUTLS_E_INVALID_REQUEST a pointer is NULL
 *
 * @since 2.12.0
 * @see RFC 8017 section 3.1
 */
int gnutls_pubkey_import_rsa_raw(gnutls_pubkey_t key, const gnutls_datum_t *m, const gnutls_datum_t *e);

/**
 * Sets a public key to that behind a URL of a kind that the program registered.
 *
 * The program's own function fills the object (`gnutls_register_custom_url`); PKCS \#11 tokens and
 * TPMs are not supported.
 *
 * @param key the object to fill
 * @param url the URL, NUL-terminated
 * @param flags passed to the program's function as they are
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code:
 * - a negative code of the program's function
 * @retval GNUTLS_E_UNIMPLEMENTED_FEATURE a `pkcs11:` or `tpmkey:` URL
 * @retval GNUTLS_E_INVALID_REQUEST `url` is NULL, or of a kind that is not registered or has no public
 *   keys
 *
 * @since 3.1.0
 */
int gnutls_pubkey_import_url(gnutls_pubkey_t key, const char *url, unsigned int flags);

/**
 * Sets a public key to that of a certificate, with the key usage that the certificate states.
 *
 * The key is copied: the certificate may be freed. A key usage that cannot be read counts as none.
 * Whatever the object held before is replaced, its key usage too; on failure it stays as it was.
 *
 * @param key the object to fill
 * @param crt the certificate
 * @param flags not looked at; 0
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_UNIMPLEMENTED_FEATURE a key, a curve or parameters that are not supported
 * @retval GNUTLS_E_ECC_UNSUPPORTED_CURVE a key, a curve or parameters that are not supported
 * @retval GNUTLS_E_UNKNOWN_HASH_ALGORITHM a key, a curve or parameters that are not supported
 * @retval GNUTLS_E_ASN1_DER_ERROR the key cannot be read, or is none
 * @retval GNUTLS_E_ASN1_TAG_ERROR the key cannot be read, or is none
 * @retval GNUTLS_E_PK_INVALID_PUBKEY the key cannot be read, or is none
 * @retval GNUTLS_E_INVALID_REQUEST a pointer is NULL
 *
 * @since 2.12.0
 * @see RFC 5280 section 4.1.2.7
 */
int gnutls_pubkey_import_x509(gnutls_pubkey_t key, gnutls_x509_crt_t crt, unsigned int flags);

/**
 * Sets a public key to that of a certificate request, with the key usage that the request asks for.
 *
 * The key is copied: the request may be freed. Extensions of the request that cannot be read are an
 * error, where GnuTLS gives a key for every use. Whatever the object held before is replaced, its key
 * usage too; on failure it stays as it was.
 *
 * @param key the object to fill
 * @param crq the request
 * @param flags not looked at; 0
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_UNKNOWN_PK_ALGORITHM a key, a curve or parameters that are not supported
 * @retval GNUTLS_E_ECC_UNSUPPORTED_CURVE a key, a curve or parameters that are not supported
 * @retval GNUTLS_E_UNKNOWN_HASH_ALGORITHM a key, a curve or parameters that are not supported
 * @retval GNUTLS_E_ASN1_DER_ERROR the key cannot be read, or is none; or the request's extensions
 *   cannot be read
 * @retval GNUTLS_E_ASN1_TAG_ERROR the key cannot be read, or is none; or the request's extensions
 *   cannot be read
 * @retval GNUTLS_E_PK_INVALID_PUBKEY the key cannot be read, or is none; or the request's extensions
 *   cannot be read
 * @retval GNUTLS_E_INVALID_REQUEST a pointer is NULL
 *
 * @since 3.1.5
 * @see RFC 2986
 */
int gnutls_pubkey_import_x509_crq(gnutls_pubkey_t key, gnutls_x509_crq_t crq, unsigned int flags);

/**
 * Reads a certificate and sets a public key to that in it, with the key usage that the certificate
 * states.
 *
 * Of a PEM text the first certificate counts. A key usage that cannot be read counts as none. Whatever
 * the object held before is replaced, its key usage too; on failure it stays as it was.
 *
 * @param pkey the object to fill
 * @param data the certificate; copied
 * @param format `GNUTLS_X509_FMT_DER`, or `GNUTLS_X509_FMT_PEM` (as which any other number counts)
 * @param flags not looked at; 0
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code:
 * - another code of `gnutls_x509_crt_import`: a certificate cannot be read
 * @retval GNUTLS_E_BASE64_UNEXPECTED_HEADER_ERROR the text has no certificate, or one that does not
 *   decode
 * @retval GNUTLS_E_BASE64_DECODING_ERROR the text has no certificate, or one that does not decode
 * @retval GNUTLS_E_ASN1_DER_ERROR a certificate cannot be read; or the key cannot be read, or is none
 * @retval GNUTLS_E_ASN1_TAG_ERROR a certificate cannot be read; or the key cannot be read, or is none
 * @retval GNUTLS_E_X509_CERTIFICATE_ERROR a certificate cannot be read
 * @retval GNUTLS_E_UNIMPLEMENTED_FEATURE a key, a curve or parameters that are not supported
 * @retval GNUTLS_E_ECC_UNSUPPORTED_CURVE a key, a curve or parameters that are not supported
 * @retval GNUTLS_E_UNKNOWN_HASH_ALGORITHM a key, a curve or parameters that are not supported
 * @retval GNUTLS_E_PK_INVALID_PUBKEY the key cannot be read, or is none
 * @retval GNUTLS_E_INVALID_REQUEST a pointer is NULL
 *
 * @since 3.1.3
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
 * @param key takes the new object
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_INVALID_REQUEST `key` is NULL
 *
 * @since 2.12.0
 */
int gnutls_pubkey_init(gnutls_pubkey_t *key);

/**
 * Describes a public key in a text for people.
 *
 * It tells algorithm, bits, numbers, usage and identifiers. The caller frees `out->data` with
 * `gnutls_free`; a NUL that the size does not count ends it. The form of the text is not meant for
 * programs.
 *
 * @param pubkey the public key
 * @param format `gnutls_certificate_print_formats_t`, as `GNUTLS_CRT_PRINT_FULL`
 * @param out takes the text, in UTF-8
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_INVALID_REQUEST a pointer is NULL, the key is empty, or the format unknown
 *
 * @since 3.1.5
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
 * @param key the public key
 * @param usage `GNUTLS_KEY_*`, combined by or; 0 for anything
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_INVALID_REQUEST `key` is NULL
 *
 * @since 2.12.0
 * @see RFC 5280 section 4.2.1.3
 */
int gnutls_pubkey_set_key_usage(gnutls_pubkey_t key, unsigned int usage);

/**
 * Has no effect: no public key here needs a PIN.
 *
 * In GnuTLS the callback serves PKCS \#11 tokens and TPMs, which are not supported; kinds of URLs that
 * the program registers ask for themselves.
 *
 * @param key the public key; NULL is ignored
 * @param fn_ the callback; not kept
 * @param userdata not kept
 *
 * @since 3.1.0
 */
void gnutls_pubkey_set_pin_function(gnutls_pubkey_t key, gnutls_pin_callback_t fn_, void *userdata);

/**
 * Restricts an RSA key to RSA-PSS or RSA-OAEP with parameters.
 *
 * It verifies or encrypts so alone afterwards, and says so in its algorithm identifier. The key usage
 * stays; on failure the key stays as it was.
 *
 * @param pubkey an RSA key
 * @param spki the parameters, as `gnutls_x509_spki_set_rsa_pss_params` sets them; copied
 * @param flags not looked at; 0
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_UNKNOWN_HASH_ALGORITHM the digest is none for RSA-PSS
 * @retval GNUTLS_E_INVALID_REQUEST a pointer is NULL, `spki` is empty, or the key is empty or no RSA
 *   key
 *
 * @since 3.6.0
 * @see RFC 4055
 */
int gnutls_pubkey_set_spki(gnutls_pubkey_t pubkey, gnutls_x509_spki_t spki, unsigned int flags);

/**
 * Verifies a signature over a message.
 *
 * The message is hashed here. RSA-PSS is verified with the salt that the key names or one as long as
 * the digest. SHA-1 is not counted as broken.
 *
 * @param pubkey the signer's public key
 * @param algo the algorithm of the signature, as `GNUTLS_SIGN_RSA_SHA256`
 * @param flags 0, or `GNUTLS_VERIFY_ALLOW_SIGN_RSA_MD5`, `GNUTLS_VERIFY_ALLOW_BROKEN`,
 *   `GNUTLS_VERIFY_RSA_PSS_FIXED_SALT_LENGTH`
 * @param data the message
 * @param signature the signature
 *
 * @return `GNUTLS_E_SUCCESS` (0) if the signature is good, or a negative error code
 * @retval GNUTLS_E_PK_SIG_VERIFY_FAILED the signature is not this key's
 * @retval GNUTLS_E_INSUFFICIENT_SECURITY it is, but the algorithm is broken (MD5, GOST R 34.11-94),
 *   and no flag allows it
 * @retval GNUTLS_E_INCOMPATIBLE_SIG_WITH_KEY such a key, or nothing here, signs with this algorithm
 * @retval GNUTLS_E_UNSUPPORTED_SIGNATURE_ALGORITHM such a key, or nothing here, signs with this
 *   algorithm
 * @retval GNUTLS_E_INVALID_REQUEST a pointer is NULL, the key is empty, the algorithm unknown, or
 *   `GNUTLS_VERIFY_USE_TLS1_RSA` is given, which needs a digest
 *
 * @since 3.0
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
 * @param key the signer's public key
 * @param algo the algorithm of the signature, as `GNUTLS_SIGN_RSA_SHA256`; not looked at with
 *   `GNUTLS_VERIFY_USE_TLS1_RSA`
 * @param flags 0, or `GNUTLS_VERIFY_USE_TLS1_RSA`, `GNUTLS_VERIFY_ALLOW_SIGN_RSA_MD5`,
 *   `GNUTLS_VERIFY_ALLOW_BROKEN`, `GNUTLS_VERIFY_RSA_PSS_FIXED_SALT_LENGTH`
 * @param hash the digest
 * @param signature the signature
 *
 * @return 1 if the signature is good, 0 with `GNUTLS_VERIFY_USE_TLS1_RSA`, or a negative error code
 * @retval GNUTLS_E_PK_SIG_VERIFY_FAILED the signature is not this key's
 * @retval GNUTLS_E_INSUFFICIENT_SECURITY it is, but the algorithm is broken (MD5, GOST R 34.11-94),
 *   and no flag allows it
 * @retval GNUTLS_E_INCOMPATIBLE_SIG_WITH_KEY such a key, or nothing here, signs with this algorithm
 * @retval GNUTLS_E_UNSUPPORTED_SIGNATURE_ALGORITHM such a key, or nothing here, signs with this
 *   algorithm
 * @retval GNUTLS_E_INVALID_REQUEST a pointer is NULL, the key is empty or of a kind that signs
 *   messages alone (EdDSA, ML-DSA), or the algorithm is unknown
 *
 * Test for a negative answer: GnuTLS 3.7.9 answers 0 for a good signature.
 *
 * @since 3.0
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
 * @param key the public key
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_INVALID_REQUEST `key` is NULL, empty, or of X25519 or X448, which have no
 *   parameters to check
 *
 * @since 3.3.0
 */
int gnutls_pubkey_verify_params(gnutls_pubkey_t key);

/**
 * Signs a revocation list with a key of any kind, such as one behind functions of the application.
 *
 * Else the same as `gnutls_x509_crl_sign2`.
 *
 * @param crl the list
 * @param issuer the certificate of the authority
 * @param issuer_key the private key of `issuer`
 * @param dig the digest, or `GNUTLS_DIG_UNKNOWN` for one that fits the key
 * @param flags 0, or of `GNUTLS_PRIVKEY_SIGN_FLAG_RSA_PSS` and `GNUTLS_PRIVKEY_FLAG_REPRODUCIBLE`
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code:
 * - whatever negative code a function of the key answers
 * @retval GNUTLS_E_ASN1_VALUE_NOT_FOUND version or time of issue is not set
 * @retval GNUTLS_E_UNSUPPORTED_SIGNATURE_ALGORITHM the key does not sign so, or is of another kind
 *   than that of `issuer`
 * @retval GNUTLS_E_INCOMPATIBLE_SIG_WITH_KEY the key does not sign so, or is of another kind than that
 *   of `issuer`
 * @retval GNUTLS_E_CONSTRAINT_ERROR the key does not sign so, or is of another kind than that of
 *   `issuer`
 * @retval GNUTLS_E_PK_SIGN_FAILED signing failed
 * @retval GNUTLS_E_INVALID_REQUEST `crl` or `issuer` is NULL, `issuer_key` is NULL or empty, or
 *   RSA-PSS is asked of another kind of key
 *
 * @see RFC 5280 section 5.1.1
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
 * @param crq the request
 * @param key the private key that the request is for
 * @param dig the digest, or `GNUTLS_DIG_UNKNOWN` for one that fits the key
 * @param flags 0, or of `GNUTLS_PRIVKEY_SIGN_FLAG_RSA_PSS` and `GNUTLS_PRIVKEY_FLAG_REPRODUCIBLE`
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code:
 * - whatever negative code a function of the key answers
 * @retval GNUTLS_E_ASN1_VALUE_NOT_FOUND the request has no key yet
 * @retval GNUTLS_E_UNSUPPORTED_SIGNATURE_ALGORITHM the key does not sign so
 * @retval GNUTLS_E_INCOMPATIBLE_SIG_WITH_KEY the key does not sign so
 * @retval GNUTLS_E_CONSTRAINT_ERROR the key does not sign so
 * @retval GNUTLS_E_PK_SIGN_FAILED signing failed
 * @retval GNUTLS_E_INVALID_REQUEST `crq` is NULL, `key` is NULL or empty, or RSA-PSS is asked of
 *   another kind of key
 *
 * @since 2.12.0
 * @see RFC 2986 section 4.2
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
 * @param crq the request
 * @param key the public key
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_INVALID_REQUEST `crq` is NULL, or `key` is NULL or empty
 *
 * @since 2.12.0
 * @see RFC 2986 section 4.1
 */
int gnutls_x509_crq_set_pubkey(gnutls_x509_crq_t crq, gnutls_pubkey_t key);

/**
 * Signs a certificate with a key of any kind, such as one behind functions of the application.
 *
 * Else the same as `gnutls_x509_crt_sign2`. Functions of the key may use the certificate, whose fields
 * are not locked while they run.
 *
 * @param crt the certificate
 * @param issuer the certificate of the signer, or `crt` itself for a self-signed one
 * @param issuer_key the private key of `issuer`
 * @param dig the digest, or `GNUTLS_DIG_UNKNOWN` for one that fits the key
 * @param flags 0, or of `GNUTLS_PRIVKEY_SIGN_FLAG_RSA_PSS` and `GNUTLS_PRIVKEY_FLAG_REPRODUCIBLE`
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code:
 * - whatever negative code a function of the key answers
 * @retval GNUTLS_E_CERTIFICATE_TIME_ERROR start or end of validity is not set
 * @retval GNUTLS_E_ASN1_VALUE_NOT_FOUND serial number or key is not set
 * @retval GNUTLS_E_X509_CERTIFICATE_ERROR there are fields that the version has not got
 * @retval GNUTLS_E_UNSUPPORTED_SIGNATURE_ALGORITHM the key does not sign so, or is of another kind
 *   than that of `issuer`
 * @retval GNUTLS_E_INCOMPATIBLE_SIG_WITH_KEY the key does not sign so, or is of another kind than that
 *   of `issuer`
 * @retval GNUTLS_E_CONSTRAINT_ERROR the key does not sign so, or is of another kind than that of
 *   `issuer`
 * @retval GNUTLS_E_PK_SIGN_FAILED signing failed
 * @retval GNUTLS_E_INVALID_REQUEST `crt` or `issuer` is NULL, `issuer_key` is NULL or empty, or
 *   RSA-PSS is asked of another kind of key
 *
 * @see RFC 5280 section 4.1.1
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
 * @param crt the certificate
 * @param key the public key
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_INVALID_REQUEST `crt` is NULL, or `key` is NULL or empty
 *
 * @since 2.12.0
 * @see RFC 5280 section 4.1.2.7
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
