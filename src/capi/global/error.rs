//! Error codes as text.
use crate::abi::*;
use crate::capi::ffi::guard;
use crate::capi::ffi::memory::write_out;
use crate::error::{alert_of, table};

/// What a code means, for a reader; never NULL. The string is constant.
/// Manual: `gnutls_strerror`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_strerror(error: c_int) -> *const c_char {
    guard::or(core::ptr::null(), || {
        table::entry(error).map_or(c"(unknown error code)", table::Entry::c_text).as_ptr()
    })
}

/// The name of a code; NULL for an unknown one. The string is constant.
/// Manual: `gnutls_strerror_name`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_strerror_name(error: c_int) -> *const c_char {
    guard::or(core::ptr::null(), || table::entry(error).map_or(core::ptr::null(), |e| e.c_name().as_ptr()))
}

/// 1 if the session cannot go on after this code, 0 if the call may be tried again; 0 for what is no
/// error. An unknown negative code is fatal.
/// Manual: `gnutls_error_is_fatal`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_error_is_fatal(error: c_int) -> c_int {
    guard::or(1, || (error < 0 && table::entry(error).is_none_or(|e| e.fatal)).into())
}

/// The alert that tells the peer of this code; its level through `level` unless that is NULL.
/// Manual: `gnutls_error_to_alert`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_error_to_alert(err: c_int, level: *mut c_int) -> c_int {
    guard::or(GNUTLS_E_INTERNAL_ERROR, || {
        let (of, alert) = alert_of(err);
        // SAFETY: `level` is NULL or valid for a write.
        unsafe { write_out(level, of as c_int) };
        alert as c_int
    })
}

/// Writes what a code means to standard error, as the manual has it.
/// Manual: `gnutls_perror`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_perror(error: c_int) {
    guard::or((), || {
        let text = table::entry(error).map_or(c"(unknown error code)", table::Entry::c_text);
        let line = [b"GnuTLS error: ", text.to_bytes(), b"\n"].concat();
        // SAFETY: `line` is valid for reads of its length. A failed write is ignored.
        unsafe { libc::write(2, line.as_ptr().cast(), line.len()) };
    });
}
