//! The alternative names of a certificate.
use core::ffi::{c_int, c_uint, c_void};

use super::get_ext::listed;
use crate::abi::*;
use crate::capi::ffi::guard;
use crate::capi::object::alt_name::{write_alt_name, write_othername_oid};
use crate::capi::object::crt::get_crt;
use crate::error::Result;
use crate::pki::cert::lists::List;

/// Alternative name `seq` of a list: its kind is the answer, its content goes to C.
///
/// # Safety
/// The pointers are as the manual has them.
unsafe fn alt_name(
    cert: gnutls_x509_crt_t,
    list: List,
    seq: c_uint,
    buf: *mut c_void,
    size: *mut usize,
    kind: *mut c_uint,
    critical: *mut c_uint,
) -> Result<c_int> {
    // SAFETY: `cert` is NULL or a live handle; `buf` is NULL or has as much space as its size says; `size`, `kind`
    // and `critical` are NULL or valid for writes.
    unsafe { write_alt_name(listed(get_crt(cert)?, list, seq, critical)?, true, buf, size, kind) }
}

/// The type of an other name, dotted; empty for the other kinds.
///
/// # Safety
/// The pointers are as the manual has them.
unsafe fn othername_oid(
    cert: gnutls_x509_crt_t,
    list: List,
    seq: c_uint,
    oid: *mut c_void,
    size: *mut usize,
) -> Result<c_int> {
    // SAFETY: `cert` is NULL or a live handle; `oid` is NULL or has as much space as its size says; `size` is NULL or
    // valid for a write.
    unsafe { write_othername_oid(listed(get_crt(cert)?, list, seq, core::ptr::null_mut())?, true, oid, size) }
}

/// Writes an alternative name of the subject of a certificate to a buffer.
///
/// Names of hosts, mailboxes, URIs and registered identifiers are text with a NUL; addresses are 4 or
/// 16 bytes, a directory name is its RFC 4514 text, both without a NUL. Other names of well-known types
/// have kinds of their own (`GNUTLS_SAN_OTHERNAME_XMPP` and the like) and their text; the rest is DER,
/// with its type from `gnutls_x509_crt_get_subject_alt_othername_oid`.
///
/// - `cert`: the certificate
/// - `seq`: which name, from 0
/// - `san`: takes the name; NULL to ask for the length
/// - `san_size`: in: the capacity of `san` in bytes; out: the length without a NUL, or the capacity
///   needed after `GNUTLS_E_SHORT_MEMORY_BUFFER`
/// - `critical`: takes 1 if the extension is critical, else 0; may be NULL
///
/// Returns the kind of name, a value of `gnutls_x509_subject_alt_name_t`, or a negative error code:
/// - `GNUTLS_E_SHORT_MEMORY_BUFFER`: `san` is NULL or too small
/// - `GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE`: there are no more names, or no such extension
/// - `GNUTLS_E_X509_UNKNOWN_SAN`: the name is of a kind that is not supported
/// - `GNUTLS_E_ASN1_DER_ERROR`, `GNUTLS_E_ASN1_TAG_ERROR`: the extension cannot be read
/// - `GNUTLS_E_INVALID_REQUEST`: `cert` or `san_size` is NULL
///
/// RFC 5280 section 4.2.1.6. Manual: `gnutls_x509_crt_get_subject_alt_name`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crt_get_subject_alt_name(
    cert: gnutls_x509_crt_t,
    seq: c_uint,
    san: *mut c_void,
    san_size: *mut usize,
    critical: *mut c_uint,
) -> c_int {
    guard::code(|| {
        let kind = core::ptr::null_mut();
        // SAFETY: `cert` is NULL or a live handle; `san` is NULL or has as much space as its size says; `san_size`
        // and `critical` are NULL or valid for writes.
        unsafe { alt_name(cert, List::SubjectAltName, seq, san, san_size, kind, critical) }
    })
}

/// Writes an alternative name of the subject of a certificate to a buffer, and its kind to a variable.
///
/// The kind is there even if the buffer is too small; else the same as
/// `gnutls_x509_crt_get_subject_alt_name`, which says more.
///
/// - `cert`: the certificate
/// - `seq`: which name, from 0
/// - `san`: takes the name; NULL to ask for the length
/// - `san_size`: in: the capacity of `san` in bytes; out: the length without a NUL, or the capacity
///   needed after `GNUTLS_E_SHORT_MEMORY_BUFFER`
/// - `san_type`: takes the kind of name as well; may be NULL
/// - `critical`: takes 1 if the extension is critical, else 0; may be NULL
///
/// Returns the kind of name, a value of `gnutls_x509_subject_alt_name_t`, or a negative error code:
/// - `GNUTLS_E_SHORT_MEMORY_BUFFER`: `san` is NULL or too small
/// - `GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE`: there are no more names, or no such extension
/// - `GNUTLS_E_X509_UNKNOWN_SAN`: the name is of a kind that is not supported
/// - `GNUTLS_E_ASN1_DER_ERROR`, `GNUTLS_E_ASN1_TAG_ERROR`: the extension cannot be read
/// - `GNUTLS_E_INVALID_REQUEST`: `cert` or `san_size` is NULL
///
/// RFC 5280 section 4.2.1.6. Manual: `gnutls_x509_crt_get_subject_alt_name2`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crt_get_subject_alt_name2(
    cert: gnutls_x509_crt_t,
    seq: c_uint,
    san: *mut c_void,
    san_size: *mut usize,
    san_type: *mut c_uint,
    critical: *mut c_uint,
) -> c_int {
    // SAFETY: `cert` is NULL or a live handle; `san` is NULL or has as much space as its size says; `san_size`,
    // `san_type` and `critical` are NULL or valid for writes.
    guard::code(|| unsafe { alt_name(cert, List::SubjectAltName, seq, san, san_size, san_type, critical) })
}

/// Writes the type of an other name of the subject of a certificate to a buffer.
///
/// `gnutls_x509_crt_get_subject_alt_name` with the same index returns the value. For names of another
/// kind the text is empty.
///
/// - `cert`: the certificate
/// - `seq`: which of all alternative names, from 0
/// - `oid`: takes the dotted type, NUL-terminated; NULL to ask for the length
/// - `oid_size`: in: the capacity of `oid` in bytes; out: the length without the NUL, or the capacity
///   needed with it after `GNUTLS_E_SHORT_MEMORY_BUFFER`
///
/// Returns the kind of name, `GNUTLS_SAN_OTHERNAME` or that of a well-known type of it, or a negative
/// error code:
/// - `GNUTLS_E_SHORT_MEMORY_BUFFER`: `oid` is NULL or too small
/// - `GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE`: there are no more names, or no such extension
/// - `GNUTLS_E_X509_UNKNOWN_SAN`: the name is of a kind that is not supported
/// - `GNUTLS_E_ASN1_DER_ERROR`, `GNUTLS_E_ASN1_TAG_ERROR`: the extension cannot be read
/// - `GNUTLS_E_INVALID_REQUEST`: `cert` or `oid_size` is NULL
///
/// RFC 5280 section 4.2.1.6. Manual: `gnutls_x509_crt_get_subject_alt_othername_oid`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crt_get_subject_alt_othername_oid(
    cert: gnutls_x509_crt_t,
    seq: c_uint,
    oid: *mut c_void,
    oid_size: *mut usize,
) -> c_int {
    // SAFETY: `cert` is NULL or a live handle; `oid` is NULL or has as much space as its size says; `oid_size` is
    // NULL or valid for a write.
    guard::code(|| unsafe { othername_oid(cert, List::SubjectAltName, seq, oid, oid_size) })
}

/// Writes an alternative name of the issuer of a certificate to a buffer.
///
/// Names of hosts, mailboxes, URIs and registered identifiers are text with a NUL; addresses are 4 or
/// 16 bytes, a directory name is its RFC 4514 text, both without a NUL. Other names of well-known types
/// have kinds of their own (`GNUTLS_SAN_OTHERNAME_XMPP` and the like) and their text; the rest is DER,
/// with its type from `gnutls_x509_crt_get_issuer_alt_othername_oid`.
///
/// - `cert`: the certificate
/// - `seq`: which name, from 0
/// - `ian`: takes the name; NULL to ask for the length
/// - `ian_size`: in: the capacity of `ian` in bytes; out: the length without a NUL, or the capacity
///   needed after `GNUTLS_E_SHORT_MEMORY_BUFFER`
/// - `critical`: takes 1 if the extension is critical, else 0; may be NULL
///
/// Returns the kind of name, a value of `gnutls_x509_subject_alt_name_t`, or a negative error code:
/// - `GNUTLS_E_SHORT_MEMORY_BUFFER`: `ian` is NULL or too small
/// - `GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE`: there are no more names, or no such extension
/// - `GNUTLS_E_X509_UNKNOWN_SAN`: the name is of a kind that is not supported
/// - `GNUTLS_E_ASN1_DER_ERROR`, `GNUTLS_E_ASN1_TAG_ERROR`: the extension cannot be read
/// - `GNUTLS_E_INVALID_REQUEST`: `cert` or `ian_size` is NULL
///
/// Since 2.10.0. RFC 5280 section 4.2.1.7. Manual: `gnutls_x509_crt_get_issuer_alt_name`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crt_get_issuer_alt_name(
    cert: gnutls_x509_crt_t,
    seq: c_uint,
    ian: *mut c_void,
    ian_size: *mut usize,
    critical: *mut c_uint,
) -> c_int {
    guard::code(|| {
        let kind = core::ptr::null_mut();
        // SAFETY: `cert` is NULL or a live handle; `ian` is NULL or has as much space as its size says; `ian_size`
        // and `critical` are NULL or valid for writes.
        unsafe { alt_name(cert, List::IssuerAltName, seq, ian, ian_size, kind, critical) }
    })
}

/// Writes an alternative name of the issuer of a certificate to a buffer, and its kind to a variable.
///
/// The kind is there even if the buffer is too small; else the same as
/// `gnutls_x509_crt_get_issuer_alt_name`, which says more.
///
/// - `cert`: the certificate
/// - `seq`: which name, from 0
/// - `ian`: takes the name; NULL to ask for the length
/// - `ian_size`: in: the capacity of `ian` in bytes; out: the length without a NUL, or the capacity
///   needed after `GNUTLS_E_SHORT_MEMORY_BUFFER`
/// - `ian_type`: takes the kind of name as well; may be NULL
/// - `critical`: takes 1 if the extension is critical, else 0; may be NULL
///
/// Returns the kind of name, a value of `gnutls_x509_subject_alt_name_t`, or a negative error code:
/// - `GNUTLS_E_SHORT_MEMORY_BUFFER`: `ian` is NULL or too small
/// - `GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE`: there are no more names, or no such extension
/// - `GNUTLS_E_X509_UNKNOWN_SAN`: the name is of a kind that is not supported
/// - `GNUTLS_E_ASN1_DER_ERROR`, `GNUTLS_E_ASN1_TAG_ERROR`: the extension cannot be read
/// - `GNUTLS_E_INVALID_REQUEST`: `cert` or `ian_size` is NULL
///
/// Since 2.10.0. RFC 5280 section 4.2.1.7. Manual: `gnutls_x509_crt_get_issuer_alt_name2`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crt_get_issuer_alt_name2(
    cert: gnutls_x509_crt_t,
    seq: c_uint,
    ian: *mut c_void,
    ian_size: *mut usize,
    ian_type: *mut c_uint,
    critical: *mut c_uint,
) -> c_int {
    // SAFETY: `cert` is NULL or a live handle; `ian` is NULL or has as much space as its size says; `ian_size`,
    // `ian_type` and `critical` are NULL or valid for writes.
    guard::code(|| unsafe { alt_name(cert, List::IssuerAltName, seq, ian, ian_size, ian_type, critical) })
}

/// Writes the type of an other name of the issuer of a certificate to a buffer.
///
/// `gnutls_x509_crt_get_issuer_alt_name` with the same index returns the value. For names of another
/// kind the text is empty.
///
/// - `cert`: the certificate
/// - `seq`: which of all alternative names, from 0
/// - `ret`: takes the dotted type, NUL-terminated; NULL to ask for the length
/// - `ret_size`: in: the capacity of `ret` in bytes; out: the length without the NUL, or the capacity
///   needed with it after `GNUTLS_E_SHORT_MEMORY_BUFFER`
///
/// Returns the kind of name, `GNUTLS_SAN_OTHERNAME` or that of a well-known type of it, or a negative
/// error code:
/// - `GNUTLS_E_SHORT_MEMORY_BUFFER`: `ret` is NULL or too small
/// - `GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE`: there are no more names, or no such extension
/// - `GNUTLS_E_X509_UNKNOWN_SAN`: the name is of a kind that is not supported
/// - `GNUTLS_E_ASN1_DER_ERROR`, `GNUTLS_E_ASN1_TAG_ERROR`: the extension cannot be read
/// - `GNUTLS_E_INVALID_REQUEST`: `cert` or `ret_size` is NULL
///
/// Since 2.10.0. RFC 5280 section 4.2.1.7. Manual: `gnutls_x509_crt_get_issuer_alt_othername_oid`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crt_get_issuer_alt_othername_oid(
    cert: gnutls_x509_crt_t,
    seq: c_uint,
    ret: *mut c_void,
    ret_size: *mut usize,
) -> c_int {
    // SAFETY: `cert` is NULL or a live handle; `ret` is NULL or has as much space as its size says; `ret_size` is
    // NULL or valid for a write.
    guard::code(|| unsafe { othername_oid(cert, List::IssuerAltName, seq, ret, ret_size) })
}
