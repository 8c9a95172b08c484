//! The callback for TLS secrets.
use crate::abi::*;
use crate::capi::ffi::guard;
use crate::capi::object::session::get_session;

/// Sets the function that gets the secrets of the session, for tools that decrypt its traffic.
///
/// It gets the session, a label as in a key log, such as `CLIENT_TRAFFIC_SECRET_0`, and the secret,
/// both valid during the call alone. A new session has a function that appends to the file which the
/// environment variable `SSLKEYLOGFILE` names. What the function returns is not looked at.
///
/// - `session`: a session; NULL is ignored
/// - `func`: the function; NULL logs nothing, `SSLKEYLOGFILE` included
///
/// The function runs in the handshake, in its thread. Since 3.6.13. Manual:
/// `gnutls_session_set_keylog_function`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_session_set_keylog_function(
    session: gnutls_session_t,
    func: gnutls_keylog_func,
) {
    guard::or((), || {
        // SAFETY: `session` is NULL or a live handle.
        if let Ok(h) = unsafe { get_session(session) } {
            h.application.key_log.set(func);
            h.session.configure(|c| c.key_log = func.is_some());
        }
    });
}

/// Returns the function that gets the secrets of the session.
///
/// A function that is to be set in its place may call it, so that the file of `SSLKEYLOGFILE` is
/// written as well.
///
/// - `session`: a session; NULL gives NULL
///
/// Returns the function of `gnutls_session_set_keylog_function`, at first the one that writes to the
/// file of `SSLKEYLOGFILE`, or NULL if that was set.
///
/// Since 3.6.13. Manual: `gnutls_session_get_keylog_function`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_session_get_keylog_function(session: gnutls_session_t) -> gnutls_keylog_func {
    guard::or(None, || {
        // SAFETY: `session` is NULL or a live handle.
        unsafe { get_session(session) }.ok().and_then(|h| h.application.key_log.get())
    })
}
