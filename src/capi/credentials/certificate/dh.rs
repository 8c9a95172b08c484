//! Diffie-Hellman parameters of certificate credentials.
use crate::abi::*;
use crate::capi::ffi::guard;

/// Groups for finite-field exchange by level. Since GnuTLS 3.6 they are negotiated by RFC 7919, and the
/// call is only checked. Manual: `gnutls_certificate_set_known_dh_params`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_certificate_set_known_dh_params(
    res: gnutls_certificate_credentials_t,
    _sec_param: gnutls_sec_param_t,
) -> c_int {
    guard::or(GNUTLS_E_INTERNAL_ERROR, || if res.is_null() { GNUTLS_E_INVALID_REQUEST } else { 0 })
}

/// Parameters for finite-field exchange; negotiated by RFC 7919 since GnuTLS 3.6.
/// Manual: `gnutls_certificate_set_dh_params`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_certificate_set_dh_params(
    _res: gnutls_certificate_credentials_t,
    _dh_params: gnutls_dh_params_t,
) {
}

/// A function that gives parameters for finite-field exchange; negotiated by RFC 7919 since GnuTLS 3.6.
/// Manual: `gnutls_certificate_set_params_function`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_certificate_set_params_function(
    _res: gnutls_certificate_credentials_t,
    _func: Option<gnutls_params_function>,
) {
}
