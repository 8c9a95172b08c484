//! Security levels (`gnutls_sec_param_t`), parameter sets of GOST, and switches of the system's policy.
use super::memory::bytes_of;
use crate::abi::*;
use crate::alg::{Pk, levels, paramsets};

/// The name of a security level; "Unknown" for none. The string is constant.
/// Manual: `gnutls_sec_param_get_name`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_sec_param_get_name(param: gnutls_sec_param_t) -> *const c_char {
    levels::find(param).map_or(c"Unknown", |l| l.name).as_ptr()
}

/// Bits of a key of this kind at a security level; 0 for an unknown level.
/// Manual: `gnutls_sec_param_to_pk_bits`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_sec_param_to_pk_bits(
    algo: gnutls_pk_algorithm_t,
    param: gnutls_sec_param_t,
) -> c_uint {
    levels::find(param).map_or(0, |l| match Pk::from_raw(algo) {
        Some(Pk::Dsa) => l.dsa,
        Some(pk) if pk.is_ec() => l.curve,
        Some(pk) if pk.is_mldsa() => l.mldsa,
        _ => l.modulus,
    })
}

/// Bits of a symmetric key as strong as a security level; 0 for an unknown level.
/// Manual: `gnutls_sec_param_to_symmetric_bits`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_sec_param_to_symmetric_bits(param: gnutls_sec_param_t) -> c_uint {
    levels::find(param).map_or(0, |l| l.symmetric)
}

/// The strongest security level that a key of this kind and size reaches.
/// Manual: `gnutls_pk_bits_to_sec_param`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_pk_bits_to_sec_param(
    algo: gnutls_pk_algorithm_t,
    bits: c_uint,
) -> gnutls_sec_param_t {
    levels::of_key(Pk::from_raw(algo), bits).map_or(GNUTLS_SEC_PARAM_UNKNOWN, |l| l.param)
}

/// The name of a GOST parameter set; "Unknown" for none. The string is constant.
/// Manual: `gnutls_gost_paramset_get_name`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_gost_paramset_get_name(param: gnutls_gost_paramset_t) -> *const c_char {
    paramsets::get(param).map_or(c"Unknown", |g| g.0).as_ptr()
}

/// The object identifier of a GOST parameter set; NULL for none. The string is constant.
/// Manual: `gnutls_gost_paramset_get_oid`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_gost_paramset_get_oid(param: gnutls_gost_paramset_t) -> *const c_char {
    paramsets::get(param).map_or(core::ptr::null(), |g| g.1.as_ptr())
}

/// The GOST parameter set of an object identifier; `GNUTLS_GOST_PARAMSET_UNKNOWN` for none.
/// Manual: `gnutls_oid_to_gost_paramset`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_oid_to_gost_paramset(oid: *const c_char) -> gnutls_gost_paramset_t {
    // SAFETY: a C string or NULL, as the manual says.
    let oid = unsafe { bytes_of(oid) };
    oid.and_then(|o| core::str::from_utf8(o).ok()).map_or(GNUTLS_GOST_PARAMSET_UNKNOWN, paramsets::from_oid)
}
