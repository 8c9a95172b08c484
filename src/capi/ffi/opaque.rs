//! Typed handles: an opaque pointer of C is a `Box` of a Rust object, whose type is determined by the type of
//! the pointer.
use crate::abi::*;
use crate::error::{Error, Result, err};
use crate::log::reason;

/// An opaque struct of the C API and the Rust object that a pointer to it points to. Each handle type of C
/// has its own struct in `abi`, so that using one handle as another does not compile.
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
/// A CRL cannot be written to a pointer to a certificate handle:
/// ```compile_fail,E0308
/// use gnutls_rs::abi::gnutls_x509_crt_t;
/// use gnutls_rs::capi::{ffi::opaque, object::crl::X509Crl};
/// unsafe fn init(cert: *mut gnutls_x509_crt_t) {
///     let _ = unsafe { opaque::give(cert, X509Crl::default()) };
/// }
/// ```
/// A CRL handle cannot be used as a certificate handle:
/// ```compile_fail,E0308
/// use gnutls_rs::abi::gnutls_x509_crl_t;
/// use gnutls_rs::capi::object::crt::get_crt;
/// unsafe fn read(crl: gnutls_x509_crl_t) {
///     let _ = unsafe { get_crt(crl) };
/// }
/// ```
/// The caller cannot choose the type of the object:
/// ```compile_fail,E0107
/// use gnutls_rs::abi::{gnutls_x509_crt_int, gnutls_x509_crt_t};
/// use gnutls_rs::capi::{ffi::opaque, object::crl::X509Crl};
/// unsafe fn read(cert: gnutls_x509_crt_t) {
///     let _ = unsafe { opaque::get::<X509Crl, gnutls_x509_crt_int>(cert) };
/// }
/// ```
/// An untyped pointer is not a handle:
/// ```compile_fail,E0277
/// use core::ffi::c_void;
/// use gnutls_rs::capi::ffi::opaque;
/// unsafe fn read(pointer: *mut c_void) {
///     let _ = unsafe { opaque::get(pointer) };
/// }
/// ```
///
/// # Safety
/// Every pointer to the struct that this library returns to C is from [`give`], [`new`] or [`handle_of`], and
/// therefore points to an `Object`.
pub unsafe trait Opaque {
    /// The object that the handle points to.
    type Object;
}

/// A new handle, which owns `object` until [`take`].
pub fn new<H: Opaque>(object: H::Object) -> *mut H {
    handle_of(Box::into_raw(Box::new(object)))
}

/// A handle that borrows an object: it is valid as long as the object and must not be passed to [`take`].
pub fn handle_of<H: Opaque>(object: *const H::Object) -> *mut H {
    object.cast_mut().cast()
}

/// Transfers ownership of `object` to C through `out`. Fails with `GNUTLS_E_INVALID_REQUEST` if `out` is
/// NULL.
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

/// The object of a handle. Fails with `GNUTLS_E_INVALID_REQUEST` if it is NULL.
///
/// # Safety
/// `h` is NULL or a handle of this library that has not been passed to [`take`], and no other thread changes
/// the object during the call.
pub unsafe fn get<'a, H: Opaque>(h: *const H) -> Result<&'a H::Object> {
    // SAFETY: `h` is NULL or points to an `Object`, as `Opaque` promises.
    match unsafe { h.cast::<H::Object>().as_ref() } {
        Some(object) => Ok(object),
        None => Err(missing()),
    }
}

/// Like [`get`], but mutable. The reference must not be held across a callback.
///
/// # Safety
/// The same as for [`get`]; `h` is not from a shared reference, and the object is not accessed otherwise
/// during `'a`.
pub unsafe fn get_mut<'a, H: Opaque>(h: *mut H) -> Result<&'a mut H::Object> {
    // SAFETY: `h` is NULL or points to an `Object`, as `Opaque` promises.
    match unsafe { h.cast::<H::Object>().as_mut() } {
        Some(object) => Ok(object),
        None => Err(missing()),
    }
}

/// The application passes NULL, often after the failure of the function that makes the handle.
#[cold]
fn missing() -> Error {
    reason!(
        Error::new(GNUTLS_E_INVALID_REQUEST),
        "a handle is NULL: the function that makes it was not called, or has failed"
    )
}

/// Takes ownership of the object back from C; `None` for NULL.
///
/// # Safety
/// `h` is NULL or from [`give`] or [`new`], and is not used afterwards.
pub unsafe fn take<H: Opaque>(h: *mut H) -> Option<Box<H::Object>> {
    if h.is_null() {
        None
    } else {
        // SAFETY: `h` is from `new`, which leaked a `Box` of an `Object`.
        Some(unsafe { Box::from_raw(h.cast::<H::Object>()) })
    }
}
