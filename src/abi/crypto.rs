//! Constants and types of `crypto`.
//!
//! Facts of the interface: each value is written here once.
#![allow(non_camel_case_types)]
#![allow(non_upper_case_globals)]

use super::*;

/// The flags of `gnutls_cipher_encrypt3` and `gnutls_cipher_decrypt3`.
pub type gnutls_cipher_flags_t = c_uint;
pub const GNUTLS_CIPHER_PADDING_PKCS7: gnutls_cipher_flags_t = 1;

/// What random bytes are for: nonces are public, keys and what is random for long are not.
pub type gnutls_rnd_level_t = c_uint;
pub const GNUTLS_RND_KEY: gnutls_rnd_level_t = 2;
pub const GNUTLS_RND_NONCE: gnutls_rnd_level_t = 0;
pub const GNUTLS_RND_RANDOM: gnutls_rnd_level_t = 1;

/// Opens at once: context, nonce, additional data, length of the tag, ciphertext with the tag,
/// plaintext, each with its length. Returns 0 or a negative error code.
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

/// Seals at once: context, nonce, additional data, length of the tag, plaintext, ciphertext with the
/// tag, each with its length. Returns 0 or a negative error code.
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

/// Takes additional data of an AEAD: context, data, length. Returns 0 or a negative error code.
pub type gnutls_cipher_auth_func = Option<unsafe extern "C" fn(*mut c_void, *const c_void, usize) -> c_int>;

/// Decrypts: context, ciphertext, its length, plaintext, its capacity. Returns 0 or a negative error
/// code.
pub type gnutls_cipher_decrypt_func =
    Option<unsafe extern "C" fn(*mut c_void, *const c_void, usize, *mut c_void, usize) -> c_int>;

/// Encrypts: context, plaintext, its length, ciphertext, its capacity. Returns 0 or a negative error
/// code.
pub type gnutls_cipher_encrypt_func =
    Option<unsafe extern "C" fn(*mut c_void, *const c_void, usize, *mut c_void, usize) -> c_int>;

/// Writes the IV that comes next: context, buffer, its length.
pub type gnutls_cipher_getiv_func = Option<unsafe extern "C" fn(*mut c_void, *mut c_void, usize) -> c_int>;

/// Makes a context for a cipher; 1 if it is to encrypt. Returns 0 or a negative error code.
pub type gnutls_cipher_init_func =
    Option<unsafe extern "C" fn(gnutls_cipher_algorithm_t, *mut *mut c_void, c_int) -> c_int>;

/// Sets the IV of a context: context, IV, its length. Returns 0 or a negative error code.
pub type gnutls_cipher_setiv_func = Option<unsafe extern "C" fn(*mut c_void, *const c_void, usize) -> c_int>;

/// Sets the key of a context: context, key, its length. Returns 0 or a negative error code.
pub type gnutls_cipher_setkey_func = Option<unsafe extern "C" fn(*mut c_void, *const c_void, usize) -> c_int>;

/// Hashes at once: algorithm, data, its length, digest. Returns 0 or a negative error code.
pub type gnutls_digest_fast_func =
    Option<unsafe extern "C" fn(gnutls_digest_algorithm_t, *const c_void, usize, *mut c_void) -> c_int>;

/// Takes data that is hashed: context, data, its length. Returns 0 or a negative error code.
pub type gnutls_digest_hash_func = Option<unsafe extern "C" fn(*mut c_void, *const c_void, usize) -> c_int>;

/// Makes a context for a digest. Returns 0 or a negative error code.
pub type gnutls_digest_init_func =
    Option<unsafe extern "C" fn(gnutls_digest_algorithm_t, *mut *mut c_void) -> c_int>;

/// Writes the digest and starts anew: context, buffer, its length. Returns 0 or a negative error code.
pub type gnutls_digest_output_func = Option<unsafe extern "C" fn(*mut c_void, *mut c_void, usize) -> c_int>;

/// Makes a MAC at once: algorithm, nonce, its length, key, its length, data, its length, MAC. Returns 0
/// or a negative error code.
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

/// Takes data that is authenticated: context, data, its length. Returns 0 or a negative error code.
pub type gnutls_mac_hash_func = Option<unsafe extern "C" fn(*mut c_void, *const c_void, usize) -> c_int>;

/// Makes a context for a MAC. Returns 0 or a negative error code.
pub type gnutls_mac_init_func =
    Option<unsafe extern "C" fn(gnutls_mac_algorithm_t, *mut *mut c_void) -> c_int>;

/// Writes the MAC and starts anew: context, buffer, its length. Returns 0 or a negative error code.
pub type gnutls_mac_output_func = Option<unsafe extern "C" fn(*mut c_void, *mut c_void, usize) -> c_int>;

/// Sets the key of a MAC: context, key, its length. Returns 0 or a negative error code.
pub type gnutls_mac_setkey_func = Option<unsafe extern "C" fn(*mut c_void, *const c_void, usize) -> c_int>;

/// Sets the nonce of a MAC: context, nonce, its length. Returns 0 or a negative error code.
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

/// Frees the context of a cipher.
pub type gnutls_cipher_deinit_func = Option<unsafe extern "C" fn(*mut c_void)>;

/// Writes the tag of an AEAD: context, buffer, its length.
pub type gnutls_cipher_tag_func = Option<unsafe extern "C" fn(*mut c_void, *mut c_void, usize)>;

/// Frees the context of a digest.
pub type gnutls_digest_deinit_func = Option<unsafe extern "C" fn(*mut c_void)>;

/// Frees the context of a MAC.
pub type gnutls_mac_deinit_func = Option<unsafe extern "C" fn(*mut c_void)>;

/// Returns a copy of the context of a digest, or NULL.
pub type gnutls_digest_copy_func = Option<unsafe extern "C" fn(*const c_void) -> *mut c_void>;

/// Returns a copy of the context of a MAC, or NULL.
pub type gnutls_mac_copy_func = Option<unsafe extern "C" fn(*const c_void) -> *mut c_void>;
