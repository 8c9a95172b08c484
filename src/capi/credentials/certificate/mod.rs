//! Certificate credentials.
pub mod dh;
pub mod retrieve;
pub mod x509;

use core::ffi::c_void;
use std::sync::Mutex;

use crate::abi::*;
use crate::capi::ffi::function::Function;
use crate::capi::ffi::{guard, opaque};
use crate::capi::object::certificate_credentials::{
    CertificateCredentials, credentials_verify_flags, get_credentials_mut,
};
use crate::capi::object::pin::Pin;
use crate::capi::object::trust_list::OwnedList;

/// GnuTLS's limits: 16 certificates, keys of 16384 bits.
const MAX_DEPTH: usize = 16;

const MAX_BITS: u32 = 16384;

/// Makes empty credentials, to be freed with `gnutls_certificate_free_credentials`.
/// Manual: `gnutls_certificate_allocate_credentials`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_certificate_allocate_credentials(
    res: *mut gnutls_certificate_credentials_t,
) -> c_int {
    guard::unit(|| {
        let credentials = CertificateCredentials {
            pairs: Vec::new(),
            trust: OwnedList::new(Box::default()),
            flags: 0,
            verify_flags: 0,
            max_depth: MAX_DEPTH,
            max_bits: MAX_BITS,
            verify: Function::none(),
            retrieve: Mutex::default(),
            pin: Pin::default(),
            given: Vec::new(),
        };
        // SAFETY: `res` is NULL or valid for a write.
        unsafe { opaque::give(res, credentials) }
    })
}

/// Frees credentials; no session may use them any more. NULL is ignored.
/// Manual: `gnutls_certificate_free_credentials`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_certificate_free_credentials(sc: gnutls_certificate_credentials_t) {
    // SAFETY: the handle is dead after this call.
    guard::or((), || drop(unsafe { opaque::take(sc) }))
}

/// `gnutls_certificate_flags`. Manual: `gnutls_certificate_set_flags`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_certificate_set_flags(res: gnutls_certificate_credentials_t, flags: c_uint) {
    guard::or((), || {
        // SAFETY: `res` is NULL or a live handle.
        if let Ok(c) = unsafe { get_credentials_mut(res) } {
            c.flags = flags;
        }
    });
}

/// `GNUTLS_VERIFY_*` for the verification of peers. Manual: `gnutls_certificate_set_verify_flags`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_certificate_set_verify_flags(
    res: gnutls_certificate_credentials_t,
    flags: c_uint,
) {
    guard::or((), || {
        // SAFETY: `res` is NULL or a live handle.
        if let Ok(c) = unsafe { get_credentials_mut(res) } {
            c.verify_flags = flags;
        }
    });
}

/// The flags that were set. Manual: `gnutls_certificate_get_verify_flags`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_certificate_get_verify_flags(
    res: gnutls_certificate_credentials_t,
) -> c_uint {
    guard::or(0, || credentials_verify_flags(res))
}

/// The largest key and longest chain that a verification looks at; 0 is no limit.
/// Manual: `gnutls_certificate_set_verify_limits`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_certificate_set_verify_limits(
    res: gnutls_certificate_credentials_t,
    max_bits: c_uint,
    max_depth: c_uint,
) {
    guard::or((), || {
        // SAFETY: `res` is NULL or a live handle.
        if let Ok(c) = unsafe { get_credentials_mut(res) } {
            c.max_depth = max_depth as usize;
            c.max_bits = max_bits;
        }
    });
}

/// A function that runs in the handshake once the peer's chain is there.
/// Manual: `gnutls_certificate_set_verify_function`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_certificate_set_verify_function(
    cred: gnutls_certificate_credentials_t,
    func: Option<gnutls_certificate_verify_function>,
) {
    guard::or((), || {
        // SAFETY: `cred` is NULL or a live handle.
        if let Ok(c) = unsafe { get_credentials_mut(cred) } {
            c.verify.set(func);
        }
    });
}

/// The function that is asked for the password of an encrypted key. Manual: `gnutls_certificate_set_pin_function`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_certificate_set_pin_function(
    cred: gnutls_certificate_credentials_t,
    fn_: gnutls_pin_callback_t,
    userdata: *mut c_void,
) {
    guard::or((), || {
        // SAFETY: `cred` is NULL or a live handle.
        if let Ok(c) = unsafe { get_credentials_mut(cred) } {
            c.pin = Pin { function: fn_, userdata };
        }
    });
}
