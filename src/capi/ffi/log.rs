//! The log and audit functions of the application (`gnutls_global_set_log_function`). The lines come from
//! [`crate::log`].
use core::fmt;
use core::sync::atomic::{AtomicI32, AtomicPtr, Ordering};
use std::ffi::CString;

use crate::abi::*;
use crate::capi::ffi::cancel;
use crate::log;

/// The log level. GnuTLS's tools use the variable by this name.
#[unsafe(no_mangle)]
pub static _gnutls_log_level: AtomicI32 = AtomicI32::new(0);

static FUNCTION: AtomicPtr<c_void> = AtomicPtr::new(core::ptr::null_mut());

/// Sets the log function; `None` disables it.
pub fn set_function(function: gnutls_log_func) {
    let p = function.map_or(core::ptr::null_mut(), |f| f as *mut c_void);
    FUNCTION.store(p, Ordering::Release);
    log::set_sink(pass);
    log::set_listening(!p.is_null());
}

/// The level that `GNUTLS_DEBUG_LEVEL` asks for, or 0.
static FLOOR: AtomicI32 = AtomicI32::new(0);

/// Sets the log level. A user who asks for lines by the environment gets them, even if the application asks for none.
pub fn set_level(level: c_int) {
    _gnutls_log_level.store(level.max(FLOOR.load(Ordering::Relaxed)), Ordering::Relaxed);
}

/// Sets the level of the environment.
pub fn set_floor(level: c_int) {
    FLOOR.store(level, Ordering::Relaxed);
    set_level(level);
}

/// Passes a line to the application's log function, with a newline at its end as in GnuTLS.
fn pass(level: c_int, line: &str) {
    let p = FUNCTION.load(Ordering::Acquire);
    if p.is_null() {
        return;
    }
    if let Ok(text) = CString::new(format!("{line}\n")) {
        // SAFETY: `p` was stored from a function pointer of this type and is not NULL.
        let f: unsafe extern "C" fn(c_int, *const c_char) = unsafe { core::mem::transmute(p) };
        let _held = cancel::Held::begin();
        // SAFETY: the application's own function, called as the manual says; `text` outlives the call.
        unsafe { f(level, text.as_ptr()) }
    }
}

static AUDIT: AtomicPtr<c_void> = AtomicPtr::new(core::ptr::null_mut());

/// Sets the audit function; `None` disables it.
pub fn set_audit(function: gnutls_audit_log_func) {
    let p = function.map_or(core::ptr::null_mut(), |f| f as *mut c_void);
    AUDIT.store(p, Ordering::Release);
    log::set_auditing(!p.is_null());
}

/// Passes a message to the application's audit function, if one is set.
///
/// # Safety
/// `session` is NULL or a live handle.
pub unsafe fn audit(session: gnutls_session_t, message: fmt::Arguments<'_>) {
    let p = AUDIT.load(Ordering::Acquire);
    if p.is_null() {
        return;
    }
    if let Ok(text) = CString::new(format!("{message}\n")) {
        // SAFETY: `p` was stored from a function pointer of this type and is not NULL.
        let f: unsafe extern "C" fn(gnutls_session_t, *const c_char) = unsafe { core::mem::transmute(p) };
        let _held = cancel::Held::begin();
        // SAFETY: the application's own function, called as the manual says; `text` outlives the call.
        unsafe { f(session, text.as_ptr()) }
    }
}
