//! Chapter extensions: names and application protocols.
use core::ptr;

use super::callback::lock;
use super::session::get;
use super::{guard, memory};
use crate::abi::*;
use crate::error::{Error, err};
use crate::pki::hostname;

/// Longest name GnuTLS takes.
const MAX_NAME: usize = 255;
/// The longest protocol of ALPN.
const MAX_PROTOCOL: usize = 31;

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
        // SAFETY: the caller's promise on session and name.
        let (h, name) = unsafe { (get(session)?, memory::given(name, name_length)?) };
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

/// A name that the client asked for. `*data_length` holds the room, and gets the length.
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
        // SAFETY: the caller's promise.
        let h = unsafe { get(session) }?;
        if h.session.role() == crate::handshake::config::Role::Client {
            return err(GNUTLS_E_INVALID_REQUEST);
        }
        let name = h.session.facts(|f| f.server_names.get(indx as usize).cloned());
        let name = name.ok_or(Error::new(GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE))?;
        // SAFETY: the caller's promise on the out-pointers.
        unsafe {
            memory::put(type_, GNUTLS_NAME_DNS);
            memory::fill(&name, data, data_length, true)
        }
    })
}

/// The application protocols to offer, or to choose from. `flags`: `gnutls_alpn_flags_t`.
/// Manual: `gnutls_alpn_set_protocols`.
///
/// Errors: `GNUTLS_E_INVALID_REQUEST` for more than eight, or for one that is too long.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_alpn_set_protocols(
    session: gnutls_session_t,
    protocols: *const gnutls_datum_t,
    protocols_size: c_uint,
    flags: c_uint,
) -> c_int {
    const MOST: usize = 8;
    guard::unit(|| {
        // SAFETY: the caller's promise.
        let h = unsafe { get(session) }?;
        if protocols.is_null() && protocols_size != 0 {
            return err(GNUTLS_E_INVALID_REQUEST);
        }
        let mut list = Vec::new();
        for i in 0..(protocols_size as usize).min(MOST) {
            // SAFETY: the array has `protocols_size` datums.
            let protocol = unsafe { memory::datum_bytes(protocols.add(i)) }.unwrap_or_default();
            // No server takes an empty one (RFC 7301 section 3.1); the longest is GnuTLS's.
            if !(1..=MAX_PROTOCOL).contains(&protocol.len()) {
                return err(GNUTLS_E_INVALID_REQUEST);
            }
            list.push(protocol.to_vec());
        }
        h.session.configure(|c| {
            c.alpn.protocols = list;
            c.alpn.mandatory = flags & GNUTLS_ALPN_MANDATORY != 0;
            c.alpn.server_precedence = flags & GNUTLS_ALPN_SERVER_PRECEDENCE != 0;
        });
        Ok(())
    })
}

/// The protocol that was agreed, as bytes that the session keeps.
/// Manual: `gnutls_alpn_get_selected_protocol`.
///
/// Errors: `GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_alpn_get_selected_protocol(
    session: gnutls_session_t,
    protocol: *mut gnutls_datum_t,
) -> c_int {
    guard::unit(|| {
        // SAFETY: the caller's promise.
        let h = unsafe { get(session) }?;
        let Some(alpn) = h.session.facts(|f| f.alpn.clone()) else {
            // SAFETY: NULL or valid.
            unsafe { memory::put(protocol, gnutls_datum_t { data: ptr::null_mut(), size: 0 }) };
            return err(GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE);
        };
        let datum = lock(&h.lent).alpn.lend(&alpn);
        // SAFETY: NULL or valid; the bytes live in the handle.
        unsafe { memory::put(protocol, datum) };
        Ok(())
    })
}
