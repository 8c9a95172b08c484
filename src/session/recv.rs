//! Receiving application data (`gnutls_record_recv`).
use std::sync::atomic::Ordering::Relaxed;
use std::time::{Duration, Instant};

use super::application::{Direction, When};
use super::io::Deadline;
use super::lease::Lease;
use super::report::Operation;
use super::{PendingReply, ReadHalf, Session, lock};
use crate::abi::*;
use crate::alg::flags::SessionFlags;
use crate::crypto::secret::wipe_stack;
use crate::error::{Result, err};
use crate::handshake::config::Role;
use crate::handshake::messages::{HandshakeType, Message};
use crate::handshake::tls13::post::{self, Wish};
use crate::record::ContentType;

/// A whole record of application data, for `gnutls_record_recv_packet`.
pub struct Packet {
    pub data: Vec<u8>,
    pub sequence: u64,
}

impl Session {
    /// Copies application data to `buf`, at most one record; 0 means the end (close_notify). Also returns the
    /// sequence number of the record.
    pub fn recv(&self, buf: &mut [u8]) -> Result<(usize, u64)> {
        let _scope = self.scope();
        self.report(Operation::Receive, self.transparently(|| self.recv_data(buf)))
    }

    /// With `GNUTLS_AUTO_REAUTH`, a client responds to a server's request for a handshake or authentication
    /// without involving the application, and then continues to receive.
    fn transparently<T>(&self, mut receive: impl FnMut() -> Result<T>) -> Result<T> {
        loop {
            let wish = match receive() {
                Err(e) if matches!(e.code(), GNUTLS_E_REHANDSHAKE | GNUTLS_E_REAUTH_REQUEST) => e,
                other => return other,
            };
            let config = self.config();
            if !config.flags.contains(SessionFlags::AUTO_REAUTH) || config.role == Role::Server {
                return Err(wish);
            }
            // After our close_notify no reply can be sent, but the peer's data is still received.
            if self.write_closed.load(Relaxed) {
                return err(GNUTLS_E_AGAIN);
            }
            let follow = match wish.code() {
                GNUTLS_E_REAUTH_REQUEST => self.reauth(),
                _ => self.handshake(),
            };
            match follow {
                Err(e) if e.code() == GNUTLS_E_GOT_APPLICATION_DATA => self.unfinished.store(true, Relaxed),
                Err(e) if super::may_retry(e.code()) => {
                    self.unfinished.store(true, Relaxed);
                    return Err(e);
                }
                other => other?,
            }
        }
    }

    fn recv_data(&self, buf: &mut [u8]) -> Result<(usize, u64)> {
        match self.open_data()? {
            Some(mut read) => Ok(read.side.records.take(buf)),
            None => Ok((0, 0)),
        }
    }

    /// Returns a whole record; `None` means the end.
    pub fn recv_packet(&self) -> Result<Option<Packet>> {
        let _scope = self.scope();
        self.report(Operation::Receive, self.transparently(|| self.recv_record()))
    }

    fn recv_record(&self) -> Result<Option<Packet>> {
        let Some(mut read) = self.open_data()? else { return Ok(None) };
        let mut data = vec![0; read.side.records.next_take()];
        let (_, sequence) = read.side.records.take(&mut data);
        Ok(Some(Packet { data, sequence }))
    }

    /// Number of bytes that can be received without reading from the transport
    /// (`gnutls_record_check_pending`).
    pub fn pending(&self) -> usize {
        self.read.lease().map_or(0, |read| read.side.records.unread())
    }

    /// Leases the receive half with decrypted application data that the application has not received; `None`
    /// means the end.
    fn open_data(&self) -> Result<Option<Lease<'_, ReadHalf>>> {
        self.check_usable()?;
        let Some(mut read) = self.read.lease_or_wait() else { return err(GNUTLS_E_AGAIN) };
        if read.side.records.unread() > 0 {
            return Ok(Some(read));
        }
        // This is neither the end of data nor a failure of the session: `gnutls_bye` can continue.
        if read.data_lost {
            return err(GNUTLS_E_INVALID_SESSION);
        }
        if self.unfinished.load(Relaxed) {
            drop(read);
            self.resume_handshake()?;
            read = match self.read.lease() {
                Some(read) => read,
                None => return err(GNUTLS_E_AGAIN),
            };
        }
        // Not a failure: the handshake can still be done.
        if !self.is_open() && !self.read_closed.load(Relaxed) {
            return err(GNUTLS_E_UNAVAILABLE_DURING_HANDSHAKE);
        }
        match self.next_data(&mut read) {
            Ok(true) => Ok(Some(read)),
            Ok(false) => Ok(None),
            Err(e) if super::may_retry(e.code()) => Err(e),
            Err(e) => Err(self.fail(e)),
        }
    }

    /// Opens the next record of application data; `false` means the end.
    fn next_data(&self, read: &mut ReadHalf) -> Result<bool> {
        let deadline = match self.record_timeout.load(Relaxed) {
            0 => Deadline::default(),
            ms => Deadline::after(Instant::now(), ms, self.config().flags.contains(SessionFlags::NONBLOCK)),
        };
        self.next_data_until(read, deadline)
    }

    /// The same with a deadline of the caller's.
    pub(super) fn next_data_until(&self, read: &mut ReadHalf, deadline: Deadline) -> Result<bool> {
        if read.side.records.unread() > 0 {
            return Ok(true);
        }
        if self.read_closed.load(Relaxed) {
            return Ok(false);
        }
        // The previous call may have returned after the first message of a record with several.
        if !read.side.messages.is_empty() {
            self.messages(read)?;
        }
        match self.next_record(read, deadline)? {
            // Records of other types must not interleave with a fragmented message (RFC 8446 section 5.1).
            ContentType::ApplicationData if !read.side.messages.is_empty() => err(GNUTLS_E_UNEXPECTED_PACKET),
            ContentType::ApplicationData if read.side.records.payload().is_empty() => {
                read.count_idle()?;
                err(GNUTLS_E_AGAIN)
            }
            ContentType::ApplicationData => {
                read.not_idle();
                self.forget_last_flight(read);
                Ok(true)
            }
            ContentType::Alert => {
                let body = read.side.records.payload().to_vec();
                self.alert(read, &body).map(|()| false)
            }
            ContentType::Handshake => {
                self.handshake_record(read)?;
                // The application polls the transport and calls because data has arrived: another read might
                // block.
                err(GNUTLS_E_AGAIN)
            }
            ContentType::Ack => {
                self.late_ack(read)?;
                err(GNUTLS_E_AGAIN)
            }
            ContentType::Heartbeat if read.side.records.is_datagram() => {
                self.heartbeat_record(read)?;
                err(GNUTLS_E_AGAIN)
            }
            _ if self.discard_unexpected(read) => err(GNUTLS_E_AGAIN),
            _ => err(GNUTLS_E_UNEXPECTED_PACKET),
        }
    }

    /// Processes a record of handshake messages outside of a handshake.
    pub(super) fn handshake_record(&self, read: &mut ReadHalf) -> Result<()> {
        let ReadHalf { side, .. } = read;
        if side.records.payload().is_empty() {
            return err(GNUTLS_E_UNEXPECTED_PACKET);
        }
        if side.records.is_datagram() {
            return self.datagram_messages(read);
        }
        side.messages.push(side.records.payload(), 0);
        self.messages(read)
    }

    /// Processes buffered handshake messages outside of a handshake.
    pub(super) fn messages(&self, read: &mut ReadHalf) -> Result<()> {
        let config = self.config();
        let tls13 = self.parameters(|p| p.is_tls13());
        while let Some(message) = read.side.messages.next(config.max_message)? {
            // KeyUpdates are limited per time instead: a long connection on which only we send has no limit
            // on their total number.
            if message.kind() == HandshakeType::KEY_UPDATE && config.own_transport {
                // RFC 9001 section 6.
                return err(GNUTLS_E_UNEXPECTED_PACKET);
            }
            if message.kind() != HandshakeType::KEY_UPDATE {
                read.count_message()?;
            }
            if tls13 {
                if self.post_handshake(read, &message)? {
                    read.request = Some(message);
                    return err(GNUTLS_E_REAUTH_REQUEST);
                }
                continue;
            }
            return match (config.role, message.kind()) {
                (Role::Client, HandshakeType::HELLO_REQUEST) => {
                    message.reader().finish()?;
                    err(GNUTLS_E_REHANDSHAKE)
                }
                (Role::Server, HandshakeType::CLIENT_HELLO) => {
                    read.hello = Some(message);
                    err(GNUTLS_E_REHANDSHAKE)
                }
                _ => err(GNUTLS_E_UNEXPECTED_PACKET),
            };
        }
        Ok(())
    }

    /// Processes a TLS 1.3 post-handshake message (RFC 8446 section 4.6). True if it asks for our certificate.
    pub(super) fn post_handshake(&self, read: &mut ReadHalf, message: &Message) -> Result<bool> {
        let config = self.config();
        let Some(suite) = self.parameters(|p| p.suite) else { return err(GNUTLS_E_INTERNAL_ERROR) };
        self.note_message("received", message);
        self.note_in(message);
        // A hook that interrupts is called once, and the message is processed anyway.
        let held = |shown: Result<()>| match shown {
            Err(e) if !super::may_retry(e.code()) => Err(e),
            shown => Ok(shown),
        };
        let before = held(self.call_message_hook(message, When::Before, Direction::Incoming))?;
        if message.kind() == HandshakeType::KEY_UPDATE {
            read.count_key_update()?;
        }
        let wish = post::received(message, &config, suite, &mut read.side);
        wipe_stack();
        let wish = wish?;
        if message.kind() == HandshakeType::KEY_UPDATE && read.side.records.is_kernel() {
            self.new_receiving_keys(read)?;
        }
        let certificate = matches!(wish, Wish::Certificate);
        match wish {
            Wish::KeyUpdate => self.queue_reply(PendingReply::KeyUpdate),
            Wish::Ticket(ticket) => {
                let now = self.application.now();
                ticket.keep(lock(&self.parameters).visible_mut(), now);
            }
            Wish::ConnectionIds(new) => self.take_connection_ids(new),
            Wish::Nothing | Wish::Certificate => {}
        }
        let after = held(self.call_message_hook(message, When::After, Direction::Incoming))?;
        before.and(after).map(|()| certificate)
    }

    /// Queues a reply that is sent before the next data. The same reply is queued only once.
    pub(super) fn queue_reply(&self, reply: PendingReply) {
        let mut pending_replies = lock(&self.pending_replies);
        if !pending_replies.contains(&reply) {
            pending_replies.push(reply);
        }
        self.replies_queued.store(true, Relaxed);
    }
}

/// Maximum number of a peer's KeyUpdates per [`KEY_UPDATE_WINDOW`], as in GnuTLS: each requires key
/// derivation.
const KEY_UPDATES: u32 = 8;
const KEY_UPDATE_WINDOW: Duration = Duration::from_secs(1);

impl ReadHalf {
    fn count_key_update(&mut self) -> Result<()> {
        let now = Instant::now();
        let (begun, count) = match self.key_updates {
            Some((begun, count)) if now.duration_since(begun) < KEY_UPDATE_WINDOW => (begun, count + 1),
            _ => (now, 1),
        };
        self.key_updates = Some((begun, count));
        if count > KEY_UPDATES { err(GNUTLS_E_TOO_MANY_HANDSHAKE_PACKETS) } else { Ok(()) }
    }
}
