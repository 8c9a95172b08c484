//! Signature keys: RSA, RSA-PSS, ECDSA and Ed25519, public and private.
use std::sync::Arc;

use zeroize::Zeroizing;

use super::{der, hash, rand, raw};
use crate::abi::*;
use crate::alg::ids::{Curve, Digest, Pk, Sign};
use crate::error::{Error, Result, err};

const DER: Error = Error::new(GNUTLS_E_ASN1_DER_ERROR);

/// How a [`Sign`] signs.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Scheme {
    Pkcs1(Digest),
    /// PKCS #1 padding around bytes that are taken as they are.
    RsaRaw,
    /// Salt as long as the digest. `rsae`: for keys of rsaEncryption only (RFC 8446 section 4.2.3).
    Pss {
        digest: Digest,
        rsae: bool,
    },
    /// With a curve in the schemes of TLS 1.3.
    Ecdsa(Digest, Option<Curve>),
    Ed25519,
}

impl Scheme {
    /// `None` for a signature that no supplier here makes.
    pub const fn of(sign: Sign) -> Option<Scheme> {
        Some(match sign {
            Sign::RsaRaw => Scheme::RsaRaw,
            Sign::RsaMd5 => Scheme::Pkcs1(Digest::Md5),
            Sign::RsaSha => Scheme::Pkcs1(Digest::Sha1),
            Sign::RsaSha224 => Scheme::Pkcs1(Digest::Sha224),
            Sign::RsaSha256 => Scheme::Pkcs1(Digest::Sha256),
            Sign::RsaSha384 => Scheme::Pkcs1(Digest::Sha384),
            Sign::RsaSha512 => Scheme::Pkcs1(Digest::Sha512),
            Sign::RsaPssSha256 => Scheme::Pss { digest: Digest::Sha256, rsae: false },
            Sign::RsaPssSha384 => Scheme::Pss { digest: Digest::Sha384, rsae: false },
            Sign::RsaPssSha512 => Scheme::Pss { digest: Digest::Sha512, rsae: false },
            Sign::RsaPssRsaeSha256 => Scheme::Pss { digest: Digest::Sha256, rsae: true },
            Sign::RsaPssRsaeSha384 => Scheme::Pss { digest: Digest::Sha384, rsae: true },
            Sign::RsaPssRsaeSha512 => Scheme::Pss { digest: Digest::Sha512, rsae: true },
            Sign::EcdsaSha1 => Scheme::Ecdsa(Digest::Sha1, None),
            Sign::EcdsaSha224 => Scheme::Ecdsa(Digest::Sha224, None),
            Sign::EcdsaSha256 => Scheme::Ecdsa(Digest::Sha256, None),
            Sign::EcdsaSha384 => Scheme::Ecdsa(Digest::Sha384, None),
            Sign::EcdsaSha512 => Scheme::Ecdsa(Digest::Sha512, None),
            Sign::EcdsaSha3_224 => Scheme::Ecdsa(Digest::Sha3_224, None),
            Sign::EcdsaSha3_256 => Scheme::Ecdsa(Digest::Sha3_256, None),
            Sign::EcdsaSha3_384 => Scheme::Ecdsa(Digest::Sha3_384, None),
            Sign::EcdsaSha3_512 => Scheme::Ecdsa(Digest::Sha3_512, None),
            Sign::EcdsaSecp256r1Sha256 => Scheme::Ecdsa(Digest::Sha256, Some(Curve::Secp256r1)),
            Sign::EcdsaSecp384r1Sha384 => Scheme::Ecdsa(Digest::Sha384, Some(Curve::Secp384r1)),
            Sign::EcdsaSecp521r1Sha512 => Scheme::Ecdsa(Digest::Sha512, Some(Curve::Secp521r1)),
            Sign::EddsaEd25519 => Scheme::Ed25519,
            _ => return None,
        })
    }

    /// The digest that is signed; Ed25519 signs the message itself.
    pub const fn digest(self) -> Option<Digest> {
        match self {
            Scheme::Pkcs1(d) | Scheme::Pss { digest: d, .. } | Scheme::Ecdsa(d, _) => Some(d),
            Scheme::Ed25519 | Scheme::RsaRaw => None,
        }
    }
}

/// What an RSA-PSS key restricts its signatures to (RFC 4055 section 3.1).
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct PssParams {
    pub digest: Digest,
    /// The least salt, in bytes.
    pub salt: usize,
}

/// A public key; a clone shares it.
#[derive(Clone)]
pub struct PublicKey(Arc<Public>);

struct Public {
    spki: Vec<u8>,
    key: PublicKind,
}

enum PublicKind {
    Rsa {
        /// `None` for a key that reads well and that the supplier refuses: nothing verifies with it.
        key: Option<raw::Rsa>,
        modulus: Vec<u8>,
        exponent: Vec<u8>,
        /// The key is of RSASSA-PSS, perhaps with restrictions.
        pss: Option<Option<PssParams>>,
    },
    Ec {
        curve: Curve,
        key: raw::EcKey,
        point: Vec<u8>,
    },
    Ed25519([u8; 32]),
}

const OID_RSA: &[u8] = &[0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 1, 1, 1];
const OID_RSA_PSS: &[u8] = &[0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 1, 1, 10];
const OID_MGF1: &[u8] = &[0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 1, 1, 8];
const OID_EC: &[u8] = &[0x2a, 0x86, 0x48, 0xce, 0x3d, 2, 1];
const OID_ED25519: &[u8] = &[0x2b, 0x65, 0x70];
const CURVES: [(Curve, &[u8], usize); 4] = [
    (Curve::Secp224r1, &[0x2b, 0x81, 4, 0, 33], 28),
    (Curve::Secp256r1, &[0x2a, 0x86, 0x48, 0xce, 0x3d, 3, 1, 7], 32),
    (Curve::Secp384r1, &[0x2b, 0x81, 4, 0, 34], 48),
    (Curve::Secp521r1, &[0x2b, 0x81, 4, 0, 35], 66),
];

/// Bytes of a coordinate or scalar; `None` for a curve without ECDSA here.
pub fn curve_size(curve: Curve) -> Option<usize> {
    CURVES.iter().find(|c| c.0 == curve).map(|c| c.2)
}

fn sha2_of_oid(oid: &[u8]) -> Option<Digest> {
    match oid {
        [0x60, 0x86, 0x48, 1, 0x65, 3, 4, 2, last] => match last {
            1 => Some(Digest::Sha256),
            2 => Some(Digest::Sha384),
            3 => Some(Digest::Sha512),
            _ => None,
        },
        _ => None,
    }
}

/// Reads RSASSA-PSS-params. The supplier's MGF1 digest is the message's, as RFC 4055 advises.
fn pss_params(mut rest: &[u8]) -> Result<Option<PssParams>> {
    if rest.is_empty() {
        return Ok(None);
    }
    let mut p = der::take(&mut rest, 0x30).ok_or(DER)?;
    let algorithm = |tagged: &mut &[u8]| -> Option<Digest> {
        let mut inner = der::take(tagged, 0x30)?;
        sha2_of_oid(der::take(&mut inner, 0x06)?)
    };
    // Without the fields the digests are SHA-1, which no key may ask for.
    const UNKNOWN: Error = Error::new(GNUTLS_E_UNKNOWN_HASH_ALGORITHM);
    let mut tagged = der::take(&mut p, 0xa0).ok_or(UNKNOWN)?;
    let digest = algorithm(&mut tagged).ok_or(UNKNOWN)?;
    let mut mgf = der::take(&mut p, 0xa1).ok_or(UNKNOWN)?;
    let mut mgf = der::take(&mut mgf, 0x30).ok_or(DER)?;
    if der::take(&mut mgf, 0x06) != Some(OID_MGF1) || algorithm(&mut mgf) != Some(digest) {
        return Err(UNKNOWN);
    }
    let salt = match der::take(&mut p, 0xa2) {
        None => 20,
        Some(mut s) => match *der::unsigned(&mut s).ok_or(DER)? {
            [] => 0,
            [n] => n.into(),
            _ => return err(GNUTLS_E_CONSTRAINT_ERROR),
        },
    };
    Ok(Some(PssParams { digest, salt }))
}

/// Opens an AlgorithmIdentifier: the OID and what follows it.
fn algorithm<'a>(der: &mut &'a [u8]) -> Result<(&'a [u8], &'a [u8])> {
    let mut id = der::take(der, 0x30).ok_or(DER)?;
    let oid = der::take(&mut id, 0x06).ok_or(DER)?;
    Ok((oid, id))
}

fn named_curve(mut params: &[u8]) -> Result<Curve> {
    let oid = der::take(&mut params, 0x06).ok_or(Error::new(GNUTLS_E_ECC_UNSUPPORTED_CURVE))?;
    let found = CURVES.iter().find(|c| c.1 == oid);
    Ok(found.ok_or(Error::new(GNUTLS_E_ECC_UNSUPPORTED_CURVE))?.0)
}

/// Writes a SubjectPublicKeyInfo.
fn spki(algorithm: &[u8], key: &[u8]) -> Vec<u8> {
    let mut body = Vec::new();
    der::put(&mut body, 0x30, algorithm);
    der::put(&mut body, 0x03, &[&[0], key].concat());
    let mut out = Vec::new();
    der::put(&mut out, 0x30, &body);
    out
}

impl PublicKey {
    /// Reads a SubjectPublicKeyInfo. `GNUTLS_E_ASN1_DER_ERROR` for what is none,
    /// `GNUTLS_E_UNKNOWN_PK_ALGORITHM` for a kind of key that is not here,
    /// `GNUTLS_E_ECC_UNSUPPORTED_CURVE` for a curve that is not, `GNUTLS_E_PK_INVALID_PUBKEY` for a point
    /// off its curve.
    pub fn from_spki(spki: &[u8]) -> Result<PublicKey> {
        let mut rest = spki;
        let mut info = der::take(&mut rest, 0x30).ok_or(DER)?;
        let (oid, params) = algorithm(&mut info)?;
        let Some([0, bits @ ..]) = der::take(&mut info, 0x03) else { return Err(DER) };
        if !rest.is_empty() || !info.is_empty() {
            return Err(DER);
        }
        let key = match oid {
            _ if oid == OID_RSA => Self::rsa(bits, None)?,
            _ if oid == OID_RSA_PSS => Self::rsa(bits, Some(pss_params(params)?))?,
            _ if oid == OID_EC => Self::ec(named_curve(params)?, bits)?,
            _ if oid == OID_ED25519 => PublicKind::Ed25519(bits.try_into().map_err(|_| DER)?),
            _ => return err(GNUTLS_E_UNKNOWN_PK_ALGORITHM),
        };
        Ok(PublicKey(Arc::new(Public { spki: spki.to_vec(), key })))
    }

    fn rsa(mut der: &[u8], pss: Option<Option<PssParams>>) -> Result<PublicKind> {
        let mut key = der::take(&mut der, 0x30).ok_or(DER)?;
        let modulus = der::magnitude(&mut key).ok_or(DER)?.to_vec();
        let exponent = der::magnitude(&mut key).ok_or(DER)?.to_vec();
        if modulus.is_empty() || !key.is_empty() || !der.is_empty() {
            return Err(DER);
        }
        let key = raw::Rsa::from_public(&modulus, &exponent);
        Ok(PublicKind::Rsa { key, modulus, exponent, pss })
    }

    fn ec(curve: Curve, point: &[u8]) -> Result<PublicKind> {
        let key = raw::EcKey::from_point(curve, point).ok_or(Error::new(GNUTLS_E_PK_INVALID_PUBKEY))?;
        Ok(PublicKind::Ec { curve, key, point: point.to_vec() })
    }

    /// An RSA key from its big-endian numbers.
    pub fn from_rsa(modulus: &[u8], exponent: &[u8]) -> Result<PublicKey> {
        let (mut numbers, mut key) = (Vec::new(), Vec::new());
        der::put_unsigned(&mut numbers, modulus);
        der::put_unsigned(&mut numbers, exponent);
        der::put(&mut key, 0x30, &numbers);
        let mut id = Vec::new();
        der::put(&mut id, 0x06, OID_RSA);
        der::put(&mut id, 0x05, &[]);
        Self::from_spki(&spki(&id, &key))
    }

    /// An ECDSA key from its uncompressed point.
    pub fn from_ec(curve: Curve, point: &[u8]) -> Result<PublicKey> {
        let oid = CURVES.iter().find(|c| c.0 == curve).ok_or(Error::new(GNUTLS_E_ECC_UNSUPPORTED_CURVE))?.1;
        let mut id = Vec::new();
        der::put(&mut id, 0x06, OID_EC);
        der::put(&mut id, 0x06, oid);
        Self::from_spki(&spki(&id, point))
    }

    pub fn from_ed25519(public: &[u8; 32]) -> Result<PublicKey> {
        let mut id = Vec::new();
        der::put(&mut id, 0x06, OID_ED25519);
        Self::from_spki(&spki(&id, public))
    }

    pub fn pk(&self) -> Pk {
        match &self.0.key {
            PublicKind::Rsa { pss: None, .. } => Pk::Rsa,
            PublicKind::Rsa { .. } => Pk::RsaPss,
            PublicKind::Ec { .. } => Pk::Ecdsa,
            PublicKind::Ed25519(_) => Pk::EddsaEd25519,
        }
    }

    /// Bits as GnuTLS counts them: of an RSA modulus, or eight for each byte of a coordinate.
    pub fn bits(&self) -> u32 {
        match &self.0.key {
            PublicKind::Rsa { modulus, .. } => {
                modulus.len() as u32 * 8 - modulus.first().map_or(0, |b| b.leading_zeros())
            }
            PublicKind::Ec { curve, .. } => 8 * curve_size(*curve).unwrap_or(0) as u32,
            PublicKind::Ed25519(_) => 256,
        }
    }

    pub fn curve(&self) -> Option<Curve> {
        match &self.0.key {
            PublicKind::Rsa { .. } => None,
            PublicKind::Ec { curve, .. } => Some(*curve),
            PublicKind::Ed25519(_) => Some(Curve::Ed25519),
        }
    }

    /// The SubjectPublicKeyInfo, byte for byte as it was read.
    pub fn spki(&self) -> &[u8] {
        &self.0.spki
    }

    /// Modulus and exponent of an RSA key, big-endian without leading zeros.
    pub fn rsa_components(&self) -> Option<(&[u8], &[u8])> {
        match &self.0.key {
            PublicKind::Rsa { modulus, exponent, .. } => Some((modulus, exponent)),
            _ => None,
        }
    }

    /// What an RSA-PSS key restricts its use to, if it does.
    pub fn pss_params(&self) -> Option<PssParams> {
        match &self.0.key {
            PublicKind::Rsa { pss: Some(params), .. } => *params,
            _ => None,
        }
    }

    /// The uncompressed point of an ECDSA key, or the 32 bytes of an Ed25519 key.
    pub fn point(&self) -> Option<&[u8]> {
        match &self.0.key {
            PublicKind::Ec { point, .. } => Some(point),
            PublicKind::Ed25519(p) => Some(p),
            PublicKind::Rsa { .. } => None,
        }
    }

    /// Whether a signature of this scheme may come from this key:
    /// `GNUTLS_E_UNSUPPORTED_SIGNATURE_ALGORITHM` or `GNUTLS_E_INCOMPATIBLE_SIG_WITH_KEY` if not.
    pub fn scheme(&self, sign: Sign) -> Result<Scheme> {
        let scheme = Scheme::of(sign).ok_or(Error::new(GNUTLS_E_UNSUPPORTED_SIGNATURE_ALGORITHM))?;
        let fits = match (scheme, &self.0.key) {
            (Scheme::Pkcs1(_) | Scheme::RsaRaw, PublicKind::Rsa { pss, .. }) => pss.is_none(),
            (Scheme::Pss { digest, rsae }, PublicKind::Rsa { pss, .. }) => match pss {
                None | Some(None) => pss.is_none() || !rsae,
                Some(Some(p)) => {
                    !rsae && p.digest == digest && hash::size(digest).is_some_and(|n| n >= p.salt)
                }
            },
            (Scheme::Ecdsa(_, wanted), PublicKind::Ec { curve, .. }) => wanted.is_none_or(|c| c == *curve),
            (Scheme::Ed25519, PublicKind::Ed25519(_)) => true,
            _ => false,
        };
        if fits { Ok(scheme) } else { err(GNUTLS_E_INCOMPATIBLE_SIG_WITH_KEY) }
    }

    /// `GNUTLS_E_PK_SIG_VERIFY_FAILED` if `signature` is not this key's over `message`.
    pub fn verify(&self, sign: Sign, message: &[u8], signature: &[u8]) -> Result<()> {
        match self.scheme(sign)?.digest() {
            Some(d) => self.verify_hash(sign, &hash::digest(d, message)?, signature),
            None => self.verify_hash(sign, message, signature),
        }
    }

    /// As [`PublicKey::verify`], with the digest made already (for Ed25519: the message itself).
    pub fn verify_hash(&self, sign: Sign, hash: &[u8], signature: &[u8]) -> Result<()> {
        let good = match (self.scheme(sign)?, &self.0.key) {
            (Scheme::Pkcs1(d), PublicKind::Rsa { key: Some(k), .. }) => k.verify_pkcs1(d, hash, signature),
            (Scheme::RsaRaw, PublicKind::Rsa { key: Some(k), .. }) => k.verify_raw(hash, signature),
            (Scheme::Pss { digest, .. }, PublicKind::Rsa { key: Some(k), .. }) => {
                k.verify_pss(digest, hash.len(), hash, signature)
            }
            (Scheme::Ecdsa(..), PublicKind::Ec { key, .. }) => key.verify(hash, signature),
            (Scheme::Ed25519, PublicKind::Ed25519(p)) => {
                signature.try_into().ok().and_then(|s| raw::ed25519_verify(p, hash, s))
            }
            _ => None,
        };
        good.ok_or(Error::new(GNUTLS_E_PK_SIG_VERIFY_FAILED))
    }

    /// RSA-PSS as a certificate's parameters have it: any salt that the key allows.
    pub fn verify_pss(&self, params: PssParams, message: &[u8], signature: &[u8]) -> Result<()> {
        let PublicKind::Rsa { key: Some(key), pss, .. } = &self.0.key else {
            return err(GNUTLS_E_INCOMPATIBLE_SIG_WITH_KEY);
        };
        if let Some(Some(own)) = pss {
            if own.digest != params.digest || own.salt > params.salt {
                return err(GNUTLS_E_INCOMPATIBLE_SIG_WITH_KEY);
            }
        }
        let hash = hash::digest(params.digest, message)?;
        key.verify_pss(params.digest, params.salt, &hash, signature)
            .ok_or(Error::new(GNUTLS_E_PK_SIG_VERIFY_FAILED))
    }
}

impl PartialEq for PublicKey {
    /// The same encoded key.
    fn eq(&self, other: &Self) -> bool {
        self.0.spki == other.0.spki
    }
}

/// A private key; a clone shares it.
#[derive(Clone)]
pub struct PrivateKey(Arc<Private>);

struct Private {
    key: PrivateKind,
    public: PublicKey,
}

enum PrivateKind {
    Rsa(raw::Rsa),
    Ec(raw::EcKey),
    /// Seed, then public key: what the supplier signs with.
    Ed25519(Zeroizing<[u8; 64]>),
}

const BAD_KEY: Error = Error::new(GNUTLS_E_PK_INVALID_PRIVKEY);

impl PrivateKey {
    fn new(key: PrivateKind, public: PublicKey) -> Self {
        PrivateKey(Arc::new(Private { key, public }))
    }

    fn of_rsa(key: raw::Rsa) -> Result<Self> {
        let (n, e) = key.public();
        Ok(Self::new(PrivateKind::Rsa(key), PublicKey::from_rsa(&n, &e)?))
    }

    fn of_ec(curve: Curve, key: raw::EcKey) -> Result<Self> {
        let public = PublicKey::from_ec(curve, &key.point().ok_or(BAD_KEY)?)?;
        Ok(Self::new(PrivateKind::Ec(key), public))
    }

    /// A PKCS #1 RSAPrivateKey, checked for consistency; else `GNUTLS_E_PK_INVALID_PRIVKEY`.
    pub fn from_pkcs1(der: &[u8]) -> Result<Self> {
        let mut rest = der;
        der::take(&mut rest, 0x30).ok_or(DER)?;
        Self::of_rsa(raw::Rsa::from_pkcs1(der).ok_or(BAD_KEY)?)
    }

    /// An ECDSA key from its scalar, big-endian.
    pub fn from_sec1(curve: Curve, scalar: &[u8]) -> Result<Self> {
        let size = curve_size(curve).ok_or(Error::new(GNUTLS_E_ECC_UNSUPPORTED_CURVE))?;
        if scalar.is_empty() || scalar.len() > size + 1 {
            return Err(BAD_KEY);
        }
        Self::of_ec(curve, raw::EcKey::from_scalar(curve, scalar).ok_or(BAD_KEY)?)
    }

    /// The 32 bytes of RFC 8032.
    pub fn from_ed25519_seed(seed: &[u8]) -> Result<Self> {
        let seed: &[u8; 32] = seed.try_into().map_err(|_| BAD_KEY)?;
        let (public, private) = raw::ed25519_from_seed(seed);
        Ok(Self::new(PrivateKind::Ed25519(private), PublicKey::from_ed25519(&public)?))
    }

    /// A PrivateKeyInfo or OneAsymmetricKey (RFC 5208, RFC 5958), not encrypted.
    pub fn from_pkcs8(der: &[u8]) -> Result<Self> {
        let mut rest = der;
        let mut info = der::take(&mut rest, 0x30).ok_or(DER)?;
        der::unsigned(&mut info).ok_or(DER)?;
        let (oid, params) = algorithm(&mut info)?;
        let mut inner = der::take(&mut info, 0x04).ok_or(DER)?;
        if oid == OID_RSA {
            Self::from_pkcs1(inner)
        } else if oid == OID_RSA_PSS {
            Self::from_pkcs1(inner)?.into_pss(params)
        } else if oid == OID_EC {
            let mut key = der::take(&mut inner, 0x30).ok_or(DER)?;
            der::unsigned(&mut key).ok_or(DER)?;
            Self::from_sec1(named_curve(params)?, der::take(&mut key, 0x04).ok_or(DER)?)
        } else if oid == OID_ED25519 {
            Self::from_ed25519_seed(der::take(&mut inner, 0x04).ok_or(DER)?)
        } else {
            err(GNUTLS_E_UNKNOWN_PK_ALGORITHM)
        }
    }

    /// The same RSA key as one of RSASSA-PSS; `params` is the DER of its parameters, or empty.
    pub fn into_pss(self, params: &[u8]) -> Result<Self> {
        let PrivateKind::Rsa(key) = &self.0.key else { return Err(BAD_KEY) };
        let key = raw::Rsa::from_pkcs1(&key.to_pkcs1().ok_or(BAD_KEY)?).ok_or(BAD_KEY)?;
        let (n, e) = key.public();
        let (mut numbers, mut sequence, mut id) = (Vec::new(), Vec::new(), Vec::new());
        der::put_unsigned(&mut numbers, &n);
        der::put_unsigned(&mut numbers, &e);
        der::put(&mut sequence, 0x30, &numbers);
        der::put(&mut id, 0x06, OID_RSA_PSS);
        id.extend_from_slice(params);
        Ok(Self::new(PrivateKind::Rsa(key), PublicKey::from_spki(&spki(&id, &sequence))?))
    }

    pub fn generate_rsa(bits: u32) -> Result<Self> {
        const FAILED: Error = Error::new(GNUTLS_E_PK_GENERATION_ERROR);
        Self::of_rsa(raw::Rsa::generate(bits).ok_or(FAILED)?)
    }

    pub fn generate_ec(curve: Curve) -> Result<Self> {
        curve_size(curve).ok_or(Error::new(GNUTLS_E_ECC_UNSUPPORTED_CURVE))?;
        Self::of_ec(curve, raw::EcKey::generate(curve).ok_or(Error::new(GNUTLS_E_PK_GENERATION_ERROR))?)
    }

    pub fn generate_ed25519() -> Result<Self> {
        let mut seed = Zeroizing::new([0; 32]);
        rand::fill(&mut *seed)?;
        Self::from_ed25519_seed(&*seed)
    }

    pub fn pk(&self) -> Pk {
        self.0.public.pk()
    }

    pub fn bits(&self) -> u32 {
        self.0.public.bits()
    }

    pub fn curve(&self) -> Option<Curve> {
        self.0.public.curve()
    }

    pub fn public(&self) -> &PublicKey {
        &self.0.public
    }

    /// The RSAPrivateKey of an RSA key.
    pub fn to_pkcs1(&self) -> Option<Zeroizing<Vec<u8>>> {
        match &self.0.key {
            PrivateKind::Rsa(k) => k.to_pkcs1(),
            _ => None,
        }
    }

    /// The scalar of an ECDSA key as long as its curve, or the seed of an Ed25519 key.
    pub fn scalar(&self) -> Option<Zeroizing<Vec<u8>>> {
        match &self.0.key {
            PrivateKind::Ec(k) => k.scalar(curve_size(self.curve()?)?),
            PrivateKind::Ed25519(k) => Some(Zeroizing::new(k[..32].to_vec())),
            PrivateKind::Rsa(_) => None,
        }
    }

    /// Signs `message`; errors as [`PublicKey::scheme`], or `GNUTLS_E_PK_SIGN_FAILED`.
    pub fn sign(&self, sign: Sign, message: &[u8]) -> Result<Vec<u8>> {
        match self.0.public.scheme(sign)?.digest() {
            Some(d) => self.sign_hash(sign, &hash::digest(d, message)?),
            None => self.sign_hash(sign, message),
        }
    }

    /// As [`PrivateKey::sign`], with the digest made already (for Ed25519: the message itself).
    pub fn sign_hash(&self, sign: Sign, hash: &[u8]) -> Result<Vec<u8>> {
        let made = match (self.0.public.scheme(sign)?, &self.0.key) {
            (Scheme::Pkcs1(d), PrivateKind::Rsa(k)) => k.sign_pkcs1(d, hash),
            (Scheme::RsaRaw, PrivateKind::Rsa(k)) => k.sign_raw(hash),
            (Scheme::Pss { digest, .. }, PrivateKind::Rsa(k)) => k.sign_pss(digest, hash.len(), hash),
            (Scheme::Ecdsa(..), PrivateKind::Ec(k)) => k.sign(hash),
            (Scheme::Ed25519, PrivateKind::Ed25519(k)) => raw::ed25519_sign(k, hash).map(Vec::from),
            _ => None,
        };
        made.ok_or(Error::new(GNUTLS_E_PK_SIGN_FAILED))
    }
}

#[cfg(test)]
mod tests {
    use super::der::hex;
    use super::*;

    const RSA: [Sign; 10] = [
        Sign::RsaSha,
        Sign::RsaSha224,
        Sign::RsaSha256,
        Sign::RsaSha384,
        Sign::RsaSha512,
        Sign::RsaPssRsaeSha256,
        Sign::RsaPssRsaeSha384,
        Sign::RsaPssRsaeSha512,
        Sign::RsaPssSha256,
        Sign::RsaPssSha512,
    ];
    const EC: [Sign; 5] =
        [Sign::EcdsaSha1, Sign::EcdsaSha224, Sign::EcdsaSha256, Sign::EcdsaSha384, Sign::EcdsaSha512];

    fn round_trip(key: &PrivateKey, signs: &[Sign]) {
        let public = PublicKey::from_spki(key.public().spki()).unwrap();
        for &s in signs {
            let mut sig = key.sign(s, b"message").unwrap();
            public.verify(s, b"message", &sig).unwrap();
            let failed = |r: Result<()>| assert_eq!(r.unwrap_err().code(), GNUTLS_E_PK_SIG_VERIFY_FAILED);
            failed(public.verify(s, b"massage", &sig));
            failed(public.verify(s, b"message", &sig[1..]));
            failed(public.verify(s, b"message", &[]));
            *sig.last_mut().unwrap() ^= 1;
            failed(public.verify(s, b"message", &sig));
        }
    }

    #[test]
    fn rsa_signs_with_every_scheme() {
        for bits in [1024, 2048] {
            let key = PrivateKey::generate_rsa(bits).unwrap();
            assert_eq!((key.pk(), key.bits(), key.curve()), (Pk::Rsa, bits, None));
            // 1024 bits are too few for a SHA-512 PSS with its salt: 64 + 64 + 2 > 128.
            round_trip(&key, if bits == 1024 { &RSA[..7] } else { &RSA });
            let again = PrivateKey::from_pkcs1(&key.to_pkcs1().unwrap()).unwrap();
            assert_eq!(again.public().spki(), key.public().spki());
            let wrong = key.sign(Sign::EcdsaSha256, b"");
            assert_eq!(wrong.unwrap_err().code(), GNUTLS_E_INCOMPATIBLE_SIG_WITH_KEY);
            let pss = key.into_pss(&[]).unwrap();
            assert_eq!(pss.pk(), Pk::RsaPss);
            round_trip(&pss, &[Sign::RsaPssSha256]);
            assert!(
                pss.sign(Sign::RsaSha256, b"").is_err() && pss.sign(Sign::RsaPssRsaeSha256, b"").is_err()
            );
        }
    }

    #[test]
    fn ecdsa_signs_any_digest_on_any_curve() {
        for (curve, bits) in [
            (Curve::Secp224r1, 224),
            (Curve::Secp256r1, 256),
            (Curve::Secp384r1, 384),
            (Curve::Secp521r1, 528),
        ] {
            let key = PrivateKey::generate_ec(curve).unwrap();
            assert_eq!((key.pk(), key.bits(), key.curve()), (Pk::Ecdsa, bits, Some(curve)));
            round_trip(&key, &EC);
            let again = PrivateKey::from_sec1(curve, &key.scalar().unwrap()).unwrap();
            assert_eq!(again.public().spki(), key.public().spki());
            assert_eq!(
                key.sign(Sign::EcdsaSecp256r1Sha256, b"").is_ok(),
                curve == Curve::Secp256r1,
                "TLS 1.3 ties the curve to the scheme"
            );
            assert!(PrivateKey::from_sec1(curve, &[0]).is_err());
            assert!(PrivateKey::from_sec1(curve, &vec![0xff; (bits / 8) as usize]).is_err());
        }
    }

    #[test]
    fn ecdsa_signatures_are_strict_der() {
        let key = PrivateKey::generate_ec(Curve::Secp256r1).unwrap();
        let sig = key.sign(Sign::EcdsaSha256, b"m").unwrap();
        let mut long = sig.clone();
        long.insert(1, 0x81); // a length in two bytes where one would do
        let trailing = [&sig[..], &[0]].concat();
        for bad in [long, trailing] {
            assert!(key.public().verify(Sign::EcdsaSha256, b"m", &bad).is_err());
        }
    }

    #[test]
    fn ed25519_of_rfc8032() {
        let seed = hex("c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7");
        let key = PrivateKey::from_ed25519_seed(&seed).unwrap();
        assert_eq!(
            key.public().point().unwrap(),
            hex("fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025")
        );
        assert_eq!(
            key.sign(Sign::EddsaEd25519, &[0xaf, 0x82]).unwrap(),
            hex(concat!(
                "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac",
                "18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a"
            ))
        );
        assert_eq!(*key.scalar().unwrap(), seed);
        round_trip(&key, &[Sign::EddsaEd25519]);
        // RFC 8410 section 10.3.
        let p8 = hex(
            "302e020100300506032b657004220420d4ee72dbf913584ad5b6d8f1f769f8ad3afe7c28cbf1d4fbe097a88f44755842",
        );
        let key = PrivateKey::from_pkcs8(&p8).unwrap();
        assert_eq!(
            key.public().point().unwrap(),
            hex("19bf44096984cdfe8541bac167dc3b96c85086aa30b6b6cb0c5c38ad703166e1")
        );
    }

    #[test]
    fn bad_keys_are_errors() {
        let good = PrivateKey::generate_ec(Curve::Secp256r1).unwrap();
        let spki = good.public().spki();
        for n in 0..spki.len() {
            assert!(PublicKey::from_spki(&spki[..n]).is_err());
        }
        let mut off = spki.to_vec();
        *off.last_mut().unwrap() ^= 1;
        assert_eq!(PublicKey::from_spki(&off).err().unwrap().code(), GNUTLS_E_PK_INVALID_PUBKEY);
        assert_eq!(PrivateKey::from_pkcs1(&[0x30, 0]).err().unwrap().code(), GNUTLS_E_PK_INVALID_PRIVKEY);
        assert_eq!(PrivateKey::from_pkcs8(&[]).err().unwrap().code(), GNUTLS_E_ASN1_DER_ERROR);
        // An even modulus reads, and verifies nothing.
        let even = PublicKey::from_rsa(&[0x80; 128], &[3]).unwrap();
        assert_eq!(even.bits(), 1024);
        let r = even.verify(Sign::RsaSha256, b"", &[0; 128]);
        assert_eq!(r.unwrap_err().code(), GNUTLS_E_PK_SIG_VERIFY_FAILED);
    }
}
