//! Stream ciphers: ChaCha20, Salsa20 and RC4, and incremental ChaCha20-Poly1305. Each piece begins a new
//! block of 64 bytes, as in GnuTLS, so only the last piece may have a partial block.
use salsa20::cipher::{KeyIvInit, StreamCipher, StreamCipherSeek};
use salsa20::{Salsa12, Salsa20};
use zeroize::Zeroizing;

use super::mode::Mode;
use crate::alg::ids::Cipher;
use crate::crypto::aws_lc::{self, CipherCtx};
use crate::error::{INVALID_REQUEST, Result};
const BLOCK: usize = 64;

/// ChaCha20 with the counter in the IV: a counter of 32 bits and a nonce of 96 bits (RFC 8439), or 64 bits
/// each (the original).
pub(super) struct ChaCha20 {
    key: Zeroizing<[u8; 32]>,
    wide: bool,
    counter: u64,
    nonce: [u8; 12],
}

impl ChaCha20 {
    pub(super) fn new(cipher: Cipher, key: &[u8], iv: &[u8]) -> Result<ChaCha20> {
        let key = Zeroizing::new(key.try_into().map_err(|_| INVALID_REQUEST)?);
        let wide = cipher == Cipher::Chacha20_64;
        let mut chacha = ChaCha20 { key, wide, counter: 0, nonce: [0; 12] };
        chacha.set_iv(iv)?;
        Ok(chacha)
    }

    fn run(&mut self, mut data: &mut [u8]) {
        while !data.is_empty() {
            let counter = self.counter as u32;
            if self.wide {
                self.nonce[..4].copy_from_slice(&((self.counter >> 32) as u32).to_le_bytes());
            }
            // The 32-bit counter must not overflow within a call.
            let space = (1 << 32) - u64::from(counter);
            let n = (data.len() as u64).min(space * BLOCK as u64) as usize;
            let (now, later) = data.split_at_mut(n);
            aws_lc::chacha20(&self.key, &self.nonce, counter, now);
            self.counter = self.counter.wrapping_add(n.div_ceil(BLOCK) as u64);
            if !self.wide {
                self.counter &= u64::from(u32::MAX);
            }
            data = later;
        }
    }
}

impl Mode for ChaCha20 {
    fn set_iv(&mut self, iv: &[u8]) -> Result<()> {
        let (counter, nonce) = match (iv.len(), self.wide) {
            (16, true) => iv.split_at(8),
            (16, false) => iv.split_at(4),
            (8, true) | (12, false) => (&[][..], iv),
            _ => return Err(INVALID_REQUEST),
        };
        let mut number = [0; 8];
        number[..counter.len()].copy_from_slice(counter);
        self.counter = u64::from_le_bytes(number);
        self.nonce = [0; 12];
        self.nonce[12 - nonce.len()..].copy_from_slice(nonce);
        Ok(())
    }
    fn encrypt(&mut self, data: &mut [u8]) -> Result<()> {
        self.run(data);
        Ok(())
    }
    fn decrypt(&mut self, data: &mut [u8]) -> Result<()> {
        self.run(data);
        Ok(())
    }
}

/// Salsa20 with 20 rounds, or with the 12 rounds of eSTREAM.
pub(super) struct Salsa<C> {
    key: Zeroizing<[u8; 32]>,
    cipher: C,
}

pub(super) fn salsa(cipher: Cipher, key: &[u8], iv: &[u8]) -> Result<Box<dyn Mode>> {
    Ok(match cipher {
        Cipher::Salsa20_256 => Box::new(Salsa::<Salsa20>::new(key, iv)?),
        Cipher::EstreamSalsa20_256 => Box::new(Salsa::<Salsa12>::new(key, iv)?),
        _ => return Err(INVALID_REQUEST),
    })
}

impl<C: KeyIvInit> Salsa<C> {
    fn new(key: &[u8], iv: &[u8]) -> Result<Self> {
        let cipher = C::new_from_slices(key, iv).map_err(|_| INVALID_REQUEST)?;
        Ok(Salsa { key: Zeroizing::new(key.try_into().map_err(|_| INVALID_REQUEST)?), cipher })
    }
}

impl<C: KeyIvInit + StreamCipher + StreamCipherSeek> Mode for Salsa<C> {
    fn set_iv(&mut self, iv: &[u8]) -> Result<()> {
        self.cipher = C::new_from_slices(self.key.as_slice(), iv).map_err(|_| INVALID_REQUEST)?;
        Ok(())
    }
    fn encrypt(&mut self, data: &mut [u8]) -> Result<()> {
        self.cipher.try_apply_keystream(data).map_err(|_| INVALID_REQUEST)?;
        let at = self.cipher.try_current_pos::<u64>().map_err(|_| INVALID_REQUEST)?;
        self.cipher.try_seek(at.next_multiple_of(BLOCK as u64)).map_err(|_| INVALID_REQUEST)
    }
    fn decrypt(&mut self, data: &mut [u8]) -> Result<()> {
        self.encrypt(data)
    }
}

/// Incremental ChaCha20-Poly1305 (RFC 8439 section 2.8): additional data, text, tag.
pub(super) struct ChaCha20Poly1305 {
    key: Zeroizing<[u8; 32]>,
    nonce: [u8; 12],
    poly: aws_lc::Poly1305,
    counter: u32,
    aad: u64,
    text: u64,
    stage: Stage,
    tag: Option<[u8; 16]>,
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Stage {
    Aad,
    Text,
    Ended,
}

impl ChaCha20Poly1305 {
    pub(super) fn new(key: &[u8], nonce: &[u8]) -> Result<ChaCha20Poly1305> {
        let key = Zeroizing::new(key.try_into().map_err(|_| INVALID_REQUEST)?);
        let poly = aws_lc::Poly1305::new(&[0; 32]);
        let mut this = ChaCha20Poly1305 {
            key,
            nonce: [0; 12],
            poly,
            counter: 1,
            aad: 0,
            text: 0,
            stage: Stage::Aad,
            tag: None,
        };
        this.set_iv(nonce)?;
        Ok(this)
    }

    fn pad(&mut self, len: u64) {
        let rest = (len % 16) as usize;
        if rest > 0 {
            self.poly.update(&[0; 16][rest..]);
        }
    }

    /// Checks that a piece of text is allowed: only the last piece may have a partial block.
    fn piece(&mut self, len: usize) -> Result<()> {
        self.ready(len)?;
        if self.stage == Stage::Aad {
            self.pad(self.aad);
        }
        self.stage = if len.is_multiple_of(BLOCK) { Stage::Text } else { Stage::Ended };
        self.text += len as u64;
        Ok(())
    }

    fn xor(&mut self, data: &mut [u8]) {
        aws_lc::chacha20(&self.key, &self.nonce, self.counter, data);
        self.counter = self.counter.wrapping_add(data.len().div_ceil(BLOCK) as u32);
    }
}

impl Mode for ChaCha20Poly1305 {
    fn set_iv(&mut self, iv: &[u8]) -> Result<()> {
        self.nonce = iv.try_into().map_err(|_| INVALID_REQUEST)?;
        let mut key = Zeroizing::new([0; 32]);
        aws_lc::chacha20(&self.key, &self.nonce, 0, key.as_mut_slice());
        self.poly = aws_lc::Poly1305::new(&key);
        (self.counter, self.aad, self.text, self.stage, self.tag) = (1, 0, 0, Stage::Aad, None);
        Ok(())
    }
    fn encrypt(&mut self, data: &mut [u8]) -> Result<()> {
        self.piece(data.len())?;
        self.xor(data);
        self.poly.update(data);
        Ok(())
    }
    fn decrypt(&mut self, data: &mut [u8]) -> Result<()> {
        self.piece(data.len())?;
        self.poly.update(data);
        self.xor(data);
        Ok(())
    }
    fn ready(&self, _len: usize) -> Result<()> {
        if self.stage == Stage::Ended { Err(INVALID_REQUEST) } else { Ok(()) }
    }
    fn add_auth(&mut self, data: &[u8]) -> Result<()> {
        if self.stage != Stage::Aad {
            return Err(INVALID_REQUEST);
        }
        self.aad += data.len() as u64;
        self.poly.update(data);
        Ok(())
    }
    fn tag(&mut self) -> Result<[u8; 16]> {
        if let Some(tag) = self.tag {
            return Ok(tag);
        }
        if self.stage == Stage::Aad {
            self.pad(self.aad);
        }
        self.pad(self.text);
        self.stage = Stage::Ended;
        let (aad, text) = (self.aad.to_le_bytes(), self.text.to_le_bytes());
        self.poly.update(&aad);
        self.poly.update(&text);
        let tag = self.poly.finish();
        self.tag = Some(tag);
        Ok(tag)
    }
}
/// RC4, which has one key stream for both directions and no IV.
pub(super) struct Arcfour(CipherCtx);

impl Arcfour {
    pub(super) fn new(key: &[u8], iv: &[u8]) -> Result<Arcfour> {
        CipherCtx::new(Cipher::Arcfour128, key, iv, true).map(Arcfour).ok_or(INVALID_REQUEST)
    }
}

impl Mode for Arcfour {
    fn set_iv(&mut self, _iv: &[u8]) -> Result<()> {
        Ok(())
    }
    fn encrypt(&mut self, data: &mut [u8]) -> Result<()> {
        self.0.update_in_place(data).ok_or(INVALID_REQUEST)
    }
    fn decrypt(&mut self, data: &mut [u8]) -> Result<()> {
        self.encrypt(data)
    }
}
