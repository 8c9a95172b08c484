//! Public keys.
use std::sync::Arc;

use super::super::{aws_lc, hash};
use super::scheme::{read_oaep, read_pss, write_oaep, write_pss};
use super::{
    DER, DhComponents, DsaComponents, GostParams, OaepParams, PssParams, RsaUse, Scheme, SignOptions, dsa,
    edwards, gost, rsa,
};
use crate::abi::*;
use crate::alg::ids::{Curve, Digest, Pk, Sign};
use crate::alg::system;
use crate::asn1::der::{self, Reader, Write};
use crate::asn1::oid;
use crate::error::{Error, Result, err};

/// A public key. Clones share it.
#[derive(Clone)]
pub struct PublicKey(Arc<Public>);

struct Public {
    /// Empty for DH, which has no SubjectPublicKeyInfo here.
    spki: Vec<u8>,
    key: PublicKind,
}

enum PublicKind {
    Rsa(Rsa),
    Ec {
        curve: Curve,
        key: aws_lc::EcKey,
        point: Vec<u8>,
    },
    /// Ed25519, Ed448, X25519, X448.
    Edwards {
        curve: Curve,
        bytes: Vec<u8>,
    },
    Dsa(dsa::Public),
    Dh(DhComponents),
    Gost(gost::Public),
    Pq {
        pk: Pk,
        key: aws_lc::PqKey,
        bytes: Vec<u8>,
    },
}

struct Rsa {
    /// `None` for a readable key that aws-lc rejects. Verification with it always fails.
    key: Option<rsa::Verifier>,
    modulus: Vec<u8>,
    exponent: Vec<u8>,
    usage: RsaUse,
}

/// The options of signatures in TLS.
pub(super) const TLS: SignOptions = SignOptions { deterministic: false, fixed_salt: true };

const UNSUPPORTED_CURVE: Error = Error::new(GNUTLS_E_ECC_UNSUPPORTED_CURVE);
const BAD_KEY: Error = Error::new(GNUTLS_E_PK_INVALID_PUBKEY);

/// Size of a coordinate or scalar in bytes; `None` for a curve without ECDSA support, or that the system disables.
pub fn curve_size(curve: Curve) -> Option<usize> {
    let known = curve.pk() == Pk::Ecdsa && aws_lc::EcKey::is_known(curve);
    (known && system::allows_curve(curve)).then(|| curve.size())
}

/// Reads an AlgorithmIdentifier: the dotted identifier and the encoded parameters.
pub(super) fn algorithm<'a>(r: &mut Reader<'a>) -> Result<(String, &'a [u8])> {
    let mut id = r.sequence()?;
    let text = oid::to_text(id.oid()?).ok_or(DER)?;
    Ok((text, id.rest()))
}

/// The key type of a dotted identifier.
pub(super) fn kind_of(dotted: &str) -> Result<Pk> {
    Pk::from_oid(dotted).ok_or(Error::new(GNUTLS_E_UNKNOWN_PK_ALGORITHM))
}

pub(super) fn named_curve(params: &[u8]) -> Result<Curve> {
    let id = Reader::new(params).content(der::OID).and_then(oid::to_text).ok_or(UNSUPPORTED_CURVE)?;
    let curve = Curve::from_oid(&id).ok_or(UNSUPPORTED_CURVE)?;
    curve_size(curve).map(|_| curve).ok_or(UNSUPPORTED_CURVE)
}

/// The curve of a key type with a single curve.
pub(super) fn only_curve(pk: Pk) -> Option<Curve> {
    [Curve::Ed25519, Curve::Ed448, Curve::X25519, Curve::X448].into_iter().find(|c| c.pk() == pk)
}

/// The content of an AlgorithmIdentifier without parameters.
fn bare(pk: Pk) -> Result<Vec<u8>> {
    let mut id = Vec::new();
    let encoded = pk.oid().and_then(oid::from_text).ok_or(Error::new(GNUTLS_E_UNKNOWN_PK_ALGORITHM))?;
    id.oid(&encoded);
    Ok(id)
}

/// Writes a SubjectPublicKeyInfo.
fn spki(algorithm: &[u8], key: &[u8]) -> Vec<u8> {
    let mut body = Vec::new();
    body.element(der::SEQUENCE, algorithm);
    body.bit_string(key);
    let mut out = Vec::new();
    out.element(der::SEQUENCE, &body);
    out
}

impl PublicKey {
    fn new(spki: Vec<u8>, key: PublicKind) -> PublicKey {
        PublicKey(Arc::new(Public { spki, key }))
    }

    /// Reads a SubjectPublicKeyInfo. Fails with `GNUTLS_E_ASN1_DER_ERROR` if it is not one,
    /// `GNUTLS_E_UNKNOWN_PK_ALGORITHM` for an unsupported key type, `GNUTLS_E_ECC_UNSUPPORTED_CURVE` for an
    /// unsupported curve, and `GNUTLS_E_PK_INVALID_PUBKEY` for a point that is not on the curve.
    pub fn from_spki(spki: &[u8]) -> Result<PublicKey> {
        let mut r = Reader::new(spki);
        let mut info = r.sequence()?;
        let (kind, params) = algorithm(&mut info)?;
        let bits = info.bit_string()?;
        if !r.is_empty() || !info.is_empty() {
            return Err(DER);
        }
        let pk = kind_of(&kind)?;
        let key = match pk {
            Pk::Rsa => Self::rsa(bits, RsaUse::Any)?,
            Pk::RsaPss => Self::rsa(bits, RsaUse::Pss(read_pss(params)?))?,
            Pk::RsaOaep => Self::rsa(bits, RsaUse::Oaep(read_oaep(params)?))?,
            Pk::Ecdsa => Self::ec(named_curve(params)?, bits)?,
            Pk::Dsa => Self::dsa(params, bits)?,
            Pk::Gost01 | Pk::Gost12256 | Pk::Gost12512 => {
                PublicKind::Gost(gost::Public::read(GostParams::read(pk, params)?, bits)?)
            }
            Pk::Mldsa44 | Pk::Mldsa65 | Pk::Mldsa87 | Pk::Mlkem768 | Pk::Mlkem1024 => Self::pq(pk, bits)?,
            _ => Self::edwards(only_curve(pk).ok_or(Error::new(GNUTLS_E_UNKNOWN_PK_ALGORITHM))?, bits, DER)?,
        };
        Ok(Self::new(spki.to_vec(), key))
    }

    fn rsa(der: &[u8], usage: RsaUse) -> Result<PublicKind> {
        let mut r = Reader::new(der);
        let mut key = r.opened(der::SEQUENCE).ok_or(DER)?;
        let modulus = key.magnitude().ok_or(DER)?.to_vec();
        let exponent = key.magnitude().ok_or(DER)?.to_vec();
        if modulus.is_empty() || !key.is_empty() || !r.is_empty() {
            return Err(DER);
        }
        let key = aws_lc::Rsa::from_public(&modulus, &exponent).map(rsa::Verifier::new);
        Ok(PublicKind::Rsa(Rsa { key, modulus, exponent, usage }))
    }

    fn ec(curve: Curve, point: &[u8]) -> Result<PublicKind> {
        let key = aws_lc::EcKey::from_point(curve, point).ok_or(BAD_KEY)?;
        Ok(PublicKind::Ec { curve, key, point: point.to_vec() })
    }

    fn edwards(curve: Curve, bytes: &[u8], wrong: Error) -> Result<PublicKind> {
        if bytes.len() != curve.size() {
            return Err(wrong);
        }
        Ok(PublicKind::Edwards { curve, bytes: bytes.to_vec() })
    }

    fn dsa(params: &[u8], bits: &[u8]) -> Result<PublicKind> {
        if params.is_empty() {
            // The parameters of the issuer apply (RFC 3279 section 2.3.2), which are not known here.
            return Err(Error::new(GNUTLS_E_ASN1_ELEMENT_NOT_FOUND));
        }
        let mut p = Reader::new(params).opened(der::SEQUENCE).ok_or(DER)?;
        let next = |r: &mut Reader<'_>| r.minimal_unsigned().map(<[u8]>::to_vec).ok_or(DER);
        let (prime, q, g) = (next(&mut p)?, next(&mut p)?, next(&mut p)?);
        let y = next(&mut Reader::new(bits))?;
        Ok(PublicKind::Dsa(dsa::Public::new(DsaComponents { p: prime, q, g, y })?))
    }

    fn pq(pk: Pk, bytes: &[u8]) -> Result<PublicKind> {
        let key = aws_lc::PqKey::from_public(pk, bytes).ok_or(BAD_KEY)?;
        Ok(PublicKind::Pq { pk, key, bytes: bytes.to_vec() })
    }

    /// An RSA key from its big-endian numbers.
    pub fn from_rsa(modulus: &[u8], exponent: &[u8]) -> Result<PublicKey> {
        Self::from_rsa_for(modulus, exponent, &RsaUse::Any)
    }

    /// An RSA key for a use, which determines its AlgorithmIdentifier.
    pub fn from_rsa_for(modulus: &[u8], exponent: &[u8], usage: &RsaUse) -> Result<PublicKey> {
        let (mut numbers, mut key) = (Vec::new(), Vec::new());
        numbers.unsigned(modulus);
        numbers.unsigned(exponent);
        key.element(der::SEQUENCE, &numbers);
        let id = match usage {
            RsaUse::Any => [bare(Pk::Rsa)?, vec![0x05, 0]].concat(),
            RsaUse::Pss(params) => [bare(Pk::RsaPss)?, params.map_or(Ok(Vec::new()), write_pss)?].concat(),
            RsaUse::Oaep(params) => {
                [bare(Pk::RsaOaep)?, params.as_ref().map_or(Ok(Vec::new()), write_oaep)?].concat()
            }
        };
        Self::from_spki(&spki(&id, &key))
    }

    /// The same RSA key for another use. Fails with `GNUTLS_E_INVALID_REQUEST` for other key types.
    pub fn for_use(&self, usage: &RsaUse) -> Result<PublicKey> {
        let (n, e) = self.rsa_components().ok_or(GNUTLS_E_INVALID_REQUEST)?;
        Self::from_rsa_for(n, e, usage)
    }

    /// An ECDSA key from its uncompressed point.
    pub fn from_ec(curve: Curve, point: &[u8]) -> Result<PublicKey> {
        curve_size(curve).ok_or(UNSUPPORTED_CURVE)?;
        let mut id = bare(Pk::Ecdsa)?;
        id.oid(&oid::from_text(curve.oid()).ok_or(UNSUPPORTED_CURVE)?);
        Ok(Self::new(spki(&id, point), Self::ec(curve, point)?))
    }

    /// An EdDSA or XDH key from its bytes. Fails with `GNUTLS_E_ECC_UNSUPPORTED_CURVE` for other curves, and
    /// with `GNUTLS_E_INVALID_REQUEST` if the length is wrong.
    pub fn from_edwards(curve: Curve, bytes: &[u8]) -> Result<PublicKey> {
        if !edwards::is_here(curve) {
            return Err(UNSUPPORTED_CURVE);
        }
        let key = Self::edwards(curve, bytes, Error::new(GNUTLS_E_INVALID_REQUEST))?;
        Ok(Self::new(spki(&bare(curve.pk())?, bytes), key))
    }

    pub fn from_dsa(numbers: DsaComponents) -> Result<PublicKey> {
        let (mut params, mut id, mut y) = (Vec::new(), bare(Pk::Dsa)?, Vec::new());
        for n in [&numbers.p, &numbers.q, &numbers.g] {
            params.unsigned(n);
        }
        id.element(der::SEQUENCE, &params);
        y.unsigned(&numbers.y);
        Ok(Self::new(spki(&id, &y), PublicKind::Dsa(dsa::Public::new(numbers)?)))
    }

    pub fn from_dh(numbers: DhComponents) -> PublicKey {
        Self::new(Vec::new(), PublicKind::Dh(numbers))
    }

    /// A GOST key from its little-endian coordinates.
    pub fn from_gost(params: GostParams, x: &[u8], y: &[u8]) -> Result<PublicKey> {
        let key = gost::Public::from_coordinates(params, x, y)?;
        Ok(Self::new(spki(&params.write()?, &key.write()), PublicKind::Gost(key)))
    }

    /// An ML-DSA or ML-KEM key from its bytes.
    pub fn from_pq(pk: Pk, bytes: &[u8]) -> Result<PublicKey> {
        Ok(Self::new(spki(&bare(pk)?, bytes), Self::pq(pk, bytes)?))
    }

    pub fn pk(&self) -> Pk {
        match &self.0.key {
            PublicKind::Rsa(Rsa { usage: RsaUse::Any, .. }) => Pk::Rsa,
            PublicKind::Rsa(Rsa { usage: RsaUse::Pss(_), .. }) => Pk::RsaPss,
            PublicKind::Rsa(Rsa { usage: RsaUse::Oaep(_), .. }) => Pk::RsaOaep,
            PublicKind::Ec { .. } => Pk::Ecdsa,
            PublicKind::Edwards { curve, .. } => curve.pk(),
            PublicKind::Dsa(_) => Pk::Dsa,
            PublicKind::Dh(_) => Pk::Dh,
            PublicKind::Gost(k) => k.params.pk().unwrap_or(Pk::Gost01),
            PublicKind::Pq { pk, .. } => *pk,
        }
    }

    /// The size in bits as in GnuTLS: of the modulus, or eight times the size of a coordinate in bytes.
    pub fn bits(&self) -> u32 {
        match &self.0.key {
            PublicKind::Rsa(k) => der::bit_size(&k.modulus),
            PublicKind::Dsa(k) => der::bit_size(&k.numbers.p),
            PublicKind::Dh(k) => der::bit_size(&k.p),
            PublicKind::Ec { curve, .. } | PublicKind::Edwards { curve, .. } => 8 * curve.size() as u32,
            PublicKind::Gost(k) => 8 * k.params.curve.size() as u32,
            PublicKind::Pq { bytes, .. } => 8 * bytes.len() as u32,
        }
    }

    pub fn curve(&self) -> Option<Curve> {
        match &self.0.key {
            PublicKind::Ec { curve, .. } | PublicKind::Edwards { curve, .. } => Some(*curve),
            PublicKind::Gost(k) => Some(k.params.curve),
            _ => None,
        }
    }

    /// The SubjectPublicKeyInfo exactly as it was read; empty for DH.
    pub fn spki(&self) -> &[u8] {
        &self.0.spki
    }

    /// Modulus and exponent of an RSA key, big-endian without leading zeros.
    pub fn rsa_components(&self) -> Option<(&[u8], &[u8])> {
        match &self.0.key {
            PublicKind::Rsa(k) => Some((&k.modulus, &k.exponent)),
            _ => None,
        }
    }

    pub fn dsa_components(&self) -> Option<&DsaComponents> {
        match &self.0.key {
            PublicKind::Dsa(k) => Some(&k.numbers),
            _ => None,
        }
    }

    pub fn dh_components(&self) -> Option<&DhComponents> {
        match &self.0.key {
            PublicKind::Dh(k) => Some(k),
            _ => None,
        }
    }

    /// Parameters and little-endian coordinates of a GOST key.
    pub fn gost_components(&self) -> Option<(GostParams, Vec<u8>, Vec<u8>)> {
        match &self.0.key {
            PublicKind::Gost(k) => {
                let (x, y) = k.coordinates();
                Some((k.params, x, y))
            }
            _ => None,
        }
    }

    /// The use of an RSA key.
    pub fn rsa_use(&self) -> Option<&RsaUse> {
        match &self.0.key {
            PublicKind::Rsa(k) => Some(&k.usage),
            _ => None,
        }
    }

    /// The parameters to which an RSA-PSS key is restricted, if it is.
    pub fn pss_params(&self) -> Option<PssParams> {
        match self.rsa_use() {
            Some(RsaUse::Pss(params)) => *params,
            _ => None,
        }
    }

    /// The parameters of an RSA-OAEP key, if it has any.
    pub fn oaep_params(&self) -> Option<&OaepParams> {
        match self.rsa_use() {
            Some(RsaUse::Oaep(params)) => params.as_ref(),
            _ => None,
        }
    }

    /// The uncompressed point of an ECDSA or GOST key, or the bytes of an EdDSA or XDH key.
    pub fn point(&self) -> Option<&[u8]> {
        match &self.0.key {
            PublicKind::Ec { point, .. } => Some(point),
            PublicKind::Edwards { bytes, .. } => Some(bytes),
            PublicKind::Gost(k) => Some(&k.point),
            _ => None,
        }
    }

    /// The key for key agreement with a private key on the same curve.
    pub(super) fn ec_key(&self) -> Option<&aws_lc::EcKey> {
        match &self.0.key {
            PublicKind::Ec { key, .. } => Some(key),
            _ => None,
        }
    }

    /// Checks whether this key may be used with a signature scheme in TLS 1.3 (RFC 8446 section 4.2.3). Fails
    /// with `GNUTLS_E_UNSUPPORTED_SIGNATURE_ALGORITHM` or `GNUTLS_E_INCOMPATIBLE_SIG_WITH_KEY`.
    pub fn scheme(&self, sign: Sign) -> Result<Scheme> {
        match self.scheme_with(sign, TLS)? {
            Scheme::Pss { rsae: true, .. } if self.pk() != Pk::Rsa => err(GNUTLS_E_INCOMPATIBLE_SIG_WITH_KEY),
            scheme => Ok(scheme),
        }
    }

    /// Like [`PublicKey::scheme`], but plain RSA and RSA-PSS keys may be used with both types of RSA-PSS
    /// schemes.
    pub fn scheme_with(&self, sign: Sign, options: SignOptions) -> Result<Scheme> {
        let scheme = Scheme::of(sign).ok_or(Error::new(GNUTLS_E_UNSUPPORTED_SIGNATURE_ALGORITHM))?;
        let fits = match (scheme, &self.0.key) {
            (Scheme::Pkcs1(_) | Scheme::RsaRaw, PublicKind::Rsa(k)) => k.usage == RsaUse::Any,
            (Scheme::Pss { digest, .. }, PublicKind::Rsa(k)) => match k.usage {
                RsaUse::Any | RsaUse::Pss(None) => true,
                RsaUse::Pss(Some(p)) => {
                    p.digest == digest && (!options.fixed_salt || p.salt <= digest.output_size())
                }
                RsaUse::Oaep(_) => false,
            },
            (Scheme::Ecdsa(_, wanted), PublicKind::Ec { curve, .. }) => wanted.is_none_or(|c| c == *curve),
            (Scheme::Ed25519, PublicKind::Edwards { curve: Curve::Ed25519, .. }) => true,
            (Scheme::Ed448, PublicKind::Edwards { curve: Curve::Ed448, .. }) => true,
            (Scheme::Dsa(_), PublicKind::Dsa(_)) => true,
            (Scheme::Gost(d), PublicKind::Gost(k)) => k.params.digest == d,
            (Scheme::MlDsa, PublicKind::Pq { pk, .. }) => sign.pk() == *pk,
            _ => false,
        };
        if fits { Ok(scheme) } else { err(GNUTLS_E_INCOMPATIBLE_SIG_WITH_KEY) }
    }

    /// The salt size of an RSA-PSS signature: in TLS the size of the digest (RFC 8446 section 4.2.3), 0 for
    /// deterministic signatures, otherwise the size of the digest as far as the modulus has capacity, but at
    /// least the minimum of the key.
    pub(super) fn pss_salt(&self, digest: Digest, options: SignOptions) -> usize {
        match self.pss_params() {
            _ if options.fixed_salt => digest.output_size(),
            _ if options.deterministic => 0,
            own => {
                let space = self.pss_encoded().saturating_sub(digest.output_size() + 2);
                digest.output_size().min(space).max(own.map_or(0, |p| p.salt))
            }
        }
    }

    /// Size of an encoded message of RSA-PSS in bytes (RFC 8017 section 8.1.1).
    pub(super) fn pss_encoded(&self) -> usize {
        (self.bits() as usize).saturating_sub(1).div_ceil(8)
    }

    /// Verifies a signature of `message` as in TLS. Fails with `GNUTLS_E_PK_SIG_VERIFY_FAILED` if it is
    /// invalid.
    pub fn verify(&self, sign: Sign, message: &[u8], signature: &[u8]) -> Result<()> {
        self.scheme(sign)?;
        self.verify_with(sign, message, signature, TLS)
    }

    /// Like [`PublicKey::verify`], but with a precomputed digest (or the message itself, for schemes that
    /// sign messages).
    pub fn verify_hash(&self, sign: Sign, hash: &[u8], signature: &[u8]) -> Result<()> {
        self.scheme(sign)?;
        self.verify_hash_with(sign, hash, signature, TLS)
    }

    /// Like [`PublicKey::verify`], but with options for the salt.
    pub fn verify_with(
        &self,
        sign: Sign,
        message: &[u8],
        signature: &[u8],
        options: SignOptions,
    ) -> Result<()> {
        match self.scheme_with(sign, Default::default())?.digest() {
            Some(d) => self.verify_hash_with(sign, &hash::digest(d, message)?, signature, options),
            None => self.verify_hash_with(sign, message, signature, options),
        }
    }

    /// Like [`PublicKey::verify_hash`], but with options for the salt.
    pub fn verify_hash_with(
        &self,
        sign: Sign,
        hash: &[u8],
        signature: &[u8],
        options: SignOptions,
    ) -> Result<()> {
        let scheme = self.scheme_with(sign, Default::default())?;
        // Truncated digests are not accepted.
        if !scheme.is_whole(hash) {
            return err(GNUTLS_E_PK_SIG_VERIFY_FAILED);
        }
        let good = match (scheme, &self.0.key) {
            // Signatures with MD2 are not accepted (RFC 6149).
            (Scheme::Pkcs1(Digest::Md2), _) => None,
            (Scheme::Pkcs1(d), PublicKind::Rsa(Rsa { key: Some(k), .. })) => {
                rsa::to_pad(d, hash).and_then(|info| k.verify_pkcs1(&info, signature))
            }
            (Scheme::RsaRaw, PublicKind::Rsa(Rsa { key: Some(k), .. })) => k.verify_pkcs1(hash, signature),
            (Scheme::Pss { digest, .. }, PublicKind::Rsa(Rsa { key: Some(k), .. })) => {
                let verify = |salt| k.verify_pss(digest, salt, hash, signature);
                // The salt size of the key is the minimum.
                let least = self.pss_params().filter(|_| !options.fixed_salt).and_then(|p| verify(p.salt));
                least.or_else(|| verify(self.pss_salt(digest, options)))
            }
            (Scheme::Ecdsa(..), PublicKind::Ec { key, .. }) => key.verify(hash, signature),
            (Scheme::Ed25519 | Scheme::Ed448, PublicKind::Edwards { curve, bytes }) => {
                edwards::verify(*curve, bytes, hash, signature)
            }
            (Scheme::Dsa(_), PublicKind::Dsa(k)) => k.verify(hash, signature),
            (Scheme::Gost(_), PublicKind::Gost(k)) => k.verify(hash, signature),
            (Scheme::MlDsa, PublicKind::Pq { key, .. }) => key.verify(hash, signature),
            _ => None,
        };
        good.ok_or(Error::new(GNUTLS_E_PK_SIG_VERIFY_FAILED))
    }

    /// Verifies RSA-PSS with the parameters of a certificate. For a plain RSA key the salt must have the size
    /// of the digest (RFC 8446 section 4.2.3, recommended by RFC 4055 section 3.1); an RSA-PSS key accepts
    /// all parameters that it allows.
    pub fn verify_pss(&self, params: PssParams, message: &[u8], signature: &[u8]) -> Result<()> {
        let PublicKind::Rsa(Rsa { key: Some(key), usage, .. }) = &self.0.key else {
            return err(GNUTLS_E_INCOMPATIBLE_SIG_WITH_KEY);
        };
        match usage {
            RsaUse::Any if params.salt != params.digest.output_size() => {
                return err(GNUTLS_E_PK_SIG_VERIFY_FAILED);
            }
            RsaUse::Any | RsaUse::Pss(None) => {}
            RsaUse::Pss(Some(own)) if own.digest == params.digest && own.salt <= params.salt => {}
            _ => return err(GNUTLS_E_INCOMPATIBLE_SIG_WITH_KEY),
        }
        let hash = hash::digest(params.digest, message)?;
        key.verify_pss(params.digest, params.salt, &hash, signature)
            .ok_or(Error::new(GNUTLS_E_PK_SIG_VERIFY_FAILED))
    }

    /// Encrypts with an RSA key: with OAEP for an RSA-OAEP key, otherwise with PKCS #1 v1.5. Fails with
    /// `GNUTLS_E_INVALID_REQUEST` for other key types, and with `GNUTLS_E_ENCRYPTION_FAILED` if the plaintext
    /// is too long.
    pub fn encrypt(&self, plaintext: &[u8]) -> Result<Vec<u8>> {
        let PublicKind::Rsa(Rsa { key, usage, .. }) = &self.0.key else {
            return err(GNUTLS_E_INVALID_REQUEST);
        };
        const FAILED: Error = Error::new(GNUTLS_E_ENCRYPTION_FAILED);
        let key = key.as_ref().ok_or(FAILED)?.key();
        let made = match usage {
            RsaUse::Oaep(params) => {
                let (digest, label) =
                    params.as_ref().map_or((Digest::Sha256, &[][..]), |p| (p.digest, &p.label));
                key.encrypt_oaep(digest, label, plaintext)
            }
            RsaUse::Any if !system::allows_rsa_encryption() => {
                return err(GNUTLS_E_UNSUPPORTED_ENCRYPTION_ALGORITHM);
            }
            RsaUse::Any => key.encrypt_pkcs1(plaintext),
            RsaUse::Pss(_) => return err(GNUTLS_E_INVALID_REQUEST),
        };
        made.ok_or(FAILED)
    }
}

impl PartialEq for PublicKey {
    /// Compares the encoded keys.
    fn eq(&self, other: &Self) -> bool {
        match (&self.0.key, &other.0.key) {
            (PublicKind::Dh(a), PublicKind::Dh(b)) => a == b,
            _ => self.0.spki == other.0.spki,
        }
    }
}
