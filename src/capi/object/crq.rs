//! Certificate requests (PKCS #10).
use crate::abi::*;
use crate::capi::ffi::opaque::{self, Opaque};
use crate::error::Result;
use crate::pki::crq::Request;

// SAFETY: all handles are created by `gnutls_x509_crq_init`.
unsafe impl Opaque for gnutls_x509_crq_int {
    type Object = Request;
}

/// The request of a handle.
///
/// # Safety
/// `crq` is NULL or a live handle.
pub unsafe fn get_crq<'a>(crq: gnutls_x509_crq_t) -> Result<&'a Request> {
    // SAFETY: `crq` is NULL or a live handle.
    unsafe { opaque::get(crq) }
}

/// The request of a handle, in order to change it, which discards its signature.
///
/// # Safety
/// The same as for [`get_crq`].
pub unsafe fn edit_crq<'a>(crq: gnutls_x509_crq_t) -> Result<&'a mut Request> {
    // SAFETY: `crq` is NULL or a live handle.
    Ok(unsafe { opaque::get_mut(crq)? }.change())
}
