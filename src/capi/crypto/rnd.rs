//! Random bytes.
use core::ffi::{c_int, c_uint};

use crate::abi::*;
use crate::capi::ffi::guard;
use crate::capi::ffi::memory::{alloc, free, slice_mut};
use crate::crypto::rand;
use crate::error::{INVALID_REQUEST, err};

/// Fills a buffer with random bytes.
///
/// Every level is fit for keys here: the bytes come from a generator of the calling thread, which is
/// seeded by the system, and again after a fork and after 2 MiB.
///
/// - `level`: `GNUTLS_RND_NONCE`, `GNUTLS_RND_RANDOM` or `GNUTLS_RND_KEY`
/// - `data`: takes the bytes
/// - `len`: how many; 0 is a success whatever the rest
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_RANDOM_FAILED`: the level is unknown
/// - `GNUTLS_E_RANDOM_DEVICE_ERROR`: the system gives no seed
/// - `GNUTLS_E_INVALID_REQUEST`: `data` is NULL
///
/// Any number of threads may call it: they share no state.
///
/// Since 2.12.0. Manual: `gnutls_rnd`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_rnd(level: gnutls_rnd_level_t, data: *mut c_void, len: usize) -> c_int {
    guard::unit(|| {
        if len == 0 {
            return Ok(());
        }
        if level > GNUTLS_RND_KEY {
            return err(GNUTLS_E_RANDOM_FAILED);
        }
        if data.is_null() {
            return Err(INVALID_REQUEST);
        }
        // SAFETY: `data` has `len` writable bytes (the caller).
        rand::fill(unsafe { slice_mut(data, len) })
    })
}

/// Makes the random generator of the calling thread draw a new seed from the system.
///
/// A program need not call it: that happens by itself after a fork and after 2 MiB of output. It serves
/// one whose memory was duplicated in another way, as with a snapshot of a virtual machine. The
/// generators of other threads are not touched.
///
/// Since 3.1.7. Manual: `gnutls_rnd_refresh`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_rnd_refresh() {
    guard::or((), rand::refresh)
}

/// Makes random bytes for a secret key in new memory.
///
/// The caller wipes and frees `key->data` (`gnutls_memset`, `gnutls_free`). The bytes are those of
/// `gnutls_rnd` with `GNUTLS_RND_KEY`.
///
/// - `key`: takes the bytes
/// - `key_size`: how many
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_RANDOM_DEVICE_ERROR`: the system gives no seed
/// - `GNUTLS_E_INVALID_REQUEST`: `key` is NULL
///
/// Since 3.0. Manual: `gnutls_key_generate`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_key_generate(key: *mut gnutls_datum_t, key_size: c_uint) -> c_int {
    guard::unit(|| {
        if key.is_null() {
            return Err(INVALID_REQUEST);
        }
        let data = alloc(key_size as usize)?;
        // SAFETY: `data` has `key_size` bytes, which are written before they are read; `key` is not NULL.
        unsafe {
            core::ptr::write_bytes(data, 0, key_size as usize);
            if let Err(e) = rand::fill(slice_mut(data.cast(), key_size as usize)) {
                free(data.cast());
                return Err(e);
            }
            key.write(gnutls_datum_t { data, size: key_size });
        }
        Ok(())
    })
}
