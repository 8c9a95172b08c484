//! AES-GCM of short messages. aws-lc's AVX-512 code is the fastest for long ones, but takes longer than ring to begin and to end.
use ring::aead::{AES_128_GCM, AES_256_GCM, Aad, LessSafeKey, Nonce, Tag, UnboundKey};

use crate::alg::ids::Cipher;
use crate::crypto::aws_lc::Wiped;

/// Longer messages are aws-lc's: at a kilobyte both take as long.
const MOST: usize = 512;

/// Size of a tag in bytes.
const TAG: usize = 16;

pub(super) struct Short(Wiped<LessSafeKey>);

impl Short {
    /// `None` for a cipher that ring does not have, or a key of the wrong length.
    pub(super) fn new(cipher: Cipher, key: &[u8]) -> Option<Short> {
        let alg = match cipher {
            Cipher::Aes128Gcm => &AES_128_GCM,
            Cipher::Aes256Gcm => &AES_256_GCM,
            _ => return None,
        };
        Some(Short(Wiped::new(LessSafeKey::new(UnboundKey::new(alg, key).ok()?))))
    }

    /// Whether it seals and opens messages of `len` bytes.
    pub(super) fn takes(&self, len: usize) -> bool {
        len <= MOST
    }

    /// Encrypts in place and returns the tag.
    pub(super) fn seal(&self, nonce: &[u8; 12], aad: &[u8], text: &mut [u8]) -> Option<[u8; TAG]> {
        let nonce = Nonce::assume_unique_for_key(*nonce);
        let tag = self.0.seal_in_place_separate_tag(nonce, Aad::from(aad), text).ok()?;
        tag.as_ref().try_into().ok()
    }

    /// Decrypts in place; `None` if the tag is wrong.
    pub(super) fn open(&self, nonce: &[u8; 12], aad: &[u8], text: &mut [u8], tag: &[u8; TAG]) -> Option<()> {
        let nonce = Nonce::assume_unique_for_key(*nonce);
        self.0.open_in_place_separate_tag(nonce, Aad::from(aad), Tag::from(*tag), text, 0..).ok().map(|_| ())
    }
}
