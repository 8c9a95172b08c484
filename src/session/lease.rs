//! Half of a session, taken out for a while: whoever holds it may call the program without a lock.
use std::ops::{Deref, DerefMut};
use std::sync::{Mutex, PoisonError};

/// A slot that holds its value, or nothing while someone has it on lease.
pub struct Slot<T>(Mutex<Option<Box<T>>>);

pub struct Lease<'a, T> {
    slot: &'a Slot<T>,
    /// `None` only while it is dropped.
    value: Option<Box<T>>,
}

impl<T> Slot<T> {
    pub fn new(value: T) -> Self {
        Slot(Mutex::new(Some(Box::new(value))))
    }

    /// `None` if someone has it: a callback that calls back, or another thread.
    pub fn lease(&self) -> Option<Lease<'_, T>> {
        let value = self.0.lock().unwrap_or_else(PoisonError::into_inner).take()?;
        Some(Lease { slot: self, value: Some(value) })
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
        *self.slot.0.lock().unwrap_or_else(PoisonError::into_inner) = self.value.take();
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
        drop(lease);
        assert_eq!(*slot.lease().unwrap(), 2);
    }
}
