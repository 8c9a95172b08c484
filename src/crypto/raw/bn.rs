//! Big numbers.
use core::ptr;

use aws_lc_sys as lc;

owned! { Bn: lc::BIGNUM, lc::BN_clear_free }

impl Bn {
    pub(super) fn new(bytes: &[u8]) -> Option<Self> {
        // SAFETY: a slice's pointer and length; NULL asks for a new number.
        Self::own(unsafe { lc::BN_bin2bn(bytes.as_ptr(), bytes.len(), ptr::null_mut()) })
    }
}

/// The big-endian bytes of a number inside a key.
///
/// # Safety
/// `bn` is NULL or a live number.
pub(super) unsafe fn bn_bytes(bn: *const lc::BIGNUM) -> Vec<u8> {
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
