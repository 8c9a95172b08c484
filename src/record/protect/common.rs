//! What the forms of record protection share.
use core::ops::Range;

use crate::abi::*;
use crate::alg::{Cipher, Digest, Mac, Version};
use crate::crypto::hash::{self, HmacKey};
use crate::error::{Error, Result};
use crate::record::ContentType;

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
pub(super) struct Record {
    pub(super) sequence: u64,
    pub(super) content: ContentType,
    pub(super) version: u16,
}

impl Record {
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
