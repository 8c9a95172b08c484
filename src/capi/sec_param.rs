//! Security parameters and certificate verification profiles (levels of strength).
use core::ffi::{CStr, c_char};

use crate::abi::*;
use crate::alg::{Pk, sec_param};
use crate::capi::ffi::guard;
use crate::capi::ffi::memory::bytes_of;

/// The name of a security level; "Unknown" for none. The string is constant.
/// Manual: `gnutls_sec_param_get_name`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_sec_param_get_name(param: gnutls_sec_param_t) -> *const c_char {
    guard::or(core::ptr::null(), || sec_param::find(param).map_or(c"Unknown", |l| l.name).as_ptr())
}

/// Bits of a key of this kind at a security level; 0 for an unknown level.
/// Manual: `gnutls_sec_param_to_pk_bits`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_sec_param_to_pk_bits(
    algo: gnutls_pk_algorithm_t,
    param: gnutls_sec_param_t,
) -> c_uint {
    guard::or(0, || {
        sec_param::find(param).map_or(0, |l| match Pk::from_raw(algo) {
            Some(Pk::Dsa) => l.dsa,
            Some(pk) if pk.is_ec() => l.curve,
            Some(pk) if pk.is_mldsa() => l.mldsa,
            _ => l.modulus,
        })
    })
}

/// Bits of a symmetric key as strong as a security level; 0 for an unknown level.
/// Manual: `gnutls_sec_param_to_symmetric_bits`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_sec_param_to_symmetric_bits(param: gnutls_sec_param_t) -> c_uint {
    guard::or(0, || sec_param::find(param).map_or(0, |l| l.symmetric))
}

/// The strongest security level that a key of this kind and size reaches.
/// Manual: `gnutls_pk_bits_to_sec_param`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_pk_bits_to_sec_param(
    algo: gnutls_pk_algorithm_t,
    bits: c_uint,
) -> gnutls_sec_param_t {
    guard::or(0, || sec_param::of_key(Pk::from_raw(algo), bits).map_or(GNUTLS_SEC_PARAM_UNKNOWN, |l| l.param))
}

static PROFILES: &[(gnutls_certificate_verification_profiles_t, &CStr)] = &[
    (GNUTLS_PROFILE_VERY_WEAK, c"Very weak"),
    (GNUTLS_PROFILE_LOW, c"Low"),
    (GNUTLS_PROFILE_LEGACY, c"Legacy"),
    (GNUTLS_PROFILE_MEDIUM, c"Medium"),
    (GNUTLS_PROFILE_HIGH, c"High"),
    (GNUTLS_PROFILE_ULTRA, c"Ultra"),
    (GNUTLS_PROFILE_FUTURE, c"Future"),
    (GNUTLS_PROFILE_SUITEB128, c"SuiteB128"),
    (GNUTLS_PROFILE_SUITEB192, c"SuiteB192"),
];

/// The name of a profile, or NULL. Manual: `gnutls_certificate_verification_profile_get_name`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_certificate_verification_profile_get_name(
    id: gnutls_certificate_verification_profiles_t,
) -> *const c_char {
    guard::or(core::ptr::null(), || {
        PROFILES.iter().find(|(p, _)| *p == id).map_or(core::ptr::null(), |(_, name)| CStr::as_ptr(name))
    })
}

/// The profile of a name (in any case), or `GNUTLS_PROFILE_UNKNOWN`.
/// Manual: `gnutls_certificate_verification_profile_get_id`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_certificate_verification_profile_get_id(
    name: *const c_char,
) -> gnutls_certificate_verification_profiles_t {
    // SAFETY: `name` is NULL or a C string.
    guard::or(GNUTLS_PROFILE_UNKNOWN, || match unsafe { bytes_of(name) } {
        Some(name) => {
            let found = PROFILES.iter().find(|(_, n)| n.to_bytes().eq_ignore_ascii_case(name));
            found.map_or(GNUTLS_PROFILE_UNKNOWN, |(p, _)| *p)
        }
        None => GNUTLS_PROFILE_UNKNOWN,
    })
}
