//! Initialization and deinitialization of the library, its version, its log and its clock.
//!
//! Loading the library sets the panic hook and, unless the application disables it, initializes the library,
//! which reads `GNUTLS_DEBUG_LEVEL` and the system's configuration.
pub mod audit;
pub mod buffer;
pub mod data;
pub mod encoding;
pub mod error;
pub mod fips140;
pub mod idna;
pub mod system_config;

use core::sync::atomic::{AtomicUsize, Ordering};

use crate::abi::*;
use crate::capi::ffi::memory::bytes_of;
use crate::capi::ffi::{env, guard, log, time};
use crate::capi::object::system_config::system_config;
use crate::error::{Result, err};

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
        crate::crypto::use_our_allocator();
        std::panic::set_hook(Box::new(|info| {
            crate::log::log!(crate::log::FAILURE, "internal error: {info}")
        }));
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
            log::set_floor(level);
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

/// Tells whether the library leaves its initialization to the program.
///
/// It is not to be called. A program that is compiled with `GNUTLS_SKIP_GLOBAL_INIT` has a function of
/// this name of its own, which returns 1; the library looks it up when it is loaded, and then waits for
/// `gnutls_global_init`.
///
/// Returns 0: the library initializes itself.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn _gnutls_global_init_skip() -> c_int {
    0
}

/// Initializes the library, if it is not initialized yet.
///
/// Programs need not call it: the library does by itself when it is loaded, unless the environment
/// variable `GNUTLS_NO_IMPLICIT_INIT` is 1 or the program was built with `GNUTLS_SKIP_GLOBAL_INIT`. It
/// reads `GNUTLS_DEBUG_LEVEL` and the system's configuration, and prepares the random generator. Calls
/// are counted; all but the first do nothing more.
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_RANDOM_DEVICE_ERROR`: the system gives no random bytes
/// - `GNUTLS_E_INVALID_REQUEST`: the system's configuration has lines that are not understood, and the environment
///   variable `GNUTLS_SYSTEM_PRIORITY_FAIL_ON_INVALID` is 1
///
/// It may be called from any thread. Manual: `gnutls_global_init`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_global_init() -> c_int {
    guard::unit(|| {
        initialize()?;
        if system_config().is_refused() { err(GNUTLS_E_INVALID_REQUEST) } else { Ok(()) }
    })
}

/// Gives back one `gnutls_global_init`.
///
/// Nothing is freed that other users of the library in the process may need: sessions and handles stay
/// usable, and are ended by their own functions. More calls than those of `gnutls_global_init` have no
/// effect. Programs that never called that function need not call this one.
///
/// It may be called from any thread. Manual: `gnutls_global_deinit`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_global_deinit() {
    guard::or((), || {
        let _ = USERS.fetch_update(Ordering::AcqRel, Ordering::Acquire, |n| n.checked_sub(1));
    });
}

/// Returns the version of the interface that the library has, if it is new enough.
///
/// It is the version of GnuTLS whose interface is implemented, 3.8.13. Numbers are compared as such:
/// 3.10 is newer than 3.9. The string is constant and not to be freed.
///
/// - `req_version`: the oldest version that will do, NUL-terminated, as `GNUTLS_VERSION` of the header;
///   NULL takes any
///
/// Returns the version, or NULL if it is older than `req_version`.
///
/// It may be called from any thread. Manual: `gnutls_check_version`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_check_version(req_version: *const c_char) -> *const c_char {
    guard::or(core::ptr::null(), || {
        // SAFETY: NULL or a C string, as the manual says.
        if req_version.is_null() || unsafe { strverscmp(req_version, GNUTLS_VERSION.as_ptr()) } <= 0 {
            GNUTLS_VERSION.as_ptr()
        } else {
            core::ptr::null()
        }
    })
}

/// Sets the clock by which certificates and other data are judged, in place of the system's.
///
/// The function is as time of the C library, and gets NULL. It is used for all validity times of the
/// process, so that a test can stand at one date. Timeouts do not use it.
///
/// - `time_func`: the function; NULL sets the system's clock again
///
/// Call it while no other thread uses the library. Since 2.12.0. Manual:
/// `gnutls_global_set_time_function`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_global_set_time_function(time_func: gnutls_time_func) {
    guard::or((), || {
        time::TIME.store(time_func.map_or(core::ptr::null_mut(), |f| f as *mut c_void), Ordering::Release);
    });
}

/// Does nothing: the library has only the system's locks.
///
/// GnuTLS lets a program replace its locks, for systems without threads of POSIX. The functions given
/// here are not called and not kept.
///
/// - `init`: not used
/// - `deinit`: not used
/// - `lock`: not used
/// - `unlock`: not used
///
/// Deprecated. Since 2.12.0. Manual: `gnutls_global_set_mutex`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_global_set_mutex(
    _init: mutex_init_func,
    _deinit: mutex_deinit_func,
    _lock: mutex_lock_func,
    _unlock: mutex_unlock_func,
) {
}

/// Does nothing: the functions by which memory is allocated are not replaced here.
///
/// What a caller frees with `gnutls_free` comes from the function that the variable `gnutls_malloc`
/// names. A program that replaces both variables before any other call has its own functions used for
/// these.
///
/// - `alloc_func`: not used
/// - `secure_alloc_func`: not used
/// - `is_secure_func`: not used
/// - `realloc_func`: not used
/// - `free_func`: not used
///
/// Deprecated, without effect since 3.3.0. Manual: `gnutls_global_set_mem_functions`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_global_set_mem_functions(
    _alloc_func: gnutls_alloc_function,
    _secure_alloc_func: gnutls_alloc_function,
    _is_secure_func: gnutls_is_secure_function,
    _realloc_func: gnutls_realloc_function,
    _free_func: gnutls_free_function,
) {
}

/// Sets the function for messages of interest to an administrator, such as attacks on the protocol.
///
/// It gets the session and a NUL-terminated message that is valid during the call. It is called once when
/// a session ends for a reason that may be an attack, whatever the level of the log is: a record that
/// cannot be decrypted, a wrong signature or Finished of a handshake, a forced lower version, an unprotected
/// renegotiation or one with another certificate, floods of records or messages. It may use the session.
///
/// - `log_func`: the function; NULL removes it
///
/// Call it while no other thread uses the library. Since 3.0. Manual:
/// `gnutls_global_set_audit_log_function`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_global_set_audit_log_function(log_func: gnutls_audit_log_func) {
    guard::or((), || {
        log::set_audit(log_func);
    });
}

/// Sets up to which level messages reach the function of `gnutls_global_set_log_function`.
///
/// Level 1 has one line for each failure, 2 decisions, 3 handshake messages, 4 records, 5 details, 9 bytes;
/// no level has secrets. The environment variable `GNUTLS_DEBUG_LEVEL` sets the level at start, and has
/// messages written to standard error; a lower level does not replace that of the environment.
///
/// - `level`: the highest level; 0, the initial value, turns messages off
///
/// It may be called from any thread, and counts for the process. Manual: `gnutls_global_set_log_level`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_global_set_log_level(level: c_int) {
    guard::or((), || {
        log::set_level(level);
    });
}

/// Sets the function that gets the messages of the library, for finding faults.
///
/// It gets the level of the message and a NUL-terminated text with a newline at its end, valid during
/// the call. `gnutls_global_set_log_level` sets which messages; at first there are none. Messages of a
/// session begin with its number and side, as `session 7 (client): `. The function may be called in any
/// thread that uses the library, and may call the library.
///
/// - `log_func`: the function; NULL turns the log off
///
/// It may be called from any thread, and counts for the process. Manual:
/// `gnutls_global_set_log_function`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_global_set_log_function(log_func: gnutls_log_func) {
    guard::or((), || {
        log::set_function(log_func);
    });
}
