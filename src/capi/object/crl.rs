//! Certificate revocation lists.
use std::sync::OnceLock;

use crate::abi::*;
use crate::capi::ffi::opaque::{self, Opaque};
use crate::error::{INVALID_REQUEST, Result};
use crate::pki::crl::Crl;
use crate::pki::crl::build::CrlDraft;

/// The object of a `gnutls_x509_crl_t`.
#[derive(Default)]
pub struct X509Crl {
    pub crl: Option<Crl>,
}

// SAFETY: all handles are created by `gnutls_x509_crl_init` and `new_crl`.
unsafe impl Opaque for gnutls_x509_crl_int {
    type Object = X509Crl;
}

/// The CRL of a handle, or an empty one if nothing is set.
///
/// # Safety
/// `crl` is NULL or a live handle.
pub unsafe fn get_crl<'a>(crl: gnutls_x509_crl_t) -> Result<&'a Crl> {
    static BLANK: OnceLock<Crl> = OnceLock::new();
    // SAFETY: `crl` is NULL or a live handle.
    let held = unsafe { opaque::get(crl) }?.crl.as_ref();
    Ok(held.unwrap_or_else(|| BLANK.get_or_init(|| CrlDraft::default().crl())))
}

/// The CRLs of an array of handles.
///
/// # Safety
/// `list` is NULL or has `n` live handles.
pub unsafe fn get_crl_list(list: *const gnutls_x509_crl_t, n: usize) -> Result<Vec<Crl>> {
    if list.is_null() && n > 0 {
        return Err(INVALID_REQUEST);
    }
    // SAFETY: `list` is NULL or an array as long as its size says.
    (0..n).map(|i| unsafe { get_crl(*list.add(i)).cloned() }).collect()
}

/// Creates a handle.
pub fn new_crl(crl: Crl) -> gnutls_x509_crl_t {
    opaque::new(X509Crl { crl: Some(crl) })
}
