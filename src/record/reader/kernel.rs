//! Records that the kernel opens: the transport gives their content and their type.
use super::{Current, Reader};
use crate::abi::*;
use crate::error::{Error, Result, err};
use crate::log::{RECORD, log, reason};
use crate::record::{ContentType, MAX_PLAINTEXT, Protection};

impl Reader {
    /// The protection that the records have when the kernel opens them. `None` if it cannot do so, or if a part of a record was
    /// received that the kernel would miss.
    pub fn for_kernel(&self) -> Option<Protection> {
        let limited = self.limit.is_some_and(|limit| limit < MAX_PLAINTEXT);
        self.protection.in_kernel().filter(|_| self.epoch.is_none() && !self.has_buffered() && !limited)
    }

    /// The kernel has the keys of [`Reader::for_kernel`] and opens the following records.
    pub fn leave_to_kernel(&mut self, protection: Protection) {
        self.protection = protection;
        self.skip = None;
        self.clear_alert = false;
    }

    /// Whether the kernel opens the records.
    #[inline]
    pub fn is_kernel(&self) -> bool {
        self.protection.is_kernel()
    }

    /// The kernel has written `n` bytes of content to the buffer that [`Reader::space`] returned. They are of a record of the
    /// type `kind`, or of several with application data, and become the current record.
    pub fn deliver(&mut self, kind: u8, n: usize) -> Result<ContentType> {
        let Some(content) = ContentType::from_u8(kind) else {
            return Err(reason!(
                Error::new(GNUTLS_E_UNEXPECTED_PACKET),
                "a record has the unknown type {kind}"
            ));
        };
        // RFC 8446 section 5.1: only application data may be empty.
        if n == 0 && content != ContentType::ApplicationData {
            return err(GNUTLS_E_UNEXPECTED_PACKET);
        }
        let sequence = self.protection.count()?;
        log!(RECORD, "received from the kernel: {}, {n} bytes of content", content.name());
        let start = self.end;
        self.end = (self.end + n).min(self.buffer.len());
        self.start = self.end;
        self.current = Some(Current { content, range: start..self.end, sequence, sslv2: false });
        Ok(content)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::alg::Cipher;

    fn reader() -> Reader {
        let mut r = Reader::new();
        assert!(r.for_kernel().is_none(), "there are no keys");
        r.set_protection(Protection::tls13(Cipher::Aes128Gcm, &[3; 16], &[4; 12]).unwrap()).unwrap();
        r
    }

    fn deliver(r: &mut Reader, kind: u8, bytes: &[u8]) -> Result<ContentType> {
        r.space(MAX_PLAINTEXT)?[..bytes.len()].copy_from_slice(bytes);
        r.deliver(kind, bytes.len())
    }

    #[test]
    fn content_arrives_in_order() {
        let mut r = reader();
        let kernel = r.for_kernel().unwrap();
        r.leave_to_kernel(kernel);
        assert!(r.is_kernel());
        assert_eq!(deliver(&mut r, 23, b"abc").unwrap(), ContentType::ApplicationData);
        let mut one = [0];
        assert_eq!((r.take(&mut one), one), ((1, 0), *b"a"));
        // Data that was not received is kept while the next record is read.
        assert_eq!(deliver(&mut r, 22, b"ticket").unwrap(), ContentType::Handshake);
        assert_eq!((r.payload(), r.unread()), (&b"ticket"[..], 2));
        assert_eq!(deliver(&mut r, 23, b"").unwrap(), ContentType::ApplicationData);
        assert_eq!(deliver(&mut r, 23, b"d").unwrap(), ContentType::ApplicationData);
        let mut rest = [0; 9];
        assert_eq!((r.take(&mut rest).0, &rest[..2]), (2, &b"bc"[..]));
        assert_eq!((r.take(&mut rest), rest[0]), ((1, 3), b'd'));
        assert!(!r.has_buffered());
        // New keys are the kernel's.
        r.set_protection(Protection::tls13(Cipher::Aes128Gcm, &[5; 16], &[6; 12]).unwrap()).unwrap();
        assert!(r.is_kernel() && r.sequence() == 0);
    }

    #[test]
    fn what_the_kernel_does_not_check() {
        let mut r = reader();
        let kernel = r.for_kernel().unwrap();
        r.leave_to_kernel(kernel);
        for (kind, bytes) in [(0, &b"x"[..]), (99, b"x"), (21, b""), (22, b"")] {
            assert_eq!(deliver(&mut r, kind, bytes).unwrap_err().code(), GNUTLS_E_UNEXPECTED_PACKET);
        }
    }

    #[test]
    fn nothing_is_lost() {
        let mut r = reader();
        r.space(3).unwrap().copy_from_slice(&[23, 3, 3]);
        r.filled(3);
        assert!(r.for_kernel().is_none(), "a part of a header was received");
        let mut r = reader();
        r.set_limit(512);
        assert!(r.for_kernel().is_none(), "the kernel knows no limit");
    }
}
