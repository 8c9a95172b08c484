//! Seals records to be sent into one buffer.
use std::sync::Arc;

use super::datagram::{DATAGRAM_HEADER, epoch_of};
use super::kernel::{self, Part};
use super::protect::TLS12_CID;
use super::unified::{header_size, is_unified};
use super::{ContentType, HEADER, Protection};
use crate::error::Result;

/// The sending direction of the record layer.
pub struct Writer {
    /// Sealed records; the bytes before `sent` have been sent.
    buffer: Vec<u8>,
    sent: usize,
    protection: Protection,
    /// DTLS: the protections of the epochs before, for what is sent again.
    previous: Vec<Protection>,
    /// The connection ID that the peer asks for.
    connection_id: Option<Arc<[u8]>>,
    /// Where in the buffer records with connection IDs of one size end, and the size, which they do not tell.
    ids: Vec<(usize, usize)>,
}

impl Default for Writer {
    fn default() -> Self {
        Writer::new()
    }
}

impl Writer {
    pub fn new() -> Writer {
        Writer {
            buffer: Vec::new(),
            sent: 0,
            protection: Protection::null(),
            previous: Vec::new(),
            connection_id: None,
            ids: Vec::new(),
        }
    }

    /// A writer of datagrams, one for each record. The first record has the number `sequence`.
    pub fn datagrams(sequence: u64) -> Writer {
        let mut protection = Protection::null().in_epoch(0);
        protection.set_sequence(sequence);
        Writer { protection, ..Writer::new() }
    }

    pub fn is_datagram(&self) -> bool {
        self.protection.is_datagram()
    }

    /// Sets the protection of the following records. In DTLS they are those of the next epoch, and it fails with
    /// `GNUTLS_E_RECORD_LIMIT_REACHED` if there is none.
    pub fn set_protection(&mut self, protection: Protection) -> Result<()> {
        if self.is_datagram() {
            let epoch = self.epoch();
            if protection.is_null() {
                // Early data is not accepted, and the handshake goes on without protection.
                if let Some(first) = self.previous.pop() {
                    self.protection = first;
                }
                return Ok(());
            }
            let next = protection.epoch_after(epoch)?;
            let next = protection.in_epoch(next);
            if !next.is_tls13() {
                self.previous.clear();
            }
            self.previous.push(std::mem::replace(&mut self.protection, next));
            self.protection.set_connection_id(self.connection_id.clone());
        } else if self.is_kernel() {
            // The keys are the kernel's when it has what was before them.
            kernel::mark_new_keys(&mut self.buffer);
            self.protection.set_sequence(0);
        } else {
            self.protection = protection;
        }
        Ok(())
    }

    /// Sets the connection ID of the following records of DTLS 1.3, also of those that are sent again in an epoch before; in DTLS
    /// 1.2 of those with the next keys. An empty one is none.
    pub fn set_connection_id(&mut self, id: Arc<[u8]>) {
        let all = self.previous.iter_mut().chain([&mut self.protection]);
        all.filter(|p| p.is_unified()).for_each(|p| p.set_connection_id(Some(id.clone())));
        self.connection_id = Some(id);
    }

    /// Size of the connection ID in the first record of [`Writer::pending`], which has one.
    fn first_id(&self) -> usize {
        self.ids.iter().find(|(end, _)| self.sent < *end).map_or(0, |(_, size)| *size)
    }

    /// A record was sealed that has a connection ID of this size, or none.
    fn note_id(&mut self, size: usize) {
        let end = self.buffer.len();
        match self.ids.last_mut() {
            _ if size == 0 => {}
            Some(last) if last.1 == size => last.0 = end,
            _ => self.ids.push((end, size)),
        }
    }

    /// The protection that the records have when the kernel protects them. `None` if it cannot do so, or if a protected record
    /// waits to be sent.
    pub fn for_kernel(&self) -> Option<Protection> {
        self.protection.in_kernel().filter(|_| !self.is_datagram() && self.pending().is_empty())
    }

    /// The kernel has the keys of [`Writer::for_kernel`]: the buffer has the content of the following records in clear.
    pub fn leave_to_kernel(&mut self, protection: Protection) {
        self.protection = protection;
    }

    /// Whether the kernel protects the records.
    #[inline]
    pub fn is_kernel(&self) -> bool {
        self.protection.is_kernel()
    }

    /// What the kernel is to be given next.
    pub fn kernel_part(&self) -> Option<Part<'_>> {
        kernel::first_part(self.pending())
    }

    /// The kernel has taken `n` bytes of the content of that part.
    pub fn consume_part(&mut self, n: usize) {
        let used = kernel::taken(&mut self.buffer[self.sent..], n);
        self.consume(used);
    }

    /// The kernel has taken `n` bytes of data that were not in the buffer.
    pub fn count_taken(&mut self, n: usize) {
        let sequence = self.sequence().saturating_add(kernel::records_of(n));
        self.set_sequence(sequence);
    }

    /// The current epoch of DTLS.
    pub fn epoch(&self) -> u16 {
        epoch_of(self.protection.sequence())
    }

    /// The protection of an epoch of DTLS: the current one or one before.
    pub fn protection_of(&mut self, epoch: u16) -> &mut Protection {
        let of_epoch = |p: &&mut Protection| epoch_of(p.sequence()) == epoch;
        self.previous.iter_mut().find(of_epoch).unwrap_or(&mut self.protection)
    }

    /// Forgets the protections of the epochs before: nothing of them is sent again.
    pub fn forget_previous(&mut self) {
        self.previous = Vec::new();
    }

    /// Seals one record of DTLS in an epoch. Returns its sequence number.
    pub fn write_in(
        &mut self,
        epoch: u16,
        content: ContentType,
        version: u16,
        parts: &[&[u8]],
    ) -> Result<u64> {
        let mut out = std::mem::take(&mut self.buffer);
        let protection = self.protection_of(epoch);
        let sequence = protection.sequence();
        let sealed = protection.seal(content, version, parts, 0, &mut out);
        let id = protection.connection_id().len();
        self.buffer = out;
        self.note_id(id);
        sealed.map(|()| sequence)
    }

    fn seal(&mut self, content: ContentType, version: u16, parts: &[&[u8]], padding: usize) -> Result<()> {
        let sealed = self.protection.seal(content, version, parts, padding, &mut self.buffer);
        self.note_id(self.protection.connection_id().len());
        sealed
    }

    pub fn protection(&self) -> &Protection {
        &self.protection
    }

    pub fn sequence(&self) -> u64 {
        self.protection.sequence()
    }

    pub fn set_sequence(&mut self, sequence: u64) {
        self.protection.set_sequence(sequence);
    }

    /// Whether the key should be updated before more is sent (RFC 8446 section 5.5).
    pub fn needs_update(&self) -> bool {
        self.protection.needs_update()
    }

    /// Seals `payload` into records of at most `max_fragment` bytes; an empty payload results in one empty
    /// record.
    pub fn write(
        &mut self,
        content: ContentType,
        version: u16,
        payload: &[u8],
        max_fragment: usize,
    ) -> Result<()> {
        let max = max_fragment.clamp(1, super::MAX_PLAINTEXT);
        let records = payload.len().div_ceil(max).max(1);
        self.buffer
            .reserve(payload.len() + records * (self.protection.header() + self.protection.overhead()));
        if payload.is_empty() {
            return self.seal(content, version, &[], 0);
        }
        payload.chunks(max).try_for_each(|part| self.seal(content, version, &[part], 0))
    }

    /// Like [`Writer::write`], but for several buffers. A record may span them.
    pub fn write_gathered(
        &mut self,
        content: ContentType,
        version: u16,
        parts: &[&[u8]],
        max_fragment: usize,
    ) -> Result<()> {
        let max = max_fragment.clamp(1, super::MAX_PLAINTEXT);
        let total: usize = parts.iter().map(|p| p.len()).sum();
        let mut space = max;
        let mut record: Vec<&[u8]> = Vec::with_capacity(parts.len());
        self.buffer.reserve(
            total + total.div_ceil(max).max(1) * (self.protection.header() + self.protection.overhead()),
        );
        for mut part in parts.iter().copied() {
            while !part.is_empty() {
                let (now, later) = part.split_at(part.len().min(space));
                record.push(now);
                part = later;
                space -= now.len();
                if space == 0 {
                    self.seal(content, version, &record, 0)?;
                    record.clear();
                    space = max;
                }
            }
        }
        if !record.is_empty() || total == 0 {
            self.seal(content, version, &record, 0)?;
        }
        Ok(())
    }

    /// Seals one record with `padding` bytes after the content.
    pub fn write_padded(
        &mut self,
        content: ContentType,
        version: u16,
        payload: &[u8],
        padding: usize,
    ) -> Result<()> {
        self.seal(content, version, &[payload], padding)
    }

    /// Where the next record is sealed, as [`Writer::position`] counts.
    pub fn end(&self) -> usize {
        self.buffer.len()
    }

    /// Where the record is that is sent next. It counts from the last time that all was sent.
    pub fn position(&self) -> usize {
        self.sent
    }

    /// The bytes to send.
    pub fn pending(&self) -> &[u8] {
        &self.buffer[self.sent..]
    }

    /// The unsent part of the first record in [`Writer::pending`]. Datagrams are sent whole.
    pub fn first_record(&self) -> &[u8] {
        if self.is_datagram() {
            let pending = self.pending();
            let header = match pending.first() {
                Some(first) if is_unified(*first) => header_size(*first, self.first_id()),
                Some(&TLS12_CID) => DATAGRAM_HEADER + self.first_id(),
                _ => DATAGRAM_HEADER,
            };
            let len = pending.get(header - 2..header).unwrap_or_default();
            let len = len.iter().fold(0, |sum, byte| sum << 8 | usize::from(*byte));
            return &pending[..pending.len().min(header + len)];
        }
        let (mut start, pending) = (0, self.buffer.len());
        // Finds the record that contains `sent`. The buffer only has a few records.
        while let Some(&[_, _, _, hi, lo]) = self.buffer[start..].first_chunk::<HEADER>() {
            let end = (start + HEADER + usize::from(u16::from_be_bytes([hi, lo]))).min(pending);
            if self.sent < end {
                return &self.buffer[self.sent..end];
            }
            start = end;
        }
        &self.buffer[self.sent..]
    }

    /// Reports that the first `n` bytes of [`Writer::pending`] were sent.
    pub fn consume(&mut self, n: usize) {
        self.sent = (self.sent + n).min(self.buffer.len());
        if self.sent == self.buffer.len() {
            self.clear();
        }
    }

    fn clear(&mut self) {
        self.buffer.clear();
        self.ids.clear();
        self.sent = 0;
    }

    /// Drops the bytes that were not sent; returns how many. Of what the kernel protects only data and alerts are dropped.
    pub fn discard(&mut self) -> usize {
        if self.is_kernel() {
            let (left, gone) = kernel::without_data(self.pending());
            self.clear();
            self.buffer.extend_from_slice(&left);
            return gone;
        }
        let unsent = self.pending().len();
        self.clear();
        unsent
    }

    /// Frees the buffer if it is empty, so that idle sessions use less memory.
    pub fn release(&mut self) {
        if self.pending().is_empty() {
            (self.buffer, self.ids) = (Vec::new(), Vec::new());
            self.sent = 0;
        }
    }

    /// Size of the allocated memory in bytes.
    pub fn held(&self) -> usize {
        self.buffer.capacity()
    }
}

#[cfg(test)]
mod tests {
    use super::super::{MAX_PLAINTEXT, Reader};
    use super::*;
    use crate::alg::ids::Cipher;

    fn read_all(r: &mut Reader, bytes: &[u8]) -> Vec<Vec<u8>> {
        r.space(bytes.len()).unwrap().copy_from_slice(bytes);
        r.filled(bytes.len());
        let mut out = Vec::new();
        while r.advance().unwrap().is_some() {
            out.push(r.payload().to_vec());
            r.discard();
        }
        out
    }

    #[test]
    fn fragments_arrive_in_order() {
        let key = || Protection::tls13(Cipher::Chacha20Poly1305, &[3; 32], &[4; 12]).unwrap();
        let data: Vec<u8> = (0..100).collect();
        let app = ContentType::ApplicationData;
        for max in [1, 7, 99, 100, 1000] {
            let (mut w, mut r) = (Writer::new(), Reader::new());
            w.set_protection(key()).unwrap();
            r.set_protection(key()).unwrap();
            w.write(app, 0x0303, &data, max).unwrap();
            w.write_gathered(app, 0x0303, &[&data[..3], &[], &data[3..40], &data[40..]], max).unwrap();
            w.write(app, 0x0303, &[], max).unwrap();
            w.write_gathered(app, 0x0303, &[&[], &[]], max).unwrap();
            w.write_padded(app, 0x0303, b"x", 40).unwrap();
            let got = read_all(&mut r, w.pending());
            assert_eq!(got.len(), 2 * 100usize.div_ceil(max) + 3);
            assert_eq!(got.concat(), [&data[..], &data, b"x"].concat());
            assert!(got.iter().all(|g| g.len() <= max));
            assert_eq!(w.sequence(), r.sequence());
        }
    }

    #[test]
    fn what_was_sent_is_forgotten() {
        let mut w = Writer::new();
        w.write(ContentType::Handshake, 0x0301, b"abc", MAX_PLAINTEXT).unwrap();
        assert_eq!(w.pending(), b"\x16\x03\x01\x00\x03abc");
        w.consume(3);
        assert_eq!(w.pending(), b"\x00\x03abc");
        w.release();
        assert!(w.held() > 0, "bytes still wait");
        w.consume(5);
        w.release();
        assert_eq!((w.pending().len(), w.held()), (0, 0));
    }

    #[test]
    fn what_the_kernel_protects_waits_in_clear() {
        let app = ContentType::ApplicationData;
        let content = |w: &Writer| match w.kernel_part() {
            Some(Part::Content(content, bytes)) => (content, bytes.to_vec()),
            other => panic!("{other:?}"),
        };
        let key = || Protection::tls13(Cipher::Aes128Gcm, &[3; 16], &[4; 12]).unwrap();
        let mut w = Writer::new();
        assert!(w.for_kernel().is_none(), "there are no keys");
        w.set_protection(key()).unwrap();
        w.write(app, 0x0303, b"abc", MAX_PLAINTEXT).unwrap();
        assert!(w.for_kernel().is_none(), "a protected record waits");
        w.consume(w.pending().len());
        let kernel = w.for_kernel().unwrap();
        assert!(!w.is_kernel());
        w.leave_to_kernel(kernel);
        assert!(w.is_kernel());
        assert_eq!((w.sequence(), w.kernel_part()), (1, None));
        let data: Vec<u8> = (0..100).collect();
        w.write(app, 0x0303, &data, 60).unwrap();
        w.write(ContentType::Handshake, 0x0303, b"update", MAX_PLAINTEXT).unwrap();
        w.set_protection(key()).unwrap();
        assert_eq!(w.sequence(), 0);
        w.write(ContentType::Alert, 0x0303, &[1, 0], MAX_PLAINTEXT).unwrap();
        for (start, n) in [(0, 1), (1, 3), (4, 5), (9, 6), (15, 45)] {
            assert_eq!(content(&w), (app, data[start..60].to_vec()));
            w.consume_part(n);
        }
        assert_eq!(content(&w), (app, data[60..].to_vec()));
        w.consume_part(40);
        assert_eq!(content(&w), (ContentType::Handshake, b"update".to_vec()));
        w.consume_part(6);
        assert_eq!(w.kernel_part(), Some(Part::NewKeys));
        w.consume_part(0);
        assert_eq!(content(&w), (ContentType::Alert, vec![1, 0]));
        w.consume_part(2);
        assert_eq!((w.kernel_part(), w.pending().len(), w.sequence()), (None, 0, 1));
        w.count_taken(MAX_PLAINTEXT + 1);
        assert_eq!(w.sequence(), 3);
    }

    #[test]
    fn messages_for_the_kernel_are_not_discarded() {
        let key = || Protection::tls13(Cipher::Aes128Gcm, &[3; 16], &[4; 12]).unwrap();
        let mut w = Writer::new();
        w.set_protection(key()).unwrap();
        let kernel = w.for_kernel().unwrap();
        w.leave_to_kernel(kernel);
        w.write(ContentType::ApplicationData, 0x0303, b"0123456789", 4).unwrap();
        w.write(ContentType::Handshake, 0x0303, b"update", MAX_PLAINTEXT).unwrap();
        w.set_protection(key()).unwrap();
        w.write(ContentType::Alert, 0x0303, &[1, 0], MAX_PLAINTEXT).unwrap();
        w.write(ContentType::Handshake, 0x0303, b"ticket", MAX_PLAINTEXT).unwrap();
        w.consume_part(3);
        assert_eq!(w.discard(), 7 + 2);
        assert_eq!(w.kernel_part(), Some(Part::Content(ContentType::Handshake, b"update")));
        w.consume_part(2);
        assert_eq!(w.discard(), 0);
        assert_eq!(w.kernel_part(), Some(Part::Content(ContentType::Handshake, b"date")));
        w.consume_part(4);
        assert_eq!(w.kernel_part(), Some(Part::NewKeys));
        w.consume_part(0);
        assert_eq!(w.kernel_part(), Some(Part::Content(ContentType::Handshake, b"ticket")));
        w.consume_part(6);
        assert_eq!(w.kernel_part(), None);
        assert_eq!(w.discard(), 0);
    }

    #[test]
    fn tls13_sends_change_cipher_spec_in_the_clear() {
        let mut w = Writer::new();
        w.set_protection(Protection::tls13(Cipher::Aes128Gcm, &[3; 16], &[4; 12]).unwrap()).unwrap();
        w.write(ContentType::ChangeCipherSpec, 0x0303, &[1], MAX_PLAINTEXT).unwrap();
        assert_eq!(w.pending(), b"\x14\x03\x03\x00\x01\x01");
        assert_eq!(w.sequence(), 0);
    }
}
