//! Wiping memory that contained secrets: keys stored inline by a crate, and the stack below a caller.
use core::mem::MaybeUninit;
use core::ops::Deref;

use aws_lc_sys as lc;

use super::wipe;

/// A value on the heap whose memory is wiped when it is dropped, in addition to what its own `drop` does.
pub(crate) struct Wiped<T>(Box<MaybeUninit<T>>);

impl<T> Wiped<T> {
    pub(crate) fn new(value: T) -> Self {
        Wiped(Box::new(MaybeUninit::new(value)))
    }
}

impl<T> Deref for Wiped<T> {
    type Target = T;
    fn deref(&self) -> &T {
        // SAFETY: `new` has initialised the value, and only `drop` drops it.
        unsafe { self.0.assume_init_ref() }
    }
}

impl<T> Drop for Wiped<T> {
    fn drop(&mut self) {
        // SAFETY: the value is initialised, dropped here and not used again; its bytes belong to the box.
        unsafe {
            self.0.assume_init_drop();
            wipe(core::slice::from_raw_parts_mut(self.0.as_mut_ptr().cast::<u8>(), size_of::<T>()));
        }
    }
}

/// Number of bytes below the caller in which key derivation may leave copies of secrets.
const STACK: usize = 8 * 1024;

/// Wipes the stack below the caller, where functions that have returned may have left copies of secrets.
/// Called at the end of each operation that derives keys.
#[inline(never)]
pub(crate) fn wipe_stack() {
    let mut below = MaybeUninit::<[u8; STACK]>::uninit();
    // SAFETY: the bytes of a local array, which may hold anything; they are only written.
    unsafe { lc::OPENSSL_cleanse(below.as_mut_ptr().cast(), STACK) }
}
