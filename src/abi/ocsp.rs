//! Constants and types of `ocsp`.
//!
//! Facts of the interface: each value is written here once.
#![allow(non_camel_case_types)]
#![allow(non_upper_case_globals)]

use super::*;

/// What an OCSP response says of a certificate.
pub type gnutls_ocsp_cert_status_t = c_uint;
pub const GNUTLS_OCSP_CERT_GOOD: gnutls_ocsp_cert_status_t = 0;
pub const GNUTLS_OCSP_CERT_REVOKED: gnutls_ocsp_cert_status_t = 1;
pub const GNUTLS_OCSP_CERT_UNKNOWN: gnutls_ocsp_cert_status_t = 2;

/// How much of an OCSP request or response is printed.
pub type gnutls_ocsp_print_formats_t = c_uint;
pub const GNUTLS_OCSP_PRINT_COMPACT: gnutls_ocsp_print_formats_t = 1;
pub const GNUTLS_OCSP_PRINT_FULL: gnutls_ocsp_print_formats_t = 0;

/// Whether an OCSP responder answered, and if not, why (RFC 6960 section 4.2.1).
pub type gnutls_ocsp_resp_status_t = c_uint;
pub const GNUTLS_OCSP_RESP_INTERNALERROR: gnutls_ocsp_resp_status_t = 2;
pub const GNUTLS_OCSP_RESP_MALFORMEDREQUEST: gnutls_ocsp_resp_status_t = 1;
pub const GNUTLS_OCSP_RESP_SIGREQUIRED: gnutls_ocsp_resp_status_t = 5;
pub const GNUTLS_OCSP_RESP_SUCCESSFUL: gnutls_ocsp_resp_status_t = 0;
pub const GNUTLS_OCSP_RESP_TRYLATER: gnutls_ocsp_resp_status_t = 3;
pub const GNUTLS_OCSP_RESP_UNAUTHORIZED: gnutls_ocsp_resp_status_t = 6;

/// What is wrong with an OCSP response, combined by or; 0 if it is good.
pub type gnutls_ocsp_verify_reason_t = c_uint;
pub const GNUTLS_OCSP_VERIFY_CERT_EXPIRED: gnutls_ocsp_verify_reason_t = 64;
pub const GNUTLS_OCSP_VERIFY_CERT_NOT_ACTIVATED: gnutls_ocsp_verify_reason_t = 32;
pub const GNUTLS_OCSP_VERIFY_INSECURE_ALGORITHM: gnutls_ocsp_verify_reason_t = 8;
pub const GNUTLS_OCSP_VERIFY_SIGNATURE_FAILURE: gnutls_ocsp_verify_reason_t = 16;
pub const GNUTLS_OCSP_VERIFY_SIGNER_KEYUSAGE_ERROR: gnutls_ocsp_verify_reason_t = 2;
pub const GNUTLS_OCSP_VERIFY_SIGNER_NOT_FOUND: gnutls_ocsp_verify_reason_t = 1;
pub const GNUTLS_OCSP_VERIFY_UNTRUSTED_SIGNER: gnutls_ocsp_verify_reason_t = 4;

/// Why a certificate was revoked (RFC 5280 section 5.3.1).
pub type gnutls_x509_crl_reason_t = c_uint;
pub const GNUTLS_X509_CRLREASON_AACOMPROMISE: gnutls_x509_crl_reason_t = 10;
pub const GNUTLS_X509_CRLREASON_AFFILIATIONCHANGED: gnutls_x509_crl_reason_t = 3;
pub const GNUTLS_X509_CRLREASON_CACOMPROMISE: gnutls_x509_crl_reason_t = 2;
pub const GNUTLS_X509_CRLREASON_CERTIFICATEHOLD: gnutls_x509_crl_reason_t = 6;
pub const GNUTLS_X509_CRLREASON_CESSATIONOFOPERATION: gnutls_x509_crl_reason_t = 5;
pub const GNUTLS_X509_CRLREASON_KEYCOMPROMISE: gnutls_x509_crl_reason_t = 1;
pub const GNUTLS_X509_CRLREASON_PRIVILEGEWITHDRAWN: gnutls_x509_crl_reason_t = 9;
pub const GNUTLS_X509_CRLREASON_REMOVEFROMCRL: gnutls_x509_crl_reason_t = 8;
pub const GNUTLS_X509_CRLREASON_SUPERSEDED: gnutls_x509_crl_reason_t = 4;
pub const GNUTLS_X509_CRLREASON_UNSPECIFIED: gnutls_x509_crl_reason_t = 0;

pub const GNUTLS_OCSP_NONCE: &CStr = c"1.3.6.1.5.5.7.48.1.2";
pub const GNUTLS_OCSP_RESP_ID_DN: c_uint = 2;
pub const GNUTLS_OCSP_RESP_ID_KEY: c_uint = 1;

/// Opaque to C.
#[repr(C)]
pub struct gnutls_ocsp_req_int {
    _private: [u8; 0],
}
pub type gnutls_ocsp_req_const_t = *const gnutls_ocsp_req_int;

/// Opaque to C.
#[repr(C)]
pub struct gnutls_ocsp_resp_int {
    _private: [u8; 0],
}
pub type gnutls_ocsp_resp_const_t = *const gnutls_ocsp_resp_int;

pub type gnutls_ocsp_req_t = *mut gnutls_ocsp_req_int;

pub type gnutls_ocsp_resp_t = *mut gnutls_ocsp_resp_int;
