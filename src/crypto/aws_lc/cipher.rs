//! Incremental ciphers.
use core::ptr;

use aws_lc_sys as lc;

use super::ok;
use crate::alg::ids::Cipher;

owned! { CipherCtx: lc::EVP_CIPHER_CTX, lc::EVP_CIPHER_CTX_free }

impl CipherCtx {
    /// A context without padding for CBC, CFB, CFB8 or RC4. `None` if the cipher is not supported or a length
    /// is wrong. RC4 accepts keys of up to 256 bytes.
    pub(crate) fn new(cipher: Cipher, key: &[u8], iv: &[u8], encrypt: bool) -> Option<Self> {
        // SAFETY: these return pointers to constants.
        let c = unsafe {
            match cipher {
                Cipher::Aes128Cbc => lc::EVP_aes_128_cbc(),
                Cipher::Aes192Cbc => lc::EVP_aes_192_cbc(),
                Cipher::Aes256Cbc => lc::EVP_aes_256_cbc(),
                Cipher::Aes128Cfb8 => lc::EVP_aes_128_cfb8(),
                Cipher::Aes192Cfb8 => lc::EVP_aes_192_cfb8(),
                Cipher::Aes256Cfb8 => lc::EVP_aes_256_cfb8(),
                Cipher::Aes128Cfb => lc::EVP_aes_128_cfb128(),
                Cipher::Aes192Cfb => lc::EVP_aes_192_cfb128(),
                Cipher::Aes256Cfb => lc::EVP_aes_256_cfb128(),
                Cipher::TripleDesCbc => lc::EVP_des_ede3_cbc(),
                Cipher::DesCbc => lc::EVP_des_cbc(),
                Cipher::Rc2_40Cbc => lc::EVP_rc2_40_cbc(),
                Cipher::Arcfour128 => lc::EVP_rc4(),
                _ => return None,
            }
        };
        // SAFETY: `c` is a constant; key and IV are checked against the lengths it reads.
        unsafe {
            let any_key = cipher == Cipher::Arcfour128 && (1..=256).contains(&key.len());
            if (key.len() != lc::EVP_CIPHER_key_length(c) as usize && !any_key)
                || iv.len() != lc::EVP_CIPHER_iv_length(c) as usize
            {
                return None;
            }
            let ctx = Self::own(lc::EVP_CIPHER_CTX_new())?;
            if any_key {
                let (none, way) = (ptr::null(), encrypt.into());
                ok(lc::EVP_CipherInit_ex(ctx.get(), c, ptr::null_mut(), none, none, way))?;
                ok(lc::EVP_CIPHER_CTX_set_key_length(ctx.get(), key.len() as u32))?;
            }
            ok(lc::EVP_CipherInit_ex(
                ctx.get(),
                // Passing the cipher again would reset the key length to its default.
                if any_key { ptr::null() } else { c },
                ptr::null_mut(),
                key.as_ptr(),
                iv.as_ptr(),
                encrypt.into(),
            ))?;
            ok(lc::EVP_CIPHER_CTX_set_padding(ctx.get(), 0))?;
            Some(ctx)
        }
    }

    /// Processes whole blocks (or bytes, for stream ciphers) in place.
    pub(crate) fn update_in_place(&mut self, data: &mut [u8]) -> Option<()> {
        // SAFETY: an initialised context.
        let block = unsafe { lc::EVP_CIPHER_CTX_block_size(self.get()) } as usize;
        if !data.len().is_multiple_of(block) {
            return None;
        }
        // EVP lengths have 31 bits.
        for part in data.chunks_mut(1 << 30) {
            let (mut n, p) = (0, part.as_mut_ptr());
            // SAFETY: EVP allows input and output to be the same buffer; whole blocks keep their length.
            ok(unsafe { lc::EVP_CipherUpdate(self.get(), p, &mut n, p, part.len() as i32) })?;
        }
        Some(())
    }

    /// Starts with a new IV and the same key.
    pub(crate) fn begin(&mut self, iv: &[u8]) -> Option<()> {
        // SAFETY: an initialised context; the IV is checked against the length it reads.
        unsafe {
            if iv.len() != lc::EVP_CIPHER_CTX_iv_length(self.get()) as usize {
                return None;
            }
            // -1 leaves the direction unchanged.
            ok(lc::EVP_CipherInit_ex(self.get(), ptr::null(), ptr::null_mut(), ptr::null(), iv.as_ptr(), -1))
        }
    }
}

/// Incremental AES-GCM (SP 800-38D) with a nonce of any length.
pub(crate) struct Gcm {
    ctx: CipherCtx,
    nonce_len: usize,
}

impl Gcm {
    /// `None` for a cipher that is not AES-GCM or a key of the wrong length.
    pub(crate) fn new(cipher: Cipher, key: &[u8]) -> Option<Self> {
        // SAFETY: constants; a fresh context, the key checked against the length that is read.
        unsafe {
            let c = match (cipher, key.len()) {
                (Cipher::Aes128Gcm, 16) => lc::EVP_aes_128_gcm(),
                (Cipher::Aes192Gcm, 24) => lc::EVP_aes_192_gcm(),
                (Cipher::Aes256Gcm, 32) => lc::EVP_aes_256_gcm(),
                _ => return None,
            };
            let ctx = CipherCtx::own(lc::EVP_CIPHER_CTX_new())?;
            ok(lc::EVP_CipherInit_ex(ctx.get(), c, ptr::null_mut(), key.as_ptr(), ptr::null(), 1))?;
            Some(Gcm { ctx, nonce_len: 12 })
        }
    }

    /// Begins a message; `None` for an empty nonce. For decryption, `tag` is the expected tag.
    #[inline]
    pub(crate) fn begin(&mut self, nonce: &[u8], tag: Option<&[u8]>) -> Option<()> {
        let c = self.ctx.get();
        // SAFETY: an initialised context; the nonce has the length that was set before; a tag is copied.
        unsafe {
            if nonce.len() != self.nonce_len {
                let len = i32::try_from(nonce.len()).ok().filter(|n| *n > 0)?;
                ok(lc::EVP_CIPHER_CTX_ctrl(c, lc::EVP_CTRL_AEAD_SET_IVLEN, len, ptr::null_mut()))?;
                self.nonce_len = nonce.len();
            }
            let way = i32::from(tag.is_none());
            ok(lc::EVP_CipherInit_ex(c, ptr::null(), ptr::null_mut(), ptr::null(), nonce.as_ptr(), way))?;
            if let Some(tag) = tag {
                let len = i32::try_from(tag.len()).ok()?;
                let tag = tag.as_ptr().cast_mut().cast();
                ok(lc::EVP_CIPHER_CTX_ctrl(c, lc::EVP_CTRL_AEAD_SET_TAG, len, tag))?;
            }
            Some(())
        }
    }

    /// Calls the cipher directly, without EVP's checks and buffering, which AEADs do not need.
    ///
    /// # Safety
    /// `input` is NULL (which ends the message) or has `len` bytes; `out` is NULL (then the input is
    /// additional data) or has `len` bytes, too.
    #[inline]
    unsafe fn run(&mut self, out: *mut u8, input: *const u8, len: usize) -> Option<()> {
        // SAFETY: an initialised context; `input` and `out` are NULL or have `len` bytes (the caller).
        ok((unsafe { lc::EVP_Cipher(self.ctx.get(), out, input, len) } >= 0).into())
    }

    /// Additional data, before any text.
    #[inline]
    pub(crate) fn aad(&mut self, data: &[u8]) -> Option<()> {
        // The result has 31 bits.
        for part in data.chunks(1 << 30) {
            // SAFETY: a slice's pointer and length.
            unsafe { self.run(ptr::null_mut(), part.as_ptr(), part.len())? };
        }
        Some(())
    }

    /// Processes text in place.
    pub(crate) fn text(&mut self, data: &mut [u8]) -> Option<()> {
        for part in data.chunks_mut(1 << 30) {
            let p = part.as_mut_ptr();
            // SAFETY: input and output may be the same buffer.
            unsafe { self.run(p, p, part.len())? };
        }
        Some(())
    }

    /// Processes text from one buffer to another of the same length.
    pub(crate) fn text_to(&mut self, data: &[u8], out: &mut [u8]) -> Option<()> {
        if data.len() != out.len() {
            return None;
        }
        for (from, to) in data.chunks(1 << 30).zip(out.chunks_mut(1 << 30)) {
            // SAFETY: two buffers of the same length.
            unsafe { self.run(to.as_mut_ptr(), from.as_ptr(), from.len())? };
        }
        Some(())
    }

    /// Ends the message. For decryption, returns `None` if the tag differs; after encryption, [`Gcm::tag`]
    /// returns the tag.
    #[inline]
    pub(crate) fn end(&mut self) -> Option<()> {
        // SAFETY: no input: the message ends, and nothing is written.
        unsafe { self.run(ptr::null_mut(), ptr::null(), 0) }
    }

    #[inline]
    pub(crate) fn tag(&mut self) -> Option<[u8; 16]> {
        let mut tag = [0; 16];
        let p = tag.as_mut_ptr().cast();
        // SAFETY: `tag` has 16 bytes and the call says so.
        ok(unsafe { lc::EVP_CIPHER_CTX_ctrl(self.ctx.get(), lc::EVP_CTRL_AEAD_GET_TAG, 16, p) })?;
        Some(tag)
    }

    /// Writes the first 1 to 16 bytes of the tag.
    #[inline]
    pub(crate) fn tag_to(&mut self, out: &mut [u8]) -> Option<()> {
        let (len, p) = (i32::try_from(out.len()).ok()?, out.as_mut_ptr().cast());
        // SAFETY: `len` is the length of `out`; the call rejects invalid tag lengths.
        ok(unsafe { lc::EVP_CIPHER_CTX_ctrl(self.ctx.get(), lc::EVP_CTRL_AEAD_GET_TAG, len, p) })
    }

    pub(crate) fn copy(&self) -> Option<Self> {
        // SAFETY: both contexts are live; the source is initialised.
        unsafe {
            let ctx = CipherCtx::own(lc::EVP_CIPHER_CTX_new())?;
            ok(lc::EVP_CIPHER_CTX_copy(ctx.get(), self.ctx.get()))?;
            Some(Gcm { ctx, nonce_len: self.nonce_len })
        }
    }
}

/// AES in CBC and counter mode with one key, for CCM.
pub(crate) struct CbcCtr {
    cbc: CipherCtx,
    ctr: CipherCtx,
}

impl CbcCtr {
    /// `None` if the key does not have the length of an AES key.
    pub(crate) fn new(key: &[u8]) -> Option<Self> {
        let make = |cipher| {
            // SAFETY: a constant, a fresh context, the key as long as the cipher reads.
            unsafe {
                let ctx = CipherCtx::own(lc::EVP_CIPHER_CTX_new())?;
                ok(lc::EVP_CipherInit_ex(ctx.get(), cipher, ptr::null_mut(), key.as_ptr(), ptr::null(), 1))?;
                ok(lc::EVP_CIPHER_CTX_set_padding(ctx.get(), 0))?;
                Some(ctx)
            }
        };
        // SAFETY: these return pointers to constants.
        let (cbc, ctr) = unsafe {
            match key.len() {
                16 => (lc::EVP_aes_128_cbc(), lc::EVP_aes_128_ctr()),
                24 => (lc::EVP_aes_192_cbc(), lc::EVP_aes_192_ctr()),
                32 => (lc::EVP_aes_256_cbc(), lc::EVP_aes_256_ctr()),
                _ => return None,
            }
        };
        Some(CbcCtr { cbc: make(cbc)?, ctr: make(ctr)? })
    }

    /// Begins a CBC chain with a zero IV, and a counter.
    pub(crate) fn begin(&mut self, counter: &[u8; 16]) -> Option<()> {
        self.cbc.begin(&[0; 16])?;
        self.ctr.begin(counter)
    }

    /// Encrypts whole blocks in place with CBC.
    pub(crate) fn chain(&mut self, blocks: &mut [u8]) -> Option<()> {
        self.cbc.update_in_place(blocks)
    }

    /// Xors with the next bytes of the key stream.
    pub(crate) fn xor(&mut self, data: &mut [u8]) -> Option<()> {
        self.ctr.update_in_place(data)
    }
}

owned! { AeadCtx: lc::EVP_AEAD_CTX, lc::EVP_AEAD_CTX_free }

impl AeadCtx {
    /// AES-GCM-SIV (RFC 8452).
    pub(crate) fn gcm_siv(key: &[u8]) -> Option<Self> {
        // SAFETY: constants; the key is as long as is said.
        unsafe {
            let aead = match key.len() {
                16 => lc::EVP_aead_aes_128_gcm_siv(),
                32 => lc::EVP_aead_aes_256_gcm_siv(),
                _ => return None,
            };
            Self::own(lc::EVP_AEAD_CTX_new(aead, key.as_ptr(), key.len(), 16))
        }
    }

    pub(crate) fn seal(&self, nonce: &[u8], aad: &[u8], text: &mut [u8]) -> Option<[u8; 16]> {
        let (mut tag, mut len, p) = ([0; 16], 0, text.as_mut_ptr());
        // SAFETY: in place; every pointer with its length.
        ok(unsafe {
            lc::EVP_AEAD_CTX_seal_scatter(
                self.get(),
                p,
                tag.as_mut_ptr(),
                &mut len,
                tag.len(),
                nonce.as_ptr(),
                nonce.len(),
                p,
                text.len(),
                ptr::null(),
                0,
                aad.as_ptr(),
                aad.len(),
            )
        })?;
        Some(tag)
    }

    pub(crate) fn open(&self, nonce: &[u8], aad: &[u8], text: &mut [u8], tag: &[u8]) -> Option<()> {
        let p = text.as_mut_ptr();
        // SAFETY: in place; every pointer with its length.
        let fits = ok(unsafe {
            lc::EVP_AEAD_CTX_open_gather(
                self.get(),
                p,
                nonce.as_ptr(),
                nonce.len(),
                p,
                text.len(),
                tag.as_ptr(),
                tag.len(),
                aad.as_ptr(),
                aad.len(),
            )
        });
        if fits.is_none() {
            super::wipe(text);
        }
        fits
    }
}

owned! { CmacCtx: lc::CMAC_CTX, lc::CMAC_CTX_free }

impl CmacCtx {
    /// AES-CMAC (SP 800-38B) with a key of 16 or 32 bytes.
    pub(crate) fn new(key: &[u8]) -> Option<Self> {
        // SAFETY: constants; a fresh context, the key as long as is said.
        unsafe {
            let cipher = match key.len() {
                16 => lc::EVP_aes_128_cbc(),
                32 => lc::EVP_aes_256_cbc(),
                _ => return None,
            };
            let ctx = Self::own(lc::CMAC_CTX_new())?;
            ok(lc::CMAC_Init(ctx.get(), key.as_ptr().cast(), key.len(), cipher, ptr::null_mut()))?;
            Some(ctx)
        }
    }

    pub(crate) fn update(&mut self, data: &[u8]) {
        // SAFETY: an initialised context; a slice's pointer and length.
        unsafe { lc::CMAC_Update(self.get(), data.as_ptr(), data.len()) };
    }

    /// Returns the MAC and resets the context with the same key.
    pub(crate) fn finish(&mut self) -> [u8; 16] {
        let (mut out, mut n) = ([0; 16], 0);
        // SAFETY: AES makes 16 bytes.
        unsafe {
            lc::CMAC_Final(self.get(), out.as_mut_ptr(), &mut n);
            lc::CMAC_Reset(self.get());
        }
        out
    }

    pub(crate) fn copy(&self) -> Option<Self> {
        // SAFETY: both contexts are live; the source is initialised.
        unsafe {
            let ctx = Self::own(lc::CMAC_CTX_new())?;
            ok(lc::CMAC_CTX_copy(ctx.get(), self.get()))?;
            Some(ctx)
        }
    }
}

/// AES on whole blocks without a mode (ECB), for other modes and MACs.
pub(crate) struct AesBlocks {
    encrypt: CipherCtx,
    decrypt: CipherCtx,
}

impl AesBlocks {
    pub(crate) fn new(key: &[u8]) -> Option<Self> {
        let make = |way| {
            // SAFETY: constants; a fresh context, the key as long as the cipher reads.
            unsafe {
                let cipher = match key.len() {
                    16 => lc::EVP_aes_128_ecb(),
                    24 => lc::EVP_aes_192_ecb(),
                    32 => lc::EVP_aes_256_ecb(),
                    _ => return None,
                };
                let ctx = CipherCtx::own(lc::EVP_CIPHER_CTX_new())?;
                ok(lc::EVP_CipherInit_ex(
                    ctx.get(),
                    cipher,
                    ptr::null_mut(),
                    key.as_ptr(),
                    ptr::null(),
                    way,
                ))?;
                ok(lc::EVP_CIPHER_CTX_set_padding(ctx.get(), 0))?;
                Some(ctx)
            }
        };
        Some(AesBlocks { encrypt: make(1)?, decrypt: make(0)? })
    }

    /// Encrypts whole blocks in place; `None` if the length is not a multiple of the block size.
    pub(crate) fn encrypt(&mut self, blocks: &mut [u8]) -> Option<()> {
        self.encrypt.update_in_place(blocks)
    }

    pub(crate) fn decrypt(&mut self, blocks: &mut [u8]) -> Option<()> {
        self.decrypt.update_in_place(blocks)
    }
}

/// The one-time authenticator of RFC 8439 section 2.5.
pub(crate) struct Poly1305(Box<lc::poly1305_state>);

impl Poly1305 {
    pub(crate) fn new(key: &[u8; 32]) -> Self {
        // The state aligns itself inside its buffer, so it must not move: therefore it is boxed.
        let mut state = Box::new([0; 512]);
        // SAFETY: the state's space, and a key of 32 bytes.
        unsafe { lc::CRYPTO_poly1305_init(&mut *state, key.as_ptr()) };
        Poly1305(state)
    }

    pub(crate) fn update(&mut self, data: &[u8]) {
        // SAFETY: an initialised state; a slice's pointer and length.
        unsafe { lc::CRYPTO_poly1305_update(&mut *self.0, data.as_ptr(), data.len()) }
    }

    /// Returns the tag. The state must not be used afterwards.
    pub(crate) fn finish(&mut self) -> [u8; 16] {
        let mut tag = [0; 16];
        // SAFETY: an initialised state, 16 bytes of space.
        unsafe { lc::CRYPTO_poly1305_finish(&mut *self.0, tag.as_mut_ptr()) };
        tag
    }
}

impl Drop for Poly1305 {
    fn drop(&mut self) {
        super::wipe(self.0.as_mut_slice());
    }
}

/// Xors `data` with the ChaCha20 key stream of RFC 8439 from block `counter` on. The caller must prevent an
/// overflow of the counter.
pub(crate) fn chacha20(key: &[u8; 32], nonce: &[u8; 12], counter: u32, data: &mut [u8]) {
    let p = data.as_mut_ptr();
    // SAFETY: input and output may be the same buffer; key and nonce have the lengths that are read.
    unsafe { lc::CRYPTO_chacha_20(p, p, data.len(), key.as_ptr(), nonce.as_ptr(), counter) }
}
