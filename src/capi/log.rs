//! The log and audit functions of a program (`gnutls_global_set_log_function`).
#![allow(non_upper_case_globals)]
use core::fmt;
use core::sync::atomic::{AtomicI32, AtomicPtr, Ordering};
use std::ffi::CString;

use crate::abi::*;

/// The level, under the name by which GnuTLS's own tools know it.
#[unsafe(no_mangle)]
pub static _gnutls_log_level: AtomicI32 = AtomicI32::new(0);
static FUNCTION: AtomicPtr<c_void> = AtomicPtr::new(core::ptr::null_mut());

/// Sets the level up to which messages reach the log function (0 none, 9 and above all).
/// Manual: `gnutls_global_set_log_level`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_global_set_log_level(level: c_int) {
    _gnutls_log_level.store(level, Ordering::Relaxed);
}

/// Sets the function that gets each message with its level; NULL turns the log off.
/// Manual: `gnutls_global_set_log_function`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_global_set_log_function(log_func: gnutls_log_func) {
    let p = log_func.map_or(core::ptr::null_mut(), |f| f as *mut c_void);
    FUNCTION.store(p, Ordering::Release);
}

/// True if a message of `level` would be written: ask before formatting anything dear.
pub fn enabled(level: c_int) -> bool {
    _gnutls_log_level.load(Ordering::Relaxed) >= level && !FUNCTION.load(Ordering::Relaxed).is_null()
}

/// Gives one message to the program's log function, with a newline as GnuTLS ends them.
pub fn write(level: c_int, message: fmt::Arguments<'_>) {
    if !enabled(level) {
        return;
    }
    let p = FUNCTION.load(Ordering::Acquire);
    if p.is_null() {
        return;
    }
    if let Ok(text) = CString::new(format!("{message}\n")) {
        // SAFETY: `p` was stored from a function pointer of this very type and is not NULL.
        let f: unsafe extern "C" fn(c_int, *const c_char) = unsafe { core::mem::transmute(p) };
        // SAFETY: the program's own function, called as the manual says; `text` outlives the call.
        unsafe { f(level, text.as_ptr()) }
    }
}

static AUDIT: AtomicPtr<c_void> = AtomicPtr::new(core::ptr::null_mut());

/// Sets the audit function; `None` turns it off.
pub fn set_audit(function: gnutls_audit_log_func) {
    let p = function.map_or(core::ptr::null_mut(), |f| f as *mut c_void);
    AUDIT.store(p, Ordering::Release);
}

/// Tells the program's audit function; without one the message goes to the log at level 1.
///
/// # Safety
/// `session` is NULL or a live handle.
pub unsafe fn audit(session: gnutls_session_t, message: fmt::Arguments<'_>) {
    let p = AUDIT.load(Ordering::Acquire);
    if p.is_null() {
        return write(1, message);
    }
    if let Ok(text) = CString::new(format!("{message}\n")) {
        // SAFETY: `p` was stored from a function pointer of this very type and is not NULL.
        let f: unsafe extern "C" fn(gnutls_session_t, *const c_char) = unsafe { core::mem::transmute(p) };
        // SAFETY: the program's own function, called as the manual says; `text` outlives the call.
        unsafe { f(session, text.as_ptr()) }
    }
}
