//! Application data: sending, receiving, corking, limits and the state of the record layer.
use core::ptr;

use crate::abi::*;
use crate::capi::ffi::memory::{borrowed_datum, slice, slice_mut, write_out};
use crate::capi::ffi::opaque::Opaque;
use crate::capi::ffi::{guard, opaque};
use crate::capi::object::session::{SessionObject, get_session, parameter};
use crate::error::{Result, err};
use crate::session::MAX_PLAINTEXT;
use crate::session::recv::Packet;

// SAFETY: all packets are created by `gnutls_record_recv_packet`.
unsafe impl Opaque for mbuffer_st {
    type Object = Packet;
}

/// Ends the connection: close_notify, and with `GNUTLS_SHUT_RDWR` the peer's too. Manual: `gnutls_bye`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_bye(session: gnutls_session_t, how: gnutls_close_request_t) -> c_int {
    // SAFETY: `session` is NULL or a live handle.
    guard::unit(|| unsafe { get_session(session) }?.session.bye(how == GNUTLS_SHUT_RDWR))
}

/// Sends data: at most one record of it; what was sent is returned. NULL with 0 goes on after
/// `GNUTLS_E_AGAIN`. Manual: `gnutls_record_send`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_record_send(
    session: gnutls_session_t,
    data: *const c_void,
    data_size: usize,
) -> isize {
    // SAFETY: `session` is NULL or a live handle; `data` is NULL or has `data_size` bytes (the caller).
    guard::size(|| unsafe { send(session, data, data_size, 0) })
}

/// As `gnutls_record_send`, with `pad` bytes of padding (TLS 1.3). Manual: `gnutls_record_send2`.
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
    h.session.send(data, pad)
}

/// Receives data, at most one record of it; 0 is the end. Manual: `gnutls_record_recv`.
///
/// `GNUTLS_E_AGAIN`, `GNUTLS_E_INTERRUPTED`: call again. `GNUTLS_E_REHANDSHAKE`: the peer asks for a
/// handshake. `GNUTLS_E_WARNING_ALERT_RECEIVED`: see `gnutls_alert_get`.
/// `GNUTLS_E_PREMATURE_TERMINATION`: the stream ended without close_notify.
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

/// As `gnutls_record_recv`, with the record's sequence number (8 bytes, big-endian) in `seq`.
/// Manual: `gnutls_record_recv_seq`.
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

/// Receives a whole record without a copy into the application's memory; to be freed with
/// `gnutls_packet_deinit`. Manual: `gnutls_record_recv_packet`.
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

/// The data of a packet, and its sequence number. They live as long as the packet.
/// Manual: `gnutls_packet_get`.
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

/// Frees a packet. Manual: `gnutls_packet_deinit`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_packet_deinit(packet: gnutls_packet_t) {
    // SAFETY: NULL or from `gnutls_record_recv_packet`, not used after this call.
    guard::or((), || drop(unsafe { opaque::take(packet) }))
}

/// Bytes that a receive gives without reading from the transport.
/// Manual: `gnutls_record_check_pending`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_record_check_pending(session: gnutls_session_t) -> usize {
    // SAFETY: `session` is NULL or a live handle.
    guard::or(0, || unsafe { get_session(session) }.map_or(0, |h| h.session.pending()))
}

/// Collects what is sent until `gnutls_record_uncork`. Manual: `gnutls_record_cork`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_record_cork(session: gnutls_session_t) {
    // SAFETY: `session` is NULL or a live handle.
    guard::or((), || {
        if let Ok(h) = unsafe { get_session(session) } {
            h.session.cork();
        }
    })
}

/// Sends what was collected; with `GNUTLS_RECORD_WAIT` all of it. Manual: `gnutls_record_uncork`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_record_uncork(session: gnutls_session_t, flags: c_uint) -> c_int {
    guard::code(|| {
        // SAFETY: `session` is NULL or a live handle.
        let h = unsafe { get_session(session) }?;
        h.session.uncork(flags & GNUTLS_RECORD_WAIT != 0).map(|n| n.min(c_int::MAX as usize) as c_int)
    })
}

/// Bytes collected and not yet sent. Manual: `gnutls_record_check_corked`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_record_check_corked(session: gnutls_session_t) -> usize {
    // SAFETY: `session` is NULL or a live handle.
    guard::or(0, || unsafe { get_session(session) }.map_or(0, |h| h.session.corked()))
}

/// 1 if the operation that would have blocked was a write, 0 if a read.
/// Manual: `gnutls_record_get_direction`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_record_get_direction(session: gnutls_session_t) -> c_int {
    guard::or(0, || {
        // SAFETY: `session` is NULL or a live handle.
        unsafe { get_session(session) }.map_or(0, |h| h.session.direction())
    })
}

/// How many milliseconds a receive waits; 0 is no timeout. Manual: `gnutls_record_set_timeout`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_record_set_timeout(session: gnutls_session_t, ms: c_uint) {
    guard::or((), || {
        // SAFETY: `session` is NULL or a live handle.
        if let Ok(h) = unsafe { get_session(session) } {
            h.session.set_record_timeout(ms);
        }
    });
}

/// The longest plaintext of a record that we receive. Manual: `gnutls_record_get_max_size`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_record_get_max_size(session: gnutls_session_t) -> usize {
    // SAFETY: `session` is NULL or a live handle.
    guard::or(0, || unsafe { get_session(session) }.map_or(0, |h| h.session.config().max_recv))
}

/// Sets the longest plaintext of a record, 512 to 16384: of what we send, and from the next handshake on of what we ask the
/// peer for. Manual: `gnutls_record_set_max_size`. Another size, or during a handshake:
/// `GNUTLS_E_INVALID_REQUEST`.
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

/// Sets the longest plaintext of a record that we take: 512 to 16384, or from 64 with
/// `%ALLOW_SMALL_RECORDS`, and not during a handshake. Manual: `gnutls_record_set_max_recv_size`.
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

/// Bytes that a record adds to what it carries. Manual: `gnutls_record_overhead_size`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_record_overhead_size(session: gnutls_session_t) -> usize {
    // SAFETY: `session` is NULL or a live handle.
    guard::or(0, || unsafe { get_session(session) }.map_or(0, |h| h.session.overhead()))
}

/// 1 if padding can hide lengths: in TLS 1.3. Manual: `gnutls_record_can_use_length_hiding`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_record_can_use_length_hiding(session: gnutls_session_t) -> c_uint {
    guard::or(0, || {
        // SAFETY: `session` is NULL or a live handle.
        unsafe { parameter(session, 0, |p| p.is_tls13().into()) }
    })
}

/// Padding is the application's choice per record: nothing to turn off.
/// Manual: `gnutls_record_disable_padding`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_record_disable_padding(_session: gnutls_session_t) {}

/// Key, IV and next record number of one direction, as bytes that the session keeps as long as it lives.
/// Manual: `gnutls_record_get_state`. Errors: `GNUTLS_E_INVALID_REQUEST` before the handshake.
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
        let (key, vector) = &mut crate::session::lock(&h.lent).record_keys[usize::from(read != 0)];
        // SAFETY: each NULL or valid; the bytes are stored in the handle.
        unsafe {
            write_out(mac_key, borrowed_datum(&[]));
            write_out(iv, vector.lend(&state.iv));
            write_out(cipher_key, key.lend(&state.key));
            write_out(seq_number.cast::<[u8; 8]>(), state.sequence.to_be_bytes());
        }
        Ok(())
    })
}

/// Sets the next record number of one direction. Manual: `gnutls_record_set_state`.
/// Errors: `GNUTLS_E_INVALID_REQUEST` before the handshake.
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

/// Splits a length range into what one record can convey and the rest. Manual: `gnutls_range_split`.
/// Errors: `GNUTLS_E_INVALID_REQUEST`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_range_split(
    session: gnutls_session_t,
    orig: *const gnutls_range_st,
    next: *mut gnutls_range_st,
    remainder: *mut gnutls_range_st,
) -> c_int {
    guard::unit(|| {
        // SAFETY: `session` is NULL or a live handle.
        let h = unsafe { get_session(session) }?;
        if orig.is_null() || next.is_null() || remainder.is_null() {
            return err(GNUTLS_E_INVALID_REQUEST);
        }
        // SAFETY: `orig` is not NULL, and valid for a read (the caller).
        let whole = unsafe { *orig };
        if whole.low > whole.high {
            return err(GNUTLS_E_INVALID_REQUEST);
        }
        let high = whole.high.min(h.session.max_send());
        let first = gnutls_range_st { low: whole.low.min(high), high };
        let rest = gnutls_range_st { low: whole.low - first.low, high: whole.high - high };
        // SAFETY: `next` and `remainder` are not NULL, and valid for writes (the caller).
        unsafe {
            next.write(first);
            remainder.write(rest);
        }
        Ok(())
    })
}

/// Sends data so that nobody can tell more of its length than the range says (TLS 1.3); all of it, on a
/// blocking transport. Manual: `gnutls_record_send_range`. Errors: `GNUTLS_E_INVALID_REQUEST`, also before TLS 1.3.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_record_send_range(
    session: gnutls_session_t,
    data: *const c_void,
    data_size: usize,
    range: *const gnutls_range_st,
) -> isize {
    guard::size(|| {
        // SAFETY: `session` is NULL or a live handle; `data` is NULL or has `data_size` bytes (the caller).
        let (h, bytes) = unsafe { (get_session(session)?, slice(data, data_size)) };
        if range.is_null() {
            return err(GNUTLS_E_INVALID_REQUEST);
        }
        // SAFETY: `range` is not NULL, and valid for a read (the caller).
        let range = unsafe { *range };
        if !(range.low..=range.high).contains(&data_size) || !h.session.parameters(|p| p.is_tls13()) {
            return err(GNUTLS_E_INVALID_REQUEST);
        }
        // Every record is filled: first with data, then with padding up to the upper end of the range.
        let (mut sent, mut left) = (0, range.high);
        while left > 0 {
            let whole = left.min(h.session.max_send());
            let part = &bytes[sent..(sent + whole).min(data_size)];
            let padding = whole - part.len();
            let n = loop {
                match h.session.send(part, padding) {
                    Err(e) if matches!(e.code(), GNUTLS_E_AGAIN | GNUTLS_E_INTERRUPTED) => {}
                    other => break other?,
                }
            };
            sent += n;
            left -= n + padding;
        }
        Ok(sent)
    })
}

/// Sends `count` bytes of a file, from `*offset` on and moving it (the file's own position stays), or from the
/// file's position if `offset` is NULL. Returns how much was sent, less than `count` at the file's end.
/// Manual: `gnutls_record_send_file`. Errors: those of `gnutls_record_send` if nothing was sent yet,
/// `GNUTLS_E_FILE_ERROR`.
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
