//! ML-DSA (FIPS 204) and ML-KEM (FIPS 203) keys.
use core::ptr;

use aws_lc_sys as lc;
use zeroize::Zeroizing;

use super::hash::MdCtx;
use super::rsa::EvpCtx;
use super::{ok, random_is_ready};
use crate::alg::ids::Pk;

owned! {
/// A key of ML-DSA or ML-KEM, public or private.
PqKey: lc::EVP_PKEY, lc::EVP_PKEY_free }

// SAFETY: nothing here changes a finished key.
unsafe impl Sync for PqKey {}

/// The NID of the algorithm, and whether it is a signature algorithm.
fn kind(pk: Pk) -> Option<(i32, bool)> {
    Some(match pk {
        Pk::Mldsa44 => (lc::NID_MLDSA44, true),
        Pk::Mldsa65 => (lc::NID_MLDSA65, true),
        Pk::Mldsa87 => (lc::NID_MLDSA87, true),
        Pk::Mlkem768 => (lc::NID_MLKEM768, false),
        Pk::Mlkem1024 => (lc::NID_MLKEM1024, false),
        _ => return None,
    })
}

impl PqKey {
    /// Fails if the coefficients of an ML-KEM key are not reduced (FIPS 203 section 7.2).
    pub(crate) fn from_public(pk: Pk, bytes: &[u8]) -> Option<Self> {
        let (nid, signs) = kind(pk)?;
        let (p, n) = (bytes.as_ptr(), bytes.len());
        // SAFETY: a slice's pointer and length; a live key and context.
        unsafe {
            if signs {
                return made(lc::EVP_PKEY_pqdsa_new_raw_public_key(nid, p, n));
            }
            let key = made(lc::EVP_PKEY_kem_new_raw_public_key(nid, p, n))?;
            let ctx = EvpCtx::own(lc::EVP_PKEY_CTX_new(key.get(), ptr::null_mut()))?;
            ok(lc::EVP_PKEY_public_check(ctx.get()))?;
            Some(key)
        }
    }

    /// Creates a key from its seed, which has 32 bytes for ML-DSA and 64 for ML-KEM.
    pub(crate) fn from_seed(pk: Pk, seed: &[u8]) -> Option<Self> {
        let (nid, signs) = kind(pk)?;
        if seed.len() != if signs { 32 } else { 64 } {
            return None;
        }
        // SAFETY: a slice's pointer and length; for a KEM the context is live and told how long the seed is.
        unsafe {
            if signs {
                return made(lc::EVP_PKEY_pqdsa_new_raw_private_key(nid, seed.as_ptr(), seed.len()));
            }
            let ctx = EvpCtx::own(lc::EVP_PKEY_CTX_new_id(lc::EVP_PKEY_KEM, ptr::null_mut()))?;
            ok(lc::EVP_PKEY_CTX_kem_set_params(ctx.get(), nid))?;
            ok(lc::EVP_PKEY_keygen_init(ctx.get()))?;
            let (mut key, mut len) = (ptr::null_mut(), seed.len());
            ok(lc::EVP_PKEY_keygen_deterministic(ctx.get(), &mut key, seed.as_ptr(), &mut len))?;
            made(key)
        }
    }

    /// Creates a key from its expanded form. For ML-KEM it contains the public key (FIPS 203 section 7.1),
    /// which must match.
    pub(crate) fn from_expanded(pk: Pk, bytes: &[u8]) -> Option<Self> {
        let (nid, signs) = kind(pk)?;
        // Size of the hash of the public key and of the implicit rejection value at the end.
        const BEHIND: usize = 2 * 32;
        if bytes.len() <= BEHIND + 32 {
            return None;
        }
        let (p, n) = (bytes.as_ptr(), bytes.len());
        if signs {
            // SAFETY: a slice's pointer and length.
            return made(unsafe { lc::EVP_PKEY_pqdsa_new_raw_private_key(nid, p, n) });
        }
        let public = &bytes[(n - BEHIND - 32) / 2..n - BEHIND];
        // SAFETY: slices' pointers and lengths; a live key.
        unsafe {
            let key = made(lc::EVP_PKEY_kem_new_raw_key(nid, public.as_ptr(), public.len(), p, n))?;
            ok(lc::EVP_PKEY_kem_check_key(key.get()))?;
            Some(key)
        }
    }

    pub(crate) fn public(&self) -> Option<Vec<u8>> {
        let mut len = 0;
        // SAFETY: a live key; the first call tells the length that the second may write.
        unsafe {
            ok(lc::EVP_PKEY_get_raw_public_key(self.get(), ptr::null_mut(), &mut len))?;
            let mut out = vec![0; len];
            ok(lc::EVP_PKEY_get_raw_public_key(self.get(), out.as_mut_ptr(), &mut len))?;
            Some(out)
        }
    }

    /// The expanded private key.
    pub(crate) fn expanded(&self) -> Option<Zeroizing<Vec<u8>>> {
        let mut len = 0;
        // SAFETY: as above.
        unsafe {
            ok(lc::EVP_PKEY_get_raw_private_key(self.get(), ptr::null_mut(), &mut len))?;
            let mut out = Zeroizing::new(vec![0; len]);
            ok(lc::EVP_PKEY_get_raw_private_key(self.get(), out.as_mut_ptr(), &mut len))?;
            Some(out)
        }
    }

    /// Signs a message with ML-DSA and an empty context. The signature is verified, and not returned if that
    /// fails because of a hardware fault.
    pub(crate) fn sign(&self, message: &[u8]) -> Option<Vec<u8>> {
        random_is_ready()?;
        // SAFETY: live key and context; the first call tells the length that the second may write.
        unsafe {
            let ctx = MdCtx::own(lc::EVP_MD_CTX_new())?;
            let none = ptr::null_mut();
            ok(lc::EVP_DigestSignInit(ctx.get(), ptr::null_mut(), ptr::null(), none, self.get()))?;
            let mut len = 0;
            let (data, n) = (message.as_ptr(), message.len());
            ok(lc::EVP_DigestSign(ctx.get(), ptr::null_mut(), &mut len, data, n))?;
            let mut out = vec![0; len];
            ok(lc::EVP_DigestSign(ctx.get(), out.as_mut_ptr(), &mut len, data, n))?;
            out.truncate(len);
            self.verify(message, &out)?;
            Some(out)
        }
    }

    pub(crate) fn verify(&self, message: &[u8], signature: &[u8]) -> Option<()> {
        // SAFETY: live key and context; slices.
        unsafe {
            let ctx = MdCtx::own(lc::EVP_MD_CTX_new())?;
            let none = ptr::null_mut();
            ok(lc::EVP_DigestVerifyInit(ctx.get(), ptr::null_mut(), ptr::null(), none, self.get()))?;
            ok(lc::EVP_DigestVerify(
                ctx.get(),
                signature.as_ptr(),
                signature.len(),
                message.as_ptr(),
                message.len(),
            ))
        }
    }
}

fn made(key: *mut lc::EVP_PKEY) -> Option<PqKey> {
    let key = PqKey::own(key);
    if key.is_none() {
        ok(0);
    }
    key
}
