//! A short secret that has a fixed address and is wiped when it is dropped.
use core::fmt;

use super::aws_lc;
pub(crate) use super::aws_lc::wipe_stack;

/// Maximum size of a secret in a TLS key schedule: a P-521 shared secret has 66 bytes, SHA-512 output 64.
pub const MAX: usize = 72;

/// Up to [`MAX`] secret bytes. They are on the heap, so that moves leave no copies in memory.
#[derive(Clone)]
pub struct Secret {
    bytes: Box<[u8; MAX]>,
    len: u8,
}

impl Secret {
    /// Copies the first [`MAX`] bytes of `bytes`. No secret of a key schedule is longer.
    pub fn from_slice(bytes: &[u8]) -> Self {
        debug_assert!(bytes.len() <= MAX);
        let mut s = Secret::zero(bytes.len());
        let len = s.len();
        s.as_mut().copy_from_slice(&bytes[..len]);
        s
    }

    /// `len` zero bytes, to be written with [`Secret::as_mut`].
    pub fn zero(len: usize) -> Self {
        Secret { bytes: Box::new([0; MAX]), len: len.min(MAX) as u8 }
    }

    pub fn len(&self) -> usize {
        self.len.into()
    }

    pub fn is_empty(&self) -> bool {
        self.len == 0
    }
}

impl AsRef<[u8]> for Secret {
    fn as_ref(&self) -> &[u8] {
        &self.bytes[..self.len.into()]
    }
}

impl AsMut<[u8]> for Secret {
    fn as_mut(&mut self) -> &mut [u8] {
        &mut self.bytes[..self.len.into()]
    }
}

impl Drop for Secret {
    fn drop(&mut self) {
        aws_lc::wipe(&mut *self.bytes);
    }
}

/// Does not print the contents.
impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Secret({} bytes)", self.len)
    }
}
