//! Initialization and deinitialization of the library, its version, its log and its clock.
//!
//! Loading the library sets the panic hook and, unless the application disables it, initializes the library,
//! which reads `GNUTLS_DEBUG_LEVEL` and the system's configuration.
pub mod data;
pub mod encoding;
pub mod error;
pub mod fips140;
pub mod idna;
pub mod system_config;

use core::ffi::CStr;
use core::sync::atomic::{AtomicUsize, Ordering};

use crate::abi::*;
use crate::capi::ffi::memory::bytes_of;
use crate::capi::ffi::{env, guard, log, time};
use crate::capi::object::system_config::system_config;
use crate::error::Result;

/// The version of the interface.
const VERSION: &CStr = c"3.8.13";

/// How often the library was initialized and not given back.
static USERS: AtomicUsize = AtomicUsize::new(0);

unsafe extern "C" {
    fn strverscmp(a: *const c_char, b: *const c_char) -> c_int;
}

#[used]
#[unsafe(link_section = ".init_array")]
static CONSTRUCTOR: extern "C" fn() = constructor;

/// Runs when the library is loaded.
extern "C" fn constructor() {
    guard::or((), || {
        std::panic::set_hook(Box::new(|info| log::write(1, format_args!("internal error: {info}"))));
        let no_implicit = env::variable(c"GNUTLS_NO_IMPLICIT_INIT").is_some_and(|v| v == b"1");
        if !no_implicit && !skipped() {
            // An error is not lost: the first use of what failed returns it again.
            let _ = initialize();
        }
    });
}

/// What the application's own `_gnutls_global_init_skip` says (it has one if it is built with
/// `GNUTLS_SKIP_GLOBAL_INIT`): ours is bound at link time, so the first in the process is looked up.
fn skipped() -> bool {
    // SAFETY: the symbol is a function of this type wherever it is defined.
    unsafe {
        let found = libc::dlsym(libc::RTLD_DEFAULT, c"_gnutls_global_init_skip".as_ptr());
        if found.is_null() {
            return false;
        }
        let skip: unsafe extern "C" fn() -> c_int = core::mem::transmute(found);
        skip() != 0
    }
}

fn initialize() -> Result<()> {
    if USERS.fetch_add(1, Ordering::AcqRel) > 0 {
        return Ok(());
    }
    let level = env::variable(c"GNUTLS_DEBUG_LEVEL");
    let level = level.and_then(|v| core::str::from_utf8(&v).ok()?.trim().parse::<c_int>().ok());
    if let Some(level) = level {
        // SAFETY: a function of the right type that exists as long as the library is loaded.
        unsafe {
            gnutls_global_set_log_level(level);
            gnutls_global_set_log_function(Some(to_stderr));
        }
    }
    system_config();
    crate::crypto::prepare()
}

/// The log function of `GNUTLS_DEBUG_LEVEL`.
unsafe extern "C" fn to_stderr(level: c_int, message: *const c_char) {
    // SAFETY: a C string, from this library's log.
    let message = unsafe { bytes_of(message) }.unwrap_or_default();
    let line = [format!("gnutls[{level}]: ").as_bytes(), message].concat();
    // SAFETY: `line` is valid for reads of its length. A failed write is ignored.
    unsafe { libc::write(2, line.as_ptr().cast(), line.len()) };
}

/// 0: the library is initialized when it is loaded. An application may define its own, before ours.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn _gnutls_global_init_skip() -> c_int {
    0
}

/// Initializes the library if it is not. Counted: each call asks for one `gnutls_global_deinit`.
/// Manual: `gnutls_global_init`. Errors: `GNUTLS_E_RANDOM_DEVICE_ERROR`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_global_init() -> c_int {
    guard::unit(initialize)
}

/// Gives back one `gnutls_global_init`; more calls than those are without effect.
/// Manual: `gnutls_global_deinit`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_global_deinit() {
    guard::or((), || {
        let _ = USERS.fetch_update(Ordering::AcqRel, Ordering::Acquire, |n| n.checked_sub(1));
    });
}

/// The version of the library; NULL if it is older than `req_version`. The string is constant.
/// Manual: `gnutls_check_version`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_check_version(req_version: *const c_char) -> *const c_char {
    guard::or(core::ptr::null(), || {
        // SAFETY: NULL or a C string, as the manual says.
        if req_version.is_null() || unsafe { strverscmp(req_version, VERSION.as_ptr()) } <= 0 {
            VERSION.as_ptr()
        } else {
            core::ptr::null()
        }
    })
}

/// Sets the clock of the library; NULL sets the system's again. Not while other functions run.
/// Manual: `gnutls_global_set_time_function`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_global_set_time_function(time_func: gnutls_time_func) {
    guard::or((), || {
        time::TIME.store(time_func.map_or(core::ptr::null_mut(), |f| f as *mut c_void), Ordering::Release);
    });
}

/// Accepted and not used: the library's locks are those of the system, as it has no other.
/// Manual: `gnutls_global_set_mutex`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_global_set_mutex(
    _init: mutex_init_func,
    _deinit: mutex_deinit_func,
    _lock: mutex_lock_func,
    _unlock: mutex_unlock_func,
) {
}

/// Accepted and not used, as the manual says since 3.3.0.
/// Manual: `gnutls_global_set_mem_functions`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_global_set_mem_functions(
    _alloc_func: gnutls_alloc_function,
    _secure_alloc_func: gnutls_alloc_function,
    _is_secure_func: gnutls_is_secure_function,
    _realloc_func: gnutls_realloc_function,
    _free_func: gnutls_free_function,
) {
}

/// Sets the function that is told of what an administrator should know, with the session if there is
/// one; NULL for none.
/// Manual: `gnutls_global_set_audit_log_function`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_global_set_audit_log_function(log_func: gnutls_audit_log_func) {
    guard::or((), || {
        log::set_audit(log_func);
    });
}

/// Sets the level up to which messages reach the log function (0 none, 9 and above all).
/// Manual: `gnutls_global_set_log_level`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_global_set_log_level(level: c_int) {
    guard::or((), || {
        log::_gnutls_log_level.store(level, Ordering::Relaxed);
    });
}

/// Sets the function that gets each message with its level; NULL turns the log off.
/// Manual: `gnutls_global_set_log_function`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_global_set_log_function(log_func: gnutls_log_func) {
    guard::or((), || {
        let p = log_func.map_or(core::ptr::null_mut(), |f| f as *mut c_void);
        log::FUNCTION.store(p, Ordering::Release);
    });
}
