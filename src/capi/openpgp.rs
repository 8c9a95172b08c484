//! OpenPGP. GnuTLS has removed its support for OpenPGP: every function fails as it does in GnuTLS.
use core::ffi::{c_char, c_int, c_uchar, c_uint};

use crate::abi::*;

/// OpenPGP is not supported any more: `GNUTLS_E_UNIMPLEMENTED_FEATURE`. Manual: `gnutls_pubkey_get_openpgp_key_id`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_pubkey_get_openpgp_key_id(
    key: gnutls_pubkey_t,
    flags: c_uint,
    output_data: *mut c_uchar,
    output_data_size: *mut usize,
    subkey: *mut c_uint,
) -> c_int {
    let _ = (key, flags, output_data, output_data_size, subkey);
    GNUTLS_E_UNIMPLEMENTED_FEATURE
}

/// OpenPGP is not supported any more: `GNUTLS_E_UNIMPLEMENTED_FEATURE`. Manual: `gnutls_pubkey_import_openpgp`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_pubkey_import_openpgp(
    key: gnutls_pubkey_t,
    crt: gnutls_openpgp_crt_t,
    flags: c_uint,
) -> c_int {
    let _ = (key, crt, flags);
    GNUTLS_E_UNIMPLEMENTED_FEATURE
}

/// OpenPGP is not supported any more: `GNUTLS_E_UNIMPLEMENTED_FEATURE`. Manual: `gnutls_pubkey_import_openpgp_raw`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_pubkey_import_openpgp_raw(
    pkey: gnutls_pubkey_t,
    data: *const gnutls_datum_t,
    format: gnutls_openpgp_crt_fmt_t,
    keyid: *const c_uchar,
    flags: c_uint,
) -> c_int {
    let _ = (pkey, data, format, keyid, flags);
    GNUTLS_E_UNIMPLEMENTED_FEATURE
}

/// OpenPGP is not supported any more: `GNUTLS_E_UNIMPLEMENTED_FEATURE`. Manual: `gnutls_pcert_import_openpgp`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_pcert_import_openpgp(
    pcert: *mut gnutls_pcert_st,
    crt: gnutls_openpgp_crt_t,
    flags: c_uint,
) -> c_int {
    let _ = (pcert, crt, flags);
    GNUTLS_E_UNIMPLEMENTED_FEATURE
}

/// OpenPGP is not supported any more: `GNUTLS_E_UNIMPLEMENTED_FEATURE`. Manual: `gnutls_pcert_import_openpgp_raw`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_pcert_import_openpgp_raw(
    pcert: *mut gnutls_pcert_st,
    cert: *const gnutls_datum_t,
    format: gnutls_openpgp_crt_fmt_t,
    keyid: *mut c_uchar,
    flags: c_uint,
) -> c_int {
    let _ = (pcert, cert, format, keyid, flags);
    GNUTLS_E_UNIMPLEMENTED_FEATURE
}

/// OpenPGP is not supported any more: `GNUTLS_E_UNIMPLEMENTED_FEATURE`. Manual: `gnutls_pcert_export_openpgp`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_pcert_export_openpgp(
    pcert: *mut gnutls_pcert_st,
    crt: *mut gnutls_openpgp_crt_t,
) -> c_int {
    let _ = (pcert, crt);
    GNUTLS_E_UNIMPLEMENTED_FEATURE
}

/// OpenPGP is not supported any more: `GNUTLS_E_UNIMPLEMENTED_FEATURE`. Manual: `gnutls_privkey_import_openpgp`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_privkey_import_openpgp(
    pkey: gnutls_privkey_t,
    key: gnutls_openpgp_privkey_t,
    flags: c_uint,
) -> c_int {
    let _ = (pkey, key, flags);
    GNUTLS_E_UNIMPLEMENTED_FEATURE
}

/// OpenPGP is not supported any more: `GNUTLS_E_UNIMPLEMENTED_FEATURE`. Manual: `gnutls_privkey_import_openpgp_raw`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_privkey_import_openpgp_raw(
    pkey: gnutls_privkey_t,
    data: *const gnutls_datum_t,
    format: gnutls_openpgp_crt_fmt_t,
    keyid: *const c_uchar,
    password: *const c_char,
) -> c_int {
    let _ = (pkey, data, format, keyid, password);
    GNUTLS_E_UNIMPLEMENTED_FEATURE
}

/// OpenPGP is not supported any more: `GNUTLS_E_UNIMPLEMENTED_FEATURE`. Manual: `gnutls_privkey_export_openpgp`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_privkey_export_openpgp(
    pkey: gnutls_privkey_t,
    key: *mut gnutls_openpgp_privkey_t,
) -> c_int {
    let _ = (pkey, key);
    GNUTLS_E_UNIMPLEMENTED_FEATURE
}
