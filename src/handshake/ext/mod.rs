//! Extensions: the messages in which each may appear (RFC 8446 section 4.2), received extension blocks, and
//! blocks to send. Each extension is read and written in [`common`], [`tls12`] or [`tls13`].
pub mod check;
pub mod common;
pub mod tls12;
pub mod tls13;

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

use MessageContext::*;

/// A known extension and the messages in which it may appear: for TLS 1.3 according to RFC 8446 section 4.2
/// and IANA's registry, for TLS 1.2 according to the RFC of the extension. Unknown extensions are ignored in
/// any message.
struct Row(ExtensionType, &'static [MessageContext]);

const TABLE: &[Row] = &[
    Row(ExtensionType::SERVER_NAME, &[ClientHello, ServerHello12, EncryptedExtensions]),
    Row(ExtensionType::MAX_FRAGMENT_LENGTH, &[ClientHello, ServerHello12, EncryptedExtensions]),
    Row(ExtensionType::STATUS_REQUEST, &[ClientHello, ServerHello12, CertificateRequest, Certificate]),
    // Some TLS 1.2 servers send it (mentioned in RFC 8446 section 4.2.7).
    Row(ExtensionType::SUPPORTED_GROUPS, &[ClientHello, ServerHello12, EncryptedExtensions]),
    Row(ExtensionType::EC_POINT_FORMATS, &[ClientHello, ServerHello12]),
    Row(ExtensionType::SIGNATURE_ALGORITHMS, &[ClientHello, CertificateRequest]),
    Row(ExtensionType::USE_SRTP, &[ClientHello, ServerHello12, EncryptedExtensions]),
    Row(ExtensionType::HEARTBEAT, &[ClientHello, ServerHello12, EncryptedExtensions]),
    Row(ExtensionType::ALPN, &[ClientHello, ServerHello12, EncryptedExtensions]),
    Row(
        ExtensionType::SIGNED_CERTIFICATE_TIMESTAMP,
        &[ClientHello, ServerHello12, CertificateRequest, Certificate],
    ),
    Row(ExtensionType::CLIENT_CERTIFICATE_TYPE, &[ClientHello, ServerHello12, EncryptedExtensions]),
    Row(ExtensionType::SERVER_CERTIFICATE_TYPE, &[ClientHello, ServerHello12, EncryptedExtensions]),
    Row(ExtensionType::PADDING, &[ClientHello]),
    Row(ExtensionType::ENCRYPT_THEN_MAC, &[ClientHello, ServerHello12]),
    Row(ExtensionType::EXTENDED_MASTER_SECRET, &[ClientHello, ServerHello12]),
    Row(ExtensionType::COMPRESS_CERTIFICATE, &[ClientHello, CertificateRequest]),
    Row(ExtensionType::RECORD_SIZE_LIMIT, &[ClientHello, ServerHello12, EncryptedExtensions]),
    Row(ExtensionType::SESSION_TICKET, &[ClientHello, ServerHello12]),
    Row(ExtensionType::PRE_SHARED_KEY, &[ClientHello, ServerHello13]),
    Row(ExtensionType::EARLY_DATA, &[ClientHello, EncryptedExtensions, NewSessionTicket]),
    Row(ExtensionType::SUPPORTED_VERSIONS, &[ClientHello, ServerHello13, HelloRetryRequest]),
    Row(ExtensionType::COOKIE, &[ClientHello, HelloRetryRequest]),
    Row(ExtensionType::PSK_KEY_EXCHANGE_MODES, &[ClientHello]),
    Row(ExtensionType::CERTIFICATE_AUTHORITIES, &[ClientHello, CertificateRequest]),
    Row(ExtensionType::OID_FILTERS, &[CertificateRequest]),
    Row(ExtensionType::POST_HANDSHAKE_AUTH, &[ClientHello]),
    Row(ExtensionType::SIGNATURE_ALGORITHMS_CERT, &[ClientHello, CertificateRequest]),
    Row(ExtensionType::KEY_SHARE, &[ClientHello, ServerHello13, HelloRetryRequest]),
    Row(ExtensionType::RENEGOTIATION_INFO, &[ClientHello, ServerHello12]),
];

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
    /// Reads an extension block without its length field. Rejects an extension that appears twice, and a
    /// known one in a message in which it must not appear, unless its number is in `own`.
    pub fn read(block: &[u8], context: MessageContext, own: &[ExtensionType]) -> Result<Self> {
        let mut r = Reader::new(block);
        let mut list: Vec<(ExtensionType, Range<usize>)> = Vec::new();
        while !r.is_empty() {
            let bad = Error::new(GNUTLS_E_UNEXPECTED_EXTENSIONS_LENGTH);
            let number = ExtensionType(r.u16().map_err(|_| bad)?);
            let data = r.vec16().map_err(|_| bad)?;
            if list.len() == MAX_EXTENSIONS || list.iter().any(|(n, _)| *n == number) {
                // Errors in a HelloRetryRequest require illegal_parameter (RFC 8446 section 4.1.4).
                let retry = context == HelloRetryRequest;
                let alert =
                    if retry { AlertDescription::ILLEGAL_PARAMETER } else { AlertDescription::DECODE_ERROR };
                return Err(Error::with_alert(GNUTLS_E_RECEIVED_ILLEGAL_EXTENSION, alert));
            }
            if let Some(Row(_, contexts)) = TABLE.iter().find(|row| row.0 == number)
                && !contexts.contains(&context)
                && !own.contains(&number)
            {
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

    fn body(&self, number: ExtensionType) -> Option<&[u8]> {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn twice_the_same_number_is_refused() {
        let block = [0, 23, 0, 0, 0, 23, 0, 0];
        let e = Extensions::read(&block, ClientHello, &[ExtensionType(23)]).unwrap_err();
        assert_eq!(e.code(), GNUTLS_E_RECEIVED_ILLEGAL_EXTENSION);
    }

    /// The table of RFC 8446 section 4.2, and the rows that IANA's registry added to it: C means ClientHello,
    /// S ServerHello, E EncryptedExtensions, T Certificate, R CertificateRequest, N NewSessionTicket, H
    /// HelloRetryRequest.
    const RFC_8446: &[(u16, &str)] = &[
        (0, "CE"),   // server_name
        (1, "CE"),   // max_fragment_length
        (5, "CRT"),  // status_request
        (10, "CE"),  // supported_groups
        (13, "CR"),  // signature_algorithms
        (14, "CE"),  // use_srtp
        (15, "CE"),  // heartbeat
        (16, "CE"),  // application_layer_protocol_negotiation
        (18, "CRT"), // signed_certificate_timestamp
        (19, "CE"),  // client_certificate_type
        (20, "CE"),  // server_certificate_type
        (21, "C"),   // padding
        (27, "CR"),  // compress_certificate
        (28, "CE"),  // record_size_limit
        (41, "CS"),  // pre_shared_key
        (42, "CEN"), // early_data
        (43, "CSH"), // supported_versions
        (44, "CH"),  // cookie
        (45, "C"),   // psk_key_exchange_modes
        (47, "CR"),  // certificate_authorities
        (48, "R"),   // oid_filters
        (49, "C"),   // post_handshake_auth
        (50, "CR"),  // signature_algorithms_cert
        (51, "CSH"), // key_share
        // Only used by TLS 1.2, but sent by clients that offer both versions.
        (11, "C"),     // ec_point_formats
        (22, "C"),     // encrypt_then_mac
        (23, "C"),     // extended_master_secret
        (35, "C"),     // session_ticket
        (0xff01, "C"), // renegotiation_info
    ];

    /// The extensions that a TLS 1.2 ServerHello may contain: RFC 6066 (0, 1, 5), 8422 (11), 5764, 6520,
    /// 7301, 6962, 7250, 7366, 7627, 8449, 5077, 5746; and 10, which some servers send.
    const SERVER_HELLO_12: &[u16] = &[0, 1, 5, 10, 11, 14, 15, 16, 18, 19, 20, 22, 23, 28, 35, 0xff01];

    #[test]
    fn each_extension_stands_where_the_tables_have_it_and_nowhere_else() {
        let letters = [
            ('C', ClientHello),
            ('S', ServerHello13),
            ('E', EncryptedExtensions),
            ('T', Certificate),
            ('R', CertificateRequest),
            ('N', NewSessionTicket),
            ('H', HelloRetryRequest),
        ];
        for (number, contexts) in RFC_8446 {
            let [high, low] = number.to_be_bytes();
            let read = |context| {
                Extensions::read(&[high, low, 0, 0], context, &[]).map(|e| e.has(ExtensionType(*number)))
            };
            let refused =
                Error::with_alert(GNUTLS_E_RECEIVED_ILLEGAL_EXTENSION, AlertDescription::ILLEGAL_PARAMETER);
            let want = |may: bool| if may { Ok(true) } else { Err(refused) };
            for (letter, context) in letters {
                assert_eq!(read(context), want(contexts.contains(letter)), "{number} {context:?}");
            }
            assert_eq!(read(ServerHello12), want(SERVER_HELLO_12.contains(number)), "{number}");
        }
        assert_eq!(TABLE.len(), RFC_8446.len());
    }

    #[test]
    fn an_unknown_extension_is_passed_over_but_where_it_answers_nothing() {
        let unknown = Extensions::read(&[0xaa, 0xaa, 0, 1, 9], ClientHello, &[]).unwrap();
        assert_eq!(unknown.get(ExtensionType(0xaaaa)).unwrap().rest(), [9]);
        assert!(unknown.only_offered(&[ExtensionType(51)]).is_err());
        assert!(Extensions::read(&[0, 21, 0, 0], EncryptedExtensions, &[ExtensionType(21)]).is_ok());
    }
}
