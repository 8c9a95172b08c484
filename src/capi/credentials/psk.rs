//! PSK credentials.
use crate::abi::*;
use crate::capi::ffi::opaque::Opaque;
use crate::capi::ffi::{guard, opaque};

/// What C holds as a `gnutls_psk_client_credentials_t`.
pub struct PskClient;

// SAFETY: all handles are created by `gnutls_psk_allocate_client_credentials`.
unsafe impl Opaque for gnutls_psk_client_credentials_st {
    type Object = PskClient;
}

/// Creates pre-shared key credentials for clients.
///
/// `gnutls_credentials_set` with `GNUTLS_CRD_PSK` gives them to a session, which keeps the pointer;
/// they must outlive it. This version does not take keys into them, and has no key exchange with
/// external pre-shared keys: a session keeps the credentials, and its handshake does not use them.
/// `gnutls_psk_free_client_credentials` frees them.
///
/// - `sc`: takes the new credentials
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_INVALID_REQUEST`: `sc` is NULL
///
/// RFC 4279. Manual: `gnutls_psk_allocate_client_credentials`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_psk_allocate_client_credentials(
    sc: *mut gnutls_psk_client_credentials_t,
) -> c_int {
    // SAFETY: `sc` is NULL or valid for a write.
    guard::unit(|| unsafe { opaque::give(sc, PskClient) })
}

/// Frees the pre-shared key credentials of a client.
///
/// No session may use them any more: `gnutls_credentials_set` has kept the pointer.
///
/// - `sc`: credentials of `gnutls_psk_allocate_client_credentials`; NULL is ignored
///
/// Manual: `gnutls_psk_free_client_credentials`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_psk_free_client_credentials(sc: gnutls_psk_client_credentials_t) {
    // SAFETY: the handle is not used after this call.
    guard::or((), || drop(unsafe { opaque::take(sc) }))
}

/// What C holds as a `gnutls_psk_server_credentials_t`.
pub struct PskServer;

// SAFETY: all handles are created by `gnutls_psk_allocate_server_credentials`.
unsafe impl Opaque for gnutls_psk_server_credentials_st {
    type Object = PskServer;
}

/// Creates pre-shared key credentials for servers.
///
/// `gnutls_credentials_set` with `GNUTLS_CRD_PSK` gives them to a session, which keeps the pointer;
/// they must outlive it. This version does not take keys into them, and has no key exchange with
/// external pre-shared keys: a session keeps the credentials, and its handshake does not use them.
/// `gnutls_psk_free_server_credentials` frees them.
///
/// - `sc`: takes the new credentials
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_INVALID_REQUEST`: `sc` is NULL
///
/// RFC 4279. Manual: `gnutls_psk_allocate_server_credentials`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_psk_allocate_server_credentials(
    sc: *mut gnutls_psk_server_credentials_t,
) -> c_int {
    // SAFETY: `sc` is NULL or valid for a write.
    guard::unit(|| unsafe { opaque::give(sc, PskServer) })
}

/// Frees the pre-shared key credentials of a server.
///
/// No session may use them any more: `gnutls_credentials_set` has kept the pointer.
///
/// - `sc`: credentials of `gnutls_psk_allocate_server_credentials`; NULL is ignored
///
/// Manual: `gnutls_psk_free_server_credentials`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_psk_free_server_credentials(sc: gnutls_psk_server_credentials_t) {
    // SAFETY: the handle is not used after this call.
    guard::or((), || drop(unsafe { opaque::take(sc) }))
}

/// Checks its argument, and changes nothing.
///
/// GnuTLS chose a Diffie-Hellman group for servers with pre-shared keys here. Since 3.6.0 groups are
/// negotiated with the client by RFC 7919, and a program need not call this any more.
///
/// - `res`: the credentials of a server
/// - `sec_param`: a level of `gnutls_sec_param_t`; not looked at
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_INVALID_REQUEST`: `res` is NULL
///
/// Since 3.5.6. Manual: `gnutls_psk_set_server_known_dh_params`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_psk_set_server_known_dh_params(
    res: gnutls_psk_server_credentials_t,
    _sec_param: gnutls_sec_param_t,
) -> c_int {
    guard::or(GNUTLS_E_INTERNAL_ERROR, || if res.is_null() { GNUTLS_E_INVALID_REQUEST } else { 0 })
}
