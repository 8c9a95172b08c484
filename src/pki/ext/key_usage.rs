//! KeyUsage (RFC 5280 section 4.2.1.3) and PrivateKeyUsagePeriod (RFC 3280 section 4.2.1.4).
use super::values;
use crate::alg::flags::KeyUsage;
use crate::asn1::der::{self, Element, Write as _};
use crate::error::Result;

/// Reads KeyUsage.
pub fn read(value: &[u8]) -> Result<KeyUsage> {
    values::read_named_bits(der::whole(value, der::BIT_STRING)?.value).map(KeyUsage::from_bits_retain)
}

/// Reads PrivateKeyUsagePeriod (RFC 3280 section 4.2.1.4): activation and expiration.
pub fn read_period(value: &[u8]) -> Result<(Option<i64>, Option<i64>)> {
    let mut r = der::whole(value, der::SEQUENCE)?.open();
    let mut time = |tag| -> Result<Option<i64>> {
        match r.optional(der::context(tag))? {
            Some(e) => der::time_of(&Element { tag: der::GENERALIZED_TIME, ..e }).map(Some),
            None => Ok(None),
        }
    };
    Ok((time(0)?, time(1)?))
}

/// Encodes KeyUsage.
pub fn write(usage: KeyUsage) -> Vec<u8> {
    let usage = usage.bits();
    let mut out = Vec::new();
    out.element(der::BIT_STRING, &values::write_named_bits(&[usage as u8, (usage >> 8) as u8 & 0x80]));
    out
}

/// PrivateKeyUsagePeriod (RFC 3280 section 4.2.1.4).
pub fn write_period(activation: i64, expiration: i64) -> Result<Vec<u8>> {
    let (from, to) = (der::generalized_time(activation)?, der::generalized_time(expiration)?);
    let mut out = Vec::new();
    out.nested(der::SEQUENCE, |w| {
        w.element(der::context(0), &from);
        w.element(der::context(1), &to);
    });
    Ok(out)
}
