//! Cipher suites of block ciphers in CBC: by default the MAC is encrypted (RFC 5246 section 6.2.3.2), with
//! encrypt_then_mac it follows the ciphertext (RFC 7366).
//!
//! An encrypted MAC is checked in constant time: an attacker who changes records must not learn whether the
//! padding or the MAC was wrong, nor how long the padding is (Lucky Thirteen). All failures are the same
//! error, and the time depends on the size of the record only.
use core::hint::black_box;
use core::ops::Range;

use subtle::{Choice, ConstantTimeEq};

use super::common::{Direction, FAILED, Form, Keys, Record, mac_key};
use crate::abi::*;
use crate::alg::{Digest, Version};
use crate::crypto::cipher::cbc::{Cbc, CbcHmac};
use crate::crypto::hash::{HIDDEN, HmacKey, MAX_OUTPUT};
use crate::crypto::rand;
use crate::error::{Error, Result};

pub(super) struct State {
    cipher: Cbc,
    /// Takes the place of `cipher` and `mac` where it can.
    sealer: Option<CbcHmac>,
    mac: HmacKey,
    digest: Digest,
    mac_size: usize,
    block: usize,
    /// The size of an explicit IV; 0 in TLS 1.0.
    iv: usize,
    encrypt_then_mac: bool,
}

/// The largest block size.
const MAX_BLOCK: usize = 16;

impl State {
    pub(super) fn new(form: Form, direction: Direction, keys: &Keys<'_>) -> Result<State> {
        // An explicit IV is the first block of a record: what is decrypted of it is dropped, so the chain
        // may begin with any value.
        let zero = [0; MAX_BLOCK];
        let block = form.cipher.block_size();
        let explicit = form.version != Version::Tls10;
        let iv = match explicit {
            true => zero.get(..block).ok_or(Error::new(GNUTLS_E_UNKNOWN_CIPHER_TYPE))?,
            false => keys.iv,
        };
        let cipher = match direction {
            Direction::Write => Cbc::encryptor(form.cipher, keys.cipher, iv)?,
            Direction::Read => Cbc::decryptor(form.cipher, keys.cipher, iv)?,
        };
        let (mac, digest, mac_size) = mac_key(form, keys.mac)?;
        let sealer = (direction == Direction::Write && !form.encrypt_then_mac)
            .then(|| CbcHmac::sealer(form.cipher, digest, keys.cipher, keys.mac, iv));
        let iv = if explicit { block } else { 0 };
        Ok(State {
            cipher,
            sealer: sealer.flatten(),
            mac,
            digest,
            mac_size,
            block,
            iv,
            encrypt_then_mac: form.encrypt_then_mac,
        })
    }

    /// An IV, a block of padding and a MAC, in every version, as in GnuTLS.
    pub(super) fn overhead(&self) -> usize {
        2 * self.block + self.mac_size
    }

    /// The size of the payload for `len` bytes of content. The padding is as short as possible.
    pub(super) fn sealed_size(&self, len: usize) -> usize {
        let (inside, outside) = if self.encrypt_then_mac { (0, self.mac_size) } else { (self.mac_size, 0) };
        self.iv + (len + inside + 1).next_multiple_of(self.block) + outside
    }

    pub(super) fn seal(&mut self, record: &Record, parts: &[&[u8]], out: &mut Vec<u8>) -> Result<()> {
        let (start, len) = (out.len(), parts.iter().map(|p| p.len()).sum::<usize>());
        if self.iv > 0 {
            // Encrypted with the chain it is as unpredictable as the random bytes.
            let mut iv = [0; MAX_BLOCK];
            rand::fill(&mut iv[..self.iv])?;
            out.extend_from_slice(&iv[..self.iv]);
        }
        parts.iter().for_each(|p| out.extend_from_slice(p));
        if let Some(sealer) = &mut self.sealer {
            return sealer.seal(record.authenticated(0), out, start);
        }
        if !self.encrypt_then_mac {
            let mut mac = self.mac.begin();
            mac.update(&record.authenticated(len));
            mac.update(&out[start + self.iv..]);
            out.extend_from_slice(&mac.finish());
        }
        let pad = self.block - (out.len() - start) % self.block;
        out.resize(out.len() + pad, pad as u8 - 1);
        self.cipher.in_place(&mut out[start..])?;
        if self.encrypt_then_mac {
            let mut mac = self.mac.begin();
            mac.update(&record.authenticated(out.len() - start));
            mac.update(&out[start..]);
            out.extend_from_slice(&mac.finish());
        }
        Ok(())
    }

    pub(super) fn open(&mut self, record: &Record, payload: &mut [u8]) -> Result<Range<usize>> {
        if self.encrypt_then_mac {
            let end = payload.len().checked_sub(self.mac_size).ok_or(FAILED)?;
            let (sealed, tag) = payload.split_at_mut(end);
            let mut mac = self.mac.begin();
            mac.update(&record.authenticated(end));
            mac.update(sealed);
            if !bool::from(mac.finish().as_ref().ct_eq(tag)) {
                return Err(FAILED);
            }
            let least = self.iv + self.block;
            return self.decrypt(sealed, least).and_then(|text| {
                let text = &sealed[text];
                let (pad, good) = padding(text, 0);
                if bool::from(good) { Ok(self.iv..self.iv + text.len() - 1 - pad) } else { Err(FAILED) }
            });
        }
        let least = self.iv + (self.mac_size + 1).next_multiple_of(self.block);
        let text = self.decrypt(payload, least)?;
        let text = &payload[text];
        let (pad, good) = padding(text, self.mac_size);
        // At most this many bytes of content, and how many there are: a secret until the MAC is checked.
        let most = text.len() - self.mac_size - 1;
        let len = most - pad;
        let want = self.mac.mac_of_hidden(self.digest, &record.authenticated(len), &text[..most], len)?;
        let tag = taken(text, len, self.mac_size);
        if bool::from(good & want.as_ref().ct_eq(&tag[..self.mac_size])) {
            Ok(self.iv..self.iv + len)
        } else {
            Err(FAILED)
        }
    }

    /// Decrypts whole blocks, at least `least` bytes. Returns where the text is behind an explicit IV.
    fn decrypt(&mut self, sealed: &mut [u8], least: usize) -> Result<Range<usize>> {
        if sealed.len() < least || !sealed.len().is_multiple_of(self.block) {
            return Err(FAILED);
        }
        self.cipher.in_place(sealed)?;
        Ok(self.iv..sealed.len())
    }
}

/// All ones if `a` is less than `b`. Both are less than 2^31.
fn less(a: u32, b: u32) -> u32 {
    0u32.wrapping_sub(a.wrapping_sub(b) >> 31)
}

/// The length of the padding (without its length byte) at the end of `text`, behind at least `before` bytes,
/// and whether it is valid: each of its bytes is its length. Invalid padding counts as empty. In constant
/// time.
fn padding(text: &[u8], before: usize) -> (usize, Choice) {
    let last = text.len() - 1;
    let pad = black_box(u32::from(text[last]));
    let room = (last - before) as u32;
    // The length must fit, and every byte of the padding have its value.
    let mut wrong = less(room, pad) as u8;
    for (i, byte) in text[..last].iter().rev().take(HIDDEN).enumerate() {
        wrong |= less(i as u32, pad) as u8 & (byte ^ pad as u8);
    }
    let good = wrong.ct_eq(&0);
    let mask = 0u32.wrapping_sub(u32::from(good.unwrap_u8()));
    (black_box(pad & mask) as usize, good)
}

/// Copies the `size` bytes at the secret position `at`, which is at most `HIDDEN` bytes before the last
/// possible one, in constant time.
fn taken(text: &[u8], at: usize, size: usize) -> [u8; MAX_OUTPUT] {
    let at = black_box(at as u32);
    let first = (text.len() - 1 - size).saturating_sub(HIDDEN);
    let mut rotated = [0u8; MAX_OUTPUT];
    // The position in `rotated` of the first byte.
    let mut turn = 0u32;
    // Each byte that belongs to it, at its position modulo the size.
    for (n, chunk) in text[first..].chunks(size).enumerate() {
        for (i, byte) in chunk.iter().enumerate() {
            let place = (first + n * size + i) as u32;
            let inside = less(place, at + size as u32) & !less(place, at);
            let begins = less(place, at + 1) & !less(place, at);
            rotated[i] |= byte & inside as u8;
            turn |= i as u32 & begins;
        }
    }
    // Rotated back by `turn`, one bit of it at a time.
    let turn = black_box(turn);
    for bit in 0..size.next_power_of_two().trailing_zeros() {
        let (step, mask) = (1 << bit, 0u8.wrapping_sub((turn >> bit & 1) as u8));
        let before = rotated;
        for i in 0..size {
            let other = before[if i + step < size { i + step } else { i + step - size }];
            rotated[i] = (before[i] & !mask) | (other & mask);
        }
    }
    rotated
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_mac_is_taken_from_each_place() {
        for size in [20usize, 32, 48] {
            for len in [size + 1, size + 16, 200, 255 + size + 1, 700] {
                let text: Vec<u8> = (0..len).map(|i| (i * 31 + i / 256) as u8).collect();
                for at in (len - 1 - size).saturating_sub(HIDDEN)..len - size {
                    assert_eq!(taken(&text, at, size)[..size], text[at..at + size], "{at} of {len}");
                }
            }
        }
    }

    #[test]
    fn padding_is_of_one_value() {
        for n in 0..=255u8 {
            let mut text = vec![0xee; 300];
            text.resize(301 + usize::from(n), n);
            assert_eq!((padding(&text, 20).0, bool::from(padding(&text, 20).1)), (n.into(), true));
            for at in 300..300 + usize::from(n) {
                let mut bad = text.clone();
                bad[at] ^= 0x80;
                assert_eq!((padding(&bad, 20).0, bool::from(padding(&bad, 20).1)), (0, false));
            }
        }
        // It must leave room for the MAC.
        assert!(bool::from(padding(&[15; 36], 20).1));
        assert!(!bool::from(padding(&[16; 36], 20).1));
    }
}
