//! Signature algorithms, with their identifiers in certificates (OID) and in TLS (`SignatureScheme`).
use core::ffi::CStr;

use super::{Curve, Digest, Pk, Sign, Version, system};

struct Info {
    name: &'static CStr,
    wire: Option<u16>,
    oid: Option<&'static CStr>,
    digest: Option<Digest>,
    pk: Pk,
}

impl Info {
    const fn new(
        name: &'static CStr,
        wire: Option<u16>,
        oid: Option<&'static CStr>,
        digest: Option<Digest>,
        pk: Pk,
    ) -> Info {
        Info { name, wire, oid, digest, pk }
    }
}

impl Sign {
    /// In the order of `gnutls_sign_list`.
    pub const LIST: &'static [Sign] = &[
        Sign::RsaSha256,
        Sign::RsaSha384,
        Sign::RsaSha512,
        Sign::RsaPssSha256,
        Sign::RsaPssRsaeSha256,
        Sign::RsaPssSha384,
        Sign::RsaPssRsaeSha384,
        Sign::RsaPssSha512,
        Sign::RsaPssRsaeSha512,
        Sign::EddsaEd25519,
        Sign::EddsaEd448,
        Sign::EcdsaSha256,
        Sign::EcdsaSha384,
        Sign::EcdsaSha512,
        Sign::EcdsaSecp256r1Sha256,
        Sign::EcdsaSecp384r1Sha384,
        Sign::EcdsaSecp521r1Sha512,
        Sign::EcdsaSha3_224,
        Sign::EcdsaSha3_256,
        Sign::EcdsaSha3_384,
        Sign::EcdsaSha3_512,
        Sign::RsaSha3_224,
        Sign::RsaSha3_256,
        Sign::RsaSha3_384,
        Sign::RsaSha3_512,
        Sign::DsaSha3_224,
        Sign::DsaSha3_256,
        Sign::DsaSha3_384,
        Sign::DsaSha3_512,
        Sign::RsaRaw,
        Sign::RsaSha,
        Sign::RsaSha224,
        Sign::RsaRmd160,
        Sign::DsaSha,
        Sign::DsaSha224,
        Sign::DsaSha256,
        Sign::RsaMd5,
        Sign::RsaMd2,
        Sign::EcdsaSha1,
        Sign::EcdsaSha224,
        Sign::Gost512,
        Sign::Gost256,
        Sign::Gost94,
        Sign::DsaSha384,
        Sign::DsaSha512,
        Sign::Mldsa44,
        Sign::Mldsa65,
        Sign::Mldsa87,
    ];

    const fn info(self) -> Info {
        match self {
            Sign::RsaSha => Info::new(
                c"RSA-SHA1",
                Some(0x0201),
                Some(c"1.2.840.113549.1.1.5"),
                Some(Digest::Sha1),
                Pk::Rsa,
            ),
            Sign::DsaSha => {
                Info::new(c"DSA-SHA1", Some(0x0202), Some(c"1.2.840.10040.4.3"), Some(Digest::Sha1), Pk::Dsa)
            }
            Sign::RsaMd5 => {
                Info::new(c"RSA-MD5", Some(0x0101), Some(c"1.2.840.113549.1.1.4"), Some(Digest::Md5), Pk::Rsa)
            }
            Sign::RsaMd2 => {
                Info::new(c"RSA-MD2", None, Some(c"1.2.840.113549.1.1.2"), Some(Digest::Md2), Pk::Rsa)
            }
            Sign::RsaRmd160 => {
                Info::new(c"RSA-RMD160", None, Some(c"1.3.36.3.3.1.2"), Some(Digest::Rmd160), Pk::Rsa)
            }
            Sign::RsaSha256 => Info::new(
                c"RSA-SHA256",
                Some(0x0401),
                Some(c"1.2.840.113549.1.1.11"),
                Some(Digest::Sha256),
                Pk::Rsa,
            ),
            Sign::RsaSha384 => Info::new(
                c"RSA-SHA384",
                Some(0x0501),
                Some(c"1.2.840.113549.1.1.12"),
                Some(Digest::Sha384),
                Pk::Rsa,
            ),
            Sign::RsaSha512 => Info::new(
                c"RSA-SHA512",
                Some(0x0601),
                Some(c"1.2.840.113549.1.1.13"),
                Some(Digest::Sha512),
                Pk::Rsa,
            ),
            Sign::RsaSha224 => Info::new(
                c"RSA-SHA224",
                Some(0x0301),
                Some(c"1.2.840.113549.1.1.14"),
                Some(Digest::Sha224),
                Pk::Rsa,
            ),
            Sign::DsaSha224 => Info::new(
                c"DSA-SHA224",
                Some(0x0302),
                Some(c"2.16.840.1.101.3.4.3.1"),
                Some(Digest::Sha224),
                Pk::Dsa,
            ),
            Sign::DsaSha256 => Info::new(
                c"DSA-SHA256",
                Some(0x0402),
                Some(c"2.16.840.1.101.3.4.3.2"),
                Some(Digest::Sha256),
                Pk::Dsa,
            ),
            Sign::EcdsaSha1 => Info::new(
                c"ECDSA-SHA1",
                Some(0x0203),
                Some(c"1.2.840.10045.4.1"),
                Some(Digest::Sha1),
                Pk::Ecdsa,
            ),
            Sign::EcdsaSha224 => Info::new(
                c"ECDSA-SHA224",
                Some(0x0303),
                Some(c"1.2.840.10045.4.3.1"),
                Some(Digest::Sha224),
                Pk::Ecdsa,
            ),
            Sign::EcdsaSha256 => Info::new(
                c"ECDSA-SHA256",
                Some(0x0403),
                Some(c"1.2.840.10045.4.3.2"),
                Some(Digest::Sha256),
                Pk::Ecdsa,
            ),
            Sign::EcdsaSha384 => Info::new(
                c"ECDSA-SHA384",
                Some(0x0503),
                Some(c"1.2.840.10045.4.3.3"),
                Some(Digest::Sha384),
                Pk::Ecdsa,
            ),
            Sign::EcdsaSha512 => Info::new(
                c"ECDSA-SHA512",
                Some(0x0603),
                Some(c"1.2.840.10045.4.3.4"),
                Some(Digest::Sha512),
                Pk::Ecdsa,
            ),
            Sign::DsaSha384 => Info::new(
                c"DSA-SHA384",
                Some(0x0502),
                Some(c"2.16.840.1.101.3.4.3.3"),
                Some(Digest::Sha384),
                Pk::Dsa,
            ),
            Sign::DsaSha512 => Info::new(
                c"DSA-SHA512",
                Some(0x0602),
                Some(c"2.16.840.1.101.3.4.3.4"),
                Some(Digest::Sha512),
                Pk::Dsa,
            ),
            Sign::EcdsaSha3_224 => Info::new(
                c"ECDSA-SHA3-224",
                None,
                Some(c"2.16.840.1.101.3.4.3.9"),
                Some(Digest::Sha3_224),
                Pk::Ecdsa,
            ),
            Sign::EcdsaSha3_256 => Info::new(
                c"ECDSA-SHA3-256",
                None,
                Some(c"2.16.840.1.101.3.4.3.10"),
                Some(Digest::Sha3_256),
                Pk::Ecdsa,
            ),
            Sign::EcdsaSha3_384 => Info::new(
                c"ECDSA-SHA3-384",
                None,
                Some(c"2.16.840.1.101.3.4.3.11"),
                Some(Digest::Sha3_384),
                Pk::Ecdsa,
            ),
            Sign::EcdsaSha3_512 => Info::new(
                c"ECDSA-SHA3-512",
                None,
                Some(c"2.16.840.1.101.3.4.3.12"),
                Some(Digest::Sha3_512),
                Pk::Ecdsa,
            ),
            Sign::DsaSha3_224 => Info::new(
                c"DSA-SHA3-224",
                None,
                Some(c"2.16.840.1.101.3.4.3.5"),
                Some(Digest::Sha3_224),
                Pk::Dsa,
            ),
            Sign::DsaSha3_256 => Info::new(
                c"DSA-SHA3-256",
                None,
                Some(c"2.16.840.1.101.3.4.3.6"),
                Some(Digest::Sha3_256),
                Pk::Dsa,
            ),
            Sign::DsaSha3_384 => Info::new(
                c"DSA-SHA3-384",
                None,
                Some(c"2.16.840.1.101.3.4.3.7"),
                Some(Digest::Sha3_384),
                Pk::Dsa,
            ),
            Sign::DsaSha3_512 => Info::new(
                c"DSA-SHA3-512",
                None,
                Some(c"2.16.840.1.101.3.4.3.8"),
                Some(Digest::Sha3_512),
                Pk::Dsa,
            ),
            Sign::RsaSha3_224 => Info::new(
                c"RSA-SHA3-224",
                None,
                Some(c"2.16.840.1.101.3.4.3.13"),
                Some(Digest::Sha3_224),
                Pk::Rsa,
            ),
            Sign::RsaSha3_256 => Info::new(
                c"RSA-SHA3-256",
                None,
                Some(c"2.16.840.1.101.3.4.3.14"),
                Some(Digest::Sha3_256),
                Pk::Rsa,
            ),
            Sign::RsaSha3_384 => Info::new(
                c"RSA-SHA3-384",
                None,
                Some(c"2.16.840.1.101.3.4.3.15"),
                Some(Digest::Sha3_384),
                Pk::Rsa,
            ),
            Sign::RsaSha3_512 => Info::new(
                c"RSA-SHA3-512",
                None,
                Some(c"2.16.840.1.101.3.4.3.16"),
                Some(Digest::Sha3_512),
                Pk::Rsa,
            ),
            Sign::RsaPssSha256 => Info::new(
                c"RSA-PSS-SHA256",
                Some(0x0809),
                Some(c"1.2.840.113549.1.1.10"),
                Some(Digest::Sha256),
                Pk::RsaPss,
            ),
            Sign::RsaPssSha384 => Info::new(
                c"RSA-PSS-SHA384",
                Some(0x080a),
                Some(c"1.2.840.113549.1.1.10"),
                Some(Digest::Sha384),
                Pk::RsaPss,
            ),
            Sign::RsaPssSha512 => Info::new(
                c"RSA-PSS-SHA512",
                Some(0x080b),
                Some(c"1.2.840.113549.1.1.10"),
                Some(Digest::Sha512),
                Pk::RsaPss,
            ),
            Sign::EddsaEd25519 => Info::new(
                c"EdDSA-Ed25519",
                Some(0x0807),
                Some(c"1.3.101.112"),
                Some(Digest::Sha512),
                Pk::EddsaEd25519,
            ),
            Sign::RsaRaw => Info::new(c"RSA-RAW", None, None, None, Pk::Rsa),
            Sign::EcdsaSecp256r1Sha256 => {
                Info::new(c"ECDSA-SECP256R1-SHA256", Some(0x0403), None, Some(Digest::Sha256), Pk::Ecdsa)
            }
            Sign::EcdsaSecp384r1Sha384 => {
                Info::new(c"ECDSA-SECP384R1-SHA384", Some(0x0503), None, Some(Digest::Sha384), Pk::Ecdsa)
            }
            Sign::EcdsaSecp521r1Sha512 => {
                Info::new(c"ECDSA-SECP521R1-SHA512", Some(0x0603), None, Some(Digest::Sha512), Pk::Ecdsa)
            }
            Sign::RsaPssRsaeSha256 => Info::new(
                c"RSA-PSS-RSAE-SHA256",
                Some(0x0804),
                Some(c"1.2.840.113549.1.1.10"),
                Some(Digest::Sha256),
                Pk::Rsa,
            ),
            Sign::RsaPssRsaeSha384 => Info::new(
                c"RSA-PSS-RSAE-SHA384",
                Some(0x0805),
                Some(c"1.2.840.113549.1.1.10"),
                Some(Digest::Sha384),
                Pk::Rsa,
            ),
            Sign::RsaPssRsaeSha512 => Info::new(
                c"RSA-PSS-RSAE-SHA512",
                Some(0x0806),
                Some(c"1.2.840.113549.1.1.10"),
                Some(Digest::Sha512),
                Pk::Rsa,
            ),
            Sign::Gost94 => {
                Info::new(c"GOSTR341001", None, Some(c"1.2.643.2.2.3"), Some(Digest::Gostr94), Pk::Gost01)
            }
            Sign::Gost256 => Info::new(
                c"GOSTR341012-256",
                Some(0x0840),
                Some(c"1.2.643.7.1.1.3.2"),
                Some(Digest::Streebog256),
                Pk::Gost12256,
            ),
            Sign::Gost512 => Info::new(
                c"GOSTR341012-512",
                Some(0x0841),
                Some(c"1.2.643.7.1.1.3.3"),
                Some(Digest::Streebog512),
                Pk::Gost12512,
            ),
            Sign::EddsaEd448 => Info::new(
                c"EdDSA-Ed448",
                Some(0x0808),
                Some(c"1.3.101.113"),
                Some(Digest::Shake256),
                Pk::EddsaEd448,
            ),
            Sign::Mldsa44 => Info::new(
                c"ML-DSA-44",
                Some(0x0904),
                Some(c"2.16.840.1.101.3.4.3.17"),
                Some(Digest::Shake256),
                Pk::Mldsa44,
            ),
            Sign::Mldsa65 => Info::new(
                c"ML-DSA-65",
                Some(0x0905),
                Some(c"2.16.840.1.101.3.4.3.18"),
                Some(Digest::Shake256),
                Pk::Mldsa65,
            ),
            Sign::Mldsa87 => Info::new(
                c"ML-DSA-87",
                Some(0x0906),
                Some(c"2.16.840.1.101.3.4.3.19"),
                Some(Digest::Shake256),
                Pk::Mldsa87,
            ),
        }
    }

    pub const fn name(self) -> &'static str {
        super::text(self.c_name())
    }

    /// The name as a C string.
    pub const fn c_name(self) -> &'static CStr {
        self.info().name
    }

    /// The `SignatureScheme` on the wire. ECDSA with a hash in TLS 1.2 and ECDSA with a hash and curve in TLS
    /// 1.3 have the same number: [`Sign::from_wire_in`] distinguishes them by version.
    pub const fn wire(self) -> Option<u16> {
        self.info().wire
    }

    /// The algorithm of a number in TLS 1.2.
    pub fn from_wire(wire: u16) -> Option<Sign> {
        Sign::ALL.iter().copied().find(|s| s.wire() == Some(wire) && s.curve().is_none())
    }

    /// The algorithm of a number in `version`. In TLS 1.3, ECDSA schemes include the curve.
    pub fn from_wire_in(wire: u16, version: Version) -> Option<Sign> {
        Sign::ALL.iter().copied().find(|s| s.wire() == Some(wire) && s.allowed_in(version))
    }

    /// The signature algorithm's identifier in a certificate.
    pub const fn oid(self) -> Option<&'static str> {
        match self.c_oid() {
            Some(oid) => Some(super::text(oid)),
            None => None,
        }
    }

    /// The identifier as a C string.
    pub const fn c_oid(self) -> Option<&'static CStr> {
        self.info().oid
    }

    /// The algorithm of an identifier without considering parameters (which RSA-PSS requires).
    pub fn from_oid(oid: &str) -> Option<Sign> {
        match oid {
            // The OIW identifiers in old certificates.
            "1.3.14.3.2.29" => return Some(Sign::RsaSha),
            "1.3.14.3.2.27" => return Some(Sign::DsaSha),
            _ => {}
        }
        Sign::LIST.iter().copied().find(|s| s.oid() == Some(oid))
    }

    /// RSA PKCS#1, DSA, ECDSA, ... over a hash.
    pub fn from_pk_digest(pk: Pk, digest: Digest) -> Option<Sign> {
        Sign::LIST
            .iter()
            .copied()
            .find(|s| s.digest() == Some(digest) && s.curve().is_none() && s.signature_pk() == pk)
    }

    /// The signature algorithm of a key type that signs messages instead of digests.
    pub const fn of_messages(pk: Pk) -> Option<Sign> {
        match pk {
            Pk::EddsaEd25519 => Some(Sign::EddsaEd25519),
            Pk::EddsaEd448 => Some(Sign::EddsaEd448),
            Pk::Mldsa44 => Some(Sign::Mldsa44),
            Pk::Mldsa65 => Some(Sign::Mldsa65),
            Pk::Mldsa87 => Some(Sign::Mldsa87),
            _ => None,
        }
    }

    /// The required key type: RSA for PKCS#1 and `rsa_pss_rsae`, RSA-PSS for `rsa_pss_pss`.
    pub const fn pk(self) -> Pk {
        self.info().pk
    }

    /// The signature type of `gnutls_sign_get_pk_algorithm`: RSA-PSS for both types of PSS.
    pub const fn signature_pk(self) -> Pk {
        if self.is_pss() { Pk::RsaPss } else { self.info().pk }
    }

    /// True if a key of this type supports the signature algorithm.
    pub const fn accepts_key(self, pk: Pk) -> bool {
        if self.is_pss() { matches!(pk, Pk::Rsa | Pk::RsaPss) } else { self.info().pk as u32 == pk as u32 }
    }

    pub const fn is_pss(self) -> bool {
        matches!(
            self,
            Sign::RsaPssSha256
                | Sign::RsaPssSha384
                | Sign::RsaPssSha512
                | Sign::RsaPssRsaeSha256
                | Sign::RsaPssRsaeSha384
                | Sign::RsaPssRsaeSha512
        )
    }

    /// The hash that is signed; `None` if the message itself is (EdDSA, ML-DSA, raw RSA).
    pub const fn digest(self) -> Option<Digest> {
        match self {
            Sign::EddsaEd25519 | Sign::EddsaEd448 | Sign::Mldsa44 | Sign::Mldsa65 | Sign::Mldsa87 => None,
            _ => self.info().digest,
        }
    }

    /// The internal hash of `gnutls_sign_get_hash_algorithm`: SHA-512 for Ed25519, SHAKE-256 for Ed448 and
    /// ML-DSA.
    pub const fn inner_digest(self) -> Option<Digest> {
        self.info().digest
    }

    /// The curve of an ECDSA scheme of TLS 1.3 (RFC 8446 4.2.3).
    pub const fn curve(self) -> Option<Curve> {
        match self {
            Sign::EcdsaSecp256r1Sha256 => Some(Curve::Secp256r1),
            Sign::EcdsaSecp384r1Sha384 => Some(Curve::Secp384r1),
            Sign::EcdsaSecp521r1Sha512 => Some(Curve::Secp521r1),
            _ => None,
        }
    }

    /// True if it may sign handshakes of `version`.
    pub const fn allowed_in(self, version: Version) -> bool {
        if self.wire().is_none() {
            return false;
        }
        match version {
            // RFC 8446 4.2.3: PKCS#1 and SHA-1 may only sign certificates.
            Version::Tls13 | Version::Dtls13 => {
                self.is_pss()
                    || self.curve().is_some()
                    || matches!(
                        self,
                        Sign::EddsaEd25519 | Sign::EddsaEd448 | Sign::Mldsa44 | Sign::Mldsa65 | Sign::Mldsa87
                    )
            }
            // RFC 8446 4.2.3 allows RSA-PSS in TLS 1.2, RFC 8422 allows EdDSA.
            _ => self.curve().is_none() && !matches!(self, Sign::Mldsa44 | Sign::Mldsa65 | Sign::Mldsa87),
        }
    }

    /// True if the algorithm is strong enough for handshakes and the system's configuration allows it.
    pub fn is_secure(self) -> bool {
        self.is_strong() && system::allows_sign(self)
    }

    /// True if the algorithm is strong enough for handshakes.
    pub const fn is_strong(self) -> bool {
        !matches!(self, Sign::RsaMd2 | Sign::RsaMd5 | Sign::Gost94)
    }

    /// True if the algorithm is strong enough for certificates, which excludes SHA-1 and RIPEMD-160.
    pub fn is_secure_for_certs(self) -> bool {
        self.is_strong()
            && system::allows_sign_for_certs(self)
            && !matches!(self, Sign::RsaSha | Sign::DsaSha | Sign::EcdsaSha1 | Sign::RsaRmd160)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_read_by_its_version() {
        assert_eq!(Sign::from_wire_in(0x0403, Version::Tls13), Some(Sign::EcdsaSecp256r1Sha256));
        assert_eq!(Sign::from_wire_in(0x0403, Version::Tls12), Some(Sign::EcdsaSha256));
        assert_eq!(Sign::from_wire_in(0x0401, Version::Tls13), None);
        assert_eq!(Sign::from_wire(0x0804), Some(Sign::RsaPssRsaeSha256));
        assert_eq!(Sign::from_pk_digest(Pk::Rsa, Digest::Sha256), Some(Sign::RsaSha256));
        assert_eq!(Sign::from_pk_digest(Pk::Ecdsa, Digest::Sha384), Some(Sign::EcdsaSha384));
    }
}
