//! The fragments of handshake messages in DTLS (RFC 6347 section 4.2.3), of which a message is made again in any order.
//!
//! Nothing in them can be believed before the keys are there: what does not fit is discarded, and memory is bounded by
//! the largest message that the application allows.
use std::collections::VecDeque;

use super::messages::{HandshakeType, Message};
use crate::abi::*;
use crate::codec::Reader;
use crate::error::{Result, err};

/// How many messages behind the expected one are kept.
pub const MAX_AHEAD: usize = 16;
/// How many separate parts of a message are kept. Those of an honest peer are lost one by one.
pub const MAX_PARTS: usize = 128;

/// What became of the fragments in a record.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Outcome {
    /// The peer repeats its last message, of which this is the end: it did not receive our answer.
    pub repeated: bool,
    /// A fragment did not fit.
    pub discarded: bool,
    /// A HelloVerifyRequest has a number that no answer can have.
    pub misnumbered: bool,
}

/// A message of which parts are missing.
struct Partial {
    kind: HandshakeType,
    total: usize,
    /// The body as far as parts of it were received, with zeros between them.
    body: Vec<u8>,
    /// The parts that were received, in order, with a gap between two of them.
    parts: Vec<(usize, usize)>,
}

impl Partial {
    fn is_complete(&self) -> bool {
        self.total == 0 || self.parts == [(0, self.total)]
    }

    /// Adds a part; false if there are too many.
    fn add(&mut self, offset: usize, bytes: &[u8]) -> bool {
        let end = offset + bytes.len();
        // The parts that touch the new one become one with it.
        let first = self.parts.partition_point(|p| p.1 < offset);
        let last = self.parts.partition_point(|p| p.0 <= end);
        if first == last && self.parts.len() == MAX_PARTS {
            return false;
        }
        let joined = self.parts[first..last].iter().fold((offset, end), |j, p| (j.0.min(p.0), j.1.max(p.1)));
        self.parts.splice(first..last, [joined]);
        if self.body.len() < end {
            self.body.resize(end, 0);
        }
        self.body[offset..end].copy_from_slice(bytes);
        true
    }
}

/// Makes messages of fragments.
#[derive(Default)]
pub struct Reassembler {
    /// The number of the next message.
    next: u16,
    /// From that one on.
    partial: VecDeque<Option<Partial>>,
}

impl Reassembler {
    /// Begins a handshake, whose first message of the peer has this number.
    pub fn restart(&mut self, next: u16) {
        self.next = next;
        self.partial.clear();
    }

    /// Forgets the parts of messages that are not complete.
    pub fn forget_incomplete(&mut self) {
        self.partial.clear();
    }

    /// The number of the message that [`Reassembler::next_message`] returns.
    pub fn expected(&self) -> u16 {
        self.next
    }

    /// A server that has asked for a handshake begins it with the number after its HelloRequest (RFC 6347 section
    /// 4.2.2). If that was lost, its ServerHello is the first message.
    pub fn skip_lost_request(&mut self) {
        let begins = |p: &Partial| p.kind == HandshakeType::SERVER_HELLO && p.is_complete();
        if self.next == 0
            && let [None, Some(hello), ..] = &*self.partial.make_contiguous()
            && begins(hello)
        {
            self.partial.pop_front();
            self.next = 1;
        }
    }

    /// The fragments that a handshake record has. `max` is the largest body of a message.
    pub fn push(&mut self, record: &[u8], max: usize) -> Outcome {
        let mut outcome = Outcome::default();
        let mut r = Reader::new(record);
        while !r.is_empty() {
            match self.fragment(&mut r, max) {
                Some(repeated) => outcome.repeated |= repeated,
                None => {
                    outcome.discarded = true;
                    outcome.misnumbered = record[0] == HandshakeType::HELLO_VERIFY_REQUEST.0;
                    break;
                }
            }
        }
        outcome
    }

    /// One fragment; `None` if it does not fit, else whether it is the end of the message before the expected one.
    fn fragment(&mut self, r: &mut Reader<'_>, max: usize) -> Option<bool> {
        let (kind, total, sequence) = (HandshakeType(r.u8().ok()?), r.u24().ok()?, r.u16().ok()?);
        let (offset, len) = (r.u24().ok()?, r.u24().ok()?);
        let bytes = r.take(len).ok()?;
        if total > max || offset + len > total || (len == 0 && total != 0) {
            return None;
        }
        let Some(ahead) = sequence.checked_sub(self.next) else {
            return Some(sequence + 1 == self.next && offset + len == total);
        };
        let ahead = usize::from(ahead);
        if ahead >= MAX_AHEAD || (ahead > 0 && self.bytes_ahead() + total > max) {
            return None;
        }
        if self.partial.len() <= ahead {
            self.partial.resize_with(ahead + 1, || None);
        }
        let slot = &mut self.partial[ahead];
        // One of the two is not the peer's. It cannot be told which, and the peer will repeat its own.
        let differs = slot.as_ref().is_some_and(|p| p.kind != kind || p.total != total);
        if differs {
            *slot = None;
        }
        let partial =
            slot.get_or_insert_with(|| Partial { kind, total, body: Vec::new(), parts: Vec::new() });
        (partial.add(offset, bytes) && !differs).then_some(false)
    }

    /// Whether a Finished waits for messages before it.
    pub fn has_finished(&self) -> bool {
        self.partial.iter().flatten().any(|p| p.kind == HandshakeType::FINISHED && p.is_complete())
    }

    /// The memory that messages behind the expected one take.
    fn bytes_ahead(&self) -> usize {
        self.partial.iter().skip(1).flatten().map(|p| p.body.len()).sum()
    }

    /// The next message, if it is complete.
    pub fn next_message(&mut self) -> Option<Message> {
        if !self.partial.front()?.as_ref()?.is_complete() {
            return None;
        }
        let partial = self.partial.pop_front()??;
        let sequence = self.next;
        self.next = self.next.wrapping_add(1);
        Some(Message::reassembled(partial.kind, &partial.body, sequence))
    }
}

/// Whether a handshake record has a fragment of a message of this kind.
pub fn has_fragment(record: &[u8], kind: HandshakeType) -> bool {
    let mut r = Reader::new(record);
    let mut kinds = core::iter::from_fn(|| {
        let kind = HandshakeType(r.u8().ok()?);
        r.take(3 + 2 + 3).ok()?;
        let len = r.u24().ok()?;
        r.take(len).ok()?;
        Some(kind)
    });
    kinds.any(|found| found == kind)
}

/// Joins handshake records into messages (RFC 8446 section 5.1).
#[derive(Default)]
pub struct Joiner {
    buffer: Vec<u8>,
    /// Of DTLS.
    fragments: Option<Box<Reassembler>>,
}

impl Joiner {
    /// A joiner of the fragments of DTLS.
    pub fn datagrams() -> Joiner {
        Joiner { buffer: Vec::new(), fragments: Some(Box::default()) }
    }

    /// The fragments of DTLS.
    pub fn fragments(&mut self) -> Option<&mut Reassembler> {
        self.fragments.as_deref_mut()
    }

    /// Adds the content of a record. `max` limits the messages of DTLS.
    pub fn push(&mut self, fragment: &[u8], max: usize) -> Outcome {
        if let Some(fragments) = &mut self.fragments {
            return fragments.push(fragment, max);
        }
        self.buffer.extend_from_slice(fragment);
        Outcome::default()
    }

    /// The next complete message. `max` limits the length in its header.
    pub fn next(&mut self, max: usize) -> Result<Option<Message>> {
        if let Some(fragments) = &mut self.fragments {
            return Ok(fragments.next_message());
        }
        let mut r = Reader::new(&self.buffer);
        let (Ok(_), Ok(length)) = (r.u8(), r.u24()) else { return Ok(None) };
        if length > max {
            return err(GNUTLS_E_HANDSHAKE_TOO_LARGE);
        }
        if r.len() < length {
            return Ok(None);
        }
        let rest = self.buffer.split_off(4 + length);
        Ok(Some(Message::from_raw(core::mem::replace(&mut self.buffer, rest))))
    }

    /// False if an incomplete message is buffered: then keys must not change (RFC 8446 section 5.1). The fragments
    /// of DTLS may come in any order.
    pub fn is_empty(&self) -> bool {
        self.buffer.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::super::messages::{MAX_MESSAGE, fragment_header};
    use super::*;

    const MAX: usize = 1000;

    fn fragment(kind: u8, total: usize, sequence: u16, offset: usize, bytes: &[u8]) -> Vec<u8> {
        [&fragment_header(HandshakeType(kind), total, sequence, offset, bytes.len())[..], bytes].concat()
    }

    fn body(n: usize) -> Vec<u8> {
        (0..n).map(|i| (i * 7 + i / 256) as u8).collect()
    }

    /// Every order of overlapping parts gives the same messages.
    #[test]
    fn any_order_and_any_overlap() {
        let mut random = 7u64;
        let mut below = |n: usize| {
            random = random.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
            (random >> 33) as usize % n
        };
        for _ in 0..200 {
            let sizes: Vec<usize> = (0..3).map(|_| below(300)).collect();
            let mut parts = Vec::new();
            for (sequence, size) in sizes.iter().enumerate() {
                let mut at = 0;
                loop {
                    let end = size.min(&(at + 1 + below(90))).to_owned();
                    let from = at.saturating_sub(below(30));
                    parts.push(fragment(11, *size, sequence as u16, from, &body(*size)[from..end]));
                    at = end;
                    if at == *size {
                        break;
                    }
                }
            }
            for i in (1..parts.len()).rev() {
                parts.swap(i, below(i + 1));
            }
            let mut r = Reassembler::default();
            let mut got = Vec::new();
            for part in &parts {
                assert!(!r.push(part, MAX).discarded);
                assert!(!r.push(part, MAX).discarded, "twice is once");
                while let Some(message) = r.next_message() {
                    got.push(message);
                }
            }
            let bodies: Vec<&[u8]> = got.iter().map(Message::body).collect();
            assert_eq!(bodies, sizes.iter().map(|n| body(*n)).collect::<Vec<_>>());
        }
    }

    #[test]
    fn what_does_not_fit_is_discarded() {
        let mut r = Reassembler::default();
        let good = fragment(11, 10, 0, 0, &body(10)[..5]);
        assert_eq!(r.push(&good, MAX), Outcome::default());
        for bad in [
            fragment(11, 10, 0, 6, &body(10)[5..]),
            fragment(11, 10, 0, 5, &[]),
            fragment(11, MAX + 1, 1, 0, b"x"),
            fragment(11, 0xff_ffff, 0, 0xff_fffe, b"x"),
            fragment(11, 1, MAX_AHEAD as u16, 0, b"x"),
            fragment(11, 10, 0, 5, &body(10)[5..])[..16].to_vec(),
            vec![11],
        ] {
            assert!(r.push(&bad, MAX).discarded, "{bad:?}");
            assert!(r.next_message().is_none());
        }
        assert!(!r.push(&fragment(11, 10, 0, 5, &body(10)[5..]), MAX).discarded);
        assert_eq!(r.next_message().unwrap().body(), body(10));
        assert!(r.push(&fragment(3, 19, 151, 0, &[0; 19]), MAX).misnumbered);
    }

    /// A fragment of another message with the same number does not keep the peer's from being put together.
    #[test]
    fn the_last_of_two_messages_counts() {
        for other in [fragment(12, 10, 0, 5, &[0; 5]), fragment(11, 11, 0, 5, &[0; 5])] {
            let mut r = Reassembler::default();
            let whole = fragment(11, 10, 0, 0, &body(10));
            assert!(!r.push(&fragment(11, 10, 0, 0, &body(10)[..5]), MAX).discarded);
            r.push(&other, MAX);
            assert!(r.push(&whole, MAX).discarded, "it is counted");
            assert_eq!(r.next_message().unwrap().body(), body(10));
        }
    }

    #[test]
    fn the_end_of_the_message_before_says_that_the_peer_repeats() {
        let mut r = Reassembler::default();
        r.push(&fragment(1, 0, 0, 0, &[]), MAX);
        r.push(&fragment(2, 4, 1, 0, &[0; 4]), MAX);
        assert!(r.next_message().is_some() && r.next_message().is_some());
        let repeated = |r: &mut Reassembler, f: Vec<u8>| r.push(&f, MAX).repeated;
        assert!(!repeated(&mut r, fragment(1, 0, 0, 0, &[])));
        assert!(!repeated(&mut r, fragment(2, 4, 1, 0, &[0; 3])));
        assert!(repeated(&mut r, fragment(2, 4, 1, 1, &[0; 3])));
        assert!(!repeated(&mut r, fragment(3, 4, 2, 0, &[0; 4])));
    }

    #[test]
    fn a_server_hello_stands_for_a_lost_request() {
        let mut r = Reassembler::default();
        r.push(&fragment(2, 4, 1, 0, &[0; 3]), MAX);
        r.skip_lost_request();
        assert_eq!(r.expected(), 0, "it is not complete");
        r.push(&fragment(2, 4, 1, 3, &[0; 1]), MAX);
        assert!(r.next_message().is_none());
        r.skip_lost_request();
        assert_eq!(r.next_message().unwrap().kind(), HandshakeType::SERVER_HELLO);
        assert_eq!(r.expected(), 2);
        let mut other = Reassembler::default();
        other.push(&fragment(14, 0, 1, 0, &[]), MAX);
        other.skip_lost_request();
        assert!(other.next_message().is_none() && other.expected() == 0);
    }

    #[test]
    fn a_finished_is_found_among_fragments() {
        let (hello, end) = (fragment(1, 3, 0, 0, b"abc"), fragment(20, 2, 1, 0, b"de"));
        let found = |record: &[u8]| has_fragment(record, HandshakeType::FINISHED);
        assert!(!found(&hello) && found(&end) && found(&[&hello[..], &end].concat()));
        // What is cut is no fragment.
        let both = [&hello[..], &end].concat();
        assert!((0..both.len()).all(|n| !found(&both[..n])));

        let mut r = Reassembler::default();
        r.push(&end[..], 100);
        assert!(r.has_finished() && r.next_message().is_none());
        r.restart(0);
        r.push(&fragment(20, 2, 1, 0, b"d"), 100);
        assert!(!r.has_finished(), "half of it");
    }

    #[test]
    fn memory_is_bounded() {
        let mut r = Reassembler::default();
        for sequence in 1..MAX_AHEAD as u16 {
            r.push(&fragment(11, 400, sequence, 399, b"x"), MAX);
        }
        assert!(r.bytes_ahead() <= MAX);
        // The expected message has room in any case, and many small parts of it are one after the other refused.
        let mut refused = 0;
        for offset in (0..MAX).step_by(2) {
            refused += usize::from(r.push(&fragment(11, MAX, 0, offset, b"x"), MAX).discarded);
        }
        assert_eq!(refused, MAX / 2 - MAX_PARTS);
    }

    #[test]
    fn messages_join_across_fragments_and_split_inside_one() {
        let a = Message::build(HandshakeType::FINISHED, |w| w.bytes(&[7; 12])).unwrap();
        let b = Message::build(HandshakeType::HELLO_REQUEST, |_| ()).unwrap();
        let mut all = a.raw().to_vec();
        all.extend_from_slice(b.raw());
        let mut j = Joiner::default();
        for byte in &all[..15] {
            j.push(&[*byte], MAX_MESSAGE);
            assert!(j.next(MAX_MESSAGE).unwrap().is_none());
        }
        j.push(&all[15..], MAX_MESSAGE);
        assert_eq!(j.next(MAX_MESSAGE).unwrap().unwrap().raw(), a.raw());
        assert_eq!(j.next(MAX_MESSAGE).unwrap().unwrap().kind(), HandshakeType::HELLO_REQUEST);
        assert!(j.is_empty());
    }

    #[test]
    fn an_announced_length_beyond_the_limit_is_refused_before_any_of_it_came() {
        let mut j = Joiner::default();
        j.push(&[1, 0xff, 0xff, 0xff], MAX_MESSAGE);
        assert_eq!(j.next(MAX_MESSAGE).unwrap_err().code(), GNUTLS_E_HANDSHAKE_TOO_LARGE);
    }
}
