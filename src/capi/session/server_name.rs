//! Server name indication (RFC 6066 section 3).
use crate::abi::*;
use crate::capi::ffi::guard;
use crate::capi::ffi::memory::{bytes_in, write_out, write_sized};
use crate::capi::object::session::get_session;
use crate::error::{Error, err};
use crate::pki::verify::hostname;

/// Longest name GnuTLS takes.
const MAX_NAME: usize = 255;

/// Sets the name of the server that a client wants to reach, for the server_name extension.
///
/// A server with several certificates chooses by it. The name is copied, and written in its ASCII form
/// (IDNA); control characters are left out. It does not make the client verify that name: see
/// `gnutls_session_set_verify_cert`. IP addresses do not belong here.
///
/// - `session`: a client's session, before the handshake
/// - `type_`: `GNUTLS_NAME_DNS`
/// - `name`: the DNS name in UTF-8; it ends at a NUL, if it has one
/// - `name_length`: the length of `name` in bytes, at most 255; 0 sends no name
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_INVALID_UTF8_STRING`: the name is not UTF-8
/// - `GNUTLS_E_INVALID_REQUEST`: the name is too long, `type_` is another, or `session`, or `name` with
///   a length, is NULL
///
/// RFC 6066 section 3. Manual: `gnutls_server_name_set`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_server_name_set(
    session: gnutls_session_t,
    type_: gnutls_server_name_type_t,
    name: *const c_void,
    name_length: usize,
) -> c_int {
    guard::unit(|| {
        // SAFETY: `session` is NULL or a live handle; `name` is NULL or has `name_length` bytes.
        let (h, name) = unsafe { (get_session(session)?, bytes_in(name, name_length)?) };
        if type_ != GNUTLS_NAME_DNS || name.len() > MAX_NAME {
            return err(GNUTLS_E_INVALID_REQUEST);
        }
        let name = name.split(|b| *b == 0).next().unwrap_or_default();
        let text = core::str::from_utf8(name).map_err(|_| Error::new(GNUTLS_E_INVALID_UTF8_STRING))?;
        let text: String = text.chars().filter(|c| !c.is_control()).collect();
        let ascii = hostname::to_ascii(&text).into_bytes();
        h.session.configure(|c| c.server_names = Some(ascii).filter(|n| !n.is_empty()).into_iter().collect());
        Ok(())
    })
}

/// Tells a server which name the client asked for.
///
/// It is known from the ClientHello on, and so in the function of
/// `gnutls_handshake_set_post_client_hello_function`. The name is as the client sent it, in ASCII form.
/// A client may name anything: it is no proof of identity.
///
/// - `session`: a server's session
/// - `data`: takes the name with a NUL; NULL asks for the length
/// - `data_length`: in: the capacity of `data` in bytes; out: the length without the NUL, or after
///   `GNUTLS_E_SHORT_MEMORY_BUFFER` what is needed, the NUL included
/// - `type_`: takes `GNUTLS_NAME_DNS`; NULL if it is not wanted
/// - `indx`: which name, from 0
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE`: the client sent no name, or not so many
/// - `GNUTLS_E_SHORT_MEMORY_BUFFER`: `data` is NULL or too short
/// - `GNUTLS_E_INVALID_REQUEST`: `session` or `data_length` is NULL, or the session is a client's
///
/// RFC 6066 section 3. Manual: `gnutls_server_name_get`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_server_name_get(
    session: gnutls_session_t,
    data: *mut c_void,
    data_length: *mut usize,
    type_: *mut c_uint,
    indx: c_uint,
) -> c_int {
    guard::unit(|| {
        // SAFETY: `session` is NULL or a live handle.
        let h = unsafe { get_session(session) }?;
        if h.session.role() == crate::handshake::config::Role::Client {
            return err(GNUTLS_E_INVALID_REQUEST);
        }
        let name = h.session.parameters(|p| p.server_names.get(indx as usize).cloned());
        let name = name.ok_or(Error::new(GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE))?;
        // SAFETY: `data` is NULL or has as much space as its size says; `type_` and `data_length` are NULL or
        // valid for writes.
        unsafe {
            write_out(type_, GNUTLS_NAME_DNS);
            write_sized(&name, data, data_length, true)
        }
    })
}
