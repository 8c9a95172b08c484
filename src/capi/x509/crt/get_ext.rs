//! Extensions of a certificate.
use core::ffi::{c_char, c_int, c_uint, c_void};

use crate::abi::*;
use crate::asn1::der::Reader;
use crate::asn1::oid;
use crate::capi::ffi::memory::{
    alloc_datum, alloc_string, bytes_of, write_datum, write_or_measure, write_out, write_sized,
};
use crate::capi::ffi::{guard, opaque};
use crate::capi::object::alt_name::{
    alt_name_content, alt_name_type, write_alt_name, write_issuer_name, write_othername_oid,
};
use crate::capi::object::crt::{get_crt, write_proxy};
use crate::capi::object::verify_request::purpose_oid;
use crate::error::{DATA_NOT_AVAILABLE, Error, INVALID_REQUEST, Result, err};
use crate::pki::cert::lists::{List, Row};
use crate::pki::cert::{Certificate, Extension};
use crate::pki::ext::general_name::GeneralName;
use crate::pki::ext::policies::Qualifier;
use crate::pki::{ext, name};

/// An extension by its type, telling C whether it is critical.
///
/// # Safety
/// `critical` is NULL or valid for a write.
unsafe fn extension<'a>(c: &'a Certificate, oid: &[u8], critical: *mut c_uint) -> Result<Extension<'a>> {
    let e = c.extension(oid).ok_or(DATA_NOT_AVAILABLE)?;
    // SAFETY: `critical` is NULL or valid for a write.
    unsafe { write_out(critical, e.critical.into()) };
    Ok(e)
}

/// Element `i` of a list in an extension, telling C whether that is critical.
///
/// # Safety
/// As [`extension`].
unsafe fn listed(c: &Certificate, list: List, i: c_uint, critical: *mut c_uint) -> Result<Row<'_>> {
    // SAFETY: `critical` is NULL or valid for a write.
    unsafe { extension(c, list.oid(), critical)? };
    c.listed(list, i as usize)?.ok_or(DATA_NOT_AVAILABLE)
}

/// The bits of the key usage. Manual: `gnutls_x509_crt_get_key_usage`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crt_get_key_usage(
    cert: gnutls_x509_crt_t,
    key_usage: *mut c_uint,
    critical: *mut c_uint,
) -> c_int {
    // SAFETY: `cert` is NULL or a live handle; `key_usage` and `critical` are NULL or valid for writes.
    guard::unit(|| unsafe {
        write_out(key_usage, 0);
        let e = extension(get_crt(cert)?, oid::KEY_USAGE, critical)?;
        write_out(key_usage, ext::key_usage::read(e.value)?);
        Ok(())
    })
}

/// The basic constraints: 1 for an authority, 0 for none; `pathlen` is -1 without a limit.
///
/// # Safety
/// The pointers are NULL or valid for writes.
unsafe fn constraints(
    cert: gnutls_x509_crt_t,
    critical: *mut c_uint,
    ca: *mut c_uint,
    pathlen: *mut c_int,
) -> Result<c_int> {
    // SAFETY: `cert` is NULL or a live handle; `critical`, `ca` and `pathlen` are NULL or valid for writes.
    unsafe {
        let e = extension(get_crt(cert)?, oid::BASIC_CONSTRAINTS, critical)?;
        let c = ext::basic_constraints::read(e.value)?;
        write_out(ca, c.ca.into());
        write_out(pathlen, c.path_len.and_then(|n| c_int::try_from(n).ok()).unwrap_or(-1));
        Ok(c.ca.into())
    }
}

/// 1 for an authority, 0 for none, `GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE` if it does not say.
/// Manual: `gnutls_x509_crt_get_ca_status`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crt_get_ca_status(
    cert: gnutls_x509_crt_t,
    critical: *mut c_uint,
) -> c_int {
    // SAFETY: `cert` is NULL or a live handle; `critical` is NULL or valid for a write.
    guard::code(|| unsafe { constraints(cert, critical, core::ptr::null_mut(), core::ptr::null_mut()) })
}

/// As [`gnutls_x509_crt_get_ca_status`], with the limit of the path. Manual: `gnutls_x509_crt_get_basic_constraints`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crt_get_basic_constraints(
    cert: gnutls_x509_crt_t,
    critical: *mut c_uint,
    ca: *mut c_uint,
    pathlen: *mut c_int,
) -> c_int {
    // SAFETY: `cert` is NULL or a live handle; `critical`, `ca` and `pathlen` are NULL or valid for writes.
    guard::code(|| unsafe { constraints(cert, critical, ca, pathlen) })
}

/// The subject's key identifier. Manual: `gnutls_x509_crt_get_subject_key_id`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crt_get_subject_key_id(
    cert: gnutls_x509_crt_t,
    ret: *mut c_void,
    ret_size: *mut usize,
    critical: *mut c_uint,
) -> c_int {
    // SAFETY: `cert` is NULL or a live handle; `ret` is NULL or has as much space as its size says; `ret_size` and
    // `critical` are NULL or valid for writes.
    guard::unit(|| unsafe {
        let e = extension(get_crt(cert)?, oid::SUBJECT_KEY_ID, critical)?;
        write_sized(ext::key_id::read_subject(e.value)?, ret, ret_size, false)
    })
}

/// The key identifier of an AuthorityKeyIdentifier, which may name the issuer in another way.
fn key_of_issuer<'a>(a: &ext::key_id::AuthorityKeyId<'a>) -> Result<&'a [u8]> {
    match a.key_id {
        Some(key) => Ok(key),
        None if a.serial.is_some() => err(GNUTLS_E_X509_UNSUPPORTED_EXTENSION),
        None => Err(DATA_NOT_AVAILABLE),
    }
}

/// The issuer's key identifier. Manual: `gnutls_x509_crt_get_authority_key_id`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crt_get_authority_key_id(
    cert: gnutls_x509_crt_t,
    id: *mut c_void,
    id_size: *mut usize,
    critical: *mut c_uint,
) -> c_int {
    // SAFETY: `cert` is NULL or a live handle; `id` is NULL or has as much space as its size says; `id_size` and
    // `critical` are NULL or valid for writes.
    guard::unit(|| unsafe {
        let e = extension(get_crt(cert)?, oid::AUTHORITY_KEY_ID, critical)?;
        let a = ext::key_id::read_authority(e.value)?;
        write_sized(key_of_issuer(&a)?, id, id_size, false)
    })
}

/// Purpose `indx`, dotted. Manual: `gnutls_x509_crt_get_key_purpose_oid`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crt_get_key_purpose_oid(
    cert: gnutls_x509_crt_t,
    indx: c_uint,
    oid: *mut c_void,
    oid_size: *mut usize,
    critical: *mut c_uint,
) -> c_int {
    // SAFETY: `cert` is NULL or a live handle; `oid` is NULL or has as much space as its size says; `oid_size` and
    // `critical` are NULL or valid for writes.
    guard::unit(|| unsafe {
        let row = listed(get_crt(cert)?, List::KeyPurposes, indx, critical)?;
        let text = oid::to_text(Reader::new(row.raw).oid()?).ok_or(Error::new(GNUTLS_E_ASN1_DER_ERROR))?;
        write_sized(text.as_bytes(), oid, oid_size, true)
    })
}

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

/// Alternative name `seq` of the subject; the answer is its kind. Manual: `gnutls_x509_crt_get_subject_alt_name`.
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

/// As [`gnutls_x509_crt_get_subject_alt_name`], the kind also through `san_type`.
/// Manual: `gnutls_x509_crt_get_subject_alt_name2`.
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

/// The type of an other name of the subject. Manual: `gnutls_x509_crt_get_subject_alt_othername_oid`.
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

/// Alternative name `seq` of the issuer. Manual: `gnutls_x509_crt_get_issuer_alt_name`.
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

/// As [`gnutls_x509_crt_get_issuer_alt_name`], the kind also through `ian_type`.
/// Manual: `gnutls_x509_crt_get_issuer_alt_name2`.
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

/// The type of an other name of the issuer. Manual: `gnutls_x509_crt_get_issuer_alt_othername_oid`.
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

fn nth(c: &Certificate, indx: c_uint) -> Result<Extension<'_>> {
    c.extension_at(indx as usize).ok_or(DATA_NOT_AVAILABLE)
}

fn dotted(e: &Extension<'_>) -> Result<String> {
    oid::to_text(e.oid).ok_or(Error::new(GNUTLS_E_ASN1_DER_ERROR))
}

/// The type of extension `indx`. Manual: `gnutls_x509_crt_get_extension_oid`.
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

/// Type and criticality of extension `indx`. Manual: `gnutls_x509_crt_get_extension_info`.
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

/// The content of extension `indx`; without a buffer its length. Manual: `gnutls_x509_crt_get_extension_data`.
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

/// The content of extension `indx`; the caller frees it. `GNUTLS_E_ASN1_ELEMENT_NOT_FOUND` past the end.
/// Manual: `gnutls_x509_crt_get_extension_data2`.
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

/// The content of an extension by its type. Manual: `gnutls_x509_crt_get_extension_by_oid`.
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

/// The content of an extension by its type; the caller frees it. Manual: `gnutls_x509_crt_get_extension_by_oid2`.
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

/// CRL distribution point `seq`; the answer is the kind of name. Manual: `gnutls_x509_crt_get_crl_dist_points`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crt_get_crl_dist_points(
    cert: gnutls_x509_crt_t,
    seq: c_uint,
    san: *mut c_void,
    san_size: *mut usize,
    reason_flags: *mut c_uint,
    critical: *mut c_uint,
) -> c_int {
    // SAFETY: `cert` is NULL or a live handle; `san` is NULL or has as much space as its size says; `san_size`,
    // `reason_flags` and `critical` are NULL or valid for writes.
    guard::code(|| unsafe {
        write_out(reason_flags, 0);
        let row = listed(get_crt(cert)?, List::DistributionPoints, seq, critical)?;
        write_out(reason_flags, row.reasons);
        let name = GeneralName::read(&mut Reader::new(row.raw))?;
        let kind = alt_name_type(&name, false)?;
        let (bytes, nul) = alt_name_content(&name)?;
        write_sized(&bytes, san, san_size, nul)?;
        Ok(kind as c_int)
    })
}

/// Access description `seq`: what of it, `what` says (`GNUTLS_IA_*`); the caller frees it.
/// `GNUTLS_E_UNKNOWN_ALGORITHM` if the entry is of another method. Manual: `gnutls_x509_crt_get_authority_info_access`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crt_get_authority_info_access(
    crt: gnutls_x509_crt_t,
    seq: c_uint,
    what: c_int,
    data: *mut gnutls_datum_t,
    critical: *mut c_uint,
) -> c_int {
    // SAFETY: `crt` is NULL or a live handle; `data` and `critical` are NULL or valid for writes.
    guard::unit(|| unsafe {
        let cert = get_crt(crt)?;
        extension(cert, oid::AUTHORITY_INFO_ACCESS, critical)?;
        let what = what as c_uint;
        if !matches!(
            what,
            GNUTLS_IA_ACCESSMETHOD_OID
                | GNUTLS_IA_ACCESSLOCATION_GENERALNAME_TYPE
                | GNUTLS_IA_URI
                | GNUTLS_IA_OCSP_URI
                | GNUTLS_IA_CAISSUERS_URI
        ) {
            return Err(INVALID_REQUEST);
        }
        let a =
            ext::info_access::read_one(&mut Reader::new(listed(cert, List::InfoAccess, seq, critical)?.raw))?;
        let give = |bytes: &[u8]| if data.is_null() { Ok(()) } else { write_datum(bytes, data) };
        let with_nul = |text: &str| {
            let mut bytes = text.as_bytes().to_vec();
            bytes.push(0);
            bytes
        };
        let wanted = match what {
            GNUTLS_IA_ACCESSMETHOD_OID => {
                return give(&with_nul(&oid::to_text(a.method).unwrap_or_default()));
            }
            GNUTLS_IA_ACCESSLOCATION_GENERALNAME_TYPE => {
                return give(&with_nul(choice(&a.location)));
            }
            GNUTLS_IA_OCSP_URI => Some(oid::AD_OCSP),
            GNUTLS_IA_CAISSUERS_URI => Some(oid::AD_CA_ISSUERS),
            _ => None,
        };
        if wanted.is_some_and(|w| w != a.method) {
            return err(GNUTLS_E_UNKNOWN_ALGORITHM);
        }
        match a.location {
            GeneralName::Uri(uri) => give(uri),
            _ => err(GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE),
        }
    })
}

/// RFC 5280's name for the kind of a GeneralName.
fn choice(name: &GeneralName<'_>) -> &'static str {
    match name {
        GeneralName::Other { .. } => "otherName",
        GeneralName::Email(_) => "rfc822Name",
        GeneralName::Dns(_) => "dNSName",
        GeneralName::Directory(_) => "directoryName",
        GeneralName::Uri(_) => "uniformResourceIdentifier",
        GeneralName::Ip(_) => "iPAddress",
        GeneralName::Registered(_) => "registeredID",
        GeneralName::Unknown(0xa3) => "x400Address",
        GeneralName::Unknown(_) => "ediPartyName",
    }
}

/// Policy `indx` with its qualifiers, to be freed with `gnutls_x509_policy_release`. Manual: `gnutls_x509_crt_get_policy`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crt_get_policy(
    crt: gnutls_x509_crt_t,
    indx: c_uint,
    policy: *mut gnutls_x509_policy_st,
    critical: *mut c_uint,
) -> c_int {
    guard::unit(|| {
        if policy.is_null() {
            return Err(INVALID_REQUEST);
        }
        // SAFETY: `crt` is NULL or a live handle; `critical` is NULL or valid for a write.
        let row = unsafe { listed(get_crt(crt)?, List::Policies, indx, critical)? };
        let p = ext::policies::read_one(&mut Reader::new(row.raw))?;
        const NONE: gnutls_x509_policy_qualifier = gnutls_x509_policy_qualifier {
            type_: GNUTLS_X509_QUALIFIER_UNKNOWN,
            data: core::ptr::null_mut(),
            size: 0,
        };
        let text = oid::to_text(p.oid).ok_or(Error::new(GNUTLS_E_ASN1_DER_ERROR))?;
        let mut out = gnutls_x509_policy_st {
            oid: alloc_string(text.as_bytes())?,
            qualifiers: 0,
            qualifier: [NONE; GNUTLS_MAX_QUALIFIERS as usize],
        };
        for (slot, q) in out.qualifier.iter_mut().zip(&p.qualifiers) {
            let (kind, bytes) = match q {
                Qualifier::Uri(uri) => (GNUTLS_X509_QUALIFIER_URI, uri.to_vec()),
                Qualifier::Notice(text) => {
                    (GNUTLS_X509_QUALIFIER_NOTICE, name::plain_text(text).ok_or(GNUTLS_E_PARSING_ERROR)?)
                }
                Qualifier::Unknown => (GNUTLS_X509_QUALIFIER_UNKNOWN, Vec::new()),
            };
            let d = alloc_datum(&bytes)?;
            *slot = gnutls_x509_policy_qualifier { type_: kind, data: d.data.cast(), size: d.size };
            out.qualifiers += 1;
        }
        // SAFETY: not NULL; the manual's contract.
        unsafe { policy.write(out) };
        Ok(())
    })
}

/// When the private key may be used. Manual: `gnutls_x509_crt_get_private_key_usage_period`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crt_get_private_key_usage_period(
    cert: gnutls_x509_crt_t,
    activation: *mut time_t,
    expiration: *mut time_t,
    critical: *mut c_uint,
) -> c_int {
    // SAFETY: `cert` is NULL or a live handle; `activation`, `expiration` and `critical` are NULL or valid for
    // writes.
    guard::unit(|| unsafe {
        let e = extension(get_crt(cert)?, oid::PRIVATE_KEY_USAGE_PERIOD, critical)?;
        let (from, to) = ext::key_usage::read_period(e.value)?;
        write_out(activation, from.unwrap_or(-1) as time_t);
        write_out(expiration, to.unwrap_or(-1) as time_t);
        Ok(())
    })
}

/// How many certificates may follow before "any policy" stops counting. Manual: `gnutls_x509_crt_get_inhibit_anypolicy`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crt_get_inhibit_anypolicy(
    cert: gnutls_x509_crt_t,
    skipcerts: *mut c_uint,
    critical: *mut c_uint,
) -> c_int {
    // SAFETY: `cert` is NULL or a live handle; `skipcerts` is NULL or an array as long as its size says; `critical`
    // is NULL or valid for a write.
    guard::unit(|| unsafe {
        let e = extension(get_crt(cert)?, oid::INHIBIT_ANY_POLICY, critical)?;
        write_out(skipcerts, Reader::new(e.value).small()?);
        Ok(())
    })
}

/// The features that the certificate asks for; with `GNUTLS_EXT_FLAG_APPEND` those in the list stay. Manual: `gnutls_x509_crt_get_tlsfeatures`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crt_get_tlsfeatures(
    crt: gnutls_x509_crt_t,
    features: gnutls_x509_tlsfeatures_t,
    flags: c_uint,
    critical: *mut c_uint,
) -> c_int {
    // SAFETY: `features` and `crt` are NULL or live handles; `critical` is NULL or valid for a write.
    guard::unit(|| unsafe {
        let e = get_crt(crt)?.extension(oid::TLS_FEATURES).ok_or(DATA_NOT_AVAILABLE)?;
        write_out(critical, e.critical.into());
        opaque::get_mut(features)?.import(e.value, flags & GNUTLS_EXT_FLAG_APPEND != 0)
    })
}

/// What a proxy certificate says; language and policy are freed by the caller. Manual: `gnutls_x509_crt_get_proxy`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crt_get_proxy(
    cert: gnutls_x509_crt_t,
    critical: *mut c_uint,
    pathlen: *mut c_int,
    policy_language: *mut *mut c_char,
    policy: *mut *mut c_char,
    sizeof_policy: *mut usize,
) -> c_int {
    // SAFETY: `cert` is NULL or a live handle; `critical`, `pathlen`, `policy_language`, `policy` and `sizeof_policy`
    // are NULL or valid for writes.
    guard::unit(|| unsafe {
        let e = get_crt(cert)?.extension(oid::PROXY_CERT_INFO).ok_or(DATA_NOT_AVAILABLE)?;
        write_out(critical, e.critical.into());
        write_proxy(e.value, pathlen, policy_language, policy, sizeof_policy)
    })
}

/// Reads those of an authority's certificate; flags as `gnutls_x509_ext_import_name_constraints`. Manual: `gnutls_x509_crt_get_name_constraints`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crt_get_name_constraints(
    crt: gnutls_x509_crt_t,
    nc: gnutls_x509_name_constraints_t,
    flags: c_uint,
    critical: *mut c_uint,
) -> c_int {
    // SAFETY: `nc` and `crt` are NULL or live handles; `critical` is NULL or valid for a write.
    guard::unit(|| unsafe {
        let e = get_crt(crt)?.extension(oid::NAME_CONSTRAINTS).ok_or(DATA_NOT_AVAILABLE)?;
        write_out(critical, e.critical.into());
        opaque::get_mut(nc)?.import(e.value, flags & GNUTLS_NAME_CONSTRAINTS_FLAG_APPEND != 0)
    })
}

/// Name `seq` and serial number of the issuer's certificate, as the authority key identifier has them. Manual: `gnutls_x509_crt_get_authority_key_gn_serial`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crt_get_authority_key_gn_serial(
    cert: gnutls_x509_crt_t,
    seq: c_uint,
    alt: *mut c_void,
    alt_size: *mut usize,
    alt_type: *mut c_uint,
    serial: *mut c_void,
    serial_size: *mut usize,
    critical: *mut c_uint,
) -> c_int {
    // SAFETY: `cert` is NULL or a live handle; `alt` and `serial` are NULL or have as much space as their sizes say;
    // `alt_size`, `alt_type`, `serial_size` and `critical` are NULL or valid for writes.
    guard::unit(|| unsafe {
        let c = get_crt(cert)?;
        let row = c.listed(List::AuthorityNames, seq as usize);
        write_issuer_name(
            c.extension(oid::AUTHORITY_KEY_ID),
            row,
            alt,
            alt_size,
            alt_type,
            serial,
            serial_size,
            critical,
        )
    })
}
