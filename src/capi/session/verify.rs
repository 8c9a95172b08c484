//! Verification of the peer's certificate.
use core::ffi::{c_int, c_uint};
use core::ptr;
use core::sync::atomic::Ordering::Relaxed;

use crate::abi::*;
use crate::capi::ffi::guard;
use crate::capi::ffi::memory::{bytes_of, write_datum, write_out};
use crate::capi::object::application::{Verifier, VerifyCert};
use crate::capi::object::peer_verification::{PeerRequest, read_typed_data, verify_peer};
use crate::capi::object::session::{get_session, parameter};
use crate::pki::cert::Certificate;
use crate::session::lock;

/// Verifies the peer's chain; the result, `gnutls_certificate_status_t` bits, in `*status`.
/// Manual: `gnutls_certificate_verify_peers2`.
///
/// Errors: `GNUTLS_E_NO_CERTIFICATE_FOUND`, `GNUTLS_E_INSUFFICIENT_CREDENTIALS`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_certificate_verify_peers2(
    session: gnutls_session_t,
    status: *mut c_uint,
) -> c_int {
    // SAFETY: `session` is NULL or a live handle; `status` is NULL or valid for a write.
    unsafe { gnutls_certificate_verify_peers(session, ptr::null_mut(), 0, status) }
}

/// As `gnutls_certificate_verify_peers2`, with a host name that the certificate must have; NULL is any.
/// Manual: `gnutls_certificate_verify_peers3`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_certificate_verify_peers3(
    session: gnutls_session_t,
    hostname: *const c_char,
    status: *mut c_uint,
) -> c_int {
    guard::unit(|| {
        // SAFETY: `session` is NULL or a live handle; `hostname` is NULL or a C string.
        let (h, name) = unsafe { (get_session(session)?, bytes_of(hostname)) };
        let wanted = PeerRequest { hostname: name.map(<[u8]>::to_vec), ..PeerRequest::default() };
        let found = verify_peer(h, &wanted)?;
        // SAFETY: `status` is NULL or valid for a write.
        unsafe { write_out(status, found) };
        Ok(())
    })
}

/// As `gnutls_certificate_verify_peers2`, with names and purposes to look for.
/// Manual: `gnutls_certificate_verify_peers`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_certificate_verify_peers(
    session: gnutls_session_t,
    data: *mut gnutls_typed_vdata_st,
    elements: c_uint,
    status: *mut c_uint,
) -> c_int {
    guard::unit(|| {
        // SAFETY: `session` is NULL or a live handle; `data` is NULL or valid for a write.
        let (h, wanted) = unsafe { (get_session(session)?, read_typed_data(data, elements)?) };
        let found = verify_peer(h, &wanted)?;
        // SAFETY: `status` is NULL or valid for a write.
        unsafe { write_out(status, found) };
        Ok(())
    })
}

/// The handshake verifies the peer itself, with this host name; NULL is any name.
/// Manual: `gnutls_session_set_verify_cert`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_session_set_verify_cert(
    session: gnutls_session_t,
    hostname: *const c_char,
    flags: c_uint,
) {
    guard::or((), || {
        // SAFETY: `session` is NULL or a live handle; `hostname` is NULL or a C string.
        let (Ok(h), name) = (unsafe { (get_session(session), bytes_of(hostname)) }) else { return };
        let hostname = name.map(<[u8]>::to_vec);
        let wanted = VerifyCert { hostname, flags, ..VerifyCert::default() };
        *lock(&h.application.verifier) = Verifier::Automatic(wanted);
    })
}

/// As `gnutls_session_set_verify_cert`, with names and purposes; the array must outlive the session.
/// Manual: `gnutls_session_set_verify_cert2`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_session_set_verify_cert2(
    session: gnutls_session_t,
    data: *mut gnutls_typed_vdata_st,
    elements: c_uint,
    flags: c_uint,
) {
    guard::or((), || {
        // SAFETY: `session` is NULL or a live handle; `data` is NULL or valid for a write.
        if let Ok(h) = unsafe { get_session(session) } {
            let wanted = VerifyCert { data: data as usize, elements, flags, ..VerifyCert::default() };
            *lock(&h.application.verifier) = Verifier::Automatic(wanted);
        }
    });
}

/// What the automatic verification found; all bits set if there was none.
/// Manual: `gnutls_session_get_verify_cert_status`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_session_get_verify_cert_status(session: gnutls_session_t) -> c_uint {
    guard::or(c_uint::MAX, || {
        // SAFETY: `session` is NULL or a live handle.
        unsafe { get_session(session) }.map_or(c_uint::MAX, |h| h.verify_status.load(Relaxed))
    })
}

/// A function of the session's own that verifies the peer, in place of `gnutls_session_set_verify_cert`; NULL
/// leaves it to that of the credentials. Manual: `gnutls_session_set_verify_function`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_session_set_verify_function(
    session: gnutls_session_t,
    func: Option<gnutls_certificate_verify_function>,
) {
    guard::or((), || {
        // SAFETY: `session` is NULL or a live handle.
        if let Ok(h) = unsafe { get_session(session) } {
            *lock(&h.application.verifier) = func.map_or(Verifier::OfCredentials, Verifier::Function);
        }
    });
}

/// When the peer's certificate ends; -1 without one. Manual: `gnutls_certificate_expiration_time_peers`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_certificate_expiration_time_peers(session: gnutls_session_t) -> time_t {
    guard::or(-1, || {
        // SAFETY: `session` is NULL or a live handle.
        unsafe { parameter(session, -1, |p| p.peer_chain.first().map_or(-1, Certificate::not_after)) }
    })
}

/// When the peer's certificate began; -1 without one. Manual: `gnutls_certificate_activation_time_peers`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_certificate_activation_time_peers(session: gnutls_session_t) -> time_t {
    guard::or(-1, || {
        // SAFETY: `session` is NULL or a live handle.
        unsafe { parameter(session, -1, |p| p.peer_chain.first().map_or(-1, Certificate::not_before)) }
    })
}

/// What each status bit of an X.509 certificate means, in the order in which they are told.
static REASONS: &[(u32, &str)] = &[
    (GNUTLS_CERT_REVOKED, "The certificate chain is revoked. "),
    (GNUTLS_CERT_MISMATCH, "The certificate doesn't match the local copy (TOFU). "),
    (
        GNUTLS_CERT_REVOCATION_DATA_SUPERSEDED,
        "The revocation or OCSP data are old and have been superseded. ",
    ),
    (
        GNUTLS_CERT_REVOCATION_DATA_ISSUED_IN_FUTURE,
        "The revocation or OCSP data are issued with a future date. ",
    ),
    (GNUTLS_CERT_SIGNER_NOT_FOUND, "The certificate issuer is unknown. "),
    (GNUTLS_CERT_SIGNER_NOT_CA, "The certificate issuer is not a CA. "),
    (GNUTLS_CERT_INSECURE_ALGORITHM, "The certificate chain uses insecure algorithm. "),
    (GNUTLS_CERT_SIGNER_CONSTRAINTS_FAILURE, "The certificate chain violates the signer's constraints. "),
    (GNUTLS_CERT_PURPOSE_MISMATCH, "The certificate chain does not match the intended purpose. "),
    (GNUTLS_CERT_NOT_ACTIVATED, "The certificate chain uses not yet valid certificate. "),
    (GNUTLS_CERT_EXPIRED, "The certificate chain uses expired certificate. "),
    (GNUTLS_CERT_SIGNATURE_FAILURE, "The signature in the certificate is invalid. "),
    (GNUTLS_CERT_UNEXPECTED_OWNER, "The name in the certificate does not match the expected. "),
    (
        GNUTLS_CERT_MISSING_OCSP_STATUS,
        "The certificate requires the server to include an OCSP status in its response, but the OCSP status is missing. ",
    ),
    (GNUTLS_CERT_INVALID_OCSP_STATUS, "The received OCSP status response is invalid. "),
    (GNUTLS_CERT_UNKNOWN_CRIT_EXTENSIONS, "The certificate contains an unknown critical extension. "),
];

/// The status of a verification in words; the caller frees it. Manual: `gnutls_certificate_verification_status_print`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_certificate_verification_status_print(
    status: c_uint,
    type_: gnutls_certificate_type_t,
    out: *mut gnutls_datum_t,
    flags: c_uint,
) -> c_int {
    let _ = flags;
    guard::unit(|| {
        let verdict =
            if status == 0 { "The certificate is trusted. " } else { "The certificate is NOT trusted. " };
        let mut text = verdict.to_string();
        if type_ == GNUTLS_CRT_X509 {
            for (bit, reason) in REASONS {
                if status & bit != 0 {
                    text.push_str(reason);
                }
            }
        }
        // SAFETY: `out` is NULL or valid for a write.
        unsafe { write_datum(text.as_bytes(), out) }
    })
}
