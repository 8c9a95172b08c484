//! The name of a certificate request.
use core::ffi::{c_char, c_int, c_uint, c_void};

use crate::abi::*;
use crate::capi::ffi::guard;
use crate::capi::ffi::memory::{write_datum, write_sized};
use crate::capi::object::crq::{edit_crq, get_crq};
use crate::capi::object::dn::{dn_order, with_dn_attribute, with_dn_text, write_dn_by_oid, write_dn_oid};
use crate::pki::name;
use crate::pki::name::Order;

/// Writes the subject of a certificate request as text to a buffer, its parts in the order of their
/// encoding.
///
/// That is the reverse of RFC 4514. `gnutls_x509_crq_get_dn3` has the order of RFC 4514, and allocates
/// the memory itself.
///
/// - `crq`: the request
/// - `buf`: takes the text in UTF-8, NUL-terminated; NULL to ask for the length
/// - `buf_size`: in: the capacity of `buf` in bytes; out: the length without the NUL, or the capacity
///   needed with it after `GNUTLS_E_SHORT_MEMORY_BUFFER`
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_SHORT_MEMORY_BUFFER`: `buf` is NULL or too small
/// - `GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE`: the subject has no parts
/// - `GNUTLS_E_ASN1_VALUE_NOT_VALID`: a part whose type asks for a DirectoryString is empty
/// - `GNUTLS_E_INVALID_REQUEST`: `crq` or `buf_size` is NULL
///
/// RFC 4514. Manual: `gnutls_x509_crq_get_dn`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crq_get_dn(
    crq: gnutls_x509_crq_t,
    buf: *mut c_char,
    buf_size: *mut usize,
) -> c_int {
    // SAFETY: `crq` is NULL or a live handle; `buf` is NULL or has as much space as its size says; `buf_size` is NULL
    // or valid for a write.
    guard::unit(|| unsafe {
        write_sized(&name::to_text(&get_crq(crq)?.subject, Order::Encoded)?, buf.cast(), buf_size, true)
    })
}

/// Returns the subject of a certificate request as text in fresh memory, its parts in the order of
/// their encoding.
///
/// That is the reverse of RFC 4514. `gnutls_x509_crq_get_dn3` without flags has the order of RFC 4514.
///
/// - `crq`: the request
/// - `dn`: takes the text in UTF-8, with a NUL behind it that `size` does not count; its `data` is
///   freed with `gnutls_free`
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE`: the subject has no parts
/// - `GNUTLS_E_ASN1_VALUE_NOT_VALID`: a part whose type asks for a DirectoryString is empty
/// - `GNUTLS_E_INVALID_REQUEST`: `crq` or `dn` is NULL
///
/// Since 3.1.10. RFC 4514. Manual: `gnutls_x509_crq_get_dn2`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crq_get_dn2(crq: gnutls_x509_crq_t, dn: *mut gnutls_datum_t) -> c_int {
    // SAFETY: `crq` is NULL or a live handle; `dn` is NULL or valid for a write.
    guard::unit(|| unsafe { write_datum(&name::to_text(&get_crq(crq)?.subject, Order::Encoded)?, dn) })
}

/// Returns the subject of a certificate request as text in fresh memory, in the order of RFC 4514 or of
/// its encoding.
///
/// Special characters are escaped; values of unknown types and what is no text come as `#` and the hex
/// of their DER.
///
/// - `crq`: the request
/// - `dn`: takes the text in UTF-8, with a NUL behind it that `size` does not count; its `data` is
///   freed with `gnutls_free`
/// - `flags`: 0 for the last part first, as RFC 4514 has it, or `GNUTLS_X509_DN_FLAG_COMPAT` for the
///   order of the encoding
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE`: the subject has no parts
/// - `GNUTLS_E_ASN1_VALUE_NOT_VALID`: a part whose type asks for a DirectoryString is empty
/// - `GNUTLS_E_INVALID_REQUEST`: `crq` or `dn` is NULL
///
/// Since 3.5.7. RFC 4514. Manual: `gnutls_x509_crq_get_dn3`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crq_get_dn3(
    crq: gnutls_x509_crq_t,
    dn: *mut gnutls_datum_t,
    flags: c_uint,
) -> c_int {
    // SAFETY: `crq` is NULL or a live handle; `dn` is NULL or valid for a write.
    guard::unit(|| unsafe { write_datum(&name::to_text(&get_crq(crq)?.subject, dn_order(flags))?, dn) })
}

/// Writes a part of the subject of a certificate request to a buffer: the value of an attribute by its
/// type.
///
/// As text the value is escaped as RFC 4514 has it; of an unknown type it is `#` and the hex of its
/// DER.
///
/// - `crq`: the request
/// - `oid`: the dotted type, such as `GNUTLS_OID_X520_COMMON_NAME`
/// - `indx`: which of several values of this type, from 0
/// - `raw_flag`: 0 for text, else the value in DER with its tag
/// - `buf`: takes the value, NUL-terminated; NULL to ask for the length
/// - `buf_size`: in: the capacity of `buf` in bytes; out: the length without the NUL, or the capacity
///   needed with it after `GNUTLS_E_SHORT_MEMORY_BUFFER`
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_SHORT_MEMORY_BUFFER`: `buf` is NULL or too small; a NUL is written behind DER too, and
///   needs its place
/// - `GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE`: there is no such value
/// - `GNUTLS_E_INVALID_REQUEST`: `crq`, `oid` or `buf_size` is NULL
///
/// RFC 4514. Manual: `gnutls_x509_crq_get_dn_by_oid`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crq_get_dn_by_oid(
    crq: gnutls_x509_crq_t,
    oid: *const c_char,
    indx: c_uint,
    raw_flag: c_uint,
    buf: *mut c_void,
    buf_size: *mut usize,
) -> c_int {
    // SAFETY: `crq` is NULL or a live handle; `oid` is NULL or a C string; `buf` is NULL or has as much space as its
    // size says; `buf_size` is NULL or valid for a write.
    guard::unit(|| unsafe {
        write_dn_by_oid(
            &get_crq(crq)?.subject,
            get_crq(crq)?.subject_index()?,
            oid,
            indx,
            raw_flag,
            buf,
            buf_size,
        )
    })
}

/// Writes the type of a part of the subject of a certificate request to a buffer.
///
/// With a growing index it tells which attributes the name has, in the order of their encoding;
/// `gnutls_x509_crq_get_dn_by_oid` returns their values.
///
/// - `crq`: the request
/// - `indx`: which attribute, from 0
/// - `oid`: takes the dotted type, NUL-terminated; NULL to ask for the length
/// - `sizeof_oid`: in: the capacity of `oid` in bytes; out: the length without the NUL, or the capacity
///   needed with it after `GNUTLS_E_SHORT_MEMORY_BUFFER`
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_SHORT_MEMORY_BUFFER`: `oid` is NULL or too small
/// - `GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE`: there are no more attributes
/// - `GNUTLS_E_INVALID_REQUEST`: `crq` or `sizeof_oid` is NULL
///
/// Manual: `gnutls_x509_crq_get_dn_oid`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crq_get_dn_oid(
    crq: gnutls_x509_crq_t,
    indx: c_uint,
    oid: *mut c_void,
    sizeof_oid: *mut usize,
) -> c_int {
    // SAFETY: `crq` is NULL or a live handle; `oid` is NULL or has as much space as its size says; `sizeof_oid` is
    // NULL or valid for a write.
    guard::unit(|| unsafe {
        write_dn_oid(&get_crq(crq)?.subject, get_crq(crq)?.subject_index()?, indx, oid, sizeof_oid)
    })
}

/// Adds the parts of a name in text to the subject of a certificate request.
///
/// The text is that of RFC 4514, the last part first: `CN=www.example.com,O=Example,C=GB`. Types are
/// short names or dotted; a value may be `#` and the hex of its DER. Parts with several attributes
/// (`+`) are not supported. On failure the subject stays as it was.
///
/// - `crq`: the request
/// - `dn`: the text, NUL-terminated UTF-8
/// - `err`: takes a pointer into `dn`: after an error to where the part begins that cannot be read, or
///   to the end of the text; otherwise to the end of its first part. May be NULL
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_PARSING_ERROR`: the text cannot be read, or has a type or value that cannot be written
/// - `GNUTLS_E_INVALID_REQUEST`: `crq` or `dn` is NULL
///
/// RFC 4514. Manual: `gnutls_x509_crq_set_dn`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crq_set_dn(
    crq: gnutls_x509_crq_t,
    dn: *const c_char,
    err: *mut *const c_char,
) -> c_int {
    // SAFETY: `crq` is NULL or a live handle; `dn` is NULL or a C string; `err` is NULL or valid for a write.
    guard::unit(|| unsafe {
        let subject = with_dn_text(&get_crq(crq)?.subject, dn, err)?;
        edit_crq(crq)?.subject = subject;
        Ok(())
    })
}

/// Adds an attribute to the end of the subject of a certificate request.
///
/// Text is written in the string type that the attribute asks for: a DirectoryString is PrintableString
/// where it can be, else UTF8String. On failure the subject stays as it was.
///
/// - `crq`: the request
/// - `oid`: the dotted type, such as `GNUTLS_OID_X520_COMMON_NAME`
/// - `raw_flag`: 0 if `data` is text, else it is the value in DER with its tag
/// - `data`: the value; it is copied
/// - `sizeof_data`: its length in bytes; not 0
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_X509_UNSUPPORTED_OID`: text for a type that is not known; use DER
/// - `GNUTLS_E_ASN1_VALUE_NOT_VALID`: `oid` is no dotted identifier
/// - `GNUTLS_E_ASN1_DER_ERROR`, `GNUTLS_E_ASN1_TAG_ERROR`: `data` is to be DER, and is not one element
///   of it
/// - `GNUTLS_E_INVALID_REQUEST`: `crq`, `oid` or `data` is NULL, or `sizeof_data` is 0
///
/// RFC 2986 section 4.1. Manual: `gnutls_x509_crq_set_dn_by_oid`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crq_set_dn_by_oid(
    crq: gnutls_x509_crq_t,
    oid: *const c_char,
    raw_flag: c_uint,
    data: *const c_void,
    sizeof_data: c_uint,
) -> c_int {
    // SAFETY: `crq` is NULL or a live handle; `oid` is NULL or a C string; `data` is NULL or has as many bytes as its
    // length says.
    guard::unit(|| unsafe {
        let subject = with_dn_attribute(&get_crq(crq)?.subject, oid, raw_flag, data, sizeof_data)?;
        edit_crq(crq)?.subject = subject;
        Ok(())
    })
}
