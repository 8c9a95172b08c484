//! Private keys from and to their numbers: `gnutls_privkey_{import,export}_*_raw*` and the same of `gnutls_x509_privkey_t`.
//!
//! Numbers are big-endian; those of GOST little-endian. On export each has a zero before a set first bit, unless
//! `GNUTLS_EXPORT_FLAG_NO_LZ` is given.
use core::ffi::{c_int, c_uint};

use super::abstract_keys::{Privkey, privkey, replace_own};
use super::dh::{self, Params};
use super::guard;
use super::memory::datum_bytes;
use super::numbers_public::{dsa_numbers, ecc_point, give_ecc, give_gost, give_numbers, gost_params};
use super::x509_privkey::{fill_key, privkey as x509_privkey};
use crate::abi::*;
use crate::alg::{Curve, Pk};
use crate::asn1::der;
use crate::crypto::keys::{PrivateKey, PublicKey, RsaNumbers};
use crate::error::{Error, Result, err};

const INVALID: Error = Error::new(GNUTLS_E_INVALID_REQUEST);
/// A public half of another key.
const OTHERS: Error = Error::new(GNUTLS_E_ILLEGAL_PARAMETER);

/// An RSA key from `m e d p q u e1 e2`; all but m, e, p and q may be missing.
///
/// # Safety
/// The pointers are NULL or point to live data.
unsafe fn rsa_of(numbers: [*const gnutls_datum_t; 8]) -> Result<PrivateKey> {
    // SAFETY: the caller's promise.
    let [m, e, d, p, q, u, e1, e2] = numbers.map(|n| unsafe { datum_bytes(n) });
    let [m, e, p, q] = [m, e, p, q].map(|n| n.ok_or(INVALID));
    let rest = [d, e1, e2, u];
    const BAD: Error = Error::new(GNUTLS_E_PK_INVALID_PRIVKEY);
    PrivateKey::from_rsa(RsaNumbers::complete(m?, e?, p?, q?, rest).ok_or(BAD)?)
}

/// # Safety
/// As [`rsa_of`].
unsafe fn dsa_of(numbers: [*const gnutls_datum_t; 5]) -> Result<PrivateKey> {
    // SAFETY: the caller's promise.
    let [p, q, g, y, x] = numbers.map(|n| unsafe { datum_bytes(n) });
    if y.is_some_and(<[u8]>::is_empty) {
        return err(GNUTLS_E_MPI_SCAN_FAILED);
    }
    let (p, q, g) = (p.ok_or(INVALID)?, q.ok_or(INVALID)?, g.ok_or(INVALID)?);
    let key = PrivateKey::from_dsa(p, q, g, x.ok_or(INVALID)?)?;
    Ok(match y {
        Some(y) => key.with_dsa_public(der::strip_zeros(y)),
        None => key,
    })
}

/// An elliptic key from its curve and numbers; the public ones are made, and compared with what is given.
///
/// # Safety
/// As [`rsa_of`].
unsafe fn ecc_of(curve: gnutls_ecc_curve_t, numbers: [*const gnutls_datum_t; 3]) -> Result<PrivateKey> {
    // SAFETY: the caller's promise.
    let [x, y, k] = numbers.map(|n| unsafe { datum_bytes(n) });
    let (curve, scalar) = (Curve::from_raw(curve).ok_or(INVALID)?, k.ok_or(INVALID)?);
    let key = match curve.pk() {
        Pk::Ecdsa => PrivateKey::from_sec1(curve, scalar)?,
        _ if scalar.len() != curve.size() => return Err(INVALID),
        _ => PrivateKey::from_edwards(curve, scalar)?,
    };
    match (curve.pk(), x, y) {
        (Pk::Ecdsa, Some(x), Some(y)) => Ok(key.with_point(&ecc_point(curve, x, y)?)),
        (Pk::Ecdsa, ..) | (_, None, _) => Ok(key),
        (_, Some(x), _) if PublicKey::from_edwards(curve, x)? == *key.public() => Ok(key),
        _ => Ok(key.with_foreign_public(OTHERS)),
    }
}

/// # Safety
/// As [`rsa_of`].
unsafe fn gost_of(
    curve: gnutls_ecc_curve_t,
    digest: gnutls_digest_algorithm_t,
    paramset: gnutls_gost_paramset_t,
    k: *const gnutls_datum_t,
) -> Result<PrivateKey> {
    // SAFETY: the caller's promise.
    let scalar = unsafe { datum_bytes(k) }.ok_or(INVALID)?;
    PrivateKey::from_gost(gost_params(curve, digest, paramset)?, scalar)
}

/// # Safety
/// As [`rsa_of`]; `params` is NULL or a live handle.
unsafe fn dh_of(
    params: gnutls_dh_params_t,
    y: *const gnutls_datum_t,
    x: *const gnutls_datum_t,
) -> Result<PrivateKey> {
    // SAFETY: the caller's promise.
    unsafe {
        let numbers = dh::get(params)?.numbers(datum_bytes(y).unwrap_or(b""))?;
        PrivateKey::from_dh(&numbers, datum_bytes(x).ok_or(INVALID)?)
    }
}

/// Gives `m e d p q u e1 e2`.
///
/// # Safety
/// The pointers are NULL or valid for writes.
unsafe fn give_rsa(key: &PrivateKey, out: [*mut gnutls_datum_t; 8], lz: bool) -> Result<()> {
    let n = key.rsa_numbers().ok_or(INVALID)?;
    // SAFETY: the caller's promise.
    unsafe { give_numbers([&n.n, &n.e, &n.d, &n.p, &n.q, &n.u, &n.dp, &n.dq], out, lz) }
}

/// Gives `p q g y x`.
///
/// # Safety
/// As [`give_rsa`].
unsafe fn give_dsa(key: &PrivateKey, out: [*mut gnutls_datum_t; 5], lz: bool) -> Result<()> {
    let (n, x) = (dsa_numbers(key.public())?, key.scalar().ok_or(INVALID)?);
    // SAFETY: the caller's promise.
    unsafe { give_numbers([n[0], n[1], n[2], n[3], &x], out, lz) }
}

/// Gives curve, coordinates and private number, which EdDSA and XDH have as bytes.
///
/// # Safety
/// As [`give_rsa`].
unsafe fn give_private_ecc(
    key: &PrivateKey,
    curve: *mut gnutls_ecc_curve_t,
    [x, y, k]: [*mut gnutls_datum_t; 3],
    lz: bool,
) -> Result<()> {
    // SAFETY: the caller's promise.
    unsafe {
        give_ecc(key.public(), curve, x, y, lz)?;
        let scalar = key.scalar().ok_or(INVALID)?;
        match key.pk() {
            Pk::Ecdsa => give_numbers([der::strip_zeros(&scalar)], [k], lz),
            _ => give_numbers([&scalar], [k], false),
        }
    }
}

/// The key of ours behind an abstract handle.
fn own(key: &Privkey) -> Result<&PrivateKey> {
    key.own().ok_or(INVALID)
}

/// An RSA key from its numbers; `d` and `u` may be NULL.
/// `GNUTLS_E_PK_INVALID_PRIVKEY` for numbers that are no key. Manual: `gnutls_x509_privkey_import_rsa_raw`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_privkey_import_rsa_raw(
    key: gnutls_x509_privkey_t,
    m: *const gnutls_datum_t,
    e: *const gnutls_datum_t,
    d: *const gnutls_datum_t,
    p: *const gnutls_datum_t,
    q: *const gnutls_datum_t,
    u: *const gnutls_datum_t,
) -> c_int {
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe {
        let none = core::ptr::null();
        fill_key(key, || rsa_of([m, e, d, p, q, u, none, none]))
    })
}

/// An RSA key from its numbers; `d`, `u`, `e1` and `e2` may be NULL.
/// `GNUTLS_E_PK_INVALID_PRIVKEY` for numbers that are no key. Manual: `gnutls_x509_privkey_import_rsa_raw2`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_privkey_import_rsa_raw2(
    key: gnutls_x509_privkey_t,
    m: *const gnutls_datum_t,
    e: *const gnutls_datum_t,
    d: *const gnutls_datum_t,
    p: *const gnutls_datum_t,
    q: *const gnutls_datum_t,
    u: *const gnutls_datum_t,
    e1: *const gnutls_datum_t,
    e2: *const gnutls_datum_t,
) -> c_int {
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe { fill_key(key, || rsa_of([m, e, d, p, q, u, e1, e2])) })
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
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe { replace_own(key, rsa_of([m, e, d, p, q, u, e1, e2])?) })
}

/// A DSA key from its numbers; `y` is made from the others, and may be NULL.
/// `GNUTLS_E_PK_INVALID_PRIVKEY` for numbers that are no key. Manual: `gnutls_x509_privkey_import_dsa_raw`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_privkey_import_dsa_raw(
    key: gnutls_x509_privkey_t,
    p: *const gnutls_datum_t,
    q: *const gnutls_datum_t,
    g: *const gnutls_datum_t,
    y: *const gnutls_datum_t,
    x: *const gnutls_datum_t,
) -> c_int {
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe { fill_key(key, || dsa_of([p, q, g, y, x])) })
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
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe { replace_own(key, dsa_of([p, q, g, y, x])?) })
}

/// An elliptic key from its numbers; `x` and `y` are made from `k`, and may be NULL. Manual: `gnutls_x509_privkey_import_ecc_raw`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_privkey_import_ecc_raw(
    key: gnutls_x509_privkey_t,
    curve: gnutls_ecc_curve_t,
    x: *const gnutls_datum_t,
    y: *const gnutls_datum_t,
    k: *const gnutls_datum_t,
) -> c_int {
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe { fill_key(key, || ecc_of(curve, [x, y, k])) })
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
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe { replace_own(key, ecc_of(curve, [x, y, k])?) })
}

/// A GOST key from its little-endian numbers; `x` and `y` are made from `k`. Manual: `gnutls_x509_privkey_import_gost_raw`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_privkey_import_gost_raw(
    key: gnutls_x509_privkey_t,
    curve: gnutls_ecc_curve_t,
    digest: gnutls_digest_algorithm_t,
    paramset: gnutls_gost_paramset_t,
    x: *const gnutls_datum_t,
    y: *const gnutls_datum_t,
    k: *const gnutls_datum_t,
) -> c_int {
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe {
        let _ = (x, y);
        fill_key(key, || gost_of(curve, digest, paramset, k))
    })
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
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe {
        let _ = (x, y);
        replace_own(key, gost_of(curve, digest, paramset, k)?)
    })
}

/// A Diffie-Hellman key from its group and numbers; `y` may be NULL.
/// `GNUTLS_E_PK_INVALID_PRIVKEY` for numbers that are no key. Manual: `gnutls_x509_privkey_import_dh_raw`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_privkey_import_dh_raw(
    key: gnutls_x509_privkey_t,
    params: gnutls_dh_params_t,
    y: *const gnutls_datum_t,
    x: *const gnutls_datum_t,
) -> c_int {
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe { fill_key(key, || dh_of(params, y, x)) })
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
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe { replace_own(key, dh_of(params, y, x)?) })
}

/// The numbers of an RSA key but the two exponents; the caller frees them. Manual: `gnutls_x509_privkey_export_rsa_raw`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_privkey_export_rsa_raw(
    key: gnutls_x509_privkey_t,
    m: *mut gnutls_datum_t,
    e: *mut gnutls_datum_t,
    d: *mut gnutls_datum_t,
    p: *mut gnutls_datum_t,
    q: *mut gnutls_datum_t,
    u: *mut gnutls_datum_t,
) -> c_int {
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe {
        let none = core::ptr::null_mut();
        give_rsa(x509_privkey(key)?, [m, e, d, p, q, u, none, none], true)
    })
}

/// The numbers of an RSA key; the caller frees them. Manual: `gnutls_x509_privkey_export_rsa_raw2`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_privkey_export_rsa_raw2(
    key: gnutls_x509_privkey_t,
    m: *mut gnutls_datum_t,
    e: *mut gnutls_datum_t,
    d: *mut gnutls_datum_t,
    p: *mut gnutls_datum_t,
    q: *mut gnutls_datum_t,
    u: *mut gnutls_datum_t,
    e1: *mut gnutls_datum_t,
    e2: *mut gnutls_datum_t,
) -> c_int {
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe { give_rsa(x509_privkey(key)?, [m, e, d, p, q, u, e1, e2], true) })
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
    // SAFETY: the manual's contract.
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
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe {
        let lz = flags & GNUTLS_EXPORT_FLAG_NO_LZ == 0;
        give_rsa(own(privkey(key)?)?, [m, e, d, p, q, u, e1, e2], lz)
    })
}

/// The numbers of a DSA key; the caller frees them. Manual: `gnutls_x509_privkey_export_dsa_raw`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_privkey_export_dsa_raw(
    key: gnutls_x509_privkey_t,
    p: *mut gnutls_datum_t,
    q: *mut gnutls_datum_t,
    g: *mut gnutls_datum_t,
    y: *mut gnutls_datum_t,
    x: *mut gnutls_datum_t,
) -> c_int {
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe { give_dsa(x509_privkey(key)?, [p, q, g, y, x], true) })
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
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe { give_dsa(own(privkey(key)?)?, [p, q, g, y, x], true) })
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
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe {
        give_dsa(own(privkey(key)?)?, [p, q, g, y, x], flags & GNUTLS_EXPORT_FLAG_NO_LZ == 0)
    })
}

/// The numbers of an elliptic key; the caller frees them. Manual: `gnutls_x509_privkey_export_ecc_raw`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_privkey_export_ecc_raw(
    key: gnutls_x509_privkey_t,
    curve: *mut gnutls_ecc_curve_t,
    x: *mut gnutls_datum_t,
    y: *mut gnutls_datum_t,
    k: *mut gnutls_datum_t,
) -> c_int {
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe { give_private_ecc(x509_privkey(key)?, curve, [x, y, k], true) })
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
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe { give_private_ecc(own(privkey(key)?)?, curve, [x, y, k], true) })
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
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe {
        give_private_ecc(own(privkey(key)?)?, curve, [x, y, k], flags & GNUTLS_EXPORT_FLAG_NO_LZ == 0)
    })
}

/// The little-endian numbers of a GOST key; the caller frees them. Manual: `gnutls_x509_privkey_export_gost_raw`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_privkey_export_gost_raw(
    key: gnutls_x509_privkey_t,
    curve: *mut gnutls_ecc_curve_t,
    digest: *mut gnutls_digest_algorithm_t,
    paramset: *mut gnutls_gost_paramset_t,
    x: *mut gnutls_datum_t,
    y: *mut gnutls_datum_t,
    k: *mut gnutls_datum_t,
) -> c_int {
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe {
        let key = x509_privkey(key)?;
        give_gost(key.public(), curve, digest, paramset, x, y)?;
        give_numbers([&key.scalar().ok_or(INVALID)?], [k], false)
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
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe {
        let _ = flags;
        let key = own(privkey(key)?)?;
        give_gost(key.public(), curve, digest, paramset, x, y)?;
        give_numbers([&key.scalar().ok_or(INVALID)?], [k], false)
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
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe {
        let key = own(privkey(key)?)?;
        let numbers = key.public().dh_components().ok_or(INVALID)?;
        if !params.is_null() {
            *dh::get(params)? = Params::of(numbers);
        }
        let x_bytes = key.scalar().ok_or(INVALID)?;
        give_numbers([&numbers.y, &x_bytes], [y, x], flags & GNUTLS_EXPORT_FLAG_NO_LZ == 0)
    })
}
