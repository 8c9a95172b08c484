//! The extensions of a certificate by number and by type.
use core::ffi::{c_char, c_int, c_uint, c_void};

use crate::abi::*;
use crate::asn1::oid;
use crate::capi::ffi::guard;
use crate::capi::ffi::memory::{bytes_of, write_datum, write_or_measure, write_out, write_sized};
use crate::capi::object::crt::get_crt;
use crate::capi::object::verify_request::purpose_oid;
use crate::error::{DATA_NOT_AVAILABLE, Error, INVALID_REQUEST, Result};
use crate::pki::cert::{Certificate, Extension};

fn nth(c: &Certificate, indx: c_uint) -> Result<Extension<'_>> {
    c.extension_at(indx as usize).ok_or(DATA_NOT_AVAILABLE)
}

fn dotted(e: &Extension<'_>) -> Result<String> {
    oid::to_text(e.oid).ok_or(Error::new(GNUTLS_E_ASN1_DER_ERROR))
}

/// Writes the type of an extension of a certificate to a buffer.
///
/// With a growing index it tells which extensions there are, in their order.
/// `gnutls_x509_crt_get_extension_info` tells whether they are critical, too.
///
/// - `cert`: the certificate
/// - `indx`: which extension, from 0
/// - `oid`: takes the dotted type, NUL-terminated; NULL to ask for the length
/// - `oid_size`: in: the capacity of `oid` in bytes; out: the length without the NUL, or the capacity
///   needed with it after `GNUTLS_E_SHORT_MEMORY_BUFFER`
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_SHORT_MEMORY_BUFFER`: `oid` is NULL or too small
/// - `GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE`: there are no more extensions
/// - `GNUTLS_E_INVALID_REQUEST`: `cert` or `oid_size` is NULL
///
/// RFC 5280 section 4.2. Manual: `gnutls_x509_crt_get_extension_oid`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crt_get_extension_oid(
    cert: gnutls_x509_crt_t,
    indx: c_uint,
    oid: *mut c_void,
    oid_size: *mut usize,
) -> c_int {
    // SAFETY: `cert` is NULL or a live handle; `oid` is NULL or has as much space as its size says; `oid_size` is
    // NULL or valid for a write.
    guard::unit(|| unsafe {
        write_sized(dotted(&nth(get_crt(cert)?, indx)?)?.as_bytes(), oid, oid_size, true)
    })
}

/// Writes the type of an extension of a certificate to a buffer, and tells whether it is critical.
///
/// With a growing index it tells which extensions there are, in their order.
/// `gnutls_x509_crt_get_extension_data2` with the same index returns the content.
///
/// - `cert`: the certificate
/// - `indx`: which extension, from 0
/// - `oid`: takes the dotted type, NUL-terminated; NULL to ask for the length
/// - `oid_size`: in: the capacity of `oid` in bytes; out: the length without the NUL, or the capacity
///   needed with it after `GNUTLS_E_SHORT_MEMORY_BUFFER`
/// - `critical`: takes 1 if the extension is critical, else 0; may be NULL
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_SHORT_MEMORY_BUFFER`: `oid` is NULL or too small
/// - `GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE`: there are no more extensions
/// - `GNUTLS_E_INVALID_REQUEST`: `cert` or `oid_size` is NULL
///
/// RFC 5280 section 4.2. Manual: `gnutls_x509_crt_get_extension_info`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crt_get_extension_info(
    cert: gnutls_x509_crt_t,
    indx: c_uint,
    oid: *mut c_void,
    oid_size: *mut usize,
    critical: *mut c_uint,
) -> c_int {
    // SAFETY: `cert` is NULL or a live handle; `oid` is NULL or has as much space as its size says; `oid_size` and
    // `critical` are NULL or valid for writes.
    guard::unit(|| unsafe {
        let e = nth(get_crt(cert)?, indx)?;
        write_out(critical, e.critical.into());
        write_sized(dotted(&e)?.as_bytes(), oid, oid_size, true)
    })
}

/// Writes the content of an extension of a certificate to a buffer.
///
/// That is what its OCTET STRING holds. `gnutls_x509_crt_get_extension_info` with the same index tells
/// the type.
///
/// - `cert`: the certificate
/// - `indx`: which extension, from 0
/// - `data`: takes the bytes; with NULL the length alone is written, which is a success
/// - `sizeof_data`: in: the capacity of `data` in bytes; out: the length
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_SHORT_MEMORY_BUFFER`: `data` is too small
/// - `GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE`: there are no more extensions
/// - `GNUTLS_E_INVALID_REQUEST`: `cert` or `sizeof_data` is NULL
///
/// RFC 5280 section 4.2. Manual: `gnutls_x509_crt_get_extension_data`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crt_get_extension_data(
    cert: gnutls_x509_crt_t,
    indx: c_uint,
    data: *mut c_void,
    sizeof_data: *mut usize,
) -> c_int {
    // SAFETY: `cert` is NULL or a live handle; `data` is NULL or has as much space as its size says; `sizeof_data` is
    // NULL or valid for a write.
    guard::unit(|| unsafe { write_or_measure(nth(get_crt(cert)?, indx)?.value, data, sizeof_data) })
}

/// Returns the content of an extension of a certificate in fresh memory.
///
/// That is what its OCTET STRING holds. `gnutls_x509_crt_get_extension_info` with the same index tells
/// the type.
///
/// - `cert`: the certificate
/// - `indx`: which extension, from 0
/// - `data`: takes the bytes, with a NUL behind them that `size` does not count; its `data` is freed
///   with `gnutls_free`
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_ASN1_ELEMENT_NOT_FOUND`: there are no more extensions
/// - `GNUTLS_E_INVALID_REQUEST`: `cert` or `data` is NULL
///
/// RFC 5280 section 4.2. Manual: `gnutls_x509_crt_get_extension_data2`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crt_get_extension_data2(
    cert: gnutls_x509_crt_t,
    indx: c_uint,
    data: *mut gnutls_datum_t,
) -> c_int {
    // SAFETY: `cert` is NULL or a live handle; `data` is NULL or valid for a write.
    guard::unit(|| unsafe {
        let e = nth(get_crt(cert)?, indx).map_err(|_| Error::new(GNUTLS_E_ASN1_ELEMENT_NOT_FOUND))?;
        write_datum(e.value, data)
    })
}

/// The `indx`-th extension of a type from C.
///
/// # Safety
/// The pointers are as the manual has them.
unsafe fn by_type<'a>(
    cert: gnutls_x509_crt_t,
    text: *const c_char,
    indx: c_uint,
    critical: *mut c_uint,
) -> Result<Extension<'a>> {
    // SAFETY: `cert` is NULL or a live handle; `text` is NULL or a C string; `critical` is NULL or valid for a write.
    unsafe {
        let id = purpose_oid(bytes_of(text).ok_or(INVALID_REQUEST)?)?;
        let e = get_crt(cert)?.extension_of(&id, indx as usize).ok_or(DATA_NOT_AVAILABLE)?;
        write_out(critical, e.critical.into());
        Ok(e)
    }
}

/// Writes the content of an extension of a certificate, found by its type, to a buffer.
///
/// That is what its OCTET STRING holds. Functions such as `gnutls_x509_ext_import_basic_constraints`
/// read the content of some types.
///
/// - `cert`: the certificate
/// - `oid`: the dotted type
/// - `indx`: which of several of this type, from 0; a certificate has but one of each
/// - `buf`: takes the bytes; NULL to ask for the length
/// - `buf_size`: in: the capacity of `buf` in bytes; out: the length written, or needed after
///   `GNUTLS_E_SHORT_MEMORY_BUFFER`
/// - `critical`: takes 1 if the extension is critical, else 0; may be NULL
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_SHORT_MEMORY_BUFFER`: `buf` is NULL or too small
/// - `GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE`: there is no such extension
/// - `GNUTLS_E_INVALID_REQUEST`: `cert`, `oid` or `buf_size` is NULL, or `oid` is no dotted identifier
///
/// RFC 5280 section 4.2. Manual: `gnutls_x509_crt_get_extension_by_oid`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crt_get_extension_by_oid(
    cert: gnutls_x509_crt_t,
    oid: *const c_char,
    indx: c_uint,
    buf: *mut c_void,
    buf_size: *mut usize,
    critical: *mut c_uint,
) -> c_int {
    // SAFETY: `cert` is NULL or a live handle; `oid` is NULL or a C string; `buf` is NULL or has as much space as its
    // size says; `buf_size` and `critical` are NULL or valid for writes.
    guard::unit(|| unsafe { write_sized(by_type(cert, oid, indx, critical)?.value, buf, buf_size, false) })
}

/// Returns the content of an extension of a certificate, found by its type, in fresh memory.
///
/// That is what its OCTET STRING holds. Functions such as `gnutls_x509_ext_import_basic_constraints`
/// read the content of some types.
///
/// - `cert`: the certificate
/// - `oid`: the dotted type
/// - `indx`: which of several of this type, from 0; a certificate has but one of each
/// - `output`: takes the bytes, with a NUL behind them that `size` does not count; its `data` is freed
///   with `gnutls_free`
/// - `critical`: takes 1 if the extension is critical, else 0; may be NULL
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE`: there is no such extension
/// - `GNUTLS_E_INVALID_REQUEST`: `cert`, `oid` or `output` is NULL, or `oid` is no dotted identifier
///
/// Since 3.3.8. RFC 5280 section 4.2. Manual: `gnutls_x509_crt_get_extension_by_oid2`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crt_get_extension_by_oid2(
    cert: gnutls_x509_crt_t,
    oid: *const c_char,
    indx: c_uint,
    output: *mut gnutls_datum_t,
    critical: *mut c_uint,
) -> c_int {
    // SAFETY: `cert` is NULL or a live handle; `oid` is NULL or a C string; `output` and `critical` are NULL or valid
    // for writes.
    guard::unit(|| unsafe { write_datum(by_type(cert, oid, indx, critical)?.value, output) })
}
