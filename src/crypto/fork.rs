//! Detects that the process has forked, without a system call for each check.
use core::sync::atomic::{AtomicU32, Ordering};
use std::sync::Once;

static FORKS: AtomicU32 = AtomicU32::new(0);
static REGISTERED: Once = Once::new();

extern "C" fn in_child() {
    FORKS.fetch_add(1, Ordering::Relaxed);
}

/// A number that differs between a forked child and its parent.
pub(super) fn generation() -> u32 {
    REGISTERED.call_once(|| {
        // SAFETY: the handler is a function of this library, which is never unloaded (-z nodelete); it
        // only adds to an atomic, which is allowed in the child of a threaded process.
        let failed = unsafe { libc::pthread_atfork(None, None, Some(in_child)) };
        assert_eq!(failed, 0, "no memory to watch for forks");
    });
    FORKS.load(Ordering::Relaxed)
}
