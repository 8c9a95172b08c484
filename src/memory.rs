//! Memory whose amount comes from outside: what there is not enough of is an error, not the end of the process.
//!
//! Small allocations need no care: `capi::ffi::allocator` has a reserve for them.
use crate::abi::*;
use crate::error::{Error, Result};
use crate::first_use::MAX_SERVED;

/// Inputs up to this size need no care.
const SMALL: usize = MAX_SERVED;
/// How many times the size of an input reading it, or making text of it, takes at most.
const FACTOR: usize = 6;

const MEMORY: Error = Error::new(GNUTLS_E_MEMORY_ERROR);

/// Fails with `GNUTLS_E_MEMORY_ERROR` unless there is memory for what is made of an input of `n` bytes.
///
/// It is asked once, where the input arrives: the structures that come of it are many, of sizes that depend on each
/// other.
#[inline]
pub fn afford(n: usize) -> Result<()> {
    if n <= SMALL { Ok(()) } else { probe(n) }
}

#[cold]
fn probe(n: usize) -> Result<()> {
    reserve(&mut Vec::new(), n.saturating_mul(FACTOR))
}

/// Makes room for `n` more bytes. Fails with `GNUTLS_E_MEMORY_ERROR`.
pub fn reserve(bytes: &mut Vec<u8>, n: usize) -> Result<()> {
    bytes.try_reserve(n).map_err(|_| MEMORY)
}

/// A copy of `bytes`. Fails with `GNUTLS_E_MEMORY_ERROR`.
pub fn copy(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut out = Vec::new();
    reserve(&mut out, bytes.len())?;
    out.extend_from_slice(bytes);
    Ok(out)
}

/// `n` zeros. Fails with `GNUTLS_E_MEMORY_ERROR`.
pub fn zeros(n: usize) -> Result<Vec<u8>> {
    let mut out = Vec::new();
    reserve(&mut out, n)?;
    out.resize(n, 0);
    Ok(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_no_machine_has_is_an_error() {
        let too_much = usize::MAX / 4;
        assert_eq!(afford(too_much), Err(MEMORY));
        assert_eq!(afford(usize::MAX), Err(MEMORY));
        assert_eq!(zeros(too_much), Err(MEMORY));
        assert_eq!(reserve(&mut vec![1], usize::MAX), Err(MEMORY));
        assert_eq!(afford(SMALL + 1), Ok(()));
        assert_eq!(copy(b"abc").unwrap(), b"abc");
        assert_eq!(zeros(3).unwrap(), [0; 3]);
    }
}
