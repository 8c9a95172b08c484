//! Priority strings (manual: Priority Strings). A `gnutls_priority_t` is a [`Priority`].
use core::ffi::CStr;
use std::sync::{Arc, OnceLock};

use super::memory::{bytes_of, put};
use super::{config, guard, handle};
use crate::abi::*;
use crate::alg::{Policy, SUITES, Suite};
use crate::error::{Error, Result, err};

/// What C holds: the policy, and its lists as numbers once they are asked for.
pub struct Priority {
    pub policy: Arc<Policy>,
    lists: OnceLock<Lists>,
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
                // The curves of old: those before the first group that is none.
                curves: curves.map(|c| c.raw()).collect(),
                signs: p.signs.iter().map(|x| x.raw()).collect(),
                ctypes_client: p.ctypes_client.iter().map(|x| x.raw()).collect(),
                ctypes_server: p.ctypes_server.iter().map(|x| x.raw()).collect(),
            }
        })
    }
}

/// A priority string with its `@KEYWORD` expanded, within what the system allows. The error comes with
/// the offset of the element that it is about.
pub fn resolve(text: &[u8]) -> core::result::Result<Policy, (Error, usize)> {
    let Some(rest) = text.strip_prefix(b"@") else {
        return Policy::parse_within(text, &config::current().restrictions);
    };
    let config = config::renewed();
    let invalid = (Error::new(GNUTLS_E_INVALID_REQUEST), 0);
    let rest = core::str::from_utf8(rest).map_err(|_| invalid)?;
    let (keywords, more) = match rest.split_once(':') {
        Some((keywords, more)) => (keywords, Some(more)),
        None => (rest, None),
    };
    // Of several keywords the first that the configuration knows.
    let found =
        keywords.split(',').find_map(|k| config.priority(k.trim_start_matches('@'))).ok_or(invalid)?;
    let full = match more {
        Some(more) => format!("{found}:{more}"),
        None => found.to_string(),
    };
    Policy::parse_within(full.as_bytes(), &config.restrictions).map_err(|(e, _)| (e, 0))
}

/// The default priorities: the system's, or NORMAL. A default of the system that leaves nothing (NONE), or that is
/// not understood, is an error and never NORMAL.
pub fn default_policy() -> Result<Arc<Policy>> {
    if default_string() == b"NORMAL" && config::current().restrictions.is_empty() {
        return Ok(Policy::default_policy());
    }
    default_with("").map(Arc::new).map_err(|(e, _)| e)
}

/// The priority string that `gnutls_set_default_priority` stands for.
#[unsafe(no_mangle)]
pub static mut _gnutls_default_priority_string: *const c_char = c"NORMAL".as_ptr();

/// The default of the system's configuration, or the one that the process has (`_gnutls_default_priority_string`).
fn default_string() -> Vec<u8> {
    match &config::current().default_priority {
        Some(text) => text.clone().into_bytes(),
        // SAFETY: a C string for as long as the process lives; a program may have set another.
        None => unsafe { bytes_of(core::ptr::read_volatile(&raw const _gnutls_default_priority_string)) }
            .map_or_else(Vec::new, <[u8]>::to_vec),
    }
}

/// The default string followed by `added`; the offset of an error counts in `added`.
pub fn default_with(added: &str) -> core::result::Result<Policy, (Error, usize)> {
    let default = default_string();
    match added {
        "" => resolve(&default),
        added => resolve(&[&default, &b":"[..], added.as_bytes()].concat())
            .map_err(|(e, at)| (e, at.saturating_sub(default.len() + 1))),
    }
}

/// Reads `priorities` as `gnutls_priority_init2` does, and tells `err_pos` where it went wrong.
///
/// # Safety
/// `priorities` is NULL or a C string; `err_pos` is NULL or valid for a write.
pub unsafe fn read(priorities: *const c_char, err_pos: *mut *const c_char, flags: c_uint) -> Result<Policy> {
    // SAFETY: the caller's promise.
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
        Some(text) => resolve(text),
    };
    let at = read.as_ref().map_or_else(|(_, at)| *at, |_| 0);
    let at = at.min(text.map_or(0, <[u8]>::len));
    if !priorities.is_null() {
        // SAFETY: `at` lies within the string; `err_pos` as the caller promises.
        unsafe { put(err_pos, priorities.add(at)) };
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
    // SAFETY: pointers as the manual says.
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
        // SAFETY: pointers as the manual says. A program may free what it has after an error.
        unsafe {
            priority_cache.write(core::ptr::null_mut());
            let policy = read(priorities, err_pos, flags)?;
            handle::give(priority_cache, Priority::new(policy))
        }
    })
}

/// Frees a handle; sessions that were set from it keep what they have. NULL is allowed.
/// Manual: `gnutls_priority_deinit`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_priority_deinit(priority_cache: gnutls_priority_t) {
    // SAFETY: a handle of `gnutls_priority_init` that is not used again.
    guard::or((), || drop(unsafe { handle::take::<Priority, _>(priority_cache) }));
}

/// Gives one list to C: its length, and the numbers through `list`.
///
/// # Safety
/// `pcache` is a handle or NULL; `list` is NULL or valid for a write.
unsafe fn give_list(
    pcache: gnutls_priority_t,
    list: *mut *const c_uint,
    which: impl FnOnce(&Lists) -> &Vec<c_uint>,
) -> c_int {
    guard::code(|| {
        // SAFETY: the caller's promise.
        let numbers = which(unsafe { handle::get::<Priority, _>(pcache) }?.lists());
        let start = if numbers.is_empty() { core::ptr::null() } else { numbers.as_ptr() };
        // SAFETY: the caller's promise.
        unsafe { put(list, start) };
        Ok(numbers.len() as c_int)
    })
}

/// The versions, in order; the list lives as long as the handle. Returns how many.
/// Manual: `gnutls_priority_protocol_list`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_priority_protocol_list(
    pcache: gnutls_priority_t,
    list: *mut *const c_uint,
) -> c_int {
    // SAFETY: pointers as the manual says.
    unsafe { give_list(pcache, list, |l| &l.versions) }
}

/// The ciphers, in order; the list lives as long as the handle. Returns how many.
/// Manual: `gnutls_priority_cipher_list`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_priority_cipher_list(
    pcache: gnutls_priority_t,
    list: *mut *const c_uint,
) -> c_int {
    // SAFETY: pointers as the manual says.
    unsafe { give_list(pcache, list, |l| &l.ciphers) }
}

/// The MACs, in order; the list lives as long as the handle. Returns how many.
/// Manual: `gnutls_priority_mac_list`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_priority_mac_list(
    pcache: gnutls_priority_t,
    list: *mut *const c_uint,
) -> c_int {
    // SAFETY: pointers as the manual says.
    unsafe { give_list(pcache, list, |l| &l.macs) }
}

/// The key exchanges, in order; the list lives as long as the handle. Returns how many.
/// Manual: `gnutls_priority_kx_list`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_priority_kx_list(
    pcache: gnutls_priority_t,
    list: *mut *const c_uint,
) -> c_int {
    // SAFETY: pointers as the manual says.
    unsafe { give_list(pcache, list, |l| &l.kx) }
}

/// The groups, in order; the list lives as long as the handle. Returns how many.
/// Manual: `gnutls_priority_group_list`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_priority_group_list(
    pcache: gnutls_priority_t,
    list: *mut *const c_uint,
) -> c_int {
    // SAFETY: pointers as the manual says.
    unsafe { give_list(pcache, list, |l| &l.groups) }
}

/// The curves that stand before the first group that is none; the list lives as long as the handle.
/// Returns how many. Manual: `gnutls_priority_ecc_curve_list`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_priority_ecc_curve_list(
    pcache: gnutls_priority_t,
    list: *mut *const c_uint,
) -> c_int {
    // SAFETY: pointers as the manual says.
    unsafe { give_list(pcache, list, |l| &l.curves) }
}

/// The signature algorithms, in order; the list lives as long as the handle. Returns how many.
/// Manual: `gnutls_priority_sign_list`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_priority_sign_list(
    pcache: gnutls_priority_t,
    list: *mut *const c_uint,
) -> c_int {
    // SAFETY: pointers as the manual says.
    unsafe { give_list(pcache, list, |l| &l.signs) }
}

/// The certificate types of a client, in order; the list lives as long as the handle. Returns how many.
/// Manual: `gnutls_priority_certificate_type_list`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_priority_certificate_type_list(
    pcache: gnutls_priority_t,
    list: *mut *const c_uint,
) -> c_int {
    // SAFETY: pointers as the manual says.
    unsafe { give_list(pcache, list, |l| &l.ctypes_client) }
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
    // SAFETY: pointers as the manual says.
    unsafe {
        match target {
            GNUTLS_CTYPE_CLIENT => give_list(pcache, list, |l| &l.ctypes_client),
            GNUTLS_CTYPE_SERVER => give_list(pcache, list, |l| &l.ctypes_server),
            _ => GNUTLS_E_INVALID_REQUEST,
        }
    }
}

/// The compression methods of records: there is none but NULL. Returns 1.
/// Manual: `gnutls_priority_compression_list`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_priority_compression_list(
    _pcache: gnutls_priority_t,
    list: *mut *const c_uint,
) -> c_int {
    static NULL: [c_uint; 1] = [GNUTLS_COMP_NULL];
    // SAFETY: NULL or valid, as the manual says.
    unsafe { put(list, NULL.as_ptr()) };
    1
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
        let policy = &unsafe { handle::get::<Priority, _>(pcache) }?.policy;
        let suite: &Suite = match policy.all_suites.get(idx as usize) {
            Some(suite) => suite,
            None => return err(GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE),
        };
        let place = SUITES.iter().position(|s| s.wire == suite.wire);
        // GnuTLS asks here for no more than that the newest version is not too old for the suite.
        let tls = policy.max_version(false).is_some_and(|v| suite.min <= v);
        let dtls = policy.max_version(true).is_some_and(|v| suite.min_dtls.is_some_and(|min| min <= v));
        match place.filter(|_| tls || dtls) {
            Some(place) => {
                // SAFETY: NULL or valid, as the manual says.
                unsafe { put(sidx, place as c_uint) };
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
    let words = if flags & GNUTLS_PRIORITY_LIST_INIT_KEYWORDS != 0 {
        INITIAL
    } else if flags & GNUTLS_PRIORITY_LIST_SPECIAL != 0 {
        SPECIAL
    } else {
        return core::ptr::null();
    };
    words.get(iter as usize).map_or(core::ptr::null(), |w| w.as_ptr())
}

static INITIAL: &[&CStr] = &[
    c"NORMAL",
    c"PFS",
    c"SECURE128",
    c"SECURE192",
    c"SECURE256",
    c"SUITEB128",
    c"SUITEB192",
    c"LEGACY",
    c"PERFORMANCE",
];

static SPECIAL: &[&CStr] = &[
    c"COMPAT",
    c"DUMBFW",
    c"NO_EXTENSIONS",
    c"NO_TICKETS",
    c"NO_TICKETS_TLS12",
    c"NO_SESSION_HASH",
    c"FORCE_SESSION_HASH",
    c"NO_ETM",
    c"FORCE_ETM",
    c"SERVER_PRECEDENCE",
    c"SSL3_RECORD_VERSION",
    c"LATEST_RECORD_VERSION",
    c"ALLOW_SMALL_RECORDS",
    c"FALLBACK_SCSV",
    c"DISABLE_TLS13_COMPAT_MODE",
    c"NO_SHUFFLE_EXTENSIONS",
    c"DISABLE_SAFE_RENEGOTIATION",
    c"UNSAFE_RENEGOTIATION",
    c"PARTIAL_RENEGOTIATION",
    c"SAFE_RENEGOTIATION",
    c"DISABLE_WILDCARDS",
    c"VERIFY_ALLOW_BROKEN",
    c"VERIFY_ALLOW_SIGN_RSA_MD5",
    c"VERIFY_ALLOW_SIGN_WITH_SHA1",
    c"VERIFY_DISABLE_CRL_CHECKS",
    c"VERIFY_ALLOW_X509_V1_CA_CRT",
    c"DEBUG_ALLOW_KEY_USAGE_VIOLATIONS",
    c"STATELESS_COMPRESSION",
    c"NEW_PADDING",
    c"PROFILE_VERY_WEAK",
    c"PROFILE_LOW",
    c"PROFILE_LEGACY",
    c"PROFILE_MEDIUM",
    c"PROFILE_HIGH",
    c"PROFILE_ULTRA",
    c"PROFILE_FUTURE",
    c"PROFILE_SUITEB128",
    c"PROFILE_SUITEB192",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_given_out_is_understood() {
        for word in INITIAL {
            assert!(Policy::parse(word.to_bytes()).is_ok(), "{word:?}");
        }
        for word in SPECIAL {
            let text = [b"NORMAL:%", word.to_bytes()].concat();
            assert!(Policy::parse(&text).is_ok(), "{word:?}");
        }
    }
}
