//! What the constant-time checks of records share.
use subtle::{Choice, ConstantTimeEq};

/// All ones if `a` is less than `b`, in constant time. Both are less than 2^15. Sixteen bits, so that a vector
/// register takes many.
#[inline(always)]
pub(crate) fn less(a: u16, b: u16) -> u16 {
    0u16.wrapping_sub(a.wrapping_sub(b) >> 15)
}

/// Whether two slices are equal, in a time that depends on their lengths only. Eight bytes at a time: `subtle` hides each
/// byte of a slice from the compiler, which takes as long as the decryption of a short record.
pub(crate) fn equal(a: &[u8], b: &[u8]) -> Choice {
    let (words, rest) = a.as_chunks::<8>();
    let (others, other_rest) = b.as_chunks::<8>();
    let mut differ = 0;
    for (a, b) in words.iter().zip(others) {
        differ |= u64::from_ne_bytes(*a) ^ u64::from_ne_bytes(*b);
    }
    for (a, b) in rest.iter().zip(other_rest) {
        differ |= u64::from(a ^ b);
    }
    differ.ct_eq(&0) & Choice::from(u8::from(a.len() == b.len()))
}

#[cfg(test)]
mod tests {
    use super::{equal, less};

    #[test]
    fn every_bit_counts() {
        for len in 0..40usize {
            let bytes: Vec<u8> = (0..len as u8).map(|i| i.wrapping_mul(37)).collect();
            assert!(bool::from(equal(&bytes, &bytes.clone())));
            for bit in 0..len * 8 {
                let mut other = bytes.clone();
                other[bit / 8] ^= 1 << (bit % 8);
                assert!(!bool::from(equal(&bytes, &other)), "{len} {bit}");
            }
            for part in 0..len {
                assert!(!bool::from(equal(&bytes, &bytes[..part])), "{len} {part}");
            }
        }
    }

    #[test]
    fn compares() {
        for a in [0, 1, 2, 0x7ffe, 0x7fff] {
            for b in [0, 1, 2, 0x7ffe, 0x7fff] {
                assert_eq!(less(a, b), if a < b { 0xffff } else { 0 }, "{a} {b}");
            }
        }
    }
}
