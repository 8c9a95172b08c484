//! Extended key usage.
use core::ffi::{c_char, c_int, c_uint};

use crate::abi::*;
use crate::asn1::der::Write as _;
use crate::capi::ffi::memory::{NulTerminated, bytes_of, write_datum, write_out};
use crate::capi::ffi::opaque::Opaque;
use crate::capi::ffi::{guard, opaque};
use crate::capi::object::alt_name::{extension_content, oid_of_text, oid_text};
use crate::error::{DATA_NOT_AVAILABLE, INVALID_REQUEST, Result};
use crate::pki::ext;

/// What a `gnutls_x509_key_purposes_t` points to.
#[derive(Default)]
pub struct Purposes(Vec<NulTerminated>);

// SAFETY: all handles are created by `gnutls_x509_key_purpose_init`.
unsafe impl Opaque for gnutls_x509_key_purposes_st {
    type Object = Purposes;
}

/// Creates an empty list of key purposes (extended key usage).
///
/// `gnutls_x509_key_purpose_set` or `gnutls_x509_ext_import_key_purposes` fills it;
/// `gnutls_x509_key_purpose_deinit` frees it.
///
/// - `p`: takes the new list
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_INVALID_REQUEST`: the pointer is NULL
///
/// Since 3.3.0. RFC 5280 section 4.2.1.12. Manual: `gnutls_x509_key_purpose_init`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_key_purpose_init(p: *mut gnutls_x509_key_purposes_t) -> c_int {
    // SAFETY: `p` is NULL or valid for a write.
    guard::unit(|| unsafe { opaque::give(p, Purposes::default()) })
}

/// Frees a list of key purposes.
///
/// What `gnutls_x509_key_purpose_get` lent of it is no longer valid.
///
/// - `p`: the list of `gnutls_x509_key_purpose_init`; NULL is ignored
///
/// Since 3.3.0. Manual: `gnutls_x509_key_purpose_deinit`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_key_purpose_deinit(p: gnutls_x509_key_purposes_t) {
    // SAFETY: `p` is NULL or a handle that is not used afterwards.
    guard::or((), || unsafe {
        drop(opaque::take(p));
    })
}

/// Adds a purpose to a list of key purposes.
///
/// It is copied; what is no identifier is told when the list is written.
///
/// - `p`: the list
/// - `oid`: the dotted purpose, NUL-terminated, as `GNUTLS_KP_TLS_WWW_SERVER`
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_INVALID_REQUEST`: a pointer is NULL
///
/// Since 3.3.0. RFC 5280 section 4.2.1.12. Manual: `gnutls_x509_key_purpose_set`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_key_purpose_set(
    p: gnutls_x509_key_purposes_t,
    oid: *const c_char,
) -> c_int {
    // SAFETY: `p` is NULL or a live handle; `oid` is NULL or a C string.
    guard::unit(|| unsafe {
        let id = NulTerminated::new(bytes_of(oid).ok_or(INVALID_REQUEST)?);
        opaque::get_mut(p)?.0.push(id);
        Ok(())
    })
}

/// Gives one purpose of a list of key purposes.
///
/// It is lent, not copied: the bytes are valid until the object is freed or filled anew, and a NUL that
/// the size does not count follows them.
///
/// - `p`: the list
/// - `idx`: which purpose, from 0 on
/// - `oid`: takes the dotted purpose; may be NULL
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE`: there are no more
/// - `GNUTLS_E_INVALID_REQUEST`: `p` is NULL
///
/// Since 3.3.0. RFC 5280 section 4.2.1.12. Manual: `gnutls_x509_key_purpose_get`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_key_purpose_get(
    p: gnutls_x509_key_purposes_t,
    idx: c_uint,
    oid: *mut gnutls_datum_t,
) -> c_int {
    // SAFETY: `p` is NULL or a live handle; `oid` is NULL or valid for a write.
    guard::unit(|| unsafe {
        let found = opaque::get(p)?.0.get(idx as usize).ok_or(DATA_NOT_AVAILABLE)?;
        write_out(oid, found.lent());
        Ok(())
    })
}

/// Reads the key purposes in a certificate extension.
///
/// They replace those in the list. On failure it keeps what it held.
///
/// - `ext`: the extension's content: the DER that its OCTET STRING holds, as
///   `gnutls_x509_crt_get_extension_by_oid2` gives it; copied
/// - `p`: the list to fill
/// - `flags`: not looked at; 0
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_ASN1_DER_ERROR`, `GNUTLS_E_ASN1_TAG_ERROR`: the bytes are no such extension
/// - `GNUTLS_E_INVALID_REQUEST`: a pointer is NULL
///
/// Since 3.3.0. RFC 5280 section 4.2.1.12. Manual: `gnutls_x509_ext_import_key_purposes`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_ext_import_key_purposes(
    ext: *const gnutls_datum_t,
    p: gnutls_x509_key_purposes_t,
    flags: c_uint,
) -> c_int {
    let _ = flags;
    // SAFETY: `p` is NULL or a live handle; `ext` is NULL or a valid datum.
    guard::unit(|| unsafe {
        let read: Vec<NulTerminated> = ext::key_purposes::read(extension_content(ext)?)?
            .into_iter()
            .map(oid_text)
            .collect::<Result<_>>()?;
        opaque::get_mut(p)?.0 = read;
        Ok(())
    })
}

/// Writes a list of key purposes as the content of a certificate extension.
///
/// The caller frees `ext->data` with `gnutls_free`. `gnutls_x509_crt_set_extension_by_oid` puts it into
/// a certificate.
///
/// - `p`: the list
/// - `ext`: takes the content
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_ASN1_VALUE_NOT_VALID`: a purpose is no dotted identifier
/// - `GNUTLS_E_INVALID_REQUEST`: a pointer is NULL
///
/// Since 3.3.0. RFC 5280 section 4.2.1.12. Manual: `gnutls_x509_ext_export_key_purposes`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_ext_export_key_purposes(
    p: gnutls_x509_key_purposes_t,
    ext: *mut gnutls_datum_t,
) -> c_int {
    // SAFETY: `p` is NULL or a live handle; `ext` is NULL or valid for a write.
    guard::unit(|| unsafe {
        let mut row = Vec::new();
        for purpose in &opaque::get(p)?.0 {
            row.oid(&oid_of_text(purpose)?);
        }
        write_datum(&ext::values::sequence(&[&row]), ext)
    })
}
