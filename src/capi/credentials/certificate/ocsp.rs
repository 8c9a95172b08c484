//! OCSP responses that are sent with the own certificates (RFC 6066 section 8, RFC 8446 section 4.4.2.1).
use core::ffi::c_void;

use crate::abi::*;
use crate::alg::Format;
use crate::capi::ffi::file::load;
use crate::capi::ffi::memory::{bytes_of, datum_bytes};
use crate::capi::ffi::{guard, opaque};
use crate::capi::object::certificate_credentials::{
    CertificateCredentials, StatusFunction, get_credentials_mut,
};
use crate::capi::object::staples::{expiration, set_responses};
use crate::error::{Error, INVALID_REQUEST, Result, err};

/// Sets the OCSP response in a file for a certificate of the credentials.
///
/// It is `gnutls_certificate_set_ocsp_status_request_file2` for one response in DER, with 0 where that
/// returns a number.
///
/// - `sc`: the credentials, which have the certificates already
/// - `response_file`: the name of the file
/// - `idx`: which chain, as the function that has set it returned with `GNUTLS_CERTIFICATE_API_V2`
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code of
/// `gnutls_certificate_set_ocsp_status_request_file2`.
///
/// Since 3.1.3. Manual: `gnutls_certificate_set_ocsp_status_request_file`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_certificate_set_ocsp_status_request_file(
    sc: gnutls_certificate_credentials_t,
    response_file: *const c_char,
    idx: c_uint,
) -> c_int {
    guard::reported("gnutls_certificate_set_ocsp_status_request_file", || {
        // SAFETY: `sc` is NULL or a live handle; `response_file` is NULL or a C string (the caller).
        unsafe { from_file(sc, response_file, idx, Format::Der) }.map(|_| 0)
    })
}

/// Sets the OCSP responses in a file for a chain of the credentials.
///
/// A response is sent with the certificate that it is for, to peers that ask for it, as long as it
/// counts: until its nextUpdate, or for 15 days from now if it has none. TLS 1.2 has room for that of the first
/// certificate alone. A response takes the place of an earlier one. Responses that are set are
/// preferred to those of `gnutls_certificate_set_ocsp_status_request_function`. Signatures are not
/// verified. Call it before sessions use the credentials.
///
/// With `GNUTLS_CERTIFICATE_SKIP_OCSP_RESPONSE_CHECK` in the flags of the credentials nothing is
/// checked, and each response is that of the first certificate.
///
/// - `sc`: the credentials, which have the certificates already
/// - `response_file`: the name of the file
/// - `idx`: which chain, as the function that has set it returned with `GNUTLS_CERTIFICATE_API_V2`
/// - `fmt`: `GNUTLS_X509_FMT_DER` (one response), or `GNUTLS_X509_FMT_PEM` (blocks `OCSP RESPONSE`)
///
/// Returns the number of responses (0 for an unchecked one in DER), or a negative error code; those
/// before the one that failed are set:
/// - `GNUTLS_E_FILE_ERROR`: the file cannot be read
/// - `GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE`: there is no such chain, or no response in the PEM text
/// - `GNUTLS_E_OCSP_MISMATCH_WITH_CERTS`: a response is for none of the certificates, or of a responder
///   that could not answer
/// - `GNUTLS_E_EXPIRED`: a response no longer counts, or says that the certificate is revoked
/// - `GNUTLS_E_ASN1_DER_ERROR`, `GNUTLS_E_ASN1_TAG_ERROR` and their like: a response cannot be read
/// - `GNUTLS_E_INVALID_REQUEST`: a pointer is NULL
///
/// Since 3.6.3. Manual: `gnutls_certificate_set_ocsp_status_request_file2`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_certificate_set_ocsp_status_request_file2(
    sc: gnutls_certificate_credentials_t,
    response_file: *const c_char,
    idx: c_uint,
    fmt: gnutls_x509_crt_fmt_t,
) -> c_int {
    guard::reported("gnutls_certificate_set_ocsp_status_request_file2", || {
        // SAFETY: `sc` is NULL or a live handle; `response_file` is NULL or a C string (the caller).
        unsafe { from_file(sc, response_file, idx, Format::from_raw(fmt)) }
    })
}

/// # Safety
/// `sc` is NULL or a live handle that no other thread uses; `name` is NULL or a C string.
unsafe fn from_file(
    sc: gnutls_certificate_credentials_t,
    name: *const c_char,
    index: c_uint,
    format: Format,
) -> Result<c_int> {
    // SAFETY: as promised by the caller.
    let (c, name) = unsafe { (get_credentials_mut(sc)?, bytes_of(name)) };
    let data = load(name.ok_or(INVALID_REQUEST)?)?;
    set_responses(c, &data, index, format)
}

/// Sets the OCSP responses in a datum for a chain of the credentials.
///
/// The responses are copied. The rest is as in `gnutls_certificate_set_ocsp_status_request_file2`.
///
/// - `sc`: the credentials, which have the certificates already
/// - `resp_data`: the responses
/// - `idx`: which chain, as the function that has set it returned with `GNUTLS_CERTIFICATE_API_V2`
/// - `fmt`: `GNUTLS_X509_FMT_DER` (one response), or `GNUTLS_X509_FMT_PEM` (blocks `OCSP RESPONSE`)
///
/// Returns the number of responses (0 for an unchecked one in DER), or a negative error code of
/// `gnutls_certificate_set_ocsp_status_request_file2`.
///
/// Since 3.6.3. Manual: `gnutls_certificate_set_ocsp_status_request_mem`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_certificate_set_ocsp_status_request_mem(
    sc: gnutls_certificate_credentials_t,
    resp_data: *const gnutls_datum_t,
    idx: c_uint,
    fmt: gnutls_x509_crt_fmt_t,
) -> c_int {
    guard::reported("gnutls_certificate_set_ocsp_status_request_mem", || {
        // SAFETY: `sc` is NULL or a live handle; `resp_data` is NULL or a valid datum (the caller).
        let (c, data) = unsafe { (get_credentials_mut(sc)?, datum_bytes(resp_data)) };
        set_responses(c, data.ok_or(INVALID_REQUEST)?, idx, Format::from_raw(fmt))
    })
}

/// Sets the callback that gives the OCSP response for the first certificate of the chain that is sent.
///
/// It is called in a handshake whose peer asks for the status of certificates, if no response is set
/// for the chain. It fills the datum with a response in memory of `gnutls_malloc`, which is freed for
/// it, and answers 0; `GNUTLS_E_NO_CERTIFICATE_STATUS` sends none, and any other negative code ends the
/// handshake with that code. It is preferred to the callbacks of
/// `gnutls_certificate_set_ocsp_status_request_function2`.
///
/// - `sc`: the credentials; NULL is ignored
/// - `ocsp_func`: the callback; NULL takes it away
/// - `ptr`: passed to the callback as it is, not looked at and not freed
///
/// The callback runs in the thread that calls `gnutls_handshake`.
///
/// Since 3.1.3. Manual: `gnutls_certificate_set_ocsp_status_request_function`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_certificate_set_ocsp_status_request_function(
    sc: gnutls_certificate_credentials_t,
    ocsp_func: gnutls_status_request_ocsp_func,
    ptr: *mut c_void,
) {
    guard::or((), || {
        // SAFETY: `sc` is NULL or a live handle (the caller).
        if let Ok(c) = unsafe { get_credentials_mut(sc) } {
            c.status = StatusFunction { function: ocsp_func, ptr };
        }
    });
}

/// Sets the callback that gives the OCSP response for the first certificate of one chain of the
/// credentials.
///
/// It is called as that of `gnutls_certificate_set_ocsp_status_request_function`, when this chain is
/// sent.
///
/// - `sc`: the credentials, which have the certificates already
/// - `idx`: which chain, as the function that has set it returned with `GNUTLS_CERTIFICATE_API_V2`
/// - `ocsp_func`: the callback; NULL takes it away
/// - `ptr`: passed to the callback as it is, not looked at and not freed
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE`: there is no such chain
/// - `GNUTLS_E_INVALID_REQUEST`: `sc` is NULL
///
/// The callback runs in the thread that calls `gnutls_handshake`.
///
/// Since 3.5.5. Manual: `gnutls_certificate_set_ocsp_status_request_function2`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_certificate_set_ocsp_status_request_function2(
    sc: gnutls_certificate_credentials_t,
    idx: c_uint,
    ocsp_func: gnutls_status_request_ocsp_func,
    ptr: *mut c_void,
) -> c_int {
    guard::unit(|| {
        // SAFETY: `sc` is NULL or a live handle (the caller).
        let c = unsafe { get_credentials_mut(sc) }?;
        if idx as usize >= c.pairs.len() {
            return err(GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE);
        }
        c.status_of_pairs.insert(idx as usize, StatusFunction { function: ocsp_func, ptr });
        Ok(())
    })
}

/// Returns when OCSP responses of the credentials stop to count, and new ones have to be set.
///
/// - `sc`: the credentials
/// - `idx`: which chain, as the function that has set it returned with `GNUTLS_CERTIFICATE_API_V2`
/// - `oidx`: the response for which certificate of the chain, from 0; -1 for the first of all to stop
/// - `flags`: not used; pass 0
///
/// Returns seconds since 1970; 0 if that is not known of a response that was taken unchecked, or with
/// -1 as `oidx` if there is none; -1 if there is no response for the certificate or `sc` is NULL; -2 if
/// there is no such chain or certificate.
///
/// Since 3.6.3. Manual: `gnutls_certificate_get_ocsp_expiration`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_certificate_get_ocsp_expiration(
    sc: gnutls_certificate_credentials_t,
    idx: c_uint,
    oidx: c_int,
    _flags: c_uint,
) -> time_t {
    guard::or(-1, || {
        // SAFETY: `sc` is NULL or a live handle (the caller).
        let found: Result<&CertificateCredentials> = unsafe { opaque::get(sc) };
        let pair = found.map(|c| c.pairs.get(idx as usize));
        match pair {
            Ok(Some(pair)) => expiration(pair, oidx),
            Ok(None) => -2,
            Err(Error { .. }) => -1,
        }
    })
}
