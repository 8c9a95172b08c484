//! Priorities (`gnutls_priority_t`): which algorithms a session may use, in which order.
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
use crate::log::{Text, reason};
use crate::memory;

/// What C holds: the policy, and its lists as numbers once they are asked for.
pub struct Priority {
    /// The settings of the priority string.
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
    /// The handle's object; its lists are made when they are asked for.
    pub fn new(policy: Policy) -> Priority {
        Priority { policy: Arc::new(policy), lists: OnceLock::new() }
    }

    fn lists(&self) -> &Lists {
        self.lists.get_or_init(|| {
            let p = &self.policy;
            let curves = p.groups.iter().filter(|g| g.hybrid().is_none()).map_while(|g| g.curve());
            Lists {
                versions: p.versions.iter().map(|x| x.raw()).collect(),
                ciphers: p.ciphers.iter().map(|x| x.raw()).collect(),
                macs: p.macs.iter().map(|x| x.raw()).collect(),
                kx: p.kx.iter().map(|x| x.raw()).collect(),
                groups: p.groups.iter().map(|x| x.raw()).collect(),
                // Only the elliptic curves before the first finite field are in this list.
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
    memory::afford(text.map_or(0, <[u8]>::len))?;
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
    read.map_err(|(e, _)| {
        let text = text.unwrap_or_default();
        if e.code() == GNUTLS_E_NO_PRIORITIES_WERE_SET {
            return reason!(e, "the priority string \"{}\" leaves no version or no cipher suite", Text(text));
        }
        let word = text[at..].split(|b| *b == b':').next().unwrap_or_default();
        reason!(
            e,
            "the priority string \"{}\" has an error at character {}: \"{}\" is not a keyword",
            Text(text),
            at + 1,
            Text(word)
        )
    })
}

/// Reads a priority string into a handle that any number of sessions can be set from.
///
/// It is `gnutls_priority_init2` without flags. The string begins with a keyword such as `NORMAL` or
/// `SECURE192`, or with `@` and a keyword of the system's configuration; elements such as
/// `-VERS-TLS1.2`, `+GROUP-X25519` and `%SERVER_PRECEDENCE` follow, with colons between them. The
/// caller frees the handle with `gnutls_priority_deinit`.
///
/// - `priority_cache`: takes the handle; NULL is written on error
/// - `priorities`: the string, NUL-terminated; NULL is the default of the system
/// - `err_pos`: takes a pointer into `priorities`: to the element that is not understood, or to the
///   begin; not written if `priorities` is NULL. NULL if it is not wanted
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_INVALID_REQUEST`: the string is empty or not understood, or `priority_cache` is NULL
/// - `GNUTLS_E_NO_PRIORITIES_WERE_SET`: the string leaves nothing to negotiate
///
/// A handle is not changed by its use: sessions in several threads may be set from it at once. Manual:
/// `gnutls_priority_init`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_priority_init(
    priority_cache: *mut gnutls_priority_t,
    priorities: *const c_char,
    err_pos: *mut *const c_char,
) -> c_int {
    guard::reported("gnutls_priority_init", || {
        // SAFETY: `priorities` is NULL or a C string; `priority_cache` and `err_pos` are NULL or valid for writes.
        unsafe { make_priority(priority_cache, priorities, err_pos, 0) }
    })
}

/// Reads a priority string into a handle, by itself or as an addition to the default of the system.
///
/// With `GNUTLS_PRIORITY_INIT_DEF_APPEND` a program keeps to the policy of the system and states its
/// own wishes alone. The syntax is that of `gnutls_priority_init`. The caller frees the handle with
/// `gnutls_priority_deinit`.
///
/// - `priority_cache`: takes the handle; NULL is written on error
/// - `priorities`: the string, NUL-terminated; NULL is the default of the system, without flags alone
/// - `err_pos`: takes a pointer into `priorities`: to the element that is not understood, or to the
///   begin; not written if `priorities` is NULL. NULL if it is not wanted
/// - `flags`: `GNUTLS_PRIORITY_INIT_DEF_APPEND`, or 0
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_INVALID_REQUEST`: the string is empty or not understood, or NULL with the flag, or
///   `priority_cache` is NULL
/// - `GNUTLS_E_NO_PRIORITIES_WERE_SET`: the string leaves nothing to negotiate
///
/// A handle is not changed by its use: sessions in several threads may be set from it at once. Since
/// 3.6.3. Manual: `gnutls_priority_init2`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_priority_init2(
    priority_cache: *mut gnutls_priority_t,
    priorities: *const c_char,
    err_pos: *mut *const c_char,
    flags: c_uint,
) -> c_int {
    guard::reported("gnutls_priority_init2", || {
        // SAFETY: `priorities` is NULL or a C string; `priority_cache` and `err_pos` are NULL or valid for writes.
        unsafe { make_priority(priority_cache, priorities, err_pos, flags) }
    })
}

/// Reads a priority string into a new handle.
///
/// # Safety
/// The pointers are as the manual has them.
unsafe fn make_priority(
    priority_cache: *mut gnutls_priority_t,
    priorities: *const c_char,
    err_pos: *mut *const c_char,
    flags: c_uint,
) -> Result<c_int> {
    if priority_cache.is_null() {
        return err(GNUTLS_E_INVALID_REQUEST);
    }
    // SAFETY: pointers as the manual says. NULL is stored first, because an application may free the
    // handle after an error.
    unsafe {
        priority_cache.write(core::ptr::null_mut());
        let policy = read_priorities(priorities, err_pos, flags)?;
        opaque::give(priority_cache, Priority::new(policy)).map(|()| 0)
    }
}

/// Frees a handle of `gnutls_priority_init`.
///
/// Sessions that were set from it keep their priorities, and may go on. Lists that
/// `gnutls_priority_cipher_list` and the like have given become invalid.
///
/// - `priority_cache`: the handle, not to be used afterwards; NULL is ignored
///
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

/// Gives the protocol versions of a priority handle, in order of preference.
///
/// The list belongs to the handle, is not to be freed, and has no mark at its end. It may have versions
/// that are known and not negotiated.
///
/// - `pcache`: a handle of `gnutls_priority_init`
/// - `list`: takes a pointer to `gnutls_protocol_t` numbers, valid as long as the handle, NULL if there
///   are none; NULL if it is not wanted
///
/// Returns how many there are, or `GNUTLS_E_INVALID_REQUEST` if `pcache` is NULL.
///
/// Since 3.0. Manual: `gnutls_priority_protocol_list`.
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

/// Gives the ciphers of a priority handle, in order of preference.
///
/// The list belongs to the handle, is not to be freed, and has no mark at its end. It may have ciphers
/// that are known and not negotiated.
///
/// - `pcache`: a handle of `gnutls_priority_init`
/// - `list`: takes a pointer to `gnutls_cipher_algorithm_t` numbers, valid as long as the handle, NULL
///   if there are none; NULL if it is not wanted
///
/// Returns how many there are, or `GNUTLS_E_INVALID_REQUEST` if `pcache` is NULL.
///
/// Since 3.2.3. Manual: `gnutls_priority_cipher_list`.
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

/// Gives the MACs of a priority handle, in order of preference.
///
/// The list belongs to the handle, is not to be freed, and has no mark at its end. `GNUTLS_MAC_AEAD`
/// stands for all ciphers that authenticate by themselves.
///
/// - `pcache`: a handle of `gnutls_priority_init`
/// - `list`: takes a pointer to `gnutls_mac_algorithm_t` numbers, valid as long as the handle, NULL if
///   there are none; NULL if it is not wanted
///
/// Returns how many there are, or `GNUTLS_E_INVALID_REQUEST` if `pcache` is NULL.
///
/// Since 3.2.3. Manual: `gnutls_priority_mac_list`.
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

/// Gives the key exchanges of a priority handle, in order of preference.
///
/// They count for TLS 1.2 and older versions. The list belongs to the handle, is not to be freed, and
/// has no mark at its end. It may have exchanges that are known and not negotiated.
///
/// - `pcache`: a handle of `gnutls_priority_init`
/// - `list`: takes a pointer to `gnutls_kx_algorithm_t` numbers, valid as long as the handle, NULL if
///   there are none; NULL if it is not wanted
///
/// Returns how many there are, or `GNUTLS_E_INVALID_REQUEST` if `pcache` is NULL.
///
/// Since 3.2.3. Manual: `gnutls_priority_kx_list`.
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

/// Gives the groups of a priority handle, in order of preference.
///
/// A client sends key shares for the first ones. The list belongs to the handle, is not to be freed,
/// and has no mark at its end. It may have groups that are known and not negotiated.
///
/// - `pcache`: a handle of `gnutls_priority_init`
/// - `list`: takes a pointer to `gnutls_group_t` numbers, valid as long as the handle, NULL if there
///   are none; NULL if it is not wanted
///
/// Returns how many there are, or `GNUTLS_E_INVALID_REQUEST` if `pcache` is NULL.
///
/// Since 3.6.0. Manual: `gnutls_priority_group_list`.
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

/// Gives the elliptic curves of a priority handle, in order of preference.
///
/// They are the curves of the groups that stand before the first finite field; hybrids are passed over. The list
/// belongs to the handle, is not to be freed, and has no mark at its end.
///
/// - `pcache`: a handle of `gnutls_priority_init`
/// - `list`: takes a pointer to `gnutls_ecc_curve_t` numbers, valid as long as the handle, NULL if
///   there are none; NULL if it is not wanted
///
/// Returns how many there are, or `GNUTLS_E_INVALID_REQUEST` if `pcache` is NULL.
///
/// Deprecated: use `gnutls_priority_group_list`. Since 3.0. Manual: `gnutls_priority_ecc_curve_list`.
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

/// Gives the signature algorithms of a priority handle, in order of preference.
///
/// They count for signatures of the handshake and on certificates. The list belongs to the handle, is
/// not to be freed, and has no mark at its end.
///
/// - `pcache`: a handle of `gnutls_priority_init`
/// - `list`: takes a pointer to `gnutls_sign_algorithm_t` numbers, valid as long as the handle, NULL if
///   there are none; NULL if it is not wanted
///
/// Returns how many there are, or `GNUTLS_E_INVALID_REQUEST` if `pcache` is NULL.
///
/// Since 3.0. Manual: `gnutls_priority_sign_list`.
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

/// Gives the certificate types of a client in a priority handle, in order of preference.
///
/// For either side there is `gnutls_priority_certificate_type_list2`. The list belongs to the handle,
/// is not to be freed, and has no mark at its end.
///
/// - `pcache`: a handle of `gnutls_priority_init`
/// - `list`: takes a pointer to `gnutls_certificate_type_t` numbers, valid as long as the handle, NULL
///   if there are none; NULL if it is not wanted
///
/// Returns how many there are, or `GNUTLS_E_INVALID_REQUEST` if `pcache` is NULL.
///
/// Since 3.0. Manual: `gnutls_priority_certificate_type_list`.
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

/// Gives the certificate types of one side in a priority handle, in order of preference.
///
/// The list belongs to the handle, is not to be freed, and has no mark at its end. Handshakes use X.509
/// alone.
///
/// - `pcache`: a handle of `gnutls_priority_init`
/// - `list`: takes a pointer to `gnutls_certificate_type_t` numbers, valid as long as the handle, NULL
///   if there are none; NULL if it is not wanted
/// - `target`: `GNUTLS_CTYPE_CLIENT` or `GNUTLS_CTYPE_SERVER`
///
/// Returns how many there are, or `GNUTLS_E_INVALID_REQUEST` if `pcache` is NULL or `target` is another
/// number.
///
/// Since 3.6.4. Manual: `gnutls_priority_certificate_type_list2`.
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

/// Gives the compression methods of a priority handle: `GNUTLS_COMP_NULL` alone.
///
/// Records are never compressed, whatever the priority string says. The list is constant and not to be
/// freed.
///
/// - `pcache`: not used
/// - `list`: takes a pointer to one `gnutls_compression_method_t` number; NULL if it is not wanted
///
/// Returns 1.
///
/// Since 3.0. Manual: `gnutls_priority_compression_list`.
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

/// Tells where a cipher suite of a priority handle stands in the list of all suites.
///
/// To see all suites of a handle, count `idx` up from 0 until `GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE`,
/// pass over `GNUTLS_E_UNKNOWN_CIPHER_SUITE`, and give each index to `gnutls_cipher_suite_info`.
///
/// - `pcache`: a handle of `gnutls_priority_init`
/// - `idx`: which suite of the handle, from 0
/// - `sidx`: takes the index for `gnutls_cipher_suite_info`; NULL if it is not wanted
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_UNKNOWN_CIPHER_SUITE`: no version of the handle is new enough for the suite
/// - `GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE`: there are not so many suites
/// - `GNUTLS_E_INVALID_REQUEST`: `pcache` is NULL
///
/// Since 3.0.9. Manual: `gnutls_priority_get_cipher_suite_index`.
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

/// Returns the words that a priority string may have, one with each call.
///
/// Count `iter` up from 0 until the function returns NULL. Unlike GnuTLS it never returns an empty
/// string in between. The strings are constant and not to be freed.
///
/// - `iter`: which word, from 0
/// - `flags`: `GNUTLS_PRIORITY_LIST_INIT_KEYWORDS` for words that may stand first,
///   `GNUTLS_PRIORITY_LIST_SPECIAL` for those that follow a `%`; of both the first counts
///
/// Returns the word, or NULL after the last and without a flag.
///
/// It may be called from any thread. Since 3.4.0. Manual: `gnutls_priority_string_list`.
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

/// Sets the priorities of a session from a handle: versions, algorithms, and how strictly the protocol
/// is followed.
///
/// They count from the next handshake on and replace what was set before. The session keeps what it
/// needs: the handle may be freed at once, and may be shared by sessions in any threads.
///
/// - `session`: a session
/// - `priority`: a handle of `gnutls_priority_init`
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_INVALID_REQUEST`: `session` is NULL
/// - `GNUTLS_E_NO_CIPHER_SUITES`: `priority` is NULL
///
/// Manual: `gnutls_priority_set`.
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

/// Sets the priorities of a session from a string.
///
/// The syntax is that of `gnutls_priority_init`; where many sessions have the same priorities, a handle
/// saves reading the string each time. They count from the next handshake on and replace what was set
/// before. On error the session keeps those it has.
///
/// - `session`: a session
/// - `priorities`: the string, NUL-terminated; NULL is the default of the system
/// - `err_pos`: takes a pointer into `priorities`: to the element that is not understood, or to the
///   begin; not written if `priorities` is NULL. NULL if it is not wanted
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_INVALID_REQUEST`: the string is empty or not understood, or `session` is NULL
/// - `GNUTLS_E_NO_PRIORITIES_WERE_SET`: the string leaves nothing to negotiate
///
/// Manual: `gnutls_priority_set_direct`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_priority_set_direct(
    session: gnutls_session_t,
    priorities: *const c_char,
    err_pos: *mut *const c_char,
) -> c_int {
    guard::reported("gnutls_priority_set_direct", || {
        // SAFETY: `session` is NULL or a live handle.
        let h = unsafe { get_session(session) }?;
        let policy = if priorities.is_null() {
            default_policy()?
        } else {
            // SAFETY: a C string; `err_pos` NULL or valid.
            Arc::new(unsafe { read_priorities(priorities, err_pos, 0) }?)
        };
        set_policy(h, policy);
        Ok(0)
    })
}

/// Sets the priorities of a session to the default of the system.
///
/// It is what the system's configuration says, else `NORMAL`, and the best choice for most programs:
/// the administrator decides. Additions are made with `gnutls_set_default_priority_append`.
///
/// - `session`: a session
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_INVALID_REQUEST`: `session` is NULL, or the default of the system is not understood
/// - `GNUTLS_E_NO_PRIORITIES_WERE_SET`: the default of the system leaves nothing to negotiate
///
/// Since 2.1.4. Manual: `gnutls_set_default_priority`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_set_default_priority(session: gnutls_session_t) -> c_int {
    guard::reported("gnutls_set_default_priority", || {
        // SAFETY: `session` is NULL or a live handle.
        let h = unsafe { get_session(session) }?;
        set_policy(h, default_policy()?);
        Ok(0)
    })
}

/// Sets the priorities of a session to the default of the system with an addition of the program's.
///
/// The addition is a priority string without its first keyword, such as
/// `-VERS-TLS1.2:%SERVER_PRECEDENCE`, and does not begin with a colon. On error the session keeps the
/// priorities it has.
///
/// - `session`: a session
/// - `add_prio`: the addition, NUL-terminated; not empty
/// - `err_pos`: takes a pointer into `add_prio`: to the element that is not understood, or to the
///   begin; NULL if it is not wanted
/// - `flags`: not used; pass 0
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_INVALID_REQUEST`: `session` or `add_prio` is NULL, or the addition is empty or not
///   understood
/// - `GNUTLS_E_NO_PRIORITIES_WERE_SET`: nothing is left to negotiate
///
/// Since 3.6.3. Manual: `gnutls_set_default_priority_append`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_set_default_priority_append(
    session: gnutls_session_t,
    add_prio: *const c_char,
    err_pos: *mut *const c_char,
    _flags: c_uint,
) -> c_int {
    guard::reported("gnutls_set_default_priority_append", || {
        // SAFETY: `session` is NULL or a live handle.
        let h = unsafe { get_session(session) }?;
        // SAFETY: NULL or a C string; `err_pos` NULL or valid.
        let policy = unsafe { read_priorities(add_prio, err_pos, GNUTLS_PRIORITY_INIT_DEF_APPEND) }?;
        set_policy(h, Arc::new(policy));
        Ok(0)
    })
}
