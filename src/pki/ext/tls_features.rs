//! TLS features (RFC 7633).
use crate::abi::*;
use crate::asn1::der::{self, Write as _};
use crate::error::{Result, err};

/// Reads the TLS features, which are TLS extension numbers.
pub fn read(value: &[u8]) -> Result<Vec<u32>> {
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

pub fn write(features: &[u32]) -> Vec<u8> {
    let mut out = Vec::new();
    out.nested(der::SEQUENCE, |w| features.iter().for_each(|f| w.unsigned(&f.to_be_bytes())));
    out
}
