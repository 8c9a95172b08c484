//! OCSP (RFC 6960). Here are responses: the encoding and the positions of the fields in it.
pub mod cert_id;
pub mod request;
pub mod verify;

use core::ops::Range;
use std::sync::OnceLock;

use crate::abi::*;
use crate::alg::{Digest, Sign};
use crate::asn1::der::{self, Element, Reader, range_in};
use crate::asn1::oid;
use crate::crypto::hash::digest;
use crate::error::{DATA_NOT_AVAILABLE, Error, Result, err};
use crate::pki::cert::{Certificate, Extension, read_extension, signature_algorithm, signature_bytes};
use crate::pki::name;
use crate::pki::name::compare;
use crate::pki::ocsp::cert_id::{CertificateId, Hashes, key_bits};

type Span = Range<usize>;

/// Maximum number of certificates, of answers and of extensions in a response; limits the work that it can cause.
const MAX_CERTIFICATES: usize = 128;
const MAX_ANSWERS: usize = 4096;
const MAX_EXTENSIONS: usize = 256;

/// OCSPResponseStatus of a response that says something.
pub const SUCCESSFUL: u32 = 0;

/// A parsed response. All of its fields are validated when it is parsed.
pub struct Response {
    der: Box<[u8]>,
    code: u32,
    /// The type of the response and its encoding: ResponseBytes.
    body: Option<(Span, Span)>,
    /// `None` without a body, and for a type that is not known.
    basic: Option<Basic>,
}

/// BasicOCSPResponse, section 4.2.1.
struct Basic {
    tbs: Span,
    /// The version, or the error to return for an invalid one.
    version: Result<u8>,
    responder: Span,
    /// -1 if the date is invalid.
    produced_at: i64,
    answers: Span,
    /// The start of each answer, found when one is asked for by its number.
    places: OnceLock<Vec<u32>>,
    extensions: Span,
    algorithm: Span,
    /// The BIT STRING's content.
    signature: Span,
    certificates: Span,
    /// The responder's certificate, read when it is asked for.
    signer: OnceLock<Option<Certificate>>,
}

/// Who has signed a response.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Responder<'a> {
    Name(&'a [u8]),
    /// The SHA-1 hash of the key.
    Key(&'a [u8]),
}

/// What a response says of a certificate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Statement {
    Good,
    Revoked {
        /// -1 if the date is invalid.
        time: i64,
        /// CRLReason; 0, unspecified, if there is none.
        reason: u32,
    },
    /// The responder does not know the certificate.
    Unknown,
}

/// SingleResponse, section 4.2.1. Times are seconds since 1970, -1 for an invalid date.
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
        let code = der::small_of(top.expect(der::ENUMERATED)?.value)?;
        let body = top.optional(der::context_constructed(0))?;
        top.finish()?;
        let Some(body) = body else {
            // Only a failure needs no more words.
            return if code == SUCCESSFUL {
                err(GNUTLS_E_ASN1_ELEMENT_NOT_FOUND)
            } else {
                Ok(Response { der: bytes.into(), code, body: None, basic: None })
            };
        };
        let mut r = der::whole(body.value, der::SEQUENCE)?.open();
        let (kind, content) = (r.oid()?, r.octet_string()?);
        r.finish()?;
        if !oid::is_sound(kind) {
            return err(GNUTLS_E_ASN1_DER_ERROR);
        }
        let basic = match code == SUCCESSFUL && kind == oid::OCSP_BASIC {
            true => Some(Basic::read(bytes, content)?),
            false => None,
        };
        let body = Some((range_in(bytes, kind), range_in(bytes, content)));
        Ok(Response { der: bytes.into(), code, body, basic })
    }

    fn at(&self, span: &Span) -> &[u8] {
        &self.der[span.clone()]
    }

    fn basic(&self) -> Result<&Basic> {
        self.basic.as_ref().ok_or(DATA_NOT_AVAILABLE)
    }

    pub fn der(&self) -> &[u8] {
        &self.der
    }

    /// OCSPResponseStatus.
    pub fn code(&self) -> u32 {
        self.code
    }

    /// The type of the response and its encoding.
    pub fn body(&self) -> Option<(&[u8], &[u8])> {
        self.body.as_ref().map(|(kind, content)| (self.at(kind), self.at(content)))
    }

    /// Whether it is a BasicOCSPResponse, the one known type. Without one nothing is to be had but the code and the body.
    pub fn is_basic(&self) -> bool {
        self.basic.is_some()
    }

    /// The version, counted from 1.
    pub fn version(&self) -> Result<u8> {
        self.basic()?.version
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

    pub fn signature_algorithm_der(&self) -> Result<&[u8]> {
        Ok(self.at(&self.basic()?.algorithm))
    }

    pub fn signature_algorithm(&self) -> Result<Option<Sign>> {
        self.signature_algorithm_der().map(signature_algorithm)
    }

    /// The bytes of the signature.
    pub fn signature(&self) -> Result<&[u8]> {
        match self.at(&self.basic()?.signature) {
            [] | [_] => err(GNUTLS_E_ASN1_DER_ERROR),
            [_, bytes @ ..] => Ok(bytes),
        }
    }

    /// The bytes that are signed, the AlgorithmIdentifier and the signature, which must have whole bytes.
    pub fn signed(&self) -> Result<(&[u8], &[u8], &[u8])> {
        let b = self.basic()?;
        let algorithm = self.at(&b.algorithm);
        self.signature()?;
        Ok((self.at(&b.tbs), algorithm, signature_bytes(algorithm, self.at(&b.signature))?))
    }

    /// The answers. There may be several (section 4.2.2.3 lets a responder add some).
    pub fn answers(&self) -> impl Iterator<Item = Answer<'_>> {
        let mut list = Reader::new(self.basic.as_ref().map_or(&[], |b| self.at(&b.answers)));
        core::iter::from_fn(move || if list.is_empty() { None } else { Answer::read(&mut list).ok() })
    }

    /// The `i`-th answer.
    pub fn answer(&self, i: usize) -> Option<Answer<'_>> {
        let b = self.basic.as_ref()?;
        let all = self.at(&b.answers);
        let places = b.places.get_or_init(|| {
            let mut list = Reader::new(all);
            let next = || {
                let at = all.len() - list.len();
                list.any().ok().map(|_| at as u32)
            };
            core::iter::from_fn(next).collect()
        });
        Answer::read(&mut Reader::new(all.get(*places.get(i)? as usize..)?)).ok()
    }

    pub fn extensions(&self) -> impl Iterator<Item = Extension<'_>> {
        read_extensions(self.basic.as_ref().map_or(&[], |b| self.at(&b.extensions)))
    }

    /// The nonce, and whether it is critical.
    pub fn nonce(&self) -> Result<(bool, &[u8])> {
        let found = self.extensions().find(|e| e.oid == oid::OCSP_NONCE).ok_or(DATA_NOT_AVAILABLE)?;
        Ok((found.critical, nonce_of(found.value)?))
    }

    /// The answer for a certificate. Without its issuer only names and serial numbers are compared.
    pub fn answer_for(&self, cert: &Certificate, issuer: Option<&Certificate>) -> Option<Answer<'_>> {
        let mut hashes = Hashes::new(cert, issuer);
        self.answers().find(|a| hashes.are_in(&a.id))
    }

    /// The encoded certificates.
    pub fn certificates_der(&self) -> impl Iterator<Item = &[u8]> {
        let mut list = Reader::new(self.basic.as_ref().map_or(&[], |b| self.at(&b.certificates)));
        core::iter::from_fn(move || if list.is_empty() { None } else { list.any().ok().map(|e| e.raw) })
    }

    /// All certificates, or the error of one that violates RFC 5280.
    pub fn all_certificates(&self) -> Result<Vec<Certificate>> {
        self.certificates_der().map(Certificate::from_der).collect()
    }

    /// The certificates that do not.
    pub fn certificates(&self) -> impl Iterator<Item = Certificate> {
        self.certificates_der().filter_map(|der| Certificate::from_der(der).ok())
    }

    /// The responder's certificate, if it is in the response.
    fn own_signer(&self) -> Option<&Certificate> {
        let (basic, responder) = (self.basic().ok()?, self.responder().ok()?);
        basic.signer.get_or_init(|| self.certificates().find(|c| responder.is(c))).as_ref()
    }
}

const BY_NAME: u8 = der::context_constructed(1);
const BY_KEY: u8 = der::context_constructed(2);

impl Basic {
    fn read(bytes: &[u8], content: &[u8]) -> Result<Basic> {
        let span = |part: &[u8]| if part.is_empty() { 0..0 } else { range_in(bytes, part) };
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
        let version = match r.optional(der::context_constructed(0))? {
            Some(e) => der::version_of(der::whole(e.value, der::INTEGER)?.value),
            None => Ok(1),
        };
        let responder = r.any()?;
        match responder.tag {
            BY_NAME => name::check(responder.value)?,
            BY_KEY => drop(whole_octet_string(responder.value)?),
            _ => return err(GNUTLS_E_ASN1_DER_ERROR),
        }
        let produced_at = generalized(&mut r)?;
        let answers = r.expect(der::SEQUENCE)?.value;
        let listed = extensions(&mut r, der::context_constructed(1))?;
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
            match Certificate::check_der(list.expect(der::SEQUENCE)?.raw) {
                // It can be read, if not be used.
                Err(e) if e.code() == GNUTLS_E_CERTIFICATE_ERROR => {}
                checked => checked?,
            }
            n += 1;
            if n > MAX_CERTIFICATES {
                return err(GNUTLS_E_OCSP_RESPONSE_ERROR);
            }
        }
        Ok(Basic {
            tbs: span(tbs.raw),
            version,
            responder: span(responder.raw),
            produced_at,
            answers: span(answers),
            places: OnceLock::new(),
            extensions: span(listed),
            algorithm: span(algorithm.raw),
            signature: span(signature),
            certificates: span(certificates),
            signer: OnceLock::new(),
        })
    }
}

fn whole_octet_string(bytes: &[u8]) -> Result<&[u8]> {
    let mut r = Reader::new(bytes);
    let string = r.octet_string()?;
    r.finish()?;
    Ok(string)
}

/// A GeneralizedTime: OCSP has no other form. -1 for an invalid date in a valid format.
fn generalized(r: &mut Reader<'_>) -> Result<i64> {
    match der::time_of(&r.expect(der::GENERALIZED_TIME)?) {
        Err(e) if e.code() == GNUTLS_E_CERTIFICATE_TIME_ERROR => Ok(-1),
        time => time,
    }
}

/// Checks optional Extensions with this tag, and returns them for [`read_extensions`].
fn extensions<'a>(r: &mut Reader<'a>, tag: u8) -> Result<&'a [u8]> {
    let Some(e) = r.optional(tag)? else { return Ok(&[]) };
    let content = der::whole(e.value, der::SEQUENCE)?.value;
    let mut list = Reader::new(content);
    let mut n = 0;
    while !list.is_empty() {
        let Extension { .. } = read_extension(&mut list)?;
        n += 1;
        if n > MAX_EXTENSIONS {
            return err(GNUTLS_E_OCSP_RESPONSE_ERROR);
        }
    }
    Ok(content)
}

fn read_extensions(content: &[u8]) -> impl Iterator<Item = Extension<'_>> {
    let mut list = Reader::new(content);
    core::iter::from_fn(move || if list.is_empty() { None } else { read_extension(&mut list).ok() })
}

/// The nonce in its extension's value: an OCTET STRING (section 4.4.1).
fn nonce_of(value: &[u8]) -> Result<&[u8]> {
    Reader::new(value).octet_string().map_err(|_| Error::new(GNUTLS_E_ASN1_DER_ERROR))
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
                let reason = match info.optional(der::context_constructed(0))? {
                    Some(e) => reason(&e)?,
                    None => 0,
                };
                info.finish()?;
                Statement::Revoked { time, reason }
            }
            _ => return err(GNUTLS_E_ASN1_DER_ERROR),
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

/// A CRLReason, which is not more than four bytes long.
fn reason(e: &Element<'_>) -> Result<u32> {
    match der::whole(e.value, der::ENUMERATED) {
        Ok(e) if e.value.len() <= 4 => Ok(e.value.iter().fold(0, |n, b| n << 8 | u32::from(*b))),
        _ => err(GNUTLS_E_ASN1_DER_ERROR),
    }
}

const GOOD: u8 = der::context(0);
const REVOKED: u8 = der::context_constructed(1);
const UNKNOWN: u8 = der::context(2);

impl Responder<'_> {
    /// Whether this is the subject of a certificate.
    pub fn is(&self, cert: &Certificate) -> bool {
        match self {
            Responder::Name(name) => compare::same(cert.subject(), name),
            Responder::Key(hash) => {
                cert.subject_key_id() == Some(hash)
                    || key_bits(cert)
                        .is_some_and(|bits| digest(Digest::Sha1, bits).is_ok_and(|d| d.as_ref() == *hash))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::asn1::der::Write as _;
    use crate::pki::text;

    const RESPONSE: &[u8] = include_bytes!("../testdata/ocsp.der");

    #[test]
    fn every_answer_has_its_number() {
        let read = Response::from_der(RESPONSE).unwrap();
        assert!(read.answer(0).is_some_and(|a| a.statement == Statement::Good) && read.answer(1).is_none());
        assert_eq!(read.body().unwrap().0, oid::OCSP_BASIC);
        assert_eq!(read.certificates_der().count(), read.certificates().count());
    }

    // Every changed byte: nothing panics, and what is readable can be printed.
    #[test]
    fn no_change_harms() {
        for i in 0..RESPONSE.len() {
            for bits in [1, 0x20, 0x80, 0xff] {
                let mut changed = RESPONSE.to_vec();
                changed[i] ^= bits;
                if let Ok(read) = Response::from_der(&changed) {
                    let _ = (read.nonce().is_ok(), read.signed().is_ok(), read.answer(0), read.version());
                    assert!(!text::ocsp::response(&read, true).is_empty());
                }
            }
        }
    }

    /// A response with `n` answers.
    fn with_answers(n: usize) -> Vec<u8> {
        let old = Response::from_der(RESPONSE).unwrap();
        let (basic, responder) =
            (old.basic.as_ref().unwrap(), old.at(&old.basic.as_ref().unwrap().responder));
        let time = b"20260101000000Z";
        let mut content = Vec::new();
        content.nested(der::SEQUENCE, |w| {
            w.nested(der::SEQUENCE, |w| {
                w.extend_from_slice(responder);
                w.element(der::GENERALIZED_TIME, time);
                w.element(der::SEQUENCE, &old.at(&basic.answers).repeat(n));
            });
            w.extend_from_slice(old.at(&basic.algorithm));
            w.element(der::BIT_STRING, old.at(&basic.signature));
        });
        let mut out = Vec::new();
        out.nested(der::SEQUENCE, |w| {
            w.element(der::ENUMERATED, &[0]);
            w.nested(der::context_constructed(0), |w| {
                w.nested(der::SEQUENCE, |w| {
                    w.oid(oid::OCSP_BASIC);
                    w.element(der::OCTET_STRING, &content);
                });
            });
        });
        out
    }

    #[test]
    fn answers_are_bounded() {
        let most = Response::from_der(&with_answers(MAX_ANSWERS)).unwrap();
        assert!(most.answer(MAX_ANSWERS - 1).is_some() && most.answer(MAX_ANSWERS).is_none());
        let more = Response::from_der(&with_answers(MAX_ANSWERS + 1));
        assert_eq!(more.err().map(|e| e.code()), Some(GNUTLS_E_OCSP_RESPONSE_ERROR));
    }
}
