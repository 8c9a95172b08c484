//! The header of protected records of DTLS 1.3 (RFC 9147 section 4): the connection ID that the receiver has asked for, of the
//! epoch the lowest two bits, and of the sequence number the lowest byte or two, hidden by a mask.
use core::ops::{Deref, Range};

use super::datagram::{MAX_SEQUENCE, epoch_of};

/// Size of the header of the records that we send without the connection ID: with a sequence number of two bytes and a length.
pub const UNIFIED_HEADER: usize = 5;
/// The most bytes of a connection ID (RFC 9146 section 3).
pub const MAX_CONNECTION_ID: usize = 255;
/// The bits of the first byte.
const FIXED: u8 = 0b0010_0000;
const FIXED_BITS: u8 = 0b1110_0000;
const CONNECTION_ID: u8 = 0b0001_0000;
const LONG_NUMBER: u8 = 0b0000_1000;
const LENGTH: u8 = 0b0000_0100;
const EPOCH: u8 = 0b0000_0011;

/// Whether a byte is the first of a unified header.
pub const fn is_unified(first: u8) -> bool {
    first & FIXED_BITS == FIXED
}

/// Size of the header of a record that we have sealed. Its first byte says whether it has the connection ID.
pub const fn header_size(first: u8, connection_id: usize) -> usize {
    UNIFIED_HEADER + if first & CONNECTION_ID != 0 { connection_id } else { 0 }
}

/// The header of a record that we send.
pub struct Header {
    bytes: [u8; UNIFIED_HEADER + MAX_CONNECTION_ID],
    size: usize,
}

impl Header {
    /// `connection_id` is the peer's, empty if it has asked for none; it has at most [`MAX_CONNECTION_ID`] bytes.
    pub fn new(sequence: u64, connection_id: &[u8], payload: usize) -> Header {
        let mut header = Header { bytes: [0; _], size: UNIFIED_HEADER + connection_id.len() };
        let id = if connection_id.is_empty() { 0 } else { CONNECTION_ID };
        let (number, len) = ((sequence as u16).to_be_bytes(), (payload as u16).to_be_bytes());
        header.bytes[0] = FIXED | id | LONG_NUMBER | LENGTH | (epoch_of(sequence) as u8 & EPOCH);
        let (id, rest) = header.bytes[1..header.size].split_at_mut(connection_id.len());
        id.copy_from_slice(connection_id);
        rest[..2].copy_from_slice(&number);
        rest[2..].copy_from_slice(&len);
        header
    }

    /// Where the part of the sequence number is.
    pub fn number(&self) -> Range<usize> {
        self.size - 4..self.size - 2
    }
}

impl Deref for Header {
    type Target = [u8];
    fn deref(&self) -> &[u8] {
        &self.bytes[..self.size]
    }
}

/// Where the parts of a received record are, from its first byte on.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Unified {
    first: u8,
    /// The masked part of the sequence number.
    pub number: Range<usize>,
    pub payload: Range<usize>,
}

impl Unified {
    /// Reads a header; `None` if the bytes are too few for it and its payload, or if it has a connection ID: we never ask for
    /// one, and where none is negotiated the record must be rejected (section 9). Without a length the record goes on to the end.
    pub fn read(bytes: &[u8]) -> Option<Unified> {
        let first = *bytes.first()?;
        if !is_unified(first) || first & CONNECTION_ID != 0 {
            return None;
        }
        let number = 1..if first & LONG_NUMBER != 0 { 3 } else { 2 };
        let (start, len) = match first & LENGTH {
            0 => (number.end, bytes.len().checked_sub(number.end)?),
            _ => {
                let len = bytes.get(number.end..number.end + 2)?;
                (number.end + 2, usize::from(u16::from_be_bytes([len[0], len[1]])))
            }
        };
        let payload = start..start + len;
        (payload.end <= bytes.len()).then_some(Unified { first, number, payload })
    }

    /// Whether the record can be one of this epoch.
    pub fn may_be_of(&self, epoch: u16) -> bool {
        (self.first ^ epoch as u8) & EPOCH == 0
    }

    /// The sequence number whose end is `bytes`: of those that it can be, the one next to `expected` (section 4.2.2).
    pub fn sequence(expected: u64, bytes: &[u8]) -> u64 {
        let end = bytes.iter().fold(0, |n, b| n << 8 | u64::from(*b));
        let span = 1 << (8 * bytes.len());
        let number = expected & MAX_SEQUENCE;
        let same = number - number % span + end;
        let (below, above) = (same.checked_sub(span), Some(same + span).filter(|n| *n <= MAX_SEQUENCE));
        let all = [Some(same), below, above].into_iter().flatten();
        (expected & !MAX_SEQUENCE) | all.min_by_key(|n| n.abs_diff(number)).unwrap_or(same)
    }
}

#[cfg(test)]
mod tests {
    use super::super::datagram::first_sequence;
    use super::*;

    #[test]
    fn a_header_is_read_as_it_is_written() {
        let bytes = [&Header::new(first_sequence(7) + 0x10203, &[], 3)[..], b"abcd"].concat();
        assert_eq!(bytes[..5], [0b0010_1111, 2, 3, 0, 3]);
        let unified = Unified::read(&bytes).unwrap();
        assert_eq!((unified.number.clone(), unified.payload.clone()), (1..3, 5..8));
        assert!(unified.may_be_of(3) && unified.may_be_of(7) && !unified.may_be_of(2));
        for cut in 0..8 {
            assert_eq!(Unified::read(&bytes[..cut]), None, "{cut}");
        }
        // Without a length, and with a number of one byte.
        let short = Unified::read(&[0b0010_0010, 9, 1, 2, 3]).unwrap();
        assert_eq!((short.number, short.payload), (1..2, 2..5));
        for other in [&[0b0011_0010, 9, 1, 2, 3][..], &[22, 0xfe, 0xfd], &[0b0100_0000; 9], &[]] {
            assert_eq!(Unified::read(other), None);
        }
    }

    /// RFC 9147 figure 3: the first byte is 001CSLEE, and the connection ID stands before the sequence number.
    #[test]
    fn a_connection_id_follows_the_first_byte() {
        let header = Header::new(first_sequence(3) + 0x10203, b"peer", 0x405);
        assert_eq!(header[..], [0b0011_1111, b'p', b'e', b'e', b'r', 2, 3, 4, 5]);
        assert_eq!((header.number(), header_size(header[0], 4)), (5..7, 9));
        assert_eq!(header_size(0b0010_1111, 4), UNIFIED_HEADER);
        let longest = Header::new(first_sequence(2), &[7; MAX_CONNECTION_ID], 1);
        assert_eq!((longest.len(), longest[0], longest.number()), (260, 0b0011_1110, 256..258));
        // We have asked for none.
        assert_eq!(Unified::read(&[&header[..], &[0; 0x405]].concat()), None);
    }

    /// RFC 9147 section 4.2.2: the number closest to the expected one.
    #[test]
    fn a_number_is_completed() {
        let of = |expected: u64, bytes: &[u8]| Unified::sequence(first_sequence(3) + expected, bytes);
        for (expected, bytes, number) in [
            (0, &[5][..], 5),
            (0, &[255], 255),
            (256, &[255], 255),
            (200, &[0], 256),
            (300, &[0xc0], 0xc0),
            (0x12345, &[0x23, 0x44], 0x12344),
            (0x1ffff, &[0, 1], 0x20001),
            (0x20001, &[0xff, 0xff], 0x1ffff),
            (MAX_SEQUENCE, &[0xff, 0xfe], MAX_SEQUENCE - 1),
            (MAX_SEQUENCE, &[0, 0], MAX_SEQUENCE & !0xffff),
        ] {
            assert_eq!(of(expected, bytes), first_sequence(3) + number, "{expected:x} {bytes:x?}");
        }
    }
}
