//! Callbacks that choose a certificate during the handshake.
use crate::abi::*;
use crate::capi::ffi::guard;
use crate::capi::object::certificate_credentials::{Retrieve, get_credentials_mut};
use crate::session::lock;

/// Sets the callback that chooses the certificate and the key for the own side of a handshake.
///
/// A client calls it when the server has asked for a certificate, a server for each handshake: there it
/// may be called more than once, until an answer fits what the client can take. It takes the place of
/// the certificates in the credentials. The callback gets the DER names of the server's trusted
/// authorities and the wanted kinds of keys (NULL and 0 where there are none), and fills a
/// `gnutls_retr2_st` with X.509 objects; 0 certificates are no certificate. They stay the program's,
/// unless it sets `deinit_all`: then the array comes from `gnutls_malloc`, and array and objects are
/// freed after the call. It answers 0; a negative answer is `GNUTLS_E_USER_ERROR` in a client, and in a
/// server the same as no certificate. `gnutls_certificate_set_retrieve_function2` needs fewer copies.
///
/// - `cred`: the credentials; NULL is ignored
/// - `func`: the callback; NULL goes back to the certificates in the credentials
///
/// The callback runs in the thread that calls `gnutls_handshake`; of the three kinds of such callbacks
/// the one set last counts.
///
/// Since 3.0. Manual: `gnutls_certificate_set_retrieve_function`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_certificate_set_retrieve_function(
    cred: gnutls_certificate_credentials_t,
    func: Option<gnutls_certificate_retrieve_function>,
) {
    guard::or((), || {
        // SAFETY: `cred` is NULL or a live handle.
        if let Ok(c) = unsafe { get_credentials_mut(cred) } {
            *lock(&c.retrieve) = func.map_or(Retrieve::Loaded, Retrieve::First);
        }
    });
}

/// Sets the callback that chooses the certificate for the own side of a handshake, with a key of any
/// kind.
///
/// It is called as with `gnutls_certificate_set_retrieve_function`, and gives an array of
/// `gnutls_pcert_st`, leaf first, its length, and a `gnutls_privkey_t`. All of these stay the
/// program's: they must live as long as sessions that were given them. A length of 0 is no certificate.
/// It answers 0; a negative answer is `GNUTLS_E_USER_ERROR` in a client, and in a server the same as no
/// certificate.
///
/// - `cred`: the credentials; NULL is ignored
/// - `func`: the callback; NULL goes back to the certificates in the credentials
///
/// The callback runs in the thread that calls `gnutls_handshake`, and so do the functions of a key of
/// `gnutls_privkey_import_ext4`.
///
/// Since 3.0. Manual: `gnutls_certificate_set_retrieve_function2`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_certificate_set_retrieve_function2(
    cred: gnutls_certificate_credentials_t,
    func: Option<gnutls_certificate_retrieve_function2>,
) {
    guard::or((), || {
        // SAFETY: `cred` is NULL or a live handle.
        if let Ok(c) = unsafe { get_credentials_mut(cred) } {
            *lock(&c.retrieve) = func.map_or(Retrieve::Loaded, Retrieve::Second);
        }
    });
}

/// Sets the callback that chooses the certificate for the own side of a handshake, with the choice of
/// handing over ownership.
///
/// It is called as with `gnutls_certificate_set_retrieve_function2`, with what the peer wants in a
/// `gnutls_cert_retr_st`. If it sets `GNUTLS_CERT_RETR_DEINIT_ALL` in its flags, then the arrays come
/// from `gnutls_malloc`, and arrays, certificates, OCSP responses and key are freed for it; else they
/// stay the program's. OCSP responses, in the order of the chain and empty for a certificate without
/// one, are sent if the peer asks for them. It answers 0; a negative answer is
/// `GNUTLS_E_USER_ERROR` in a client, and in a server the same as no certificate.
///
/// - `cred`: the credentials; NULL is ignored
/// - `func`: the callback; NULL goes back to the certificates in the credentials
///
/// The callback runs in the thread that calls `gnutls_handshake`.
///
/// Since 3.6.3. Manual: `gnutls_certificate_set_retrieve_function3`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_certificate_set_retrieve_function3(
    cred: gnutls_certificate_credentials_t,
    func: Option<gnutls_certificate_retrieve_function3>,
) {
    guard::or((), || {
        // SAFETY: `cred` is NULL or a live handle.
        if let Ok(c) = unsafe { get_credentials_mut(cred) } {
            *lock(&c.retrieve) = func.map_or(Retrieve::Loaded, Retrieve::Third);
        }
    });
}
