//! Verification profiles: the required strength of certificates.
use crate::abi::*;
use crate::alg::{Curve, Digest, Pk, Sign, sec_param};
use crate::crypto::keys::PublicKey;
use crate::pki::cert::Certificate;

/// The security level of a profile, and the collision resistance in bits that it requires of a hash.
static PROFILES: [(u32, gnutls_sec_param_t, usize); 7] = [
    (GNUTLS_PROFILE_VERY_WEAK, GNUTLS_SEC_PARAM_VERY_WEAK, 64),
    (GNUTLS_PROFILE_LOW, GNUTLS_SEC_PARAM_LOW, 80),
    (GNUTLS_PROFILE_LEGACY, GNUTLS_SEC_PARAM_LEGACY, 96),
    (GNUTLS_PROFILE_MEDIUM, GNUTLS_SEC_PARAM_MEDIUM, 112),
    (GNUTLS_PROFILE_HIGH, GNUTLS_SEC_PARAM_HIGH, 128),
    (GNUTLS_PROFILE_ULTRA, GNUTLS_SEC_PARAM_ULTRA, 192),
    (GNUTLS_PROFILE_FUTURE, GNUTLS_SEC_PARAM_FUTURE, 256),
];

/// The profile in the upper byte of verification flags; 0 if there is none.
pub fn profile(flags: u32) -> u32 {
    flags >> 24
}

/// True for a signature algorithm that is not allowed in certificates unless a flag allows it.
pub fn is_broken(sign: Sign, flags: u32) -> bool {
    if flags & GNUTLS_VERIFY_ALLOW_BROKEN == GNUTLS_VERIFY_ALLOW_BROKEN {
        return false;
    }
    match sign.digest() {
        Some(Digest::Md2) => flags & GNUTLS_VERIFY_ALLOW_SIGN_RSA_MD2 == 0,
        Some(Digest::Md5) => flags & GNUTLS_VERIFY_ALLOW_SIGN_RSA_MD5 == 0,
        Some(Digest::Sha1) => flags & GNUTLS_VERIFY_ALLOW_SIGN_WITH_SHA1 == 0,
        Some(Digest::Gostr94) => true,
        _ => false,
    }
}

fn key_suffices(cert: &Certificate, least: gnutls_sec_param_t) -> bool {
    // Each parameter set of ML-DSA has its own security category (FIPS 204 section 4). Their `bits` would be
    // rated as the highest level.
    let reached = |key: &PublicKey| match key.pk() {
        Pk::Mldsa44 => GNUTLS_SEC_PARAM_HIGH,
        Pk::Mldsa65 => GNUTLS_SEC_PARAM_ULTRA,
        Pk::Mldsa87 => GNUTLS_SEC_PARAM_FUTURE,
        pk => sec_param(pk, key.bits()),
    };
    cert.public_key().is_ok_and(|key| reached(&key) >= least)
}

/// Whether the keys of a certificate and its issuer, and its signature, are strong enough for the profile in
/// `flags`. `trusted` means that the certificate is an anchor, whose signature is not relied on.
pub fn is_acceptable(cert: &Certificate, issuer: Option<&Certificate>, trusted: bool, flags: u32) -> bool {
    let profile = profile(flags);
    if matches!(profile, GNUTLS_PROFILE_SUITEB128 | GNUTLS_PROFILE_SUITEB192) {
        return suite_b(cert, issuer, profile == GNUTLS_PROFILE_SUITEB192);
    }
    let Some(&(_, least, hash)) = PROFILES.iter().find(|p| p.0 == profile) else { return true };
    if !key_suffices(cert, least) || issuer.is_some_and(|i| !key_suffices(i, least)) {
        return false;
    }
    if trusted {
        return true;
    }
    match cert.signature_algorithm() {
        Some(Sign::EddsaEd25519) => 128 >= hash,
        Some(Sign::EddsaEd448) => 224 >= hash,
        // As strong as the key, which has been checked.
        Some(Sign::Mldsa44 | Sign::Mldsa65 | Sign::Mldsa87) => true,
        Some(s) => s.digest().is_some_and(|d| d.output_size() * 4 >= hash),
        // Verification of such a signature fails anyway.
        None => true,
    }
}

/// RFC 6460: only P-256 and P-384 are allowed, and a P-384 key must be signed by P-384 with SHA-384. A
/// certificate without an issuer is never acceptable, as in GnuTLS.
fn suite_b(cert: &Certificate, issuer: Option<&Certificate>, high: bool) -> bool {
    let curve = |c: &Certificate| c.public_key().ok().and_then(|k| k.curve());
    let hash = match cert.signature_algorithm() {
        Some(Sign::EcdsaSha256) => Digest::Sha256,
        Some(Sign::EcdsaSha384) => Digest::Sha384,
        _ => return false,
    };
    match (curve(cert), issuer.map(curve)) {
        (Some(Curve::Secp256r1), Some(Some(Curve::Secp256r1))) => !high,
        (Some(Curve::Secp256r1), Some(Some(Curve::Secp384r1))) => !high && hash == Digest::Sha384,
        (Some(Curve::Secp384r1), Some(Some(Curve::Secp384r1))) => hash == Digest::Sha384,
        _ => false,
    }
}

/// GnuTLS's name for the security level of a key.
pub fn name_of(pk: Pk, bits: u32) -> &'static str {
    sec_param::of_key(Some(pk), bits).and_then(|l| l.name.to_str().ok()).unwrap_or("Unknown")
}

/// `gnutls_sec_param_t` of a key.
pub fn sec_param(pk: Pk, bits: u32) -> gnutls_sec_param_t {
    sec_param::of_key(Some(pk), bits).map_or(GNUTLS_SEC_PARAM_UNKNOWN, |l| l.param)
}
