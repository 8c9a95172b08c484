//! X.509 certificates.
use core::ffi::{c_char, c_int, c_uint};
use std::sync::OnceLock;

use crate::abi::*;
use crate::asn1::{der, oid};
use crate::capi::ffi::memory::{alloc, alloc_string, write_out};
use crate::capi::ffi::opaque::{self, Opaque};
use crate::capi::object::dn::X509Dn;
use crate::capi::object::pin::Pin;
use crate::error::{INVALID_REQUEST, Result};
use crate::pki::cert::Certificate;
use crate::pki::cert::build::Draft;
use crate::pki::ext;

/// The object of a `gnutls_x509_crt_t`.
#[derive(Default)]
pub struct X509Crt {
    pub cert: Option<Certificate>,
    pub flags: u32,
    /// Created on first use. C may have pointers to them until the certificate is freed.
    pub subject: OnceLock<Box<X509Dn>>,
    pub issuer: OnceLock<Box<X509Dn>>,
    /// Names of previous versions of the certificate, to which C may still have pointers.
    #[allow(clippy::vec_box)] // the names must not move
    pub(crate) retired: Vec<Box<X509Dn>>,
    pub pin: Pin,
}

// SAFETY: all handles are from `gnutls_x509_crt_init`, `new_crt`, `url_chain` or the issuers of a trust list.
unsafe impl Opaque for gnutls_x509_crt_int {
    type Object = X509Crt;
}

impl X509Crt {
    pub fn of(cert: Certificate) -> Self {
        X509Crt { cert: Some(cert), ..Default::default() }
    }

    pub fn with_pin(pin: Pin) -> Self {
        X509Crt { pin, ..Default::default() }
    }
}

/// The certificate of a handle, or an empty one if nothing is set.
///
/// # Safety
/// `cert` is NULL or a live handle.
pub unsafe fn get_crt<'a>(cert: gnutls_x509_crt_t) -> Result<&'a Certificate> {
    static BLANK: OnceLock<Certificate> = OnceLock::new();
    // SAFETY: `cert` is NULL or a live handle.
    let held = unsafe { opaque::get(cert) }?.cert.as_ref();
    Ok(held.unwrap_or_else(|| BLANK.get_or_init(|| Draft::default().certificate())))
}

/// Changes the fields of a certificate. On failure it is unchanged.
///
/// # Safety
/// The same as for [`get_crt`].
pub unsafe fn edit_crt(cert: gnutls_x509_crt_t, change: impl FnOnce(&mut Draft) -> Result<()>) -> Result<()> {
    // SAFETY: `cert` is NULL or a live handle.
    let mut draft = Draft::of(unsafe { get_crt(cert)? });
    change(&mut draft)?;
    // SAFETY: as above; the object is not borrowed now.
    let held = unsafe { opaque::get_mut(cert)? };
    held.cert = Some(draft.certificate());
    held.retired.extend(held.subject.take());
    held.retired.extend(held.issuer.take());
    Ok(())
}

/// The certificates of an array of handles.
///
/// # Safety
/// `list` is NULL or has `n` live handles.
pub unsafe fn get_crt_list(list: *const gnutls_x509_crt_t, n: usize) -> Result<Vec<Certificate>> {
    if list.is_null() && n > 0 {
        return Err(INVALID_REQUEST);
    }
    // SAFETY: `list` is NULL or an array as long as its size says.
    (0..n).map(|i| unsafe { get_crt(*list.add(i)).cloned() }).collect()
}

/// Creates a handle.
pub fn new_crt(cert: Certificate) -> gnutls_x509_crt_t {
    opaque::new(X509Crt::of(cert))
}

/// Writes certificates as an array of handles, which is allocated with `gnutls_malloc`.
///
/// # Safety
/// `certs` and `size` are valid for writes.
pub unsafe fn write_crt_list(
    list: &[Certificate],
    certs: *mut *mut gnutls_x509_crt_t,
    size: *mut c_uint,
) -> Result<()> {
    let array = alloc(list.len() * size_of::<gnutls_x509_crt_t>())?.cast::<gnutls_x509_crt_t>();
    for (i, c) in list.iter().enumerate() {
        // SAFETY: the array has `list.len()` elements.
        unsafe { array.add(i).write(new_crt(c.clone())) };
    }
    // SAFETY: `certs` and `size` are NULL or valid for writes.
    unsafe {
        certs.write(array);
        size.write(list.len() as c_uint);
    }
    Ok(())
}

/// Converts the path length of basic constraints from C, where a negative number means no limit.
pub fn path_len(n: c_int) -> Option<u32> {
    u32::try_from(n).ok()
}

/// Encodes PrivateKeyUsagePeriod. An expiration of -1 means no expiration.
pub fn usage_period(activation: time_t, expiration: time_t) -> Result<Vec<u8>> {
    let end = if expiration == -1 { der::NO_DATE } else { expiration };
    ext::key_usage::write_period(activation, end)
}

/// Writes the path length, language and policy of a proxy certificate. The caller frees the last two; the
/// policy is followed by a NUL that is not included in its size.
///
/// # Safety
/// The pointers are NULL or valid for writes.
pub unsafe fn write_proxy(
    value: &[u8],
    pathlen: *mut c_int,
    language: *mut *mut c_char,
    policy: *mut *mut c_char,
    size: *mut usize,
) -> Result<()> {
    let read = ext::proxy::read(value)?;
    let text = oid::to_text(read.language).ok_or(GNUTLS_E_ASN1_DER_ERROR)?;
    // SAFETY: `pathlen`, `language`, `policy` and `size` are NULL or valid for writes.
    unsafe {
        write_out(pathlen, read.path_len.and_then(|n| c_int::try_from(n).ok()).unwrap_or(-1));
        if !language.is_null() {
            language.write(alloc_string(text.as_bytes())?);
        }
        if !policy.is_null() {
            policy.write(read.policy.map_or(Ok(core::ptr::null_mut()), alloc_string)?);
        }
        write_out(size, read.policy.map_or(0, <[u8]>::len));
    }
    Ok(())
}
