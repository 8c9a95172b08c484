//! Ciphers piece by piece.
use core::ptr;

use aws_lc_sys as lc;

use super::ok;
use crate::alg::ids::Cipher;

owned! { CipherCtx: lc::EVP_CIPHER_CTX, lc::EVP_CIPHER_CTX_free }

impl CipherCtx {
    /// A context without padding: CBC, CFB8, RC4, or GCM with its 12-byte nonce. `None` if the cipher is
    /// unknown or a length is wrong.
    pub fn new(cipher: Cipher, key: &[u8], iv: &[u8], encrypt: bool) -> Option<Self> {
        // SAFETY: these return pointers to constants.
        let c = unsafe {
            match cipher {
                Cipher::Aes128Cbc => lc::EVP_aes_128_cbc(),
                Cipher::Aes192Cbc => lc::EVP_aes_192_cbc(),
                Cipher::Aes256Cbc => lc::EVP_aes_256_cbc(),
                Cipher::Aes128Cfb8 => lc::EVP_aes_128_cfb8(),
                Cipher::Aes192Cfb8 => lc::EVP_aes_192_cfb8(),
                Cipher::Aes256Cfb8 => lc::EVP_aes_256_cfb8(),
                Cipher::Aes128Gcm => lc::EVP_aes_128_gcm(),
                Cipher::Aes192Gcm => lc::EVP_aes_192_gcm(),
                Cipher::Aes256Gcm => lc::EVP_aes_256_gcm(),
                Cipher::TripleDesCbc => lc::EVP_des_ede3_cbc(),
                Cipher::DesCbc => lc::EVP_des_cbc(),
                Cipher::Rc2_40Cbc => lc::EVP_rc2_40_cbc(),
                Cipher::Arcfour128 => lc::EVP_rc4(),
                _ => return None,
            }
        };
        // SAFETY: `c` is a constant; key and IV are checked against the lengths it reads.
        unsafe {
            if key.len() != lc::EVP_CIPHER_key_length(c) as usize
                || iv.len() != lc::EVP_CIPHER_iv_length(c) as usize
            {
                return None;
            }
            let ctx = Self::own(lc::EVP_CIPHER_CTX_new())?;
            ok(lc::EVP_CipherInit_ex(
                ctx.get(),
                c,
                ptr::null_mut(),
                key.as_ptr(),
                iv.as_ptr(),
                encrypt.into(),
            ))?;
            ok(lc::EVP_CIPHER_CTX_set_padding(ctx.get(), 0))?;
            Some(ctx)
        }
    }

    /// Whole blocks, in place (bytes, where the cipher is a stream).
    pub fn update_in_place(&mut self, data: &mut [u8]) -> Option<()> {
        let len = i32::try_from(data.len()).ok()?;
        // SAFETY: an initialised context.
        let block = unsafe { lc::EVP_CIPHER_CTX_block_size(self.get()) } as usize;
        if data.len() % block != 0 {
            return None;
        }
        let mut n = 0;
        let p = data.as_mut_ptr();
        // SAFETY: EVP allows input and output to be the same buffer; whole blocks keep their length.
        ok(unsafe { lc::EVP_CipherUpdate(self.get(), p, &mut n, p, len) })
    }

    /// Additional data of GCM, before any text.
    pub fn aad(&mut self, data: &[u8]) -> Option<()> {
        let len = i32::try_from(data.len()).ok()?;
        let mut n = 0;
        // SAFETY: for an AEAD, no output means additional data; a slice's pointer and length.
        ok(unsafe { lc::EVP_CipherUpdate(self.get(), ptr::null_mut(), &mut n, data.as_ptr(), len) })
    }

    /// Ends an encryption with GCM and gives the tag.
    pub fn tag(&mut self) -> Option<[u8; 16]> {
        let (mut tag, mut none, mut n) = ([0; 16], [0; 16], 0);
        // SAFETY: GCM writes nothing at its end (`none` has a block all the same); `tag` has 16 bytes and
        // the call says so.
        unsafe {
            ok(lc::EVP_CipherFinal_ex(self.get(), none.as_mut_ptr(), &mut n))?;
            ok(lc::EVP_CIPHER_CTX_ctrl(self.get(), lc::EVP_CTRL_AEAD_GET_TAG, 16, tag.as_mut_ptr().cast()))?;
        }
        Some(tag)
    }
}

/// Xors `data` with the ChaCha20 key stream of RFC 8439 from block `counter` on. The caller keeps the
/// counter from running over.
pub fn chacha20(key: &[u8; 32], nonce: &[u8; 12], counter: u32, data: &mut [u8]) {
    let p = data.as_mut_ptr();
    // SAFETY: input and output may be the same buffer; key and nonce have the lengths that are read.
    unsafe { lc::CRYPTO_chacha_20(p, p, data.len(), key.as_ptr(), nonce.as_ptr(), counter) }
}
