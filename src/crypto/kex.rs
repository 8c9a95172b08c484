//! Elliptic-curve Diffie-Hellman shares.
use aws_lc_rs::agreement::{self, Algorithm, EphemeralPrivateKey, UnparsedPublicKey, agree_ephemeral};
use aws_lc_rs::rand::SystemRandom;

use super::Secret;
use super::aws_lc;
use super::keys::edwards;
use crate::abi::*;
use crate::alg::ids::{Curve, Group};
use crate::error::{Error, Result, err};

/// Size of the longest public value in bytes: an uncompressed point of P-521.
const MAX_PUBLIC: usize = 133;

fn algorithm(group: Group) -> Option<(&'static Algorithm, usize)> {
    Some(match group {
        Group::X25519 => (&agreement::X25519, 32),
        Group::Secp256r1 => (&agreement::ECDH_P256, 65),
        Group::Secp384r1 => (&agreement::ECDH_P384, 97),
        Group::Secp521r1 => (&agreement::ECDH_P521, 133),
        _ => return None,
    })
}

/// True if [`KeyShare::generate`] supports the group.
pub fn supported(group: Group) -> bool {
    group == Group::X448 || algorithm(group).is_some()
}

enum Private {
    Ecdh(EphemeralPrivateKey, &'static Algorithm),
    X448(edwards::Private),
}

/// An ephemeral key pair, which is used once.
pub struct KeyShare {
    group: Group,
    private: Private,
    public: [u8; MAX_PUBLIC],
    len: usize,
}

impl KeyShare {
    /// Fails with `GNUTLS_E_ECC_UNSUPPORTED_CURVE` for an unsupported group.
    pub fn generate(group: Group) -> Result<KeyShare> {
        let mut public = [0; MAX_PUBLIC];
        if group == Group::X448 {
            let private = edwards::Private::generate(Curve::X448)?;
            let len = private.public().len();
            public[..len].copy_from_slice(private.public());
            return Ok(KeyShare { group, private: Private::X448(private), public, len });
        }
        let (alg, len) = algorithm(group).ok_or(Error::new(GNUTLS_E_ECC_UNSUPPORTED_CURVE))?;
        let failed = |_| Error::new(GNUTLS_E_PK_GENERATION_ERROR);
        aws_lc::random_is_ready().ok_or(Error::new(GNUTLS_E_MEMORY_ERROR))?;
        let private = EphemeralPrivateKey::generate(alg, &SystemRandom::new()).map_err(failed)?;
        let point = private.compute_public_key().map_err(failed)?;
        public[..len].copy_from_slice(point.as_ref());
        Ok(KeyShare { group, private: Private::Ecdh(private, alg), public, len })
    }

    pub fn group(&self) -> Group {
        self.group
    }

    /// The key_exchange bytes: the uncompressed point, or the bytes of X25519 and X448.
    pub fn public(&self) -> &[u8] {
        &self.public[..self.len]
    }

    /// Computes the shared secret. Fails with `GNUTLS_E_RECEIVED_ILLEGAL_PARAMETER` if `peer` has the wrong
    /// length or format, is not a point of the curve, or results in zero (RFC 8446 section 7.4.2, RFC 7748
    /// section 6.1).
    pub fn agree(self, peer: &[u8]) -> Result<Secret> {
        const BAD: Error = Error::new(GNUTLS_E_RECEIVED_ILLEGAL_PARAMETER);
        // aws-lc-rs would also accept compressed points and SubjectPublicKeyInfos.
        let is_point = !matches!(self.group, Group::X25519 | Group::X448);
        if peer.len() != self.len || (is_point && peer.first() != Some(&4)) {
            return Err(BAD);
        }
        let (private, alg) = match self.private {
            Private::Ecdh(private, alg) => (private, alg),
            Private::X448(private) => {
                return private.agree(peer).map(|z| Secret::from_slice(z.as_slice())).ok_or(BAD);
            }
        };
        let peer = UnparsedPublicKey::new(alg, peer);
        match agree_ephemeral(private, peer, BAD, |z| Ok(Secret::from_slice(z))) {
            Ok(z) if z.as_ref().iter().all(|&b| b == 0) => err(BAD.code()),
            other => other,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ALL: [(Group, usize); 5] = [
        (Group::X25519, 32),
        (Group::X448, 56),
        (Group::Secp256r1, 32),
        (Group::Secp384r1, 48),
        (Group::Secp521r1, 66),
    ];

    #[test]
    fn both_sides_agree() {
        for (group, len) in ALL {
            let (a, b) = (KeyShare::generate(group).unwrap(), KeyShare::generate(group).unwrap());
            let (pa, pb) = (a.public().to_vec(), b.public().to_vec());
            assert_ne!(pa, pb);
            let (za, zb) = (a.agree(&pb).unwrap(), b.agree(&pa).unwrap());
            assert_eq!(za.as_ref(), zb.as_ref());
            assert_eq!(za.len(), len);
        }
        assert!(!supported(Group::Ffdhe2048) && KeyShare::generate(Group::Ffdhe2048).is_err());
    }

    #[test]
    fn bad_points_are_illegal_parameters() {
        for (group, _) in ALL {
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
}
