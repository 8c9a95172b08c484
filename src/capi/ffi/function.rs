//! C functions that an application may set at any time.
use core::ptr;
use core::sync::atomic::AtomicPtr;
use core::sync::atomic::Ordering::Relaxed;

use crate::abi::*;

/// A C function pointer that may be changed at any time; `T` is the `Option<fn>` type of `abi`.
pub struct Function<T> {
    raw: AtomicPtr<c_void>,
    kind: core::marker::PhantomData<T>,
}

impl<T: Copy> Function<T> {
    const FITS: () = assert!(size_of::<T>() == size_of::<*mut c_void>());

    pub const fn none() -> Self {
        Function { raw: AtomicPtr::new(ptr::null_mut()), kind: core::marker::PhantomData }
    }

    pub fn set(&self, f: T) {
        let () = Self::FITS;
        // SAFETY: `T` is an `Option` of a function pointer, of a pointer's size, NULL for `None`.
        self.raw.store(unsafe { core::mem::transmute_copy::<T, *mut c_void>(&f) }, Relaxed);
    }

    pub fn get(&self) -> T {
        let () = Self::FITS;
        let raw = self.raw.load(Relaxed);
        // SAFETY: what is stored came from a `T` in `set`, or is NULL, which is `None`.
        unsafe { core::mem::transmute_copy::<*mut c_void, T>(&raw) }
    }
}
