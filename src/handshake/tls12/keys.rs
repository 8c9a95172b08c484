//! The key schedule of TLS 1.0 to 1.2 (RFC 5246 sections 6.3 and 8.1, RFC 7627).
use zeroize::Zeroizing;

use crate::alg::ciphers::Kind;
use crate::alg::{Cipher, Mac, Suite, Version};
use crate::crypto::kdf::{Prf, tls_prf};
use crate::crypto::secret::Secret;
use crate::error::Result;
use crate::handshake::config::Role;
use crate::handshake::parameters::SecurityParameters;
use crate::record::protect::{self as record, Direction, Form, Protection};

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
    let prf = suite.prf_in(parameters.version);
    match session_hash {
        Some(hash) => tls_prf(prf, premaster, b"extended master secret", hash, &mut *out),
        None => {
            let seed = [parameters.client_random, parameters.server_random].concat();
            tls_prf(prf, premaster, b"master secret", &seed, &mut *out);
        }
    }
    Secret::from_slice(&*out)
}

/// How the cipher suite protects records in the negotiated version and with the negotiated extensions.
fn form(suite: &Suite, parameters: &SecurityParameters) -> Form {
    Form {
        version: parameters.version.unwrap_or(Version::Tls12),
        cipher: suite.cipher,
        mac: suite.mac,
        encrypt_then_mac: parameters.encrypt_then_mac,
    }
}

const MAX_MAC: usize = 48;
const MAX_KEY: usize = 32;
const MAX_IV: usize = 16;

/// The key block (section 6.3): for the client and for the server a MAC key, a key and an IV. AEAD cipher
/// suites have no MAC keys.
pub struct KeyBlock {
    bytes: Zeroizing<[u8; 2 * (MAX_MAC + MAX_KEY + MAX_IV)]>,
    mac: usize,
    key: usize,
    iv: usize,
}

impl KeyBlock {
    pub fn new(suite: &Suite, master: &Prf, parameters: &SecurityParameters) -> Self {
        let mac = if suite.mac == Mac::Aead { 0 } else { suite.mac.key_size() };
        let (key, iv) = (suite.cipher.key_size(), iv_size(suite.cipher));
        let mut bytes = Zeroizing::new([0u8; 2 * (MAX_MAC + MAX_KEY + MAX_IV)]);
        let seed = [parameters.server_random, parameters.client_random].concat();
        master.fill(b"key expansion", &seed, &mut bytes[..2 * (mac + key + iv)]);
        KeyBlock { bytes, mac, key, iv }
    }

    /// The keys of the records that the client or the server sends.
    pub fn keys(&self, of: Role) -> record::Keys<'_> {
        let second = of == Role::Server;
        let mut rest = &self.bytes[..];
        let mut next = |size: usize| {
            let both = rest.split_off(..2 * size).unwrap_or_default();
            let (client, server) = both.split_at(both.len() / 2);
            if second { server } else { client }
        };
        record::Keys { mac: next(self.mac), cipher: next(self.key), iv: next(self.iv) }
    }
}

/// Derives the record protection for writing and for reading. `master` is the PRF with the master secret.
pub fn protections(
    suite: &Suite,
    master: &Prf,
    parameters: &SecurityParameters,
    role: Role,
) -> Result<(Protection, Protection)> {
    let (block, form) = (KeyBlock::new(suite, master, parameters), form(suite, parameters));
    let write = Protection::legacy(form, Direction::Write, &block.keys(role))?;
    Ok((write, Protection::legacy(form, Direction::Read, &block.keys(role.peer()))?))
}

/// GCM and CCM have a salt of four bytes (RFC 5288, RFC 6655), ChaCha20-Poly1305 an IV of twelve (RFC 7905).
/// Block ciphers have an IV of a block, which only TLS 1.0 uses.
fn iv_size(cipher: Cipher) -> usize {
    match cipher.kind() {
        _ if cipher == Cipher::Chacha20Poly1305 => 12,
        Kind::Aead => 4,
        Kind::Block => cipher.block_size(),
        Kind::Stream => 0,
    }
}

/// verify_data, RFC 5246 section 7.4.9. `master` is the PRF with the master secret.
pub fn verify_data(master: &Prf, sender: Role, transcript: &[u8]) -> [u8; 12] {
    let label: &[u8] = match sender {
        Role::Client => b"client finished",
        Role::Server => b"server finished",
    };
    let mut out = [0; 12];
    master.fill(label, transcript, &mut out);
    out
}
