//! Encoding and decoding of handshake messages (RFC 8446 section 4, RFC 5246 section 7.4).
use core::fmt;

use crate::abi::*;
use crate::codec::{Reader, Writer};
use crate::error::{Result, err};

/// The type of a handshake message (RFC 8446 section 4). Unknown numbers from a peer are kept.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct HandshakeType(pub u8);

macro_rules! handshake_types {
    ($($(#[$comment:meta])* $constant:ident = $value:literal, $name:literal;)*) => {
        impl HandshakeType {
            $($(#[$comment])* pub const $constant: HandshakeType = HandshakeType($value);)*

            /// The RFC's name; `None` for an unknown number.
            fn name(self) -> Option<&'static str> {
                match self {
                    $(HandshakeType::$constant => Some($name),)*
                    _ => None,
                }
            }
        }
    };
}

handshake_types! {
    HELLO_REQUEST = 0, "HelloRequest";
    CLIENT_HELLO = 1, "ClientHello";
    SERVER_HELLO = 2, "ServerHello";
    /// Only in DTLS.
    HELLO_VERIFY_REQUEST = 3, "HelloVerifyRequest";
    NEW_SESSION_TICKET = 4, "NewSessionTicket";
    END_OF_EARLY_DATA = 5, "EndOfEarlyData";
    /// Never sent: a HelloRetryRequest is a ServerHello with a random of its own.
    HELLO_RETRY_REQUEST = 6, "HelloRetryRequest";
    ENCRYPTED_EXTENSIONS = 8, "EncryptedExtensions";
    /// Only in DTLS 1.3, as the next one.
    REQUEST_CONNECTION_ID = 9, "RequestConnectionId";
    NEW_CONNECTION_ID = 10, "NewConnectionId";
    CERTIFICATE = 11, "Certificate";
    SERVER_KEY_EXCHANGE = 12, "ServerKeyExchange";
    CERTIFICATE_REQUEST = 13, "CertificateRequest";
    SERVER_HELLO_DONE = 14, "ServerHelloDone";
    CERTIFICATE_VERIFY = 15, "CertificateVerify";
    CLIENT_KEY_EXCHANGE = 16, "ClientKeyExchange";
    FINISHED = 20, "Finished";
    CERTIFICATE_STATUS = 22, "CertificateStatus";
    SUPPLEMENTAL_DATA = 23, "SupplementalData";
    KEY_UPDATE = 24, "KeyUpdate";
    COMPRESSED_CERTIFICATE = 25, "CompressedCertificate";
    MESSAGE_HASH = 254, "MessageHash";
}

/// The RFC's name, as in `ClientHello`; the number if it is unknown.
impl fmt::Display for HandshakeType {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.name() {
            Some(name) => f.write_str(name),
            None => write!(f, "message {}", self.0),
        }
    }
}

/// The random of a ServerHello that is a HelloRetryRequest (RFC 8446 section 4.1.3).
pub const RETRY_RANDOM: [u8; 32] = [
    0xcf, 0x21, 0xad, 0x74, 0xe5, 0x9a, 0x61, 0x11, 0xbe, 0x1d, 0x8c, 0x02, 0x1e, 0x65, 0xb8, 0x91, 0xc2,
    0xa2, 0x11, 0x16, 0x7a, 0xbb, 0x8c, 0x5e, 0x07, 0x9e, 0x09, 0xe2, 0xc8, 0xa8, 0x33, 0x9c,
];

/// The default of the maximum size of a received handshake message, as in GnuTLS
/// (`gnutls_handshake_set_max_packet_length`).
pub const MAX_MESSAGE: usize = 128 * 1024;

/// A complete handshake message, including its header.
#[derive(Clone, Debug)]
pub struct Message {
    raw: Vec<u8>,
    /// What the transcript hashes instead of `raw`: the message as it was sent in the format of SSL 2.0.
    hashed: Option<Box<[u8]>>,
    /// The number of the message in DTLS.
    sequence: Option<u16>,
}

impl Message {
    /// Builds a message whose body is written by `body`. Fails with `GNUTLS_E_HANDSHAKE_TOO_LARGE` if a
    /// vector is too long for its length field.
    pub fn build(kind: HandshakeType, body: impl FnOnce(&mut Writer)) -> Result<Self> {
        let mut w = Writer::new();
        w.u8(kind.0);
        w.nested(3, body);
        Ok(Message { raw: w.finish()?, hashed: None, sequence: None })
    }

    /// A message of DTLS that was made of fragments. Its body has less than 2^24 bytes.
    pub fn reassembled(kind: HandshakeType, body: &[u8], sequence: u16) -> Self {
        let [_, length @ ..] = (body.len() as u32).to_be_bytes();
        let raw = [&[kind.0], &length[..], body].concat();
        Message { raw, hashed: None, sequence: Some(sequence) }
    }

    /// A message from its bytes, header included.
    pub(super) fn from_raw(raw: Vec<u8>) -> Self {
        Message { raw, hashed: None, sequence: None }
    }

    /// Gives the message its number in DTLS.
    pub fn set_sequence(&mut self, sequence: u16) {
        self.sequence = Some(sequence);
    }

    /// The number of the message in DTLS (RFC 6347 section 4.2.2); `None` in TLS.
    pub fn sequence(&self) -> Option<u16> {
        self.sequence
    }

    pub fn kind(&self) -> HandshakeType {
        HandshakeType(self.raw[0])
    }

    /// Like [`Message::kind`], but tells a HelloRetryRequest from a ServerHello.
    pub fn description(&self) -> HandshakeType {
        let retry =
            self.kind() == HandshakeType::SERVER_HELLO && self.body().get(2..34) == Some(&RETRY_RANDOM);
        if retry { HandshakeType::HELLO_RETRY_REQUEST } else { self.kind() }
    }

    /// The body, without the four bytes of the header.
    pub fn body(&self) -> &[u8] {
        &self.raw[4..]
    }

    /// Header and body.
    pub fn raw(&self) -> &[u8] {
        &self.raw
    }

    /// Calls `add` with the bytes that the transcript hashes: [`Message::raw`], unless they were sent in another
    /// format. In DTLS they are those of the message in one fragment (RFC 6347 section 4.2.6).
    pub fn each_hashed(&self, mut add: impl FnMut(&[u8])) {
        match (self.sequence, &self.hashed) {
            (Some(sequence), _) => {
                let total = self.body().len();
                add(&fragment_header(self.kind(), total, sequence, 0, total));
                add(self.body());
            }
            (None, Some(hashed)) => add(hashed),
            (None, None) => add(&self.raw),
        }
    }

    /// Sets the bytes that the transcript hashes.
    pub fn hash_instead(&mut self, bytes: &[u8]) {
        self.hashed = Some(bytes.into());
    }

    /// Writes over the last bytes: the binder of a ClientHello.
    pub fn write_end(&mut self, bytes: &[u8]) {
        let at = self.raw.len() - bytes.len();
        self.raw[at..].copy_from_slice(bytes);
    }

    pub fn reader(&self) -> Reader<'_> {
        Reader::new(self.body())
    }

    /// Returns the body, if the message has the expected type.
    pub fn expect(&self, kind: HandshakeType) -> Result<Reader<'_>> {
        if self.kind() == kind { Ok(self.reader()) } else { err(GNUTLS_E_UNEXPECTED_HANDSHAKE_PACKET) }
    }
}

/// Size of the header of a fragment in DTLS: type, length of the message, its number, offset and length of the fragment.
pub const FRAGMENT_HEADER: usize = 12;

/// The header of the fragment that is bytes `offset..offset + len` of a message.
pub fn fragment_header(
    kind: HandshakeType,
    total: usize,
    sequence: u16,
    offset: usize,
    len: usize,
) -> [u8; FRAGMENT_HEADER] {
    let u24 = |n: usize| [(n >> 16) as u8, (n >> 8) as u8, n as u8];
    let ([t0, t1, t2], [o0, o1, o2], [l0, l1, l2]) = (u24(total), u24(offset), u24(len));
    let [s0, s1] = sequence.to_be_bytes();
    [kind.0, t0, t1, t2, s0, s1, o0, o1, o2, l0, l1, l2]
}
