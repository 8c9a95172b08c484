//! Certificate status requests (RFC 6066 section 8).
use core::ptr;

use crate::abi::*;
use crate::capi::ffi::guard;
use crate::capi::ffi::memory::borrowed_datum;
use crate::capi::object::session::get_session;
use crate::error::err;
use crate::session::lock;

/// Whether the OCSP status of the server's certificate is asked for: it is, unless `gnutls_init` was
/// told otherwise. Manual: `gnutls_ocsp_status_request_enable_client`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_ocsp_status_request_enable_client(
    session: gnutls_session_t,
    _responder_id: *mut gnutls_datum_t,
    _responder_id_size: usize,
    _request_extensions: *mut gnutls_datum_t,
) -> c_int {
    guard::unit(|| {
        // SAFETY: `session` is NULL or a live handle.
        unsafe { get_session(session) }?.session.configure(|c| c.flags &= !GNUTLS_NO_STATUS_REQUEST);
        Ok(())
    })
}

/// The OCSP response of the server's certificate, as bytes that the session keeps.
/// Manual: `gnutls_ocsp_status_request_get`. Errors: `GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_ocsp_status_request_get(
    session: gnutls_session_t,
    response: *mut gnutls_datum_t,
) -> c_int {
    // SAFETY: `session` is NULL or a live handle; `response` is NULL or valid for a write.
    unsafe { gnutls_ocsp_status_request_get2(session, 0, response) }
}

/// The OCSP response at place `idx` of the chain. Manual: `gnutls_ocsp_status_request_get2`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_ocsp_status_request_get2(
    session: gnutls_session_t,
    idx: c_uint,
    response: *mut gnutls_datum_t,
) -> c_int {
    guard::unit(|| {
        // SAFETY: `session` is NULL or a live handle.
        let h = unsafe { get_session(session) }?;
        if response.is_null() {
            return err(GNUTLS_E_INVALID_REQUEST);
        }
        // SAFETY: not NULL.
        unsafe { response.write(gnutls_datum_t { data: ptr::null_mut(), size: 0 }) };
        let found = h.session.parameters(|p| p.ocsp.get(idx as usize).cloned());
        let Some(found) = found else { return err(GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE) };
        let mut lent = lock(&h.lent);
        let index = idx as usize;
        if lent.ocsp.len() <= index {
            lent.ocsp.resize(index + 1, None);
        }
        let kept = match &mut lent.ocsp[index] {
            Some(kept) if *kept == found => kept,
            slot => slot.insert(found),
        };
        // SAFETY: not NULL; the bytes are stored in the handle.
        unsafe { response.write(borrowed_datum(kept)) };
        Ok(())
    })
}

/// Non-zero if the OCSP response took part in the verification: responses are kept for the application, and not
/// looked at by this engine yet. Manual: `gnutls_ocsp_status_request_is_checked`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_ocsp_status_request_is_checked(
    _session: gnutls_session_t,
    _flags: c_uint,
) -> c_uint {
    0
}
