//! Provable keys, which are generated from a seed (FIPS 186-4): RSA primes according to appendix B.3.2.2, DSA
//! parameters according to A.1.2.1.2 and A.2.3, both based on the Shawe-Taylor construction of C.6. The
//! digest (SHA-384) and the lengths in which a seed is hashed are the same as in GnuTLS.
use zeroize::Zeroizing;

use super::aws_lc::Bn;
use super::hash;
use super::keys::{PrivateKey, RsaComponents, Seed};
use crate::abi::*;
use crate::alg::ids::{Digest, Pk};
use crate::error::{Error, Result, err};

/// The digest of seeds.
pub const DIGEST: Digest = Digest::Sha384;
const DIGEST_BITS: u32 = 384;

/// Maximum size of a seed in bytes.
const MAX_SEED: usize = 1024;
/// The public exponent.
const EXPONENT: u64 = 65537;

const FAILED: Error = Error::new(GNUTLS_E_PK_GENERATION_ERROR);

impl Seed {
    fn new(bytes: &[u8]) -> Seed {
        Seed { digest: DIGEST, bytes: Zeroizing::new(bytes.to_vec()) }
    }
}

/// p, q and g of DSA.
struct DsaParams {
    pub p: Vec<u8>,
    pub q: Vec<u8>,
    pub g: Vec<u8>,
}

/// Size of a new seed for an RSA key: twice its security strength.
pub fn rsa_seed_len(bits: u32) -> usize {
    match bits {
        0..2048 => 20,
        2048..3072 => 28,
        3072..4096 => 32,
        4096..7680 => 38,
        7680..15360 => 48,
        _ => 64,
    }
}

/// Size of a new seed for DSA parameters.
pub fn dsa_seed_len(bits: u32) -> usize {
    if bits <= 1024 { 41 } else { 65 }
}

impl PrivateKey {
    /// Generates an RSA key from a seed. Fails with `GNUTLS_E_PK_GENERATION_ERROR` if that is not possible
    /// for the seed or size.
    pub fn provable_rsa(bits: u32, seed: &[u8]) -> Result<PrivateKey> {
        if !(512..=16384).contains(&bits) || !bits.is_multiple_of(2) || !(1..=MAX_SEED).contains(&seed.len())
        {
            return Err(FAILED);
        }
        let key = PrivateKey::from_rsa(rsa_components(bits, seed).ok_or(FAILED)?)?;
        Ok(key.with_seed(Some(Seed::new(seed))))
    }

    /// Generates a random DSA key with parameters from a seed. Fails like [`PrivateKey::provable_rsa`].
    pub fn provable_dsa(bits: u32, seed: &[u8]) -> Result<PrivateKey> {
        let DsaParams { p, q, g } = dsa(bits, seed)?;
        Ok(PrivateKey::generate_dsa(&p, &q, &g)?.with_seed(Some(Seed::new(seed))))
    }

    /// Verifies that this key, or for DSA its parameters, was generated from a seed. Fails with
    /// `GNUTLS_E_PRIVKEY_VERIFICATION_ERROR` if the seed results in another key,
    /// `GNUTLS_E_PK_GENERATION_ERROR` if it results in no key, and `GNUTLS_E_UNIMPLEMENTED_FEATURE` for other
    /// key types.
    pub fn verify_seed(&self, seed: &[u8]) -> Result<()> {
        let same = match self.pk() {
            Pk::Rsa | Pk::Dsa if seed.len() > MAX_SEED => false,
            Pk::Rsa => {
                let made = PrivateKey::provable_rsa(self.bits(), seed)?.rsa_components();
                made.zip(self.rsa_components()).is_some_and(|(made, own)| made.p == own.p && made.q == own.q)
            }
            Pk::Dsa => {
                let made = dsa(self.bits(), seed)?;
                self.dsa_components().is_some_and(|n| made.p == n.p && made.q == n.q && made.g == n.g)
            }
            _ => return err(GNUTLS_E_UNIMPLEMENTED_FEATURE),
        };
        if same { Ok(()) } else { err(GNUTLS_E_PRIVKEY_VERIFICATION_ERROR) }
    }
}

fn rsa_components(bits: u32, seed: &[u8]) -> Option<RsaComponents> {
    let (one, e) = (Bn::small(1)?, Bn::small(EXPONENT)?);
    let mut seed = Chain::new(seed)?;
    let half = bits / 2;
    // The square root of two, times 2^(half - 1).
    let low = square_root(&power_of_two(2 * half - 1)?)?;
    let mut prime = || {
        let first = shawe_taylor(half.div_ceil(2) + 1, &mut seed)?;
        seed.construct(half, &first, &one, &low, Some(&e), 5 * half)
    };
    let p = prime()?;
    let far = power_of_two(half - 100)?;
    let q = loop {
        let q = prime()?;
        if p.sub(&q).or_else(|| q.sub(&p))? > far {
            break q;
        }
    };
    RsaComponents::complete(&p.mul(&q)?.bytes(), &e.bytes(), &p.bytes(), &q.bytes(), [None; 4])
}

/// Generates DSA parameters with a modulus of `bits`. Fails with `GNUTLS_E_PK_GENERATION_ERROR` if that is
/// not possible for the seed or size.
fn dsa(bits: u32, seed: &[u8]) -> Result<DsaParams> {
    let sub = match bits {
        1024 => 160,
        2048 | 3072 => 256,
        _ => return Err(FAILED),
    };
    // The seed must have at least as many bits as q, without leading zeros.
    if seed.len() > MAX_SEED || Bn::new(seed).ok_or(FAILED)?.bits() < sub {
        return Err(FAILED);
    }
    dsa_components(bits, sub, seed).ok_or(FAILED)
}

fn dsa_components(bits: u32, sub: u32, first: &[u8]) -> Option<DsaParams> {
    let (one, mut seed) = (Bn::small(1)?, Chain::new(first)?);
    let q = shawe_taylor(sub, &mut seed)?;
    let q_seed = seed.bytes(0)?;
    let p0 = shawe_taylor(bits.div_ceil(2) + 1, &mut seed)?;
    seed.len = 0; // from here on the seed is hashed without leading zeros
    let p = seed.construct(bits, &p0, &q, &power_of_two(bits - 1)?, None, 4 * bits)?;
    // A.2.3 with index 1.
    let mut input = [first, &seed.bytes(0)?, &q_seed, b"ggen", &[1], &[0, 0]].concat();
    let (at, cofactor) = (input.len() - 2, p.sub(&one)?.div(&q)?.0);
    for count in 1..=u16::MAX {
        input[at..].copy_from_slice(&count.to_be_bytes());
        let g = Bn::new(&hash::digest(DIGEST, &input).ok()?)?.mod_exp(&cofactor, &p)?;
        if g > one {
            let plain = |n: &Bn| n.bytes().to_vec();
            return Some(DsaParams { p: plain(&p), q: plain(&q), g: plain(&g) });
        }
    }
    None
}

/// A seed that is incremented.
struct Chain {
    value: Bn,
    /// The size to which it is padded for hashing, if the number is not longer.
    len: usize,
}

impl Chain {
    fn new(bytes: &[u8]) -> Option<Chain> {
        Some(Chain { value: Bn::new(bytes)?, len: bytes.len() })
    }

    fn bytes(&self, offset: u32) -> Option<Zeroizing<Vec<u8>>> {
        let value = self.value.add(&Bn::small(offset.into())?)?;
        value.padded(self.len.max(value.bits().div_ceil(8) as usize))
    }

    fn hash(&self, offset: u32) -> Option<Bn> {
        Bn::new(&hash::digest(DIGEST, &self.bytes(offset)?).ok()?)
    }

    fn count(&mut self, n: u32) -> Option<()> {
        self.value = self.value.add(&Bn::small(n.into())?)?;
        Some(())
    }

    /// At least `bits` bits from the hashes of this seed and the following ones. The first hash has the
    /// lowest bits.
    fn stretch(&mut self, bits: u32) -> Option<Bn> {
        let n = bits.div_ceil(DIGEST_BITS);
        let mut out = Zeroizing::new(Vec::new());
        for i in (0..n).rev() {
            out.extend_from_slice(&hash::digest(DIGEST, &self.bytes(i)?).ok()?);
        }
        self.count(n)?;
        Bn::new(&out)
    }

    /// A prime 2·t·c0·k + 1 of `bits` bits, not below `low`, that is proven with Pocklington's theorem from
    /// the prime c0. If `e` is present, it is coprime to the prime minus 1.
    fn construct(&mut self, bits: u32, c0: &Bn, k: &Bn, low: &Bn, e: Option<&Bn>, tries: u32) -> Option<Bn> {
        let (one, two, high) = (Bn::small(1)?, Bn::small(2)?, power_of_two(bits)?);
        let step = c0.mul(k)?.mul(&two)?;
        let start = low.add(&self.stretch(bits)?.rem(&high.sub(low)?)?)?;
        let mut t = ceiling(&start, &step)?;
        for _ in 0..tries {
            if t.mul(&step)?.add(&one)? > high {
                t = ceiling(low, &step)?;
            }
            let rest = t.mul(&step)?;
            let c = rest.add(&one)?;
            if e.is_none_or(|e| rest.gcd(e).is_some_and(|g| g == one)) {
                let a = self.stretch(bits)?.rem(&c.sub(&Bn::small(3)?)?)?.add(&two)?;
                let z = a.mod_exp_secret(&t.mul(k)?.mul(&two)?, &c)?;
                let coprime = z.sub(&one).and_then(|z| z.gcd(&c)).is_some_and(|g| g == one);
                if coprime && z.mod_exp_secret(c0, &c)? == one {
                    return Some(c);
                }
            }
            t = t.add(&one)?;
        }
        None
    }
}

/// Random_Prime of C.6.
fn shawe_taylor(bits: u32, seed: &mut Chain) -> Option<Bn> {
    if bits < 33 {
        return small_prime(bits, seed);
    }
    let c0 = shawe_taylor(bits.div_ceil(2) + 1, seed)?;
    seed.construct(bits, &c0, &Bn::small(1)?, &power_of_two(bits - 1)?, None, 4 * bits)
}

/// A prime of 2 to 32 bits.
fn small_prime(bits: u32, seed: &mut Chain) -> Option<Bn> {
    let top = 1u64 << (bits - 1);
    let low = |n: &Bn| Some(u64::from_be_bytes(*n.padded(48)?.last_chunk()?));
    for _ in 0..=4 * bits {
        let c = top | ((low(&seed.hash(0)?)? ^ low(&seed.hash(1)?)?) % top) | 1;
        seed.count(2)?;
        if (3..).step_by(2).take_while(|d| d * d <= c).all(|d| !c.is_multiple_of(d)) {
            return Bn::small(c);
        }
    }
    None
}

fn power_of_two(n: u32) -> Option<Bn> {
    let mut bytes = vec![0; 1 + n as usize / 8];
    bytes[0] = 1 << (n % 8);
    Bn::new(&bytes)
}

fn ceiling(a: &Bn, b: &Bn) -> Option<Bn> {
    let (quotient, rest) = a.div(b)?;
    if rest.is_zero() { Some(quotient) } else { quotient.add(&Bn::small(1)?) }
}

/// The integer square root, computed with Newton's method from above.
fn square_root(n: &Bn) -> Option<Bn> {
    let two = Bn::small(2)?;
    let mut x = power_of_two(n.bits().div_ceil(2))?;
    loop {
        let y = x.add(&n.div(&x)?.0)?.div(&two)?.0;
        if y >= x {
            return Some(x);
        }
        x = y;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::crypto::hex;

    // Generated with certtool from the same seeds.
    #[test]
    fn rsa_of_a_seed() {
        let seed = hex("ab499ea55a5f4cb743434e49ca1ee3a491544309c6f59ab2cd5507de");
        let made = PrivateKey::provable_rsa(2048, &seed).unwrap();
        assert_eq!(*made.seed().unwrap().bytes, seed);
        let key = made.rsa_components().unwrap();
        assert!(key.p.starts_with(&hex("fd84147c60b7ca50793d082f5198850e3d2fee72aa40cd939ebe0e3d17e2d7cb")));
        assert!(key.p.ends_with(&hex("b3935f56ea30dc04f46e7bbd")));
        assert!(key.q.ends_with(&hex("c13d88500dafa3")));
        assert!(key.d.starts_with(&hex("2a014fae34011f9953332d2662d9dfd5692325cda3527b0d54f6af7921362df9")));
        assert!(key.u.starts_with(&hex("1cc0b570f2dd1e0b43c7d75000af88e3de194337fcf142f44c74afd501fd26d1")));
        assert!(made.verify_seed(&seed).is_ok());
        assert_eq!(made.verify_seed(&seed[1..]).unwrap_err().code(), GNUTLS_E_PRIVKEY_VERIFICATION_ERROR);
        assert!(PrivateKey::provable_rsa(1023, &[1; 14]).is_err());
        assert!(PrivateKey::provable_rsa(2048, &[]).is_err());
    }

    #[test]
    fn dsa_of_a_seed() {
        let seed = hex(concat!(
            "843121bd89535ee86946d58d246d47a58d1576a8351b4223e1cff369a1266d2b24b0729d7ca56787fde2e3de19b9f2e7",
            "21ac698a29617732e7756f5ae4580be179"
        ));
        let made = dsa(2048, &seed).unwrap();
        assert!(made.p.starts_with(&hex("d514733a54d9a756d8b375793cea7b1aeb23536e1e506421341384ca2ddd4c38")));
        assert_eq!(made.q, hex("bc8b63e35fbaee3d24fa2fd9a1a76832b238b24b8e720912ec1ef38befd79adf"));
        assert!(made.g.starts_with(&hex("22156d4fb454cb17dc96ce4b348d86400cf542467d5a2d686a5dca8642de3223")));
        assert!(dsa(2048, &seed[..28]).is_err() && dsa(1536, &seed).is_err());
        let (mut short, made) = (vec![0x7f; 21], PrivateKey::provable_dsa(1024, &[0xff; 20]).unwrap());
        short[0] = 0;
        assert_eq!(made.verify_seed(&short).unwrap_err().code(), GNUTLS_E_PK_GENERATION_ERROR);
        short[1] = 0x80;
        assert_eq!(made.verify_seed(&short).unwrap_err().code(), GNUTLS_E_PRIVKEY_VERIFICATION_ERROR);
    }
}
