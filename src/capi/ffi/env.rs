//! Environment variables.
use core::ffi::CStr;
use core::mem::MaybeUninit;
use core::ptr;

use crate::abi::*;
use crate::capi::ffi::memory::bytes_of;

unsafe extern "C" {
    fn secure_getenv(name: *const c_char) -> *const c_char;
}

/// The value of an environment variable; `None` in a set-uid program.
pub fn variable(name: &CStr) -> Option<Vec<u8>> {
    // SAFETY: `name` is a C string; the value is copied immediately.
    unsafe { bytes_of(secure_getenv(name.as_ptr())) }.map(<[u8]>::to_vec)
}

/// The folder of the user: what the environment says, or else the user database.
pub fn home() -> Option<Vec<u8>> {
    variable(c"HOME").or_else(|| {
        let mut entry = MaybeUninit::<libc::passwd>::uninit();
        let (mut text, mut found) = ([0; 4096], ptr::null_mut());
        // SAFETY: all of it is valid for writes, `text` for its size; `found` is NULL or the entry, whose strings are in
        // `text` and are copied.
        unsafe {
            libc::getpwuid_r(
                libc::getuid(),
                entry.as_mut_ptr(),
                text.as_mut_ptr(),
                text.len(),
                &raw mut found,
            );
            bytes_of(found.as_ref()?.pw_dir).map(<[u8]>::to_vec)
        }
    })
}
