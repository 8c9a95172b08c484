//! PSK credentials.
use crate::abi::*;
use crate::capi::ffi::opaque::Opaque;
use crate::capi::ffi::{guard, opaque};

/// What C holds as a `gnutls_psk_client_credentials_t`.
pub struct PskClient;

// SAFETY: `gnutls_psk_allocate_client_credentials` makes every handle.
unsafe impl Opaque for gnutls_psk_client_credentials_st {
    type Object = PskClient;
}

/// Makes pre-shared-key credentials of a client, to be freed with `gnutls_psk_free_client_credentials`.
/// Manual: `gnutls_psk_allocate_client_credentials`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_psk_allocate_client_credentials(
    sc: *mut gnutls_psk_client_credentials_t,
) -> c_int {
    // SAFETY: `sc` is NULL or valid for a write.
    guard::unit(|| unsafe { opaque::give(sc, PskClient) })
}

/// Frees pre-shared-key credentials of a client; NULL is ignored.
/// Manual: `gnutls_psk_free_client_credentials`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_psk_free_client_credentials(sc: gnutls_psk_client_credentials_t) {
    // SAFETY: the handle is dead after this call.
    guard::or((), || drop(unsafe { opaque::take(sc) }))
}

/// What C holds as a `gnutls_psk_server_credentials_t`.
pub struct PskServer;

// SAFETY: `gnutls_psk_allocate_server_credentials` makes every handle.
unsafe impl Opaque for gnutls_psk_server_credentials_st {
    type Object = PskServer;
}

/// Makes pre-shared-key credentials of a server, to be freed with `gnutls_psk_free_server_credentials`.
/// Manual: `gnutls_psk_allocate_server_credentials`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_psk_allocate_server_credentials(
    sc: *mut gnutls_psk_server_credentials_t,
) -> c_int {
    // SAFETY: `sc` is NULL or valid for a write.
    guard::unit(|| unsafe { opaque::give(sc, PskServer) })
}

/// Frees pre-shared-key credentials of a server; NULL is ignored.
/// Manual: `gnutls_psk_free_server_credentials`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_psk_free_server_credentials(sc: gnutls_psk_server_credentials_t) {
    // SAFETY: the handle is dead after this call.
    guard::or((), || drop(unsafe { opaque::take(sc) }))
}

/// Groups for PSK exchange by level. Since GnuTLS 3.6 they are negotiated by RFC 7919, and the call is
/// only checked. Manual: `gnutls_psk_set_server_known_dh_params`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_psk_set_server_known_dh_params(
    res: gnutls_psk_server_credentials_t,
    _sec_param: gnutls_sec_param_t,
) -> c_int {
    guard::or(GNUTLS_E_INTERNAL_ERROR, || if res.is_null() { GNUTLS_E_INVALID_REQUEST } else { 0 })
}
