//! Nonces that are made from key and digest (RFC 6979 section 3.2).
use zeroize::Zeroizing;

use super::super::hash;
use super::super::raw::Bn;
use crate::alg::ids::Digest;

/// The leftmost bits of a string, as many as the order has (`bits2int`).
pub fn bits_to_number(bytes: &[u8], order: &Bn) -> Option<Bn> {
    let wanted = order.bits() as usize;
    let bytes = &bytes[..bytes.len().min(wanted.div_ceil(8))];
    let surplus = (bytes.len() * 8).saturating_sub(wanted);
    let n = Bn::new(bytes)?;
    if surplus == 0 { Some(n) } else { Some(n.div(&Bn::small(1 << surplus)?)?.0) }
}

/// The candidates in turn.
pub struct Nonces<'a> {
    digest: Digest,
    order: &'a Bn,
    k: Zeroizing<Vec<u8>>,
    v: Zeroizing<Vec<u8>>,
    fresh: bool,
}

impl<'a> Nonces<'a> {
    /// `None` for a digest without HMAC or one that is no digest here.
    pub fn new(digest: Digest, order: &'a Bn, secret: &[u8], message_digest: &[u8]) -> Option<Self> {
        let size = hash::size(digest)?;
        let octets = (order.bits() as usize).div_ceil(8);
        let x = Bn::new(secret)?.padded(octets)?;
        let h = bits_to_number(message_digest, order)?.rem(order)?.padded(octets)?;
        let mut nonces = Nonces {
            digest,
            order,
            k: Zeroizing::new(vec![0; size]),
            v: Zeroizing::new(vec![1; size]),
            fresh: true,
        };
        for separator in [0, 1] {
            nonces.mix(&Zeroizing::new([&[separator][..], &x, &h].concat()))?;
        }
        Some(nonces)
    }

    fn hmac(&self, data: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
        hash::hmac(self.digest, &self.k, data).ok().map(|o| Zeroizing::new(o.as_ref().to_vec()))
    }

    /// K = HMAC_K(V || data), V = HMAC_K(V).
    fn mix(&mut self, data: &[u8]) -> Option<()> {
        self.k = self.hmac(&Zeroizing::new([&self.v[..], data].concat()))?;
        self.v = self.hmac(&self.v)?;
        Some(())
    }

    pub fn next(&mut self) -> Option<Bn> {
        let octets = (self.order.bits() as usize).div_ceil(8);
        loop {
            if !self.fresh {
                self.mix(&[0])?;
            }
            self.fresh = false;
            let mut t = Zeroizing::new(Vec::with_capacity(octets + self.v.len()));
            while t.len() < octets {
                self.v = self.hmac(&self.v)?;
                t.extend_from_slice(&self.v);
            }
            let k = bits_to_number(&t, self.order)?;
            if !k.is_zero() && k < *self.order {
                return Some(k);
            }
        }
    }
}
