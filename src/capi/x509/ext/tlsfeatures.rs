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

/// Creates an empty list of features. Manual: `gnutls_x509_tlsfeatures_init`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_tlsfeatures_init(f: *mut gnutls_x509_tlsfeatures_t) -> c_int {
    // SAFETY: `f` is NULL or valid for a write.
    guard::unit(|| unsafe { opaque::give(f, TlsFeatures::default()) })
}

/// Frees a list of features. Manual: `gnutls_x509_tlsfeatures_deinit`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_tlsfeatures_deinit(f: gnutls_x509_tlsfeatures_t) {
    // SAFETY: `f` is NULL or a handle that is dead afterwards.
    guard::or((), || unsafe {
        drop(opaque::take(f));
    })
}

/// One more feature. Manual: `gnutls_x509_tlsfeatures_add`.
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

/// Feature `idx`. Manual: `gnutls_x509_tlsfeatures_get`.
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

/// Reads the features of the extension's content; with `GNUTLS_EXT_FLAG_APPEND` those that are there stay. Manual: `gnutls_x509_ext_import_tlsfeatures`.
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

/// The content of the extension; the caller frees it. Manual: `gnutls_x509_ext_export_tlsfeatures`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_ext_export_tlsfeatures(
    f: gnutls_x509_tlsfeatures_t,
    ext: *mut gnutls_datum_t,
) -> c_int {
    // SAFETY: `f` is NULL or a live handle; `ext` is NULL or valid for a write.
    guard::unit(|| unsafe { write_datum(&ext::tls_features::write(&opaque::get(f)?.0), ext) })
}

/// Non-zero if the certificate asks for every feature of the list. Manual: `gnutls_x509_tlsfeatures_check_crt`.
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
