//! Priority strings with keywords of the system's configuration, and the default priorities.
use core::ffi::CStr;
use std::sync::Arc;

use crate::abi::*;
use crate::alg::Policy;
use crate::capi::ffi::memory::bytes_of;
use crate::capi::object::system_config::{renewed, system_config};
use crate::error::{Error, Result};

/// Parses a priority string after expanding its `@KEYWORD`, with the restrictions of the system's
/// configuration. The error includes the offset of the invalid element.
pub fn resolve_priorities(text: &[u8]) -> core::result::Result<Policy, (Error, usize)> {
    let Some(rest) = text.strip_prefix(b"@") else {
        return Policy::parse_within(text, &system_config().restrictions);
    };
    let config = renewed();
    let invalid = (Error::new(GNUTLS_E_INVALID_REQUEST), 0);
    let rest = core::str::from_utf8(rest).map_err(|_| invalid)?;
    let (keywords, more) = match rest.split_once(':') {
        Some((keywords, more)) => (keywords, Some(more)),
        None => (rest, None),
    };
    // If there are several keywords, the first one that the configuration defines is used.
    let found =
        keywords.split(',').find_map(|k| config.priority(k.trim_start_matches('@'))).ok_or(invalid)?;
    let full = match more {
        Some(more) => format!("{found}:{more}"),
        None => found.to_string(),
    };
    Policy::parse_within(full.as_bytes(), &config.restrictions).map_err(|(e, _)| (e, 0))
}

/// The default priorities: those of the system's configuration, or NORMAL. If the system's default is invalid
/// or empty (NONE), this is an error, and NORMAL is not used instead.
pub fn default_policy() -> Result<Arc<Policy>> {
    if default_string() == b"NORMAL" && system_config().restrictions.is_empty() {
        return Ok(Policy::default_policy());
    }
    default_with("").map(Arc::new).map_err(|(e, _)| e)
}

/// The priority string of `gnutls_set_default_priority`.
#[unsafe(no_mangle)]
pub static mut _gnutls_default_priority_string: *const c_char = c"NORMAL".as_ptr();

/// The default of the system's configuration, or the one of the process (`_gnutls_default_priority_string`).
fn default_string() -> Vec<u8> {
    match &system_config().default_priority {
        Some(text) => text.clone().into_bytes(),
        // SAFETY: a C string with static lifetime, even if the application has changed it.
        None => unsafe { bytes_of(core::ptr::read_volatile(&raw const _gnutls_default_priority_string)) }
            .map_or_else(Vec::new, <[u8]>::to_vec),
    }
}

/// Parses the default string followed by `added`. The offset of an error is relative to `added`.
pub fn default_with(added: &str) -> core::result::Result<Policy, (Error, usize)> {
    let default = default_string();
    match added {
        "" => resolve_priorities(&default),
        added => resolve_priorities(&[&default, &b":"[..], added.as_bytes()].concat())
            .map_err(|(e, at)| (e, at.saturating_sub(default.len() + 1))),
    }
}

pub static INITIAL_KEYWORDS: &[&CStr] = &[
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

pub static SPECIAL_KEYWORDS: &[&CStr] = &[
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
        for word in INITIAL_KEYWORDS {
            assert!(Policy::parse(word.to_bytes()).is_ok(), "{word:?}");
        }
        for word in SPECIAL_KEYWORDS {
            let text = [b"NORMAL:%", word.to_bytes()].concat();
            assert!(Policy::parse(&text).is_ok(), "{word:?}");
        }
    }
}
