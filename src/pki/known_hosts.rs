//! The file of keys that hosts have shown before (`gnutls_store_pubkey`): how it is read and written.
//!
//! A line is of fields that end in `|`: `g0`, host, service, expiration, and the SubjectPublicKeyInfo in base64; or `c0`,
//! host, service, expiration, the number of a hash algorithm and the hash of the SubjectPublicKeyInfo in hex. `*` stands for
//! any host and any service. The expiration is in seconds since 1970, and 0 for none.
use crate::abi::*;
use crate::alg::Digest;
use crate::asn1::pem::{base64_decode, base64_encode};
use crate::codec::{hex, unhex};
use crate::crypto::hash::digest;
use crate::error::{Error, Result};
use crate::log::reason;

/// What the lines say of a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Found {
    Nothing,
    /// Lines of the host and the service have other keys only.
    Others,
    Key,
}

const ANY: &[u8] = b"*";

/// Looks for the key of a host and a service, of which `None` matches any.
pub fn find(text: &[u8], host: Option<&[u8]>, service: Option<&[u8]>, spki: &[u8], now: i64) -> Found {
    let mut found = Found::Nothing;
    for line in text.split(|b| *b == b'\n') {
        match key_of(line, host, service, now) {
            Some(key) if key.is(spki) => return Found::Key,
            Some(_) => found = Found::Others,
            None => {}
        }
    }
    found
}

/// The key in a line.
enum Key<'a> {
    Spki(&'a [u8]),
    Hash(Digest, &'a [u8]),
}

/// The key of a line that counts for a host and a service.
fn key_of<'a>(line: &'a [u8], host: Option<&[u8]>, service: Option<&[u8]>, now: i64) -> Option<Key<'a>> {
    let mut fields = line.split(|b| *b == b'|').filter(|field| !field.is_empty());
    let is =
        |wanted: Option<&[u8]>, field: &[u8]| field == ANY || wanted.is_none_or(|wanted| wanted == field);
    let format = fields.next()?;
    if !is(host, fields.next()?) || !is(service, fields.next()?) || has_expired(fields.next()?, now) {
        return None;
    }
    match format {
        b"g0" => Some(Key::Spki(fields.next()?)),
        b"c0" => {
            let number = core::str::from_utf8(fields.next()?).ok()?.parse().ok()?;
            Some(Key::Hash(Digest::from_raw(number)?, fields.next()?))
        }
        _ => None,
    }
}

/// Text that is no number is no expiration.
fn has_expired(field: &[u8], now: i64) -> bool {
    let at: i64 = core::str::from_utf8(field).ok().and_then(|text| text.trim().parse().ok()).unwrap_or(0);
    at > 0 && now > at
}

impl Key<'_> {
    fn is(&self, spki: &[u8]) -> bool {
        match self {
            Key::Spki(text) => base64_decode(text).is_ok_and(|key| key == spki),
            Key::Hash(algorithm, text) => {
                let stored = unhex(text.trim_ascii());
                stored.is_ok_and(|stored| digest(*algorithm, spki).is_ok_and(|hash| *hash == stored[..]))
            }
        }
    }
}

/// A line with a key.
pub fn key_line(
    host: Option<&[u8]>,
    service: Option<&[u8]>,
    expiration: i64,
    spki: &[u8],
) -> Result<Vec<u8>> {
    line(b"g0", host, service, expiration, &base64_encode(spki))
}

/// A line with the hash of a key.
pub fn hash_line(
    host: Option<&[u8]>,
    service: Option<&[u8]>,
    expiration: i64,
    algorithm: Digest,
    hash: &[u8],
) -> Result<Vec<u8>> {
    let fields = [algorithm.raw().to_string().as_bytes(), b"|", &hex(hash)].concat();
    line(b"c0", host, service, expiration, &fields)
}

fn line(
    format: &[u8],
    host: Option<&[u8]>,
    service: Option<&[u8]>,
    expiration: i64,
    key: &[u8],
) -> Result<Vec<u8>> {
    let (host, service) = (name(host)?, name(service)?);
    let expiration = expiration.max(0).to_string();
    Ok([b"|", format, b"|", host, b"|", service, b"|", expiration.as_bytes(), b"|", key, b"\n"].concat())
}

/// A name that can stand in a field.
fn name(name: Option<&[u8]>) -> Result<&[u8]> {
    let name = name.unwrap_or(ANY);
    if name.is_empty() || name.iter().any(|b| *b == b'|' || b.is_ascii_control()) {
        return Err(reason!(
            Error::new(GNUTLS_E_INVALID_REQUEST),
            "a name that is empty, or has a \"|\" or a control character, cannot be stored"
        ));
    }
    Ok(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_found() {
        let (host, service) = (Some(&b"a.example"[..]), Some(&b"443"[..]));
        let hash = digest(Digest::Sha256, b"key").unwrap();
        for line in [
            key_line(host, service, 0, b"key").unwrap(),
            key_line(None, None, 60, b"key").unwrap(),
            hash_line(host, service, 60, Digest::Sha256, &hash).unwrap(),
        ] {
            assert_eq!(find(&line, host, service, b"key", 60), Found::Key);
            assert_eq!(find(&line, host, None, b"key", 60), Found::Key);
            assert_eq!(find(&line, host, service, b"other", 60), Found::Others);
            for n in 0..line.len() - 1 {
                assert_ne!(find(&line[..n], host, service, b"key", 60), Found::Key, "{n}");
            }
        }
        let line = key_line(host, service, 60, b"key").unwrap();
        assert_eq!(find(&line, host, service, b"key", 61), Found::Nothing);
        assert_eq!(find(&line, host, Some(b"80"), b"key", 0), Found::Nothing);
        assert_eq!(find(&line, Some(b"b.example"), service, b"key", 0), Found::Nothing);
    }

    #[test]
    fn no_name_makes_another_line() {
        for bad in ["a|b", "a\nb", "a\r", ""] {
            assert!(key_line(Some(bad.as_bytes()), None, 0, b"key").is_err(), "{bad:?}");
            assert!(key_line(None, Some(bad.as_bytes()), 0, b"key").is_err(), "{bad:?}");
        }
    }
}
