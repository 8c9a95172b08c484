//! Deterministic nonces, which are derived from key and digest (RFC 6979 section 3.2).
use zeroize::Zeroizing;

use super::super::aws_lc::Bn;
use super::super::hash;
use crate::alg::ids::Digest;

/// The leftmost bits of a string, up to the size of the order (`bits2int`). In constant time, because the
/// result may become a nonce.
pub(super) fn bits_to_number(bytes: &[u8], order: &Bn) -> Option<Bn> {
    let wanted = order.bits() as usize;
    let mut bytes = Zeroizing::new(bytes[..bytes.len().min(wanted.div_ceil(8))].to_vec());
    let surplus = (bytes.len() * 8).saturating_sub(wanted); // in the last byte
    let mut above = 0;
    for b in bytes.iter_mut() {
        let wide = u16::from_be_bytes([above, *b]);
        above = *b;
        *b = (wide >> surplus) as u8;
    }
    Bn::new(&bytes)
}

/// The sequence of candidates.
pub(super) struct Nonces<'a> {
    digest: Digest,
    order: &'a Bn,
    k: Zeroizing<Vec<u8>>,
    v: Zeroizing<Vec<u8>>,
    fresh: bool,
}

impl<'a> Nonces<'a> {
    /// `None` if the digest is not supported or has no HMAC.
    pub(super) fn new(digest: Digest, order: &'a Bn, secret: &[u8], message_digest: &[u8]) -> Option<Self> {
        let size = hash::size(digest)?;
        let octets = order.size();
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

    pub(super) fn next(&mut self) -> Option<Bn> {
        let octets = self.order.size();
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
