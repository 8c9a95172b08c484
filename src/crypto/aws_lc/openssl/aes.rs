//! AES keys for the processor's AES instructions, and AES-CCM in one pass.
use core::ffi::c_int;

use aws_lc_sys as lc;

use super::processor::PROCESSOR;

/// `AES_KEY` of openssl/aes.h: the round keys and their number.
#[repr(C, align(16))]
pub(super) struct AesKey {
    words: [u32; 60],
    rounds: c_int,
}

impl AesKey {
    pub(super) const EMPTY: AesKey = AesKey { words: [0; 60], rounds: 0 };

    /// `None` if the key does not have the length of an AES key, or if the processor has no AES instructions.
    pub(super) fn set(&mut self, key: &[u8]) -> Option<()> {
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

    pub(super) fn round_keys(&self) -> *const AesKey {
        &raw const *self.0
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
