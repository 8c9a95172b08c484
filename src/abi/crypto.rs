//! Constants and types of `crypto`.
//!
//! Facts of the interface: each value is written here once.
#![allow(non_camel_case_types)]
#![allow(non_upper_case_globals)]

use super::*;

/// C enumeration of `crypto.h`.
pub type gnutls_cipher_flags_t = c_uint;
pub const GNUTLS_CIPHER_PADDING_PKCS7: gnutls_cipher_flags_t = 1;

/// C enumeration of `crypto.h`.
pub type gnutls_rnd_level_t = c_uint;
pub const GNUTLS_RND_KEY: gnutls_rnd_level_t = 2;
pub const GNUTLS_RND_NONCE: gnutls_rnd_level_t = 0;
pub const GNUTLS_RND_RANDOM: gnutls_rnd_level_t = 1;

pub type gnutls_cipher_aead_decrypt_func = Option<
    unsafe extern "C" fn(
        *mut c_void,
        *const c_void,
        usize,
        *const c_void,
        usize,
        usize,
        *const c_void,
        usize,
        *mut c_void,
        usize,
    ) -> c_int,
>;

pub type gnutls_cipher_aead_encrypt_func = Option<
    unsafe extern "C" fn(
        *mut c_void,
        *const c_void,
        usize,
        *const c_void,
        usize,
        usize,
        *const c_void,
        usize,
        *mut c_void,
        usize,
    ) -> c_int,
>;

pub type gnutls_cipher_auth_func = Option<unsafe extern "C" fn(*mut c_void, *const c_void, usize) -> c_int>;

pub type gnutls_cipher_decrypt_func =
    Option<unsafe extern "C" fn(*mut c_void, *const c_void, usize, *mut c_void, usize) -> c_int>;

pub type gnutls_cipher_encrypt_func =
    Option<unsafe extern "C" fn(*mut c_void, *const c_void, usize, *mut c_void, usize) -> c_int>;

pub type gnutls_cipher_getiv_func = Option<unsafe extern "C" fn(*mut c_void, *mut c_void, usize) -> c_int>;

pub type gnutls_cipher_init_func =
    Option<unsafe extern "C" fn(gnutls_cipher_algorithm_t, *mut *mut c_void, c_int) -> c_int>;

pub type gnutls_cipher_setiv_func = Option<unsafe extern "C" fn(*mut c_void, *const c_void, usize) -> c_int>;

pub type gnutls_cipher_setkey_func = Option<unsafe extern "C" fn(*mut c_void, *const c_void, usize) -> c_int>;

pub type gnutls_digest_fast_func =
    Option<unsafe extern "C" fn(gnutls_digest_algorithm_t, *const c_void, usize, *mut c_void) -> c_int>;

pub type gnutls_digest_hash_func = Option<unsafe extern "C" fn(*mut c_void, *const c_void, usize) -> c_int>;

pub type gnutls_digest_init_func =
    Option<unsafe extern "C" fn(gnutls_digest_algorithm_t, *mut *mut c_void) -> c_int>;

pub type gnutls_digest_output_func = Option<unsafe extern "C" fn(*mut c_void, *mut c_void, usize) -> c_int>;

pub type gnutls_mac_fast_func = Option<
    unsafe extern "C" fn(
        gnutls_mac_algorithm_t,
        *const c_void,
        usize,
        *const c_void,
        usize,
        *const c_void,
        usize,
        *mut c_void,
    ) -> c_int,
>;

pub type gnutls_mac_hash_func = Option<unsafe extern "C" fn(*mut c_void, *const c_void, usize) -> c_int>;

pub type gnutls_mac_init_func =
    Option<unsafe extern "C" fn(gnutls_mac_algorithm_t, *mut *mut c_void) -> c_int>;

pub type gnutls_mac_output_func = Option<unsafe extern "C" fn(*mut c_void, *mut c_void, usize) -> c_int>;

pub type gnutls_mac_setkey_func = Option<unsafe extern "C" fn(*mut c_void, *const c_void, usize) -> c_int>;

pub type gnutls_mac_setnonce_func = Option<unsafe extern "C" fn(*mut c_void, *const c_void, usize) -> c_int>;

/// Opaque to C.
#[repr(C)]
pub struct api_aead_cipher_hd_st {
    _private: [u8; 0],
}
pub type gnutls_aead_cipher_hd_t = *mut api_aead_cipher_hd_st;

/// Opaque to C.
#[repr(C)]
pub struct api_cipher_hd_st {
    _private: [u8; 0],
}
pub type gnutls_cipher_hd_t = *mut api_cipher_hd_st;

/// Opaque to C.
#[repr(C)]
pub struct hash_hd_st {
    _private: [u8; 0],
}
pub type gnutls_hash_hd_t = *mut hash_hd_st;

/// Opaque to C.
#[repr(C)]
pub struct hmac_hd_st {
    _private: [u8; 0],
}
pub type gnutls_hmac_hd_t = *mut hmac_hd_st;

pub type gnutls_cipher_deinit_func = Option<unsafe extern "C" fn(*mut c_void)>;

pub type gnutls_cipher_tag_func = Option<unsafe extern "C" fn(*mut c_void, *mut c_void, usize)>;

pub type gnutls_digest_deinit_func = Option<unsafe extern "C" fn(*mut c_void)>;

pub type gnutls_mac_deinit_func = Option<unsafe extern "C" fn(*mut c_void)>;

pub type gnutls_digest_copy_func = Option<unsafe extern "C" fn(*const c_void) -> *mut c_void>;

pub type gnutls_mac_copy_func = Option<unsafe extern "C" fn(*const c_void) -> *mut c_void>;
