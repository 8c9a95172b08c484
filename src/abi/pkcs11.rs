//! Constants and types of `pkcs11`.
//!
//! Facts of the interface: each value is written here once.
#![allow(non_camel_case_types)]
#![allow(non_upper_case_globals)]

use super::*;

/// The flags of the functions on PKCS #11 objects, combined by or.
pub type gnutls_pkcs11_obj_flags = c_uint;
pub const GNUTLS_PKCS11_OBJ_FLAG_COMPARE: gnutls_pkcs11_obj_flags = 512;
pub const GNUTLS_PKCS11_OBJ_FLAG_COMPARE_KEY: gnutls_pkcs11_obj_flags = 8192;
pub const GNUTLS_PKCS11_OBJ_FLAG_CRT: gnutls_pkcs11_obj_flags = 262144;
pub const GNUTLS_PKCS11_OBJ_FLAG_LOGIN: gnutls_pkcs11_obj_flags = 1;
pub const GNUTLS_PKCS11_OBJ_FLAG_LOGIN_SO: gnutls_pkcs11_obj_flags = 8;
pub const GNUTLS_PKCS11_OBJ_FLAG_MARK_ALWAYS_AUTH: gnutls_pkcs11_obj_flags = 32768;
pub const GNUTLS_PKCS11_OBJ_FLAG_MARK_CA: gnutls_pkcs11_obj_flags = 2048;
pub const GNUTLS_PKCS11_OBJ_FLAG_MARK_DISTRUSTED: gnutls_pkcs11_obj_flags = 256;
pub const GNUTLS_PKCS11_OBJ_FLAG_MARK_EXTRACTABLE: gnutls_pkcs11_obj_flags = 65536;
pub const GNUTLS_PKCS11_OBJ_FLAG_MARK_KEY_WRAP: gnutls_pkcs11_obj_flags = 4096;
pub const GNUTLS_PKCS11_OBJ_FLAG_MARK_NOT_PRIVATE: gnutls_pkcs11_obj_flags = 32;
pub const GNUTLS_PKCS11_OBJ_FLAG_MARK_NOT_SENSITIVE: gnutls_pkcs11_obj_flags = 4194304;
pub const GNUTLS_PKCS11_OBJ_FLAG_MARK_PRIVATE: gnutls_pkcs11_obj_flags = 16;
pub const GNUTLS_PKCS11_OBJ_FLAG_MARK_SENSITIVE: gnutls_pkcs11_obj_flags = 4;
pub const GNUTLS_PKCS11_OBJ_FLAG_MARK_TRUSTED: gnutls_pkcs11_obj_flags = 2;
pub const GNUTLS_PKCS11_OBJ_FLAG_NEVER_EXTRACTABLE: gnutls_pkcs11_obj_flags = 131072;
pub const GNUTLS_PKCS11_OBJ_FLAG_NO_STORE_PUBKEY: gnutls_pkcs11_obj_flags = 1048576;
pub const GNUTLS_PKCS11_OBJ_FLAG_OVERWRITE_TRUSTMOD_EXT: gnutls_pkcs11_obj_flags = 16384;
pub const GNUTLS_PKCS11_OBJ_FLAG_PRESENT_IN_TRUSTED_MODULE: gnutls_pkcs11_obj_flags = 1024;
pub const GNUTLS_PKCS11_OBJ_FLAG_PRIVKEY: gnutls_pkcs11_obj_flags = 2097152;
pub const GNUTLS_PKCS11_OBJ_FLAG_PUBKEY: gnutls_pkcs11_obj_flags = 1048576;
pub const GNUTLS_PKCS11_OBJ_FLAG_RETRIEVE_ANY: gnutls_pkcs11_obj_flags = 64;
pub const GNUTLS_PKCS11_OBJ_FLAG_RETRIEVE_DISTRUSTED: gnutls_pkcs11_obj_flags = 256;
pub const GNUTLS_PKCS11_OBJ_FLAG_RETRIEVE_TRUSTED: gnutls_pkcs11_obj_flags = 2;
pub const GNUTLS_PKCS11_OBJ_FLAG_WITH_PRIVKEY: gnutls_pkcs11_obj_flags = 524288;

/// The fields of a PKCS #11 object.
pub type gnutls_pkcs11_obj_info_t = c_uint;
pub const GNUTLS_PKCS11_OBJ_ID: gnutls_pkcs11_obj_info_t = 7;
pub const GNUTLS_PKCS11_OBJ_ID_HEX: gnutls_pkcs11_obj_info_t = 1;
pub const GNUTLS_PKCS11_OBJ_LABEL: gnutls_pkcs11_obj_info_t = 2;
pub const GNUTLS_PKCS11_OBJ_LIBRARY_DESCRIPTION: gnutls_pkcs11_obj_info_t = 9;
pub const GNUTLS_PKCS11_OBJ_LIBRARY_MANUFACTURER: gnutls_pkcs11_obj_info_t = 10;
pub const GNUTLS_PKCS11_OBJ_LIBRARY_VERSION: gnutls_pkcs11_obj_info_t = 8;
pub const GNUTLS_PKCS11_OBJ_TOKEN_LABEL: gnutls_pkcs11_obj_info_t = 3;
pub const GNUTLS_PKCS11_OBJ_TOKEN_MANUFACTURER: gnutls_pkcs11_obj_info_t = 5;
pub const GNUTLS_PKCS11_OBJ_TOKEN_MODEL: gnutls_pkcs11_obj_info_t = 6;
pub const GNUTLS_PKCS11_OBJ_TOKEN_SERIAL: gnutls_pkcs11_obj_info_t = 4;

/// The kinds of PKCS #11 objects.
pub type gnutls_pkcs11_obj_type_t = c_uint;
pub const GNUTLS_PKCS11_OBJ_DATA: gnutls_pkcs11_obj_type_t = 5;
pub const GNUTLS_PKCS11_OBJ_PRIVKEY: gnutls_pkcs11_obj_type_t = 3;
pub const GNUTLS_PKCS11_OBJ_PUBKEY: gnutls_pkcs11_obj_type_t = 2;
pub const GNUTLS_PKCS11_OBJ_SECRET_KEY: gnutls_pkcs11_obj_type_t = 4;
pub const GNUTLS_PKCS11_OBJ_UNKNOWN: gnutls_pkcs11_obj_type_t = 0;
pub const GNUTLS_PKCS11_OBJ_X509_CRT: gnutls_pkcs11_obj_type_t = 1;
pub const GNUTLS_PKCS11_OBJ_X509_CRT_EXTENSION: gnutls_pkcs11_obj_type_t = 6;

/// The fields of a PKCS #11 token.
pub type gnutls_pkcs11_token_info_t = c_uint;
pub const GNUTLS_PKCS11_TOKEN_LABEL: gnutls_pkcs11_token_info_t = 0;
pub const GNUTLS_PKCS11_TOKEN_MANUFACTURER: gnutls_pkcs11_token_info_t = 2;
pub const GNUTLS_PKCS11_TOKEN_MODEL: gnutls_pkcs11_token_info_t = 3;
pub const GNUTLS_PKCS11_TOKEN_MODNAME: gnutls_pkcs11_token_info_t = 4;
pub const GNUTLS_PKCS11_TOKEN_SERIAL: gnutls_pkcs11_token_info_t = 1;

/// How much a PKCS #11 URL tells about the provider.
pub type gnutls_pkcs11_url_type_t = c_uint;
pub const GNUTLS_PKCS11_URL_GENERIC: gnutls_pkcs11_url_type_t = 0;
pub const GNUTLS_PKCS11_URL_LIB: gnutls_pkcs11_url_type_t = 1;
pub const GNUTLS_PKCS11_URL_LIB_VERSION: gnutls_pkcs11_url_type_t = 2;

pub const GNUTLS_PKCS11_FLAG_AUTO: c_uint = 1;
pub const GNUTLS_PKCS11_FLAG_AUTO_TRUSTED: c_uint = 2;
pub const GNUTLS_PKCS11_FLAG_MANUAL: c_uint = 0;
pub const GNUTLS_PKCS11_MAX_PIN_LEN: c_uint = 256;
pub const GNUTLS_PKCS11_OBJ_ATTR_ALL: c_uint = 0;
pub const GNUTLS_PKCS11_OBJ_ATTR_CRT_ALL: gnutls_pkcs11_obj_flags = GNUTLS_PKCS11_OBJ_FLAG_CRT;
pub const GNUTLS_PKCS11_OBJ_ATTR_CRT_TRUSTED: c_uint = 262146;
pub const GNUTLS_PKCS11_OBJ_ATTR_CRT_TRUSTED_CA: c_uint = 264194;
pub const GNUTLS_PKCS11_OBJ_ATTR_CRT_WITH_PRIVKEY: c_uint = 786432;
pub const GNUTLS_PKCS11_OBJ_ATTR_MATCH: c_uint = 0;
pub const GNUTLS_PKCS11_OBJ_ATTR_PRIVKEY: gnutls_pkcs11_obj_flags = GNUTLS_PKCS11_OBJ_FLAG_PRIVKEY;
pub const GNUTLS_PKCS11_OBJ_ATTR_PUBKEY: gnutls_pkcs11_obj_flags = GNUTLS_PKCS11_OBJ_FLAG_PUBKEY;
pub const GNUTLS_PKCS11_TOKEN_ERROR_STATE: c_uint = 8192;
pub const GNUTLS_PKCS11_TOKEN_HW: c_uint = 1;
pub const GNUTLS_PKCS11_TOKEN_INITIALIZED: c_uint = 32;
pub const GNUTLS_PKCS11_TOKEN_LOGIN_REQUIRED: c_uint = 8;
pub const GNUTLS_PKCS11_TOKEN_PROTECTED_AUTHENTICATION_PATH: c_uint = 16;
pub const GNUTLS_PKCS11_TOKEN_RNG: c_uint = 4;
pub const GNUTLS_PKCS11_TOKEN_SO_PIN_COUNT_LOW: c_uint = 512;
pub const GNUTLS_PKCS11_TOKEN_SO_PIN_FINAL_TRY: c_uint = 1024;
pub const GNUTLS_PKCS11_TOKEN_SO_PIN_LOCKED: c_uint = 2048;
pub const GNUTLS_PKCS11_TOKEN_TRUSTED: c_uint = 2;
pub const GNUTLS_PKCS11_TOKEN_USER_PIN_COUNT_LOW: c_uint = 64;
pub const GNUTLS_PKCS11_TOKEN_USER_PIN_FINAL_TRY: c_uint = 128;
pub const GNUTLS_PKCS11_TOKEN_USER_PIN_INITIALIZED: c_uint = 4096;
pub const GNUTLS_PKCS11_TOKEN_USER_PIN_LOCKED: c_uint = 256;

/// Asks the user to insert a token: pointer of the application, label of the token, number of the
/// attempt. Returns 0 to try again, or a negative code to give up.
pub type gnutls_pkcs11_token_callback_t =
    Option<unsafe extern "C" fn(*mut c_void, *const c_char, c_uint) -> c_int>;

/// Opaque to C.
#[repr(C)]
pub struct gnutls_pkcs11_obj_st {
    _private: [u8; 0],
}
pub type gnutls_pkcs11_obj_t = *mut gnutls_pkcs11_obj_st;
