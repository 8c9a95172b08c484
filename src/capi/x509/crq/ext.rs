//! Extensions and attributes of certificate requests.
use core::ffi::{c_char, c_int, c_uint, c_void};

use crate::abi::*;
use crate::asn1::der::Reader;
use crate::asn1::oid;
use crate::capi::ffi::memory::{bytes_in, write_datum, write_or_measure, write_out, write_sized};
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
unsafe fn asked<'a>(handle: gnutls_x509_crq_t, oid: &[u8], critical: *mut c_uint) -> Result<&'a [u8]> {
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
unsafe fn set(handle: gnutls_x509_crq_t, oid: &[u8], value: Vec<u8>, critical: bool) -> Result<()> {
    // SAFETY: `handle` is NULL or a live handle.
    unsafe {
        edit(handle, |list| {
            build::set_extension(list, oid, value, critical);
            Ok(())
        })
    }
}

/// A dotted identifier with the NUL that these getters count.
fn counted(id: &[u8]) -> Vec<u8> {
    let mut text = oid::to_text(id).unwrap_or_default().into_bytes();
    text.push(0);
    text
}

/// Sets an attribute to one value, which is DER. Manual: `gnutls_x509_crq_set_attribute_by_oid`.
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

/// Value `indx` of an attribute, in DER. Manual: `gnutls_x509_crq_get_attribute_by_oid`.
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

/// The type of attribute `indx`; the size counts its NUL. Manual: `gnutls_x509_crq_get_attribute_info`.
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

/// The first value of attribute `indx`, in DER. Manual: `gnutls_x509_crq_get_attribute_data`.
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

/// # Safety
/// `handle` is NULL or a handle of a request.
unsafe fn nth<'a>(handle: gnutls_x509_crq_t, indx: c_uint) -> Result<&'a OwnExtension> {
    // SAFETY: `handle` is NULL or a live handle.
    unsafe { get_crq(handle)? }.extensions()?.get(indx as usize).ok_or(DATA_NOT_AVAILABLE)
}

/// Type and criticality of extension `indx`; the size counts the NUL. Manual: `gnutls_x509_crq_get_extension_info`.
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

/// The content of extension `indx`; without a buffer its length. Manual: `gnutls_x509_crq_get_extension_data`.
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

/// The content of extension `indx`; the caller frees it. Manual: `gnutls_x509_crq_get_extension_data2`.
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

/// The content of an extension by its type; without a buffer its length. Manual: `gnutls_x509_crq_get_extension_by_oid`.
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

/// The content of an extension by its type; the caller frees it. Manual: `gnutls_x509_crq_get_extension_by_oid2`.
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

/// Asks for an extension of any type. Manual: `gnutls_x509_crq_set_extension_by_oid`.
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

/// 1 for an authority, 0 for none; `pathlen` is -1 without a limit. Manual: `gnutls_x509_crq_get_basic_constraints`.
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

/// Asks to be an authority or none, and how many may follow below (negative: any number). Manual: `gnutls_x509_crq_set_basic_constraints`.
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

/// What the key is for: `GNUTLS_KEY_*`. Manual: `gnutls_x509_crq_get_key_usage`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crq_get_key_usage(
    crq: gnutls_x509_crq_t,
    key_usage: *mut c_uint,
    critical: *mut c_uint,
) -> c_int {
    // SAFETY: `crq` is NULL or a live handle; `key_usage` and `critical` are NULL or valid for writes.
    guard::unit(|| unsafe {
        write_out(key_usage, ext::key_usage::read(asked(crq, oid::KEY_USAGE, critical)?)?);
        Ok(())
    })
}

/// Says what the key is for. Manual: `gnutls_x509_crq_set_key_usage`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crq_set_key_usage(crq: gnutls_x509_crq_t, usage: c_uint) -> c_int {
    // SAFETY: `crq` is NULL or a live handle.
    guard::unit(|| unsafe { set(crq, oid::KEY_USAGE, ext::key_usage::write(usage), true) })
}

/// Purpose `indx`, dotted. Manual: `gnutls_x509_crq_get_key_purpose_oid`.
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

/// One more purpose of the key, dotted. Manual: `gnutls_x509_crq_set_key_purpose_oid`.
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

/// Alternative name `seq`; the answer is its kind. Manual: `gnutls_x509_crq_get_subject_alt_name`.
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

/// The type of an other name; the answer is its kind. Manual: `gnutls_x509_crq_get_subject_alt_othername_oid`.
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

/// Sets an alternative name, or with `GNUTLS_FSAN_APPEND` one more; as `gnutls_x509_crt_set_subject_alt_name`. Manual: `gnutls_x509_crq_set_subject_alt_name`.
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

/// Sets an other name from its DER, or what `GNUTLS_FSAN_ENCODE_*` makes of the bytes. Manual: `gnutls_x509_crq_set_subject_alt_othername`.
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

/// When the private key may be used. Manual: `gnutls_x509_crq_get_private_key_usage_period`.
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

/// Says when the private key may be used. Manual: `gnutls_x509_crq_set_private_key_usage_period`.
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

/// The TLS features that are asked for; with `GNUTLS_EXT_FLAG_APPEND` those in the list stay. Manual: `gnutls_x509_crq_get_tlsfeatures`.
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

/// Asks for TLS features. Manual: `gnutls_x509_crq_set_tlsfeatures`.
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
