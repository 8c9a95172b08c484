//! AES-CBC and the digest of its ciphertext in one pass, for encrypt-then-MAC: each of the two alone waits for its own
//! results most of the time.
use core::ffi::c_int;

use super::super::hash::{Sha, Words};
use super::aes::{AesKey, AesNi};
use super::processor::PROCESSOR;
use crate::alg::ids::{Cipher, Digest};

// `build.rs` adds the prefix to the names. The last two encrypt `count` blocks of 64 bytes, and add as many from `hashed`
// on to a digest.
unsafe extern "C" {
    fn gnutls_rs_aesni_cbc_encrypt(
        text: *const u8,
        out: *mut u8,
        len: usize,
        key: *const AesKey,
        iv: *mut [u8; 16],
        encrypt: c_int,
    );
    fn gnutls_rs_aesni_cbc_sha1_enc(
        text: *const u8,
        out: *mut u8,
        count: usize,
        key: *const AesKey,
        iv: *mut [u8; 16],
        state: *mut [u32; 5],
        hashed: *const u8,
    );
    fn gnutls_rs_aesni_cbc_sha256_enc(
        text: *const u8,
        out: *mut u8,
        count: usize,
        key: *const AesKey,
        iv: *mut [u8; 16],
        state: *mut [u32; 8],
        hashed: *const u8,
    );
}

/// The block size of the digests.
const BLOCK: usize = 64;

/// By how much the digest follows the encryption: what it reads was written two blocks before.
const BEHIND: usize = 2 * BLOCK;

pub(crate) struct CbcSha(AesNi);

impl CbcSha {
    /// `None` for other ciphers and digests, a key of another length, and a processor without the instructions.
    pub(crate) fn new(cipher: Cipher, digest: Digest, key: &[u8]) -> Option<CbcSha> {
        let size = match cipher {
            Cipher::Aes128Cbc => 16,
            Cipher::Aes192Cbc => 24,
            Cipher::Aes256Cbc => 32,
            _ => return None,
        };
        if key.len() != size || !matches!(digest, Digest::Sha1 | Digest::Sha256) || !PROCESSOR.sha {
            return None;
        }
        AesNi::new(key).map(CbcSha)
    }

    /// Encrypts whole blocks of 16 bytes in place, from an IV of zeros, and adds the ciphertext to a digest.
    pub(crate) fn encrypt(&self, text: &mut [u8], sha: &mut Sha) {
        debug_assert!(text.len().is_multiple_of(16));
        let mut iv = [0; 16];
        // What completes the block that the digest has begun, and what is encrypted before the first step.
        let first = (BLOCK - sha.begun()) % BLOCK;
        let ahead = (first + BEHIND).next_multiple_of(BLOCK);
        let count = text.len().saturating_sub(ahead) / BLOCK;
        if count == 0 {
            self.cbc(text, &mut iv);
            return sha.update(text);
        }
        self.cbc(&mut text[..ahead], &mut iv);
        sha.update(&text[..first]);
        let (p, key) = (text.as_mut_ptr(), self.0.round_keys());
        // SAFETY: in place, from `ahead` on: so many blocks are there. The digest reads as many from `first` on, which
        // is at least two blocks behind; the key is initialised, and each function gets the words of its digest.
        let done = sha.add_blocks(count, |words| unsafe {
            let (from, hashed) = (p.add(ahead), p.add(first));
            match words {
                Words::Sha1(h) => gnutls_rs_aesni_cbc_sha1_enc(from, from, count, key, &mut iv, h, hashed),
                Words::Sha256(h) => {
                    gnutls_rs_aesni_cbc_sha256_enc(from, from, count, key, &mut iv, h, hashed)
                }
            }
        });
        let count = if done.is_some() { count } else { 0 };
        self.cbc(&mut text[ahead + count * BLOCK..], &mut iv);
        sha.update(&text[first + count * BLOCK..]);
    }

    fn cbc(&self, blocks: &mut [u8], iv: &mut [u8; 16]) {
        let p = blocks.as_mut_ptr();
        // SAFETY: the whole blocks of a slice, in place; an initialised key.
        unsafe { gnutls_rs_aesni_cbc_encrypt(p, p, blocks.len(), self.0.round_keys(), iv, 1) }
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::cipher::CipherCtx;
    use super::*;

    #[test]
    fn equals_one_after_the_other() {
        for cipher in [Cipher::Aes128Cbc, Cipher::Aes192Cbc, Cipher::Aes256Cbc] {
            for digest in [Digest::Sha1, Digest::Sha256] {
                let size = [16, 24, 32]
                    [[Cipher::Aes128Cbc, Cipher::Aes192Cbc].iter().take_while(|c| **c != cipher).count()];
                let key: Vec<u8> = (0..size).collect();
                let Some(both) = CbcSha::new(cipher, digest, &key) else { return };
                for head in [0, 1, 13, 51, 63, 64, 77] {
                    for blocks in (0..40).chain([63, 64, 65, 100, 1025]) {
                        let text: Vec<u8> = (0..16 * blocks).map(|i| (i * 7 + i / 256) as u8).collect();
                        let mut one = Sha::new(digest).unwrap();
                        one.update(&[0x5a; 77][..head]);
                        let mut other = Sha::new(digest).unwrap();
                        other.update(&[0x5a; 77][..head]);

                        let mut got = text.clone();
                        both.encrypt(&mut got, &mut one);
                        let mut want = text;
                        let mut ctx = CipherCtx::new(cipher, &key, &[0; 16], true).unwrap();
                        ctx.update_in_place(&mut want).unwrap();
                        other.update(&want);

                        assert!(got == want, "{cipher:?}, {blocks} blocks");
                        let (mut a, mut b) = ([0; 64], [0; 64]);
                        assert_eq!(one.finish(&mut a), other.finish(&mut b));
                        assert_eq!(a, b, "{digest:?}, {blocks} blocks behind {head} bytes");
                    }
                }
            }
        }
        // A digest of another kind is still right.
        let (mut one, mut other) = (Sha::new(Digest::Sha384).unwrap(), Sha::new(Digest::Sha384).unwrap());
        let mut text = vec![7; 640];
        let Some(both) = CbcSha::new(Cipher::Aes128Cbc, Digest::Sha1, &[0; 16]) else { return };
        both.encrypt(&mut text, &mut one);
        other.update(&text);
        let (mut a, mut b) = ([0; 64], [0; 64]);
        assert_eq!(one.finish(&mut a), other.finish(&mut b));
        assert_eq!(a, b);
        assert!(CbcSha::new(Cipher::Aes128Cbc, Digest::Sha384, &[0; 16]).is_none());
        assert!(CbcSha::new(Cipher::Aes256Cbc, Digest::Sha1, &[0; 16]).is_none());
    }
}
