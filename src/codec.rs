//! Reading and writing of TLS's length-prefixed encodings (RFC 8446 section 3).
pub mod srp_base64;

use crate::abi::*;
use crate::error::{Error, Result, err};

const SHORT: Error = Error::new(GNUTLS_E_UNEXPECTED_PACKET_LENGTH);
const LONG: Error = Error::new(GNUTLS_E_HANDSHAKE_TOO_LARGE);

/// A cursor over received bytes. It never reads past its end; every failure is
/// `GNUTLS_E_UNEXPECTED_PACKET_LENGTH`.
#[derive(Clone, Copy, Debug)]
pub struct Reader<'a> {
    rest: &'a [u8],
}

impl<'a> Reader<'a> {
    pub fn new(bytes: &'a [u8]) -> Self {
        Reader { rest: bytes }
    }
    pub fn is_empty(&self) -> bool {
        self.rest.is_empty()
    }
    pub fn len(&self) -> usize {
        self.rest.len()
    }
    pub fn take(&mut self, n: usize) -> Result<&'a [u8]> {
        let (head, tail) = self.rest.split_at_checked(n).ok_or(SHORT)?;
        self.rest = tail;
        Ok(head)
    }
    pub fn rest(&mut self) -> &'a [u8] {
        core::mem::take(&mut self.rest)
    }
    pub fn array<const N: usize>(&mut self) -> Result<[u8; N]> {
        let (head, tail) = self.rest.split_first_chunk::<N>().ok_or(SHORT)?;
        self.rest = tail;
        Ok(*head)
    }
    pub fn u8(&mut self) -> Result<u8> {
        Ok(self.array::<1>()?[0])
    }
    pub fn u16(&mut self) -> Result<u16> {
        Ok(u16::from_be_bytes(self.array()?))
    }
    pub fn u24(&mut self) -> Result<usize> {
        let [a, b, c] = self.array()?;
        Ok(usize::from(a) << 16 | usize::from(b) << 8 | usize::from(c))
    }
    pub fn u32(&mut self) -> Result<u32> {
        Ok(u32::from_be_bytes(self.array()?))
    }
    pub fn u64(&mut self) -> Result<u64> {
        Ok(u64::from_be_bytes(self.array()?))
    }
    /// A vector with a one-byte length.
    pub fn vec8(&mut self) -> Result<&'a [u8]> {
        let n = self.u8()?;
        self.take(n.into())
    }
    /// A vector with a two-byte length.
    pub fn vec16(&mut self) -> Result<&'a [u8]> {
        let n = self.u16()?;
        self.take(n.into())
    }
    /// A vector with a three-byte length.
    pub fn vec24(&mut self) -> Result<&'a [u8]> {
        let n = self.u24()?;
        self.take(n)
    }
    /// Fails if unread bytes remain.
    pub fn finish(&self) -> Result<()> {
        if self.rest.is_empty() { Ok(()) } else { Err(SHORT) }
    }
}

/// The counterpart of [`Reader`]. A vector that is too long for its length field is never truncated: instead,
/// [`Writer::finish`] fails.
#[derive(Default)]
pub struct Writer {
    bytes: Vec<u8>,
    overflow: bool,
}

impl Writer {
    pub fn new() -> Self {
        Writer::default()
    }

    /// Returns the encoding, or `GNUTLS_E_HANDSHAKE_TOO_LARGE` if a vector is too long for its length field.
    pub fn finish(self) -> Result<Vec<u8>> {
        if self.overflow { Err(LONG) } else { Ok(self.bytes) }
    }

    /// Number of bytes written so far.
    pub fn len(&self) -> usize {
        self.bytes.len()
    }

    pub fn is_empty(&self) -> bool {
        self.bytes.is_empty()
    }

    pub fn u8(&mut self, v: u8) {
        self.bytes.push(v);
    }
    pub fn u16(&mut self, v: u16) {
        self.bytes(&v.to_be_bytes());
    }
    pub fn u64(&mut self, v: u64) {
        self.bytes(&v.to_be_bytes());
    }
    pub fn bytes(&mut self, v: &[u8]) {
        self.bytes.extend_from_slice(v);
    }
    /// Appends the contents of another writer, including its error state.
    pub fn append(&mut self, other: &Writer) {
        self.bytes(&other.bytes);
        self.overflow |= other.overflow;
    }
    /// Writes a length field of `width` bytes (1, 2 or 3) followed by what `body` writes.
    pub fn nested(&mut self, width: usize, body: impl FnOnce(&mut Writer)) {
        let at = self.bytes.len();
        self.bytes.resize(at + width, 0);
        body(self);
        let len = self.bytes.len() - at - width;
        self.overflow |= len >> (8 * width) != 0;
        let len = (len as u64).to_be_bytes();
        self.bytes[at..at + width].copy_from_slice(&len[8 - width..]);
    }
    pub fn vec8(&mut self, v: &[u8]) {
        self.nested(1, |w| w.bytes(v));
    }
    pub fn vec16(&mut self, v: &[u8]) {
        self.nested(2, |w| w.bytes(v));
    }
    pub fn vec24(&mut self, v: &[u8]) {
        self.nested(3, |w| w.bytes(v));
    }
}

/// The value of a hexadecimal digit.
pub fn digit(c: u8) -> Option<u8> {
    char::from(c).to_digit(16).map(|d| d as u8)
}

/// Writes pairs of hexadecimal digits.
pub fn hex(bytes: &[u8]) -> Vec<u8> {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    bytes.iter().flat_map(|b| [DIGITS[usize::from(b >> 4)], DIGITS[usize::from(b & 15)]]).collect()
}

/// Reads pairs of hexadecimal digits. Fails with `GNUTLS_E_PARSING_ERROR` for anything else.
pub fn unhex(text: &[u8]) -> Result<Vec<u8>> {
    let pairs = text.chunks_exact(2);
    let odd = !pairs.remainder().is_empty();
    let bytes: Option<Vec<u8>> = pairs.map(|p| Some(digit(p[0])? << 4 | digit(p[1])?)).collect();
    match bytes {
        Some(bytes) if !odd => Ok(bytes),
        _ => err(GNUTLS_E_PARSING_ERROR),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nested_lengths_read_back() {
        let mut w = Writer::new();
        w.nested(2, |w| {
            w.vec8(b"ab");
            w.vec24(b"cde");
        });
        let w = w.finish().unwrap();
        assert_eq!(w, [0, 9, 2, b'a', b'b', 0, 0, 3, b'c', b'd', b'e']);
        let mut r = Reader::new(&w);
        let mut inner = Reader::new(r.vec16().unwrap());
        assert_eq!(inner.vec8().unwrap(), b"ab");
        assert_eq!(inner.vec24().unwrap(), b"cde");
        inner.finish().unwrap();
        r.finish().unwrap();
    }

    #[test]
    fn short_input_is_an_error_and_consumes_nothing_more() {
        let mut r = Reader::new(&[5, 1, 2]);
        assert_eq!(r.vec8().unwrap_err().code(), GNUTLS_E_UNEXPECTED_PACKET_LENGTH);
        assert_eq!(Reader::new(&[1]).u16().unwrap_err(), SHORT);
        assert_eq!(Reader::new(&[1]).finish().unwrap_err(), SHORT);
    }
    #[test]
    fn a_length_that_does_not_fit_is_an_error_at_every_width() {
        for (width, most) in [(1, 0xff), (2, 0xffff), (3, 0xff_ffff)] {
            let write = |n: usize| {
                let mut w = Writer::new();
                w.nested(width, |w| w.bytes(&vec![0; n]));
                w.finish()
            };
            assert_eq!(write(most).unwrap().len(), width + most);
            assert_eq!(write(most + 1).unwrap_err().code(), GNUTLS_E_HANDSHAKE_TOO_LARGE);
        }
        // Each part fits, and the whole does not.
        let mut w = Writer::new();
        w.nested(2, |w| (0..2).for_each(|_| w.vec16(&[0; 40000])));
        assert_eq!(w.finish().unwrap_err(), LONG);
    }
}
