//! Extensions of a certificate.
use core::ffi::{c_char, c_int, c_uint, c_void};

use crate::abi::*;
use crate::asn1::der::Reader;
use crate::asn1::oid;
use crate::capi::ffi::memory::{alloc_datum, alloc_string, write_datum, write_out, write_sized};
use crate::capi::ffi::{guard, opaque};
use crate::capi::object::alt_name::{alt_name_content, alt_name_type, write_issuer_name};
use crate::capi::object::crt::{get_crt, write_proxy};
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
pub(super) unsafe fn extension<'a>(
    c: &'a Certificate,
    oid: &[u8],
    critical: *mut c_uint,
) -> Result<Extension<'a>> {
    let e = c.extension(oid).ok_or(DATA_NOT_AVAILABLE)?;
    // SAFETY: `critical` is NULL or valid for a write.
    unsafe { write_out(critical, e.critical.into()) };
    Ok(e)
}

/// Element `i` of a list in an extension, telling C whether that is critical.
///
/// # Safety
/// As [`extension`].
pub(super) unsafe fn listed(
    c: &Certificate,
    list: List,
    i: c_uint,
    critical: *mut c_uint,
) -> Result<Row<'_>> {
    // SAFETY: `critical` is NULL or valid for a write.
    unsafe { extension(c, list.oid(), critical)? };
    c.listed(list, i as usize)?.ok_or(DATA_NOT_AVAILABLE)
}

/// Returns what the key of a certificate may be used for.
///
/// A certificate without the extension may be used for everything.
///
/// - `cert`: the certificate
/// - `key_usage`: takes bits such as `GNUTLS_KEY_DIGITAL_SIGNATURE`, 0 after an error; may be NULL
/// - `critical`: takes 1 if the extension is critical, else 0; may be NULL
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE`: there is no such extension
/// - `GNUTLS_E_ASN1_DER_ERROR`, `GNUTLS_E_ASN1_TAG_ERROR`: it cannot be read
/// - `GNUTLS_E_SHORT_MEMORY_BUFFER`: it has more than 16 bits
/// - `GNUTLS_E_INVALID_REQUEST`: `cert` is NULL
///
/// RFC 5280 section 4.2.1.3. Manual: `gnutls_x509_crt_get_key_usage`.
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
        write_out(key_usage, ext::key_usage::read(e.value)?.bits());
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

/// Tells whether a certificate is that of an authority, by its basic constraints.
///
/// Whether it may sign certificates also depends on its key usage, and on the path above it.
/// `gnutls_x509_crt_get_basic_constraints` tells the path length as well.
///
/// - `cert`: the certificate
/// - `critical`: takes 1 if the extension is critical, else 0; may be NULL
///
/// Returns 1 for an authority, 0 for none, or a negative error code:
/// - `GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE`: there is no such extension; an end certificate of version
///   3 need not have it
/// - `GNUTLS_E_ASN1_DER_ERROR`, `GNUTLS_E_ASN1_TAG_ERROR`, `GNUTLS_E_ASN1_GENERIC_ERROR`: it cannot be
///   read, or its path length is no number from 0 to 2^31-1
/// - `GNUTLS_E_INVALID_REQUEST`: `cert` is NULL
///
/// RFC 5280 section 4.2.1.9. Manual: `gnutls_x509_crt_get_ca_status`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crt_get_ca_status(
    cert: gnutls_x509_crt_t,
    critical: *mut c_uint,
) -> c_int {
    // SAFETY: `cert` is NULL or a live handle; `critical` is NULL or valid for a write.
    guard::code(|| unsafe { constraints(cert, critical, core::ptr::null_mut(), core::ptr::null_mut()) })
}

/// Returns the basic constraints of a certificate: whether it is an authority, and how long the path
/// below it may be.
///
/// - `cert`: the certificate
/// - `critical`: takes 1 if the extension is critical, else 0; may be NULL
/// - `ca`: takes 1 for an authority, else 0; may be NULL
/// - `pathlen`: takes the number of authorities that may stand between it and an end certificate, -1
///   without a limit; may be NULL
///
/// Returns 1 for an authority, 0 for none, or a negative error code:
/// - `GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE`: there is no such extension
/// - `GNUTLS_E_ASN1_DER_ERROR`, `GNUTLS_E_ASN1_TAG_ERROR`, `GNUTLS_E_ASN1_GENERIC_ERROR`: it cannot be
///   read, or its path length is no number from 0 to 2^31-1
/// - `GNUTLS_E_INVALID_REQUEST`: `cert` is NULL
///
/// RFC 5280 section 4.2.1.9. Manual: `gnutls_x509_crt_get_basic_constraints`.
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

/// Writes the subject key identifier of a certificate to a buffer.
///
/// It is what the authority chose to call the key. An identifier that depends on the key alone is
/// `gnutls_x509_crt_get_key_id`.
///
/// - `cert`: the certificate
/// - `ret`: takes the identifier; NULL to ask for the length
/// - `ret_size`: in: the capacity of `ret` in bytes; out: the length written, or needed after
///   `GNUTLS_E_SHORT_MEMORY_BUFFER`
/// - `critical`: takes 1 if the extension is critical, else 0; may be NULL
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_SHORT_MEMORY_BUFFER`: `ret` is NULL or too small
/// - `GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE`: there is no such extension
/// - `GNUTLS_E_ASN1_DER_ERROR`, `GNUTLS_E_ASN1_TAG_ERROR`: it cannot be read, or is empty
/// - `GNUTLS_E_INVALID_REQUEST`: `cert` or `ret_size` is NULL
///
/// RFC 5280 section 4.2.1.2. Manual: `gnutls_x509_crt_get_subject_key_id`.
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

/// Writes the key identifier of a certificate's issuer to a buffer.
///
/// The extension may name the issuer by its certificate instead:
/// `gnutls_x509_crt_get_authority_key_gn_serial`.
///
/// - `cert`: the certificate
/// - `id`: takes the identifier; NULL to ask for the length
/// - `id_size`: in: the capacity of `id` in bytes; out: the length written, or needed after
///   `GNUTLS_E_SHORT_MEMORY_BUFFER`
/// - `critical`: takes 1 if the extension is critical, else 0; may be NULL
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_SHORT_MEMORY_BUFFER`: `id` is NULL or too small
/// - `GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE`: there is no such extension, or it is empty
/// - `GNUTLS_E_X509_UNSUPPORTED_EXTENSION`: it has a serial number and no key identifier
/// - `GNUTLS_E_ASN1_DER_ERROR`, `GNUTLS_E_ASN1_TAG_ERROR`: it cannot be read
/// - `GNUTLS_E_INVALID_REQUEST`: `cert` or `id_size` is NULL
///
/// RFC 5280 section 4.2.1.1. Manual: `gnutls_x509_crt_get_authority_key_id`.
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

/// Writes a purpose of the extended key usage of a certificate to a buffer.
///
/// A certificate without the extension is good for every purpose. `gnutls_x509_crt_check_key_purpose`
/// answers for one.
///
/// - `cert`: the certificate
/// - `indx`: which purpose, from 0
/// - `oid`: takes the dotted identifier, such as `GNUTLS_KP_TLS_WWW_SERVER`, NUL-terminated; NULL to
///   ask for the length
/// - `oid_size`: in: the capacity of `oid` in bytes; out: the length without the NUL, or the capacity
///   needed with it after `GNUTLS_E_SHORT_MEMORY_BUFFER`
/// - `critical`: takes 1 if the extension is critical, else 0; may be NULL
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_SHORT_MEMORY_BUFFER`: `oid` is NULL or too small
/// - `GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE`: there are no more purposes, or no such extension
/// - `GNUTLS_E_ASN1_DER_ERROR`, `GNUTLS_E_ASN1_TAG_ERROR`: the extension cannot be read
/// - `GNUTLS_E_INVALID_REQUEST`: `cert` or `oid_size` is NULL
///
/// RFC 5280 section 4.2.1.12. Manual: `gnutls_x509_crt_get_key_purpose_oid`.
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

/// Writes a place where revocation lists for a certificate are to be had to a buffer.
///
/// Mostly it is a URI. Text has a NUL behind it; addresses and directory names, which are RFC 4514
/// text, have none. Points that are named relative to the issuer are passed over.
///
/// - `cert`: the certificate
/// - `seq`: which name of all distribution points, from 0
/// - `san`: takes the name; NULL to ask for the length
/// - `san_size`: in: the capacity of `san` in bytes; out: the length without a NUL, or the capacity
///   needed after `GNUTLS_E_SHORT_MEMORY_BUFFER`
/// - `reason_flags`: takes the bits `GNUTLS_CRL_REASON_*` that the list covers, 0 for all; may be NULL
/// - `critical`: takes 1 if the extension is critical, else 0; may be NULL
///
/// Returns the kind of name, a value of `gnutls_x509_subject_alt_name_t`, or a negative error code:
/// - `GNUTLS_E_SHORT_MEMORY_BUFFER`: `san` is NULL or too small
/// - `GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE`: there are no more names, or no such extension
/// - `GNUTLS_E_X509_UNKNOWN_SAN`: the name is of a kind that is not supported
/// - `GNUTLS_E_ASN1_DER_ERROR`, `GNUTLS_E_ASN1_TAG_ERROR`: the extension cannot be read
/// - `GNUTLS_E_INVALID_REQUEST`: `cert` or `san_size` is NULL
///
/// RFC 5280 section 4.2.1.13. Manual: `gnutls_x509_crt_get_crl_dist_points`.
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

/// Returns something of an entry of the authority information access of a certificate.
///
/// To find the OCSP server, ask for `GNUTLS_IA_OCSP_URI` with a growing index until
/// `GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE`, passing over `GNUTLS_E_UNKNOWN_ALGORITHM`.
///
/// - `crt`: the certificate
/// - `seq`: which entry, from 0
/// - `what`: `GNUTLS_IA_OCSP_URI` or `GNUTLS_IA_CAISSUERS_URI` for the URI of an entry of this method,
///   `GNUTLS_IA_URI` for that of any entry; `GNUTLS_IA_ACCESSMETHOD_OID` for the dotted method and
///   `GNUTLS_IA_ACCESSLOCATION_GENERALNAME_TYPE` for the kind of name, both as text whose `size` counts
///   the NUL
/// - `data`: takes a copy; its `data` is freed with `gnutls_free`. NULL to test for the entry
/// - `critical`: takes 1 if the extension is critical, else 0; may be NULL
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_UNKNOWN_ALGORITHM`: the entry is of another method
/// - `GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE`: there are no more entries, no such extension, or the
///   entry has no URI
/// - `GNUTLS_E_ASN1_DER_ERROR`, `GNUTLS_E_ASN1_TAG_ERROR`: the extension cannot be read
/// - `GNUTLS_E_INVALID_REQUEST`: `crt` is NULL, or `what` is unknown
///
/// Since 3.0. RFC 5280 section 4.2.2.1. Manual: `gnutls_x509_crt_get_authority_info_access`.
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

/// Returns a policy of a certificate, with its qualifiers.
///
/// - `crt`: the certificate
/// - `indx`: which policy, from 0
/// - `policy`: takes it: the dotted identifier and up to `GNUTLS_MAX_QUALIFIERS` qualifiers, a URI or
///   the text of a notice in UTF-8. It is freed with `gnutls_x509_policy_release`. A notice without
///   text has the type `GNUTLS_X509_QUALIFIER_UNKNOWN`
/// - `critical`: takes 1 if the extension is critical, else 0; may be NULL
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE`: there are no more policies, or no such extension
/// - `GNUTLS_E_PARSING_ERROR`: the text of a notice is not in its string type
/// - `GNUTLS_E_ASN1_DER_ERROR`, `GNUTLS_E_ASN1_TAG_ERROR`: the extension cannot be read
/// - `GNUTLS_E_INVALID_REQUEST`: `crt` or `policy` is NULL
///
/// Since 3.1.5. RFC 5280 section 4.2.1.4. Manual: `gnutls_x509_crt_get_policy`.
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
        // SAFETY: `policy` is not NULL, and valid for a write (the caller).
        unsafe { policy.write(out) };
        Ok(())
    })
}

/// Returns the time in which the private key of a certificate may be used.
///
/// - `cert`: the certificate
/// - `activation`: takes its start in seconds since 1970, -1 without one; may be NULL
/// - `expiration`: takes its end, -1 without one; may be NULL
/// - `critical`: takes 1 if the extension is critical, else 0; may be NULL
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE`: there is no such extension
/// - `GNUTLS_E_ASN1_DER_ERROR`, `GNUTLS_E_ASN1_TAG_ERROR`, `GNUTLS_E_ASN1_TIME_ERROR`,
///   `GNUTLS_E_CERTIFICATE_TIME_ERROR`: it cannot be read
/// - `GNUTLS_E_INVALID_REQUEST`: `cert` is NULL
///
/// RFC 3280 section 4.2.1.4. Manual: `gnutls_x509_crt_get_private_key_usage_period`.
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

/// Returns how many certificates may follow before "any policy" counts no more.
///
/// GnuTLS fails to read the extension, even what its own setter wrote.
///
/// - `cert`: the certificate
/// - `skipcerts`: takes the number; may be NULL
/// - `critical`: takes 1 if the extension is critical, else 0; may be NULL
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE`: there is no such extension
/// - `GNUTLS_E_ASN1_DER_ERROR`, `GNUTLS_E_ASN1_TAG_ERROR`: it cannot be read
/// - `GNUTLS_E_INVALID_REQUEST`: `cert` is NULL
///
/// Since 3.6.0. RFC 5280 section 4.2.1.14. Manual: `gnutls_x509_crt_get_inhibit_anypolicy`.
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

/// Reads the TLS features that a certificate asks for, such as OCSP stapling.
///
/// - `crt`: the certificate
/// - `features`: a list from `gnutls_x509_tlsfeatures_init`, which takes the numbers of the TLS
///   extensions
/// - `flags`: 0 to replace what is in the list, or `GNUTLS_EXT_FLAG_APPEND` to add to it
/// - `critical`: takes 1 if the extension is critical, else 0; may be NULL
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE`: there is no such extension
/// - `GNUTLS_E_CERTIFICATE_ERROR`: a feature is no number of a TLS extension
/// - `GNUTLS_E_ASN1_DER_ERROR`, `GNUTLS_E_ASN1_TAG_ERROR`: the extension cannot be read
/// - `GNUTLS_E_INVALID_REQUEST`: `crt` or `features` is NULL
///
/// Since 3.5.1. RFC 7633. Manual: `gnutls_x509_crt_get_tlsfeatures`.
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

/// Returns what a proxy certificate says of itself.
///
/// - `cert`: the certificate
/// - `critical`: takes 1 if the extension is critical, else 0; may be NULL
/// - `pathlen`: takes the number of proxy certificates that may follow, -1 without a limit; may be NULL
/// - `policy_language`: takes the dotted identifier of the policy's language, which is freed with
///   `gnutls_free`; may be NULL
/// - `policy`: takes the bytes of the policy with a NUL behind them, or NULL if there are none; freed
///   with `gnutls_free`. May be NULL
/// - `sizeof_policy`: takes the length of the policy; may be NULL
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE`: this is no proxy certificate
/// - `GNUTLS_E_ASN1_DER_ERROR`, `GNUTLS_E_ASN1_TAG_ERROR`: the extension cannot be read
/// - `GNUTLS_E_INVALID_REQUEST`: `cert` is NULL
///
/// RFC 3820 section 3.8. Manual: `gnutls_x509_crt_get_proxy`.
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

/// Reads the name constraints of an authority's certificate.
///
/// `gnutls_x509_name_constraints_check` applies them to a name.
///
/// - `crt`: the certificate
/// - `nc`: an object from `gnutls_x509_name_constraints_init`, which takes them
/// - `flags`: 0 to replace what is in the object, or `GNUTLS_NAME_CONSTRAINTS_FLAG_APPEND` to combine
///   both: permitted names must be so by each
/// - `critical`: takes 1 if the extension is critical, else 0; may be NULL
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE`: there is no such extension
/// - `GNUTLS_E_X509_UNKNOWN_SAN`, `GNUTLS_E_ILLEGAL_PARAMETER`, `GNUTLS_E_MALFORMED_CIDR`: a constraint
///   is of a kind that is not compared, or no network
/// - `GNUTLS_E_ASN1_DER_ERROR`, `GNUTLS_E_ASN1_TAG_ERROR`: the extension cannot be read
/// - `GNUTLS_E_INVALID_REQUEST`: `crt` or `nc` is NULL
///
/// Since 3.3.0. RFC 5280 section 4.2.1.10. Manual: `gnutls_x509_crt_get_name_constraints`.
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

/// Returns how the authority key identifier of a certificate names the issuer's certificate: by a name
/// and a serial number.
///
/// Most certificates have a key identifier instead, which `gnutls_x509_crt_get_authority_key_id`
/// returns.
///
/// - `cert`: the certificate
/// - `seq`: which name, from 0
/// - `alt`: takes the name; NULL to ask for the length
/// - `alt_size`: in: the capacity of `alt` in bytes; out: the length without a NUL, or the capacity
///   needed after `GNUTLS_E_SHORT_MEMORY_BUFFER`
/// - `alt_type`: takes the kind of name, a value of `gnutls_x509_subject_alt_name_t`; may be NULL
/// - `serial`: takes the serial number; NULL to ask for the length
/// - `serial_size`: in: the capacity of `serial` in bytes; out: the length written, or needed after
///   `GNUTLS_E_SHORT_MEMORY_BUFFER`
/// - `critical`: takes 1 if the extension is critical, else 0, also where it is not there; may be NULL
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_SHORT_MEMORY_BUFFER`: `alt` or `serial` is NULL or too small
/// - `GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE`: there are no more names, no serial number, or no such
///   extension
/// - `GNUTLS_E_X509_UNKNOWN_SAN`: the name is of a kind that is not supported
/// - `GNUTLS_E_ASN1_DER_ERROR`, `GNUTLS_E_ASN1_TAG_ERROR`: the extension cannot be read
/// - `GNUTLS_E_INVALID_REQUEST`: `cert`, `alt_size` or `serial_size` is NULL
///
/// Since 3.0. RFC 5280 section 4.2.1.1. Manual: `gnutls_x509_crt_get_authority_key_gn_serial`.
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
