//! All AEADs of `gnutls_aead_cipher_*` for whole messages, with all nonce and tag lengths of each cipher. The
//! AEADs of TLS records are in [`super`].
use aes_siv::aead::inout::InOutBuf;
use aes_siv::siv::{Aes128Siv, Aes256Siv};
use aes_siv::{KeyInit, Tag};
use subtle::ConstantTimeEq;

use super::ccm::Ccm;
use super::gcm::Gcm;
use super::{Aead, TAG};
use crate::abi::*;
use crate::alg::ids::Cipher;
use crate::crypto::aws_lc;
use crate::crypto::cipher::camellia;
use crate::error::{Error, INVALID_REQUEST, Result, err};
const FAILED: Error = Error::new(GNUTLS_E_DECRYPTION_FAILED);

/// The faster code for a message of AES-GCM, if its nonce and its tag are of the usual sizes.
fn usual<'a, 'b>(
    gcm: &'a Option<Gcm>,
    nonce: &'b [u8],
    text: usize,
    tag: usize,
) -> Option<(&'a Gcm, &'b [u8; 12])> {
    let gcm = gcm.as_ref().filter(|gcm| gcm.takes(text) && tag == TAG)?;
    Some((gcm, nonce.try_into().ok()?))
}

/// A key of any AEAD.
pub struct OneShot(Kind);

enum Kind {
    Gcm { gcm: aws_lc::Gcm, faster: Option<Gcm> },
    ChaCha(Aead),
    Ccm(Ccm),
    Siv128(Box<Aes128Siv>),
    Siv256(Box<Aes256Siv>),
    GcmSiv(aws_lc::AeadCtx),
    Camellia(Box<camellia::Gcm>),
}

impl OneShot {
    /// Fails with `GNUTLS_E_INVALID_REQUEST` if the cipher is not an AEAD or the key has the wrong length.
    pub fn new(cipher: Cipher, key: &[u8]) -> Result<OneShot> {
        if key.len() != cipher.key_size() {
            return Err(INVALID_REQUEST);
        }
        Ok(OneShot(match cipher {
            Cipher::Aes128Gcm | Cipher::Aes192Gcm | Cipher::Aes256Gcm => {
                let gcm = aws_lc::Gcm::new(cipher, key).ok_or(INVALID_REQUEST)?;
                Kind::Gcm { gcm, faster: Gcm::new(cipher, key) }
            }
            Cipher::Chacha20Poly1305 => Kind::ChaCha(Aead::new(cipher, key)?),
            Cipher::Aes128Ccm | Cipher::Aes256Ccm | Cipher::Aes128Ccm8 | Cipher::Aes256Ccm8 => {
                Kind::Ccm(Ccm::new(key).ok_or(INVALID_REQUEST)?)
            }
            Cipher::Aes128Siv => {
                Kind::Siv128(Box::new(KeyInit::new_from_slice(key).map_err(|_| INVALID_REQUEST)?))
            }
            Cipher::Aes256Siv => {
                Kind::Siv256(Box::new(KeyInit::new_from_slice(key).map_err(|_| INVALID_REQUEST)?))
            }
            Cipher::Aes128SivGcm | Cipher::Aes256SivGcm => {
                Kind::GcmSiv(aws_lc::AeadCtx::gcm_siv(key).ok_or(INVALID_REQUEST)?)
            }
            Cipher::Camellia128Gcm | Cipher::Camellia256Gcm => {
                Kind::Camellia(Box::new(camellia::Gcm::new(key, &[0; 12])?))
            }
            _ => return Err(INVALID_REQUEST),
        }))
    }

    /// Whether sealed messages begin with the tag (RFC 5297) instead of ending with it.
    pub fn tag_first(&self) -> bool {
        matches!(self.0, Kind::Siv128(_) | Kind::Siv256(_))
    }

    /// Whether [`OneShot::seal_to`] is supported.
    pub fn seals_apart(&self) -> bool {
        matches!(self.0, Kind::Gcm { .. })
    }

    /// Whether [`OneShot::open_to`] is supported for this tag length.
    pub fn opens_apart(&self, tag: usize) -> bool {
        matches!(self.0, Kind::Gcm { .. }) || (tag == TAG && matches!(self.0, Kind::ChaCha(_)))
    }

    /// Encrypts with AES-GCM from one buffer to another of the same length.
    pub fn seal_to(
        &mut self,
        nonce: &[u8],
        aad: &[u8],
        text: &[u8],
        out: &mut [u8],
        tag: &mut [u8],
    ) -> Result<()> {
        let Kind::Gcm { gcm, faster } = &mut self.0 else { return Err(INVALID_REQUEST) };
        if let Some((faster, nonce)) = usual(faster, nonce, text.len(), tag.len()) {
            tag.copy_from_slice(&faster.seal_to(nonce, aad, text, out).ok_or(INVALID_REQUEST)?);
            return Ok(());
        }
        gcm.begin(nonce, None).ok_or(INVALID_REQUEST)?;
        gcm.aad(aad).and_then(|()| gcm.text_to(text, out)).and_then(|()| gcm.end()).ok_or(INVALID_REQUEST)?;
        gcm.tag_to(tag).ok_or(INVALID_REQUEST)
    }

    /// The inverse of [`OneShot::seal_to`]. `out` is wiped if the tag is wrong.
    pub fn open_to(
        &mut self,
        nonce: &[u8],
        aad: &[u8],
        text: &[u8],
        out: &mut [u8],
        tag: &[u8],
    ) -> Result<()> {
        match &mut self.0 {
            Kind::Gcm { gcm, faster } => {
                if let (Some((faster, nonce)), Ok(tag)) =
                    (usual(faster, nonce, text.len(), tag.len()), tag.try_into())
                {
                    return faster.open_to(nonce, aad, text, out, tag).ok_or(FAILED);
                }
                gcm.begin(nonce, Some(tag)).ok_or(INVALID_REQUEST)?;
                gcm.aad(aad).and_then(|()| gcm.text_to(text, out)).ok_or(INVALID_REQUEST)?;
                gcm.end().ok_or_else(|| {
                    aws_lc::wipe(out);
                    FAILED
                })
            }
            Kind::ChaCha(key) => {
                let nonce = nonce.try_into().map_err(|_| INVALID_REQUEST)?;
                key.open_into(nonce, aad, text, tag.try_into().map_err(|_| INVALID_REQUEST)?, out)
            }
            _ => Err(INVALID_REQUEST),
        }
    }

    /// Encrypts in place and writes `tag`, which may be shorter than the cipher's tag. Fails with
    /// `GNUTLS_E_INVALID_REQUEST` if the cipher does not support the length of the nonce or tag.
    pub fn seal(&mut self, nonce: &[u8], aad: &[u8], text: &mut [u8], tag: &mut [u8]) -> Result<()> {
        let whole = match &mut self.0 {
            Kind::Gcm { gcm, faster } => {
                if let Some((faster, nonce)) = usual(faster, nonce, text.len(), tag.len()) {
                    tag.copy_from_slice(&faster.seal(nonce, aad, text).ok_or(INVALID_REQUEST)?);
                    return Ok(());
                }
                gcm.begin(nonce, None).ok_or(INVALID_REQUEST)?;
                gcm.aad(aad).and_then(|()| gcm.text(text)).and_then(|()| gcm.end()).ok_or(INVALID_REQUEST)?;
                return gcm.tag_to(tag).ok_or(INVALID_REQUEST);
            }
            Kind::ChaCha(key) => key.seal(nonce.try_into().map_err(|_| INVALID_REQUEST)?, aad, text)?,
            Kind::Ccm(ccm) => return ccm.seal(nonce, aad, text, tag).ok_or(INVALID_REQUEST),
            Kind::Siv128(_) | Kind::Siv256(_) if nonce.is_empty() || tag.len() != TAG => {
                return Err(INVALID_REQUEST);
            }
            Kind::Siv128(siv) => {
                siv.encrypt_inout_detached([aad, nonce], InOutBuf::from(text)).map_err(|_| INVALID_REQUEST)?.0
            }
            Kind::Siv256(siv) => {
                siv.encrypt_inout_detached([aad, nonce], InOutBuf::from(text)).map_err(|_| INVALID_REQUEST)?.0
            }
            Kind::GcmSiv(_) if tag.len() != TAG => return Err(INVALID_REQUEST),
            Kind::GcmSiv(key) => key.seal(nonce, aad, text).ok_or(INVALID_REQUEST)?,
            Kind::Camellia(gcm) => gcm.seal(nonce, aad, text)?,
        };
        tag.copy_from_slice(whole.get(..tag.len()).ok_or(INVALID_REQUEST)?);
        Ok(())
    }

    /// Decrypts in place. If the tag is wrong, fails with `GNUTLS_E_DECRYPTION_FAILED` and wipes the text.
    pub fn open(&mut self, nonce: &[u8], aad: &[u8], text: &mut [u8], tag: &[u8]) -> Result<()> {
        if tag.is_empty() || tag.len() > TAG {
            return Err(INVALID_REQUEST);
        }
        let fits = match &mut self.0 {
            Kind::Gcm { gcm, faster } => {
                if let (Some((faster, nonce)), Ok(tag)) =
                    (usual(faster, nonce, text.len(), tag.len()), tag.try_into())
                {
                    return faster.open(nonce, aad, text, tag).ok_or(FAILED);
                }
                gcm.begin(nonce, Some(tag)).ok_or(INVALID_REQUEST)?;
                gcm.aad(aad).and_then(|()| gcm.text(text)).ok_or(INVALID_REQUEST)?;
                gcm.end().is_some()
            }
            Kind::ChaCha(key) if tag.len() == TAG => {
                let nonce = nonce.try_into().map_err(|_| INVALID_REQUEST)?;
                let tag = tag.try_into().map_err(|_| INVALID_REQUEST)?;
                let sealed = text.to_vec();
                return key.open_into(nonce, aad, &sealed, tag, text);
            }
            Kind::ChaCha(key) => {
                return key.open_truncated(nonce.try_into().map_err(|_| INVALID_REQUEST)?, aad, text, tag);
            }
            Kind::Ccm(ccm) => ccm.open(nonce, aad, text, tag).is_some(),
            Kind::Siv128(_) | Kind::Siv256(_) | Kind::GcmSiv(_) if tag.len() != TAG => false,
            Kind::Siv128(_) | Kind::Siv256(_) if nonce.is_empty() => return Err(INVALID_REQUEST),
            Kind::Siv128(siv) => {
                let tag = Tag::try_from(tag).map_err(|_| INVALID_REQUEST)?;
                siv.decrypt_inout_detached([aad, nonce], InOutBuf::from(&mut *text), &tag).is_ok()
            }
            Kind::Siv256(siv) => {
                let tag = Tag::try_from(tag).map_err(|_| INVALID_REQUEST)?;
                siv.decrypt_inout_detached([aad, nonce], InOutBuf::from(&mut *text), &tag).is_ok()
            }
            Kind::GcmSiv(key) => key.open(nonce, aad, text, tag).is_some(),
            Kind::Camellia(gcm) => {
                let want = gcm.decrypt_and_tag(nonce, aad, text)?;
                bool::from(want[..tag.len()].ct_eq(tag))
            }
        };
        if !fits {
            aws_lc::wipe(text);
            return err(GNUTLS_E_DECRYPTION_FAILED);
        }
        Ok(())
    }
}
