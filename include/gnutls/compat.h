/* compat.h of gnutls-rs, written by tools/headers: do not edit. */
/**
 * @file gnutls/compat.h
 *
 * Names of older releases; gnutls.h includes it.
 */

#ifndef GNUTLS_COMPAT_H
#define GNUTLS_COMPAT_H


#ifdef __cplusplus
extern "C" {
#endif

#define GNUTLS_SUPPLEMENTAL_USER_MAPPING_DATA 0
#define GNUTLS_VERIFY_ALLOW_X509_V1_CA_CRT 0
#define LIBGNUTLS_VERSION_MAJOR 3
#define LIBGNUTLS_VERSION_MINOR 8
#define LIBGNUTLS_VERSION_NUMBER 198669
#define LIBGNUTLS_VERSION_PATCH 13
#define _GNUTLS_GCC_VERSION 120200

typedef gnutls_alert_description_t gnutls_alert_description;

typedef gnutls_alert_level_t gnutls_alert_level;

typedef gnutls_anon_client_credentials_t gnutls_anon_client_credentials;

typedef gnutls_anon_server_credentials_t gnutls_anon_server_credentials;

typedef gnutls_certificate_credentials_t gnutls_certificate_credentials;

typedef gnutls_certificate_request_t gnutls_certificate_request;

typedef gnutls_certificate_status_t gnutls_certificate_status;

typedef gnutls_certificate_type_t gnutls_certificate_type;

typedef gnutls_cipher_algorithm_t gnutls_cipher_algorithm;

typedef gnutls_close_request_t gnutls_close_request;

typedef gnutls_compression_method_t gnutls_compression_method;

typedef gnutls_connection_end_t gnutls_connection_end;

typedef gnutls_credentials_type_t gnutls_credentials_type;

typedef gnutls_datum_t gnutls_datum;

typedef gnutls_dh_params_t gnutls_dh_params;

typedef gnutls_digest_algorithm_t gnutls_digest_algorithm;

typedef gnutls_kx_algorithm_t gnutls_kx_algorithm;

typedef gnutls_mac_algorithm_t gnutls_mac_algorithm;

typedef gnutls_openpgp_crt_status_t gnutls_openpgp_key_status_t;

typedef gnutls_openpgp_crt_t gnutls_openpgp_key_t;

typedef gnutls_openpgp_keyring_t gnutls_openpgp_keyring;

typedef gnutls_openpgp_privkey_t gnutls_openpgp_privkey;

typedef gnutls_params_type_t gnutls_params_type;

typedef gnutls_pk_algorithm_t gnutls_pk_algorithm;

typedef gnutls_rsa_params_t gnutls_rsa_params;

typedef gnutls_session_t gnutls_session;

typedef gnutls_sign_algorithm_t gnutls_sign_algorithm;

typedef gnutls_srp_client_credentials_t gnutls_srp_client_credentials;

typedef gnutls_srp_server_credentials_t gnutls_srp_server_credentials;

typedef gnutls_transport_ptr_t gnutls_transport_ptr;

typedef gnutls_x509_crl_t gnutls_x509_crl;

typedef gnutls_x509_crq_t gnutls_x509_crq;

typedef gnutls_x509_crt_fmt_t gnutls_x509_crt_fmt;

typedef gnutls_x509_crt_t gnutls_x509_crt;

typedef gnutls_x509_privkey_t gnutls_x509_privkey;

typedef gnutls_x509_subject_alt_name_t gnutls_x509_subject_alt_name;

/* Other names of enumerators. */
#define GNUTLS_A_MISSING_SRP_USERNAME GNUTLS_A_UNKNOWN_PSK_IDENTITY
#define GNUTLS_A_UNKNOWN_SRP_USERNAME GNUTLS_A_UNKNOWN_PSK_IDENTITY
#define GNUTLS_OPENPGP_KEY GNUTLS_OPENPGP_CERT
#define GNUTLS_OPENPGP_KEY_FINGERPRINT GNUTLS_OPENPGP_CERT_FINGERPRINT
#define GNUTLS_X509_CRT_FULL GNUTLS_CRT_PRINT_FULL
#define GNUTLS_X509_CRT_ONELINE GNUTLS_CRT_PRINT_ONELINE
#define GNUTLS_X509_CRT_UNSIGNED_FULL GNUTLS_CRT_PRINT_UNSIGNED_FULL

/* Macros with arguments, and names that stand for others. */
#define LIBGNUTLS_EXTRA_VERSION GNUTLS_VERSION
#define LIBGNUTLS_VERSION GNUTLS_VERSION
#define gnutls_openpgp_crt_get_id gnutls_openpgp_crt_get_key_id
#define gnutls_openpgp_key_check_hostname gnutls_openpgp_crt_check_hostname
#define gnutls_openpgp_key_deinit gnutls_openpgp_crt_deinit
#define gnutls_openpgp_key_export gnutls_openpgp_crt_export
#define gnutls_openpgp_key_get_creation_time gnutls_openpgp_crt_get_creation_time
#define gnutls_openpgp_key_get_expiration_time gnutls_openpgp_crt_get_expiration_time
#define gnutls_openpgp_key_get_fingerprint gnutls_openpgp_crt_get_fingerprint
#define gnutls_openpgp_key_get_id gnutls_openpgp_crt_get_id
#define gnutls_openpgp_key_get_key_usage gnutls_openpgp_crt_get_key_usage
#define gnutls_openpgp_key_get_name gnutls_openpgp_crt_get_name
#define gnutls_openpgp_key_get_pk_algorithm gnutls_openpgp_crt_get_pk_algorithm
#define gnutls_openpgp_key_get_version gnutls_openpgp_crt_get_version
#define gnutls_openpgp_key_import gnutls_openpgp_crt_import
#define gnutls_openpgp_key_init gnutls_openpgp_crt_init
#define gnutls_openpgp_send_key gnutls_openpgp_send_cert

/**
 * Tells the compression of records: there is none.
 *
 * TLS 1.3 has no compression, and with older versions it leaks secrets by the length of records. The
 * library never negotiates it.
 *
 * @param session not used
 *
 * @return `GNUTLS_COMP_NULL`.
 */
gnutls_compression_method_t gnutls_compression_get(gnutls_session_t session);

/**
 * Returns the number of a compression method of records by its name.
 *
 * There is one name, `NULL` as a text, in upper or lower case: TLS does not compress any more.
 *
 * @param name the name, NUL-terminated; a NULL pointer names nothing
 *
 * @return `GNUTLS_COMP_NULL`, or `GNUTLS_COMP_UNKNOWN` (0) for any other name.
 *
 * It may be called from any thread.
 */
gnutls_compression_method_t gnutls_compression_get_id(const char *name);

/**
 * Returns the name of a compression method of records.
 *
 * There is one, `GNUTLS_COMP_NULL`, which compresses nothing. The string is constant and not to be
 * freed.
 *
 * @param algorithm a `gnutls_compression_method_t`
 *
 * @return `NULL` as a text, or a NULL pointer for any other number.
 *
 * It may be called from any thread.
 */
const char *gnutls_compression_get_name(gnutls_compression_method_t algorithm);

/**
 * Returns the compression methods of records that the library knows, as a list of numbers.
 *
 * There is one, `GNUTLS_COMP_NULL`, which compresses nothing. The list is constant and not to be
 * freed.
 *
 * @return an array of `gnutls_compression_method_t` that ends with 0.
 *
 * It may be called from any thread.
 */
const gnutls_compression_method_t *gnutls_compression_list(void);

/**
 * Does nothing: the functions by which memory is allocated are not replaced here.
 *
 * What a caller frees with `gnutls_free` comes from the function that the variable `gnutls_malloc`
 * names. A program that replaces both variables before any other call has its own functions used for
 * these.
 *
 * Deprecated, without effect since 3.3.0.
 *
 * @param alloc_func not used
 * @param secure_alloc_func not used
 * @param is_secure_func not used
 * @param realloc_func not used
 * @param free_func not used
 */
void gnutls_global_set_mem_functions(gnutls_alloc_function alloc_func,
                                     gnutls_alloc_function secure_alloc_func,
                                     gnutls_is_secure_function is_secure_func,
                                     gnutls_realloc_function realloc_func,
                                     gnutls_free_function free_func);

/**
 * Signs a hash with an OpenPGP private key: not possible any more, as in GnuTLS since 3.6.0.
 *
 * @param key,hash,signature not used
 *
 * @return `GNUTLS_E_UNIMPLEMENTED_FEATURE`, always.
 *
 * Header: `gnutls/compat.h`.
 */
int gnutls_openpgp_privkey_sign_hash(gnutls_openpgp_privkey_t key,
                                     const gnutls_datum_t *hash,
                                     gnutls_datum_t *signature);

/**
 * Gives the compression methods of a priority handle: `GNUTLS_COMP_NULL` alone.
 *
 * Records are never compressed, whatever the priority string says. The list is constant and not to be
 * freed.
 *
 * @param pcache not used
 * @param list takes a pointer to one `gnutls_compression_method_t` number; NULL if it is not wanted
 *
 * @return 1.
 *
 * @since 3.0
 */
int gnutls_priority_compression_list(gnutls_priority_t pcache, const unsigned int **list);

/**
 * Gives the randoms of the ClientHello and the ServerHello.
 *
 * The client's names the session in a key log. The bytes belong to the session and are not to be freed
 * or changed; they keep their address until `gnutls_deinit`, and their content is renewed by the next
 * call.
 *
 * @param session a session; with NULL nothing is written
 * @param client takes 32 bytes, zeros before the hello; NULL if they are not wanted
 * @param server takes 32 bytes, zeros before the hello; NULL if they are not wanted
 *
 * @since 3.0
 */
void gnutls_session_get_random(gnutls_session_t session, gnutls_datum_t *client, gnutls_datum_t *server);

/**
 * Returns the digest that fits the key of a certificate best.
 *
 * Deprecated: `gnutls_pubkey_get_preferred_hash_algorithm` does the same for keys of any origin.
 *
 * @param crt the certificate
 * @param hash takes the digest; may be NULL
 * @param mand takes 1 if the key signs with no other digest, else 0; may be NULL
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code:
 * - codes of `gnutls_x509_crt_get_pk_algorithm`, if the key cannot be read
 * @retval GNUTLS_E_ASN1_VALUE_NOT_FOUND the certificate has no key yet
 * @retval GNUTLS_E_INVALID_REQUEST `crt` is NULL
 *
 * @since 2.12.0
 */
int gnutls_x509_crt_get_preferred_hash_algorithm(gnutls_x509_crt_t crt,
                                                 gnutls_digest_algorithm_t *hash,
                                                 unsigned int *mand);

/**
 * Signs bytes that are taken as they are: an RSA key pads them, DSA and ECDSA take a digest.
 *
 * `gnutls_privkey_sign_hash` does the same with keys of every kind.
 *
 * @param key a key of RSA, DSA or ECDSA
 * @param hash the bytes, for RSA a DigestInfo, for DSA and ECDSA a digest of 20 bytes or more
 * @param signature takes the signature, in new memory; the caller frees its `data` with `gnutls_free`
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_PK_SIGN_FAILED the signature was not made, as when the bytes are too long for the
 *   key
 * @retval GNUTLS_E_INVALID_REQUEST a pointer is NULL, the key is empty or of another kind, or no
 *   digest has this length
 *
 * Deprecated since 2.12.0: `gnutls_privkey_sign_hash`.
 */
int gnutls_x509_privkey_sign_hash(gnutls_x509_privkey_t key,
                                  const gnutls_datum_t *hash,
                                  gnutls_datum_t *signature);

#ifdef __cplusplus
}
#endif

#endif
