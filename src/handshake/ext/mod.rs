//! Extensions: a table of which may stand where (RFC 8446 section 4.2), and the list as it came.
//! Reading and writing of each stand side by side: in [`common`] for both versions, [`tls12`], [`tls13`].
pub mod common;
pub mod tls12;
pub mod tls13;

use core::ops::Range;

use crate::abi::*;
use crate::codec::{Reader, Writer};
use crate::error::{Error, Result, err};

/// Extension numbers (IANA TLS ExtensionType values).
pub mod number {
    pub const SERVER_NAME: u16 = 0;
    pub const MAX_FRAGMENT_LENGTH: u16 = 1;
    pub const STATUS_REQUEST: u16 = 5;
    pub const SUPPORTED_GROUPS: u16 = 10;
    pub const EC_POINT_FORMATS: u16 = 11;
    pub const SIGNATURE_ALGORITHMS: u16 = 13;
    pub const ALPN: u16 = 16;
    pub const EXTENDED_MASTER_SECRET: u16 = 23;
    pub const RECORD_SIZE_LIMIT: u16 = 28;
    pub const EARLY_DATA: u16 = 42;
    pub const SUPPORTED_VERSIONS: u16 = 43;
    pub const COOKIE: u16 = 44;
    pub const CERTIFICATE_AUTHORITIES: u16 = 47;
    pub const POST_HANDSHAKE_AUTH: u16 = 49;
    pub const SIGNATURE_ALGORITHMS_CERT: u16 = 50;
    pub const KEY_SHARE: u16 = 51;
    pub const RENEGOTIATION_INFO: u16 = 0xff01;
}

/// The message an extension block belongs to.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Place {
    ClientHello = 1,
    ServerHello12 = 2,
    ServerHello13 = 4,
    HelloRetryRequest = 8,
    EncryptedExtensions = 16,
    CertificateRequest = 32,
    Certificate = 64,
}

use Place::*;

/// A row: where a known extension may stand.
struct Row(u16, &'static [Place]);

const TABLE: &[Row] = &[
    Row(number::SERVER_NAME, &[ClientHello, ServerHello12, EncryptedExtensions]),
    Row(number::MAX_FRAGMENT_LENGTH, &[ClientHello, ServerHello12, EncryptedExtensions]),
    Row(number::STATUS_REQUEST, &[ClientHello, ServerHello12, Certificate]),
    Row(number::SUPPORTED_GROUPS, &[ClientHello, ServerHello12, EncryptedExtensions]),
    Row(number::EC_POINT_FORMATS, &[ClientHello, ServerHello12]),
    Row(number::SIGNATURE_ALGORITHMS, &[ClientHello, CertificateRequest]),
    Row(number::ALPN, &[ClientHello, ServerHello12, EncryptedExtensions]),
    Row(number::EXTENDED_MASTER_SECRET, &[ClientHello, ServerHello12]),
    Row(number::RECORD_SIZE_LIMIT, &[ClientHello, ServerHello12, EncryptedExtensions]),
    Row(number::SUPPORTED_VERSIONS, &[ClientHello, ServerHello13, HelloRetryRequest]),
    Row(number::COOKIE, &[ClientHello, HelloRetryRequest]),
    Row(number::CERTIFICATE_AUTHORITIES, &[ClientHello, CertificateRequest]),
    Row(number::POST_HANDSHAKE_AUTH, &[ClientHello]),
    Row(number::SIGNATURE_ALGORITHMS_CERT, &[ClientHello, CertificateRequest]),
    Row(number::KEY_SHARE, &[ClientHello, ServerHello13, HelloRetryRequest]),
    Row(number::RENEGOTIATION_INFO, &[ClientHello, ServerHello12]),
];

/// Number and data of an extension.
pub type Numbered = (u16, Vec<u8>);

/// An extension block as it came: numbers and byte ranges, nothing parsed before it is asked for.
#[derive(Clone, Debug, Default)]
pub struct Extensions {
    bytes: Vec<u8>,
    list: Vec<(u16, Range<usize>)>,
}

/// More extensions than this in one block are refused: no honest peer sends them.
const MOST: usize = 128;

impl Extensions {
    /// Reads the block (behind its length). A number that stands twice, or in a message where it must
    /// not, is refused.
    pub fn read(block: &[u8], place: Place) -> Result<Self> {
        let mut r = Reader::new(block);
        let mut list: Vec<(u16, Range<usize>)> = Vec::new();
        while !r.is_empty() {
            let bad = Error::new(GNUTLS_E_UNEXPECTED_EXTENSIONS_LENGTH);
            let number = r.u16().map_err(|_| bad)?;
            let data = r.vec16().map_err(|_| bad)?;
            if list.len() == MOST || list.iter().any(|(n, _)| *n == number) {
                return Err(Error::with_alert(
                    GNUTLS_E_RECEIVED_ILLEGAL_EXTENSION,
                    GNUTLS_A_ILLEGAL_PARAMETER,
                ));
            }
            if let Some(Row(_, places)) = TABLE.iter().find(|row| row.0 == number)
                && !places.contains(&place)
            {
                return Err(Error::with_alert(
                    GNUTLS_E_RECEIVED_ILLEGAL_EXTENSION,
                    GNUTLS_A_ILLEGAL_PARAMETER,
                ));
            }
            let end = block.len() - r.len();
            list.push((number, end - data.len()..end));
        }
        Ok(Extensions { bytes: block.to_vec(), list })
    }

    pub fn get(&self, number: u16) -> Option<Reader<'_>> {
        let (_, range) = self.list.iter().find(|(n, _)| *n == number)?;
        Some(Reader::new(&self.bytes[range.clone()]))
    }

    /// Takes out what the program handles itself.
    pub fn hide(&mut self, numbers: &[u16]) {
        self.list.retain(|(n, _)| !numbers.contains(n));
    }

    pub fn has(&self, number: u16) -> bool {
        self.list.iter().any(|(n, _)| *n == number)
    }

    pub fn iter(&self) -> impl Iterator<Item = (u16, &[u8])> {
        self.list.iter().map(|(n, range)| (*n, &self.bytes[range.clone()]))
    }

    /// An answer may hold only what was offered (RFC 8446 section 4.2).
    pub fn only_offered(&self, offered: &[u16]) -> Result<()> {
        if self.list.iter().all(|(n, _)| offered.contains(n)) {
            Ok(())
        } else {
            Err(Error::with_alert(GNUTLS_E_RECEIVED_ILLEGAL_EXTENSION, GNUTLS_A_UNSUPPORTED_EXTENSION))
        }
    }
}

/// Collects the extensions of a message that is being written.
#[derive(Default)]
pub struct Block {
    entries: Vec<(u16, Writer)>,
}

impl Block {
    pub fn add(&mut self, number: u16, body: impl FnOnce(&mut Writer)) {
        let mut data = Writer::new();
        body(&mut data);
        self.entries.push((number, data));
    }

    /// The program's own; one of a number that is there already replaces it.
    pub fn add_own(&mut self, own: &[(u16, Vec<u8>)]) {
        for (number, data) in own {
            self.entries.retain(|(n, _)| n != number);
            self.add(*number, |w| w.bytes(data));
        }
    }

    pub fn numbers(&self) -> Vec<u16> {
        self.entries.iter().map(|(n, _)| *n).collect()
    }

    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// Puts the extensions into an order that nobody can predict, as GnuTLS 3.8 does, so that no peer
    /// comes to rely on one (Fisher-Yates over `random` words).
    pub fn shuffle(&mut self, mut random: impl FnMut() -> u32) {
        for i in (1..self.entries.len()).rev() {
            self.entries.swap(i, random() as usize % (i + 1));
        }
    }

    /// Writes the block with its length.
    pub fn write(&self, w: &mut Writer) {
        w.nested(2, |w| {
            for (number, data) in &self.entries {
                w.u16(*number);
                w.nested(2, |w| w.append(data));
            }
        });
    }
}

/// The extension must be there.
pub fn required<T>(found: Option<T>) -> Result<T> {
    match found {
        Some(x) => Ok(x),
        None => err(GNUTLS_E_MISSING_EXTENSION),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn twice_the_same_number_is_refused() {
        let block = [0, 23, 0, 0, 0, 23, 0, 0];
        let e = Extensions::read(&block, ClientHello).unwrap_err();
        assert_eq!(e.code(), GNUTLS_E_RECEIVED_ILLEGAL_EXTENSION);
    }

    #[test]
    fn an_extension_in_the_wrong_message_is_refused_and_an_unknown_one_is_not() {
        assert!(Extensions::read(&[0, 51, 0, 0], EncryptedExtensions).is_err());
        let unknown = Extensions::read(&[0xaa, 0xaa, 0, 1, 9], ClientHello).unwrap();
        assert_eq!(unknown.get(0xaaaa).unwrap().rest(), [9]);
        assert!(unknown.only_offered(&[51]).is_err());
    }
}
