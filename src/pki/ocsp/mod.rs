//! OCSP responses (RFC 6960 section 4.2): the encoding and the positions of the fields in it.
pub mod verify;

use core::ops::Range;

use crate::abi::*;
use crate::alg::Digest;
use crate::asn1::der::{self, Element, Reader, range_in};
use crate::asn1::oid;
use crate::crypto::hash::digest;
use crate::error::{Error, Result, err};
use crate::pki::cert::{Certificate, Extension, read_extension, signature_bytes};
use crate::pki::name;
use crate::pki::name::compare;

type Span = Range<usize>;

/// Maximum number of certificates, of answers and of extensions in a response; limits the work that it can cause.
const MAX_CERTIFICATES: usize = 16;
const MAX_ANSWERS: usize = 256;
const MAX_EXTENSIONS: usize = 64;

/// OCSPResponseStatus of a response that says something.
pub const SUCCESSFUL: u32 = 0;

/// A parsed response. All of its fields are validated when it is parsed.
pub struct Response {
    der: Box<[u8]>,
    code: u32,
    basic: Option<Basic>,
}

/// BasicOCSPResponse, section 4.2.1.
struct Basic {
    tbs: Span,
    responder: Span,
    produced_at: i64,
    answers: Span,
    algorithm: Span,
    /// The BIT STRING's content.
    signature: Span,
    certificates: Span,
}

/// Who has signed a response.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Responder<'a> {
    Name(&'a [u8]),
    /// The SHA-1 hash of the key.
    Key(&'a [u8]),
}

/// The identifier of a certificate.
#[derive(Clone, Copy, Debug)]
pub struct CertificateId<'a> {
    /// `None` if it is unknown.
    hash: Option<Digest>,
    issuer_name: &'a [u8],
    issuer_key: &'a [u8],
    serial: &'a [u8],
}

/// What a response says of a certificate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Statement {
    Good,
    /// Revoked at this time.
    Revoked(i64),
    /// The responder does not know the certificate.
    Unknown,
}

/// SingleResponse, section 4.2.1. Times are seconds since 1970.
#[derive(Clone, Copy, Debug)]
pub struct Answer<'a> {
    pub id: CertificateId<'a>,
    pub statement: Statement,
    pub this_update: i64,
    pub next_update: Option<i64>,
}

impl Response {
    pub fn from_der(bytes: &[u8]) -> Result<Response> {
        let mut top = der::whole(bytes, der::SEQUENCE)?.open();
        let code = der::small_of(top.expect(ENUMERATED)?.value)?;
        let body = top.optional(der::context_constructed(0))?;
        top.finish()?;
        let basic = match body {
            Some(body) => Some(Basic::read(bytes, &body)?),
            None => None,
        };
        if basic.is_none() && code == SUCCESSFUL {
            return err(GNUTLS_E_ASN1_ELEMENT_NOT_FOUND);
        }
        Ok(Response { der: bytes.into(), code, basic })
    }

    fn at(&self, span: &Span) -> &[u8] {
        &self.der[span.clone()]
    }

    fn basic(&self) -> Result<&Basic> {
        self.basic.as_ref().ok_or(Error::new(GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE))
    }

    pub fn der(&self) -> &[u8] {
        &self.der
    }

    /// OCSPResponseStatus.
    pub fn code(&self) -> u32 {
        self.code
    }

    pub fn produced_at(&self) -> Result<i64> {
        Ok(self.basic()?.produced_at)
    }

    pub fn responder(&self) -> Result<Responder<'_>> {
        let e = Reader::new(self.at(&self.basic()?.responder)).any()?;
        match e.tag {
            BY_NAME => Ok(Responder::Name(e.value)),
            _ => Ok(Responder::Key(e.open().octet_string()?)),
        }
    }

    /// The bytes that are signed, the AlgorithmIdentifier and the signature.
    pub fn signed(&self) -> Result<(&[u8], &[u8], &[u8])> {
        let b = self.basic()?;
        let algorithm = self.at(&b.algorithm);
        Ok((self.at(&b.tbs), algorithm, signature_bytes(algorithm, self.at(&b.signature))?))
    }

    /// The answers. There may be several (section 4.2.2.3 lets a responder add some).
    pub fn answers(&self) -> impl Iterator<Item = Answer<'_>> {
        let mut list = Reader::new(self.basic.as_ref().map_or(&[], |b| self.at(&b.answers)));
        core::iter::from_fn(move || if list.is_empty() { None } else { Answer::read(&mut list).ok() })
    }

    /// The answer for a certificate. Without its issuer only names and serial numbers are compared.
    pub fn answer_for(&self, cert: &Certificate, issuer: Option<&Certificate>) -> Option<Answer<'_>> {
        self.answers().find(|a| a.id.is_of(cert, issuer))
    }

    /// The certificates that can be read.
    pub fn certificates(&self) -> impl Iterator<Item = Certificate> {
        let mut list = Reader::new(self.basic.as_ref().map_or(&[], |b| self.at(&b.certificates)));
        core::iter::from_fn(move || if list.is_empty() { None } else { list.any().ok() })
            .filter_map(|e| Certificate::from_der(e.raw).ok())
    }
}

const ENUMERATED: u8 = 0x0a;
const BY_NAME: u8 = der::context_constructed(1);
const BY_KEY: u8 = der::context_constructed(2);

/// id-pkix-ocsp-basic.
const BASIC: &[u8] = &[0x2b, 6, 1, 5, 5, 7, 48, 1, 1];

impl Basic {
    /// Reads ResponseBytes.
    fn read(bytes: &[u8], body: &Element<'_>) -> Result<Basic> {
        let span = |part: &[u8]| range_in(bytes, part);
        let mut r = der::whole(body.value, der::SEQUENCE)?.open();
        if r.oid()? != BASIC {
            return err(GNUTLS_E_UNKNOWN_PKCS_CONTENT_TYPE);
        }
        let content = r.octet_string()?;
        r.finish()?;
        let mut outer = der::whole(content, der::SEQUENCE)?.open();
        let tbs = outer.expect(der::SEQUENCE)?;
        let algorithm = outer.algorithm()?.0;
        let signature = outer.expect(der::BIT_STRING)?.value;
        let certificates = match outer.optional(der::context_constructed(0))? {
            Some(e) => der::whole(e.value, der::SEQUENCE)?.value,
            None => &[],
        };
        outer.finish()?;
        let mut r = tbs.open();
        if let Some(version) = r.optional(der::context_constructed(0))?
            && der::version_of(version.open().expect(der::INTEGER)?.value)? != 1
        {
            return err(GNUTLS_E_UNSUPPORTED_CERTIFICATE_TYPE);
        }
        let responder = r.any()?;
        match responder.tag {
            BY_NAME => name::check(responder.value)?,
            BY_KEY => drop(whole_octet_string(responder.value)?),
            _ => return err(GNUTLS_E_ASN1_TAG_ERROR),
        }
        let produced_at = generalized(&mut r)?;
        let answers = r.expect(der::SEQUENCE)?.value;
        extensions(&mut r, der::context_constructed(1))?;
        r.finish()?;
        // An invalid answer is an error, because the answers after it could not be found.
        let mut list = Reader::new(answers);
        let mut n = 0;
        while !list.is_empty() {
            Answer::read(&mut list)?;
            n += 1;
            if n > MAX_ANSWERS {
                return err(GNUTLS_E_OCSP_RESPONSE_ERROR);
            }
        }
        let mut list = Reader::new(certificates);
        let mut n = 0;
        while !list.is_empty() {
            list.expect(der::SEQUENCE)?;
            n += 1;
            if n > MAX_CERTIFICATES {
                return err(GNUTLS_E_OCSP_RESPONSE_ERROR);
            }
        }
        Ok(Basic {
            tbs: span(tbs.raw),
            responder: span(responder.raw),
            produced_at,
            answers: span(answers),
            algorithm: span(algorithm.raw),
            signature: span(signature),
            certificates: if certificates.is_empty() { 0..0 } else { span(certificates) },
        })
    }
}

fn whole_octet_string(bytes: &[u8]) -> Result<&[u8]> {
    let mut r = Reader::new(bytes);
    let string = r.octet_string()?;
    r.finish()?;
    Ok(string)
}

/// A GeneralizedTime: OCSP has no other form.
fn generalized(r: &mut Reader<'_>) -> Result<i64> {
    der::time_of(&r.expect(der::GENERALIZED_TIME)?)
}

/// Checks optional Extensions with this tag. None of them is known.
fn extensions(r: &mut Reader<'_>, tag: u8) -> Result<()> {
    let Some(e) = r.optional(tag)? else { return Ok(()) };
    let mut list = der::whole(e.value, der::SEQUENCE)?.open();
    let mut n = 0;
    while !list.is_empty() {
        let Extension { .. } = read_extension(&mut list)?;
        n += 1;
        if n > MAX_EXTENSIONS {
            return err(GNUTLS_E_OCSP_RESPONSE_ERROR);
        }
    }
    Ok(())
}

impl<'a> Answer<'a> {
    fn read(list: &mut Reader<'a>) -> Result<Answer<'a>> {
        let mut r = list.sequence()?;
        let id = CertificateId::read(&mut r)?;
        let status = r.any()?;
        let statement = match status.tag {
            GOOD if status.value.is_empty() => Statement::Good,
            UNKNOWN if status.value.is_empty() => Statement::Unknown,
            REVOKED => {
                let mut info = status.open();
                let time = generalized(&mut info)?;
                info.optional(der::context_constructed(0))?;
                info.finish()?;
                Statement::Revoked(time)
            }
            _ => return err(GNUTLS_E_ASN1_TAG_ERROR),
        };
        let this_update = generalized(&mut r)?;
        let next_update = match r.optional(der::context_constructed(0))? {
            Some(e) => {
                let mut time = e.open();
                let next = generalized(&mut time)?;
                time.finish()?;
                Some(next)
            }
            None => None,
        };
        extensions(&mut r, der::context_constructed(1))?;
        r.finish()?;
        Ok(Answer { id, statement, this_update, next_update })
    }
}

const GOOD: u8 = der::context(0);
const REVOKED: u8 = der::context_constructed(1);
const UNKNOWN: u8 = der::context(2);

impl<'a> CertificateId<'a> {
    fn read(r: &mut Reader<'a>) -> Result<CertificateId<'a>> {
        let mut id = r.sequence()?;
        let algorithm = id.sequence()?.oid()?;
        let hash = oid::to_text(algorithm).and_then(|text| Digest::from_oid(&text));
        let (issuer_name, issuer_key) = (id.octet_string()?, id.octet_string()?);
        let serial = id.expect(der::INTEGER)?.value;
        id.finish()?;
        Ok(CertificateId { hash, issuer_name, issuer_key, serial })
    }

    /// Whether this identifies a certificate: by its serial number, and the hashes of its issuer's name and, if the issuer is
    /// given, of its key.
    pub fn is_of(&self, cert: &Certificate, issuer: Option<&Certificate>) -> bool {
        let hashes = |bytes: &[u8], hash: &[u8]| match self.hash {
            Some(algorithm) => digest(algorithm, bytes).is_ok_and(|d| d.as_ref() == hash),
            None => false,
        };
        self.serial == cert.serial()
            && hashes(cert.issuer(), self.issuer_name)
            && issuer.is_none_or(|i| key_bits(i).is_some_and(|bits| hashes(bits, self.issuer_key)))
    }
}

/// The bits of a certificate's public key, without algorithm and parameters.
fn key_bits(cert: &Certificate) -> Option<&[u8]> {
    let mut info = Reader::new(cert.spki_der()).opened(der::SEQUENCE)?;
    info.content(der::SEQUENCE)?;
    info.bit_string().ok()
}

impl Responder<'_> {
    /// Whether this is the subject of a certificate.
    pub fn is(&self, cert: &Certificate) -> bool {
        match self {
            Responder::Name(name) => compare::same(cert.subject(), name),
            Responder::Key(hash) => key_bits(cert)
                .is_some_and(|bits| digest(Digest::Sha1, bits).is_ok_and(|d| d.as_ref() == *hash)),
        }
    }
}
