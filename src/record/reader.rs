//! Splits received bytes into records and opens them in place.
mod datagram;
mod kernel;
mod spare;

use core::ops::Range;
use std::collections::VecDeque;

use super::datagram::MAX_DATAGRAM;
use super::epoch::Epoch;
use super::{ContentType, HEADER, MAX_PLAINTEXT, Protection};
use crate::abi::*;
use crate::alg::numbers::VersionNumber;
use crate::error::{Error, Result, err};
use crate::log::{BYTES, Hex, RECORD, Text, log, reason};

/// Maximum size of pending application data while later records are read.
const MAX_KEPT: usize = 64 * 1024 + MAX_PLAINTEXT;
/// Size of the header of an SSL 2.0 record without padding.
const SSLV2_HEADER: usize = 2;
/// Maximum number of dummy change_cipher_spec records in one handshake.
const MAX_CCS: u32 = 32;
/// The least number of protected bytes of early data that are skipped: the amount that GnuTLS accepts by
/// default.
const MAX_SKIPPED: usize = MAX_PLAINTEXT;

/// The receiving direction of the record layer.
///
/// [`Reader::advance`] opens the next record, which becomes the current one. Its content stays in the buffer
/// and is only accessible through the reader. If application data has not been received when the next record
/// is opened, it is copied to its own memory and returned later, in order.
#[derive(Default)]
pub struct Reader {
    /// All bytes are initialized; `start..end` is received data that is not part of an opened record.
    buffer: Vec<u8>,
    start: usize,
    end: usize,
    current: Option<Current>,
    /// Application data of earlier records, oldest first.
    kept: VecDeque<PendingRecord>,
    protection: Protection,
    limit: Option<usize>,
    drop_ccs: bool,
    dropped_ccs: u32,
    clear_alert: bool,
    /// Bytes of early data that may still be skipped.
    skip: Option<usize>,
    first: Option<FirstRecord>,
    /// Of DTLS.
    epoch: Option<Box<Epoch>>,
    /// The last datagram filled the memory for it.
    filled_up: bool,
}

/// What is special about the first record of a connection.
struct FirstRecord {
    /// It may be a ClientHello in the format of SSL 2.0.
    sslv2_hello: bool,
}

/// The opened record and the range of its unread content in the buffer.
struct Current {
    content: ContentType,
    range: Range<usize>,
    sequence: u64,
    sslv2: bool,
}

/// The unread content of an earlier application data record.
struct PendingRecord {
    data: Vec<u8>,
    taken: usize,
    sequence: u64,
}

impl Reader {
    pub fn new() -> Reader {
        Reader::default()
    }

    /// Sets the negotiated maximum plaintext size of protected records (max_fragment_length,
    /// record_size_limit). It does not apply to unprotected records (RFC 8449 section 4).
    pub fn set_limit(&mut self, limit: usize) {
        self.limit = Some(limit.min(MAX_PLAINTEXT));
    }

    /// Sets whether unprotected change_cipher_spec records are skipped regardless of the protection (RFC 8446
    /// appendix D.4). Otherwise they are returned like other records (TLS 1.2).
    pub fn allow_ccs(&mut self, allow: bool) {
        self.drop_ccs = allow;
    }

    /// Accepts an unprotected alert until the first protected record: a TLS 1.3 client that fails before it
    /// has keys sends its alert unprotected.
    pub fn allow_clear_alert(&mut self) {
        self.clear_alert = true;
    }

    /// Sets whether rejected early data is skipped (RFC 8446 section 4.2.10), with the number of bytes that a server would
    /// accept: the records that have them may be longer.
    /// Before keys are set, application data records are skipped; under handshake keys, records that cannot
    /// be opened, up to the first one that can.
    pub fn skip_early_data(&mut self, most: Option<u32>) {
        self.skip = most.map(|most| match most as usize {
            most if most <= MAX_SKIPPED => MAX_SKIPPED,
            most => most + most / 8,
        });
    }

    /// The next record is the first one of a connection. An SSL 2.0 record with a ClientHello is accepted if
    /// `sslv2_hello` is true (RFC 5246 appendix E.2), and else has its own error code.
    pub fn first_record(&mut self, sslv2_hello: bool) {
        self.first = Some(FirstRecord { sslv2_hello });
    }

    /// Whether the current record is an SSL 2.0 record with a ClientHello.
    pub fn is_sslv2_hello(&self) -> bool {
        self.current.as_ref().is_some_and(|c| c.sslv2)
    }

    /// Sets the protection of the following records, including buffered ones that are not opened yet.
    /// In DTLS they are those of the next epoch, and it fails with `GNUTLS_E_RECORD_LIMIT_REACHED` if there is none.
    pub fn set_protection(&mut self, protection: Protection) -> Result<()> {
        if self.epoch.is_some() {
            return self.next_epoch(protection);
        }
        if self.is_kernel() {
            // The session gives the keys to the kernel.
            self.protection.set_sequence(0);
            return Ok(());
        }
        self.protection = protection;
        self.clear_alert = false;
        Ok(())
    }

    pub fn protection(&self) -> &Protection {
        &self.protection
    }

    pub fn sequence(&self) -> u64 {
        self.protection.sequence()
    }

    pub fn set_sequence(&mut self, sequence: u64) {
        self.protection.set_sequence(sequence);
        self.restart_window(sequence);
    }

    /// Whether bytes are buffered that are not part of an opened record.
    pub fn has_buffered(&self) -> bool {
        self.start < self.end
    }

    /// Whether a header is buffered, but the record is incomplete. Then the end of the stream is
    /// `GNUTLS_E_UNEXPECTED_PACKET_LENGTH` instead of `GNUTLS_E_PREMATURE_TERMINATION`.
    pub fn in_record(&self) -> bool {
        self.end - self.start >= HEADER
    }

    /// Number of missing bytes, first of a header, then of the record it announces; 0 if a complete record is
    /// ready for [`Reader::advance`]. Of datagrams it is the size of the largest one.
    pub fn need(&self) -> usize {
        if self.epoch.is_some() {
            return MAX_DATAGRAM;
        }
        let have = self.end - self.start;
        let want = match self.header() {
            Some(h) => match self.sslv2_hello(&h) {
                Some(len) => SSLV2_HEADER + len,
                None => HEADER + usize::from(u16::from_be_bytes([h[3], h[4]])),
            },
            None => HEADER,
        };
        want.saturating_sub(have)
    }

    fn header(&self) -> Option<[u8; HEADER]> {
        self.buffer[self.start..self.end].first_chunk().copied()
    }

    /// Returns a buffer for `want` bytes; the caller then reports the number of received bytes with
    /// [`Reader::filled`]. `want` is usually [`Reader::need`], which the 16 bits of the length field limit.
    /// The current record is left, because it may use the same memory.
    pub fn space(&mut self, want: usize) -> Result<&mut [u8]> {
        self.leave()?;
        self.take_spare();
        if self.start == self.end {
            (self.start, self.end) = (0, 0);
        }
        if self.end + want > self.buffer.len() && self.start > 0 {
            self.buffer.copy_within(self.start..self.end, 0);
            (self.start, self.end) = (0, self.end - self.start);
        }
        if self.end + want > self.buffer.len() {
            self.buffer.reserve_exact(self.end + want - self.buffer.len());
            self.buffer.resize(self.end + want, 0);
        }
        Ok(&mut self.buffer[self.end..self.end + want])
    }

    /// Reports that `n` bytes were written to the buffer returned by [`Reader::space`].
    pub fn filled(&mut self, n: usize) {
        self.filled_up = n == MAX_DATAGRAM;
        self.end = (self.end + n).min(self.buffer.len());
    }

    /// Frees the buffer if it is empty, so that idle sessions use less memory.
    pub fn release(&mut self) {
        if self.start == self.end && self.current.is_none() {
            let buffer = core::mem::take(&mut self.buffer);
            if self.epoch.is_some() {
                spare::give_back(buffer);
            }
            (self.start, self.end) = (0, 0);
        }
    }

    /// Size of the allocated memory in bytes.
    pub fn held(&self) -> usize {
        self.buffer.capacity() + self.kept.iter().map(|k| k.data.capacity()).sum::<usize>()
    }

    /// The unread content of the current record; empty if there is none.
    pub fn payload(&self) -> &[u8] {
        self.current.as_ref().map_or(&[], |c| &self.buffer[c.range.clone()])
    }

    /// Leaves the current record; unread application data stays pending. Fails with
    /// `GNUTLS_E_UNEXPECTED_PACKET` if more than [`MAX_KEPT`] bytes are pending because the application does
    /// not receive.
    #[inline]
    fn leave(&mut self) -> Result<()> {
        if self.current.is_some() { self.keep() } else { Ok(()) }
    }

    #[cold]
    fn keep(&mut self) -> Result<()> {
        let Some(Current { content, range, sequence, .. }) = self.current.take() else { return Ok(()) };
        if content != ContentType::ApplicationData || range.is_empty() {
            return Ok(());
        }
        if self.unread() + range.len() > MAX_KEPT {
            return err(GNUTLS_E_UNEXPECTED_PACKET);
        }
        self.kept.push_back(PendingRecord { data: self.buffer[range].to_vec(), taken: 0, sequence });
        Ok(())
    }

    /// Number of bytes of pending application data.
    pub fn unread(&self) -> usize {
        let kept: usize = self.kept.iter().map(|k| k.data.len() - k.taken).sum();
        let current = match &self.current {
            Some(c) if c.content == ContentType::ApplicationData => c.range.len(),
            _ => 0,
        };
        kept + current
    }

    /// Copies pending application data to `buf`, at most from the oldest record. Returns the number of bytes
    /// and the sequence number of the record. This is the only copy when data is received.
    pub fn take(&mut self, buf: &mut [u8]) -> (usize, u64) {
        if let Some(kept) = self.kept.front_mut() {
            let left = &kept.data[kept.taken..];
            let n = left.len().min(buf.len());
            buf[..n].copy_from_slice(&left[..n]);
            kept.taken += n;
            let sequence = kept.sequence;
            if kept.taken == kept.data.len() {
                self.kept.pop_front();
            }
            return (n, sequence);
        }
        match &mut self.current {
            Some(c) if c.content == ContentType::ApplicationData => {
                let n = c.range.len().min(buf.len());
                buf[..n].copy_from_slice(&self.buffer[c.range.start..c.range.start + n]);
                c.range.start += n;
                let sequence = c.sequence;
                if c.range.is_empty() {
                    self.discard();
                }
                (n, sequence)
            }
            _ => (0, 0),
        }
    }

    /// Discards the unread content of the current record.
    pub fn discard(&mut self) {
        self.current = None;
        if self.epoch.is_some() {
            self.release();
        }
    }

    /// Maximum number of bytes that [`Reader::take`] returns: the unread content of the oldest record.
    pub fn next_take(&self) -> usize {
        match self.kept.front() {
            Some(kept) => kept.data.len() - kept.taken,
            None => self.unread(),
        }
    }

    /// Opens the next record and returns its content type, or `None` if it is incomplete ([`Reader::need`]).
    /// An invalid header is an error as soon as its five bytes are received. After an error the reader is
    /// unusable.
    pub fn advance(&mut self) -> Result<Option<ContentType>> {
        self.leave()?;
        if self.epoch.is_some() {
            return self.advance_datagram();
        }
        loop {
            let Some(header) = self.header() else { return Ok(None) };
            if let Some(len) = self.sslv2_hello(&header) {
                return self.advance_sslv2(len);
            }
            let content = self.check(&header)?;
            let len = usize::from(u16::from_be_bytes([header[3], header[4]]));
            let body = self.start + HEADER;
            if self.end - body < len {
                return Ok(None);
            }
            self.first = None;
            self.start = body + len;
            if content == ContentType::ChangeCipherSpec && self.drop_ccs {
                self.dropped_ccs += 1;
                if self.buffer[body..body + len] != [1] || self.dropped_ccs > MAX_CCS {
                    return err(GNUTLS_E_UNEXPECTED_PACKET);
                }
                continue;
            }
            let sequence = self.protection.sequence();
            let (clear, tls13) = (self.protection.is_null(), self.protection.is_tls13());
            if tls13 && content != ContentType::ApplicationData {
                match content {
                    ContentType::Alert if self.clear_alert && len == 2 => {
                        self.current =
                            Some(Current { content, range: body..body + len, sequence, sslv2: false });
                        return Ok(Some(content));
                    }
                    // Not authenticated: treated like a record that fails to decrypt.
                    ContentType::Alert => return err(GNUTLS_E_DECRYPTION_FAILED),
                    _ => return err(GNUTLS_E_UNEXPECTED_PACKET),
                }
            }
            if clear && content == ContentType::ApplicationData && self.skipped(len) {
                continue;
            }
            let payload = &mut self.buffer[body..body + len];
            let limit = if clear { MAX_PLAINTEXT } else { self.limit.unwrap_or(MAX_PLAINTEXT) };
            let (content, range) = match self.protection.open(&header, payload, limit) {
                Err(e) if e.code() == GNUTLS_E_DECRYPTION_FAILED && self.skipped(len) => {
                    self.protection.set_sequence(sequence);
                    continue;
                }
                Err(e) if e.code() == GNUTLS_E_DECRYPTION_FAILED => {
                    return Err(reason!(
                        e,
                        "the record {sequence} (of {len} bytes) cannot be decrypted: its bytes were changed, or the keys differ (bad_record_mac)"
                    ));
                }
                opened => opened?,
            };
            if !clear {
                (self.skip, self.clear_alert) = (None, false);
            }
            // RFC 8446 section 5.1: only application data may be empty.
            if range.is_empty() && (clear || content != ContentType::ApplicationData) {
                return err(GNUTLS_E_UNEXPECTED_PACKET);
            }
            if tls13 && content == ContentType::ChangeCipherSpec {
                return err(GNUTLS_E_UNEXPECTED_PACKET);
            }
            log!(
                RECORD,
                "received a record: {}, {}, {} bytes of content in {len}, {}",
                content.name(),
                VersionNumber(u16::from_be_bytes([header[1], header[2]])),
                range.len(),
                if clear { "not protected".to_string() } else { format!("protected, sequence {sequence}") }
            );
            log!(BYTES, "header of the record: {}", Hex(&header));
            let range = body + range.start..body + range.end;
            self.current = Some(Current { content, range, sequence, sslv2: false });
            return Ok(Some(content));
        }
    }

    /// The length of the content if this is the header of an acceptable SSL 2.0 record with a ClientHello.
    fn sslv2_hello(&self, header: &[u8; HEADER]) -> Option<usize> {
        let accepted = self.first.as_ref().is_some_and(|f| f.sslv2_hello) && is_sslv2(header);
        accepted.then_some(usize::from(u16::from_be_bytes([header[0] & 0x7f, header[1]])))
    }

    /// Like [`Reader::advance`] for an SSL 2.0 record with `len` bytes of content.
    #[cold]
    fn advance_sslv2(&mut self, len: usize) -> Result<Option<ContentType>> {
        if !(HEADER - SSLV2_HEADER..=MAX_PLAINTEXT).contains(&len) {
            return err(GNUTLS_E_UNEXPECTED_PACKET_LENGTH);
        }
        let body = self.start + SSLV2_HEADER;
        if self.end - body < len {
            return Ok(None);
        }
        self.first = None;
        self.start = body + len;
        log!(RECORD, "received a record of SSL 2.0: {len} bytes of content, not protected");
        let content = ContentType::Handshake;
        self.current = Some(Current { content, range: body..body + len, sequence: 0, sslv2: true });
        Ok(Some(content))
    }

    /// Whether a record of `len` bytes is skipped as early data.
    fn skipped(&mut self, len: usize) -> bool {
        match &mut self.skip {
            Some(left) if *left >= len => {
                *left -= len;
                true
            }
            _ => false,
        }
    }

    /// Validates a record header. Fails with `GNUTLS_E_UNEXPECTED_PACKET` for an unknown type (such as a
    /// response in plain HTTP), `GNUTLS_E_UNSUPPORTED_VERSION_PACKET` for SSL 2.0 or another major version,
    /// and `GNUTLS_E_RECORD_OVERFLOW` if the length is too large.
    fn check(&self, header: &[u8; HEADER]) -> Result<ContentType> {
        let [kind, major, third, ..] = *header;
        if self.first.is_some() && is_sslv2(header) {
            return err(GNUTLS_E_UNSUPPORTED_VERSION_PACKET);
        }
        let Some(content) = ContentType::from_u8(kind) else { return Err(self.not_tls(header)) };
        let [_, expected] = self.protection.version().wire().to_be_bytes();
        if major != 3 || (third != expected && !self.protection.is_null()) {
            let not = if major == 3 { "that of the connection" } else { "TLS" };
            return Err(reason!(
                Error::new(GNUTLS_E_UNSUPPORTED_VERSION_PACKET),
                "a record has the version 0x{major:02x}{third:02x}, which is not {not}"
            ));
        }
        let len = usize::from(u16::from_be_bytes([header[3], header[4]]));
        // Early data is protected with keys that we do not have, so its records may be as long as protected
        // ones.
        let max = if self.skip.is_some() && self.protection.is_null() {
            MAX_PLAINTEXT + 256
        } else {
            self.protection.max_payload()
        };
        if len > max {
            return Err(reason!(
                Error::new(GNUTLS_E_RECORD_OVERFLOW),
                "a record announces {len} bytes, more than the {max} that are allowed"
            ));
        }
        Ok(content)
    }

    /// The bytes where a record should begin are none. Of the first bytes of a connection a person can tell the
    /// protocol; later ones may be confidential.
    #[cold]
    fn not_tls(&self, header: &[u8; HEADER]) -> Error {
        let error = Error::new(GNUTLS_E_UNEXPECTED_PACKET);
        if self.first.is_none() {
            return reason!(error, "a record has the unknown type {}", header[0]);
        }
        let hint = match header {
            b"HTTP/" | b"GET /" | b"POST " | b"HEAD " | b"PUT /" | b"OPTIO" | b"CONNE" | b"<html"
            | b"<HTML" | b"<!DOC" => "the peer speaks HTTP, not TLS: use the port for https",
            b"SSH-2" | b"SSH-1" => "the peer speaks SSH, not TLS",
            [b'2', b'2', b'0', b' ' | b'-', _] | b"EHLO " | b"HELO " => {
                "the peer speaks SMTP or FTP, not TLS: use STARTTLS first, or the port for implicit TLS"
            }
            b"* OK " | b"+OK P" | b"+OK D" => {
                "the peer speaks IMAP or POP3, not TLS: use STARTTLS first, or the port for implicit TLS"
            }
            _ => "the peer does not speak TLS",
        };
        reason!(error, "{hint} (its first bytes are \"{}\")", Text(header))
    }
}

/// Whether these are the first bytes of an SSL 2.0 record with a ClientHello: a length of two bytes, whose
/// highest bit is set, and the type of the message.
fn is_sslv2(header: &[u8; HEADER]) -> bool {
    header[0] & 0x80 != 0 && header[2] == 1
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::alg::ids::Cipher;

    fn feed(r: &mut Reader, bytes: &[u8]) {
        r.space(bytes.len()).unwrap().copy_from_slice(bytes);
        r.filled(bytes.len());
    }

    fn first(bytes: &[u8]) -> Result<Option<ContentType>> {
        let mut r = Reader::new();
        feed(&mut r, bytes);
        r.advance()
    }

    fn next(r: &mut Reader) -> Option<Vec<u8>> {
        r.advance().unwrap().map(|_| r.payload().to_vec())
    }

    #[test]
    fn need_leads_through_header_and_body() {
        let stream = b"\x16\x03\x01\x00\x03abc\x17\x03\x03\x00\x01d";
        for step in 1..=stream.len() {
            let (mut r, mut at, mut got) = (Reader::new(), 0, Vec::new());
            loop {
                if let Some(content) = r.advance().unwrap() {
                    got.push((content, r.payload().to_vec()));
                    r.discard();
                    continue;
                }
                let n = r.need().min(step).min(stream.len() - at);
                if n == 0 {
                    break;
                }
                feed(&mut r, &stream[at..at + n]);
                at += n;
            }
            let want =
                [(ContentType::Handshake, b"abc".to_vec()), (ContentType::ApplicationData, b"d".to_vec())];
            assert_eq!(got, want);
            assert!(!r.has_buffered() && !r.in_record() && r.need() == HEADER);
            r.release();
            assert_eq!(r.held(), 0);
        }
    }

    #[test]
    fn several_records_in_one_read() {
        let mut r = Reader::new();
        feed(&mut r, b"\x16\x03\x03\x00\x01a\x16\x03\x03\x00\x01b\x16\x03");
        assert_eq!(next(&mut r), Some(b"a".to_vec()));
        assert!(r.has_buffered() && r.need() == 0);
        assert_eq!(next(&mut r), Some(b"b".to_vec()));
        assert_eq!((r.advance(), r.need()), (Ok(None), 3));
        feed(&mut r, b"\x03\x00\x01");
        assert!(r.in_record());
        feed(&mut r, b"c");
        assert_eq!(next(&mut r), Some(b"c".to_vec()));
    }

    /// GnuTLS returns the same error codes for these bytes.
    #[test]
    fn bad_headers() {
        let code = |b: &[u8]| first(b).unwrap_err().code();
        assert_eq!(code(b"HTTP/1.1 400 Bad Request\r\n"), GNUTLS_E_UNEXPECTED_PACKET);
        assert_eq!(code(b"\x63\x03\x03\x00\x05"), GNUTLS_E_UNEXPECTED_PACKET);
        assert_eq!(code(b"\x16\x02\x00\x00\x05"), GNUTLS_E_UNSUPPORTED_VERSION_PACKET);
        assert_eq!(code(b"\x16\x04\x00\x00\x05"), GNUTLS_E_UNSUPPORTED_VERSION_PACKET);
        assert_eq!(code(b"\x16\x03\x03\x40\x01"), GNUTLS_E_RECORD_OVERFLOW);
        assert_eq!(code(b"\x16\x03\x03\x00\x00"), GNUTLS_E_UNEXPECTED_PACKET);
        assert_eq!(code(b"\x17\x03\x03\x00\x00"), GNUTLS_E_UNEXPECTED_PACKET);
        assert_eq!(first(b"\x16\x03\x03\x40\x00"), Ok(None));
        assert_eq!(first(b"\x16\x03\x03"), Ok(None));
        let mut r = Reader::new();
        r.first_record(false);
        feed(&mut r, b"\x80\x2e\x01\x00\x02");
        assert_eq!(r.advance().unwrap_err().code(), GNUTLS_E_UNSUPPORTED_VERSION_PACKET);
    }

    #[test]
    fn a_server_takes_an_sslv2_hello_as_first_record() {
        let mut r = Reader::new();
        r.first_record(true);
        let stream = b"\x80\x05\x01\x03\x01ab\x80\x05\x01\x03\x01ab";
        for byte in &stream[..6] {
            feed(&mut r, &[*byte]);
            assert_eq!(r.advance(), Ok(None));
        }
        assert_eq!(r.need(), 1);
        feed(&mut r, &stream[6..]);
        assert_eq!(r.advance(), Ok(Some(ContentType::Handshake)));
        assert!(r.is_sslv2_hello());
        assert_eq!(r.payload(), b"\x01\x03\x01ab");
        // Only the first one.
        assert_eq!(r.advance().unwrap_err().code(), GNUTLS_E_UNEXPECTED_PACKET);
        for bad in [&b"\x80\x02\x01\x00\x02"[..], b"\xff\xff\x01\x03\x01"] {
            let mut r = Reader::new();
            r.first_record(true);
            feed(&mut r, bad);
            assert_eq!(r.advance().unwrap_err().code(), GNUTLS_E_UNEXPECTED_PACKET_LENGTH);
        }
    }

    #[test]
    fn change_cipher_spec_is_dropped_only_when_allowed() {
        assert_eq!(first(b"\x14\x03\x03\x00\x01\x01"), Ok(Some(ContentType::ChangeCipherSpec)));
        let mut r = Reader::new();
        r.allow_ccs(true);
        feed(&mut r, b"\x14\x03\x03\x00\x01\x01\x16\x03\x03\x00\x01x");
        assert_eq!(r.advance(), Ok(Some(ContentType::Handshake)));
        for bad in
            [&b"\x14\x03\x03\x00\x01\x02"[..], b"\x14\x03\x03\x00\x02\x01\x01", b"\x14\x03\x03\x00\x00"]
        {
            let mut r = Reader::new();
            r.allow_ccs(true);
            feed(&mut r, bad);
            assert_eq!(r.advance().unwrap_err().code(), GNUTLS_E_UNEXPECTED_PACKET);
        }
    }

    fn tls13() -> Protection {
        Protection::tls13(Cipher::Aes128Gcm, &[1; 16], &[2; 12]).unwrap()
    }

    fn protected(bytes: &[u8]) -> Result<(ContentType, Vec<u8>)> {
        let mut r = Reader::new();
        r.set_protection(tls13()).unwrap();
        feed(&mut r, bytes);
        r.advance().map(|content| (content.expect("a whole record"), r.payload().to_vec()))
    }

    fn sealed(content: ContentType, plain: &[u8], p: &mut Protection) -> Vec<u8> {
        let mut out = Vec::new();
        p.seal(content, 0x0303, &[plain], 0, &mut out).unwrap();
        out
    }

    #[test]
    fn tls13_takes_only_application_data_on_the_outside() {
        let mut out = Vec::new();
        tls13().seal(ContentType::Handshake, 0x0303, &[b"x"], 3, &mut out).unwrap();
        assert_eq!(protected(&out), Ok((ContentType::Handshake, b"x".to_vec())));
        for bad in [&b"\x16\x03\x03\x00\x01x"[..], b"\x14\x03\x03\x00\x01\x01"] {
            assert_eq!(protected(bad).unwrap_err().code(), GNUTLS_E_UNEXPECTED_PACKET);
        }
        for bad in [&b"\x15\x03\x03\x00\x02\x01\x00"[..], b"\x15\x03\x03\x00\x03\x02\x28\x00"] {
            assert_eq!(protected(bad).unwrap_err().code(), GNUTLS_E_DECRYPTION_FAILED);
        }
        assert_eq!(protected(b"\x17\x03\x03\x41\x01").unwrap_err().code(), GNUTLS_E_RECORD_OVERFLOW);
        assert_eq!(protected(b"\x17\x03\x03\x00\x00").unwrap_err().code(), GNUTLS_E_DECRYPTION_FAILED);
    }

    #[test]
    fn tls13_inner_types_and_limits() {
        let sealed = |plain: &[u8]| {
            let aead = crate::crypto::aead::Aead::new(Cipher::Aes128Gcm, &[1; 16]).unwrap();
            let len = (plain.len() + 16) as u16;
            let mut out = [&[23, 3, 3], &len.to_be_bytes()[..], plain].concat();
            let aad: [u8; HEADER] = *out.first_chunk().unwrap();
            let tag = aead.seal(&[2; 12], &aad, &mut out[HEADER..]).unwrap();
            out.extend_from_slice(&tag);
            out
        };
        for (plain, code) in [
            (vec![0; 9], GNUTLS_E_UNEXPECTED_PACKET),
            (vec![1, 99], GNUTLS_E_UNEXPECTED_PACKET),
            (vec![1, 20], GNUTLS_E_UNEXPECTED_PACKET),
            (vec![22, 0], GNUTLS_E_UNEXPECTED_PACKET),
            ([&[5; MAX_PLAINTEXT + 1][..], &[23]].concat(), GNUTLS_E_RECORD_OVERFLOW),
            // The limit includes padding (RFC 8446 section 5.4).
            ([&[5, 23][..], &[0; MAX_PLAINTEXT]].concat(), GNUTLS_E_RECORD_OVERFLOW),
        ] {
            assert_eq!(protected(&sealed(&plain)).unwrap_err().code(), code);
        }
        assert_eq!(protected(&sealed(&[23])), Ok((ContentType::ApplicationData, Vec::new())));
        let mut r = Reader::new();
        r.set_protection(tls13()).unwrap();
        r.set_limit(64);
        feed(&mut r, &sealed(&[[5; 65].as_slice(), &[23]].concat()));
        assert_eq!(r.advance().unwrap_err().code(), GNUTLS_E_RECORD_OVERFLOW);
    }

    #[test]
    fn a_clear_alert_counts_before_the_first_protected_record_alone() {
        const ALERT: &[u8] = b"\x15\x03\x03\x00\x02\x02\x28";
        let mut r = Reader::new();
        r.set_protection(tls13()).unwrap();
        r.allow_clear_alert();
        feed(&mut r, ALERT);
        assert_eq!(r.advance(), Ok(Some(ContentType::Alert)));
        feed(&mut r, &sealed(ContentType::Handshake, b"x", &mut tls13()));
        assert_eq!(r.advance(), Ok(Some(ContentType::Handshake)));
        feed(&mut r, ALERT);
        assert_eq!(r.advance().unwrap_err().code(), GNUTLS_E_DECRYPTION_FAILED);
    }

    #[test]
    fn application_data_outlives_the_records_behind_it() {
        let (mut r, mut w) = (Reader::new(), tls13());
        r.set_protection(tls13()).unwrap();
        feed(&mut r, &sealed(ContentType::ApplicationData, b"abcdef", &mut w));
        assert_eq!(r.advance(), Ok(Some(ContentType::ApplicationData)));
        let mut buf = [0; 4];
        assert_eq!((r.take(&mut buf[..2]), &buf[..2]), ((2, 0), &b"ab"[..]));
        feed(&mut r, &sealed(ContentType::Handshake, &[9; 300], &mut w));
        assert_eq!(next(&mut r), Some(vec![9; 300]));
        feed(&mut r, &sealed(ContentType::ApplicationData, b"ghi", &mut w));
        assert_eq!(next(&mut r), Some(b"ghi".to_vec()));
        feed(&mut r, &sealed(ContentType::Alert, &[1, 0], &mut w));
        assert_eq!(r.advance(), Ok(Some(ContentType::Alert)));
        assert_eq!((r.unread(), r.next_take()), (7, 4));
        assert_eq!((r.take(&mut buf), &buf), ((4, 0), b"cdef"));
        assert_eq!((r.take(&mut buf), &buf[..3]), ((3, 2), &b"ghi"[..]));
        assert_eq!((r.take(&mut buf), r.unread()), ((0, 0), 0));
    }

    #[test]
    fn unread_data_is_bounded() {
        let (mut r, mut w) = (Reader::new(), tls13());
        r.set_protection(tls13()).unwrap();
        let mut records = 0;
        let e = loop {
            let record = sealed(ContentType::ApplicationData, &[1; MAX_PLAINTEXT], &mut w);
            match r.space(record.len()) {
                Ok(space) => space.copy_from_slice(&record),
                Err(e) => break e,
            }
            r.filled(record.len());
            r.advance().unwrap();
            records += 1;
        };
        assert_eq!((e.code(), records), (GNUTLS_E_UNEXPECTED_PACKET, 6));
    }

    #[test]
    fn early_data_is_skipped_up_to_a_bound() {
        let mut early = Protection::tls13(Cipher::Aes128Gcm, &[7; 16], &[8; 12]).unwrap();
        let early: Vec<Vec<u8>> =
            (0..17).map(|_| sealed(ContentType::ApplicationData, &[1; 1000], &mut early)).collect();
        // Under handshake keys, up to the first record that opens.
        let mut r = Reader::new();
        r.skip_early_data(Some(0));
        r.set_protection(tls13()).unwrap();
        early[..16].iter().for_each(|record| feed(&mut r, record));
        let mut w = tls13();
        feed(&mut r, &sealed(ContentType::Handshake, b"x", &mut w));
        assert_eq!(next(&mut r), Some(b"x".to_vec()));
        feed(&mut r, &early[0]);
        assert_eq!(r.advance().unwrap_err().code(), GNUTLS_E_DECRYPTION_FAILED);
        // In the clear, after a HelloRetryRequest.
        let mut r = Reader::new();
        r.skip_early_data(Some(0));
        early[..2].iter().for_each(|record| feed(&mut r, record));
        feed(&mut r, b"\x16\x03\x03\x00\x01x");
        assert_eq!(next(&mut r), Some(b"x".to_vec()));
        // Too much of it.
        let mut r = Reader::new();
        r.skip_early_data(Some(0));
        r.set_protection(tls13()).unwrap();
        early.iter().for_each(|record| feed(&mut r, record));
        assert_eq!(r.advance().unwrap_err().code(), GNUTLS_E_DECRYPTION_FAILED);
    }

    #[test]
    fn dummy_change_cipher_specs_are_bounded() {
        let mut r = Reader::new();
        r.allow_ccs(true);
        (0..33).for_each(|_| feed(&mut r, b"\x14\x03\x03\x00\x01\x01"));
        assert_eq!(r.advance().unwrap_err().code(), GNUTLS_E_UNEXPECTED_PACKET);
    }
}
