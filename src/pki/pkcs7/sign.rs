//! Adding a signature (RFC 5652 section 5).
use std::borrow::Cow;

use super::attributes::{Attributes, encoded};
use super::data::Pkcs7;
use super::list::List;
use super::signer::SignerInfo;
use super::verify::signed_set;
use crate::abi::*;
use crate::alg::{Digest, Pk, Sign};
use crate::asn1::der::{self, Write as _};
use crate::asn1::{ber, oid};
use crate::crypto::hash;
use crate::error::{Error, Result};
use crate::pki::cert::Certificate;

/// Where the content is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    Detached,
    Embedded,
}

/// A signature that is being made.
pub struct NewSigner<'a> {
    pub cert: &'a Certificate,
    pub digest: Digest,
    /// Attributes of the application.
    pub signed: &'a Attributes,
    pub unsigned: &'a Attributes,
    /// The time to write.
    pub time: Option<i64>,
    /// The signer is named by its key identifier instead of its issuer and serial number.
    pub by_key_id: bool,
}

/// A signature of which only the signature itself is missing.
pub struct Prepared {
    id: Vec<u8>,
    version: u8,
    digest: Vec<u8>,
    signed: Option<Vec<u8>>,
    unsigned: Option<Vec<u8>>,
}

impl Prepared {
    /// The bytes to sign, if there are signed attributes; otherwise it is the content.
    pub fn message(&self) -> Option<Result<Vec<u8>>> {
        self.signed.as_deref().map(signed_set)
    }
}

impl NewSigner<'_> {
    /// Prepares a signature of `content`, which is of this type.
    pub fn prepare(&self, content_type: &[u8], content: &[u8]) -> Result<Prepared> {
        let id = self.id()?;
        let digest_id = self.digest.oid().and_then(oid::from_text).ok_or(GNUTLS_E_UNKNOWN_HASH_ALGORITHM)?;
        let mut digest = Vec::new();
        digest.nested(der::SEQUENCE, |w| w.oid(&digest_id));
        let signed = if self.signed.is_empty() && self.time.is_none() && content_type == oid::DATA {
            None
        } else {
            let mut list = List::default();
            let mut value = Vec::new();
            value.oid(content_type);
            list.push(&encoded(oid::CONTENT_TYPE, &value))?;
            let mut value = Vec::new();
            value.element(der::OCTET_STRING, &hash::digest(self.digest, content)?);
            list.push(&encoded(oid::MESSAGE_DIGEST, &value))?;
            if let Some(time) = self.time {
                list.push(&encoded(oid::SIGNING_TIME, &der::time(time)?))?;
            }
            self.signed.encode(&mut list)?;
            Some(list.as_set().into_owned())
        };
        let mut list = List::default();
        self.unsigned.encode(&mut list)?;
        let unsigned = if list.is_empty() { None } else { Some(list.as_set().into_owned()) };
        let version = if self.by_key_id { 3 } else { 1 };
        Ok(Prepared { id, version, digest, signed, unsigned })
    }

    /// The SignerIdentifier.
    fn id(&self) -> Result<Vec<u8>> {
        let mut out = Vec::new();
        if self.by_key_id {
            let id = self.cert.subject_key_id().ok_or(Error::new(GNUTLS_E_ASN1_ELEMENT_NOT_FOUND))?;
            out.element(der::context(0), id);
        } else {
            out.nested(der::SEQUENCE, |w| {
                w.extend_from_slice(self.cert.issuer());
                w.element(der::INTEGER, self.cert.serial());
            });
        }
        Ok(out)
    }
}

impl Pkcs7 {
    /// The type of the content that a new signature is over: data, if nothing is embedded.
    pub fn type_to_sign(&self, place: Place) -> &[u8] {
        if self.content.is_none() || place == Place::Embedded { oid::DATA } else { &self.content_type }
    }

    /// Adds a signature. `algorithm` is the AlgorithmIdentifier of `sign`. On failure nothing is changed.
    pub fn add_signer(
        &mut self,
        prepared: Prepared,
        sign: Sign,
        algorithm: &[u8],
        signature: &[u8],
        embed: Option<&[u8]>,
        cert: Option<&Certificate>,
    ) -> Result<()> {
        let mut info = Vec::new();
        info.nested(der::SEQUENCE, |w| {
            w.unsigned(&[prepared.version]);
            w.extend_from_slice(&prepared.id);
            w.extend_from_slice(&prepared.digest);
            if let Some(signed) = &prepared.signed {
                w.element(der::context_constructed(0), signed);
            }
            w.extend_from_slice(&written(sign, algorithm));
            w.element(der::OCTET_STRING, signature);
            if let Some(unsigned) = &prepared.unsigned {
                w.element(der::context_constructed(1), unsigned);
            }
        });
        // A name that cannot be read would make all of it unreadable.
        SignerInfo::normalized(&ber::whole(&info)?)?;
        self.certificates.room(cert.map_or(0, |c| c.der().len()))?;
        self.digests.room(prepared.digest.len())?;
        self.signers.room(info.len())?;
        let place = if embed.is_some() { Place::Embedded } else { Place::Detached };
        self.content_type = self.type_to_sign(place).to_vec();
        if let Some(data) = embed {
            self.embed(data);
        }
        if let Some(cert) = cert {
            self.certificates.push(cert.der())?;
        }
        if prepared.version > 1 {
            self.version = vec![prepared.version];
        }
        self.digests.push(&prepared.digest)?;
        self.signers.push(&info)
    }
}

/// The AlgorithmIdentifier as it is written: of PKCS #1 that of the key, as everyone does.
fn written(sign: Sign, algorithm: &[u8]) -> Cow<'_, [u8]> {
    if sign.signature_pk() != Pk::Rsa {
        return Cow::Borrowed(algorithm);
    }
    let mut out = Vec::new();
    out.nested(der::SEQUENCE, |w| {
        w.oid(oid::RSA_ENCRYPTION);
        w.extend_from_slice(&[der::NULL, 0]);
    });
    Cow::Owned(out)
}
