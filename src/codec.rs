//! Reading and writing of TLS's length-prefixed encodings (RFC 8446 section 3).
use crate::abi::GNUTLS_E_UNEXPECTED_PACKET_LENGTH;
use crate::error::{Error, Result};

const SHORT: Error = Error::new(GNUTLS_E_UNEXPECTED_PACKET_LENGTH);

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
    /// All bytes must have been read.
    pub fn finish(&self) -> Result<()> {
        if self.rest.is_empty() { Ok(()) } else { Err(SHORT) }
    }
}

/// Writing: the mirror of [`Reader`], onto a `Vec<u8>`.
pub trait Write {
    fn u8(&mut self, v: u8);
    fn u16(&mut self, v: u16);
    fn u24(&mut self, v: usize);
    fn u32(&mut self, v: u32);
    fn bytes(&mut self, v: &[u8]);
    /// What `body` writes, behind a length of `width` bytes (1, 2 or 3). `body` must not write more
    /// than the width can count.
    fn nested(&mut self, width: usize, body: impl FnOnce(&mut Vec<u8>));
    fn vec8(&mut self, v: &[u8]) {
        self.nested(1, |w| w.extend_from_slice(v));
    }
    fn vec16(&mut self, v: &[u8]) {
        self.nested(2, |w| w.extend_from_slice(v));
    }
    fn vec24(&mut self, v: &[u8]) {
        self.nested(3, |w| w.extend_from_slice(v));
    }
}

impl Write for Vec<u8> {
    fn u8(&mut self, v: u8) {
        self.push(v);
    }
    fn u16(&mut self, v: u16) {
        self.extend_from_slice(&v.to_be_bytes());
    }
    fn u24(&mut self, v: usize) {
        self.extend_from_slice(&(v as u32).to_be_bytes()[1..]);
    }
    fn u32(&mut self, v: u32) {
        self.extend_from_slice(&v.to_be_bytes());
    }
    fn bytes(&mut self, v: &[u8]) {
        self.extend_from_slice(v);
    }
    fn nested(&mut self, width: usize, body: impl FnOnce(&mut Vec<u8>)) {
        let at = self.len();
        self.resize(at + width, 0);
        body(self);
        let len = (self.len() - at - width) as u32;
        debug_assert!(width == 3 || len < 1 << (8 * width));
        self[at..at + width].copy_from_slice(&len.to_be_bytes()[4 - width..]);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nested_lengths_read_back() {
        let mut w = Vec::new();
        w.nested(2, |w| {
            w.vec8(b"ab");
            w.vec24(b"cde");
        });
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
}
