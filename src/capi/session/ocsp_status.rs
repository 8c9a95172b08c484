//! Certificate status requests (RFC 6066 section 8).
use core::ptr;
use core::sync::atomic::Ordering::Relaxed;

use crate::abi::*;
use crate::alg::flags::SessionFlags;
use crate::capi::ffi::guard;
use crate::capi::ffi::memory::borrowed_datum;
use crate::capi::object::session::get_session;
use crate::error::err;

/// Makes a client ask the server for the OCSP status of its certificate.
///
/// That is done by default: the call takes back `GNUTLS_NO_STATUS_REQUEST` of `gnutls_init`. Responder
/// identifiers and extensions of the request are not sent, as servers do not look at them.
///
/// - `session`: a client's session, before the handshake
/// - `responder_id`: not used; pass NULL
/// - `responder_id_size`: not used; pass 0
/// - `request_extensions`: not used; pass NULL
///
/// Returns `GNUTLS_E_SUCCESS` (0), or `GNUTLS_E_INVALID_REQUEST` if `session` is NULL.
///
/// Since 3.1.3. RFC 6066 section 8. Manual: `gnutls_ocsp_status_request_enable_client`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_ocsp_status_request_enable_client(
    session: gnutls_session_t,
    _responder_id: *mut gnutls_datum_t,
    _responder_id_size: usize,
    _request_extensions: *mut gnutls_datum_t,
) -> c_int {
    guard::unit(|| {
        // SAFETY: `session` is NULL or a live handle.
        unsafe { get_session(session) }?.session.configure(|c| c.flags -= SessionFlags::NO_STATUS_REQUEST);
        Ok(())
    })
}

/// Gives the OCSP response that the peer sent for its own certificate, in DER.
///
/// The response is as it came. The bytes belong to the session and are not to be
/// freed; they stay valid until `gnutls_deinit`, or until this function gives another response after a
/// new handshake.
///
/// - `session`: a client's session, or a server's whose client sent a certificate in TLS 1.3
/// - `response`: takes the response; of size 0 if there is none
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE`: no response came
/// - `GNUTLS_E_INVALID_REQUEST`: `session` or `response` is NULL
///
/// Since 3.1.3. RFC 6066 section 8. Manual: `gnutls_ocsp_status_request_get`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_ocsp_status_request_get(
    session: gnutls_session_t,
    response: *mut gnutls_datum_t,
) -> c_int {
    // SAFETY: `session` is NULL or a live handle; `response` is NULL or valid for a write.
    unsafe { gnutls_ocsp_status_request_get2(session, 0, response) }
}

/// Gives one of the OCSP responses that the peer sent for its chain, in DER.
///
/// TLS 1.2 has a response for the first certificate alone. The response is as it came. The bytes belong to the session and are not to be freed; they stay valid until
/// `gnutls_deinit`, or until this function gives another response after a new handshake.
///
/// - `session`: a client's session
/// - `idx`: the certificate of the peer's chain, from 0
/// - `response`: takes the response; of size 0 if there is none
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE`: no response came for this certificate
/// - `GNUTLS_E_INVALID_REQUEST`: `session` or `response` is NULL
///
/// Since 3.6.3. RFC 8446 section 4.4.2.1. Manual: `gnutls_ocsp_status_request_get2`.
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
        let found = h.session.parameters(|p| p.ocsp.get(idx as usize).filter(|r| !r.is_empty()).cloned());
        let Some(found) = found else { return err(GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE) };
        let mut lent = h.lent();
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

/// Tells whether the peer's certificate came with a valid OCSP response that does not say that it is
/// revoked.
///
/// The verification of the peer (`gnutls_certificate_verify_peers3` and its like) checks the response:
/// its signature, by the issuer of the certificate or by a responder that this certified for it, the
/// certificate that it is for, and its age. Call it after that; with
/// `GNUTLS_VERIFY_DISABLE_CRL_CHECKS` nothing is checked.
///
/// - `session`: a session
/// - `flags`: 0, or `GNUTLS_OCSP_SR_IS_AVAIL` to ask whether a response came, of whatever kind
///
/// Returns 1 if so; 0 if not, or if `session` is NULL.
///
/// Since 3.1.4. Manual: `gnutls_ocsp_status_request_is_checked`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_ocsp_status_request_is_checked(
    session: gnutls_session_t,
    flags: c_uint,
) -> c_uint {
    guard::or(0, || {
        // SAFETY: `session` is NULL or a live handle (the caller).
        let Ok(h) = (unsafe { get_session(session) }) else { return 0 };
        let came = h.session.parameters(|p| p.ocsp.first().is_some_and(|r| !r.is_empty()));
        let asked_whether_it_came = flags & GNUTLS_OCSP_SR_IS_AVAIL != 0;
        (came && (asked_whether_it_came || h.ocsp_good.load(Relaxed))).into()
    })
}
