//! Constants and types of `urls`.
//!
//! Facts of the interface: each value is written here once.
#![allow(non_camel_case_types)]
#![allow(non_upper_case_globals)]

use super::*;

/// Finds the issuer of a certificate: URL, certificate, out: DER in memory of `gnutls_malloc`, flags.
/// Returns 0 or a negative error code.
pub type gnutls_get_raw_issuer_func =
    Option<unsafe extern "C" fn(*const c_char, gnutls_x509_crt_t, *mut gnutls_datum_t, c_uint) -> c_int>;

/// Imports the private key of a URL: key, URL, flags. Returns 0 or a negative error code.
pub type gnutls_privkey_import_url_func =
    Option<unsafe extern "C" fn(gnutls_privkey_t, *const c_char, c_uint) -> c_int>;

/// Imports the public key of a URL: key, URL, flags. Returns 0 or a negative error code.
pub type gnutls_pubkey_import_url_func =
    Option<unsafe extern "C" fn(gnutls_pubkey_t, *const c_char, c_uint) -> c_int>;

/// Imports the certificate of a URL: certificate, URL, flags. Returns 0 or a negative error code.
pub type gnutls_x509_crt_import_url_func =
    Option<unsafe extern "C" fn(gnutls_x509_crt_t, *const c_char, c_uint) -> c_int>;

#[repr(C)]
#[derive(Clone, Copy)]
pub struct gnutls_custom_url_st {
    pub name: *const c_char,
    pub name_size: c_uint,
    pub import_key: gnutls_privkey_import_url_func,
    pub import_crt: gnutls_x509_crt_import_url_func,
    pub import_pubkey: gnutls_pubkey_import_url_func,
    pub get_issuer: gnutls_get_raw_issuer_func,
    pub future1: *mut c_void,
    pub future2: *mut c_void,
}
