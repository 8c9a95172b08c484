//! Keys of GOST R 34.10-2001 and -2012 (RFC 5832, RFC 7091) and their encodings (RFC 4491, RFC 9215).
//!
//! Numbers and digests are little-endian on the wire; the two halves of a signature, s before r, are big-endian.
use zeroize::Zeroizing;

use super::super::aws_lc::{Bn, EcKey, Modulus};
use super::DER;
use crate::abi::*;
use crate::alg::ids::{Curve, Digest, GostParamset, Pk};
use crate::asn1::der::{self, Reader, Write};
use crate::asn1::oid;
use crate::error::{Error, Result, err};

const UNSUPPORTED: Error = Error::new(GNUTLS_E_ECC_UNSUPPORTED_CURVE);

/// The parameters in the AlgorithmIdentifier of a key.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct GostParams {
    pub curve: Curve,
    pub digest: Digest,
    /// The parameter set of GOST 28147-89, for key transport.
    pub set: GostParamset,
}

impl GostParams {
    /// Creates parameters. Without `set`, the default of the key type is used.
    pub fn new(curve: Curve, digest: Digest, set: Option<GostParamset>) -> Result<GostParams> {
        if EcKey::is_known(curve) && matches!(curve.pk(), Pk::Gost01 | Pk::Gost12256 | Pk::Gost12512) {
            let set = set.unwrap_or(default_set(pk_of(digest)?));
            return Ok(GostParams { curve, digest, set });
        }
        Err(UNSUPPORTED)
    }

    pub fn pk(&self) -> Result<Pk> {
        pk_of(self.digest)
    }

    /// Reads the parameters of an algorithm identifier of `pk`.
    pub fn read(pk: Pk, params: &[u8]) -> Result<GostParams> {
        let mut p = Reader::new(params).opened(der::SEQUENCE).ok_or(DER)?;
        let curve = p.content(der::OID).and_then(oid::to_text).ok_or(DER)?;
        let curve = Curve::from_oid(&curve).ok_or(UNSUPPORTED)?;
        let own = own_digest(pk).ok_or(DER)?;
        let mut digest = own;
        let mut set = None;
        while let Some(id) = p.content(der::OID).and_then(oid::to_text) {
            match Digest::from_oid(&id) {
                // id-GostR3411-94-CryptoProParamSet
                _ if id == DIGEST_94 => digest = Digest::Gostr94,
                Some(d) => digest = d,
                None => set = GostParamset::from_oid(&id),
            }
        }
        if !p.is_empty() {
            return Err(DER);
        }
        if digest != own {
            return err(GNUTLS_E_UNKNOWN_HASH_ALGORITHM);
        }
        GostParams::new(curve, digest, set)
    }

    /// Encodes the content of the AlgorithmIdentifier: key type and parameters.
    pub fn write(&self) -> Result<Vec<u8>> {
        let pk = self.pk()?;
        let mut params = Vec::new();
        let digest = match self.digest {
            Digest::Gostr94 => Some(DIGEST_94),
            // The digest is omitted if it is implied (RFC 9215 section 4.2).
            Digest::Streebog256 if self.curve.pk() != Pk::Gost01 => None,
            other => Some(other.oid().ok_or(UNSUPPORTED)?),
        };
        let mut put = |text: Option<&str>| -> Result<()> {
            params.oid(&text.and_then(oid::from_text).ok_or(UNSUPPORTED)?);
            Ok(())
        };
        put(Some(self.curve.oid()))?;
        if digest.is_some() {
            put(digest)?;
        }
        if self.set != default_set(pk) {
            put(self.set.oid().to_str().ok())?;
        }
        let mut out = Vec::new();
        out.oid(&pk.oid().and_then(oid::from_text).ok_or(UNSUPPORTED)?);
        out.element(der::SEQUENCE, &params);
        Ok(out)
    }
}

const DIGEST_94: &str = "1.2.643.2.2.30.1";

fn own_digest(pk: Pk) -> Option<Digest> {
    match pk {
        Pk::Gost01 => Some(Digest::Gostr94),
        Pk::Gost12256 => Some(Digest::Streebog256),
        Pk::Gost12512 => Some(Digest::Streebog512),
        _ => None,
    }
}

/// The type of the keys that sign this digest.
fn pk_of(digest: Digest) -> Result<Pk> {
    match digest {
        Digest::Gostr94 => Ok(Pk::Gost01),
        Digest::Streebog256 => Ok(Pk::Gost12256),
        Digest::Streebog512 => Ok(Pk::Gost12512),
        _ => err(GNUTLS_E_UNKNOWN_HASH_ALGORITHM),
    }
}

fn default_set(pk: Pk) -> GostParamset {
    if pk == Pk::Gost01 { GostParamset::CpA } else { GostParamset::Tc26Z }
}

fn reversed(bytes: &[u8]) -> Zeroizing<Vec<u8>> {
    Zeroizing::new(bytes.iter().rev().copied().collect())
}

/// A public key.
pub(super) struct Public {
    pub params: GostParams,
    /// 4, x and y, big-endian.
    pub point: Vec<u8>,
    key: EcKey,
}

impl Public {
    fn new(params: GostParams, point: Vec<u8>) -> Result<Public> {
        let key = EcKey::from_point(params.curve, &point).ok_or(Error::new(GNUTLS_E_PK_INVALID_PUBKEY))?;
        Ok(Public { params, point, key })
    }

    /// Creates a key from the octets of the BIT STRING: an OCTET STRING of x and y.
    pub(super) fn read(params: GostParams, bits: &[u8]) -> Result<Public> {
        let mut r = Reader::new(bits);
        let octets = r.content(der::OCTET_STRING).ok_or(DER)?;
        if octets.len() != 2 * params.curve.size() || !r.is_empty() {
            return Err(DER);
        }
        let (x, y) = octets.split_at(params.curve.size());
        Self::from_coordinates(params, x, y)
    }

    /// Creates a key from little-endian coordinates.
    pub(super) fn from_coordinates(params: GostParams, x: &[u8], y: &[u8]) -> Result<Public> {
        let size = params.curve.size();
        let mut point = vec![4];
        for n in [x, y] {
            let n = reversed(n);
            let n = &n[n.iter().take_while(|b| **b == 0).count()..];
            point.resize(
                point.len() + size.checked_sub(n.len()).ok_or(Error::new(GNUTLS_E_PK_INVALID_PUBKEY))?,
                0,
            );
            point.extend_from_slice(n);
        }
        Self::new(params, point)
    }

    /// Little-endian x and y.
    pub(super) fn coordinates(&self) -> (Vec<u8>, Vec<u8>) {
        let (x, y) = self.point[1..].split_at(self.params.curve.size());
        (reversed(x).to_vec(), reversed(y).to_vec())
    }

    /// The octets of the BIT STRING.
    pub(super) fn write(&self) -> Vec<u8> {
        let (x, y) = self.coordinates();
        let mut out = Vec::new();
        out.element(der::OCTET_STRING, &[x, y].concat());
        out
    }

    pub(super) fn verify(&self, digest: &[u8], signature: &[u8]) -> Option<()> {
        let size = self.params.curve.size();
        if signature.len() != 2 * size {
            return None;
        }
        let (s, r) = signature.split_at(size);
        self.key.gost_verify(&reversed(digest), r, s)
    }
}

/// A private key.
pub(super) struct Private {
    key: EcKey,
    public: Public,
}

impl Private {
    fn new(params: GostParams, key: EcKey) -> Result<Private> {
        let point = key.point().ok_or(Error::new(GNUTLS_E_PK_INVALID_PRIVKEY))?;
        Ok(Private { key, public: Public::new(params, point)? })
    }

    /// Creates a key from a little-endian scalar.
    pub(super) fn from_scalar(params: GostParams, scalar: &[u8]) -> Result<Private> {
        const BAD: Error = Error::new(GNUTLS_E_PK_INVALID_PRIVKEY);
        Self::new(params, EcKey::from_scalar(params.curve, &reversed(scalar)).ok_or(BAD)?)
    }

    pub(super) fn generate(params: GostParams) -> Result<Private> {
        Self::new(params, EcKey::generate(params.curve).ok_or(Error::new(GNUTLS_E_PK_GENERATION_ERROR))?)
    }

    /// Creates a key from the content of a PKCS #8 privateKey (RFC 9215 section 4): an OCTET STRING, an
    /// INTEGER, or bare octets, which contain the scalar, or a masked scalar followed by its masks.
    pub(super) fn read(params: GostParams, content: &[u8]) -> Result<Private> {
        const BAD: Error = Error::new(GNUTLS_E_PK_INVALID_PRIVKEY);
        let size = params.curve.size();
        let mut r = Reader::new(content);
        let octets = if content.len().is_multiple_of(size) && !content.is_empty() {
            content
        } else if let Some(octets) = r.content(der::OCTET_STRING) {
            octets
        } else {
            let number = r.minimal_unsigned().ok_or(DER)?;
            return Self::from_scalar(params, &reversed(number));
        };
        if octets.is_empty() || octets.len() % size != 0 || octets.len() > 8 * size {
            return Err(DER);
        }
        let order = EcKey::order_of(params.curve).ok_or(BAD)?;
        let modulus = Modulus::new(&order).ok_or(BAD)?;
        // A value that is not below the order is invalid: it is reduced, which does not have to be in
        // constant time.
        let mut shares = octets.chunks(size).map(|share| {
            let share = Bn::new(&reversed(share)).ok_or(BAD)?;
            if share < order { Ok(share) } else { share.rem(&order).ok_or(BAD) }
        });
        let first = shares.next().ok_or(DER)??;
        let number = shares.try_fold(first, |n, mask| modulus.mul(&n, &mask?).ok_or(BAD))?;
        Self::from_scalar(params, &reversed(&number.padded(size).ok_or(BAD)?))
    }

    /// The content of a PKCS #8 privateKey.
    pub(super) fn write(&self) -> Result<Zeroizing<Vec<u8>>> {
        let mut out = Zeroizing::new(Vec::new());
        out.element(der::OCTET_STRING, &self.scalar()?);
        Ok(out)
    }

    /// The little-endian scalar.
    pub(super) fn scalar(&self) -> Result<Zeroizing<Vec<u8>>> {
        let size = self.public.params.curve.size();
        Ok(reversed(&self.key.scalar(size).ok_or(Error::new(GNUTLS_E_INTERNAL_ERROR))?))
    }

    pub(super) fn public(&self) -> &Public {
        &self.public
    }

    pub(super) fn sign(&self, digest: &[u8]) -> Option<Vec<u8>> {
        let [r, s] = self.key.gost_sign(&reversed(digest))?;
        let signature = [&s[..], &r[..]].concat();
        // A signature with a hardware fault is not returned.
        self.public.verify(digest, &signature)?;
        Some(signature)
    }
}
