//! Heartbeats of DTLS (RFC 6520): whether the peer is there, and with requests of different sizes how large a datagram may be.
use std::time::{Duration, Instant};

use super::heartbeats::{
    HEADER, Heartbeat, Heartbeats, MAX_INTERVAL, PADDING, REQUEST, RESPONSE, Request, message, read,
};
use super::io::{Deadline, MAX_UNREAD};
use super::report::Operation;
use super::{MAX_PLAINTEXT, ReadHalf, Session, WriteHalf, lock, may_retry};
use crate::abi::*;
use crate::alg::flags::SessionFlags;
use crate::crypto::rand;
use crate::error::{Error, INVALID_REQUEST, Result, err};
use crate::handshake::config::HeartbeatMode;
use crate::log::{DETAIL, log, reason};
use crate::record::ContentType;

impl Session {
    /// Sets what the next handshake says about heartbeats. Streams have none.
    pub fn enable_heartbeats(&self, mode: HeartbeatMode) {
        self.configure(|c| {
            if c.is_datagram() {
                c.heartbeat = Some(mode);
            }
        });
    }

    /// Whether the peer answers our requests.
    pub fn may_send_heartbeats(&self) -> bool {
        self.parameters(|p| p.heartbeat == Some(HeartbeatMode::PeerAllowedToSend))
    }

    /// Whether the application lets the peer send requests.
    pub fn lets_peer_send_heartbeats(&self) -> bool {
        self.setting(|c| c.heartbeat == Some(HeartbeatMode::PeerAllowedToSend))
    }

    /// Sets the times in milliseconds: until a request is sent again, and altogether.
    pub fn set_heartbeat_timeouts(&self, retransmit: u32, total: u32) {
        self.heartbeats(|h| (h.retransmit, h.total) = (retransmit, total));
    }

    /// Milliseconds until the last request has to be sent again.
    pub fn heartbeat_left(&self) -> u64 {
        let now = self.application.clock();
        lock(&self.heartbeats).as_ref().map_or(0, |h| h.due.saturating_sub(now))
    }

    fn heartbeats<T>(&self, f: impl FnOnce(&mut Heartbeats) -> T) -> T {
        f(lock(&self.heartbeats).get_or_insert_default())
    }

    /// Sends a request of `size` bytes, the header not counted. With `wait` it is sent again, at most `tries` times (0: any
    /// number), until the answer comes.
    pub fn ping(&self, size: usize, tries: u32, wait: bool) -> Result<()> {
        let _scope = self.scope();
        self.report(Operation::Send, self.request_heartbeat(size, tries, wait))
    }

    fn request_heartbeat(&self, size: usize, tries: u32, wait: bool) -> Result<()> {
        self.check_usable()?;
        if !self.may_send_heartbeats() {
            return Err(INVALID_REQUEST);
        }
        if size > MAX_PLAINTEXT {
            return err(GNUTLS_E_UNEXPECTED_PACKET_LENGTH);
        }
        let len = size.saturating_sub(PADDING);
        // With `wait`, the call before may have returned because it would have blocked.
        let goes_on = wait && self.heartbeats(|h| h.request.as_ref().is_some_and(|r| r.payload.len() == len));
        if !goes_on {
            self.begin_request(len)?;
        }
        let waited = if wait { self.await_response(tries) } else { self.send_request() };
        // What is too large or not answered in time is over.
        if waited.is_err_and(|e| matches!(e.code(), GNUTLS_E_TIMEDOUT | GNUTLS_E_LARGE_PACKET)) {
            self.heartbeats(|h| h.request = None);
        }
        waited
    }

    /// A new request, not sent yet.
    fn begin_request(&self, len: usize) -> Result<()> {
        let mut payload = vec![0; len];
        rand::fill(&mut payload)?;
        let now = self.application.clock();
        self.heartbeats(|h| {
            let interval = h.retransmit.into();
            h.request = Some(Request { payload, first: now, times: 0, interval });
        });
        Ok(())
    }

    fn send_request(&self) -> Result<()> {
        let now = self.application.clock();
        let payload = self.heartbeats(|h| {
            let request = h.request.as_mut()?;
            if request.times > 0 {
                request.interval = (request.interval * 2).clamp(1, MAX_INTERVAL.max(request.interval));
            }
            request.times = request.times.saturating_add(1);
            h.due = now + request.interval;
            Some(request.payload.clone())
        });
        let Some(mut write) = self.write.lease_or_wait() else { return err(GNUTLS_E_AGAIN) };
        self.seal_heartbeat(&mut write, REQUEST, &payload.ok_or(INVALID_REQUEST)?)?;
        self.flush_for_application(&mut write)
    }

    fn seal_heartbeat(&self, write: &mut WriteHalf, kind: u8, payload: &[u8]) -> Result<()> {
        self.check_writable()?;
        write.check_transport()?;
        if HEADER + payload.len() + PADDING > self.datagram_room(write).min(write.side.max_fragment) {
            return err(GNUTLS_E_LARGE_PACKET);
        }
        // One at a time: those that the transport does not take must not pile up.
        self.flush_for_application(write)?;
        let version = write.side.version.wire();
        write.side.records.write(ContentType::Heartbeat, version, &message(kind, payload)?, MAX_PLAINTEXT)
    }

    fn await_response(&self, tries: u32) -> Result<()> {
        let nonblock = self.setting(|c| c.flags.contains(SessionFlags::NONBLOCK));
        loop {
            let now = self.application.clock();
            let state = self.heartbeats(|h| {
                let r = h.request.as_ref()?;
                let due = r.times == 0 || now >= h.due;
                let late = now.saturating_sub(r.first) >= h.total.into();
                let over = due && r.times > 0 && (late || (tries > 0 && r.times >= tries));
                Some((due, over, h.total))
            });
            let (due, over, total) = state.ok_or(INVALID_REQUEST)?;
            if over {
                return Err(reason!(
                    Error::new(GNUTLS_E_TIMEDOUT),
                    "{} has not answered a heartbeat within {total} ms, or the number of tries",
                    self.peer_name()
                ));
            }
            if due {
                self.send_request()?;
            }
            let wait = self.heartbeat_left().max(1);
            let at = Instant::now() + Duration::from_millis(wait);
            let deadline = Deadline { at: Some(at), poll_only: nonblock, allowed: wait as u32 };
            match self.next_response(deadline) {
                Err(e) if e.code() == GNUTLS_E_TIMEDOUT && !nonblock => {}
                Err(e) if e.code() == GNUTLS_E_TIMEDOUT => return err(GNUTLS_E_AGAIN),
                Err(e) if may_retry(e.code()) => return Err(e),
                result => return result.map_err(|e| self.fail(e)),
            }
        }
    }

    /// Reads up to the answer of the peer. Data stays pending for the application.
    fn next_response(&self, deadline: Deadline) -> Result<()> {
        let Some(mut read) = self.read.lease_or_wait() else { return err(GNUTLS_E_AGAIN) };
        loop {
            if read.side.records.unread() > MAX_UNREAD {
                return err(GNUTLS_E_AGAIN);
            }
            match self.next_record(&mut read, deadline)? {
                ContentType::Heartbeat => match self.heartbeat_record(&mut read) {
                    Err(e) if e.code() == GNUTLS_E_HEARTBEAT_PONG_RECEIVED => return Ok(()),
                    Err(e) => return Err(e),
                    Ok(()) => {}
                },
                ContentType::ApplicationData if read.side.records.payload().is_empty() => {
                    read.count_idle()?
                }
                ContentType::ApplicationData => {}
                ContentType::Alert => {
                    let body = read.side.records.payload().to_vec();
                    self.alert(&mut read, &body)?;
                    return err(GNUTLS_E_SESSION_EOF);
                }
                ContentType::Handshake => self.handshake_record(&mut read)?,
                ContentType::Ack => self.late_ack(&mut read)?,
                ContentType::ChangeCipherSpec => {
                    self.discard_unexpected(&mut read);
                }
            }
        }
    }

    /// The heartbeat in the current record. What the application is told is the code of an error; what is of no use is
    /// discarded silently (RFC 6520 section 4).
    pub(super) fn heartbeat_record(&self, half: &mut ReadHalf) -> Result<()> {
        let lets_peer = self.lets_peer_send_heartbeats() && self.parameters(|p| p.heartbeat.is_some());
        let use_of = |heartbeat| match heartbeat {
            Heartbeat::Request(_) if !lets_peer => Err("a heartbeat that we did not allow"),
            Heartbeat::Request(payload) => {
                self.heartbeats(|h| h.to_answer = Some(payload));
                Ok(GNUTLS_E_HEARTBEAT_PING_RECEIVED)
            }
            Heartbeat::Response(payload) => {
                self.heartbeats(|h| match h.request.take_if(|r| r.payload == payload) {
                    Some(_) => Ok(GNUTLS_E_HEARTBEAT_PONG_RECEIVED),
                    None => Err("a heartbeat answers no request of ours"),
                })
            }
        };
        match read(half.side.records.payload()).and_then(use_of) {
            Ok(code) => {
                log!(
                    DETAIL,
                    "{} {}",
                    self.peer_name(),
                    match code {
                        GNUTLS_E_HEARTBEAT_PING_RECEIVED => "sent a heartbeat",
                        _ => "answered a heartbeat",
                    }
                );
                half.side.records.discard();
                err(code)
            }
            Err(why) => {
                half.side.records.discard_record(why);
                Ok(())
            }
        }
    }

    /// Answers the peer's last request, once.
    pub fn pong(&self) -> Result<()> {
        let _scope = self.scope();
        self.report(Operation::Send, self.answer_heartbeat())
    }

    fn answer_heartbeat(&self) -> Result<()> {
        self.check_usable()?;
        let Some(mut write) = self.write.lease_or_wait() else { return err(GNUTLS_E_AGAIN) };
        if !self.heartbeats(|h| h.answer_sealed) {
            let payload = self.heartbeats(|h| h.to_answer.clone()).ok_or(INVALID_REQUEST)?;
            self.seal_heartbeat(&mut write, RESPONSE, &payload)?;
            self.heartbeats(|h| (h.to_answer, h.answer_sealed) = (None, true));
        }
        self.flush_for_application(&mut write)?;
        self.heartbeats(|h| h.answer_sealed = false);
        Ok(())
    }
}
