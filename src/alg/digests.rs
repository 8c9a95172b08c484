//! Properties of hash functions and MACs.
use core::ffi::CStr;

use super::{Digest, Mac};

impl Digest {
    /// In the order of `gnutls_digest_list`.
    pub const LIST: &'static [Digest] = &[
        Digest::Sha1,
        Digest::Sha256,
        Digest::Sha384,
        Digest::Sha512,
        Digest::Sha224,
        Digest::Md5,
        Digest::Gostr94,
        Digest::Streebog256,
        Digest::Streebog512,
    ];

    /// Name, output size in bytes (0 if it is variable), object identifier.
    const fn info(self) -> (&'static CStr, usize, Option<&'static CStr>) {
        match self {
            Digest::Null => (c"NULL", 0, None),
            Digest::Md5 => (c"MD5", 16, Some(c"1.2.840.113549.2.5")),
            Digest::Sha1 => (c"SHA1", 20, Some(c"1.3.14.3.2.26")),
            Digest::Rmd160 => (c"RIPEMD160", 20, Some(c"1.3.36.3.2.1")),
            Digest::Md2 => (c"MD2", 16, Some(c"1.2.840.113549.2.2")),
            Digest::Sha256 => (c"SHA256", 32, Some(c"2.16.840.1.101.3.4.2.1")),
            Digest::Sha384 => (c"SHA384", 48, Some(c"2.16.840.1.101.3.4.2.2")),
            Digest::Sha512 => (c"SHA512", 64, Some(c"2.16.840.1.101.3.4.2.3")),
            Digest::Sha224 => (c"SHA224", 28, Some(c"2.16.840.1.101.3.4.2.4")),
            Digest::Sha3_224 => (c"SHA3-224", 28, Some(c"2.16.840.1.101.3.4.2.7")),
            Digest::Sha3_256 => (c"SHA3-256", 32, Some(c"2.16.840.1.101.3.4.2.8")),
            Digest::Sha3_384 => (c"SHA3-384", 48, Some(c"2.16.840.1.101.3.4.2.9")),
            Digest::Sha3_512 => (c"SHA3-512", 64, Some(c"2.16.840.1.101.3.4.2.10")),
            Digest::Md5Sha1 => (c"MD5+SHA1", 36, None),
            Digest::Gostr94 => (c"GOSTR341194", 32, Some(c"1.2.643.2.2.9")),
            Digest::Streebog256 => (c"STREEBOG-256", 32, Some(c"1.2.643.7.1.1.2.2")),
            Digest::Streebog512 => (c"STREEBOG-512", 64, Some(c"1.2.643.7.1.1.2.3")),
            Digest::Shake128 => (c"SHAKE-128", 0, Some(c"2.16.840.1.101.3.4.2.11")),
            Digest::Shake256 => (c"SHAKE-256", 0, Some(c"2.16.840.1.101.3.4.2.12")),
        }
    }

    pub const fn name(self) -> &'static str {
        super::text(self.c_name())
    }

    /// The name as a C string.
    pub const fn c_name(self) -> &'static CStr {
        self.info().0
    }

    /// Output size in bytes; 0 if it is variable (SHAKE).
    pub const fn output_size(self) -> usize {
        self.info().1
    }

    /// True if collisions are found.
    pub const fn is_broken(self) -> bool {
        matches!(self, Digest::Md2 | Digest::Md5 | Digest::Md5Sha1 | Digest::Gostr94)
    }

    pub const fn oid(self) -> Option<&'static str> {
        match self.c_oid() {
            Some(oid) => Some(super::text(oid)),
            None => None,
        }
    }

    /// The identifier as a C string.
    pub const fn c_oid(self) -> Option<&'static CStr> {
        self.info().2
    }

    pub fn from_oid(oid: &str) -> Option<Digest> {
        Digest::ALL.iter().copied().find(|d| d.oid() == Some(oid))
    }

    /// HMAC with this hash; `None` if there is none.
    pub fn hmac(self) -> Option<Mac> {
        Mac::ALL.iter().copied().find(|m| m.digest() == Some(self))
    }
}

impl Mac {
    /// In the order of `gnutls_mac_list`.
    pub const LIST: &'static [Mac] = &[
        Mac::Sha1,
        Mac::Sha256,
        Mac::Sha384,
        Mac::Sha512,
        Mac::Sha224,
        Mac::Umac96,
        Mac::Umac128,
        Mac::Aead,
        Mac::Md5,
        Mac::Gostr94,
        Mac::Streebog256,
        Mac::Streebog512,
        Mac::AesCmac128,
        Mac::AesCmac256,
        Mac::AesGmac128,
        Mac::AesGmac192,
        Mac::AesGmac256,
        Mac::Gost28147Tc26zImit,
        Mac::MagmaOmac,
        Mac::KuznyechikOmac,
    ];

    /// Name, and sizes of key, nonce and output in bytes.
    const fn info(self) -> (&'static CStr, usize, usize, usize) {
        match self {
            Mac::Null => (c"MAC-NULL", 0, 0, 0),
            Mac::Md5 => (c"MD5", 16, 0, 16),
            Mac::Sha1 => (c"SHA1", 20, 0, 20),
            Mac::Rmd160 => (c"RIPEMD160", 20, 0, 20),
            Mac::Md2 => (c"MD2", 16, 0, 16),
            Mac::Sha256 => (c"SHA256", 32, 0, 32),
            Mac::Sha384 => (c"SHA384", 48, 0, 48),
            Mac::Sha512 => (c"SHA512", 64, 0, 64),
            Mac::Sha224 => (c"SHA224", 28, 0, 28),
            Mac::Sha3_224 => (c"SHA3-224", 28, 0, 28),
            Mac::Sha3_256 => (c"SHA3-256", 32, 0, 32),
            Mac::Sha3_384 => (c"SHA3-384", 48, 0, 48),
            Mac::Sha3_512 => (c"SHA3-512", 64, 0, 64),
            Mac::Md5Sha1 => (c"MD5+SHA1", 36, 0, 36),
            Mac::Gostr94 => (c"GOSTR341194", 32, 0, 32),
            Mac::Streebog256 => (c"STREEBOG-256", 32, 0, 32),
            Mac::Streebog512 => (c"STREEBOG-512", 64, 0, 64),
            Mac::Aead => (c"AEAD", 0, 0, 0),
            Mac::Umac96 => (c"UMAC-96", 16, 8, 12),
            Mac::Umac128 => (c"UMAC-128", 16, 8, 16),
            Mac::AesCmac128 => (c"AES-CMAC-128", 16, 0, 16),
            Mac::AesCmac256 => (c"AES-CMAC-256", 32, 0, 16),
            Mac::AesGmac128 => (c"AES-GMAC-128", 16, 12, 16),
            Mac::AesGmac192 => (c"AES-GMAC-192", 24, 12, 16),
            Mac::AesGmac256 => (c"AES-GMAC-256", 32, 12, 16),
            Mac::Gost28147Tc26zImit => (c"GOST28147-TC26Z-IMIT", 32, 0, 4),
            Mac::Shake128 => (c"SHAKE-128", 0, 0, 0),
            Mac::Shake256 => (c"SHAKE-256", 0, 0, 0),
            Mac::MagmaOmac => (c"OMAC-MAGMA", 32, 0, 8),
            Mac::KuznyechikOmac => (c"OMAC-KUZNYECHIK", 32, 0, 16),
            Mac::Pbmac1 => (c"PBMAC1", 0, 0, 0),
        }
    }

    pub const fn name(self) -> &'static str {
        super::text(self.c_name())
    }

    /// The name as a C string.
    pub const fn c_name(self) -> &'static CStr {
        self.info().0
    }

    pub const fn key_size(self) -> usize {
        self.info().1
    }

    pub const fn nonce_size(self) -> usize {
        self.info().2
    }

    pub const fn output_size(self) -> usize {
        self.info().3
    }

    /// The hash of an HMAC; `None` for other MACs.
    pub const fn digest(self) -> Option<Digest> {
        Some(match self {
            Mac::Md5 => Digest::Md5,
            Mac::Sha1 => Digest::Sha1,
            Mac::Rmd160 => Digest::Rmd160,
            Mac::Sha256 => Digest::Sha256,
            Mac::Sha384 => Digest::Sha384,
            Mac::Sha512 => Digest::Sha512,
            Mac::Sha224 => Digest::Sha224,
            Mac::Sha3_224 => Digest::Sha3_224,
            Mac::Sha3_256 => Digest::Sha3_256,
            Mac::Sha3_384 => Digest::Sha3_384,
            Mac::Sha3_512 => Digest::Sha3_512,
            Mac::Md5Sha1 => Digest::Md5Sha1,
            Mac::Gostr94 => Digest::Gostr94,
            Mac::Streebog256 => Digest::Streebog256,
            Mac::Streebog512 => Digest::Streebog512,
            _ => return None,
        })
    }
}
