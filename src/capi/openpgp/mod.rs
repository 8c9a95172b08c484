//! OpenPGP. GnuTLS has removed its support for OpenPGP: every function fails as it does in GnuTLS.
pub mod credentials;
pub mod crt;
pub mod keyring;
pub mod privkey;

use core::ffi::{c_char, c_int, c_uchar, c_uint};

use crate::abi::*;

/// Gives the identifier of an OpenPGP key: not possible any more, as in GnuTLS since 3.6.0.
///
/// OpenPGP keys have been removed from the interface; the function is there so that old programs can be
/// loaded, and changes nothing. For any key there is `gnutls_pubkey_get_key_id`.
///
/// - `key`: not used
/// - `flags`: not used
/// - `output_data`: not used
/// - `output_data_size`: not used
/// - `subkey`: not used
///
/// Returns `GNUTLS_E_UNIMPLEMENTED_FEATURE`, always.
///
/// Since 2.12.0. Manual: `gnutls_pubkey_get_openpgp_key_id`.
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

/// Imports the public key of an OpenPGP certificate: not possible any more, as in GnuTLS since 3.6.0.
///
/// OpenPGP keys have been removed from the interface; the function is there so that old programs can be
/// loaded, and changes nothing. For X.509 there is `gnutls_pubkey_import_x509`.
///
/// - `key`: not used
/// - `crt`: not used
/// - `flags`: not used
///
/// Returns `GNUTLS_E_UNIMPLEMENTED_FEATURE`, always.
///
/// Since 2.12.0. Manual: `gnutls_pubkey_import_openpgp`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_pubkey_import_openpgp(
    key: gnutls_pubkey_t,
    crt: gnutls_openpgp_crt_t,
    flags: c_uint,
) -> c_int {
    let _ = (key, crt, flags);
    GNUTLS_E_UNIMPLEMENTED_FEATURE
}

/// Imports the public key of encoded OpenPGP data: not possible any more, as in GnuTLS since 3.6.0.
///
/// OpenPGP keys have been removed from the interface; the function is there so that old programs can be
/// loaded, and changes nothing. For X.509 there is `gnutls_pubkey_import_x509_raw`.
///
/// - `pkey`: not used
/// - `data`: not used
/// - `format`: not used
/// - `keyid`: not used
/// - `flags`: not used
///
/// Returns `GNUTLS_E_UNIMPLEMENTED_FEATURE`, always.
///
/// Since 3.1.3. Manual: `gnutls_pubkey_import_openpgp_raw`.
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

/// Imports an OpenPGP certificate into a certificate struct: not possible any more, as in GnuTLS since
/// 3.6.0.
///
/// OpenPGP keys have been removed from the interface; the function is there so that old programs can be
/// loaded, and changes nothing. For X.509 there is `gnutls_pcert_import_x509`.
///
/// - `pcert`: not used
/// - `crt`: not used
/// - `flags`: not used
///
/// Returns `GNUTLS_E_UNIMPLEMENTED_FEATURE`, always.
///
/// Since 3.0. Manual: `gnutls_pcert_import_openpgp`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_pcert_import_openpgp(
    pcert: *mut gnutls_pcert_st,
    crt: gnutls_openpgp_crt_t,
    flags: c_uint,
) -> c_int {
    let _ = (pcert, crt, flags);
    GNUTLS_E_UNIMPLEMENTED_FEATURE
}

/// Imports encoded OpenPGP data into a certificate struct: not possible any more, as in GnuTLS since
/// 3.6.0.
///
/// OpenPGP keys have been removed from the interface; the function is there so that old programs can be
/// loaded, and changes nothing. For X.509 there is `gnutls_pcert_import_x509_raw`.
///
/// - `pcert`: not used
/// - `cert`: not used
/// - `format`: not used
/// - `keyid`: not used
/// - `flags`: not used
///
/// Returns `GNUTLS_E_UNIMPLEMENTED_FEATURE`, always.
///
/// Since 3.0. Manual: `gnutls_pcert_import_openpgp_raw`.
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

/// Exports the OpenPGP certificate of a certificate struct: not possible any more, as in GnuTLS since
/// 3.6.0.
///
/// OpenPGP keys have been removed from the interface; the function is there so that old programs can be
/// loaded, and changes nothing. For X.509 there is `gnutls_pcert_export_x509`.
///
/// - `pcert`: not used
/// - `crt`: not used
///
/// Returns `GNUTLS_E_UNIMPLEMENTED_FEATURE`, always.
///
/// Since 3.4.0. Manual: `gnutls_pcert_export_openpgp`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_pcert_export_openpgp(
    pcert: *mut gnutls_pcert_st,
    crt: *mut gnutls_openpgp_crt_t,
) -> c_int {
    let _ = (pcert, crt);
    GNUTLS_E_UNIMPLEMENTED_FEATURE
}

/// Imports an OpenPGP private key: not possible any more, as in GnuTLS since 3.6.0.
///
/// OpenPGP keys have been removed from the interface; the function is there so that old programs can be
/// loaded, and changes nothing. For X.509 there is `gnutls_privkey_import_x509`.
///
/// - `pkey`: not used
/// - `key`: not used
/// - `flags`: not used
///
/// Returns `GNUTLS_E_UNIMPLEMENTED_FEATURE`, always.
///
/// Since 2.12.0. Manual: `gnutls_privkey_import_openpgp`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_privkey_import_openpgp(
    pkey: gnutls_privkey_t,
    key: gnutls_openpgp_privkey_t,
    flags: c_uint,
) -> c_int {
    let _ = (pkey, key, flags);
    GNUTLS_E_UNIMPLEMENTED_FEATURE
}

/// Imports an encoded OpenPGP private key: not possible any more, as in GnuTLS since 3.6.0.
///
/// OpenPGP keys have been removed from the interface; the function is there so that old programs can be
/// loaded, and changes nothing. For X.509 there is `gnutls_privkey_import_x509_raw`.
///
/// - `pkey`: not used
/// - `data`: not used
/// - `format`: not used
/// - `keyid`: not used
/// - `password`: not used
///
/// Returns `GNUTLS_E_UNIMPLEMENTED_FEATURE`, always.
///
/// Since 3.1.0. Manual: `gnutls_privkey_import_openpgp_raw`.
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

/// Exports a private key as one of OpenPGP: not possible any more, as in GnuTLS since 3.6.0.
///
/// OpenPGP keys have been removed from the interface; the function is there so that old programs can be
/// loaded, and changes nothing. For X.509 there is `gnutls_privkey_export_x509`.
///
/// - `pkey`: not used
/// - `key`: not used
///
/// Returns `GNUTLS_E_UNIMPLEMENTED_FEATURE`, always.
///
/// Since 3.4.0. Manual: `gnutls_privkey_export_openpgp`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_privkey_export_openpgp(
    pkey: gnutls_privkey_t,
    key: *mut gnutls_openpgp_privkey_t,
) -> c_int {
    let _ = (pkey, key);
    GNUTLS_E_UNIMPLEMENTED_FEATURE
}
