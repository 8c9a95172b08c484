//! Constants and types of `hpke`.
//!
//! Facts of the interface: each value is written here once.
#![allow(non_camel_case_types)]
#![allow(non_upper_case_globals)]

use super::*;

/// The AEADs of HPKE (RFC 9180 section 7.3).
pub type gnutls_hpke_aead_t = c_uint;
pub const GNUTLS_HPKE_AEAD_AES_128_GCM: gnutls_hpke_aead_t = 1;
pub const GNUTLS_HPKE_AEAD_AES_256_GCM: gnutls_hpke_aead_t = 2;
pub const GNUTLS_HPKE_AEAD_CHACHA20_POLY1305: gnutls_hpke_aead_t = 3;
pub const GNUTLS_HPKE_AEAD_EXPORT_ONLY: gnutls_hpke_aead_t = 65535;

/// The key derivations of HPKE (RFC 9180 section 7.2).
pub type gnutls_hpke_kdf_t = c_uint;
pub const GNUTLS_HPKE_KDF_HKDF_SHA256: gnutls_hpke_kdf_t = 1;
pub const GNUTLS_HPKE_KDF_HKDF_SHA384: gnutls_hpke_kdf_t = 2;
pub const GNUTLS_HPKE_KDF_HKDF_SHA512: gnutls_hpke_kdf_t = 3;

/// The key encapsulations of HPKE (RFC 9180 section 7.1).
pub type gnutls_hpke_kem_t = c_uint;
pub const GNUTLS_HPKE_KEM_DHKEM_P256: gnutls_hpke_kem_t = 16;
pub const GNUTLS_HPKE_KEM_DHKEM_P384: gnutls_hpke_kem_t = 17;
pub const GNUTLS_HPKE_KEM_DHKEM_P521: gnutls_hpke_kem_t = 18;
pub const GNUTLS_HPKE_KEM_DHKEM_X25519: gnutls_hpke_kem_t = 32;
pub const GNUTLS_HPKE_KEM_DHKEM_X448: gnutls_hpke_kem_t = 33;

/// The modes of HPKE: how a sender is authenticated (RFC 9180 section 5).
pub type gnutls_hpke_mode_t = c_uint;
pub const GNUTLS_HPKE_MODE_AUTH: gnutls_hpke_mode_t = 2;
pub const GNUTLS_HPKE_MODE_AUTH_PSK: gnutls_hpke_mode_t = 3;
pub const GNUTLS_HPKE_MODE_BASE: gnutls_hpke_mode_t = 0;
pub const GNUTLS_HPKE_MODE_PSK: gnutls_hpke_mode_t = 1;

/// The side that an HPKE context is for.
pub type gnutls_hpke_role_t = c_uint;
pub const GNUTLS_HPKE_ROLE_RECEIVER: gnutls_hpke_role_t = 1;
pub const GNUTLS_HPKE_ROLE_SENDER: gnutls_hpke_role_t = 0;

/// Opaque to C.
#[repr(C)]
pub struct gnutls_hpke_context_st {
    _private: [u8; 0],
}
pub type gnutls_hpke_context_t = *mut gnutls_hpke_context_st;
