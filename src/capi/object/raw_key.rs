//! Components of keys: import and export of RSA, DSA, EC, GOST and DH numbers.
use zeroize::Zeroizing;

use crate::abi::*;
use crate::alg::{Curve, Digest, GostParamset, Pk};
use crate::asn1::der;
use crate::capi::ffi::memory::{datum_bytes, write_datum, write_out};
use crate::capi::object::dh_params::get_dh_params;
use crate::crypto::keys::{GostParams, PrivateKey, PublicKey, RsaComponents, curve_size};
use crate::error::{Error, INVALID_REQUEST, Result, err};

/// The public key belongs to another key.
const OTHERS: Error = Error::new(GNUTLS_E_ILLEGAL_PARAMETER);

/// An RSA key from `m e d p q u e1 e2`; all but m, e, p and q may be missing.
///
/// # Safety
/// The pointers are NULL or point to live data.
pub unsafe fn rsa_of(numbers: [*const gnutls_datum_t; 8]) -> Result<PrivateKey> {
    // SAFETY: each of `numbers` is NULL or a valid datum.
    let [m, e, d, p, q, u, e1, e2] = numbers.map(|n| unsafe { datum_bytes(n) });
    let [m, e, p, q] = [m, e, p, q].map(|n| n.ok_or(INVALID_REQUEST));
    let rest = [d, e1, e2, u];
    const BAD: Error = Error::new(GNUTLS_E_PK_INVALID_PRIVKEY);
    PrivateKey::from_rsa(RsaComponents::complete(m?, e?, p?, q?, rest).ok_or(BAD)?)
}

/// # Safety
/// The same as for [`rsa_of`].
pub unsafe fn dsa_of(numbers: [*const gnutls_datum_t; 5]) -> Result<PrivateKey> {
    // SAFETY: each of `numbers` is NULL or a valid datum.
    let [p, q, g, y, x] = numbers.map(|n| unsafe { datum_bytes(n) });
    if y.is_some_and(<[u8]>::is_empty) {
        return err(GNUTLS_E_MPI_SCAN_FAILED);
    }
    let (p, q, g) = (p.ok_or(INVALID_REQUEST)?, q.ok_or(INVALID_REQUEST)?, g.ok_or(INVALID_REQUEST)?);
    let key = PrivateKey::from_dsa(p, q, g, x.ok_or(INVALID_REQUEST)?)?;
    Ok(match y {
        Some(y) => key.with_dsa_public(der::strip_zeros(y)),
        None => key,
    })
}

/// An elliptic curve key from its curve and numbers. The public numbers are computed and compared with the
/// given ones.
///
/// # Safety
/// The same as for [`rsa_of`].
pub unsafe fn ecc_of(curve: gnutls_ecc_curve_t, numbers: [*const gnutls_datum_t; 3]) -> Result<PrivateKey> {
    // SAFETY: each of `numbers` is NULL or a valid datum.
    let [x, y, k] = numbers.map(|n| unsafe { datum_bytes(n) });
    let (curve, scalar) = (Curve::from_raw(curve).ok_or(INVALID_REQUEST)?, k.ok_or(INVALID_REQUEST)?);
    let key = match curve.pk() {
        Pk::Ecdsa => PrivateKey::from_sec1(curve, scalar)?,
        _ if scalar.len() != curve.size() => return Err(INVALID_REQUEST),
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
/// The same as for [`rsa_of`].
pub unsafe fn gost_of(
    curve: gnutls_ecc_curve_t,
    digest: gnutls_digest_algorithm_t,
    paramset: gnutls_gost_paramset_t,
    k: *const gnutls_datum_t,
) -> Result<PrivateKey> {
    // SAFETY: `k` is NULL or a valid datum.
    let scalar = unsafe { datum_bytes(k) }.ok_or(INVALID_REQUEST)?;
    PrivateKey::from_gost(gost_params(curve, digest, paramset)?, scalar)
}

/// # Safety
/// The same as for [`rsa_of`]; `params` is NULL or a live handle.
pub unsafe fn dh_of(
    params: gnutls_dh_params_t,
    y: *const gnutls_datum_t,
    x: *const gnutls_datum_t,
) -> Result<PrivateKey> {
    // SAFETY: `params` is NULL or a live handle; `y` and `x` are NULL or valid datums.
    unsafe {
        let numbers = get_dh_params(params)?.components(datum_bytes(y).unwrap_or(b""))?;
        PrivateKey::from_dh(&numbers, datum_bytes(x).ok_or(INVALID_REQUEST)?)
    }
}

/// Writes `m e d p q u e1 e2`.
///
/// # Safety
/// The pointers are NULL or valid for writes.
pub unsafe fn write_private_rsa(key: &PrivateKey, out: [*mut gnutls_datum_t; 8], lz: bool) -> Result<()> {
    let n = key.rsa_components().ok_or(INVALID_REQUEST)?;
    // SAFETY: each of `out` is NULL or valid for a write.
    unsafe { write_numbers([&n.n, &n.e, &n.d, &n.p, &n.q, &n.u, &n.dp, &n.dq], out, lz) }
}

/// Writes `p q g y x`.
///
/// # Safety
/// The same as for [`write_private_rsa`].
pub unsafe fn write_private_dsa(key: &PrivateKey, out: [*mut gnutls_datum_t; 5], lz: bool) -> Result<()> {
    let (n, x) = (dsa_components(key.public())?, key.scalar().ok_or(INVALID_REQUEST)?);
    // SAFETY: each of `out` is NULL or valid for a write.
    unsafe { write_numbers([n[0], n[1], n[2], n[3], &x], out, lz) }
}

/// Writes curve, coordinates and private number, which are bytes for EdDSA and XDH.
///
/// # Safety
/// The same as for [`write_private_rsa`].
pub unsafe fn write_private_ecc(
    key: &PrivateKey,
    curve: *mut gnutls_ecc_curve_t,
    [x, y, k]: [*mut gnutls_datum_t; 3],
    lz: bool,
) -> Result<()> {
    // SAFETY: `curve` is NULL or valid for a write.
    unsafe {
        write_public_ecc(key.public(), curve, x, y, lz)?;
        let scalar = key.scalar().ok_or(INVALID_REQUEST)?;
        match key.pk() {
            Pk::Ecdsa => write_numbers([der::strip_zeros(&scalar)], [k], lz),
            _ => write_numbers([&scalar], [k], false),
        }
    }
}

pub const UNSUPPORTED_CURVE: Error = Error::new(GNUTLS_E_ECC_UNSUPPORTED_CURVE);

/// Writes numbers to output pointers that may be NULL, with a leading zero if `lz` is set.
///
/// # Safety
/// The pointers are NULL or valid for writes.
pub unsafe fn write_numbers<const N: usize>(
    numbers: [&[u8]; N],
    out: [*mut gnutls_datum_t; N],
    lz: bool,
) -> Result<()> {
    for (n, o) in numbers.into_iter().zip(out) {
        if !o.is_null() {
            let bytes = Zeroizing::new(if lz { with_sign_byte(n) } else { n.to_vec() });
            // SAFETY: not NULL, and valid for a write (the caller).
            unsafe { write_datum(&bytes, o)? };
        }
    }
    Ok(())
}

/// Writes the curve and coordinates of a key that is not a GOST key.
///
/// # Safety
/// The same as for [`write_numbers`].
pub unsafe fn write_public_ecc(
    key: &PublicKey,
    curve: *mut gnutls_ecc_curve_t,
    x: *mut gnutls_datum_t,
    y: *mut gnutls_datum_t,
    lz: bool,
) -> Result<()> {
    if key.gost_components().is_some() {
        return Err(INVALID_REQUEST);
    }
    // SAFETY: `curve`, `x` and `y` are NULL or valid for writes.
    unsafe { write_coordinates(key, curve, x, y, lz) }
}

/// The uncompressed point of two coordinates (SEC 1 section 2.3.3).
pub fn ecc_point(curve: Curve, x: &[u8], y: &[u8]) -> Result<Vec<u8>> {
    let size = curve_size(curve).ok_or(UNSUPPORTED_CURVE)?;
    let mut point = vec![4];
    for n in [x, y] {
        let n = der::strip_zeros(n);
        let pad = size.checked_sub(n.len()).ok_or(INVALID_REQUEST)?;
        point.resize(point.len() + pad, 0);
        point.extend_from_slice(n);
    }
    Ok(point)
}

/// The numbers p, q, g and y of a DSA key.
pub fn dsa_components(key: &PublicKey) -> Result<[&[u8]; 4]> {
    let n = key.dsa_components().ok_or(INVALID_REQUEST)?;
    Ok([&n.p, &n.q, &n.g, &n.y])
}

/// The parameters of a GOST key. Fails with `GNUTLS_E_ECC_UNSUPPORTED_CURVE` for an unsupported curve.
pub fn gost_params(
    curve: gnutls_ecc_curve_t,
    digest: gnutls_digest_algorithm_t,
    paramset: gnutls_gost_paramset_t,
) -> Result<GostParams> {
    let curve = Curve::from_raw(curve).ok_or(UNSUPPORTED_CURVE)?;
    let digest = Digest::from_raw(digest).ok_or(GNUTLS_E_UNKNOWN_HASH_ALGORITHM)?;
    let set = GostParamset::from_raw(paramset);
    if set.is_none() && paramset != GNUTLS_GOST_PARAMSET_UNKNOWN {
        return Err(INVALID_REQUEST);
    }
    GostParams::new(curve, digest, set)
}

/// Writes the parameters and coordinates of a GOST key.
///
/// # Safety
/// The pointers are NULL or valid for writes.
pub unsafe fn write_gost(
    key: &PublicKey,
    curve: *mut gnutls_ecc_curve_t,
    digest: *mut gnutls_digest_algorithm_t,
    paramset: *mut gnutls_gost_paramset_t,
    x: *mut gnutls_datum_t,
    y: *mut gnutls_datum_t,
) -> Result<()> {
    let (params, a, b) = key.gost_components().ok_or(INVALID_REQUEST)?;
    // SAFETY: `curve`, `digest`, `paramset`, `x` and `y` are NULL or valid for writes.
    unsafe {
        write_out(curve, params.curve.raw());
        write_out(digest, params.digest.raw());
        write_out(paramset, params.set.raw());
        write_numbers([&a, &b], [x, y], false)
    }
}

/// A big-endian number with a leading zero if it would otherwise be read as negative.
pub fn with_sign_byte(number: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(number.len() + 1);
    if number.first().is_none_or(|b| b & 0x80 != 0) {
        out.push(0);
    }
    out.extend_from_slice(number);
    out
}

/// Writes modulus and exponent of an RSA key, with a leading zero if `lz` is set and their highest bit is 1.
///
/// # Safety
/// `m` and `e` are NULL or valid for writes.
pub unsafe fn write_rsa(
    key: &PublicKey,
    m: *mut gnutls_datum_t,
    e: *mut gnutls_datum_t,
    lz: bool,
) -> Result<()> {
    let (modulus, exponent) = key.rsa_components().ok_or(INVALID_REQUEST)?;
    for (number, out) in [(modulus, m), (exponent, e)] {
        if !out.is_null() {
            let bytes = if lz { with_sign_byte(number) } else { number.to_vec() };
            // SAFETY: not NULL, and valid for a write (the caller).
            unsafe { write_datum(&bytes, out)? };
        }
    }
    Ok(())
}

/// Writes curve and coordinates of an ECDSA or EdDSA key; the latter has its bytes in `x` and an empty `y`.
///
/// # Safety
/// The pointers are NULL or valid for writes.
pub unsafe fn write_coordinates(
    key: &PublicKey,
    curve: *mut gnutls_ecc_curve_t,
    x: *mut gnutls_datum_t,
    y: *mut gnutls_datum_t,
    lz: bool,
) -> Result<()> {
    let (id, point) = (key.curve().ok_or(INVALID_REQUEST)?, key.point().ok_or(INVALID_REQUEST)?);
    const NONE: gnutls_datum_t = gnutls_datum_t { data: core::ptr::null_mut(), size: 0 };
    // SAFETY: `curve`, `x` and `y` are NULL or valid for writes.
    unsafe {
        write_out(curve, id.raw());
        if key.pk() != Pk::Ecdsa {
            write_out(y, NONE);
            return if x.is_null() { Ok(()) } else { write_datum(point, x) };
        }
        let (a, b) = point.get(1..).ok_or(INVALID_REQUEST)?.split_at((point.len() - 1) / 2);
        for (number, out) in [(a, x), (b, y)] {
            if !out.is_null() {
                let stripped = crate::asn1::der::strip_zeros(number);
                write_datum(&if lz { with_sign_byte(stripped) } else { stripped.to_vec() }, out)?;
            }
        }
    }
    Ok(())
}
