//! Constants and types of `abstract_keys`.
//!
//! Facts of the interface: each value is written here once.
#![allow(non_camel_case_types)]
#![allow(non_upper_case_globals)]

use super::*;

/// C enumeration of `abstract.h`.
pub type gnutls_abstract_export_flags_t = c_uint;
pub const GNUTLS_EXPORT_FLAG_NO_LZ: gnutls_abstract_export_flags_t = 1;

/// C enumeration of `abstract.h`.
pub type gnutls_privkey_flags_t = c_uint;
pub const GNUTLS_PRIVKEY_DISABLE_CALLBACKS: gnutls_privkey_flags_t = 4;
pub const GNUTLS_PRIVKEY_FLAG_CA: gnutls_privkey_flags_t = 512;
pub const GNUTLS_PRIVKEY_FLAG_EXPORT_COMPAT: gnutls_privkey_flags_t = 64;
pub const GNUTLS_PRIVKEY_FLAG_PROVABLE: gnutls_privkey_flags_t = 32;
pub const GNUTLS_PRIVKEY_FLAG_REPRODUCIBLE: gnutls_privkey_flags_t = 256;
pub const GNUTLS_PRIVKEY_FLAG_RSA_PSS_FIXED_SALT_LENGTH: gnutls_privkey_flags_t = 1024;
pub const GNUTLS_PRIVKEY_IMPORT_AUTO_RELEASE: gnutls_privkey_flags_t = 1;
pub const GNUTLS_PRIVKEY_IMPORT_COPY: gnutls_privkey_flags_t = 2;
pub const GNUTLS_PRIVKEY_SIGN_FLAG_RSA_PSS: gnutls_privkey_flags_t = 128;
pub const GNUTLS_PRIVKEY_SIGN_FLAG_TLS1_RSA: gnutls_privkey_flags_t = 16;

/// C enumeration of `abstract.h`.
pub type gnutls_pubkey_flags_t = c_uint;
pub const GNUTLS_PUBKEY_DISABLE_CALLBACKS: gnutls_pubkey_flags_t = 4;
pub const GNUTLS_PUBKEY_GET_OPENPGP_FINGERPRINT: gnutls_pubkey_flags_t = 8;

pub const GNUTLS_CERT_RETR_DEINIT_ALL: c_uint = 1;
pub const GNUTLS_PCERT_NO_CERT: c_uint = 1;
pub const GNUTLS_PRIVKEY_INFO_HAVE_SIGN_ALGO: c_uint = 4;
pub const GNUTLS_PRIVKEY_INFO_PK_ALGO: c_uint = 1;
pub const GNUTLS_PRIVKEY_INFO_PK_ALGO_BITS: c_uint = 8;
pub const GNUTLS_PRIVKEY_INFO_SIGN_ALGO: c_uint = 2;
pub const GNUTLS_PUBKEY_VERIFY_FLAG_TLS1_RSA: c_uint = 8192;
pub const GNUTLS_PUBKEY_VERIFY_FLAG_TLS_RSA: c_uint = 8192;

pub type gnutls_privkey_decrypt_func = Option<
    unsafe extern "C" fn(gnutls_privkey_t, *mut c_void, *const gnutls_datum_t, *mut gnutls_datum_t) -> c_int,
>;

pub type gnutls_privkey_decrypt_func2 = Option<
    unsafe extern "C" fn(gnutls_privkey_t, *mut c_void, *const gnutls_datum_t, *mut c_uchar, usize) -> c_int,
>;

pub type gnutls_privkey_info_func =
    Option<unsafe extern "C" fn(gnutls_privkey_t, c_uint, *mut c_void) -> c_int>;

pub type gnutls_privkey_sign_data_func = Option<
    unsafe extern "C" fn(
        gnutls_privkey_t,
        gnutls_sign_algorithm_t,
        *mut c_void,
        c_uint,
        *const gnutls_datum_t,
        *mut gnutls_datum_t,
    ) -> c_int,
>;

pub type gnutls_privkey_sign_func = Option<
    unsafe extern "C" fn(gnutls_privkey_t, *mut c_void, *const gnutls_datum_t, *mut gnutls_datum_t) -> c_int,
>;

pub type gnutls_privkey_sign_hash_func = Option<
    unsafe extern "C" fn(
        gnutls_privkey_t,
        gnutls_sign_algorithm_t,
        *mut c_void,
        c_uint,
        *const gnutls_datum_t,
        *mut gnutls_datum_t,
    ) -> c_int,
>;

pub type gnutls_certificate_retrieve_function2 = unsafe extern "C" fn(
    gnutls_session_t,
    *const gnutls_datum_t,
    c_int,
    *const gnutls_pk_algorithm_t,
    c_int,
    *mut *mut gnutls_pcert_st,
    *mut c_uint,
    *mut gnutls_privkey_t,
) -> c_int;

pub type gnutls_certificate_retrieve_function3 = unsafe extern "C" fn(
    gnutls_session_t,
    *const gnutls_cert_retr_st,
    *mut *mut gnutls_pcert_st,
    *mut c_uint,
    *mut *mut gnutls_ocsp_data_st,
    *mut c_uint,
    *mut gnutls_privkey_t,
    *mut c_uint,
) -> c_int;

pub type gnutls_privkey_deinit_func = Option<unsafe extern "C" fn(gnutls_privkey_t, *mut c_void)>;

#[repr(C)]
#[derive(Clone, Copy)]
pub struct gnutls_pcert_st {
    pub pubkey: gnutls_pubkey_t,
    pub cert: gnutls_datum_t,
    pub type_: gnutls_certificate_type_t,
}

#[repr(C)]
#[derive(Clone, Copy)]
pub struct gnutls_cert_retr_st {
    pub version: c_uint,
    pub cred: gnutls_certificate_credentials_t,
    pub req_ca_rdn: *const gnutls_datum_t,
    pub nreqs: c_uint,
    pub pk_algos: *const gnutls_pk_algorithm_t,
    pub pk_algos_length: c_uint,
    pub padding: [c_uchar; 64],
}
