//! Fingerprints and random art.
use core::ffi::{c_char, c_int, c_uint, c_void};

use crate::abi::*;
use crate::alg::Digest;
use crate::capi::ffi::guard;
use crate::capi::ffi::memory::{bytes_of, datum_bytes, slice, write_datum, write_sized};
use crate::crypto::hash;
use crate::error::{INVALID_REQUEST, Result};
use crate::pki::text::random_art;

/// Draws a picture of a fingerprint, as OpenSSH does, for people to compare keys by.
///
/// The picture is text of eleven lines without a newline at its end, and shows `key_type` and
/// `key_size` in its frame.
///
/// - `type_`: `GNUTLS_RANDOM_ART_OPENSSH`
/// - `key_type`: the name of the kind of key, NUL-terminated, such as "RSA"
/// - `key_size`: the bits of the key; 0 to leave them out
/// - `fpr`: the bytes of the fingerprint; NULL for none
/// - `fpr_size`: their number
/// - `art`: takes the picture, with a NUL behind it that `size` does not count; its `data` is freed
///   with `gnutls_free`
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_INVALID_REQUEST`: `key_type` or `art` is NULL, or `type_` is another
///
/// The function may be called from any thread.
///
/// Manual: `gnutls_random_art`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_random_art(
    type_: gnutls_random_art_t,
    key_type: *const c_char,
    key_size: c_uint,
    fpr: *mut c_void,
    fpr_size: usize,
    art: *mut gnutls_datum_t,
) -> c_int {
    // SAFETY: `key_type` is NULL or a C string; `fpr` is NULL or has as much space as its size says; `art` is NULL or
    // valid for a write.
    guard::unit(|| unsafe {
        if type_ != GNUTLS_RANDOM_ART_OPENSSH {
            return Err(INVALID_REQUEST);
        }
        let kind = bytes_of(key_type).ok_or(INVALID_REQUEST)?;
        write_datum(&random_art::openssh(kind, key_size, slice(fpr, fpr_size)), art)
    })
}

fn digest(algo: gnutls_digest_algorithm_t, data: &[u8]) -> Result<Vec<u8>> {
    let algo = Digest::from_raw(algo).ok_or(INVALID_REQUEST)?;
    Ok(hash::digest(algo, data).map_err(|_| INVALID_REQUEST)?.to_vec())
}

/// Writes a digest of data to a buffer, such as the fingerprint of a certificate in DER.
///
/// `gnutls_hash_fast` does the same for data that are no datum. `gnutls_x509_crt_get_fingerprint` takes
/// a certificate object.
///
/// - `algo`: the digest, such as `GNUTLS_DIG_SHA256`
/// - `data`: the data
/// - `result`: takes the digest; NULL to ask for the length
/// - `result_size`: in: the capacity of `result` in bytes; out: the length written, or needed after
///   `GNUTLS_E_SHORT_MEMORY_BUFFER`
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_SHORT_MEMORY_BUFFER`: `result` is NULL or too small
/// - `GNUTLS_E_INVALID_REQUEST`: `data` or `result_size` is NULL, or the digest is not supported
///
/// The function may be called from any thread.
///
/// Manual: `gnutls_fingerprint`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_fingerprint(
    algo: gnutls_digest_algorithm_t,
    data: *const gnutls_datum_t,
    result: *mut c_void,
    result_size: *mut usize,
) -> c_int {
    // SAFETY: `data` is NULL or a valid datum; `result` is NULL or has as much space as its size says; `result_size`
    // is NULL or valid for a write.
    guard::unit(|| unsafe {
        write_sized(&digest(algo, datum_bytes(data).ok_or(INVALID_REQUEST)?)?, result, result_size, false)
    })
}
