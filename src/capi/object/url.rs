//! URLs of keys and certificates, and the URL schemes that the application registers.
use core::ffi::{c_char, c_int, c_uint};
use std::sync::RwLock;

use crate::abi::*;
use crate::capi::ffi::memory::{bytes_of, datum_bytes, free, slice};
use crate::capi::ffi::opaque;
use crate::capi::object::crt::{X509Crt, get_crt, new_crt};
use crate::capi::object::pin::Pin;
use crate::capi::object::privkey::{PrivkeyObject, free_privkey};
use crate::error::{INVALID_REQUEST, Result, err};
use crate::pki::cert::Certificate;

/// Maximum number of CA certificates above a certificate.
const MAX_CHAIN: usize = 8;

/// The registered URL schemes: addresses of structs that the application never frees.
pub static URL_SCHEMES: RwLock<Vec<UrlScheme>> = RwLock::new(Vec::new());

#[derive(Clone, Copy)]
pub struct UrlScheme(pub *const gnutls_custom_url_st);

// SAFETY: according to the manual the struct stays valid and unchanged as long as the process runs.
unsafe impl Send for UrlScheme {}

// SAFETY: as above; it is only read.
unsafe impl Sync for UrlScheme {}

impl UrlScheme {
    fn functions(&self) -> gnutls_custom_url_st {
        // SAFETY: checked for NULL when it was registered; see above.
        unsafe { *self.0 }
    }

    pub(crate) fn name(&self) -> &[u8] {
        let st = self.functions();
        // SAFETY: as above, for the name.
        unsafe { slice(st.name.cast(), st.name_size as usize) }
    }
}

fn begins(url: &[u8], name: &[u8]) -> bool {
    url.get(..name.len()).is_some_and(|head| head.eq_ignore_ascii_case(name))
}

/// The functions for a URL, if its scheme is registered. The lock is not held when they are called.
pub fn registered_scheme(url: &[u8]) -> Option<gnutls_custom_url_st> {
    let kinds = URL_SCHEMES.read().unwrap_or_else(|e| e.into_inner());
    kinds.iter().find(|k| begins(url, k.name())).map(UrlScheme::functions)
}

/// True if the application has registered the scheme of this URL.
///
/// # Safety
/// `url` is NULL or a C string.
pub unsafe fn is_registered_url(url: *const c_char) -> bool {
    // SAFETY: `url` is NULL or a C string.
    unsafe { bytes_of(url) }.is_some_and(|u| registered_scheme(u).is_some())
}

/// The error for a URL without registered scheme: the schemes in `kinds` are known, but not implemented.
pub fn url_error<T>(url: &[u8], kinds: &[&[u8]]) -> Result<T> {
    let known = kinds.iter().any(|k| begins(url, k));
    err(if known { GNUTLS_E_UNIMPLEMENTED_FEATURE } else { GNUTLS_E_INVALID_REQUEST })
}

/// Converts the return value of an application's function.
pub fn callback_result(code: c_int) -> Result<()> {
    if code < 0 { err(code) } else { Ok(()) }
}

/// Imports a key from a URL.
///
/// # Safety
/// `key` is NULL or a handle that nothing borrows, `url` NULL or a C string.
pub unsafe fn import_key_url(key: gnutls_privkey_t, url: *const c_char, flags: c_uint) -> Result<()> {
    // SAFETY: `key` is NULL or a live handle; `url` is NULL or a C string.
    unsafe {
        let bytes = bytes_of(url).ok_or(INVALID_REQUEST)?;
        match registered_scheme(bytes) {
            // The application's function; nothing is borrowed.
            Some(gnutls_custom_url_st { import_key: Some(f), .. }) => callback_result(f(key, url, flags)),
            Some(_) => Err(INVALID_REQUEST),
            None => url_error(bytes, &[b"pkcs11:", b"tpmkey:", b"system:"]),
        }
    }
}

/// Imports a certificate from a URL.
///
/// # Safety
/// `crt` is NULL or a handle that nothing borrows, `url` NULL or a C string.
pub unsafe fn import_crt_url(crt: gnutls_x509_crt_t, url: *const c_char, flags: c_uint) -> Result<()> {
    // SAFETY: `crt` is NULL or a live handle; `url` is NULL or a C string.
    unsafe {
        let bytes = bytes_of(url).ok_or(INVALID_REQUEST)?;
        match registered_scheme(bytes) {
            Some(gnutls_custom_url_st { import_crt: Some(f), .. }) => callback_result(f(crt, url, flags)),
            Some(_) => Err(INVALID_REQUEST),
            None => url_error(bytes, &[b"pkcs11:", b"system:"]),
        }
    }
}

/// The certificate of a URL, and the CA certificates above it as far as the URL scheme provides them.
///
/// # Safety
/// `url` is NULL or a C string.
pub unsafe fn url_chain(url: *const c_char, pin: Pin, flags: c_uint) -> Result<Vec<Certificate>> {
    // SAFETY: `url` is NULL or a C string (the caller); the handles are owned, and freed before returning.
    unsafe {
        let first: gnutls_x509_crt_t = opaque::new(X509Crt::with_pin(pin));
        let made = import_crt_url(first, url, flags).and_then(|()| get_crt(first).cloned());
        drop(opaque::take(first));
        let mut out = vec![made?];
        let above = registered_scheme(bytes_of(url).unwrap_or(b"")).and_then(|k| k.get_issuer);
        while let (Some(f), Some(last)) = (above, out.last()) {
            if out.len() == MAX_CHAIN || last.is_root() {
                break;
            }
            let below = new_crt(last.clone());
            let mut raw = gnutls_datum_t { data: core::ptr::null_mut(), size: 0 };
            let code = f(url, below, &mut raw, flags);
            drop(opaque::take(below));
            if code < 0 {
                break;
            }
            let issuer = Certificate::from_der(datum_bytes(&raw).unwrap_or(b""));
            free(raw.data.cast());
            out.push(issuer?);
        }
        Ok(out)
    }
}

/// Creates a key handle with the key of a URL.
///
/// # Safety
/// `url` is NULL or a C string.
pub unsafe fn url_key(url: *const c_char, pin: Pin, flags: c_uint) -> Result<gnutls_privkey_t> {
    let mut made: gnutls_privkey_t = core::ptr::null_mut();
    // SAFETY: `url` is NULL or a C string (the caller); the handle is owned until it is returned.
    unsafe {
        opaque::give(&mut made, PrivkeyObject { pin, ..PrivkeyObject::default() })?;
        if let Err(e) = import_key_url(made, url, flags) {
            free_privkey(made);
            return Err(e);
        }
    }
    Ok(made)
}
