//! Private keys at rest: PKCS #8 (RFC 5958) plain and encrypted, PKCS #1, SEC 1 (RFC 5915), and the
//! encrypted PEM of old OpenSSL.
use zeroize::Zeroizing;

use crate::abi::*;
use crate::alg::{Cipher, Curve, Digest, Pk};
use crate::asn1::der::{self, Reader, Write as _};
use crate::asn1::{oid, pem};
use crate::crypto::sign::PrivateKey;
use crate::crypto::{cbc, hash, kdf, rand};
use crate::error::{Error, Result, err};

/// How the bytes are written.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Format {
    Der,
    Pem,
}

impl Format {
    /// Every number but that of DER means PEM, as it does to GnuTLS's key functions.
    pub fn from_raw(raw: gnutls_x509_crt_fmt_t) -> Format {
        if raw == GNUTLS_X509_FMT_DER { Format::Der } else { Format::Pem }
    }
}

/// The most iterations of a key derivation that are done for an untrusted file.
const MAX_ITERATIONS: u32 = 10_000_000;

const TRADITIONAL: [&str; 3] = ["RSA PRIVATE KEY", "EC PRIVATE KEY", "DSA PRIVATE KEY"];
const PKCS8: &str = "PRIVATE KEY";
const PKCS8_ENCRYPTED: &str = "ENCRYPTED PRIVATE KEY";
const FAILED: Error = Error::new(GNUTLS_E_DECRYPTION_FAILED);

/// An unencrypted key in any form (`gnutls_x509_privkey_import`).
pub fn import(data: &[u8], format: Format) -> Result<PrivateKey> {
    if format == Format::Der {
        return from_any_der(data);
    }
    let labels = [TRADITIONAL[0], TRADITIONAL[1], TRADITIONAL[2], PKCS8];
    let Some((label, der)) = pem::blocks(data, &labels).next() else {
        return err(GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE);
    };
    if label != PKCS8 && is_openssl_encrypted(data) {
        return err(GNUTLS_E_ASN1_DER_ERROR);
    }
    let der = Zeroizing::new(der?);
    if label == PKCS8 { plain_pkcs8(&der) } else { traditional(&der) }
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

/// A key that may be encrypted (`gnutls_x509_privkey_import2`).
pub fn import_with_password(
    data: &[u8],
    format: Format,
    password: Option<&[u8]>,
    plain: bool,
) -> Result<PrivateKey> {
    let old_pem = format == Format::Pem && pem::blocks(data, &TRADITIONAL).next().is_some();
    if old_pem {
        return if is_openssl_encrypted(data) { from_openssl(data, password) } else { import(data, format) };
    }
    if password.is_some() {
        return import_pkcs8(data, format, password, plain);
    }
    let first = match import(data, format) {
        Ok(key) => return Ok(key),
        Err(e) => e,
    };
    match import_pkcs8(data, format, None, plain) {
        Err(e) if format == Format::Pem && e.code() != GNUTLS_E_DECRYPTION_FAILED => Err(first),
        other => other,
    }
}

/// PKCS #8 alone (`gnutls_x509_privkey_import_pkcs8`). In DER the caller says by `plain` whether it is encrypted.
pub fn import_pkcs8(data: &[u8], format: Format, password: Option<&[u8]>, plain: bool) -> Result<PrivateKey> {
    let labels = [PKCS8, PKCS8_ENCRYPTED];
    let (encrypted, der) = match format {
        Format::Der => (!plain || is_encrypted_pkcs8(data), Zeroizing::new(data.to_vec())),
        Format::Pem => match pem::blocks(data, &labels).next() {
            Some((label, Ok(der))) => (label == PKCS8_ENCRYPTED, Zeroizing::new(der)),
            _ => return err(GNUTLS_E_BASE64_UNEXPECTED_HEADER_ERROR),
        },
    };
    if !encrypted {
        return plain_pkcs8(&der);
    }
    let (algorithm, sealed) = encrypted_info(&der)?;
    if plain {
        return Err(FAILED);
    }
    let opened = Encryption::read(algorithm)?.open(sealed, password.unwrap_or(b""))?;
    // What does not even read as a key was not decrypted; a key that reads and is no good is told of as such.
    plain_pkcs8(&opened).map_err(|e| match e.code() {
        GNUTLS_E_ASN1_TAG_ERROR | GNUTLS_E_ASN1_DER_ERROR => FAILED,
        _ => e,
    })
}

fn is_encrypted_pkcs8(der: &[u8]) -> bool {
    encrypted_info(der).is_ok()
}

/// EncryptedPrivateKeyInfo: the algorithm (with its tag) and the encrypted bytes.
fn encrypted_info(bytes: &[u8]) -> Result<(&[u8], &[u8])> {
    const TAG: Error = Error::new(GNUTLS_E_ASN1_TAG_ERROR);
    let mut r = der::whole(bytes, der::SEQUENCE).map_err(|_| TAG)?.open();
    let algorithm = r.expect(der::SEQUENCE)?.raw;
    let sealed = r.octet_string()?;
    r.finish()?;
    Ok((algorithm, sealed))
}

fn plain_pkcs8(bytes: &[u8]) -> Result<PrivateKey> {
    const TAG: Error = Error::new(GNUTLS_E_ASN1_TAG_ERROR);
    let mut r = der::whole(bytes, der::SEQUENCE).map_err(|_| TAG)?.open();
    r.small()?;
    r.expect(der::SEQUENCE)?;
    r.octet_string()?;
    PrivateKey::from_pkcs8(bytes)
}

/// PKCS #1 or SEC 1, told apart by the version.
fn traditional(bytes: &[u8]) -> Result<PrivateKey> {
    const DER: Error = Error::new(GNUTLS_E_ASN1_DER_ERROR);
    let mut r = der::whole(bytes, der::SEQUENCE).map_err(|_| DER)?.open();
    if r.small().map_err(|_| DER)? == 1 {
        let scalar = r.octet_string().map_err(|_| DER)?;
        let curve = match r.optional(der::context_constructed(0))? {
            Some(e) => curve_of(e.open().oid()?)?,
            None => return err(GNUTLS_E_ECC_UNSUPPORTED_CURVE),
        };
        return PrivateKey::from_sec1(curve, scalar);
    }
    PrivateKey::from_pkcs1(bytes)
}

fn curve_of(id: &[u8]) -> Result<Curve> {
    oid::to_text(id).and_then(|o| Curve::from_oid(&o)).ok_or(Error::new(GNUTLS_E_ECC_UNSUPPORTED_CURVE))
}

/// How a key is encrypted: PBES2 (RFC 8018 section 6.2) with PBKDF2 and AES or triple DES, or the triple DES of PKCS #12.
pub struct Encryption<'a> {
    pub oid: &'a [u8],
    /// `gnutls_pkcs_encrypt_flags_t` of the scheme.
    pub schema: gnutls_pkcs_encrypt_flags_t,
    pub cipher: Cipher,
    pub salt: &'a [u8],
    pub iterations: u32,
    digest: Digest,
    /// PKCS #12 derives it.
    iv: Option<&'a [u8]>,
}

impl<'a> Encryption<'a> {
    /// What encrypts a file: `GNUTLS_E_INVALID_REQUEST` if nothing does.
    pub fn of(data: &'a mut Vec<u8>, text: &[u8], format: Format) -> Result<Encryption<'a>> {
        *data = match format {
            Format::Der => text.to_vec(),
            Format::Pem => match pem::blocks(text, &[PKCS8, PKCS8_ENCRYPTED]).next() {
                Some((PKCS8_ENCRYPTED, Ok(der))) => der,
                Some((_, Ok(_))) => return err(GNUTLS_E_INVALID_REQUEST),
                _ => return err(GNUTLS_E_BASE64_UNEXPECTED_HEADER_ERROR),
            },
        };
        Self::read(encrypted_info(data)?.0)
    }

    fn read(algorithm: &'a [u8]) -> Result<Encryption<'a>> {
        const UNKNOWN: c_int = GNUTLS_E_UNKNOWN_CIPHER_TYPE;
        let mut r = Reader::new(algorithm).sequence()?;
        let scheme = match r.oid()? {
            id @ oid::PBES2 => Self::read_pbes2(id, r.sequence()?)?,
            id @ oid::PBE_SHA1_3DES => {
                let mut p = r.sequence()?;
                Encryption {
                    oid: id,
                    schema: GNUTLS_PKCS_PKCS12_3DES,
                    cipher: Cipher::TripleDesCbc,
                    salt: p.octet_string()?,
                    iterations: p.small()?,
                    digest: Digest::Sha1,
                    iv: None,
                }
            }
            _ => return err(UNKNOWN),
        };
        if scheme.iterations == 0 || scheme.iterations > MAX_ITERATIONS {
            return err(GNUTLS_E_ILLEGAL_PARAMETER);
        }
        Ok(scheme)
    }

    fn read_pbes2(id: &'a [u8], mut params: Reader<'a>) -> Result<Encryption<'a>> {
        const UNKNOWN: c_int = GNUTLS_E_UNKNOWN_CIPHER_TYPE;
        let mut derivation = params.sequence()?;
        if derivation.oid()? != oid::PBKDF2 {
            return err(UNKNOWN);
        }
        let mut pbkdf2 = derivation.sequence()?;
        let salt = pbkdf2.octet_string()?;
        let iterations = pbkdf2.small()?;
        if pbkdf2.peek() == Some(der::INTEGER) {
            pbkdf2.small()?;
        }
        let digest = if pbkdf2.is_empty() {
            Digest::Sha1
        } else {
            match pbkdf2.sequence()?.oid()? {
                oid::HMAC_SHA1 => Digest::Sha1,
                oid::HMAC_SHA224 => Digest::Sha224,
                oid::HMAC_SHA256 => Digest::Sha256,
                oid::HMAC_SHA384 => Digest::Sha384,
                oid::HMAC_SHA512 => Digest::Sha512,
                _ => return err(GNUTLS_E_UNKNOWN_HASH_ALGORITHM),
            }
        };
        let mut scheme = params.sequence()?;
        let (cipher, schema) = match scheme.oid()? {
            oid::AES128_CBC => (Cipher::Aes128Cbc, GNUTLS_PKCS_PBES2_AES_128),
            oid::AES192_CBC => (Cipher::Aes192Cbc, GNUTLS_PKCS_PBES2_AES_192),
            oid::AES256_CBC => (Cipher::Aes256Cbc, GNUTLS_PKCS_PBES2_AES_256),
            oid::DES_EDE3_CBC => (Cipher::TripleDesCbc, GNUTLS_PKCS_PBES2_3DES),
            _ => return err(UNKNOWN),
        };
        let iv = scheme.octet_string()?;
        if iv.len() != cipher.iv_size() {
            return err(GNUTLS_E_ILLEGAL_PARAMETER);
        }
        Ok(Encryption { oid: id, schema, cipher, salt, iterations, digest, iv: Some(iv) })
    }

    fn open(&self, sealed: &[u8], password: &[u8]) -> Result<Zeroizing<Vec<u8>>> {
        let Some(iv) = self.iv else { return self.open_pkcs12(sealed, password) };
        let mut key = Zeroizing::new(vec![0; self.cipher.key_size()]);
        kdf::pbkdf2(self.digest, password, self.salt, self.iterations, &mut key)?;
        cbc::decrypt_padded(self.cipher, &key, iv, sealed).map_err(|_| FAILED)
    }

    /// RFC 7292 appendix C.
    fn open_pkcs12(&self, sealed: &[u8], password: &[u8]) -> Result<Zeroizing<Vec<u8>>> {
        let text =
            core::str::from_utf8(password).map_err(|_| Error::new(GNUTLS_E_INVALID_PASSWORD_STRING))?;
        // The password is a BMPString with its NUL.
        let mut wide = Zeroizing::new(Vec::new());
        for unit in text.encode_utf16().chain([0]) {
            wide.extend_from_slice(&unit.to_be_bytes());
        }
        let key = pkcs12_kdf(1, &wide, self.salt, self.iterations, 24)?;
        let iv = pkcs12_kdf(2, &wide, self.salt, self.iterations, 8)?;
        cbc::decrypt_padded(self.cipher, &key, &iv, sealed).map_err(|_| FAILED)
    }
}

/// The key derivation of RFC 7292 appendix B.2 with SHA-1.
fn pkcs12_kdf(
    id: u8,
    password: &[u8],
    salt: &[u8],
    iterations: u32,
    len: usize,
) -> Result<Zeroizing<Vec<u8>>> {
    const V: usize = 64;
    let filled = |bytes: &[u8]| -> Vec<u8> {
        let n = bytes.len().div_ceil(V) * V;
        bytes.iter().copied().cycle().take(if bytes.is_empty() { 0 } else { n }).collect()
    };
    let mut block = Zeroizing::new([filled(salt), filled(password)].concat());
    let mut out = Zeroizing::new(Vec::new());
    while out.len() < len {
        let mut a =
            Zeroizing::new(hash::digest(Digest::Sha1, &[&[id; V], &block[..]].concat())?.as_ref().to_vec());
        for _ in 1..iterations {
            a = Zeroizing::new(hash::digest(Digest::Sha1, &a)?.as_ref().to_vec());
        }
        // Each part of the block becomes itself plus the repeated digest plus one.
        let b: Zeroizing<Vec<u8>> = Zeroizing::new(a.iter().copied().cycle().take(V).collect());
        for part in block.chunks_mut(V) {
            let mut carry = 1u16;
            for (x, y) in part.iter_mut().zip(b.iter()).rev() {
                carry += u16::from(*x) + u16::from(*y);
                *x = carry as u8;
                carry >>= 8;
            }
        }
        out.extend_from_slice(&a);
    }
    out.truncate(len);
    Ok(out)
}

fn is_openssl_encrypted(data: &[u8]) -> bool {
    data.windows(21).any(|w| w == b"Proc-Type: 4,ENCRYPTE")
}

/// The PEM encryption that OpenSSL had before PKCS #8 (`gnutls_x509_privkey_import_openssl`): `DEK-Info` names cipher
/// and salt, MD5 makes the key.
pub fn from_openssl(data: &[u8], password: Option<&[u8]>) -> Result<PrivateKey> {
    const HEADER: Error = Error::new(GNUTLS_E_INVALID_REQUEST);
    let text = core::str::from_utf8(data).map_err(|_| HEADER)?;
    let at = text.find("DEK-Info: ").ok_or(HEADER)?;
    let (info, rest) = text[at + 10..].split_once('\n').ok_or(HEADER)?;
    let (name, iv) = info.trim().split_once(',').ok_or(HEADER)?;
    let cipher = match name {
        "AES-128-CBC" => Cipher::Aes128Cbc,
        "AES-192-CBC" => Cipher::Aes192Cbc,
        "AES-256-CBC" => Cipher::Aes256Cbc,
        "DES-EDE3-CBC" => Cipher::TripleDesCbc,
        _ => return err(GNUTLS_E_UNKNOWN_CIPHER_TYPE),
    };
    let iv = from_hex(iv).filter(|iv| iv.len() == cipher.iv_size()).ok_or(HEADER)?;
    let body = rest.split('-').next().unwrap_or("");
    let sealed = pem::base64_decode(body.trim().as_bytes())?;
    let password = password.ok_or(FAILED)?;
    let mut key: Zeroizing<Vec<u8>> = Zeroizing::new(Vec::new());
    let mut block: Zeroizing<Vec<u8>> = Zeroizing::new(Vec::new());
    while key.len() < cipher.key_size() {
        let input = Zeroizing::new([&block[..], password, &iv[..8]].concat());
        block = Zeroizing::new(hash::digest(Digest::Md5, &input)?.as_ref().to_vec());
        key.extend_from_slice(&block);
    }
    key.truncate(cipher.key_size());
    let opened = cbc::decrypt_padded(cipher, &key, &iv, &sealed).map_err(|_| FAILED)?;
    traditional(&opened).map_err(|_| FAILED)
}

fn from_hex(text: &str) -> Option<Vec<u8>> {
    let digits: Vec<u8> = text.chars().map(|c| c.to_digit(16).map(|d| d as u8)).collect::<Option<_>>()?;
    (digits.len() % 2 == 0).then(|| digits.chunks(2).map(|p| p[0] << 4 | p[1]).collect())
}

/// The traditional form: PKCS #1 or SEC 1, or PKCS #8 where there is no other; with its PEM label.
pub fn export(key: &PrivateKey) -> Result<(&'static str, Zeroizing<Vec<u8>>)> {
    const BAD: Error = Error::new(GNUTLS_E_INVALID_REQUEST);
    match key.pk() {
        Pk::Rsa => Ok((TRADITIONAL[0], key.to_pkcs1().ok_or(BAD)?)),
        Pk::Ecdsa => Ok((TRADITIONAL[1], Zeroizing::new(sec1(key, true).ok_or(BAD)?))),
        _ => Ok((PKCS8, export_pkcs8(key)?)),
    }
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

/// PrivateKeyInfo, not encrypted.
pub fn export_pkcs8(key: &PrivateKey) -> Result<Zeroizing<Vec<u8>>> {
    const BAD: Error = Error::new(GNUTLS_E_INVALID_REQUEST);
    let algorithm = Reader::new(key.public().spki()).sequence()?.expect(der::SEQUENCE)?.raw;
    let inner = Zeroizing::new(match key.pk() {
        Pk::Rsa | Pk::RsaPss => key.to_pkcs1().ok_or(BAD)?.to_vec(),
        Pk::Ecdsa => sec1(key, true).ok_or(BAD)?,
        _ => {
            let mut out = Vec::new();
            out.element(der::OCTET_STRING, &key.scalar().ok_or(BAD)?);
            out
        }
    });
    let mut out = Vec::new();
    out.nested(der::SEQUENCE, |w| {
        w.unsigned(&[0]);
        w.extend_from_slice(algorithm);
        w.element(der::OCTET_STRING, &inner);
    });
    Ok(Zeroizing::new(out))
}

/// EncryptedPrivateKeyInfo under PBES2: PBKDF2 with HMAC-SHA-256 and the given cipher.
pub fn export_encrypted(key: &PrivateKey, password: &[u8], cipher: Cipher) -> Result<Vec<u8>> {
    const ITERATIONS: u32 = 600_000;
    let id = match cipher {
        Cipher::Aes128Cbc => oid::AES128_CBC,
        Cipher::Aes192Cbc => oid::AES192_CBC,
        Cipher::Aes256Cbc => oid::AES256_CBC,
        Cipher::TripleDesCbc => oid::DES_EDE3_CBC,
        _ => return err(GNUTLS_E_UNKNOWN_CIPHER_TYPE),
    };
    let mut salt = [0; 16];
    let mut iv = vec![0; cipher.iv_size()];
    rand::fill(&mut salt)?;
    rand::fill(&mut iv)?;
    let mut secret = Zeroizing::new(vec![0; cipher.key_size()]);
    kdf::pbkdf2(Digest::Sha256, password, &salt, ITERATIONS, &mut secret)?;
    let sealed = cbc::encrypt_padded(cipher, &secret, &iv, &export_pkcs8(key)?)?;
    let mut out = Vec::new();
    out.nested(der::SEQUENCE, |w| {
        w.nested(der::SEQUENCE, |w| {
            w.oid(oid::PBES2);
            w.nested(der::SEQUENCE, |w| {
                w.nested(der::SEQUENCE, |w| {
                    w.oid(oid::PBKDF2);
                    w.nested(der::SEQUENCE, |w| {
                        w.element(der::OCTET_STRING, &salt);
                        w.unsigned(&ITERATIONS.to_be_bytes());
                        w.nested(der::SEQUENCE, |w| {
                            w.oid(oid::HMAC_SHA256);
                            w.element(der::NULL, &[]);
                        });
                    });
                });
                w.nested(der::SEQUENCE, |w| {
                    w.oid(id);
                    w.element(der::OCTET_STRING, &iv);
                });
            });
        });
        w.element(der::OCTET_STRING, &sealed);
    });
    Ok(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code(r: Result<PrivateKey>) -> c_int {
        r.map_or_else(|e| e.code(), |_| 0)
    }

    // The installed library's answers: import, then import2 and import_pkcs8 with the password.
    #[test]
    fn codes() {
        let enc: &[u8] = include_bytes!("testdata/ee.enc");
        let des: &[u8] = include_bytes!("testdata/ca.enc");
        let null: &[u8] = include_bytes!("testdata/ca.encnull");
        let sec1: &[u8] = include_bytes!("testdata/ca.key");
        let p8: &[u8] = include_bytes!("testdata/ee.key");
        let old: &[u8] = include_bytes!("testdata/ee.ossl");
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
            (include_bytes!("testdata/ed.key"), good, [0, 0, 0]),
            (include_bytes!("testdata/pss.key"), none, [0, 0, 0]),
            (include_bytes!("testdata/ee.p1"), none, [0, 0, -207]),
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
                code(import_with_password(data, Format::Pem, password, false)),
                code(import_pkcs8(data, Format::Pem, password, false)),
            ];
            assert_eq!(got, want, "{} {password:?}", String::from_utf8_lossy(&data[..data.len().min(40)]));
        }
        assert_eq!(code(import(b"garbage", Format::Der)), -69);
        assert_eq!(code(import_with_password(b"garbage", Format::Der, None, false)), -73);
    }

    #[test]
    fn exports_read_back() {
        for text in [
            &include_bytes!("testdata/ee.key")[..],
            include_bytes!("testdata/ca.key"),
            include_bytes!("testdata/ed.key"),
            include_bytes!("testdata/p521.key"),
            include_bytes!("testdata/pss.key"),
        ] {
            let key = import(text, Format::Pem).unwrap();
            let (label, der) = export(&key).unwrap();
            let again = import(&pem::encode(label, &der), Format::Pem).unwrap();
            assert_eq!(again.public().spki(), key.public().spki());
            assert!(import(&der, Format::Der).is_ok());
        }
        let key = import(include_bytes!("testdata/ca.key"), Format::Pem).unwrap();
        let sealed = export_encrypted(&key, b"pw", Cipher::Aes256Cbc).unwrap();
        assert_eq!(code(import_pkcs8(&sealed, Format::Der, Some(b"pw"), false)), 0);
        assert_eq!(code(import_pkcs8(&sealed, Format::Der, Some(b"px"), false)), GNUTLS_E_DECRYPTION_FAILED);
    }
}
