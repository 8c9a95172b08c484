//! The callback for TLS secrets.
use crate::abi::*;
use crate::capi::ffi::guard;
use crate::capi::object::session::get_session;

/// The function that gets the secrets of the session. Manual: `gnutls_session_set_keylog_function`.
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

/// The function that gets the secrets: at first the one that writes `SSLKEYLOGFILE`.
/// Manual: `gnutls_session_get_keylog_function`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_session_get_keylog_function(session: gnutls_session_t) -> gnutls_keylog_func {
    guard::or(None, || {
        // SAFETY: `session` is NULL or a live handle.
        unsafe { get_session(session) }.ok().and_then(|h| h.application.key_log.get())
    })
}
