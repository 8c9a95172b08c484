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
use crate::crypto::cipher::cbc::{Cbc, CbcHmac, CbcThenHmac};
use crate::crypto::constant_time::{equal, less};
use crate::crypto::hash::{HIDDEN, HmacKey, MAX_OUTPUT};
use crate::crypto::rand;
use crate::error::{Error, Result};

pub(super) struct State {
    cipher: Cbc,
    /// Takes the place of `cipher` and `mac` where it can: for records with an IV of their own, so that no
    /// chain is left behind, and without additional padding.
    sealer: Option<CbcHmac>,
    /// The same with encrypt_then_mac.
    then_sealer: Option<CbcThenHmac>,
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
        let then_sealer = (direction == Direction::Write && form.encrypt_then_mac && explicit)
            .then(|| CbcThenHmac::sealer(form.cipher, digest, keys.cipher));
        let iv = if explicit { block } else { 0 };
        Ok(State {
            cipher,
            sealer: sealer.flatten(),
            then_sealer: then_sealer.flatten(),
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
        if let Some(sealer) = self.sealer.as_mut().filter(|_| more == 0 && record.connection_id.is_empty()) {
            return sealer.seal(record.authenticated(0), out, start);
        }
        if !self.encrypt_then_mac {
            let mac = self.mac.mac([&*record.additional(len), &out[start + self.iv..]]);
            out.extend_from_slice(&mac);
        }
        let pad = self.padding_length(len, more);
        out.resize(out.len() + pad + 1, pad as u8);
        if let Some(sealer) = &self.then_sealer {
            let head = record.additional(out.len() - start);
            let mac = sealer.seal(&self.mac, &head, &mut out[start..])?;
            out.extend_from_slice(&mac);
            return Ok(());
        }
        self.cipher.in_place(&mut out[start..])?;
        if self.encrypt_then_mac {
            let mac = self.mac.mac([&*record.additional(out.len() - start), &out[start..]]);
            out.extend_from_slice(&mac);
        }
        Ok(())
    }

    pub(super) fn open(&mut self, record: &Record, payload: &mut [u8]) -> Result<Range<usize>> {
        if self.encrypt_then_mac {
            let end = payload.len().checked_sub(self.mac_size).ok_or(FAILED)?;
            let (sealed, tag) = payload.split_at_mut(end);
            let mac = self.mac.mac([&record.authenticated(end), &*sealed]);
            if !bool::from(equal(mac.as_ref(), tag)) {
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
        let same = equal(want.as_ref(), &taken(text, len, self.mac_size)[..self.mac_size]);
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

/// How far a byte of padding is from the last one, which the length byte follows. A table, so that a vector register
/// takes sixteen.
const DISTANCES: [u8; HIDDEN + 1] = {
    let mut distances = [0; HIDDEN + 1];
    let mut i = 0;
    while i < HIDDEN {
        distances[i] = (HIDDEN - 1 - i) as u8;
        i += 1;
    }
    distances
};

/// The length of the padding (without its length byte) at the end of `text`, behind at least `before` bytes,
/// and whether it is valid: each of its bytes is its length. Invalid padding counts as empty. In constant
/// time.
fn padding(text: &[u8], before: usize) -> (usize, Choice) {
    let last = text.len() - 1;
    let pad = black_box(u16::from(text[last]));
    let room = (last - before).min(HIDDEN) as u16;
    // The length must fit, and every byte of the padding have its value.
    let mut wrong = less(room, pad) as u8;
    // Whole blocks, as the text: the length byte has its own value in any case.
    let window = &text[text.len().saturating_sub(DISTANCES.len())..];
    let distances = &DISTANCES[DISTANCES.len() - window.len()..];
    for (distance, byte) in distances.iter().zip(window) {
        let outside = u8::from((pad as u8).saturating_sub(*distance) == 0);
        wrong |= (byte ^ pad as u8) & outside.wrapping_sub(1);
    }
    let good = wrong.ct_eq(&0);
    let mask = 0u16.wrapping_sub(u16::from(good.unwrap_u8()));
    (black_box(pad & mask).into(), good)
}

/// The size of a window that has any MAC.
const WINDOW: usize = 64;
const WORDS: usize = WINDOW / 8;

/// Copies the bytes from the secret position `at` on, which is at most `HIDDEN` bytes before the last possible
/// one for a MAC of `size` bytes, in constant time. What follows the MAC is any bytes.
fn taken(text: &[u8], at: usize, size: usize) -> [u8; WINDOW] {
    const MOST: usize = (HIDDEN + 1 + MAX_OUTPUT).next_multiple_of(WINDOW);
    let first = (text.len() - 1 - size).saturating_sub(HIDDEN);
    match &text[first..] {
        // Filling what a short record does not need takes as long as the rest.
        text if text.len() <= 2 * WINDOW => taken_from::<{ 2 * WINDOW }>(text, at - first, size),
        text => taken_from::<MOST>(text, at - first, size),
    }
}

fn taken_from<const MOST: usize>(text: &[u8], at: usize, size: usize) -> [u8; WINDOW] {
    let mut bytes = [0u8; MOST];
    bytes[..text.len()].copy_from_slice(text);
    let filled = text.len().next_multiple_of(WINDOW);
    let begin = black_box(at);
    // The compiler must not know that a mask has two values: it would branch.
    let mask = |chosen: bool| black_box(u64::from(chosen).wrapping_neg());

    // The part in which it begins, and the next one.
    let mut words = [0; 2 * WORDS];
    for (n, part) in bytes[..filled].chunks_exact(WINDOW).enumerate() {
        let (here, next) = (mask(n == begin / WINDOW), mask(n == begin / WINDOW + 1));
        for (i, word) in part.as_chunks().0.iter().enumerate() {
            words[i] |= u64::from_le_bytes(*word) & here;
            words[i + WORDS] |= u64::from_le_bytes(*word) & next;
        }
    }
    // Moved to the front, one bit of the number of words at a time, then by bytes: as many as the MAC has, and one.
    let needed = size.div_ceil(8) + 1;
    for step in [4, 2, 1] {
        let mask = mask((begin / 8) & step != 0);
        for i in 0..needed + step - 1 {
            words[i] ^= (words[i] ^ words[i + step]) & mask;
        }
    }
    let bits = begin % 8 * 8;
    let mut taken = [0; WINDOW];
    for (i, to) in taken.as_chunks_mut().0[..needed - 1].iter_mut().enumerate() {
        *to = (words[i] >> bits | words[i + 1] << 1 << (63 - bits)).to_le_bytes();
    }
    taken
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
                    assert_eq!(&taken(&text, at, size)[..size], want, "{at} of {len}");
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
