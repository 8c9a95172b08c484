//! Writing the extensions of a certificate.
use core::ffi::{c_char, c_int, c_uint, c_void};

use crate::abi::*;
use crate::asn1::oid;
use crate::capi::ffi::memory::{bytes_in, bytes_of, datum_bytes};
use crate::capi::ffi::{guard, opaque};
use crate::capi::object::alt_name::{new_alt_name, new_other_name, oid_of};
use crate::capi::object::crq::get_crq;
use crate::capi::object::crt::{edit_crt, get_crt, path_len, usage_period};
use crate::capi::object::policies::Policy;
use crate::error::{Error, INVALID_REQUEST, Result};
use crate::pki::cert::build;
use crate::pki::cert::build::extension;
use crate::pki::ext;

/// Takes the extensions that a request asks for. Manual: `gnutls_x509_crt_set_crq_extensions`.
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

/// Takes one extension that a request asks for, if it does. Manual: `gnutls_x509_crt_set_crq_extension_by_oid`.
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

/// Sets an extension of any type, in the place of one that is there. Manual: `gnutls_x509_crt_set_extension_by_oid`.
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

/// Says whether it is an authority, and how many may follow below (negative: any number). Manual: `gnutls_x509_crt_set_basic_constraints`.
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

/// Says whether it is an authority. Manual: `gnutls_x509_crt_set_ca_status`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crt_set_ca_status(crt: gnutls_x509_crt_t, ca: c_uint) -> c_int {
    // SAFETY: `crt` is NULL or a live handle.
    unsafe { gnutls_x509_crt_set_basic_constraints(crt, ca, -1) }
}

/// Says what the key is for: `GNUTLS_KEY_*`. Manual: `gnutls_x509_crt_set_key_usage`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crt_set_key_usage(crt: gnutls_x509_crt_t, usage: c_uint) -> c_int {
    // SAFETY: `crt` is NULL or a live handle.
    guard::unit(|| unsafe {
        edit_crt(crt, |d| {
            d.set_extension(oid::KEY_USAGE, ext::key_usage::write(usage), true);
            Ok(())
        })
    })
}

/// One more purpose of the key, dotted. Manual: `gnutls_x509_crt_set_key_purpose_oid`.
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

/// The subject's key identifier; `GNUTLS_E_INVALID_REQUEST` if there is one. Manual: `gnutls_x509_crt_set_subject_key_id`.
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

/// The issuer's key identifier; `GNUTLS_E_INVALID_REQUEST` if there is one. Manual: `gnutls_x509_crt_set_authority_key_id`.
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

/// Sets an alternative name of the subject, or with `GNUTLS_FSAN_APPEND` one more. Names of hosts and mailboxes may be
/// UTF-8. `GNUTLS_E_INVALID_UTF8_EMAIL` for a mailbox that cannot be. Manual: `gnutls_x509_crt_set_subject_alt_name`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crt_set_subject_alt_name(
    crt: gnutls_x509_crt_t,
    type_: gnutls_x509_subject_alt_name_t,
    data: *const c_void,
    data_size: c_uint,
    flags: c_uint,
) -> c_int {
    // SAFETY: `crt` is NULL or a live handle; `data` is NULL or has as many bytes as its length says.
    guard::unit(|| unsafe {
        edit_crt(crt, |d| {
            new_alt_name(&mut d.extensions, oid::SUBJECT_ALT_NAME, type_, data, data_size, flags, false)
        })
    })
}

/// Sets an alternative name of the issuer; as [`gnutls_x509_crt_set_subject_alt_name`]. Manual: `gnutls_x509_crt_set_issuer_alt_name`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crt_set_issuer_alt_name(
    crt: gnutls_x509_crt_t,
    type_: gnutls_x509_subject_alt_name_t,
    data: *const c_void,
    data_size: c_uint,
    flags: c_uint,
) -> c_int {
    // SAFETY: `crt` is NULL or a live handle; `data` is NULL or has as many bytes as its length says.
    guard::unit(|| unsafe {
        edit_crt(crt, |d| {
            new_alt_name(&mut d.extensions, oid::ISSUER_ALT_NAME, type_, data, data_size, flags, false)
        })
    })
}

/// Sets an alternative name that is text; addresses are `GNUTLS_E_INVALID_REQUEST`. Manual: `gnutls_x509_crt_set_subject_alternative_name`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crt_set_subject_alternative_name(
    crt: gnutls_x509_crt_t,
    type_: gnutls_x509_subject_alt_name_t,
    data_string: *const c_char,
) -> c_int {
    // SAFETY: `crt` is NULL or a live handle; `data_string` is NULL or a C string.
    guard::unit(|| unsafe {
        if type_ == GNUTLS_SAN_IPADDRESS {
            return Err(INVALID_REQUEST);
        }
        let text = bytes_of(data_string).ok_or(INVALID_REQUEST)?;
        edit_crt(crt, |d| {
            let name = ext::general_name::from_text(type_, text)?;
            build::set_alt_name(&mut d.extensions, oid::SUBJECT_ALT_NAME, &name, false, false)
        })
    })
}

/// Sets an other name of the subject from its DER, or what `GNUTLS_FSAN_ENCODE_*` makes of the bytes. Manual: `gnutls_x509_crt_set_subject_alt_othername`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crt_set_subject_alt_othername(
    crt: gnutls_x509_crt_t,
    oid: *const c_char,
    data: *const c_void,
    data_size: c_uint,
    flags: c_uint,
) -> c_int {
    // SAFETY: `crt` is NULL or a live handle; `oid` is NULL or a C string; `data` is NULL or has as many bytes as its
    // length says.
    guard::unit(|| unsafe {
        edit_crt(crt, |d| {
            new_other_name(&mut d.extensions, oid::SUBJECT_ALT_NAME, oid, data, data_size, flags, false)
        })
    })
}

/// Sets an other name of the issuer; as [`gnutls_x509_crt_set_subject_alt_othername`]. Manual: `gnutls_x509_crt_set_issuer_alt_othername`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crt_set_issuer_alt_othername(
    crt: gnutls_x509_crt_t,
    oid: *const c_char,
    data: *const c_void,
    data_size: c_uint,
    flags: c_uint,
) -> c_int {
    // SAFETY: `crt` is NULL or a live handle; `oid` is NULL or a C string; `data` is NULL or has as many bytes as its
    // length says.
    guard::unit(|| unsafe {
        edit_crt(crt, |d| {
            new_other_name(&mut d.extensions, oid::ISSUER_ALT_NAME, oid, data, data_size, flags, false)
        })
    })
}

/// One more place of revocation lists, from text. Manual: `gnutls_x509_crt_set_crl_dist_points`.
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

/// One more place of revocation lists, for these reasons (`GNUTLS_CRL_REASON_*`, 0 for all). Manual: `gnutls_x509_crt_set_crl_dist_points2`.
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
        let name = ext::general_name::from_text(type_, bytes_in(data, data_size as usize)?)?;
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

/// The places of revocation lists of another certificate. `GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE` if it has none. Manual: `gnutls_x509_crt_cpy_crl_dist_points`.
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

/// One more URI of the issuer's OCSP server or certificates: `GNUTLS_IA_OCSP_URI`, `GNUTLS_IA_CAISSUERS_URI`. Manual: `gnutls_x509_crt_set_authority_info_access`.
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
        let uri = ext::general_name::from_text(GNUTLS_SAN_URI, datum_bytes(data).ok_or(INVALID_REQUEST)?)?;
        edit_crt(crt, |d| {
            let before = extension(&d.extensions, oid::AUTHORITY_INFO_ACCESS);
            let value =
                ext::values::append_element(before, &ext::info_access::access_description(method, &uri))?;
            d.set_extension(oid::AUTHORITY_INFO_ACCESS, value, false);
            Ok(())
        })
    })
}

/// One more policy with its qualifiers. Manual: `gnutls_x509_crt_set_policy`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crt_set_policy(
    crt: gnutls_x509_crt_t,
    policy: *const gnutls_x509_policy_st,
    critical: c_uint,
) -> c_int {
    // SAFETY: `crt` is NULL or a live handle; `policy` is NULL or valid for reads.
    guard::unit(|| unsafe {
        let policy = policy_der(policy.as_ref().ok_or(INVALID_REQUEST)?)?;
        edit_crt(crt, |d| {
            let before = extension(&d.extensions, oid::CERTIFICATE_POLICIES);
            let value = ext::values::append_element(before, &policy)?;
            d.set_extension(oid::CERTIFICATE_POLICIES, value, critical != 0);
            Ok(())
        })
    })
}

/// When the private key may be used. Manual: `gnutls_x509_crt_set_private_key_usage_period`.
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

/// Makes it a proxy certificate (RFC 3820): how many may follow (negative: any number), the language of the policy, dotted,
/// and the policy. Manual: `gnutls_x509_crt_set_proxy`.
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

/// How many certificates may follow before "any policy" stops counting. Manual: `gnutls_x509_crt_set_inhibit_anypolicy`.
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

/// The TLS features that a server with this certificate must have (RFC 7633). Manual: `gnutls_x509_crt_set_tlsfeatures`.
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

/// Sets the name constraints; `GNUTLS_E_INVALID_REQUEST` for none. Manual: `gnutls_x509_crt_set_name_constraints`.
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

/// PolicyInformation of a policy from C.
///
/// # Safety
/// What the struct points to is valid.
pub unsafe fn policy_der(policy: &gnutls_x509_policy_st) -> Result<Vec<u8>> {
    // SAFETY: what `policy` points to is valid.
    unsafe { Policy::given(policy)? }.to_der()
}
