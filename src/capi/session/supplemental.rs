//! Supplemental data (RFC 4680): messages of TLS 1.2 and earlier whose contents the application makes.
use core::ptr;
use std::ffi::CStr;
use std::sync::Arc;

use crate::abi::*;
use crate::capi::ffi::guard;
use crate::capi::object::session::get_session;
use crate::capi::object::supplemental::{GLOBAL_SUPPLEMENTAL, Supplemental};
use crate::error::{Result, err};
use crate::session::lock;

/// Adds a type to a list.
///
/// # Safety
/// `name` is NULL or a C string.
unsafe fn add(
    list: &mut Vec<Supplemental>,
    taken: &[Supplemental],
    name: *const c_char,
    kind: gnutls_supplemental_data_format_type_t,
    receive: gnutls_supp_recv_func,
    send: gnutls_supp_send_func,
) -> Result<()> {
    let Ok(kind) = u16::try_from(kind) else { return err(GNUTLS_E_INVALID_REQUEST) };
    if list.iter().chain(taken).any(|k| k.kind == kind) {
        return err(GNUTLS_E_ALREADY_REGISTERED);
    }
    // SAFETY: `name` is not NULL, so a C string (the caller).
    let name = (!name.is_null()).then(|| Arc::from(unsafe { CStr::from_ptr(name) }));
    list.push(Supplemental { kind, name, receive, send });
    Ok(())
}

/// Registers a type of supplemental data for all sessions that are made after this call.
///
/// `send_func` writes its data with `gnutls_buffer_append_data`, and `recv_func` gets that of the peer;
/// a negative answer of either ends the handshake with that code. They run in sessions that ask for it
/// with `gnutls_supplemental_send` and `gnutls_supplemental_recv`. TLS 1.3 has no supplemental data, so
/// these sessions do not use it.
///
/// - `name`: a NUL-terminated name for a reader, which is copied; NULL for none
/// - `type_`: the type, 0 to 65535
/// - `recv_func`: what receives data; may be NULL
/// - `send_func`: what sends data; NULL sends none
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_ALREADY_REGISTERED`: the type is registered
/// - `GNUTLS_E_INVALID_REQUEST`: the type is out of range
///
/// It stays for the life of the process. Since 3.4.0. RFC 4680. Manual: `gnutls_supplemental_register`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_supplemental_register(
    name: *const c_char,
    type_: gnutls_supplemental_data_format_type_t,
    recv_func: gnutls_supp_recv_func,
    send_func: gnutls_supp_send_func,
) -> c_int {
    guard::unit(|| {
        // SAFETY: `name` is NULL or a C string (the caller).
        unsafe { add(&mut lock(&GLOBAL_SUPPLEMENTAL), &[], name, type_, recv_func, send_func) }
    })
}

/// Registers a type of supplemental data for one session.
///
/// It is as `gnutls_supplemental_register`. The session does not use TLS 1.3 any more.
///
/// - `session`: a session, before the handshake
/// - `name`: a NUL-terminated name for a reader, which is copied; NULL for none
/// - `type_`: the type, 0 to 65535
/// - `recv_func`: what receives data; may be NULL
/// - `send_func`: what sends data; NULL sends none
/// - `flags`: not used; pass 0
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_ALREADY_REGISTERED`: the type is registered for the session or for all
/// - `GNUTLS_E_INVALID_REQUEST`: `session` is NULL, or the type is out of range
///
/// Since 3.5.5. RFC 4680. Manual: `gnutls_session_supplemental_register`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_session_supplemental_register(
    session: gnutls_session_t,
    name: *const c_char,
    type_: gnutls_supplemental_data_format_type_t,
    recv_func: gnutls_supp_recv_func,
    send_func: gnutls_supp_send_func,
    _flags: c_uint,
) -> c_int {
    guard::unit(|| {
        // SAFETY: `session` is NULL or a live handle (the caller).
        let h = unsafe { get_session(session) }?;
        let global = lock(&GLOBAL_SUPPLEMENTAL).clone();
        let mut own = lock(&h.application.supplemental);
        // SAFETY: `name` is NULL or a C string (the caller).
        unsafe { add(&mut own, &global, name, type_, recv_func, send_func)? };
        h.session.configure(|c| c.no_tls13 = true);
        Ok(())
    })
}

/// Makes a session expect supplemental data of the peer.
///
/// The handshake fails if none comes. The functions that are registered for its types get it.
///
/// - `session`: a session, before the handshake; NULL is ignored
/// - `do_recv_supplemental`: other than 0 to expect it
///
/// Since 3.4.0. RFC 4680. Manual: `gnutls_supplemental_recv`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_supplemental_recv(session: gnutls_session_t, do_recv_supplemental: c_uint) {
    guard::or((), || {
        // SAFETY: `session` is NULL or a live handle (the caller).
        if let Ok(h) = unsafe { get_session(session) } {
            h.session.configure(|c| c.supplemental_recv = do_recv_supplemental != 0);
        }
    });
}

/// Makes a session send the supplemental data of the functions that are registered.
///
/// The peer has to expect it.
///
/// - `session`: a session, before the handshake; NULL is ignored
/// - `do_send_supplemental`: other than 0 to send it
///
/// Since 3.4.0. RFC 4680. Manual: `gnutls_supplemental_send`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_supplemental_send(session: gnutls_session_t, do_send_supplemental: c_uint) {
    guard::or((), || {
        // SAFETY: `session` is NULL or a live handle (the caller).
        if let Ok(h) = unsafe { get_session(session) } {
            h.session.configure(|c| c.supplemental_send = do_send_supplemental != 0);
        }
    });
}

/// Returns the name of a type of supplemental data.
///
/// - `type_`: a type of `gnutls_supplemental_register`
///
/// Returns the name, which lives as long as the process and is not to be freed; NULL for a type that
/// is not registered, or that has no name.
///
/// It may be called from any thread. Manual: `gnutls_supplemental_get_name`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_supplemental_get_name(
    type_: gnutls_supplemental_data_format_type_t,
) -> *const c_char {
    guard::or(ptr::null(), || {
        let list = lock(&GLOBAL_SUPPLEMENTAL);
        let found = list.iter().find(|k| u32::from(k.kind) == type_);
        found.and_then(|k| k.name.as_ref()).map_or(ptr::null(), |name| name.as_ptr())
    })
}
