//! Application-layer protocol negotiation (RFC 7301).
use core::ptr;

use crate::abi::*;
use crate::capi::ffi::guard;
use crate::capi::ffi::memory::{datum_bytes, write_out};
use crate::capi::object::session::get_session;
use crate::error::err;
use crate::session::lock;

/// The longest protocol of ALPN.
const MAX_PROTOCOL: usize = 31;

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
    const MAX_PROTOCOLS: usize = 8;
    guard::unit(|| {
        // SAFETY: `session` is NULL or a live handle.
        let h = unsafe { get_session(session) }?;
        if protocols.is_null() && protocols_size != 0 {
            return err(GNUTLS_E_INVALID_REQUEST);
        }
        let mut list = Vec::new();
        for i in 0..(protocols_size as usize).min(MAX_PROTOCOLS) {
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
        // SAFETY: `session` is NULL or a live handle.
        let h = unsafe { get_session(session) }?;
        let Some(alpn) = h.session.parameters(|p| p.alpn.clone()) else {
            // SAFETY: `protocol` is NULL or valid for a write.
            unsafe { write_out(protocol, gnutls_datum_t { data: ptr::null_mut(), size: 0 }) };
            return err(GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE);
        };
        let datum = lock(&h.lent).alpn.lend(&alpn);
        // SAFETY: NULL or valid; the bytes are stored in the handle.
        unsafe { write_out(protocol, datum) };
        Ok(())
    })
}
