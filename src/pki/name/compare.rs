//! Comparison of Names (RFC 5280 section 7.1).
use core::cell::OnceCell;
use std::borrow::Cow;

use crate::asn1::der::{self, Element, Reader, Write as _};
use crate::asn1::oid;
use crate::error::Result;

/// True if both Names (with their tags) are equivalent. They are compared part by part, because different
/// names usually differ in an early part.
pub fn same(a: &[u8], b: &[u8]) -> bool {
    a == b || same_parts(a, b).unwrap_or(false)
}

fn same_parts(a: &[u8], b: &[u8]) -> Result<bool> {
    let (mut a, mut b) = (der::whole(a, der::SEQUENCE)?.open(), der::whole(b, der::SEQUENCE)?.open());
    let (mut left, mut right) = (Vec::new(), Vec::new());
    while !a.is_empty() && !b.is_empty() {
        let (one, other) = (a.expect(der::SET)?, b.expect(der::SET)?);
        if one.raw != other.raw {
            relative_name(&one, &mut left)?;
            relative_name(&other, &mut right)?;
            if left != right {
                return Ok(false);
            }
        }
    }
    Ok(a.is_empty() && b.is_empty())
}

/// A Name that is compared with many others. Its canonical form is computed once, when it is needed.
pub struct Name<'a> {
    bytes: &'a [u8],
    canonical: OnceCell<Cow<'a, [u8]>>,
}

impl<'a> Name<'a> {
    pub fn new(bytes: &'a [u8]) -> Self {
        Name { bytes, canonical: OnceCell::new() }
    }

    /// True if both are equivalent.
    pub fn is(&self, other: &Name<'_>) -> bool {
        self.bytes == other.bytes || self.canonical() == other.canonical()
    }

    fn canonical(&self) -> &[u8] {
        self.canonical.get_or_init(|| canonical(self.bytes))
    }
}

/// The canonical form of a Name, which is the same for all equivalent Names: strings as UTF-8 in lower case,
/// without white space at the ends and with single spaces inside, and sorted attributes in each relative
/// name. An invalid Name is returned unchanged.
pub fn canonical(name: &[u8]) -> Cow<'_, [u8]> {
    folded(name).map_or(Cow::Borrowed(name), Cow::Owned)
}

fn folded(name: &[u8]) -> Result<Vec<u8>> {
    let mut out = Vec::with_capacity(name.len());
    let mut one = Vec::new();
    let mut rdns = der::whole(name, der::SEQUENCE)?.open();
    while !rdns.is_empty() {
        relative_name(&rdns.expect(der::SET)?, &mut one)?;
        out.element(der::SET, &one);
    }
    Ok(out)
}

/// Replaces the contents of `out` by the canonical form of a relative name.
fn relative_name(rdn: &Element<'_>, out: &mut Vec<u8>) -> Result<()> {
    let mut set = rdn.open();
    out.clear();
    attribute(&mut set, out)?;
    if !set.is_empty() {
        let mut parts = vec![core::mem::take(out)];
        while !set.is_empty() {
            let mut part = Vec::new();
            attribute(&mut set, &mut part)?;
            parts.push(part);
        }
        parts.sort_unstable();
        *out = parts.concat();
    }
    Ok(())
}

fn attribute(set: &mut Reader<'_>, out: &mut Vec<u8>) -> Result<()> {
    let mut pair = set.sequence()?;
    let (oid, value) = (pair.oid()?, pair.any()?);
    pair.finish()?;
    out.oid(oid);
    match text(oid, &value) {
        Some((tag, text)) => out.nested(tag, |w| fold(&text, w)),
        None => out.extend_from_slice(value.raw),
    }
    Ok(())
}

/// The text of a value and the tag of the string type that it is compared as; `None` if it is compared octet
/// by octet.
fn text<'a>(oid: &[u8], value: &Element<'a>) -> Option<(u8, Cow<'a, str>)> {
    // The attributes of X.520, and those that RFC 5280 and RFC 4519 compare case-insensitively.
    let directory = oid.starts_with(&[0x55, 4]);
    if !directory && ![oid::DOMAIN_COMPONENT, oid::USER_ID, oid::EMAIL].contains(&oid) {
        return None;
    }
    let ascii = |bytes: &'a [u8]| core::str::from_utf8(bytes).ok().filter(|s| s.is_ascii());
    match value.tag {
        der::UTF8_STRING => core::str::from_utf8(value.value).ok().map(|s| (der::UTF8_STRING, s.into())),
        // The interpretation of non-ASCII characters in a TeletexString is ambiguous.
        der::PRINTABLE_STRING | der::TELETEX_STRING => {
            ascii(value.value).map(|s| (der::UTF8_STRING, s.into()))
        }
        der::BMP_STRING if value.value.len().is_multiple_of(2) => {
            let units = value.value.chunks_exact(2).map(|c| u16::from_be_bytes([c[0], c[1]]));
            let text: core::result::Result<String, _> = char::decode_utf16(units).collect();
            text.ok().map(|s| (der::UTF8_STRING, s.into()))
        }
        der::IA5_STRING => ascii(value.value).map(|s| (der::IA5_STRING, s.into())),
        _ => None,
    }
}

/// Converts to lower case, replaces white space by single spaces and removes it at the ends.
fn fold(text: &str, out: &mut Vec<u8>) {
    if text.is_ascii() {
        // The white space of `char::is_whitespace`.
        let words = text.as_bytes().split(|b| matches!(b, b'\t'..=b'\r' | b' ')).filter(|w| !w.is_empty());
        for (i, word) in words.enumerate() {
            if i > 0 {
                out.push(b' ');
            }
            out.extend(word.iter().map(u8::to_ascii_lowercase));
        }
        return;
    }
    for (i, word) in text.split_whitespace().enumerate() {
        if i > 0 {
            out.push(b' ');
        }
        let lower: String = word.chars().flat_map(char::to_lowercase).collect();
        out.extend_from_slice(lower.as_bytes());
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pki::name::tests::name;

    fn one(id: &str, tag: u8, value: &[u8]) -> Vec<u8> {
        name(&[&[(id, tag, value)]])
    }

    #[test]
    fn rfc_5280_section_7_1() {
        const CN: &str = "2.5.4.3";
        const DC: &str = "0.9.2342.19200300.100.1.25";
        let root = one(CN, der::UTF8_STRING, b"The Root");
        for other in [
            one(CN, der::PRINTABLE_STRING, b"The Root"),
            one(CN, der::TELETEX_STRING, b"The Root"),
            one(CN, der::BMP_STRING, b"\0T\0h\0e\0 \0R\0o\0o\0t"),
            one(CN, der::UTF8_STRING, b" the  ROOT "),
        ] {
            assert!(same(&root, &other), "{other:x?}");
        }
        assert!(same(&one(DC, der::IA5_STRING, b"Example"), &one(DC, der::IA5_STRING, b"example")));
        let (o, c) = (("2.5.4.10", der::UTF8_STRING, &b"O"[..]), (CN, der::UTF8_STRING, &b"C"[..]));
        assert!(same(&name(&[&[o, c]]), &name(&[&[c, o]])));
        assert!(same(b"no name", b"no name"));
        for other in [
            one(CN, der::UTF8_STRING, b"TheRoot"),
            one("2.5.4.10", der::UTF8_STRING, b"The Root"),
            one(CN, der::IA5_STRING, b"The Root"),
            name(&[]),
            name(&[&[(CN, der::UTF8_STRING, b"The Root")], &[]]),
            name(&[&[(CN, der::UTF8_STRING, b"The Root"), o]]),
            b"no name".to_vec(),
        ] {
            assert!(!same(&root, &other), "{other:x?}");
        }
        assert!(!same(&name(&[&[o], &[c]]), &name(&[&[c], &[o]])));
        assert!(!same(&name(&[&[o], &[c]]), &name(&[&[o, c]])));
        assert!(!same(&one("1.2.3", der::UTF8_STRING, b"a"), &one("1.2.3", der::UTF8_STRING, b"A")));
    }
}
