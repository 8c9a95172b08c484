//! Generation of keys by type and size, for `gnutls_privkey_generate`.
use super::super::aws_lc::{Bn, Dsa};
use super::{GostParams, PrivateKey, RsaComponents, RsaUse};
use crate::abi::*;
use crate::alg::ids::{Curve, Digest, Pk};
use crate::alg::system;
use crate::error::{Error, INVALID_REQUEST, Result, err};

const FAILED: Error = Error::new(GNUTLS_E_PK_GENERATION_ERROR);

/// The curves of ECDSA keys whose size is given in bits.
const PRIME_CURVES: [Curve; 5] =
    [Curve::Secp192r1, Curve::Secp224r1, Curve::Secp256r1, Curve::Secp384r1, Curve::Secp521r1];

/// The bit that `GNUTLS_CURVE_TO_BITS` sets in a curve number.
const IS_CURVE: u32 = 0x8000_0000;

impl PrivateKey {
    /// Generates a key. `bits` is the size of the modulus, or a curve from `GNUTLS_CURVE_TO_BITS` or its
    /// size. Fails with `GNUTLS_E_INVALID_REQUEST` for an unsupported type, and with
    /// `GNUTLS_E_PK_GENERATION_ERROR` for an invalid size.
    pub fn generate(pk: Pk, bits: u32) -> Result<Self> {
        match pk {
            Pk::Rsa => rsa(bits),
            Pk::RsaPss => rsa(bits)?.for_use(&RsaUse::Pss(None)),
            Pk::RsaOaep => rsa(bits)?.for_use(&RsaUse::Oaep(None)),
            Pk::Ecdsa => Self::generate_ec(prime_curve(bits)?),
            Pk::Dsa => {
                let [p, q, g] = Dsa::parameters(bits).ok_or(FAILED)?;
                Self::generate_dsa(&p.bytes(), &q.bytes(), &g.bytes())
            }
            Pk::EddsaEd25519 => edwards(Curve::Ed25519, bits),
            Pk::EddsaEd448 => edwards(Curve::Ed448, bits),
            Pk::EcdhX25519 => edwards(Curve::X25519, bits),
            Pk::EcdhX448 => edwards(Curve::X448, bits),
            Pk::Gost01 => gost(Curve::Gost256cpa, Digest::Gostr94, bits),
            Pk::Gost12256 => gost(Curve::Gost256cpa, Digest::Streebog256, bits),
            Pk::Gost12512 => gost(Curve::Gost512a, Digest::Streebog512, bits),
            Pk::Mldsa44 | Pk::Mldsa65 | Pk::Mldsa87 | Pk::Mlkem768 | Pk::Mlkem1024 => Self::generate_pq(pk),
            Pk::Dh => Err(INVALID_REQUEST),
        }
    }
}

/// The curve that is named, which the system must not disable.
fn named(bits: u32) -> Option<Result<Curve>> {
    let curve =
        || Curve::from_raw(bits & !IS_CURVE).filter(|c| system::allows_curve(*c)).ok_or(INVALID_REQUEST);
    (bits & IS_CURVE != 0).then(curve)
}

fn prime_curve(bits: u32) -> Result<Curve> {
    match named(bits) {
        Some(Ok(curve)) if curve.pk() != Pk::Ecdsa => Err(INVALID_REQUEST),
        Some(curve) => curve,
        None => {
            // GnuTLS takes 528 bits, whole bytes, for SECP521R1, and more for the usual size.
            let bits = if bits > 528 { 256 } else { bits as usize };
            let mut curves = PRIME_CURVES.into_iter().filter(|c| system::allows_curve(*c));
            curves.find(|c| bits <= 8 * c.size()).ok_or(INVALID_REQUEST)
        }
    }
}

/// Generates a key of a type with a single curve. Another curve, or more bits than the curve has, is an
/// error. (For Ed25519 GnuTLS accepts any number of bits.)
fn edwards(curve: Curve, bits: u32) -> Result<PrivateKey> {
    let fits = match named(bits) {
        Some(named) => named? == curve,
        None => curve == Curve::Ed25519 || bits as usize <= 8 * curve.size(),
    };
    if fits && system::allows_curve(curve) {
        PrivateKey::generate_edwards(curve)
    } else {
        Err(INVALID_REQUEST)
    }
}

fn gost(usual: Curve, digest: Digest, bits: u32) -> Result<PrivateKey> {
    let curve = named(bits).unwrap_or(Ok(usual))?;
    if curve.size() != usual.size() {
        return Err(INVALID_REQUEST);
    }
    PrivateKey::generate_gost(GostParams::new(curve, digest, None)?)
}

/// aws-lc only generates moduli whose size is a multiple of 128 bits. Others are computed here from two
/// primes.
fn rsa(bits: u32) -> Result<PrivateKey> {
    if bits.is_multiple_of(128) {
        return PrivateKey::generate_rsa(bits);
    }
    if !(256..=16384).contains(&bits) {
        return err(GNUTLS_E_PK_GENERATION_ERROR);
    }
    let (one, e) = (Bn::small(1).ok_or(FAILED)?, Bn::small(65537).ok_or(FAILED)?);
    let prime = |bits: u32| -> Option<Bn> {
        loop {
            let p = Bn::random_prime(bits)?;
            if e.gcd(&p.sub(&one)?)? == one {
                return Some(p);
            }
        }
    };
    loop {
        let p = prime(bits.div_ceil(2)).ok_or(FAILED)?;
        let q = prime(bits / 2).ok_or(FAILED)?;
        let n = p.mul(&q).ok_or(FAILED)?;
        if p != q && n.bits() == bits {
            let numbers = RsaComponents::complete(&n.bytes(), &e.bytes(), &p.bytes(), &q.bytes(), [None; 4]);
            return PrivateKey::from_rsa(numbers.ok_or(FAILED)?);
        }
    }
}
