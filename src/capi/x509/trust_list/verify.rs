//! Verification against a trust list.
use core::ffi::{c_int, c_uint, c_void};

use crate::abi::*;
use crate::capi::ffi::memory::{bytes_in, write_out};
use crate::capi::ffi::{guard, opaque};
use crate::capi::object::certificate_credentials::verify_reported;
use crate::capi::object::crt::{get_crt, get_crt_list};
use crate::capi::object::trust_list::complete_chain;
use crate::capi::object::verify_request::VerifyRequest;
use crate::capi::object::verify_steps::Steps;
use crate::error::INVALID_REQUEST;
use crate::pki::cert::Certificate;
use crate::pki::verify::VerifyParams;
use crate::pki::verify::trust::TrustList;

/// Verifies a chain, telling C each step if it wants to know.
fn run(
    list: &TrustList,
    chain: &[Certificate],
    params: &VerifyParams<'_>,
    func: Option<gnutls_verify_output_function>,
) -> u32 {
    let mut steps = Steps::new(func);
    let entry = "gnutls_x509_trust_list_verify_crt2";
    let status = verify_reported(entry, list, chain, params, &mut |step| steps.add(&step));
    steps.tell();
    status
}

/// Verifies a certificate chain against a trust list, without a host name or purpose.
///
/// The same as `gnutls_x509_trust_list_verify_crt2` without `data`, which says more. A program that
/// talks to a host must check its name besides, as with `gnutls_x509_crt_check_hostname`.
///
/// - `list`: the trust list
/// - `cert_list`: the chain, the end certificate first
/// - `cert_list_size`: the number of certificates; not 0
/// - `flags`: `GNUTLS_VERIFY_*` flags, and a profile made by `GNUTLS_PROFILE_TO_VFLAGS`
/// - `voutput`: takes the bits of `gnutls_certificate_status_t`, 0 for a good chain; may be NULL
/// - `func`: NULL, or a function that is told of each step after the verification
///
/// Returns `GNUTLS_E_SUCCESS` (0) if the verification was done, whatever its result is, or a negative
/// error code:
/// - `GNUTLS_E_INVALID_REQUEST`: `list`, `cert_list` or one of its elements is NULL, or
///   `cert_list_size` is 0
///
/// Any number of threads may verify with one list at the same time.
///
/// Since 3.0. RFC 5280 section 6. Manual: `gnutls_x509_trust_list_verify_crt`.
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

/// Verifies a certificate chain against a trust list, and whom or what its end certificate is for.
///
/// Certificates that do not belong to the path are left out, in whatever order they come; the first 64
/// are looked at. Signatures, times, constraints, key usage, algorithms and the revocation lists of the
/// trust list are checked. The time is that of `gnutls_global_set_time_function`, if one is set.
///
/// - `list`: the trust list
/// - `cert_list`: the chain, the end certificate first
/// - `cert_list_size`: the number of certificates; not 0
/// - `data`: what the end certificate must be for, or NULL: elements of `GNUTLS_DT_DNS_HOSTNAME`,
///   `GNUTLS_DT_IP_ADDRESS` (4 or 16 bytes), `GNUTLS_DT_RFC822NAME` or `GNUTLS_DT_KEY_PURPOSE_OID`
///   (dotted), in all one name and of purposes the last. Size is that of an address; the others are
///   NUL-terminated. Elements without data and other types are passed over
/// - `elements`: the number of elements of `data`
/// - `flags`: `GNUTLS_VERIFY_*` flags, and a profile made by `GNUTLS_PROFILE_TO_VFLAGS`
/// - `voutput`: takes the bits of `gnutls_certificate_status_t`, 0 for a good chain; may be NULL.
///   `GNUTLS_CERT_UNEXPECTED_OWNER` and `GNUTLS_CERT_PURPOSE_MISMATCH` answer `data`
/// - `func`: NULL, or a function that is told each step: certificate, issuer or NULL, revocation list
///   or NULL, status bits. It is called after the verification, and may use the list; what it gets is
///   valid during the call only
///
/// Returns `GNUTLS_E_SUCCESS` (0) if the verification was done, whatever its result is, or a negative
/// error code:
/// - `GNUTLS_E_INVALID_REQUEST`: `list`, `cert_list` or one of its elements is NULL, `cert_list_size`
///   is 0, or `data` has more than one name
///
/// Any number of threads may verify with one list at the same time.
///
/// Since 3.3.8. RFC 5280 section 6, RFC 6125. Manual: `gnutls_x509_trust_list_verify_crt2`.
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
        // The callback may use this list: it gets copies of the certificates.
        let status = run(&l.list, &chain, &wanted.params(flags), func);
        // SAFETY: `voutput` is NULL or valid for a write.
        unsafe { write_out(voutput, status) };
        Ok(())
    })
}

/// Checks whether a certificate was added to a trust list for a given name.
///
/// What counts is that `gnutls_x509_trust_list_add_named_crt` got the same certificate with the same
/// name. No chain is built, and neither the time nor a revocation list is looked at.
///
/// - `list`: the trust list
/// - `cert`: the certificate
/// - `name`: the name, compared byte by byte
/// - `name_size`: its length in bytes
/// - `flags`: not used; pass 0
/// - `voutput`: takes 0, or `GNUTLS_CERT_INVALID` with `GNUTLS_CERT_SIGNER_NOT_FOUND`; may be NULL
/// - `func`: not used; pass NULL
///
/// Returns `GNUTLS_E_SUCCESS` (0) if the check was made, whatever its result is, or a negative error
/// code:
/// - `GNUTLS_E_INVALID_REQUEST`: `list` or `cert` is NULL, or `name` is NULL while `name_size` is not 0
///
/// Any number of threads may verify with one list at the same time.
///
/// Since 3.0.0. Manual: `gnutls_x509_trust_list_verify_named_crt`.
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
    let _ = (flags, func);
    guard::unit(|| {
        // SAFETY: `list` and `cert` are NULL or live handles; `name` is NULL or has as many bytes as its length says.
        let (l, c, name) = unsafe { (opaque::get(list)?, get_crt(cert)?, bytes_in(name, name_size)?) };
        let known = l.list.named(name).any(|n| n == c);
        let status = if known { 0 } else { GNUTLS_CERT_INVALID | GNUTLS_CERT_SIGNER_NOT_FOUND };
        // SAFETY: `voutput` is NULL or valid for a write.
        unsafe { write_out(voutput, status) };
        Ok(())
    })
}
