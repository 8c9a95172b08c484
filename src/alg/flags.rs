//! Sets of flags: words from C become these types once, at the boundary. The values are those of `abi`. Unknown bits are kept.
use bitflags::bitflags;

use super::Profile;
use crate::abi::*;

bitflags! {
    /// The flags of a session (`gnutls_init`).
    #[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
    pub struct SessionFlags: u32 {
        const ALLOW_ID_CHANGE = GNUTLS_ALLOW_ID_CHANGE;
        const AUTO_REAUTH = GNUTLS_AUTO_REAUTH;
        const CLIENT = GNUTLS_CLIENT;
        const DATAGRAM = GNUTLS_DATAGRAM;
        const ENABLE_EARLY_DATA = GNUTLS_ENABLE_EARLY_DATA;
        const ENABLE_EARLY_START = GNUTLS_ENABLE_EARLY_START;
        const ENABLE_FALSE_START = GNUTLS_ENABLE_FALSE_START;
        const ENABLE_RAWPK = GNUTLS_ENABLE_RAWPK;
        const FORCE_CLIENT_CERT = GNUTLS_FORCE_CLIENT_CERT;
        const KEY_SHARE_TOP = GNUTLS_KEY_SHARE_TOP;
        const KEY_SHARE_TOP2 = GNUTLS_KEY_SHARE_TOP2;
        const KEY_SHARE_TOP3 = GNUTLS_KEY_SHARE_TOP3;
        const NONBLOCK = GNUTLS_NONBLOCK;
        const NO_AUTO_REKEY = GNUTLS_NO_AUTO_REKEY;
        const NO_AUTO_SEND_TICKET = GNUTLS_NO_AUTO_SEND_TICKET;
        const NO_DEFAULT_EXTENSIONS = GNUTLS_NO_DEFAULT_EXTENSIONS;
        const NO_END_OF_EARLY_DATA = GNUTLS_NO_END_OF_EARLY_DATA;
        const NO_REPLAY_PROTECTION = GNUTLS_NO_REPLAY_PROTECTION;
        const NO_SIGNAL = GNUTLS_NO_SIGNAL;
        const NO_STATUS_REQUEST = GNUTLS_NO_STATUS_REQUEST;
        const NO_TICKETS = GNUTLS_NO_TICKETS;
        const NO_TICKETS_TLS12 = GNUTLS_NO_TICKETS_TLS12;
        const POST_HANDSHAKE_AUTH = GNUTLS_POST_HANDSHAKE_AUTH;
        const SAFE_PADDING_CHECK = GNUTLS_SAFE_PADDING_CHECK;
        const SERVER = GNUTLS_SERVER;
        const _ = !0;
    }
}

bitflags! {
    /// The flags of a verification (`gnutls_certificate_verify_flags`), with a profile in the upper byte.
    #[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
    pub struct VerifyFlags: u32 {
        const ALLOW_ANY_X509_V1_CA_CRT = GNUTLS_VERIFY_ALLOW_ANY_X509_V1_CA_CRT;
        const ALLOW_SIGN_RSA_MD2 = GNUTLS_VERIFY_ALLOW_SIGN_RSA_MD2;
        const ALLOW_SIGN_RSA_MD5 = GNUTLS_VERIFY_ALLOW_SIGN_RSA_MD5;
        const ALLOW_SIGN_WITH_SHA1 = GNUTLS_VERIFY_ALLOW_SIGN_WITH_SHA1;
        const ALLOW_UNSORTED_CHAIN = GNUTLS_VERIFY_ALLOW_UNSORTED_CHAIN;
        const DISABLE_CA_SIGN = GNUTLS_VERIFY_DISABLE_CA_SIGN;
        const DISABLE_CRL_CHECKS = GNUTLS_VERIFY_DISABLE_CRL_CHECKS;
        const DISABLE_TIME_CHECKS = GNUTLS_VERIFY_DISABLE_TIME_CHECKS;
        const DISABLE_TRUSTED_TIME_CHECKS = GNUTLS_VERIFY_DISABLE_TRUSTED_TIME_CHECKS;
        const DO_NOT_ALLOW_IP_MATCHES = GNUTLS_VERIFY_DO_NOT_ALLOW_IP_MATCHES;
        const DO_NOT_ALLOW_SAME = GNUTLS_VERIFY_DO_NOT_ALLOW_SAME;
        const DO_NOT_ALLOW_UNSORTED_CHAIN = GNUTLS_VERIFY_DO_NOT_ALLOW_UNSORTED_CHAIN;
        const DO_NOT_ALLOW_WILDCARDS = GNUTLS_VERIFY_DO_NOT_ALLOW_WILDCARDS;
        const DO_NOT_ALLOW_X509_V1_CA_CRT = GNUTLS_VERIFY_DO_NOT_ALLOW_X509_V1_CA_CRT;
        const IGNORE_UNKNOWN_CRIT_EXTENSIONS = GNUTLS_VERIFY_IGNORE_UNKNOWN_CRIT_EXTENSIONS;
        const RSA_PSS_FIXED_SALT_LENGTH = GNUTLS_VERIFY_RSA_PSS_FIXED_SALT_LENGTH;
        const USE_TLS1_RSA = GNUTLS_VERIFY_USE_TLS1_RSA;
        const ALLOW_BROKEN = GNUTLS_VERIFY_ALLOW_BROKEN;
        const _ = !0;
    }
}

bitflags! {
    /// The result of a verification (`gnutls_certificate_status_t`); empty if the certificate is valid.
    #[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
    pub struct CertificateStatus: u32 {
        const EXPIRED = GNUTLS_CERT_EXPIRED;
        const INSECURE_ALGORITHM = GNUTLS_CERT_INSECURE_ALGORITHM;
        const INVALID = GNUTLS_CERT_INVALID;
        const INVALID_OCSP_STATUS = GNUTLS_CERT_INVALID_OCSP_STATUS;
        const MISMATCH = GNUTLS_CERT_MISMATCH;
        const MISSING_OCSP_STATUS = GNUTLS_CERT_MISSING_OCSP_STATUS;
        const NOT_ACTIVATED = GNUTLS_CERT_NOT_ACTIVATED;
        const PURPOSE_MISMATCH = GNUTLS_CERT_PURPOSE_MISMATCH;
        const REVOCATION_DATA_ISSUED_IN_FUTURE = GNUTLS_CERT_REVOCATION_DATA_ISSUED_IN_FUTURE;
        const REVOCATION_DATA_SUPERSEDED = GNUTLS_CERT_REVOCATION_DATA_SUPERSEDED;
        const REVOKED = GNUTLS_CERT_REVOKED;
        const SIGNATURE_FAILURE = GNUTLS_CERT_SIGNATURE_FAILURE;
        const SIGNER_CONSTRAINTS_FAILURE = GNUTLS_CERT_SIGNER_CONSTRAINTS_FAILURE;
        const SIGNER_NOT_CA = GNUTLS_CERT_SIGNER_NOT_CA;
        const SIGNER_NOT_FOUND = GNUTLS_CERT_SIGNER_NOT_FOUND;
        const UNEXPECTED_OWNER = GNUTLS_CERT_UNEXPECTED_OWNER;
        const UNKNOWN_CRIT_EXTENSIONS = GNUTLS_CERT_UNKNOWN_CRIT_EXTENSIONS;
        const _ = !0;
    }
}

bitflags! {
    /// KeyUsage (RFC 5280 section 4.2.1.3), as GnuTLS numbers its bits.
    #[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
    pub struct KeyUsage: u32 {
        const CRL_SIGN = GNUTLS_KEY_CRL_SIGN;
        const DATA_ENCIPHERMENT = GNUTLS_KEY_DATA_ENCIPHERMENT;
        const DECIPHER_ONLY = GNUTLS_KEY_DECIPHER_ONLY;
        const DIGITAL_SIGNATURE = GNUTLS_KEY_DIGITAL_SIGNATURE;
        const ENCIPHER_ONLY = GNUTLS_KEY_ENCIPHER_ONLY;
        const KEY_AGREEMENT = GNUTLS_KEY_KEY_AGREEMENT;
        const KEY_CERT_SIGN = GNUTLS_KEY_KEY_CERT_SIGN;
        const KEY_ENCIPHERMENT = GNUTLS_KEY_KEY_ENCIPHERMENT;
        const NON_REPUDIATION = GNUTLS_KEY_NON_REPUDIATION;
        const _ = !0;
    }
}

bitflags! {
    /// The encryption of a key file, and how a password is used (`gnutls_pkcs_encrypt_flags_t`).
    #[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
    pub struct EncryptFlags: u32 {
        const MLDSA_EXPANDED = GNUTLS_PKCS_MLDSA_EXPANDED;
        const MLDSA_SEED = GNUTLS_PKCS_MLDSA_SEED;
        const NULL_PASSWORD = GNUTLS_PKCS_NULL_PASSWORD;
        const PBES1_DES_MD5 = GNUTLS_PKCS_PBES1_DES_MD5;
        const PBES1_DES_SHA1 = GNUTLS_PKCS_PBES1_DES_SHA1;
        const PBES2_3DES = GNUTLS_PKCS_PBES2_3DES;
        const PBES2_AES_128 = GNUTLS_PKCS_PBES2_AES_128;
        const PBES2_AES_192 = GNUTLS_PKCS_PBES2_AES_192;
        const PBES2_AES_256 = GNUTLS_PKCS_PBES2_AES_256;
        const PBES2_DES = GNUTLS_PKCS_PBES2_DES;
        const PBES2_GOST_CPA = GNUTLS_PKCS_PBES2_GOST_CPA;
        const PBES2_GOST_CPB = GNUTLS_PKCS_PBES2_GOST_CPB;
        const PBES2_GOST_CPC = GNUTLS_PKCS_PBES2_GOST_CPC;
        const PBES2_GOST_CPD = GNUTLS_PKCS_PBES2_GOST_CPD;
        const PBES2_GOST_TC26Z = GNUTLS_PKCS_PBES2_GOST_TC26Z;
        const PKCS12_3DES = GNUTLS_PKCS_PKCS12_3DES;
        const PKCS12_ARCFOUR = GNUTLS_PKCS_PKCS12_ARCFOUR;
        const PKCS12_RC2_40 = GNUTLS_PKCS_PKCS12_RC2_40;
        const PLAIN = GNUTLS_PKCS_PLAIN;
        const _ = !0;
    }
}

impl VerifyFlags {
    /// The profile in the upper byte (`GNUTLS_VFLAGS_TO_PROFILE`); `None` if there is none or it is unknown.
    pub const fn profile(self) -> Option<Profile> {
        Profile::from_raw(self.bits() >> 24)
    }
}
