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
use crate::crypto::constant_time::less;
use crate::crypto::hash::{HIDDEN, HmacKey, MAX_OUTPUT};
use crate::crypto::rand;
use crate::error::{Error, Result};

pub(super) struct State {
    cipher: Cbc,
    /// Takes the place of `cipher` and `mac` where it can: for records with an IV of their own, so that no
    /// chain is left behind, and without additional padding.
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

/// RFC 5246 section 6.2.3.2: its length is one byte.
const LONGEST_PADDING: usize = 255;

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
        // It tells by the number of the version whether a record has an IV, and that of DTLS 0.9 is lower than the others.
        let numbered = explicit && form.version != Version::Dtls09;
        let sealer = (direction == Direction::Write && !form.encrypt_then_mac && numbered)
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

    /// The most bytes of content whose payload has at most `room` bytes; 0 if there is none.
    pub(super) fn content_within(&self, room: usize) -> usize {
        let (inside, outside) = self.mac_place();
        let blocks = room.saturating_sub(self.iv + outside) / self.block * self.block;
        blocks.saturating_sub(inside + 1)
    }

    /// The size of the MAC within the ciphertext, and behind it.
    fn mac_place(&self) -> (usize, usize) {
        if self.encrypt_then_mac { (0, self.mac_size) } else { (self.mac_size, 0) }
    }

    /// The value of the padding behind `len` bytes of content: the shortest that has `more` bytes beyond
    /// them, or the longest.
    fn padding_length(&self, len: usize, more: usize) -> usize {
        let text = len + self.mac_place().0 + 1;
        let pad = (text + more).next_multiple_of(self.block) - text;
        pad.min(LONGEST_PADDING - (LONGEST_PADDING + text) % self.block)
    }

    /// How many bytes of padding any record of at least `len` bytes of content can have, if all of them are
    /// to become as long.
    pub(super) fn hides(&self, len: usize) -> usize {
        LONGEST_PADDING - (len + self.mac_place().0) % self.block
    }

    /// The size of the payload for `len` bytes of content and `more` bytes of padding.
    pub(super) fn sealed_size(&self, len: usize, more: usize) -> usize {
        let (inside, outside) = self.mac_place();
        self.iv + len + inside + self.padding_length(len, more) + 1 + outside
    }

    pub(super) fn seal(
        &mut self,
        record: &Record,
        parts: &[&[u8]],
        more: usize,
        out: &mut Vec<u8>,
    ) -> Result<()> {
        let (start, len) = (out.len(), parts.iter().map(|p| p.len()).sum::<usize>());
        if self.iv > 0 {
            // Encrypted with the chain it is as unpredictable as the random bytes.
            let mut iv = [0; MAX_BLOCK];
            rand::fill(&mut iv[..self.iv])?;
            out.extend_from_slice(&iv[..self.iv]);
        }
        parts.iter().for_each(|p| out.extend_from_slice(p));
        if let Some(sealer) = self.sealer.as_mut().filter(|_| more == 0) {
            return sealer.seal(record.authenticated(0), out, start);
        }
        if !self.encrypt_then_mac {
            let mac = self.mac.mac([&record.authenticated(len), &out[start + self.iv..]]);
            out.extend_from_slice(&mac);
        }
        let pad = self.padding_length(len, more);
        out.resize(out.len() + pad + 1, pad as u8);
        self.cipher.in_place(&mut out[start..])?;
        if self.encrypt_then_mac {
            let mac = self.mac.mac([&record.authenticated(out.len() - start), &out[start..]]);
            out.extend_from_slice(&mac);
        }
        Ok(())
    }

    pub(super) fn open(&mut self, record: &Record, payload: &mut [u8]) -> Result<Range<usize>> {
        if self.encrypt_then_mac {
            let end = payload.len().checked_sub(self.mac_size).ok_or(FAILED)?;
            let (sealed, tag) = payload.split_at_mut(end);
            let mac = self.mac.mac([&record.authenticated(end), &*sealed]);
            if !bool::from(mac.as_ref().ct_eq(tag)) {
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
        let same = match self.mac_size {
            0..=32 => want.as_ref().ct_eq(&taken::<32>(text, len, self.mac_size)[..self.mac_size]),
            _ => want.as_ref().ct_eq(&taken::<64>(text, len, self.mac_size)[..self.mac_size]),
        };
        if bool::from(good & same) { Ok(self.iv..self.iv + len) } else { Err(FAILED) }
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

/// The length of the padding (without its length byte) at the end of `text`, behind at least `before` bytes,
/// and whether it is valid: each of its bytes is its length. Invalid padding counts as empty. In constant
/// time.
fn padding(text: &[u8], before: usize) -> (usize, Choice) {
    let last = text.len() - 1;
    let pad = black_box(u16::from(text[last]));
    let room = (last - before).min(HIDDEN) as u16;
    // The length must fit, and every byte of the padding have its value.
    let mut wrong = less(room, pad) as u8;
    let window = &text[last.saturating_sub(HIDDEN)..last];
    for (i, byte) in window.iter().enumerate() {
        let distance = (window.len() - 1 - i) as u16;
        wrong |= less(distance, pad) as u8 & (byte ^ pad as u8);
    }
    let good = wrong.ct_eq(&0);
    let mask = 0u16.wrapping_sub(u16::from(good.unwrap_u8()));
    (black_box(pad & mask).into(), good)
}

/// Copies the `N` bytes at the secret position `at`, which is at most `HIDDEN` bytes before the last possible
/// one for a MAC of `size` bytes, in constant time. `N` is a power of two, at least `size`. What follows the
/// MAC is any bytes.
fn taken<const N: usize>(text: &[u8], at: usize, size: usize) -> [u8; N] {
    let first = (text.len() - 1 - size).saturating_sub(HIDDEN);
    let mut window = [0u8; (HIDDEN + 1 + MAX_OUTPUT).next_multiple_of(MAX_OUTPUT)];
    let begin = black_box((at - first) as u16);
    window[..text.len() - first].copy_from_slice(&text[first..]);
    // Each byte that belongs to it, at its position modulo N.
    let mut rotated = [0u8; N];
    for (n, chunk) in window.chunks_exact(N).enumerate() {
        for (i, (to, byte)) in rotated.iter_mut().zip(chunk).enumerate() {
            let place = (n * N + i) as u16;
            *to |= byte & (less(place, begin + N as u16) & !less(place, begin)) as u8;
        }
    }
    // Rotated back, one bit of the number at a time. The compiler must not know that the mask has two values:
    // it would branch.
    for bit in 0..N.trailing_zeros() {
        let (step, mask) = (1 << bit, black_box(0u8.wrapping_sub((begin >> bit & 1) as u8)));
        let before = rotated;
        for i in 0..N {
            rotated[i] = (before[i] & !mask) | (before[(i + step) % N] & mask);
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
                    let want = &text[at..at + size];
                    assert_eq!(&taken::<64>(&text, at, size)[..size], want, "{at} of {len}");
                    if size <= 32 {
                        assert_eq!(&taken::<32>(&text, at, size)[..size], want, "{at} of {len}");
                    }
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
