//! Threads that end while the library works for them: pthread_cancel where the application's function or a system call waits,
//! pthread_exit in a function of the application.
//!
//! glibc unwinds the stack of such a thread, which frames of Rust do not let pass. `cancel.c` stops that at the call that did not
//! return; the entry returns as after an error, and leaves nothing locked; the guard lets the thread end behind it ([`go_on`]).
use core::ffi::c_void;
use core::sync::atomic::{AtomicBool, AtomicU8, Ordering::Relaxed};

use crate::abi::c_int;

unsafe extern "C-unwind" {
    fn gnutls_rs_stoppable(call: unsafe extern "C-unwind" fn(*mut c_void), argument: *mut c_void) -> c_int;
    fn gnutls_rs_go_on();
}

unsafe extern "C" {
    safe fn gnutls_rs_ends() -> c_int;
    safe fn gnutls_rs_hold() -> c_int;
    safe fn gnutls_rs_release();
    static gnutls_rs_single_threaded: &'static AtomicU8;
}

/// Whether the process has no other thread: none can cancel this one, and if this one ends, so does the process.
#[inline]
fn is_alone() -> bool {
    // SAFETY: `cancel.c` lets it point to a byte that glibc writes, and which is always there.
    unsafe { gnutls_rs_single_threaded }.load(Relaxed) != 0
}

/// Whether a thread has ended so. Where none did, an entry need not ask for its own.
static STOPPED: AtomicBool = AtomicBool::new(false);

/// Runs a function of the application, or a system call that waits. `None` if the thread ends: then it did not return, or was not called
/// because the one before did not.
///
/// `call` owns nothing that is dropped: its frame is unwound.
#[inline]
pub fn stoppable<T: Copy, F: Fn() -> T + Copy>(call: F) -> Option<T> {
    if is_alone() {
        return Some(call());
    }
    stoppable_beside_others(call)
}

#[inline(never)]
fn stoppable_beside_others<T: Copy, F: Fn() -> T + Copy>(call: F) -> Option<T> {
    struct Argument<F, T> {
        call: F,
        result: Option<T>,
    }
    unsafe extern "C-unwind" fn run<T: Copy, F: Fn() -> T>(argument: *mut c_void) {
        // SAFETY: `argument` is that of `stoppable`, which nothing else uses meanwhile.
        let argument = unsafe { &mut *argument.cast::<Argument<F, T>>() };
        argument.result = Some((argument.call)());
    }
    let mut argument = Argument { call, result: None };
    // SAFETY: `run` gets the `argument` that it is written for.
    if unsafe { gnutls_rs_stoppable(run::<T, F>, (&raw mut argument).cast()) } != 0 {
        STOPPED.store(true, Relaxed);
        return None;
    }
    argument.result
}

/// Whether this thread ends, and is on its way back to the application.
#[inline]
pub fn is_stopped() -> bool {
    STOPPED.load(Relaxed) && gnutls_rs_ends() != 0
}

/// Behind an entry in which [`stoppable`] was `None`: ends the thread. Up to the application nothing may catch a panic.
#[cold]
pub fn go_on() {
    // SAFETY: this thread was stopped (the caller), and the frame that has what is left to unwind is still on the stack, or is the
    // thread's first.
    unsafe { gnutls_rs_go_on() };
}

/// From here on no cancellation takes effect but in what is [`stoppable`]. For work that has cancellation points: files, random
/// numbers, other functions of the application. True if it has to be released.
#[inline]
pub fn hold() -> bool {
    !is_alone() && gnutls_rs_hold() != 0
}

/// The application's state of cancellation again. Only where [`hold`] was true.
pub fn release() {
    gnutls_rs_release();
}

/// [`hold`] as long as it exists.
pub struct Held(bool);

impl Held {
    pub fn begin() -> Held {
        Held(hold())
    }
}

impl Drop for Held {
    fn drop(&mut self) {
        if self.0 {
            release();
        }
    }
}
