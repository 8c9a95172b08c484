//! Objects behind URLs (`urls.h`): the kinds that a program registers. Kinds of modules (`pkcs11:`), of TPMs (`tpmkey:`)
//! and of the system (`system:`) are not supported, unless a program registers them itself.
use core::ffi::{c_char, c_int, c_uint, c_void};
use std::sync::RwLock;

use super::abstract_keys::{Held, free_privkey};
use super::memory::{self, bytes_of, datum_bytes, slice};
use super::x509_crt::{X509Crt, crt, give_list, new_handle};
use super::x509_privkey::Pin;
use super::{guard, handle};
use crate::abi::*;
use crate::error::{Error, Result, err};
use crate::pki::cert::Certificate;

const INVALID: Error = Error::new(GNUTLS_E_INVALID_REQUEST);
/// More authorities than stand above any certificate.
const MAX_CHAIN: usize = 8;

/// The kinds that are registered: addresses of structs that the program keeps for ever.
static KINDS: RwLock<Vec<Kind>> = RwLock::new(Vec::new());

#[derive(Clone, Copy)]
struct Kind(*const gnutls_custom_url_st);

// SAFETY: the manual promises that the struct stays valid and unchanged as long as the process lives.
unsafe impl Send for Kind {}
// SAFETY: as above; it is only read.
unsafe impl Sync for Kind {}

impl Kind {
    fn functions(&self) -> gnutls_custom_url_st {
        // SAFETY: checked for NULL when it was registered; see above.
        unsafe { *self.0 }
    }

    fn name(&self) -> &[u8] {
        let st = self.functions();
        // SAFETY: as above, for the name.
        unsafe { slice(st.name.cast(), st.name_size as usize) }
    }
}

fn begins(url: &[u8], name: &[u8]) -> bool {
    url.get(..name.len()).is_some_and(|head| head.eq_ignore_ascii_case(name))
}

/// The functions for a URL, if its kind is registered. The lock is free again when they are called.
fn registered(url: &[u8]) -> Option<gnutls_custom_url_st> {
    let kinds = KINDS.read().unwrap_or_else(|e| e.into_inner());
    kinds.iter().find(|k| begins(url, k.name())).map(Kind::functions)
}

/// True if a program has registered the kind of this URL.
///
/// # Safety
/// `url` is NULL or a C string.
pub unsafe fn is_registered(url: *const c_char) -> bool {
    // SAFETY: the caller's promise.
    unsafe { bytes_of(url) }.is_some_and(|u| registered(u).is_some())
}

/// Why a URL of no registered kind is refused: those of `kinds` are known and not here.
fn refused<T>(url: &[u8], kinds: &[&[u8]]) -> Result<T> {
    let known = kinds.iter().any(|k| begins(url, k));
    err(if known { GNUTLS_E_UNIMPLEMENTED_FEATURE } else { GNUTLS_E_INVALID_REQUEST })
}

/// What a program's function answered.
fn answer(code: c_int) -> Result<()> {
    if code < 0 { err(code) } else { Ok(()) }
}

/// Registers a kind of URL; the struct must stay valid as long as the process lives. `GNUTLS_E_INVALID_REQUEST` for a kind
/// that is registered already. Manual: `gnutls_register_custom_url`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_register_custom_url(st: *const gnutls_custom_url_st) -> c_int {
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe {
        let st_ref = st.as_ref().ok_or(INVALID)?;
        if st_ref.name.is_null() || st_ref.name_size == 0 {
            return Err(INVALID);
        }
        let new = Kind(st);
        let mut kinds = KINDS.write().unwrap_or_else(|e| e.into_inner());
        if kinds.iter().any(|k| k.name() == new.name()) {
            return Err(INVALID);
        }
        kinds.push(new);
        Ok(())
    })
}

/// Non-zero if objects behind such a URL can be had: if a program has registered its kind. Manual: `gnutls_url_is_supported`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_url_is_supported(url: *const c_char) -> c_uint {
    // SAFETY: the manual's contract.
    guard::or(0, || unsafe { is_registered(url).into() })
}

/// Fills a key from a URL. `GNUTLS_E_UNIMPLEMENTED_FEATURE` for modules, TPMs and the system. Manual: `gnutls_privkey_import_url`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_privkey_import_url(
    key: gnutls_privkey_t,
    url: *const c_char,
    flags: c_uint,
) -> c_int {
    // SAFETY: `key` is NULL or a key of the caller, `url` NULL or a C string.
    guard::unit(|| unsafe { import_key(key, url, flags) })
}

/// Fills a key handle from a URL.
///
/// # Safety
/// `key` is NULL or a handle that nothing borrows, `url` NULL or a C string.
pub unsafe fn import_key(key: gnutls_privkey_t, url: *const c_char, flags: c_uint) -> Result<()> {
    // SAFETY: the caller's promise.
    unsafe {
        let bytes = bytes_of(url).ok_or(INVALID)?;
        match registered(bytes) {
            // The program's function; nothing is borrowed.
            Some(gnutls_custom_url_st { import_key: Some(f), .. }) => answer(f(key, url, flags)),
            Some(_) => Err(INVALID),
            None => refused(bytes, &[b"pkcs11:", b"tpmkey:", b"system:"]),
        }
    }
}

/// Fills a public key from a URL; errors as [`gnutls_privkey_import_url`]. Manual: `gnutls_pubkey_import_url`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_pubkey_import_url(
    key: gnutls_pubkey_t,
    url: *const c_char,
    flags: c_uint,
) -> c_int {
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe {
        let bytes = bytes_of(url).ok_or(INVALID)?;
        match registered(bytes) {
            Some(gnutls_custom_url_st { import_pubkey: Some(f), .. }) => answer(f(key, url, flags)),
            Some(_) => Err(INVALID),
            None => refused(bytes, &[b"pkcs11:", b"tpmkey:"]),
        }
    })
}

/// Fills a certificate from a URL; errors as [`gnutls_privkey_import_url`]. Manual: `gnutls_x509_crt_import_url`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crt_import_url(
    crt: gnutls_x509_crt_t,
    url: *const c_char,
    flags: c_uint,
) -> c_int {
    // SAFETY: `crt` is NULL or a certificate of the caller, `url` NULL or a C string.
    guard::unit(|| unsafe { import_crt(crt, url, flags) })
}

/// Fills a certificate handle from a URL.
///
/// # Safety
/// `crt` is NULL or a handle that nothing borrows, `url` NULL or a C string.
pub unsafe fn import_crt(crt: gnutls_x509_crt_t, url: *const c_char, flags: c_uint) -> Result<()> {
    // SAFETY: the caller's promise.
    unsafe {
        let bytes = bytes_of(url).ok_or(INVALID)?;
        match registered(bytes) {
            Some(gnutls_custom_url_st { import_crt: Some(f), .. }) => answer(f(crt, url, flags)),
            Some(_) => Err(INVALID),
            None => refused(bytes, &[b"pkcs11:", b"system:"]),
        }
    }
}

/// The certificate behind a URL, and those above it as far as the kind of URL tells.
///
/// # Safety
/// `url` is NULL or a C string.
pub unsafe fn chain(url: *const c_char, pin: Pin, flags: c_uint) -> Result<Vec<Certificate>> {
    // SAFETY: the caller's promise; the handles are ours, and freed before returning.
    unsafe {
        let first = Box::into_raw(Box::new(X509Crt::with_pin(pin))).cast();
        let made = import_crt(first, url, flags).and_then(|()| crt(first).cloned());
        drop(handle::take::<X509Crt, _>(first));
        let mut out = vec![made?];
        let above = registered(bytes_of(url).unwrap_or(b"")).and_then(|k| k.get_issuer);
        while let (Some(f), Some(last)) = (above, out.last()) {
            if out.len() == MAX_CHAIN || last.is_root() {
                break;
            }
            let below = new_handle(last.clone());
            let mut raw = gnutls_datum_t { data: core::ptr::null_mut(), size: 0 };
            let code = f(url, below, &mut raw, flags);
            drop(handle::take::<X509Crt, _>(below));
            if code < 0 {
                break;
            }
            let issuer = Certificate::from_der(datum_bytes(&raw).unwrap_or(b""));
            memory::free(raw.data.cast());
            out.push(issuer?);
        }
        Ok(out)
    }
}

/// A fresh key handle, filled from a URL.
///
/// # Safety
/// `url` is NULL or a C string.
pub unsafe fn key(url: *const c_char, pin: Pin, flags: c_uint) -> Result<gnutls_privkey_t> {
    let mut made: gnutls_privkey_t = core::ptr::null_mut();
    // SAFETY: the caller's promise; the handle is ours until it is given back.
    unsafe {
        handle::give(&mut made, Held { pin, ..Held::default() })?;
        if let Err(e) = import_key(made, url, flags) {
            free_privkey(made);
            return Err(e);
        }
    }
    Ok(made)
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
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe {
        if certs.is_null() || size.is_null() {
            return Err(INVALID);
        }
        let list = chain(url, Pin { function: pin_fn, userdata: pin_fn_userdata }, flags)?;
        give_list(&list, certs, size)
    })
}
