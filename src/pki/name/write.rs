//! Encoding of distinguished names from single attributes or from RFC 4514 text.
use crate::abi::*;
use crate::asn1::der::{self, Reader, Write as _};
use crate::asn1::oid;
use crate::error::{Error, INVALID_REQUEST, Result, err};
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
/// in the text: the end of its first relative name, or on failure the position up to which the text was
/// parsed.
pub fn append_text(name: &[u8], text: &[u8]) -> (Result<Vec<u8>>, usize) {
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
    for (pair, _) in parts.into_iter().rev() {
        match pair.append_to(&out) {
            Ok(longer) => out = longer,
            Err(_) => return (Err(PARSING), text.len()),
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
        let value = self.value?;
        let dotted = match name::attribute_oid(kind) {
            Some(known) => known,
            None if kind.starts_with(|c: char| c.is_ascii_digit()) => kind,
            None => return Err(PARSING),
        };
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
    let after = &rest[equals + 1..];
    // The value ends at an unescaped comma.
    let (mut len, mut escaped) = (0, false);
    for &b in after {
        match b {
            _ if escaped => escaped = false,
            b'\\' => escaped = true,
            b',' => break,
            b'+' | b'\n' => return Err(PARSING),
            _ => {}
        }
        len += 1;
    }
    let raw = after[..len].trim_ascii_start();
    if raw.is_empty() {
        return Err(PARSING);
    }
    let (hex, value) = match raw.strip_prefix(b"#") {
        Some(digits) => (true, from_hex(digits.trim_ascii_end())),
        None => (false, unescaped(raw)),
    };
    Ok(Some((Pair { kind, value, hex }, at + equals + 1 + len)))
}

fn from_hex(digits: &[u8]) -> Result<Vec<u8>> {
    if digits.is_empty() || !digits.len().is_multiple_of(2) {
        return Err(PARSING);
    }
    let digit = |b: u8| (b as char).to_digit(16).map(|d| d as u8).ok_or(PARSING);
    digits.chunks_exact(2).map(|p| Ok(digit(p[0])? << 4 | digit(p[1])?)).collect()
}

/// Removes backslashes, and spaces at the end unless they are escaped.
fn unescaped(raw: &[u8]) -> Result<Vec<u8>> {
    let mut out = Vec::with_capacity(raw.len());
    let mut keep = 0;
    let mut bytes = raw.iter().copied();
    while let Some(b) = bytes.next() {
        match b {
            b'\\' => match bytes.next() {
                Some(c) if b",+\"\\<>;=# ".contains(&c) => out.push(c),
                Some(_) => return Err(PARSING),
                None => out.push(b'\\'),
            },
            b' ' => {
                out.push(b' ');
                continue;
            }
            _ => out.push(b),
        }
        keep = out.len();
    }
    out.truncate(keep);
    if out.is_empty() { err(GNUTLS_E_PARSING_ERROR) } else { Ok(out) }
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
        ] {
            let (made, at) = append_text(EMPTY, given.as_bytes());
            assert_eq!(made.as_ref().ok().map(|n| text(n)).as_deref(), want, "{given}");
            assert_eq!(at, end, "{given}");
            if let Err(e) = made {
                assert_eq!(e.code(), GNUTLS_E_PARSING_ERROR);
            }
        }
        assert_eq!(append_text(EMPTY, b"").0.unwrap(), EMPTY);
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
