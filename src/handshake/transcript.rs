//! The transcript hash (RFC 8446 section 4.4.1, RFC 5246 section 7.4.9).
use super::messages::{Message, kind};
use crate::alg::Digest;
use crate::crypto::hash::{Hash, Output};
use crate::error::Result;

/// All handshake messages so far. Bytes are kept until the hash is known, and, where a TLS 1.2 client
/// may still sign them, until [`Transcript::forget_bytes`].
#[derive(Clone, Default)]
pub struct Transcript {
    bytes: Option<Vec<u8>>,
    hash: Option<Hash>,
}

impl Transcript {
    pub fn new() -> Self {
        Transcript { bytes: Some(Vec::with_capacity(1024)), hash: None }
    }

    pub fn add(&mut self, message: &Message) {
        if let Some(bytes) = &mut self.bytes {
            bytes.extend_from_slice(message.raw());
        }
        if let Some(hash) = &mut self.hash {
            hash.update(message.raw());
        }
    }

    /// The suite is chosen: hashing begins, over what came before too.
    pub fn start(&mut self, digest: Digest) -> Result<()> {
        let mut hash = Hash::new(digest)?;
        hash.update(self.bytes.as_deref().unwrap_or_default());
        self.hash = Some(hash);
        Ok(())
    }

    /// The ServerHello of TLS 1.3: hashing has begun already if there was a retry.
    pub fn server_hello13(&mut self, digest: Digest, retried: bool, hello: &Message) -> Result<()> {
        if !retried {
            self.start(digest)?;
        }
        self.forget_bytes();
        self.add(hello);
        Ok(())
    }

    /// Nobody will sign the bytes themselves any more.
    pub fn forget_bytes(&mut self) {
        self.bytes = None;
    }

    /// The bytes themselves, as a TLS 1.2 CertificateVerify signs them.
    pub fn bytes(&self) -> &[u8] {
        self.bytes.as_deref().unwrap_or_default()
    }

    /// The hash so far.
    pub fn current(&self) -> Output {
        self.hash.as_ref().map(Hash::fork).unwrap_or_default()
    }

    /// After a HelloRetryRequest the first ClientHello stands as its hash (RFC 8446 section 4.4.1).
    pub fn retry(&mut self, digest: Digest) -> Result<()> {
        let first = self.current();
        let message = Message::build(kind::MESSAGE_HASH, |w| w.bytes(first.as_ref()))?;
        self.bytes = Some(message.raw().to_vec());
        self.start(digest)
    }
}
