//! Begin and end of the library, its version, its log (manual: Core functions, Initialization).
//!
//! Loading does next to nothing: the panic hook is set, and unless the program says otherwise the
//! library is initialized, which reads `GNUTLS_DEBUG_LEVEL` and the system's configuration.
use core::ffi::CStr;
use core::sync::atomic::{AtomicPtr, AtomicUsize, Ordering};
use std::ffi::CString;

use super::memory::{self, datum};
use super::{guard, log};
use crate::abi::*;
use crate::error::{Error, Result, err};

/// The version of the interface.
const VERSION: &CStr = c"3.8.13";

/// How often the library was initialized and not given back.
static USERS: AtomicUsize = AtomicUsize::new(0);
static TIME: AtomicPtr<c_void> = AtomicPtr::new(core::ptr::null_mut());

unsafe extern "C" {
    fn secure_getenv(name: *const c_char) -> *const c_char;
    fn strverscmp(a: *const c_char, b: *const c_char) -> c_int;
}

/// An environment variable, not for a set-uid program.
pub fn environment(name: &CStr) -> Option<Vec<u8>> {
    // SAFETY: a C string; the value is copied at once.
    unsafe { memory::bytes_of(secure_getenv(name.as_ptr())) }.map(<[u8]>::to_vec)
}

#[used]
#[unsafe(link_section = ".init_array")]
static CONSTRUCTOR: extern "C" fn() = constructor;

/// Runs when the library is loaded.
extern "C" fn constructor() {
    guard::or((), || {
        std::panic::set_hook(Box::new(|info| log::write(1, format_args!("internal error: {info}"))));
        let no_implicit = environment(c"GNUTLS_NO_IMPLICIT_INIT").is_some_and(|v| v == b"1");
        if !no_implicit && !skipped() {
            // The first use of what failed says so again.
            let _ = initialize();
        }
    });
}

/// What the program's own `_gnutls_global_init_skip` says (it has one if it is built with
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
    let level = environment(c"GNUTLS_DEBUG_LEVEL");
    let level = level.and_then(|v| core::str::from_utf8(&v).ok()?.trim().parse::<c_int>().ok());
    if let Some(level) = level {
        // SAFETY: a function of the right type that lives as long as the library.
        unsafe {
            log::gnutls_global_set_log_level(level);
            log::gnutls_global_set_log_function(Some(to_stderr));
        }
    }
    super::config::current();
    crate::crypto::prepare()
}

/// The log function of `GNUTLS_DEBUG_LEVEL`.
unsafe extern "C" fn to_stderr(level: c_int, message: *const c_char) {
    // SAFETY: a C string, from our own log.
    let message = unsafe { memory::bytes_of(message) }.unwrap_or_default();
    let line = [format!("gnutls[{level}]: ").as_bytes(), message].concat();
    // SAFETY: the bytes of `line`; a failed write is nobody's concern.
    unsafe { libc::write(2, line.as_ptr().cast(), line.len()) };
}

/// 0: the library is initialized when it is loaded. A program may define its own, before ours.
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
    let _ = USERS.fetch_update(Ordering::AcqRel, Ordering::Acquire, |n| n.checked_sub(1));
}

/// The version of the library; NULL if it is older than `req_version`. The string is constant.
/// Manual: `gnutls_check_version`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_check_version(req_version: *const c_char) -> *const c_char {
    // SAFETY: NULL or a C string, as the manual says.
    if req_version.is_null() || unsafe { strverscmp(req_version, VERSION.as_ptr()) } <= 0 {
        VERSION.as_ptr()
    } else {
        core::ptr::null()
    }
}

/// Sets the clock of the library; NULL sets the system's again. Not while other functions run.
/// Manual: `gnutls_global_set_time_function`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_global_set_time_function(time_func: gnutls_time_func) {
    TIME.store(time_func.map_or(core::ptr::null_mut(), |f| f as *mut c_void), Ordering::Release);
}

/// The time by the clock that the program set, or the system's.
pub fn now() -> time_t {
    let set = TIME.load(Ordering::Acquire);
    // SAFETY: `set` was stored from a function of this type; both allow a NULL argument.
    unsafe {
        if set.is_null() {
            let mut at = libc::timespec { tv_sec: 0, tv_nsec: 0 };
            libc::clock_gettime(libc::CLOCK_REALTIME, &mut at);
            return at.tv_sec;
        }
        let time: unsafe extern "C" fn(*mut time_t) -> time_t = core::mem::transmute(set);
        time(core::ptr::null_mut())
    }
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
    log::set_audit(log_func);
}

/// How the library was built, as names and values; the last name is NULL. The list is constant.
/// Manual: `gnutls_get_library_config`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_get_library_config() -> *const gnutls_library_config_st {
    struct Config([gnutls_library_config_st; 4]);
    // SAFETY: constant pointers to constant strings.
    unsafe impl Sync for Config {}
    const fn row(name: &'static CStr, value: &'static CStr) -> gnutls_library_config_st {
        gnutls_library_config_st { name: name.as_ptr(), value: value.as_ptr() }
    }
    static CONFIG: Config = Config([
        row(c"libgnutls-soname", c"libgnutls.so.30"),
        row(c"tls-features", c"alpn dhe ecdhe"),
        row(c"default-system-config", super::config::DEFAULT_FILE),
        gnutls_library_config_st { name: core::ptr::null(), value: core::ptr::null() },
    ]);
    CONFIG.0.as_ptr()
}

/// A whole file as a datum that the caller frees, with a NUL after it that the size does not count.
/// `GNUTLS_E_FILE_ERROR` if it cannot be read.
/// Manual: `gnutls_load_file`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_load_file(filename: *const c_char, data: *mut gnutls_datum_t) -> c_int {
    guard::unit(|| {
        if data.is_null() {
            return err(GNUTLS_E_INVALID_REQUEST);
        }
        // SAFETY: NULL or a C string, as the manual says.
        let bytes = load(unsafe { memory::bytes_of(filename) }.unwrap_or_default())?;
        let made = datum(&bytes)?;
        // SAFETY: not NULL, and valid as the manual says.
        unsafe { data.write(made) };
        Ok(())
    })
}

/// The bytes of a file; `GNUTLS_E_FILE_ERROR` if it cannot be read. No system call but open, read and close:
/// a program may run where the others are forbidden.
pub fn load(path: &[u8]) -> Result<Vec<u8>> {
    use std::os::fd::{AsRawFd as _, FromRawFd as _, OwnedFd};
    let failed = Error::new(GNUTLS_E_FILE_ERROR);
    let path = CString::new(path).map_err(|_| failed)?;
    // SAFETY: a C string; the descriptor is owned at once, so that it is closed on every way out.
    let file = unsafe {
        match libc::open(path.as_ptr(), libc::O_RDONLY | libc::O_CLOEXEC) {
            -1 => return Err(failed),
            fd => OwnedFd::from_raw_fd(fd),
        }
    };
    let (mut bytes, mut block) = (Vec::new(), [0u8; 4096]);
    loop {
        // SAFETY: `block` has the room that is named.
        match unsafe { libc::read(file.as_raw_fd(), block.as_mut_ptr().cast(), block.len()) } {
            0 => return Ok(bytes),
            n if n > 0 => bytes.extend_from_slice(&block[..n as usize]),
            _ if std::io::Error::last_os_error().kind() == std::io::ErrorKind::Interrupted => {}
            _ => return Err(failed),
        }
    }
}
