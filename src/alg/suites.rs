//! Cipher suites, in GnuTLS's order (`gnutls_cipher_suite_info`).
use super::{Cipher, Digest, Kx, Mac, Version};

#[derive(PartialEq, Eq, Debug)]
pub struct Suite {
    /// The two bytes on the wire.
    pub wire: u16,
    /// GnuTLS's name.
    pub name: &'static str,
    /// `None` in TLS 1.3, where a suite says nothing of the key exchange.
    pub kx: Option<Kx>,
    pub cipher: Cipher,
    /// `Mac::Aead` where the cipher authenticates.
    pub mac: Mac,
    /// The hash of the PRF or of HKDF (below TLS 1.2 the PRF is MD5 with SHA-1).
    pub prf: Digest,
    pub min: Version,
    pub max: Version,
    /// `None` for a suite that DTLS may not use.
    pub min_dtls: Option<Version>,
    pub max_dtls: Option<Version>,
}

impl Suite {
    /// True if the suite may be used in `version`.
    pub fn allowed_in(&self, version: Version) -> bool {
        if version.is_dtls() {
            matches!((self.min_dtls, self.max_dtls), (Some(min), Some(max)) if min <= version && version <= max)
        } else {
            self.min <= version && version <= self.max
        }
    }
}

/// The suite of two bytes on the wire.
pub fn by_wire(wire: u16) -> Option<&'static Suite> {
    SUITES.iter().find(|s| s.wire == wire)
}

type Range = (Version, Version, Option<(Version, Version)>);
const T13: Range = (Version::Tls13, Version::Tls13, None);
const T12: Range = (Version::Tls12, Version::Tls12, Some((Version::Dtls12, Version::Dtls12)));
const T12_ONLY: Range = (Version::Tls12, Version::Tls12, None);
const T10: Range = (Version::Tls10, Version::Tls12, Some((Version::Dtls09, Version::Dtls12)));
/// RC4 is no cipher for DTLS (RFC 6347 4.1.2.2).
const T10_STREAM: Range = (Version::Tls10, Version::Tls12, None);

const fn s(
    wire: u16,
    name: &'static str,
    kx: Option<Kx>,
    cipher: Cipher,
    mac: Mac,
    prf: Digest,
    versions: Range,
) -> Suite {
    let (min_dtls, max_dtls) = match versions.2 {
        Some((min, max)) => (Some(min), Some(max)),
        None => (None, None),
    };
    Suite { wire, name, kx, cipher, mac, prf, min: versions.0, max: versions.1, min_dtls, max_dtls }
}

#[rustfmt::skip]
pub static SUITES: &[Suite] = &[
    s(0x1301, "TLS_AES_128_GCM_SHA256", None, Cipher::Aes128Gcm, Mac::Aead, Digest::Sha256, T13),
    s(0x1302, "TLS_AES_256_GCM_SHA384", None, Cipher::Aes256Gcm, Mac::Aead, Digest::Sha384, T13),
    s(0x1303, "TLS_CHACHA20_POLY1305_SHA256", None, Cipher::Chacha20Poly1305, Mac::Aead, Digest::Sha256, T13),
    s(0x1304, "TLS_AES_128_CCM_SHA256", None, Cipher::Aes128Ccm, Mac::Aead, Digest::Sha256, T13),
    s(0x1305, "TLS_AES_128_CCM_8_SHA256", None, Cipher::Aes128Ccm8, Mac::Aead, Digest::Sha256, T13),
    s(0x0001, "TLS_RSA_NULL_MD5", Some(Kx::Rsa), Cipher::Null, Mac::Md5, Digest::Sha256, T10),
    s(0x0002, "TLS_RSA_NULL_SHA1", Some(Kx::Rsa), Cipher::Null, Mac::Sha1, Digest::Sha256, T10),
    s(0x003b, "TLS_RSA_NULL_SHA256", Some(Kx::Rsa), Cipher::Null, Mac::Sha256, Digest::Sha256, T12),
    s(0x0005, "TLS_RSA_ARCFOUR_128_SHA1", Some(Kx::Rsa), Cipher::Arcfour128, Mac::Sha1, Digest::Sha256, T10_STREAM),
    s(0x0004, "TLS_RSA_ARCFOUR_128_MD5", Some(Kx::Rsa), Cipher::Arcfour128, Mac::Md5, Digest::Sha256, T10_STREAM),
    s(0x000a, "TLS_RSA_3DES_EDE_CBC_SHA1", Some(Kx::Rsa), Cipher::TripleDesCbc, Mac::Sha1, Digest::Sha256, T10),
    s(0x002f, "TLS_RSA_AES_128_CBC_SHA1", Some(Kx::Rsa), Cipher::Aes128Cbc, Mac::Sha1, Digest::Sha256, T10),
    s(0x0035, "TLS_RSA_AES_256_CBC_SHA1", Some(Kx::Rsa), Cipher::Aes256Cbc, Mac::Sha1, Digest::Sha256, T10),
    s(0x00ba, "TLS_RSA_CAMELLIA_128_CBC_SHA256", Some(Kx::Rsa), Cipher::Camellia128Cbc, Mac::Sha256, Digest::Sha256, T12),
    s(0x00c0, "TLS_RSA_CAMELLIA_256_CBC_SHA256", Some(Kx::Rsa), Cipher::Camellia256Cbc, Mac::Sha256, Digest::Sha256, T12),
    s(0x0041, "TLS_RSA_CAMELLIA_128_CBC_SHA1", Some(Kx::Rsa), Cipher::Camellia128Cbc, Mac::Sha1, Digest::Sha256, T10),
    s(0x0084, "TLS_RSA_CAMELLIA_256_CBC_SHA1", Some(Kx::Rsa), Cipher::Camellia256Cbc, Mac::Sha1, Digest::Sha256, T10),
    s(0x003c, "TLS_RSA_AES_128_CBC_SHA256", Some(Kx::Rsa), Cipher::Aes128Cbc, Mac::Sha256, Digest::Sha256, T12),
    s(0x003d, "TLS_RSA_AES_256_CBC_SHA256", Some(Kx::Rsa), Cipher::Aes256Cbc, Mac::Sha256, Digest::Sha256, T12),
    s(0x009c, "TLS_RSA_AES_128_GCM_SHA256", Some(Kx::Rsa), Cipher::Aes128Gcm, Mac::Aead, Digest::Sha256, T12),
    s(0x009d, "TLS_RSA_AES_256_GCM_SHA384", Some(Kx::Rsa), Cipher::Aes256Gcm, Mac::Aead, Digest::Sha384, T12),
    s(0xc07a, "TLS_RSA_CAMELLIA_128_GCM_SHA256", Some(Kx::Rsa), Cipher::Camellia128Gcm, Mac::Aead, Digest::Sha256, T12),
    s(0xc07b, "TLS_RSA_CAMELLIA_256_GCM_SHA384", Some(Kx::Rsa), Cipher::Camellia256Gcm, Mac::Aead, Digest::Sha384, T12),
    s(0xc09c, "TLS_RSA_AES_128_CCM", Some(Kx::Rsa), Cipher::Aes128Ccm, Mac::Aead, Digest::Sha256, T12),
    s(0xc09d, "TLS_RSA_AES_256_CCM", Some(Kx::Rsa), Cipher::Aes256Ccm, Mac::Aead, Digest::Sha256, T12),
    s(0xc0a0, "TLS_RSA_AES_128_CCM_8", Some(Kx::Rsa), Cipher::Aes128Ccm8, Mac::Aead, Digest::Sha256, T12),
    s(0xc0a1, "TLS_RSA_AES_256_CCM_8", Some(Kx::Rsa), Cipher::Aes256Ccm8, Mac::Aead, Digest::Sha256, T12),
    s(0x0066, "TLS_DHE_DSS_ARCFOUR_128_SHA1", Some(Kx::DheDss), Cipher::Arcfour128, Mac::Sha1, Digest::Sha256, T10_STREAM),
    s(0x0013, "TLS_DHE_DSS_3DES_EDE_CBC_SHA1", Some(Kx::DheDss), Cipher::TripleDesCbc, Mac::Sha1, Digest::Sha256, T10),
    s(0x0032, "TLS_DHE_DSS_AES_128_CBC_SHA1", Some(Kx::DheDss), Cipher::Aes128Cbc, Mac::Sha1, Digest::Sha256, T10),
    s(0x0038, "TLS_DHE_DSS_AES_256_CBC_SHA1", Some(Kx::DheDss), Cipher::Aes256Cbc, Mac::Sha1, Digest::Sha256, T10),
    s(0x00bd, "TLS_DHE_DSS_CAMELLIA_128_CBC_SHA256", Some(Kx::DheDss), Cipher::Camellia128Cbc, Mac::Sha256, Digest::Sha256, T12),
    s(0x00c3, "TLS_DHE_DSS_CAMELLIA_256_CBC_SHA256", Some(Kx::DheDss), Cipher::Camellia256Cbc, Mac::Sha256, Digest::Sha256, T12),
    s(0x0044, "TLS_DHE_DSS_CAMELLIA_128_CBC_SHA1", Some(Kx::DheDss), Cipher::Camellia128Cbc, Mac::Sha1, Digest::Sha256, T10),
    s(0x0087, "TLS_DHE_DSS_CAMELLIA_256_CBC_SHA1", Some(Kx::DheDss), Cipher::Camellia256Cbc, Mac::Sha1, Digest::Sha256, T10),
    s(0x0040, "TLS_DHE_DSS_AES_128_CBC_SHA256", Some(Kx::DheDss), Cipher::Aes128Cbc, Mac::Sha256, Digest::Sha256, T12),
    s(0x006a, "TLS_DHE_DSS_AES_256_CBC_SHA256", Some(Kx::DheDss), Cipher::Aes256Cbc, Mac::Sha256, Digest::Sha256, T12),
    s(0x00a2, "TLS_DHE_DSS_AES_128_GCM_SHA256", Some(Kx::DheDss), Cipher::Aes128Gcm, Mac::Aead, Digest::Sha256, T12),
    s(0x00a3, "TLS_DHE_DSS_AES_256_GCM_SHA384", Some(Kx::DheDss), Cipher::Aes256Gcm, Mac::Aead, Digest::Sha384, T12),
    s(0xc080, "TLS_DHE_DSS_CAMELLIA_128_GCM_SHA256", Some(Kx::DheDss), Cipher::Camellia128Gcm, Mac::Aead, Digest::Sha256, T12),
    s(0xc081, "TLS_DHE_DSS_CAMELLIA_256_GCM_SHA384", Some(Kx::DheDss), Cipher::Camellia256Gcm, Mac::Aead, Digest::Sha384, T12),
    s(0x0016, "TLS_DHE_RSA_3DES_EDE_CBC_SHA1", Some(Kx::DheRsa), Cipher::TripleDesCbc, Mac::Sha1, Digest::Sha256, T10),
    s(0x0033, "TLS_DHE_RSA_AES_128_CBC_SHA1", Some(Kx::DheRsa), Cipher::Aes128Cbc, Mac::Sha1, Digest::Sha256, T10),
    s(0x0039, "TLS_DHE_RSA_AES_256_CBC_SHA1", Some(Kx::DheRsa), Cipher::Aes256Cbc, Mac::Sha1, Digest::Sha256, T10),
    s(0x00be, "TLS_DHE_RSA_CAMELLIA_128_CBC_SHA256", Some(Kx::DheRsa), Cipher::Camellia128Cbc, Mac::Sha256, Digest::Sha256, T12),
    s(0x00c4, "TLS_DHE_RSA_CAMELLIA_256_CBC_SHA256", Some(Kx::DheRsa), Cipher::Camellia256Cbc, Mac::Sha256, Digest::Sha256, T12),
    s(0x0045, "TLS_DHE_RSA_CAMELLIA_128_CBC_SHA1", Some(Kx::DheRsa), Cipher::Camellia128Cbc, Mac::Sha1, Digest::Sha256, T10),
    s(0x0088, "TLS_DHE_RSA_CAMELLIA_256_CBC_SHA1", Some(Kx::DheRsa), Cipher::Camellia256Cbc, Mac::Sha1, Digest::Sha256, T10),
    s(0x0067, "TLS_DHE_RSA_AES_128_CBC_SHA256", Some(Kx::DheRsa), Cipher::Aes128Cbc, Mac::Sha256, Digest::Sha256, T12),
    s(0x006b, "TLS_DHE_RSA_AES_256_CBC_SHA256", Some(Kx::DheRsa), Cipher::Aes256Cbc, Mac::Sha256, Digest::Sha256, T12),
    s(0x009e, "TLS_DHE_RSA_AES_128_GCM_SHA256", Some(Kx::DheRsa), Cipher::Aes128Gcm, Mac::Aead, Digest::Sha256, T12),
    s(0x009f, "TLS_DHE_RSA_AES_256_GCM_SHA384", Some(Kx::DheRsa), Cipher::Aes256Gcm, Mac::Aead, Digest::Sha384, T12),
    s(0xc07c, "TLS_DHE_RSA_CAMELLIA_128_GCM_SHA256", Some(Kx::DheRsa), Cipher::Camellia128Gcm, Mac::Aead, Digest::Sha256, T12),
    s(0xc07d, "TLS_DHE_RSA_CAMELLIA_256_GCM_SHA384", Some(Kx::DheRsa), Cipher::Camellia256Gcm, Mac::Aead, Digest::Sha384, T12),
    s(0xccaa, "TLS_DHE_RSA_CHACHA20_POLY1305", Some(Kx::DheRsa), Cipher::Chacha20Poly1305, Mac::Aead, Digest::Sha256, T12),
    s(0xc09e, "TLS_DHE_RSA_AES_128_CCM", Some(Kx::DheRsa), Cipher::Aes128Ccm, Mac::Aead, Digest::Sha256, T12),
    s(0xc09f, "TLS_DHE_RSA_AES_256_CCM", Some(Kx::DheRsa), Cipher::Aes256Ccm, Mac::Aead, Digest::Sha256, T12),
    s(0xc0a2, "TLS_DHE_RSA_AES_128_CCM_8", Some(Kx::DheRsa), Cipher::Aes128Ccm8, Mac::Aead, Digest::Sha256, T12),
    s(0xc0a3, "TLS_DHE_RSA_AES_256_CCM_8", Some(Kx::DheRsa), Cipher::Aes256Ccm8, Mac::Aead, Digest::Sha256, T12),
    s(0xc010, "TLS_ECDHE_RSA_NULL_SHA1", Some(Kx::EcdheRsa), Cipher::Null, Mac::Sha1, Digest::Sha256, T10),
    s(0xc012, "TLS_ECDHE_RSA_3DES_EDE_CBC_SHA1", Some(Kx::EcdheRsa), Cipher::TripleDesCbc, Mac::Sha1, Digest::Sha256, T10),
    s(0xc013, "TLS_ECDHE_RSA_AES_128_CBC_SHA1", Some(Kx::EcdheRsa), Cipher::Aes128Cbc, Mac::Sha1, Digest::Sha256, T10),
    s(0xc014, "TLS_ECDHE_RSA_AES_256_CBC_SHA1", Some(Kx::EcdheRsa), Cipher::Aes256Cbc, Mac::Sha1, Digest::Sha256, T10),
    s(0xc028, "TLS_ECDHE_RSA_AES_256_CBC_SHA384", Some(Kx::EcdheRsa), Cipher::Aes256Cbc, Mac::Sha384, Digest::Sha384, T12),
    s(0xc011, "TLS_ECDHE_RSA_ARCFOUR_128_SHA1", Some(Kx::EcdheRsa), Cipher::Arcfour128, Mac::Sha1, Digest::Sha256, T10_STREAM),
    s(0xc076, "TLS_ECDHE_RSA_CAMELLIA_128_CBC_SHA256", Some(Kx::EcdheRsa), Cipher::Camellia128Cbc, Mac::Sha256, Digest::Sha256, T12),
    s(0xc077, "TLS_ECDHE_RSA_CAMELLIA_256_CBC_SHA384", Some(Kx::EcdheRsa), Cipher::Camellia256Cbc, Mac::Sha384, Digest::Sha384, T12),
    s(0xc006, "TLS_ECDHE_ECDSA_NULL_SHA1", Some(Kx::EcdheEcdsa), Cipher::Null, Mac::Sha1, Digest::Sha256, T10),
    s(0xc008, "TLS_ECDHE_ECDSA_3DES_EDE_CBC_SHA1", Some(Kx::EcdheEcdsa), Cipher::TripleDesCbc, Mac::Sha1, Digest::Sha256, T10),
    s(0xc009, "TLS_ECDHE_ECDSA_AES_128_CBC_SHA1", Some(Kx::EcdheEcdsa), Cipher::Aes128Cbc, Mac::Sha1, Digest::Sha256, T10),
    s(0xc00a, "TLS_ECDHE_ECDSA_AES_256_CBC_SHA1", Some(Kx::EcdheEcdsa), Cipher::Aes256Cbc, Mac::Sha1, Digest::Sha256, T10),
    s(0xc007, "TLS_ECDHE_ECDSA_ARCFOUR_128_SHA1", Some(Kx::EcdheEcdsa), Cipher::Arcfour128, Mac::Sha1, Digest::Sha256, T10_STREAM),
    s(0xc072, "TLS_ECDHE_ECDSA_CAMELLIA_128_CBC_SHA256", Some(Kx::EcdheEcdsa), Cipher::Camellia128Cbc, Mac::Sha256, Digest::Sha256, T12),
    s(0xc073, "TLS_ECDHE_ECDSA_CAMELLIA_256_CBC_SHA384", Some(Kx::EcdheEcdsa), Cipher::Camellia256Cbc, Mac::Sha384, Digest::Sha384, T12),
    s(0xc023, "TLS_ECDHE_ECDSA_AES_128_CBC_SHA256", Some(Kx::EcdheEcdsa), Cipher::Aes128Cbc, Mac::Sha256, Digest::Sha256, T12),
    s(0xc027, "TLS_ECDHE_RSA_AES_128_CBC_SHA256", Some(Kx::EcdheRsa), Cipher::Aes128Cbc, Mac::Sha256, Digest::Sha256, T12),
    s(0xc086, "TLS_ECDHE_ECDSA_CAMELLIA_128_GCM_SHA256", Some(Kx::EcdheEcdsa), Cipher::Camellia128Gcm, Mac::Aead, Digest::Sha256, T12),
    s(0xc087, "TLS_ECDHE_ECDSA_CAMELLIA_256_GCM_SHA384", Some(Kx::EcdheEcdsa), Cipher::Camellia256Gcm, Mac::Aead, Digest::Sha384, T12),
    s(0xc02b, "TLS_ECDHE_ECDSA_AES_128_GCM_SHA256", Some(Kx::EcdheEcdsa), Cipher::Aes128Gcm, Mac::Aead, Digest::Sha256, T12),
    s(0xc02c, "TLS_ECDHE_ECDSA_AES_256_GCM_SHA384", Some(Kx::EcdheEcdsa), Cipher::Aes256Gcm, Mac::Aead, Digest::Sha384, T12),
    s(0xc02f, "TLS_ECDHE_RSA_AES_128_GCM_SHA256", Some(Kx::EcdheRsa), Cipher::Aes128Gcm, Mac::Aead, Digest::Sha256, T12),
    s(0xc030, "TLS_ECDHE_RSA_AES_256_GCM_SHA384", Some(Kx::EcdheRsa), Cipher::Aes256Gcm, Mac::Aead, Digest::Sha384, T12),
    s(0xc024, "TLS_ECDHE_ECDSA_AES_256_CBC_SHA384", Some(Kx::EcdheEcdsa), Cipher::Aes256Cbc, Mac::Sha384, Digest::Sha384, T12),
    s(0xc08a, "TLS_ECDHE_RSA_CAMELLIA_128_GCM_SHA256", Some(Kx::EcdheRsa), Cipher::Camellia128Gcm, Mac::Aead, Digest::Sha256, T12),
    s(0xc08b, "TLS_ECDHE_RSA_CAMELLIA_256_GCM_SHA384", Some(Kx::EcdheRsa), Cipher::Camellia256Gcm, Mac::Aead, Digest::Sha384, T12),
    s(0xcca8, "TLS_ECDHE_RSA_CHACHA20_POLY1305", Some(Kx::EcdheRsa), Cipher::Chacha20Poly1305, Mac::Aead, Digest::Sha256, T12),
    s(0xcca9, "TLS_ECDHE_ECDSA_CHACHA20_POLY1305", Some(Kx::EcdheEcdsa), Cipher::Chacha20Poly1305, Mac::Aead, Digest::Sha256, T12),
    s(0xc0ac, "TLS_ECDHE_ECDSA_AES_128_CCM", Some(Kx::EcdheEcdsa), Cipher::Aes128Ccm, Mac::Aead, Digest::Sha256, T12),
    s(0xc0ad, "TLS_ECDHE_ECDSA_AES_256_CCM", Some(Kx::EcdheEcdsa), Cipher::Aes256Ccm, Mac::Aead, Digest::Sha256, T12),
    s(0xc0ae, "TLS_ECDHE_ECDSA_AES_128_CCM_8", Some(Kx::EcdheEcdsa), Cipher::Aes128Ccm8, Mac::Aead, Digest::Sha256, T12),
    s(0xc0af, "TLS_ECDHE_ECDSA_AES_256_CCM_8", Some(Kx::EcdheEcdsa), Cipher::Aes256Ccm8, Mac::Aead, Digest::Sha256, T12),
    s(0xc034, "TLS_ECDHE_PSK_3DES_EDE_CBC_SHA1", Some(Kx::EcdhePsk), Cipher::TripleDesCbc, Mac::Sha1, Digest::Sha256, T10),
    s(0xc035, "TLS_ECDHE_PSK_AES_128_CBC_SHA1", Some(Kx::EcdhePsk), Cipher::Aes128Cbc, Mac::Sha1, Digest::Sha256, T10),
    s(0xc036, "TLS_ECDHE_PSK_AES_256_CBC_SHA1", Some(Kx::EcdhePsk), Cipher::Aes256Cbc, Mac::Sha1, Digest::Sha256, T10),
    s(0xc037, "TLS_ECDHE_PSK_AES_128_CBC_SHA256", Some(Kx::EcdhePsk), Cipher::Aes128Cbc, Mac::Sha256, Digest::Sha256, T12),
    s(0xc038, "TLS_ECDHE_PSK_AES_256_CBC_SHA384", Some(Kx::EcdhePsk), Cipher::Aes256Cbc, Mac::Sha384, Digest::Sha384, T12),
    s(0xc033, "TLS_ECDHE_PSK_ARCFOUR_128_SHA1", Some(Kx::EcdhePsk), Cipher::Arcfour128, Mac::Sha1, Digest::Sha256, T10_STREAM),
    s(0xc039, "TLS_ECDHE_PSK_NULL_SHA1", Some(Kx::EcdhePsk), Cipher::Null, Mac::Sha1, Digest::Sha256, T10),
    s(0xc03a, "TLS_ECDHE_PSK_NULL_SHA256", Some(Kx::EcdhePsk), Cipher::Null, Mac::Sha256, Digest::Sha256, T12),
    s(0xc03b, "TLS_ECDHE_PSK_NULL_SHA384", Some(Kx::EcdhePsk), Cipher::Null, Mac::Sha384, Digest::Sha384, T10),
    s(0xc09a, "TLS_ECDHE_PSK_CAMELLIA_128_CBC_SHA256", Some(Kx::EcdhePsk), Cipher::Camellia128Cbc, Mac::Sha256, Digest::Sha256, T12),
    s(0xc09b, "TLS_ECDHE_PSK_CAMELLIA_256_CBC_SHA384", Some(Kx::EcdhePsk), Cipher::Camellia256Cbc, Mac::Sha384, Digest::Sha384, T12),
    s(0x008a, "TLS_PSK_ARCFOUR_128_SHA1", Some(Kx::Psk), Cipher::Arcfour128, Mac::Sha1, Digest::Sha256, T10_STREAM),
    s(0x008b, "TLS_PSK_3DES_EDE_CBC_SHA1", Some(Kx::Psk), Cipher::TripleDesCbc, Mac::Sha1, Digest::Sha256, T10),
    s(0x008c, "TLS_PSK_AES_128_CBC_SHA1", Some(Kx::Psk), Cipher::Aes128Cbc, Mac::Sha1, Digest::Sha256, T10),
    s(0x008d, "TLS_PSK_AES_256_CBC_SHA1", Some(Kx::Psk), Cipher::Aes256Cbc, Mac::Sha1, Digest::Sha256, T10),
    s(0x00ae, "TLS_PSK_AES_128_CBC_SHA256", Some(Kx::Psk), Cipher::Aes128Cbc, Mac::Sha256, Digest::Sha256, T12),
    s(0x00a9, "TLS_PSK_AES_256_GCM_SHA384", Some(Kx::Psk), Cipher::Aes256Gcm, Mac::Aead, Digest::Sha384, T12),
    s(0xc08e, "TLS_PSK_CAMELLIA_128_GCM_SHA256", Some(Kx::Psk), Cipher::Camellia128Gcm, Mac::Aead, Digest::Sha256, T12),
    s(0xc08f, "TLS_PSK_CAMELLIA_256_GCM_SHA384", Some(Kx::Psk), Cipher::Camellia256Gcm, Mac::Aead, Digest::Sha384, T12),
    s(0x00a8, "TLS_PSK_AES_128_GCM_SHA256", Some(Kx::Psk), Cipher::Aes128Gcm, Mac::Aead, Digest::Sha256, T12),
    s(0x002c, "TLS_PSK_NULL_SHA1", Some(Kx::Psk), Cipher::Null, Mac::Sha1, Digest::Sha256, T10),
    s(0x00b0, "TLS_PSK_NULL_SHA256", Some(Kx::Psk), Cipher::Null, Mac::Sha256, Digest::Sha256, T12),
    s(0xc094, "TLS_PSK_CAMELLIA_128_CBC_SHA256", Some(Kx::Psk), Cipher::Camellia128Cbc, Mac::Sha256, Digest::Sha256, T12),
    s(0xc095, "TLS_PSK_CAMELLIA_256_CBC_SHA384", Some(Kx::Psk), Cipher::Camellia256Cbc, Mac::Sha384, Digest::Sha384, T12),
    s(0x00af, "TLS_PSK_AES_256_CBC_SHA384", Some(Kx::Psk), Cipher::Aes256Cbc, Mac::Sha384, Digest::Sha384, T12),
    s(0x00b1, "TLS_PSK_NULL_SHA384", Some(Kx::Psk), Cipher::Null, Mac::Sha384, Digest::Sha384, T12),
    s(0x0092, "TLS_RSA_PSK_ARCFOUR_128_SHA1", Some(Kx::RsaPsk), Cipher::Arcfour128, Mac::Sha1, Digest::Sha256, T10_STREAM),
    s(0x0093, "TLS_RSA_PSK_3DES_EDE_CBC_SHA1", Some(Kx::RsaPsk), Cipher::TripleDesCbc, Mac::Sha1, Digest::Sha256, T10),
    s(0x0094, "TLS_RSA_PSK_AES_128_CBC_SHA1", Some(Kx::RsaPsk), Cipher::Aes128Cbc, Mac::Sha1, Digest::Sha256, T10),
    s(0x0095, "TLS_RSA_PSK_AES_256_CBC_SHA1", Some(Kx::RsaPsk), Cipher::Aes256Cbc, Mac::Sha1, Digest::Sha256, T10),
    s(0xc092, "TLS_RSA_PSK_CAMELLIA_128_GCM_SHA256", Some(Kx::RsaPsk), Cipher::Camellia128Gcm, Mac::Aead, Digest::Sha256, T12),
    s(0xc093, "TLS_RSA_PSK_CAMELLIA_256_GCM_SHA384", Some(Kx::RsaPsk), Cipher::Camellia256Gcm, Mac::Aead, Digest::Sha384, T12),
    s(0x00ac, "TLS_RSA_PSK_AES_128_GCM_SHA256", Some(Kx::RsaPsk), Cipher::Aes128Gcm, Mac::Aead, Digest::Sha256, T12),
    s(0x00b6, "TLS_RSA_PSK_AES_128_CBC_SHA256", Some(Kx::RsaPsk), Cipher::Aes128Cbc, Mac::Sha256, Digest::Sha256, T12),
    s(0x002e, "TLS_RSA_PSK_NULL_SHA1", Some(Kx::RsaPsk), Cipher::Null, Mac::Sha1, Digest::Sha256, T10),
    s(0x00b8, "TLS_RSA_PSK_NULL_SHA256", Some(Kx::RsaPsk), Cipher::Null, Mac::Sha256, Digest::Sha256, T12),
    s(0x00ad, "TLS_RSA_PSK_AES_256_GCM_SHA384", Some(Kx::RsaPsk), Cipher::Aes256Gcm, Mac::Aead, Digest::Sha384, T12),
    s(0x00b7, "TLS_RSA_PSK_AES_256_CBC_SHA384", Some(Kx::RsaPsk), Cipher::Aes256Cbc, Mac::Sha384, Digest::Sha384, T12),
    s(0x00b9, "TLS_RSA_PSK_NULL_SHA384", Some(Kx::RsaPsk), Cipher::Null, Mac::Sha384, Digest::Sha384, T12),
    s(0xc098, "TLS_RSA_PSK_CAMELLIA_128_CBC_SHA256", Some(Kx::RsaPsk), Cipher::Camellia128Cbc, Mac::Sha256, Digest::Sha256, T12),
    s(0xc099, "TLS_RSA_PSK_CAMELLIA_256_CBC_SHA384", Some(Kx::RsaPsk), Cipher::Camellia256Cbc, Mac::Sha384, Digest::Sha384, T12),
    s(0x008e, "TLS_DHE_PSK_ARCFOUR_128_SHA1", Some(Kx::DhePsk), Cipher::Arcfour128, Mac::Sha1, Digest::Sha256, T10_STREAM),
    s(0x008f, "TLS_DHE_PSK_3DES_EDE_CBC_SHA1", Some(Kx::DhePsk), Cipher::TripleDesCbc, Mac::Sha1, Digest::Sha256, T10),
    s(0x0090, "TLS_DHE_PSK_AES_128_CBC_SHA1", Some(Kx::DhePsk), Cipher::Aes128Cbc, Mac::Sha1, Digest::Sha256, T10),
    s(0x0091, "TLS_DHE_PSK_AES_256_CBC_SHA1", Some(Kx::DhePsk), Cipher::Aes256Cbc, Mac::Sha1, Digest::Sha256, T10),
    s(0x00b2, "TLS_DHE_PSK_AES_128_CBC_SHA256", Some(Kx::DhePsk), Cipher::Aes128Cbc, Mac::Sha256, Digest::Sha256, T12),
    s(0x00aa, "TLS_DHE_PSK_AES_128_GCM_SHA256", Some(Kx::DhePsk), Cipher::Aes128Gcm, Mac::Aead, Digest::Sha256, T12),
    s(0x002d, "TLS_DHE_PSK_NULL_SHA1", Some(Kx::DhePsk), Cipher::Null, Mac::Sha1, Digest::Sha256, T10),
    s(0x00b4, "TLS_DHE_PSK_NULL_SHA256", Some(Kx::DhePsk), Cipher::Null, Mac::Sha256, Digest::Sha256, T12),
    s(0x00b5, "TLS_DHE_PSK_NULL_SHA384", Some(Kx::DhePsk), Cipher::Null, Mac::Sha384, Digest::Sha384, T12),
    s(0x00b3, "TLS_DHE_PSK_AES_256_CBC_SHA384", Some(Kx::DhePsk), Cipher::Aes256Cbc, Mac::Sha384, Digest::Sha384, T12),
    s(0x00ab, "TLS_DHE_PSK_AES_256_GCM_SHA384", Some(Kx::DhePsk), Cipher::Aes256Gcm, Mac::Aead, Digest::Sha384, T12),
    s(0xc096, "TLS_DHE_PSK_CAMELLIA_128_CBC_SHA256", Some(Kx::DhePsk), Cipher::Camellia128Cbc, Mac::Sha256, Digest::Sha256, T12),
    s(0xc097, "TLS_DHE_PSK_CAMELLIA_256_CBC_SHA384", Some(Kx::DhePsk), Cipher::Camellia256Cbc, Mac::Sha384, Digest::Sha384, T12),
    s(0xc090, "TLS_DHE_PSK_CAMELLIA_128_GCM_SHA256", Some(Kx::DhePsk), Cipher::Camellia128Gcm, Mac::Aead, Digest::Sha256, T12),
    s(0xc091, "TLS_DHE_PSK_CAMELLIA_256_GCM_SHA384", Some(Kx::DhePsk), Cipher::Camellia256Gcm, Mac::Aead, Digest::Sha384, T12),
    s(0xc0a4, "TLS_PSK_AES_128_CCM", Some(Kx::Psk), Cipher::Aes128Ccm, Mac::Aead, Digest::Sha256, T12),
    s(0xc0a5, "TLS_PSK_AES_256_CCM", Some(Kx::Psk), Cipher::Aes256Ccm, Mac::Aead, Digest::Sha256, T12),
    s(0xc0a6, "TLS_DHE_PSK_AES_128_CCM", Some(Kx::DhePsk), Cipher::Aes128Ccm, Mac::Aead, Digest::Sha256, T12),
    s(0xc0a7, "TLS_DHE_PSK_AES_256_CCM", Some(Kx::DhePsk), Cipher::Aes256Ccm, Mac::Aead, Digest::Sha256, T12),
    s(0xc0a8, "TLS_PSK_AES_128_CCM_8", Some(Kx::Psk), Cipher::Aes128Ccm8, Mac::Aead, Digest::Sha256, T12),
    s(0xc0a9, "TLS_PSK_AES_256_CCM_8", Some(Kx::Psk), Cipher::Aes256Ccm8, Mac::Aead, Digest::Sha256, T12),
    s(0xc0aa, "TLS_DHE_PSK_AES_128_CCM_8", Some(Kx::DhePsk), Cipher::Aes128Ccm8, Mac::Aead, Digest::Sha256, T12),
    s(0xc0ab, "TLS_DHE_PSK_AES_256_CCM_8", Some(Kx::DhePsk), Cipher::Aes256Ccm8, Mac::Aead, Digest::Sha256, T12),
    s(0xccad, "TLS_DHE_PSK_CHACHA20_POLY1305", Some(Kx::DhePsk), Cipher::Chacha20Poly1305, Mac::Aead, Digest::Sha256, T12),
    s(0xccac, "TLS_ECDHE_PSK_CHACHA20_POLY1305", Some(Kx::EcdhePsk), Cipher::Chacha20Poly1305, Mac::Aead, Digest::Sha256, T12),
    s(0xccae, "TLS_RSA_PSK_CHACHA20_POLY1305", Some(Kx::RsaPsk), Cipher::Chacha20Poly1305, Mac::Aead, Digest::Sha256, T12),
    s(0xccab, "TLS_PSK_CHACHA20_POLY1305", Some(Kx::Psk), Cipher::Chacha20Poly1305, Mac::Aead, Digest::Sha256, T12),
    s(0x0018, "TLS_DH_ANON_ARCFOUR_128_MD5", Some(Kx::AnonDh), Cipher::Arcfour128, Mac::Md5, Digest::Sha256, T10_STREAM),
    s(0x001b, "TLS_DH_ANON_3DES_EDE_CBC_SHA1", Some(Kx::AnonDh), Cipher::TripleDesCbc, Mac::Sha1, Digest::Sha256, T10),
    s(0x0034, "TLS_DH_ANON_AES_128_CBC_SHA1", Some(Kx::AnonDh), Cipher::Aes128Cbc, Mac::Sha1, Digest::Sha256, T10),
    s(0x003a, "TLS_DH_ANON_AES_256_CBC_SHA1", Some(Kx::AnonDh), Cipher::Aes256Cbc, Mac::Sha1, Digest::Sha256, T10),
    s(0x00bf, "TLS_DH_ANON_CAMELLIA_128_CBC_SHA256", Some(Kx::AnonDh), Cipher::Camellia128Cbc, Mac::Sha256, Digest::Sha256, T12),
    s(0x00c5, "TLS_DH_ANON_CAMELLIA_256_CBC_SHA256", Some(Kx::AnonDh), Cipher::Camellia256Cbc, Mac::Sha256, Digest::Sha256, T12),
    s(0x0046, "TLS_DH_ANON_CAMELLIA_128_CBC_SHA1", Some(Kx::AnonDh), Cipher::Camellia128Cbc, Mac::Sha1, Digest::Sha256, T10),
    s(0x0089, "TLS_DH_ANON_CAMELLIA_256_CBC_SHA1", Some(Kx::AnonDh), Cipher::Camellia256Cbc, Mac::Sha1, Digest::Sha256, T10),
    s(0x006c, "TLS_DH_ANON_AES_128_CBC_SHA256", Some(Kx::AnonDh), Cipher::Aes128Cbc, Mac::Sha256, Digest::Sha256, T12),
    s(0x006d, "TLS_DH_ANON_AES_256_CBC_SHA256", Some(Kx::AnonDh), Cipher::Aes256Cbc, Mac::Sha256, Digest::Sha256, T12),
    s(0x00a6, "TLS_DH_ANON_AES_128_GCM_SHA256", Some(Kx::AnonDh), Cipher::Aes128Gcm, Mac::Aead, Digest::Sha256, T12),
    s(0x00a7, "TLS_DH_ANON_AES_256_GCM_SHA384", Some(Kx::AnonDh), Cipher::Aes256Gcm, Mac::Aead, Digest::Sha384, T12),
    s(0xc084, "TLS_DH_ANON_CAMELLIA_128_GCM_SHA256", Some(Kx::AnonDh), Cipher::Camellia128Gcm, Mac::Aead, Digest::Sha256, T12),
    s(0xc085, "TLS_DH_ANON_CAMELLIA_256_GCM_SHA384", Some(Kx::AnonDh), Cipher::Camellia256Gcm, Mac::Aead, Digest::Sha384, T12),
    s(0xc015, "TLS_ECDH_ANON_NULL_SHA1", Some(Kx::AnonEcdh), Cipher::Null, Mac::Sha1, Digest::Sha256, T10),
    s(0xc017, "TLS_ECDH_ANON_3DES_EDE_CBC_SHA1", Some(Kx::AnonEcdh), Cipher::TripleDesCbc, Mac::Sha1, Digest::Sha256, T10),
    s(0xc018, "TLS_ECDH_ANON_AES_128_CBC_SHA1", Some(Kx::AnonEcdh), Cipher::Aes128Cbc, Mac::Sha1, Digest::Sha256, T10),
    s(0xc019, "TLS_ECDH_ANON_AES_256_CBC_SHA1", Some(Kx::AnonEcdh), Cipher::Aes256Cbc, Mac::Sha1, Digest::Sha256, T10),
    s(0xc016, "TLS_ECDH_ANON_ARCFOUR_128_SHA1", Some(Kx::AnonEcdh), Cipher::Arcfour128, Mac::Sha1, Digest::Sha256, T10_STREAM),
    s(0xc01a, "TLS_SRP_SHA_3DES_EDE_CBC_SHA1", Some(Kx::Srp), Cipher::TripleDesCbc, Mac::Sha1, Digest::Sha256, T10),
    s(0xc01d, "TLS_SRP_SHA_AES_128_CBC_SHA1", Some(Kx::Srp), Cipher::Aes128Cbc, Mac::Sha1, Digest::Sha256, T10),
    s(0xc020, "TLS_SRP_SHA_AES_256_CBC_SHA1", Some(Kx::Srp), Cipher::Aes256Cbc, Mac::Sha1, Digest::Sha256, T10),
    s(0xc01c, "TLS_SRP_SHA_DSS_3DES_EDE_CBC_SHA1", Some(Kx::SrpDss), Cipher::TripleDesCbc, Mac::Sha1, Digest::Sha256, T10),
    s(0xc01b, "TLS_SRP_SHA_RSA_3DES_EDE_CBC_SHA1", Some(Kx::SrpRsa), Cipher::TripleDesCbc, Mac::Sha1, Digest::Sha256, T10),
    s(0xc01f, "TLS_SRP_SHA_DSS_AES_128_CBC_SHA1", Some(Kx::SrpDss), Cipher::Aes128Cbc, Mac::Sha1, Digest::Sha256, T10),
    s(0xc01e, "TLS_SRP_SHA_RSA_AES_128_CBC_SHA1", Some(Kx::SrpRsa), Cipher::Aes128Cbc, Mac::Sha1, Digest::Sha256, T10),
    s(0xc022, "TLS_SRP_SHA_DSS_AES_256_CBC_SHA1", Some(Kx::SrpDss), Cipher::Aes256Cbc, Mac::Sha1, Digest::Sha256, T10),
    s(0xc021, "TLS_SRP_SHA_RSA_AES_256_CBC_SHA1", Some(Kx::SrpRsa), Cipher::Aes256Cbc, Mac::Sha1, Digest::Sha256, T10),
    s(0xc102, "TLS_GOSTR341112_256_28147_CNT_IMIT", Some(Kx::VkoGost12), Cipher::Gost28147Tc26zCnt, Mac::Gost28147Tc26zImit, Digest::Streebog256, T12_ONLY),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_number_is_one_suite() {
        for suite in SUITES {
            assert_eq!(by_wire(suite.wire), Some(suite));
        }
    }

    #[test]
    fn rfc_facts() {
        // RFC 8446 B.4, RFC 5289 3.2, RFC 5246 A.5.
        let s = by_wire(0x1302).unwrap();
        assert_eq!((s.cipher, s.prf, s.kx), (Cipher::Aes256Gcm, Digest::Sha384, None));
        let s = by_wire(0xc02b).unwrap();
        assert_eq!((s.cipher, s.prf, s.kx), (Cipher::Aes128Gcm, Digest::Sha256, Some(Kx::EcdheEcdsa)));
        let s = by_wire(0x0035).unwrap();
        assert_eq!((s.cipher, s.mac, s.kx), (Cipher::Aes256Cbc, Mac::Sha1, Some(Kx::Rsa)));
        assert!(
            s.allowed_in(Version::Dtls10) && s.allowed_in(Version::Tls10) && !s.allowed_in(Version::Tls13)
        );
    }
}
