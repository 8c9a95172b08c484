//! OpenPGP in credentials and sessions: removed from GnuTLS in 3.6.0; the functions are there so that old programs can be loaded.
use crate::abi::*;

/// Tells whether a session sends its OpenPGP certificate or a fingerprint: not possible any more, as in GnuTLS since 3.6.0.
///
/// - `session`, `status`: not used
///
/// Header: `gnutls/gnutls.h`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_openpgp_send_cert(
    session: gnutls_session_t,
    status: gnutls_openpgp_crt_status_t,
) {
    let _ = (session, status);
}

/// Gives the OpenPGP certificates of credentials: not possible any more, as in GnuTLS since 3.6.0.
///
/// - `res`, `index`, `crt_list`, `crt_list_size`: not used
///
/// Returns `GNUTLS_E_UNIMPLEMENTED_FEATURE`, always.
///
/// Header: `gnutls/openpgp.h`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_certificate_get_openpgp_crt(
    res: gnutls_certificate_credentials_t,
    index: c_uint,
    crt_list: *mut *mut gnutls_openpgp_crt_t,
    crt_list_size: *mut c_uint,
) -> c_int {
    let _ = (res, index, crt_list, crt_list_size);
    GNUTLS_E_UNIMPLEMENTED_FEATURE
}

/// Gives the OpenPGP key of credentials: not possible any more, as in GnuTLS since 3.6.0.
///
/// - `res`, `index`, `key`: not used
///
/// Returns `GNUTLS_E_UNIMPLEMENTED_FEATURE`, always.
///
/// Header: `gnutls/openpgp.h`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_certificate_get_openpgp_key(
    res: gnutls_certificate_credentials_t,
    index: c_uint,
    key: *mut gnutls_openpgp_privkey_t,
) -> c_int {
    let _ = (res, index, key);
    GNUTLS_E_UNIMPLEMENTED_FEATURE
}

/// Adds an OpenPGP certificate and its key to credentials: not possible any more, as in GnuTLS since 3.6.0.
///
/// - `res`, `crt`, `pkey`: not used
///
/// Returns `GNUTLS_E_UNIMPLEMENTED_FEATURE`, always.
///
/// Header: `gnutls/openpgp.h`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_certificate_set_openpgp_key(
    res: gnutls_certificate_credentials_t,
    crt: gnutls_openpgp_crt_t,
    pkey: gnutls_openpgp_privkey_t,
) -> c_int {
    let _ = (res, crt, pkey);
    GNUTLS_E_UNIMPLEMENTED_FEATURE
}

/// Adds an OpenPGP certificate and its key from files to credentials: not possible any more, as in GnuTLS since 3.6.0.
///
/// - `res`, `certfile`, `keyfile`, `format`: not used
///
/// Returns `GNUTLS_E_UNIMPLEMENTED_FEATURE`, always.
///
/// Header: `gnutls/openpgp.h`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_certificate_set_openpgp_key_file(
    res: gnutls_certificate_credentials_t,
    certfile: *const c_char,
    keyfile: *const c_char,
    format: gnutls_openpgp_crt_fmt_t,
) -> c_int {
    let _ = (res, certfile, keyfile, format);
    GNUTLS_E_UNIMPLEMENTED_FEATURE
}

/// Adds an OpenPGP certificate and one of its keys from files to credentials: not possible any more, as in GnuTLS since 3.6.0.
///
/// - `res`, `certfile`, `keyfile`, `subkey_id`, `format`: not used
///
/// Returns `GNUTLS_E_UNIMPLEMENTED_FEATURE`, always.
///
/// Header: `gnutls/openpgp.h`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_certificate_set_openpgp_key_file2(
    res: gnutls_certificate_credentials_t,
    certfile: *const c_char,
    keyfile: *const c_char,
    subkey_id: *const c_char,
    format: gnutls_openpgp_crt_fmt_t,
) -> c_int {
    let _ = (res, certfile, keyfile, subkey_id, format);
    GNUTLS_E_UNIMPLEMENTED_FEATURE
}

/// Adds an OpenPGP certificate and its key from memory to credentials: not possible any more, as in GnuTLS since 3.6.0.
///
/// - `res`, `cert`, `key`, `format`: not used
///
/// Returns `GNUTLS_E_UNIMPLEMENTED_FEATURE`, always.
///
/// Header: `gnutls/openpgp.h`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_certificate_set_openpgp_key_mem(
    res: gnutls_certificate_credentials_t,
    cert: *const gnutls_datum_t,
    key: *const gnutls_datum_t,
    format: gnutls_openpgp_crt_fmt_t,
) -> c_int {
    let _ = (res, cert, key, format);
    GNUTLS_E_UNIMPLEMENTED_FEATURE
}

/// Adds an OpenPGP certificate and one of its keys from memory to credentials: not possible any more, as in GnuTLS since 3.6.0.
///
/// - `res`, `cert`, `key`, `subkey_id`, `format`: not used
///
/// Returns `GNUTLS_E_UNIMPLEMENTED_FEATURE`, always.
///
/// Header: `gnutls/openpgp.h`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_certificate_set_openpgp_key_mem2(
    res: gnutls_certificate_credentials_t,
    cert: *const gnutls_datum_t,
    key: *const gnutls_datum_t,
    subkey_id: *const c_char,
    format: gnutls_openpgp_crt_fmt_t,
) -> c_int {
    let _ = (res, cert, key, subkey_id, format);
    GNUTLS_E_UNIMPLEMENTED_FEATURE
}

/// Adds an OpenPGP keyring from a file to credentials: not possible any more, as in GnuTLS since 3.6.0.
///
/// - `c`, `file`, `format`: not used
///
/// Returns `GNUTLS_E_UNIMPLEMENTED_FEATURE`, always.
///
/// Header: `gnutls/openpgp.h`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_certificate_set_openpgp_keyring_file(
    c: gnutls_certificate_credentials_t,
    file: *const c_char,
    format: gnutls_openpgp_crt_fmt_t,
) -> c_int {
    let _ = (c, file, format);
    GNUTLS_E_UNIMPLEMENTED_FEATURE
}

/// Adds an OpenPGP keyring from memory to credentials: not possible any more, as in GnuTLS since 3.6.0.
///
/// - `c`, `data`, `dlen`, `format`: not used
///
/// Returns `GNUTLS_E_UNIMPLEMENTED_FEATURE`, always.
///
/// Header: `gnutls/openpgp.h`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_certificate_set_openpgp_keyring_mem(
    c: gnutls_certificate_credentials_t,
    data: *const c_uchar,
    dlen: usize,
    format: gnutls_openpgp_crt_fmt_t,
) -> c_int {
    let _ = (c, data, dlen, format);
    GNUTLS_E_UNIMPLEMENTED_FEATURE
}

/// Sets a function that finds OpenPGP keys by their fingerprints: not possible any more, as in GnuTLS since 3.6.0.
///
/// - `session`, `func`: not used
///
/// Header: `gnutls/openpgp.h`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_openpgp_set_recv_key_function(
    session: gnutls_session_t,
    func: gnutls_openpgp_recv_key_func,
) {
    let _ = (session, func);
}
