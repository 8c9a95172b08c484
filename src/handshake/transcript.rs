//! The transcript hash (RFC 8446 section 4.4.1, RFC 5246 section 7.4.9).
use std::borrow::Cow;

use super::messages::{FRAGMENT_HEADER, HandshakeType, Message};
use crate::alg::{Digest, Version};
use crate::crypto::hash::{Hash, Output};
use crate::error::Result;

/// The hash of all handshake messages so far. The messages themselves are stored until the hash algorithm is
/// known and, if a TLS 1.2 client may have to sign them, until [`Transcript::forget_bytes`].
#[derive(Clone, Default)]
pub struct Transcript {
    bytes: Option<Vec<u8>>,
    hash: Option<Hash>,
    form: Form,
    /// They are those of DTLS.
    datagram: bool,
}

/// What of a message is hashed.
#[derive(Clone, Copy, PartialEq, Eq, Default)]
enum Form {
    /// What is sent; in DTLS in one fragment.
    #[default]
    Sent,
    /// TLS 1.3: header and body as TLS has them, in DTLS as well (RFC 9147 section 5.2).
    Tls13,
    /// DTLS 0.9: the body.
    Body,
}

impl Transcript {
    /// `version` is the newest that a ClientHello offers.
    pub fn new(version: Option<Version>) -> Self {
        let form = if version == Some(Version::Dtls09) { Form::Body } else { Form::Sent };
        Transcript { bytes: Some(Vec::with_capacity(1024)), form, ..Transcript::default() }
    }

    /// The version is TLS 1.3: the one message so far, a ClientHello, counts as TLS has it.
    pub fn become_tls13(&mut self) {
        if self.is_numbered() {
            self.bytes = Some(self.hello().into_owned());
        }
        self.form = Form::Tls13;
    }

    /// The bytes of the one message so far, a ClientHello, as TLS has it.
    pub fn hello(&self) -> Cow<'_, [u8]> {
        match self.bytes() {
            bytes if self.is_numbered() => [&bytes[..4], &bytes[FRAGMENT_HEADER..]].concat().into(),
            bytes => bytes.into(),
        }
    }

    /// Whether the messages so far have the header of a fragment of DTLS.
    fn is_numbered(&self) -> bool {
        self.datagram && self.form == Form::Sent && self.bytes().len() >= FRAGMENT_HEADER
    }

    pub fn add(&mut self, message: &Message) {
        self.datagram |= message.sequence().is_some();
        match self.form {
            Form::Sent => message.each_hashed(|part| self.add_bytes(part)),
            Form::Tls13 => self.add_bytes(message.raw()),
            Form::Body => self.add_bytes(message.body()),
        }
    }

    fn add_bytes(&mut self, part: &[u8]) {
        if let Some(bytes) = &mut self.bytes {
            bytes.extend_from_slice(part);
        }
        if let Some(hash) = &mut self.hash {
            hash.update(part);
        }
    }

    /// Starts hashing, including the messages so far, once the cipher suite is selected.
    pub fn start(&mut self, digest: Digest) -> Result<()> {
        let mut hash = Hash::new(digest)?;
        hash.update(self.bytes.as_deref().unwrap_or_default());
        self.hash = Some(hash);
        Ok(())
    }

    /// Adds the ServerHello of TLS 1.3. After a HelloRetryRequest hashing has already started.
    pub fn server_hello13(&mut self, digest: Digest, retried: bool, hello: &Message) -> Result<()> {
        if !retried {
            self.start(digest)?;
        }
        self.forget_bytes();
        self.add(hello);
        Ok(())
    }

    /// Deletes the stored messages, which are no longer needed for a signature.
    pub fn forget_bytes(&mut self) {
        self.bytes = None;
    }

    /// The messages themselves, which a TLS 1.2 CertificateVerify signs.
    pub fn bytes(&self) -> &[u8] {
        self.bytes.as_deref().unwrap_or_default()
    }

    /// The hash of the messages so far.
    pub fn current(&self) -> Output {
        self.hash.as_ref().map(Hash::fork).unwrap_or_default()
    }

    /// After a HelloRetryRequest the first ClientHello is replaced by its hash (RFC 8446 section 4.4.1).
    pub fn retry(&mut self, digest: Digest) -> Result<()> {
        let first = self.current();
        let message = Message::build(HandshakeType::MESSAGE_HASH, |w| w.bytes(first.as_ref()))?;
        self.bytes = Some(message.raw().to_vec());
        self.start(digest)
    }
}
