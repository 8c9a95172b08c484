//! Credentials of a session, and the certificates of both sides.
use core::ptr;

use crate::abi::*;
use crate::capi::ffi::guard;
use crate::capi::ffi::memory::{DatumList, write_out};
use crate::capi::object::application::Credentials;
use crate::capi::object::session::{get_session, key_exchange, parameter};
use crate::error::err;
use crate::handshake::config::{CertificateRequest, Role};
use crate::session::lock;

/// Sets whether a server's request for a certificate names the authorities that it trusts.
///
/// Clients choose a certificate by these names. Leaving them out shortens the request and hides which
/// authorities are trusted; the client then chooses by itself. It counts for the next handshake.
///
/// - `session`: a server's session; NULL is ignored
/// - `status`: not 0 to leave the names out, 0, as initially, to send those of the credentials
///
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

/// Sets whether a server asks the client for a certificate.
///
/// Without this call none is asked for. With `GNUTLS_CERT_REQUIRE` a client without a certificate makes
/// the handshake fail, with `GNUTLS_E_CERTIFICATE_REQUIRED` in TLS 1.3 and
/// `GNUTLS_E_NO_CERTIFICATE_FOUND` in TLS 1.2. Asking does not verify: see
/// `gnutls_session_set_verify_cert`. It also decides what `gnutls_reauth` asks for.
///
/// - `session`: a server's session; NULL is ignored
/// - `req`: `GNUTLS_CERT_IGNORE`, `GNUTLS_CERT_REQUEST` or `GNUTLS_CERT_REQUIRE`; other numbers are as
///   `GNUTLS_CERT_IGNORE`
///
/// Manual: `gnutls_certificate_server_set_request`.
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

/// Tells a client whether the server has asked for a certificate.
///
/// The answer is of the last handshake or `gnutls_reauth`, whether or not the client had a certificate
/// to show. A callback of the credentials that chooses the certificate learns the same by being called.
///
/// - `session`: a client's session; NULL and a server's give 0
///
/// Returns 1 if the server has asked, else 0.
///
/// Manual: `gnutls_certificate_client_get_request_status`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_certificate_client_get_request_status(session: gnutls_session_t) -> c_uint {
    guard::or(0, || {
        // SAFETY: `session` is NULL or a live handle.
        unsafe { get_session(session) }.map_or(0, |h| {
            (h.session.role() == Role::Client && h.session.parameters(|p| p.certificate_requested)).into()
        })
    })
}

/// Sets the credentials that the session uses, one for each type.
///
/// The session keeps the pointer and does not free it: the credentials must live until `gnutls_deinit`,
/// or until another pointer or NULL is set. They may be shared by any number of sessions in any
/// threads, and must not be changed while one of them uses them.
///
/// - `session`: a session
/// - `type_`: `GNUTLS_CRD_CERTIFICATE`, `GNUTLS_CRD_ANON`, `GNUTLS_CRD_PSK` or `GNUTLS_CRD_SRP`
/// - `cred`: the credentials of that type, for the session's side; NULL removes them
///
/// Returns `GNUTLS_E_SUCCESS` (0), or `GNUTLS_E_INVALID_REQUEST` if `session` is NULL or the type is
/// none of these.
///
/// Manual: `gnutls_credentials_set`.
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
            GNUTLS_CRD_ANON => {
                credentials.anon = cred;
                h.session.configure(|c| c.anonymous = !cred.is_null());
            }
            GNUTLS_CRD_PSK => {
                credentials.psk = cred;
                h.session.configure(|c| c.psk = !cred.is_null());
            }
            GNUTLS_CRD_SRP => {
                credentials.srp = cred;
                h.session.configure(|c| c.srp = !cred.is_null());
            }
            _ => return err(GNUTLS_E_INVALID_REQUEST),
        }
        Ok(())
    })
}

/// Tells the credentials that were set for a type.
///
/// The pointer is the one given to `gnutls_credentials_set`. It stays the application's: nothing is
/// copied, and no reference is counted.
///
/// - `session`: a session
/// - `type_`: a `gnutls_credentials_type_t`
/// - `cred`: takes the pointer; NULL only asks whether there is one
///
/// Returns `GNUTLS_E_SUCCESS` (0), or `GNUTLS_E_INVALID_REQUEST` if `session` is NULL, or none are set
/// for the type; `cred` is not written then.
///
/// Since 3.3.3. Manual: `gnutls_credentials_get`.
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

/// Removes the credentials of all types from the session.
///
/// They are not freed: they are the application's. A handshake needs new ones on a server; a client
/// without credentials shows no certificate.
///
/// - `session`: a session, not in a handshake; NULL is ignored
///
/// Manual: `gnutls_credentials_clear`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_credentials_clear(session: gnutls_session_t) {
    guard::or((), || {
        // SAFETY: `session` is NULL or a live handle.
        if let Ok(h) = unsafe { get_session(session) } {
            let none: *mut c_void = ptr::null_mut();
            *lock(&h.application.credentials) =
                Credentials { certificate: ptr::null_mut(), anon: none, psk: none, srp: none };
            h.session.configure(|c| {
                (c.has_certificates, c.anonymous, c.psk, c.srp) = (false, false, false, false);
            });
        }
    });
}

/// The credentials that authenticate one side, or 0 if the key exchange is not known.
///
/// # Safety
/// `session` is NULL or a session.
unsafe fn credentials_of(session: gnutls_session_t, side: Role) -> gnutls_credentials_type_t {
    // SAFETY: `session` is NULL or a live handle.
    let kx = unsafe { parameter(session, None, key_exchange) };
    match kx {
        None => 0,
        Some(kx) if kx.is_anonymous() => GNUTLS_CRD_ANON,
        Some(kx) if side == Role::Server && kx.has_certificate() => GNUTLS_CRD_CERTIFICATE,
        Some(kx) if kx.is_psk() => GNUTLS_CRD_PSK,
        Some(kx) if kx.is_srp() => GNUTLS_CRD_SRP,
        Some(_) => GNUTLS_CRD_CERTIFICATE,
    }
}

/// Tells by which type of credentials the peer is authenticated.
///
/// It is that of the key exchange. With RSA-PSK, SRP-RSA and SRP-DSS a client has authenticated the server by its
/// certificate, and a server the client by its PSK or password. Whether the peer has shown a certificate is for `gnutls_certificate_get_peers` to say.
///
/// - `session`: a session
///
/// Returns `GNUTLS_CRD_CERTIFICATE`, `GNUTLS_CRD_ANON`, `GNUTLS_CRD_PSK` or `GNUTLS_CRD_SRP`, or 0 if nothing is negotiated.
///
/// Manual: `gnutls_auth_get_type`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_auth_get_type(session: gnutls_session_t) -> gnutls_credentials_type_t {
    // SAFETY: `session` is NULL or a live handle.
    guard::or(0, || unsafe {
        let role = get_session(session).map_or(Role::Client, |h| h.session.role());
        credentials_of(session, role.peer())
    })
}

/// Tells by which type of credentials the server is authenticated.
///
/// It is that of the key exchange: `GNUTLS_CRD_CERTIFICATE` also with RSA-PSK, SRP-RSA and SRP-DSS. Whether the peer has shown a certificate is for `gnutls_certificate_get_peers` to say.
///
/// - `session`: a session
///
/// Returns `GNUTLS_CRD_CERTIFICATE`, `GNUTLS_CRD_ANON`, `GNUTLS_CRD_PSK` or `GNUTLS_CRD_SRP`, or 0 if nothing is negotiated.
///
/// Manual: `gnutls_auth_server_get_type`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_auth_server_get_type(session: gnutls_session_t) -> gnutls_credentials_type_t {
    // SAFETY: `session` is NULL or a live handle.
    guard::or(0, || unsafe { credentials_of(session, Role::Server) })
}

/// Tells by which type of credentials a client is authenticated.
///
/// It is that of the key exchange: `GNUTLS_CRD_CERTIFICATE` also if the client has shown none. Whether the peer has shown a certificate is for `gnutls_certificate_get_peers` to say.
///
/// - `session`: a session
///
/// Returns `GNUTLS_CRD_CERTIFICATE`, `GNUTLS_CRD_ANON`, `GNUTLS_CRD_PSK` or `GNUTLS_CRD_SRP`, or 0 if nothing is negotiated.
///
/// Manual: `gnutls_auth_client_get_type`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_auth_client_get_type(session: gnutls_session_t) -> gnutls_credentials_type_t {
    // SAFETY: `session` is NULL or a live handle.
    guard::or(0, || unsafe { credentials_of(session, Role::Client) })
}

/// Gives the identifier of the subkey of the peer's OpenPGP certificate: there is none any more, as in GnuTLS since 3.6.0.
///
/// - `session`: not used
/// - `id`: not used
///
/// Returns `GNUTLS_E_UNIMPLEMENTED_FEATURE`, always.
///
/// Since 3.1.3. Manual: `gnutls_certificate_get_peers_subkey_id`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_certificate_get_peers_subkey_id(
    session: gnutls_session_t,
    id: *mut gnutls_datum_t,
) -> c_int {
    let _ = (session, id);
    GNUTLS_E_UNIMPLEMENTED_FEATURE
}

/// Returns the certificates that the peer has shown, in DER, as they came.
///
/// The first is the peer's own; the order of the others is the peer's and may be wrong. Showing a
/// certificate says nothing about trust: see `gnutls_certificate_verify_peers3`. Array and bytes belong
/// to the session and are not to be freed. They stay valid until `gnutls_deinit`, or until this
/// function is called after another handshake or `gnutls_reauth`.
///
/// - `session`: a session; NULL gives NULL
/// - `list_size`: takes the number of certificates; NULL if it is not wanted
///
/// Returns an array of datums, or NULL if the peer has shown no certificate.
///
/// In a callback it gives the certificates of the handshake that runs. Manual:
/// `gnutls_certificate_get_peers`.
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
        DatumList::renew(&mut h.lent().peers, chain)
    })
}

/// Returns the certificate that this side has shown in the last handshake, in DER.
///
/// It is the first of the chain that was sent. Datum and bytes belong to the session and are not to be
/// freed. They stay valid until `gnutls_deinit`, or until this function is called after another
/// handshake or `gnutls_reauth`.
///
/// - `session`: a session; NULL gives NULL
///
/// Returns a pointer to one datum, or NULL if no certificate was shown.
///
/// Manual: `gnutls_certificate_get_ours`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_certificate_get_ours(session: gnutls_session_t) -> *const gnutls_datum_t {
    guard::or(ptr::null(), || {
        // SAFETY: `session` is NULL or a live handle.
        let Ok(h) = (unsafe { get_session(session) }) else { return ptr::null() };
        let chain = h.session.parameters(|p| p.our_chain.first().cloned());
        DatumList::renew(&mut h.lent().ours, chain.into_iter().collect())
    })
}
