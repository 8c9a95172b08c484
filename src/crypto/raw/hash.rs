//! Digests, HMAC and PBKDF2.
use core::ptr;

use aws_lc_sys as lc;

use super::ok;
use crate::alg::ids::Digest;

owned! { MdCtx: lc::EVP_MD_CTX, lc::EVP_MD_CTX_free }
owned! { HmacCtx: lc::HMAC_CTX, lc::HMAC_CTX_free }

// SAFETY: `&MdCtx` only reads (it copies the context).
unsafe impl Sync for MdCtx {}
// SAFETY: `&HmacCtx` only reads.
unsafe impl Sync for HmacCtx {}

/// The digest object and its NID, for the digests that aws-lc has.
pub(super) fn md(digest: Digest) -> Option<(*const lc::EVP_MD, i32)> {
    // SAFETY: these return pointers to constants.
    unsafe {
        Some(match digest {
            Digest::Md5 => (lc::EVP_md5(), lc::NID_md5),
            Digest::Md5Sha1 => (lc::EVP_md5_sha1(), lc::NID_md5_sha1),
            Digest::Rmd160 => (lc::EVP_ripemd160(), lc::NID_ripemd160),
            Digest::Sha1 => (lc::EVP_sha1(), lc::NID_sha1),
            Digest::Sha224 => (lc::EVP_sha224(), lc::NID_sha224),
            Digest::Sha256 => (lc::EVP_sha256(), lc::NID_sha256),
            Digest::Sha384 => (lc::EVP_sha384(), lc::NID_sha384),
            Digest::Sha512 => (lc::EVP_sha512(), lc::NID_sha512),
            Digest::Sha3_224 => (lc::EVP_sha3_224(), lc::NID_sha3_224),
            Digest::Sha3_256 => (lc::EVP_sha3_256(), lc::NID_sha3_256),
            Digest::Sha3_384 => (lc::EVP_sha3_384(), lc::NID_sha3_384),
            Digest::Sha3_512 => (lc::EVP_sha3_512(), lc::NID_sha3_512),
            _ => return None,
        })
    }
}

impl MdCtx {
    pub fn new(digest: Digest) -> Option<Self> {
        let (md, _) = md(digest)?;
        // SAFETY: a fresh context and a constant digest.
        unsafe {
            let ctx = Self::own(lc::EVP_MD_CTX_new())?;
            ok(lc::EVP_DigestInit_ex(ctx.get(), md, ptr::null_mut()))?;
            Some(ctx)
        }
    }

    pub fn update(&mut self, data: &[u8]) {
        // SAFETY: an initialised context; the pointer and length are a slice's.
        unsafe { lc::EVP_DigestUpdate(self.get(), data.as_ptr().cast(), data.len()) };
    }

    /// The digest into `out` (64 bytes at least); gives its length. The context is spent.
    pub fn finish(self, out: &mut [u8; 64]) -> usize {
        let mut n = 0;
        // SAFETY: no digest of `md` is longer than 64 bytes.
        unsafe { lc::EVP_DigestFinal_ex(self.get(), out.as_mut_ptr(), &mut n) };
        n as usize
    }

    pub fn copy(&self) -> Option<Self> {
        // SAFETY: both contexts are live; the source is initialised.
        unsafe {
            let ctx = Self::own(lc::EVP_MD_CTX_new())?;
            ok(lc::EVP_MD_CTX_copy_ex(ctx.get(), self.get()))?;
            Some(ctx)
        }
    }
}

impl HmacCtx {
    pub fn new(digest: Digest, key: &[u8]) -> Option<Self> {
        let (md, _) = md(digest)?;
        // SAFETY: a fresh context, a slice's pointer and length. Even an empty slice's pointer is not
        // NULL, so the key is taken as given.
        unsafe {
            let ctx = Self::own(lc::HMAC_CTX_new())?;
            ok(lc::HMAC_Init_ex(ctx.get(), key.as_ptr().cast(), key.len(), md, ptr::null_mut()))?;
            Some(ctx)
        }
    }

    pub fn update(&mut self, data: &[u8]) {
        // SAFETY: an initialised context; a slice's pointer and length.
        unsafe { lc::HMAC_Update(self.get(), data.as_ptr(), data.len()) };
    }

    pub fn finish(self, out: &mut [u8; 64]) -> usize {
        let mut n = 0;
        // SAFETY: no digest of `md` is longer than 64 bytes.
        unsafe { lc::HMAC_Final(self.get(), out.as_mut_ptr(), &mut n) };
        n as usize
    }

    pub fn copy(&self) -> Option<Self> {
        // SAFETY: both contexts are live; the source is initialised.
        unsafe {
            let ctx = Self::own(lc::HMAC_CTX_new())?;
            ok(lc::HMAC_CTX_copy_ex(ctx.get(), self.get()))?;
            Some(ctx)
        }
    }
}

/// RFC 8018 PBKDF2 with HMAC; `None` for an unknown digest or zero iterations.
pub fn pbkdf2(digest: Digest, password: &[u8], salt: &[u8], iterations: u32, out: &mut [u8]) -> Option<()> {
    let (md, _) = md(digest)?;
    if iterations == 0 {
        return None;
    }
    // SAFETY: pointers and lengths of slices.
    ok(unsafe {
        lc::PKCS5_PBKDF2_HMAC(
            password.as_ptr().cast(),
            password.len(),
            salt.as_ptr(),
            salt.len(),
            iterations,
            md,
            out.len(),
            out.as_mut_ptr(),
        )
    })
}
