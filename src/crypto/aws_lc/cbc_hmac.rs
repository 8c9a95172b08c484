//! AES-CBC and HMAC of a TLS record in one pass over its bytes.
use core::ptr;

use aws_lc_sys as lc;

use super::cipher::CipherCtx;
use super::ok;
use crate::alg::ids::{Cipher, Digest};

/// Seals records: MAC, padding, encryption. The chain continues from record to record.
pub(crate) struct CbcHmac {
    ctx: CipherCtx,
    mac_size: usize,
}

impl CbcHmac {
    /// `None` if aws-lc has no such combination, this processor lacks the instructions, or a length is wrong.
    pub(crate) fn sealer(
        cipher: Cipher,
        digest: Digest,
        key: &[u8],
        mac_key: &[u8],
        iv: &[u8],
    ) -> Option<Self> {
        // SAFETY: these return pointers to constants, or NULL.
        let c = unsafe {
            match (cipher, digest) {
                (Cipher::Aes128Cbc, Digest::Sha1) => lc::EVP_aes_128_cbc_hmac_sha1(),
                (Cipher::Aes256Cbc, Digest::Sha1) => lc::EVP_aes_256_cbc_hmac_sha1(),
                (Cipher::Aes128Cbc, Digest::Sha256) => lc::EVP_aes_128_cbc_hmac_sha256(),
                (Cipher::Aes256Cbc, Digest::Sha256) => lc::EVP_aes_256_cbc_hmac_sha256(),
                _ => return None,
            }
        };
        let mac_size = if digest == Digest::Sha1 { 20 } else { 32 };
        if c.is_null() || mac_key.len() != mac_size {
            return None;
        }
        // SAFETY: `c` is a constant; key and IV are checked against the lengths it reads; the control function
        // reads the MAC key only.
        unsafe {
            if key.len() != lc::EVP_CIPHER_key_length(c) as usize
                || iv.len() != lc::EVP_CIPHER_iv_length(c) as usize
            {
                return None;
            }
            let ctx = CipherCtx::own(lc::EVP_CIPHER_CTX_new())?;
            ok(lc::EVP_CipherInit_ex(ctx.get(), c, ptr::null_mut(), key.as_ptr(), iv.as_ptr(), 1))?;
            let mac = mac_key.as_ptr().cast_mut().cast();
            ok(lc::EVP_CIPHER_CTX_ctrl(ctx.get(), lc::EVP_CTRL_AEAD_SET_MAC_KEY, mac_size as i32, mac))?;
            Some(CbcHmac { ctx, mac_size })
        }
    }

    /// Seals the record `out[start..]`, which has an explicit IV (in TLS 1.1 and 1.2) and the content, and
    /// appends MAC and padding. `head` is authenticated before the content; its last two bytes are set to the
    /// length. On failure `out` may have any bytes from `start` on.
    pub(crate) fn seal(&mut self, mut head: [u8; 13], out: &mut Vec<u8>, start: usize) -> Option<()> {
        let len = out.len() - start;
        head[11..].copy_from_slice(&u16::try_from(len).ok()?.to_be_bytes());
        let (c, kind) = (self.ctx.get(), lc::EVP_CTRL_AEAD_TLS1_AAD);
        // SAFETY: an initialised context; the function reads and writes the 13 bytes.
        let more = unsafe { lc::EVP_CIPHER_CTX_ctrl(c, kind, head.len() as i32, head.as_mut_ptr().cast()) };
        let more = usize::try_from(more).ok()?;
        if !(self.mac_size + 1..=self.mac_size + 16).contains(&more) || !(len + more).is_multiple_of(16) {
            return None;
        }
        out.resize(out.len() + more, 0);
        let record = &mut out[start..];
        // SAFETY: an initialised context, which works in place on whole blocks.
        ok(unsafe { lc::EVP_Cipher(c, record.as_mut_ptr(), record.as_ptr(), record.len()) })
    }
}
