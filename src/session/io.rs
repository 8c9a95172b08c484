//! Transport I/O and alerts.
use std::sync::atomic::Ordering::Relaxed;
use std::time::Instant;

use super::application::Application;
use super::datagram_settings::{LEAST_TAKEN, MAX_MTU};
use super::report::Operation;
use super::{ReadHalf, Session, WriteHalf, may_retry};
use crate::abi::*;
use crate::error::{AlertDescription, AlertLevel, Error, Result, err};
use crate::log::reason;
use crate::record::ContentType;

/// The time until which a read may wait.
#[derive(Clone, Copy, Default)]
pub struct Deadline {
    pub at: Option<Instant>,
    /// The session does not wait: it only checks whether the deadline has passed.
    pub poll_only: bool,
    /// The allowed time in milliseconds.
    pub allowed: u32,
}

impl Deadline {
    /// `ms` milliseconds after `start`; 0 means no timeout.
    pub fn after(start: Instant, ms: u32, poll_only: bool) -> Self {
        let at = (ms != 0).then(|| start + std::time::Duration::from_millis(ms.into()));
        Deadline { at, poll_only, allowed: ms }
    }
}

impl Session {
    /// Passes sealed records to the transport. If the transport would block, the rest is kept for the next
    /// flush.
    pub(super) fn flush(&self, write: &mut WriteHalf) -> Result<()> {
        if write.side.records.is_kernel() {
            self.flush_to_kernel(write)?;
        }
        if write.side.records.is_datagram() {
            return self.flush_datagrams(write);
        }
        let whole = self.application.takes_many_records();
        while !write.side.records.pending().is_empty() {
            let records = &write.side.records;
            self.writing.store(true, Relaxed);
            match self.application.push(if whole { records.pending() } else { records.first_record() }) {
                Ok(0) => return err(GNUTLS_E_AGAIN),
                Ok(n) => write.side.records.consume(n),
                Err(e) => {
                    write.transport_failed |= !may_retry(e.code());
                    return Err(e);
                }
            }
        }
        self.note_flushed(write);
        Ok(())
    }

    /// The same for datagrams. `GNUTLS_E_LARGE_PACKET` if one with messages is too large for the transport: the others are sent.
    /// Of application data its sender is told.
    fn flush_datagrams(&self, write: &mut WriteHalf) -> Result<()> {
        let mut outcome = Ok(());
        while !write.side.records.pending().is_empty() {
            match self.push_datagram(write) {
                Err(e) if e.code() == GNUTLS_E_LARGE_PACKET && !self.is_open() => {
                    // The flight is sent again.
                    write.discard_queued();
                    return Err(e);
                }
                Err(e) if e.code() == GNUTLS_E_LARGE_PACKET => {
                    if !self.drop_datagram(write) {
                        outcome = Err(e);
                    }
                }
                Err(e) => {
                    write.transport_failed |= !may_retry(e.code());
                    return Err(e);
                }
                Ok(()) => write.consume_datagram(),
            }
        }
        self.note_flushed(write);
        outcome
    }

    /// Passes datagrams to the transport that the application has not asked for: what is sent again, and acknowledgements. If that
    /// fails they are lost, as they may be on their way, and the session goes on. What the application sends stays for its call.
    pub(super) fn flush_unasked(&self, write: &mut WriteHalf) {
        if !write.side.records.is_datagram() {
            let _ = self.flush(write);
            return;
        }
        while !write.side.records.pending().is_empty() {
            match self.push_datagram(write) {
                Ok(()) => write.consume_datagram(),
                Err(e) if e.code() == GNUTLS_E_LARGE_PACKET => _ = self.drop_datagram(write),
                Err(e) if may_retry(e.code()) || write.is_data_next() || write.sealed_alert.is_some() => {
                    return;
                }
                Err(_) => write.consume_datagram(),
            }
        }
        self.note_flushed(write);
    }

    fn push_datagram(&self, write: &WriteHalf) -> Result<()> {
        self.writing.store(true, Relaxed);
        match self.application.push(write.side.records.first_record())? {
            0 => err(GNUTLS_E_AGAIN),
            // It is sent whole.
            _ => Ok(()),
        }
    }

    /// Drops a datagram that is too large for the transport. True if it has application data; otherwise what is sent again goes
    /// in smaller ones (RFC 9147 section 4.4).
    fn drop_datagram(&self, write: &mut WriteHalf) -> bool {
        let (data, len) = (write.is_data_next(), write.side.records.first_record().len());
        write.consume_datagram();
        write.data_refused |= data;
        if !data {
            let less = u32::try_from(len / 2).unwrap_or(MAX_MTU).max(LEAST_TAKEN);
            self.datagrams.taken.fetch_min(less, Relaxed);
        }
        data
    }

    /// All was sent.
    fn note_flushed(&self, write: &mut WriteHalf) {
        (write.key_update_sealed, write.hello_request_sealed, write.tickets_sealed) = (false, false, false);
        if let Some((level, description)) = write.sealed_alert.take() {
            self.alert_went(level, description);
            self.alert_sent(level, description);
        }
    }

    /// Like [`Session::flush`], for application data or an alert: datagrams with other content do not concern its sender.
    pub(super) fn flush_data(&self, write: &mut WriteHalf) -> Result<()> {
        let flushed = self.flush(write);
        let refused = write.data_refused;
        match write.told_of_refusal(flushed) {
            Err(e) if e.code() == GNUTLS_E_LARGE_PACKET && !refused && self.is_open() => Ok(()),
            flushed => flushed,
        }
    }

    /// Like [`Session::flush`], but for functions other than a send: as in GnuTLS they complete a send that
    /// would have blocked, and the next send is a new one.
    pub(super) fn flush_for_application(&self, write: &mut WriteHalf) -> Result<()> {
        let flushed = self.flush(write);
        write.told_of_refusal(flushed)?;
        write.sealed = 0;
        Ok(())
    }

    fn alert_went(&self, level: AlertLevel, description: AlertDescription) {
        if level == AlertLevel::FATAL {
            self.failed.store(true, Relaxed);
            self.write_closed.store(true, Relaxed);
        }
        if description == AlertDescription::CLOSE_NOTIFY {
            self.write_closed.store(true, Relaxed);
        }
    }

    /// Opens the next record, from the buffer or from the transport. Exactly the bytes of one record are
    /// pulled: data after it stays in the kernel, where it wakes applications that poll the descriptor.
    pub(super) fn next_record(&self, read: &mut ReadHalf, deadline: Deadline) -> Result<ContentType> {
        if read.side.records.is_kernel() {
            return self.next_kernel_record(read, deadline);
        }
        let mut pulls = 0;
        loop {
            if let Some(content) = read.side.records.advance()? {
                return Ok(content);
            }
            if read.side.records.is_datagram() && pulls > MAX_USELESS_DATAGRAMS {
                // Whoever floods us with them must not keep the application from its other work.
                return err(GNUTLS_E_AGAIN);
            }
            match self.repeat_late(read).filter(|again| deadline.at.is_none_or(|at| *again < at)) {
                Some(again) => match self.pull(read, |application, buf| application.pull_at_once(buf))? {
                    true => {}
                    false if !self.readable_until(again)? => continue,
                    false => self.fill(read, Deadline::default())?,
                },
                None => self.fill(read, deadline)?,
            }
            pulls += 1;
        }
    }

    fn fill(&self, read: &mut ReadHalf, deadline: Deadline) -> Result<()> {
        self.wait_until(deadline)?;
        self.pull(read, |application, buf| Some(application.pull(buf))).map(|_| ())
    }

    /// Reads from the transport; false if `pull` does not.
    fn pull(
        &self,
        read: &mut ReadHalf,
        pull: impl FnOnce(&dyn Application, &mut [u8]) -> Option<Result<usize>>,
    ) -> Result<bool> {
        let records = &mut read.side.records;
        let need = records.need();
        self.writing.store(false, Relaxed);
        match pull(&*self.application, records.space(need)?) {
            Some(Ok(0)) => {
                records.filled(0);
                Err(self.stream_ended(records.has_buffered()))
            }
            Some(Ok(n)) => {
                records.filled(n);
                Ok(true)
            }
            other => {
                records.filled(0);
                // The buffer is released so that idle sessions use less memory.
                records.release();
                other.map_or(Ok(false), |e| e.map(|_| true))
            }
        }
    }

    /// Waits until there is something to read; false if there is nothing at the given time.
    fn readable_until(&self, at: Instant) -> Result<bool> {
        match milliseconds_until(at) {
            0 => Ok(false),
            left => match self.application.wait(left) {
                Err(e) if e.code() == GNUTLS_E_TIMEDOUT => Ok(false),
                waited => waited.map(|()| true),
            },
        }
    }

    /// Waits for data to read, until the time is over.
    pub(super) fn wait_until(&self, deadline: Deadline) -> Result<()> {
        let Some(at) = deadline.at else { return Ok(()) };
        let in_time = match deadline.poll_only {
            true => milliseconds_until(at) > 0,
            false => self.readable_until(at)?,
        };
        if in_time { Ok(()) } else { Err(self.late(deadline)) }
    }

    /// The stream ended without a close_notify alert.
    pub(super) fn stream_ended(&self, within_record: bool) -> Error {
        let within = if within_record { "within a record" } else { "without a close_notify alert" };
        reason!(
            Error::new(GNUTLS_E_PREMATURE_TERMINATION),
            "{} closed the connection {within}",
            self.peer_name()
        )
    }

    /// The time for the operation is over.
    fn late(&self, deadline: Deadline) -> Error {
        reason!(
            Error::new(GNUTLS_E_TIMEDOUT),
            "{} has not answered within the {} ms that the application allows",
            self.peer_name(),
            deadline.allowed
        )
    }

    /// The peer's close_notify came within a handshake.
    pub(super) fn closed_early(&self) -> Error {
        reason!(
            Error::new(GNUTLS_E_SESSION_EOF),
            "{} closed the connection with the alert close_notify before the handshake was complete",
            self.peer_name()
        )
    }

    /// Processes a received alert. Only close_notify returns `Ok`.
    pub(super) fn alert(&self, read: &mut ReadHalf, body: &[u8]) -> Result<()> {
        let &[level, description] = body else {
            return Err(reason!(
                Error::new(GNUTLS_E_UNEXPECTED_PACKET),
                "{} sent an alert of {} bytes instead of 2",
                self.peer_name(),
                body.len()
            ));
        };
        self.last_alert.store(description.into(), Relaxed);
        let description = AlertDescription(description);
        if description == AlertDescription::CLOSE_NOTIFY {
            self.read_closed.store(true, Relaxed);
            self.note_alert(AlertLevel(level), description);
            return Ok(());
        }
        // Apart from close_notify, TLS 1.3 has one alert that is not an error: user_canceled (RFC 8446
        // section 6).
        let tls13 = self.parameters(|p| p.is_tls13());
        let warning = AlertLevel(level) != AlertLevel::FATAL;
        if !warning || (tls13 && description != AlertDescription::USER_CANCELED) {
            return Err(self.fail(self.fatal_alert(AlertLevel(level), description)));
        }
        self.note_alert(AlertLevel(level), description);
        read.count_warning()?;
        err(GNUTLS_E_WARNING_ALERT_RECEIVED)
    }

    /// Sends an alert. If the transport would block, the alert stays in the buffer for the next call.
    pub fn send_alert(&self, level: AlertLevel, description: AlertDescription) -> Result<()> {
        let _scope = self.scope();
        self.report(Operation::Alert, self.write_alert(level, description))
    }

    fn write_alert(&self, level: AlertLevel, description: AlertDescription) -> Result<()> {
        let alert = (level, description);
        if self.pass_alert(level, description)? {
            self.alert_went(level, description);
            self.alert_sent(level, description);
            return Ok(());
        }
        let Some(mut write) = self.write.lease_or_wait() else { return err(GNUTLS_E_AGAIN) };
        if write.sealed_alert != Some(alert) {
            let version = write.side.version.wire();
            write.side.records.write(ContentType::Alert, version, &[level.0, description.0], MAX_ALERT)?;
            write.sealed_alert = Some(alert);
        }
        self.flush_data(&mut write)?;
        write.sealed = 0;
        Ok(())
    }

    /// `gnutls_bye`: sends close_notify, and with `wait` waits for the peer's. If this would block, data
    /// received meanwhile stays pending for the application, up to `MAX_UNREAD`.
    pub fn bye(&self, wait: bool) -> Result<()> {
        let _scope = self.scope();
        self.report(Operation::Bye, self.close(wait))
    }

    fn close(&self, wait: bool) -> Result<()> {
        if !self.write_closed.load(Relaxed) {
            self.write_alert(AlertLevel::WARNING, AlertDescription::CLOSE_NOTIFY)?;
        }
        if !wait {
            return Ok(());
        }
        self.check_usable()?;
        // After a false start no application data is accepted before the peer's Finished: it may be
        // unprotected.
        if self.unfinished.load(Relaxed) && !self.parameters(|p| p.established) {
            self.resume_handshake()?;
        }
        let Some(mut read) = self.read.lease_or_wait() else { return err(GNUTLS_E_AGAIN) };
        while !self.read_closed.load(Relaxed) {
            match self.next_record(&mut read, Deadline::default())? {
                ContentType::ApplicationData => {
                    // Data after dropped data is dropped as well: the application must not see a stream with
                    // a gap.
                    if read.data_lost || read.side.records.unread() > MAX_UNREAD {
                        read.side.records.discard();
                        read.data_lost = true;
                    }
                }
                ContentType::Alert => {
                    let body = read.side.records.payload().to_vec();
                    self.alert(&mut read, &body)?;
                }
                // KeyUpdates have to be processed, because later records use the new keys. Requests of the
                // peer are ignored.
                ContentType::Handshake => match self.handshake_record(&mut read) {
                    Err(e) if matches!(e.code(), GNUTLS_E_REHANDSHAKE | GNUTLS_E_REAUTH_REQUEST) => {}
                    Err(e) if may_retry(e.code()) => return Err(e),
                    result => result.map_err(|e| self.fail(e))?,
                },
                ContentType::Ack => self.late_ack(&mut read).map_err(|e| self.fail(e))?,
                ContentType::Heartbeat if read.side.records.is_datagram() => {
                    self.heartbeat_record(&mut read)?
                }
                _ if self.discard_unexpected(&mut read) => {}
                _ => return Err(self.fail(Error::new(GNUTLS_E_UNEXPECTED_PACKET))),
            }
        }
        Ok(())
    }
}

fn milliseconds_until(at: Instant) -> u32 {
    let left = at.saturating_duration_since(Instant::now()).as_millis();
    u32::try_from(left).unwrap_or(u32::MAX)
}

/// Maximum pending data that is read while the application waits for something else, in bytes.
pub(super) const MAX_UNREAD: usize = 64 * 1024;

const MAX_ALERT: usize = 2;
/// How many datagrams without a valid record a call reads at most.
const MAX_USELESS_DATAGRAMS: u32 = 32;

/// Maximum number of consecutive records without application data, or of handshake messages, before the
/// session fails.
const MAX_IDLE: u32 = 32;
/// The same for warning alerts: an honest peer rarely sends more than one.
const MAX_WARNINGS: u32 = 4;

impl ReadHalf {
    /// Counts a record without application data.
    pub(super) fn count_idle(&mut self) -> Result<()> {
        self.idle_records += 1;
        if self.idle_records > MAX_IDLE { err(GNUTLS_E_TOO_MANY_EMPTY_PACKETS) } else { Ok(()) }
    }

    /// Counts a handshake message outside of a handshake.
    pub(super) fn count_message(&mut self) -> Result<()> {
        self.idle_messages += 1;
        if self.idle_messages > MAX_IDLE { err(GNUTLS_E_TOO_MANY_EMPTY_PACKETS) } else { Ok(()) }
    }

    fn count_warning(&mut self) -> Result<()> {
        self.warnings += 1;
        if self.warnings > MAX_WARNINGS { err(GNUTLS_E_TOO_MANY_EMPTY_PACKETS) } else { self.count_idle() }
    }

    /// Resets the counters, because the peer sent useful data.
    pub(super) fn not_idle(&mut self) {
        (self.idle_records, self.warnings, self.idle_messages) = (0, 0, 0);
    }
}
