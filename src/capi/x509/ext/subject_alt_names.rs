//! Alternative names.
use core::ffi::{c_char, c_int, c_uint};

use crate::abi::*;
use crate::capi::ffi::memory::{write_datum, write_out};
use crate::capi::ffi::opaque::Opaque;
use crate::capi::ffi::{guard, opaque};
use crate::capi::object::alt_name::{
    AltName, alt_name_content, encode_names, extension_content, oid_of, read_names, write_name,
};
use crate::error::DATA_NOT_AVAILABLE;
use crate::pki::ext;
use crate::pki::ext::general_name::GeneralName;

/// What a `gnutls_subject_alt_names_t` points to.
#[derive(Default)]
pub struct AltNames(Vec<AltName>);

// SAFETY: all handles are created by `gnutls_subject_alt_names_init`.
unsafe impl Opaque for gnutls_subject_alt_names_st {
    type Object = AltNames;
}

/// Creates an empty list of alternative names, for a subject or an issuer.
///
/// `gnutls_subject_alt_names_set` or `gnutls_x509_ext_import_subject_alt_names` fills it;
/// `gnutls_subject_alt_names_deinit` frees it.
///
/// - `sans`: takes the new list
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_INVALID_REQUEST`: the pointer is NULL
///
/// Since 3.3.0. RFC 5280 section 4.2.1.6. Manual: `gnutls_subject_alt_names_init`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_subject_alt_names_init(sans: *mut gnutls_subject_alt_names_t) -> c_int {
    // SAFETY: `sans` is NULL or valid for a write.
    guard::unit(|| unsafe { opaque::give(sans, AltNames::default()) })
}

/// Frees a list of alternative names.
///
/// What `gnutls_subject_alt_names_get` lent of it is no longer valid.
///
/// - `sans`: the list of `gnutls_subject_alt_names_init`; NULL is ignored
///
/// Since 3.3.0. Manual: `gnutls_subject_alt_names_deinit`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_subject_alt_names_deinit(sans: gnutls_subject_alt_names_t) {
    // SAFETY: `sans` is NULL or a handle that is not used afterwards.
    guard::or((), || unsafe {
        drop(opaque::take(sans));
    })
}

/// Gives one name of a list of alternative names.
///
/// It is lent, not copied: the bytes are valid until the object is freed or filled anew, and a NUL that
/// the size does not count follows them. An other name comes as the DER of its value;
/// `gnutls_x509_othername_to_virtual` reads the kinds that it knows.
///
/// - `sans`: the list
/// - `seq`: which name, from 0 on
/// - `san_type`: takes the kind (`gnutls_x509_subject_alt_name_t`); may be NULL
/// - `san`: takes the name: text, the 4 or 16 bytes of an address, or the DER of a DN; may be NULL
/// - `othername_oid`: takes the dotted type of an other name, and is not written for another kind; may
///   be NULL
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE`: there are no more
/// - `GNUTLS_E_INVALID_REQUEST`: `sans` is NULL
///
/// Since 3.3.0. RFC 5280 section 4.2.1.6. Manual: `gnutls_subject_alt_names_get`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_subject_alt_names_get(
    sans: gnutls_subject_alt_names_t,
    seq: c_uint,
    san_type: *mut c_uint,
    san: *mut gnutls_datum_t,
    othername_oid: *mut gnutls_datum_t,
) -> c_int {
    // SAFETY: `sans` is NULL or a live handle; `san_type`, `san` and `othername_oid` are NULL or valid for writes.
    guard::unit(|| unsafe {
        let name = opaque::get(sans)?.0.get(seq as usize).ok_or(DATA_NOT_AVAILABLE)?;
        write_name(name, san_type, san, othername_oid);
        Ok(())
    })
}

/// Adds a name to a list of alternative names.
///
/// It is copied. Hosts and mailboxes may be UTF-8: they are kept in ASCII (IDNA). Names are checked in
/// part here, and whole when the list is written.
///
/// - `sans`: the list
/// - `san_type`: the kind: `GNUTLS_SAN_DNSNAME`, `GNUTLS_SAN_RFC822NAME`, `GNUTLS_SAN_URI`,
///   `GNUTLS_SAN_IPADDRESS` (4 or 16 bytes), `GNUTLS_SAN_DN` (DER), `GNUTLS_SAN_REGISTERED_ID`
///   (dotted), `GNUTLS_SAN_OTHERNAME` (DER), or an other name that has a kind of its own, as
///   `GNUTLS_SAN_OTHERNAME_XMPP`
/// - `san`: the name
/// - `othername_oid`: the dotted type of a `GNUTLS_SAN_OTHERNAME`, NUL-terminated; else NULL
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_INVALID_UTF8_STRING`, `GNUTLS_E_IDNA_ERROR`, `GNUTLS_E_INVALID_UTF8_EMAIL`: a host or
///   mailbox has no form in ASCII
/// - `GNUTLS_E_PARSING_ERROR`: a Kerberos principal has no realm, or too many components
/// - `GNUTLS_E_INVALID_REQUEST`: a pointer is NULL, or the kind is
///   `GNUTLS_SAN_OTHERNAME_MSUSERPRINCIPAL`
///
/// Since 3.3.0. RFC 5280 section 4.2.1.6. Manual: `gnutls_subject_alt_names_set`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_subject_alt_names_set(
    sans: gnutls_subject_alt_names_t,
    san_type: c_uint,
    san: *const gnutls_datum_t,
    othername_oid: *const c_char,
) -> c_int {
    // SAFETY: `sans` is NULL or a live handle; `san` is NULL or a valid datum; `othername_oid` is NULL or a C string.
    guard::unit(|| unsafe {
        let name = AltName::given(san_type, san, othername_oid)?;
        opaque::get_mut(sans)?.0.push(name);
        Ok(())
    })
}

/// Reads the names in a subject or issuer alternative name extension, and adds them to a list.
///
/// On failure none is added.
///
/// - `ext`: the extension's content: the DER that its OCTET STRING holds, as
///   `gnutls_x509_crt_get_extension_by_oid2` gives it; copied
/// - `sans`: the list, whose names stay
/// - `flags`: not looked at; 0
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_ASN1_DER_ERROR`, `GNUTLS_E_ASN1_TAG_ERROR`: the bytes are no such extension
/// - `GNUTLS_E_X509_UNKNOWN_SAN`: a name is of a kind that has no number here
/// - `GNUTLS_E_INVALID_REQUEST`: a pointer is NULL
///
/// Since 3.3.0. RFC 5280 section 4.2.1.6. Manual: `gnutls_x509_ext_import_subject_alt_names`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_ext_import_subject_alt_names(
    ext: *const gnutls_datum_t,
    sans: gnutls_subject_alt_names_t,
    flags: c_uint,
) -> c_int {
    let _ = flags;
    // SAFETY: `sans` is NULL or a live handle; `ext` is NULL or a valid datum.
    guard::unit(|| unsafe {
        let names = read_names(&ext::general_name::read(extension_content(ext)?)?)?;
        opaque::get_mut(sans)?.0.extend(names);
        Ok(())
    })
}

/// Writes a list of alternative names as the content of a certificate extension.
///
/// The caller frees `ext->data` with `gnutls_free`. `gnutls_x509_crt_set_extension_by_oid` puts it into
/// a certificate.
///
/// - `sans`: the list
/// - `ext`: takes the content
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_UNIMPLEMENTED_FEATURE`: a URI is not ASCII
/// - `GNUTLS_E_ASN1_VALUE_NOT_VALID`: an other name has no type, or an identifier is not dotted
/// - `GNUTLS_E_INTERNAL_ERROR`: a name is of an unknown kind, or a DN is not DER
/// - `GNUTLS_E_INVALID_REQUEST`: a pointer is NULL
///
/// Since 3.3.0. RFC 5280 section 4.2.1.6. Manual: `gnutls_x509_ext_export_subject_alt_names`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_ext_export_subject_alt_names(
    sans: gnutls_subject_alt_names_t,
    ext: *mut gnutls_datum_t,
) -> c_int {
    // SAFETY: `sans` is NULL or a live handle; `ext` is NULL or valid for a write.
    guard::unit(|| unsafe {
        write_datum(&ext::values::sequence(&[&encode_names(&opaque::get(sans)?.0)?]), ext)
    })
}

/// Reads an other name of a well-known type: gives its text, and the kind that stands for the type.
///
/// Known are XMPP addresses, DNS SRV names, Kerberos principals and Microsoft's user principal names.
/// The caller frees `virt->data` with `gnutls_free`.
///
/// - `oid`: the dotted type, NUL-terminated
/// - `othername`: the DER of the value, as `gnutls_subject_alt_names_get` gives it
/// - `virt_type`: takes the kind, as `GNUTLS_SAN_OTHERNAME_XMPP`; may be NULL
/// - `virt`: takes the text, or the value as it was if it cannot be read; may be NULL
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_X509_UNKNOWN_SAN`: the type is another
/// - `GNUTLS_E_ASN1_VALUE_NOT_VALID`: `oid` is no dotted identifier
/// - `GNUTLS_E_INVALID_REQUEST`: `oid` or `othername` is NULL
///
/// Since 3.3.8. Manual: `gnutls_x509_othername_to_virtual`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_othername_to_virtual(
    oid: *const c_char,
    othername: *const gnutls_datum_t,
    virt_type: *mut c_uint,
    virt: *mut gnutls_datum_t,
) -> c_int {
    // SAFETY: `othername` is NULL or a valid datum; `oid` is NULL or a C string; `virt_type` and `virt` are NULL or
    // valid for writes.
    guard::unit(|| unsafe {
        let (id, value) = (oid_of(oid)?, extension_content(othername)?);
        let name = GeneralName::Other { oid: &id, value };
        let kind = name.virtual_kind().ok_or(GNUTLS_E_X509_UNKNOWN_SAN)?;
        let text = alt_name_content(&name)?.0;
        write_out(virt_type, kind.raw());
        if virt.is_null() { Ok(()) } else { write_datum(&text, virt) }
    })
}
