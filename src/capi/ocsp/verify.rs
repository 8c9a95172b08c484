//! Verifying OCSP responses.
use core::ffi::c_uint;

use crate::abi::*;
use crate::alg::flags::VerifyFlags;
use crate::capi::ffi::memory::write_out;
use crate::capi::ffi::{guard, opaque, time};
use crate::capi::object::crt::get_crt;
use crate::capi::object::ocsp::{get_basic, get_response};
use crate::error::{DATA_NOT_AVAILABLE, err};
use crate::log::{FAILURE, log};
use crate::pki::ocsp::verify::{Reason, verify, verify_direct};

/// Tells whether an answer of an OCSP response is for a certificate.
///
/// The serial number and the hash of the issuer's name are compared, not the hash of the issuer's key.
///
/// - `resp`: the response
/// - `indx`: which answer, from 0
/// - `crt`: the certificate
///
/// Returns `GNUTLS_E_SUCCESS` (0) if it is, or a negative error code:
/// - `GNUTLS_E_OCSP_RESPONSE_ERROR`: it is for another certificate, or has an unknown hash
/// - `GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE`: there is no such answer
/// - `GNUTLS_E_ASN1_VALUE_NOT_FOUND`: the certificate is empty
/// - `GNUTLS_E_INVALID_REQUEST`: `resp` or `crt` is NULL
///
/// Since 3.1.3. RFC 6960 section 3.2. Manual: `gnutls_ocsp_resp_check_crt`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_ocsp_resp_check_crt(
    resp: gnutls_ocsp_resp_const_t,
    indx: c_uint,
    crt: gnutls_x509_crt_t,
) -> c_int {
    guard::unit(|| {
        // SAFETY: `resp` and `crt` are NULL or live handles.
        let (response, cert) =
            unsafe { (get_basic(resp, GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE)?, get_crt(crt)?) };
        let answer = response.answer(indx as usize).ok_or(DATA_NOT_AVAILABLE)?;
        match answer.id.is_of(cert, None) {
            true => Ok(()),
            false if cert.serial().is_empty() => err(GNUTLS_E_ASN1_VALUE_NOT_FOUND),
            false => err(GNUTLS_E_OCSP_RESPONSE_ERROR),
        }
    })
}

/// Verifies the signature of an OCSP response by the issuer of the certificate in question.
///
/// The signer is the certificate in the response that it names as its responder, else the issuer. A signer
/// that is not the issuer must be certified by it, be valid now, and be for OCSP
/// (`GNUTLS_KP_OCSP_SIGNING`). The time is that of `gnutls_global_set_time_function`, if one is set.
///
/// Only the signature is verified: what the response says of which certificate, and whether that is
/// recent, is for `gnutls_ocsp_resp_check_crt` and `gnutls_ocsp_resp_get_single` to tell.
///
/// - `resp`: the response
/// - `issuer`: the certificate of the issuer
/// - `verify`: takes 0 for a response that is verified, else a bit of `gnutls_ocsp_verify_reason_t`:
///   `GNUTLS_OCSP_VERIFY_SIGNATURE_FAILURE`, or for a signer that is not the issuer
///   `GNUTLS_OCSP_VERIFY_UNTRUSTED_SIGNER`, `GNUTLS_OCSP_VERIFY_SIGNER_KEYUSAGE_ERROR`,
///   `GNUTLS_OCSP_VERIFY_INSECURE_ALGORITHM`, `GNUTLS_OCSP_VERIFY_CERT_NOT_ACTIVATED` or
///   `GNUTLS_OCSP_VERIFY_CERT_EXPIRED`. May be NULL
/// - `flags`: of `gnutls_certificate_verify_flags`: `GNUTLS_VERIFY_ALLOW_BROKEN` and the like take broken
///   algorithms, `GNUTLS_VERIFY_DISABLE_TIME_CHECKS` leaves out the times of the signer's certificate
///
/// Returns `GNUTLS_E_SUCCESS` (0) if the verification was done, whatever its result is, or a negative
/// error code:
/// - `GNUTLS_E_INSUFFICIENT_SECURITY`: the response is signed with a broken algorithm
/// - `GNUTLS_E_INCOMPATIBLE_SIG_WITH_KEY`: the algorithm is not one for the signer's key
/// - `GNUTLS_E_ASN1_DER_ERROR`: the signature is empty
/// - `GNUTLS_E_ASN1_VALUE_NOT_FOUND`: there is no answer
/// - `GNUTLS_E_INVALID_REQUEST`: `resp` or `issuer` is NULL, or the algorithm is unknown
///
/// RFC 6960 sections 3.2 and 4.2.2.2. Manual: `gnutls_ocsp_resp_verify_direct`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_ocsp_resp_verify_direct(
    resp: gnutls_ocsp_resp_const_t,
    issuer: gnutls_x509_crt_t,
    verify: *mut c_uint,
    flags: c_uint,
) -> c_int {
    guard::unit(|| {
        // SAFETY: `resp` and `issuer` are NULL or live handles.
        let (response, issuer) =
            unsafe { (get_basic(resp, GNUTLS_E_ASN1_VALUE_NOT_FOUND)?, get_crt(issuer)?) };
        let flags = VerifyFlags::from_bits_retain(flags);
        let result = verify_direct(response, issuer, flags, time::verification_time())?;
        // SAFETY: `verify` is NULL or valid for a write.
        unsafe { write_out(verify, reported("gnutls_ocsp_resp_verify_direct", result)) };
        Ok(())
    })
}

/// Verifies the signature of an OCSP response by trusted certificates.
///
/// The signer is the certificate in the response that it names as its responder, else that of the trust
/// list. A signer that is not in the trust list must be certified by an authority in it, be valid now, and
/// be for OCSP (`GNUTLS_KP_OCSP_SIGNING`). The time is that of `gnutls_global_set_time_function`, if one
/// is set.
///
/// Every trusted authority may speak for every other: where the issuer of the certificate is known,
/// `gnutls_ocsp_resp_verify_direct` is stricter. Only the signature is verified, as there.
///
/// - `resp`: the response
/// - `trustlist`: the trust list
/// - `verify`: takes 0 for a response that is verified, else a bit of `gnutls_ocsp_verify_reason_t`: as
///   in `gnutls_ocsp_resp_verify_direct`, or `GNUTLS_OCSP_VERIFY_SIGNER_NOT_FOUND`. May be NULL
/// - `flags`: of `gnutls_certificate_verify_flags`, as in `gnutls_ocsp_resp_verify_direct`
///
/// Returns `GNUTLS_E_SUCCESS` (0) if the verification was done, whatever its result is, or a negative
/// error code:
/// - `GNUTLS_E_INSUFFICIENT_SECURITY`: the response is signed with a broken algorithm
/// - `GNUTLS_E_INCOMPATIBLE_SIG_WITH_KEY`: the algorithm is not one for the signer's key
/// - `GNUTLS_E_ASN1_DER_ERROR`: the signature is empty
/// - `GNUTLS_E_INVALID_REQUEST`: `resp` or `trustlist` is NULL, or the algorithm is unknown
///
/// RFC 6960 sections 3.2 and 4.2.2.2. Manual: `gnutls_ocsp_resp_verify`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_ocsp_resp_verify(
    resp: gnutls_ocsp_resp_const_t,
    trustlist: gnutls_x509_trust_list_t,
    verify: *mut c_uint,
    flags: c_uint,
) -> c_int {
    guard::unit(|| {
        // SAFETY: `resp` and `trustlist` are NULL or live handles.
        let (response, trust) = unsafe { (get_response(resp)?, opaque::get(trustlist)?) };
        let flags = VerifyFlags::from_bits_retain(flags);
        let result = match response {
            Some(response) => self::verify(response, &trust.list, flags, time::verification_time())?,
            None => Err(Reason::SignerNotFound),
        };
        // SAFETY: `verify` is NULL or valid for a write.
        unsafe { write_out(verify, reported("gnutls_ocsp_resp_verify", result)) };
        Ok(())
    })
}

/// The value of `gnutls_ocsp_verify_reason_t` for the result of a verification, 0 if it succeeded. Writes to the log why it
/// did not.
fn reported(entry: &str, result: core::result::Result<(), Reason>) -> gnutls_ocsp_verify_reason_t {
    let Err(reason) = result else { return 0 };
    let (bit, why) = match reason {
        Reason::SignerNotFound => (GNUTLS_OCSP_VERIFY_SIGNER_NOT_FOUND, "its signer is not found"),
        Reason::KeyUsage => {
            (GNUTLS_OCSP_VERIFY_SIGNER_KEYUSAGE_ERROR, "its signer may not sign OCSP responses")
        }
        Reason::UntrustedSigner => (GNUTLS_OCSP_VERIFY_UNTRUSTED_SIGNER, "its signer is not trusted"),
        Reason::InsecureAlgorithm => {
            (GNUTLS_OCSP_VERIFY_INSECURE_ALGORITHM, "the certificate of its signer is not secure enough")
        }
        Reason::SignatureFailure => (GNUTLS_OCSP_VERIFY_SIGNATURE_FAILURE, "its signature is wrong"),
        Reason::NotActivated => {
            (GNUTLS_OCSP_VERIFY_CERT_NOT_ACTIVATED, "the certificate of its signer is not valid yet")
        }
        Reason::Expired => (GNUTLS_OCSP_VERIFY_CERT_EXPIRED, "the certificate of its signer has expired"),
    };
    log!(FAILURE, "{entry}: the OCSP response does not count: {why}");
    bit
}
