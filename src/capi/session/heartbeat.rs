//! Heartbeats (RFC 6520): none are sent or answered over TLS, as in GnuTLS 3.8.13 of Debian. A stream has no need of them.
use crate::abi::*;
use crate::capi::ffi::guard;
use crate::capi::object::session::get_session;
use crate::error::err;

/// Asks for heartbeats, which a session over TLS does not have.
///
/// Nothing is offered to the peer, and `gnutls_heartbeat_allowed` says so.
///
/// - `session`: not used
/// - `type_`: not used
///
/// Since 3.1.2. RFC 6520. Manual: `gnutls_heartbeat_enable`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_heartbeat_enable(_session: gnutls_session_t, _type_: c_uint) {}

/// Tells whether heartbeats may be sent: they may not.
///
/// - `session`: not used
/// - `type_`: not used
///
/// Returns 0.
///
/// Since 3.1.2. RFC 6520. Manual: `gnutls_heartbeat_allowed`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_heartbeat_allowed(_session: gnutls_session_t, _type_: c_uint) -> c_uint {
    0
}

/// Would send a heartbeat request; a session over TLS has none.
///
/// - `session`: a session
/// - `data_size`: not used
/// - `max_tries`: not used
/// - `flags`: not used
///
/// Returns `GNUTLS_E_INVALID_REQUEST`: heartbeats were not negotiated.
///
/// Since 3.1.2. RFC 6520. Manual: `gnutls_heartbeat_ping`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_heartbeat_ping(
    session: gnutls_session_t,
    _data_size: usize,
    _max_tries: c_uint,
    _flags: c_uint,
) -> c_int {
    guard::unit(|| {
        // SAFETY: `session` is NULL or a live handle (the caller).
        unsafe { get_session(session) }?;
        err(GNUTLS_E_INVALID_REQUEST)
    })
}

/// Would answer a heartbeat request, of which none comes.
///
/// - `session`: a session
/// - `flags`: not used
///
/// Returns `GNUTLS_E_INVALID_REQUEST`: there is no request to answer.
///
/// Since 3.1.2. RFC 6520. Manual: `gnutls_heartbeat_pong`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_heartbeat_pong(session: gnutls_session_t, _flags: c_uint) -> c_int {
    guard::unit(|| {
        // SAFETY: `session` is NULL or a live handle (the caller).
        unsafe { get_session(session) }?;
        err(GNUTLS_E_INVALID_REQUEST)
    })
}

/// Would set the times of heartbeat requests, of which none are sent.
///
/// - `session`: not used
/// - `retrans_timeout`: not used
/// - `total_timeout`: not used
///
/// Since 3.1.2. RFC 6520. Manual: `gnutls_heartbeat_set_timeouts`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_heartbeat_set_timeouts(
    _session: gnutls_session_t,
    _retrans_timeout: c_uint,
    _total_timeout: c_uint,
) {
}

/// Tells how long to wait until a heartbeat request is due to be sent again: none is.
///
/// - `session`: not used
///
/// Returns 0.
///
/// Since 3.1.2. RFC 6520. Manual: `gnutls_heartbeat_get_timeout`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_heartbeat_get_timeout(_session: gnutls_session_t) -> c_uint {
    0
}
