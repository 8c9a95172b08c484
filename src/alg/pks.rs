//! Public key algorithms.
use core::ffi::CStr;

use super::Pk;

impl Pk {
    /// In the order of `gnutls_pk_list`.
    pub const LIST: &'static [Pk] = &[
        Pk::Rsa,
        Pk::RsaPss,
        Pk::RsaOaep,
        Pk::Dsa,
        Pk::Gost12512,
        Pk::Gost12256,
        Pk::Gost01,
        Pk::Ecdsa,
        Pk::EddsaEd25519,
        Pk::EddsaEd448,
        Pk::Dh,
        Pk::EcdhX25519,
        Pk::EcdhX448,
        Pk::Mldsa44,
        Pk::Mldsa65,
        Pk::Mldsa87,
        Pk::Mlkem768,
        Pk::Mlkem1024,
    ];

    const fn info(self) -> (&'static CStr, Option<&'static CStr>) {
        match self {
            Pk::Rsa => (c"RSA", Some(c"1.2.840.113549.1.1.1")),
            Pk::Dsa => (c"DSA", Some(c"1.2.840.10040.4.1")),
            Pk::Dh => (c"DH", None),
            Pk::Ecdsa => (c"EC/ECDSA", Some(c"1.2.840.10045.2.1")),
            Pk::EcdhX25519 => (c"ECDH (X25519)", Some(c"1.3.101.110")),
            Pk::RsaPss => (c"RSA-PSS", Some(c"1.2.840.113549.1.1.10")),
            Pk::EddsaEd25519 => (c"EdDSA (Ed25519)", Some(c"1.3.101.112")),
            Pk::Gost01 => (c"GOST R 34.10-2001", Some(c"1.2.643.2.2.19")),
            Pk::Gost12256 => (c"GOST R 34.10-2012-256", Some(c"1.2.643.7.1.1.1.1")),
            Pk::Gost12512 => (c"GOST R 34.10-2012-512", Some(c"1.2.643.7.1.1.1.2")),
            Pk::EcdhX448 => (c"ECDH (X448)", Some(c"1.3.101.111")),
            Pk::EddsaEd448 => (c"EdDSA (Ed448)", Some(c"1.3.101.113")),
            Pk::RsaOaep => (c"RSA-OAEP", Some(c"1.2.840.113549.1.1.7")),
            Pk::Mlkem768 => (c"ML-KEM-768", Some(c"2.16.840.1.101.3.4.4.2")),
            Pk::Mldsa44 => (c"ML-DSA-44", Some(c"2.16.840.1.101.3.4.3.17")),
            Pk::Mldsa65 => (c"ML-DSA-65", Some(c"2.16.840.1.101.3.4.3.18")),
            Pk::Mldsa87 => (c"ML-DSA-87", Some(c"2.16.840.1.101.3.4.3.19")),
            Pk::Mlkem1024 => (c"ML-KEM-1024", Some(c"2.16.840.1.101.3.4.4.3")),
        }
    }

    pub const fn name(self) -> &'static str {
        super::text(self.c_name())
    }

    /// The name as a C string.
    pub const fn c_name(self) -> &'static CStr {
        self.info().0
    }

    /// The identifier in the SubjectPublicKeyInfo of such a key.
    pub const fn oid(self) -> Option<&'static str> {
        match self.c_oid() {
            Some(oid) => Some(super::text(oid)),
            None => None,
        }
    }

    /// The identifier as a C string.
    pub const fn c_oid(self) -> Option<&'static CStr> {
        self.info().1
    }

    pub fn from_oid(oid: &str) -> Option<Pk> {
        // Old files identify RSA keys by X.500's identifier or by the one of a signature algorithm.
        const OLD_RSA: [&str; 4] =
            ["2.5.8.1.1", "1.2.840.113549.1.1.4", "1.2.840.113549.1.1.5", "1.3.14.3.2.29"];
        if OLD_RSA.contains(&oid) {
            return Some(Pk::Rsa);
        }
        Pk::ALL.iter().copied().find(|p| p.oid() == Some(oid))
    }

    pub const fn is_mldsa(self) -> bool {
        matches!(self, Pk::Mldsa44 | Pk::Mldsa65 | Pk::Mldsa87)
    }

    /// True for elliptic curve keys, whose security level depends on the size of the curve.
    pub const fn is_ec(self) -> bool {
        matches!(
            self,
            Pk::Ecdsa
                | Pk::EcdhX25519
                | Pk::EcdhX448
                | Pk::EddsaEd25519
                | Pk::EddsaEd448
                | Pk::Gost01
                | Pk::Gost12256
                | Pk::Gost12512
        )
    }
}
