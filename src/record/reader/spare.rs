//! The memory for a datagram. It has to take the largest one and is used for a moment, so a session takes it from its thread
//! and gives it back when all of the datagram is read: thousands of idle sessions hold none, and it stays in the cache.
use core::cell::Cell;

use crate::first_use::can_use;
use crate::record::datagram::MAX_DATAGRAM;

thread_local! {
    /// Empty while a session has it.
    static SPARE: Cell<Vec<u8>> = const { Cell::new(Vec::new()) };
    /// This thread has received a datagram.
    static USED: Cell<bool> = const { Cell::new(false) };
}

fn spare<T>(f: impl FnOnce(&Cell<Vec<u8>>) -> T) -> Option<T> {
    if !can_use(&USED, 0, || SPARE.with(|_| ())) {
        return None;
    }
    SPARE.try_with(f).ok()
}

/// Memory whose bytes are all initialized; empty if the thread has none.
pub(super) fn take() -> Vec<u8> {
    spare(Cell::take).unwrap_or_default()
}

/// Gives it back. What a transport without borders of datagrams has made larger is freed.
pub(super) fn give_back(buffer: Vec<u8>) {
    if buffer.len() == MAX_DATAGRAM {
        spare(|s| s.set(buffer));
    }
}
