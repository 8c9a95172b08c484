//! Authority information access.
use core::ffi::{c_char, c_int, c_uint};

use crate::abi::*;
use crate::capi::ffi::memory::{NulTerminated, write_datum, write_out};
use crate::capi::ffi::opaque::Opaque;
use crate::capi::ffi::{guard, opaque};
use crate::capi::object::alt_name::{AltName, extension_content, oid_of, oid_of_text, oid_text, write_name};
use crate::error::{DATA_NOT_AVAILABLE, Result};
use crate::pki::ext;

/// What a `gnutls_x509_aia_t` points to: methods and places.
#[derive(Default)]
pub struct Aia(Vec<(NulTerminated, AltName)>);

// SAFETY: all handles are created by `gnutls_x509_aia_init`.
unsafe impl Opaque for gnutls_x509_aia_st {
    type Object = Aia;
}

/// Creates an empty list of access descriptions (authority information access).
///
/// `gnutls_x509_aia_set` or `gnutls_x509_ext_import_aia` fills it; `gnutls_x509_aia_deinit` frees it.
///
/// - `aia`: takes the new list
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_INVALID_REQUEST`: the pointer is NULL
///
/// Since 3.3.0. RFC 5280 section 4.2.2.1. Manual: `gnutls_x509_aia_init`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_aia_init(aia: *mut gnutls_x509_aia_t) -> c_int {
    // SAFETY: `aia` is NULL or valid for a write.
    guard::unit(|| unsafe { opaque::give(aia, Aia::default()) })
}

/// Frees a list of access descriptions.
///
/// What `gnutls_x509_aia_get` lent of it is no longer valid.
///
/// - `aia`: the list of `gnutls_x509_aia_init`; NULL is ignored
///
/// Since 3.3.0. Manual: `gnutls_x509_aia_deinit`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_aia_deinit(aia: gnutls_x509_aia_t) {
    // SAFETY: `aia` is NULL or a handle that is not used afterwards.
    guard::or((), || unsafe {
        drop(opaque::take(aia));
    })
}

/// Gives one access description: what is to be had, and where.
///
/// It is lent, not copied: the bytes are valid until the list is freed, and a NUL that the size does
/// not count follows them.
///
/// - `aia`: the list
/// - `seq`: which description, from 0 on
/// - `oid`: takes the dotted method, as `GNUTLS_OID_AD_OCSP` or `GNUTLS_OID_AD_CAISSUERS`; may be NULL
/// - `san_type`: takes the kind (`gnutls_x509_subject_alt_name_t`); may be NULL
/// - `san`: takes the place, most often a URI; may be NULL
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE`: there are no more
/// - `GNUTLS_E_INVALID_REQUEST`: `aia` is NULL
///
/// Since 3.3.0. RFC 5280 section 4.2.2.1. Manual: `gnutls_x509_aia_get`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_aia_get(
    aia: gnutls_x509_aia_t,
    seq: c_uint,
    oid: *mut gnutls_datum_t,
    san_type: *mut c_uint,
    san: *mut gnutls_datum_t,
) -> c_int {
    // SAFETY: `aia` is NULL or a live handle; `oid`, `san_type` and `san` are NULL or valid for writes.
    guard::unit(|| unsafe {
        let (method, place) = opaque::get(aia)?.0.get(seq as usize).ok_or(DATA_NOT_AVAILABLE)?;
        write_out(oid, method.lent());
        write_name(place, san_type, san, core::ptr::null_mut());
        Ok(())
    })
}

/// Adds an access description: what is to be had, and where.
///
/// Both are copied.
///
/// - `aia`: the list
/// - `oid`: the dotted method, NUL-terminated, as `GNUTLS_OID_AD_OCSP` or `GNUTLS_OID_AD_CAISSUERS`
/// - `san_type`: the kind of the place (`GNUTLS_SAN_*`), most often `GNUTLS_SAN_URI`
/// - `san`: the place
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_ASN1_VALUE_NOT_VALID`: `oid` is no dotted identifier
/// - `GNUTLS_E_INVALID_UTF8_STRING`, `GNUTLS_E_IDNA_ERROR`, `GNUTLS_E_INVALID_UTF8_EMAIL`: a host or
///   mailbox has no form in ASCII
/// - `GNUTLS_E_PARSING_ERROR`: a Kerberos principal has no realm, or too many components
/// - `GNUTLS_E_INVALID_REQUEST`: a pointer is NULL, or the kind is
///   `GNUTLS_SAN_OTHERNAME_MSUSERPRINCIPAL`
///
/// Since 3.3.0. RFC 5280 section 4.2.2.1. Manual: `gnutls_x509_aia_set`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_aia_set(
    aia: gnutls_x509_aia_t,
    oid: *const c_char,
    san_type: c_uint,
    san: *const gnutls_datum_t,
) -> c_int {
    // SAFETY: `aia` is NULL or a live handle; `san` is NULL or a valid datum; `oid` is NULL or a C string.
    guard::unit(|| unsafe {
        let place = AltName::given(san_type, san, core::ptr::null())?;
        let method = oid_text(&oid_of(oid)?)?;
        opaque::get_mut(aia)?.0.push((method, place));
        Ok(())
    })
}

/// Reads the access descriptions in a certificate extension, and adds them to a list.
///
/// On failure none is added.
///
/// - `ext`: the extension's content: the DER that its OCTET STRING holds, as
///   `gnutls_x509_crt_get_extension_by_oid2` gives it; copied
/// - `aia`: the list, whose descriptions stay
/// - `flags`: not looked at; 0
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_ASN1_DER_ERROR`, `GNUTLS_E_ASN1_TAG_ERROR`: the bytes are no such extension
/// - `GNUTLS_E_X509_UNKNOWN_SAN`: a place is of a kind that has no number here
/// - `GNUTLS_E_INVALID_REQUEST`: a pointer is NULL
///
/// Since 3.3.0. RFC 5280 section 4.2.2.1. Manual: `gnutls_x509_ext_import_aia`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_ext_import_aia(
    ext: *const gnutls_datum_t,
    aia: gnutls_x509_aia_t,
    flags: c_uint,
) -> c_int {
    let _ = flags;
    // SAFETY: `aia` is NULL or a live handle; `ext` is NULL or a valid datum.
    guard::unit(|| unsafe {
        let list = ext::info_access::read(extension_content(ext)?)?;
        let read: Vec<_> = list
            .iter()
            .map(|a| Ok((oid_text(a.method)?, AltName::read(&a.location)?)))
            .collect::<Result<_>>()?;
        opaque::get_mut(aia)?.0.extend(read);
        Ok(())
    })
}

/// Writes a list of access descriptions as the content of a certificate extension.
///
/// The caller frees `ext->data` with `gnutls_free`. `gnutls_x509_crt_set_extension_by_oid` puts it into
/// a certificate.
///
/// - `aia`: the list
/// - `ext`: takes the content
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_UNIMPLEMENTED_FEATURE`: a URI is not ASCII
/// - `GNUTLS_E_ASN1_VALUE_NOT_VALID`: an other name has no type, or an identifier is not dotted
/// - `GNUTLS_E_INTERNAL_ERROR`: a name is of an unknown kind, or a DN is not DER
/// - `GNUTLS_E_INVALID_REQUEST`: a pointer is NULL
///
/// Since 3.3.0. RFC 5280 section 4.2.2.1. Manual: `gnutls_x509_ext_export_aia`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_ext_export_aia(
    aia: gnutls_x509_aia_t,
    ext: *mut gnutls_datum_t,
) -> c_int {
    // SAFETY: `aia` is NULL or a live handle; `ext` is NULL or valid for a write.
    guard::unit(|| unsafe {
        let list = &opaque::get(aia)?.0;
        let parts: Vec<Vec<u8>> = list
            .iter()
            .map(|(m, place)| Ok(ext::info_access::access_description(&oid_of_text(m)?, &place.to_der()?)))
            .collect::<Result<_>>()?;
        write_datum(&ext::values::sequence(&[&parts.concat()]), ext)
    })
}
