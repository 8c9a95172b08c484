#![no_main]
use std::collections::BTreeMap;

use gnutls_rs::handshake::fragments::{MAX_AHEAD, MAX_PARTS, Outcome, Reassembler};
use gnutls_rs::handshake::messages::{HandshakeType, fragment_header};
use libfuzzer_sys::fuzz_target;

const MAX: usize = 600;

/// A message of which each byte was received or not.
struct Slot {
    kind: u8,
    total: usize,
    bytes: Vec<Option<u8>>,
}

impl Slot {
    /// The number of parts with a gap between them.
    fn parts(&self) -> usize {
        let begins = |i: usize| self.bytes[i].is_some() && (i == 0 || self.bytes[i - 1].is_none());
        (0..self.bytes.len()).filter(|i| begins(*i)).count()
    }

    /// One more than the last byte that was received.
    fn end(&self) -> usize {
        self.bytes.iter().rposition(Option::is_some).map_or(0, |i| i + 1)
    }
}

/// What the reassembler does, a byte at a time.
#[derive(Default)]
struct Model {
    next: u16,
    slots: BTreeMap<u16, Slot>,
}

impl Model {
    fn push(&mut self, record: &[u8]) -> Outcome {
        let (mut outcome, mut rest) = (Outcome::default(), record);
        while !rest.is_empty() {
            match self.fragment(&mut rest) {
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

    fn fragment(&mut self, rest: &mut &[u8]) -> Option<bool> {
        let (header, body) = rest.split_at_checked(12)?;
        let number = |range: std::ops::Range<usize>| {
            header[range].iter().fold(0usize, |sum, byte| sum << 8 | usize::from(*byte))
        };
        let (total, sequence, offset, len) = (number(1..4), number(4..6) as u16, number(6..9), number(9..12));
        let (bytes, after) = body.split_at_checked(len)?;
        *rest = after;
        if total > MAX || offset + len > total || (len == 0 && total > 0) {
            return None;
        }
        if sequence < self.next {
            return Some(sequence + 1 == self.next && offset + len == total);
        }
        let ahead: usize = self.slots.iter().filter(|(n, _)| **n > self.next).map(|(_, s)| s.end()).sum();
        if sequence - self.next >= MAX_AHEAD as u16 || (sequence > self.next && ahead + total > MAX) {
            return None;
        }
        let differs = self.slots.get(&sequence).is_some_and(|s| s.kind != header[0] || s.total != total);
        if differs {
            self.slots.remove(&sequence);
        }
        let new = || Slot { kind: header[0], total, bytes: vec![None; total] };
        let slot = self.slots.entry(sequence).or_insert_with(new);
        let before = slot.bytes.clone();
        bytes.iter().zip(&mut slot.bytes[offset..]).for_each(|(byte, place)| *place = Some(*byte));
        if slot.parts() > MAX_PARTS {
            slot.bytes = before;
            return None;
        }
        (!differs).then_some(false)
    }

    fn next_message(&mut self) -> Option<(u8, Vec<u8>)> {
        let body: Vec<u8> = self.slots.get(&self.next)?.bytes.iter().copied().collect::<Option<_>>()?;
        let slot = self.slots.remove(&self.next)?;
        self.next = self.next.wrapping_add(1);
        Some((slot.kind, body))
    }
}

/// Takes fragments from the input: of few messages, so that they meet.
fn record(input: &mut &[u8]) -> Option<Vec<u8>> {
    let (&[choice, numbers, at, length], rest) = input.split_first_chunk()?;
    if choice & 0xc0 == 0xc0 {
        let (raw, rest) = rest.split_at(usize::from(length).min(rest.len()));
        *input = rest;
        return Some(raw.to_vec());
    }
    let kind = [11, 11, 2, 3][usize::from(choice & 3)];
    let total = [40, 40, 0, 1, 300, MAX, MAX + 1, 0xff_ffff][usize::from(choice >> 2 & 7)];
    let scale = if total > 255 { 3 } else { 1 };
    let offset = usize::from(at) * scale;
    let len = usize::from(length) % 64;
    // Most of them fit.
    let len = if length < 192 { len.min(total.saturating_sub(offset)) } else { len };
    let (bytes, rest) = rest.split_at(len.min(rest.len()));
    *input = rest;
    let header = fragment_header(HandshakeType(kind), total, (numbers % 20).into(), offset, bytes.len());
    Some([&header[..], bytes].concat())
}

fuzz_target!(|data: &[u8]| {
    let (mut tested, mut model, mut input) = (Reassembler::default(), Model::default(), data);
    while let Some(one) = record(&mut input) {
        // Now and then two fragments share a record.
        let two = match one.last() {
            Some(byte) if byte % 8 == 1 => record(&mut input).unwrap_or_default(),
            _ => Vec::new(),
        };
        let bytes = [one, two].concat();
        assert_eq!(tested.push(&bytes, MAX), model.push(&bytes));
        loop {
            let (got, want) = (tested.next_message(), model.next_message());
            assert_eq!(got.as_ref().map(|m| (m.kind().0, m.body().to_vec())), want);
            assert_eq!(tested.expected(), model.next);
            if got.is_none() {
                break;
            }
        }
    }
});
