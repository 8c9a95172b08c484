/* x509.h of gnutls-rs, written by tools/headers: do not edit. */

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
#define GNUTLS_PKCS8_PLAIN 1
#define GNUTLS_PKCS8_USE_PKCS12_3DES 2
#define GNUTLS_PKCS8_USE_PKCS12_ARCFOUR 4
#define GNUTLS_PKCS8_USE_PKCS12_RC2_40 8
#define GNUTLS_PKCS_USE_PBES2_3DES 16
#define GNUTLS_PKCS_USE_PBES2_AES_128 32
#define GNUTLS_PKCS_USE_PBES2_AES_192 64
#define GNUTLS_PKCS_USE_PBES2_AES_256 128
#define GNUTLS_PKCS_USE_PBES2_GOST_CPA 4096
#define GNUTLS_PKCS_USE_PBES2_GOST_CPB 8192
#define GNUTLS_PKCS_USE_PBES2_GOST_CPC 16384
#define GNUTLS_PKCS_USE_PBES2_GOST_CPD 32768
#define GNUTLS_PKCS_USE_PBES2_GOST_TC26Z 2048
#define GNUTLS_PKCS_USE_PKCS12_3DES 2
#define GNUTLS_PKCS_USE_PKCS12_ARCFOUR 4
#define GNUTLS_PKCS_USE_PKCS12_RC2_40 8
#define GNUTLS_VERIFY_ALLOW_BROKEN 48
#define GNUTLS_VFLAGS_PROFILE_MASK 4278190080
#define GNUTLS_X509_DN_FLAG_COMPAT 1
#define GNUTLS_X509_DN_OID_RETURN_OID 1
#define GNUTLS_X509_NO_WELL_DEFINED_EXPIRATION 4294197631

typedef enum gnutls_certificate_import_flags {
        GNUTLS_X509_CRT_LIST_IMPORT_FAIL_IF_EXCEED = 1,
        GNUTLS_X509_CRT_LIST_FAIL_IF_UNSORTED = 2,
        GNUTLS_X509_CRT_LIST_SORT = 4
} gnutls_certificate_import_flags;

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

typedef enum gnutls_info_access_what_t {
        GNUTLS_IA_ACCESSMETHOD_OID = 1,
        GNUTLS_IA_ACCESSLOCATION_GENERALNAME_TYPE = 2,
        GNUTLS_IA_URI = 106,
        GNUTLS_IA_UNKNOWN = 10000,
        GNUTLS_IA_OCSP_URI = 10006,
        GNUTLS_IA_CAISSUERS_URI = 10106
} gnutls_info_access_what_t;

typedef enum gnutls_keygen_types_t {
        GNUTLS_KEYGEN_SEED = 1,
        GNUTLS_KEYGEN_DIGEST = 2,
        GNUTLS_KEYGEN_SPKI = 3,
        GNUTLS_KEYGEN_DH = 4
} gnutls_keygen_types_t;

typedef enum gnutls_keyid_flags_t {
        GNUTLS_KEYID_USE_SHA1 = 0,
        GNUTLS_KEYID_USE_SHA256 = 1,
        GNUTLS_KEYID_USE_SHA512 = 2,
        GNUTLS_KEYID_USE_BEST_KNOWN = 1073741824
} gnutls_keyid_flags_t;

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

typedef enum gnutls_trust_list_flags_t {
        GNUTLS_TL_VERIFY_CRL = 1,
        GNUTLS_TL_USE_IN_TLS = 2,
        GNUTLS_TL_NO_DUPLICATES = 4,
        GNUTLS_TL_NO_DUPLICATE_KEY = 8,
        GNUTLS_TL_GET_COPY = 16,
        GNUTLS_TL_FAIL_ON_INVALID_CRL = 32
} gnutls_trust_list_flags_t;

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
        GNUTLS_CRL_REASON_AA_COMPROMISE = 32768,
        GNUTLS_CRL_REASON_SUPERSEEDED = GNUTLS_CRL_REASON_SUPERSEDED
} gnutls_x509_crl_reason_flags_t;

typedef enum gnutls_x509_crt_flags {
        GNUTLS_X509_CRT_FLAG_IGNORE_SANITY = 1
} gnutls_x509_crt_flags;

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

/* Enumerators, for programs that ask for them with #ifdef. */
#define GNUTLS_CRL_REASON_SUPERSEEDED GNUTLS_CRL_REASON_SUPERSEEDED
#define GNUTLS_TL_FAIL_ON_INVALID_CRL GNUTLS_TL_FAIL_ON_INVALID_CRL
#define GNUTLS_TL_GET_COPY GNUTLS_TL_GET_COPY
#define GNUTLS_TL_NO_DUPLICATES GNUTLS_TL_NO_DUPLICATES
#define GNUTLS_TL_NO_DUPLICATE_KEY GNUTLS_TL_NO_DUPLICATE_KEY
#define GNUTLS_TL_USE_IN_TLS GNUTLS_TL_USE_IN_TLS
#define GNUTLS_TL_VERIFY_CRL GNUTLS_TL_VERIFY_CRL

/* Macros with arguments, and names that stand for others. */
#define GNUTLS_PKCS_CIPHER_MASK(x) ((x) & (~(GNUTLS_PKCS_NULL_PASSWORD)))
#define GNUTLS_PROFILE_TO_VFLAGS(x) (((unsigned)x) << 24)
#define GNUTLS_VFLAGS_TO_PROFILE(x) ((((unsigned)x) >> 24) & 0xff)
#define gnutls_x509_crl_get_certificate gnutls_x509_crl_get_crt_serial
#define gnutls_x509_crl_get_certificate_count gnutls_x509_crl_get_crt_count

/* Types of functions, not of pointers to them. */
typedef int gnutls_verify_output_function(gnutls_x509_crt_t, gnutls_x509_crt_t, gnutls_x509_crl_t, unsigned int);
typedef int gnutls_x509_trust_list_getissuer_function(gnutls_x509_trust_list_t, const gnutls_x509_crt_t, gnutls_x509_crt_t **, unsigned int *);

/**
 * The trust list of the credentials, which stays theirs. Manual: `gnutls_certificate_get_trust_list`.
 */
void gnutls_certificate_get_trust_list(gnutls_certificate_credentials_t res, gnutls_x509_trust_list_t *tlist);

/**
 * Takes over a trust list, which is freed with the credentials. Manual: `gnutls_certificate_set_trust_list`.
 */
void gnutls_certificate_set_trust_list(gnutls_certificate_credentials_t res,
                                       gnutls_x509_trust_list_t tlist,
                                       unsigned int flags);

/**
 * The profile of a name (in any case), or `GNUTLS_PROFILE_UNKNOWN`.
 * Manual: `gnutls_certificate_verification_profile_get_id`.
 */
gnutls_certificate_verification_profiles_t gnutls_certificate_verification_profile_get_id(const char *name);

/**
 * The name of a profile, or NULL. Manual: `gnutls_certificate_verification_profile_get_name`.
 */
const char *gnutls_certificate_verification_profile_get_name(gnutls_certificate_verification_profiles_t id);

/**
 * How a PKCS #8 file is encrypted: scheme, cipher, salt, iterations, and the scheme's identifier (freed by the caller).
 * `GNUTLS_E_INVALID_REQUEST` if it is not. Manual: `gnutls_pkcs8_info`.
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
 * The name of a scheme, or NULL. Manual: `gnutls_pkcs_schema_get_name`.
 */
const char *gnutls_pkcs_schema_get_name(unsigned int schema);

/**
 * The identifier of a scheme, or NULL. Manual: `gnutls_pkcs_schema_get_oid`.
 */
const char *gnutls_pkcs_schema_get_oid(unsigned int schema);

/**
 * Network and mask, as name constraints have them, of a text as `192.0.2.0/24`. `GNUTLS_E_MALFORMED_CIDR` for another. Manual: `gnutls_x509_cidr_to_rfc5280`.
 */
int gnutls_x509_cidr_to_rfc5280(const char *cidr,
                                gnutls_datum_t *cidr_rfc5280);

/**
 * Non-zero if `issuer` issued the list, as far as names tell. Manual: `gnutls_x509_crl_check_issuer`.
 */
unsigned int gnutls_x509_crl_check_issuer(gnutls_x509_crl_t crl, gnutls_x509_crt_t issuer);

/**
 * Frees a list. Manual: `gnutls_x509_crl_deinit`.
 */
void gnutls_x509_crl_deinit(gnutls_x509_crl_t crl);

/**
 * The list in DER or PEM. Manual: `gnutls_x509_crl_export`.
 */
int gnutls_x509_crl_export(gnutls_x509_crl_t crl,
                           gnutls_x509_crt_fmt_t format,
                           void *output_data,
                           size_t *output_data_size);

/**
 * The list in DER or PEM; the caller frees it. Manual: `gnutls_x509_crl_export2`.
 */
int gnutls_x509_crl_export2(gnutls_x509_crl_t crl, gnutls_x509_crt_fmt_t format, gnutls_datum_t *out);

/**
 * As `gnutls_x509_crt_get_authority_key_gn_serial`, of a revocation list. Manual: `gnutls_x509_crl_get_authority_key_gn_serial`.
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
 * The identifier of the issuer's key. Manual: `gnutls_x509_crl_get_authority_key_id`.
 */
int gnutls_x509_crl_get_authority_key_id(gnutls_x509_crl_t crl,
                                         void *id,
                                         size_t *id_size,
                                         unsigned int *critical);

/**
 * How many certificates are revoked. Manual: `gnutls_x509_crl_get_crt_count`.
 */
int gnutls_x509_crl_get_crt_count(gnutls_x509_crl_t crl);

/**
 * Serial number and time of the `indx`-th revoked certificate. Manual: `gnutls_x509_crl_get_crt_serial`.
 */
int gnutls_x509_crl_get_crt_serial(gnutls_x509_crl_t crl,
                                   unsigned int indx,
                                   unsigned char *serial,
                                   size_t *serial_size,
                                   time_t *t);

/**
 * The type of a part of the issuer. Manual: `gnutls_x509_crl_get_dn_oid`.
 */
int gnutls_x509_crl_get_dn_oid(gnutls_x509_crl_t crl, unsigned int indx, void *oid, size_t *sizeof_oid);

/**
 * The content of extension `indx`. Manual: `gnutls_x509_crl_get_extension_data`.
 */
int gnutls_x509_crl_get_extension_data(gnutls_x509_crl_t crl,
                                       unsigned int indx,
                                       void *data,
                                       size_t *sizeof_data);

/**
 * The content of extension `indx`; the caller frees it. Manual: `gnutls_x509_crl_get_extension_data2`.
 */
int gnutls_x509_crl_get_extension_data2(gnutls_x509_crl_t crl, unsigned int indx, gnutls_datum_t *data);

/**
 * Type and criticality of extension `indx`; the size counts the type's final NUL. Manual: `gnutls_x509_crl_get_extension_info`.
 */
int gnutls_x509_crl_get_extension_info(gnutls_x509_crl_t crl,
                                       unsigned int indx,
                                       void *oid,
                                       size_t *sizeof_oid,
                                       unsigned int *critical);

/**
 * The type of extension `indx`. Manual: `gnutls_x509_crl_get_extension_oid`.
 */
int gnutls_x509_crl_get_extension_oid(gnutls_x509_crl_t crl,
                                      unsigned int indx,
                                      void *oid,
                                      size_t *sizeof_oid);

/**
 * The issuer's text, parts in encoding order. Manual: `gnutls_x509_crl_get_issuer_dn`.
 */
int gnutls_x509_crl_get_issuer_dn(gnutls_x509_crl_t crl, char *buf, size_t *sizeof_buf);

/**
 * The issuer's text, parts in encoding order; the caller frees it. Manual: `gnutls_x509_crl_get_issuer_dn2`.
 */
int gnutls_x509_crl_get_issuer_dn2(gnutls_x509_crl_t crl, gnutls_datum_t *dn);

/**
 * The issuer's text in the order that the flags ask for; the caller frees it. Manual: `gnutls_x509_crl_get_issuer_dn3`.
 */
int gnutls_x509_crl_get_issuer_dn3(gnutls_x509_crl_t crl,
                                   gnutls_datum_t *dn,
                                   unsigned int flags);

/**
 * A part of the issuer. Manual: `gnutls_x509_crl_get_issuer_dn_by_oid`.
 */
int gnutls_x509_crl_get_issuer_dn_by_oid(gnutls_x509_crl_t crl,
                                         const char *oid,
                                         unsigned int indx,
                                         unsigned int raw_flag,
                                         void *buf,
                                         size_t *sizeof_buf);

/**
 * When the next is due, -1 if it does not say. Manual: `gnutls_x509_crl_get_next_update`.
 */
time_t gnutls_x509_crl_get_next_update(gnutls_x509_crl_t crl);

/**
 * The CRL number. Manual: `gnutls_x509_crl_get_number`.
 */
int gnutls_x509_crl_get_number(gnutls_x509_crl_t crl, void *ret, size_t *ret_size, unsigned int *critical);

/**
 * The issuer's DER; the caller frees it. Manual: `gnutls_x509_crl_get_raw_issuer_dn`.
 */
int gnutls_x509_crl_get_raw_issuer_dn(gnutls_x509_crl_t crl, gnutls_datum_t *dn);

/**
 * The signature's bytes. Manual: `gnutls_x509_crl_get_signature`.
 */
int gnutls_x509_crl_get_signature(gnutls_x509_crl_t crl, char *sig, size_t *sizeof_sig);

/**
 * The signature's algorithm, or 0. Manual: `gnutls_x509_crl_get_signature_algorithm`.
 */
int gnutls_x509_crl_get_signature_algorithm(gnutls_x509_crl_t crl);

/**
 * The dotted identifier of the signature's algorithm. Manual: `gnutls_x509_crl_get_signature_oid`.
 */
int gnutls_x509_crl_get_signature_oid(gnutls_x509_crl_t crl, char *oid, size_t *oid_size);

/**
 * When it was issued, -1 on error. Manual: `gnutls_x509_crl_get_this_update`.
 */
time_t gnutls_x509_crl_get_this_update(gnutls_x509_crl_t crl);

/**
 * 1 or 2. Manual: `gnutls_x509_crl_get_version`.
 */
int gnutls_x509_crl_get_version(gnutls_x509_crl_t crl);

/**
 * Fills a list from DER or PEM (label `X509 CRL`). Manual: `gnutls_x509_crl_import`.
 */
int gnutls_x509_crl_import(gnutls_x509_crl_t crl, const gnutls_datum_t *data, gnutls_x509_crt_fmt_t format);

/**
 * Creates an empty list. Manual: `gnutls_x509_crl_init`.
 */
int gnutls_x509_crl_init(gnutls_x509_crl_t *crl);

/**
 * The next revoked certificate; `GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE` at the end.
 * Manual: `gnutls_x509_crl_iter_crt_serial`.
 */
int gnutls_x509_crl_iter_crt_serial(gnutls_x509_crl_t crl,
                                    gnutls_x509_crl_iter_t *iter,
                                    unsigned char *serial,
                                    size_t *serial_size,
                                    time_t *t);

/**
 * Frees an iterator. Manual: `gnutls_x509_crl_iter_deinit`.
 */
void gnutls_x509_crl_iter_deinit(gnutls_x509_crl_iter_t iter);

/**
 * Reads lists into an array that the caller has: how many. Manual: `gnutls_x509_crl_list_import`.
 */
int gnutls_x509_crl_list_import(gnutls_x509_crl_t *crls,
                                unsigned int *crl_max,
                                const gnutls_datum_t *data,
                                gnutls_x509_crt_fmt_t format,
                                unsigned int flags);

/**
 * Reads lists into a fresh array, which the caller frees. Manual: `gnutls_x509_crl_list_import2`.
 */
int gnutls_x509_crl_list_import2(gnutls_x509_crl_t **crls,
                                 unsigned int *size,
                                 const gnutls_datum_t *data,
                                 gnutls_x509_crt_fmt_t format,
                                 unsigned int flags);

/**
 * The list for people to read; the caller frees it. Manual: `gnutls_x509_crl_print`.
 */
int gnutls_x509_crl_print(gnutls_x509_crl_t crl,
                          gnutls_certificate_print_formats_t format,
                          gnutls_datum_t *out);

/**
 * Sets the identifier of the issuer's key. Manual: `gnutls_x509_crl_set_authority_key_id`.
 */
int gnutls_x509_crl_set_authority_key_id(gnutls_x509_crl_t crl, const void *id, size_t id_size);

/**
 * Revokes a certificate. Manual: `gnutls_x509_crl_set_crt`.
 */
int gnutls_x509_crl_set_crt(gnutls_x509_crl_t crl, gnutls_x509_crt_t crt, time_t revocation_time);

/**
 * Revokes a certificate by its serial number. Manual: `gnutls_x509_crl_set_crt_serial`.
 */
int gnutls_x509_crl_set_crt_serial(gnutls_x509_crl_t crl,
                                   const void *serial,
                                   size_t serial_size,
                                   time_t revocation_time);

/**
 * Sets when the next list is due. Manual: `gnutls_x509_crl_set_next_update`.
 */
int gnutls_x509_crl_set_next_update(gnutls_x509_crl_t crl, time_t exp_time);

/**
 * Sets the number of the list, big-endian. Manual: `gnutls_x509_crl_set_number`.
 */
int gnutls_x509_crl_set_number(gnutls_x509_crl_t crl, const void *nr, size_t nr_size);

/**
 * Sets when the list is issued. Manual: `gnutls_x509_crl_set_this_update`.
 */
int gnutls_x509_crl_set_this_update(gnutls_x509_crl_t crl, time_t act_time);

/**
 * Sets the version: 2 for a list with extensions, else 1. Manual: `gnutls_x509_crl_set_version`.
 */
int gnutls_x509_crl_set_version(gnutls_x509_crl_t crl, unsigned int version);

/**
 * Signs with a digest that fits the key. Manual: `gnutls_x509_crl_sign`.
 */
int gnutls_x509_crl_sign(gnutls_x509_crl_t crl, gnutls_x509_crt_t issuer, gnutls_x509_privkey_t issuer_key);

/**
 * Signs the list as `issuer`; `GNUTLS_DIG_UNKNOWN` leaves the digest to the key. `GNUTLS_E_ASN1_VALUE_NOT_FOUND` without
 * version or time of issue. Manual: `gnutls_x509_crl_sign2`.
 */
int gnutls_x509_crl_sign2(gnutls_x509_crl_t crl,
                          gnutls_x509_crt_t issuer,
                          gnutls_x509_privkey_t issuer_key,
                          gnutls_digest_algorithm_t dig,
                          unsigned int flags);

/**
 * Verifies a CRL against a list of CAs. Manual: `gnutls_x509_crl_verify`.
 */
int gnutls_x509_crl_verify(gnutls_x509_crl_t crl,
                           const gnutls_x509_crt_t *trusted_cas,
                           unsigned int tcas_size,
                           unsigned int flags,
                           unsigned int *verify);

/**
 * Frees a request. Manual: `gnutls_x509_crq_deinit`.
 */
void gnutls_x509_crq_deinit(gnutls_x509_crq_t crq);

/**
 * The request in DER or PEM. Manual: `gnutls_x509_crq_export`.
 */
int gnutls_x509_crq_export(gnutls_x509_crq_t crq,
                           gnutls_x509_crt_fmt_t format,
                           void *output_data,
                           size_t *output_data_size);

/**
 * The request in DER or PEM; the caller frees it. Manual: `gnutls_x509_crq_export2`.
 */
int gnutls_x509_crq_export2(gnutls_x509_crq_t crq, gnutls_x509_crt_fmt_t format, gnutls_datum_t *out);

/**
 * Value `indx` of an attribute, in DER. Manual: `gnutls_x509_crq_get_attribute_by_oid`.
 */
int gnutls_x509_crq_get_attribute_by_oid(gnutls_x509_crq_t crq,
                                         const char *oid,
                                         unsigned int indx,
                                         void *buf,
                                         size_t *buf_size);

/**
 * The first value of attribute `indx`, in DER. Manual: `gnutls_x509_crq_get_attribute_data`.
 */
int gnutls_x509_crq_get_attribute_data(gnutls_x509_crq_t crq,
                                       unsigned int indx,
                                       void *data,
                                       size_t *sizeof_data);

/**
 * The type of attribute `indx`; the size counts its NUL. Manual: `gnutls_x509_crq_get_attribute_info`.
 */
int gnutls_x509_crq_get_attribute_info(gnutls_x509_crq_t crq,
                                       unsigned int indx,
                                       void *oid,
                                       size_t *sizeof_oid);

/**
 * 1 for an authority, 0 for none; `pathlen` is -1 without a limit. Manual: `gnutls_x509_crq_get_basic_constraints`.
 */
int gnutls_x509_crq_get_basic_constraints(gnutls_x509_crq_t crq,
                                          unsigned int *critical,
                                          unsigned int *ca,
                                          int *pathlen);

/**
 * The challenge password. Manual: `gnutls_x509_crq_get_challenge_password`.
 */
int gnutls_x509_crq_get_challenge_password(gnutls_x509_crq_t crq, char *pass, size_t *pass_size);

/**
 * The subject's text, parts in encoding order. Manual: `gnutls_x509_crq_get_dn`.
 */
int gnutls_x509_crq_get_dn(gnutls_x509_crq_t crq, char *buf, size_t *buf_size);

/**
 * The subject's text, parts in encoding order; the caller frees it. Manual: `gnutls_x509_crq_get_dn2`.
 */
int gnutls_x509_crq_get_dn2(gnutls_x509_crq_t crq, gnutls_datum_t *dn);

/**
 * The subject's text in RFC 4514 order, or with `GNUTLS_X509_DN_FLAG_COMPAT` in encoding order; the caller frees it. Manual: `gnutls_x509_crq_get_dn3`.
 */
int gnutls_x509_crq_get_dn3(gnutls_x509_crq_t crq,
                            gnutls_datum_t *dn,
                            unsigned int flags);

/**
 * A part of the subject: text, or with `raw_flag` its DER. Manual: `gnutls_x509_crq_get_dn_by_oid`.
 */
int gnutls_x509_crq_get_dn_by_oid(gnutls_x509_crq_t crq,
                                  const char *oid,
                                  unsigned int indx,
                                  unsigned int raw_flag,
                                  void *buf,
                                  size_t *buf_size);

/**
 * The type of a part of the subject. Manual: `gnutls_x509_crq_get_dn_oid`.
 */
int gnutls_x509_crq_get_dn_oid(gnutls_x509_crq_t crq, unsigned int indx, void *oid, size_t *sizeof_oid);

/**
 * The content of an extension by its type; without a buffer its length. Manual: `gnutls_x509_crq_get_extension_by_oid`.
 */
int gnutls_x509_crq_get_extension_by_oid(gnutls_x509_crq_t crq,
                                         const char *oid,
                                         unsigned int indx,
                                         void *buf,
                                         size_t *buf_size,
                                         unsigned int *critical);

/**
 * The content of an extension by its type; the caller frees it. Manual: `gnutls_x509_crq_get_extension_by_oid2`.
 */
int gnutls_x509_crq_get_extension_by_oid2(gnutls_x509_crq_t crq,
                                          const char *oid,
                                          unsigned int indx,
                                          gnutls_datum_t *output,
                                          unsigned int *critical);

/**
 * The content of extension `indx`; without a buffer its length. Manual: `gnutls_x509_crq_get_extension_data`.
 */
int gnutls_x509_crq_get_extension_data(gnutls_x509_crq_t crq,
                                       unsigned int indx,
                                       void *data,
                                       size_t *sizeof_data);

/**
 * The content of extension `indx`; the caller frees it. Manual: `gnutls_x509_crq_get_extension_data2`.
 */
int gnutls_x509_crq_get_extension_data2(gnutls_x509_crq_t crq, unsigned int indx, gnutls_datum_t *data);

/**
 * Type and criticality of extension `indx`; the size counts the NUL. Manual: `gnutls_x509_crq_get_extension_info`.
 */
int gnutls_x509_crq_get_extension_info(gnutls_x509_crq_t crq,
                                       unsigned int indx,
                                       void *oid,
                                       size_t *sizeof_oid,
                                       unsigned int *critical);

/**
 * The key's identifier: a digest of its DER (`GNUTLS_KEYID_USE_*`). Manual: `gnutls_x509_crq_get_key_id`.
 */
int gnutls_x509_crq_get_key_id(gnutls_x509_crq_t crq,
                               unsigned int flags,
                               unsigned char *output_data,
                               size_t *output_data_size);

/**
 * Purpose `indx`, dotted. Manual: `gnutls_x509_crq_get_key_purpose_oid`.
 */
int gnutls_x509_crq_get_key_purpose_oid(gnutls_x509_crq_t crq,
                                        unsigned int indx,
                                        void *oid,
                                        size_t *sizeof_oid,
                                        unsigned int *critical);

/**
 * Modulus and exponent; the caller frees them. Manual: `gnutls_x509_crq_get_key_rsa_raw`.
 */
int gnutls_x509_crq_get_key_rsa_raw(gnutls_x509_crq_t crq, gnutls_datum_t *m, gnutls_datum_t *e);

/**
 * What the key is for: `GNUTLS_KEY_*`. Manual: `gnutls_x509_crq_get_key_usage`.
 */
int gnutls_x509_crq_get_key_usage(gnutls_x509_crq_t crq, unsigned int *key_usage, unsigned int *critical);

/**
 * The key's algorithm, and its bits through `bits`. Manual: `gnutls_x509_crq_get_pk_algorithm`.
 */
int gnutls_x509_crq_get_pk_algorithm(gnutls_x509_crq_t crq, unsigned int *bits);

/**
 * The dotted identifier of the key's algorithm. Manual: `gnutls_x509_crq_get_pk_oid`.
 */
int gnutls_x509_crq_get_pk_oid(gnutls_x509_crq_t crq, char *oid, size_t *oid_size);

/**
 * When the private key may be used. Manual: `gnutls_x509_crq_get_private_key_usage_period`.
 */
int gnutls_x509_crq_get_private_key_usage_period(gnutls_x509_crq_t crq,
                                                 time_t *activation,
                                                 time_t *expiration,
                                                 unsigned int *critical);

/**
 * The signature's algorithm, or `GNUTLS_SIGN_UNKNOWN`. Manual: `gnutls_x509_crq_get_signature_algorithm`.
 */
int gnutls_x509_crq_get_signature_algorithm(gnutls_x509_crq_t crq);

/**
 * The dotted identifier of the signature's algorithm. Manual: `gnutls_x509_crq_get_signature_oid`.
 */
int gnutls_x509_crq_get_signature_oid(gnutls_x509_crq_t crq, char *oid, size_t *oid_size);

/**
 * The restrictions of the key. Manual: `gnutls_x509_crq_get_spki`.
 */
int gnutls_x509_crq_get_spki(gnutls_x509_crq_t crq, gnutls_x509_spki_t spki, unsigned int flags);

/**
 * Alternative name `seq`; the answer is its kind. Manual: `gnutls_x509_crq_get_subject_alt_name`.
 */
int gnutls_x509_crq_get_subject_alt_name(gnutls_x509_crq_t crq,
                                         unsigned int seq,
                                         void *ret,
                                         size_t *ret_size,
                                         unsigned int *ret_type,
                                         unsigned int *critical);

/**
 * The type of an other name; the answer is its kind. Manual: `gnutls_x509_crq_get_subject_alt_othername_oid`.
 */
int gnutls_x509_crq_get_subject_alt_othername_oid(gnutls_x509_crq_t crq,
                                                  unsigned int seq,
                                                  void *ret,
                                                  size_t *ret_size);

/**
 * The TLS features that are asked for; with `GNUTLS_EXT_FLAG_APPEND` those in the list stay. Manual: `gnutls_x509_crq_get_tlsfeatures`.
 */
int gnutls_x509_crq_get_tlsfeatures(gnutls_x509_crq_t crq,
                                    gnutls_x509_tlsfeatures_t features,
                                    unsigned int flags,
                                    unsigned int *critical);

/**
 * The version, 1 in every request there is. `GNUTLS_E_ASN1_VALUE_NOT_FOUND` before it is set. Manual: `gnutls_x509_crq_get_version`.
 */
int gnutls_x509_crq_get_version(gnutls_x509_crq_t crq);

/**
 * Fills a request from DER or PEM (labels `NEW CERTIFICATE REQUEST`, `CERTIFICATE REQUEST`). Manual: `gnutls_x509_crq_import`.
 */
int gnutls_x509_crq_import(gnutls_x509_crq_t crq,
                           const gnutls_datum_t *data,
                           gnutls_x509_crt_fmt_t format);

/**
 * Creates an empty request. Manual: `gnutls_x509_crq_init`.
 */
int gnutls_x509_crq_init(gnutls_x509_crq_t *crq);

/**
 * The request for people to read; the caller frees it. Manual: `gnutls_x509_crq_print`.
 */
int gnutls_x509_crq_print(gnutls_x509_crq_t crq,
                          gnutls_certificate_print_formats_t format,
                          gnutls_datum_t *out);

/**
 * Sets an attribute to one value, which is DER. Manual: `gnutls_x509_crq_set_attribute_by_oid`.
 */
int gnutls_x509_crq_set_attribute_by_oid(gnutls_x509_crq_t crq, const char *oid, void *buf, size_t buf_size);

/**
 * Asks to be an authority or none, and how many may follow below (negative: any number). Manual: `gnutls_x509_crq_set_basic_constraints`.
 */
int gnutls_x509_crq_set_basic_constraints(gnutls_x509_crq_t crq,
                                          unsigned int ca,
                                          int path_len_constraint);

/**
 * One more challenge password. Manual: `gnutls_x509_crq_set_challenge_password`.
 */
int gnutls_x509_crq_set_challenge_password(gnutls_x509_crq_t crq, const char *pass);

/**
 * Puts the parts of an RFC 4514 text at the end of the subject. `GNUTLS_E_PARSING_ERROR`, with `err` at the place. Manual: `gnutls_x509_crq_set_dn`.
 */
int gnutls_x509_crq_set_dn(gnutls_x509_crq_t crq,
                           const char *dn,
                           const char **err);

/**
 * Puts an attribute at the end of the subject; with `raw_flag` its DER is given. Manual: `gnutls_x509_crq_set_dn_by_oid`.
 */
int gnutls_x509_crq_set_dn_by_oid(gnutls_x509_crq_t crq,
                                  const char *oid,
                                  unsigned int raw_flag,
                                  const void *data,
                                  unsigned int sizeof_data);

/**
 * Asks for an extension of any type. Manual: `gnutls_x509_crq_set_extension_by_oid`.
 */
int gnutls_x509_crq_set_extension_by_oid(gnutls_x509_crq_t crq,
                                         const char *oid,
                                         const void *buf,
                                         size_t sizeof_buf,
                                         unsigned int critical);

/**
 * Sets the key to the public half of a private key. Manual: `gnutls_x509_crq_set_key`.
 */
int gnutls_x509_crq_set_key(gnutls_x509_crq_t crq, gnutls_x509_privkey_t key);

/**
 * One more purpose of the key, dotted. Manual: `gnutls_x509_crq_set_key_purpose_oid`.
 */
int gnutls_x509_crq_set_key_purpose_oid(gnutls_x509_crq_t crq, const void *oid, unsigned int critical);

/**
 * Sets an RSA key from its numbers. Manual: `gnutls_x509_crq_set_key_rsa_raw`.
 */
int gnutls_x509_crq_set_key_rsa_raw(gnutls_x509_crq_t crq, const gnutls_datum_t *m, const gnutls_datum_t *e);

/**
 * Says what the key is for. Manual: `gnutls_x509_crq_set_key_usage`.
 */
int gnutls_x509_crq_set_key_usage(gnutls_x509_crq_t crq, unsigned int usage);

/**
 * Says when the private key may be used. Manual: `gnutls_x509_crq_set_private_key_usage_period`.
 */
int gnutls_x509_crq_set_private_key_usage_period(gnutls_x509_crq_t crq, time_t activation, time_t expiration);

/**
 * Restricts the RSA key to RSA-PSS. Manual: `gnutls_x509_crq_set_spki`.
 */
int gnutls_x509_crq_set_spki(gnutls_x509_crq_t crq, gnutls_x509_spki_t spki, unsigned int flags);

/**
 * Sets an alternative name, or with `GNUTLS_FSAN_APPEND` one more; as `gnutls_x509_crt_set_subject_alt_name`. Manual: `gnutls_x509_crq_set_subject_alt_name`.
 */
int gnutls_x509_crq_set_subject_alt_name(gnutls_x509_crq_t crq,
                                         gnutls_x509_subject_alt_name_t nt,
                                         const void *data,
                                         unsigned int data_size,
                                         unsigned int flags);

/**
 * Sets an other name from its DER, or what `GNUTLS_FSAN_ENCODE_*` makes of the bytes. Manual: `gnutls_x509_crq_set_subject_alt_othername`.
 */
int gnutls_x509_crq_set_subject_alt_othername(gnutls_x509_crq_t crq,
                                              const char *oid,
                                              const void *data,
                                              unsigned int data_size,
                                              unsigned int flags);

/**
 * Asks for TLS features. Manual: `gnutls_x509_crq_set_tlsfeatures`.
 */
int gnutls_x509_crq_set_tlsfeatures(gnutls_x509_crq_t crq, gnutls_x509_tlsfeatures_t features);

/**
 * Sets the version: 1. Manual: `gnutls_x509_crq_set_version`.
 */
int gnutls_x509_crq_set_version(gnutls_x509_crq_t crq, unsigned int version);

/**
 * Signs with a digest that fits the key. Manual: `gnutls_x509_crq_sign`.
 */
int gnutls_x509_crq_sign(gnutls_x509_crq_t crq, gnutls_x509_privkey_t key);

/**
 * Signs the request with the key that it is for; `GNUTLS_DIG_UNKNOWN` leaves the digest to the key. Manual: `gnutls_x509_crq_sign2`.
 */
int gnutls_x509_crq_sign2(gnutls_x509_crq_t crq,
                          gnutls_x509_privkey_t key,
                          gnutls_digest_algorithm_t dig,
                          unsigned int flags);

/**
 * 0 if the request's own key signed it, else `GNUTLS_E_PK_SIG_VERIFY_FAILED`; an algorithm that is broken is
 * `GNUTLS_E_INSUFFICIENT_SECURITY` unless the flags allow it. Manual: `gnutls_x509_crq_verify`.
 */
int gnutls_x509_crq_verify(gnutls_x509_crq_t crq, unsigned int flags);

/**
 * Non-zero if the certificate is for this mailbox. Manual: `gnutls_x509_crt_check_email`.
 */
unsigned int gnutls_x509_crt_check_email(gnutls_x509_crt_t cert, const char *email, unsigned int flags);

/**
 * Non-zero if the certificate is for this host. Manual: `gnutls_x509_crt_check_hostname`.
 */
unsigned int gnutls_x509_crt_check_hostname(gnutls_x509_crt_t cert, const char *hostname);

/**
 * As [`gnutls_x509_crt_check_hostname`], with `GNUTLS_VERIFY_DO_NOT_ALLOW_*` flags.
 * Manual: `gnutls_x509_crt_check_hostname2`.
 */
unsigned int gnutls_x509_crt_check_hostname2(gnutls_x509_crt_t cert,
                                             const char *hostname,
                                             unsigned int flags);

/**
 * Non-zero if the certificate is for this address (4 or 16 bytes). Manual: `gnutls_x509_crt_check_ip`.
 */
unsigned int gnutls_x509_crt_check_ip(gnutls_x509_crt_t cert,
                                      const unsigned char *ip,
                                      unsigned int ip_size,
                                      unsigned int flags);

/**
 * Non-zero if `issuer` issued `cert`, as far as names tell. Manual: `gnutls_x509_crt_check_issuer`.
 */
unsigned int gnutls_x509_crt_check_issuer(gnutls_x509_crt_t cert, gnutls_x509_crt_t issuer);

/**
 * Non-zero if the certificate is for this purpose; `GNUTLS_KP_FLAG_DISALLOW_ANY` takes "any" for no answer.
 * Manual: `gnutls_x509_crt_check_key_purpose`.
 */
unsigned int gnutls_x509_crt_check_key_purpose(gnutls_x509_crt_t cert,
                                               const char *purpose,
                                               unsigned int flags);

/**
 * 1 if one of the lists revokes the certificate, 0 if none does. Manual: `gnutls_x509_crt_check_revocation`.
 */
int gnutls_x509_crt_check_revocation(gnutls_x509_crt_t cert,
                                     const gnutls_x509_crl_t *crl_list,
                                     unsigned int crl_list_length);

/**
 * The places of revocation lists of another certificate. `GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE` if it has none. Manual: `gnutls_x509_crt_cpy_crl_dist_points`.
 */
int gnutls_x509_crt_cpy_crl_dist_points(gnutls_x509_crt_t dst,
                                        gnutls_x509_crt_t src);

/**
 * Frees a certificate. Manual: `gnutls_x509_crt_deinit`.
 */
void gnutls_x509_crt_deinit(gnutls_x509_crt_t cert);

/**
 * Non-zero if both are the same certificate. Manual: `gnutls_x509_crt_equals`.
 */
unsigned int gnutls_x509_crt_equals(gnutls_x509_crt_t cert1, gnutls_x509_crt_t cert2);

/**
 * Non-zero if the certificate's DER is `der`. Manual: `gnutls_x509_crt_equals2`.
 */
unsigned int gnutls_x509_crt_equals2(gnutls_x509_crt_t cert1, const gnutls_datum_t *der);

/**
 * The certificate in DER or PEM. Manual: `gnutls_x509_crt_export`.
 */
int gnutls_x509_crt_export(gnutls_x509_crt_t cert,
                           gnutls_x509_crt_fmt_t format,
                           void *output_data,
                           size_t *output_data_size);

/**
 * The certificate in DER or PEM; the caller frees it. Manual: `gnutls_x509_crt_export2`.
 */
int gnutls_x509_crt_export2(gnutls_x509_crt_t cert, gnutls_x509_crt_fmt_t format, gnutls_datum_t *out);

/**
 * Start of validity, -1 on error. Manual: `gnutls_x509_crt_get_activation_time`.
 */
time_t gnutls_x509_crt_get_activation_time(gnutls_x509_crt_t cert);

/**
 * Access description `seq`: what of it, `what` says (`GNUTLS_IA_*`); the caller frees it.
 * `GNUTLS_E_UNKNOWN_ALGORITHM` if the entry is of another method. Manual: `gnutls_x509_crt_get_authority_info_access`.
 */
int gnutls_x509_crt_get_authority_info_access(gnutls_x509_crt_t crt,
                                              unsigned int seq,
                                              int what,
                                              gnutls_datum_t *data,
                                              unsigned int *critical);

/**
 * Name `seq` and serial number of the issuer's certificate, as the authority key identifier has them. Manual: `gnutls_x509_crt_get_authority_key_gn_serial`.
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
 * The issuer's key identifier. Manual: `gnutls_x509_crt_get_authority_key_id`.
 */
int gnutls_x509_crt_get_authority_key_id(gnutls_x509_crt_t cert,
                                         void *id,
                                         size_t *id_size,
                                         unsigned int *critical);

/**
 * As [`gnutls_x509_crt_get_ca_status`], with the limit of the path. Manual: `gnutls_x509_crt_get_basic_constraints`.
 */
int gnutls_x509_crt_get_basic_constraints(gnutls_x509_crt_t cert,
                                          unsigned int *critical,
                                          unsigned int *ca,
                                          int *pathlen);

/**
 * 1 for an authority, 0 for none, `GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE` if it does not say.
 * Manual: `gnutls_x509_crt_get_ca_status`.
 */
int gnutls_x509_crt_get_ca_status(gnutls_x509_crt_t cert, unsigned int *critical);

/**
 * CRL distribution point `seq`; the answer is the kind of name. Manual: `gnutls_x509_crt_get_crl_dist_points`.
 */
int gnutls_x509_crt_get_crl_dist_points(gnutls_x509_crt_t cert,
                                        unsigned int seq,
                                        void *san,
                                        size_t *san_size,
                                        unsigned int *reason_flags,
                                        unsigned int *critical);

/**
 * The subject's text, parts in encoding order. Manual: `gnutls_x509_crt_get_dn`.
 */
int gnutls_x509_crt_get_dn(gnutls_x509_crt_t cert, char *buf, size_t *buf_size);

/**
 * As [`gnutls_x509_crt_get_dn`]; the caller frees it. Manual: `gnutls_x509_crt_get_dn2`.
 */
int gnutls_x509_crt_get_dn2(gnutls_x509_crt_t cert, gnutls_datum_t *dn);

/**
 * The subject's text in RFC 4514 order, or with `GNUTLS_X509_DN_FLAG_COMPAT` in encoding order.
 * Manual: `gnutls_x509_crt_get_dn3`.
 */
int gnutls_x509_crt_get_dn3(gnutls_x509_crt_t cert, gnutls_datum_t *dn, unsigned int flags);

/**
 * A part of the subject. Manual: `gnutls_x509_crt_get_dn_by_oid`.
 */
int gnutls_x509_crt_get_dn_by_oid(gnutls_x509_crt_t cert,
                                  const char *oid,
                                  unsigned int indx,
                                  unsigned int raw_flag,
                                  void *buf,
                                  size_t *buf_size);

/**
 * The type of a part of the subject. Manual: `gnutls_x509_crt_get_dn_oid`.
 */
int gnutls_x509_crt_get_dn_oid(gnutls_x509_crt_t cert, unsigned int indx, void *oid, size_t *oid_size);

/**
 * End of validity, -1 on error. Manual: `gnutls_x509_crt_get_expiration_time`.
 */
time_t gnutls_x509_crt_get_expiration_time(gnutls_x509_crt_t cert);

/**
 * The content of an extension by its type. Manual: `gnutls_x509_crt_get_extension_by_oid`.
 */
int gnutls_x509_crt_get_extension_by_oid(gnutls_x509_crt_t cert,
                                         const char *oid,
                                         unsigned int indx,
                                         void *buf,
                                         size_t *buf_size,
                                         unsigned int *critical);

/**
 * The content of an extension by its type; the caller frees it. Manual: `gnutls_x509_crt_get_extension_by_oid2`.
 */
int gnutls_x509_crt_get_extension_by_oid2(gnutls_x509_crt_t cert,
                                          const char *oid,
                                          unsigned int indx,
                                          gnutls_datum_t *output,
                                          unsigned int *critical);

/**
 * The content of extension `indx`; without a buffer its length. Manual: `gnutls_x509_crt_get_extension_data`.
 */
int gnutls_x509_crt_get_extension_data(gnutls_x509_crt_t cert,
                                       unsigned int indx,
                                       void *data,
                                       size_t *sizeof_data);

/**
 * The content of extension `indx`; the caller frees it. `GNUTLS_E_ASN1_ELEMENT_NOT_FOUND` past the end.
 * Manual: `gnutls_x509_crt_get_extension_data2`.
 */
int gnutls_x509_crt_get_extension_data2(gnutls_x509_crt_t cert, unsigned int indx, gnutls_datum_t *data);

/**
 * Type and criticality of extension `indx`. Manual: `gnutls_x509_crt_get_extension_info`.
 */
int gnutls_x509_crt_get_extension_info(gnutls_x509_crt_t cert,
                                       unsigned int indx,
                                       void *oid,
                                       size_t *oid_size,
                                       unsigned int *critical);

/**
 * The type of extension `indx`. Manual: `gnutls_x509_crt_get_extension_oid`.
 */
int gnutls_x509_crt_get_extension_oid(gnutls_x509_crt_t cert, unsigned int indx, void *oid, size_t *oid_size);

/**
 * A digest of the DER. Manual: `gnutls_x509_crt_get_fingerprint`.
 */
int gnutls_x509_crt_get_fingerprint(gnutls_x509_crt_t cert,
                                    gnutls_digest_algorithm_t algo,
                                    void *buf,
                                    size_t *buf_size);

/**
 * How many certificates may follow before "any policy" stops counting. Manual: `gnutls_x509_crt_get_inhibit_anypolicy`.
 */
int gnutls_x509_crt_get_inhibit_anypolicy(gnutls_x509_crt_t cert,
                                          unsigned int *skipcerts,
                                          unsigned int *critical);

/**
 * The issuer as an object that belongs to the certificate. Manual: `gnutls_x509_crt_get_issuer`.
 */
int gnutls_x509_crt_get_issuer(gnutls_x509_crt_t cert, gnutls_x509_dn_t *dn);

/**
 * Alternative name `seq` of the issuer. Manual: `gnutls_x509_crt_get_issuer_alt_name`.
 */
int gnutls_x509_crt_get_issuer_alt_name(gnutls_x509_crt_t cert,
                                        unsigned int seq,
                                        void *ian,
                                        size_t *ian_size,
                                        unsigned int *critical);

/**
 * As [`gnutls_x509_crt_get_issuer_alt_name`], the kind also through `ian_type`.
 * Manual: `gnutls_x509_crt_get_issuer_alt_name2`.
 */
int gnutls_x509_crt_get_issuer_alt_name2(gnutls_x509_crt_t cert,
                                         unsigned int seq,
                                         void *ian,
                                         size_t *ian_size,
                                         unsigned int *ian_type,
                                         unsigned int *critical);

/**
 * The type of an other name of the issuer. Manual: `gnutls_x509_crt_get_issuer_alt_othername_oid`.
 */
int gnutls_x509_crt_get_issuer_alt_othername_oid(gnutls_x509_crt_t cert,
                                                 unsigned int seq,
                                                 void *ret,
                                                 size_t *ret_size);

/**
 * The issuer's text, parts in encoding order. Manual: `gnutls_x509_crt_get_issuer_dn`.
 */
int gnutls_x509_crt_get_issuer_dn(gnutls_x509_crt_t cert, char *buf, size_t *buf_size);

/**
 * As [`gnutls_x509_crt_get_issuer_dn`]; the caller frees it. Manual: `gnutls_x509_crt_get_issuer_dn2`.
 */
int gnutls_x509_crt_get_issuer_dn2(gnutls_x509_crt_t cert, gnutls_datum_t *dn);

/**
 * The issuer's text; flags as [`gnutls_x509_crt_get_dn3`]. Manual: `gnutls_x509_crt_get_issuer_dn3`.
 */
int gnutls_x509_crt_get_issuer_dn3(gnutls_x509_crt_t cert, gnutls_datum_t *dn, unsigned int flags);

/**
 * A part of the issuer. Manual: `gnutls_x509_crt_get_issuer_dn_by_oid`.
 */
int gnutls_x509_crt_get_issuer_dn_by_oid(gnutls_x509_crt_t cert,
                                         const char *oid,
                                         unsigned int indx,
                                         unsigned int raw_flag,
                                         void *buf,
                                         size_t *buf_size);

/**
 * The type of a part of the issuer. Manual: `gnutls_x509_crt_get_issuer_dn_oid`.
 */
int gnutls_x509_crt_get_issuer_dn_oid(gnutls_x509_crt_t cert, unsigned int indx, void *oid, size_t *oid_size);

/**
 * The issuer's unique identifier. Manual: `gnutls_x509_crt_get_issuer_unique_id`.
 */
int gnutls_x509_crt_get_issuer_unique_id(gnutls_x509_crt_t crt, char *buf, size_t *buf_size);

/**
 * The public key's identifier: a digest of its DER. Manual: `gnutls_x509_crt_get_key_id`.
 */
int gnutls_x509_crt_get_key_id(gnutls_x509_crt_t cert,
                               unsigned int flags,
                               unsigned char *output_data,
                               size_t *output_data_size);

/**
 * Purpose `indx`, dotted. Manual: `gnutls_x509_crt_get_key_purpose_oid`.
 */
int gnutls_x509_crt_get_key_purpose_oid(gnutls_x509_crt_t cert,
                                        unsigned int indx,
                                        void *oid,
                                        size_t *oid_size,
                                        unsigned int *critical);

/**
 * The bits of the key usage. Manual: `gnutls_x509_crt_get_key_usage`.
 */
int gnutls_x509_crt_get_key_usage(gnutls_x509_crt_t cert, unsigned int *key_usage, unsigned int *critical);

/**
 * Reads those of an authority's certificate; flags as `gnutls_x509_ext_import_name_constraints`. Manual: `gnutls_x509_crt_get_name_constraints`.
 */
int gnutls_x509_crt_get_name_constraints(gnutls_x509_crt_t crt,
                                         gnutls_x509_name_constraints_t nc,
                                         unsigned int flags,
                                         unsigned int *critical);

/**
 * The public key's algorithm, and its bits through `bits`. Manual: `gnutls_x509_crt_get_pk_algorithm`.
 */
int gnutls_x509_crt_get_pk_algorithm(gnutls_x509_crt_t cert, unsigned int *bits);

/**
 * The numbers of a DSA key; the caller frees them. Manual: `gnutls_x509_crt_get_pk_dsa_raw`.
 */
int gnutls_x509_crt_get_pk_dsa_raw(gnutls_x509_crt_t crt,
                                   gnutls_datum_t *p,
                                   gnutls_datum_t *q,
                                   gnutls_datum_t *g,
                                   gnutls_datum_t *y);

/**
 * Curve and coordinates; the caller frees them. Manual: `gnutls_x509_crt_get_pk_ecc_raw`.
 */
int gnutls_x509_crt_get_pk_ecc_raw(gnutls_x509_crt_t crt,
                                   gnutls_ecc_curve_t *curve,
                                   gnutls_datum_t *x,
                                   gnutls_datum_t *y);

/**
 * Parameters and little-endian coordinates of a GOST key; the caller frees them. Manual: `gnutls_x509_crt_get_pk_gost_raw`.
 */
int gnutls_x509_crt_get_pk_gost_raw(gnutls_x509_crt_t crt,
                                    gnutls_ecc_curve_t *curve,
                                    gnutls_digest_algorithm_t *digest,
                                    gnutls_gost_paramset_t *paramset,
                                    gnutls_datum_t *x,
                                    gnutls_datum_t *y);

/**
 * The dotted identifier of the public key's algorithm. Manual: `gnutls_x509_crt_get_pk_oid`.
 */
int gnutls_x509_crt_get_pk_oid(gnutls_x509_crt_t cert, char *oid, size_t *oid_size);

/**
 * Modulus and exponent; the caller frees them. Manual: `gnutls_x509_crt_get_pk_rsa_raw`.
 */
int gnutls_x509_crt_get_pk_rsa_raw(gnutls_x509_crt_t crt, gnutls_datum_t *m, gnutls_datum_t *e);

/**
 * Policy `indx` with its qualifiers, to be freed with `gnutls_x509_policy_release`. Manual: `gnutls_x509_crt_get_policy`.
 */
int gnutls_x509_crt_get_policy(gnutls_x509_crt_t crt,
                               unsigned int indx,
                               gnutls_x509_policy_st *policy,
                               unsigned int *critical);

/**
 * When the private key may be used. Manual: `gnutls_x509_crt_get_private_key_usage_period`.
 */
int gnutls_x509_crt_get_private_key_usage_period(gnutls_x509_crt_t cert,
                                                 time_t *activation,
                                                 time_t *expiration,
                                                 unsigned int *critical);

/**
 * What a proxy certificate says; language and policy are freed by the caller. Manual: `gnutls_x509_crt_get_proxy`.
 */
int gnutls_x509_crt_get_proxy(gnutls_x509_crt_t cert,
                              unsigned int *critical,
                              int *pathlen,
                              char **policy_language,
                              char **policy,
                              size_t *sizeof_policy);

/**
 * The subject's DER; the caller frees it. Manual: `gnutls_x509_crt_get_raw_dn`.
 */
int gnutls_x509_crt_get_raw_dn(gnutls_x509_crt_t cert, gnutls_datum_t *start);

/**
 * The issuer's DER; the caller frees it. Manual: `gnutls_x509_crt_get_raw_issuer_dn`.
 */
int gnutls_x509_crt_get_raw_issuer_dn(gnutls_x509_crt_t cert, gnutls_datum_t *start);

/**
 * The serial number's bytes as they are written. Manual: `gnutls_x509_crt_get_serial`.
 */
int gnutls_x509_crt_get_serial(gnutls_x509_crt_t cert, void *result, size_t *result_size);

/**
 * The signature's bytes. Manual: `gnutls_x509_crt_get_signature`.
 */
int gnutls_x509_crt_get_signature(gnutls_x509_crt_t cert, char *sig, size_t *sizeof_sig);

/**
 * The algorithm of the signature, or `GNUTLS_SIGN_UNKNOWN`. Manual: `gnutls_x509_crt_get_signature_algorithm`.
 */
int gnutls_x509_crt_get_signature_algorithm(gnutls_x509_crt_t cert);

/**
 * The dotted identifier of the signature's algorithm. Manual: `gnutls_x509_crt_get_signature_oid`.
 */
int gnutls_x509_crt_get_signature_oid(gnutls_x509_crt_t cert, char *oid, size_t *oid_size);

/**
 * The restrictions of a certificate's key. Manual: `gnutls_x509_crt_get_spki`.
 */
int gnutls_x509_crt_get_spki(gnutls_x509_crt_t cert, gnutls_x509_spki_t spki, unsigned int flags);

/**
 * The subject as an object that belongs to the certificate. Manual: `gnutls_x509_crt_get_subject`.
 */
int gnutls_x509_crt_get_subject(gnutls_x509_crt_t cert, gnutls_x509_dn_t *dn);

/**
 * Alternative name `seq` of the subject; the answer is its kind. Manual: `gnutls_x509_crt_get_subject_alt_name`.
 */
int gnutls_x509_crt_get_subject_alt_name(gnutls_x509_crt_t cert,
                                         unsigned int seq,
                                         void *san,
                                         size_t *san_size,
                                         unsigned int *critical);

/**
 * As [`gnutls_x509_crt_get_subject_alt_name`], the kind also through `san_type`.
 * Manual: `gnutls_x509_crt_get_subject_alt_name2`.
 */
int gnutls_x509_crt_get_subject_alt_name2(gnutls_x509_crt_t cert,
                                          unsigned int seq,
                                          void *san,
                                          size_t *san_size,
                                          unsigned int *san_type,
                                          unsigned int *critical);

/**
 * The type of an other name of the subject. Manual: `gnutls_x509_crt_get_subject_alt_othername_oid`.
 */
int gnutls_x509_crt_get_subject_alt_othername_oid(gnutls_x509_crt_t cert,
                                                  unsigned int seq,
                                                  void *oid,
                                                  size_t *oid_size);

/**
 * The subject's key identifier. Manual: `gnutls_x509_crt_get_subject_key_id`.
 */
int gnutls_x509_crt_get_subject_key_id(gnutls_x509_crt_t cert,
                                       void *ret,
                                       size_t *ret_size,
                                       unsigned int *critical);

/**
 * The subject's unique identifier. Manual: `gnutls_x509_crt_get_subject_unique_id`.
 */
int gnutls_x509_crt_get_subject_unique_id(gnutls_x509_crt_t crt, char *buf, size_t *buf_size);

/**
 * The features that the certificate asks for; with `GNUTLS_EXT_FLAG_APPEND` those in the list stay. Manual: `gnutls_x509_crt_get_tlsfeatures`.
 */
int gnutls_x509_crt_get_tlsfeatures(gnutls_x509_crt_t crt,
                                    gnutls_x509_tlsfeatures_t features,
                                    unsigned int flags,
                                    unsigned int *critical);

/**
 * 1, 2 or 3. Manual: `gnutls_x509_crt_get_version`.
 */
int gnutls_x509_crt_get_version(gnutls_x509_crt_t cert);

/**
 * Fills a certificate from DER or PEM (labels `CERTIFICATE`, `X509 CERTIFICATE`); a second import replaces the first.
 * Manual: `gnutls_x509_crt_import`.
 */
int gnutls_x509_crt_import(gnutls_x509_crt_t cert,
                           const gnutls_datum_t *data,
                           gnutls_x509_crt_fmt_t format);

/**
 * Fills a certificate from a URL; errors as `gnutls_privkey_import_url`. Manual: `gnutls_x509_crt_import_url`.
 */
int gnutls_x509_crt_import_url(gnutls_x509_crt_t crt,
                               const char *url,
                               unsigned int flags);

/**
 * Creates an empty certificate. Manual: `gnutls_x509_crt_init`.
 */
int gnutls_x509_crt_init(gnutls_x509_crt_t *cert);

/**
 * Reads a list into an array that the caller has; the answer is how many were read. Of more than fit the first are
 * kept, unless `GNUTLS_X509_CRT_LIST_IMPORT_FAIL_IF_EXCEED` asks for `GNUTLS_E_SHORT_MEMORY_BUFFER`.
 * Manual: `gnutls_x509_crt_list_import`.
 */
int gnutls_x509_crt_list_import(gnutls_x509_crt_t *certs,
                                unsigned int *cert_max,
                                const gnutls_datum_t *data,
                                gnutls_x509_crt_fmt_t format,
                                unsigned int flags);

/**
 * Reads a list into a fresh array: each certificate is freed by the caller, then the array with `gnutls_free`.
 * Manual: `gnutls_x509_crt_list_import2`.
 */
int gnutls_x509_crt_list_import2(gnutls_x509_crt_t **certs,
                                 unsigned int *size,
                                 const gnutls_datum_t *data,
                                 gnutls_x509_crt_fmt_t format,
                                 unsigned int flags);

/**
 * The certificate behind a URL with those above it, in a fresh array: each is freed by the caller, then the array with
 * `gnutls_free`. Manual: `gnutls_x509_crt_list_import_url`.
 */
int gnutls_x509_crt_list_import_url(gnutls_x509_crt_t **certs,
                                    unsigned int *size,
                                    const char *url,
                                    gnutls_pin_callback_t pin_fn,
                                    void *pin_fn_userdata,
                                    unsigned int flags);

/**
 * Verifies a chain against a list of CAs and CRLs. Manual: `gnutls_x509_crt_list_verify`.
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
 * The certificate for people to read; the caller frees it. Manual: `gnutls_x509_crt_print`.
 */
int gnutls_x509_crt_print(gnutls_x509_crt_t cert,
                          gnutls_certificate_print_formats_t format,
                          gnutls_datum_t *out);

/**
 * Sets the start of validity. Manual: `gnutls_x509_crt_set_activation_time`.
 */
int gnutls_x509_crt_set_activation_time(gnutls_x509_crt_t cert, time_t act_time);

/**
 * One more URI of the issuer's OCSP server or certificates: `GNUTLS_IA_OCSP_URI`, `GNUTLS_IA_CAISSUERS_URI`. Manual: `gnutls_x509_crt_set_authority_info_access`.
 */
int gnutls_x509_crt_set_authority_info_access(gnutls_x509_crt_t crt,
                                              int what,
                                              gnutls_datum_t *data);

/**
 * The issuer's key identifier; `GNUTLS_E_INVALID_REQUEST` if there is one. Manual: `gnutls_x509_crt_set_authority_key_id`.
 */
int gnutls_x509_crt_set_authority_key_id(gnutls_x509_crt_t cert,
                                         const void *id,
                                         size_t id_size);

/**
 * Says whether it is an authority, and how many may follow below (negative: any number). Manual: `gnutls_x509_crt_set_basic_constraints`.
 */
int gnutls_x509_crt_set_basic_constraints(gnutls_x509_crt_t crt,
                                          unsigned int ca,
                                          int path_len_constraint);

/**
 * Says whether it is an authority. Manual: `gnutls_x509_crt_set_ca_status`.
 */
int gnutls_x509_crt_set_ca_status(gnutls_x509_crt_t crt, unsigned int ca);

/**
 * One more place of revocation lists, from text. Manual: `gnutls_x509_crt_set_crl_dist_points`.
 */
int gnutls_x509_crt_set_crl_dist_points(gnutls_x509_crt_t crt,
                                        gnutls_x509_subject_alt_name_t type_,
                                        const void *data_string,
                                        unsigned int reason_flags);

/**
 * One more place of revocation lists, for these reasons (`GNUTLS_CRL_REASON_*`, 0 for all). Manual: `gnutls_x509_crt_set_crl_dist_points2`.
 */
int gnutls_x509_crt_set_crl_dist_points2(gnutls_x509_crt_t crt,
                                         gnutls_x509_subject_alt_name_t type_,
                                         const void *data,
                                         unsigned int data_size,
                                         unsigned int reason_flags);

/**
 * Takes subject and key of a request. Manual: `gnutls_x509_crt_set_crq`.
 */
int gnutls_x509_crt_set_crq(gnutls_x509_crt_t crt, gnutls_x509_crq_t crq);

/**
 * Takes one extension that a request asks for, if it does. Manual: `gnutls_x509_crt_set_crq_extension_by_oid`.
 */
int gnutls_x509_crt_set_crq_extension_by_oid(gnutls_x509_crt_t crt,
                                             gnutls_x509_crq_t crq,
                                             const char *oid,
                                             unsigned int flags);

/**
 * Takes the extensions that a request asks for. Manual: `gnutls_x509_crt_set_crq_extensions`.
 */
int gnutls_x509_crt_set_crq_extensions(gnutls_x509_crt_t crt, gnutls_x509_crq_t crq);

/**
 * Puts the parts of an RFC 4514 text at the end of the subject. `GNUTLS_E_PARSING_ERROR`, with `err` at the place. Manual: `gnutls_x509_crt_set_dn`.
 */
int gnutls_x509_crt_set_dn(gnutls_x509_crt_t crt,
                           const char *dn,
                           const char **err);

/**
 * Puts an attribute at the end of the subject; with `raw_flag` its DER is given. Manual: `gnutls_x509_crt_set_dn_by_oid`.
 */
int gnutls_x509_crt_set_dn_by_oid(gnutls_x509_crt_t crt,
                                  const char *oid,
                                  unsigned int raw_flag,
                                  const void *name,
                                  unsigned int sizeof_name);

/**
 * Sets the end of validity; -1 (`GNUTLS_X509_NO_WELL_DEFINED_EXPIRATION`) is none. Manual: `gnutls_x509_crt_set_expiration_time`.
 */
int gnutls_x509_crt_set_expiration_time(gnutls_x509_crt_t cert,
                                        time_t exp_time);

/**
 * Sets an extension of any type, in the place of one that is there. Manual: `gnutls_x509_crt_set_extension_by_oid`.
 */
int gnutls_x509_crt_set_extension_by_oid(gnutls_x509_crt_t crt,
                                         const char *oid,
                                         const void *buf,
                                         size_t sizeof_buf,
                                         unsigned int critical);

/**
 * `GNUTLS_X509_CRT_FLAG_IGNORE_SANITY` makes import more tolerant. Manual: `gnutls_x509_crt_set_flags`.
 */
void gnutls_x509_crt_set_flags(gnutls_x509_crt_t cert, unsigned int flags);

/**
 * How many certificates may follow before "any policy" stops counting. Manual: `gnutls_x509_crt_set_inhibit_anypolicy`.
 */
int gnutls_x509_crt_set_inhibit_anypolicy(gnutls_x509_crt_t crt,
                                          unsigned int skipcerts);

/**
 * Sets an alternative name of the issuer; as [`gnutls_x509_crt_set_subject_alt_name`]. Manual: `gnutls_x509_crt_set_issuer_alt_name`.
 */
int gnutls_x509_crt_set_issuer_alt_name(gnutls_x509_crt_t crt,
                                        gnutls_x509_subject_alt_name_t type_,
                                        const void *data,
                                        unsigned int data_size,
                                        unsigned int flags);

/**
 * Sets an other name of the issuer; as [`gnutls_x509_crt_set_subject_alt_othername`]. Manual: `gnutls_x509_crt_set_issuer_alt_othername`.
 */
int gnutls_x509_crt_set_issuer_alt_othername(gnutls_x509_crt_t crt,
                                             const char *oid,
                                             const void *data,
                                             unsigned int data_size,
                                             unsigned int flags);

/**
 * Puts the parts of an RFC 4514 text at the end of the issuer, which signing sets anew. Manual: `gnutls_x509_crt_set_issuer_dn`.
 */
int gnutls_x509_crt_set_issuer_dn(gnutls_x509_crt_t crt,
                                  const char *dn,
                                  const char **err);

/**
 * Puts an attribute at the end of the issuer; with `raw_flag` its DER is given. Manual: `gnutls_x509_crt_set_issuer_dn_by_oid`.
 */
int gnutls_x509_crt_set_issuer_dn_by_oid(gnutls_x509_crt_t crt,
                                         const char *oid,
                                         unsigned int raw_flag,
                                         const void *name,
                                         unsigned int sizeof_name);

/**
 * Sets the issuer's unique identifier (RFC 5280 section 4.1.2.8); version 2 at least. Manual: `gnutls_x509_crt_set_issuer_unique_id`.
 */
int gnutls_x509_crt_set_issuer_unique_id(gnutls_x509_crt_t cert,
                                         const void *id,
                                         size_t id_size);

/**
 * Sets the public key to that of a private key. Manual: `gnutls_x509_crt_set_key`.
 */
int gnutls_x509_crt_set_key(gnutls_x509_crt_t crt, gnutls_x509_privkey_t key);

/**
 * One more purpose of the key, dotted. Manual: `gnutls_x509_crt_set_key_purpose_oid`.
 */
int gnutls_x509_crt_set_key_purpose_oid(gnutls_x509_crt_t cert, const void *oid, unsigned int critical);

/**
 * Says what the key is for: `GNUTLS_KEY_*`. Manual: `gnutls_x509_crt_set_key_usage`.
 */
int gnutls_x509_crt_set_key_usage(gnutls_x509_crt_t crt, unsigned int usage);

/**
 * Sets the name constraints; `GNUTLS_E_INVALID_REQUEST` for none. Manual: `gnutls_x509_crt_set_name_constraints`.
 */
int gnutls_x509_crt_set_name_constraints(gnutls_x509_crt_t crt,
                                         gnutls_x509_name_constraints_t nc,
                                         unsigned int critical);

/**
 * The function that is asked for the PIN of what `gnutls_x509_crt_import_url` opens. Manual: `gnutls_x509_crt_set_pin_function`.
 */
void gnutls_x509_crt_set_pin_function(gnutls_x509_crt_t crt,
                                      gnutls_pin_callback_t fn_,
                                      void *userdata);

/**
 * One more policy with its qualifiers. Manual: `gnutls_x509_crt_set_policy`.
 */
int gnutls_x509_crt_set_policy(gnutls_x509_crt_t crt,
                               const gnutls_x509_policy_st *policy,
                               unsigned int critical);

/**
 * When the private key may be used. Manual: `gnutls_x509_crt_set_private_key_usage_period`.
 */
int gnutls_x509_crt_set_private_key_usage_period(gnutls_x509_crt_t crt, time_t activation, time_t expiration);

/**
 * Makes it a proxy certificate (RFC 3820): how many may follow (negative: any number), the language of the policy, dotted,
 * and the policy. Manual: `gnutls_x509_crt_set_proxy`.
 */
int gnutls_x509_crt_set_proxy(gnutls_x509_crt_t crt,
                              int path_len_constraint,
                              const char *policy_language,
                              const char *policy,
                              size_t sizeof_policy);

/**
 * The subject of a proxy certificate (RFC 3820): that of `eecrt` with a common name more. Manual: `gnutls_x509_crt_set_proxy_dn`.
 */
int gnutls_x509_crt_set_proxy_dn(gnutls_x509_crt_t crt,
                                 gnutls_x509_crt_t eecrt,
                                 unsigned int raw_flag,
                                 const void *name,
                                 unsigned int sizeof_name);

/**
 * Sets the serial number, big-endian and not zero. Manual: `gnutls_x509_crt_set_serial`.
 */
int gnutls_x509_crt_set_serial(gnutls_x509_crt_t cert, const void *serial, size_t serial_size);

/**
 * Restricts the RSA key of the certificate to RSA-PSS. `GNUTLS_E_ASN1_VALUE_NOT_FOUND` before a key is set. Manual: `gnutls_x509_crt_set_spki`.
 */
int gnutls_x509_crt_set_spki(gnutls_x509_crt_t crt,
                             gnutls_x509_spki_t spki,
                             unsigned int flags);

/**
 * Sets an alternative name of the subject, or with `GNUTLS_FSAN_APPEND` one more. Names of hosts and mailboxes may be
 * UTF-8. `GNUTLS_E_INVALID_UTF8_EMAIL` for a mailbox that cannot be. Manual: `gnutls_x509_crt_set_subject_alt_name`.
 */
int gnutls_x509_crt_set_subject_alt_name(gnutls_x509_crt_t crt,
                                         gnutls_x509_subject_alt_name_t type_,
                                         const void *data,
                                         unsigned int data_size,
                                         unsigned int flags);

/**
 * Sets an other name of the subject from its DER, or what `GNUTLS_FSAN_ENCODE_*` makes of the bytes. Manual: `gnutls_x509_crt_set_subject_alt_othername`.
 */
int gnutls_x509_crt_set_subject_alt_othername(gnutls_x509_crt_t crt,
                                              const char *oid,
                                              const void *data,
                                              unsigned int data_size,
                                              unsigned int flags);

/**
 * Sets an alternative name that is text; addresses are `GNUTLS_E_INVALID_REQUEST`. Manual: `gnutls_x509_crt_set_subject_alternative_name`.
 */
int gnutls_x509_crt_set_subject_alternative_name(gnutls_x509_crt_t crt,
                                                 gnutls_x509_subject_alt_name_t type_,
                                                 const char *data_string);

/**
 * The subject's key identifier; `GNUTLS_E_INVALID_REQUEST` if there is one. Manual: `gnutls_x509_crt_set_subject_key_id`.
 */
int gnutls_x509_crt_set_subject_key_id(gnutls_x509_crt_t cert,
                                       const void *id,
                                       size_t id_size);

/**
 * Sets the subject's unique identifier (RFC 5280 section 4.1.2.8); version 2 at least. Manual: `gnutls_x509_crt_set_subject_unique_id`.
 */
int gnutls_x509_crt_set_subject_unique_id(gnutls_x509_crt_t cert,
                                          const void *id,
                                          size_t id_size);

/**
 * The TLS features that a server with this certificate must have (RFC 7633). Manual: `gnutls_x509_crt_set_tlsfeatures`.
 */
int gnutls_x509_crt_set_tlsfeatures(gnutls_x509_crt_t crt,
                                    gnutls_x509_tlsfeatures_t features);

/**
 * Sets the version, 1 to 3; certificates with extensions need 3. Manual: `gnutls_x509_crt_set_version`.
 */
int gnutls_x509_crt_set_version(gnutls_x509_crt_t crt, unsigned int version);

/**
 * Signs with a digest that fits the key. Manual: `gnutls_x509_crt_sign`.
 */
int gnutls_x509_crt_sign(gnutls_x509_crt_t crt, gnutls_x509_crt_t issuer, gnutls_x509_privkey_t issuer_key);

/**
 * Signs the certificate as `issuer` (the certificate itself for a root); `GNUTLS_DIG_UNKNOWN` leaves the digest to the
 * key. `GNUTLS_E_CERTIFICATE_TIME_ERROR` without times, `GNUTLS_E_ASN1_VALUE_NOT_FOUND` without serial number or key,
 * `GNUTLS_E_X509_CERTIFICATE_ERROR` if its version has no extensions. Manual: `gnutls_x509_crt_sign2`.
 */
int gnutls_x509_crt_sign2(gnutls_x509_crt_t crt,
                          gnutls_x509_crt_t issuer,
                          gnutls_x509_privkey_t issuer_key,
                          gnutls_digest_algorithm_t dig,
                          unsigned int flags);

/**
 * Verifies one certificate against a list of CAs. Manual: `gnutls_x509_crt_verify`.
 */
int gnutls_x509_crt_verify(gnutls_x509_crt_t cert,
                           const gnutls_x509_crt_t *ca_list,
                           unsigned int ca_list_length,
                           unsigned int flags,
                           unsigned int *verify);

/**
 * 0 if the certificate's key made this signature and may make such now: `GNUTLS_E_EXPIRED` or
 * `GNUTLS_E_NOT_YET_ACTIVATED` outside of its time, and the positive `GNUTLS_CERT_SIGNER_CONSTRAINTS_FAILURE` where its key
 * usage has no digital signature. A wrong signature is `GNUTLS_E_PK_SIG_VERIFY_FAILED`. Manual: `gnutls_x509_crt_verify_data2`.
 */
int gnutls_x509_crt_verify_data2(gnutls_x509_crt_t crt,
                                 gnutls_sign_algorithm_t algo,
                                 unsigned int flags,
                                 const gnutls_datum_t *data,
                                 const gnutls_datum_t *signature);

/**
 * Frees a name that [`gnutls_x509_dn_init`] made. Manual: `gnutls_x509_dn_deinit`.
 */
void gnutls_x509_dn_deinit(gnutls_x509_dn_t dn);

/**
 * The name in DER or PEM. Manual: `gnutls_x509_dn_export`.
 */
int gnutls_x509_dn_export(gnutls_x509_dn_t dn,
                          gnutls_x509_crt_fmt_t format,
                          void *output_data,
                          size_t *output_data_size);

/**
 * The name in DER or PEM; the caller frees it. Manual: `gnutls_x509_dn_export2`.
 */
int gnutls_x509_dn_export2(gnutls_x509_dn_t dn, gnutls_x509_crt_fmt_t format, gnutls_datum_t *out);

/**
 * Attribute `iava` of relative name `irdn`; what `ava` points to lives as long as the name.
 * `GNUTLS_E_ASN1_ELEMENT_NOT_FOUND` past the end. Manual: `gnutls_x509_dn_get_rdn_ava`.
 */
int gnutls_x509_dn_get_rdn_ava(gnutls_x509_dn_t dn, int irdn, int iava, gnutls_x509_ava_st *ava);

/**
 * The name's text, parts in encoding order; the caller frees it. Manual: `gnutls_x509_dn_get_str`.
 */
int gnutls_x509_dn_get_str(gnutls_x509_dn_t dn, gnutls_datum_t *str);

/**
 * The name's text in the order that the flags ask for. Manual: `gnutls_x509_dn_get_str2`.
 */
int gnutls_x509_dn_get_str2(gnutls_x509_dn_t dn, gnutls_datum_t *str, unsigned int flags);

/**
 * Fills a name from DER. Manual: `gnutls_x509_dn_import`.
 */
int gnutls_x509_dn_import(gnutls_x509_dn_t dn, const gnutls_datum_t *data);

/**
 * Creates an empty name. Manual: `gnutls_x509_dn_init`.
 */
int gnutls_x509_dn_init(gnutls_x509_dn_t *dn);

/**
 * Non-zero if values of this attribute type are written as text. Manual: `gnutls_x509_dn_oid_known`.
 */
int gnutls_x509_dn_oid_known(const char *oid);

/**
 * The name of an attribute type, or with `GNUTLS_X509_DN_OID_RETURN_OID` the identifier itself where it has none.
 * Manual: `gnutls_x509_dn_oid_name`.
 */
const char *gnutls_x509_dn_oid_name(const char *oid,
                                    unsigned int flags);

/**
 * Makes the name of an RFC 4514 text, last part first. `GNUTLS_E_PARSING_ERROR`, with `err` at the place. Manual: `gnutls_x509_dn_set_str`.
 */
int gnutls_x509_dn_set_str(gnutls_x509_dn_t dn,
                           const char *str,
                           const char **err);

/**
 * Frees what the struct points to. Manual: `gnutls_x509_ext_deinit`.
 */
void gnutls_x509_ext_deinit(gnutls_x509_ext_st *ext);

/**
 * Extensions for people to read; the caller frees the text. Manual: `gnutls_x509_ext_print`.
 */
int gnutls_x509_ext_print(gnutls_x509_ext_st *exts,
                          unsigned int exts_size,
                          gnutls_certificate_print_formats_t format,
                          gnutls_datum_t *out);

/**
 * One more excluded name; as [`gnutls_x509_name_constraints_add_permitted`]. Manual: `gnutls_x509_name_constraints_add_excluded`.
 */
int gnutls_x509_name_constraints_add_excluded(gnutls_x509_name_constraints_t nc,
                                              gnutls_x509_subject_alt_name_t type_,
                                              const gnutls_datum_t *name);

/**
 * One more permitted name: host, mailbox, DN in DER, URI, or an address with its mask. Manual: `gnutls_x509_name_constraints_add_permitted`.
 */
int gnutls_x509_name_constraints_add_permitted(gnutls_x509_name_constraints_t nc,
                                               gnutls_x509_subject_alt_name_t type_,
                                               const gnutls_datum_t *name);

/**
 * Non-zero if the name is allowed. Manual: `gnutls_x509_name_constraints_check`.
 */
unsigned int gnutls_x509_name_constraints_check(gnutls_x509_name_constraints_t nc,
                                                gnutls_x509_subject_alt_name_t type_,
                                                const gnutls_datum_t *name);

/**
 * Non-zero if every name of this kind in the certificate is allowed. Manual: `gnutls_x509_name_constraints_check_crt`.
 */
unsigned int gnutls_x509_name_constraints_check_crt(gnutls_x509_name_constraints_t nc,
                                                    gnutls_x509_subject_alt_name_t type_,
                                                    gnutls_x509_crt_t cert);

/**
 * Frees name constraints. Manual: `gnutls_x509_name_constraints_deinit`.
 */
void gnutls_x509_name_constraints_deinit(gnutls_x509_name_constraints_t nc);

/**
 * Excluded name `idx`; it points into the object. Manual: `gnutls_x509_name_constraints_get_excluded`.
 */
int gnutls_x509_name_constraints_get_excluded(gnutls_x509_name_constraints_t nc,
                                              unsigned int idx,
                                              unsigned int *type_,
                                              gnutls_datum_t *name);

/**
 * Permitted name `idx`; it points into the object. Manual: `gnutls_x509_name_constraints_get_permitted`.
 */
int gnutls_x509_name_constraints_get_permitted(gnutls_x509_name_constraints_t nc,
                                               unsigned int idx,
                                               unsigned int *type_,
                                               gnutls_datum_t *name);

/**
 * Creates empty name constraints. Manual: `gnutls_x509_name_constraints_init`.
 */
int gnutls_x509_name_constraints_init(gnutls_x509_name_constraints_t *nc);

/**
 * Frees what a policy points to. Manual: `gnutls_x509_policy_release`.
 */
void gnutls_x509_policy_release(gnutls_x509_policy_st *policy);

/**
 * Copies a key into an empty one. Manual: `gnutls_x509_privkey_cpy`.
 */
int gnutls_x509_privkey_cpy(gnutls_x509_privkey_t dst, gnutls_x509_privkey_t src);

/**
 * Frees a key. Manual: `gnutls_x509_privkey_deinit`.
 */
void gnutls_x509_privkey_deinit(gnutls_x509_privkey_t key);

/**
 * The key in PKCS #1 or SEC 1 form (PKCS #8 for keys that have no other). Manual: `gnutls_x509_privkey_export`.
 */
int gnutls_x509_privkey_export(gnutls_x509_privkey_t key,
                               gnutls_x509_crt_fmt_t format,
                               void *output_data,
                               size_t *output_data_size);

/**
 * As [`gnutls_x509_privkey_export`]; the caller frees it. Manual: `gnutls_x509_privkey_export2`.
 */
int gnutls_x509_privkey_export2(gnutls_x509_privkey_t key, gnutls_x509_crt_fmt_t format, gnutls_datum_t *out);

/**
 * As [`gnutls_x509_privkey_export_pkcs8`]; the caller frees it. Manual: `gnutls_x509_privkey_export2_pkcs8`.
 */
int gnutls_x509_privkey_export2_pkcs8(gnutls_x509_privkey_t key,
                                      gnutls_x509_crt_fmt_t format,
                                      const char *password,
                                      unsigned int flags,
                                      gnutls_datum_t *out);

/**
 * The numbers of a DSA key; the caller frees them. Manual: `gnutls_x509_privkey_export_dsa_raw`.
 */
int gnutls_x509_privkey_export_dsa_raw(gnutls_x509_privkey_t key,
                                       gnutls_datum_t *p,
                                       gnutls_datum_t *q,
                                       gnutls_datum_t *g,
                                       gnutls_datum_t *y,
                                       gnutls_datum_t *x);

/**
 * The numbers of an elliptic key; the caller frees them. Manual: `gnutls_x509_privkey_export_ecc_raw`.
 */
int gnutls_x509_privkey_export_ecc_raw(gnutls_x509_privkey_t key,
                                       gnutls_ecc_curve_t *curve,
                                       gnutls_datum_t *x,
                                       gnutls_datum_t *y,
                                       gnutls_datum_t *k);

/**
 * The little-endian numbers of a GOST key; the caller frees them. Manual: `gnutls_x509_privkey_export_gost_raw`.
 */
int gnutls_x509_privkey_export_gost_raw(gnutls_x509_privkey_t key,
                                        gnutls_ecc_curve_t *curve,
                                        gnutls_digest_algorithm_t *digest,
                                        gnutls_gost_paramset_t *paramset,
                                        gnutls_datum_t *x,
                                        gnutls_datum_t *y,
                                        gnutls_datum_t *k);

/**
 * The key in PKCS #8, encrypted unless there is no password; `GNUTLS_PKCS_MLDSA_*` of `flags` choose the form of an
 * ML-DSA key. Manual: `gnutls_x509_privkey_export_pkcs8`.
 */
int gnutls_x509_privkey_export_pkcs8(gnutls_x509_privkey_t key,
                                     gnutls_x509_crt_fmt_t format,
                                     const char *password,
                                     unsigned int flags,
                                     void *output_data,
                                     size_t *output_data_size);

/**
 * The numbers of an RSA key but the two exponents; the caller frees them. Manual: `gnutls_x509_privkey_export_rsa_raw`.
 */
int gnutls_x509_privkey_export_rsa_raw(gnutls_x509_privkey_t key,
                                       gnutls_datum_t *m,
                                       gnutls_datum_t *e,
                                       gnutls_datum_t *d,
                                       gnutls_datum_t *p,
                                       gnutls_datum_t *q,
                                       gnutls_datum_t *u);

/**
 * The numbers of an RSA key; the caller frees them. Manual: `gnutls_x509_privkey_export_rsa_raw2`.
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
 * The numbers that are derived are always there. Manual: `gnutls_x509_privkey_fix`.
 */
int gnutls_x509_privkey_fix(gnutls_x509_privkey_t key);

/**
 * Makes a fresh key. Manual: `gnutls_x509_privkey_generate`.
 */
int gnutls_x509_privkey_generate(gnutls_x509_privkey_t key,
                                 gnutls_pk_algorithm_t algo,
                                 unsigned int bits,
                                 unsigned int flags);

/**
 * Makes a fresh key with parameters: seed and digest of a provable key (SHA-384 is the one digest), restrictions of an
 * RSA key. Manual: `gnutls_x509_privkey_generate2`.
 */
int gnutls_x509_privkey_generate2(gnutls_x509_privkey_t key,
                                  gnutls_pk_algorithm_t algo,
                                  unsigned int bits,
                                  unsigned int flags,
                                  const gnutls_keygen_data_st *data,
                                  unsigned int data_size);

/**
 * The identifier of the public half. Manual: `gnutls_x509_privkey_get_key_id`.
 */
int gnutls_x509_privkey_get_key_id(gnutls_x509_privkey_t key,
                                   unsigned int flags,
                                   unsigned char *output_data,
                                   size_t *output_data_size);

/**
 * The key's algorithm. Manual: `gnutls_x509_privkey_get_pk_algorithm`.
 */
int gnutls_x509_privkey_get_pk_algorithm(gnutls_x509_privkey_t key);

/**
 * The key's algorithm and bits; an empty key has algorithm 0. Manual: `gnutls_x509_privkey_get_pk_algorithm2`.
 */
int gnutls_x509_privkey_get_pk_algorithm2(gnutls_x509_privkey_t key,
                                          unsigned int *bits);

/**
 * The seed of a provable key and its digest; `GNUTLS_E_INVALID_REQUEST` for another key.
 * Manual: `gnutls_x509_privkey_get_seed`.
 */
int gnutls_x509_privkey_get_seed(gnutls_x509_privkey_t key,
                                 gnutls_digest_algorithm_t *digest,
                                 void *seed,
                                 size_t *seed_size);

/**
 * The restrictions of a key. Manual: `gnutls_x509_privkey_get_spki`.
 */
int gnutls_x509_privkey_get_spki(gnutls_x509_privkey_t key, gnutls_x509_spki_t spki, unsigned int flags);

/**
 * An unencrypted key in DER or PEM. Manual: `gnutls_x509_privkey_import`.
 */
int gnutls_x509_privkey_import(gnutls_x509_privkey_t key,
                               const gnutls_datum_t *data,
                               gnutls_x509_crt_fmt_t format);

/**
 * A key that may be encrypted, in any form that is known. `GNUTLS_E_DECRYPTION_FAILED` for a wrong or missing password.
 * Manual: `gnutls_x509_privkey_import2`.
 */
int gnutls_x509_privkey_import2(gnutls_x509_privkey_t key,
                                const gnutls_datum_t *data,
                                gnutls_x509_crt_fmt_t format,
                                const char *password,
                                unsigned int flags);

/**
 * A Diffie-Hellman key from its group and numbers; `y` may be NULL.
 * `GNUTLS_E_PK_INVALID_PRIVKEY` for numbers that are no key. Manual: `gnutls_x509_privkey_import_dh_raw`.
 */
int gnutls_x509_privkey_import_dh_raw(gnutls_x509_privkey_t key,
                                      gnutls_dh_params_t params,
                                      const gnutls_datum_t *y,
                                      const gnutls_datum_t *x);

/**
 * A DSA key from its numbers; `y` is made from the others, and may be NULL.
 * `GNUTLS_E_PK_INVALID_PRIVKEY` for numbers that are no key. Manual: `gnutls_x509_privkey_import_dsa_raw`.
 */
int gnutls_x509_privkey_import_dsa_raw(gnutls_x509_privkey_t key,
                                       const gnutls_datum_t *p,
                                       const gnutls_datum_t *q,
                                       const gnutls_datum_t *g,
                                       const gnutls_datum_t *y,
                                       const gnutls_datum_t *x);

/**
 * An elliptic key from its numbers; `x` and `y` are made from `k`, and may be NULL. Manual: `gnutls_x509_privkey_import_ecc_raw`.
 */
int gnutls_x509_privkey_import_ecc_raw(gnutls_x509_privkey_t key,
                                       gnutls_ecc_curve_t curve,
                                       const gnutls_datum_t *x,
                                       const gnutls_datum_t *y,
                                       const gnutls_datum_t *k);

/**
 * A GOST key from its little-endian numbers; `x` and `y` are made from `k`. Manual: `gnutls_x509_privkey_import_gost_raw`.
 */
int gnutls_x509_privkey_import_gost_raw(gnutls_x509_privkey_t key,
                                        gnutls_ecc_curve_t curve,
                                        gnutls_digest_algorithm_t digest,
                                        gnutls_gost_paramset_t paramset,
                                        const gnutls_datum_t *x,
                                        const gnutls_datum_t *y,
                                        const gnutls_datum_t *k);

/**
 * A key under the PEM encryption of old OpenSSL. Manual: `gnutls_x509_privkey_import_openssl`.
 */
int gnutls_x509_privkey_import_openssl(gnutls_x509_privkey_t key,
                                       const gnutls_datum_t *data,
                                       const char *password);

/**
 * A PKCS #8 key, encrypted or not. Manual: `gnutls_x509_privkey_import_pkcs8`.
 */
int gnutls_x509_privkey_import_pkcs8(gnutls_x509_privkey_t key,
                                     const gnutls_datum_t *data,
                                     gnutls_x509_crt_fmt_t format,
                                     const char *password,
                                     unsigned int flags);

/**
 * An RSA key from its numbers; `d` and `u` may be NULL.
 * `GNUTLS_E_PK_INVALID_PRIVKEY` for numbers that are no key. Manual: `gnutls_x509_privkey_import_rsa_raw`.
 */
int gnutls_x509_privkey_import_rsa_raw(gnutls_x509_privkey_t key,
                                       const gnutls_datum_t *m,
                                       const gnutls_datum_t *e,
                                       const gnutls_datum_t *d,
                                       const gnutls_datum_t *p,
                                       const gnutls_datum_t *q,
                                       const gnutls_datum_t *u);

/**
 * An RSA key from its numbers; `d`, `u`, `e1` and `e2` may be NULL.
 * `GNUTLS_E_PK_INVALID_PRIVKEY` for numbers that are no key. Manual: `gnutls_x509_privkey_import_rsa_raw2`.
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
 * Creates an empty key. Manual: `gnutls_x509_privkey_init`.
 */
int gnutls_x509_privkey_init(gnutls_x509_privkey_t *key);

/**
 * How strong a key is. Manual: `gnutls_x509_privkey_sec_param`.
 */
gnutls_sec_param_t gnutls_x509_privkey_sec_param(gnutls_x509_privkey_t key);

/**
 * Flags of a key for later: `GNUTLS_PRIVKEY_FLAG_EXPORT_COMPAT` leaves the seed out of what is exported.
 * Manual: `gnutls_x509_privkey_set_flags`.
 */
void gnutls_x509_privkey_set_flags(gnutls_x509_privkey_t key, unsigned int flags);

/**
 * The function that is asked for the password of an encrypted key. Manual: `gnutls_x509_privkey_set_pin_function`.
 */
void gnutls_x509_privkey_set_pin_function(gnutls_x509_privkey_t privkey,
                                          gnutls_pin_callback_t fn_,
                                          void *userdata);

/**
 * Restricts an RSA key. Manual: `gnutls_x509_privkey_set_spki`.
 */
int gnutls_x509_privkey_set_spki(gnutls_x509_privkey_t key, gnutls_x509_spki_t spki, unsigned int flags);

/**
 * Signs data. Flags as of `gnutls_privkey_sign_data`. Manual: `gnutls_x509_privkey_sign_data`.
 */
int gnutls_x509_privkey_sign_data(gnutls_x509_privkey_t key,
                                  gnutls_digest_algorithm_t digest,
                                  unsigned int flags,
                                  const gnutls_datum_t *data,
                                  void *signature,
                                  size_t *signature_size);

/**
 * 0 if the numbers of the key belong together, `GNUTLS_E_ILLEGAL_PARAMETER` for a public half of another key; numbers that
 * make no key are never imported.
 * Manual: `gnutls_x509_privkey_verify_params`.
 */
int gnutls_x509_privkey_verify_params(gnutls_x509_privkey_t key);

/**
 * Was the key made from this seed? With NULL: from its own? `GNUTLS_E_PRIVKEY_VERIFICATION_ERROR` if not,
 * `GNUTLS_E_PK_GENERATION_ERROR` if a seed of that length leads to no such key, `GNUTLS_E_PK_NO_VALIDATION_PARAMS` without
 * a seed, `GNUTLS_E_UNIMPLEMENTED_FEATURE` for keys that are neither RSA nor DSA. Manual: `gnutls_x509_privkey_verify_seed`.
 */
int gnutls_x509_privkey_verify_seed(gnutls_x509_privkey_t key,
                                    gnutls_digest_algorithm_t digest,
                                    const void *seed,
                                    size_t seed_size);

/**
 * The text of a name's DER, parts in encoding order. Manual: `gnutls_x509_rdn_get`.
 */
int gnutls_x509_rdn_get(const gnutls_datum_t *idn, char *buf, size_t *buf_size);

/**
 * The text of a name's DER; the caller frees it. Manual: `gnutls_x509_rdn_get2`.
 */
int gnutls_x509_rdn_get2(const gnutls_datum_t *idn, gnutls_datum_t *str, unsigned int flags);

/**
 * A part of a name's DER. Manual: `gnutls_x509_rdn_get_by_oid`.
 */
int gnutls_x509_rdn_get_by_oid(const gnutls_datum_t *idn,
                               const char *oid,
                               unsigned int indx,
                               unsigned int raw_flag,
                               void *buf,
                               size_t *buf_size);

/**
 * The type of a part of a name's DER. Manual: `gnutls_x509_rdn_get_oid`.
 */
int gnutls_x509_rdn_get_oid(const gnutls_datum_t *idn, unsigned int indx, void *buf, size_t *buf_size);

/**
 * Frees restrictions. Manual: `gnutls_x509_spki_deinit`.
 */
void gnutls_x509_spki_deinit(gnutls_x509_spki_t spki);

/**
 * Digest and label of RSA-OAEP, the label for `gnutls_free`; `GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE` without,
 * `GNUTLS_E_INVALID_REQUEST` if there are those of RSA-PSS. Manual: `gnutls_x509_spki_get_rsa_oaep_params`.
 */
int gnutls_x509_spki_get_rsa_oaep_params(gnutls_x509_spki_t spki,
                                         gnutls_digest_algorithm_t *dig,
                                         gnutls_datum_t *label);

/**
 * Digest and salt of RSA-PSS; `GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE` without, `GNUTLS_E_INVALID_REQUEST` if there are
 * those of RSA-OAEP. Manual: `gnutls_x509_spki_get_rsa_pss_params`.
 */
int gnutls_x509_spki_get_rsa_pss_params(gnutls_x509_spki_t spki,
                                        gnutls_digest_algorithm_t *dig,
                                        unsigned int *salt_size);

/**
 * Creates empty restrictions. Manual: `gnutls_x509_spki_init`.
 */
int gnutls_x509_spki_init(gnutls_x509_spki_t *spki);

/**
 * Restricts to RSA-OAEP with a digest and a label, which may be NULL. Manual: `gnutls_x509_spki_set_rsa_oaep_params`.
 */
int gnutls_x509_spki_set_rsa_oaep_params(gnutls_x509_spki_t spki,
                                         gnutls_digest_algorithm_t dig,
                                         const gnutls_datum_t *label);

/**
 * Restricts to RSA-PSS with a digest and a salt. Manual: `gnutls_x509_spki_set_rsa_pss_params`.
 */
void gnutls_x509_spki_set_rsa_pss_params(gnutls_x509_spki_t spki,
                                         gnutls_digest_algorithm_t dig,
                                         unsigned int salt_size);

/**
 * Non-zero if the certificate asks for every feature of the list. Manual: `gnutls_x509_tlsfeatures_check_crt`.
 */
unsigned int gnutls_x509_tlsfeatures_check_crt(gnutls_x509_tlsfeatures_t feat,
                                               gnutls_x509_crt_t cert);

/**
 * Frees a list of features. Manual: `gnutls_x509_tlsfeatures_deinit`.
 */
void gnutls_x509_tlsfeatures_deinit(gnutls_x509_tlsfeatures_t f);

/**
 * Feature `idx`. Manual: `gnutls_x509_tlsfeatures_get`.
 */
int gnutls_x509_tlsfeatures_get(gnutls_x509_tlsfeatures_t f, unsigned int idx, unsigned int *feature);

/**
 * Creates an empty list of features. Manual: `gnutls_x509_tlsfeatures_init`.
 */
int gnutls_x509_tlsfeatures_init(gnutls_x509_tlsfeatures_t *f);

/**
 * Adds anchors: how many were given. The objects stay the application's until the list is freed with `all`.
 * Manual: `gnutls_x509_trust_list_add_cas`.
 */
int gnutls_x509_trust_list_add_cas(gnutls_x509_trust_list_t list,
                                   const gnutls_x509_crt_t *clist,
                                   unsigned int clist_size,
                                   unsigned int flags);

/**
 * Adds CRLs: how many. With `GNUTLS_TL_VERIFY_CRL` only those that an anchor signed and that are current.
 * Manual: `gnutls_x509_trust_list_add_crls`.
 */
int gnutls_x509_trust_list_add_crls(gnutls_x509_trust_list_t list,
                                    const gnutls_x509_crl_t *crl_list,
                                    unsigned int crl_size,
                                    unsigned int flags,
                                    unsigned int verification_flags);

/**
 * Adds a certificate that is good for one host (or service) name alone. Manual: `gnutls_x509_trust_list_add_named_crt`.
 */
int gnutls_x509_trust_list_add_named_crt(gnutls_x509_trust_list_t list,
                                         gnutls_x509_crt_t cert,
                                         const void *name,
                                         size_t name_size,
                                         unsigned int flags);

/**
 * Adds what the system trusts: how many. Manual: `gnutls_x509_trust_list_add_system_trust`.
 */
int gnutls_x509_trust_list_add_system_trust(gnutls_x509_trust_list_t list,
                                            unsigned int tl_flags,
                                            unsigned int tl_vflags);

/**
 * Adds anchors and CRLs from the files of directories: how many of both. Manual: `gnutls_x509_trust_list_add_trust_dir`.
 */
int gnutls_x509_trust_list_add_trust_dir(gnutls_x509_trust_list_t list,
                                         const char *ca_dir,
                                         const char *crl_dir,
                                         gnutls_x509_crt_fmt_t type_,
                                         unsigned int tl_flags,
                                         unsigned int tl_vflags);

/**
 * Adds anchors and CRLs from files: how many of both. Manual: `gnutls_x509_trust_list_add_trust_file`.
 */
int gnutls_x509_trust_list_add_trust_file(gnutls_x509_trust_list_t list,
                                          const char *ca_file,
                                          const char *crl_file,
                                          gnutls_x509_crt_fmt_t type_,
                                          unsigned int tl_flags,
                                          unsigned int tl_vflags);

/**
 * Adds anchors and CRLs from memory, as with `GNUTLS_TL_NO_DUPLICATES`: how many of both. Manual: `gnutls_x509_trust_list_add_trust_mem`.
 */
int gnutls_x509_trust_list_add_trust_mem(gnutls_x509_trust_list_t list,
                                         const gnutls_datum_t *cas,
                                         const gnutls_datum_t *crls,
                                         gnutls_x509_crt_fmt_t type_,
                                         unsigned int tl_flags,
                                         unsigned int tl_vflags);

/**
 * Frees a list, and with `all` the certificates and CRLs that were added as objects.
 * Manual: `gnutls_x509_trust_list_deinit`.
 */
void gnutls_x509_trust_list_deinit(gnutls_x509_trust_list_t list, unsigned int all);

/**
 * The anchor that issued a certificate. Manual: `gnutls_x509_trust_list_get_issuer`.
 */
int gnutls_x509_trust_list_get_issuer(gnutls_x509_trust_list_t list,
                                      gnutls_x509_crt_t cert,
                                      gnutls_x509_crt_t *issuer,
                                      unsigned int flags);

/**
 * The first anchor with this subject; the caller frees it. Manual: `gnutls_x509_trust_list_get_issuer_by_dn`.
 */
int gnutls_x509_trust_list_get_issuer_by_dn(gnutls_x509_trust_list_t list,
                                            const gnutls_datum_t *dn,
                                            gnutls_x509_crt_t *issuer,
                                            unsigned int flags);

/**
 * The anchor with this key identifier (and subject, if one is given); the caller frees it.
 * Manual: `gnutls_x509_trust_list_get_issuer_by_subject_key_id`.
 */
int gnutls_x509_trust_list_get_issuer_by_subject_key_id(gnutls_x509_trust_list_t list,
                                                        const gnutls_datum_t *dn,
                                                        const gnutls_datum_t *spki,
                                                        gnutls_x509_crt_t *issuer,
                                                        unsigned int flags);

/**
 * The pointer that was set. Manual: `gnutls_x509_trust_list_get_ptr`.
 */
void *gnutls_x509_trust_list_get_ptr(gnutls_x509_trust_list_t tlist);

/**
 * Creates an empty list. Manual: `gnutls_x509_trust_list_init`.
 */
int gnutls_x509_trust_list_init(gnutls_x509_trust_list_t *list, unsigned int size);

/**
 * Frees an iterator before its end. Manual: `gnutls_x509_trust_list_iter_deinit`.
 */
void gnutls_x509_trust_list_iter_deinit(gnutls_x509_trust_list_iter_t iter);

/**
 * The next anchor, which the caller frees; `GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE` at the end, where the iterator
 * is freed and set to NULL. Manual: `gnutls_x509_trust_list_iter_get_ca`.
 */
int gnutls_x509_trust_list_iter_get_ca(gnutls_x509_trust_list_t list,
                                       gnutls_x509_trust_list_iter_t *iter,
                                       gnutls_x509_crt_t *crt);

/**
 * Takes anchors out, and blocks them for good: how many were there. Manual: `gnutls_x509_trust_list_remove_cas`.
 */
int gnutls_x509_trust_list_remove_cas(gnutls_x509_trust_list_t list,
                                      const gnutls_x509_crt_t *clist,
                                      unsigned int clist_size);

/**
 * As [`gnutls_x509_trust_list_remove_cas`], from a file. Manual: `gnutls_x509_trust_list_remove_trust_file`.
 */
int gnutls_x509_trust_list_remove_trust_file(gnutls_x509_trust_list_t list,
                                             const char *ca_file,
                                             gnutls_x509_crt_fmt_t type_);

/**
 * As [`gnutls_x509_trust_list_remove_cas`], from memory. Manual: `gnutls_x509_trust_list_remove_trust_mem`.
 */
int gnutls_x509_trust_list_remove_trust_mem(gnutls_x509_trust_list_t list,
                                            const gnutls_datum_t *cas,
                                            gnutls_x509_crt_fmt_t type_);

/**
 * A function that is asked for missing issuers while a chain is verified: it gives an array of certificates, which the
 * library frees. Manual: `gnutls_x509_trust_list_set_getissuer_function`.
 */
void gnutls_x509_trust_list_set_getissuer_function(gnutls_x509_trust_list_t tlist,
                                                   gnutls_x509_trust_list_getissuer_function *func);

/**
 * A pointer of the application's own. Manual: `gnutls_x509_trust_list_set_ptr`.
 */
void gnutls_x509_trust_list_set_ptr(gnutls_x509_trust_list_t tlist, void *ptr);

/**
 * Verifies a chain: the status bits through `voutput`. Manual: `gnutls_x509_trust_list_verify_crt`.
 */
int gnutls_x509_trust_list_verify_crt(gnutls_x509_trust_list_t list,
                                      gnutls_x509_crt_t *cert_list,
                                      unsigned int cert_list_size,
                                      unsigned int flags,
                                      unsigned int *voutput,
                                      gnutls_verify_output_function *func);

/**
 * As [`gnutls_x509_trust_list_verify_crt`], also for a host, address, mailbox or purpose.
 * Manual: `gnutls_x509_trust_list_verify_crt2`.
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
 * Verifies one certificate that was named for `name`. Manual: `gnutls_x509_trust_list_verify_named_crt`.
 */
int gnutls_x509_trust_list_verify_named_crt(gnutls_x509_trust_list_t list,
                                            gnutls_x509_crt_t cert,
                                            const void *name,
                                            size_t name_size,
                                            unsigned int flags,
                                            unsigned int *voutput,
                                            gnutls_verify_output_function *func);

/* Not written yet: these fail as their manual pages have it. */
void gnutls_session_set_verify_output_function(gnutls_session_t session, gnutls_verify_output_function *func);

#ifdef __cplusplus
}
#endif

#include <gnutls/pkcs7.h>

#endif
