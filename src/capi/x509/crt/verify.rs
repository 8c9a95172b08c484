//! Checks of a certificate: path, host name, purpose, revocation.
use core::ffi::{c_char, c_int, c_uchar, c_uint};

use crate::abi::*;
use crate::capi::ffi::memory::{bytes_of, datum_in, slice, write_out};
use crate::capi::ffi::{guard, time};
use crate::capi::object::crl::get_crl_list;
use crate::capi::object::crt::{get_crt, get_crt_list};
use crate::capi::object::pubkey::{verify_algorithm, verify_options, verify_result};
use crate::capi::object::verify_request::{VerifyRequest, purpose_oid};
use crate::error::err;
use crate::pki::cert::Certificate;
use crate::pki::crl::Crl;
use crate::pki::name::compare;
use crate::pki::verify::trust::TrustList;
use crate::pki::verify::{VerifyParams, hostname};

/// 0 if the certificate's key made this signature and may make such now: `GNUTLS_E_EXPIRED` or
/// `GNUTLS_E_NOT_YET_ACTIVATED` outside of its time, and the positive `GNUTLS_CERT_SIGNER_CONSTRAINTS_FAILURE` where its key
/// usage has no digital signature. A wrong signature is `GNUTLS_E_PK_SIG_VERIFY_FAILED`. Manual: `gnutls_x509_crt_verify_data2`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crt_verify_data2(
    crt: gnutls_x509_crt_t,
    algo: gnutls_sign_algorithm_t,
    flags: c_uint,
    data: *const gnutls_datum_t,
    signature: *const gnutls_datum_t,
) -> c_int {
    // SAFETY: `crt` is NULL or a live handle; `data` and `signature` are NULL or valid datums.
    guard::code(|| unsafe {
        let cert = get_crt(crt)?;
        let key = cert.public_key()?;
        let (data, signature) = (datum_in(data)?, datum_in(signature)?);
        let sign = verify_algorithm(&key, algo)?;
        key.verify_with(sign, data, signature, verify_options(flags))?;
        verify_result(sign, flags)?;
        match time::verification_time() {
            now if now < cert.not_before() => err(GNUTLS_E_NOT_YET_ACTIVATED),
            now if now > cert.not_after() => err(GNUTLS_E_EXPIRED),
            _ if !cert.may(GNUTLS_KEY_DIGITAL_SIGNATURE) => {
                Ok(GNUTLS_CERT_SIGNER_CONSTRAINTS_FAILURE as c_int)
            }
            _ => Ok(0),
        }
    })
}

/// 1 if one of the lists revokes the certificate, 0 if none does. Manual: `gnutls_x509_crt_check_revocation`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crt_check_revocation(
    cert: gnutls_x509_crt_t,
    crl_list: *const gnutls_x509_crl_t,
    crl_list_length: c_uint,
) -> c_int {
    guard::code(|| {
        // SAFETY: `cert` is NULL or a live handle; `crl_list` is NULL or an array as long as its size says.
        let (c, lists) = unsafe { (get_crt(cert)?, get_crl_list(crl_list, crl_list_length as usize)?) };
        Ok(lists.iter().any(|l| compare::same(l.issuer(), c.issuer()) && l.revokes(c.serial())).into())
    })
}

/// Non-zero if the certificate is for this purpose; `GNUTLS_KP_FLAG_DISALLOW_ANY` takes "any" for no answer.
/// Manual: `gnutls_x509_crt_check_key_purpose`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crt_check_key_purpose(
    cert: gnutls_x509_crt_t,
    purpose: *const c_char,
    flags: c_uint,
) -> c_uint {
    // SAFETY: `cert` is NULL or a live handle; `purpose` is NULL or a C string.
    guard::or(0, || match unsafe { (get_crt(cert), bytes_of(purpose)) } {
        (Ok(c), Some(p)) => {
            let any = flags & GNUTLS_KP_FLAG_DISALLOW_ANY == 0;
            purpose_oid(p).is_ok_and(|p| hostname::allows_purpose(c, &p, any)).into()
        }
        _ => 0,
    })
}

/// Non-zero if `issuer` issued `cert`, as far as names tell. Manual: `gnutls_x509_crt_check_issuer`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crt_check_issuer(
    cert: gnutls_x509_crt_t,
    issuer: gnutls_x509_crt_t,
) -> c_uint {
    // SAFETY: `cert` and `issuer` are NULL or live handles.
    guard::or(0, || match unsafe { (get_crt(cert), get_crt(issuer)) } {
        (Ok(c), Ok(i)) => c.names_issuer(i).into(),
        _ => 0,
    })
}

/// Non-zero if the certificate is for this host. Manual: `gnutls_x509_crt_check_hostname`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crt_check_hostname(
    cert: gnutls_x509_crt_t,
    hostname: *const c_char,
) -> c_uint {
    // SAFETY: `cert` is NULL or a live handle; `hostname` is NULL or a C string.
    unsafe { gnutls_x509_crt_check_hostname2(cert, hostname, 0) }
}

/// As [`gnutls_x509_crt_check_hostname`], with `GNUTLS_VERIFY_DO_NOT_ALLOW_*` flags.
/// Manual: `gnutls_x509_crt_check_hostname2`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crt_check_hostname2(
    cert: gnutls_x509_crt_t,
    hostname: *const c_char,
    flags: c_uint,
) -> c_uint {
    // SAFETY: `cert` is NULL or a live handle; `hostname` is NULL or a C string.
    guard::or(0, || match unsafe { (get_crt(cert), bytes_of(hostname)) } {
        (Ok(c), Some(host)) => hostname::matches_host(c, host, flags).into(),
        _ => 0,
    })
}

/// Non-zero if the certificate is for this address (4 or 16 bytes). Manual: `gnutls_x509_crt_check_ip`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crt_check_ip(
    cert: gnutls_x509_crt_t,
    ip: *const c_uchar,
    ip_size: c_uint,
    flags: c_uint,
) -> c_uint {
    let _ = flags;
    // SAFETY: `cert` is NULL or a live handle; `ip` is NULL or has as many bytes as its length says.
    guard::or(0, || match unsafe { (get_crt(cert), slice(ip.cast(), ip_size as usize)) } {
        (Ok(c), ip) => hostname::matches_ip(c, ip).into(),
        _ => 0,
    })
}

/// Non-zero if the certificate is for this mailbox. Manual: `gnutls_x509_crt_check_email`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crt_check_email(
    cert: gnutls_x509_crt_t,
    email: *const c_char,
    flags: c_uint,
) -> c_uint {
    let _ = flags;
    // SAFETY: `cert` is NULL or a live handle; `email` is NULL or a C string.
    guard::or(0, || match unsafe { (get_crt(cert), bytes_of(email)) } {
        (Ok(c), Some(email)) => hostname::matches_email(c, email).into(),
        _ => 0,
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
        // SAFETY: `cert_list` and `ca_list` are NULL or arrays as long as their sizes say; `crl_list_` is NULL or
        // valid for reads.
        let (chain, cas, crls) = unsafe {
            (
                get_crt_list(cert_list, cert_list_length as usize)?,
                get_crt_list(ca_list, ca_list_length as usize)?,
                get_crl_list(crl_list_, crl_list_length as usize)?,
            )
        };
        if chain.is_empty() {
            return err(GNUTLS_E_NO_CERTIFICATE_FOUND);
        }
        let wanted = VerifyRequest::default();
        let params = VerifyParams { plain_list: true, ..wanted.params(flags) };
        let status = list_of(&cas, crls).verify(&chain, &params);
        // SAFETY: `verify` is NULL or valid for a write.
        unsafe { write_out(verify, status) };
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
        // SAFETY: `cert` is NULL or a live handle; `ca_list` is NULL or an array as long as its size says.
        let (c, cas) = unsafe { (get_crt(cert)?.clone(), get_crt_list(ca_list, ca_list_length as usize)?) };
        let status = list_of(&cas, Vec::new()).verify(&[c], &VerifyRequest::default().params(flags));
        // SAFETY: `verify` is NULL or valid for a write.
        unsafe { write_out(verify, status) };
        Ok(())
    })
}
