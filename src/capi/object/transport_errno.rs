//! What `gnutls_transport_set_errno` sets: one thread may receive while another sends, and neither is to take or to forget
//! the error of the other.
use core::sync::atomic::{AtomicI32, AtomicUsize, Ordering::Relaxed};

use crate::abi::c_int;
use crate::session::application::Direction;
use crate::session::lease::this_thread;

/// The error of one direction, and the thread that calls the transport in it.
#[derive(Default)]
struct Slot {
    value: AtomicI32,
    thread: AtomicUsize,
}

#[derive(Default)]
pub struct TransportErrno {
    send: Slot,
    receive: Slot,
}

impl TransportErrno {
    fn slot(&self, direction: Direction) -> &Slot {
        match direction {
            Direction::Outgoing => &self.send,
            Direction::Incoming => &self.receive,
        }
    }

    fn store(&self, value: c_int, wanted: impl Fn(&Slot) -> bool) {
        let slots = [&self.send, &self.receive].into_iter().filter(|slot| wanted(slot));
        slots.for_each(|slot| slot.value.store(value, Relaxed));
    }

    /// This thread is about to call the transport: there is no error.
    pub fn begin(&self, direction: Direction) {
        let me = this_thread();
        self.slot(direction).thread.store(me, Relaxed);
        self.store(0, |slot| slot.thread.load(Relaxed) == me);
    }

    /// Sets the error of what this thread does, or of both directions if it does nothing.
    pub fn set(&self, value: c_int) {
        let me = this_thread();
        let own = |slot: &Slot| slot.thread.load(Relaxed) == me;
        let none = !own(&self.send) && !own(&self.receive);
        self.store(value, |slot| none || own(slot));
    }

    /// The error of a direction, which is forgotten; 0 if there is none.
    pub fn take(&self, direction: Direction) -> c_int {
        let me = this_thread();
        let value = self.slot(direction).value.swap(0, Relaxed);
        self.store(0, |slot| slot.thread.load(Relaxed) == me);
        value
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use Direction::{Incoming, Outgoing};

    #[test]
    fn a_thread_has_its_own_error() {
        let errno = TransportErrno::default();
        errno.set(1);
        assert_eq!((errno.take(Incoming), errno.take(Incoming), errno.take(Outgoing)), (1, 0, 1));
        errno.begin(Incoming);
        errno.set(11);
        // Another thread sends meanwhile.
        std::thread::scope(|s| {
            s.spawn(|| {
                errno.begin(Outgoing);
                errno.set(90);
                assert_eq!(errno.take(Outgoing), 90);
                errno.begin(Outgoing);
            });
        });
        assert_eq!(errno.take(Incoming), 11);
        // A function that receives sends with the same session: it is one thread's.
        errno.begin(Incoming);
        errno.begin(Outgoing);
        errno.set(4);
        assert_eq!((errno.take(Incoming), errno.take(Outgoing)), (4, 0));
    }
}
