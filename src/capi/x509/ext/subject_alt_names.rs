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

// SAFETY: `gnutls_subject_alt_names_init` makes every handle.
unsafe impl Opaque for gnutls_subject_alt_names_st {
    type Object = AltNames;
}

/// Creates an empty list of names. Manual: `gnutls_subject_alt_names_init`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_subject_alt_names_init(sans: *mut gnutls_subject_alt_names_t) -> c_int {
    // SAFETY: `sans` is NULL or valid for a write.
    guard::unit(|| unsafe { opaque::give(sans, AltNames::default()) })
}

/// Frees a list of names. Manual: `gnutls_subject_alt_names_deinit`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_subject_alt_names_deinit(sans: gnutls_subject_alt_names_t) {
    // SAFETY: `sans` is NULL or a handle that is dead afterwards.
    guard::or((), || unsafe {
        drop(opaque::take(sans));
    })
}

/// Name `seq`; what comes back points into the list. Manual: `gnutls_subject_alt_names_get`.
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

/// One more name; hosts and mailboxes may be UTF-8. Manual: `gnutls_subject_alt_names_set`.
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

/// Adds the names of the extension's content to a list. Manual: `gnutls_x509_ext_import_subject_alt_names`.
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

/// The content of an extension with these names; the caller frees it. Manual: `gnutls_x509_ext_export_subject_alt_names`.
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

/// The text of an other name of a kind that has a number, and that number. `GNUTLS_E_X509_UNKNOWN_SAN` for another. Manual: `gnutls_x509_othername_to_virtual`.
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
        write_out(virt_type, kind);
        if virt.is_null() { Ok(()) } else { write_datum(&text, virt) }
    })
}
