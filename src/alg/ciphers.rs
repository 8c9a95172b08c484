//! Properties of ciphers.
use core::ffi::CStr;

use super::Cipher;

/// How a cipher protects a TLS record (RFC 5246 6.2.3).
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    Stream,
    Block,
    Aead,
}

struct Info {
    name: &'static CStr,
    key: usize,
    block: usize,
    iv: usize,
    tag: usize,
    kind: Kind,
}

impl Info {
    const fn new(name: &'static CStr, key: usize, block: usize, iv: usize, tag: usize, kind: Kind) -> Info {
        Info { name, key, block, iv, tag, kind }
    }
}

impl Cipher {
    /// In the order of `gnutls_cipher_list`.
    pub const LIST: &'static [Cipher] = &[
        Cipher::Aes256Cbc,
        Cipher::Aes192Cbc,
        Cipher::Aes128Cbc,
        Cipher::Aes128Gcm,
        Cipher::Aes192Gcm,
        Cipher::Aes256Gcm,
        Cipher::Aes128Ccm,
        Cipher::Aes256Ccm,
        Cipher::Aes128Ccm8,
        Cipher::Aes256Ccm8,
        Cipher::Arcfour128,
        Cipher::EstreamSalsa20_256,
        Cipher::Salsa20_256,
        Cipher::Chacha20_32,
        Cipher::Chacha20_64,
        Cipher::Camellia256Cbc,
        Cipher::Camellia192Cbc,
        Cipher::Camellia128Cbc,
        Cipher::Chacha20Poly1305,
        Cipher::Camellia128Gcm,
        Cipher::Camellia256Gcm,
        Cipher::Gost28147Tc26zCfb,
        Cipher::Gost28147CpaCfb,
        Cipher::Gost28147CpbCfb,
        Cipher::Gost28147CpcCfb,
        Cipher::Gost28147CpdCfb,
        Cipher::Aes128Cfb8,
        Cipher::Aes192Cfb8,
        Cipher::Aes256Cfb8,
        Cipher::Aes128Xts,
        Cipher::Aes256Xts,
        Cipher::Aes128Siv,
        Cipher::Aes256Siv,
        Cipher::Gost28147Tc26zCnt,
        Cipher::MagmaCtrAcpkm,
        Cipher::KuznyechikCtrAcpkm,
        Cipher::TripleDesCbc,
        Cipher::DesCbc,
        Cipher::Rc2_40Cbc,
        Cipher::Null,
        Cipher::Aes128SivGcm,
        Cipher::Aes256SivGcm,
        Cipher::Aes128Cfb,
        Cipher::Aes192Cfb,
        Cipher::Aes256Cfb,
    ];

    /// The properties of a cipher: name, sizes of key, block, nonce and tag in bytes, and kind.
    const fn info(self) -> Info {
        match self {
            Cipher::Null => Info::new(c"NULL", 0, 1, 0, 0, Kind::Stream),
            Cipher::Arcfour128 => Info::new(c"ARCFOUR-128", 16, 1, 0, 0, Kind::Stream),
            Cipher::TripleDesCbc => Info::new(c"3DES-CBC", 24, 8, 8, 0, Kind::Block),
            Cipher::Aes128Cbc => Info::new(c"AES-128-CBC", 16, 16, 16, 0, Kind::Block),
            Cipher::Aes256Cbc => Info::new(c"AES-256-CBC", 32, 16, 16, 0, Kind::Block),
            Cipher::Arcfour40 => Info::new(c"ARCFOUR-40", 5, 1, 0, 0, Kind::Stream),
            Cipher::Camellia128Cbc => Info::new(c"CAMELLIA-128-CBC", 16, 16, 16, 0, Kind::Block),
            Cipher::Camellia256Cbc => Info::new(c"CAMELLIA-256-CBC", 32, 16, 16, 0, Kind::Block),
            Cipher::Aes192Cbc => Info::new(c"AES-192-CBC", 24, 16, 16, 0, Kind::Block),
            Cipher::Aes128Gcm => Info::new(c"AES-128-GCM", 16, 16, 12, 16, Kind::Aead),
            Cipher::Aes256Gcm => Info::new(c"AES-256-GCM", 32, 16, 12, 16, Kind::Aead),
            Cipher::Camellia192Cbc => Info::new(c"CAMELLIA-192-CBC", 24, 16, 16, 0, Kind::Block),
            Cipher::Salsa20_256 => Info::new(c"SALSA20-256", 32, 64, 8, 0, Kind::Stream),
            Cipher::EstreamSalsa20_256 => Info::new(c"ESTREAM-SALSA20-256", 32, 64, 8, 0, Kind::Stream),
            Cipher::Camellia128Gcm => Info::new(c"CAMELLIA-128-GCM", 16, 16, 12, 16, Kind::Aead),
            Cipher::Camellia256Gcm => Info::new(c"CAMELLIA-256-GCM", 32, 16, 12, 16, Kind::Aead),
            Cipher::Rc2_40Cbc => Info::new(c"RC2-40", 5, 8, 8, 0, Kind::Block),
            Cipher::DesCbc => Info::new(c"DES-CBC", 8, 8, 8, 0, Kind::Block),
            Cipher::Aes128Ccm => Info::new(c"AES-128-CCM", 16, 16, 12, 16, Kind::Aead),
            Cipher::Aes256Ccm => Info::new(c"AES-256-CCM", 32, 16, 12, 16, Kind::Aead),
            Cipher::Aes128Ccm8 => Info::new(c"AES-128-CCM-8", 16, 16, 12, 8, Kind::Aead),
            Cipher::Aes256Ccm8 => Info::new(c"AES-256-CCM-8", 32, 16, 12, 8, Kind::Aead),
            Cipher::Chacha20Poly1305 => Info::new(c"CHACHA20-POLY1305", 32, 64, 12, 16, Kind::Aead),
            Cipher::Gost28147Tc26zCfb => Info::new(c"GOST28147-TC26Z-CFB", 32, 8, 8, 0, Kind::Stream),
            Cipher::Gost28147CpaCfb => Info::new(c"GOST28147-CPA-CFB", 32, 8, 8, 0, Kind::Stream),
            Cipher::Gost28147CpbCfb => Info::new(c"GOST28147-CPB-CFB", 32, 8, 8, 0, Kind::Stream),
            Cipher::Gost28147CpcCfb => Info::new(c"GOST28147-CPC-CFB", 32, 8, 8, 0, Kind::Stream),
            Cipher::Gost28147CpdCfb => Info::new(c"GOST28147-CPD-CFB", 32, 8, 8, 0, Kind::Stream),
            Cipher::Aes128Cfb8 => Info::new(c"AES-128-CFB8", 16, 16, 16, 0, Kind::Stream),
            Cipher::Aes192Cfb8 => Info::new(c"AES-192-CFB8", 24, 16, 16, 0, Kind::Stream),
            Cipher::Aes256Cfb8 => Info::new(c"AES-256-CFB8", 32, 16, 16, 0, Kind::Stream),
            Cipher::Aes128Xts => Info::new(c"AES-128-XTS", 32, 16, 16, 0, Kind::Stream),
            Cipher::Aes256Xts => Info::new(c"AES-256-XTS", 64, 16, 16, 0, Kind::Stream),
            Cipher::Gost28147Tc26zCnt => Info::new(c"GOST28147-TC26Z-CNT", 32, 8, 8, 0, Kind::Stream),
            Cipher::Chacha20_64 => Info::new(c"CHACHA20-64", 32, 64, 16, 0, Kind::Stream),
            Cipher::Chacha20_32 => Info::new(c"CHACHA20-32", 32, 64, 16, 0, Kind::Stream),
            Cipher::Aes128Siv => Info::new(c"AES-128-SIV", 32, 16, 16, 16, Kind::Aead),
            Cipher::Aes256Siv => Info::new(c"AES-256-SIV", 64, 16, 16, 16, Kind::Aead),
            Cipher::Aes192Gcm => Info::new(c"AES-192-GCM", 24, 16, 12, 16, Kind::Aead),
            Cipher::MagmaCtrAcpkm => Info::new(c"MAGMA-CTR-ACPKM", 32, 8, 8, 0, Kind::Stream),
            Cipher::KuznyechikCtrAcpkm => Info::new(c"KUZNYECHIK-CTR-ACPKM", 32, 16, 16, 0, Kind::Stream),
            Cipher::Aes128SivGcm => Info::new(c"AES-128-SIV-GCM", 16, 16, 12, 16, Kind::Aead),
            Cipher::Aes256SivGcm => Info::new(c"AES-256-SIV-GCM", 32, 16, 12, 16, Kind::Aead),
            Cipher::Aes128Cfb => Info::new(c"AES-128-CFB", 16, 16, 16, 0, Kind::Stream),
            Cipher::Aes192Cfb => Info::new(c"AES-192-CFB", 24, 16, 16, 0, Kind::Stream),
            Cipher::Aes256Cfb => Info::new(c"AES-256-CFB", 32, 16, 16, 0, Kind::Stream),
        }
    }

    pub const fn name(self) -> &'static str {
        super::text(self.c_name())
    }

    /// The name as a C string.
    pub const fn c_name(self) -> &'static CStr {
        self.info().name
    }

    pub const fn key_size(self) -> usize {
        self.info().key
    }

    pub const fn block_size(self) -> usize {
        self.info().block
    }

    /// Size of the IV, or of the nonce of an AEAD, in bytes.
    pub const fn iv_size(self) -> usize {
        self.info().iv
    }

    pub const fn tag_size(self) -> usize {
        self.info().tag
    }

    pub const fn kind(self) -> Kind {
        self.info().kind
    }
}
