//! Application data: sending, receiving, corking, limits and the state of the record layer.
use core::ptr;

use crate::abi::*;
use crate::alg::suites::record_overhead;
use crate::alg::{Cipher, Mac, Version};
use crate::capi::ffi::memory::{borrowed_datum, slice, slice_mut, write_out};
use crate::capi::ffi::opaque::Opaque;
use crate::capi::ffi::{guard, opaque};
use crate::capi::object::session::{SessionObject, get_session};
use crate::error::{Result, err};
use crate::session::MAX_PLAINTEXT;
use crate::session::recv::Packet;

// SAFETY: all packets are created by `gnutls_record_recv_packet`.
unsafe impl Opaque for mbuffer_st {
    type Object = Packet;
}

/// Ends the connection in an orderly way by sending a close_notify alert.
///
/// With `GNUTLS_SHUT_WR` the call returns once the alert is with the transport; data of the peer can
/// still be received. With `GNUTLS_SHUT_RDWR` it also waits for the peer's close_notify, after which
/// the transport can serve another protocol. Application data that arrives while it waits can be
/// received later; past 64 KiB it is dropped, and `gnutls_record_recv` then fails.
///
/// - `session`: a session
/// - `how`: `GNUTLS_SHUT_RDWR` or `GNUTLS_SHUT_WR`
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_AGAIN`, `GNUTLS_E_INTERRUPTED`: the transport would block; call again with the same
///   arguments
/// - `GNUTLS_E_WARNING_ALERT_RECEIVED`: instead of its close_notify the peer has sent a warning, which
///   `gnutls_alert_get` tells; call again to go on waiting
/// - `GNUTLS_E_PREMATURE_TERMINATION`: the stream ended without the peer's close_notify, or the peer
///   reset the connection
/// - `GNUTLS_E_PUSH_ERROR`, `GNUTLS_E_PULL_ERROR`: the transport failed
/// - `GNUTLS_E_INVALID_SESSION`: the peer is to be waited for, but the session has failed
/// - `GNUTLS_E_FATAL_ALERT_RECEIVED`, `GNUTLS_E_DECRYPTION_FAILED`, `GNUTLS_E_UNEXPECTED_PACKET` and
///   others: what the peer sent instead
/// - `GNUTLS_E_INVALID_REQUEST`: `session` is NULL
///
/// RFC 8446 section 6.1. Manual: `gnutls_bye`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_bye(session: gnutls_session_t, how: gnutls_close_request_t) -> c_int {
    // SAFETY: `session` is NULL or a live handle.
    guard::unit(|| unsafe { get_session(session) }?.session.bye(how == GNUTLS_SHUT_RDWR))
}

/// Sends application data: at most what one record carries.
///
/// The data are encrypted into a buffer of the session before the transport sees them, so that `data`
/// may change after the call. After `gnutls_record_cork` they are only collected, whatever their
/// length. A KeyUpdate that is due goes out first.
///
/// - `session`: a session whose handshake is complete
/// - `data`: the bytes to send; NULL with a `data_size` of 0 finishes a call that would have blocked
/// - `data_size`: the number of bytes in `data`
///
/// Returns the number of bytes sent, which may be less than `data_size`, or a negative error code:
/// - `GNUTLS_E_AGAIN`, `GNUTLS_E_INTERRUPTED`: the transport takes no more yet; call again with the
///   same arguments, or with NULL and 0
/// - `GNUTLS_E_INVALID_REQUEST`: `session` is NULL, `data` is NULL with a length, or there is nothing
///   to send
/// - `GNUTLS_E_UNAVAILABLE_DURING_HANDSHAKE`: the first handshake is not complete
/// - `GNUTLS_E_INVALID_SESSION`: the session has failed, or `gnutls_bye` has ended it
/// - `GNUTLS_E_PUSH_ERROR`, `GNUTLS_E_PREMATURE_TERMINATION`: the transport failed, or the peer reset
///   the connection
/// - `GNUTLS_E_RECORD_LIMIT_REACHED`: all sequence numbers of this direction are used
///
/// One thread may send while another one receives on the same session.
///
/// RFC 8446 section 5.1. Manual: `gnutls_record_send`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_record_send(
    session: gnutls_session_t,
    data: *const c_void,
    data_size: usize,
) -> isize {
    // SAFETY: `session` is NULL or a live handle; `data` is NULL or has `data_size` bytes (the caller).
    guard::size(|| unsafe { send(session, data, data_size, 0) })
}

/// Sends application data with padding that hides their length; padding exists in TLS 1.3 alone.
///
/// It works as `gnutls_record_send` does, also after a call that would have blocked. Data and padding
/// share one record: their sum is bounded by the largest record that the peer takes. With a `data_size`
/// of 0 a record of padding alone is sent, and the call returns 0.
///
/// - `session`: a session whose handshake is complete
/// - `data`: the bytes to send; NULL if `data_size` is 0
/// - `data_size`: the number of bytes in `data`
/// - `pad`: the number of bytes of padding; 0 makes the call `gnutls_record_send`
/// - `flags`: not used; pass 0
///
/// Returns the number of bytes of data sent, or a negative error code:
/// - `GNUTLS_E_AGAIN`, `GNUTLS_E_INTERRUPTED`: the transport takes no more yet; call again with the
///   same arguments
/// - `GNUTLS_E_INVALID_REQUEST`: `session` is NULL, `data` is NULL with a length, there is padding
///   below TLS 1.3 or it leaves no space for data
/// - `GNUTLS_E_UNAVAILABLE_DURING_HANDSHAKE`: the first handshake is not complete
/// - `GNUTLS_E_INVALID_SESSION`: the session has failed, or `gnutls_bye` has ended it
/// - `GNUTLS_E_PUSH_ERROR`, `GNUTLS_E_PREMATURE_TERMINATION`: the transport failed, or the peer reset
///   the connection
///
/// Since 3.6.3. RFC 8446 section 5.4. Manual: `gnutls_record_send2`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_record_send2(
    session: gnutls_session_t,
    data: *const c_void,
    data_size: usize,
    pad: usize,
    _flags: c_uint,
) -> isize {
    // SAFETY: `session` is NULL or a live handle; `data` is NULL or has `data_size` bytes (the caller).
    guard::size(|| unsafe { send(session, data, data_size, pad) })
}

/// # Safety
/// `data` is NULL or has `size` readable bytes.
unsafe fn send(session: gnutls_session_t, data: *const c_void, size: usize, pad: usize) -> Result<usize> {
    if data.is_null() && size != 0 {
        return err(GNUTLS_E_INVALID_REQUEST);
    }
    // SAFETY: `session` is NULL or a live handle; `data` is NULL or has as many bytes as its length says.
    let (h, data) = unsafe { (get_session(session)?, slice(data, size)) };
    // Padding of block ciphers is for ranges alone, whose records it can fill.
    if pad > 0 && h.session.is_open() && !h.session.parameters(|p| p.is_tls13()) {
        return err(GNUTLS_E_INVALID_REQUEST);
    }
    h.session.send(data, pad)
}

/// Receives application data: at most what one record carries.
///
/// Data of a record that do not fit stay pending; `gnutls_record_check_pending` tells how many bytes.
/// Exactly one record is read from the transport. Post-handshake messages are handled here, so that the
/// call may write, and may run the callbacks of the handshake.
///
/// - `session`: a session whose handshake is complete
/// - `data`: takes the bytes received
/// - `data_size`: the capacity of `data` in bytes; not 0
///
/// Returns the number of bytes received, 0 after the peer's close_notify, or a negative error code:
/// - `GNUTLS_E_AGAIN`, `GNUTLS_E_INTERRUPTED`: nothing is there yet, or what came carried no data; call
///   again
/// - `GNUTLS_E_REHANDSHAKE`: the peer asks for a new handshake; call `gnutls_handshake`, or refuse with
///   an alert
/// - `GNUTLS_E_REAUTH_REQUEST`: the server asks for a certificate; call `gnutls_reauth`
/// - `GNUTLS_E_WARNING_ALERT_RECEIVED`, `GNUTLS_E_FATAL_ALERT_RECEIVED`: an alert came, which
///   `gnutls_alert_get` tells
/// - `GNUTLS_E_TIMEDOUT`: nothing came in the time of `gnutls_record_set_timeout`
/// - `GNUTLS_E_PREMATURE_TERMINATION`: the stream ended without close_notify; data may have been cut
///   off
/// - `GNUTLS_E_PULL_ERROR`: the transport failed
/// - `GNUTLS_E_DECRYPTION_FAILED`, `GNUTLS_E_RECORD_OVERFLOW`, `GNUTLS_E_UNEXPECTED_PACKET`,
///   `GNUTLS_E_UNEXPECTED_PACKET_LENGTH`, `GNUTLS_E_UNSUPPORTED_VERSION_PACKET`: what came is not valid
/// - `GNUTLS_E_TOO_MANY_EMPTY_PACKETS`, `GNUTLS_E_TOO_MANY_HANDSHAKE_PACKETS`: the peer floods the
///   session with records without data
/// - `GNUTLS_E_UNAVAILABLE_DURING_HANDSHAKE`: the first handshake is not complete
/// - `GNUTLS_E_INVALID_SESSION`: an earlier call failed, or `gnutls_bye` dropped data
/// - `GNUTLS_E_INVALID_REQUEST`: `session` or `data` is NULL, or `data_size` is 0
///
/// A failed transport, a fatal alert and what the peer must not send end the session. With
/// `GNUTLS_ENABLE_FALSE_START`, `GNUTLS_ENABLE_EARLY_START` and `GNUTLS_AUTO_REAUTH` of `gnutls_init`
/// there are also the codes of `gnutls_handshake`. One thread may receive while another one sends on
/// the same session.
///
/// RFC 8446 section 5.1. Manual: `gnutls_record_recv`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_record_recv(
    session: gnutls_session_t,
    data: *mut c_void,
    data_size: usize,
) -> isize {
    // SAFETY: `session` is NULL or a live handle; `data` is NULL or has `data_size` writable bytes (the
    // caller).
    guard::size(|| unsafe { recv(session, data, data_size) }.map(|(n, _)| n))
}

/// # Safety
/// `data` is NULL or has `size` writable bytes.
unsafe fn recv(session: gnutls_session_t, data: *mut c_void, size: usize) -> Result<(usize, u64)> {
    // SAFETY: `session` is NULL or a live handle.
    let h = unsafe { get_session(session) }?;
    if data.is_null() || size == 0 {
        return err(GNUTLS_E_INVALID_REQUEST);
    }
    // A receive returns at most one record, so larger sizes are clamped, even those that no buffer can have.
    // SAFETY: `data` has `size` writable bytes (the caller), of which at most a record's are used.
    h.session.recv(unsafe { slice_mut(data, size.min(MAX_PLAINTEXT)) })
}

/// Receives application data as `gnutls_record_recv` does, and tells the sequence number of the record
/// that carried them.
///
/// Every byte of one record has the same number, so that several calls may give it. Records of
/// handshake messages and alerts count too: numbers of data are ascending, but may have gaps.
///
/// - `session`: a session whose handshake is complete
/// - `data`: takes the bytes received
/// - `data_size`: the capacity of `data` in bytes; not 0
/// - `seq`: takes 8 bytes, the number in big-endian order; NULL if it is not wanted
///
/// Returns the number of bytes received, 0 after the peer's close_notify with a number of 0, or a
/// negative error code, with which `seq` is not written: those of `gnutls_record_recv`.
///
/// Since 3.0. Manual: `gnutls_record_recv_seq`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_record_recv_seq(
    session: gnutls_session_t,
    data: *mut c_void,
    data_size: usize,
    seq: *mut c_uchar,
) -> isize {
    guard::size(|| {
        // SAFETY: `session` is NULL or a live handle; `data` is NULL or has `data_size` writable bytes (the
        // caller).
        let (n, sequence) = unsafe { recv(session, data, data_size) }?;
        // SAFETY: NULL or 8 writable bytes.
        unsafe { write_out(seq.cast::<[u8; 8]>(), sequence.to_be_bytes()) };
        Ok(n)
    })
}

/// Receives what one record carries as an object of the library, without a buffer of the application's.
///
/// If part of the record was already received by `gnutls_record_recv`, the packet has the rest. The
/// caller reads it with `gnutls_packet_get` and frees it with `gnutls_packet_deinit`; it may outlive
/// the session.
///
/// - `session`: a session whose handshake is complete
/// - `packet`: takes the packet; NULL is written at the end of the connection and on error
///
/// Returns the number of bytes in the packet, 0 after the peer's close_notify, or a negative error
/// code: those of `gnutls_record_recv`; `GNUTLS_E_INVALID_REQUEST` if `session` or `packet` is NULL.
///
/// Since 3.3.5. Manual: `gnutls_record_recv_packet`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_record_recv_packet(
    session: gnutls_session_t,
    packet: *mut gnutls_packet_t,
) -> isize {
    guard::size(|| {
        // SAFETY: `session` is NULL or a live handle.
        let h = unsafe { get_session(session) }?;
        if packet.is_null() {
            return err(GNUTLS_E_INVALID_REQUEST);
        }
        // SAFETY: `packet` is not NULL, and valid for a write (the caller).
        unsafe { packet.write(ptr::null_mut()) };
        match h.session.recv_packet()? {
            Some(received) => {
                let n = received.data.len();
                // SAFETY: `packet` is not NULL, and valid for a write (the caller).
                unsafe { opaque::give(packet, received) }?;
                Ok(n)
            }
            None => Ok(0),
        }
    })
}

/// Tells the data of a received packet and the sequence number of its record.
///
/// The bytes are those of the packet itself: they stay valid until `gnutls_packet_deinit`, and are not
/// to be freed by the caller. A NULL packet gives NULL, a size of 0 and the number 0.
///
/// - `packet`: a packet of `gnutls_record_recv_packet`, or NULL
/// - `data`: takes a pointer to the bytes and their number; NULL if it is not wanted
/// - `sequence`: takes 8 bytes, the number in big-endian order; NULL if it is not wanted
///
/// Since 3.3.5. Manual: `gnutls_packet_get`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_packet_get(
    packet: gnutls_packet_t,
    data: *mut gnutls_datum_t,
    sequence: *mut c_uchar,
) {
    guard::or((), || {
        // SAFETY: NULL or from `gnutls_record_recv_packet`.
        let (datum, number) = match unsafe { opaque::get(packet) } {
            Ok(p) => (borrowed_datum(&p.data), p.sequence),
            Err(_) => (gnutls_datum_t { data: ptr::null_mut(), size: 0 }, 0),
        };
        // SAFETY: each NULL or valid.
        unsafe {
            write_out(data, datum);
            write_out(sequence.cast::<[u8; 8]>(), number.to_be_bytes());
        }
    });
}

/// Frees a packet together with the data that `gnutls_packet_get` has pointed to.
///
/// Packets are independent of the session that received them: each is freed once, before or after
/// `gnutls_deinit`.
///
/// - `packet`: a packet of `gnutls_record_recv_packet`, not to be used afterwards; NULL is ignored
///
/// Since 3.3.5. Manual: `gnutls_packet_deinit`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_packet_deinit(packet: gnutls_packet_t) {
    // SAFETY: NULL or from `gnutls_record_recv_packet`, not used after this call.
    guard::or((), || drop(unsafe { opaque::take(packet) }))
}

/// Returns how many bytes of application data are decrypted and wait in the session.
///
/// A program that polls its descriptor must ask this first: the descriptor does not become readable for
/// data that the session has already read. While the result is not 0, `gnutls_record_recv` does not
/// read from the transport. Bytes of a record that has not wholly arrived do not count.
///
/// - `session`: a session; NULL counts as one without data
///
/// Returns the number of bytes, 0 if there are none or while another thread receives on the session.
///
/// Manual: `gnutls_record_check_pending`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_record_check_pending(session: gnutls_session_t) -> usize {
    // SAFETY: `session` is NULL or a live handle.
    guard::or(0, || unsafe { get_session(session) }.map_or(0, |h| h.session.pending()))
}

/// Makes the session collect what is sent, so that many small writes become full records.
///
/// From here on `gnutls_record_send` copies its data to memory and returns at once, without looking at
/// the transport. `gnutls_record_uncork` sends what was collected. A second call without an uncork
/// between changes nothing. Handshake messages and alerts are not held back.
///
/// - `session`: a session; NULL is ignored
///
/// While another thread sends on the session the call has no effect.
///
/// Since 3.1.9. Manual: `gnutls_record_cork`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_record_cork(session: gnutls_session_t) {
    guard::or((), || {
        // SAFETY: `session` is NULL or a live handle.
        if let Ok(h) = unsafe { get_session(session) } {
            h.session.cork();
        }
    })
}

/// Sends what was collected since `gnutls_record_cork`, in as few records as possible, and ends the
/// collecting.
///
/// If not everything could be sent, the session stays corked with the rest, which
/// `gnutls_record_check_corked` counts; call again to go on.
///
/// - `session`: a session
/// - `flags`: `GNUTLS_RECORD_WAIT` to repeat until all is sent, also where the transport would block;
///   or 0
///
/// Returns the number of bytes sent by this call, 0 if the session is not corked or nothing was
/// collected, or a negative error code:
/// - `GNUTLS_E_AGAIN`, `GNUTLS_E_INTERRUPTED`: nothing could be sent yet; not with
///   `GNUTLS_RECORD_WAIT`, which tries again without a pause
/// - `GNUTLS_E_UNAVAILABLE_DURING_HANDSHAKE`: the first handshake is not complete
/// - `GNUTLS_E_INVALID_SESSION`: the session has failed, or `gnutls_bye` has ended it
/// - `GNUTLS_E_PUSH_ERROR`, `GNUTLS_E_PREMATURE_TERMINATION`: the transport failed, or the peer reset
///   the connection
/// - `GNUTLS_E_RECORD_LIMIT_REACHED`: all sequence numbers of this direction are used
/// - `GNUTLS_E_INVALID_REQUEST`: `session` is NULL
///
/// Since 3.1.9. Manual: `gnutls_record_uncork`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_record_uncork(session: gnutls_session_t, flags: c_uint) -> c_int {
    guard::code(|| {
        // SAFETY: `session` is NULL or a live handle.
        let h = unsafe { get_session(session) }?;
        h.session.uncork(flags & GNUTLS_RECORD_WAIT != 0).map(|n| n.min(c_int::MAX as usize) as c_int)
    })
}

/// Returns how many bytes were collected since `gnutls_record_cork` and are not sent yet.
///
/// Bytes that `gnutls_record_uncork` has encrypted while the transport did not take them count as well.
///
/// - `session`: a session; NULL counts as one without data
///
/// Returns the number of bytes; 0 if the session is not corked, or while another thread sends on it.
///
/// Since 3.2.8. Manual: `gnutls_record_check_corked`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_record_check_corked(session: gnutls_session_t) -> usize {
    // SAFETY: `session` is NULL or a live handle.
    guard::or(0, || unsafe { get_session(session) }.map_or(0, |h| h.session.corked()))
}

/// Tells whether the last operation on the transport was a read or a write.
///
/// After `GNUTLS_E_AGAIN` or `GNUTLS_E_INTERRUPTED` of any function it says what to poll the descriptor
/// for before the call is repeated. A handshake reads and writes, and so may a receive: do not guess
/// the direction from the function.
///
/// - `session`: a session; NULL gives 0
///
/// Returns 1 for a write, 0 for a read.
///
/// If one thread sends while another one receives the answer is of either of them.
///
/// Manual: `gnutls_record_get_direction`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_record_get_direction(session: gnutls_session_t) -> c_int {
    guard::or(0, || {
        // SAFETY: `session` is NULL or a live handle.
        unsafe { get_session(session) }.map_or(0, |h| h.session.direction())
    })
}

/// Sets how long a receive waits for data, for transports that block.
///
/// When the time is over `gnutls_record_recv` returns `GNUTLS_E_TIMEDOUT`, and may be called again. The
/// session waits by the function of `gnutls_transport_set_pull_timeout_function`, by poll on a
/// descriptor; a pull function of the application's without one is called at once. With
/// `GNUTLS_NONBLOCK` the session never waits.
///
/// - `session`: a session; NULL is ignored
/// - `ms`: milliseconds; 0, the initial value, and `GNUTLS_INDEFINITE_TIMEOUT` set no limit
///
/// Since 3.1.7. Manual: `gnutls_record_set_timeout`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_record_set_timeout(session: gnutls_session_t, ms: c_uint) {
    guard::or((), || {
        // SAFETY: `session` is NULL or a live handle.
        if let Ok(h) = unsafe { get_session(session) } {
            h.session.set_record_timeout(ms);
        }
    });
}

/// Returns the largest plaintext of a record that the session receives.
///
/// It is what `gnutls_record_set_max_size` or `gnutls_record_set_max_recv_size` set before the last
/// handshake, or 16384. How much one call of
/// `gnutls_record_send` takes is also bounded by what the peer asked for.
///
/// - `session`: a session; NULL gives 0
///
/// Returns the size in bytes.
///
/// Manual: `gnutls_record_get_max_size`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_record_get_max_size(session: gnutls_session_t) -> usize {
    guard::or(0, || {
        // SAFETY: `session` is NULL or a live handle.
        let Ok(h) = (unsafe { get_session(session) }) else { return 0 };
        if h.session.is_open() { h.session.config().max_recv } else { MAX_PLAINTEXT }
    })
}

/// Sets the largest plaintext of a record, for sending and for receiving.
///
/// Sending obeys it at once. What is to be received is negotiated by the next handshake, as
/// record_size_limit or max_fragment_length; a peer that knows neither ignores it. To bound the
/// receiving direction alone use `gnutls_record_set_max_recv_size`.
///
/// - `session`: a session, not in a handshake
/// - `size`: the size in bytes, 512 to 16384
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_INVALID_REQUEST`: `session` is NULL, `size` is out of range, or a handshake is under way
/// - `GNUTLS_E_AGAIN`: called from a callback while the session sends
///
/// RFC 8449, RFC 6066 section 4. Manual: `gnutls_record_set_max_size`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_record_set_max_size(session: gnutls_session_t, size: usize) -> isize {
    guard::size(|| {
        // SAFETY: `session` is NULL or a live handle.
        let h = unsafe { get_session(session) }?;
        if !(512..=MAX_PLAINTEXT).contains(&size) || h.session.is_handshaking() {
            return err(GNUTLS_E_INVALID_REQUEST);
        }
        h.session.set_max_send(size)?;
        h.session.set_max_recv(size);
        Ok(0)
    })
}

/// Sets the largest plaintext of a record that the session is willing to receive.
///
/// The value goes to the peer in record_size_limit with the next handshake; a peer that does not know
/// the extension ignores it. Sending is not changed.
///
/// - `session`: a session, not in a handshake
/// - `size`: the size in bytes: 512 to 16384, or from 64 on if the priority string has
///   `%ALLOW_SMALL_RECORDS`
///
/// Returns `GNUTLS_E_SUCCESS` (0), or `GNUTLS_E_INVALID_REQUEST` if `session` is NULL, `size` is out of
/// range, or a handshake is under way.
///
/// Since 3.6.8. RFC 8449. Manual: `gnutls_record_set_max_recv_size`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_record_set_max_recv_size(session: gnutls_session_t, size: usize) -> isize {
    guard::size(|| {
        // SAFETY: `session` is NULL or a live handle.
        let h = unsafe { get_session(session) }?;
        let least = if h.session.config().policy.allow_small_records { 64 } else { 512 };
        if !(least..=MAX_PLAINTEXT).contains(&size) || h.session.is_handshaking() {
            return err(GNUTLS_E_INVALID_REQUEST);
        }
        h.session.set_max_recv(size);
        Ok(0)
    })
}

/// Returns the most bytes of application data that one record of the session can carry.
///
/// It is the lower of the limit of `gnutls_record_set_max_size` and that of the peer, which may be below
/// what `gnutls_record_get_max_size` tells.
///
/// - `session`: a session; NULL gives 0
///
/// Returns the number of bytes, without padding and overhead.
///
/// Since 3.8.11. RFC 8449. Manual: `gnutls_record_get_max_send_size`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_record_get_max_send_size(session: gnutls_session_t) -> usize {
    // SAFETY: `session` is NULL or a live handle.
    guard::or(0, || unsafe { get_session(session) }.map_or(0, |h| h.session.max_send()))
}

/// Drops what is encrypted and was not sent because the transport would block.
///
/// It is meant for DTLS, where a lost record does no harm. On a stream what was dropped breaks the
/// connection: the peer misses a record, or the rest of one. Collected data of `gnutls_record_cork` that
/// is not encrypted yet stays. Where the kernel encrypts, what waits is not encrypted: data and alerts
/// are dropped, the connection goes on, and handshake messages stay.
///
/// - `session`: a session; NULL gives 0
///
/// Returns the number of bytes that were dropped, the overhead of their records included.
///
/// Since 3.4.0. Manual: `gnutls_record_discard_queued`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_record_discard_queued(session: gnutls_session_t) -> usize {
    // SAFETY: `session` is NULL or a live handle.
    guard::or(0, || unsafe { get_session(session) }.map_or(0, |h| h.session.discard_queued()))
}

/// Returns how many bytes a record adds to the application data that it carries.
///
/// The header of 5 bytes counts, and what the encryption in use adds: nonce, authentication tag, and
/// the content type of TLS 1.3. Padding does not count. Before the first handshake it is the header
/// alone.
///
/// - `session`: a session; NULL gives 0
///
/// Returns the number of bytes; 0 while another thread sends on the session.
///
/// Since 3.2.2. Manual: `gnutls_record_overhead_size`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_record_overhead_size(session: gnutls_session_t) -> usize {
    // SAFETY: `session` is NULL or a live handle.
    guard::or(0, || unsafe { get_session(session) }.map_or(0, |h| h.session.overhead()))
}

/// Returns how many bytes a record adds to its data at most, of algorithms instead of a session.
///
/// It is what `gnutls_record_overhead_size` gives of a session with these algorithms. Compression adds
/// nothing, for there is none.
///
/// - `version`: a version of TLS or DTLS
/// - `cipher`: the cipher
/// - `mac`: its MAC; `GNUTLS_MAC_AEAD` with an AEAD cipher
/// - `comp`: not looked at; `GNUTLS_COMP_NULL`
/// - `flags`: not looked at; 0
///
/// Returns the number of bytes; 0 if an algorithm is unknown.
///
/// Since 3.2.2. Manual: `gnutls_est_record_overhead_size`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_est_record_overhead_size(
    version: gnutls_protocol_t,
    cipher: gnutls_cipher_algorithm_t,
    mac: gnutls_mac_algorithm_t,
    _comp: gnutls_compression_method_t,
    _flags: c_uint,
) -> usize {
    guard::or(0, || match (Version::from_raw(version), Cipher::from_raw(cipher), Mac::from_raw(mac)) {
        (Some(version), Some(cipher), Some(mac)) => record_overhead(version, cipher, mac),
        _ => 0,
    })
}

/// Does nothing: the session pads no record unless the application asks for it.
///
/// It is here for programs that were written for old versions of GnuTLS, where padding at random was
/// usual. Padding is now chosen for each record with `gnutls_record_send2` or
/// `gnutls_record_send_range`.
///
/// - `session`: not used
///
/// Deprecated, without effect since 3.1.7. Manual: `gnutls_record_disable_padding`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_record_disable_padding(_session: gnutls_session_t) {}

/// Gives the key, the IV and the next sequence number of one direction, to hand the encryption of
/// records to a device or to the kernel.
///
/// The bytes belong to the session: they keep their address until `gnutls_deinit`, which wipes them,
/// and are not to be freed. Their content is renewed by the next call for the same direction. After
/// records went elsewhere, `gnutls_record_set_state` tells the session.
///
/// - `session`: a session whose handshake is complete
/// - `read`: not 0 for what is received, 0 for what is sent
/// - `mac_key`: takes the MAC key, which is empty with AEAD ciphers; NULL if it is not wanted
/// - `iv`: takes the IV: 12 bytes, with AES-GCM and AES-CCM in TLS 1.2 its fixed 4, with CBC a block, which
///   only TLS 1.0 uses; NULL if it is not wanted
/// - `cipher_key`: takes the key of the cipher; NULL if it is not wanted
/// - `seq_number`: takes 8 bytes, the number of the next record in big-endian order; NULL if it is not
///   wanted
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_INVALID_REQUEST`: `session` is NULL, or there are no keys yet
/// - `GNUTLS_E_AGAIN`: another thread, or the call that runs this callback, uses the direction
///
/// Since 3.4.0. Manual: `gnutls_record_get_state`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_record_get_state(
    session: gnutls_session_t,
    read: c_uint,
    mac_key: *mut gnutls_datum_t,
    iv: *mut gnutls_datum_t,
    cipher_key: *mut gnutls_datum_t,
    seq_number: *mut c_uchar,
) -> c_int {
    guard::unit(|| {
        // SAFETY: `session` is NULL or a live handle.
        let h = unsafe { get_session(session) }?;
        let state = h.session.record_state(read != 0)?;
        let (mac, key, vector) = &mut h.lent().record_keys[usize::from(read != 0)];
        // SAFETY: each NULL or valid; the bytes are stored in the handle.
        unsafe {
            write_out(mac_key, mac.lend(&state.mac));
            write_out(iv, vector.lend(&state.iv));
            write_out(cipher_key, key.lend(&state.key));
            write_out(seq_number.cast::<[u8; 8]>(), state.sequence.to_be_bytes());
        }
        Ok(())
    })
}

/// Sets the sequence number of the next record of one direction, after records were sent or received
/// outside of the session.
///
/// A wrong number breaks the connection. A number that was used before with the same key destroys the
/// protection of the data: pass on only what the device or kernel reports that took over after
/// `gnutls_record_get_state`.
///
/// - `session`: a session whose handshake is complete
/// - `read`: not 0 for what is received, 0 for what is sent
/// - `seq_number`: 8 bytes, the number in big-endian order
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_INVALID_REQUEST`: `session` or `seq_number` is NULL, or the handshake is not complete
/// - `GNUTLS_E_AGAIN`: another thread, or the call that runs this callback, uses the direction
///
/// Since 3.4.0. Manual: `gnutls_record_set_state`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_record_set_state(
    session: gnutls_session_t,
    read: c_uint,
    seq_number: *const c_uchar,
) -> c_int {
    guard::unit(|| {
        // SAFETY: `session` is NULL or a live handle; `seq_number` is NULL or has 8 bytes (the caller).
        let (h, number) = unsafe { (get_session(session)?, slice(seq_number.cast(), 8)) };
        match <[u8; 8]>::try_from(number) {
            Ok(number) => h.session.set_sequence(read != 0, u64::from_be_bytes(number)),
            Err(_) => err(GNUTLS_E_INVALID_REQUEST),
        }
    })
}

/// Sends bytes of a file, in as many records as they need.
///
/// The file is read and sent piece by piece. With `offset`, reading begins there, counted from the
/// file's begin, and the file's own position stays. Without it reading begins at the file's position,
/// which moves by what was sent; on a file that cannot be positioned, such as a pipe, bytes are lost if
/// the transport would block. Where the kernel encrypts (`gnutls_transport_is_ktls_enabled`), it sends a regular
/// file without the library.
///
/// - `session`: a session whose handshake is complete
/// - `fd`: a descriptor that can be read
/// - `offset`: in: where to begin, in bytes; out: behind the last byte sent. NULL uses the file's
///   position
/// - `count`: how many bytes to send
///
/// Returns the number of bytes sent, which is less than `count` at the end of the file or where the
/// transport would block, or a negative error code if nothing was sent:
/// - `GNUTLS_E_FILE_ERROR`: the file cannot be read
/// - `GNUTLS_E_INVALID_REQUEST`: `session` is NULL
/// - `GNUTLS_E_AGAIN`, `GNUTLS_E_INTERRUPTED` and the other codes of `gnutls_record_send`; after the
///   first two call again for the same bytes
///
/// Manual: `gnutls_record_send_file`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_record_send_file(
    session: gnutls_session_t,
    fd: c_int,
    offset: *mut libc::off_t,
    count: usize,
) -> isize {
    guard::size(|| {
        // SAFETY: `session` is NULL or a live handle.
        let h = unsafe { get_session(session) }?;
        // SAFETY: `offset` is NULL or valid for reads and writes (the caller).
        let mut at = unsafe { offset.as_ref() }.copied();
        if let Some(sent) = h.session.send_file(fd, at, count)? {
            if let Some(at) = at {
                // SAFETY: `offset` is not NULL, because it was read above.
                unsafe { offset.write(at.saturating_add(sent as libc::off_t)) };
            }
            return Ok(sent);
        }
        let mut buffer = vec![0; h.session.max_send().min(count)];
        let mut sent = 0;
        let result = loop {
            let want = buffer.len().min(count - sent);
            let n = match read_file(fd, at, &mut buffer[..want]) {
                Ok(0) => break Ok(()),
                Ok(n) => n,
                Err(e) => break Err(e),
            };
            let done = send_all(h, &buffer[..n]);
            sent += done.0;
            match &mut at {
                Some(at) => *at += done.0 as libc::off_t,
                // Bytes that were read but not sent are read again by the next call.
                // SAFETY: a system call on a descriptor of the application.
                None if done.0 < n => unsafe {
                    libc::lseek(fd, done.0 as libc::off_t - n as libc::off_t, libc::SEEK_CUR);
                },
                None => {}
            }
            if let Err(e) = done.1 {
                break Err(e);
            }
        };
        if let Some(at) = at {
            // SAFETY: `offset` is not NULL, because it was read above.
            unsafe { offset.write(at) };
        }
        match result {
            Err(e) if sent == 0 => Err(e),
            _ => Ok(sent),
        }
    })
}

/// Sends all of `bytes`, as far as the transport takes them now: how much went, and why no more.
fn send_all(h: &SessionObject, bytes: &[u8]) -> (usize, Result<()>) {
    let mut sent = 0;
    while sent < bytes.len() {
        match h.session.send(&bytes[sent..], 0) {
            Ok(n) => sent += n,
            Err(e) => return (sent, Err(e)),
        }
    }
    (sent, Ok(()))
}

fn read_file(fd: c_int, at: Option<libc::off_t>, buffer: &mut [u8]) -> Result<usize> {
    // SAFETY: the buffer is writable for its length.
    let n = unsafe {
        match at {
            Some(at) => libc::pread(fd, buffer.as_mut_ptr().cast(), buffer.len(), at),
            None => libc::read(fd, buffer.as_mut_ptr().cast(), buffer.len()),
        }
    };
    usize::try_from(n).or(err(GNUTLS_E_FILE_ERROR))
}
