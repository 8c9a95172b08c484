//! The contents of certificate extensions (RFC 5280 section 4.2), read when asked for.
use crate::abi::*;
use crate::asn1::der::{self, Element, Reader};
use crate::asn1::oid;
use crate::error::{Result, err};

/// A GeneralName; the bytes are those of the certificate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
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
                let oid = other.oid()?;
                let value = other.expect(der::context_constructed(0))?.value;
                GeneralName::Other { oid, value }
            }
            0x81 => GeneralName::Email(e.value),
            0x82 => GeneralName::Dns(e.value),
            0xa4 => GeneralName::Directory(e.open().expect(der::SEQUENCE)?.raw),
            0x86 => GeneralName::Uri(e.value),
            0x87 => GeneralName::Ip(e.value),
            0x88 => GeneralName::Registered(e.value),
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

/// The key usage bits as GnuTLS numbers them (`GNUTLS_KEY_*`).
pub fn key_usage(value: &[u8]) -> Result<u32> {
    bits(der::whole(value, der::BIT_STRING)?.value)
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BasicConstraints {
    pub ca: bool,
    pub path_len: Option<u32>,
}

pub fn basic_constraints(value: &[u8]) -> Result<BasicConstraints> {
    let mut r = der::whole(value, der::SEQUENCE)?.open();
    let ca = r.peek() == Some(der::BOOLEAN) && r.boolean()?;
    let path_len = if r.is_empty() { None } else { Some(r.small()?) };
    r.finish()?;
    Ok(BasicConstraints { ca, path_len })
}

#[derive(Clone, Debug, Default)]
pub struct NameConstraints<'a> {
    pub permitted: Vec<GeneralName<'a>>,
    pub excluded: Vec<GeneralName<'a>>,
}

pub fn name_constraints(value: &[u8]) -> Result<NameConstraints<'_>> {
    let mut r = der::whole(value, der::SEQUENCE)?.open();
    let mut out = NameConstraints::default();
    for (tag, list) in [(0, &mut out.permitted), (1, &mut out.excluded)] {
        if let Some(e) = r.optional(der::context_constructed(tag))? {
            let mut trees = e.open();
            while !trees.is_empty() {
                list.push(GeneralName::read(&mut trees.sequence()?)?);
            }
        }
    }
    r.finish()?;
    Ok(out)
}

#[derive(Clone, Debug, Default)]
pub struct AuthorityKeyId<'a> {
    pub key_id: Option<&'a [u8]>,
    pub issuer: Vec<GeneralName<'a>>,
    pub serial: Option<&'a [u8]>,
}

pub fn authority_key_id(value: &[u8]) -> Result<AuthorityKeyId<'_>> {
    let mut r = der::whole(value, der::SEQUENCE)?.open();
    let key_id = r.optional(der::context(0))?.map(|e| e.value);
    let issuer = match r.optional(der::context_constructed(1))? {
        Some(e) => read_names(e.open())?,
        None => Vec::new(),
    };
    let serial = r.optional(der::context(2))?.map(|e| e.value);
    r.finish()?;
    Ok(AuthorityKeyId { key_id, issuer, serial })
}

pub fn key_purposes(value: &[u8]) -> Result<Vec<&[u8]>> {
    let mut r = der::whole(value, der::SEQUENCE)?.open();
    let mut out = Vec::new();
    while !r.is_empty() {
        out.push(r.oid()?);
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

/// One PolicyInformation.
pub fn policy<'a>(r: &mut Reader<'a>) -> Result<Policy<'a>> {
    let mut p = r.sequence()?;
    let oid = p.oid()?;
    let mut qualifiers = Vec::new();
    if !p.is_empty() {
        let mut list = p.sequence()?;
        while !list.is_empty() {
            let mut q = list.sequence()?;
            qualifiers.push(match q.oid()? {
                oid::QUALIFIER_URI => Qualifier::Uri(q.expect(der::IA5_STRING)?.value),
                oid::QUALIFIER_NOTICE => notice(q.sequence()?)?,
                _ => Qualifier::Unknown,
            });
        }
    }
    Ok(Policy { oid, qualifiers })
}

/// UserNotice: the explicit text stands behind an optional reference.
fn notice(mut r: Reader<'_>) -> Result<Qualifier<'_>> {
    r.optional(der::SEQUENCE)?;
    Ok(if r.is_empty() { Qualifier::Unknown } else { Qualifier::Notice(r.any()?) })
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
    Ok(Access { method: a.oid()?, location: GeneralName::read(&mut a)? })
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
    if let Some(name) = point.optional(der::context_constructed(0))? {
        if let Some(full) = name.open().optional(der::context_constructed(0))? {
            names = full.open();
        }
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
        [] => err(GNUTLS_E_ASN1_DER_ERROR),
        [_] => Ok(0),
        [_, low] => Ok(u32::from(*low)),
        [_, low, high, ..] => Ok(u32::from(*low) | u32::from(*high) << 8),
    }
}

/// The features of RFC 7633: TLS extension numbers.
pub fn tls_features(value: &[u8]) -> Result<Vec<u32>> {
    let mut r = der::whole(value, der::SEQUENCE)?.open();
    let mut out = Vec::new();
    while !r.is_empty() {
        out.push(r.small()?);
    }
    Ok(out)
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
    let language = p.oid()?;
    let policy = if p.is_empty() { None } else { Some(p.octet_string()?) };
    Ok(Proxy { path_len, language, policy })
}
