//! Import and export of public keys by their components.
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

/// Sets a public key to an RSA key from its numbers.
///
/// They are copied. The object has no key usage afterwards. Whatever the object held before is
/// replaced, its key usage too; on failure it stays as it was.
///
/// - `key`: the object to fill
/// - `m`: the modulus, big-endian; leading zeros do not matter
/// - `e`: the public exponent, likewise
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_MPI_SCAN_FAILED`: a number is empty
/// - `GNUTLS_E_ASN1_DER_ERROR`: the modulus is zero
/// - `GNUTLS_E_INVALID_REQUEST`: a pointer is NULL
///
/// Since 2.12.0. RFC 8017 section 3.1. Manual: `gnutls_pubkey_import_rsa_raw`.
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

/// Sets a public key to a DSA key from its numbers.
///
/// They are copied, and not checked here: with numbers that are no key every verification fails. The
/// object has no key usage afterwards. Whatever the object held before is replaced, its key usage too;
/// on failure it stays as it was.
///
/// - `key`: the object to fill
/// - `p`: the prime modulus, big-endian; leading zeros do not matter
/// - `q`: the order of the subgroup
/// - `g`: the generator
/// - `y`: the public number
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_INVALID_REQUEST`: a pointer is NULL
///
/// Since 2.12.0. FIPS 186-4 section 4. Manual: `gnutls_pubkey_import_dsa_raw`.
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

/// Sets a public key to one on an elliptic curve: ECDSA, EdDSA, X25519 or X448.
///
/// The numbers are copied, and a point must be on its curve. The object has no key usage afterwards.
/// Whatever the object held before is replaced, its key usage too; on failure it stays as it was.
///
/// - `key`: the object to fill
/// - `curve`: the curve
/// - `x`: the x coordinate, big-endian; leading zeros do not matter; of the other kinds the key's bytes
/// - `y`: the y coordinate, likewise; not looked at with the other kinds
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_ECC_UNSUPPORTED_CURVE`: the curve is unknown, or has no such keys here
/// - `GNUTLS_E_PK_INVALID_PUBKEY`: the point is not on the curve
/// - `GNUTLS_E_INVALID_REQUEST`: a pointer is NULL, or a number has the wrong length
///
/// Since 3.0. RFC 5480, RFC 8032, RFC 7748. Manual: `gnutls_pubkey_import_ecc_raw`.
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

/// Sets a public key to an ECDSA key in the form of ANSI X9.62.
///
/// The point must be on its curve. The object has no key usage afterwards. Whatever the object held
/// before is replaced, its key usage too; on failure it stays as it was.
///
/// - `key`: the object to fill
/// - `parameters`: the curve: the DER of its OBJECT IDENTIFIER
/// - `ecpoint`: the point: the DER of an OCTET STRING
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_ECC_UNSUPPORTED_CURVE`: the curve is not supported
/// - `GNUTLS_E_ASN1_DER_ERROR`, `GNUTLS_E_ASN1_TAG_ERROR`: a part is not such DER
/// - `GNUTLS_E_PK_INVALID_PUBKEY`: the point is not on the curve
/// - `GNUTLS_E_INVALID_REQUEST`: a pointer is NULL
///
/// Since 3.0. RFC 5480 section 2.2. Manual: `gnutls_pubkey_import_ecc_x962`.
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

/// Sets a public key to a GOST R 34.10 key from its coordinates.
///
/// They are copied, and must be a point of the curve. The object has no key usage afterwards. Whatever
/// the object held before is replaced, its key usage too; on failure it stays as it was.
///
/// - `key`: the object to fill
/// - `curve`: a GOST curve
/// - `digest`: `GNUTLS_DIG_GOSTR_94`, `GNUTLS_DIG_STREEBOG_256` or `GNUTLS_DIG_STREEBOG_512`, which
///   says the kind of key
/// - `paramset`: the parameters of GOST 28147-89, or `GNUTLS_GOST_PARAMSET_UNKNOWN` for the usual ones
/// - `x`: the x coordinate, little-endian
/// - `y`: the y coordinate, little-endian
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_ECC_UNSUPPORTED_CURVE`, `GNUTLS_E_UNKNOWN_HASH_ALGORITHM`: the curve or the digest is
///   none of GOST
/// - `GNUTLS_E_PK_INVALID_PUBKEY`: the point is not on the curve
/// - `GNUTLS_E_INVALID_REQUEST`: a pointer is NULL, or the set is unknown
///
/// Since 3.6.3. RFC 7091. Manual: `gnutls_pubkey_import_gost_raw`.
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

/// Sets a public key to a Diffie-Hellman key from its group and public number.
///
/// They are copied: `params` may be freed afterwards. The number is checked when a secret is derived
/// with it. The object has no key usage afterwards. Whatever the object held before is replaced, its
/// key usage too; on failure it stays as it was.
///
/// - `key`: the object to fill
/// - `params`: the group
/// - `y`: the public number, big-endian; leading zeros do not matter
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_INVALID_REQUEST`: a pointer is NULL, or the group is empty
///
/// Since 3.8.2. Manual: `gnutls_pubkey_import_dh_raw`.
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

/// Gives the numbers of an RSA public key.
///
/// Each number is a new datum, big-endian; the caller frees its `data` with `gnutls_free`. With a first
/// bit of one a number gets a leading zero byte, which keeps it from being read as negative;
/// `gnutls_pubkey_export_rsa_raw2` can leave it out.
///
/// - `key`: an RSA key
/// - `m`: takes the modulus; may be NULL
/// - `e`: takes the public exponent; may be NULL
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_INVALID_REQUEST`: `key` is NULL, empty or of another kind
///
/// Since 3.3.0. Manual: `gnutls_pubkey_export_rsa_raw`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_pubkey_export_rsa_raw(
    key: gnutls_pubkey_t,
    m: *mut gnutls_datum_t,
    e: *mut gnutls_datum_t,
) -> c_int {
    // SAFETY: `key` is NULL or a live handle; `m` and `e` are NULL or valid for writes.
    guard::unit(|| unsafe { write_rsa(get_pubkey(key)?, m, e, true) })
}

/// Gives the numbers of an RSA public key, with a choice of how they begin.
///
/// Each number is a new datum, big-endian; the caller frees its `data` with `gnutls_free`. With a first
/// bit of one a number gets a leading zero byte, which keeps it from being read as negative, unless
/// `flags` say otherwise.
///
/// - `key`: an RSA key
/// - `m`: takes the modulus; may be NULL
/// - `e`: takes the public exponent; may be NULL
/// - `flags`: 0, or `GNUTLS_EXPORT_FLAG_NO_LZ` for numbers without a leading zero byte
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_INVALID_REQUEST`: `key` is NULL, empty or of another kind
///
/// Since 3.6.0. Manual: `gnutls_pubkey_export_rsa_raw2`.
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

/// Gives the numbers of a DSA public key.
///
/// Each number is a new datum, big-endian; the caller frees its `data` with `gnutls_free`. With a first
/// bit of one a number gets a leading zero byte, which keeps it from being read as negative;
/// `gnutls_pubkey_export_dsa_raw2` can leave it out.
///
/// - `key`: a DSA key
/// - `p`: takes the prime modulus; this and all others may be NULL
/// - `q`: takes the order of the subgroup
/// - `g`: takes the generator
/// - `y`: takes the public number
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_INVALID_REQUEST`: `key` is NULL, empty or of another kind
///
/// Since 3.3.0. Manual: `gnutls_pubkey_export_dsa_raw`.
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

/// Gives the numbers of a DSA public key, with a choice of how they begin.
///
/// Each number is a new datum, big-endian; the caller frees its `data` with `gnutls_free`. With a first
/// bit of one a number gets a leading zero byte, which keeps it from being read as negative, unless
/// `flags` say otherwise.
///
/// - `key`: a DSA key
/// - `p`: takes the prime modulus; this and all others may be NULL
/// - `q`: takes the order of the subgroup
/// - `g`: takes the generator
/// - `y`: takes the public number
/// - `flags`: 0, or `GNUTLS_EXPORT_FLAG_NO_LZ` for numbers without a leading zero byte
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_INVALID_REQUEST`: `key` is NULL, empty or of another kind
///
/// Since 3.6.0. Manual: `gnutls_pubkey_export_dsa_raw2`.
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

/// Gives the curve and the numbers of an ECDSA, EdDSA, X25519 or X448 public key.
///
/// Each is a new datum, whose `data` the caller frees with `gnutls_free`. ECDSA has big-endian numbers.
/// With a first bit of one a number gets a leading zero byte, which keeps it from being read as
/// negative; `gnutls_pubkey_export_ecc_raw2` can leave it out. The other kinds have their bytes in `x`,
/// and nothing in `y` (NULL and 0).
///
/// - `key`: such a key
/// - `curve`: takes the curve; this and the others may be NULL
/// - `x`: takes the x coordinate, or the key's bytes
/// - `y`: takes the y coordinate
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_INVALID_REQUEST`: `key` is NULL, empty or of another kind
///
/// Since 3.0. Manual: `gnutls_pubkey_export_ecc_raw`.
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

/// Gives the curve and the numbers of an ECDSA, EdDSA, X25519 or X448 public key, with a choice of how
/// they begin.
///
/// Each is a new datum, whose `data` the caller frees with `gnutls_free`. ECDSA has big-endian numbers.
/// With a first bit of one a number gets a leading zero byte, which keeps it from being read as
/// negative, unless `flags` say otherwise. The other kinds have their bytes in `x`, and nothing in `y`
/// (NULL and 0).
///
/// - `key`: such a key
/// - `curve`: takes the curve; this and the others may be NULL
/// - `x`: takes the x coordinate, or the key's bytes
/// - `y`: takes the y coordinate
/// - `flags`: 0, or `GNUTLS_EXPORT_FLAG_NO_LZ` for numbers without a leading zero byte
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_INVALID_REQUEST`: `key` is NULL, empty or of another kind
///
/// Since 3.6.0. Manual: `gnutls_pubkey_export_ecc_raw2`.
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

/// Gives an ECDSA public key in the form of ANSI X9.62.
///
/// The caller frees `parameters->data` and `ecpoint->data` with `gnutls_free`.
///
/// - `key`: an ECDSA key
/// - `parameters`: takes the curve: the DER of its OBJECT IDENTIFIER
/// - `ecpoint`: takes the point, uncompressed: the DER of an OCTET STRING
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_INVALID_REQUEST`: a pointer is NULL, or `key` is empty or of another kind
///
/// Since 3.3.0. RFC 5480 section 2.2. Manual: `gnutls_pubkey_export_ecc_x962`.
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

/// Gives the parameters and the coordinates of a GOST R 34.10 public key.
///
/// The coordinates are little-endian, each as long as the curve has them; the caller frees `data` of
/// both with `gnutls_free`.
///
/// - `key`: a GOST key
/// - `curve`: takes the curve; this and all others may be NULL
/// - `digest`: takes the digest of the key's kind
/// - `paramset`: takes the parameters of GOST 28147-89
/// - `x`: takes the x coordinate
/// - `y`: takes the y coordinate
/// - `flags`: not looked at; 0
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_INVALID_REQUEST`: `key` is NULL, empty or of another kind
///
/// Since 3.6.3. RFC 7091. Manual: `gnutls_pubkey_export_gost_raw2`.
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

/// Gives the group and the public number of a Diffie-Hellman key.
///
/// The number is a new datum, big-endian; the caller frees its `data` with `gnutls_free`. With a first
/// bit of one a number gets a leading zero byte, which keeps it from being read as negative, unless
/// `flags` say otherwise.
///
/// - `key`: a Diffie-Hellman key
/// - `params`: an object of `gnutls_dh_params_init`, which takes a copy of the group; may be NULL
/// - `y`: takes the public number; may be NULL
/// - `flags`: 0, or `GNUTLS_EXPORT_FLAG_NO_LZ` for numbers without a leading zero byte
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_INVALID_REQUEST`: `key` is NULL, empty or of another kind
///
/// Since 3.8.2. Manual: `gnutls_pubkey_export_dh_raw`.
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
