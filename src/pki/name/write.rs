//! Encoding of distinguished names from single attributes or from RFC 4514 text.
use crate::abi::*;
use crate::asn1::der::{self, Reader, Write as _};
use crate::asn1::oid;
use crate::error::{Error, INVALID_REQUEST, Result};
use crate::pki::name::{self, StringKind};

/// The empty Name.
pub const EMPTY: &[u8] = &[der::SEQUENCE, 0];

const PARSING: Error = Error::new(GNUTLS_E_PARSING_ERROR);

/// The value of an attribute to be encoded.
#[derive(Clone, Copy)]
pub enum Value<'a> {
    /// Text, encoded with a string type that the attribute's syntax allows.
    Text(&'a [u8]),
    /// One whole DER element.
    Der(&'a [u8]),
}

/// Appends a relative name with one attribute to a Name. Fails with `GNUTLS_E_X509_UNSUPPORTED_OID` for text
/// if the syntax of the attribute type is unknown.
pub fn append(name: &[u8], dotted: &str, value: Value<'_>) -> Result<Vec<u8>> {
    let parts = der::whole(name, der::SEQUENCE)?.value;
    let id = oid::from_text(dotted).ok_or(GNUTLS_E_ASN1_VALUE_NOT_VALID)?;
    let value = element(dotted, value)?;
    let mut out = Vec::with_capacity(name.len() + value.len() + 24);
    out.nested(der::SEQUENCE, |w| {
        w.extend_from_slice(parts);
        w.nested(der::SET, |w| {
            w.nested(der::SEQUENCE, |w| {
                w.oid(&id);
                w.extend_from_slice(&value);
            });
        });
    });
    Ok(out)
}

/// Encodes an attribute's value with its tag.
fn element(dotted: &str, value: Value<'_>) -> Result<Vec<u8>> {
    let text = match value {
        Value::Der(bytes) => {
            let mut r = Reader::new(bytes);
            r.any()?;
            r.finish()?;
            return Ok(bytes.to_vec());
        }
        Value::Text(text) => text,
    };
    if text.is_empty() {
        return Err(INVALID_REQUEST);
    }
    let tag = match name::string_kind(dotted).ok_or(GNUTLS_E_X509_UNSUPPORTED_OID)? {
        StringKind::Directory if is_printable(text) => der::PRINTABLE_STRING,
        StringKind::Directory | StringKind::Utf8 => der::UTF8_STRING,
        StringKind::Printable => der::PRINTABLE_STRING,
        StringKind::Ia5 => der::IA5_STRING,
        StringKind::Numeric => der::NUMERIC_STRING,
    };
    let mut out = Vec::with_capacity(text.len() + 4);
    out.element(tag, text);
    Ok(out)
}

/// Encodes a DirectoryString: PrintableString if the characters allow it, otherwise UTF8String.
pub fn directory_string(text: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(text.len() + 4);
    out.element(if is_printable(text) { der::PRINTABLE_STRING } else { der::UTF8_STRING }, text);
    out
}

/// Whether all characters are allowed in a PrintableString. Text with an apostrophe is encoded as UTF8String
/// for compatibility with old parsers.
fn is_printable(text: &[u8]) -> bool {
    text.iter().all(|b| b.is_ascii_alphanumeric() || b" ()+,-./:=?".contains(b))
}

/// Appends the parts of an RFC 4514 text, which begins with the last part, to a Name. Also returns a position
/// in the text: the end of its first relative name, or on failure where GnuTLS sees it: the beginning of a part
/// that is none, or the end of one whose type or value is wrong. Relative names with several attributes are refused.
pub fn append_text(name: &[u8], text: &[u8]) -> (Result<Vec<u8>>, usize) {
    let values = text.iter().position(|b| *b == b'=').unwrap_or(text.len());
    let several = |at: usize| text[at] == b'+' && text[at - 1] != b'\\';
    if (values + 1..text.len()).any(several) {
        return (Err(PARSING), 0);
    }
    let mut parts = Vec::new();
    let (mut at, mut first_end) = (0, None);
    loop {
        match part(text, at) {
            Ok(None) => break,
            Ok(Some((pair, end))) => {
                first_end.get_or_insert(end);
                parts.push((pair, end));
                if end == text.len() {
                    break;
                }
                at = end + 1; // the comma
            }
            Err(e) => return (Err(e), at),
        }
    }
    let mut out = name.to_vec();
    for (pair, end) in parts.into_iter().rev() {
        match pair.append_to(&out) {
            Ok(longer) => out = longer,
            Err(e) if e == INVALID_REQUEST => return (Err(e), end),
            Err(_) => return (Err(PARSING), end),
        }
    }
    (Ok(out), first_end.unwrap_or(text.len()))
}

/// A `type=value` pair of a text, whose type has not been looked up.
struct Pair {
    kind: Vec<u8>,
    value: Result<Vec<u8>>,
    /// The value is the hex of its DER.
    hex: bool,
}

impl Pair {
    fn append_to(self, name: &[u8]) -> Result<Vec<u8>> {
        let kind = core::str::from_utf8(&self.kind).map_err(|_| PARSING)?;
        let dotted = match name::attribute_oid(kind) {
            Some(known) => known,
            None if kind.starts_with(|c: char| c.is_ascii_digit()) => kind,
            None => return Err(PARSING),
        };
        let value = self.value?;
        append(name, dotted, if self.hex { Value::Der(&value) } else { Value::Text(&value) })
    }
}

/// Parses the pair at `at` and returns its end, which is at a comma or the end of the text. `None` at the end
/// of the text.
fn part(text: &[u8], at: usize) -> Result<Option<(Pair, usize)>> {
    let rest = &text[at.min(text.len())..];
    if rest.is_empty() {
        return Ok(None);
    }
    let equals = rest.iter().position(|&b| b == b'=').ok_or(PARSING)?;
    let kind = rest[..equals].trim_ascii().to_vec();
    if kind.is_empty() || kind.iter().any(u8::is_ascii_whitespace) {
        return Err(PARSING);
    }
    let after = &rest[equals + 1..];
    // The value ends at an unescaped comma.
    let (mut len, mut escaped) = (0, false);
    for &b in after {
        match b {
            _ if escaped => escaped = false,
            b'\\' => escaped = true,
            b',' => break,
            b'+' => return Err(PARSING),
            _ => {}
        }
        len += 1;
    }
    let raw = trimmed(&after[..len]);
    if raw.is_empty() || raw.contains(&b'\n') {
        return Err(PARSING);
    }
    let (hex, value) = match raw.strip_prefix(b"#") {
        Some(digits) => (true, from_hex(digits)),
        None => (false, unescaped(raw)),
    };
    Ok(Some((Pair { kind, value, hex }, at + equals + 1 + len)))
}

/// Without white space around it, but with a space at the end that is escaped.
fn trimmed(mut raw: &[u8]) -> &[u8] {
    raw = raw.trim_ascii_start();
    while let Some((last, before)) = raw.split_last() {
        let slashes = before.iter().rev().take_while(|b| **b == b'\\').count();
        if !last.is_ascii_whitespace() || (*last == b' ' && slashes % 2 == 1) {
            break;
        }
        raw = before;
    }
    raw
}

fn from_hex(digits: &[u8]) -> Result<Vec<u8>> {
    if digits.is_empty() {
        return Err(INVALID_REQUEST);
    }
    if !digits.len().is_multiple_of(2) {
        return Err(PARSING);
    }
    let digit = |b: u8| (b as char).to_digit(16).map(|d| d as u8).ok_or(PARSING);
    digits.chunks_exact(2).map(|p| Ok(digit(p[0])? << 4 | digit(p[1])?)).collect()
}

/// Removes backslashes. One at the end stands for itself.
fn unescaped(raw: &[u8]) -> Result<Vec<u8>> {
    let mut out = Vec::with_capacity(raw.len());
    let mut bytes = raw.iter().copied();
    while let Some(b) = bytes.next() {
        out.push(match b {
            b'\\' => match bytes.next() {
                Some(c) if b",+\"\\<>;=# ".contains(&c) => c,
                Some(_) => return Err(PARSING),
                None => b,
            },
            _ => b,
        });
    }
    Ok(out)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pki::name::{Order, to_text};

    fn text(name: &[u8]) -> String {
        String::from_utf8(to_text(name, Order::Rfc4514).unwrap()).unwrap()
    }

    // The expected bytes and codes are from GnuTLS.
    #[test]
    fn texts_as_the_library_takes_them() {
        for (given, want, end) in [
            ("CN=foo,O=x,C=GR", Some("CN=foo,O=x,C=GR"), 6),
            (" CN = a b\\, c , O=d ", Some("CN=a b\\, c,O=d"), 14),
            ("CN=a,", Some("CN=a"), 4),
            ("CN=a\\ ", Some("CN=a\\ "), 6),
            ("cn=x", Some("CN=x"), 4),
            ("2.5.4.3=abc", Some("CN=abc"), 11),
            ("1.2.3.4=#0c0161", Some("1.2.3.4=#0c0161"), 15),
            ("CN=a=b", Some("CN=a=b"), 6),
            ("CN=a;O=b", Some("CN=a\\;O=b"), 8),
            ("XX=bar", None, 6),
            ("CN=a,CN", None, 5),
            ("CN=", None, 0),
            ("1.2.3.4=foo", None, 11),
            ("CN=a+O=b", None, 0),
            ("CN=\"a,b\"", None, 6),
            ("CN=a\\2Cb", None, 8),
            ("CN=#zz", None, 6),
            ("CN=a,,O=b", None, 9),
            ("  ", None, 0),
            ("CN= \ta \n,\nO=b", Some("CN=a,O=b"), 8),
            ("CN=a\nb", None, 0),
            ("CN=a\\ \t\n", Some("CN=a\\ "), 8),
            ("CN=a,O=b+C=c", None, 0),
            ("CN=a,x y=b", None, 5),
            ("=a", None, 0),
            ("L+=a", None, 4),
            ("CN=a,L+O=x,ST=", None, 0),
            ("CN=\\zz,L=\\zz", None, 12),
            ("CN=\\zz,L=x", None, 6),
            ("CN=\\zz,=x", None, 7),
        ] {
            let (made, at) = append_text(EMPTY, given.as_bytes());
            assert_eq!(made.as_ref().ok().map(|n| text(n)).as_deref(), want, "{given}");
            assert_eq!(at, end, "{given}");
            if let Err(e) = made {
                assert_eq!(e.code(), GNUTLS_E_PARSING_ERROR);
            }
        }
        assert_eq!(append_text(EMPTY, b"").0.unwrap(), EMPTY);
        let (none, at) = append_text(EMPTY, b"CN=# ,O=x");
        assert_eq!((none.unwrap_err().code(), at), (GNUTLS_E_INVALID_REQUEST, 5));
    }

    // What is written of any attributes is read as the same: names of one attribute in each part, without line ends.
    #[test]
    fn what_is_written_is_read() {
        const KINDS: [&str; 6] =
            ["2.5.4.3", "2.5.4.10", "2.5.4.6", "0.9.2342.19200300.100.1.25", "1.2.3.4", "2.5.4.5"];
        const PIECES: [&str; 23] = [
            " ",
            "  ",
            ",",
            "+",
            "\"",
            "\\",
            "<",
            ">",
            ";",
            "=",
            "#",
            "a",
            "Z",
            "0",
            "é",
            "Ω",
            "\u{10348}",
            "#0c0161",
            "\\,",
            "CN=",
            "\\20",
            "\0",
            "'",
        ];
        let mut state = 1u64;
        let mut random = |n: usize| {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (state >> 33) as usize % n
        };
        for _ in 0..20_000 {
            let mut name = EMPTY.to_vec();
            for _ in 0..=random(3) {
                let dotted = KINDS[random(KINDS.len())];
                let value: String = (0..=random(4)).map(|_| PIECES[random(PIECES.len())]).collect();
                let der = directory_string(value.as_bytes());
                let value =
                    if dotted == "1.2.3.4" { Value::Der(&der) } else { Value::Text(value.as_bytes()) };
                name = append(&name, dotted, value).unwrap();
            }
            let given = to_text(&name, Order::Rfc4514).unwrap();
            let (again, _) = append_text(EMPTY, &given);
            assert_eq!(again, Ok(name), "{}", String::from_utf8_lossy(&given));
        }
    }

    #[test]
    fn string_types() {
        let tag = |dotted, text: &[u8]| {
            append(EMPTY, dotted, Value::Text(text)).map(|n| n[n.len() - text.len() - 2])
        };
        assert_eq!(tag("2.5.4.3", b"a b").unwrap(), der::PRINTABLE_STRING);
        assert_eq!(tag("2.5.4.3", b"a'b").unwrap(), der::UTF8_STRING);
        assert_eq!(tag("2.5.4.6", b"GR").unwrap(), der::PRINTABLE_STRING);
        assert_eq!(tag("1.2.840.113549.1.9.1", b"a@b").unwrap(), der::IA5_STRING);
        assert_eq!(tag("1.2.643.3.131.1.1", b"12").unwrap(), der::NUMERIC_STRING);
        assert_eq!(tag("1.2.3.4", b"a").unwrap_err().code(), GNUTLS_E_X509_UNSUPPORTED_OID);
        assert_eq!(tag("2.5.4.3", b"").unwrap_err().code(), GNUTLS_E_INVALID_REQUEST);
        assert!(append(EMPTY, "2.5.4.3", Value::Der(b"\x0c\x02a")).is_err());
    }
}
