//! What the forms of record protection share.
use core::ops::{Deref, Range};

use crate::abi::*;
use crate::alg::{Cipher, Digest, Mac, Version};
use crate::crypto::hash::{self, HmacKey};
use crate::error::{Error, Result};
use crate::record::ContentType;

/// The type in the header of records with a connection ID in DTLS 1.2 (RFC 9146 section 4).
pub const TLS12_CID: u8 = 25;

/// The error of every record that is not authentic.
pub(super) const FAILED: Error = Error::new(GNUTLS_E_DECRYPTION_FAILED);

/// The direction of the records that a [`Protection`](super::Protection) protects.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Direction {
    Read,
    Write,
}

/// The keys of one direction before TLS 1.3 (RFC 5246 section 6.3).
pub struct Keys<'a> {
    /// Empty for an AEAD.
    pub mac: &'a [u8],
    pub cipher: &'a [u8],
    /// The fixed part of an AEAD's nonce, or the first IV of CBC in TLS 1.0.
    pub iv: &'a [u8],
}

/// How a cipher suite before TLS 1.3 protects records.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Form {
    pub version: Version,
    pub cipher: Cipher,
    pub mac: Mac,
    pub encrypt_then_mac: bool,
}

/// An opened record: the content type and the range of the content in the payload.
pub type Opened = (ContentType, Range<usize>);

/// What is authenticated of a record besides its content.
pub(super) struct Record<'a> {
    pub(super) sequence: u64,
    pub(super) content: ContentType,
    pub(super) version: u16,
    /// The connection ID in the header of a record of DTLS 1.2 that we send; empty if there is none.
    pub(super) connection_id: &'a [u8],
}

/// What stands before the content where a record is authenticated.
pub(super) enum Additional {
    Short([u8; 13]),
    WithId(Vec<u8>),
}

impl Deref for Additional {
    type Target = [u8];
    fn deref(&self) -> &[u8] {
        match self {
            Additional::Short(bytes) => bytes,
            Additional::WithId(bytes) => bytes,
        }
    }
}

impl Record<'_> {
    /// What is authenticated of a record that we send, before the `len` bytes of its content.
    pub(super) fn additional(&self, len: usize) -> Additional {
        match self.connection_id {
            [] => Additional::Short(self.authenticated(len)),
            id => Additional::WithId(self.with_id(id, len)),
        }
    }

    /// RFC 9146 section 5, the same for each kind of cipher suite. `len` is with the content type and the padding, or of the
    /// ciphertext where it is authenticated.
    fn with_id(&self, id: &[u8], len: usize) -> Vec<u8> {
        const PLACEHOLDER: [u8; 8] = [0xff; 8];
        let mut aad = Vec::with_capacity(23 + id.len());
        aad.extend_from_slice(&PLACEHOLDER);
        aad.extend_from_slice(&[TLS12_CID, id.len() as u8, TLS12_CID]);
        aad.extend_from_slice(&self.version.to_be_bytes());
        aad.extend_from_slice(&self.sequence.to_be_bytes());
        aad.extend_from_slice(id);
        aad.extend_from_slice(&(len as u16).to_be_bytes());
        aad
    }

    /// The bytes that an AEAD or a MAC authenticates before the `len` bytes of the content (RFC 5246 sections
    /// 6.2.3.1 and 6.2.3.3).
    pub(super) fn authenticated(&self, len: usize) -> [u8; 13] {
        let mut aad = [0; 13];
        aad[..8].copy_from_slice(&self.sequence.to_be_bytes());
        aad[8] = self.content as u8;
        aad[9..11].copy_from_slice(&self.version.to_be_bytes());
        aad[11..].copy_from_slice(&(len as u16).to_be_bytes());
        aad
    }
}

/// The key of a suite's HMAC, its digest and its size.
pub(super) fn mac_key(form: Form, key: &[u8]) -> Result<(HmacKey, Digest, usize)> {
    let unknown = Error::new(GNUTLS_E_UNKNOWN_HASH_ALGORITHM);
    let digest = form.mac.digest().ok_or(unknown)?;
    Ok((HmacKey::new(digest, key)?, digest, hash::size(digest).ok_or(unknown)?))
}
