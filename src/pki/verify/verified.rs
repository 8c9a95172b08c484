//! Signatures of CA certificates that were verified: the few CAs that a peer of a program has are verified with every
//! chain, so a trust list remembers them.
use core::sync::atomic::{AtomicU64, Ordering};

use crate::alg::Digest;
use crate::alg::flags::CertificateStatus;
use crate::crypto::hash::Hash;
use crate::error::Result;
use crate::pki::cert::Certificate;
use crate::pki::verify::params::NONE;
use crate::pki::verify::signature::check_signature;

/// The number of signatures that are remembered. A new one takes the place of the one in its slot.
const SLOTS: usize = 32;

/// The SHA-256 digest of an issuer's key and a certificate: whether the signature is valid depends on nothing else.
type Pair = [u64; 4];

/// Holds no lock: a slot that two threads write at once may hold words of both, which are the digest of no pair.
/// Invalid signatures are not remembered.
#[derive(Default)]
pub(super) struct Verified([[AtomicU64; 4]; SLOTS]);

impl Verified {
    /// Verifies the signature and returns the status. As in GnuTLS, an invalid key or signature and an unknown
    /// algorithm have no specific status bit, and a key of the wrong type is a constraints failure.
    pub(super) fn status(&self, cert: &Certificate, issuer: &Certificate) -> CertificateStatus {
        let (Ok(key), Some(sign), Ok(_)) =
            (issuer.public_key(), cert.signature_algorithm(), cert.signature())
        else {
            return CertificateStatus::INVALID;
        };
        if !sign.accepts_key(key.pk()) {
            CertificateStatus::SIGNER_CONSTRAINTS_FAILURE
        } else if self.check(cert, issuer).is_err() {
            CertificateStatus::SIGNATURE_FAILURE
        } else {
            NONE
        }
    }

    /// Verifies the issuer's signature of a certificate ([`check_signature`]), once if the certificate is that of a
    /// CA. Others are not worth a slot: a server's clients, for example, have one each.
    pub(super) fn check(&self, cert: &Certificate, issuer: &Certificate) -> Result<()> {
        let Some(pair) = cert.is_ca().then(|| pair_of(cert, issuer)).flatten() else {
            return check_signature(cert, issuer);
        };
        let slot = &self.0[pair[0] as usize % SLOTS];
        if slot.iter().zip(pair).all(|(known, word)| known.load(Ordering::Relaxed) == word) {
            return Ok(());
        }
        check_signature(cert, issuer)?;
        slot.iter().zip(pair).for_each(|(known, word)| known.store(word, Ordering::Relaxed));
        Ok(())
    }
}

fn pair_of(cert: &Certificate, issuer: &Certificate) -> Option<Pair> {
    let key = issuer.spki_der();
    let mut hash = Hash::new(Digest::Sha256).ok()?;
    hash.update(&(key.len() as u64).to_be_bytes());
    hash.update(key);
    hash.update(cert.der());
    let digest = hash.finish();
    let mut words = digest.as_ref().as_chunks().0.iter().map(|w| u64::from_be_bytes(*w));
    Some([words.next()?, words.next()?, words.next()?, words.next()?])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::asn1::pem;

    fn read(text: &[u8]) -> Certificate {
        Certificate::from_der(&pem::decode(Some("CERTIFICATE"), text).unwrap()).unwrap()
    }

    fn known(verified: &Verified) -> usize {
        verified.0.iter().filter(|slot| slot.iter().any(|w| w.load(Ordering::Relaxed) != 0)).count()
    }

    #[test]
    fn valid_signatures_of_cas_are_remembered() {
        let root = read(include_bytes!("../testdata/root.pem"));
        let inter = read(include_bytes!("../testdata/inter.pem"));
        let leaf = read(include_bytes!("../testdata/leaf.pem"));
        let verified = Verified::default();
        for _ in 0..2 {
            verified.check(&inter, &root).unwrap();
            assert_eq!(known(&verified), 1);
            verified.check(&leaf, &inter).unwrap();
            assert_eq!(known(&verified), 1, "no CA");
        }
        // With another key, or one bit changed, it is another signature.
        assert!(verified.check(&inter, &inter).is_err());
        for bit in 0..8 {
            let mut der = inter.der().to_vec();
            *der.last_mut().unwrap() ^= 1 << bit;
            let changed = Certificate::from_der(&der).unwrap();
            assert!((0..2).all(|_| verified.check(&changed, &root).is_err()), "{bit}");
        }
        assert_eq!(known(&verified), 1);
    }
}
