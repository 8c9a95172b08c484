//! Verification profiles: the required strength of certificates.
use crate::alg::flags::VerifyFlags;
use crate::alg::{Curve, Digest, Pk, Profile, SecParam, Sign, sec_param};
use crate::crypto::keys::PublicKey;
use crate::pki::cert::Certificate;

/// The security level of a profile, and the collision resistance in bits that it requires of a hash.
static PROFILES: [(Profile, SecParam, usize); 7] = [
    (Profile::VeryWeak, SecParam::VeryWeak, 64),
    (Profile::Low, SecParam::Low, 80),
    (Profile::Legacy, SecParam::Legacy, 96),
    (Profile::Medium, SecParam::Medium, 112),
    (Profile::High, SecParam::High, 128),
    (Profile::Ultra, SecParam::Ultra, 192),
    (Profile::Future, SecParam::Future, 256),
];

/// True for a signature algorithm that is not allowed in certificates unless a flag allows it.
pub fn is_broken(sign: Sign, flags: VerifyFlags) -> bool {
    if flags.contains(VerifyFlags::ALLOW_BROKEN) {
        return false;
    }
    match sign.digest() {
        Some(Digest::Md2) => !flags.contains(VerifyFlags::ALLOW_SIGN_RSA_MD2),
        Some(Digest::Md5) => !flags.contains(VerifyFlags::ALLOW_SIGN_RSA_MD5),
        Some(Digest::Sha1) => !flags.contains(VerifyFlags::ALLOW_SIGN_WITH_SHA1),
        Some(Digest::Gostr94) => true,
        _ => false,
    }
}

fn key_suffices(cert: &Certificate, least: SecParam) -> bool {
    // Each parameter set of ML-DSA has its own security category (FIPS 204 section 4). Their `bits` would be
    // rated as the highest level.
    let reached = |key: &PublicKey| match key.pk() {
        Pk::Mldsa44 => Some(SecParam::High),
        Pk::Mldsa65 => Some(SecParam::Ultra),
        Pk::Mldsa87 => Some(SecParam::Future),
        pk => sec_param(pk, key.bits()),
    };
    cert.public_key().is_ok_and(|key| reached(&key) >= Some(least))
}

/// Whether the keys of a certificate and its issuer, and its signature, are strong enough for the profile in
/// `flags`. `trusted` means that the certificate is an anchor, whose signature is not relied on.
pub fn is_acceptable(
    cert: &Certificate,
    issuer: Option<&Certificate>,
    trusted: bool,
    flags: VerifyFlags,
) -> bool {
    let Some(profile) = flags.profile() else { return true };
    let Some(&(_, least, hash)) = PROFILES.iter().find(|p| p.0 == profile) else {
        return suite_b(cert, issuer, profile == Profile::SuiteB192);
    };
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

/// The security level of a key; `None` if its size is 0.
pub fn sec_param(pk: Pk, bits: u32) -> Option<SecParam> {
    sec_param::of_key(Some(pk), bits).map(|l| l.param)
}
