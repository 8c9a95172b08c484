/* compat.h of gnutls-rs, written by tools/headers: do not edit. */

#ifndef GNUTLS_COMPAT_H
#define GNUTLS_COMPAT_H


#ifdef __cplusplus
extern "C" {
#endif

#define GNUTLS_A_MISSING_SRP_USERNAME 115
#define GNUTLS_A_UNKNOWN_SRP_USERNAME 115
#define GNUTLS_OPENPGP_KEY 0
#define GNUTLS_OPENPGP_KEY_FINGERPRINT 1
#define GNUTLS_SUPPLEMENTAL_USER_MAPPING_DATA 0
#define GNUTLS_VERIFY_ALLOW_X509_V1_CA_CRT 0
#define GNUTLS_X509_CRT_FULL 0
#define GNUTLS_X509_CRT_ONELINE 1
#define GNUTLS_X509_CRT_UNSIGNED_FULL 2
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
 * - `session`: not used
 *
 * Returns `GNUTLS_COMP_NULL`.
 *
 * Manual: `gnutls_compression_get`.
 */
gnutls_compression_method_t gnutls_compression_get(gnutls_session_t session);

/**
 * Returns the number of a compression method of records by its name.
 *
 * There is one name, `NULL` as a text, in upper or lower case: TLS does not compress any more.
 *
 * - `name`: the name, NUL-terminated; a NULL pointer names nothing
 *
 * Returns `GNUTLS_COMP_NULL`, or `GNUTLS_COMP_UNKNOWN` (0) for any other name.
 *
 * It may be called from any thread. Manual: `gnutls_compression_get_id`.
 */
gnutls_compression_method_t gnutls_compression_get_id(const char *name);

/**
 * Returns the name of a compression method of records.
 *
 * There is one, `GNUTLS_COMP_NULL`, which compresses nothing. The string is constant and not to be
 * freed.
 *
 * - `algorithm`: a `gnutls_compression_method_t`
 *
 * Returns `NULL` as a text, or a NULL pointer for any other number.
 *
 * It may be called from any thread. Manual: `gnutls_compression_get_name`.
 */
const char *gnutls_compression_get_name(gnutls_compression_method_t algorithm);

/**
 * Returns the compression methods of records that the library knows, as a list of numbers.
 *
 * There is one, `GNUTLS_COMP_NULL`, which compresses nothing. The list is constant and not to be
 * freed.
 *
 * Returns an array of `gnutls_compression_method_t` that ends with 0.
 *
 * It may be called from any thread. Manual: `gnutls_compression_list`.
 */
const gnutls_compression_method_t *gnutls_compression_list(void);

/**
 * Does nothing: the functions by which memory is allocated are not replaced here.
 *
 * What a caller frees with `gnutls_free` comes from the function that the variable `gnutls_malloc`
 * names. A program that replaces both variables before any other call has its own functions used for
 * these.
 *
 * - `alloc_func`: not used
 * - `secure_alloc_func`: not used
 * - `is_secure_func`: not used
 * - `realloc_func`: not used
 * - `free_func`: not used
 *
 * Deprecated, without effect since 3.3.0. Manual: `gnutls_global_set_mem_functions`.
 */
void gnutls_global_set_mem_functions(gnutls_alloc_function alloc_func,
                                     gnutls_alloc_function secure_alloc_func,
                                     gnutls_is_secure_function is_secure_func,
                                     gnutls_realloc_function realloc_func,
                                     gnutls_free_function free_func);

/**
 * Gives the compression methods of a priority handle: `GNUTLS_COMP_NULL` alone.
 *
 * Records are never compressed, whatever the priority string says. The list is constant and not to be
 * freed.
 *
 * - `pcache`: not used
 * - `list`: takes a pointer to one `gnutls_compression_method_t` number; NULL if it is not wanted
 *
 * Returns 1.
 *
 * Since 3.0. Manual: `gnutls_priority_compression_list`.
 */
int gnutls_priority_compression_list(gnutls_priority_t pcache, const unsigned int **list);

/**
 * Gives the randoms of the ClientHello and the ServerHello.
 *
 * The client's names the session in a key log. The bytes belong to the session and are not to be freed
 * or changed; they keep their address until `gnutls_deinit`, and their content is renewed by the next
 * call.
 *
 * - `session`: a session; with NULL nothing is written
 * - `client`: takes 32 bytes, zeros before the hello; NULL if they are not wanted
 * - `server`: takes 32 bytes, zeros before the hello; NULL if they are not wanted
 *
 * Since 3.0. Manual: `gnutls_session_get_random`.
 */
void gnutls_session_get_random(gnutls_session_t session, gnutls_datum_t *client, gnutls_datum_t *server);

/**
 * Returns the digest that fits the key of a certificate best.
 *
 * Deprecated: `gnutls_pubkey_get_preferred_hash_algorithm` does the same for keys of any origin.
 *
 * - `crt`: the certificate
 * - `hash`: takes the digest; may be NULL
 * - `mand`: takes 1 if the key signs with no other digest, else 0; may be NULL
 *
 * Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
 * - `GNUTLS_E_ASN1_VALUE_NOT_FOUND`: the certificate has no key yet
 * - `GNUTLS_E_INVALID_REQUEST`: `crt` is NULL
 * - codes of `gnutls_x509_crt_get_pk_algorithm`, if the key cannot be read
 *
 * Since 2.12.0. Manual: `gnutls_x509_crt_get_preferred_hash_algorithm`.
 */
int gnutls_x509_crt_get_preferred_hash_algorithm(gnutls_x509_crt_t crt,
                                                 gnutls_digest_algorithm_t *hash,
                                                 unsigned int *mand);

/* Not written yet: these fail as their manual pages have it. */
int gnutls_openpgp_privkey_sign_hash(gnutls_openpgp_privkey_t key, const gnutls_datum_t *hash, gnutls_datum_t *signature);
int gnutls_x509_privkey_sign_hash(gnutls_x509_privkey_t key, const gnutls_datum_t *hash, gnutls_datum_t *signature);

#ifdef __cplusplus
}
#endif

#endif
