//! Constants and types of `pkcs12`.
//!
//! Facts of the interface: each value is written here once.
#![allow(non_camel_case_types)]
#![allow(non_upper_case_globals)]

use super::*;

/// What an element of a PKCS #12 bag is.
pub type gnutls_pkcs12_bag_type_t = c_uint;
pub const GNUTLS_BAG_CERTIFICATE: gnutls_pkcs12_bag_type_t = 3;
pub const GNUTLS_BAG_CRL: gnutls_pkcs12_bag_type_t = 4;
pub const GNUTLS_BAG_EMPTY: gnutls_pkcs12_bag_type_t = 0;
pub const GNUTLS_BAG_ENCRYPTED: gnutls_pkcs12_bag_type_t = 10;
pub const GNUTLS_BAG_PKCS8_ENCRYPTED_KEY: gnutls_pkcs12_bag_type_t = 1;
pub const GNUTLS_BAG_PKCS8_KEY: gnutls_pkcs12_bag_type_t = 2;
pub const GNUTLS_BAG_SECRET: gnutls_pkcs12_bag_type_t = 5;
pub const GNUTLS_BAG_UNKNOWN: gnutls_pkcs12_bag_type_t = 20;

pub const GNUTLS_PKCS12_SP_INCLUDE_SELF_SIGNED: c_uint = 1;

/// Opaque to C.
#[repr(C)]
pub struct gnutls_pkcs12_bag_int {
    _private: [u8; 0],
}
pub type gnutls_pkcs12_bag_t = *mut gnutls_pkcs12_bag_int;

/// Opaque to C.
#[repr(C)]
pub struct gnutls_pkcs12_int {
    _private: [u8; 0],
}
pub type gnutls_pkcs12_t = *mut gnutls_pkcs12_int;
