//! Writing the alternative names of a certificate.
use core::ffi::{c_char, c_int, c_uint, c_void};

use crate::abi::*;
use crate::asn1::oid;
use crate::capi::ffi::guard;
use crate::capi::ffi::memory::bytes_of;
use crate::capi::object::alt_name::{encode_name, new_alt_name, new_other_name};
use crate::capi::object::crt::edit_crt;
use crate::error::INVALID_REQUEST;
use crate::pki::cert::build;

/// Sets an alternative name of the subject of a certificate, or adds one.
///
/// Hosts and mailboxes may be UTF-8: hosts are written in their IDNA 2008 form. The extension is not
/// critical, but one that is there stays as it is when a name is added.
///
/// - `crt`: the certificate
/// - `type_`: the kind of name. `GNUTLS_SAN_OTHERNAME` has `gnutls_x509_crt_set_subject_alt_othername`
/// - `data`: the name, which is copied: text for hosts, mailboxes, URIs, registered identifiers
///   (dotted), XMPP addresses, services and Kerberos principals; 4 or 16 bytes for
///   `GNUTLS_SAN_IPADDRESS`; a Name in DER for `GNUTLS_SAN_DN`
/// - `data_size`: its length in bytes
/// - `flags`: `GNUTLS_FSAN_SET` (0) to replace the names that are there, or `GNUTLS_FSAN_APPEND` to add
///   to them
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_INVALID_UTF8_EMAIL`: a mailbox is not ASCII before its last `@`
/// - `GNUTLS_E_INVALID_UTF8_STRING`, `GNUTLS_E_IDNA_ERROR`: a host is no UTF-8, or has no IDNA form
/// - `GNUTLS_E_UNIMPLEMENTED_FEATURE`: a URI is not ASCII
/// - `GNUTLS_E_ASN1_VALUE_NOT_VALID`: an identifier is not dotted, or `type_` is `GNUTLS_SAN_OTHERNAME`
/// - `GNUTLS_E_PARSING_ERROR`: a Kerberos principal cannot be read
/// - `GNUTLS_E_INTERNAL_ERROR`: `type_` is unknown, or a Name is not in DER
/// - `GNUTLS_E_ASN1_DER_ERROR`, `GNUTLS_E_ASN1_TAG_ERROR`: the names that are there cannot be read
/// - `GNUTLS_E_INVALID_REQUEST`: `crt` is NULL, `data` is NULL while `data_size` is not 0, or `type_`
///   is `GNUTLS_SAN_OTHERNAME_MSUSERPRINCIPAL`
///
/// Since 2.6.0. RFC 5280 section 4.2.1.6. Manual: `gnutls_x509_crt_set_subject_alt_name`.
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

/// Sets an alternative name of the issuer of a certificate, or adds one.
///
/// Hosts and mailboxes may be UTF-8: hosts are written in their IDNA 2008 form. The extension is not
/// critical, but one that is there stays as it is when a name is added.
///
/// - `crt`: the certificate
/// - `type_`: the kind of name. `GNUTLS_SAN_OTHERNAME` has `gnutls_x509_crt_set_issuer_alt_othername`
/// - `data`: the name, which is copied: text for hosts, mailboxes, URIs, registered identifiers
///   (dotted), XMPP addresses, services and Kerberos principals; 4 or 16 bytes for
///   `GNUTLS_SAN_IPADDRESS`; a Name in DER for `GNUTLS_SAN_DN`
/// - `data_size`: its length in bytes
/// - `flags`: `GNUTLS_FSAN_SET` (0) to replace the names that are there, or `GNUTLS_FSAN_APPEND` to add
///   to them
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_INVALID_UTF8_EMAIL`: a mailbox is not ASCII before its last `@`
/// - `GNUTLS_E_INVALID_UTF8_STRING`, `GNUTLS_E_IDNA_ERROR`: a host is no UTF-8, or has no IDNA form
/// - `GNUTLS_E_UNIMPLEMENTED_FEATURE`: a URI is not ASCII
/// - `GNUTLS_E_ASN1_VALUE_NOT_VALID`: an identifier is not dotted, or `type_` is `GNUTLS_SAN_OTHERNAME`
/// - `GNUTLS_E_PARSING_ERROR`: a Kerberos principal cannot be read
/// - `GNUTLS_E_INTERNAL_ERROR`: `type_` is unknown, or a Name is not in DER
/// - `GNUTLS_E_ASN1_DER_ERROR`, `GNUTLS_E_ASN1_TAG_ERROR`: the names that are there cannot be read
/// - `GNUTLS_E_INVALID_REQUEST`: `crt` is NULL, `data` is NULL while `data_size` is not 0, or `type_`
///   is `GNUTLS_SAN_OTHERNAME_MSUSERPRINCIPAL`
///
/// Since 3.3.0. RFC 5280 section 4.2.1.7. Manual: `gnutls_x509_crt_set_issuer_alt_name`.
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

/// Sets the one alternative name of the subject of a certificate, from text.
///
/// It replaces all that are there. `gnutls_x509_crt_set_subject_alt_name` can add names, and takes
/// addresses as well.
///
/// - `crt`: the certificate
/// - `type_`: the kind of name; not `GNUTLS_SAN_IPADDRESS`
/// - `data_string`: the name, NUL-terminated, as in `gnutls_x509_crt_set_subject_alt_name`
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_INVALID_REQUEST`: `crt` or `data_string` is NULL, or `type_` is `GNUTLS_SAN_IPADDRESS`
/// - codes of `gnutls_x509_crt_set_subject_alt_name`, if the name cannot be written
///
/// RFC 5280 section 4.2.1.6. Manual: `gnutls_x509_crt_set_subject_alternative_name`.
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
            let name = encode_name(type_, text)?;
            build::set_alt_name(&mut d.extensions, oid::SUBJECT_ALT_NAME, &name, false, false)
        })
    })
}

/// Sets an other name among the alternative names of the subject of a certificate, or adds one.
///
/// - `crt`: the certificate
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
/// - `GNUTLS_E_ASN1_DER_ERROR`, `GNUTLS_E_ASN1_TAG_ERROR`: the names that are there cannot be read
/// - `GNUTLS_E_INVALID_REQUEST`: `crt` or `oid` is NULL, or `data` is NULL while `data_size` is not 0
///
/// Since 3.5.0. RFC 5280 section 4.2.1.6. Manual: `gnutls_x509_crt_set_subject_alt_othername`.
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

/// Sets an other name among the alternative names of the issuer of a certificate, or adds one.
///
/// - `crt`: the certificate
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
/// - `GNUTLS_E_ASN1_DER_ERROR`, `GNUTLS_E_ASN1_TAG_ERROR`: the names that are there cannot be read
/// - `GNUTLS_E_INVALID_REQUEST`: `crt` or `oid` is NULL, or `data` is NULL while `data_size` is not 0
///
/// Since 3.5.0. RFC 5280 section 4.2.1.7. Manual: `gnutls_x509_crt_set_issuer_alt_othername`.
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
