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
 * Adds a chain with an abstract key; certificates, array elements and key become the credentials'.
 * `names` are host names that count besides those of the certificate. Manual: `gnutls_certificate_set_key`.
 */
int gnutls_certificate_set_key(gnutls_certificate_credentials_t res,
                               const char **names,
                               int names_size,
                               gnutls_pcert_st *pcert_list,
                               int pcert_list_size,
                               gnutls_privkey_t key);

/**
 * As [`gnutls_certificate_set_retrieve_function`], with abstract keys. Manual: `gnutls_certificate_set_retrieve_function2`.
 */
void gnutls_certificate_set_retrieve_function2(gnutls_certificate_credentials_t cred,
                                               gnutls_certificate_retrieve_function2 *func);

/**
 * As [`gnutls_certificate_set_retrieve_function2`], with OCSP responses and ownership.
 * Manual: `gnutls_certificate_set_retrieve_function3`.
 */
void gnutls_certificate_set_retrieve_function3(gnutls_certificate_credentials_t cred,
                                               gnutls_certificate_retrieve_function3 *func);

/**
 * Frees what the struct points to. Manual: `gnutls_pcert_deinit`.
 */
void gnutls_pcert_deinit(gnutls_pcert_st *pcert);

/**
 * OpenPGP is not supported any more: `GNUTLS_E_UNIMPLEMENTED_FEATURE`. Manual: `gnutls_pcert_export_openpgp`.
 */
int gnutls_pcert_export_openpgp(gnutls_pcert_st *pcert, gnutls_openpgp_crt_t *crt);

/**
 * As an X.509 object, which the caller frees. Manual: `gnutls_pcert_export_x509`.
 */
int gnutls_pcert_export_x509(gnutls_pcert_st *pcert, gnutls_x509_crt_t *crt);

/**
 * OpenPGP is not supported any more: `GNUTLS_E_UNIMPLEMENTED_FEATURE`. Manual: `gnutls_pcert_import_openpgp`.
 */
int gnutls_pcert_import_openpgp(gnutls_pcert_st *pcert, gnutls_openpgp_crt_t crt, unsigned int flags);

/**
 * OpenPGP is not supported any more: `GNUTLS_E_UNIMPLEMENTED_FEATURE`. Manual: `gnutls_pcert_import_openpgp_raw`.
 */
int gnutls_pcert_import_openpgp_raw(gnutls_pcert_st *pcert,
                                    const gnutls_datum_t *cert,
                                    gnutls_openpgp_crt_fmt_t format,
                                    unsigned char *keyid,
                                    unsigned int flags);

/**
 * From a key, which becomes the struct's; `GNUTLS_E_INSUFFICIENT_CREDENTIALS` without one. Manual: `gnutls_pcert_import_rawpk`.
 */
int gnutls_pcert_import_rawpk(gnutls_pcert_st *pcert,
                              gnutls_pubkey_t pubkey,
                              unsigned int flags);

/**
 * From a SubjectPublicKeyInfo in DER or PEM (label `PUBLIC KEY`), which is copied; `key_usage` says what it is for
 * (`GNUTLS_KEY_*`, 0 for anything). Manual: `gnutls_pcert_import_rawpk_raw`.
 */
int gnutls_pcert_import_rawpk_raw(gnutls_pcert_st *pcert,
                                  const gnutls_datum_t *rawpubkey,
                                  gnutls_x509_crt_fmt_t format,
                                  unsigned int key_usage,
                                  unsigned int flags);

/**
 * From a certificate. Manual: `gnutls_pcert_import_x509`.
 */
int gnutls_pcert_import_x509(gnutls_pcert_st *pcert, gnutls_x509_crt_t crt, unsigned int flags);

/**
 * From several certificates, sorted if asked for. Manual: `gnutls_pcert_import_x509_list`.
 */
int gnutls_pcert_import_x509_list(gnutls_pcert_st *pcert_list,
                                  gnutls_x509_crt_t *crt,
                                  unsigned int *ncrt,
                                  unsigned int flags);

/**
 * From a certificate in DER or PEM. Manual: `gnutls_pcert_import_x509_raw`.
 */
int gnutls_pcert_import_x509_raw(gnutls_pcert_st *pcert,
                                 const gnutls_datum_t *cert,
                                 gnutls_x509_crt_fmt_t format,
                                 unsigned int flags);

/**
 * From a file with a list. Manual: `gnutls_pcert_list_import_x509_file`.
 */
int gnutls_pcert_list_import_x509_file(gnutls_pcert_st *pcert_list,
                                       unsigned int *pcert_list_size,
                                       const char *file,
                                       gnutls_x509_crt_fmt_t format,
                                       gnutls_pin_callback_t pin_fn,
                                       void *pin_fn_userdata,
                                       unsigned int flags);

/**
 * From a list in DER or PEM. Manual: `gnutls_pcert_list_import_x509_raw`.
 */
int gnutls_pcert_list_import_x509_raw(gnutls_pcert_st *pcert_list,
                                      unsigned int *pcert_list_size,
                                      const gnutls_datum_t *data,
                                      gnutls_x509_crt_fmt_t format,
                                      unsigned int flags);

/**
 * Decrypts what was encrypted to an RSA key: PKCS #1 v1.5, or OAEP with a key of that. The caller frees the result.
 * `GNUTLS_E_DECRYPTION_FAILED` whatever is wrong with the ciphertext, `GNUTLS_E_INTERNAL_ERROR` for a key that cannot
 * decrypt. Manual: `gnutls_privkey_decrypt_data`.
 */
int gnutls_privkey_decrypt_data(gnutls_privkey_t key,
                                unsigned int flags,
                                const gnutls_datum_t *ciphertext,
                                gnutls_datum_t *plaintext);

/**
 * As [`gnutls_privkey_decrypt_data`] into a buffer that has just the length of the plaintext; with a key of our own in
 * constant time, for PKCS #1 v1.5. The buffer stays as it was where this fails. Manual: `gnutls_privkey_decrypt_data2`.
 */
int gnutls_privkey_decrypt_data2(gnutls_privkey_t key,
                                 unsigned int flags,
                                 const gnutls_datum_t *ciphertext,
                                 unsigned char *plaintext,
                                 size_t plaintext_size);

/**
 * Frees a key; the function of an external key hears of it. Manual: `gnutls_privkey_deinit`.
 */
void gnutls_privkey_deinit(gnutls_privkey_t key);

/**
 * The secret that both keys lead to (ECDH, X25519, X448, Diffie-Hellman); the caller frees it. `nonce` and `flags` are not
 * used yet. `GNUTLS_E_INVALID_REQUEST` for keys that do not belong together, `GNUTLS_E_RECEIVED_ILLEGAL_PARAMETER` for a
 * public value that is not one. Manual: `gnutls_privkey_derive_secret`.
 */
int gnutls_privkey_derive_secret(gnutls_privkey_t privkey,
                                 gnutls_pubkey_t pubkey,
                                 const gnutls_datum_t *nonce,
                                 gnutls_datum_t *secret,
                                 unsigned int flags);

/**
 * The numbers of a Diffie-Hellman key, its group into `params`; each may be NULL. Manual: `gnutls_privkey_export_dh_raw`.
 */
int gnutls_privkey_export_dh_raw(gnutls_privkey_t key,
                                 gnutls_dh_params_t params,
                                 gnutls_datum_t *y,
                                 gnutls_datum_t *x,
                                 unsigned int flags);

/**
 * The numbers of a DSA key; the caller frees them. Manual: `gnutls_privkey_export_dsa_raw`.
 */
int gnutls_privkey_export_dsa_raw(gnutls_privkey_t key,
                                  gnutls_datum_t *p,
                                  gnutls_datum_t *q,
                                  gnutls_datum_t *g,
                                  gnutls_datum_t *y,
                                  gnutls_datum_t *x);

/**
 * As [`gnutls_privkey_export_dsa_raw`], with flags. Manual: `gnutls_privkey_export_dsa_raw2`.
 */
int gnutls_privkey_export_dsa_raw2(gnutls_privkey_t key,
                                   gnutls_datum_t *p,
                                   gnutls_datum_t *q,
                                   gnutls_datum_t *g,
                                   gnutls_datum_t *y,
                                   gnutls_datum_t *x,
                                   unsigned int flags);

/**
 * The numbers of an elliptic key; the caller frees them. Manual: `gnutls_privkey_export_ecc_raw`.
 */
int gnutls_privkey_export_ecc_raw(gnutls_privkey_t key,
                                  gnutls_ecc_curve_t *curve,
                                  gnutls_datum_t *x,
                                  gnutls_datum_t *y,
                                  gnutls_datum_t *k);

/**
 * As [`gnutls_privkey_export_ecc_raw`], with flags. Manual: `gnutls_privkey_export_ecc_raw2`.
 */
int gnutls_privkey_export_ecc_raw2(gnutls_privkey_t key,
                                   gnutls_ecc_curve_t *curve,
                                   gnutls_datum_t *x,
                                   gnutls_datum_t *y,
                                   gnutls_datum_t *k,
                                   unsigned int flags);

/**
 * The little-endian numbers of a GOST key, each as long as a coordinate; the caller frees them. Manual: `gnutls_privkey_export_gost_raw2`.
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
 * OpenPGP is not supported any more: `GNUTLS_E_UNIMPLEMENTED_FEATURE`. Manual: `gnutls_privkey_export_openpgp`.
 */
int gnutls_privkey_export_openpgp(gnutls_privkey_t pkey,
                                  gnutls_openpgp_privkey_t *key);

/**
 * The numbers of an RSA key; the caller frees them. Manual: `gnutls_privkey_export_rsa_raw`.
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
 * As [`gnutls_privkey_export_rsa_raw`], with flags. Manual: `gnutls_privkey_export_rsa_raw2`.
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
 * A copy as an X.509 object, which the caller frees. Manual: `gnutls_privkey_export_x509`.
 */
int gnutls_privkey_export_x509(gnutls_privkey_t pkey, gnutls_x509_privkey_t *key);

/**
 * Makes a fresh key. Manual: `gnutls_privkey_generate`.
 */
int gnutls_privkey_generate(gnutls_privkey_t pkey,
                            gnutls_pk_algorithm_t algo,
                            unsigned int bits,
                            unsigned int flags);

/**
 * As `gnutls_x509_privkey_generate2`. Manual: `gnutls_privkey_generate2`.
 */
int gnutls_privkey_generate2(gnutls_privkey_t pkey,
                             gnutls_pk_algorithm_t algo,
                             unsigned int bits,
                             unsigned int flags,
                             const gnutls_keygen_data_st *data,
                             unsigned int data_size);

/**
 * The key's algorithm and bits. Manual: `gnutls_privkey_get_pk_algorithm`.
 */
int gnutls_privkey_get_pk_algorithm(gnutls_privkey_t key, unsigned int *bits);

/**
 * As `gnutls_x509_privkey_get_seed`. Manual: `gnutls_privkey_get_seed`.
 */
int gnutls_privkey_get_seed(gnutls_privkey_t privkey,
                            gnutls_digest_algorithm_t *digest,
                            void *seed,
                            size_t *seed_size);

/**
 * The restrictions of a key. Manual: `gnutls_privkey_get_spki`.
 */
int gnutls_privkey_get_spki(gnutls_privkey_t privkey, gnutls_x509_spki_t spki, unsigned int flags);

/**
 * Who holds the key. Manual: `gnutls_privkey_get_type`.
 */
gnutls_privkey_type_t gnutls_privkey_get_type(gnutls_privkey_t key);

/**
 * A Diffie-Hellman key from its group and numbers; `y` may be NULL.
 * `GNUTLS_E_PK_INVALID_PRIVKEY` for numbers that are no key. Manual: `gnutls_privkey_import_dh_raw`.
 */
int gnutls_privkey_import_dh_raw(gnutls_privkey_t key,
                                 gnutls_dh_params_t params,
                                 const gnutls_datum_t *y,
                                 const gnutls_datum_t *x);

/**
 * A DSA key from its numbers; `y` is made from the others, and may be NULL.
 * `GNUTLS_E_PK_INVALID_PRIVKEY` for numbers that are no key. Manual: `gnutls_privkey_import_dsa_raw`.
 */
int gnutls_privkey_import_dsa_raw(gnutls_privkey_t key,
                                  const gnutls_datum_t *p,
                                  const gnutls_datum_t *q,
                                  const gnutls_datum_t *g,
                                  const gnutls_datum_t *y,
                                  const gnutls_datum_t *x);

/**
 * An elliptic key from its numbers; `x` and `y` are made from `k`, and may be NULL. Manual: `gnutls_privkey_import_ecc_raw`.
 */
int gnutls_privkey_import_ecc_raw(gnutls_privkey_t key,
                                  gnutls_ecc_curve_t curve,
                                  const gnutls_datum_t *x,
                                  const gnutls_datum_t *y,
                                  const gnutls_datum_t *k);

/**
 * A key behind two functions. Manual: `gnutls_privkey_import_ext`.
 */
int gnutls_privkey_import_ext(gnutls_privkey_t pkey,
                              gnutls_pk_algorithm_t pk,
                              void *userdata,
                              gnutls_privkey_sign_func sign_func,
                              gnutls_privkey_decrypt_func decrypt_func,
                              unsigned int flags);

/**
 * As [`gnutls_privkey_import_ext`], with a function that hears of the end. Manual: `gnutls_privkey_import_ext2`.
 */
int gnutls_privkey_import_ext2(gnutls_privkey_t pkey,
                               gnutls_pk_algorithm_t pk,
                               void *userdata,
                               gnutls_privkey_sign_func sign_func,
                               gnutls_privkey_decrypt_func decrypt_func,
                               gnutls_privkey_deinit_func deinit_func,
                               unsigned int flags);

/**
 * A key behind functions, one of which tells its kind. Manual: `gnutls_privkey_import_ext3`.
 */
int gnutls_privkey_import_ext3(gnutls_privkey_t pkey,
                               void *userdata,
                               gnutls_privkey_sign_func sign_func,
                               gnutls_privkey_decrypt_func decrypt_func,
                               gnutls_privkey_deinit_func deinit_func,
                               gnutls_privkey_info_func info_func,
                               unsigned int flags);

/**
 * A key behind functions that know the signature algorithms of TLS 1.3. Manual: `gnutls_privkey_import_ext4`.
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
 * A GOST key from its little-endian numbers; `x` and `y` are made from `k`. Manual: `gnutls_privkey_import_gost_raw`.
 */
int gnutls_privkey_import_gost_raw(gnutls_privkey_t key,
                                   gnutls_ecc_curve_t curve,
                                   gnutls_digest_algorithm_t digest,
                                   gnutls_gost_paramset_t paramset,
                                   const gnutls_datum_t *x,
                                   const gnutls_datum_t *y,
                                   const gnutls_datum_t *k);

/**
 * OpenPGP is not supported any more: `GNUTLS_E_UNIMPLEMENTED_FEATURE`. Manual: `gnutls_privkey_import_openpgp`.
 */
int gnutls_privkey_import_openpgp(gnutls_privkey_t pkey,
                                  gnutls_openpgp_privkey_t key,
                                  unsigned int flags);

/**
 * OpenPGP is not supported any more: `GNUTLS_E_UNIMPLEMENTED_FEATURE`. Manual: `gnutls_privkey_import_openpgp_raw`.
 */
int gnutls_privkey_import_openpgp_raw(gnutls_privkey_t pkey,
                                      const gnutls_datum_t *data,
                                      gnutls_openpgp_crt_fmt_t format,
                                      const unsigned char *keyid,
                                      const char *password);

/**
 * An RSA key from its numbers; `d`, `u`, `e1` and `e2` may be NULL.
 * `GNUTLS_E_PK_INVALID_PRIVKEY` for numbers that are no key. Manual: `gnutls_privkey_import_rsa_raw`.
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
 * Fills a key from a URL. `GNUTLS_E_UNIMPLEMENTED_FEATURE` for modules, TPMs and the system. Manual: `gnutls_privkey_import_url`.
 */
int gnutls_privkey_import_url(gnutls_privkey_t key,
                              const char *url,
                              unsigned int flags);

/**
 * Takes the key of an X.509 object. With `GNUTLS_PRIVKEY_IMPORT_AUTO_RELEASE` the object is freed with this one.
 * Manual: `gnutls_privkey_import_x509`.
 */
int gnutls_privkey_import_x509(gnutls_privkey_t pkey,
                               gnutls_x509_privkey_t key,
                               unsigned int flags);

/**
 * Reads a key in any form. Manual: `gnutls_privkey_import_x509_raw`.
 */
int gnutls_privkey_import_x509_raw(gnutls_privkey_t pkey,
                                   const gnutls_datum_t *data,
                                   gnutls_x509_crt_fmt_t format,
                                   const char *password,
                                   unsigned int flags);

/**
 * Creates an empty key. Manual: `gnutls_privkey_init`.
 */
int gnutls_privkey_init(gnutls_privkey_t *key);

/**
 * `GNUTLS_PRIVKEY_*` flags of the key. Manual: `gnutls_privkey_set_flags`.
 */
void gnutls_privkey_set_flags(gnutls_privkey_t key, unsigned int flags);

/**
 * The function that is asked for the password of an encrypted key. Manual: `gnutls_privkey_set_pin_function`.
 */
void gnutls_privkey_set_pin_function(gnutls_privkey_t key, gnutls_pin_callback_t fn_, void *userdata);

/**
 * Restricts an RSA key. Manual: `gnutls_privkey_set_spki`.
 */
int gnutls_privkey_set_spki(gnutls_privkey_t privkey, gnutls_x509_spki_t spki, unsigned int flags);

/**
 * Signs data with the key's own algorithm and this hash; the caller frees the signature.
 * `GNUTLS_E_INVALID_REQUEST` for a hash that the key does not sign, and for flags of another kind of key.
 * Manual: `gnutls_privkey_sign_data`.
 */
int gnutls_privkey_sign_data(gnutls_privkey_t signer,
                             gnutls_digest_algorithm_t hash,
                             unsigned int flags,
                             const gnutls_datum_t *data,
                             gnutls_datum_t *signature);

/**
 * Signs data with this algorithm; the caller frees the signature. Manual: `gnutls_privkey_sign_data2`.
 */
int gnutls_privkey_sign_data2(gnutls_privkey_t signer,
                              gnutls_sign_algorithm_t algo,
                              unsigned int flags,
                              const gnutls_datum_t *data,
                              gnutls_datum_t *signature);

/**
 * Signs a digest with the key's own algorithm; the caller frees the signature. With hash 0, and with
 * `GNUTLS_PRIVKEY_SIGN_FLAG_TLS1_RSA`, RSA pads the bytes as they are; DSA and ECDSA then know a digest by its length.
 * Manual: `gnutls_privkey_sign_hash`.
 */
int gnutls_privkey_sign_hash(gnutls_privkey_t signer,
                             gnutls_digest_algorithm_t hash_algo,
                             unsigned int flags,
                             const gnutls_datum_t *hash_data,
                             gnutls_datum_t *signature);

/**
 * Signs a digest with this algorithm; the caller frees the signature. Manual: `gnutls_privkey_sign_hash2`.
 */
int gnutls_privkey_sign_hash2(gnutls_privkey_t signer,
                              gnutls_sign_algorithm_t algo,
                              unsigned int flags,
                              const gnutls_datum_t *hash_data,
                              gnutls_datum_t *signature);

/**
 * 1 if the key can be used: only one behind a token can have gone. Manual: `gnutls_privkey_status`.
 */
int gnutls_privkey_status(gnutls_privkey_t key);

/**
 * 0 if the numbers of the key belong together. Manual: `gnutls_privkey_verify_params`.
 */
int gnutls_privkey_verify_params(gnutls_privkey_t key);

/**
 * As `gnutls_x509_privkey_verify_seed`. Manual: `gnutls_privkey_verify_seed`.
 */
int gnutls_privkey_verify_seed(gnutls_privkey_t key,
                               gnutls_digest_algorithm_t digest,
                               const void *seed,
                               size_t seed_size);

/**
 * Frees a key. Manual: `gnutls_pubkey_deinit`.
 */
void gnutls_pubkey_deinit(gnutls_pubkey_t key);

/**
 * Encrypts to an RSA key: PKCS #1 v1.5, or OAEP with a key of that. The caller frees the result.
 * `GNUTLS_E_INVALID_REQUEST` for another kind, `GNUTLS_E_ENCRYPTION_FAILED` for what is too long.
 * Manual: `gnutls_pubkey_encrypt_data`.
 */
int gnutls_pubkey_encrypt_data(gnutls_pubkey_t key,
                               unsigned int flags,
                               const gnutls_datum_t *plaintext,
                               gnutls_datum_t *ciphertext);

/**
 * The SubjectPublicKeyInfo in DER or PEM. Manual: `gnutls_pubkey_export`.
 */
int gnutls_pubkey_export(gnutls_pubkey_t key,
                         gnutls_x509_crt_fmt_t format,
                         void *output_data,
                         size_t *output_data_size);

/**
 * The SubjectPublicKeyInfo in DER or PEM; the caller frees it. Manual: `gnutls_pubkey_export2`.
 */
int gnutls_pubkey_export2(gnutls_pubkey_t key, gnutls_x509_crt_fmt_t format, gnutls_datum_t *out);

/**
 * The public number of a Diffie-Hellman key, its group into `params`; each may be NULL. Manual: `gnutls_pubkey_export_dh_raw`.
 */
int gnutls_pubkey_export_dh_raw(gnutls_pubkey_t key,
                                gnutls_dh_params_t params,
                                gnutls_datum_t *y,
                                unsigned int flags);

/**
 * The numbers of a DSA key; the caller frees them. Manual: `gnutls_pubkey_export_dsa_raw`.
 */
int gnutls_pubkey_export_dsa_raw(gnutls_pubkey_t key,
                                 gnutls_datum_t *p,
                                 gnutls_datum_t *q,
                                 gnutls_datum_t *g,
                                 gnutls_datum_t *y);

/**
 * As [`gnutls_pubkey_export_dsa_raw`], with flags. Manual: `gnutls_pubkey_export_dsa_raw2`.
 */
int gnutls_pubkey_export_dsa_raw2(gnutls_pubkey_t key,
                                  gnutls_datum_t *p,
                                  gnutls_datum_t *q,
                                  gnutls_datum_t *g,
                                  gnutls_datum_t *y,
                                  unsigned int flags);

/**
 * Curve and coordinates; the caller frees them. Manual: `gnutls_pubkey_export_ecc_raw`.
 */
int gnutls_pubkey_export_ecc_raw(gnutls_pubkey_t key,
                                 gnutls_ecc_curve_t *curve,
                                 gnutls_datum_t *x,
                                 gnutls_datum_t *y);

/**
 * As [`gnutls_pubkey_export_ecc_raw`], with flags. Manual: `gnutls_pubkey_export_ecc_raw2`.
 */
int gnutls_pubkey_export_ecc_raw2(gnutls_pubkey_t key,
                                  gnutls_ecc_curve_t *curve,
                                  gnutls_datum_t *x,
                                  gnutls_datum_t *y,
                                  unsigned int flags);

/**
 * The key in the form of ANSI X9.62; the caller frees both parts. Manual: `gnutls_pubkey_export_ecc_x962`.
 */
int gnutls_pubkey_export_ecc_x962(gnutls_pubkey_t key, gnutls_datum_t *parameters, gnutls_datum_t *ecpoint);

/**
 * Parameters and little-endian coordinates, each as long as the curve has them; the caller frees them. Manual: `gnutls_pubkey_export_gost_raw2`.
 */
int gnutls_pubkey_export_gost_raw2(gnutls_pubkey_t key,
                                   gnutls_ecc_curve_t *curve,
                                   gnutls_digest_algorithm_t *digest,
                                   gnutls_gost_paramset_t *paramset,
                                   gnutls_datum_t *x,
                                   gnutls_datum_t *y,
                                   unsigned int flags);

/**
 * Modulus and exponent; the caller frees them. Manual: `gnutls_pubkey_export_rsa_raw`.
 */
int gnutls_pubkey_export_rsa_raw(gnutls_pubkey_t key, gnutls_datum_t *m, gnutls_datum_t *e);

/**
 * As [`gnutls_pubkey_export_rsa_raw`], with flags. Manual: `gnutls_pubkey_export_rsa_raw2`.
 */
int gnutls_pubkey_export_rsa_raw2(gnutls_pubkey_t key,
                                  gnutls_datum_t *m,
                                  gnutls_datum_t *e,
                                  unsigned int flags);

/**
 * The key's identifier. Manual: `gnutls_pubkey_get_key_id`.
 */
int gnutls_pubkey_get_key_id(gnutls_pubkey_t key,
                             unsigned int flags,
                             unsigned char *output_data,
                             size_t *output_data_size);

/**
 * What the key may be used for, 0 for anything. Manual: `gnutls_pubkey_get_key_usage`.
 */
int gnutls_pubkey_get_key_usage(gnutls_pubkey_t key, unsigned int *usage);

/**
 * OpenPGP is not supported any more: `GNUTLS_E_UNIMPLEMENTED_FEATURE`. Manual: `gnutls_pubkey_get_openpgp_key_id`.
 */
int gnutls_pubkey_get_openpgp_key_id(gnutls_pubkey_t key,
                                     unsigned int flags,
                                     unsigned char *output_data,
                                     size_t *output_data_size,
                                     unsigned int *subkey);

/**
 * The key's algorithm and bits; an empty key has algorithm 0. Manual: `gnutls_pubkey_get_pk_algorithm`.
 */
int gnutls_pubkey_get_pk_algorithm(gnutls_pubkey_t key, unsigned int *bits);

/**
 * The hash that fits the key, and whether it must be this one. `GNUTLS_E_INTERNAL_ERROR` for a key that does not sign.
 * Manual: `gnutls_pubkey_get_preferred_hash_algorithm`.
 */
int gnutls_pubkey_get_preferred_hash_algorithm(gnutls_pubkey_t key,
                                               gnutls_digest_algorithm_t *hash,
                                               unsigned int *mand);

/**
 * The restrictions of a key. Manual: `gnutls_pubkey_get_spki`.
 */
int gnutls_pubkey_get_spki(gnutls_pubkey_t pubkey, gnutls_x509_spki_t spki, unsigned int flags);

/**
 * A SubjectPublicKeyInfo in DER or PEM (label `PUBLIC KEY`). Manual: `gnutls_pubkey_import`.
 */
int gnutls_pubkey_import(gnutls_pubkey_t key, const gnutls_datum_t *data, gnutls_x509_crt_fmt_t format);

/**
 * A Diffie-Hellman key from its group and public number. Manual: `gnutls_pubkey_import_dh_raw`.
 */
int gnutls_pubkey_import_dh_raw(gnutls_pubkey_t key, gnutls_dh_params_t params, const gnutls_datum_t *y);

/**
 * A DSA key from its numbers. Manual: `gnutls_pubkey_import_dsa_raw`.
 */
int gnutls_pubkey_import_dsa_raw(gnutls_pubkey_t key,
                                 const gnutls_datum_t *p,
                                 const gnutls_datum_t *q,
                                 const gnutls_datum_t *g,
                                 const gnutls_datum_t *y);

/**
 * An elliptic key from its coordinates; of EdDSA and XDH the bytes are in `x`. Manual: `gnutls_pubkey_import_ecc_raw`.
 */
int gnutls_pubkey_import_ecc_raw(gnutls_pubkey_t key,
                                 gnutls_ecc_curve_t curve,
                                 const gnutls_datum_t *x,
                                 const gnutls_datum_t *y);

/**
 * An elliptic key in the form of ANSI X9.62: the DER of its curve, and of its point as an octet string. Manual: `gnutls_pubkey_import_ecc_x962`.
 */
int gnutls_pubkey_import_ecc_x962(gnutls_pubkey_t key,
                                  const gnutls_datum_t *parameters,
                                  const gnutls_datum_t *ecpoint);

/**
 * A GOST key from its little-endian coordinates. Manual: `gnutls_pubkey_import_gost_raw`.
 */
int gnutls_pubkey_import_gost_raw(gnutls_pubkey_t key,
                                  gnutls_ecc_curve_t curve,
                                  gnutls_digest_algorithm_t digest,
                                  gnutls_gost_paramset_t paramset,
                                  const gnutls_datum_t *x,
                                  const gnutls_datum_t *y);

/**
 * OpenPGP is not supported any more: `GNUTLS_E_UNIMPLEMENTED_FEATURE`. Manual: `gnutls_pubkey_import_openpgp`.
 */
int gnutls_pubkey_import_openpgp(gnutls_pubkey_t key,
                                 gnutls_openpgp_crt_t crt,
                                 unsigned int flags);

/**
 * OpenPGP is not supported any more: `GNUTLS_E_UNIMPLEMENTED_FEATURE`. Manual: `gnutls_pubkey_import_openpgp_raw`.
 */
int gnutls_pubkey_import_openpgp_raw(gnutls_pubkey_t pkey,
                                     const gnutls_datum_t *data,
                                     gnutls_openpgp_crt_fmt_t format,
                                     const unsigned char *keyid,
                                     unsigned int flags);

/**
 * The public half of a private key. Manual: `gnutls_pubkey_import_privkey`.
 */
int gnutls_pubkey_import_privkey(gnutls_pubkey_t key,
                                 gnutls_privkey_t pkey,
                                 unsigned int usage,
                                 unsigned int flags);

/**
 * An RSA key from its numbers. Manual: `gnutls_pubkey_import_rsa_raw`.
 */
int gnutls_pubkey_import_rsa_raw(gnutls_pubkey_t key, const gnutls_datum_t *m, const gnutls_datum_t *e);

/**
 * Fills a public key from a URL; errors as `gnutls_privkey_import_url`. Manual: `gnutls_pubkey_import_url`.
 */
int gnutls_pubkey_import_url(gnutls_pubkey_t key, const char *url, unsigned int flags);

/**
 * The key of a certificate, with its usage. Manual: `gnutls_pubkey_import_x509`.
 */
int gnutls_pubkey_import_x509(gnutls_pubkey_t key, gnutls_x509_crt_t crt, unsigned int flags);

/**
 * The key of a request, with its usage. Manual: `gnutls_pubkey_import_x509_crq`.
 */
int gnutls_pubkey_import_x509_crq(gnutls_pubkey_t key, gnutls_x509_crq_t crq, unsigned int flags);

/**
 * The key of a certificate in DER or PEM. Manual: `gnutls_pubkey_import_x509_raw`.
 */
int gnutls_pubkey_import_x509_raw(gnutls_pubkey_t pkey,
                                  const gnutls_datum_t *data,
                                  gnutls_x509_crt_fmt_t format,
                                  unsigned int flags);

/**
 * Creates an empty key. Manual: `gnutls_pubkey_init`.
 */
int gnutls_pubkey_init(gnutls_pubkey_t *key);

/**
 * The key for people to read; the caller frees it. Manual: `gnutls_pubkey_print`.
 */
int gnutls_pubkey_print(gnutls_pubkey_t pubkey,
                        gnutls_certificate_print_formats_t format,
                        gnutls_datum_t *out);

/**
 * Says what the key may be used for. Manual: `gnutls_pubkey_set_key_usage`.
 */
int gnutls_pubkey_set_key_usage(gnutls_pubkey_t key, unsigned int usage);

/**
 * The function that modules and TPMs would ask for a PIN: none of them is here, and the kinds of URL that an application
 * registers ask for themselves. Manual: `gnutls_pubkey_set_pin_function`.
 */
void gnutls_pubkey_set_pin_function(gnutls_pubkey_t key,
                                    gnutls_pin_callback_t fn_,
                                    void *userdata);

/**
 * Restricts an RSA key. Manual: `gnutls_pubkey_set_spki`.
 */
int gnutls_pubkey_set_spki(gnutls_pubkey_t pubkey, gnutls_x509_spki_t spki, unsigned int flags);

/**
 * 0 if the signature over the data is good, else `GNUTLS_E_PK_SIG_VERIFY_FAILED`. Manual: `gnutls_pubkey_verify_data2`.
 */
int gnutls_pubkey_verify_data2(gnutls_pubkey_t pubkey,
                               gnutls_sign_algorithm_t algo,
                               unsigned int flags,
                               const gnutls_datum_t *data,
                               const gnutls_datum_t *signature);

/**
 * As [`gnutls_pubkey_verify_data2`], over a digest; with `GNUTLS_VERIFY_USE_TLS1_RSA` over bytes that RSA padded as they
 * are. A good signature over a digest is 1, as in 3.8.13; over padded bytes 0.
 * `GNUTLS_E_INVALID_REQUEST` for a kind of key that signs messages alone. Manual: `gnutls_pubkey_verify_hash2`.
 */
int gnutls_pubkey_verify_hash2(gnutls_pubkey_t key,
                               gnutls_sign_algorithm_t algo,
                               unsigned int flags,
                               const gnutls_datum_t *hash,
                               const gnutls_datum_t *signature);

/**
 * 0 if the key is sound: one that is not is never imported. `GNUTLS_E_INVALID_REQUEST` for X25519 and X448. Manual: `gnutls_pubkey_verify_params`.
 */
int gnutls_pubkey_verify_params(gnutls_pubkey_t key);

/**
 * As [`gnutls_x509_crl_sign2`], with a key of any kind. Manual: `gnutls_x509_crl_privkey_sign`.
 */
int gnutls_x509_crl_privkey_sign(gnutls_x509_crl_t crl,
                                 gnutls_x509_crt_t issuer,
                                 gnutls_privkey_t issuer_key,
                                 gnutls_digest_algorithm_t dig,
                                 unsigned int flags);

/**
 * As [`gnutls_x509_crq_sign2`], with a key of any kind. Manual: `gnutls_x509_crq_privkey_sign`.
 */
int gnutls_x509_crq_privkey_sign(gnutls_x509_crq_t crq,
                                 gnutls_privkey_t key,
                                 gnutls_digest_algorithm_t dig,
                                 unsigned int flags);

/**
 * Sets the key. Manual: `gnutls_x509_crq_set_pubkey`.
 */
int gnutls_x509_crq_set_pubkey(gnutls_x509_crq_t crq, gnutls_pubkey_t key);

/**
 * As [`gnutls_x509_crt_sign2`], with a key of any kind. Manual: `gnutls_x509_crt_privkey_sign`.
 */
int gnutls_x509_crt_privkey_sign(gnutls_x509_crt_t crt,
                                 gnutls_x509_crt_t issuer,
                                 gnutls_privkey_t issuer_key,
                                 gnutls_digest_algorithm_t dig,
                                 unsigned int flags);

/**
 * Sets the public key. Manual: `gnutls_x509_crt_set_pubkey`.
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
