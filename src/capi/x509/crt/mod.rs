//! X.509 certificates: import, export, lists, text.
pub mod get;
pub mod get_ext;
pub mod set;
pub mod set_ext;
pub mod verify;

use core::ffi::{c_char, c_int, c_uint, c_void};

use crate::abi::*;
use crate::asn1::pem;
use crate::capi::ffi::memory::{datum_bytes, datum_in, write_datum, write_sized};
use crate::capi::ffi::{guard, opaque};
use crate::capi::object::crt::{X509Crt, get_crt, new_crt, write_crt_list};
use crate::capi::object::pin::Pin;
use crate::capi::object::url::{import_crt_url, url_chain};
use crate::error::{INVALID_REQUEST, Result, err};
use crate::pki::cert::Certificate;
use crate::pki::key_file::Format;
use crate::pki::text;
use crate::pki::verify::{path, trust};

/// Fills a certificate from a URL; errors as `gnutls_privkey_import_url`. Manual: `gnutls_x509_crt_import_url`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crt_import_url(
    crt: gnutls_x509_crt_t,
    url: *const c_char,
    flags: c_uint,
) -> c_int {
    // SAFETY: `crt` is NULL or a certificate of the caller, `url` NULL or a C string.
    guard::unit(|| unsafe { import_crt_url(crt, url, flags) })
}

/// The certificate behind a URL with those above it, in a fresh array: each is freed by the caller, then the array with
/// `gnutls_free`. Manual: `gnutls_x509_crt_list_import_url`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crt_list_import_url(
    certs: *mut *mut gnutls_x509_crt_t,
    size: *mut c_uint,
    url: *const c_char,
    pin_fn: gnutls_pin_callback_t,
    pin_fn_userdata: *mut c_void,
    flags: c_uint,
) -> c_int {
    // SAFETY: `url` is NULL or a C string; `certs` and `size` are NULL or valid for writes.
    guard::unit(|| unsafe {
        if certs.is_null() || size.is_null() {
            return Err(INVALID_REQUEST);
        }
        let list = url_chain(url, Pin { function: pin_fn, userdata: pin_fn_userdata }, flags)?;
        write_crt_list(&list, certs, size)
    })
}

/// Creates an empty certificate. Manual: `gnutls_x509_crt_init`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crt_init(cert: *mut gnutls_x509_crt_t) -> c_int {
    // SAFETY: `cert` is NULL or valid for a write.
    guard::unit(|| unsafe { opaque::give(cert, X509Crt::default()) })
}

/// Frees a certificate. Manual: `gnutls_x509_crt_deinit`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crt_deinit(cert: gnutls_x509_crt_t) {
    // SAFETY: `cert` is NULL or a handle that is dead afterwards.
    guard::or((), || drop(unsafe { opaque::take(cert) }));
}

fn parse(der: &[u8], flags: u32) -> Result<Certificate> {
    if flags & GNUTLS_X509_CRT_FLAG_IGNORE_SANITY != 0 {
        Certificate::from_der_lenient(der)
    } else {
        Certificate::from_der(der)
    }
}

/// Fills a certificate from DER or PEM (labels `CERTIFICATE`, `X509 CERTIFICATE`); a second import replaces the first.
/// Manual: `gnutls_x509_crt_import`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crt_import(
    cert: gnutls_x509_crt_t,
    data: *const gnutls_datum_t,
    format: gnutls_x509_crt_fmt_t,
) -> c_int {
    guard::unit(|| {
        // SAFETY: `cert` is NULL or a live handle; `data` is NULL or a valid datum.
        let (c, bytes) = unsafe { (opaque::get_mut(cert)?, datum_in(data)?) };
        let parsed = if format == GNUTLS_X509_FMT_PEM {
            // A label need only begin so: what else has such a block, its bytes tell.
            let (_, der) = pem::decode_either(trust::CERTIFICATE_LABELS, bytes)?;
            parse(&der, c.flags)?
        } else {
            parse(bytes, c.flags)?
        };
        *c = X509Crt { flags: c.flags, pin: c.pin, ..X509Crt::of(parsed) };
        Ok(())
    })
}

/// Applies the flags of a list import: sorting, or refusal of a list that is not sorted.
fn sorted(list: Vec<Certificate>, flags: u32) -> Result<Vec<Certificate>> {
    if flags & GNUTLS_X509_CRT_LIST_SORT != 0 && !list.is_empty() {
        return path::sort(&list);
    }
    if flags & GNUTLS_X509_CRT_LIST_FAIL_IF_UNSORTED != 0 && !path::is_sorted(&list) {
        return err(GNUTLS_E_CERTIFICATE_LIST_UNSORTED);
    }
    Ok(list)
}

/// Reads a list into an array that the caller has; the answer is how many were read. Of more than fit the first are
/// kept, unless `GNUTLS_X509_CRT_LIST_IMPORT_FAIL_IF_EXCEED` asks for `GNUTLS_E_SHORT_MEMORY_BUFFER`.
/// Manual: `gnutls_x509_crt_list_import`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crt_list_import(
    certs: *mut gnutls_x509_crt_t,
    cert_max: *mut c_uint,
    data: *const gnutls_datum_t,
    format: gnutls_x509_crt_fmt_t,
    flags: c_uint,
) -> c_int {
    guard::code(|| {
        if cert_max.is_null() {
            return Err(INVALID_REQUEST);
        }
        // SAFETY: `data` is NULL or a valid datum; `cert_max` is NULL or valid for a write.
        let (bytes, capacity) = unsafe { (datum_in(data)?, *cert_max as usize) };
        let list = trust::read_certificates(bytes, list_format(format))?;
        if list.len() > capacity && flags & GNUTLS_X509_CRT_LIST_IMPORT_FAIL_IF_EXCEED != 0 {
            // SAFETY: not NULL, above.
            unsafe { cert_max.write(list.len() as c_uint) };
            return err(GNUTLS_E_SHORT_MEMORY_BUFFER);
        }
        let list = sorted(list.into_iter().take(capacity).collect(), flags)?;
        if certs.is_null() && !list.is_empty() {
            return Err(INVALID_REQUEST);
        }
        for (i, c) in list.iter().enumerate() {
            // SAFETY: `certs` has `*cert_max` places.
            unsafe { certs.add(i).write(new_crt(c.clone())) };
        }
        // SAFETY: not NULL, above.
        unsafe { cert_max.write(list.len() as c_uint) };
        Ok(list.len() as c_int)
    })
}

/// Lists are in DER only if the caller says so.
fn list_format(format: gnutls_x509_crt_fmt_t) -> Format {
    Format::from_raw(format)
}

/// Reads a list into a fresh array: each certificate is freed by the caller, then the array with `gnutls_free`.
/// Manual: `gnutls_x509_crt_list_import2`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crt_list_import2(
    certs: *mut *mut gnutls_x509_crt_t,
    size: *mut c_uint,
    data: *const gnutls_datum_t,
    format: gnutls_x509_crt_fmt_t,
    flags: c_uint,
) -> c_int {
    guard::unit(|| {
        if certs.is_null() || size.is_null() {
            return Err(INVALID_REQUEST);
        }
        // SAFETY: `data` is NULL or a valid datum.
        let bytes = unsafe { datum_in(data)? };
        let list = sorted(trust::read_certificates(bytes, list_format(format))?, flags)?;
        // SAFETY: not NULL, above.
        unsafe { write_crt_list(&list, certs, size) }
    })
}

fn exported(cert: &Certificate, format: gnutls_x509_crt_fmt_t) -> Result<Vec<u8>> {
    if cert.is_unsigned() {
        return err(GNUTLS_E_ASN1_VALUE_NOT_FOUND);
    }
    Ok(if format == GNUTLS_X509_FMT_PEM {
        pem::encode("CERTIFICATE", cert.der())
    } else {
        cert.der().to_vec()
    })
}

/// The certificate in DER or PEM. Manual: `gnutls_x509_crt_export`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crt_export(
    cert: gnutls_x509_crt_t,
    format: gnutls_x509_crt_fmt_t,
    output_data: *mut c_void,
    output_data_size: *mut usize,
) -> c_int {
    // SAFETY: `cert` is NULL or a live handle; `output_data` is NULL or has as much space as its size says;
    // `output_data_size` is NULL or valid for a write.
    guard::unit(|| unsafe {
        write_sized(
            &exported(get_crt(cert)?, format)?,
            output_data,
            output_data_size,
            format == GNUTLS_X509_FMT_PEM,
        )
    })
}

/// The certificate in DER or PEM; the caller frees it. Manual: `gnutls_x509_crt_export2`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crt_export2(
    cert: gnutls_x509_crt_t,
    format: gnutls_x509_crt_fmt_t,
    out: *mut gnutls_datum_t,
) -> c_int {
    // SAFETY: `cert` is NULL or a live handle; `out` is NULL or valid for a write.
    guard::unit(|| unsafe { write_datum(&exported(get_crt(cert)?, format)?, out) })
}

/// Non-zero if both are the same certificate. Manual: `gnutls_x509_crt_equals`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crt_equals(
    cert1: gnutls_x509_crt_t,
    cert2: gnutls_x509_crt_t,
) -> c_uint {
    // SAFETY: `cert1` and `cert2` are NULL or live handles.
    guard::or(0, || matches!(unsafe { (get_crt(cert1), get_crt(cert2)) }, (Ok(a), Ok(b)) if a == b).into())
}

/// Non-zero if the certificate's DER is `der`. Manual: `gnutls_x509_crt_equals2`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crt_equals2(
    cert1: gnutls_x509_crt_t,
    der: *const gnutls_datum_t,
) -> c_uint {
    // SAFETY: `cert1` is NULL or a live handle; `der` is NULL or a valid datum.
    guard::or(0, || {
        matches!(unsafe { (get_crt(cert1), datum_bytes(der)) }, (Ok(a), Some(b)) if a.der() == b).into()
    })
}

/// The certificate for people to read; the caller frees it. Manual: `gnutls_x509_crt_print`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crt_print(
    cert: gnutls_x509_crt_t,
    format: gnutls_certificate_print_formats_t,
    out: *mut gnutls_datum_t,
) -> c_int {
    guard::unit(|| {
        // SAFETY: `cert` is NULL or a live handle.
        let c = unsafe { get_crt(cert)? };
        let text = text::certificate(c, text::Detail::from_raw(format).ok_or(INVALID_REQUEST)?);
        // SAFETY: `out` is NULL or valid for a write.
        unsafe { write_datum(&text, out) }
    })
}
