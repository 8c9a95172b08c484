//! What a verification found, in words; names of profiles; digests of data.
use core::ffi::{CStr, c_char, c_int, c_uint, c_void};

use super::guard;
use super::memory::{bytes_of, datum_bytes, fill};
use super::x509_crt_get::give_datum;
use crate::abi::*;
use crate::alg::Digest;
use crate::crypto::hash;
use crate::error::{Error, Result};

const INVALID: Error = Error::new(GNUTLS_E_INVALID_REQUEST);

/// What each status bit of an X.509 certificate means, in the order in which they are told.
static REASONS: &[(u32, &str)] = &[
    (GNUTLS_CERT_REVOKED, "The certificate chain is revoked. "),
    (GNUTLS_CERT_MISMATCH, "The certificate doesn't match the local copy (TOFU). "),
    (
        GNUTLS_CERT_REVOCATION_DATA_SUPERSEDED,
        "The revocation or OCSP data are old and have been superseded. ",
    ),
    (
        GNUTLS_CERT_REVOCATION_DATA_ISSUED_IN_FUTURE,
        "The revocation or OCSP data are issued with a future date. ",
    ),
    (GNUTLS_CERT_SIGNER_NOT_FOUND, "The certificate issuer is unknown. "),
    (GNUTLS_CERT_SIGNER_NOT_CA, "The certificate issuer is not a CA. "),
    (GNUTLS_CERT_INSECURE_ALGORITHM, "The certificate chain uses insecure algorithm. "),
    (GNUTLS_CERT_SIGNER_CONSTRAINTS_FAILURE, "The certificate chain violates the signer's constraints. "),
    (GNUTLS_CERT_PURPOSE_MISMATCH, "The certificate chain does not match the intended purpose. "),
    (GNUTLS_CERT_NOT_ACTIVATED, "The certificate chain uses not yet valid certificate. "),
    (GNUTLS_CERT_EXPIRED, "The certificate chain uses expired certificate. "),
    (GNUTLS_CERT_SIGNATURE_FAILURE, "The signature in the certificate is invalid. "),
    (GNUTLS_CERT_UNEXPECTED_OWNER, "The name in the certificate does not match the expected. "),
    (
        GNUTLS_CERT_MISSING_OCSP_STATUS,
        "The certificate requires the server to include an OCSP status in its response, but the OCSP status is missing. ",
    ),
    (GNUTLS_CERT_INVALID_OCSP_STATUS, "The received OCSP status response is invalid. "),
    (GNUTLS_CERT_UNKNOWN_CRIT_EXTENSIONS, "The certificate contains an unknown critical extension. "),
];

/// The status of a verification in words; the caller frees it. Manual: `gnutls_certificate_verification_status_print`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_certificate_verification_status_print(
    status: c_uint,
    type_: gnutls_certificate_type_t,
    out: *mut gnutls_datum_t,
    flags: c_uint,
) -> c_int {
    let _ = flags;
    guard::unit(|| {
        let verdict =
            if status == 0 { "The certificate is trusted. " } else { "The certificate is NOT trusted. " };
        let mut text = verdict.to_string();
        if type_ == GNUTLS_CRT_X509 {
            for (bit, reason) in REASONS {
                if status & bit != 0 {
                    text.push_str(reason);
                }
            }
        }
        // SAFETY: the manual's contract.
        unsafe { give_datum(text.as_bytes(), out) }
    })
}

static PROFILES: &[(gnutls_certificate_verification_profiles_t, &CStr)] = &[
    (GNUTLS_PROFILE_VERY_WEAK, c"Very weak"),
    (GNUTLS_PROFILE_LOW, c"Low"),
    (GNUTLS_PROFILE_LEGACY, c"Legacy"),
    (GNUTLS_PROFILE_MEDIUM, c"Medium"),
    (GNUTLS_PROFILE_HIGH, c"High"),
    (GNUTLS_PROFILE_ULTRA, c"Ultra"),
    (GNUTLS_PROFILE_FUTURE, c"Future"),
    (GNUTLS_PROFILE_SUITEB128, c"SuiteB128"),
    (GNUTLS_PROFILE_SUITEB192, c"SuiteB192"),
];

/// The name of a profile, or NULL. Manual: `gnutls_certificate_verification_profile_get_name`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_certificate_verification_profile_get_name(
    id: gnutls_certificate_verification_profiles_t,
) -> *const c_char {
    guard::or(core::ptr::null(), || {
        PROFILES.iter().find(|(p, _)| *p == id).map_or(core::ptr::null(), |(_, name)| CStr::as_ptr(name))
    })
}

/// The profile of a name (in any case), or `GNUTLS_PROFILE_UNKNOWN`.
/// Manual: `gnutls_certificate_verification_profile_get_id`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_certificate_verification_profile_get_id(
    name: *const c_char,
) -> gnutls_certificate_verification_profiles_t {
    // SAFETY: the manual's contract.
    guard::or(GNUTLS_PROFILE_UNKNOWN, || match unsafe { bytes_of(name) } {
        Some(name) => {
            let found = PROFILES.iter().find(|(_, n)| n.to_bytes().eq_ignore_ascii_case(name));
            found.map_or(GNUTLS_PROFILE_UNKNOWN, |(p, _)| *p)
        }
        None => GNUTLS_PROFILE_UNKNOWN,
    })
}

fn digest(algo: gnutls_digest_algorithm_t, data: &[u8]) -> Result<Vec<u8>> {
    let algo = Digest::from_raw(algo).ok_or(INVALID)?;
    Ok(hash::digest(algo, data).map_err(|_| INVALID)?.to_vec())
}

/// A digest of data. Manual: `gnutls_fingerprint`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_fingerprint(
    algo: gnutls_digest_algorithm_t,
    data: *const gnutls_datum_t,
    result: *mut c_void,
    result_size: *mut usize,
) -> c_int {
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe {
        fill(&digest(algo, datum_bytes(data).ok_or(INVALID)?)?, result, result_size, false)
    })
}
