//! BasicConstraints (RFC 5280 section 4.2.1.9).
use crate::abi::*;
use crate::asn1::der::{self, Write as _};
use crate::error::{Result, err};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BasicConstraints {
    pub ca: bool,
    pub path_len: Option<u32>,
}

pub fn read(value: &[u8]) -> Result<BasicConstraints> {
    let mut r = der::whole(value, der::SEQUENCE)?.open();
    let ca = r.peek() == Some(der::BOOLEAN) && r.boolean()?;
    let path_len = match r.is_empty() {
        true => None,
        // An invalid number, or one too large for a C int, is an error: it must not mean that there is no
        // limit.
        false => match r.small() {
            Ok(n) if n <= i32::MAX as u32 => Some(n),
            Err(e) if e.code() == GNUTLS_E_ASN1_TAG_ERROR => return Err(e),
            _ => return err(GNUTLS_E_ASN1_GENERIC_ERROR),
        },
    };
    r.finish()?;
    Ok(BasicConstraints { ca, path_len })
}

pub fn write(ca: bool, path_len: Option<u32>) -> Vec<u8> {
    let mut out = Vec::new();
    out.nested(der::SEQUENCE, |w| {
        if ca {
            w.element(der::BOOLEAN, &[0xff]);
        }
        if let Some(n) = path_len {
            w.unsigned(&n.to_be_bytes());
        }
    });
    out
}
