//! The flights of DTLS (RFC 6347 section 4.2.4): what was sent last is kept, and sent again when the peer does not
//! answer in time.
use super::messages::{FRAGMENT_HEADER, Message, fragment_header};
use crate::error::Result;
use crate::record::{ContentType, MAX_PLAINTEXT, Writer};

/// The largest interval between two transmissions in milliseconds (RFC 6347 section 4.2.4.1).
const MAX_INTERVAL: u64 = 60_000;
/// How often a flight is sent again because the peer repeats its own: without keys anybody can make us do it.
const MAX_ANSWERS: u32 = 8;

/// The most milliseconds between a flight and its repetition because the peer repeats its own.
const MAX_PAUSE: u64 = 250;

/// A part of a flight.
pub enum Part {
    Message(Message),
    /// In DTLS 0.9 with the number of a message.
    ChangeCipherSpec(Option<u16>),
}

/// The sending direction of DTLS: the flight that was sent last, each part with its epoch.
pub struct Flight {
    /// The largest datagram in bytes, without the headers of the layers below.
    pub mtu: usize,
    parts: Vec<(u16, Part)>,
    /// How often it was sent again because the peer repeated its own.
    answers: u32,
}

/// Where a flight is sent: the records, the version in their headers, and the largest content of one.
pub struct Output<'a> {
    pub records: &'a mut Writer,
    pub version: u16,
    pub max_fragment: usize,
}

impl Output<'_> {
    /// Sends a message in fragments that fit into datagrams of `mtu` bytes.
    pub fn message(&mut self, epoch: u16, mtu: usize, message: &Message) -> Result<()> {
        let room = self.records.protection_of(epoch).content_within(mtu).min(self.max_fragment.max(1));
        let most = room.min(MAX_PLAINTEXT).saturating_sub(FRAGMENT_HEADER).max(1);
        let (body, sequence) = (message.body(), message.sequence().unwrap_or_default());
        let mut offset = 0;
        loop {
            let part = &body[offset..body.len().min(offset + most)];
            let header = fragment_header(message.kind(), body.len(), sequence, offset, part.len());
            self.records.write_in(epoch, ContentType::Handshake, self.version, &[&header, part])?;
            offset += part.len();
            if offset == body.len() {
                return Ok(());
            }
        }
    }

    fn part(&mut self, epoch: u16, mtu: usize, part: &Part) -> Result<()> {
        match part {
            Part::Message(message) => self.message(epoch, mtu, message),
            Part::ChangeCipherSpec(number) => {
                let number = number.map(u16::to_be_bytes);
                let number = number.as_ref().map_or(&[][..], |n| n);
                self.records.write_in(epoch, ContentType::ChangeCipherSpec, self.version, &[&[1], number])
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
        let epoch = out.records.epoch();
        out.part(epoch, self.mtu, &part)?;
        self.parts.push((epoch, part));
        Ok(())
    }

    /// Sends the flight again.
    pub fn repeat(&self, mut out: Output<'_>) -> Result<()> {
        self.parts.iter().try_for_each(|(epoch, part)| out.part(*epoch, self.mtu, part))
    }

    /// Sends the flight again because the peer repeats its own; false if that happened too often.
    pub fn answer(&mut self, out: Output<'_>) -> Result<bool> {
        self.answers += 1;
        if self.answers > MAX_ANSWERS || self.is_empty() {
            return Ok(false);
        }
        self.repeat(out).map(|()| true)
    }
}

/// When a flight is sent again (RFC 6347 section 4.2.4.1). Times are milliseconds of a clock that does not jump.
#[derive(Clone, Copy, Default, Debug)]
pub struct RetransmitTimer {
    at: Option<u64>,
    interval: u64,
    /// When the flight was sent last.
    sent: u64,
}

impl RetransmitTimer {
    /// Starts for a new flight.
    pub fn start(&mut self, now: u64, interval: u32) {
        (self.at, self.interval, self.sent) = (Some(now + u64::from(interval)), interval.into(), now);
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
        self.at = self.at.map(|_| now + self.interval);
    }

    /// Whether the flight has to be sent again. Then the next interval is twice as long.
    pub fn expires(&mut self, now: u64) -> bool {
        if self.at.is_none_or(|at| now < at) {
            return false;
        }
        self.interval = (self.interval * 2).clamp(1, MAX_INTERVAL.max(self.interval));
        (self.at, self.sent) = (Some(now + self.interval), now);
        true
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
    }
}
