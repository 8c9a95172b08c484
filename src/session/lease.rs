//! Exclusive access to a part of a session without a held lock, so that its user may call the application.
use std::ops::{Deref, DerefMut};
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};

use crate::log::Held;

/// A slot that contains its value, or is empty while the value is leased.
pub struct Slot<T> {
    state: Mutex<State<T>>,
    returned: Condvar,
    /// Lines of the log wait while the value is leased: other threads wait for it, among them perhaps one that has a lock
    /// which the application's log function takes.
    quiet: bool,
}

struct State<T> {
    value: Option<Box<T>>,
    /// The thread that has the lease, if the value is leased.
    holder: usize,
    waiting: u32,
}

pub struct Lease<'a, T> {
    slot: &'a Slot<T>,
    /// `None` only during `drop`.
    value: Option<Box<T>>,
    /// Dropped after the value was returned.
    _held: Option<Held>,
}

/// A number that is unique to this thread among all running threads: the address of a thread-local.
fn this_thread() -> usize {
    thread_local!(static MARK: u8 = const { 0 });
    MARK.with(|mark| core::ptr::from_ref(mark).addr())
}

impl<T> Slot<T> {
    pub fn new(value: T) -> Self {
        let state = State { value: Some(Box::new(value)), holder: 0, waiting: 0 };
        Slot { state: Mutex::new(state), returned: Condvar::new(), quiet: false }
    }

    /// A slot for which more than one thread may ask: lines of the log wait while its value is leased.
    pub fn shared(value: T) -> Self {
        Slot { quiet: true, ..Slot::new(value) }
    }

    fn lock(&self) -> MutexGuard<'_, State<T>> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn take(&self, state: &mut State<T>) -> Option<Lease<'_, T>> {
        let value = state.value.take()?;
        state.holder = this_thread();
        Some(Lease { slot: self, value: Some(value), _held: if self.quiet { Held::begin() } else { None } })
    }

    /// `None` if the value is leased, by this thread (the call comes from a callback) or by another one.
    pub fn lease(&self) -> Option<Lease<'_, T>> {
        self.take(&mut self.lock())
    }

    /// Waits until another thread returns the value. `None` only if this thread has the lease (the call comes
    /// from a callback).
    pub fn lease_or_wait(&self) -> Option<Lease<'_, T>> {
        let mut state = self.lock();
        while state.value.is_none() {
            if state.holder == this_thread() {
                return None;
            }
            state.waiting += 1;
            state = self.returned.wait(state).unwrap_or_else(PoisonError::into_inner);
            state.waiting -= 1;
        }
        self.take(&mut state)
    }
}

impl<T> Deref for Lease<'_, T> {
    type Target = T;
    fn deref(&self) -> &T {
        match &self.value {
            Some(value) => value,
            None => unreachable!("a lease holds its value until it is dropped"),
        }
    }
}

impl<T> DerefMut for Lease<'_, T> {
    fn deref_mut(&mut self) -> &mut T {
        match &mut self.value {
            Some(value) => value,
            None => unreachable!("a lease holds its value until it is dropped"),
        }
    }
}

impl<T> Drop for Lease<'_, T> {
    fn drop(&mut self) {
        let mut state = self.slot.lock();
        state.value = self.value.take();
        if state.waiting > 0 {
            self.slot.returned.notify_one();
        }
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
        assert!(slot.lease().is_none());
        assert!(slot.lease_or_wait().is_none(), "a thread does not wait for itself");
        drop(lease);
        assert_eq!(*slot.lease().unwrap(), 2);
    }

    #[test]
    fn another_thread_waits() {
        let slot = Slot::new(0);
        let lease = slot.lease().unwrap();
        std::thread::scope(|scope| {
            let waiting = scope.spawn(|| *slot.lease_or_wait().unwrap() += 1);
            while slot.lock().waiting == 0 {
                std::thread::yield_now();
            }
            drop(lease);
            waiting.join().unwrap();
        });
        assert_eq!(*slot.lease().unwrap(), 1);
    }
}
