//! The key schedule of TLS 1.2 (RFC 5246 sections 6.3 and 8.1, RFC 7627).
use zeroize::Zeroizing;

use crate::alg::{Digest, Suite};
use crate::crypto::kdf::tls_prf;
use crate::crypto::secret::Secret;
use crate::error::Result;
use crate::handshake::config::Role;
use crate::handshake::parameters::SecurityParameters;
use crate::record::protect::Protection;

pub const MASTER_SECRET_SIZE: usize = 48;

/// Derives the master secret from the premaster secret, with the session hash if extended_master_secret is
/// negotiated (RFC 7627).
pub fn master_secret(
    suite: &Suite,
    premaster: &[u8],
    parameters: &SecurityParameters,
    session_hash: Option<&[u8]>,
) -> Secret {
    let mut out = Zeroizing::new([0u8; MASTER_SECRET_SIZE]);
    match session_hash {
        Some(hash) => tls_prf(suite.prf, premaster, b"extended master secret", hash, &mut *out),
        None => {
            let seed = [parameters.client_random, parameters.server_random].concat();
            tls_prf(suite.prf, premaster, b"master secret", &seed, &mut *out);
        }
    }
    Secret::from_slice(&*out)
}

/// The record protections of an epoch.
pub struct Epoch {
    pub client: Protection,
    pub server: Protection,
}

impl Epoch {
    /// Returns the protection for writing and for reading.
    pub fn split(self, role: Role) -> (Protection, Protection) {
        match role {
            Role::Client => (self.client, self.server),
            Role::Server => (self.server, self.client),
        }
    }
}

/// The key block (section 6.3). AEAD cipher suites have no MAC keys.
pub struct KeyBlock {
    bytes: Zeroizing<[u8; 2 * (32 + 12)]>,
    key: usize,
    iv: usize,
}

impl KeyBlock {
    pub fn new(suite: &Suite, master: &Secret, parameters: &SecurityParameters) -> Self {
        let (key, iv) = (suite.cipher.key_size(), fixed_iv_size(suite));
        let mut bytes = Zeroizing::new([0u8; 2 * (32 + 12)]);
        let seed = [parameters.server_random, parameters.client_random].concat();
        tls_prf(suite.prf, master.as_ref(), b"key expansion", &seed, &mut bytes[..2 * (key + iv)]);
        KeyBlock { bytes, key, iv }
    }

    /// The key and fixed IV of the client.
    pub fn client(&self) -> (&[u8], &[u8]) {
        (&self.bytes[..self.key], &self.bytes[2 * self.key..2 * self.key + self.iv])
    }

    /// The key and fixed IV of the server.
    pub fn server(&self) -> (&[u8], &[u8]) {
        let ivs = 2 * self.key + self.iv;
        (&self.bytes[self.key..2 * self.key], &self.bytes[ivs..ivs + self.iv])
    }
}

/// Derives the record protection of both directions.
pub fn epoch(suite: &Suite, master: &Secret, parameters: &SecurityParameters) -> Result<Epoch> {
    let block = KeyBlock::new(suite, master, parameters);
    let protection = |(key, iv): (&[u8], &[u8])| Protection::tls12(suite.cipher, key, iv);
    Ok(Epoch { client: protection(block.client())?, server: protection(block.server())? })
}

/// GCM has a salt of four bytes (RFC 5288), ChaCha20-Poly1305 an IV of twelve (RFC 7905).
fn fixed_iv_size(suite: &Suite) -> usize {
    if suite.cipher == crate::alg::Cipher::Chacha20Poly1305 { 12 } else { 4 }
}

/// verify_data, RFC 5246 section 7.4.9.
pub fn verify_data(prf: Digest, master: &Secret, sender: Role, transcript: &[u8]) -> [u8; 12] {
    let label: &[u8] = match sender {
        Role::Client => b"client finished",
        Role::Server => b"server finished",
    };
    let mut out = [0; 12];
    tls_prf(prf, master.as_ref(), label, transcript, &mut out);
    out
}
