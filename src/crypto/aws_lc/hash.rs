//! Digests and PBKDF2.
use core::ffi::c_void;
use core::hint::black_box;
use core::mem::MaybeUninit;
use core::ptr;

use aws_lc_sys as lc;

use super::ok;
use crate::alg::ids::Digest;

owned! { MdCtx: lc::EVP_MD_CTX, lc::EVP_MD_CTX_free }

// SAFETY: `&MdCtx` only reads (it copies the context).
unsafe impl Sync for MdCtx {}

/// The digest object and its NID; `None` for digests that aws-lc does not support.
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
            Digest::Shake128 => (lc::EVP_shake128(), lc::NID_shake128),
            Digest::Shake256 => (lc::EVP_shake256(), lc::NID_shake256),
            _ => return None,
        })
    }
}

impl MdCtx {
    pub(crate) fn new(digest: Digest) -> Option<Self> {
        let (md, _) = md(digest)?;
        // SAFETY: a fresh context and a constant digest.
        unsafe {
            let ctx = Self::own(lc::EVP_MD_CTX_new())?;
            ok(lc::EVP_DigestInit_ex(ctx.get(), md, ptr::null_mut()))?;
            Some(ctx)
        }
    }

    pub(crate) fn update(&mut self, data: &[u8]) {
        // SAFETY: an initialised context; the pointer and length are a slice's.
        unsafe { lc::EVP_DigestUpdate(self.get(), data.as_ptr().cast(), data.len()) };
    }

    /// Writes the digest to `out` and returns its length. The context accepts no more text afterwards.
    pub(crate) fn finish(&mut self, out: &mut [u8; 64]) -> usize {
        let mut n = 0;
        // SAFETY: no digest of `md` is longer than 64 bytes.
        unsafe { lc::EVP_DigestFinal_ex(self.get(), out.as_mut_ptr(), &mut n) };
        n as usize
    }

    /// Returns the next bytes of a SHAKE. It accepts no more text afterwards.
    pub(crate) fn squeeze(&mut self, out: &mut [u8]) -> Option<()> {
        // SAFETY: an initialised context, a slice's pointer and length.
        ok(unsafe { lc::EVP_DigestSqueeze(self.get(), out.as_mut_ptr(), out.len()) })
    }

    pub(crate) fn copy(&self) -> Option<Self> {
        // SAFETY: both contexts are live; the source is initialised.
        unsafe {
            let ctx = Self::own(lc::EVP_MD_CTX_new())?;
            ok(lc::EVP_MD_CTX_copy_ex(ctx.get(), self.get()))?;
            Some(ctx)
        }
    }
}

/// SHA-1 or SHA-2 with an inline context: no allocation and no indirect calls.
pub(crate) struct Sha(State);

#[derive(Clone, Copy)]
enum State {
    Sha1(lc::SHA_CTX),
    Sha224(lc::SHA256_CTX),
    Sha256(lc::SHA256_CTX),
    Sha384(lc::SHA512_CTX),
    Sha512(lc::SHA512_CTX),
}

/// Block size of SHA-384 and SHA-512 in bytes.
const BLOCK: usize = 128;

/// `SHA512_Update`, which SHA-384 shares. Whole blocks are processed by [`super::openssl`] where the processor has the
/// instructions; what is less than a block waits in the context.
///
/// # Safety
/// `c` is an initialised context; `data` has `len` bytes.
unsafe extern "C" fn sha512_update(c: *mut lc::SHA512_CTX, data: *const c_void, len: usize) -> i32 {
    #[cfg(openssl_assembly)]
    // SAFETY: the context is initialised and not shared, and `data` has `len` bytes (the caller), which contain `last`.
    unsafe {
        let c = &mut *c;
        let begun = c.num as usize;
        if begun + len >= BLOCK
            && let Some(process) = super::openssl::sha512_blocks()
        {
            let data = core::slice::from_raw_parts(data.cast::<u8>(), len);
            let (first, rest) = data.split_at(if begun == 0 { 0 } else { BLOCK - begun });
            let (blocks, last) = rest.split_at(rest.len() / BLOCK * BLOCK);
            if begun > 0 {
                c.p[begun..].copy_from_slice(first);
                process(&mut c.h, &c.p);
                c.num = 0;
            }
            process(&mut c.h, blocks);
            let bits = (u128::from(c.Nh) << 64 | u128::from(c.Nl)) + (len - last.len()) as u128 * 8;
            (c.Nh, c.Nl) = ((bits >> 64) as u64, bits as u64);
            return lc::SHA512_Update(c, last.as_ptr().cast(), last.len());
        }
    }
    // SAFETY: `c` is an initialised context and `data` has `len` bytes (the caller).
    unsafe { lc::SHA512_Update(c, data, len) }
}

/// The end of SHA-512 and SHA-384 by [`super::openssl`]: writes the state to `out`. False if this processor lacks the
/// instructions; then nothing has changed.
#[cfg(openssl_assembly)]
fn sha512_final(c: &mut lc::SHA512_CTX, out: &mut [u8; 64]) -> bool {
    let Some(process) = super::openssl::sha512_blocks() else { return false };
    let n = c.num as usize;
    let mut tail = [0; 2 * BLOCK];
    tail[..n].copy_from_slice(&c.p[..n]);
    tail[n] = 0x80;
    let blocks = &mut tail[..(n + 1 + 16).next_multiple_of(BLOCK)];
    if let Some(length) = blocks.last_chunk_mut() {
        *length = (u128::from(c.Nh) << 64 | u128::from(c.Nl)).to_be_bytes();
    }
    process(&mut c.h, blocks);
    out.chunks_exact_mut(8).zip(c.h).for_each(|(to, word)| to.copy_from_slice(&word.to_be_bytes()));
    wipe(&mut tail);
    true
}

#[cfg(not(openssl_assembly))]
fn sha512_final(_: &mut lc::SHA512_CTX, _: &mut [u8; 64]) -> bool {
    false
}

/// Creates a context with `init`.
///
/// # Safety
/// `init` writes the whole context and cannot fail.
unsafe fn begun<T>(init: unsafe extern "C" fn(*mut T) -> i32) -> T {
    let mut ctx = MaybeUninit::zeroed();
    // SAFETY: `init` initialises the whole context and cannot fail (the caller).
    unsafe {
        init(ctx.as_mut_ptr());
        ctx.assume_init()
    }
}

/// The words of a state.
#[cfg(openssl_assembly)]
pub(super) enum Words<'a> {
    Sha1(&'a mut [u32; 5]),
    Sha256(&'a mut [u32; 8]),
}

impl Sha {
    /// `None` for a digest of another family.
    pub(crate) fn new(digest: Digest) -> Option<Self> {
        // SAFETY: plain structs of integers, which these functions initialise.
        Some(Sha(unsafe {
            match digest {
                Digest::Sha1 => State::Sha1(begun(lc::SHA1_Init)),
                Digest::Sha224 => State::Sha224(begun(lc::SHA224_Init)),
                Digest::Sha256 => State::Sha256(begun(lc::SHA256_Init)),
                Digest::Sha384 => State::Sha384(begun(lc::SHA384_Init)),
                Digest::Sha512 => State::Sha512(begun(lc::SHA512_Init)),
                _ => return None,
            }
        }))
    }

    pub(crate) fn update(&mut self, data: &[u8]) {
        let (p, n) = (data.as_ptr().cast(), data.len());
        // SAFETY: initialised contexts; a slice's pointer and length.
        unsafe {
            match &mut self.0 {
                State::Sha1(c) => lc::SHA1_Update(c, p, n),
                State::Sha224(c) => lc::SHA224_Update(c, p, n),
                State::Sha256(c) => lc::SHA256_Update(c, p, n),
                State::Sha384(c) | State::Sha512(c) => sha512_update(c, p, n),
            }
        };
    }

    /// How many bytes of a block of SHA-1 or SHA-256 wait for the rest of it.
    #[cfg(openssl_assembly)]
    pub(super) fn begun(&self) -> usize {
        match &self.0 {
            State::Sha1(c) => c.num as usize,
            State::Sha224(c) | State::Sha256(c) => c.num as usize,
            State::Sha384(_) | State::Sha512(_) => 0,
        }
    }

    /// Lets `add` add `count` whole blocks of 64 bytes to the words of a state, which has begun no block. `None` for other
    /// digests than SHA-1 and SHA-256: then nothing is added.
    #[cfg(openssl_assembly)]
    pub(super) fn add_blocks(&mut self, count: usize, add: impl FnOnce(Words<'_>)) -> Option<()> {
        debug_assert_eq!(self.begun(), 0);
        let (words, high, low) = match &mut self.0 {
            State::Sha1(c) => (Words::Sha1(&mut c.h), &mut c.Nh, &mut c.Nl),
            State::Sha256(c) => (Words::Sha256(&mut c.h), &mut c.Nh, &mut c.Nl),
            State::Sha224(_) | State::Sha384(_) | State::Sha512(_) => return None,
        };
        add(words);
        let bits = (u64::from(*high) << 32 | u64::from(*low)) + count as u64 * 512;
        (*high, *low) = ((bits >> 32) as u32, bits as u32);
        Some(())
    }

    /// Writes the digest to `out` and returns its length. The context has to be initialised again before
    /// further use.
    pub(crate) fn finish(&mut self, out: &mut [u8; 64]) -> usize {
        let p = out.as_mut_ptr();
        // SAFETY: initialised contexts; no digest is longer than 64 bytes.
        unsafe {
            match &mut self.0 {
                State::Sha1(c) => (lc::SHA1_Final(p, c), 20),
                State::Sha224(c) => (lc::SHA224_Final(p, c), 28),
                State::Sha256(c) => (lc::SHA256_Final(p, c), 32),
                State::Sha384(c) => (if sha512_final(c, out) { 1 } else { lc::SHA384_Final(p, c) }, 48),
                State::Sha512(c) => (if sha512_final(c, out) { 1 } else { lc::SHA512_Final(p, c) }, 64),
            }
            .1
        }
    }
}

/// The body of [`Sha::digest_at`] for one kind of context.
macro_rules! at_block {
    ($word:ty, $ctx:expr, $blocks:expr, $last:expr, $transform:path, $size:expr) => {{
        let (mut chosen, mut n) = ([0 as $word; 8], 0u32);
        for block in $blocks {
            // SAFETY: an initialised context and one whole block (`chunks_exact` of the block size).
            unsafe { $transform($ctx, block.as_ptr()) };
            // All ones if this is the block.
            let differs = n ^ $last;
            let mask = black_box((<$word>::from((differs | differs.wrapping_neg()) >> 31)).wrapping_sub(1));
            chosen.iter_mut().zip($ctx.h.iter()).for_each(|(to, from)| *to |= from & mask);
            n += 1;
        }
        let mut out = [0; 64];
        for (to, word) in out.chunks_exact_mut(size_of::<$word>()).zip(chosen) {
            to.copy_from_slice(&word.to_be_bytes());
        }
        (out, $size)
    }};
}

impl Sha {
    /// Processes whole blocks and returns the digest of the state after block number `last`, with its size.
    /// The text must have been whole blocks so far, and `blocks` contains the padding of the digest. The time
    /// does not depend on `last`.
    pub(crate) fn digest_at(&mut self, blocks: &[u8], last: u32) -> ([u8; 64], usize) {
        match &mut self.0 {
            State::Sha1(c) => at_block!(u32, c, blocks.chunks_exact(64), last, lc::SHA1_Transform, 20),
            State::Sha224(c) => at_block!(u32, c, blocks.chunks_exact(64), last, lc::SHA256_Transform, 28),
            State::Sha256(c) => at_block!(u32, c, blocks.chunks_exact(64), last, lc::SHA256_Transform, 32),
            State::Sha384(c) => at_block!(u64, c, blocks.chunks_exact(128), last, lc::SHA512_Transform, 48),
            State::Sha512(c) => at_block!(u64, c, blocks.chunks_exact(128), last, lc::SHA512_Transform, 64),
        }
    }
}

impl Clone for Sha {
    fn clone(&self) -> Self {
        // Contexts of SHA-1 are less than half as long as the longest ones.
        Sha(match &self.0 {
            State::Sha1(c) => State::Sha1(*c),
            State::Sha224(c) => State::Sha224(*c),
            State::Sha256(c) => State::Sha256(*c),
            State::Sha384(c) => State::Sha384(*c),
            State::Sha512(c) => State::Sha512(*c),
        })
    }
}

/// The input may have been a secret, such as the key of an HMAC.
impl Drop for Sha {
    fn drop(&mut self) {
        // SAFETY: a whole context of integers, which is not used again.
        unsafe {
            match &mut self.0 {
                State::Sha1(c) => cleanse(c),
                State::Sha224(c) | State::Sha256(c) => cleanse(c),
                State::Sha384(c) | State::Sha512(c) => cleanse(c),
            }
        }
    }
}

/// # Safety
/// `T` may hold any bytes.
unsafe fn cleanse<T>(ctx: &mut T) {
    // SAFETY: the size is that of the value.
    unsafe { lc::OPENSSL_cleanse(ptr::from_mut(ctx).cast(), size_of::<T>()) }
}

/// Wipes secret bytes, whole words at a time.
pub(crate) fn wipe(bytes: &mut [u8]) {
    // SAFETY: a slice's pointer and length.
    unsafe { lc::OPENSSL_cleanse(bytes.as_mut_ptr().cast(), bytes.len()) }
}

/// The functions of a digest.
struct Family<T> {
    init: unsafe extern "C" fn(*mut T) -> i32,
    update: unsafe extern "C" fn(*mut T, *const c_void, usize) -> i32,
    last: unsafe extern "C" fn(*mut u8, *mut T) -> i32,
    size: usize,
    block: usize,
}

impl<T> Family<T> {
    /// Computes the digest of the concatenated `parts`; `None` if `out` is too short.
    #[inline(always)]
    fn digest(&self, parts: [&[u8]; 2], out: &mut [u8]) -> Option<usize> {
        let out = out.get_mut(..self.size)?;
        let mut ctx = MaybeUninit::<T>::uninit();
        let c = ctx.as_mut_ptr();
        // SAFETY: `init` initialises the context; slices' pointers and lengths, `out` as long as the digest.
        // The context's memory is wiped as bytes, which may have any value.
        unsafe {
            (self.init)(c);
            for part in parts.into_iter().filter(|part| !part.is_empty()) {
                (self.update)(c, part.as_ptr().cast(), part.len());
            }
            (self.last)(out.as_mut_ptr(), c);
            lc::OPENSSL_cleanse(c.cast(), size_of::<T>());
        }
        Some(self.size)
    }

    #[inline(always)]
    fn hmac(&self, key: &[u8], data: &[u8], out: &mut [u8]) -> Option<usize> {
        let (mut pad, mut inner) = ([0; 128], [0; 64]);
        let pad = &mut pad[..self.block];
        if key.len() > self.block {
            let n = self.digest([key, &[]], &mut inner)?;
            pad[..n].copy_from_slice(&inner[..n]);
        } else {
            pad[..key.len()].copy_from_slice(key);
        }
        pad.iter_mut().for_each(|b| *b ^= 0x36);
        let n = self.digest([pad, data], &mut inner)?;
        pad.iter_mut().for_each(|b| *b ^= 0x36 ^ 0x5c);
        let done = self.digest([pad, &inner[..n]], out);
        wipe(pad);
        wipe(&mut inner);
        done
    }
}

const SHA1: Family<lc::SHA_CTX> =
    Family { init: lc::SHA1_Init, update: lc::SHA1_Update, last: lc::SHA1_Final, size: 20, block: 64 };
const SHA224: Family<lc::SHA256_CTX> =
    Family { init: lc::SHA224_Init, update: lc::SHA224_Update, last: lc::SHA224_Final, size: 28, block: 64 };
const SHA256: Family<lc::SHA256_CTX> =
    Family { init: lc::SHA256_Init, update: lc::SHA256_Update, last: lc::SHA256_Final, size: 32, block: 64 };
const SHA384: Family<lc::SHA512_CTX> =
    Family { init: lc::SHA384_Init, update: sha512_update, last: lc::SHA384_Final, size: 48, block: BLOCK };
const SHA512: Family<lc::SHA512_CTX> =
    Family { init: lc::SHA512_Init, update: sha512_update, last: lc::SHA512_Final, size: 64, block: BLOCK };

/// SHA-1 or SHA-2 of one buffer. Returns the length of the digest, or `None` for another digest or if `out`
/// is too short.
pub(crate) fn sha_of(digest: Digest, data: &[u8], out: &mut [u8]) -> Option<usize> {
    let parts = [data, &[]];
    match digest {
        Digest::Sha1 => SHA1.digest(parts, out),
        Digest::Sha224 => SHA224.digest(parts, out),
        Digest::Sha256 => SHA256.digest(parts, out),
        Digest::Sha384 => SHA384.digest(parts, out),
        Digest::Sha512 => SHA512.digest(parts, out),
        _ => None,
    }
}

/// HMAC with SHA-1 or SHA-2 of one buffer. Returns the same as [`sha_of`].
pub(crate) fn hmac_of(digest: Digest, key: &[u8], data: &[u8], out: &mut [u8]) -> Option<usize> {
    match digest {
        Digest::Sha1 => SHA1.hmac(key, data, out),
        Digest::Sha224 => SHA224.hmac(key, data, out),
        Digest::Sha256 => SHA256.hmac(key, data, out),
        Digest::Sha384 => SHA384.hmac(key, data, out),
        Digest::Sha512 => SHA512.hmac(key, data, out),
        _ => None,
    }
}

/// RFC 8018 PBKDF2 with HMAC; `None` for an unknown digest or zero iterations.
pub(crate) fn pbkdf2(
    digest: Digest,
    password: &[u8],
    salt: &[u8],
    iterations: u32,
    out: &mut [u8],
) -> Option<()> {
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

#[cfg(test)]
mod tests {
    use super::*;

    /// Texts of every length up to a few blocks, in two parts that are cut anywhere, beside aws-lc's own code.
    #[test]
    fn sha512_in_parts() {
        let text: Vec<u8> = (0..4 * BLOCK as u32).map(|i| (i * 7 + i / 256) as u8).collect();
        let algorithms =
            [(Digest::Sha384, &aws_lc_rs::digest::SHA384), (Digest::Sha512, &aws_lc_rs::digest::SHA512)];
        for (digest, other) in algorithms {
            for len in 0..text.len() {
                let want = aws_lc_rs::digest::digest(other, &text[..len]);
                for cut in (0..=len).step_by(if len < 200 { 1 } else { 13 }) {
                    let mut sha = Sha::new(digest).unwrap();
                    sha.update(&text[..cut]);
                    sha.update(&text[cut..len]);
                    let mut out = [0; 64];
                    let n = sha.finish(&mut out);
                    assert_eq!(&out[..n], want.as_ref(), "{digest:?}, {cut} of {len}");
                }
            }
        }
    }
}
