//! DSA (FIPS 186-4 section 4).
//!
//! 97 % of a verification are the two powers, which aws-lc computes one after the other: 440 squarings and 100 products
//! with 2,048 bits. Where the processor has wide multiplications both are computed at once with them.
use std::sync::OnceLock;

use zeroize::Zeroizing;

use super::super::aws_lc::{Bn, Dsa, Modulus, Modulus2048};
use super::rfc6979;
use crate::abi::*;
use crate::alg::ids::Digest;
use crate::asn1::der::{self, Write};
use crate::error::{Error, Result};

/// Maximum size of a modulus in bits, because the time grows with its cube.
const MAX_BITS: u32 = 10_000;

/// Maximum number of nonces to try. A valid key almost never needs a second one.
const MAX_TRIES: usize = 32;

/// The public numbers of a DSA key, big-endian without leading zeros.
#[derive(Clone, PartialEq, Eq)]
pub struct DsaComponents {
    pub p: Vec<u8>,
    pub q: Vec<u8>,
    pub g: Vec<u8>,
    pub y: Vec<u8>,
}

/// A public key.
pub(super) struct Public {
    pub numbers: DsaComponents,
    /// `None` for readable numbers that aws-lc rejects. Verification with them always fails.
    key: Option<Dsa>,
    /// What is computed from p with the first signature.
    modulus: OnceLock<Option<Box<Modulus2048>>>,
}

fn bn(bytes: &[u8]) -> Result<Bn> {
    Bn::new(bytes).ok_or(Error::new(GNUTLS_E_MPI_SCAN_FAILED))
}

impl Public {
    pub(super) fn new(numbers: DsaComponents) -> Result<Public> {
        let n = &numbers;
        let (p, q, g, y) = (bn(&n.p)?, bn(&n.q)?, bn(&n.g)?, bn(&n.y)?);
        let sane =
            p.is_odd() && p.bits() <= MAX_BITS && q.is_odd() && q < p && !g.is_zero() && g < p && y < p;
        let key = if sane { Dsa::new(&p, &q, &g, &y, None) } else { None };
        Ok(Public { numbers, key, modulus: OnceLock::new() })
    }

    pub(super) fn verify(&self, digest: &[u8], signature: &[u8]) -> Option<()> {
        let key = self.key.as_ref()?;
        // aws-lc accepts no other orders.
        let usual = [160 / 8, 224 / 8, 256 / 8].contains(&self.numbers.q.len()) && self.numbers.q[0] >= 0x80;
        let modulus = || usual.then(|| Modulus2048::new(&self.numbers.p)).flatten();
        match self.modulus.get_or_init(modulus) {
            Some(modulus) => self.verify_with(modulus, digest, signature),
            None => key.verify(self.left(digest), signature),
        }
    }

    /// FIPS 186-4 section 4.7.
    fn verify_with(&self, modulus: &Modulus2048, digest: &[u8], signature: &[u8]) -> Option<()> {
        let n = &self.numbers;
        let q = Bn::new(&n.q)?;
        let mut parts = der::whole(signature, der::SEQUENCE).ok()?.open();
        let (r, s) = (Bn::new(parts.minimal_unsigned()?)?, Bn::new(parts.minimal_unsigned()?)?);
        if !parts.is_empty() || r.is_zero() || s.is_zero() || r >= q || s >= q {
            return None;
        }
        let w = s.mod_inverse(&q)?;
        let h = Bn::new(self.left(digest))?;
        let (u, v) = (h.mod_mul(&w, &q)?.bytes(), r.mod_mul(&w, &q)?.bytes());
        let size = n.p.len();
        let (g, y) = (Bn::new(&n.g)?.padded(size)?, Bn::new(&n.y)?.padded(size)?);
        let product = modulus.product_of_powers(&[(&g, &u), (&y, &v)])?;
        (Bn::new(&product)?.rem(&q)? == r).then_some(())
    }

    /// The leftmost bytes of a digest, up to the size of the order.
    fn left<'a>(&self, digest: &'a [u8]) -> &'a [u8] {
        &digest[..digest.len().min(self.numbers.q.len())]
    }
}

/// A private key.
pub(super) struct Private {
    x: Zeroizing<Vec<u8>>,
    public: Public,
    key: Dsa,
}

impl Private {
    /// Creates a key from p, q, g and x; y is computed. Fails with `GNUTLS_E_PK_INVALID_PRIVKEY` for invalid
    /// numbers.
    pub(super) fn new(p: &[u8], q: &[u8], g: &[u8], x: &[u8]) -> Result<Private> {
        const BAD: Error = Error::new(GNUTLS_E_PK_INVALID_PRIVKEY);
        let (p, q, g, secret) = (bn(p)?, bn(q)?, bn(g)?, bn(x)?);
        let odd = p.is_odd() && q.is_odd();
        // The order must be below the modulus: otherwise a file could require a power with a huge exponent.
        if !odd || p.bits() > MAX_BITS || q >= p || secret.is_zero() || secret >= q || g >= p {
            return Err(BAD);
        }
        let secret = secret.widened(q.size()).ok_or(BAD)?;
        let y = g.mod_exp_secret(&secret, &p).ok_or(BAD)?;
        let key = Dsa::new(&p, &q, &g, &y, Some(&secret)).ok_or(BAD)?;
        let numbers = DsaComponents {
            p: p.bytes().to_vec(),
            q: q.bytes().to_vec(),
            g: g.bytes().to_vec(),
            y: y.bytes().to_vec(),
        };
        Ok(Private { x: secret.bytes(), public: Public::new(numbers)?, key })
    }

    /// Generates a key with the parameters p, q and g.
    pub(super) fn generate(p: &[u8], q: &[u8], g: &[u8]) -> Result<Private> {
        let order = bn(q)?;
        let x = Bn::random_below(&order).ok_or(Error::new(GNUTLS_E_PK_GENERATION_ERROR))?;
        Self::new(p, q, g, &x.bytes())
    }

    pub(super) fn components(&self) -> &DsaComponents {
        &self.public.numbers
    }

    pub(super) fn x(&self) -> &Zeroizing<Vec<u8>> {
        &self.x
    }

    pub(super) fn sign(&self, digest: &[u8]) -> Option<Vec<u8>> {
        self.checked(digest, self.key.sign(self.public.left(digest))?)
    }

    /// Signs deterministically (RFC 6979) with HMAC of `with`.
    pub(super) fn sign_deterministic(&self, with: Digest, digest: &[u8]) -> Option<Vec<u8>> {
        let n = &self.public.numbers;
        let (p, q, g, x) = (Bn::new(&n.p)?, Bn::new(&n.q)?, Bn::new(&n.g)?, Bn::new(&self.x)?);
        let h = rfc6979::bits_to_number(digest, &q)?.rem(&q)?;
        let modulus = Modulus::new(&q)?;
        let mut nonces = rfc6979::Nonces::new(with, &q, &self.x, digest)?;
        // With bad parameters r is always zero, so the number of attempts is limited.
        let (r, s) = (0..MAX_TRIES).find_map(|_| {
            let k = nonces.next()?;
            let r = g.mod_exp_secret(&k, &p)?.rem(&q)?;
            let sum = modulus.add(&h, &modulus.mul(&x, &r)?)?;
            let s = modulus.mul(&modulus.inverse_of_prime(&k)?, &sum)?;
            (!r.is_zero() && !s.is_zero()).then_some((r, s))
        })?;
        let (mut body, mut out) = (Vec::new(), Vec::new());
        body.unsigned(&r.bytes());
        body.unsigned(&s.bytes());
        out.element(der::SEQUENCE, &body);
        self.checked(digest, out)
    }

    /// Verifies the signature, so that one with a hardware fault is not returned.
    fn checked(&self, digest: &[u8], signature: Vec<u8>) -> Option<Vec<u8>> {
        self.public.verify(digest, &signature)?;
        Some(signature)
    }
}
