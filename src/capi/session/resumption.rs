//! Resumption and session identifiers.
use crate::abi::*;
use crate::capi::ffi::guard;
use crate::capi::ffi::memory::write_sized;
use crate::capi::object::session::get_session;
use crate::error::err;
use crate::session::lock;

/// Tells whether the handshake has resumed an earlier session: it never has.
///
/// This library does full handshakes alone; sessions are neither stored nor resumed, and tickets of a
/// server are not used.
///
/// - `session`: not used
///
/// Returns 0.
///
/// Manual: `gnutls_session_is_resumed`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_session_is_resumed(_session: gnutls_session_t) -> c_int {
    0
}

/// Tells whether the client has asked to resume a session: the answer is always no.
///
/// This library does full handshakes alone, and does not look at what a client offers to resume.
///
/// - `session`: not used
///
/// Returns 0.
///
/// Manual: `gnutls_session_resumption_requested`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_session_resumption_requested(_session: gnutls_session_t) -> c_int {
    0
}

/// Gives the session identifier.
///
/// In TLS 1.2 it is that of the ServerHello. In TLS 1.3 it has no meaning in the protocol, and each
/// side has its own. It is of use as a name of the connection in logs; it cannot be used to resume.
/// `gnutls_session_get_id2` does without a buffer.
///
/// - `session`: a session
/// - `session_id`: takes the identifier; NULL asks for the length, with success
/// - `session_id_size`: in: the capacity of `session_id` in bytes, 32 are enough; out: the length, also
///   after `GNUTLS_E_SHORT_MEMORY_BUFFER`
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_SHORT_MEMORY_BUFFER`: `session_id` is too short
/// - `GNUTLS_E_INVALID_REQUEST`: `session` or `session_id_size` is NULL
///
/// RFC 5246 section 7.4.1.2. Manual: `gnutls_session_get_id`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_session_get_id(
    session: gnutls_session_t,
    session_id: *mut c_void,
    session_id_size: *mut usize,
) -> c_int {
    guard::unit(|| {
        // SAFETY: `session` is NULL or a live handle.
        let h = unsafe { get_session(session) }?;
        let id = h.session.parameters(|p| p.session_id.clone());
        if session_id.is_null() && !session_id_size.is_null() {
            // SAFETY: `session_id_size` is not NULL. A query of the length succeeds.
            unsafe { session_id_size.write(id.len()) };
            return Ok(());
        }
        // SAFETY: `session_id` is NULL or has as much space as its size says; `session_id_size` is NULL or
        // valid for a write.
        unsafe { write_sized(&id, session_id, session_id_size, false) }
    })
}

/// Gives the session identifier, as bytes that the session keeps.
///
/// They are not to be freed or changed, and keep their address until `gnutls_deinit`; the content is
/// renewed by the next call. The identifier may be empty.
///
/// - `session`: a session
/// - `session_id`: takes up to 32 bytes
///
/// Returns `GNUTLS_E_SUCCESS` (0), or `GNUTLS_E_INVALID_REQUEST` if `session` or `session_id` is NULL.
///
/// Since 3.1.4. RFC 5246 section 7.4.1.2. Manual: `gnutls_session_get_id2`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_session_get_id2(
    session: gnutls_session_t,
    session_id: *mut gnutls_datum_t,
) -> c_int {
    guard::unit(|| {
        // SAFETY: `session` is NULL or a live handle.
        let h = unsafe { get_session(session) }?;
        if session_id.is_null() {
            return err(GNUTLS_E_INVALID_REQUEST);
        }
        let datum = h.session.parameters(|p| lock(&h.lent).session_id.lend(&p.session_id));
        // SAFETY: not NULL; the bytes are stored in the handle.
        unsafe { session_id.write(datum) };
        Ok(())
    })
}
