//! The seed that a provable key comes from (see [`provable`](super::super::provable)).
use zeroize::Zeroizing;

use crate::alg::ids::Digest;

/// The seed of a key, with the digest that goes with it. As secret as the key: it leads to an RSA key's primes.
#[derive(Clone)]
pub struct Seed {
    pub digest: Digest,
    pub bytes: Zeroizing<Vec<u8>>,
}
