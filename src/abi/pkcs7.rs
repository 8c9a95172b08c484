//! Constants and types of `pkcs7`.
//!
//! Facts of the interface: each value is written here once.
#![allow(non_camel_case_types)]
#![allow(non_upper_case_globals)]

use super::*;

/// What a PKCS #7 signature has in it. They are combined by or.
pub type gnutls_pkcs7_sign_flags = c_uint;
pub const GNUTLS_PKCS7_EMBED_DATA: gnutls_pkcs7_sign_flags = 1;
pub const GNUTLS_PKCS7_INCLUDE_CERT: gnutls_pkcs7_sign_flags = 4;
pub const GNUTLS_PKCS7_INCLUDE_TIME: gnutls_pkcs7_sign_flags = 2;
pub const GNUTLS_PKCS7_WRITE_SPKI: gnutls_pkcs7_sign_flags = 8;

pub const GNUTLS_PKCS7_ATTR_ENCODE_OCTET_STRING: c_uint = 1;
pub const GNUTLS_PKCS7_EDATA_GET_RAW: c_uint = 16777216;

/// Opaque to C.
#[repr(C)]
pub struct gnutls_pkcs7_attrs_st {
    _private: [u8; 0],
}
pub type gnutls_pkcs7_attrs_t = *mut gnutls_pkcs7_attrs_st;

/// Opaque to C.
#[repr(C)]
pub struct gnutls_pkcs7_int {
    _private: [u8; 0],
}
pub type gnutls_pkcs7_t = *mut gnutls_pkcs7_int;

#[repr(C)]
#[derive(Clone, Copy)]
pub struct gnutls_pkcs7_signature_info_st {
    pub algo: gnutls_sign_algorithm_t,
    pub sig: gnutls_datum_t,
    pub issuer_dn: gnutls_datum_t,
    pub signer_serial: gnutls_datum_t,
    pub issuer_keyid: gnutls_datum_t,
    pub signing_time: time_t,
    pub signed_attrs: gnutls_pkcs7_attrs_t,
    pub unsigned_attrs: gnutls_pkcs7_attrs_t,
    pub pad: [c_char; 64],
}
