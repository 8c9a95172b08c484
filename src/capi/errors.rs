//! What errors and alerts mean (manual: Error codes and descriptions).
use core::ffi::CStr;

use super::memory::put;
use crate::abi::*;
use crate::error::{alert_of, table};

/// What a code means, for a reader; never NULL. The string is constant.
/// Manual: `gnutls_strerror`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_strerror(error: c_int) -> *const c_char {
    table::entry(error).map_or(c"(unknown error code)", table::Entry::c_text).as_ptr()
}

/// The name of a code; NULL for an unknown one. The string is constant.
/// Manual: `gnutls_strerror_name`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_strerror_name(error: c_int) -> *const c_char {
    table::entry(error).map_or(core::ptr::null(), |e| e.c_name().as_ptr())
}

/// 1 if the session cannot go on after this code, 0 if the call may be tried again; 0 for what is no
/// error. An unknown negative code is fatal.
/// Manual: `gnutls_error_is_fatal`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_error_is_fatal(error: c_int) -> c_int {
    (error < 0 && table::entry(error).is_none_or(|e| e.fatal)).into()
}

/// The alert that tells the peer of this code; its level through `level` unless that is NULL.
/// Manual: `gnutls_error_to_alert`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_error_to_alert(err: c_int, level: *mut c_int) -> c_int {
    let (of, alert) = alert_of(err);
    // SAFETY: NULL or valid, as the manual says.
    unsafe { put(level, of as c_int) };
    alert as c_int
}

/// What an alert means, for a reader; NULL for an unknown one. The string is constant.
/// Manual: `gnutls_alert_get_name`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_alert_get_name(alert: gnutls_alert_description_t) -> *const c_char {
    find(alert).map_or(core::ptr::null(), |a| a.2.as_ptr())
}

/// The C name of an alert; NULL for an unknown one. The string is constant.
/// Manual: `gnutls_alert_get_strname`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_alert_get_strname(alert: gnutls_alert_description_t) -> *const c_char {
    find(alert).map_or(core::ptr::null(), |a| a.1.as_ptr())
}

/// The name of a handshake message, as GnuTLS's logs write it. The string is constant.
/// Manual: `gnutls_handshake_description_get_name`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_handshake_description_get_name(
    type_: gnutls_handshake_description_t,
) -> *const c_char {
    let name = match type_ {
        GNUTLS_HANDSHAKE_HELLO_REQUEST => c"HELLO REQUEST",
        GNUTLS_HANDSHAKE_CLIENT_HELLO => c"CLIENT HELLO",
        GNUTLS_HANDSHAKE_SERVER_HELLO => c"SERVER HELLO",
        GNUTLS_HANDSHAKE_HELLO_VERIFY_REQUEST => c"HELLO VERIFY REQUEST",
        GNUTLS_HANDSHAKE_NEW_SESSION_TICKET => c"NEW SESSION TICKET",
        GNUTLS_HANDSHAKE_END_OF_EARLY_DATA => c"END OF EARLY DATA",
        GNUTLS_HANDSHAKE_ENCRYPTED_EXTENSIONS => c"ENCRYPTED EXTENSIONS",
        GNUTLS_HANDSHAKE_CERTIFICATE_PKT => c"CERTIFICATE",
        GNUTLS_HANDSHAKE_SERVER_KEY_EXCHANGE => c"SERVER KEY EXCHANGE",
        GNUTLS_HANDSHAKE_CERTIFICATE_REQUEST => c"CERTIFICATE REQUEST",
        GNUTLS_HANDSHAKE_SERVER_HELLO_DONE => c"SERVER HELLO DONE",
        GNUTLS_HANDSHAKE_CERTIFICATE_VERIFY => c"CERTIFICATE VERIFY",
        GNUTLS_HANDSHAKE_CLIENT_KEY_EXCHANGE => c"CLIENT KEY EXCHANGE",
        GNUTLS_HANDSHAKE_FINISHED => c"FINISHED",
        GNUTLS_HANDSHAKE_CERTIFICATE_STATUS => c"CERTIFICATE STATUS",
        GNUTLS_HANDSHAKE_SUPPLEMENTAL => c"SUPPLEMENTAL",
        GNUTLS_HANDSHAKE_KEY_UPDATE => c"KEY_UPDATE",
        GNUTLS_HANDSHAKE_COMPRESSED_CERTIFICATE_PKT => c"COMPRESSED CERTIFICATE",
        GNUTLS_HANDSHAKE_CHANGE_CIPHER_SPEC => c"CHANGE CIPHER SPEC",
        GNUTLS_HANDSHAKE_CLIENT_HELLO_V2 => c"SSL2 CLIENT HELLO",
        GNUTLS_HANDSHAKE_HELLO_RETRY_REQUEST => c"HELLO RETRY REQUEST",
        _ => c"Unknown Handshake packet",
    };
    name.as_ptr()
}

/// The name of a TLS extension; NULL for an unknown number. The string is constant.
/// Manual: `gnutls_ext_get_name`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_ext_get_name(ext: c_uint) -> *const c_char {
    let name = match ext {
        0 => c"Server Name Indication",
        1 => c"Maximum Record Size",
        5 => c"OCSP Status Request",
        10 => c"Supported Groups",
        11 => c"Supported EC Point Formats",
        12 => c"SRP",
        13 => c"Signature Algorithms",
        14 => c"SRTP",
        15 => c"Heartbeat",
        16 => c"ALPN",
        19 => c"Client Certificate Type",
        20 => c"Server Certificate Type",
        21 => c"ClientHello Padding",
        22 => c"Encrypt-then-MAC",
        23 => c"Extended Master Secret",
        27 => c"Compress Certificate",
        28 => c"Record Size Limit",
        35 => c"Session Ticket",
        41 => c"Pre Shared Key",
        42 => c"Early Data",
        43 => c"Supported Versions",
        44 => c"Cookie",
        45 => c"PSK Key Exchange Modes",
        49 => c"Post Handshake Auth",
        51 => c"Key Share",
        65281 => c"Safe Renegotiation",
        _ => return super::ext_register::registered_name(ext).unwrap_or(core::ptr::null()),
    };
    name.as_ptr()
}

/// Writes what a code means to standard error, as the manual has it.
/// Manual: `gnutls_perror`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_perror(error: c_int) {
    let text = table::entry(error).map_or(c"(unknown error code)", table::Entry::c_text);
    let line = [b"GnuTLS error: ", text.to_bytes(), b"\n"].concat();
    // SAFETY: the bytes of `line`; a failed write is nobody's concern.
    unsafe { libc::write(2, line.as_ptr().cast(), line.len()) };
}

fn find(alert: gnutls_alert_description_t) -> Option<&'static (c_uint, &'static CStr, &'static CStr)> {
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
