//! Verification of the peer's certificate.
use core::ffi::{c_int, c_uint};
use core::ptr;
use core::sync::atomic::Ordering::Relaxed;

use crate::abi::*;
use crate::capi::ffi::guard;
use crate::capi::ffi::memory::{bytes_of, write_datum, write_out};
use crate::capi::object::application::{Verifier, VerifyCert};
use crate::capi::object::peer_verification::verify_peer;
use crate::capi::object::session::{get_session, parameter};
use crate::capi::object::verify_request::VerifyRequest;
use crate::pki::cert::Certificate;
use crate::session::lock;

/// Verifies the peer's certificate chain, without a look at the peer's name.
///
/// A chain that is good for some other host passes: clients need `gnutls_certificate_verify_peers3`,
/// which takes the name. Anchors, revocation lists and flags are those of the session's certificate
/// credentials. OCSP responses are not looked at.
///
/// - `session`: a session with a certificate of the peer
/// - `status`: takes 0 if the chain is trusted, else bits of `gnutls_certificate_status_t`; not written
///   on error. NULL if it is not wanted
///
/// Returns `GNUTLS_E_SUCCESS` (0) if the verification was carried out, whatever it found, or a negative
/// error code:
/// - `GNUTLS_E_NO_CERTIFICATE_FOUND`: the peer has shown no certificate
/// - `GNUTLS_E_INSUFFICIENT_CREDENTIALS`: the session has no certificate credentials
/// - `GNUTLS_E_CONSTRAINT_ERROR`: the chain is beyond `gnutls_certificate_set_verify_limits`
/// - `GNUTLS_E_INVALID_REQUEST`: `session` is NULL, nothing is negotiated yet, or the key exchange is one without a
///   certificate of the peer
///
/// RFC 5280 section 6. Manual: `gnutls_certificate_verify_peers2`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_certificate_verify_peers2(
    session: gnutls_session_t,
    status: *mut c_uint,
) -> c_int {
    // SAFETY: `session` is NULL or a live handle; `status` is NULL or valid for a write.
    unsafe { gnutls_certificate_verify_peers(session, ptr::null_mut(), 0, status) }
}

/// Verifies the peer's certificate chain, and that the certificate names a host.
///
/// Anchors, revocation lists and flags are those of the session's certificate credentials; flags and
/// profile of the priorities are added. OCSP responses are not looked at.
/// `gnutls_session_set_verify_cert` does the same within the handshake.
///
/// - `session`: a session with a certificate of the peer
/// - `hostname`: a DNS name in UTF-8 or an IP address as text, NUL-terminated; NULL takes any name
/// - `status`: takes 0 if the peer is trusted, else bits of `gnutls_certificate_status_t`; not written
///   on error. NULL if it is not wanted
///
/// Returns `GNUTLS_E_SUCCESS` (0) if the verification was carried out, whatever it found, or a negative
/// error code:
/// - `GNUTLS_E_NO_CERTIFICATE_FOUND`: the peer has shown no certificate
/// - `GNUTLS_E_INSUFFICIENT_CREDENTIALS`: the session has no certificate credentials
/// - `GNUTLS_E_CONSTRAINT_ERROR`: the chain is beyond `gnutls_certificate_set_verify_limits`
/// - `GNUTLS_E_INVALID_REQUEST`: `session` is NULL, nothing is negotiated yet, or the key exchange is one without a
///   certificate of the peer
///
/// Since 3.1.4. RFC 5280 section 6, RFC 6125. Manual: `gnutls_certificate_verify_peers3`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_certificate_verify_peers3(
    session: gnutls_session_t,
    hostname: *const c_char,
    status: *mut c_uint,
) -> c_int {
    guard::unit(|| {
        // SAFETY: `session` is NULL or a live handle; `hostname` is NULL or a C string.
        let (h, name) = unsafe { (get_session(session)?, bytes_of(hostname)) };
        let wanted = VerifyRequest::default();
        let wanted = match name {
            Some(name) => wanted.with_host(name.to_vec()),
            None => wanted,
        };
        let found = verify_peer(h, Ok(wanted))?;
        // SAFETY: `status` is NULL or valid for a write.
        unsafe { write_out(status, found) };
        Ok(())
    })
}

/// Verifies the peer's certificate chain, and what the certificate says of names and purposes.
///
/// Each element asks for one thing: `GNUTLS_DT_DNS_HOSTNAME` a host, `GNUTLS_DT_IP_ADDRESS` an address
/// in 4 or 16 bytes, `GNUTLS_DT_RFC822NAME` an email address, `GNUTLS_DT_KEY_PURPOSE_OID` a purpose, as
/// `GNUTLS_KP_TLS_WWW_SERVER`. There is at most one host, address or mailbox, and of purposes the last
/// counts; other types, and elements without data, are passed over. Trust and flags are those of
/// `gnutls_certificate_verify_peers3`.
///
/// - `session`: a session with a certificate of the peer
/// - `data`: an array, read during the call alone; `size` is that of an address, the others are
///   NUL-terminated whatever it says. NULL asks for nothing
/// - `elements`: the number of elements in `data`
/// - `status`: takes 0 if the peer is trusted, else bits of `gnutls_certificate_status_t`; not written
///   on error. NULL if it is not wanted
///
/// Returns `GNUTLS_E_SUCCESS` (0) if the verification was carried out, whatever it found, or a negative
/// error code:
/// - `GNUTLS_E_NO_CERTIFICATE_FOUND`: the peer has shown no certificate
/// - `GNUTLS_E_INSUFFICIENT_CREDENTIALS`: the session has no certificate credentials
/// - `GNUTLS_E_CONSTRAINT_ERROR`: the chain is beyond `gnutls_certificate_set_verify_limits`
/// - `GNUTLS_E_INVALID_REQUEST`: `session` is NULL, nothing is negotiated yet, the key exchange is one without a
///   certificate of the peer, or there is more than one host, address or mailbox in `data`
///
/// Since 3.3.0. RFC 5280 section 6. Manual: `gnutls_certificate_verify_peers`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_certificate_verify_peers(
    session: gnutls_session_t,
    data: *mut gnutls_typed_vdata_st,
    elements: c_uint,
    status: *mut c_uint,
) -> c_int {
    guard::unit(|| {
        // SAFETY: `session` is NULL or a live handle; `data` is NULL or valid for a write.
        let (h, wanted) = unsafe { (get_session(session)?, VerifyRequest::read(data, elements as usize)) };
        let found = verify_peer(h, wanted)?;
        // SAFETY: `status` is NULL or valid for a write.
        unsafe { write_out(status, found) };
        Ok(())
    })
}

/// Makes each handshake of the session verify the peer's certificate and its name.
///
/// If the peer is not trusted `gnutls_handshake` returns `GNUTLS_E_CERTIFICATE_VERIFICATION_ERROR`, and
/// `gnutls_session_get_verify_cert_status` says why; `GNUTLS_E_CERTIFICATE_ERROR` if there is no
/// certificate to verify. It takes the place of any verify function. The name is copied, while GnuTLS
/// keeps the pointer.
///
/// - `session`: a session, mostly a client's; NULL is ignored
/// - `hostname`: a DNS name in UTF-8 or an IP address as text, NUL-terminated; NULL takes any name
/// - `flags`: `gnutls_certificate_verify_flags`, in addition to those of credentials and priorities
///
/// Since 3.4.6. Manual: `gnutls_session_set_verify_cert`.
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

/// Makes each handshake of the session verify the peer's certificate, with names and purposes to look
/// for.
///
/// It works as `gnutls_session_set_verify_cert` does, with the elements of
/// `gnutls_certificate_verify_peers`. The array and what it points to are not copied: they are read in
/// each handshake, and must live and stay unchanged until `gnutls_deinit`.
///
/// - `session`: a session; NULL is ignored
/// - `data`: an array of typed data; NULL asks for nothing but a good chain
/// - `elements`: the number of elements in `data`
/// - `flags`: `gnutls_certificate_verify_flags`, in addition to those of credentials and priorities
///
/// Since 3.4.6. Manual: `gnutls_session_set_verify_cert2`.
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

/// Returns what the verification within the handshake has found.
///
/// It is the verification that `gnutls_session_set_verify_cert` or `gnutls_session_set_verify_cert2`
/// asked for, and worth asking after `GNUTLS_E_CERTIFICATE_VERIFICATION_ERROR`.
/// `gnutls_certificate_verification_status_print` has a text for it.
///
/// - `session`: a session
///
/// Returns 0 if the peer was trusted, bits of `gnutls_certificate_status_t` if not, or a word with all
/// bits set if no verification was carried out or `session` is NULL.
///
/// Since 3.4.6. Manual: `gnutls_session_get_verify_cert_status`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_session_get_verify_cert_status(session: gnutls_session_t) -> c_uint {
    guard::or(c_uint::MAX, || {
        // SAFETY: `session` is NULL or a live handle.
        unsafe { get_session(session) }.map_or(c_uint::MAX, |h| h.verify_status.load(Relaxed))
    })
}

/// Sets a function of the session's own that verifies the peer within the handshake.
///
/// It is called when the peer's certificate has come, and on a server that asked for one also when the
/// client shows none. It may call `gnutls_certificate_verify_peers3`, `gnutls_certificate_get_peers`
/// and other getters, and returns 0 to accept. A number below -1 ends the handshake with that code,
/// other numbers with `GNUTLS_E_CERTIFICATE_ERROR`. It takes the place of
/// `gnutls_session_set_verify_cert` and goes before the function of the credentials.
///
/// - `session`: a session; NULL is ignored
/// - `func`: the function; NULL leaves it to that of the credentials, if they have one
///
/// Since 3.4.6. Manual: `gnutls_session_set_verify_function`.
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

/// Sets a function that is told each step when the peer's chain is verified.
///
/// It is called after each verification of the session, within the handshake or by `gnutls_certificate_verify_peers3`
/// and the like, once for each certificate of the path, that of the peer last: with the certificate, its issuer or
/// NULL, the revocation list that was looked at or NULL, and the bits of `gnutls_certificate_status_t`. The handles are
/// valid during the call only. What the function returns is ignored.
///
/// - `session`: a session; NULL is ignored
/// - `func`: the function; NULL for none
///
/// Since 3.7.0. Manual: `gnutls_session_set_verify_output_function`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_session_set_verify_output_function(
    session: gnutls_session_t,
    func: Option<gnutls_verify_output_function>,
) {
    guard::or((), || {
        // SAFETY: `session` is NULL or a live handle.
        if let Ok(h) = unsafe { get_session(session) } {
            h.application.verify_output.set(func);
        }
    });
}

/// Returns when the validity of the peer's certificate ends.
///
/// It is the certificate that the peer has shown first, trusted or not.
/// `gnutls_certificate_verify_peers3` looks at the times of the whole chain by itself.
///
/// - `session`: a session
///
/// Returns seconds since 1970, or -1 if the peer has shown no certificate or `session` is NULL.
///
/// Deprecated: for other checks import the bytes of `gnutls_certificate_get_peers`. Manual:
/// `gnutls_certificate_expiration_time_peers`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_certificate_expiration_time_peers(session: gnutls_session_t) -> time_t {
    guard::or(-1, || {
        // SAFETY: `session` is NULL or a live handle.
        unsafe { parameter(session, -1, |p| p.peer_chain.first().map_or(-1, Certificate::not_after)) }
    })
}

/// Returns when the validity of the peer's certificate begins.
///
/// It is the certificate that the peer has shown first, trusted or not.
/// `gnutls_certificate_verify_peers3` looks at the times of the whole chain by itself.
///
/// - `session`: a session
///
/// Returns seconds since 1970, or -1 if the peer has shown no certificate or `session` is NULL.
///
/// Deprecated: for other checks import the bytes of `gnutls_certificate_get_peers`. Manual:
/// `gnutls_certificate_activation_time_peers`.
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

/// Puts the status of a verification into words.
///
/// The text is in English: a sentence that says whether the certificate is trusted, and one for each
/// bit that is set.
///
/// - `status`: bits of `gnutls_certificate_status_t`; 0 is trusted
/// - `type_`: `GNUTLS_CRT_X509`; with another type the reasons are left out
/// - `out`: takes a NUL-terminated string, whose size does not count the NUL; the caller frees it with
///   `gnutls_free`
/// - `flags`: not used; pass 0
///
/// Returns `GNUTLS_E_SUCCESS` (0), or `GNUTLS_E_INVALID_REQUEST` if `out` is NULL.
///
/// It may be called from any thread. Since 3.1.4. Manual:
/// `gnutls_certificate_verification_status_print`.
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
