//! Encoding and decoding of handshake messages (RFC 8446 section 4, RFC 5246 section 7.4).
use core::fmt;

use super::fragments::{self, Outcome, Reassembler};
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
    pub fn hash(&self, mut add: impl FnMut(&[u8])) {
        match (self.sequence, &self.hashed) {
            (Some(sequence), _) => {
                let total = self.body().len();
                add(&fragments::header(self.kind(), total, sequence, 0, total));
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

/// Joins handshake records into messages (RFC 8446 section 5.1).
#[derive(Default)]
pub struct Joiner {
    buffer: Vec<u8>,
    /// Of DTLS.
    fragments: Option<Box<Reassembler>>,
}

impl Joiner {
    /// A joiner of the fragments of DTLS.
    pub fn datagrams() -> Joiner {
        Joiner { buffer: Vec::new(), fragments: Some(Box::default()) }
    }

    /// The fragments of DTLS.
    pub fn fragments(&mut self) -> Option<&mut Reassembler> {
        self.fragments.as_deref_mut()
    }

    /// Adds the content of a record. `max` limits the messages of DTLS.
    pub fn push(&mut self, fragment: &[u8], max: usize) -> Outcome {
        if let Some(fragments) = &mut self.fragments {
            return fragments.push(fragment, max);
        }
        self.buffer.extend_from_slice(fragment);
        Outcome::default()
    }

    /// The next complete message. `max` limits the length in its header.
    pub fn next(&mut self, max: usize) -> Result<Option<Message>> {
        if let Some(fragments) = &mut self.fragments {
            return Ok(fragments.next());
        }
        let mut r = Reader::new(&self.buffer);
        let (Ok(_), Ok(length)) = (r.u8(), r.u24()) else { return Ok(None) };
        if length > max {
            return err(GNUTLS_E_HANDSHAKE_TOO_LARGE);
        }
        if r.len() < length {
            return Ok(None);
        }
        let rest = self.buffer.split_off(4 + length);
        Ok(Some(Message { raw: core::mem::replace(&mut self.buffer, rest), hashed: None, sequence: None }))
    }

    /// False if an incomplete message is buffered: then keys must not change (RFC 8446 section 5.1). The fragments
    /// of DTLS may come in any order.
    pub fn is_empty(&self) -> bool {
        self.buffer.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn messages_join_across_fragments_and_split_inside_one() {
        let a = Message::build(HandshakeType::FINISHED, |w| w.bytes(&[7; 12])).unwrap();
        let b = Message::build(HandshakeType::HELLO_REQUEST, |_| ()).unwrap();
        let mut all = a.raw().to_vec();
        all.extend_from_slice(b.raw());
        let mut j = Joiner::default();
        for byte in &all[..15] {
            j.push(&[*byte], MAX_MESSAGE);
            assert!(j.next(MAX_MESSAGE).unwrap().is_none());
        }
        j.push(&all[15..], MAX_MESSAGE);
        assert_eq!(j.next(MAX_MESSAGE).unwrap().unwrap().raw(), a.raw());
        assert_eq!(j.next(MAX_MESSAGE).unwrap().unwrap().kind(), HandshakeType::HELLO_REQUEST);
        assert!(j.is_empty());
    }

    #[test]
    fn an_announced_length_beyond_the_limit_is_refused_before_any_of_it_came() {
        let mut j = Joiner::default();
        j.push(&[1, 0xff, 0xff, 0xff], MAX_MESSAGE);
        assert_eq!(j.next(MAX_MESSAGE).unwrap_err().code(), GNUTLS_E_HANDSHAKE_TOO_LARGE);
    }
}
