//! Message authentication codes.
use crate::abi::*;
use crate::alg::ids::Mac;
use crate::capi::ffi::memory::{bytes_in, with_output};
use crate::capi::ffi::opaque::Opaque;
use crate::capi::ffi::{guard, opaque};
use crate::capi::object::cipher::write_output;
use crate::crypto::mac;
use crate::error::INVALID_REQUEST;

/// What a `gnutls_hmac_hd_t` points to.
pub struct HmacHandle {
    running: mac::Running,
}

// SAFETY: `gnutls_hmac_init` and `gnutls_hmac_copy` make every handle.
unsafe impl Opaque for hmac_hd_st {
    type Object = HmacHandle;
}

/// Begins a MAC; `gnutls_hmac_deinit` frees `dig`. `GNUTLS_E_INVALID_REQUEST` for an unknown algorithm, or a
/// key of a length that it does not take (an HMAC takes any). Manual: `gnutls_hmac_init`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_hmac_init(
    dig: *mut gnutls_hmac_hd_t,
    algorithm: gnutls_mac_algorithm_t,
    key: *const c_void,
    keylen: usize,
) -> c_int {
    guard::unit(|| {
        let algorithm = Mac::from_raw(algorithm).ok_or(INVALID_REQUEST)?;
        // SAFETY: `key` has `keylen` bytes; `dig` is NULL or writable.
        unsafe {
            let running = mac::Running::new(algorithm, bytes_in(key, keylen)?)?;
            opaque::give(dig, HmacHandle { running })
        }
    })
}

/// The nonce of a UMAC or GMAC, before the text; without effect on other MACs. Without one it is zero.
/// Manual: `gnutls_hmac_set_nonce`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_hmac_set_nonce(
    handle: gnutls_hmac_hd_t,
    nonce: *const c_void,
    nonce_len: usize,
) {
    guard::unit(|| {
        // SAFETY: the handle is from gnutls_hmac_init; `nonce` has `nonce_len` bytes.
        unsafe { opaque::get_mut(handle)?.running.set_nonce(bytes_in(nonce, nonce_len)?) }
    });
}

/// Adds `textlen` bytes. Manual: `gnutls_hmac`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_hmac(handle: gnutls_hmac_hd_t, text: *const c_void, textlen: usize) -> c_int {
    guard::unit(|| {
        // SAFETY: the handle is from gnutls_hmac_init; `text` has `textlen` bytes.
        unsafe { opaque::get_mut(handle)?.running.update(bytes_in(text, textlen)?) }
    })
}

/// Writes the MAC and begins anew with the same key; nothing happens if `digest` is NULL. Manual: `gnutls_hmac_output`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_hmac_output(handle: gnutls_hmac_hd_t, digest: *mut c_void) {
    guard::or((), || {
        // SAFETY: the handle is from gnutls_hmac_init; `digest` has space for the algorithm's output.
        unsafe {
            if digest.is_null() {
                return;
            }
            if let Ok(h) = opaque::get_mut(handle)
                && let Ok(made) = h.running.finish()
            {
                write_output(&made, digest);
            }
        }
    })
}

/// Frees the handle; writes the MAC first unless `digest` is NULL. Manual: `gnutls_hmac_deinit`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_hmac_deinit(handle: gnutls_hmac_hd_t, digest: *mut c_void) {
    guard::or((), || {
        // SAFETY: as gnutls_hmac_output; the handle is not used again.
        unsafe {
            if let Some(mut h) = opaque::take(handle)
                && !digest.is_null()
                && let Ok(made) = h.running.finish()
            {
                write_output(&made, digest);
            }
        }
    })
}

/// A second handle with the same state, to be freed on its own; NULL on failure.
/// Manual: `gnutls_hmac_copy`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_hmac_copy(handle: gnutls_hmac_hd_t) -> gnutls_hmac_hd_t {
    guard::or(core::ptr::null_mut(), || {
        let mut out = core::ptr::null_mut();
        // SAFETY: the handle is from gnutls_hmac_init; `out` is ours.
        unsafe {
            let Ok(h) = opaque::get(handle) else { return out };
            let copy = HmacHandle { running: h.running.clone() };
            if opaque::give(&mut out, copy).is_err() {
                return core::ptr::null_mut();
            }
        }
        out
    })
}

/// The MAC of one buffer. `GNUTLS_E_INVALID_REQUEST` as `gnutls_hmac_init`, and for a MAC that takes a nonce.
/// Manual: `gnutls_hmac_fast`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_hmac_fast(
    algorithm: gnutls_mac_algorithm_t,
    key: *const c_void,
    keylen: usize,
    text: *const c_void,
    textlen: usize,
    digest: *mut c_void,
) -> c_int {
    guard::unit(|| {
        if digest.is_null() {
            return Err(INVALID_REQUEST);
        }
        // SAFETY: `key` and `text` have their lengths, `digest` has space for the algorithm's output.
        unsafe {
            let algorithm = Mac::from_raw(algorithm).ok_or(INVALID_REQUEST)?;
            let (key, text) = (bytes_in(key, keylen)?, bytes_in(text, textlen)?);
            with_output(digest, algorithm.output_size(), [key, text], |out| {
                mac::once_to(algorithm, key, text, out)
            })
        }
    })
}

/// Bytes of a MAC; 0 for an unknown one. Manual: `gnutls_hmac_get_len`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_hmac_get_len(algorithm: gnutls_mac_algorithm_t) -> c_uint {
    guard::or(0, || Mac::from_raw(algorithm).map_or(0, |m| m.output_size() as c_uint))
}

/// Bytes of a MAC's usual key; 0 for an unknown one. Manual: `gnutls_hmac_get_key_size`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_hmac_get_key_size(algorithm: gnutls_mac_algorithm_t) -> c_uint {
    guard::or(0, || Mac::from_raw(algorithm).map_or(0, |m| m.key_size() as c_uint))
}
