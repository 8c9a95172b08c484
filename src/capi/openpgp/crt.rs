//! OpenPGP certificates: removed from GnuTLS in 3.6.0; the functions are there so that old programs can be loaded.
use crate::abi::*;

/// Compares an email address with those of an OpenPGP certificate: not possible any more, as in GnuTLS since 3.6.0.
///
/// - `key`, `email`, `flags`: not used
///
/// Returns `GNUTLS_E_UNIMPLEMENTED_FEATURE`, always.
///
/// Header: `gnutls/openpgp.h`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_openpgp_crt_check_email(
    key: gnutls_openpgp_crt_t,
    email: *const c_char,
    flags: c_uint,
) -> c_int {
    let _ = (key, email, flags);
    GNUTLS_E_UNIMPLEMENTED_FEATURE
}

/// Compares a host name with those of an OpenPGP certificate: not possible any more, as in GnuTLS since 3.6.0.
///
/// - `key`, `hostname`: not used
///
/// Returns `GNUTLS_E_UNIMPLEMENTED_FEATURE`, always.
///
/// Header: `gnutls/openpgp.h`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_openpgp_crt_check_hostname(
    key: gnutls_openpgp_crt_t,
    hostname: *const c_char,
) -> c_int {
    let _ = (key, hostname);
    GNUTLS_E_UNIMPLEMENTED_FEATURE
}

/// Compares a host name with those of an OpenPGP certificate, by flags: not possible any more, as in GnuTLS since 3.6.0.
///
/// - `key`, `hostname`, `flags`: not used
///
/// Returns `GNUTLS_E_UNIMPLEMENTED_FEATURE`, always.
///
/// Header: `gnutls/openpgp.h`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_openpgp_crt_check_hostname2(
    key: gnutls_openpgp_crt_t,
    hostname: *const c_char,
    flags: c_uint,
) -> c_int {
    let _ = (key, hostname, flags);
    GNUTLS_E_UNIMPLEMENTED_FEATURE
}

/// Frees an OpenPGP certificate: not possible any more, as in GnuTLS since 3.6.0.
///
/// - `key`: not used
///
/// Header: `gnutls/openpgp.h`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_openpgp_crt_deinit(key: gnutls_openpgp_crt_t) {
    let _ = key;
}

/// Writes an OpenPGP certificate into a buffer: not possible any more, as in GnuTLS since 3.6.0.
///
/// - `key`, `format`, `output_data`, `output_data_size`: not used
///
/// Returns `GNUTLS_E_UNIMPLEMENTED_FEATURE`, always.
///
/// Header: `gnutls/openpgp.h`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_openpgp_crt_export(
    key: gnutls_openpgp_crt_t,
    format: gnutls_openpgp_crt_fmt_t,
    output_data: *mut c_void,
    output_data_size: *mut usize,
) -> c_int {
    let _ = (key, format, output_data, output_data_size);
    GNUTLS_E_UNIMPLEMENTED_FEATURE
}

/// Writes an OpenPGP certificate into a datum: not possible any more, as in GnuTLS since 3.6.0.
///
/// - `key`, `format`, `out`: not used
///
/// Returns `GNUTLS_E_UNIMPLEMENTED_FEATURE`, always.
///
/// Header: `gnutls/openpgp.h`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_openpgp_crt_export2(
    key: gnutls_openpgp_crt_t,
    format: gnutls_openpgp_crt_fmt_t,
    out: *mut gnutls_datum_t,
) -> c_int {
    let _ = (key, format, out);
    GNUTLS_E_UNIMPLEMENTED_FEATURE
}

/// Finds the subkey of an OpenPGP certificate that authenticates: not possible any more, as in GnuTLS since 3.6.0.
///
/// - `crt`, `keyid`, `flag`: not used
///
/// Returns `GNUTLS_E_UNIMPLEMENTED_FEATURE`, always.
///
/// Header: `gnutls/openpgp.h`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_openpgp_crt_get_auth_subkey(
    crt: gnutls_openpgp_crt_t,
    keyid: *mut c_uchar,
    flag: c_uint,
) -> c_int {
    let _ = (crt, keyid, flag);
    GNUTLS_E_UNIMPLEMENTED_FEATURE
}

/// Tells when an OpenPGP certificate was made: not possible any more, as in GnuTLS since 3.6.0.
///
/// - `key`: not used
///
/// Returns -1, always.
///
/// Header: `gnutls/openpgp.h`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_openpgp_crt_get_creation_time(key: gnutls_openpgp_crt_t) -> time_t {
    let _ = key;
    -1
}

/// Tells when an OpenPGP certificate expires: not possible any more, as in GnuTLS since 3.6.0.
///
/// - `key`: not used
///
/// Returns -1, always.
///
/// Header: `gnutls/openpgp.h`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_openpgp_crt_get_expiration_time(key: gnutls_openpgp_crt_t) -> time_t {
    let _ = key;
    -1
}

/// Gives the fingerprint of an OpenPGP certificate: not possible any more, as in GnuTLS since 3.6.0.
///
/// - `key`, `fpr`, `fprlen`: not used
///
/// Returns `GNUTLS_E_UNIMPLEMENTED_FEATURE`, always.
///
/// Header: `gnutls/openpgp.h`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_openpgp_crt_get_fingerprint(
    key: gnutls_openpgp_crt_t,
    fpr: *mut c_void,
    fprlen: *mut usize,
) -> c_int {
    let _ = (key, fpr, fprlen);
    GNUTLS_E_UNIMPLEMENTED_FEATURE
}

/// Gives the key identifier of an OpenPGP certificate: not possible any more, as in GnuTLS since 3.6.0.
///
/// - `key`, `keyid`: not used
///
/// Returns `GNUTLS_E_UNIMPLEMENTED_FEATURE`, always.
///
/// Header: `gnutls/openpgp.h`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_openpgp_crt_get_key_id(
    key: gnutls_openpgp_crt_t,
    keyid: *mut c_uchar,
) -> c_int {
    let _ = (key, keyid);
    GNUTLS_E_UNIMPLEMENTED_FEATURE
}

/// Tells what the key of an OpenPGP certificate is for: not possible any more, as in GnuTLS since 3.6.0.
///
/// - `key`, `key_usage`: not used
///
/// Returns `GNUTLS_E_UNIMPLEMENTED_FEATURE`, always.
///
/// Header: `gnutls/openpgp.h`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_openpgp_crt_get_key_usage(
    key: gnutls_openpgp_crt_t,
    key_usage: *mut c_uint,
) -> c_int {
    let _ = (key, key_usage);
    GNUTLS_E_UNIMPLEMENTED_FEATURE
}

/// Gives a user ID of an OpenPGP certificate: not possible any more, as in GnuTLS since 3.6.0.
///
/// - `key`, `idx`, `buf`, `sizeof_buf`: not used
///
/// Returns `GNUTLS_E_UNIMPLEMENTED_FEATURE`, always.
///
/// Header: `gnutls/openpgp.h`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_openpgp_crt_get_name(
    key: gnutls_openpgp_crt_t,
    idx: c_int,
    buf: *mut c_char,
    sizeof_buf: *mut usize,
) -> c_int {
    let _ = (key, idx, buf, sizeof_buf);
    GNUTLS_E_UNIMPLEMENTED_FEATURE
}

/// Tells the algorithm of the key of an OpenPGP certificate: not possible any more, as in GnuTLS since 3.6.0.
///
/// - `key`, `bits`: not used
///
/// Returns `GNUTLS_PK_UNKNOWN`, always.
///
/// Header: `gnutls/openpgp.h`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_openpgp_crt_get_pk_algorithm(
    key: gnutls_openpgp_crt_t,
    bits: *mut c_uint,
) -> gnutls_pk_algorithm_t {
    let _ = (key, bits);
    GNUTLS_PK_UNKNOWN
}

/// Gives the DSA key of an OpenPGP certificate as numbers: not possible any more, as in GnuTLS since 3.6.0.
///
/// - `crt`, `p`, `q`, `g`, `y`: not used
///
/// Returns `GNUTLS_E_UNIMPLEMENTED_FEATURE`, always.
///
/// Header: `gnutls/openpgp.h`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_openpgp_crt_get_pk_dsa_raw(
    crt: gnutls_openpgp_crt_t,
    p: *mut gnutls_datum_t,
    q: *mut gnutls_datum_t,
    g: *mut gnutls_datum_t,
    y: *mut gnutls_datum_t,
) -> c_int {
    let _ = (crt, p, q, g, y);
    GNUTLS_E_UNIMPLEMENTED_FEATURE
}

/// Gives the RSA key of an OpenPGP certificate as numbers: not possible any more, as in GnuTLS since 3.6.0.
///
/// - `crt`, `m`, `e`: not used
///
/// Returns `GNUTLS_E_UNIMPLEMENTED_FEATURE`, always.
///
/// Header: `gnutls/openpgp.h`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_openpgp_crt_get_pk_rsa_raw(
    crt: gnutls_openpgp_crt_t,
    m: *mut gnutls_datum_t,
    e: *mut gnutls_datum_t,
) -> c_int {
    let _ = (crt, m, e);
    GNUTLS_E_UNIMPLEMENTED_FEATURE
}

/// Gives the identifier of the key that was chosen of an OpenPGP certificate: not possible any more, as in GnuTLS since 3.6.0.
///
/// - `key`, `keyid`: not used
///
/// Returns `GNUTLS_E_UNIMPLEMENTED_FEATURE`, always.
///
/// Header: `gnutls/openpgp.h`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_openpgp_crt_get_preferred_key_id(
    key: gnutls_openpgp_crt_t,
    keyid: *mut c_uchar,
) -> c_int {
    let _ = (key, keyid);
    GNUTLS_E_UNIMPLEMENTED_FEATURE
}

/// Tells whether an OpenPGP certificate is revoked: not possible any more, as in GnuTLS since 3.6.0.
///
/// - `key`: not used
///
/// Returns `GNUTLS_E_UNIMPLEMENTED_FEATURE`, always.
///
/// Header: `gnutls/openpgp.h`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_openpgp_crt_get_revoked_status(key: gnutls_openpgp_crt_t) -> c_int {
    let _ = key;
    GNUTLS_E_UNIMPLEMENTED_FEATURE
}

/// Counts the subkeys of an OpenPGP certificate: not possible any more, as in GnuTLS since 3.6.0.
///
/// - `key`: not used
///
/// Returns `GNUTLS_E_UNIMPLEMENTED_FEATURE`, always.
///
/// Header: `gnutls/openpgp.h`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_openpgp_crt_get_subkey_count(key: gnutls_openpgp_crt_t) -> c_int {
    let _ = key;
    GNUTLS_E_UNIMPLEMENTED_FEATURE
}

/// Tells when a subkey of an OpenPGP certificate was made: not possible any more, as in GnuTLS since 3.6.0.
///
/// - `key`, `idx`: not used
///
/// Returns -1, always.
///
/// Header: `gnutls/openpgp.h`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_openpgp_crt_get_subkey_creation_time(
    key: gnutls_openpgp_crt_t,
    idx: c_uint,
) -> time_t {
    let _ = (key, idx);
    -1
}

/// Tells when a subkey of an OpenPGP certificate expires: not possible any more, as in GnuTLS since 3.6.0.
///
/// - `key`, `idx`: not used
///
/// Returns -1, always.
///
/// Header: `gnutls/openpgp.h`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_openpgp_crt_get_subkey_expiration_time(
    key: gnutls_openpgp_crt_t,
    idx: c_uint,
) -> time_t {
    let _ = (key, idx);
    -1
}

/// Gives the fingerprint of a subkey of an OpenPGP certificate: not possible any more, as in GnuTLS since 3.6.0.
///
/// - `key`, `idx`, `fpr`, `fprlen`: not used
///
/// Returns `GNUTLS_E_UNIMPLEMENTED_FEATURE`, always.
///
/// Header: `gnutls/openpgp.h`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_openpgp_crt_get_subkey_fingerprint(
    key: gnutls_openpgp_crt_t,
    idx: c_uint,
    fpr: *mut c_void,
    fprlen: *mut usize,
) -> c_int {
    let _ = (key, idx, fpr, fprlen);
    GNUTLS_E_UNIMPLEMENTED_FEATURE
}

/// Gives the identifier of a subkey of an OpenPGP certificate: not possible any more, as in GnuTLS since 3.6.0.
///
/// - `key`, `idx`, `keyid`: not used
///
/// Returns `GNUTLS_E_UNIMPLEMENTED_FEATURE`, always.
///
/// Header: `gnutls/openpgp.h`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_openpgp_crt_get_subkey_id(
    key: gnutls_openpgp_crt_t,
    idx: c_uint,
    keyid: *mut c_uchar,
) -> c_int {
    let _ = (key, idx, keyid);
    GNUTLS_E_UNIMPLEMENTED_FEATURE
}

/// Finds a subkey of an OpenPGP certificate by its identifier: not possible any more, as in GnuTLS since 3.6.0.
///
/// - `key`, `keyid`: not used
///
/// Returns `GNUTLS_E_UNIMPLEMENTED_FEATURE`, always.
///
/// Header: `gnutls/openpgp.h`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_openpgp_crt_get_subkey_idx(
    key: gnutls_openpgp_crt_t,
    keyid: *const c_uchar,
) -> c_int {
    let _ = (key, keyid);
    GNUTLS_E_UNIMPLEMENTED_FEATURE
}

/// Tells the algorithm of a subkey of an OpenPGP certificate: not possible any more, as in GnuTLS since 3.6.0.
///
/// - `key`, `idx`, `bits`: not used
///
/// Returns `GNUTLS_E_UNIMPLEMENTED_FEATURE`, always, as GnuTLS does, although it is no algorithm.
///
/// Header: `gnutls/openpgp.h`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_openpgp_crt_get_subkey_pk_algorithm(
    key: gnutls_openpgp_crt_t,
    idx: c_uint,
    bits: *mut c_uint,
) -> gnutls_pk_algorithm_t {
    let _ = (key, idx, bits);
    GNUTLS_E_UNIMPLEMENTED_FEATURE as gnutls_pk_algorithm_t
}

/// Gives a DSA subkey of an OpenPGP certificate as numbers: not possible any more, as in GnuTLS since 3.6.0.
///
/// - `crt`, `idx`, `p`, `q`, `g`, `y`: not used
///
/// Returns `GNUTLS_E_UNIMPLEMENTED_FEATURE`, always.
///
/// Header: `gnutls/openpgp.h`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_openpgp_crt_get_subkey_pk_dsa_raw(
    crt: gnutls_openpgp_crt_t,
    idx: c_uint,
    p: *mut gnutls_datum_t,
    q: *mut gnutls_datum_t,
    g: *mut gnutls_datum_t,
    y: *mut gnutls_datum_t,
) -> c_int {
    let _ = (crt, idx, p, q, g, y);
    GNUTLS_E_UNIMPLEMENTED_FEATURE
}

/// Gives an RSA subkey of an OpenPGP certificate as numbers: not possible any more, as in GnuTLS since 3.6.0.
///
/// - `crt`, `idx`, `m`, `e`: not used
///
/// Returns `GNUTLS_E_UNIMPLEMENTED_FEATURE`, always.
///
/// Header: `gnutls/openpgp.h`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_openpgp_crt_get_subkey_pk_rsa_raw(
    crt: gnutls_openpgp_crt_t,
    idx: c_uint,
    m: *mut gnutls_datum_t,
    e: *mut gnutls_datum_t,
) -> c_int {
    let _ = (crt, idx, m, e);
    GNUTLS_E_UNIMPLEMENTED_FEATURE
}

/// Tells whether a subkey of an OpenPGP certificate is revoked: not possible any more, as in GnuTLS since 3.6.0.
///
/// - `key`, `idx`: not used
///
/// Returns `GNUTLS_E_UNIMPLEMENTED_FEATURE`, always.
///
/// Header: `gnutls/openpgp.h`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_openpgp_crt_get_subkey_revoked_status(
    key: gnutls_openpgp_crt_t,
    idx: c_uint,
) -> c_int {
    let _ = (key, idx);
    GNUTLS_E_UNIMPLEMENTED_FEATURE
}

/// Tells what a subkey of an OpenPGP certificate is for: not possible any more, as in GnuTLS since 3.6.0.
///
/// - `key`, `idx`, `key_usage`: not used
///
/// Returns `GNUTLS_E_UNIMPLEMENTED_FEATURE`, always.
///
/// Header: `gnutls/openpgp.h`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_openpgp_crt_get_subkey_usage(
    key: gnutls_openpgp_crt_t,
    idx: c_uint,
    key_usage: *mut c_uint,
) -> c_int {
    let _ = (key, idx, key_usage);
    GNUTLS_E_UNIMPLEMENTED_FEATURE
}

/// Tells the version of an OpenPGP certificate: not possible any more, as in GnuTLS since 3.6.0.
///
/// - `key`: not used
///
/// Returns `GNUTLS_E_UNIMPLEMENTED_FEATURE`, always.
///
/// Header: `gnutls/openpgp.h`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_openpgp_crt_get_version(key: gnutls_openpgp_crt_t) -> c_int {
    let _ = key;
    GNUTLS_E_UNIMPLEMENTED_FEATURE
}

/// Reads an OpenPGP certificate: not possible any more, as in GnuTLS since 3.6.0.
///
/// - `key`, `data`, `format`: not used
///
/// Returns `GNUTLS_E_UNIMPLEMENTED_FEATURE`, always.
///
/// Header: `gnutls/openpgp.h`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_openpgp_crt_import(
    key: gnutls_openpgp_crt_t,
    data: *const gnutls_datum_t,
    format: gnutls_openpgp_crt_fmt_t,
) -> c_int {
    let _ = (key, data, format);
    GNUTLS_E_UNIMPLEMENTED_FEATURE
}

/// Makes an OpenPGP certificate: not possible any more, as in GnuTLS since 3.6.0.
///
/// - `key`: not used
///
/// Returns `GNUTLS_E_UNIMPLEMENTED_FEATURE`, always.
///
/// Header: `gnutls/openpgp.h`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_openpgp_crt_init(key: *mut gnutls_openpgp_crt_t) -> c_int {
    let _ = key;
    GNUTLS_E_UNIMPLEMENTED_FEATURE
}

/// Describes an OpenPGP certificate in text: not possible any more, as in GnuTLS since 3.6.0.
///
/// - `cert`, `format`, `out`: not used
///
/// Returns `GNUTLS_E_UNIMPLEMENTED_FEATURE`, always.
///
/// Header: `gnutls/openpgp.h`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_openpgp_crt_print(
    cert: gnutls_openpgp_crt_t,
    format: gnutls_certificate_print_formats_t,
    out: *mut gnutls_datum_t,
) -> c_int {
    let _ = (cert, format, out);
    GNUTLS_E_UNIMPLEMENTED_FEATURE
}

/// Chooses a key of an OpenPGP certificate: not possible any more, as in GnuTLS since 3.6.0.
///
/// - `key`, `keyid`: not used
///
/// Returns `GNUTLS_E_UNIMPLEMENTED_FEATURE`, always.
///
/// Header: `gnutls/openpgp.h`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_openpgp_crt_set_preferred_key_id(
    key: gnutls_openpgp_crt_t,
    keyid: *const c_uchar,
) -> c_int {
    let _ = (key, keyid);
    GNUTLS_E_UNIMPLEMENTED_FEATURE
}

/// Verifies an OpenPGP certificate with a keyring: not possible any more, as in GnuTLS since 3.6.0.
///
/// - `key`, `keyring`, `flags`, `verify`: not used
///
/// Returns `GNUTLS_E_UNIMPLEMENTED_FEATURE`, always.
///
/// Header: `gnutls/openpgp.h`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_openpgp_crt_verify_ring(
    key: gnutls_openpgp_crt_t,
    keyring: gnutls_openpgp_keyring_t,
    flags: c_uint,
    verify: *mut c_uint,
) -> c_int {
    let _ = (key, keyring, flags, verify);
    GNUTLS_E_UNIMPLEMENTED_FEATURE
}

/// Verifies the signatures of an OpenPGP certificate on itself: not possible any more, as in GnuTLS since 3.6.0.
///
/// - `key`, `flags`, `verify`: not used
///
/// Returns `GNUTLS_E_UNIMPLEMENTED_FEATURE`, always.
///
/// Header: `gnutls/openpgp.h`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_openpgp_crt_verify_self(
    key: gnutls_openpgp_crt_t,
    flags: c_uint,
    verify: *mut c_uint,
) -> c_int {
    let _ = (key, flags, verify);
    GNUTLS_E_UNIMPLEMENTED_FEATURE
}
