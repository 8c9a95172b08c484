//! The flights of DTLS (RFC 6347 section 4.2.4, RFC 9147 section 5.8): what was sent last is kept, and sent again when the
//! peer does not answer in time.
use core::ops::Range;
use std::collections::VecDeque;

use super::messages::{FRAGMENT_HEADER, HandshakeType, Message, fragment_header};
use crate::abi::*;
use crate::error::{Result, err};
use crate::record::{ContentType, MAX_PLAINTEXT, Writer};

/// The largest interval between two transmissions in milliseconds (RFC 6347 section 4.2.4.1).
const MAX_INTERVAL: u64 = 60_000;
/// How often a flight is sent again because the peer repeats its own: without keys anybody can make us do it.
const MAX_ANSWERS: u32 = 8;
/// How many records of a message are remembered until the peer acknowledges them.
const MAX_RECORDS: usize = 256;

/// The most milliseconds between a flight and its repetition because the peer repeats its own.
const MAX_PAUSE: u64 = 250;

/// A part of a flight.
pub enum Part {
    Message(Message),
    /// In DTLS 0.9 with the number of a message.
    ChangeCipherSpec(Option<u16>),
}

/// A part that was sent and that the peer may not have received.
struct Sent {
    epoch: u16,
    part: Part,
    delivery: Delivery,
}

/// What the peer has said that it has of a message (RFC 9147 section 7). It only says so of protected records of DTLS 1.3.
struct Delivery {
    /// The parts of the body that it may not have, in order.
    missing: Vec<Range<usize>>,
    /// The sequence numbers of the records with fragments of it, and which part each has.
    records: VecDeque<(u64, Range<usize>)>,
}

impl Delivery {
    fn new(part: &Part) -> Delivery {
        let len = if let Part::Message(message) = part { message.body().len() } else { 0 };
        Delivery { missing: std::iter::once(0..len).collect(), records: VecDeque::new() }
    }

    /// The peer has received a record.
    fn acknowledge(&mut self, record: u64) {
        while let Some(at) = self.records.iter().position(|(sequence, _)| *sequence == record) {
            let Some((_, part)) = self.records.remove(at) else { return };
            let left = |m: &Range<usize>| m.start..m.end.min(part.start);
            let right = |m: &Range<usize>| m.start.max(part.end)..m.end;
            self.missing =
                self.missing.iter().flat_map(|m| [left(m), right(m)]).filter(|m| !m.is_empty()).collect();
        }
    }
}

/// The sending direction of DTLS: the flight that was sent last, each part with its epoch.
pub struct Flight {
    /// The largest datagram in bytes, without the headers of the layers below.
    pub mtu: usize,
    parts: Vec<Sent>,
    /// How often it was sent again because the peer repeated its own.
    answers: u32,
}

/// Where a flight is sent: the records, the version in their headers, and the largest content of one.
pub struct Output<'a> {
    pub records: &'a mut Writer,
    pub version: u16,
    pub max_fragment: usize,
}

/// The least content of a record with a fragment of a message.
fn least_content(message: &Message) -> usize {
    FRAGMENT_HEADER + message.body().len().min(1)
}

impl Output<'_> {
    /// Whether a datagram of `mtu` bytes has room for a part of the message.
    pub fn fits(&mut self, mtu: usize, message: &Message) -> bool {
        let epoch = self.records.epoch();
        self.records.protection_of(epoch).content_within(mtu) >= least_content(message)
    }

    /// Sends a message in fragments that fit into datagrams of `mtu` bytes.
    pub fn message(&mut self, epoch: u16, mtu: usize, message: &Message) -> Result<()> {
        let whole = 0..message.body().len();
        self.fragments(epoch, mtu, message, whole, &mut |_, _| ())
    }

    /// Sends a part of a message in fragments. `sent` is told the sequence number of the record of each.
    fn fragments(
        &mut self,
        epoch: u16,
        mtu: usize,
        message: &Message,
        part: Range<usize>,
        sent: &mut dyn FnMut(u64, Range<usize>),
    ) -> Result<()> {
        let room = self
            .records
            .protection_of(epoch)
            .content_within(mtu)
            .min(self.max_fragment.max(FRAGMENT_HEADER + 1));
        if room < least_content(message) {
            return err(GNUTLS_E_LARGE_PACKET);
        }
        let most = room.min(MAX_PLAINTEXT) - FRAGMENT_HEADER;
        let (body, sequence) = (message.body(), message.sequence().unwrap_or_default());
        let mut start = part.start;
        loop {
            let end = part.end.min(start + most);
            let header = fragment_header(message.kind(), body.len(), sequence, start, end - start);
            let content = [&header, &body[start..end]];
            sent(self.records.write_in(epoch, ContentType::Handshake, self.version, &content)?, start..end);
            start = end;
            if start == part.end {
                return Ok(());
            }
        }
    }

    fn part(&mut self, mtu: usize, sent: &mut Sent) -> Result<()> {
        let Sent { epoch, part, delivery } = sent;
        match part {
            Part::Message(message) => {
                let acknowledged = self.records.protection_of(*epoch).is_unified();
                let Delivery { missing, records } = delivery;
                missing.iter().try_for_each(|range| {
                    self.fragments(*epoch, mtu, message, range.clone(), &mut |sequence, range| {
                        if acknowledged {
                            if records.len() == MAX_RECORDS {
                                records.pop_front();
                            }
                            records.push_back((sequence, range));
                        }
                    })
                })
            }
            Part::ChangeCipherSpec(number) => {
                let number = number.map(u16::to_be_bytes);
                let number = number.as_ref().map_or(&[][..], |n| n);
                let content = [&[1], number];
                self.records
                    .write_in(*epoch, ContentType::ChangeCipherSpec, self.version, &content)
                    .map(|_| ())
            }
        }
    }
}

impl Flight {
    pub fn new(mtu: usize) -> Flight {
        Flight { mtu, parts: Vec::new(), answers: 0 }
    }

    pub fn is_empty(&self) -> bool {
        self.parts.is_empty()
    }

    /// Begins a new flight: the peer has received the last one.
    pub fn begin(&mut self) {
        (self.parts, self.answers) = (Vec::new(), 0);
    }

    /// Sends a part of the flight.
    pub fn send(&mut self, mut out: Output<'_>, part: Part) -> Result<()> {
        let (epoch, delivery) = (out.records.epoch(), Delivery::new(&part));
        let mut sent = Sent { epoch, part, delivery };
        out.part(self.mtu, &mut sent)?;
        self.parts.push(sent);
        Ok(())
    }

    /// Sends the flight again, as far as the peer may not have it.
    pub fn repeat(&mut self, mut out: Output<'_>) -> Result<()> {
        self.parts.iter_mut().try_for_each(|sent| out.part(self.mtu, sent))
    }

    /// Sends the flight again because the peer repeats its own; false if that happened too often.
    pub fn answer(&mut self, out: Output<'_>) -> Result<bool> {
        self.answers += 1;
        if self.answers > MAX_ANSWERS || self.is_empty() {
            return Ok(false);
        }
        self.repeat(out).map(|()| true)
    }

    /// Whether the peer may not have a message with this number or one before it.
    pub fn lacks(&self, number: u16) -> bool {
        let mut numbers = self.parts.iter().filter_map(|sent| match &sent.part {
            Part::Message(message) => message.sequence(),
            Part::ChangeCipherSpec(_) => None,
        });
        numbers.any(|n| number.wrapping_sub(n) < 1 << 15)
    }

    /// The peer has answered the last message of this kind, so it has that and those before it.
    pub fn answered(&mut self, kind: HandshakeType) {
        let message = |sent: &Sent| match &sent.part {
            Part::Message(message) => Some((message.kind(), message.sequence()?)),
            Part::ChangeCipherSpec(_) => None,
        };
        let Some((_, last)) = self.parts.iter().rev().filter_map(message).find(|m| m.0 == kind) else {
            return;
        };
        self.parts.retain(|sent| message(sent).is_some_and(|m| last.wrapping_sub(m.1) >= 1 << 15));
    }

    /// The peer has received a record.
    pub fn acknowledge(&mut self, record: u64) {
        let mut known = false;
        for Sent { delivery, .. } in &mut self.parts {
            known |= delivery.records.iter().any(|(sequence, _)| *sequence == record);
            delivery.acknowledge(record);
        }
        // Who has keys for it has what went before them.
        self.parts.retain(|sent| !(sent.delivery.missing.is_empty() || known && sent.epoch == 0));
    }
}

/// When a flight is sent again (RFC 6347 section 4.2.4.1). Times are milliseconds of a clock that does not jump.
#[derive(Clone, Copy, Default, Debug)]
pub struct RetransmitTimer {
    at: Option<u64>,
    interval: u64,
    /// When the flight was sent last.
    sent: u64,
    /// When it was to be sent again; known after the timer is stopped.
    due: u64,
}

impl RetransmitTimer {
    /// Starts for a new flight.
    pub fn start(&mut self, now: u64, interval: u32) {
        (self.interval, self.sent, self.due) = (interval.into(), now, now + u64::from(interval));
        self.at = Some(self.due);
    }

    /// Whether the flight is sent again because the peer repeats its own. What was sent just now may not have come yet, or
    /// the network has doubled the peer's datagram.
    pub fn allows_answer(&mut self, now: u64) -> bool {
        let allowed = now.saturating_sub(self.sent) >= (self.interval / 4).min(MAX_PAUSE);
        if allowed {
            self.sent = now;
        }
        allowed
    }

    pub fn stop(&mut self) {
        self.at = None;
    }

    /// Waits longer: sending again soon does not help.
    pub fn delay(&mut self, now: u64) {
        self.interval = (self.interval * 4).min(MAX_INTERVAL.max(self.interval));
        self.due = now + self.interval;
        self.at = self.at.map(|_| self.due);
    }

    /// Whether the flight has to be sent again. Then the next interval is twice as long.
    pub fn expires(&mut self, now: u64) -> bool {
        if self.at.is_none_or(|at| now < at) {
            return false;
        }
        self.interval = (self.interval * 2).clamp(1, MAX_INTERVAL.max(self.interval));
        (self.sent, self.due) = (now, now + self.interval);
        self.at = Some(self.due);
        true
    }

    /// The rest of the time of the last flight, whether or not it was answered meanwhile.
    pub fn rest(&self, now: u64) -> u64 {
        self.due.saturating_sub(now)
    }

    /// The remaining time; `None` if it does not run.
    pub fn left(&self, now: u64) -> Option<u64> {
        self.at.map(|at| at.saturating_sub(now))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_interval_doubles_up_to_a_minute() {
        let mut timer = RetransmitTimer::default();
        assert!(!timer.expires(9) && timer.left(9).is_none());
        timer.start(5, 1000);
        let mut now = 5;
        for interval in [1000, 2000, 4000, 8000, 16_000, 32_000, 60_000, 60_000] {
            assert_eq!(timer.left(now), Some(interval));
            assert!(!timer.expires(now + interval - 1));
            now += interval;
            assert!(timer.expires(now));
        }
        timer.start(0, 1000);
        assert!(!timer.allows_answer(249) && timer.allows_answer(250) && !timer.allows_answer(499));
        timer.delay(100);
        assert_eq!(timer.left(100), Some(4000));
        timer.stop();
        timer.delay(100);
        assert!(!timer.expires(u64::MAX));
        assert_eq!((timer.left(200), timer.rest(200)), (None, 15_900));
    }
}
