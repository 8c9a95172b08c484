//! What an application sets for sessions over datagrams, and what goes on there after the handshake.
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, AtomicU32};

use crate::handshake::connection_id::ConnectionIds;
use crate::handshake::flight::RetransmitTimer;
use crate::record::datagram::MAX_DATAGRAM;

/// The default of `gnutls_dtls_set_mtu`, as in GnuTLS, and its maximum.
pub(super) const DEFAULT_MTU: u32 = 1200;
pub(super) const MAX_MTU: u32 = MAX_DATAGRAM as u32;
/// The defaults of `gnutls_dtls_set_timeouts`, in milliseconds.
const RETRANSMIT_TIMEOUT: u32 = 1000;
const TOTAL_TIMEOUT: u32 = 60_000;
/// No datagram of messages is made smaller than this because the transport takes none of more bytes.
pub(super) const LEAST_TAKEN: u32 = 64;

/// What the application has set for datagrams.
pub(super) struct Settings {
    /// The size of the largest datagram in bytes.
    pub(super) mtu: AtomicU32,
    /// What is sent again after the handshake is no larger than this, since the transport has not taken more.
    pub(super) taken: AtomicU32,
    /// Times of a handshake in milliseconds: until the first retransmission, and altogether.
    pub(super) retransmit: AtomicU32,
    pub(super) total: AtomicU32,
    /// DTLS 1.3: messages after the handshake, or its end, are not acknowledged.
    pub(super) unacknowledged: AtomicBool,
    pub(super) late: Mutex<Late>,
}

/// What DTLS 1.3 does after the handshake.
#[derive(Default)]
pub(super) struct Late {
    /// When our messages are sent again.
    pub(super) timer: RetransmitTimer,
    /// The records of the peer that are to be acknowledged.
    pub(super) received: Vec<u64>,
    /// Records that the peer has acknowledged while another thread was sending.
    pub(super) acknowledged: Vec<u64>,
    /// The peer's connection IDs that we do not use yet.
    pub(super) connection_ids: ConnectionIds,
}

impl Default for Settings {
    fn default() -> Self {
        Settings {
            mtu: AtomicU32::new(DEFAULT_MTU),
            taken: AtomicU32::new(MAX_MTU),
            retransmit: AtomicU32::new(RETRANSMIT_TIMEOUT),
            total: AtomicU32::new(TOTAL_TIMEOUT),
            unacknowledged: AtomicBool::new(false),
            late: Mutex::default(),
        }
    }
}
