//! Anonymous credentials.
use crate::abi::*;
use crate::capi::ffi::opaque::Opaque;
use crate::capi::ffi::{guard, opaque};

/// What C holds as a `gnutls_anon_client_credentials_t`.
pub struct AnonClient;

// SAFETY: all handles are created by `gnutls_anon_allocate_client_credentials`.
unsafe impl Opaque for gnutls_anon_client_credentials_st {
    type Object = AnonClient;
}

/// Creates anonymous credentials for clients.
///
/// `gnutls_credentials_set` with `GNUTLS_CRD_ANON` gives them to a session, which keeps the pointer;
/// they must outlive it. They hold nothing. This version has no anonymous key exchange: a session keeps
/// the credentials, and its handshake does not use them. `gnutls_anon_free_client_credentials` frees
/// them.
///
/// - `sc`: takes the new credentials
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_INVALID_REQUEST`: `sc` is NULL
///
/// RFC 5246 section F.1.1.1. Manual: `gnutls_anon_allocate_client_credentials`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_anon_allocate_client_credentials(
    sc: *mut gnutls_anon_client_credentials_t,
) -> c_int {
    // SAFETY: `sc` is NULL or valid for a write.
    guard::unit(|| unsafe { opaque::give(sc, AnonClient) })
}

/// Frees the anonymous credentials of a client.
///
/// No session may use them any more: `gnutls_credentials_set` has kept the pointer.
///
/// - `sc`: credentials of `gnutls_anon_allocate_client_credentials`; NULL is ignored
///
/// Manual: `gnutls_anon_free_client_credentials`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_anon_free_client_credentials(sc: gnutls_anon_client_credentials_t) {
    // SAFETY: the handle is not used after this call.
    guard::or((), || drop(unsafe { opaque::take(sc) }))
}

/// What C holds as a `gnutls_anon_server_credentials_t`.
pub struct AnonServer;

// SAFETY: all handles are created by `gnutls_anon_allocate_server_credentials`.
unsafe impl Opaque for gnutls_anon_server_credentials_st {
    type Object = AnonServer;
}

/// Creates anonymous credentials for servers.
///
/// `gnutls_credentials_set` with `GNUTLS_CRD_ANON` gives them to a session, which keeps the pointer;
/// they must outlive it. They hold nothing. This version has no anonymous key exchange: a session keeps
/// the credentials, and its handshake does not use them. `gnutls_anon_free_server_credentials` frees
/// them.
///
/// - `sc`: takes the new credentials
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_INVALID_REQUEST`: `sc` is NULL
///
/// RFC 5246 section F.1.1.1. Manual: `gnutls_anon_allocate_server_credentials`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_anon_allocate_server_credentials(
    sc: *mut gnutls_anon_server_credentials_t,
) -> c_int {
    // SAFETY: `sc` is NULL or valid for a write.
    guard::unit(|| unsafe { opaque::give(sc, AnonServer) })
}

/// Frees the anonymous credentials of a server.
///
/// No session may use them any more: `gnutls_credentials_set` has kept the pointer.
///
/// - `sc`: credentials of `gnutls_anon_allocate_server_credentials`; NULL is ignored
///
/// Manual: `gnutls_anon_free_server_credentials`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_anon_free_server_credentials(sc: gnutls_anon_server_credentials_t) {
    // SAFETY: the handle is not used after this call.
    guard::or((), || drop(unsafe { opaque::take(sc) }))
}

/// Checks its argument, and changes nothing.
///
/// GnuTLS chose a Diffie-Hellman group for anonymous servers here. Since 3.6.0 groups are negotiated
/// with the client by RFC 7919, and a program need not call this any more.
///
/// - `res`: the credentials of a server
/// - `sec_param`: a level of `gnutls_sec_param_t`; not looked at
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_INVALID_REQUEST`: `res` is NULL
///
/// Since 3.5.6. Manual: `gnutls_anon_set_server_known_dh_params`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_anon_set_server_known_dh_params(
    res: gnutls_anon_server_credentials_t,
    _sec_param: gnutls_sec_param_t,
) -> c_int {
    guard::or(GNUTLS_E_INTERNAL_ERROR, || if res.is_null() { GNUTLS_E_INVALID_REQUEST } else { 0 })
}

/// Does nothing: Diffie-Hellman groups are negotiated by RFC 7919.
///
/// It is there for programs written before GnuTLS 3.6.0, where an anonymous server needed parameters of
/// its own. The parameters are neither copied nor kept, and stay the caller's to free.
///
/// - `res`: the credentials of a server; not looked at
/// - `dh_params`: the parameters; not looked at
///
/// Manual: `gnutls_anon_set_server_dh_params`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_anon_set_server_dh_params(
    _res: gnutls_anon_server_credentials_t,
    _dh_params: gnutls_dh_params_t,
) {
}

/// Does nothing: Diffie-Hellman groups are negotiated by RFC 7919.
///
/// It is there for programs written before GnuTLS 3.6.0, where an anonymous server asked this callback
/// for parameters. The callback is never called.
///
/// - `res`: the credentials of a server; not looked at
/// - `func`: the callback; not looked at
///
/// Manual: `gnutls_anon_set_server_params_function`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_anon_set_server_params_function(
    _res: gnutls_anon_server_credentials_t,
    _func: Option<gnutls_params_function>,
) {
}
