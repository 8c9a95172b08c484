//! Camellia (RFC 3713) in CBC and GCM, with the block cipher of the `camellia` crate and GHASH of the `ghash`
//! crate.
use camellia::cipher::{Array, Block, BlockCipherDecrypt, BlockCipherEncrypt, KeyInit};
use camellia::{Camellia128, Camellia192, Camellia256};
use ghash::GHash;
use ghash::universal_hash::UniversalHash;

use super::mode::Mode;
use crate::abi::*;
use crate::alg::ids::Cipher;
use crate::error::{INVALID_REQUEST, Result, err};

/// The block cipher with one of its three key sizes.
pub enum Camellia {
    K128(Camellia128),
    K192(Camellia192),
    K256(Camellia256),
}

impl Camellia {
    pub fn new(key: &[u8]) -> Result<Camellia> {
        let made = match key.len() {
            16 => Camellia128::new_from_slice(key).map(Camellia::K128),
            24 => Camellia192::new_from_slice(key).map(Camellia::K192),
            _ => Camellia256::new_from_slice(key).map(Camellia::K256),
        };
        made.map_err(|_| INVALID_REQUEST)
    }

    fn encrypt(&self, block: &mut [u8; 16]) {
        let mut b: Block<Camellia128> = Array(*block);
        match self {
            Camellia::K128(c) => c.encrypt_block(&mut b),
            Camellia::K192(c) => c.encrypt_block(&mut b),
            Camellia::K256(c) => c.encrypt_block(&mut b),
        }
        *block = b.0;
    }

    fn decrypt(&self, block: &mut [u8; 16]) {
        let mut b: Block<Camellia128> = Array(*block);
        match self {
            Camellia::K128(c) => c.decrypt_block(&mut b),
            Camellia::K192(c) => c.decrypt_block(&mut b),
            Camellia::K256(c) => c.decrypt_block(&mut b),
        }
        *block = b.0;
    }

    /// CBC on whole blocks in place. `iv` is updated for the next piece.
    pub fn cbc(&self, iv: &mut [u8; 16], data: &mut [u8], encrypt: bool) -> Result<()> {
        if !data.len().is_multiple_of(16) {
            return Err(INVALID_REQUEST);
        }
        for chunk in data.chunks_exact_mut(16) {
            let mut block = [0; 16];
            block.copy_from_slice(chunk);
            let sealed = block;
            if encrypt {
                xor(&mut block, iv);
                self.encrypt(&mut block);
                *iv = block;
            } else {
                self.decrypt(&mut block);
                xor(&mut block, iv);
                *iv = sealed;
            }
            chunk.copy_from_slice(&block);
        }
        Ok(())
    }
}

fn xor(block: &mut [u8], with: &[u8]) {
    block.iter_mut().zip(with).for_each(|(b, w)| *b ^= w);
}

/// Encrypting and decrypting CBC chains with the same initial IV.
pub struct Cbc {
    key: Camellia,
    encrypt: [u8; 16],
    decrypt: [u8; 16],
}

impl Cbc {
    pub fn new(key: &[u8], iv: &[u8]) -> Result<Cbc> {
        let iv = iv.try_into().map_err(|_| INVALID_REQUEST)?;
        Ok(Cbc { key: Camellia::new(key)?, encrypt: iv, decrypt: iv })
    }
}

impl Mode for Cbc {
    fn set_iv(&mut self, iv: &[u8]) -> Result<()> {
        self.encrypt = iv.try_into().map_err(|_| INVALID_REQUEST)?;
        self.decrypt = self.encrypt;
        Ok(())
    }
    fn encrypt(&mut self, data: &mut [u8]) -> Result<()> {
        self.key.cbc(&mut self.encrypt, data, true)
    }
    fn decrypt(&mut self, data: &mut [u8]) -> Result<()> {
        self.key.cbc(&mut self.decrypt, data, false)
    }
}

/// Incremental GCM (SP 800-38D): additional data, text, tag.
pub struct Gcm {
    key: Camellia,
    hash: GHash,
    running: GHash,
    counter: [u8; 16],
    first: [u8; 16],
    aad: u64,
    text: u64,
    stage: Stage,
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Stage {
    Aad,
    Text,
    Ended,
}

impl Gcm {
    pub fn new(key: &[u8], nonce: &[u8]) -> Result<Gcm> {
        let key = Camellia::new(key)?;
        let mut h = [0; 16];
        key.encrypt(&mut h);
        let hash = GHash::new(&Array(h));
        let running = hash.clone();
        let zero = [0; 16];
        let mut gcm =
            Gcm { key, hash, running, counter: zero, first: zero, aad: 0, text: 0, stage: Stage::Aad };
        gcm.set_iv(nonce)?;
        Ok(gcm)
    }

    fn step(&mut self) -> [u8; 16] {
        let [.., a, b, c, d] = self.counter;
        let next = u32::from_be_bytes([a, b, c, d]).wrapping_add(1);
        self.counter[12..].copy_from_slice(&next.to_be_bytes());
        let mut gamma = self.counter;
        self.key.encrypt(&mut gamma);
        gamma
    }

    fn piece(&mut self, stage: Stage, len: usize) -> Result<()> {
        if self.stage > stage {
            return Err(INVALID_REQUEST);
        }
        self.stage = match (stage, len % 16) {
            (_, 0) => stage,
            (Stage::Aad, _) => Stage::Text,
            _ => Stage::Ended,
        };
        Ok(())
    }

    fn xor(&mut self, data: &mut [u8]) {
        for chunk in data.chunks_mut(16) {
            let gamma = self.step();
            xor(chunk, &gamma);
        }
    }

    /// Seals a whole message in place.
    pub fn seal(&mut self, nonce: &[u8], aad: &[u8], text: &mut [u8]) -> Result<[u8; 16]> {
        self.set_iv(nonce)?;
        self.add_auth(aad)?;
        self.encrypt(text)?;
        self.tag()
    }

    /// Decrypts a whole message in place and returns its expected tag.
    pub fn decrypt_and_tag(&mut self, nonce: &[u8], aad: &[u8], text: &mut [u8]) -> Result<[u8; 16]> {
        self.set_iv(nonce)?;
        self.add_auth(aad)?;
        self.decrypt(text)?;
        self.tag()
    }
}

impl Mode for Gcm {
    fn set_iv(&mut self, iv: &[u8]) -> Result<()> {
        self.first = [0; 16];
        if iv.is_empty() {
            return Err(INVALID_REQUEST);
        }
        if iv.len() == 12 {
            self.first[..12].copy_from_slice(iv);
            self.first[15] = 1;
        } else {
            let mut hash = self.hash.clone();
            hash.update_padded(iv);
            let mut lengths = [0; 16];
            lengths[8..].copy_from_slice(&(iv.len() as u64 * 8).to_be_bytes());
            hash.update(&[Array(lengths)]);
            self.first = hash.finalize().0;
        }
        self.counter = self.first;
        self.running = self.hash.clone();
        (self.aad, self.text, self.stage) = (0, 0, Stage::Aad);
        Ok(())
    }
    fn encrypt(&mut self, data: &mut [u8]) -> Result<()> {
        self.piece(Stage::Text, data.len())?;
        self.xor(data);
        self.running.update_padded(data);
        self.text += data.len() as u64;
        Ok(())
    }
    fn decrypt(&mut self, data: &mut [u8]) -> Result<()> {
        self.piece(Stage::Text, data.len())?;
        self.running.update_padded(data);
        self.xor(data);
        self.text += data.len() as u64;
        Ok(())
    }
    fn ready(&self, _len: usize) -> Result<()> {
        if self.stage > Stage::Text { Err(INVALID_REQUEST) } else { Ok(()) }
    }
    fn add_auth(&mut self, data: &[u8]) -> Result<()> {
        self.piece(Stage::Aad, data.len())?;
        self.running.update_padded(data);
        self.aad += data.len() as u64;
        Ok(())
    }
    fn tag(&mut self) -> Result<[u8; 16]> {
        self.stage = Stage::Ended;
        let mut lengths = [0; 16];
        lengths[..8].copy_from_slice(&(self.aad * 8).to_be_bytes());
        lengths[8..].copy_from_slice(&(self.text * 8).to_be_bytes());
        let mut hash = self.running.clone();
        hash.update(&[Array(lengths)]);
        let mut tag = self.first;
        self.key.encrypt(&mut tag);
        xor(&mut tag, &hash.finalize());
        Ok(tag)
    }
}

/// Creates the mode for `gnutls_cipher_*`.
pub fn mode(cipher: Cipher, key: &[u8], iv: &[u8]) -> Result<Box<dyn Mode>> {
    Ok(match cipher {
        Cipher::Camellia128Cbc | Cipher::Camellia192Cbc | Cipher::Camellia256Cbc => {
            Box::new(Cbc::new(key, iv)?)
        }
        Cipher::Camellia128Gcm | Cipher::Camellia256Gcm => Box::new(Gcm::new(key, iv)?),
        _ => return err(GNUTLS_E_INVALID_REQUEST),
    })
}
