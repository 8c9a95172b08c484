//! Certificate requests (PKCS #10).
use crate::abi::*;
use crate::capi::ffi::opaque;
use crate::error::Result;
use crate::pki::request::Request;

/// The request behind a handle.
///
/// # Safety
/// `crq` is NULL or a handle of this chapter.
pub unsafe fn get_crq<'a>(crq: gnutls_x509_crq_t) -> Result<&'a Request> {
    // SAFETY: the caller's promise.
    unsafe { opaque::get::<Request, _>(crq) }
}

/// The request behind a handle, to be changed: it is not signed any more.
///
/// # Safety
/// As [`get_crq`].
pub unsafe fn edit_crq<'a>(crq: gnutls_x509_crq_t) -> Result<&'a mut Request> {
    // SAFETY: the caller's promise.
    Ok(unsafe { opaque::get_mut::<Request, _>(crq)? }.change())
}
