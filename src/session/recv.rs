//! The route of `gnutls_record_recv`.
use std::sync::atomic::Ordering::Relaxed;
use std::time::{Duration, Instant};

use super::hooks::{Direction, When};
use super::io::Deadline;
use super::lease::Lease;
use super::{Data, Owed, ReadHalf, Session, lock};
use crate::abi::*;
use crate::error::{Error, Result, err};
use crate::handshake::config::Role;
use crate::handshake::messages::kind;
use crate::handshake::tls13::post::{self, Wish};
use crate::record::ContentType;
use crate::record::reader::Record;

/// The most application data that is kept while a renegotiation goes on.
const MAX_EARLY: usize = 64 * 1024;

/// A whole record of application data, for `gnutls_record_recv_packet`.
pub struct Packet {
    pub data: Vec<u8>,
    pub sequence: u64,
}

impl Session {
    /// Copies application data out, at most one record of it; 0 is the end (close_notify). Also tells
    /// the record's sequence number.
    pub fn recv(&self, buf: &mut [u8]) -> Result<(usize, u64)> {
        self.transparently(|| self.recv_data(buf))
    }

    /// With `GNUTLS_AUTO_REAUTH` a client follows the server's wishes by itself, and then goes on.
    fn transparently<T>(&self, mut receive: impl FnMut() -> Result<T>) -> Result<T> {
        loop {
            let wish = match receive() {
                Err(e) if matches!(e.code(), GNUTLS_E_REHANDSHAKE | GNUTLS_E_REAUTH_REQUEST) => e,
                other => return other,
            };
            let config = self.config();
            if config.flags & GNUTLS_AUTO_REAUTH == 0 || config.role == Role::Server {
                return Err(wish);
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
        self.go_on()?;
        let Some(mut read) = self.read.lease() else { return err(GNUTLS_E_AGAIN) };
        if !read.early.is_empty() {
            let n = read.take_early(buf);
            return Ok((n, 0));
        }
        if !self.open_data(&mut read)? {
            return Ok((0, 0));
        }
        Ok(read.take(buf))
    }

    /// A whole record at once; `None` is the end.
    pub fn recv_packet(&self) -> Result<Option<Packet>> {
        self.transparently(|| self.recv_record())
    }

    fn recv_record(&self) -> Result<Option<Packet>> {
        self.go_on()?;
        let Some(mut read) = self.read.lease() else { return err(GNUTLS_E_AGAIN) };
        if !read.early.is_empty() {
            let data = read.early.drain(..).collect();
            return Ok(Some(Packet { data, sequence: 0 }));
        }
        if !self.open_data(&mut read)? {
            return Ok(None);
        }
        let mut data = vec![0; read.pending()];
        let (_, sequence) = read.take(&mut data);
        Ok(Some(Packet { data, sequence }))
    }

    /// Bytes that the next receive gives without reading (`gnutls_record_check_pending`).
    pub fn pending(&self) -> usize {
        self.read.lease().map_or(0, |read| read.pending() + read.early.len())
    }

    /// Opens the next record of application data; `false` is the end.
    fn open_data(&self, read: &mut Lease<'_, ReadHalf>) -> Result<bool> {
        if read.data.is_some() {
            return Ok(true);
        }
        if self.read_closed.load(Relaxed) {
            return Ok(false);
        }
        if !self.is_open() {
            return err(GNUTLS_E_UNAVAILABLE_DURING_HANDSHAKE);
        }
        self.check_alive()?;
        let nonblock = self.config().flags & GNUTLS_NONBLOCK != 0;
        let timeout = self.record_timeout.load(Relaxed);
        let deadline = match timeout {
            0 => Deadline::default(),
            ms => Deadline::after(Instant::now(), ms, nonblock),
        };
        let record = match self.next_record(read, deadline) {
            Ok(record) => record,
            Err(e) if super::may_retry(e.code()) => return Err(e),
            Err(e) => return Err(self.fail(e)),
        };
        if record.content == ContentType::ApplicationData && !read.side.messages.is_empty() {
            // Nothing stands between the parts of a message (RFC 8446 section 5.1).
            return Err(self.fail(Error::new(GNUTLS_E_UNEXPECTED_PACKET)));
        }
        if record.content == ContentType::ApplicationData {
            if read.side.records.payload(&record).is_empty() {
                read.count_idle().map_err(|e| self.fail(e))?;
                return err(GNUTLS_E_AGAIN);
            }
            read.idle_records = 0;
            let sequence = read.side.records.sequence().wrapping_sub(1);
            read.data = Some(Data { record, taken: 0, sequence });
            return Ok(true);
        }
        match self.other_record(read, &record) {
            Ok(()) if self.read_closed.load(Relaxed) => Ok(false),
            // The program waits for the transport itself: another read might block in a call that it
            // made because something had come.
            Ok(()) => err(GNUTLS_E_AGAIN),
            Err(e) if super::may_retry(e.code()) => Err(e),
            Err(e) => Err(self.fail(e)),
        }
    }

    /// A record that is no application data.
    fn other_record(&self, read: &mut Lease<'_, ReadHalf>, record: &Record) -> Result<()> {
        let half: &mut ReadHalf = read;
        let payload = half.side.records.payload(record);
        match record.content {
            ContentType::Alert => {
                let body = payload.to_vec();
                self.alert(half, &body)
            }
            ContentType::Handshake if !payload.is_empty() => {
                half.side.messages.push(payload);
                self.messages(half)
            }
            _ => err(GNUTLS_E_UNEXPECTED_PACKET),
        }
    }

    /// Handshake messages between handshakes.
    fn messages(&self, read: &mut ReadHalf) -> Result<()> {
        let config = self.config();
        let tls13 = self.facts(|f| f.is_tls13());
        while let Some(message) = read.side.messages.next(config.max_message)? {
            read.count_idle()?;
            if tls13 {
                self.show(&message, When::Before, Direction::Incoming)?;
                if message.kind() == kind::KEY_UPDATE {
                    read.count_key_update()?;
                }
                let wish = post::received(&message, config.role, &mut lock(&self.facts), &mut read.side)?;
                self.show(&message, When::After, Direction::Incoming)?;
                match wish {
                    Wish::Nothing => {}
                    Wish::KeyUpdate => self.owe(Owed::KeyUpdate),
                    Wish::Certificate => {
                        read.request = Some(message);
                        return err(GNUTLS_E_REAUTH_REQUEST);
                    }
                }
                continue;
            }
            return match (config.role, message.kind()) {
                (Role::Client, kind::HELLO_REQUEST) => {
                    message.reader().finish()?;
                    err(GNUTLS_E_REHANDSHAKE)
                }
                (Role::Server, kind::CLIENT_HELLO) => {
                    read.hello = Some(message);
                    err(GNUTLS_E_REHANDSHAKE)
                }
                _ => err(GNUTLS_E_UNEXPECTED_HANDSHAKE_PACKET),
            };
        }
        Ok(())
    }

    /// Owes the peer something: it goes out with what is sent next, once, however often it was asked for.
    fn owe(&self, owed: Owed) {
        let mut outbox = lock(&self.outbox);
        if !outbox.contains(&owed) {
            outbox.push(owed);
        }
        self.outbox_full.store(true, Relaxed);
    }
}

/// How many key updates of a peer one window takes, as in GnuTLS: each costs us a key schedule.
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

    /// Plaintext that is open and not yet taken.
    pub fn pending(&self) -> usize {
        self.data.as_ref().map_or(0, |d| self.side.records.payload(&d.record).len() - d.taken)
    }

    /// The one copy of the route.
    fn take(&mut self, buf: &mut [u8]) -> (usize, u64) {
        let Some(data) = &mut self.data else { return (0, 0) };
        let left = &self.side.records.payload(&data.record)[data.taken..];
        let n = left.len().min(buf.len());
        buf[..n].copy_from_slice(&left[..n]);
        let (empty, sequence) = (n == left.len(), data.sequence);
        data.taken += n;
        if empty {
            self.data = None;
        }
        (n, sequence)
    }

    pub(super) fn keep_early(&mut self, bytes: &[u8]) -> Result<()> {
        if self.early.len() + bytes.len() > MAX_EARLY {
            return err(GNUTLS_E_UNEXPECTED_PACKET);
        }
        self.early.extend(bytes);
        Ok(())
    }

    fn take_early(&mut self, buf: &mut [u8]) -> usize {
        let n = self.early.len().min(buf.len());
        for (to, from) in buf.iter_mut().zip(self.early.drain(..n)) {
            *to = from;
        }
        n
    }
}
