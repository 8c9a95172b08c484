//! Import and export of private keys by their components.
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

/// Sets a private key to an RSA key from its numbers.
///
/// The numbers are copied, and checked to belong together; missing ones are computed. An object that
/// held another key takes the new one in its place; on failure it keeps what it held.
///
/// - `key`: the object to fill
/// - `m`: the modulus, big-endian; leading zeros do not matter
/// - `e`: the public exponent
/// - `d`: the private exponent; may be NULL
/// - `p`: the first prime
/// - `q`: the second prime
/// - `u`: q^-1 mod p; may be NULL
/// - `e1`: d mod (p-1); may be NULL
/// - `e2`: d mod (q-1); may be NULL
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_PK_INVALID_PRIVKEY`: the numbers are no RSA key, or too long
/// - `GNUTLS_E_INVALID_REQUEST`: a number that is needed or `key` is NULL, or the object has a key
///   behind callbacks
///
/// RFC 8017 section 3.2. Manual: `gnutls_privkey_import_rsa_raw`.
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

/// Sets a private key to a DSA key from its numbers.
///
/// The numbers are copied. The public number is computed; one that is given and differs is told of by
/// `gnutls_privkey_verify_params`. An object that held another key takes the new one in its place; on
/// failure it keeps what it held.
///
/// - `key`: the object to fill
/// - `p`: the prime modulus, big-endian; leading zeros do not matter
/// - `q`: the order of the subgroup
/// - `g`: the generator
/// - `y`: the public number; may be NULL
/// - `x`: the private number
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_PK_INVALID_PRIVKEY`: the numbers are no DSA key
/// - `GNUTLS_E_MPI_SCAN_FAILED`: `y` is empty
/// - `GNUTLS_E_INVALID_REQUEST`: a number that is needed or `key` is NULL, or the object has a key
///   behind callbacks
///
/// FIPS 186-4 section 4. Manual: `gnutls_privkey_import_dsa_raw`.
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

/// Sets a private key to one on an elliptic curve from its numbers: ECDSA, EdDSA, X25519 or X448.
///
/// The numbers are copied. The public half is computed; one that is given and differs is told of by
/// `gnutls_privkey_verify_params`. An object that held another key takes the new one in its place; on
/// failure it keeps what it held.
///
/// - `key`: the object to fill
/// - `curve`: the curve
/// - `x`: the x coordinate, big-endian, or the public bytes of an EdDSA or X key; may be NULL
/// - `y`: the y coordinate, big-endian; may be NULL
/// - `k`: the private number, big-endian, or the private bytes of an EdDSA or X key in the curve's
///   length
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_PK_INVALID_PRIVKEY`: `k` is no private number of the curve
/// - `GNUTLS_E_ECC_UNSUPPORTED_CURVE`: there are no keys on this curve here
/// - `GNUTLS_E_INVALID_REQUEST`: the curve is unknown, `k` or `key` is NULL, a number has the wrong
///   length, or the object has a key behind callbacks
///
/// Since 3.0. RFC 8032, RFC 7748. Manual: `gnutls_privkey_import_ecc_raw`.
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

/// Sets a private key to a GOST R 34.10 key from its private number.
///
/// It is copied, and the public half is computed. An object that held another key takes the new one in
/// its place; on failure it keeps what it held.
///
/// - `key`: the object to fill
/// - `curve`: a GOST curve
/// - `digest`: `GNUTLS_DIG_GOSTR_94`, `GNUTLS_DIG_STREEBOG_256` or `GNUTLS_DIG_STREEBOG_512`, which
///   says the kind of key
/// - `paramset`: the parameters of GOST 28147-89, or `GNUTLS_GOST_PARAMSET_UNKNOWN` for the usual ones
/// - `x`: not looked at; may be NULL
/// - `y`: not looked at; may be NULL
/// - `k`: the private number, little-endian
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_ECC_UNSUPPORTED_CURVE`, `GNUTLS_E_UNKNOWN_HASH_ALGORITHM`: the curve or the digest is
///   none of GOST
/// - `GNUTLS_E_PK_INVALID_PRIVKEY`: `k` is no private number of the curve
/// - `GNUTLS_E_INVALID_REQUEST`: `k` or `key` is NULL, the set is unknown, or the object has a key
///   behind callbacks
///
/// Since 3.6.3. RFC 7091. Manual: `gnutls_privkey_import_gost_raw`.
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

/// Sets a private key to a Diffie-Hellman key from its group and numbers.
///
/// They are copied: `params` may be freed afterwards. Without a public number it is computed; one that
/// is given is taken as it is. An object that held another key takes the new one in its place; on
/// failure it keeps what it held.
///
/// - `key`: the object to fill
/// - `params`: the group
/// - `y`: the public number, big-endian; may be NULL
/// - `x`: the private number, big-endian
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_PK_INVALID_PRIVKEY`: the numbers are no key of the group
/// - `GNUTLS_E_INVALID_REQUEST`: `key`, `params` or `x` is NULL, the group is empty, or the object has
///   a key behind callbacks
///
/// Since 3.8.2. Manual: `gnutls_privkey_import_dh_raw`.
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

/// Gives the numbers of an RSA private key.
///
/// Each number is a new datum, big-endian; the caller frees its `data` with `gnutls_free`. With a first
/// bit of one a number gets a leading zero byte, which keeps it from being read as negative;
/// `gnutls_privkey_export_rsa_raw2` can leave it out. `gnutls_free` does not wipe memory: wipe the
/// private numbers first (`gnutls_memset`).
///
/// - `key`: an RSA key
/// - `m`: takes the modulus; this and all others may be NULL
/// - `e`: takes the public exponent
/// - `d`: takes the private exponent
/// - `p`: takes the first prime
/// - `q`: takes the second prime
/// - `u`: takes q^-1 mod p
/// - `e1`: takes d mod (p-1)
/// - `e2`: takes d mod (q-1)
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_INVALID_REQUEST`: `key` is NULL, empty, behind callbacks or no RSA key
///
/// Since 3.3.0. Manual: `gnutls_privkey_export_rsa_raw`.
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

/// Gives the numbers of an RSA private key, with a choice of how they begin.
///
/// Each number is a new datum, big-endian; the caller frees its `data` with `gnutls_free`. With a first
/// bit of one a number gets a leading zero byte, which keeps it from being read as negative, unless
/// `flags` say otherwise. `gnutls_free` does not wipe memory: wipe the private numbers first
/// (`gnutls_memset`).
///
/// - `key`: an RSA key
/// - `m`: takes the modulus; this and all others may be NULL
/// - `e`: takes the public exponent
/// - `d`: takes the private exponent
/// - `p`: takes the first prime
/// - `q`: takes the second prime
/// - `u`: takes q^-1 mod p
/// - `e1`: takes d mod (p-1)
/// - `e2`: takes d mod (q-1)
/// - `flags`: 0, or `GNUTLS_EXPORT_FLAG_NO_LZ` for numbers without a leading zero byte
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_INVALID_REQUEST`: `key` is NULL, empty, behind callbacks or no RSA key
///
/// Since 3.6.0. Manual: `gnutls_privkey_export_rsa_raw2`.
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

/// Gives the numbers of a DSA private key.
///
/// Each number is a new datum, big-endian; the caller frees its `data` with `gnutls_free`. With a first
/// bit of one a number gets a leading zero byte, which keeps it from being read as negative;
/// `gnutls_privkey_export_dsa_raw2` can leave it out. `gnutls_free` does not wipe memory: wipe the
/// private numbers first (`gnutls_memset`).
///
/// - `key`: a DSA key
/// - `p`: takes the prime modulus; this and all others may be NULL
/// - `q`: takes the order of the subgroup
/// - `g`: takes the generator
/// - `y`: takes the public number
/// - `x`: takes the private number
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_INVALID_REQUEST`: `key` is NULL, empty, behind callbacks or no DSA key
///
/// Since 3.3.0. Manual: `gnutls_privkey_export_dsa_raw`.
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

/// Gives the numbers of a DSA private key, with a choice of how they begin.
///
/// Each number is a new datum, big-endian; the caller frees its `data` with `gnutls_free`. With a first
/// bit of one a number gets a leading zero byte, which keeps it from being read as negative, unless
/// `flags` say otherwise. `gnutls_free` does not wipe memory: wipe the private numbers first
/// (`gnutls_memset`).
///
/// - `key`: a DSA key
/// - `p`: takes the prime modulus; this and all others may be NULL
/// - `q`: takes the order of the subgroup
/// - `g`: takes the generator
/// - `y`: takes the public number
/// - `x`: takes the private number
/// - `flags`: 0, or `GNUTLS_EXPORT_FLAG_NO_LZ` for numbers without a leading zero byte
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_INVALID_REQUEST`: `key` is NULL, empty, behind callbacks or no DSA key
///
/// Since 3.6.0. Manual: `gnutls_privkey_export_dsa_raw2`.
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

/// Gives the curve and the numbers of an ECDSA, EdDSA, X25519 or X448 private key.
///
/// Each is a new datum, whose `data` the caller frees with `gnutls_free`. ECDSA has big-endian numbers.
/// With a first bit of one a number gets a leading zero byte, which keeps it from being read as
/// negative; `gnutls_privkey_export_ecc_raw2` can leave it out. The other kinds have their public bytes
/// in `x`, nothing in `y` (NULL and 0) and their private bytes in `k`. `gnutls_free` does not wipe
/// memory: wipe the private numbers first (`gnutls_memset`).
///
/// - `key`: such a key
/// - `curve`: takes the curve; this and all others may be NULL
/// - `x`: takes the x coordinate, or the public bytes
/// - `y`: takes the y coordinate
/// - `k`: takes the private number, or the private bytes
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_INVALID_REQUEST`: `key` is NULL, empty, behind callbacks or of another kind
///
/// Since 3.3.0. Manual: `gnutls_privkey_export_ecc_raw`.
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

/// Gives the curve and the numbers of an ECDSA, EdDSA, X25519 or X448 private key, with a choice of how
/// they begin.
///
/// Each is a new datum, whose `data` the caller frees with `gnutls_free`. ECDSA has big-endian numbers.
/// With a first bit of one a number gets a leading zero byte, which keeps it from being read as
/// negative, unless `flags` say otherwise. The other kinds have their public bytes in `x`, nothing in
/// `y` (NULL and 0) and their private bytes in `k`. `gnutls_free` does not wipe memory: wipe the
/// private numbers first (`gnutls_memset`).
///
/// - `key`: such a key
/// - `curve`: takes the curve; this and all others may be NULL
/// - `x`: takes the x coordinate, or the public bytes
/// - `y`: takes the y coordinate
/// - `k`: takes the private number, or the private bytes
/// - `flags`: 0, or `GNUTLS_EXPORT_FLAG_NO_LZ` for numbers without a leading zero byte
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_INVALID_REQUEST`: `key` is NULL, empty, behind callbacks or of another kind
///
/// Since 3.6.0. Manual: `gnutls_privkey_export_ecc_raw2`.
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

/// Gives the parameters and the numbers of a GOST R 34.10 private key.
///
/// The numbers are little-endian, each as long as a coordinate of the curve; the caller frees `data` of
/// each with `gnutls_free`. `gnutls_free` does not wipe memory: wipe the private numbers first
/// (`gnutls_memset`).
///
/// - `key`: a GOST key
/// - `curve`: takes the curve; this and all others may be NULL
/// - `digest`: takes the digest of the key's kind
/// - `paramset`: takes the parameters of GOST 28147-89
/// - `x`: takes the x coordinate
/// - `y`: takes the y coordinate
/// - `k`: takes the private number
/// - `flags`: not looked at; 0
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_INVALID_REQUEST`: `key` is NULL, empty, behind callbacks or no GOST key
///
/// Since 3.6.3. RFC 7091. Manual: `gnutls_privkey_export_gost_raw2`.
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

/// Gives the group and the numbers of a Diffie-Hellman private key.
///
/// Each number is a new datum, big-endian; the caller frees its `data` with `gnutls_free`. With a first
/// bit of one a number gets a leading zero byte, which keeps it from being read as negative, unless
/// `flags` say otherwise. `gnutls_free` does not wipe memory: wipe the private numbers first
/// (`gnutls_memset`).
///
/// - `key`: a Diffie-Hellman key
/// - `params`: an object of `gnutls_dh_params_init`, which takes a copy of the group; this and the next
///   two may be NULL
/// - `y`: takes the public number
/// - `x`: takes the private number
/// - `flags`: 0, or `GNUTLS_EXPORT_FLAG_NO_LZ` for numbers without a leading zero byte
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_INVALID_REQUEST`: `key` is NULL, empty, behind callbacks or of another kind
///
/// Since 3.8.2. Manual: `gnutls_privkey_export_dh_raw`.
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
