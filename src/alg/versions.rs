//! Protocol versions: names and numbers on the wire.
use core::ffi::CStr;

use super::Version;

impl Version {
    /// In the order of `gnutls_protocol_list`. SSL 3.0 is not supported, and DTLS 1.3 is none of GnuTLS.
    pub const LIST: &'static [Version] = &[
        Version::Tls10,
        Version::Tls11,
        Version::Tls12,
        Version::Tls13,
        Version::Dtls09,
        Version::Dtls10,
        Version::Dtls12,
    ];

    pub const fn name(self) -> &'static str {
        super::text(self.c_name())
    }

    /// The name as a C string.
    pub const fn c_name(self) -> &'static CStr {
        match self {
            Version::Ssl3 => c"SSL3.0",
            Version::Tls10 => c"TLS1.0",
            Version::Tls11 => c"TLS1.1",
            Version::Tls12 => c"TLS1.2",
            Version::Tls13 => c"TLS1.3",
            Version::Dtls09 => c"DTLS0.9",
            Version::Dtls10 => c"DTLS1.0",
            Version::Dtls12 => c"DTLS1.2",
            Version::Dtls13 => c"DTLS1.3",
        }
    }

    /// The `ProtocolVersion` on the wire. DTLS 0.9 is the pre-standard version of Cisco AnyConnect.
    pub const fn wire(self) -> u16 {
        match self {
            Version::Ssl3 => 0x0300,
            Version::Tls10 => 0x0301,
            Version::Tls11 => 0x0302,
            Version::Tls12 => 0x0303,
            Version::Tls13 => 0x0304,
            Version::Dtls09 => 0x0100,
            Version::Dtls10 => 0xfeff,
            Version::Dtls12 => 0xfefd,
            Version::Dtls13 => 0xfefc,
        }
    }

    pub fn from_wire(wire: u16) -> Option<Version> {
        Version::ALL.iter().copied().find(|v| v.wire() == wire)
    }

    /// The version in the headers of records and in ServerHello: TLS 1.3 has that of TLS 1.2 (RFC 8446 sections 4.1.3 and
    /// 5.1).
    pub const fn in_records(self) -> Version {
        match self {
            Version::Tls13 => Version::Tls12,
            Version::Dtls13 => Version::Dtls12,
            older => older,
        }
    }

    /// Whether a hello with the version `wire` allows this one: it is not newer. The numbers of DTLS fall.
    pub fn is_within(self, wire: u16) -> bool {
        match self {
            Version::Dtls09 => wire == self.wire(),
            Version::Dtls10 | Version::Dtls12 | Version::Dtls13 => (0x8000..=self.wire()).contains(&wire),
            _ => wire >= self.wire(),
        }
    }

    pub const fn is_dtls(self) -> bool {
        matches!(self, Version::Dtls09 | Version::Dtls10 | Version::Dtls12 | Version::Dtls13)
    }

    /// True if the version uses the ciphers and messages of TLS 1.3.
    pub const fn is_tls13(self) -> bool {
        matches!(self, Version::Tls13 | Version::Dtls13)
    }

    /// True if signature algorithms are negotiated, as in TLS 1.2 and later (RFC 5246 7.4.1.4.1).
    pub const fn negotiates_signatures(self) -> bool {
        matches!(self, Version::Tls12 | Version::Tls13 | Version::Dtls12 | Version::Dtls13)
    }
}
