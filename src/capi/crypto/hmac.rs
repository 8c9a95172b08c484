//! Message authentication codes.
use crate::abi::*;
use crate::alg::ids::Mac;
use crate::capi::ffi::memory::{bytes_in, bytes_in_place, with_output};
use crate::capi::ffi::opaque::Opaque;
use crate::capi::ffi::{guard, opaque};
use crate::capi::object::cipher::write_output;
use crate::crypto::mac;
use crate::error::INVALID_REQUEST;

/// What a `gnutls_hmac_hd_t` points to.
pub struct HmacHandle {
    running: mac::Running,
}

// SAFETY: all handles are created by `gnutls_hmac_init` and `gnutls_hmac_copy`.
unsafe impl Opaque for hmac_hd_st {
    type Object = HmacHandle;
}

/// Begins a message authentication code with a key.
///
/// `gnutls_hmac` adds text, `gnutls_hmac_output` or `gnutls_hmac_deinit` give the MAC; the latter frees
/// the handle. The key is copied, and wiped with the handle. UMAC and GMAC want a nonce first
/// (`gnutls_hmac_set_nonce`).
///
/// - `dig`: takes the new handle
/// - `algorithm`: the MAC, as `GNUTLS_MAC_SHA256` for HMAC with SHA-256
/// - `key`: the key; may be NULL if `keylen` is 0
/// - `keylen`: its length in bytes; an HMAC takes any length, other MACs that of
///   `gnutls_hmac_get_key_size`
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_INVALID_REQUEST`: the MAC is not known, the key has a wrong length, or a pointer is NULL
///
/// Since 2.10.0. Manual: `gnutls_hmac_init`.
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

/// Sets the nonce of a UMAC or GMAC, before any text.
///
/// Each message under one key needs a nonce of its own. Without one it is zero; after
/// `gnutls_hmac_output` a UMAC counts its nonce up by one, a GMAC has the same once more. Other MACs
/// ignore the call, and so does every MAC for a nonce of a wrong length.
///
/// - `handle`: the MAC; NULL is ignored
/// - `nonce`: the nonce; copied
/// - `nonce_len`: its length in bytes: 1 to 16 with UMAC, usually 12 with GMAC
///
/// Since 3.2.0. RFC 4418, SP 800-38D. Manual: `gnutls_hmac_set_nonce`.
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

/// Adds text to a message authentication code.
///
/// It may be called any number of times; the MAC is that of all texts in a row.
///
/// - `handle`: the MAC
/// - `text`: the text; may be NULL if `textlen` is 0
/// - `textlen`: its length in bytes
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_INVALID_REQUEST`: `handle` is NULL, or `text` is NULL with a length
///
/// Since 2.10.0. Manual: `gnutls_hmac`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_hmac(handle: gnutls_hmac_hd_t, text: *const c_void, textlen: usize) -> c_int {
    guard::unit(|| {
        // SAFETY: the handle is from gnutls_hmac_init; `text` has `textlen` bytes.
        unsafe { opaque::get_mut(handle)?.running.update(bytes_in_place(text, textlen)?) }
    })
}

/// Writes the MAC of the text so far, and begins anew with the same key.
///
/// Compare MACs with `gnutls_memcmp`, which takes the same time for any two.
///
/// - `handle`: the MAC; with NULL nothing is written
/// - `digest`: takes as many bytes as `gnutls_hmac_get_len` says; with NULL nothing happens, and the
///   text so far still counts
///
/// Since 2.10.0. Manual: `gnutls_hmac_output`.
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

/// Frees a message authentication code, and wipes its key.
///
/// - `handle`: the handle of `gnutls_hmac_init` or `gnutls_hmac_copy`; NULL is ignored
/// - `digest`: takes the MAC of the text so far, as many bytes as `gnutls_hmac_get_len` says; NULL if
///   it is not wanted
///
/// Since 2.10.0. Manual: `gnutls_hmac_deinit`.
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

/// Makes a second handle with the key and the text so far of a message authentication code.
///
/// It serves MACs of texts that begin alike. The two go on apart, and each is freed with
/// `gnutls_hmac_deinit`.
///
/// - `handle`: the handle to copy, which stays as it is
///
/// Returns the new handle, or NULL if `handle` is NULL or there is no memory.
///
/// Since 3.6.9. Manual: `gnutls_hmac_copy`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_hmac_copy(handle: gnutls_hmac_hd_t) -> gnutls_hmac_hd_t {
    guard::or(core::ptr::null_mut(), || {
        let mut out = core::ptr::null_mut();
        // SAFETY: the handle is from gnutls_hmac_init; `out` is a local variable.
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

/// Computes the message authentication code of one text in one call.
///
/// It is as `gnutls_hmac_init`, `gnutls_hmac` and `gnutls_hmac_deinit` in a row. `digest` may overlap
/// key and text.
///
/// - `algorithm`: a MAC without a nonce, as `GNUTLS_MAC_SHA256` for HMAC with SHA-256
/// - `key`: the key; may be NULL if `keylen` is 0
/// - `keylen`: its length in bytes; an HMAC takes any length, other MACs that of
///   `gnutls_hmac_get_key_size`
/// - `text`: the text; may be NULL if `textlen` is 0
/// - `textlen`: its length in bytes
/// - `digest`: takes the MAC: as many bytes as `gnutls_hmac_get_len` says
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_INVALID_REQUEST`: the MAC is not known or takes a nonce, the key has a wrong length, or
///   a pointer is NULL
///
/// Any number of threads may call it.
///
/// Since 2.10.0. Manual: `gnutls_hmac_fast`.
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
            let (key, text) = (bytes_in(key, keylen)?, bytes_in_place(text, textlen)?);
            with_output(digest, algorithm.output_size(), [key, text], |out| {
                mac::once_to(algorithm, key, text, out)
            })
        }
    })
}

/// Returns the length of a MAC.
///
/// It is what `gnutls_hmac_output` and `gnutls_hmac_fast` write.
///
/// - `algorithm`: the MAC
///
/// Returns the length in bytes, 0 for a MAC that is not known.
///
/// Any thread may call it at any time.
///
/// Since 2.10.0. Manual: `gnutls_hmac_get_len`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_hmac_get_len(algorithm: gnutls_mac_algorithm_t) -> c_uint {
    guard::or(0, || Mac::from_raw(algorithm).map_or(0, |m| m.output_size() as c_uint))
}

/// Returns the usual length of a MAC's key.
///
/// An HMAC takes a key of any length; the others, made of a cipher, take this one only.
///
/// - `algorithm`: the MAC
///
/// Returns the length in bytes, 0 for a MAC that is not known.
///
/// Any thread may call it at any time.
///
/// Since 3.6.12. Manual: `gnutls_hmac_get_key_size`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_hmac_get_key_size(algorithm: gnutls_mac_algorithm_t) -> c_uint {
    guard::or(0, || Mac::from_raw(algorithm).map_or(0, |m| m.key_size() as c_uint))
}
