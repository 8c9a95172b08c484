//! The seed of a provable key (see [`provable`](super::super::provable)).
use zeroize::Zeroizing;

use crate::alg::ids::Digest;

/// The seed of a key and its digest. It is as secret as the key, because the primes of an RSA key are derived
/// from it.
#[derive(Clone)]
pub struct Seed {
    pub digest: Digest,
    pub bytes: Zeroizing<Vec<u8>>,
}
