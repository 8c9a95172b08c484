//! Anonymous credentials.
use crate::abi::*;
use crate::capi::ffi::opaque::Opaque;
use crate::capi::ffi::{guard, opaque};

/// What C holds as a `gnutls_anon_client_credentials_t`.
pub struct AnonClient;

// SAFETY: `gnutls_anon_allocate_client_credentials` makes every handle.
unsafe impl Opaque for gnutls_anon_client_credentials_st {
    type Object = AnonClient;
}

/// Makes anonymous credentials of a client, to be freed with `gnutls_anon_free_client_credentials`.
/// Manual: `gnutls_anon_allocate_client_credentials`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_anon_allocate_client_credentials(
    sc: *mut gnutls_anon_client_credentials_t,
) -> c_int {
    // SAFETY: `sc` is NULL or valid for a write.
    guard::unit(|| unsafe { opaque::give(sc, AnonClient) })
}

/// Frees anonymous credentials of a client; NULL is ignored.
/// Manual: `gnutls_anon_free_client_credentials`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_anon_free_client_credentials(sc: gnutls_anon_client_credentials_t) {
    // SAFETY: the handle is dead after this call.
    guard::or((), || drop(unsafe { opaque::take(sc) }))
}

/// What C holds as a `gnutls_anon_server_credentials_t`.
pub struct AnonServer;

// SAFETY: `gnutls_anon_allocate_server_credentials` makes every handle.
unsafe impl Opaque for gnutls_anon_server_credentials_st {
    type Object = AnonServer;
}

/// Makes anonymous credentials of a server, to be freed with `gnutls_anon_free_server_credentials`.
/// Manual: `gnutls_anon_allocate_server_credentials`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_anon_allocate_server_credentials(
    sc: *mut gnutls_anon_server_credentials_t,
) -> c_int {
    // SAFETY: `sc` is NULL or valid for a write.
    guard::unit(|| unsafe { opaque::give(sc, AnonServer) })
}

/// Frees anonymous credentials of a server; NULL is ignored.
/// Manual: `gnutls_anon_free_server_credentials`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_anon_free_server_credentials(sc: gnutls_anon_server_credentials_t) {
    // SAFETY: the handle is dead after this call.
    guard::or((), || drop(unsafe { opaque::take(sc) }))
}

/// Groups for anonymous exchange by level. Since GnuTLS 3.6 they are negotiated by RFC 7919, and the call
/// is only checked. Manual: `gnutls_anon_set_server_known_dh_params`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_anon_set_server_known_dh_params(
    res: gnutls_anon_server_credentials_t,
    _sec_param: gnutls_sec_param_t,
) -> c_int {
    guard::or(GNUTLS_E_INTERNAL_ERROR, || if res.is_null() { GNUTLS_E_INVALID_REQUEST } else { 0 })
}

/// Parameters for anonymous exchange; negotiated by RFC 7919 since GnuTLS 3.6.
/// Manual: `gnutls_anon_set_server_dh_params`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_anon_set_server_dh_params(
    _res: gnutls_anon_server_credentials_t,
    _dh_params: gnutls_dh_params_t,
) {
}

/// A function that gives such parameters; negotiated by RFC 7919 since GnuTLS 3.6.
/// Manual: `gnutls_anon_set_server_params_function`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_anon_set_server_params_function(
    _res: gnutls_anon_server_credentials_t,
    _func: Option<gnutls_params_function>,
) {
}
