//! Alerts.
use core::ffi::CStr;

use crate::abi::*;
use crate::capi::ffi::guard;
use crate::capi::object::session::get_session;
use crate::error::{AlertDescription, AlertLevel, Error, err};
use crate::session::may_retry;

/// Returns what an alert means, as an English text for a reader.
///
/// The string is constant and not to be freed. For the name of the constant there is
/// `gnutls_alert_get_strname`.
///
/// - `alert`: a `gnutls_alert_description_t`, as `gnutls_alert_get` gives it
///
/// Returns the text, or NULL for a number that is no alert.
///
/// It may be called from any thread. RFC 8446 section 6. Manual: `gnutls_alert_get_name`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_alert_get_name(alert: gnutls_alert_description_t) -> *const c_char {
    guard::or(core::ptr::null(), || find_error(alert).map_or(core::ptr::null(), |a| a.2.as_ptr()))
}

/// Returns the name of an alert's constant, as `GNUTLS_A_CLOSE_NOTIFY`.
///
/// The string is constant and not to be freed. For a text that explains the alert there is
/// `gnutls_alert_get_name`.
///
/// - `alert`: a `gnutls_alert_description_t`, as `gnutls_alert_get` gives it
///
/// Returns the name, or NULL for a number that is no alert.
///
/// It may be called from any thread. Since 3.0. Manual: `gnutls_alert_get_strname`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_alert_get_strname(alert: gnutls_alert_description_t) -> *const c_char {
    guard::or(core::ptr::null(), || find_error(alert).map_or(core::ptr::null(), |a| a.1.as_ptr()))
}

fn find_error(alert: gnutls_alert_description_t) -> Option<&'static (c_uint, &'static CStr, &'static CStr)> {
    ALERTS.iter().find(|a| a.0 == alert)
}

#[rustfmt::skip]
static ALERTS: &[(gnutls_alert_description_t, &CStr, &CStr)] = &[
    (GNUTLS_A_CLOSE_NOTIFY, c"GNUTLS_A_CLOSE_NOTIFY", c"Close notify"),
    (GNUTLS_A_UNEXPECTED_MESSAGE, c"GNUTLS_A_UNEXPECTED_MESSAGE", c"Unexpected message"),
    (GNUTLS_A_BAD_RECORD_MAC, c"GNUTLS_A_BAD_RECORD_MAC", c"Bad record MAC"),
    (GNUTLS_A_DECRYPTION_FAILED, c"GNUTLS_A_DECRYPTION_FAILED", c"Decryption failed"),
    (GNUTLS_A_RECORD_OVERFLOW, c"GNUTLS_A_RECORD_OVERFLOW", c"Record overflow"),
    (GNUTLS_A_DECOMPRESSION_FAILURE, c"GNUTLS_A_DECOMPRESSION_FAILURE", c"Decompression failed"),
    (GNUTLS_A_HANDSHAKE_FAILURE, c"GNUTLS_A_HANDSHAKE_FAILURE", c"Handshake failed"),
    (GNUTLS_A_SSL3_NO_CERTIFICATE, c"GNUTLS_A_SSL3_NO_CERTIFICATE", c"No certificate (SSL 3.0)"),
    (GNUTLS_A_BAD_CERTIFICATE, c"GNUTLS_A_BAD_CERTIFICATE", c"Certificate is bad"),
    (GNUTLS_A_UNSUPPORTED_CERTIFICATE, c"GNUTLS_A_UNSUPPORTED_CERTIFICATE", c"Certificate is not supported"),
    (GNUTLS_A_CERTIFICATE_REVOKED, c"GNUTLS_A_CERTIFICATE_REVOKED", c"Certificate was revoked"),
    (GNUTLS_A_CERTIFICATE_EXPIRED, c"GNUTLS_A_CERTIFICATE_EXPIRED", c"Certificate is expired"),
    (GNUTLS_A_CERTIFICATE_UNKNOWN, c"GNUTLS_A_CERTIFICATE_UNKNOWN", c"Unknown certificate"),
    (GNUTLS_A_ILLEGAL_PARAMETER, c"GNUTLS_A_ILLEGAL_PARAMETER", c"Illegal parameter"),
    (GNUTLS_A_UNKNOWN_CA, c"GNUTLS_A_UNKNOWN_CA", c"CA is unknown"),
    (GNUTLS_A_ACCESS_DENIED, c"GNUTLS_A_ACCESS_DENIED", c"Access was denied"),
    (GNUTLS_A_DECODE_ERROR, c"GNUTLS_A_DECODE_ERROR", c"Decode error"),
    (GNUTLS_A_DECRYPT_ERROR, c"GNUTLS_A_DECRYPT_ERROR", c"Decrypt error"),
    (GNUTLS_A_EXPORT_RESTRICTION, c"GNUTLS_A_EXPORT_RESTRICTION", c"Export restriction"),
    (GNUTLS_A_PROTOCOL_VERSION, c"GNUTLS_A_PROTOCOL_VERSION", c"Error in protocol version"),
    (GNUTLS_A_INSUFFICIENT_SECURITY, c"GNUTLS_A_INSUFFICIENT_SECURITY", c"Insufficient security"),
    (GNUTLS_A_INTERNAL_ERROR, c"GNUTLS_A_INTERNAL_ERROR", c"Internal error"),
    (GNUTLS_A_INAPPROPRIATE_FALLBACK, c"GNUTLS_A_INAPPROPRIATE_FALLBACK", c"Inappropriate fallback"),
    (GNUTLS_A_USER_CANCELED, c"GNUTLS_A_USER_CANCELED", c"User canceled"),
    (GNUTLS_A_NO_RENEGOTIATION, c"GNUTLS_A_NO_RENEGOTIATION", c"No renegotiation is allowed"),
    (GNUTLS_A_MISSING_EXTENSION, c"GNUTLS_A_MISSING_EXTENSION", c"An extension was expected but was not seen"),
    (GNUTLS_A_UNSUPPORTED_EXTENSION, c"GNUTLS_A_UNSUPPORTED_EXTENSION", c"An unsupported extension was sent"),
    (GNUTLS_A_CERTIFICATE_UNOBTAINABLE, c"GNUTLS_A_CERTIFICATE_UNOBTAINABLE", c"Could not retrieve the specified certificate"),
    (GNUTLS_A_UNRECOGNIZED_NAME, c"GNUTLS_A_UNRECOGNIZED_NAME", c"The server name sent was not recognized"),
    (GNUTLS_A_UNKNOWN_PSK_IDENTITY, c"GNUTLS_A_UNKNOWN_PSK_IDENTITY", c"The SRP/PSK username is missing or not known"),
    (GNUTLS_A_CERTIFICATE_REQUIRED, c"GNUTLS_A_CERTIFICATE_REQUIRED", c"Certificate is required"),
    (GNUTLS_A_NO_APPLICATION_PROTOCOL, c"GNUTLS_A_NO_APPLICATION_PROTOCOL", c"No supported application protocol could be negotiated"),
];

/// Returns the last alert that the peer sent.
///
/// It is to be asked after `GNUTLS_E_WARNING_ALERT_RECEIVED` or `GNUTLS_E_FATAL_ALERT_RECEIVED`, and
/// says what they were. Later messages do not clear it. Before any alert it is 0, which is also the
/// number of `GNUTLS_A_CLOSE_NOTIFY`.
///
/// - `session`: a session; NULL gives 0
///
/// Returns a `gnutls_alert_description_t`; `gnutls_alert_get_name` has a text for it.
///
/// Manual: `gnutls_alert_get`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_alert_get(session: gnutls_session_t) -> gnutls_alert_description_t {
    guard::or(0, || {
        // SAFETY: `session` is NULL or a live handle.
        unsafe { get_session(session) }.map_or(0, |h| h.session.last_alert() as c_uint)
    })
}

/// Sends an alert to the peer, in any state of the session, also after a failure.
///
/// After a fatal alert the session is over: sending, receiving and handshakes return
/// `GNUTLS_E_INVALID_SESSION`. `GNUTLS_A_CLOSE_NOTIFY` ends sending as `gnutls_bye` does.
/// `gnutls_alert_send_appropriate` chooses the alert for an error code.
///
/// - `session`: a session
/// - `level`: `GNUTLS_AL_WARNING` or `GNUTLS_AL_FATAL`
/// - `desc`: the alert, 0 to 255
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_AGAIN`, `GNUTLS_E_INTERRUPTED`: the transport would block; call again with the same
///   arguments
/// - `GNUTLS_E_INVALID_REQUEST`: `session` is NULL, or a number does not fit a byte
/// - `GNUTLS_E_PUSH_ERROR`, `GNUTLS_E_PREMATURE_TERMINATION`: the transport failed, or the peer reset
///   the connection
/// - `GNUTLS_E_RECORD_LIMIT_REACHED`: all sequence numbers of this direction are used
///
/// RFC 8446 section 6. Manual: `gnutls_alert_send`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_alert_send(
    session: gnutls_session_t,
    level: gnutls_alert_level_t,
    desc: gnutls_alert_description_t,
) -> c_int {
    guard::unit(|| {
        // SAFETY: `session` is NULL or a live handle.
        let h = unsafe { get_session(session) }?;
        if level > 255 || desc > 255 {
            return err(GNUTLS_E_INVALID_REQUEST);
        }
        h.session.send_alert(AlertLevel(level as u8), AlertDescription(desc as u8))
    })
}

/// Sends the alert that fits an error code, if the code calls for one.
///
/// It is to be called after `gnutls_handshake` or `gnutls_record_recv` failed, before the connection is
/// closed. For the failure that ended the session the alert is the one that the protocol names for it,
/// which may be more exact than that of `gnutls_error_to_alert`. For `GNUTLS_E_REHANDSHAKE` it is the
/// warning no_renegotiation, and the session goes on.
///
/// - `session`: a session
/// - `err`: the code that a function has returned
///
/// Returns `GNUTLS_E_SUCCESS` (0), also without sending for 0, positive numbers, codes after which a
/// call is repeated and `GNUTLS_E_FATAL_ALERT_RECEIVED`; or a negative error code:
/// - `GNUTLS_E_AGAIN`, `GNUTLS_E_INTERRUPTED`: the transport would block; call again with the same
///   arguments
/// - `GNUTLS_E_INVALID_REQUEST`: `session` is NULL
/// - `GNUTLS_E_PUSH_ERROR`, `GNUTLS_E_PREMATURE_TERMINATION`: the transport failed, or the peer reset
///   the connection
///
/// Manual: `gnutls_alert_send_appropriate`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_alert_send_appropriate(session: gnutls_session_t, err: c_int) -> c_int {
    guard::unit(|| {
        // SAFETY: `session` is NULL or a live handle.
        let h = unsafe { get_session(session) }?;
        if err != GNUTLS_E_REHANDSHAKE && (err >= 0 || may_retry(err) || err == GNUTLS_E_FATAL_ALERT_RECEIVED)
        {
            return Ok(());
        }
        if let Some(alert) = h.session.alert_of_failure(err) {
            return h.session.send_alert(AlertLevel::FATAL, alert);
        }
        let (level, alert) = Error::new(err).alert();
        h.session.send_alert(level, alert)
    })
}

/// Sets the function that gets the alerts that are sent, in place of the transport (QUIC).
///
/// It gets the level of keys, and level and description of the alert, which QUIC sends in a CONNECTION_CLOSE. A negative code
/// is that of the function that sends the alert.
///
/// - `session`: a session; NULL is ignored
/// - `func`: the function, or NULL for none
///
/// Since 3.7.0. RFC 9001 section 4.8. Manual: `gnutls_alert_set_read_function`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_alert_set_read_function(
    session: gnutls_session_t,
    func: gnutls_alert_read_func,
) {
    guard::or((), || {
        // SAFETY: `session` is NULL or a live handle.
        if let Ok(h) = unsafe { get_session(session) } {
            h.application.carry_alert.set(func);
            h.session.configure(|c| c.own_alerts = func.is_some());
        }
    });
}
