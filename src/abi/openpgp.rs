//! Constants and types of `openpgp`.
//!
//! Facts of the interface: each value is written here once.
#![allow(non_camel_case_types)]
#![allow(non_upper_case_globals)]

use super::*;

/// Kept for old applications: OpenPGP is not supported.
pub type gnutls_openpgp_crt_fmt_t = c_uint;
pub const GNUTLS_OPENPGP_FMT_BASE64: gnutls_openpgp_crt_fmt_t = 1;
pub const GNUTLS_OPENPGP_FMT_RAW: gnutls_openpgp_crt_fmt_t = 0;

pub const GNUTLS_OPENPGP_KEYID_SIZE: c_uint = 8;
pub const GNUTLS_OPENPGP_MASTER_KEYID_IDX: c_uint = 2147483647;
pub const GNUTLS_OPENPGP_V4_FINGERPRINT_SIZE: c_uint = 20;

/// Kept for old applications: OpenPGP is not supported.
pub type gnutls_openpgp_recv_key_func =
    Option<unsafe extern "C" fn(gnutls_session_t, *const c_uchar, c_uint, *mut gnutls_datum_t) -> c_int>;

pub type gnutls_openpgp_keyid_t = [c_uchar; 8];
