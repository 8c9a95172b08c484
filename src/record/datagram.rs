//! What DTLS adds to records (RFC 6347 section 4.1): their header has an epoch and a sequence number, and a window
//! of sequence numbers tells replayed records.
use super::{HEADER, MAX_PLAINTEXT};

/// Size of a record header of DTLS: type, version, epoch, sequence number, length.
pub const DATAGRAM_HEADER: usize = 13;
/// The largest datagram that is read: one record with the most content and expansion.
pub const MAX_DATAGRAM: usize = DATAGRAM_HEADER + MAX_PLAINTEXT + 2048;
/// Number of the bits of a sequence number that count the records of an epoch.
const EPOCH_SHIFT: u32 = 48;
/// The highest sequence number within an epoch.
pub const MAX_SEQUENCE: u64 = (1 << EPOCH_SHIFT) - 1;

/// The first sequence number of an epoch. The epoch is its high 16 bits, as in the record header.
pub const fn first_sequence(epoch: u16) -> u64 {
    (epoch as u64) << EPOCH_SHIFT
}

/// The epoch of a sequence number.
pub const fn epoch_of(sequence: u64) -> u16 {
    (sequence >> EPOCH_SHIFT) as u16
}

/// The first epoch of application data in DTLS 1.3 (RFC 9147 section 6.1); KeyUpdates have later ones.
pub const FIRST_APPLICATION: u16 = 3;

/// The header of a record of DTLS.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Header {
    /// The fields that TLS has as well, in its form.
    pub stream: [u8; HEADER],
    /// Epoch and number within the epoch.
    pub sequence: u64,
    pub len: usize,
}

impl Header {
    /// Reads a header; `None` if the bytes are too few, or the version is not one of DTLS.
    pub fn read(bytes: &[u8]) -> Option<Header> {
        let [kind, major, minor, sequence @ .., high, low] = bytes.first_chunk::<DATAGRAM_HEADER>()?;
        let version_known = matches!((major, minor), (0xfe, _) | (0x01, 0x00));
        version_known.then_some(Header {
            stream: [*kind, *major, *minor, *high, *low],
            sequence: u64::from_be_bytes(*sequence),
            len: usize::from(u16::from_be_bytes([*high, *low])),
        })
    }

    /// Writes the header of a record that has this header in TLS.
    pub fn write(stream: [u8; HEADER], sequence: u64, out: &mut Vec<u8>) {
        out.extend_from_slice(&stream[..3]);
        out.extend_from_slice(&sequence.to_be_bytes());
        out.extend_from_slice(&stream[3..]);
    }

    pub fn epoch(&self) -> u16 {
        epoch_of(self.sequence)
    }
}

/// The sequence numbers that were received in an epoch (RFC 6347 section 4.1.2.6): the highest one, and which of the
/// numbers just below it.
#[derive(Default)]
pub struct ReplayWindow {
    /// One more than the highest number.
    end: u64,
    /// Bit `n` is the number `end - 1 - n`.
    received: u64,
}

impl ReplayWindow {
    /// The number after the highest one.
    pub fn next(&self) -> u64 {
        self.end
    }

    /// All numbers before this one were received.
    pub fn from(sequence: u64) -> ReplayWindow {
        ReplayWindow { end: sequence & MAX_SEQUENCE, received: u64::MAX }
    }

    /// Whether a number was received before, or is too old to tell.
    pub fn has(&self, sequence: u64) -> bool {
        let number = sequence & MAX_SEQUENCE;
        match self.end.checked_sub(number + 1) {
            Some(back) => back >= u64::BITS.into() || self.received >> back & 1 != 0,
            None => false,
        }
    }

    /// Adds a number, after the record was authenticated.
    pub fn add(&mut self, sequence: u64) {
        let number = sequence & MAX_SEQUENCE;
        match self.end.checked_sub(number + 1) {
            Some(back) if back < u64::BITS.into() => self.received |= 1 << back,
            Some(_) => {}
            None => {
                let forward = (number + 1 - self.end).min(u64::BITS.into()) as u32;
                self.received = self.received.checked_shl(forward).unwrap_or(0) | 1;
                self.end = number + 1;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_header_is_read_as_it_is_written() {
        let (stream, sequence) = ([22, 0xfe, 0xfd, 1, 2], first_sequence(3) + 4);
        let mut bytes = Vec::new();
        Header::write(stream, sequence, &mut bytes);
        assert_eq!(bytes, [22, 0xfe, 0xfd, 0, 3, 0, 0, 0, 0, 0, 4, 1, 2]);
        let header = Header::read(&bytes).unwrap();
        assert_eq!(header, Header { stream, sequence, len: 258 });
        assert_eq!(header.epoch(), 3);
        assert_eq!(Header::read(&bytes[..12]), None);
        bytes[1] = 3;
        assert_eq!(Header::read(&bytes), None);
    }

    /// Beside a set of all numbers, in an order that jumps back and forth.
    #[test]
    fn the_window_knows_each_of_the_last_numbers() {
        let (mut window, mut all, mut highest) =
            (ReplayWindow::default(), std::collections::HashSet::new(), 0);
        let mut random = 1u64;
        for step in 0..20_000u64 {
            random = random.wrapping_mul(6364136223846793005).wrapping_add(1);
            let number = (step + (random >> 33) % 130).saturating_sub(65);
            let old = highest >= number + 64;
            assert_eq!(window.has(first_sequence(1) + number), all.contains(&number) || old, "{number}");
            if !window.has(number) {
                window.add(number);
                all.insert(number);
                highest = highest.max(number);
            }
        }
        let window_from = ReplayWindow::from(first_sequence(2) + 100);
        assert!(window_from.has(99) && window_from.has(0) && !window_from.has(100));
        window.add(MAX_SEQUENCE);
        assert!(window.has(MAX_SEQUENCE) && !window.has(MAX_SEQUENCE - 1) && window.has(highest));
    }
}
