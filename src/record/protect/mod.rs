//! The record protection of one direction: the cipher, its nonces and the sequence number. [`aead`] has the AEAD
//! cipher suites, [`cbc`] those of block ciphers and [`stream`] those of stream ciphers and of no cipher.
mod aead;
mod cbc;
mod common;
mod stream;

use common::Record;
pub use common::{Direction, Form, Keys, Opened, TLS12_CID};

use std::sync::Arc;

use super::datagram::{self, MAX_SEQUENCE, epoch_of};
use super::unified::{self, UNIFIED_HEADER};
use super::{ContentType, HEADER, MAX_PLAINTEXT};
use crate::abi::*;
use crate::alg::ciphers::Kind as CipherKind;
use crate::alg::numbers::VersionNumber;
use crate::alg::{Cipher, Version};
use crate::crypto::aead::mask::MaskKey;
use crate::error::{Error, Result, err};
use crate::log::{RECORD, log};

/// The cipher state of one direction. A new one is created for each key; its sequence number begins at zero.
pub struct Protection {
    kind: Kind,
    /// The connection ID that the peer asks for in the records that we send.
    connection_id: Option<Arc<[u8]>>,
    sequence: u64,
    /// The version in the headers of protected records: of TLS 1.3, that of TLS 1.2.
    version: Version,
    /// The records are those of DTLS, with a sequence number in their header.
    datagram: bool,
    /// Hides the sequence numbers of DTLS 1.3.
    mask: Option<Box<MaskKey>>,
    /// The keys are those of early data.
    early: bool,
    /// Of DTLS 1.3: how many records were received that are not authentic.
    forged: u64,
}

enum Kind {
    Null,
    Aead(aead::State),
    Cbc(Box<cbc::State>),
    Stream(Box<stream::State>),
    /// The kernel has the keys.
    Kernel(InKernel),
}

/// What is known of records that the kernel protects.
struct InKernel {
    overhead: usize,
    /// The number of records after which a key of TLS 1.3 is updated.
    limit: Option<u64>,
}

impl Default for Protection {
    fn default() -> Self {
        Protection::null()
    }
}

impl Protection {
    /// No protection, as at the start of every connection.
    pub const fn null() -> Protection {
        Protection::new(Kind::Null, Version::Tls12)
    }

    const fn new(kind: Kind, version: Version) -> Protection {
        Protection {
            kind,
            sequence: 0,
            version,
            datagram: false,
            mask: None,
            early: false,
            connection_id: None,
            forged: 0,
        }
    }

    /// The cipher suites before TLS 1.3. Fails with `GNUTLS_E_INVALID_REQUEST` if a key or IV has the wrong
    /// length, and with `GNUTLS_E_UNKNOWN_CIPHER_TYPE` for a cipher that no cipher suite has.
    pub fn legacy(form: Form, direction: Direction, keys: &Keys<'_>) -> Result<Protection> {
        let kind = match form.cipher.kind() {
            CipherKind::Aead => Kind::Aead(aead::State::tls12(form.cipher, keys.cipher, keys.iv)?),
            CipherKind::Block => Kind::Cbc(Box::new(cbc::State::new(form, direction, keys)?)),
            CipherKind::Stream => Kind::Stream(Box::new(stream::State::new(form, keys)?)),
        };
        Ok(Protection::new(kind, form.version))
    }

    /// The AEAD cipher suites of TLS 1.2. `iv` has 12 bytes for ChaCha20, 4 for the others.
    pub fn tls12(cipher: Cipher, key: &[u8], iv: &[u8]) -> Result<Protection> {
        Ok(Protection::new(Kind::Aead(aead::State::tls12(cipher, key, iv)?), Version::Tls12))
    }

    /// The cipher suites of TLS 1.3. `iv` has 12 bytes.
    pub fn tls13(cipher: Cipher, key: &[u8], iv: &[u8]) -> Result<Protection> {
        Ok(Protection::new(Kind::Aead(aead::State::tls13(cipher, key, iv)?), Version::Tls12))
    }

    /// The cipher suites of DTLS 1.3. `mask` is the key that hides sequence numbers.
    pub fn dtls13(cipher: Cipher, key: &[u8], iv: &[u8], mask: &[u8]) -> Result<Protection> {
        let kind = Kind::Aead(aead::State::tls13(cipher, key, iv)?);
        let mask = Some(Box::new(MaskKey::new(cipher, mask)?));
        Ok(Protection { mask, ..Protection::new(kind, Version::Dtls12) })
    }

    /// The same protection, of early data.
    pub fn early(self) -> Protection {
        Protection { early: true, ..self }
    }

    /// The same protection by the kernel, which has the keys. `None` if the kernel cannot have the cipher.
    pub fn in_kernel(&self) -> Option<Protection> {
        let Kind::Aead(aead) = &self.kind else { return None };
        let kernel = InKernel { overhead: aead.overhead(), limit: aead.limit() };
        Some(Protection { sequence: self.sequence, ..Protection::new(Kind::Kernel(kernel), self.version) })
    }

    /// Whether the kernel protects the records.
    pub fn is_kernel(&self) -> bool {
        matches!(self.kind, Kind::Kernel(_))
    }

    /// The epoch of the records that follow those of `epoch` with this protection. In DTLS 1.3 each kind of keys has its
    /// own (RFC 9147 section 6.1). Epochs must not begin again (RFC 6347 section 4.1): after the last one it fails with
    /// `GNUTLS_E_RECORD_LIMIT_REACHED`.
    pub fn epoch_after(&self, epoch: u16) -> Result<u16> {
        match epoch {
            u16::MAX => err(GNUTLS_E_RECORD_LIMIT_REACHED),
            0 | 1 if self.is_tls13() => Ok(if epoch == 0 && self.early { 1 } else { 2 }),
            _ => Ok(epoch + 1),
        }
    }

    /// The same protection for the records of an epoch of DTLS (RFC 6347 section 4.1).
    pub fn in_epoch(self, epoch: u16) -> Protection {
        Protection { sequence: datagram::first_sequence(epoch), datagram: true, ..self }
    }

    /// Whether the records are those of DTLS.
    pub fn is_datagram(&self) -> bool {
        self.datagram
    }

    pub fn is_null(&self) -> bool {
        matches!(self.kind, Kind::Null)
    }

    /// Whether the protection is of TLS 1.3, with an encrypted content type.
    pub fn is_tls13(&self) -> bool {
        matches!(&self.kind, Kind::Aead(aead) if aead.is_tls13())
    }

    /// How far apart the lengths of contents may be that padding makes one, the least of them `least`.
    /// Only AEADs of TLS 1.3 and block ciphers can do so.
    pub fn hides(&self, least: usize) -> usize {
        match &self.kind {
            Kind::Cbc(cbc) => cbc.hides(least + self.inner_type()),
            Kind::Aead(aead) if aead.is_tls13() => MAX_PLAINTEXT,
            Kind::Null | Kind::Aead(_) | Kind::Stream(_) | Kind::Kernel(_) => 0,
        }
    }

    /// The version in the headers of protected records.
    pub fn version(&self) -> Version {
        self.version
    }

    /// Maximum number of bytes that protection adds to a plaintext, without the header and the padding of
    /// TLS 1.3 (`gnutls_record_overhead_size`).
    pub fn overhead(&self) -> usize {
        match &self.kind {
            Kind::Null => 0,
            Kind::Aead(aead) => aead.overhead(),
            Kind::Cbc(cbc) => cbc.overhead(),
            Kind::Stream(stream) => stream.overhead(),
            Kind::Kernel(kernel) => kernel.overhead,
        }
    }

    /// Maximum payload size that a record header may announce.
    pub fn max_payload(&self) -> usize {
        match &self.kind {
            Kind::Null => MAX_PLAINTEXT,
            _ if self.is_tls13() => MAX_PLAINTEXT + 256,
            _ => MAX_PLAINTEXT + 2048,
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
        let records = if self.datagram { self.sequence & MAX_SEQUENCE } else { self.sequence };
        match &self.kind {
            Kind::Aead(aead) => aead.needs_update(records),
            Kind::Kernel(kernel) => kernel.limit.is_some_and(|limit| records >= limit),
            _ => false,
        }
    }

    /// Whether no more may be protected with the keys, though the peer has not acknowledged an update of them (RFC 9147 section
    /// 4.5.3): a third more than before an update is needed.
    pub fn is_exhausted(&self) -> bool {
        let records = self.sequence & MAX_SEQUENCE;
        self.is_unified()
            && matches!(&self.kind, Kind::Aead(aead) if aead.needs_update(records - records / 4))
    }

    /// Whether the records are those of DTLS 1.3, with a unified header.
    pub fn is_unified(&self) -> bool {
        self.mask.is_some()
    }

    /// Sets the connection ID that the peer asks for.
    pub fn set_connection_id(&mut self, id: Option<Arc<[u8]>>) {
        self.connection_id = id;
    }

    /// The connection ID in the header of a record that we send; empty if there is none. Early data goes out before the server
    /// has named one.
    pub fn connection_id(&self) -> &[u8] {
        match &self.connection_id {
            Some(id) if self.datagram && !self.is_null() && !self.early => id,
            _ => &[],
        }
    }

    /// Size of the content type behind the content, in records of DTLS 1.2 with a connection ID. DTLS 1.3 always has one.
    fn inner_type(&self) -> usize {
        usize::from(!self.is_tls13() && !self.connection_id().is_empty())
    }

    /// Maximum number of bytes that a record has besides its content and padding (`gnutls_record_overhead_size`).
    pub fn expansion(&self) -> usize {
        self.header() + self.inner_type() + self.overhead()
    }

    /// Size of the header of a record that we send.
    pub fn header(&self) -> usize {
        match self.datagram {
            true if self.is_unified() => UNIFIED_HEADER + self.connection_id().len(),
            true => datagram::DATAGRAM_HEADER + self.connection_id().len(),
            false => HEADER,
        }
    }

    /// The most bytes of content whose record has at most `size` bytes, header included; 0 if there is none.
    pub fn content_within(&self, size: usize) -> usize {
        let room = size.saturating_sub(self.header());
        match &self.kind {
            Kind::Cbc(cbc) => cbc.content_within(room).saturating_sub(self.inner_type()),
            _ => room.saturating_sub(self.overhead() + self.inner_type()),
        }
    }

    /// Returns the sequence number of a record and increments it. The highest number is never used, so that
    /// no number repeats.
    pub(super) fn count(&mut self) -> Result<u64> {
        let most = if self.datagram { MAX_SEQUENCE } else { u64::MAX };
        if self.sequence & most == most {
            return err(GNUTLS_E_RECORD_LIMIT_REACHED);
        }
        self.sequence += 1;
        Ok(self.sequence - 1)
    }

    /// Opens one record in place. Fails with `GNUTLS_E_DECRYPTION_FAILED` if it is not authentic,
    /// `GNUTLS_E_RECORD_OVERFLOW` if the plaintext is longer than `limit` (in TLS 1.3 without the content
    /// type), and `GNUTLS_E_UNEXPECTED_PACKET` if the content type is missing or unknown.
    pub fn open(&mut self, header: &[u8; HEADER], payload: &mut [u8], limit: usize) -> Result<Opened> {
        let content = ContentType::from_u8(header[0]).ok_or(Error::new(GNUTLS_E_UNEXPECTED_PACKET))?;
        let sequence = self.count()?;
        let version = u16::from_be_bytes([header[1], header[2]]);
        let record = Record { sequence, content, version, connection_id: &[] };
        let (content, range) = match &mut self.kind {
            Kind::Null => (content, 0..payload.len()),
            Kind::Kernel(_) => return err(GNUTLS_E_INTERNAL_ERROR),
            Kind::Aead(aead) if aead.is_tls13() => return aead.open13(sequence, header, payload, limit),
            Kind::Aead(aead) => (content, aead.open12(&record, payload)?),
            Kind::Cbc(cbc) => (content, cbc.open(&record, payload)?),
            Kind::Stream(stream) => (content, stream.open(&record, payload)?),
        };
        if range.len() > limit {
            return err(GNUTLS_E_RECORD_OVERFLOW);
        }
        Ok((content, range))
    }

    /// The part of a sequence number in a record, without the mask. Fails with `GNUTLS_E_DECRYPTION_FAILED` if the record is
    /// too short.
    pub fn unmask(&self, number: &mut [u8], payload: &[u8]) -> Result<()> {
        let mask = self.mask.as_ref().and_then(|key| key.mask(payload));
        let mask = mask.ok_or(Error::new(GNUTLS_E_DECRYPTION_FAILED))?;
        number.iter_mut().zip(mask).for_each(|(n, m)| *n ^= m);
        Ok(())
    }

    /// Opens a record of DTLS 1.3 like [`Protection::open`], after [`Protection::unmask`]. Fails with
    /// `GNUTLS_E_RECORD_LIMIT_REACHED` instead of `GNUTLS_E_DECRYPTION_FAILED` when too many records were not authentic (RFC
    /// 9147 section 4.5.3).
    pub fn open_unified(
        &mut self,
        sequence: u64,
        header: &[u8],
        payload: &mut [u8],
        limit: usize,
    ) -> Result<Opened> {
        let Kind::Aead(aead) = &mut self.kind else { return err(GNUTLS_E_INTERNAL_ERROR) };
        let opened = aead.open13(sequence & MAX_SEQUENCE, header, payload, limit);
        if opened.as_ref().is_err_and(|e| e.code() == GNUTLS_E_DECRYPTION_FAILED) {
            self.forged = self.forged.saturating_add(1);
            if self.forged >= aead.integrity_limit() {
                return err(GNUTLS_E_RECORD_LIMIT_REACHED);
            }
        }
        opened
    }

    /// Appends one sealed record with the bytes of `parts` (at most 2^14 in total) to `out`. Up to `padding`
    /// bytes follow the content, as far as the protection has padding and the record capacity for them.
    pub fn seal(
        &mut self,
        content: ContentType,
        version: u16,
        parts: &[&[u8]],
        padding: usize,
        out: &mut Vec<u8>,
    ) -> Result<()> {
        let start = out.len();
        let sealed = self.append(content, version, parts, padding, out);
        if sealed.is_err() {
            // Remove the plaintext.
            out.truncate(start);
        }
        sealed
    }

    /// [`Protection::seal`]; an error leaves a part of the record behind.
    fn append(
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
        let compatible = self.is_tls13() && !self.is_unified() && content == ContentType::ChangeCipherSpec;
        let clear = self.is_null() || compatible;
        let sequence = if clear && !self.datagram { 0 } else { self.count()? };
        log!(
            RECORD,
            "sends a record: {}, {}, {len} bytes{}, {}",
            content.name(),
            VersionNumber(version),
            if padding > 0 { format!(" and {padding} of padding") } else { String::new() },
            match (clear, self.datagram) {
                (true, _) => "not protected".to_string(),
                (false, false) if self.is_kernel() => "for the kernel".to_string(),
                (false, false) => format!("protected, sequence {sequence}"),
                (false, true) => {
                    format!("protected, epoch {}, sequence {}", epoch_of(sequence), sequence & MAX_SEQUENCE)
                }
            }
        );
        let padding = padding.min(MAX_PLAINTEXT - len);
        if self.inner_type() > 0 {
            return self.seal_with_id(sequence, content, version, parts, padding, out);
        }
        let payload = match &self.kind {
            _ if clear => len,
            Kind::Null | Kind::Kernel(_) => len,
            Kind::Aead(aead) if aead.is_tls13() => len + padding + aead.overhead(),
            Kind::Aead(aead) => len + aead.overhead(),
            Kind::Cbc(cbc) => cbc.sealed_size(len, padding),
            Kind::Stream(stream) => len + stream.overhead(),
        };
        let outer = if self.is_tls13() && !clear {
            (ContentType::ApplicationData, 0x0303)
        } else {
            (content, version)
        };
        let ([v0, v1], [l0, l1]) = (outer.1.to_be_bytes(), (payload as u16).to_be_bytes());
        let header = [outer.0 as u8, v0, v1, l0, l1];
        let mut record = Record { sequence, content, version, connection_id: &[] };
        out.reserve(self.header() + payload);
        if self.is_unified() {
            record.sequence = sequence & MAX_SEQUENCE;
            return self.seal_unified(sequence, payload, &record, parts, padding, out);
        }
        match self.datagram {
            true => datagram::Header::write(header, sequence, out),
            false => out.extend_from_slice(&header),
        }
        match &mut self.kind {
            Kind::Aead(aead) if aead.is_tls13() && !clear => {
                aead.seal13(&header, &record, parts, padding, out)
            }
            Kind::Aead(aead) if !clear => aead.seal12(&record, parts, out),
            Kind::Cbc(cbc) => cbc.seal(&record, parts, padding, out),
            Kind::Stream(stream) => stream.seal(&record, parts, out),
            Kind::Null | Kind::Aead(_) | Kind::Kernel(_) => {
                parts.iter().for_each(|p| out.extend_from_slice(p));
                Ok(())
            }
        }
    }

    /// Appends one sealed record of DTLS 1.2 with a connection ID (RFC 9146 section 4).
    fn seal_with_id(
        &mut self,
        sequence: u64,
        content: ContentType,
        version: u16,
        parts: &[&[u8]],
        padding: usize,
        out: &mut Vec<u8>,
    ) -> Result<()> {
        let (inner_type, id) = ([content as u8], self.connection_id.clone());
        let id = id.as_deref().unwrap_or_default();
        let parts: Vec<&[u8]> = parts.iter().copied().chain([&inner_type[..]]).collect();
        let len: usize = parts.iter().map(|p| p.len()).sum();
        let payload = match &self.kind {
            Kind::Cbc(cbc) => cbc.sealed_size(len, padding),
            _ => len + self.overhead(),
        };
        out.reserve(self.header() + payload);
        out.push(TLS12_CID);
        out.extend_from_slice(&version.to_be_bytes());
        out.extend_from_slice(&sequence.to_be_bytes());
        out.extend_from_slice(id);
        out.extend_from_slice(&(payload as u16).to_be_bytes());
        let record = Record { sequence, content, version, connection_id: id };
        match &mut self.kind {
            Kind::Aead(aead) => aead.seal12(&record, &parts, out),
            Kind::Cbc(cbc) => cbc.seal(&record, &parts, padding, out),
            Kind::Stream(stream) => stream.seal(&record, &parts, out),
            _ => err(GNUTLS_E_INTERNAL_ERROR),
        }
    }

    /// Appends one sealed record of DTLS 1.3 with `payload` bytes behind its header.
    fn seal_unified(
        &mut self,
        sequence: u64,
        payload: usize,
        record: &Record,
        parts: &[&[u8]],
        padding: usize,
        out: &mut Vec<u8>,
    ) -> Result<()> {
        let start = out.len();
        let header = unified::Header::new(sequence, self.connection_id(), payload);
        out.extend_from_slice(&header);
        let Kind::Aead(aead) = &mut self.kind else { return err(GNUTLS_E_INTERNAL_ERROR) };
        aead.seal13(&header, record, parts, padding, out)?;
        let (sent, payload) = out[start..].split_at_mut(header.len());
        self.unmask(&mut sent[header.number()], payload)
    }
}

#[cfg(test)]
mod tests {
    use super::aead::GCM_LIMIT;
    use super::*;
    use crate::alg::Mac;
    use crate::crypto::aead::RecordKey;
    use crate::crypto::cipher::cbc::Cbc;
    use crate::crypto::hash::HmacKey;
    use crate::crypto::hex;

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

    fn legacy(form: Form) -> (Protection, Protection) {
        let (mac, key, iv) = (
            vec![3; form.mac.key_size()],
            vec![1; form.cipher.key_size()],
            vec![2; form.cipher.block_size()],
        );
        let keys = Keys { mac: &mac, cipher: &key, iv: &iv };
        let make = |direction| Protection::legacy(form, direction, &keys).unwrap();
        (make(Direction::Write), make(Direction::Read))
    }

    /// Each form of protection, for writing and for reading.
    fn pairs() -> Vec<(Protection, Protection)> {
        let make = |f: &dyn Fn() -> Protection| (f(), f());
        let tls12 = |cipher: Cipher, iv: usize| {
            make(&|| Protection::tls12(cipher, &vec![1; cipher.key_size()], &vec![2; iv]).unwrap())
        };
        let tls13 = |cipher: Cipher| {
            make(&|| Protection::tls13(cipher, &vec![1; cipher.key_size()], &[2; 12]).unwrap())
        };
        let mut pairs = vec![
            make(&Protection::null),
            tls12(Cipher::Aes128Gcm, 4),
            tls12(Cipher::Aes256Gcm, 4),
            tls12(Cipher::Chacha20Poly1305, 12),
            tls12(Cipher::Aes128Ccm, 4),
            tls12(Cipher::Aes256Ccm8, 4),
            tls12(Cipher::Camellia256Gcm, 4),
            tls13(Cipher::Aes256Gcm),
            tls13(Cipher::Chacha20Poly1305),
            tls13(Cipher::Aes128Ccm),
            tls13(Cipher::Aes128Ccm8),
        ];
        let form = |cipher, mac| Form { version: Version::Tls10, cipher, mac, encrypt_then_mac: false };
        for (cipher, mac) in [
            (Cipher::Aes128Cbc, Mac::Sha1),
            (Cipher::Aes256Cbc, Mac::Sha256),
            (Cipher::Camellia256Cbc, Mac::Sha384),
            (Cipher::TripleDesCbc, Mac::Sha1),
        ] {
            for version in [Version::Tls10, Version::Tls11] {
                for encrypt_then_mac in [false, true] {
                    pairs.push(legacy(Form { version, encrypt_then_mac, ..form(cipher, mac) }));
                }
            }
        }
        for (cipher, mac) in [
            (Cipher::Arcfour128, Mac::Sha1),
            (Cipher::Arcfour128, Mac::Md5),
            (Cipher::Null, Mac::Sha384),
            (Cipher::Null, Mac::Md5),
        ] {
            pairs.push(legacy(form(cipher, mac)));
        }
        pairs
    }

    fn is_block(p: &Protection) -> bool {
        matches!(p.kind, Kind::Cbc(_))
    }

    #[test]
    fn what_one_side_seals_the_other_opens() {
        for (mut w, mut r) in pairs() {
            for (n, padding) in [(0, 0), (1, 7), (MAX_PLAINTEXT, 99)] {
                let mut out = Vec::new();
                w.seal(ContentType::ApplicationData, w.version().wire(), &[&vec![5; n]], padding, &mut out)
                    .unwrap();
                let hides = w.is_tls13() || is_block(&w);
                let pad = if hides { padding.min(MAX_PLAINTEXT - n) } else { 0 };
                let most = HEADER + n + w.overhead() + pad;
                assert!(out.len() <= most && (is_block(&w) || out.len() == most));
                let (header, payload) = out.split_first_chunk_mut::<HEADER>().unwrap();
                assert_eq!(u16::from_be_bytes([header[3], header[4]]) as usize, payload.len());
                assert!(payload.len() <= r.max_payload());
                let (content, range) = r.open(header, payload, MAX_PLAINTEXT).unwrap();
                assert_eq!((content, &payload[range]), (ContentType::ApplicationData, &vec![5; n][..]));
            }
            assert_eq!(r.sequence(), 3);
        }
    }

    fn decrypted(cipher: Cipher, key: &[u8], iv: &[u8], mut text: Vec<u8>) -> Vec<u8> {
        Cbc::decryptor(cipher, key, iv).unwrap().in_place(&mut text).unwrap();
        text
    }

    /// RFC 9146 sections 4 and 5: a record with a connection ID, opened by the formulas there.
    #[test]
    fn records_of_dtls12_with_a_connection_id() {
        let (id, plain) = (b"peer", [&b"hello"[..], &[22]].concat());
        let aead = |cipher, encrypt_then_mac| Form {
            version: Version::Dtls12,
            cipher,
            mac: Mac::Aead,
            encrypt_then_mac,
        };
        let other = |cipher, mac, encrypt_then_mac| Form { mac, ..aead(cipher, encrypt_then_mac) };
        for form in [
            aead(Cipher::Aes128Gcm, false),
            aead(Cipher::Chacha20Poly1305, false),
            aead(Cipher::Aes256Ccm8, false),
            other(Cipher::Aes128Cbc, Mac::Sha1, false),
            other(Cipher::Aes256Cbc, Mac::Sha256, true),
            other(Cipher::Null, Mac::Sha256, false),
        ] {
            let (mac, key, iv) = (vec![3; form.mac.key_size()], vec![1; form.cipher.key_size()], [2; 12]);
            let salt = if form.cipher == Cipher::Chacha20Poly1305 { 12 } else { 4 };
            let keys = Keys { mac: &mac, cipher: &key, iv: &iv[..salt] };
            let mut p = Protection::legacy(form, Direction::Write, &keys).unwrap().in_epoch(1);
            let (header, expansion) = (p.header(), p.expansion());
            p.set_connection_id(Some(Arc::from(*id)));
            assert_eq!((p.header(), p.expansion()), (header + 4, expansion + 5));
            let mut out = Vec::new();
            p.seal(ContentType::Handshake, 0xfefd, &[b"hel", b"lo"], 0, &mut out).unwrap();
            assert!(p.content_within(out.len()) >= 5 && p.content_within(out.len() - 1) < 5, "{form:?}");
            let mut payload = out.split_off(17);
            let sequence = datagram::first_sequence(1);
            let number = sequence.to_be_bytes();
            let length = |n: usize| (n as u16).to_be_bytes();
            assert_eq!(out, [&[25, 0xfe, 0xfd], &number[..], id, &length(payload.len())].concat());
            let aad = |n| [&[0xff; 8], &[25, 4, 25, 0xfe, 0xfd][..], &number, id, &length(n)].concat();
            let mac_of = |parts: [&[u8]; 2]| {
                HmacKey::new(form.mac.digest().unwrap(), &mac).unwrap().mac(parts).to_vec()
            };
            let opened = match form.cipher.kind() {
                CipherKind::Aead => {
                    let mut nonce = [2; 12];
                    match form.cipher {
                        Cipher::Chacha20Poly1305 => {
                            nonce[4..].iter_mut().zip(number).for_each(|(n, s)| *n ^= s)
                        }
                        _ => nonce[4..].copy_from_slice(&payload.drain(..8).collect::<Vec<u8>>()),
                    }
                    let mut key = RecordKey::new(form.cipher, &key).unwrap();
                    let n = key.open(&nonce, &aad(6), &mut payload).unwrap();
                    payload[..n].to_vec()
                }
                CipherKind::Block => {
                    if form.encrypt_then_mac {
                        let tag = payload.split_off(payload.len() - mac.len());
                        assert_eq!(tag, mac_of([&aad(payload.len()), &payload]));
                    }
                    let text = payload.split_off(16);
                    let mut text = decrypted(form.cipher, &key, &payload, text);
                    text.truncate(text.len() - 1 - usize::from(text[text.len() - 1]));
                    if !form.encrypt_then_mac {
                        let tag = text.split_off(text.len() - mac.len());
                        assert_eq!(tag, mac_of([&aad(text.len()), &text]));
                    }
                    text
                }
                CipherKind::Stream => {
                    let tag = payload.split_off(payload.len() - mac.len());
                    assert_eq!(tag, mac_of([&aad(6), &payload]));
                    payload
                }
            };
            assert_eq!(opened, plain, "{form:?}");
        }
    }

    #[test]
    fn changed_records_fail() {
        for (i, (mut w, _)) in pairs().into_iter().enumerate().skip(1) {
            // A chain and a key stream go on from record to record: each is opened by a fresh reader.
            let fresh = || pairs().swap_remove(i).1;
            let mut out = Vec::new();
            w.seal(ContentType::Handshake, w.version().wire(), &[b"hello"], 0, &mut out).unwrap();
            for cut in HEADER..out.len() {
                let mut cut = out[..cut].to_vec();
                let (header, payload) = cut.split_first_chunk_mut::<HEADER>().unwrap();
                let e = fresh().open(header, payload, MAX_PLAINTEXT).unwrap_err();
                assert_eq!(e.code(), GNUTLS_E_DECRYPTION_FAILED);
            }
            for at in 0..out.len() {
                let mut bad = out.clone();
                bad[at] ^= 1;
                let (header, payload) = bad.split_first_chunk_mut::<HEADER>().unwrap();
                // The reader checks the length in the header. TLS 1.2 authenticates the plaintext length
                // instead.
                let in_aad = w.is_tls13() || !(3..5).contains(&at);
                assert_eq!(fresh().open(header, payload, MAX_PLAINTEXT).is_err(), in_aad, "byte {at}");
            }
            let mut late = out.clone();
            let (header, payload) = late.split_first_chunk_mut::<HEADER>().unwrap();
            let mut r = fresh();
            r.set_sequence(1);
            assert!(r.open(header, payload, MAX_PLAINTEXT).is_err(), "out of order");
        }
    }

    /// RFC 9147 section 4.5.3: 2^36 records of GCM and ChaCha20-Poly1305, 2^23.5 of CCM.
    #[test]
    fn too_many_forged_records_end_the_keys() {
        for (cipher, limit) in [
            (Cipher::Aes128Gcm, 1 << 36),
            (Cipher::Aes256Gcm, 1 << 36),
            (Cipher::Chacha20Poly1305, 1 << 36),
            (Cipher::Aes128Ccm, 11_863_283),
        ] {
            let key = vec![1; cipher.key_size()];
            let keys = || Protection::dtls13(cipher, &key, &[2; 12], &key).unwrap().in_epoch(3);
            let (mut w, mut r) = (keys(), keys());
            let mut out = Vec::new();
            w.seal(ContentType::Handshake, 0xfefd, &[b"hello"], 0, &mut out).unwrap();
            let (header, payload) = out.split_at_mut(UNIFIED_HEADER);
            w.unmask(&mut header[1..3], payload).unwrap();
            let open = |r: &mut Protection, change: u8| {
                let mut payload = payload.to_vec();
                payload[0] ^= change;
                r.open_unified(datagram::first_sequence(3), header, &mut payload, MAX_PLAINTEXT)
                    .map_or_else(|e| e.code(), |_| 0)
            };
            r.forged = limit - 3;
            assert_eq!(open(&mut r, 1), GNUTLS_E_DECRYPTION_FAILED);
            // What is authentic does not count.
            assert_eq!(open(&mut r, 0), 0);
            assert_eq!(open(&mut r, 1), GNUTLS_E_DECRYPTION_FAILED);
            assert_eq!(open(&mut r, 1), GNUTLS_E_RECORD_LIMIT_REACHED, "{cipher:?}");
        }
    }

    #[test]
    fn epochs_do_not_begin_again() {
        let dtls13 = || Protection::dtls13(Cipher::Aes128Gcm, &[0; 16], &[0; 12], &[0; 16]).unwrap();
        let dtls12 = Protection::tls12(Cipher::Aes128Gcm, &[0; 16], &[0; 4]).unwrap();
        for (protection, epoch, after) in [
            (&dtls13(), 0, 2),
            (&dtls13().early(), 0, 1),
            (&dtls13(), 1, 2),
            (&dtls13(), 2, 3),
            (&dtls12, 0, 1),
            (&dtls12, 1, 2),
        ] {
            assert_eq!(protection.epoch_after(epoch), Ok(after));
            assert_eq!(protection.epoch_after(u16::MAX - 1), Ok(u16::MAX));
            assert_eq!(protection.epoch_after(u16::MAX), err(GNUTLS_E_RECORD_LIMIT_REACHED));
        }
    }

    #[test]
    fn limits() {
        let mut p = Protection::tls13(Cipher::Aes128Gcm, &[0; 16], &[0; 12]).unwrap();
        assert!(!p.needs_update());
        p.set_sequence(GCM_LIMIT);
        assert!(p.needs_update());
        let mut kernel = p.in_kernel().unwrap();
        assert!(kernel.is_kernel() && kernel.needs_update());
        assert_eq!((kernel.overhead(), kernel.hides(0)), (p.overhead(), 0));
        kernel.set_sequence(GCM_LIMIT - 1);
        assert!(!kernel.needs_update());
        assert!(Protection::null().in_kernel().is_none());
        p.set_sequence(u64::MAX);
        let mut out = Vec::new();
        let mut dtls =
            Protection::dtls13(Cipher::Aes128Gcm, &[0; 16], &[0; 12], &[0; 16]).unwrap().in_epoch(3);
        assert!(!dtls.needs_update());
        dtls.set_sequence(datagram::first_sequence(3) + GCM_LIMIT);
        assert!(dtls.needs_update());
        let e = p.seal(ContentType::Alert, 0x0303, &[&[1, 0]], 0, &mut out).unwrap_err();
        assert_eq!((e.code(), out.len()), (GNUTLS_E_RECORD_LIMIT_REACHED, 0));
        assert!(Protection::tls13(Cipher::Aes128Gcm, &[0; 16], &[0; 11]).is_err());
        assert!(Protection::tls12(Cipher::Aes128Gcm, &[0; 16], &[0; 12]).is_err());
    }
}
