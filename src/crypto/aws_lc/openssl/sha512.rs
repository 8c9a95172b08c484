//! Blocks of SHA-384 and SHA-512 with AVX2.
use super::processor::PROCESSOR;

// `build.rs` adds the prefix to the name.
unsafe extern "C" {
    fn gnutls_rs_sha512_block_data_order(state: *mut u64, blocks: *const u8, count: usize);
}

/// Adds whole blocks of 128 bytes to a state of SHA-384 or SHA-512.
pub(crate) type Sha512Blocks = fn(&mut [u64; 8], &[u8]);

/// `None` if the processor has no AVX2, because then aws-lc is equally fast.
pub(crate) fn sha512_blocks() -> Option<Sha512Blocks> {
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
