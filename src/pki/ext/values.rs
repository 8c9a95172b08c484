//! DER values that several extensions have.
use crate::abi::*;
use crate::asn1::der::{self, Reader, Write as _};
use crate::asn1::oid;
use crate::error::{Error, Result, err};

/// An OBJECT IDENTIFIER that has a text: one that has none is not passed over.
pub fn read_oid<'a>(r: &mut Reader<'a>) -> Result<&'a [u8]> {
    let id = r.oid()?;
    if oid::is_sound(id) { Ok(id) } else { err(GNUTLS_E_ASN1_DER_ERROR) }
}

/// Up to sixteen bits of a BIT STRING's content as GnuTLS numbers them.
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

/// The encoded form of a dotted identifier that a program gave.
pub fn oid_from_text(text: &str) -> Result<Vec<u8>> {
    oid::from_text(text).ok_or(NOT_VALID)
}

/// A SEQUENCE of what is given.
pub fn sequence(parts: &[&[u8]]) -> Vec<u8> {
    let mut out = Vec::new();
    out.nested(der::SEQUENCE, |w| parts.iter().for_each(|p| w.extend_from_slice(p)));
    out
}

/// A SEQUENCE OF with one more element at its end; a fresh one without a list.
pub fn append_element(list: Option<&[u8]>, element: &[u8]) -> Result<Vec<u8>> {
    let before = match list {
        Some(list) => der::whole(list, der::SEQUENCE)?.value,
        None => &[],
    };
    Ok(sequence(&[before, element]))
}

/// A BIT STRING of named bits as short as it can be; the first byte's highest bit is bit 0.
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

/// An INTEGER's content as short as it can be.
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
