//! Functions that ciphers, hashes and MACs have in common.

use crate::abi::*;
use crate::alg::ids::Cipher;
use crate::error::Error;

/// Writes a digest to an output buffer of C.
///
/// # Safety
/// `out` is NULL or has space for `bytes`.
pub unsafe fn write_output(bytes: &[u8], out: *mut c_void) {
    if !out.is_null() {
        // SAFETY: `out` is NULL or has as much space as its size says.
        unsafe { core::ptr::copy_nonoverlapping(bytes.as_ptr(), out.cast(), bytes.len()) }
    }
}

pub const SHORT: Error = Error::new(GNUTLS_E_SHORT_MEMORY_BUFFER);

/// GnuTLS's error for a key or an IV of the wrong length, which is different for AES.
pub fn wrong_length(cipher: Cipher) -> Error {
    Error::new(match cipher {
        Cipher::Aes128Cbc
        | Cipher::Aes192Cbc
        | Cipher::Aes256Cbc
        | Cipher::Aes128Gcm
        | Cipher::Aes192Gcm
        | Cipher::Aes256Gcm
        | Cipher::Aes128Xts
        | Cipher::Aes256Xts => GNUTLS_E_INTERNAL_ERROR,
        _ => GNUTLS_E_INVALID_REQUEST,
    })
}
