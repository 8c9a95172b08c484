//! AuthorityInfoAccess (RFC 5280 section 4.2.2.1).
use super::general_name::GeneralName;
use super::values;
use crate::asn1::der::{self, Reader, Write as _};
use crate::error::Result;

/// The access method and location.
#[derive(Clone, Copy, Debug)]
pub struct Access<'a> {
    pub method: &'a [u8],
    pub location: GeneralName<'a>,
}

pub fn read(value: &[u8]) -> Result<Vec<Access<'_>>> {
    let mut r = der::whole(value, der::SEQUENCE)?.open();
    let mut out = Vec::new();
    while !r.is_empty() {
        out.push(read_one(&mut r)?);
    }
    Ok(out)
}

/// Reads one AccessDescription.
pub fn read_one<'a>(r: &mut Reader<'a>) -> Result<Access<'a>> {
    let mut a = r.sequence()?;
    Ok(Access { method: values::read_oid(&mut a)?, location: GeneralName::read(&mut a)? })
}

/// Encodes an AccessDescription with an encoded GeneralName.
pub fn access_description(method: &[u8], location: &[u8]) -> Vec<u8> {
    let mut out = Vec::new();
    out.nested(der::SEQUENCE, |w| {
        w.oid(method);
        w.extend_from_slice(location);
    });
    out
}
