//! Handles: what C holds as an opaque pointer is a `Box` (or `Arc`) of ours.
use crate::abi::*;
use crate::error::{Result, err};

/// Hands `value` to C through `out`. NULL `out`: `GNUTLS_E_INVALID_REQUEST`.
///
/// # Safety
/// `out` is NULL or valid for a write.
pub unsafe fn give<T, H>(out: *mut *mut H, value: T) -> Result<()> {
    if out.is_null() {
        return err(GNUTLS_E_INVALID_REQUEST);
    }
    // SAFETY: not NULL; the caller's promise.
    unsafe { out.write(Box::into_raw(Box::new(value)).cast()) };
    Ok(())
}

/// The object behind a handle. NULL: `GNUTLS_E_INVALID_REQUEST`.
///
/// # Safety
/// `h` is NULL or came from [`give`] with the same `T`, not yet taken back; C keeps the rule that no
/// other thread changes it during the call.
pub unsafe fn get<'a, T, H>(h: *const H) -> Result<&'a T> {
    // SAFETY: the caller's promise.
    match unsafe { h.cast::<T>().as_ref() } {
        Some(t) => Ok(t),
        None => err(GNUTLS_E_INVALID_REQUEST),
    }
}

/// As [`get`], for an object whose setters may change it. Never hold this across a callback.
///
/// # Safety
/// As [`get`], and nobody else uses the object during `'a`.
pub unsafe fn get_mut<'a, T, H>(h: *mut H) -> Result<&'a mut T> {
    // SAFETY: the caller's promise.
    match unsafe { h.cast::<T>().as_mut() } {
        Some(t) => Ok(t),
        None => err(GNUTLS_E_INVALID_REQUEST),
    }
}

/// Takes the object back from C; NULL gives `None`.
///
/// # Safety
/// As [`get`]; the handle is dead afterwards.
pub unsafe fn take<T, H>(h: *mut H) -> Option<Box<T>> {
    if h.is_null() {
        None
    } else {
        // SAFETY: it came from `give`, the caller's promise.
        Some(unsafe { Box::from_raw(h.cast::<T>()) })
    }
}
