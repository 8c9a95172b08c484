//! What the processor can do: the assembly reads it, and its callers ask it first.
use core::sync::atomic::{AtomicU32, Ordering};
use std::sync::LazyLock;

// `build.rs` adds the prefix to the name.
unsafe extern "C" {
    fn gnutls_rs_ossl_vaes_vpclmulqdq_capable() -> usize;
}

/// Processor capabilities, which the assembly reads: words in the order of OPENSSL_ia32cap(3).
#[unsafe(export_name = "gnutls_rs_ia32cap")]
static CAPABILITIES: [AtomicU32; 10] = [const { AtomicU32::new(0) }; 10];

/// The processor features that are relevant here.
pub(super) struct Processor {
    /// SHA-512 by AVX2.
    pub(super) sha512: bool,
    pub(super) aes: bool,
    /// SHA-1 and SHA-256 by instructions of their own.
    pub(super) sha: bool,
    /// AES-GCM by AVX-512.
    pub(super) gcm: bool,
    /// Multiplications of large numbers by AVX-512.
    pub(super) ifma: bool,
}

pub(super) static PROCESSOR: LazyLock<Processor> = LazyLock::new(|| {
    let flag = |word: usize, bit: u32, on: bool| {
        CAPABILITIES[word].fetch_or(u32::from(on) << bit, Ordering::Relaxed);
    };
    let (aes, avx2) = (is_x86_feature_detected!("aes"), is_x86_feature_detected!("avx2"));
    let avx2 = avx2 && is_x86_feature_detected!("bmi1") && is_x86_feature_detected!("bmi2");
    flag(1, 9, is_x86_feature_detected!("ssse3"));
    flag(1, 25, aes);
    let sha = aes && is_x86_feature_detected!("sha") && is_x86_feature_detected!("sse4.1");
    flag(2, 29, sha);
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
    // SAFETY: reads the capabilities. An old assembler does not know the instructions; then this is 0.
    let gcm = aes && unsafe { gnutls_rs_ossl_vaes_vpclmulqdq_capable() } != 0;
    // The assemblers that know the instructions of the one know those of the other.
    let ifma = gcm && is_x86_feature_detected!("avx512ifma");
    Processor { sha512: avx2, aes, sha, gcm, ifma }
});
