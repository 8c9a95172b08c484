//! Base64 (RFC 4648) and textual encodings (RFC 7468), as lenient as GnuTLS and with its error codes.
use memchr::{memchr, memmem};
use zeroize::Zeroizing;

use crate::abi::*;
use crate::error::{Error, Result, err};
use crate::memory;

const BAD: Error = Error::new(GNUTLS_E_BASE64_DECODING_ERROR);
const NO_HEADER: Error = Error::new(GNUTLS_E_BASE64_UNEXPECTED_HEADER_ERROR);

const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/// Values of the characters: 64 means white space, 65 padding, 66 a dash, 255 anything else.
const VALUES: [u8; 256] = {
    let mut t = [255u8; 256];
    let mut i = 0;
    while i < 64 {
        t[ALPHABET[i] as usize] = i as u8;
        i += 1;
    }
    t[b' ' as usize] = 64;
    t[b'\t' as usize] = 64;
    t[b'\n' as usize] = 64;
    t[b'\r' as usize] = 64;
    t[0x0b] = 64;
    t[0x0c] = 64;
    t[b'=' as usize] = 65;
    t[b'-' as usize] = 66;
    t
};

/// The values of four characters, each in its place of a group's 24 bits; the upper bits say that one is no value.
const GROUP: [[u32; 256]; 4] = {
    let mut t = [[!0; 256]; 4];
    let mut i = 0;
    while i < 256 {
        let mut place = 0;
        while place < 4 && VALUES[i] < 64 {
            t[place][i] = (VALUES[i] as u32) << (18 - 6 * place);
            place += 1;
        }
        i += 1;
    }
    t
};

/// Base64 text on one line.
pub fn base64_encode(bytes: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(bytes.len().div_ceil(3) * 4);
    for chunk in bytes.chunks(3) {
        let b = [chunk[0], *chunk.get(1).unwrap_or(&0), *chunk.get(2).unwrap_or(&0)];
        let n = u32::from(b[0]) << 16 | u32::from(b[1]) << 8 | u32::from(b[2]);
        for i in 0..4 {
            out.push(if i <= chunk.len() { ALPHABET[(n >> (18 - 6 * i)) as usize & 63] } else { b'=' });
        }
    }
    out
}

/// Decodes base64 text, which ends at a dash. White space may appear anywhere; padding must be correct and its unused bits zero.
/// Empty text yields no bytes, but only white space is an error.
pub fn base64_decode(text: &[u8]) -> Result<Vec<u8>> {
    // The bytes may be of a private key, whose text is bad further on.
    let mut out = Zeroizing::new(Vec::new());
    let most = text.len() / 4 * 3 + 4;
    memory::reserve(&mut out, most)?;
    out.resize(most, 0);
    let mut n = 0;
    let (mut bits, mut held, mut pads, mut seen) = (0u32, 0u32, 0, 0usize);
    let mut rest = text;
    loop {
        // Groups without white space between them, which are nearly all.
        while let Some(([a, b, c, d], after)) = rest.split_first_chunk()
            && held == 0
            && pads == 0
        {
            let [first, second, third, fourth] = &GROUP;
            let group = first[usize::from(*a)]
                | second[usize::from(*b)]
                | third[usize::from(*c)]
                | fourth[usize::from(*d)];
            let Some(to) = out.get_mut(n..n + 4).filter(|_| group >> 24 == 0) else { break };
            to.copy_from_slice(&(group << 8).to_be_bytes());
            (n, seen, rest) = (n + 3, seen + 4, after);
        }
        let Some((&c, after)) = rest.split_first() else { break };
        rest = after;
        match VALUES[usize::from(c)] {
            64 => {}
            65 => {
                pads += 1;
                seen += 1;
                // The unused bits before padding must be zero: 4 bits after two characters, 2 bits after
                // three.
                if held == 0 || held >= 6 || pads > 2 || bits & ((1 << held) - 1) != 0 {
                    return Err(BAD);
                }
            }
            66 => break,
            255 => return Err(BAD),
            v => {
                if pads > 0 {
                    return Err(BAD);
                }
                seen += 1;
                bits = bits << 6 | u32::from(v);
                held += 6;
                if held >= 8 {
                    held -= 8;
                    *out.get_mut(n).ok_or(BAD)? = (bits >> held) as u8;
                    n += 1;
                }
            }
        }
    }
    if seen % 4 != 0 || (seen == 0 && !text.is_empty()) {
        return Err(BAD);
    }
    out.truncate(n);
    Ok(std::mem::take(&mut *out))
}

/// Encodes a PEM block with lines of 64 characters and a final newline.
pub fn encode(header: &str, der: &[u8]) -> Vec<u8> {
    // The bytes may be of a private key.
    let body = Zeroizing::new(base64_encode(der));
    let mut out = Vec::with_capacity(body.len() + body.len() / 64 + 2 * header.len() + 40);
    out.extend_from_slice(format!("-----BEGIN {header}-----\n").as_bytes());
    for line in body.chunks(64) {
        out.extend_from_slice(line);
        out.push(b'\n');
    }
    out.extend_from_slice(format!("-----END {header}-----\n").as_bytes());
    out
}

/// The position of `needle` in `hay`.
pub fn find(hay: &[u8], needle: &[u8]) -> Option<usize> {
    // The first byte of every needle used here is '-', which is rare: searching for it first is fast.
    let (&first, _) = needle.split_first()?;
    let mut at = 0;
    while let Some(n) = memchr(first, hay.get(at..)?) {
        at += n;
        if hay[at..].starts_with(needle) {
            return Some(at);
        }
        at += 1;
    }
    None
}

/// What the line behind a block begins with.
const END: &[u8] = b"-----END ";

/// The number of bytes from the last [`END`] on; `None` if there is none.
fn last_end(text: &[u8]) -> Option<usize> {
    memmem::rfind(text, END).map(|at| text.len() - at)
}

/// Decodes the first block whose label begins with `header` (any label if `None`). The base64 text ends at
/// the first dash; an end line must follow, whose label is not checked.
pub fn decode(header: Option<&str>, text: &[u8]) -> Result<Vec<u8>> {
    let begin = format!("-----BEGIN {}", header.unwrap_or(""));
    let at = find(text, begin.as_bytes()).ok_or(NO_HEADER)?;
    body(&text[at + begin.len()..], last_end(text)).map(|(der, _)| der)
}

/// Decodes the first block with the first label or, if that fails, with the second. Returns the label, too.
pub fn decode_either<'a>(labels: [&'a str; 2], text: &[u8]) -> Result<(&'a str, Vec<u8>)> {
    let [first, second] = labels.map(|label| move || Ok((label, decode(Some(label), text)?)));
    first().or_else(|_: Error| second())
}

/// Decodes the text between the dashes after the label and the next dash; `after` begins inside the label, and `last_end`
/// is that of the whole text. Returns the remaining text, too.
fn body(after: &[u8], last_end: Option<usize>) -> Result<(Vec<u8>, &[u8])> {
    let label_end = find(after, b"-----").ok_or(BAD)?;
    let rest = &after[label_end + 5..];
    let end = memchr(b'-', rest).ok_or(BAD)?;
    // Without an end line the text is cut off.
    last_end.filter(|n| *n <= rest.len()).ok_or(BAD)?;
    let der = base64_decode(&rest[..end])?;
    if der.is_empty() { err(GNUTLS_E_BASE64_DECODING_ERROR) } else { Ok((der, &rest[end..])) }
}

/// The blocks of a text: the text from the beginning of each block, and its label up to the next dash or the
/// end of the line.
pub fn labels(text: &[u8]) -> impl Iterator<Item = (&[u8], &[u8])> {
    const BEGIN: &[u8] = b"-----BEGIN ";
    let mut rest = text;
    core::iter::from_fn(move || {
        let block = &rest[find(rest, BEGIN)?..];
        rest = &block[BEGIN.len()..];
        let end = rest.iter().position(|b| matches!(b, b'-' | b'\n')).unwrap_or(rest.len());
        Some((block, &rest[..end]))
    })
}

/// The line, counted from 1, in which the `index`-th block with one of these labels begins.
pub fn line_of_block(text: &[u8], labels: &[&str], index: usize) -> usize {
    let named = |label: &&[u8]| labels.iter().any(|l| label.starts_with(l.as_bytes()));
    let block = self::labels(text).filter(|(_, label)| named(label)).nth(index);
    let at = block.map_or(0, |(block, _)| text.len() - block.len());
    1 + text[..at].iter().filter(|b| **b == b'\n').count()
}

/// An iterator over the blocks whose label begins with one of the given labels.
pub struct Blocks<'a> {
    rest: &'a [u8],
    labels: &'a [&'a str],
    /// Looked for once: a text may have many blocks.
    last_end: Option<usize>,
}

pub fn blocks<'a>(text: &'a [u8], labels: &'a [&'a str]) -> Blocks<'a> {
    Blocks { rest: text, labels, last_end: last_end(text) }
}

impl<'a> Iterator for Blocks<'a> {
    /// The label that matched and the decoded block.
    type Item = (&'a str, Result<Vec<u8>>);

    fn next(&mut self) -> Option<Self::Item> {
        const BEGIN: &[u8] = b"-----BEGIN ";
        loop {
            let at = find(self.rest, BEGIN)?;
            let after = &self.rest[at + BEGIN.len()..];
            self.rest = after;
            for &label in self.labels {
                if after.starts_with(label.as_bytes()) {
                    let found = body(after, self.last_end).map(|(der, rest)| {
                        self.rest = rest;
                        der
                    });
                    return Some((label, found));
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn base64_as_the_library_takes_it() {
        for (text, want) in [
            ("", Some(&b""[..])),
            ("YWJj", Some(b"abc")),
            ("YWI=", Some(b"ab")),
            ("YQ==", Some(b"a")),
            ("Y W\nJ j", Some(b"abc")),
            ("YWJ", None),
            ("YWI", None),
            ("YW==", None),
            ("YW=", None),
            ("YWJj=", None),
            ("!!", None),
            ("YWJjYWI=YWJj", None),
            ("YWJ=", None),
            ("YX==", None),
            ("\n", None),
            ("====", None),
            ("YWJj-", Some(b"abc")),
            ("YWI=-=", Some(b"ab")),
            ("YW-Jj", None),
            ("-YWJj", None),
        ] {
            assert_eq!(base64_decode(text.as_bytes()).ok().as_deref(), want, "{text}");
        }
        for n in 0..70 {
            let bytes: Vec<u8> = (0..n).map(|i: u8| i.wrapping_mul(37)).collect();
            let text = base64_encode(&bytes);
            assert_eq!(base64_decode(&text).unwrap(), bytes);
            // White space, padding and what is no base64, at every place.
            for at in 0..text.len() {
                let with = |c: &[u8]| [&text[..at], c, &text[at..]].concat();
                assert_eq!(base64_decode(&with(b"\r\n")).unwrap(), bytes, "{n} {at}");
                for wrong in [&b"="[..], b"\0", b"\xff", b"A"] {
                    assert!(base64_decode(&with(wrong)).is_err(), "{wrong:?} at {at} of {n}");
                }
            }
        }
    }

    #[test]
    fn pem_as_the_library_takes_it() {
        let code = |h: Option<&str>, t: &str| decode(h, t.as_bytes()).map_err(|e| e.code());
        assert_eq!(code(None, ""), Err(GNUTLS_E_BASE64_UNEXPECTED_HEADER_ERROR));
        assert_eq!(code(None, "-----BEGIN FOO-----\nYWJj\n-----END FOO-----\n"), Ok(b"abc".to_vec()));
        assert_eq!(code(Some("FOO"), "-----BEGIN FOO-----YWJj-----END BAR-----"), Ok(b"abc".to_vec()));
        let two =
            "-----BEGIN FOO-----\nYWJj\n-----END FOO-----\n-----BEGIN BAR-----\nYWJk\n-----END BAR-----\n";
        assert_eq!(code(Some("BAR"), two), Ok(b"abd".to_vec()));
        for bad in [
            "-----BEGIN FOO",
            "-----BEGIN FOO-----",
            "-----BEGIN FOO-----\nYWJj\n",
            "-----BEGIN FOO-----\nYWJj\n-",
            "-----BEGIN FOO-----\nYWJj\n-----END",
            "-----BEGIN FOO-----\nYWJj\n----END FOO-----\n",
            "-----END FOO-----\n-----BEGIN FOO-----\nYWJj\n-----",
            "-----BEGIN FOO-----\n-----END FOO-----",
            "-----BEGIN FOO-----\nY!Jj\n-----END FOO-----",
        ] {
            assert_eq!(code(Some("FOO"), bad), Err(GNUTLS_E_BASE64_DECODING_ERROR), "{bad}");
        }
        let labels = ["FOO", "BAR"];
        let all: Vec<_> = blocks(two.as_bytes(), &labels).map(|(l, d)| (l, d.unwrap())).collect();
        assert_eq!(all, [("FOO", b"abc".to_vec()), ("BAR", b"abd".to_vec())]);
        assert_eq!(encode("FOO", b"abc"), b"-----BEGIN FOO-----\nYWJj\n-----END FOO-----\n");
    }
}
