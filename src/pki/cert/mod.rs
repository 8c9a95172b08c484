//! X.509 certificates (RFC 5280 section 4.1): the encoding and the positions of the fields in it.
pub mod build;
pub mod lists;

use core::ops::Range;
use std::sync::{Arc, OnceLock};

use crate::abi::*;
use crate::alg::flags::KeyUsage;
use crate::alg::{Pk, Sign};
use crate::asn1::der::{self, Reader, range_in};
use crate::asn1::oid;
use crate::crypto::keys::{PublicKey, RsaUse};
use crate::error::{Result, err};
use crate::pki::by_type::ByType;
use crate::pki::cert::lists::{List, Lists, Row};
pub use crate::pki::ext::Extension;
use crate::pki::ext::basic_constraints::BasicConstraints;
use crate::pki::ext::general_name::GeneralName;
use crate::pki::name::compare;
use crate::pki::{ext, name};

/// Maximum number of extensions of a certificate; limits the work that a certificate can cause.
const MAX_EXTENSIONS: usize = 256;

/// A parsed certificate. Clones share the encoding.
#[derive(Clone)]
pub struct Certificate(pub(in crate::pki) Arc<Inner>);

pub(in crate::pki) struct Inner {
    pub(in crate::pki) der: Box<[u8]>,
    pub(in crate::pki) fields: Fields,
    pub(in crate::pki) key: OnceLock<Result<PublicKey>>,
    pub(in crate::pki) lists: Lists,
}

/// A position in an encoding. There are many of them, and a `gnutls_datum_t` has less than 4 GiB.
#[derive(Clone, Copy, PartialEq, Eq, Default)]
pub(in crate::pki) struct Span {
    start: u32,
    end: u32,
}

impl From<Range<usize>> for Span {
    fn from(at: Range<usize>) -> Span {
        let short = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        Span { start: short(at.start), end: short(at.end) }
    }
}

impl Span {
    fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }

    fn of(self, der: &[u8]) -> &[u8] {
        der.get(self.range()).unwrap_or_default()
    }

    /// The position if `by` bytes are inserted before it.
    pub(in crate::pki) fn shifted(self, by: usize) -> Span {
        let at = self.range();
        Span::from(at.start + by..at.end + by)
    }
}

pub(in crate::pki) struct Fields {
    pub(in crate::pki) tbs: Span,
    pub(in crate::pki) version: u8,
    pub(in crate::pki) serial: Span,
    pub(in crate::pki) issuer: Span,
    pub(in crate::pki) not_before: i64,
    pub(in crate::pki) not_after: i64,
    /// The encoded Time elements.
    pub(in crate::pki) validity: [Span; 2],
    pub(in crate::pki) subject: Span,
    pub(in crate::pki) spki: Span,
    pub(in crate::pki) issuer_unique_id: Option<Span>,
    pub(in crate::pki) subject_unique_id: Option<Span>,
    pub(in crate::pki) extensions: ExtensionSpans,
    pub(in crate::pki) signature_algorithm: Span,
    /// The BIT STRING's content.
    pub(in crate::pki) signature: Span,
    /// Whether the AlgorithmIdentifier in the signed part is identical to the one of the signature.
    pub(in crate::pki) algorithms_agree: bool,
}

pub(in crate::pki) struct ExtensionSpan {
    pub(in crate::pki) oid: Span,
    pub(in crate::pki) critical: bool,
    pub(in crate::pki) value: Span,
}

impl ExtensionSpan {
    /// The position of an extension in `der`, from which it was read.
    pub(in crate::pki) fn locate(e: &Extension<'_>, der: &[u8]) -> ExtensionSpan {
        let at = |part| Span::from(range_in(der, part));
        ExtensionSpan { oid: at(e.oid), critical: e.critical, value: at(e.value) }
    }

    fn of<'a>(&self, der: &'a [u8]) -> Extension<'a> {
        Extension { oid: self.oid.of(der), critical: self.critical, value: self.value.of(der) }
    }

    /// The position of the same extension if `by` bytes are inserted before it.
    pub(in crate::pki) fn shifted(&self, by: usize) -> ExtensionSpan {
        ExtensionSpan { oid: self.oid.shifted(by), critical: self.critical, value: self.value.shifted(by) }
    }
}

/// The positions of the extensions of a certificate or CRL, in their order and by type.
#[derive(Default)]
pub(in crate::pki) struct ExtensionSpans {
    spans: Box<[ExtensionSpan]>,
    by_type: ByType,
}

impl ExtensionSpans {
    /// `der` is the encoding that contains the extensions, here and in the other functions.
    pub(in crate::pki) fn of(spans: Vec<ExtensionSpan>, der: &[u8]) -> ExtensionSpans {
        let by_type = ByType::of(spans.len(), |i| spans[i].oid.of(der));
        ExtensionSpans { spans: spans.into(), by_type }
    }
    pub(in crate::pki) fn iter<'a>(&'a self, der: &'a [u8]) -> impl ExactSizeIterator<Item = Extension<'a>> {
        self.spans.iter().map(|e| e.of(der))
    }
    /// The `i`-th of all extensions.
    pub(in crate::pki) fn get<'a>(&self, der: &'a [u8], i: usize) -> Option<Extension<'a>> {
        self.spans.get(i).map(|e| e.of(der))
    }
    /// The `i`-th extension of a type.
    pub(in crate::pki) fn find<'a>(&self, der: &'a [u8], oid: &[u8], i: usize) -> Option<Extension<'a>> {
        self.get(der, self.by_type.find(oid, i, |at| self.spans[at].oid.of(der))?)
    }
    /// Whether two extensions have the same type.
    pub(in crate::pki) fn repeat(&self, der: &[u8]) -> bool {
        self.by_type.repeats(|at| self.spans[at].oid.of(der))
    }
}

impl PartialEq for Certificate {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0) || self.0.der == other.0.der
    }
}
impl Eq for Certificate {}

impl Certificate {
    /// Forgets what was read of the certificate since it was parsed, such as its key, if no clone uses it. It is
    /// read again when it is needed.
    pub fn shrink(&mut self) {
        if let Some(inner) = Arc::get_mut(&mut self.0) {
            (inner.key, inner.lists) = (OnceLock::new(), Lists::default());
        }
    }

    /// Parses a certificate. Trailing data is an error.
    pub fn from_der(der: &[u8]) -> Result<Certificate> {
        Self::parse(der, true)
    }

    /// Like [`Certificate::from_der`], but without the checks for certificates that are readable but violate
    /// RFC 5280.
    pub fn from_der_lenient(der: &[u8]) -> Result<Certificate> {
        Self::parse(der, false)
    }

    /// Whether an encoding is that of a certificate, for [`Certificate::from_der_lenient`].
    pub(in crate::pki) fn check_der(der: &[u8]) -> Result<()> {
        Fields::parse(der, false).map(drop)
    }

    fn parse(der: &[u8], sane: bool) -> Result<Certificate> {
        let fields = Fields::parse(der, sane)?;
        let (key, lists) = (OnceLock::new(), Lists::default());
        Ok(Certificate(Arc::new(Inner { der: der.into(), fields, key, lists })))
    }

    /// A raw public key (RFC 7250), a SubjectPublicKeyInfo, in the place of a certificate: it has nothing but its key.
    pub fn from_raw_key(spki: &[u8]) -> Result<Certificate> {
        let key = PublicKey::from_spki(spki)?;
        let none = Span::default();
        let fields = Fields {
            tbs: none,
            version: 0,
            serial: none,
            issuer: none,
            not_before: -1,
            not_after: -1,
            validity: [none, none],
            subject: none,
            spki: Span::from(0..spki.len()),
            issuer_unique_id: None,
            subject_unique_id: None,
            extensions: ExtensionSpans::of(Vec::new(), spki),
            signature_algorithm: none,
            signature: none,
            algorithms_agree: true,
        };
        let (key, lists) = (OnceLock::from(Ok(key)), Lists::default());
        Ok(Certificate(Arc::new(Inner { der: spki.into(), fields, key, lists })))
    }

    /// True for a raw public key.
    pub fn is_raw_key(&self) -> bool {
        self.0.fields.spki == Span::from(0..self.0.der.len())
    }

    /// A certificate of the encoding, or a raw public key: no encoding is both.
    pub fn from_either(der: &[u8]) -> Result<Certificate> {
        Certificate::from_der(der).or_else(|e| Certificate::from_raw_key(der).map_err(|_| e))
    }

    fn at(&self, span: Span) -> &[u8] {
        span.of(&self.0.der)
    }
    pub fn der(&self) -> &[u8] {
        &self.0.der
    }
    /// True for a certificate that is being built and has not been signed.
    pub fn is_unsigned(&self) -> bool {
        self.signature_algorithm_der().is_empty()
    }
    /// The signed part, with its tag.
    pub fn tbs(&self) -> &[u8] {
        self.at(self.0.fields.tbs)
    }
    /// 1, 2 or 3; higher numbers are invalid, but readable.
    pub fn version(&self) -> u8 {
        self.0.fields.version
    }
    /// The encoded content of the serial number.
    pub fn serial(&self) -> &[u8] {
        self.at(self.0.fields.serial)
    }
    /// The issuer's Name, with its tag.
    pub fn issuer(&self) -> &[u8] {
        self.at(self.0.fields.issuer)
    }
    /// The subject's Name, with its tag.
    pub fn subject(&self) -> &[u8] {
        self.at(self.0.fields.subject)
    }
    pub fn not_before(&self) -> i64 {
        self.0.fields.not_before
    }
    pub fn not_after(&self) -> i64 {
        self.0.fields.not_after
    }
    /// The Time elements of start and end.
    pub fn validity_der(&self) -> [&[u8]; 2] {
        self.0.fields.validity.map(|s| self.at(s))
    }
    /// SubjectPublicKeyInfo, with its tag.
    pub fn spki_der(&self) -> &[u8] {
        self.at(self.0.fields.spki)
    }
    pub fn issuer_unique_id(&self) -> Option<Result<&[u8]>> {
        self.0.fields.issuer_unique_id.map(|s| unique_id(self.at(s)))
    }
    pub fn subject_unique_id(&self) -> Option<Result<&[u8]>> {
        self.0.fields.subject_unique_id.map(|s| unique_id(self.at(s)))
    }
    /// The AlgorithmIdentifier of the signature, with its tag.
    pub fn signature_algorithm_der(&self) -> &[u8] {
        self.at(self.0.fields.signature_algorithm)
    }
    /// The signature's algorithm, `None` if it is unknown.
    pub fn signature_algorithm(&self) -> Option<Sign> {
        signature_algorithm(self.signature_algorithm_der())
    }
    /// The signature's bytes.
    pub fn signature(&self) -> Result<&[u8]> {
        signature_bytes(self.signature_algorithm_der(), self.signature_bits())
    }
    /// The encoded signature: the content of a BIT STRING.
    pub(in crate::pki) fn signature_bits(&self) -> &[u8] {
        self.at(self.0.fields.signature)
    }
    /// The data to verify the signature. Some readable certificates violate RFC 5280 and fail here: those
    /// with a version above 3, with different algorithms in both places (section 4.1.1.2), or with a repeated
    /// extension (section 4.2).
    pub fn signed(&self) -> Result<Signed<'_>> {
        let repeated = self.0.fields.extensions.repeat(self.der());
        if self.version() > 3 || !self.0.fields.algorithms_agree || repeated {
            return err(GNUTLS_E_CERTIFICATE_ERROR);
        }
        let (message, algorithm) = (self.tbs(), self.signature_algorithm_der());
        Ok(Signed { message, algorithm, signature: self.signature()? })
    }

    /// The public key. It is parsed once.
    pub fn public_key(&self) -> Result<PublicKey> {
        if self.spki_der().is_empty() {
            return err(GNUTLS_E_ASN1_VALUE_NOT_FOUND);
        }
        self.0.key.get_or_init(|| PublicKey::from_spki(self.spki_der())).clone()
    }
    /// The public key's algorithm, `None` if it is unknown.
    pub fn pk(&self) -> Option<Pk> {
        spki_algorithm(self.spki_der())
    }

    /// Element `i` of a list in an extension, with its tag; `None` past the end or if the extension is
    /// missing.
    pub fn listed(&self, list: List, i: usize) -> Result<Option<Row<'_>>> {
        match self.extension(list.oid()) {
            Some(e) => self.0.lists.row(list, e.value, i),
            None => Ok(None),
        }
    }
    /// The index of the subject's attributes.
    pub fn subject_index(&self) -> Result<&name::Index> {
        self.0.lists.name(0, self.subject())
    }
    /// The index of the issuer's attributes.
    pub fn issuer_index(&self) -> Result<&name::Index> {
        self.0.lists.name(1, self.issuer())
    }

    pub fn extensions(&self) -> impl ExactSizeIterator<Item = Extension<'_>> {
        self.0.fields.extensions.iter(self.der())
    }
    /// The `i`-th of all extensions.
    pub fn extension_at(&self, i: usize) -> Option<Extension<'_>> {
        self.0.fields.extensions.get(self.der(), i)
    }
    pub fn extension(&self, oid: &[u8]) -> Option<Extension<'_>> {
        self.extension_of(oid, 0)
    }
    /// The `i`-th extension of a type.
    pub fn extension_of(&self, oid: &[u8], i: usize) -> Option<Extension<'_>> {
        self.0.fields.extensions.find(self.der(), oid, i)
    }

    /// The key usage bits (`GNUTLS_KEY_*`); `None` if the extension is missing.
    pub fn key_usage(&self) -> Result<Option<KeyUsage>> {
        self.extension(oid::KEY_USAGE).map(|e| ext::key_usage::read(e.value)).transpose()
    }
    /// True unless the key usage extension does not allow this usage. An invalid extension allows nothing.
    pub fn may(&self, usage: KeyUsage) -> bool {
        matches!(self.key_usage(), Ok(bits) if bits.is_none_or(|b| b.intersects(usage)))
    }
    pub fn basic_constraints(&self) -> Option<Result<BasicConstraints>> {
        Some(ext::basic_constraints::read(self.extension(oid::BASIC_CONSTRAINTS)?.value))
    }
    pub fn is_ca(&self) -> bool {
        matches!(self.basic_constraints(), Some(Ok(c)) if c.ca)
    }
    pub fn subject_key_id(&self) -> Option<&[u8]> {
        Reader::new(self.extension(oid::SUBJECT_KEY_ID)?.value).octet_string().ok()
    }
    pub fn authority_key_id(&self) -> Option<&[u8]> {
        ext::key_id::read_authority(self.extension(oid::AUTHORITY_KEY_ID)?.value).ok()?.key_id
    }
    pub fn subject_alt_names(&self) -> Option<Result<Vec<GeneralName<'_>>>> {
        Some(ext::general_name::read(self.extension(oid::SUBJECT_ALT_NAME)?.value))
    }
    /// The purposes of the extended key usage extension.
    pub fn key_purposes(&self) -> Option<Result<Vec<&[u8]>>> {
        Some(ext::key_purposes::read(self.extension(oid::EXTENDED_KEY_USAGE)?.value))
    }

    /// True if subject and issuer are the same name.
    pub fn is_self_issued(&self) -> bool {
        compare::same(self.subject(), self.issuer())
    }

    /// True if the certificate is self-issued and its key identifiers match: it is the end of a chain.
    pub fn is_root(&self) -> bool {
        self.names_issuer(self)
    }

    /// True if `issuer` may have issued this certificate: the names match, and the key identifiers, too, if
    /// both are present.
    pub fn names_issuer(&self, issuer: &Certificate) -> bool {
        compare::same(self.issuer(), issuer.subject()) && self.key_ids_match(issuer)
    }

    /// True unless both key identifiers are present and differ. They only distinguish authorities with the
    /// same name (RFC 5280 section 4.2.1.1), so an invalid identifier is ignored.
    pub fn key_ids_match(&self, issuer: &Certificate) -> bool {
        match (self.authority_key_id(), issuer.subject_key_id()) {
            (Some(a), Some(s)) => a == s,
            _ => true,
        }
    }
}

impl Fields {
    fn parse(der: &[u8], sane: bool) -> Result<Fields> {
        let span = |part: &[u8]| Span::from(range_in(der, part));
        let mut top = der::whole(der, der::SEQUENCE)?.open();
        let tbs = top.expect(der::SEQUENCE)?;
        let mut r = tbs.open();
        let version = match r.optional(der::context_constructed(0))? {
            None => 1,
            Some(v) => der::version_of(der::whole(v.value, der::INTEGER)?.value)?,
        };
        let serial = r.expect(der::INTEGER)?.value;
        let inner = r.algorithm()?;
        let issuer = r.expect(der::SEQUENCE)?;
        name::check(issuer.raw)?;
        let mut validity = r.sequence()?;
        let (first, second) = (validity.any()?, validity.any()?);
        validity.finish()?;
        let subject = r.expect(der::SEQUENCE)?;
        name::check(subject.raw)?;
        let spki = r.expect(der::SEQUENCE)?;
        check_spki(spki.open())?;
        let issuer_unique_id = r.optional(der::context(1))?;
        let subject_unique_id = r.optional(der::context(2))?;
        let mut spans: Vec<ExtensionSpan> = Vec::new();
        let listed = r.optional(der::context_constructed(3))?;
        if let Some(list) = &listed {
            let mut list = der::whole(list.value, der::SEQUENCE)?.open();
            while !list.is_empty() {
                if spans.len() == MAX_EXTENSIONS {
                    return err(GNUTLS_E_X509_CERTIFICATE_ERROR);
                }
                let e = read_extension(&mut list)?;
                if matches!(e.oid, oid::SUBJECT_ALT_NAME | oid::ISSUER_ALT_NAME) {
                    ext::general_name::check(e.value)?;
                }
                spans.push(ExtensionSpan::locate(&e, der));
            }
        }
        let extensions = ExtensionSpans::of(spans, der);
        r.finish()?;
        let outer = top.algorithm()?;
        let signature = top.expect(der::BIT_STRING)?.value;
        top.finish()?;

        if !same_algorithm(inner.0, outer.0) {
            return err(GNUTLS_E_CERTIFICATE_ERROR);
        }
        let time = |e: &der::Element<'_>| match der::time_of(e) {
            // An invalid date in a valid format.
            Err(e) if e.code() == GNUTLS_E_CERTIFICATE_TIME_ERROR && !sane => Ok(-1),
            t => t,
        };
        let (not_before, not_after) = (time(&first)?, time(&second)?);
        if sane {
            // An invalid unique ID is only reported by its getter, as in GnuTLS.
            let readable = |e: &Option<der::Element<'_>>| e.is_some_and(|e| unique_id(e.value).is_ok());
            let unique = readable(&issuer_unique_id) || readable(&subject_unique_id);
            if (listed.is_some() && version < 3) || (unique && version < 2) {
                return err(GNUTLS_E_X509_CERTIFICATE_ERROR);
            }
            if extensions.repeat(der) {
                return err(GNUTLS_E_X509_DUPLICATE_EXTENSION);
            }
        }
        Ok(Fields {
            tbs: span(tbs.raw),
            version,
            serial: span(serial),
            issuer: span(issuer.raw),
            not_before,
            not_after,
            validity: [span(first.raw), span(second.raw)],
            subject: span(subject.raw),
            spki: span(spki.raw),
            issuer_unique_id: issuer_unique_id.map(|e| span(e.value)),
            subject_unique_id: subject_unique_id.map(|e| span(e.value)),
            extensions,
            signature_algorithm: span(outer.0.raw),
            signature: span(signature),
            algorithms_agree: inner.0.raw == outer.0.raw,
        })
    }
}

/// The bytes of a unique identifier from the content of its BIT STRING.
fn unique_id(bits: &[u8]) -> Result<&[u8]> {
    match bits {
        [0..=7, id @ ..] if !id.is_empty() => Ok(id),
        _ => err(GNUTLS_E_ASN1_DER_ERROR),
    }
}

/// The signed message, the AlgorithmIdentifier and the signature.
pub struct Signed<'a> {
    pub message: &'a [u8],
    pub algorithm: &'a [u8],
    pub signature: &'a [u8],
}

/// The signature in the content of a BIT STRING, which must have whole bytes. An empty algorithm means that
/// there is no signature.
pub(in crate::pki) fn signature_bytes<'a>(algorithm: &[u8], bits: &'a [u8]) -> Result<&'a [u8]> {
    if algorithm.is_empty() {
        return err(GNUTLS_E_ASN1_VALUE_NOT_FOUND);
    }
    match bits {
        [] => err(GNUTLS_E_ASN1_DER_ERROR),
        [0] => err(GNUTLS_E_ASN1_GENERIC_ERROR),
        [0, bytes @ ..] => Ok(bytes),
        _ => err(GNUTLS_E_CERTIFICATE_ERROR),
    }
}

/// Whether two AlgorithmIdentifiers are the same; NULL parameters are equivalent to missing ones.
fn same_algorithm(a: der::Element<'_>, b: der::Element<'_>) -> bool {
    let without_null = |e: der::Element<'_>| e.value.strip_suffix(&[der::NULL, 0]).unwrap_or(e.value).len();
    let (n, m) = (without_null(a), without_null(b));
    a.value == b.value || (n == m && a.value[..n] == b.value[..m])
}

/// Checks the structure of a SubjectPublicKeyInfo, but not the key in it.
pub(in crate::pki) fn check_spki(mut r: Reader<'_>) -> Result<()> {
    let (_, oid, _) = r.algorithm()?;
    r.expect(der::BIT_STRING)?;
    if !oid::is_sound(oid) {
        return err(GNUTLS_E_ASN1_DER_ERROR);
    }
    r.finish()
}

/// The canonical SubjectPublicKeyInfo of a key. Some certificates omit the NULL parameters of RSA or the
/// leading zero of the modulus, or have NULL in the parameters of RSA-PSS.
pub fn canonical_spki(key: &PublicKey) -> Vec<u8> {
    let made = match (key.rsa_use(), key.gost_components()) {
        (Some(usage @ (RsaUse::Any | RsaUse::Pss(Some(_)))), _) => key.for_use(usage).ok(),
        // Some contain the encryption parameters even if they are the default and may be omitted.
        (None, Some((params, x, y))) => PublicKey::from_gost(params, &x, &y).ok(),
        _ => None,
    };
    made.as_ref().unwrap_or(key).spki().to_vec()
}

/// Reads one Extension of a certificate or CRL.
pub fn read_extension<'a>(list: &mut Reader<'a>) -> Result<Extension<'a>> {
    let mut e = list.sequence()?;
    let oid = e.oid()?;
    if !oid::is_sound(oid) {
        return err(GNUTLS_E_ASN1_DER_ERROR);
    }
    let critical = e.peek() == Some(der::BOOLEAN) && e.boolean()?;
    let value = e.octet_string()?;
    e.finish()?;
    Ok(Extension { oid, critical, value })
}

/// The algorithm of a SubjectPublicKeyInfo; `None` if it is unknown or invalid.
pub fn spki_algorithm(spki: &[u8]) -> Option<Pk> {
    let id = Reader::new(spki).sequence().ok()?.sequence().ok()?.oid().ok()?;
    Pk::from_oid(&oid::to_text(id)?)
}

/// The parameters of an RSASSA-PSS AlgorithmIdentifier (RFC 4055 section 3.1).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PssParameters {
    pub sign: Sign,
    pub salt_len: u32,
}

/// The signature algorithm of an AlgorithmIdentifier (with its tag).
pub fn signature_algorithm(algorithm: &[u8]) -> Option<Sign> {
    let mut r = Reader::new(algorithm).sequence().ok()?;
    let id = r.oid().ok()?;
    if id == oid::RSA_PSS {
        return pss_parameters(algorithm).ok().map(|p| p.sign);
    }
    Sign::from_oid(&oid::to_text(id)?)
}

/// Reads the PSS parameters of a signature: SHA-2 hashes, MGF1 with the same hash, any salt length.
pub fn pss_parameters(algorithm: &[u8]) -> Result<PssParameters> {
    const UNKNOWN: c_int = GNUTLS_E_UNSUPPORTED_SIGNATURE_ALGORITHM;
    let mut r = Reader::new(algorithm).sequence()?;
    if r.oid()? != oid::RSA_PSS {
        return err(UNKNOWN);
    }
    let mut p = r.sequence()?;
    let hash = match p.optional(der::context_constructed(0))? {
        None => oid::SHA1,
        Some(e) => e.open().sequence()?.oid()?,
    };
    let mgf_hash = match p.optional(der::context_constructed(1))? {
        None => oid::SHA1,
        Some(e) => {
            let mut mgf = e.open().sequence()?;
            if mgf.oid()? != oid::MGF1 {
                return err(UNKNOWN);
            }
            mgf.sequence()?.oid()?
        }
    };
    let salt_len = match p.optional(der::context_constructed(2))? {
        None => 20,
        Some(e) => e.open().small()?,
    };
    if mgf_hash != hash {
        return err(UNKNOWN);
    }
    let sign = match hash {
        oid::SHA256 => Sign::RsaPssSha256,
        oid::SHA384 => Sign::RsaPssSha384,
        oid::SHA512 => Sign::RsaPssSha512,
        _ => return err(UNKNOWN),
    };
    Ok(PssParameters { sign, salt_len })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::asn1::pem;

    pub(super) fn read(text: &[u8]) -> Certificate {
        Certificate::from_der(&pem::decode(Some("CERTIFICATE"), text).unwrap()).unwrap()
    }

    /// A certificate with the parts that `make` returns for the signed part, algorithm and signature of
    /// another.
    fn remade(make: impl Fn(&[u8], &[u8], &[u8]) -> [Vec<u8>; 3]) -> Result<Certificate> {
        use crate::asn1::der::Write as _;
        let c = read(include_bytes!("../testdata/ee.pem"));
        let parts = make(c.tbs(), c.signature_algorithm_der(), c.signature_bits());
        let mut out = Vec::new();
        out.nested(der::SEQUENCE, |w| w.extend_from_slice(&parts.concat()));
        Certificate::from_der(&out)
    }

    #[test]
    fn what_is_read_is_not_always_verified() {
        use crate::asn1::der::Write as _;
        let bits = |content: &[u8]| {
            let mut out = Vec::new();
            out.element(der::BIT_STRING, content);
            out
        };
        let with_null = |algorithm: &[u8]| {
            let mut out = Vec::new();
            let inner = der::whole(algorithm, der::SEQUENCE).unwrap().value;
            out.nested(der::SEQUENCE, |w| {
                w.extend_from_slice(inner);
                w.extend_from_slice(&[der::NULL, 0]);
            });
            out
        };
        let same = remade(|t, a, s| [t.to_vec(), a.to_vec(), bits(s)]).unwrap();
        assert!(same.signed().is_ok());
        let null = remade(|t, a, s| [t.to_vec(), with_null(a), bits(s)]).unwrap();
        assert_eq!(null.signed().err().unwrap().code(), GNUTLS_E_CERTIFICATE_ERROR);
        assert!(null.signature().is_ok());
        let unused = remade(|t, a, s| [t.to_vec(), a.to_vec(), bits(&[&[3], &s[1..]].concat())]).unwrap();
        assert_eq!(unused.signed().err().unwrap().code(), GNUTLS_E_CERTIFICATE_ERROR);
        let fourth = remade(|t, a, s| {
            let mut t = t.to_vec();
            let at = t.windows(5).position(|w| w == [0xa0, 3, 2, 1, 2]).unwrap();
            t[at + 4] = 3;
            [t, a.to_vec(), bits(s)]
        });
        let fourth = fourth.unwrap();
        assert_eq!(fourth.version(), 4);
        assert_eq!(fourth.signed().err().unwrap().code(), GNUTLS_E_CERTIFICATE_ERROR);
    }

    #[test]
    fn fields_of_a_certificate() {
        let ee = read(include_bytes!("../testdata/ee.pem"));
        let ca = read(include_bytes!("../testdata/ca.pem"));
        assert_eq!((ee.version(), ee.serial()), (3, &[1, 0x23, 0x45, 0x67, 0x89, 0xab, 0xcd, 0xef][..]));
        assert_eq!(ee.key_usage().unwrap(), Some(KeyUsage::DIGITAL_SIGNATURE | KeyUsage::KEY_ENCIPHERMENT));
        assert!(
            ca.is_ca() && !ee.is_ca() && ca.is_self_issued() && ee.names_issuer(&ca) && !ca.names_issuer(&ee)
        );
        assert_eq!((ee.pk(), ca.pk()), (Some(Pk::Rsa), Some(Pk::Ecdsa)));
        assert_eq!(ee.signature_algorithm(), Some(Sign::EcdsaSha256));
        ca.public_key().unwrap().verify(Sign::EcdsaSha256, ee.tbs(), ee.signature().unwrap()).unwrap();
        assert_eq!(ee.subject_alt_names().unwrap().unwrap().len(), 9);
        assert_eq!(ee.key_purposes().unwrap().unwrap().len(), 3);
        let pss = read(include_bytes!("../testdata/pss.pem"));
        let p = pss_parameters(pss.signature_algorithm_der()).unwrap();
        assert_eq!((p.sign, p.salt_len, pss.pk()), (Sign::RsaPssSha256, 222, Some(Pk::RsaPss)));
        let constraints =
            ext::name_constraints::read(ca.extension(oid::NAME_CONSTRAINTS).unwrap().value).unwrap();
        assert_eq!((constraints.permitted.len(), constraints.excluded.len()), (3, 1));
    }

    #[test]
    fn every_cut_and_every_flip_is_survived() {
        let good = read(include_bytes!("../testdata/ee.pem")).der().to_vec();
        for n in 0..good.len() {
            assert!(Certificate::from_der(&good[..n]).is_err());
        }
        for n in 0..good.len() {
            let mut bad = good.clone();
            bad[n] ^= 0x41;
            if let Ok(c) = Certificate::from_der_lenient(&bad) {
                let _ =
                    (c.key_usage(), c.basic_constraints(), c.public_key().is_ok(), c.signature_algorithm());
                let _ = (c.subject_key_id(), c.authority_key_id(), c.subject_alt_names(), c.key_purposes());
                let _ = name::to_text(c.subject(), name::Order::Rfc4514);
                for e in c.extensions() {
                    let _ = ext::policies::read(e.value);
                    let _ = ext::info_access::read(e.value);
                    let _ = ext::dist_points::read(e.value);
                    let _ = ext::name_constraints::read(e.value);
                }
            }
        }
        assert_eq!(Certificate::from_der(b"").err().unwrap().code(), GNUTLS_E_ASN1_TAG_ERROR);
        assert_eq!(
            Certificate::from_der(&[&good[..], b"x"].concat()).err().unwrap().code(),
            GNUTLS_E_ASN1_DER_ERROR
        );
    }
}
