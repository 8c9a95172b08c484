//! AES-GCM of whole messages in AVX-512 registers (the VAES and VPCLMULQDQ instructions).
use core::arch::asm;
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

/// The longest text for which the powers in the context are enough. For a longer one the assembly has them and further
/// ones on its stack.
const FEW: usize = 256;

/// The most bytes of stack that the assembly uses, rounded up to registers of 64 bytes: 1588, their alignment, the saved
/// registers and the address to which it returns.
const STACK: usize = 1728;

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
        if len > FEW {
            clear_stack();
        }
        clear_registers();
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

/// Wipes the stack below the caller, where the assembly leaves powers of the hash key, with which tags can be forged: it asks
/// how much of the text is left, not how long it was, whether to wipe them.
#[inline(always)]
fn clear_stack() {
    // SAFETY: the assembly has used this memory, and without `nostack` the compiler keeps nothing below the stack pointer. The
    // processor has the registers, as there is a key.
    unsafe {
        asm!(
            "vpxorq zmm16, zmm16, zmm16",
            "lea {place}, [rsp - {STACK}]",
            "2:",
            "vmovdqu64 [{place}], zmm16",
            "add {place}, 64",
            "cmp {place}, rsp",
            "jb 2b",
            place = out(reg) _,
            STACK = const STACK,
        );
    }
}

/// Wipes the vector registers. The powers of the hash key that are in them would reach the stack wherever
/// registers are saved: by a signal, or by the dynamic linker when the application calls a function for the first time.
#[inline(always)]
fn clear_registers() {
    // SAFETY: the processor has the registers, as there is a key; without its target feature the compiler uses none beyond the
    // first sixteen.
    unsafe {
        asm!(
            "vzeroall",
            "vpxorq zmm16, zmm16, zmm16",
            "vpxorq zmm17, zmm17, zmm17",
            "vpxorq zmm18, zmm18, zmm18",
            "vpxorq zmm19, zmm19, zmm19",
            "vpxorq zmm20, zmm20, zmm20",
            "vpxorq zmm21, zmm21, zmm21",
            "vpxorq zmm22, zmm22, zmm22",
            "vpxorq zmm23, zmm23, zmm23",
            "vpxorq zmm24, zmm24, zmm24",
            "vpxorq zmm25, zmm25, zmm25",
            "vpxorq zmm26, zmm26, zmm26",
            "vpxorq zmm27, zmm27, zmm27",
            "vpxorq zmm28, zmm28, zmm28",
            "vpxorq zmm29, zmm29, zmm29",
            "vpxorq zmm30, zmm30, zmm30",
            "vpxorq zmm31, zmm31, zmm31",
            out("xmm0") _,
            out("xmm1") _,
            out("xmm2") _,
            out("xmm3") _,
            out("xmm4") _,
            out("xmm5") _,
            out("xmm6") _,
            out("xmm7") _,
            out("xmm8") _,
            out("xmm9") _,
            out("xmm10") _,
            out("xmm11") _,
            out("xmm12") _,
            out("xmm13") _,
            out("xmm14") _,
            out("xmm15") _,
            options(nomem, nostack, preserves_flags)
        );
    }
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

#[cfg(test)]
mod tests {
    use core::mem::MaybeUninit;

    use super::*;

    const SPACE: usize = 256 * 1024;

    /// Runs `work` on a stack of ours, and returns what is in it when its thread has ended.
    fn stack_after(work: Box<dyn FnOnce() + Send>) -> Vec<u8> {
        extern "C" fn begin(work: *mut c_void) -> *mut c_void {
            // SAFETY: the box of `stack_after`, once.
            (*unsafe { Box::from_raw(work.cast::<Box<dyn FnOnce() + Send>>()) })();
            core::ptr::null_mut()
        }
        let mut stack = vec![0u8; SPACE];
        let mut attributes = MaybeUninit::uninit();
        let mut thread = MaybeUninit::uninit();
        // SAFETY: `stack` lives until the thread has ended, and nothing else uses it until then.
        unsafe {
            assert_eq!(libc::pthread_attr_init(attributes.as_mut_ptr()), 0);
            assert_eq!(
                libc::pthread_attr_setstack(attributes.as_mut_ptr(), stack.as_mut_ptr().cast(), SPACE),
                0
            );
            let work = Box::into_raw(Box::new(work)).cast();
            assert_eq!(libc::pthread_create(thread.as_mut_ptr(), attributes.as_ptr(), begin, work), 0);
            assert_eq!(libc::pthread_join(thread.assume_init(), core::ptr::null_mut()), 0);
            libc::pthread_attr_destroy(attributes.as_mut_ptr());
        }
        stack
    }

    #[test]
    fn no_power_of_the_hash_key_stays_on_the_stack() {
        for (len, aad) in
            [(0, 0), (16, 13), (256, 0), (257, 13), (1000, 13), (16_384, 5), (100, 3000), (0, 700)]
        {
            let Some(key) = AesGcm::new(&[7; 16]) else { return };
            let powers = key.0.1.powers;
            let stack = stack_after(Box::new(move || {
                let mut text = vec![1; len];
                let aad = vec![2; aad];
                let tag = key.seal(&[3; 12], &aad, &mut text).unwrap();
                key.open(&[3; 12], &aad, &mut text, &tag).unwrap();
            }));
            for power in powers {
                assert!(!stack.windows(16).any(|bytes| bytes == power), "{len} and {aad} bytes");
            }
        }
    }
}
