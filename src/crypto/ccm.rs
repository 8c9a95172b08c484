//! AES-CCM (SP 800-38C): aws-lc's own does one block at a time, its CBC and counter modes many.
use subtle::ConstantTimeEq;

use super::raw::{self, CbcCtr};

/// Bytes that are chained at a time, in a buffer that stays in the cache.
const PIECE: usize = 1024;

/// A key for messages.
pub struct Ccm(CbcCtr);

/// The MAC's input as it grows: blocks are chained when the buffer is full.
struct Chain<'a> {
    aes: &'a mut CbcCtr,
    piece: [u8; PIECE],
    filled: usize,
    /// How much of `piece` was ever used.
    used: usize,
    last: [u8; 16],
}

impl Chain<'_> {
    fn take(&mut self, mut data: &[u8]) -> Option<()> {
        while !data.is_empty() {
            if self.filled == PIECE {
                self.flush()?;
            }
            let n = data.len().min(PIECE - self.filled);
            let (now, later) = data.split_at(n);
            self.piece[self.filled..][..n].copy_from_slice(now);
            self.filled += n;
            data = later;
        }
        Some(())
    }

    /// Fills the last block up with zeros.
    fn pad(&mut self) {
        let end = self.filled.next_multiple_of(16);
        self.piece[self.filled..end].fill(0);
        self.filled = end;
    }

    fn flush(&mut self) -> Option<()> {
        if self.filled > 0 {
            self.used = self.used.max(self.filled);
            self.aes.chain(&mut self.piece[..self.filled])?;
            self.last.copy_from_slice(&self.piece[self.filled - 16..self.filled]);
            self.filled = 0;
        }
        Some(())
    }
}

impl Drop for Chain<'_> {
    fn drop(&mut self) {
        raw::wipe(&mut self.piece[..self.used.max(self.filled)]);
    }
}

impl Ccm {
    /// `None` for a key that is no AES key.
    pub fn new(key: &[u8]) -> Option<Ccm> {
        CbcCtr::new(key).map(Ccm)
    }

    /// Encrypts in place and fills `tag`; `None` for a nonce or a tag of a length that CCM does not have, or a
    /// text too long for the nonce.
    pub fn seal(&mut self, nonce: &[u8], aad: &[u8], text: &mut [u8], tag: &mut [u8]) -> Option<()> {
        let mut whole = self.begin(nonce, tag.len(), text.len())?;
        let mac = self.mac(nonce, aad, text, tag.len())?;
        whole.iter_mut().zip(mac).for_each(|(w, m)| *w ^= m);
        tag.copy_from_slice(&whole[..tag.len()]);
        self.0.xor(text)
    }

    /// Decrypts in place; `None`, and no text left, if the tag is wrong.
    pub fn open(&mut self, nonce: &[u8], aad: &[u8], text: &mut [u8], tag: &[u8]) -> Option<()> {
        let mut whole = self.begin(nonce, tag.len(), text.len())?;
        self.0.xor(text)?;
        let mac = self.mac(nonce, aad, text, tag.len())?;
        whole.iter_mut().zip(mac).for_each(|(w, m)| *w ^= m);
        if bool::from(whole[..tag.len()].ct_eq(tag)) {
            return Some(());
        }
        raw::wipe(text);
        None
    }

    /// The key stream's first block, for the tag (SP 800-38C appendix A.3); what follows is for the text.
    fn begin(&mut self, nonce: &[u8], tag: usize, text: usize) -> Option<[u8; 16]> {
        let length = length_size(nonce)?;
        let fits = length >= size_of::<usize>() || text >> (8 * length) == 0;
        if !(4..=16).contains(&tag) || tag % 2 != 0 || !fits {
            return None;
        }
        let mut counter = [0; 16];
        counter[0] = length as u8 - 1;
        counter[1..=nonce.len()].copy_from_slice(nonce);
        self.0.begin(&counter)?;
        let mut first = [0; 16];
        self.0.xor(&mut first)?;
        Some(first)
    }

    /// The chain over the first block, the additional data and the text (appendix A.2).
    fn mac(&mut self, nonce: &[u8], aad: &[u8], text: &[u8], tag: usize) -> Option<[u8; 16]> {
        let length = length_size(nonce)?;
        let mut first = [0; 16];
        first[0] = u8::from(!aad.is_empty()) << 6 | ((tag as u8 - 2) / 2) << 3 | (length as u8 - 1);
        first[1..=nonce.len()].copy_from_slice(nonce);
        first[16 - length..].copy_from_slice(&(text.len() as u64).to_be_bytes()[8 - length..]);
        let mut chain = Chain { aes: &mut self.0, piece: [0; PIECE], filled: 0, used: 0, last: [0; 16] };
        chain.take(&first)?;
        if !aad.is_empty() {
            match aad.len() {
                n if n < 0xff00 => chain.take(&(n as u16).to_be_bytes())?,
                n if u32::try_from(n).is_ok() => {
                    chain.take(&[0xff, 0xfe])?;
                    chain.take(&(n as u32).to_be_bytes())?;
                }
                n => {
                    chain.take(&[0xff, 0xff])?;
                    chain.take(&(n as u64).to_be_bytes())?;
                }
            }
            chain.take(aad)?;
            chain.pad();
        }
        chain.take(text)?;
        chain.pad();
        chain.flush()?;
        Some(chain.last)
    }
}

/// Bytes that count the text: 15 less the nonce's, 2 to 8.
fn length_size(nonce: &[u8]) -> Option<usize> {
    15_usize.checked_sub(nonce.len()).filter(|n| (2..=8).contains(n))
}

#[cfg(test)]
mod tests {
    use super::super::der::hex;
    use super::*;

    #[test]
    fn packet_vectors_of_rfc3610() {
        // Packet vector 1, and SP 800-38C example 4's long additional data.
        let key: Vec<u8> = (0xc0..0xd0).collect();
        let nonce = hex("00000003020100a0a1a2a3a4a5");
        let (aad, plain): (Vec<u8>, Vec<u8>) = ((0..8).collect(), (8..0x1f).collect());
        let mut ccm = Ccm::new(&key).unwrap();
        let (mut text, mut tag) = (plain.clone(), [0; 8]);
        ccm.seal(&nonce, &aad, &mut text, &mut tag).unwrap();
        assert_eq!(text, hex("588c979a61c663d2f066d0c2c0f989806d5f6b61dac384"));
        assert_eq!(tag.as_slice(), hex("17e8d12cfdf926e0"));
        ccm.open(&nonce, &aad, &mut text, &tag).unwrap();
        assert_eq!(text, plain);
        assert!(ccm.open(&nonce, &aad[1..], &mut text, &tag).is_none());
        assert_eq!(text, [0; 23]);

        let key: Vec<u8> = (0x40..0x50).collect();
        let nonce = hex("101112131415161718191a1b1c");
        let aad: Vec<u8> = (0..65536).map(|i| i as u8).collect();
        let (mut text, mut tag): (Vec<u8>, _) = ((0x20..0x40).collect(), [0; 14]);
        Ccm::new(&key).unwrap().seal(&nonce, &aad, &mut text, &mut tag).unwrap();
        assert_eq!(text, hex("69915dad1e84c6376a68c2967e4dab615ae0fd1faec44cc484828529463ccf72"));
        assert_eq!(tag.as_slice(), hex("b4ac6bec93e8598e7f0dadbcea5b"));
    }

    #[test]
    fn lengths_that_ccm_has_not_got() {
        let mut ccm = Ccm::new(&[1; 16]).unwrap();
        for (nonce, tag) in [(6, 16), (14, 16), (0, 16), (12, 2), (12, 5), (12, 0)] {
            assert!(ccm.seal(&vec![0; nonce], b"", &mut [1], &mut vec![0; tag]).is_none());
        }
        // Two bytes count up to 65535.
        assert!(ccm.seal(&[0; 13], b"", &mut vec![0; 65535], &mut [0; 16]).is_some());
        assert!(ccm.seal(&[0; 13], b"", &mut vec![0; 65536], &mut [0; 16]).is_none());
        assert!(Ccm::new(&[1; 15]).is_none());
    }
}
