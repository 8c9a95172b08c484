//! How strong a certificate must be: verification profiles.
use super::cert::Certificate;
use crate::abi::*;
use crate::alg::{Curve, Digest, Pk, Sign};

/// What a profile asks for: bits of an RSA modulus, of a curve, and of a hash's collision resistance.
struct Level {
    profile: u32,
    rsa: u32,
    ec: u32,
    hash: usize,
}

static LEVELS: &[Level] = &[
    Level { profile: GNUTLS_PROFILE_VERY_WEAK, rsa: 767, ec: 128, hash: 64 },
    Level { profile: GNUTLS_PROFILE_LOW, rsa: 1008, ec: 160, hash: 80 },
    Level { profile: GNUTLS_PROFILE_LEGACY, rsa: 1776, ec: 192, hash: 96 },
    Level { profile: GNUTLS_PROFILE_MEDIUM, rsa: 2048, ec: 224, hash: 112 },
    Level { profile: GNUTLS_PROFILE_HIGH, rsa: 3072, ec: 256, hash: 128 },
    Level { profile: GNUTLS_PROFILE_ULTRA, rsa: 8192, ec: 384, hash: 192 },
    Level { profile: GNUTLS_PROFILE_FUTURE, rsa: 15360, ec: 512, hash: 256 },
];

/// The profile in the upper byte of verification flags, 0 without.
pub fn profile(flags: u32) -> u32 {
    flags >> 24
}

/// True for a signature algorithm that no certificate may use unless a flag allows it.
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

fn key_suffices(cert: &Certificate, level: &Level) -> bool {
    let Ok(key) = cert.public_key() else { return false };
    match key.pk() {
        Pk::Rsa | Pk::RsaPss | Pk::Dsa => key.bits() >= level.rsa,
        _ => key.bits() >= level.ec,
    }
}

/// Does a certificate, with its issuer's key and its signature, suffice for the profile in `flags`?
/// `trusted`: the certificate is itself an anchor, so that nobody's signature on it is relied on.
pub fn is_acceptable(cert: &Certificate, issuer: Option<&Certificate>, trusted: bool, flags: u32) -> bool {
    let profile = profile(flags);
    if matches!(profile, GNUTLS_PROFILE_SUITEB128 | GNUTLS_PROFILE_SUITEB192) {
        return suite_b(cert, issuer, profile == GNUTLS_PROFILE_SUITEB192);
    }
    let Some(level) = LEVELS.iter().find(|l| l.profile == profile) else { return true };
    if !key_suffices(cert, level) || issuer.is_some_and(|i| !key_suffices(i, level)) {
        return false;
    }
    if trusted {
        return true;
    }
    match cert.signature_algorithm() {
        Some(Sign::EddsaEd25519) => 128 >= level.hash,
        Some(Sign::EddsaEd448) => 224 >= level.hash,
        Some(s) => s.digest().is_some_and(|d| d.output_size() * 4 >= level.hash),
        None => false,
    }
}

/// RFC 6460: P-256 and P-384 alone, and a P-384 key is signed by P-384 with SHA-384. A certificate without an issuer
/// never suffices, as in GnuTLS.
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

/// GnuTLS's word for the strength of a key.
pub fn name_of(pk: Pk, bits: u32) -> &'static str {
    let rsa: [(u32, &str); 10] = [
        (15360, "Future"),
        (8192, "Ultra"),
        (3072, "High"),
        (2048, "Medium"),
        (1776, "Legacy"),
        (1008, "Low"),
        (768, "Weak"),
        (767, "Very weak"),
        (512, "Export"),
        (0, "Insecure"),
    ];
    let ec: [(u32, &str); 9] = [
        (512, "Future"),
        (384, "Ultra"),
        (256, "High"),
        (224, "Medium"),
        (192, "Legacy"),
        (160, "Low"),
        (152, "Very weak"),
        (80, "Export"),
        (0, "Insecure"),
    ];
    let table: &[(u32, &str)] = if matches!(pk, Pk::Rsa | Pk::RsaPss | Pk::Dsa) { &rsa } else { &ec };
    table.iter().find(|(least, _)| bits >= *least).map_or("Unknown", |(_, name)| name)
}

/// `gnutls_sec_param_t` of a key.
pub fn sec_param(pk: Pk, bits: u32) -> gnutls_sec_param_t {
    match name_of(pk, bits) {
        "Future" => GNUTLS_SEC_PARAM_FUTURE,
        "Ultra" => GNUTLS_SEC_PARAM_ULTRA,
        "High" => GNUTLS_SEC_PARAM_HIGH,
        "Medium" => GNUTLS_SEC_PARAM_MEDIUM,
        "Legacy" => GNUTLS_SEC_PARAM_LEGACY,
        "Low" => GNUTLS_SEC_PARAM_LOW,
        "Weak" => GNUTLS_SEC_PARAM_WEAK,
        "Very weak" => GNUTLS_SEC_PARAM_VERY_WEAK,
        "Export" => GNUTLS_SEC_PARAM_EXPORT,
        _ => GNUTLS_SEC_PARAM_INSECURE,
    }
}
