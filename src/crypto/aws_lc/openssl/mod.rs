//! Three parts of OpenSSL's assembly, which `build.rs` generates from the `openssl-src` crate for x86-64 on
//! Linux: SHA-512 blocks with AVX2, AES-CCM in one pass, and AES-GCM with AVX-512.
mod gcm;

use core::ffi::c_int;
use core::sync::atomic::{AtomicU32, Ordering};
use std::sync::LazyLock;

use aws_lc_sys as lc;

pub(crate) use gcm::AesGcm;

/// `AES_KEY` of openssl/aes.h: the round keys and their number.
#[repr(C, align(16))]
struct AesKey {
    words: [u32; 60],
    rounds: c_int,
}

impl AesKey {
    const EMPTY: AesKey = AesKey { words: [0; 60], rounds: 0 };

    /// `None` if the key does not have the length of an AES key, or if the processor has no AES instructions.
    fn set(&mut self, key: &[u8]) -> Option<()> {
        if !PROCESSOR.aes || !matches!(key.len(), 16 | 24 | 32) {
            return None;
        }
        // SAFETY: a key with this number of bits, and space for its round keys.
        let made = unsafe { gnutls_rs_aesni_set_encrypt_key(key.as_ptr(), key.len() as c_int * 8, self) };
        (made == 0).then_some(())
    }
}

// `build.rs` adds the prefix to the names.
unsafe extern "C" {
    fn gnutls_rs_sha512_block_data_order(state: *mut u64, blocks: *const u8, count: usize);
    fn gnutls_rs_aesni_set_encrypt_key(key: *const u8, bits: c_int, round_keys: *mut AesKey) -> c_int;
    fn gnutls_rs_aesni_encrypt(block: *const u8, out: *mut u8, key: *const AesKey);
    fn gnutls_rs_aesni_ccm64_encrypt_blocks(
        text: *const u8,
        out: *mut u8,
        count: usize,
        key: *const AesKey,
        counter: *const [u8; 16],
        mac: *mut [u8; 16],
    );
    fn gnutls_rs_aesni_ccm64_decrypt_blocks(
        text: *const u8,
        out: *mut u8,
        count: usize,
        key: *const AesKey,
        counter: *const [u8; 16],
        mac: *mut [u8; 16],
    );
}

/// Processor capabilities, which the assembly reads: words in the order of OPENSSL_ia32cap(3).
#[unsafe(export_name = "gnutls_rs_ia32cap")]
static CAPABILITIES: [AtomicU32; 10] = [const { AtomicU32::new(0) }; 10];

/// The processor features that are relevant here.
struct Processor {
    sha512: bool,
    aes: bool,
    gcm: bool,
}

static PROCESSOR: LazyLock<Processor> = LazyLock::new(|| {
    let flag = |word: usize, bit: u32, on: bool| {
        CAPABILITIES[word].fetch_or(u32::from(on) << bit, Ordering::Relaxed);
    };
    let (aes, avx2) = (is_x86_feature_detected!("aes"), is_x86_feature_detected!("avx2"));
    let avx2 = avx2 && is_x86_feature_detected!("bmi1") && is_x86_feature_detected!("bmi2");
    flag(1, 9, is_x86_feature_detected!("ssse3"));
    flag(1, 25, aes);
    flag(1, 28, is_x86_feature_detected!("avx"));
    [3, 5, 8].into_iter().for_each(|bit| flag(2, bit, avx2));
    let avx512 = [
        (2, 16, is_x86_feature_detected!("avx512f")),
        (2, 17, is_x86_feature_detected!("avx512dq")),
        (2, 30, is_x86_feature_detected!("avx512bw")),
        (2, 31, is_x86_feature_detected!("avx512vl")),
        (3, 9, is_x86_feature_detected!("vaes")),
        (3, 10, is_x86_feature_detected!("vpclmulqdq")),
    ];
    avx512.into_iter().for_each(|(word, bit, on)| flag(word, bit, on));
    Processor { sha512: avx2, aes, gcm: aes && gcm::is_there() }
});

/// Adds whole blocks of 128 bytes to a state of SHA-384 or SHA-512.
pub(super) type Sha512Blocks = fn(&mut [u64; 8], &[u8]);

/// `None` if the processor has no AVX2, because then aws-lc is equally fast.
pub(super) fn sha512_blocks() -> Option<Sha512Blocks> {
    fn process(state: &mut [u64; 8], blocks: &[u8]) {
        let count = blocks.len() / 128;
        if count > 0 {
            // SAFETY: the eight words of a state and the whole blocks of a slice; the processor supports the
            // instructions.
            unsafe { gnutls_rs_sha512_block_data_order(state.as_mut_ptr(), blocks.as_ptr(), count) };
        }
    }
    PROCESSOR.sha512.then_some(process)
}

/// An AES key for the processor's AES instructions.
pub(crate) struct AesNi(Box<AesKey>);

impl AesNi {
    /// `None` if the key does not have the length of an AES key, or if the processor has no such
    /// instructions.
    pub(crate) fn new(key: &[u8]) -> Option<Self> {
        let mut aes = AesNi(Box::new(AesKey::EMPTY));
        aes.0.set(key)?;
        Some(aes)
    }

    pub(crate) fn encrypt(&self, block: &mut [u8; 16]) {
        let p = block.as_mut_ptr();
        // SAFETY: one block, in place, with an initialised key.
        unsafe { gnutls_rs_aesni_encrypt(p, p, &*self.0) }
    }

    /// Processes whole blocks of CCM in place: encrypts or decrypts them in counter mode and adds the
    /// plaintext to the MAC. The counter is in the last eight bytes of `counter`, which the caller
    /// increments.
    pub(crate) fn ccm<const SEAL: bool>(&self, counter: &[u8; 16], mac: &mut [u8; 16], blocks: &mut [u8]) {
        let run =
            if SEAL { gnutls_rs_aesni_ccm64_encrypt_blocks } else { gnutls_rs_aesni_ccm64_decrypt_blocks };
        let (p, count) = (blocks.as_mut_ptr(), blocks.len() / 16);
        if count > 0 {
            // SAFETY: the whole blocks of a slice, in place, with an initialised key.
            unsafe { run(p, p, count, &*self.0, counter, mac) }
        }
    }
}

impl Drop for AesNi {
    fn drop(&mut self) {
        // SAFETY: a whole struct of integers, which is not used again.
        unsafe { lc::OPENSSL_cleanse((&raw mut *self.0).cast(), size_of::<AesKey>()) }
    }
}
