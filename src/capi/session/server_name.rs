//! Server name indication (RFC 6066 section 3).
use crate::abi::*;
use crate::capi::ffi::guard;
use crate::capi::ffi::memory::{bytes_in, write_out, write_sized};
use crate::capi::object::session::get_session;
use crate::error::{Error, err};
use crate::pki::verify::hostname;

/// Longest name GnuTLS takes.
const MAX_NAME: usize = 255;

/// The server name that a client asks for (UTF-8, up to a NUL, without its control characters); an empty one forgets
/// it. Manual: `gnutls_server_name_set`.
///
/// Errors: `GNUTLS_E_INVALID_REQUEST`, also for a name of more than 255 bytes, `GNUTLS_E_INVALID_UTF8_STRING`.
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

/// A name that the client asked for. `*data_length` holds the capacity, and gets the length.
/// Manual: `gnutls_server_name_get`.
///
/// Errors: `GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE` beyond the last, `GNUTLS_E_SHORT_MEMORY_BUFFER`,
/// `GNUTLS_E_INVALID_REQUEST` on a client.
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
