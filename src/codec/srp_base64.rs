//! The base64 of libsrp, for the files of SRP: a number in groups of three bytes and four digits from its end. The first group may be
//! shorter, and has no leading zeros.
use crate::abi::GNUTLS_E_BASE64_DECODING_ERROR;
use crate::error::{Result, err};

const DIGITS: &[u8; 64] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz./";

fn value(digit: u8) -> Option<u32> {
    DIGITS.iter().position(|d| *d == digit).map(|v| v as u32)
}

pub fn encode(bytes: &[u8]) -> Vec<u8> {
    let (first, groups) = bytes.split_at(bytes.len() % 3);
    let digit = |number: u32, place: u32| DIGITS[(number >> (6 * place) & 63) as usize];
    let number = |group: &[u8]| group.iter().fold(0u32, |n, b| n << 8 | u32::from(*b));
    let mut out = Vec::with_capacity(bytes.len().div_ceil(3) * 4);
    if !first.is_empty() {
        let number = number(first);
        let digits = (32 - number.leading_zeros()).div_ceil(6).max(1);
        out.extend((0..digits).rev().map(|place| digit(number, place)));
    }
    for group in groups.chunks_exact(3) {
        let number = number(group);
        out.extend((0..4).rev().map(|place| digit(number, place)));
    }
    out
}

/// Fails with `GNUTLS_E_BASE64_DECODING_ERROR` for what is no digit. A shorter first group has as few bytes as its value needs, and not
/// fewer than its digits have room for.
pub fn decode(text: &[u8]) -> Result<Vec<u8>> {
    let (first, groups) = text.split_at(text.len() % 4);
    let number = |digits: &[u8]| digits.iter().try_fold(0u32, |n, d| Some(n << 6 | value(*d)?));
    let mut out = Vec::with_capacity(text.len().div_ceil(4) * 3);
    if !first.is_empty() {
        let Some(number) = number(first) else { return err(GNUTLS_E_BASE64_DECODING_ERROR) };
        let least = first.len().saturating_sub(1).max(1);
        let size = ((32 - number.leading_zeros()).div_ceil(8) as usize).max(least);
        out.extend_from_slice(&number.to_be_bytes()[4 - size..]);
    }
    for group in groups.chunks_exact(4) {
        let Some(number) = number(group) else { return err(GNUTLS_E_BASE64_DECODING_ERROR) };
        out.extend_from_slice(&number.to_be_bytes()[1..]);
    }
    Ok(out)
}
