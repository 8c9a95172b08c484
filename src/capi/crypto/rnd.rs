//! Random bytes.
use core::ffi::{c_int, c_uint};

use crate::abi::*;
use crate::capi::ffi::guard;
use crate::capi::ffi::memory::{alloc, free, slice_mut};
use crate::crypto::rand;
use crate::error::{INVALID_REQUEST, err};

/// Fills `data` with `len` random bytes. Every level is fit for keys here.
/// `GNUTLS_E_RANDOM_FAILED` for an unknown level. Manual: `gnutls_rnd`.
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
        // SAFETY: `data` has `len` writable bytes, the caller's promise.
        rand::fill(unsafe { slice_mut(data, len) })
    })
}

/// Has the calling thread's generator draw a new seed. Manual: `gnutls_rnd_refresh`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_rnd_refresh() {
    guard::or((), rand::refresh)
}

/// Random bytes for a key of `key_size` bytes, for `gnutls_free`. Manual: `gnutls_key_generate`.
/// Errors: `GNUTLS_E_MEMORY_ERROR`, `GNUTLS_E_RANDOM_FAILED`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_key_generate(key: *mut gnutls_datum_t, key_size: c_uint) -> c_int {
    guard::unit(|| {
        if key.is_null() {
            return Err(INVALID_REQUEST);
        }
        let data = alloc(key_size as usize)?;
        // SAFETY: `data` has `key_size` bytes, which are written before C sees them; `key` is not NULL.
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
