//! Block ciphers in a mode of operation: CBC and CFB, GCM and XTS.
use zeroize::Zeroize;

use super::mode::Mode;
use crate::alg::ids::Cipher;
use crate::crypto::aws_lc::{self, CipherCtx};
use crate::error::{INVALID_REQUEST, Result};

/// An encrypting and a decrypting context with the same key and initial IV.
pub(super) struct Chain {
    encrypt: CipherCtx,
    decrypt: CipherCtx,
}

impl Chain {
    pub(super) fn new(cipher: Cipher, key: &[u8], iv: &[u8]) -> Result<Chain> {
        Ok(Chain {
            encrypt: CipherCtx::new(cipher, key, iv, true).ok_or(INVALID_REQUEST)?,
            decrypt: CipherCtx::new(cipher, key, iv, false).ok_or(INVALID_REQUEST)?,
        })
    }
}

impl Mode for Chain {
    fn set_iv(&mut self, iv: &[u8]) -> Result<()> {
        self.encrypt.begin(iv).and_then(|()| self.decrypt.begin(iv)).ok_or(INVALID_REQUEST)
    }
    fn encrypt(&mut self, data: &mut [u8]) -> Result<()> {
        self.encrypt.update_in_place(data).ok_or(INVALID_REQUEST)
    }
    fn decrypt(&mut self, data: &mut [u8]) -> Result<()> {
        self.decrypt.update_in_place(data).ok_or(INVALID_REQUEST)
    }
}

/// Incremental AES-GCM. Only the encrypting context returns a tag, so decrypted text is encrypted again to
/// compute it.
pub(super) struct Gcm {
    encrypt: aws_lc::Gcm,
    decrypt: aws_lc::Gcm,
    /// Number of key stream bytes that `encrypt` has used and `decrypt` has not skipped yet.
    behind: usize,
    stage: Stage,
    tag: Option<[u8; 16]>,
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Stage {
    /// Additional data is allowed.
    Open,
    /// Text is allowed.
    Text,
    /// The message was ended by a partial block or by reading the tag.
    Ended,
}

impl Gcm {
    pub(super) fn new(cipher: Cipher, key: &[u8], iv: &[u8]) -> Result<Gcm> {
        let make = || aws_lc::Gcm::new(cipher, key).ok_or(INVALID_REQUEST);
        let mut gcm = Gcm { encrypt: make()?, decrypt: make()?, behind: 0, stage: Stage::Open, tag: None };
        gcm.set_iv(iv)?;
        Ok(gcm)
    }

    fn piece(&mut self, stage: Stage, len: usize) -> Result<()> {
        if self.stage > stage {
            return Err(INVALID_REQUEST);
        }
        self.stage = match (stage, len % 16) {
            (_, 0) => stage,
            (Stage::Open, _) => Stage::Text,
            _ => Stage::Ended,
        };
        Ok(())
    }
}

impl Mode for Gcm {
    fn set_iv(&mut self, iv: &[u8]) -> Result<()> {
        self.encrypt.begin(iv, None).ok_or(INVALID_REQUEST)?;
        self.decrypt.begin(iv, None).ok_or(INVALID_REQUEST)?;
        (self.behind, self.stage, self.tag) = (0, Stage::Open, None);
        Ok(())
    }
    fn encrypt(&mut self, data: &mut [u8]) -> Result<()> {
        self.piece(Stage::Text, data.len())?;
        self.behind += data.len();
        self.encrypt.text(data).ok_or(INVALID_REQUEST)
    }
    fn decrypt(&mut self, data: &mut [u8]) -> Result<()> {
        self.piece(Stage::Text, data.len())?;
        let mut passed = zeroize::Zeroizing::new([0; 1024]);
        while self.behind > 0 {
            let n = self.behind.min(passed.len());
            self.decrypt.text(&mut passed[..n]).ok_or(INVALID_REQUEST)?;
            self.behind -= n;
        }
        // Counter mode is its own inverse; encrypting the plaintext then hashes the ciphertext.
        self.decrypt.text(data).ok_or(INVALID_REQUEST)?;
        let mut again = zeroize::Zeroizing::new(data.to_vec());
        self.encrypt.text(&mut again).ok_or(INVALID_REQUEST)
    }
    fn ready(&self, _len: usize) -> Result<()> {
        if self.stage > Stage::Text { Err(INVALID_REQUEST) } else { Ok(()) }
    }
    fn add_auth(&mut self, data: &[u8]) -> Result<()> {
        self.piece(Stage::Open, data.len())?;
        self.encrypt.aad(data).ok_or(INVALID_REQUEST)
    }
    fn tag(&mut self) -> Result<[u8; 16]> {
        if let Some(tag) = self.tag {
            return Ok(tag);
        }
        self.stage = Stage::Ended;
        self.encrypt.end().ok_or(INVALID_REQUEST)?;
        let tag = self.encrypt.tag().ok_or(INVALID_REQUEST)?;
        self.tag = Some(tag);
        Ok(tag)
    }
}

/// AES-XTS (SP 800-38E): each piece is one data unit of at least one block, with the IV as tweak.
pub(super) struct Xts {
    data: aws_lc::AesBlocks,
    tweak: aws_lc::AesBlocks,
    iv: [u8; 16],
}

impl Xts {
    pub(super) fn new(key: &[u8], iv: &[u8]) -> Result<Xts> {
        let (data, tweak) = key.split_at(key.len() / 2);
        Ok(Xts {
            data: aws_lc::AesBlocks::new(data).ok_or(INVALID_REQUEST)?,
            tweak: aws_lc::AesBlocks::new(tweak).ok_or(INVALID_REQUEST)?,
            iv: iv.try_into().map_err(|_| INVALID_REQUEST)?,
        })
    }

    /// Processes whole blocks with successive tweaks and returns the tweak after the last block.
    fn blocks(&mut self, data: &mut [u8], mut tweak: u128, encrypt: bool) -> Result<u128> {
        // The blocks and tweaks of one iteration fit in a few cache lines.
        let mut tweaks = [0; 512];
        for part in data.chunks_mut(tweaks.len()) {
            for t in tweaks[..part.len()].chunks_exact_mut(16) {
                t.copy_from_slice(&tweak.to_le_bytes());
                tweak = double(tweak);
            }
            let xor = |part: &mut [u8]| part.iter_mut().zip(&tweaks).for_each(|(b, t)| *b ^= t);
            xor(part);
            if encrypt { self.data.encrypt(part) } else { self.data.decrypt(part) }.ok_or(INVALID_REQUEST)?;
            xor(part);
        }
        tweaks.zeroize();
        Ok(tweak)
    }

    fn unit(&mut self, data: &mut [u8], encrypt: bool) -> Result<()> {
        self.ready(data.len())?;
        let mut first = self.iv;
        self.tweak.encrypt(&mut first).ok_or(INVALID_REQUEST)?;
        let first = u128::from_le_bytes(first);
        let rest = data.len() % 16;
        // A partial block and the whole block before it are processed separately (ciphertext stealing).
        let whole = if rest == 0 { data.len() } else { data.len() - rest - 16 };
        let (front, back) = data.split_at_mut(whole);
        let tweak = self.blocks(front, first, encrypt)?;
        if rest > 0 {
            let (last, end) = back.split_at_mut(16);
            let (near, far) = (tweak, double(tweak));
            self.blocks(last, if encrypt { near } else { far }, encrypt)?;
            last[..rest].swap_with_slice(end);
            self.blocks(last, if encrypt { far } else { near }, encrypt)?;
        }
        Ok(())
    }
}

/// Multiplies by x in GF(2^128), the bytes little-endian.
const fn double(tweak: u128) -> u128 {
    (tweak << 1) ^ (0x87 * (tweak >> 127))
}

impl Mode for Xts {
    fn set_iv(&mut self, iv: &[u8]) -> Result<()> {
        self.iv = iv.try_into().map_err(|_| INVALID_REQUEST)?;
        Ok(())
    }
    fn encrypt(&mut self, data: &mut [u8]) -> Result<()> {
        self.unit(data, true)
    }
    fn decrypt(&mut self, data: &mut [u8]) -> Result<()> {
        self.unit(data, false)
    }
    fn ready(&self, len: usize) -> Result<()> {
        if len < 16 { Err(INVALID_REQUEST) } else { Ok(()) }
    }
}

#[cfg(test)]
mod tests {
    use super::super::Context;
    use super::*;
    use crate::crypto::hex;

    #[test]
    fn gcm_in_pieces_is_gcm() {
        // Test case 4 of the GCM specification.
        let key = hex("feffe9928665731c6d6a8f9467308308");
        let nonce = hex("cafebabefacedbaddecaf888");
        let plain = hex(
            "d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a721c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39",
        );
        let aad = hex("feedfacedeadbeeffeedfacedeadbeefabaddad2");
        let mut s = Context::new(Cipher::Aes128Gcm, &key, &nonce).unwrap();
        let mut data = plain.clone();
        s.add_auth(&aad[..16]).unwrap();
        s.add_auth(&aad[16..]).unwrap();
        assert!(s.add_auth(&aad).is_err(), "the last piece was no whole block");
        s.encrypt(&mut data[..32]).unwrap();
        s.encrypt(&mut data[32..]).unwrap();
        assert!(s.encrypt(&mut [0]).is_err());
        assert_eq!(s.tag().unwrap().as_slice(), hex("5bc94fbc3221a5db94fae95ae7121a47"));
        s.set_iv(&nonce).unwrap();
        s.add_auth(&aad).unwrap();
        s.decrypt(&mut data).unwrap();
        assert_eq!(data, plain);
        assert_eq!(s.tag().unwrap().as_slice(), hex("5bc94fbc3221a5db94fae95ae7121a47"));
        assert!(s.set_iv(&[]).is_err());
    }

    #[test]
    fn chains_go_on_and_begin_anew() {
        for cipher in [
            Cipher::Aes128Cbc,
            Cipher::Aes192Cbc,
            Cipher::Aes256Cbc,
            Cipher::Aes128Cfb8,
            Cipher::Aes256Cfb8,
            Cipher::TripleDesCbc,
            Cipher::DesCbc,
            Cipher::Arcfour128,
        ] {
            let (key, iv) = (cipher.key_size(), cipher.iv_size());
            let (key, iv): (Vec<u8>, Vec<u8>) = ((0..key as u8).collect(), vec![1; iv]);
            let mut s = Context::new(cipher, &key, &iv).unwrap();
            let mut data = vec![9; 64];
            s.encrypt(&mut data[..32]).unwrap();
            s.encrypt(&mut data[32..]).unwrap();
            let sealed = data.clone();
            if cipher == Cipher::Arcfour128 {
                // Both directions share its key stream, which setting an IV does not restart.
                s.set_iv(&iv).unwrap();
                s.decrypt(&mut data).unwrap();
                assert_ne!(data, [9; 64]);
                data.clone_from(&sealed);
                s = Context::new(cipher, &key, &iv).unwrap();
            }
            s.decrypt(&mut data).unwrap();
            assert_eq!(data, [9; 64], "{cipher:?}");
            if cipher != Cipher::Arcfour128 {
                s.set_iv(&iv).unwrap();
                s.encrypt(&mut data).unwrap();
                assert_eq!(data, sealed);
            }
            assert!(s.add_auth(b"x").is_err() && s.tag().is_err());
            assert!(cipher == Cipher::Arcfour128 || Context::new(cipher, &key[1..], &iv).is_err());
        }
    }
}
