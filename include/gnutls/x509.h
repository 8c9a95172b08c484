/* x509.h of gnutls-rs, written by tools/headers: do not edit. */
/**
 * @file gnutls/x509.h
 *
 * Certificates, requests, revocation lists, private keys and trust (RFC 5280).
 */

#ifndef GNUTLS_X509_H
#define GNUTLS_X509_H

#include <gnutls/gnutls.h>

#ifdef __cplusplus
extern "C" {
#endif

#define GNUTLS_KP_ANY "2.5.29.37.0"
#define GNUTLS_KP_CODE_SIGNING "1.3.6.1.5.5.7.3.3"
#define GNUTLS_KP_EMAIL_PROTECTION "1.3.6.1.5.5.7.3.4"
#define GNUTLS_KP_IPSEC_IKE "1.3.6.1.5.5.7.3.17"
#define GNUTLS_KP_MS_SMART_CARD_LOGON "1.3.6.1.4.1.311.20.2.2"
#define GNUTLS_KP_OCSP_SIGNING "1.3.6.1.5.5.7.3.9"
#define GNUTLS_KP_TIME_STAMPING "1.3.6.1.5.5.7.3.8"
#define GNUTLS_KP_TLS_WWW_CLIENT "1.3.6.1.5.5.7.3.2"
#define GNUTLS_KP_TLS_WWW_SERVER "1.3.6.1.5.5.7.3.1"
#define GNUTLS_OID_AD_CAISSUERS "1.3.6.1.5.5.7.48.2"
#define GNUTLS_OID_AD_OCSP "1.3.6.1.5.5.7.48.1"
#define GNUTLS_OID_AIA "1.3.6.1.5.5.7.1.1"
#define GNUTLS_OID_LDAP_DC "0.9.2342.19200300.100.1.25"
#define GNUTLS_OID_LDAP_UID "0.9.2342.19200300.100.1.1"
#define GNUTLS_OID_PKCS9_EMAIL "1.2.840.113549.1.9.1"
#define GNUTLS_OID_PKIX_COUNTRY_OF_CITIZENSHIP "1.3.6.1.5.5.7.9.4"
#define GNUTLS_OID_PKIX_COUNTRY_OF_RESIDENCE "1.3.6.1.5.5.7.9.5"
#define GNUTLS_OID_PKIX_DATE_OF_BIRTH "1.3.6.1.5.5.7.9.1"
#define GNUTLS_OID_PKIX_GENDER "1.3.6.1.5.5.7.9.3"
#define GNUTLS_OID_PKIX_PLACE_OF_BIRTH "1.3.6.1.5.5.7.9.2"
#define GNUTLS_OID_X520_COMMON_NAME "2.5.4.3"
#define GNUTLS_OID_X520_COUNTRY_NAME "2.5.4.6"
#define GNUTLS_OID_X520_DN_QUALIFIER "2.5.4.46"
#define GNUTLS_OID_X520_GENERATION_QUALIFIER "2.5.4.44"
#define GNUTLS_OID_X520_GIVEN_NAME "2.5.4.42"
#define GNUTLS_OID_X520_INITIALS "2.5.4.43"
#define GNUTLS_OID_X520_LOCALITY_NAME "2.5.4.7"
#define GNUTLS_OID_X520_NAME "2.5.4.41"
#define GNUTLS_OID_X520_ORGANIZATIONAL_UNIT_NAME "2.5.4.11"
#define GNUTLS_OID_X520_ORGANIZATION_NAME "2.5.4.10"
#define GNUTLS_OID_X520_POSTALCODE "2.5.4.17"
#define GNUTLS_OID_X520_PSEUDONYM "2.5.4.65"
#define GNUTLS_OID_X520_STATE_OR_PROVINCE_NAME "2.5.4.8"
#define GNUTLS_OID_X520_SURNAME "2.5.4.4"
#define GNUTLS_OID_X520_TITLE "2.5.4.12"
#define GNUTLS_X509EXT_OID_AUTHORITY_INFO_ACCESS "1.3.6.1.5.5.7.1.1"
#define GNUTLS_X509EXT_OID_AUTHORITY_KEY_ID "2.5.29.35"
#define GNUTLS_X509EXT_OID_BASIC_CONSTRAINTS "2.5.29.19"
#define GNUTLS_X509EXT_OID_CRL_DIST_POINTS "2.5.29.31"
#define GNUTLS_X509EXT_OID_CRT_POLICY "2.5.29.32"
#define GNUTLS_X509EXT_OID_CT_SCT_V1 "1.3.6.1.4.1.11129.2.4.2"
#define GNUTLS_X509EXT_OID_EXTENDED_KEY_USAGE "2.5.29.37"
#define GNUTLS_X509EXT_OID_IAN "2.5.29.18"
#define GNUTLS_X509EXT_OID_INHIBIT_ANYPOLICY "2.5.29.52"
#define GNUTLS_X509EXT_OID_KEY_USAGE "2.5.29.15"
#define GNUTLS_X509EXT_OID_NAME_CONSTRAINTS "2.5.29.30"
#define GNUTLS_X509EXT_OID_PRIVATE_KEY_USAGE_PERIOD "2.5.29.16"
#define GNUTLS_X509EXT_OID_PROXY_CRT_INFO "1.3.6.1.5.5.7.1.14"
#define GNUTLS_X509EXT_OID_SAN "2.5.29.17"
#define GNUTLS_X509EXT_OID_SUBJECT_KEY_ID "2.5.29.14"
#define GNUTLS_X509EXT_OID_TLSFEATURES "1.3.6.1.5.5.7.1.24"
#define GNUTLS_X509_OID_POLICY_ANY "2.5.29.54"

#define GNUTLS_EXT_FLAG_APPEND 1
#define GNUTLS_FSAN_APPEND 1
#define GNUTLS_FSAN_ENCODE_OCTET_STRING 2
#define GNUTLS_FSAN_ENCODE_UTF8_STRING 4
#define GNUTLS_FSAN_SET 0
#define GNUTLS_KP_FLAG_DISALLOW_ANY 1
#define GNUTLS_MAX_QUALIFIERS 8
#define GNUTLS_NAME_CONSTRAINTS_FLAG_APPEND 1
#define GNUTLS_VERIFY_ALLOW_BROKEN 48
#define GNUTLS_VFLAGS_PROFILE_MASK 4278190080
#define GNUTLS_X509_DN_FLAG_COMPAT 1
#define GNUTLS_X509_DN_OID_RETURN_OID 1
#define GNUTLS_X509_NO_WELL_DEFINED_EXPIRATION 4294197631

/** What the functions that import lists of certificates check and do. They are combined by or. */
typedef enum gnutls_certificate_import_flags {
        GNUTLS_X509_CRT_LIST_IMPORT_FAIL_IF_EXCEED = 1,
        GNUTLS_X509_CRT_LIST_FAIL_IF_UNSORTED = 2,
        GNUTLS_X509_CRT_LIST_SORT = 4
} gnutls_certificate_import_flags;

/** Sets of demands on the algorithms of a chain, for `GNUTLS_PROFILE_TO_VFLAGS`. */
typedef enum gnutls_certificate_verification_profiles_t {
        GNUTLS_PROFILE_UNKNOWN = 0,
        GNUTLS_PROFILE_VERY_WEAK = 1,
        GNUTLS_PROFILE_LOW = 2,
        GNUTLS_PROFILE_LEGACY = 4,
        GNUTLS_PROFILE_MEDIUM = 5,
        GNUTLS_PROFILE_HIGH = 6,
        GNUTLS_PROFILE_ULTRA = 7,
        GNUTLS_PROFILE_FUTURE = 8,
        GNUTLS_PROFILE_SUITEB128 = 32,
        GNUTLS_PROFILE_SUITEB192 = 33
} gnutls_certificate_verification_profiles_t;

/** What a verification leaves out or demands besides. They are combined by or. */
typedef enum gnutls_certificate_verify_flags {
        GNUTLS_VERIFY_DISABLE_CA_SIGN = 1,
        GNUTLS_VERIFY_DO_NOT_ALLOW_IP_MATCHES = 2,
        GNUTLS_VERIFY_DO_NOT_ALLOW_SAME = 4,
        GNUTLS_VERIFY_ALLOW_ANY_X509_V1_CA_CRT = 8,
        GNUTLS_VERIFY_ALLOW_SIGN_RSA_MD2 = 16,
        GNUTLS_VERIFY_ALLOW_SIGN_RSA_MD5 = 32,
        GNUTLS_VERIFY_DISABLE_TIME_CHECKS = 64,
        GNUTLS_VERIFY_DISABLE_TRUSTED_TIME_CHECKS = 128,
        GNUTLS_VERIFY_DO_NOT_ALLOW_X509_V1_CA_CRT = 256,
        GNUTLS_VERIFY_DISABLE_CRL_CHECKS = 512,
        GNUTLS_VERIFY_ALLOW_UNSORTED_CHAIN = 1024,
        GNUTLS_VERIFY_DO_NOT_ALLOW_UNSORTED_CHAIN = 2048,
        GNUTLS_VERIFY_DO_NOT_ALLOW_WILDCARDS = 4096,
        GNUTLS_VERIFY_USE_TLS1_RSA = 8192,
        GNUTLS_VERIFY_IGNORE_UNKNOWN_CRIT_EXTENSIONS = 16384,
        GNUTLS_VERIFY_ALLOW_SIGN_WITH_SHA1 = 32768,
        GNUTLS_VERIFY_RSA_PSS_FIXED_SALT_LENGTH = 65536
} gnutls_certificate_verify_flags;

/** Which part of an authority's information access is asked for (RFC 5280 section 4.2.2.1). */
typedef enum gnutls_info_access_what_t {
        GNUTLS_IA_ACCESSMETHOD_OID = 1,
        GNUTLS_IA_ACCESSLOCATION_GENERALNAME_TYPE = 2,
        GNUTLS_IA_URI = 106,
        GNUTLS_IA_UNKNOWN = 10000,
        GNUTLS_IA_OCSP_URI = 10006,
        GNUTLS_IA_CAISSUERS_URI = 10106
} gnutls_info_access_what_t;

/** The kinds of data that key generation takes (`gnutls_keygen_data_st`). */
typedef enum gnutls_keygen_types_t {
        GNUTLS_KEYGEN_SEED = 1,
        GNUTLS_KEYGEN_DIGEST = 2,
        GNUTLS_KEYGEN_SPKI = 3,
        GNUTLS_KEYGEN_DH = 4
} gnutls_keygen_types_t;

/** The hash that a key identifier is made by. */
typedef enum gnutls_keyid_flags_t {
        GNUTLS_KEYID_USE_SHA1 = 0,
        GNUTLS_KEYID_USE_SHA256 = 1,
        GNUTLS_KEYID_USE_SHA512 = 2,
        GNUTLS_KEYID_USE_BEST_KNOWN = 1073741824
} gnutls_keyid_flags_t;

/** How PKCS #8 and PKCS #12 are encrypted. They are combined by or. */
typedef enum gnutls_pkcs_encrypt_flags_t {
        GNUTLS_PKCS_PLAIN = 1,
        GNUTLS_PKCS_PKCS12_3DES = 2,
        GNUTLS_PKCS_PKCS12_ARCFOUR = 4,
        GNUTLS_PKCS_PKCS12_RC2_40 = 8,
        GNUTLS_PKCS_PBES2_3DES = 16,
        GNUTLS_PKCS_PBES2_AES_128 = 32,
        GNUTLS_PKCS_PBES2_AES_192 = 64,
        GNUTLS_PKCS_PBES2_AES_256 = 128,
        GNUTLS_PKCS_NULL_PASSWORD = 256,
        GNUTLS_PKCS_PBES2_DES = 512,
        GNUTLS_PKCS_PBES1_DES_MD5 = 1024,
        GNUTLS_PKCS_PBES2_GOST_TC26Z = 2048,
        GNUTLS_PKCS_PBES2_GOST_CPA = 4096,
        GNUTLS_PKCS_PBES2_GOST_CPB = 8192,
        GNUTLS_PKCS_PBES2_GOST_CPC = 16384,
        GNUTLS_PKCS_PBES2_GOST_CPD = 32768,
        GNUTLS_PKCS_PBES1_DES_SHA1 = 65536,
        GNUTLS_PKCS_MLDSA_SEED = 131072,
        GNUTLS_PKCS_MLDSA_EXPANDED = 262144
} gnutls_pkcs_encrypt_flags_t;

/** What a trust list does with what is added to it. They are combined by or. */
typedef enum gnutls_trust_list_flags_t {
        GNUTLS_TL_VERIFY_CRL = 1,
        GNUTLS_TL_USE_IN_TLS = 2,
        GNUTLS_TL_NO_DUPLICATES = 4,
        GNUTLS_TL_NO_DUPLICATE_KEY = 8,
        GNUTLS_TL_GET_COPY = 16,
        GNUTLS_TL_FAIL_ON_INVALID_CRL = 32
} gnutls_trust_list_flags_t;

/** The reasons for which a CRL is issued, combined by or (RFC 5280 section 4.2.1.13). */
typedef enum gnutls_x509_crl_reason_flags_t {
        GNUTLS_CRL_REASON_UNSPECIFIED = 0,
        GNUTLS_CRL_REASON_PRIVILEGE_WITHDRAWN = 1,
        GNUTLS_CRL_REASON_CERTIFICATE_HOLD = 2,
        GNUTLS_CRL_REASON_CESSATION_OF_OPERATION = 4,
        GNUTLS_CRL_REASON_SUPERSEDED = 8,
        GNUTLS_CRL_REASON_AFFILIATION_CHANGED = 16,
        GNUTLS_CRL_REASON_CA_COMPROMISE = 32,
        GNUTLS_CRL_REASON_KEY_COMPROMISE = 64,
        GNUTLS_CRL_REASON_UNUSED = 128,
        GNUTLS_CRL_REASON_AA_COMPROMISE = 32768
} gnutls_x509_crl_reason_flags_t;

/** The flags of `gnutls_x509_crt_set_flags`. */
typedef enum gnutls_x509_crt_flags {
        GNUTLS_X509_CRT_FLAG_IGNORE_SANITY = 1
} gnutls_x509_crt_flags;

/** The kinds of policy qualifiers (RFC 5280 section 4.2.1.4). */
typedef enum gnutls_x509_qualifier_t {
        GNUTLS_X509_QUALIFIER_UNKNOWN = 0,
        GNUTLS_X509_QUALIFIER_URI = 1,
        GNUTLS_X509_QUALIFIER_NOTICE = 2
} gnutls_x509_qualifier_t;

typedef struct gnutls_name_constraints_st gnutls_name_constraints_st;

typedef struct gnutls_x509_crl_iter gnutls_x509_crl_iter;

typedef struct gnutls_x509_dn_st gnutls_x509_dn_st;

typedef struct gnutls_x509_spki_st gnutls_x509_spki_st;

typedef struct gnutls_x509_tlsfeatures_st gnutls_x509_tlsfeatures_st;

typedef struct gnutls_x509_trust_list_iter gnutls_x509_trust_list_iter;

typedef struct gnutls_x509_trust_list_st gnutls_x509_trust_list_st;

typedef struct gnutls_name_constraints_st *gnutls_x509_name_constraints_t;

typedef struct gnutls_x509_crl_iter *gnutls_x509_crl_iter_t;

typedef struct gnutls_x509_dn_st *gnutls_x509_dn_t;

typedef struct gnutls_x509_spki_st *gnutls_x509_spki_t;

typedef struct gnutls_x509_tlsfeatures_st *gnutls_x509_tlsfeatures_t;

typedef struct gnutls_x509_trust_list_iter *gnutls_x509_trust_list_iter_t;

typedef struct gnutls_x509_trust_list_st *gnutls_x509_trust_list_t;

typedef struct gnutls_x509_ava_st {
        gnutls_datum_t oid;
        gnutls_datum_t value;
        unsigned long value_tag;
} gnutls_x509_ava_st;

typedef struct gnutls_x509_ext_st {
        char *oid;
        unsigned int critical;
        gnutls_datum_t data;
} gnutls_x509_ext_st;

typedef struct gnutls_x509_policy_qualifier {
        enum gnutls_x509_qualifier_t type;
        char *data;
        unsigned int size;
} gnutls_x509_policy_qualifier;

typedef struct gnutls_x509_policy_st {
        char *oid;
        unsigned int qualifiers;
        struct gnutls_x509_policy_qualifier qualifier[8];
} gnutls_x509_policy_st;

typedef struct gnutls_keygen_data_st {
        enum gnutls_keygen_types_t type;
        unsigned char *data;
        unsigned int size;
} gnutls_keygen_data_st;

/* Enumerators that are macros too, for #ifdef and #if. */
#define GNUTLS_TL_FAIL_ON_INVALID_CRL 32
#define GNUTLS_TL_GET_COPY 16
#define GNUTLS_TL_NO_DUPLICATES 4
#define GNUTLS_TL_NO_DUPLICATE_KEY 8
#define GNUTLS_TL_USE_IN_TLS 2
#define GNUTLS_TL_VERIFY_CRL 1

/* Other names of enumerators. */
#define GNUTLS_CRL_REASON_SUPERSEEDED GNUTLS_CRL_REASON_SUPERSEDED
#define GNUTLS_PKCS8_PLAIN GNUTLS_PKCS_PLAIN
#define GNUTLS_PKCS8_USE_PKCS12_3DES GNUTLS_PKCS_PKCS12_3DES
#define GNUTLS_PKCS8_USE_PKCS12_ARCFOUR GNUTLS_PKCS_PKCS12_ARCFOUR
#define GNUTLS_PKCS8_USE_PKCS12_RC2_40 GNUTLS_PKCS_PKCS12_RC2_40
#define GNUTLS_PKCS_USE_PBES2_3DES GNUTLS_PKCS_PBES2_3DES
#define GNUTLS_PKCS_USE_PBES2_AES_128 GNUTLS_PKCS_PBES2_AES_128
#define GNUTLS_PKCS_USE_PBES2_AES_192 GNUTLS_PKCS_PBES2_AES_192
#define GNUTLS_PKCS_USE_PBES2_AES_256 GNUTLS_PKCS_PBES2_AES_256
#define GNUTLS_PKCS_USE_PBES2_GOST_CPA GNUTLS_PKCS_PBES2_GOST_CPA
#define GNUTLS_PKCS_USE_PBES2_GOST_CPB GNUTLS_PKCS_PBES2_GOST_CPB
#define GNUTLS_PKCS_USE_PBES2_GOST_CPC GNUTLS_PKCS_PBES2_GOST_CPC
#define GNUTLS_PKCS_USE_PBES2_GOST_CPD GNUTLS_PKCS_PBES2_GOST_CPD
#define GNUTLS_PKCS_USE_PBES2_GOST_TC26Z GNUTLS_PKCS_PBES2_GOST_TC26Z
#define GNUTLS_PKCS_USE_PKCS12_3DES GNUTLS_PKCS_PKCS12_3DES
#define GNUTLS_PKCS_USE_PKCS12_ARCFOUR GNUTLS_PKCS_PKCS12_ARCFOUR
#define GNUTLS_PKCS_USE_PKCS12_RC2_40 GNUTLS_PKCS_PKCS12_RC2_40

/* Macros with arguments, and names that stand for others. */
#define GNUTLS_PKCS_CIPHER_MASK(x) ((x) & (~(GNUTLS_PKCS_NULL_PASSWORD)))
#define GNUTLS_PROFILE_TO_VFLAGS(x) (((unsigned)x) << 24)
#define GNUTLS_VFLAGS_TO_PROFILE(x) ((((unsigned)x) >> 24) & 0xff)
#define gnutls_x509_crl_get_certificate gnutls_x509_crl_get_crt_serial
#define gnutls_x509_crl_get_certificate_count gnutls_x509_crl_get_crt_count

/* Types of functions, not of pointers to them. */
/**
 * Called at each step of a verification: certificate, its issuer, the CRL that it was looked up in,
 * status. One that does not apply is NULL.
 */
typedef int gnutls_verify_output_function(gnutls_x509_crt_t, gnutls_x509_crt_t, gnutls_x509_crl_t, unsigned int);
/**
 * Fetches issuers that a chain lacks: list, certificate, out: certificates and their number, in memory
 * of `gnutls_malloc`. Returns 0, or a negative code if there is none.
 */
typedef int gnutls_x509_trust_list_getissuer_function(gnutls_x509_trust_list_t, const gnutls_x509_crt_t, gnutls_x509_crt_t **, unsigned int *);

/**
 * Gives the trust list of the credentials.
 *
 * It belongs to the credentials, and must not be freed: it is valid until they are freed or
 * `gnutls_certificate_set_trust_list` replaces it. What is added to it counts in later verifications;
 * change it only while no session uses the credentials.
 *
 * @param res the credentials; with NULL nothing is written
 * @param tlist takes the list; NULL is ignored
 *
 * @since 3.4.0
 */
void gnutls_certificate_get_trust_list(gnutls_certificate_credentials_t res, gnutls_x509_trust_list_t *tlist);

/**
 * Replaces the trust list of the credentials by one that the caller made.
 *
 * The list and what it holds belong to the credentials afterwards, and are freed with them: the caller
 * does not free it. A server names only those of its authorities that were added with
 * `GNUTLS_TL_USE_IN_TLS`. The former list is freed, and with it what was lent of it. Authorities and
 * revocation lists that were added to the credentials before are gone. Call it before sessions use the
 * credentials.
 *
 * @param res the credentials; with NULL nothing happens, and the list stays the caller's
 * @param tlist the list of `gnutls_x509_trust_list_init`; with NULL nothing happens
 * @param flags not looked at
 *
 * @since 3.2.2
 */
void gnutls_certificate_set_trust_list(gnutls_certificate_credentials_t res,
                                       gnutls_x509_trust_list_t tlist,
                                       unsigned int flags);

/**
 * Returns the number of a verification profile by its name, such as `Medium`.
 *
 * Upper and lower case are the same. The macro `GNUTLS_PROFILE_TO_VFLAGS` makes a flag for
 * verification of it.
 *
 * @param name the name, NUL-terminated; NULL names nothing
 *
 * @return a `gnutls_certificate_verification_profiles_t`, or `GNUTLS_PROFILE_UNKNOWN` if nothing has
 *   this name.
 *
 * It may be called from any thread.
 */
gnutls_certificate_verification_profiles_t gnutls_certificate_verification_profile_get_id(const char *name);

/**
 * Returns the name of a verification profile, such as `Medium`.
 *
 * A profile says how strong keys and signatures of a certificate chain have to be. The string is
 * constant and not to be freed.
 *
 * @param id a `gnutls_certificate_verification_profiles_t`
 *
 * @return the name, or NULL for an unknown number.
 *
 * It may be called from any thread.
 */
const char *gnutls_certificate_verification_profile_get_name(gnutls_certificate_verification_profiles_t id);

/**
 * Tells how a private key in PKCS \#8 is encrypted, without opening it.
 *
 * Nothing of the key is read. `gnutls_pkcs_schema_get_name` has the name of the scheme.
 *
 * @param data the key
 * @param format `GNUTLS_X509_FMT_DER`; every other value means PEM
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
 * @retval GNUTLS_E_INVALID_REQUEST the key is not encrypted, or `data` is NULL
 * @retval GNUTLS_E_SHORT_MEMORY_BUFFER `salt` is too small
 * @retval GNUTLS_E_UNKNOWN_CIPHER_TYPE the scheme or cipher is not supported
 * @retval GNUTLS_E_UNKNOWN_HASH_ALGORITHM the derivation of the key is not supported
 * @retval GNUTLS_E_ASN1_GENERIC_ERROR the derivation of the key is not supported
 * @retval GNUTLS_E_ILLEGAL_PARAMETER iterations or salt are beyond what is worked with
 * @retval GNUTLS_E_BASE64_UNEXPECTED_HEADER_ERROR there is no such PEM block, or it cannot be decoded
 * @retval GNUTLS_E_BASE64_DECODING_ERROR there is no such PEM block, or it cannot be decoded
 * @retval GNUTLS_E_ASN1_DER_ERROR this is no PKCS \#8
 * @retval GNUTLS_E_ASN1_TAG_ERROR this is no PKCS \#8
 *
 * The function may be called from any thread.
 *
 * @since 3.4.0
 * @see RFC 5958 section 3, RFC 8018
 */
int gnutls_pkcs8_info(const gnutls_datum_t *data,
                      gnutls_x509_crt_fmt_t format,
                      unsigned int *schema,
                      unsigned int *cipher,
                      void *salt,
                      unsigned int *salt_size,
                      unsigned int *iter_count,
                      char **oid);

/**
 * Returns the name of a scheme by which private keys are encrypted.
 *
 * @param schema a flag of `gnutls_pkcs_encrypt_flags_t`, such as `gnutls_pkcs8_info` returns;
 *   `GNUTLS_PKCS_NULL_PASSWORD` beside it does not count
 *
 * @return a constant string, which is not freed, such as "PBES2-AES256-CBC", or NULL for an unknown
 *   scheme. The function may be called from any thread.
 *
 * @since 3.4.0
 */
const char *gnutls_pkcs_schema_get_name(unsigned int schema);

/**
 * Returns the dotted identifier of a scheme by which private keys are encrypted.
 *
 * For PBES2 it is that of the cipher.
 *
 * @param schema a flag of `gnutls_pkcs_encrypt_flags_t`, such as `gnutls_pkcs8_info` returns;
 *   `GNUTLS_PKCS_NULL_PASSWORD` beside it does not count
 *
 * @return a constant string, which is not freed, or NULL for an unknown scheme. The function may be
 *   called from any thread.
 *
 * @since 3.4.0
 */
const char *gnutls_pkcs_schema_get_oid(unsigned int schema);

/**
 * Sets a function that is told each step when the peer's chain is verified.
 *
 * It is called after each verification of the session, within the handshake or by
 * `gnutls_certificate_verify_peers3` and the like, once for each certificate of the path, that of the
 * peer last: with the certificate, its issuer or NULL, the revocation list that was looked at or NULL,
 * and the bits of `gnutls_certificate_status_t`. The handles are valid during the call only. What the
 * function returns is ignored.
 *
 * @param session a session; NULL is ignored
 * @param func the function; NULL for none
 *
 * @since 3.7.0
 */
void gnutls_session_set_verify_output_function(gnutls_session_t session, gnutls_verify_output_function *func);

/**
 * Turns a network such as `192.0.2.0/24` or `2001:db8::/32` into the bytes that name constraints have.
 *
 * They are the network and its mask in a row, 8 or 32 bytes; bits of the address outside the mask
 * become zero. `gnutls_x509_name_constraints_add_permitted` takes them with `GNUTLS_SAN_IPADDRESS`.
 * The caller frees `cidr_rfc5280->data` with `gnutls_free`.
 *
 * @param cidr the network, NUL-terminated
 * @param cidr_rfc5280 takes the bytes
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_MALFORMED_CIDR the text is no network with the length of its mask
 * @retval GNUTLS_E_INVALID_REQUEST a pointer is NULL
 *
 * @since 3.5.4
 * @see RFC 5280 section 4.2.1.10, RFC 4632
 */
int gnutls_x509_cidr_to_rfc5280(const char *cidr, gnutls_datum_t *cidr_rfc5280);

/**
 * Tells whether a revocation list may have been issued by the authority of a certificate, as far as
 * names say.
 *
 * The issuer of the list must be the subject of the certificate. No signature is checked:
 * `gnutls_x509_crl_verify` does that.
 *
 * @param crl the list
 * @param issuer the certificate of the authority
 *
 * @return 1 if it may be so, else 0, also where `crl` or `issuer` is NULL.
 *
 * @see RFC 5280 section 7.1
 */
unsigned int gnutls_x509_crl_check_issuer(gnutls_x509_crl_t crl, gnutls_x509_crt_t issuer);

/**
 * Frees a revocation list.
 *
 * Trust lists that it was added to share its content, and are not affected. It must not be freed
 * twice: `gnutls_x509_trust_list_deinit` with `all` frees the lists that were added.
 *
 * @param crl the list; NULL is ignored
 */
void gnutls_x509_crl_deinit(gnutls_x509_crl_t crl);

/**
 * Writes a revocation list in DER or PEM to a buffer.
 *
 * What was imported comes out byte for byte. A list that is being built can be exported once it is
 * signed. `gnutls_x509_crl_export2` allocates the memory itself.
 *
 * @param crl the list
 * @param format `GNUTLS_X509_FMT_PEM` for a block labelled `X509 CRL`; every other value means DER
 * @param output_data takes the bytes, of PEM with a NUL behind them; NULL to ask for the length
 * @param output_data_size in: the capacity of `output_data` in bytes; out: the length without a NUL,
 *   or the capacity needed after `GNUTLS_E_SHORT_MEMORY_BUFFER`
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_SHORT_MEMORY_BUFFER `output_data` is NULL or too small
 * @retval GNUTLS_E_ASN1_VALUE_NOT_FOUND the list is empty or not signed yet
 * @retval GNUTLS_E_INVALID_REQUEST `crl` or `output_data_size` is NULL
 *
 * @see RFC 7468
 */
int gnutls_x509_crl_export(gnutls_x509_crl_t crl,
                           gnutls_x509_crt_fmt_t format,
                           void *output_data,
                           size_t *output_data_size);

/**
 * Writes a revocation list in DER or PEM to fresh memory.
 *
 * What was imported comes out byte for byte. A list that is being built can be exported once it is
 * signed.
 *
 * @param crl the list
 * @param format `GNUTLS_X509_FMT_PEM` for a block labelled `X509 CRL`; every other value means DER
 * @param out takes the bytes, with a NUL behind them that `size` does not count; its `data` is freed
 *   with `gnutls_free`
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_ASN1_VALUE_NOT_FOUND the list is empty or not signed yet
 * @retval GNUTLS_E_INVALID_REQUEST `crl` or `out` is NULL
 *
 * @see RFC 7468
 */
int gnutls_x509_crl_export2(gnutls_x509_crl_t crl, gnutls_x509_crt_fmt_t format, gnutls_datum_t *out);

/**
 * Returns how the authority key identifier of a revocation list names the issuer's certificate: by a
 * name and a serial number.
 *
 * Most lists have a key identifier instead, which `gnutls_x509_crl_get_authority_key_id` returns.
 *
 * @param crl the list
 * @param seq which name, from 0
 * @param alt takes the name; NULL to ask for the length
 * @param alt_size in: the capacity of `alt` in bytes; out: the length without a NUL, or the capacity
 *   needed after `GNUTLS_E_SHORT_MEMORY_BUFFER`
 * @param alt_type takes the kind of name, a value of `gnutls_x509_subject_alt_name_t`; may be NULL
 * @param serial takes the serial number; NULL to ask for the length
 * @param serial_size in: the capacity of `serial` in bytes; out: the length written, or needed after
 *   `GNUTLS_E_SHORT_MEMORY_BUFFER`
 * @param critical takes 1 if the extension is critical, else 0, also where it is not there; may be
 *   NULL
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_SHORT_MEMORY_BUFFER `alt` or `serial` is NULL or too small
 * @retval GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE there are no more names, no serial number, or no such
 *   extension
 * @retval GNUTLS_E_X509_UNKNOWN_SAN the name is of a kind that is not supported
 * @retval GNUTLS_E_ASN1_DER_ERROR the extension cannot be read
 * @retval GNUTLS_E_ASN1_TAG_ERROR the extension cannot be read
 * @retval GNUTLS_E_INVALID_REQUEST `crl`, `alt_size` or `serial_size` is NULL
 *
 * @since 3.0
 * @see RFC 5280 section 5.2.1
 */
int gnutls_x509_crl_get_authority_key_gn_serial(gnutls_x509_crl_t crl,
                                                unsigned int seq,
                                                void *alt,
                                                size_t *alt_size,
                                                unsigned int *alt_type,
                                                void *serial,
                                                size_t *serial_size,
                                                unsigned int *critical);

/**
 * Writes the identifier of the key that signed a revocation list to a buffer.
 *
 * It tells apart authorities of one name. The extension may name the issuer's certificate instead:
 * `gnutls_x509_crl_get_authority_key_gn_serial`.
 *
 * @param crl the list
 * @param id takes the identifier; NULL to ask for the length
 * @param id_size in: the capacity of `id` in bytes; out: the length written, or needed after
 *   `GNUTLS_E_SHORT_MEMORY_BUFFER`
 * @param critical takes 1 if the extension is critical, else 0; may be NULL
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_SHORT_MEMORY_BUFFER `id` is NULL or too small
 * @retval GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE there is no such extension
 * @retval GNUTLS_E_X509_UNSUPPORTED_EXTENSION it has no key identifier
 * @retval GNUTLS_E_ASN1_DER_ERROR it cannot be read
 * @retval GNUTLS_E_ASN1_TAG_ERROR it cannot be read
 * @retval GNUTLS_E_INVALID_REQUEST `crl` or `id_size` is NULL
 *
 * @since 2.8.0
 * @see RFC 5280 section 5.2.1
 */
int gnutls_x509_crl_get_authority_key_id(gnutls_x509_crl_t crl,
                                         void *id,
                                         size_t *id_size,
                                         unsigned int *critical);

/**
 * Returns how many certificates a revocation list revokes.
 *
 * The entries are counted at the first call, so that later ones are fast.
 *
 * @param crl the list
 *
 * @return the number, or a negative error code
 * @retval GNUTLS_E_INVALID_REQUEST `crl` is NULL
 *
 * @see RFC 5280 section 5.1.2.6
 */
int gnutls_x509_crl_get_crt_count(gnutls_x509_crl_t crl);

/**
 * Returns serial number and time of one revoked certificate.
 *
 * To walk through a long list use `gnutls_x509_crl_iter_crt_serial`; to look for one certificate,
 * `gnutls_x509_crt_check_revocation`.
 *
 * @param crl the list
 * @param indx which entry, from 0
 * @param serial takes the serial number as it is written, big-endian; NULL to ask for the length
 * @param serial_size in: the capacity of `serial` in bytes; out: the length written, or needed after
 *   `GNUTLS_E_SHORT_MEMORY_BUFFER`
 * @param t takes the time of revocation in seconds since 1970, -1 if it is no date; may be NULL
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_SHORT_MEMORY_BUFFER `serial` is NULL or too small
 * @retval GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE there are no more entries
 * @retval GNUTLS_E_INVALID_REQUEST `crl` or `serial_size` is NULL
 *
 * @see RFC 5280 section 5.1.2.6
 */
int gnutls_x509_crl_get_crt_serial(gnutls_x509_crl_t crl,
                                   unsigned int indx,
                                   unsigned char *serial,
                                   size_t *serial_size,
                                   time_t *t);

/**
 * Writes the type of a part of the issuer of a revocation list to a buffer.
 *
 * With a growing index it tells which attributes the name has, in the order of their encoding;
 * `gnutls_x509_crl_get_issuer_dn_by_oid` returns their values.
 *
 * @param crl the list
 * @param indx which attribute, from 0
 * @param oid takes the dotted type, NUL-terminated; NULL to ask for the length
 * @param sizeof_oid in: the capacity of `oid` in bytes; out: the length without the NUL, or the
 *   capacity needed with it after `GNUTLS_E_SHORT_MEMORY_BUFFER`
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_SHORT_MEMORY_BUFFER `oid` is NULL or too small
 * @retval GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE there are no more attributes
 * @retval GNUTLS_E_INVALID_REQUEST `crl` or `sizeof_oid` is NULL
 */
int gnutls_x509_crl_get_dn_oid(gnutls_x509_crl_t crl, unsigned int indx, void *oid, size_t *sizeof_oid);

/**
 * Writes the content of an extension of a revocation list to a buffer.
 *
 * That is what its OCTET STRING holds. `gnutls_x509_crl_get_extension_info` with the same index tells
 * the type.
 *
 * @param crl the list
 * @param indx which extension, from 0
 * @param data takes the bytes; NULL to ask for the length
 * @param sizeof_data in: the capacity of `data` in bytes; out: the length written, or needed after
 *   `GNUTLS_E_SHORT_MEMORY_BUFFER`
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_SHORT_MEMORY_BUFFER `data` is NULL or too small; with NULL GnuTLS 3.7.9 returns 0
 * @retval GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE there are no more extensions
 * @retval GNUTLS_E_INVALID_REQUEST `crl` or `sizeof_data` is NULL
 *
 * @since 2.8.0
 * @see RFC 5280 section 5.2
 */
int gnutls_x509_crl_get_extension_data(gnutls_x509_crl_t crl,
                                       unsigned int indx,
                                       void *data,
                                       size_t *sizeof_data);

/**
 * Returns the content of an extension of a revocation list in fresh memory.
 *
 * That is what its OCTET STRING holds. `gnutls_x509_crl_get_extension_info` with the same index tells
 * the type.
 *
 * @param crl the list
 * @param indx which extension, from 0
 * @param data takes the bytes, with a NUL behind them that `size` does not count; its `data` is freed
 *   with `gnutls_free`
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_ASN1_ELEMENT_NOT_FOUND there are no more extensions
 * @retval GNUTLS_E_INVALID_REQUEST `crl` or `data` is NULL
 *
 * @see RFC 5280 section 5.2
 */
int gnutls_x509_crl_get_extension_data2(gnutls_x509_crl_t crl, unsigned int indx, gnutls_datum_t *data);

/**
 * Writes the type of an extension of a revocation list to a buffer, and tells whether it is critical.
 *
 * With a growing index it tells which extensions there are, in their order.
 * `gnutls_x509_crl_get_extension_data2` with the same index returns the content.
 *
 * @param crl the list
 * @param indx which extension, from 0
 * @param oid takes the dotted type, NUL-terminated; NULL to ask for the length
 * @param sizeof_oid in: the capacity of `oid` in bytes; out: the length with the NUL, written or
 *   needed
 * @param critical takes 1 if the extension is critical, else 0; may be NULL
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_SHORT_MEMORY_BUFFER `oid` is NULL or too small
 * @retval GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE there are no more extensions
 * @retval GNUTLS_E_INVALID_REQUEST `crl` or `sizeof_oid` is NULL
 *
 * @since 2.8.0
 * @see RFC 5280 section 5.2
 */
int gnutls_x509_crl_get_extension_info(gnutls_x509_crl_t crl,
                                       unsigned int indx,
                                       void *oid,
                                       size_t *sizeof_oid,
                                       unsigned int *critical);

/**
 * Writes the type of an extension of a revocation list to a buffer.
 *
 * With a growing index it tells which extensions there are, in their order.
 * `gnutls_x509_crl_get_extension_info` tells whether they are critical, too.
 *
 * @param crl the list
 * @param indx which extension, from 0
 * @param oid takes the dotted type, NUL-terminated; NULL to ask for the length
 * @param sizeof_oid in: the capacity of `oid` in bytes; out: the length without the NUL, or the
 *   capacity needed with it after `GNUTLS_E_SHORT_MEMORY_BUFFER`
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_SHORT_MEMORY_BUFFER `oid` is NULL or too small
 * @retval GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE there are no more extensions
 * @retval GNUTLS_E_INVALID_REQUEST `crl` or `sizeof_oid` is NULL
 *
 * @since 2.8.0
 * @see RFC 5280 section 5.2
 */
int gnutls_x509_crl_get_extension_oid(gnutls_x509_crl_t crl,
                                      unsigned int indx,
                                      void *oid,
                                      size_t *sizeof_oid);

/**
 * Writes the issuer of a revocation list as text to a buffer, its parts in the order of their
 * encoding.
 *
 * That is the reverse of RFC 4514. `gnutls_x509_crl_get_issuer_dn3` has the order of RFC 4514, and
 * allocates the memory itself.
 *
 * @param crl the list
 * @param buf takes the text in UTF-8, NUL-terminated; NULL to ask for the length
 * @param sizeof_buf in: the capacity of `buf` in bytes; out: the length without the NUL, or the
 *   capacity needed with it after `GNUTLS_E_SHORT_MEMORY_BUFFER`
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_SHORT_MEMORY_BUFFER `buf` is NULL or too small
 * @retval GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE the issuer has no parts
 * @retval GNUTLS_E_ASN1_VALUE_NOT_VALID a part whose type asks for a DirectoryString is empty
 * @retval GNUTLS_E_INVALID_REQUEST `crl` or `sizeof_buf` is NULL
 *
 * @see RFC 4514
 */
int gnutls_x509_crl_get_issuer_dn(gnutls_x509_crl_t crl, char *buf, size_t *sizeof_buf);

/**
 * Returns the issuer of a revocation list as text in fresh memory, its parts in the order of their
 * encoding.
 *
 * That is the reverse of RFC 4514. `gnutls_x509_crl_get_issuer_dn3` without flags has the order of RFC
 * 4514.
 *
 * @param crl the list
 * @param dn takes the text in UTF-8, with a NUL behind it that `size` does not count; its `data` is
 *   freed with `gnutls_free`
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE the issuer has no parts
 * @retval GNUTLS_E_ASN1_VALUE_NOT_VALID a part whose type asks for a DirectoryString is empty
 * @retval GNUTLS_E_INVALID_REQUEST `crl` or `dn` is NULL
 *
 * @since 3.1.10
 * @see RFC 4514
 */
int gnutls_x509_crl_get_issuer_dn2(gnutls_x509_crl_t crl, gnutls_datum_t *dn);

/**
 * Returns the issuer of a revocation list as text in fresh memory, in the order of RFC 4514 or of its
 * encoding.
 *
 * Special characters are escaped; values of unknown types and what is no text come as `#` and the hex
 * of their DER.
 *
 * @param crl the list
 * @param dn takes the text in UTF-8, with a NUL behind it that `size` does not count; its `data` is
 *   freed with `gnutls_free`
 * @param flags 0 for the last part first, as RFC 4514 has it, or `GNUTLS_X509_DN_FLAG_COMPAT` for the
 *   order of the encoding
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE the issuer has no parts
 * @retval GNUTLS_E_ASN1_VALUE_NOT_VALID a part whose type asks for a DirectoryString is empty
 * @retval GNUTLS_E_INVALID_REQUEST `crl` or `dn` is NULL
 *
 * @since 3.5.7
 * @see RFC 4514
 */
int gnutls_x509_crl_get_issuer_dn3(gnutls_x509_crl_t crl, gnutls_datum_t *dn, unsigned int flags);

/**
 * Writes a part of the issuer of a revocation list to a buffer: the value of an attribute by its type.
 *
 * As text the value is escaped as RFC 4514 has it; of an unknown type it is `#` and the hex of its
 * DER.
 *
 * @param crl the list
 * @param oid the dotted type, such as `GNUTLS_OID_X520_COMMON_NAME`
 * @param indx which of several values of this type, from 0
 * @param raw_flag 0 for text, else the value in DER with its tag
 * @param buf takes the value, NUL-terminated; NULL to ask for the length
 * @param sizeof_buf in: the capacity of `buf` in bytes; out: the length without the NUL, or the
 *   capacity needed with it after `GNUTLS_E_SHORT_MEMORY_BUFFER`
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_SHORT_MEMORY_BUFFER `buf` is NULL or too small; a NUL is written behind DER too,
 *   and needs its place
 * @retval GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE there is no such value
 * @retval GNUTLS_E_INVALID_REQUEST `crl`, `oid` or `sizeof_buf` is NULL
 *
 * @see RFC 4514
 */
int gnutls_x509_crl_get_issuer_dn_by_oid(gnutls_x509_crl_t crl,
                                         const char *oid,
                                         unsigned int indx,
                                         unsigned int raw_flag,
                                         void *buf,
                                         size_t *sizeof_buf);

/**
 * Returns the time by which the next revocation list is issued.
 *
 * After it the list is out of date, which `gnutls_x509_crl_verify` tells as
 * `GNUTLS_CERT_REVOCATION_DATA_SUPERSEDED`.
 *
 * @param crl the list
 *
 * @return the seconds since 1970, or -1 if `crl` is NULL, or the list does not say or what it says is
 *   no date.
 *
 * @see RFC 5280 section 5.1.2.5
 */
time_t gnutls_x509_crl_get_next_update(gnutls_x509_crl_t crl);

/**
 * Writes the number of a revocation list to a buffer.
 *
 * It grows from list to list of one issuer, so that the newer of two can be told.
 *
 * @param crl the list
 * @param ret takes the number as it is written, big-endian; NULL to ask for the length
 * @param ret_size in: the capacity of `ret` in bytes; out: the length written, or needed after
 *   `GNUTLS_E_SHORT_MEMORY_BUFFER`
 * @param critical takes 1 if the extension is critical, else 0; may be NULL
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_SHORT_MEMORY_BUFFER `ret` is NULL or too small
 * @retval GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE there is no such extension
 * @retval GNUTLS_E_ASN1_DER_ERROR it cannot be read
 * @retval GNUTLS_E_ASN1_TAG_ERROR it cannot be read
 * @retval GNUTLS_E_INVALID_REQUEST `crl` or `ret_size` is NULL
 *
 * @since 2.8.0
 * @see RFC 5280 section 5.2.3
 */
int gnutls_x509_crl_get_number(gnutls_x509_crl_t crl, void *ret, size_t *ret_size, unsigned int *critical);

/**
 * Returns the issuer of a revocation list in DER.
 *
 * These are the bytes of the list, tag and length included, as they serve to compare names.
 *
 * @param crl the list
 * @param dn takes a copy of the Name, with a NUL behind it that `size` does not count; its `data` is
 *   freed with `gnutls_free`
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_INVALID_REQUEST `crl` or `dn` is NULL
 *
 * @since 2.12.0
 * @see RFC 5280 section 5.1.2.3
 */
int gnutls_x509_crl_get_raw_issuer_dn(gnutls_x509_crl_t crl, gnutls_datum_t *dn);

/**
 * Writes the signature of a revocation list to a buffer.
 *
 * @param crl the list
 * @param sig takes the bytes of the signature, without those of the BIT STRING around it; NULL to ask
 *   for the length
 * @param sizeof_sig in: the capacity of `sig` in bytes; out: the length written, or needed after
 *   `GNUTLS_E_SHORT_MEMORY_BUFFER`
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_SHORT_MEMORY_BUFFER `sig` is NULL or too small
 * @retval GNUTLS_E_ASN1_VALUE_NOT_FOUND the list is empty or not signed yet
 * @retval GNUTLS_E_CERTIFICATE_ERROR the signature is no whole number of bytes
 * @retval GNUTLS_E_ASN1_GENERIC_ERROR it is empty
 * @retval GNUTLS_E_ASN1_DER_ERROR it is empty
 * @retval GNUTLS_E_INVALID_REQUEST `crl` or `sizeof_sig` is NULL
 *
 * @see RFC 5280 section 5.1.1.3
 */
int gnutls_x509_crl_get_signature(gnutls_x509_crl_t crl, char *sig, size_t *sizeof_sig);

/**
 * Returns the algorithm by which a revocation list is signed.
 *
 * `gnutls_sign_get_name` has its name, `gnutls_x509_crl_get_signature_oid` its identifier, also of an
 * algorithm that is not known here.
 *
 * @param crl the list
 *
 * @return a value of `gnutls_sign_algorithm_t`, `GNUTLS_SIGN_UNKNOWN` (0) if it is not known or there
 *   is no signature, or a negative error code
 * @retval GNUTLS_E_INVALID_REQUEST `crl` is NULL
 *
 * @see RFC 5280 section 5.1.1.2
 */
int gnutls_x509_crl_get_signature_algorithm(gnutls_x509_crl_t crl);

/**
 * Writes the dotted identifier of the algorithm by which a revocation list is signed to a buffer.
 *
 * @param crl the list
 * @param oid takes the identifier, NUL-terminated; NULL to ask for the length
 * @param oid_size in: the capacity of `oid` in bytes, with one byte beyond the NUL; out: the length
 *   with the NUL, or the capacity needed after `GNUTLS_E_SHORT_MEMORY_BUFFER`
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_SHORT_MEMORY_BUFFER `oid` is NULL or too small
 * @retval GNUTLS_E_ASN1_VALUE_NOT_FOUND the list is empty or not signed yet
 * @retval GNUTLS_E_INVALID_REQUEST `crl` or `oid_size` is NULL
 *
 * @since 3.5.0
 * @see RFC 5280 section 5.1.1.2
 */
int gnutls_x509_crl_get_signature_oid(gnutls_x509_crl_t crl, char *oid, size_t *oid_size);

/**
 * Returns the time when a revocation list was issued.
 *
 * @param crl the list
 *
 * @return the seconds since 1970, or -1 if `crl` is NULL, or the time is not set or no date. A list
 *   with such a time is never verified.
 *
 * @see RFC 5280 section 5.1.2.4
 */
time_t gnutls_x509_crl_get_this_update(gnutls_x509_crl_t crl);

/**
 * Returns the version of a revocation list.
 *
 * Lists with extensions have version 2. One whose number is higher is imported, but never verified.
 *
 * @param crl the list
 *
 * @return the version, from 1, or a negative error code
 * @retval GNUTLS_E_ASN1_VALUE_NOT_FOUND it is not set yet
 * @retval GNUTLS_E_ASN1_DER_ERROR the list has a version that is no such number
 * @retval GNUTLS_E_SHORT_MEMORY_BUFFER the list has a version that is no such number
 * @retval GNUTLS_E_INVALID_REQUEST `crl` is NULL
 *
 * @see RFC 5280 section 5.1.2.1
 */
int gnutls_x509_crl_get_version(gnutls_x509_crl_t crl);

/**
 * Reads a revocation list from DER or PEM, in the place of what the object held.
 *
 * Of PEM the first block labelled `X509 CRL` is read. All entries must be readable: what stands behind
 * one that is not would be revoked too. Nothing is verified, see `gnutls_x509_crl_verify`. On failure
 * the object keeps what it had.
 *
 * @param crl a list from `gnutls_x509_crl_init`
 * @param data the bytes, which are copied
 * @param format `GNUTLS_X509_FMT_DER`; every other value means PEM
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_BASE64_UNEXPECTED_HEADER_ERROR there is no such PEM block, or it cannot be decoded
 * @retval GNUTLS_E_BASE64_DECODING_ERROR there is no such PEM block, or it cannot be decoded
 * @retval GNUTLS_E_ASN1_DER_ERROR this is no revocation list in DER
 * @retval GNUTLS_E_ASN1_TAG_ERROR this is no revocation list in DER
 * @retval GNUTLS_E_ASN1_TIME_ERROR a time has a wrong form
 * @retval GNUTLS_E_X509_CERTIFICATE_ERROR there are more than 256 extensions
 * @retval GNUTLS_E_INVALID_REQUEST `crl` or `data` is NULL
 *
 * @see RFC 5280 section 5.1
 */
int gnutls_x509_crl_import(gnutls_x509_crl_t crl, const gnutls_datum_t *data, gnutls_x509_crt_fmt_t format);

/**
 * Creates an empty revocation list.
 *
 * It is filled by `gnutls_x509_crl_import`, or field by field by the setters and then signed with
 * `gnutls_x509_crl_sign2`.
 *
 * @param crl takes the new list, which is freed with `gnutls_x509_crl_deinit`
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_INVALID_REQUEST `crl` is NULL
 *
 * Getters only look at a list: any number of threads may call them on one at the same time, as long as
 * it is not changed.
 *
 * @see RFC 5280 section 5
 */
int gnutls_x509_crl_init(gnutls_x509_crl_t *crl);

/**
 * Returns serial number and time of the revoked certificates, one with each call.
 *
 * At the end the iterator begins anew, and stays the caller's to free with
 * `gnutls_x509_crl_iter_deinit`. A call that fails for want of space does not go on. Do not change the
 * list in between.
 *
 * @param crl the list
 * @param iter in: points to NULL at the first call, then to what the call before left there; out: the
 *   iterator
 * @param serial takes the serial number as it is written, big-endian; NULL to ask for the length
 * @param serial_size in: the capacity of `serial` in bytes; out: the length written, or needed after
 *   `GNUTLS_E_SHORT_MEMORY_BUFFER`
 * @param t takes the time of revocation in seconds since 1970, -1 if it is no date; may be NULL
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_SHORT_MEMORY_BUFFER `serial` is NULL or too small
 * @retval GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE there are no more entries
 * @retval GNUTLS_E_INVALID_REQUEST `crl`, `iter` or `serial_size` is NULL
 *
 * @see RFC 5280 section 5.1.2.6
 */
int gnutls_x509_crl_iter_crt_serial(gnutls_x509_crl_t crl,
                                    gnutls_x509_crl_iter_t *iter,
                                    unsigned char *serial,
                                    size_t *serial_size,
                                    time_t *t);

/**
 * Frees an iterator of `gnutls_x509_crl_iter_crt_serial`.
 *
 * That function makes one at its first call, and keeps it when it comes to the end of the list.
 *
 * @param iter the iterator; NULL is ignored
 */
void gnutls_x509_crl_iter_deinit(gnutls_x509_crl_iter_t iter);

/**
 * Reads revocation lists into an array of the caller.
 *
 * PEM may hold any number of lists, DER one. Of more than fit the first are kept. The elements are
 * created by the function; the caller frees each with `gnutls_x509_crl_deinit`.
 *
 * @param crls an array for the handles
 * @param crl_max in: the number of its places; out: the number of lists written, or of those there are
 *   after `GNUTLS_E_SHORT_MEMORY_BUFFER`
 * @param data the lists
 * @param format `GNUTLS_X509_FMT_DER`; every other value means PEM
 * @param flags 0, or `GNUTLS_X509_CRT_LIST_IMPORT_FAIL_IF_EXCEED` to refuse more than fit
 *
 * @return the number of lists written, or a negative error code, where none is:
 * - codes of `gnutls_x509_crl_import`, if the DER cannot be read
 * @retval GNUTLS_E_SHORT_MEMORY_BUFFER there are more than fit, and the flags refuse that
 * @retval GNUTLS_E_BASE64_DECODING_ERROR there is no revocation list in PEM, or a block cannot be
 *   decoded
 * @retval GNUTLS_E_INVALID_REQUEST `crls`, `crl_max` or `data` is NULL
 *
 * @since 3.0
 */
int gnutls_x509_crl_list_import(gnutls_x509_crl_t *crls,
                                unsigned int *crl_max,
                                const gnutls_datum_t *data,
                                gnutls_x509_crt_fmt_t format,
                                unsigned int flags);

/**
 * Reads revocation lists into a fresh array.
 *
 * PEM may hold any number of lists, DER one. The caller frees each with `gnutls_x509_crl_deinit`, then
 * the array with `gnutls_free`.
 *
 * @param crls takes the array
 * @param size takes the number of its elements
 * @param data the lists
 * @param format `GNUTLS_X509_FMT_DER`; every other value means PEM
 * @param flags not used; pass 0
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code:
 * - codes of `gnutls_x509_crl_import`, if the DER cannot be read
 * @retval GNUTLS_E_BASE64_DECODING_ERROR there is no revocation list in PEM, or a block cannot be
 *   decoded
 * @retval GNUTLS_E_INVALID_REQUEST `crls`, `size` or `data` is NULL
 *
 * @since 3.0
 */
int gnutls_x509_crl_list_import2(gnutls_x509_crl_t **crls,
                                 unsigned int *size,
                                 const gnutls_datum_t *data,
                                 gnutls_x509_crt_fmt_t format,
                                 unsigned int flags);

/**
 * Describes a revocation list in text for people to read.
 *
 * The text is in English and meant for display; programs use the getters. There is one form of it,
 * whatever `format` is.
 *
 * @param crl the list
 * @param format `GNUTLS_CRT_PRINT_FULL`, or another value of its type
 * @param out takes the text, with a NUL that `size` does not count; its `data` is freed with
 *   `gnutls_free`
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_INVALID_REQUEST `crl` or `out` is NULL, or the format is unknown
 */
int gnutls_x509_crl_print(gnutls_x509_crl_t crl,
                          gnutls_certificate_print_formats_t format,
                          gnutls_datum_t *out);

/**
 * Sets the identifier of the key that signs a revocation list.
 *
 * It is the subject key identifier of the issuer's certificate. The extension is not critical, and
 * takes the place of the one that is there.
 *
 * @param crl the list
 * @param id the identifier, which is copied
 * @param id_size its length in bytes
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_INVALID_REQUEST `crl` is NULL, or `id` is NULL while `id_size` is not 0
 *
 * @since 2.8.0
 * @see RFC 5280 section 5.2.1
 */
int gnutls_x509_crl_set_authority_key_id(gnutls_x509_crl_t crl, const void *id, size_t id_size);

/**
 * Adds a certificate to those that a revocation list revokes.
 *
 * Its serial number is copied. That the issuers are the same is not checked.
 *
 * @param crl the list
 * @param crt the certificate
 * @param revocation_time the time of revocation in seconds since 1970
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_ASN1_VALUE_NOT_VALID the certificate has no serial number yet
 * @retval GNUTLS_E_ASN1_GENERIC_ERROR the year is not from 0 to 9999
 * @retval GNUTLS_E_INVALID_REQUEST `crl` or `crt` is NULL
 *
 * @see RFC 5280 section 5.1.2.6
 */
int gnutls_x509_crl_set_crt(gnutls_x509_crl_t crl, gnutls_x509_crt_t crt, time_t revocation_time);

/**
 * Adds a certificate, by its serial number, to those that a revocation list revokes.
 *
 * @param crl the list
 * @param serial the serial number, big-endian; it is copied, without needless bytes in front
 * @param serial_size its length in bytes
 * @param revocation_time the time of revocation in seconds since 1970
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_ASN1_VALUE_NOT_VALID the serial number is empty
 * @retval GNUTLS_E_ASN1_GENERIC_ERROR the year is not from 0 to 9999
 * @retval GNUTLS_E_INVALID_REQUEST `crl` is NULL, or `serial` is NULL while `serial_size` is not 0
 *
 * @see RFC 5280 section 5.1.2.6
 */
int gnutls_x509_crl_set_crt_serial(gnutls_x509_crl_t crl,
                                   const void *serial,
                                   size_t serial_size,
                                   time_t revocation_time);

/**
 * Sets the time by which the next revocation list is issued.
 *
 * RFC 5280 requires it in every list. A verifier treats the list as out of date after it.
 *
 * @param crl the list
 * @param exp_time seconds since 1970
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_ASN1_GENERIC_ERROR the year is not from 0 to 9999
 * @retval GNUTLS_E_INVALID_REQUEST `crl` is NULL
 *
 * @see RFC 5280 section 5.1.2.5
 */
int gnutls_x509_crl_set_next_update(gnutls_x509_crl_t crl, time_t exp_time);

/**
 * Sets the number of a revocation list.
 *
 * It grows from list to list of one issuer. The extension is not critical, and takes the place of the
 * one that is there.
 *
 * @param crl the list
 * @param nr the number, big-endian, in two's complement; it is copied, without needless bytes in front
 * @param nr_size its length in bytes; not 0
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_INVALID_REQUEST `crl` is NULL, or the number is NULL or empty
 *
 * @since 2.8.0
 * @see RFC 5280 section 5.2.3
 */
int gnutls_x509_crl_set_number(gnutls_x509_crl_t crl, const void *nr, size_t nr_size);

/**
 * Sets the time when a revocation list is issued.
 *
 * It must be set before the list is signed. It is written as UTCTime for the years from 1950 to 2049,
 * else as GeneralizedTime.
 *
 * @param crl the list
 * @param act_time seconds since 1970
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_ASN1_GENERIC_ERROR the year is not from 0 to 9999
 * @retval GNUTLS_E_INVALID_REQUEST `crl` is NULL
 *
 * @see RFC 5280 section 5.1.2.4
 */
int gnutls_x509_crl_set_this_update(gnutls_x509_crl_t crl, time_t act_time);

/**
 * Sets the version of a revocation list.
 *
 * It must be set before the list is signed. Lists with extensions need version 2, which is not
 * checked.
 *
 * @param crl the list
 * @param version 1 or 2; 0 counts as 1
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_INVALID_REQUEST `crl` is NULL
 *
 * @see RFC 5280 section 5.1.2.1
 */
int gnutls_x509_crl_set_version(gnutls_x509_crl_t crl, unsigned int version);

/**
 * Signs a revocation list, with the digest that fits the key.
 *
 * The same as `gnutls_x509_crl_sign2` with `GNUTLS_DIG_UNKNOWN` and no flags, which says more.
 *
 * @param crl the list
 * @param issuer the certificate of the authority
 * @param issuer_key the private key of `issuer`
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_ASN1_VALUE_NOT_FOUND version or time of issue is not set
 * @retval GNUTLS_E_UNSUPPORTED_SIGNATURE_ALGORITHM the key does not sign so, or is of another kind
 *   than that of `issuer`
 * @retval GNUTLS_E_INCOMPATIBLE_SIG_WITH_KEY the key does not sign so, or is of another kind than that
 *   of `issuer`
 * @retval GNUTLS_E_CONSTRAINT_ERROR the key does not sign so, or is of another kind than that of
 *   `issuer`
 * @retval GNUTLS_E_PK_SIGN_FAILED signing failed
 * @retval GNUTLS_E_INVALID_REQUEST `crl` or `issuer` is NULL, or `issuer_key` is NULL or empty
 *
 * @see RFC 5280 section 5.1.1
 */
int gnutls_x509_crl_sign(gnutls_x509_crl_t crl, gnutls_x509_crt_t issuer, gnutls_x509_privkey_t issuer_key);

/**
 * Signs a revocation list with a digest of choice.
 *
 * The subject of `issuer` becomes the issuer of the list. It is not checked whether `issuer_key` is
 * its key, or whether it may sign lists. A field that is set later makes the signature wrong until the
 * list is signed anew. On failure the list stays as it was.
 *
 * @param crl the list
 * @param issuer the certificate of the authority
 * @param issuer_key the private key of `issuer`. If that one's key is restricted to RSA-PSS, an RSA
 *   key signs so
 * @param dig the digest, such as `GNUTLS_DIG_SHA256`, or `GNUTLS_DIG_UNKNOWN` for one that fits the
 *   key. Keys of EdDSA and ML-DSA take no other than their own
 * @param flags 0, or of `GNUTLS_PRIVKEY_SIGN_FLAG_RSA_PSS` and `GNUTLS_PRIVKEY_FLAG_REPRODUCIBLE`
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_ASN1_VALUE_NOT_FOUND version or time of issue is not set
 * @retval GNUTLS_E_UNSUPPORTED_SIGNATURE_ALGORITHM key and digest do not go together
 * @retval GNUTLS_E_INCOMPATIBLE_SIG_WITH_KEY key and digest do not go together
 * @retval GNUTLS_E_CONSTRAINT_ERROR the key is restricted to another digest, or too short for RSA-PSS
 * @retval GNUTLS_E_PK_SIGN_FAILED signing failed
 * @retval GNUTLS_E_INVALID_REQUEST `crl` or `issuer` is NULL, `issuer_key` is NULL or empty, or
 *   RSA-PSS is asked of another kind of key
 *
 * @see RFC 5280 section 5.1.1
 */
int gnutls_x509_crl_sign2(gnutls_x509_crl_t crl,
                          gnutls_x509_crt_t issuer,
                          gnutls_x509_privkey_t issuer_key,
                          gnutls_digest_algorithm_t dig,
                          unsigned int flags);

/**
 * Verifies a revocation list against an array of authorities.
 *
 * Signature, key usage and times are checked; of authorities of one name the one with the list's key
 * identifier is taken. The time is that of `gnutls_global_set_time_function`, if one is set.
 *
 * @param crl the list
 * @param trusted_cas certificates of authorities
 * @param tcas_size their number
 * @param flags of `GNUTLS_VERIFY_*`: `GNUTLS_VERIFY_DISABLE_CA_SIGN` takes the issuer for an
 *   authority, whatever it says; `GNUTLS_VERIFY_ALLOW_BROKEN` and the like take broken algorithms.
 *   None leaves out the times
 * @param verify takes bits of `gnutls_certificate_status_t`, 0 for a good list: `GNUTLS_CERT_INVALID`
 *   with `GNUTLS_CERT_SIGNER_NOT_FOUND`, `GNUTLS_CERT_SIGNER_NOT_CA`,
 *   `GNUTLS_CERT_SIGNER_CONSTRAINTS_FAILURE`, `GNUTLS_CERT_SIGNATURE_FAILURE`,
 *   `GNUTLS_CERT_INSECURE_ALGORITHM`, `GNUTLS_CERT_REVOCATION_DATA_ISSUED_IN_FUTURE` or
 *   `GNUTLS_CERT_REVOCATION_DATA_SUPERSEDED`. May be NULL
 *
 * @return `GNUTLS_E_SUCCESS` (0) if the verification was done, whatever its result is, or a negative
 *   error code
 * @retval GNUTLS_E_INVALID_REQUEST `crl`, `trusted_cas` or one of its elements is NULL
 *
 * @see RFC 5280 section 6.3
 */
int gnutls_x509_crl_verify(gnutls_x509_crl_t crl,
                           const gnutls_x509_crt_t *trusted_cas,
                           unsigned int tcas_size,
                           unsigned int flags,
                           unsigned int *verify);

/**
 * Frees a certificate request.
 *
 * Certificates that took subject, key or extensions from it have copies, and are not affected.
 *
 * @param crq the request; NULL is ignored
 */
void gnutls_x509_crq_deinit(gnutls_x509_crq_t crq);

/**
 * Writes a certificate request in DER or PEM to a buffer.
 *
 * What was imported comes out byte for byte. A request that is being built can be exported once it is
 * signed; sign again after a change. `gnutls_x509_crq_export2` allocates the memory itself.
 *
 * @param crq the request
 * @param format `GNUTLS_X509_FMT_PEM` for a block labelled `NEW CERTIFICATE REQUEST`; every other
 *   value means DER
 * @param output_data takes the bytes, of PEM with a NUL behind them; NULL to ask for the length
 * @param output_data_size in: the capacity of `output_data` in bytes; out: the length without a NUL,
 *   or the capacity needed after `GNUTLS_E_SHORT_MEMORY_BUFFER`
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_SHORT_MEMORY_BUFFER `output_data` is NULL or too small
 * @retval GNUTLS_E_ASN1_VALUE_NOT_FOUND the request is not signed yet
 * @retval GNUTLS_E_INVALID_REQUEST `crq` or `output_data_size` is NULL
 *
 * @see RFC 7468
 */
int gnutls_x509_crq_export(gnutls_x509_crq_t crq,
                           gnutls_x509_crt_fmt_t format,
                           void *output_data,
                           size_t *output_data_size);

/**
 * Writes a certificate request in DER or PEM to fresh memory.
 *
 * What was imported comes out byte for byte. A request that is being built can be exported once it is
 * signed; sign again after a change.
 *
 * @param crq the request
 * @param format `GNUTLS_X509_FMT_PEM` for a block labelled `NEW CERTIFICATE REQUEST`; every other
 *   value means DER
 * @param out takes the bytes, with a NUL behind them that `size` does not count; its `data` is freed
 *   with `gnutls_free`
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_ASN1_VALUE_NOT_FOUND the request is not signed yet
 * @retval GNUTLS_E_INVALID_REQUEST `crq` or `out` is NULL
 *
 * @see RFC 7468
 */
int gnutls_x509_crq_export2(gnutls_x509_crq_t crq, gnutls_x509_crt_fmt_t format, gnutls_datum_t *out);

/**
 * Writes a value of an attribute of a certificate request, found by its type, to a buffer.
 *
 * @param crq the request
 * @param oid the dotted type
 * @param indx which of all values of this type, from 0
 * @param buf takes the value in DER; GnuTLS needs a byte more; NULL to ask for the length
 * @param buf_size in: the capacity of `buf` in bytes; out: the length written, or needed after
 *   `GNUTLS_E_SHORT_MEMORY_BUFFER`
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_SHORT_MEMORY_BUFFER `buf` is NULL or too small
 * @retval GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE there is no such value
 * @retval GNUTLS_E_ASN1_VALUE_NOT_VALID `oid` is no dotted identifier
 * @retval GNUTLS_E_INVALID_REQUEST `crq`, `oid` or `buf_size` is NULL
 *
 * @see RFC 2986 section 4.1
 */
int gnutls_x509_crq_get_attribute_by_oid(gnutls_x509_crq_t crq,
                                         const char *oid,
                                         unsigned int indx,
                                         void *buf,
                                         size_t *buf_size);

/**
 * Writes the first value of an attribute of a certificate request to a buffer.
 *
 * `gnutls_x509_crq_get_attribute_info` with the same index tells the type;
 * `gnutls_x509_crq_get_attribute_by_oid` returns further values.
 *
 * @param crq the request
 * @param indx which attribute, from 0
 * @param data takes the value in DER; NULL to ask for the length
 * @param sizeof_data in: the capacity of `data` in bytes; out: the length written, or needed after
 *   `GNUTLS_E_SHORT_MEMORY_BUFFER`
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_SHORT_MEMORY_BUFFER `data` is NULL or too small, where GnuTLS 3.7.9 returns 0
 * @retval GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE there are no more attributes, or this one has no value
 * @retval GNUTLS_E_INVALID_REQUEST `crq` or `sizeof_data` is NULL
 *
 * @since 2.8.0
 * @see RFC 2986 section 4.1
 */
int gnutls_x509_crq_get_attribute_data(gnutls_x509_crq_t crq,
                                       unsigned int indx,
                                       void *data,
                                       size_t *sizeof_data);

/**
 * Writes the type of an attribute of a certificate request to a buffer.
 *
 * With a growing index it tells which attributes there are, in their order.
 * `gnutls_x509_crq_get_attribute_data` with the same index returns the value.
 *
 * @param crq the request
 * @param indx which attribute, from 0
 * @param oid takes the dotted type, NUL-terminated; NULL to ask for the length
 * @param sizeof_oid in: the capacity of `oid` in bytes; out: the length with the NUL, written or
 *   needed
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_SHORT_MEMORY_BUFFER `oid` is NULL or too small, where GnuTLS 3.7.9 returns 0
 * @retval GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE there are no more attributes
 * @retval GNUTLS_E_INVALID_REQUEST `crq` or `sizeof_oid` is NULL
 *
 * @since 2.8.0
 * @see RFC 2986 section 4.1
 */
int gnutls_x509_crq_get_attribute_info(gnutls_x509_crq_t crq,
                                       unsigned int indx,
                                       void *oid,
                                       size_t *sizeof_oid);

/**
 * Returns the basic constraints that a request asks for: whether to be an authority, and how long the
 * path below it may be.
 *
 * @param crq the request
 * @param critical takes 1 if the extension is critical, else 0; may be NULL
 * @param ca takes 1 for an authority, else 0; may be NULL
 * @param pathlen takes the number of authorities that may stand between it and an end certificate, -1
 *   without a limit; may be NULL
 *
 * @return 1 for an authority, 0 for none, or a negative error code
 * @retval GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE the request does not say
 * @retval GNUTLS_E_ASN1_DER_ERROR the extension cannot be read, or its path length is no number from 0
 *   to 2^31-1
 * @retval GNUTLS_E_ASN1_TAG_ERROR the extension cannot be read, or its path length is no number from 0
 *   to 2^31-1
 * @retval GNUTLS_E_ASN1_GENERIC_ERROR the extension cannot be read, or its path length is no number
 *   from 0 to 2^31-1
 * @retval GNUTLS_E_INVALID_REQUEST `crq` is NULL
 *
 * @since 2.8.0
 * @see RFC 5280 section 4.2.1.9
 */
int gnutls_x509_crq_get_basic_constraints(gnutls_x509_crq_t crq,
                                          unsigned int *critical,
                                          unsigned int *ca,
                                          int *pathlen);

/**
 * Writes the challenge password of a certificate request to a buffer.
 *
 * The requester may use it later to ask for its revocation.
 *
 * @param crq the request
 * @param pass takes the password; what is no string comes as `#` and the hex of its DER,
 *   NUL-terminated; NULL to ask for the length
 * @param pass_size in: the capacity of `pass` in bytes; out: the length without the NUL, or the
 *   capacity needed with it after `GNUTLS_E_SHORT_MEMORY_BUFFER`
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_SHORT_MEMORY_BUFFER `pass` is NULL or too small
 * @retval GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE the request has none
 * @retval GNUTLS_E_ASN1_GENERIC_ERROR the attribute has no value
 * @retval GNUTLS_E_INVALID_REQUEST `crq` or `pass_size` is NULL
 *
 * @see RFC 2985 section 5.4.1
 */
int gnutls_x509_crq_get_challenge_password(gnutls_x509_crq_t crq, char *pass, size_t *pass_size);

/**
 * Writes the subject of a certificate request as text to a buffer, its parts in the order of their
 * encoding.
 *
 * That is the reverse of RFC 4514. `gnutls_x509_crq_get_dn3` has the order of RFC 4514, and allocates
 * the memory itself.
 *
 * @param crq the request
 * @param buf takes the text in UTF-8, NUL-terminated; NULL to ask for the length
 * @param buf_size in: the capacity of `buf` in bytes; out: the length without the NUL, or the capacity
 *   needed with it after `GNUTLS_E_SHORT_MEMORY_BUFFER`
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_SHORT_MEMORY_BUFFER `buf` is NULL or too small
 * @retval GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE the subject has no parts
 * @retval GNUTLS_E_ASN1_VALUE_NOT_VALID a part whose type asks for a DirectoryString is empty
 * @retval GNUTLS_E_INVALID_REQUEST `crq` or `buf_size` is NULL
 *
 * @see RFC 4514
 */
int gnutls_x509_crq_get_dn(gnutls_x509_crq_t crq, char *buf, size_t *buf_size);

/**
 * Returns the subject of a certificate request as text in fresh memory, its parts in the order of
 * their encoding.
 *
 * That is the reverse of RFC 4514. `gnutls_x509_crq_get_dn3` without flags has the order of RFC 4514.
 *
 * @param crq the request
 * @param dn takes the text in UTF-8, with a NUL behind it that `size` does not count; its `data` is
 *   freed with `gnutls_free`
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE the subject has no parts
 * @retval GNUTLS_E_ASN1_VALUE_NOT_VALID a part whose type asks for a DirectoryString is empty
 * @retval GNUTLS_E_INVALID_REQUEST `crq` or `dn` is NULL
 *
 * @since 3.1.10
 * @see RFC 4514
 */
int gnutls_x509_crq_get_dn2(gnutls_x509_crq_t crq, gnutls_datum_t *dn);

/**
 * Returns the subject of a certificate request as text in fresh memory, in the order of RFC 4514 or of
 * its encoding.
 *
 * Special characters are escaped; values of unknown types and what is no text come as `#` and the hex
 * of their DER.
 *
 * @param crq the request
 * @param dn takes the text in UTF-8, with a NUL behind it that `size` does not count; its `data` is
 *   freed with `gnutls_free`
 * @param flags 0 for the last part first, as RFC 4514 has it, or `GNUTLS_X509_DN_FLAG_COMPAT` for the
 *   order of the encoding
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE the subject has no parts
 * @retval GNUTLS_E_ASN1_VALUE_NOT_VALID a part whose type asks for a DirectoryString is empty
 * @retval GNUTLS_E_INVALID_REQUEST `crq` or `dn` is NULL
 *
 * @since 3.5.7
 * @see RFC 4514
 */
int gnutls_x509_crq_get_dn3(gnutls_x509_crq_t crq, gnutls_datum_t *dn, unsigned int flags);

/**
 * Writes a part of the subject of a certificate request to a buffer: the value of an attribute by its
 * type.
 *
 * As text the value is escaped as RFC 4514 has it; of an unknown type it is `#` and the hex of its
 * DER.
 *
 * @param crq the request
 * @param oid the dotted type, such as `GNUTLS_OID_X520_COMMON_NAME`
 * @param indx which of several values of this type, from 0
 * @param raw_flag 0 for text, else the value in DER with its tag
 * @param buf takes the value, NUL-terminated; NULL to ask for the length
 * @param buf_size in: the capacity of `buf` in bytes; out: the length without the NUL, or the capacity
 *   needed with it after `GNUTLS_E_SHORT_MEMORY_BUFFER`
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_SHORT_MEMORY_BUFFER `buf` is NULL or too small; a NUL is written behind DER too,
 *   and needs its place
 * @retval GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE there is no such value
 * @retval GNUTLS_E_INVALID_REQUEST `crq`, `oid` or `buf_size` is NULL
 *
 * @see RFC 4514
 */
int gnutls_x509_crq_get_dn_by_oid(gnutls_x509_crq_t crq,
                                  const char *oid,
                                  unsigned int indx,
                                  unsigned int raw_flag,
                                  void *buf,
                                  size_t *buf_size);

/**
 * Writes the type of a part of the subject of a certificate request to a buffer.
 *
 * With a growing index it tells which attributes the name has, in the order of their encoding;
 * `gnutls_x509_crq_get_dn_by_oid` returns their values.
 *
 * @param crq the request
 * @param indx which attribute, from 0
 * @param oid takes the dotted type, NUL-terminated; NULL to ask for the length
 * @param sizeof_oid in: the capacity of `oid` in bytes; out: the length without the NUL, or the
 *   capacity needed with it after `GNUTLS_E_SHORT_MEMORY_BUFFER`
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_SHORT_MEMORY_BUFFER `oid` is NULL or too small
 * @retval GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE there are no more attributes
 * @retval GNUTLS_E_INVALID_REQUEST `crq` or `sizeof_oid` is NULL
 */
int gnutls_x509_crq_get_dn_oid(gnutls_x509_crq_t crq, unsigned int indx, void *oid, size_t *sizeof_oid);

/**
 * Writes the content of an extension that a request asks for, found by its type, to a buffer.
 *
 * That is what its OCTET STRING holds.
 *
 * @param crq the request
 * @param oid the dotted type
 * @param indx which of several of this type, from 0
 * @param buf takes the bytes; with NULL the length alone is written, which is a success
 * @param buf_size in: the capacity of `buf` in bytes; out: the length
 * @param critical takes 1 if the extension is critical, else 0; may be NULL
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_SHORT_MEMORY_BUFFER `buf` is too small
 * @retval GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE there is no such extension
 * @retval GNUTLS_E_ASN1_VALUE_NOT_VALID `oid` is no dotted identifier
 * @retval GNUTLS_E_ASN1_DER_ERROR the extensions cannot be read
 * @retval GNUTLS_E_ASN1_TAG_ERROR the extensions cannot be read
 * @retval GNUTLS_E_ASN1_GENERIC_ERROR the extensions cannot be read
 * @retval GNUTLS_E_INVALID_REQUEST `crq`, `oid` or `buf_size` is NULL
 *
 * @since 2.8.0
 * @see RFC 2985 section 5.4.2
 */
int gnutls_x509_crq_get_extension_by_oid(gnutls_x509_crq_t crq,
                                         const char *oid,
                                         unsigned int indx,
                                         void *buf,
                                         size_t *buf_size,
                                         unsigned int *critical);

/**
 * Returns the content of an extension that a request asks for, found by its type, in fresh memory.
 *
 * That is what its OCTET STRING holds.
 *
 * @param crq the request
 * @param oid the dotted type
 * @param indx which of several of this type, from 0
 * @param output takes the bytes, with a NUL behind them that `size` does not count; its `data` is
 *   freed with `gnutls_free`
 * @param critical takes 1 if the extension is critical, else 0; may be NULL
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE there is no such extension
 * @retval GNUTLS_E_ASN1_VALUE_NOT_VALID `oid` is no dotted identifier
 * @retval GNUTLS_E_ASN1_DER_ERROR the extensions cannot be read
 * @retval GNUTLS_E_ASN1_TAG_ERROR the extensions cannot be read
 * @retval GNUTLS_E_ASN1_GENERIC_ERROR the extensions cannot be read
 * @retval GNUTLS_E_INVALID_REQUEST `crq`, `oid` or `output` is NULL
 *
 * @since 3.3.8
 * @see RFC 2985 section 5.4.2
 */
int gnutls_x509_crq_get_extension_by_oid2(gnutls_x509_crq_t crq,
                                          const char *oid,
                                          unsigned int indx,
                                          gnutls_datum_t *output,
                                          unsigned int *critical);

/**
 * Writes the content of an extension that a request asks for to a buffer.
 *
 * That is what its OCTET STRING holds. `gnutls_x509_crq_get_extension_info` with the same index tells
 * the type.
 *
 * @param crq the request
 * @param indx which extension, from 0
 * @param data takes the bytes; with NULL the length alone is written, which is a success
 * @param sizeof_data in: the capacity of `data` in bytes; out: the length
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_SHORT_MEMORY_BUFFER `data` is too small
 * @retval GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE there are no more extensions
 * @retval GNUTLS_E_ASN1_DER_ERROR the extensions cannot be read
 * @retval GNUTLS_E_ASN1_TAG_ERROR the extensions cannot be read
 * @retval GNUTLS_E_ASN1_GENERIC_ERROR the extensions cannot be read
 * @retval GNUTLS_E_INVALID_REQUEST `crq` or `sizeof_data` is NULL
 *
 * @since 2.8.0
 * @see RFC 2985 section 5.4.2
 */
int gnutls_x509_crq_get_extension_data(gnutls_x509_crq_t crq,
                                       unsigned int indx,
                                       void *data,
                                       size_t *sizeof_data);

/**
 * Returns the content of an extension that a request asks for in fresh memory.
 *
 * That is what its OCTET STRING holds. `gnutls_x509_crq_get_extension_info` with the same index tells
 * the type.
 *
 * @param crq the request
 * @param indx which extension, from 0
 * @param data takes the bytes, with a NUL behind them that `size` does not count; its `data` is freed
 *   with `gnutls_free`
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE there are no more extensions
 * @retval GNUTLS_E_ASN1_DER_ERROR the extensions cannot be read
 * @retval GNUTLS_E_ASN1_TAG_ERROR the extensions cannot be read
 * @retval GNUTLS_E_ASN1_GENERIC_ERROR the extensions cannot be read
 * @retval GNUTLS_E_INVALID_REQUEST `crq` or `data` is NULL
 *
 * @since 3.3.0
 * @see RFC 2985 section 5.4.2
 */
int gnutls_x509_crq_get_extension_data2(gnutls_x509_crq_t crq, unsigned int indx, gnutls_datum_t *data);

/**
 * Writes the type of an extension that a request asks for to a buffer, and tells whether it is
 * critical.
 *
 * With a growing index it tells which extensions are asked for, in their order.
 * `gnutls_x509_crq_get_extension_data2` with the same index returns the content.
 *
 * @param crq the request
 * @param indx which extension, from 0
 * @param oid takes the dotted type, NUL-terminated; NULL to ask for the length
 * @param sizeof_oid in: the capacity of `oid` in bytes; out: the length with the NUL, written or
 *   needed
 * @param critical takes 1 if the extension is critical, else 0; may be NULL
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_SHORT_MEMORY_BUFFER `oid` is NULL or too small, where GnuTLS 3.7.9 returns 0
 * @retval GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE there are no more extensions
 * @retval GNUTLS_E_ASN1_DER_ERROR the extensions cannot be read
 * @retval GNUTLS_E_ASN1_TAG_ERROR the extensions cannot be read
 * @retval GNUTLS_E_ASN1_GENERIC_ERROR the extensions cannot be read
 * @retval GNUTLS_E_INVALID_REQUEST `crq` or `sizeof_oid` is NULL
 *
 * @since 2.8.0
 * @see RFC 2985 section 5.4.2
 */
int gnutls_x509_crq_get_extension_info(gnutls_x509_crq_t crq,
                                       unsigned int indx,
                                       void *oid,
                                       size_t *sizeof_oid,
                                       unsigned int *critical);

/**
 * Writes an identifier of the key of a certificate request to a buffer: a digest of its
 * SubjectPublicKeyInfo.
 *
 * It depends on the key alone: `gnutls_x509_privkey_get_key_id` of the private key and
 * `gnutls_x509_crt_get_key_id` of a certificate for it return the same.
 *
 * @param crq the request
 * @param flags `GNUTLS_KEYID_USE_SHA1` (0), `GNUTLS_KEYID_USE_SHA256`, `GNUTLS_KEYID_USE_SHA512`, or
 *   `GNUTLS_KEYID_USE_BEST_KNOWN`, which is SHA-512 today
 * @param output_data takes the digest; NULL to ask for the length
 * @param output_data_size in: the capacity of `output_data` in bytes; out: the length written, or
 *   needed after `GNUTLS_E_SHORT_MEMORY_BUFFER`
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code:
 * - codes of `gnutls_x509_crq_get_pk_algorithm`, if the key cannot be read
 * @retval GNUTLS_E_SHORT_MEMORY_BUFFER `output_data` is NULL or too small
 * @retval GNUTLS_E_ASN1_VALUE_NOT_FOUND the request has no key yet
 * @retval GNUTLS_E_INVALID_REQUEST `crq` or `output_data_size` is NULL
 *
 * @since 2.8.0
 */
int gnutls_x509_crq_get_key_id(gnutls_x509_crq_t crq,
                               unsigned int flags,
                               unsigned char *output_data,
                               size_t *output_data_size);

/**
 * Writes a purpose of the extended key usage that a request asks for to a buffer.
 *
 * @param crq the request
 * @param indx which purpose, from 0
 * @param oid takes the dotted identifier, NUL-terminated, such as `GNUTLS_KP_TLS_WWW_SERVER`; NULL to
 *   ask for the length
 * @param sizeof_oid in: the capacity of `oid` in bytes; out: the length with the NUL, written or
 *   needed
 * @param critical takes 1 if the extension is critical, else 0; may be NULL
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_SHORT_MEMORY_BUFFER `oid` is NULL or too small
 * @retval GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE there are no more purposes, or no such extension
 * @retval GNUTLS_E_ASN1_DER_ERROR the extension cannot be read
 * @retval GNUTLS_E_ASN1_TAG_ERROR the extension cannot be read
 * @retval GNUTLS_E_ASN1_GENERIC_ERROR the extension cannot be read
 * @retval GNUTLS_E_INVALID_REQUEST `crq` or `sizeof_oid` is NULL
 *
 * @since 2.8.0
 * @see RFC 5280 section 4.2.1.12
 */
int gnutls_x509_crq_get_key_purpose_oid(gnutls_x509_crq_t crq,
                                        unsigned int indx,
                                        void *oid,
                                        size_t *sizeof_oid,
                                        unsigned int *critical);

/**
 * Returns modulus and exponent of the RSA key of a certificate request.
 *
 * They are big-endian and unsigned, without a zero in front, and in fresh memory that is freed with
 * `gnutls_free`.
 *
 * @param crq the request
 * @param m takes the modulus; may be NULL
 * @param e takes the public exponent; may be NULL
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code:
 * - codes of `gnutls_x509_crq_get_pk_algorithm`, if the key cannot be read
 * @retval GNUTLS_E_INVALID_REQUEST `crq` is NULL, there is no key yet, or it is of another kind
 *
 * @since 2.8.0
 * @see RFC 8017 section 3.1
 */
int gnutls_x509_crq_get_key_rsa_raw(gnutls_x509_crq_t crq, gnutls_datum_t *m, gnutls_datum_t *e);

/**
 * Returns what the key of a certificate request is to be used for.
 *
 * @param crq the request
 * @param key_usage takes bits such as `GNUTLS_KEY_DIGITAL_SIGNATURE`; may be NULL
 * @param critical takes 1 if the extension is critical, else 0; may be NULL
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE the request does not say
 * @retval GNUTLS_E_ASN1_DER_ERROR the extension cannot be read
 * @retval GNUTLS_E_ASN1_TAG_ERROR the extension cannot be read
 * @retval GNUTLS_E_ASN1_GENERIC_ERROR the extension cannot be read
 * @retval GNUTLS_E_SHORT_MEMORY_BUFFER it has more than 16 bits
 * @retval GNUTLS_E_INVALID_REQUEST `crq` is NULL
 *
 * @since 2.8.0
 * @see RFC 5280 section 4.2.1.3
 */
int gnutls_x509_crq_get_key_usage(gnutls_x509_crq_t crq, unsigned int *key_usage, unsigned int *critical);

/**
 * Returns the kind of the key of a certificate request, and its bits.
 *
 * @param crq the request
 * @param bits takes the bits of the modulus or of the curve, 0 after an error; may be NULL
 *
 * @return a value of `gnutls_pk_algorithm_t`, or a negative error code:
 * - other codes of the key's parser: the key cannot be read
 * @retval GNUTLS_E_ASN1_VALUE_NOT_FOUND the request has no key yet
 * @retval GNUTLS_E_UNKNOWN_PK_ALGORITHM the key is of a kind, curve or digest that is not supported
 * @retval GNUTLS_E_ECC_UNSUPPORTED_CURVE the key is of a kind, curve or digest that is not supported
 * @retval GNUTLS_E_UNKNOWN_HASH_ALGORITHM the key is of a kind, curve or digest that is not supported
 * @retval GNUTLS_E_ASN1_DER_ERROR the key cannot be read
 * @retval GNUTLS_E_ASN1_TAG_ERROR the key cannot be read
 * @retval GNUTLS_E_ASN1_ELEMENT_NOT_FOUND the key cannot be read
 * @retval GNUTLS_E_PK_INVALID_PUBKEY the key cannot be read
 * @retval GNUTLS_E_INVALID_REQUEST `crq` is NULL
 *
 * @see RFC 2986 section 4.1
 */
int gnutls_x509_crq_get_pk_algorithm(gnutls_x509_crq_t crq, unsigned int *bits);

/**
 * Writes the dotted identifier of the algorithm of a request's key to a buffer.
 *
 * It is there also for keys of a kind that is not supported.
 *
 * @param crq the request
 * @param oid takes the identifier, NUL-terminated; NULL to ask for the length
 * @param oid_size in: the capacity of `oid` in bytes, with one byte beyond the NUL; out: the length
 *   with the NUL, or the capacity needed after `GNUTLS_E_SHORT_MEMORY_BUFFER`
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_SHORT_MEMORY_BUFFER `oid` is NULL or too small
 * @retval GNUTLS_E_ASN1_VALUE_NOT_FOUND the request has no key yet
 * @retval GNUTLS_E_INVALID_REQUEST `crq` or `oid_size` is NULL
 *
 * @since 3.5.0
 * @see RFC 2986 section 4.1
 */
int gnutls_x509_crq_get_pk_oid(gnutls_x509_crq_t crq, char *oid, size_t *oid_size);

/**
 * Returns the time in which the private key of a request is to be used.
 *
 * @param crq the request
 * @param activation takes its start in seconds since 1970, -1 without one; may be NULL
 * @param expiration takes its end, -1 without one; may be NULL
 * @param critical takes 1 if the extension is critical, else 0; may be NULL
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE the request does not say
 * @retval GNUTLS_E_ASN1_DER_ERROR the extension cannot be read
 * @retval GNUTLS_E_ASN1_TAG_ERROR the extension cannot be read
 * @retval GNUTLS_E_ASN1_GENERIC_ERROR the extension cannot be read
 * @retval GNUTLS_E_ASN1_TIME_ERROR the extension cannot be read
 * @retval GNUTLS_E_CERTIFICATE_TIME_ERROR the extension cannot be read
 * @retval GNUTLS_E_INVALID_REQUEST `crq` is NULL
 *
 * @see RFC 3280 section 4.2.1.4
 */
int gnutls_x509_crq_get_private_key_usage_period(gnutls_x509_crq_t crq,
                                                 time_t *activation,
                                                 time_t *expiration,
                                                 unsigned int *critical);

/**
 * Returns the algorithm by which a certificate request is signed.
 *
 * `gnutls_sign_get_name` has its name, `gnutls_x509_crq_get_signature_oid` its identifier, also of an
 * algorithm that is not known here.
 *
 * @param crq the request
 *
 * @return a value of `gnutls_sign_algorithm_t`, `GNUTLS_SIGN_UNKNOWN` (0) if it is not known or there
 *   is no signature, or a negative error code
 * @retval GNUTLS_E_INVALID_REQUEST `crq` is NULL
 *
 * @since 3.4.0
 * @see RFC 2986 section 4.2
 */
int gnutls_x509_crq_get_signature_algorithm(gnutls_x509_crq_t crq);

/**
 * Writes the dotted identifier of the algorithm by which a request is signed to a buffer.
 *
 * @param crq the request
 * @param oid takes the identifier, NUL-terminated; NULL to ask for the length
 * @param oid_size in: the capacity of `oid` in bytes, with one byte beyond the NUL; out: the length
 *   with the NUL, or the capacity needed after `GNUTLS_E_SHORT_MEMORY_BUFFER`
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_SHORT_MEMORY_BUFFER `oid` is NULL or too small
 * @retval GNUTLS_E_ASN1_VALUE_NOT_FOUND the request is not signed yet
 * @retval GNUTLS_E_INVALID_REQUEST `crq` or `oid_size` is NULL
 *
 * @since 3.5.0
 * @see RFC 2986 section 4.2
 */
int gnutls_x509_crq_get_signature_oid(gnutls_x509_crq_t crq, char *oid, size_t *oid_size);

/**
 * Returns the restrictions of the key of a certificate request to RSA-PSS or RSA-OAEP.
 *
 * @param crq the request
 * @param spki an object from `gnutls_x509_spki_init`, which takes them
 * @param flags not used; pass 0
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code:
 * - codes of `gnutls_x509_crq_get_pk_algorithm`, if the key cannot be read
 * @retval GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE the key has none, or is of another kind than RSA;
 *   `spki` is not changed
 * @retval GNUTLS_E_ASN1_VALUE_NOT_FOUND the request has no key yet
 * @retval GNUTLS_E_INVALID_REQUEST `crq` or `spki` is NULL
 *
 * @see RFC 4055
 */
int gnutls_x509_crq_get_spki(gnutls_x509_crq_t crq, gnutls_x509_spki_t spki, unsigned int flags);

/**
 * Writes an alternative name that a request asks for to a buffer.
 *
 * Names of hosts, mailboxes, URIs and registered identifiers are text with a NUL; addresses are 4 or
 * 16 bytes, a directory name is its RFC 4514 text, both without a NUL. Other names are DER, with their
 * type from `gnutls_x509_crq_get_subject_alt_othername_oid`.
 *
 * @param crq the request
 * @param seq which name, from 0
 * @param ret takes the name; NULL to ask for the length
 * @param ret_size in: the capacity of `ret` in bytes; out: the length without a NUL, or the capacity
 *   needed after `GNUTLS_E_SHORT_MEMORY_BUFFER`
 * @param ret_type takes the kind of name as well; may be NULL
 * @param critical takes 1 if the extension is critical, else 0; may be NULL
 *
 * @return the kind of name, a value of `gnutls_x509_subject_alt_name_t`, or a negative error code
 * @retval GNUTLS_E_SHORT_MEMORY_BUFFER `ret` is NULL or too small
 * @retval GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE there are no more names, or no such extension
 * @retval GNUTLS_E_X509_UNKNOWN_SAN the name is of a kind that is not supported
 * @retval GNUTLS_E_ASN1_DER_ERROR the extension cannot be read
 * @retval GNUTLS_E_ASN1_TAG_ERROR the extension cannot be read
 * @retval GNUTLS_E_ASN1_GENERIC_ERROR the extension cannot be read
 * @retval GNUTLS_E_INVALID_REQUEST `crq` or `ret_size` is NULL
 *
 * @since 2.8.0
 * @see RFC 5280 section 4.2.1.6
 */
int gnutls_x509_crq_get_subject_alt_name(gnutls_x509_crq_t crq,
                                         unsigned int seq,
                                         void *ret,
                                         size_t *ret_size,
                                         unsigned int *ret_type,
                                         unsigned int *critical);

/**
 * Writes the type of an other name that a request asks for to a buffer.
 *
 * `gnutls_x509_crq_get_subject_alt_name` with the same index returns the value.
 *
 * @param crq the request
 * @param seq which of all alternative names, from 0
 * @param ret takes the dotted type, NUL-terminated; NULL to ask for the length
 * @param ret_size in: the capacity of `ret` in bytes; out: the length without the NUL, or the capacity
 *   needed with it after `GNUTLS_E_SHORT_MEMORY_BUFFER`
 *
 * @return the kind of name, `GNUTLS_SAN_OTHERNAME`, or a negative error code
 * @retval GNUTLS_E_SHORT_MEMORY_BUFFER `ret` is NULL or too small
 * @retval GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE there are no more names, no such extension, or the
 *   name is of another kind
 * @retval GNUTLS_E_ASN1_DER_ERROR the extension cannot be read
 * @retval GNUTLS_E_ASN1_TAG_ERROR the extension cannot be read
 * @retval GNUTLS_E_ASN1_GENERIC_ERROR the extension cannot be read
 * @retval GNUTLS_E_INVALID_REQUEST `crq` or `ret_size` is NULL
 *
 * @since 2.8.0
 * @see RFC 5280 section 4.2.1.6
 */
int gnutls_x509_crq_get_subject_alt_othername_oid(gnutls_x509_crq_t crq,
                                                  unsigned int seq,
                                                  void *ret,
                                                  size_t *ret_size);

/**
 * Reads the TLS features that a request asks for, such as OCSP stapling.
 *
 * @param crq the request
 * @param features a list from `gnutls_x509_tlsfeatures_init`, which takes the numbers of the TLS
 *   extensions
 * @param flags 0 to replace what is in the list, or `GNUTLS_EXT_FLAG_APPEND` to add to it
 * @param critical takes 1 if the extension is critical, else 0; may be NULL
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE the request does not say
 * @retval GNUTLS_E_CERTIFICATE_ERROR a feature is no number of a TLS extension
 * @retval GNUTLS_E_ASN1_DER_ERROR the extension cannot be read
 * @retval GNUTLS_E_ASN1_TAG_ERROR the extension cannot be read
 * @retval GNUTLS_E_ASN1_GENERIC_ERROR the extension cannot be read
 * @retval GNUTLS_E_INVALID_REQUEST `crq` or `features` is NULL
 *
 * @since 3.5.1
 * @see RFC 7633
 */
int gnutls_x509_crq_get_tlsfeatures(gnutls_x509_crq_t crq,
                                    gnutls_x509_tlsfeatures_t features,
                                    unsigned int flags,
                                    unsigned int *critical);

/**
 * Returns the version of a certificate request.
 *
 * RFC 2986 knows version 1 alone.
 *
 * @param crq the request
 *
 * @return the version, from 1, or a negative error code
 * @retval GNUTLS_E_ASN1_VALUE_NOT_FOUND it is not set yet
 * @retval GNUTLS_E_INVALID_REQUEST `crq` is NULL
 *
 * @see RFC 2986 section 4.1
 */
int gnutls_x509_crq_get_version(gnutls_x509_crq_t crq);

/**
 * Reads a certificate request from DER or PEM, in the place of what the object held.
 *
 * Of PEM the first block labelled `NEW CERTIFICATE REQUEST` or else `CERTIFICATE REQUEST` is read. The
 * signature is not checked: `gnutls_x509_crq_verify` does that. On failure the object keeps what it
 * had.
 *
 * @param crq a request from `gnutls_x509_crq_init`
 * @param data the bytes, which are copied
 * @param format `GNUTLS_X509_FMT_DER`; every other value means PEM
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_BASE64_UNEXPECTED_HEADER_ERROR there is no such PEM block, or it cannot be decoded
 * @retval GNUTLS_E_BASE64_DECODING_ERROR there is no such PEM block, or it cannot be decoded
 * @retval GNUTLS_E_ASN1_DER_ERROR this is no request in DER, or one of more than 256 attributes
 * @retval GNUTLS_E_ASN1_TAG_ERROR this is no request in DER, or one of more than 256 attributes
 * @retval GNUTLS_E_INVALID_REQUEST `crq` or `data` is NULL
 *
 * @see RFC 2986 section 4, RFC 7468
 */
int gnutls_x509_crq_import(gnutls_x509_crq_t crq, const gnutls_datum_t *data, gnutls_x509_crt_fmt_t format);

/**
 * Creates an empty certificate request.
 *
 * It is filled by `gnutls_x509_crq_import`, or field by field by the setters and then signed with
 * `gnutls_x509_crq_sign2`.
 *
 * @param crq takes the new request, which is freed with `gnutls_x509_crq_deinit`
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_INVALID_REQUEST `crq` is NULL
 *
 * Getters only look at a request: any number of threads may call them on one at the same time, as long
 * as it is not changed.
 *
 * @see RFC 2986
 */
int gnutls_x509_crq_init(gnutls_x509_crq_t *crq);

/**
 * Describes a certificate request in text for people to read.
 *
 * The text is in English and meant for display; programs use the getters. What of the request cannot
 * be read is told in the text and no error.
 *
 * @param crq the request
 * @param format `GNUTLS_CRT_PRINT_FULL`, or another value of its type
 * @param out takes the text, with a NUL that `size` does not count; its `data` is freed with
 *   `gnutls_free`
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_INVALID_REQUEST `crq` or `out` is NULL, or the format is unknown
 *
 * @since 2.8.0
 */
int gnutls_x509_crq_print(gnutls_x509_crq_t crq,
                          gnutls_certificate_print_formats_t format,
                          gnutls_datum_t *out);

/**
 * Sets an attribute of a certificate request to one value.
 *
 * It takes the place of the attribute of its type.
 *
 * @param crq the request
 * @param oid the dotted type
 * @param buf the value, one element of DER; it is copied
 * @param buf_size its length in bytes
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_ASN1_VALUE_NOT_VALID `oid` is no dotted identifier
 * @retval GNUTLS_E_ASN1_VALUE_NOT_FOUND the value is not one element of DER
 * @retval GNUTLS_E_INVALID_REQUEST `crq` or `oid` is NULL, or `buf` is NULL while `buf_size` is not 0
 *
 * @see RFC 2986 section 4.1
 */
int gnutls_x509_crq_set_attribute_by_oid(gnutls_x509_crq_t crq, const char *oid, void *buf, size_t buf_size);

/**
 * Asks in a certificate request to be an authority or none, and for a length of the path below.
 *
 * The extension is critical, and takes the place of the one that is there.
 *
 * @param crq the request
 * @param ca not 0 for an authority
 * @param path_len_constraint the number of authorities that may stand between it and an end
 *   certificate; negative for any number
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_ASN1_DER_ERROR the extensions that are there cannot be read
 * @retval GNUTLS_E_ASN1_TAG_ERROR the extensions that are there cannot be read
 * @retval GNUTLS_E_ASN1_GENERIC_ERROR the extensions that are there cannot be read
 * @retval GNUTLS_E_INVALID_REQUEST `crq` is NULL
 *
 * @since 2.8.0
 * @see RFC 5280 section 4.2.1.9
 */
int gnutls_x509_crq_set_basic_constraints(gnutls_x509_crq_t crq, unsigned int ca, int path_len_constraint);

/**
 * Adds a challenge password to a certificate request.
 *
 * It is not encrypted: anyone who sees the request can read it. One that is there stays in front of
 * it, where `gnutls_x509_crq_get_challenge_password` finds it.
 *
 * @param crq the request
 * @param pass the password, NUL-terminated UTF-8; it is copied
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_INVALID_REQUEST `crq` or `pass` is NULL
 *
 * @see RFC 2985 section 5.4.1
 */
int gnutls_x509_crq_set_challenge_password(gnutls_x509_crq_t crq, const char *pass);

/**
 * Adds the parts of a name in text to the subject of a certificate request.
 *
 * The text is that of RFC 4514, the last part first: `CN=www.example.com,O=Example,C=GB`. Types are
 * short names or dotted; a value may be `#` and the hex of its DER. Parts with several attributes
 * (`+`) are not supported. On failure the subject stays as it was.
 *
 * @param crq the request
 * @param dn the text, NUL-terminated UTF-8
 * @param err takes a pointer into `dn`: after an error to where the part begins that cannot be read,
 *   or to the end of the text; otherwise to the end of its first part. May be NULL
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_PARSING_ERROR the text cannot be read, or has a type or value that cannot be
 *   written
 * @retval GNUTLS_E_INVALID_REQUEST `crq` or `dn` is NULL
 *
 * @see RFC 4514
 */
int gnutls_x509_crq_set_dn(gnutls_x509_crq_t crq, const char *dn, const char **err);

/**
 * Adds an attribute to the end of the subject of a certificate request.
 *
 * Text is written in the string type that the attribute asks for: a DirectoryString is PrintableString
 * where it can be, else UTF8String. On failure the subject stays as it was.
 *
 * @param crq the request
 * @param oid the dotted type, such as `GNUTLS_OID_X520_COMMON_NAME`
 * @param raw_flag 0 if `data` is text, else it is the value in DER with its tag
 * @param data the value; it is copied
 * @param sizeof_data its length in bytes; not 0
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_X509_UNSUPPORTED_OID text for a type that is not known; use DER
 * @retval GNUTLS_E_ASN1_VALUE_NOT_VALID `oid` is no dotted identifier
 * @retval GNUTLS_E_ASN1_DER_ERROR `data` is to be DER, and is not one element of it
 * @retval GNUTLS_E_ASN1_TAG_ERROR `data` is to be DER, and is not one element of it
 * @retval GNUTLS_E_INVALID_REQUEST `crq`, `oid` or `data` is NULL, or `sizeof_data` is 0
 *
 * @see RFC 2986 section 4.1
 */
int gnutls_x509_crq_set_dn_by_oid(gnutls_x509_crq_t crq,
                                  const char *oid,
                                  unsigned int raw_flag,
                                  const void *data,
                                  unsigned int sizeof_data);

/**
 * Asks for an extension of any type in a certificate request.
 *
 * It takes the place of the one of its type. The authority decides whether the certificate gets it.
 *
 * @param crq the request
 * @param oid the dotted type
 * @param buf the content, which its OCTET STRING will hold; it is copied unchecked
 * @param sizeof_buf its length in bytes; 0 for an empty content, where GnuTLS reads on
 * @param critical not 0 if the extension is to be critical
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_ASN1_VALUE_NOT_VALID `oid` is no dotted identifier
 * @retval GNUTLS_E_ASN1_DER_ERROR the extensions that are there cannot be read
 * @retval GNUTLS_E_ASN1_TAG_ERROR the extensions that are there cannot be read
 * @retval GNUTLS_E_ASN1_GENERIC_ERROR the extensions that are there cannot be read
 * @retval GNUTLS_E_INVALID_REQUEST `crq` or `oid` is NULL, or `buf` is NULL while `sizeof_buf` is not
 *   0
 *
 * @see RFC 2985 section 5.4.2
 */
int gnutls_x509_crq_set_extension_by_oid(gnutls_x509_crq_t crq,
                                         const char *oid,
                                         const void *buf,
                                         size_t sizeof_buf,
                                         unsigned int critical);

/**
 * Sets the key of a certificate request to the public half of a private key.
 *
 * The key is copied. Sign the request with the same private key.
 *
 * @param crq the request
 * @param key the private key
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_INVALID_REQUEST `crq` is NULL, or `key` is NULL or empty
 *
 * @see RFC 2986 section 4.1
 */
int gnutls_x509_crq_set_key(gnutls_x509_crq_t crq, gnutls_x509_privkey_t key);

/**
 * Asks in a certificate request for one more purpose of the key.
 *
 * An extension that is there stays as critical as it was; a new one is critical as well if the
 * extension before it is, as GnuTLS writes it.
 *
 * @param crq the request
 * @param oid the dotted purpose, NUL-terminated, such as `GNUTLS_KP_TLS_WWW_SERVER`
 * @param critical not 0 if a new extension is to be critical
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_ASN1_VALUE_NOT_VALID `oid` is no dotted identifier
 * @retval GNUTLS_E_ASN1_DER_ERROR the extensions that are there cannot be read
 * @retval GNUTLS_E_ASN1_TAG_ERROR the extensions that are there cannot be read
 * @retval GNUTLS_E_ASN1_GENERIC_ERROR the extensions that are there cannot be read
 * @retval GNUTLS_E_INVALID_REQUEST `crq` or `oid` is NULL
 *
 * @since 2.8.0
 * @see RFC 5280 section 4.2.1.12
 */
int gnutls_x509_crq_set_key_purpose_oid(gnutls_x509_crq_t crq, const void *oid, unsigned int critical);

/**
 * Sets the key of a certificate request to an RSA key of its numbers.
 *
 * @param crq the request
 * @param m the modulus, big-endian and unsigned; it is copied
 * @param e the public exponent, likewise
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_ASN1_DER_ERROR the modulus is 0
 * @retval GNUTLS_E_INVALID_REQUEST `crq`, `m` or `e` is NULL
 *
 * @since 2.6.0
 * @see RFC 8017 section 3.1
 */
int gnutls_x509_crq_set_key_rsa_raw(gnutls_x509_crq_t crq, const gnutls_datum_t *m, const gnutls_datum_t *e);

/**
 * Asks in a certificate request for a usage of the key.
 *
 * The extension is critical, and takes the place of the one that is there.
 *
 * @param crq the request
 * @param usage bits such as `GNUTLS_KEY_DIGITAL_SIGNATURE`
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_ASN1_DER_ERROR the extensions that are there cannot be read
 * @retval GNUTLS_E_ASN1_TAG_ERROR the extensions that are there cannot be read
 * @retval GNUTLS_E_ASN1_GENERIC_ERROR the extensions that are there cannot be read
 * @retval GNUTLS_E_INVALID_REQUEST `crq` is NULL
 *
 * @since 2.8.0
 * @see RFC 5280 section 4.2.1.3
 */
int gnutls_x509_crq_set_key_usage(gnutls_x509_crq_t crq, unsigned int usage);

/**
 * Asks in a certificate request for a time in which the private key may be used.
 *
 * The extension is not critical, and takes the place of the one that is there.
 *
 * @param crq the request
 * @param activation its start in seconds since 1970
 * @param expiration its end, or -1 for no well-defined end, the last second of the year 9999
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_ASN1_GENERIC_ERROR a year is not from 0 to 9999
 * @retval GNUTLS_E_ASN1_DER_ERROR the extensions that are there cannot be read
 * @retval GNUTLS_E_ASN1_TAG_ERROR the extensions that are there cannot be read
 * @retval GNUTLS_E_INVALID_REQUEST `crq` is NULL
 *
 * @see RFC 3280 section 4.2.1.4
 */
int gnutls_x509_crq_set_private_key_usage_period(gnutls_x509_crq_t crq, time_t activation, time_t expiration);

/**
 * Restricts the RSA key of a certificate request to RSA-PSS or RSA-OAEP.
 *
 * The key is set before, as with `gnutls_x509_crq_set_key`. A request whose key is restricted to
 * RSA-PSS is signed so, also by an RSA key without restrictions.
 *
 * @param crq the request
 * @param spki the restrictions, which are copied
 * @param flags not used; pass 0
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code:
 * - codes of `gnutls_x509_crq_get_pk_algorithm`, if the key cannot be read
 * @retval GNUTLS_E_ASN1_VALUE_NOT_FOUND the request has no key yet
 * @retval GNUTLS_E_UNKNOWN_HASH_ALGORITHM RSA-PSS has no such digest here
 * @retval GNUTLS_E_INVALID_REQUEST `crq` or `spki` is NULL, `spki` has no restrictions, or the key is
 *   of another kind
 *
 * @since 3.6.0
 * @see RFC 4055
 */
int gnutls_x509_crq_set_spki(gnutls_x509_crq_t crq, gnutls_x509_spki_t spki, unsigned int flags);

/**
 * Asks in a certificate request for an alternative name, in the place of those that are there or
 * beside them.
 *
 * Hosts and mailboxes may be UTF-8: hosts are written in their IDNA 2008 form. An appended name leaves
 * the extension as critical as it is; a new extension it makes critical if the one before it is, as
 * GnuTLS writes it.
 *
 * @param crq the request
 * @param nt the kind of name. `GNUTLS_SAN_OTHERNAME` has `gnutls_x509_crq_set_subject_alt_othername`
 * @param data the name, as in `gnutls_x509_crt_set_subject_alt_name`; it is copied
 * @param data_size its length in bytes
 * @param flags `GNUTLS_FSAN_SET` (0) to replace the names that are there, or `GNUTLS_FSAN_APPEND` to
 *   add to them
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code:
 * - codes of `gnutls_x509_crt_set_subject_alt_name`, if the name cannot be written
 * @retval GNUTLS_E_ASN1_DER_ERROR the extensions that are there cannot be read
 * @retval GNUTLS_E_ASN1_TAG_ERROR the extensions that are there cannot be read
 * @retval GNUTLS_E_ASN1_GENERIC_ERROR the extensions that are there cannot be read
 * @retval GNUTLS_E_INVALID_REQUEST `crq` is NULL, `data` is NULL while `data_size` is not 0, or `nt`
 *   is `GNUTLS_SAN_OTHERNAME_MSUSERPRINCIPAL`
 *
 * @since 2.8.0
 * @see RFC 5280 section 4.2.1.6
 */
int gnutls_x509_crq_set_subject_alt_name(gnutls_x509_crq_t crq,
                                         gnutls_x509_subject_alt_name_t nt,
                                         const void *data,
                                         unsigned int data_size,
                                         unsigned int flags);

/**
 * Asks in a certificate request for an other name, in the place of the alternative names that are
 * there or beside them.
 *
 * @param crq the request
 * @param oid the dotted type of the name
 * @param data its value, one element of DER, which is copied unchecked; with
 *   `GNUTLS_FSAN_ENCODE_OCTET_STRING` or `GNUTLS_FSAN_ENCODE_UTF8_STRING` what is to be wrapped in
 *   such a string
 * @param data_size its length in bytes
 * @param flags `GNUTLS_FSAN_SET` (0) to replace the names that are there, or `GNUTLS_FSAN_APPEND` to
 *   add to them; and one of the two above
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_ASN1_VALUE_NOT_VALID `oid` is no dotted identifier
 * @retval GNUTLS_E_ASN1_DER_ERROR the extensions that are there cannot be read
 * @retval GNUTLS_E_ASN1_TAG_ERROR the extensions that are there cannot be read
 * @retval GNUTLS_E_ASN1_GENERIC_ERROR the extensions that are there cannot be read
 * @retval GNUTLS_E_INVALID_REQUEST `crq` or `oid` is NULL, or `data` is NULL while `data_size` is not
 *   0
 *
 * @since 3.5.0
 * @see RFC 5280 section 4.2.1.6
 */
int gnutls_x509_crq_set_subject_alt_othername(gnutls_x509_crq_t crq,
                                              const char *oid,
                                              const void *data,
                                              unsigned int data_size,
                                              unsigned int flags);

/**
 * Asks in a certificate request for TLS features that a server with the certificate must have.
 *
 * The extension is not critical, and takes the place of the one that is there.
 *
 * @param crq the request
 * @param features a list that `gnutls_x509_tlsfeatures_add` has filled with numbers of TLS extensions;
 *   it is copied
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_ASN1_DER_ERROR the extensions that are there cannot be read
 * @retval GNUTLS_E_ASN1_TAG_ERROR the extensions that are there cannot be read
 * @retval GNUTLS_E_ASN1_GENERIC_ERROR the extensions that are there cannot be read
 * @retval GNUTLS_E_INVALID_REQUEST `crq` or `features` is NULL
 *
 * @since 3.5.1
 * @see RFC 7633
 */
int gnutls_x509_crq_set_tlsfeatures(gnutls_x509_crq_t crq, gnutls_x509_tlsfeatures_t features);

/**
 * Sets the version of a certificate request.
 *
 * Signing sets version 1 where none is set, so that most programs need not call it.
 *
 * @param crq the request
 * @param version 1; 0 counts as 1
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_INVALID_REQUEST `crq` is NULL
 *
 * @see RFC 2986 section 4.1
 */
int gnutls_x509_crq_set_version(gnutls_x509_crq_t crq, unsigned int version);

/**
 * Signs a certificate request, with the digest that fits the key.
 *
 * The same as `gnutls_x509_crq_sign2` with `GNUTLS_DIG_UNKNOWN` and no flags, which says more.
 *
 * @param crq the request
 * @param key the private key that the request is for
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_ASN1_VALUE_NOT_FOUND the request has no key yet
 * @retval GNUTLS_E_UNSUPPORTED_SIGNATURE_ALGORITHM the key does not sign so
 * @retval GNUTLS_E_INCOMPATIBLE_SIG_WITH_KEY the key does not sign so
 * @retval GNUTLS_E_CONSTRAINT_ERROR the key does not sign so
 * @retval GNUTLS_E_PK_SIGN_FAILED signing failed
 * @retval GNUTLS_E_INVALID_REQUEST `crq` is NULL, or `key` is NULL or empty
 *
 * @see RFC 2986 section 4.2
 */
int gnutls_x509_crq_sign(gnutls_x509_crq_t crq, gnutls_x509_privkey_t key);

/**
 * Signs a certificate request with a digest of choice.
 *
 * Subject and key are set before. That `key` is the one in the request is not checked;
 * `gnutls_x509_crq_verify` tells. A field that is set later makes the signature wrong until the
 * request is signed anew. On failure the request stays as it was.
 *
 * @param crq the request
 * @param key the private key that the request is for
 * @param dig the digest, such as `GNUTLS_DIG_SHA256`, or `GNUTLS_DIG_UNKNOWN` for one that fits the
 *   key. Keys of EdDSA and ML-DSA take no other than their own
 * @param flags 0, or of `GNUTLS_PRIVKEY_SIGN_FLAG_RSA_PSS` and `GNUTLS_PRIVKEY_FLAG_REPRODUCIBLE`
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_ASN1_VALUE_NOT_FOUND the request has no key yet
 * @retval GNUTLS_E_UNSUPPORTED_SIGNATURE_ALGORITHM key and digest do not go together
 * @retval GNUTLS_E_INCOMPATIBLE_SIG_WITH_KEY key and digest do not go together
 * @retval GNUTLS_E_CONSTRAINT_ERROR the key is restricted to another digest, or too short for RSA-PSS
 * @retval GNUTLS_E_PK_SIGN_FAILED signing failed
 * @retval GNUTLS_E_INVALID_REQUEST `crq` is NULL, `key` is NULL or empty, or RSA-PSS is asked of
 *   another kind of key
 *
 * @see RFC 2986 section 4.2
 */
int gnutls_x509_crq_sign2(gnutls_x509_crq_t crq,
                          gnutls_x509_privkey_t key,
                          gnutls_digest_algorithm_t dig,
                          unsigned int flags);

/**
 * Verifies that a certificate request is signed with the key that it is for.
 *
 * This proves that the requester had the private key, and nothing about the subject.
 *
 * @param crq the request
 * @param flags 0, or of `GNUTLS_VERIFY_*`: `GNUTLS_VERIFY_ALLOW_BROKEN` and the like take signatures
 *   with MD5 and older digests
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code:
 * - codes of `gnutls_x509_crq_get_pk_algorithm`, if the key cannot be read
 * @retval GNUTLS_E_PK_SIG_VERIFY_FAILED the signature is wrong
 * @retval GNUTLS_E_INSUFFICIENT_SECURITY it is good, but its algorithm is broken
 * @retval GNUTLS_E_UNKNOWN_ALGORITHM its algorithm is not known
 * @retval GNUTLS_E_INCOMPATIBLE_SIG_WITH_KEY the algorithm is not one of this key, or not supported
 * @retval GNUTLS_E_UNSUPPORTED_SIGNATURE_ALGORITHM the algorithm is not one of this key, or not
 *   supported
 * @retval GNUTLS_E_ASN1_VALUE_NOT_FOUND the request is not signed
 * @retval GNUTLS_E_INVALID_REQUEST `crq` is NULL
 *
 * @see RFC 2986 section 3
 */
int gnutls_x509_crq_verify(gnutls_x509_crq_t crq, unsigned int flags);

/**
 * Tells whether a certificate is for an email address.
 *
 * It is looked for among the alternative names. The address in the subject counts only if there is
 * none among them, and if it is the only one. Case does not matter, addresses of the certificate that
 * are not ASCII never match, and the host of `email` may be in another script.
 *
 * @param cert the certificate
 * @param email the address
 * @param flags not used; pass 0
 *
 * @return 1 if the certificate is for this address, else 0, also where `cert` or `email` is NULL or
 *   the alternative names cannot be read.
 *
 * @see RFC 5280 section 4.2.1.6
 */
unsigned int gnutls_x509_crt_check_email(gnutls_x509_crt_t cert, const char *email, unsigned int flags);

/**
 * Tells whether a certificate is for a host.
 *
 * The same as `gnutls_x509_crt_check_hostname2` without flags, which says how names are compared. The
 * certificate must be verified besides.
 *
 * @param cert the certificate
 * @param hostname a DNS name, in UTF-8 or ASCII, or the text of an IP address
 *
 * @return 1 if the certificate is for this host, else 0, also where `cert` or `hostname` is NULL.
 *
 * @see RFC 6125
 */
unsigned int gnutls_x509_crt_check_hostname(gnutls_x509_crt_t cert, const char *hostname);

/**
 * Tells whether a certificate is for a host, with flags.
 *
 * A DNS name is looked for among the alternative names. The common name counts only if there is no
 * alternative name of a host, address, URI or service, if it is the only one, and if the extended key
 * usage allows a TLS server. A star in the certificate stands for what begins the leftmost label, with
 * at least two labels behind it. An IP address is looked for among the addresses alone. Case does not
 * matter; a host with non-ASCII letters is compared in its IDNA 2008 form.
 *
 * @param cert the certificate
 * @param hostname a DNS name, in UTF-8 or ASCII, or the text of an IP address
 * @param flags 0, `GNUTLS_VERIFY_DO_NOT_ALLOW_WILDCARDS` (a star stands for itself) or
 *   `GNUTLS_VERIFY_DO_NOT_ALLOW_IP_MATCHES` (an address is taken for a name)
 *
 * @return 1 if the certificate is for this host, else 0, also where `cert` or `hostname` is NULL or
 *   the alternative names cannot be read.
 *
 * @since 3.3.0
 * @see RFC 6125
 */
unsigned int gnutls_x509_crt_check_hostname2(gnutls_x509_crt_t cert,
                                             const char *hostname,
                                             unsigned int flags);

/**
 * Tells whether a certificate is for an IP address.
 *
 * Only the addresses among the alternative names count. For the text of an address use
 * `gnutls_x509_crt_check_hostname`.
 *
 * @param cert the certificate
 * @param ip the address in network byte order
 * @param ip_size its length in bytes: 4, or 16
 * @param flags not used; pass 0
 *
 * @return 1 if the certificate is for this address, else 0, also where `cert` or `ip` is NULL.
 *
 * @see RFC 5280 section 4.2.1.6
 */
unsigned int gnutls_x509_crt_check_ip(gnutls_x509_crt_t cert,
                                      const unsigned char *ip,
                                      unsigned int ip_size,
                                      unsigned int flags);

/**
 * Tells whether a certificate may have been issued by another one, as far as their names say.
 *
 * The issuer's name must be the subject of `issuer`, and the two key identifiers must be the same
 * where both are there. No signature is checked: this is no verification.
 *
 * @param cert the certificate
 * @param issuer the one that may have issued it
 *
 * @return 1 if it may be so, else 0, also where `cert` or `issuer` is NULL.
 *
 * @see RFC 5280 section 7.1
 */
unsigned int gnutls_x509_crt_check_issuer(gnutls_x509_crt_t cert, gnutls_x509_crt_t issuer);

/**
 * Tells whether a certificate is good for a purpose.
 *
 * It is if its extended key usage names the purpose or "any", and if it has no such extension. An
 * authority that names Netscape's step-up is good for TLS servers as well. The certificates above it
 * are not looked at; `gnutls_x509_trust_list_verify_crt2` with `GNUTLS_DT_KEY_PURPOSE_OID` does that.
 *
 * @param cert the certificate
 * @param purpose the dotted identifier, such as `GNUTLS_KP_TLS_WWW_SERVER`
 * @param flags 0, or `GNUTLS_KP_FLAG_DISALLOW_ANY`: "any" does not count
 *
 * @return 1 if it is good for the purpose, else 0, also where the extension cannot be read, or `cert`
 *   or `purpose` is NULL or wrong.
 *
 * @since 3.5.6
 * @see RFC 5280 section 4.2.1.12
 */
unsigned int gnutls_x509_crt_check_key_purpose(gnutls_x509_crt_t cert,
                                               const char *purpose,
                                               unsigned int flags);

/**
 * Tells whether one of several revocation lists revokes a certificate.
 *
 * A list counts if its issuer has the name of the certificate's issuer. The lists must have been
 * verified before, as with `gnutls_x509_crl_verify`: neither signatures nor times are checked here.
 *
 * @param cert the certificate
 * @param crl_list an array of revocation lists
 * @param crl_list_length the number of its elements
 *
 * @return 1 if the certificate is revoked, 0 if not, or a negative error code
 * @retval GNUTLS_E_INVALID_REQUEST `cert`, `crl_list` or one of its elements is NULL
 *
 * @see RFC 5280 section 5
 */
int gnutls_x509_crt_check_revocation(gnutls_x509_crt_t cert,
                                     const gnutls_x509_crl_t *crl_list,
                                     unsigned int crl_list_length);

/**
 * Copies the places of revocation lists from one certificate to another.
 *
 * They take the place of those that are there, and are as critical as they were.
 *
 * @param dst the certificate to change
 * @param src the certificate to copy from, such as the authority's
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE `src` has none
 * @retval GNUTLS_E_INVALID_REQUEST `dst` or `src` is NULL
 *
 * @see RFC 5280 section 4.2.1.13
 */
int gnutls_x509_crt_cpy_crl_dist_points(gnutls_x509_crt_t dst, gnutls_x509_crt_t src);

/**
 * Frees a certificate, with the names that it has lent.
 *
 * Objects that were given the certificate, such as credentials and trust lists, share its content and
 * are not affected. Certificates that another object lends, as `gnutls_x509_trust_list_get_issuer`
 * does without `GNUTLS_TL_GET_COPY`, must not be freed.
 *
 * @param cert the certificate; NULL is ignored
 */
void gnutls_x509_crt_deinit(gnutls_x509_crt_t cert);

/**
 * Tells whether two certificates are the same.
 *
 * They are if their DER is the same byte for byte, signature included. Two certificates of one name
 * and key are not, if they differ in anything else.
 *
 * @param cert1 a certificate
 * @param cert2 another one
 *
 * @return 1 if they are the same, else 0, also where one is NULL.
 *
 * @since 3.5.0
 */
unsigned int gnutls_x509_crt_equals(gnutls_x509_crt_t cert1, gnutls_x509_crt_t cert2);

/**
 * Tells whether a certificate is the one that is given in DER.
 *
 * The bytes are compared and not parsed. This serves to find a certificate among the raw ones of a
 * session, such as `gnutls_certificate_get_peers` returns.
 *
 * @param cert1 a certificate
 * @param der the DER of another one
 *
 * @return 1 if they are the same, else 0, also where `cert1` or `der` is NULL.
 *
 * @since 3.5.0
 */
unsigned int gnutls_x509_crt_equals2(gnutls_x509_crt_t cert1, const gnutls_datum_t *der);

/**
 * Writes a certificate in DER or PEM to a buffer.
 *
 * What was imported comes out byte for byte. A certificate that is being built can be exported once it
 * is signed. `gnutls_x509_crt_export2` allocates the memory itself.
 *
 * @param cert the certificate
 * @param format `GNUTLS_X509_FMT_PEM` for a block labelled `CERTIFICATE`; every other value means DER
 * @param output_data takes the bytes, of PEM with a NUL behind them; NULL to ask for the length
 * @param output_data_size in: the capacity of `output_data` in bytes; out: the length without a NUL,
 *   or the capacity needed after `GNUTLS_E_SHORT_MEMORY_BUFFER`
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_SHORT_MEMORY_BUFFER `output_data` is NULL or too small
 * @retval GNUTLS_E_ASN1_VALUE_NOT_FOUND the certificate is empty or not signed yet
 * @retval GNUTLS_E_INVALID_REQUEST `cert` or `output_data_size` is NULL
 *
 * @see RFC 7468
 */
int gnutls_x509_crt_export(gnutls_x509_crt_t cert,
                           gnutls_x509_crt_fmt_t format,
                           void *output_data,
                           size_t *output_data_size);

/**
 * Writes a certificate in DER or PEM to fresh memory.
 *
 * What was imported comes out byte for byte. A certificate that is being built can be exported once it
 * is signed.
 *
 * @param cert the certificate
 * @param format `GNUTLS_X509_FMT_PEM` for a block labelled `CERTIFICATE`; every other value means DER
 * @param out takes the bytes, with a NUL behind them that `size` does not count; its `data` is freed
 *   with `gnutls_free`
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_ASN1_VALUE_NOT_FOUND the certificate is empty or not signed yet
 * @retval GNUTLS_E_INVALID_REQUEST `cert` or `out` is NULL
 *
 * @since 3.1.3
 * @see RFC 7468
 */
int gnutls_x509_crt_export2(gnutls_x509_crt_t cert, gnutls_x509_crt_fmt_t format, gnutls_datum_t *out);

/**
 * Returns the time from which on a certificate is valid.
 *
 * @param cert the certificate
 *
 * @return the seconds since 1970, negative for earlier times (GnuTLS has 0 for them), or -1 if `cert`
 *   is NULL or no time is set.
 *
 * @see RFC 5280 section 4.1.2.5
 */
time_t gnutls_x509_crt_get_activation_time(gnutls_x509_crt_t cert);

/**
 * Returns something of an entry of the authority information access of a certificate.
 *
 * To find the OCSP server, ask for `GNUTLS_IA_OCSP_URI` with a growing index until
 * `GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE`, passing over `GNUTLS_E_UNKNOWN_ALGORITHM`.
 *
 * @param crt the certificate
 * @param seq which entry, from 0
 * @param what `GNUTLS_IA_OCSP_URI` or `GNUTLS_IA_CAISSUERS_URI` for the URI of an entry of this
 *   method, `GNUTLS_IA_URI` for that of any entry; `GNUTLS_IA_ACCESSMETHOD_OID` for the dotted method
 *   and `GNUTLS_IA_ACCESSLOCATION_GENERALNAME_TYPE` for the kind of name, both as text whose `size`
 *   counts the NUL
 * @param data takes a copy; its `data` is freed with `gnutls_free`. NULL to test for the entry
 * @param critical takes 1 if the extension is critical, else 0; may be NULL
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_UNKNOWN_ALGORITHM the entry is of another method
 * @retval GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE there are no more entries, no such extension, or the
 *   entry has no URI
 * @retval GNUTLS_E_ASN1_DER_ERROR the extension cannot be read
 * @retval GNUTLS_E_ASN1_TAG_ERROR the extension cannot be read
 * @retval GNUTLS_E_INVALID_REQUEST `crt` is NULL, or `what` is unknown
 *
 * @since 3.0
 * @see RFC 5280 section 4.2.2.1
 */
int gnutls_x509_crt_get_authority_info_access(gnutls_x509_crt_t crt,
                                              unsigned int seq,
                                              int what,
                                              gnutls_datum_t *data,
                                              unsigned int *critical);

/**
 * Returns how the authority key identifier of a certificate names the issuer's certificate: by a name
 * and a serial number.
 *
 * Most certificates have a key identifier instead, which `gnutls_x509_crt_get_authority_key_id`
 * returns.
 *
 * @param cert the certificate
 * @param seq which name, from 0
 * @param alt takes the name; NULL to ask for the length
 * @param alt_size in: the capacity of `alt` in bytes; out: the length without a NUL, or the capacity
 *   needed after `GNUTLS_E_SHORT_MEMORY_BUFFER`
 * @param alt_type takes the kind of name, a value of `gnutls_x509_subject_alt_name_t`; may be NULL
 * @param serial takes the serial number; NULL to ask for the length
 * @param serial_size in: the capacity of `serial` in bytes; out: the length written, or needed after
 *   `GNUTLS_E_SHORT_MEMORY_BUFFER`
 * @param critical takes 1 if the extension is critical, else 0, also where it is not there; may be
 *   NULL
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_SHORT_MEMORY_BUFFER `alt` or `serial` is NULL or too small
 * @retval GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE there are no more names, no serial number, or no such
 *   extension
 * @retval GNUTLS_E_X509_UNKNOWN_SAN the name is of a kind that is not supported
 * @retval GNUTLS_E_ASN1_DER_ERROR the extension cannot be read
 * @retval GNUTLS_E_ASN1_TAG_ERROR the extension cannot be read
 * @retval GNUTLS_E_INVALID_REQUEST `cert`, `alt_size` or `serial_size` is NULL
 *
 * @since 3.0
 * @see RFC 5280 section 4.2.1.1
 */
int gnutls_x509_crt_get_authority_key_gn_serial(gnutls_x509_crt_t cert,
                                                unsigned int seq,
                                                void *alt,
                                                size_t *alt_size,
                                                unsigned int *alt_type,
                                                void *serial,
                                                size_t *serial_size,
                                                unsigned int *critical);

/**
 * Writes the key identifier of a certificate's issuer to a buffer.
 *
 * The extension may name the issuer by its certificate instead:
 * `gnutls_x509_crt_get_authority_key_gn_serial`.
 *
 * @param cert the certificate
 * @param id takes the identifier; NULL to ask for the length
 * @param id_size in: the capacity of `id` in bytes; out: the length written, or needed after
 *   `GNUTLS_E_SHORT_MEMORY_BUFFER`
 * @param critical takes 1 if the extension is critical, else 0; may be NULL
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_SHORT_MEMORY_BUFFER `id` is NULL or too small
 * @retval GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE there is no such extension, or it is empty
 * @retval GNUTLS_E_X509_UNSUPPORTED_EXTENSION it has a serial number and no key identifier
 * @retval GNUTLS_E_ASN1_DER_ERROR it cannot be read
 * @retval GNUTLS_E_ASN1_TAG_ERROR it cannot be read
 * @retval GNUTLS_E_INVALID_REQUEST `cert` or `id_size` is NULL
 *
 * @see RFC 5280 section 4.2.1.1
 */
int gnutls_x509_crt_get_authority_key_id(gnutls_x509_crt_t cert,
                                         void *id,
                                         size_t *id_size,
                                         unsigned int *critical);

/**
 * Returns the basic constraints of a certificate: whether it is an authority, and how long the path
 * below it may be.
 *
 * @param cert the certificate
 * @param critical takes 1 if the extension is critical, else 0; may be NULL
 * @param ca takes 1 for an authority, else 0; may be NULL
 * @param pathlen takes the number of authorities that may stand between it and an end certificate, -1
 *   without a limit; may be NULL
 *
 * @return 1 for an authority, 0 for none, or a negative error code
 * @retval GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE there is no such extension
 * @retval GNUTLS_E_ASN1_DER_ERROR it cannot be read, or its path length is no number from 0 to 2^31-1
 * @retval GNUTLS_E_ASN1_TAG_ERROR it cannot be read, or its path length is no number from 0 to 2^31-1
 * @retval GNUTLS_E_ASN1_GENERIC_ERROR it cannot be read, or its path length is no number from 0 to
 *   2^31-1
 * @retval GNUTLS_E_INVALID_REQUEST `cert` is NULL
 *
 * @see RFC 5280 section 4.2.1.9
 */
int gnutls_x509_crt_get_basic_constraints(gnutls_x509_crt_t cert,
                                          unsigned int *critical,
                                          unsigned int *ca,
                                          int *pathlen);

/**
 * Tells whether a certificate is that of an authority, by its basic constraints.
 *
 * Whether it may sign certificates also depends on its key usage, and on the path above it.
 * `gnutls_x509_crt_get_basic_constraints` tells the path length as well.
 *
 * @param cert the certificate
 * @param critical takes 1 if the extension is critical, else 0; may be NULL
 *
 * @return 1 for an authority, 0 for none, or a negative error code
 * @retval GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE there is no such extension; an end certificate of
 *   version 3 need not have it
 * @retval GNUTLS_E_ASN1_DER_ERROR it cannot be read, or its path length is no number from 0 to 2^31-1
 * @retval GNUTLS_E_ASN1_TAG_ERROR it cannot be read, or its path length is no number from 0 to 2^31-1
 * @retval GNUTLS_E_ASN1_GENERIC_ERROR it cannot be read, or its path length is no number from 0 to
 *   2^31-1
 * @retval GNUTLS_E_INVALID_REQUEST `cert` is NULL
 *
 * @see RFC 5280 section 4.2.1.9
 */
int gnutls_x509_crt_get_ca_status(gnutls_x509_crt_t cert, unsigned int *critical);

/**
 * Writes a place where revocation lists for a certificate are to be had to a buffer.
 *
 * Mostly it is a URI. Text has a NUL behind it; addresses and directory names, which are RFC 4514
 * text, have none. Points that are named relative to the issuer are passed over.
 *
 * @param cert the certificate
 * @param seq which name of all distribution points, from 0
 * @param san takes the name; NULL to ask for the length
 * @param san_size in: the capacity of `san` in bytes; out: the length without a NUL, or the capacity
 *   needed after `GNUTLS_E_SHORT_MEMORY_BUFFER`
 * @param reason_flags takes the bits `GNUTLS_CRL_REASON_*` that the list covers, 0 for all; may be
 *   NULL
 * @param critical takes 1 if the extension is critical, else 0; may be NULL
 *
 * @return the kind of name, a value of `gnutls_x509_subject_alt_name_t`, or a negative error code
 * @retval GNUTLS_E_SHORT_MEMORY_BUFFER `san` is NULL or too small
 * @retval GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE there are no more names, or no such extension
 * @retval GNUTLS_E_X509_UNKNOWN_SAN the name is of a kind that is not supported
 * @retval GNUTLS_E_ASN1_DER_ERROR the extension cannot be read
 * @retval GNUTLS_E_ASN1_TAG_ERROR the extension cannot be read
 * @retval GNUTLS_E_INVALID_REQUEST `cert` or `san_size` is NULL
 *
 * @see RFC 5280 section 4.2.1.13
 */
int gnutls_x509_crt_get_crl_dist_points(gnutls_x509_crt_t cert,
                                        unsigned int seq,
                                        void *san,
                                        size_t *san_size,
                                        unsigned int *reason_flags,
                                        unsigned int *critical);

/**
 * Writes the subject of a certificate as text to a buffer, its parts in the order of their encoding.
 *
 * That is the reverse of RFC 4514, as GnuTLS wrote names before 3.5.6. `gnutls_x509_crt_get_dn3` has
 * the order of RFC 4514, and allocates the memory itself.
 *
 * @param cert the certificate
 * @param buf takes the text in UTF-8, NUL-terminated; NULL to ask for the length
 * @param buf_size in: the capacity of `buf` in bytes; out: the length without the NUL, or the capacity
 *   needed with it after `GNUTLS_E_SHORT_MEMORY_BUFFER`
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_SHORT_MEMORY_BUFFER `buf` is NULL or too small
 * @retval GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE the subject has no parts
 * @retval GNUTLS_E_ASN1_VALUE_NOT_VALID a part whose type asks for a DirectoryString is empty
 * @retval GNUTLS_E_INVALID_REQUEST `cert` or `buf_size` is NULL
 *
 * @see RFC 4514
 */
int gnutls_x509_crt_get_dn(gnutls_x509_crt_t cert, char *buf, size_t *buf_size);

/**
 * Returns the subject of a certificate as text in fresh memory, its parts in the order of their
 * encoding.
 *
 * That is the reverse of RFC 4514. `gnutls_x509_crt_get_dn3` without flags has the order of RFC 4514.
 *
 * @param cert the certificate
 * @param dn takes the text in UTF-8, with a NUL behind it that `size` does not count; its `data` is
 *   freed with `gnutls_free`
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE the subject has no parts
 * @retval GNUTLS_E_ASN1_VALUE_NOT_VALID a part whose type asks for a DirectoryString is empty
 * @retval GNUTLS_E_INVALID_REQUEST `cert` or `dn` is NULL
 *
 * @since 3.1.10
 * @see RFC 4514
 */
int gnutls_x509_crt_get_dn2(gnutls_x509_crt_t cert, gnutls_datum_t *dn);

/**
 * Returns the subject of a certificate as text in fresh memory, in the order of RFC 4514 or of its
 * encoding.
 *
 * Special characters are escaped; values of unknown types and what is no text come as `#` and the hex
 * of their DER.
 *
 * @param cert the certificate
 * @param dn takes the text in UTF-8, with a NUL behind it that `size` does not count; its `data` is
 *   freed with `gnutls_free`
 * @param flags 0 for the last part first, as RFC 4514 has it, or `GNUTLS_X509_DN_FLAG_COMPAT` for the
 *   order of the encoding
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE the subject has no parts
 * @retval GNUTLS_E_ASN1_VALUE_NOT_VALID a part whose type asks for a DirectoryString is empty
 * @retval GNUTLS_E_INVALID_REQUEST `cert` or `dn` is NULL
 *
 * @since 3.5.7
 * @see RFC 4514
 */
int gnutls_x509_crt_get_dn3(gnutls_x509_crt_t cert, gnutls_datum_t *dn, unsigned int flags);

/**
 * Writes a part of the subject of a certificate to a buffer: the value of an attribute by its type.
 *
 * As text the value is escaped as RFC 4514 has it; of an unknown type it is `#` and the hex of its
 * DER.
 *
 * @param cert the certificate
 * @param oid the dotted type, such as `GNUTLS_OID_X520_COMMON_NAME`
 * @param indx which of several values of this type, from 0
 * @param raw_flag 0 for text, else the value in DER with its tag
 * @param buf takes the value, NUL-terminated; NULL to ask for the length
 * @param buf_size in: the capacity of `buf` in bytes; out: the length without the NUL, or the capacity
 *   needed with it after `GNUTLS_E_SHORT_MEMORY_BUFFER`
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_SHORT_MEMORY_BUFFER `buf` is NULL or too small; a NUL is written behind DER too,
 *   and needs its place
 * @retval GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE there is no such value
 * @retval GNUTLS_E_INVALID_REQUEST `cert`, `oid` or `buf_size` is NULL
 *
 * @see RFC 4514
 */
int gnutls_x509_crt_get_dn_by_oid(gnutls_x509_crt_t cert,
                                  const char *oid,
                                  unsigned int indx,
                                  unsigned int raw_flag,
                                  void *buf,
                                  size_t *buf_size);

/**
 * Writes the type of a part of the subject of a certificate to a buffer.
 *
 * With a growing index it tells which attributes the name has, in the order of their encoding;
 * `gnutls_x509_crt_get_dn_by_oid` returns their values.
 *
 * @param cert the certificate
 * @param indx which attribute, from 0
 * @param oid takes the dotted type, NUL-terminated; NULL to ask for the length
 * @param oid_size in: the capacity of `oid` in bytes; out: the length without the NUL, or the capacity
 *   needed with it after `GNUTLS_E_SHORT_MEMORY_BUFFER`
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_SHORT_MEMORY_BUFFER `oid` is NULL or too small
 * @retval GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE there are no more attributes
 * @retval GNUTLS_E_INVALID_REQUEST `cert` or `oid_size` is NULL
 */
int gnutls_x509_crt_get_dn_oid(gnutls_x509_crt_t cert, unsigned int indx, void *oid, size_t *oid_size);

/**
 * Returns the time until which a certificate is valid.
 *
 * A certificate without a well-defined end has the last second of the year 9999.
 *
 * @param cert the certificate
 *
 * @return the seconds since 1970, negative for earlier times (GnuTLS has 0 for them), or -1 if `cert`
 *   is NULL or no time is set.
 *
 * @see RFC 5280 section 4.1.2.5
 */
time_t gnutls_x509_crt_get_expiration_time(gnutls_x509_crt_t cert);

/**
 * Writes the content of an extension of a certificate, found by its type, to a buffer.
 *
 * That is what its OCTET STRING holds. Functions such as `gnutls_x509_ext_import_basic_constraints`
 * read the content of some types.
 *
 * @param cert the certificate
 * @param oid the dotted type
 * @param indx which of several of this type, from 0; a certificate has but one of each
 * @param buf takes the bytes; NULL to ask for the length
 * @param buf_size in: the capacity of `buf` in bytes; out: the length written, or needed after
 *   `GNUTLS_E_SHORT_MEMORY_BUFFER`
 * @param critical takes 1 if the extension is critical, else 0; may be NULL
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_SHORT_MEMORY_BUFFER `buf` is NULL or too small
 * @retval GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE there is no such extension
 * @retval GNUTLS_E_INVALID_REQUEST `cert`, `oid` or `buf_size` is NULL, or `oid` is no dotted
 *   identifier
 *
 * @see RFC 5280 section 4.2
 */
int gnutls_x509_crt_get_extension_by_oid(gnutls_x509_crt_t cert,
                                         const char *oid,
                                         unsigned int indx,
                                         void *buf,
                                         size_t *buf_size,
                                         unsigned int *critical);

/**
 * Returns the content of an extension of a certificate, found by its type, in fresh memory.
 *
 * That is what its OCTET STRING holds. Functions such as `gnutls_x509_ext_import_basic_constraints`
 * read the content of some types.
 *
 * @param cert the certificate
 * @param oid the dotted type
 * @param indx which of several of this type, from 0; a certificate has but one of each
 * @param output takes the bytes, with a NUL behind them that `size` does not count; its `data` is
 *   freed with `gnutls_free`
 * @param critical takes 1 if the extension is critical, else 0; may be NULL
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE there is no such extension
 * @retval GNUTLS_E_INVALID_REQUEST `cert`, `oid` or `output` is NULL, or `oid` is no dotted identifier
 *
 * @since 3.3.8
 * @see RFC 5280 section 4.2
 */
int gnutls_x509_crt_get_extension_by_oid2(gnutls_x509_crt_t cert,
                                          const char *oid,
                                          unsigned int indx,
                                          gnutls_datum_t *output,
                                          unsigned int *critical);

/**
 * Writes the content of an extension of a certificate to a buffer.
 *
 * That is what its OCTET STRING holds. `gnutls_x509_crt_get_extension_info` with the same index tells
 * the type.
 *
 * @param cert the certificate
 * @param indx which extension, from 0
 * @param data takes the bytes; with NULL the length alone is written, which is a success
 * @param sizeof_data in: the capacity of `data` in bytes; out: the length
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_SHORT_MEMORY_BUFFER `data` is too small
 * @retval GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE there are no more extensions
 * @retval GNUTLS_E_INVALID_REQUEST `cert` or `sizeof_data` is NULL
 *
 * @see RFC 5280 section 4.2
 */
int gnutls_x509_crt_get_extension_data(gnutls_x509_crt_t cert,
                                       unsigned int indx,
                                       void *data,
                                       size_t *sizeof_data);

/**
 * Returns the content of an extension of a certificate in fresh memory.
 *
 * That is what its OCTET STRING holds. `gnutls_x509_crt_get_extension_info` with the same index tells
 * the type.
 *
 * @param cert the certificate
 * @param indx which extension, from 0
 * @param data takes the bytes, with a NUL behind them that `size` does not count; its `data` is freed
 *   with `gnutls_free`
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_ASN1_ELEMENT_NOT_FOUND there are no more extensions
 * @retval GNUTLS_E_INVALID_REQUEST `cert` or `data` is NULL
 *
 * @see RFC 5280 section 4.2
 */
int gnutls_x509_crt_get_extension_data2(gnutls_x509_crt_t cert, unsigned int indx, gnutls_datum_t *data);

/**
 * Writes the type of an extension of a certificate to a buffer, and tells whether it is critical.
 *
 * With a growing index it tells which extensions there are, in their order.
 * `gnutls_x509_crt_get_extension_data2` with the same index returns the content.
 *
 * @param cert the certificate
 * @param indx which extension, from 0
 * @param oid takes the dotted type, NUL-terminated; NULL to ask for the length
 * @param oid_size in: the capacity of `oid` in bytes; out: the length without the NUL, or the capacity
 *   needed with it after `GNUTLS_E_SHORT_MEMORY_BUFFER`
 * @param critical takes 1 if the extension is critical, else 0; may be NULL
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_SHORT_MEMORY_BUFFER `oid` is NULL or too small
 * @retval GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE there are no more extensions
 * @retval GNUTLS_E_INVALID_REQUEST `cert` or `oid_size` is NULL
 *
 * @see RFC 5280 section 4.2
 */
int gnutls_x509_crt_get_extension_info(gnutls_x509_crt_t cert,
                                       unsigned int indx,
                                       void *oid,
                                       size_t *oid_size,
                                       unsigned int *critical);

/**
 * Writes the type of an extension of a certificate to a buffer.
 *
 * With a growing index it tells which extensions there are, in their order.
 * `gnutls_x509_crt_get_extension_info` tells whether they are critical, too.
 *
 * @param cert the certificate
 * @param indx which extension, from 0
 * @param oid takes the dotted type, NUL-terminated; NULL to ask for the length
 * @param oid_size in: the capacity of `oid` in bytes; out: the length without the NUL, or the capacity
 *   needed with it after `GNUTLS_E_SHORT_MEMORY_BUFFER`
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_SHORT_MEMORY_BUFFER `oid` is NULL or too small
 * @retval GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE there are no more extensions
 * @retval GNUTLS_E_INVALID_REQUEST `cert` or `oid_size` is NULL
 *
 * @see RFC 5280 section 4.2
 */
int gnutls_x509_crt_get_extension_oid(gnutls_x509_crt_t cert, unsigned int indx, void *oid, size_t *oid_size);

/**
 * Writes the fingerprint of a certificate to a buffer: a digest of its DER.
 *
 * @param cert the certificate
 * @param algo the digest, such as `GNUTLS_DIG_SHA256`
 * @param buf takes the digest; NULL to ask for the length
 * @param buf_size in: the capacity of `buf` in bytes; out: the length written, or needed after
 *   `GNUTLS_E_SHORT_MEMORY_BUFFER`
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_SHORT_MEMORY_BUFFER `buf` is NULL or too small
 * @retval GNUTLS_E_ASN1_VALUE_NOT_FOUND the certificate is empty or not signed yet
 * @retval GNUTLS_E_INVALID_REQUEST `cert` or `buf_size` is NULL, or the digest is not supported
 */
int gnutls_x509_crt_get_fingerprint(gnutls_x509_crt_t cert,
                                    gnutls_digest_algorithm_t algo,
                                    void *buf,
                                    size_t *buf_size);

/**
 * Returns how many certificates may follow before "any policy" counts no more.
 *
 * GnuTLS fails to read the extension, even what its own setter wrote.
 *
 * @param cert the certificate
 * @param skipcerts takes the number; may be NULL
 * @param critical takes 1 if the extension is critical, else 0; may be NULL
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE there is no such extension
 * @retval GNUTLS_E_ASN1_DER_ERROR it cannot be read
 * @retval GNUTLS_E_ASN1_TAG_ERROR it cannot be read
 * @retval GNUTLS_E_INVALID_REQUEST `cert` is NULL
 *
 * @since 3.6.0
 * @see RFC 5280 section 4.2.1.14
 */
int gnutls_x509_crt_get_inhibit_anypolicy(gnutls_x509_crt_t cert,
                                          unsigned int *skipcerts,
                                          unsigned int *critical);

/**
 * Returns the issuer of a certificate as an object whose parts can be read.
 *
 * `gnutls_x509_dn_get_rdn_ava` walks through it. The object belongs to the certificate: it is valid
 * until the certificate is freed or imported anew, and must not be changed or passed to
 * `gnutls_x509_dn_deinit`.
 *
 * @param cert the certificate
 * @param dn takes the object
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_INVALID_REQUEST `cert` or `dn` is NULL
 *
 * Any number of threads may ask one certificate at the same time.
 */
int gnutls_x509_crt_get_issuer(gnutls_x509_crt_t cert, gnutls_x509_dn_t *dn);

/**
 * Writes an alternative name of the issuer of a certificate to a buffer.
 *
 * Names of hosts, mailboxes, URIs and registered identifiers are text with a NUL; addresses are 4 or
 * 16 bytes, a directory name is its RFC 4514 text, both without a NUL. Other names of well-known types
 * have kinds of their own (`GNUTLS_SAN_OTHERNAME_XMPP` and the like) and their text; the rest is DER,
 * with its type from `gnutls_x509_crt_get_issuer_alt_othername_oid`.
 *
 * @param cert the certificate
 * @param seq which name, from 0
 * @param ian takes the name; NULL to ask for the length
 * @param ian_size in: the capacity of `ian` in bytes; out: the length without a NUL, or the capacity
 *   needed after `GNUTLS_E_SHORT_MEMORY_BUFFER`
 * @param critical takes 1 if the extension is critical, else 0; may be NULL
 *
 * @return the kind of name, a value of `gnutls_x509_subject_alt_name_t`, or a negative error code
 * @retval GNUTLS_E_SHORT_MEMORY_BUFFER `ian` is NULL or too small
 * @retval GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE there are no more names, or no such extension
 * @retval GNUTLS_E_X509_UNKNOWN_SAN the name is of a kind that is not supported
 * @retval GNUTLS_E_ASN1_DER_ERROR the extension cannot be read
 * @retval GNUTLS_E_ASN1_TAG_ERROR the extension cannot be read
 * @retval GNUTLS_E_INVALID_REQUEST `cert` or `ian_size` is NULL
 *
 * @since 2.10.0
 * @see RFC 5280 section 4.2.1.7
 */
int gnutls_x509_crt_get_issuer_alt_name(gnutls_x509_crt_t cert,
                                        unsigned int seq,
                                        void *ian,
                                        size_t *ian_size,
                                        unsigned int *critical);

/**
 * Writes an alternative name of the issuer of a certificate to a buffer, and its kind to a variable.
 *
 * The kind is there even if the buffer is too small; else the same as
 * `gnutls_x509_crt_get_issuer_alt_name`, which says more.
 *
 * @param cert the certificate
 * @param seq which name, from 0
 * @param ian takes the name; NULL to ask for the length
 * @param ian_size in: the capacity of `ian` in bytes; out: the length without a NUL, or the capacity
 *   needed after `GNUTLS_E_SHORT_MEMORY_BUFFER`
 * @param ian_type takes the kind of name as well; may be NULL
 * @param critical takes 1 if the extension is critical, else 0; may be NULL
 *
 * @return the kind of name, a value of `gnutls_x509_subject_alt_name_t`, or a negative error code
 * @retval GNUTLS_E_SHORT_MEMORY_BUFFER `ian` is NULL or too small
 * @retval GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE there are no more names, or no such extension
 * @retval GNUTLS_E_X509_UNKNOWN_SAN the name is of a kind that is not supported
 * @retval GNUTLS_E_ASN1_DER_ERROR the extension cannot be read
 * @retval GNUTLS_E_ASN1_TAG_ERROR the extension cannot be read
 * @retval GNUTLS_E_INVALID_REQUEST `cert` or `ian_size` is NULL
 *
 * @since 2.10.0
 * @see RFC 5280 section 4.2.1.7
 */
int gnutls_x509_crt_get_issuer_alt_name2(gnutls_x509_crt_t cert,
                                         unsigned int seq,
                                         void *ian,
                                         size_t *ian_size,
                                         unsigned int *ian_type,
                                         unsigned int *critical);

/**
 * Writes the type of an other name of the issuer of a certificate to a buffer.
 *
 * `gnutls_x509_crt_get_issuer_alt_name` with the same index returns the value. For names of another
 * kind the text is empty.
 *
 * @param cert the certificate
 * @param seq which of all alternative names, from 0
 * @param ret takes the dotted type, NUL-terminated; NULL to ask for the length
 * @param ret_size in: the capacity of `ret` in bytes; out: the length without the NUL, or the capacity
 *   needed with it after `GNUTLS_E_SHORT_MEMORY_BUFFER`
 *
 * @return the kind of name, `GNUTLS_SAN_OTHERNAME` or that of a well-known type of it, or a negative
 *   error code
 * @retval GNUTLS_E_SHORT_MEMORY_BUFFER `ret` is NULL or too small
 * @retval GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE there are no more names, or no such extension
 * @retval GNUTLS_E_X509_UNKNOWN_SAN the name is of a kind that is not supported
 * @retval GNUTLS_E_ASN1_DER_ERROR the extension cannot be read
 * @retval GNUTLS_E_ASN1_TAG_ERROR the extension cannot be read
 * @retval GNUTLS_E_INVALID_REQUEST `cert` or `ret_size` is NULL
 *
 * @since 2.10.0
 * @see RFC 5280 section 4.2.1.7
 */
int gnutls_x509_crt_get_issuer_alt_othername_oid(gnutls_x509_crt_t cert,
                                                 unsigned int seq,
                                                 void *ret,
                                                 size_t *ret_size);

/**
 * Writes the issuer of a certificate as text to a buffer, its parts in the order of their encoding.
 *
 * That is the reverse of RFC 4514, as GnuTLS wrote names before 3.5.6.
 * `gnutls_x509_crt_get_issuer_dn3` has the order of RFC 4514, and allocates the memory itself.
 *
 * @param cert the certificate
 * @param buf takes the text in UTF-8, NUL-terminated; NULL to ask for the length
 * @param buf_size in: the capacity of `buf` in bytes; out: the length without the NUL, or the capacity
 *   needed with it after `GNUTLS_E_SHORT_MEMORY_BUFFER`
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_SHORT_MEMORY_BUFFER `buf` is NULL or too small
 * @retval GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE the issuer has no parts
 * @retval GNUTLS_E_ASN1_VALUE_NOT_VALID a part whose type asks for a DirectoryString is empty
 * @retval GNUTLS_E_INVALID_REQUEST `cert` or `buf_size` is NULL
 *
 * @see RFC 4514
 */
int gnutls_x509_crt_get_issuer_dn(gnutls_x509_crt_t cert, char *buf, size_t *buf_size);

/**
 * Returns the issuer of a certificate as text in fresh memory, its parts in the order of their
 * encoding.
 *
 * That is the reverse of RFC 4514. `gnutls_x509_crt_get_issuer_dn3` without flags has the order of RFC
 * 4514.
 *
 * @param cert the certificate
 * @param dn takes the text in UTF-8, with a NUL behind it that `size` does not count; its `data` is
 *   freed with `gnutls_free`
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE the issuer has no parts
 * @retval GNUTLS_E_ASN1_VALUE_NOT_VALID a part whose type asks for a DirectoryString is empty
 * @retval GNUTLS_E_INVALID_REQUEST `cert` or `dn` is NULL
 *
 * @since 3.1.10
 * @see RFC 4514
 */
int gnutls_x509_crt_get_issuer_dn2(gnutls_x509_crt_t cert, gnutls_datum_t *dn);

/**
 * Returns the issuer of a certificate as text in fresh memory, in the order of RFC 4514 or of its
 * encoding.
 *
 * Special characters are escaped; values of unknown types and what is no text come as `#` and the hex
 * of their DER.
 *
 * @param cert the certificate
 * @param dn takes the text in UTF-8, with a NUL behind it that `size` does not count; its `data` is
 *   freed with `gnutls_free`
 * @param flags 0 for the last part first, as RFC 4514 has it, or `GNUTLS_X509_DN_FLAG_COMPAT` for the
 *   order of the encoding
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE the issuer has no parts
 * @retval GNUTLS_E_ASN1_VALUE_NOT_VALID a part whose type asks for a DirectoryString is empty
 * @retval GNUTLS_E_INVALID_REQUEST `cert` or `dn` is NULL
 *
 * @since 3.5.7
 * @see RFC 4514
 */
int gnutls_x509_crt_get_issuer_dn3(gnutls_x509_crt_t cert, gnutls_datum_t *dn, unsigned int flags);

/**
 * Writes a part of the issuer of a certificate to a buffer: the value of an attribute by its type.
 *
 * As text the value is escaped as RFC 4514 has it; of an unknown type it is `#` and the hex of its
 * DER.
 *
 * @param cert the certificate
 * @param oid the dotted type, such as `GNUTLS_OID_X520_COMMON_NAME`
 * @param indx which of several values of this type, from 0
 * @param raw_flag 0 for text, else the value in DER with its tag
 * @param buf takes the value, NUL-terminated; NULL to ask for the length
 * @param buf_size in: the capacity of `buf` in bytes; out: the length without the NUL, or the capacity
 *   needed with it after `GNUTLS_E_SHORT_MEMORY_BUFFER`
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_SHORT_MEMORY_BUFFER `buf` is NULL or too small; a NUL is written behind DER too,
 *   and needs its place
 * @retval GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE there is no such value
 * @retval GNUTLS_E_INVALID_REQUEST `cert`, `oid` or `buf_size` is NULL
 *
 * @see RFC 4514
 */
int gnutls_x509_crt_get_issuer_dn_by_oid(gnutls_x509_crt_t cert,
                                         const char *oid,
                                         unsigned int indx,
                                         unsigned int raw_flag,
                                         void *buf,
                                         size_t *buf_size);

/**
 * Writes the type of a part of the issuer of a certificate to a buffer.
 *
 * With a growing index it tells which attributes the name has, in the order of their encoding;
 * `gnutls_x509_crt_get_issuer_dn_by_oid` returns their values.
 *
 * @param cert the certificate
 * @param indx which attribute, from 0
 * @param oid takes the dotted type, NUL-terminated; NULL to ask for the length
 * @param oid_size in: the capacity of `oid` in bytes; out: the length without the NUL, or the capacity
 *   needed with it after `GNUTLS_E_SHORT_MEMORY_BUFFER`
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_SHORT_MEMORY_BUFFER `oid` is NULL or too small
 * @retval GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE there are no more attributes
 * @retval GNUTLS_E_INVALID_REQUEST `cert` or `oid_size` is NULL
 */
int gnutls_x509_crt_get_issuer_dn_oid(gnutls_x509_crt_t cert, unsigned int indx, void *oid, size_t *oid_size);

/**
 * Writes the unique identifier of the issuer of a certificate to a buffer.
 *
 * The field is from version 2, and rare; key identifiers took its place. It has nothing to do with
 * `gnutls_x509_crt_get_authority_key_id`.
 *
 * @param crt the certificate
 * @param buf takes the bytes of the BIT STRING; NULL to ask for the length
 * @param buf_size in: the capacity of `buf` in bytes; out: the length written, or needed after
 *   `GNUTLS_E_SHORT_MEMORY_BUFFER`
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_SHORT_MEMORY_BUFFER `buf` is NULL or too small
 * @retval GNUTLS_E_ASN1_ELEMENT_NOT_FOUND the certificate has none
 * @retval GNUTLS_E_ASN1_DER_ERROR it cannot be read
 * @retval GNUTLS_E_INVALID_REQUEST `crt` or `buf_size` is NULL
 *
 * @since 2.12.0
 * @see RFC 5280 section 4.1.2.8
 */
int gnutls_x509_crt_get_issuer_unique_id(gnutls_x509_crt_t crt, char *buf, size_t *buf_size);

/**
 * Writes an identifier of the key of a certificate to a buffer: a digest of its SubjectPublicKeyInfo.
 *
 * It depends on the key alone: `gnutls_x509_privkey_get_key_id` of the private key returns the same.
 * The identifier in the extension is another one, see `gnutls_x509_crt_get_subject_key_id`.
 *
 * @param cert the certificate
 * @param flags `GNUTLS_KEYID_USE_SHA1` (0), `GNUTLS_KEYID_USE_SHA256`, `GNUTLS_KEYID_USE_SHA512`, or
 *   `GNUTLS_KEYID_USE_BEST_KNOWN`, which is SHA-512 today
 * @param output_data takes the digest; NULL to ask for the length
 * @param output_data_size in: the capacity of `output_data` in bytes; out: the length written, or
 *   needed after `GNUTLS_E_SHORT_MEMORY_BUFFER`
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code:
 * - codes of `gnutls_x509_crt_get_pk_algorithm`, if the key cannot be read
 * @retval GNUTLS_E_SHORT_MEMORY_BUFFER `output_data` is NULL or too small
 * @retval GNUTLS_E_ASN1_VALUE_NOT_FOUND the certificate has no key yet
 * @retval GNUTLS_E_INVALID_REQUEST `cert` or `output_data_size` is NULL
 */
int gnutls_x509_crt_get_key_id(gnutls_x509_crt_t cert,
                               unsigned int flags,
                               unsigned char *output_data,
                               size_t *output_data_size);

/**
 * Writes a purpose of the extended key usage of a certificate to a buffer.
 *
 * A certificate without the extension is good for every purpose. `gnutls_x509_crt_check_key_purpose`
 * answers for one.
 *
 * @param cert the certificate
 * @param indx which purpose, from 0
 * @param oid takes the dotted identifier, such as `GNUTLS_KP_TLS_WWW_SERVER`, NUL-terminated; NULL to
 *   ask for the length
 * @param oid_size in: the capacity of `oid` in bytes; out: the length without the NUL, or the capacity
 *   needed with it after `GNUTLS_E_SHORT_MEMORY_BUFFER`
 * @param critical takes 1 if the extension is critical, else 0; may be NULL
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_SHORT_MEMORY_BUFFER `oid` is NULL or too small
 * @retval GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE there are no more purposes, or no such extension
 * @retval GNUTLS_E_ASN1_DER_ERROR the extension cannot be read
 * @retval GNUTLS_E_ASN1_TAG_ERROR the extension cannot be read
 * @retval GNUTLS_E_INVALID_REQUEST `cert` or `oid_size` is NULL
 *
 * @see RFC 5280 section 4.2.1.12
 */
int gnutls_x509_crt_get_key_purpose_oid(gnutls_x509_crt_t cert,
                                        unsigned int indx,
                                        void *oid,
                                        size_t *oid_size,
                                        unsigned int *critical);

/**
 * Returns what the key of a certificate may be used for.
 *
 * A certificate without the extension may be used for everything.
 *
 * @param cert the certificate
 * @param key_usage takes bits such as `GNUTLS_KEY_DIGITAL_SIGNATURE`, 0 after an error; may be NULL
 * @param critical takes 1 if the extension is critical, else 0; may be NULL
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE there is no such extension
 * @retval GNUTLS_E_ASN1_DER_ERROR it cannot be read
 * @retval GNUTLS_E_ASN1_TAG_ERROR it cannot be read
 * @retval GNUTLS_E_SHORT_MEMORY_BUFFER it has more than 16 bits
 * @retval GNUTLS_E_INVALID_REQUEST `cert` is NULL
 *
 * @see RFC 5280 section 4.2.1.3
 */
int gnutls_x509_crt_get_key_usage(gnutls_x509_crt_t cert, unsigned int *key_usage, unsigned int *critical);

/**
 * Reads the name constraints of an authority's certificate.
 *
 * `gnutls_x509_name_constraints_check` applies them to a name.
 *
 * @param crt the certificate
 * @param nc an object from `gnutls_x509_name_constraints_init`, which takes them
 * @param flags 0 to replace what is in the object, or `GNUTLS_NAME_CONSTRAINTS_FLAG_APPEND` to combine
 *   both: permitted names must be so by each
 * @param critical takes 1 if the extension is critical, else 0; may be NULL
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE there is no such extension
 * @retval GNUTLS_E_X509_UNKNOWN_SAN a constraint is of a kind that is not compared, or no network
 * @retval GNUTLS_E_ILLEGAL_PARAMETER a constraint is of a kind that is not compared, or no network
 * @retval GNUTLS_E_MALFORMED_CIDR a constraint is of a kind that is not compared, or no network
 * @retval GNUTLS_E_ASN1_DER_ERROR the extension cannot be read
 * @retval GNUTLS_E_ASN1_TAG_ERROR the extension cannot be read
 * @retval GNUTLS_E_INVALID_REQUEST `crt` or `nc` is NULL
 *
 * @since 3.3.0
 * @see RFC 5280 section 4.2.1.10
 */
int gnutls_x509_crt_get_name_constraints(gnutls_x509_crt_t crt,
                                         gnutls_x509_name_constraints_t nc,
                                         unsigned int flags,
                                         unsigned int *critical);

/**
 * Returns the kind of the key of a certificate, and its bits.
 *
 * @param cert the certificate
 * @param bits takes the bits of the modulus or of the curve, 0 after an error; may be NULL
 *
 * @return a value of `gnutls_pk_algorithm_t`, or a negative error code:
 * - other codes of the key's parser: the key cannot be read
 * @retval GNUTLS_E_ASN1_VALUE_NOT_FOUND the certificate has no key yet
 * @retval GNUTLS_E_UNKNOWN_PK_ALGORITHM the key is of a kind, curve or digest that is not supported
 * @retval GNUTLS_E_ECC_UNSUPPORTED_CURVE the key is of a kind, curve or digest that is not supported
 * @retval GNUTLS_E_UNKNOWN_HASH_ALGORITHM the key is of a kind, curve or digest that is not supported
 * @retval GNUTLS_E_ASN1_DER_ERROR the key cannot be read
 * @retval GNUTLS_E_ASN1_TAG_ERROR the key cannot be read
 * @retval GNUTLS_E_ASN1_ELEMENT_NOT_FOUND the key cannot be read
 * @retval GNUTLS_E_PK_INVALID_PUBKEY the key cannot be read
 * @retval GNUTLS_E_INVALID_REQUEST `cert` is NULL
 *
 * @see RFC 5280 section 4.1.2.7
 */
int gnutls_x509_crt_get_pk_algorithm(gnutls_x509_crt_t cert, unsigned int *bits);

/**
 * Returns the numbers of the DSA key of a certificate.
 *
 * They are big-endian, with a zero in front where the first bit is set. Each goes into fresh memory,
 * which is freed with `gnutls_free`. Where NULL is passed nothing is returned.
 *
 * @param crt the certificate
 * @param p takes the prime
 * @param q takes the order
 * @param g takes the generator
 * @param y takes the public number
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code:
 * - codes of `gnutls_x509_crt_get_pk_algorithm`, if the key cannot be read
 * @retval GNUTLS_E_ASN1_VALUE_NOT_FOUND the certificate has no key yet
 * @retval GNUTLS_E_INVALID_REQUEST `crt` is NULL, or the key is of another kind
 *
 * @see FIPS 186-4
 */
int gnutls_x509_crt_get_pk_dsa_raw(gnutls_x509_crt_t crt,
                                   gnutls_datum_t *p,
                                   gnutls_datum_t *q,
                                   gnutls_datum_t *g,
                                   gnutls_datum_t *y);

/**
 * Returns curve and coordinates of the elliptic-curve key of a certificate.
 *
 * Coordinates are big-endian, with a zero in front where the first bit is set; keys of EdDSA, X25519
 * and X448 are bytes as the curve has them. All are in fresh memory that is freed with `gnutls_free`.
 *
 * @param crt the certificate
 * @param curve takes the curve; may be NULL
 * @param x takes the first coordinate, or the bytes; may be NULL
 * @param y takes the second coordinate, or NULL and 0 for keys that are bytes; may be NULL
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code:
 * - codes of `gnutls_x509_crt_get_pk_algorithm`, if the key cannot be read
 * @retval GNUTLS_E_ASN1_VALUE_NOT_FOUND the certificate has no key yet
 * @retval GNUTLS_E_INVALID_REQUEST `crt` is NULL, or the key is of another kind
 *
 * @since 3.4.1
 * @see RFC 5480, RFC 8410
 */
int gnutls_x509_crt_get_pk_ecc_raw(gnutls_x509_crt_t crt,
                                   gnutls_ecc_curve_t *curve,
                                   gnutls_datum_t *x,
                                   gnutls_datum_t *y);

/**
 * Returns parameters and coordinates of the GOST R 34.10 key of a certificate.
 *
 * Coordinates are little-endian, in fresh memory that is freed with `gnutls_free`. Where NULL is
 * passed nothing is returned.
 *
 * @param crt the certificate
 * @param curve takes the curve
 * @param digest takes the digest
 * @param paramset takes the parameters of GOST 28147
 * @param x takes the first coordinate
 * @param y takes the second coordinate
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code:
 * - codes of `gnutls_x509_crt_get_pk_algorithm`, if the key cannot be read
 * @retval GNUTLS_E_ASN1_VALUE_NOT_FOUND the certificate has no key yet
 * @retval GNUTLS_E_INVALID_REQUEST `crt` is NULL, or the key is of another kind
 *
 * @since 3.6.3
 * @see RFC 9215
 */
int gnutls_x509_crt_get_pk_gost_raw(gnutls_x509_crt_t crt,
                                    gnutls_ecc_curve_t *curve,
                                    gnutls_digest_algorithm_t *digest,
                                    gnutls_gost_paramset_t *paramset,
                                    gnutls_datum_t *x,
                                    gnutls_datum_t *y);

/**
 * Writes the dotted identifier of the algorithm of a certificate's key to a buffer.
 *
 * It is there also for keys of a kind that is not supported.
 *
 * @param cert the certificate
 * @param oid takes the identifier, NUL-terminated; NULL to ask for the length
 * @param oid_size in: the capacity of `oid` in bytes, with one byte beyond the NUL; out: the length
 *   with the NUL, or the capacity needed after `GNUTLS_E_SHORT_MEMORY_BUFFER`
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_SHORT_MEMORY_BUFFER `oid` is NULL or too small
 * @retval GNUTLS_E_ASN1_VALUE_NOT_FOUND the certificate has no key yet
 * @retval GNUTLS_E_INVALID_REQUEST `cert` or `oid_size` is NULL
 *
 * @since 3.5.0
 * @see RFC 5280 section 4.1.2.7
 */
int gnutls_x509_crt_get_pk_oid(gnutls_x509_crt_t cert, char *oid, size_t *oid_size);

/**
 * Returns modulus and exponent of the RSA key of a certificate.
 *
 * They are big-endian, with a zero in front where the first bit is set, and in fresh memory that is
 * freed with `gnutls_free`.
 *
 * @param crt the certificate
 * @param m takes the modulus; may be NULL
 * @param e takes the public exponent; may be NULL
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code:
 * - codes of `gnutls_x509_crt_get_pk_algorithm`, if the key cannot be read
 * @retval GNUTLS_E_ASN1_VALUE_NOT_FOUND the certificate has no key yet
 * @retval GNUTLS_E_INVALID_REQUEST `crt` is NULL, or the key is of another kind
 *
 * @see RFC 8017 section 3.1
 */
int gnutls_x509_crt_get_pk_rsa_raw(gnutls_x509_crt_t crt, gnutls_datum_t *m, gnutls_datum_t *e);

/**
 * Returns a policy of a certificate, with its qualifiers.
 *
 * @param crt the certificate
 * @param indx which policy, from 0
 * @param policy takes it: the dotted identifier and up to `GNUTLS_MAX_QUALIFIERS` qualifiers, a URI or
 *   the text of a notice in UTF-8. It is freed with `gnutls_x509_policy_release`. A notice without
 *   text has the type `GNUTLS_X509_QUALIFIER_UNKNOWN`
 * @param critical takes 1 if the extension is critical, else 0; may be NULL
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE there are no more policies, or no such extension
 * @retval GNUTLS_E_PARSING_ERROR the text of a notice is not in its string type
 * @retval GNUTLS_E_ASN1_DER_ERROR the extension cannot be read
 * @retval GNUTLS_E_ASN1_TAG_ERROR the extension cannot be read
 * @retval GNUTLS_E_INVALID_REQUEST `crt` or `policy` is NULL
 *
 * @since 3.1.5
 * @see RFC 5280 section 4.2.1.4
 */
int gnutls_x509_crt_get_policy(gnutls_x509_crt_t crt,
                               unsigned int indx,
                               gnutls_x509_policy_st *policy,
                               unsigned int *critical);

/**
 * Returns the time in which the private key of a certificate may be used.
 *
 * @param cert the certificate
 * @param activation takes its start in seconds since 1970, -1 without one; may be NULL
 * @param expiration takes its end, -1 without one; may be NULL
 * @param critical takes 1 if the extension is critical, else 0; may be NULL
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE there is no such extension
 * @retval GNUTLS_E_ASN1_DER_ERROR it cannot be read
 * @retval GNUTLS_E_ASN1_TAG_ERROR it cannot be read
 * @retval GNUTLS_E_ASN1_TIME_ERROR it cannot be read
 * @retval GNUTLS_E_CERTIFICATE_TIME_ERROR it cannot be read
 * @retval GNUTLS_E_INVALID_REQUEST `cert` is NULL
 *
 * @see RFC 3280 section 4.2.1.4
 */
int gnutls_x509_crt_get_private_key_usage_period(gnutls_x509_crt_t cert,
                                                 time_t *activation,
                                                 time_t *expiration,
                                                 unsigned int *critical);

/**
 * Returns what a proxy certificate says of itself.
 *
 * @param cert the certificate
 * @param critical takes 1 if the extension is critical, else 0; may be NULL
 * @param pathlen takes the number of proxy certificates that may follow, -1 without a limit; may be
 *   NULL
 * @param policy_language takes the dotted identifier of the policy's language, which is freed with
 *   `gnutls_free`; may be NULL
 * @param policy takes the bytes of the policy with a NUL behind them, or NULL if there are none; freed
 *   with `gnutls_free`. May be NULL
 * @param sizeof_policy takes the length of the policy; may be NULL
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE this is no proxy certificate
 * @retval GNUTLS_E_ASN1_DER_ERROR the extension cannot be read
 * @retval GNUTLS_E_ASN1_TAG_ERROR the extension cannot be read
 * @retval GNUTLS_E_INVALID_REQUEST `cert` is NULL
 *
 * @see RFC 3820 section 3.8
 */
int gnutls_x509_crt_get_proxy(gnutls_x509_crt_t cert,
                              unsigned int *critical,
                              int *pathlen,
                              char **policy_language,
                              char **policy,
                              size_t *sizeof_policy);

/**
 * Returns the subject of a certificate in DER.
 *
 * These are the bytes of the certificate, tag and length included, as they serve to compare names or
 * to look for an authority with `gnutls_x509_trust_list_get_issuer_by_dn`.
 *
 * @param cert the certificate
 * @param start takes a copy of the Name, with a NUL behind it that `size` does not count; its `data`
 *   is freed with `gnutls_free`
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_INVALID_REQUEST `cert` or `start` is NULL
 *
 * @see RFC 5280 section 4.1.2.6
 */
int gnutls_x509_crt_get_raw_dn(gnutls_x509_crt_t cert, gnutls_datum_t *start);

/**
 * Returns the issuer of a certificate in DER.
 *
 * These are the bytes of the certificate, tag and length included, as they serve to compare names or
 * to look for an authority with `gnutls_x509_trust_list_get_issuer_by_dn`.
 *
 * @param cert the certificate
 * @param start takes a copy of the Name, with a NUL behind it that `size` does not count; its `data`
 *   is freed with `gnutls_free`
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_INVALID_REQUEST `cert` or `start` is NULL
 *
 * @see RFC 5280 section 4.1.2.4
 */
int gnutls_x509_crt_get_raw_issuer_dn(gnutls_x509_crt_t cert, gnutls_datum_t *start);

/**
 * Writes the serial number of a certificate to a buffer.
 *
 * These are the bytes of the INTEGER as they are written: big-endian, with a zero in front where the
 * first bit would be set. Together with the issuer the number names the certificate, as in revocation
 * lists.
 *
 * @param cert the certificate
 * @param result takes the number; NULL to ask for the length
 * @param result_size in: the capacity of `result` in bytes; out: the length written, or needed after
 *   `GNUTLS_E_SHORT_MEMORY_BUFFER`
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_SHORT_MEMORY_BUFFER `result` is NULL or too small
 * @retval GNUTLS_E_ASN1_VALUE_NOT_FOUND it is not set yet
 * @retval GNUTLS_E_INVALID_REQUEST `cert` or `result_size` is NULL
 *
 * @see RFC 5280 section 4.1.2.2
 */
int gnutls_x509_crt_get_serial(gnutls_x509_crt_t cert, void *result, size_t *result_size);

/**
 * Writes the signature of a certificate to a buffer.
 *
 * @param cert the certificate
 * @param sig takes the bytes of the signature, without those of the BIT STRING around it; NULL to ask
 *   for the length
 * @param sizeof_sig in: the capacity of `sig` in bytes; out: the length written, or needed after
 *   `GNUTLS_E_SHORT_MEMORY_BUFFER`
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_SHORT_MEMORY_BUFFER `sig` is NULL or too small
 * @retval GNUTLS_E_ASN1_VALUE_NOT_FOUND the certificate is empty or not signed yet
 * @retval GNUTLS_E_CERTIFICATE_ERROR the signature is no whole number of bytes
 * @retval GNUTLS_E_ASN1_GENERIC_ERROR it is empty
 * @retval GNUTLS_E_ASN1_DER_ERROR it is empty
 * @retval GNUTLS_E_INVALID_REQUEST `cert` or `sizeof_sig` is NULL
 *
 * @see RFC 5280 section 4.1.1.3
 */
int gnutls_x509_crt_get_signature(gnutls_x509_crt_t cert, char *sig, size_t *sizeof_sig);

/**
 * Returns the algorithm by which a certificate is signed.
 *
 * `gnutls_sign_get_name` has its name, `gnutls_x509_crt_get_signature_oid` its identifier, also of an
 * algorithm that is not known here.
 *
 * @param cert the certificate
 *
 * @return a value of `gnutls_sign_algorithm_t`, `GNUTLS_SIGN_UNKNOWN` (0) if it is not known or there
 *   is no signature, or a negative error code
 * @retval GNUTLS_E_INVALID_REQUEST `cert` is NULL
 *
 * @see RFC 5280 section 4.1.1.2
 */
int gnutls_x509_crt_get_signature_algorithm(gnutls_x509_crt_t cert);

/**
 * Writes the dotted identifier of the algorithm by which a certificate is signed to a buffer.
 *
 * @param cert the certificate
 * @param oid takes the identifier, NUL-terminated; NULL to ask for the length
 * @param oid_size in: the capacity of `oid` in bytes, with one byte beyond the NUL; out: the length
 *   with the NUL, or the capacity needed after `GNUTLS_E_SHORT_MEMORY_BUFFER`
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_SHORT_MEMORY_BUFFER `oid` is NULL or too small
 * @retval GNUTLS_E_ASN1_VALUE_NOT_FOUND the certificate is empty or not signed yet
 * @retval GNUTLS_E_INVALID_REQUEST `cert` or `oid_size` is NULL
 *
 * @since 3.5.0
 * @see RFC 5280 section 4.1.1.2
 */
int gnutls_x509_crt_get_signature_oid(gnutls_x509_crt_t cert, char *oid, size_t *oid_size);

/**
 * Returns the restrictions of the key of a certificate to RSA-PSS or RSA-OAEP.
 *
 * @param cert the certificate
 * @param spki an object from `gnutls_x509_spki_init`, which takes them
 * @param flags not used; pass 0
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code:
 * - codes of `gnutls_x509_crt_get_pk_algorithm`, if the key cannot be read
 * @retval GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE the key has none, or is of another kind than RSA;
 *   `spki` is not changed
 * @retval GNUTLS_E_ASN1_VALUE_NOT_FOUND the certificate has no key yet
 * @retval GNUTLS_E_INVALID_REQUEST `cert` or `spki` is NULL
 *
 * @since 3.6.0
 * @see RFC 4055
 */
int gnutls_x509_crt_get_spki(gnutls_x509_crt_t cert, gnutls_x509_spki_t spki, unsigned int flags);

/**
 * Returns the subject of a certificate as an object whose parts can be read.
 *
 * `gnutls_x509_dn_get_rdn_ava` walks through it. The object belongs to the certificate: it is valid
 * until the certificate is freed or imported anew, and must not be changed or passed to
 * `gnutls_x509_dn_deinit`.
 *
 * @param cert the certificate
 * @param dn takes the object
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_INVALID_REQUEST `cert` or `dn` is NULL
 *
 * Any number of threads may ask one certificate at the same time.
 */
int gnutls_x509_crt_get_subject(gnutls_x509_crt_t cert, gnutls_x509_dn_t *dn);

/**
 * Writes an alternative name of the subject of a certificate to a buffer.
 *
 * Names of hosts, mailboxes, URIs and registered identifiers are text with a NUL; addresses are 4 or
 * 16 bytes, a directory name is its RFC 4514 text, both without a NUL. Other names of well-known types
 * have kinds of their own (`GNUTLS_SAN_OTHERNAME_XMPP` and the like) and their text; the rest is DER,
 * with its type from `gnutls_x509_crt_get_subject_alt_othername_oid`.
 *
 * @param cert the certificate
 * @param seq which name, from 0
 * @param san takes the name; NULL to ask for the length
 * @param san_size in: the capacity of `san` in bytes; out: the length without a NUL, or the capacity
 *   needed after `GNUTLS_E_SHORT_MEMORY_BUFFER`
 * @param critical takes 1 if the extension is critical, else 0; may be NULL
 *
 * @return the kind of name, a value of `gnutls_x509_subject_alt_name_t`, or a negative error code
 * @retval GNUTLS_E_SHORT_MEMORY_BUFFER `san` is NULL or too small
 * @retval GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE there are no more names, or no such extension
 * @retval GNUTLS_E_X509_UNKNOWN_SAN the name is of a kind that is not supported
 * @retval GNUTLS_E_ASN1_DER_ERROR the extension cannot be read
 * @retval GNUTLS_E_ASN1_TAG_ERROR the extension cannot be read
 * @retval GNUTLS_E_INVALID_REQUEST `cert` or `san_size` is NULL
 *
 * @see RFC 5280 section 4.2.1.6
 */
int gnutls_x509_crt_get_subject_alt_name(gnutls_x509_crt_t cert,
                                         unsigned int seq,
                                         void *san,
                                         size_t *san_size,
                                         unsigned int *critical);

/**
 * Writes an alternative name of the subject of a certificate to a buffer, and its kind to a variable.
 *
 * The kind is there even if the buffer is too small; else the same as
 * `gnutls_x509_crt_get_subject_alt_name`, which says more.
 *
 * @param cert the certificate
 * @param seq which name, from 0
 * @param san takes the name; NULL to ask for the length
 * @param san_size in: the capacity of `san` in bytes; out: the length without a NUL, or the capacity
 *   needed after `GNUTLS_E_SHORT_MEMORY_BUFFER`
 * @param san_type takes the kind of name as well; may be NULL
 * @param critical takes 1 if the extension is critical, else 0; may be NULL
 *
 * @return the kind of name, a value of `gnutls_x509_subject_alt_name_t`, or a negative error code
 * @retval GNUTLS_E_SHORT_MEMORY_BUFFER `san` is NULL or too small
 * @retval GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE there are no more names, or no such extension
 * @retval GNUTLS_E_X509_UNKNOWN_SAN the name is of a kind that is not supported
 * @retval GNUTLS_E_ASN1_DER_ERROR the extension cannot be read
 * @retval GNUTLS_E_ASN1_TAG_ERROR the extension cannot be read
 * @retval GNUTLS_E_INVALID_REQUEST `cert` or `san_size` is NULL
 *
 * @see RFC 5280 section 4.2.1.6
 */
int gnutls_x509_crt_get_subject_alt_name2(gnutls_x509_crt_t cert,
                                          unsigned int seq,
                                          void *san,
                                          size_t *san_size,
                                          unsigned int *san_type,
                                          unsigned int *critical);

/**
 * Writes the type of an other name of the subject of a certificate to a buffer.
 *
 * `gnutls_x509_crt_get_subject_alt_name` with the same index returns the value. For names of another
 * kind the text is empty.
 *
 * @param cert the certificate
 * @param seq which of all alternative names, from 0
 * @param oid takes the dotted type, NUL-terminated; NULL to ask for the length
 * @param oid_size in: the capacity of `oid` in bytes; out: the length without the NUL, or the capacity
 *   needed with it after `GNUTLS_E_SHORT_MEMORY_BUFFER`
 *
 * @return the kind of name, `GNUTLS_SAN_OTHERNAME` or that of a well-known type of it, or a negative
 *   error code
 * @retval GNUTLS_E_SHORT_MEMORY_BUFFER `oid` is NULL or too small
 * @retval GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE there are no more names, or no such extension
 * @retval GNUTLS_E_X509_UNKNOWN_SAN the name is of a kind that is not supported
 * @retval GNUTLS_E_ASN1_DER_ERROR the extension cannot be read
 * @retval GNUTLS_E_ASN1_TAG_ERROR the extension cannot be read
 * @retval GNUTLS_E_INVALID_REQUEST `cert` or `oid_size` is NULL
 *
 * @see RFC 5280 section 4.2.1.6
 */
int gnutls_x509_crt_get_subject_alt_othername_oid(gnutls_x509_crt_t cert,
                                                  unsigned int seq,
                                                  void *oid,
                                                  size_t *oid_size);

/**
 * Writes the subject key identifier of a certificate to a buffer.
 *
 * It is what the authority chose to call the key. An identifier that depends on the key alone is
 * `gnutls_x509_crt_get_key_id`.
 *
 * @param cert the certificate
 * @param ret takes the identifier; NULL to ask for the length
 * @param ret_size in: the capacity of `ret` in bytes; out: the length written, or needed after
 *   `GNUTLS_E_SHORT_MEMORY_BUFFER`
 * @param critical takes 1 if the extension is critical, else 0; may be NULL
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_SHORT_MEMORY_BUFFER `ret` is NULL or too small
 * @retval GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE there is no such extension
 * @retval GNUTLS_E_ASN1_DER_ERROR it cannot be read, or is empty
 * @retval GNUTLS_E_ASN1_TAG_ERROR it cannot be read, or is empty
 * @retval GNUTLS_E_INVALID_REQUEST `cert` or `ret_size` is NULL
 *
 * @see RFC 5280 section 4.2.1.2
 */
int gnutls_x509_crt_get_subject_key_id(gnutls_x509_crt_t cert,
                                       void *ret,
                                       size_t *ret_size,
                                       unsigned int *critical);

/**
 * Writes the unique identifier of the subject of a certificate to a buffer.
 *
 * The field is from version 2, and rare; key identifiers took its place. It has nothing to do with
 * `gnutls_x509_crt_get_subject_key_id`.
 *
 * @param crt the certificate
 * @param buf takes the bytes of the BIT STRING; NULL to ask for the length
 * @param buf_size in: the capacity of `buf` in bytes; out: the length written, or needed after
 *   `GNUTLS_E_SHORT_MEMORY_BUFFER`
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_SHORT_MEMORY_BUFFER `buf` is NULL or too small
 * @retval GNUTLS_E_ASN1_ELEMENT_NOT_FOUND the certificate has none
 * @retval GNUTLS_E_ASN1_DER_ERROR it cannot be read
 * @retval GNUTLS_E_INVALID_REQUEST `crt` or `buf_size` is NULL
 *
 * @see RFC 5280 section 4.1.2.8
 */
int gnutls_x509_crt_get_subject_unique_id(gnutls_x509_crt_t crt, char *buf, size_t *buf_size);

/**
 * Reads the TLS features that a certificate asks for, such as OCSP stapling.
 *
 * @param crt the certificate
 * @param features a list from `gnutls_x509_tlsfeatures_init`, which takes the numbers of the TLS
 *   extensions
 * @param flags 0 to replace what is in the list, or `GNUTLS_EXT_FLAG_APPEND` to add to it
 * @param critical takes 1 if the extension is critical, else 0; may be NULL
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE there is no such extension
 * @retval GNUTLS_E_CERTIFICATE_ERROR a feature is no number of a TLS extension
 * @retval GNUTLS_E_ASN1_DER_ERROR the extension cannot be read
 * @retval GNUTLS_E_ASN1_TAG_ERROR the extension cannot be read
 * @retval GNUTLS_E_INVALID_REQUEST `crt` or `features` is NULL
 *
 * @since 3.5.1
 * @see RFC 7633
 */
int gnutls_x509_crt_get_tlsfeatures(gnutls_x509_crt_t crt,
                                    gnutls_x509_tlsfeatures_t features,
                                    unsigned int flags,
                                    unsigned int *critical);

/**
 * Returns the version of a certificate.
 *
 * Certificates with extensions have version 3. One whose number is higher than 3 is imported, but
 * never verified.
 *
 * @param cert the certificate; a fresh one has version 1
 *
 * @return the version, from 1, or a negative error code
 * @retval GNUTLS_E_INVALID_REQUEST `cert` is NULL
 *
 * @see RFC 5280 section 4.1.2.1
 */
int gnutls_x509_crt_get_version(gnutls_x509_crt_t cert);

/**
 * Reads a certificate from DER or PEM, in the place of what the object held.
 *
 * Of PEM the first block labelled `CERTIFICATE` or else `X509 CERTIFICATE` is read. On failure the
 * object keeps what it had. Names from `gnutls_x509_crt_get_subject` are freed by a successful import.
 * Nothing is verified: see `gnutls_x509_trust_list_verify_crt2`. `GNUTLS_X509_CRT_FLAG_IGNORE_SANITY`,
 * set with `gnutls_x509_crt_set_flags`, leaves out the checks of version, dates and duplicate
 * extensions.
 *
 * @param cert a certificate from `gnutls_x509_crt_init`
 * @param data the bytes, which are copied
 * @param format `GNUTLS_X509_FMT_PEM`; every other value means DER
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_BASE64_UNEXPECTED_HEADER_ERROR there is no such PEM block, or it cannot be decoded
 * @retval GNUTLS_E_BASE64_DECODING_ERROR there is no such PEM block, or it cannot be decoded
 * @retval GNUTLS_E_ASN1_DER_ERROR this is no certificate in DER
 * @retval GNUTLS_E_ASN1_TAG_ERROR this is no certificate in DER
 * @retval GNUTLS_E_CERTIFICATE_ERROR the two signature algorithms differ
 * @retval GNUTLS_E_ASN1_TIME_ERROR a time has a wrong form, or is no date
 * @retval GNUTLS_E_CERTIFICATE_TIME_ERROR a time has a wrong form, or is no date
 * @retval GNUTLS_E_X509_CERTIFICATE_ERROR there are fields that its version has not got, or more than
 *   256 extensions
 * @retval GNUTLS_E_X509_DUPLICATE_EXTENSION an extension is there twice
 * @retval GNUTLS_E_X509_UNKNOWN_SAN an alternative name is empty
 * @retval GNUTLS_E_SHORT_MEMORY_BUFFER the version is a number of more than eight bytes
 * @retval GNUTLS_E_INVALID_REQUEST `cert` or `data` is NULL, or its bytes are
 *
 * @see RFC 5280 section 4.1, RFC 7468
 */
int gnutls_x509_crt_import(gnutls_x509_crt_t cert, const gnutls_datum_t *data, gnutls_x509_crt_fmt_t format);

/**
 * Fills a certificate from a URL, by the functions that the application registered for its kind.
 *
 * The kind is what the URL begins with, as `gnutls_register_custom_url` got it. The function
 * `import_crt` of that kind is called with the handle, and fills it. URLs of PKCS \#11 and of the
 * system's keys are known, but have no backend here.
 *
 * @param crt a certificate from `gnutls_x509_crt_init`
 * @param url the URL
 * @param flags passed on to the application's function
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code:
 * - whatever negative code the application's function answers
 * @retval GNUTLS_E_UNIMPLEMENTED_FEATURE the URL begins with `pkcs11:` or `system:`
 * @retval GNUTLS_E_INVALID_REQUEST `url` is NULL, of no registered kind, or of one without
 *   `import_crt`
 *
 * @since 3.4.0
 */
int gnutls_x509_crt_import_url(gnutls_x509_crt_t crt, const char *url, unsigned int flags);

/**
 * Creates an empty certificate.
 *
 * It is filled by `gnutls_x509_crt_import`, or field by field by the setters and then signed with
 * `gnutls_x509_crt_sign2`.
 *
 * @param cert takes the new certificate, which is freed with `gnutls_x509_crt_deinit`
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_INVALID_REQUEST `cert` is NULL
 *
 * Getters only look at a certificate: any number of threads may call them on one at the same time, as
 * long as it is not changed.
 */
int gnutls_x509_crt_init(gnutls_x509_crt_t *cert);

/**
 * Reads a list of certificates into an array of the caller.
 *
 * PEM may hold any number of certificates, DER one. Of more than fit the first are kept. The elements
 * are created by the function; the caller frees each with `gnutls_x509_crt_deinit`.
 * `gnutls_x509_crt_list_import2` makes an array of the right size.
 *
 * @param certs an array for the handles; NULL if `cert_max` is 0, as to ask for the number with
 *   `GNUTLS_X509_CRT_LIST_IMPORT_FAIL_IF_EXCEED`
 * @param cert_max in: the number of its places; out: the number of certificates written, or of those
 *   there are after `GNUTLS_E_SHORT_MEMORY_BUFFER`
 * @param data the certificates
 * @param format `GNUTLS_X509_FMT_DER`; every other value means PEM
 * @param flags 0, or of `gnutls_certificate_import_flags`:
 *   `GNUTLS_X509_CRT_LIST_IMPORT_FAIL_IF_EXCEED` refuses more than fit, `GNUTLS_X509_CRT_LIST_SORT`
 *   puts each certificate behind the one that it issued and drops what does not belong there,
 *   `GNUTLS_X509_CRT_LIST_FAIL_IF_UNSORTED` refuses a list in another order
 *
 * @return the number of certificates written, or a negative error code, where none is:
 * - codes of `gnutls_x509_crt_import`, if the DER cannot be read
 * @retval GNUTLS_E_SHORT_MEMORY_BUFFER there are more than fit, and the flags refuse that
 * @retval GNUTLS_E_NO_CERTIFICATE_FOUND there is no certificate in PEM
 * @retval GNUTLS_E_BASE64_UNEXPECTED_HEADER_ERROR a PEM block cannot be decoded
 * @retval GNUTLS_E_BASE64_DECODING_ERROR a PEM block cannot be decoded
 * @retval GNUTLS_E_CERTIFICATE_LIST_UNSORTED the list is in another order, and the flags refuse that
 * @retval GNUTLS_E_UNIMPLEMENTED_FEATURE more than 16 certificates are to be sorted
 * @retval GNUTLS_E_INVALID_REQUEST `certs`, `cert_max` or `data` is NULL
 */
int gnutls_x509_crt_list_import(gnutls_x509_crt_t *certs,
                                unsigned int *cert_max,
                                const gnutls_datum_t *data,
                                gnutls_x509_crt_fmt_t format,
                                unsigned int flags);

/**
 * Reads a list of certificates into a fresh array.
 *
 * PEM may hold any number of certificates, DER one. The caller frees each certificate with
 * `gnutls_x509_crt_deinit`, then the array with `gnutls_free`.
 *
 * @param certs takes the array
 * @param size takes the number of its elements
 * @param data the certificates
 * @param format `GNUTLS_X509_FMT_DER`; every other value means PEM
 * @param flags 0, or of `gnutls_certificate_import_flags`: `GNUTLS_X509_CRT_LIST_SORT` puts each
 *   certificate behind the one that it issued and drops what does not belong there,
 *   `GNUTLS_X509_CRT_LIST_FAIL_IF_UNSORTED` refuses a list in another order
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code:
 * - codes of `gnutls_x509_crt_import`, if the DER cannot be read
 * @retval GNUTLS_E_NO_CERTIFICATE_FOUND there is no certificate in PEM
 * @retval GNUTLS_E_BASE64_UNEXPECTED_HEADER_ERROR a PEM block cannot be decoded
 * @retval GNUTLS_E_BASE64_DECODING_ERROR a PEM block cannot be decoded
 * @retval GNUTLS_E_CERTIFICATE_LIST_UNSORTED the list is in another order, and the flags refuse that
 * @retval GNUTLS_E_UNIMPLEMENTED_FEATURE more than 16 certificates are to be sorted
 * @retval GNUTLS_E_INVALID_REQUEST `certs`, `size` or `data` is NULL
 *
 * @since 3.0
 */
int gnutls_x509_crt_list_import2(gnutls_x509_crt_t **certs,
                                 unsigned int *size,
                                 const gnutls_datum_t *data,
                                 gnutls_x509_crt_fmt_t format,
                                 unsigned int flags);

/**
 * Reads the certificate behind a URL and those above it into a fresh array.
 *
 * The certificate comes first. Issuers follow as far as the function `get_issuer` of the URL's kind
 * tells them, up to a root or eight certificates in all. The caller frees each certificate with
 * `gnutls_x509_crt_deinit`, then the array with `gnutls_free`.
 *
 * @param certs takes the array
 * @param size takes the number of its elements
 * @param url a URL of a kind that was registered with `gnutls_register_custom_url`
 * @param pin_fn set as the PIN function of the certificate before it is imported; may be NULL
 * @param pin_fn_userdata passed to `pin_fn`
 * @param flags passed on to the application's functions
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code:
 * - codes of `gnutls_x509_crt_import`, if an issuer cannot be read
 * - whatever negative code `import_crt` answers
 * @retval GNUTLS_E_UNIMPLEMENTED_FEATURE the URL begins with `pkcs11:` or `system:`
 * @retval GNUTLS_E_INVALID_REQUEST `certs`, `size` or `url` is NULL, or the URL's kind is not
 *   registered or has no `import_crt`
 *
 * @since 3.6.3
 */
int gnutls_x509_crt_list_import_url(gnutls_x509_crt_t **certs,
                                    unsigned int *size,
                                    const char *url,
                                    gnutls_pin_callback_t pin_fn,
                                    void *pin_fn_userdata,
                                    unsigned int flags);

/**
 * Verifies a certificate chain against arrays of authorities and revocation lists.
 *
 * The first certificate of the path that is one of the authorities ends it. Neither host nor purpose
 * is checked. For more than one chain a trust list is faster: `gnutls_x509_trust_list_verify_crt2`.
 * Certificates in another order are sorted, unlike in GnuTLS.
 *
 * @param cert_list the chain, the end certificate first
 * @param cert_list_length the number of certificates; not 0
 * @param ca_list authorities to be trusted
 * @param ca_list_length the number of authorities
 * @param crl_list_ revocation lists, which are taken as they are; verify them before
 * @param crl_list_length the number of revocation lists
 * @param flags `GNUTLS_VERIFY_*` flags, and a profile made by `GNUTLS_PROFILE_TO_VFLAGS`
 * @param verify takes the bits of `gnutls_certificate_status_t`, 0 for a good chain; may be NULL
 *
 * @return `GNUTLS_E_SUCCESS` (0) if the verification was done, whatever its result is, or a negative
 *   error code
 * @retval GNUTLS_E_NO_CERTIFICATE_FOUND `cert_list_length` is 0
 * @retval GNUTLS_E_INVALID_REQUEST an array with elements, or one of these, is NULL
 *
 * @see RFC 5280 section 6
 */
int gnutls_x509_crt_list_verify(const gnutls_x509_crt_t *cert_list,
                                unsigned int cert_list_length,
                                const gnutls_x509_crt_t *ca_list,
                                unsigned int ca_list_length,
                                const gnutls_x509_crl_t *crl_list_,
                                unsigned int crl_list_length,
                                unsigned int flags,
                                unsigned int *verify);

/**
 * Describes a certificate in text for people to read.
 *
 * The text is in English and meant for display; programs use the getters. What of the certificate
 * cannot be read is told in the text and no error.
 *
 * @param cert the certificate
 * @param format `GNUTLS_CRT_PRINT_FULL`, `GNUTLS_CRT_PRINT_FULL_NUMBERS` (with the numbers of the
 *   key), `GNUTLS_CRT_PRINT_UNSIGNED_FULL` (without signature), `GNUTLS_CRT_PRINT_ONELINE` or
 *   `GNUTLS_CRT_PRINT_COMPACT` (one line and the key's identifiers)
 * @param out takes the text, with a NUL that `size` does not count; its `data` is freed with
 *   `gnutls_free`
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_INVALID_REQUEST `cert` or `out` is NULL, or the format is unknown
 */
int gnutls_x509_crt_print(gnutls_x509_crt_t cert,
                          gnutls_certificate_print_formats_t format,
                          gnutls_datum_t *out);

/**
 * Sets the time from which on a certificate is valid.
 *
 * It is written as UTCTime for the years from 1950 to 2049, else as GeneralizedTime.
 *
 * @param cert the certificate
 * @param act_time seconds since 1970
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_ASN1_GENERIC_ERROR the year is not from 0 to 9999
 * @retval GNUTLS_E_INVALID_REQUEST `cert` is NULL
 *
 * @see RFC 5280 section 4.1.2.5
 */
int gnutls_x509_crt_set_activation_time(gnutls_x509_crt_t cert, time_t act_time);

/**
 * Adds a URI to the authority information access of a certificate.
 *
 * The extension is not critical.
 *
 * @param crt the certificate
 * @param what `GNUTLS_IA_OCSP_URI` for the issuer's OCSP server, or `GNUTLS_IA_CAISSUERS_URI` for the
 *   issuer's certificate
 * @param data the URI, in ASCII; it is copied
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_UNIMPLEMENTED_FEATURE the URI is not ASCII
 * @retval GNUTLS_E_ASN1_DER_ERROR the entries that are there cannot be read
 * @retval GNUTLS_E_ASN1_TAG_ERROR the entries that are there cannot be read
 * @retval GNUTLS_E_INVALID_REQUEST `crt` or `data` is NULL, or `what` is another
 *
 * @since 3.0
 * @see RFC 5280 section 4.2.2.1
 */
int gnutls_x509_crt_set_authority_info_access(gnutls_x509_crt_t crt, int what, gnutls_datum_t *data);

/**
 * Sets the key identifier of a certificate's issuer.
 *
 * It is the subject key identifier of the issuer's certificate. It can be set once;
 * `gnutls_x509_crt_set_extension_by_oid` replaces the extension, which is not critical.
 *
 * @param cert the certificate
 * @param id the identifier, which is copied
 * @param id_size its length in bytes
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_INVALID_REQUEST `cert` is NULL, `id` is NULL while `id_size` is not 0, or there is
 *   such an extension already
 *
 * @see RFC 5280 section 4.2.1.1
 */
int gnutls_x509_crt_set_authority_key_id(gnutls_x509_crt_t cert, const void *id, size_t id_size);

/**
 * Sets the basic constraints of a certificate: whether it is an authority, and how long the path below
 * it may be.
 *
 * The extension is critical, and takes the place of the one that is there. Authorities need a key
 * usage with `GNUTLS_KEY_KEY_CERT_SIGN` besides.
 *
 * @param crt the certificate
 * @param ca not 0 for an authority
 * @param path_len_constraint the number of authorities that may stand between it and an end
 *   certificate; negative for any number
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_INVALID_REQUEST `crt` is NULL
 *
 * @see RFC 5280 section 4.2.1.9
 */
int gnutls_x509_crt_set_basic_constraints(gnutls_x509_crt_t crt, unsigned int ca, int path_len_constraint);

/**
 * Says in the basic constraints of a certificate whether it is an authority, without a limit for the
 * path.
 *
 * The extension is critical, and takes the place of the one that is there.
 * `gnutls_x509_crt_set_basic_constraints` sets a limit too.
 *
 * @param crt the certificate
 * @param ca not 0 for an authority
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_INVALID_REQUEST `crt` is NULL
 *
 * @see RFC 5280 section 4.2.1.9
 */
int gnutls_x509_crt_set_ca_status(gnutls_x509_crt_t crt, unsigned int ca);

/**
 * Adds a place where revocation lists for a certificate are to be had, from text.
 *
 * The same as `gnutls_x509_crt_set_crl_dist_points2` with the length of the text.
 *
 * @param crt the certificate
 * @param type_ the kind of name, mostly `GNUTLS_SAN_URI`
 * @param data_string the name, NUL-terminated; NULL for an empty one
 * @param reason_flags bits `GNUTLS_CRL_REASON_*` that the list covers, 0 for all
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code:
 * - codes of `gnutls_x509_crt_set_crl_dist_points2`
 * @retval GNUTLS_E_INVALID_REQUEST `crt` is NULL
 *
 * @see RFC 5280 section 4.2.1.13
 */
int gnutls_x509_crt_set_crl_dist_points(gnutls_x509_crt_t crt,
                                        gnutls_x509_subject_alt_name_t type_,
                                        const void *data_string,
                                        unsigned int reason_flags);

/**
 * Adds a place where revocation lists for a certificate are to be had.
 *
 * Names in a row for the same reasons share a distribution point. The extension is not critical.
 *
 * @param crt the certificate
 * @param type_ the kind of name, mostly `GNUTLS_SAN_URI`
 * @param data the name, as in `gnutls_x509_crt_set_subject_alt_name`; it is copied
 * @param data_size its length in bytes
 * @param reason_flags bits `GNUTLS_CRL_REASON_*` that the list covers, 0 for all
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code:
 * - codes of `gnutls_x509_crt_set_subject_alt_name`, if the name cannot be written
 * @retval GNUTLS_E_ASN1_DER_ERROR the places that are there cannot be read
 * @retval GNUTLS_E_ASN1_TAG_ERROR the places that are there cannot be read
 * @retval GNUTLS_E_INVALID_REQUEST `crt` is NULL, or `data` is NULL while `data_size` is not 0
 *
 * @since 2.6.0
 * @see RFC 5280 section 4.2.1.13
 */
int gnutls_x509_crt_set_crl_dist_points2(gnutls_x509_crt_t crt,
                                         gnutls_x509_subject_alt_name_t type_,
                                         const void *data,
                                         unsigned int data_size,
                                         unsigned int reason_flags);

/**
 * Copies subject and key of a certificate request into a certificate.
 *
 * The signature of the request is not checked: call `gnutls_x509_crq_verify` before. Its extensions
 * are left out; `gnutls_x509_crt_set_crq_extensions` copies them.
 *
 * @param crt the certificate
 * @param crq the request
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code:
 * - other codes of the key's parser: the key cannot be read
 * @retval GNUTLS_E_ASN1_VALUE_NOT_FOUND the request has no key
 * @retval GNUTLS_E_UNKNOWN_PK_ALGORITHM the key is of a kind, curve or digest that is not supported
 * @retval GNUTLS_E_ECC_UNSUPPORTED_CURVE the key is of a kind, curve or digest that is not supported
 * @retval GNUTLS_E_UNKNOWN_HASH_ALGORITHM the key is of a kind, curve or digest that is not supported
 * @retval GNUTLS_E_ASN1_DER_ERROR the key cannot be read
 * @retval GNUTLS_E_ASN1_TAG_ERROR the key cannot be read
 * @retval GNUTLS_E_ASN1_ELEMENT_NOT_FOUND the key cannot be read
 * @retval GNUTLS_E_PK_INVALID_PUBKEY the key cannot be read
 * @retval GNUTLS_E_INVALID_REQUEST `crt` or `crq` is NULL
 *
 * @see RFC 2986
 */
int gnutls_x509_crt_set_crq(gnutls_x509_crt_t crt, gnutls_x509_crq_t crq);

/**
 * Copies an extension that a request asks for, found by its type, into a certificate.
 *
 * It takes the place of the one of its type. If the request does not ask for it, nothing is copied,
 * which is a success.
 *
 * @param crt the certificate
 * @param crq the request
 * @param oid the dotted type
 * @param flags not used; pass 0
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_ASN1_VALUE_NOT_VALID `oid` is no dotted identifier
 * @retval GNUTLS_E_ASN1_DER_ERROR the extensions of the request cannot be read
 * @retval GNUTLS_E_ASN1_TAG_ERROR the extensions of the request cannot be read
 * @retval GNUTLS_E_INVALID_REQUEST `crt`, `crq` or `oid` is NULL
 *
 * @since 3.5.1
 * @see RFC 2985 section 5.4.2
 */
int gnutls_x509_crt_set_crq_extension_by_oid(gnutls_x509_crt_t crt,
                                             gnutls_x509_crq_t crq,
                                             const char *oid,
                                             unsigned int flags);

/**
 * Copies all extensions that a request asks for into a certificate.
 *
 * They take the place of those of their type. The issuer decides which extensions it accepts: check
 * them before, or copy some with `gnutls_x509_crt_set_crq_extension_by_oid`. A request without
 * extensions copies nothing.
 *
 * @param crt the certificate
 * @param crq the request
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_ASN1_DER_ERROR the extensions of the request cannot be read
 * @retval GNUTLS_E_ASN1_TAG_ERROR the extensions of the request cannot be read
 * @retval GNUTLS_E_INVALID_REQUEST `crt` or `crq` is NULL
 *
 * @since 2.8.0
 * @see RFC 2985 section 5.4.2
 */
int gnutls_x509_crt_set_crq_extensions(gnutls_x509_crt_t crt, gnutls_x509_crq_t crq);

/**
 * Adds the parts of a name in text to the subject of a certificate.
 *
 * The text is that of RFC 4514, the last part first: `CN=www.example.com,O=Example,C=GB`. Types are
 * short names or dotted; a value may be `#` and the hex of its DER. Parts with several attributes
 * (`+`) are not supported. On failure the subject stays as it was.
 *
 * @param crt the certificate
 * @param dn the text, NUL-terminated UTF-8
 * @param err takes a pointer into `dn`: after an error to where the part begins that cannot be read,
 *   or to the end of the text; otherwise to the end of its first part. May be NULL
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_PARSING_ERROR the text cannot be read, or has a type or value that cannot be
 *   written
 * @retval GNUTLS_E_INVALID_REQUEST `crt` or `dn` is NULL
 *
 * @see RFC 4514
 */
int gnutls_x509_crt_set_dn(gnutls_x509_crt_t crt, const char *dn, const char **err);

/**
 * Adds an attribute to the end of the subject of a certificate.
 *
 * Text is written in the string type that the attribute asks for: a DirectoryString is PrintableString
 * where it can be, else UTF8String. On failure the subject stays as it was.
 *
 * @param crt the certificate
 * @param oid the dotted type, such as `GNUTLS_OID_X520_COMMON_NAME`
 * @param raw_flag 0 if `name` is text, else it is the value in DER with its tag
 * @param name the value; it is copied
 * @param sizeof_name its length in bytes; not 0
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_X509_UNSUPPORTED_OID text for a type that is not known; use DER
 * @retval GNUTLS_E_ASN1_VALUE_NOT_VALID `oid` is no dotted identifier
 * @retval GNUTLS_E_ASN1_DER_ERROR `name` is to be DER, and is not one element of it
 * @retval GNUTLS_E_ASN1_TAG_ERROR `name` is to be DER, and is not one element of it
 * @retval GNUTLS_E_INVALID_REQUEST `crt`, `oid` or `name` is NULL, or `sizeof_name` is 0
 *
 * @see RFC 5280 section 4.1.2.6
 */
int gnutls_x509_crt_set_dn_by_oid(gnutls_x509_crt_t crt,
                                  const char *oid,
                                  unsigned int raw_flag,
                                  const void *name,
                                  unsigned int sizeof_name);

/**
 * Sets the time until which a certificate is valid.
 *
 * It is written as UTCTime for the years from 1950 to 2049, else as GeneralizedTime.
 *
 * @param cert the certificate
 * @param exp_time seconds since 1970, or -1 (`GNUTLS_X509_NO_WELL_DEFINED_EXPIRATION`) for no
 *   well-defined end, the last second of the year 9999
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_ASN1_GENERIC_ERROR the year is not from 0 to 9999
 * @retval GNUTLS_E_INVALID_REQUEST `cert` is NULL
 *
 * @see RFC 5280 section 4.1.2.5
 */
int gnutls_x509_crt_set_expiration_time(gnutls_x509_crt_t cert, time_t exp_time);

/**
 * Sets an extension of any type of a certificate.
 *
 * It takes the place of the one of its type. The certificate must be of version 3 when it is signed.
 *
 * @param crt the certificate
 * @param oid the dotted type
 * @param buf the content, which its OCTET STRING will hold; it is copied unchecked
 * @param sizeof_buf its length in bytes; 0 for an empty content, where GnuTLS reads on
 * @param critical not 0 if the extension is to be critical
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_ASN1_VALUE_NOT_VALID `oid` is no dotted identifier
 * @retval GNUTLS_E_INVALID_REQUEST `crt` or `oid` is NULL, or `buf` is NULL while `sizeof_buf` is not
 *   0
 *
 * @see RFC 5280 section 4.2
 */
int gnutls_x509_crt_set_extension_by_oid(gnutls_x509_crt_t crt,
                                         const char *oid,
                                         const void *buf,
                                         size_t sizeof_buf,
                                         unsigned int critical);

/**
 * Sets flags that count when a certificate is imported afterwards.
 *
 * @param cert the certificate; NULL is ignored
 * @param flags 0, or `GNUTLS_X509_CRT_FLAG_IGNORE_SANITY` to import certificates whose version, dates
 *   or duplicate extensions are against RFC 5280. They replace those of an earlier call
 *
 * @since 3.6.0
 */
void gnutls_x509_crt_set_flags(gnutls_x509_crt_t cert, unsigned int flags);

/**
 * Sets how many certificates may follow before "any policy" counts no more.
 *
 * The extension is critical, and takes the place of the one that is there.
 *
 * @param crt the certificate
 * @param skipcerts the number
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_INVALID_REQUEST `crt` is NULL
 *
 * @see RFC 5280 section 4.2.1.14
 */
int gnutls_x509_crt_set_inhibit_anypolicy(gnutls_x509_crt_t crt, unsigned int skipcerts);

/**
 * Sets an alternative name of the issuer of a certificate, or adds one.
 *
 * Hosts and mailboxes may be UTF-8: hosts are written in their IDNA 2008 form. The extension is not
 * critical, but one that is there stays as it is when a name is added.
 *
 * @param crt the certificate
 * @param type_ the kind of name. `GNUTLS_SAN_OTHERNAME` has `gnutls_x509_crt_set_issuer_alt_othername`
 * @param data the name, which is copied: text for hosts, mailboxes, URIs, registered identifiers
 *   (dotted), XMPP addresses, services and Kerberos principals; 4 or 16 bytes for
 *   `GNUTLS_SAN_IPADDRESS`; a Name in DER for `GNUTLS_SAN_DN`
 * @param data_size its length in bytes
 * @param flags `GNUTLS_FSAN_SET` (0) to replace the names that are there, or `GNUTLS_FSAN_APPEND` to
 *   add to them
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_INVALID_UTF8_EMAIL a mailbox is not ASCII before its last `@`
 * @retval GNUTLS_E_INVALID_UTF8_STRING a host is no UTF-8, or has no IDNA form
 * @retval GNUTLS_E_IDNA_ERROR a host is no UTF-8, or has no IDNA form
 * @retval GNUTLS_E_UNIMPLEMENTED_FEATURE a URI is not ASCII
 * @retval GNUTLS_E_ASN1_VALUE_NOT_VALID an identifier is not dotted, or `type_` is
 *   `GNUTLS_SAN_OTHERNAME`
 * @retval GNUTLS_E_PARSING_ERROR a Kerberos principal cannot be read
 * @retval GNUTLS_E_INTERNAL_ERROR `type_` is unknown, or a Name is not in DER
 * @retval GNUTLS_E_ASN1_DER_ERROR the names that are there cannot be read
 * @retval GNUTLS_E_ASN1_TAG_ERROR the names that are there cannot be read
 * @retval GNUTLS_E_INVALID_REQUEST `crt` is NULL, `data` is NULL while `data_size` is not 0, or
 *   `type_` is `GNUTLS_SAN_OTHERNAME_MSUSERPRINCIPAL`
 *
 * @since 3.3.0
 * @see RFC 5280 section 4.2.1.7
 */
int gnutls_x509_crt_set_issuer_alt_name(gnutls_x509_crt_t crt,
                                        gnutls_x509_subject_alt_name_t type_,
                                        const void *data,
                                        unsigned int data_size,
                                        unsigned int flags);

/**
 * Sets an other name among the alternative names of the issuer of a certificate, or adds one.
 *
 * @param crt the certificate
 * @param oid the dotted type of the name
 * @param data its value, one element of DER, which is copied unchecked; with
 *   `GNUTLS_FSAN_ENCODE_OCTET_STRING` or `GNUTLS_FSAN_ENCODE_UTF8_STRING` what is to be wrapped in
 *   such a string
 * @param data_size its length in bytes
 * @param flags `GNUTLS_FSAN_SET` (0) to replace the names that are there, or `GNUTLS_FSAN_APPEND` to
 *   add to them; and one of the two above
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_ASN1_VALUE_NOT_VALID `oid` is no dotted identifier
 * @retval GNUTLS_E_ASN1_DER_ERROR the names that are there cannot be read
 * @retval GNUTLS_E_ASN1_TAG_ERROR the names that are there cannot be read
 * @retval GNUTLS_E_INVALID_REQUEST `crt` or `oid` is NULL, or `data` is NULL while `data_size` is not
 *   0
 *
 * @since 3.5.0
 * @see RFC 5280 section 4.2.1.7
 */
int gnutls_x509_crt_set_issuer_alt_othername(gnutls_x509_crt_t crt,
                                             const char *oid,
                                             const void *data,
                                             unsigned int data_size,
                                             unsigned int flags);

/**
 * Adds the parts of a name in text to the issuer of a certificate.
 *
 * The text is that of RFC 4514, the last part first: `CN=www.example.com,O=Example,C=GB`. Types are
 * short names or dotted; a value may be `#` and the hex of its DER. Parts with several attributes
 * (`+`) are not supported. On failure the issuer stays as it was. Signing sets the issuer anew, to the
 * subject of the signing certificate.
 *
 * @param crt the certificate
 * @param dn the text, NUL-terminated UTF-8
 * @param err takes a pointer into `dn`: after an error to where the part begins that cannot be read,
 *   or to the end of the text; otherwise to the end of its first part. May be NULL
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_PARSING_ERROR the text cannot be read, or has a type or value that cannot be
 *   written
 * @retval GNUTLS_E_INVALID_REQUEST `crt` or `dn` is NULL
 *
 * @see RFC 4514
 */
int gnutls_x509_crt_set_issuer_dn(gnutls_x509_crt_t crt, const char *dn, const char **err);

/**
 * Adds an attribute to the end of the issuer of a certificate.
 *
 * Text is written in the string type that the attribute asks for: a DirectoryString is PrintableString
 * where it can be, else UTF8String. On failure the issuer stays as it was. Signing sets the issuer
 * anew, to the subject of the signing certificate.
 *
 * @param crt the certificate
 * @param oid the dotted type, such as `GNUTLS_OID_X520_COMMON_NAME`
 * @param raw_flag 0 if `name` is text, else it is the value in DER with its tag
 * @param name the value; it is copied
 * @param sizeof_name its length in bytes; not 0
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_X509_UNSUPPORTED_OID text for a type that is not known; use DER
 * @retval GNUTLS_E_ASN1_VALUE_NOT_VALID `oid` is no dotted identifier
 * @retval GNUTLS_E_ASN1_DER_ERROR `name` is to be DER, and is not one element of it
 * @retval GNUTLS_E_ASN1_TAG_ERROR `name` is to be DER, and is not one element of it
 * @retval GNUTLS_E_INVALID_REQUEST `crt`, `oid` or `name` is NULL, or `sizeof_name` is 0
 *
 * @see RFC 5280 section 4.1.2.4
 */
int gnutls_x509_crt_set_issuer_dn_by_oid(gnutls_x509_crt_t crt,
                                         const char *oid,
                                         unsigned int raw_flag,
                                         const void *name,
                                         unsigned int sizeof_name);

/**
 * Sets the unique identifier of the issuer of a certificate.
 *
 * The certificate must then be of version 2 or 3, else it cannot be signed. RFC 5280 advises against
 * the field.
 *
 * @param cert the certificate
 * @param id the bytes, which are copied
 * @param id_size their number
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_INVALID_REQUEST `cert` is NULL, or `id` is NULL while `id_size` is not 0
 *
 * @since 3.4.7
 * @see RFC 5280 section 4.1.2.8
 */
int gnutls_x509_crt_set_issuer_unique_id(gnutls_x509_crt_t cert, const void *id, size_t id_size);

/**
 * Sets the key of a certificate to the public half of a private key.
 *
 * The key is copied. To sign the certificate with the same key, pass the certificate as its own issuer
 * to `gnutls_x509_crt_sign2`.
 *
 * @param crt the certificate
 * @param key the private key
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_INVALID_REQUEST `crt` is NULL, or `key` is NULL or empty
 *
 * @see RFC 5280 section 4.1.2.7
 */
int gnutls_x509_crt_set_key(gnutls_x509_crt_t crt, gnutls_x509_privkey_t key);

/**
 * Adds a purpose to the extended key usage of a certificate.
 *
 * @param cert the certificate
 * @param oid the dotted purpose, NUL-terminated, such as `GNUTLS_KP_TLS_WWW_SERVER`
 * @param critical not 0 if the extension, with all of its purposes, is to be critical
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_ASN1_VALUE_NOT_VALID `oid` is no dotted identifier
 * @retval GNUTLS_E_ASN1_DER_ERROR the purposes that are there cannot be read
 * @retval GNUTLS_E_ASN1_TAG_ERROR the purposes that are there cannot be read
 * @retval GNUTLS_E_INVALID_REQUEST `cert` or `oid` is NULL
 *
 * @see RFC 5280 section 4.2.1.12
 */
int gnutls_x509_crt_set_key_purpose_oid(gnutls_x509_crt_t cert, const void *oid, unsigned int critical);

/**
 * Sets what the key of a certificate may be used for.
 *
 * The extension is critical, and takes the place of the one that is there.
 *
 * @param crt the certificate
 * @param usage bits such as `GNUTLS_KEY_DIGITAL_SIGNATURE` or `GNUTLS_KEY_KEY_CERT_SIGN`
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_INVALID_REQUEST `crt` is NULL
 *
 * @see RFC 5280 section 4.2.1.3
 */
int gnutls_x509_crt_set_key_usage(gnutls_x509_crt_t crt, unsigned int usage);

/**
 * Sets the name constraints of an authority's certificate.
 *
 * They take the place of those that are there. RFC 5280 wants them critical.
 *
 * @param crt the certificate
 * @param nc the constraints, filled with `gnutls_x509_name_constraints_add_permitted` and
 *   `gnutls_x509_name_constraints_add_excluded`; they are copied
 * @param critical not 0 if the extension is to be critical
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code:
 * - the code of a name that cannot be written, as in `gnutls_x509_crt_set_subject_alt_name`
 * @retval GNUTLS_E_INVALID_REQUEST `crt` or `nc` is NULL, or `nc` has no constraints
 *
 * @since 3.3.0
 * @see RFC 5280 section 4.2.1.10
 */
int gnutls_x509_crt_set_name_constraints(gnutls_x509_crt_t crt,
                                         gnutls_x509_name_constraints_t nc,
                                         unsigned int critical);

/**
 * Sets the function that is asked for the PIN of what `gnutls_x509_crt_import_url` opens.
 *
 * The library itself keeps it and does not call it: URLs are opened by functions of the application. A
 * later import keeps it.
 *
 * @param crt the certificate; NULL is ignored
 * @param fn_ the function, or NULL for none
 * @param userdata passed to `fn_`
 *
 * @since 3.1.0
 */
void gnutls_x509_crt_set_pin_function(gnutls_x509_crt_t crt, gnutls_pin_callback_t fn_, void *userdata);

/**
 * Adds a policy with its qualifiers to a certificate.
 *
 * @param crt the certificate
 * @param policy the policy: its dotted identifier and its qualifiers, a URI
 *   (`GNUTLS_X509_QUALIFIER_URI`) or a notice in UTF-8 (`GNUTLS_X509_QUALIFIER_NOTICE`). All is copied
 * @param critical not 0 if the extension, with all of its policies, is to be critical; GnuTLS does not
 *   look at it
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_ASN1_VALUE_NOT_VALID the identifier is not dotted
 * @retval GNUTLS_E_INVALID_UTF8_STRING a notice is no UTF-8
 * @retval GNUTLS_E_ASN1_DER_ERROR the policies that are there cannot be read
 * @retval GNUTLS_E_ASN1_TAG_ERROR the policies that are there cannot be read
 * @retval GNUTLS_E_INVALID_REQUEST `crt`, `policy` or its identifier is NULL, or a qualifier is of
 *   another type
 *
 * @since 3.1.5
 * @see RFC 5280 section 4.2.1.4
 */
int gnutls_x509_crt_set_policy(gnutls_x509_crt_t crt,
                               const gnutls_x509_policy_st *policy,
                               unsigned int critical);

/**
 * Sets the time in which the private key of a certificate may be used.
 *
 * The extension is not critical, and takes the place of the one that is there.
 *
 * @param crt the certificate
 * @param activation its start in seconds since 1970
 * @param expiration its end, or -1 for no well-defined end, the last second of the year 9999
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_ASN1_GENERIC_ERROR a year is not from 0 to 9999
 * @retval GNUTLS_E_INVALID_REQUEST `crt` is NULL
 *
 * @see RFC 3280 section 4.2.1.4
 */
int gnutls_x509_crt_set_private_key_usage_period(gnutls_x509_crt_t crt, time_t activation, time_t expiration);

/**
 * Makes a certificate a proxy certificate.
 *
 * The extension is critical, and takes the place of the one that is there.
 * `gnutls_x509_crt_set_proxy_dn` sets the subject that goes with it.
 *
 * @param crt the certificate
 * @param path_len_constraint the number of proxy certificates that may follow; negative for any number
 * @param policy_language the dotted identifier of the policy's language
 * @param policy the bytes of the policy, which are copied; NULL for none
 * @param sizeof_policy their number
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_ASN1_VALUE_NOT_VALID `policy_language` is no dotted identifier
 * @retval GNUTLS_E_INVALID_REQUEST `crt` or `policy_language` is NULL
 *
 * @see RFC 3820 section 3.8
 */
int gnutls_x509_crt_set_proxy(gnutls_x509_crt_t crt,
                              int path_len_constraint,
                              const char *policy_language,
                              const char *policy,
                              size_t sizeof_policy);

/**
 * Sets the subject of a proxy certificate: that of an end certificate with one common name more.
 *
 * `gnutls_x509_crt_set_proxy` sets the extension that such a certificate needs. On failure the subject
 * stays as it was.
 *
 * @param crt the proxy certificate
 * @param eecrt the end certificate, which will sign it
 * @param raw_flag 0 if `name` is text, else it is the value in DER with its tag
 * @param name the common name, or NULL for none
 * @param sizeof_name its length in bytes; 0 for none
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_ASN1_DER_ERROR `name` is to be DER, and is not one element of it
 * @retval GNUTLS_E_ASN1_TAG_ERROR `name` is to be DER, and is not one element of it
 * @retval GNUTLS_E_INVALID_REQUEST `crt` or `eecrt` is NULL
 *
 * @see RFC 3820 section 3.4
 */
int gnutls_x509_crt_set_proxy_dn(gnutls_x509_crt_t crt,
                                 gnutls_x509_crt_t eecrt,
                                 unsigned int raw_flag,
                                 const void *name,
                                 unsigned int sizeof_name);

/**
 * Sets the serial number of a certificate.
 *
 * An authority gives no number twice. RFC 5280 wants it positive and of at most 20 bytes, which is not
 * checked: set the first bit to 0, or put a zero in front.
 *
 * @param cert the certificate
 * @param serial the number, big-endian, in two's complement; it is copied, without needless bytes in
 *   front
 * @param serial_size its length in bytes
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_INVALID_REQUEST `cert` is NULL, or the number is NULL, empty or zero
 *
 * @see RFC 5280 section 4.1.2.2
 */
int gnutls_x509_crt_set_serial(gnutls_x509_crt_t cert, const void *serial, size_t serial_size);

/**
 * Restricts the RSA key of a certificate to RSA-PSS or RSA-OAEP.
 *
 * The key is set before, as with `gnutls_x509_crt_set_key`. The private key need not be restricted.
 *
 * @param crt the certificate
 * @param spki the restrictions, which are copied
 * @param flags not used; pass 0
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code:
 * - codes of `gnutls_x509_crt_get_pk_algorithm`, if the key cannot be read
 * @retval GNUTLS_E_ASN1_VALUE_NOT_FOUND the certificate has no key yet
 * @retval GNUTLS_E_UNKNOWN_HASH_ALGORITHM RSA-PSS has no such digest here
 * @retval GNUTLS_E_INVALID_REQUEST `crt` or `spki` is NULL, `spki` has no restrictions, or the key is
 *   of another kind
 *
 * @since 3.6.0
 * @see RFC 4055
 */
int gnutls_x509_crt_set_spki(gnutls_x509_crt_t crt, gnutls_x509_spki_t spki, unsigned int flags);

/**
 * Sets an alternative name of the subject of a certificate, or adds one.
 *
 * Hosts and mailboxes may be UTF-8: hosts are written in their IDNA 2008 form. The extension is not
 * critical, but one that is there stays as it is when a name is added.
 *
 * @param crt the certificate
 * @param type_ the kind of name. `GNUTLS_SAN_OTHERNAME` has
 *   `gnutls_x509_crt_set_subject_alt_othername`
 * @param data the name, which is copied: text for hosts, mailboxes, URIs, registered identifiers
 *   (dotted), XMPP addresses, services and Kerberos principals; 4 or 16 bytes for
 *   `GNUTLS_SAN_IPADDRESS`; a Name in DER for `GNUTLS_SAN_DN`
 * @param data_size its length in bytes
 * @param flags `GNUTLS_FSAN_SET` (0) to replace the names that are there, or `GNUTLS_FSAN_APPEND` to
 *   add to them
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_INVALID_UTF8_EMAIL a mailbox is not ASCII before its last `@`
 * @retval GNUTLS_E_INVALID_UTF8_STRING a host is no UTF-8, or has no IDNA form
 * @retval GNUTLS_E_IDNA_ERROR a host is no UTF-8, or has no IDNA form
 * @retval GNUTLS_E_UNIMPLEMENTED_FEATURE a URI is not ASCII
 * @retval GNUTLS_E_ASN1_VALUE_NOT_VALID an identifier is not dotted, or `type_` is
 *   `GNUTLS_SAN_OTHERNAME`
 * @retval GNUTLS_E_PARSING_ERROR a Kerberos principal cannot be read
 * @retval GNUTLS_E_INTERNAL_ERROR `type_` is unknown, or a Name is not in DER
 * @retval GNUTLS_E_ASN1_DER_ERROR the names that are there cannot be read
 * @retval GNUTLS_E_ASN1_TAG_ERROR the names that are there cannot be read
 * @retval GNUTLS_E_INVALID_REQUEST `crt` is NULL, `data` is NULL while `data_size` is not 0, or
 *   `type_` is `GNUTLS_SAN_OTHERNAME_MSUSERPRINCIPAL`
 *
 * @since 2.6.0
 * @see RFC 5280 section 4.2.1.6
 */
int gnutls_x509_crt_set_subject_alt_name(gnutls_x509_crt_t crt,
                                         gnutls_x509_subject_alt_name_t type_,
                                         const void *data,
                                         unsigned int data_size,
                                         unsigned int flags);

/**
 * Sets an other name among the alternative names of the subject of a certificate, or adds one.
 *
 * @param crt the certificate
 * @param oid the dotted type of the name
 * @param data its value, one element of DER, which is copied unchecked; with
 *   `GNUTLS_FSAN_ENCODE_OCTET_STRING` or `GNUTLS_FSAN_ENCODE_UTF8_STRING` what is to be wrapped in
 *   such a string
 * @param data_size its length in bytes
 * @param flags `GNUTLS_FSAN_SET` (0) to replace the names that are there, or `GNUTLS_FSAN_APPEND` to
 *   add to them; and one of the two above
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_ASN1_VALUE_NOT_VALID `oid` is no dotted identifier
 * @retval GNUTLS_E_ASN1_DER_ERROR the names that are there cannot be read
 * @retval GNUTLS_E_ASN1_TAG_ERROR the names that are there cannot be read
 * @retval GNUTLS_E_INVALID_REQUEST `crt` or `oid` is NULL, or `data` is NULL while `data_size` is not
 *   0
 *
 * @since 3.5.0
 * @see RFC 5280 section 4.2.1.6
 */
int gnutls_x509_crt_set_subject_alt_othername(gnutls_x509_crt_t crt,
                                              const char *oid,
                                              const void *data,
                                              unsigned int data_size,
                                              unsigned int flags);

/**
 * Sets the one alternative name of the subject of a certificate, from text.
 *
 * It replaces all that are there. `gnutls_x509_crt_set_subject_alt_name` can add names, and takes
 * addresses as well.
 *
 * @param crt the certificate
 * @param type_ the kind of name; not `GNUTLS_SAN_IPADDRESS`
 * @param data_string the name, NUL-terminated, as in `gnutls_x509_crt_set_subject_alt_name`
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code:
 * - codes of `gnutls_x509_crt_set_subject_alt_name`, if the name cannot be written
 * @retval GNUTLS_E_INVALID_REQUEST `crt` or `data_string` is NULL, or `type_` is
 *   `GNUTLS_SAN_IPADDRESS`
 *
 * @see RFC 5280 section 4.2.1.6
 */
int gnutls_x509_crt_set_subject_alternative_name(gnutls_x509_crt_t crt,
                                                 gnutls_x509_subject_alt_name_t type_,
                                                 const char *data_string);

/**
 * Sets the subject key identifier of a certificate.
 *
 * Mostly it is the SHA-1 digest that `gnutls_x509_crt_get_key_id` returns. It can be set once;
 * `gnutls_x509_crt_set_extension_by_oid` replaces it. The extension is not critical.
 *
 * @param cert the certificate
 * @param id the identifier, which is copied
 * @param id_size its length in bytes
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_INVALID_REQUEST `cert` is NULL, `id` is NULL while `id_size` is not 0, or there is
 *   an identifier already
 *
 * @see RFC 5280 section 4.2.1.2
 */
int gnutls_x509_crt_set_subject_key_id(gnutls_x509_crt_t cert, const void *id, size_t id_size);

/**
 * Sets the unique identifier of the subject of a certificate.
 *
 * The certificate must then be of version 2 or 3, else it cannot be signed. RFC 5280 advises against
 * the field.
 *
 * @param cert the certificate
 * @param id the bytes, which are copied
 * @param id_size their number
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_INVALID_REQUEST `cert` is NULL, or `id` is NULL while `id_size` is not 0
 *
 * @since 3.4.7
 * @see RFC 5280 section 4.1.2.8
 */
int gnutls_x509_crt_set_subject_unique_id(gnutls_x509_crt_t cert, const void *id, size_t id_size);

/**
 * Sets the TLS features that a server with this certificate must have, such as OCSP stapling.
 *
 * The extension is not critical, and takes the place of the one that is there. A client refuses a
 * connection without the feature.
 *
 * @param crt the certificate
 * @param features a list that `gnutls_x509_tlsfeatures_add` has filled with numbers of TLS extensions;
 *   it is copied
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_INVALID_REQUEST `crt` or `features` is NULL
 *
 * @since 3.5.1
 * @see RFC 7633
 */
int gnutls_x509_crt_set_tlsfeatures(gnutls_x509_crt_t crt, gnutls_x509_tlsfeatures_t features);

/**
 * Sets the version of a certificate.
 *
 * A fresh certificate has version 1. Extensions need version 3, unique identifiers 2 or 3; this is
 * checked when the certificate is signed.
 *
 * @param crt the certificate
 * @param version 1, 2 or 3; up to 127 is taken
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_INVALID_REQUEST `crt` is NULL, or `version` is 0 or above 127
 *
 * @see RFC 5280 section 4.1.2.1
 */
int gnutls_x509_crt_set_version(gnutls_x509_crt_t crt, unsigned int version);

/**
 * Signs a certificate, with the digest that fits the key.
 *
 * The same as `gnutls_x509_crt_sign2` with `GNUTLS_DIG_UNKNOWN` and no flags, which says more.
 *
 * @param crt the certificate
 * @param issuer the certificate of the signer, or `crt` itself for a self-signed one
 * @param issuer_key the private key of `issuer`
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
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
 * @retval GNUTLS_E_INVALID_REQUEST `crt` or `issuer` is NULL, or `issuer_key` is NULL or empty
 *
 * @see RFC 5280 section 4.1.1
 */
int gnutls_x509_crt_sign(gnutls_x509_crt_t crt, gnutls_x509_crt_t issuer, gnutls_x509_privkey_t issuer_key);

/**
 * Signs a certificate with a digest of choice.
 *
 * The subject of `issuer` becomes the issuer. It is not checked whether `issuer_key` is its key, or
 * whether it is an authority. A field that is set later makes the signature wrong until the
 * certificate is signed anew. On failure the certificate stays as it was.
 *
 * @param crt the certificate
 * @param issuer the certificate of the signer, or `crt` itself for a self-signed one
 * @param issuer_key the private key of `issuer`. If that one's key is restricted to RSA-PSS, an RSA
 *   key signs so
 * @param dig the digest, such as `GNUTLS_DIG_SHA256`, or `GNUTLS_DIG_UNKNOWN` for one that fits the
 *   key. Keys of EdDSA and ML-DSA take no other than their own
 * @param flags 0, or of `GNUTLS_PRIVKEY_SIGN_FLAG_RSA_PSS` and `GNUTLS_PRIVKEY_FLAG_REPRODUCIBLE`
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_CERTIFICATE_TIME_ERROR start or end of validity is not set
 * @retval GNUTLS_E_ASN1_VALUE_NOT_FOUND serial number or key is not set
 * @retval GNUTLS_E_X509_CERTIFICATE_ERROR there are fields that the version has not got
 * @retval GNUTLS_E_UNSUPPORTED_SIGNATURE_ALGORITHM key and digest do not go together
 * @retval GNUTLS_E_INCOMPATIBLE_SIG_WITH_KEY key and digest do not go together
 * @retval GNUTLS_E_CONSTRAINT_ERROR the key is restricted to another digest, or too short for RSA-PSS
 * @retval GNUTLS_E_PK_SIGN_FAILED signing failed
 * @retval GNUTLS_E_INVALID_REQUEST `crt` or `issuer` is NULL, `issuer_key` is NULL or empty, or
 *   RSA-PSS is asked of another kind of key
 *
 * @see RFC 5280 section 4.1.1
 */
int gnutls_x509_crt_sign2(gnutls_x509_crt_t crt,
                          gnutls_x509_crt_t issuer,
                          gnutls_x509_privkey_t issuer_key,
                          gnutls_digest_algorithm_t dig,
                          unsigned int flags);

/**
 * Verifies one certificate against an array of authorities.
 *
 * Neither revocation lists, host nor purpose is checked. `gnutls_x509_trust_list_verify_crt2` verifies
 * a whole chain.
 *
 * @param cert the certificate
 * @param ca_list authorities to be trusted
 * @param ca_list_length the number of authorities
 * @param flags `GNUTLS_VERIFY_*` flags, and a profile made by `GNUTLS_PROFILE_TO_VFLAGS`
 * @param verify takes the bits of `gnutls_certificate_status_t`, 0 for a good certificate; may be NULL
 *
 * @return `GNUTLS_E_SUCCESS` (0) if the verification was done, whatever its result is, or a negative
 *   error code
 * @retval GNUTLS_E_INVALID_REQUEST `cert`, `ca_list` or one of its elements is NULL
 *
 * @see RFC 5280 section 6
 */
int gnutls_x509_crt_verify(gnutls_x509_crt_t cert,
                           const gnutls_x509_crt_t *ca_list,
                           unsigned int ca_list_length,
                           unsigned int flags,
                           unsigned int *verify);

/**
 * Verifies a signature over data with the key of a certificate.
 *
 * The certificate itself is not verified, but it must be in its time and its key usage must have
 * digital signatures.
 *
 * @param crt the certificate of the signer
 * @param algo the algorithm of the signature
 * @param flags 0, or of `GNUTLS_VERIFY_*`: `GNUTLS_VERIFY_ALLOW_BROKEN` and the like take signatures
 *   with MD5 and older digests, `GNUTLS_VERIFY_RSA_PSS_FIXED_SALT_LENGTH` takes RSA-PSS only with a
 *   salt as long as the digest
 * @param data the data that was signed
 * @param signature the signature
 *
 * @return `GNUTLS_E_SUCCESS` (0) for a good signature, the positive
 *   `GNUTLS_CERT_SIGNER_CONSTRAINTS_FAILURE` for a good one of a key that is not for signatures, or a
 *   negative error code:
 * - the codes of `gnutls_x509_crt_get_pk_algorithm`: there is no key, or it cannot be read
 * @retval GNUTLS_E_PK_SIG_VERIFY_FAILED the signature is wrong
 * @retval GNUTLS_E_INSUFFICIENT_SECURITY it is good, but its algorithm is broken
 * @retval GNUTLS_E_NOT_YET_ACTIVATED it is good, but the certificate is not in its time
 * @retval GNUTLS_E_EXPIRED it is good, but the certificate is not in its time
 * @retval GNUTLS_E_INCOMPATIBLE_SIG_WITH_KEY the algorithm is not one of this key, or not supported
 * @retval GNUTLS_E_UNSUPPORTED_SIGNATURE_ALGORITHM the algorithm is not one of this key, or not
 *   supported
 * @retval GNUTLS_E_ASN1_VALUE_NOT_FOUND there is no key, or it cannot be read
 * @retval GNUTLS_E_INVALID_REQUEST `crt`, `data` or `signature` is NULL, or the algorithm is unknown
 *
 * @since 3.4.0
 */
int gnutls_x509_crt_verify_data2(gnutls_x509_crt_t crt,
                                 gnutls_sign_algorithm_t algo,
                                 unsigned int flags,
                                 const gnutls_datum_t *data,
                                 const gnutls_datum_t *signature);

/**
 * Frees a distinguished name, and with it what `gnutls_x509_dn_get_rdn_ava` lent of it.
 *
 * Names that `gnutls_x509_crt_get_subject` and `gnutls_x509_crt_get_issuer` return belong to their
 * certificate, and must not be freed.
 *
 * @param dn the name; NULL is ignored
 *
 * @since 2.4.0
 */
void gnutls_x509_dn_deinit(gnutls_x509_dn_t dn);

/**
 * Writes a distinguished name in DER or PEM to a buffer.
 *
 * `gnutls_x509_dn_export2` allocates the memory itself. An empty object gives no bytes, in PEM a block
 * without a body.
 *
 * @param dn the name
 * @param format `GNUTLS_X509_FMT_PEM` for a block labelled `NAME`; every other value means DER
 * @param output_data takes the bytes, of PEM with a NUL behind them; NULL to ask for the length
 * @param output_data_size in: the capacity of `output_data` in bytes; out: the length without a NUL,
 *   or the capacity needed after `GNUTLS_E_SHORT_MEMORY_BUFFER`
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_SHORT_MEMORY_BUFFER `output_data` is NULL or too small
 * @retval GNUTLS_E_INVALID_REQUEST `dn` or `output_data_size` is NULL
 *
 * @see RFC 5280 section 4.1.2.4
 */
int gnutls_x509_dn_export(gnutls_x509_dn_t dn,
                          gnutls_x509_crt_fmt_t format,
                          void *output_data,
                          size_t *output_data_size);

/**
 * Writes a distinguished name in DER or PEM to fresh memory.
 *
 * An empty object gives no bytes, in PEM a block without a body.
 *
 * @param dn the name
 * @param format `GNUTLS_X509_FMT_PEM` for a block labelled `NAME`; every other value means DER
 * @param out takes the bytes, with a NUL behind them that `size` does not count; its `data` is freed
 *   with `gnutls_free`
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_INVALID_REQUEST `dn` or `out` is NULL
 *
 * @since 3.1.3
 * @see RFC 5280 section 4.1.2.4
 */
int gnutls_x509_dn_export2(gnutls_x509_dn_t dn, gnutls_x509_crt_fmt_t format, gnutls_datum_t *out);

/**
 * Returns one attribute of a distinguished name, as it is encoded.
 *
 * Most relative names have one attribute. To walk through a name, raise `iava` and then `irdn` until
 * `GNUTLS_E_ASN1_ELEMENT_NOT_FOUND`.
 *
 * @param dn the name
 * @param irdn which relative name, from 0, in the order of the encoding
 * @param iava which of its attributes, from 0
 * @param ava takes the dotted type, whose size counts the NUL, the bytes of the value without its tag,
 *   and the number of that tag. What they point to belongs to the name, until it is freed or filled
 *   anew
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_ASN1_ELEMENT_NOT_FOUND there is no such attribute
 * @retval GNUTLS_E_INVALID_REQUEST `dn` or `ava` is NULL
 *
 * @see RFC 5280 section 4.1.2.4
 */
int gnutls_x509_dn_get_rdn_ava(gnutls_x509_dn_t dn, int irdn, int iava, gnutls_x509_ava_st *ava);

/**
 * Returns a distinguished name as text in fresh memory, its parts in the order of their encoding.
 *
 * That is the reverse of RFC 4514. `gnutls_x509_dn_get_str2` without flags has the order of RFC 4514.
 *
 * @param dn the name
 * @param str takes the text in UTF-8, with a NUL behind it that `size` does not count; its `data` is
 *   freed with `gnutls_free`
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE the name has no parts
 * @retval GNUTLS_E_ASN1_DER_ERROR the object is empty
 * @retval GNUTLS_E_ASN1_VALUE_NOT_VALID a part whose type asks for a DirectoryString is empty
 * @retval GNUTLS_E_INVALID_REQUEST `dn` or `str` is NULL
 *
 * @since 3.4.2
 * @see RFC 4514
 */
int gnutls_x509_dn_get_str(gnutls_x509_dn_t dn, gnutls_datum_t *str);

/**
 * Returns a distinguished name as text in fresh memory, in the order of RFC 4514 or of its encoding.
 *
 * Special characters are escaped; values of unknown types and what is no text come as `#` and the hex
 * of their DER.
 *
 * @param dn the name
 * @param str takes the text in UTF-8, with a NUL behind it that `size` does not count; its `data` is
 *   freed with `gnutls_free`
 * @param flags 0 for the last part first, as RFC 4514 has it, or `GNUTLS_X509_DN_FLAG_COMPAT` for the
 *   order of the encoding
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE the name has no parts
 * @retval GNUTLS_E_ASN1_DER_ERROR the object is empty
 * @retval GNUTLS_E_ASN1_VALUE_NOT_VALID a part whose type asks for a DirectoryString is empty
 * @retval GNUTLS_E_INVALID_REQUEST `dn` or `str` is NULL
 *
 * @since 3.5.7
 * @see RFC 4514
 */
int gnutls_x509_dn_get_str2(gnutls_x509_dn_t dn, gnutls_datum_t *str, unsigned int flags);

/**
 * Reads a distinguished name from DER, in the place of what the object held.
 *
 * On failure the object keeps what it had. What was lent of that is freed on success.
 *
 * @param dn a name from `gnutls_x509_dn_init`
 * @param data a Name in DER, with its tag; it is copied
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_ASN1_DER_ERROR this is no Name in DER
 * @retval GNUTLS_E_ASN1_TAG_ERROR this is no Name in DER
 * @retval GNUTLS_E_INVALID_REQUEST `dn` or `data` is NULL, or `data` is empty
 *
 * @since 2.4.0
 * @see RFC 5280 section 4.1.2.4
 */
int gnutls_x509_dn_import(gnutls_x509_dn_t dn, const gnutls_datum_t *data);

/**
 * Creates an empty distinguished name.
 *
 * It is filled by `gnutls_x509_dn_import` or `gnutls_x509_dn_set_str`.
 *
 * @param dn takes the new name, which is freed with `gnutls_x509_dn_deinit`
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_INVALID_REQUEST `dn` is NULL
 *
 * @since 2.4.0
 * @see RFC 5280 section 4.1.2.4
 */
int gnutls_x509_dn_init(gnutls_x509_dn_t *dn);

/**
 * Tells whether the values of an attribute type are written as text in a name.
 *
 * Those of other types are written as `#` and the hex of their DER. Some known types have no short
 * name, see `gnutls_x509_dn_oid_name`.
 *
 * @param oid the dotted type
 *
 * @return 1 if they are written as text, else 0, also where `oid` is NULL. The function may be called
 *   from any thread.
 *
 * @see RFC 4514 section 2.4
 */
int gnutls_x509_dn_oid_known(const char *oid);

/**
 * Returns the short name of an attribute type, such as `CN` for `2.5.4.3`.
 *
 * @param oid the dotted type
 * @param flags 0, or `GNUTLS_X509_DN_OID_RETURN_OID` to return `oid` itself where there is no name
 *
 * @return a constant string, which is not freed; `oid`; or NULL if there is no name or `oid` is NULL.
 *   The function may be called from any thread.
 *
 * @since 3.0
 * @see RFC 4514 section 3
 */
const char *gnutls_x509_dn_oid_name(const char *oid, unsigned int flags);

/**
 * Makes a distinguished name of text, in the place of what the object held.
 *
 * The text is that of RFC 4514, the last part first: `CN=www.example.com,O=Example,C=GB`. Types are
 * short names or dotted; a value may be `#` and the hex of its DER. Parts with several attributes
 * (`+`) are not supported. On failure the object keeps what it had.
 *
 * @param dn a name from `gnutls_x509_dn_init`
 * @param str the text, NUL-terminated UTF-8
 * @param err takes a pointer into `str`: after an error to where the part begins that cannot be read,
 *   or to the end of the text; otherwise to the end of its first part. May be NULL
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_PARSING_ERROR the text cannot be read, or has a type or value that cannot be
 *   written
 * @retval GNUTLS_E_INVALID_REQUEST `dn` or `str` is NULL
 *
 * @since 3.5.3
 * @see RFC 4514
 */
int gnutls_x509_dn_set_str(gnutls_x509_dn_t dn, const char *str, const char **err);

/**
 * Frees what an extension struct points to: the identifier and the content.
 *
 * Both must come from `gnutls_malloc`, as those that the library fills. The struct itself is the
 * caller's memory, and is cleared.
 *
 * @param ext the struct; NULL is ignored
 *
 * @since 3.3.8
 */
void gnutls_x509_ext_deinit(gnutls_x509_ext_st *ext);

/**
 * Describes certificate extensions in a text for people.
 *
 * One that cannot be read is told of in the text. The caller frees `out->data` with `gnutls_free`; a
 * NUL that the size does not count ends it. The form of the text is not meant for programs.
 *
 * @param exts the extensions: dotted identifier, critical or not, content
 * @param exts_size how many
 * @param format not looked at
 * @param out takes the text, in UTF-8
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_ASN1_VALUE_NOT_VALID an identifier is not dotted
 * @retval GNUTLS_E_INVALID_REQUEST a pointer or an identifier is NULL
 */
int gnutls_x509_ext_print(gnutls_x509_ext_st *exts,
                          unsigned int exts_size,
                          gnutls_certificate_print_formats_t format,
                          gnutls_datum_t *out);

/**
 * Adds a name to those that an authority may not certify.
 *
 * What is excluded is refused even where it is permitted too.
 *
 * @param nc the name constraints
 * @param type_ the kind: `GNUTLS_SAN_DNSNAME`, `GNUTLS_SAN_RFC822NAME`, `GNUTLS_SAN_URI`,
 *   `GNUTLS_SAN_DN` (DER), or `GNUTLS_SAN_IPADDRESS` (network and mask, as
 *   `gnutls_x509_cidr_to_rfc5280` gives them)
 * @param name the name; copied. Hosts and mailboxes may be UTF-8
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_X509_UNKNOWN_SAN names of this kind are not constrained
 * @retval GNUTLS_E_ILLEGAL_PARAMETER an address with its mask has not 8 or 32 bytes, or the mask has
 *   gaps; a host begins with an empty label
 * @retval GNUTLS_E_MALFORMED_CIDR an address with its mask has not 8 or 32 bytes, or the mask has
 *   gaps; a host begins with an empty label
 * @retval GNUTLS_E_INVALID_UTF8_STRING a host or mailbox has no form in ASCII
 * @retval GNUTLS_E_IDNA_ERROR a host or mailbox has no form in ASCII
 * @retval GNUTLS_E_INVALID_UTF8_EMAIL a host or mailbox has no form in ASCII
 * @retval GNUTLS_E_INVALID_REQUEST a pointer is NULL
 *
 * @since 3.3.0
 * @see RFC 5280 section 4.2.1.10
 */
int gnutls_x509_name_constraints_add_excluded(gnutls_x509_name_constraints_t nc,
                                              gnutls_x509_subject_alt_name_t type_,
                                              const gnutls_datum_t *name);

/**
 * Adds a name to those that an authority may certify.
 *
 * Once one name of a kind is permitted, names of that kind that do not lie within one of them are
 * refused; names of other kinds stay free.
 *
 * @param nc the name constraints
 * @param type_ the kind: `GNUTLS_SAN_DNSNAME`, `GNUTLS_SAN_RFC822NAME`, `GNUTLS_SAN_URI`,
 *   `GNUTLS_SAN_DN` (DER), or `GNUTLS_SAN_IPADDRESS` (network and mask, as
 *   `gnutls_x509_cidr_to_rfc5280` gives them)
 * @param name the name; copied. Hosts and mailboxes may be UTF-8
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_X509_UNKNOWN_SAN names of this kind are not constrained
 * @retval GNUTLS_E_ILLEGAL_PARAMETER an address with its mask has not 8 or 32 bytes, or the mask has
 *   gaps; a host begins with an empty label
 * @retval GNUTLS_E_MALFORMED_CIDR an address with its mask has not 8 or 32 bytes, or the mask has
 *   gaps; a host begins with an empty label
 * @retval GNUTLS_E_INVALID_UTF8_STRING a host or mailbox has no form in ASCII
 * @retval GNUTLS_E_IDNA_ERROR a host or mailbox has no form in ASCII
 * @retval GNUTLS_E_INVALID_UTF8_EMAIL a host or mailbox has no form in ASCII
 * @retval GNUTLS_E_INVALID_REQUEST a pointer is NULL
 *
 * @since 3.3.0
 * @see RFC 5280 section 4.2.1.10
 */
int gnutls_x509_name_constraints_add_permitted(gnutls_x509_name_constraints_t nc,
                                               gnutls_x509_subject_alt_name_t type_,
                                               const gnutls_datum_t *name);

/**
 * Tells whether name constraints allow a name.
 *
 * Hosts, mailboxes and addresses are compared. A URI or DN is refused as soon as one of its kind is
 * excluded, and else allowed; names of other kinds are allowed.
 *
 * @param nc the name constraints
 * @param type_ the kind of the name (`GNUTLS_SAN_*`)
 * @param name the name, an address in 4 or 16 bytes
 *
 * @return non-zero if the name is allowed, 0 if it is not or a pointer is NULL.
 *
 * @since 3.3.0
 * @see RFC 5280 section 4.2.1.10
 */
unsigned int gnutls_x509_name_constraints_check(gnutls_x509_name_constraints_t nc,
                                                gnutls_x509_subject_alt_name_t type_,
                                                const gnutls_datum_t *name);

/**
 * Tells whether name constraints allow the names of one kind in a certificate.
 *
 * The alternative names are compared; for want of a host among them the common name of a certificate
 * for TLS servers, and for want of a mailbox that of the subject. A certificate whose names cannot be
 * read is refused; so is one with more names and constraints than are compared at most (2^20
 * comparisons).
 *
 * @param nc the name constraints
 * @param type_ the kind of names: `GNUTLS_SAN_DNSNAME`, `GNUTLS_SAN_RFC822NAME`,
 *   `GNUTLS_SAN_IPADDRESS`; of others see `gnutls_x509_name_constraints_check`
 * @param cert the certificate
 *
 * @return non-zero if each is allowed, 0 if one is not or a pointer is NULL.
 *
 * @since 3.3.0
 * @see RFC 5280 section 4.2.1.10
 */
unsigned int gnutls_x509_name_constraints_check_crt(gnutls_x509_name_constraints_t nc,
                                                    gnutls_x509_subject_alt_name_t type_,
                                                    gnutls_x509_crt_t cert);

/**
 * Frees name constraints.
 *
 * What `gnutls_x509_name_constraints_get_permitted` and `gnutls_x509_name_constraints_get_excluded`
 * lent of them is no longer valid.
 *
 * @param nc the object of `gnutls_x509_name_constraints_init`; NULL is ignored
 *
 * @since 3.3.0
 */
void gnutls_x509_name_constraints_deinit(gnutls_x509_name_constraints_t nc);

/**
 * Gives a name that an authority may not certify.
 *
 * It is lent, not copied: the bytes are valid until the object is freed or filled anew, and a NUL that
 * the size does not count follows them. A DN that was read from an extension comes as text (RFC 4514),
 * one that was added as it was given.
 *
 * @param nc the name constraints
 * @param idx which name, from 0 on
 * @param type_ takes the kind (`gnutls_x509_subject_alt_name_t`); may be NULL
 * @param name takes the name; may be NULL
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE there are no more
 * @retval GNUTLS_E_INVALID_REQUEST `nc` is NULL
 *
 * @since 3.3.0
 */
int gnutls_x509_name_constraints_get_excluded(gnutls_x509_name_constraints_t nc,
                                              unsigned int idx,
                                              unsigned int *type_,
                                              gnutls_datum_t *name);

/**
 * Gives a name that an authority may certify.
 *
 * It is lent, not copied: the bytes are valid until the object is freed or filled anew, and a NUL that
 * the size does not count follows them. A DN that was read from an extension comes as text (RFC 4514),
 * one that was added as it was given.
 *
 * @param nc the name constraints
 * @param idx which name, from 0 on
 * @param type_ takes the kind (`gnutls_x509_subject_alt_name_t`); may be NULL
 * @param name takes the name; may be NULL
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE there are no more
 * @retval GNUTLS_E_INVALID_REQUEST `nc` is NULL
 *
 * @since 3.3.0
 */
int gnutls_x509_name_constraints_get_permitted(gnutls_x509_name_constraints_t nc,
                                               unsigned int idx,
                                               unsigned int *type_,
                                               gnutls_datum_t *name);

/**
 * Creates empty name constraints, which allow every name.
 *
 * The add functions or `gnutls_x509_ext_import_name_constraints` fill them;
 * `gnutls_x509_name_constraints_deinit` frees them.
 *
 * @param nc takes the new object
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_INVALID_REQUEST the pointer is NULL
 *
 * @since 3.3.0
 * @see RFC 5280 section 4.2.1.10
 */
int gnutls_x509_name_constraints_init(gnutls_x509_name_constraints_t *nc);

/**
 * Frees what a policy struct of `gnutls_x509_crt_get_policy` points to.
 *
 * The struct itself is the caller's memory, and has no qualifiers afterwards. Structs that
 * `gnutls_x509_policies_get` filled are lent: they are not released.
 *
 * @param policy the struct; NULL is ignored
 *
 * @since 3.1.5
 * @see RFC 5280 section 4.2.1.4
 */
void gnutls_x509_policy_release(gnutls_x509_policy_st *policy);

/**
 * Copies a key into another object, in the place of what that held.
 *
 * The secret is shared, and wiped when its last owner is freed. Flags and PIN function are not copied.
 *
 * @param dst an object from `gnutls_x509_privkey_init`
 * @param src the key to copy
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_INVALID_REQUEST `dst` or `src` is NULL, or `src` has no key
 */
int gnutls_x509_privkey_cpy(gnutls_x509_privkey_t dst, gnutls_x509_privkey_t src);

/**
 * Frees a private key and wipes its secrets, unless another object shares them.
 *
 * Credentials and `gnutls_privkey_t` objects that were given the key share it, and go on working.
 *
 * @param key the key; NULL is ignored
 */
void gnutls_x509_privkey_deinit(gnutls_x509_privkey_t key);

/**
 * Writes a private key, unencrypted and in its traditional form, to a buffer.
 *
 * That is PKCS \#1 for RSA, SEC 1 for EC and the form of OpenSSL for DSA. Kinds of keys that have no
 * such form are written in PKCS \#8. Restrictions to RSA-PSS or RSA-OAEP have no place in PKCS \#1,
 * and get lost.
 *
 * @param key the key
 * @param format `GNUTLS_X509_FMT_DER`; every other value means PEM
 * @param output_data takes the bytes, of PEM with a NUL behind them; NULL to ask for the length
 * @param output_data_size in: the capacity of `output_data` in bytes; out: the length without a NUL,
 *   or the capacity needed after `GNUTLS_E_SHORT_MEMORY_BUFFER`
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_SHORT_MEMORY_BUFFER `output_data` is NULL or too small
 * @retval GNUTLS_E_INVALID_REQUEST `key` is NULL or empty, or `output_data_size` is NULL
 *
 * The buffer holds a secret: wipe it after use, as with `gnutls_memset`.
 *
 * @see RFC 8017 appendix A.1.2, RFC 5915
 */
int gnutls_x509_privkey_export(gnutls_x509_privkey_t key,
                               gnutls_x509_crt_fmt_t format,
                               void *output_data,
                               size_t *output_data_size);

/**
 * Writes a private key, unencrypted and in its traditional form, to fresh memory.
 *
 * That is PKCS \#1 for RSA, SEC 1 for EC and the form of OpenSSL for DSA. Kinds of keys that have no
 * such form are written in PKCS \#8. Restrictions to RSA-PSS or RSA-OAEP have no place in PKCS \#1,
 * and get lost.
 *
 * @param key the key
 * @param format `GNUTLS_X509_FMT_DER`; every other value means PEM
 * @param out takes the bytes, with a NUL behind them that `size` does not count; its `data` is wiped
 *   by the caller and freed with `gnutls_free`
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_INVALID_REQUEST `key` is NULL or empty, or `out` is NULL
 *
 * @see RFC 8017 appendix A.1.2, RFC 5915
 */
int gnutls_x509_privkey_export2(gnutls_x509_privkey_t key, gnutls_x509_crt_fmt_t format, gnutls_datum_t *out);

/**
 * Writes a private key in PKCS \#8, encrypted or not, to fresh memory.
 *
 * The default encryption is PBES2 with AES-256 in CBC mode. The seed of a provable key is written as
 * an attribute, unless `GNUTLS_PRIVKEY_FLAG_EXPORT_COMPAT` is set for the key.
 *
 * @param key the key
 * @param format `GNUTLS_X509_FMT_DER`; every other value means PEM
 * @param password NUL-terminated UTF-8, or NULL to leave the key unencrypted
 * @param flags of `gnutls_pkcs_encrypt_flags_t`, as in `gnutls_x509_privkey_export_pkcs8`
 * @param out takes the bytes, with a NUL behind them that `size` does not count; its `data` is freed
 *   with `gnutls_free`, and wiped before if it is not encrypted
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_INVALID_REQUEST `key` is NULL or empty, `out` is NULL, or the scheme is
 *   `GNUTLS_PKCS_PBES1_DES_MD5`, which is only read
 *
 * @see RFC 5958, RFC 8018
 */
int gnutls_x509_privkey_export2_pkcs8(gnutls_x509_privkey_t key,
                                      gnutls_x509_crt_fmt_t format,
                                      const char *password,
                                      unsigned int flags,
                                      gnutls_datum_t *out);

/**
 * Returns the numbers of a DSA key.
 *
 * They are big-endian, with a zero in front where the first bit is set. Each goes into fresh memory,
 * which the caller wipes and frees with `gnutls_free`. Where NULL is passed nothing is returned.
 *
 * @param key the key
 * @param p takes the prime
 * @param q takes the order
 * @param g takes the generator
 * @param y takes the public number
 * @param x takes the private number
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_INVALID_REQUEST `key` is NULL, empty or of another kind
 *
 * @see FIPS 186-4
 */
int gnutls_x509_privkey_export_dsa_raw(gnutls_x509_privkey_t key,
                                       gnutls_datum_t *p,
                                       gnutls_datum_t *q,
                                       gnutls_datum_t *g,
                                       gnutls_datum_t *y,
                                       gnutls_datum_t *x);

/**
 * Returns curve and numbers of an elliptic-curve key.
 *
 * Numbers are big-endian, with a zero in front where the first bit is set; keys of EdDSA, X25519 and
 * X448 are bytes as the curve has them. Each goes into fresh memory, which the caller wipes and frees
 * with `gnutls_free`. Where NULL is passed nothing is returned. GOST keys have
 * `gnutls_x509_privkey_export_gost_raw`.
 *
 * @param key the key
 * @param curve takes the curve
 * @param x takes the first coordinate, or the public bytes
 * @param y takes the second coordinate; NULL and 0 for keys that are bytes
 * @param k takes the private number or bytes
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_INVALID_REQUEST `key` is NULL, empty or of another kind
 *
 * @since 3.0
 * @see RFC 5915, RFC 8032
 */
int gnutls_x509_privkey_export_ecc_raw(gnutls_x509_privkey_t key,
                                       gnutls_ecc_curve_t *curve,
                                       gnutls_datum_t *x,
                                       gnutls_datum_t *y,
                                       gnutls_datum_t *k);

/**
 * Returns parameters and numbers of a GOST R 34.10 key.
 *
 * Numbers are little-endian. Each goes into fresh memory, which the caller wipes and frees with
 * `gnutls_free`. Where NULL is passed nothing is returned.
 *
 * @param key the key
 * @param curve takes the curve
 * @param digest takes the digest
 * @param paramset takes the parameters of GOST 28147
 * @param x takes the first coordinate
 * @param y takes the second coordinate
 * @param k takes the private number
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_INVALID_REQUEST `key` is NULL, empty or of another kind
 *
 * @since 3.6.3
 * @see RFC 7091
 */
int gnutls_x509_privkey_export_gost_raw(gnutls_x509_privkey_t key,
                                        gnutls_ecc_curve_t *curve,
                                        gnutls_digest_algorithm_t *digest,
                                        gnutls_gost_paramset_t *paramset,
                                        gnutls_datum_t *x,
                                        gnutls_datum_t *y,
                                        gnutls_datum_t *k);

/**
 * Writes a private key in PKCS \#8, encrypted or not, to a buffer.
 *
 * The default encryption is PBES2 with AES-256 in CBC mode. The seed of a provable key is written as
 * an attribute, unless `GNUTLS_PRIVKEY_FLAG_EXPORT_COMPAT` is set for the key. Each call with a
 * password makes a fresh salt, so that the output differs.
 *
 * @param key the key
 * @param format `GNUTLS_X509_FMT_DER`; every other value means PEM
 * @param password NUL-terminated UTF-8, or NULL to leave the key unencrypted
 * @param flags of `gnutls_pkcs_encrypt_flags_t`: the scheme, such as `GNUTLS_PKCS_PBES2_AES_256`;
 *   `GNUTLS_PKCS_PLAIN` to leave the key unencrypted in spite of a password;
 *   `GNUTLS_PKCS_NULL_PASSWORD` to encrypt without one; `GNUTLS_PKCS_MLDSA_SEED` or
 *   `GNUTLS_PKCS_MLDSA_EXPANDED` for one form of an ML-DSA or ML-KEM key instead of both
 * @param output_data takes the bytes, of PEM with a NUL behind them; NULL to ask for the length
 * @param output_data_size in: the capacity of `output_data` in bytes; out: the length without a NUL,
 *   or the capacity needed after `GNUTLS_E_SHORT_MEMORY_BUFFER`
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_SHORT_MEMORY_BUFFER `output_data` is NULL or too small
 * @retval GNUTLS_E_INVALID_REQUEST `key` is NULL or empty, `output_data_size` is NULL, or the scheme
 *   is `GNUTLS_PKCS_PBES1_DES_MD5`, which is only read
 *
 * @see RFC 5958, RFC 8018
 */
int gnutls_x509_privkey_export_pkcs8(gnutls_x509_privkey_t key,
                                     gnutls_x509_crt_fmt_t format,
                                     const char *password,
                                     unsigned int flags,
                                     void *output_data,
                                     size_t *output_data_size);

/**
 * Returns the numbers of an RSA key, but the exponents for its primes.
 *
 * They are big-endian, with a zero in front where the first bit is set. Each goes into fresh memory,
 * which the caller wipes and frees with `gnutls_free`. Where NULL is passed nothing is returned.
 *
 * @param key the key
 * @param m takes the modulus
 * @param e takes the public exponent
 * @param d takes the private exponent
 * @param p takes the first prime
 * @param q takes the second prime
 * @param u takes the inverse of `q` modulo `p`
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_INVALID_REQUEST `key` is NULL, empty or of another kind
 *
 * @see RFC 8017 section 3.2
 */
int gnutls_x509_privkey_export_rsa_raw(gnutls_x509_privkey_t key,
                                       gnutls_datum_t *m,
                                       gnutls_datum_t *e,
                                       gnutls_datum_t *d,
                                       gnutls_datum_t *p,
                                       gnutls_datum_t *q,
                                       gnutls_datum_t *u);

/**
 * Returns the numbers of an RSA key.
 *
 * They are big-endian, with a zero in front where the first bit is set. Each goes into fresh memory,
 * which the caller wipes and frees with `gnutls_free`. Where NULL is passed nothing is returned.
 *
 * @param key the key
 * @param m takes the modulus
 * @param e takes the public exponent
 * @param d takes the private exponent
 * @param p takes the first prime
 * @param q takes the second prime
 * @param u takes the inverse of `q` modulo `p`
 * @param e1 takes `d` modulo `p` - 1
 * @param e2 takes `d` modulo `q` - 1
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_INVALID_REQUEST `key` is NULL, empty or of another kind
 *
 * @since 2.12.0
 * @see RFC 8017 section 3.2
 */
int gnutls_x509_privkey_export_rsa_raw2(gnutls_x509_privkey_t key,
                                        gnutls_datum_t *m,
                                        gnutls_datum_t *e,
                                        gnutls_datum_t *d,
                                        gnutls_datum_t *p,
                                        gnutls_datum_t *q,
                                        gnutls_datum_t *u,
                                        gnutls_datum_t *e1,
                                        gnutls_datum_t *e2);

/**
 * Does nothing to a private key but check that there is one.
 *
 * In GnuTLS it computes the derived numbers of an RSA key anew. Here they are computed or checked on
 * import, and always there.
 *
 * @param key the key
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_INVALID_REQUEST `key` is NULL or empty
 */
int gnutls_x509_privkey_fix(gnutls_x509_privkey_t key);

/**
 * Generates a fresh private key, in the place of what the object held.
 *
 * On failure the object keeps what it held. `gnutls_sec_param_to_pk_bits` has the bits for a security
 * level. `gnutls_x509_privkey_generate2` takes further parameters, which Diffie-Hellman keys need.
 *
 * @param key an object from `gnutls_x509_privkey_init`
 * @param algo the kind of key
 * @param bits the bits of the modulus, or for a curve `GNUTLS_CURVE_TO_BITS` of it, or its size. Not
 *   used for ML-DSA and ML-KEM
 * @param flags 0, or `GNUTLS_PRIVKEY_FLAG_PROVABLE` for an RSA or DSA key that is made of a seed,
 *   which it keeps
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_PK_GENERATION_ERROR there is no key of this size
 * @retval GNUTLS_E_ECC_UNSUPPORTED_CURVE the curve is not supported
 * @retval GNUTLS_E_INVALID_REQUEST `key` is NULL, or kind, curve or flags do not go together
 *
 * @see FIPS 186-4
 */
int gnutls_x509_privkey_generate(gnutls_x509_privkey_t key,
                                 gnutls_pk_algorithm_t algo,
                                 unsigned int bits,
                                 unsigned int flags);

/**
 * Generates a fresh private key with parameters, in the place of what the object held.
 *
 * On failure the object keeps what it held. A seed counts with `GNUTLS_PRIVKEY_FLAG_PROVABLE` only:
 * the same seed and bits give the same RSA key, or the same parameters of a DSA key.
 *
 * @param key an object from `gnutls_x509_privkey_init`
 * @param algo the kind of key
 * @param bits as in `gnutls_x509_privkey_generate`; not used for Diffie-Hellman
 * @param flags 0, or of `gnutls_privkey_flags_t`; they stay set for the key, as with
 *   `gnutls_x509_privkey_set_flags`
 * @param data NULL, or parameters: `GNUTLS_KEYGEN_SEED` (bytes), `GNUTLS_KEYGEN_DIGEST` (`size` is the
 *   digest of a provable key, where SHA-384 is the one there is), `GNUTLS_KEYGEN_SPKI` (`data` is a
 *   `gnutls_x509_spki_t`), `GNUTLS_KEYGEN_DH` (`data` is a `gnutls_dh_params_t`, required for
 *   Diffie-Hellman)
 * @param data_size the number of elements of `data`
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_PK_GENERATION_ERROR there is no key of this size, or the seed leads to none
 * @retval GNUTLS_E_ECC_UNSUPPORTED_CURVE the curve is not supported
 * @retval GNUTLS_E_PK_INVALID_PUBKEY_PARAMS the restrictions do not go with the key
 * @retval GNUTLS_E_UNKNOWN_HASH_ALGORITHM the restrictions do not go with the key
 * @retval GNUTLS_E_INVALID_REQUEST `key` is NULL, kind, curve, digest or restrictions do not go
 *   together, or the group is missing
 *
 * @see FIPS 186-4
 */
int gnutls_x509_privkey_generate2(gnutls_x509_privkey_t key,
                                  gnutls_pk_algorithm_t algo,
                                  unsigned int bits,
                                  unsigned int flags,
                                  const gnutls_keygen_data_st *data,
                                  unsigned int data_size);

/**
 * Returns an identifier of a private key: a digest of its public half.
 *
 * It is the same as that of a certificate or request with this key, as `gnutls_x509_crt_get_key_id`
 * returns it, so that the two can be matched. The digest is over the SubjectPublicKeyInfo.
 *
 * @param key the key
 * @param flags `GNUTLS_KEYID_USE_SHA1` (0), `GNUTLS_KEYID_USE_SHA256`, `GNUTLS_KEYID_USE_SHA512`, or
 *   `GNUTLS_KEYID_USE_BEST_KNOWN`, which is SHA-512 today
 * @param output_data takes the digest; NULL to ask for the length
 * @param output_data_size in: the capacity of `output_data` in bytes; out: the length written, or
 *   needed after `GNUTLS_E_SHORT_MEMORY_BUFFER`
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_SHORT_MEMORY_BUFFER `output_data` is NULL or too small
 * @retval GNUTLS_E_INVALID_REQUEST `key` is NULL or empty, or `output_data_size` is NULL
 */
int gnutls_x509_privkey_get_key_id(gnutls_x509_privkey_t key,
                                   unsigned int flags,
                                   unsigned char *output_data,
                                   size_t *output_data_size);

/**
 * Returns the kind of a private key.
 *
 * `gnutls_x509_privkey_get_pk_algorithm2` tells its bits as well.
 *
 * @param key the key
 *
 * @return a value of `gnutls_pk_algorithm_t`, which is `GNUTLS_PK_UNKNOWN` (0) for an empty object, or
 *   a negative error code
 * @retval GNUTLS_E_INVALID_REQUEST `key` is NULL
 */
int gnutls_x509_privkey_get_pk_algorithm(gnutls_x509_privkey_t key);

/**
 * Returns the kind of a private key and its bits.
 *
 * @param key the key
 * @param bits takes the bits of the modulus or of the curve, 0 for an empty object; may be NULL
 *
 * @return a value of `gnutls_pk_algorithm_t`, which is `GNUTLS_PK_UNKNOWN` (0) for an empty object, or
 *   a negative error code
 * @retval GNUTLS_E_INVALID_REQUEST `key` is NULL
 */
int gnutls_x509_privkey_get_pk_algorithm2(gnutls_x509_privkey_t key, unsigned int *bits);

/**
 * Returns the seed that a provable key was made of, and its digest.
 *
 * Keys have one if they were generated with `GNUTLS_PRIVKEY_FLAG_PROVABLE`, or if their PKCS \#8 has
 * it as an attribute. The seed of an RSA key determines the key.
 *
 * @param key the key
 * @param digest takes the digest; may be NULL
 * @param seed takes the seed; NULL to ask for the length
 * @param seed_size in: the capacity of `seed` in bytes; out: the length written, or needed after
 *   `GNUTLS_E_SHORT_MEMORY_BUFFER`
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_SHORT_MEMORY_BUFFER `seed` is NULL or too small, or `seed_size` is NULL
 * @retval GNUTLS_E_INVALID_REQUEST `key` is NULL or has no seed
 *
 * @since 3.5.0
 */
int gnutls_x509_privkey_get_seed(gnutls_x509_privkey_t key,
                                 gnutls_digest_algorithm_t *digest,
                                 void *seed,
                                 size_t *seed_size);

/**
 * Returns the restrictions of a private key to RSA-PSS or RSA-OAEP.
 *
 * @param key the key
 * @param spki an object from `gnutls_x509_spki_init`, which takes them
 * @param flags not used; pass 0
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE the key has none, or is of another kind than RSA;
 *   `spki` is not changed
 * @retval GNUTLS_E_INVALID_REQUEST `key` is NULL or empty, or `spki` is NULL
 *
 * @see RFC 4055
 */
int gnutls_x509_privkey_get_spki(gnutls_x509_privkey_t key, gnutls_x509_spki_t spki, unsigned int flags);

/**
 * Reads an unencrypted private key from DER or PEM.
 *
 * PKCS \#8, PKCS \#1 and the older forms of EC and DSA keys are told apart. Of PEM the first block
 * with a private key counts. On failure the object keeps what it held. For encrypted keys there is
 * `gnutls_x509_privkey_import2`.
 *
 * @param key an object from `gnutls_x509_privkey_init`; a key that it holds is replaced
 * @param data the bytes, which are not kept
 * @param format `GNUTLS_X509_FMT_DER`; every other value means PEM
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE there is no unencrypted private key in PEM
 * @retval GNUTLS_E_BASE64_DECODING_ERROR the PEM block cannot be decoded
 * @retval GNUTLS_E_ASN1_DER_ERROR this is no key in DER, or it is encrypted as OpenSSL did
 * @retval GNUTLS_E_ASN1_TAG_ERROR this is no key in DER, or it is encrypted as OpenSSL did
 * @retval GNUTLS_E_UNKNOWN_PK_ALGORITHM the key is of a kind, curve or digest that is not supported
 * @retval GNUTLS_E_ECC_UNSUPPORTED_CURVE the key is of a kind, curve or digest that is not supported
 * @retval GNUTLS_E_UNKNOWN_HASH_ALGORITHM the key is of a kind, curve or digest that is not supported
 * @retval GNUTLS_E_PK_INVALID_PRIVKEY its numbers do not belong together
 * @retval GNUTLS_E_INVALID_REQUEST `key` or `data` is NULL
 *
 * @see RFC 5958, RFC 8017 appendix A.1.2, RFC 5915
 */
int gnutls_x509_privkey_import(gnutls_x509_privkey_t key,
                               const gnutls_datum_t *data,
                               gnutls_x509_crt_fmt_t format);

/**
 * Reads a private key, encrypted or not, from DER or PEM.
 *
 * PKCS \#8, PKCS \#1, the older forms of EC and DSA keys, and the encrypted PEM of old OpenSSL are
 * told apart. Of a PKCS \#12 file the first key is read, without a look at its MAC. Without a password
 * the function of `gnutls_x509_privkey_set_pin_function` is asked once. On failure the object keeps
 * what it held.
 *
 * @param key an object from `gnutls_x509_privkey_init`; a key that it holds is replaced
 * @param data the bytes, which are not kept
 * @param format `GNUTLS_X509_FMT_DER`; every other value means PEM
 * @param password NUL-terminated UTF-8, or NULL for none
 * @param flags 0, or of `gnutls_pkcs_encrypt_flags_t`: `GNUTLS_PKCS_PLAIN` for a PKCS \#8 key that is
 *   not encrypted, `GNUTLS_PKCS_NULL_PASSWORD` for one that is encrypted without a password
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code:
 * - codes of `gnutls_x509_privkey_import`, if the key cannot be read
 * @retval GNUTLS_E_DECRYPTION_FAILED the password is wrong, or missing
 * @retval GNUTLS_E_ASN1_TAG_ERROR this is no such key in DER
 * @retval GNUTLS_E_UNKNOWN_CIPHER_TYPE in PEM, the encryption is not supported, or asks for more work
 *   than is done
 * @retval GNUTLS_E_UNKNOWN_HASH_ALGORITHM in PEM, the encryption is not supported, or asks for more
 *   work than is done
 * @retval GNUTLS_E_ILLEGAL_PARAMETER in PEM, the encryption is not supported, or asks for more work
 *   than is done
 * @retval GNUTLS_E_PARSING_ERROR the header of OpenSSL's encryption is missing
 * @retval GNUTLS_E_INVALID_REQUEST `key` or `data` is NULL
 *
 * @see RFC 5958
 */
int gnutls_x509_privkey_import2(gnutls_x509_privkey_t key,
                                const gnutls_datum_t *data,
                                gnutls_x509_crt_fmt_t format,
                                const char *password,
                                unsigned int flags);

/**
 * Makes a Diffie-Hellman key of a group and its numbers.
 *
 * Numbers are big-endian and unsigned, and copied, and so is the group. On failure the object keeps
 * what it held.
 *
 * @param key an object from `gnutls_x509_privkey_init`; a key that it holds is replaced
 * @param params the group
 * @param y the public number, which is taken as it is; NULL to have it computed
 * @param x the private number
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_PK_INVALID_PRIVKEY the numbers make no key in this group
 * @retval GNUTLS_E_MPI_SCAN_FAILED a number is too large
 * @retval GNUTLS_E_INVALID_REQUEST `key`, `params` or `x` is NULL, or the group is empty
 */
int gnutls_x509_privkey_import_dh_raw(gnutls_x509_privkey_t key,
                                      gnutls_dh_params_t params,
                                      const gnutls_datum_t *y,
                                      const gnutls_datum_t *x);

/**
 * Makes a DSA key of its numbers.
 *
 * All numbers are big-endian and unsigned, and copied. The public number is computed; if `y` is
 * another one, `gnutls_x509_privkey_verify_params` tells. On failure the object keeps what it held.
 *
 * @param key an object from `gnutls_x509_privkey_init`; a key that it holds is replaced
 * @param p the prime
 * @param q the order
 * @param g the generator
 * @param y the public number; may be NULL
 * @param x the private number
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_PK_INVALID_PRIVKEY the numbers make no key
 * @retval GNUTLS_E_MPI_SCAN_FAILED `y` is empty, or a number is too large
 * @retval GNUTLS_E_INVALID_REQUEST `key`, `p`, `q`, `g` or `x` is NULL
 *
 * @see FIPS 186-4
 */
int gnutls_x509_privkey_import_dsa_raw(gnutls_x509_privkey_t key,
                                       const gnutls_datum_t *p,
                                       const gnutls_datum_t *q,
                                       const gnutls_datum_t *g,
                                       const gnutls_datum_t *y,
                                       const gnutls_datum_t *x);

/**
 * Makes an elliptic-curve key of its numbers.
 *
 * Numbers are big-endian and unsigned; keys of EdDSA and X25519 and X448 are bytes as long as the
 * curve has them, where `x` is the public key and `y` is not used. All are copied. The public half is
 * computed; if another one is given, `gnutls_x509_privkey_verify_params` tells. On failure the object
 * keeps what it held.
 *
 * @param key an object from `gnutls_x509_privkey_init`; a key that it holds is replaced
 * @param curve the curve
 * @param x the first coordinate; may be NULL
 * @param y the second coordinate; may be NULL
 * @param k the private number or bytes
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_PK_INVALID_PRIVKEY the numbers make no key
 * @retval GNUTLS_E_ECC_UNSUPPORTED_CURVE the curve is not supported
 * @retval GNUTLS_E_INVALID_REQUEST `key` or `k` is NULL, the curve is unknown, or something is longer
 *   or shorter than the curve has it
 *
 * @since 3.0
 * @see RFC 5915, RFC 8032
 */
int gnutls_x509_privkey_import_ecc_raw(gnutls_x509_privkey_t key,
                                       gnutls_ecc_curve_t curve,
                                       const gnutls_datum_t *x,
                                       const gnutls_datum_t *y,
                                       const gnutls_datum_t *k);

/**
 * Makes a GOST R 34.10 key of its numbers.
 *
 * The public half is computed. On failure the object keeps what it held.
 *
 * @param key an object from `gnutls_x509_privkey_init`; a key that it holds is replaced
 * @param curve the curve
 * @param digest `GNUTLS_DIG_GOSTR_94`, `GNUTLS_DIG_STREEBOG_256` or `GNUTLS_DIG_STREEBOG_512`, which
 *   decides on the kind of key
 * @param paramset the parameters of GOST 28147, or `GNUTLS_GOST_PARAMSET_UNKNOWN` for the usual ones
 * @param x not used
 * @param y not used
 * @param k the private number, little-endian; it is copied
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_PK_INVALID_PRIVKEY the number is no key on this curve
 * @retval GNUTLS_E_ECC_UNSUPPORTED_CURVE the curve is not supported
 * @retval GNUTLS_E_UNKNOWN_HASH_ALGORITHM the digest is none of GOST
 * @retval GNUTLS_E_INVALID_REQUEST `key` or `k` is NULL, or the parameters are unknown
 *
 * @since 3.6.3
 * @see RFC 7091
 */
int gnutls_x509_privkey_import_gost_raw(gnutls_x509_privkey_t key,
                                        gnutls_ecc_curve_t curve,
                                        gnutls_digest_algorithm_t digest,
                                        gnutls_gost_paramset_t paramset,
                                        const gnutls_datum_t *x,
                                        const gnutls_datum_t *y,
                                        const gnutls_datum_t *k);

/**
 * Reads a private key under the PEM encryption of old OpenSSL.
 *
 * Such a block has a line `DEK-Info` with the cipher: AES, Camellia, DES or triple DES in CBC mode.
 * The key is derived with MD5, which protects little; `gnutls_x509_privkey_export_pkcs8` does better.
 * On failure the object keeps what it held.
 *
 * @param key an object from `gnutls_x509_privkey_init`; a key that it holds is replaced
 * @param data the text in PEM, which is not kept
 * @param password NUL-terminated, or NULL, which never opens a key
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_PARSING_ERROR there is no `DEK-Info`
 * @retval GNUTLS_E_DECRYPTION_FAILED the password is wrong or missing, or what was encrypted is no key
 * @retval GNUTLS_E_BASE64_DECODING_ERROR the block cannot be decoded
 * @retval GNUTLS_E_INVALID_REQUEST `key` or `data` is NULL, or the cipher or its IV is unknown
 *
 * @see RFC 1421 section 4.6.1.3
 */
int gnutls_x509_privkey_import_openssl(gnutls_x509_privkey_t key,
                                       const gnutls_datum_t *data,
                                       const char *password);

/**
 * Reads a private key in PKCS \#8, encrypted or not, from DER or PEM.
 *
 * The labels in PEM are `PRIVATE KEY` and `ENCRYPTED PRIVATE KEY`. A derivation of the key from the
 * password that would take more than about a second is refused. The PIN function is not asked. On
 * failure the object keeps what it held.
 *
 * @param key an object from `gnutls_x509_privkey_init`; a key that it holds is replaced
 * @param data the bytes, which are not kept
 * @param format `GNUTLS_X509_FMT_DER`; every other value means PEM
 * @param password NUL-terminated UTF-8, or NULL for none
 * @param flags of `gnutls_pkcs_encrypt_flags_t`: `GNUTLS_PKCS_PLAIN` for a key that is not encrypted,
 *   which DER requires; `GNUTLS_PKCS_NULL_PASSWORD` for one that is encrypted without a password; else
 *   0
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code:
 * - codes of `gnutls_x509_privkey_import`, if the key cannot be read
 * @retval GNUTLS_E_DECRYPTION_FAILED the password is wrong or missing, or an encrypted key came with
 *   `GNUTLS_PKCS_PLAIN`
 * @retval GNUTLS_E_BASE64_UNEXPECTED_HEADER_ERROR there is no such PEM block, or it cannot be decoded
 * @retval GNUTLS_E_BASE64_DECODING_ERROR there is no such PEM block, or it cannot be decoded
 * @retval GNUTLS_E_UNKNOWN_CIPHER_TYPE the encryption is not supported
 * @retval GNUTLS_E_UNKNOWN_HASH_ALGORITHM the encryption is not supported
 * @retval GNUTLS_E_ILLEGAL_PARAMETER it asks for too many iterations or too long a salt
 * @retval GNUTLS_E_INVALID_REQUEST `key` or `data` is NULL
 *
 * @see RFC 5958
 */
int gnutls_x509_privkey_import_pkcs8(gnutls_x509_privkey_t key,
                                     const gnutls_datum_t *data,
                                     gnutls_x509_crt_fmt_t format,
                                     const char *password,
                                     unsigned int flags);

/**
 * Makes an RSA key of its numbers.
 *
 * All numbers are big-endian and unsigned, and copied. What may be missing is computed; numbers that
 * do not belong together are refused. On failure the object keeps what it held.
 *
 * @param key an object from `gnutls_x509_privkey_init`; a key that it holds is replaced
 * @param m the modulus
 * @param e the public exponent
 * @param d the private exponent; may be NULL
 * @param p the first prime
 * @param q the second prime
 * @param u the inverse of `q` modulo `p`; may be NULL
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_PK_INVALID_PRIVKEY the numbers make no key
 * @retval GNUTLS_E_INVALID_REQUEST `key`, `m`, `e`, `p` or `q` is NULL
 *
 * @see RFC 8017 section 3.2
 */
int gnutls_x509_privkey_import_rsa_raw(gnutls_x509_privkey_t key,
                                       const gnutls_datum_t *m,
                                       const gnutls_datum_t *e,
                                       const gnutls_datum_t *d,
                                       const gnutls_datum_t *p,
                                       const gnutls_datum_t *q,
                                       const gnutls_datum_t *u);

/**
 * Makes an RSA key of its numbers, the exponents for its primes included.
 *
 * All numbers are big-endian and unsigned, and copied. What may be missing is computed; numbers that
 * do not belong together are refused. On failure the object keeps what it held.
 *
 * @param key an object from `gnutls_x509_privkey_init`; a key that it holds is replaced
 * @param m the modulus
 * @param e the public exponent
 * @param d the private exponent; may be NULL
 * @param p the first prime
 * @param q the second prime
 * @param u the inverse of `q` modulo `p`; may be NULL
 * @param e1 `d` modulo `p` - 1; may be NULL
 * @param e2 `d` modulo `q` - 1; may be NULL
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_PK_INVALID_PRIVKEY the numbers make no key
 * @retval GNUTLS_E_INVALID_REQUEST `key`, `m`, `e`, `p` or `q` is NULL
 *
 * @see RFC 8017 section 3.2
 */
int gnutls_x509_privkey_import_rsa_raw2(gnutls_x509_privkey_t key,
                                        const gnutls_datum_t *m,
                                        const gnutls_datum_t *e,
                                        const gnutls_datum_t *d,
                                        const gnutls_datum_t *p,
                                        const gnutls_datum_t *q,
                                        const gnutls_datum_t *u,
                                        const gnutls_datum_t *e1,
                                        const gnutls_datum_t *e2);

/**
 * Creates an empty private key.
 *
 * It is filled by an import, or by `gnutls_x509_privkey_generate`.
 *
 * @param key takes the new key, which is freed with `gnutls_x509_privkey_deinit`
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_INVALID_REQUEST `key` is NULL
 *
 * Any number of threads may sign with one key at the same time, as long as it is not changed.
 */
int gnutls_x509_privkey_init(gnutls_x509_privkey_t *key);

/**
 * Returns the security level of a private key.
 *
 * It follows from the key's kind and its bits, as in `gnutls_pk_bits_to_sec_param`.
 *
 * @param key the key
 *
 * @return a value of `gnutls_sec_param_t`, such as `GNUTLS_SEC_PARAM_MEDIUM`, or
 *   `GNUTLS_SEC_PARAM_UNKNOWN` if `key` is NULL or empty.
 *
 * @since 2.12.0
 */
gnutls_sec_param_t gnutls_x509_privkey_sec_param(gnutls_x509_privkey_t key);

/**
 * Adds flags to a key that count when it is used later.
 *
 * Flags of earlier calls stay set. `GNUTLS_PRIVKEY_FLAG_EXPORT_COMPAT` leaves the seed of a provable
 * key out of what `gnutls_x509_privkey_export_pkcs8` writes, so that older programs can read it.
 * Others have no effect on a key of this type.
 *
 * @param key the key; NULL is ignored
 * @param flags of `gnutls_privkey_flags_t`
 *
 * @since 3.5.0
 */
void gnutls_x509_privkey_set_flags(gnutls_x509_privkey_t key, unsigned int flags);

/**
 * Sets the function that is asked for the password of an encrypted key.
 *
 * `gnutls_x509_privkey_import2` calls it, once, if a key is encrypted and no password was given. It
 * writes the password with a NUL into the buffer that it gets, and returns 0, or a negative number to
 * give up.
 *
 * @param privkey the key; NULL is ignored
 * @param fn_ the function, or NULL for none
 * @param userdata passed to `fn_`; the library does not look at it
 *
 * @since 3.4.0
 */
void gnutls_x509_privkey_set_pin_function(gnutls_x509_privkey_t privkey,
                                          gnutls_pin_callback_t fn_,
                                          void *userdata);

/**
 * Restricts an RSA key to RSA-PSS or RSA-OAEP.
 *
 * The key is of the kind `GNUTLS_PK_RSA_PSS` or `GNUTLS_PK_RSA_OAEP` from then on. On failure it stays
 * as it was.
 *
 * @param key the key
 * @param spki the restrictions, set with `gnutls_x509_spki_set_rsa_pss_params` or
 *   `gnutls_x509_spki_set_rsa_oaep_params`; they are copied
 * @param flags not used; pass 0
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_PK_INVALID_PUBKEY_PARAMS the modulus has no space for digest and salt
 * @retval GNUTLS_E_UNKNOWN_HASH_ALGORITHM RSA-PSS has no such digest here
 * @retval GNUTLS_E_INVALID_REQUEST `key` is NULL, empty or no RSA key, or `spki` is NULL or without
 *   restrictions
 *
 * @see RFC 4055
 */
int gnutls_x509_privkey_set_spki(gnutls_x509_privkey_t key, gnutls_x509_spki_t spki, unsigned int flags);

/**
 * Signs data with a private key.
 *
 * `gnutls_privkey_sign_data` does the same with keys of every kind, those behind functions of the
 * application included.
 *
 * @param key the key
 * @param digest the digest. Keys of EdDSA take their own alone; for ML-DSA it does not matter
 * @param flags 0, or `GNUTLS_PRIVKEY_SIGN_FLAG_RSA_PSS` for an RSA-PSS signature of an RSA key,
 *   `GNUTLS_PRIVKEY_FLAG_REPRODUCIBLE` for a signature without randomness
 * @param data the data, which are hashed here
 * @param signature takes the signature; NULL to ask for the length
 * @param signature_size in: the capacity of `signature` in bytes; out: the length written, or needed
 *   after `GNUTLS_E_SHORT_MEMORY_BUFFER`
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_SHORT_MEMORY_BUFFER `signature` is NULL or too small; ECDSA and DSA signatures
 *   differ in length from call to call
 * @retval GNUTLS_E_INCOMPATIBLE_SIG_WITH_KEY the key is restricted to another digest or use
 * @retval GNUTLS_E_UNSUPPORTED_SIGNATURE_ALGORITHM this signature is not supported
 * @retval GNUTLS_E_CONSTRAINT_ERROR the modulus is too short for RSA-PSS with this digest
 * @retval GNUTLS_E_PK_SIGN_FAILED signing failed
 * @retval GNUTLS_E_INVALID_REQUEST `key` is NULL or empty, `data` or `signature_size` is NULL, or
 *   digest or flags do not go with the key
 *
 * Any number of threads may sign with one key at the same time.
 */
int gnutls_x509_privkey_sign_data(gnutls_x509_privkey_t key,
                                  gnutls_digest_algorithm_t digest,
                                  unsigned int flags,
                                  const gnutls_datum_t *data,
                                  void *signature,
                                  size_t *signature_size);

/**
 * Checks whether the public half that came with a private key is its own.
 *
 * Numbers that make no private key are refused on import, so that there is nothing else left to check.
 * A key whose file names another public half works all the same, with its own.
 *
 * @param key the key
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_ILLEGAL_PARAMETER the public half that came along is another key's
 * @retval GNUTLS_E_PK_INVALID_PUBKEY it is none at all
 * @retval GNUTLS_E_INVALID_REQUEST `key` is NULL or empty
 */
int gnutls_x509_privkey_verify_params(gnutls_x509_privkey_t key);

/**
 * Checks whether a private key was made of a seed.
 *
 * An RSA key must be the one that the seed leads to; of a DSA key its parameters. The check takes
 * about as long as generating the key.
 *
 * @param key the key
 * @param digest not used: provable keys have SHA-384
 * @param seed the seed, or NULL for the one that the key has itself
 * @param seed_size its length in bytes
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_PRIVKEY_VERIFICATION_ERROR the seed leads to another key
 * @retval GNUTLS_E_PK_GENERATION_ERROR a seed of this length leads to no key of this size
 * @retval GNUTLS_E_PK_NO_VALIDATION_PARAMS there is no seed
 * @retval GNUTLS_E_UNIMPLEMENTED_FEATURE the key is neither RSA nor DSA
 * @retval GNUTLS_E_INVALID_REQUEST `key` is NULL or empty
 *
 * @since 3.5.0
 * @see FIPS 186-4
 */
int gnutls_x509_privkey_verify_seed(gnutls_x509_privkey_t key,
                                    gnutls_digest_algorithm_t digest,
                                    const void *seed,
                                    size_t seed_size);

/**
 * Writes a distinguished name that is given in DER as text to a buffer, its parts in the order of
 * their encoding.
 *
 * That is the reverse of RFC 4514; `gnutls_x509_rdn_get2` without flags has the order of RFC 4514. It
 * serves for the names of authorities that `gnutls_certificate_set_retrieve_function2` passes on.
 *
 * @param idn a Name in DER, with its tag
 * @param buf takes the text in UTF-8, NUL-terminated; NULL to ask for the length
 * @param buf_size in: the capacity of `buf` in bytes; out: the length without the NUL, or the capacity
 *   needed with it after `GNUTLS_E_SHORT_MEMORY_BUFFER`
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_SHORT_MEMORY_BUFFER `buf` is NULL or too small
 * @retval GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE the name has no parts
 * @retval GNUTLS_E_ASN1_VALUE_NOT_VALID a part whose type asks for a DirectoryString is empty
 * @retval GNUTLS_E_ASN1_DER_ERROR this is no Name in DER
 * @retval GNUTLS_E_ASN1_TAG_ERROR this is no Name in DER
 * @retval GNUTLS_E_INVALID_REQUEST `idn` or `buf_size` is NULL, or the name is empty
 *
 * @see RFC 4514
 */
int gnutls_x509_rdn_get(const gnutls_datum_t *idn, char *buf, size_t *buf_size);

/**
 * Returns a distinguished name that is given in DER as text in fresh memory, in the order of RFC 4514
 * or of its encoding.
 *
 * @param idn a Name in DER, with its tag
 * @param str takes the text in UTF-8, with a NUL behind it that `size` does not count; its `data` is
 *   freed with `gnutls_free`
 * @param flags 0 for the last part first, as RFC 4514 has it, or `GNUTLS_X509_DN_FLAG_COMPAT` for the
 *   order of the encoding
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE the name has no parts
 * @retval GNUTLS_E_ASN1_VALUE_NOT_VALID a part whose type asks for a DirectoryString is empty
 * @retval GNUTLS_E_ASN1_DER_ERROR this is no Name in DER
 * @retval GNUTLS_E_ASN1_TAG_ERROR this is no Name in DER
 * @retval GNUTLS_E_INVALID_REQUEST `idn` or `str` is NULL, or the name is empty
 *
 * @see RFC 4514
 */
int gnutls_x509_rdn_get2(const gnutls_datum_t *idn, gnutls_datum_t *str, unsigned int flags);

/**
 * Writes a part of a distinguished name that is given in DER to a buffer: the value of an attribute by
 * its type.
 *
 * As text the value is escaped as RFC 4514 has it; of an unknown type it is `#` and the hex of its
 * DER.
 *
 * @param idn a Name in DER, with its tag
 * @param oid the dotted type, such as `GNUTLS_OID_X520_COMMON_NAME`
 * @param indx which of several values of this type, from 0
 * @param raw_flag 0 for text, else the value in DER with its tag
 * @param buf takes the value, NUL-terminated; NULL to ask for the length
 * @param buf_size in: the capacity of `buf` in bytes; out: the length without the NUL, or the capacity
 *   needed with it after `GNUTLS_E_SHORT_MEMORY_BUFFER`
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_SHORT_MEMORY_BUFFER `buf` is NULL or too small; a NUL is written behind DER too,
 *   and needs its place
 * @retval GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE there is no such value
 * @retval GNUTLS_E_ASN1_DER_ERROR this is no Name in DER
 * @retval GNUTLS_E_ASN1_TAG_ERROR this is no Name in DER
 * @retval GNUTLS_E_INVALID_REQUEST `idn`, `oid` or `buf_size` is NULL
 *
 * @see RFC 4514
 */
int gnutls_x509_rdn_get_by_oid(const gnutls_datum_t *idn,
                               const char *oid,
                               unsigned int indx,
                               unsigned int raw_flag,
                               void *buf,
                               size_t *buf_size);

/**
 * Writes the type of a part of a distinguished name that is given in DER to a buffer.
 *
 * With a growing index it tells which attributes the name has, in the order of their encoding;
 * `gnutls_x509_rdn_get_by_oid` returns their values.
 *
 * @param idn a Name in DER, with its tag
 * @param indx which attribute, from 0
 * @param buf takes the dotted type, NUL-terminated; NULL to ask for the length
 * @param buf_size in: the capacity of `buf` in bytes; out: the length without the NUL, or the capacity
 *   needed with it after `GNUTLS_E_SHORT_MEMORY_BUFFER`
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_SHORT_MEMORY_BUFFER `buf` is NULL or too small
 * @retval GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE there are no more attributes
 * @retval GNUTLS_E_ASN1_DER_ERROR this is no Name in DER
 * @retval GNUTLS_E_ASN1_TAG_ERROR this is no Name in DER
 * @retval GNUTLS_E_INVALID_REQUEST `idn` or `buf_size` is NULL
 *
 * @since 2.4.0
 */
int gnutls_x509_rdn_get_oid(const gnutls_datum_t *idn, unsigned int indx, void *buf, size_t *buf_size);

/**
 * Frees an object of `gnutls_x509_spki_init`.
 *
 * Keys and certificates that were restricted with it have copies, and are not affected.
 *
 * @param spki the object; NULL is ignored
 *
 * @since 3.6.0
 */
void gnutls_x509_spki_deinit(gnutls_x509_spki_t spki);

/**
 * Returns digest and label of a restriction to RSA-OAEP.
 *
 * @param spki the object
 * @param dig takes the digest, which serves for the label and for MGF1; may be NULL
 * @param label takes a copy of the label, which may be empty; its `data` is freed with `gnutls_free`.
 *   May be NULL
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE the object holds no restriction
 * @retval GNUTLS_E_INVALID_REQUEST `spki` is NULL, or the object holds a restriction to RSA-PSS
 *
 * @since 3.8.4
 * @see RFC 4055 section 4.1
 */
int gnutls_x509_spki_get_rsa_oaep_params(gnutls_x509_spki_t spki,
                                         gnutls_digest_algorithm_t *dig,
                                         gnutls_datum_t *label);

/**
 * Returns digest and salt size of a restriction to RSA-PSS.
 *
 * @param spki the object
 * @param dig takes the digest, which serves for the message and for MGF1; may be NULL
 * @param salt_size takes the size of the salt in bytes; may be NULL
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE the object holds no restriction
 * @retval GNUTLS_E_INVALID_REQUEST `spki` is NULL, or the object holds a restriction to RSA-OAEP
 *
 * @since 3.6.0
 * @see RFC 4055 section 3.1
 */
int gnutls_x509_spki_get_rsa_pss_params(gnutls_x509_spki_t spki,
                                        gnutls_digest_algorithm_t *dig,
                                        unsigned int *salt_size);

/**
 * Creates an object for the restrictions of an RSA key, with none in it.
 *
 * It holds the parameters of RSA-PSS or of RSA-OAEP. Getters such as `gnutls_x509_crt_get_spki` fill
 * it, setters such as `gnutls_x509_privkey_set_spki` and the generation of keys (`GNUTLS_KEYGEN_SPKI`)
 * read it.
 *
 * @param spki takes the new object, which is freed with `gnutls_x509_spki_deinit`
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_INVALID_REQUEST `spki` is NULL
 *
 * @since 3.6.0
 * @see RFC 4055
 */
int gnutls_x509_spki_init(gnutls_x509_spki_t *spki);

/**
 * Sets a restriction to RSA-OAEP with a digest and a label, in the place of what the object held.
 *
 * A key so restricted encrypts and decrypts with RSA-OAEP alone, and does not sign.
 *
 * @param spki the object
 * @param dig the digest, for the label and for MGF1
 * @param label the label, which is copied; NULL for an empty one
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_UNKNOWN_HASH_ALGORITHM the digest is unknown
 * @retval GNUTLS_E_INVALID_REQUEST `spki` is NULL
 *
 * @since 3.8.4
 * @see RFC 4055 section 4.1
 */
int gnutls_x509_spki_set_rsa_oaep_params(gnutls_x509_spki_t spki,
                                         gnutls_digest_algorithm_t dig,
                                         const gnutls_datum_t *label);

/**
 * Sets a restriction to RSA-PSS with a digest and a salt size, in the place of what the object held.
 *
 * A key so restricted signs with RSA-PSS alone. Whether its modulus has space for digest and salt is
 * checked when the restriction is set for a key. Those for TLS use SHA-256, SHA-384 or SHA-512 and a
 * salt as long as the digest.
 *
 * @param spki the object; NULL is ignored
 * @param dig the digest, for the message and for MGF1. An unknown one leaves the object without a
 *   restriction
 * @param salt_size the size of the salt in bytes
 *
 * @since 3.6.0
 * @see RFC 4055 section 3.1
 */
void gnutls_x509_spki_set_rsa_pss_params(gnutls_x509_spki_t spki,
                                         gnutls_digest_algorithm_t dig,
                                         unsigned int salt_size);

/**
 * Tells whether a certificate asks for every feature of a list.
 *
 * An authority with TLS features binds the certificates below it to them.
 *
 * @param feat the list
 * @param cert the certificate
 *
 * @return non-zero if it asks for each or the list is empty, 0 if it does not, its extension cannot be
 *   read or a pointer is NULL.
 *
 * @since 3.5.1
 * @see RFC 7633 section 4.2.2
 */
unsigned int gnutls_x509_tlsfeatures_check_crt(gnutls_x509_tlsfeatures_t feat, gnutls_x509_crt_t cert);

/**
 * Frees a list of TLS features.
 *
 * Certificates that were made with the list keep what was written.
 *
 * @param f the list of `gnutls_x509_tlsfeatures_init`; NULL is ignored
 *
 * @since 3.5.1
 */
void gnutls_x509_tlsfeatures_deinit(gnutls_x509_tlsfeatures_t f);

/**
 * Gives one feature of a list of TLS features.
 *
 * @param f the list
 * @param idx which feature, from 0 on
 * @param feature takes the number of a TLS extension, as 5 for status_request; may be NULL
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE there are no more
 * @retval GNUTLS_E_INVALID_REQUEST `f` is NULL
 *
 * @since 3.5.1
 * @see RFC 7633 section 4.1
 */
int gnutls_x509_tlsfeatures_get(gnutls_x509_tlsfeatures_t f, unsigned int idx, unsigned int *feature);

/**
 * Creates an empty list of TLS features.
 *
 * `gnutls_x509_tlsfeatures_add` or `gnutls_x509_ext_import_tlsfeatures` fills it;
 * `gnutls_x509_tlsfeatures_deinit` frees it. A certificate with feature 5 (status_request) wants its
 * server to staple an OCSP response.
 *
 * @param f takes the new list
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_INVALID_REQUEST the pointer is NULL
 *
 * @since 3.5.1
 * @see RFC 7633
 */
int gnutls_x509_tlsfeatures_init(gnutls_x509_tlsfeatures_t *f);

/**
 * Adds certificates of authorities to be trusted.
 *
 * A chain is good if it leads to one of them. The list shares their content, so that the handles may
 * be freed at any time if the list is freed with `all` 0; the manual of GnuTLS asks for them to live
 * as long as the list. With `all` not 0, `gnutls_x509_trust_list_deinit` frees the handles, also those
 * of duplicates.
 *
 * @param list the list
 * @param clist an array of certificates
 * @param clist_size the number of its elements
 * @param flags 0, or of `gnutls_trust_list_flags_t`: `GNUTLS_TL_NO_DUPLICATES` passes over
 *   certificates that are in the list, `GNUTLS_TL_NO_DUPLICATE_KEY` over those whose subject and key
 *   are; with `GNUTLS_TL_USE_IN_TLS` a server whose credentials get the list names them when it asks
 *   for a certificate. Others have no effect
 *
 * @return the number of certificates given, duplicates included, or a negative error code
 * @retval GNUTLS_E_INVALID_REQUEST `list`, `clist` or one of its elements is NULL; nothing is added
 *
 * @since 3.0.0
 * @see RFC 5280 section 6.1
 */
int gnutls_x509_trust_list_add_cas(gnutls_x509_trust_list_t list,
                                   const gnutls_x509_crt_t *clist,
                                   unsigned int clist_size,
                                   unsigned int flags);

/**
 * Adds certificate revocation lists.
 *
 * Add the authorities first if the lists are to be verified. Lists that do not verify are passed over,
 * unless the flags ask for an error. The trust list shares their content; with `all` not 0,
 * `gnutls_x509_trust_list_deinit` frees all handles of a call that succeeded.
 *
 * In a verification a certificate that a list has is revoked. If there are lists of its issuer, but
 * none is good for it (its scope, its signature, the issuer's key usage, or an extension that is
 * critical and not known), it has the status `GNUTLS_CERT_INVALID`. Certificates whose issuer has no
 * list are not asked for.
 *
 * @param list the list
 * @param crl_list an array of revocation lists
 * @param crl_size the number of its elements
 * @param flags of `gnutls_trust_list_flags_t`: `GNUTLS_TL_VERIFY_CRL` takes only what an authority of
 *   the list signed and what is current, `GNUTLS_TL_FAIL_ON_INVALID_CRL` besides makes the first other
 *   one an error, `GNUTLS_TL_NO_DUPLICATES` keeps only the newest list of each issuer and scope
 * @param verification_flags `GNUTLS_VERIFY_*` flags for the verification of the lists
 *
 * @return the number of lists added, or a negative error code
 * @retval GNUTLS_E_CRL_VERIFICATION_ERROR a list does not verify; those before it have been added, and
 *   all handles stay the caller's
 * @retval GNUTLS_E_INVALID_REQUEST `list`, `crl_list` or one of its elements is NULL
 *
 * @since 3.0
 * @see RFC 5280 section 6.3
 */
int gnutls_x509_trust_list_add_crls(gnutls_x509_trust_list_t list,
                                    const gnutls_x509_crl_t *crl_list,
                                    unsigned int crl_size,
                                    unsigned int flags,
                                    unsigned int verification_flags);

/**
 * Adds a certificate that is trusted for one name alone.
 *
 * It is no authority. `gnutls_x509_trust_list_verify_named_crt` accepts it under that name, and so
 * does `gnutls_x509_trust_list_verify_crt2` for the end certificate if the name is the host that is
 * asked for. The list shares its content; with `all` not 0, `gnutls_x509_trust_list_deinit` frees the
 * handle.
 *
 * @param list the list
 * @param cert the certificate
 * @param name the name of the host or service. It is copied, and compared byte by byte: upper and
 *   lower case differ
 * @param name_size its length in bytes
 * @param flags not used; pass 0
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_INVALID_REQUEST `list` or `cert` is NULL, or `name` is NULL while `name_size` is
 *   not 0
 *
 * @since 3.0.0
 */
int gnutls_x509_trust_list_add_named_crt(gnutls_x509_trust_list_t list,
                                         gnutls_x509_crt_t cert,
                                         const void *name,
                                         size_t name_size,
                                         unsigned int flags);

/**
 * Adds the authorities that the system trusts.
 *
 * They are read from the first bundle that exists of those that distributions have, on Debian
 * `/etc/ssl/certs/ca-certificates.crt`, else from Fedora's or openSUSE's directory of certificates
 * named by hashes. On a system without them nothing is added. Certificates that are in the list are
 * not added again.
 *
 * @param list the list
 * @param tl_flags 0, or `GNUTLS_TL_USE_IN_TLS` as in `gnutls_x509_trust_list_add_cas`
 * @param tl_vflags not used; pass 0
 *
 * @return the number of certificates read, or a negative error code:
 * - a code of `gnutls_x509_trust_list_add_trust_mem`: it has no certificates, or one that is wrong
 * @retval GNUTLS_E_FILE_ERROR the bundle is there and cannot be read
 * @retval GNUTLS_E_NO_CERTIFICATE_FOUND it has no certificates, or one that is wrong
 * @retval GNUTLS_E_INVALID_REQUEST `list` is NULL
 *
 * @since 3.1
 */
int gnutls_x509_trust_list_add_system_trust(gnutls_x509_trust_list_t list,
                                            unsigned int tl_flags,
                                            unsigned int tl_vflags);

/**
 * Adds authorities and revocation lists from all files of two directories.
 *
 * Subdirectories are not entered. A directory or file that cannot be read, or that holds nothing of
 * the kind, is passed over without an error.
 *
 * @param list the list
 * @param ca_dir path of a directory of certificate files, or NULL
 * @param crl_dir path of a directory of revocation list files, or NULL
 * @param type_ `GNUTLS_X509_FMT_DER`; every other value means PEM
 * @param tl_flags for the revocation lists, as in `gnutls_x509_trust_list_add_crls`;
 *   `GNUTLS_TL_NO_DUPLICATES` is implied
 * @param tl_vflags `GNUTLS_VERIFY_*` flags for their verification
 *
 * @return the number of certificates read and revocation lists added, which may be 0, or a negative
 *   error code
 * @retval GNUTLS_E_UNIMPLEMENTED_FEATURE a path is a URL of PKCS \#11
 * @retval GNUTLS_E_INVALID_REQUEST `list` is NULL
 *
 * @since 3.3.6
 */
int gnutls_x509_trust_list_add_trust_dir(gnutls_x509_trust_list_t list,
                                         const char *ca_dir,
                                         const char *crl_dir,
                                         gnutls_x509_crt_fmt_t type_,
                                         unsigned int tl_flags,
                                         unsigned int tl_vflags);

/**
 * Adds authorities and revocation lists from files.
 *
 * Both files are read before anything is added. What they hold is treated as by
 * `gnutls_x509_trust_list_add_trust_mem`: PEM holds any number, and duplicates are not added again.
 *
 * @param list the list
 * @param ca_file path of a file of authorities, or NULL
 * @param crl_file path of a file of revocation lists, or NULL
 * @param type_ `GNUTLS_X509_FMT_DER`; every other value means PEM
 * @param tl_flags for the revocation lists, as in `gnutls_x509_trust_list_add_crls`
 * @param tl_vflags `GNUTLS_VERIFY_*` flags for their verification
 *
 * @return the number of certificates read and revocation lists added, or a negative error code:
 * - codes of `gnutls_x509_trust_list_add_trust_mem`
 * @retval GNUTLS_E_FILE_ERROR a file cannot be read
 * @retval GNUTLS_E_UNIMPLEMENTED_FEATURE a path is a URL of PKCS \#11
 * @retval GNUTLS_E_INVALID_REQUEST `list` is NULL
 *
 * @since 3.1
 */
int gnutls_x509_trust_list_add_trust_file(gnutls_x509_trust_list_t list,
                                          const char *ca_file,
                                          const char *crl_file,
                                          gnutls_x509_crt_fmt_t type_,
                                          unsigned int tl_flags,
                                          unsigned int tl_vflags);

/**
 * Adds authorities and revocation lists from memory.
 *
 * PEM may hold any number of them, DER one. Certificates that are in the list are not added again; of
 * the revocation lists of one issuer the newest is kept. If one certificate is wrong, none is added;
 * if a revocation list is wrong, the certificates stay in the list.
 *
 * @param list the list
 * @param cas certificates of authorities, or NULL
 * @param crls revocation lists, or NULL
 * @param type_ `GNUTLS_X509_FMT_DER`; every other value means PEM
 * @param tl_flags for the revocation lists, as in `gnutls_x509_trust_list_add_crls`
 * @param tl_vflags `GNUTLS_VERIFY_*` flags for their verification
 *
 * @return the number of certificates read and revocation lists added, or a negative error code:
 * - codes of `gnutls_x509_crt_import` and `gnutls_x509_crl_import`, if the DER cannot be read
 * @retval GNUTLS_E_NO_CERTIFICATE_FOUND `cas` has no certificate in PEM
 * @retval GNUTLS_E_BASE64_UNEXPECTED_HEADER_ERROR a PEM block cannot be decoded, or `crls` has none
 * @retval GNUTLS_E_BASE64_DECODING_ERROR a PEM block cannot be decoded, or `crls` has none
 * @retval GNUTLS_E_CRL_VERIFICATION_ERROR a revocation list does not verify, and
 *   `GNUTLS_TL_FAIL_ON_INVALID_CRL` is set
 * @retval GNUTLS_E_INVALID_REQUEST `list` is NULL
 *
 * @since 3.1
 */
int gnutls_x509_trust_list_add_trust_mem(gnutls_x509_trust_list_t list,
                                         const gnutls_datum_t *cas,
                                         const gnutls_datum_t *crls,
                                         gnutls_x509_crt_fmt_t type_,
                                         unsigned int tl_flags,
                                         unsigned int tl_vflags);

/**
 * Frees a trust list, with its revocation lists and whatever the list has lent.
 *
 * Certificates from `gnutls_x509_trust_list_get_issuer` without `GNUTLS_TL_GET_COPY` become invalid.
 * Credentials that own the list (`gnutls_certificate_set_trust_list`) free it themselves.
 *
 * @param list the list; NULL is ignored
 * @param all not 0 to free the handles as well that were passed to `gnutls_x509_trust_list_add_cas`,
 *   `gnutls_x509_trust_list_add_named_crt` and `gnutls_x509_trust_list_add_crls`; each of them must
 *   have been passed once only. 0 if they stay the caller's
 *
 * @since 3.0.0
 */
void gnutls_x509_trust_list_deinit(gnutls_x509_trust_list_t list, unsigned int all);

/**
 * Returns the authority of the list that issued a certificate.
 *
 * It is found by name and key identifiers. Of several, one that is valid today and whose key made the
 * signature is taken. The signature is not checked where there is one only: this is no verification.
 *
 * @param list the list
 * @param cert the certificate
 * @param issuer takes the authority. Without `GNUTLS_TL_GET_COPY` it belongs to the list: it is valid
 *   until the list is freed, and must not be changed or freed
 * @param flags 0, or `GNUTLS_TL_GET_COPY` for a copy, which is freed with `gnutls_x509_crt_deinit`
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE no authority of the list issued the certificate
 * @retval GNUTLS_E_INVALID_REQUEST `list`, `cert` or `issuer` is NULL
 *
 * Any number of threads may ask one list at the same time.
 *
 * @since 3.0
 * @see RFC 5280 section 4.2.1.1
 */
int gnutls_x509_trust_list_get_issuer(gnutls_x509_trust_list_t list,
                                      gnutls_x509_crt_t cert,
                                      gnutls_x509_crt_t *issuer,
                                      unsigned int flags);

/**
 * Returns a copy of the first authority of the list that has a given subject.
 *
 * Names are compared as RFC 5280 section 7.1 has it: string types, case and white space do not matter.
 *
 * @param list the list
 * @param dn the subject, a Name in DER
 * @param issuer takes the copy, which is freed with `gnutls_x509_crt_deinit`
 * @param flags not used: a copy is made with and without `GNUTLS_TL_GET_COPY`
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE no authority has this subject
 * @retval GNUTLS_E_INVALID_REQUEST `list`, `dn` or `issuer` is NULL
 *
 * Any number of threads may ask one list at the same time.
 *
 * @since 3.4.0
 */
int gnutls_x509_trust_list_get_issuer_by_dn(gnutls_x509_trust_list_t list,
                                            const gnutls_datum_t *dn,
                                            gnutls_x509_crt_t *issuer,
                                            unsigned int flags);

/**
 * Returns a copy of the first authority of the list that has a given subject key identifier.
 *
 * All authorities are looked through, so that the time taken grows with the list.
 *
 * @param list the list
 * @param dn the subject, a Name in DER, which must be the authority's too; NULL for any
 * @param spki the subject key identifier, without its DER tag
 * @param issuer takes the copy, which is freed with `gnutls_x509_crt_deinit`
 * @param flags not used: a copy is made with and without `GNUTLS_TL_GET_COPY`
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE no authority has this identifier and subject
 * @retval GNUTLS_E_INVALID_REQUEST `list`, `spki` or `issuer` is NULL
 *
 * Any number of threads may ask one list at the same time.
 *
 * @since 3.4.2
 * @see RFC 5280 section 4.2.1.2
 */
int gnutls_x509_trust_list_get_issuer_by_subject_key_id(gnutls_x509_trust_list_t list,
                                                        const gnutls_datum_t *dn,
                                                        const gnutls_datum_t *spki,
                                                        gnutls_x509_crt_t *issuer,
                                                        unsigned int flags);

/**
 * Returns the pointer that `gnutls_x509_trust_list_set_ptr` stored.
 *
 * It is meant for the function set with `gnutls_x509_trust_list_set_getissuer_function`, which gets
 * the list as its first argument.
 *
 * @param tlist the list
 *
 * @return the pointer, or NULL if none was set or `tlist` is NULL.
 *
 * @since 3.7.0
 */
void *gnutls_x509_trust_list_get_ptr(gnutls_x509_trust_list_t tlist);

/**
 * Creates an empty trust list.
 *
 * A trust list holds the certificates of trusted authorities, revocation lists and certificates that
 * are good for one name. Certificate chains are verified against it, as with
 * `gnutls_x509_trust_list_verify_crt2`.
 *
 * @param list takes the new list, which is freed with `gnutls_x509_trust_list_deinit`
 * @param size not used; the list grows as needed. 0 is fine
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_INVALID_REQUEST `list` is NULL
 *
 * Filling a list is for one thread. Once filled, any number of threads may verify with it at once.
 *
 * @since 3.0.0
 */
int gnutls_x509_trust_list_init(gnutls_x509_trust_list_t *list, unsigned int size);

/**
 * Frees an iterator of `gnutls_x509_trust_list_iter_get_ca` before its end.
 *
 * At the end of the list that function has freed the iterator itself and set it to NULL. Certificates
 * that it gave are not affected.
 *
 * @param iter the iterator; NULL is ignored
 *
 * @since 3.4.0
 */
void gnutls_x509_trust_list_iter_deinit(gnutls_x509_trust_list_iter_t iter);

/**
 * Returns copies of the authorities of a list, one with each call.
 *
 * Authorities come in the order in which they were added. At the end the iterator is freed and set to
 * NULL, and so is `crt`; an application that stops before frees it with
 * `gnutls_x509_trust_list_iter_deinit`. Do not change the list in between.
 *
 * @param list the list
 * @param iter in: points to NULL at the first call, then to what the call before left there; out: the
 *   iterator
 * @param crt takes the copy, which is freed with `gnutls_x509_crt_deinit`
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE there are no more authorities
 * @retval GNUTLS_E_INVALID_REQUEST `list`, `iter` or `crt` is NULL
 *
 * @since 3.4.0
 */
int gnutls_x509_trust_list_iter_get_ca(gnutls_x509_trust_list_t list,
                                       gnutls_x509_trust_list_iter_t *iter,
                                       gnutls_x509_crt_t *crt);

/**
 * Removes authorities, and refuses paths through them.
 *
 * A path in which one of the certificates is the end certificate or an intermediate one has the status
 * `GNUTLS_CERT_REVOKED` from then on, whether or not the certificate was in the list; one that would
 * end at it has no issuer. Handles that `gnutls_x509_trust_list_add_cas` got stay with the list, so
 * that they are not freed before it is freed with `all`. Certificates that were lent stay valid.
 *
 * @param list the list
 * @param clist an array of certificates, which stay the caller's
 * @param clist_size the number of its elements
 *
 * @return how many of them were authorities of the list, or a negative error code
 * @retval GNUTLS_E_INVALID_REQUEST `list`, `clist` or one of its elements is NULL
 *
 * @since 3.1.10
 */
int gnutls_x509_trust_list_remove_cas(gnutls_x509_trust_list_t list,
                                      const gnutls_x509_crt_t *clist,
                                      unsigned int clist_size);

/**
 * Removes authorities that are given in a file, and refuses paths through them.
 *
 * The effect is that of `gnutls_x509_trust_list_remove_cas`: a path with one of the certificates below
 * its end has the status `GNUTLS_CERT_REVOKED` from then on.
 *
 * @param list the list
 * @param ca_file path of the file, which in PEM holds any number of certificates
 * @param type_ `GNUTLS_X509_FMT_DER`; every other value means PEM
 *
 * @return how many of them were authorities of the list, or a negative error code, where nothing is
 *   removed:
 * - codes of `gnutls_x509_trust_list_remove_trust_mem`
 * @retval GNUTLS_E_FILE_ERROR the file cannot be read
 * @retval GNUTLS_E_UNIMPLEMENTED_FEATURE the path is a URL of PKCS \#11
 * @retval GNUTLS_E_INVALID_REQUEST `list` or `ca_file` is NULL
 *
 * @since 3.1.10
 */
int gnutls_x509_trust_list_remove_trust_file(gnutls_x509_trust_list_t list,
                                             const char *ca_file,
                                             gnutls_x509_crt_fmt_t type_);

/**
 * Removes authorities that are given in memory, and refuses paths through them.
 *
 * The effect is that of `gnutls_x509_trust_list_remove_cas`: a path with one of the certificates below
 * its end has the status `GNUTLS_CERT_REVOKED` from then on.
 *
 * @param list the list
 * @param cas certificates, in PEM any number of them; NULL removes nothing
 * @param type_ `GNUTLS_X509_FMT_DER`; every other value means PEM
 *
 * @return how many of them were authorities of the list, or a negative error code, where nothing is
 *   removed:
 * - codes of `gnutls_x509_crt_import`, if the DER cannot be read
 * @retval GNUTLS_E_NO_CERTIFICATE_FOUND there is no certificate in PEM
 * @retval GNUTLS_E_BASE64_UNEXPECTED_HEADER_ERROR a PEM block cannot be decoded
 * @retval GNUTLS_E_BASE64_DECODING_ERROR a PEM block cannot be decoded
 * @retval GNUTLS_E_INVALID_REQUEST `list` is NULL
 *
 * @since 3.1.10
 */
int gnutls_x509_trust_list_remove_trust_mem(gnutls_x509_trust_list_t list,
                                            const gnutls_datum_t *cas,
                                            gnutls_x509_crt_fmt_t type_);

/**
 * Sets the function that is asked for missing issuers while a chain is verified.
 *
 * It is called by `gnutls_x509_trust_list_verify_crt2` and by the verification of a peer, when no
 * certificate of the list and of the chain is the issuer. It gets the list, the topmost certificate,
 * and takes an array of certificates in its last two arguments: the array from `gnutls_malloc`, as
 * `gnutls_x509_crt_list_import2` makes it. The library frees array and certificates. An answer below
 * 0, or no array, means that there is no issuer to be had. The function is called again while the
 * chain grows.
 *
 * @param tlist the list; NULL is ignored
 * @param func the function, or NULL for none. It may use the list, but not change it while other
 *   threads verify
 *
 * @since 3.7.0
 */
void gnutls_x509_trust_list_set_getissuer_function(gnutls_x509_trust_list_t tlist,
                                                   gnutls_x509_trust_list_getissuer_function *func);

/**
 * Stores a pointer of the application in a trust list.
 *
 * The library does not look at what it points to and never frees it. The function set with
 * `gnutls_x509_trust_list_set_getissuer_function` reads it with `gnutls_x509_trust_list_get_ptr`.
 *
 * @param tlist the list; NULL is ignored
 * @param ptr any pointer, or NULL
 *
 * @since 3.7.0
 */
void gnutls_x509_trust_list_set_ptr(gnutls_x509_trust_list_t tlist, void *ptr);

/**
 * Verifies a certificate chain against a trust list, without a host name or purpose.
 *
 * The same as `gnutls_x509_trust_list_verify_crt2` without `data`, which says more. A program that
 * talks to a host must check its name besides, as with `gnutls_x509_crt_check_hostname`.
 *
 * @param list the trust list
 * @param cert_list the chain, the end certificate first
 * @param cert_list_size the number of certificates; not 0
 * @param flags `GNUTLS_VERIFY_*` flags, and a profile made by `GNUTLS_PROFILE_TO_VFLAGS`
 * @param voutput takes the bits of `gnutls_certificate_status_t`, 0 for a good chain; may be NULL
 * @param func NULL, or a function that is told of each step after the verification
 *
 * @return `GNUTLS_E_SUCCESS` (0) if the verification was done, whatever its result is, or a negative
 *   error code
 * @retval GNUTLS_E_INVALID_REQUEST `list`, `cert_list` or one of its elements is NULL, or
 *   `cert_list_size` is 0
 *
 * Any number of threads may verify with one list at the same time.
 *
 * @since 3.0
 * @see RFC 5280 section 6
 */
int gnutls_x509_trust_list_verify_crt(gnutls_x509_trust_list_t list,
                                      gnutls_x509_crt_t *cert_list,
                                      unsigned int cert_list_size,
                                      unsigned int flags,
                                      unsigned int *voutput,
                                      gnutls_verify_output_function *func);

/**
 * Verifies a certificate chain against a trust list, and whom or what its end certificate is for.
 *
 * Certificates that do not belong to the path are left out, in whatever order they come; the first 64
 * are looked at. Signatures, times, constraints, key usage, algorithms and the revocation lists of the
 * trust list are checked. The time is that of `gnutls_global_set_time_function`, if one is set.
 *
 * @param list the trust list
 * @param cert_list the chain, the end certificate first
 * @param cert_list_size the number of certificates; not 0
 * @param data what the end certificate must be for, or NULL: elements of `GNUTLS_DT_DNS_HOSTNAME`,
 *   `GNUTLS_DT_IP_ADDRESS` (4 or 16 bytes), `GNUTLS_DT_RFC822NAME` or `GNUTLS_DT_KEY_PURPOSE_OID`
 *   (dotted), in all one name and of purposes the last. Size is that of an address; the others are
 *   NUL-terminated. Elements without data and other types are passed over
 * @param elements the number of elements of `data`
 * @param flags `GNUTLS_VERIFY_*` flags, and a profile made by `GNUTLS_PROFILE_TO_VFLAGS`
 * @param voutput takes the bits of `gnutls_certificate_status_t`, 0 for a good chain; may be NULL.
 *   `GNUTLS_CERT_UNEXPECTED_OWNER` and `GNUTLS_CERT_PURPOSE_MISMATCH` answer `data`
 * @param func NULL, or a function that is told each step: certificate, issuer or NULL, revocation list
 *   or NULL, status bits. It is called after the verification, and may use the list; what it gets is
 *   valid during the call only
 *
 * @return `GNUTLS_E_SUCCESS` (0) if the verification was done, whatever its result is, or a negative
 *   error code
 * @retval GNUTLS_E_INVALID_REQUEST `list`, `cert_list` or one of its elements is NULL,
 *   `cert_list_size` is 0, or `data` has more than one name
 *
 * Any number of threads may verify with one list at the same time.
 *
 * @since 3.3.8
 * @see RFC 5280 section 6, RFC 6125
 */
int gnutls_x509_trust_list_verify_crt2(gnutls_x509_trust_list_t list,
                                       gnutls_x509_crt_t *cert_list,
                                       unsigned int cert_list_size,
                                       gnutls_typed_vdata_st *data,
                                       unsigned int elements,
                                       unsigned int flags,
                                       unsigned int *voutput,
                                       gnutls_verify_output_function *func);

/**
 * Checks whether a certificate was added to a trust list for a given name.
 *
 * What counts is that `gnutls_x509_trust_list_add_named_crt` got the same certificate with the same
 * name. No chain is built, and neither the time nor a revocation list is looked at.
 *
 * @param list the trust list
 * @param cert the certificate
 * @param name the name, compared byte by byte
 * @param name_size its length in bytes
 * @param flags not used; pass 0
 * @param voutput takes 0, or `GNUTLS_CERT_INVALID` with `GNUTLS_CERT_SIGNER_NOT_FOUND`; may be NULL
 * @param func not used; pass NULL
 *
 * @return `GNUTLS_E_SUCCESS` (0) if the check was made, whatever its result is, or a negative error
 *   code
 * @retval GNUTLS_E_INVALID_REQUEST `list` or `cert` is NULL, or `name` is NULL while `name_size` is
 *   not 0
 *
 * Any number of threads may verify with one list at the same time.
 *
 * @since 3.0.0
 */
int gnutls_x509_trust_list_verify_named_crt(gnutls_x509_trust_list_t list,
                                            gnutls_x509_crt_t cert,
                                            const void *name,
                                            size_t name_size,
                                            unsigned int flags,
                                            unsigned int *voutput,
                                            gnutls_verify_output_function *func);

#ifdef __cplusplus
}
#endif

#include <gnutls/pkcs7.h>

#endif
