//! AES-GCM of whole messages in AVX-512 registers (the VAES and VPCLMULQDQ instructions).
use core::ffi::c_void;

use aws_lc_sys as lc;

use super::aes::AesKey;
use super::processor::PROCESSOR;
use crate::crypto::constant_time::equal;

/// What the assembly reads of `GCM128_CONTEXT` (openssl/modes.h), which the powers of the hash key follow.
#[derive(Clone)]
#[repr(C, align(16))]
struct Context {
    counter: [u8; 16],
    partial: [u8; 16],
    first: [u8; 16],
    aad_len: u64,
    text_len: u64,
    /// The hash so far, and the tag in the end.
    hash: [u8; 16],
    hash_key: [u8; 16],
    powers: [[u8; 16]; 16],
}

const EMPTY: Context = Context {
    counter: [0; 16],
    partial: [0; 16],
    first: [0; 16],
    aad_len: 0,
    text_len: 0,
    hash: [0; 16],
    hash_key: [0; 16],
    powers: [[0; 16]; 16],
};

// `build.rs` adds the prefix to the names.
unsafe extern "C" {
    fn gnutls_rs_ossl_aes_gcm_init_avx512(key: *const AesKey, context: *mut Context);
    fn gnutls_rs_ossl_aes_gcm_setiv_avx512(
        key: *const AesKey,
        context: *mut Context,
        iv: *const u8,
        len: usize,
    );
    fn gnutls_rs_ossl_aes_gcm_update_aad_avx512(context: *mut Context, aad: *const u8, len: usize);
    fn gnutls_rs_ossl_aes_gcm_encrypt_avx512(
        key: *const AesKey,
        context: *mut Context,
        partial: *mut usize,
        text: *const u8,
        len: usize,
        out: *mut u8,
    );
    fn gnutls_rs_ossl_aes_gcm_decrypt_avx512(
        key: *const AesKey,
        context: *mut Context,
        partial: *mut usize,
        text: *const u8,
        len: usize,
        out: *mut u8,
    );
    fn gnutls_rs_ossl_aes_gcm_finalize_avx512(context: *mut Context, partial: u32);
}

/// The most bytes that GCM encrypts under one nonce (SP 800-38D section 5.2.1.1).
const MOST: u64 = (1 << 36) - 32;

/// A key, with the powers of its hash key.
pub(crate) struct AesGcm(Box<(AesKey, Context)>);

impl AesGcm {
    /// `None` if the key does not have the length of an AES key, or if the processor has no such
    /// instructions.
    pub(crate) fn new(key: &[u8]) -> Option<Self> {
        if !PROCESSOR.gcm {
            return None;
        }
        let mut gcm = AesGcm(Box::new((AesKey::EMPTY, EMPTY)));
        let (aes, context) = &mut *gcm.0;
        aes.set(key)?;
        // SAFETY: an initialised key, and the context to fill.
        unsafe { gnutls_rs_ossl_aes_gcm_init_avx512(aes, context) };
        Some(gcm)
    }

    /// Encrypts in place and returns the tag; `None` if the text is too long for GCM.
    pub(crate) fn seal(&self, nonce: &[u8; 12], aad: &[u8], text: &mut [u8]) -> Option<[u8; 16]> {
        let p = text.as_mut_ptr();
        // SAFETY: a slice, in place.
        unsafe { self.run::<true>(nonce, aad, p, p, text.len()) }
    }

    /// The same from one slice to another of the same length.
    pub(crate) fn seal_to(
        &self,
        nonce: &[u8; 12],
        aad: &[u8],
        text: &[u8],
        out: &mut [u8],
    ) -> Option<[u8; 16]> {
        if text.len() != out.len() {
            return None;
        }
        // SAFETY: two slices of the same length.
        unsafe { self.run::<true>(nonce, aad, text.as_ptr(), out.as_mut_ptr(), text.len()) }
    }

    /// Decrypts in place; `None` if the tag is wrong, and then the text is wiped.
    pub(crate) fn open(&self, nonce: &[u8; 12], aad: &[u8], text: &mut [u8], tag: &[u8; 16]) -> Option<()> {
        let p = text.as_mut_ptr();
        // SAFETY: a slice, in place.
        let want = unsafe { self.run::<false>(nonce, aad, p, p, text.len()) };
        accept(want, tag, text)
    }

    /// The same from one slice to another of the same length.
    pub(crate) fn open_to(
        &self,
        nonce: &[u8; 12],
        aad: &[u8],
        text: &[u8],
        out: &mut [u8],
        tag: &[u8; 16],
    ) -> Option<()> {
        if text.len() != out.len() {
            return None;
        }
        // SAFETY: two slices of the same length.
        let want = unsafe { self.run::<false>(nonce, aad, text.as_ptr(), out.as_mut_ptr(), text.len()) };
        accept(want, tag, out)
    }

    /// # Safety
    /// `text` and `out` have `len` bytes, which are the same or do not overlap.
    unsafe fn run<const SEAL: bool>(
        &self,
        nonce: &[u8; 12],
        aad: &[u8],
        text: *const u8,
        out: *mut u8,
        len: usize,
    ) -> Option<[u8; 16]> {
        let (aes, made) = &*self.0;
        if len as u64 > MOST {
            return None;
        }
        // A copy for this message, so that threads can share the key.
        let mut context = made.clone();
        context.aad_len = aad.len() as u64;
        context.text_len = len as u64;
        let mut partial = 0;
        let crypt =
            if SEAL { gnutls_rs_ossl_aes_gcm_encrypt_avx512 } else { gnutls_rs_ossl_aes_gcm_decrypt_avx512 };
        // SAFETY: an initialised key and a context of it, the lengths of a nonce and of a slice, and text as the
        // caller promises; no part of a block is left from before.
        unsafe {
            gnutls_rs_ossl_aes_gcm_setiv_avx512(aes, &mut context, nonce.as_ptr(), nonce.len());
            if !aad.is_empty() {
                gnutls_rs_ossl_aes_gcm_update_aad_avx512(&mut context, aad.as_ptr(), aad.len());
            }
            crypt(aes, &mut context, &mut partial, text, len, out);
            gnutls_rs_ossl_aes_gcm_finalize_avx512(&mut context, partial as u32);
        }
        let tag = context.hash;
        clear(&mut context);
        Some(tag)
    }
}

/// Whether the tag is the one of the message, whose text is wiped otherwise.
fn accept(want: Option<[u8; 16]>, tag: &[u8; 16], text: &mut [u8]) -> Option<()> {
    if want.is_some_and(|want| bool::from(equal(&want, tag))) {
        return Some(());
    }
    clear(text);
    None
}

/// Wipes integers.
fn clear<T: ?Sized>(value: &mut T) {
    // SAFETY: bytes, or a struct of integers, for which 0 is a value.
    unsafe { lc::OPENSSL_cleanse((&raw mut *value).cast::<c_void>(), size_of_val(value)) }
}

impl Drop for AesGcm {
    fn drop(&mut self) {
        clear(&mut *self.0);
    }
}
