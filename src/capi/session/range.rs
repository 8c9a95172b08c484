//! Ranges of lengths, in which padding hides how much data is sent.
use crate::abi::*;
use crate::capi::ffi::memory::slice;
use crate::capi::ffi::{cancel, guard};
use crate::capi::object::session::{SessionObject, get_session};
use crate::error::{Result, err};

/// Tells whether records can be padded, so that their length does not show how much data they carry.
///
/// That is so with TLS 1.3, and in older versions with block ciphers, where only
/// `gnutls_record_send_range` pads. Before the handshake the answer is of the version that the
/// priorities prefer.
///
/// - `session`: a session; NULL gives 0
///
/// Returns 1 if padding can be used, else 0.
///
/// RFC 8446 section 5.4. Manual: `gnutls_record_can_use_length_hiding`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_record_can_use_length_hiding(session: gnutls_session_t) -> c_uint {
    guard::or(0, || {
        // SAFETY: `session` is NULL or a live handle.
        unsafe { get_session(session) }.map_or(0, |h| h.session.can_hide_length().into())
    })
}

/// Splits a range of lengths into what one record can hide and the rest.
///
/// Use it for data that are produced piece by piece: send each piece with `gnutls_record_send_range`
/// and its part of the range, and split the remainder again, until its upper end is 0. A single call of
/// `gnutls_record_send_range` splits by itself.
///
/// - `session`: a session; its largest record decides, and the cipher, of which a block cipher can
///   hide some 250 bytes
/// - `orig`: the range to split, with `low` not above `high`; it is not changed
/// - `next`: takes the range for the next record
/// - `remainder`: takes the range that is left
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_INVALID_REQUEST`: an argument is NULL, or `orig` is no range
/// - `GNUTLS_E_AGAIN`: a callback of the call that sends asks
///
/// Manual: `gnutls_range_split`.
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
        let (first, rest) = split(h, whole)?;
        // SAFETY: `next` and `remainder` are not NULL, and valid for writes (the caller).
        unsafe {
            next.write(first);
            remainder.write(rest);
        }
        Ok(())
    })
}

/// The part of a range that one record can hide, and the rest.
fn split(h: &SessionObject, whole: gnutls_range_st) -> Result<(gnutls_range_st, gnutls_range_st)> {
    let (low, high) = h.session.hidden_range(whole.low, whole.high)?;
    let rest = gnutls_range_st { low: whole.low - low, high: whole.high - high };
    Ok((gnutls_range_st { low, high }, rest))
}

/// Sends all of the data, padded so that an observer learns only that their length lies in a range.
///
/// Records are filled up to the upper end of the range, data first; it needs TLS 1.3 or a block cipher,
/// also for a range of one length. A record of a block cipher hides some 250 bytes, so that a wide range
/// takes many. The call is meant for transports that block: where one would block, it tries again
/// without a pause.
///
/// - `session`: a session whose handshake is complete
/// - `data`: the bytes to send
/// - `data_size`: the number of bytes in `data`, within the range
/// - `range`: the smallest and the largest length that the data may have, in bytes
///
/// Returns the number of bytes sent, which is `data_size`, or a negative error code, with which some
/// records may have been sent:
/// - `GNUTLS_E_INVALID_REQUEST`: `session` or `range` is NULL, `data_size` is out of the range, or
///   padding cannot be used
/// - `GNUTLS_E_INVALID_SESSION`: the session has failed, or `gnutls_bye` has ended it
/// - `GNUTLS_E_UNAVAILABLE_DURING_HANDSHAKE`: the first handshake is not complete
/// - `GNUTLS_E_PUSH_ERROR`, `GNUTLS_E_PREMATURE_TERMINATION`: the transport failed, or the peer reset
///   the connection
///
/// RFC 8446 section 5.4. Manual: `gnutls_record_send_range`.
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
        let mut left = unsafe { *range };
        if !(left.low..=left.high).contains(&data_size) || !h.session.can_hide_length() {
            return err(GNUTLS_E_INVALID_REQUEST);
        }
        // Every record is filled: first with data, then with padding up to the upper end of its range.
        let mut sent = 0;
        while left.high > 0 {
            let (whole, rest) = split(h, left)?;
            let part = &bytes[sent..(sent + whole.high).min(data_size)];
            let padding = whole.high - part.len();
            let n = loop {
                match h.session.send(part, padding) {
                    Err(e)
                        if matches!(e.code(), GNUTLS_E_AGAIN | GNUTLS_E_INTERRUPTED)
                            && !cancel::is_stopped() => {}
                    other => break other?,
                }
            };
            if n != part.len() {
                return err(GNUTLS_E_INVALID_REQUEST);
            }
            sent += n;
            left = rest;
        }
        Ok(sent)
    })
}
