//! What has been reported of a session.
use std::sync::atomic::AtomicU8;
use std::sync::atomic::Ordering::Relaxed;

/// What was told of a session since its handshake began, so that one failure is one line.
#[derive(Default)]
pub(super) struct Told(AtomicU8);

impl Told {
    /// The log: why the session ended.
    pub(super) const END: u8 = 1;
    /// The log: that the application refuses the peer.
    pub(super) const REFUSAL: u8 = 2;
    /// The log: that the peer is late.
    pub(super) const LATE: u8 = 4;
    /// The audit function: why the session ended.
    pub(super) const AUDIT: u8 = 8;

    /// It is told now. Returns whether it was before.
    pub(super) fn again(&self, what: u8) -> bool {
        self.0.fetch_or(what, Relaxed) & what != 0
    }

    pub(super) fn was(&self, what: u8) -> bool {
        self.0.load(Relaxed) & what != 0
    }

    pub(super) fn nothing(&self) {
        self.0.store(0, Relaxed);
    }
}
