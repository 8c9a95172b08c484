//! IssuingDistributionPoint of a CRL (RFC 5280 section 5.2.5).
use super::dist_points::PointName;
use super::values;
use crate::asn1::der::{self, Reader};
use crate::error::Result;

/// The certificates that a CRL speaks of.
#[derive(Clone, Debug, Default)]
pub struct IssuingDistributionPoint<'a> {
    pub name: Option<PointName<'a>>,
    pub only_user: bool,
    pub only_ca: bool,
    /// `GNUTLS_CRL_REASON_*` bits.
    pub only_reasons: Option<u32>,
    /// Entries may be of other issuers.
    pub indirect: bool,
    pub only_attribute: bool,
}

pub fn read(value: &[u8]) -> Result<IssuingDistributionPoint<'_>> {
    let mut r = der::whole(value, der::SEQUENCE)?.open();
    let name = r.optional(der::context_constructed(0))?.map(|e| PointName::read(e.open())).transpose()?;
    let only_user = flag(&mut r, 1)?;
    let only_ca = flag(&mut r, 2)?;
    let only_reasons = r.optional(der::context(3))?.map(|e| values::read_named_bits(e.value)).transpose()?;
    let indirect = flag(&mut r, 4)?;
    let only_attribute = flag(&mut r, 5)?;
    r.finish()?;
    Ok(IssuingDistributionPoint { name, only_user, only_ca, only_reasons, indirect, only_attribute })
}

fn flag(r: &mut Reader<'_>, tag: u8) -> Result<bool> {
    Ok(r.optional(der::context(tag))?.is_some_and(|e| e.value != [0]))
}
