//! Heartbeats (RFC 6520) over datagrams. None are sent or answered over TLS, as in GnuTLS 3.8.13 of Debian: a stream has no need
//! of them.
use crate::abi::*;
use crate::capi::ffi::guard;
use crate::capi::object::session::get_session;
use crate::handshake::config::HeartbeatMode;

/// Lets heartbeats be negotiated, with which one side asks the other whether it is there.
///
/// Nothing is offered without it. It is called before the handshake; a server answers what a client offers, if it has called
/// it too. Only sessions of DTLS have heartbeats: on others nothing happens.
///
/// With `GNUTLS_HB_PEER_ALLOWED_TO_SEND` the peer may send requests, which `gnutls_record_recv` reports and
/// `gnutls_heartbeat_pong` answers. Without that flag, as with `GNUTLS_HB_LOCAL_ALLOWED_TO_SEND` alone, it
/// may not. Whether we may send requests is what the peer says.
///
/// - `session`: a session before its handshake; NULL is ignored
/// - `type_`: a combination of the flags `GNUTLS_HB_*`
///
/// Since 3.1.2. RFC 6520 section 2. Manual: `gnutls_heartbeat_enable`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_heartbeat_enable(session: gnutls_session_t, type_: c_uint) {
    guard::or((), || {
        // SAFETY: `session` is NULL or a live handle (the caller).
        let Ok(h) = (unsafe { get_session(session) }) else { return };
        h.session.enable_heartbeats(match type_ & GNUTLS_HB_PEER_ALLOWED_TO_SEND {
            0 => HeartbeatMode::PeerNotAllowedToSend,
            _ => HeartbeatMode::PeerAllowedToSend,
        });
    });
}

/// Tells whether heartbeats may be sent.
///
/// - `session`: a session; NULL gives 0
/// - `type_`: `GNUTLS_HB_LOCAL_ALLOWED_TO_SEND` asks whether the peer answers our requests, which is known after the
///   handshake; any other value whether the peer may send requests, as `gnutls_heartbeat_enable` has set it
///
/// Returns 1 if so, else 0.
///
/// Since 3.1.2. RFC 6520 section 2. Manual: `gnutls_heartbeat_allowed`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_heartbeat_allowed(session: gnutls_session_t, type_: c_uint) -> c_uint {
    guard::or(0, || {
        // SAFETY: `session` is NULL or a live handle (the caller).
        let Ok(h) = (unsafe { get_session(session) }) else { return 0 };
        match type_ {
            GNUTLS_HB_LOCAL_ALLOWED_TO_SEND => h.session.may_send_heartbeats().into(),
            _ => h.session.lets_peer_send_heartbeats().into(),
        }
    })
}

/// Sends a heartbeat request, and waits for its answer if that is wanted.
///
/// The record has the larger of `data_size` and 16 bytes, and 3 more: random payload and 16 bytes of padding. So a
/// request that is answered shows how large a datagram may be: `gnutls_dtls_set_mtu` sets the size, and if a request that
/// fills it is not answered, a smaller one is tried.
///
/// Without `GNUTLS_HEARTBEAT_WAIT` each call sends another request; `gnutls_record_recv` returns
/// `GNUTLS_E_HEARTBEAT_PONG_RECEIVED` when the last one is answered. With it the request is sent again, each time after
/// twice as long, until the answer comes. Data that comes meanwhile stays pending. A session with `GNUTLS_NONBLOCK` returns
/// `GNUTLS_E_AGAIN` instead of waiting: the application waits for a datagram, at most as long as
/// `gnutls_heartbeat_get_timeout` says, and repeats the call.
///
/// - `session`: a session after its handshake
/// - `data_size`: bytes of payload and padding, at most 16,384
/// - `max_tries`: how often the request is sent with `GNUTLS_HEARTBEAT_WAIT`; 0 for any number within the time
/// - `flags`: 0 or `GNUTLS_HEARTBEAT_WAIT`
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_INVALID_REQUEST`: the peer does not answer heartbeats, or `session` is NULL
/// - `GNUTLS_E_LARGE_PACKET`: the request does not fit into a datagram
/// - `GNUTLS_E_UNEXPECTED_PACKET_LENGTH`: `data_size` is larger than a record
/// - `GNUTLS_E_TIMEDOUT`: there was no answer
/// - `GNUTLS_E_HEARTBEAT_PING_RECEIVED`: the peer sent a request meanwhile; the call can be repeated
/// - `GNUTLS_E_SESSION_EOF`: the peer closed the connection meanwhile
///
/// Since 3.1.2. RFC 6520 sections 4 and 5. Manual: `gnutls_heartbeat_ping`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_heartbeat_ping(
    session: gnutls_session_t,
    data_size: usize,
    max_tries: c_uint,
    flags: c_uint,
) -> c_int {
    guard::unit(|| {
        // SAFETY: `session` is NULL or a live handle (the caller).
        let h = unsafe { get_session(session) }?;
        h.session.ping(data_size, max_tries, flags & GNUTLS_HEARTBEAT_WAIT != 0)
    })
}

/// Answers the last heartbeat request of the peer.
///
/// It is called when another function has returned `GNUTLS_E_HEARTBEAT_PING_RECEIVED`. A request is answered once, with
/// its payload and 16 bytes of padding.
///
/// - `session`: a session
/// - `flags`: not used
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_INVALID_REQUEST`: there is no request to answer, or `session` is NULL
/// - `GNUTLS_E_LARGE_PACKET`: the answer does not fit into a datagram
///
/// Since 3.1.2. RFC 6520 section 4. Manual: `gnutls_heartbeat_pong`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_heartbeat_pong(session: gnutls_session_t, _flags: c_uint) -> c_int {
    guard::unit(|| {
        // SAFETY: `session` is NULL or a live handle (the caller).
        unsafe { get_session(session) }?.session.pong()
    })
}

/// Sets the times of heartbeat requests.
///
/// - `session`: a session; NULL is ignored
/// - `retrans_timeout`: milliseconds until a request is sent again; 1,000 by default
/// - `total_timeout`: milliseconds after which `gnutls_heartbeat_ping` fails with `GNUTLS_E_TIMEDOUT`; 60,000 by default
///
/// Since 3.1.2. RFC 6520. Manual: `gnutls_heartbeat_set_timeouts`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_heartbeat_set_timeouts(
    session: gnutls_session_t,
    retrans_timeout: c_uint,
    total_timeout: c_uint,
) {
    guard::or((), || {
        // SAFETY: `session` is NULL or a live handle (the caller).
        if let Ok(h) = unsafe { get_session(session) } {
            h.session.set_heartbeat_timeouts(retrans_timeout, total_timeout);
        }
    });
}

/// Tells how long to wait until a heartbeat request has to be sent again.
///
/// - `session`: a session; NULL gives 0
///
/// Returns milliseconds; 0 if it is time, or no request was sent. The time of a request goes on when it is answered.
///
/// Since 3.1.2. RFC 6520. Manual: `gnutls_heartbeat_get_timeout`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_heartbeat_get_timeout(session: gnutls_session_t) -> c_uint {
    guard::or(0, || {
        // SAFETY: `session` is NULL or a live handle (the caller).
        let left = unsafe { get_session(session) }.map_or(0, |h| h.session.heartbeat_left());
        c_uint::try_from(left).unwrap_or(c_uint::MAX)
    })
}
