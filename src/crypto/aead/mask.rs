//! Masks of sequence numbers (RFC 9147 section 4.2.3), which are the same as those of QUIC (RFC 9001 section 5.4).
use ring::aead::quic::{AES_128, AES_256, CHACHA20, HeaderProtectionKey};

use crate::abi::*;
use crate::alg::ids::Cipher;
use crate::crypto::aws_lc::Wiped;
use crate::error::{Error, Result, err};

/// How many bytes of a ciphertext a mask depends on.
pub const SAMPLE: usize = 16;

/// A key for masks.
pub struct MaskKey(Wiped<HeaderProtectionKey>);

impl MaskKey {
    /// Fails with `GNUTLS_E_UNKNOWN_CIPHER_TYPE` for a cipher that has no masks, and with `GNUTLS_E_INVALID_REQUEST` for a
    /// key of the wrong length.
    pub fn new(cipher: Cipher, key: &[u8]) -> Result<MaskKey> {
        let algorithm = match cipher {
            Cipher::Aes128Gcm | Cipher::Aes128Ccm => &AES_128,
            Cipher::Aes256Gcm | Cipher::Aes256Ccm => &AES_256,
            Cipher::Chacha20Poly1305 => &CHACHA20,
            _ => return err(GNUTLS_E_UNKNOWN_CIPHER_TYPE),
        };
        let key = HeaderProtectionKey::new(algorithm, key);
        Ok(MaskKey(Wiped::new(key.map_err(|_| Error::new(GNUTLS_E_INVALID_REQUEST))?)))
    }

    /// The mask for a record whose ciphertext begins so; `None` if it is too short.
    pub fn mask(&self, ciphertext: &[u8]) -> Option<[u8; 2]> {
        let mask = self.0.new_mask(ciphertext.get(..SAMPLE)?).ok()?;
        Some([mask[0], mask[1]])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::crypto::hex;

    /// RFC 9001 appendices A.2 and A.5.
    #[test]
    fn masks_of_the_rfc() {
        let mask =
            |cipher, key: &str, sample: &str| MaskKey::new(cipher, &hex(key)).unwrap().mask(&hex(sample));
        let aes =
            mask(Cipher::Aes128Gcm, "9f50449e04a0e810283a1e9933adedd2", "d1b1c98dd7689fb8ec11d242b123dc9b");
        assert_eq!(aes, Some([0x43, 0x7b]));
        let chacha = mask(
            Cipher::Chacha20Poly1305,
            "25a282b9e82f06f21f488917a4fc8f1b73573685608597d0efcb076b0ab7a7a4",
            "5e5cd55c41f69080575d7999c25a5bfb",
        );
        assert_eq!(chacha, Some([0xae, 0xfe]));
        assert_eq!(mask(Cipher::Aes256Ccm, &"00".repeat(32), &"00".repeat(15)), None);
        assert!(MaskKey::new(Cipher::Aes128Gcm, &[0; 15]).is_err());
        assert!(MaskKey::new(Cipher::Camellia128Gcm, &[0; 16]).is_err());
    }
}
