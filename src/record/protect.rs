//! The record protection of one direction: the cipher, its nonces and the sequence number.
use core::ops::Range;

use super::{ContentType, HEADER, MAX_PLAINTEXT};
use crate::abi::*;
use crate::alg::ids::Cipher;
use crate::alg::numbers::VersionNumber;
use crate::crypto::aead::{Aead, TAG};
use crate::error::{Error, Result, err};
use crate::log::{RECORD, log};

/// The number of records after which AES-GCM keys are updated: 2^24, as in GnuTLS. RFC 8446 section 5.5
/// allows 2^24.5.
const GCM_LIMIT: u64 = 1 << 24;
/// The explicit part of a TLS 1.2 GCM nonce (RFC 5288 section 3).
const EXPLICIT: usize = 8;

/// The cipher state of one direction. A new one is created for each key; its sequence number begins at zero.
#[derive(Default)]
pub struct Protection {
    kind: Kind,
    sequence: u64,
}

#[derive(Default)]
enum Kind {
    #[default]
    Null,
    /// TLS 1.2 AES-GCM: the nonce consists of a salt from the key block and an explicit part in the record.
    Explicit { aead: Aead, salt: [u8; 4] },
    /// TLS 1.2 ChaCha20-Poly1305 (RFC 7905): the nonce is the IV xor the sequence number.
    Xored { aead: Aead, iv: [u8; 12] },
    /// TLS 1.3: like `Xored`, but the content type is encrypted (RFC 8446 section 5.2).
    Inner { aead: Aead, iv: [u8; 12], gcm: bool },
}

/// An opened record: the content type and the range of the content in the payload.
pub type Opened = (ContentType, Range<usize>);

/// The per-record nonce of RFC 8446 section 5.3.
fn xored(iv: &[u8; 12], sequence: u64) -> [u8; 12] {
    let mut nonce = *iv;
    nonce[4..].iter_mut().zip(sequence.to_be_bytes()).for_each(|(n, s)| *n ^= s);
    nonce
}

/// The additional data of RFC 5246 section 6.2.3.3.
fn aad12(sequence: u64, content: ContentType, version: u16, len: usize) -> [u8; 13] {
    let mut aad = [0; 13];
    aad[..8].copy_from_slice(&sequence.to_be_bytes());
    aad[8] = content as u8;
    aad[9..11].copy_from_slice(&version.to_be_bytes());
    aad[11..].copy_from_slice(&(len as u16).to_be_bytes());
    aad
}

impl Protection {
    /// No protection, as at the start of every connection.
    pub const fn null() -> Protection {
        Protection { kind: Kind::Null, sequence: 0 }
    }

    /// The AEAD cipher suites of TLS 1.2. `iv` is from the key block and has 4 bytes for GCM, 12 for
    /// ChaCha20.
    pub fn tls12(cipher: Cipher, key: &[u8], iv: &[u8]) -> Result<Protection> {
        const IV: Error = Error::new(GNUTLS_E_INVALID_REQUEST);
        let aead = Aead::new(cipher, key)?;
        let kind = if cipher == Cipher::Chacha20Poly1305 {
            Kind::Xored { aead, iv: iv.try_into().map_err(|_| IV)? }
        } else {
            Kind::Explicit { aead, salt: iv.try_into().map_err(|_| IV)? }
        };
        Ok(Protection { kind, sequence: 0 })
    }

    /// The cipher suites of TLS 1.3. `iv` has 12 bytes.
    pub fn tls13(cipher: Cipher, key: &[u8], iv: &[u8]) -> Result<Protection> {
        let aead = Aead::new(cipher, key)?;
        let iv = iv.try_into().map_err(|_| Error::new(GNUTLS_E_INVALID_REQUEST))?;
        let kind = Kind::Inner { aead, iv, gcm: cipher != Cipher::Chacha20Poly1305 };
        Ok(Protection { kind, sequence: 0 })
    }

    pub fn is_null(&self) -> bool {
        matches!(self.kind, Kind::Null)
    }

    /// Whether the protection is of TLS 1.3, with an encrypted content type.
    pub fn is_tls13(&self) -> bool {
        matches!(self.kind, Kind::Inner { .. })
    }

    /// Number of bytes that protection adds to a plaintext, without header and padding.
    pub fn overhead(&self) -> usize {
        match self.kind {
            Kind::Null => 0,
            Kind::Explicit { .. } => EXPLICIT + TAG,
            Kind::Xored { .. } => TAG,
            Kind::Inner { .. } => TAG + 1,
        }
    }

    /// Maximum payload size that a record header may announce.
    pub fn max_payload(&self) -> usize {
        match self.kind {
            Kind::Null => MAX_PLAINTEXT,
            Kind::Explicit { .. } | Kind::Xored { .. } => MAX_PLAINTEXT + 2048,
            Kind::Inner { .. } => MAX_PLAINTEXT + 256,
        }
    }

    /// The sequence number of the next record.
    pub fn sequence(&self) -> u64 {
        self.sequence
    }

    /// Sets the sequence number of the next record (`gnutls_record_set_state`).
    pub fn set_sequence(&mut self, sequence: u64) {
        self.sequence = sequence;
    }

    /// Whether the key has protected so many records that TLS 1.3 requires a KeyUpdate.
    pub fn needs_update(&self) -> bool {
        matches!(self.kind, Kind::Inner { gcm: true, .. }) && self.sequence >= GCM_LIMIT
    }

    /// Returns the sequence number of a record and increments it. The highest number is never used, so that
    /// no number repeats.
    fn count(&mut self) -> Result<u64> {
        if self.sequence == u64::MAX {
            return err(GNUTLS_E_RECORD_LIMIT_REACHED);
        }
        self.sequence += 1;
        Ok(self.sequence - 1)
    }

    /// Opens one record in place. Fails with `GNUTLS_E_DECRYPTION_FAILED` if it is not authentic,
    /// `GNUTLS_E_RECORD_OVERFLOW` if the plaintext is longer than `limit` (in TLS 1.3 without the content
    /// type), and `GNUTLS_E_UNEXPECTED_PACKET` if the content type is missing or unknown.
    pub fn open(&mut self, header: &[u8; HEADER], payload: &mut [u8], limit: usize) -> Result<Opened> {
        const UNEXPECTED: Error = Error::new(GNUTLS_E_UNEXPECTED_PACKET);
        const FAILED: Error = Error::new(GNUTLS_E_DECRYPTION_FAILED);
        let content = ContentType::from_u8(header[0]).ok_or(UNEXPECTED)?;
        let version = u16::from_be_bytes([header[1], header[2]]);
        let sequence = self.count()?;
        let (content, range) = match &self.kind {
            Kind::Null => (content, 0..payload.len()),
            Kind::Explicit { aead, salt } => {
                let (explicit, sealed) = payload.split_first_chunk_mut::<EXPLICIT>().ok_or(FAILED)?;
                let len = sealed.len().checked_sub(TAG).ok_or(FAILED)?;
                let mut nonce = [0; 12];
                nonce[..4].copy_from_slice(salt);
                nonce[4..].copy_from_slice(explicit);
                aead.open(&nonce, &aad12(sequence, content, version, len), sealed)?;
                (content, EXPLICIT..EXPLICIT + len)
            }
            Kind::Xored { aead, iv } => {
                let len = payload.len().checked_sub(TAG).ok_or(FAILED)?;
                aead.open(&xored(iv, sequence), &aad12(sequence, content, version, len), payload)?;
                (content, 0..len)
            }
            Kind::Inner { aead, iv, .. } => {
                let len = aead.open(&xored(iv, sequence), header, payload)?;
                // The limit includes content type and padding (RFC 8446 section 5.4, RFC 8449 section 4).
                if len > limit + 1 {
                    return err(GNUTLS_E_RECORD_OVERFLOW);
                }
                // The last nonzero byte is the content type; a record of zeros is invalid.
                let at = payload[..len].iter().rposition(|&b| b != 0).ok_or(UNEXPECTED)?;
                (ContentType::from_u8(payload[at]).ok_or(UNEXPECTED)?, 0..at)
            }
        };
        if range.len() > limit {
            return err(GNUTLS_E_RECORD_OVERFLOW);
        }
        Ok((content, range))
    }

    /// Appends one sealed record with the bytes of `parts` (at most 2^14 in total) to `out`. In TLS 1.3 up to
    /// `padding` zeros follow the content, as far as the record has capacity for them.
    pub fn seal(
        &mut self,
        content: ContentType,
        version: u16,
        parts: &[&[u8]],
        padding: usize,
        out: &mut Vec<u8>,
    ) -> Result<()> {
        let len: usize = parts.iter().map(|p| p.len()).sum();
        if len > MAX_PLAINTEXT {
            return err(GNUTLS_E_INVALID_REQUEST);
        }
        // TLS 1.3 never protects change_cipher_spec (RFC 8446 section 5).
        let clear = self.is_null() || (self.is_tls13() && content == ContentType::ChangeCipherSpec);
        let sequence = if clear { 0 } else { self.count()? };
        let start = out.len();
        log!(
            RECORD,
            "sends a record: {}, {}, {len} bytes{}, {}",
            content.name(),
            VersionNumber(version),
            if padding > 0 { format!(" and {padding} of padding") } else { String::new() },
            if clear { "not protected".to_string() } else { format!("protected, sequence {sequence}") }
        );
        let put = |out: &mut Vec<u8>, outer: ContentType, version: u16, payload: usize| -> [u8; HEADER] {
            let ([v0, v1], [l0, l1]) = (version.to_be_bytes(), (payload as u16).to_be_bytes());
            let header = [outer as u8, v0, v1, l0, l1];
            out.reserve(HEADER + payload);
            out.extend_from_slice(&header);
            header
        };
        let sealed = match &self.kind {
            _ if clear => {
                put(out, content, version, len);
                parts.iter().for_each(|p| out.extend_from_slice(p));
                Ok(())
            }
            Kind::Null => Ok(()),
            Kind::Explicit { aead, salt } => {
                put(out, content, version, EXPLICIT + len + TAG);
                let mut nonce = [0; 12];
                nonce[..4].copy_from_slice(salt);
                nonce[4..].copy_from_slice(&sequence.to_be_bytes());
                out.extend_from_slice(&nonce[4..]);
                parts.iter().for_each(|p| out.extend_from_slice(p));
                let aad = aad12(sequence, content, version, len);
                aead.seal(&nonce, &aad, &mut out[start + HEADER + EXPLICIT..])
                    .map(|tag| out.extend_from_slice(&tag))
            }
            Kind::Xored { aead, iv } => {
                put(out, content, version, len + TAG);
                parts.iter().for_each(|p| out.extend_from_slice(p));
                let aad = aad12(sequence, content, version, len);
                aead.seal(&xored(iv, sequence), &aad, &mut out[start + HEADER..])
                    .map(|tag| out.extend_from_slice(&tag))
            }
            Kind::Inner { aead, iv, .. } => {
                let padding = padding.min(MAX_PLAINTEXT - len);
                let aad = put(out, ContentType::ApplicationData, 0x0303, len + 1 + padding + TAG);
                parts.iter().for_each(|p| out.extend_from_slice(p));
                out.push(content as u8);
                out.resize(out.len() + padding, 0);
                aead.seal(&xored(iv, sequence), &aad, &mut out[start + HEADER..])
                    .map(|tag| out.extend_from_slice(&tag))
            }
        };
        if sealed.is_err() {
            // Remove the plaintext.
            out.truncate(start);
        }
        sealed
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hex(s: &str) -> Vec<u8> {
        (0..s.len() / 2).map(|i| u8::from_str_radix(&s[2 * i..2 * i + 2], 16).unwrap()).collect()
    }

    /// RFC 8448 section 3: the server's first application record after the ticket, and an alert.
    #[test]
    fn records_of_rfc8448() {
        let key = hex("9f02283b6c9c07efc26bb9f2ac92e356");
        let iv = hex("cf782b88dd83549aadf1e984");
        let mut p = Protection::tls13(Cipher::Aes128Gcm, &key, &iv).unwrap();
        p.set_sequence(1);
        let plain: Vec<u8> = (0..50).collect();
        let mut out = Vec::new();
        p.seal(ContentType::ApplicationData, 0x0303, &[&plain], 0, &mut out).unwrap();
        p.seal(ContentType::Alert, 0x0303, &[&[1], &[0]], 0, &mut out).unwrap();
        assert_eq!(
            out,
            hex(concat!(
                "17030300432e937e11ef4ac740e538ad36005fc4a46932fc3225d05f82aa1b36e30efaf97d90e6dffc602dcb501a59a8",
                "fcc49c4bf2e5f0a21c0047c2abf332540dd032e167c2955d",
                "1703030013b58fd67166ebf599d24720cfbe7efa7a8864a9"
            ))
        );
        assert_eq!(p.sequence(), 3);
    }

    fn pairs() -> Vec<(Protection, Protection)> {
        let make = |f: &dyn Fn() -> Protection| (f(), f());
        vec![
            make(&Protection::null),
            make(&|| Protection::tls12(Cipher::Aes128Gcm, &[1; 16], &[2; 4]).unwrap()),
            make(&|| Protection::tls12(Cipher::Aes256Gcm, &[1; 32], &[2; 4]).unwrap()),
            make(&|| Protection::tls12(Cipher::Chacha20Poly1305, &[1; 32], &[2; 12]).unwrap()),
            make(&|| Protection::tls13(Cipher::Aes256Gcm, &[1; 32], &[2; 12]).unwrap()),
            make(&|| Protection::tls13(Cipher::Chacha20Poly1305, &[1; 32], &[2; 12]).unwrap()),
        ]
    }

    #[test]
    fn what_one_side_seals_the_other_opens() {
        for (mut w, mut r) in pairs() {
            for (n, padding) in [(0, 0), (1, 7), (MAX_PLAINTEXT, 99)] {
                let mut out = Vec::new();
                w.seal(ContentType::ApplicationData, 0x0303, &[&vec![5; n]], padding, &mut out).unwrap();
                let pad = if w.is_tls13() { padding.min(MAX_PLAINTEXT - n) } else { 0 };
                assert_eq!(out.len(), HEADER + n + w.overhead() + pad);
                let (header, payload) = out.split_first_chunk_mut::<HEADER>().unwrap();
                assert_eq!(u16::from_be_bytes([header[3], header[4]]) as usize, payload.len());
                assert!(payload.len() <= r.max_payload());
                let (content, range) = r.open(header, payload, MAX_PLAINTEXT).unwrap();
                assert_eq!((content, &payload[range]), (ContentType::ApplicationData, &vec![5; n][..]));
            }
            assert_eq!(r.sequence(), 3);
        }
    }

    #[test]
    fn changed_records_fail() {
        for (mut w, _) in pairs().into_iter().skip(1) {
            let mut out = Vec::new();
            w.seal(ContentType::Handshake, 0x0303, &[b"hello"], 0, &mut out).unwrap();
            w.set_sequence(0);
            for cut in HEADER..out.len() {
                let mut cut = out[..cut].to_vec();
                let (header, payload) = cut.split_first_chunk_mut::<HEADER>().unwrap();
                let e = w.open(header, payload, MAX_PLAINTEXT).unwrap_err();
                assert_eq!(e.code(), GNUTLS_E_DECRYPTION_FAILED);
                w.set_sequence(0);
            }
            for at in 0..out.len() {
                let mut bad = out.clone();
                bad[at] ^= 1;
                let (header, payload) = bad.split_first_chunk_mut::<HEADER>().unwrap();
                // The reader checks the length in the header. TLS 1.2 authenticates the plaintext length
                // instead.
                let in_aad = w.is_tls13() || !(3..5).contains(&at);
                assert_eq!(w.open(header, payload, MAX_PLAINTEXT).is_err(), in_aad, "byte {at}");
                w.set_sequence(0);
            }
            let mut late = out.clone();
            let (header, payload) = late.split_first_chunk_mut::<HEADER>().unwrap();
            w.set_sequence(1);
            assert!(w.open(header, payload, MAX_PLAINTEXT).is_err(), "out of order");
        }
    }

    #[test]
    fn limits() {
        let mut p = Protection::tls13(Cipher::Aes128Gcm, &[0; 16], &[0; 12]).unwrap();
        assert!(!p.needs_update());
        p.set_sequence(GCM_LIMIT);
        assert!(p.needs_update());
        p.set_sequence(u64::MAX);
        let mut out = Vec::new();
        let e = p.seal(ContentType::Alert, 0x0303, &[&[1, 0]], 0, &mut out).unwrap_err();
        assert_eq!((e.code(), out.len()), (GNUTLS_E_RECORD_LIMIT_REACHED, 0));
        assert!(Protection::tls13(Cipher::Aes128Gcm, &[0; 16], &[0; 11]).is_err());
        assert!(Protection::tls12(Cipher::Aes128Gcm, &[0; 16], &[0; 12]).is_err());
    }
}
