//! Private key files: PKCS #8 (RFC 5958) plain and encrypted, PKCS #1, SEC 1 (RFC 5915), and the encrypted
//! PEM of old OpenSSL.
pub mod openssl_pem;
pub mod password;
pub mod pbe;
mod traditional;

use zeroize::Zeroizing;

use crate::abi::*;
use crate::alg::flags::EncryptFlags;
use crate::alg::{Digest, Format, Pk};
use crate::asn1::der::{self, Reader, Write as _};
use crate::asn1::{oid, pem};
use crate::crypto::keys::{PrivateKey, Seed};
use crate::error::{Error, Result, err};
use crate::pki::key_file::traditional::traditional;

const TRADITIONAL: [&str; 3] = ["RSA PRIVATE KEY", "EC PRIVATE KEY", "DSA PRIVATE KEY"];
const PKCS8: &str = "PRIVATE KEY";
const PKCS8_ENCRYPTED: &str = "ENCRYPTED PRIVATE KEY";
const FAILED: Error = Error::new(GNUTLS_E_DECRYPTION_FAILED);
const NO_KEY: Error = Error::new(GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE);

/// Imports an unencrypted key in any format (`gnutls_x509_privkey_import`).
pub fn import(data: &[u8], format: Format) -> Result<PrivateKey> {
    if format == Format::Der {
        return from_any_der(data);
    }
    let block = private_block(data).ok_or(NO_KEY)?;
    let kind = block.kind.ok_or(NO_KEY)?;
    if kind != PKCS8 && block.is_openssl_encrypted() {
        return err(GNUTLS_E_ASN1_DER_ERROR);
    }
    let der = Zeroizing::new(pem::decode(Some(kind), block.text)?);
    if kind == PKCS8 { plain_pkcs8(&der) } else { traditional(&der) }
}

/// The first PEM block with a private key label.
struct PrivateBlock<'a> {
    /// The text from the beginning of the block.
    text: &'a [u8],
    /// Its label, if it is one that can be read without a password.
    kind: Option<&'static str>,
}

impl PrivateBlock<'_> {
    /// Whether the headers of the block declare the legacy encryption of OpenSSL.
    fn is_openssl_encrypted(&self) -> bool {
        let body = self.text.iter().position(|b| *b == b'\n').map_or(&[][..], |at| &self.text[at..]);
        body.trim_ascii_start().starts_with(b"Proc-Type: 4,ENCRYPTED")
    }
    fn is_traditional(&self) -> bool {
        self.kind.is_some_and(|kind| kind != PKCS8)
    }
}

fn private_block(text: &[u8]) -> Option<PrivateBlock<'_>> {
    let (text, label) =
        pem::labels(text).find(|(_, label)| label.windows(PKCS8.len()).any(|w| w == PKCS8.as_bytes()))?;
    let kinds = [TRADITIONAL[0], TRADITIONAL[1], TRADITIONAL[2], PKCS8];
    let kind = kinds.into_iter().find(|kind| label.starts_with(kind.as_bytes()));
    Some(PrivateBlock { text, kind })
}

fn from_any_der(der: &[u8]) -> Result<PrivateKey> {
    if der::whole(der, der::SEQUENCE).is_err() {
        return err(GNUTLS_E_ASN1_DER_ERROR);
    }
    match plain_pkcs8(der) {
        Err(e) if e.code() == GNUTLS_E_ASN1_TAG_ERROR || e.code() == GNUTLS_E_ASN1_DER_ERROR => {
            traditional(der)
        }
        other => other,
    }
}

/// Imports a key that may be encrypted (`gnutls_x509_privkey_import2`). In `flags`, `PLAIN` means
/// that it is not encrypted, and `NULL_PASSWORD` that it is encrypted even if there is no
/// password.
pub fn import_with_password(
    data: &[u8],
    format: Format,
    password: Option<&[u8]>,
    flags: EncryptFlags,
) -> Result<PrivateKey> {
    if format == Format::Pem {
        return import_pem(data, password, flags);
    }
    // A DER file that is not a valid key structure is reported with a different code than in PEM.
    let other_kind = |e: Error| match e.code() {
        GNUTLS_E_DECRYPTION_FAILED => e,
        _ => Error::new(GNUTLS_E_ASN1_TAG_ERROR),
    };
    if password.is_none()
        && !flags.contains(EncryptFlags::NULL_PASSWORD)
        && let Ok(key) = import(data, format)
    {
        return Ok(key);
    }
    import_pkcs8(data, format, password, flags).map_err(other_kind)
}

/// Tries the formats in the same order as GnuTLS: the first key of the text if it needs no password, then any
/// PKCS #8 key, then OpenSSL's legacy format.
fn import_pem(data: &[u8], password: Option<&[u8]>, flags: EncryptFlags) -> Result<PrivateKey> {
    let sealed = password.is_some() || flags.contains(EncryptFlags::NULL_PASSWORD);
    if sealed && !private_block(data).is_some_and(|block| block.is_traditional()) {
        return import_pkcs8(data, Format::Pem, password, flags);
    }
    let first = match import(data, Format::Pem) {
        Ok(key) => return Ok(key),
        Err(e) => e,
    };
    match import_pkcs8(data, Format::Pem, password, flags) {
        Err(e) if e.code() != GNUTLS_E_DECRYPTION_FAILED => {}
        other => return other,
    }
    if openssl_pem::is_encrypted(data) { openssl_pem::from_openssl(data, password) } else { Err(first) }
}

/// Imports a PKCS #8 key (`gnutls_x509_privkey_import_pkcs8`). DER is assumed to be encrypted unless
/// `PLAIN` is set.
pub fn import_pkcs8(
    data: &[u8],
    format: Format,
    password: Option<&[u8]>,
    flags: EncryptFlags,
) -> Result<PrivateKey> {
    let plain = flags.contains(EncryptFlags::PLAIN);
    let sealed = !plain && flags.contains(EncryptFlags::NULL_PASSWORD);
    let (encrypted, der) = match format {
        Format::Der => (!plain || is_encrypted_pkcs8(data), Zeroizing::new(data.to_vec())),
        Format::Pem => {
            let (label, der) = pem::decode_either([PKCS8, PKCS8_ENCRYPTED], data)?;
            (sealed || label == PKCS8_ENCRYPTED, Zeroizing::new(der))
        }
    };
    if !encrypted {
        return plain_pkcs8(&der);
    }
    let (algorithm, sealed) = encrypted_info(&der)?;
    if plain {
        return Err(FAILED);
    }
    let opened = pbe::Encryption::read(algorithm)?.open(sealed, password)?;
    // If the result is not a PKCS #8 structure, decryption failed; an invalid key in a valid structure is
    // reported as such.
    plain_pkcs8(&opened).map_err(|e| match e.code() {
        GNUTLS_E_ASN1_TAG_ERROR | GNUTLS_E_ASN1_DER_ERROR => FAILED,
        _ => e,
    })
}

fn is_encrypted_pkcs8(der: &[u8]) -> bool {
    encrypted_info(der).is_ok()
}

/// The content of a SEQUENCE. Fails with `GNUTLS_E_ASN1_DER_ERROR` if it is truncated or has trailing data,
/// and with `GNUTLS_E_ASN1_TAG_ERROR` if it is another element.
fn sequence(bytes: &[u8]) -> Result<Reader<'_>> {
    let wrong = if bytes.first() == Some(&0x30) { GNUTLS_E_ASN1_DER_ERROR } else { GNUTLS_E_ASN1_TAG_ERROR };
    Ok(der::whole(bytes, der::SEQUENCE).map_err(|_| Error::new(wrong))?.open())
}

/// EncryptedPrivateKeyInfo: the algorithm (with its tag) and the encrypted bytes.
fn encrypted_info(bytes: &[u8]) -> Result<(&[u8], &[u8])> {
    let mut r = sequence(bytes)?;
    let algorithm = r.expect(der::SEQUENCE)?.raw;
    let sealed = r.octet_string()?;
    r.finish()?;
    Ok((algorithm, sealed))
}

/// The attributes of a PrivateKeyInfo or OneAsymmetricKey (RFC 5958 section 2), if it has any.
fn plain_info(bytes: &[u8]) -> Result<Option<Reader<'_>>> {
    let mut r = sequence(bytes)?;
    r.expect(der::INTEGER)?;
    r.expect(der::SEQUENCE)?;
    r.octet_string()?;
    let attributes = r.optional(der::context_constructed(0))?;
    r.optional(der::context(1))?;
    r.finish()?;
    Ok(attributes.map(|a| a.open()))
}

fn plain_pkcs8(bytes: &[u8]) -> Result<PrivateKey> {
    let attributes = plain_info(bytes)?;
    let key = PrivateKey::from_pkcs8(bytes)?;
    Ok(match attributes {
        Some(attributes) => key.with_seed(seed_of(attributes)),
        None => key,
    })
}

/// The seed of a provable key from the attributes of a PrivateKeyInfo.
fn seed_of(mut attributes: Reader<'_>) -> Option<Seed> {
    while let Ok(mut attribute) = attributes.sequence() {
        if attribute.oid().ok()? == oid::PROVABLE_SEED {
            let mut value = attribute.expect(der::SET).ok()?.open().sequence().ok()?;
            let digest = Digest::from_oid(&oid::to_text(value.oid().ok()?)?)?;
            return Some(Seed { digest, bytes: Zeroizing::new(value.octet_string().ok()?.to_vec()) });
        }
    }
    None
}

fn write_seed(seed: &Seed, out: &mut Vec<u8>) {
    let Some(digest) = seed.digest.oid().and_then(oid::from_text) else { return };
    out.nested(der::context_constructed(0), |w| {
        w.nested(der::SEQUENCE, |w| {
            w.oid(oid::PROVABLE_SEED);
            w.nested(der::SET, |w| {
                w.nested(der::SEQUENCE, |w| {
                    w.oid(&digest);
                    w.element(der::OCTET_STRING, &seed.bytes);
                });
            });
        });
    });
}

/// Encodes the key in its traditional format (PKCS #1, SEC 1 or OpenSSL's DSA format), or in PKCS #8 if it
/// has none. Returns the PEM label, too.
pub fn export(key: &PrivateKey) -> Result<(&'static str, Zeroizing<Vec<u8>>)> {
    const BAD: Error = Error::new(GNUTLS_E_INVALID_REQUEST);
    match key.pk() {
        // PKCS #1 cannot express the purpose of an RSA key.
        Pk::Rsa | Pk::RsaPss | Pk::RsaOaep => Ok((TRADITIONAL[0], key.to_pkcs1().ok_or(BAD)?)),
        Pk::Ecdsa => Ok((TRADITIONAL[1], Zeroizing::new(sec1(key, true).ok_or(BAD)?))),
        Pk::Dsa => Ok((TRADITIONAL[2], dsa(key).ok_or(BAD)?)),
        _ => Ok((PKCS8, export_pkcs8(key)?)),
    }
}

/// OpenSSL's DSA format: a SEQUENCE of version, p, q, g, y, x.
fn dsa(key: &PrivateKey) -> Option<Zeroizing<Vec<u8>>> {
    let (n, x) = (key.dsa_components()?, key.scalar()?);
    let mut out = Zeroizing::new(Vec::new());
    out.nested(der::SEQUENCE, |w| {
        w.unsigned(&[0]);
        for number in [&n.p, &n.q, &n.g, &n.y, &*x] {
            w.unsigned(number);
        }
    });
    Some(out)
}

/// ECPrivateKey of RFC 5915.
fn sec1(key: &PrivateKey, with_curve: bool) -> Option<Vec<u8>> {
    let scalar = key.scalar()?;
    let curve = oid::from_text(key.curve()?.oid())?;
    let public = key.public().point()?;
    let mut out = Vec::new();
    out.nested(der::SEQUENCE, |w| {
        w.unsigned(&[1]);
        w.element(der::OCTET_STRING, &scalar);
        if with_curve {
            w.nested(der::context_constructed(0), |w| w.oid(&curve));
        }
        w.nested(der::context_constructed(1), |w| w.bit_string(public));
    });
    Some(out)
}

/// The format of an ML-DSA or ML-KEM private key (RFC 9881 section 6).
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum MlForm {
    Seed,
    Expanded,
    Both,
}

/// The privateKey of RFC 9881 and RFC 9935; only the expanded key if there is no seed.
fn pq(key: &PrivateKey, form: MlForm) -> Option<Vec<u8>> {
    let mut out = Vec::new();
    match (key.pq_seed(), form) {
        (Some(seed), MlForm::Seed) => out.element(der::context(0), seed),
        (Some(seed), MlForm::Both) => {
            let expanded = key.pq_expanded()?;
            out.nested(der::SEQUENCE, |w| {
                w.element(der::OCTET_STRING, seed);
                w.element(der::OCTET_STRING, &expanded);
            });
        }
        _ => out.element(der::OCTET_STRING, &key.pq_expanded()?),
    }
    Some(out)
}

/// Encodes an unencrypted PrivateKeyInfo.
pub fn export_pkcs8(key: &PrivateKey) -> Result<Zeroizing<Vec<u8>>> {
    export_pkcs8_as(key, EncryptFlags::empty())
}

/// Like [`export_pkcs8`], but `MLDSA_SEED` and `MLDSA_EXPANDED` select the format of
/// ML-DSA and ML-KEM keys. Without either flag, seed and expanded key are written.
pub fn export_pkcs8_as(key: &PrivateKey, flags: EncryptFlags) -> Result<Zeroizing<Vec<u8>>> {
    let form = match (flags.contains(EncryptFlags::MLDSA_SEED), flags.contains(EncryptFlags::MLDSA_EXPANDED))
    {
        (true, false) => MlForm::Seed,
        (false, true) => MlForm::Expanded,
        _ => MlForm::Both,
    };
    const BAD: Error = Error::new(GNUTLS_E_INVALID_REQUEST);
    let algorithm = Reader::new(key.public().spki()).sequence()?.expect(der::SEQUENCE)?.raw;
    let inner = Zeroizing::new(match key.pk() {
        Pk::Rsa | Pk::RsaPss | Pk::RsaOaep => key.to_pkcs1().ok_or(BAD)?.to_vec(),
        Pk::Ecdsa => sec1(key, !key.names_curve_once()).ok_or(BAD)?,
        Pk::Mldsa44 | Pk::Mldsa65 | Pk::Mldsa87 | Pk::Mlkem768 | Pk::Mlkem1024 => pq(key, form).ok_or(BAD)?,
        _ => key.pkcs8_content()?.to_vec(),
    });
    let mut out = Vec::new();
    out.nested(der::SEQUENCE, |w| {
        w.unsigned(&[0]);
        w.extend_from_slice(algorithm);
        w.element(der::OCTET_STRING, &inner);
        if let Some(seed) = key.seed() {
            write_seed(seed, w);
        }
    });
    Ok(Zeroizing::new(out))
}

/// Encodes an EncryptedPrivateKeyInfo with a scheme of `EncryptFlags`.
pub fn export_encrypted(key: &PrivateKey, password: Option<&[u8]>, flags: EncryptFlags) -> Result<Vec<u8>> {
    let (algorithm, sealed) = pbe::seal(flags, password, &export_pkcs8_as(key, flags)?)?;
    let mut out = Vec::new();
    out.nested(der::SEQUENCE, |w| {
        w.extend_from_slice(&algorithm);
        w.element(der::OCTET_STRING, &sealed);
    });
    Ok(out)
}

/// The AlgorithmIdentifier of a file's encryption; `GNUTLS_E_INVALID_REQUEST` if it is not encrypted.
pub fn encryption_of(text: &[u8], format: Format) -> Result<Vec<u8>> {
    let der = match format {
        Format::Der => Zeroizing::new(text.to_vec()),
        Format::Pem => Zeroizing::new(pem::decode_either([PKCS8, PKCS8_ENCRYPTED], text)?.1),
    };
    match encrypted_info(&der) {
        Ok((algorithm, _)) => Ok(algorithm.to_vec()),
        Err(_) if plain_info(&der).is_ok() => err(GNUTLS_E_INVALID_REQUEST),
        Err(e) => Err(e),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code(r: Result<PrivateKey>) -> c_int {
        r.map_or_else(|e| e.code(), |_| 0)
    }

    // The results of GnuTLS: import, then import2 and import_pkcs8 with the password.
    #[test]
    fn codes() {
        let enc: &[u8] = include_bytes!("../testdata/ee.enc");
        let des: &[u8] = include_bytes!("../testdata/ca.enc");
        let null: &[u8] = include_bytes!("../testdata/ca.encnull");
        let sec1: &[u8] = include_bytes!("../testdata/ca.key");
        let p8: &[u8] = include_bytes!("../testdata/ee.key");
        let old: &[u8] = include_bytes!("../testdata/ee.ossl");
        let (none, good, bad) = (None, Some(&b"1234"[..]), Some(&b"bad"[..]));
        for (data, password, want) in [
            (enc, good, [-56, 0, 0]),
            (enc, bad, [-56, -24, -24]),
            (enc, none, [-56, -24, -24]),
            (des, good, [-56, 0, 0]),
            (null, none, [-56, 0, 0]),
            (sec1, none, [0, 0, -207]),
            (sec1, bad, [0, 0, -207]),
            (p8, none, [0, 0, 0]),
            (include_bytes!("../testdata/ed.key"), good, [0, 0, 0]),
            (include_bytes!("../testdata/pss.key"), none, [0, 0, 0]),
            (include_bytes!("../testdata/ee.p1"), none, [0, 0, -207]),
            (old, good, [-69, 0, -207]),
            (old, none, [-69, -24, -207]),
            (old, bad, [-69, -24, -207]),
            (b"", none, [-56, -56, -207]),
            (b"garbage", bad, [-56, -207, -207]),
            (
                b"-----BEGIN RSA PRIVATE KEY-----\nYWJj\n-----END RSA PRIVATE KEY-----\n",
                none,
                [-69, -69, -207],
            ),
            (b"-----BEGIN PRIVATE KEY-----\nYWJj\n-----END PRIVATE KEY-----\n", none, [-73, -73, -73]),
            (b"-----BEGIN PRIVATE KEY-----\n!!\n-----END PRIVATE KEY-----\n", none, [-34, -34, -207]),
        ] {
            let got = [
                code(import(data, Format::Pem)),
                code(import_with_password(data, Format::Pem, password, EncryptFlags::empty())),
                code(import_pkcs8(data, Format::Pem, password, EncryptFlags::empty())),
            ];
            assert_eq!(got, want, "{} {password:?}", String::from_utf8_lossy(&data[..data.len().min(40)]));
        }
        assert_eq!(code(import(b"garbage", Format::Der)), -69);
        assert_eq!(code(import_with_password(b"garbage", Format::Der, None, EncryptFlags::empty())), -73);
    }

    #[test]
    fn exports_read_back() {
        for text in [
            &include_bytes!("../testdata/ee.key")[..],
            include_bytes!("../testdata/ca.key"),
            include_bytes!("../testdata/ed.key"),
            include_bytes!("../testdata/p521.key"),
            include_bytes!("../testdata/pss.key"),
        ] {
            let key = import(text, Format::Pem).unwrap();
            let (label, der) = export(&key).unwrap();
            let again = import(&pem::encode(label, &der), Format::Pem).unwrap();
            if key.pk() == Pk::RsaPss {
                assert_eq!(again.public().rsa_components(), key.public().rsa_components());
            } else {
                assert_eq!(again.public().spki(), key.public().spki());
            }
            assert!(import(&der, Format::Der).is_ok());
            let again = import(&export_pkcs8(&key).unwrap(), Format::Der).unwrap();
            assert_eq!(again.public().spki(), key.public().spki());
        }
        let key = import(include_bytes!("../testdata/ca.key"), Format::Pem).unwrap();
        let sealed = export_encrypted(&key, Some(b"pw"), EncryptFlags::PBES2_AES_256).unwrap();
        assert_eq!(code(import_pkcs8(&sealed, Format::Der, Some(b"pw"), EncryptFlags::empty())), 0);
        assert_eq!(
            code(import_pkcs8(&sealed, Format::Der, Some(b"px"), EncryptFlags::empty())),
            GNUTLS_E_DECRYPTION_FAILED
        );
    }
}
