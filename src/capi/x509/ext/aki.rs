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

// SAFETY: `gnutls_x509_aki_init` makes every handle.
unsafe impl Opaque for gnutls_x509_aki_st {
    type Object = Aki;
}

/// Creates an empty authority key identifier. Manual: `gnutls_x509_aki_init`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_aki_init(aki: *mut gnutls_x509_aki_t) -> c_int {
    // SAFETY: `aki` is NULL or valid for a write.
    guard::unit(|| unsafe { opaque::give(aki, Aki::default()) })
}

/// Frees an authority key identifier. Manual: `gnutls_x509_aki_deinit`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_aki_deinit(aki: gnutls_x509_aki_t) {
    // SAFETY: `aki` is NULL or a handle that is dead afterwards.
    guard::or((), || unsafe {
        drop(opaque::take(aki));
    })
}

/// The key identifier; it points into the object. Manual: `gnutls_x509_aki_get_id`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_aki_get_id(aki: gnutls_x509_aki_t, id: *mut gnutls_datum_t) -> c_int {
    // SAFETY: `aki` is NULL or a live handle; `id` is NULL or valid for a write.
    guard::unit(|| unsafe {
        let found = opaque::get(aki)?.id.as_ref().ok_or(DATA_NOT_AVAILABLE)?;
        write_out(id, found.lent());
        Ok(())
    })
}

/// Sets the key identifier. Manual: `gnutls_x509_aki_set_id`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_aki_set_id(aki: gnutls_x509_aki_t, id: *const gnutls_datum_t) -> c_int {
    // SAFETY: `aki` is NULL or a live handle; `id` is NULL or a valid datum.
    guard::unit(|| unsafe {
        let id = NulTerminated::new(datum_bytes(id).ok_or(INVALID_REQUEST)?);
        opaque::get_mut(aki)?.id = Some(id);
        Ok(())
    })
}

/// One more name of the issuer's certificate, and with `serial` its serial number. Manual: `gnutls_x509_aki_set_cert_issuer`.
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

/// Name `seq` of the issuer's certificate, and its serial number; both point into the object. Manual: `gnutls_x509_aki_get_cert_issuer`.
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

/// Reads the extension's content. Manual: `gnutls_x509_ext_import_authority_key_id`.
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

/// The content of the extension; the caller frees it. Manual: `gnutls_x509_ext_export_authority_key_id`.
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
