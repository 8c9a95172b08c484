//! Distinguished names and their text form (RFC 4514), as in GnuTLS.
pub mod compare;
pub mod write;

use core::ops::Range;

use crate::abi::*;
use crate::asn1::der::{self, Element, Reader};
use crate::asn1::oid;
use crate::error::{Result, err};
use crate::pki::by_type::ByType;

/// The string types that an attribute's syntax allows. Values of other types are printed in hex.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum StringKind {
    /// The DirectoryString choice of RFC 5280.
    Directory,
    Printable,
    Ia5,
    Utf8,
    Numeric,
}

/// An attribute type with a short name: dotted identifier, name, syntax.
struct Known {
    oid: &'static str,
    name: &'static std::ffi::CStr,
    syntax: StringKind,
}

const fn known(oid: &'static str, name: &'static std::ffi::CStr, syntax: StringKind) -> Known {
    Known { oid, name, syntax }
}

use StringKind::{Directory, Ia5, Numeric, Printable, Utf8};

static KNOWN: &[Known] = &[
    known("2.5.4.3", c"CN", Directory),
    known("2.5.4.10", c"O", Directory),
    known("2.5.4.11", c"OU", Directory),
    known("2.5.4.6", c"C", Printable),
    known("2.5.4.7", c"L", Directory),
    known("2.5.4.8", c"ST", Directory),
    known("2.5.4.9", c"street", Directory),
    known("2.5.4.4", c"surName", Directory),
    known("2.5.4.5", c"serialNumber", Printable),
    known("2.5.4.12", c"title", Directory),
    known("2.5.4.13", c"description", Directory),
    known("2.5.4.15", c"businessCategory", Directory),
    known("2.5.4.17", c"postalCode", Directory),
    known("2.5.4.20", c"telephoneNumber", Printable),
    known("2.5.4.41", c"name", Directory),
    known("2.5.4.42", c"givenName", Directory),
    known("2.5.4.43", c"initials", Directory),
    known("2.5.4.44", c"generationQualifier", Directory),
    known("2.5.4.46", c"dnQualifier", Printable),
    known("2.5.4.65", c"pseudonym", Directory),
    known("0.9.2342.19200300.100.1.25", c"DC", Ia5),
    known("0.9.2342.19200300.100.1.1", c"UID", Directory),
    known("1.2.840.113549.1.9.1", c"EMAIL", Ia5),
    known("1.3.6.1.5.5.7.9.2", c"placeOfBirth", Directory),
    known("1.3.6.1.5.5.7.9.3", c"gender", Printable),
    known("1.3.6.1.5.5.7.9.4", c"countryOfCitizenship", Printable),
    known("1.3.6.1.5.5.7.9.5", c"countryOfResidence", Printable),
    known("1.3.6.1.4.1.311.60.2.1.1", c"jurisdictionOfIncorporationLocalityName", Directory),
    known("1.3.6.1.4.1.311.60.2.1.2", c"jurisdictionOfIncorporationStateOrProvinceName", Directory),
    known("1.3.6.1.4.1.311.60.2.1.3", c"jurisdictionOfIncorporationCountryName", Printable),
    known("1.3.6.1.5.5.7.8.5", c"XmppAddr", Utf8),
    known("1.2.840.113556.1.4.656", c"userPrincipalName", Directory),
    known("1.2.643.3.131.1.1", c"INN", Numeric),
    known("1.2.643.100.1", c"OGRN", Numeric),
    known("1.2.643.100.3", c"SNILS", Numeric),
    known("1.2.643.100.5", c"OGRNIP", Numeric),
];

fn lookup(oid: &str) -> Option<&'static Known> {
    KNOWN.iter().find(|k| k.oid == oid)
}

/// The short name of an attribute type given by its dotted identifier.
pub fn attribute_name(oid: &str) -> Option<&'static std::ffi::CStr> {
    lookup(oid).map(|k| k.name)
}

/// The dotted identifier for an attribute's short name, which is matched case-insensitively.
pub fn attribute_oid(name: &str) -> Option<&'static str> {
    KNOWN.iter().find(|k| k.name.to_bytes().eq_ignore_ascii_case(name.as_bytes())).map(|k| k.oid)
}

/// The string types that an attribute allows; `None` if the attribute type is unknown.
pub fn string_kind(oid: &str) -> Option<StringKind> {
    match oid {
        // The challenge password and the friendly name of PKCS #9, which are rarely used in names.
        "1.2.840.113549.1.9.7" | "1.2.840.113549.1.9.20" => Some(Directory),
        _ => lookup(oid).map(|k| k.syntax),
    }
}

/// True for the attribute types whose values are printed as text: those with a short name, and four of PKCS
/// #9.
pub fn is_known(oid: &str) -> bool {
    lookup(oid).is_some()
        || ["4", "7", "20", "21"].iter().any(|n| oid.strip_prefix("1.2.840.113549.1.9.") == Some(n))
}

/// One attribute of a name.
#[derive(Clone, Copy, Debug)]
pub struct Attribute<'a> {
    /// The index of its relative name, in encoding order.
    pub rdn: usize,
    pub oid: &'a [u8],
    pub value: Element<'a>,
}

/// An iterator over the attributes of a Name in encoding order. It ends at the first invalid one.
struct Walk<'a> {
    rdns: Reader<'a>,
    set: Reader<'a>,
    rdn: usize,
}

impl<'a> Walk<'a> {
    /// `name` is the SEQUENCE with its tag.
    fn new(name: &'a [u8]) -> Result<Walk<'a>> {
        if name.first() != Some(&der::SEQUENCE) {
            return err(GNUTLS_E_ASN1_DER_ERROR);
        }
        Ok(Walk { rdns: der::whole(name, der::SEQUENCE)?.open(), set: Reader::new(&[]), rdn: 0 })
    }

    fn step(&mut self) -> Result<Option<Attribute<'a>>> {
        while self.set.is_empty() {
            if self.rdns.is_empty() {
                return Ok(None);
            }
            self.set = self.rdns.expect(der::SET)?.open();
            self.rdn += 1;
        }
        let mut pair = self.set.sequence()?;
        let oid = pair.oid()?;
        let value = pair.any()?;
        pair.finish()?;
        if !oid::is_sound(oid) {
            return err(GNUTLS_E_ASN1_DER_ERROR);
        }
        Ok(Some(Attribute { rdn: self.rdn - 1, oid, value }))
    }
}

impl<'a> Iterator for Walk<'a> {
    type Item = Result<Attribute<'a>>;
    fn next(&mut self) -> Option<Self::Item> {
        let next = self.step();
        if next.is_err() {
            (self.rdns, self.set) = (Reader::new(&[]), Reader::new(&[]));
        }
        next.transpose()
    }
}

/// Validates a Name (the SEQUENCE with its tag).
pub fn check(name: &[u8]) -> Result<()> {
    Walk::new(name)?.try_for_each(|a| a.map(drop))
}

/// The attributes of a Name (the SEQUENCE with its tag), in encoding order.
pub fn attributes(name: &[u8]) -> Result<Vec<Attribute<'_>>> {
    Walk::new(name)?.collect()
}

/// The positions of the attributes of a Name. Finds an attribute by index, or by type and index, without
/// iterating.
#[derive(Clone, Default)]
pub struct Index {
    /// Ranges of the type's content and of the value with its tag.
    places: Vec<[Range<u32>; 2]>,
    rdns: Vec<u32>,
    by_type: ByType,
}

impl Index {
    pub fn of(name: &[u8]) -> Result<Index> {
        let place = |part: &[u8]| {
            let at = der::range_in(name, part);
            at.start as u32..at.end as u32
        };
        let mut index = Index::default();
        for a in Walk::new(name)? {
            let a = a?;
            index.places.push([place(a.oid), place(a.value.raw)]);
            index.rdns.push(a.rdn as u32);
        }
        index.by_type = ByType::of(index.places.len(), |i| index.oid(name, i));
        Ok(index)
    }

    fn oid<'a>(&self, name: &'a [u8], i: usize) -> &'a [u8] {
        let [oid, _] = &self.places[i];
        &name[oid.start as usize..oid.end as usize]
    }

    /// The `i`-th attribute. `name` must be the Name that was indexed.
    pub fn get<'a>(&self, name: &'a [u8], i: usize) -> Option<Attribute<'a>> {
        let [_, value] = self.places.get(i)?;
        let value = Reader::new(&name[value.start as usize..value.end as usize]).any().ok()?;
        Some(Attribute { rdn: self.rdns[i] as usize, oid: self.oid(name, i), value })
    }

    /// The `i`-th attribute of a type.
    pub fn find<'a>(&self, name: &'a [u8], oid: &[u8], i: usize) -> Option<Attribute<'a>> {
        self.get(name, self.by_type.find(oid, i, |at| self.oid(name, at))?)
    }

    /// The `i`-th attribute of a relative name.
    pub fn in_rdn<'a>(&self, name: &'a [u8], rdn: usize, i: usize) -> Option<(usize, Attribute<'a>)> {
        let at = self.rdns.partition_point(|&r| (r as usize) < rdn).checked_add(i)?;
        Some((at, self.get(name, at).filter(|a| a.rdn == rdn)?))
    }
}

/// The order of relative names in the text.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Order {
    /// Last relative name first, as in RFC 4514.
    Rfc4514,
    /// Encoding order, as GnuTLS wrote names before 3.5.6.
    Encoded,
}

/// The text of a Name. Fails with `GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE` if it is empty.
pub fn to_text(name: &[u8], order: Order) -> Result<Vec<u8>> {
    let parts = attributes(name)?;
    if Reader::new(name).sequence()?.is_empty() {
        return err(GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE);
    }
    let mut out = Vec::with_capacity(name.len() + 16);
    let mut rdns: Vec<&[Attribute<'_>]> = parts.chunk_by(|a, b| a.rdn == b.rdn).collect();
    if order == Order::Rfc4514 {
        rdns.reverse();
    }
    for rdn in rdns {
        for (i, part) in rdn.iter().enumerate() {
            match i {
                0 if out.is_empty() => {}
                0 => out.push(b','),
                _ => out.push(b'+'),
            }
            let dotted = oid::to_text(part.oid).ok_or(GNUTLS_E_ASN1_DER_ERROR)?;
            let known = lookup(&dotted);
            out.extend_from_slice(known.map_or(dotted.as_bytes(), |k| k.name.to_bytes()));
            out.push(b'=');
            if part.value.value.is_empty() && known.is_some_and(|k| k.syntax == Directory) {
                return err(GNUTLS_E_ASN1_VALUE_NOT_VALID);
            }
            out.extend_from_slice(&attribute_text(&dotted, &part.value));
        }
    }
    Ok(out)
}

/// The text of an attribute value: an escaped string, or `#` and its DER in hex.
pub fn attribute_text(oid: &str, value: &Element<'_>) -> Vec<u8> {
    let Some(syntax) = string_kind(oid) else { return hex_form(value.raw) };
    let text: Vec<u8> = match (syntax, value.tag) {
        _ if value.value.is_empty() => return hex_form(value.raw),
        // The interpretation of non-ASCII TeletexStrings, UniversalStrings and unpaired surrogates is
        // ambiguous: their content is printed in hex.
        (Directory, der::BMP_STRING) => utf16_to_utf8(value.value).unwrap_or_else(|| hex_form(value.value)),
        (Directory, der::TELETEX_STRING) if value.value.iter().all(|b| (0x20..0x7f).contains(b)) => {
            value.value.to_vec()
        }
        (Directory, der::TELETEX_STRING | der::UNIVERSAL_STRING) => hex_form(value.value),
        (Directory | Utf8, der::UTF8_STRING)
        | (Directory | Printable, der::PRINTABLE_STRING)
        | (Ia5, der::IA5_STRING)
        | (Numeric, der::NUMERIC_STRING) => value.value.to_vec(),
        _ => return hex_form(value.raw),
    };
    if text.contains(&0) { hex_form(value.raw) } else { escape(&text) }
}

fn hex_form(bytes: &[u8]) -> Vec<u8> {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let mut out = vec![b'#'];
    for b in bytes {
        out.push(DIGITS[usize::from(b >> 4)]);
        out.push(DIGITS[usize::from(b & 15)]);
    }
    out
}

/// RFC 4514 section 2.4.
fn escape(text: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(text.len() + 4);
    for (i, &b) in text.iter().enumerate() {
        let special = match b {
            b',' | b'+' | b'"' | b'\\' | b'<' | b'>' | b';' => true,
            b'#' => i == 0,
            b' ' => i == 0 || i + 1 == text.len(),
            _ => false,
        };
        if special {
            out.push(b'\\');
        }
        out.push(b);
    }
    out
}

/// The text of a BMPString; `None` if it has an unpaired surrogate. An odd last byte is ignored.
fn utf16_to_utf8(bytes: &[u8]) -> Option<Vec<u8>> {
    let units = bytes.chunks_exact(2).map(|c| u16::from_be_bytes([c[0], c[1]]));
    char::decode_utf16(units).collect::<core::result::Result<String, _>>().ok().map(String::into_bytes)
}

/// The `index`-th attribute of this type.
pub fn find<'a>(name: &'a [u8], oid: &[u8], index: usize) -> Result<Attribute<'a>> {
    let mut seen = 0;
    for a in Walk::new(name)? {
        let a = a?;
        if a.oid == oid {
            if seen == index {
                return Ok(a);
            }
            seen += 1;
        }
    }
    err(GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE)
}

/// The unescaped text of a string; for other elements, `#` and the DER in hex.
pub fn text_or_hex(value: &Element<'_>) -> Vec<u8> {
    plain_text(value).unwrap_or_else(|| hex_form(value.raw))
}

/// The unescaped text of a value, if it is a string type.
pub fn plain_text(value: &Element<'_>) -> Option<Vec<u8>> {
    match value.tag {
        der::UTF8_STRING
        | der::PRINTABLE_STRING
        | der::IA5_STRING
        | der::TELETEX_STRING
        | der::VISIBLE_STRING
        | der::NUMERIC_STRING => Some(value.value.to_vec()),
        der::BMP_STRING => utf16_to_utf8(value.value),
        _ => None,
    }
}

#[cfg(test)]
pub(in crate::pki) mod tests {
    use super::*;
    use crate::asn1::der::Write as _;

    /// Encodes a Name from the identifier, tag and value of its attributes.
    pub(crate) fn name(rdns: &[&[(&str, u8, &[u8])]]) -> Vec<u8> {
        let mut out = Vec::new();
        out.nested(der::SEQUENCE, |w| {
            for rdn in rdns {
                w.nested(der::SET, |w| {
                    for (oid, tag, value) in *rdn {
                        w.nested(der::SEQUENCE, |w| {
                            w.oid(&oid::from_text(oid).unwrap());
                            w.element(*tag, value);
                        });
                    }
                });
            }
        });
        out
    }

    fn text(name: &[u8], order: Order) -> String {
        String::from_utf8(to_text(name, order).unwrap()).unwrap()
    }

    // All expected values are from GnuTLS.
    #[test]
    fn values_as_the_library_writes_them() {
        for (oid, tag, value, want) in [
            ("2.5.4.3", der::UTF8_STRING, &b" a"[..], "CN=\\ a"),
            ("2.5.4.3", der::UTF8_STRING, b"  ", "CN=\\ \\ "),
            ("2.5.4.11", der::PRINTABLE_STRING, b"  X ", "OU=\\  X\\ "),
            ("2.5.4.3", der::UTF8_STRING, b"#a", "CN=\\#a"),
            ("2.5.4.3", der::UTF8_STRING, b"a#b", "CN=a#b"),
            ("2.5.4.3", der::UTF8_STRING, b",+\"\\<>;=", "CN=\\,\\+\\\"\\\\\\<\\>\\;="),
            ("2.5.4.3", der::UTF8_STRING, b"a\0b", "CN=#0c03610062"),
            ("2.5.4.3", der::TELETEX_STRING, b"caf\xe9", "CN=\\#636166e9"),
            ("2.5.4.3", der::IA5_STRING, b"ia5", "CN=#1603696135"),
            ("2.5.4.3", der::BMP_STRING, b"\0b\0\xe9", "CN=bé"),
            ("2.5.4.6", der::UTF8_STRING, b"GR", "C=#0c024752"),
            ("2.5.4.6", der::PRINTABLE_STRING, b"GR", "C=GR"),
            ("2.5.4.6", der::PRINTABLE_STRING, b"", "C=#1300"),
            ("2.5.4.3", der::BMP_STRING, b"\xd8\0\0b", "CN=\\#d8000062"),
            ("2.5.4.3", der::BMP_STRING, b"\0a\0", "CN=a"),
            ("1.2.3.4", der::UTF8_STRING, b"abc", "1.2.3.4=#0c03616263"),
            ("1.2.840.113549.1.9.1", der::IA5_STRING, b"a@b", "EMAIL=a@b"),
        ] {
            assert_eq!(text(&name(&[&[(oid, tag, value)]]), Order::Rfc4514), want);
        }
    }

    #[test]
    fn an_index_finds_what_a_walk_finds() {
        let n = name(&[
            &[("2.5.4.3", 12, b"a"), ("2.5.4.10", 12, b"b"), ("2.5.4.3", 12, b"c")],
            &[],
            &[("2.5.4.6", 0x13, b"GR"), ("2.5.4.3", 12, b"d")],
        ]);
        let (index, walk) = (Index::of(&n).unwrap(), attributes(&n).unwrap());
        assert_eq!(walk.iter().map(|a| a.rdn).collect::<Vec<_>>(), [0, 0, 0, 2, 2]);
        for (i, want) in walk.iter().enumerate() {
            let got = index.get(&n, i).unwrap();
            assert_eq!((got.rdn, got.oid, got.value), (want.rdn, want.oid, want.value));
            let before = walk[..i].iter().filter(|a| a.oid == want.oid).count();
            assert_eq!(index.find(&n, want.oid, before).unwrap().value, want.value);
            assert_eq!(find(&n, want.oid, before).unwrap().value, want.value);
            let before = walk[..i].iter().filter(|a| a.rdn == want.rdn).count();
            assert_eq!(index.in_rdn(&n, want.rdn, before).unwrap().1.value, want.value);
        }
        assert!(index.get(&n, 5).is_none() && index.find(&n, oid::COMMON_NAME, 3).is_none());
        assert!(
            index.find(&n, oid::EMAIL, 0).is_none() && index.find(&n, oid::COMMON_NAME, usize::MAX).is_none()
        );
        assert!(index.in_rdn(&n, 1, 0).is_none() && index.in_rdn(&n, 0, 3).is_none());
        assert!(check(&n).is_ok() && check(&n[..n.len() - 1]).is_err());
        assert!(check(&[0x30, 6, 0x31, 4, 0x30, 2, 6, 0]).is_err());
    }

    #[test]
    fn orders() {
        let n = name(&[
            &[("2.5.4.3", 12, b"a"), ("2.5.4.10", 12, b"b")],
            &[("2.5.4.6", 0x13, b"GR")],
            &[("2.5.4.3", 12, b"z")],
        ]);
        assert_eq!(text(&n, Order::Rfc4514), "CN=z,C=GR,CN=a+O=b");
        assert_eq!(text(&n, Order::Encoded), "CN=a+O=b,C=GR,CN=z");
        assert_eq!(
            to_text(&[0x30, 0], Order::Encoded).unwrap_err().code(),
            GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE
        );
        assert_eq!(to_text(&[0x30, 2, 0x31, 0], Order::Encoded).unwrap(), b"");
        assert_eq!(to_text(&[5, 0], Order::Encoded).unwrap_err().code(), GNUTLS_E_ASN1_DER_ERROR);
        assert!(find(&n, oid::COMMON_NAME, 1).is_ok() && find(&n, oid::COMMON_NAME, 2).is_err());
    }
}
