//! Records that the kernel protects (Linux's kernel TLS). After the first handshake it is given the keys, a direction at a
//! time, and from there on the transport carries the content of records. What else a session does with records stays the same: alerts
//! and handshake messages have their type beside them.
use std::sync::atomic::Ordering::Relaxed;
use std::time::Duration;

use super::application::{Direction, KernelTls};
use super::io::Deadline;
use super::report::Operation;
use super::{ReadHalf, Session, WriteHalf, may_retry};
use crate::abi::*;
use crate::alg::Version;
use crate::crypto::secret::{Secret, wipe_stack};
use crate::error::{Error, Result, err};
use crate::log::{DECISION, log, reason};
use crate::record::kernel::{self, Part};
use crate::record::{ContentType, MAX_PLAINTEXT};

/// Why the records of a direction stay in this library.
type Refusal = String;

/// The bit of a direction in `Session::kernel`.
fn flag(direction: Direction) -> u32 {
    match direction {
        Direction::Incoming => 1,
        Direction::Outgoing => 2,
    }
}

impl Session {
    /// Whether the kernel protects the records of a direction (`gnutls_transport_is_ktls_enabled`).
    pub fn is_in_kernel(&self, direction: Direction) -> bool {
        self.kernel.load(Relaxed) & flag(direction) != 0
    }

    /// After the first handshake: lets the kernel protect the records, where it can.
    pub(super) fn use_kernel(&self) {
        let Some(kernel) = self.application.kernel_tls().filter(|kernel| kernel.is_wanted()) else { return };
        if self.is_datagram() || self.has_no_records() {
            return;
        }
        let unknown = self.parameters(|p| {
            let cipher = p.suite.is_none_or(|suite| !kernel::has_cipher(suite.cipher));
            cipher || !matches!(p.version, Some(Version::Tls12 | Version::Tls13))
        });
        if unknown {
            log!(
                DECISION,
                "the kernel does not protect the records: it does not have the version or the cipher"
            );
            return;
        }
        let sent = self.send_through(kernel);
        let received = self.receive_through(kernel);
        wipe_stack();
        for (direction, what, result) in
            [(Direction::Outgoing, "sent", sent), (Direction::Incoming, "received", received)]
        {
            match result {
                Ok(()) => {
                    self.kernel.fetch_or(flag(direction), Relaxed);
                    log!(DECISION, "the kernel protects the records that are {what}");
                }
                Err(why) => {
                    log!(DECISION, "the kernel does not protect the records that are {what}: {why}");
                }
            }
        }
    }

    fn send_through(&self, kernel: &dyn KernelTls) -> core::result::Result<(), Refusal> {
        if self.peer_limit() < MAX_PLAINTEXT {
            return Err("the peer takes smaller ones only".into());
        }
        let mut write = self.write.lease().ok_or("another thread sends")?;
        let protection = write.side.records.for_kernel().ok_or("some wait to be sent")?;
        kernel.prepare(Direction::Outgoing).map_err(|e| e.to_string())?;
        let (traffic, sequence) = (write.side.traffic.clone(), write.side.records.sequence());
        self.give_keys(kernel, Direction::Outgoing, traffic, sequence)?;
        write.side.records.leave_to_kernel(protection);
        Ok(())
    }

    fn receive_through(&self, kernel: &dyn KernelTls) -> core::result::Result<(), Refusal> {
        if self.setting(|c| c.max_recv) < MAX_PLAINTEXT {
            return Err("the peer was told to send smaller ones only".into());
        }
        let mut read = self.read.lease().ok_or("another thread receives")?;
        let protection =
            read.side.records.for_kernel().ok_or("a part of one was received, or they are limited")?;
        kernel.prepare(Direction::Incoming).map_err(|e| e.to_string())?;
        let (traffic, sequence) = (read.side.traffic.clone(), read.side.records.sequence());
        self.give_keys(kernel, Direction::Incoming, traffic, sequence)?;
        read.side.records.leave_to_kernel(protection);
        Ok(())
    }

    fn give_keys(
        &self,
        kernel: &dyn KernelTls,
        direction: Direction,
        traffic: Option<Secret>,
        sequence: u64,
    ) -> core::result::Result<(), Refusal> {
        let of = match direction {
            Direction::Outgoing => self.role(),
            Direction::Incoming => self.role().peer(),
        };
        let state = self.state_of(of, traffic, sequence).map_err(|e| e.to_string())?;
        let suite = self.parameters(|p| p.version.zip(p.suite));
        let info = suite.and_then(|(version, suite)| {
            kernel::crypto_info(version, suite.cipher, &state.key, &state.iv, sequence)
        });
        kernel.set_keys(direction, &info.ok_or("it does not have the cipher")?).map_err(|e| e.to_string())
    }

    /// The kernel of a direction that it protects.
    fn kernel_tls(&self) -> Result<&dyn KernelTls> {
        self.application.kernel_tls().ok_or(Error::new(GNUTLS_E_INTERNAL_ERROR))
    }

    pub(super) fn kernel_takes_new_keys(&self, direction: Direction) -> bool {
        self.kernel_tls().is_ok_and(|kernel| kernel.takes_new_keys(direction))
    }

    /// The number of the next record of a direction that the kernel protects.
    pub(super) fn kernel_sequence(&self, direction: Direction) -> Option<u64> {
        if !self.is_in_kernel(direction) {
            return None;
        }
        let size = kernel::info_size(self.parameters(|p| p.suite)?.cipher);
        self.kernel_tls().ok()?.sequence(direction, size)
    }

    /// Another handshake would change keys that the kernel has, and in TLS 1.2 it does not take others.
    pub(super) fn check_new_handshake(&self) -> Result<()> {
        if self.kernel.load(Relaxed) == 0 {
            return Ok(());
        }
        Err(reason!(
            Error::new(GNUTLS_E_UNIMPLEMENTED_FEATURE),
            "a session whose records the kernel protects cannot be renegotiated"
        ))
    }

    /// Before a KeyUpdate: the kernel has to take new keys, and what waits for the current ones is sent first.
    pub(super) fn prepare_new_keys(&self, write: &mut WriteHalf) -> Result<()> {
        self.flush(write)?;
        if self.kernel_takes_new_keys(Direction::Outgoing) {
            return Ok(());
        }
        Err(reason!(
            Error::new(GNUTLS_E_UNIMPLEMENTED_FEATURE),
            "the kernel protects what is sent, and does not take new keys"
        ))
    }

    /// After a KeyUpdate of the peer: gives the kernel the keys of the records that follow.
    pub(super) fn new_receiving_keys(&self, read: &ReadHalf) -> Result<()> {
        let given = self.give_keys(self.kernel_tls()?, Direction::Incoming, read.side.traffic.clone(), 0);
        wipe_stack();
        given.map_err(|why| {
            reason!(
                Error::new(GNUTLS_E_UNIMPLEMENTED_FEATURE),
                "the kernel does not take the new keys of {}: {why}",
                self.peer_name()
            )
        })
    }

    /// Passes the content of the buffer to the kernel. What it does not take now is kept for the next flush.
    pub(super) fn flush_to_kernel(&self, write: &mut WriteHalf) -> Result<()> {
        while let Some(part) = write.side.records.kernel_part() {
            let taken = match part {
                Part::Content(content, bytes) => {
                    self.writing.store(true, Relaxed);
                    match self.kernel_tls()?.push_content(content, bytes) {
                        Ok(0) if !bytes.is_empty() => return err(GNUTLS_E_AGAIN),
                        taken => taken,
                    }
                }
                Part::NewKeys => {
                    let traffic = write.side.traffic.clone();
                    let given = self.give_keys(self.kernel_tls()?, Direction::Outgoing, traffic, 0);
                    wipe_stack();
                    given.map(|()| 0).map_err(|why| {
                        let error = Error::new(GNUTLS_E_PUSH_ERROR);
                        reason!(error, "the kernel does not take the new keys after a KeyUpdate: {why}")
                    })
                }
            };
            match taken {
                Ok(n) => write.side.records.consume_part(n),
                Err(e) => {
                    write.transport_failed |= !may_retry(e.code());
                    return Err(e);
                }
            }
        }
        Ok(())
    }

    /// Sends data without a copy, as far as the kernel takes them. If it would block, the data of one record are kept in the buffer, as
    /// when this library protects them: the call may be repeated without data.
    pub(super) fn send_to_kernel(&self, write: &mut WriteHalf, data: &[u8], padding: usize) -> Result<usize> {
        // Only what the application wants smaller has to be cut: the kernel makes records of the largest size.
        let most = match write.side.max_fragment {
            MAX_PLAINTEXT.. => data.len(),
            less => less.min(data.len()),
        };
        if padding > 0 || most == 0 {
            return err(GNUTLS_E_INVALID_REQUEST);
        }
        self.flush_replies(write)?;
        self.update_worn_keys(write)?;
        let sent = self.flush(write).and_then(|()| {
            self.writing.store(true, Relaxed);
            match self.kernel_tls()?.push_content(ContentType::ApplicationData, &data[..most]) {
                Ok(0) => err(GNUTLS_E_AGAIN),
                sent => sent,
            }
        });
        match sent {
            Ok(n) => write.side.records.count_taken(n),
            Err(e) if may_retry(e.code()) => write.sealed = self.seal(write, data, 0)?,
            Err(_) => write.transport_failed = true,
        }
        sent
    }

    /// Sends bytes of a file without reading them, from `at` or its position on; how many, which is fewer at its end or where the
    /// transport would block. `None` if the file's data have to pass through this library.
    pub fn send_file(&self, file: c_int, at: Option<i64>, count: usize) -> Result<Option<usize>> {
        if !self.is_in_kernel(Direction::Outgoing) {
            return Ok(None);
        }
        let _scope = self.scope();
        self.report(Operation::Send, self.pass_file(file, at, count))
    }

    fn pass_file(&self, file: c_int, at: Option<i64>, count: usize) -> Result<Option<usize>> {
        if !self.is_open() {
            return err(GNUTLS_E_UNAVAILABLE_DURING_HANDSHAKE);
        }
        self.check_writable()?;
        let Some(mut write) = self.write.lease_or_wait() else { return err(GNUTLS_E_AGAIN) };
        write.check_transport()?;
        let limited = write.side.max_fragment < MAX_PLAINTEXT;
        if limited || write.corked.is_some() || write.sealed != 0 {
            return Ok(None);
        }
        let mut sent = 0;
        while sent < count {
            let from = at.map(|at| at.saturating_add(sent as i64));
            match self.pass_part(&mut write, file, from, count - sent) {
                Ok(Some(0)) => break,
                Ok(Some(n)) => sent += n,
                Ok(None) if sent == 0 => return Ok(None),
                Ok(None) => break,
                Err(e) => {
                    write.transport_failed |= !may_retry(e.code());
                    if sent == 0 {
                        return Err(e);
                    }
                    break;
                }
            }
        }
        Ok(Some(sent))
    }

    fn pass_part(
        &self,
        write: &mut WriteHalf,
        file: c_int,
        at: Option<i64>,
        count: usize,
    ) -> Result<Option<usize>> {
        self.flush_replies(write)?;
        self.update_worn_keys(write)?;
        self.flush(write)?;
        self.writing.store(true, Relaxed);
        let sent = self.kernel_tls()?.push_file(file, at, count.min(MAX_FILE_PART))?;
        if let Some(n) = sent {
            // How many records that were depends on the file.
            match self.kernel_sequence(Direction::Outgoing) {
                Some(sequence) => write.side.records.set_sequence(sequence),
                None => write.side.records.count_taken(n),
            }
        }
        Ok(sent)
    }

    /// Reads the content of the next record from the kernel.
    pub(super) fn next_kernel_record(&self, read: &mut ReadHalf, deadline: Deadline) -> Result<ContentType> {
        self.writing.store(false, Relaxed);
        let mut pause = Duration::from_millis(1);
        loop {
            let records = &mut read.side.records;
            // The buffer is released so that idle sessions use less memory.
            self.wait_until(deadline).inspect_err(|_| records.release())?;
            match self.kernel_tls()?.pull_content(records.space(MAX_PLAINTEXT)?, deadline.at.is_none()) {
                Ok(Some((kind, n))) => return records.deliver(kind, n),
                Ok(None) => return Err(self.stream_ended(false)),
                // Before Linux 6.4 a socket is readable with a part of a record, and nothing tells when it has the rest.
                Err(e) if e.code() == GNUTLS_E_AGAIN && deadline.at.is_some() && !deadline.poll_only => {
                    std::thread::sleep(pause);
                    pause = (pause * 2).min(LONGEST_PAUSE);
                }
                Err(e) => {
                    records.release();
                    return Err(e);
                }
            }
        }
    }

    /// Whether the kernel does not take what is before the next KeyUpdate, which it needs to have before it is given other keys.
    pub(super) fn kernel_blocks(&self, write: &mut WriteHalf) -> bool {
        write.side.records.is_kernel() && self.flush(write).is_err_and(|e| may_retry(e.code()))
    }
}

/// The longest time between two looks whether the rest of a record has come.
const LONGEST_PAUSE: Duration = Duration::from_millis(16);

/// The most bytes of a file that are sent before the keys are looked at.
const MAX_FILE_PART: usize = 1 << 30;
