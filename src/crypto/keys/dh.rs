//! Diffie-Hellman keys over the integers (RFC 7919, NIST SP 800-56A).
use zeroize::Zeroizing;

use super::super::aws_lc::Bn;
use crate::abi::*;
use crate::error::{Error, Result, err};

/// Maximum size of a modulus in bits, because the time grows with its cube.
const MAX_BITS: u32 = 16_384;

/// The public numbers of a DH key, big-endian without leading zeros.
#[derive(Clone, PartialEq, Eq)]
pub struct DhComponents {
    pub p: Vec<u8>,
    /// The order of the base; empty if it is unknown.
    pub q: Vec<u8>,
    pub g: Vec<u8>,
    pub y: Vec<u8>,
}

fn bn(bytes: &[u8]) -> Result<Bn> {
    Bn::new(bytes).ok_or(Error::new(GNUTLS_E_MPI_SCAN_FAILED))
}

/// Checks that a public value is between 2 and p - 2, and has the right order if that is known (SP 800-56A
/// section 5.6.2.3.1).
fn check_public(y: &Bn, p: &Bn, q: &[u8]) -> Result<()> {
    const BAD: Error = Error::new(GNUTLS_E_RECEIVED_ILLEGAL_PARAMETER);
    let two = Bn::small(2).ok_or(BAD)?;
    if *y < two || *y > p.sub(&two).ok_or(BAD)? {
        return Err(BAD);
    }
    if !q.is_empty() && y.mod_exp(&bn(q)?, p).ok_or(BAD)? != Bn::small(1).ok_or(BAD)? {
        return Err(BAD);
    }
    Ok(())
}

/// A private key.
pub(in crate::crypto) struct Private {
    numbers: DhComponents,
    x: Zeroizing<Vec<u8>>,
}

impl Private {
    /// Creates a key from the parameters and x. y is computed if it is empty.
    pub(in crate::crypto) fn new(p: &[u8], q: &[u8], g: &[u8], y: &[u8], x: &[u8]) -> Result<Private> {
        const BAD: Error = Error::new(GNUTLS_E_PK_INVALID_PRIVKEY);
        let (p, g, secret) = (bn(p)?, bn(g)?, bn(x)?);
        if !p.is_odd() || p.bits() > MAX_BITS || p.bits() < 3 || g >= p || secret.is_zero() || secret >= p {
            return Err(BAD);
        }
        let y = if y.is_empty() { g.mod_exp_secret(&secret, &p).ok_or(BAD)? } else { bn(y)? };
        let q = if q.is_empty() { Vec::new() } else { bn(q)?.bytes().to_vec() };
        let numbers = DhComponents { p: p.bytes().to_vec(), q, g: g.bytes().to_vec(), y: y.bytes().to_vec() };
        Ok(Private { numbers, x: secret.bytes() })
    }

    /// Generates a key. `bits` is the size of the secret if the order is not known; 0 selects a safe size.
    pub(in crate::crypto) fn generate(p: &[u8], q: &[u8], g: &[u8], bits: u32) -> Result<Private> {
        const FAILED: Error = Error::new(GNUTLS_E_PK_GENERATION_ERROR);
        let modulus = bn(p)?;
        let limit = if !q.is_empty() {
            bn(q)?
        } else if bits > 0 && bits < modulus.bits() {
            let mut power = vec![0; bits as usize / 8 + 1];
            power[0] = 1 << (bits % 8);
            bn(&power)?
        } else {
            modulus.sub(&Bn::small(1).ok_or(FAILED)?).ok_or(FAILED)?
        };
        let x = Bn::random_below(&limit).ok_or(FAILED)?;
        Self::new(p, q, g, &[], &x.bytes())
    }

    pub(in crate::crypto) fn components(&self) -> &DhComponents {
        &self.numbers
    }

    pub(in crate::crypto) fn x(&self) -> &Zeroizing<Vec<u8>> {
        &self.x
    }

    /// The shared secret with a key of the peer, whose parameters must be the same as ours.
    pub(in crate::crypto) fn agree_with(&self, peer: &DhComponents) -> Result<Zeroizing<Vec<u8>>> {
        if peer.p != self.numbers.p || peer.g != self.numbers.g {
            return err(GNUTLS_E_INVALID_REQUEST);
        }
        self.agree(&peer.y)
    }

    /// The shared secret with a public value of the peer, without leading zeros.
    pub(in crate::crypto) fn agree(&self, y: &[u8]) -> Result<Zeroizing<Vec<u8>>> {
        let (p, y) = (bn(&self.numbers.p)?, bn(y)?);
        check_public(&y, &p, &self.numbers.q)?;
        let secret = y.mod_exp_secret(&bn(&self.x)?, &p).ok_or(Error::new(GNUTLS_E_INTERNAL_ERROR))?;
        Ok(secret.bytes())
    }
}
