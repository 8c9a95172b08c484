//! Ed25519 and X25519.
use aws_lc_sys as lc;
use zeroize::Zeroizing;

use super::ok;

/// A private key in aws-lc's format: seed, then public key. It is boxed because moving a secret leaves copies
/// in memory.
pub(crate) type Ed25519Private = Box<Zeroizing<[u8; 64]>>;

/// Derives the key from a seed (RFC 8032 section 5.1.5).
pub(crate) fn ed25519_from_seed(seed: &[u8; 32]) -> Ed25519Private {
    let mut private = Ed25519Private::new(Zeroizing::new([0; 64]));
    let mut public = [0; 32];
    // SAFETY: arrays of the lengths that the function writes and reads.
    unsafe { lc::ED25519_keypair_from_seed(public.as_mut_ptr(), private.as_mut_ptr(), seed.as_ptr()) };
    private
}

pub(crate) fn ed25519_sign(private: &[u8; 64], message: &[u8]) -> Option<[u8; 64]> {
    let mut out = [0; 64];
    // SAFETY: arrays of the fixed lengths; a slice's pointer and length.
    ok(unsafe { lc::ED25519_sign(out.as_mut_ptr(), message.as_ptr(), message.len(), private.as_ptr()) })?;
    Some(out)
}

pub(crate) fn ed25519_verify(public: &[u8; 32], message: &[u8], signature: &[u8; 64]) -> Option<()> {
    // SAFETY: as above.
    ok(unsafe { lc::ED25519_verify(message.as_ptr(), message.len(), signature.as_ptr(), public.as_ptr()) })
}

/// The public value of an X25519 scalar (RFC 7748 section 6.1).
pub(crate) fn x25519_public(scalar: &[u8; 32]) -> [u8; 32] {
    let mut out = [0; 32];
    // SAFETY: arrays of the fixed lengths.
    unsafe { lc::X25519_public_from_private(out.as_mut_ptr(), scalar.as_ptr()) };
    out
}

/// `None` if the result is zero, because the peer's value has a small order.
pub(crate) fn x25519(scalar: &[u8; 32], peer: &[u8; 32]) -> Option<Zeroizing<Vec<u8>>> {
    let mut out = Zeroizing::new(vec![0; 32]);
    // SAFETY: 32 bytes each.
    ok(unsafe { lc::X25519(out.as_mut_ptr(), scalar.as_ptr(), peer.as_ptr()) })?;
    Some(out)
}
