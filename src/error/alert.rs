//! Alerts (RFC 8446 section 6, RFC 5246 section 7.2).
use core::fmt;

use crate::abi::*;

/// The severity of an alert. An application may send others than these two.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct AlertLevel(pub u8);

impl AlertLevel {
    pub const WARNING: AlertLevel = AlertLevel(GNUTLS_AL_WARNING as u8);
    pub const FATAL: AlertLevel = AlertLevel(GNUTLS_AL_FATAL as u8);
}

/// The meaning of an alert. Unknown numbers from a peer or an application are kept.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct AlertDescription(pub u8);

macro_rules! descriptions {
    ($($name:ident = $value:ident,)*) => {
        impl AlertDescription {
            $(pub const $name: AlertDescription = AlertDescription($value as u8);)*

            /// The RFC's name in upper case; `None` for an unknown number.
            fn name(self) -> Option<&'static str> {
                match self {
                    $(AlertDescription::$name => Some(stringify!($name)),)*
                    _ => None,
                }
            }
        }
    };
}

descriptions! {
    CLOSE_NOTIFY = GNUTLS_A_CLOSE_NOTIFY,
    UNEXPECTED_MESSAGE = GNUTLS_A_UNEXPECTED_MESSAGE,
    BAD_RECORD_MAC = GNUTLS_A_BAD_RECORD_MAC,
    DECRYPTION_FAILED = GNUTLS_A_DECRYPTION_FAILED,
    RECORD_OVERFLOW = GNUTLS_A_RECORD_OVERFLOW,
    DECOMPRESSION_FAILURE = GNUTLS_A_DECOMPRESSION_FAILURE,
    HANDSHAKE_FAILURE = GNUTLS_A_HANDSHAKE_FAILURE,
    SSL3_NO_CERTIFICATE = GNUTLS_A_SSL3_NO_CERTIFICATE,
    BAD_CERTIFICATE = GNUTLS_A_BAD_CERTIFICATE,
    UNSUPPORTED_CERTIFICATE = GNUTLS_A_UNSUPPORTED_CERTIFICATE,
    CERTIFICATE_REVOKED = GNUTLS_A_CERTIFICATE_REVOKED,
    CERTIFICATE_EXPIRED = GNUTLS_A_CERTIFICATE_EXPIRED,
    CERTIFICATE_UNKNOWN = GNUTLS_A_CERTIFICATE_UNKNOWN,
    ILLEGAL_PARAMETER = GNUTLS_A_ILLEGAL_PARAMETER,
    UNKNOWN_CA = GNUTLS_A_UNKNOWN_CA,
    ACCESS_DENIED = GNUTLS_A_ACCESS_DENIED,
    DECODE_ERROR = GNUTLS_A_DECODE_ERROR,
    DECRYPT_ERROR = GNUTLS_A_DECRYPT_ERROR,
    EXPORT_RESTRICTION = GNUTLS_A_EXPORT_RESTRICTION,
    PROTOCOL_VERSION = GNUTLS_A_PROTOCOL_VERSION,
    INSUFFICIENT_SECURITY = GNUTLS_A_INSUFFICIENT_SECURITY,
    INTERNAL_ERROR = GNUTLS_A_INTERNAL_ERROR,
    INAPPROPRIATE_FALLBACK = GNUTLS_A_INAPPROPRIATE_FALLBACK,
    USER_CANCELED = GNUTLS_A_USER_CANCELED,
    NO_RENEGOTIATION = GNUTLS_A_NO_RENEGOTIATION,
    MISSING_EXTENSION = GNUTLS_A_MISSING_EXTENSION,
    UNSUPPORTED_EXTENSION = GNUTLS_A_UNSUPPORTED_EXTENSION,
    CERTIFICATE_UNOBTAINABLE = GNUTLS_A_CERTIFICATE_UNOBTAINABLE,
    UNRECOGNIZED_NAME = GNUTLS_A_UNRECOGNIZED_NAME,
    UNKNOWN_PSK_IDENTITY = GNUTLS_A_UNKNOWN_PSK_IDENTITY,
    CERTIFICATE_REQUIRED = GNUTLS_A_CERTIFICATE_REQUIRED,
    NO_APPLICATION_PROTOCOL = GNUTLS_A_NO_APPLICATION_PROTOCOL,
}

impl fmt::Display for AlertLevel {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            AlertLevel::WARNING => f.write_str("warning"),
            AlertLevel::FATAL => f.write_str("fatal"),
            AlertLevel(number) => write!(f, "level {number}"),
        }
    }
}

/// The RFC's name and the number, as in `handshake_failure (40)`.
impl fmt::Display for AlertDescription {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.name() {
            Some(name) => write!(f, "{} ({})", name.to_ascii_lowercase(), self.0),
            None => write!(f, "unknown alert ({})", self.0),
        }
    }
}

impl AlertDescription {
    /// What it usually means that the peer sends this alert, for the one who has to mend it.
    pub fn usual_cause(self) -> &'static str {
        match self {
            AlertDescription::UNEXPECTED_MESSAGE => "it did not expect our last message in this order",
            AlertDescription::BAD_RECORD_MAC | AlertDescription::DECRYPTION_FAILED => {
                "it could not decrypt our record: the keys differ, or something between the two changed the data"
            }
            AlertDescription::RECORD_OVERFLOW => "our record is longer than it accepts",
            AlertDescription::HANDSHAKE_FAILURE => {
                "it found no version, cipher suite, group, signature scheme or certificate that both sides support, \
                 or it wants a client certificate"
            }
            AlertDescription::BAD_CERTIFICATE => "our certificate is damaged, or its signature is wrong",
            AlertDescription::UNSUPPORTED_CERTIFICATE => "it does not support our type of certificate or key",
            AlertDescription::CERTIFICATE_REVOKED => "our certificate is revoked; use a new one",
            AlertDescription::CERTIFICATE_EXPIRED => {
                "our certificate is not valid at its time; renew it, or correct the peer's clock"
            }
            AlertDescription::CERTIFICATE_UNKNOWN => "it does not accept our certificate",
            AlertDescription::ILLEGAL_PARAMETER => "a value in our last message is not allowed",
            AlertDescription::UNKNOWN_CA => {
                "it does not trust the CA of our certificate, or we did not send the intermediate certificates"
            }
            AlertDescription::ACCESS_DENIED => "our certificate is valid, but has no access",
            AlertDescription::DECODE_ERROR => "it could not read our last message",
            AlertDescription::DECRYPT_ERROR => "a signature or a Finished message of ours is wrong for it",
            AlertDescription::PROTOCOL_VERSION => {
                "it does not support our protocol versions; see VERS- in the priority strings of both sides"
            }
            AlertDescription::INSUFFICIENT_SECURITY => "it wants stronger algorithms than we support",
            AlertDescription::INTERNAL_ERROR => "it failed for a reason of its own; see its log",
            AlertDescription::INAPPROPRIATE_FALLBACK => {
                "we tried again with a lower version although it supports a higher one"
            }
            AlertDescription::USER_CANCELED => "its user ended the handshake",
            AlertDescription::NO_RENEGOTIATION => "it does not renegotiate",
            AlertDescription::MISSING_EXTENSION => "our hello lacks an extension that it needs",
            AlertDescription::UNSUPPORTED_EXTENSION => "our message has an extension that it did not offer",
            AlertDescription::UNRECOGNIZED_NAME => "it has no certificate for the server name that we sent",
            AlertDescription::UNKNOWN_PSK_IDENTITY => "it does not know our PSK or SRP user name",
            AlertDescription::CERTIFICATE_REQUIRED => "it wants a client certificate, and we sent none",
            AlertDescription::NO_APPLICATION_PROTOCOL => "it supports none of our ALPN protocols",
            _ => "see the peer's log",
        }
    }
}
