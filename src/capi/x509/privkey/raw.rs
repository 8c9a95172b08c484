//! Import and export of X.509 private keys by their components.
use core::ffi::c_int;

use crate::abi::*;
use crate::capi::ffi::guard;
use crate::capi::object::raw_key::{
    dh_of, dsa_of, ecc_of, gost_of, rsa_of, write_gost, write_numbers, write_private_dsa, write_private_ecc,
    write_private_rsa,
};
use crate::capi::object::x509_privkey::{get_x509_privkey, set_x509_privkey};
use crate::error::INVALID_REQUEST;

/// Makes an RSA key of its numbers.
///
/// All numbers are big-endian and unsigned, and copied. What may be missing is computed; numbers that
/// do not belong together are refused. On failure the object keeps what it held.
///
/// - `key`: an object from `gnutls_x509_privkey_init`; a key that it holds is replaced
/// - `m`: the modulus
/// - `e`: the public exponent
/// - `d`: the private exponent; may be NULL
/// - `p`: the first prime
/// - `q`: the second prime
/// - `u`: the inverse of `q` modulo `p`; may be NULL
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_PK_INVALID_PRIVKEY`: the numbers make no key
/// - `GNUTLS_E_INVALID_REQUEST`: `key`, `m`, `e`, `p` or `q` is NULL
///
/// RFC 8017 section 3.2. Manual: `gnutls_x509_privkey_import_rsa_raw`.
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
    // SAFETY: `key` is NULL or a live handle; `m`, `e`, `d`, `p`, `q` and `u` are NULL or valid datums.
    guard::unit(|| unsafe {
        let none = core::ptr::null();
        set_x509_privkey(key, || rsa_of([m, e, d, p, q, u, none, none]))
    })
}

/// Makes an RSA key of its numbers, the exponents for its primes included.
///
/// All numbers are big-endian and unsigned, and copied. What may be missing is computed; numbers that
/// do not belong together are refused. On failure the object keeps what it held.
///
/// - `key`: an object from `gnutls_x509_privkey_init`; a key that it holds is replaced
/// - `m`: the modulus
/// - `e`: the public exponent
/// - `d`: the private exponent; may be NULL
/// - `p`: the first prime
/// - `q`: the second prime
/// - `u`: the inverse of `q` modulo `p`; may be NULL
/// - `e1`: `d` modulo `p` - 1; may be NULL
/// - `e2`: `d` modulo `q` - 1; may be NULL
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_PK_INVALID_PRIVKEY`: the numbers make no key
/// - `GNUTLS_E_INVALID_REQUEST`: `key`, `m`, `e`, `p` or `q` is NULL
///
/// RFC 8017 section 3.2. Manual: `gnutls_x509_privkey_import_rsa_raw2`.
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
    // SAFETY: `key` is NULL or a live handle; `m`, `e`, `d`, `p`, `q`, `u`, `e1` and `e2` are NULL or valid datums.
    guard::unit(|| unsafe { set_x509_privkey(key, || rsa_of([m, e, d, p, q, u, e1, e2])) })
}

/// Makes a DSA key of its numbers.
///
/// All numbers are big-endian and unsigned, and copied. The public number is computed; if `y` is
/// another one, `gnutls_x509_privkey_verify_params` tells. On failure the object keeps what it held.
///
/// - `key`: an object from `gnutls_x509_privkey_init`; a key that it holds is replaced
/// - `p`: the prime
/// - `q`: the order
/// - `g`: the generator
/// - `y`: the public number; may be NULL
/// - `x`: the private number
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_PK_INVALID_PRIVKEY`: the numbers make no key
/// - `GNUTLS_E_MPI_SCAN_FAILED`: `y` is empty, or a number is too large
/// - `GNUTLS_E_INVALID_REQUEST`: `key`, `p`, `q`, `g` or `x` is NULL
///
/// FIPS 186-4. Manual: `gnutls_x509_privkey_import_dsa_raw`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_privkey_import_dsa_raw(
    key: gnutls_x509_privkey_t,
    p: *const gnutls_datum_t,
    q: *const gnutls_datum_t,
    g: *const gnutls_datum_t,
    y: *const gnutls_datum_t,
    x: *const gnutls_datum_t,
) -> c_int {
    // SAFETY: `key` is NULL or a live handle; `p`, `q`, `g`, `y` and `x` are NULL or valid datums.
    guard::unit(|| unsafe { set_x509_privkey(key, || dsa_of([p, q, g, y, x])) })
}

/// Makes an elliptic-curve key of its numbers.
///
/// Numbers are big-endian and unsigned; keys of EdDSA and X25519 and X448 are bytes as long as the
/// curve has them, where `x` is the public key and `y` is not used. All are copied. The public half is
/// computed; if another one is given, `gnutls_x509_privkey_verify_params` tells. On failure the object
/// keeps what it held.
///
/// - `key`: an object from `gnutls_x509_privkey_init`; a key that it holds is replaced
/// - `curve`: the curve
/// - `x`: the first coordinate; may be NULL
/// - `y`: the second coordinate; may be NULL
/// - `k`: the private number or bytes
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_PK_INVALID_PRIVKEY`: the numbers make no key
/// - `GNUTLS_E_ECC_UNSUPPORTED_CURVE`: the curve is not supported
/// - `GNUTLS_E_INVALID_REQUEST`: `key` or `k` is NULL, the curve is unknown, or something is longer or
///   shorter than the curve has it
///
/// Since 3.0. RFC 5915, RFC 8032. Manual: `gnutls_x509_privkey_import_ecc_raw`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_privkey_import_ecc_raw(
    key: gnutls_x509_privkey_t,
    curve: gnutls_ecc_curve_t,
    x: *const gnutls_datum_t,
    y: *const gnutls_datum_t,
    k: *const gnutls_datum_t,
) -> c_int {
    // SAFETY: `key` is NULL or a live handle; `x`, `y` and `k` are NULL or valid datums.
    guard::unit(|| unsafe { set_x509_privkey(key, || ecc_of(curve, [x, y, k])) })
}

/// Makes a GOST R 34.10 key of its numbers.
///
/// The public half is computed. On failure the object keeps what it held.
///
/// - `key`: an object from `gnutls_x509_privkey_init`; a key that it holds is replaced
/// - `curve`: the curve
/// - `digest`: `GNUTLS_DIG_GOSTR_94`, `GNUTLS_DIG_STREEBOG_256` or `GNUTLS_DIG_STREEBOG_512`, which
///   decides on the kind of key
/// - `paramset`: the parameters of GOST 28147, or `GNUTLS_GOST_PARAMSET_UNKNOWN` for the usual ones
/// - `x`: not used
/// - `y`: not used
/// - `k`: the private number, little-endian; it is copied
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_PK_INVALID_PRIVKEY`: the number is no key on this curve
/// - `GNUTLS_E_ECC_UNSUPPORTED_CURVE`: the curve is not supported
/// - `GNUTLS_E_UNKNOWN_HASH_ALGORITHM`: the digest is none of GOST
/// - `GNUTLS_E_INVALID_REQUEST`: `key` or `k` is NULL, or the parameters are unknown
///
/// Since 3.6.3. RFC 7091. Manual: `gnutls_x509_privkey_import_gost_raw`.
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
    // SAFETY: `key` is NULL or a live handle; `x`, `y` and `k` are NULL or valid datums.
    guard::unit(|| unsafe {
        let _ = (x, y);
        set_x509_privkey(key, || gost_of(curve, digest, paramset, k))
    })
}

/// Makes a Diffie-Hellman key of a group and its numbers.
///
/// Numbers are big-endian and unsigned, and copied, and so is the group. On failure the object keeps
/// what it held.
///
/// - `key`: an object from `gnutls_x509_privkey_init`; a key that it holds is replaced
/// - `params`: the group
/// - `y`: the public number, which is taken as it is; NULL to have it computed
/// - `x`: the private number
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_PK_INVALID_PRIVKEY`: the numbers make no key in this group
/// - `GNUTLS_E_MPI_SCAN_FAILED`: a number is too large
/// - `GNUTLS_E_INVALID_REQUEST`: `key`, `params` or `x` is NULL, or the group is empty
///
/// Manual: `gnutls_x509_privkey_import_dh_raw`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_privkey_import_dh_raw(
    key: gnutls_x509_privkey_t,
    params: gnutls_dh_params_t,
    y: *const gnutls_datum_t,
    x: *const gnutls_datum_t,
) -> c_int {
    // SAFETY: `key` and `params` are NULL or live handles; `y` and `x` are NULL or valid datums.
    guard::unit(|| unsafe { set_x509_privkey(key, || dh_of(params, y, x)) })
}

/// Returns the numbers of an RSA key, but the exponents for its primes.
///
/// They are big-endian, with a zero in front where the first bit is set. Each goes into fresh memory,
/// which the caller wipes and frees with `gnutls_free`. Where NULL is passed nothing is returned.
///
/// - `key`: the key
/// - `m`: takes the modulus
/// - `e`: takes the public exponent
/// - `d`: takes the private exponent
/// - `p`: takes the first prime
/// - `q`: takes the second prime
/// - `u`: takes the inverse of `q` modulo `p`
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_INVALID_REQUEST`: `key` is NULL, empty or of another kind
///
/// RFC 8017 section 3.2. Manual: `gnutls_x509_privkey_export_rsa_raw`.
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
    // SAFETY: `key` is NULL or a live handle; `m`, `e`, `d`, `p`, `q` and `u` are NULL or valid for writes.
    guard::unit(|| unsafe {
        let none = core::ptr::null_mut();
        write_private_rsa(get_x509_privkey(key)?, [m, e, d, p, q, u, none, none], true)
    })
}

/// Returns the numbers of an RSA key.
///
/// They are big-endian, with a zero in front where the first bit is set. Each goes into fresh memory,
/// which the caller wipes and frees with `gnutls_free`. Where NULL is passed nothing is returned.
///
/// - `key`: the key
/// - `m`: takes the modulus
/// - `e`: takes the public exponent
/// - `d`: takes the private exponent
/// - `p`: takes the first prime
/// - `q`: takes the second prime
/// - `u`: takes the inverse of `q` modulo `p`
/// - `e1`: takes `d` modulo `p` - 1
/// - `e2`: takes `d` modulo `q` - 1
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_INVALID_REQUEST`: `key` is NULL, empty or of another kind
///
/// Since 2.12.0. RFC 8017 section 3.2. Manual: `gnutls_x509_privkey_export_rsa_raw2`.
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
    // SAFETY: `key` is NULL or a live handle; `m`, `e`, `d`, `p`, `q`, `u`, `e1` and `e2` are NULL or valid for
    // writes.
    guard::unit(|| unsafe { write_private_rsa(get_x509_privkey(key)?, [m, e, d, p, q, u, e1, e2], true) })
}

/// Returns the numbers of a DSA key.
///
/// They are big-endian, with a zero in front where the first bit is set. Each goes into fresh memory,
/// which the caller wipes and frees with `gnutls_free`. Where NULL is passed nothing is returned.
///
/// - `key`: the key
/// - `p`: takes the prime
/// - `q`: takes the order
/// - `g`: takes the generator
/// - `y`: takes the public number
/// - `x`: takes the private number
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_INVALID_REQUEST`: `key` is NULL, empty or of another kind
///
/// FIPS 186-4. Manual: `gnutls_x509_privkey_export_dsa_raw`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_privkey_export_dsa_raw(
    key: gnutls_x509_privkey_t,
    p: *mut gnutls_datum_t,
    q: *mut gnutls_datum_t,
    g: *mut gnutls_datum_t,
    y: *mut gnutls_datum_t,
    x: *mut gnutls_datum_t,
) -> c_int {
    // SAFETY: `key` is NULL or a live handle; `p`, `q`, `g`, `y` and `x` are NULL or valid for writes.
    guard::unit(|| unsafe { write_private_dsa(get_x509_privkey(key)?, [p, q, g, y, x], true) })
}

/// Returns curve and numbers of an elliptic-curve key.
///
/// Numbers are big-endian, with a zero in front where the first bit is set; keys of EdDSA, X25519 and
/// X448 are bytes as the curve has them. Each goes into fresh memory, which the caller wipes and frees
/// with `gnutls_free`. Where NULL is passed nothing is returned. GOST keys have
/// `gnutls_x509_privkey_export_gost_raw`.
///
/// - `key`: the key
/// - `curve`: takes the curve
/// - `x`: takes the first coordinate, or the public bytes
/// - `y`: takes the second coordinate; NULL and 0 for keys that are bytes
/// - `k`: takes the private number or bytes
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_INVALID_REQUEST`: `key` is NULL, empty or of another kind
///
/// Since 3.0. RFC 5915, RFC 8032. Manual: `gnutls_x509_privkey_export_ecc_raw`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_privkey_export_ecc_raw(
    key: gnutls_x509_privkey_t,
    curve: *mut gnutls_ecc_curve_t,
    x: *mut gnutls_datum_t,
    y: *mut gnutls_datum_t,
    k: *mut gnutls_datum_t,
) -> c_int {
    // SAFETY: `key` is NULL or a live handle; `curve`, `x`, `y` and `k` are NULL or valid for writes.
    guard::unit(|| unsafe { write_private_ecc(get_x509_privkey(key)?, curve, [x, y, k], true) })
}

/// Returns parameters and numbers of a GOST R 34.10 key.
///
/// Numbers are little-endian. Each goes into fresh memory, which the caller wipes and frees with
/// `gnutls_free`. Where NULL is passed nothing is returned.
///
/// - `key`: the key
/// - `curve`: takes the curve
/// - `digest`: takes the digest
/// - `paramset`: takes the parameters of GOST 28147
/// - `x`: takes the first coordinate
/// - `y`: takes the second coordinate
/// - `k`: takes the private number
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_INVALID_REQUEST`: `key` is NULL, empty or of another kind
///
/// Since 3.6.3. RFC 7091. Manual: `gnutls_x509_privkey_export_gost_raw`.
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
    // SAFETY: `key` is NULL or a live handle; `curve`, `digest`, `paramset`, `x`, `y` and `k` are NULL or valid for
    // writes.
    guard::unit(|| unsafe {
        let key = get_x509_privkey(key)?;
        write_gost(key.public(), curve, digest, paramset, x, y)?;
        write_numbers([&key.scalar().ok_or(INVALID_REQUEST)?], [k], false)
    })
}
