//! ExtKeyUsageSyntax (RFC 5280 section 4.2.1.12).
use super::values;
use crate::asn1::der;
use crate::error::Result;

pub fn read(value: &[u8]) -> Result<Vec<&[u8]>> {
    let mut r = der::whole(value, der::SEQUENCE)?.open();
    let mut out = Vec::new();
    while !r.is_empty() {
        out.push(values::read_oid(&mut r)?);
    }
    Ok(out)
}
