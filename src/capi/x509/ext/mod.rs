//! Extensions as DER: basic constraints, key usage and others without an object of their own.
pub mod aia;
pub mod aki;
pub mod ct_scts;
pub mod dist_points;
pub mod key_purposes;
pub mod name_constraints;
pub mod policies;
pub mod subject_alt_names;
pub mod tlsfeatures;

use core::ffi::{c_char, c_int, c_uint};

use crate::abi::*;
use crate::asn1::der;
use crate::asn1::der::Reader;
use crate::capi::ffi::guard;
use crate::capi::ffi::memory::{datum_bytes, free, slice, write_datum, write_out};
use crate::capi::object::alt_name::{extension_content, oid_of};
use crate::capi::object::crt::{path_len, usage_period, write_proxy};
use crate::error::INVALID_REQUEST;
use crate::pki::cert::Extension;
use crate::pki::ext;
use crate::pki::text::extensions;

/// Authority or not, and how many may follow (-1: any number). Manual: `gnutls_x509_ext_import_basic_constraints`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_ext_import_basic_constraints(
    ext: *const gnutls_datum_t,
    ca: *mut c_uint,
    pathlen: *mut c_int,
) -> c_int {
    // SAFETY: `ext` is NULL or a valid datum; `ca` and `pathlen` are NULL or valid for writes.
    guard::unit(|| unsafe {
        let read = ext::basic_constraints::read(extension_content(ext)?)?;
        write_out(ca, read.ca.into());
        write_out(pathlen, read.path_len.and_then(|n| c_int::try_from(n).ok()).unwrap_or(-1));
        Ok(())
    })
}

/// The content of the extension; the caller frees it. Manual: `gnutls_x509_ext_export_basic_constraints`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_ext_export_basic_constraints(
    ca: c_uint,
    pathlen: c_int,
    ext: *mut gnutls_datum_t,
) -> c_int {
    // SAFETY: `ext` is NULL or valid for a write.
    guard::unit(|| unsafe { write_datum(&ext::basic_constraints::write(ca != 0, path_len(pathlen)), ext) })
}

/// What the key is for: `GNUTLS_KEY_*`. Manual: `gnutls_x509_ext_import_key_usage`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_ext_import_key_usage(
    ext: *const gnutls_datum_t,
    key_usage: *mut c_uint,
) -> c_int {
    // SAFETY: `ext` is NULL or a valid datum; `key_usage` is NULL or valid for a write.
    guard::unit(|| unsafe {
        write_out(key_usage, ext::key_usage::read(extension_content(ext)?)?);
        Ok(())
    })
}

/// The content of the extension; the caller frees it. Manual: `gnutls_x509_ext_export_key_usage`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_ext_export_key_usage(usage: c_uint, ext: *mut gnutls_datum_t) -> c_int {
    // SAFETY: `ext` is NULL or valid for a write.
    guard::unit(|| unsafe { write_datum(&ext::key_usage::write(usage), ext) })
}

/// The key identifier; the caller frees it. Manual: `gnutls_x509_ext_import_subject_key_id`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_ext_import_subject_key_id(
    ext: *const gnutls_datum_t,
    id: *mut gnutls_datum_t,
) -> c_int {
    // SAFETY: `ext` is NULL or a valid datum; `id` is NULL or valid for a write.
    guard::unit(|| unsafe { write_datum(der::whole(extension_content(ext)?, der::OCTET_STRING)?.value, id) })
}

/// The content of the extension; the caller frees it. Manual: `gnutls_x509_ext_export_subject_key_id`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_ext_export_subject_key_id(
    id: *const gnutls_datum_t,
    ext: *mut gnutls_datum_t,
) -> c_int {
    // SAFETY: `id` is NULL or a valid datum; `ext` is NULL or valid for a write.
    guard::unit(|| unsafe {
        write_datum(&ext::values::octet_string(datum_bytes(id).ok_or(INVALID_REQUEST)?), ext)
    })
}

/// How many certificates may follow before "any policy" stops counting. Manual: `gnutls_x509_ext_import_inhibit_anypolicy`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_ext_import_inhibit_anypolicy(
    ext: *const gnutls_datum_t,
    skipcerts: *mut c_uint,
) -> c_int {
    // SAFETY: `ext` is NULL or a valid datum; `skipcerts` is NULL or an array as long as its size says.
    guard::unit(|| unsafe {
        write_out(skipcerts, Reader::new(extension_content(ext)?).small()?);
        Ok(())
    })
}

/// The content of the extension; the caller frees it. Manual: `gnutls_x509_ext_export_inhibit_anypolicy`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_ext_export_inhibit_anypolicy(
    skipcerts: c_uint,
    ext: *mut gnutls_datum_t,
) -> c_int {
    // SAFETY: `ext` is NULL or valid for a write.
    guard::unit(|| unsafe { write_datum(&ext::values::integer(skipcerts), ext) })
}

/// When the private key may be used; -1 for a time that is not there. Manual: `gnutls_x509_ext_import_private_key_usage_period`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_ext_import_private_key_usage_period(
    ext: *const gnutls_datum_t,
    activation: *mut time_t,
    expiration: *mut time_t,
) -> c_int {
    // SAFETY: `ext` is NULL or a valid datum; `activation` and `expiration` are NULL or valid for writes.
    guard::unit(|| unsafe {
        let (from, to) = ext::key_usage::read_period(extension_content(ext)?)?;
        write_out(activation, from.unwrap_or(-1));
        write_out(expiration, to.unwrap_or(-1));
        Ok(())
    })
}

/// The content of the extension; the caller frees it. Manual: `gnutls_x509_ext_export_private_key_usage_period`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_ext_export_private_key_usage_period(
    activation: time_t,
    expiration: time_t,
    ext: *mut gnutls_datum_t,
) -> c_int {
    // SAFETY: `ext` is NULL or valid for a write.
    guard::unit(|| unsafe { write_datum(&usage_period(activation, expiration)?, ext) })
}

/// What a proxy certificate says; language and policy are freed by the caller. Manual: `gnutls_x509_ext_import_proxy`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_ext_import_proxy(
    ext: *const gnutls_datum_t,
    pathlen: *mut c_int,
    policy_language: *mut *mut c_char,
    policy: *mut *mut c_char,
    sizeof_policy: *mut usize,
) -> c_int {
    // SAFETY: `ext` is NULL or a valid datum; `pathlen`, `policy_language`, `policy` and `sizeof_policy` are NULL or
    // valid for writes.
    guard::unit(|| unsafe {
        write_proxy(extension_content(ext)?, pathlen, policy_language, policy, sizeof_policy)
    })
}

/// The content of the extension; the caller frees it. Manual: `gnutls_x509_ext_export_proxy`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_ext_export_proxy(
    path_len_constraint: c_int,
    policy_language: *const c_char,
    policy: *const c_char,
    sizeof_policy: usize,
    ext: *mut gnutls_datum_t,
) -> c_int {
    // SAFETY: `policy_language` is NULL or a C string; `policy` is NULL or has as many bytes as its length says; `ext` is NULL
    // or valid for a write.
    guard::unit(|| unsafe {
        let language = oid_of(policy_language)?;
        let policy = if policy.is_null() { None } else { Some(slice(policy.cast(), sizeof_policy)) };
        write_datum(&ext::proxy::write(path_len(path_len_constraint), &language, policy), ext)
    })
}

/// Extensions for people to read; the caller frees the text. Manual: `gnutls_x509_ext_print`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_ext_print(
    exts: *mut gnutls_x509_ext_st,
    exts_size: c_uint,
    format: gnutls_certificate_print_formats_t,
    out: *mut gnutls_datum_t,
) -> c_int {
    let _ = format;
    // SAFETY: `exts` is NULL or an array as long as its size says; `out` is NULL or valid for a write.
    guard::unit(|| unsafe {
        if exts.is_null() && exts_size > 0 {
            return Err(INVALID_REQUEST);
        }
        let mut text = Vec::new();
        for i in 0..exts_size as usize {
            let e = &*exts.add(i);
            let id = oid_of(e.oid)?;
            let value = datum_bytes(&e.data).unwrap_or(b"");
            extensions::print(&mut text, &Extension { oid: &id, critical: e.critical != 0, value }, "\t\t");
        }
        write_datum(&text, out)
    })
}

/// Frees what the struct points to. Manual: `gnutls_x509_ext_deinit`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_ext_deinit(ext: *mut gnutls_x509_ext_st) {
    // SAFETY: `ext` is NULL or valid for a write.
    guard::or((), || unsafe {
        if let Some(e) = ext.as_mut() {
            free(e.oid.cast());
            free(e.data.data.cast());
            e.oid = core::ptr::null_mut();
            e.data = gnutls_datum_t { data: core::ptr::null_mut(), size: 0 };
        }
    })
}
