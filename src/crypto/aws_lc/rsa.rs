//! RSA.
use core::ptr;

use aws_lc_sys as lc;
use zeroize::Zeroizing;

use super::bn::{Bn, bn_bytes};
use super::hash::md;
use super::{ok, random_is_ready};
use crate::alg::ids::Digest;

owned! { Evp: lc::EVP_PKEY, lc::EVP_PKEY_free }
owned! { EvpCtx: lc::EVP_PKEY_CTX, lc::EVP_PKEY_CTX_free }
owned! {
/// An RSA key, public or private.
Rsa: lc::RSA, lc::RSA_free }

// SAFETY: aws-lc documents that a complete RSA key may be used by several threads concurrently (its caches
// have locks), and keys are not modified after creation.
unsafe impl Sync for Rsa {}

impl Rsa {
    /// A public key; `None` if aws-lc rejects the modulus or exponent (even, too small or too large).
    pub(crate) fn from_public(n: &[u8], e: &[u8]) -> Option<Self> {
        let (n, e) = (Bn::new(n)?, Bn::new(e)?);
        // SAFETY: both numbers are live; the key takes copies.
        let key = Self::own(unsafe { lc::RSA_new_public_key(n.get(), e.get()) });
        if key.is_none() {
            ok(0);
        }
        key
    }

    /// A private key from a PKCS #1 RSAPrivateKey, checked for consistency.
    pub(crate) fn from_pkcs1(der: &[u8]) -> Option<Self> {
        // SAFETY: a slice's pointer and length.
        let key = Self::own(unsafe { lc::RSA_private_key_from_bytes(der.as_ptr(), der.len()) });
        if key.is_none() {
            ok(0);
        }
        key.filter(Self::is_whole)
    }

    /// A private key from n e d p q dp dq qinv, checked for consistency.
    pub(crate) fn from_components(numbers: &[Bn; 8]) -> Option<Self> {
        let [n, e, d, p, q, dp, dq, u] = numbers.each_ref().map(|n| n.get().cast_const());
        // SAFETY: live numbers; the key takes copies.
        let key = Self::own(unsafe { lc::RSA_new_private_key(n, e, d, p, q, dp, dq, u) });
        if key.is_none() {
            ok(0);
        }
        key.filter(Self::is_whole)
    }

    /// Whether a private key has all its numbers. aws-lc treats zeros as missing numbers, and then skips its
    /// checks.
    fn is_whole(&self) -> bool {
        let key = self.get();
        // SAFETY: a live key; each number is its own, or NULL.
        unsafe {
            [
                lc::RSA_get0_e(key),
                lc::RSA_get0_d(key),
                lc::RSA_get0_p(key),
                lc::RSA_get0_q(key),
                lc::RSA_get0_dmp1(key),
                lc::RSA_get0_dmq1(key),
                lc::RSA_get0_iqmp(key),
            ]
            .iter()
            .all(|n| !n.is_null() && lc::BN_is_zero(*n) == 0)
        }
    }

    pub(crate) fn generate(bits: u32) -> Option<Self> {
        random_is_ready()?;
        let e = Bn::new(&[1, 0, 1])?;
        // SAFETY: a fresh key and a live exponent; no progress callback.
        unsafe {
            let key = Self::own(lc::RSA_new())?;
            ok(lc::RSA_generate_key_ex(key.get(), i32::try_from(bits).ok()?, e.get(), ptr::null_mut()))?;
            Some(key)
        }
    }

    /// The RSAPrivateKey encoding.
    pub(crate) fn to_pkcs1(&self) -> Option<Zeroizing<Vec<u8>>> {
        let (mut p, mut len) = (ptr::null_mut(), 0);
        // SAFETY: a live key; aws-lc allocates `p`, which is copied and freed (OPENSSL_free wipes it).
        unsafe {
            ok(lc::RSA_private_key_to_bytes(&mut p, &mut len, self.get()))?;
            let out = Zeroizing::new(core::slice::from_raw_parts(p, len).to_vec());
            lc::OPENSSL_free(p.cast());
            Some(out)
        }
    }

    /// Modulus and public exponent.
    pub(crate) fn public(&self) -> (Vec<u8>, Vec<u8>) {
        // SAFETY: a live key; the numbers are its own.
        unsafe { (bn_bytes(lc::RSA_get0_n(self.get())), bn_bytes(lc::RSA_get0_e(self.get()))) }
    }

    /// Size of the modulus in bytes.
    pub(crate) fn size(&self) -> usize {
        // SAFETY: a live key.
        unsafe { lc::RSA_size(self.get()) as usize }
    }

    /// RSASSA-PSS with MGF1 of the same digest and a salt of exactly `salt` bytes.
    pub(crate) fn verify_pss(
        &self,
        digest: Digest,
        salt: usize,
        hash: &[u8],
        signature: &[u8],
    ) -> Option<()> {
        let (md, _) = md(digest)?;
        let salt = i32::try_from(salt).ok()?;
        // SAFETY: a live key; the hash is as long as the digest (checked), slices otherwise.
        unsafe {
            if hash.len() != lc::EVP_MD_size(md) {
                return None;
            }
            ok(lc::RSA_verify_pss_mgf1(
                self.get(),
                hash.as_ptr(),
                hash.len(),
                md,
                md,
                salt,
                signature.as_ptr(),
                signature.len(),
            ))
        }
    }

    /// Whether this is the encoded message of RSASSA-PSS, for a modulus whose number of bits is a multiple of 8, with
    /// MGF1 of the same digest and a salt of exactly `salt` bytes (RFC 8017 section 9.1.2).
    pub(crate) fn is_pss(&self, digest: Digest, salt: usize, hash: &[u8], encoded: &[u8]) -> Option<()> {
        let (md, _) = md(digest)?;
        let salt = i32::try_from(salt).ok()?;
        // SAFETY: a live key; the hash is as long as the digest and the message as the modulus (both checked).
        unsafe {
            if hash.len() != lc::EVP_MD_size(md) || encoded.len() != self.size() {
                return None;
            }
            ok(lc::RSA_verify_PKCS1_PSS_mgf1(self.get(), hash.as_ptr(), md, md, encoded.as_ptr(), salt))
        }
    }

    /// RSASSA-PKCS1-v1_5 of the given bytes, without adding a DigestInfo (for TLS 1.1, or if they are a
    /// DigestInfo).
    pub(crate) fn sign_raw(&self, bytes: &[u8]) -> Option<Vec<u8>> {
        random_is_ready()?;
        let mut out = vec![0; self.size()];
        let mut len = 0;
        // SAFETY: `out` has RSA_size bytes and says so; slices otherwise.
        ok(unsafe {
            lc::RSA_sign_raw(
                self.get(),
                &mut len,
                out.as_mut_ptr(),
                out.len(),
                bytes.as_ptr(),
                bytes.len(),
                lc::RSA_PKCS1_PADDING,
            )
        })?;
        out.truncate(len);
        Some(out)
    }

    /// Verifies a signature of [`Rsa::sign_raw`].
    pub(crate) fn verify_raw(&self, bytes: &[u8], signature: &[u8]) -> Option<()> {
        let mut out = vec![0; self.size()];
        let mut len = 0;
        // SAFETY: as above.
        ok(unsafe {
            lc::RSA_verify_raw(
                self.get(),
                &mut len,
                out.as_mut_ptr(),
                out.len(),
                signature.as_ptr(),
                signature.len(),
                lc::RSA_PKCS1_PADDING,
            )
        })?;
        (out.get(..len)? == bytes).then_some(())
    }

    pub(crate) fn sign_pss(&self, digest: Digest, salt: usize, hash: &[u8]) -> Option<Vec<u8>> {
        random_is_ready()?;
        let (md, _) = md(digest)?;
        let salt = i32::try_from(salt).ok()?;
        let mut out = vec![0; self.size()];
        let mut len = 0;
        // SAFETY: `out` has RSA_size bytes and says so; the hash is as long as the digest (checked).
        unsafe {
            if hash.len() != lc::EVP_MD_size(md) {
                return None;
            }
            ok(lc::RSA_sign_pss_mgf1(
                self.get(),
                &mut len,
                out.as_mut_ptr(),
                out.len(),
                hash.as_ptr(),
                hash.len(),
                md,
                md,
                salt,
            ))?;
        }
        out.truncate(len);
        Some(out)
    }

    /// The private operation without padding, with blinding and verification. The result has the size of the
    /// modulus.
    pub(crate) fn decrypt_raw(&self, ciphertext: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
        random_is_ready()?;
        let mut out = Zeroizing::new(vec![0; self.size()]);
        let mut len = 0;
        // SAFETY: a live private key; `out` has RSA_size bytes and says so; slices otherwise.
        ok(unsafe {
            lc::RSA_decrypt(
                self.get(),
                &mut len,
                out.as_mut_ptr(),
                out.len(),
                ciphertext.as_ptr(),
                ciphertext.len(),
                lc::RSA_NO_PADDING,
            )
        })?;
        (len == out.len()).then_some(out)
    }

    fn encrypt(&self, input: &[u8], padding: i32) -> Option<Vec<u8>> {
        let mut out = vec![0; self.size()];
        let mut len = 0;
        // SAFETY: a live key; `out` has RSA_size bytes and says so; slices otherwise.
        ok(unsafe {
            lc::RSA_encrypt(
                self.get(),
                &mut len,
                out.as_mut_ptr(),
                out.len(),
                input.as_ptr(),
                input.len(),
                padding,
            )
        })?;
        Some(out)
    }

    /// RSAES-PKCS1-v1_5 (RFC 8017 section 7.2.1).
    pub(crate) fn encrypt_pkcs1(&self, plaintext: &[u8]) -> Option<Vec<u8>> {
        random_is_ready()?;
        self.encrypt(plaintext, lc::RSA_PKCS1_PADDING)
    }

    /// RSAES-OAEP (RFC 8017 section 7.1.1) with MGF1 of the same digest.
    pub(crate) fn encrypt_oaep(&self, digest: Digest, label: &[u8], plaintext: &[u8]) -> Option<Vec<u8>> {
        random_is_ready()?;
        let (md, _) = md(digest)?;
        let mut padded = Zeroizing::new(vec![0; self.size()]);
        // SAFETY: constant digests; slices. The call rejects a plaintext that is too long.
        ok(unsafe {
            lc::RSA_padding_add_PKCS1_OAEP_mgf1(
                padded.as_mut_ptr(),
                padded.len(),
                plaintext.as_ptr(),
                plaintext.len(),
                label.as_ptr(),
                label.len(),
                md,
                md,
            )
        })?;
        self.encrypt(&padded, lc::RSA_NO_PADDING)
    }

    /// The inverse of [`Rsa::encrypt_oaep`]. It does not reveal why decryption fails.
    pub(crate) fn decrypt_oaep(
        &self,
        digest: Digest,
        label: &[u8],
        ciphertext: &[u8],
    ) -> Option<Zeroizing<Vec<u8>>> {
        random_is_ready()?;
        let (md, _) = md(digest)?;
        let mut out = Zeroizing::new(vec![0; self.size()]);
        let mut len = out.len();
        // SAFETY: the EVP key holds a reference to this key; on success the context takes ownership of the
        // copy of the label; `out` has RSA_size bytes, which is passed as its size.
        unsafe {
            let key = Evp::own(lc::EVP_PKEY_new())?;
            ok(lc::EVP_PKEY_set1_RSA(key.get(), self.get()))?;
            let ctx = EvpCtx::own(lc::EVP_PKEY_CTX_new(key.get(), ptr::null_mut()))?;
            ok(lc::EVP_PKEY_decrypt_init(ctx.get()))?;
            ok(lc::EVP_PKEY_CTX_set_rsa_padding(ctx.get(), lc::RSA_PKCS1_OAEP_PADDING))?;
            ok(lc::EVP_PKEY_CTX_set_rsa_oaep_md(ctx.get(), md))?;
            ok(lc::EVP_PKEY_CTX_set_rsa_mgf1_md(ctx.get(), md))?;
            if !label.is_empty() {
                let copy = lc::OPENSSL_memdup(label.as_ptr().cast(), label.len()).cast::<u8>();
                if copy.is_null() {
                    return None;
                }
                if ok(lc::EVP_PKEY_CTX_set0_rsa_oaep_label(ctx.get(), copy, label.len())).is_none() {
                    lc::OPENSSL_free(copy.cast());
                    return None;
                }
            }
            ok(lc::EVP_PKEY_decrypt(
                ctx.get(),
                out.as_mut_ptr(),
                &mut len,
                ciphertext.as_ptr(),
                ciphertext.len(),
            ))?;
        }
        out.truncate(len);
        Some(out)
    }
}
