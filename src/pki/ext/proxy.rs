//! ProxyCertInfo (RFC 3820).
use super::values;
use crate::asn1::der::{self, Write as _};
use crate::error::Result;

/// ProxyCertInfo (RFC 3820): path length, policy language, policy.
pub struct Proxy<'a> {
    pub path_len: Option<u32>,
    pub language: &'a [u8],
    pub policy: Option<&'a [u8]>,
}

pub fn read(value: &[u8]) -> Result<Proxy<'_>> {
    let mut r = der::whole(value, der::SEQUENCE)?.open();
    let path_len = if r.peek() == Some(der::INTEGER) { Some(r.small()?) } else { None };
    let mut p = r.sequence()?;
    let language = values::read_oid(&mut p)?;
    let policy = if p.is_empty() { None } else { Some(p.octet_string()?) };
    Ok(Proxy { path_len, language, policy })
}

/// Encodes ProxyCertInfo (RFC 3820 section 3.8).
pub fn write(path_len: Option<u32>, language: &[u8], policy: Option<&[u8]>) -> Vec<u8> {
    let mut out = Vec::new();
    out.nested(der::SEQUENCE, |w| {
        if let Some(n) = path_len {
            w.unsigned(&n.to_be_bytes());
        }
        w.nested(der::SEQUENCE, |w| {
            w.oid(language);
            if let Some(policy) = policy {
                w.element(der::OCTET_STRING, policy);
            }
        });
    });
    out
}
