//! Resumption and session identifiers.
use crate::abi::*;
use crate::capi::ffi::guard;
use crate::capi::ffi::memory::write_sized;
use crate::capi::object::session::get_session;
use crate::error::err;
use crate::session::lock;

/// 1 if the session is resumed: this engine does not resume yet. Manual: `gnutls_session_is_resumed`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_session_is_resumed(_session: gnutls_session_t) -> c_int {
    0
}

/// 1 if the client asked to resume a session: never here, for no session is given to resume.
/// Manual: `gnutls_session_resumption_requested`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_session_resumption_requested(_session: gnutls_session_t) -> c_int {
    0
}

/// The session's identifier. `*session_id_size` holds the capacity, and gets the length.
/// Manual: `gnutls_session_get_id`.
///
/// Errors: `GNUTLS_E_SHORT_MEMORY_BUFFER`, `GNUTLS_E_INVALID_REQUEST`.
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

/// The session's identifier, as bytes that the session keeps. Manual: `gnutls_session_get_id2`.
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
