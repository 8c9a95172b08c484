//! CRLDistributionPoints (RFC 5280 section 4.2.1.13).
use super::general_name::GeneralName;
use super::{general_name, values};
use crate::asn1::der::{self, Reader, Write as _};
use crate::error::Result;

/// One name of a CRL distribution point, with the reasons it covers (`GNUTLS_CRL_REASON_*` bits, 0 if there
/// are none).
#[derive(Clone, Copy, Debug)]
pub struct DistributionPoint<'a> {
    pub name: GeneralName<'a>,
    pub reasons: u32,
}

pub fn read(value: &[u8]) -> Result<Vec<DistributionPoint<'_>>> {
    let mut r = der::whole(value, der::SEQUENCE)?.open();
    let mut out = Vec::new();
    while !r.is_empty() {
        let (names, reasons) = read_one(&mut r)?;
        out.extend(
            general_name::read_all(names)?.into_iter().map(|name| DistributionPoint { name, reasons }),
        );
    }
    Ok(out)
}

/// Reads one DistributionPoint: its full names and the reasons.
pub fn read_one<'a>(r: &mut Reader<'a>) -> Result<(Reader<'a>, u32)> {
    let mut point = r.sequence()?;
    let mut names = Reader::new(&[]);
    if let Some(name) = point.optional(der::context_constructed(0))?
        && let Some(full) = name.open().optional(der::context_constructed(0))?
    {
        names = full.open();
    }
    let reasons = match point.optional(der::context(1))? {
        Some(e) => values::read_named_bits(e.value)?,
        None => 0,
    };
    Ok((names, reasons))
}

/// The name of a distribution point.
#[derive(Clone, Debug)]
pub enum PointName<'a> {
    Full(Vec<GeneralName<'a>>),
    /// The content of a relative name, which belongs behind the name of the CRL's issuer.
    Relative(&'a [u8]),
}

impl<'a> PointName<'a> {
    /// Reads DistributionPointName.
    pub(super) fn read(mut r: Reader<'a>) -> Result<PointName<'a>> {
        let name = match r.optional(der::context_constructed(0))? {
            Some(full) => PointName::Full(general_name::read_all(full.open())?),
            None => PointName::Relative(r.expect(der::context_constructed(1))?.value),
        };
        r.finish()?;
        Ok(name)
    }
}

/// A distribution point as path validation uses it.
#[derive(Clone, Debug, Default)]
pub struct Point<'a> {
    pub name: Option<PointName<'a>>,
    /// `GNUTLS_CRL_REASON_*` bits; `None` for all reasons.
    pub reasons: Option<u32>,
    /// The issuer of the CRL, if it is not the certificate's; else empty.
    pub crl_issuer: Vec<GeneralName<'a>>,
}

pub fn read_points(value: &[u8]) -> Result<Vec<Point<'_>>> {
    let mut r = der::whole(value, der::SEQUENCE)?.open();
    let mut out = Vec::new();
    while !r.is_empty() {
        let mut point = r.sequence()?;
        let name =
            point.optional(der::context_constructed(0))?.map(|e| PointName::read(e.open())).transpose()?;
        let reasons =
            point.optional(der::context(1))?.map(|e| values::read_named_bits(e.value)).transpose()?;
        let issuer = point.optional(der::context_constructed(2))?;
        let crl_issuer = issuer.map_or(Ok(Vec::new()), |e| general_name::read_all(e.open()))?;
        point.finish()?;
        out.push(Point { name, reasons, crl_issuer });
    }
    Ok(out)
}

/// Encodes CRLDistributionPoints from encoded names with their reasons. Consecutive names with the same
/// reasons share a DistributionPoint.
pub fn write(named: &[(Vec<u8>, u32)]) -> Vec<u8> {
    let same = named.chunk_by(|a, b| a.1 == b.1);
    let point = |group: &[(Vec<u8>, u32)]| {
        write_one(&group.iter().flat_map(|(name, _)| name.iter().copied()).collect::<Vec<_>>(), group[0].1)
    };
    values::sequence(&[&same.map(point).collect::<Vec<_>>().concat()])
}

/// Encodes one DistributionPoint. `names` are concatenated encoded GeneralNames, `reasons` are
/// `GNUTLS_CRL_REASON_*` bits.
pub fn write_one(names: &[u8], reasons: u32) -> Vec<u8> {
    let mut out = Vec::new();
    out.nested(der::SEQUENCE, |w| {
        w.nested(der::context_constructed(0), |w| w.element(der::context_constructed(0), names));
        if reasons != 0 {
            w.element(
                der::context(1),
                &values::write_named_bits(&[reasons as u8, (reasons >> 8) as u8 & 0x80]),
            );
        }
    });
    out
}
