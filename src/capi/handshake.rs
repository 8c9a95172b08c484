//! Chapter handshake: running it, its hooks and alerts.
use super::callback::{Hook, lock};
use super::{guard, memory, session::get};
use crate::abi::*;
use crate::error::{Error, err};
use crate::handshake::config::{CertificateRequest, Role};
use crate::session::may_retry;

/// Runs the handshake, the first or a renegotiation. Manual: `gnutls_handshake`.
///
/// 0 when it is done. `GNUTLS_E_AGAIN` and `GNUTLS_E_INTERRUPTED`: call again;
/// `GNUTLS_E_WARNING_ALERT_RECEIVED` and `GNUTLS_E_GOT_APPLICATION_DATA`: look, and call again; any
/// other code ends the session.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_handshake(session: gnutls_session_t) -> c_int {
    guard::unit(|| {
        // SAFETY: the caller's promise.
        let h = unsafe { get(session) }?;
        let result = h.session.handshake();
        if let Err(e) = result
            && !may_retry(e.code())
        {
            super::log::write(1, format_args!("handshake ended with code {}", e.code()));
        }
        result
    })
}

/// A server asks the client for a new handshake; on TLS 1.3 both get new keys.
/// Manual: `gnutls_rehandshake`. On a client: `GNUTLS_E_INVALID_REQUEST`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_rehandshake(session: gnutls_session_t) -> c_int {
    // SAFETY: the caller's promise.
    guard::unit(|| unsafe { get(session) }?.session.rehandshake())
}

/// New keys for what we send, and with `GNUTLS_KU_PEER` for the peer too (TLS 1.3).
/// Manual: `gnutls_session_key_update`. On TLS 1.2: `GNUTLS_E_INVALID_REQUEST`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_session_key_update(session: gnutls_session_t, flags: c_uint) -> c_int {
    // SAFETY: the caller's promise.
    guard::unit(|| unsafe { get(session) }?.session.key_update(flags & GNUTLS_KU_PEER != 0))
}

/// What GnuTLS takes `GNUTLS_DEFAULT_HANDSHAKE_TIMEOUT` for.
const DEFAULT_TIMEOUT_MS: c_uint = 40_000;

/// How many milliseconds a handshake may take; 0 is any time. Manual: `gnutls_handshake_set_timeout`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_handshake_set_timeout(session: gnutls_session_t, ms: c_uint) {
    // SAFETY: the caller's promise.
    if let Ok(h) = unsafe { get(session) } {
        h.session.set_handshake_timeout(if ms == GNUTLS_DEFAULT_HANDSHAKE_TIMEOUT {
            DEFAULT_TIMEOUT_MS
        } else {
            ms
        });
    }
}

/// The longest handshake message to take; 0 is no limit of the program's.
/// Manual: `gnutls_handshake_set_max_packet_length`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_handshake_set_max_packet_length(session: gnutls_session_t, max: usize) {
    // SAFETY: the caller's promise.
    if let Ok(h) = unsafe { get(session) } {
        // The length field has 24 bits.
        h.session.configure(|c| c.max_message = if max == 0 { 0xff_ffff } else { max });
    }
}

/// A function that runs when a server has read a ClientHello.
/// Manual: `gnutls_handshake_set_post_client_hello_function`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_handshake_set_post_client_hello_function(
    session: gnutls_session_t,
    func: gnutls_handshake_simple_hook_func,
) {
    // SAFETY: the caller's promise.
    if let Ok(h) = unsafe { get(session) } {
        h.app.post_client_hello.set(func);
    }
}

/// A function that sees handshake messages pass. Manual: `gnutls_handshake_set_hook_function`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_handshake_set_hook_function(
    session: gnutls_session_t,
    htype: c_uint,
    when: c_int,
    func: gnutls_handshake_hook_func,
) {
    // SAFETY: the caller's promise.
    if let Ok(h) = unsafe { get(session) } {
        *lock(&h.app.hook) = Hook { function: func, kind: htype, when };
        h.session.configure(|c| c.hooks = func.is_some());
    }
}

/// The random of the next hello: 32 bytes. Manual: `gnutls_handshake_set_random`.
/// Another size: `GNUTLS_E_INVALID_REQUEST`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_handshake_set_random(
    session: gnutls_session_t,
    random: *const gnutls_datum_t,
) -> c_int {
    guard::unit(|| {
        // SAFETY: the caller's promise.
        let (h, random) = unsafe { (get(session)?, memory::datum_bytes(random)) };
        let random = random.and_then(|r| <[u8; 32]>::try_from(r).ok());
        let random = random.ok_or(Error::new(GNUTLS_E_INVALID_REQUEST))?;
        h.session.configure(|c| c.random = Some(random));
        Ok(())
    })
}

/// Private extensions were a matter of OpenPGP: nothing hangs on it any more.
/// Manual: `gnutls_handshake_set_private_extensions`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_handshake_set_private_extensions(_session: gnutls_session_t, _allow: c_int) {}

/// The handshake message that came last. Manual: `gnutls_handshake_get_last_in`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_handshake_get_last_in(
    session: gnutls_session_t,
) -> gnutls_handshake_description_t {
    // SAFETY: the caller's promise.
    unsafe { super::session::fact(session, NO_MESSAGE, |f| f.last_in.map_or(NO_MESSAGE, u32::from)) }
}

/// The handshake message that went last. Manual: `gnutls_handshake_get_last_out`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_handshake_get_last_out(
    session: gnutls_session_t,
) -> gnutls_handshake_description_t {
    // SAFETY: the caller's promise.
    unsafe { super::session::fact(session, NO_MESSAGE, |f| f.last_out.map_or(NO_MESSAGE, u32::from)) }
}

/// What the two answer before any message.
const NO_MESSAGE: c_uint = c_uint::MAX;

/// Whether a server asks for a client certificate. Manual: `gnutls_certificate_server_set_request`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_certificate_server_set_request(
    session: gnutls_session_t,
    req: gnutls_certificate_request_t,
) {
    // SAFETY: the caller's promise.
    if let Ok(h) = unsafe { get(session) } {
        let request = match req {
            GNUTLS_CERT_REQUEST => CertificateRequest::Request,
            GNUTLS_CERT_REQUIRE => CertificateRequest::Require,
            _ => CertificateRequest::Ignore,
        };
        h.session.configure(|c| c.certificate_request = request);
    }
}

/// 1 if the server asked this client for a certificate. Manual: `gnutls_certificate_client_get_request_status`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_certificate_client_get_request_status(session: gnutls_session_t) -> c_uint {
    // SAFETY: the caller's promise.
    unsafe { get(session) }.map_or(0, |h| {
        (h.session.role() == Role::Client && h.session.facts(|f| f.certificate_requested)).into()
    })
}

/// The last alert that the peer sent. Manual: `gnutls_alert_get`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_alert_get(session: gnutls_session_t) -> gnutls_alert_description_t {
    // SAFETY: the caller's promise.
    unsafe { get(session) }.map_or(0, |h| h.session.last_alert() as c_uint)
}

/// Sends an alert; a fatal one ends the session. Manual: `gnutls_alert_send`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_alert_send(
    session: gnutls_session_t,
    level: gnutls_alert_level_t,
    desc: gnutls_alert_description_t,
) -> c_int {
    guard::unit(|| {
        // SAFETY: the caller's promise.
        let h = unsafe { get(session) }?;
        if level > 255 || desc > 255 {
            return err(GNUTLS_E_INVALID_REQUEST);
        }
        h.session.send_alert(level, desc)
    })
}

/// Sends the alert that an error code calls for, if it calls for one.
/// Manual: `gnutls_alert_send_appropriate`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_alert_send_appropriate(session: gnutls_session_t, err: c_int) -> c_int {
    guard::unit(|| {
        // SAFETY: the caller's promise.
        let h = unsafe { get(session) }?;
        if err != GNUTLS_E_REHANDSHAKE && (err >= 0 || may_retry(err) || err == GNUTLS_E_FATAL_ALERT_RECEIVED)
        {
            return Ok(());
        }
        if let Some(alert) = h.session.alert_of_failure(err) {
            return h.session.send_alert(GNUTLS_AL_FATAL, alert.into());
        }
        let (level, alert) = Error::new(err).alert();
        h.session.send_alert(level, alert)
    })
}

/// Ends the connection: close_notify, and with `GNUTLS_SHUT_RDWR` the peer's too. Manual: `gnutls_bye`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_bye(session: gnutls_session_t, how: gnutls_close_request_t) -> c_int {
    // SAFETY: the caller's promise.
    guard::unit(|| unsafe { get(session) }?.session.bye(how == GNUTLS_SHUT_RDWR))
}

/// Asks a TLS 1.3 client for its certificate after the handshake and waits for it, or answers such a request
/// (`GNUTLS_E_REAUTH_REQUEST` from a receive). Manual: `gnutls_reauth`.
///
/// `GNUTLS_E_AGAIN`, `GNUTLS_E_INTERRUPTED`, `GNUTLS_E_GOT_APPLICATION_DATA`: call again.
/// `GNUTLS_E_INVALID_REQUEST` below TLS 1.3, or if the client did not offer it.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_reauth(session: gnutls_session_t, _flags: c_uint) -> c_int {
    // SAFETY: the caller's promise.
    guard::unit(|| unsafe { get(session) }?.session.reauth())
}
