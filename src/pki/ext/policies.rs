//! CertificatePolicies (RFC 5280 section 4.2.1.4).
use super::values;
use crate::abi::*;
use crate::asn1::der::{self, Element, Reader, Write as _};
use crate::asn1::oid;
use crate::error::{Result, err};
use crate::pki::name;

/// A policy qualifier: a URI, or the text element of a user notice.
#[derive(Clone, Copy, Debug)]
pub enum Qualifier<'a> {
    Uri(&'a [u8]),
    Notice(Element<'a>),
    Unknown,
}

#[derive(Clone, Debug)]
pub struct Policy<'a> {
    pub oid: &'a [u8],
    pub qualifiers: Vec<Qualifier<'a>>,
}

pub fn read(value: &[u8]) -> Result<Vec<Policy<'_>>> {
    let mut r = der::whole(value, der::SEQUENCE)?.open();
    let mut out = Vec::new();
    while !r.is_empty() {
        out.push(read_one(&mut r)?);
    }
    Ok(out)
}

/// Reads one PolicyInformation. A wrong tag in it is reported as `GNUTLS_E_ASN1_DER_ERROR`.
pub fn read_one<'a>(r: &mut Reader<'a>) -> Result<Policy<'a>> {
    policy_information(r).map_err(|e| match e.code() {
        GNUTLS_E_ASN1_TAG_ERROR => GNUTLS_E_ASN1_DER_ERROR.into(),
        _ => e,
    })
}

fn policy_information<'a>(r: &mut Reader<'a>) -> Result<Policy<'a>> {
    let mut p = r.sequence()?;
    let oid = values::read_oid(&mut p)?;
    let mut qualifiers = Vec::new();
    if !p.is_empty() {
        let mut list = p.sequence()?;
        while !list.is_empty() {
            let mut q = list.sequence()?;
            qualifiers.push(match values::read_oid(&mut q)? {
                oid::QUALIFIER_URI => Qualifier::Uri(q.expect(der::IA5_STRING)?.value),
                oid::QUALIFIER_NOTICE => notice(q.sequence().map_err(|_| GNUTLS_E_PARSING_ERROR)?)?,
                _ => Qualifier::Unknown,
            });
        }
    }
    Ok(Policy { oid, qualifiers })
}

/// Reads the explicit text of a UserNotice, which follows an optional reference.
fn notice(mut r: Reader<'_>) -> Result<Qualifier<'_>> {
    r.optional(der::SEQUENCE)?;
    if r.is_empty() {
        return Ok(Qualifier::Unknown);
    }
    let text = r.any()?;
    if name::plain_text(&text).is_none() { err(GNUTLS_E_PARSING_ERROR) } else { Ok(Qualifier::Notice(text)) }
}

/// A policy qualifier to be encoded.
pub enum QualifierText<'a> {
    Uri(&'a [u8]),
    Notice(&'a str),
}

/// Encodes one PolicyInformation.
pub fn write_one(id: &[u8], qualifiers: &[QualifierText<'_>]) -> Vec<u8> {
    let mut out = Vec::new();
    out.nested(der::SEQUENCE, |w| {
        w.oid(id);
        if qualifiers.is_empty() {
            return;
        }
        w.nested(der::SEQUENCE, |w| {
            for q in qualifiers {
                w.nested(der::SEQUENCE, |w| match q {
                    QualifierText::Uri(uri) => {
                        w.oid(oid::QUALIFIER_URI);
                        w.element(der::IA5_STRING, uri);
                    }
                    QualifierText::Notice(text) => {
                        w.oid(oid::QUALIFIER_NOTICE);
                        w.nested(der::SEQUENCE, |w| w.element(der::UTF8_STRING, text.as_bytes()));
                    }
                });
            }
        });
    });
    out
}
