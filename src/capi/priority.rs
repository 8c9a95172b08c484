//! Priorities (`gnutls_priority_t`): which algorithms a session may use, in which order.
use core::ptr;
use std::sync::{Arc, OnceLock};

use crate::abi::*;
use crate::alg::{Policy, SUITES, Suite};
use crate::capi::ffi::memory::{bytes_of, write_out};
use crate::capi::ffi::opaque::Opaque;
use crate::capi::ffi::{guard, opaque};
use crate::capi::object::priority::{
    INITIAL_KEYWORDS, SPECIAL_KEYWORDS, default_policy, default_with, resolve_priorities,
};
use crate::capi::object::session::{SessionObject, get_session};
use crate::error::{Error, Result, err};

/// What C holds: the policy, and its lists as numbers once they are asked for.
pub struct Priority {
    pub policy: Arc<Policy>,
    lists: OnceLock<Lists>,
}

// SAFETY: all handles are created by `gnutls_priority_init2`.
unsafe impl Opaque for gnutls_priority_st {
    type Object = Priority;
}

/// The lists that `gnutls_priority_*_list` gives out, which live as long as the handle.
struct Lists {
    versions: Vec<c_uint>,
    ciphers: Vec<c_uint>,
    macs: Vec<c_uint>,
    kx: Vec<c_uint>,
    groups: Vec<c_uint>,
    curves: Vec<c_uint>,
    signs: Vec<c_uint>,
    ctypes_client: Vec<c_uint>,
    ctypes_server: Vec<c_uint>,
}

impl Priority {
    pub fn new(policy: Policy) -> Priority {
        Priority { policy: Arc::new(policy), lists: OnceLock::new() }
    }

    fn lists(&self) -> &Lists {
        self.lists.get_or_init(|| {
            let p = &self.policy;
            let curves = p.groups.iter().map_while(|g| g.curve());
            Lists {
                versions: p.versions.iter().map(|x| x.raw()).collect(),
                ciphers: p.ciphers.iter().map(|x| x.raw()).collect(),
                macs: p.macs.iter().map(|x| x.raw()).collect(),
                kx: p.kx.iter().map(|x| x.raw()).collect(),
                groups: p.groups.iter().map(|x| x.raw()).collect(),
                // Only the elliptic curves before the first group that is not a curve are in this list.
                curves: curves.map(|c| c.raw()).collect(),
                signs: p.signs.iter().map(|x| x.raw()).collect(),
                ctypes_client: p.ctypes_client.iter().map(|x| x.raw()).collect(),
                ctypes_server: p.ctypes_server.iter().map(|x| x.raw()).collect(),
            }
        })
    }
}

/// Reads `priorities` as `gnutls_priority_init2` does, and tells `err_pos` where it went wrong.
///
/// # Safety
/// `priorities` is NULL or a C string; `err_pos` is NULL or valid for a write.
pub unsafe fn read_priorities(
    priorities: *const c_char,
    err_pos: *mut *const c_char,
    flags: c_uint,
) -> Result<Policy> {
    // SAFETY: `priorities` is NULL or a C string.
    let text = unsafe { bytes_of(priorities) };
    let append = flags & GNUTLS_PRIORITY_INIT_DEF_APPEND != 0;
    let read = match text {
        None if append => return err(GNUTLS_E_INVALID_REQUEST),
        None => default_with(""),
        Some([]) => Err((Error::new(GNUTLS_E_INVALID_REQUEST), 0)),
        Some(text) if append => match core::str::from_utf8(text) {
            Ok(text) => default_with(text),
            Err(e) => Err((Error::new(GNUTLS_E_INVALID_REQUEST), e.valid_up_to())),
        },
        Some(text) => resolve_priorities(text),
    };
    let at = read.as_ref().map_or_else(|(_, at)| *at, |_| 0);
    let at = at.min(text.map_or(0, <[u8]>::len));
    if !priorities.is_null() {
        // SAFETY: `at` is an offset within the string; `err_pos` is NULL or valid for a write (the caller).
        unsafe { write_out(err_pos, priorities.add(at)) };
    }
    read.map_err(|(e, _)| e)
}

/// Reads a priority string (NULL: the default) into a new handle; `err_pos`, unless NULL, gets the place
/// of what is not understood. `GNUTLS_E_INVALID_REQUEST` for that, `GNUTLS_E_NO_PRIORITIES_WERE_SET` if
/// nothing is left to negotiate. Freed with `gnutls_priority_deinit`.
/// Manual: `gnutls_priority_init`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_priority_init(
    priority_cache: *mut gnutls_priority_t,
    priorities: *const c_char,
    err_pos: *mut *const c_char,
) -> c_int {
    // SAFETY: `priorities` is NULL or a C string; `priority_cache` and `err_pos` are NULL or valid for writes.
    unsafe { gnutls_priority_init2(priority_cache, priorities, err_pos, 0) }
}

/// As `gnutls_priority_init`; with `GNUTLS_PRIORITY_INIT_DEF_APPEND` the string follows the default.
/// Manual: `gnutls_priority_init2`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_priority_init2(
    priority_cache: *mut gnutls_priority_t,
    priorities: *const c_char,
    err_pos: *mut *const c_char,
    flags: c_uint,
) -> c_int {
    guard::unit(|| {
        if priority_cache.is_null() {
            return err(GNUTLS_E_INVALID_REQUEST);
        }
        // SAFETY: pointers as the manual says. NULL is stored first, because an application may free the
        // handle after an error.
        unsafe {
            priority_cache.write(core::ptr::null_mut());
            let policy = read_priorities(priorities, err_pos, flags)?;
            opaque::give(priority_cache, Priority::new(policy))
        }
    })
}

/// Frees a handle; sessions that were set from it keep what they have. NULL is allowed.
/// Manual: `gnutls_priority_deinit`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_priority_deinit(priority_cache: gnutls_priority_t) {
    // SAFETY: a handle of `gnutls_priority_init` that is not used again.
    guard::or((), || drop(unsafe { opaque::take(priority_cache) }));
}

/// Gives one list to C: its length, and the numbers through `list`.
///
/// # Safety
/// `pcache` is a handle or NULL; `list` is NULL or valid for a write.
unsafe fn give_list(
    pcache: gnutls_priority_t,
    list: *mut *const c_uint,
    which: impl FnOnce(&Lists) -> &Vec<c_uint>,
) -> Result<c_int> {
    // SAFETY: `pcache` is NULL or a live handle.
    let numbers = which(unsafe { opaque::get(pcache) }?.lists());
    let start = if numbers.is_empty() { core::ptr::null() } else { numbers.as_ptr() };
    // SAFETY: `list` is NULL or valid for a write.
    unsafe { write_out(list, start) };
    Ok(numbers.len() as c_int)
}

/// The versions, in order; the list lives as long as the handle. Returns how many.
/// Manual: `gnutls_priority_protocol_list`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_priority_protocol_list(
    pcache: gnutls_priority_t,
    list: *mut *const c_uint,
) -> c_int {
    guard::code(|| {
        // SAFETY: `pcache` is NULL or a live handle; `list` is NULL or valid for a write.
        unsafe { give_list(pcache, list, |l| &l.versions) }
    })
}

/// The ciphers, in order; the list lives as long as the handle. Returns how many.
/// Manual: `gnutls_priority_cipher_list`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_priority_cipher_list(
    pcache: gnutls_priority_t,
    list: *mut *const c_uint,
) -> c_int {
    guard::code(|| {
        // SAFETY: `pcache` is NULL or a live handle; `list` is NULL or valid for a write.
        unsafe { give_list(pcache, list, |l| &l.ciphers) }
    })
}

/// The MACs, in order; the list lives as long as the handle. Returns how many.
/// Manual: `gnutls_priority_mac_list`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_priority_mac_list(
    pcache: gnutls_priority_t,
    list: *mut *const c_uint,
) -> c_int {
    guard::code(|| {
        // SAFETY: `pcache` is NULL or a live handle; `list` is NULL or valid for a write.
        unsafe { give_list(pcache, list, |l| &l.macs) }
    })
}

/// The key exchanges, in order; the list lives as long as the handle. Returns how many.
/// Manual: `gnutls_priority_kx_list`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_priority_kx_list(
    pcache: gnutls_priority_t,
    list: *mut *const c_uint,
) -> c_int {
    guard::code(|| {
        // SAFETY: `pcache` is NULL or a live handle; `list` is NULL or valid for a write.
        unsafe { give_list(pcache, list, |l| &l.kx) }
    })
}

/// The groups, in order; the list lives as long as the handle. Returns how many.
/// Manual: `gnutls_priority_group_list`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_priority_group_list(
    pcache: gnutls_priority_t,
    list: *mut *const c_uint,
) -> c_int {
    guard::code(|| {
        // SAFETY: `pcache` is NULL or a live handle; `list` is NULL or valid for a write.
        unsafe { give_list(pcache, list, |l| &l.groups) }
    })
}

/// The curves that stand before the first group that is none; the list lives as long as the handle.
/// Returns how many. Manual: `gnutls_priority_ecc_curve_list`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_priority_ecc_curve_list(
    pcache: gnutls_priority_t,
    list: *mut *const c_uint,
) -> c_int {
    guard::code(|| {
        // SAFETY: `pcache` is NULL or a live handle; `list` is NULL or valid for a write.
        unsafe { give_list(pcache, list, |l| &l.curves) }
    })
}

/// The signature algorithms, in order; the list lives as long as the handle. Returns how many.
/// Manual: `gnutls_priority_sign_list`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_priority_sign_list(
    pcache: gnutls_priority_t,
    list: *mut *const c_uint,
) -> c_int {
    guard::code(|| {
        // SAFETY: `pcache` is NULL or a live handle; `list` is NULL or valid for a write.
        unsafe { give_list(pcache, list, |l| &l.signs) }
    })
}

/// The certificate types of a client, in order; the list lives as long as the handle. Returns how many.
/// Manual: `gnutls_priority_certificate_type_list`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_priority_certificate_type_list(
    pcache: gnutls_priority_t,
    list: *mut *const c_uint,
) -> c_int {
    guard::code(|| {
        // SAFETY: `pcache` is NULL or a live handle; `list` is NULL or valid for a write.
        unsafe { give_list(pcache, list, |l| &l.ctypes_client) }
    })
}

/// The certificate types of one side, in order; the list lives as long as the handle. Returns how many,
/// or `GNUTLS_E_INVALID_REQUEST` for what is no side.
/// Manual: `gnutls_priority_certificate_type_list2`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_priority_certificate_type_list2(
    pcache: gnutls_priority_t,
    list: *mut *const c_uint,
    target: gnutls_ctype_target_t,
) -> c_int {
    guard::code(|| {
        // SAFETY: `pcache` is NULL or a live handle; `list` is NULL or valid for a write.
        unsafe {
            match target {
                GNUTLS_CTYPE_CLIENT => give_list(pcache, list, |l| &l.ctypes_client),
                GNUTLS_CTYPE_SERVER => give_list(pcache, list, |l| &l.ctypes_server),
                _ => err(GNUTLS_E_INVALID_REQUEST),
            }
        }
    })
}

/// The compression methods of records: there is none but NULL. Returns 1.
/// Manual: `gnutls_priority_compression_list`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_priority_compression_list(
    _pcache: gnutls_priority_t,
    list: *mut *const c_uint,
) -> c_int {
    guard::or(GNUTLS_E_INTERNAL_ERROR, || {
        static NULL: [c_uint; 1] = [GNUTLS_COMP_NULL];
        // SAFETY: `list` is NULL or valid for a write.
        unsafe { write_out(list, NULL.as_ptr()) };
        1
    })
}

/// The place of the suite at `idx` in the list that `gnutls_cipher_suite_info` goes through.
/// `GNUTLS_E_UNKNOWN_CIPHER_SUITE` for one that no enabled version may use,
/// `GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE` beyond the last.
/// Manual: `gnutls_priority_get_cipher_suite_index`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_priority_get_cipher_suite_index(
    pcache: gnutls_priority_t,
    idx: c_uint,
    sidx: *mut c_uint,
) -> c_int {
    guard::unit(|| {
        // SAFETY: a handle or NULL, as the manual says.
        let policy = &unsafe { opaque::get(pcache) }?.policy;
        let suite: &Suite = match policy.all_suites.get(idx as usize) {
            Some(suite) => suite,
            None => return err(GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE),
        };
        let place = SUITES.iter().position(|s| s.wire == suite.wire);
        // As in GnuTLS, a suite is listed if the newest enabled version is not too old for it.
        let tls = policy.max_version(false).is_some_and(|v| suite.min <= v);
        let dtls = policy.max_version(true).is_some_and(|v| suite.min_dtls.is_some_and(|min| min <= v));
        match place.filter(|_| tls || dtls) {
            Some(place) => {
                // SAFETY: `sidx` is NULL or valid for a write.
                unsafe { write_out(sidx, place as c_uint) };
                Ok(())
            }
            None => err(GNUTLS_E_UNKNOWN_CIPHER_SUITE),
        }
    })
}

/// The words of priority strings, one at `iter`: those that may stand first, or those after a `%`. NULL
/// after the last. The strings are constant.
/// Manual: `gnutls_priority_string_list`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_priority_string_list(iter: c_uint, flags: c_uint) -> *const c_char {
    guard::or(core::ptr::null(), || {
        let words = if flags & GNUTLS_PRIORITY_LIST_INIT_KEYWORDS != 0 {
            INITIAL_KEYWORDS
        } else if flags & GNUTLS_PRIORITY_LIST_SPECIAL != 0 {
            SPECIAL_KEYWORDS
        } else {
            return core::ptr::null();
        };
        words.get(iter as usize).map_or(core::ptr::null(), |w| w.as_ptr())
    })
}

/// Sets the priorities of a session. Manual: `gnutls_priority_set`.
///
/// Errors: `GNUTLS_E_NO_CIPHER_SUITES` for a NULL priority.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_priority_set(
    session: gnutls_session_t,
    priority: gnutls_priority_t,
) -> c_int {
    guard::unit(|| {
        // SAFETY: `session` is NULL or a live handle.
        let h = unsafe { get_session(session) }?;
        // SAFETY: NULL or from `gnutls_priority_init`.
        let Ok(priority) = (unsafe { opaque::get(priority) }) else {
            return err(GNUTLS_E_NO_CIPHER_SUITES);
        };
        let policy = priority.policy.clone();
        set_policy(h, policy);
        Ok(())
    })
}

fn set_policy(h: &SessionObject, policy: Arc<Policy>) {
    h.session.configure(|c| (c.policy, c.prioritized) = (policy, true));
}

/// Sets the priorities from a string; NULL is the default. `err_pos` gets where it is not understood.
/// Manual: `gnutls_priority_set_direct`.
///
/// Errors: `GNUTLS_E_INVALID_REQUEST`, `GNUTLS_E_NO_PRIORITIES_WERE_SET`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_priority_set_direct(
    session: gnutls_session_t,
    priorities: *const c_char,
    err_pos: *mut *const c_char,
) -> c_int {
    guard::unit(|| {
        // SAFETY: `session` is NULL or a live handle.
        let h = unsafe { get_session(session) }?;
        let policy = if priorities.is_null() {
            default_policy()?
        } else {
            // SAFETY: a C string; `err_pos` NULL or valid.
            Arc::new(unsafe { read_priorities(priorities, err_pos, 0) }?)
        };
        set_policy(h, policy);
        Ok(())
    })
}

/// Sets the priorities that the system's configuration or GnuTLS's default name.
/// Manual: `gnutls_set_default_priority`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_set_default_priority(session: gnutls_session_t) -> c_int {
    // SAFETY: `session` is NULL or a live handle (the caller). NULL priorities mean the default.
    unsafe { gnutls_priority_set_direct(session, ptr::null(), ptr::null_mut()) }
}

/// The default priorities with something added. Manual: `gnutls_set_default_priority_append`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_set_default_priority_append(
    session: gnutls_session_t,
    add_prio: *const c_char,
    err_pos: *mut *const c_char,
    _flags: c_uint,
) -> c_int {
    guard::unit(|| {
        // SAFETY: `session` is NULL or a live handle.
        let h = unsafe { get_session(session) }?;
        // SAFETY: NULL or a C string; `err_pos` NULL or valid.
        let policy = unsafe { read_priorities(add_prio, err_pos, GNUTLS_PRIORITY_INIT_DEF_APPEND) }?;
        set_policy(h, Arc::new(policy));
        Ok(())
    })
}
