//! Security parameters and certificate verification profiles (levels of strength).
use core::ffi::{CStr, c_char};

use crate::abi::*;
use crate::alg::{Pk, sec_param};
use crate::capi::ffi::guard;
use crate::capi::ffi::memory::bytes_of;

/// Returns the name of a security level, such as `Medium`.
///
/// A level says how much work an attack takes; `gnutls_sec_param_to_pk_bits` makes a key size of it.
/// The string is constant and not to be freed.
///
/// - `param`: a `gnutls_sec_param_t`
///
/// Returns the name, or `Unknown` for an unknown number; never NULL.
///
/// It may be called from any thread. Since 2.12.0. Manual: `gnutls_sec_param_get_name`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_sec_param_get_name(param: gnutls_sec_param_t) -> *const c_char {
    guard::or(core::ptr::null(), || sec_param::find(param).map_or(c"Unknown", |l| l.name).as_ptr())
}

/// Returns how long a key has to be to reach a security level.
///
/// It is what functions that make keys take, as `gnutls_privkey_generate`. For RSA and Diffie-Hellman
/// it is the length of the modulus, for DSA that of the prime, for elliptic curves that of the curve.
///
/// - `algo`: the kind of key; an unknown number counts as RSA
/// - `param`: the level; `GNUTLS_SEC_PARAM_MEDIUM` is 2048 bits for RSA
///
/// Returns the length in bits, or 0 for an unknown level and where the kind has no size at the level.
///
/// It may be called from any thread. Since 2.12.0. Manual: `gnutls_sec_param_to_pk_bits`.
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

/// Returns how long a symmetric key is that is as strong as a security level.
///
/// It makes levels comparable: `GNUTLS_SEC_PARAM_HIGH` is 128 bits. For public keys there is
/// `gnutls_sec_param_to_pk_bits`.
///
/// - `param`: the level
///
/// Returns the length in bits, or 0 for an unknown level.
///
/// It may be called from any thread. Since 3.3.0. Manual: `gnutls_sec_param_to_symmetric_bits`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_sec_param_to_symmetric_bits(param: gnutls_sec_param_t) -> c_uint {
    guard::or(0, || sec_param::find(param).map_or(0, |l| l.symmetric))
}

/// Returns the strongest security level that a key reaches.
///
/// It is the reverse of `gnutls_sec_param_to_pk_bits`, where a length between two levels counts as the
/// lower one. The lowest is `GNUTLS_SEC_PARAM_INSECURE`.
///
/// - `algo`: the kind of key; an unknown number counts as RSA
/// - `bits`: the length of the key in bits
///
/// Returns a `gnutls_sec_param_t`, or `GNUTLS_SEC_PARAM_UNKNOWN` if `bits` is 0.
///
/// It may be called from any thread. Since 2.12.0. Manual: `gnutls_pk_bits_to_sec_param`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_pk_bits_to_sec_param(
    algo: gnutls_pk_algorithm_t,
    bits: c_uint,
) -> gnutls_sec_param_t {
    guard::or(0, || {
        sec_param::of_key(Pk::from_raw(algo), bits).map_or(GNUTLS_SEC_PARAM_UNKNOWN, |l| l.param.raw())
    })
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

/// Returns the name of a verification profile, such as `Medium`.
///
/// A profile says how strong keys and signatures of a certificate chain have to be. The string is
/// constant and not to be freed.
///
/// - `id`: a `gnutls_certificate_verification_profiles_t`
///
/// Returns the name, or NULL for an unknown number.
///
/// It may be called from any thread. Manual: `gnutls_certificate_verification_profile_get_name`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_certificate_verification_profile_get_name(
    id: gnutls_certificate_verification_profiles_t,
) -> *const c_char {
    guard::or(core::ptr::null(), || {
        PROFILES.iter().find(|(p, _)| *p == id).map_or(core::ptr::null(), |(_, name)| CStr::as_ptr(name))
    })
}

/// Returns the number of a verification profile by its name, such as `Medium`.
///
/// Upper and lower case are the same. The macro `GNUTLS_PROFILE_TO_VFLAGS` makes a flag for
/// verification of it.
///
/// - `name`: the name, NUL-terminated; NULL names nothing
///
/// Returns a `gnutls_certificate_verification_profiles_t`, or `GNUTLS_PROFILE_UNKNOWN` if nothing has
/// this name.
///
/// It may be called from any thread. Manual: `gnutls_certificate_verification_profile_get_id`.
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
