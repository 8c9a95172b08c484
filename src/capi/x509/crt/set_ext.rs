//! Writing the extensions of a certificate.
use core::ffi::{c_char, c_int, c_uint, c_void};

use crate::abi::*;
use crate::alg::NameKind;
use crate::alg::flags::KeyUsage;
use crate::asn1::oid;
use crate::capi::ffi::memory::{bytes_in, bytes_of, datum_bytes};
use crate::capi::ffi::{guard, opaque};
use crate::capi::object::alt_name::{encode_name, oid_of};
use crate::capi::object::crq::get_crq;
use crate::capi::object::crt::{edit_crt, get_crt, path_len, usage_period};
use crate::capi::object::policies::Policy;
use crate::error::{Error, INVALID_REQUEST, Result};
use crate::pki::cert::build;
use crate::pki::cert::build::extension;
use crate::pki::ext;

/// Copies all extensions that a request asks for into a certificate.
///
/// They take the place of those of their type. The issuer decides which extensions it accepts: check them
/// before, or copy some with `gnutls_x509_crt_set_crq_extension_by_oid`. A request without extensions
/// copies nothing.
///
/// - `crt`: the certificate
/// - `crq`: the request
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_ASN1_DER_ERROR`, `GNUTLS_E_ASN1_TAG_ERROR`: the extensions of the request cannot be read
/// - `GNUTLS_E_INVALID_REQUEST`: `crt` or `crq` is NULL
///
/// Since 2.8.0. RFC 2985 section 5.4.2. Manual: `gnutls_x509_crt_set_crq_extensions`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crt_set_crq_extensions(
    crt: gnutls_x509_crt_t,
    crq: gnutls_x509_crq_t,
) -> c_int {
    // SAFETY: `crt` and `crq` are NULL or live handles.
    guard::unit(|| unsafe {
        let asked = get_crq(crq)?.extensions()?;
        edit_crt(crt, |d| {
            for e in asked {
                d.set_extension(&e.oid, e.value.clone(), e.critical);
            }
            Ok(())
        })
    })
}

/// Copies an extension that a request asks for, found by its type, into a certificate.
///
/// It takes the place of the one of its type. If the request does not ask for it, nothing is copied,
/// which is a success.
///
/// - `crt`: the certificate
/// - `crq`: the request
/// - `oid`: the dotted type
/// - `flags`: not used; pass 0
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_ASN1_VALUE_NOT_VALID`: `oid` is no dotted identifier
/// - `GNUTLS_E_ASN1_DER_ERROR`, `GNUTLS_E_ASN1_TAG_ERROR`: the extensions of the request cannot be read
/// - `GNUTLS_E_INVALID_REQUEST`: `crt`, `crq` or `oid` is NULL
///
/// Since 3.5.1. RFC 2985 section 5.4.2. Manual: `gnutls_x509_crt_set_crq_extension_by_oid`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crt_set_crq_extension_by_oid(
    crt: gnutls_x509_crt_t,
    crq: gnutls_x509_crq_t,
    oid: *const c_char,
    flags: c_uint,
) -> c_int {
    let _ = flags;
    // SAFETY: `crt` and `crq` are NULL or live handles; `oid` is NULL or a C string.
    guard::unit(|| unsafe {
        let (id, asked) = (oid_of(oid)?, get_crq(crq)?.extensions()?);
        edit_crt(crt, |d| {
            for e in asked.iter().filter(|e| e.oid == id) {
                d.set_extension(&e.oid, e.value.clone(), e.critical);
            }
            Ok(())
        })
    })
}

/// Puts an extension that may not be there yet.
///
/// # Safety
/// As [`get_crt`].
unsafe fn add_once(cert: gnutls_x509_crt_t, which: &[u8], value: Vec<u8>) -> Result<()> {
    // SAFETY: `cert` is NULL or a live handle.
    unsafe {
        edit_crt(cert, |d| {
            if extension(&d.extensions, which).is_some() {
                return Err(INVALID_REQUEST);
            }
            d.set_extension(which, value, false);
            Ok(())
        })
    }
}

/// Sets an extension of any type of a certificate.
///
/// It takes the place of the one of its type. The certificate must be of version 3 when it is signed.
///
/// - `crt`: the certificate
/// - `oid`: the dotted type
/// - `buf`: the content, which its OCTET STRING will hold; it is copied unchecked
/// - `sizeof_buf`: its length in bytes; 0 for an empty content, where GnuTLS reads on
/// - `critical`: not 0 if the extension is to be critical
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_ASN1_VALUE_NOT_VALID`: `oid` is no dotted identifier
/// - `GNUTLS_E_INVALID_REQUEST`: `crt` or `oid` is NULL, or `buf` is NULL while `sizeof_buf` is not 0
///
/// RFC 5280 section 4.2. Manual: `gnutls_x509_crt_set_extension_by_oid`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crt_set_extension_by_oid(
    crt: gnutls_x509_crt_t,
    oid: *const c_char,
    buf: *const c_void,
    sizeof_buf: usize,
    critical: c_uint,
) -> c_int {
    // SAFETY: `crt` is NULL or a live handle; `oid` is NULL or a C string; `buf` is NULL or has as many bytes as its
    // length says.
    guard::unit(|| unsafe {
        let (id, value) = (oid_of(oid)?, bytes_in(buf, sizeof_buf)?.to_vec());
        edit_crt(crt, |d| {
            d.set_extension(&id, value, critical != 0);
            Ok(())
        })
    })
}

/// Sets the basic constraints of a certificate: whether it is an authority, and how long the path below
/// it may be.
///
/// The extension is critical, and takes the place of the one that is there. Authorities need a key
/// usage with `GNUTLS_KEY_KEY_CERT_SIGN` besides.
///
/// - `crt`: the certificate
/// - `ca`: not 0 for an authority
/// - `path_len_constraint`: the number of authorities that may stand between it and an end certificate;
///   negative for any number
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_INVALID_REQUEST`: `crt` is NULL
///
/// RFC 5280 section 4.2.1.9. Manual: `gnutls_x509_crt_set_basic_constraints`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crt_set_basic_constraints(
    crt: gnutls_x509_crt_t,
    ca: c_uint,
    path_len_constraint: c_int,
) -> c_int {
    // SAFETY: `crt` is NULL or a live handle.
    guard::unit(|| unsafe {
        edit_crt(crt, |d| {
            let value = ext::basic_constraints::write(ca != 0, path_len(path_len_constraint));
            d.set_extension(oid::BASIC_CONSTRAINTS, value, true);
            Ok(())
        })
    })
}

/// Says in the basic constraints of a certificate whether it is an authority, without a limit for the
/// path.
///
/// The extension is critical, and takes the place of the one that is there.
/// `gnutls_x509_crt_set_basic_constraints` sets a limit too.
///
/// - `crt`: the certificate
/// - `ca`: not 0 for an authority
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_INVALID_REQUEST`: `crt` is NULL
///
/// RFC 5280 section 4.2.1.9. Manual: `gnutls_x509_crt_set_ca_status`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crt_set_ca_status(crt: gnutls_x509_crt_t, ca: c_uint) -> c_int {
    // SAFETY: `crt` is NULL or a live handle.
    unsafe { gnutls_x509_crt_set_basic_constraints(crt, ca, -1) }
}

/// Sets what the key of a certificate may be used for.
///
/// The extension is critical, and takes the place of the one that is there.
///
/// - `crt`: the certificate
/// - `usage`: bits such as `GNUTLS_KEY_DIGITAL_SIGNATURE` or `GNUTLS_KEY_KEY_CERT_SIGN`
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_INVALID_REQUEST`: `crt` is NULL
///
/// RFC 5280 section 4.2.1.3. Manual: `gnutls_x509_crt_set_key_usage`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crt_set_key_usage(crt: gnutls_x509_crt_t, usage: c_uint) -> c_int {
    // SAFETY: `crt` is NULL or a live handle.
    guard::unit(|| unsafe {
        edit_crt(crt, |d| {
            d.set_extension(oid::KEY_USAGE, ext::key_usage::write(KeyUsage::from_bits_retain(usage)), true);
            Ok(())
        })
    })
}

/// Adds a purpose to the extended key usage of a certificate.
///
/// - `cert`: the certificate
/// - `oid`: the dotted purpose, NUL-terminated, such as `GNUTLS_KP_TLS_WWW_SERVER`
/// - `critical`: not 0 if the extension, with all of its purposes, is to be critical
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_ASN1_VALUE_NOT_VALID`: `oid` is no dotted identifier
/// - `GNUTLS_E_ASN1_DER_ERROR`, `GNUTLS_E_ASN1_TAG_ERROR`: the purposes that are there cannot be read
/// - `GNUTLS_E_INVALID_REQUEST`: `cert` or `oid` is NULL
///
/// RFC 5280 section 4.2.1.12. Manual: `gnutls_x509_crt_set_key_purpose_oid`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crt_set_key_purpose_oid(
    cert: gnutls_x509_crt_t,
    oid: *const c_void,
    critical: c_uint,
) -> c_int {
    // SAFETY: `cert` is NULL or a live handle; `oid` is NULL or has as many bytes as its length says.
    guard::unit(|| unsafe {
        let id = oid_of(oid.cast())?;
        edit_crt(cert, |d| {
            let value = build::with_purpose(&d.extensions, &id)?;
            d.set_extension(oid::EXTENDED_KEY_USAGE, value, critical != 0);
            Ok(())
        })
    })
}

/// Sets the subject key identifier of a certificate.
///
/// Mostly it is the SHA-1 digest that `gnutls_x509_crt_get_key_id` returns. It can be set once;
/// `gnutls_x509_crt_set_extension_by_oid` replaces it. The extension is not critical.
///
/// - `cert`: the certificate
/// - `id`: the identifier, which is copied
/// - `id_size`: its length in bytes
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_INVALID_REQUEST`: `cert` is NULL, `id` is NULL while `id_size` is not 0, or there is an
///   identifier already
///
/// RFC 5280 section 4.2.1.2. Manual: `gnutls_x509_crt_set_subject_key_id`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crt_set_subject_key_id(
    cert: gnutls_x509_crt_t,
    id: *const c_void,
    id_size: usize,
) -> c_int {
    // SAFETY: `cert` is NULL or a live handle; `id` is NULL or has as many bytes as its length says.
    guard::unit(|| unsafe {
        add_once(cert, oid::SUBJECT_KEY_ID, ext::values::octet_string(bytes_in(id, id_size)?))
    })
}

/// Sets the key identifier of a certificate's issuer.
///
/// It is the subject key identifier of the issuer's certificate. It can be set once;
/// `gnutls_x509_crt_set_extension_by_oid` replaces the extension, which is not critical.
///
/// - `cert`: the certificate
/// - `id`: the identifier, which is copied
/// - `id_size`: its length in bytes
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_INVALID_REQUEST`: `cert` is NULL, `id` is NULL while `id_size` is not 0, or there is
///   such an extension already
///
/// RFC 5280 section 4.2.1.1. Manual: `gnutls_x509_crt_set_authority_key_id`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crt_set_authority_key_id(
    cert: gnutls_x509_crt_t,
    id: *const c_void,
    id_size: usize,
) -> c_int {
    // SAFETY: `cert` is NULL or a live handle; `id` is NULL or has as many bytes as its length says.
    guard::unit(|| unsafe {
        add_once(
            cert,
            oid::AUTHORITY_KEY_ID,
            ext::key_id::write_authority(Some(bytes_in(id, id_size)?), &[], None),
        )
    })
}

/// Adds a place where revocation lists for a certificate are to be had, from text.
///
/// The same as `gnutls_x509_crt_set_crl_dist_points2` with the length of the text.
///
/// - `crt`: the certificate
/// - `type_`: the kind of name, mostly `GNUTLS_SAN_URI`
/// - `data_string`: the name, NUL-terminated; NULL for an empty one
/// - `reason_flags`: bits `GNUTLS_CRL_REASON_*` that the list covers, 0 for all
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_INVALID_REQUEST`: `crt` is NULL
/// - codes of `gnutls_x509_crt_set_crl_dist_points2`
///
/// RFC 5280 section 4.2.1.13. Manual: `gnutls_x509_crt_set_crl_dist_points`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crt_set_crl_dist_points(
    crt: gnutls_x509_crt_t,
    type_: gnutls_x509_subject_alt_name_t,
    data_string: *const c_void,
    reason_flags: c_uint,
) -> c_int {
    guard::or(GNUTLS_E_INTERNAL_ERROR, || {
        // SAFETY: `data_string` is NULL or has as many bytes as its length says.
        let size = unsafe { bytes_of(data_string.cast()) }.map_or(0, <[u8]>::len) as c_uint;
        // SAFETY: `crt` is NULL or a live handle; `data_string` is NULL or has as many bytes as its length says.
        unsafe { gnutls_x509_crt_set_crl_dist_points2(crt, type_, data_string, size, reason_flags) }
    })
}

/// Adds a place where revocation lists for a certificate are to be had.
///
/// Names in a row for the same reasons share a distribution point. The extension is not critical.
///
/// - `crt`: the certificate
/// - `type_`: the kind of name, mostly `GNUTLS_SAN_URI`
/// - `data`: the name, as in `gnutls_x509_crt_set_subject_alt_name`; it is copied
/// - `data_size`: its length in bytes
/// - `reason_flags`: bits `GNUTLS_CRL_REASON_*` that the list covers, 0 for all
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - codes of `gnutls_x509_crt_set_subject_alt_name`, if the name cannot be written
/// - `GNUTLS_E_ASN1_DER_ERROR`, `GNUTLS_E_ASN1_TAG_ERROR`: the places that are there cannot be read
/// - `GNUTLS_E_INVALID_REQUEST`: `crt` is NULL, or `data` is NULL while `data_size` is not 0
///
/// Since 2.6.0. RFC 5280 section 4.2.1.13. Manual: `gnutls_x509_crt_set_crl_dist_points2`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crt_set_crl_dist_points2(
    crt: gnutls_x509_crt_t,
    type_: gnutls_x509_subject_alt_name_t,
    data: *const c_void,
    data_size: c_uint,
    reason_flags: c_uint,
) -> c_int {
    // SAFETY: `crt` is NULL or a live handle; `data` is NULL or has as many bytes as its length says.
    guard::unit(|| unsafe {
        let name = encode_name(type_, bytes_in(data, data_size as usize)?)?;
        edit_crt(crt, |d| {
            let mut points = Vec::new();
            if let Some(value) = extension(&d.extensions, oid::CRL_DISTRIBUTION_POINTS) {
                for p in ext::dist_points::read(value)? {
                    points.push((ext::general_name::encode(&p.name)?, p.reasons));
                }
            }
            points.push((name, reason_flags));
            let value = ext::dist_points::write(&points);
            d.set_extension(oid::CRL_DISTRIBUTION_POINTS, value, false);
            Ok(())
        })
    })
}

/// Copies the places of revocation lists from one certificate to another.
///
/// They take the place of those that are there, and are as critical as they were.
///
/// - `dst`: the certificate to change
/// - `src`: the certificate to copy from, such as the authority's
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE`: `src` has none
/// - `GNUTLS_E_INVALID_REQUEST`: `dst` or `src` is NULL
///
/// RFC 5280 section 4.2.1.13. Manual: `gnutls_x509_crt_cpy_crl_dist_points`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crt_cpy_crl_dist_points(
    dst: gnutls_x509_crt_t,
    src: gnutls_x509_crt_t,
) -> c_int {
    // SAFETY: `dst` and `src` are NULL or live handles.
    guard::unit(|| unsafe {
        let found = get_crt(src)?.extension(oid::CRL_DISTRIBUTION_POINTS);
        let (value, critical) = found
            .map(|e| (e.value.to_vec(), e.critical))
            .ok_or(Error::new(GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE))?;
        edit_crt(dst, |d| {
            d.set_extension(oid::CRL_DISTRIBUTION_POINTS, value, critical);
            Ok(())
        })
    })
}

/// Adds a URI to the authority information access of a certificate.
///
/// The extension is not critical.
///
/// - `crt`: the certificate
/// - `what`: `GNUTLS_IA_OCSP_URI` for the issuer's OCSP server, or `GNUTLS_IA_CAISSUERS_URI` for the
///   issuer's certificate
/// - `data`: the URI, in ASCII; it is copied
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_UNIMPLEMENTED_FEATURE`: the URI is not ASCII
/// - `GNUTLS_E_ASN1_DER_ERROR`, `GNUTLS_E_ASN1_TAG_ERROR`: the entries that are there cannot be read
/// - `GNUTLS_E_INVALID_REQUEST`: `crt` or `data` is NULL, or `what` is another
///
/// Since 3.0. RFC 5280 section 4.2.2.1. Manual: `gnutls_x509_crt_set_authority_info_access`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crt_set_authority_info_access(
    crt: gnutls_x509_crt_t,
    what: c_int,
    data: *mut gnutls_datum_t,
) -> c_int {
    // SAFETY: `crt` is NULL or a live handle; `data` is NULL or valid for a write.
    guard::unit(|| unsafe {
        let method = match what as c_uint {
            GNUTLS_IA_OCSP_URI => oid::AD_OCSP,
            GNUTLS_IA_CAISSUERS_URI => oid::AD_CA_ISSUERS,
            _ => return Err(INVALID_REQUEST),
        };
        let uri = ext::general_name::from_text(NameKind::Uri, datum_bytes(data).ok_or(INVALID_REQUEST)?)?;
        edit_crt(crt, |d| {
            let before = extension(&d.extensions, oid::AUTHORITY_INFO_ACCESS);
            let value =
                ext::values::append_element(before, &ext::info_access::access_description(method, &uri))?;
            d.set_extension(oid::AUTHORITY_INFO_ACCESS, value, false);
            Ok(())
        })
    })
}

/// Adds a policy with its qualifiers to a certificate.
///
/// - `crt`: the certificate
/// - `policy`: the policy: its dotted identifier and its qualifiers, a URI
///   (`GNUTLS_X509_QUALIFIER_URI`) or a notice in UTF-8 (`GNUTLS_X509_QUALIFIER_NOTICE`). All is copied
/// - `critical`: not 0 if the extension, with all of its policies, is to be critical; GnuTLS does not
///   look at it
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_ASN1_VALUE_NOT_VALID`: the identifier is not dotted
/// - `GNUTLS_E_INVALID_UTF8_STRING`: a notice is no UTF-8
/// - `GNUTLS_E_ASN1_DER_ERROR`, `GNUTLS_E_ASN1_TAG_ERROR`: the policies that are there cannot be read
/// - `GNUTLS_E_INVALID_REQUEST`: `crt`, `policy` or its identifier is NULL, or a qualifier is of
///   another type
///
/// Since 3.1.5. RFC 5280 section 4.2.1.4. Manual: `gnutls_x509_crt_set_policy`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crt_set_policy(
    crt: gnutls_x509_crt_t,
    policy: *const gnutls_x509_policy_st,
    critical: c_uint,
) -> c_int {
    // SAFETY: `crt` is NULL or a live handle; `policy` is NULL or valid for reads, and so is what it points to.
    guard::unit(|| unsafe {
        let policy = Policy::given(policy.as_ref().ok_or(INVALID_REQUEST)?)?.to_der()?;
        edit_crt(crt, |d| {
            let before = extension(&d.extensions, oid::CERTIFICATE_POLICIES);
            let value = ext::values::append_element(before, &policy)?;
            d.set_extension(oid::CERTIFICATE_POLICIES, value, critical != 0);
            Ok(())
        })
    })
}

/// Sets the time in which the private key of a certificate may be used.
///
/// The extension is not critical, and takes the place of the one that is there.
///
/// - `crt`: the certificate
/// - `activation`: its start in seconds since 1970
/// - `expiration`: its end, or -1 for no well-defined end, the last second of the year 9999
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_ASN1_GENERIC_ERROR`: a year is not from 0 to 9999
/// - `GNUTLS_E_INVALID_REQUEST`: `crt` is NULL
///
/// RFC 3280 section 4.2.1.4. Manual: `gnutls_x509_crt_set_private_key_usage_period`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crt_set_private_key_usage_period(
    crt: gnutls_x509_crt_t,
    activation: time_t,
    expiration: time_t,
) -> c_int {
    // SAFETY: `crt` is NULL or a live handle.
    guard::unit(|| unsafe {
        let value = usage_period(activation, expiration)?;
        edit_crt(crt, |d| {
            d.set_extension(oid::PRIVATE_KEY_USAGE_PERIOD, value, false);
            Ok(())
        })
    })
}

/// Makes a certificate a proxy certificate.
///
/// The extension is critical, and takes the place of the one that is there.
/// `gnutls_x509_crt_set_proxy_dn` sets the subject that goes with it.
///
/// - `crt`: the certificate
/// - `path_len_constraint`: the number of proxy certificates that may follow; negative for any number
/// - `policy_language`: the dotted identifier of the policy's language
/// - `policy`: the bytes of the policy, which are copied; NULL for none
/// - `sizeof_policy`: their number
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_ASN1_VALUE_NOT_VALID`: `policy_language` is no dotted identifier
/// - `GNUTLS_E_INVALID_REQUEST`: `crt` or `policy_language` is NULL
///
/// RFC 3820 section 3.8. Manual: `gnutls_x509_crt_set_proxy`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crt_set_proxy(
    crt: gnutls_x509_crt_t,
    path_len_constraint: c_int,
    policy_language: *const c_char,
    policy: *const c_char,
    sizeof_policy: usize,
) -> c_int {
    // SAFETY: `crt` is NULL or a live handle; `policy_language` is NULL or a C string; `policy` is NULL or has as many bytes
    // as its length says.
    guard::unit(|| unsafe {
        let language = oid_of(policy_language)?;
        let policy = if policy.is_null() { None } else { Some(bytes_in(policy.cast(), sizeof_policy)?) };
        edit_crt(crt, |d| {
            let value = ext::proxy::write(path_len(path_len_constraint), &language, policy);
            d.set_extension(oid::PROXY_CERT_INFO, value, true);
            Ok(())
        })
    })
}

/// Sets how many certificates may follow before "any policy" counts no more.
///
/// The extension is critical, and takes the place of the one that is there.
///
/// - `crt`: the certificate
/// - `skipcerts`: the number
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_INVALID_REQUEST`: `crt` is NULL
///
/// RFC 5280 section 4.2.1.14. Manual: `gnutls_x509_crt_set_inhibit_anypolicy`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crt_set_inhibit_anypolicy(
    crt: gnutls_x509_crt_t,
    skipcerts: c_uint,
) -> c_int {
    // SAFETY: `crt` is NULL or a live handle.
    guard::unit(|| unsafe {
        edit_crt(crt, |d| {
            d.set_extension(oid::INHIBIT_ANY_POLICY, ext::values::integer(skipcerts), true);
            Ok(())
        })
    })
}

/// Sets the TLS features that a server with this certificate must have, such as OCSP stapling.
///
/// The extension is not critical, and takes the place of the one that is there. A client refuses a
/// connection without the feature.
///
/// - `crt`: the certificate
/// - `features`: a list that `gnutls_x509_tlsfeatures_add` has filled with numbers of TLS extensions;
///   it is copied
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_INVALID_REQUEST`: `crt` or `features` is NULL
///
/// Since 3.5.1. RFC 7633. Manual: `gnutls_x509_crt_set_tlsfeatures`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crt_set_tlsfeatures(
    crt: gnutls_x509_crt_t,
    features: gnutls_x509_tlsfeatures_t,
) -> c_int {
    // SAFETY: `features` and `crt` are NULL or live handles.
    guard::unit(|| unsafe {
        let value = ext::tls_features::write(&opaque::get(features)?.0);
        edit_crt(crt, |d| {
            d.set_extension(oid::TLS_FEATURES, value, false);
            Ok(())
        })
    })
}

/// Sets the name constraints of an authority's certificate.
///
/// They take the place of those that are there. RFC 5280 wants them critical.
///
/// - `crt`: the certificate
/// - `nc`: the constraints, filled with `gnutls_x509_name_constraints_add_permitted` and
///   `gnutls_x509_name_constraints_add_excluded`; they are copied
/// - `critical`: not 0 if the extension is to be critical
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_INVALID_REQUEST`: `crt` or `nc` is NULL, or `nc` has no constraints
/// - the code of a name that cannot be written, as in `gnutls_x509_crt_set_subject_alt_name`
///
/// Since 3.3.0. RFC 5280 section 4.2.1.10. Manual: `gnutls_x509_crt_set_name_constraints`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crt_set_name_constraints(
    crt: gnutls_x509_crt_t,
    nc: gnutls_x509_name_constraints_t,
    critical: c_uint,
) -> c_int {
    // SAFETY: `nc` and `crt` are NULL or live handles.
    guard::unit(|| unsafe {
        let value = opaque::get(nc)?.to_der()?;
        edit_crt(crt, |d| {
            d.set_extension(oid::NAME_CONSTRAINTS, value, critical != 0);
            Ok(())
        })
    })
}
