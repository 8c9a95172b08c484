//! Keys on Curve25519 and Curve448: EdDSA (RFC 8032) and XDH (RFC 7748).
use ed448_goldilocks::{Signature, SigningKey, VerifyingKey};
use subtle::ConstantTimeEq;
use zeroize::Zeroizing;

use super::super::{aws_lc, rand};
use crate::abi::*;
use crate::alg::ids::Curve;
use crate::error::{Error, Result};

const BAD_KEY: Error = Error::new(GNUTLS_E_PK_INVALID_PRIVKEY);

/// True for the curves of this module.
pub(crate) fn is_here(curve: Curve) -> bool {
    matches!(curve, Curve::Ed25519 | Curve::Ed448 | Curve::X25519 | Curve::X448)
}

/// A private key: the seed of EdDSA or the scalar of XDH, and the public value.
pub(crate) struct Private {
    curve: Curve,
    secret: Zeroizing<Vec<u8>>,
    public: Vec<u8>,
    signer: Signer,
}

/// The signing key of a curve's implementation.
enum Signer {
    Ed25519(aws_lc::Ed25519Private),
    /// The expanded seed, which is wiped on drop, and the public key.
    Ed448(Box<SigningKey>),
    /// The curve only supports key agreement.
    None,
}

impl Private {
    /// Fails with `GNUTLS_E_PK_INVALID_PRIVKEY` if the length is wrong.
    pub(crate) fn new(curve: Curve, secret: &[u8]) -> Result<Private> {
        if secret.len() != curve.size() {
            return Err(BAD_KEY);
        }
        let secret = Zeroizing::new(secret.to_vec());
        let mut signer = Signer::None;
        let public = match curve {
            Curve::Ed25519 => {
                let private = aws_lc::ed25519_from_seed(secret.as_slice().try_into().map_err(|_| BAD_KEY)?);
                let public = private[32..].to_vec();
                signer = Signer::Ed25519(private);
                public
            }
            Curve::X25519 => {
                aws_lc::x25519_public(secret.as_slice().try_into().map_err(|_| BAD_KEY)?).to_vec()
            }
            Curve::Ed448 => {
                let key = Box::new(SigningKey::try_from(secret.as_slice()).map_err(|_| BAD_KEY)?);
                let public = key.verifying_key().to_bytes().to_vec();
                signer = Signer::Ed448(key);
                public
            }
            Curve::X448 => {
                let scalar: [u8; 56] = secret.as_slice().try_into().map_err(|_| BAD_KEY)?;
                let mut base = [0; 56];
                base[0] = 5;
                x448(scalar, base).ok_or(BAD_KEY)?.to_vec()
            }
            _ => return Err(BAD_KEY),
        };
        Ok(Private { curve, secret, public, signer })
    }

    pub(crate) fn generate(curve: Curve) -> Result<Private> {
        let mut secret = Zeroizing::new(vec![0; curve.size()]);
        rand::fill(&mut secret)?;
        Self::new(curve, &secret)
    }

    pub(crate) fn public(&self) -> &[u8] {
        &self.public
    }

    pub(crate) fn secret(&self) -> &Zeroizing<Vec<u8>> {
        &self.secret
    }

    pub(crate) fn curve(&self) -> Curve {
        self.curve
    }

    pub(crate) fn sign(&self, message: &[u8]) -> Option<Vec<u8>> {
        match &self.signer {
            Signer::Ed25519(key) => aws_lc::ed25519_sign(key, message).map(Vec::from),
            Signer::Ed448(key) => {
                let signature = key.sign_raw(message);
                // A signature with a hardware fault would reveal the key, because the nonce only depends on
                // key and message.
                key.verifying_key().verify_raw(&signature, message).ok()?;
                Some(signature.to_bytes().to_vec())
            }
            Signer::None => None,
        }
    }

    /// The shared secret of XDH; `None` if it is zero or the peer's value has the wrong length.
    pub(crate) fn agree(&self, peer: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
        match self.curve {
            Curve::X25519 => {
                let scalar: &[u8; 32] = self.secret.as_slice().try_into().ok()?;
                aws_lc::x25519(scalar, peer.try_into().ok()?)
            }
            Curve::X448 => {
                let scalar: Zeroizing<[u8; 56]> = Zeroizing::new(self.secret.as_slice().try_into().ok()?);
                x448(*scalar, peer.try_into().ok()?).map(|s| Zeroizing::new(s.to_vec()))
            }
            _ => None,
        }
    }
}

/// `None` for a value of small order, for which the result is zero (RFC 7748 section 6.2).
fn x448(scalar: [u8; 56], point: [u8; 56]) -> Option<[u8; 56]> {
    let shared = x448::x448(scalar, point)?;
    (!bool::from(shared.ct_eq(&[0; 56]))).then_some(shared)
}

/// Verifies EdDSA.
pub(crate) fn verify(curve: Curve, public: &[u8], message: &[u8], signature: &[u8]) -> Option<()> {
    match curve {
        Curve::Ed25519 => {
            aws_lc::ed25519_verify(public.try_into().ok()?, message, signature.try_into().ok()?)
        }
        Curve::Ed448 => {
            let (point, scalar) = signature.split_at_checked(57)?;
            // The crate does not check the seven unused bits of an encoded point (RFC 8032 section 5.2.2).
            let clean = |point: &[u8]| point.last().is_some_and(|b| b & 0x7f == 0);
            if !clean(point) || !clean(public) || !is_reduced(scalar) {
                return None;
            }
            let key = VerifyingKey::from_bytes(public.try_into().ok()?).ok()?;
            let signature = Signature::from_slice(signature).ok()?;
            key.verify_raw(&signature, message).ok()
        }
        _ => None,
    }
}

/// The order of Ed448's base point, little-endian (RFC 8032 section 5.2).
const ORDER_448: [u8; 57] = {
    let mut order = [0xff; 57];
    let low = [
        0xf3, 0x44, 0x58, 0xab, 0x92, 0xc2, 0x78, 0x23, 0x55, 0x8f, 0xc5, 0x8d, 0x72, 0xc2, 0x6c, 0x21, 0x90,
        0x36, 0xd6, 0xae, 0x49, 0xdb, 0x4e, 0xc4, 0xe9, 0x23, 0xca, 0x7c,
    ];
    let mut i = 0;
    while i < low.len() {
        order[i] = low[i];
        i += 1;
    }
    order[55] = 0x3f;
    order[56] = 0;
    order
};

/// The scalar of a signature must be below the order (RFC 8032 section 5.2.7), so that each signature has one
/// encoding. Not in constant time, because nothing here is secret.
fn is_reduced(scalar: &[u8]) -> bool {
    scalar.len() == ORDER_448.len() && scalar.iter().rev().lt(ORDER_448.iter().rev())
}
