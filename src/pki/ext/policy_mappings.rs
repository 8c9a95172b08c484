//! PolicyMappings (RFC 5280 section 4.2.1.5).
use super::values;
use crate::abi::*;
use crate::asn1::der;
use crate::error::{Result, err};

/// A policy of the issuer's domain and the one of the subject's domain that is equivalent to it.
pub type Mapping<'a> = (&'a [u8], &'a [u8]);

pub fn read(value: &[u8]) -> Result<Vec<Mapping<'_>>> {
    let mut r = der::whole(value, der::SEQUENCE)?.open();
    let mut out = Vec::new();
    while !r.is_empty() {
        let mut pair = r.sequence()?;
        out.push((values::read_oid(&mut pair)?, values::read_oid(&mut pair)?));
        pair.finish()?;
    }
    if out.is_empty() { err(GNUTLS_E_ASN1_DER_ERROR) } else { Ok(out) }
}
