//! Pre-shared keys of the application, in all versions (RFC 4279, RFC 8446 section 2.2, RFC 9258).
use zeroize::Zeroizing;

use crate::abi::*;
use crate::alg::Digest;
use crate::crypto::rand;
use crate::error::{Error, Result};

/// The bytes of a pre-shared key; at most [`MAX_KEY`].
pub type Key = Zeroizing<Vec<u8>>;

/// What the field for a key in the premaster secret has room for.
pub const MAX_KEY: usize = u16::MAX as usize;

/// A pre-shared key of the application's credentials.
pub struct ExternalPsk {
    pub identity: Vec<u8>,
    pub key: Key,
    /// The key is imported: `identity` is an ImportedIdentity (RFC 9258 section 5.1).
    pub imported: bool,
    /// The hash that the key is for in TLS 1.3.
    pub hash: Digest,
}

/// The credentials of a client have no key.
pub const NONE: Error = Error::new(GNUTLS_E_INSUFFICIENT_CREDENTIALS);
/// An imported key is for TLS 1.3, not for an older version (RFC 9258 section 5.1).
pub const IMPORTED: Error = Error::new(GNUTLS_E_INSUFFICIENT_CREDENTIALS);

/// What a server's credentials have for an identity.
pub enum Lookup {
    Found(ExternalPsk),
    /// None. The application has said so if `refused`, else it was not asked.
    Unknown {
        refused: bool,
        hash: Digest,
    },
}

/// The pre-shared key of a session.
#[derive(Clone, Default)]
pub struct PskExchange {
    /// The client's, as far as it is known.
    pub identity: Option<Vec<u8>>,
    /// On a client: the server's hint (RFC 4279 section 2), if it sent one.
    pub hint: Option<Vec<u8>>,
}

/// Size of the key of an unknown identity.
const UNKNOWN_KEY: usize = 32;

/// The key of an identity, and whether the application has refused it. That of an unknown one is random, so that the
/// client learns no more than with a wrong key (RFC 4279 section 2).
pub fn key_or_random(lookup: Lookup) -> Result<(Key, bool)> {
    match lookup {
        Lookup::Found(psk) if psk.imported => Err(IMPORTED),
        Lookup::Found(psk) => Ok((psk.key, false)),
        Lookup::Unknown { refused, .. } => Ok((random_key()?, refused)),
    }
}

pub fn random_key() -> Result<Key> {
    let mut key = Zeroizing::new(vec![0; UNKNOWN_KEY]);
    rand::fill(&mut key)?;
    Ok(key)
}

/// premaster_secret of the PSK key exchanges (RFC 4279 sections 2 to 4, RFC 5489 section 2): `other` is the secret of the
/// other key exchange, or zeros as long as the key.
pub fn premaster(other: Option<&[u8]>, key: &Key) -> Zeroizing<Vec<u8>> {
    let size = other.map_or(key.len(), <[u8]>::len);
    // Neither is longer than a field of the protocol or of the credentials allows, and nothing is reallocated.
    let mut out = Zeroizing::new(Vec::with_capacity(size + key.len() + 4));
    out.extend_from_slice(&(size as u16).to_be_bytes());
    match other {
        Some(other) => out.extend_from_slice(other),
        None => out.resize(2 + size, 0),
    }
    out.extend_from_slice(&(key.len() as u16).to_be_bytes());
    out.extend_from_slice(key);
    out
}
