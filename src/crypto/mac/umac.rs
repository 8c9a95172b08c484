//! UMAC (RFC 4418) with AES-128 and tags of 12 and 16 bytes. No crate provides it.
use zeroize::{Zeroize, Zeroizing};

use crate::crypto::aws_lc::AesBlocks;
use crate::error::{INVALID_REQUEST, Result};
/// Block size of the first layer in bytes (RFC 4418 section 5.2).
const L1: usize = 1024;
/// The primes 2^36 - 5, 2^64 - 59 and 2^128 - 159 of section 5.1.
const P36: u64 = (1 << 36) - 5;
const P64: u128 = (1 << 64) - 59;
const P128: u128 = u128::MAX - 158;

/// The key of one stream. Each stream computes 4 bytes of the tag.
#[derive(Clone)]
struct Stream {
    l2: (u64, u128),
    l3: ([u64; 8], u32),
    /// The polynomial hashes so far: modulo P64 and, from 2^14 blocks on, P128 (section 5.3).
    y64: u128,
    y128: Option<u128>,
    /// The first hash of the first layer, for messages of a single block.
    only: u64,
}

/// A running UMAC.
pub(super) struct Umac {
    key: Zeroizing<[u8; 16]>,
    l1: Zeroizing<Vec<u32>>,
    streams: Vec<Stream>,
    nonce: [u8; 16],
    nonce_len: usize,
    block: Vec<u8>,
    /// Number of blocks of the first layer so far.
    blocks: u64,
    /// For each stream, the 8-byte word that is the first half of the next word of the 128-bit polynomial.
    half: Vec<Option<u64>>,
}

impl Clone for Umac {
    fn clone(&self) -> Self {
        Umac {
            key: self.key.clone(),
            l1: self.l1.clone(),
            streams: self.streams.clone(),
            nonce: self.nonce,
            nonce_len: self.nonce_len,
            block: self.block.clone(),
            blocks: self.blocks,
            half: self.half.clone(),
        }
    }
}

impl Drop for Umac {
    fn drop(&mut self) {
        self.block.zeroize();
        for s in &mut self.streams {
            s.l2.0.zeroize();
            s.l2.1.zeroize();
            s.l3.0.zeroize();
            s.l3.1.zeroize();
        }
    }
}

/// KDF of section 3.2.1.
fn kdf(aes: &mut AesBlocks, index: u8, out: &mut [u8]) -> Result<()> {
    for (i, chunk) in out.chunks_mut(16).enumerate() {
        let mut block = [0; 16];
        block[7] = index;
        block[8..].copy_from_slice(&(i as u64 + 1).to_be_bytes());
        aes.encrypt(&mut block).ok_or(INVALID_REQUEST)?;
        chunk.copy_from_slice(&block[..chunk.len()]);
        block.zeroize();
    }
    Ok(())
}

fn be64(b: &[u8]) -> u64 {
    b.iter().fold(0, |n, b| n << 8 | u64::from(*b))
}

fn be128(b: &[u8]) -> u128 {
    b.iter().fold(0, |n, b| n << 8 | u128::from(*b))
}

impl Umac {
    /// Creates a UMAC with a key of 16 bytes and a tag of `4 * streams` bytes. The initial nonce is zero.
    pub(super) fn new(key: &[u8], streams: usize) -> Result<Umac> {
        let key: Zeroizing<[u8; 16]> = Zeroizing::new(key.try_into().map_err(|_| INVALID_REQUEST)?);
        let mut aes = AesBlocks::new(key.as_slice()).ok_or(INVALID_REQUEST)?;
        let mut l1 = Zeroizing::new(vec![0; L1 + (streams - 1) * 16]);
        kdf(&mut aes, 1, &mut l1)?;
        let words = l1.chunks_exact(4).map(|w| be64(w) as u32).collect();
        let mut l2 = Zeroizing::new(vec![0; streams * 24]);
        kdf(&mut aes, 2, &mut l2)?;
        let mut l31 = Zeroizing::new(vec![0; streams * 64]);
        kdf(&mut aes, 3, &mut l31)?;
        let mut l32 = Zeroizing::new(vec![0; streams * 4]);
        kdf(&mut aes, 4, &mut l32)?;
        let streams = (0..streams).map(|i| {
            let k = &l2[i * 24..][..24];
            let mut k1 = [0; 8];
            for (out, word) in k1.iter_mut().zip(l31[i * 64..].chunks_exact(8)) {
                *out = be64(word) % P36;
            }
            Stream {
                l2: (
                    be64(&k[..8]) & 0x01ff_ffff_01ff_ffff,
                    be128(&k[8..]) & 0x01ff_ffff_01ff_ffff_01ff_ffff_01ff_ffff,
                ),
                l3: (k1, be64(&l32[i * 4..][..4]) as u32),
                y64: 1,
                y128: None,
                only: 0,
            }
        });
        let streams: Vec<_> = streams.collect();
        let half = vec![None; streams.len()];
        let (block, l1) = (Vec::with_capacity(L1), Zeroizing::new(words));
        Ok(Umac { key, l1, streams, nonce: [0; 16], nonce_len: 16, block, blocks: 0, half })
    }

    /// Sets a nonce of 1 to 16 bytes.
    pub(super) fn set_nonce(&mut self, nonce: &[u8]) -> Result<()> {
        if nonce.is_empty() || nonce.len() > 16 {
            return Err(INVALID_REQUEST);
        }
        self.nonce = [0; 16];
        self.nonce[..nonce.len()].copy_from_slice(nonce);
        self.nonce_len = nonce.len();
        Ok(())
    }

    pub(super) fn update(&mut self, mut data: &[u8]) {
        while !data.is_empty() {
            if self.block.len() == L1 {
                self.absorb();
            }
            let n = data.len().min(L1 - self.block.len());
            self.block.extend_from_slice(&data[..n]);
            data = &data[n..];
        }
    }

    /// Hashes the buffered block with the first layer (NH, section 5.2.2), and its result with the second
    /// layer.
    fn absorb(&mut self) {
        let bits = self.block.len() as u64 * 8;
        let len = self.block.len().max(1).next_multiple_of(32);
        self.block.resize(len, 0);
        // UMAC reads its message in little-endian words.
        let words: Vec<u32> =
            self.block.chunks_exact(4).map(|w| u32::from_le_bytes([w[0], w[1], w[2], w[3]])).collect();
        for (i, s) in self.streams.iter_mut().enumerate() {
            let key = &self.l1[i * 4..];
            let mut y = bits;
            for (m, k) in words.chunks_exact(8).zip(key.chunks_exact(8)) {
                for j in 0..4 {
                    let a = u64::from(m[j].wrapping_add(k[j]));
                    y = y.wrapping_add(a * u64::from(m[j + 4].wrapping_add(k[j + 4])));
                }
            }
            if self.blocks == 0 {
                s.only = y;
            }
            if self.blocks < 1 << 14 {
                s.step64(y);
            } else {
                // From 2^24 bytes on, pairs of words are hashed with the 128-bit polynomial.
                if s.y128.is_none() {
                    s.y128 = Some(s.step128(1, s.y64));
                }
                self.half[i] = match self.half[i].take() {
                    None => Some(y),
                    Some(high) => {
                        let y128 = s.y128.unwrap_or(1);
                        s.y128 = Some(s.step128(y128, u128::from(high) << 64 | u128::from(y)));
                        None
                    }
                };
            }
        }
        self.block.zeroize();
        self.blocks += 1;
    }

    /// Writes the tag to `out`, 4 bytes per stream. Resets the hash and increments the nonce.
    pub(super) fn finish(&mut self, out: &mut [u8]) -> Result<()> {
        if !self.block.is_empty() || self.blocks == 0 {
            self.absorb();
        }
        let mut pad = self.pad()?;
        for (i, s) in self.streams.iter().enumerate() {
            // The second layer (section 5.3), which is skipped for a single block.
            let y = if self.blocks == 1 {
                u128::from(s.only)
            } else if let Some(y128) = s.y128 {
                let last = match self.half[i] {
                    Some(high) => u128::from(high) << 64 | 1 << 63,
                    None => 1 << 127,
                };
                s.step128(y128, last)
            } else {
                s.y64
            };
            // The third layer (section 5.4).
            let mut sum = 0_u64;
            for (word, k) in y.to_be_bytes().chunks_exact(2).zip(s.l3.0) {
                sum = (sum + be64(word) * k % P36) % P36;
            }
            let hash = (sum as u32) ^ s.l3.1;
            for (p, h) in pad[i * 4..].iter_mut().zip(hash.to_be_bytes()) {
                *p ^= h;
            }
        }
        out.copy_from_slice(pad.get(..out.len()).ok_or(INVALID_REQUEST)?);
        for s in &mut self.streams {
            (s.y64, s.y128, s.only) = (1, None, 0);
        }
        self.half.fill(None);
        self.blocks = 0;
        for b in self.nonce[..self.nonce_len].iter_mut().rev() {
            *b = b.wrapping_add(1);
            if *b != 0 {
                break;
            }
        }
        Ok(())
    }

    /// The pad of section 3.3.1: tags of 12 and 16 bytes use a whole block.
    fn pad(&self) -> Result<[u8; 16]> {
        let mut aes = AesBlocks::new(self.key.as_slice()).ok_or(INVALID_REQUEST)?;
        let mut key = Zeroizing::new([0; 16]);
        kdf(&mut aes, 0, key.as_mut_slice())?;
        let mut pad = self.nonce;
        AesBlocks::new(key.as_slice()).and_then(|mut aes| aes.encrypt(&mut pad)).ok_or(INVALID_REQUEST)?;
        Ok(pad)
    }
}

impl Stream {
    /// POLY of section 5.3.2 with wordbits 64.
    fn step64(&mut self, m: u64) {
        let (k, p) = (u128::from(self.l2.0), P64);
        let step = |y: u128, m: u128| (k * y + m) % p;
        // Words from 2^64 - 2^32 on are preceded by a marker and reduced by an offset.
        let m = u128::from(m);
        if m >= (1 << 64) - (1 << 32) {
            self.y64 = step(self.y64, p - 1);
            self.y64 = step(self.y64, m - 59);
        } else {
            self.y64 = step(self.y64, m);
        }
    }

    /// POLY with wordbits 128.
    fn step128(&self, y: u128, m: u128) -> u128 {
        let step = |y: u128, m: u128| add(mul(self.l2.1, y), m);
        if m >= u128::MAX - ((1 << 96) - 1) {
            let y = step(y, P128 - 1);
            step(y, m - 159)
        } else {
            step(y, m)
        }
    }
}

/// Addition modulo P128.
fn add(a: u128, b: u128) -> u128 {
    let (sum, carry) = a.overflowing_add(b);
    let sum = if carry { sum.wrapping_add(159) } else { sum };
    if sum >= P128 { sum - P128 } else { sum }
}

/// Multiplication modulo P128, where 2^128 = 159.
fn mul(a: u128, b: u128) -> u128 {
    const LOW: u128 = u64::MAX as u128;
    let (a1, a0, b1, b0) = (a >> 64, a & LOW, b >> 64, b & LOW);
    let (low, high) = (a0 * b0, a1 * b1);
    let (mid, carry) = (a1 * b0).overflowing_add(a0 * b1);
    let (low, over) = low.overflowing_add(mid << 64);
    let high = high + (mid >> 64) + (u128::from(carry) << 64) + u128::from(over);
    // high * 2^128 = high * 159, of up to 136 bits.
    let (h1, h0) = (high >> 64, high & LOW);
    let (t0, t1) = (h0 * 159, h1 * 159);
    let fold = (t1 >> 64) * 159;
    add(add(low, t0), add(t1 << 64, fold))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::crypto::hex;

    #[test]
    fn vectors_of_rfc4418() {
        // The appendix: key and nonce, messages of "a" repeated and of "abc".
        let tag = |text: &[u8], times: usize, streams: usize| {
            let mut umac = Umac::new(b"abcdefghijklmnop", streams).unwrap();
            umac.set_nonce(b"bcdefghi").unwrap();
            for _ in 0..times {
                umac.update(text);
            }
            let mut out = vec![0; 4 * streams];
            umac.finish(&mut out).unwrap();
            out
        };
        for (text, times, want) in [
            (vec![], 0, "32fedb100c79ad58f07ff764"),
            (b"aaa".to_vec(), 1, "185e4fe905cba7bd85e4c2dc"),
            (vec![b'a'; 1 << 10], 1, "7a54abe04af82d60fb298c3c"),
            (vec![b'a'; 1 << 10], 1 << 5, "7b136bd911e4b734286ef2be"),
            (vec![b'a'; 1 << 14], 1 << 6, "f8acfa3ac31cfeea047f7b11"),
            (vec![b'a'; 1 << 15], 1 << 10, "a621c2457c0012e64f3fdae9"),
            (b"abc".to_vec(), 1, "883c3d4b97a61976ffcf2323"),
            (b"abc".to_vec(), 500, "8824a260c53c66a36c9260a6"),
        ] {
            assert_eq!(tag(&text, times, 3), hex(want), "{} x {times}", text.len());
        }
    }
}
