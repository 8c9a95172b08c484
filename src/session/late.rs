//! What DTLS 1.3 does after a handshake (RFC 9147 sections 5.8 and 7): its messages are sent again until the peer acknowledges
//! them, and those of the peer are acknowledged.
use std::sync::atomic::Ordering::Relaxed;
use std::time::{Duration, Instant};

use super::driver::{HandshakeDriver, Kind};
use super::{PendingReply, ReadHalf, Session, WriteHalf, lock};
use crate::alg::flags::SessionFlags;
use crate::error::Result;
use crate::handshake::ack;
use crate::log::{DETAIL, log};
use crate::record::datagram::{FIRST_APPLICATION, epoch_of};

/// How many records of the peer are remembered until they are acknowledged.
const MAX_RECEIVED: usize = 64;

/// The least milliseconds between two looks whether another thread has sent a message.
const LEAST_WAIT: u64 = 250;

/// Remembers a record of the peer that is to be acknowledged.
pub(super) fn remember(received: &mut Vec<u64>, record: u64) {
    if received.len() == MAX_RECEIVED {
        received.remove(0);
    }
    received.push(record);
}

/// The number of the first message in a record.
fn message_number(record: &[u8]) -> u16 {
    record.get(4..6).map_or(0, |number| u16::from_be_bytes([number[0], number[1]]))
}

/// Whether the current record is one of a handshake that is complete: with the keys of application data nothing new comes with
/// those of the handshake.
pub(super) fn is_of_handshake(read: &ReadHalf) -> bool {
    let records = &read.side.records;
    records.epoch() >= FIRST_APPLICATION
        && records.protection().is_unified()
        && epoch_of(records.record_number()) < FIRST_APPLICATION
}

impl Session {
    /// A message after the handshake was sent: in DTLS 1.3 it is sent again until the peer acknowledges it.
    pub(super) fn await_acknowledgement(&self, write: &WriteHalf) {
        if write.side.is_acknowledged() {
            let (now, interval) = (self.application.clock(), self.datagrams.retransmit.load(Relaxed));
            let mut late = lock(&self.datagrams.late);
            // A message before it may have waited long.
            if late.timer.left(now).is_none_or(|left| left > interval.into()) {
                late.timer.start(now, interval);
            }
            self.datagrams.unacknowledged.store(true, Relaxed);
        }
    }

    /// The end of a handshake: what was sent last is sent again until the peer acknowledges it.
    pub(super) fn begin_late(&self, driver: &HandshakeDriver, write: &WriteHalf) {
        if driver.kind != Kind::Reauth {
            lock(&self.datagrams.late).timer = driver.flights.timer;
        }
        self.await_acknowledgement(write);
    }

    /// Milliseconds until messages after the handshake are sent again.
    pub(super) fn late_left(&self) -> Option<u64> {
        let waits = self.datagrams.unacknowledged.load(Relaxed);
        waits.then(|| lock(&self.datagrams.late).timer.left(self.application.clock())).flatten()
    }

    /// Sends messages after the handshake again if it is time: for as long as the session lasts, since without one of them the
    /// peer would wait for it for ever. Returns until when a read may wait before it has to look again.
    #[inline]
    pub(super) fn repeat_late(&self, read: &ReadHalf) -> Option<Instant> {
        if read.side.records.protection().is_unified() { self.repeat_unacknowledged() } else { None }
    }

    fn repeat_unacknowledged(&self) -> Option<Instant> {
        let waits = self.datagrams.unacknowledged.load(Relaxed);
        if waits && lock(&self.datagrams.late).timer.expires(self.application.clock()) {
            log!(DETAIL, "sends messages again: {} has not acknowledged them", self.peer_name());
            self.queue_reply(PendingReply::LastFlight);
            self.flush_late_replies();
        }
        if self.setting(|c| c.flags.contains(SessionFlags::NONBLOCK)) || !self.application.can_wait() {
            return None;
        }
        // Another thread may send a message while this one waits. It cannot wake it.
        let interval = u64::from(self.datagrams.retransmit.load(Relaxed)).max(LEAST_WAIT);
        let wait = self.late_left().map_or(interval, |left| left.clamp(1, interval));
        Some(Instant::now() + Duration::from_millis(wait))
    }

    /// The peer has all that was sent.
    pub(super) fn end_late(&self) {
        self.datagrams.unacknowledged.store(false, Relaxed);
        lock(&self.datagrams.late).timer.stop();
    }

    /// Takes an ACK of the peer outside of a handshake.
    pub(super) fn late_ack(&self, read: &mut ReadHalf) -> Result<()> {
        self.take_ack(read)?;
        self.flush_late_replies();
        Ok(())
    }

    /// Takes an ACK of the peer. Returns whether it has not received all that we have sent; `None` if the ACK says nothing.
    pub(super) fn take_ack(&self, read: &mut ReadHalf) -> Result<Option<bool>> {
        let numbers = match ack::read(read.side.records.payload()) {
            Ok(numbers) => numbers,
            Err(_) => {
                read.side.records.discard_record("it is no ACK");
                return Ok(None);
            }
        };
        read.side.records.discard();
        let Some(mut write) = self.write.lease() else {
            // Another thread is sending, and notes it then.
            let mut late = lock(&self.datagrams.late);
            numbers.into_iter().for_each(|number| remember(&mut late.acknowledged, number));
            drop(late);
            self.queue_reply(PendingReply::Acknowledged);
            self.flush_late_replies();
            return Ok(None);
        };
        let missing = write.side.acknowledge(numbers.into_iter())?;
        if !missing {
            // Before another thread sends the next message.
            self.end_late();
        }
        Ok(Some(missing))
    }

    /// Notes what the peer has acknowledged while another thread was sending.
    pub(super) fn note_acknowledged(&self, write: &mut WriteHalf) -> Result<()> {
        let numbers = std::mem::take(&mut lock(&self.datagrams.late).acknowledged);
        if !write.side.acknowledge(numbers.into_iter())? {
            self.end_late();
        }
        Ok(())
    }

    /// Sends the queued ACK. If that fails the peer repeats its messages.
    pub(super) fn send_late_ack(&self, write: &mut WriteHalf) {
        let received = std::mem::take(&mut lock(&self.datagrams.late).received);
        self.fit_datagrams(write);
        let _ = write.side.send_ack(&received);
    }

    /// A record with fragments outside of a handshake of DTLS 1.3. If the peer repeats what has been received, an
    /// acknowledgement was lost, or our last flight.
    pub(super) fn late_messages(&self, read: &mut ReadHalf) -> Result<()> {
        let number = read.side.records.record_number();
        let (mut repeated, mut fits) = (is_of_handshake(read), true);
        let message = message_number(read.side.records.payload());
        if !repeated {
            let outcome = read.side.messages.push(read.side.records.payload(), self.config().max_message);
            (repeated, fits) = (outcome.repeated, !outcome.discarded);
        }
        match fits {
            true => read.side.records.discard(),
            false => read.side.records.discard_record("a fragment of a message that does not fit"),
        }
        let now = self.application.clock();
        let waits = self.datagrams.unacknowledged.load(Relaxed);
        if repeated && waits && lock(&self.datagrams.late).timer.allows_answer(now) {
            self.queue_reply(PendingReply::LastFlight);
        }
        let processed = self.messages(read);
        // What waits for a message before it is not acknowledged: the peer might take an acknowledged KeyUpdate for one that
        // has been processed.
        let expected = read.side.messages.fragments().map_or(0, |fragments| fragments.expected());
        if fits && expected.wrapping_sub(message) < 1 << 15 {
            remember(&mut lock(&self.datagrams.late).received, number);
            self.queue_reply(PendingReply::Ack);
        }
        self.flush_late_replies();
        processed
    }
}
