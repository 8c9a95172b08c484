//! Public keys from and to their components.
use core::ffi::{c_int, c_uint};

use crate::abi::*;
use crate::alg::{Curve, Pk};
use crate::asn1::der::{Reader, Write as _};
use crate::asn1::{der, oid};
use crate::capi::ffi::guard;
use crate::capi::ffi::memory::{datum_bytes, write_datum};
use crate::capi::object::dh_params::{DhParams, get_dh_params};
use crate::capi::object::pubkey::{get_pubkey, set_pubkey};
use crate::capi::object::raw_key::{
    UNSUPPORTED_CURVE, dsa_components, ecc_point, gost_params, write_gost, write_numbers, write_public_ecc,
    write_rsa,
};
use crate::crypto::keys::{DsaComponents, PublicKey};
use crate::error::{INVALID_REQUEST, err};

/// An RSA key from its numbers. Manual: `gnutls_pubkey_import_rsa_raw`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_pubkey_import_rsa_raw(
    key: gnutls_pubkey_t,
    m: *const gnutls_datum_t,
    e: *const gnutls_datum_t,
) -> c_int {
    // SAFETY: `key` is NULL or a live handle; `m` and `e` are NULL or valid datums.
    guard::unit(|| unsafe {
        let [m, e] = [m, e].map(|n| datum_bytes(n).ok_or(INVALID_REQUEST));
        let (m, e) = (m?, e?);
        if m.is_empty() || e.is_empty() {
            return err(GNUTLS_E_MPI_SCAN_FAILED);
        }
        set_pubkey(key, PublicKey::from_rsa(m, e)?, 0)
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
    // SAFETY: `key` is NULL or a live handle; `p`, `q`, `g` and `y` are NULL or valid datums.
    guard::unit(|| unsafe {
        let [p, q, g, y] =
            [p, q, g, y].map(|n| datum_bytes(n).map(|n| der::strip_zeros(n).to_vec()).ok_or(INVALID_REQUEST));
        set_pubkey(key, PublicKey::from_dsa(DsaComponents { p: p?, q: q?, g: g?, y: y? })?, 0)
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
    // SAFETY: `key` is NULL or a live handle; `x` and `y` are NULL or valid datums.
    guard::unit(|| unsafe {
        let x = datum_bytes(x).ok_or(INVALID_REQUEST)?;
        let curve = Curve::from_raw(curve).ok_or(UNSUPPORTED_CURVE)?;
        if curve.pk() != Pk::Ecdsa {
            return set_pubkey(key, PublicKey::from_edwards(curve, x)?, 0);
        }
        let point = ecc_point(curve, x, datum_bytes(y).ok_or(INVALID_REQUEST)?)?;
        set_pubkey(key, PublicKey::from_ec(curve, &point)?, 0)
    })
}

/// An elliptic key in the form of ANSI X9.62: the DER of its curve, and of its point as an octet string. Manual: `gnutls_pubkey_import_ecc_x962`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_pubkey_import_ecc_x962(
    key: gnutls_pubkey_t,
    parameters: *const gnutls_datum_t,
    ecpoint: *const gnutls_datum_t,
) -> c_int {
    // SAFETY: `key` is NULL or a live handle; `parameters` and `ecpoint` are NULL or valid datums.
    guard::unit(|| unsafe {
        let (parameters, point) =
            (datum_bytes(parameters).ok_or(INVALID_REQUEST)?, datum_bytes(ecpoint).ok_or(INVALID_REQUEST)?);
        let mut r = Reader::new(parameters);
        let curve = oid::to_text(r.oid()?).and_then(|o| Curve::from_oid(&o)).ok_or(UNSUPPORTED_CURVE)?;
        let mut p = Reader::new(point);
        let bytes = p.octet_string()?;
        r.finish().and_then(|()| p.finish())?;
        set_pubkey(key, PublicKey::from_ec(curve, bytes)?, 0)
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
    // SAFETY: `key` is NULL or a live handle; `x` and `y` are NULL or valid datums.
    guard::unit(|| unsafe {
        let (x, y) = (datum_bytes(x).ok_or(INVALID_REQUEST)?, datum_bytes(y).ok_or(INVALID_REQUEST)?);
        set_pubkey(key, PublicKey::from_gost(gost_params(curve, digest, paramset)?, x, y)?, 0)
    })
}

/// A Diffie-Hellman key from its group and public number. Manual: `gnutls_pubkey_import_dh_raw`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_pubkey_import_dh_raw(
    key: gnutls_pubkey_t,
    params: gnutls_dh_params_t,
    y: *const gnutls_datum_t,
) -> c_int {
    // SAFETY: `key` and `params` are NULL or live handles; `y` is NULL or a valid datum.
    guard::unit(|| unsafe {
        let numbers = get_dh_params(params)?.components(datum_bytes(y).ok_or(INVALID_REQUEST)?)?;
        set_pubkey(key, PublicKey::from_dh(numbers), 0)
    })
}

/// Modulus and exponent; the caller frees them. Manual: `gnutls_pubkey_export_rsa_raw`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_pubkey_export_rsa_raw(
    key: gnutls_pubkey_t,
    m: *mut gnutls_datum_t,
    e: *mut gnutls_datum_t,
) -> c_int {
    // SAFETY: `key` is NULL or a live handle; `m` and `e` are NULL or valid for writes.
    guard::unit(|| unsafe { write_rsa(get_pubkey(key)?, m, e, true) })
}

/// As [`gnutls_pubkey_export_rsa_raw`], with flags. Manual: `gnutls_pubkey_export_rsa_raw2`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_pubkey_export_rsa_raw2(
    key: gnutls_pubkey_t,
    m: *mut gnutls_datum_t,
    e: *mut gnutls_datum_t,
    flags: c_uint,
) -> c_int {
    // SAFETY: `key` is NULL or a live handle; `m` and `e` are NULL or valid for writes.
    guard::unit(|| unsafe { write_rsa(get_pubkey(key)?, m, e, flags & GNUTLS_EXPORT_FLAG_NO_LZ == 0) })
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
    // SAFETY: `key` is NULL or a live handle; `p`, `q`, `g` and `y` are NULL or valid for writes.
    guard::unit(|| unsafe { write_numbers(dsa_components(get_pubkey(key)?)?, [p, q, g, y], true) })
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
    // SAFETY: `key` is NULL or a live handle; `p`, `q`, `g` and `y` are NULL or valid for writes.
    guard::unit(|| unsafe {
        write_numbers(dsa_components(get_pubkey(key)?)?, [p, q, g, y], flags & GNUTLS_EXPORT_FLAG_NO_LZ == 0)
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
    // SAFETY: `key` is NULL or a live handle; `curve`, `x` and `y` are NULL or valid for writes.
    guard::unit(|| unsafe { write_public_ecc(get_pubkey(key)?, curve, x, y, true) })
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
    // SAFETY: `key` is NULL or a live handle; `curve`, `x` and `y` are NULL or valid for writes.
    guard::unit(|| unsafe {
        write_public_ecc(get_pubkey(key)?, curve, x, y, flags & GNUTLS_EXPORT_FLAG_NO_LZ == 0)
    })
}

/// The key in the form of ANSI X9.62; the caller frees both parts. Manual: `gnutls_pubkey_export_ecc_x962`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_pubkey_export_ecc_x962(
    key: gnutls_pubkey_t,
    parameters: *mut gnutls_datum_t,
    ecpoint: *mut gnutls_datum_t,
) -> c_int {
    // SAFETY: `key` is NULL or a live handle; `parameters` and `ecpoint` are NULL or valid for writes.
    guard::unit(|| unsafe {
        let key = get_pubkey(key)?;
        let (Pk::Ecdsa, Some(curve), Some(bytes)) = (key.pk(), key.curve(), key.point()) else {
            return Err(INVALID_REQUEST);
        };
        let (mut id, mut point) = (Vec::new(), Vec::new());
        id.oid(&oid::from_text(curve.oid()).ok_or(UNSUPPORTED_CURVE)?);
        point.element(der::OCTET_STRING, bytes);
        write_datum(&id, parameters)?;
        write_datum(&point, ecpoint)
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
    // SAFETY: `key` is NULL or a live handle; `curve`, `digest`, `paramset`, `x` and `y` are NULL or valid for
    // writes.
    guard::unit(|| unsafe {
        let _ = flags;
        write_gost(get_pubkey(key)?, curve, digest, paramset, x, y)
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
    // SAFETY: `key` and `params` are NULL or live handles; `y` is NULL or valid for a write.
    guard::unit(|| unsafe {
        let numbers = get_pubkey(key)?.dh_components().ok_or(INVALID_REQUEST)?;
        if !params.is_null() {
            *get_dh_params(params)? = DhParams::of(numbers);
        }
        write_numbers([&numbers.y], [y], flags & GNUTLS_EXPORT_FLAG_NO_LZ == 0)
    })
}
