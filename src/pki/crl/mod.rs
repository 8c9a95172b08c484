//! Certificate revocation lists (RFC 5280 section 5).
pub mod build;

use core::ops::Range;
use std::sync::{Arc, OnceLock};

use crate::abi::*;
use crate::alg::Sign;
use crate::asn1::der::{self, Element, Reader, range_in};
use crate::asn1::oid;
use crate::error::{Result, err};
use crate::pki::cert::lists::{List, Lists, Row};
use crate::pki::cert::{
    Extension, ExtensionSpan, ExtensionSpans, Signed, read_extension, signature_algorithm, signature_bytes,
};
use crate::pki::ext::general_name::{self, GeneralName};
use crate::pki::name::{self, compare};

type Span = Range<usize>;

/// A parsed CRL. Clones share the encoding. All entries are validated when the CRL is parsed, and read again
/// when they are accessed.
#[derive(Clone)]
pub struct Crl(pub(in crate::pki) Arc<Inner>);

pub(in crate::pki) struct Inner {
    pub(in crate::pki) der: Box<[u8]>,
    pub(in crate::pki) tbs: Span,
    /// The version, or the error to return for an invalid one.
    pub(in crate::pki) version: Result<u8>,
    pub(in crate::pki) issuer: Span,
    /// -1 if the date is invalid.
    pub(in crate::pki) this_update: i64,
    pub(in crate::pki) next_update: Option<i64>,
    /// The encoded Time elements.
    pub(in crate::pki) times: [Span; 2],
    pub(in crate::pki) entries: Span,
    pub(in crate::pki) extensions: Span,
    pub(in crate::pki) algorithm: Span,
    /// The BIT STRING's content.
    pub(in crate::pki) signature: Span,
    /// Whether the AlgorithmIdentifier in the signed part is identical to the one of the signature.
    pub(in crate::pki) algorithms_agree: bool,
    pub(in crate::pki) found: Found,
}

/// Indexes that are created on first use: the positions of the entries and extensions, and of the lists in
/// the extensions and the issuer.
#[derive(Default)]
pub(in crate::pki) struct Found {
    entries: OnceLock<Vec<u32>>,
    extensions: OnceLock<ExtensionSpans>,
    lists: Lists,
    unknown_critical: OnceLock<bool>,
    /// A key, as SubjectPublicKeyInfo, and whether it made the signature.
    signer: OnceLock<(Box<[u8]>, bool)>,
}

/// One revoked certificate.
#[derive(Clone, Copy, Debug)]
pub struct Revoked<'a> {
    pub serial: &'a [u8],
    pub time: i64,
    /// The content of crlEntryExtensions.
    extensions: &'a [u8],
}

/// CRLReason values (RFC 5280 section 5.3.1).
pub const CERTIFICATE_HOLD: u8 = 6;
pub const REMOVE_FROM_CRL: u8 = 8;

impl Crl {
    pub fn from_der(bytes: &[u8]) -> Result<Crl> {
        let span = |part: &[u8]| range_in(bytes, part);
        let mut top = der::whole(bytes, der::SEQUENCE)?.open();
        let tbs = top.expect(der::SEQUENCE)?;
        let mut r = tbs.open();
        let version = match r.optional(der::INTEGER)? {
            None => Ok(1),
            Some(e) => der::version_of(e.value),
        };
        let inner = r.algorithm()?.0;
        let issuer = r.expect(der::SEQUENCE)?;
        name::check(issuer.raw)?;
        let first = r.any()?;
        let this_update = date(&first)?;
        let (next_update, second) = match r.peek() {
            Some(der::UTC_TIME | der::GENERALIZED_TIME) => {
                let e = r.any()?;
                (Some(date(&e)?), span(e.raw))
            }
            _ => (None, 0..0),
        };
        let entries = r.optional(der::SEQUENCE)?.map_or(0..0, |e| span(e.value));
        // An invalid entry is an error, because the entries after it could not be found.
        let mut list = Reader::new(&bytes[entries.clone()]);
        while !list.is_empty() {
            Revoked::read(&mut list)?;
        }
        let extensions = match r.optional(der::context_constructed(0))? {
            Some(e) => span(der::whole(e.value, der::SEQUENCE)?.value),
            None => 0..0,
        };
        read_extensions(&bytes[extensions.clone()])?;
        r.finish()?;
        let outer = top.algorithm()?.0;
        let signature = top.expect(der::BIT_STRING)?.value;
        top.finish()?;
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
            algorithms_agree: inner.raw == outer.raw,
            found: Found::default(),
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
    /// 1 or 2; higher numbers are invalid, but readable.
    pub fn version(&self) -> Result<u8> {
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
    /// The Time elements of this update and the next; empty if missing.
    pub fn times_der(&self) -> [&[u8]; 2] {
        self.0.times.each_ref().map(|s| self.at(s))
    }
    /// The encoded entries of the revoked certificates.
    pub fn entries_der(&self) -> &[u8] {
        self.at(&self.0.entries)
    }
    /// True for a CRL that is being built and has not been signed.
    pub fn is_unsigned(&self) -> bool {
        self.signature_algorithm_der().is_empty()
    }
    pub fn signature_algorithm_der(&self) -> &[u8] {
        self.at(&self.0.algorithm)
    }
    pub fn signature_algorithm(&self) -> Option<Sign> {
        signature_algorithm(self.signature_algorithm_der())
    }
    /// The signature's bytes.
    pub fn signature(&self) -> Result<&[u8]> {
        signature_bytes(self.signature_algorithm_der(), self.signature_bits())
    }
    /// The encoded signature: the content of a BIT STRING.
    pub(in crate::pki) fn signature_bits(&self) -> &[u8] {
        self.at(&self.0.signature)
    }
    /// The data to verify the signature. Some readable CRLs violate RFC 5280 and fail here: those with a
    /// version above 2, with different algorithms in both places (section 5.1.1.2), or with invalid dates,
    /// whose validity is unknown.
    pub fn signed(&self) -> Result<Signed<'_>> {
        let dated = self.this_update() != -1 && self.next_update() != Some(-1);
        if self.version()? > 2 || !self.0.algorithms_agree || !dated {
            return err(GNUTLS_E_CERTIFICATE_ERROR);
        }
        let (message, algorithm) = (self.tbs(), self.signature_algorithm_der());
        Ok(Signed { message, algorithm, signature: self.signature()? })
    }

    /// The revoked certificates.
    pub fn entries(&self) -> Entries<'_> {
        let all = self.at(&self.0.entries);
        Entries { all, rest: Reader::new(all) }
    }

    /// The start of each entry.
    fn entry_places(&self) -> &[u32] {
        self.0.found.entries.get_or_init(|| {
            let mut walk = self.entries();
            core::iter::from_fn(|| {
                let at = walk.position();
                walk.next().map(|_| at as u32)
            })
            .collect()
        })
    }

    /// Number of revoked certificates.
    pub fn count(&self) -> usize {
        self.entry_places().len()
    }

    /// The `i`-th entry.
    pub fn entry(&self, i: usize) -> Option<Revoked<'_>> {
        let mut entries = self.entries();
        entries.skip_bytes(*self.entry_places().get(i)? as usize);
        entries.next()
    }

    /// The index of the issuer's attributes.
    pub fn issuer_index(&self) -> Result<&name::Index> {
        self.0.found.lists.name(0, self.issuer())
    }

    /// Element `i` of a list in an extension, with its tag; `None` past the end or if the extension is
    /// missing.
    pub fn listed(&self, list: List, i: usize) -> Result<Option<Row<'_>>> {
        match self.extension(list.oid()) {
            Some(e) => self.0.found.lists.row(list, e.value, i),
            None => Ok(None),
        }
    }

    /// True if the serial number (as encoded in a certificate) is listed.
    pub fn revokes(&self, serial: &[u8]) -> bool {
        self.entries().any(|e| e.serial == serial)
    }

    pub fn extension(&self, oid: &[u8]) -> Option<Extension<'_>> {
        self.extension_spans().find(self.der(), oid, 0)
    }

    pub fn extensions(&self) -> impl ExactSizeIterator<Item = Extension<'_>> {
        self.extension_spans().iter(self.der())
    }

    /// The `i`-th of all extensions.
    pub fn extension_at(&self, i: usize) -> Option<Extension<'_>> {
        self.extension_spans().get(self.der(), i)
    }

    fn extension_spans(&self) -> &ExtensionSpans {
        self.0.found.extensions.get_or_init(|| {
            // They were validated when the CRL was parsed.
            let read = read_extensions(self.at(&self.0.extensions)).unwrap_or_default();
            ExtensionSpans::of(
                read.iter().map(|e| ExtensionSpan::locate(e, self.der())).collect(),
                self.der(),
            )
        })
    }

    /// The entry of a certificate with this issuer and serial number. In an indirect CRL an entry may name the
    /// issuer of its certificate, which is that of the entries after it, too.
    pub fn entry_of(&self, issuer: &[u8], serial: &[u8], indirect: bool) -> Option<Revoked<'_>> {
        if !indirect {
            return self.entries().find(|e| e.serial == serial);
        }
        let mut applies = compare::same(self.issuer(), issuer);
        self.entries().find(|e| {
            if let Some(names) = e.extension(oid::CERTIFICATE_ISSUER) {
                let names = general_name::read(names.value).unwrap_or_default();
                applies =
                    names.iter().any(|n| matches!(n, GeneralName::Directory(n) if compare::same(n, issuer)));
            }
            applies && e.serial == serial
        })
    }

    /// True if the CRL or an entry has a critical extension that is not known, so that what is not listed may
    /// be revoked all the same (RFC 5280 sections 5.2 and 5.3).
    pub fn has_unknown_critical(&self) -> bool {
        let unknown = |e: &Extension<'_>, known: &[&[u8]]| e.critical && !known.contains(&e.oid);
        *self.0.found.unknown_critical.get_or_init(|| {
            self.extensions().any(|e| unknown(&e, &KNOWN))
                || self.entries().any(|r| r.extensions().iter().any(|e| unknown(e, &KNOWN_OF_ENTRIES)))
        })
    }

    /// Whether the key made the signature according to `check`, whose answer for one key is kept: a CRL may be
    /// long, and is asked for each certificate.
    pub fn is_signed_by(&self, spki: &[u8], check: impl Fn() -> bool) -> bool {
        let (key, signed) = self.0.found.signer.get_or_init(|| (spki.into(), check()));
        if **key == *spki { *signed } else { check() }
    }

    /// True if the CRL only has the changes since another one.
    pub fn is_delta(&self) -> bool {
        self.extension(oid::DELTA_CRL_INDICATOR).is_some()
    }

    /// The number of the CRL that a delta CRL changes.
    pub fn base_number(&self) -> Option<Result<&[u8]>> {
        Some(Reader::new(self.extension(oid::DELTA_CRL_INDICATOR)?.value).integer())
    }

    /// The content of the CRL number.
    pub fn number(&self) -> Option<Result<&[u8]>> {
        Some(Reader::new(self.extension(oid::CRL_NUMBER)?.value).integer())
    }
}

const KNOWN: [&[u8]; 7] = [
    oid::AUTHORITY_KEY_ID,
    oid::ISSUER_ALT_NAME,
    oid::CRL_NUMBER,
    oid::DELTA_CRL_INDICATOR,
    oid::ISSUING_DISTRIBUTION_POINT,
    oid::FRESHEST_CRL,
    oid::AUTHORITY_INFO_ACCESS,
];
const KNOWN_OF_ENTRIES: [&[u8]; 4] =
    [oid::CRL_REASON, oid::HOLD_INSTRUCTION, oid::INVALIDITY_DATE, oid::CERTIFICATE_ISSUER];

/// Maximum number of extensions of a CRL.
const MAX_EXTENSIONS: usize = 256;

/// Reads the content of Extensions.
fn read_extensions(content: &[u8]) -> Result<Vec<Extension<'_>>> {
    let mut r = Reader::new(content);
    let mut out = Vec::new();
    while !r.is_empty() {
        if out.len() == MAX_EXTENSIONS {
            return err(GNUTLS_E_X509_CERTIFICATE_ERROR);
        }
        out.push(read_extension(&mut r)?);
    }
    Ok(out)
}

/// The time of a Time element in seconds since 1970; -1 for an invalid date in a valid format.
fn date(e: &Element<'_>) -> Result<i64> {
    match der::time_of(e) {
        Err(e) if e.code() == GNUTLS_E_CERTIFICATE_TIME_ERROR => Ok(-1),
        t => t,
    }
}

impl<'a> Revoked<'a> {
    fn read(list: &mut Reader<'a>) -> Result<Revoked<'a>> {
        let mut r = list.sequence()?;
        let serial = r.expect(der::INTEGER)?.value;
        let time = date(&r.any()?)?;
        let extensions = r.optional(der::SEQUENCE)?.map_or(&[][..], |e| e.value);
        read_extensions(extensions)?;
        r.finish()?;
        Ok(Revoked { serial, time, extensions })
    }

    fn extensions(&self) -> Vec<Extension<'a>> {
        read_extensions(self.extensions).unwrap_or_default()
    }

    fn extension(&self, oid: &[u8]) -> Option<Extension<'a>> {
        self.extensions().into_iter().find(|e| e.oid == oid)
    }

    /// The CRLReason, if there is one that can be read.
    pub fn reason(&self) -> Option<u8> {
        let reason = der::whole(self.extension(oid::CRL_REASON)?.value, der::ENUMERATED).ok()?;
        match reason.value {
            [n] => Some(*n),
            _ => None,
        }
    }
}

/// An iterator over the revoked certificates.
pub struct Entries<'a> {
    all: &'a [u8],
    rest: Reader<'a>,
}

impl<'a> Entries<'a> {
    /// Number of bytes that have been read.
    pub fn position(&self) -> usize {
        self.all.len() - self.rest.len()
    }
    /// Continues at the position of another iterator over the same CRL.
    pub fn skip_bytes(&mut self, n: usize) {
        self.rest = Reader::new(self.all.get(n..).unwrap_or(&[]));
    }
}

impl<'a> Iterator for Entries<'a> {
    type Item = Revoked<'a>;
    fn next(&mut self) -> Option<Revoked<'a>> {
        // All entries were validated when the CRL was parsed.
        if self.rest.is_empty() { None } else { Revoked::read(&mut self.rest).ok() }
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

    // An invalid entry would hide those after it.
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
