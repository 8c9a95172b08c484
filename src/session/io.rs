//! Transport I/O and alerts.
use std::sync::atomic::Ordering::Relaxed;
use std::time::Instant;

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
        let datagram = write.side.records.is_datagram();
        let whole = self.application.takes_many_records() && !datagram;
        while !write.side.records.pending().is_empty() {
            let records = &write.side.records;
            self.writing.store(true, Relaxed);
            match self.application.push(if whole { records.pending() } else { records.first_record() }) {
                Ok(0) => return err(GNUTLS_E_AGAIN),
                // A datagram is sent whole.
                Ok(_) if datagram => write.side.records.consume(records.first_record().len()),
                Ok(n) => write.side.records.consume(n),
                Err(e) if e.code() == GNUTLS_E_LARGE_PACKET => {
                    write.discard_queued();
                    return Err(e);
                }
                Err(e) => {
                    write.transport_failed |= !may_retry(e.code());
                    return Err(e);
                }
            }
        }
        (write.key_update_sealed, write.hello_request_sealed, write.tickets_sealed) = (false, false, false);
        if let Some((level, description)) = write.sealed_alert.take() {
            self.alert_went(level, description);
            self.alert_sent(level, description);
        }
        Ok(())
    }

    /// Like [`Session::flush`], but for functions other than a send: as in GnuTLS they complete a send that
    /// would have blocked, and the next send is a new one.
    pub(super) fn flush_for_application(&self, write: &mut WriteHalf) -> Result<()> {
        self.flush(write)?;
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
        let mut pulls = 0;
        loop {
            if let Some(content) = read.side.records.advance()? {
                return Ok(content);
            }
            if read.side.records.is_datagram() && pulls > MAX_USELESS_DATAGRAMS {
                // Whoever floods us with them must not keep the application from its other work.
                return err(GNUTLS_E_AGAIN);
            }
            match self.repeat_late().filter(|again| deadline.at.is_none_or(|at| *again < at)) {
                Some(again) => {
                    let early = Deadline { at: Some(again), ..Deadline::default() };
                    match self.fill(read, early) {
                        Err(e) if e.code() == GNUTLS_E_TIMEDOUT => continue,
                        filled => filled?,
                    }
                }
                None => self.fill(read, deadline)?,
            }
            pulls += 1;
        }
    }

    fn fill(&self, read: &mut ReadHalf, deadline: Deadline) -> Result<()> {
        let records = &mut read.side.records;
        let need = records.need();
        if let Some(at) = deadline.at {
            let left = at.saturating_duration_since(Instant::now()).as_millis();
            if left == 0 {
                return Err(self.late(deadline));
            }
            if !deadline.poll_only {
                let waited = self.application.wait(left.min(u128::from(u32::MAX)) as u32);
                waited.map_err(|e| if e.code() == GNUTLS_E_TIMEDOUT { self.late(deadline) } else { e })?;
            }
        }
        self.writing.store(false, Relaxed);
        match self.application.pull(records.space(need)?) {
            Ok(0) => {
                records.filled(0);
                let within =
                    if records.has_buffered() { "within a record" } else { "without a close_notify alert" };
                Err(reason!(
                    Error::new(GNUTLS_E_PREMATURE_TERMINATION),
                    "{} closed the connection {within}",
                    self.peer_name()
                ))
            }
            Ok(n) => {
                records.filled(n);
                Ok(())
            }
            Err(e) => {
                records.filled(0);
                // The buffer is released so that idle sessions use less memory.
                records.release();
                Err(e)
            }
        }
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
        let _scope = self.log_scope();
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
        self.flush_for_application(&mut write)
    }

    /// `gnutls_bye`: sends close_notify, and with `wait` waits for the peer's. If this would block, data
    /// received meanwhile stays pending for the application, up to `MAX_UNREAD`.
    pub fn bye(&self, wait: bool) -> Result<()> {
        let _scope = self.log_scope();
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
                ContentType::Ack => self.late_ack(&mut read),
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
