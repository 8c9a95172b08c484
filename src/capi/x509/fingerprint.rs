//! Fingerprints and random art.
use core::ffi::{c_char, c_int, c_uint, c_void};

use crate::abi::*;
use crate::alg::Digest;
use crate::capi::ffi::guard;
use crate::capi::ffi::memory::{bytes_of, datum_bytes, slice, write_datum, write_sized};
use crate::crypto::hash;
use crate::error::{INVALID_REQUEST, Result};
use crate::pki::text::random_art;

/// A picture of a fingerprint (`GNUTLS_RANDOM_ART_OPENSSH`); the caller frees it. Manual: `gnutls_random_art`.
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

/// A digest of data. Manual: `gnutls_fingerprint`.
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
