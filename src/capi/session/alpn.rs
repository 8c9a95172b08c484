//! Application-layer protocol negotiation (RFC 7301).
use core::ptr;

use crate::abi::*;
use crate::capi::ffi::guard;
use crate::capi::ffi::memory::{datum_bytes, write_out};
use crate::capi::object::session::get_session;
use crate::error::err;

/// The longest protocol of ALPN.
const MAX_PROTOCOL: usize = 31;

/// Sets the application protocols that a client offers, or that a server chooses from.
///
/// They are in order of preference, and copied. The choice is the client's first that the server has,
/// with `GNUTLS_ALPN_SERVER_PRECEDENCE` the server's first that the client has. Without a common one
/// the handshake goes on without a protocol, unless a server has `GNUTLS_ALPN_MANDATORY`: then it fails
/// with `GNUTLS_E_NO_APPLICATION_PROTOCOL`.
///
/// - `session`: a session, before the handshake
/// - `protocols`: an array of names of 1 to 31 bytes, such as `h2`; NULL if `protocols_size` is 0
/// - `protocols_size`: the number of names, at most 8; 0 turns the extension off
/// - `flags`: a combination of `gnutls_alpn_flags_t`, or 0
///
/// Returns `GNUTLS_E_SUCCESS` (0), or `GNUTLS_E_INVALID_REQUEST` if `session`, or the array with a
/// size, is NULL, there are too many names, or a name is empty or too long. Then nothing is changed.
///
/// RFC 7301. Manual: `gnutls_alpn_set_protocols`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_alpn_set_protocols(
    session: gnutls_session_t,
    protocols: *const gnutls_datum_t,
    protocols_size: c_uint,
    flags: c_uint,
) -> c_int {
    const MAX_PROTOCOLS: usize = 8;
    guard::unit(|| {
        // SAFETY: `session` is NULL or a live handle.
        let h = unsafe { get_session(session) }?;
        if protocols.is_null() && protocols_size != 0 {
            return err(GNUTLS_E_INVALID_REQUEST);
        }
        let mut list = Vec::new();
        if protocols_size as usize > MAX_PROTOCOLS {
            return err(GNUTLS_E_INVALID_REQUEST);
        }
        for i in 0..protocols_size as usize {
            // SAFETY: the array has `protocols_size` datums.
            let protocol = unsafe { datum_bytes(protocols.add(i)) }.unwrap_or_default();
            // Empty protocols are not allowed (RFC 7301 section 3.1); the maximum length is GnuTLS's.
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

/// Gives the application protocol that client and server agreed on.
///
/// The bytes belong to the session, are not to be freed, and do not end with a NUL. They keep their
/// address until `gnutls_deinit`; the content is renewed by the next call.
///
/// - `session`: a session
/// - `protocol`: takes the name; of size 0 if there is none. NULL only asks whether there is one
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE`: no protocol was agreed on
/// - `GNUTLS_E_INVALID_REQUEST`: `session` is NULL
///
/// RFC 7301. Manual: `gnutls_alpn_get_selected_protocol`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_alpn_get_selected_protocol(
    session: gnutls_session_t,
    protocol: *mut gnutls_datum_t,
) -> c_int {
    guard::unit(|| {
        // SAFETY: `session` is NULL or a live handle.
        let h = unsafe { get_session(session) }?;
        let Some(alpn) = h.session.parameters(|p| p.alpn.clone()) else {
            // SAFETY: `protocol` is NULL or valid for a write.
            unsafe { write_out(protocol, gnutls_datum_t { data: ptr::null_mut(), size: 0 }) };
            return err(GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE);
        };
        let datum = h.lent().alpn.lend(&alpn);
        // SAFETY: NULL or valid; the bytes are stored in the handle.
        unsafe { write_out(protocol, datum) };
        Ok(())
    })
}
