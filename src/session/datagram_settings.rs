//! What an application sets for sessions over datagrams.
use std::sync::atomic::AtomicU32;

use crate::record::datagram::MAX_DATAGRAM;

/// The default of `gnutls_dtls_set_mtu`, as in GnuTLS, and its maximum.
pub(super) const DEFAULT_MTU: u32 = 1200;
pub(super) const MAX_MTU: u32 = MAX_DATAGRAM as u32;
/// The defaults of `gnutls_dtls_set_timeouts`, in milliseconds.
const RETRANSMIT_TIMEOUT: u32 = 1000;
const TOTAL_TIMEOUT: u32 = 60_000;

/// What the application has set for datagrams.
pub(super) struct Settings {
    /// The size of the largest datagram in bytes.
    pub(super) mtu: AtomicU32,
    /// Times of a handshake in milliseconds: until the first retransmission, and altogether.
    pub(super) retransmit: AtomicU32,
    pub(super) total: AtomicU32,
}

impl Default for Settings {
    fn default() -> Self {
        Settings {
            mtu: AtomicU32::new(DEFAULT_MTU),
            retransmit: AtomicU32::new(RETRANSMIT_TIMEOUT),
            total: AtomicU32::new(TOTAL_TIMEOUT),
        }
    }
}
