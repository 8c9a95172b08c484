//! Diffie-Hellman parameters of certificate credentials.
use crate::abi::*;
use crate::capi::ffi::guard;

/// Checks its argument, and changes nothing.
///
/// GnuTLS chose a Diffie-Hellman group for its servers here. Since 3.6.0 groups are negotiated with the
/// client by RFC 7919, and a program need not call this any more.
///
/// - `res`: the credentials of a server
/// - `sec_param`: a level of `gnutls_sec_param_t`; not looked at
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_INVALID_REQUEST`: `res` is NULL
///
/// Since 3.5.6. Manual: `gnutls_certificate_set_known_dh_params`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_certificate_set_known_dh_params(
    res: gnutls_certificate_credentials_t,
    _sec_param: gnutls_sec_param_t,
) -> c_int {
    guard::or(GNUTLS_E_INTERNAL_ERROR, || if res.is_null() { GNUTLS_E_INVALID_REQUEST } else { 0 })
}

/// Does nothing: Diffie-Hellman groups are negotiated by RFC 7919.
///
/// It is there for programs written before GnuTLS 3.6.0, where a server needed parameters of its own.
/// The parameters are neither copied nor kept, and stay the caller's to free.
///
/// - `res`: the credentials of a server; not looked at
/// - `dh_params`: the parameters; not looked at
///
/// Manual: `gnutls_certificate_set_dh_params`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_certificate_set_dh_params(
    _res: gnutls_certificate_credentials_t,
    _dh_params: gnutls_dh_params_t,
) {
}

/// Does nothing: Diffie-Hellman groups are negotiated by RFC 7919.
///
/// It is there for programs written before GnuTLS 3.6.0, where a server asked this callback for
/// parameters. The callback is never called.
///
/// - `res`: the credentials of a server; not looked at
/// - `func`: the callback; not looked at
///
/// Manual: `gnutls_certificate_set_params_function`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_certificate_set_params_function(
    _res: gnutls_certificate_credentials_t,
    _func: Option<gnutls_params_function>,
) {
}
