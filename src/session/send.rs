//! Sending application data (`gnutls_record_send`).
use std::sync::atomic::Ordering::Relaxed;

use super::application::{Direction, When};
use super::report::Operation;
use super::{PendingReply, Session, WriteHalf, lock};
use crate::abi::*;
use crate::alg::ciphers::Kind as CipherKind;
use crate::crypto::secret::wipe_stack;
use crate::error::{Error, Result, err};
use crate::handshake::messages::Message;
use crate::handshake::tls13::post;
use crate::record::ContentType;

impl Session {
    /// Seals and sends one record of `data`; returns the number of bytes in it. If the transport would block,
    /// repeating the call, with or without data, resumes and returns the number of bytes sealed before.
    pub fn send(&self, data: &[u8], padding: usize) -> Result<usize> {
        let _scope = self.scope();
        self.report(Operation::Send, self.send_record(data, padding))
    }

    fn send_record(&self, data: &[u8], padding: usize) -> Result<usize> {
        self.check_sendable()?;
        let Some(mut write) = self.write.lease_or_wait() else { return err(GNUTLS_E_AGAIN) };
        write.check_transport()?;
        let corking = write.sealed == 0 && write.corked.is_some();
        let room = if corking { self.datagram_room(&write) } else { 0 };
        if corking && let Some(corked) = &mut write.corked {
            if corked.len().saturating_add(data.len()) > u32::MAX as usize {
                return err(GNUTLS_E_MEMORY_ERROR);
            }
            // What is corked becomes one datagram.
            if corked.len() + data.len() > room {
                return err(GNUTLS_E_LARGE_PACKET);
            }
            corked.extend_from_slice(data);
            return Ok(data.len());
        }
        if write.sealed == 0 && write.side.records.is_kernel() {
            let sent = self.send_to_kernel(&mut write, data, padding);
            drop(write);
            self.flush_late_replies();
            return sent;
        }
        if write.sealed == 0 {
            write.sealed = self.seal(&mut write, data, padding)?;
        }
        let sent = self.flush_data(&mut write).map(|()| std::mem::take(&mut write.sealed));
        drop(write);
        self.flush_late_replies();
        sent
    }

    fn check_sendable(&self) -> Result<()> {
        if !self.is_open() {
            return err(GNUTLS_E_UNAVAILABLE_DURING_HANDSHAKE);
        }
        self.check_writable()
    }

    /// Nothing is sent after close_notify or a fatal alert (RFC 8446 section 6.1).
    pub(super) fn check_writable(&self) -> Result<()> {
        self.check_usable()?;
        if self.write_closed.load(Relaxed) { err(GNUTLS_E_INVALID_SESSION) } else { Ok(()) }
    }

    /// Seals one record of `data`; returns the number of bytes in it.
    pub(super) fn seal(&self, write: &mut WriteHalf, data: &[u8], padding: usize) -> Result<usize> {
        let protection = write.side.records.protection();
        if padding > 0 && protection.hides(0) == 0 {
            return err(GNUTLS_E_INVALID_REQUEST);
        }
        // Padding of TLS 1.3 counts towards the maximum size of a record (RFC 8446 section 5.4).
        let most = match padding {
            1.. if protection.is_tls13() => {
                self.peer_limit().checked_sub(padding).ok_or(Error::new(GNUTLS_E_INVALID_REQUEST))?
            }
            _ => write.side.max_fragment,
        };
        let n = data.len().min(write.side.max_fragment).min(most);
        let nothing = n == 0 && (padding == 0 || !data.is_empty());
        if nothing {
            return err(GNUTLS_E_INVALID_REQUEST);
        }
        self.flush_replies(write)?;
        // The room is known here only: another thread may have received a connection ID, which is used from now on.
        if data.len() > self.datagram_room(write) {
            self.flush_unasked(write);
            return err(GNUTLS_E_LARGE_PACKET);
        }
        self.update_worn_keys(write)?;
        if write.side.records.protection().is_exhausted() {
            return err(GNUTLS_E_RECORD_LIMIT_REACHED);
        }
        let (version, at) = (write.side.version.wire(), write.side.records.end());
        write.side.records.write_padded(ContentType::ApplicationData, version, &data[..n], padding)?;
        write.data_at = Some(at);
        Ok(n)
    }

    /// Updates the keys if they have protected as many records as they may.
    pub(super) fn update_worn_keys(&self, write: &mut WriteHalf) -> Result<()> {
        if !write.side.records.needs_update() || write.hold_key_update || write.side.next_keys.is_some() {
            return Ok(());
        }
        if write.side.records.is_kernel() && !self.kernel_takes_new_keys(Direction::Outgoing) {
            return err(GNUTLS_E_RECORD_LIMIT_REACHED);
        }
        if self.kernel_blocks(write) {
            // Before the next data.
            return Ok(());
        }
        self.send_key_update(write, false)
    }

    /// Sets the maximum plaintext size of the records that we send (`gnutls_record_set_max_size`).
    pub fn set_max_send(&self, size: usize) -> Result<()> {
        let Some(mut write) = self.write.lease_or_wait() else { return err(GNUTLS_E_AGAIN) };
        self.configure(|c| c.max_send = size);
        write.side.max_fragment = self.max_send();
        Ok(())
    }

    /// The lower of the application's limit and the peer's.
    pub fn max_send(&self) -> usize {
        self.config().max_send.min(self.peer_limit())
    }

    /// Whether lengths of data can be hidden (`gnutls_record_can_use_length_hiding`). Before a handshake
    /// that depends on the version that it would prefer.
    pub fn can_hide_length(&self) -> bool {
        // The kernel does not pad.
        if self.is_in_kernel(Direction::Outgoing) {
            return false;
        }
        match self.parameters(|p| p.suite.map(|suite| (p.is_tls13(), suite))) {
            Some((tls13, suite)) => tls13 || suite.cipher.kind() == CipherKind::Block,
            None => self.config().offers_tls13(),
        }
    }

    /// The part of a range of lengths that one record can hide: its lowest and its highest length.
    pub fn hidden_range(&self, low: usize, high: usize) -> Result<(usize, usize)> {
        let write = self.write.lease_or_wait().ok_or(Error::new(GNUTLS_E_AGAIN))?;
        let most = self.max_send();
        let low = low.min(most);
        let hides = match write.side.records.protection().hides(low) {
            // Padding of another cipher suite: it hides nothing, but a range can be split.
            0 if !self.can_hide_length() => 255,
            0 => most,
            hides => hides,
        };
        Ok((low, high.min(most).min(low.saturating_add(hides))))
    }

    pub(super) fn peer_limit(&self) -> usize {
        self.parameters(|p| p.peer_record_limit).unwrap_or(super::MAX_PLAINTEXT)
    }

    /// Collects data of subsequent sends (`gnutls_record_cork`).
    pub fn cork(&self) {
        if let Some(mut write) = self.write.lease() {
            write.corked.get_or_insert_with(Vec::new);
        }
    }

    /// Sends the corked data; with `wait`, retries if the transport would block. Returns the number of bytes
    /// sent.
    pub fn uncork(&self, wait: bool) -> Result<usize> {
        let _scope = self.scope();
        self.report(Operation::Send, self.send_corked(wait))
    }

    fn send_corked(&self, wait: bool) -> Result<usize> {
        let Some(mut write) = self.write.lease_or_wait() else { return err(GNUTLS_E_AGAIN) };
        let Some(mut corked) = write.corked.take() else { return Ok(0) };
        // A session that cannot send ends collecting nonetheless, if nothing is lost with it.
        if corked.is_empty() && write.sealed_corked == 0 && self.check_sendable().is_err() {
            return Ok(0);
        }
        let (mut start, mut done) = (0, 0);
        let end = loop {
            let step = self.check_sendable().and_then(|()| {
                write.check_transport()?;
                if write.sealed_corked == 0 && start < corked.len() {
                    write.sealed_corked = self.seal(&mut write, &corked[start..], 0)?;
                    start += write.sealed_corked;
                }
                self.flush_data(&mut write)
            });
            match step {
                Ok(()) => {
                    done += std::mem::take(&mut write.sealed_corked);
                    if start == corked.len() {
                        break Ok(());
                    }
                }
                Err(e)
                    if wait
                        && matches!(e.code(), GNUTLS_E_AGAIN | GNUTLS_E_INTERRUPTED)
                        && !self.application.is_stopped() => {}
                Err(e) => break Err(e),
            }
        };
        match end {
            Ok(()) => Ok(done),
            Err(e) => {
                corked.drain(..start);
                write.corked = Some(corked);
                if done > 0 && super::may_retry(e.code()) { Ok(done) } else { Err(e) }
            }
        }
    }

    /// Drops records that the transport did not take (`gnutls_record_discard_queued`); returns their bytes.
    pub fn discard_queued(&self) -> usize {
        let Some(mut write) = self.write.lease_or_wait() else { return 0 };
        write.discard_queued()
    }

    /// Number of corked bytes.
    pub fn corked(&self) -> usize {
        let bytes = |w: &WriteHalf| w.corked.as_ref().map_or(0, |c| c.len() + w.sealed_corked);
        self.write.lease().map_or(0, |w| bytes(&w))
    }

    /// `gnutls_session_key_update`: updates our sending keys, and with `ask_peer` requests that the peer
    /// updates its keys.
    pub fn key_update(&self, ask_peer: bool) -> Result<()> {
        let _scope = self.scope();
        self.report(Operation::Send, self.update_keys(ask_peer))
    }

    fn update_keys(&self, ask_peer: bool) -> Result<()> {
        // RFC 9001 section 6: QUIC updates its keys by itself.
        if !self.parameters(|p| p.is_tls13()) || self.has_no_records() {
            return err(GNUTLS_E_INVALID_REQUEST);
        }
        self.check_sendable()?;
        let Some(mut write) = self.write.lease_or_wait() else { return err(GNUTLS_E_AGAIN) };
        write.check_transport()?;
        if !write.key_update_sealed {
            if write.hold_key_update {
                return err(GNUTLS_E_AGAIN);
            }
            if write.side.next_keys.is_some() {
                // The peer has not acknowledged the last one, which is enough unless it is to be asked.
                if ask_peer {
                    self.queue_reply(PendingReply::AskingKeyUpdate);
                }
                return self.flush_for_application(&mut write);
            }
            self.send_key_update(&mut write, ask_peer)?;
            write.key_update_sealed = true;
        }
        self.flush_for_application(&mut write)
    }

    /// `gnutls_handshake_update_receiving_key`: as if the peer had sent a KeyUpdate.
    pub fn update_receiving_key(&self) -> Result<()> {
        let keys = self.parameters(|p| p.suite.zip(p.hkdf()).filter(|_| p.established));
        let Some((suite, hkdf)) = keys.filter(|_| !self.has_no_records()) else {
            return err(GNUTLS_E_INVALID_REQUEST);
        };
        let Some(mut read) = self.read.lease_or_wait() else { return err(GNUTLS_E_AGAIN) };
        if read.side.records.is_kernel() && !self.kernel_takes_new_keys(Direction::Incoming) {
            return err(GNUTLS_E_UNIMPLEMENTED_FEATURE);
        }
        let updated = post::update_receiving(hkdf, suite, &mut read.side);
        wipe_stack();
        updated?;
        if read.side.records.is_kernel() { self.new_receiving_keys(&read) } else { Ok(()) }
    }

    fn send_key_update(&self, write: &mut WriteHalf, ask_peer: bool) -> Result<()> {
        let message = self.seal_key_update(write, ask_peer)?;
        self.call_message_hook(&message, When::After, Direction::Outgoing)
    }

    /// Seals a KeyUpdate and changes the keys. On failure the keys are unchanged.
    fn seal_key_update(&self, write: &mut WriteHalf, ask_peer: bool) -> Result<Message> {
        let Some((suite, hkdf)) = self.parameters(|p| p.suite.zip(p.hkdf())) else {
            return err(GNUTLS_E_INTERNAL_ERROR);
        };
        if write.side.records.is_kernel() {
            self.prepare_new_keys(write)?;
        }
        let message = post::key_update(ask_peer)?;
        self.call_message_hook(&message, When::Before, Direction::Outgoing)?;
        let sent = post::send_key_update(&message, hkdf, suite, &mut write.side);
        wipe_stack();
        sent?;
        self.await_acknowledgement(write);
        self.note_message("sends", &message);
        self.note_out(&message);
        Ok(message)
    }

    /// Seals the queued replies. A reply whose hook interrupts stays queued, and those behind it do not wait for it.
    pub(super) fn flush_replies(&self, write: &mut WriteHalf) -> Result<()> {
        let datagram = write.side.records.is_datagram();
        if (write.hold_key_update && !datagram) || !self.replies_queued.swap(false, Relaxed) {
            return Ok(());
        }
        self.change_connection_id(write);
        let pending_replies = std::mem::take(&mut *lock(&self.pending_replies));
        let blocked = !write.side.records.pending().is_empty();
        let mut outcome = Ok(());
        for reply in pending_replies {
            outcome = outcome.and(self.seal_reply(write, reply, blocked));
        }
        outcome
    }

    /// Seals a reply. With `blocked` there is something that the transport has not taken.
    fn seal_reply(&self, write: &mut WriteHalf, reply: PendingReply, blocked: bool) -> Result<()> {
        match reply {
            PendingReply::KeyUpdate if write.hold_key_update => self.queue_reply(reply),
            // One is on its way.
            PendingReply::KeyUpdate if write.side.next_keys.is_some() => {}
            PendingReply::AskingKeyUpdate if write.hold_key_update || write.side.next_keys.is_some() => {
                self.queue_reply(reply);
            }
            // The data behind it do not wait for it: who sends them may repeat the call without them.
            PendingReply::KeyUpdate | PendingReply::AskingKeyUpdate if self.kernel_blocks(write) => {
                self.queue_reply(reply);
            }
            PendingReply::KeyUpdate | PendingReply::AskingKeyUpdate => {
                let ask_peer = reply == PendingReply::AskingKeyUpdate;
                let sealed = self.seal_key_update(write, ask_peer);
                let message = sealed.inspect_err(|_| self.queue_reply(reply))?;
                self.call_message_hook(&message, When::After, Direction::Outgoing)?;
            }
            // What the transport has not taken must not pile up.
            PendingReply::LastFlight | PendingReply::Ack if blocked => self.queue_reply(reply),
            // If that fails, its time comes again; who sends data has not asked for it.
            PendingReply::LastFlight if write.side.has_flight() => _ = self.repeat_flight(write),
            PendingReply::LastFlight => self.end_late(),
            PendingReply::Ack => self.send_late_ack(write),
            PendingReply::Acknowledged => self.note_acknowledged(write)?,
        }
        Ok(())
    }

    /// Flushes replies that were queued while this thread had leased the send half.
    #[inline]
    pub(super) fn flush_late_replies(&self) {
        if self.replies_queued.load(Relaxed) {
            self.lease_and_flush_replies();
        }
    }

    #[cold]
    fn lease_and_flush_replies(&self) {
        if let Some(mut write) = self.write.lease() {
            let _ = self.flush_replies(&mut write);
            self.flush_unasked(&mut write);
        }
    }

    /// Number of bytes that a record adds with the current keys (`gnutls_record_overhead_size`).
    pub fn overhead(&self) -> usize {
        let overhead = |w: super::lease::Lease<'_, WriteHalf>| {
            let protection = w.side.records.protection();
            protection.expansion()
        };
        self.write.lease().map_or(0, overhead)
    }
}

impl WriteHalf {
    /// Drops sealed records that were not sent, and forgets what they were; returns their bytes. Messages that the kernel is to protect
    /// stay.
    pub(super) fn discard_queued(&mut self) -> usize {
        (self.sealed, self.sealed_corked, self.sealed_alert) = (0, 0, None);
        (self.data_at, self.data_refused) = (None, false);
        let discarded = self.side.records.discard();
        if self.side.records.pending().is_empty() {
            (self.key_update_sealed, self.hello_request_sealed, self.tickets_sealed) = (false, false, false);
        }
        discarded
    }

    /// What a flush says to the sender of data: `GNUTLS_E_LARGE_PACKET` if they were too large for the transport, and are dropped.
    pub(super) fn told_of_refusal(&mut self, flushed: Result<()>) -> Result<()> {
        if !std::mem::take(&mut self.data_refused) {
            return flushed;
        }
        (self.sealed, self.sealed_corked) = (0, 0);
        flushed.and(err(GNUTLS_E_LARGE_PACKET))
    }

    /// Whether the datagram that is sent next has application data.
    pub(super) fn is_data_next(&self) -> bool {
        self.data_at == Some(self.side.records.position())
    }

    /// The datagram that is next was sent, or is lost.
    pub(super) fn consume_datagram(&mut self) {
        if self.is_data_next() {
            self.data_at = None;
        }
        self.side.records.consume(self.side.records.first_record().len());
    }

    /// After a write error nothing more is sent: bytes of the last record may be lost.
    pub(super) fn check_transport(&self) -> Result<()> {
        if self.transport_failed { Err(Error::new(GNUTLS_E_INVALID_SESSION)) } else { Ok(()) }
    }
}
