//! Extension blocks: received ones, and those that are sent.
use core::ops::Range;

use crate::abi::*;
use crate::codec::{Reader, Writer};
use crate::error::{AlertDescription, Error, Result, err};

/// The type of an extension: IANA's TLS ExtensionType values. Unknown numbers are kept.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct ExtensionType(pub u16);

impl ExtensionType {
    pub const SERVER_NAME: ExtensionType = ExtensionType(0);
    pub const MAX_FRAGMENT_LENGTH: ExtensionType = ExtensionType(1);
    pub const STATUS_REQUEST: ExtensionType = ExtensionType(5);
    pub const SUPPORTED_GROUPS: ExtensionType = ExtensionType(10);
    pub const EC_POINT_FORMATS: ExtensionType = ExtensionType(11);
    pub const SRP: ExtensionType = ExtensionType(12);
    pub const SIGNATURE_ALGORITHMS: ExtensionType = ExtensionType(13);
    pub const USE_SRTP: ExtensionType = ExtensionType(14);
    pub const HEARTBEAT: ExtensionType = ExtensionType(15);
    pub const ALPN: ExtensionType = ExtensionType(16);
    pub const SIGNED_CERTIFICATE_TIMESTAMP: ExtensionType = ExtensionType(18);
    pub const CLIENT_CERTIFICATE_TYPE: ExtensionType = ExtensionType(19);
    pub const SERVER_CERTIFICATE_TYPE: ExtensionType = ExtensionType(20);
    pub const PADDING: ExtensionType = ExtensionType(21);
    pub const ENCRYPT_THEN_MAC: ExtensionType = ExtensionType(22);
    pub const EXTENDED_MASTER_SECRET: ExtensionType = ExtensionType(23);
    pub const COMPRESS_CERTIFICATE: ExtensionType = ExtensionType(27);
    pub const RECORD_SIZE_LIMIT: ExtensionType = ExtensionType(28);
    pub const SESSION_TICKET: ExtensionType = ExtensionType(35);
    pub const PRE_SHARED_KEY: ExtensionType = ExtensionType(41);
    pub const EARLY_DATA: ExtensionType = ExtensionType(42);
    pub const SUPPORTED_VERSIONS: ExtensionType = ExtensionType(43);
    pub const COOKIE: ExtensionType = ExtensionType(44);
    pub const PSK_KEY_EXCHANGE_MODES: ExtensionType = ExtensionType(45);
    pub const CERTIFICATE_AUTHORITIES: ExtensionType = ExtensionType(47);
    pub const OID_FILTERS: ExtensionType = ExtensionType(48);
    pub const POST_HANDSHAKE_AUTH: ExtensionType = ExtensionType(49);
    pub const SIGNATURE_ALGORITHMS_CERT: ExtensionType = ExtensionType(50);
    pub const KEY_SHARE: ExtensionType = ExtensionType(51);
    pub const RENEGOTIATION_INFO: ExtensionType = ExtensionType(0xff01);
}

/// The message an extension block belongs to.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum MessageContext {
    ClientHello = 1,
    ServerHello12 = 2,
    ServerHello13 = 4,
    HelloRetryRequest = 8,
    EncryptedExtensions = 16,
    CertificateRequest = 32,
    Certificate = 64,
    NewSessionTicket = 128,
}

/// Number and data of an extension.
pub type Numbered = (ExtensionType, Vec<u8>);

/// A received extension block: numbers and byte ranges. The bodies are parsed on request.
#[derive(Clone, Debug, Default)]
pub struct Extensions {
    bytes: Vec<u8>,
    list: Vec<(ExtensionType, Range<usize>)>,
}

/// Maximum number of extensions in one block.
const MAX_EXTENSIONS: usize = 128;

impl Extensions {
    /// Reads an extension block without its length field. Rejects an extension that appears twice, and one that
    /// must not appear in the message.
    pub(super) fn parse(
        block: &[u8],
        context: MessageContext,
        may_appear: impl Fn(ExtensionType) -> bool,
    ) -> Result<Self> {
        let mut r = Reader::new(block);
        let mut list: Vec<(ExtensionType, Range<usize>)> = Vec::new();
        while !r.is_empty() {
            let bad = Error::new(GNUTLS_E_UNEXPECTED_EXTENSIONS_LENGTH);
            let number = ExtensionType(r.u16().map_err(|_| bad)?);
            let data = r.vec16().map_err(|_| bad)?;
            if list.len() == MAX_EXTENSIONS || list.iter().any(|(n, _)| *n == number) {
                // Errors in a HelloRetryRequest require illegal_parameter (RFC 8446 section 4.1.4).
                let retry = context == MessageContext::HelloRetryRequest;
                let alert =
                    if retry { AlertDescription::ILLEGAL_PARAMETER } else { AlertDescription::DECODE_ERROR };
                return Err(Error::with_alert(GNUTLS_E_RECEIVED_ILLEGAL_EXTENSION, alert));
            }
            if !may_appear(number) {
                return Err(Error::with_alert(
                    GNUTLS_E_RECEIVED_ILLEGAL_EXTENSION,
                    AlertDescription::ILLEGAL_PARAMETER,
                ));
            }
            let end = block.len() - r.len();
            list.push((number, end - data.len()..end));
        }
        Ok(Extensions { bytes: block.to_vec(), list })
    }

    pub fn get(&self, number: ExtensionType) -> Option<Reader<'_>> {
        self.body(number).map(Reader::new)
    }

    pub(super) fn body(&self, number: ExtensionType) -> Option<&[u8]> {
        self.iter().find(|(n, _)| *n == number).map(|(_, body)| body)
    }

    /// Removes extensions that the application handles itself.
    pub fn hide(&mut self, numbers: &[ExtensionType]) {
        self.list.retain(|(n, _)| !numbers.contains(n));
    }

    pub fn has(&self, number: ExtensionType) -> bool {
        self.list.iter().any(|(n, _)| *n == number)
    }

    pub fn iter(&self) -> impl Iterator<Item = (ExtensionType, &[u8])> {
        self.list.iter().map(|(n, range)| (*n, &self.bytes[range.clone()]))
    }

    /// A response must only contain extensions that were offered (RFC 8446 section 4.2).
    pub fn only_offered(&self, offered: &[ExtensionType]) -> Result<()> {
        if self.list.iter().all(|(n, _)| offered.contains(n)) {
            Ok(())
        } else {
            Err(Error::with_alert(
                GNUTLS_E_RECEIVED_ILLEGAL_EXTENSION,
                AlertDescription::UNSUPPORTED_EXTENSION,
            ))
        }
    }
}

/// Collects the extensions of a message that is being written.
#[derive(Default)]
pub struct Block {
    entries: Vec<(ExtensionType, Writer)>,
}

impl Block {
    pub fn add(&mut self, number: ExtensionType, body: impl FnOnce(&mut Writer)) {
        let mut data = Writer::new();
        body(&mut data);
        self.entries.push((number, data));
    }

    /// Adds the application's own extensions. They replace extensions with the same number.
    pub fn add_own(&mut self, own: &[Numbered]) {
        for (number, data) in own {
            self.entries.retain(|(n, _)| n != number);
            self.add(*number, |w| w.bytes(data));
        }
    }

    pub fn has(&self, kind: ExtensionType) -> bool {
        self.entries.iter().any(|(n, _)| *n == kind)
    }

    pub fn types(&self) -> Vec<ExtensionType> {
        self.entries.iter().map(|(n, _)| *n).collect()
    }

    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// Shuffles the extensions as GnuTLS 3.8 does, so that peers do not depend on their order (Fisher-Yates
    /// with `random` words).
    pub fn shuffle(&mut self, mut random: impl FnMut() -> u32) {
        for i in (1..self.entries.len()).rev() {
            self.entries.swap(i, random() as usize % (i + 1));
        }
    }

    /// Sorts the extensions in the given order; others are placed last.
    pub fn order_as(&mut self, order: &[ExtensionType]) {
        self.entries.sort_by_key(|(n, _)| order.iter().position(|o| o == n).unwrap_or(order.len()));
    }

    /// Writes the block with its length field.
    pub fn write(&self, w: &mut Writer) {
        w.nested(2, |w| {
            for (number, data) in &self.entries {
                w.u16(number.0);
                w.nested(2, |w| w.append(data));
            }
        });
    }
}

/// Fails if the extension is missing.
pub fn required<T>(found: Option<T>) -> Result<T> {
    match found {
        Some(x) => Ok(x),
        None => err(GNUTLS_E_MISSING_EXTENSION),
    }
}
