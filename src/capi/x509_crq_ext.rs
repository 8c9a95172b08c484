//! Certification requests: attributes and the extensions that are asked for (`gnutls_x509_crq_*`).
use core::ffi::{c_char, c_int, c_uint, c_void};

use super::memory::{bytes_of, fill, given, put};
use super::x509_crq::{change, crq};
use super::x509_crt_ext::{fill_or_measure, give_alt_name, give_othername_oid};
use super::x509_crt_get::give_datum;
use super::x509_crt_set_ext::{alt_name, oid_of, other_name, path_len, usage_period};
use super::x509_ext_policy::TlsFeatures;
use super::{guard, handle};
use crate::abi::*;
use crate::asn1::der::Reader;
use crate::asn1::oid;
use crate::error::{Error, Result};
use crate::pki::build::{self, OwnExtension};
use crate::pki::ext_write as write;
use crate::pki::extensions::{self, GeneralName};
use crate::pki::lists::{List, Row};
use crate::pki::request::Attribute;
use crate::pki::{name, name_write};

const INVALID: Error = Error::new(GNUTLS_E_INVALID_REQUEST);
const NOT_THERE: Error = Error::new(GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE);

/// The content of an extension that is asked for, telling C whether it is critical.
///
/// # Safety
/// `handle` is NULL or a handle of a request; `critical` is NULL or valid for a write.
unsafe fn asked<'a>(handle: gnutls_x509_crq_t, oid: &[u8], critical: *mut c_uint) -> Result<&'a [u8]> {
    // SAFETY: the caller's promise.
    let found = unsafe { crq(handle)? }.extension_of(oid, 0)?.ok_or(NOT_THERE)?;
    // SAFETY: as above.
    unsafe { put(critical, found.critical.into()) };
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
    // SAFETY: the caller's promise.
    unsafe {
        asked(handle, list.oid(), critical)?;
        crq(handle)?.listed(list, i as usize)?.ok_or(NOT_THERE)
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
    // SAFETY: the caller's promise.
    let mut list = unsafe { crq(handle)? }.extensions()?.to_vec();
    f(&mut list)?;
    // SAFETY: as above.
    unsafe { change(handle)? }.set_extensions(&list);
    Ok(())
}

/// A new extension of names or purposes is critical if the one before it is, as GnuTLS writes it.
fn marked(list: &[OwnExtension]) -> bool {
    list.last().is_some_and(|e| e.critical)
}

/// # Safety
/// As [`edit`].
unsafe fn set(handle: gnutls_x509_crq_t, oid: &[u8], value: Vec<u8>, critical: bool) -> Result<()> {
    // SAFETY: the caller's promise.
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

/// The challenge password. Manual: `gnutls_x509_crq_get_challenge_password`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crq_get_challenge_password(
    crq: gnutls_x509_crq_t,
    pass: *mut c_char,
    pass_size: *mut usize,
) -> c_int {
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe {
        let attribute = self::crq(crq)?.attribute(oid::CHALLENGE_PASSWORD).ok_or(NOT_THERE)?;
        let value = attribute.values.first().ok_or(GNUTLS_E_ASN1_GENERIC_ERROR)?;
        let element = Reader::new(value).any()?;
        fill(&name::text_or_hex(&element), pass.cast(), pass_size, true)
    })
}

/// One more challenge password. Manual: `gnutls_x509_crq_set_challenge_password`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crq_set_challenge_password(
    crq: gnutls_x509_crq_t,
    pass: *const c_char,
) -> c_int {
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe {
        let text = bytes_of(pass).ok_or(INVALID)?;
        let values = vec![name_write::directory_string(text)];
        change(crq)?.attributes.push(Attribute { oid: oid::CHALLENGE_PASSWORD.to_vec(), values });
        Ok(())
    })
}

/// Sets an attribute to one value, which is DER. Manual: `gnutls_x509_crq_set_attribute_by_oid`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crq_set_attribute_by_oid(
    crq: gnutls_x509_crq_t,
    oid: *const c_char,
    buf: *mut c_void,
    buf_size: usize,
) -> c_int {
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe {
        let (id, value) = (oid_of(oid)?, given(buf, buf_size)?);
        let mut r = Reader::new(value);
        r.any().and_then(|_| r.finish()).map_err(|_| GNUTLS_E_ASN1_VALUE_NOT_FOUND)?;
        change(crq)?.set_attribute(&id, value.to_vec());
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
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe {
        let id = oid_of(oid)?;
        let value = self::crq(crq)?.attribute_value(&id, indx as usize);
        fill(value.ok_or(NOT_THERE)?, buf, buf_size, false)
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
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe {
        let found = self::crq(crq)?.attributes.get(indx as usize).ok_or(NOT_THERE)?;
        fill(&counted(&found.oid), oid, sizeof_oid, false)
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
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe {
        let found = self::crq(crq)?.attributes.get(indx as usize).and_then(|a| a.values.first());
        fill(found.ok_or(NOT_THERE)?, data, sizeof_data, false)
    })
}

/// # Safety
/// `handle` is NULL or a handle of a request.
unsafe fn nth<'a>(handle: gnutls_x509_crq_t, indx: c_uint) -> Result<&'a OwnExtension> {
    // SAFETY: the caller's promise.
    unsafe { crq(handle)? }.extensions()?.get(indx as usize).ok_or(NOT_THERE)
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
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe {
        let e = nth(crq, indx)?;
        put(critical, e.critical.into());
        fill(&counted(&e.oid), oid, sizeof_oid, false)
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
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe { fill_or_measure(&nth(crq, indx)?.value, data, sizeof_data) })
}

/// The content of extension `indx`; the caller frees it. Manual: `gnutls_x509_crq_get_extension_data2`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crq_get_extension_data2(
    crq: gnutls_x509_crq_t,
    indx: c_uint,
    data: *mut gnutls_datum_t,
) -> c_int {
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe { give_datum(&nth(crq, indx)?.value, data) })
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
    // SAFETY: the caller's promise.
    unsafe {
        let id = oid_of(text)?;
        let found = crq(handle)?.extension_of(&id, indx as usize)?.ok_or(NOT_THERE)?;
        put(critical, found.critical.into());
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
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe { fill_or_measure(by_type(crq, oid, indx, critical)?, buf, buf_size) })
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
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe { give_datum(by_type(crq, oid, indx, critical)?, output) })
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
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe {
        let (id, value) = (oid_of(oid)?, given(buf, sizeof_buf)?.to_vec());
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
    // SAFETY: the manual's contract.
    guard::code(|| unsafe {
        let read = extensions::basic_constraints(asked(crq, oid::BASIC_CONSTRAINTS, critical)?)?;
        put(ca, read.ca.into());
        put(pathlen, read.path_len.and_then(|n| c_int::try_from(n).ok()).unwrap_or(-1));
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
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe {
        set(
            crq,
            oid::BASIC_CONSTRAINTS,
            write::basic_constraints(ca != 0, path_len(path_len_constraint)),
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
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe {
        put(key_usage, extensions::key_usage(asked(crq, oid::KEY_USAGE, critical)?)?);
        Ok(())
    })
}

/// Says what the key is for. Manual: `gnutls_x509_crq_set_key_usage`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crq_set_key_usage(crq: gnutls_x509_crq_t, usage: c_uint) -> c_int {
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe { set(crq, oid::KEY_USAGE, write::key_usage(usage), true) })
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
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe {
        let row = listed(crq, List::KeyPurposes, indx, critical)?;
        let id = Reader::new(row.raw).oid()?;
        fill(&counted(id), oid, sizeof_oid, false)
    })
}

/// One more purpose of the key, dotted. Manual: `gnutls_x509_crq_set_key_purpose_oid`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crq_set_key_purpose_oid(
    crq: gnutls_x509_crq_t,
    oid: *const c_void,
    critical: c_uint,
) -> c_int {
    // SAFETY: the manual's contract.
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
    // SAFETY: the manual's contract.
    guard::code(|| unsafe {
        let row = listed(crq, List::SubjectAltName, seq, critical)?;
        give_alt_name(row, false, ret, ret_size, ret_type)
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
    // SAFETY: the manual's contract.
    guard::code(|| unsafe {
        let row = listed(crq, List::SubjectAltName, seq, core::ptr::null_mut())?;
        if !matches!(GeneralName::read(&mut Reader::new(row.raw))?, GeneralName::Other { .. }) {
            return Err(NOT_THERE);
        }
        give_othername_oid(row, false, ret, ret_size)
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
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe {
        edit(crq, |list| {
            let critical = marked(list);
            alt_name(list, oid::SUBJECT_ALT_NAME, nt, data, data_size, flags, critical)
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
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe {
        edit(crq, |list| {
            let critical = marked(list);
            other_name(list, oid::SUBJECT_ALT_NAME, oid, data, data_size, flags, critical)
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
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe {
        let value = asked(crq, oid::PRIVATE_KEY_USAGE_PERIOD, critical)?;
        let (from, to) = extensions::private_key_usage_period(value)?;
        put(activation, from.unwrap_or(-1));
        put(expiration, to.unwrap_or(-1));
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
    // SAFETY: the manual's contract.
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
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe {
        let value = asked(crq, oid::TLS_FEATURES, critical)?;
        handle::get_mut::<TlsFeatures, _>(features)?.import(value, flags & GNUTLS_EXT_FLAG_APPEND != 0)
    })
}

/// Asks for TLS features. Manual: `gnutls_x509_crq_set_tlsfeatures`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crq_set_tlsfeatures(
    crq: gnutls_x509_crq_t,
    features: gnutls_x509_tlsfeatures_t,
) -> c_int {
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe {
        let value = write::tls_features(&handle::get::<TlsFeatures, _>(features)?.0);
        set(crq, oid::TLS_FEATURES, value, false)
    })
}
