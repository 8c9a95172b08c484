//! Password-based encryption (RFC 8018, RFC 7292 appendix C): PBES2 with PBKDF2, PBES1 with MD5 and DES, and
//! the schemes of PKCS #12. Used for key files and other structures that contain such an algorithm.
use zeroize::Zeroizing;

use crate::abi::*;
use crate::alg::flags::EncryptFlags;
use crate::alg::{Cipher, Digest};
use crate::asn1::der::{self, Reader, Write as _};
use crate::asn1::oid;
use crate::crypto::cipher::{self, cbc};
use crate::crypto::{hash, kdf, rand};
use crate::error::{Error, Result, err};
use crate::pki::key_file::password::{normalize, normalize_or_keep};

/// Maximum work for an untrusted file, in units of 1/8 microsecond: half a second.
const MAX_WORK: u64 = 4_000_000;
/// GOST digests are twenty times slower. The limit is what GnuTLS itself writes.
const MAX_GOST_ITERATIONS: u32 = 600_000;
/// How much slower than SHA-256 they are counted.
const GOST_COST: u64 = 20;
/// Maximum size of a salt in bytes.
pub const MAX_SALT: usize = 1024;
/// Maximum key size of the supported ciphers in bytes.
const MAX_KEY: u32 = 64;
/// The iteration count of new files.
pub const ITERATIONS: u32 = 600_000;

const FAILED: Error = Error::new(GNUTLS_E_DECRYPTION_FAILED);
const UNKNOWN: Error = Error::new(GNUTLS_E_UNKNOWN_CIPHER_TYPE);

/// The parameters of a password-based encryption.
pub struct Encryption<'a> {
    /// The scheme.
    pub schema: EncryptFlags,
    pub cipher: Cipher,
    pub salt: &'a [u8],
    pub iterations: u32,
    derivation: Derivation<'a>,
}

enum Derivation<'a> {
    /// The digest of PBKDF2's HMAC, the key size and the IV. The file determines key size and IV, which may
    /// not match the cipher.
    Pbkdf2 { digest: Digest, key_size: usize, iv: &'a [u8] },
    /// RFC 8018 section 5.1 with MD5: the first half is the key, the second the IV.
    Pbkdf1,
    /// RFC 7292 appendix B with SHA-1.
    Pkcs12,
}

/// The schemes of PKCS #12 and PBES1: identifier, flag, cipher.
const OLD: [(&[u8], EncryptFlags, Cipher); 4] = [
    (oid::PBE_SHA1_3DES, EncryptFlags::PKCS12_3DES, Cipher::TripleDesCbc),
    (oid::PBE_SHA1_RC4_128, EncryptFlags::PKCS12_ARCFOUR, Cipher::Arcfour128),
    (oid::PBE_SHA1_RC2_40, EncryptFlags::PKCS12_RC2_40, Cipher::Rc2_40Cbc),
    (oid::PBE_MD5_DES, EncryptFlags::PBES1_DES_MD5, Cipher::DesCbc),
];

/// Ciphers of PBES2 whose parameter is the IV.
const CIPHERS: [(&[u8], EncryptFlags, Cipher); 5] = [
    (oid::AES128_CBC, EncryptFlags::PBES2_AES_128, Cipher::Aes128Cbc),
    (oid::AES192_CBC, EncryptFlags::PBES2_AES_192, Cipher::Aes192Cbc),
    (oid::AES256_CBC, EncryptFlags::PBES2_AES_256, Cipher::Aes256Cbc),
    (oid::DES_EDE3_CBC, EncryptFlags::PBES2_3DES, Cipher::TripleDesCbc),
    (oid::DES_CBC, EncryptFlags::PBES2_DES, Cipher::DesCbc),
];

/// Parameter sets of GOST 28147-89 in CFB (RFC 4357, RFC 7836).
const GOST_SETS: [(&[u8], EncryptFlags, Cipher); 5] = [
    (oid::GOST28147_TC26Z, EncryptFlags::PBES2_GOST_TC26Z, Cipher::Gost28147Tc26zCfb),
    (oid::GOST28147_CPA, EncryptFlags::PBES2_GOST_CPA, Cipher::Gost28147CpaCfb),
    (oid::GOST28147_CPB, EncryptFlags::PBES2_GOST_CPB, Cipher::Gost28147CpbCfb),
    (oid::GOST28147_CPC, EncryptFlags::PBES2_GOST_CPC, Cipher::Gost28147CpcCfb),
    (oid::GOST28147_CPD, EncryptFlags::PBES2_GOST_CPD, Cipher::Gost28147CpdCfb),
];

const PRFS: [(&[u8], Digest); 8] = [
    (oid::HMAC_SHA1, Digest::Sha1),
    (oid::HMAC_SHA224, Digest::Sha224),
    (oid::HMAC_SHA256, Digest::Sha256),
    (oid::HMAC_SHA384, Digest::Sha384),
    (oid::HMAC_SHA512, Digest::Sha512),
    (oid::HMAC_GOSTR94, Digest::Gostr94),
    (oid::HMAC_STREEBOG256, Digest::Streebog256),
    (oid::HMAC_STREEBOG512, Digest::Streebog512),
];

/// The parameters of PBKDF2 (RFC 8018 appendix A.2).
pub struct Pbkdf2<'a> {
    pub salt: &'a [u8],
    pub iterations: u32,
    /// `None` if the file leaves it to the cipher.
    pub key_size: Option<usize>,
    pub digest: Digest,
}

impl<'a> Pbkdf2<'a> {
    /// Reads the content of an AlgorithmIdentifier. Fails with `GNUTLS_E_ASN1_GENERIC_ERROR` for another
    /// function.
    pub fn read(mut function: Reader<'a>) -> Result<Pbkdf2<'a>> {
        if function.oid()? != oid::PBKDF2 {
            return err(GNUTLS_E_ASN1_GENERIC_ERROR);
        }
        let mut pbkdf2 = function.sequence()?;
        let (salt, iterations) = (pbkdf2.octet_string()?, pbkdf2.small()?);
        let key_size = pbkdf2.optional(der::INTEGER)?.map(|e| der::small_of(e.value)).transpose()?;
        let prf = pbkdf2.optional(der::SEQUENCE)?;
        for whole in [&pbkdf2, &function] {
            whole.finish()?;
        }
        let digest = match prf {
            None => Digest::Sha1,
            Some(prf) => prf_of(prf.open().oid()?)?,
        };
        let key_size = match key_size {
            None | Some(0) => None,
            Some(n @ 1..=MAX_KEY) => Some(n as usize),
            Some(_) => return err(GNUTLS_E_ILLEGAL_PARAMETER),
        };
        Ok(Pbkdf2 { salt, iterations, key_size, digest })
    }

    /// Writes the AlgorithmIdentifier; with `null` the PRF has parameters, as most programs write it.
    pub fn write(&self, null: bool, out: &mut Vec<u8>) {
        out.nested(der::SEQUENCE, |w| {
            w.oid(oid::PBKDF2);
            w.nested(der::SEQUENCE, |w| {
                w.element(der::OCTET_STRING, self.salt);
                w.unsigned(&self.iterations.to_be_bytes());
                if let Some(size) = self.key_size {
                    w.unsigned(&size.to_be_bytes());
                }
                w.nested(der::SEQUENCE, |w| {
                    w.oid(prf_oid(self.digest).unwrap_or_default());
                    if null {
                        w.element(der::NULL, &[]);
                    }
                });
            });
        });
    }

    /// Whether the work of the derivation and the salt are within the limits.
    pub fn is_bounded(&self, len: usize) -> bool {
        self.iterations > 0
            && work(self.digest, self.iterations, len) <= limit(self.digest)
            && self.salt.len() <= MAX_SALT
    }
}

/// The digest of a PRF's HMAC.
pub fn prf_of(id: &[u8]) -> Result<Digest> {
    PRFS.iter().find(|p| p.0 == id).map(|p| p.1).ok_or(Error::new(GNUTLS_E_UNKNOWN_HASH_ALGORITHM))
}

/// The identifier of the HMAC with a digest.
pub fn prf_oid(digest: Digest) -> Option<&'static [u8]> {
    PRFS.iter().find(|p| p.1 == digest).map(|p| p.0)
}

/// Whether a digest is one of GOST's, which are slow.
pub fn is_gost(digest: Digest) -> bool {
    matches!(digest, Digest::Gostr94 | Digest::Streebog256 | Digest::Streebog512)
}

/// How much work it is to derive `len` bytes, in units of 1/8 microsecond: the iterations for each block of the
/// digest's size.
fn work(digest: Digest, iterations: u32, len: usize) -> u64 {
    let blocks = len.div_ceil(digest.output_size().max(1)) as u64;
    let cost = match digest {
        _ if is_gost(digest) => GOST_COST,
        Digest::Sha384 | Digest::Sha512 => 4,
        _ => 1,
    };
    u64::from(iterations) * blocks * cost
}

/// The limit of [`work`] for one derivation.
fn limit(digest: Digest) -> u64 {
    if is_gost(digest) { u64::from(MAX_GOST_ITERATIONS) * GOST_COST } else { MAX_WORK }
}

/// The identifier of an algorithm for display: the scheme, and for PBES2 with an unsupported cipher the
/// cipher, too.
pub fn name_of(algorithm: &[u8]) -> Option<String> {
    let mut r = Reader::new(algorithm).sequence().ok()?;
    let id = r.oid().ok()?;
    let name = oid::to_text(id)?;
    match (id, Encryption::read(algorithm)) {
        (oid::PBES2, Err(UNKNOWN)) => {
            let mut params = r.sequence().ok()?;
            params.any().ok()?;
            Some(format!("{name}/{}", oid::to_text(params.sequence().ok()?.oid().ok()?)?))
        }
        (oid::PBES2, Err(_)) => None,
        _ => Some(name),
    }
}

impl<'a> Encryption<'a> {
    /// Reads an AlgorithmIdentifier. Fails with `GNUTLS_E_UNKNOWN_CIPHER_TYPE` for an unsupported scheme,
    /// `GNUTLS_E_UNKNOWN_HASH_ALGORITHM` for an unsupported PRF of PBKDF2, and `GNUTLS_E_ILLEGAL_PARAMETER`
    /// for lengths and counts outside the limits.
    pub fn read(algorithm: &'a [u8]) -> Result<Encryption<'a>> {
        let mut r = Reader::new(algorithm).sequence()?;
        let id = r.oid()?;
        let found = if id == oid::PBES2 {
            Self::read_pbes2(r.sequence()?)?
        } else {
            let &(_, schema, cipher) = OLD.iter().find(|s| s.0 == id).ok_or(UNKNOWN)?;
            let mut p = r.sequence()?;
            let (salt, iterations) = (p.octet_string()?, p.small()?);
            let old = schema == EncryptFlags::PBES1_DES_MD5;
            if old && salt.len() != 8 {
                return err(GNUTLS_E_ILLEGAL_PARAMETER);
            }
            let derivation = if old { Derivation::Pbkdf1 } else { Derivation::Pkcs12 };
            Encryption { schema, cipher, salt, iterations, derivation }
        };
        if found.iterations == 0 || !found.is_bounded() || found.salt.len() > MAX_SALT {
            return err(GNUTLS_E_ILLEGAL_PARAMETER);
        }
        Ok(found)
    }

    fn read_pbes2(mut params: Reader<'a>) -> Result<Encryption<'a>> {
        let function = Pbkdf2::read(params.sequence()?)?;
        let mut scheme = params.sequence()?;
        params.finish()?;
        let id = scheme.oid()?;
        let (schema, cipher, iv) = Self::read_cipher(id, scheme)?;
        let key_size = function.key_size.unwrap_or(cipher.key_size());
        let Pbkdf2 { salt, iterations, digest, .. } = function;
        let derivation = Derivation::Pbkdf2 { digest, key_size, iv };
        Ok(Encryption { schema, cipher, salt, iterations, derivation })
    }

    fn read_cipher(id: &[u8], mut params: Reader<'a>) -> Result<(EncryptFlags, Cipher, &'a [u8])> {
        if id == oid::GOST28147 {
            let mut gost = params.sequence()?;
            let (iv, set) = (gost.octet_string()?, gost.oid()?);
            let &(_, schema, cipher) = GOST_SETS.iter().find(|c| c.0 == set).ok_or(UNKNOWN)?;
            return Ok((schema, cipher, iv));
        }
        let &(_, schema, cipher) = CIPHERS.iter().find(|c| c.0 == id).ok_or(UNKNOWN)?;
        Ok((schema, cipher, params.octet_string()?))
    }

    /// Whether the work of the key derivation is within the limits.
    fn is_bounded(&self) -> bool {
        let digest = match self.derivation {
            Derivation::Pbkdf2 { digest, .. } => digest,
            Derivation::Pbkdf1 | Derivation::Pkcs12 => Digest::Sha1,
        };
        self.work() <= limit(digest)
    }

    /// The work of the key derivation, in units of 1/8 microsecond.
    pub fn work(&self) -> u64 {
        match self.derivation {
            Derivation::Pbkdf2 { digest, key_size, .. } => work(digest, self.iterations, key_size),
            Derivation::Pbkdf1 => work(Digest::Md5, self.iterations, 1),
            Derivation::Pkcs12 => {
                work(Digest::Sha1, self.iterations, self.cipher.key_size())
                    + work(Digest::Sha1, self.iterations, self.cipher.iv_size())
            }
        }
    }

    /// Decrypts. A wrong password, length or padding is reported as `GNUTLS_E_DECRYPTION_FAILED`. The
    /// normalized password is tried first, then the original one, because not all applications normalize
    /// passwords.
    pub fn open(&self, sealed: &[u8], password: Option<&[u8]>) -> Result<Zeroizing<Vec<u8>>> {
        let Some(given) = password else { return self.open_with(sealed, None) };
        let normal = normalize_or_keep(given);
        match self.open_with(sealed, Some(&normal)) {
            Err(FAILED) if *normal != *given => self.open_with(sealed, password),
            result => result,
        }
    }

    fn open_with(&self, sealed: &[u8], password: Option<&[u8]>) -> Result<Zeroizing<Vec<u8>>> {
        let (key, iv) = self.derive(password)?;
        if cbc::sizes(self.cipher).is_some() {
            return cbc::decrypt_padded(self.cipher, &key, &iv, sealed).map_err(|_| FAILED);
        }
        let mut out = Zeroizing::new(sealed.to_vec());
        cipher::Context::new(self.cipher, &key, &iv).map_err(|_| FAILED)?.decrypt(&mut out)?;
        Ok(out)
    }

    fn seal(&self, plain: &[u8], password: Option<&[u8]>) -> Result<Vec<u8>> {
        let (key, iv) = self.derive(password)?;
        if cbc::sizes(self.cipher).is_some() {
            return cbc::encrypt_padded(self.cipher, &key, &iv, plain);
        }
        let mut out = plain.to_vec();
        cipher::Context::new(self.cipher, &key, &iv)?.encrypt(&mut out)?;
        Ok(out)
    }

    /// Derives key and IV.
    fn derive(&self, password: Option<&[u8]>) -> Result<(Zeroizing<Vec<u8>>, Vec<u8>)> {
        let bytes = password.unwrap_or(b"");
        match self.derivation {
            Derivation::Pbkdf2 { digest, key_size, iv } => {
                let mut key = Zeroizing::new(vec![0; key_size]);
                kdf::pbkdf2(digest, bytes, self.salt, self.iterations, &mut key)?;
                Ok((key, iv.to_vec()))
            }
            Derivation::Pbkdf1 => {
                let mut block = Zeroizing::new([bytes, self.salt].concat());
                for _ in 0..self.iterations {
                    block = Zeroizing::new(hash::digest(Digest::Md5, &block)?.to_vec());
                }
                Ok((Zeroizing::new(block[..8].to_vec()), block[8..16].to_vec()))
            }
            Derivation::Pkcs12 => {
                let wide = bmp_string(password)?;
                let make = |id, len| pkcs12_kdf(Digest::Sha1, id, &wide, self.salt, self.iterations, len);
                Ok((make(1, self.cipher.key_size())?, make(2, self.cipher.iv_size())?.to_vec()))
            }
        }
    }

    /// Writes the AlgorithmIdentifier. `id` identifies the scheme, or for PBES2 the cipher or GOST's
    /// parameter set.
    fn write(&self, id: &[u8], out: &mut Vec<u8>) {
        let Derivation::Pbkdf2 { digest, iv, .. } = self.derivation else {
            return out.nested(der::SEQUENCE, |w| {
                w.oid(id);
                w.nested(der::SEQUENCE, |w| {
                    w.element(der::OCTET_STRING, self.salt);
                    w.unsigned(&self.iterations.to_be_bytes());
                });
            });
        };
        let function = Pbkdf2 { salt: self.salt, iterations: self.iterations, key_size: None, digest };
        let gost = GOST_SETS.iter().any(|c| c.0 == id);
        out.nested(der::SEQUENCE, |w| {
            w.oid(oid::PBES2);
            w.nested(der::SEQUENCE, |w| {
                function.write(!gost, w);
                w.nested(der::SEQUENCE, |w| {
                    if gost {
                        w.oid(oid::GOST28147);
                        w.nested(der::SEQUENCE, |w| {
                            w.element(der::OCTET_STRING, iv);
                            w.oid(id);
                        });
                    } else {
                        w.oid(id);
                        w.element(der::OCTET_STRING, iv);
                    }
                });
            });
        });
    }
}

/// Encrypts with a scheme of `EncryptFlags` and returns the AlgorithmIdentifier and the
/// encrypted bytes. If the flags select no scheme or several, PBES2 with AES-256 is used. PBES1 is only
/// supported for decryption (`GNUTLS_E_INVALID_REQUEST`).
pub fn seal(flags: EncryptFlags, password: Option<&[u8]>, plain: &[u8]) -> Result<(Vec<u8>, Vec<u8>)> {
    let forms = EncryptFlags::MLDSA_SEED | EncryptFlags::MLDSA_EXPANDED;
    let wanted = flags - (EncryptFlags::PLAIN | EncryptFlags::NULL_PASSWORD | forms);
    let (mut salt, mut iv) = ([0; 16], [0; 16]);
    rand::fill(&mut salt)?;
    rand::fill(&mut iv)?;
    let (id, made) = if wanted == EncryptFlags::PBES1_DES_MD5 {
        return err(GNUTLS_E_INVALID_REQUEST);
    } else if let Some(&(id, schema, cipher)) = OLD.iter().find(|s| s.1 == wanted) {
        let derivation = Derivation::Pkcs12;
        (id, Encryption { schema, cipher, salt: &salt[..8], iterations: ITERATIONS, derivation })
    } else {
        let found = CIPHERS.iter().chain(&GOST_SETS).find(|c| c.1 == wanted);
        let &(id, schema, cipher) = found.unwrap_or(&CIPHERS[2]);
        let digest = match schema {
            EncryptFlags::PBES2_GOST_TC26Z => Digest::Streebog512,
            _ if found.is_some_and(|f| GOST_SETS.contains(f)) => Digest::Gostr94,
            _ => Digest::Sha256,
        };
        let derivation =
            Derivation::Pbkdf2 { digest, key_size: cipher.key_size(), iv: &iv[..cipher.iv_size()] };
        (id, Encryption { schema, cipher, salt: &salt, iterations: ITERATIONS, derivation })
    };
    let password = password.map(normalize).transpose()?;
    let sealed = made.seal(plain, password.as_ref().map(|p| &p[..]))?;
    let mut algorithm = Vec::new();
    made.write(id, &mut algorithm);
    Ok((algorithm, sealed))
}

/// The password of PKCS #12: a BMPString with terminating NUL; empty if there is no password.
pub fn bmp_string(password: Option<&[u8]>) -> Result<Zeroizing<Vec<u8>>> {
    let mut wide = Zeroizing::new(Vec::new());
    let Some(bytes) = password else { return Ok(wide) };
    let text = core::str::from_utf8(bytes).map_err(|_| FAILED)?;
    wide.reserve_exact(2 * text.len() + 2);
    for unit in text.encode_utf16().chain([0]) {
        wide.extend_from_slice(&unit.to_be_bytes());
    }
    Ok(wide)
}

/// The key derivation of RFC 7292 appendix B.2.
pub fn pkcs12_kdf(
    digest: Digest,
    id: u8,
    password: &[u8],
    salt: &[u8],
    iterations: u32,
    len: usize,
) -> Result<Zeroizing<Vec<u8>>> {
    let v = hash::block(digest);
    let filled = |bytes: &[u8]| -> Zeroizing<Vec<u8>> {
        let n = bytes.len().div_ceil(v) * v;
        Zeroizing::new(bytes.iter().copied().cycle().take(n).collect())
    };
    let mut block = Zeroizing::new([&filled(salt)[..], &filled(password)].concat());
    let size = hash::size(digest).ok_or(Error::new(GNUTLS_E_UNKNOWN_HASH_ALGORITHM))?;
    let mut out = Zeroizing::new(Vec::with_capacity(len + size));
    let (mut a, mut next) = (Zeroizing::new([0; hash::MAX_OUTPUT]), Zeroizing::new([0; hash::MAX_OUTPUT]));
    while out.len() < len {
        hash::digest_to(digest, &Zeroizing::new([&vec![id; v], &block[..]].concat()), &mut *a)?;
        for _ in 1..iterations {
            hash::digest_to(digest, &a[..size], &mut *next)?;
            core::mem::swap(&mut a, &mut next);
        }
        let a = &a[..size];
        // Adds the repeated digest plus one to each part of the block.
        let b: Zeroizing<Vec<u8>> = Zeroizing::new(a.iter().copied().cycle().take(v).collect());
        for part in block.chunks_mut(v) {
            let mut carry = 1u16;
            for (x, y) in part.iter_mut().zip(b.iter()).rev() {
                carry += u16::from(*x) + u16::from(*y);
                *x = carry as u8;
                carry >>= 8;
            }
        }
        out.extend_from_slice(a);
    }
    out.truncate(len);
    Ok(out)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::alg::Format;
    use crate::asn1::pem;
    use crate::pki::key_file::{encryption_of, export_pkcs8, import_pkcs8};

    // The files contain the same Ed25519 key and were written by OpenSSL 3. The GOST files were written by
    // this library and read by GnuTLS.
    #[test]
    fn every_scheme_is_read() {
        let (schemas, mut key) = (
            [
                EncryptFlags::PBES1_DES_MD5,
                EncryptFlags::PKCS12_ARCFOUR,
                EncryptFlags::PKCS12_3DES,
                EncryptFlags::PKCS12_RC2_40,
                EncryptFlags::PBES2_AES_128,
                EncryptFlags::PBES2_AES_192,
                EncryptFlags::PBES2_AES_256,
                EncryptFlags::PBES2_3DES,
                EncryptFlags::PBES2_DES,
                EncryptFlags::PBES2_AES_256,
                EncryptFlags::PBES2_AES_256,
                EncryptFlags::PBES2_AES_256,
                EncryptFlags::PBES2_AES_256,
                EncryptFlags::PBES2_AES_256,
                EncryptFlags::PBES2_GOST_TC26Z,
                EncryptFlags::PBES2_GOST_CPA,
                EncryptFlags::PBES2_GOST_CPB,
                EncryptFlags::PBES2_GOST_CPC,
                EncryptFlags::PBES2_GOST_CPD,
            ],
            None,
        );
        let text = include_bytes!("../testdata/pbe.pem");
        let blocks: Vec<_> = pem::blocks(text, &["ENCRYPTED PRIVATE KEY"]).map(|b| b.1.unwrap()).collect();
        assert_eq!(blocks.len(), schemas.len());
        for (der, schema) in blocks.iter().zip(schemas) {
            let algorithm = encryption_of(der, Format::Der).unwrap();
            let read = Encryption::read(&algorithm).unwrap();
            assert_eq!((read.schema, read.salt.len(), read.iterations), (schema, 8, 2048));
            let opened =
                import_pkcs8(der, Format::Der, Some("é1234".as_bytes()), EncryptFlags::empty()).unwrap();
            let plain = export_pkcs8(&opened).unwrap();
            assert_eq!(*key.get_or_insert(plain.clone()), plain);
            for bad in [None, Some(&b""[..]), Some(b"e1234")] {
                let code = import_pkcs8(der, Format::Der, bad, EncryptFlags::empty()).err().unwrap().code();
                assert_eq!(code, GNUTLS_E_DECRYPTION_FAILED, "{schema:?}");
            }
        }
    }

    #[test]
    fn no_password_is_not_the_empty_one_in_pkcs12() {
        let text = include_bytes!("../testdata/pkcs12-null.pem");
        let blocks: Vec<_> = pem::blocks(text, &["ENCRYPTED PRIVATE KEY"]).map(|b| b.1.unwrap()).collect();
        for (der, right, wrong) in [(&blocks[0], None, Some(&b""[..])), (&blocks[1], Some(&b""[..]), None)] {
            assert!(import_pkcs8(der, Format::Der, right, EncryptFlags::empty()).is_ok());
            assert!(import_pkcs8(der, Format::Der, wrong, EncryptFlags::empty()).is_err());
        }
    }

    #[test]
    fn what_is_written_is_read() {
        for (flags, schema) in [
            (EncryptFlags::empty(), EncryptFlags::PBES2_AES_256),
            (EncryptFlags::PKCS12_3DES | EncryptFlags::PKCS12_ARCFOUR, EncryptFlags::PBES2_AES_256),
            (EncryptFlags::PKCS12_3DES, EncryptFlags::PKCS12_3DES),
            (EncryptFlags::PKCS12_ARCFOUR, EncryptFlags::PKCS12_ARCFOUR),
            (EncryptFlags::PKCS12_RC2_40, EncryptFlags::PKCS12_RC2_40),
            (EncryptFlags::PBES2_AES_128, EncryptFlags::PBES2_AES_128),
            (EncryptFlags::PBES2_AES_192 | EncryptFlags::NULL_PASSWORD, EncryptFlags::PBES2_AES_192),
            (EncryptFlags::PBES2_3DES, EncryptFlags::PBES2_3DES),
            (EncryptFlags::PBES2_DES, EncryptFlags::PBES2_DES),
        ] {
            let (algorithm, sealed) = seal(flags, Some(b"pw"), b"text").unwrap();
            let read = Encryption::read(&algorithm).unwrap();
            assert_eq!((read.schema, read.iterations), (schema, ITERATIONS));
            assert_eq!(*read.open(&sealed, Some(b"pw")).unwrap(), b"text");
        }
        assert_eq!(
            seal(EncryptFlags::PBES1_DES_MD5, Some(b"pw"), b"text").unwrap_err().code(),
            GNUTLS_E_INVALID_REQUEST
        );
    }

    #[test]
    fn work_is_bounded() {
        let count = |n: u32| {
            let mut out = Vec::new();
            let derivation = Derivation::Pkcs12;
            let cipher = Cipher::TripleDesCbc;
            Encryption {
                schema: EncryptFlags::empty(),
                cipher,
                salt: b"12345678",
                iterations: n,
                derivation,
            }
            .write(oid::PBE_SHA1_3DES, &mut out);
            Encryption::read(&out).map(|_| ()).map_err(|e| e.code())
        };
        assert_eq!(count(0), Err(GNUTLS_E_ILLEGAL_PARAMETER));
        assert_eq!(count(MAX_WORK as u32 / 3), Ok(()));
        assert_eq!(count(MAX_WORK as u32 / 3 + 1), Err(GNUTLS_E_ILLEGAL_PARAMETER));
        let bounded = |digest, key_size, iterations| {
            let derivation = Derivation::Pbkdf2 { digest, key_size, iv: b"" };
            let cipher = Cipher::Gost28147Tc26zCfb;
            Encryption { schema: EncryptFlags::empty(), cipher, salt: b"12345678", iterations, derivation }
                .is_bounded()
        };
        for (digest, key_size) in [
            (Digest::Gostr94, 32),
            (Digest::Streebog256, 32),
            (Digest::Streebog512, 32),
            (Digest::Streebog512, 64),
        ] {
            assert!(bounded(digest, key_size, ITERATIONS) && !bounded(digest, key_size, ITERATIONS + 1));
        }
        // A key of two digest sizes is twice the work.
        for digest in [Digest::Gostr94, Digest::Streebog256] {
            assert!(bounded(digest, 64, ITERATIONS / 2) && !bounded(digest, 64, ITERATIONS / 2 + 1));
        }
        assert!(!bounded(Digest::Gostr94, 33, u32::MAX));
    }
}
