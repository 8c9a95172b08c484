//! Credentials of a session, and the certificates of both sides.
use core::ptr;

use crate::abi::*;
use crate::capi::ffi::guard;
use crate::capi::ffi::memory::{DatumList, write_out};
use crate::capi::object::application::Credentials;
use crate::capi::object::session::get_session;
use crate::error::err;
use crate::handshake::config::{CertificateRequest, Role};
use crate::session::lock;

/// Whether a server's CertificateRequest leaves the CA names out.
/// Manual: `gnutls_certificate_send_x509_rdn_sequence`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_certificate_send_x509_rdn_sequence(session: gnutls_session_t, status: c_int) {
    guard::or((), || {
        // SAFETY: `session` is NULL or a live handle.
        if let Ok(h) = unsafe { get_session(session) } {
            h.application.hide_ca_names.store(status != 0, core::sync::atomic::Ordering::Relaxed);
        }
    });
}

/// Whether a server asks for a client certificate. Manual: `gnutls_certificate_server_set_request`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_certificate_server_set_request(
    session: gnutls_session_t,
    req: gnutls_certificate_request_t,
) {
    guard::or((), || {
        // SAFETY: `session` is NULL or a live handle.
        if let Ok(h) = unsafe { get_session(session) } {
            let request = match req {
                GNUTLS_CERT_REQUEST => CertificateRequest::Request,
                GNUTLS_CERT_REQUIRE => CertificateRequest::Require,
                _ => CertificateRequest::Ignore,
            };
            h.session.configure(|c| c.certificate_request = request);
        }
    });
}

/// 1 if the server asked this client for a certificate. Manual: `gnutls_certificate_client_get_request_status`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_certificate_client_get_request_status(session: gnutls_session_t) -> c_uint {
    guard::or(0, || {
        // SAFETY: `session` is NULL or a live handle.
        unsafe { get_session(session) }.map_or(0, |h| {
            (h.session.role() == Role::Client && h.session.parameters(|p| p.certificate_requested)).into()
        })
    })
}

/// Tells the session which credentials to use; they must outlive it. Manual: `gnutls_credentials_set`.
///
/// Errors: `GNUTLS_E_INVALID_REQUEST`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_credentials_set(
    session: gnutls_session_t,
    type_: gnutls_credentials_type_t,
    cred: *mut c_void,
) -> c_int {
    guard::unit(|| {
        // SAFETY: `session` is NULL or a live handle.
        let h = unsafe { get_session(session) }?;
        let mut credentials = lock(&h.application.credentials);
        match type_ {
            GNUTLS_CRD_CERTIFICATE => {
                credentials.certificate = cred.cast::<gnutls_certificate_credentials_st>();
                h.session.configure(|c| c.has_certificates = !cred.is_null());
            }
            GNUTLS_CRD_ANON => credentials.anon = cred,
            GNUTLS_CRD_PSK => credentials.psk = cred,
            GNUTLS_CRD_SRP => credentials.srp = cred,
            _ => return err(GNUTLS_E_INVALID_REQUEST),
        }
        Ok(())
    })
}

/// The credentials that were set for a type. Manual: `gnutls_credentials_get`.
///
/// Errors: `GNUTLS_E_INVALID_REQUEST` for a type that has none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_credentials_get(
    session: gnutls_session_t,
    type_: gnutls_credentials_type_t,
    cred: *mut *mut c_void,
) -> c_int {
    guard::unit(|| {
        // SAFETY: `session` is NULL or a live handle.
        let h = unsafe { get_session(session) }?;
        let credentials = *lock(&h.application.credentials);
        let found = match type_ {
            GNUTLS_CRD_CERTIFICATE => credentials.certificate.cast::<c_void>(),
            GNUTLS_CRD_ANON => credentials.anon,
            GNUTLS_CRD_PSK => credentials.psk,
            GNUTLS_CRD_SRP => credentials.srp,
            _ => ptr::null_mut(),
        };
        if found.is_null() {
            return err(GNUTLS_E_INVALID_REQUEST);
        }
        // SAFETY: `cred` is NULL or valid for a write.
        unsafe { write_out(cred, found) };
        Ok(())
    })
}

/// Forgets all credentials. Manual: `gnutls_credentials_clear`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_credentials_clear(session: gnutls_session_t) {
    guard::or((), || {
        // SAFETY: `session` is NULL or a live handle.
        if let Ok(h) = unsafe { get_session(session) } {
            let none: *mut c_void = ptr::null_mut();
            *lock(&h.application.credentials) =
                Credentials { certificate: ptr::null_mut(), anon: none, psk: none, srp: none };
            h.session.configure(|c| c.has_certificates = false);
        }
    });
}

/// How the peer is authenticated: `GNUTLS_CRD_CERTIFICATE`. Manual: `gnutls_auth_get_type`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_auth_get_type(_session: gnutls_session_t) -> gnutls_credentials_type_t {
    GNUTLS_CRD_CERTIFICATE
}

/// How the server is authenticated. Manual: `gnutls_auth_server_get_type`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_auth_server_get_type(
    _session: gnutls_session_t,
) -> gnutls_credentials_type_t {
    GNUTLS_CRD_CERTIFICATE
}

/// How the client is authenticated. Manual: `gnutls_auth_client_get_type`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_auth_client_get_type(
    _session: gnutls_session_t,
) -> gnutls_credentials_type_t {
    GNUTLS_CRD_CERTIFICATE
}

/// The peer's chain, leaf first, as the peer sent it: an array that the session keeps, its length in
/// `*list_size`. NULL if there is none. Manual: `gnutls_certificate_get_peers`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_certificate_get_peers(
    session: gnutls_session_t,
    list_size: *mut c_uint,
) -> *const gnutls_datum_t {
    guard::or(ptr::null(), || {
        // SAFETY: `session` is NULL or a live handle.
        let Ok(h) = (unsafe { get_session(session) }) else { return ptr::null() };
        let chain = h.session.parameters(|p| p.peer_chain.clone());
        // SAFETY: `list_size` is NULL or valid for a write.
        unsafe { write_out(list_size, chain.len() as c_uint) };
        DatumList::renew(&mut lock(&h.lent).peers, chain)
    })
}

/// The certificate that we showed in the last handshake; NULL if none.
/// Manual: `gnutls_certificate_get_ours`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_certificate_get_ours(session: gnutls_session_t) -> *const gnutls_datum_t {
    guard::or(ptr::null(), || {
        // SAFETY: `session` is NULL or a live handle.
        let Ok(h) = (unsafe { get_session(session) }) else { return ptr::null() };
        let chain = h.session.parameters(|p| p.our_chain.first().cloned());
        DatumList::renew(&mut lock(&h.lent).ours, chain.into_iter().collect())
    })
}
