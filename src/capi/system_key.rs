//! Keys of the operating system. There are none where GnuTLS has none: outside of Windows.
use crate::abi::*;

/// Adds a certificate and its key to those of the operating system, which has no such list here.
///
/// - `crt`, `privkey`, `label`, `cert_url`, `key_url`: not used
///
/// Returns `GNUTLS_E_UNIMPLEMENTED_FEATURE`, always, as GnuTLS does outside of Windows.
///
/// Since 3.4.0. Manual: `gnutls_system_key_add_x509`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_system_key_add_x509(
    crt: gnutls_x509_crt_t,
    privkey: gnutls_x509_privkey_t,
    label: *const c_char,
    cert_url: *mut *mut c_char,
    key_url: *mut *mut c_char,
) -> c_int {
    let _ = (crt, privkey, label, cert_url, key_url);
    GNUTLS_E_UNIMPLEMENTED_FEATURE
}

/// Removes a certificate and its key from those of the operating system, which has no such list here.
///
/// - `cert_url`, `key_url`: not used
///
/// Returns `GNUTLS_E_UNIMPLEMENTED_FEATURE`, always, as GnuTLS does outside of Windows.
///
/// Since 3.4.0. Manual: `gnutls_system_key_delete`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_system_key_delete(cert_url: *const c_char, key_url: *const c_char) -> c_int {
    let _ = (cert_url, key_url);
    GNUTLS_E_UNIMPLEMENTED_FEATURE
}

/// Tells the next certificate of the operating system, which has no such list here.
///
/// - `iter`, `cert_type`, `cert_url`, `key_url`, `label`, `der`, `flags`: not used
///
/// Returns `GNUTLS_E_UNIMPLEMENTED_FEATURE`, always, as GnuTLS does outside of Windows.
///
/// Since 3.4.0. Manual: `gnutls_system_key_iter_get_info`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_system_key_iter_get_info(
    iter: *mut gnutls_system_key_iter_t,
    cert_type: c_uint,
    cert_url: *mut *mut c_char,
    key_url: *mut *mut c_char,
    label: *mut *mut c_char,
    der: *mut gnutls_datum_t,
    flags: c_uint,
) -> c_int {
    let _ = (iter, cert_type, cert_url, key_url, label, der, flags);
    GNUTLS_E_UNIMPLEMENTED_FEATURE
}

/// Frees an iterator of `gnutls_system_key_iter_get_info`, which makes none here.
///
/// - `iter`: not used
///
/// Since 3.4.0. Manual: `gnutls_system_key_iter_deinit`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_system_key_iter_deinit(iter: gnutls_system_key_iter_t) {
    let _ = iter;
}
