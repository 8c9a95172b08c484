//! Trust lists.
use core::ffi::c_void;
use core::ops::{Deref, DerefMut};
use core::ptr::NonNull;

use crate::abi::*;
use crate::alg::flags::VerifyFlags;
use crate::capi::ffi::memory::free;
use crate::capi::ffi::opaque::Opaque;
use crate::capi::ffi::{opaque, time};
use crate::capi::object::crt::{get_crt_list, new_crt};
use crate::error::{Error, Result};
use crate::log::{FAILURE, log, reason};
use crate::pki::cert::Certificate;
use crate::pki::crl::Crl;
use crate::pki::verify::explain::explain_crl;
use crate::pki::verify::path;
use crate::pki::verify::trust::TrustList;

/// The object of a `gnutls_x509_trust_list_t`.
pub struct X509TrustList {
    pub list: TrustList,
    /// C handles that `gnutls_x509_trust_list_deinit` with `all` frees.
    pub(crate) crts: Vec<gnutls_x509_crt_t>,
    pub(crate) crls: Vec<gnutls_x509_crl_t>,
    pub(crate) ptr: *mut c_void,
    /// Callback for the issuers of a certificate that the list does not contain.
    pub(crate) get_issuer: Option<gnutls_x509_trust_list_getissuer_function>,
}

// SAFETY: all handles are created by `gnutls_x509_trust_list_init` and `OwnedList`.
unsafe impl Opaque for gnutls_x509_trust_list_st {
    type Object = X509TrustList;
}

impl Default for X509TrustList {
    fn default() -> Self {
        Self::new()
    }
}

impl X509TrustList {
    pub fn new() -> Self {
        X509TrustList {
            list: TrustList::new(),
            crts: Vec::new(),
            crls: Vec::new(),
            ptr: core::ptr::null_mut(),
            get_issuer: None,
        }
    }
}

/// A trust list that credentials own. C may also have its handle (`gnutls_certificate_get_trust_list`) and
/// modify it, so all accesses use the same raw pointer.
pub struct OwnedList(NonNull<X509TrustList>);

impl OwnedList {
    pub fn new(list: Box<X509TrustList>) -> Self {
        OwnedList(NonNull::from(Box::leak(list)))
    }

    pub fn handle(&self) -> gnutls_x509_trust_list_t {
        opaque::handle_of(self.0.as_ptr())
    }
}

impl Deref for OwnedList {
    type Target = X509TrustList;
    fn deref(&self) -> &X509TrustList {
        // SAFETY: it is valid until `drop`; according to the manual the application does not modify it during
        // other calls.
        unsafe { self.0.as_ref() }
    }
}

impl DerefMut for OwnedList {
    fn deref_mut(&mut self) -> &mut X509TrustList {
        // SAFETY: as above.
        unsafe { self.0.as_mut() }
    }
}

impl Drop for OwnedList {
    fn drop(&mut self) {
        // SAFETY: leaked by `new`, and freed only here.
        drop(unsafe { Box::from_raw(self.0.as_ptr()) });
    }
}

/// Calls the application's issuer callback until the chain reaches an anchor, or the callback returns no more
/// issuers. The list is not borrowed while the callback runs.
///
/// # Safety
/// `list` is a live handle.
pub unsafe fn complete_chain(list: gnutls_x509_trust_list_t, chain: &mut Vec<Certificate>) -> Result<()> {
    let mut asked: Option<Certificate> = None;
    while chain.len() < path::MAX_CHAIN {
        // SAFETY: `list` is NULL or a live handle.
        let l = unsafe { opaque::get(list)? };
        let Some(ask) = l.get_issuer else { return Ok(()) };
        let ordered = path::build(&l.list, chain, VerifyFlags::empty());
        let Some(last) = ordered.last() else { return Ok(()) };
        // What the callback returned is no issuer of what it was asked for.
        if l.list.knows_issuer_of(last) || asked.as_ref() == Some(last) {
            return Ok(());
        }
        asked = Some(last.clone());
        let cert = new_crt(last.clone());
        let (mut found, mut n) = (core::ptr::null_mut::<gnutls_x509_crt_t>(), 0);
        // SAFETY: the application's own function, called as the manual says; it transfers ownership of its
        // results.
        let more = unsafe {
            let code = ask(list, cert, &mut found, &mut n);
            drop(opaque::take(cert));
            if code < 0 || found.is_null() {
                return Ok(());
            }
            let more = get_crt_list(found, n as usize);
            for i in 0..n as usize {
                drop(opaque::take(*found.add(i)));
            }
            free(found.cast());
            more?
        };
        let before = chain.len();
        chain.extend(more.into_iter().filter(|c| !ordered.contains(c)));
        if chain.len() == before {
            return Ok(());
        }
    }
    Ok(())
}

/// Adds CRLs, which are verified if the flags require it. Returns how many were added.
pub fn add_crls(list: &mut TrustList, crls: Vec<Crl>, flags: u32, verification_flags: u32) -> Result<usize> {
    let mut added = 0;
    for crl in crls {
        if flags & GNUTLS_TL_VERIFY_CRL != 0 {
            let now = time::verification_time();
            let status = list.verify_crl(&crl, VerifyFlags::from_bits_retain(verification_flags), now);
            if !status.is_empty() {
                let why = || explain_crl(&crl, status, now);
                if flags & GNUTLS_TL_FAIL_ON_INVALID_CRL != 0 {
                    return Err(reason!(Error::new(GNUTLS_E_CRL_VERIFICATION_ERROR), "{}", why()));
                }
                log!(FAILURE, "a CRL is not added to the trust list: {}", why());
                continue;
            }
        }
        list.add_crl(crl, flags & GNUTLS_TL_NO_DUPLICATES != 0);
        added += 1;
    }
    Ok(added)
}
