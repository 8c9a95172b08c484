//! Constants and types of `x509`.
//!
//! Facts of the interface: each value is written here once.
#![allow(non_camel_case_types)]
#![allow(non_upper_case_globals)]

use super::*;

/// What the functions that import lists of certificates check and do. They are combined by or.
pub type gnutls_certificate_import_flags = c_uint;
pub const GNUTLS_X509_CRT_LIST_FAIL_IF_UNSORTED: gnutls_certificate_import_flags = 2;
pub const GNUTLS_X509_CRT_LIST_IMPORT_FAIL_IF_EXCEED: gnutls_certificate_import_flags = 1;
pub const GNUTLS_X509_CRT_LIST_SORT: gnutls_certificate_import_flags = 4;

/// Sets of demands on the algorithms of a chain, for `GNUTLS_PROFILE_TO_VFLAGS`.
pub type gnutls_certificate_verification_profiles_t = c_uint;
pub const GNUTLS_PROFILE_FUTURE: gnutls_certificate_verification_profiles_t = 8;
pub const GNUTLS_PROFILE_HIGH: gnutls_certificate_verification_profiles_t = 6;
pub const GNUTLS_PROFILE_LEGACY: gnutls_certificate_verification_profiles_t = 4;
pub const GNUTLS_PROFILE_LOW: gnutls_certificate_verification_profiles_t = 2;
pub const GNUTLS_PROFILE_MEDIUM: gnutls_certificate_verification_profiles_t = 5;
pub const GNUTLS_PROFILE_SUITEB128: gnutls_certificate_verification_profiles_t = 32;
pub const GNUTLS_PROFILE_SUITEB192: gnutls_certificate_verification_profiles_t = 33;
pub const GNUTLS_PROFILE_ULTRA: gnutls_certificate_verification_profiles_t = 7;
pub const GNUTLS_PROFILE_UNKNOWN: gnutls_certificate_verification_profiles_t = 0;
pub const GNUTLS_PROFILE_VERY_WEAK: gnutls_certificate_verification_profiles_t = 1;

/// What a verification leaves out or demands besides. They are combined by or.
pub type gnutls_certificate_verify_flags = c_uint;
pub const GNUTLS_VERIFY_ALLOW_ANY_X509_V1_CA_CRT: gnutls_certificate_verify_flags = 8;
pub const GNUTLS_VERIFY_ALLOW_SIGN_RSA_MD2: gnutls_certificate_verify_flags = 16;
pub const GNUTLS_VERIFY_ALLOW_SIGN_RSA_MD5: gnutls_certificate_verify_flags = 32;
pub const GNUTLS_VERIFY_ALLOW_SIGN_WITH_SHA1: gnutls_certificate_verify_flags = 32768;
pub const GNUTLS_VERIFY_ALLOW_UNSORTED_CHAIN: gnutls_certificate_verify_flags = 1024;
pub const GNUTLS_VERIFY_DISABLE_CA_SIGN: gnutls_certificate_verify_flags = 1;
pub const GNUTLS_VERIFY_DISABLE_CRL_CHECKS: gnutls_certificate_verify_flags = 512;
pub const GNUTLS_VERIFY_DISABLE_TIME_CHECKS: gnutls_certificate_verify_flags = 64;
pub const GNUTLS_VERIFY_DISABLE_TRUSTED_TIME_CHECKS: gnutls_certificate_verify_flags = 128;
pub const GNUTLS_VERIFY_DO_NOT_ALLOW_IP_MATCHES: gnutls_certificate_verify_flags = 2;
pub const GNUTLS_VERIFY_DO_NOT_ALLOW_SAME: gnutls_certificate_verify_flags = 4;
pub const GNUTLS_VERIFY_DO_NOT_ALLOW_UNSORTED_CHAIN: gnutls_certificate_verify_flags = 2048;
pub const GNUTLS_VERIFY_DO_NOT_ALLOW_WILDCARDS: gnutls_certificate_verify_flags = 4096;
pub const GNUTLS_VERIFY_DO_NOT_ALLOW_X509_V1_CA_CRT: gnutls_certificate_verify_flags = 256;
pub const GNUTLS_VERIFY_IGNORE_UNKNOWN_CRIT_EXTENSIONS: gnutls_certificate_verify_flags = 16384;
pub const GNUTLS_VERIFY_RSA_PSS_FIXED_SALT_LENGTH: gnutls_certificate_verify_flags = 65536;
pub const GNUTLS_VERIFY_USE_TLS1_RSA: gnutls_certificate_verify_flags = 8192;

/// Which part of an authority's information access is asked for (RFC 5280 section 4.2.2.1).
pub type gnutls_info_access_what_t = c_uint;
pub const GNUTLS_IA_ACCESSLOCATION_GENERALNAME_TYPE: gnutls_info_access_what_t = 2;
pub const GNUTLS_IA_ACCESSMETHOD_OID: gnutls_info_access_what_t = 1;
pub const GNUTLS_IA_CAISSUERS_URI: gnutls_info_access_what_t = 10106;
pub const GNUTLS_IA_OCSP_URI: gnutls_info_access_what_t = 10006;
pub const GNUTLS_IA_UNKNOWN: gnutls_info_access_what_t = 10000;
pub const GNUTLS_IA_URI: gnutls_info_access_what_t = 106;

/// The kinds of data that key generation takes (`gnutls_keygen_data_st`).
pub type gnutls_keygen_types_t = c_uint;
pub const GNUTLS_KEYGEN_DH: gnutls_keygen_types_t = 4;
pub const GNUTLS_KEYGEN_DIGEST: gnutls_keygen_types_t = 2;
pub const GNUTLS_KEYGEN_SEED: gnutls_keygen_types_t = 1;
pub const GNUTLS_KEYGEN_SPKI: gnutls_keygen_types_t = 3;

/// The hash that a key identifier is made by.
pub type gnutls_keyid_flags_t = c_uint;
pub const GNUTLS_KEYID_USE_BEST_KNOWN: gnutls_keyid_flags_t = 1073741824;
pub const GNUTLS_KEYID_USE_SHA1: gnutls_keyid_flags_t = 0;
pub const GNUTLS_KEYID_USE_SHA256: gnutls_keyid_flags_t = 1;
pub const GNUTLS_KEYID_USE_SHA512: gnutls_keyid_flags_t = 2;

/// How PKCS #8 and PKCS #12 are encrypted. They are combined by or.
pub type gnutls_pkcs_encrypt_flags_t = c_uint;
pub const GNUTLS_PKCS_MLDSA_EXPANDED: gnutls_pkcs_encrypt_flags_t = 262144;
pub const GNUTLS_PKCS_MLDSA_SEED: gnutls_pkcs_encrypt_flags_t = 131072;
pub const GNUTLS_PKCS_NULL_PASSWORD: gnutls_pkcs_encrypt_flags_t = 256;
pub const GNUTLS_PKCS_PBES1_DES_MD5: gnutls_pkcs_encrypt_flags_t = 1024;
pub const GNUTLS_PKCS_PBES1_DES_SHA1: gnutls_pkcs_encrypt_flags_t = 65536;
pub const GNUTLS_PKCS_PBES2_3DES: gnutls_pkcs_encrypt_flags_t = 16;
pub const GNUTLS_PKCS_PBES2_AES_128: gnutls_pkcs_encrypt_flags_t = 32;
pub const GNUTLS_PKCS_PBES2_AES_192: gnutls_pkcs_encrypt_flags_t = 64;
pub const GNUTLS_PKCS_PBES2_AES_256: gnutls_pkcs_encrypt_flags_t = 128;
pub const GNUTLS_PKCS_PBES2_DES: gnutls_pkcs_encrypt_flags_t = 512;
pub const GNUTLS_PKCS_PBES2_GOST_CPA: gnutls_pkcs_encrypt_flags_t = 4096;
pub const GNUTLS_PKCS_PBES2_GOST_CPB: gnutls_pkcs_encrypt_flags_t = 8192;
pub const GNUTLS_PKCS_PBES2_GOST_CPC: gnutls_pkcs_encrypt_flags_t = 16384;
pub const GNUTLS_PKCS_PBES2_GOST_CPD: gnutls_pkcs_encrypt_flags_t = 32768;
pub const GNUTLS_PKCS_PBES2_GOST_TC26Z: gnutls_pkcs_encrypt_flags_t = 2048;
pub const GNUTLS_PKCS_PKCS12_3DES: gnutls_pkcs_encrypt_flags_t = 2;
pub const GNUTLS_PKCS_PKCS12_ARCFOUR: gnutls_pkcs_encrypt_flags_t = 4;
pub const GNUTLS_PKCS_PKCS12_RC2_40: gnutls_pkcs_encrypt_flags_t = 8;
pub const GNUTLS_PKCS_PLAIN: gnutls_pkcs_encrypt_flags_t = 1;

/// What a trust list does with what is added to it. They are combined by or.
pub type gnutls_trust_list_flags_t = c_uint;
pub const GNUTLS_TL_FAIL_ON_INVALID_CRL: gnutls_trust_list_flags_t = 32;
pub const GNUTLS_TL_GET_COPY: gnutls_trust_list_flags_t = 16;
pub const GNUTLS_TL_NO_DUPLICATES: gnutls_trust_list_flags_t = 4;
pub const GNUTLS_TL_NO_DUPLICATE_KEY: gnutls_trust_list_flags_t = 8;
pub const GNUTLS_TL_USE_IN_TLS: gnutls_trust_list_flags_t = 2;
pub const GNUTLS_TL_VERIFY_CRL: gnutls_trust_list_flags_t = 1;

/// The reasons for which a CRL is issued, combined by or (RFC 5280 section 4.2.1.13).
pub type gnutls_x509_crl_reason_flags_t = c_uint;
pub const GNUTLS_CRL_REASON_AA_COMPROMISE: gnutls_x509_crl_reason_flags_t = 32768;
pub const GNUTLS_CRL_REASON_AFFILIATION_CHANGED: gnutls_x509_crl_reason_flags_t = 16;
pub const GNUTLS_CRL_REASON_CA_COMPROMISE: gnutls_x509_crl_reason_flags_t = 32;
pub const GNUTLS_CRL_REASON_CERTIFICATE_HOLD: gnutls_x509_crl_reason_flags_t = 2;
pub const GNUTLS_CRL_REASON_CESSATION_OF_OPERATION: gnutls_x509_crl_reason_flags_t = 4;
pub const GNUTLS_CRL_REASON_KEY_COMPROMISE: gnutls_x509_crl_reason_flags_t = 64;
pub const GNUTLS_CRL_REASON_PRIVILEGE_WITHDRAWN: gnutls_x509_crl_reason_flags_t = 1;
pub const GNUTLS_CRL_REASON_SUPERSEDED: gnutls_x509_crl_reason_flags_t = 8;
pub const GNUTLS_CRL_REASON_UNSPECIFIED: gnutls_x509_crl_reason_flags_t = 0;
pub const GNUTLS_CRL_REASON_UNUSED: gnutls_x509_crl_reason_flags_t = 128;

/// The flags of `gnutls_x509_crt_set_flags`.
pub type gnutls_x509_crt_flags = c_uint;
pub const GNUTLS_X509_CRT_FLAG_IGNORE_SANITY: gnutls_x509_crt_flags = 1;

/// The kinds of policy qualifiers (RFC 5280 section 4.2.1.4).
pub type gnutls_x509_qualifier_t = c_uint;
pub const GNUTLS_X509_QUALIFIER_NOTICE: gnutls_x509_qualifier_t = 2;
pub const GNUTLS_X509_QUALIFIER_UNKNOWN: gnutls_x509_qualifier_t = 0;
pub const GNUTLS_X509_QUALIFIER_URI: gnutls_x509_qualifier_t = 1;

pub const GNUTLS_CRL_REASON_SUPERSEEDED: gnutls_x509_crl_reason_flags_t = GNUTLS_CRL_REASON_SUPERSEDED;
pub const GNUTLS_EXT_FLAG_APPEND: c_uint = 1;
pub const GNUTLS_FSAN_APPEND: c_uint = 1;
pub const GNUTLS_FSAN_ENCODE_OCTET_STRING: c_uint = 2;
pub const GNUTLS_FSAN_ENCODE_UTF8_STRING: c_uint = 4;
pub const GNUTLS_FSAN_SET: c_uint = 0;
pub const GNUTLS_KP_ANY: &CStr = c"2.5.29.37.0";
pub const GNUTLS_KP_CODE_SIGNING: &CStr = c"1.3.6.1.5.5.7.3.3";
pub const GNUTLS_KP_EMAIL_PROTECTION: &CStr = c"1.3.6.1.5.5.7.3.4";
pub const GNUTLS_KP_FLAG_DISALLOW_ANY: c_uint = 1;
pub const GNUTLS_KP_IPSEC_IKE: &CStr = c"1.3.6.1.5.5.7.3.17";
pub const GNUTLS_KP_MS_SMART_CARD_LOGON: &CStr = c"1.3.6.1.4.1.311.20.2.2";
pub const GNUTLS_KP_OCSP_SIGNING: &CStr = c"1.3.6.1.5.5.7.3.9";
pub const GNUTLS_KP_TIME_STAMPING: &CStr = c"1.3.6.1.5.5.7.3.8";
pub const GNUTLS_KP_TLS_WWW_CLIENT: &CStr = c"1.3.6.1.5.5.7.3.2";
pub const GNUTLS_KP_TLS_WWW_SERVER: &CStr = c"1.3.6.1.5.5.7.3.1";
pub const GNUTLS_MAX_QUALIFIERS: c_uint = 8;
pub const GNUTLS_NAME_CONSTRAINTS_FLAG_APPEND: c_uint = 1;
pub const GNUTLS_OID_AD_CAISSUERS: &CStr = c"1.3.6.1.5.5.7.48.2";
pub const GNUTLS_OID_AD_OCSP: &CStr = c"1.3.6.1.5.5.7.48.1";
pub const GNUTLS_OID_AIA: &CStr = c"1.3.6.1.5.5.7.1.1";
pub const GNUTLS_OID_LDAP_DC: &CStr = c"0.9.2342.19200300.100.1.25";
pub const GNUTLS_OID_LDAP_UID: &CStr = c"0.9.2342.19200300.100.1.1";
pub const GNUTLS_OID_PKCS9_EMAIL: &CStr = c"1.2.840.113549.1.9.1";
pub const GNUTLS_OID_PKIX_COUNTRY_OF_CITIZENSHIP: &CStr = c"1.3.6.1.5.5.7.9.4";
pub const GNUTLS_OID_PKIX_COUNTRY_OF_RESIDENCE: &CStr = c"1.3.6.1.5.5.7.9.5";
pub const GNUTLS_OID_PKIX_DATE_OF_BIRTH: &CStr = c"1.3.6.1.5.5.7.9.1";
pub const GNUTLS_OID_PKIX_GENDER: &CStr = c"1.3.6.1.5.5.7.9.3";
pub const GNUTLS_OID_PKIX_PLACE_OF_BIRTH: &CStr = c"1.3.6.1.5.5.7.9.2";
pub const GNUTLS_OID_X520_COMMON_NAME: &CStr = c"2.5.4.3";
pub const GNUTLS_OID_X520_COUNTRY_NAME: &CStr = c"2.5.4.6";
pub const GNUTLS_OID_X520_DN_QUALIFIER: &CStr = c"2.5.4.46";
pub const GNUTLS_OID_X520_GENERATION_QUALIFIER: &CStr = c"2.5.4.44";
pub const GNUTLS_OID_X520_GIVEN_NAME: &CStr = c"2.5.4.42";
pub const GNUTLS_OID_X520_INITIALS: &CStr = c"2.5.4.43";
pub const GNUTLS_OID_X520_LOCALITY_NAME: &CStr = c"2.5.4.7";
pub const GNUTLS_OID_X520_NAME: &CStr = c"2.5.4.41";
pub const GNUTLS_OID_X520_ORGANIZATIONAL_UNIT_NAME: &CStr = c"2.5.4.11";
pub const GNUTLS_OID_X520_ORGANIZATION_NAME: &CStr = c"2.5.4.10";
pub const GNUTLS_OID_X520_POSTALCODE: &CStr = c"2.5.4.17";
pub const GNUTLS_OID_X520_PSEUDONYM: &CStr = c"2.5.4.65";
pub const GNUTLS_OID_X520_STATE_OR_PROVINCE_NAME: &CStr = c"2.5.4.8";
pub const GNUTLS_OID_X520_SURNAME: &CStr = c"2.5.4.4";
pub const GNUTLS_OID_X520_TITLE: &CStr = c"2.5.4.12";
pub const GNUTLS_PKCS8_PLAIN: gnutls_pkcs_encrypt_flags_t = GNUTLS_PKCS_PLAIN;
pub const GNUTLS_PKCS8_USE_PKCS12_3DES: gnutls_pkcs_encrypt_flags_t = GNUTLS_PKCS_PKCS12_3DES;
pub const GNUTLS_PKCS8_USE_PKCS12_ARCFOUR: gnutls_pkcs_encrypt_flags_t = GNUTLS_PKCS_PKCS12_ARCFOUR;
pub const GNUTLS_PKCS8_USE_PKCS12_RC2_40: gnutls_pkcs_encrypt_flags_t = GNUTLS_PKCS_PKCS12_RC2_40;
pub const GNUTLS_PKCS_USE_PBES2_3DES: gnutls_pkcs_encrypt_flags_t = GNUTLS_PKCS_PBES2_3DES;
pub const GNUTLS_PKCS_USE_PBES2_AES_128: gnutls_pkcs_encrypt_flags_t = GNUTLS_PKCS_PBES2_AES_128;
pub const GNUTLS_PKCS_USE_PBES2_AES_192: gnutls_pkcs_encrypt_flags_t = GNUTLS_PKCS_PBES2_AES_192;
pub const GNUTLS_PKCS_USE_PBES2_AES_256: gnutls_pkcs_encrypt_flags_t = GNUTLS_PKCS_PBES2_AES_256;
pub const GNUTLS_PKCS_USE_PBES2_GOST_CPA: gnutls_pkcs_encrypt_flags_t = GNUTLS_PKCS_PBES2_GOST_CPA;
pub const GNUTLS_PKCS_USE_PBES2_GOST_CPB: gnutls_pkcs_encrypt_flags_t = GNUTLS_PKCS_PBES2_GOST_CPB;
pub const GNUTLS_PKCS_USE_PBES2_GOST_CPC: gnutls_pkcs_encrypt_flags_t = GNUTLS_PKCS_PBES2_GOST_CPC;
pub const GNUTLS_PKCS_USE_PBES2_GOST_CPD: gnutls_pkcs_encrypt_flags_t = GNUTLS_PKCS_PBES2_GOST_CPD;
pub const GNUTLS_PKCS_USE_PBES2_GOST_TC26Z: gnutls_pkcs_encrypt_flags_t = GNUTLS_PKCS_PBES2_GOST_TC26Z;
pub const GNUTLS_PKCS_USE_PKCS12_3DES: gnutls_pkcs_encrypt_flags_t = GNUTLS_PKCS_PKCS12_3DES;
pub const GNUTLS_PKCS_USE_PKCS12_ARCFOUR: gnutls_pkcs_encrypt_flags_t = GNUTLS_PKCS_PKCS12_ARCFOUR;
pub const GNUTLS_PKCS_USE_PKCS12_RC2_40: gnutls_pkcs_encrypt_flags_t = GNUTLS_PKCS_PKCS12_RC2_40;
pub const GNUTLS_VERIFY_ALLOW_BROKEN: c_uint = 48;
pub const GNUTLS_VFLAGS_PROFILE_MASK: c_uint = 4278190080;
pub const GNUTLS_X509EXT_OID_AUTHORITY_INFO_ACCESS: &CStr = c"1.3.6.1.5.5.7.1.1";
pub const GNUTLS_X509EXT_OID_AUTHORITY_KEY_ID: &CStr = c"2.5.29.35";
pub const GNUTLS_X509EXT_OID_BASIC_CONSTRAINTS: &CStr = c"2.5.29.19";
pub const GNUTLS_X509EXT_OID_CRL_DIST_POINTS: &CStr = c"2.5.29.31";
pub const GNUTLS_X509EXT_OID_CRT_POLICY: &CStr = c"2.5.29.32";
pub const GNUTLS_X509EXT_OID_CT_SCT_V1: &CStr = c"1.3.6.1.4.1.11129.2.4.2";
pub const GNUTLS_X509EXT_OID_EXTENDED_KEY_USAGE: &CStr = c"2.5.29.37";
pub const GNUTLS_X509EXT_OID_IAN: &CStr = c"2.5.29.18";
pub const GNUTLS_X509EXT_OID_INHIBIT_ANYPOLICY: &CStr = c"2.5.29.52";
pub const GNUTLS_X509EXT_OID_KEY_USAGE: &CStr = c"2.5.29.15";
pub const GNUTLS_X509EXT_OID_NAME_CONSTRAINTS: &CStr = c"2.5.29.30";
pub const GNUTLS_X509EXT_OID_PRIVATE_KEY_USAGE_PERIOD: &CStr = c"2.5.29.16";
pub const GNUTLS_X509EXT_OID_PROXY_CRT_INFO: &CStr = c"1.3.6.1.5.5.7.1.14";
pub const GNUTLS_X509EXT_OID_SAN: &CStr = c"2.5.29.17";
pub const GNUTLS_X509EXT_OID_SUBJECT_KEY_ID: &CStr = c"2.5.29.14";
pub const GNUTLS_X509EXT_OID_TLSFEATURES: &CStr = c"1.3.6.1.5.5.7.1.24";
pub const GNUTLS_X509_DN_FLAG_COMPAT: c_uint = 1;
pub const GNUTLS_X509_DN_OID_RETURN_OID: c_uint = 1;
pub const GNUTLS_X509_NO_WELL_DEFINED_EXPIRATION: c_uint = 4294197631;
pub const GNUTLS_X509_OID_POLICY_ANY: &CStr = c"2.5.29.54";

/// Called at each step of a verification: certificate, its issuer, the CRL that it was looked up in,
/// status. One that does not apply is NULL.
pub type gnutls_verify_output_function =
    unsafe extern "C" fn(gnutls_x509_crt_t, gnutls_x509_crt_t, gnutls_x509_crl_t, c_uint) -> c_int;

/// Fetches issuers that a chain lacks: list, certificate, out: certificates and their number, in memory
/// of `gnutls_malloc`. Returns 0, or a negative code if there is none.
pub type gnutls_x509_trust_list_getissuer_function = unsafe extern "C" fn(
    gnutls_x509_trust_list_t,
    gnutls_x509_crt_t,
    *mut *mut gnutls_x509_crt_t,
    *mut c_uint,
) -> c_int;

/// Opaque to C.
#[repr(C)]
pub struct gnutls_name_constraints_st {
    _private: [u8; 0],
}
pub type gnutls_x509_name_constraints_t = *mut gnutls_name_constraints_st;

/// Opaque to C.
#[repr(C)]
pub struct gnutls_x509_crl_iter {
    _private: [u8; 0],
}
pub type gnutls_x509_crl_iter_t = *mut gnutls_x509_crl_iter;

/// Opaque to C.
#[repr(C)]
pub struct gnutls_x509_dn_st {
    _private: [u8; 0],
}
pub type gnutls_x509_dn_t = *mut gnutls_x509_dn_st;

/// Opaque to C.
#[repr(C)]
pub struct gnutls_x509_spki_st {
    _private: [u8; 0],
}
pub type gnutls_x509_spki_t = *mut gnutls_x509_spki_st;

/// Opaque to C.
#[repr(C)]
pub struct gnutls_x509_tlsfeatures_st {
    _private: [u8; 0],
}
pub type gnutls_x509_tlsfeatures_t = *mut gnutls_x509_tlsfeatures_st;

/// Opaque to C.
#[repr(C)]
pub struct gnutls_x509_trust_list_iter {
    _private: [u8; 0],
}
pub type gnutls_x509_trust_list_iter_t = *mut gnutls_x509_trust_list_iter;

/// Opaque to C.
#[repr(C)]
pub struct gnutls_x509_trust_list_st {
    _private: [u8; 0],
}
pub type gnutls_x509_trust_list_t = *mut gnutls_x509_trust_list_st;

#[repr(C)]
#[derive(Clone, Copy)]
pub struct gnutls_x509_ava_st {
    pub oid: gnutls_datum_t,
    pub value: gnutls_datum_t,
    pub value_tag: c_ulong,
}

#[repr(C)]
#[derive(Clone, Copy)]
pub struct gnutls_x509_ext_st {
    pub oid: *mut c_char,
    pub critical: c_uint,
    pub data: gnutls_datum_t,
}

#[repr(C)]
#[derive(Clone, Copy)]
pub struct gnutls_x509_policy_qualifier {
    pub type_: gnutls_x509_qualifier_t,
    pub data: *mut c_char,
    pub size: c_uint,
}

#[repr(C)]
#[derive(Clone, Copy)]
pub struct gnutls_x509_policy_st {
    pub oid: *mut c_char,
    pub qualifiers: c_uint,
    pub qualifier: [gnutls_x509_policy_qualifier; 8],
}

#[repr(C)]
#[derive(Clone, Copy)]
pub struct gnutls_keygen_data_st {
    pub type_: gnutls_keygen_types_t,
    pub data: *mut c_uchar,
    pub size: c_uint,
}
