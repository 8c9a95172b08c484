//! Public key algorithms.
use super::Pk;

impl Pk {
    /// In the order of `gnutls_pk_list`.
    pub const LIST: &'static [Pk] = &[
        Pk::Rsa,
        Pk::RsaPss,
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
        Pk::RsaOaep,
    ];

    const fn info(self) -> (&'static str, Option<&'static str>) {
        match self {
            Pk::Rsa => ("RSA", Some("1.2.840.113549.1.1.1")),
            Pk::Dsa => ("DSA", Some("1.2.840.10040.4.1")),
            Pk::Dh => ("DH", None),
            Pk::Ecdsa => ("EC/ECDSA", Some("1.2.840.10045.2.1")),
            Pk::EcdhX25519 => ("ECDH (X25519)", Some("1.3.101.110")),
            Pk::RsaPss => ("RSA-PSS", Some("1.2.840.113549.1.1.10")),
            Pk::EddsaEd25519 => ("EdDSA (Ed25519)", Some("1.3.101.112")),
            Pk::Gost01 => ("GOST R 34.10-2001", Some("1.2.643.2.2.19")),
            Pk::Gost12256 => ("GOST R 34.10-2012-256", Some("1.2.643.7.1.1.1.1")),
            Pk::Gost12512 => ("GOST R 34.10-2012-512", Some("1.2.643.7.1.1.1.2")),
            Pk::EcdhX448 => ("ECDH (X448)", Some("1.3.101.111")),
            Pk::EddsaEd448 => ("EdDSA (Ed448)", Some("1.3.101.113")),
            Pk::RsaOaep => ("RSA-OAEP", Some("1.2.840.113549.1.1.7")),
            Pk::Mlkem768 => ("ML-KEM-768", Some("2.16.840.1.101.3.4.4.2")),
            Pk::Mldsa44 => ("ML-DSA-44", Some("2.16.840.1.101.3.4.3.17")),
            Pk::Mldsa65 => ("ML-DSA-65", Some("2.16.840.1.101.3.4.3.18")),
            Pk::Mldsa87 => ("ML-DSA-87", Some("2.16.840.1.101.3.4.3.19")),
            Pk::Mlkem1024 => ("ML-KEM-1024", Some("2.16.840.1.101.3.4.4.3")),
        }
    }

    pub const fn name(self) -> &'static str {
        self.info().0
    }

    /// The `algorithm` of a SubjectPublicKeyInfo with such a key.
    pub const fn oid(self) -> Option<&'static str> {
        self.info().1
    }

    pub fn from_oid(oid: &str) -> Option<Pk> {
        Pk::ALL.iter().copied().find(|p| p.oid() == Some(oid))
    }

    /// RSA in any of its forms.
    pub const fn is_rsa(self) -> bool {
        matches!(self, Pk::Rsa | Pk::RsaPss | Pk::RsaOaep)
    }

    /// Keys on a curve, where a security level counts curve bits and not modulus bits.
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
