//! Algorithm identifiers: integers from C become these enumerations once, at the boundary. The values are
//! those of `abi`; the properties of the algorithms are in the other modules of `alg`.
use crate::abi::*;

macro_rules! ids {
    ($(#[$doc:meta])* $name:ident: $raw:ident { $($var:ident = $val:ident,)* }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
        #[repr(u32)]
        pub enum $name { $($var = $val,)* }
        impl $name {
            /// Every identifier, in the order of its name.
            pub const ALL: &'static [$name] = &[$($name::$var,)*];
            /// `None` for an unknown number.
            pub const fn from_raw(raw: $raw) -> Option<Self> {
                match raw { $($val => Some($name::$var),)* _ => None }
            }
            pub const fn raw(self) -> $raw { self as $raw }
        }
    };
}

ids! {
/// `gnutls_cipher_algorithm_t`.
Cipher: gnutls_cipher_algorithm_t {
    TripleDesCbc = GNUTLS_CIPHER_3DES_CBC,
    Aes128Cbc = GNUTLS_CIPHER_AES_128_CBC,
    Aes128Ccm = GNUTLS_CIPHER_AES_128_CCM,
    Aes128Ccm8 = GNUTLS_CIPHER_AES_128_CCM_8,
    Aes128Cfb = GNUTLS_CIPHER_AES_128_CFB,
    Aes128Cfb8 = GNUTLS_CIPHER_AES_128_CFB8,
    Aes128Gcm = GNUTLS_CIPHER_AES_128_GCM,
    Aes128Siv = GNUTLS_CIPHER_AES_128_SIV,
    Aes128SivGcm = GNUTLS_CIPHER_AES_128_SIV_GCM,
    Aes128Xts = GNUTLS_CIPHER_AES_128_XTS,
    Aes192Cbc = GNUTLS_CIPHER_AES_192_CBC,
    Aes192Cfb = GNUTLS_CIPHER_AES_192_CFB,
    Aes192Cfb8 = GNUTLS_CIPHER_AES_192_CFB8,
    Aes192Gcm = GNUTLS_CIPHER_AES_192_GCM,
    Aes256Cbc = GNUTLS_CIPHER_AES_256_CBC,
    Aes256Ccm = GNUTLS_CIPHER_AES_256_CCM,
    Aes256Ccm8 = GNUTLS_CIPHER_AES_256_CCM_8,
    Aes256Cfb = GNUTLS_CIPHER_AES_256_CFB,
    Aes256Cfb8 = GNUTLS_CIPHER_AES_256_CFB8,
    Aes256Gcm = GNUTLS_CIPHER_AES_256_GCM,
    Aes256Siv = GNUTLS_CIPHER_AES_256_SIV,
    Aes256SivGcm = GNUTLS_CIPHER_AES_256_SIV_GCM,
    Aes256Xts = GNUTLS_CIPHER_AES_256_XTS,
    Arcfour128 = GNUTLS_CIPHER_ARCFOUR_128,
    Arcfour40 = GNUTLS_CIPHER_ARCFOUR_40,
    Camellia128Cbc = GNUTLS_CIPHER_CAMELLIA_128_CBC,
    Camellia128Gcm = GNUTLS_CIPHER_CAMELLIA_128_GCM,
    Camellia192Cbc = GNUTLS_CIPHER_CAMELLIA_192_CBC,
    Camellia256Cbc = GNUTLS_CIPHER_CAMELLIA_256_CBC,
    Camellia256Gcm = GNUTLS_CIPHER_CAMELLIA_256_GCM,
    Chacha20_32 = GNUTLS_CIPHER_CHACHA20_32,
    Chacha20_64 = GNUTLS_CIPHER_CHACHA20_64,
    Chacha20Poly1305 = GNUTLS_CIPHER_CHACHA20_POLY1305,
    DesCbc = GNUTLS_CIPHER_DES_CBC,
    EstreamSalsa20_256 = GNUTLS_CIPHER_ESTREAM_SALSA20_256,
    Gost28147CpaCfb = GNUTLS_CIPHER_GOST28147_CPA_CFB,
    Gost28147CpbCfb = GNUTLS_CIPHER_GOST28147_CPB_CFB,
    Gost28147CpcCfb = GNUTLS_CIPHER_GOST28147_CPC_CFB,
    Gost28147CpdCfb = GNUTLS_CIPHER_GOST28147_CPD_CFB,
    Gost28147Tc26zCfb = GNUTLS_CIPHER_GOST28147_TC26Z_CFB,
    Gost28147Tc26zCnt = GNUTLS_CIPHER_GOST28147_TC26Z_CNT,
    KuznyechikCtrAcpkm = GNUTLS_CIPHER_KUZNYECHIK_CTR_ACPKM,
    MagmaCtrAcpkm = GNUTLS_CIPHER_MAGMA_CTR_ACPKM,
    Null = GNUTLS_CIPHER_NULL,
    Rc2_40Cbc = GNUTLS_CIPHER_RC2_40_CBC,
    Salsa20_256 = GNUTLS_CIPHER_SALSA20_256,
} }

ids! {
/// `gnutls_mac_algorithm_t`.
Mac: gnutls_mac_algorithm_t {
    Aead = GNUTLS_MAC_AEAD,
    AesCmac128 = GNUTLS_MAC_AES_CMAC_128,
    AesCmac256 = GNUTLS_MAC_AES_CMAC_256,
    AesGmac128 = GNUTLS_MAC_AES_GMAC_128,
    AesGmac192 = GNUTLS_MAC_AES_GMAC_192,
    AesGmac256 = GNUTLS_MAC_AES_GMAC_256,
    Gost28147Tc26zImit = GNUTLS_MAC_GOST28147_TC26Z_IMIT,
    Gostr94 = GNUTLS_MAC_GOSTR_94,
    KuznyechikOmac = GNUTLS_MAC_KUZNYECHIK_OMAC,
    MagmaOmac = GNUTLS_MAC_MAGMA_OMAC,
    Md2 = GNUTLS_MAC_MD2,
    Md5 = GNUTLS_MAC_MD5,
    Md5Sha1 = GNUTLS_MAC_MD5_SHA1,
    Null = GNUTLS_MAC_NULL,
    Pbmac1 = GNUTLS_MAC_PBMAC1,
    Rmd160 = GNUTLS_MAC_RMD160,
    Sha1 = GNUTLS_MAC_SHA1,
    Sha224 = GNUTLS_MAC_SHA224,
    Sha256 = GNUTLS_MAC_SHA256,
    Sha384 = GNUTLS_MAC_SHA384,
    Sha3_224 = GNUTLS_MAC_SHA3_224,
    Sha3_256 = GNUTLS_MAC_SHA3_256,
    Sha3_384 = GNUTLS_MAC_SHA3_384,
    Sha3_512 = GNUTLS_MAC_SHA3_512,
    Sha512 = GNUTLS_MAC_SHA512,
    Shake128 = GNUTLS_MAC_SHAKE_128,
    Shake256 = GNUTLS_MAC_SHAKE_256,
    Streebog256 = GNUTLS_MAC_STREEBOG_256,
    Streebog512 = GNUTLS_MAC_STREEBOG_512,
    Umac128 = GNUTLS_MAC_UMAC_128,
    Umac96 = GNUTLS_MAC_UMAC_96,
} }

ids! {
/// `gnutls_digest_algorithm_t`.
Digest: gnutls_digest_algorithm_t {
    Gostr94 = GNUTLS_DIG_GOSTR_94,
    Md2 = GNUTLS_DIG_MD2,
    Md5 = GNUTLS_DIG_MD5,
    Md5Sha1 = GNUTLS_DIG_MD5_SHA1,
    Null = GNUTLS_DIG_NULL,
    Rmd160 = GNUTLS_DIG_RMD160,
    Sha1 = GNUTLS_DIG_SHA1,
    Sha224 = GNUTLS_DIG_SHA224,
    Sha256 = GNUTLS_DIG_SHA256,
    Sha384 = GNUTLS_DIG_SHA384,
    Sha3_224 = GNUTLS_DIG_SHA3_224,
    Sha3_256 = GNUTLS_DIG_SHA3_256,
    Sha3_384 = GNUTLS_DIG_SHA3_384,
    Sha3_512 = GNUTLS_DIG_SHA3_512,
    Sha512 = GNUTLS_DIG_SHA512,
    Shake128 = GNUTLS_DIG_SHAKE_128,
    Shake256 = GNUTLS_DIG_SHAKE_256,
    Streebog256 = GNUTLS_DIG_STREEBOG_256,
    Streebog512 = GNUTLS_DIG_STREEBOG_512,
} }

ids! {
/// `gnutls_kx_algorithm_t`.
Kx: gnutls_kx_algorithm_t {
    AnonDh = GNUTLS_KX_ANON_DH,
    AnonEcdh = GNUTLS_KX_ANON_ECDH,
    DheDss = GNUTLS_KX_DHE_DSS,
    DhePsk = GNUTLS_KX_DHE_PSK,
    DheRsa = GNUTLS_KX_DHE_RSA,
    EcdheEcdsa = GNUTLS_KX_ECDHE_ECDSA,
    EcdhePsk = GNUTLS_KX_ECDHE_PSK,
    EcdheRsa = GNUTLS_KX_ECDHE_RSA,
    Psk = GNUTLS_KX_PSK,
    Rsa = GNUTLS_KX_RSA,
    RsaPsk = GNUTLS_KX_RSA_PSK,
    Srp = GNUTLS_KX_SRP,
    SrpDss = GNUTLS_KX_SRP_DSS,
    SrpRsa = GNUTLS_KX_SRP_RSA,
    VkoGost12 = GNUTLS_KX_VKO_GOST_12,
} }

ids! {
/// `gnutls_pk_algorithm_t`.
Pk: gnutls_pk_algorithm_t {
    Dh = GNUTLS_PK_DH,
    Dsa = GNUTLS_PK_DSA,
    EcdhX25519 = GNUTLS_PK_ECDH_X25519,
    EcdhX448 = GNUTLS_PK_ECDH_X448,
    Ecdsa = GNUTLS_PK_ECDSA,
    EddsaEd25519 = GNUTLS_PK_EDDSA_ED25519,
    EddsaEd448 = GNUTLS_PK_EDDSA_ED448,
    Gost01 = GNUTLS_PK_GOST_01,
    Gost12256 = GNUTLS_PK_GOST_12_256,
    Gost12512 = GNUTLS_PK_GOST_12_512,
    Mldsa44 = GNUTLS_PK_MLDSA44,
    Mldsa65 = GNUTLS_PK_MLDSA65,
    Mldsa87 = GNUTLS_PK_MLDSA87,
    Mlkem1024 = GNUTLS_PK_MLKEM1024,
    Mlkem768 = GNUTLS_PK_MLKEM768,
    Rsa = GNUTLS_PK_RSA,
    RsaOaep = GNUTLS_PK_RSA_OAEP,
    RsaPss = GNUTLS_PK_RSA_PSS,
} }

ids! {
/// `gnutls_sign_algorithm_t`.
Sign: gnutls_sign_algorithm_t {
    DsaSha = GNUTLS_SIGN_DSA_SHA,
    DsaSha224 = GNUTLS_SIGN_DSA_SHA224,
    DsaSha256 = GNUTLS_SIGN_DSA_SHA256,
    DsaSha384 = GNUTLS_SIGN_DSA_SHA384,
    DsaSha3_224 = GNUTLS_SIGN_DSA_SHA3_224,
    DsaSha3_256 = GNUTLS_SIGN_DSA_SHA3_256,
    DsaSha3_384 = GNUTLS_SIGN_DSA_SHA3_384,
    DsaSha3_512 = GNUTLS_SIGN_DSA_SHA3_512,
    DsaSha512 = GNUTLS_SIGN_DSA_SHA512,
    EcdsaSecp256r1Sha256 = GNUTLS_SIGN_ECDSA_SECP256R1_SHA256,
    EcdsaSecp384r1Sha384 = GNUTLS_SIGN_ECDSA_SECP384R1_SHA384,
    EcdsaSecp521r1Sha512 = GNUTLS_SIGN_ECDSA_SECP521R1_SHA512,
    EcdsaSha1 = GNUTLS_SIGN_ECDSA_SHA1,
    EcdsaSha224 = GNUTLS_SIGN_ECDSA_SHA224,
    EcdsaSha256 = GNUTLS_SIGN_ECDSA_SHA256,
    EcdsaSha384 = GNUTLS_SIGN_ECDSA_SHA384,
    EcdsaSha3_224 = GNUTLS_SIGN_ECDSA_SHA3_224,
    EcdsaSha3_256 = GNUTLS_SIGN_ECDSA_SHA3_256,
    EcdsaSha3_384 = GNUTLS_SIGN_ECDSA_SHA3_384,
    EcdsaSha3_512 = GNUTLS_SIGN_ECDSA_SHA3_512,
    EcdsaSha512 = GNUTLS_SIGN_ECDSA_SHA512,
    EddsaEd25519 = GNUTLS_SIGN_EDDSA_ED25519,
    EddsaEd448 = GNUTLS_SIGN_EDDSA_ED448,
    Gost256 = GNUTLS_SIGN_GOST_256,
    Gost512 = GNUTLS_SIGN_GOST_512,
    Gost94 = GNUTLS_SIGN_GOST_94,
    Mldsa44 = GNUTLS_SIGN_MLDSA44,
    Mldsa65 = GNUTLS_SIGN_MLDSA65,
    Mldsa87 = GNUTLS_SIGN_MLDSA87,
    RsaMd2 = GNUTLS_SIGN_RSA_MD2,
    RsaMd5 = GNUTLS_SIGN_RSA_MD5,
    RsaPssRsaeSha256 = GNUTLS_SIGN_RSA_PSS_RSAE_SHA256,
    RsaPssRsaeSha384 = GNUTLS_SIGN_RSA_PSS_RSAE_SHA384,
    RsaPssRsaeSha512 = GNUTLS_SIGN_RSA_PSS_RSAE_SHA512,
    RsaPssSha256 = GNUTLS_SIGN_RSA_PSS_SHA256,
    RsaPssSha384 = GNUTLS_SIGN_RSA_PSS_SHA384,
    RsaPssSha512 = GNUTLS_SIGN_RSA_PSS_SHA512,
    RsaRaw = GNUTLS_SIGN_RSA_RAW,
    RsaRmd160 = GNUTLS_SIGN_RSA_RMD160,
    RsaSha = GNUTLS_SIGN_RSA_SHA,
    RsaSha224 = GNUTLS_SIGN_RSA_SHA224,
    RsaSha256 = GNUTLS_SIGN_RSA_SHA256,
    RsaSha384 = GNUTLS_SIGN_RSA_SHA384,
    RsaSha3_224 = GNUTLS_SIGN_RSA_SHA3_224,
    RsaSha3_256 = GNUTLS_SIGN_RSA_SHA3_256,
    RsaSha3_384 = GNUTLS_SIGN_RSA_SHA3_384,
    RsaSha3_512 = GNUTLS_SIGN_RSA_SHA3_512,
    RsaSha512 = GNUTLS_SIGN_RSA_SHA512,
} }

ids! {
/// `gnutls_group_t`.
Group: gnutls_group_t {
    Mlkem1024 = GNUTLS_GROUP_EXP_MLKEM1024,
    Mlkem768 = GNUTLS_GROUP_EXP_MLKEM768,
    Secp256r1Mlkem768 = GNUTLS_GROUP_EXP_SECP256R1_MLKEM768,
    Secp384r1Mlkem1024 = GNUTLS_GROUP_EXP_SECP384R1_MLKEM1024,
    X25519Mlkem768 = GNUTLS_GROUP_EXP_X25519_MLKEM768,
    Ffdhe2048 = GNUTLS_GROUP_FFDHE2048,
    Ffdhe3072 = GNUTLS_GROUP_FFDHE3072,
    Ffdhe4096 = GNUTLS_GROUP_FFDHE4096,
    Ffdhe6144 = GNUTLS_GROUP_FFDHE6144,
    Ffdhe8192 = GNUTLS_GROUP_FFDHE8192,
    Gc256a = GNUTLS_GROUP_GC256A,
    Gc256b = GNUTLS_GROUP_GC256B,
    Gc256c = GNUTLS_GROUP_GC256C,
    Gc256d = GNUTLS_GROUP_GC256D,
    Gc512a = GNUTLS_GROUP_GC512A,
    Gc512b = GNUTLS_GROUP_GC512B,
    Gc512c = GNUTLS_GROUP_GC512C,
    Secp192r1 = GNUTLS_GROUP_SECP192R1,
    Secp224r1 = GNUTLS_GROUP_SECP224R1,
    Secp256r1 = GNUTLS_GROUP_SECP256R1,
    Secp384r1 = GNUTLS_GROUP_SECP384R1,
    Secp521r1 = GNUTLS_GROUP_SECP521R1,
    X25519 = GNUTLS_GROUP_X25519,
    X448 = GNUTLS_GROUP_X448,
} }

ids! {
/// `gnutls_ecc_curve_t`.
Curve: gnutls_ecc_curve_t {
    Ed25519 = GNUTLS_ECC_CURVE_ED25519,
    Ed448 = GNUTLS_ECC_CURVE_ED448,
    Gost256a = GNUTLS_ECC_CURVE_GOST256A,
    Gost256b = GNUTLS_ECC_CURVE_GOST256B,
    Gost256c = GNUTLS_ECC_CURVE_GOST256C,
    Gost256cpa = GNUTLS_ECC_CURVE_GOST256CPA,
    Gost256cpb = GNUTLS_ECC_CURVE_GOST256CPB,
    Gost256cpc = GNUTLS_ECC_CURVE_GOST256CPC,
    Gost256cpxa = GNUTLS_ECC_CURVE_GOST256CPXA,
    Gost256cpxb = GNUTLS_ECC_CURVE_GOST256CPXB,
    Gost256d = GNUTLS_ECC_CURVE_GOST256D,
    Gost512a = GNUTLS_ECC_CURVE_GOST512A,
    Gost512b = GNUTLS_ECC_CURVE_GOST512B,
    Gost512c = GNUTLS_ECC_CURVE_GOST512C,
    Secp192r1 = GNUTLS_ECC_CURVE_SECP192R1,
    Secp224r1 = GNUTLS_ECC_CURVE_SECP224R1,
    Secp256r1 = GNUTLS_ECC_CURVE_SECP256R1,
    Secp384r1 = GNUTLS_ECC_CURVE_SECP384R1,
    Secp521r1 = GNUTLS_ECC_CURVE_SECP521R1,
    X25519 = GNUTLS_ECC_CURVE_X25519,
    X448 = GNUTLS_ECC_CURVE_X448,
} }

ids! {
/// `gnutls_protocol_t`.
Version: gnutls_protocol_t {
    Dtls09 = GNUTLS_DTLS0_9,
    Dtls10 = GNUTLS_DTLS1_0,
    Dtls12 = GNUTLS_DTLS1_2,
    Dtls13 = GNUTLS_DTLS1_3,
    Ssl3 = GNUTLS_SSL3,
    Tls10 = GNUTLS_TLS1,
    Tls11 = GNUTLS_TLS1_1,
    Tls12 = GNUTLS_TLS1_2,
    Tls13 = GNUTLS_TLS1_3,
} }

ids! {
/// `gnutls_certificate_type_t`.
CertType: gnutls_certificate_type_t {
    Rawpk = GNUTLS_CRT_RAWPK,
    X509 = GNUTLS_CRT_X509,
} }

ids! {
/// `gnutls_certificate_verification_profiles_t`.
Profile: gnutls_certificate_verification_profiles_t {
    VeryWeak = GNUTLS_PROFILE_VERY_WEAK,
    Low = GNUTLS_PROFILE_LOW,
    Legacy = GNUTLS_PROFILE_LEGACY,
    Medium = GNUTLS_PROFILE_MEDIUM,
    High = GNUTLS_PROFILE_HIGH,
    Ultra = GNUTLS_PROFILE_ULTRA,
    Future = GNUTLS_PROFILE_FUTURE,
    SuiteB128 = GNUTLS_PROFILE_SUITEB128,
    SuiteB192 = GNUTLS_PROFILE_SUITEB192,
}
}

ids! {
/// `gnutls_sec_param_t`, in ascending order.
SecParam: gnutls_sec_param_t {
    Insecure = GNUTLS_SEC_PARAM_INSECURE,
    Export = GNUTLS_SEC_PARAM_EXPORT,
    VeryWeak = GNUTLS_SEC_PARAM_VERY_WEAK,
    Weak = GNUTLS_SEC_PARAM_WEAK,
    Low = GNUTLS_SEC_PARAM_LOW,
    Legacy = GNUTLS_SEC_PARAM_LEGACY,
    Medium = GNUTLS_SEC_PARAM_MEDIUM,
    High = GNUTLS_SEC_PARAM_HIGH,
    Ultra = GNUTLS_SEC_PARAM_ULTRA,
    Future = GNUTLS_SEC_PARAM_FUTURE,
}
}

ids! {
/// `gnutls_gost_paramset_t`: parameter sets of GOST 28147-89.
GostParamset: gnutls_gost_paramset_t {
    Tc26Z = GNUTLS_GOST_PARAMSET_TC26_Z,
    CpA = GNUTLS_GOST_PARAMSET_CP_A,
    CpB = GNUTLS_GOST_PARAMSET_CP_B,
    CpC = GNUTLS_GOST_PARAMSET_CP_C,
    CpD = GNUTLS_GOST_PARAMSET_CP_D,
}
}

ids! {
/// `gnutls_hpke_kem_t`.
HpkeKem: gnutls_hpke_kem_t {
    DhkemP256 = GNUTLS_HPKE_KEM_DHKEM_P256,
    DhkemP384 = GNUTLS_HPKE_KEM_DHKEM_P384,
    DhkemP521 = GNUTLS_HPKE_KEM_DHKEM_P521,
    DhkemX25519 = GNUTLS_HPKE_KEM_DHKEM_X25519,
    DhkemX448 = GNUTLS_HPKE_KEM_DHKEM_X448,
}
}

ids! {
/// `gnutls_hpke_kdf_t`.
HpkeKdf: gnutls_hpke_kdf_t {
    HkdfSha256 = GNUTLS_HPKE_KDF_HKDF_SHA256,
    HkdfSha384 = GNUTLS_HPKE_KDF_HKDF_SHA384,
    HkdfSha512 = GNUTLS_HPKE_KDF_HKDF_SHA512,
}
}

ids! {
/// `gnutls_hpke_aead_t`.
HpkeAead: gnutls_hpke_aead_t {
    Aes128Gcm = GNUTLS_HPKE_AEAD_AES_128_GCM,
    Aes256Gcm = GNUTLS_HPKE_AEAD_AES_256_GCM,
    Chacha20Poly1305 = GNUTLS_HPKE_AEAD_CHACHA20_POLY1305,
    ExportOnly = GNUTLS_HPKE_AEAD_EXPORT_ONLY,
}
}

ids! {
/// `gnutls_x509_subject_alt_name_t`: the types of GeneralName, and the types of otherName that GnuTLS knows.
NameKind: gnutls_x509_subject_alt_name_t {
    Dns = GNUTLS_SAN_DNSNAME,
    Email = GNUTLS_SAN_RFC822NAME,
    Uri = GNUTLS_SAN_URI,
    Ip = GNUTLS_SAN_IPADDRESS,
    Other = GNUTLS_SAN_OTHERNAME,
    Directory = GNUTLS_SAN_DN,
    Registered = GNUTLS_SAN_REGISTERED_ID,
    Xmpp = GNUTLS_SAN_OTHERNAME_XMPP,
    Krb5Principal = GNUTLS_SAN_OTHERNAME_KRB5PRINCIPAL,
    MsUserPrincipal = GNUTLS_SAN_OTHERNAME_MSUSERPRINCIPAL,
    Srv = GNUTLS_SAN_OTHERNAME_SRV,
}
}

ids! {
/// `gnutls_certificate_print_formats_t`.
PrintFormat: gnutls_certificate_print_formats_t {
    Full = GNUTLS_CRT_PRINT_FULL,
    OneLine = GNUTLS_CRT_PRINT_ONELINE,
    UnsignedFull = GNUTLS_CRT_PRINT_UNSIGNED_FULL,
    Compact = GNUTLS_CRT_PRINT_COMPACT,
    FullNumbers = GNUTLS_CRT_PRINT_FULL_NUMBERS,
}
}

/// The encoding of a file.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Format {
    Der,
    Pem,
}

impl Format {
    /// Every number except the one of DER means PEM, as in GnuTLS's key functions.
    pub fn from_raw(raw: gnutls_x509_crt_fmt_t) -> Format {
        if raw == GNUTLS_X509_FMT_DER { Format::Der } else { Format::Pem }
    }
}
/// What both sides use if they do not negotiate (RFC 7250 section 4).
impl Default for CertType {
    fn default() -> Self {
        CertType::X509
    }
}
/// What an element of a PKCS #12 bag is. The application may use any number.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct BagType(gnutls_pkcs12_bag_type_t);

impl BagType {
    pub const ENCRYPTED_KEY: BagType = BagType(GNUTLS_BAG_PKCS8_ENCRYPTED_KEY);
    pub const KEY: BagType = BagType(GNUTLS_BAG_PKCS8_KEY);
    pub const CERTIFICATE: BagType = BagType(GNUTLS_BAG_CERTIFICATE);
    pub const CRL: BagType = BagType(GNUTLS_BAG_CRL);
    pub const SECRET: BagType = BagType(GNUTLS_BAG_SECRET);
    /// The whole bag.
    pub const ENCRYPTED: BagType = BagType(GNUTLS_BAG_ENCRYPTED);
    pub const UNKNOWN: BagType = BagType(GNUTLS_BAG_UNKNOWN);

    pub const fn from_raw(raw: gnutls_pkcs12_bag_type_t) -> BagType {
        BagType(raw)
    }

    pub const fn raw(self) -> gnutls_pkcs12_bag_type_t {
        self.0
    }
}
