//! Verification of chains and revocation lists, on a trust list and without one.
use core::ffi::{c_int, c_uint, c_void};

use super::memory::{bytes_of, given, put, slice};
use super::x509_crl::{X509Crl, crl_list};
use super::x509_crt::{X509Crt, crt, crt_list, new_handle};
use super::x509_trust::{X509TrustList, complete, now};
use super::{guard, handle};
use crate::abi::*;
use crate::asn1::oid;
use crate::error::{Error, Result, err};
use crate::pki::cert::Certificate;
use crate::pki::crl::Crl;
use crate::pki::trust::TrustList;
use crate::pki::verify::{self, VerifyParams};

const INVALID: Error = Error::new(GNUTLS_E_INVALID_REQUEST);

/// What typed data asks for.
#[derive(Default)]
pub struct Wanted {
    pub hostname: Option<Vec<u8>>,
    pub ip: Option<Vec<u8>>,
    pub email: Option<Vec<u8>>,
    pub purpose: Option<Vec<u8>>,
}

impl Wanted {
    /// Reads an array of typed data; strings of size 0 end with a NUL.
    ///
    /// # Safety
    /// `data` is NULL or has `n` elements as the manual has them.
    pub unsafe fn read(data: *const gnutls_typed_vdata_st, n: usize) -> Result<Wanted> {
        let mut out = Wanted::default();
        if data.is_null() {
            return Ok(out);
        }
        for i in 0..n {
            // SAFETY: the caller's promise.
            let bytes = unsafe {
                let v = *data.add(i);
                let bytes = if v.size > 0 {
                    slice(v.data.cast(), v.size as usize)
                } else {
                    bytes_of(v.data.cast()).unwrap_or(b"")
                };
                (v.type_, bytes.to_vec())
            };
            match bytes {
                (_, b) if b.is_empty() => {}
                (GNUTLS_DT_DNS_HOSTNAME, b) => out.hostname = Some(b),
                (GNUTLS_DT_IP_ADDRESS, b) => out.ip = Some(b),
                (GNUTLS_DT_RFC822NAME, b) => out.email = Some(b),
                (GNUTLS_DT_KEY_PURPOSE_OID, b) => out.purpose = Some(purpose_of(&b)?),
                _ => {}
            }
        }
        Ok(out)
    }

    pub fn params(&self, flags: u32) -> VerifyParams<'_> {
        VerifyParams {
            flags,
            now: now(),
            hostname: self.hostname.as_deref(),
            ip: self.ip.as_deref(),
            email: self.email.as_deref(),
            purpose: self.purpose.as_deref(),
            plain_list: false,
        }
    }
}

/// The encoded form of a dotted purpose.
pub fn purpose_of(text: &[u8]) -> Result<Vec<u8>> {
    core::str::from_utf8(text).ok().and_then(oid::from_text).ok_or(INVALID)
}

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
        let cert = new_handle(cert);
        let issuer = issuer.map_or(core::ptr::null_mut(), new_handle);
        let crl = crl.map_or(core::ptr::null_mut(), super::x509_crl::new_handle);
        // SAFETY: the program's own function, called as the manual says, with handles that live through the call.
        unsafe {
            func(cert, issuer, crl, step);
            drop(handle::take::<X509Crt, _>(cert));
            drop(handle::take::<X509Crt, _>(issuer));
            drop(handle::take::<X509Crl, _>(crl));
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
    // SAFETY: the manual's contract.
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
        // SAFETY: the manual's contract.
        let (mut chain, wanted) = unsafe {
            handle::get::<X509TrustList, _>(list)?;
            (crt_list(cert_list, cert_list_size as usize)?, Wanted::read(data, elements as usize)?)
        };
        if chain.is_empty() {
            return Err(INVALID);
        }
        // SAFETY: the manual's contract.
        let l = unsafe {
            complete(list, &mut chain)?;
            handle::get::<X509TrustList, _>(list)?
        };
        // The callback may reach this list again: it works on its own copy of what was found.
        let status = run(&l.list, &chain, &wanted.params(flags), func);
        // SAFETY: the manual's contract.
        unsafe { put(voutput, status) };
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
        // SAFETY: the manual's contract.
        let (l, c, name) =
            unsafe { (handle::get::<X509TrustList, _>(list)?, crt(cert)?, given(name, name_size)?) };
        let status = if l.list.named(name).any(|n| n == c) {
            let time = flags & GNUTLS_VERIFY_DISABLE_TIME_CHECKS == 0;
            match now() {
                t if time && t < c.not_before() => GNUTLS_CERT_INVALID | GNUTLS_CERT_NOT_ACTIVATED,
                t if time && t > c.not_after() => GNUTLS_CERT_INVALID | GNUTLS_CERT_EXPIRED,
                _ => 0,
            }
        } else {
            GNUTLS_CERT_INVALID | GNUTLS_CERT_SIGNER_NOT_FOUND
        };
        // SAFETY: the manual's contract.
        unsafe { put(voutput, status) };
        Ok(())
    })
}

/// A list for one verification.
fn list_of(cas: &[Certificate], crls: Vec<Crl>) -> TrustList {
    let mut list = TrustList::new();
    for ca in cas {
        list.add(ca);
    }
    for crl in crls {
        list.add_crl(crl, false);
    }
    list
}

/// Verifies a chain against a list of CAs and CRLs. Manual: `gnutls_x509_crt_list_verify`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crt_list_verify(
    cert_list: *const gnutls_x509_crt_t,
    cert_list_length: c_uint,
    ca_list: *const gnutls_x509_crt_t,
    ca_list_length: c_uint,
    crl_list_: *const gnutls_x509_crl_t,
    crl_list_length: c_uint,
    flags: c_uint,
    verify: *mut c_uint,
) -> c_int {
    guard::unit(|| {
        // SAFETY: the manual's contract.
        let (chain, cas, crls) = unsafe {
            (
                crt_list(cert_list, cert_list_length as usize)?,
                crt_list(ca_list, ca_list_length as usize)?,
                crl_list(crl_list_, crl_list_length as usize)?,
            )
        };
        if chain.is_empty() {
            return err(GNUTLS_E_NO_CERTIFICATE_FOUND);
        }
        let wanted = Wanted::default();
        let params = VerifyParams { plain_list: true, ..wanted.params(flags) };
        let status = list_of(&cas, crls).verify(&chain, &params);
        // SAFETY: the manual's contract.
        unsafe { put(verify, status) };
        Ok(())
    })
}

/// Verifies one certificate against a list of CAs. Manual: `gnutls_x509_crt_verify`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crt_verify(
    cert: gnutls_x509_crt_t,
    ca_list: *const gnutls_x509_crt_t,
    ca_list_length: c_uint,
    flags: c_uint,
    verify: *mut c_uint,
) -> c_int {
    guard::unit(|| {
        // SAFETY: the manual's contract.
        let (c, cas) = unsafe { (crt(cert)?.clone(), crt_list(ca_list, ca_list_length as usize)?) };
        let status = list_of(&cas, Vec::new()).verify(&[c], &Wanted::default().params(flags));
        // SAFETY: the manual's contract.
        unsafe { put(verify, status) };
        Ok(())
    })
}

/// Verifies a CRL against a list of CAs. Manual: `gnutls_x509_crl_verify`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crl_verify(
    crl: gnutls_x509_crl_t,
    trusted_cas: *const gnutls_x509_crt_t,
    tcas_size: c_uint,
    flags: c_uint,
    verify: *mut c_uint,
) -> c_int {
    guard::unit(|| {
        // SAFETY: the manual's contract.
        let (c, cas) = unsafe { (super::x509_crl::crl(crl)?, crt_list(trusted_cas, tcas_size as usize)?) };
        // SAFETY: the manual's contract.
        unsafe { put(verify, verify::verify_crl(c, cas.iter(), flags, now())) };
        Ok(())
    })
}
