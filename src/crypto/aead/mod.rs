//! AEAD ciphers of TLS records.
mod ccm;
mod gcm;
pub mod mask;
pub mod one_shot;
mod record;

use aws_lc_rs::aead::{self, Aad, LessSafeKey, Nonce, UnboundKey};
use subtle::ConstantTimeEq;
use zeroize::Zeroize;

use gcm::Gcm;
pub use gcm::TAG;
pub use record::RecordKey;

use crate::abi::*;
use crate::alg::ids::Cipher;
use crate::crypto::aws_lc::Wiped;
use crate::error::{Error, Result, err};

/// A key of AES-GCM or ChaCha20-Poly1305. In fuzzing builds (`--cfg fuzzing`) it neither encrypts nor
/// authenticates, so that modified bytes reach the message parsers. No other build does this.
pub struct Aead {
    /// AES-GCM by faster code, for the messages that it takes.
    gcm: Option<Gcm>,
    /// `None` if there is no other message.
    key: Option<Wiped<LessSafeKey>>,
}

impl Aead {
    /// Fails with `GNUTLS_E_UNKNOWN_CIPHER_TYPE` for an unsupported cipher, and with
    /// `GNUTLS_E_INVALID_REQUEST` for a key of the wrong length.
    pub fn new(cipher: Cipher, key: &[u8]) -> Result<Aead> {
        let alg = match cipher {
            Cipher::Aes128Gcm => &aead::AES_128_GCM,
            Cipher::Aes192Gcm => &aead::AES_192_GCM,
            Cipher::Aes256Gcm => &aead::AES_256_GCM,
            Cipher::Chacha20Poly1305 => &aead::CHACHA20_POLY1305,
            _ => return err(GNUTLS_E_UNKNOWN_CIPHER_TYPE),
        };
        let gcm = Gcm::new(cipher, key);
        if gcm.as_ref().is_some_and(|gcm| gcm.takes(usize::MAX)) {
            return Ok(Aead { gcm, key: None });
        }
        let unbound = UnboundKey::new(alg, key).map_err(|_| Error::new(GNUTLS_E_INVALID_REQUEST))?;
        Ok(Aead { gcm, key: Some(Wiped::new(LessSafeKey::new(unbound))) })
    }

    /// The faster code for a message of `len` bytes.
    fn gcm(&self, len: usize) -> Option<&Gcm> {
        self.gcm.as_ref().filter(|gcm| gcm.takes(len))
    }

    fn key(&self) -> Result<&LessSafeKey> {
        self.key.as_deref().ok_or(Error::new(GNUTLS_E_INTERNAL_ERROR))
    }

    /// Encrypts `buf` in place and returns the tag.
    pub fn seal(&self, nonce: &[u8; 12], aad: &[u8], buf: &mut [u8]) -> Result<[u8; TAG]> {
        if cfg!(fuzzing) {
            return Ok([0; TAG]);
        }
        if let Some(gcm) = self.gcm(buf.len()) {
            return gcm.seal(nonce, aad, buf).ok_or(Error::new(GNUTLS_E_ENCRYPTION_FAILED));
        }
        let nonce = Nonce::assume_unique_for_key(*nonce);
        match self.key()?.seal_in_place_separate_tag(nonce, Aad::from(aad), buf) {
            Ok(tag) => {
                let mut out = [0; TAG];
                out.copy_from_slice(tag.as_ref());
                Ok(out)
            }
            Err(_) => err(GNUTLS_E_ENCRYPTION_FAILED),
        }
    }

    /// Decrypts `buf` (ciphertext, then tag) in place and returns the length of the plaintext at its start.
    /// Fails with `GNUTLS_E_DECRYPTION_FAILED` if the tag is wrong.
    pub fn open(&self, nonce: &[u8; 12], aad: &[u8], buf: &mut [u8]) -> Result<usize> {
        if cfg!(fuzzing) {
            return buf.len().checked_sub(TAG).ok_or(Error::new(GNUTLS_E_DECRYPTION_FAILED));
        }
        let len = buf.len().checked_sub(TAG).ok_or(Error::new(GNUTLS_E_DECRYPTION_FAILED))?;
        if let (Some(gcm), Some((text, tag))) = (self.gcm(len), buf.split_last_chunk_mut()) {
            let opened = gcm.open(nonce, aad, text, tag).map(|()| len);
            return opened.ok_or(Error::new(GNUTLS_E_DECRYPTION_FAILED));
        }
        let nonce = Nonce::assume_unique_for_key(*nonce);
        match self.key()?.open_in_place(nonce, Aad::from(aad), buf) {
            Ok(plain) => Ok(plain.len()),
            Err(_) => err(GNUTLS_E_DECRYPTION_FAILED),
        }
    }

    /// Like [`Aead::open`], but decrypts from `text` to `out`, which has the same length. On failure `out` is
    /// wiped.
    pub fn open_into(
        &self,
        nonce: &[u8; 12],
        aad: &[u8],
        text: &[u8],
        tag: &[u8; TAG],
        out: &mut [u8],
    ) -> Result<()> {
        if let Some(gcm) = self.gcm(text.len()) {
            return gcm.open_to(nonce, aad, text, out, tag).ok_or(Error::new(GNUTLS_E_DECRYPTION_FAILED));
        }
        let nonce = Nonce::assume_unique_for_key(*nonce);
        self.key()?.open_separate_gather(nonce, Aad::from(aad), text, tag, out).map_err(|_| {
            out.zeroize();
            Error::new(GNUTLS_E_DECRYPTION_FAILED)
        })
    }

    /// Like [`Aead::open`], but for a tag that is truncated to fewer than [`TAG`] bytes. On failure `text` is
    /// wiped.
    pub fn open_truncated(&self, nonce: &[u8; 12], aad: &[u8], text: &mut [u8], tag: &[u8]) -> Result<()> {
        // All these ciphers xor a key stream: sealing the ciphertext yields the plaintext, and sealing the
        // plaintext yields the expected tag.
        self.seal(nonce, aad, text)?;
        let mut again = zeroize::Zeroizing::new(text.to_vec());
        let want = self.seal(nonce, aad, &mut again)?;
        if tag.is_empty() || tag.len() > TAG || !bool::from(want[..tag.len()].ct_eq(tag)) {
            text.zeroize();
            return err(GNUTLS_E_DECRYPTION_FAILED);
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::crypto::hex;

    #[test]
    fn known_answers() {
        // The GCM specification's test cases 4 and 16 share text and AAD; RFC 8439 section 2.8.2.
        let text = hex(
            "d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a721c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39",
        );
        let aad = hex("feedfacedeadbeeffeedfacedeadbeefabaddad2");
        let nonce: [u8; 12] = hex("cafebabefacedbaddecaf888").try_into().unwrap();
        let sunscreen = b"Ladies and Gentlemen of the class of '99: If I could offer you only one tip for the future, sunscreen would be it.".to_vec();
        let chacha_key: Vec<u8> = (0x80..0xa0).collect();
        for (cipher, key, nonce, aad, text, tag) in [
            (
                Cipher::Aes128Gcm,
                hex("feffe9928665731c6d6a8f9467308308"),
                nonce,
                aad.clone(),
                text.clone(),
                "5bc94fbc3221a5db94fae95ae7121a47",
            ),
            (
                Cipher::Aes256Gcm,
                hex("feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308"),
                nonce,
                aad,
                text,
                "76fc6ece0f4e1768cddf8853bb2d551b",
            ),
            (
                Cipher::Chacha20Poly1305,
                chacha_key,
                hex("070000004041424344454647").try_into().unwrap(),
                hex("50515253c0c1c2c3c4c5c6c7"),
                sunscreen,
                "1ae10b594f09e26a7e902ecbd0600691",
            ),
        ] {
            let key = Aead::new(cipher, &key).unwrap();
            let mut buf = text.clone();
            let got = key.seal(&nonce, &aad, &mut buf).unwrap();
            assert_eq!(got.as_slice(), hex(tag), "{cipher:?}");
            let mut short = buf.clone();
            key.open_truncated(&nonce, &aad, &mut short, &got[..8]).unwrap();
            assert_eq!(short, text);
            let mut short = buf.clone();
            assert!(key.open_truncated(&nonce, &aad, &mut short, &[got[0], !got[1]]).is_err());
            assert_eq!(short, vec![0; text.len()]);
            buf.extend_from_slice(&got);
            let mut bad = buf.clone();
            bad[3] ^= 1;
            assert_eq!(key.open(&nonce, &aad, &mut bad).unwrap_err().code(), GNUTLS_E_DECRYPTION_FAILED);
            assert_eq!(key.open(&nonce, &aad, &mut [0; 7]).unwrap_err().code(), GNUTLS_E_DECRYPTION_FAILED);
            let (sealed, tag) = buf.split_last_chunk::<TAG>().unwrap();
            let mut out = vec![1; text.len()];
            key.open_into(&nonce, &aad, sealed, tag, &mut out).unwrap();
            assert_eq!(out, text);
            assert!(key.open_into(&nonce, b"", sealed, tag, &mut out).is_err());
            assert_eq!(out, vec![0; text.len()]);
            assert_eq!(key.open(&nonce, &aad, &mut buf), Ok(text.len()));
            assert_eq!(buf[..text.len()], text);
        }
        assert!(Aead::new(Cipher::Aes128Gcm, &[0; 15]).is_err());
        assert!(Aead::new(Cipher::Aes128Cbc, &[0; 16]).is_err());
    }
}
