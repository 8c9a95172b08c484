//! DER values that several extensions use.
use crate::abi::*;
use crate::asn1::der::{self, Reader, Write as _};
use crate::asn1::oid;
use crate::error::{Error, Result, err};

/// Reads an OBJECT IDENTIFIER and rejects an invalid encoding.
pub fn read_oid<'a>(r: &mut Reader<'a>) -> Result<&'a [u8]> {
    let id = r.oid()?;
    if oid::is_sound(id) { Ok(id) } else { err(GNUTLS_E_ASN1_DER_ERROR) }
}

/// Reads up to 16 named bits of a BIT STRING's content, in GnuTLS's bit order.
pub(super) fn read_named_bits(value: &[u8]) -> Result<u32> {
    match value {
        [0] => Ok(0),
        [0..=7, low] => Ok(u32::from(*low)),
        [0..=7, low, high] => Ok(u32::from(*low) | u32::from(*high) << 8),
        [0..=7, _, _, ..] => err(GNUTLS_E_SHORT_MEMORY_BUFFER),
        _ => err(GNUTLS_E_ASN1_DER_ERROR),
    }
}

pub(super) const NOT_VALID: Error = Error::new(GNUTLS_E_ASN1_VALUE_NOT_VALID);

/// Encodes a dotted identifier of the application.
pub fn oid_from_text(text: &str) -> Result<Vec<u8>> {
    oid::from_text(text).ok_or(NOT_VALID)
}

/// Encodes a SEQUENCE of encoded elements.
pub fn sequence(parts: &[&[u8]]) -> Vec<u8> {
    let mut out = Vec::new();
    out.nested(der::SEQUENCE, |w| parts.iter().for_each(|p| w.extend_from_slice(p)));
    out
}

/// Appends an element to an encoded SEQUENCE OF. Without `list`, returns a new SEQUENCE OF.
pub fn append_element(list: Option<&[u8]>, element: &[u8]) -> Result<Vec<u8>> {
    let before = match list {
        Some(list) => der::whole(list, der::SEQUENCE)?.value,
        None => &[],
    };
    Ok(sequence(&[before, element]))
}

/// Encodes the content of a minimal BIT STRING of named bits. Bit 0 is the highest bit of the first byte.
pub(super) fn write_named_bits(bytes: &[u8]) -> Vec<u8> {
    let used = bytes.iter().rposition(|&b| b != 0).map_or(0, |n| n + 1);
    let unused = bytes[..used].last().map_or(0, |b| b.trailing_zeros() as u8);
    [&[unused], &bytes[..used]].concat()
}

pub fn octet_string(bytes: &[u8]) -> Vec<u8> {
    let mut out = Vec::new();
    out.element(der::OCTET_STRING, bytes);
    out
}

pub fn utf8_string(text: &[u8]) -> Vec<u8> {
    let mut out = Vec::new();
    out.element(der::UTF8_STRING, text);
    out
}

pub fn integer(n: u32) -> Vec<u8> {
    let mut out = Vec::new();
    out.unsigned(&n.to_be_bytes());
    out
}

/// Shortens an INTEGER's content to its minimal encoding.
pub fn minimal_integer(bytes: &[u8]) -> &[u8] {
    let mut rest = bytes;
    while let [first, second, ..] = rest {
        let spare = (*first == 0 && second & 0x80 == 0) || (*first == 0xff && second & 0x80 != 0);
        if !spare {
            break;
        }
        rest = &rest[1..];
    }
    rest
}
