//! Hash functions.
use crate::abi::*;
use crate::alg::ids::Digest;
use crate::capi::ffi::memory::{bytes_in, slice_mut, with_output};
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

// SAFETY: `gnutls_hash_init` and `gnutls_hash_copy` make every handle.
unsafe impl Opaque for hash_hd_st {
    type Object = HashHandle;
}

// A digest inside its handle costs no second allocation.
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

/// Begins a digest; `gnutls_hash_deinit` frees `dig`. `GNUTLS_E_INVALID_REQUEST` for an unknown
/// algorithm. Manual: `gnutls_hash_init`.
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

/// Adds `textlen` bytes. `GNUTLS_E_INVALID_REQUEST` after `gnutls_hash_squeeze`. Manual: `gnutls_hash`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_hash(handle: gnutls_hash_hd_t, text: *const c_void, textlen: usize) -> c_int {
    guard::unit(|| {
        // SAFETY: the handle is from gnutls_hash_init; `text` has `textlen` bytes.
        unsafe { opaque::get_mut(handle)?.running.update(bytes_in(text, textlen)?) }
    })
}

/// Writes the next `length` bytes of a SHAKE; each call goes on where the last one ended.
/// `GNUTLS_E_INVALID_REQUEST` for any other digest. Manual: `gnutls_hash_squeeze`.
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

/// Writes the digest and begins anew; a SHAKE writes nothing. Manual: `gnutls_hash_output`.
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

/// Frees the handle; writes the digest first unless `digest` is NULL. Manual: `gnutls_hash_deinit`.
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

/// A second handle with the same state, to be freed on its own; NULL on failure.
/// Manual: `gnutls_hash_copy`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_hash_copy(handle: gnutls_hash_hd_t) -> gnutls_hash_hd_t {
    guard::or(core::ptr::null_mut(), || {
        let mut out = core::ptr::null_mut();
        // SAFETY: the handle is from gnutls_hash_init; `out` is ours.
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

/// Digests one buffer. Manual: `gnutls_hash_fast`.
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
            let text = bytes_in(text, textlen)?;
            with_output(digest, size, [text, &[]], |out| hash::digest_to(algorithm, text, out).map(|_| ()))
        }
    })
}

/// Bytes of a digest; 0 for an unknown one. Manual: `gnutls_hash_get_len`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_hash_get_len(algorithm: gnutls_digest_algorithm_t) -> c_uint {
    guard::or(0, || Digest::from_raw(algorithm).map_or(0, |d| d.output_size() as c_uint))
}
