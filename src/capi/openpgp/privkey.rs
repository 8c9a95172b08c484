//! OpenPGP private keys: removed from GnuTLS in 3.6.0; the functions are there so that old programs can be loaded.
use crate::abi::*;

/// Signs a hash with an OpenPGP private key: not possible any more, as in GnuTLS since 3.6.0.
///
/// - `key`, `hash`, `signature`: not used
///
/// Returns `GNUTLS_E_UNIMPLEMENTED_FEATURE`, always.
///
/// Header: `gnutls/compat.h`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_openpgp_privkey_sign_hash(
    key: gnutls_openpgp_privkey_t,
    hash: *const gnutls_datum_t,
    signature: *mut gnutls_datum_t,
) -> c_int {
    let _ = (key, hash, signature);
    GNUTLS_E_UNIMPLEMENTED_FEATURE
}

/// Frees an OpenPGP private key: not possible any more, as in GnuTLS since 3.6.0.
///
/// - `key`: not used
///
/// Header: `gnutls/openpgp.h`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_openpgp_privkey_deinit(key: gnutls_openpgp_privkey_t) {
    let _ = key;
}

/// Writes an OpenPGP private key into a buffer: not possible any more, as in GnuTLS since 3.6.0.
///
/// - `key`, `format`, `password`, `flags`, `output_data`, `output_data_size`: not used
///
/// Returns `GNUTLS_E_UNIMPLEMENTED_FEATURE`, always.
///
/// Header: `gnutls/openpgp.h`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_openpgp_privkey_export(
    key: gnutls_openpgp_privkey_t,
    format: gnutls_openpgp_crt_fmt_t,
    password: *const c_char,
    flags: c_uint,
    output_data: *mut c_void,
    output_data_size: *mut usize,
) -> c_int {
    let _ = (key, format, password, flags, output_data, output_data_size);
    GNUTLS_E_UNIMPLEMENTED_FEATURE
}

/// Writes an OpenPGP private key into a datum: not possible any more, as in GnuTLS since 3.6.0.
///
/// - `key`, `format`, `password`, `flags`, `out`: not used
///
/// Returns `GNUTLS_E_UNIMPLEMENTED_FEATURE`, always.
///
/// Header: `gnutls/openpgp.h`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_openpgp_privkey_export2(
    key: gnutls_openpgp_privkey_t,
    format: gnutls_openpgp_crt_fmt_t,
    password: *const c_char,
    flags: c_uint,
    out: *mut gnutls_datum_t,
) -> c_int {
    let _ = (key, format, password, flags, out);
    GNUTLS_E_UNIMPLEMENTED_FEATURE
}

/// Gives the DSA key of an OpenPGP private key as numbers: not possible any more, as in GnuTLS since 3.6.0.
///
/// - `pkey`, `p`, `q`, `g`, `y`, `x`: not used
///
/// Returns `GNUTLS_E_UNIMPLEMENTED_FEATURE`, always.
///
/// Header: `gnutls/openpgp.h`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_openpgp_privkey_export_dsa_raw(
    pkey: gnutls_openpgp_privkey_t,
    p: *mut gnutls_datum_t,
    q: *mut gnutls_datum_t,
    g: *mut gnutls_datum_t,
    y: *mut gnutls_datum_t,
    x: *mut gnutls_datum_t,
) -> c_int {
    let _ = (pkey, p, q, g, y, x);
    GNUTLS_E_UNIMPLEMENTED_FEATURE
}

/// Gives the RSA key of an OpenPGP private key as numbers: not possible any more, as in GnuTLS since 3.6.0.
///
/// - `pkey`, `m`, `e`, `d`, `p`, `q`, `u`: not used
///
/// Returns `GNUTLS_E_UNIMPLEMENTED_FEATURE`, always.
///
/// Header: `gnutls/openpgp.h`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_openpgp_privkey_export_rsa_raw(
    pkey: gnutls_openpgp_privkey_t,
    m: *mut gnutls_datum_t,
    e: *mut gnutls_datum_t,
    d: *mut gnutls_datum_t,
    p: *mut gnutls_datum_t,
    q: *mut gnutls_datum_t,
    u: *mut gnutls_datum_t,
) -> c_int {
    let _ = (pkey, m, e, d, p, q, u);
    GNUTLS_E_UNIMPLEMENTED_FEATURE
}

/// Gives a DSA subkey of an OpenPGP private key as numbers: not possible any more, as in GnuTLS since 3.6.0.
///
/// - `pkey`, `idx`, `p`, `q`, `g`, `y`, `x`: not used
///
/// Returns `GNUTLS_E_UNIMPLEMENTED_FEATURE`, always.
///
/// Header: `gnutls/openpgp.h`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_openpgp_privkey_export_subkey_dsa_raw(
    pkey: gnutls_openpgp_privkey_t,
    idx: c_uint,
    p: *mut gnutls_datum_t,
    q: *mut gnutls_datum_t,
    g: *mut gnutls_datum_t,
    y: *mut gnutls_datum_t,
    x: *mut gnutls_datum_t,
) -> c_int {
    let _ = (pkey, idx, p, q, g, y, x);
    GNUTLS_E_UNIMPLEMENTED_FEATURE
}

/// Gives an RSA subkey of an OpenPGP private key as numbers: not possible any more, as in GnuTLS since 3.6.0.
///
/// - `pkey`, `idx`, `m`, `e`, `d`, `p`, `q`, `u`: not used
///
/// Returns `GNUTLS_E_UNIMPLEMENTED_FEATURE`, always.
///
/// Header: `gnutls/openpgp.h`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_openpgp_privkey_export_subkey_rsa_raw(
    pkey: gnutls_openpgp_privkey_t,
    idx: c_uint,
    m: *mut gnutls_datum_t,
    e: *mut gnutls_datum_t,
    d: *mut gnutls_datum_t,
    p: *mut gnutls_datum_t,
    q: *mut gnutls_datum_t,
    u: *mut gnutls_datum_t,
) -> c_int {
    let _ = (pkey, idx, m, e, d, p, q, u);
    GNUTLS_E_UNIMPLEMENTED_FEATURE
}

/// Gives the fingerprint of an OpenPGP private key: not possible any more, as in GnuTLS since 3.6.0.
///
/// - `key`, `fpr`, `fprlen`: not used
///
/// Returns `GNUTLS_E_UNIMPLEMENTED_FEATURE`, always.
///
/// Header: `gnutls/openpgp.h`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_openpgp_privkey_get_fingerprint(
    key: gnutls_openpgp_privkey_t,
    fpr: *mut c_void,
    fprlen: *mut usize,
) -> c_int {
    let _ = (key, fpr, fprlen);
    GNUTLS_E_UNIMPLEMENTED_FEATURE
}

/// Gives the key identifier of an OpenPGP private key: not possible any more, as in GnuTLS since 3.6.0.
///
/// - `key`, `keyid`: not used
///
/// Returns `GNUTLS_E_UNIMPLEMENTED_FEATURE`, always.
///
/// Header: `gnutls/openpgp.h`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_openpgp_privkey_get_key_id(
    key: gnutls_openpgp_privkey_t,
    keyid: *mut c_uchar,
) -> c_int {
    let _ = (key, keyid);
    GNUTLS_E_UNIMPLEMENTED_FEATURE
}

/// Tells the algorithm of the key of an OpenPGP private key: not possible any more, as in GnuTLS since 3.6.0.
///
/// - `key`, `bits`: not used
///
/// Returns `GNUTLS_PK_UNKNOWN`, always.
///
/// Header: `gnutls/openpgp.h`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_openpgp_privkey_get_pk_algorithm(
    key: gnutls_openpgp_privkey_t,
    bits: *mut c_uint,
) -> gnutls_pk_algorithm_t {
    let _ = (key, bits);
    GNUTLS_PK_UNKNOWN
}

/// Gives the identifier of the key that was chosen of an OpenPGP private key: not possible any more, as in GnuTLS since 3.6.0.
///
/// - `key`, `keyid`: not used
///
/// Returns `GNUTLS_E_UNIMPLEMENTED_FEATURE`, always.
///
/// Header: `gnutls/openpgp.h`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_openpgp_privkey_get_preferred_key_id(
    key: gnutls_openpgp_privkey_t,
    keyid: *mut c_uchar,
) -> c_int {
    let _ = (key, keyid);
    GNUTLS_E_UNIMPLEMENTED_FEATURE
}

/// Tells whether an OpenPGP private key is revoked: not possible any more, as in GnuTLS since 3.6.0.
///
/// - `key`: not used
///
/// Returns `GNUTLS_E_UNIMPLEMENTED_FEATURE`, always.
///
/// Header: `gnutls/openpgp.h`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_openpgp_privkey_get_revoked_status(key: gnutls_openpgp_privkey_t) -> c_int {
    let _ = key;
    GNUTLS_E_UNIMPLEMENTED_FEATURE
}

/// Counts the subkeys of an OpenPGP private key: not possible any more, as in GnuTLS since 3.6.0.
///
/// - `key`: not used
///
/// Returns `GNUTLS_E_UNIMPLEMENTED_FEATURE`, always.
///
/// Header: `gnutls/openpgp.h`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_openpgp_privkey_get_subkey_count(key: gnutls_openpgp_privkey_t) -> c_int {
    let _ = key;
    GNUTLS_E_UNIMPLEMENTED_FEATURE
}

/// Tells when a subkey of an OpenPGP private key was made: not possible any more, as in GnuTLS since 3.6.0.
///
/// - `key`, `idx`: not used
///
/// Returns -1, always.
///
/// Header: `gnutls/openpgp.h`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_openpgp_privkey_get_subkey_creation_time(
    key: gnutls_openpgp_privkey_t,
    idx: c_uint,
) -> time_t {
    let _ = (key, idx);
    -1
}

/// Tells when a subkey of an OpenPGP private key expires: not possible any more, as in GnuTLS since 3.6.0.
///
/// - `key`, `idx`: not used
///
/// Returns -1, always.
///
/// Header: `gnutls/openpgp.h`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_openpgp_privkey_get_subkey_expiration_time(
    key: gnutls_openpgp_privkey_t,
    idx: c_uint,
) -> time_t {
    let _ = (key, idx);
    -1
}

/// Gives the fingerprint of a subkey of an OpenPGP private key: not possible any more, as in GnuTLS since 3.6.0.
///
/// - `key`, `idx`, `fpr`, `fprlen`: not used
///
/// Returns `GNUTLS_E_UNIMPLEMENTED_FEATURE`, always.
///
/// Header: `gnutls/openpgp.h`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_openpgp_privkey_get_subkey_fingerprint(
    key: gnutls_openpgp_privkey_t,
    idx: c_uint,
    fpr: *mut c_void,
    fprlen: *mut usize,
) -> c_int {
    let _ = (key, idx, fpr, fprlen);
    GNUTLS_E_UNIMPLEMENTED_FEATURE
}

/// Gives the identifier of a subkey of an OpenPGP private key: not possible any more, as in GnuTLS since 3.6.0.
///
/// - `key`, `idx`, `keyid`: not used
///
/// Returns `GNUTLS_E_UNIMPLEMENTED_FEATURE`, always.
///
/// Header: `gnutls/openpgp.h`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_openpgp_privkey_get_subkey_id(
    key: gnutls_openpgp_privkey_t,
    idx: c_uint,
    keyid: *mut c_uchar,
) -> c_int {
    let _ = (key, idx, keyid);
    GNUTLS_E_UNIMPLEMENTED_FEATURE
}

/// Finds a subkey of an OpenPGP private key by its identifier: not possible any more, as in GnuTLS since 3.6.0.
///
/// - `key`, `keyid`: not used
///
/// Returns `GNUTLS_E_UNIMPLEMENTED_FEATURE`, always.
///
/// Header: `gnutls/openpgp.h`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_openpgp_privkey_get_subkey_idx(
    key: gnutls_openpgp_privkey_t,
    keyid: *const c_uchar,
) -> c_int {
    let _ = (key, keyid);
    GNUTLS_E_UNIMPLEMENTED_FEATURE
}

/// Tells the algorithm of a subkey of an OpenPGP private key: not possible any more, as in GnuTLS since 3.6.0.
///
/// - `key`, `idx`, `bits`: not used
///
/// Returns `GNUTLS_PK_UNKNOWN`, always.
///
/// Header: `gnutls/openpgp.h`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_openpgp_privkey_get_subkey_pk_algorithm(
    key: gnutls_openpgp_privkey_t,
    idx: c_uint,
    bits: *mut c_uint,
) -> gnutls_pk_algorithm_t {
    let _ = (key, idx, bits);
    GNUTLS_PK_UNKNOWN
}

/// Tells whether a subkey of an OpenPGP private key is revoked: not possible any more, as in GnuTLS since 3.6.0.
///
/// - `key`, `idx`: not used
///
/// Returns `GNUTLS_E_UNIMPLEMENTED_FEATURE`, always.
///
/// Header: `gnutls/openpgp.h`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_openpgp_privkey_get_subkey_revoked_status(
    key: gnutls_openpgp_privkey_t,
    idx: c_uint,
) -> c_int {
    let _ = (key, idx);
    GNUTLS_E_UNIMPLEMENTED_FEATURE
}

/// Reads an OpenPGP private key: not possible any more, as in GnuTLS since 3.6.0.
///
/// - `key`, `data`, `format`, `password`, `flags`: not used
///
/// Returns `GNUTLS_E_UNIMPLEMENTED_FEATURE`, always.
///
/// Header: `gnutls/openpgp.h`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_openpgp_privkey_import(
    key: gnutls_openpgp_privkey_t,
    data: *const gnutls_datum_t,
    format: gnutls_openpgp_crt_fmt_t,
    password: *const c_char,
    flags: c_uint,
) -> c_int {
    let _ = (key, data, format, password, flags);
    GNUTLS_E_UNIMPLEMENTED_FEATURE
}

/// Makes an OpenPGP private key: not possible any more, as in GnuTLS since 3.6.0.
///
/// - `key`: not used
///
/// Returns `GNUTLS_E_UNIMPLEMENTED_FEATURE`, always.
///
/// Header: `gnutls/openpgp.h`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_openpgp_privkey_init(key: *mut gnutls_openpgp_privkey_t) -> c_int {
    let _ = key;
    GNUTLS_E_UNIMPLEMENTED_FEATURE
}

/// Tells the security level of an OpenPGP private key: not possible any more, as in GnuTLS since 3.6.0.
///
/// - `key`: not used
///
/// Returns `GNUTLS_SEC_PARAM_UNKNOWN`, always.
///
/// Header: `gnutls/openpgp.h`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_openpgp_privkey_sec_param(
    key: gnutls_openpgp_privkey_t,
) -> gnutls_sec_param_t {
    let _ = key;
    GNUTLS_SEC_PARAM_UNKNOWN
}

/// Chooses a key of an OpenPGP private key: not possible any more, as in GnuTLS since 3.6.0.
///
/// - `key`, `keyid`: not used
///
/// Returns `GNUTLS_E_UNIMPLEMENTED_FEATURE`, always.
///
/// Header: `gnutls/openpgp.h`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_openpgp_privkey_set_preferred_key_id(
    key: gnutls_openpgp_privkey_t,
    keyid: *const c_uchar,
) -> c_int {
    let _ = (key, keyid);
    GNUTLS_E_UNIMPLEMENTED_FEATURE
}
