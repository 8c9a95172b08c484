//! Private keys from and to their components.
use core::ffi::{c_int, c_uint};

use crate::abi::*;
use crate::capi::ffi::guard;
use crate::capi::object::dh_params::{DhParams, get_dh_params};
use crate::capi::object::privkey::{Privkey, get_privkey, replace_software};
use crate::capi::object::raw_key::{
    dh_of, dsa_of, ecc_of, gost_of, rsa_of, write_gost, write_numbers, write_private_dsa, write_private_ecc,
    write_private_rsa,
};
use crate::crypto::keys::PrivateKey;
use crate::error::{INVALID_REQUEST, Result};

/// The key of ours behind an abstract handle.
fn own(key: &Privkey) -> Result<&PrivateKey> {
    key.own().ok_or(INVALID_REQUEST)
}

/// An RSA key from its numbers; `d`, `u`, `e1` and `e2` may be NULL.
/// `GNUTLS_E_PK_INVALID_PRIVKEY` for numbers that are no key. Manual: `gnutls_privkey_import_rsa_raw`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_privkey_import_rsa_raw(
    key: gnutls_privkey_t,
    m: *const gnutls_datum_t,
    e: *const gnutls_datum_t,
    d: *const gnutls_datum_t,
    p: *const gnutls_datum_t,
    q: *const gnutls_datum_t,
    u: *const gnutls_datum_t,
    e1: *const gnutls_datum_t,
    e2: *const gnutls_datum_t,
) -> c_int {
    // SAFETY: `key` is NULL or a live handle; `m`, `e`, `d`, `p`, `q`, `u`, `e1` and `e2` are NULL or valid datums.
    guard::unit(|| unsafe { replace_software(key, rsa_of([m, e, d, p, q, u, e1, e2])?) })
}

/// A DSA key from its numbers; `y` is made from the others, and may be NULL.
/// `GNUTLS_E_PK_INVALID_PRIVKEY` for numbers that are no key. Manual: `gnutls_privkey_import_dsa_raw`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_privkey_import_dsa_raw(
    key: gnutls_privkey_t,
    p: *const gnutls_datum_t,
    q: *const gnutls_datum_t,
    g: *const gnutls_datum_t,
    y: *const gnutls_datum_t,
    x: *const gnutls_datum_t,
) -> c_int {
    // SAFETY: `key` is NULL or a live handle; `p`, `q`, `g`, `y` and `x` are NULL or valid datums.
    guard::unit(|| unsafe { replace_software(key, dsa_of([p, q, g, y, x])?) })
}

/// An elliptic key from its numbers; `x` and `y` are made from `k`, and may be NULL. Manual: `gnutls_privkey_import_ecc_raw`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_privkey_import_ecc_raw(
    key: gnutls_privkey_t,
    curve: gnutls_ecc_curve_t,
    x: *const gnutls_datum_t,
    y: *const gnutls_datum_t,
    k: *const gnutls_datum_t,
) -> c_int {
    // SAFETY: `key` is NULL or a live handle; `x`, `y` and `k` are NULL or valid datums.
    guard::unit(|| unsafe { replace_software(key, ecc_of(curve, [x, y, k])?) })
}

/// A GOST key from its little-endian numbers; `x` and `y` are made from `k`. Manual: `gnutls_privkey_import_gost_raw`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_privkey_import_gost_raw(
    key: gnutls_privkey_t,
    curve: gnutls_ecc_curve_t,
    digest: gnutls_digest_algorithm_t,
    paramset: gnutls_gost_paramset_t,
    x: *const gnutls_datum_t,
    y: *const gnutls_datum_t,
    k: *const gnutls_datum_t,
) -> c_int {
    // SAFETY: `key` is NULL or a live handle; `x`, `y` and `k` are NULL or valid datums.
    guard::unit(|| unsafe {
        let _ = (x, y);
        replace_software(key, gost_of(curve, digest, paramset, k)?)
    })
}

/// A Diffie-Hellman key from its group and numbers; `y` may be NULL.
/// `GNUTLS_E_PK_INVALID_PRIVKEY` for numbers that are no key. Manual: `gnutls_privkey_import_dh_raw`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_privkey_import_dh_raw(
    key: gnutls_privkey_t,
    params: gnutls_dh_params_t,
    y: *const gnutls_datum_t,
    x: *const gnutls_datum_t,
) -> c_int {
    // SAFETY: `key` and `params` are NULL or live handles; `y` and `x` are NULL or valid datums.
    guard::unit(|| unsafe { replace_software(key, dh_of(params, y, x)?) })
}

/// The numbers of an RSA key; the caller frees them. Manual: `gnutls_privkey_export_rsa_raw`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_privkey_export_rsa_raw(
    key: gnutls_privkey_t,
    m: *mut gnutls_datum_t,
    e: *mut gnutls_datum_t,
    d: *mut gnutls_datum_t,
    p: *mut gnutls_datum_t,
    q: *mut gnutls_datum_t,
    u: *mut gnutls_datum_t,
    e1: *mut gnutls_datum_t,
    e2: *mut gnutls_datum_t,
) -> c_int {
    // SAFETY: `key` is NULL or a live handle; `m`, `e`, `d`, `p`, `q`, `u`, `e1` and `e2` are NULL or valid for
    // writes.
    unsafe { gnutls_privkey_export_rsa_raw2(key, m, e, d, p, q, u, e1, e2, 0) }
}

/// As [`gnutls_privkey_export_rsa_raw`], with flags. Manual: `gnutls_privkey_export_rsa_raw2`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_privkey_export_rsa_raw2(
    key: gnutls_privkey_t,
    m: *mut gnutls_datum_t,
    e: *mut gnutls_datum_t,
    d: *mut gnutls_datum_t,
    p: *mut gnutls_datum_t,
    q: *mut gnutls_datum_t,
    u: *mut gnutls_datum_t,
    e1: *mut gnutls_datum_t,
    e2: *mut gnutls_datum_t,
    flags: c_uint,
) -> c_int {
    // SAFETY: `key` is NULL or a live handle; `m`, `e`, `d`, `p`, `q`, `u`, `e1` and `e2` are NULL or valid for
    // writes.
    guard::unit(|| unsafe {
        let lz = flags & GNUTLS_EXPORT_FLAG_NO_LZ == 0;
        write_private_rsa(own(get_privkey(key)?)?, [m, e, d, p, q, u, e1, e2], lz)
    })
}

/// The numbers of a DSA key; the caller frees them. Manual: `gnutls_privkey_export_dsa_raw`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_privkey_export_dsa_raw(
    key: gnutls_privkey_t,
    p: *mut gnutls_datum_t,
    q: *mut gnutls_datum_t,
    g: *mut gnutls_datum_t,
    y: *mut gnutls_datum_t,
    x: *mut gnutls_datum_t,
) -> c_int {
    // SAFETY: `key` is NULL or a live handle; `p`, `q`, `g`, `y` and `x` are NULL or valid for writes.
    guard::unit(|| unsafe { write_private_dsa(own(get_privkey(key)?)?, [p, q, g, y, x], true) })
}

/// As [`gnutls_privkey_export_dsa_raw`], with flags. Manual: `gnutls_privkey_export_dsa_raw2`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_privkey_export_dsa_raw2(
    key: gnutls_privkey_t,
    p: *mut gnutls_datum_t,
    q: *mut gnutls_datum_t,
    g: *mut gnutls_datum_t,
    y: *mut gnutls_datum_t,
    x: *mut gnutls_datum_t,
    flags: c_uint,
) -> c_int {
    // SAFETY: `key` is NULL or a live handle; `p`, `q`, `g`, `y` and `x` are NULL or valid for writes.
    guard::unit(|| unsafe {
        write_private_dsa(own(get_privkey(key)?)?, [p, q, g, y, x], flags & GNUTLS_EXPORT_FLAG_NO_LZ == 0)
    })
}

/// The numbers of an elliptic key; the caller frees them. Manual: `gnutls_privkey_export_ecc_raw`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_privkey_export_ecc_raw(
    key: gnutls_privkey_t,
    curve: *mut gnutls_ecc_curve_t,
    x: *mut gnutls_datum_t,
    y: *mut gnutls_datum_t,
    k: *mut gnutls_datum_t,
) -> c_int {
    // SAFETY: `key` is NULL or a live handle; `curve`, `x`, `y` and `k` are NULL or valid for writes.
    guard::unit(|| unsafe { write_private_ecc(own(get_privkey(key)?)?, curve, [x, y, k], true) })
}

/// As [`gnutls_privkey_export_ecc_raw`], with flags. Manual: `gnutls_privkey_export_ecc_raw2`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_privkey_export_ecc_raw2(
    key: gnutls_privkey_t,
    curve: *mut gnutls_ecc_curve_t,
    x: *mut gnutls_datum_t,
    y: *mut gnutls_datum_t,
    k: *mut gnutls_datum_t,
    flags: c_uint,
) -> c_int {
    // SAFETY: `key` is NULL or a live handle; `curve`, `x`, `y` and `k` are NULL or valid for writes.
    guard::unit(|| unsafe {
        write_private_ecc(own(get_privkey(key)?)?, curve, [x, y, k], flags & GNUTLS_EXPORT_FLAG_NO_LZ == 0)
    })
}

/// The little-endian numbers of a GOST key, each as long as a coordinate; the caller frees them. Manual: `gnutls_privkey_export_gost_raw2`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_privkey_export_gost_raw2(
    key: gnutls_privkey_t,
    curve: *mut gnutls_ecc_curve_t,
    digest: *mut gnutls_digest_algorithm_t,
    paramset: *mut gnutls_gost_paramset_t,
    x: *mut gnutls_datum_t,
    y: *mut gnutls_datum_t,
    k: *mut gnutls_datum_t,
    flags: c_uint,
) -> c_int {
    // SAFETY: `key` is NULL or a live handle; `curve`, `digest`, `paramset`, `x`, `y` and `k` are NULL or valid for
    // writes.
    guard::unit(|| unsafe {
        let _ = flags;
        let key = own(get_privkey(key)?)?;
        write_gost(key.public(), curve, digest, paramset, x, y)?;
        write_numbers([&key.scalar().ok_or(INVALID_REQUEST)?], [k], false)
    })
}

/// The numbers of a Diffie-Hellman key, its group into `params`; each may be NULL. Manual: `gnutls_privkey_export_dh_raw`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_privkey_export_dh_raw(
    key: gnutls_privkey_t,
    params: gnutls_dh_params_t,
    y: *mut gnutls_datum_t,
    x: *mut gnutls_datum_t,
    flags: c_uint,
) -> c_int {
    // SAFETY: `key` and `params` are NULL or live handles; `y` and `x` are NULL or valid for writes.
    guard::unit(|| unsafe {
        let key = own(get_privkey(key)?)?;
        let numbers = key.public().dh_components().ok_or(INVALID_REQUEST)?;
        if !params.is_null() {
            *get_dh_params(params)? = DhParams::of(numbers);
        }
        let x_bytes = key.scalar().ok_or(INVALID_REQUEST)?;
        write_numbers([&numbers.y, &x_bytes], [y, x], flags & GNUTLS_EXPORT_FLAG_NO_LZ == 0)
    })
}
