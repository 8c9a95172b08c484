//! Error codes as text.
use crate::abi::*;
use crate::capi::ffi::guard;
use crate::capi::ffi::memory::write_out;
use crate::error::{alert_of, table};

/// Returns what an error code means, as an English text for a reader.
///
/// The texts are this library's own; codes and names are those of GnuTLS. The string is constant and
/// not to be freed.
///
/// - `error`: a code that a function has returned
///
/// Returns the text, or `(unknown error code)` for a number that is no code; never NULL.
///
/// It may be called from any thread. Manual: `gnutls_strerror`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_strerror(error: c_int) -> *const c_char {
    guard::or(core::ptr::null(), || {
        table::entry(error).map_or(c"(unknown error code)", table::Entry::c_text).as_ptr()
    })
}

/// Returns the name of an error code's constant, as `GNUTLS_E_AGAIN`.
///
/// The string is constant and not to be freed. For a text that explains the code there is
/// `gnutls_strerror`.
///
/// - `error`: a code that a function has returned
///
/// Returns the name, or NULL for a number that is no code.
///
/// It may be called from any thread. Since 2.6.0. Manual: `gnutls_strerror_name`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_strerror_name(error: c_int) -> *const c_char {
    guard::or(core::ptr::null(), || table::entry(error).map_or(core::ptr::null(), |e| e.c_name().as_ptr()))
}

/// Tells whether a session can go on after an error code.
///
/// It is meant for codes of handshakes, of sending and of receiving. After a code that is not fatal, as
/// `GNUTLS_E_AGAIN`, the call is repeated, or the event is handled that it stands for.
/// `GNUTLS_E_GOT_APPLICATION_DATA` is called fatal here, though a renegotiation goes on after it.
///
/// - `error`: a code that a function has returned
///
/// Returns 1 for a fatal code and for an unknown negative number, else 0; 0 for numbers that are not
/// negative.
///
/// It may be called from any thread. Manual: `gnutls_error_is_fatal`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_error_is_fatal(error: c_int) -> c_int {
    guard::or(1, || (error < 0 && table::entry(error).is_none_or(|e| e.fatal)).into())
}

/// Returns the alert that tells the peer of an error.
///
/// `gnutls_alert_send_appropriate` chooses and sends the alert in one call, and may know a better one
/// for the failure of a session. All but the answer to `GNUTLS_E_REHANDSHAKE`, no_renegotiation, are
/// fatal alerts.
///
/// - `err`: a code that a function has returned
/// - `level`: takes `GNUTLS_AL_FATAL` or `GNUTLS_AL_WARNING`; NULL if it is not wanted
///
/// Returns a `gnutls_alert_description_t`; `GNUTLS_A_INTERNAL_ERROR` for a code that no other alert
/// fits.
///
/// It may be called from any thread. Manual: `gnutls_error_to_alert`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_error_to_alert(err: c_int, level: *mut c_int) -> c_int {
    guard::or(GNUTLS_E_INTERNAL_ERROR, || {
        let (of, alert) = alert_of(err);
        // SAFETY: `level` is NULL or valid for a write.
        unsafe { write_out(level, of.0.into()) };
        alert.0.into()
    })
}

/// Writes what an error code means to standard error, with `GnuTLS error: ` before it and a newline
/// after it.
///
/// It is of use in examples and small tools. The text is that of `gnutls_strerror`, written by one
/// system call.
///
/// - `error`: a code that a function has returned
///
/// It may be called from any thread. Manual: `gnutls_perror`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_perror(error: c_int) {
    guard::or((), || {
        let text = table::entry(error).map_or(c"(unknown error code)", table::Entry::c_text);
        let line = [b"GnuTLS error: ", text.to_bytes(), b"\n"].concat();
        // SAFETY: `line` is valid for reads of its length. A failed write is ignored.
        unsafe { libc::write(2, line.as_ptr().cast(), line.len()) };
    });
}
