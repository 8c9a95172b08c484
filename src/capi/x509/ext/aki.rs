//! Authority key identifier.
use core::ffi::{c_char, c_int, c_uint};

use crate::abi::*;
use crate::capi::ffi::memory::{NulTerminated, datum_bytes, write_datum, write_out};
use crate::capi::ffi::opaque::Opaque;
use crate::capi::ffi::{guard, opaque};
use crate::capi::object::alt_name::{AltName, encode_names, extension_content, read_names, write_name};
use crate::error::{DATA_NOT_AVAILABLE, INVALID_REQUEST};
use crate::pki::ext;

const NO_DATUM: gnutls_datum_t = gnutls_datum_t { data: core::ptr::null_mut(), size: 0 };

/// What a `gnutls_x509_aki_t` points to.
#[derive(Default)]
pub struct Aki {
    id: Option<NulTerminated>,
    issuer: Vec<AltName>,
    serial: Option<NulTerminated>,
}

// SAFETY: all handles are created by `gnutls_x509_aki_init`.
unsafe impl Opaque for gnutls_x509_aki_st {
    type Object = Aki;
}

/// Creates an empty authority key identifier: what names the key that signed a certificate.
///
/// The set functions or `gnutls_x509_ext_import_authority_key_id` fill it; `gnutls_x509_aki_deinit`
/// frees it.
///
/// - `aki`: takes the new object
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_INVALID_REQUEST`: the pointer is NULL
///
/// Since 3.3.0. RFC 5280 section 4.2.1.1. Manual: `gnutls_x509_aki_init`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_aki_init(aki: *mut gnutls_x509_aki_t) -> c_int {
    // SAFETY: `aki` is NULL or valid for a write.
    guard::unit(|| unsafe { opaque::give(aki, Aki::default()) })
}

/// Frees an authority key identifier.
///
/// What `gnutls_x509_aki_get_id` and `gnutls_x509_aki_get_cert_issuer` lent of it is no longer valid.
///
/// - `aki`: the object of `gnutls_x509_aki_init`; NULL is ignored
///
/// Since 3.3.0. Manual: `gnutls_x509_aki_deinit`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_aki_deinit(aki: gnutls_x509_aki_t) {
    // SAFETY: `aki` is NULL or a handle that is not used afterwards.
    guard::or((), || unsafe {
        drop(opaque::take(aki));
    })
}

/// Gives the identifier of the issuer's key.
///
/// It is lent, not copied: the bytes are valid until the object is freed or filled anew, and a NUL that
/// the size does not count follows them.
///
/// - `aki`: the authority key identifier
/// - `id`: takes the identifier; may be NULL
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE`: there is no identifier
/// - `GNUTLS_E_INVALID_REQUEST`: `aki` is NULL
///
/// Since 3.3.0. RFC 5280 section 4.2.1.1. Manual: `gnutls_x509_aki_get_id`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_aki_get_id(aki: gnutls_x509_aki_t, id: *mut gnutls_datum_t) -> c_int {
    // SAFETY: `aki` is NULL or a live handle; `id` is NULL or valid for a write.
    guard::unit(|| unsafe {
        let found = opaque::get(aki)?.id.as_ref().ok_or(DATA_NOT_AVAILABLE)?;
        write_out(id, found.lent());
        Ok(())
    })
}

/// Sets the identifier of the issuer's key.
///
/// It is copied, and replaces the former one. It is the subject key identifier in the issuer's
/// certificate.
///
/// - `aki`: the authority key identifier
/// - `id`: the identifier
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_INVALID_REQUEST`: a pointer is NULL
///
/// Since 3.3.0. RFC 5280 section 4.2.1.1. Manual: `gnutls_x509_aki_set_id`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_aki_set_id(aki: gnutls_x509_aki_t, id: *const gnutls_datum_t) -> c_int {
    // SAFETY: `aki` is NULL or a live handle; `id` is NULL or a valid datum.
    guard::unit(|| unsafe {
        let id = NulTerminated::new(datum_bytes(id).ok_or(INVALID_REQUEST)?);
        opaque::get_mut(aki)?.id = Some(id);
        Ok(())
    })
}

/// Adds a name of the issuer of the issuer's certificate, and sets the serial number of that
/// certificate.
///
/// All are copied. Name and serial number together name the issuer's certificate: a file should have
/// both.
///
/// - `aki`: the authority key identifier
/// - `san_type`: the kind: `GNUTLS_SAN_DNSNAME`, `GNUTLS_SAN_RFC822NAME`, `GNUTLS_SAN_URI`,
///   `GNUTLS_SAN_IPADDRESS` (4 or 16 bytes), `GNUTLS_SAN_DN` (DER), `GNUTLS_SAN_REGISTERED_ID`
///   (dotted), `GNUTLS_SAN_OTHERNAME` (DER), or an other name that has a kind of its own, as
///   `GNUTLS_SAN_OTHERNAME_XMPP`
/// - `san`: the name
/// - `othername_oid`: the dotted type of a `GNUTLS_SAN_OTHERNAME`, NUL-terminated; else NULL
/// - `serial`: the serial number, big-endian; NULL leaves that as it is
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_INVALID_UTF8_STRING`, `GNUTLS_E_IDNA_ERROR`, `GNUTLS_E_INVALID_UTF8_EMAIL`: a host or
///   mailbox has no form in ASCII
/// - `GNUTLS_E_PARSING_ERROR`: a Kerberos principal has no realm, or too many components
/// - `GNUTLS_E_INVALID_REQUEST`: a pointer is NULL, or the kind is
///   `GNUTLS_SAN_OTHERNAME_MSUSERPRINCIPAL`
///
/// Since 3.3.0. RFC 5280 section 4.2.1.1. Manual: `gnutls_x509_aki_set_cert_issuer`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_aki_set_cert_issuer(
    aki: gnutls_x509_aki_t,
    san_type: c_uint,
    san: *const gnutls_datum_t,
    othername_oid: *const c_char,
    serial: *const gnutls_datum_t,
) -> c_int {
    // SAFETY: `aki` is NULL or a live handle; `san` and `serial` are NULL or valid datums; `othername_oid` is NULL or
    // a C string.
    guard::unit(|| unsafe {
        let name = AltName::given(san_type, san, othername_oid)?;
        let aki = opaque::get_mut(aki)?;
        if let Some(serial) = datum_bytes(serial) {
            aki.serial = Some(NulTerminated::new(serial));
        }
        aki.issuer.push(name);
        Ok(())
    })
}

/// Gives one name of the issuer of the issuer's certificate, and the serial number of that certificate.
///
/// It is lent, not copied: the bytes are valid until the object is freed or filled anew, and a NUL that
/// the size does not count follows them.
///
/// - `aki`: the authority key identifier
/// - `seq`: which name, from 0 on
/// - `san_type`: takes the kind (`gnutls_x509_subject_alt_name_t`); may be NULL
/// - `san`: takes the name, a DN in DER; may be NULL
/// - `othername_oid`: takes the dotted type of an other name, and is not written for another kind; may
///   be NULL
/// - `serial`: takes the serial number, big-endian, NULL and 0 if there is none; may be NULL
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE`: there are no more
/// - `GNUTLS_E_INVALID_REQUEST`: `aki` is NULL
///
/// Since 3.3.0. RFC 5280 section 4.2.1.1. Manual: `gnutls_x509_aki_get_cert_issuer`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_aki_get_cert_issuer(
    aki: gnutls_x509_aki_t,
    seq: c_uint,
    san_type: *mut c_uint,
    san: *mut gnutls_datum_t,
    othername_oid: *mut gnutls_datum_t,
    serial: *mut gnutls_datum_t,
) -> c_int {
    // SAFETY: `aki` is NULL or a live handle; `san_type`, `san`, `othername_oid` and `serial` are NULL or valid for
    // writes.
    guard::unit(|| unsafe {
        let aki = opaque::get(aki)?;
        let name = aki.issuer.get(seq as usize).ok_or(DATA_NOT_AVAILABLE)?;
        write_name(name, san_type, san, othername_oid);
        write_out(serial, aki.serial.as_ref().map_or(NO_DATUM, NulTerminated::lent));
        Ok(())
    })
}

/// Reads the authority key identifier in a certificate extension.
///
/// It replaces what the object held; on failure the object keeps it.
///
/// - `ext`: the extension's content: the DER that its OCTET STRING holds, as
///   `gnutls_x509_crt_get_extension_by_oid2` gives it; copied
/// - `aki`: the object to fill
/// - `flags`: not looked at; 0
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_ASN1_DER_ERROR`, `GNUTLS_E_ASN1_TAG_ERROR`: the bytes are no such extension, or the
///   identifier is empty
/// - `GNUTLS_E_X509_UNKNOWN_SAN`: a name is of a kind that has no number here
/// - `GNUTLS_E_INVALID_REQUEST`: a pointer is NULL
///
/// Since 3.3.0. RFC 5280 section 4.2.1.1. Manual: `gnutls_x509_ext_import_authority_key_id`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_ext_import_authority_key_id(
    ext: *const gnutls_datum_t,
    aki: gnutls_x509_aki_t,
    flags: c_uint,
) -> c_int {
    let _ = flags;
    // SAFETY: `aki` is NULL or a live handle; `ext` is NULL or a valid datum.
    guard::unit(|| unsafe {
        let read = ext::key_id::read_authority(extension_content(ext)?)?;
        let issuer = read_names(&read.issuer)?;
        *opaque::get_mut(aki)? = Aki {
            id: read.key_id.map(NulTerminated::new),
            issuer,
            serial: read.serial.map(NulTerminated::new),
        };
        Ok(())
    })
}

/// Writes an authority key identifier as the content of a certificate extension.
///
/// The caller frees `ext->data` with `gnutls_free`. `gnutls_x509_crt_set_extension_by_oid` puts it into
/// a certificate.
///
/// - `aki`: the authority key identifier
/// - `ext`: takes the content
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_UNIMPLEMENTED_FEATURE`: a URI is not ASCII
/// - `GNUTLS_E_ASN1_VALUE_NOT_VALID`: an other name has no type, or an identifier is not dotted
/// - `GNUTLS_E_INTERNAL_ERROR`: a name is of an unknown kind, or a DN is not DER
/// - `GNUTLS_E_INVALID_REQUEST`: a pointer is NULL
///
/// Since 3.3.0. RFC 5280 section 4.2.1.1. Manual: `gnutls_x509_ext_export_authority_key_id`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_ext_export_authority_key_id(
    aki: gnutls_x509_aki_t,
    ext: *mut gnutls_datum_t,
) -> c_int {
    // SAFETY: `aki` is NULL or a live handle; `ext` is NULL or valid for a write.
    guard::unit(|| unsafe {
        let aki = opaque::get(aki)?;
        let (id, serial) =
            (aki.id.as_ref().map(NulTerminated::bytes), aki.serial.as_ref().map(NulTerminated::bytes));
        write_datum(&ext::key_id::write_authority(id, &encode_names(&aki.issuer)?, serial), ext)
    })
}
