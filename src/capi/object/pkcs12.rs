//! PKCS #12 files and bags.
use core::ffi::{c_uint, c_void};

use crate::abi::*;
use crate::capi::ffi::memory::{slice_mut, write_out};
use crate::capi::ffi::opaque::Opaque;
use crate::error::{Result, err};
use crate::pki::pkcs12::Pfx;
use crate::pki::pkcs12::bag::Bag;

// SAFETY: all handles are created by `gnutls_pkcs12_init`.
unsafe impl Opaque for gnutls_pkcs12_int {
    type Object = Pfx;
}

// SAFETY: all handles are created by `gnutls_pkcs12_bag_init`.
unsafe impl Opaque for gnutls_pkcs12_bag_int {
    type Object = Bag;
}

/// Writes a salt. `size` is the capacity on entry and the length on return; with NULL as `buffer` the length
/// alone is written. Fails with `GNUTLS_E_SHORT_MEMORY_BUFFER`.
///
/// # Safety
/// `size` is NULL or valid for a write, `buffer` is NULL or has as much space as `size` says.
pub unsafe fn write_salt(salt: &[u8], buffer: *mut c_void, size: *mut c_uint) -> Result<()> {
    if size.is_null() {
        return Ok(());
    }
    // SAFETY: `size` is not NULL; `buffer` has the capacity that it says.
    unsafe {
        let capacity = *size as usize;
        write_out(size, salt.len() as c_uint);
        if !buffer.is_null() {
            if capacity < salt.len() {
                return err(GNUTLS_E_SHORT_MEMORY_BUFFER);
            }
            slice_mut(buffer, salt.len()).copy_from_slice(salt);
        }
    }
    Ok(())
}
