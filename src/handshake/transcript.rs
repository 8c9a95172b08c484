//! The transcript hash (RFC 8446 section 4.4.1, RFC 5246 section 7.4.9).
use super::messages::{HandshakeType, Message};
use crate::alg::Digest;
use crate::crypto::hash::{Hash, Output};
use crate::error::Result;

/// The hash of all handshake messages so far. The messages themselves are stored until the hash algorithm is
/// known and, if a TLS 1.2 client may have to sign them, until [`Transcript::forget_bytes`].
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
        message.each_hashed(|part| {
            if let Some(bytes) = &mut self.bytes {
                bytes.extend_from_slice(part);
            }
            if let Some(hash) = &mut self.hash {
                hash.update(part);
            }
        });
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
