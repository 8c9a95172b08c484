//! Public keys from and to their numbers: `gnutls_pubkey_{import,export}_*_raw*`, and those of a certificate's key.
//!
//! Numbers are big-endian; those of GOST little-endian. On export each has a zero before a set first bit, unless
//! `GNUTLS_EXPORT_FLAG_NO_LZ` is given.
use core::ffi::{c_int, c_uint};

use zeroize::Zeroizing;

use super::abstract_public::{pubkey, set};
use super::dh::{self, Params};
use super::guard;
use super::memory::{datum_bytes, put};
use super::x509_crt_get::{crt, give_datum, give_ecc as give_coordinates, give_rsa, signed};
use crate::abi::*;
use crate::alg::{Curve, Digest, Pk, oid};
use crate::asn1::der::{self, Reader, Write as _};
use crate::crypto::keys::{DsaNumbers, GostParams, PublicKey, curve_size};
use crate::error::{Error, Result, err};

const INVALID: Error = Error::new(GNUTLS_E_INVALID_REQUEST);
const UNSUPPORTED_CURVE: Error = Error::new(GNUTLS_E_ECC_UNSUPPORTED_CURVE);

/// Gives numbers through out-pointers that may be NULL, with the leading zero where `lz`.
///
/// # Safety
/// The pointers are NULL or valid for writes.
pub unsafe fn give_numbers<const N: usize>(
    numbers: [&[u8]; N],
    out: [*mut gnutls_datum_t; N],
    lz: bool,
) -> Result<()> {
    for (n, o) in numbers.into_iter().zip(out) {
        if !o.is_null() {
            let bytes = Zeroizing::new(if lz { signed(n) } else { n.to_vec() });
            // SAFETY: not NULL; the caller's promise.
            unsafe { give_datum(&bytes, o)? };
        }
    }
    Ok(())
}

/// Curve and coordinates of a key that is no GOST key.
///
/// # Safety
/// As [`give_numbers`].
pub unsafe fn give_ecc(
    key: &PublicKey,
    curve: *mut gnutls_ecc_curve_t,
    x: *mut gnutls_datum_t,
    y: *mut gnutls_datum_t,
    lz: bool,
) -> Result<()> {
    if key.gost_components().is_some() {
        return Err(INVALID);
    }
    // SAFETY: the caller's promise.
    unsafe { give_coordinates(key, curve, x, y, lz) }
}

/// The uncompressed point of two coordinates (SEC 1 section 2.3.3).
pub fn ecc_point(curve: Curve, x: &[u8], y: &[u8]) -> Result<Vec<u8>> {
    let size = curve_size(curve).ok_or(UNSUPPORTED_CURVE)?;
    let mut point = vec![4];
    for n in [x, y] {
        let n = der::strip_zeros(n);
        let pad = size.checked_sub(n.len()).ok_or(INVALID)?;
        point.resize(point.len() + pad, 0);
        point.extend_from_slice(n);
    }
    Ok(point)
}

/// The numbers p, q, g and y of a DSA key.
pub fn dsa_numbers(key: &PublicKey) -> Result<[&[u8]; 4]> {
    let n = key.dsa_components().ok_or(INVALID)?;
    Ok([&n.p, &n.q, &n.g, &n.y])
}

/// What a GOST key says beside its numbers; `GNUTLS_E_ECC_UNSUPPORTED_CURVE` for a curve that is not here.
pub fn gost_params(
    curve: gnutls_ecc_curve_t,
    digest: gnutls_digest_algorithm_t,
    paramset: gnutls_gost_paramset_t,
) -> Result<GostParams> {
    let curve = Curve::from_raw(curve).ok_or(UNSUPPORTED_CURVE)?;
    let digest = Digest::from_raw(digest).ok_or(GNUTLS_E_UNKNOWN_HASH_ALGORITHM)?;
    if crate::alg::paramsets::get(paramset).is_none() && paramset != GNUTLS_GOST_PARAMSET_UNKNOWN {
        return Err(INVALID);
    }
    GostParams::new(curve, digest, paramset)
}

/// Parameters and coordinates of a GOST key.
///
/// # Safety
/// The pointers are NULL or valid for writes.
pub unsafe fn give_gost(
    key: &PublicKey,
    curve: *mut gnutls_ecc_curve_t,
    digest: *mut gnutls_digest_algorithm_t,
    paramset: *mut gnutls_gost_paramset_t,
    x: *mut gnutls_datum_t,
    y: *mut gnutls_datum_t,
) -> Result<()> {
    let (params, a, b) = key.gost_components().ok_or(INVALID)?;
    // SAFETY: the caller's promise.
    unsafe {
        put(curve, params.curve.raw());
        put(digest, params.digest.raw());
        put(paramset, params.set);
        give_numbers([&a, &b], [x, y], false)
    }
}

/// An RSA key from its numbers. Manual: `gnutls_pubkey_import_rsa_raw`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_pubkey_import_rsa_raw(
    key: gnutls_pubkey_t,
    m: *const gnutls_datum_t,
    e: *const gnutls_datum_t,
) -> c_int {
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe {
        let [m, e] = [m, e].map(|n| datum_bytes(n).ok_or(INVALID));
        let (m, e) = (m?, e?);
        if m.is_empty() || e.is_empty() {
            return err(GNUTLS_E_MPI_SCAN_FAILED);
        }
        set(key, PublicKey::from_rsa(m, e)?, 0)
    })
}

/// A DSA key from its numbers. Manual: `gnutls_pubkey_import_dsa_raw`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_pubkey_import_dsa_raw(
    key: gnutls_pubkey_t,
    p: *const gnutls_datum_t,
    q: *const gnutls_datum_t,
    g: *const gnutls_datum_t,
    y: *const gnutls_datum_t,
) -> c_int {
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe {
        let [p, q, g, y] =
            [p, q, g, y].map(|n| datum_bytes(n).map(|n| der::strip_zeros(n).to_vec()).ok_or(INVALID));
        set(key, PublicKey::from_dsa(DsaNumbers { p: p?, q: q?, g: g?, y: y? })?, 0)
    })
}

/// An elliptic key from its coordinates; of EdDSA and XDH the bytes are in `x`. Manual: `gnutls_pubkey_import_ecc_raw`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_pubkey_import_ecc_raw(
    key: gnutls_pubkey_t,
    curve: gnutls_ecc_curve_t,
    x: *const gnutls_datum_t,
    y: *const gnutls_datum_t,
) -> c_int {
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe {
        let x = datum_bytes(x).ok_or(INVALID)?;
        let curve = Curve::from_raw(curve).ok_or(UNSUPPORTED_CURVE)?;
        if curve.pk() != Pk::Ecdsa {
            return set(key, PublicKey::from_edwards(curve, x)?, 0);
        }
        let point = ecc_point(curve, x, datum_bytes(y).ok_or(INVALID)?)?;
        set(key, PublicKey::from_ec(curve, &point)?, 0)
    })
}

/// An elliptic key in the form of ANSI X9.62: the DER of its curve, and of its point as an octet string. Manual: `gnutls_pubkey_import_ecc_x962`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_pubkey_import_ecc_x962(
    key: gnutls_pubkey_t,
    parameters: *const gnutls_datum_t,
    ecpoint: *const gnutls_datum_t,
) -> c_int {
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe {
        let (parameters, point) =
            (datum_bytes(parameters).ok_or(INVALID)?, datum_bytes(ecpoint).ok_or(INVALID)?);
        let mut r = Reader::new(parameters);
        let curve = oid::to_text(r.oid()?).and_then(|o| Curve::from_oid(&o)).ok_or(UNSUPPORTED_CURVE)?;
        let mut p = Reader::new(point);
        let bytes = p.octet_string()?;
        r.finish().and_then(|()| p.finish())?;
        set(key, PublicKey::from_ec(curve, bytes)?, 0)
    })
}

/// A GOST key from its little-endian coordinates. Manual: `gnutls_pubkey_import_gost_raw`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_pubkey_import_gost_raw(
    key: gnutls_pubkey_t,
    curve: gnutls_ecc_curve_t,
    digest: gnutls_digest_algorithm_t,
    paramset: gnutls_gost_paramset_t,
    x: *const gnutls_datum_t,
    y: *const gnutls_datum_t,
) -> c_int {
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe {
        let (x, y) = (datum_bytes(x).ok_or(INVALID)?, datum_bytes(y).ok_or(INVALID)?);
        set(key, PublicKey::from_gost(gost_params(curve, digest, paramset)?, x, y)?, 0)
    })
}

/// A Diffie-Hellman key from its group and public number. Manual: `gnutls_pubkey_import_dh_raw`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_pubkey_import_dh_raw(
    key: gnutls_pubkey_t,
    params: gnutls_dh_params_t,
    y: *const gnutls_datum_t,
) -> c_int {
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe {
        let numbers = dh::get(params)?.numbers(datum_bytes(y).ok_or(INVALID)?)?;
        set(key, PublicKey::from_dh(numbers), 0)
    })
}

/// Modulus and exponent; the caller frees them. Manual: `gnutls_pubkey_export_rsa_raw`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_pubkey_export_rsa_raw(
    key: gnutls_pubkey_t,
    m: *mut gnutls_datum_t,
    e: *mut gnutls_datum_t,
) -> c_int {
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe { give_rsa(pubkey(key)?, m, e, true) })
}

/// As [`gnutls_pubkey_export_rsa_raw`], with flags. Manual: `gnutls_pubkey_export_rsa_raw2`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_pubkey_export_rsa_raw2(
    key: gnutls_pubkey_t,
    m: *mut gnutls_datum_t,
    e: *mut gnutls_datum_t,
    flags: c_uint,
) -> c_int {
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe { give_rsa(pubkey(key)?, m, e, flags & GNUTLS_EXPORT_FLAG_NO_LZ == 0) })
}

/// The numbers of a DSA key; the caller frees them. Manual: `gnutls_pubkey_export_dsa_raw`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_pubkey_export_dsa_raw(
    key: gnutls_pubkey_t,
    p: *mut gnutls_datum_t,
    q: *mut gnutls_datum_t,
    g: *mut gnutls_datum_t,
    y: *mut gnutls_datum_t,
) -> c_int {
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe { give_numbers(dsa_numbers(pubkey(key)?)?, [p, q, g, y], true) })
}

/// As [`gnutls_pubkey_export_dsa_raw`], with flags. Manual: `gnutls_pubkey_export_dsa_raw2`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_pubkey_export_dsa_raw2(
    key: gnutls_pubkey_t,
    p: *mut gnutls_datum_t,
    q: *mut gnutls_datum_t,
    g: *mut gnutls_datum_t,
    y: *mut gnutls_datum_t,
    flags: c_uint,
) -> c_int {
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe {
        give_numbers(dsa_numbers(pubkey(key)?)?, [p, q, g, y], flags & GNUTLS_EXPORT_FLAG_NO_LZ == 0)
    })
}

/// Curve and coordinates; the caller frees them. Manual: `gnutls_pubkey_export_ecc_raw`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_pubkey_export_ecc_raw(
    key: gnutls_pubkey_t,
    curve: *mut gnutls_ecc_curve_t,
    x: *mut gnutls_datum_t,
    y: *mut gnutls_datum_t,
) -> c_int {
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe { give_ecc(pubkey(key)?, curve, x, y, true) })
}

/// As [`gnutls_pubkey_export_ecc_raw`], with flags. Manual: `gnutls_pubkey_export_ecc_raw2`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_pubkey_export_ecc_raw2(
    key: gnutls_pubkey_t,
    curve: *mut gnutls_ecc_curve_t,
    x: *mut gnutls_datum_t,
    y: *mut gnutls_datum_t,
    flags: c_uint,
) -> c_int {
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe { give_ecc(pubkey(key)?, curve, x, y, flags & GNUTLS_EXPORT_FLAG_NO_LZ == 0) })
}

/// The key in the form of ANSI X9.62; the caller frees both parts. Manual: `gnutls_pubkey_export_ecc_x962`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_pubkey_export_ecc_x962(
    key: gnutls_pubkey_t,
    parameters: *mut gnutls_datum_t,
    ecpoint: *mut gnutls_datum_t,
) -> c_int {
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe {
        let key = pubkey(key)?;
        let (Pk::Ecdsa, Some(curve), Some(bytes)) = (key.pk(), key.curve(), key.point()) else {
            return Err(INVALID);
        };
        let (mut id, mut point) = (Vec::new(), Vec::new());
        id.oid(&oid::from_text(curve.oid()).ok_or(UNSUPPORTED_CURVE)?);
        point.element(der::OCTET_STRING, bytes);
        give_datum(&id, parameters)?;
        give_datum(&point, ecpoint)
    })
}

/// Parameters and little-endian coordinates, each as long as the curve has them; the caller frees them. Manual: `gnutls_pubkey_export_gost_raw2`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_pubkey_export_gost_raw2(
    key: gnutls_pubkey_t,
    curve: *mut gnutls_ecc_curve_t,
    digest: *mut gnutls_digest_algorithm_t,
    paramset: *mut gnutls_gost_paramset_t,
    x: *mut gnutls_datum_t,
    y: *mut gnutls_datum_t,
    flags: c_uint,
) -> c_int {
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe {
        let _ = flags;
        give_gost(pubkey(key)?, curve, digest, paramset, x, y)
    })
}

/// The public number of a Diffie-Hellman key, its group into `params`; each may be NULL. Manual: `gnutls_pubkey_export_dh_raw`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_pubkey_export_dh_raw(
    key: gnutls_pubkey_t,
    params: gnutls_dh_params_t,
    y: *mut gnutls_datum_t,
    flags: c_uint,
) -> c_int {
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe {
        let numbers = pubkey(key)?.dh_components().ok_or(INVALID)?;
        if !params.is_null() {
            *dh::get(params)? = Params::of(numbers);
        }
        give_numbers([&numbers.y], [y], flags & GNUTLS_EXPORT_FLAG_NO_LZ == 0)
    })
}

/// The numbers of a DSA key; the caller frees them. Manual: `gnutls_x509_crt_get_pk_dsa_raw`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crt_get_pk_dsa_raw(
    crt: gnutls_x509_crt_t,
    p: *mut gnutls_datum_t,
    q: *mut gnutls_datum_t,
    g: *mut gnutls_datum_t,
    y: *mut gnutls_datum_t,
) -> c_int {
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe { give_numbers(dsa_numbers(&self::crt(crt)?.public_key()?)?, [p, q, g, y], true) })
}

/// Parameters and little-endian coordinates of a GOST key; the caller frees them. Manual: `gnutls_x509_crt_get_pk_gost_raw`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crt_get_pk_gost_raw(
    crt: gnutls_x509_crt_t,
    curve: *mut gnutls_ecc_curve_t,
    digest: *mut gnutls_digest_algorithm_t,
    paramset: *mut gnutls_gost_paramset_t,
    x: *mut gnutls_datum_t,
    y: *mut gnutls_datum_t,
) -> c_int {
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe { give_gost(&self::crt(crt)?.public_key()?, curve, digest, paramset, x, y) })
}
