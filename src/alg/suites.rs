//! Cipher suites, in GnuTLS's order (`gnutls_cipher_suite_info`).
use core::ffi::CStr;

use super::ciphers::Kind;
use super::{Cipher, Digest, Kx, Mac, Version};

#[derive(PartialEq, Eq, Debug)]
pub struct Suite {
    /// The number on the wire.
    pub wire: u16,
    /// GnuTLS's name.
    pub name: &'static str,
    /// The name as a C string.
    pub c_name: &'static CStr,
    /// `None` in TLS 1.3, where a cipher suite does not determine the key exchange.
    pub kx: Option<Kx>,
    pub cipher: Cipher,
    /// `Mac::Aead` if the cipher is an AEAD.
    pub mac: Mac,
    /// The hash of the PRF or of HKDF (before TLS 1.2 the PRF uses MD5 and SHA-1).
    pub prf: Digest,
    pub min: Version,
    pub max: Version,
    /// `None` for a cipher suite that DTLS must not use.
    pub min_dtls: Option<Version>,
    pub max_dtls: Option<Version>,
}

impl Suite {
    /// The hash of the PRF in `version`: MD5 and SHA-1 before TLS 1.2 (RFC 2246 section 5).
    pub fn prf_in(&self, version: Option<Version>) -> Digest {
        if version.is_some_and(|v| !v.negotiates_signatures()) { Digest::Md5Sha1 } else { self.prf }
    }

    /// True if the suite may be used in `version`.
    pub fn allowed_in(&self, version: Version) -> bool {
        if version == Version::Dtls09 {
            // Its sessions are known from elsewhere, whatever their cipher suite.
            self.min_dtls.is_some()
        } else if version.is_dtls() {
            matches!((self.min_dtls, self.max_dtls), (Some(min), Some(max)) if min <= version && version <= max)
        } else {
            self.min <= version && version <= self.max
        }
    }
}

/// The cipher suite of a number on the wire.
pub fn by_wire(wire: u16) -> Option<&'static Suite> {
    SUITES.iter().find(|s| s.wire == wire)
}

/// The first cipher suite of these algorithms.
pub fn by_algorithms(kx: Option<Kx>, cipher: Cipher, mac: Mac) -> Option<&'static Suite> {
    SUITES.iter().find(|s| s.kx == kx && s.cipher == cipher && s.mac == mac)
}

/// Maximum number of bytes that a record of these algorithms adds to its content; 0 for a cipher or MAC of no
/// record.
pub fn record_overhead(version: Version, cipher: Cipher, mac: Mac) -> usize {
    if version == Version::Ssl3 || mac == Mac::Null {
        return 0;
    }
    let header = if version.is_dtls() { 13 } else { 5 };
    let content_type = usize::from(version.is_tls13());
    let nonce = match cipher {
        _ if version.is_tls13() || cipher == Cipher::Chacha20Poly1305 => 0,
        _ => 8,
    };
    let body = match cipher.kind() {
        Kind::Aead => nonce + cipher.tag_size(),
        Kind::Block => 2 * cipher.block_size() + mac.output_size(),
        Kind::Stream => mac.output_size(),
    };
    header + content_type + body
}

type Range = (Version, Version, Option<(Version, Version)>);
const T13: Range = (Version::Tls13, Version::Tls13, Some((Version::Dtls13, Version::Dtls13)));
/// Its tag is too short for DTLS, where anybody may try records (RFC 9147 section 4.5.3).
const T13_STREAM: Range = (Version::Tls13, Version::Tls13, None);
const T12: Range = (Version::Tls12, Version::Tls12, Some((Version::Dtls12, Version::Dtls12)));
const T12_ONLY: Range = (Version::Tls12, Version::Tls12, None);
const T10: Range = (Version::Tls10, Version::Tls12, Some((Version::Dtls09, Version::Dtls12)));
/// RC4 must not be used with DTLS (RFC 6347 4.1.2.2).
const T10_STREAM: Range = (Version::Tls10, Version::Tls12, None);

const fn s(
    wire: u16,
    name: &'static CStr,
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
    Suite {
        wire,
        name: super::text(name),
        c_name: name,
        kx,
        cipher,
        mac,
        prf,
        min: versions.0,
        max: versions.1,
        min_dtls,
        max_dtls,
    }
}

#[rustfmt::skip]
pub static SUITES: &[Suite] = &[
    s(0x1301, c"TLS_AES_128_GCM_SHA256", None, Cipher::Aes128Gcm, Mac::Aead, Digest::Sha256, T13),
    s(0x1302, c"TLS_AES_256_GCM_SHA384", None, Cipher::Aes256Gcm, Mac::Aead, Digest::Sha384, T13),
    s(0x1303, c"TLS_CHACHA20_POLY1305_SHA256", None, Cipher::Chacha20Poly1305, Mac::Aead, Digest::Sha256, T13),
    s(0x1304, c"TLS_AES_128_CCM_SHA256", None, Cipher::Aes128Ccm, Mac::Aead, Digest::Sha256, T13),
    s(0x1305, c"TLS_AES_128_CCM_8_SHA256", None, Cipher::Aes128Ccm8, Mac::Aead, Digest::Sha256, T13_STREAM),
    s(0x0001, c"TLS_RSA_NULL_MD5", Some(Kx::Rsa), Cipher::Null, Mac::Md5, Digest::Sha256, T10),
    s(0x0002, c"TLS_RSA_NULL_SHA1", Some(Kx::Rsa), Cipher::Null, Mac::Sha1, Digest::Sha256, T10),
    s(0x003b, c"TLS_RSA_NULL_SHA256", Some(Kx::Rsa), Cipher::Null, Mac::Sha256, Digest::Sha256, T12),
    s(0x0005, c"TLS_RSA_ARCFOUR_128_SHA1", Some(Kx::Rsa), Cipher::Arcfour128, Mac::Sha1, Digest::Sha256, T10_STREAM),
    s(0x0004, c"TLS_RSA_ARCFOUR_128_MD5", Some(Kx::Rsa), Cipher::Arcfour128, Mac::Md5, Digest::Sha256, T10_STREAM),
    s(0x000a, c"TLS_RSA_3DES_EDE_CBC_SHA1", Some(Kx::Rsa), Cipher::TripleDesCbc, Mac::Sha1, Digest::Sha256, T10),
    s(0x002f, c"TLS_RSA_AES_128_CBC_SHA1", Some(Kx::Rsa), Cipher::Aes128Cbc, Mac::Sha1, Digest::Sha256, T10),
    s(0x0035, c"TLS_RSA_AES_256_CBC_SHA1", Some(Kx::Rsa), Cipher::Aes256Cbc, Mac::Sha1, Digest::Sha256, T10),
    s(0x00ba, c"TLS_RSA_CAMELLIA_128_CBC_SHA256", Some(Kx::Rsa), Cipher::Camellia128Cbc, Mac::Sha256, Digest::Sha256, T12),
    s(0x00c0, c"TLS_RSA_CAMELLIA_256_CBC_SHA256", Some(Kx::Rsa), Cipher::Camellia256Cbc, Mac::Sha256, Digest::Sha256, T12),
    s(0x0041, c"TLS_RSA_CAMELLIA_128_CBC_SHA1", Some(Kx::Rsa), Cipher::Camellia128Cbc, Mac::Sha1, Digest::Sha256, T10),
    s(0x0084, c"TLS_RSA_CAMELLIA_256_CBC_SHA1", Some(Kx::Rsa), Cipher::Camellia256Cbc, Mac::Sha1, Digest::Sha256, T10),
    s(0x003c, c"TLS_RSA_AES_128_CBC_SHA256", Some(Kx::Rsa), Cipher::Aes128Cbc, Mac::Sha256, Digest::Sha256, T12),
    s(0x003d, c"TLS_RSA_AES_256_CBC_SHA256", Some(Kx::Rsa), Cipher::Aes256Cbc, Mac::Sha256, Digest::Sha256, T12),
    s(0x009c, c"TLS_RSA_AES_128_GCM_SHA256", Some(Kx::Rsa), Cipher::Aes128Gcm, Mac::Aead, Digest::Sha256, T12),
    s(0x009d, c"TLS_RSA_AES_256_GCM_SHA384", Some(Kx::Rsa), Cipher::Aes256Gcm, Mac::Aead, Digest::Sha384, T12),
    s(0xc07a, c"TLS_RSA_CAMELLIA_128_GCM_SHA256", Some(Kx::Rsa), Cipher::Camellia128Gcm, Mac::Aead, Digest::Sha256, T12),
    s(0xc07b, c"TLS_RSA_CAMELLIA_256_GCM_SHA384", Some(Kx::Rsa), Cipher::Camellia256Gcm, Mac::Aead, Digest::Sha384, T12),
    s(0xc09c, c"TLS_RSA_AES_128_CCM", Some(Kx::Rsa), Cipher::Aes128Ccm, Mac::Aead, Digest::Sha256, T12),
    s(0xc09d, c"TLS_RSA_AES_256_CCM", Some(Kx::Rsa), Cipher::Aes256Ccm, Mac::Aead, Digest::Sha256, T12),
    s(0xc0a0, c"TLS_RSA_AES_128_CCM_8", Some(Kx::Rsa), Cipher::Aes128Ccm8, Mac::Aead, Digest::Sha256, T12),
    s(0xc0a1, c"TLS_RSA_AES_256_CCM_8", Some(Kx::Rsa), Cipher::Aes256Ccm8, Mac::Aead, Digest::Sha256, T12),
    s(0x0066, c"TLS_DHE_DSS_ARCFOUR_128_SHA1", Some(Kx::DheDss), Cipher::Arcfour128, Mac::Sha1, Digest::Sha256, T10_STREAM),
    s(0x0013, c"TLS_DHE_DSS_3DES_EDE_CBC_SHA1", Some(Kx::DheDss), Cipher::TripleDesCbc, Mac::Sha1, Digest::Sha256, T10),
    s(0x0032, c"TLS_DHE_DSS_AES_128_CBC_SHA1", Some(Kx::DheDss), Cipher::Aes128Cbc, Mac::Sha1, Digest::Sha256, T10),
    s(0x0038, c"TLS_DHE_DSS_AES_256_CBC_SHA1", Some(Kx::DheDss), Cipher::Aes256Cbc, Mac::Sha1, Digest::Sha256, T10),
    s(0x00bd, c"TLS_DHE_DSS_CAMELLIA_128_CBC_SHA256", Some(Kx::DheDss), Cipher::Camellia128Cbc, Mac::Sha256, Digest::Sha256, T12),
    s(0x00c3, c"TLS_DHE_DSS_CAMELLIA_256_CBC_SHA256", Some(Kx::DheDss), Cipher::Camellia256Cbc, Mac::Sha256, Digest::Sha256, T12),
    s(0x0044, c"TLS_DHE_DSS_CAMELLIA_128_CBC_SHA1", Some(Kx::DheDss), Cipher::Camellia128Cbc, Mac::Sha1, Digest::Sha256, T10),
    s(0x0087, c"TLS_DHE_DSS_CAMELLIA_256_CBC_SHA1", Some(Kx::DheDss), Cipher::Camellia256Cbc, Mac::Sha1, Digest::Sha256, T10),
    s(0x0040, c"TLS_DHE_DSS_AES_128_CBC_SHA256", Some(Kx::DheDss), Cipher::Aes128Cbc, Mac::Sha256, Digest::Sha256, T12),
    s(0x006a, c"TLS_DHE_DSS_AES_256_CBC_SHA256", Some(Kx::DheDss), Cipher::Aes256Cbc, Mac::Sha256, Digest::Sha256, T12),
    s(0x00a2, c"TLS_DHE_DSS_AES_128_GCM_SHA256", Some(Kx::DheDss), Cipher::Aes128Gcm, Mac::Aead, Digest::Sha256, T12),
    s(0x00a3, c"TLS_DHE_DSS_AES_256_GCM_SHA384", Some(Kx::DheDss), Cipher::Aes256Gcm, Mac::Aead, Digest::Sha384, T12),
    s(0xc080, c"TLS_DHE_DSS_CAMELLIA_128_GCM_SHA256", Some(Kx::DheDss), Cipher::Camellia128Gcm, Mac::Aead, Digest::Sha256, T12),
    s(0xc081, c"TLS_DHE_DSS_CAMELLIA_256_GCM_SHA384", Some(Kx::DheDss), Cipher::Camellia256Gcm, Mac::Aead, Digest::Sha384, T12),
    s(0x0016, c"TLS_DHE_RSA_3DES_EDE_CBC_SHA1", Some(Kx::DheRsa), Cipher::TripleDesCbc, Mac::Sha1, Digest::Sha256, T10),
    s(0x0033, c"TLS_DHE_RSA_AES_128_CBC_SHA1", Some(Kx::DheRsa), Cipher::Aes128Cbc, Mac::Sha1, Digest::Sha256, T10),
    s(0x0039, c"TLS_DHE_RSA_AES_256_CBC_SHA1", Some(Kx::DheRsa), Cipher::Aes256Cbc, Mac::Sha1, Digest::Sha256, T10),
    s(0x00be, c"TLS_DHE_RSA_CAMELLIA_128_CBC_SHA256", Some(Kx::DheRsa), Cipher::Camellia128Cbc, Mac::Sha256, Digest::Sha256, T12),
    s(0x00c4, c"TLS_DHE_RSA_CAMELLIA_256_CBC_SHA256", Some(Kx::DheRsa), Cipher::Camellia256Cbc, Mac::Sha256, Digest::Sha256, T12),
    s(0x0045, c"TLS_DHE_RSA_CAMELLIA_128_CBC_SHA1", Some(Kx::DheRsa), Cipher::Camellia128Cbc, Mac::Sha1, Digest::Sha256, T10),
    s(0x0088, c"TLS_DHE_RSA_CAMELLIA_256_CBC_SHA1", Some(Kx::DheRsa), Cipher::Camellia256Cbc, Mac::Sha1, Digest::Sha256, T10),
    s(0x0067, c"TLS_DHE_RSA_AES_128_CBC_SHA256", Some(Kx::DheRsa), Cipher::Aes128Cbc, Mac::Sha256, Digest::Sha256, T12),
    s(0x006b, c"TLS_DHE_RSA_AES_256_CBC_SHA256", Some(Kx::DheRsa), Cipher::Aes256Cbc, Mac::Sha256, Digest::Sha256, T12),
    s(0x009e, c"TLS_DHE_RSA_AES_128_GCM_SHA256", Some(Kx::DheRsa), Cipher::Aes128Gcm, Mac::Aead, Digest::Sha256, T12),
    s(0x009f, c"TLS_DHE_RSA_AES_256_GCM_SHA384", Some(Kx::DheRsa), Cipher::Aes256Gcm, Mac::Aead, Digest::Sha384, T12),
    s(0xc07c, c"TLS_DHE_RSA_CAMELLIA_128_GCM_SHA256", Some(Kx::DheRsa), Cipher::Camellia128Gcm, Mac::Aead, Digest::Sha256, T12),
    s(0xc07d, c"TLS_DHE_RSA_CAMELLIA_256_GCM_SHA384", Some(Kx::DheRsa), Cipher::Camellia256Gcm, Mac::Aead, Digest::Sha384, T12),
    s(0xccaa, c"TLS_DHE_RSA_CHACHA20_POLY1305", Some(Kx::DheRsa), Cipher::Chacha20Poly1305, Mac::Aead, Digest::Sha256, T12),
    s(0xc09e, c"TLS_DHE_RSA_AES_128_CCM", Some(Kx::DheRsa), Cipher::Aes128Ccm, Mac::Aead, Digest::Sha256, T12),
    s(0xc09f, c"TLS_DHE_RSA_AES_256_CCM", Some(Kx::DheRsa), Cipher::Aes256Ccm, Mac::Aead, Digest::Sha256, T12),
    s(0xc0a2, c"TLS_DHE_RSA_AES_128_CCM_8", Some(Kx::DheRsa), Cipher::Aes128Ccm8, Mac::Aead, Digest::Sha256, T12),
    s(0xc0a3, c"TLS_DHE_RSA_AES_256_CCM_8", Some(Kx::DheRsa), Cipher::Aes256Ccm8, Mac::Aead, Digest::Sha256, T12),
    s(0xc010, c"TLS_ECDHE_RSA_NULL_SHA1", Some(Kx::EcdheRsa), Cipher::Null, Mac::Sha1, Digest::Sha256, T10),
    s(0xc012, c"TLS_ECDHE_RSA_3DES_EDE_CBC_SHA1", Some(Kx::EcdheRsa), Cipher::TripleDesCbc, Mac::Sha1, Digest::Sha256, T10),
    s(0xc013, c"TLS_ECDHE_RSA_AES_128_CBC_SHA1", Some(Kx::EcdheRsa), Cipher::Aes128Cbc, Mac::Sha1, Digest::Sha256, T10),
    s(0xc014, c"TLS_ECDHE_RSA_AES_256_CBC_SHA1", Some(Kx::EcdheRsa), Cipher::Aes256Cbc, Mac::Sha1, Digest::Sha256, T10),
    s(0xc028, c"TLS_ECDHE_RSA_AES_256_CBC_SHA384", Some(Kx::EcdheRsa), Cipher::Aes256Cbc, Mac::Sha384, Digest::Sha384, T12),
    s(0xc011, c"TLS_ECDHE_RSA_ARCFOUR_128_SHA1", Some(Kx::EcdheRsa), Cipher::Arcfour128, Mac::Sha1, Digest::Sha256, T10_STREAM),
    s(0xc076, c"TLS_ECDHE_RSA_CAMELLIA_128_CBC_SHA256", Some(Kx::EcdheRsa), Cipher::Camellia128Cbc, Mac::Sha256, Digest::Sha256, T12),
    s(0xc077, c"TLS_ECDHE_RSA_CAMELLIA_256_CBC_SHA384", Some(Kx::EcdheRsa), Cipher::Camellia256Cbc, Mac::Sha384, Digest::Sha384, T12),
    s(0xc006, c"TLS_ECDHE_ECDSA_NULL_SHA1", Some(Kx::EcdheEcdsa), Cipher::Null, Mac::Sha1, Digest::Sha256, T10),
    s(0xc008, c"TLS_ECDHE_ECDSA_3DES_EDE_CBC_SHA1", Some(Kx::EcdheEcdsa), Cipher::TripleDesCbc, Mac::Sha1, Digest::Sha256, T10),
    s(0xc009, c"TLS_ECDHE_ECDSA_AES_128_CBC_SHA1", Some(Kx::EcdheEcdsa), Cipher::Aes128Cbc, Mac::Sha1, Digest::Sha256, T10),
    s(0xc00a, c"TLS_ECDHE_ECDSA_AES_256_CBC_SHA1", Some(Kx::EcdheEcdsa), Cipher::Aes256Cbc, Mac::Sha1, Digest::Sha256, T10),
    s(0xc007, c"TLS_ECDHE_ECDSA_ARCFOUR_128_SHA1", Some(Kx::EcdheEcdsa), Cipher::Arcfour128, Mac::Sha1, Digest::Sha256, T10_STREAM),
    s(0xc072, c"TLS_ECDHE_ECDSA_CAMELLIA_128_CBC_SHA256", Some(Kx::EcdheEcdsa), Cipher::Camellia128Cbc, Mac::Sha256, Digest::Sha256, T12),
    s(0xc073, c"TLS_ECDHE_ECDSA_CAMELLIA_256_CBC_SHA384", Some(Kx::EcdheEcdsa), Cipher::Camellia256Cbc, Mac::Sha384, Digest::Sha384, T12),
    s(0xc023, c"TLS_ECDHE_ECDSA_AES_128_CBC_SHA256", Some(Kx::EcdheEcdsa), Cipher::Aes128Cbc, Mac::Sha256, Digest::Sha256, T12),
    s(0xc027, c"TLS_ECDHE_RSA_AES_128_CBC_SHA256", Some(Kx::EcdheRsa), Cipher::Aes128Cbc, Mac::Sha256, Digest::Sha256, T12),
    s(0xc086, c"TLS_ECDHE_ECDSA_CAMELLIA_128_GCM_SHA256", Some(Kx::EcdheEcdsa), Cipher::Camellia128Gcm, Mac::Aead, Digest::Sha256, T12),
    s(0xc087, c"TLS_ECDHE_ECDSA_CAMELLIA_256_GCM_SHA384", Some(Kx::EcdheEcdsa), Cipher::Camellia256Gcm, Mac::Aead, Digest::Sha384, T12),
    s(0xc02b, c"TLS_ECDHE_ECDSA_AES_128_GCM_SHA256", Some(Kx::EcdheEcdsa), Cipher::Aes128Gcm, Mac::Aead, Digest::Sha256, T12),
    s(0xc02c, c"TLS_ECDHE_ECDSA_AES_256_GCM_SHA384", Some(Kx::EcdheEcdsa), Cipher::Aes256Gcm, Mac::Aead, Digest::Sha384, T12),
    s(0xc02f, c"TLS_ECDHE_RSA_AES_128_GCM_SHA256", Some(Kx::EcdheRsa), Cipher::Aes128Gcm, Mac::Aead, Digest::Sha256, T12),
    s(0xc030, c"TLS_ECDHE_RSA_AES_256_GCM_SHA384", Some(Kx::EcdheRsa), Cipher::Aes256Gcm, Mac::Aead, Digest::Sha384, T12),
    s(0xc024, c"TLS_ECDHE_ECDSA_AES_256_CBC_SHA384", Some(Kx::EcdheEcdsa), Cipher::Aes256Cbc, Mac::Sha384, Digest::Sha384, T12),
    s(0xc08a, c"TLS_ECDHE_RSA_CAMELLIA_128_GCM_SHA256", Some(Kx::EcdheRsa), Cipher::Camellia128Gcm, Mac::Aead, Digest::Sha256, T12),
    s(0xc08b, c"TLS_ECDHE_RSA_CAMELLIA_256_GCM_SHA384", Some(Kx::EcdheRsa), Cipher::Camellia256Gcm, Mac::Aead, Digest::Sha384, T12),
    s(0xcca8, c"TLS_ECDHE_RSA_CHACHA20_POLY1305", Some(Kx::EcdheRsa), Cipher::Chacha20Poly1305, Mac::Aead, Digest::Sha256, T12),
    s(0xcca9, c"TLS_ECDHE_ECDSA_CHACHA20_POLY1305", Some(Kx::EcdheEcdsa), Cipher::Chacha20Poly1305, Mac::Aead, Digest::Sha256, T12),
    s(0xc0ac, c"TLS_ECDHE_ECDSA_AES_128_CCM", Some(Kx::EcdheEcdsa), Cipher::Aes128Ccm, Mac::Aead, Digest::Sha256, T12),
    s(0xc0ad, c"TLS_ECDHE_ECDSA_AES_256_CCM", Some(Kx::EcdheEcdsa), Cipher::Aes256Ccm, Mac::Aead, Digest::Sha256, T12),
    s(0xc0ae, c"TLS_ECDHE_ECDSA_AES_128_CCM_8", Some(Kx::EcdheEcdsa), Cipher::Aes128Ccm8, Mac::Aead, Digest::Sha256, T12),
    s(0xc0af, c"TLS_ECDHE_ECDSA_AES_256_CCM_8", Some(Kx::EcdheEcdsa), Cipher::Aes256Ccm8, Mac::Aead, Digest::Sha256, T12),
    s(0xc034, c"TLS_ECDHE_PSK_3DES_EDE_CBC_SHA1", Some(Kx::EcdhePsk), Cipher::TripleDesCbc, Mac::Sha1, Digest::Sha256, T10),
    s(0xc035, c"TLS_ECDHE_PSK_AES_128_CBC_SHA1", Some(Kx::EcdhePsk), Cipher::Aes128Cbc, Mac::Sha1, Digest::Sha256, T10),
    s(0xc036, c"TLS_ECDHE_PSK_AES_256_CBC_SHA1", Some(Kx::EcdhePsk), Cipher::Aes256Cbc, Mac::Sha1, Digest::Sha256, T10),
    s(0xc037, c"TLS_ECDHE_PSK_AES_128_CBC_SHA256", Some(Kx::EcdhePsk), Cipher::Aes128Cbc, Mac::Sha256, Digest::Sha256, T12),
    s(0xc038, c"TLS_ECDHE_PSK_AES_256_CBC_SHA384", Some(Kx::EcdhePsk), Cipher::Aes256Cbc, Mac::Sha384, Digest::Sha384, T12),
    s(0xc033, c"TLS_ECDHE_PSK_ARCFOUR_128_SHA1", Some(Kx::EcdhePsk), Cipher::Arcfour128, Mac::Sha1, Digest::Sha256, T10_STREAM),
    s(0xc039, c"TLS_ECDHE_PSK_NULL_SHA1", Some(Kx::EcdhePsk), Cipher::Null, Mac::Sha1, Digest::Sha256, T10),
    s(0xc03a, c"TLS_ECDHE_PSK_NULL_SHA256", Some(Kx::EcdhePsk), Cipher::Null, Mac::Sha256, Digest::Sha256, T12),
    s(0xc03b, c"TLS_ECDHE_PSK_NULL_SHA384", Some(Kx::EcdhePsk), Cipher::Null, Mac::Sha384, Digest::Sha384, T10),
    s(0xc09a, c"TLS_ECDHE_PSK_CAMELLIA_128_CBC_SHA256", Some(Kx::EcdhePsk), Cipher::Camellia128Cbc, Mac::Sha256, Digest::Sha256, T12),
    s(0xc09b, c"TLS_ECDHE_PSK_CAMELLIA_256_CBC_SHA384", Some(Kx::EcdhePsk), Cipher::Camellia256Cbc, Mac::Sha384, Digest::Sha384, T12),
    s(0x008a, c"TLS_PSK_ARCFOUR_128_SHA1", Some(Kx::Psk), Cipher::Arcfour128, Mac::Sha1, Digest::Sha256, T10_STREAM),
    s(0x008b, c"TLS_PSK_3DES_EDE_CBC_SHA1", Some(Kx::Psk), Cipher::TripleDesCbc, Mac::Sha1, Digest::Sha256, T10),
    s(0x008c, c"TLS_PSK_AES_128_CBC_SHA1", Some(Kx::Psk), Cipher::Aes128Cbc, Mac::Sha1, Digest::Sha256, T10),
    s(0x008d, c"TLS_PSK_AES_256_CBC_SHA1", Some(Kx::Psk), Cipher::Aes256Cbc, Mac::Sha1, Digest::Sha256, T10),
    s(0x00ae, c"TLS_PSK_AES_128_CBC_SHA256", Some(Kx::Psk), Cipher::Aes128Cbc, Mac::Sha256, Digest::Sha256, T12),
    s(0x00a9, c"TLS_PSK_AES_256_GCM_SHA384", Some(Kx::Psk), Cipher::Aes256Gcm, Mac::Aead, Digest::Sha384, T12),
    s(0xc08e, c"TLS_PSK_CAMELLIA_128_GCM_SHA256", Some(Kx::Psk), Cipher::Camellia128Gcm, Mac::Aead, Digest::Sha256, T12),
    s(0xc08f, c"TLS_PSK_CAMELLIA_256_GCM_SHA384", Some(Kx::Psk), Cipher::Camellia256Gcm, Mac::Aead, Digest::Sha384, T12),
    s(0x00a8, c"TLS_PSK_AES_128_GCM_SHA256", Some(Kx::Psk), Cipher::Aes128Gcm, Mac::Aead, Digest::Sha256, T12),
    s(0x002c, c"TLS_PSK_NULL_SHA1", Some(Kx::Psk), Cipher::Null, Mac::Sha1, Digest::Sha256, T10),
    s(0x00b0, c"TLS_PSK_NULL_SHA256", Some(Kx::Psk), Cipher::Null, Mac::Sha256, Digest::Sha256, T12),
    s(0xc094, c"TLS_PSK_CAMELLIA_128_CBC_SHA256", Some(Kx::Psk), Cipher::Camellia128Cbc, Mac::Sha256, Digest::Sha256, T12),
    s(0xc095, c"TLS_PSK_CAMELLIA_256_CBC_SHA384", Some(Kx::Psk), Cipher::Camellia256Cbc, Mac::Sha384, Digest::Sha384, T12),
    s(0x00af, c"TLS_PSK_AES_256_CBC_SHA384", Some(Kx::Psk), Cipher::Aes256Cbc, Mac::Sha384, Digest::Sha384, T12),
    s(0x00b1, c"TLS_PSK_NULL_SHA384", Some(Kx::Psk), Cipher::Null, Mac::Sha384, Digest::Sha384, T12),
    s(0x0092, c"TLS_RSA_PSK_ARCFOUR_128_SHA1", Some(Kx::RsaPsk), Cipher::Arcfour128, Mac::Sha1, Digest::Sha256, T10_STREAM),
    s(0x0093, c"TLS_RSA_PSK_3DES_EDE_CBC_SHA1", Some(Kx::RsaPsk), Cipher::TripleDesCbc, Mac::Sha1, Digest::Sha256, T10),
    s(0x0094, c"TLS_RSA_PSK_AES_128_CBC_SHA1", Some(Kx::RsaPsk), Cipher::Aes128Cbc, Mac::Sha1, Digest::Sha256, T10),
    s(0x0095, c"TLS_RSA_PSK_AES_256_CBC_SHA1", Some(Kx::RsaPsk), Cipher::Aes256Cbc, Mac::Sha1, Digest::Sha256, T10),
    s(0xc092, c"TLS_RSA_PSK_CAMELLIA_128_GCM_SHA256", Some(Kx::RsaPsk), Cipher::Camellia128Gcm, Mac::Aead, Digest::Sha256, T12),
    s(0xc093, c"TLS_RSA_PSK_CAMELLIA_256_GCM_SHA384", Some(Kx::RsaPsk), Cipher::Camellia256Gcm, Mac::Aead, Digest::Sha384, T12),
    s(0x00ac, c"TLS_RSA_PSK_AES_128_GCM_SHA256", Some(Kx::RsaPsk), Cipher::Aes128Gcm, Mac::Aead, Digest::Sha256, T12),
    s(0x00b6, c"TLS_RSA_PSK_AES_128_CBC_SHA256", Some(Kx::RsaPsk), Cipher::Aes128Cbc, Mac::Sha256, Digest::Sha256, T12),
    s(0x002e, c"TLS_RSA_PSK_NULL_SHA1", Some(Kx::RsaPsk), Cipher::Null, Mac::Sha1, Digest::Sha256, T10),
    s(0x00b8, c"TLS_RSA_PSK_NULL_SHA256", Some(Kx::RsaPsk), Cipher::Null, Mac::Sha256, Digest::Sha256, T12),
    s(0x00ad, c"TLS_RSA_PSK_AES_256_GCM_SHA384", Some(Kx::RsaPsk), Cipher::Aes256Gcm, Mac::Aead, Digest::Sha384, T12),
    s(0x00b7, c"TLS_RSA_PSK_AES_256_CBC_SHA384", Some(Kx::RsaPsk), Cipher::Aes256Cbc, Mac::Sha384, Digest::Sha384, T12),
    s(0x00b9, c"TLS_RSA_PSK_NULL_SHA384", Some(Kx::RsaPsk), Cipher::Null, Mac::Sha384, Digest::Sha384, T12),
    s(0xc098, c"TLS_RSA_PSK_CAMELLIA_128_CBC_SHA256", Some(Kx::RsaPsk), Cipher::Camellia128Cbc, Mac::Sha256, Digest::Sha256, T12),
    s(0xc099, c"TLS_RSA_PSK_CAMELLIA_256_CBC_SHA384", Some(Kx::RsaPsk), Cipher::Camellia256Cbc, Mac::Sha384, Digest::Sha384, T12),
    s(0x008e, c"TLS_DHE_PSK_ARCFOUR_128_SHA1", Some(Kx::DhePsk), Cipher::Arcfour128, Mac::Sha1, Digest::Sha256, T10_STREAM),
    s(0x008f, c"TLS_DHE_PSK_3DES_EDE_CBC_SHA1", Some(Kx::DhePsk), Cipher::TripleDesCbc, Mac::Sha1, Digest::Sha256, T10),
    s(0x0090, c"TLS_DHE_PSK_AES_128_CBC_SHA1", Some(Kx::DhePsk), Cipher::Aes128Cbc, Mac::Sha1, Digest::Sha256, T10),
    s(0x0091, c"TLS_DHE_PSK_AES_256_CBC_SHA1", Some(Kx::DhePsk), Cipher::Aes256Cbc, Mac::Sha1, Digest::Sha256, T10),
    s(0x00b2, c"TLS_DHE_PSK_AES_128_CBC_SHA256", Some(Kx::DhePsk), Cipher::Aes128Cbc, Mac::Sha256, Digest::Sha256, T12),
    s(0x00aa, c"TLS_DHE_PSK_AES_128_GCM_SHA256", Some(Kx::DhePsk), Cipher::Aes128Gcm, Mac::Aead, Digest::Sha256, T12),
    s(0x002d, c"TLS_DHE_PSK_NULL_SHA1", Some(Kx::DhePsk), Cipher::Null, Mac::Sha1, Digest::Sha256, T10),
    s(0x00b4, c"TLS_DHE_PSK_NULL_SHA256", Some(Kx::DhePsk), Cipher::Null, Mac::Sha256, Digest::Sha256, T12),
    s(0x00b5, c"TLS_DHE_PSK_NULL_SHA384", Some(Kx::DhePsk), Cipher::Null, Mac::Sha384, Digest::Sha384, T12),
    s(0x00b3, c"TLS_DHE_PSK_AES_256_CBC_SHA384", Some(Kx::DhePsk), Cipher::Aes256Cbc, Mac::Sha384, Digest::Sha384, T12),
    s(0x00ab, c"TLS_DHE_PSK_AES_256_GCM_SHA384", Some(Kx::DhePsk), Cipher::Aes256Gcm, Mac::Aead, Digest::Sha384, T12),
    s(0xc096, c"TLS_DHE_PSK_CAMELLIA_128_CBC_SHA256", Some(Kx::DhePsk), Cipher::Camellia128Cbc, Mac::Sha256, Digest::Sha256, T12),
    s(0xc097, c"TLS_DHE_PSK_CAMELLIA_256_CBC_SHA384", Some(Kx::DhePsk), Cipher::Camellia256Cbc, Mac::Sha384, Digest::Sha384, T12),
    s(0xc090, c"TLS_DHE_PSK_CAMELLIA_128_GCM_SHA256", Some(Kx::DhePsk), Cipher::Camellia128Gcm, Mac::Aead, Digest::Sha256, T12),
    s(0xc091, c"TLS_DHE_PSK_CAMELLIA_256_GCM_SHA384", Some(Kx::DhePsk), Cipher::Camellia256Gcm, Mac::Aead, Digest::Sha384, T12),
    s(0xc0a4, c"TLS_PSK_AES_128_CCM", Some(Kx::Psk), Cipher::Aes128Ccm, Mac::Aead, Digest::Sha256, T12),
    s(0xc0a5, c"TLS_PSK_AES_256_CCM", Some(Kx::Psk), Cipher::Aes256Ccm, Mac::Aead, Digest::Sha256, T12),
    s(0xc0a6, c"TLS_DHE_PSK_AES_128_CCM", Some(Kx::DhePsk), Cipher::Aes128Ccm, Mac::Aead, Digest::Sha256, T12),
    s(0xc0a7, c"TLS_DHE_PSK_AES_256_CCM", Some(Kx::DhePsk), Cipher::Aes256Ccm, Mac::Aead, Digest::Sha256, T12),
    s(0xc0a8, c"TLS_PSK_AES_128_CCM_8", Some(Kx::Psk), Cipher::Aes128Ccm8, Mac::Aead, Digest::Sha256, T12),
    s(0xc0a9, c"TLS_PSK_AES_256_CCM_8", Some(Kx::Psk), Cipher::Aes256Ccm8, Mac::Aead, Digest::Sha256, T12),
    s(0xc0aa, c"TLS_DHE_PSK_AES_128_CCM_8", Some(Kx::DhePsk), Cipher::Aes128Ccm8, Mac::Aead, Digest::Sha256, T12),
    s(0xc0ab, c"TLS_DHE_PSK_AES_256_CCM_8", Some(Kx::DhePsk), Cipher::Aes256Ccm8, Mac::Aead, Digest::Sha256, T12),
    s(0xccad, c"TLS_DHE_PSK_CHACHA20_POLY1305", Some(Kx::DhePsk), Cipher::Chacha20Poly1305, Mac::Aead, Digest::Sha256, T12),
    s(0xccac, c"TLS_ECDHE_PSK_CHACHA20_POLY1305", Some(Kx::EcdhePsk), Cipher::Chacha20Poly1305, Mac::Aead, Digest::Sha256, T12),
    s(0xccae, c"TLS_RSA_PSK_CHACHA20_POLY1305", Some(Kx::RsaPsk), Cipher::Chacha20Poly1305, Mac::Aead, Digest::Sha256, T12),
    s(0xccab, c"TLS_PSK_CHACHA20_POLY1305", Some(Kx::Psk), Cipher::Chacha20Poly1305, Mac::Aead, Digest::Sha256, T12),
    s(0x0018, c"TLS_DH_ANON_ARCFOUR_128_MD5", Some(Kx::AnonDh), Cipher::Arcfour128, Mac::Md5, Digest::Sha256, T10_STREAM),
    s(0x001b, c"TLS_DH_ANON_3DES_EDE_CBC_SHA1", Some(Kx::AnonDh), Cipher::TripleDesCbc, Mac::Sha1, Digest::Sha256, T10),
    s(0x0034, c"TLS_DH_ANON_AES_128_CBC_SHA1", Some(Kx::AnonDh), Cipher::Aes128Cbc, Mac::Sha1, Digest::Sha256, T10),
    s(0x003a, c"TLS_DH_ANON_AES_256_CBC_SHA1", Some(Kx::AnonDh), Cipher::Aes256Cbc, Mac::Sha1, Digest::Sha256, T10),
    s(0x00bf, c"TLS_DH_ANON_CAMELLIA_128_CBC_SHA256", Some(Kx::AnonDh), Cipher::Camellia128Cbc, Mac::Sha256, Digest::Sha256, T12),
    s(0x00c5, c"TLS_DH_ANON_CAMELLIA_256_CBC_SHA256", Some(Kx::AnonDh), Cipher::Camellia256Cbc, Mac::Sha256, Digest::Sha256, T12),
    s(0x0046, c"TLS_DH_ANON_CAMELLIA_128_CBC_SHA1", Some(Kx::AnonDh), Cipher::Camellia128Cbc, Mac::Sha1, Digest::Sha256, T10),
    s(0x0089, c"TLS_DH_ANON_CAMELLIA_256_CBC_SHA1", Some(Kx::AnonDh), Cipher::Camellia256Cbc, Mac::Sha1, Digest::Sha256, T10),
    s(0x006c, c"TLS_DH_ANON_AES_128_CBC_SHA256", Some(Kx::AnonDh), Cipher::Aes128Cbc, Mac::Sha256, Digest::Sha256, T12),
    s(0x006d, c"TLS_DH_ANON_AES_256_CBC_SHA256", Some(Kx::AnonDh), Cipher::Aes256Cbc, Mac::Sha256, Digest::Sha256, T12),
    s(0x00a6, c"TLS_DH_ANON_AES_128_GCM_SHA256", Some(Kx::AnonDh), Cipher::Aes128Gcm, Mac::Aead, Digest::Sha256, T12),
    s(0x00a7, c"TLS_DH_ANON_AES_256_GCM_SHA384", Some(Kx::AnonDh), Cipher::Aes256Gcm, Mac::Aead, Digest::Sha384, T12),
    s(0xc084, c"TLS_DH_ANON_CAMELLIA_128_GCM_SHA256", Some(Kx::AnonDh), Cipher::Camellia128Gcm, Mac::Aead, Digest::Sha256, T12),
    s(0xc085, c"TLS_DH_ANON_CAMELLIA_256_GCM_SHA384", Some(Kx::AnonDh), Cipher::Camellia256Gcm, Mac::Aead, Digest::Sha384, T12),
    s(0xc015, c"TLS_ECDH_ANON_NULL_SHA1", Some(Kx::AnonEcdh), Cipher::Null, Mac::Sha1, Digest::Sha256, T10),
    s(0xc017, c"TLS_ECDH_ANON_3DES_EDE_CBC_SHA1", Some(Kx::AnonEcdh), Cipher::TripleDesCbc, Mac::Sha1, Digest::Sha256, T10),
    s(0xc018, c"TLS_ECDH_ANON_AES_128_CBC_SHA1", Some(Kx::AnonEcdh), Cipher::Aes128Cbc, Mac::Sha1, Digest::Sha256, T10),
    s(0xc019, c"TLS_ECDH_ANON_AES_256_CBC_SHA1", Some(Kx::AnonEcdh), Cipher::Aes256Cbc, Mac::Sha1, Digest::Sha256, T10),
    s(0xc016, c"TLS_ECDH_ANON_ARCFOUR_128_SHA1", Some(Kx::AnonEcdh), Cipher::Arcfour128, Mac::Sha1, Digest::Sha256, T10_STREAM),
    s(0xc01a, c"TLS_SRP_SHA_3DES_EDE_CBC_SHA1", Some(Kx::Srp), Cipher::TripleDesCbc, Mac::Sha1, Digest::Sha256, T10),
    s(0xc01d, c"TLS_SRP_SHA_AES_128_CBC_SHA1", Some(Kx::Srp), Cipher::Aes128Cbc, Mac::Sha1, Digest::Sha256, T10),
    s(0xc020, c"TLS_SRP_SHA_AES_256_CBC_SHA1", Some(Kx::Srp), Cipher::Aes256Cbc, Mac::Sha1, Digest::Sha256, T10),
    s(0xc01c, c"TLS_SRP_SHA_DSS_3DES_EDE_CBC_SHA1", Some(Kx::SrpDss), Cipher::TripleDesCbc, Mac::Sha1, Digest::Sha256, T10),
    s(0xc01b, c"TLS_SRP_SHA_RSA_3DES_EDE_CBC_SHA1", Some(Kx::SrpRsa), Cipher::TripleDesCbc, Mac::Sha1, Digest::Sha256, T10),
    s(0xc01f, c"TLS_SRP_SHA_DSS_AES_128_CBC_SHA1", Some(Kx::SrpDss), Cipher::Aes128Cbc, Mac::Sha1, Digest::Sha256, T10),
    s(0xc01e, c"TLS_SRP_SHA_RSA_AES_128_CBC_SHA1", Some(Kx::SrpRsa), Cipher::Aes128Cbc, Mac::Sha1, Digest::Sha256, T10),
    s(0xc022, c"TLS_SRP_SHA_DSS_AES_256_CBC_SHA1", Some(Kx::SrpDss), Cipher::Aes256Cbc, Mac::Sha1, Digest::Sha256, T10),
    s(0xc021, c"TLS_SRP_SHA_RSA_AES_256_CBC_SHA1", Some(Kx::SrpRsa), Cipher::Aes256Cbc, Mac::Sha1, Digest::Sha256, T10),
    s(0xc102, c"TLS_GOSTR341112_256_28147_CNT_IMIT", Some(Kx::VkoGost12), Cipher::Gost28147Tc26zCnt, Mac::Gost28147Tc26zImit, Digest::Streebog256, T12_ONLY),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_number_is_one_suite() {
        for suite in SUITES {
            assert_eq!(by_wire(suite.wire), Some(suite));
            // Lists of suites are made of their algorithms.
            assert_eq!(by_algorithms(suite.kx, suite.cipher, suite.mac), Some(suite));
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
