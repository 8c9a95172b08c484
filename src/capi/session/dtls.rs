//! Datagrams: their size, the times of a handshake over them, and the cookies of clients.
use crate::abi::*;
use crate::capi::ffi::guard;
use crate::capi::ffi::memory::{datum_bytes, slice};
use crate::capi::object::session::get_session;
use crate::error::{Error, Result, err};
use crate::handshake::cookie::{self, Numbers};

/// Sets the size of the largest datagram that a session sends.
///
/// It is that of the transport without the headers of IP and UDP: of Ethernet's 1,500 bytes 1,472 are left over IPv4,
/// and 1,452 over IPv6. The messages of a handshake are split to fit; data that does not fit is refused with
/// `GNUTLS_E_LARGE_PACKET`, and so is a handshake if a datagram has no room for one byte of a message. The default is
/// 1,200 bytes. It may be changed at any time, also between two calls of
/// `gnutls_handshake`, of which the first failed with `GNUTLS_E_LARGE_PACKET`.
///
/// - `session`: a session of DTLS; NULL is ignored
/// - `mtu`: bytes; at most what the largest record needs, 18,445, counts
///
/// Since 3.0. RFC 6347 section 4.1.1. Manual: `gnutls_dtls_set_mtu`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_dtls_set_mtu(session: gnutls_session_t, mtu: c_uint) {
    guard::or((), || {
        // SAFETY: `session` is NULL or a live handle.
        if let Ok(h) = unsafe { get_session(session) } {
            h.session.set_mtu(mtu);
        }
    });
}

/// Returns the size of the largest datagram, as `gnutls_dtls_set_mtu` has set it.
///
/// `gnutls_dtls_get_data_mtu` says how much data fits.
///
/// - `session`: a session; NULL gives 0
///
/// Returns bytes; 0 for a session over a stream.
///
/// Since 3.0. Manual: `gnutls_dtls_get_mtu`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_dtls_get_mtu(session: gnutls_session_t) -> c_uint {
    guard::or(0, || {
        // SAFETY: `session` is NULL or a live handle.
        unsafe { get_session(session) }
            .map_or(0, |h| if h.session.is_datagram() { h.session.mtu() } else { 0 })
    })
}

/// Sets the most data that `gnutls_record_send` takes, instead of the size of the datagram.
///
/// The datagram's size becomes what this data needs with the current keys. Other keys need more or less, so call it
/// again after a handshake.
///
/// - `session`: a session of DTLS after its handshake
/// - `mtu`: bytes of data
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_INVALID_SESSION`: the handshake is not complete, or the session is over a stream
/// - `GNUTLS_E_INVALID_REQUEST`: `session` is NULL
///
/// Since 3.1. Manual: `gnutls_dtls_set_data_mtu`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_dtls_set_data_mtu(session: gnutls_session_t, mtu: c_uint) -> c_int {
    guard::unit(|| {
        // SAFETY: `session` is NULL or a live handle.
        let h = unsafe { get_session(session) }?;
        if !h.session.is_datagram() || !h.session.is_open() {
            return err(GNUTLS_E_INVALID_SESSION);
        }
        h.session.set_data_mtu(mtu)
    })
}

/// Returns the most data that fits into a datagram.
///
/// It depends on the keys: before a handshake it is more than after it. With a block cipher it is the most that fits
/// with the shortest padding. A connection ID that the peer asks for counts; in DTLS 1.3 the peer may ask for a longer one later.
///
/// - `session`: a session; NULL gives 0
///
/// Returns bytes; 0 if the datagram has no room for data, and for a session over a stream.
///
/// Since 3.0. Manual: `gnutls_dtls_get_data_mtu`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_dtls_get_data_mtu(session: gnutls_session_t) -> c_uint {
    guard::or(0, || {
        // SAFETY: `session` is NULL or a live handle.
        let Ok(h) = (unsafe { get_session(session) }) else { return 0 };
        if h.session.is_datagram() { h.session.data_mtu() as c_uint } else { 0 }
    })
}

/// Sets the times of a handshake over datagrams.
///
/// What was sent last is sent again when no answer came within the first time, and then each time after twice as long,
/// up to a minute. A first time that is longer than the second one disables that. The defaults are those of the RFC.
///
/// - `session`: a session of DTLS; NULL is ignored
/// - `retrans_timeout`: milliseconds until the first retransmission; 1,000 by default
/// - `total_timeout`: milliseconds after which `gnutls_handshake` fails with `GNUTLS_E_TIMEDOUT`; 60,000 by default
///
/// Since 3.0. RFC 6347 section 4.2.4.1. Manual: `gnutls_dtls_set_timeouts`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_dtls_set_timeouts(
    session: gnutls_session_t,
    retrans_timeout: c_uint,
    total_timeout: c_uint,
) {
    guard::or((), || {
        // SAFETY: `session` is NULL or a live handle.
        if let Ok(h) = unsafe { get_session(session) } {
            h.session.set_timeouts(retrans_timeout, total_timeout);
        }
    });
}

/// Tells when `gnutls_handshake` has to be called although nothing was received.
///
/// A session with `GNUTLS_NONBLOCK` does not wait by itself: the application waits for a datagram at most this long,
/// and then calls `gnutls_handshake`, which sends again what was not answered.
///
/// - `session`: a session; NULL gives 0
///
/// Returns milliseconds; 0 if it is time, or nothing was sent. After the handshake it is the rest of the time of the last
/// flight, and nothing is to be done for it.
///
/// Since 3.0. RFC 6347 section 4.2.4. Manual: `gnutls_dtls_get_timeout`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_dtls_get_timeout(session: gnutls_session_t) -> c_uint {
    guard::or(0, || {
        // SAFETY: `session` is NULL or a live handle.
        let left = unsafe { get_session(session) }.map_or(0, |h| h.session.retransmit_left());
        c_uint::try_from(left).unwrap_or(c_uint::MAX)
    })
}

/// Returns how many records a session of DTLS has discarded.
///
/// They are those that could not be decrypted, had been received before, or were of no use, as RFC 6347 section 4.1.2.7
/// wants it: anybody can send them.
///
/// - `session`: a session; NULL gives 0
///
/// Returns the number since the session was made; 0 for a session over a stream.
///
/// Since 3.0. RFC 6347 section 4.1.2.7. Manual: `gnutls_record_get_discarded`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_record_get_discarded(session: gnutls_session_t) -> c_uint {
    guard::or(0, || {
        // SAFETY: `session` is NULL or a live handle.
        unsafe { get_session(session) }.map_or(0, |h| h.session.discarded())
    })
}

/// The key of the cookies, which may not be empty.
///
/// # Safety
/// `key` is NULL or a valid datum.
unsafe fn cookie_key<'a>(key: *const gnutls_datum_t) -> Result<&'a [u8]> {
    // SAFETY: `key` is NULL or a valid datum.
    let bytes = unsafe { datum_bytes(key) };
    bytes.filter(|k| !k.is_empty()).ok_or(Error::new(GNUTLS_E_INVALID_REQUEST))
}

/// Asks a client to show that it receives what is sent to its address, before there is a session.
///
/// A server calls it for the first datagram of an address, with which `gnutls_dtls_cookie_verify` has failed. It sends a
/// HelloVerifyRequest with a cookie, which is a MAC of `client_data`, so nothing has to be kept meanwhile. The answer is
/// smaller than the ClientHello, so it cannot be used to amplify an attack.
///
/// - `key`: a random key, from `gnutls_key_generate` with `GNUTLS_COOKIE_KEY_SIZE`; the same for all clients
/// - `client_data`: what identifies the client, as its address; NULL if `client_data_size` is 0
/// - `client_data_size`: bytes of it
/// - `prestate`: as `gnutls_dtls_cookie_verify` left it, or all zeros: the numbers of the record and of the message
/// - `ptr`: what `push_func` gets
/// - `push_func`: sends the datagram, as the function of `gnutls_transport_set_push_function` does
///
/// Returns the number of bytes sent, or a negative error code:
/// - `GNUTLS_E_INVALID_REQUEST`: `key` is NULL or empty, or another pointer is NULL
/// - `GNUTLS_E_PUSH_ERROR`: `push_func` failed
///
/// It may be called from any thread. Since 3.0. RFC 6347 section 4.2.1. Manual: `gnutls_dtls_cookie_send`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_dtls_cookie_send(
    key: *mut gnutls_datum_t,
    client_data: *mut c_void,
    client_data_size: usize,
    prestate: *mut gnutls_dtls_prestate_st,
    ptr: gnutls_transport_ptr_t,
    push_func: gnutls_push_func,
) -> c_int {
    guard::code(|| {
        // SAFETY: the pointers are NULL or valid, `client_data` for its size (the caller).
        let (key, client, prestate) =
            unsafe { (cookie_key(key)?, slice(client_data, client_data_size), prestate.as_ref()) };
        let (Some(prestate), Some(push)) = (prestate, push_func) else {
            return err(GNUTLS_E_INVALID_REQUEST);
        };
        let numbers = Numbers { record: prestate.record_seq.into(), message: prestate.hsk_write_seq as u16 };
        let datagram = cookie::hello_verify_request(key, client, numbers)?;
        // SAFETY: the application's own function; it reads `datagram` and nothing else.
        match unsafe { push(ptr, datagram.as_ptr().cast(), datagram.len()) } {
            n if n < 0 => err(GNUTLS_E_PUSH_ERROR),
            n => Ok(n as c_int),
        }
    })
}

/// Tells whether a datagram is a ClientHello with the cookie of this client.
///
/// If so, a session is made for the client: `gnutls_dtls_prestate_set` passes `prestate` on to it, and the same datagram
/// is the first that its pull function returns. If not, `gnutls_dtls_cookie_send` asks for the cookie.
///
/// - `key`: the key of `gnutls_dtls_cookie_send`
/// - `client_data`: what identifies the client, as there
/// - `client_data_size`: bytes of it
/// - `msg`: the datagram
/// - `msg_size`: bytes of it
/// - `prestate`: takes the numbers of the record and of the message
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_BAD_COOKIE`: there is no cookie, or it is another client's
/// - `GNUTLS_E_UNEXPECTED_PACKET_LENGTH`: the datagram ends before the cookie
/// - `GNUTLS_E_UNEXPECTED_PACKET`: it is no ClientHello
/// - `GNUTLS_E_INVALID_REQUEST`: `key` is NULL or empty, or another pointer is NULL
///
/// It may be called from any thread. Since 3.0. RFC 6347 section 4.2.1. Manual: `gnutls_dtls_cookie_verify`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_dtls_cookie_verify(
    key: *mut gnutls_datum_t,
    client_data: *mut c_void,
    client_data_size: usize,
    msg: *mut c_void,
    msg_size: usize,
    prestate: *mut gnutls_dtls_prestate_st,
) -> c_int {
    guard::unit(|| {
        // SAFETY: the pointers are NULL or valid, `client_data` and `msg` for their sizes (the caller).
        let (key, client, datagram) =
            unsafe { (cookie_key(key)?, slice(client_data, client_data_size), slice(msg, msg_size)) };
        let numbers = cookie::verify(key, client, datagram)?;
        // SAFETY: `prestate` is NULL or valid for a write (the caller).
        let Some(prestate) = (unsafe { prestate.as_mut() }) else { return err(GNUTLS_E_INVALID_REQUEST) };
        *prestate = gnutls_dtls_prestate_st {
            record_seq: numbers.record as c_uint,
            hsk_read_seq: numbers.message.into(),
            hsk_write_seq: 0,
        };
        Ok(())
    })
}

/// Lets a session go on where the exchange of a cookie ended.
///
/// Its first message has the number after that of the HelloVerifyRequest, and it expects the client's with the number
/// of the ClientHello that showed the cookie. Once a handshake has begun it changes nothing.
///
/// - `session`: a server's session of DTLS; NULL is ignored
/// - `prestate`: what `gnutls_dtls_cookie_verify` has written; NULL is ignored
///
/// Since 3.0. RFC 6347 section 4.2.1. Manual: `gnutls_dtls_prestate_set`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_dtls_prestate_set(
    session: gnutls_session_t,
    prestate: *mut gnutls_dtls_prestate_st,
) {
    guard::or((), || {
        // SAFETY: `session` is NULL or a live handle, `prestate` NULL or valid.
        let (Ok(h), Some(p)) = (unsafe { get_session(session) }, unsafe { prestate.as_ref() }) else {
            return;
        };
        if h.session.is_datagram() {
            h.session.set_prestate(
                p.record_seq,
                p.hsk_read_seq as u16,
                (p.hsk_write_seq as u16).wrapping_add(1),
            );
        }
    });
}
