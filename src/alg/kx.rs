//! Key exchanges of TLS 1.2 and earlier.
use core::ffi::CStr;

use super::Kx;

/// The type of certificate key that authenticates a key exchange.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum KxKey {
    /// An RSA or RSA-PSS key that signs.
    RsaSign,
    /// An RSA key that decrypts the premaster secret.
    RsaDecrypt,
    Dsa,
    /// ECDSA or EdDSA.
    Ec,
    Gost,
}

impl Kx {
    /// In the order of `gnutls_kx_list`.
    pub const LIST: &'static [Kx] = &[
        Kx::EcdheRsa,
        Kx::EcdheEcdsa,
        Kx::Rsa,
        Kx::DheRsa,
        Kx::DheDss,
        Kx::Psk,
        Kx::RsaPsk,
        Kx::DhePsk,
        Kx::EcdhePsk,
        Kx::SrpDss,
        Kx::SrpRsa,
        Kx::Srp,
        Kx::AnonDh,
        Kx::AnonEcdh,
        Kx::VkoGost12,
    ];

    /// The server sends a Diffie-Hellman value of an elliptic curve.
    pub const fn uses_curve(self) -> bool {
        matches!(self, Kx::EcdheRsa | Kx::EcdheEcdsa | Kx::EcdhePsk | Kx::AnonEcdh)
    }

    /// The server sends a Diffie-Hellman value of a finite field.
    pub const fn uses_field(self) -> bool {
        matches!(self, Kx::DheRsa | Kx::DheDss | Kx::DhePsk | Kx::AnonDh)
    }

    /// Neither side is authenticated.
    pub const fn is_anonymous(self) -> bool {
        matches!(self, Kx::AnonDh | Kx::AnonEcdh)
    }

    pub const fn name(self) -> &'static str {
        super::text(self.c_name())
    }

    /// The name as a C string.
    pub const fn c_name(self) -> &'static CStr {
        match self {
            Kx::Rsa => c"RSA",
            Kx::DheDss => c"DHE-DSS",
            Kx::DheRsa => c"DHE-RSA",
            Kx::AnonDh => c"ANON-DH",
            Kx::Srp => c"SRP",
            Kx::SrpRsa => c"SRP-RSA",
            Kx::SrpDss => c"SRP-DSS",
            Kx::Psk => c"PSK",
            Kx::DhePsk => c"DHE-PSK",
            Kx::AnonEcdh => c"ANON-ECDH",
            Kx::EcdheRsa => c"ECDHE-RSA",
            Kx::EcdheEcdsa => c"ECDHE-ECDSA",
            Kx::EcdhePsk => c"ECDHE-PSK",
            Kx::RsaPsk => c"RSA-PSK",
            Kx::VkoGost12 => c"VKO-GOST-12",
        }
    }

    /// The type of certificate key that the server needs; `None` for a key exchange without certificates.
    pub const fn key(self) -> Option<KxKey> {
        Some(match self {
            Kx::EcdheRsa | Kx::DheRsa | Kx::SrpRsa => KxKey::RsaSign,
            Kx::Rsa | Kx::RsaPsk => KxKey::RsaDecrypt,
            Kx::DheDss | Kx::SrpDss => KxKey::Dsa,
            Kx::EcdheEcdsa => KxKey::Ec,
            Kx::VkoGost12 => KxKey::Gost,
            _ => return None,
        })
    }

    /// The server shows a certificate.
    pub const fn has_certificate(self) -> bool {
        self.key().is_some()
    }

    /// The server signs its ServerKeyExchange.
    pub const fn is_signed(self) -> bool {
        matches!(self.key(), Some(KxKey::RsaSign | KxKey::Dsa | KxKey::Ec))
    }

    /// The server decrypts the premaster secret.
    pub const fn decrypts(self) -> bool {
        matches!(self.key(), Some(KxKey::RsaDecrypt))
    }

    /// A client may be asked for a certificate: it is not authenticated by a PSK or a password, and the server is no anonymous one
    /// (RFC 5246 section 7.4.4).
    pub const fn asks_client(self) -> bool {
        self.has_certificate() && !self.is_psk() && !self.is_srp()
    }

    pub const fn is_psk(self) -> bool {
        matches!(self, Kx::Psk | Kx::DhePsk | Kx::EcdhePsk | Kx::RsaPsk)
    }

    pub const fn is_srp(self) -> bool {
        matches!(self, Kx::Srp | Kx::SrpRsa | Kx::SrpDss)
    }
}
