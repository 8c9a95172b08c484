//! OpenPGP keyrings: removed from GnuTLS in 3.6.0; the functions are there so that old programs can be loaded.
use crate::abi::*;

/// Looks for a key in an OpenPGP keyring: not possible any more, as in GnuTLS since 3.6.0.
///
/// - `keyring`, `keyid`, `flags`: not used
///
/// Returns `GNUTLS_E_UNIMPLEMENTED_FEATURE`, always.
///
/// Header: `gnutls/openpgp.h`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_openpgp_keyring_check_id(
    keyring: gnutls_openpgp_keyring_t,
    keyid: *const c_uchar,
    flags: c_uint,
) -> c_int {
    let _ = (keyring, keyid, flags);
    GNUTLS_E_UNIMPLEMENTED_FEATURE
}

/// Frees an OpenPGP keyring: not possible any more, as in GnuTLS since 3.6.0.
///
/// - `keyring`: not used
///
/// Header: `gnutls/openpgp.h`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_openpgp_keyring_deinit(keyring: gnutls_openpgp_keyring_t) {
    let _ = keyring;
}

/// Gives a certificate of an OpenPGP keyring: not possible any more, as in GnuTLS since 3.6.0.
///
/// - `keyring`, `idx`, `cert`: not used
///
/// Returns `GNUTLS_E_UNIMPLEMENTED_FEATURE`, always.
///
/// Header: `gnutls/openpgp.h`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_openpgp_keyring_get_crt(
    keyring: gnutls_openpgp_keyring_t,
    idx: c_uint,
    cert: *mut gnutls_openpgp_crt_t,
) -> c_int {
    let _ = (keyring, idx, cert);
    GNUTLS_E_UNIMPLEMENTED_FEATURE
}

/// Counts the certificates of an OpenPGP keyring: not possible any more, as in GnuTLS since 3.6.0.
///
/// - `keyring`: not used
///
/// Returns `GNUTLS_E_UNIMPLEMENTED_FEATURE`, always.
///
/// Header: `gnutls/openpgp.h`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_openpgp_keyring_get_crt_count(keyring: gnutls_openpgp_keyring_t) -> c_int {
    let _ = keyring;
    GNUTLS_E_UNIMPLEMENTED_FEATURE
}

/// Reads an OpenPGP keyring: not possible any more, as in GnuTLS since 3.6.0.
///
/// - `keyring`, `data`, `format`: not used
///
/// Returns `GNUTLS_E_UNIMPLEMENTED_FEATURE`, always.
///
/// Header: `gnutls/openpgp.h`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_openpgp_keyring_import(
    keyring: gnutls_openpgp_keyring_t,
    data: *const gnutls_datum_t,
    format: gnutls_openpgp_crt_fmt_t,
) -> c_int {
    let _ = (keyring, data, format);
    GNUTLS_E_UNIMPLEMENTED_FEATURE
}

/// Makes an OpenPGP keyring: not possible any more, as in GnuTLS since 3.6.0.
///
/// - `keyring`: not used
///
/// Returns `GNUTLS_E_UNIMPLEMENTED_FEATURE`, always.
///
/// Header: `gnutls/openpgp.h`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_openpgp_keyring_init(keyring: *mut gnutls_openpgp_keyring_t) -> c_int {
    let _ = keyring;
    GNUTLS_E_UNIMPLEMENTED_FEATURE
}
