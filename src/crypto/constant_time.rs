//! What the constant-time checks of CBC records share.

/// All ones if `a` is less than `b`, in constant time. Both are less than 2^15. Sixteen bits, so that a vector
/// register takes many.
#[inline(always)]
pub(crate) fn less(a: u16, b: u16) -> u16 {
    0u16.wrapping_sub(a.wrapping_sub(b) >> 15)
}

#[cfg(test)]
mod tests {
    use super::less;

    #[test]
    fn compares() {
        for a in [0, 1, 2, 0x7ffe, 0x7fff] {
            for b in [0, 1, 2, 0x7ffe, 0x7fff] {
                assert_eq!(less(a, b), if a < b { 0xffff } else { 0 }, "{a} {b}");
            }
        }
    }
}
