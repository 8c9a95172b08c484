//! The steps of a verification, for an application that wants to be told each (`gnutls_verify_output_function`).
use core::ptr;

use crate::abi::*;
use crate::capi::ffi::opaque;
use crate::capi::object::crl::new_crl;
use crate::capi::object::crt::new_crt;
use crate::pki::cert::Certificate;
use crate::pki::crl::Crl;
use crate::pki::verify::Step;

/// Steps that are told when the verification is over: the function may call any other of the library.
pub struct Steps {
    func: Option<gnutls_verify_output_function>,
    steps: Vec<(Certificate, Option<Certificate>, Option<Crl>, u32)>,
}

impl Steps {
    pub fn new(func: Option<gnutls_verify_output_function>) -> Steps {
        Steps { func, steps: Vec::new() }
    }

    /// Takes a step if somebody wants it.
    pub fn add(&mut self, step: &Step<'_>) {
        if self.func.is_some() {
            let (issuer, crl) = (step.issuer.cloned(), step.crl.cloned());
            self.steps.push((step.cert.clone(), issuer, crl, step.status.bits()));
        }
    }

    pub fn tell(self) {
        let Some(func) = self.func else { return };
        for (cert, issuer, crl, status) in self.steps {
            let cert = new_crt(cert);
            let issuer = issuer.map_or(ptr::null_mut(), new_crt);
            let crl = crl.map_or(ptr::null_mut(), new_crl);
            // SAFETY: the application's own function, called as the manual says, with handles that are valid during the
            // call.
            unsafe {
                func(cert, issuer, crl, status);
                drop(opaque::take(cert));
                drop(opaque::take(issuer));
                drop(opaque::take(crl));
            }
        }
    }
}
