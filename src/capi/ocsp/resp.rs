//! OCSP responses.
use core::ffi::c_uint;
use core::ptr;

use crate::abi::*;
use crate::alg::Format;
use crate::asn1::{oid, pem};
use crate::capi::ffi::memory::{alloc, datum_in, write_datum, write_out};
use crate::capi::ffi::{guard, opaque};
use crate::capi::object::crt::new_crt;
use crate::capi::object::dn::dn_order;
use crate::capi::object::ocsp::{
    LABEL, OcspResponse, get_basic, get_response, new_response, read_response, read_responses,
    write_certificate_id, write_datums, write_extension, write_nonce,
};
use crate::error::{DATA_NOT_AVAILABLE, Error, INVALID_REQUEST, Result, err};
use crate::pki::name::{self, Order};
use crate::pki::ocsp::{Responder, Response, Statement};
use crate::pki::text;

const MISSING: c_int = GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE;
const NOT_SET: c_int = GNUTLS_E_ASN1_VALUE_NOT_FOUND;

/// Creates an empty OCSP response, for `gnutls_ocsp_resp_import2`.
///
/// - `resp`: takes the new response, which is freed with `gnutls_ocsp_resp_deinit`
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_INVALID_REQUEST`: `resp` is NULL
///
/// Getters and verifications only look at a response: any number of threads may call them on one at the
/// same time, as long as nothing is imported.
///
/// RFC 6960 section 4.2. Manual: `gnutls_ocsp_resp_init`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_ocsp_resp_init(resp: *mut gnutls_ocsp_resp_t) -> c_int {
    // SAFETY: `resp` is NULL or valid for a write.
    guard::unit(|| unsafe { opaque::give(resp, OcspResponse::default()) })
}

/// Frees an OCSP response.
///
/// - `resp`: the response; NULL is ignored
///
/// Manual: `gnutls_ocsp_resp_deinit`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_ocsp_resp_deinit(resp: gnutls_ocsp_resp_t) {
    // SAFETY: `resp` is NULL or a handle that is not used afterwards.
    guard::or((), || drop(unsafe { opaque::take(resp) }));
}

/// # Safety
/// `resp` is NULL or a live handle; `data` is NULL or a valid datum.
unsafe fn import(resp: gnutls_ocsp_resp_t, data: *const gnutls_datum_t, format: Format) -> Result<()> {
    // SAFETY: `resp` is NULL or a live handle; `data` is NULL or a valid datum.
    let (slot, bytes) = unsafe { (opaque::get_mut(resp)?, datum_in(data)?) };
    slot.response = Some(read_response(bytes, format)?);
    Ok(())
}

/// Reads an OCSP response from DER, in the place of what the object held.
///
/// The same as `gnutls_ocsp_resp_import2` with `GNUTLS_X509_FMT_DER`.
///
/// - `resp`: a response from `gnutls_ocsp_resp_init`
/// - `data`: the bytes, which are copied
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_INVALID_REQUEST`: `resp` or `data` is NULL
/// - codes of `gnutls_ocsp_resp_import2`
///
/// RFC 6960 section 4.2.1. Manual: `gnutls_ocsp_resp_import`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_ocsp_resp_import(
    resp: gnutls_ocsp_resp_t,
    data: *const gnutls_datum_t,
) -> c_int {
    // SAFETY: `resp` is NULL or a live handle; `data` is NULL or a valid datum.
    guard::unit(|| unsafe { import(resp, data, Format::Der) })
}

/// Reads an OCSP response from DER or PEM, in the place of what the object held.
///
/// Of PEM the first block labelled `OCSP RESPONSE` is read. Nothing is verified, see
/// `gnutls_ocsp_resp_verify`. A responder that could not answer has sent a response as well:
/// `gnutls_ocsp_resp_get_status` tells. On failure the object keeps what it had.
///
/// - `resp`: a response from `gnutls_ocsp_resp_init`
/// - `data`: the bytes, which are copied
/// - `fmt`: `GNUTLS_X509_FMT_DER`, or `GNUTLS_X509_FMT_PEM`
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_BASE64_UNEXPECTED_HEADER_ERROR`, `GNUTLS_E_BASE64_DECODING_ERROR`: there is no such PEM
///   block, or it cannot be decoded
/// - `GNUTLS_E_ASN1_DER_ERROR`, `GNUTLS_E_ASN1_TAG_ERROR`: this is no response in DER
/// - `GNUTLS_E_ASN1_ELEMENT_NOT_FOUND`: it is successful and says nothing
/// - `GNUTLS_E_ASN1_TIME_ERROR`: a time has a wrong form
/// - `GNUTLS_E_OCSP_RESPONSE_ERROR`: there are more than 4096 answers, 128 certificates, or 256
///   extensions
/// - `GNUTLS_E_INVALID_REQUEST`: `resp` or `data` is NULL
///
/// Since 3.6.3. RFC 6960 section 4.2.1. Manual: `gnutls_ocsp_resp_import2`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_ocsp_resp_import2(
    resp: gnutls_ocsp_resp_t,
    data: *const gnutls_datum_t,
    fmt: gnutls_x509_crt_fmt_t,
) -> c_int {
    guard::unit(|| {
        let format = if fmt == GNUTLS_X509_FMT_PEM { Format::Pem } else { Format::Der };
        // SAFETY: `resp` is NULL or a live handle; `data` is NULL or a valid datum.
        unsafe { import(resp, data, format) }
    })
}

/// Reads OCSP responses into a fresh array.
///
/// PEM may hold any number of them, DER one. The caller frees each with `gnutls_ocsp_resp_deinit`, then
/// the array with `gnutls_free`. On failure of PEM the array is NULL and its size 0, else nothing is
/// written.
///
/// - `ocsps`: takes the array
/// - `size`: takes the number of its elements
/// - `resp_data`: the responses
/// - `format`: `GNUTLS_X509_FMT_DER`, or `GNUTLS_X509_FMT_PEM`
/// - `flags`: not used; pass 0
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE`: there is no response in PEM
/// - `GNUTLS_E_BASE64_DECODING_ERROR`: a block cannot be decoded
/// - `GNUTLS_E_INVALID_REQUEST`: `ocsps`, `size` or `resp_data` is NULL
/// - codes of `gnutls_ocsp_resp_import2`, if the DER cannot be read
///
/// Since 3.6.3. Manual: `gnutls_ocsp_resp_list_import2`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_ocsp_resp_list_import2(
    ocsps: *mut *mut gnutls_ocsp_resp_t,
    size: *mut c_uint,
    resp_data: *const gnutls_datum_t,
    format: gnutls_x509_crt_fmt_t,
    flags: c_uint,
) -> c_int {
    let _ = flags;
    guard::unit(|| {
        if ocsps.is_null() || size.is_null() {
            return Err(INVALID_REQUEST);
        }
        // SAFETY: `resp_data` is NULL or a valid datum.
        let bytes = unsafe { datum_in(resp_data)? };
        let format = if format == GNUTLS_X509_FMT_PEM { Format::Pem } else { Format::Der };
        if format == Format::Pem {
            // SAFETY: `ocsps` and `size` are not NULL.
            unsafe { (ocsps.write(ptr::null_mut()), size.write(0)) };
        }
        let list = read_responses(bytes, format)?;
        let array = alloc(list.len() * size_of::<gnutls_ocsp_resp_t>())?.cast::<gnutls_ocsp_resp_t>();
        // SAFETY: `ocsps` and `size` are not NULL, above.
        unsafe { (ocsps.write(array), size.write(list.len() as c_uint)) };
        for (i, response) in list.into_iter().enumerate() {
            // SAFETY: `array` has `list.len()` places.
            unsafe { array.add(i).write(new_response(response)) };
        }
        Ok(())
    })
}

/// # Safety
/// `resp` is NULL or a live handle.
unsafe fn der<'a>(resp: gnutls_ocsp_resp_const_t) -> Result<&'a [u8]> {
    // SAFETY: `resp` is NULL or a live handle.
    let response = unsafe { get_response(resp)? };
    Ok(response.ok_or(Error::new(NOT_SET))?.der())
}

/// Writes an OCSP response in DER to fresh memory: the bytes that were imported.
///
/// - `resp`: the response
/// - `data`: takes the bytes; its `data` is freed with `gnutls_free`
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_ASN1_VALUE_NOT_FOUND`: nothing was imported
/// - `GNUTLS_E_INVALID_REQUEST`: `resp` or `data` is NULL
///
/// RFC 6960 section 4.2.1. Manual: `gnutls_ocsp_resp_export`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_ocsp_resp_export(
    resp: gnutls_ocsp_resp_const_t,
    data: *mut gnutls_datum_t,
) -> c_int {
    // SAFETY: `resp` is NULL or a live handle; `data` is NULL or valid for a write.
    guard::unit(|| unsafe { write_datum(der(resp)?, data) })
}

/// Writes an OCSP response in DER or PEM to fresh memory.
///
/// - `resp`: the response
/// - `data`: takes the bytes, with a NUL behind them that `size` does not count; its `data` is freed
///   with `gnutls_free`
/// - `fmt`: `GNUTLS_X509_FMT_PEM` for a block labelled `OCSP RESPONSE`; every other value means DER
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_ASN1_VALUE_NOT_FOUND`: nothing was imported
/// - `GNUTLS_E_INVALID_REQUEST`: `resp` or `data` is NULL
///
/// Since 3.6.3. RFC 7468. Manual: `gnutls_ocsp_resp_export2`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_ocsp_resp_export2(
    resp: gnutls_ocsp_resp_const_t,
    data: *mut gnutls_datum_t,
    fmt: gnutls_x509_crt_fmt_t,
) -> c_int {
    // SAFETY: `resp` is NULL or a live handle; `data` is NULL or valid for a write.
    guard::unit(|| unsafe {
        match fmt {
            GNUTLS_X509_FMT_PEM => write_datum(&pem::encode(LABEL, der(resp)?), data),
            _ => write_datum(der(resp)?, data),
        }
    })
}

/// Describes an OCSP response in text for people to read.
///
/// The text is in English and meant for display; programs use the getters.
///
/// - `resp`: the response
/// - `format`: `GNUTLS_OCSP_PRINT_FULL`; every other value leaves out the signature and the certificates
/// - `out`: takes the text, with a NUL that `size` does not count; its `data` is freed with
///   `gnutls_free`
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_ASN1_VALUE_NOT_FOUND`: nothing was imported
/// - `GNUTLS_E_INVALID_REQUEST`: `resp` or `out` is NULL
///
/// Manual: `gnutls_ocsp_resp_print`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_ocsp_resp_print(
    resp: gnutls_ocsp_resp_const_t,
    format: gnutls_ocsp_print_formats_t,
    out: *mut gnutls_datum_t,
) -> c_int {
    // SAFETY: `resp` is NULL or a live handle; `out` is NULL or valid for a write.
    guard::unit(|| unsafe {
        let response = get_response(resp)?.ok_or(Error::new(NOT_SET))?;
        write_datum(&text::ocsp::response(response, format == GNUTLS_OCSP_PRINT_FULL), out)
    })
}

/// Tells whether a responder has answered, or why not.
///
/// - `resp`: the response
///
/// Returns a value of `gnutls_ocsp_resp_status_t`, `GNUTLS_OCSP_RESP_SUCCESSFUL` (0) for an answer, or a
/// negative error code:
/// - `GNUTLS_E_UNEXPECTED_PACKET`: the response has another value
/// - `GNUTLS_E_ASN1_VALUE_NOT_FOUND`: nothing was imported
/// - `GNUTLS_E_INVALID_REQUEST`: `resp` is NULL
///
/// RFC 6960 section 4.2.1. Manual: `gnutls_ocsp_resp_get_status`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_ocsp_resp_get_status(resp: gnutls_ocsp_resp_const_t) -> c_int {
    guard::code(|| {
        // SAFETY: `resp` is NULL or a live handle.
        let response = unsafe { get_response(resp)? }.ok_or(Error::new(NOT_SET))?;
        match response.code() {
            code @ (GNUTLS_OCSP_RESP_SUCCESSFUL
            | GNUTLS_OCSP_RESP_MALFORMEDREQUEST
            | GNUTLS_OCSP_RESP_INTERNALERROR
            | GNUTLS_OCSP_RESP_TRYLATER
            | GNUTLS_OCSP_RESP_SIGREQUIRED
            | GNUTLS_OCSP_RESP_UNAUTHORIZED) => Ok(code as c_int),
            _ => err(GNUTLS_E_UNEXPECTED_PACKET),
        }
    })
}

/// Returns the type of an OCSP response and its encoding.
///
/// The type is `1.3.6.1.5.5.7.48.1.1`, BasicOCSPResponse, the one that the other getters read. Each `data`
/// that is returned is freed with `gnutls_free`.
///
/// - `resp`: the response
/// - `response_type_oid`: takes the dotted type, with a NUL that `size` does not count; may be NULL
/// - `response`: takes the encoded response; may be NULL
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_ASN1_ELEMENT_NOT_FOUND`: the responder has not answered, or nothing was imported
/// - `GNUTLS_E_INVALID_REQUEST`: `resp` is NULL
///
/// RFC 6960 section 4.2.1. Manual: `gnutls_ocsp_resp_get_response`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_ocsp_resp_get_response(
    resp: gnutls_ocsp_resp_const_t,
    response_type_oid: *mut gnutls_datum_t,
    response: *mut gnutls_datum_t,
) -> c_int {
    // SAFETY: `resp` is NULL or a live handle; `response_type_oid` and `response` are NULL or valid for writes.
    guard::unit(|| unsafe {
        let body = get_response(resp)?.and_then(Response::body);
        let (kind, content) = body.ok_or(Error::new(GNUTLS_E_ASN1_ELEMENT_NOT_FOUND))?;
        let text = oid::to_text(kind).unwrap_or_default();
        write_datums(&[(text.as_bytes(), response_type_oid), (content, response)])
    })
}

/// Returns the version of an OCSP response.
///
/// - `resp`: the response
///
/// Returns the version, always 1 in responses that are valid and in those without an answer, or a
/// negative error code:
/// - `GNUTLS_E_ASN1_DER_ERROR`, `GNUTLS_E_SHORT_MEMORY_BUFFER`: the response has a version that is no
///   such number
/// - `GNUTLS_E_INVALID_REQUEST`: `resp` is NULL
///
/// RFC 6960 section 4.2.1. Manual: `gnutls_ocsp_resp_get_version`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_ocsp_resp_get_version(resp: gnutls_ocsp_resp_const_t) -> c_int {
    guard::code(|| {
        // SAFETY: `resp` is NULL or a live handle.
        match unsafe { get_response(resp)? }.filter(|r| r.is_basic()) {
            Some(response) => Ok(response.version()?.into()),
            None => Ok(1),
        }
    })
}

/// The responder's name; `None` if it is named by its key, or if there is none.
///
/// # Safety
/// `resp` is NULL or a live handle.
unsafe fn responder_name(resp: gnutls_ocsp_resp_const_t, order: Order) -> Result<Option<Vec<u8>>> {
    // SAFETY: `resp` is NULL or a live handle.
    let response = unsafe { get_response(resp)? }.filter(|r| r.is_basic());
    let Some(Responder::Name(name)) = response.map(Response::responder).transpose()? else { return Ok(None) };
    match name::to_text(name, order) {
        Err(e) if e.code() == MISSING => Ok(None),
        text => text.map(Some),
    }
}

/// Returns the name of the responder that signed an OCSP response, its first attribute first.
///
/// `gnutls_ocsp_resp_get_responder2` returns it in the order of RFC 4514.
///
/// - `resp`: the response
/// - `dn`: takes the text, with a NUL that `size` does not count; its `data` is freed with
///   `gnutls_free`. NULL and 0 for a responder that is named by its key, an empty name, and a response
///   without an answer
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code, for which `dn` is NULL and 0:
/// - `GNUTLS_E_ASN1_VALUE_NOT_VALID` and others: the name cannot be written as text
/// - `GNUTLS_E_INVALID_REQUEST`: `resp` or `dn` is NULL
///
/// RFC 6960 section 4.2.1. Manual: `gnutls_ocsp_resp_get_responder`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_ocsp_resp_get_responder(
    resp: gnutls_ocsp_resp_const_t,
    dn: *mut gnutls_datum_t,
) -> c_int {
    // SAFETY: `resp` is NULL or a live handle; `dn` is NULL or valid for a write.
    guard::unit(|| unsafe {
        match write_responder(resp, dn, Order::Encoded) {
            Err(e) if e.code() == MISSING => Ok(()),
            written => written,
        }
    })
}

/// # Safety
/// `resp` is NULL or a live handle; `dn` is NULL or valid for a write.
unsafe fn write_responder(
    resp: gnutls_ocsp_resp_const_t,
    dn: *mut gnutls_datum_t,
    order: Order,
) -> Result<()> {
    if dn.is_null() || resp.is_null() {
        return Err(INVALID_REQUEST);
    }
    // SAFETY: `dn` is not NULL, and valid for a write; `resp` is a live handle.
    unsafe {
        dn.write(gnutls_datum_t { data: ptr::null_mut(), size: 0 });
        write_datum(&responder_name(resp, order)?.ok_or(DATA_NOT_AVAILABLE)?, dn)
    }
}

/// Returns the name of the responder that signed an OCSP response.
///
/// - `resp`: the response
/// - `dn`: takes the text, with a NUL that `size` does not count; its `data` is freed with
///   `gnutls_free`
/// - `flags`: 0 for the order of RFC 4514, `GNUTLS_X509_DN_FLAG_COMPAT` for the first attribute first
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code, for which `dn` is NULL and 0:
/// - `GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE`: the responder is named by its key
///   (`gnutls_ocsp_resp_get_responder_raw_id`), its name is empty, or there is no answer
/// - `GNUTLS_E_ASN1_VALUE_NOT_VALID` and others: the name cannot be written as text
/// - `GNUTLS_E_INVALID_REQUEST`: `resp` or `dn` is NULL
///
/// Since 3.5.6. RFC 6960 section 4.2.1. Manual: `gnutls_ocsp_resp_get_responder2`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_ocsp_resp_get_responder2(
    resp: gnutls_ocsp_resp_const_t,
    dn: *mut gnutls_datum_t,
    flags: c_uint,
) -> c_int {
    // SAFETY: `resp` is NULL or a live handle; `dn` is NULL or valid for a write.
    guard::unit(|| unsafe { write_responder(resp, dn, dn_order(flags)) })
}

/// Returns what names the responder that signed an OCSP response: the hash of its key, or its encoded
/// name.
///
/// - `resp`: the response
/// - `type_`: `GNUTLS_OCSP_RESP_ID_KEY` for the SHA-1 hash of the bits of its key; every other value for
///   the name, `GNUTLS_OCSP_RESP_ID_DN`
/// - `raw`: takes the bytes; its `data` is freed with `gnutls_free`
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE`: the responder is named by the other, or there is no answer
/// - `GNUTLS_E_ASN1_DER_ERROR`: the hash is empty
/// - `GNUTLS_E_INVALID_REQUEST`: `resp` or `raw` is NULL
///
/// Since 3.6.0. RFC 6960 section 4.2.1. Manual: `gnutls_ocsp_resp_get_responder_raw_id`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_ocsp_resp_get_responder_raw_id(
    resp: gnutls_ocsp_resp_const_t,
    type_: c_uint,
    raw: *mut gnutls_datum_t,
) -> c_int {
    // SAFETY: `resp` is NULL or a live handle; `raw` is NULL or valid for a write.
    guard::unit(|| unsafe {
        match get_basic(resp, MISSING)?.responder()? {
            Responder::Key([]) if type_ == GNUTLS_OCSP_RESP_ID_KEY => err(GNUTLS_E_ASN1_DER_ERROR),
            Responder::Key(hash) if type_ == GNUTLS_OCSP_RESP_ID_KEY => write_datum(hash, raw),
            Responder::Name(name) if type_ != GNUTLS_OCSP_RESP_ID_KEY => write_datum(name, raw),
            _ => err(MISSING),
        }
    })
}

/// Returns the time when an OCSP response was signed.
///
/// - `resp`: the response
///
/// Returns the seconds since 1970, or -1 if `resp` is NULL, the time is no date, or there is no answer.
///
/// RFC 6960 section 4.2.1. Manual: `gnutls_ocsp_resp_get_produced`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_ocsp_resp_get_produced(resp: gnutls_ocsp_resp_const_t) -> time_t {
    // SAFETY: `resp` is NULL or a live handle.
    guard::or(-1, || unsafe { get_basic(resp, MISSING) }.and_then(Response::produced_at).unwrap_or(-1))
}

/// Returns what an OCSP response says of a certificate.
///
/// A response may have several answers, in any order: `gnutls_ocsp_resp_check_crt` tells whether one is
/// for a given certificate. Each `data` that is returned is freed with `gnutls_free`. On failure
/// nothing is written.
///
/// - `resp`: the response
/// - `indx`: which answer, from 0
/// - `digest`: takes the algorithm of both hashes, `GNUTLS_DIG_UNKNOWN` (0) if it is not known; may be
///   NULL
/// - `issuer_name_hash`: takes the hash of the encoded name of the certificate's issuer; may be NULL
/// - `issuer_key_hash`: takes the hash of the bits of the issuer's key; may be NULL
/// - `serial_number`: takes the certificate's serial number; may be NULL
/// - `cert_status`: takes a value of `gnutls_ocsp_cert_status_t`; may be NULL
/// - `this_update`: takes the time at which that is known to hold, in seconds since 1970; -1 if it is no
///   date. May be NULL
/// - `next_update`: takes the time when more is known, or -1 if there is none, or it is no date; may be
///   NULL
/// - `revocation_time`: takes the time of the revocation, or -1 if the certificate is not revoked, or it
///   is no date; may be NULL
/// - `revocation_reason`: takes a value of `gnutls_x509_crl_reason_t`, 0 if there is none; may be NULL
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE`: there are no more
/// - `GNUTLS_E_ASN1_DER_ERROR`: a hash or the serial number is empty
/// - `GNUTLS_E_INVALID_REQUEST`: `resp` is NULL
///
/// RFC 6960 section 4.2.1. Manual: `gnutls_ocsp_resp_get_single`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_ocsp_resp_get_single(
    resp: gnutls_ocsp_resp_const_t,
    indx: c_uint,
    digest: *mut gnutls_digest_algorithm_t,
    issuer_name_hash: *mut gnutls_datum_t,
    issuer_key_hash: *mut gnutls_datum_t,
    serial_number: *mut gnutls_datum_t,
    cert_status: *mut c_uint,
    this_update: *mut time_t,
    next_update: *mut time_t,
    revocation_time: *mut time_t,
    revocation_reason: *mut c_uint,
) -> c_int {
    // SAFETY: `resp` is NULL or a live handle; `digest`, `issuer_name_hash`, `issuer_key_hash`, `serial_number`,
    // `cert_status`, `this_update`, `next_update`, `revocation_time` and `revocation_reason` are NULL or valid for writes.
    guard::unit(|| unsafe {
        let answer = get_basic(resp, MISSING)?.answer(indx as usize).ok_or(DATA_NOT_AVAILABLE)?;
        write_certificate_id(answer.id, digest, issuer_name_hash, issuer_key_hash, serial_number)?;
        let (status, time, reason) = match answer.statement {
            Statement::Good => (GNUTLS_OCSP_CERT_GOOD, -1, 0),
            Statement::Revoked { time, reason } => (GNUTLS_OCSP_CERT_REVOKED, time, reason),
            Statement::Unknown => (GNUTLS_OCSP_CERT_UNKNOWN, -1, 0),
        };
        write_out(cert_status, status);
        write_out(this_update, answer.this_update);
        write_out(next_update, answer.next_update.unwrap_or(-1));
        write_out(revocation_time, time);
        write_out(revocation_reason, reason);
        Ok(())
    })
}

/// Returns an extension of an OCSP response.
///
/// Each `data` that is returned is freed with `gnutls_free`. On failure nothing is written.
///
/// - `resp`: the response
/// - `indx`: which extension, from 0
/// - `oid`: takes the dotted type, with a NUL that `size` does not count; may be NULL
/// - `critical`: takes 1 if the extension is critical, else 0; may be NULL
/// - `data`: takes the content of its OCTET STRING; may be NULL
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE`: there are no more extensions
/// - `GNUTLS_E_ASN1_DER_ERROR`: the extension is empty
/// - `GNUTLS_E_INVALID_REQUEST`: `resp` is NULL
///
/// RFC 6960 section 4.4. Manual: `gnutls_ocsp_resp_get_extension`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_ocsp_resp_get_extension(
    resp: gnutls_ocsp_resp_const_t,
    indx: c_uint,
    oid: *mut gnutls_datum_t,
    critical: *mut c_uint,
    data: *mut gnutls_datum_t,
) -> c_int {
    // SAFETY: `resp` is NULL or a live handle; `oid`, `critical` and `data` are NULL or valid for writes.
    guard::unit(|| unsafe {
        let e = get_basic(resp, MISSING)?.extensions().nth(indx as usize).ok_or(DATA_NOT_AVAILABLE)?;
        write_extension(e, oid, critical, data)
    })
}

/// Returns the nonce of an OCSP response.
///
/// It must be that of the request, if the responder has taken it into account: then this is no old
/// response.
///
/// - `resp`: the response
/// - `critical`: takes 1 if the extension is critical, else 0; may be NULL
/// - `nonce`: takes the nonce, without the OCTET STRING around it; its `data` is freed with
///   `gnutls_free`
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE`: there is no nonce
/// - `GNUTLS_E_ASN1_DER_ERROR`: the extension holds something else
/// - `GNUTLS_E_INVALID_REQUEST`: `resp` or `nonce` is NULL
///
/// RFC 6960 section 4.4.1, RFC 8954. Manual: `gnutls_ocsp_resp_get_nonce`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_ocsp_resp_get_nonce(
    resp: gnutls_ocsp_resp_const_t,
    critical: *mut c_uint,
    nonce: *mut gnutls_datum_t,
) -> c_int {
    // SAFETY: `resp` is NULL or a live handle; `critical` and `nonce` are NULL or valid for writes.
    guard::unit(|| unsafe {
        let found = get_response(resp)?.ok_or(DATA_NOT_AVAILABLE).and_then(Response::nonce);
        write_nonce(found, critical, nonce)
    })
}

/// Returns the algorithm by which an OCSP response is signed.
///
/// - `resp`: the response
///
/// Returns a value of `gnutls_sign_algorithm_t`, `GNUTLS_SIGN_UNKNOWN` (0) if it is not known, or a
/// negative error code:
/// - `GNUTLS_E_ASN1_VALUE_NOT_FOUND`: there is no answer
/// - `GNUTLS_E_INVALID_REQUEST`: `resp` is NULL
///
/// RFC 6960 section 4.2.1. Manual: `gnutls_ocsp_resp_get_signature_algorithm`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_ocsp_resp_get_signature_algorithm(resp: gnutls_ocsp_resp_const_t) -> c_int {
    // SAFETY: `resp` is NULL or a live handle.
    guard::code(|| unsafe {
        Ok(get_basic(resp, NOT_SET)?.signature_algorithm()?.map_or(0, |sign| sign.raw() as c_int))
    })
}

/// Returns the signature of an OCSP response.
///
/// - `resp`: the response
/// - `sig`: takes the bytes of the signature, without those of the BIT STRING around it; its `data` is
///   freed with `gnutls_free`
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_ASN1_DER_ERROR`: it is empty
/// - `GNUTLS_E_ASN1_VALUE_NOT_FOUND`: there is no answer
/// - `GNUTLS_E_INVALID_REQUEST`: `resp` or `sig` is NULL
///
/// RFC 6960 section 4.2.1. Manual: `gnutls_ocsp_resp_get_signature`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_ocsp_resp_get_signature(
    resp: gnutls_ocsp_resp_const_t,
    sig: *mut gnutls_datum_t,
) -> c_int {
    // SAFETY: `resp` is NULL or a live handle; `sig` is NULL or valid for a write.
    guard::unit(|| unsafe { write_datum(get_basic(resp, NOT_SET)?.signature()?, sig) })
}

/// Returns the certificates in an OCSP response.
///
/// They are not verified, and need not have to do with the response. The caller frees each with
/// `gnutls_x509_crt_deinit`, then the array with `gnutls_free`.
///
/// - `resp`: the response
/// - `certs`: takes the array, which ends with NULL also where there is no certificate; may be NULL
/// - `ncerts`: takes the number of certificates; may be NULL
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - codes of `gnutls_x509_crt_import`: a certificate is readable, but violates RFC 5280
/// - `GNUTLS_E_INVALID_REQUEST`: `resp` is NULL
///
/// RFC 6960 section 4.2.1. Manual: `gnutls_ocsp_resp_get_certs`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_ocsp_resp_get_certs(
    resp: gnutls_ocsp_resp_const_t,
    certs: *mut *mut gnutls_x509_crt_t,
    ncerts: *mut usize,
) -> c_int {
    guard::unit(|| {
        // SAFETY: `resp` is NULL or a live handle.
        let response = unsafe { get_response(resp)? };
        let list = response.map_or(Ok(Vec::new()), Response::all_certificates)?;
        // SAFETY: `ncerts` is NULL or valid for a write.
        unsafe { write_out(ncerts, list.len()) };
        if certs.is_null() {
            return Ok(());
        }
        let n = list.len();
        let array = alloc((n + 1) * size_of::<gnutls_x509_crt_t>())?.cast::<gnutls_x509_crt_t>();
        for (i, cert) in list.into_iter().enumerate() {
            // SAFETY: `array` has `n + 1` places.
            unsafe { array.add(i).write(new_crt(cert)) };
        }
        // SAFETY: `array` has `n + 1` places; `certs` is not NULL.
        unsafe {
            array.add(n).write(ptr::null_mut());
            certs.write(array);
        }
        Ok(())
    })
}
