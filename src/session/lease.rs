//! Exclusive access to a part of a session, by one thread at a time, whose user may call the application.
use std::ops::{Deref, DerefMut};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError, TryLockError};

use crate::log::Held;

/// A value that is leased to one call at a time. A call from a callback, which comes from the thread that has the
/// lease, is told so instead of waiting for itself.
pub struct Slot<T> {
    value: Mutex<T>,
    /// The thread that has the lease; 0 while nobody has it. A thread finds its own number here only while it has the
    /// lease, for it takes it away before it returns the value; so the order of other threads' writes does not matter.
    holder: AtomicUsize,
    /// Lines of the log wait while the value is leased: other threads wait for it, among them perhaps one that has a lock
    /// which the application's log function takes.
    quiet: bool,
}

pub struct Lease<'a, T> {
    holder: &'a AtomicUsize,
    value: MutexGuard<'a, T>,
    /// Dropped after the value was returned.
    _held: Option<Held>,
}

/// A number that is unique to this thread among all running threads: the address of a thread-local.
pub fn this_thread() -> usize {
    thread_local!(static MARK: u8 = const { 0 });
    MARK.with(|mark| core::ptr::from_ref(mark).addr())
}

impl<T> Slot<T> {
    pub fn new(value: T) -> Self {
        Slot { value: Mutex::new(value), holder: AtomicUsize::new(0), quiet: false }
    }

    /// A slot for which more than one thread may ask: lines of the log wait while its value is leased.
    pub fn shared(value: T) -> Self {
        Slot { quiet: true, ..Slot::new(value) }
    }

    fn begin<'a>(&'a self, value: MutexGuard<'a, T>) -> Lease<'a, T> {
        self.holder.store(this_thread(), Ordering::Relaxed);
        Lease { holder: &self.holder, value, _held: if self.quiet { Held::begin() } else { None } }
    }

    /// `None` if the value is leased, by this thread (the call comes from a callback) or by another one.
    pub fn lease(&self) -> Option<Lease<'_, T>> {
        match self.value.try_lock() {
            Ok(value) => Some(self.begin(value)),
            Err(TryLockError::Poisoned(value)) => Some(self.begin(value.into_inner())),
            Err(TryLockError::WouldBlock) => None,
        }
    }

    pub fn is_leased(&self) -> bool {
        self.lease().is_none()
    }

    /// Waits until another thread returns the value. `None` only if this thread has the lease (the call comes
    /// from a callback).
    pub fn lease_or_wait(&self) -> Option<Lease<'_, T>> {
        if let Some(lease) = self.lease() {
            return Some(lease);
        }
        if self.holder.load(Ordering::Relaxed) == this_thread() {
            return None;
        }
        Some(self.begin(self.value.lock().unwrap_or_else(PoisonError::into_inner)))
    }
}

impl<T> Deref for Lease<'_, T> {
    type Target = T;
    fn deref(&self) -> &T {
        &self.value
    }
}

impl<T> DerefMut for Lease<'_, T> {
    fn deref_mut(&mut self) -> &mut T {
        &mut self.value
    }
}

impl<T> Drop for Lease<'_, T> {
    fn drop(&mut self) {
        self.holder.store(0, Ordering::Relaxed);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_lease_at_a_time_and_the_value_comes_back() {
        let slot = Slot::new(1);
        let mut lease = slot.lease().unwrap();
        *lease = 2;
        assert!(slot.lease().is_none() && slot.is_leased());
        assert!(slot.lease_or_wait().is_none(), "a thread does not wait for itself");
        drop(lease);
        assert!(!slot.is_leased());
        assert_eq!(*slot.lease().unwrap(), 2);
    }

    #[test]
    fn another_thread_waits() {
        let slot = Slot::new(0);
        let lease = slot.lease().unwrap();
        std::thread::scope(|scope| {
            let waiting = scope.spawn(|| *slot.lease_or_wait().unwrap() += 1);
            std::thread::sleep(std::time::Duration::from_millis(20));
            assert!(!waiting.is_finished());
            drop(lease);
            waiting.join().unwrap();
        });
        assert_eq!(*slot.lease().unwrap(), 1);
    }
}
