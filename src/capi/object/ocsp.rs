//! OCSP requests and responses.
use core::ffi::c_uint;

use crate::abi::*;
use crate::alg::{Digest, Format};
use crate::asn1::{oid, pem};
use crate::capi::ffi::memory::{alloc_datum, free, write_out};
use crate::capi::ffi::opaque::{self, Opaque};
use crate::error::{Error, INVALID_REQUEST, Result, err};
use crate::pki::cert::Extension;
use crate::pki::ocsp::Response;
use crate::pki::ocsp::cert_id::CertificateId;
use crate::pki::ocsp::request::Request;

// SAFETY: all handles are created by `gnutls_ocsp_req_init`.
unsafe impl Opaque for gnutls_ocsp_req_int {
    type Object = Request;
}

/// The object of a `gnutls_ocsp_resp_t`: nothing until one is imported.
#[derive(Default)]
pub struct OcspResponse {
    pub response: Option<Response>,
}

// SAFETY: all handles are created by `gnutls_ocsp_resp_init` and `new_response`.
unsafe impl Opaque for gnutls_ocsp_resp_int {
    type Object = OcspResponse;
}

/// The response of a handle, if it has one.
///
/// # Safety
/// `resp` is NULL or a live handle.
pub unsafe fn get_response<'a>(resp: gnutls_ocsp_resp_const_t) -> Result<Option<&'a Response>> {
    // SAFETY: `resp` is NULL or a live handle.
    Ok(unsafe { opaque::get(resp) }?.response.as_ref())
}

/// The response of a handle if it is a basic one, else an error with this code.
///
/// # Safety
/// The same as for [`get_response`].
pub unsafe fn get_basic<'a>(resp: gnutls_ocsp_resp_const_t, code: c_int) -> Result<&'a Response> {
    // SAFETY: `resp` is NULL or a live handle.
    unsafe { get_response(resp)? }.filter(|r| r.is_basic()).ok_or(Error::new(code))
}

/// Creates a handle.
pub fn new_response(response: Response) -> gnutls_ocsp_resp_t {
    opaque::new(OcspResponse { response: Some(response) })
}

/// The label of a response in PEM.
pub const LABEL: &str = "OCSP RESPONSE";

/// Reads a response, of PEM the first one.
pub fn read_response(bytes: &[u8], format: Format) -> Result<Response> {
    match format {
        Format::Der => Response::from_der(bytes),
        Format::Pem => Response::from_der(&pem::decode(Some(LABEL), bytes)?),
    }
}

/// Reads the responses of a PEM text, or a single one.
pub fn read_responses(bytes: &[u8], format: Format) -> Result<Vec<Response>> {
    if format == Format::Der {
        return Ok(vec![Response::from_der(bytes)?]);
    }
    let list: Result<Vec<_>> =
        pem::blocks(bytes, &[LABEL]).map(|(_, der)| Response::from_der(&der?)).collect();
    match list? {
        list if list.is_empty() => err(GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE),
        list => Ok(list),
    }
}

/// Writes copies of bytes to the datums that are not NULL; the caller frees them. All are written or none.
///
/// # Safety
/// The datums are NULL or valid for writes.
pub unsafe fn write_datums(pairs: &[(&[u8], *mut gnutls_datum_t)]) -> Result<()> {
    let mut made: Vec<(*mut gnutls_datum_t, gnutls_datum_t)> = Vec::with_capacity(pairs.len());
    for (bytes, out) in pairs.iter().filter(|(_, out)| !out.is_null()) {
        match alloc_datum(bytes) {
            Ok(datum) => made.push((*out, datum)),
            Err(e) => {
                for (_, datum) in made {
                    // SAFETY: `datum` is from `alloc_datum` and was given to nobody.
                    unsafe { free(datum.data.cast()) };
                }
                return Err(e);
            }
        }
    }
    for (out, datum) in made {
        // SAFETY: `out` is not NULL, and valid for a write (the caller).
        unsafe { out.write(datum) };
    }
    Ok(())
}

/// Writes the fields of an identifier that are asked for.
///
/// # Safety
/// The pointers are NULL or valid for writes.
pub unsafe fn write_certificate_id(
    id: CertificateId<'_>,
    digest: *mut gnutls_digest_algorithm_t,
    issuer_name_hash: *mut gnutls_datum_t,
    issuer_key_hash: *mut gnutls_datum_t,
    serial_number: *mut gnutls_datum_t,
) -> Result<()> {
    let id = id.complete()?;
    // SAFETY: `issuer_name_hash`, `issuer_key_hash`, `serial_number` and `digest` are NULL or valid for writes.
    unsafe {
        write_datums(&[
            (id.issuer_name, issuer_name_hash),
            (id.issuer_key, issuer_key_hash),
            (id.serial, serial_number),
        ])?;
        write_out(digest, id.hash().map_or(0, Digest::raw));
    }
    Ok(())
}

/// Writes type and content of an extension.
///
/// # Safety
/// The pointers are NULL or valid for writes.
pub unsafe fn write_extension(
    e: Extension<'_>,
    oid: *mut gnutls_datum_t,
    critical: *mut c_uint,
    data: *mut gnutls_datum_t,
) -> Result<()> {
    if e.value.is_empty() {
        return err(GNUTLS_E_ASN1_DER_ERROR);
    }
    let text = oid::to_text(e.oid).unwrap_or_default();
    // SAFETY: `oid`, `data` and `critical` are NULL or valid for writes.
    unsafe {
        write_datums(&[(text.as_bytes(), oid), (e.value, data)])?;
        write_out(critical, e.critical.into());
    }
    Ok(())
}

/// Writes a nonce, if there is one, and whether it is critical.
///
/// # Safety
/// The pointers are NULL or valid for writes.
pub unsafe fn write_nonce(
    nonce: Result<(bool, &[u8])>,
    critical: *mut c_uint,
    out: *mut gnutls_datum_t,
) -> Result<()> {
    if out.is_null() {
        return Err(INVALID_REQUEST);
    }
    let (is_critical, bytes) = nonce?;
    // SAFETY: `out` and `critical` are NULL or valid for writes.
    unsafe {
        write_datums(&[(bytes, out)])?;
        write_out(critical, is_critical.into());
    }
    Ok(())
}
