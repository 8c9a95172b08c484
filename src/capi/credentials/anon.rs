//! Anonymous credentials.
use crate::abi::*;
use crate::capi::ffi::opaque::Opaque;
use crate::capi::ffi::{guard, opaque};
use crate::capi::object::anon::AnonServer;
use crate::capi::object::dh_params::get_dh_params;

/// What C holds as a `gnutls_anon_client_credentials_t`.
pub struct AnonClient;

// SAFETY: all handles are created by `gnutls_anon_allocate_client_credentials`.
unsafe impl Opaque for gnutls_anon_client_credentials_st {
    type Object = AnonClient;
}

/// Creates anonymous credentials for clients.
///
/// `gnutls_credentials_set` with `GNUTLS_CRD_ANON` gives them to a session, which keeps the pointer;
/// they must outlive it. They hold nothing: they allow the anonymous key exchanges that a priority string
/// enables with `+ANON-DH` and `+ANON-ECDH`. `gnutls_anon_free_client_credentials` frees
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

/// Creates anonymous credentials for servers.
///
/// `gnutls_credentials_set` with `GNUTLS_CRD_ANON` gives them to a session, which keeps the pointer;
/// they must outlive it. They allow the anonymous key exchanges that a priority string enables with
/// `+ANON-DH` and `+ANON-ECDH`. `gnutls_anon_free_server_credentials` frees
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
    guard::unit(|| unsafe { opaque::give(sc, AnonServer::default()) })
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

/// Sets the Diffie-Hellman group of a server for clients that do not negotiate one.
///
/// A client that names groups of RFC 7919 gets one of those in the priorities; others get the smallest group of
/// RFC 7919 that has the level. Without a group they cannot use the key exchanges with a finite field.
///
/// - `res`: the credentials of a server
/// - `sec_param`: a level of `gnutls_sec_param_t`
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_INVALID_REQUEST`: `res` is NULL
///
/// Since 3.5.6. RFC 7919. Manual: `gnutls_anon_set_server_known_dh_params`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_anon_set_server_known_dh_params(
    res: gnutls_anon_server_credentials_t,
    sec_param: gnutls_sec_param_t,
) -> c_int {
    guard::unit(|| {
        // SAFETY: `res` is NULL or a live handle.
        unsafe { opaque::get(res) }?.dh.set_level(sec_param);
        Ok(())
    })
}

/// Sets the Diffie-Hellman group of a server for clients that do not negotiate one (RFC 7919).
///
/// The parameters are copied: what is done with them later does not change the credentials.
///
/// - `res`: the credentials of a server; NULL is ignored
/// - `dh_params`: the parameters; NULL or empty ones take the group away
///
/// Manual: `gnutls_anon_set_server_dh_params`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_anon_set_server_dh_params(
    res: gnutls_anon_server_credentials_t,
    dh_params: gnutls_dh_params_t,
) {
    guard::or((), || {
        // SAFETY: both are NULL or live handles.
        unsafe {
            if let Ok(credentials) = opaque::get(res) {
                credentials.dh.set(get_dh_params(dh_params).ok().map(|p| &*p));
            }
        }
    });
}

/// The same as `gnutls_anon_set_server_params_function`, under an older name.
///
/// - `res`: the credentials of a server; NULL is ignored
/// - `func`: the function, or NULL for none
///
/// Manual: `gnutls_anon_set_params_function`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_anon_set_params_function(
    res: gnutls_anon_server_credentials_t,
    func: Option<gnutls_params_function>,
) {
    // SAFETY: the arguments are the caller's.
    unsafe { gnutls_anon_set_server_params_function(res, func) }
}

/// Sets a function that gives the Diffie-Hellman group of a server for clients that do not negotiate one (RFC
/// 7919).
///
/// It is asked for `GNUTLS_PARAMS_DH` in each handshake whose priorities have a key exchange with a finite field,
/// before the group is known to be needed, and takes precedence over parameters that were set. If it sets `deinit`
/// the parameters are freed after use; otherwise they stay the application's.
///
/// - `res`: the credentials of a server; NULL is ignored
/// - `func`: the function, or NULL for none
///
/// Manual: `gnutls_anon_set_server_params_function`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_anon_set_server_params_function(
    res: gnutls_anon_server_credentials_t,
    func: Option<gnutls_params_function>,
) {
    guard::or((), || {
        // SAFETY: `res` is NULL or a live handle.
        if let Ok(credentials) = unsafe { opaque::get(res) } {
            credentials.dh.function.set(func);
        }
    });
}
