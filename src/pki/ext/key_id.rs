//! SubjectKeyIdentifier and AuthorityKeyIdentifier (RFC 5280 sections 4.2.1.1 and 4.2.1.2).
use super::general_name;
use super::general_name::GeneralName;
use crate::abi::*;
use crate::asn1::der::{self, Write as _};
use crate::error::{Result, err};

/// Reads a subject key identifier, which must not be empty.
pub fn read_subject(value: &[u8]) -> Result<&[u8]> {
    key_id(der::whole(value, der::OCTET_STRING)?.value)
}

fn key_id(id: &[u8]) -> Result<&[u8]> {
    if id.is_empty() { err(GNUTLS_E_ASN1_DER_ERROR) } else { Ok(id) }
}

#[derive(Clone, Debug, Default)]
pub struct AuthorityKeyId<'a> {
    pub key_id: Option<&'a [u8]>,
    pub issuer: Vec<GeneralName<'a>>,
    pub serial: Option<&'a [u8]>,
}

pub fn read_authority(value: &[u8]) -> Result<AuthorityKeyId<'_>> {
    let mut r = der::whole(value, der::SEQUENCE)?.open();
    let key_id = r.optional(der::context(0))?.map(|e| key_id(e.value)).transpose()?;
    let issuer = match r.optional(der::context_constructed(1))? {
        Some(e) => general_name::read_all(e.open())?,
        None => Vec::new(),
    };
    let serial = r.optional(der::context(2))?.map(|e| e.value);
    r.finish()?;
    Ok(AuthorityKeyId { key_id, issuer, serial })
}

/// The serial number of the issuer's certificate, if present. The names before it are not validated.
pub fn authority_serial(value: &[u8]) -> Result<Option<&[u8]>> {
    let mut r = der::whole(value, der::SEQUENCE)?.open();
    r.optional(der::context(0))?;
    r.optional(der::context_constructed(1))?;
    let serial = r.optional(der::context(2))?.map(|e| e.value);
    r.finish()?;
    Ok(serial)
}

/// Encodes an AuthorityKeyIdentifier. `issuer` are concatenated encoded GeneralNames.
pub fn write_authority(key_id: Option<&[u8]>, issuer: &[u8], serial: Option<&[u8]>) -> Vec<u8> {
    let mut out = Vec::new();
    out.nested(der::SEQUENCE, |w| {
        if let Some(id) = key_id {
            w.element(der::context(0), id);
        }
        if !issuer.is_empty() {
            w.element(der::context_constructed(1), issuer);
        }
        if let Some(serial) = serial {
            w.element(der::context(2), serial);
        }
    });
    out
}
