//! Certificate credentials: key pairs, and the selection of one that the peer supports.
use std::sync::Arc;

use crate::abi::*;
use crate::alg::flags::{KeyUsage, VerifyFlags};
use crate::alg::{CertType, Curve, Pk, Sign, Version};
use crate::crypto::keys::{PrivateKey, PublicKey, RsaUse};
use crate::error::{Error, Result};
use crate::handshake::step::{Identity, IdentityWanted, KeyPurpose};
use crate::log::{self, DECISION, FAILURE, Text, log, reason};
use crate::pki::cert::Certificate;
use crate::pki::describe::{Described, NameText};
use crate::pki::verify::hostname;

/// A signing key: a key of this library, or one that is only reachable through the application's callbacks.
pub trait SigningKey: Send + Sync {
    fn pk(&self) -> Pk;
    fn curve(&self) -> Option<Curve>;
    fn bits(&self) -> u32;
    /// Whether the key can sign with this scheme.
    fn supports(&self, sign: Sign) -> bool;
    /// Signs a message, which is hashed by the key's implementation.
    fn sign(&self, sign: Sign, message: &[u8]) -> Result<Vec<u8>>;
    /// Whether the key can decrypt with PKCS #1 v1.5.
    fn decrypts(&self) -> bool;
    /// Decrypts; `out` is unchanged if that fails or the plaintext has another length. In constant time.
    fn decrypt(&self, ciphertext: &[u8], out: &mut [u8]);
    /// The private key, unless it is only reachable through callbacks.
    fn private_key(&self) -> Option<&PrivateKey> {
        None
    }
}

impl SigningKey for PrivateKey {
    fn pk(&self) -> Pk {
        PrivateKey::pk(self)
    }
    fn curve(&self) -> Option<Curve> {
        PrivateKey::curve(self)
    }
    fn bits(&self) -> u32 {
        PrivateKey::bits(self)
    }
    fn supports(&self, sign: Sign) -> bool {
        self.public().scheme(sign).is_ok()
    }
    fn sign(&self, sign: Sign, message: &[u8]) -> Result<Vec<u8>> {
        PrivateKey::sign(self, sign, message)
    }
    fn decrypts(&self) -> bool {
        self.public().rsa_use() == Some(&RsaUse::Any)
    }
    fn decrypt(&self, ciphertext: &[u8], out: &mut [u8]) {
        // A failure must not be seen.
        let _ = self.decrypt_into(ciphertext, out);
    }
    fn private_key(&self) -> Option<&PrivateKey> {
        Some(self)
    }
}

/// A chain, leaf first, with the key of its leaf.
#[derive(Clone)]
pub struct KeyPair {
    pub chain: Vec<Certificate>,
    pub key: Arc<dyn SigningKey>,
    /// Host names that the application set for the pair, in addition to those of the certificate.
    pub names: Vec<Vec<u8>>,
    /// What a raw public key may be used for; a certificate says so itself.
    pub usage: Option<KeyUsage>,
    /// OCSP responses for the certificates, in the order of the chain; it may be shorter.
    pub staples: Vec<Option<Staple>>,
}

/// An OCSP response of the credentials.
#[derive(Clone)]
pub struct Staple {
    pub response: Vec<u8>,
    /// When it stops to count, in seconds since 1970; `None` if the application has had it taken unchecked.
    pub expires: Option<i64>,
}

impl KeyPair {
    /// The schemes of `wanted` that this key can sign with: RSA-PSS has one code point for RSASSA-PSS keys
    /// and one for plain RSA keys (RFC 8446 section 4.2.3).
    pub fn signs(&self, wanted: &IdentityWanted) -> Vec<Sign> {
        let (key, pk) = (self.key_for(wanted.version), self.pk(wanted.version));
        wanted.signs.iter().copied().filter(|s| s.pk() == pk && key.supports(*s)).collect()
    }

    /// The key of a certificate for RSA-PSS, if ours is an RSA key that may be used for everything. Where signature
    /// schemes are negotiated, ours signs as that certificate says.
    fn restricted(&self, version: Option<Version>) -> Option<PublicKey> {
        let leaf = self.chain.first().filter(|leaf| !leaf.is_raw_key() && self.key.pk() == Pk::Rsa)?;
        let negotiated =
            version.is_none_or(Version::negotiates_signatures) && self.key.private_key().is_some();
        leaf.public_key().ok().filter(|of_leaf| negotiated && of_leaf.pk() == Pk::RsaPss)
    }

    /// The type of the key as a version uses it.
    pub fn pk(&self, version: Option<Version>) -> Pk {
        if self.restricted(version).is_some() { Pk::RsaPss } else { self.key.pk() }
    }

    /// The key as a version uses it.
    pub fn key_for(&self, version: Option<Version>) -> Arc<dyn SigningKey> {
        let restricted = self.restricted(version).and_then(|of_leaf| {
            let key = self.key.private_key()?;
            key.for_use(of_leaf.rsa_use()?).ok()
        });
        match restricted {
            Some(key) => Arc::new(key),
            None => self.key.clone(),
        }
    }

    /// The identity for a handshake at the time `now`, with the OCSP responses that count then.
    pub fn identity(&self, wanted: &IdentityWanted, now: i64) -> Identity {
        let counts = |s: &&Staple| s.expires.is_none_or(|end| now <= end);
        let response =
            |s: &Option<Staple>| s.as_ref().filter(counts).map_or_else(Vec::new, |s| s.response.clone());
        let asked = self.staples.iter().filter(|_| wanted.status);
        Identity {
            chain: self.chain.clone(),
            pk: self.pk(wanted.version),
            signs: self.signs(wanted),
            ocsp: asked.map(response).collect(),
        }
    }

    /// True if the peer supports this key: there is a common signature scheme, and a cipher suite for its
    /// type.
    pub fn fits(&self, wanted: &IdentityWanted) -> bool {
        (self.can_sign(wanted) || self.can_decrypt(wanted))
            && wanted.keys.contains(&self.pk(wanted.version))
            && self.kind() == wanted.cert_type
    }

    /// X.509 or a raw public key.
    pub fn kind(&self) -> CertType {
        match self.chain.first() {
            Some(leaf) if leaf.is_raw_key() => CertType::Rawpk,
            _ => CertType::X509,
        }
    }

    fn can_sign(&self, wanted: &IdentityWanted) -> bool {
        let needed = wanted.purpose != KeyPurpose::Decrypt || self.pk(wanted.version) != Pk::Rsa;
        needed && !self.signs(wanted).is_empty()
    }

    fn can_decrypt(&self, wanted: &IdentityWanted) -> bool {
        wanted.purpose != KeyPurpose::Sign && self.pk(wanted.version) == Pk::Rsa && self.key.decrypts()
    }

    /// True if the certificate's key usage allows what the key exchange requires of the key.
    fn may_be_used(&self, wanted: &IdentityWanted) -> bool {
        let may = |usage| {
            wanted.any_key_usage
                || (self.chain.first().is_none_or(|leaf| leaf.may(usage))
                    && self.usage.is_none_or(|set| set.contains(usage)))
        };
        (self.can_sign(wanted) && may(KeyUsage::DIGITAL_SIGNATURE))
            || (self.can_decrypt(wanted) && may(KeyUsage::KEY_ENCIPHERMENT))
    }

    fn serves(&self, name: &[u8]) -> bool {
        self.names.iter().any(|n| n.eq_ignore_ascii_case(name))
            || self.chain.first().is_some_and(|leaf| {
                !leaf.is_raw_key() && hostname::matches_host(leaf, name, VerifyFlags::empty())
            })
    }

    /// True if a CA of the list is above it. Nobody issues raw public keys.
    fn issued_below(&self, names: &[Vec<u8>]) -> bool {
        self.kind() == CertType::Rawpk || self.chain.iter().any(|c| names.iter().any(|n| n == c.issuer()))
    }
}

/// Whether the same TLS 1.2 cipher suites accept both types of keys.
fn share_suites(a: Pk, b: Pk) -> bool {
    let rsa = |pk| matches!(pk, Pk::Rsa | Pk::RsaPss);
    rsa(a) == rsa(b)
}

/// Why a pair is not used; `None` if it may be.
fn objection(pair: &KeyPair, wanted: &IdentityWanted) -> Option<String> {
    let pk = pair.key.pk().name();
    if !pair.can_sign(wanted) && !pair.can_decrypt(wanted) {
        let schemes = log::list(wanted.signs.iter().map(|s| s.name()));
        return Some(format!(
            "its {pk} key fits none of the signature schemes that both sides allow ({schemes})"
        ));
    }
    if pair.kind() != wanted.cert_type {
        return Some("its type (X.509 or a raw public key) is not the negotiated one".to_string());
    }
    if !wanted.keys.contains(&pair.pk(wanted.version)) {
        let keys = log::list(wanted.keys.iter().map(|k| k.name()));
        return Some(format!("its {pk} key fits no cipher suite in common, which need {keys}"));
    }
    if !pair.may_be_used(wanted) {
        return Some("its key usage does not allow what the cipher suites need".to_string());
    }
    None
}

/// Writes which pair was chosen, and why not the others. Without any it is the reason of the failure.
#[cold]
fn explain_choice(pairs: &[KeyPair], wanted: &IdentityWanted, chosen: Option<&KeyPair>) -> String {
    if pairs.is_empty() {
        return "the credentials have no certificate and key".to_string();
    }
    let name = |pair: &KeyPair| match pair.chain.first() {
        Some(leaf) => Described(leaf).to_string(),
        None => "no certificate".to_string(),
    };
    let name_wanted = wanted.server_name.as_deref();
    for (i, pair) in pairs.iter().enumerate() {
        let named = name_wanted.is_some_and(|n| pair.serves(n));
        let why = match objection(pair, wanted) {
            _ if chosen.is_some_and(|c| core::ptr::eq(c, pair)) => match (name_wanted, named) {
                (Some(n), true) => format!("chosen: it is for the server name {}", Text(n)),
                (Some(n), false) => {
                    format!("chosen, though no certificate is for the server name {}", Text(n))
                }
                (None, _) => "chosen: the first that fits".to_string(),
            },
            Some(why) => why,
            None if !wanted.any_issuer
                && !wanted.ca_names.is_empty()
                && !pair.issued_below(&wanted.ca_names) =>
            {
                "not issued below one of the CAs that the server names".to_string()
            }
            None => "another is preferred".to_string(),
        };
        log!(DECISION, "our certificate {i} ({}): {why}", name(pair));
    }
    let all = pairs.iter().map(|pair| {
        let why = objection(pair, wanted)
            .unwrap_or_else(|| "not issued below a CA that the peer names".to_string());
        format!("{}: {why}", name(pair))
    });
    format!("none of our {} certificates can be used: {}", pairs.len(), log::list(all))
}

/// Selects a server's pair among those that may sign. A pair for the server name that the client requested is
/// preferred, then the order of the cipher suites decides, then the order in which the pairs were set.
pub fn select_server<'a>(pairs: &'a [KeyPair], wanted: &IdentityWanted) -> Option<&'a KeyPair> {
    let named = |p: &&KeyPair| wanted.server_name.as_deref().is_some_and(|name| p.serves(name));
    let pick = |among: &mut dyn Iterator<Item = &'a KeyPair>| {
        let fitting: Vec<&KeyPair> = among.filter(|p| p.fits(wanted) && p.may_be_used(wanted)).collect();
        if wanted.version.is_some_and(Version::is_tls13) {
            return fitting.first().copied();
        }
        wanted.keys.iter().find_map(|pk| fitting.iter().copied().find(|p| share_suites(p.key.pk(), *pk)))
    };
    let chosen = pick(&mut pairs.iter().filter(named)).or_else(|| pick(&mut pairs.iter()));
    if log::enabled(FAILURE) && (chosen.is_none() || log::enabled(DECISION)) {
        let why = explain_choice(pairs, wanted, chosen);
        if chosen.is_none() {
            log::set_reason(GNUTLS_E_NO_CIPHER_SUITES, format_args!("{why}"));
        }
    }
    chosen
}

/// Selects a client's pair: one issued below a CA that the server named, if it named any.
///
/// # Errors
/// `GNUTLS_E_KEY_USAGE_VIOLATION` if the server names no CA and the key usage of no pair allows signing, as in GnuTLS; where it
/// names some, such a pair is one that is not suitable (RFC 8446 section 4.4.2).
pub fn select_client<'a>(pairs: &'a [KeyPair], wanted: &IdentityWanted) -> Result<Option<&'a KeyPair>> {
    let mut fitting = pairs
        .iter()
        .filter(|p| !p.chain.is_empty() && p.fits(wanted))
        .filter(|p| wanted.any_issuer || wanted.ca_names.is_empty() || p.issued_below(&wanted.ca_names))
        .peekable();
    let any = fitting.peek().is_some();
    let chosen = fitting.find(|p| p.may_be_used(wanted));
    if log::enabled(DECISION) {
        let why = explain_choice(pairs, wanted, chosen);
        if chosen.is_none() {
            let cas = log::list(wanted.ca_names.iter().map(|n| NameText(n)));
            log!(
                DECISION,
                "the server asks for a certificate (issued below: {cas}), and we send none: {why}"
            );
        }
    }
    match chosen {
        None if any && wanted.ca_names.is_empty() => Err(reason!(
            Error::new(GNUTLS_E_KEY_USAGE_VIOLATION),
            "the server asks for a certificate, but the key usage of ours does not allow digital signatures"
        )),
        found => Ok(found),
    }
}
