//! Basic encoding rules (X.690): converts them to DER, for files of programs that write indefinite lengths.
use super::der::{self, Write as _};
use crate::abi::*;
use crate::error::{Error, Result};

/// Maximum depth of nested elements.
const MAX_DEPTH: u8 = 32;
const BAD: Error = Error::new(GNUTLS_E_ASN1_DER_ERROR);
const CONSTRUCTED: u8 = 0x20;

/// Rewrites one element: lengths become definite and minimal, constructed OCTET STRINGs primitive. What
/// follows the element is ignored. The content of primitive elements is unchanged, so that an OCTET STRING
/// may still contain BER.
///
/// Each level copies what is below it: the work is at most [`MAX_DEPTH`] times the size of the input.
pub fn to_der(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut out = Vec::new();
    element(&mut &*bytes, &mut out, MAX_DEPTH)?;
    Ok(out)
}

/// The bytes of a constructed OCTET STRING that is already rewritten, such as `[0] IMPLICIT OCTET STRING`,
/// which only its structure shows to be one.
pub fn segments(content: &[u8]) -> Result<Vec<u8>> {
    let mut r = der::Reader::new(content);
    let mut out = Vec::new();
    while !r.is_empty() {
        out.extend_from_slice(r.octet_string()?);
    }
    Ok(out)
}

fn element(rest: &mut &[u8], out: &mut Vec<u8>, depth: u8) -> Result<()> {
    let depth = depth.checked_sub(1).ok_or(BAD)?;
    let tag = take(rest)?;
    let mut tags = vec![tag];
    if tag & 0x1f == 0x1f {
        loop {
            let more = take(rest)?;
            tags.push(more);
            if more & 0x80 == 0 {
                break;
            }
            if tags.len() > 4 {
                return Err(BAD);
            }
        }
    }
    let mut inner = Vec::new();
    match length(rest)? {
        Some(n) => {
            let (mut content, after) = rest.split_at_checked(n).ok_or(BAD)?;
            *rest = after;
            if tag & CONSTRUCTED == 0 {
                inner.extend_from_slice(content);
            } else {
                while !content.is_empty() {
                    element(&mut content, &mut inner, depth)?;
                }
            }
        }
        None if tag & CONSTRUCTED == 0 => return Err(BAD),
        None => {
            while !ended(rest)? {
                element(rest, &mut inner, depth)?;
            }
        }
    }
    if tag == der::OCTET_STRING | CONSTRUCTED {
        out.element(der::OCTET_STRING, &segments(&inner).map_err(|_| BAD)?);
        return Ok(());
    }
    // The element is written with its first tag byte, of which the others are the rest.
    let (last, first) = tags.split_last().ok_or(BAD)?;
    out.extend_from_slice(first);
    out.element(*last, &inner);
    Ok(())
}

/// Whether an element of indefinite length ends here. The octets that end it are consumed.
fn ended(rest: &mut &[u8]) -> Result<bool> {
    if rest.is_empty() {
        return Err(BAD);
    }
    let Some(after) = rest.strip_prefix(&[0, 0]) else { return Ok(false) };
    *rest = after;
    Ok(true)
}

fn take(rest: &mut &[u8]) -> Result<u8> {
    let (first, after) = rest.split_first().ok_or(BAD)?;
    *rest = after;
    Ok(*first)
}

/// A length, `None` if it is indefinite.
fn length(rest: &mut &[u8]) -> Result<Option<usize>> {
    match take(rest)? {
        n @ 0..=0x7f => Ok(Some(n.into())),
        0x80 => Ok(None),
        n => {
            let mut len = 0usize;
            for _ in 0..n & 0x7f {
                len = len.checked_mul(256).ok_or(BAD)? | usize::from(take(rest)?);
            }
            Ok(Some(len))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

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
                Ok(der) => assert_eq!(der, want),
                Err(e) => assert_eq!((e, want), (BAD, &[][..]), "{ber:x?}"),
            }
        }
    }

    #[test]
    fn depth_is_bounded() {
        let nested = |n: usize| [[0x30, 0x80].repeat(n), [0, 0].repeat(n)].concat();
        assert!(to_der(&nested(32)).is_ok());
        assert_eq!(to_der(&nested(33)), Err(BAD));
        assert_eq!(to_der(&[0x30, 0x80].repeat(1 << 19)), Err(BAD));
    }
}
