//! Certificates as objects: `gnutls_x509_crt_init`, import and export, lists.
use core::ffi::{c_int, c_uint, c_void};
use std::sync::OnceLock;

use super::memory::{self, fill, given_datum};
use super::x509_crt_get::give_datum;
use super::x509_dn::X509Dn;
use super::x509_privkey::Pin;
use super::{guard, handle};
use crate::abi::*;
use crate::asn1::pem;
use crate::error::{Error, Result, err};
use crate::pki::build::Draft;
use crate::pki::cert::Certificate;
use crate::pki::keys::Format;
use crate::pki::{path, trust};

const INVALID: Error = Error::new(GNUTLS_E_INVALID_REQUEST);

/// What a `gnutls_x509_crt_t` points to.
#[derive(Default)]
pub struct X509Crt {
    pub cert: Option<Certificate>,
    pub flags: u32,
    /// Made when asked for; C holds pointers into them until the certificate is freed.
    pub subject: OnceLock<Box<X509Dn>>,
    pub issuer: OnceLock<Box<X509Dn>>,
    /// Names that C may still hold, of a certificate that was changed since.
    #[allow(clippy::vec_box)] // the names must not move
    retired: Vec<Box<X509Dn>>,
    pub pin: Pin,
}

impl X509Crt {
    pub fn of(cert: Certificate) -> Self {
        X509Crt { cert: Some(cert), ..Default::default() }
    }

    pub fn with_pin(pin: Pin) -> Self {
        X509Crt { pin, ..Default::default() }
    }
}

/// The certificate behind a handle; one in which nothing is set yet if nothing is.
///
/// # Safety
/// `cert` is NULL or a handle of this chapter.
pub unsafe fn crt<'a>(cert: gnutls_x509_crt_t) -> Result<&'a Certificate> {
    static BLANK: OnceLock<Certificate> = OnceLock::new();
    // SAFETY: the caller's promise.
    let held = unsafe { handle::get::<X509Crt, _>(cert) }?.cert.as_ref();
    Ok(held.unwrap_or_else(|| BLANK.get_or_init(|| Draft::default().certificate())))
}

/// Changes the fields of a certificate; nothing is changed on failure.
///
/// # Safety
/// As [`crt`].
pub unsafe fn edit(cert: gnutls_x509_crt_t, change: impl FnOnce(&mut Draft) -> Result<()>) -> Result<()> {
    // SAFETY: the caller's promise.
    let mut draft = Draft::of(unsafe { crt(cert)? });
    change(&mut draft)?;
    // SAFETY: as above; nothing else looks at the object now.
    let held = unsafe { handle::get_mut::<X509Crt, _>(cert)? };
    held.cert = Some(draft.certificate());
    held.retired.extend(held.subject.take());
    held.retired.extend(held.issuer.take());
    Ok(())
}

/// The certificates behind an array of handles.
///
/// # Safety
/// `list` is NULL or has `n` handles of this chapter.
pub unsafe fn crt_list(list: *const gnutls_x509_crt_t, n: usize) -> Result<Vec<Certificate>> {
    if list.is_null() && n > 0 {
        return Err(INVALID);
    }
    // SAFETY: the caller's promise.
    (0..n).map(|i| unsafe { crt(*list.add(i)).cloned() }).collect()
}

/// A fresh handle.
pub fn new_handle(cert: Certificate) -> gnutls_x509_crt_t {
    Box::into_raw(Box::new(X509Crt::of(cert))).cast()
}

/// Creates an empty certificate. Manual: `gnutls_x509_crt_init`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crt_init(cert: *mut gnutls_x509_crt_t) -> c_int {
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe { handle::give(cert, X509Crt::default()) })
}

/// Frees a certificate. Manual: `gnutls_x509_crt_deinit`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crt_deinit(cert: gnutls_x509_crt_t) {
    // SAFETY: the manual's contract.
    guard::or((), || drop(unsafe { handle::take::<X509Crt, _>(cert) }));
}

/// `GNUTLS_X509_CRT_FLAG_IGNORE_SANITY` makes import more tolerant. Manual: `gnutls_x509_crt_set_flags`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crt_set_flags(cert: gnutls_x509_crt_t, flags: c_uint) {
    guard::or((), || {
        // SAFETY: the manual's contract.
        if let Ok(c) = unsafe { handle::get_mut::<X509Crt, _>(cert) } {
            c.flags = flags;
        }
    });
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
        // SAFETY: the manual's contract.
        let (c, bytes) = unsafe { (handle::get_mut::<X509Crt, _>(cert)?, given_datum(data)?) };
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
            return Err(INVALID);
        }
        // SAFETY: the manual's contract.
        let (bytes, room) = unsafe { (given_datum(data)?, *cert_max as usize) };
        let list = trust::read_certificates(bytes, list_format(format))?;
        if list.len() > room && flags & GNUTLS_X509_CRT_LIST_IMPORT_FAIL_IF_EXCEED != 0 {
            // SAFETY: not NULL, above.
            unsafe { cert_max.write(list.len() as c_uint) };
            return err(GNUTLS_E_SHORT_MEMORY_BUFFER);
        }
        let list = sorted(list.into_iter().take(room).collect(), flags)?;
        if certs.is_null() && !list.is_empty() {
            return Err(INVALID);
        }
        for (i, c) in list.iter().enumerate() {
            // SAFETY: `certs` has `*cert_max` places.
            unsafe { certs.add(i).write(new_handle(c.clone())) };
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
            return Err(INVALID);
        }
        // SAFETY: the manual's contract.
        let bytes = unsafe { given_datum(data)? };
        let list = sorted(trust::read_certificates(bytes, list_format(format))?, flags)?;
        // SAFETY: not NULL, above.
        unsafe { give_list(&list, certs, size) }
    })
}

/// Gives certificates as an array of handles from `gnutls_malloc`.
///
/// # Safety
/// `certs` and `size` are valid for writes.
pub unsafe fn give_list(
    list: &[Certificate],
    certs: *mut *mut gnutls_x509_crt_t,
    size: *mut c_uint,
) -> Result<()> {
    let array = memory::alloc(list.len() * size_of::<gnutls_x509_crt_t>())?.cast::<gnutls_x509_crt_t>();
    for (i, c) in list.iter().enumerate() {
        // SAFETY: the array has `list.len()` places.
        unsafe { array.add(i).write(new_handle(c.clone())) };
    }
    // SAFETY: the caller's promise.
    unsafe {
        certs.write(array);
        size.write(list.len() as c_uint);
    }
    Ok(())
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
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe {
        fill(&exported(crt(cert)?, format)?, output_data, output_data_size, format == GNUTLS_X509_FMT_PEM)
    })
}

/// The certificate in DER or PEM; the caller frees it. Manual: `gnutls_x509_crt_export2`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crt_export2(
    cert: gnutls_x509_crt_t,
    format: gnutls_x509_crt_fmt_t,
    out: *mut gnutls_datum_t,
) -> c_int {
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe { give_datum(&exported(crt(cert)?, format)?, out) })
}
