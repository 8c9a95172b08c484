//! Extension blocks: received ones, and those that are sent.
use core::fmt;
use core::ops::Range;

use crate::abi::*;
use crate::codec::{Reader, Writer};
use crate::error::{AlertDescription, Error, Result, err};
use crate::log::reason;

/// The type of an extension: IANA's TLS ExtensionType values. Unknown numbers are kept.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct ExtensionType(pub u16);

macro_rules! extension_types {
    ($($name:ident = $value:expr,)*) => {
        impl ExtensionType {
            $(pub const $name: ExtensionType = ExtensionType($value);)*

            /// IANA's name in upper case; `None` for an unknown number.
            fn name(self) -> Option<&'static str> {
                match self {
                    $(ExtensionType::$name => Some(stringify!($name)),)*
                    _ => None,
                }
            }
        }
    };
}

extension_types! {
    SERVER_NAME = 0,
    MAX_FRAGMENT_LENGTH = 1,
    STATUS_REQUEST = 5,
    SUPPORTED_GROUPS = 10,
    EC_POINT_FORMATS = 11,
    SRP = 12,
    SIGNATURE_ALGORITHMS = 13,
    USE_SRTP = 14,
    HEARTBEAT = 15,
    ALPN = 16,
    SIGNED_CERTIFICATE_TIMESTAMP = 18,
    CLIENT_CERTIFICATE_TYPE = 19,
    SERVER_CERTIFICATE_TYPE = 20,
    PADDING = 21,
    ENCRYPT_THEN_MAC = 22,
    EXTENDED_MASTER_SECRET = 23,
    COMPRESS_CERTIFICATE = 27,
    RECORD_SIZE_LIMIT = 28,
    SESSION_TICKET = 35,
    PRE_SHARED_KEY = 41,
    EARLY_DATA = 42,
    SUPPORTED_VERSIONS = 43,
    COOKIE = 44,
    PSK_KEY_EXCHANGE_MODES = 45,
    CERTIFICATE_AUTHORITIES = 47,
    OID_FILTERS = 48,
    POST_HANDSHAKE_AUTH = 49,
    SIGNATURE_ALGORITHMS_CERT = 50,
    KEY_SHARE = 51,
    CONNECTION_ID = 54,
    RENEGOTIATION_INFO = 0xff01,
}

/// IANA's name, as in `server_name`; the number if it is unknown.
impl fmt::Display for ExtensionType {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.name() {
            Some(name) => f.write_str(&name.to_ascii_lowercase()),
            None => write!(f, "extension {}", self.0),
        }
    }
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
                return Err(reason!(
                    Error::with_alert(GNUTLS_E_RECEIVED_ILLEGAL_EXTENSION, alert),
                    "the extension {number} is there twice, or there are more than {MAX_EXTENSIONS}"
                ));
            }
            if !may_appear(number) {
                // illegal_parameter (RFC 8446 section 4.2); GnuTLS says unsupported_extension, and so do most where it
                // is an extension of the ServerHello that is among the encrypted ones.
                let alert = match context {
                    MessageContext::EncryptedExtensions => AlertDescription::UNSUPPORTED_EXTENSION,
                    _ => AlertDescription::ILLEGAL_PARAMETER,
                };
                return Err(reason!(
                    Error::with_alert(GNUTLS_E_RECEIVED_ILLEGAL_EXTENSION, alert),
                    "the extension {number} must not be in this message"
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
        match self.list.iter().find(|(n, _)| !offered.contains(n)) {
            None => Ok(()),
            Some((number, _)) => Err(reason!(
                Error::with_alert(
                    GNUTLS_E_RECEIVED_ILLEGAL_EXTENSION,
                    AlertDescription::UNSUPPORTED_EXTENSION
                ),
                "the extension {number} was not offered"
            )),
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
