//! Name constraints.
use core::ffi::{c_char, c_int, c_uint};

use crate::abi::*;
use crate::alg::NameKind;
use crate::capi::ffi::memory::{bytes_of, datum_bytes, write_datum};
use crate::capi::ffi::{guard, opaque};
use crate::capi::object::alt_name::{AltName, extension_content};
use crate::capi::object::crt::get_crt;
use crate::capi::object::name_constraints::NameConstraints;
use crate::error::{DATA_NOT_AVAILABLE, INVALID_REQUEST, Result};
use crate::pki::ext;
use crate::pki::ext::general_name::GeneralName;
use crate::pki::verify::constraints;

/// Turns a network such as `192.0.2.0/24` or `2001:db8::/32` into the bytes that name constraints have.
///
/// They are the network and its mask in a row, 8 or 32 bytes; bits of the address outside the mask
/// become zero. `gnutls_x509_name_constraints_add_permitted` takes them with `GNUTLS_SAN_IPADDRESS`.
/// The caller frees `cidr_rfc5280->data` with `gnutls_free`.
///
/// - `cidr`: the network, NUL-terminated
/// - `cidr_rfc5280`: takes the bytes
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_MALFORMED_CIDR`: the text is no network with the length of its mask
/// - `GNUTLS_E_INVALID_REQUEST`: a pointer is NULL
///
/// Since 3.5.4. RFC 5280 section 4.2.1.10, RFC 4632. Manual: `gnutls_x509_cidr_to_rfc5280`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_cidr_to_rfc5280(
    cidr: *const c_char,
    cidr_rfc5280: *mut gnutls_datum_t,
) -> c_int {
    // SAFETY: `cidr` is NULL or a C string; `cidr_rfc5280` is NULL or valid for a write.
    guard::unit(|| unsafe {
        let text = core::str::from_utf8(bytes_of(cidr).ok_or(INVALID_REQUEST)?)
            .map_err(|_| GNUTLS_E_MALFORMED_CIDR)?;
        write_datum(&ext::name_constraints::network(text).ok_or(GNUTLS_E_MALFORMED_CIDR)?, cidr_rfc5280)
    })
}

/// # Safety
/// `name` is NULL or a valid datum.
unsafe fn constraint(kind: gnutls_x509_subject_alt_name_t, name: *const gnutls_datum_t) -> Result<AltName> {
    // SAFETY: `name` is NULL or a valid datum.
    let bytes = unsafe { datum_bytes(name) }.ok_or(INVALID_REQUEST)?;
    match kind {
        GNUTLS_SAN_DNSNAME if bytes == b"." || bytes.starts_with(b"..") => {
            return Err(GNUTLS_E_ILLEGAL_PARAMETER.into());
        }
        GNUTLS_SAN_DNSNAME | GNUTLS_SAN_RFC822NAME | GNUTLS_SAN_DN | GNUTLS_SAN_URI => {}
        GNUTLS_SAN_IPADDRESS => ext::name_constraints::check_range(bytes)?,
        _ => return Err(GNUTLS_E_X509_UNKNOWN_SAN.into()),
    }
    AltName::plain(kind, bytes)
}

/// Creates empty name constraints, which allow every name.
///
/// The add functions or `gnutls_x509_ext_import_name_constraints` fill them;
/// `gnutls_x509_name_constraints_deinit` frees them.
///
/// - `nc`: takes the new object
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_INVALID_REQUEST`: the pointer is NULL
///
/// Since 3.3.0. RFC 5280 section 4.2.1.10. Manual: `gnutls_x509_name_constraints_init`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_name_constraints_init(nc: *mut gnutls_x509_name_constraints_t) -> c_int {
    // SAFETY: `nc` is NULL or valid for a write.
    guard::unit(|| unsafe { opaque::give(nc, NameConstraints::default()) })
}

/// Frees name constraints.
///
/// What `gnutls_x509_name_constraints_get_permitted` and `gnutls_x509_name_constraints_get_excluded`
/// lent of them is no longer valid.
///
/// - `nc`: the object of `gnutls_x509_name_constraints_init`; NULL is ignored
///
/// Since 3.3.0. Manual: `gnutls_x509_name_constraints_deinit`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_name_constraints_deinit(nc: gnutls_x509_name_constraints_t) {
    // SAFETY: `nc` is NULL or a handle that is not used afterwards.
    guard::or((), || unsafe {
        drop(opaque::take(nc));
    })
}

/// Adds a name to those that an authority may certify.
///
/// Once one name of a kind is permitted, names of that kind that do not lie within one of them are
/// refused; names of other kinds stay free.
///
/// - `nc`: the name constraints
/// - `type_`: the kind: `GNUTLS_SAN_DNSNAME`, `GNUTLS_SAN_RFC822NAME`, `GNUTLS_SAN_URI`,
///   `GNUTLS_SAN_DN` (DER), or `GNUTLS_SAN_IPADDRESS` (network and mask, as
///   `gnutls_x509_cidr_to_rfc5280` gives them)
/// - `name`: the name; copied. Hosts and mailboxes may be UTF-8
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_X509_UNKNOWN_SAN`: names of this kind are not constrained
/// - `GNUTLS_E_ILLEGAL_PARAMETER`, `GNUTLS_E_MALFORMED_CIDR`: an address with its mask has not 8 or 32
///   bytes, or the mask has gaps; a host begins with an empty label
/// - `GNUTLS_E_INVALID_UTF8_STRING`, `GNUTLS_E_IDNA_ERROR`, `GNUTLS_E_INVALID_UTF8_EMAIL`: a host or
///   mailbox has no form in ASCII
/// - `GNUTLS_E_INVALID_REQUEST`: a pointer is NULL
///
/// Since 3.3.0. RFC 5280 section 4.2.1.10. Manual: `gnutls_x509_name_constraints_add_permitted`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_name_constraints_add_permitted(
    nc: gnutls_x509_name_constraints_t,
    type_: gnutls_x509_subject_alt_name_t,
    name: *const gnutls_datum_t,
) -> c_int {
    // SAFETY: `nc` is NULL or a live handle; `name` is NULL or a valid datum.
    guard::unit(|| unsafe {
        let name = constraint(type_, name)?;
        opaque::get_mut(nc)?.permitted.push(name);
        Ok(())
    })
}

/// Adds a name to those that an authority may not certify.
///
/// What is excluded is refused even where it is permitted too.
///
/// - `nc`: the name constraints
/// - `type_`: the kind: `GNUTLS_SAN_DNSNAME`, `GNUTLS_SAN_RFC822NAME`, `GNUTLS_SAN_URI`,
///   `GNUTLS_SAN_DN` (DER), or `GNUTLS_SAN_IPADDRESS` (network and mask, as
///   `gnutls_x509_cidr_to_rfc5280` gives them)
/// - `name`: the name; copied. Hosts and mailboxes may be UTF-8
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_X509_UNKNOWN_SAN`: names of this kind are not constrained
/// - `GNUTLS_E_ILLEGAL_PARAMETER`, `GNUTLS_E_MALFORMED_CIDR`: an address with its mask has not 8 or 32
///   bytes, or the mask has gaps; a host begins with an empty label
/// - `GNUTLS_E_INVALID_UTF8_STRING`, `GNUTLS_E_IDNA_ERROR`, `GNUTLS_E_INVALID_UTF8_EMAIL`: a host or
///   mailbox has no form in ASCII
/// - `GNUTLS_E_INVALID_REQUEST`: a pointer is NULL
///
/// Since 3.3.0. RFC 5280 section 4.2.1.10. Manual: `gnutls_x509_name_constraints_add_excluded`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_name_constraints_add_excluded(
    nc: gnutls_x509_name_constraints_t,
    type_: gnutls_x509_subject_alt_name_t,
    name: *const gnutls_datum_t,
) -> c_int {
    // SAFETY: `nc` is NULL or a live handle; `name` is NULL or a valid datum.
    guard::unit(|| unsafe {
        let name = constraint(type_, name)?;
        opaque::get_mut(nc)?.excluded.push(name);
        Ok(())
    })
}

/// Gives a name that an authority may certify.
///
/// It is lent, not copied: the bytes are valid until the object is freed or filled anew, and a NUL that
/// the size does not count follows them. A DN that was read from an extension comes as text (RFC 4514),
/// one that was added as it was given.
///
/// - `nc`: the name constraints
/// - `idx`: which name, from 0 on
/// - `type_`: takes the kind (`gnutls_x509_subject_alt_name_t`); may be NULL
/// - `name`: takes the name; may be NULL
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE`: there are no more
/// - `GNUTLS_E_INVALID_REQUEST`: `nc` is NULL
///
/// Since 3.3.0. Manual: `gnutls_x509_name_constraints_get_permitted`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_name_constraints_get_permitted(
    nc: gnutls_x509_name_constraints_t,
    idx: c_uint,
    type_: *mut c_uint,
    name: *mut gnutls_datum_t,
) -> c_int {
    // SAFETY: `nc` is NULL or a live handle; `type_` and `name` are NULL or valid for writes.
    guard::unit(|| unsafe {
        let found = opaque::get(nc)?.permitted.get(idx as usize).ok_or(DATA_NOT_AVAILABLE)?;
        found.lend_to(type_, name);
        Ok(())
    })
}

/// Gives a name that an authority may not certify.
///
/// It is lent, not copied: the bytes are valid until the object is freed or filled anew, and a NUL that
/// the size does not count follows them. A DN that was read from an extension comes as text (RFC 4514),
/// one that was added as it was given.
///
/// - `nc`: the name constraints
/// - `idx`: which name, from 0 on
/// - `type_`: takes the kind (`gnutls_x509_subject_alt_name_t`); may be NULL
/// - `name`: takes the name; may be NULL
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE`: there are no more
/// - `GNUTLS_E_INVALID_REQUEST`: `nc` is NULL
///
/// Since 3.3.0. Manual: `gnutls_x509_name_constraints_get_excluded`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_name_constraints_get_excluded(
    nc: gnutls_x509_name_constraints_t,
    idx: c_uint,
    type_: *mut c_uint,
    name: *mut gnutls_datum_t,
) -> c_int {
    // SAFETY: `nc` is NULL or a live handle; `type_` and `name` are NULL or valid for writes.
    guard::unit(|| unsafe {
        let found = opaque::get(nc)?.excluded.get(idx as usize).ok_or(DATA_NOT_AVAILABLE)?;
        found.lend_to(type_, name);
        Ok(())
    })
}

/// Tells whether name constraints allow a name.
///
/// Hosts, mailboxes and addresses are compared. A URI or DN is refused as soon as one of its kind is
/// excluded, and else allowed; names of other kinds are allowed.
///
/// - `nc`: the name constraints
/// - `type_`: the kind of the name (`GNUTLS_SAN_*`)
/// - `name`: the name, an address in 4 or 16 bytes
///
/// Returns non-zero if the name is allowed, 0 if it is not or a pointer is NULL.
///
/// Since 3.3.0. RFC 5280 section 4.2.1.10. Manual: `gnutls_x509_name_constraints_check`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_name_constraints_check(
    nc: gnutls_x509_name_constraints_t,
    type_: gnutls_x509_subject_alt_name_t,
    name: *const gnutls_datum_t,
) -> c_uint {
    // SAFETY: `nc` is NULL or a live handle; `name` is NULL or a valid datum.
    guard::or(0, || unsafe {
        let (Ok(nc), Some(bytes)) = (opaque::get(nc), datum_bytes(name)) else {
            return 0;
        };
        let name = match type_ {
            GNUTLS_SAN_DNSNAME => GeneralName::Dns(bytes),
            GNUTLS_SAN_RFC822NAME => GeneralName::Email(bytes),
            GNUTLS_SAN_IPADDRESS => GeneralName::Ip(bytes),
            GNUTLS_SAN_URI => GeneralName::Uri(bytes),
            GNUTLS_SAN_DN => GeneralName::Directory(bytes),
            // Constraints of other kinds are refused on import, so such a name is always allowed.
            _ => return 1,
        };
        nc.with(|c| constraints::allows_name(c, &name)).unwrap_or(false).into()
    })
}

/// Tells whether name constraints allow the names of one kind in a certificate.
///
/// The alternative names are compared; for want of a host among them the common name of a certificate
/// for TLS servers, and for want of a mailbox that of the subject. A certificate whose names cannot be
/// read is refused; so is one with more names and constraints than are compared at most (2^20
/// comparisons).
///
/// - `nc`: the name constraints
/// - `type_`: the kind of names: `GNUTLS_SAN_DNSNAME`, `GNUTLS_SAN_RFC822NAME`, `GNUTLS_SAN_IPADDRESS`;
///   of others see `gnutls_x509_name_constraints_check`
/// - `cert`: the certificate
///
/// Returns non-zero if each is allowed, 0 if one is not or a pointer is NULL.
///
/// Since 3.3.0. RFC 5280 section 4.2.1.10. Manual: `gnutls_x509_name_constraints_check_crt`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_name_constraints_check_crt(
    nc: gnutls_x509_name_constraints_t,
    type_: gnutls_x509_subject_alt_name_t,
    cert: gnutls_x509_crt_t,
) -> c_uint {
    // SAFETY: `nc` and `cert` are NULL or live handles.
    guard::or(0, || unsafe {
        let (Ok(nc), Ok(cert)) = (opaque::get(nc), get_crt(cert)) else { return 0 };
        nc.with(|c| constraints::allows_kind(c, NameKind::from_raw(type_), cert)).unwrap_or(false).into()
    })
}

/// Reads the name constraints in a certificate extension.
///
/// They replace those in the object, unless the flag asks for both: then a name must be permitted by
/// both, and what either excludes is excluded. On failure the object keeps what it held.
///
/// - `ext`: the extension's content: the DER that its OCTET STRING holds, as
///   `gnutls_x509_crt_get_extension_by_oid2` gives it; copied
/// - `nc`: the object to fill
/// - `flags`: 0 or `GNUTLS_NAME_CONSTRAINTS_FLAG_APPEND`
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_ASN1_DER_ERROR`, `GNUTLS_E_ASN1_TAG_ERROR`: the bytes are no such extension
/// - `GNUTLS_E_X509_UNKNOWN_SAN`: a name is of a kind that is not compared
/// - `GNUTLS_E_ILLEGAL_PARAMETER`, `GNUTLS_E_MALFORMED_CIDR`: an address has a wrong length, or a mask
///   with gaps
/// - `GNUTLS_E_INVALID_REQUEST`: a pointer is NULL
///
/// Since 3.3.0. RFC 5280 section 4.2.1.10, section 6.1.4. Manual:
/// `gnutls_x509_ext_import_name_constraints`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_ext_import_name_constraints(
    ext: *const gnutls_datum_t,
    nc: gnutls_x509_name_constraints_t,
    flags: c_uint,
) -> c_int {
    // SAFETY: `nc` is NULL or a live handle; `ext` is NULL or a valid datum.
    guard::unit(|| unsafe {
        let value = extension_content(ext)?;
        opaque::get_mut(nc)?.import(value, flags & GNUTLS_NAME_CONSTRAINTS_FLAG_APPEND != 0)
    })
}

/// Writes name constraints as the content of a certificate extension.
///
/// The caller frees `ext->data` with `gnutls_free`. `gnutls_x509_crt_set_extension_by_oid` puts it into
/// a certificate.
///
/// - `nc`: the name constraints
/// - `ext`: takes the content
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_UNIMPLEMENTED_FEATURE`: a URI is not ASCII
/// - `GNUTLS_E_ASN1_VALUE_NOT_VALID`: an other name has no type, or an identifier is not dotted
/// - `GNUTLS_E_INTERNAL_ERROR`: a name is of an unknown kind, or a DN is not DER
/// - `GNUTLS_E_INVALID_REQUEST`: a pointer is NULL, or nothing is constrained
///
/// Since 3.3.0. RFC 5280 section 4.2.1.10. Manual: `gnutls_x509_ext_export_name_constraints`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_ext_export_name_constraints(
    nc: gnutls_x509_name_constraints_t,
    ext: *mut gnutls_datum_t,
) -> c_int {
    // SAFETY: `nc` is NULL or a live handle; `ext` is NULL or valid for a write.
    guard::unit(|| unsafe { write_datum(&opaque::get(nc)?.to_der()?, ext) })
}

/// Joins the name constraints of two authorities in the first object: an export for GnuTLS's own tests.
///
/// A name must be permitted by both afterwards, and what either excludes is excluded. The second object
/// is not changed.
///
/// - `nc`: takes what the two come to
/// - `nc2`: the constraints to add
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_UNIMPLEMENTED_FEATURE`: a URI is not ASCII
/// - `GNUTLS_E_ASN1_VALUE_NOT_VALID`: an other name has no type, or an identifier is not dotted
/// - `GNUTLS_E_INTERNAL_ERROR`: a name is of an unknown kind, or a DN is not DER
/// - `GNUTLS_E_INVALID_REQUEST`: a pointer is NULL
///
/// RFC 5280 section 6.1.4.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn _gnutls_x509_name_constraints_merge(
    nc: gnutls_x509_name_constraints_t,
    nc2: gnutls_x509_name_constraints_t,
) -> c_int {
    // SAFETY: both are NULL or live handles.
    guard::unit(|| unsafe {
        let [permitted, excluded] = opaque::get(nc2)?.encoded()?;
        let value = ext::name_constraints::write(&permitted, &excluded);
        opaque::get_mut(nc)?.import(&value, true)
    })
}
