//! Hash functions.
use crate::abi::*;
use crate::alg::ids::Digest;
use crate::capi::ffi::memory::{bytes_in_place, slice_mut, with_output};
use crate::capi::ffi::opaque::Opaque;
use crate::capi::ffi::{guard, opaque};
use crate::capi::object::cipher::write_output;
use crate::crypto::hash;
use crate::crypto::hash::{Hash, Shake};
use crate::error::{INVALID_REQUEST, Result};

/// What a `gnutls_hash_hd_t` points to.
pub struct HashHandle {
    digest: Digest,
    running: Running,
}

// SAFETY: all handles are created by `gnutls_hash_init` and `gnutls_hash_copy`.
unsafe impl Opaque for hash_hd_st {
    type Object = HashHandle;
}

// Storing the digest in the handle avoids a second allocation.
#[expect(clippy::large_enum_variant)]
#[derive(Clone)]
enum Running {
    Fixed(Hash),
    /// A SHAKE, and whether output was taken already.
    Shake(Shake, bool),
}

impl Running {
    fn new(digest: Digest) -> Result<Running> {
        match digest {
            Digest::Shake128 | Digest::Shake256 => Ok(Running::Shake(Shake::new(digest)?, false)),
            _ => Ok(Running::Fixed(Hash::new(digest).map_err(|_| INVALID_REQUEST)?)),
        }
    }

    fn update(&mut self, data: &[u8]) -> Result<()> {
        match self {
            Running::Fixed(hash) => hash.update(data),
            Running::Shake(shake, false) => shake.update(data),
            Running::Shake(_, true) => return Err(INVALID_REQUEST),
        }
        Ok(())
    }

    /// The digest; nothing for a SHAKE, whose output has no length of its own.
    fn finish(self) -> hash::Output {
        match self {
            Running::Fixed(hash) => hash.finish(),
            Running::Shake(..) => hash::Output::default(),
        }
    }
}

/// A digest by its number, if a supplier has it and its output has a length.
fn known(algorithm: gnutls_digest_algorithm_t) -> Result<(Digest, usize)> {
    let digest = Digest::from_raw(algorithm).ok_or(INVALID_REQUEST)?;
    Ok((digest, hash::size(digest).ok_or(INVALID_REQUEST)?))
}

/// Begins a digest.
///
/// `gnutls_hash` adds text, `gnutls_hash_output` or `gnutls_hash_deinit` give the digest; the latter
/// frees the handle. A SHAKE has no length of its own: `gnutls_hash_squeeze` gives its output.
///
/// - `dig`: takes the new handle
/// - `algorithm`: the digest, as `GNUTLS_DIG_SHA256`
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_INVALID_REQUEST`: the digest is not known, or `dig` is NULL
///
/// Since 2.10.0. Manual: `gnutls_hash_init`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_hash_init(
    dig: *mut gnutls_hash_hd_t,
    algorithm: gnutls_digest_algorithm_t,
) -> c_int {
    guard::unit(|| {
        let digest = Digest::from_raw(algorithm).ok_or(INVALID_REQUEST)?;
        // SAFETY: `dig` is NULL or writable.
        unsafe { opaque::give(dig, HashHandle { digest, running: Running::new(digest)? }) }
    })
}

/// Adds text to a digest.
///
/// It may be called any number of times; the digest is that of all texts in a row.
///
/// - `handle`: the digest
/// - `text`: the text; may be NULL if `textlen` is 0
/// - `textlen`: its length in bytes
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_INVALID_REQUEST`: `handle` is NULL, `text` is NULL with a length, or output of a SHAKE
///   was taken already
///
/// Since 2.10.0. Manual: `gnutls_hash`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_hash(handle: gnutls_hash_hd_t, text: *const c_void, textlen: usize) -> c_int {
    guard::unit(|| {
        // SAFETY: the handle is from gnutls_hash_init; `text` has `textlen` bytes.
        unsafe { opaque::get_mut(handle)?.running.update(bytes_in_place(text, textlen)?) }
    })
}

/// Writes the next bytes of the output of a SHAKE.
///
/// Each call goes on where the last one ended, so that the output may have any length. After the first
/// one no text can be added; `gnutls_hash_output` begins anew.
///
/// - `handle`: a digest of `GNUTLS_DIG_SHAKE_128` or `GNUTLS_DIG_SHAKE_256`
/// - `digest`: takes the bytes
/// - `length`: how many
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_INVALID_REQUEST`: `handle` is NULL, another digest, or `digest` is NULL with a length
///
/// Since 3.8.6. FIPS 202 section 6.2. Manual: `gnutls_hash_squeeze`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_hash_squeeze(
    handle: gnutls_hash_hd_t,
    digest: *mut c_void,
    length: usize,
) -> c_int {
    guard::unit(|| {
        // SAFETY: the handle is from gnutls_hash_init; `digest` has `length` bytes.
        unsafe {
            let Running::Shake(shake, taken) = &mut opaque::get_mut(handle)?.running else {
                return Err(INVALID_REQUEST);
            };
            if digest.is_null() && length > 0 {
                return Err(INVALID_REQUEST);
            }
            *taken = true;
            shake.squeeze(slice_mut(digest, length))
        }
    })
}

/// Writes the digest of the text so far, and begins anew.
///
/// A SHAKE writes nothing, and begins anew too.
///
/// - `handle`: the digest; with NULL nothing is written
/// - `digest`: takes as many bytes as `gnutls_hash_get_len` says; with NULL nothing is written, and the
///   text so far is forgotten
///
/// Since 2.10.0. Manual: `gnutls_hash_output`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_hash_output(handle: gnutls_hash_hd_t, digest: *mut c_void) {
    guard::or((), || {
        // SAFETY: the handle is from gnutls_hash_init; `digest` has space for the algorithm's output.
        unsafe {
            if let Ok(h) = opaque::get_mut(handle)
                && let Ok(fresh) = Running::new(h.digest)
            {
                write_output(&core::mem::replace(&mut h.running, fresh).finish(), digest);
            }
        }
    })
}

/// Frees a digest.
///
/// - `handle`: the handle of `gnutls_hash_init` or `gnutls_hash_copy`; NULL is ignored
/// - `digest`: takes the digest of the text so far, as many bytes as `gnutls_hash_get_len` says; NULL
///   if it is not wanted
///
/// Since 2.10.0. Manual: `gnutls_hash_deinit`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_hash_deinit(handle: gnutls_hash_hd_t, digest: *mut c_void) {
    guard::or((), || {
        // SAFETY: as gnutls_hash_output; the handle is not used again.
        unsafe {
            if let Some(h) = opaque::take(handle)
                && !digest.is_null()
            {
                write_output(&h.running.finish(), digest);
            }
        }
    })
}

/// Makes a second handle with the text so far of a digest.
///
/// It serves digests of texts that begin alike, or one in between. The two go on apart, and each is
/// freed with `gnutls_hash_deinit`.
///
/// - `handle`: the handle to copy, which stays as it is
///
/// Returns the new handle, or NULL if `handle` is NULL or there is no memory.
///
/// Since 3.6.9. Manual: `gnutls_hash_copy`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_hash_copy(handle: gnutls_hash_hd_t) -> gnutls_hash_hd_t {
    guard::or(core::ptr::null_mut(), || {
        let mut out = core::ptr::null_mut();
        // SAFETY: the handle is from gnutls_hash_init; `out` is a local variable.
        unsafe {
            if let Ok(h) = opaque::get(handle) {
                let copy = HashHandle { digest: h.digest, running: h.running.clone() };
                if opaque::give(&mut out, copy).is_err() {
                    return core::ptr::null_mut();
                }
            }
        }
        out
    })
}

/// Computes the digest of one text in one call.
///
/// It is as `gnutls_hash_init`, `gnutls_hash` and `gnutls_hash_deinit` in a row. `digest` may overlap
/// the text.
///
/// - `algorithm`: the digest, as `GNUTLS_DIG_SHA256`; no SHAKE
/// - `text`: the text; may be NULL if `textlen` is 0
/// - `textlen`: its length in bytes
/// - `digest`: takes as many bytes as `gnutls_hash_get_len` says
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_INVALID_REQUEST`: the digest is not known or a SHAKE, `digest` is NULL, or `text` is
///   NULL with a length
///
/// Any number of threads may call it.
///
/// Since 2.10.0. Manual: `gnutls_hash_fast`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_hash_fast(
    algorithm: gnutls_digest_algorithm_t,
    text: *const c_void,
    textlen: usize,
    digest: *mut c_void,
) -> c_int {
    guard::unit(|| {
        if digest.is_null() {
            return Err(INVALID_REQUEST);
        }
        // SAFETY: `text` has `textlen` bytes, `digest` has space for the algorithm's output.
        unsafe {
            let (algorithm, size) = known(algorithm)?;
            let text = bytes_in_place(text, textlen)?;
            with_output(digest, size, [text, &[]], |out| hash::digest_to(algorithm, text, out).map(|_| ()))
        }
    })
}

/// Returns the length of a digest.
///
/// It is what `gnutls_hash_output` and `gnutls_hash_fast` write.
///
/// - `algorithm`: the digest
///
/// Returns the length in bytes; 0 for a digest that is not known, and for a SHAKE, whose output has any
/// length.
///
/// Any thread may call it at any time.
///
/// Since 2.10.0. Manual: `gnutls_hash_get_len`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_hash_get_len(algorithm: gnutls_digest_algorithm_t) -> c_uint {
    guard::or(0, || Digest::from_raw(algorithm).map_or(0, |d| d.output_size() as c_uint))
}
