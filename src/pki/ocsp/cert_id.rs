//! CertID (RFC 6960 section 4.1.1), by which requests and responses name a certificate.
use crate::abi::*;
use crate::alg::Digest;
use crate::asn1::der::{self, Reader, Write as _};
use crate::asn1::oid;
use crate::crypto::hash::{Output, digest};
use crate::error::{INVALID_REQUEST, Result, err};
use crate::pki::cert::Certificate;

/// The identifier of a certificate.
#[derive(Clone, Copy, Debug)]
pub struct CertificateId<'a> {
    /// The object identifier of the hash.
    algorithm: &'a [u8],
    pub issuer_name: &'a [u8],
    pub issuer_key: &'a [u8],
    /// An INTEGER's content.
    pub serial: &'a [u8],
}

impl<'a> CertificateId<'a> {
    pub(super) fn read(r: &mut Reader<'a>) -> Result<CertificateId<'a>> {
        let mut id = r.sequence()?;
        let (_, algorithm, _) = id.algorithm()?;
        let (issuer_name, issuer_key) = (id.octet_string()?, id.octet_string()?);
        let serial = id.expect(der::INTEGER)?.value;
        id.finish()?;
        Ok(CertificateId { algorithm, issuer_name, issuer_key, serial })
    }

    /// `None` if it is unknown.
    pub fn hash(&self) -> Option<Digest> {
        Digest::from_oid(&oid::to_text(self.algorithm)?)
    }

    /// An error if a field is empty: such an identifier is readable, but nobody's.
    pub fn complete(self) -> Result<Self> {
        match [self.issuer_name, self.issuer_key, self.serial].iter().any(|field| field.is_empty()) {
            true => err(GNUTLS_E_ASN1_DER_ERROR),
            false => Ok(self),
        }
    }

    /// Whether this identifies a certificate: by its serial number, and the hashes of its issuer's name and, if the issuer is
    /// given, of its key.
    pub fn is_of(&self, cert: &Certificate, issuer: Option<&Certificate>) -> bool {
        Hashes::new(cert, issuer).are_in(self)
    }
}

/// What identifies a certificate, hashed once by each algorithm, so that the work for many identifiers stays linear.
pub(super) struct Hashes<'a> {
    cert: &'a Certificate,
    issuer: Option<&'a Certificate>,
    /// Of the issuer's name, and of its key if it is given.
    made: Vec<(Digest, Output, Option<Output>)>,
}

impl<'a> Hashes<'a> {
    pub(super) fn new(cert: &'a Certificate, issuer: Option<&'a Certificate>) -> Self {
        Hashes { cert, issuer, made: Vec::new() }
    }

    /// Whether an identifier has them.
    pub(super) fn are_in(&mut self, id: &CertificateId<'_>) -> bool {
        id.serial == self.cert.serial() && self.match_issuer(id).unwrap_or(false)
    }

    fn match_issuer(&mut self, id: &CertificateId<'_>) -> Option<bool> {
        let algorithm = id.hash()?;
        if !self.made.iter().any(|(made, ..)| *made == algorithm) {
            let key = match self.issuer {
                Some(issuer) => Some(digest(algorithm, key_bits(issuer)?).ok()?),
                None => None,
            };
            self.made.push((algorithm, digest(algorithm, self.cert.issuer()).ok()?, key));
        }
        let (_, name, key) = self.made.iter().find(|(made, ..)| *made == algorithm)?;
        Some(name.as_ref() == id.issuer_name && key.as_ref().is_none_or(|key| key.as_ref() == id.issuer_key))
    }
}

/// Writes an identifier.
pub(super) fn write(
    out: &mut Vec<u8>,
    hash: Digest,
    issuer_name: &[u8],
    issuer_key: &[u8],
    serial: &[u8],
) -> Result<()> {
    let algorithm = hash.oid().and_then(oid::from_text).ok_or(INVALID_REQUEST)?;
    if serial.is_empty() {
        return err(GNUTLS_E_ASN1_VALUE_NOT_VALID);
    }
    out.nested(der::SEQUENCE, |w| {
        w.nested(der::SEQUENCE, |w| {
            w.oid(&algorithm);
            w.element(der::NULL, &[]);
        });
        w.element(der::OCTET_STRING, issuer_name);
        w.element(der::OCTET_STRING, issuer_key);
        w.element(der::INTEGER, shortest(serial));
    });
    Ok(())
}

/// Writes the identifier of a certificate.
pub(super) fn write_for(
    out: &mut Vec<u8>,
    hash: Digest,
    issuer: &Certificate,
    cert: &Certificate,
) -> Result<()> {
    let bits = key_bits(issuer).ok_or(GNUTLS_E_ASN1_VALUE_NOT_FOUND)?;
    if cert.serial().is_empty() {
        return err(GNUTLS_E_ASN1_VALUE_NOT_FOUND);
    }
    // An extendable-output function has no identifier here.
    let hashed = |bytes| digest(hash, bytes).map_err(|_| INVALID_REQUEST);
    let (name, key) = (hashed(cert.issuer())?, hashed(bits)?);
    write(out, hash, &name, &key, cert.serial())
}

/// An INTEGER's content without the bytes that only repeat its sign.
fn shortest(mut integer: &[u8]) -> &[u8] {
    while let [0, 0..=0x7f, ..] | [0xff, 0x80..=0xff, ..] = integer {
        integer = &integer[1..];
    }
    integer
}

/// The bits of a certificate's public key, without algorithm and parameters.
pub(super) fn key_bits(cert: &Certificate) -> Option<&[u8]> {
    let mut info = Reader::new(cert.spki_der()).opened(der::SEQUENCE)?;
    info.content(der::SEQUENCE)?;
    info.bit_string().ok()
}
