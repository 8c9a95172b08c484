//! A certificate as lines of the log name it: subject, issuer and serial number.
use core::fmt;

use crate::abi::*;
use crate::log::{Hex, Text};
use crate::pki::cert::Certificate;
use crate::pki::name::{self, Order};

/// Names a certificate. Names that cannot be read are told so.
pub struct Described<'a>(pub &'a Certificate);

impl fmt::Display for Described<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Described(cert) = self;
        write!(
            f,
            "subject \"{}\", issuer \"{}\", serial {}",
            NameText(cert.subject()),
            NameText(cert.issuer()),
            Hex(&cert.serial()[..cert.serial().len().min(32)])
        )
    }
}

/// An encoded Name as text.
pub struct NameText<'a>(pub &'a [u8]);

impl fmt::Display for NameText<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match name::to_text(self.0, Order::Rfc4514) {
            Ok(text) => write!(f, "{}", Text(&text)),
            Err(e) if e.code() == GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE => f.write_str("(empty)"),
            Err(_) => f.write_str("(not readable)"),
        }
    }
}
