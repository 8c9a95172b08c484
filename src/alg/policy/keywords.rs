//! The keywords of a priority string: levels, aliases, options.
use super::choices::{Policy, SafeRenegotiation};
use crate::abi::*;
use crate::alg::flags::VerifyFlags;
use crate::alg::{CertType, Cipher, Group, Kx, Mac, Sign, Version};

/// A level keyword.
pub(super) struct Level {
    pub name: &'static str,
    pub ciphers: &'static [Cipher],
    pub kx: &'static [Kx],
    pub macs: &'static [Mac],
    pub signs: &'static [Sign],
    pub groups: &'static [Group],
    pub profile: gnutls_certificate_verification_profiles_t,
    pub sec_param: gnutls_sec_param_t,
    pub no_tickets_tls12: bool,
}

/// A keyword for several algorithms.
pub(super) struct Alias {
    pub name: &'static str,
    pub versions: &'static [Version],
    pub ciphers: &'static [Cipher],
    pub kx: &'static [Kx],
    pub macs: &'static [Mac],
    pub signs: &'static [Sign],
    pub groups: &'static [Group],
    pub ctypes_client: &'static [CertType],
    pub ctypes_server: &'static [CertType],
    /// Removing it removes all algorithms of its types, not only those that it would add.
    pub whole: bool,
    /// Versions that are also removed with it, but not added.
    pub also_removes: &'static [Version],
    /// The same for groups.
    pub also_removes_groups: &'static [Group],
}

pub(super) const VERSIONS: &[Version] =
    &[Version::Tls13, Version::Tls12, Version::Tls11, Version::Tls10, Version::Dtls12, Version::Dtls10];
const TLS: &[Version] = VERSIONS.split_at(4).0;
const DTLS: &[Version] = VERSIONS.split_at(4).1;

const CIPHERS: &[Cipher] = &[
    Cipher::Aes256Gcm,
    Cipher::Chacha20Poly1305,
    Cipher::Aes256Ccm,
    Cipher::Aes256Cbc,
    Cipher::Aes128Gcm,
    Cipher::Aes128Ccm,
    Cipher::Aes128Cbc,
];
const CIPHERS_PERFORMANCE: &[Cipher] = &[
    Cipher::Aes128Gcm,
    Cipher::Aes256Gcm,
    Cipher::Chacha20Poly1305,
    Cipher::Aes128Ccm,
    Cipher::Aes256Ccm,
    Cipher::Aes128Cbc,
    Cipher::Aes256Cbc,
];
const CIPHERS_128: &[Cipher] = &[
    Cipher::Aes256Gcm,
    Cipher::Chacha20Poly1305,
    Cipher::Aes256Cbc,
    Cipher::Aes256Ccm,
    Cipher::Aes128Gcm,
    Cipher::Aes128Cbc,
    Cipher::Aes128Ccm,
];
const CIPHERS_256: &[Cipher] =
    &[Cipher::Aes256Gcm, Cipher::Chacha20Poly1305, Cipher::Aes256Cbc, Cipher::Aes256Ccm];

const KX: &[Kx] = &[Kx::EcdheEcdsa, Kx::EcdheRsa, Kx::Rsa, Kx::DheRsa];
const KX_PERFORMANCE: &[Kx] = &[Kx::Rsa, Kx::EcdheEcdsa, Kx::EcdheRsa, Kx::DheRsa];
const KX_PFS: &[Kx] = &[Kx::EcdheEcdsa, Kx::EcdheRsa, Kx::DheRsa];

const MACS: &[Mac] = &[Mac::Sha1, Mac::Aead];
const MACS_AEAD: &[Mac] = &[Mac::Aead];

/// The hybrids are first, which GnuTLS does that is built with ML-KEM (Debian's is not).
const GROUPS: &[Group] = &[
    Group::X25519Mlkem768,
    Group::Secp256r1Mlkem768,
    Group::Secp384r1Mlkem1024,
    Group::Secp256r1,
    Group::Secp384r1,
    Group::Secp521r1,
    Group::X25519,
    Group::X448,
    Group::Ffdhe2048,
    Group::Ffdhe3072,
    Group::Ffdhe4096,
    Group::Ffdhe6144,
    Group::Ffdhe8192,
];
/// They have a curve in them, too.
const GROUPS_HYBRID: &[Group] = GROUPS.split_at(3).0;
const GROUPS_EC: &[Group] = GROUPS.split_at(8).0.split_at(3).1;
const GROUPS_DH: &[Group] = GROUPS.split_at(8).1;
const GROUPS_192: &[Group] =
    &[Group::Secp384r1Mlkem1024, Group::Secp384r1, Group::Secp521r1, Group::Ffdhe8192];

/// As in GnuTLS 3.8.13: ML-DSA is first, and only in this list.
const SIGNS: &[Sign] = &[
    Sign::Mldsa44,
    Sign::Mldsa65,
    Sign::Mldsa87,
    Sign::RsaSha256,
    Sign::RsaPssSha256,
    Sign::RsaPssRsaeSha256,
    Sign::EcdsaSha256,
    Sign::EcdsaSecp256r1Sha256,
    Sign::EddsaEd25519,
    Sign::RsaSha384,
    Sign::RsaPssSha384,
    Sign::RsaPssRsaeSha384,
    Sign::EcdsaSha384,
    Sign::EcdsaSecp384r1Sha384,
    Sign::EddsaEd448,
    Sign::RsaSha512,
    Sign::RsaPssSha512,
    Sign::RsaPssRsaeSha512,
    Sign::EcdsaSha512,
    Sign::EcdsaSecp521r1Sha512,
    Sign::RsaSha,
    Sign::EcdsaSha1,
];
const SIGNS_128: &[Sign] = SIGNS.split_at(20).0.split_at(3).1;
const SIGNS_192: &[Sign] = SIGNS_128.split_at(6).1;
const SIGNS_SUITEB128: &[Sign] =
    &[Sign::EcdsaSha256, Sign::EcdsaSecp256r1Sha256, Sign::EcdsaSha384, Sign::EcdsaSecp384r1Sha384];
const SIGNS_SUITEB192: &[Sign] = SIGNS_SUITEB128.split_at(2).1;

const CIPHERS_GOST: &[Cipher] = &[Cipher::Gost28147Tc26zCnt];
const KX_GOST: &[Kx] = &[Kx::VkoGost12];
const MACS_GOST: &[Mac] = &[Mac::Gost28147Tc26zImit];
const SIGNS_GOST: &[Sign] = &[Sign::Gost256, Sign::Gost512];
const GROUPS_GOST: &[Group] = &[
    Group::Gc256a,
    Group::Gc256b,
    Group::Gc256c,
    Group::Gc256d,
    Group::Gc512a,
    Group::Gc512b,
    Group::Gc512c,
];

const CTYPES: &[CertType] = &[CertType::X509, CertType::Rawpk];

const NORMAL: Level = Level {
    name: "NORMAL",
    ciphers: CIPHERS,
    kx: KX,
    macs: MACS,
    signs: SIGNS,
    groups: GROUPS,
    profile: GNUTLS_PROFILE_LOW,
    sec_param: GNUTLS_SEC_PARAM_LOW,
    no_tickets_tls12: false,
};
const SECURE192: Level = Level {
    name: "SECURE192",
    ciphers: CIPHERS_256,
    macs: MACS_AEAD,
    signs: SIGNS_192,
    groups: GROUPS_192,
    profile: GNUTLS_PROFILE_HIGH,
    sec_param: GNUTLS_SEC_PARAM_HIGH,
    ..NORMAL
};
const SUITEB128: Level = Level {
    name: "SUITEB128",
    ciphers: &[Cipher::Aes256Gcm, Cipher::Aes128Gcm],
    kx: &[Kx::EcdheEcdsa],
    macs: MACS_AEAD,
    signs: SIGNS_SUITEB128,
    groups: &[Group::Secp256r1, Group::Secp384r1],
    profile: GNUTLS_PROFILE_SUITEB128,
    sec_param: GNUTLS_SEC_PARAM_HIGH,
    no_tickets_tls12: false,
};

pub(super) static LEVELS: &[Level] = &[
    NORMAL,
    Level { name: "PERFORMANCE", ciphers: CIPHERS_PERFORMANCE, kx: KX_PERFORMANCE, ..NORMAL },
    Level {
        name: "LEGACY",
        profile: GNUTLS_PROFILE_UNKNOWN,
        sec_param: GNUTLS_SEC_PARAM_VERY_WEAK,
        ..NORMAL
    },
    Level { name: "PFS", kx: KX_PFS, no_tickets_tls12: true, ..NORMAL },
    Level { name: "SECURE128", ciphers: CIPHERS_128, signs: SIGNS_128, ..NORMAL },
    SECURE192,
    Level { name: "SECURE256", ..SECURE192 },
    SUITEB128,
    Level {
        name: "SUITEB192",
        ciphers: &[Cipher::Aes256Gcm],
        signs: SIGNS_SUITEB192,
        groups: &[Group::Secp384r1],
        profile: GNUTLS_PROFILE_SUITEB192,
        sec_param: GNUTLS_SEC_PARAM_ULTRA,
        ..SUITEB128
    },
];

const NOTHING: Alias = Alias {
    name: "",
    versions: &[],
    ciphers: &[],
    kx: &[],
    macs: &[],
    signs: &[],
    groups: &[],
    ctypes_client: &[],
    ctypes_server: &[],
    whole: false,
    also_removes: &[],
    also_removes_groups: &[],
};

const WHOLE: Alias = Alias { whole: true, ..NOTHING };

pub(super) static ALIASES: &[Alias] = &[
    Alias { name: "VERS-ALL", versions: VERSIONS, ..WHOLE },
    Alias { name: "VERS-TLS-ALL", versions: TLS, ..NOTHING },
    Alias { name: "VERS-DTLS-ALL", versions: DTLS, also_removes: &[Version::Dtls09], ..NOTHING },
    Alias { name: "CIPHER-ALL", ciphers: CIPHERS, ..WHOLE },
    Alias { name: "CIPHER-GOST-ALL", ciphers: CIPHERS_GOST, ..NOTHING },
    Alias { name: "KX-ALL", kx: KX, ..WHOLE },
    Alias { name: "KX-GOST-ALL", kx: KX_GOST, ..NOTHING },
    Alias { name: "MAC-ALL", macs: MACS, ..WHOLE },
    Alias { name: "MAC-GOST-ALL", macs: MACS_GOST, ..NOTHING },
    Alias { name: "SIGN-ALL", signs: SIGNS, ..WHOLE },
    Alias { name: "SIGN-GOST-ALL", signs: SIGNS_GOST, ..NOTHING },
    Alias { name: "GROUP-ALL", groups: GROUPS, ..WHOLE },
    Alias { name: "CURVE-ALL", groups: GROUPS, ..WHOLE },
    Alias { name: "GROUP-DH-ALL", groups: GROUPS_DH, ..NOTHING },
    Alias { name: "GROUP-EC-ALL", groups: GROUPS_EC, also_removes_groups: GROUPS_HYBRID, ..NOTHING },
    Alias { name: "GROUP-GOST-ALL", groups: GROUPS_GOST, ..NOTHING },
    Alias { name: "CTYPE-ALL", ctypes_client: CTYPES, ctypes_server: CTYPES, ..NOTHING },
    Alias { name: "CTYPE-CLI-ALL", ctypes_client: CTYPES, ..NOTHING },
    Alias { name: "CTYPE-SRV-ALL", ctypes_server: CTYPES, ..NOTHING },
    Alias {
        name: "GOST",
        ciphers: CIPHERS_GOST,
        kx: KX_GOST,
        macs: MACS_GOST,
        signs: SIGNS_GOST,
        groups: GROUPS_GOST,
        ..NOTHING
    },
];

/// The type of a `CTYPE-` keyword. OpenPGP is accepted, but not supported.
pub(super) fn certificate_type(name: &str) -> Option<&'static [CertType]> {
    const NAMES: [(&str, &[CertType]); 4] = [
        ("X509", &[CertType::X509]),
        ("X.509", &[CertType::X509]),
        ("RAWPK", &[CertType::Rawpk]),
        ("OPENPGP", &[]),
    ];
    NAMES.iter().find(|(n, _)| n.eq_ignore_ascii_case(name)).map(|(_, t)| *t)
}

/// `%PROFILE_...`
pub(super) fn profile(name: &str) -> Option<gnutls_certificate_verification_profiles_t> {
    Some(match name {
        "VERY_WEAK" => GNUTLS_PROFILE_VERY_WEAK,
        "LOW" => GNUTLS_PROFILE_LOW,
        "LEGACY" => GNUTLS_PROFILE_LEGACY,
        "MEDIUM" => GNUTLS_PROFILE_MEDIUM,
        "HIGH" => GNUTLS_PROFILE_HIGH,
        "ULTRA" => GNUTLS_PROFILE_ULTRA,
        "FUTURE" => GNUTLS_PROFILE_FUTURE,
        "SUITEB128" => GNUTLS_PROFILE_SUITEB128,
        "SUITEB192" => GNUTLS_PROFILE_SUITEB192,
        _ => return None,
    })
}

type Apply = fn(&mut Policy);

/// The other `%` keywords.
pub(super) static OPTIONS: &[(&str, Apply)] = &[
    ("COMPAT", |p| {
        p.allow_large_records = true;
        p.allow_wrong_pms = true;
        p.allow_key_usage_violation = true;
        p.no_etm = true;
        p.no_session_hash = true;
        p.dumbfw = true;
    }),
    ("DUMBFW", |p| p.dumbfw = true),
    ("NO_EXTENSIONS", |p| p.no_extensions = true),
    ("NO_TICKETS", |p| p.no_tickets = true),
    ("NO_TICKETS_TLS12", |p| p.no_tickets_tls12 = true),
    ("NO_SESSION_HASH", |p| p.no_session_hash = true),
    ("FORCE_SESSION_HASH", |p| p.force_session_hash = true),
    ("NO_ETM", |p| p.no_etm = true),
    ("FORCE_ETM", |p| p.force_etm = true),
    ("SERVER_PRECEDENCE", |p| p.server_precedence = true),
    ("SSL3_RECORD_VERSION", |p| {
        p.ssl3_record_version = true;
        p.latest_record_version = false;
    }),
    ("LATEST_RECORD_VERSION", |p| {
        p.latest_record_version = true;
        p.ssl3_record_version = false;
    }),
    ("ALLOW_SMALL_RECORDS", |p| p.allow_small_records = true),
    ("FALLBACK_SCSV", |p| p.fallback_scsv = true),
    ("DISABLE_TLS13_COMPAT_MODE", |p| p.tls13_compat_mode = false),
    ("NO_SHUFFLE_EXTENSIONS", |p| p.shuffle_extensions = false),
    ("DISABLE_SAFE_RENEGOTIATION", |p| p.safe_renegotiation = SafeRenegotiation::Disabled),
    ("UNSAFE_RENEGOTIATION", |p| p.safe_renegotiation = SafeRenegotiation::Unsafe),
    ("PARTIAL_RENEGOTIATION", |p| p.safe_renegotiation = SafeRenegotiation::Partial),
    ("SAFE_RENEGOTIATION", |p| p.safe_renegotiation = SafeRenegotiation::Safe),
    ("DISABLE_WILDCARDS", |p| p.verify_flags |= VerifyFlags::DO_NOT_ALLOW_WILDCARDS),
    ("VERIFY_ALLOW_BROKEN", |p| p.verify_flags |= VerifyFlags::ALLOW_BROKEN),
    ("VERIFY_ALLOW_SIGN_RSA_MD5", |p| p.verify_flags |= VerifyFlags::ALLOW_SIGN_RSA_MD5),
    ("VERIFY_ALLOW_SIGN_WITH_SHA1", |p| p.verify_flags |= VerifyFlags::ALLOW_SIGN_WITH_SHA1),
    ("VERIFY_DISABLE_CRL_CHECKS", |p| p.verify_flags |= VerifyFlags::DISABLE_CRL_CHECKS),
    ("VERIFY_ALLOW_X509_V1_CA_CRT", |p| p.verify_flags |= VerifyFlags::ALLOW_ANY_X509_V1_CA_CRT),
    ("DEBUG_ALLOW_KEY_USAGE_VIOLATIONS", |p| p.allow_key_usage_violation = true),
    // Accepted without effect: TLS compression and the padding of a draft are not supported.
    ("STATELESS_COMPRESSION", |_| ()),
    ("NEW_PADDING", |_| ()),
];
