//! Verification against a trust list.
use core::ffi::{c_int, c_uint, c_void};

use crate::abi::*;
use crate::capi::ffi::memory::{bytes_in, write_out};
use crate::capi::ffi::{guard, opaque, time};
use crate::capi::object::crl::new_crl;
use crate::capi::object::crt::{get_crt, get_crt_list, new_crt};
use crate::capi::object::trust_list::complete_chain;
use crate::capi::object::verify_request::VerifyRequest;
use crate::error::INVALID_REQUEST;
use crate::pki::cert::Certificate;
use crate::pki::crl::Crl;
use crate::pki::verify::VerifyParams;
use crate::pki::verify::trust::TrustList;

/// Verifies a chain, telling C each step if it wants to know.
fn run(
    list: &TrustList,
    chain: &[Certificate],
    params: &VerifyParams<'_>,
    func: Option<gnutls_verify_output_function>,
) -> u32 {
    let Some(func) = func else { return list.verify(chain, params) };
    // C may call anything from its function: the steps are told once the verification is done.
    let mut steps: Vec<(Certificate, Option<Certificate>, Option<Crl>, u32)> = Vec::new();
    let status = list.verify_observed(chain, params, &mut |s| {
        steps.push((s.cert.clone(), s.issuer.cloned(), s.crl.cloned(), s.status));
    });
    for (cert, issuer, crl, step) in steps {
        let cert = new_crt(cert);
        let issuer = issuer.map_or(core::ptr::null_mut(), new_crt);
        let crl = crl.map_or(core::ptr::null_mut(), new_crl);
        // SAFETY: the application's own function, called as the manual says, with handles that live through the call.
        unsafe {
            func(cert, issuer, crl, step);
            drop(opaque::take(cert));
            drop(opaque::take(issuer));
            drop(opaque::take(crl));
        }
    }
    status
}

/// Verifies a chain: the status bits through `voutput`. Manual: `gnutls_x509_trust_list_verify_crt`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_trust_list_verify_crt(
    list: gnutls_x509_trust_list_t,
    cert_list: *mut gnutls_x509_crt_t,
    cert_list_size: c_uint,
    flags: c_uint,
    voutput: *mut c_uint,
    func: Option<gnutls_verify_output_function>,
) -> c_int {
    // SAFETY: `list` is NULL or a live handle; `cert_list` is NULL or an array as long as its size says; `voutput` is
    // NULL or valid for a write.
    unsafe {
        gnutls_x509_trust_list_verify_crt2(
            list,
            cert_list,
            cert_list_size,
            core::ptr::null_mut(),
            0,
            flags,
            voutput,
            func,
        )
    }
}

/// As [`gnutls_x509_trust_list_verify_crt`], also for a host, address, mailbox or purpose.
/// Manual: `gnutls_x509_trust_list_verify_crt2`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_trust_list_verify_crt2(
    list: gnutls_x509_trust_list_t,
    cert_list: *mut gnutls_x509_crt_t,
    cert_list_size: c_uint,
    data: *mut gnutls_typed_vdata_st,
    elements: c_uint,
    flags: c_uint,
    voutput: *mut c_uint,
    func: Option<gnutls_verify_output_function>,
) -> c_int {
    guard::unit(|| {
        // SAFETY: `list` is NULL or a live handle; `cert_list` and `data` are NULL or valid for reads.
        let (mut chain, wanted) = unsafe {
            opaque::get(list)?;
            (get_crt_list(cert_list, cert_list_size as usize)?, VerifyRequest::read(data, elements as usize)?)
        };
        if chain.is_empty() {
            return Err(INVALID_REQUEST);
        }
        // SAFETY: `list` is NULL or a live handle.
        let l = unsafe {
            complete_chain(list, &mut chain)?;
            opaque::get(list)?
        };
        // The callback may reach this list again: it works on its own copy of what was found.
        let status = run(&l.list, &chain, &wanted.params(flags), func);
        // SAFETY: `voutput` is NULL or valid for a write.
        unsafe { write_out(voutput, status) };
        Ok(())
    })
}

/// Verifies one certificate that was named for `name`. Manual: `gnutls_x509_trust_list_verify_named_crt`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_trust_list_verify_named_crt(
    list: gnutls_x509_trust_list_t,
    cert: gnutls_x509_crt_t,
    name: *const c_void,
    name_size: usize,
    flags: c_uint,
    voutput: *mut c_uint,
    func: Option<gnutls_verify_output_function>,
) -> c_int {
    let _ = func;
    guard::unit(|| {
        // SAFETY: `list` and `cert` are NULL or live handles; `name` is NULL or has as many bytes as its length says.
        let (l, c, name) = unsafe { (opaque::get(list)?, get_crt(cert)?, bytes_in(name, name_size)?) };
        let status = if l.list.named(name).any(|n| n == c) {
            let time = flags & GNUTLS_VERIFY_DISABLE_TIME_CHECKS == 0;
            match time::verification_time() {
                t if time && t < c.not_before() => GNUTLS_CERT_INVALID | GNUTLS_CERT_NOT_ACTIVATED,
                t if time && t > c.not_after() => GNUTLS_CERT_INVALID | GNUTLS_CERT_EXPIRED,
                _ => 0,
            }
        } else {
            GNUTLS_CERT_INVALID | GNUTLS_CERT_SIGNER_NOT_FOUND
        };
        // SAFETY: `voutput` is NULL or valid for a write.
        unsafe { write_out(voutput, status) };
        Ok(())
    })
}
