//! What DTLS 1.3 does after a handshake (RFC 9147 sections 5.8 and 7): its messages are sent again until the peer acknowledges
//! them, and those of the peer are acknowledged.
use std::sync::atomic::Ordering::Relaxed;
use std::time::{Duration, Instant};

use super::driver::HandshakeDriver;
use super::{PendingReply, ReadHalf, Session, WriteHalf, lock};
use crate::alg::flags::SessionFlags;
use crate::error::Result;
use crate::handshake::step::read_ack;
use crate::log::{DETAIL, log};
use crate::record::datagram::{FIRST_APPLICATION, epoch_of};

/// How many records of the peer are remembered until they are acknowledged.
const MAX_RECEIVED: usize = 64;

/// Remembers a record of the peer that is to be acknowledged.
pub(super) fn remember(received: &mut Vec<u64>, record: u64) {
    if received.len() == MAX_RECEIVED {
        received.remove(0);
    }
    received.push(record);
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
            late.timer.start(now, interval);
            late.started = now;
            self.datagrams.unacknowledged.store(true, Relaxed);
        }
    }

    /// The end of a handshake: what was sent last is sent again until the peer acknowledges it.
    pub(super) fn begin_late(&self, driver: &HandshakeDriver, write: &WriteHalf) {
        if write.side.has_flight() {
            self.await_acknowledgement(write);
            lock(&self.datagrams.late).timer = driver.flights.timer;
        }
    }

    /// Milliseconds until messages after the handshake are sent again.
    pub(super) fn late_left(&self) -> Option<u64> {
        let waits = self.datagrams.unacknowledged.load(Relaxed);
        waits.then(|| lock(&self.datagrams.late).timer.left(self.application.clock())).flatten()
    }

    /// Sends messages after the handshake again if it is time. A peer that does not acknowledge them for as long as a
    /// handshake may take never will. Returns until when a read may wait before the next time.
    #[inline]
    pub(super) fn repeat_late(&self) -> Option<Instant> {
        if self.datagrams.unacknowledged.load(Relaxed) { self.repeat_unacknowledged() } else { None }
    }

    #[cold]
    fn repeat_unacknowledged(&self) -> Option<Instant> {
        let now = self.application.clock();
        let (again, ended) = {
            let mut late = lock(&self.datagrams.late);
            let ended = now.saturating_sub(late.started) > self.datagrams.total.load(Relaxed).into();
            (late.timer.expires(now), ended)
        };
        if let Some(mut write) = self.write.lease().filter(|_| again || ended) {
            if ended || !write.side.has_flight() {
                write.side.begin_flight();
                self.end_late();
                return None;
            }
            log!(DETAIL, "sends messages again: {} has not acknowledged them", self.peer_name());
            // If the transport would block, they go with what is sent next.
            let _ = self.repeat_flight(&mut write).and_then(|()| self.flush(&mut write));
        }
        let waits =
            !self.setting(|c| c.flags.contains(SessionFlags::NONBLOCK)) && self.application.can_wait();
        self.late_left().filter(|_| waits).map(|ms| Instant::now() + Duration::from_millis(ms.max(1)))
    }

    fn end_late(&self) {
        self.datagrams.unacknowledged.store(false, Relaxed);
        lock(&self.datagrams.late).timer.stop();
    }

    /// Takes an ACK of the peer outside of a handshake.
    pub(super) fn late_ack(&self, read: &mut ReadHalf) -> Result<()> {
        if let Some(left) = self.take_ack(read)
            && !left
        {
            self.end_late();
        }
        Ok(())
    }

    /// Takes an ACK of the peer. Returns whether it has not received all that we have sent; `None` if the ACK says nothing.
    pub(super) fn take_ack(&self, read: &mut ReadHalf) -> Option<bool> {
        let numbers = match read_ack(read.side.records.payload()) {
            Ok(numbers) => numbers,
            Err(_) => {
                read.side.records.discard_record("it is no ACK");
                return None;
            }
        };
        read.side.records.discard();
        // If another thread sends, the peer will acknowledge again what is sent again.
        let mut write = self.write.lease()?;
        Some(write.side.acknowledge(numbers.into_iter()))
    }

    /// Sends the queued ACK.
    pub(super) fn send_late_ack(&self, write: &mut WriteHalf) -> Result<()> {
        let received = std::mem::take(&mut lock(&self.datagrams.late).received);
        self.fit_datagrams(write);
        write.side.send_ack(&received)
    }

    /// A record with fragments outside of a handshake of DTLS 1.3. If the peer repeats what has been received, an
    /// acknowledgement was lost, or our last flight.
    pub(super) fn late_messages(&self, read: &mut ReadHalf) -> Result<()> {
        let number = read.side.records.record_number();
        let (mut repeated, mut fits) = (is_of_handshake(read), true);
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
        if fits {
            remember(&mut lock(&self.datagrams.late).received, number);
            self.queue_reply(PendingReply::Ack);
        }
        let processed = self.messages(read);
        self.flush_late_replies();
        processed
    }
}
