//! Callbacks that choose a certificate during the handshake.
use crate::abi::*;
use crate::capi::ffi::guard;
use crate::capi::object::certificate_credentials::{Retrieve, get_credentials_mut};
use crate::session::lock;

/// A function that chooses the certificate when the peer asks for one. Manual: `gnutls_certificate_set_retrieve_function`.
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

/// As [`gnutls_certificate_set_retrieve_function`], with abstract keys. Manual: `gnutls_certificate_set_retrieve_function2`.
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

/// As [`gnutls_certificate_set_retrieve_function2`], with OCSP responses and ownership.
/// Manual: `gnutls_certificate_set_retrieve_function3`.
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
