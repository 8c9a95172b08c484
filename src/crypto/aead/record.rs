//! The AEADs of TLS records behind one interface.
use super::one_shot::OneShot;
use super::{Aead, TAG};
use crate::abi::*;
use crate::alg::ids::Cipher;
use crate::error::{Error, Result, err};

/// A key of an AEAD cipher suite, for one direction.
pub struct RecordKey {
    key: Key,
    tag: usize,
}

enum Key {
    /// AES-GCM and ChaCha20-Poly1305.
    Fast(Aead),
    /// AES-CCM and Camellia-GCM.
    Other(Box<OneShot>),
}

impl RecordKey {
    /// Fails with `GNUTLS_E_UNKNOWN_CIPHER_TYPE` for a cipher that no AEAD suite has, and with
    /// `GNUTLS_E_INVALID_REQUEST` for a key of the wrong length.
    pub fn new(cipher: Cipher, key: &[u8]) -> Result<RecordKey> {
        use Cipher::*;
        let made = match cipher {
            Aes128Gcm | Aes256Gcm | Chacha20Poly1305 => Key::Fast(Aead::new(cipher, key)?),
            Aes128Ccm | Aes256Ccm | Aes128Ccm8 | Aes256Ccm8 | Camellia128Gcm | Camellia256Gcm => {
                Key::Other(Box::new(OneShot::new(cipher, key)?))
            }
            _ => return err(GNUTLS_E_UNKNOWN_CIPHER_TYPE),
        };
        Ok(RecordKey { key: made, tag: cipher.tag_size() })
    }

    /// Size of a tag in bytes.
    pub fn tag_size(&self) -> usize {
        self.tag
    }

    /// Encrypts the bytes of `out` from `start` on in place and appends the tag.
    pub fn seal(&mut self, nonce: &[u8; 12], aad: &[u8], out: &mut Vec<u8>, start: usize) -> Result<()> {
        match &mut self.key {
            Key::Fast(key) => {
                let tag = key.seal(nonce, aad, &mut out[start..])?;
                out.extend_from_slice(&tag);
                Ok(())
            }
            Key::Other(key) => {
                let mut tag = [0; TAG];
                let tag = &mut tag[..self.tag];
                if !cfg!(fuzzing) {
                    key.seal(nonce, aad, &mut out[start..], tag)?;
                }
                out.extend_from_slice(tag);
                Ok(())
            }
        }
    }

    /// Decrypts `buf` (ciphertext, then tag) in place and returns the length of the plaintext at its start.
    /// Fails with `GNUTLS_E_DECRYPTION_FAILED` if the tag is wrong.
    pub fn open(&mut self, nonce: &[u8; 12], aad: &[u8], buf: &mut [u8]) -> Result<usize> {
        match &mut self.key {
            Key::Fast(key) => key.open(nonce, aad, buf),
            Key::Other(key) => {
                let len = buf.len().checked_sub(self.tag).ok_or(Error::new(GNUTLS_E_DECRYPTION_FAILED))?;
                let (text, tag) = buf.split_at_mut(len);
                if !cfg!(fuzzing) {
                    key.open(nonce, aad, text, tag)?;
                }
                Ok(len)
            }
        }
    }
}
