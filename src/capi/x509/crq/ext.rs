//! Attributes of certificate requests, and extensions of each kind.
use core::ffi::{c_char, c_int, c_uint, c_void};

use crate::abi::*;
use crate::alg::flags::KeyUsage;
use crate::asn1::der::Reader;
use crate::asn1::oid;
use crate::capi::ffi::memory::{bytes_in, write_out, write_sized};
use crate::capi::ffi::{guard, opaque};
use crate::capi::object::alt_name::{
    new_alt_name, new_other_name, oid_of, write_alt_name, write_othername_oid,
};
use crate::capi::object::crq::{edit_crq, get_crq};
use crate::capi::object::crt::{path_len, usage_period};
use crate::error::{DATA_NOT_AVAILABLE, Result};
use crate::pki::cert::build;
use crate::pki::cert::build::OwnExtension;
use crate::pki::cert::lists::{List, Row};
use crate::pki::ext;
use crate::pki::ext::general_name::GeneralName;

/// The content of an extension that is asked for, telling C whether it is critical.
///
/// # Safety
/// `handle` is NULL or a handle of a request; `critical` is NULL or valid for a write.
pub(super) unsafe fn asked<'a>(
    handle: gnutls_x509_crq_t,
    oid: &[u8],
    critical: *mut c_uint,
) -> Result<&'a [u8]> {
    // SAFETY: `handle` is NULL or a live handle.
    let found = unsafe { get_crq(handle)? }.extension_of(oid, 0)?.ok_or(DATA_NOT_AVAILABLE)?;
    // SAFETY: `critical` is NULL or valid for a write.
    unsafe { write_out(critical, found.critical.into()) };
    Ok(&found.value)
}

/// Element `i` of a list in an extension that is asked for, telling C whether that is critical.
///
/// # Safety
/// As [`asked`].
unsafe fn listed<'a>(
    handle: gnutls_x509_crq_t,
    list: List,
    i: c_uint,
    critical: *mut c_uint,
) -> Result<Row<'a>> {
    // SAFETY: `handle` is NULL or a live handle; `critical` is NULL or valid for a write.
    unsafe {
        asked(handle, list.oid(), critical)?;
        get_crq(handle)?.listed(list, i as usize)?.ok_or(DATA_NOT_AVAILABLE)
    }
}

/// Changes the extensions that are asked for.
///
/// # Safety
/// `handle` is NULL or a handle of a request.
unsafe fn edit(
    handle: gnutls_x509_crq_t,
    f: impl FnOnce(&mut Vec<OwnExtension>) -> Result<()>,
) -> Result<()> {
    // SAFETY: `handle` is NULL or a live handle.
    let mut list = unsafe { get_crq(handle)? }.extensions()?.to_vec();
    f(&mut list)?;
    // SAFETY: `handle` is NULL or a live handle.
    unsafe { edit_crq(handle)? }.set_extensions(&list);
    Ok(())
}

/// A new extension of names or purposes is critical if the one before it is, as GnuTLS writes it.
fn marked(list: &[OwnExtension]) -> bool {
    list.last().is_some_and(|e| e.critical)
}

/// # Safety
/// As [`edit`].
pub(super) unsafe fn set(
    handle: gnutls_x509_crq_t,
    oid: &[u8],
    value: Vec<u8>,
    critical: bool,
) -> Result<()> {
    // SAFETY: `handle` is NULL or a live handle.
    unsafe {
        edit(handle, |list| {
            build::set_extension(list, oid, value, critical);
            Ok(())
        })
    }
}

/// A dotted identifier with the NUL that these getters count.
pub(super) fn counted(id: &[u8]) -> Vec<u8> {
    let mut text = oid::to_text(id).unwrap_or_default().into_bytes();
    text.push(0);
    text
}

/// Sets an attribute of a certificate request to one value.
///
/// It takes the place of the attribute of its type.
///
/// - `crq`: the request
/// - `oid`: the dotted type
/// - `buf`: the value, one element of DER; it is copied
/// - `buf_size`: its length in bytes
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_ASN1_VALUE_NOT_VALID`: `oid` is no dotted identifier
/// - `GNUTLS_E_ASN1_VALUE_NOT_FOUND`: the value is not one element of DER
/// - `GNUTLS_E_INVALID_REQUEST`: `crq` or `oid` is NULL, or `buf` is NULL while `buf_size` is not 0
///
/// RFC 2986 section 4.1. Manual: `gnutls_x509_crq_set_attribute_by_oid`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crq_set_attribute_by_oid(
    crq: gnutls_x509_crq_t,
    oid: *const c_char,
    buf: *mut c_void,
    buf_size: usize,
) -> c_int {
    // SAFETY: `crq` is NULL or a live handle; `oid` is NULL or a C string; `buf` is NULL or has as much space as its
    // size says.
    guard::unit(|| unsafe {
        let (id, value) = (oid_of(oid)?, bytes_in(buf, buf_size)?);
        let mut r = Reader::new(value);
        r.any().and_then(|_| r.finish()).map_err(|_| GNUTLS_E_ASN1_VALUE_NOT_FOUND)?;
        edit_crq(crq)?.set_attribute(&id, value.to_vec());
        Ok(())
    })
}

/// Writes a value of an attribute of a certificate request, found by its type, to a buffer.
///
/// - `crq`: the request
/// - `oid`: the dotted type
/// - `indx`: which of all values of this type, from 0
/// - `buf`: takes the value in DER; GnuTLS needs a byte more; NULL to ask for the length
/// - `buf_size`: in: the capacity of `buf` in bytes; out: the length written, or needed after
///   `GNUTLS_E_SHORT_MEMORY_BUFFER`
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_SHORT_MEMORY_BUFFER`: `buf` is NULL or too small
/// - `GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE`: there is no such value
/// - `GNUTLS_E_ASN1_VALUE_NOT_VALID`: `oid` is no dotted identifier
/// - `GNUTLS_E_INVALID_REQUEST`: `crq`, `oid` or `buf_size` is NULL
///
/// RFC 2986 section 4.1. Manual: `gnutls_x509_crq_get_attribute_by_oid`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crq_get_attribute_by_oid(
    crq: gnutls_x509_crq_t,
    oid: *const c_char,
    indx: c_uint,
    buf: *mut c_void,
    buf_size: *mut usize,
) -> c_int {
    // SAFETY: `crq` is NULL or a live handle; `oid` is NULL or a C string; `buf` is NULL or has as much space as its
    // size says; `buf_size` is NULL or valid for a write.
    guard::unit(|| unsafe {
        let id = oid_of(oid)?;
        let value = get_crq(crq)?.attribute_value(&id, indx as usize);
        write_sized(value.ok_or(DATA_NOT_AVAILABLE)?, buf, buf_size, false)
    })
}

/// Writes the type of an attribute of a certificate request to a buffer.
///
/// With a growing index it tells which attributes there are, in their order.
/// `gnutls_x509_crq_get_attribute_data` with the same index returns the value.
///
/// - `crq`: the request
/// - `indx`: which attribute, from 0
/// - `oid`: takes the dotted type, NUL-terminated; NULL to ask for the length
/// - `sizeof_oid`: in: the capacity of `oid` in bytes; out: the length with the NUL, written or needed
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_SHORT_MEMORY_BUFFER`: `oid` is NULL or too small, where GnuTLS 3.7.9 returns 0
/// - `GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE`: there are no more attributes
/// - `GNUTLS_E_INVALID_REQUEST`: `crq` or `sizeof_oid` is NULL
///
/// Since 2.8.0. RFC 2986 section 4.1. Manual: `gnutls_x509_crq_get_attribute_info`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crq_get_attribute_info(
    crq: gnutls_x509_crq_t,
    indx: c_uint,
    oid: *mut c_void,
    sizeof_oid: *mut usize,
) -> c_int {
    // SAFETY: `crq` is NULL or a live handle; `oid` is NULL or has as much space as its size says; `sizeof_oid` is
    // NULL or valid for a write.
    guard::unit(|| unsafe {
        let found = get_crq(crq)?.attributes.get(indx as usize).ok_or(DATA_NOT_AVAILABLE)?;
        write_sized(&counted(&found.oid), oid, sizeof_oid, false)
    })
}

/// Writes the first value of an attribute of a certificate request to a buffer.
///
/// `gnutls_x509_crq_get_attribute_info` with the same index tells the type;
/// `gnutls_x509_crq_get_attribute_by_oid` returns further values.
///
/// - `crq`: the request
/// - `indx`: which attribute, from 0
/// - `data`: takes the value in DER; NULL to ask for the length
/// - `sizeof_data`: in: the capacity of `data` in bytes; out: the length written, or needed after
///   `GNUTLS_E_SHORT_MEMORY_BUFFER`
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_SHORT_MEMORY_BUFFER`: `data` is NULL or too small, where GnuTLS 3.7.9 returns 0
/// - `GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE`: there are no more attributes, or this one has no value
/// - `GNUTLS_E_INVALID_REQUEST`: `crq` or `sizeof_data` is NULL
///
/// Since 2.8.0. RFC 2986 section 4.1. Manual: `gnutls_x509_crq_get_attribute_data`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crq_get_attribute_data(
    crq: gnutls_x509_crq_t,
    indx: c_uint,
    data: *mut c_void,
    sizeof_data: *mut usize,
) -> c_int {
    // SAFETY: `crq` is NULL or a live handle; `data` is NULL or has as much space as its size says; `sizeof_data` is
    // NULL or valid for a write.
    guard::unit(|| unsafe {
        let found = get_crq(crq)?.attributes.get(indx as usize).and_then(|a| a.values.first());
        write_sized(found.ok_or(DATA_NOT_AVAILABLE)?, data, sizeof_data, false)
    })
}

/// Returns the basic constraints that a request asks for: whether to be an authority, and how long the
/// path below it may be.
///
/// - `crq`: the request
/// - `critical`: takes 1 if the extension is critical, else 0; may be NULL
/// - `ca`: takes 1 for an authority, else 0; may be NULL
/// - `pathlen`: takes the number of authorities that may stand between it and an end certificate, -1
///   without a limit; may be NULL
///
/// Returns 1 for an authority, 0 for none, or a negative error code:
/// - `GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE`: the request does not say
/// - `GNUTLS_E_ASN1_DER_ERROR`, `GNUTLS_E_ASN1_TAG_ERROR`, `GNUTLS_E_ASN1_GENERIC_ERROR`: the extension
///   cannot be read, or its path length is no number from 0 to 2^31-1
/// - `GNUTLS_E_INVALID_REQUEST`: `crq` is NULL
///
/// Since 2.8.0. RFC 5280 section 4.2.1.9. Manual: `gnutls_x509_crq_get_basic_constraints`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crq_get_basic_constraints(
    crq: gnutls_x509_crq_t,
    critical: *mut c_uint,
    ca: *mut c_uint,
    pathlen: *mut c_int,
) -> c_int {
    // SAFETY: `crq` is NULL or a live handle; `critical`, `ca` and `pathlen` are NULL or valid for writes.
    guard::code(|| unsafe {
        let read = ext::basic_constraints::read(asked(crq, oid::BASIC_CONSTRAINTS, critical)?)?;
        write_out(ca, read.ca.into());
        write_out(pathlen, read.path_len.and_then(|n| c_int::try_from(n).ok()).unwrap_or(-1));
        Ok(read.ca.into())
    })
}

/// Asks in a certificate request to be an authority or none, and for a length of the path below.
///
/// The extension is critical, and takes the place of the one that is there.
///
/// - `crq`: the request
/// - `ca`: not 0 for an authority
/// - `path_len_constraint`: the number of authorities that may stand between it and an end certificate;
///   negative for any number
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_ASN1_DER_ERROR`, `GNUTLS_E_ASN1_TAG_ERROR`, `GNUTLS_E_ASN1_GENERIC_ERROR`: the
///   extensions that are there cannot be read
/// - `GNUTLS_E_INVALID_REQUEST`: `crq` is NULL
///
/// Since 2.8.0. RFC 5280 section 4.2.1.9. Manual: `gnutls_x509_crq_set_basic_constraints`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crq_set_basic_constraints(
    crq: gnutls_x509_crq_t,
    ca: c_uint,
    path_len_constraint: c_int,
) -> c_int {
    // SAFETY: `crq` is NULL or a live handle.
    guard::unit(|| unsafe {
        set(
            crq,
            oid::BASIC_CONSTRAINTS,
            ext::basic_constraints::write(ca != 0, path_len(path_len_constraint)),
            true,
        )
    })
}

/// Returns what the key of a certificate request is to be used for.
///
/// - `crq`: the request
/// - `key_usage`: takes bits such as `GNUTLS_KEY_DIGITAL_SIGNATURE`; may be NULL
/// - `critical`: takes 1 if the extension is critical, else 0; may be NULL
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE`: the request does not say
/// - `GNUTLS_E_ASN1_DER_ERROR`, `GNUTLS_E_ASN1_TAG_ERROR`, `GNUTLS_E_ASN1_GENERIC_ERROR`: the extension
///   cannot be read
/// - `GNUTLS_E_SHORT_MEMORY_BUFFER`: it has more than 16 bits
/// - `GNUTLS_E_INVALID_REQUEST`: `crq` is NULL
///
/// Since 2.8.0. RFC 5280 section 4.2.1.3. Manual: `gnutls_x509_crq_get_key_usage`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crq_get_key_usage(
    crq: gnutls_x509_crq_t,
    key_usage: *mut c_uint,
    critical: *mut c_uint,
) -> c_int {
    // SAFETY: `crq` is NULL or a live handle; `key_usage` and `critical` are NULL or valid for writes.
    guard::unit(|| unsafe {
        write_out(key_usage, ext::key_usage::read(asked(crq, oid::KEY_USAGE, critical)?)?.bits());
        Ok(())
    })
}

/// Asks in a certificate request for a usage of the key.
///
/// The extension is critical, and takes the place of the one that is there.
///
/// - `crq`: the request
/// - `usage`: bits such as `GNUTLS_KEY_DIGITAL_SIGNATURE`
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_ASN1_DER_ERROR`, `GNUTLS_E_ASN1_TAG_ERROR`, `GNUTLS_E_ASN1_GENERIC_ERROR`: the
///   extensions that are there cannot be read
/// - `GNUTLS_E_INVALID_REQUEST`: `crq` is NULL
///
/// Since 2.8.0. RFC 5280 section 4.2.1.3. Manual: `gnutls_x509_crq_set_key_usage`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crq_set_key_usage(crq: gnutls_x509_crq_t, usage: c_uint) -> c_int {
    // SAFETY: `crq` is NULL or a live handle.
    guard::unit(|| unsafe {
        set(crq, oid::KEY_USAGE, ext::key_usage::write(KeyUsage::from_bits_retain(usage)), true)
    })
}

/// Writes a purpose of the extended key usage that a request asks for to a buffer.
///
/// - `crq`: the request
/// - `indx`: which purpose, from 0
/// - `oid`: takes the dotted identifier, NUL-terminated, such as `GNUTLS_KP_TLS_WWW_SERVER`; NULL to
///   ask for the length
/// - `sizeof_oid`: in: the capacity of `oid` in bytes; out: the length with the NUL, written or needed
/// - `critical`: takes 1 if the extension is critical, else 0; may be NULL
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_SHORT_MEMORY_BUFFER`: `oid` is NULL or too small
/// - `GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE`: there are no more purposes, or no such extension
/// - `GNUTLS_E_ASN1_DER_ERROR`, `GNUTLS_E_ASN1_TAG_ERROR`, `GNUTLS_E_ASN1_GENERIC_ERROR`: the extension
///   cannot be read
/// - `GNUTLS_E_INVALID_REQUEST`: `crq` or `sizeof_oid` is NULL
///
/// Since 2.8.0. RFC 5280 section 4.2.1.12. Manual: `gnutls_x509_crq_get_key_purpose_oid`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crq_get_key_purpose_oid(
    crq: gnutls_x509_crq_t,
    indx: c_uint,
    oid: *mut c_void,
    sizeof_oid: *mut usize,
    critical: *mut c_uint,
) -> c_int {
    // SAFETY: `crq` is NULL or a live handle; `oid` is NULL or has as much space as its size says; `sizeof_oid` and
    // `critical` are NULL or valid for writes.
    guard::unit(|| unsafe {
        let row = listed(crq, List::KeyPurposes, indx, critical)?;
        let id = Reader::new(row.raw).oid()?;
        write_sized(&counted(id), oid, sizeof_oid, false)
    })
}

/// Asks in a certificate request for one more purpose of the key.
///
/// An extension that is there stays as critical as it was; a new one is critical as well if the
/// extension before it is, as GnuTLS writes it.
///
/// - `crq`: the request
/// - `oid`: the dotted purpose, NUL-terminated, such as `GNUTLS_KP_TLS_WWW_SERVER`
/// - `critical`: not 0 if a new extension is to be critical
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_ASN1_VALUE_NOT_VALID`: `oid` is no dotted identifier
/// - `GNUTLS_E_ASN1_DER_ERROR`, `GNUTLS_E_ASN1_TAG_ERROR`, `GNUTLS_E_ASN1_GENERIC_ERROR`: the
///   extensions that are there cannot be read
/// - `GNUTLS_E_INVALID_REQUEST`: `crq` or `oid` is NULL
///
/// Since 2.8.0. RFC 5280 section 4.2.1.12. Manual: `gnutls_x509_crq_set_key_purpose_oid`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crq_set_key_purpose_oid(
    crq: gnutls_x509_crq_t,
    oid: *const c_void,
    critical: c_uint,
) -> c_int {
    // SAFETY: `crq` is NULL or a live handle; `oid` is NULL or has as many bytes as its length says.
    guard::unit(|| unsafe {
        let id = oid_of(oid.cast())?;
        edit(crq, |list| {
            let value = build::with_purpose(list, &id)?;
            let critical = critical != 0 || marked(list);
            build::renew_extension(list, oid::EXTENDED_KEY_USAGE, value, critical);
            Ok(())
        })
    })
}

/// Writes an alternative name that a request asks for to a buffer.
///
/// Names of hosts, mailboxes, URIs and registered identifiers are text with a NUL; addresses are 4 or
/// 16 bytes, a directory name is its RFC 4514 text, both without a NUL. Other names are DER, with their
/// type from `gnutls_x509_crq_get_subject_alt_othername_oid`.
///
/// - `crq`: the request
/// - `seq`: which name, from 0
/// - `ret`: takes the name; NULL to ask for the length
/// - `ret_size`: in: the capacity of `ret` in bytes; out: the length without a NUL, or the capacity
///   needed after `GNUTLS_E_SHORT_MEMORY_BUFFER`
/// - `ret_type`: takes the kind of name as well; may be NULL
/// - `critical`: takes 1 if the extension is critical, else 0; may be NULL
///
/// Returns the kind of name, a value of `gnutls_x509_subject_alt_name_t`, or a negative error code:
/// - `GNUTLS_E_SHORT_MEMORY_BUFFER`: `ret` is NULL or too small
/// - `GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE`: there are no more names, or no such extension
/// - `GNUTLS_E_X509_UNKNOWN_SAN`: the name is of a kind that is not supported
/// - `GNUTLS_E_ASN1_DER_ERROR`, `GNUTLS_E_ASN1_TAG_ERROR`, `GNUTLS_E_ASN1_GENERIC_ERROR`: the extension
///   cannot be read
/// - `GNUTLS_E_INVALID_REQUEST`: `crq` or `ret_size` is NULL
///
/// Since 2.8.0. RFC 5280 section 4.2.1.6. Manual: `gnutls_x509_crq_get_subject_alt_name`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crq_get_subject_alt_name(
    crq: gnutls_x509_crq_t,
    seq: c_uint,
    ret: *mut c_void,
    ret_size: *mut usize,
    ret_type: *mut c_uint,
    critical: *mut c_uint,
) -> c_int {
    // SAFETY: `crq` is NULL or a live handle; `ret` is NULL or has as much space as its size says; `ret_size`,
    // `ret_type` and `critical` are NULL or valid for writes.
    guard::code(|| unsafe {
        let row = listed(crq, List::SubjectAltName, seq, critical)?;
        write_alt_name(row, false, ret, ret_size, ret_type)
    })
}

/// Writes the type of an other name that a request asks for to a buffer.
///
/// `gnutls_x509_crq_get_subject_alt_name` with the same index returns the value.
///
/// - `crq`: the request
/// - `seq`: which of all alternative names, from 0
/// - `ret`: takes the dotted type, NUL-terminated; NULL to ask for the length
/// - `ret_size`: in: the capacity of `ret` in bytes; out: the length without the NUL, or the capacity
///   needed with it after `GNUTLS_E_SHORT_MEMORY_BUFFER`
///
/// Returns the kind of name, `GNUTLS_SAN_OTHERNAME`, or a negative error code:
/// - `GNUTLS_E_SHORT_MEMORY_BUFFER`: `ret` is NULL or too small
/// - `GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE`: there are no more names, no such extension, or the name
///   is of another kind
/// - `GNUTLS_E_ASN1_DER_ERROR`, `GNUTLS_E_ASN1_TAG_ERROR`, `GNUTLS_E_ASN1_GENERIC_ERROR`: the extension
///   cannot be read
/// - `GNUTLS_E_INVALID_REQUEST`: `crq` or `ret_size` is NULL
///
/// Since 2.8.0. RFC 5280 section 4.2.1.6. Manual: `gnutls_x509_crq_get_subject_alt_othername_oid`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crq_get_subject_alt_othername_oid(
    crq: gnutls_x509_crq_t,
    seq: c_uint,
    ret: *mut c_void,
    ret_size: *mut usize,
) -> c_int {
    // SAFETY: `crq` is NULL or a live handle; `ret` is NULL or has as much space as its size says; `ret_size` is NULL
    // or valid for a write.
    guard::code(|| unsafe {
        let row = listed(crq, List::SubjectAltName, seq, core::ptr::null_mut())?;
        if !matches!(GeneralName::read(&mut Reader::new(row.raw))?, GeneralName::Other { .. }) {
            return Err(DATA_NOT_AVAILABLE);
        }
        write_othername_oid(row, false, ret, ret_size)
    })
}

/// Asks in a certificate request for an alternative name, in the place of those that are there or
/// beside them.
///
/// Hosts and mailboxes may be UTF-8: hosts are written in their IDNA 2008 form. An appended name leaves
/// the extension as critical as it is; a new extension it makes critical if the one before it is, as
/// GnuTLS writes it.
///
/// - `crq`: the request
/// - `nt`: the kind of name. `GNUTLS_SAN_OTHERNAME` has `gnutls_x509_crq_set_subject_alt_othername`
/// - `data`: the name, as in `gnutls_x509_crt_set_subject_alt_name`; it is copied
/// - `data_size`: its length in bytes
/// - `flags`: `GNUTLS_FSAN_SET` (0) to replace the names that are there, or `GNUTLS_FSAN_APPEND` to add
///   to them
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - codes of `gnutls_x509_crt_set_subject_alt_name`, if the name cannot be written
/// - `GNUTLS_E_ASN1_DER_ERROR`, `GNUTLS_E_ASN1_TAG_ERROR`, `GNUTLS_E_ASN1_GENERIC_ERROR`: the
///   extensions that are there cannot be read
/// - `GNUTLS_E_INVALID_REQUEST`: `crq` is NULL, `data` is NULL while `data_size` is not 0, or `nt` is
///   `GNUTLS_SAN_OTHERNAME_MSUSERPRINCIPAL`
///
/// Since 2.8.0. RFC 5280 section 4.2.1.6. Manual: `gnutls_x509_crq_set_subject_alt_name`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crq_set_subject_alt_name(
    crq: gnutls_x509_crq_t,
    nt: gnutls_x509_subject_alt_name_t,
    data: *const c_void,
    data_size: c_uint,
    flags: c_uint,
) -> c_int {
    // SAFETY: `crq` is NULL or a live handle; `data` is NULL or has as many bytes as its length says.
    guard::unit(|| unsafe {
        edit(crq, |list| {
            let critical = marked(list);
            new_alt_name(list, oid::SUBJECT_ALT_NAME, nt, data, data_size, flags, critical)
        })
    })
}

/// Asks in a certificate request for an other name, in the place of the alternative names that are
/// there or beside them.
///
/// - `crq`: the request
/// - `oid`: the dotted type of the name
/// - `data`: its value, one element of DER, which is copied unchecked; with
///   `GNUTLS_FSAN_ENCODE_OCTET_STRING` or `GNUTLS_FSAN_ENCODE_UTF8_STRING` what is to be wrapped in
///   such a string
/// - `data_size`: its length in bytes
/// - `flags`: `GNUTLS_FSAN_SET` (0) to replace the names that are there, or `GNUTLS_FSAN_APPEND` to add
///   to them; and one of the two above
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_ASN1_VALUE_NOT_VALID`: `oid` is no dotted identifier
/// - `GNUTLS_E_ASN1_DER_ERROR`, `GNUTLS_E_ASN1_TAG_ERROR`, `GNUTLS_E_ASN1_GENERIC_ERROR`: the
///   extensions that are there cannot be read
/// - `GNUTLS_E_INVALID_REQUEST`: `crq` or `oid` is NULL, or `data` is NULL while `data_size` is not 0
///
/// Since 3.5.0. RFC 5280 section 4.2.1.6. Manual: `gnutls_x509_crq_set_subject_alt_othername`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crq_set_subject_alt_othername(
    crq: gnutls_x509_crq_t,
    oid: *const c_char,
    data: *const c_void,
    data_size: c_uint,
    flags: c_uint,
) -> c_int {
    // SAFETY: `crq` is NULL or a live handle; `oid` is NULL or a C string; `data` is NULL or has as many bytes as its
    // length says.
    guard::unit(|| unsafe {
        edit(crq, |list| {
            let critical = marked(list);
            new_other_name(list, oid::SUBJECT_ALT_NAME, oid, data, data_size, flags, critical)
        })
    })
}

/// Returns the time in which the private key of a request is to be used.
///
/// - `crq`: the request
/// - `activation`: takes its start in seconds since 1970, -1 without one; may be NULL
/// - `expiration`: takes its end, -1 without one; may be NULL
/// - `critical`: takes 1 if the extension is critical, else 0; may be NULL
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE`: the request does not say
/// - `GNUTLS_E_ASN1_DER_ERROR`, `GNUTLS_E_ASN1_TAG_ERROR`, `GNUTLS_E_ASN1_GENERIC_ERROR`,
///   `GNUTLS_E_ASN1_TIME_ERROR`, `GNUTLS_E_CERTIFICATE_TIME_ERROR`: the extension cannot be read
/// - `GNUTLS_E_INVALID_REQUEST`: `crq` is NULL
///
/// RFC 3280 section 4.2.1.4. Manual: `gnutls_x509_crq_get_private_key_usage_period`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crq_get_private_key_usage_period(
    crq: gnutls_x509_crq_t,
    activation: *mut time_t,
    expiration: *mut time_t,
    critical: *mut c_uint,
) -> c_int {
    // SAFETY: `crq` is NULL or a live handle; `activation`, `expiration` and `critical` are NULL or valid for writes.
    guard::unit(|| unsafe {
        let value = asked(crq, oid::PRIVATE_KEY_USAGE_PERIOD, critical)?;
        let (from, to) = ext::key_usage::read_period(value)?;
        write_out(activation, from.unwrap_or(-1));
        write_out(expiration, to.unwrap_or(-1));
        Ok(())
    })
}

/// Asks in a certificate request for a time in which the private key may be used.
///
/// The extension is not critical, and takes the place of the one that is there.
///
/// - `crq`: the request
/// - `activation`: its start in seconds since 1970
/// - `expiration`: its end, or -1 for no well-defined end, the last second of the year 9999
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_ASN1_GENERIC_ERROR`: a year is not from 0 to 9999
/// - `GNUTLS_E_ASN1_DER_ERROR`, `GNUTLS_E_ASN1_TAG_ERROR`: the extensions that are there cannot be read
/// - `GNUTLS_E_INVALID_REQUEST`: `crq` is NULL
///
/// RFC 3280 section 4.2.1.4. Manual: `gnutls_x509_crq_set_private_key_usage_period`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crq_set_private_key_usage_period(
    crq: gnutls_x509_crq_t,
    activation: time_t,
    expiration: time_t,
) -> c_int {
    // SAFETY: `crq` is NULL or a live handle.
    guard::unit(|| unsafe {
        set(crq, oid::PRIVATE_KEY_USAGE_PERIOD, usage_period(activation, expiration)?, false)
    })
}

/// Reads the TLS features that a request asks for, such as OCSP stapling.
///
/// - `crq`: the request
/// - `features`: a list from `gnutls_x509_tlsfeatures_init`, which takes the numbers of the TLS
///   extensions
/// - `flags`: 0 to replace what is in the list, or `GNUTLS_EXT_FLAG_APPEND` to add to it
/// - `critical`: takes 1 if the extension is critical, else 0; may be NULL
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE`: the request does not say
/// - `GNUTLS_E_CERTIFICATE_ERROR`: a feature is no number of a TLS extension
/// - `GNUTLS_E_ASN1_DER_ERROR`, `GNUTLS_E_ASN1_TAG_ERROR`, `GNUTLS_E_ASN1_GENERIC_ERROR`: the extension
///   cannot be read
/// - `GNUTLS_E_INVALID_REQUEST`: `crq` or `features` is NULL
///
/// Since 3.5.1. RFC 7633. Manual: `gnutls_x509_crq_get_tlsfeatures`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crq_get_tlsfeatures(
    crq: gnutls_x509_crq_t,
    features: gnutls_x509_tlsfeatures_t,
    flags: c_uint,
    critical: *mut c_uint,
) -> c_int {
    // SAFETY: `features` and `crq` are NULL or live handles; `critical` is NULL or valid for a write.
    guard::unit(|| unsafe {
        let value = asked(crq, oid::TLS_FEATURES, critical)?;
        opaque::get_mut(features)?.import(value, flags & GNUTLS_EXT_FLAG_APPEND != 0)
    })
}

/// Asks in a certificate request for TLS features that a server with the certificate must have.
///
/// The extension is not critical, and takes the place of the one that is there.
///
/// - `crq`: the request
/// - `features`: a list that `gnutls_x509_tlsfeatures_add` has filled with numbers of TLS extensions;
///   it is copied
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_ASN1_DER_ERROR`, `GNUTLS_E_ASN1_TAG_ERROR`, `GNUTLS_E_ASN1_GENERIC_ERROR`: the
///   extensions that are there cannot be read
/// - `GNUTLS_E_INVALID_REQUEST`: `crq` or `features` is NULL
///
/// Since 3.5.1. RFC 7633. Manual: `gnutls_x509_crq_set_tlsfeatures`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crq_set_tlsfeatures(
    crq: gnutls_x509_crq_t,
    features: gnutls_x509_tlsfeatures_t,
) -> c_int {
    // SAFETY: `features` and `crq` are NULL or live handles.
    guard::unit(|| unsafe {
        let value = ext::tls_features::write(&opaque::get(features)?.0);
        set(crq, oid::TLS_FEATURES, value, false)
    })
}
