//! TLS features (RFC 7633).
use core::ffi::{c_int, c_uint};

use crate::abi::*;
use crate::asn1::oid;
use crate::capi::ffi::memory::{write_datum, write_out};
use crate::capi::ffi::{guard, opaque};
use crate::capi::object::alt_name::extension_content;
use crate::capi::object::crt::get_crt;
use crate::capi::object::policies::{MAX_FEATURES, TlsFeatures};
use crate::error::{DATA_NOT_AVAILABLE, INVALID_REQUEST};
use crate::pki::ext;

/// Creates an empty list of TLS features.
///
/// `gnutls_x509_tlsfeatures_add` or `gnutls_x509_ext_import_tlsfeatures` fills it;
/// `gnutls_x509_tlsfeatures_deinit` frees it. A certificate with feature 5 (status_request) wants its
/// server to staple an OCSP response.
///
/// - `f`: takes the new list
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_INVALID_REQUEST`: the pointer is NULL
///
/// Since 3.5.1. RFC 7633. Manual: `gnutls_x509_tlsfeatures_init`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_tlsfeatures_init(f: *mut gnutls_x509_tlsfeatures_t) -> c_int {
    // SAFETY: `f` is NULL or valid for a write.
    guard::unit(|| unsafe { opaque::give(f, TlsFeatures::default()) })
}

/// Frees a list of TLS features.
///
/// Certificates that were made with the list keep what was written.
///
/// - `f`: the list of `gnutls_x509_tlsfeatures_init`; NULL is ignored
///
/// Since 3.5.1. Manual: `gnutls_x509_tlsfeatures_deinit`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_tlsfeatures_deinit(f: gnutls_x509_tlsfeatures_t) {
    // SAFETY: `f` is NULL or a handle that is not used afterwards.
    guard::or((), || unsafe {
        drop(opaque::take(f));
    })
}

/// Adds a feature to a list of TLS features.
///
/// - `f`: the list, of at most 64 features
/// - `feature`: the number of a TLS extension, as 5 for status_request, 17 for status_request_v2
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_INTERNAL_ERROR`: the list is full
/// - `GNUTLS_E_INVALID_REQUEST`: `f` is NULL, or the number is above 65535
///
/// Since 3.5.1. RFC 7633 section 4.1. Manual: `gnutls_x509_tlsfeatures_add`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_tlsfeatures_add(f: gnutls_x509_tlsfeatures_t, feature: c_uint) -> c_int {
    // SAFETY: `f` is NULL or a live handle.
    guard::unit(|| unsafe {
        if feature > 0xffff {
            return Err(INVALID_REQUEST);
        }
        let list = &mut opaque::get_mut(f)?.0;
        if list.len() == MAX_FEATURES {
            return Err(GNUTLS_E_INTERNAL_ERROR.into());
        }
        list.push(feature);
        Ok(())
    })
}

/// Gives one feature of a list of TLS features.
///
/// - `f`: the list
/// - `idx`: which feature, from 0 on
/// - `feature`: takes the number of a TLS extension, as 5 for status_request; may be NULL
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE`: there are no more
/// - `GNUTLS_E_INVALID_REQUEST`: `f` is NULL
///
/// Since 3.5.1. RFC 7633 section 4.1. Manual: `gnutls_x509_tlsfeatures_get`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_tlsfeatures_get(
    f: gnutls_x509_tlsfeatures_t,
    idx: c_uint,
    feature: *mut c_uint,
) -> c_int {
    // SAFETY: `f` is NULL or a live handle; `feature` is NULL or valid for a write.
    guard::unit(|| unsafe {
        write_out(feature, *opaque::get(f)?.0.get(idx as usize).ok_or(DATA_NOT_AVAILABLE)?);
        Ok(())
    })
}

/// Reads the TLS features in a certificate extension.
///
/// They replace those in the list, unless the flag asks for both; a feature that is there already is
/// not added again.
///
/// - `ext`: the extension's content: the DER that its OCTET STRING holds, as
///   `gnutls_x509_crt_get_extension_by_oid2` gives it; copied
/// - `f`: the list to fill
/// - `flags`: 0 or `GNUTLS_EXT_FLAG_APPEND`
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_ASN1_DER_ERROR`, `GNUTLS_E_ASN1_TAG_ERROR`: the bytes are no such extension
/// - `GNUTLS_E_CERTIFICATE_ERROR`: a number is above 65535
/// - `GNUTLS_E_INTERNAL_ERROR`: there are more than 64 features
/// - `GNUTLS_E_INVALID_REQUEST`: a pointer is NULL
///
/// Since 3.5.1. RFC 7633 section 4.1. Manual: `gnutls_x509_ext_import_tlsfeatures`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_ext_import_tlsfeatures(
    ext: *const gnutls_datum_t,
    f: gnutls_x509_tlsfeatures_t,
    flags: c_uint,
) -> c_int {
    // SAFETY: `f` is NULL or a live handle; `ext` is NULL or a valid datum.
    guard::unit(|| unsafe {
        let value = extension_content(ext)?;
        opaque::get_mut(f)?.import(value, flags & GNUTLS_EXT_FLAG_APPEND != 0)
    })
}

/// Writes a list of TLS features as the content of a certificate extension.
///
/// The caller frees `ext->data` with `gnutls_free`. `gnutls_x509_crt_set_extension_by_oid` puts it into
/// a certificate.
///
/// - `f`: the list
/// - `ext`: takes the content
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_INVALID_REQUEST`: a pointer is NULL
///
/// Since 3.5.1. RFC 7633 section 4.1. Manual: `gnutls_x509_ext_export_tlsfeatures`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_ext_export_tlsfeatures(
    f: gnutls_x509_tlsfeatures_t,
    ext: *mut gnutls_datum_t,
) -> c_int {
    // SAFETY: `f` is NULL or a live handle; `ext` is NULL or valid for a write.
    guard::unit(|| unsafe { write_datum(&ext::tls_features::write(&opaque::get(f)?.0), ext) })
}

/// Tells whether a certificate asks for every feature of a list.
///
/// An authority with TLS features binds the certificates below it to them.
///
/// - `feat`: the list
/// - `cert`: the certificate
///
/// Returns non-zero if it asks for each or the list is empty, 0 if it does not, its extension cannot be
/// read or a pointer is NULL.
///
/// Since 3.5.1. RFC 7633 section 4.2.2. Manual: `gnutls_x509_tlsfeatures_check_crt`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_tlsfeatures_check_crt(
    feat: gnutls_x509_tlsfeatures_t,
    cert: gnutls_x509_crt_t,
) -> c_uint {
    // SAFETY: `feat` and `cert` are NULL or live handles.
    guard::or(0, || unsafe {
        let (Ok(list), Ok(cert)) = (opaque::get(feat), get_crt(cert)) else { return 0 };
        if list.0.is_empty() {
            return 1;
        }
        let own = cert.extension(oid::TLS_FEATURES).and_then(|e| ext::tls_features::read(e.value).ok());
        own.is_some_and(|own| list.0.iter().all(|f| own.contains(f))).into()
    })
}
