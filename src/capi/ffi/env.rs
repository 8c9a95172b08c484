//! Environment variables.
use core::ffi::CStr;

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
