//! The extensions of a certificate request by number and by type.
use core::ffi::{c_char, c_int, c_uint, c_void};

use super::ext::{counted, set};
use crate::abi::*;
use crate::capi::ffi::guard;
use crate::capi::ffi::memory::{bytes_in, write_datum, write_or_measure, write_out, write_sized};
use crate::capi::object::alt_name::oid_of;
use crate::capi::object::crq::get_crq;
use crate::error::{DATA_NOT_AVAILABLE, Result};
use crate::pki::cert::build::OwnExtension;

/// # Safety
/// `handle` is NULL or a handle of a request.
unsafe fn nth<'a>(handle: gnutls_x509_crq_t, indx: c_uint) -> Result<&'a OwnExtension> {
    // SAFETY: `handle` is NULL or a live handle.
    unsafe { get_crq(handle)? }.extensions()?.get(indx as usize).ok_or(DATA_NOT_AVAILABLE)
}

/// Writes the type of an extension that a request asks for to a buffer, and tells whether it is
/// critical.
///
/// With a growing index it tells which extensions are asked for, in their order.
/// `gnutls_x509_crq_get_extension_data2` with the same index returns the content.
///
/// - `crq`: the request
/// - `indx`: which extension, from 0
/// - `oid`: takes the dotted type, NUL-terminated; NULL to ask for the length
/// - `sizeof_oid`: in: the capacity of `oid` in bytes; out: the length with the NUL, written or needed
/// - `critical`: takes 1 if the extension is critical, else 0; may be NULL
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_SHORT_MEMORY_BUFFER`: `oid` is NULL or too small, where GnuTLS 3.7.9 returns 0
/// - `GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE`: there are no more extensions
/// - `GNUTLS_E_ASN1_DER_ERROR`, `GNUTLS_E_ASN1_TAG_ERROR`, `GNUTLS_E_ASN1_GENERIC_ERROR`: the
///   extensions cannot be read
/// - `GNUTLS_E_INVALID_REQUEST`: `crq` or `sizeof_oid` is NULL
///
/// Since 2.8.0. RFC 2985 section 5.4.2. Manual: `gnutls_x509_crq_get_extension_info`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crq_get_extension_info(
    crq: gnutls_x509_crq_t,
    indx: c_uint,
    oid: *mut c_void,
    sizeof_oid: *mut usize,
    critical: *mut c_uint,
) -> c_int {
    // SAFETY: `crq` is NULL or a live handle; `oid` is NULL or has as much space as its size says; `sizeof_oid` and
    // `critical` are NULL or valid for writes.
    guard::unit(|| unsafe {
        let e = nth(crq, indx)?;
        write_out(critical, e.critical.into());
        write_sized(&counted(&e.oid), oid, sizeof_oid, false)
    })
}

/// Writes the content of an extension that a request asks for to a buffer.
///
/// That is what its OCTET STRING holds. `gnutls_x509_crq_get_extension_info` with the same index tells
/// the type.
///
/// - `crq`: the request
/// - `indx`: which extension, from 0
/// - `data`: takes the bytes; with NULL the length alone is written, which is a success
/// - `sizeof_data`: in: the capacity of `data` in bytes; out: the length
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_SHORT_MEMORY_BUFFER`: `data` is too small
/// - `GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE`: there are no more extensions
/// - `GNUTLS_E_ASN1_DER_ERROR`, `GNUTLS_E_ASN1_TAG_ERROR`, `GNUTLS_E_ASN1_GENERIC_ERROR`: the
///   extensions cannot be read
/// - `GNUTLS_E_INVALID_REQUEST`: `crq` or `sizeof_data` is NULL
///
/// Since 2.8.0. RFC 2985 section 5.4.2. Manual: `gnutls_x509_crq_get_extension_data`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crq_get_extension_data(
    crq: gnutls_x509_crq_t,
    indx: c_uint,
    data: *mut c_void,
    sizeof_data: *mut usize,
) -> c_int {
    // SAFETY: `crq` is NULL or a live handle; `data` is NULL or has as much space as its size says; `sizeof_data` is
    // NULL or valid for a write.
    guard::unit(|| unsafe { write_or_measure(&nth(crq, indx)?.value, data, sizeof_data) })
}

/// Returns the content of an extension that a request asks for in fresh memory.
///
/// That is what its OCTET STRING holds. `gnutls_x509_crq_get_extension_info` with the same index tells
/// the type.
///
/// - `crq`: the request
/// - `indx`: which extension, from 0
/// - `data`: takes the bytes, with a NUL behind them that `size` does not count; its `data` is freed
///   with `gnutls_free`
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE`: there are no more extensions
/// - `GNUTLS_E_ASN1_DER_ERROR`, `GNUTLS_E_ASN1_TAG_ERROR`, `GNUTLS_E_ASN1_GENERIC_ERROR`: the
///   extensions cannot be read
/// - `GNUTLS_E_INVALID_REQUEST`: `crq` or `data` is NULL
///
/// Since 3.3.0. RFC 2985 section 5.4.2. Manual: `gnutls_x509_crq_get_extension_data2`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crq_get_extension_data2(
    crq: gnutls_x509_crq_t,
    indx: c_uint,
    data: *mut gnutls_datum_t,
) -> c_int {
    // SAFETY: `crq` is NULL or a live handle; `data` is NULL or valid for a write.
    guard::unit(|| unsafe { write_datum(&nth(crq, indx)?.value, data) })
}

/// The `indx`-th extension of a type from C.
///
/// # Safety
/// The pointers are as the manual has them.
unsafe fn by_type<'a>(
    handle: gnutls_x509_crq_t,
    text: *const c_char,
    indx: c_uint,
    critical: *mut c_uint,
) -> Result<&'a [u8]> {
    // SAFETY: `handle` is NULL or a live handle; `text` is NULL or a C string; `critical` is NULL or valid for a
    // write.
    unsafe {
        let id = oid_of(text)?;
        let found = get_crq(handle)?.extension_of(&id, indx as usize)?.ok_or(DATA_NOT_AVAILABLE)?;
        write_out(critical, found.critical.into());
        Ok(&found.value)
    }
}

/// Writes the content of an extension that a request asks for, found by its type, to a buffer.
///
/// That is what its OCTET STRING holds.
///
/// - `crq`: the request
/// - `oid`: the dotted type
/// - `indx`: which of several of this type, from 0
/// - `buf`: takes the bytes; with NULL the length alone is written, which is a success
/// - `buf_size`: in: the capacity of `buf` in bytes; out: the length
/// - `critical`: takes 1 if the extension is critical, else 0; may be NULL
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_SHORT_MEMORY_BUFFER`: `buf` is too small
/// - `GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE`: there is no such extension
/// - `GNUTLS_E_ASN1_VALUE_NOT_VALID`: `oid` is no dotted identifier
/// - `GNUTLS_E_ASN1_DER_ERROR`, `GNUTLS_E_ASN1_TAG_ERROR`, `GNUTLS_E_ASN1_GENERIC_ERROR`: the
///   extensions cannot be read
/// - `GNUTLS_E_INVALID_REQUEST`: `crq`, `oid` or `buf_size` is NULL
///
/// Since 2.8.0. RFC 2985 section 5.4.2. Manual: `gnutls_x509_crq_get_extension_by_oid`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crq_get_extension_by_oid(
    crq: gnutls_x509_crq_t,
    oid: *const c_char,
    indx: c_uint,
    buf: *mut c_void,
    buf_size: *mut usize,
    critical: *mut c_uint,
) -> c_int {
    // SAFETY: `crq` is NULL or a live handle; `oid` is NULL or a C string; `buf` is NULL or has as much space as its
    // size says; `buf_size` and `critical` are NULL or valid for writes.
    guard::unit(|| unsafe { write_or_measure(by_type(crq, oid, indx, critical)?, buf, buf_size) })
}

/// Returns the content of an extension that a request asks for, found by its type, in fresh memory.
///
/// That is what its OCTET STRING holds.
///
/// - `crq`: the request
/// - `oid`: the dotted type
/// - `indx`: which of several of this type, from 0
/// - `output`: takes the bytes, with a NUL behind them that `size` does not count; its `data` is freed
///   with `gnutls_free`
/// - `critical`: takes 1 if the extension is critical, else 0; may be NULL
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE`: there is no such extension
/// - `GNUTLS_E_ASN1_VALUE_NOT_VALID`: `oid` is no dotted identifier
/// - `GNUTLS_E_ASN1_DER_ERROR`, `GNUTLS_E_ASN1_TAG_ERROR`, `GNUTLS_E_ASN1_GENERIC_ERROR`: the
///   extensions cannot be read
/// - `GNUTLS_E_INVALID_REQUEST`: `crq`, `oid` or `output` is NULL
///
/// Since 3.3.8. RFC 2985 section 5.4.2. Manual: `gnutls_x509_crq_get_extension_by_oid2`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crq_get_extension_by_oid2(
    crq: gnutls_x509_crq_t,
    oid: *const c_char,
    indx: c_uint,
    output: *mut gnutls_datum_t,
    critical: *mut c_uint,
) -> c_int {
    // SAFETY: `crq` is NULL or a live handle; `oid` is NULL or a C string; `output` and `critical` are NULL or valid
    // for writes.
    guard::unit(|| unsafe { write_datum(by_type(crq, oid, indx, critical)?, output) })
}

/// Asks for an extension of any type in a certificate request.
///
/// It takes the place of the one of its type. The authority decides whether the certificate gets it.
///
/// - `crq`: the request
/// - `oid`: the dotted type
/// - `buf`: the content, which its OCTET STRING will hold; it is copied unchecked
/// - `sizeof_buf`: its length in bytes; 0 for an empty content, where GnuTLS reads on
/// - `critical`: not 0 if the extension is to be critical
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_ASN1_VALUE_NOT_VALID`: `oid` is no dotted identifier
/// - `GNUTLS_E_ASN1_DER_ERROR`, `GNUTLS_E_ASN1_TAG_ERROR`, `GNUTLS_E_ASN1_GENERIC_ERROR`: the
///   extensions that are there cannot be read
/// - `GNUTLS_E_INVALID_REQUEST`: `crq` or `oid` is NULL, or `buf` is NULL while `sizeof_buf` is not 0
///
/// RFC 2985 section 5.4.2. Manual: `gnutls_x509_crq_set_extension_by_oid`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crq_set_extension_by_oid(
    crq: gnutls_x509_crq_t,
    oid: *const c_char,
    buf: *const c_void,
    sizeof_buf: usize,
    critical: c_uint,
) -> c_int {
    // SAFETY: `crq` is NULL or a live handle; `oid` is NULL or a C string; `buf` is NULL or has as many bytes as its
    // length says.
    guard::unit(|| unsafe {
        let (id, value) = (oid_of(oid)?, bytes_in(buf, sizeof_buf)?.to_vec());
        set(crq, &id, value, critical != 0)
    })
}
