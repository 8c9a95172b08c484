//! The connection IDs that a peer of DTLS 1.3 names after the handshake (RFC 9147 section 9).
use std::sync::atomic::Ordering::Relaxed;

use super::{Session, WriteHalf, lock};
use crate::handshake::connection_id::NewConnectionId;
use crate::log::{DETAIL, log};

impl Session {
    /// The peer names IDs. If another thread is sending, it changes to the new one before its next record.
    pub(super) fn take_connection_ids(&self, new: NewConnectionId) {
        lock(&self.datagrams.late).connection_ids.receive(new);
        self.use_next_connection_id();
    }

    /// The application uses another transport, perhaps another path. Who sees both should not know by the connection ID that
    /// they are of one session.
    pub fn path_changed(&self) {
        if self.is_open() && self.is_datagram() {
            lock(&self.datagrams.late).connection_ids.use_spare();
            self.use_next_connection_id();
        }
    }

    fn use_next_connection_id(&self) {
        self.replies_queued.store(true, Relaxed);
        if let Some(mut write) = self.write.lease() {
            self.change_connection_id(&mut write);
        }
    }

    /// Changes to the ID that is to be used, if there is another.
    pub(super) fn change_connection_id(&self, write: &mut WriteHalf) {
        let next = lock(&self.datagrams.late).connection_ids.take_next();
        if let Some(id) = next {
            log!(DETAIL, "the following records have a new connection ID of {} bytes", id.len());
            write.side.records.set_connection_id(id);
        }
    }
}
