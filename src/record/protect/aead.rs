//! AEAD cipher suites (RFC 5246 section 6.2.3.3, RFC 8446 section 5.2).
use core::ops::Range;

use super::common::{FAILED, Opened, Record};
use crate::abi::*;
use crate::alg::Cipher;
use crate::crypto::aead::RecordKey;
use crate::error::{Error, Result, err};
use crate::record::ContentType;

/// The explicit part of a nonce of GCM and CCM in TLS 1.2 (RFC 5288 section 3, RFC 6655 section 3).
const EXPLICIT: usize = 8;

/// AES-GCM: 2^24, as in GnuTLS. RFC 8446 section 5.5 allows 2^24.5.
pub(super) const GCM_LIMIT: u64 = 1 << 24;
/// AES-CCM: 2^23 (RFC 9147 section 4.5.3).
const CCM_LIMIT: u64 = 1 << 23;

pub(super) struct State {
    key: RecordKey,
    nonce: Nonce,
    /// The number of records after which a key of TLS 1.3 is updated, if its cipher has a limit.
    limit: Option<u64>,
}

/// How the nonce of a record is made.
enum Nonce {
    /// TLS 1.2: a salt from the key block and an explicit part in the record.
    Explicit([u8; 4]),
    /// TLS 1.2 ChaCha20-Poly1305 (RFC 7905): the IV xor the sequence number.
    Xored([u8; 12]),
    /// TLS 1.3: like `Xored`, but the content type is encrypted.
    Inner([u8; 12]),
}

/// The per-record nonce of RFC 8446 section 5.3.
fn xored(iv: &[u8; 12], sequence: u64) -> [u8; 12] {
    let mut nonce = *iv;
    nonce[4..].iter_mut().zip(sequence.to_be_bytes()).for_each(|(n, s)| *n ^= s);
    nonce
}

fn explicit(salt: &[u8; 4], part: &[u8; EXPLICIT]) -> [u8; 12] {
    let mut nonce = [0; 12];
    nonce[..4].copy_from_slice(salt);
    nonce[4..].copy_from_slice(part);
    nonce
}

impl State {
    fn new(cipher: Cipher, key: &[u8], nonce: Nonce) -> Result<State> {
        let limit = match cipher {
            Cipher::Aes128Gcm | Cipher::Aes256Gcm => Some(GCM_LIMIT),
            Cipher::Chacha20Poly1305 => None,
            _ => Some(CCM_LIMIT),
        };
        Ok(State { key: RecordKey::new(cipher, key)?, nonce, limit })
    }

    pub(super) fn tls12(cipher: Cipher, key: &[u8], iv: &[u8]) -> Result<State> {
        const IV: Error = Error::new(GNUTLS_E_INVALID_REQUEST);
        let nonce = match cipher {
            Cipher::Chacha20Poly1305 => Nonce::Xored(iv.try_into().map_err(|_| IV)?),
            _ => Nonce::Explicit(iv.try_into().map_err(|_| IV)?),
        };
        State::new(cipher, key, nonce)
    }

    pub(super) fn tls13(cipher: Cipher, key: &[u8], iv: &[u8]) -> Result<State> {
        let iv = iv.try_into().map_err(|_| Error::new(GNUTLS_E_INVALID_REQUEST))?;
        State::new(cipher, key, Nonce::Inner(iv))
    }

    pub(super) fn is_tls13(&self) -> bool {
        matches!(self.nonce, Nonce::Inner(_))
    }

    /// Whether the key has protected so many records that TLS 1.3 requires a KeyUpdate.
    pub(super) fn needs_update(&self, sequence: u64) -> bool {
        self.is_tls13() && self.limit.is_some_and(|limit| sequence >= limit)
    }

    /// That number, if there is one.
    pub(super) fn limit(&self) -> Option<u64> {
        self.limit.filter(|_| self.is_tls13())
    }

    /// How many records that are not authentic may be received: of CCM 2^23.5, of the others 2^36 (RFC 9147 section 4.5.3).
    pub(super) fn integrity_limit(&self) -> u64 {
        if self.limit == Some(CCM_LIMIT) { 11_863_283 } else { 1 << 36 }
    }

    pub(super) fn overhead(&self) -> usize {
        let tag = self.key.tag_size();
        match self.nonce {
            Nonce::Explicit(_) => EXPLICIT + tag,
            Nonce::Xored(_) => tag,
            Nonce::Inner(_) => tag + 1,
        }
    }

    /// Opens a record of TLS 1.2 and returns where its content is.
    pub(super) fn open12(&mut self, record: &Record, payload: &mut [u8]) -> Result<Range<usize>> {
        let start = if let Nonce::Explicit(_) = self.nonce { EXPLICIT } else { 0 };
        let len = payload.len().checked_sub(self.overhead()).ok_or(FAILED)?;
        let (part, sealed) = payload.split_at_mut(start);
        let nonce = match (&self.nonce, (&*part).try_into()) {
            (Nonce::Explicit(salt), Ok(part)) => explicit(salt, part),
            (Nonce::Xored(iv) | Nonce::Inner(iv), _) => xored(iv, record.sequence),
            (Nonce::Explicit(_), Err(_)) => return Err(FAILED),
        };
        self.key.open(&nonce, &record.authenticated(len), sealed)?;
        Ok(start..start + len)
    }

    /// Opens a record of TLS 1.3.
    pub(super) fn open13(
        &mut self,
        sequence: u64,
        header: &[u8],
        payload: &mut [u8],
        limit: usize,
    ) -> Result<Opened> {
        const UNEXPECTED: Error = Error::new(GNUTLS_E_UNEXPECTED_PACKET);
        let (Nonce::Inner(iv) | Nonce::Xored(iv)) = &self.nonce else { return err(GNUTLS_E_INTERNAL_ERROR) };
        let len = self.key.open(&xored(iv, sequence), header, payload)?;
        // The limit includes content type and padding (RFC 8446 section 5.4, RFC 8449 section 4).
        if len > limit + 1 {
            return err(GNUTLS_E_RECORD_OVERFLOW);
        }
        // The last nonzero byte is the content type; a record of zeros is invalid.
        let at = payload[..len].iter().rposition(|&b| b != 0).ok_or(UNEXPECTED)?;
        let content = ContentType::from_u8(payload[at]).ok_or(UNEXPECTED)?;
        if at > limit { err(GNUTLS_E_RECORD_OVERFLOW) } else { Ok((content, 0..at)) }
    }

    /// Appends the payload of a record of TLS 1.2.
    pub(super) fn seal12(&mut self, record: &Record, parts: &[&[u8]], out: &mut Vec<u8>) -> Result<()> {
        let nonce = match &self.nonce {
            Nonce::Explicit(salt) => {
                let part = record.sequence.to_be_bytes();
                out.extend_from_slice(&part);
                explicit(salt, &part)
            }
            Nonce::Xored(iv) | Nonce::Inner(iv) => xored(iv, record.sequence),
        };
        let start = out.len();
        parts.iter().for_each(|p| out.extend_from_slice(p));
        let aad = record.additional(out.len() - start);
        self.key.seal(&nonce, &aad, out, start)
    }

    /// Appends the payload of a record of TLS 1.3 with `padding` zeros.
    pub(super) fn seal13(
        &mut self,
        header: &[u8],
        record: &Record,
        parts: &[&[u8]],
        padding: usize,
        out: &mut Vec<u8>,
    ) -> Result<()> {
        let (Nonce::Inner(iv) | Nonce::Xored(iv)) = &self.nonce else { return err(GNUTLS_E_INTERNAL_ERROR) };
        let nonce = xored(iv, record.sequence);
        let start = out.len();
        parts.iter().for_each(|p| out.extend_from_slice(p));
        out.push(record.content as u8);
        out.resize(out.len() + padding, 0);
        self.key.seal(&nonce, header, out, start)
    }
}
