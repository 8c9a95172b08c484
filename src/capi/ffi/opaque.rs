//! Typed handles: what C holds as an opaque pointer is a `Box` of a Rust object, and which one the pointer's type says.
use crate::abi::*;
use crate::error::{Result, err};

/// An opaque struct of the C interface, and the Rust object that a pointer to it stands for. Each handle type of C has
/// its own struct in `abi`, so that using one handle as another does not compile.
///
/// The object behind a certificate's handle is a certificate:
/// ```no_run
/// use gnutls_rs::abi::gnutls_x509_crt_t;
/// use gnutls_rs::capi::{ffi::opaque, object::crt::X509Crt};
/// unsafe fn deinit(cert: gnutls_x509_crt_t) {
///     drop::<Option<Box<X509Crt>>>(unsafe { opaque::take(cert) });
/// }
/// ```
/// It is not a CRL:
/// ```compile_fail,E0308
/// use gnutls_rs::abi::gnutls_x509_crt_t;
/// use gnutls_rs::capi::{ffi::opaque, object::crl::X509Crl};
/// unsafe fn deinit(cert: gnutls_x509_crt_t) {
///     drop::<Option<Box<X509Crl>>>(unsafe { opaque::take(cert) });
/// }
/// ```
/// A CRL is not given through a pointer to a certificate's handle:
/// ```compile_fail,E0308
/// use gnutls_rs::abi::gnutls_x509_crt_t;
/// use gnutls_rs::capi::{ffi::opaque, object::crl::X509Crl};
/// unsafe fn init(cert: *mut gnutls_x509_crt_t) {
///     let _ = unsafe { opaque::give(cert, X509Crl::default()) };
/// }
/// ```
/// A CRL's handle is not a certificate's:
/// ```compile_fail,E0308
/// use gnutls_rs::abi::gnutls_x509_crl_t;
/// use gnutls_rs::capi::object::crt::get_crt;
/// unsafe fn read(crl: gnutls_x509_crl_t) {
///     let _ = unsafe { get_crt(crl) };
/// }
/// ```
/// The caller does not choose the object:
/// ```compile_fail,E0107
/// use gnutls_rs::abi::{gnutls_x509_crt_int, gnutls_x509_crt_t};
/// use gnutls_rs::capi::{ffi::opaque, object::crl::X509Crl};
/// unsafe fn read(cert: gnutls_x509_crt_t) {
///     let _ = unsafe { opaque::get::<X509Crl, gnutls_x509_crt_int>(cert) };
/// }
/// ```
/// An untyped pointer is no handle:
/// ```compile_fail,E0277
/// use core::ffi::c_void;
/// use gnutls_rs::capi::ffi::opaque;
/// unsafe fn read(pointer: *mut c_void) {
///     let _ = unsafe { opaque::get(pointer) };
/// }
/// ```
///
/// # Safety
/// Every pointer to the struct that C gets from this library is from [`give`], [`new`] or [`handle_of`], and so points
/// to an `Object`.
pub unsafe trait Opaque {
    /// What the handle points to.
    type Object;
}

/// A fresh handle, which owns `object` until [`take`].
pub fn new<H: Opaque>(object: H::Object) -> *mut H {
    handle_of(Box::into_raw(Box::new(object)))
}

/// The handle of an object that stays with its owner: it is valid as long as the object, and never [`take`]n.
pub fn handle_of<H: Opaque>(object: *const H::Object) -> *mut H {
    object.cast_mut().cast()
}

/// Passes ownership of `object` to C through `out`. NULL `out`: `GNUTLS_E_INVALID_REQUEST`.
///
/// # Safety
/// `out` is NULL or valid for a write.
pub unsafe fn give<H: Opaque>(out: *mut *mut H, object: H::Object) -> Result<()> {
    if out.is_null() {
        return err(GNUTLS_E_INVALID_REQUEST);
    }
    // SAFETY: `out` is not NULL, and so valid for a write.
    unsafe { out.write(new(object)) };
    Ok(())
}

/// The object behind a handle. NULL: `GNUTLS_E_INVALID_REQUEST`.
///
/// # Safety
/// `h` is NULL or a handle of this library, not yet taken back; C keeps the rule that no other thread changes the
/// object during the call.
pub unsafe fn get<'a, H: Opaque>(h: *const H) -> Result<&'a H::Object> {
    // SAFETY: `h` is NULL or points to an `Object`, as `Opaque` promises.
    match unsafe { h.cast::<H::Object>().as_ref() } {
        Some(object) => Ok(object),
        None => err(GNUTLS_E_INVALID_REQUEST),
    }
}

/// As [`get`], for an object whose setters may change it. Never hold this across a callback.
///
/// # Safety
/// As [`get`]; `h` is not from a shared reference, and nobody else uses the object during `'a`.
pub unsafe fn get_mut<'a, H: Opaque>(h: *mut H) -> Result<&'a mut H::Object> {
    // SAFETY: `h` is NULL or points to an `Object`, as `Opaque` promises.
    match unsafe { h.cast::<H::Object>().as_mut() } {
        Some(object) => Ok(object),
        None => err(GNUTLS_E_INVALID_REQUEST),
    }
}

/// Takes ownership of the object back from C; NULL gives `None`.
///
/// # Safety
/// `h` is NULL or from [`give`] or [`new`], and dead afterwards.
pub unsafe fn take<H: Opaque>(h: *mut H) -> Option<Box<H::Object>> {
    if h.is_null() {
        None
    } else {
        // SAFETY: `h` is from `new`, which leaked a `Box` of an `Object`.
        Some(unsafe { Box::from_raw(h.cast::<H::Object>()) })
    }
}
