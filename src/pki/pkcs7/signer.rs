//! SignerInfo (RFC 5652 section 5.3).
use super::attributes::{self, Attributes};
use crate::abi::*;
use crate::alg::{Digest, Pk, Sign};
use crate::asn1::der::{self, Write as _};
use crate::asn1::{ber, oid};
use crate::error::{Result, err};
use crate::pki::cert::{Certificate, signature_algorithm};
use crate::pki::name::{self, compare};

/// The signer's certificate (SignerIdentifier).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SignerId<'a> {
    /// The issuer's name and the content of the serial number.
    IssuerSerial(&'a [u8], &'a [u8]),
    KeyId(&'a [u8]),
}

impl SignerId<'_> {
    pub fn names(&self, cert: &Certificate) -> bool {
        match self {
            SignerId::IssuerSerial(issuer, serial) => {
                cert.serial() == *serial && compare::same(cert.issuer(), issuer)
            }
            SignerId::KeyId(id) => cert.subject_key_id() == Some(id),
        }
    }
}

/// One signature.
#[derive(Clone, Copy, Debug)]
pub struct SignerInfo<'a> {
    pub id: SignerId<'a>,
    digest: &'a [u8],
    /// The elements of the SET OF.
    pub(super) signed: Option<&'a [u8]>,
    algorithm: &'a [u8],
    pub signature: &'a [u8],
    unsigned: Option<&'a [u8]>,
}

const SIGNED: u8 = der::context_constructed(0);
const UNSIGNED: u8 = der::context_constructed(1);
const KEY_ID: u8 = der::context(0);

impl<'a> SignerInfo<'a> {
    /// The encoding of a SignerInfo in DER, except that values of attributes, parameters of algorithms and
    /// the issuer's name are copied. The order of the attributes is left.
    pub(super) fn normalized(e: &ber::Element<'_>) -> Result<Vec<u8>> {
        if e.tag != der::SEQUENCE {
            return err(GNUTLS_E_ASN1_TAG_ERROR);
        }
        let mut r = e.open();
        let mut out = Vec::with_capacity(e.value.len());
        out.element(der::INTEGER, r.expect(der::INTEGER)?.value);
        if r.peek() == Some(der::SEQUENCE) {
            let mut id = r.sequence()?;
            let issuer = id.expect(der::SEQUENCE)?.raw;
            name::check(issuer)?;
            let serial = id.expect(der::INTEGER)?.raw;
            id.finish()?;
            out.element(der::SEQUENCE, &[issuer, serial].concat());
        } else {
            out.element(KEY_ID, &r.octet_string(KEY_ID)?);
        }
        out.extend_from_slice(&algorithm(&r.any()?)?);
        if let Some(set) = r.optional(SIGNED)? {
            out.element(SIGNED, &attributes::normalized(set.value)?);
        }
        out.extend_from_slice(&algorithm(&r.any()?)?);
        out.element(der::OCTET_STRING, &r.octet_string(der::OCTET_STRING)?);
        if let Some(set) = r.optional(UNSIGNED)? {
            out.element(UNSIGNED, &attributes::normalized(set.value)?);
        }
        r.finish()?;
        let mut whole = Vec::with_capacity(out.len() + 6);
        whole.element(der::SEQUENCE, &out);
        Ok(whole)
    }

    /// Reads what [`SignerInfo::normalized`] wrote.
    pub(super) fn read(bytes: &'a [u8]) -> Result<SignerInfo<'a>> {
        let mut r = ber::Reader::new(bytes).sequence()?;
        r.expect(der::INTEGER)?;
        let id = match r.optional(KEY_ID)? {
            Some(id) => SignerId::KeyId(id.value),
            None => {
                let mut id = r.sequence()?;
                let issuer = id.expect(der::SEQUENCE)?.raw;
                SignerId::IssuerSerial(issuer, id.expect(der::INTEGER)?.value)
            }
        };
        Ok(SignerInfo {
            id,
            digest: r.expect(der::SEQUENCE)?.raw,
            signed: r.optional(SIGNED)?.map(|set| set.value),
            algorithm: r.expect(der::SEQUENCE)?.raw,
            signature: r.expect(der::OCTET_STRING)?.value,
            unsigned: r.optional(UNSIGNED)?.map(|set| set.value),
        })
    }

    /// The digest of the content.
    pub fn digest(&self) -> Option<Digest> {
        let id = ber::Reader::new(self.digest).sequence().ok()?.oid().ok()?;
        Digest::from_oid(&oid::to_text(id)?)
    }

    /// The signature algorithm. Many implementations write that of the key, which counts together with the
    /// digest. Fails with `GNUTLS_E_UNKNOWN_ALGORITHM` if one of them is unknown.
    pub fn sign(&self) -> Result<Sign> {
        self.known_sign().filter(|_| self.digest().is_some()).ok_or(GNUTLS_E_UNKNOWN_ALGORITHM.into())
    }

    fn known_sign(&self) -> Option<Sign> {
        let id = ber::Reader::new(self.algorithm).sequence().ok()?.oid().ok()?;
        if id == oid::RSA_PSS {
            return signature_algorithm(self.algorithm);
        }
        let dotted = oid::to_text(id)?;
        Sign::from_oid(&dotted).or_else(|| {
            let pk = Pk::from_oid(&dotted)?;
            Sign::of_messages(pk).or_else(|| Sign::from_pk_digest(pk, self.digest()?))
        })
    }

    /// The time of the signature; `None` if there is no such attribute, or it has no valid time.
    pub fn signing_time(&self) -> Option<i64> {
        let value = self.signed.and_then(|set| attributes::find(set, oid::SIGNING_TIME))?;
        der::Reader::new(value).time().ok()
    }

    pub fn signed_attributes(&self) -> Result<Attributes> {
        self.signed.map_or_else(|| Ok(Attributes::default()), Attributes::read)
    }

    pub fn unsigned_attributes(&self) -> Result<Attributes> {
        self.unsigned.map_or_else(|| Ok(Attributes::default()), Attributes::read)
    }
}

/// An AlgorithmIdentifier in DER, except that its parameters are copied.
pub(super) fn algorithm(e: &ber::Element<'_>) -> Result<Vec<u8>> {
    if e.tag != der::SEQUENCE {
        return err(GNUTLS_E_ASN1_TAG_ERROR);
    }
    let mut r = e.open();
    let id = r.oid()?;
    let parameters = if r.is_empty() { &[][..] } else { r.any()?.raw };
    r.finish()?;
    let mut out = Vec::new();
    out.nested(der::SEQUENCE, |w| {
        w.oid(id);
        w.extend_from_slice(parameters);
    });
    Ok(out)
}
