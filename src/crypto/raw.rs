//! Safe wrappers of the parts of aws-lc that `aws-lc-rs` does not offer: every digest, RSA and ECDSA
//! on a finished digest, ciphers piece by piece. The one file of this room that calls C.
use core::ptr::{self, NonNull};

use aws_lc_sys as lc;
use zeroize::Zeroizing;

use crate::alg::ids::{Cipher, Curve, Digest};

/// Declares an owner of an object of aws-lc that `$free` releases.
macro_rules! owned {
    ($(#[$doc:meta])* $name:ident: $raw:ty, $free:path) => {
        $(#[$doc])*
        pub struct $name(NonNull<$raw>);
        impl $name {
            fn own(p: *mut $raw) -> Option<Self> {
                NonNull::new(p).map($name)
            }
            fn get(&self) -> *mut $raw {
                self.0.as_ptr()
            }
        }
        impl Drop for $name {
            fn drop(&mut self) {
                // SAFETY: made by aws-lc, owned by this value alone.
                unsafe { $free(self.0.as_ptr()) }
            }
        }
        // SAFETY: objects of aws-lc are not tied to the thread that made them.
        unsafe impl Send for $name {}
    };
}

owned! { MdCtx: lc::EVP_MD_CTX, lc::EVP_MD_CTX_free }
owned! { HmacCtx: lc::HMAC_CTX, lc::HMAC_CTX_free }
owned! { CipherCtx: lc::EVP_CIPHER_CTX, lc::EVP_CIPHER_CTX_free }
owned! { Bn: lc::BIGNUM, lc::BN_clear_free }
owned! { Point: lc::EC_POINT, lc::EC_POINT_free }
owned! {
/// An RSA key, public or private.
Rsa: lc::RSA, lc::RSA_free }
owned! {
/// A key on one of the NIST curves, public or private.
EcKey: lc::EC_KEY, lc::EC_KEY_free }

// SAFETY: aws-lc promises that a finished RSA or EC_KEY may be used by many threads at once (its
// caches have their own locks); nothing here changes a key once it was made.
unsafe impl Sync for Rsa {}
// SAFETY: as for Rsa.
unsafe impl Sync for EcKey {}
// SAFETY: `&MdCtx` only reads (it copies the context).
unsafe impl Sync for MdCtx {}
// SAFETY: `&HmacCtx` only reads.
unsafe impl Sync for HmacCtx {}

/// aws-lc answers 1 for success; on failure the thread's error queue is emptied, for nobody reads it.
fn ok(code: i32) -> Option<()> {
    if code == 1 {
        return Some(());
    }
    // SAFETY: no arguments; it touches the thread's own queue.
    unsafe { lc::ERR_clear_error() };
    None
}

/// The digest object and its NID, for the digests that aws-lc has.
fn md(digest: Digest) -> Option<(*const lc::EVP_MD, i32)> {
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

impl Bn {
    fn new(bytes: &[u8]) -> Option<Self> {
        // SAFETY: a slice's pointer and length; NULL asks for a new number.
        Self::own(unsafe { lc::BN_bin2bn(bytes.as_ptr(), bytes.len(), ptr::null_mut()) })
    }
}

/// The big-endian bytes of a number inside a key.
///
/// # Safety
/// `bn` is NULL or a live number.
unsafe fn bn_bytes(bn: *const lc::BIGNUM) -> Vec<u8> {
    if bn.is_null() {
        return Vec::new();
    }
    // SAFETY: the caller's promise; the vector has the bytes that BN_num_bytes counts.
    unsafe {
        let mut out = vec![0; lc::BN_num_bytes(bn) as usize];
        lc::BN_bn2bin(bn, out.as_mut_ptr());
        out
    }
}

impl Rsa {
    /// A public key; `None` for a modulus or exponent that aws-lc refuses (even, tiny or huge).
    pub fn from_public(n: &[u8], e: &[u8]) -> Option<Self> {
        let (n, e) = (Bn::new(n)?, Bn::new(e)?);
        // SAFETY: both numbers are live; the key takes copies.
        let key = Self::own(unsafe { lc::RSA_new_public_key(n.get(), e.get()) });
        if key.is_none() {
            ok(0);
        }
        key
    }

    /// A private key from a PKCS #1 RSAPrivateKey, checked for consistency.
    pub fn from_pkcs1(der: &[u8]) -> Option<Self> {
        // SAFETY: a slice's pointer and length.
        let key = Self::own(unsafe { lc::RSA_private_key_from_bytes(der.as_ptr(), der.len()) });
        if key.is_none() {
            ok(0);
        }
        key
    }

    pub fn generate(bits: u32) -> Option<Self> {
        let e = Bn::new(&[1, 0, 1])?;
        // SAFETY: a fresh key and a live exponent; no progress callback.
        unsafe {
            let key = Self::own(lc::RSA_new())?;
            ok(lc::RSA_generate_key_ex(key.get(), i32::try_from(bits).ok()?, e.get(), ptr::null_mut()))?;
            Some(key)
        }
    }

    /// The RSAPrivateKey encoding.
    pub fn to_pkcs1(&self) -> Option<Zeroizing<Vec<u8>>> {
        let (mut p, mut len) = (ptr::null_mut(), 0);
        // SAFETY: a live key; aws-lc allocates `p`, which is copied and given back (OPENSSL_free wipes).
        unsafe {
            ok(lc::RSA_private_key_to_bytes(&mut p, &mut len, self.get()))?;
            let out = Zeroizing::new(core::slice::from_raw_parts(p, len).to_vec());
            lc::OPENSSL_free(p.cast());
            Some(out)
        }
    }

    /// Modulus and public exponent.
    pub fn public(&self) -> (Vec<u8>, Vec<u8>) {
        // SAFETY: a live key; the numbers are its own.
        unsafe { (bn_bytes(lc::RSA_get0_n(self.get())), bn_bytes(lc::RSA_get0_e(self.get()))) }
    }

    /// Bytes of the modulus.
    pub fn size(&self) -> usize {
        // SAFETY: a live key.
        unsafe { lc::RSA_size(self.get()) as usize }
    }

    pub fn verify_pkcs1(&self, digest: Digest, hash: &[u8], signature: &[u8]) -> Option<()> {
        let (_, nid) = md(digest)?;
        // SAFETY: a live key; pointers and lengths of slices.
        ok(unsafe {
            lc::RSA_verify(nid, hash.as_ptr(), hash.len(), signature.as_ptr(), signature.len(), self.get())
        })
    }

    /// RSASSA-PSS with MGF1 of the same digest and a salt of exactly `salt` bytes.
    pub fn verify_pss(&self, digest: Digest, salt: usize, hash: &[u8], signature: &[u8]) -> Option<()> {
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

    pub fn sign_pkcs1(&self, digest: Digest, hash: &[u8]) -> Option<Vec<u8>> {
        let (_, nid) = md(digest)?;
        let mut out = vec![0; self.size()];
        let mut len = 0;
        // SAFETY: `out` has RSA_size bytes; slices otherwise.
        ok(unsafe { lc::RSA_sign(nid, hash.as_ptr(), hash.len(), out.as_mut_ptr(), &mut len, self.get()) })?;
        out.truncate(len as usize);
        Some(out)
    }

    /// RSASSA-PKCS1-v1_5 over bytes that are taken as they are (TLS 1.1, or a DigestInfo made elsewhere).
    pub fn sign_raw(&self, bytes: &[u8]) -> Option<Vec<u8>> {
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

    /// The mirror of [`Rsa::sign_raw`].
    pub fn verify_raw(&self, bytes: &[u8], signature: &[u8]) -> Option<()> {
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

    pub fn sign_pss(&self, digest: Digest, salt: usize, hash: &[u8]) -> Option<Vec<u8>> {
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
}

fn nid(curve: Curve) -> Option<i32> {
    Some(match curve {
        Curve::Secp224r1 => lc::NID_secp224r1,
        Curve::Secp256r1 => lc::NID_X9_62_prime256v1,
        Curve::Secp384r1 => lc::NID_secp384r1,
        Curve::Secp521r1 => lc::NID_secp521r1,
        _ => return None,
    })
}

/// Bytes of a scalar on the longest curve.
const MAX_SCALAR: usize = 66;

impl EcKey {
    fn empty(curve: Curve) -> Option<Self> {
        // SAFETY: a NID of a built-in curve.
        Self::own(unsafe { lc::EC_KEY_new_by_curve_name(nid(curve)?) })
    }

    /// A public key from an uncompressed point, which must lie on the curve.
    pub fn from_point(curve: Curve, point: &[u8]) -> Option<Self> {
        if point.first() != Some(&4) {
            return None;
        }
        let key = Self::empty(curve)?;
        // SAFETY: key, group and point are live and of one curve; a slice's pointer and length.
        unsafe {
            let group = lc::EC_KEY_get0_group(key.get());
            let p = Point::own(lc::EC_POINT_new(group))?;
            ok(lc::EC_POINT_oct2point(group, p.get(), point.as_ptr(), point.len(), ptr::null_mut()))?;
            ok(lc::EC_KEY_set_public_key(key.get(), p.get()))?;
        }
        Some(key)
    }

    /// A private key from its scalar (1 to the order less one); the point is computed.
    pub fn from_scalar(curve: Curve, scalar: &[u8]) -> Option<Self> {
        let key = Self::empty(curve)?;
        let d = Bn::new(scalar)?;
        // SAFETY: as above; EC_KEY_set_private_key checks the range of the scalar.
        unsafe {
            let group = lc::EC_KEY_get0_group(key.get());
            ok(lc::EC_KEY_set_private_key(key.get(), d.get()))?;
            let p = Point::own(lc::EC_POINT_new(group))?;
            ok(lc::EC_POINT_mul(group, p.get(), d.get(), ptr::null(), ptr::null(), ptr::null_mut()))?;
            ok(lc::EC_KEY_set_public_key(key.get(), p.get()))?;
            ok(lc::EC_KEY_check_key(key.get()))?;
        }
        Some(key)
    }

    pub fn generate(curve: Curve) -> Option<Self> {
        let key = Self::empty(curve)?;
        // SAFETY: a live key with a curve.
        ok(unsafe { lc::EC_KEY_generate_key(key.get()) })?;
        Some(key)
    }

    /// The public point, uncompressed.
    pub fn point(&self) -> Option<Vec<u8>> {
        let mut out = vec![0; 1 + 2 * MAX_SCALAR];
        // SAFETY: a live key with a point; `out` has room for the longest curve and says so.
        let n = unsafe {
            lc::EC_POINT_point2oct(
                lc::EC_KEY_get0_group(self.get()),
                lc::EC_KEY_get0_public_key(self.get()),
                lc::point_conversion_form_t::POINT_CONVERSION_UNCOMPRESSED,
                out.as_mut_ptr(),
                out.len(),
                ptr::null_mut(),
            )
        };
        out.truncate(n);
        if n == 0 { None } else { Some(out) }
    }

    /// The private scalar, `len` bytes big-endian.
    pub fn scalar(&self, len: usize) -> Option<Zeroizing<Vec<u8>>> {
        let mut out = Zeroizing::new(vec![0; len]);
        // SAFETY: a live key; NULL (no private part) is refused before use.
        unsafe {
            let d = lc::EC_KEY_get0_private_key(self.get());
            if d.is_null() {
                return None;
            }
            ok(lc::BN_bn2bin_padded(out.as_mut_ptr(), len, d))?;
        }
        Some(out)
    }

    /// Verifies a DER signature; aws-lc takes only the one DER form of its two numbers.
    pub fn verify(&self, hash: &[u8], signature: &[u8]) -> Option<()> {
        // SAFETY: a live key; pointers and lengths of slices.
        ok(unsafe {
            lc::ECDSA_verify(0, hash.as_ptr(), hash.len(), signature.as_ptr(), signature.len(), self.get())
        })
    }

    pub fn sign(&self, hash: &[u8]) -> Option<Vec<u8>> {
        // SAFETY: a live key; `out` has ECDSA_size bytes.
        unsafe {
            let mut out = vec![0; lc::ECDSA_size(self.get())];
            let mut len = 0;
            ok(lc::ECDSA_sign(0, hash.as_ptr(), hash.len(), out.as_mut_ptr(), &mut len, self.get()))?;
            out.truncate(len as usize);
            Some(out)
        }
    }
}

/// The public key of an Ed25519 seed, and the 64-byte private key that aws-lc signs with.
pub fn ed25519_from_seed(seed: &[u8; 32]) -> ([u8; 32], Zeroizing<[u8; 64]>) {
    let (mut public, mut private) = ([0; 32], Zeroizing::new([0; 64]));
    // SAFETY: arrays of the lengths that the function writes and reads.
    unsafe { lc::ED25519_keypair_from_seed(public.as_mut_ptr(), private.as_mut_ptr(), seed.as_ptr()) };
    (public, private)
}

pub fn ed25519_sign(private: &[u8; 64], message: &[u8]) -> Option<[u8; 64]> {
    let mut out = [0; 64];
    // SAFETY: arrays of the fixed lengths; a slice's pointer and length.
    ok(unsafe { lc::ED25519_sign(out.as_mut_ptr(), message.as_ptr(), message.len(), private.as_ptr()) })?;
    Some(out)
}

pub fn ed25519_verify(public: &[u8; 32], message: &[u8], signature: &[u8; 64]) -> Option<()> {
    // SAFETY: as above.
    ok(unsafe { lc::ED25519_verify(message.as_ptr(), message.len(), signature.as_ptr(), public.as_ptr()) })
}
