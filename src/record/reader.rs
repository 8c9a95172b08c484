//! Received bytes, cut into records and opened where they lie.
use core::ops::Range;

use super::{ContentType, HEADER, MAX_PLAIN, Protection};
use crate::abi::*;
use crate::error::{Result, err};

/// One opened record: its bytes stand in the reader ([`Reader::payload`]) until the next call of
/// [`Reader::space`] or [`Reader::release`].
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Record {
    pub content: ContentType,
    /// As the header said: nothing that anyone vouches for.
    pub version: u16,
    pub range: Range<usize>,
}

/// The receiving half of the record layer.
pub struct Reader {
    /// Every byte is initialised; what was received and not yet cut off is `start..end`.
    buffer: Vec<u8>,
    start: usize,
    end: usize,
    protection: Protection,
    limit: usize,
    drop_ccs: bool,
    watch_sslv2: bool,
}

impl Default for Reader {
    fn default() -> Self {
        Reader::new()
    }
}

impl Reader {
    pub fn new() -> Reader {
        Reader {
            buffer: Vec::new(),
            start: 0,
            end: 0,
            protection: Protection::null(),
            limit: MAX_PLAIN,
            drop_ccs: false,
            watch_sslv2: false,
        }
    }

    /// The most plaintext that one record may have (max_fragment_length, record_size_limit).
    pub fn set_limit(&mut self, limit: usize) {
        self.limit = limit.min(MAX_PLAIN);
    }

    /// Whether the dummy change_cipher_spec of RFC 8446 appendix D.4 is skipped, in the clear, whatever
    /// the protection. Without it a change_cipher_spec is handed out as any record (TLS 1.2).
    pub fn allow_ccs(&mut self, allow: bool) {
        self.drop_ccs = allow;
    }

    /// Says by its own code that the first record of a connection is an SSL 2.0 hello.
    pub fn watch_sslv2(&mut self) {
        self.watch_sslv2 = true;
    }

    /// The key of the records that follow. Bytes already received are opened with it.
    pub fn set_protection(&mut self, protection: Protection) {
        self.protection = protection;
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

    /// Whether bytes wait that are not part of a record handed out.
    pub fn has_buffered(&self) -> bool {
        self.start < self.end
    }

    /// Whether a header came and its record has not wholly come: where the end of the stream is
    /// GNUTLS_E_UNEXPECTED_PACKET_LENGTH, not GNUTLS_E_PREMATURE_TERMINATION.
    pub fn in_record(&self) -> bool {
        self.end - self.start >= HEADER
    }

    /// Bytes still missing, first for a header, then for the record it announces; 0 when a whole record
    /// waits for [`Reader::next`].
    pub fn need(&self) -> usize {
        let have = self.end - self.start;
        let want = match self.header() {
            Some(h) => HEADER + usize::from(u16::from_be_bytes([h[3], h[4]])),
            None => HEADER,
        };
        want.saturating_sub(have)
    }

    fn header(&self) -> Option<[u8; HEADER]> {
        self.buffer[self.start..self.end].first_chunk().copied()
    }

    /// Room for `want` received bytes; [`Reader::filled`] says how many came. `want` is the caller's
    /// choice, mostly [`Reader::need`], which a header's 16 bits bound.
    pub fn space(&mut self, want: usize) -> &mut [u8] {
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
        &mut self.buffer[self.end..self.end + want]
    }

    /// `n` bytes were written into what [`Reader::space`] gave.
    pub fn filled(&mut self, n: usize) {
        self.end = (self.end + n).min(self.buffer.len());
    }

    /// Gives the memory back if no byte waits: an idle session holds no buffer.
    pub fn release(&mut self) {
        if self.start == self.end {
            self.buffer = Vec::new();
            (self.start, self.end) = (0, 0);
        }
    }

    /// Bytes of heap held.
    pub fn held(&self) -> usize {
        self.buffer.capacity()
    }

    pub fn payload(&self, record: &Record) -> &[u8] {
        &self.buffer[record.range.clone()]
    }

    /// The next whole record, opened; `None` while bytes are missing ([`Reader::need`]). A bad header is
    /// an error as soon as its five bytes are there. After an error the stream is lost.
    #[expect(clippy::should_implement_trait)] // a record is read by the reader that gave it
    pub fn next(&mut self) -> Result<Option<Record>> {
        loop {
            let Some(header) = self.header() else { return Ok(None) };
            let content = self.check(&header)?;
            let len = usize::from(u16::from_be_bytes([header[3], header[4]]));
            let body = self.start + HEADER;
            if self.end - body < len {
                return Ok(None);
            }
            self.watch_sslv2 = false;
            self.start = body + len;
            let version = u16::from_be_bytes([header[1], header[2]]);
            let payload = &mut self.buffer[body..body + len];
            if content == ContentType::ChangeCipherSpec && self.drop_ccs {
                if payload != [1] {
                    return err(GNUTLS_E_UNEXPECTED_PACKET);
                }
                continue;
            }
            if self.protection.is_tls13() && content != ContentType::ApplicationData {
                // A peer that failed before it had keys can only tell in the clear.
                if content == ContentType::Alert && self.protection.sequence() == 0 && len == 2 {
                    return Ok(Some(Record { content, version, range: body..body + len }));
                }
                return err(GNUTLS_E_UNEXPECTED_PACKET);
            }
            let (content, range) = self.protection.open(&header, payload, self.limit)?;
            // RFC 8446 section 5.1: only application data may be empty.
            if range.is_empty() && (self.protection.is_null() || content != ContentType::ApplicationData) {
                return err(GNUTLS_E_UNEXPECTED_PACKET);
            }
            if self.protection.is_tls13() && content == ContentType::ChangeCipherSpec {
                return err(GNUTLS_E_UNEXPECTED_PACKET);
            }
            return Ok(Some(Record { content, version, range: body + range.start..body + range.end }));
        }
    }

    /// What five bytes can tell: `GNUTLS_E_UNEXPECTED_PACKET` for an unknown type (so an answer in plain
    /// HTTP), `GNUTLS_E_UNSUPPORTED_VERSION_PACKET` for SSL 2.0 or a foreign major version,
    /// `GNUTLS_E_RECORD_OVERFLOW` for a length that no record may have.
    fn check(&self, header: &[u8; HEADER]) -> Result<ContentType> {
        let [kind, major, third, ..] = *header;
        if self.watch_sslv2 && kind & 0x80 != 0 && third == 1 {
            return err(GNUTLS_E_UNSUPPORTED_VERSION_PACKET);
        }
        let Some(content) = ContentType::from_u8(kind) else { return err(GNUTLS_E_UNEXPECTED_PACKET) };
        if major != 3 {
            return err(GNUTLS_E_UNSUPPORTED_VERSION_PACKET);
        }
        let len = usize::from(u16::from_be_bytes([header[3], header[4]]));
        if len > self.protection.max_payload(self.limit) {
            return err(GNUTLS_E_RECORD_OVERFLOW);
        }
        Ok(content)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::alg::ids::Cipher;

    fn feed(r: &mut Reader, bytes: &[u8]) {
        r.space(bytes.len()).copy_from_slice(bytes);
        r.filled(bytes.len());
    }

    fn first(bytes: &[u8]) -> Result<Option<Record>> {
        let mut r = Reader::new();
        feed(&mut r, bytes);
        r.next()
    }

    #[test]
    fn need_leads_through_header_and_body() {
        let stream = b"\x16\x03\x01\x00\x03abc\x17\x03\x03\x00\x01d";
        for step in 1..=stream.len() {
            let (mut r, mut at, mut got) = (Reader::new(), 0, Vec::new());
            loop {
                if let Some(record) = r.next().unwrap() {
                    got.push((record.content, record.version, r.payload(&record).to_vec()));
                    continue;
                }
                let n = r.need().min(step).min(stream.len() - at);
                if n == 0 {
                    break;
                }
                feed(&mut r, &stream[at..at + n]);
                at += n;
            }
            let want = [
                (ContentType::Handshake, 0x0301, b"abc".to_vec()),
                (ContentType::ApplicationData, 0x0303, b"d".to_vec()),
            ];
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
        assert_eq!(r.next().unwrap().map(|x| r.payload(&x).to_vec()), Some(b"a".to_vec()));
        assert!(r.has_buffered() && r.need() == 0);
        assert_eq!(r.next().unwrap().map(|x| r.payload(&x).to_vec()), Some(b"b".to_vec()));
        assert_eq!((r.next(), r.need()), (Ok(None), 3));
        feed(&mut r, b"\x03\x00\x01");
        assert!(r.in_record());
        feed(&mut r, b"c");
        assert_eq!(r.next().unwrap().map(|x| r.payload(&x).to_vec()), Some(b"c".to_vec()));
    }

    /// The codes are those that GnuTLS answers to the same bytes.
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
        r.watch_sslv2();
        feed(&mut r, b"\x80\x2e\x01\x00\x02");
        assert_eq!(r.next().unwrap_err().code(), GNUTLS_E_UNSUPPORTED_VERSION_PACKET);
    }

    #[test]
    fn change_cipher_spec_is_dropped_only_when_allowed() {
        let record = first(b"\x14\x03\x03\x00\x01\x01").unwrap().unwrap();
        assert_eq!(record.content, ContentType::ChangeCipherSpec);
        let mut r = Reader::new();
        r.allow_ccs(true);
        feed(&mut r, b"\x14\x03\x03\x00\x01\x01\x16\x03\x03\x00\x01x");
        assert_eq!(r.next().unwrap().unwrap().content, ContentType::Handshake);
        for bad in
            [&b"\x14\x03\x03\x00\x01\x02"[..], b"\x14\x03\x03\x00\x02\x01\x01", b"\x14\x03\x03\x00\x00"]
        {
            let mut r = Reader::new();
            r.allow_ccs(true);
            feed(&mut r, bad);
            assert_eq!(r.next().unwrap_err().code(), GNUTLS_E_UNEXPECTED_PACKET);
        }
    }

    fn tls13() -> Protection {
        Protection::tls13(Cipher::Aes128Gcm, &[1; 16], &[2; 12]).unwrap()
    }

    fn protected(bytes: &[u8]) -> Result<Option<Record>> {
        let mut r = Reader::new();
        r.set_protection(tls13());
        feed(&mut r, bytes);
        r.next()
    }

    #[test]
    fn tls13_takes_only_application_data_on_the_outside() {
        let mut out = Vec::new();
        tls13().seal(ContentType::Handshake, 0x0303, &[b"x"], 3, &mut out).unwrap();
        let record = protected(&out).unwrap().unwrap();
        assert_eq!((record.content, record.range), (ContentType::Handshake, HEADER..HEADER + 1));
        for bad in
            [&b"\x16\x03\x03\x00\x01x"[..], b"\x14\x03\x03\x00\x01\x01", b"\x15\x03\x03\x00\x03\x02\x28\x00"]
        {
            assert_eq!(protected(bad).unwrap_err().code(), GNUTLS_E_UNEXPECTED_PACKET);
        }
        let alert = protected(b"\x15\x03\x03\x00\x02\x02\x28").unwrap().unwrap();
        assert_eq!(alert.content, ContentType::Alert);
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
            ([&[5; MAX_PLAIN + 1][..], &[23]].concat(), GNUTLS_E_RECORD_OVERFLOW),
        ] {
            assert_eq!(protected(&sealed(&plain)).unwrap_err().code(), code);
        }
        let empty = protected(&sealed(&[23])).unwrap().unwrap();
        assert_eq!((empty.content, empty.range.len()), (ContentType::ApplicationData, 0));
        let mut r = Reader::new();
        r.set_protection(tls13());
        r.set_limit(64);
        feed(&mut r, &sealed(&[[5; 65].as_slice(), &[23]].concat()));
        assert_eq!(r.next().unwrap_err().code(), GNUTLS_E_RECORD_OVERFLOW);
    }
}
