//! The handshake, renegotiation, post-handshake authentication and key update.
use crate::abi::*;
use crate::capi::ffi::memory::datum_bytes;
use crate::capi::ffi::{guard, log};
use crate::capi::object::application::Hook;
use crate::capi::object::session::{get_session, parameter};
use crate::error::Error;
use crate::session::{lock, may_retry};

/// The name of a handshake message, as GnuTLS's logs write it. The string is constant.
/// Manual: `gnutls_handshake_description_get_name`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_handshake_description_get_name(
    type_: gnutls_handshake_description_t,
) -> *const c_char {
    guard::or(core::ptr::null(), || {
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
    })
}

/// Runs the handshake, the first or a renegotiation. Manual: `gnutls_handshake`.
///
/// 0 when it is done. `GNUTLS_E_AGAIN` and `GNUTLS_E_INTERRUPTED`: call again;
/// `GNUTLS_E_WARNING_ALERT_RECEIVED` and `GNUTLS_E_GOT_APPLICATION_DATA`: look, and call again; any
/// other code ends the session.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_handshake(session: gnutls_session_t) -> c_int {
    guard::unit(|| {
        // SAFETY: `session` is NULL or a live handle.
        let h = unsafe { get_session(session) }?;
        let result = h.session.handshake();
        if let Err(e) = result
            && !may_retry(e.code())
        {
            log::write(1, format_args!("handshake ended with code {}", e.code()));
        }
        result
    })
}

/// A server asks the client for a new handshake; on TLS 1.3 both get new keys.
/// Manual: `gnutls_rehandshake`. On a client: `GNUTLS_E_INVALID_REQUEST`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_rehandshake(session: gnutls_session_t) -> c_int {
    // SAFETY: `session` is NULL or a live handle.
    guard::unit(|| unsafe { get_session(session) }?.session.rehandshake())
}

/// New keys for what we send, and with `GNUTLS_KU_PEER` for the peer too (TLS 1.3).
/// Manual: `gnutls_session_key_update`. On TLS 1.2: `GNUTLS_E_INVALID_REQUEST`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_session_key_update(session: gnutls_session_t, flags: c_uint) -> c_int {
    // SAFETY: `session` is NULL or a live handle.
    guard::unit(|| unsafe { get_session(session) }?.session.key_update(flags & GNUTLS_KU_PEER != 0))
}

/// What GnuTLS takes `GNUTLS_DEFAULT_HANDSHAKE_TIMEOUT` for.
const DEFAULT_TIMEOUT_MS: c_uint = 40_000;

/// How many milliseconds a handshake may take; 0 is any time. Manual: `gnutls_handshake_set_timeout`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_handshake_set_timeout(session: gnutls_session_t, ms: c_uint) {
    guard::or((), || {
        // SAFETY: `session` is NULL or a live handle.
        if let Ok(h) = unsafe { get_session(session) } {
            h.session.set_handshake_timeout(if ms == GNUTLS_DEFAULT_HANDSHAKE_TIMEOUT {
                DEFAULT_TIMEOUT_MS
            } else {
                ms
            });
        }
    });
}

/// The longest handshake message to take; 0 is no limit of the application's.
/// Manual: `gnutls_handshake_set_max_packet_length`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_handshake_set_max_packet_length(session: gnutls_session_t, max: usize) {
    guard::or((), || {
        // SAFETY: `session` is NULL or a live handle.
        if let Ok(h) = unsafe { get_session(session) } {
            // The length field has 24 bits.
            h.session.configure(|c| c.max_message = if max == 0 { 0xff_ffff } else { max });
        }
    });
}

/// A function that runs when a server has read a ClientHello.
/// Manual: `gnutls_handshake_set_post_client_hello_function`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_handshake_set_post_client_hello_function(
    session: gnutls_session_t,
    func: gnutls_handshake_simple_hook_func,
) {
    guard::or((), || {
        // SAFETY: `session` is NULL or a live handle.
        if let Ok(h) = unsafe { get_session(session) } {
            h.application.post_client_hello.set(func);
        }
    });
}

/// A function that sees handshake messages pass. Manual: `gnutls_handshake_set_hook_function`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_handshake_set_hook_function(
    session: gnutls_session_t,
    htype: c_uint,
    when: c_int,
    func: gnutls_handshake_hook_func,
) {
    guard::or((), || {
        // SAFETY: `session` is NULL or a live handle.
        if let Ok(h) = unsafe { get_session(session) } {
            *lock(&h.application.hook) = Hook { function: func, kind: htype, when };
            h.session.configure(|c| c.hooks = func.is_some());
        }
    });
}

/// The random of the next hello: 32 bytes. Manual: `gnutls_handshake_set_random`.
/// Another size: `GNUTLS_E_INVALID_REQUEST`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_handshake_set_random(
    session: gnutls_session_t,
    random: *const gnutls_datum_t,
) -> c_int {
    guard::unit(|| {
        // SAFETY: `session` is NULL or a live handle; `random` is NULL or a valid datum.
        let (h, random) = unsafe { (get_session(session)?, datum_bytes(random)) };
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
    guard::or(NO_MESSAGE, || {
        // SAFETY: `session` is NULL or a live handle.
        unsafe { parameter(session, NO_MESSAGE, |p| p.last_in.map_or(NO_MESSAGE, u32::from)) }
    })
}

/// The handshake message that went last. Manual: `gnutls_handshake_get_last_out`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_handshake_get_last_out(
    session: gnutls_session_t,
) -> gnutls_handshake_description_t {
    guard::or(NO_MESSAGE, || {
        // SAFETY: `session` is NULL or a live handle.
        unsafe { parameter(session, NO_MESSAGE, |p| p.last_out.map_or(NO_MESSAGE, u32::from)) }
    })
}

/// What the two answer before any message.
const NO_MESSAGE: c_uint = c_uint::MAX;

/// Asks a TLS 1.3 client for its certificate after the handshake and waits for it, or answers such a request
/// (`GNUTLS_E_REAUTH_REQUEST` from a receive). Manual: `gnutls_reauth`.
///
/// `GNUTLS_E_AGAIN`, `GNUTLS_E_INTERRUPTED`, `GNUTLS_E_GOT_APPLICATION_DATA`: call again.
/// `GNUTLS_E_INVALID_REQUEST` below TLS 1.3, or if the client did not offer it.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_reauth(session: gnutls_session_t, _flags: c_uint) -> c_int {
    // SAFETY: `session` is NULL or a live handle.
    guard::unit(|| unsafe { get_session(session) }?.session.reauth())
}
