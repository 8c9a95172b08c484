//! Basic encoding rules (X.690 section 8), as far as files use them: lengths that are indefinite or longer than
//! necessary, and OCTET STRINGs in segments.
//!
//! Like [`der::Reader`], the reader does not recurse: the end of an element is found in one pass over it.
//! [`to_der`] rewrites an element, for readers of DER.
use std::borrow::Cow;

use zeroize::Zeroizing;

use super::der::{self, Write as _};
use crate::abi::*;
use crate::error::{Error, Result};
use crate::memory;

const BER: Error = Error::new(GNUTLS_E_ASN1_DER_ERROR);
const TAG: Error = Error::new(GNUTLS_E_ASN1_TAG_ERROR);

/// An OCTET STRING in segments.
pub const SEGMENTED: u8 = der::OCTET_STRING | CONSTRUCTED;
const CONSTRUCTED: u8 = 0x20;
const END_OF_CONTENTS: [u8; 2] = [0, 0];

/// How deep the segments of an OCTET STRING are nested at most.
const MAX_SEGMENT_DEPTH: usize = 8;
/// How deep the elements are nested at most that [`to_der`] rewrites.
const MAX_DEPTH: usize = 32;

/// One element: the first byte of its tag, its content, and its full encoding. It is no [`der::Element`], so that what is
/// in it is read by the same rules.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Element<'a> {
    pub tag: u8,
    pub value: &'a [u8],
    pub raw: &'a [u8],
}

impl<'a> Element<'a> {
    pub fn open(&self) -> Reader<'a> {
        Reader::new(self.value)
    }

    /// All bytes of the tag.
    fn tag_bytes(&self) -> &'a [u8] {
        let more = if self.tag & 0x1f == 0x1f {
            self.raw.iter().skip(1).take_while(|b| **b & 0x80 != 0).count() + 1
        } else {
            0
        };
        self.raw.get(..=more).unwrap_or_default()
    }
}

/// A cursor over a sequence of elements.
#[derive(Clone, Copy, Debug)]
pub struct Reader<'a> {
    rest: &'a [u8],
}

/// Tag and length of an element, and the bytes after them. The length is `None` if it is indefinite.
fn header(bytes: &[u8]) -> Result<(u8, Option<usize>, &[u8])> {
    let (&tag, mut after) = bytes.split_first().ok_or(BER)?;
    if tag & 0x1f == 0x1f {
        let more = after.iter().take(4).position(|b| b & 0x80 == 0).ok_or(BER)? + 1;
        after = &after[more..];
    }
    let (&first, after) = after.split_first().ok_or(BER)?;
    match usize::from(first & 0x7f) {
        n if first < 0x80 => Ok((tag, Some(n), after)),
        0 if tag & CONSTRUCTED != 0 => Ok((tag, None, after)),
        n @ 1..=8 if n <= after.len() => {
            let (digits, after) = after.split_at(n);
            let fits = digits.iter().rev().skip(4).all(|d| *d == 0);
            let len = digits.iter().rev().take(4).rev().fold(0usize, |len, d| len << 8 | usize::from(*d));
            if fits { Ok((tag, Some(len), after)) } else { Err(BER) }
        }
        _ => Err(BER),
    }
}

/// The size of the content of indefinite length at the beginning of `bytes`, without its end marker.
fn indefinite(bytes: &[u8]) -> Result<usize> {
    let (mut rest, mut open) = (bytes, 1usize);
    loop {
        if rest.starts_with(&END_OF_CONTENTS) {
            open -= 1;
            if open == 0 {
                return Ok(bytes.len() - rest.len());
            }
            rest = &rest[END_OF_CONTENTS.len()..];
            continue;
        }
        let (_, len, after) = header(rest)?;
        rest = match len {
            Some(n) => after.get(n..).ok_or(BER)?,
            None => {
                open += 1;
                after
            }
        };
    }
}

impl<'a> Reader<'a> {
    pub fn new(bytes: &'a [u8]) -> Self {
        Reader { rest: bytes }
    }

    pub fn is_empty(&self) -> bool {
        self.rest.is_empty()
    }

    /// The tag of the next element, `None` at the end.
    pub fn peek(&self) -> Option<u8> {
        self.rest.first().copied()
    }

    /// The next element, with any tag.
    pub fn any(&mut self) -> Result<Element<'a>> {
        let (tag, len, after) = header(self.rest)?;
        let (len, end) = match len {
            Some(n) => (n, 0),
            None => (indefinite(after).map_err(|_| TAG)?, END_OF_CONTENTS.len()),
        };
        let value = after.get(..len).ok_or(BER)?;
        let whole = self.rest.len() - after.len() + len + end;
        let (raw, rest) = self.rest.split_at_checked(whole).ok_or(BER)?;
        self.rest = rest;
        Ok(Element { tag, value, raw })
    }

    /// The next element, which must have this tag.
    pub fn expect(&mut self, tag: u8) -> Result<Element<'a>> {
        match self.peek() {
            Some(t) if t == tag => self.any(),
            _ => Err(TAG),
        }
    }

    /// The next element if it has this tag.
    pub fn optional(&mut self, tag: u8) -> Result<Option<Element<'a>>> {
        if self.peek() == Some(tag) { self.any().map(Some) } else { Ok(None) }
    }

    pub fn sequence(&mut self) -> Result<Reader<'a>> {
        Ok(self.expect(der::SEQUENCE)?.open())
    }

    /// The content of an OBJECT IDENTIFIER.
    pub fn oid(&mut self) -> Result<&'a [u8]> {
        Ok(self.expect(der::OID)?.value)
    }

    /// The content of an OCTET STRING, whose segments are put together.
    pub fn octet_string(&mut self, tag: u8) -> Result<Cow<'a, [u8]>> {
        match self.peek() {
            Some(t) if t == tag => Ok(Cow::Borrowed(self.any()?.value)),
            Some(t) if t == tag | CONSTRUCTED => {
                let mut out = Vec::new();
                join(&self.any()?, &mut out)?;
                Ok(Cow::Owned(out))
            }
            _ => Err(TAG),
        }
    }

    /// Fails if unread bytes remain.
    pub fn finish(&self) -> Result<()> {
        if self.rest.is_empty() { Ok(()) } else { Err(BER) }
    }
}

/// Appends the segments of a constructed OCTET STRING (X.690 section 8.7.3).
fn join(string: &Element<'_>, out: &mut Vec<u8>) -> Result<()> {
    let mut open = vec![string.open()];
    while let (depth, Some(last)) = (open.len(), open.last_mut()) {
        match last.peek() {
            None => {
                open.pop();
            }
            Some(der::OCTET_STRING) => out.extend_from_slice(last.any()?.value),
            Some(SEGMENTED) if depth < MAX_SEGMENT_DEPTH => {
                let inner = last.any()?.open();
                open.push(inner);
            }
            _ => return Err(BER),
        }
    }
    Ok(())
}

/// Reads `bytes` as exactly one element.
pub fn whole(bytes: &[u8]) -> Result<Element<'_>> {
    let mut r = Reader::new(bytes);
    let element = r.any()?;
    r.finish()?;
    Ok(element)
}

/// Rewrites one element: lengths become definite and minimal, constructed OCTET STRINGs primitive. What follows
/// the element is ignored. The content of primitive elements is unchanged, so that an OCTET STRING may still
/// contain BER.
///
/// Each level moves what is below it: the work is at most [`MAX_DEPTH`] times the size of the input. The content
/// may be secret: it is copied once, into memory that is wiped.
pub fn to_der(bytes: &[u8]) -> Result<Zeroizing<Vec<u8>>> {
    let mut out = Zeroizing::new(Vec::new());
    let capacity = bytes.len().saturating_add(growth(bytes.len()));
    memory::reserve(&mut out, capacity)?;
    let element = Reader::new(bytes).any().map_err(|_| BER)?;
    rewrite(&element, &mut out, MAX_DEPTH)?;
    // Memory that was left behind would not be wiped.
    debug_assert!(out.len() <= capacity);
    Ok(out)
}

/// How many bytes more than BER of `n` bytes its DER may have: an indefinite length and its end take three bytes,
/// a definite one up to five, but only of contents of 64 KiB and more, of which few are on a level.
fn growth(n: usize) -> usize {
    (n >> 16).saturating_mul(2 * MAX_DEPTH)
}

fn rewrite(e: &Element<'_>, out: &mut Vec<u8>, depth: usize) -> Result<()> {
    let depth = depth.checked_sub(1).ok_or(BER)?;
    // The header is written with the first byte of the tag, of which the others are the rest.
    let (&last, first) = e.tag_bytes().split_last().ok_or(BER)?;
    out.extend_from_slice(first);
    if e.tag & CONSTRUCTED == 0 {
        out.element(last, e.value);
        return Ok(());
    }
    let start = out.len();
    let tag = if e.tag == SEGMENTED {
        join(e, out).map_err(|_| BER)?;
        der::OCTET_STRING
    } else {
        let mut inner = e.open();
        while !inner.is_empty() {
            rewrite(&inner.any().map_err(|_| BER)?, out, depth)?;
        }
        last
    };
    let end = out.len();
    out.header(tag, end - start);
    let header = out.len() - end;
    out[start..].rotate_right(header);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths() {
        for (bytes, value) in [
            (&[4, 1, 7][..], Some(&[7][..])),
            (&[4, 0x81, 1, 7], Some(&[7])),
            (&[4, 0x84, 0, 0, 0, 1, 7], Some(&[7])),
            (&[4, 0x88, 0, 0, 0, 0, 0, 0, 0, 1, 7], Some(&[7])),
            (&[0x24, 0x80, 4, 1, 7, 0, 0], Some(&[4, 1, 7])),
            (&[0x24, 0x80, 0x24, 0x80, 4, 1, 0, 0, 0, 0, 0], Some(&[0x24, 0x80, 4, 1, 0, 0, 0])),
            (&[0x24, 0x80, 0, 0], Some(&[])),
            (&[0x1f, 0x81, 1, 1, 9], Some(&[9])),
            // Primitive elements have a length, and every element ends within the input.
            (&[4, 0x80, 7, 0, 0], None),
            (&[0x24, 0x80, 4, 1, 7], None),
            (&[0x24, 0x80, 4, 1, 7, 0], None),
            (&[4, 2, 7], None),
            (&[4, 0x85, 1, 0, 0, 0, 1, 7], None),
            (&[4, 0xff, 1], None),
            (&[4], None),
            (&[], None),
        ] {
            let read = whole(bytes).ok();
            assert_eq!(read.map(|e| e.value), value, "{bytes:02x?}");
            assert!(read.is_none_or(|e| e.raw == bytes));
        }
        assert!(whole(&[4, 1, 7, 0]).is_err());
    }

    #[test]
    fn segments_are_put_together() {
        let text = |bytes: &[u8]| {
            Reader::new(bytes).octet_string(der::OCTET_STRING).map(Cow::into_owned).map_err(|e| e.code())
        };
        assert_eq!(text(&[4, 2, 1, 2]), Ok(vec![1, 2]));
        assert_eq!(text(&[0x24, 6, 4, 1, 1, 4, 1, 2]), Ok(vec![1, 2]));
        assert_eq!(text(&[0x24, 0x80, 0x24, 3, 4, 1, 1, 4, 1, 2, 0, 0]), Ok(vec![1, 2]));
        assert_eq!(text(&[0x24, 3, 2, 1, 1]), Err(GNUTLS_E_ASN1_DER_ERROR));
        assert_eq!(text(&[2, 1, 1]), Err(GNUTLS_E_ASN1_TAG_ERROR));
    }

    // A string that opens a segment in each two bytes takes one pass and no stack.
    #[test]
    fn deep_segments_are_refused() {
        let bytes = [0x24, 0x80].repeat(1 << 19);
        assert!(whole(&bytes).is_err());
        let mut closed = [0x24, 0x80].repeat(1 << 18);
        closed.extend_from_slice(&vec![0; 1 << 19]);
        assert!(whole(&closed).is_ok());
        assert!(Reader::new(&closed).octet_string(der::OCTET_STRING).is_err());
    }

    #[test]
    fn ber_becomes_der() {
        for (ber, want) in [
            (&[0x30, 0x80, 2, 1, 5, 0, 0][..], &[0x30, 3, 2, 1, 5][..]),
            (&[0x30, 0x82, 0, 3, 2, 0x81, 1, 5][..4], &[][..]),
            (&[0x30, 0x82, 0, 4, 2, 0x81, 1, 5], &[0x30, 3, 2, 1, 5]),
            (&[0x24, 0x80, 4, 1, 1, 0x24, 4, 4, 2, 2, 3, 0, 0], &[4, 3, 1, 2, 3]),
            (&[0xbf, 0x81, 1, 0x80, 5, 0, 0, 0], &[0xbf, 0x81, 1, 2, 5, 0]),
            (&[0x30, 0x80, 2, 1, 5], &[]),
            (&[0x04, 0x80, 0, 0], &[]),
            (&[0x30, 3, 2, 2, 5], &[]),
            (&[0x24, 3, 2, 1, 5], &[]),
            (&[], &[]),
        ] {
            match to_der(ber) {
                Ok(der) => assert_eq!(*der, want),
                Err(e) => assert_eq!((e, want), (BER, &[][..]), "{ber:x?}"),
            }
        }
    }

    #[test]
    fn depth_is_bounded() {
        let nested = |n: usize| [[0x30, 0x80].repeat(n), [0, 0].repeat(n)].concat();
        assert!(to_der(&nested(32)).is_ok());
        assert_eq!(to_der(&nested(33)).map(drop), Err(BER));
        assert_eq!(to_der(&[0x30, 0x80].repeat(1 << 19)).map(drop), Err(BER));
    }

    // Nothing is left behind by memory that grows.
    #[test]
    fn there_is_room_for_longer_lengths() {
        let content = [&[4, 0x83, 0x10, 0, 0][..], &vec![7; 0x10_0000]].concat();
        let mut nested = content.clone();
        for _ in 1..MAX_DEPTH {
            nested = [&[0x30, 0x80][..], &nested, &[0, 0]].concat();
        }
        let der = to_der(&nested).unwrap();
        assert!(der.len() > nested.len() && der.len() <= nested.len() + growth(nested.len()));
        assert!(der.ends_with(&content));
    }
}
