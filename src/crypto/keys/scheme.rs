//! Signature schemes, and the parameters of RSA keys.
use crate::abi::*;
use crate::alg::ids::{Curve, Digest, Sign};
use crate::asn1::der::{self, Reader, Write};
use crate::asn1::oid;
use crate::error::{Error, Result};

/// The signature scheme of a [`Sign`].
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Scheme {
    Pkcs1(Digest),
    /// PKCS #1 padding of the given bytes, without a DigestInfo.
    RsaRaw,
    /// `rsae` means for rsaEncryption keys only (RFC 8446 section 4.2.3).
    Pss {
        digest: Digest,
        rsae: bool,
    },
    Dsa(Digest),
    /// With a curve in the schemes of TLS 1.3.
    Ecdsa(Digest, Option<Curve>),
    Gost(Digest),
    Ed25519,
    Ed448,
    MlDsa,
}

impl Scheme {
    /// `None` for an unsupported signature algorithm.
    pub fn of(sign: Sign) -> Option<Scheme> {
        use crate::alg::ids::Pk;
        Some(match (sign, sign.pk(), sign.digest()) {
            (Sign::RsaRaw, ..) => Scheme::RsaRaw,
            (Sign::EddsaEd25519, ..) => Scheme::Ed25519,
            (Sign::EddsaEd448, ..) => Scheme::Ed448,
            (_, Pk::Mldsa44 | Pk::Mldsa65 | Pk::Mldsa87, _) => Scheme::MlDsa,
            (_, pk, Some(digest)) if sign.is_pss() => Scheme::Pss { digest, rsae: pk == Pk::Rsa },
            (_, Pk::Rsa, Some(d)) => Scheme::Pkcs1(d),
            (_, Pk::Dsa, Some(d)) => Scheme::Dsa(d),
            (_, Pk::Ecdsa, Some(d)) => Scheme::Ecdsa(d, sign.curve()),
            (_, Pk::Gost01 | Pk::Gost12256 | Pk::Gost12512, Some(d)) => Scheme::Gost(d),
            _ => return None,
        })
    }

    /// Whether `hash` is a whole digest of this scheme; a message of any length, if that is signed. A signature of a part
    /// verifies nowhere.
    pub(super) fn is_whole(self, hash: &[u8]) -> bool {
        self.digest().is_none_or(|d| d.output_size() == hash.len())
    }

    /// The digest that is signed; `None` if the message itself is signed.
    pub const fn digest(self) -> Option<Digest> {
        match self {
            Scheme::Pkcs1(d) | Scheme::Pss { digest: d, .. } | Scheme::Ecdsa(d, _) => Some(d),
            Scheme::Dsa(d) | Scheme::Gost(d) => Some(d),
            Scheme::Ed25519 | Scheme::Ed448 | Scheme::MlDsa | Scheme::RsaRaw => None,
        }
    }
}

/// The options of a signature, if its scheme has any.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct SignOptions {
    /// DSA and ECDSA with RFC 6979, RSA-PSS without a salt.
    pub deterministic: bool,
    /// RSA-PSS with a salt of the size of the digest, regardless of the key.
    pub fixed_salt: bool,
}

/// The parameters to which an RSA-PSS key is restricted (RFC 4055 section 3.1).
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct PssParams {
    pub digest: Digest,
    /// The minimum salt size in bytes.
    pub salt: usize,
}

/// The parameters of an RSA-OAEP key (RFC 4055 section 4.1).
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct OaepParams {
    pub digest: Digest,
    pub label: Vec<u8>,
}

/// The use of an RSA key according to its AlgorithmIdentifier.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum RsaUse {
    Any,
    /// RSA-PSS, possibly with restrictions.
    Pss(Option<PssParams>),
    Oaep(Option<OaepParams>),
}

impl RsaUse {
    /// Checks that the modulus is long enough for the salt (RFC 8017 section 9.1.1). Fails with
    /// `GNUTLS_E_PK_INVALID_PUBKEY_PARAMS`.
    pub fn check(&self, modulus_bits: u32) -> Result<()> {
        let encoded = (modulus_bits as usize).saturating_sub(1).div_ceil(8);
        match self {
            RsaUse::Pss(Some(p)) if p.digest.output_size() + p.salt + 2 > encoded => {
                Err(Error::new(GNUTLS_E_PK_INVALID_PUBKEY_PARAMS))
            }
            _ => Ok(()),
        }
    }
}

/// The default salt size of RSASSA-PSS-params.
const DEFAULT_SALT: usize = 20;
const DER: Error = Error::new(GNUTLS_E_ASN1_DER_ERROR);
const UNKNOWN: Error = Error::new(GNUTLS_E_UNKNOWN_HASH_ALGORITHM);

/// The digest of an AlgorithmIdentifier.
fn digest_of(r: &mut Reader<'_>) -> Option<Digest> {
    Digest::from_oid(&oid::to_text(r.opened(der::SEQUENCE)?.content(der::OID)?)?)
}

/// Reads the two digests at the start of both types of parameters, which must be the same.
fn digests(p: &mut Reader<'_>) -> Result<Digest> {
    let digest = match p.opened(der::context_constructed(0)) {
        Some(mut tagged) => Some(digest_of(&mut tagged).ok_or(UNKNOWN)?),
        None => None,
    };
    let Some(mut mgf) = p.opened(der::context_constructed(1)) else { return Err(UNKNOWN) };
    let mut mgf = mgf.opened(der::SEQUENCE).ok_or(DER)?;
    if mgf.content(der::OID) != Some(oid::MGF1) {
        return Err(UNKNOWN);
    }
    let mask = digest_of(&mut mgf).ok_or(UNKNOWN)?;
    // The default digest is SHA-1 (RFC 4055 section 3.1).
    if mask != digest.unwrap_or(Digest::Sha1) {
        return Err(Error::new(GNUTLS_E_CONSTRAINT_ERROR));
    }
    digest.ok_or(UNKNOWN)
}

/// Reads RSASSA-PSS-params. Missing digests would mean SHA-1, which is not allowed.
pub(super) fn read_pss(der: &[u8]) -> Result<Option<PssParams>> {
    if der.is_empty() {
        return Ok(None);
    }
    let mut p = Reader::new(der).opened(der::SEQUENCE).ok_or(DER)?;
    let digest = digests(&mut p)?;
    if !matches!(digest, Digest::Sha256 | Digest::Sha384 | Digest::Sha512) {
        return Err(UNKNOWN);
    }
    let salt = match p.opened(der::context_constructed(2)) {
        None => DEFAULT_SALT,
        Some(mut s) => match *s.minimal_unsigned().ok_or(DER)? {
            [] => 0,
            [n] => n.into(),
            [h, l] => u16::from_be_bytes([h, l]).into(),
            _ => return Err(Error::new(GNUTLS_E_CONSTRAINT_ERROR)),
        },
    };
    // Only one trailer field is defined.
    let trailer = p.opened(der::context_constructed(3));
    if trailer.is_some_and(|mut t| t.minimal_unsigned() != Some(&[1])) {
        return Err(Error::new(GNUTLS_E_CERTIFICATE_ERROR));
    }
    if p.is_empty() { Ok(Some(PssParams { digest, salt })) } else { Err(DER) }
}

/// Reads RSAES-OAEP-params.
pub(super) fn read_oaep(der: &[u8]) -> Result<Option<OaepParams>> {
    if der.is_empty() || der == [der::NULL, 0] {
        return Ok(None);
    }
    let mut p = Reader::new(der).opened(der::SEQUENCE).ok_or(DER)?;
    if p.is_empty() {
        return Ok(Some(OaepParams { digest: Digest::Sha1, label: Vec::new() }));
    }
    let digest = digests(&mut p)?;
    let label = match p.opened(der::context_constructed(2)) {
        None => Vec::new(),
        Some(mut source) => {
            let mut source = source.opened(der::SEQUENCE).ok_or(DER)?;
            if source.content(der::OID) != Some(oid::P_SPECIFIED) {
                return Err(DER);
            }
            source.content(der::OCTET_STRING).ok_or(DER)?.to_vec()
        }
    };
    Ok(Some(OaepParams { digest, label }))
}

fn write_digests(digest: Digest) -> Result<Vec<u8>> {
    let id = digest.oid().and_then(oid::from_text).ok_or(UNKNOWN)?;
    let (mut hash, mut mgf, mut out) = (Vec::new(), Vec::new(), Vec::new());
    hash.oid(&id);
    mgf.oid(oid::MGF1);
    mgf.element(der::SEQUENCE, &hash);
    out.nested(der::context_constructed(0), |w| w.element(der::SEQUENCE, &hash));
    out.nested(der::context_constructed(1), |w| w.element(der::SEQUENCE, &mgf));
    Ok(out)
}

/// Writes RSASSA-PSS-params, MGF1 with the same digest.
pub fn write_pss(params: PssParams) -> Result<Vec<u8>> {
    let mut body = write_digests(params.digest)?;
    // DER omits default values.
    if params.salt != DEFAULT_SALT {
        let mut salt = Vec::new();
        salt.unsigned(&(params.salt as u64).to_be_bytes());
        body.element(der::context_constructed(2), &salt);
    }
    let mut out = Vec::new();
    out.element(der::SEQUENCE, &body);
    Ok(out)
}

/// Writes RSAES-OAEP-params, MGF1 with the same digest.
pub(super) fn write_oaep(params: &OaepParams) -> Result<Vec<u8>> {
    let mut body = write_digests(params.digest)?;
    if !params.label.is_empty() {
        let mut source = Vec::new();
        source.oid(oid::P_SPECIFIED);
        source.element(der::OCTET_STRING, &params.label);
        body.nested(der::context_constructed(2), |w| w.element(der::SEQUENCE, &source));
    }
    let mut out = Vec::new();
    out.element(der::SEQUENCE, &body);
    Ok(out)
}
