//! Signatures on certificates, CRLs and OCSP responses: by the algorithms of rustls-webpki, where it has them.
//!
//! | key | supplier | why this one |
//! | --- | --- | --- |
//! | ECDSA P-256 with SHA-256 and SHA-384, Ed25519 | webpki on ring | as fast as aws-lc |
//! | ECDSA P-256 with SHA-512, P-384, P-521 | webpki on aws-lc | P-384 is 3.4x of ring; ring lacks the others |
//! | RSA PKCS #1 and PSS with 2048 to 8192 bits | webpki on aws-lc | 1.2x of ring |
//! | RSA of other lengths or exponents, SHA-1, DSA, GOST, Ed448, ML-DSA | [`PublicKey::verify`] | webpki has no algorithm |
use rustls_pki_types::SignatureVerificationAlgorithm as Algorithm;
use webpki::{aws_lc_rs, ring};

use super::{PssParams, PublicKey, Scheme};
use crate::abi::GNUTLS_E_PK_SIG_VERIFY_FAILED;
use crate::alg::ids::{Curve, Digest, Sign};
use crate::asn1::der::{self, Reader};
use crate::error::{Error, Result};

/// The exponent of every public authority's key: 65537.
const EXPONENT: &[u8] = &[1, 0, 1];

/// The first byte of an uncompressed point, the only form that webpki reads (SEC 1 section 2.3.3).
const UNCOMPRESSED: u8 = 4;

impl PublicKey {
    /// Like [`PublicKey::verify`], for the signature of a certificate, CRL or OCSP response.
    pub fn verify_certificate(&self, sign: Sign, message: &[u8], signature: &[u8]) -> Result<()> {
        verify(self, self.scheme(sign)?, message, signature)
            .unwrap_or_else(|| self.verify(sign, message, signature))
    }

    /// Like [`PublicKey::verify_pss`], for the signature of a certificate, CRL or OCSP response.
    pub fn verify_certificate_pss(&self, params: PssParams, message: &[u8], signature: &[u8]) -> Result<()> {
        self.check_pss(params)?;
        let scheme = Scheme::Pss { digest: params.digest, rsae: false };
        // Webpki expects a salt as long as the digest.
        let usual = params.salt == params.digest.output_size();
        let verified = if usual { verify(self, scheme, message, signature) } else { None };
        verified.unwrap_or_else(|| self.verify_pss(params, message, signature))
    }
}

/// What webpki's algorithm says of a signature; `None` if it has none for this key.
fn verify(key: &PublicKey, scheme: Scheme, message: &[u8], signature: &[u8]) -> Option<Result<()>> {
    let (algorithm, bits) = algorithm(key, scheme)?;
    let verified = algorithm.verify_signature(bits, message, signature);
    Some(verified.map_err(|_| Error::new(GNUTLS_E_PK_SIG_VERIFY_FAILED)))
}

/// The algorithm that verifies a signature of this scheme, and the key in its form: the bits of the
/// SubjectPublicKeyInfo. `None` if webpki has no algorithm for the scheme, or does not accept the key.
fn algorithm(key: &PublicKey, scheme: Scheme) -> Option<(&'static dyn Algorithm, &[u8])> {
    use Digest::{Sha256, Sha384, Sha512};
    let bits = subject_public_key(key.spki())?;
    let algorithm = match scheme {
        Scheme::Ecdsa(digest, _) if bits.first() == Some(&UNCOMPRESSED) => match (key.curve()?, digest) {
            (Curve::Secp256r1, Sha256) => ring::ECDSA_P256_SHA256,
            (Curve::Secp256r1, Sha384) => ring::ECDSA_P256_SHA384,
            (Curve::Secp256r1, Sha512) => aws_lc_rs::ECDSA_P256_SHA512,
            (Curve::Secp384r1, Sha256) => aws_lc_rs::ECDSA_P384_SHA256,
            (Curve::Secp384r1, Sha384) => aws_lc_rs::ECDSA_P384_SHA384,
            (Curve::Secp384r1, Sha512) => aws_lc_rs::ECDSA_P384_SHA512,
            (Curve::Secp521r1, Sha256) => aws_lc_rs::ECDSA_P521_SHA256,
            (Curve::Secp521r1, Sha384) => aws_lc_rs::ECDSA_P521_SHA384,
            (Curve::Secp521r1, Sha512) => aws_lc_rs::ECDSA_P521_SHA512,
            _ => return None,
        },
        Scheme::Ed25519 => ring::ED25519,
        Scheme::Pkcs1(digest) if is_usual_rsa(key, bits) => match digest {
            Sha256 => aws_lc_rs::RSA_PKCS1_2048_8192_SHA256,
            Sha384 => aws_lc_rs::RSA_PKCS1_2048_8192_SHA384,
            Sha512 => aws_lc_rs::RSA_PKCS1_2048_8192_SHA512,
            _ => return None,
        },
        Scheme::Pss { digest, .. } if is_usual_rsa(key, bits) => match digest {
            Sha256 => aws_lc_rs::RSA_PSS_2048_8192_SHA256_LEGACY_KEY,
            Sha384 => aws_lc_rs::RSA_PSS_2048_8192_SHA384_LEGACY_KEY,
            Sha512 => aws_lc_rs::RSA_PSS_2048_8192_SHA512_LEGACY_KEY,
            _ => return None,
        },
        _ => return None,
    };
    Some((algorithm, bits))
}

fn subject_public_key(spki: &[u8]) -> Option<&[u8]> {
    let mut info = Reader::new(spki).opened(der::SEQUENCE)?;
    info.content(der::SEQUENCE)?;
    info.bit_string().ok()
}

/// Whether webpki accepts this RSA key: its length, a usual exponent, and both numbers in DER.
fn is_usual_rsa(key: &PublicKey, bits: &[u8]) -> bool {
    let in_der = || {
        let mut numbers = Reader::new(bits).opened(der::SEQUENCE)?;
        numbers.minimal_unsigned()?;
        numbers.minimal_unsigned()
    };
    (2048..=8192).contains(&key.bits()) && in_der() == Some(EXPONENT)
}
