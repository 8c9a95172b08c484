//! What takes memory when a thread uses it for the first time, and ends the process if there is none.
use core::cell::Cell;
use std::thread::LocalKey;

/// The size of the largest allocation that the reserve of the allocator serves.
pub const MAX_SERVED: usize = 1 << 18;

/// Whether this thread can use what takes memory when a thread uses it for the first time, at most `size` bytes, and ends the
/// process if there is not enough: a thread-local with a destructor, a generator of aws-lc. `used` is of that thing and
/// false in a new thread; then `begin` uses it, and must need nothing of the reserve.
#[inline]
pub fn can_use(used: &'static LocalKey<Cell<bool>>, size: usize, begin: impl FnOnce()) -> bool {
    used.get() || begin_use(used, size, begin)
}

#[cold]
fn begin_use(used: &'static LocalKey<Cell<bool>>, size: usize, begin: impl FnOnce()) -> bool {
    let mut probe = Vec::<u8>::new();
    // Larger than what the reserve serves: the C library must have it.
    let has_memory = probe.try_reserve(size.max(MAX_SERVED + 1)).is_ok();
    // The compiler may leave out an allocation that nothing uses.
    drop(core::hint::black_box(probe));
    if has_memory {
        begin();
        used.set(true);
    }
    has_memory
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_first_use_waits_for_memory() {
        thread_local!(static USED: Cell<bool> = const { Cell::new(false) });
        assert!(!can_use(&USED, usize::MAX / 4, || unreachable!("there is not enough memory")));
        let mut begun = 0;
        assert!(can_use(&USED, 1, || begun += 1));
        assert!(can_use(&USED, usize::MAX / 4, || begun += 1));
        assert_eq!(begun, 1);
    }
}
