//! AES-GCM with nonces of 12 bytes and whole tags where other code is faster than aws-lc's: OpenSSL's where the
//! processor has AVX-512, and elsewhere ring's for short messages, as aws-lc takes longer to begin and to end.
use ring::aead::{AES_128_GCM, AES_256_GCM, Aad, LessSafeKey, Nonce, Tag, UnboundKey};

use crate::alg::ids::Cipher;
#[cfg(openssl_assembly)]
use crate::crypto::aws_lc::AesGcm;
use crate::crypto::aws_lc::{Wiped, wipe};

/// Size of a tag in bytes, for all ciphers of this module.
pub const TAG: usize = 16;

/// The longest message of ring: at a kilobyte aws-lc takes as long.
const SHORT: usize = 512;

pub(super) enum Gcm {
    #[cfg(openssl_assembly)]
    Avx512(AesGcm),
    Short(Wiped<LessSafeKey>),
}

impl Gcm {
    /// `None` for a key of the wrong length, and for a cipher that aws-lc alone has.
    pub(super) fn new(cipher: Cipher, key: &[u8]) -> Option<Gcm> {
        use Cipher::*;
        if !matches!(cipher, Aes128Gcm | Aes192Gcm | Aes256Gcm) || key.len() != cipher.key_size() {
            return None;
        }
        #[cfg(openssl_assembly)]
        if let Some(key) = AesGcm::new(key) {
            return Some(Gcm::Avx512(key));
        }
        let alg = match cipher {
            Aes128Gcm => &AES_128_GCM,
            Aes256Gcm => &AES_256_GCM,
            _ => return None,
        };
        Some(Gcm::Short(Wiped::new(LessSafeKey::new(UnboundKey::new(alg, key).ok()?))))
    }

    /// Whether it seals and opens messages of `len` bytes.
    pub(super) fn takes(&self, len: usize) -> bool {
        !matches!(self, Gcm::Short(_)) || len <= SHORT
    }

    /// Encrypts in place and returns the tag.
    pub(super) fn seal(&self, nonce: &[u8; 12], aad: &[u8], text: &mut [u8]) -> Option<[u8; TAG]> {
        match self {
            #[cfg(openssl_assembly)]
            Gcm::Avx512(key) => key.seal(nonce, aad, text),
            Gcm::Short(key) => {
                let nonce = Nonce::assume_unique_for_key(*nonce);
                let tag = key.seal_in_place_separate_tag(nonce, Aad::from(aad), text).ok()?;
                tag.as_ref().try_into().ok()
            }
        }
    }

    /// Encrypts from one slice to another of the same length and returns the tag.
    pub(super) fn seal_to(
        &self,
        nonce: &[u8; 12],
        aad: &[u8],
        text: &[u8],
        out: &mut [u8],
    ) -> Option<[u8; TAG]> {
        #[cfg(openssl_assembly)]
        if let Gcm::Avx512(key) = self {
            return key.seal_to(nonce, aad, text, out);
        }
        out.copy_from_slice(text);
        self.seal(nonce, aad, out)
    }

    /// Decrypts in place; `None` if the tag is wrong, and then the text is wiped.
    pub(super) fn open(&self, nonce: &[u8; 12], aad: &[u8], text: &mut [u8], tag: &[u8; TAG]) -> Option<()> {
        match self {
            #[cfg(openssl_assembly)]
            Gcm::Avx512(key) => key.open(nonce, aad, text, tag),
            Gcm::Short(key) => {
                let nonce = Nonce::assume_unique_for_key(*nonce);
                let opened =
                    key.open_in_place_separate_tag(nonce, Aad::from(aad), Tag::from(*tag), text, 0..).is_ok();
                if !opened {
                    wipe(text);
                }
                opened.then_some(())
            }
        }
    }

    /// Decrypts from one slice to another of the same length; `None` if the tag is wrong, and then `out` is
    /// wiped.
    pub(super) fn open_to(
        &self,
        nonce: &[u8; 12],
        aad: &[u8],
        text: &[u8],
        out: &mut [u8],
        tag: &[u8; TAG],
    ) -> Option<()> {
        #[cfg(openssl_assembly)]
        if let Gcm::Avx512(key) = self {
            return key.open_to(nonce, aad, text, out, tag);
        }
        out.copy_from_slice(text);
        self.open(nonce, aad, out, tag)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::crypto::aws_lc;

    /// Every length of a text up to 70 blocks and some beyond, and of additional data up to 70 bytes.
    #[test]
    fn agrees_with_aws_lc() {
        let bytes: Vec<u8> = (0..40_000u32).map(|i| (i.wrapping_mul(i) >> 3) as u8).collect();
        let lengths =
            (0..1120).map(|n| (n, n % 71)).chain([(2049, 3), (4096, 400), (16_401, 13), (39_999, 0)]);
        for (cipher, len) in [(Cipher::Aes128Gcm, 16), (Cipher::Aes192Gcm, 24), (Cipher::Aes256Gcm, 32)] {
            let Some(gcm) = Gcm::new(cipher, &bytes[5..5 + len]) else { continue };
            let mut other = aws_lc::Gcm::new(cipher, &bytes[5..5 + len]).unwrap();
            for (n, aad) in lengths.clone().filter(|(n, _)| gcm.takes(*n)) {
                let (text, aad) = (&bytes[..n], &bytes[1000..1000 + aad]);
                let nonce: [u8; 12] = bytes[n % 1000..][..12].try_into().unwrap();
                let (mut want, mut tag) = (text.to_vec(), [0; TAG]);
                other.begin(&nonce, None).unwrap();
                other.aad(aad).and_then(|()| other.text(&mut want)).and_then(|()| other.end()).unwrap();
                other.tag_to(&mut tag).unwrap();

                let mut sealed = text.to_vec();
                assert_eq!(gcm.seal(&nonce, aad, &mut sealed), Some(tag), "{cipher:?} {n}");
                assert!(sealed == want, "{cipher:?} {n}");
                let mut apart = vec![1; n];
                assert_eq!(gcm.seal_to(&nonce, aad, text, &mut apart), Some(tag), "{cipher:?} {n}");
                assert!(apart == want, "{cipher:?} {n}");

                assert_eq!(gcm.open_to(&nonce, aad, &sealed, &mut apart, &tag), Some(()), "{cipher:?} {n}");
                assert!(apart == text, "{cipher:?} {n}");
                tag[n % TAG] ^= 1;
                assert_eq!(gcm.open_to(&nonce, aad, &sealed, &mut apart, &tag), None, "{cipher:?} {n}");
                assert_eq!(gcm.open(&nonce, aad, &mut want, &tag), None, "{cipher:?} {n}");
                assert!(apart.iter().chain(&want).all(|b| *b == 0), "{cipher:?} {n}");
                tag[n % TAG] ^= 1;
                assert_eq!(gcm.open(&nonce, aad, &mut sealed, &tag), Some(()), "{cipher:?} {n}");
                assert!(sealed == text, "{cipher:?} {n}");
            }
            assert!(Gcm::new(cipher, &bytes[..len - 1]).is_none());
        }
    }
}
