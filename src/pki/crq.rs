//! Certification requests (PKCS #10, RFC 2986).
use std::sync::OnceLock;

use crate::abi::*;
use crate::alg::{Pk, Sign};
use crate::asn1::der::{self, Reader, Write as _};
use crate::asn1::oid;
use crate::crypto::keys::PublicKey;
use crate::error::{Error, Result, err};
use crate::pki::by_type::ByType;
use crate::pki::cert::build::{OwnExtension, extensions_der};
use crate::pki::cert::lists::{List, Lists, Row};
use crate::pki::cert::{check_spki, read_extension, signature_algorithm};
use crate::pki::name;
use crate::pki::name::write;
use crate::pki::verify::check_signed;

const MISSING: Error = Error::new(GNUTLS_E_ASN1_VALUE_NOT_FOUND);
/// Maximum number of attributes, and of extensions, of a request.
const MAX_ATTRIBUTES: usize = 256;

/// An attribute: its type and its values, each with its tag.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attribute {
    pub oid: Vec<u8>,
    pub values: Vec<Vec<u8>>,
}

/// A certification request that was parsed or is being built. Empty fields have not been set.
#[derive(Clone)]
pub struct Request {
    pub version: Option<u8>,
    pub subject: Vec<u8>,
    pub spki: Vec<u8>,
    pub attributes: Vec<Attribute>,
    /// AlgorithmIdentifier and signature of the last signing.
    algorithm: Vec<u8>,
    signature: Vec<u8>,
    /// The signed CertificationRequestInfo.
    signed: Vec<u8>,
    found: Found,
}

/// Indexes that are created on first use, until the request changes.
#[derive(Clone, Default)]
struct Found {
    extensions: OnceLock<Result<Asked>>,
    /// The indices of attribute and value for all attribute values, and their order by type.
    values: OnceLock<(Vec<[u32; 2]>, ByType)>,
    lists: Lists,
}

/// The requested extensions, in their order and by type.
#[derive(Clone, Default)]
struct Asked {
    list: Vec<OwnExtension>,
    by_type: ByType,
}

impl Default for Request {
    fn default() -> Self {
        let none = Vec::new();
        Request {
            version: None,
            subject: write::EMPTY.to_vec(),
            spki: none.clone(),
            attributes: Vec::new(),
            algorithm: none.clone(),
            signature: none.clone(),
            signed: none,
            found: Found::default(),
        }
    }
}

impl Request {
    pub fn from_der(bytes: &[u8]) -> Result<Request> {
        let mut top = der::whole(bytes, der::SEQUENCE)?.open();
        let info = top.expect(der::SEQUENCE)?;
        let mut r = info.open();
        let version = r.small()?;
        let subject = r.expect(der::SEQUENCE)?.raw.to_vec();
        name::check(&subject)?;
        let spki = r.expect(der::SEQUENCE)?;
        check_spki(spki.open())?;
        let spki = spki.raw.to_vec();
        let mut attributes = Vec::new();
        if let Some(list) = r.optional(der::context_constructed(0))? {
            let mut list = list.open();
            while !list.is_empty() {
                if attributes.len() == MAX_ATTRIBUTES {
                    return err(GNUTLS_E_ASN1_DER_ERROR);
                }
                attributes.push(read_attribute(&mut list)?);
            }
        }
        r.finish()?;
        let algorithm = top.algorithm()?.0.raw.to_vec();
        let signature = top.bit_string()?.to_vec();
        top.finish()?;
        Ok(Request {
            version: Some(version.min(254) as u8 + 1),
            subject,
            spki,
            attributes,
            algorithm,
            signature,
            signed: info.raw.to_vec(),
            found: Found::default(),
        })
    }

    /// Called before the request changes: discards the signed contents and the indexes.
    pub fn change(&mut self) -> &mut Request {
        self.signed.clear();
        self.found = Found::default();
        self
    }

    /// The encoded request; `GNUTLS_E_ASN1_VALUE_NOT_FOUND` if it is not signed.
    pub fn to_der(&self) -> Result<Vec<u8>> {
        if self.signature.is_empty() {
            return Err(MISSING);
        }
        let info = self.info()?;
        let mut out = Vec::with_capacity(info.len() + self.signature.len() + 40);
        out.nested(der::SEQUENCE, |w| {
            w.extend_from_slice(&info);
            w.extend_from_slice(&self.algorithm);
            w.bit_string(&self.signature);
        });
        Ok(out)
    }

    /// The CertificationRequestInfo, which is signed.
    pub fn info(&self) -> Result<Vec<u8>> {
        if !self.signed.is_empty() {
            return Ok(self.signed.clone());
        }
        let version = self.version.ok_or(MISSING)?;
        if self.spki.is_empty() {
            return Err(MISSING);
        }
        // DER requires that the elements of a SET OF are sorted by their encoding (X.690 section 11.6).
        let mut attributes: Vec<Vec<u8>> = self.attributes.iter().map(attribute_der).collect();
        attributes.sort();
        let mut out = Vec::new();
        out.nested(der::SEQUENCE, |w| {
            w.unsigned(&[version - 1]);
            w.extend_from_slice(&self.subject);
            w.extend_from_slice(&self.spki);
            w.element(der::context_constructed(0), &attributes.concat());
        });
        Ok(out)
    }

    /// Stores the signature of `info`, which [`Request::info`] has returned.
    pub fn signed(&mut self, info: Vec<u8>, algorithm: Vec<u8>, signature: Vec<u8>) {
        (self.signed, self.algorithm, self.signature) = (info, algorithm, signature);
    }

    /// The AlgorithmIdentifier of the signature, with its tag; empty if the request is not signed.
    pub fn signature_algorithm_der(&self) -> &[u8] {
        &self.algorithm
    }

    pub fn signature_algorithm(&self) -> Option<Sign> {
        signature_algorithm(&self.algorithm)
    }

    pub fn public_key(&self) -> Result<PublicKey> {
        if self.spki.is_empty() { Err(MISSING) } else { PublicKey::from_spki(&self.spki) }
    }

    pub fn pk(&self) -> Option<Pk> {
        crate::pki::cert::spki_algorithm(&self.spki)
    }

    /// Verifies the signature with the public key of the request.
    pub fn verify(&self) -> Result<()> {
        if self.signature.is_empty() {
            return Err(MISSING);
        }
        check_signed(&self.public_key()?, &self.algorithm, &self.info()?, &self.signature)
    }

    pub fn attribute(&self, oid: &[u8]) -> Option<&Attribute> {
        self.attributes.iter().find(|a| a.oid == oid)
    }

    /// Value `i` among the values of all attributes of a type.
    pub fn attribute_value(&self, oid: &[u8], i: usize) -> Option<&[u8]> {
        let at = |[attribute, value]: [u32; 2]| {
            let a = &self.attributes[attribute as usize];
            (&a.oid[..], &a.values[value as usize][..])
        };
        let (places, by_type) = self.found.values.get_or_init(|| {
            let each = |(n, a): (usize, &Attribute)| (0..a.values.len()).map(move |v| [n as u32, v as u32]);
            let places: Vec<[u32; 2]> = self.attributes.iter().enumerate().flat_map(each).collect();
            let by_type = ByType::of(places.len(), |i| at(places[i]).0);
            (places, by_type)
        });
        by_type.find(oid, i, |i| at(places[i]).0).map(|i| at(places[i]).1)
    }

    /// Sets an attribute with one value; replaces the attribute of the same type.
    pub fn set_attribute(&mut self, oid: &[u8], value: Vec<u8>) {
        let new = Attribute { oid: oid.to_vec(), values: vec![value] };
        let list = &mut self.change().attributes;
        match list.iter_mut().find(|a| a.oid == oid) {
            Some(old) => *old = new,
            None => list.push(new),
        }
    }

    /// The requested extensions.
    pub fn extensions(&self) -> Result<&[OwnExtension]> {
        Ok(&self.asked()?.list)
    }

    /// The `i`-th requested extension of a type.
    pub fn extension_of(&self, oid: &[u8], i: usize) -> Result<Option<&OwnExtension>> {
        let Asked { list, by_type } = self.asked()?;
        Ok(by_type.find(oid, i, |at| &list[at].oid).map(|at| &list[at]))
    }

    fn asked(&self) -> Result<&Asked> {
        let read = || {
            let list = self.read_extensions()?;
            let by_type = ByType::of(list.len(), |i| &list[i].oid);
            Ok(Asked { list, by_type })
        };
        self.found.extensions.get_or_init(read).as_ref().map_err(|e| *e)
    }

    /// Element `i` of a list in a requested extension, with its tag; `None` past the end.
    pub fn listed(&self, list: List, i: usize) -> Result<Option<Row<'_>>> {
        match self.extension_of(list.oid(), 0)? {
            Some(e) => self.found.lists.row(list, &e.value, i),
            None => Ok(None),
        }
    }

    /// The index of the subject's attributes.
    pub fn subject_index(&self) -> Result<&name::Index> {
        self.found.lists.name(0, &self.subject)
    }

    fn read_extensions(&self) -> Result<Vec<OwnExtension>> {
        let Some(attribute) = self.attribute(oid::EXTENSION_REQUEST) else { return Ok(Vec::new()) };
        let value = attribute.values.first().ok_or(GNUTLS_E_ASN1_GENERIC_ERROR)?;
        let mut r = der::whole(value, der::SEQUENCE)?.open();
        let mut out = Vec::new();
        while !r.is_empty() {
            if out.len() == MAX_ATTRIBUTES {
                return err(GNUTLS_E_ASN1_DER_ERROR);
            }
            let e = read_extension(&mut r)?;
            out.push(OwnExtension { oid: e.oid.to_vec(), critical: e.critical, value: e.value.to_vec() });
        }
        Ok(out)
    }

    pub fn set_extensions(&mut self, list: &[OwnExtension]) {
        self.set_attribute(oid::EXTENSION_REQUEST, extensions_der(list));
    }
}

fn read_attribute(list: &mut Reader<'_>) -> Result<Attribute> {
    let mut r = list.sequence()?;
    let oid = crate::pki::ext::values::read_oid(&mut r)?.to_vec();
    let mut set = r.expect(der::SET)?.open();
    r.finish()?;
    let mut values = Vec::new();
    while !set.is_empty() {
        values.push(set.any()?.raw.to_vec());
    }
    Ok(Attribute { oid, values })
}

fn attribute_der(a: &Attribute) -> Vec<u8> {
    let mut out = Vec::new();
    out.nested(der::SEQUENCE, |w| {
        w.oid(&a.oid);
        w.element(der::SET, &a.values.concat());
    });
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::crypto::keys::PrivateKey;
    use crate::pki::name::write::append_text;

    #[test]
    fn what_is_built_reads_back_and_verifies() {
        let key = PrivateKey::generate_ec(crate::alg::Curve::Secp256r1).unwrap();
        let mut q = Request::default();
        assert_eq!(q.info().unwrap_err().code(), GNUTLS_E_ASN1_VALUE_NOT_FOUND);
        q.version = Some(1);
        q.subject = append_text(&q.subject, b"CN=x").0.unwrap();
        q.spki = key.public().spki().to_vec();
        q.set_attribute(&[0x2a, 3], vec![12, 1, b'a']);
        q.set_extensions(&[OwnExtension {
            oid: oid::KEY_USAGE.to_vec(),
            critical: true,
            value: vec![3, 1, 0],
        }]);
        let info = q.info().unwrap();
        let signature = key.sign(Sign::EcdsaSha256, &info).unwrap();
        let algorithm = crate::pki::cert::build::signature_algorithm(Sign::EcdsaSha256, None).unwrap();
        q.signed(info, algorithm, signature);
        q.verify().unwrap();
        let der = q.to_der().unwrap();
        let read = Request::from_der(&der).unwrap();
        read.verify().unwrap();
        assert_eq!((&read.subject, read.extensions().unwrap().len()), (&q.subject, 1));
        assert_eq!(read.to_der().unwrap(), der);
        let mut changed = read.clone();
        changed.change().subject = write::EMPTY.to_vec();
        assert_eq!(changed.verify().unwrap_err().code(), GNUTLS_E_PK_SIG_VERIFY_FAILED);
        for n in 0..der.len() {
            assert!(Request::from_der(&der[..n]).is_err());
            let mut bad = der.clone();
            bad[n] ^= 0x41;
            let _ = Request::from_der(&bad).map(|q| (q.extensions().is_ok(), q.verify().is_ok()));
        }
    }
}
