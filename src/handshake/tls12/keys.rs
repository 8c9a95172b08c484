//! The key schedule of TLS 1.2 (RFC 5246 sections 6.3 and 8.1, RFC 7627).
use crate::alg::{Digest, Suite};
use crate::crypto::kdf::prf12;
use crate::crypto::secret::Secret;
use crate::error::Result;
use crate::handshake::config::Role;
use crate::handshake::facts::Facts;
use crate::record::protect::Protection;

pub const MASTER_SECRET_SIZE: usize = 48;

/// The master secret from the premaster secret; with the session hash where RFC 7627 is agreed.
pub fn master_secret(
    suite: &Suite,
    premaster: &Secret,
    facts: &Facts,
    session_hash: Option<&[u8]>,
) -> Secret {
    let mut out = zeroize::Zeroizing::new([0u8; MASTER_SECRET_SIZE]);
    match session_hash {
        Some(hash) => prf12(suite.prf, premaster.as_ref(), b"extended master secret", hash, &mut *out),
        None => {
            let seed = [facts.client_random, facts.server_random].concat();
            prf12(suite.prf, premaster.as_ref(), b"master secret", &seed, &mut *out);
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
    /// What we write with, and what we read with.
    pub fn split(self, role: Role) -> (Protection, Protection) {
        match role {
            Role::Client => (self.client, self.server),
            Role::Server => (self.server, self.client),
        }
    }
}

/// Key expansion. The AEAD suites have no MAC keys.
pub fn epoch(suite: &Suite, master: &Secret, facts: &Facts) -> Result<Epoch> {
    let key = suite.cipher.key_size();
    let iv = fixed_iv_size(suite);
    let mut block = zeroize::Zeroizing::new([0u8; 2 * (32 + 12)]);
    let block = &mut block[..2 * (key + iv)];
    let seed = [facts.server_random, facts.client_random].concat();
    prf12(suite.prf, master.as_ref(), b"key expansion", &seed, block);
    let (keys, ivs) = block.split_at(2 * key);
    Ok(Epoch {
        client: Protection::tls12(suite.cipher, &keys[..key], &ivs[..iv])?,
        server: Protection::tls12(suite.cipher, &keys[key..], &ivs[iv..])?,
    })
}

/// GCM has four bytes of salt (RFC 5288), ChaCha20-Poly1305 twelve of IV (RFC 7905).
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
    prf12(prf, master.as_ref(), label, transcript, &mut out);
    out
}
