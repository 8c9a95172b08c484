//! Signatures on certificates, CRLs and OCSP responses: by the algorithms of rustls-webpki, where they serve best.
//!
//! | signature | supplier | why this one |
//! | --- | --- | --- |
//! | ECDSA with P-256, P-384, P-521 and SHA-2; Ed25519 | webpki on aws-lc | ring takes 1.05 times as long for P-256, 3.4 for P-384, 1.2 for Ed25519, and lacks P-521 |
//! | RSA | [`PublicKey::verify`] | webpki prepares the modulus again for each signature: 1.12 times as long for an anchor |
//! | DSA, GOST, Ed448, ML-DSA, SHA-1 | [`PublicKey::verify`] | webpki has no algorithm |
use rustls_pki_types::SignatureVerificationAlgorithm as Algorithm;
use webpki::aws_lc_rs;

use super::{PublicKey, Scheme};
use crate::abi::GNUTLS_E_PK_SIG_VERIFY_FAILED;
use crate::alg::ids::{Curve, Digest, Sign};
use crate::asn1::der::{self, Reader};
use crate::error::{Error, Result};

/// The first byte of an uncompressed point, the only form that webpki accepts (SEC 1 section 2.3.3).
const UNCOMPRESSED: u8 = 4;

impl PublicKey {
    /// Like [`PublicKey::verify`], for the signature of a certificate, CRL or OCSP response.
    pub fn verify_certificate(&self, sign: Sign, message: &[u8], signature: &[u8]) -> Result<()> {
        match algorithm(self, self.scheme(sign)?) {
            Some((algorithm, key)) => algorithm
                .verify_signature(key, message, signature)
                .map_err(|_| Error::new(GNUTLS_E_PK_SIG_VERIFY_FAILED)),
            None => self.verify(sign, message, signature),
        }
    }
}

/// The algorithm that verifies a signature of this scheme, and the key in its form: the bits of the
/// SubjectPublicKeyInfo. `None` if webpki has no algorithm for the scheme, or does not accept the key.
fn algorithm(key: &PublicKey, scheme: Scheme) -> Option<(&'static dyn Algorithm, &[u8])> {
    use Digest::{Sha256, Sha384, Sha512};
    let algorithm = match scheme {
        Scheme::Ecdsa(digest, _) => match (key.curve()?, digest) {
            (Curve::Secp256r1, Sha256) => aws_lc_rs::ECDSA_P256_SHA256,
            (Curve::Secp256r1, Sha384) => aws_lc_rs::ECDSA_P256_SHA384,
            (Curve::Secp256r1, Sha512) => aws_lc_rs::ECDSA_P256_SHA512,
            (Curve::Secp384r1, Sha256) => aws_lc_rs::ECDSA_P384_SHA256,
            (Curve::Secp384r1, Sha384) => aws_lc_rs::ECDSA_P384_SHA384,
            (Curve::Secp384r1, Sha512) => aws_lc_rs::ECDSA_P384_SHA512,
            (Curve::Secp521r1, Sha256) => aws_lc_rs::ECDSA_P521_SHA256,
            (Curve::Secp521r1, Sha384) => aws_lc_rs::ECDSA_P521_SHA384,
            (Curve::Secp521r1, Sha512) => aws_lc_rs::ECDSA_P521_SHA512,
            _ => return None,
        },
        Scheme::Ed25519 => aws_lc_rs::ED25519,
        _ => return None,
    };
    let bits = subject_public_key(key.spki())?;
    let accepted = scheme == Scheme::Ed25519 || bits.first() == Some(&UNCOMPRESSED);
    accepted.then_some((algorithm, bits))
}

fn subject_public_key(spki: &[u8]) -> Option<&[u8]> {
    let mut info = Reader::new(spki).opened(der::SEQUENCE)?;
    info.content(der::SEQUENCE)?;
    info.bit_string().ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::crypto::keys::PrivateKey;

    #[test]
    fn signatures_by_webpki_are_those_of_the_crypto_layer() {
        for (bits, sign) in [
            (256, Sign::EcdsaSha256),
            (256, Sign::EcdsaSha512),
            (384, Sign::EcdsaSha384),
            (521, Sign::EcdsaSha512),
            (256, Sign::EddsaEd25519),
        ] {
            let key = PrivateKey::generate(sign.pk(), bits).unwrap();
            let public = key.public();
            assert!(algorithm(public, public.scheme(sign).unwrap()).is_some(), "{bits} {sign:?}");
            let mut signature = key.sign(sign, b"signed").unwrap();
            public.verify_certificate(sign, b"signed", &signature).unwrap();
            public.verify(sign, b"signed", &signature).unwrap();
            assert!(public.verify_certificate(sign, b"other", &signature).is_err());
            *signature.last_mut().unwrap() ^= 1;
            let refused = public.verify_certificate(sign, b"signed", &signature).unwrap_err();
            assert_eq!(refused.code(), GNUTLS_E_PK_SIG_VERIFY_FAILED);
        }
    }
}
