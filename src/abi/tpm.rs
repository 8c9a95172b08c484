//! Constants and types of `tpm`.
//!
//! Facts of the interface: each value is written here once.
#![allow(non_camel_case_types)]
#![allow(non_upper_case_globals)]

use super::*;

/// The encodings of TPM keys.
pub type gnutls_tpmkey_fmt_t = c_uint;
pub const GNUTLS_TPMKEY_FMT_CTK_PEM: gnutls_tpmkey_fmt_t = 1;
pub const GNUTLS_TPMKEY_FMT_DER: gnutls_tpmkey_fmt_t = 0;
pub const GNUTLS_TPMKEY_FMT_RAW: gnutls_tpmkey_fmt_t = 0;

pub const GNUTLS_TPM_KEY_SIGNING: c_uint = 2;
pub const GNUTLS_TPM_KEY_USER: c_uint = 8;
pub const GNUTLS_TPM_REGISTER_KEY: c_uint = 4;

/// Opaque to C.
#[repr(C)]
pub struct tpm_key_list_st {
    _private: [u8; 0],
}
pub type gnutls_tpm_key_list_t = *mut tpm_key_list_st;
