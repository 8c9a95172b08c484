//! Sessions over datagrams: retransmission, and what DTLS does with records that TLS would end the session for.
use std::sync::atomic::Ordering::Relaxed;
use std::time::{Duration, Instant};

use super::datagram_settings::{LEAST_TAKEN, MAX_MTU};
use super::driver::{HandshakeDriver, Kind};
use super::io::{Deadline, MAX_UNREAD};
use super::{PendingReply, ReadHalf, Session, WriteHalf, late, lock};
use crate::abi::*;
use crate::alg::Version;
use crate::alg::flags::SessionFlags;
use crate::error::{AlertDescription, AlertLevel, Error, Result, err};
use crate::handshake::Machine;
use crate::handshake::config::{Config, Role};
use crate::handshake::fragments::{Outcome, has_fragment};
use crate::handshake::messages::HandshakeType;
use crate::handshake::step::Input;
use crate::log::{DETAIL, log, reason};
use crate::record::ContentType;
use crate::record::datagram::epoch_of;

/// The epoch of early data (RFC 9147 section 6.1).
const EARLY_DATA: u16 = 1;

impl Session {
    pub fn is_datagram(&self) -> bool {
        self.setting(Config::is_datagram)
    }

    /// Sets the size of the largest datagram in bytes. It applies to what is sealed from now on.
    pub fn set_mtu(&self, mtu: u32) {
        self.datagrams.taken.store(MAX_MTU, Relaxed);
        self.datagrams.mtu.store(mtu.min(MAX_MTU), Relaxed);
    }

    pub fn mtu(&self) -> u32 {
        self.datagrams.mtu.load(Relaxed)
    }

    /// The most bytes of application data in a datagram.
    pub fn data_mtu(&self) -> usize {
        self.write.lease().map_or(0, |write| self.datagram_room(&write))
    }

    /// Sets the most bytes of application data in a datagram.
    pub fn set_data_mtu(&self, size: u32) -> Result<()> {
        let Some(write) = self.write.lease_or_wait() else { return err(GNUTLS_E_AGAIN) };
        let protection = write.side.records.protection();
        let most = size as usize + protection.expansion();
        // Of block ciphers the overhead depends on the size.
        let least = (size as usize..=most).find(|mtu| protection.content_within(*mtu) >= size as usize);
        self.set_mtu(u32::try_from(least.unwrap_or(most)).unwrap_or(MAX_MTU));
        Ok(())
    }

    /// Sets the times of a handshake in milliseconds: until the first retransmission, and altogether.
    pub fn set_timeouts(&self, retransmit: u32, total: u32) {
        self.datagrams.retransmit.store(retransmit, Relaxed);
        self.datagrams.total.store(total, Relaxed);
    }

    /// Milliseconds until the last flight would be sent again. As in GnuTLS the time goes on after the handshake.
    pub fn retransmit_left(&self) -> u64 {
        let now = self.application.clock();
        if let Some(left) = self.late_left() {
            return left;
        }
        // Of DTLS 1.3 the peer has acknowledged all.
        let acknowledged = self.parameters(|p| p.established && p.is_tls13());
        let rest = |driver: &HandshakeDriver| match driver.machine {
            None if acknowledged => 0,
            _ => driver.flights.timer.rest(now),
        };
        self.driver.lease().map_or(0, |driver| rest(&driver))
    }

    /// Number of discarded records.
    pub fn discarded(&self) -> u32 {
        self.read.lease().map_or(0, |read| read.side.records.discarded())
    }

    /// A client has shown a cookie before the session was made: the numbers that go on from there. Once a handshake has
    /// begun they would repeat others, and with them nonces.
    pub fn set_prestate(&self, record: u32, read_sequence: u16, write_sequence: u16) {
        if self.is_open() || self.is_handshaking() {
            return;
        }
        if let Some(mut read) = self.read.lease()
            && let Some(fragments) = read.side.messages.fragments()
        {
            fragments.restart(read_sequence);
        }
        self.configure(|c| c.cookie_verified = true);
        if let Some(mut write) = self.write.lease() {
            write.side.records.set_sequence(record.into());
            write.next_sequence = write_sequence;
        }
    }

    /// The next message or ChangeCipherSpec of a handshake over datagrams. Meanwhile the last flight is sent again when
    /// its time is over.
    pub(super) fn next_datagram_event(
        &self,
        driver: &mut HandshakeDriver,
        read: &mut ReadHalf,
    ) -> Result<Input> {
        let config = self.config();
        let nonblock = config.flags.contains(SessionFlags::NONBLOCK);
        loop {
            if driver.kind == Kind::Renegotiation
                && config.role == Role::Client
                && let Some(fragments) = read.side.messages.fragments()
            {
                fragments.skip_lost_request();
            }
            if let Some(message) = read.side.messages.next(config.max_message)? {
                driver.flights.answered = true;
                if self.passes_by(driver, read, &message)? {
                    continue;
                }
                read.not_idle();
                return Ok(Input::Message(message));
            }
            let change_expected = driver.machine.as_ref().is_some_and(Machine::expects_change_cipher_spec);
            if read.change_cipher_spec && change_expected {
                read.change_cipher_spec = false;
                if self.parameters(|p| p.version) == Some(Version::Dtls09)
                    && let Some(fragments) = read.side.messages.fragments()
                {
                    // It has the number of a message.
                    fragments.restart(fragments.expected().wrapping_add(1));
                }
                return Ok(Input::ChangeCipherSpec);
            }
            if read.side.records.unread() > MAX_UNREAD {
                return err(GNUTLS_E_GOT_APPLICATION_DATA);
            }
            let wait = self.run_timers(driver)?;
            let at = Instant::now() + Duration::from_millis(wait);
            let deadline = Deadline { at: Some(at), poll_only: nonblock, allowed: wait as u32 };
            let content = match self.next_record(read, deadline) {
                Ok(content) => content,
                Err(e) if e.code() == GNUTLS_E_TIMEDOUT && !nonblock => continue,
                Err(e) if e.code() == GNUTLS_E_TIMEDOUT => return err(GNUTLS_E_AGAIN),
                Err(e) => return Err(e),
            };
            match content {
                ContentType::Handshake => self.take_fragments(driver, read)?,
                ContentType::ChangeCipherSpec => {
                    read.change_cipher_spec = true;
                    read.side.records.discard();
                }
                ContentType::Alert => {
                    let body = read.side.records.payload().to_vec();
                    let clear = read.side.records.protection().is_null();
                    if clear && !ends_handshake(&body) {
                        read.side.records.discard_record("a warning without protection");
                        continue;
                    }
                    self.alert(read, &body)?;
                    return Err(self.closed_early());
                }
                ContentType::Ack => self.ack_in_handshake(driver, read)?,
                ContentType::ApplicationData if epoch_of(read.side.records.record_number()) == EARLY_DATA => {
                    self.early_record(&mut read.side)?;
                }
                ContentType::ApplicationData
                    if driver.takes_old_data() && !read.side.records.payload().is_empty() =>
                {
                    read.not_idle();
                    return err(GNUTLS_E_GOT_APPLICATION_DATA);
                }
                ContentType::ApplicationData => {
                    read.side.records.discard_record("data before the end of the handshake");
                }
                ContentType::Heartbeat => read.side.records.discard_record("a heartbeat in a handshake"),
            }
        }
    }

    /// Takes the fragments of the current record. If the peer repeats its last flight, ours was lost.
    fn take_fragments(&self, driver: &mut HandshakeDriver, read: &mut ReadHalf) -> Result<()> {
        let (max, number) = (self.config().max_message, read.side.records.record_number());
        let unified = read.side.records.protection().is_unified();
        if !unified
            && read.side.records.epoch() == driver.flights.first_epoch
            && has_fragment(read.side.records.payload(), HandshakeType::FINISHED)
        {
            // Anybody's, or that of the handshake before.
            read.side.records.discard_record("Finished before the keys of this handshake");
            return Ok(());
        }
        let outcome = match late::is_of_handshake(read) {
            // It has been processed.
            true => Outcome { repeated: true, ..Outcome::default() },
            false => read.side.messages.push(read.side.records.payload(), max),
        };
        if unified && !outcome.discarded {
            late::remember(&mut driver.flights.received, number);
            let soon = self.application.clock() + u64::from(self.datagrams.retransmit.load(Relaxed)) / 4;
            driver.flights.acknowledge_at.get_or_insert(soon);
        }
        match outcome.discarded {
            true => read.side.records.discard_record("a fragment of a message that does not fit"),
            false => read.side.records.discard(),
        }
        if outcome.misnumbered {
            // A server that asks for a cookie so would do it again.
            driver.flights.timer.delay(self.application.clock());
        }
        let repeated = outcome.repeated && !driver.flights.answered;
        if repeated && self.allows_answer(driver) {
            log!(DETAIL, "{} repeats its last flight, so ours is sent again", self.peer_name());
            let Some(mut write) = self.write.lease_or_wait() else { return err(GNUTLS_E_AGAIN) };
            self.fit_datagrams(&mut write);
            if write.side.answer_repetition()? {
                self.flush_flight(driver, &mut write)?;
            }
        }
        Ok(())
    }

    /// An ACK: what the peer does not have yet is sent again.
    fn ack_in_handshake(&self, driver: &mut HandshakeDriver, read: &mut ReadHalf) -> Result<()> {
        match self.take_ack(read)? {
            Some(false) => driver.flights.timer.stop(),
            Some(true) if self.allows_answer(driver) => {
                let Some(mut write) = self.write.lease_or_wait() else { return err(GNUTLS_E_AGAIN) };
                self.fit_datagrams(&mut write);
                if write.side.answer_repetition()? {
                    self.flush_flight(driver, &mut write)?;
                }
            }
            _ => {}
        }
        Ok(())
    }

    /// Acknowledges what has come of a flight of the peer that does not go on (RFC 9147 section 7.1). Returns the milliseconds
    /// until then.
    fn acknowledge_part(&self, driver: &mut HandshakeDriver, now: u64) -> Result<Option<u64>> {
        let Some(at) = driver.flights.acknowledge_at else { return Ok(None) };
        if now < at {
            return Ok(Some(at - now));
        }
        let Some(mut write) = self.write.lease_or_wait() else { return err(GNUTLS_E_AGAIN) };
        driver.flights.acknowledge_at = None;
        self.fit_datagrams(&mut write);
        write.side.send_ack(&driver.flights.received)?;
        self.flush_flight(driver, &mut write)?;
        Ok(None)
    }

    /// Sends the last flight again if it is time. Returns the milliseconds until the next time.
    fn run_timers(&self, driver: &mut HandshakeDriver) -> Result<u64> {
        let (now, limit) = (self.application.clock(), self.datagrams.total.load(Relaxed));
        let spent = now.saturating_sub(driver.flights.started);
        let Some(left) = u64::from(limit).checked_sub(spent).filter(|left| *left > 0) else {
            return Err(reason!(
                Error::new(GNUTLS_E_TIMEDOUT),
                "{} has not completed the handshake within the {limit} ms that the application allows",
                self.peer_name()
            ));
        };
        if driver.flights.cut {
            let Some(mut write) = self.write.lease_or_wait() else { return err(GNUTLS_E_AGAIN) };
            self.flush_flight(driver, &mut write)?;
        }
        if driver.flights.timer.expires(now) {
            let Some(mut write) = self.write.lease_or_wait() else { return err(GNUTLS_E_AGAIN) };
            if write.side.has_flight() {
                log!(DETAIL, "sends the last flight again: {} has not answered", self.peer_name());
                self.repeat_flight(&mut write)?;
                self.flush_flight(driver, &mut write)?;
            }
        }
        let acknowledge = self.acknowledge_part(driver, now)?;
        let next = [driver.flights.timer.left(now), acknowledge].into_iter().flatten().min();
        Ok(next.map_or(left, |t| t.min(left)).max(1))
    }

    /// The most bytes of data that one call sends.
    pub(super) fn datagram_room(&self, write: &WriteHalf) -> usize {
        match write.side.records.is_datagram() {
            true => write.side.records.protection().content_within(self.mtu() as usize),
            false => usize::MAX,
        }
    }

    /// Applies the application's maximum to the datagrams that are sealed from now on, and what the transport has taken.
    pub(super) fn fit_datagrams(&self, write: &mut WriteHalf) {
        // With a longer connection ID there would be no room for messages.
        let least = LEAST_TAKEN as usize + write.side.records.protection().connection_id().len();
        if let Some(flight) = &mut write.side.flight {
            let taken = self.datagrams.taken.load(Relaxed) as usize;
            flight.mtu = (self.mtu() as usize).min(taken.max(least));
        }
    }

    /// Seals the last flight again, in datagrams of the size that the application allows now.
    pub(super) fn repeat_flight(&self, write: &mut WriteHalf) -> Result<()> {
        self.fit_datagrams(write);
        write.side.repeat_flight()
    }

    /// Flushes datagrams of a handshake. If one is too large for the transport, the flight is sent again in the next
    /// call, when the application has set a smaller maximum.
    pub(super) fn flush_flight(&self, driver: &mut HandshakeDriver, write: &mut WriteHalf) -> Result<()> {
        if std::mem::take(&mut driver.flights.too_large) {
            self.repeat_flight(write)?;
        }
        let flushed = self.flush(write);
        driver.flights.cut = flushed.is_err();
        if flushed.is_err_and(|e| e.code() == GNUTLS_E_LARGE_PACKET) {
            driver.flights.too_large = true;
        }
        flushed
    }

    /// The flight was sent: its time begins. After the handshake it is part of what a thread that receives sends again.
    pub(super) fn flight_sent(&self, driver: &mut HandshakeDriver, write: &WriteHalf) {
        if driver.kind == Kind::Reauth {
            return self.await_acknowledgement(write);
        }
        let interval = self.datagrams.retransmit.load(Relaxed);
        driver.flights.timer.start(self.application.clock(), interval);
    }

    /// Whether the flight may be sent again because of what the peer has sent.
    fn allows_answer(&self, driver: &mut HandshakeDriver) -> bool {
        let now = self.application.clock();
        match driver.kind {
            Kind::Reauth => lock(&self.datagrams.late).timer.allows_answer(now),
            _ => driver.flights.timer.allows_answer(now),
        }
    }

    /// RFC 6347 section 4.1: epochs must not begin again. `GNUTLS_E_RECORD_LIMIT_REACHED` if this is the last one.
    pub(super) fn check_next_epoch(&self, write: &WriteHalf) -> Result<()> {
        let records = &write.side.records;
        if records.is_datagram() {
            records.protection().epoch_after(records.epoch()).map(|_| ())
        } else {
            Ok(())
        }
    }

    /// A message is sent. If it answers the peer, another flight begins with it.
    pub(super) fn begin_flight(&self, driver: &mut HandshakeDriver, write: &mut WriteHalf) -> Result<()> {
        if !write.side.records.is_datagram() || !std::mem::take(&mut driver.flights.answered) {
            return Ok(());
        }
        if self.role() == Role::Server && driver.machine.as_ref().is_some_and(Machine::is_complete) {
            // Tickets do not say that the client's last flight has come.
            write.side.send_ack(&driver.flights.received)?;
        }
        driver.flights.received.clear();
        driver.flights.acknowledge_at = None;
        write.side.begin_flight();
        driver.flights.timer.stop();
        Ok(())
    }

    /// Starts the numbers and the times of a handshake.
    pub(super) fn begin_datagram_handshake(
        &self,
        driver: &mut HandshakeDriver,
        read: &mut ReadHalf,
        write: &mut WriteHalf,
    ) {
        let ReadHalf { side, hello, .. } = read;
        driver.flights.first_epoch = side.records.epoch();
        if let (Some(hello), Some(fragments)) = (hello, side.messages.fragments()) {
            fragments.restart(hello.sequence().unwrap_or_default().wrapping_add(1));
        }
        driver.flights.started = self.application.clock();
        driver.flights.next_sequence = std::mem::take(&mut write.next_sequence);
        self.fit_datagrams(write);
        // A server's next flight is another one, for the client has its last. A client that sent last adds its hello:
        // the server may still need both.
        let kept = std::mem::take(&mut read.last_flight_kept);
        driver.flights.answered = !kept || self.role() == Role::Server;
    }

    /// The handshake is complete. The side that sent last keeps its flight: the peer may not have received it.
    pub(super) fn end_datagram_handshake(&self, driver: &HandshakeDriver) -> Result<()> {
        if self.parameters(|p| p.is_tls13()) {
            return self.end_acknowledged_handshake(driver);
        }
        if let Some(mut read) = self.read.lease_or_wait() {
            read.change_cipher_spec = false;
            read.last_flight_kept = !driver.flights.answered;
            if let Some(fragments) = read.side.messages.fragments() {
                // Its keys are those of this handshake, so that it is the peer's.
                if fragments.has_finished() {
                    return Err(reason!(
                        Error::new(GNUTLS_E_UNEXPECTED_HANDSHAKE_PACKET),
                        "there is another Finished behind that of {}",
                        self.peer_name()
                    ));
                }
                fragments.restart(0);
            }
        }
        if driver.flights.answered
            && let Some(mut write) = self.write.lease_or_wait()
        {
            write.side.begin_flight();
        }
        Ok(())
    }

    /// The same in DTLS 1.3: the peer's last flight is acknowledged, and ours is sent again until the peer does so.
    fn end_acknowledged_handshake(&self, driver: &HandshakeDriver) -> Result<()> {
        let Some(mut write) = self.write.lease_or_wait() else { return Ok(()) };
        if driver.kind != Kind::Reauth {
            write.side.next_sequence = driver.flights.next_sequence;
        }
        let missing = match driver.kind {
            // Other messages after the handshake may be on their way.
            Kind::Reauth if driver.flights.answered => {
                write.side.answered(HandshakeType::CERTIFICATE_REQUEST)?
            }
            _ if driver.flights.answered => {
                write.side.begin_flight();
                false
            }
            _ => write.side.has_flight(),
        };
        match missing {
            true => self.begin_late(driver, &write),
            false => self.end_late(),
        }
        if !driver.flights.received.is_empty() {
            self.fit_datagrams(&mut write);
            // If it is lost, the peer repeats its messages.
            if write.side.send_ack(&driver.flights.received).is_ok() {
                self.flush_unasked(&mut write);
            }
        }
        Ok(())
    }

    /// Application data shows that the peer has received our last flight.
    pub(super) fn forget_last_flight(&self, read: &mut ReadHalf) {
        if std::mem::take(&mut read.last_flight_kept)
            && let Some(mut write) = self.write.lease()
        {
            write.side.begin_flight();
        }
    }

    /// A record with fragments outside of a handshake: the Finished of a peer that did not receive our last flight, or
    /// messages of a new handshake.
    pub(super) fn datagram_messages(&self, read: &mut ReadHalf) -> Result<()> {
        if read.side.records.protection().is_unified() {
            return self.late_messages(read);
        }
        let max = self.config().max_message;
        if read.side.records.payload().first() == Some(&HandshakeType::FINISHED.0) {
            read.side.records.discard();
            if read.last_flight_kept {
                self.queue_reply(PendingReply::LastFlight);
                self.flush_late_replies();
            }
            return Ok(());
        }
        if read.side.messages.push(read.side.records.payload(), max).discarded {
            read.side.records.discard_record("a fragment of a message that does not fit");
        }
        let result = self.messages(read);
        if result.is_err_and(|e| e.code() == GNUTLS_E_REHANDSHAKE)
            && let Some(fragments) = read.side.messages.fragments()
        {
            // The application may pass over the request. The next one has the same number.
            fragments.restart(0);
        }
        result
    }

    /// A record that TLS would end the session for.
    pub(super) fn discard_unexpected(&self, read: &mut ReadHalf) -> bool {
        let datagram = read.side.records.is_datagram();
        if datagram {
            read.side.records.discard_record("its type is not expected");
        }
        datagram
    }
}

/// Whether an alert ends the handshake. Others without protection are not worth to be believed.
fn ends_handshake(alert: &[u8]) -> bool {
    match *alert {
        [level, description] => {
            AlertLevel(level) == AlertLevel::FATAL
                || AlertDescription(description) == AlertDescription::CLOSE_NOTIFY
        }
        _ => false,
    }
}
