//! The error type of all layers: a GnuTLS error code and the alert to send to the peer.
use core::fmt;

use crate::abi::*;
use crate::log;

mod alert;
pub mod table;

pub use alert::{AlertDescription, AlertLevel};
pub use table::alert_of;

/// A negative GnuTLS error code. Handshake errors may have an explicit alert; otherwise [`Error::alert`]
/// derives the alert from the code.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Error {
    code: c_int,
    alert: Option<AlertDescription>,
}

pub type Result<T> = core::result::Result<T, Error>;

impl Error {
    pub const fn new(code: c_int) -> Self {
        Error { code, alert: None }
    }

    /// A handshake failure whose alert differs from the code's usual one.
    pub const fn with_alert(code: c_int, alert: AlertDescription) -> Self {
        Error { code, alert: Some(alert) }
    }

    /// The GnuTLS code, always negative.
    pub const fn code(self) -> c_int {
        self.code
    }

    /// Level and description of the alert to send to the peer.
    pub fn alert(self) -> (AlertLevel, AlertDescription) {
        match self.alert {
            Some(alert) => (AlertLevel::FATAL, alert),
            None => alert_of(self.code),
        }
    }

    /// The explicit alert of the error, if it has one.
    pub const fn own_alert(self) -> Option<AlertDescription> {
        self.alert
    }
}

/// The meaning of the code and its name, as in `The request is invalid (GNUTLS_E_INVALID_REQUEST)`.
impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match table::entry(self.code) {
            Some(e) => write!(f, "{} ({})", e.text().trim_end_matches('.'), e.name()),
            None => write!(f, "error {}", self.code),
        }
    }
}

impl log::Described for Error {
    fn code(&self) -> c_int {
        self.code
    }
    fn description(&self) -> String {
        table::entry(self.code).map_or("unknown error", |e| e.text().trim_end_matches('.')).to_string()
    }
}

/// An argument is invalid.
pub const INVALID_REQUEST: Error = Error::new(GNUTLS_E_INVALID_REQUEST);
/// The requested data does not exist.
pub const DATA_NOT_AVAILABLE: Error = Error::new(GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE);
/// An element of an ASN.1 structure is missing.
pub const VALUE_NOT_FOUND: Error = Error::new(GNUTLS_E_ASN1_VALUE_NOT_FOUND);

/// `Err` with a bare code: `return err(GNUTLS_E_INVALID_REQUEST)`.
pub const fn err<T>(code: c_int) -> Result<T> {
    Err(Error::new(code))
}

impl From<c_int> for Error {
    fn from(code: c_int) -> Self {
        Error::new(code)
    }
}
