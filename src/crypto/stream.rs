//! Ciphers fed piece by piece, as `gnutls_cipher_*` has them: CBC, CFB8, RC4 and GCM.
use zeroize::Zeroizing;

use super::raw::CipherCtx;
use crate::abi::*;
use crate::alg::ids::Cipher;
use crate::error::{Error, Result, err};

const INVALID: Error = Error::new(GNUTLS_E_INVALID_REQUEST);

/// A key with two chains, one that encrypts and one that decrypts, both begun by the same IV.
pub struct Stream {
    cipher: Cipher,
    key: Zeroizing<Vec<u8>>,
    encrypt: CipherCtx,
    decrypt: CipherCtx,
    /// GCM only: how far the message is.
    stage: Stage,
    tag: Option<[u8; 16]>,
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Stage {
    /// Additional data may come.
    Open,
    /// Text may come.
    Text,
    /// A piece that was no whole number of blocks, or the tag, ended the message.
    Ended,
}

/// Key and IV lengths of a cipher that is here.
pub fn sizes(cipher: Cipher) -> Option<(usize, usize)> {
    Some(match cipher {
        Cipher::Aes128Cfb8 => (16, 16),
        Cipher::Aes192Cfb8 => (24, 16),
        Cipher::Aes256Cfb8 => (32, 16),
        Cipher::Aes128Gcm => (16, 12),
        Cipher::Aes192Gcm => (24, 12),
        Cipher::Aes256Gcm => (32, 12),
        Cipher::Arcfour128 => (16, 0),
        cbc => super::cbc::sizes(cbc)?,
    })
}

impl Stream {
    /// Begins with an IV of the cipher's length. `GNUTLS_E_INVALID_REQUEST` for a cipher that is not here
    /// or a wrong length.
    pub fn new(cipher: Cipher, key: &[u8], iv: &[u8]) -> Result<Stream> {
        Ok(Stream {
            cipher,
            encrypt: CipherCtx::new(cipher, key, iv, true).ok_or(INVALID)?,
            decrypt: CipherCtx::new(cipher, key, iv, false).ok_or(INVALID)?,
            key: Zeroizing::new(key.to_vec()),
            stage: Stage::Open,
            tag: None,
        })
    }

    fn is_gcm(&self) -> bool {
        matches!(self.cipher, Cipher::Aes128Gcm | Cipher::Aes192Gcm | Cipher::Aes256Gcm)
    }

    /// Begins both chains anew.
    pub fn set_iv(&mut self, iv: &[u8]) -> Result<()> {
        *self = Stream::new(self.cipher, &self.key, iv)?;
        Ok(())
    }

    /// Notes that a piece of a GCM message comes; after a broken block none may.
    fn piece(&mut self, stage: Stage, len: usize) -> Result<()> {
        if self.is_gcm() {
            if self.stage > stage {
                return Err(INVALID);
            }
            self.stage = match (stage, len % 16) {
                (_, 0) => stage,
                (Stage::Open, _) => Stage::Text,
                _ => Stage::Ended,
            };
        }
        Ok(())
    }

    pub fn encrypt(&mut self, data: &mut [u8]) -> Result<()> {
        self.piece(Stage::Text, data.len())?;
        self.encrypt.update_in_place(data).ok_or(INVALID)
    }

    pub fn decrypt(&mut self, data: &mut [u8]) -> Result<()> {
        self.piece(Stage::Text, data.len())?;
        self.decrypt.update_in_place(data).ok_or(INVALID)?;
        if self.is_gcm() {
            // Only the encrypting side can be asked for a tag: it makes the same ciphertext again.
            let mut again = Zeroizing::new(data.to_vec());
            self.encrypt.update_in_place(&mut again).ok_or(INVALID)?;
        }
        Ok(())
    }

    /// Additional data of GCM; `GNUTLS_E_INVALID_REQUEST` for other ciphers, or after text.
    pub fn add_auth(&mut self, data: &[u8]) -> Result<()> {
        if !self.is_gcm() {
            return Err(INVALID);
        }
        self.piece(Stage::Open, data.len())?;
        self.encrypt.aad(data).ok_or(INVALID)
    }

    /// The tag of the message so far, which ends it.
    pub fn tag(&mut self) -> Result<[u8; 16]> {
        if !self.is_gcm() {
            return err(GNUTLS_E_INVALID_REQUEST);
        }
        if let Some(tag) = self.tag {
            return Ok(tag);
        }
        let tag = self.encrypt.tag().ok_or(INVALID)?;
        self.stage = Stage::Ended;
        self.tag = Some(tag);
        Ok(tag)
    }
}

#[cfg(test)]
mod tests {
    use super::super::der::hex;
    use super::*;

    #[test]
    fn gcm_in_pieces_is_gcm() {
        // Test case 4 of the GCM specification.
        let key = hex("feffe9928665731c6d6a8f9467308308");
        let nonce = hex("cafebabefacedbaddecaf888");
        let plain = hex(
            "d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a721c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39",
        );
        let aad = hex("feedfacedeadbeeffeedfacedeadbeefabaddad2");
        let mut s = Stream::new(Cipher::Aes128Gcm, &key, &nonce).unwrap();
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
        assert!(s.set_iv(&nonce[1..]).is_err());
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
            let (key, iv) = sizes(cipher).unwrap();
            let (key, iv): (Vec<u8>, Vec<u8>) = ((0..key as u8).collect(), vec![1; iv]);
            let mut s = Stream::new(cipher, &key, &iv).unwrap();
            let mut data = vec![9; 64];
            s.encrypt(&mut data[..32]).unwrap();
            s.encrypt(&mut data[32..]).unwrap();
            let sealed = data.clone();
            s.decrypt(&mut data).unwrap();
            assert_eq!(data, [9; 64], "{cipher:?}");
            s.set_iv(&iv).unwrap();
            s.encrypt(&mut data).unwrap();
            assert_eq!(data, sealed);
            assert!(s.add_auth(b"x").is_err() && s.tag().is_err());
            assert!(Stream::new(cipher, &key[1..], &iv).is_err());
        }
    }
}
