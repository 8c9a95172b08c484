//! OCSP requests.
use core::ffi::{CStr, c_char, c_uint};

use crate::abi::*;
use crate::alg::Digest;
use crate::asn1::oid;
use crate::capi::ffi::memory::{datum_in, write_datum};
use crate::capi::ffi::{guard, opaque};
use crate::capi::object::crt::get_crt;
use crate::capi::object::ocsp::{write_certificate_id, write_extension, write_nonce};
use crate::error::{DATA_NOT_AVAILABLE, Error, INVALID_REQUEST};
use crate::pki::ocsp::request::Request;
use crate::pki::text;

/// Creates an empty OCSP request.
///
/// It is filled by `gnutls_ocsp_req_import`, or by `gnutls_ocsp_req_add_cert` and the setters.
/// `gnutls_ocsp_req_export` writes what is sent to a responder.
///
/// - `req`: takes the new request, which is freed with `gnutls_ocsp_req_deinit`
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_INVALID_REQUEST`: `req` is NULL
///
/// Getters only look at a request: any number of threads may call them on one at the same time, as long
/// as it is not changed.
///
/// RFC 6960 section 4.1. Manual: `gnutls_ocsp_req_init`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_ocsp_req_init(req: *mut gnutls_ocsp_req_t) -> c_int {
    // SAFETY: `req` is NULL or valid for a write.
    guard::unit(|| unsafe { opaque::give(req, Request::default()) })
}

/// Frees an OCSP request.
///
/// - `req`: the request; NULL is ignored
///
/// Manual: `gnutls_ocsp_req_deinit`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_ocsp_req_deinit(req: gnutls_ocsp_req_t) {
    // SAFETY: `req` is NULL or a handle that is not used afterwards.
    guard::or((), || drop(unsafe { opaque::take(req) }));
}

/// Reads an OCSP request from DER, in the place of what the object held.
///
/// Nothing is verified. The name and the signature of who asks are checked to be readable, and are not
/// kept. On failure the object keeps what it had.
///
/// - `req`: a request from `gnutls_ocsp_req_init`
/// - `data`: the bytes, which are copied
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_ASN1_DER_ERROR`, `GNUTLS_E_ASN1_TAG_ERROR`: this is no request in DER
/// - `GNUTLS_E_OCSP_RESPONSE_ERROR`: there are more than 256 extensions
/// - `GNUTLS_E_INVALID_REQUEST`: `req` or `data` is NULL
///
/// RFC 6960 section 4.1.1. Manual: `gnutls_ocsp_req_import`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_ocsp_req_import(
    req: gnutls_ocsp_req_t,
    data: *const gnutls_datum_t,
) -> c_int {
    guard::unit(|| {
        // SAFETY: `req` is NULL or a live handle; `data` is NULL or a valid datum.
        let (slot, bytes) = unsafe { (opaque::get_mut(req)?, datum_in(data)?) };
        *slot = Request::from_der(bytes)?;
        Ok(())
    })
}

/// Writes an OCSP request in DER to fresh memory.
///
/// An imported request comes out without the name and the signature of who asks.
///
/// - `req`: the request
/// - `data`: takes the bytes; its `data` is freed with `gnutls_free`
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_INVALID_REQUEST`: `req` or `data` is NULL
///
/// RFC 6960 section 4.1.1, appendix A for sending it over HTTP. Manual: `gnutls_ocsp_req_export`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_ocsp_req_export(
    req: gnutls_ocsp_req_const_t,
    data: *mut gnutls_datum_t,
) -> c_int {
    // SAFETY: `req` is NULL or a live handle; `data` is NULL or valid for a write.
    guard::unit(|| unsafe { write_datum(&opaque::get(req)?.der(), data) })
}

/// Describes an OCSP request in text for people to read.
///
/// The text is in English and meant for display; programs use the getters.
///
/// - `req`: the request
/// - `format`: `GNUTLS_OCSP_PRINT_FULL`, the only one for requests
/// - `out`: takes the text, with a NUL that `size` does not count; its `data` is freed with
///   `gnutls_free`
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_INVALID_REQUEST`: `req` or `out` is NULL, or the format is another
///
/// Manual: `gnutls_ocsp_req_print`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_ocsp_req_print(
    req: gnutls_ocsp_req_const_t,
    format: gnutls_ocsp_print_formats_t,
    out: *mut gnutls_datum_t,
) -> c_int {
    guard::unit(|| {
        if format != GNUTLS_OCSP_PRINT_FULL {
            return Err(INVALID_REQUEST);
        }
        // SAFETY: `req` is NULL or a live handle; `out` is NULL or valid for a write.
        unsafe { write_datum(&text::ocsp::request(opaque::get(req)?), out) }
    })
}

/// Returns the version of an OCSP request.
///
/// - `req`: the request
///
/// Returns the version, always 1 in requests that are valid, or a negative error code:
/// - `GNUTLS_E_ASN1_DER_ERROR`, `GNUTLS_E_SHORT_MEMORY_BUFFER`: the request has a version that is no
///   such number
/// - `GNUTLS_E_INVALID_REQUEST`: `req` is NULL
///
/// RFC 6960 section 4.1.1. Manual: `gnutls_ocsp_req_get_version`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_ocsp_req_get_version(req: gnutls_ocsp_req_const_t) -> c_int {
    // SAFETY: `req` is NULL or a live handle.
    guard::code(|| Ok(unsafe { opaque::get(req)? }.version()?.into()))
}

/// Returns one of the certificates that an OCSP request asks for.
///
/// Each `data` that is returned is freed with `gnutls_free`. On failure nothing is written.
///
/// - `req`: the request
/// - `indx`: which certificate, from 0
/// - `digest`: takes the algorithm of both hashes, `GNUTLS_DIG_UNKNOWN` (0) if it is not known; may be
///   NULL
/// - `issuer_name_hash`: takes the hash of the issuer's encoded name; may be NULL
/// - `issuer_key_hash`: takes the hash of the bits of the issuer's key; may be NULL
/// - `serial_number`: takes the serial number; may be NULL
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE`: there are no more
/// - `GNUTLS_E_ASN1_DER_ERROR`: a hash or the serial number is empty
/// - `GNUTLS_E_INVALID_REQUEST`: `req` is NULL
///
/// RFC 6960 section 4.1.1. Manual: `gnutls_ocsp_req_get_cert_id`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_ocsp_req_get_cert_id(
    req: gnutls_ocsp_req_const_t,
    indx: c_uint,
    digest: *mut gnutls_digest_algorithm_t,
    issuer_name_hash: *mut gnutls_datum_t,
    issuer_key_hash: *mut gnutls_datum_t,
    serial_number: *mut gnutls_datum_t,
) -> c_int {
    // SAFETY: `req` is NULL or a live handle; `digest`, `issuer_name_hash`, `issuer_key_hash` and `serial_number` are
    // NULL or valid for writes.
    guard::unit(|| unsafe {
        let id = opaque::get(req)?.asked(indx as usize).ok_or(DATA_NOT_AVAILABLE)?;
        write_certificate_id(id, digest, issuer_name_hash, issuer_key_hash, serial_number)
    })
}

/// Adds a certificate to those that an OCSP request asks for, by the hashes of its issuer and its serial
/// number.
///
/// `gnutls_ocsp_req_add_cert` calculates them. All is copied; the hashes are not checked.
///
/// - `req`: the request
/// - `digest`: the algorithm of both hashes
/// - `issuer_name_hash`: the hash of the issuer's encoded name
/// - `issuer_key_hash`: the hash of the bits of the issuer's key
/// - `serial_number`: the serial number, as `gnutls_x509_crt_get_serial` returns it
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_ASN1_VALUE_NOT_VALID`: the serial number is empty
/// - `GNUTLS_E_INVALID_REQUEST`: a pointer is NULL, or the algorithm is unknown or has no identifier
///
/// RFC 6960 section 4.1.1. Manual: `gnutls_ocsp_req_add_cert_id`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_ocsp_req_add_cert_id(
    req: gnutls_ocsp_req_t,
    digest: gnutls_digest_algorithm_t,
    issuer_name_hash: *const gnutls_datum_t,
    issuer_key_hash: *const gnutls_datum_t,
    serial_number: *const gnutls_datum_t,
) -> c_int {
    guard::unit(|| {
        // SAFETY: `issuer_name_hash`, `issuer_key_hash` and `serial_number` are NULL or valid datums.
        let (name, key, serial) =
            unsafe { (datum_in(issuer_name_hash)?, datum_in(issuer_key_hash)?, datum_in(serial_number)?) };
        let hash = Digest::from_raw(digest).ok_or(INVALID_REQUEST)?;
        // SAFETY: `req` is NULL or a live handle.
        unsafe { opaque::get_mut(req)? }.add(hash, name, key, serial)
    })
}

/// Adds a certificate to those that an OCSP request asks for.
///
/// - `req`: the request
/// - `digest`: the algorithm of the hashes by which the issuer is named: `GNUTLS_DIG_SHA1`, unless the
///   responder is known to take another
/// - `issuer`: the certificate of the issuer, for its key
/// - `cert`: the certificate, for its issuer's name and its serial number
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_ASN1_VALUE_NOT_FOUND`: a certificate is empty
/// - `GNUTLS_E_INVALID_REQUEST`: a pointer is NULL, or the algorithm is unknown or has no identifier
///
/// RFC 6960 section 4.1.1. Manual: `gnutls_ocsp_req_add_cert`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_ocsp_req_add_cert(
    req: gnutls_ocsp_req_t,
    digest: gnutls_digest_algorithm_t,
    issuer: gnutls_x509_crt_t,
    cert: gnutls_x509_crt_t,
) -> c_int {
    guard::unit(|| {
        // SAFETY: `req`, `issuer` and `cert` are NULL or live handles.
        let (req, issuer, cert) = unsafe { (opaque::get_mut(req)?, get_crt(issuer)?, get_crt(cert)?) };
        let hash = Digest::from_raw(digest).ok_or(INVALID_REQUEST)?;
        req.add_certificate(hash, issuer, cert)
    })
}

/// Returns an extension of an OCSP request.
///
/// Each `data` that is returned is freed with `gnutls_free`. On failure nothing is written.
///
/// - `req`: the request
/// - `indx`: which extension, from 0
/// - `oid`: takes the dotted type, with a NUL that `size` does not count; may be NULL
/// - `critical`: takes 1 if the extension is critical, else 0; may be NULL
/// - `data`: takes the content of its OCTET STRING; may be NULL
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE`: there are no more extensions
/// - `GNUTLS_E_ASN1_DER_ERROR`: the extension is empty
/// - `GNUTLS_E_INVALID_REQUEST`: `req` is NULL
///
/// RFC 6960 section 4.4. Manual: `gnutls_ocsp_req_get_extension`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_ocsp_req_get_extension(
    req: gnutls_ocsp_req_const_t,
    indx: c_uint,
    oid: *mut gnutls_datum_t,
    critical: *mut c_uint,
    data: *mut gnutls_datum_t,
) -> c_int {
    // SAFETY: `req` is NULL or a live handle; `oid`, `critical` and `data` are NULL or valid for writes.
    guard::unit(|| unsafe {
        let e = opaque::get(req)?.extension(indx as usize).ok_or(DATA_NOT_AVAILABLE)?;
        write_extension(e, oid, critical, data)
    })
}

/// Sets an extension of an OCSP request, in the place of that of its type if there is one.
///
/// `gnutls_ocsp_req_set_nonce` is for the nonce.
///
/// - `req`: the request
/// - `oid`: the dotted type
/// - `critical`: not 0 for an extension that the responder must know or refuse
/// - `data`: the content of its OCTET STRING, DER
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_ASN1_VALUE_NOT_VALID`: the type is no object identifier
/// - `GNUTLS_E_INVALID_REQUEST`: a pointer is NULL, or there are 256 extensions already
///
/// RFC 6960 section 4.4. Manual: `gnutls_ocsp_req_set_extension`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_ocsp_req_set_extension(
    req: gnutls_ocsp_req_t,
    oid: *const c_char,
    critical: c_uint,
    data: *const gnutls_datum_t,
) -> c_int {
    guard::unit(|| {
        if oid.is_null() {
            return Err(INVALID_REQUEST);
        }
        // SAFETY: `oid` is a C string; `data` is NULL or a valid datum; `req` is NULL or a live handle.
        let (text, value, req) = unsafe { (CStr::from_ptr(oid), datum_in(data)?, opaque::get_mut(req)?) };
        let id = text.to_str().ok().and_then(oid::from_text);
        let id = id.ok_or(Error::new(GNUTLS_E_ASN1_VALUE_NOT_VALID))?;
        req.set_extension(&id, critical != 0, value)
    })
}

/// Returns the nonce of an OCSP request.
///
/// - `req`: the request
/// - `critical`: takes 1 if the extension is critical, else 0; may be NULL
/// - `nonce`: takes the nonce, without the OCTET STRING around it; its `data` is freed with
///   `gnutls_free`
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE`: there is no nonce
/// - `GNUTLS_E_ASN1_DER_ERROR`: the extension holds something else
/// - `GNUTLS_E_INVALID_REQUEST`: `req` or `nonce` is NULL
///
/// RFC 6960 section 4.4.1, RFC 8954. Manual: `gnutls_ocsp_req_get_nonce`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_ocsp_req_get_nonce(
    req: gnutls_ocsp_req_const_t,
    critical: *mut c_uint,
    nonce: *mut gnutls_datum_t,
) -> c_int {
    // SAFETY: `req` is NULL or a live handle; `critical` and `nonce` are NULL or valid for writes.
    guard::unit(|| unsafe { write_nonce(opaque::get(req)?.nonce(), critical, nonce) })
}

/// Sets the nonce of an OCSP request, in the place of an earlier one.
///
/// A responder that supports nonces repeats it in its response, which then cannot be an old one.
/// `gnutls_ocsp_req_randomize_nonce` sets a random nonce.
///
/// - `req`: the request
/// - `critical`: not 0 for a nonce that the responder must know or refuse; RFC 6960 does not want it
/// - `nonce`: the nonce, which is put into an OCTET STRING; 1 to 32 bytes suit every responder
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_INVALID_REQUEST`: `req` or `nonce` is NULL, or there are 256 extensions already
///
/// RFC 6960 section 4.4.1, RFC 8954. Manual: `gnutls_ocsp_req_set_nonce`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_ocsp_req_set_nonce(
    req: gnutls_ocsp_req_t,
    critical: c_uint,
    nonce: *const gnutls_datum_t,
) -> c_int {
    guard::unit(|| {
        // SAFETY: `req` is NULL or a live handle; `nonce` is NULL or a valid datum.
        let (req, nonce) = unsafe { (opaque::get_mut(req)?, datum_in(nonce)?) };
        req.set_nonce(critical != 0, nonce)
    })
}

/// Sets a random nonce of an OCSP request, in the place of an earlier one.
///
/// It has 23 bytes and is not critical.
///
/// - `req`: the request
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_INVALID_REQUEST`: `req` is NULL, or there are 256 extensions already
///
/// RFC 6960 section 4.4.1, RFC 8954. Manual: `gnutls_ocsp_req_randomize_nonce`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_ocsp_req_randomize_nonce(req: gnutls_ocsp_req_t) -> c_int {
    // SAFETY: `req` is NULL or a live handle.
    guard::unit(|| unsafe { opaque::get_mut(req)? }.randomize_nonce())
}
