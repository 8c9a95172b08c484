//! Signatures of issuers, and whether their key usage allows them.
use crate::abi::*;
use crate::alg::flags::{CertificateStatus, KeyUsage};
use crate::alg::{Digest, Sign};
use crate::crypto::keys::{PssParams, PublicKey};
use crate::error::{Result, err};
use crate::pki::cert::{Certificate, pss_parameters};
use crate::pki::verify::params::NONE;

/// Checks the key usage of a CA. GnuTLS reports an invalid extension as `CertificateStatus::INVALID` only.
pub(super) fn check_usage(issuer: &Certificate, usage: KeyUsage) -> CertificateStatus {
    match issuer.key_usage() {
        Err(_) => CertificateStatus::INVALID,
        Ok(_) if issuer.may(usage) => NONE,
        Ok(_) => CertificateStatus::SIGNER_CONSTRAINTS_FAILURE,
    }
}

/// Verifies the issuer's signature of a certificate.
pub fn check_signature(cert: &Certificate, issuer: &Certificate) -> Result<()> {
    let key = issuer.public_key()?;
    let signed = cert.signed()?;
    check_signed(&key, signed.algorithm, signed.message, signed.signature)
}

/// Verifies a signature with the algorithm of an AlgorithmIdentifier, including the parameters of RSA-PSS.
pub fn check_signed(key: &PublicKey, algorithm: &[u8], message: &[u8], signature: &[u8]) -> Result<()> {
    match crate::pki::cert::signature_algorithm(algorithm) {
        Some(s @ (Sign::RsaPssSha256 | Sign::RsaPssSha384 | Sign::RsaPssSha512)) => {
            let salt = pss_parameters(algorithm)?.salt_len as usize;
            let digest = match s {
                Sign::RsaPssSha256 => Digest::Sha256,
                Sign::RsaPssSha384 => Digest::Sha384,
                _ => Digest::Sha512,
            };
            key.verify_pss(PssParams { digest, salt }, message, signature)
        }
        Some(sign) => key.verify_certificate(sign, message, signature),
        None => err(GNUTLS_E_UNSUPPORTED_SIGNATURE_ALGORITHM),
    }
}
