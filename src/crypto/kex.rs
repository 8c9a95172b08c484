//! Key exchange: elliptic curves, the finite fields of RFC 7919, and hybrids of a curve and ML-KEM.
use aws_lc_rs::agreement::{self, Algorithm, EphemeralPrivateKey, UnparsedPublicKey, agree_ephemeral};
use aws_lc_rs::kem::{self, Ciphertext, DecapsulationKey, EncapsulationKey};
use aws_lc_rs::rand::SystemRandom;
use zeroize::Zeroizing;

use super::aws_lc::{self, Bn};
use super::keys::{dh, edwards};
use crate::abi::*;
use crate::alg::ids::{Curve, Group};
use crate::asn1::der;
use crate::error::{Error, Result, err};

/// A shared secret: of a curve or a finite field, or the secrets of both parts of a hybrid one after the other.
pub type SharedSecret = Zeroizing<Vec<u8>>;

/// The peer's share is not one of the group.
const BAD: Error = Error::new(GNUTLS_E_RECEIVED_ILLEGAL_PARAMETER);
const FAILED: Error = Error::new(GNUTLS_E_PK_GENERATION_ERROR);

fn algorithm(group: Group) -> Option<(&'static Algorithm, usize)> {
    Some(match group {
        Group::X25519 => (&agreement::X25519, 32),
        Group::Secp256r1 => (&agreement::ECDH_P256, 65),
        Group::Secp384r1 => (&agreement::ECDH_P384, 97),
        Group::Secp521r1 => (&agreement::ECDH_P521, 133),
        _ => return None,
    })
}

/// The parts of a hybrid (draft-ietf-tls-ecdhe-mlkem section 4).
struct Hybrid {
    curve: Group,
    kem: &'static kem::Algorithm<kem::AlgorithmId>,
    /// The sizes of an encapsulation key and of a ciphertext in bytes (FIPS 203 section 8).
    key_size: usize,
    ciphertext_size: usize,
    /// ML-KEM stands first: in X25519MLKEM768, not in those with a NIST curve.
    kem_first: bool,
}

impl Hybrid {
    fn of(group: Group) -> Option<Hybrid> {
        let (curve, kem) = group.hybrid()?;
        let (kem, key_size, ciphertext_size) = match kem {
            Group::Mlkem1024 => (&kem::ML_KEM_1024, 1568, 1568),
            _ => (&kem::ML_KEM_768, 1184, 1088),
        };
        Some(Hybrid { curve, kem, key_size, ciphertext_size, kem_first: curve == Group::X25519 })
    }

    /// Joins what both parts have.
    fn join(&self, curve: &[u8], kem: &[u8]) -> Zeroizing<Vec<u8>> {
        Zeroizing::new(if self.kem_first { [kem, curve].concat() } else { [curve, kem].concat() })
    }

    /// Splits a share whose ML-KEM part has `kem` bytes. Returns the curve's part and ML-KEM's.
    fn split<'a>(&self, share: &'a [u8], kem: usize) -> Result<(&'a [u8], &'a [u8])> {
        if self.kem_first {
            share.split_at_checked(kem).map(|(kem, curve)| (curve, kem)).ok_or(BAD)
        } else {
            share.len().checked_sub(kem).map(|at| share.split_at(at)).ok_or(BAD)
        }
    }
}

/// Whether the group is implemented.
pub fn supported(group: Group) -> bool {
    group == Group::X448
        || algorithm(group).is_some()
        || group.finite_field().is_some()
        || Hybrid::of(group).is_some()
}

enum Private {
    Ecdh(EphemeralPrivateKey, &'static Algorithm),
    X448(edwards::Private),
    FiniteField(dh::Private),
    Hybrid(Box<(KeyShare, DecapsulationKey)>),
}

/// An ephemeral key pair, which is used once.
pub struct KeyShare {
    group: Group,
    private: Private,
    public: Vec<u8>,
}

impl KeyShare {
    /// Generates a share of a client, or of both sides of a group that is no hybrid. Fails with
    /// `GNUTLS_E_ECC_UNSUPPORTED_CURVE` for an unsupported group, and with `GNUTLS_E_MEMORY_ERROR`.
    pub fn generate(group: Group) -> Result<KeyShare> {
        aws_lc::random_is_ready().ok_or(Error::new(GNUTLS_E_MEMORY_ERROR))?;
        if group == Group::X448 {
            let private = edwards::Private::generate(Curve::X448)?;
            let public = private.public().to_vec();
            return Ok(KeyShare { group, private: Private::X448(private), public });
        }
        if let Some((prime, bits)) = group.finite_field() {
            let private = dh::Private::generate(prime, &[], &[2], bits)?;
            let public = padded(&private.components().y, prime.len())?.to_vec();
            return Ok(KeyShare { group, private: Private::FiniteField(private), public });
        }
        if let Some(hybrid) = Hybrid::of(group) {
            let curve = KeyShare::generate(hybrid.curve)?;
            let key = DecapsulationKey::generate(hybrid.kem).map_err(|_| FAILED)?;
            let public = key.encapsulation_key().and_then(|k| k.key_bytes()).map_err(|_| FAILED)?;
            let public = hybrid.join(curve.public(), public.as_ref()).to_vec();
            return Ok(KeyShare { group, private: Private::Hybrid(Box::new((curve, key))), public });
        }
        let (alg, _) = algorithm(group).ok_or(Error::new(GNUTLS_E_ECC_UNSUPPORTED_CURVE))?;
        let private = EphemeralPrivateKey::generate(alg, &SystemRandom::new()).map_err(|_| FAILED)?;
        let point = private.compute_public_key().map_err(|_| FAILED)?;
        let public = point.as_ref().to_vec();
        Ok(KeyShare { group, private: Private::Ecdh(private, alg), public })
    }

    pub fn group(&self) -> Group {
        self.group
    }

    /// The key_exchange bytes (RFC 8446 section 4.2.8): the uncompressed point, the bytes of X25519 and X448, a number as long
    /// as the prime, or both parts of a hybrid.
    pub fn public(&self) -> &[u8] {
        &self.public
    }

    /// Computes the shared secret from the other side's share, which a server has answered. Fails with
    /// `GNUTLS_E_RECEIVED_ILLEGAL_PARAMETER` if `peer` has the wrong length or format, is not a point of the curve, or results
    /// in zero (RFC 8446 section 7.4.2, RFC 7748 section 6.1).
    pub fn agree(self, peer: &[u8]) -> Result<SharedSecret> {
        match self.private {
            Private::X448(private) => agree_x448(&private, peer),
            Private::FiniteField(private) => agree_finite_field(&private, peer),
            Private::Ecdh(private, alg) => agree_ecdh(private, alg, self.group, peer, self.public.len()),
            Private::Hybrid(parts) => {
                let (curve, key) = *parts;
                let hybrid = Hybrid::of(self.group).ok_or(BAD)?;
                let (point, ciphertext) = hybrid.split(peer, hybrid.ciphertext_size)?;
                let curve = curve.agree(point)?;
                // A wrong ciphertext of the right size gives a secret that nobody knows (FIPS 203 section 6.3).
                let secret = key.decapsulate(Ciphertext::from(ciphertext)).map_err(|_| BAD)?;
                Ok(hybrid.join(&curve, secret.as_ref()))
            }
        }
    }

    /// A server's share that answers a client's, and the shared secret. Fails as [`KeyShare::generate`] and
    /// [`KeyShare::agree`].
    pub fn answer(group: Group, peer: &[u8]) -> Result<(Vec<u8>, SharedSecret)> {
        let Some(hybrid) = Hybrid::of(group) else {
            let share = KeyShare::generate(group)?;
            let public = share.public().to_vec();
            return Ok((public, share.agree(peer)?));
        };
        let (point, key) = hybrid.split(peer, hybrid.key_size)?;
        let (curve, curve_secret) = KeyShare::answer(hybrid.curve, point)?;
        let key = EncapsulationKey::new(hybrid.kem, key).map_err(|_| BAD)?;
        let (ciphertext, secret) = key.encapsulate().map_err(|_| BAD)?;
        let public = hybrid.join(&curve, ciphertext.as_ref()).to_vec();
        Ok((public, hybrid.join(&curve_secret, secret.as_ref())))
    }
}

/// A group of a finite field, big-endian.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct DhGroup {
    pub prime: Vec<u8>,
    pub generator: Vec<u8>,
    /// The size of a secret exponent in bits; 0 if it is not known how many suffice.
    pub secret_bits: u32,
}

/// Maximum size of a prime that a server may choose, in bytes: the time grows with its cube.
const MAX_PRIME: usize = 10_000 / 8;

impl DhGroup {
    /// A group of RFC 7919.
    pub fn of(group: Group) -> Option<DhGroup> {
        let (prime, secret_bits) = group.finite_field()?;
        Some(DhGroup { prime: prime.to_vec(), generator: vec![2], secret_bits })
    }

    /// Size of the prime in bits.
    pub fn bits(&self) -> u32 {
        der::bit_size(&self.prime)
    }
}

/// A key pair of the Diffie-Hellman key exchange before TLS 1.3, in a group that the server chooses (RFC 5246
/// section 7.4.3).
pub struct DhShare {
    group: DhGroup,
    private: dh::Private,
}

impl DhShare {
    /// Fails with `GNUTLS_E_RECEIVED_ILLEGAL_PARAMETER` if the numbers are no group, or too large.
    pub fn generate(group: DhGroup) -> Result<DhShare> {
        aws_lc::random_is_ready().ok_or(Error::new(GNUTLS_E_MEMORY_ERROR))?;
        if group.prime.len() > MAX_PRIME || der::bit_size(&group.generator) < 2 {
            return Err(BAD);
        }
        let private = dh::Private::generate(&group.prime, &[], &group.generator, group.secret_bits);
        Ok(DhShare { group, private: private.map_err(|_| BAD)? })
    }

    pub fn group(&self) -> &DhGroup {
        &self.group
    }

    /// Our value, without leading zeros.
    pub fn public(&self) -> &[u8] {
        &self.private.components().y
    }

    /// Size of the secret exponent in bits.
    pub fn secret_bits(&self) -> u32 {
        der::bit_size(self.private.x())
    }

    /// The shared secret, without leading zeros (RFC 5246 section 8.1.2). Fails with
    /// `GNUTLS_E_RECEIVED_ILLEGAL_PARAMETER` if the peer's value is not between 2 and p - 2.
    pub fn agree(&self, peer: &[u8]) -> Result<SharedSecret> {
        self.private.agree(peer).map_err(|_| BAD)
    }
}

fn agree_ecdh(
    private: EphemeralPrivateKey,
    alg: &'static Algorithm,
    group: Group,
    peer: &[u8],
    len: usize,
) -> Result<SharedSecret> {
    // aws-lc-rs would also accept compressed points and SubjectPublicKeyInfos.
    if peer.len() != len || (group != Group::X25519 && peer.first() != Some(&4)) {
        return Err(BAD);
    }
    let peer = UnparsedPublicKey::new(alg, peer);
    match agree_ephemeral(private, peer, BAD, |z| Ok(Zeroizing::new(z.to_vec()))) {
        Ok(z) if z.iter().all(|&b| b == 0) => err(BAD.code()),
        other => other,
    }
}

fn agree_x448(private: &edwards::Private, peer: &[u8]) -> Result<SharedSecret> {
    if peer.len() != private.public().len() {
        return Err(BAD);
    }
    private.agree(peer).map(|z| Zeroizing::new(z.to_vec())).ok_or(BAD)
}

/// The numbers have the size of the prime (RFC 8446 sections 4.2.8.1 and 7.4.1).
fn agree_finite_field(private: &dh::Private, peer: &[u8]) -> Result<SharedSecret> {
    let ours = private.components();
    if peer.len() != ours.p.len() {
        return Err(BAD);
    }
    padded(&private.agree(peer)?, ours.p.len())
}

/// A number with leading zeros.
fn padded(number: &[u8], len: usize) -> Result<Zeroizing<Vec<u8>>> {
    let padded = Bn::new(number).and_then(|n| n.padded(len));
    padded.ok_or(Error::new(GNUTLS_E_INTERNAL_ERROR))
}

#[cfg(test)]
mod tests {
    use super::*;

    const CURVES: [(Group, usize); 5] = [
        (Group::X25519, 32),
        (Group::X448, 56),
        (Group::Secp256r1, 32),
        (Group::Secp384r1, 48),
        (Group::Secp521r1, 66),
    ];

    /// Sizes of a client's share, a server's, and the secret (RFC 8446 section 4.2.8.1, draft-ietf-tls-ecdhe-mlkem section 4).
    const OTHERS: [(Group, usize, usize, usize); 6] = [
        (Group::Ffdhe2048, 256, 256, 256),
        (Group::Ffdhe3072, 384, 384, 384),
        (Group::Ffdhe8192, 1024, 1024, 1024),
        (Group::X25519Mlkem768, 1216, 1120, 64),
        (Group::Secp256r1Mlkem768, 1249, 1153, 64),
        (Group::Secp384r1Mlkem1024, 1665, 1665, 80),
    ];

    #[test]
    fn both_sides_agree() {
        for (group, len) in CURVES {
            let (a, b) = (KeyShare::generate(group).unwrap(), KeyShare::generate(group).unwrap());
            let (pa, pb) = (a.public().to_vec(), b.public().to_vec());
            assert_ne!(pa, pb);
            let (za, zb) = (a.agree(&pb).unwrap(), b.agree(&pa).unwrap());
            assert_eq!(*za, *zb);
            assert_eq!(za.len(), len);
        }
        for (group, client, server, secret) in OTHERS {
            let share = KeyShare::generate(group).unwrap();
            assert_eq!(share.public().len(), client, "{group:?}");
            let (answer, theirs) = KeyShare::answer(group, share.public()).unwrap();
            assert_eq!(answer.len(), server, "{group:?}");
            let ours = share.agree(&answer).unwrap();
            assert_eq!((&*ours, ours.len()), (&*theirs, secret), "{group:?}");
            let again = KeyShare::generate(group).unwrap();
            assert_ne!(*KeyShare::answer(group, again.public()).unwrap().1, *ours);
        }
        assert!(!supported(Group::Gc256a) && KeyShare::generate(Group::Gc256a).is_err());
    }

    #[test]
    fn bad_points_are_illegal_parameters() {
        for (group, _) in CURVES {
            let share = || KeyShare::generate(group).unwrap();
            let good = share().public().to_vec();
            let mut off = good.clone();
            *off.last_mut().unwrap() ^= 1;
            let mut cases = vec![vec![], good[1..].to_vec(), vec![0; good.len()]];
            // Points of small order (RFC 7748 section 7): one, and p - 1.
            let mut one = vec![0; good.len()];
            one[0] = 1;
            let mut minus = vec![0xff; good.len()];
            match group {
                Group::X25519 => (minus[0], minus[31]) = (0xec, 0x7f),
                Group::X448 => (minus[0], minus[28]) = (0xfe, 0xfe),
                _ => {
                    cases.push(off);
                    cases.push(good[..1 + good.len() / 2].to_vec());
                }
            }
            cases.extend([one, minus]);
            for case in cases {
                assert_eq!(share().agree(&case).unwrap_err().code(), GNUTLS_E_RECEIVED_ILLEGAL_PARAMETER);
            }
        }
    }

    #[test]
    fn bad_shares_of_other_groups_are_illegal_parameters() {
        for (group, ..) in OTHERS {
            let share = KeyShare::generate(group).unwrap();
            let good = share.public().to_vec();
            let (answer, _) = KeyShare::answer(group, &good).unwrap();
            let mut cases = vec![vec![], vec![4], good[1..].to_vec(), [&good[..], &[0]].concat()];
            let mut answers = vec![vec![], vec![4], answer[1..].to_vec(), [&answer[..], &[0]].concat()];
            if let Some((prime, _)) = group.finite_field() {
                let mut one = vec![0; prime.len()];
                *one.last_mut().unwrap() = 1;
                let mut minus = prime.to_vec();
                *minus.last_mut().unwrap() -= 1;
                cases.extend([vec![0; prime.len()], one, minus, prime.to_vec(), vec![0xff; prime.len()]]);
            } else {
                let kem_size = Hybrid::of(group).unwrap().key_size;
                // A coefficient that is not reduced (FIPS 203 section 7.2), a point that is not of the curve.
                let kem = if group == Group::X25519Mlkem768 { 0 } else { good.len() - kem_size };
                let mut unreduced = good.clone();
                unreduced[kem..kem + 3].fill(0xff);
                let curve = if kem == 0 { kem_size } else { 0 };
                let mut point = good.clone();
                point[curve..curve + 32].fill(0);
                cases.extend([unreduced, point]);
                let curve = if kem == 0 { answer.len() - 32 } else { 0 };
                let mut point = answer.clone();
                point[curve..curve + 32].fill(0);
                answers.push(point);
            }
            for case in cases {
                let code = KeyShare::answer(group, &case).unwrap_err().code();
                assert_eq!(code, GNUTLS_E_RECEIVED_ILLEGAL_PARAMETER, "{group:?}, {} bytes", case.len());
            }
            for case in answers {
                let code = KeyShare::generate(group).unwrap().agree(&case).unwrap_err().code();
                assert_eq!(code, GNUTLS_E_RECEIVED_ILLEGAL_PARAMETER, "{group:?}, {} bytes", case.len());
            }
        }
    }
}
