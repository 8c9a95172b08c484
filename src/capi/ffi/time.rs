//! The clock, which the application may replace.
use core::sync::atomic::{AtomicPtr, Ordering};

use crate::abi::*;

pub static TIME: AtomicPtr<c_void> = AtomicPtr::new(core::ptr::null_mut());

/// The time of the clock that the application has set, or of the system clock.
pub fn now() -> time_t {
    let set = TIME.load(Ordering::Acquire);
    // SAFETY: `set` was stored from a function of this type; both allow a NULL argument.
    unsafe {
        if set.is_null() {
            let mut at = libc::timespec { tv_sec: 0, tv_nsec: 0 };
            libc::clock_gettime(libc::CLOCK_REALTIME, &mut at);
            return at.tv_sec;
        }
        let time: unsafe extern "C" fn(*mut time_t) -> time_t = core::mem::transmute(set);
        time(core::ptr::null_mut())
    }
}

/// The time in milliseconds since 1970. The application's clock has only seconds.
pub fn milliseconds() -> u64 {
    let seconds = |n: time_t| u64::try_from(n).unwrap_or_default().saturating_mul(1000);
    if !TIME.load(Ordering::Acquire).is_null() {
        return seconds(now());
    }
    let mut at = libc::timespec { tv_sec: 0, tv_nsec: 0 };
    // SAFETY: `at` is a timespec.
    unsafe { libc::clock_gettime(libc::CLOCK_REALTIME, &mut at) };
    seconds(at.tv_sec) + u64::try_from(at.tv_nsec).unwrap_or_default() / 1_000_000
}

/// The current time for verification, from the application's time function if it is set.
pub fn verification_time() -> i64 {
    now() as i64
}
