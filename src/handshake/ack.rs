//! The content of an ACK (RFC 9147 section 7): which records were received.
use crate::abi::*;
use crate::codec::Reader;
use crate::error::{Result, err};
use crate::record::datagram::{MAX_SEQUENCE, epoch_of, first_sequence};

/// Size of a RecordNumber: epoch and sequence number.
const RECORD_NUMBER: usize = 16;

/// How many records `size` bytes of content have room for.
pub fn records_within(size: usize) -> usize {
    size.saturating_sub(2) / RECORD_NUMBER
}

/// Acknowledges records, each a sequence number with its epoch. There are less than 4,096 of them.
pub fn write(records: &[u64]) -> Vec<u8> {
    let mut body = Vec::with_capacity(2 + records.len() * RECORD_NUMBER);
    body.extend_from_slice(&((records.len() * RECORD_NUMBER) as u16).to_be_bytes());
    for record in records {
        body.extend_from_slice(&u64::from(epoch_of(*record)).to_be_bytes());
        body.extend_from_slice(&(record & MAX_SEQUENCE).to_be_bytes());
    }
    body
}

/// The sequence numbers that an ACK has, each with its epoch. Those that no record can have are left out. Fails with
/// `GNUTLS_E_UNEXPECTED_PACKET_LENGTH` if it has not the form of one.
pub fn read(body: &[u8]) -> Result<Vec<u64>> {
    let mut r = Reader::new(body);
    let list = r.vec16()?;
    r.finish()?;
    if list.len() % RECORD_NUMBER != 0 {
        return err(GNUTLS_E_UNEXPECTED_PACKET_LENGTH);
    }
    let number = |bytes: &[u8]| bytes.iter().fold(0, |n, b| n << 8 | u64::from(*b));
    let numbers = list.chunks_exact(RECORD_NUMBER).map(|record| (number(&record[..8]), number(&record[8..])));
    let possible = numbers.filter(|(epoch, sequence)| *epoch <= u16::MAX.into() && *sequence <= MAX_SEQUENCE);
    Ok(possible.map(|(epoch, sequence)| first_sequence(epoch as u16) | sequence).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_ack_is_read_as_it_is_written() {
        let records = [first_sequence(2) + 7, first_sequence(u16::MAX) + MAX_SEQUENCE];
        let body = write(&records);
        assert_eq!(body[..18], [0, 32, 0, 0, 0, 0, 0, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 7]);
        assert_eq!(read(&body), Ok(records.to_vec()));
        assert_eq!(
            (records_within(body.len()), records_within(body.len() - 1), records_within(1)),
            (2, 1, 0)
        );
        for cut in 0..body.len() {
            assert!(read(&body[..cut]).is_err(), "{cut}");
        }
        assert!(read(&[0, 3, 1, 2, 3]).is_err());
        assert_eq!(read(&[0, 0]), Ok(Vec::new()));
        // An epoch that no record can have.
        let other = [&[0, 16, 0, 0, 0, 0, 0, 1, 0, 2][..], &[0; 8]].concat();
        assert_eq!(read(&other), Ok(Vec::new()));
    }
}
