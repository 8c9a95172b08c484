//! Building certificates: the fields that the application has set so far, the bytes to sign, and the signed
//! certificate.
//!
//! Setters modify a [`Draft`]. After each change it is converted to a [`Certificate`], complete or not, so
//! that getters do not have to distinguish parsed certificates from those being built.
use std::sync::{Arc, OnceLock};

use crate::abi::*;
use crate::alg::{Pk, Sign};
use crate::asn1::der::{self, Reader, Write as _};
use crate::asn1::oid;
use crate::crypto::keys::{PssParams, write_pss};
use crate::error::{Error, Result, err};
use crate::pki::cert::lists::Lists;
use crate::pki::cert::{Certificate, ExtensionSpan, ExtensionSpans, Fields, Inner, Span};
use crate::pki::ext;
use crate::pki::name::write;

const MISSING: Error = Error::new(GNUTLS_E_ASN1_VALUE_NOT_FOUND);

/// An owned [`Extension`](crate::pki::ext::Extension).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnExtension {
    pub oid: Vec<u8>,
    pub critical: bool,
    pub value: Vec<u8>,
}

/// Replaces the extension of the same type, or appends a new one.
pub fn set_extension(list: &mut Vec<OwnExtension>, oid: &[u8], value: Vec<u8>, critical: bool) {
    let new = OwnExtension { oid: oid.to_vec(), critical, value };
    match list.iter_mut().find(|e| e.oid == oid) {
        Some(old) => *old = new,
        None => list.push(new),
    }
}

/// The content of an extension.
pub fn extension<'a>(list: &'a [OwnExtension], oid: &[u8]) -> Option<&'a [u8]> {
    list.iter().find(|e| e.oid == oid).map(|e| e.value.as_slice())
}

/// Replaces the content of the extension of the same type and leaves its criticality unchanged, or appends a
/// new extension.
pub fn renew_extension(list: &mut Vec<OwnExtension>, oid: &[u8], value: Vec<u8>, critical: bool) {
    match list.iter_mut().find(|e| e.oid == oid) {
        Some(old) => old.value = value,
        None => list.push(OwnExtension { oid: oid.to_vec(), critical, value }),
    }
}

/// Appends an encoded GeneralName to an alternative name extension, or replaces the contents of the
/// extension. `critical` is used if a name is appended and the extension does not exist yet.
pub fn set_alt_name(
    list: &mut Vec<OwnExtension>,
    oid: &[u8],
    name: &[u8],
    append: bool,
    critical: bool,
) -> Result<()> {
    let before = if append { extension(list, oid) } else { None };
    let value = ext::values::append_element(before, name)?;
    if append {
        renew_extension(list, oid, value, critical);
    } else {
        set_extension(list, oid, value, false);
    }
    Ok(())
}

/// Returns the extended key usage with an additional purpose.
pub fn with_purpose(list: &[OwnExtension], purpose: &[u8]) -> Result<Vec<u8>> {
    let mut element = Vec::new();
    element.oid(purpose);
    ext::values::append_element(extension(list, oid::EXTENDED_KEY_USAGE), &element)
}

/// Encodes the Extensions of a certificate, a request or a CRL.
pub fn extensions_der(list: &[OwnExtension]) -> Vec<u8> {
    let mut out = Vec::new();
    out.nested(der::SEQUENCE, |w| list.iter().for_each(|e| extension_der(w, e)));
    out
}

fn extension_der(out: &mut Vec<u8>, e: &OwnExtension) {
    out.nested(der::SEQUENCE, |w| {
        w.oid(&e.oid);
        if e.critical {
            w.element(der::BOOLEAN, &[0xff]);
        }
        w.element(der::OCTET_STRING, &e.value);
    });
}

/// The fields of a certificate that is being built. Empty fields have not been set.
#[derive(Clone)]
pub struct Draft {
    pub version: u8,
    /// An INTEGER's content.
    pub serial: Vec<u8>,
    pub issuer: Vec<u8>,
    pub subject: Vec<u8>,
    /// Time elements.
    pub not_before: Vec<u8>,
    pub not_after: Vec<u8>,
    pub spki: Vec<u8>,
    pub issuer_unique_id: Option<Vec<u8>>,
    pub subject_unique_id: Option<Vec<u8>>,
    pub extensions: Vec<OwnExtension>,
    /// AlgorithmIdentifier and signature of the last signing.
    pub algorithm: Vec<u8>,
    /// A BIT STRING's content.
    pub signature: Vec<u8>,
}

impl Default for Draft {
    fn default() -> Self {
        let none = Vec::new();
        Draft {
            version: 1,
            serial: none.clone(),
            issuer: write::EMPTY.to_vec(),
            subject: write::EMPTY.to_vec(),
            not_before: none.clone(),
            not_after: none.clone(),
            spki: none.clone(),
            issuer_unique_id: None,
            subject_unique_id: None,
            extensions: Vec::new(),
            algorithm: none,
            signature: vec![0],
        }
    }
}

impl Draft {
    /// Copies the fields of a certificate in order to change them.
    pub fn of(cert: &Certificate) -> Draft {
        let [not_before, not_after] = cert.validity_der().map(<[u8]>::to_vec);
        Draft {
            version: cert.version(),
            serial: cert.serial().to_vec(),
            issuer: cert.issuer().to_vec(),
            subject: cert.subject().to_vec(),
            not_before,
            not_after,
            spki: cert.spki_der().to_vec(),
            // An invalid unique ID becomes empty, which is invalid, too.
            issuer_unique_id: cert.issuer_unique_id().map(|id| id.unwrap_or_default().to_vec()),
            subject_unique_id: cert.subject_unique_id().map(|id| id.unwrap_or_default().to_vec()),
            extensions: cert
                .extensions()
                .map(|e| OwnExtension { oid: e.oid.to_vec(), critical: e.critical, value: e.value.to_vec() })
                .collect(),
            algorithm: cert.signature_algorithm_der().to_vec(),
            signature: cert.signature_bits().to_vec(),
        }
    }

    pub fn set_extension(&mut self, oid: &[u8], value: Vec<u8>, critical: bool) {
        set_extension(&mut self.extensions, oid, value, critical);
    }

    /// Fails if a required field is missing, or if the version does not allow a field.
    pub fn check(&self) -> Result<()> {
        if self.not_before.is_empty() || self.not_after.is_empty() {
            return err(GNUTLS_E_CERTIFICATE_TIME_ERROR);
        }
        if self.serial.is_empty() || self.spki.is_empty() {
            return Err(MISSING);
        }
        let unique = self.issuer_unique_id.is_some() || self.subject_unique_id.is_some();
        if (self.version < 3 && !self.extensions.is_empty()) || (self.version < 2 && unique) {
            return err(GNUTLS_E_X509_CERTIFICATE_ERROR);
        }
        Ok(())
    }

    /// The certificate with the current fields.
    pub fn certificate(&self) -> Certificate {
        let mut tbs = Builder::default();
        if self.version != 1 {
            tbs.bytes.nested(der::context_constructed(0), |w| w.unsigned(&[self.version - 1]));
        }
        let serial = if self.serial.is_empty() { 0..0 } else { tbs.content(der::INTEGER, &self.serial) };
        tbs.raw(&self.algorithm);
        let issuer = tbs.raw(&self.issuer);
        let both = [&self.not_before[..], &self.not_after].concat();
        let at = tbs.content(der::SEQUENCE, &both).start;
        let middle = at + self.not_before.len();
        let validity = [at..middle, middle..at + both.len()];
        let subject = tbs.raw(&self.subject);
        let spki = tbs.raw(&self.spki);
        let issuer_unique_id = self.issuer_unique_id.as_ref().map(|id| tbs.unique_id(1, id));
        let subject_unique_id = self.subject_unique_id.as_ref().map(|id| tbs.unique_id(2, id));
        let mut extensions: Vec<ExtensionSpan> = Vec::new();
        if !self.extensions.is_empty() {
            let list = extensions_der(&self.extensions);
            let at = tbs.content(der::context_constructed(3), &list).start;
            extensions = spans(&list).into_iter().map(|e| e.shifted(at)).collect();
        }
        // The fields are preceded by the headers of the certificate and of the signed part.
        let signed = element(der::SEQUENCE, &tbs.bytes);
        let mut rest = signed.clone();
        rest.extend_from_slice(&self.algorithm);
        rest.element(der::BIT_STRING, &self.signature);
        let whole = element(der::SEQUENCE, &rest);
        let head = whole.len() - rest.len();
        let inner = head + signed.len() - tbs.bytes.len();
        let shifted = |at: core::ops::Range<usize>| match at.is_empty() {
            true => Span::default(),
            false => Span::from(at).shifted(inner),
        };
        let algorithm = head + signed.len()..head + signed.len() + self.algorithm.len();
        let signature = whole.len() - self.signature.len()..whole.len();
        let time = |t: &[u8]| Reader::new(t).time().unwrap_or(-1);
        let fields = Fields {
            tbs: Span::from(head..head + signed.len()),
            version: self.version,
            serial: shifted(serial),
            issuer: shifted(issuer),
            not_before: time(&self.not_before),
            not_after: time(&self.not_after),
            validity: validity.map(shifted),
            subject: shifted(subject),
            spki: shifted(spki),
            issuer_unique_id: issuer_unique_id.map(shifted),
            subject_unique_id: subject_unique_id.map(shifted),
            extensions: ExtensionSpans::of(extensions.iter().map(|e| e.shifted(inner)).collect(), &whole),
            signature_algorithm: Span::from(algorithm),
            signature: Span::from(signature),
            algorithms_agree: true,
        };
        let (key, lists) = (OnceLock::new(), Lists::default());
        Certificate(Arc::new(Inner { der: whole.into(), fields, key, lists }))
    }
}

/// Writes fields and returns their positions.
#[derive(Default)]
struct Builder {
    bytes: Vec<u8>,
}

impl Builder {
    fn raw(&mut self, part: &[u8]) -> core::ops::Range<usize> {
        self.bytes.extend_from_slice(part);
        self.bytes.len() - part.len()..self.bytes.len()
    }
    /// Writes an element and returns the position of its content.
    fn content(&mut self, tag: u8, value: &[u8]) -> core::ops::Range<usize> {
        self.bytes.element(tag, value);
        self.bytes.len() - value.len()..self.bytes.len()
    }
    /// Writes a BIT STRING of whole bytes with an implicit tag.
    fn unique_id(&mut self, tag: u8, id: &[u8]) -> core::ops::Range<usize> {
        self.content(der::context(tag), &[&[0], id].concat())
    }
}

fn element(tag: u8, value: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(value.len() + 6);
    out.element(tag, value);
    out
}

/// The positions of the extensions in encoded Extensions.
fn spans(list: &[u8]) -> Vec<ExtensionSpan> {
    let mut out = Vec::new();
    let Ok(mut r) = Reader::new(list).sequence() else { return out };
    while let Ok(e) = crate::pki::cert::read_extension(&mut r) {
        out.push(ExtensionSpan::locate(&e, list));
    }
    out
}

/// The AlgorithmIdentifier (with its tag) of a signature: RFC 5758, RFC 4055, RFC 8410, RFC 9215. RSA-PSS
/// requires `pss`.
pub fn signature_algorithm(sign: Sign, pss: Option<PssParams>) -> Result<Vec<u8>> {
    const UNKNOWN: c_int = GNUTLS_E_UNSUPPORTED_SIGNATURE_ALGORITHM;
    let id = sign.oid().and_then(oid::from_text).ok_or(UNKNOWN)?;
    let parameters = if let Some(pss) = pss {
        write_pss(pss)?
    } else if sign.signature_pk() == Pk::Rsa {
        vec![der::NULL, 0]
    } else {
        Vec::new()
    };
    let mut out = Vec::new();
    out.nested(der::SEQUENCE, |w| {
        w.oid(&id);
        w.extend_from_slice(&parameters);
    });
    Ok(out)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::asn1::pem;

    #[test]
    fn a_certificate_taken_apart_is_the_same_put_together() {
        let texts: [&[u8]; 4] = [
            include_bytes!("../testdata/ee.pem"),
            include_bytes!("../testdata/ca.pem"),
            include_bytes!("../testdata/pss.pem"),
            include_bytes!("../testdata/root.pem"),
        ];
        for text in texts {
            let der = pem::decode(Some("CERTIFICATE"), text).unwrap();
            let cert = Certificate::from_der(&der).unwrap();
            let made = Draft::of(&cert).certificate();
            assert_eq!(made.der(), &der[..]);
            assert_eq!((made.tbs(), made.signature()), (cert.tbs(), cert.signature()));
            assert_eq!((made.not_before(), made.not_after()), (cert.not_before(), cert.not_after()));
            assert!(made.extensions().map(|e| e.value).eq(cert.extensions().map(|e| e.value)));
            for n in 0..der.len() {
                let mut bad = der.clone();
                bad[n] ^= 0x41;
                if let Ok(c) = Certificate::from_der_lenient(&bad) {
                    Draft::of(&c).certificate();
                }
            }
        }
    }

    #[test]
    fn nothing_set_is_nothing_signed() {
        let blank = Draft::default();
        assert_eq!(blank.check().unwrap_err().code(), GNUTLS_E_CERTIFICATE_TIME_ERROR);
        let cert = blank.certificate();
        assert!(cert.is_unsigned() && cert.serial().is_empty() && cert.spki_der().is_empty());
        assert_eq!((cert.version(), cert.not_before(), cert.extensions().len()), (1, -1, 0));
        assert_eq!(cert.public_key().err().unwrap().code(), GNUTLS_E_ASN1_VALUE_NOT_FOUND);
    }
}
