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

// SAFETY: `gnutls_x509_aia_init` makes every handle.
unsafe impl Opaque for gnutls_x509_aia_st {
    type Object = Aia;
}

/// Creates an empty list of access descriptions. Manual: `gnutls_x509_aia_init`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_aia_init(aia: *mut gnutls_x509_aia_t) -> c_int {
    // SAFETY: `aia` is NULL or valid for a write.
    guard::unit(|| unsafe { opaque::give(aia, Aia::default()) })
}

/// Frees a list of access descriptions. Manual: `gnutls_x509_aia_deinit`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_aia_deinit(aia: gnutls_x509_aia_t) {
    // SAFETY: `aia` is NULL or a handle that is dead afterwards.
    guard::or((), || unsafe {
        drop(opaque::take(aia));
    })
}

/// Access description `seq`: method, kind of place, place; they point into the list. Manual: `gnutls_x509_aia_get`.
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

/// One more access description. Manual: `gnutls_x509_aia_set`.
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

/// Adds the access descriptions of the extension's content. Manual: `gnutls_x509_ext_import_aia`.
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

/// The content of the extension; the caller frees it. Manual: `gnutls_x509_ext_export_aia`.
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
