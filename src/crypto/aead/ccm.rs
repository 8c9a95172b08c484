//! AES-CCM (SP 800-38C). If the processor has AES instructions, OpenSSL's assembly encrypts and authenticates
//! in one pass; otherwise aws-lc's CBC and counter modes are used, because aws-lc's own CCM is slower: it
//! processes one block at a time.
use subtle::ConstantTimeEq;

#[cfg(openssl_assembly)]
use crate::crypto::aws_lc::AesNi;
use crate::crypto::aws_lc::{self, CbcCtr};

/// An AES-CCM key.
pub(super) struct Ccm(Key);

enum Key {
    #[cfg(openssl_assembly)]
    OnePass(AesNi),
    TwoPasses(CbcCtr),
}

/// The inputs of a message's MAC (appendix A.2).
struct Message<'a> {
    /// The first counter block (appendix A.3), whose encryption is part of the tag.
    counter: [u8; 16],
    /// The first block of the CBC-MAC and the encoded length of the additional data.
    head: [u8; 26],
    head_len: usize,
    aad: &'a [u8],
}

impl<'a> Message<'a> {
    /// `None` if CCM does not allow the length of the nonce or the tag, or if the text is too long for the
    /// nonce size.
    fn new(nonce: &[u8], aad: &'a [u8], text: usize, tag: usize) -> Option<Self> {
        // Size of the field with the length of the text.
        let length = 15_usize.checked_sub(nonce.len()).filter(|n| (2..=8).contains(n))?;
        let fits = length >= size_of::<usize>() || text >> (8 * length) == 0;
        if !(4..=16).contains(&tag) || !tag.is_multiple_of(2) || !fits {
            return None;
        }
        let mut counter = [0; 16];
        counter[0] = length as u8 - 1;
        counter[1..=nonce.len()].copy_from_slice(nonce);
        let mut head = [0; 26];
        head[..16].copy_from_slice(&counter);
        head[0] |= u8::from(!aad.is_empty()) << 6 | ((tag as u8 - 2) / 2) << 3;
        head[16 - length..16].copy_from_slice(&(text as u64).to_be_bytes()[8 - length..]);
        let head_len = match aad.len() {
            0 => 16,
            n if n < 0xff00 => {
                head[16..18].copy_from_slice(&(n as u16).to_be_bytes());
                18
            }
            n if u32::try_from(n).is_ok() => {
                head[16..18].copy_from_slice(&[0xff, 0xfe]);
                head[18..22].copy_from_slice(&(n as u32).to_be_bytes());
                22
            }
            n => {
                head[16..18].copy_from_slice(&[0xff, 0xff]);
                head[18..26].copy_from_slice(&(n as u64).to_be_bytes());
                26
            }
        };
        Some(Message { counter, head, head_len, aad })
    }

    fn head(&self) -> &[u8] {
        &self.head[..self.head_len]
    }
}

impl Ccm {
    /// `None` if the key does not have the length of an AES key.
    pub(super) fn new(key: &[u8]) -> Option<Ccm> {
        #[cfg(openssl_assembly)]
        if let Some(aes) = AesNi::new(key) {
            return Some(Ccm(Key::OnePass(aes)));
        }
        CbcCtr::new(key).map(|aes| Ccm(Key::TwoPasses(aes)))
    }

    /// Encrypts in place and writes `tag`; `None` if CCM does not allow the length of the nonce or the tag,
    /// or if the text is too long for the nonce size.
    pub(super) fn seal(&mut self, nonce: &[u8], aad: &[u8], text: &mut [u8], tag: &mut [u8]) -> Option<()> {
        let message = Message::new(nonce, aad, text.len(), tag.len())?;
        let whole = self.crypt::<true>(&message, text)?;
        tag.copy_from_slice(&whole[..tag.len()]);
        Some(())
    }

    /// Decrypts in place. If the tag is wrong, returns `None` and wipes the text.
    pub(super) fn open(&mut self, nonce: &[u8], aad: &[u8], text: &mut [u8], tag: &[u8]) -> Option<()> {
        let message = Message::new(nonce, aad, text.len(), tag.len())?;
        let whole = self.crypt::<false>(&message, text)?;
        if bool::from(whole[..tag.len()].ct_eq(tag)) {
            return Some(());
        }
        aws_lc::wipe(text);
        None
    }

    /// Encrypts or decrypts the text in place and returns the full tag.
    fn crypt<const SEAL: bool>(&mut self, message: &Message, text: &mut [u8]) -> Option<[u8; 16]> {
        match &mut self.0 {
            #[cfg(openssl_assembly)]
            Key::OnePass(aes) => Some(one_pass::<SEAL>(aes, message, text)),
            Key::TwoPasses(aes) => two_passes::<SEAL>(aes, message, text),
        }
    }
}

fn xor(into: &mut [u8], from: &[u8]) {
    into.iter_mut().zip(from).for_each(|(a, b)| *a ^= b);
}

/// Like [`two_passes`], but processes each block of text only once.
#[cfg(openssl_assembly)]
fn one_pass<const SEAL: bool>(aes: &AesNi, message: &Message, text: &mut [u8]) -> [u8; 16] {
    let mut mac = [0; 16];
    let take = |mac: &mut [u8; 16], block: &[u8]| {
        xor(mac, block);
        aes.encrypt(mac);
    };
    let (first, begun) = message.head().split_at(16);
    take(&mut mac, first);
    if !begun.is_empty() {
        // The first block contains the length and as much of the data as fits.
        let (beside, rest) = message.aad.split_at(message.aad.len().min(16 - begun.len()));
        xor(&mut mac[begun.len()..], beside);
        take(&mut mac, begun);
        rest.chunks(16).for_each(|block| take(&mut mac, block));
    }

    let mut counter = message.counter;
    counter[15] = 1;
    let (blocks, last) = text.split_at_mut(text.len() / 16 * 16);
    aes.ccm::<SEAL>(&counter, &mut mac, blocks);
    if !last.is_empty() {
        let spent = u64::from_be_bytes(*counter.last_chunk().expect("a block has eight bytes"));
        let next = spent.wrapping_add(blocks.len() as u64 / 16);
        counter[8..].copy_from_slice(&next.to_be_bytes());
        aes.encrypt(&mut counter);
        if SEAL {
            xor(&mut mac, last);
        }
        xor(last, &counter);
        if !SEAL {
            xor(&mut mac, last);
        }
        aes.encrypt(&mut mac);
        aws_lc::wipe(&mut counter);
    }
    let mut whole = message.counter;
    aes.encrypt(&mut whole);
    xor(&mut whole, &mac);
    whole
}

/// Encrypts or decrypts the text in counter mode, and computes the full tag with CBC.
fn two_passes<const SEAL: bool>(aes: &mut CbcCtr, message: &Message, text: &mut [u8]) -> Option<[u8; 16]> {
    aes.begin(&message.counter)?;
    // The first block of the key stream encrypts the tag, the following blocks the text.
    let mut whole = [0; 16];
    aes.xor(&mut whole)?;
    if !SEAL {
        aes.xor(text)?;
    }
    let mac = chain(aes, message, text)?;
    if SEAL {
        aes.xor(text)?;
    }
    xor(&mut whole, &mac);
    Some(whole)
}

/// The CBC-MAC of the first block, the additional data and the text.
fn chain(aes: &mut CbcCtr, message: &Message, text: &[u8]) -> Option<[u8; 16]> {
    let mut chain = Chain { aes, piece: [0; PIECE], filled: 0, used: 0, last: [0; 16] };
    chain.take(message.head())?;
    chain.take(message.aad)?;
    chain.pad();
    chain.take(text)?;
    chain.pad();
    chain.flush()?;
    Some(chain.last)
}

/// Size of the MAC's input buffer in bytes, which fits in the cache.
const PIECE: usize = 1024;

/// A running CBC-MAC. Blocks are processed when the buffer is full.
struct Chain<'a> {
    aes: &'a mut CbcCtr,
    piece: [u8; PIECE],
    filled: usize,
    /// The largest number of bytes of `piece` that have been used.
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

    /// Pads the last block with zeros.
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
        aws_lc::wipe(&mut self.piece[..self.used.max(self.filled)]);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::crypto::hex;

    /// The key for both implementations, or twice for the second one if the processor lacks the instructions.
    fn forms(key: &[u8]) -> [Ccm; 2] {
        [Ccm::new(key).unwrap(), Ccm(Key::TwoPasses(CbcCtr::new(key).unwrap()))]
    }

    #[test]
    fn packet_vectors_of_rfc3610() {
        // Packet vector 1, and SP 800-38C example 4's long additional data.
        let key: Vec<u8> = (0xc0..0xd0).collect();
        let nonce = hex("00000003020100a0a1a2a3a4a5");
        let (aad, plain): (Vec<u8>, Vec<u8>) = ((0..8).collect(), (8..0x1f).collect());
        for mut ccm in forms(&key) {
            let (mut text, mut tag) = (plain.clone(), [0; 8]);
            ccm.seal(&nonce, &aad, &mut text, &mut tag).unwrap();
            assert_eq!(text, hex("588c979a61c663d2f066d0c2c0f989806d5f6b61dac384"));
            assert_eq!(tag.as_slice(), hex("17e8d12cfdf926e0"));
            ccm.open(&nonce, &aad, &mut text, &tag).unwrap();
            assert_eq!(text, plain);
            assert!(ccm.open(&nonce, &aad[1..], &mut text, &tag).is_none());
            assert_eq!(text, [0; 23]);
        }

        let key: Vec<u8> = (0x40..0x50).collect();
        let nonce = hex("101112131415161718191a1b1c");
        let aad: Vec<u8> = (0..65536).map(|i| i as u8).collect();
        for mut ccm in forms(&key) {
            let (mut text, mut tag): (Vec<u8>, _) = ((0x20..0x40).collect(), [0; 14]);
            ccm.seal(&nonce, &aad, &mut text, &mut tag).unwrap();
            assert_eq!(text, hex("69915dad1e84c6376a68c2967e4dab615ae0fd1faec44cc484828529463ccf72"));
            assert_eq!(tag.as_slice(), hex("b4ac6bec93e8598e7f0dadbcea5b"));
        }
    }

    #[test]
    fn both_forms_agree() {
        for (key, nonce) in [(16, 7), (24, 12), (32, 13)] {
            let [mut one, mut two] = forms(&vec![7; key]);
            for n in (0..70).chain([255, 256, 1023, 5000, 65000]) {
                let plain: Vec<u8> = (0..n).map(|i| (i * 3 + n) as u8).collect();
                let (aad, nonce) = (vec![3; n % 37], vec![5; nonce]);
                let (mut a, mut b, mut s, mut t) = (plain.clone(), plain.clone(), [0; 16], [0; 16]);
                one.seal(&nonce, &aad, &mut a, &mut s).unwrap();
                two.seal(&nonce, &aad, &mut b, &mut t).unwrap();
                assert_eq!((&a, s), (&b, t));
                one.open(&nonce, &aad, &mut b, &t).unwrap();
                two.open(&nonce, &aad, &mut a, &s).unwrap();
                assert_eq!((&a, &b), (&plain, &plain));
            }
        }
    }

    #[test]
    fn lengths_that_ccm_has_not_got() {
        let mut ccm = Ccm::new(&[1; 16]).unwrap();
        for (nonce, tag) in [(6, 16), (14, 16), (0, 16), (12, 2), (12, 5), (12, 0)] {
            assert!(ccm.seal(&vec![0; nonce], b"", &mut [1], &mut vec![0; tag]).is_none());
        }
        // A length field of two bytes allows up to 65535.
        assert!(ccm.seal(&[0; 13], b"", &mut vec![0; 65535], &mut [0; 16]).is_some());
        assert!(ccm.seal(&[0; 13], b"", &mut vec![0; 65536], &mut [0; 16]).is_none());
        assert!(Ccm::new(&[1; 15]).is_none());
    }
}
