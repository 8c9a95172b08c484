//! The contents of certificate extensions (RFC 5280 section 4.2), read when asked for.
use super::name;
use crate::abi::*;
use crate::asn1::der::{self, Element, Reader};
use crate::asn1::oid;
use crate::error::{Result, err};

/// One extension: its type, whether it is critical, and the content of its OCTET STRING.
#[derive(Clone, Copy, Debug)]
pub struct Extension<'a> {
    pub oid: &'a [u8],
    pub critical: bool,
    pub value: &'a [u8],
}

/// A GeneralName; the bytes are those of the certificate.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum GeneralName<'a> {
    /// The type's identifier, and the value with its tag.
    Other {
        oid: &'a [u8],
        value: &'a [u8],
    },
    Email(&'a [u8]),
    Dns(&'a [u8]),
    /// A Name with its tag.
    Directory(&'a [u8]),
    Uri(&'a [u8]),
    /// 4 or 16 bytes; in name constraints 8 or 32.
    Ip(&'a [u8]),
    Registered(&'a [u8]),
    /// x400Address, ediPartyName, and what is not known: the tag.
    Unknown(u8),
}

impl<'a> GeneralName<'a> {
    pub fn read(r: &mut Reader<'a>) -> Result<GeneralName<'a>> {
        let e = r.any()?;
        Ok(match e.tag {
            0xa0 => {
                let mut other = e.open();
                let oid = identifier(&mut other)?;
                let value = other.expect(der::context_constructed(0))?.value;
                GeneralName::Other { oid, value }
            }
            0x81 => GeneralName::Email(e.value),
            0x82 => GeneralName::Dns(e.value),
            0xa4 => GeneralName::Directory(e.open().expect(der::SEQUENCE)?.raw),
            0x86 => GeneralName::Uri(e.value),
            0x87 => GeneralName::Ip(e.value),
            0x88 if oid::is_sound(e.value) => GeneralName::Registered(e.value),
            0x88 => return err(GNUTLS_E_ASN1_DER_ERROR),
            tag => GeneralName::Unknown(tag),
        })
    }

    /// `gnutls_x509_subject_alt_name_t` of the name, `None` for the kinds that GnuTLS does not know.
    pub fn kind(&self) -> Option<gnutls_x509_subject_alt_name_t> {
        Some(match self {
            GeneralName::Other { .. } => GNUTLS_SAN_OTHERNAME,
            GeneralName::Email(_) => GNUTLS_SAN_RFC822NAME,
            GeneralName::Dns(_) => GNUTLS_SAN_DNSNAME,
            GeneralName::Directory(_) => GNUTLS_SAN_DN,
            GeneralName::Uri(_) => GNUTLS_SAN_URI,
            GeneralName::Ip(_) => GNUTLS_SAN_IPADDRESS,
            GeneralName::Registered(_) => GNUTLS_SAN_REGISTERED_ID,
            GeneralName::Unknown(_) => return None,
        })
    }

    /// The number that GnuTLS has for the well-known kinds of other names.
    pub fn virtual_kind(&self) -> Option<gnutls_x509_subject_alt_name_t> {
        match self {
            GeneralName::Other { oid: oid::ON_XMPP_ADDR, .. } => Some(GNUTLS_SAN_OTHERNAME_XMPP),
            GeneralName::Other { oid: oid::ON_DNS_SRV, .. } => Some(GNUTLS_SAN_OTHERNAME_SRV),
            GeneralName::Other { oid: oid::KRB5_PRINCIPAL, .. } => Some(GNUTLS_SAN_OTHERNAME_KRB5PRINCIPAL),
            GeneralName::Other { oid: oid::MS_USER_PRINCIPAL, .. } => {
                Some(GNUTLS_SAN_OTHERNAME_MSUSERPRINCIPAL)
            }
            _ => None,
        }
    }
}

/// GeneralNames: the content of the two alternative-name extensions.
pub fn general_names(value: &[u8]) -> Result<Vec<GeneralName<'_>>> {
    read_names(der::whole(value, der::SEQUENCE)?.open())
}

fn read_names(mut r: Reader<'_>) -> Result<Vec<GeneralName<'_>>> {
    let mut out = Vec::new();
    while !r.is_empty() {
        out.push(GeneralName::read(&mut r)?);
    }
    Ok(out)
}

/// Are these GeneralNames that a certificate may hold? A name that is empty, or of a kind that nobody compares, is none.
pub fn check_names(value: &[u8]) -> Result<()> {
    let der_error = |_| GNUTLS_E_ASN1_DER_ERROR;
    if value.is_empty() {
        return err(GNUTLS_E_ASN1_DER_ERROR);
    }
    let mut names = der::whole(value, der::SEQUENCE)?.open();
    while !names.is_empty() {
        let raw = names;
        let e = names.any()?;
        match e.tag {
            0x81 | 0x82 | 0x86 | 0x87 if e.value.is_empty() => return err(GNUTLS_E_X509_UNKNOWN_SAN),
            0x81 | 0x82 | 0x86 | 0x87 => {}
            0xa0 => {
                GeneralName::read(&mut { raw })?;
            }
            0xa4 => name::check(der::whole(e.value, der::SEQUENCE).map_err(der_error)?.raw)?,
            0x88 if oid::to_text(e.value).is_some() => {}
            _ => return err(GNUTLS_E_ASN1_DER_ERROR),
        }
    }
    Ok(())
}

/// The key usage bits as GnuTLS numbers them (`GNUTLS_KEY_*`).
pub fn key_usage(value: &[u8]) -> Result<u32> {
    bits(der::whole(value, der::BIT_STRING)?.value)
}

/// The key's identifier, which has at least one byte.
pub fn subject_key_id(value: &[u8]) -> Result<&[u8]> {
    key_id(der::whole(value, der::OCTET_STRING)?.value)
}

fn key_id(id: &[u8]) -> Result<&[u8]> {
    if id.is_empty() { err(GNUTLS_E_ASN1_DER_ERROR) } else { Ok(id) }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BasicConstraints {
    pub ca: bool,
    pub path_len: Option<u32>,
}

pub fn basic_constraints(value: &[u8]) -> Result<BasicConstraints> {
    let mut r = der::whole(value, der::SEQUENCE)?.open();
    let ca = r.peek() == Some(der::BOOLEAN) && r.boolean()?;
    let path_len = match r.is_empty() {
        true => None,
        // Too large for the interface of C, or no number: not without a bound.
        false => match r.small() {
            Ok(n) if n <= i32::MAX as u32 => Some(n),
            Err(e) if e.code() == GNUTLS_E_ASN1_TAG_ERROR => return Err(e),
            _ => return err(GNUTLS_E_ASN1_GENERIC_ERROR),
        },
    };
    r.finish()?;
    Ok(BasicConstraints { ca, path_len })
}

#[derive(Clone, Debug, Default)]
pub struct NameConstraints<'a> {
    pub permitted: Vec<GeneralName<'a>>,
    pub excluded: Vec<GeneralName<'a>>,
}

/// Reads name constraints. Subtrees of kinds that are not compared, or that hold what no name is compared with, are an
/// error: whoever passes over one lets through what it forbids.
pub fn name_constraints(value: &[u8]) -> Result<NameConstraints<'_>> {
    let mut r = der::whole(value, der::SEQUENCE)?.open();
    let mut out = NameConstraints::default();
    for (tag, list) in [(0, &mut out.permitted), (1, &mut out.excluded)] {
        if let Some(e) = r.optional(der::context_constructed(tag))? {
            let mut trees = e.open();
            while !trees.is_empty() {
                list.push(subtree(trees.sequence()?)?);
            }
        }
    }
    r.finish()?;
    Ok(out)
}

/// GeneralSubtree: the base; minimum and maximum have no meaning (RFC 5280 section 4.2.1.10).
fn subtree(mut r: Reader<'_>) -> Result<GeneralName<'_>> {
    let base = GeneralName::read(&mut r).map_err(|_| GNUTLS_E_ASN1_DER_ERROR)?;
    r.optional(der::context(0))?;
    r.optional(der::context(1))?;
    r.finish()?;
    match base {
        GeneralName::Ip(range) => check_range(range)?,
        GeneralName::Other { .. } | GeneralName::Registered(_) => return err(GNUTLS_E_X509_UNKNOWN_SAN),
        GeneralName::Unknown(_) => return err(GNUTLS_E_ASN1_DER_ERROR),
        _ => {}
    }
    Ok(base)
}

/// An address with its mask, whose ones all stand before its zeros (RFC 4632 section 3.1).
pub fn check_range(range: &[u8]) -> Result<()> {
    if !matches!(range.len(), 8 | 32) {
        return err(GNUTLS_E_ILLEGAL_PARAMETER);
    }
    let mask = &range[range.len() / 2..];
    let ones: u32 = mask.iter().map(|b| b.count_ones()).sum();
    let leading: u32 = mask.iter().map(|b| b.leading_ones()).take_while(|&n| n == 8).sum();
    let edge = mask.get(leading as usize / 8).map_or(0, |b| b.leading_ones());
    if ones == leading + edge { Ok(()) } else { err(GNUTLS_E_MALFORMED_CIDR) }
}

#[derive(Clone, Debug, Default)]
pub struct AuthorityKeyId<'a> {
    pub key_id: Option<&'a [u8]>,
    pub issuer: Vec<GeneralName<'a>>,
    pub serial: Option<&'a [u8]>,
}

pub fn authority_key_id(value: &[u8]) -> Result<AuthorityKeyId<'_>> {
    let mut r = der::whole(value, der::SEQUENCE)?.open();
    let key_id = r.optional(der::context(0))?.map(|e| key_id(e.value)).transpose()?;
    let issuer = match r.optional(der::context_constructed(1))? {
        Some(e) => read_names(e.open())?,
        None => Vec::new(),
    };
    let serial = r.optional(der::context(2))?.map(|e| e.value);
    r.finish()?;
    Ok(AuthorityKeyId { key_id, issuer, serial })
}

/// The serial number of the issuer's certificate, if it is given, without the names before it being read.
pub fn authority_serial(value: &[u8]) -> Result<Option<&[u8]>> {
    let mut r = der::whole(value, der::SEQUENCE)?.open();
    r.optional(der::context(0))?;
    r.optional(der::context_constructed(1))?;
    let serial = r.optional(der::context(2))?.map(|e| e.value);
    r.finish()?;
    Ok(serial)
}

/// An OBJECT IDENTIFIER that has a text: one that has none is not passed over.
pub fn identifier<'a>(r: &mut Reader<'a>) -> Result<&'a [u8]> {
    let id = r.oid()?;
    if oid::is_sound(id) { Ok(id) } else { err(GNUTLS_E_ASN1_DER_ERROR) }
}

pub fn key_purposes(value: &[u8]) -> Result<Vec<&[u8]>> {
    let mut r = der::whole(value, der::SEQUENCE)?.open();
    let mut out = Vec::new();
    while !r.is_empty() {
        out.push(identifier(&mut r)?);
    }
    Ok(out)
}

/// A qualifier of a policy: a URI, or the text of a notice with its tag.
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

pub fn policies(value: &[u8]) -> Result<Vec<Policy<'_>>> {
    let mut r = der::whole(value, der::SEQUENCE)?.open();
    let mut out = Vec::new();
    while !r.is_empty() {
        out.push(policy(&mut r)?);
    }
    Ok(out)
}

/// One PolicyInformation. A wrong tag within is no other code than the rest of what is wrong.
pub fn policy<'a>(r: &mut Reader<'a>) -> Result<Policy<'a>> {
    policy_information(r).map_err(|e| match e.code() {
        GNUTLS_E_ASN1_TAG_ERROR => GNUTLS_E_ASN1_DER_ERROR.into(),
        _ => e,
    })
}

fn policy_information<'a>(r: &mut Reader<'a>) -> Result<Policy<'a>> {
    let mut p = r.sequence()?;
    let oid = identifier(&mut p)?;
    let mut qualifiers = Vec::new();
    if !p.is_empty() {
        let mut list = p.sequence()?;
        while !list.is_empty() {
            let mut q = list.sequence()?;
            qualifiers.push(match identifier(&mut q)? {
                oid::QUALIFIER_URI => Qualifier::Uri(q.expect(der::IA5_STRING)?.value),
                oid::QUALIFIER_NOTICE => notice(q.sequence().map_err(|_| GNUTLS_E_PARSING_ERROR)?)?,
                _ => Qualifier::Unknown,
            });
        }
    }
    Ok(Policy { oid, qualifiers })
}

/// UserNotice: the explicit text stands behind an optional reference.
fn notice(mut r: Reader<'_>) -> Result<Qualifier<'_>> {
    r.optional(der::SEQUENCE)?;
    if r.is_empty() {
        return Ok(Qualifier::Unknown);
    }
    let text = r.any()?;
    if name::plain_text(&text).is_none() { err(GNUTLS_E_PARSING_ERROR) } else { Ok(Qualifier::Notice(text)) }
}

/// The method of access, and where.
#[derive(Clone, Copy, Debug)]
pub struct Access<'a> {
    pub method: &'a [u8],
    pub location: GeneralName<'a>,
}

pub fn authority_info_access(value: &[u8]) -> Result<Vec<Access<'_>>> {
    let mut r = der::whole(value, der::SEQUENCE)?.open();
    let mut out = Vec::new();
    while !r.is_empty() {
        out.push(access(&mut r)?);
    }
    Ok(out)
}

/// One AccessDescription.
pub fn access<'a>(r: &mut Reader<'a>) -> Result<Access<'a>> {
    let mut a = r.sequence()?;
    Ok(Access { method: identifier(&mut a)?, location: GeneralName::read(&mut a)? })
}

/// One name of a CRL distribution point, with the reasons it covers (`GNUTLS_CRL_REASON_*` bits, 0 without).
#[derive(Clone, Copy, Debug)]
pub struct DistributionPoint<'a> {
    pub name: GeneralName<'a>,
    pub reasons: u32,
}

pub fn crl_distribution_points(value: &[u8]) -> Result<Vec<DistributionPoint<'_>>> {
    let mut r = der::whole(value, der::SEQUENCE)?.open();
    let mut out = Vec::new();
    while !r.is_empty() {
        let (names, reasons) = distribution_point(&mut r)?;
        out.extend(read_names(names)?.into_iter().map(|name| DistributionPoint { name, reasons }));
    }
    Ok(out)
}

/// One DistributionPoint: its full names, and the reasons.
pub fn distribution_point<'a>(r: &mut Reader<'a>) -> Result<(Reader<'a>, u32)> {
    let mut point = r.sequence()?;
    let mut names = Reader::new(&[]);
    if let Some(name) = point.optional(der::context_constructed(0))?
        && let Some(full) = name.open().optional(der::context_constructed(0))?
    {
        names = full.open();
    }
    let reasons = match point.optional(der::context(1))? {
        Some(e) => bits(e.value)?,
        None => 0,
    };
    Ok((names, reasons))
}

/// Up to sixteen bits of a BIT STRING's content as GnuTLS numbers them.
fn bits(value: &[u8]) -> Result<u32> {
    match value {
        [0] => Ok(0),
        [0..=7, low] => Ok(u32::from(*low)),
        [0..=7, low, high] => Ok(u32::from(*low) | u32::from(*high) << 8),
        [0..=7, _, _, ..] => err(GNUTLS_E_SHORT_MEMORY_BUFFER),
        _ => err(GNUTLS_E_ASN1_DER_ERROR),
    }
}

/// The features of RFC 7633: TLS extension numbers.
pub fn tls_features(value: &[u8]) -> Result<Vec<u32>> {
    let mut r = der::whole(value, der::SEQUENCE)?.open();
    let mut out = Vec::new();
    while !r.is_empty() {
        match r.small()? {
            feature @ 0..=0xffff => out.push(feature),
            _ => return err(GNUTLS_E_CERTIFICATE_ERROR),
        }
    }
    Ok(out)
}

/// Can this extension be read? `None` for one that path validation does not know.
pub fn is_readable(e: &Extension<'_>) -> Option<bool> {
    Some(match e.oid {
        oid::BASIC_CONSTRAINTS => basic_constraints(e.value).is_ok(),
        oid::KEY_USAGE => key_usage(e.value).is_ok(),
        oid::SUBJECT_ALT_NAME | oid::ISSUER_ALT_NAME => general_names(e.value).is_ok(),
        oid::EXTENDED_KEY_USAGE => key_purposes(e.value).is_ok(),
        oid::NAME_CONSTRAINTS => name_constraints(e.value).is_ok(),
        oid::AUTHORITY_KEY_ID => authority_key_id(e.value).is_ok(),
        oid::SUBJECT_KEY_ID => der::whole(e.value, der::OCTET_STRING).is_ok(),
        oid::CRL_DISTRIBUTION_POINTS => crl_distribution_points(e.value).is_ok(),
        oid::CERTIFICATE_POLICIES => policies(e.value).is_ok(),
        oid::INHIBIT_ANY_POLICY => der::whole(e.value, der::INTEGER).is_ok(),
        oid::AUTHORITY_INFO_ACCESS => authority_info_access(e.value).is_ok(),
        oid::PROXY_CERT_INFO => proxy(e.value).is_ok(),
        oid::TLS_FEATURES => tls_features(e.value).is_ok(),
        _ => return None,
    })
}

/// PrivateKeyUsagePeriod (RFC 3280 section 4.2.1.4): activation and expiration.
pub fn private_key_usage_period(value: &[u8]) -> Result<(Option<i64>, Option<i64>)> {
    let mut r = der::whole(value, der::SEQUENCE)?.open();
    let mut time = |tag| -> Result<Option<i64>> {
        match r.optional(der::context(tag))? {
            Some(e) => der::time_of(&Element { tag: der::GENERALIZED_TIME, ..e }).map(Some),
            None => Ok(None),
        }
    };
    Ok((time(0)?, time(1)?))
}

/// ProxyCertInfo (RFC 3820): path length, policy language, policy.
pub struct Proxy<'a> {
    pub path_len: Option<u32>,
    pub language: &'a [u8],
    pub policy: Option<&'a [u8]>,
}

pub fn proxy(value: &[u8]) -> Result<Proxy<'_>> {
    let mut r = der::whole(value, der::SEQUENCE)?.open();
    let path_len = if r.peek() == Some(der::INTEGER) { Some(r.small()?) } else { None };
    let mut p = r.sequence()?;
    let language = identifier(&mut p)?;
    let policy = if p.is_empty() { None } else { Some(p.octet_string()?) };
    Ok(Proxy { path_len, language, policy })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_path_validation_can_read() {
        fn readable(oid: &[u8], value: &[u8]) -> Option<bool> {
            is_readable(&Extension { oid, critical: true, value })
        }
        for (oid, good, bad) in [
            (oid::BASIC_CONSTRAINTS, &b"\x30\x03\x01\x01\xff"[..], &b"\x30\x03\x01\x02\xff"[..]),
            (oid::KEY_USAGE, b"\x03\x02\x01\x06", b"\x03\x02\x09\x06"),
            (oid::SUBJECT_ALT_NAME, b"\x30\x03\x82\x01a", b"\x30\x03\x82\x02a"),
            (oid::EXTENDED_KEY_USAGE, b"\x30\x05\x06\x03\x2a\x03\x04", b"\x30\x02\x05\x00"),
            (
                oid::NAME_CONSTRAINTS,
                b"\x30\x07\xa0\x05\x30\x03\x82\x01a",
                b"\x30\x07\xa0\x05\x30\x03\xa5\x01a",
            ),
            (oid::AUTHORITY_KEY_ID, b"\x30\x03\x80\x01a", b"\x30\x02\x05\x00"),
            (oid::SUBJECT_KEY_ID, b"\x04\x01a", b"\x04\x01ab"),
            (oid::CERTIFICATE_POLICIES, b"\x30\x07\x30\x05\x06\x03\x2a\x03\x04", b"\x30\x02\x05\x00"),
            (oid::INHIBIT_ANY_POLICY, b"\x02\x01\x05", b"\x30\x00"),
            (oid::TLS_FEATURES, b"\x30\x03\x02\x01\x05", b"\x30\x05\x02\x03\x01\x11\x70"),
        ] {
            assert_eq!((readable(oid, good), readable(oid, bad)), (Some(true), Some(false)), "{oid:?}");
            assert_eq!(
                (readable(oid, b""), readable(oid, &[good, &[5, 0]].concat())),
                (Some(false), Some(false))
            );
        }
        assert_eq!(readable(&[0x2a, 3], b"\x05\x00"), None);
    }

    // The installed library's answers to the import of a certificate with these alternative names.
    #[test]
    fn names_of_a_certificate() {
        for (value, code) in [
            (&b"\x30\x00"[..], 0),
            (b"\x30\x05\x82\x03a.b", 0),
            (b"\x30\x04\xa4\x02\x30\x00", 0),
            (b"\x30\x07\x87\x0512345", 0),
            (b"", GNUTLS_E_ASN1_DER_ERROR),
            (b"\x02\x01\x00", GNUTLS_E_ASN1_TAG_ERROR),
            (b"\x30\x02\x82\x00", GNUTLS_E_X509_UNKNOWN_SAN),
            (b"\x30\x02\x87\x00", GNUTLS_E_X509_UNKNOWN_SAN),
            (b"\x30\x02\xa3\x00", GNUTLS_E_ASN1_DER_ERROR),
            (b"\x30\x03\x89\x01x", GNUTLS_E_ASN1_DER_ERROR),
            (b"\x30\x03\xa2\x01x", GNUTLS_E_ASN1_DER_ERROR),
            (b"\x30\x04\xa0\x02\x05\x00", GNUTLS_E_ASN1_TAG_ERROR),
            (b"\x30\x02\xa4\x00", GNUTLS_E_ASN1_DER_ERROR),
            (b"\x30\x06\xa4\x04\x30\x02\x05\x00", GNUTLS_E_ASN1_TAG_ERROR),
            (b"\x30\x02\x88\x00", GNUTLS_E_ASN1_DER_ERROR),
        ] {
            assert_eq!(check_names(value).err().map_or(0, |e| e.code()), code, "{value:x?}");
        }
    }
}
