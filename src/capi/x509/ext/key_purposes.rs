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

// SAFETY: `gnutls_x509_key_purpose_init` makes every handle.
unsafe impl Opaque for gnutls_x509_key_purposes_st {
    type Object = Purposes;
}

/// Creates an empty list of purposes. Manual: `gnutls_x509_key_purpose_init`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_key_purpose_init(p: *mut gnutls_x509_key_purposes_t) -> c_int {
    // SAFETY: `p` is NULL or valid for a write.
    guard::unit(|| unsafe { opaque::give(p, Purposes::default()) })
}

/// Frees a list of purposes. Manual: `gnutls_x509_key_purpose_deinit`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_key_purpose_deinit(p: gnutls_x509_key_purposes_t) {
    // SAFETY: `p` is NULL or a handle that is dead afterwards.
    guard::or((), || unsafe {
        drop(opaque::take(p));
    })
}

/// One more purpose, dotted. Manual: `gnutls_x509_key_purpose_set`.
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

/// Purpose `idx`; it points into the list. Manual: `gnutls_x509_key_purpose_get`.
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

/// Reads the purposes of the extension's content. Manual: `gnutls_x509_ext_import_key_purposes`.
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

/// The content of the extension; the caller frees it. Manual: `gnutls_x509_ext_export_key_purposes`.
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
