//! Object identifiers: constants of encoded identifiers, and conversion from and to dotted text.

/// The dotted text of an encoded identifier; `None` if the encoding is invalid or an arc does not fit in 63
/// bits.
pub fn to_text(oid: &[u8]) -> Option<String> {
    let mut out = String::with_capacity(4 * oid.len());
    let mut arc: u64 = 0;
    let mut fresh = true;
    for &b in oid {
        if (fresh && b == 0x80) || arc >> 56 != 0 {
            return None;
        }
        arc = arc << 7 | u64::from(b & 0x7f);
        fresh = b & 0x80 == 0;
        if fresh {
            if out.is_empty() {
                let first = (arc / 40).min(2);
                push_number(&mut out, first);
                arc -= first * 40;
            }
            out.push('.');
            push_number(&mut out, arc);
            arc = 0;
        }
    }
    if fresh && !out.is_empty() { Some(out) } else { None }
}

/// Appends a number in decimal digits.
fn push_number(out: &mut String, number: u64) {
    if number > 9 {
        push_number(out, number / 10);
    }
    out.push((b'0' + (number % 10) as u8).into());
}

/// Whether an encoded identifier is valid, except that its last arc may be incomplete.
pub fn is_sound(oid: &[u8]) -> bool {
    let (mut arc, mut fresh) = (0u64, true);
    for &b in oid {
        if (fresh && b == 0x80) || arc >> 56 != 0 {
            return false;
        }
        fresh = b & 0x80 == 0;
        arc = if fresh { 0 } else { arc << 7 | u64::from(b & 0x7f) };
    }
    !oid.is_empty()
}

/// The encoded form of dotted text.
pub fn from_text(text: &str) -> Option<Vec<u8>> {
    let mut arcs = text.split('.').map(|a| {
        if a.is_empty() || !a.bytes().all(|c| c.is_ascii_digit()) { None } else { a.parse::<u64>().ok() }
    });
    let (first, second) = (arcs.next()??, arcs.next()??);
    if first > 2 || (first < 2 && second > 39) || second > u64::MAX / 2 {
        return None;
    }
    let mut out = Vec::new();
    push_arc(&mut out, first * 40 + second);
    for arc in arcs {
        push_arc(&mut out, arc?);
    }
    Some(out)
}

fn push_arc(out: &mut Vec<u8>, arc: u64) {
    let groups = (64 - (arc | 1).leading_zeros()).div_ceil(7);
    for i in (0..groups).rev() {
        let low = (arc >> (7 * i)) as u8 & 0x7f;
        out.push(if i == 0 { low } else { low | 0x80 });
    }
}

macro_rules! oids {
    ($($(#[$doc:meta])* $name:ident = $text:literal : $bytes:expr;)*) => {
        $($(#[$doc])* pub const $name: &[u8] = &$bytes;)*
        #[cfg(test)]
        const TABLE: &[(&str, &[u8])] = &[$(($text, $name),)*];
    };
}

oids! {
    SUBJECT_KEY_ID = "2.5.29.14": [0x55, 0x1d, 14];
    KEY_USAGE = "2.5.29.15": [0x55, 0x1d, 15];
    PRIVATE_KEY_USAGE_PERIOD = "2.5.29.16": [0x55, 0x1d, 16];
    SUBJECT_ALT_NAME = "2.5.29.17": [0x55, 0x1d, 17];
    ISSUER_ALT_NAME = "2.5.29.18": [0x55, 0x1d, 18];
    BASIC_CONSTRAINTS = "2.5.29.19": [0x55, 0x1d, 19];
    CRL_NUMBER = "2.5.29.20": [0x55, 0x1d, 20];
    CRL_REASON = "2.5.29.21": [0x55, 0x1d, 21];
    HOLD_INSTRUCTION = "2.5.29.23": [0x55, 0x1d, 23];
    INVALIDITY_DATE = "2.5.29.24": [0x55, 0x1d, 24];
    DELTA_CRL_INDICATOR = "2.5.29.27": [0x55, 0x1d, 27];
    ISSUING_DISTRIBUTION_POINT = "2.5.29.28": [0x55, 0x1d, 28];
    CERTIFICATE_ISSUER = "2.5.29.29": [0x55, 0x1d, 29];
    NAME_CONSTRAINTS = "2.5.29.30": [0x55, 0x1d, 30];
    CRL_DISTRIBUTION_POINTS = "2.5.29.31": [0x55, 0x1d, 31];
    CERTIFICATE_POLICIES = "2.5.29.32": [0x55, 0x1d, 32];
    ANY_POLICY = "2.5.29.32.0": [0x55, 0x1d, 32, 0];
    POLICY_MAPPINGS = "2.5.29.33": [0x55, 0x1d, 33];
    AUTHORITY_KEY_ID = "2.5.29.35": [0x55, 0x1d, 35];
    POLICY_CONSTRAINTS = "2.5.29.36": [0x55, 0x1d, 36];
    EXTENDED_KEY_USAGE = "2.5.29.37": [0x55, 0x1d, 37];
    ANY_EXTENDED_KEY_USAGE = "2.5.29.37.0": [0x55, 0x1d, 37, 0];
    FRESHEST_CRL = "2.5.29.46": [0x55, 0x1d, 46];
    INHIBIT_ANY_POLICY = "2.5.29.54": [0x55, 0x1d, 54];
    AUTHORITY_INFO_ACCESS = "1.3.6.1.5.5.7.1.1": [0x2b, 6, 1, 5, 5, 7, 1, 1];
    PROXY_CERT_INFO = "1.3.6.1.5.5.7.1.14": [0x2b, 6, 1, 5, 5, 7, 1, 14];
    TLS_FEATURES = "1.3.6.1.5.5.7.1.24": [0x2b, 6, 1, 5, 5, 7, 1, 24];
    CT_SCTS = "1.3.6.1.4.1.11129.2.4.2": [0x2b, 6, 1, 4, 1, 0xd6, 0x79, 2, 4, 2];
    QUALIFIER_URI = "1.3.6.1.5.5.7.2.1": [0x2b, 6, 1, 5, 5, 7, 2, 1];
    QUALIFIER_NOTICE = "1.3.6.1.5.5.7.2.2": [0x2b, 6, 1, 5, 5, 7, 2, 2];
    AD_OCSP = "1.3.6.1.5.5.7.48.1": [0x2b, 6, 1, 5, 5, 7, 48, 1];
    OCSP_BASIC = "1.3.6.1.5.5.7.48.1.1": [0x2b, 6, 1, 5, 5, 7, 48, 1, 1];
    OCSP_NONCE = "1.3.6.1.5.5.7.48.1.2": [0x2b, 6, 1, 5, 5, 7, 48, 1, 2];
    AD_CA_ISSUERS = "1.3.6.1.5.5.7.48.2": [0x2b, 6, 1, 5, 5, 7, 48, 2];
    SUBJECT_SIGN_TOOL = "1.2.643.100.111": [0x2a, 0x85, 3, 100, 111];
    ISSUER_SIGN_TOOL = "1.2.643.100.112": [0x2a, 0x85, 3, 100, 112];
    ON_XMPP_ADDR = "1.3.6.1.5.5.7.8.5": [0x2b, 6, 1, 5, 5, 7, 8, 5];
    ON_DNS_SRV = "1.3.6.1.5.5.7.8.7": [0x2b, 6, 1, 5, 5, 7, 8, 7];
    KRB5_PRINCIPAL = "1.3.6.1.5.2.2": [0x2b, 6, 1, 5, 2, 2];
    MS_USER_PRINCIPAL = "1.3.6.1.4.1.311.20.2.3": [0x2b, 6, 1, 4, 1, 0x82, 0x37, 20, 2, 3];

    COMMON_NAME = "2.5.4.3": [0x55, 4, 3];
    EMAIL = "1.2.840.113549.1.9.1": [0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 1, 9, 1];
    DATA = "1.2.840.113549.1.7.1": [0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 1, 7, 1];
    SIGNED_DATA = "1.2.840.113549.1.7.2": [0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 1, 7, 2];
    DIGESTED_DATA = "1.2.840.113549.1.7.5": [0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 1, 7, 5];
    CONTENT_TYPE = "1.2.840.113549.1.9.3": [0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 1, 9, 3];
    MESSAGE_DIGEST = "1.2.840.113549.1.9.4": [0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 1, 9, 4];
    SIGNING_TIME = "1.2.840.113549.1.9.5": [0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 1, 9, 5];
    CHALLENGE_PASSWORD = "1.2.840.113549.1.9.7": [0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 1, 9, 7];
    EXTENSION_REQUEST = "1.2.840.113549.1.9.14": [0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 1, 9, 14];
    USER_ID = "0.9.2342.19200300.100.1.1": [9, 0x92, 0x26, 0x89, 0x93, 0xf2, 0x2c, 0x64, 1, 1];
    DOMAIN_COMPONENT = "0.9.2342.19200300.100.1.25": [9, 0x92, 0x26, 0x89, 0x93, 0xf2, 0x2c, 0x64, 1, 25];

    RSA_ENCRYPTION = "1.2.840.113549.1.1.1": [0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 1, 1, 1];
    MGF1 = "1.2.840.113549.1.1.8": [0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 1, 1, 8];
    P_SPECIFIED = "1.2.840.113549.1.1.9": [0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 1, 1, 9];
    RSA_PSS = "1.2.840.113549.1.1.10": [0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 1, 1, 10];
    DSA = "1.2.840.10040.4.1": [0x2a, 0x86, 0x48, 0xce, 0x38, 4, 1];
    EC_PUBLIC_KEY = "1.2.840.10045.2.1": [0x2a, 0x86, 0x48, 0xce, 0x3d, 2, 1];
    SECP256R1 = "1.2.840.10045.3.1.7": [0x2a, 0x86, 0x48, 0xce, 0x3d, 3, 1, 7];
    SECP192R1 = "1.2.840.10045.3.1.1": [0x2a, 0x86, 0x48, 0xce, 0x3d, 3, 1, 1];
    SECP224R1 = "1.3.132.0.33": [0x2b, 0x81, 4, 0, 33];
    SECP384R1 = "1.3.132.0.34": [0x2b, 0x81, 4, 0, 34];
    SECP521R1 = "1.3.132.0.35": [0x2b, 0x81, 4, 0, 35];
    X25519 = "1.3.101.110": [0x2b, 0x65, 110];
    X448 = "1.3.101.111": [0x2b, 0x65, 111];
    ED25519 = "1.3.101.112": [0x2b, 0x65, 112];
    ED448 = "1.3.101.113": [0x2b, 0x65, 113];

    ENCRYPTED_DATA = "1.2.840.113549.1.7.6": [0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 1, 7, 6];
    FRIENDLY_NAME = "1.2.840.113549.1.9.20": [0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 1, 9, 20];
    LOCAL_KEY_ID = "1.2.840.113549.1.9.21": [0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 1, 9, 21];
    X509_CERTIFICATE = "1.2.840.113549.1.9.22.1": [0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 1, 9, 22, 1];
    X509_CRL = "1.2.840.113549.1.9.23.1": [0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 1, 9, 23, 1];
    /// The random nonce of PKCS #9, by which GnuTLS marks the content of a SecretBag.
    RANDOM_NONCE = "1.2.840.113549.1.9.25.3": [0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 1, 9, 25, 3];
    KEY_BAG = "1.2.840.113549.1.12.10.1.1": [0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 1, 12, 10, 1, 1];
    SHROUDED_KEY_BAG = "1.2.840.113549.1.12.10.1.2": [0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 1, 12, 10, 1, 2];
    CERT_BAG = "1.2.840.113549.1.12.10.1.3": [0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 1, 12, 10, 1, 3];
    CRL_BAG = "1.2.840.113549.1.12.10.1.4": [0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 1, 12, 10, 1, 4];
    SECRET_BAG = "1.2.840.113549.1.12.10.1.5": [0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 1, 12, 10, 1, 5];
    PBMAC1 = "1.2.840.113549.1.5.14": [0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 1, 5, 14];
    PBES2 = "1.2.840.113549.1.5.13": [0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 1, 5, 13];
    PBKDF2 = "1.2.840.113549.1.5.12": [0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 1, 5, 12];
    HMAC_SHA1 = "1.2.840.113549.2.7": [0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 2, 7];
    HMAC_SHA224 = "1.2.840.113549.2.8": [0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 2, 8];
    HMAC_SHA256 = "1.2.840.113549.2.9": [0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 2, 9];
    HMAC_SHA384 = "1.2.840.113549.2.10": [0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 2, 10];
    HMAC_SHA512 = "1.2.840.113549.2.11": [0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 2, 11];
    PBE_SHA1_3DES = "1.2.840.113549.1.12.1.3": [0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 1, 12, 1, 3];
    HMAC_GOSTR94 = "1.2.643.2.2.10": [0x2a, 0x85, 3, 2, 2, 10];
    HMAC_STREEBOG256 = "1.2.643.7.1.1.4.1": [0x2a, 0x85, 3, 7, 1, 1, 4, 1];
    HMAC_STREEBOG512 = "1.2.643.7.1.1.4.2": [0x2a, 0x85, 3, 7, 1, 1, 4, 2];
    GOST28147 = "1.2.643.2.2.21": [0x2a, 0x85, 3, 2, 2, 21];
    GOST28147_CPA = "1.2.643.2.2.31.1": [0x2a, 0x85, 3, 2, 2, 31, 1];
    GOST28147_CPB = "1.2.643.2.2.31.2": [0x2a, 0x85, 3, 2, 2, 31, 2];
    GOST28147_CPC = "1.2.643.2.2.31.3": [0x2a, 0x85, 3, 2, 2, 31, 3];
    GOST28147_CPD = "1.2.643.2.2.31.4": [0x2a, 0x85, 3, 2, 2, 31, 4];
    GOST28147_TC26Z = "1.2.643.7.1.2.5.1.1": [0x2a, 0x85, 3, 7, 1, 2, 5, 1, 1];
    PBE_SHA1_RC4_128 = "1.2.840.113549.1.12.1.1": [0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 1, 12, 1, 1];
    PBE_SHA1_RC2_40 = "1.2.840.113549.1.12.1.6": [0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 1, 12, 1, 6];
    PBE_MD5_DES = "1.2.840.113549.1.5.3": [0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 1, 5, 3];
    DES_CBC = "1.3.14.3.2.7": [0x2b, 14, 3, 2, 7];
    DES_EDE3_CBC = "1.2.840.113549.3.7": [0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 3, 7];
    AES128_CBC = "2.16.840.1.101.3.4.1.2": [0x60, 0x86, 0x48, 1, 0x65, 3, 4, 1, 2];
    AES192_CBC = "2.16.840.1.101.3.4.1.22": [0x60, 0x86, 0x48, 1, 0x65, 3, 4, 1, 22];
    AES256_CBC = "2.16.840.1.101.3.4.1.42": [0x60, 0x86, 0x48, 1, 0x65, 3, 4, 1, 42];
    /// Defined by GnuTLS: the seed of a provable key in the attributes of a PKCS #8 structure.
    PROVABLE_SEED = "1.3.6.1.4.1.2312.18.8.1": [0x2b, 6, 1, 4, 1, 0x92, 8, 18, 8, 1];
    SHA1 = "1.3.14.3.2.26": [0x2b, 14, 3, 2, 26];
    SHA256 = "2.16.840.1.101.3.4.2.1": [0x60, 0x86, 0x48, 1, 0x65, 3, 4, 2, 1];
    SHA384 = "2.16.840.1.101.3.4.2.2": [0x60, 0x86, 0x48, 1, 0x65, 3, 4, 2, 2];
    SHA512 = "2.16.840.1.101.3.4.2.3": [0x60, 0x86, 0x48, 1, 0x65, 3, 4, 2, 3];
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_constant_is_its_text() {
        for (text, bytes) in TABLE {
            assert_eq!(to_text(bytes).as_deref(), Some(*text));
            assert_eq!(from_text(text).as_deref(), Some(*bytes));
        }
    }

    #[test]
    fn broken_identifiers() {
        for bad in [&[][..], &[0x2a, 0x80, 1], &[0x2a, 0x86], &[0xff; 12]] {
            assert_eq!(to_text(bad), None);
            assert_eq!(is_sound(bad), bad == [0x2a, 0x86]);
        }
        for bad in ["", "1", "1.40", "3.1", "1.2.", "1.a", "1.2.-3"] {
            assert_eq!(from_text(bad), None, "{bad}");
        }
        assert_eq!(to_text(&[0x88, 0x37]).as_deref(), Some("2.999"));
    }
}
