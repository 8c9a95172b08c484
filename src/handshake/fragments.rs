//! The fragments of handshake messages in DTLS (RFC 6347 section 4.2.3), of which a message is made again in any order.
//!
//! Nothing in them can be believed before the keys are there: what does not fit is discarded, and memory is bounded by
//! the largest message that the application allows.
use std::collections::VecDeque;

use super::messages::{HandshakeType, Message};
use crate::codec::Reader;

/// Size of the header of a fragment: type, length of the message, its number, offset and length of the fragment.
pub const FRAGMENT_HEADER: usize = 12;

/// How many messages behind the expected one are kept.
const MAX_AHEAD: usize = 16;
/// How many separate parts of a message are kept. Those of an honest peer are lost one by one.
const MAX_PARTS: usize = 128;

/// The header of the fragment that is bytes `offset..offset + len` of a message.
pub fn header(
    kind: HandshakeType,
    total: usize,
    sequence: u16,
    offset: usize,
    len: usize,
) -> [u8; FRAGMENT_HEADER] {
    let u24 = |n: usize| [(n >> 16) as u8, (n >> 8) as u8, n as u8];
    let ([t0, t1, t2], [o0, o1, o2], [l0, l1, l2]) = (u24(total), u24(offset), u24(len));
    let [s0, s1] = sequence.to_be_bytes();
    [kind.0, t0, t1, t2, s0, s1, o0, o1, o2, l0, l1, l2]
}

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

    /// The number of the message that [`Reassembler::next`] returns.
    pub fn expected(&self) -> u16 {
        self.next
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
        let partial = slot.get_or_insert_with(|| Partial { kind, total, body: Vec::new(), parts: Vec::new() });
        (partial.add(offset, bytes) && !differs).then_some(false)
    }

    /// The memory that messages behind the expected one take.
    fn bytes_ahead(&self) -> usize {
        self.partial.iter().skip(1).flatten().map(|p| p.body.len()).sum()
    }

    /// The next message, if it is complete.
    pub fn next(&mut self) -> Option<Message> {
        if !self.partial.front()?.as_ref()?.is_complete() {
            return None;
        }
        let partial = self.partial.pop_front()??;
        let sequence = self.next;
        self.next = self.next.wrapping_add(1);
        Some(Message::reassembled(partial.kind, &partial.body, sequence))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const MAX: usize = 1000;

    fn fragment(kind: u8, total: usize, sequence: u16, offset: usize, bytes: &[u8]) -> Vec<u8> {
        [&header(HandshakeType(kind), total, sequence, offset, bytes.len())[..], bytes].concat()
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
                while let Some(message) = r.next() {
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
            assert!(r.next().is_none());
        }
        assert!(!r.push(&fragment(11, 10, 0, 5, &body(10)[5..]), MAX).discarded);
        assert_eq!(r.next().unwrap().body(), body(10));
        assert!(r.push(&fragment(3, 19, 151, 0, &[0; 19]), MAX).misnumbered);
    }

    /// A fragment of another message with the same number does not keep the peer's from being put together.
    #[test]
    fn the_last_of_two_messages_counts() {
        for other in [fragment(12, 10, 0, 5, &[0; 5]), fragment(11, 11, 0, 5, &[0; 5])] {
            let mut r = Reassembler::default();
            let whole = fragment(11, 10, 0, 0, &body(10));
            assert!(!r.push(&whole[..12 + 5].to_vec(), MAX).discarded || r.next().is_none());
            r.push(&other, MAX);
            assert!(r.push(&whole, MAX).discarded, "it is counted");
            assert_eq!(r.next().unwrap().body(), body(10));
        }
    }

    #[test]
    fn the_end_of_the_message_before_says_that_the_peer_repeats() {
        let mut r = Reassembler::default();
        r.push(&fragment(1, 0, 0, 0, &[]), MAX);
        r.push(&fragment(2, 4, 1, 0, &[0; 4]), MAX);
        assert!(r.next().is_some() && r.next().is_some());
        let repeated = |r: &mut Reassembler, f: Vec<u8>| r.push(&f, MAX).repeated;
        assert!(!repeated(&mut r, fragment(1, 0, 0, 0, &[])));
        assert!(!repeated(&mut r, fragment(2, 4, 1, 0, &[0; 3])));
        assert!(repeated(&mut r, fragment(2, 4, 1, 1, &[0; 3])));
        assert!(!repeated(&mut r, fragment(3, 4, 2, 0, &[0; 4])));
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
}
