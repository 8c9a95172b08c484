//! Certificate revocation lists (RFC 5280 section 5).
use core::ops::Range;
use std::sync::Arc;

use super::cert::{Extension, read_extension, signature_algorithm};
use crate::abi::*;
use crate::alg::Sign;
use crate::asn1::der::{self, Reader, range_in};
use crate::asn1::oid;
use crate::error::{Result, err};

type Span = Range<usize>;

/// A parsed list; a clone shares the bytes. The entries are read when one is looked for.
#[derive(Clone)]
pub struct Crl(pub(super) Arc<Inner>);

pub(super) struct Inner {
    pub(super) der: Box<[u8]>,
    pub(super) tbs: Span,
    pub(super) version: u8,
    pub(super) issuer: Span,
    pub(super) this_update: i64,
    pub(super) next_update: Option<i64>,
    /// The two times as they are written.
    pub(super) times: [Span; 2],
    pub(super) entries: Span,
    pub(super) extensions: Span,
    pub(super) algorithm: Span,
    pub(super) signature: Span,
}

/// One revoked certificate.
#[derive(Clone, Copy, Debug)]
pub struct Revoked<'a> {
    pub serial: &'a [u8],
    pub time: i64,
}

fn read_entry<'a>(list: &mut Reader<'a>) -> Result<Revoked<'a>> {
    let mut e = list.sequence()?;
    let entry = Revoked { serial: e.integer()?, time: e.time()? };
    if let Some(list) = e.optional(der::SEQUENCE)? {
        read_extensions(list.open())?;
    }
    e.finish()?;
    Ok(entry)
}

fn read_extensions(mut list: Reader<'_>) -> Result<()> {
    while !list.is_empty() {
        read_extension(&mut list)?;
    }
    Ok(())
}

impl Crl {
    pub fn from_der(bytes: &[u8]) -> Result<Crl> {
        let span = |part: &[u8]| range_in(bytes, part);
        let mut top = der::whole(bytes, der::SEQUENCE)?.open();
        let tbs = top.expect(der::SEQUENCE)?;
        let outer = top.expect(der::SEQUENCE)?;
        let signature = top.bit_string()?;
        top.finish()?;
        let mut r = tbs.open();
        let version = if r.peek() == Some(der::INTEGER) { r.small()?.min(254) as u8 + 1 } else { 1 };
        let inner = r.expect(der::SEQUENCE)?;
        if inner.raw != outer.raw {
            return err(GNUTLS_E_CERTIFICATE_ERROR);
        }
        let issuer = r.expect(der::SEQUENCE)?;
        let first = r.any()?;
        let this_update = der::time_of(&first)?;
        let (next_update, second) = match r.peek() {
            Some(der::UTC_TIME | der::GENERALIZED_TIME) => {
                let e = r.any()?;
                (Some(der::time_of(&e)?), span(e.raw))
            }
            _ => (None, 0..0),
        };
        let entries = match r.optional(der::SEQUENCE)? {
            Some(e) => {
                // What follows an entry that cannot be read would not be found: a list is read whole or not at all.
                let mut list = e.open();
                while !list.is_empty() {
                    read_entry(&mut list)?;
                }
                span(e.value)
            }
            None => 0..0,
        };
        let extensions = match r.optional(der::context_constructed(0))? {
            Some(e) => {
                let list = der::whole(e.value, der::SEQUENCE)?;
                read_extensions(list.open())?;
                span(list.value)
            }
            None => 0..0,
        };
        r.finish()?;
        Ok(Crl(Arc::new(Inner {
            tbs: span(tbs.raw),
            version,
            issuer: span(issuer.raw),
            this_update,
            next_update,
            times: [span(first.raw), second],
            entries,
            extensions,
            algorithm: span(outer.raw),
            signature: span(signature),
            der: bytes.into(),
        })))
    }

    fn at(&self, span: &Span) -> &[u8] {
        &self.0.der[span.clone()]
    }
    pub fn der(&self) -> &[u8] {
        &self.0.der
    }
    pub fn tbs(&self) -> &[u8] {
        self.at(&self.0.tbs)
    }
    pub fn version(&self) -> u8 {
        self.0.version
    }
    pub fn issuer(&self) -> &[u8] {
        self.at(&self.0.issuer)
    }
    pub fn this_update(&self) -> i64 {
        self.0.this_update
    }
    pub fn next_update(&self) -> Option<i64> {
        self.0.next_update
    }
    /// The Time elements of this update and the next, empty for one that is not there.
    pub fn times_der(&self) -> [&[u8]; 2] {
        self.0.times.each_ref().map(|s| self.at(s))
    }
    /// The revoked certificates' encodings.
    pub fn entries_der(&self) -> &[u8] {
        self.at(&self.0.entries)
    }
    /// Nobody has signed it yet: it is still being built.
    pub fn is_unsigned(&self) -> bool {
        self.signature().is_empty()
    }
    pub fn signature_algorithm_der(&self) -> &[u8] {
        self.at(&self.0.algorithm)
    }
    pub fn signature_algorithm(&self) -> Option<Sign> {
        signature_algorithm(self.signature_algorithm_der())
    }
    pub fn signature(&self) -> &[u8] {
        self.at(&self.0.signature)
    }

    /// The revoked certificates.
    pub fn entries(&self) -> Entries<'_> {
        let all = self.at(&self.0.entries);
        Entries { all, rest: Reader::new(all) }
    }

    /// True if the serial number (as a certificate writes it) is listed.
    pub fn revokes(&self, serial: &[u8]) -> bool {
        self.entries().any(|e| e.serial == serial)
    }

    pub fn extension(&self, oid: &[u8]) -> Option<Extension<'_>> {
        self.extensions().into_iter().find(|e| e.oid == oid)
    }

    pub fn extensions(&self) -> Vec<Extension<'_>> {
        let mut r = Reader::new(self.at(&self.0.extensions));
        core::iter::from_fn(|| if r.is_empty() { None } else { read_extension(&mut r).ok() }).collect()
    }

    /// The CRL number's content.
    pub fn number(&self) -> Option<&[u8]> {
        Reader::new(self.extension(oid::CRL_NUMBER)?.value).integer().ok()
    }
}

/// A walk through the revoked certificates.
pub struct Entries<'a> {
    all: &'a [u8],
    rest: Reader<'a>,
}

impl<'a> Entries<'a> {
    /// How many bytes lie behind.
    pub fn position(&self) -> usize {
        self.all.len() - self.rest.len()
    }
    /// Goes on where another walk through the same list stood.
    pub fn skip_bytes(&mut self, n: usize) {
        self.rest = Reader::new(self.all.get(n..).unwrap_or(&[]));
    }
}

impl<'a> Iterator for Entries<'a> {
    type Item = Revoked<'a>;
    fn next(&mut self) -> Option<Revoked<'a>> {
        if self.rest.is_empty() {
            return None;
        }
        read_entry(&mut self.rest).ok() // each was read when the list was
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::asn1::der::Write as _;

    fn list(entries: &[u8]) -> Vec<u8> {
        let algorithm = |w: &mut Vec<u8>| w.nested(der::SEQUENCE, |w| w.oid(&[0x2a, 3]));
        let mut out = Vec::new();
        out.nested(der::SEQUENCE, |w| {
            w.nested(der::SEQUENCE, |w| {
                w.unsigned(&[1]);
                algorithm(w);
                w.nested(der::SEQUENCE, |_| {});
                w.element(der::UTC_TIME, b"260101000000Z");
                w.element(der::SEQUENCE, entries);
            });
            algorithm(w);
            w.bit_string(b"signature");
        });
        out
    }

    // An entry that cannot be read would hide those behind it.
    #[test]
    fn every_entry_is_read() {
        let mut good = Vec::new();
        good.nested(der::SEQUENCE, |w| {
            w.unsigned(&[7]);
            w.element(der::UTC_TIME, b"260101000000Z");
        });
        let read = Crl::from_der(&list(&good.repeat(3))).unwrap();
        assert!(read.entries().count() == 3 && read.revokes(&[7]) && !read.revokes(&[8]));
        let with = |bad: &[u8]| Crl::from_der(&list(&[bad, &good].concat())).err().map(|e| e.code());
        assert_eq!(with(&[0x30, 0]), Some(GNUTLS_E_ASN1_TAG_ERROR));
        assert_eq!(with(&[5, 0]), Some(GNUTLS_E_ASN1_TAG_ERROR));
        let mut time = Vec::new();
        time.nested(der::SEQUENCE, |w| {
            w.unsigned(&[1]);
            w.element(der::UTC_TIME, b"zz");
        });
        assert_eq!(with(&time), Some(GNUTLS_E_ASN1_TIME_ERROR));
        let mut more = Vec::new();
        more.element(der::SEQUENCE, &[der::whole(&good, der::SEQUENCE).unwrap().value, &[5, 0]].concat());
        assert_eq!(with(&more), Some(GNUTLS_E_ASN1_DER_ERROR));
    }
}
