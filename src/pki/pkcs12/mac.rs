//! The MAC of a PKCS #12 file (RFC 7292 section 5.1, RFC 9579, GOST R 50.1.112).
use subtle::ConstantTimeEq;
use zeroize::Zeroizing;

use crate::abi::*;
use crate::alg::Digest;
use crate::asn1::der::{self, Write as _};
use crate::asn1::oid;
use crate::crypto::{hash, kdf, rand};
use crate::error::{Error, Result, err};
use crate::pki::key_file::pbe::{self, ITERATIONS, Pbkdf2};

/// The size of a new salt.
const SALT: usize = 8;
/// What PBKDF2 derives for GOST; the last third of it is the key.
const GOST_DERIVED: usize = 96;

const FAILED: Error = Error::new(GNUTLS_E_MAC_VERIFY_FAILED);
const BOUNDS: Error = Error::new(GNUTLS_E_ILLEGAL_PARAMETER);
const UNSUPPORTED: Error = Error::new(GNUTLS_E_UNIMPLEMENTED_FEATURE);

/// How the key of a MAC is derived.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Scheme {
    /// With the function of PKCS #12, or for GOST digests with PBKDF2.
    Pkcs12(Digest),
    /// RFC 9579, with one digest for the derivation and the MAC.
    Pbmac1(Digest),
}

/// MacData.
pub struct Mac<'a> {
    /// The identifier of the digest, or PBMAC1.
    id: &'a [u8],
    parameters: Option<der::Element<'a>>,
    value: &'a [u8],
    salt: &'a [u8],
    /// An INTEGER of any size.
    iterations: &'a [u8],
}

/// What a MAC is made with.
pub struct Info<'a> {
    /// `None` for PBMAC1, whatever it uses.
    pub digest: Option<Digest>,
    pub salt: &'a [u8],
    pub iterations: u32,
}

impl<'a> Mac<'a> {
    pub fn read(bytes: &'a [u8]) -> Result<Mac<'a>> {
        let mut r = der::whole(bytes, der::SEQUENCE)?.open();
        let mut info = r.sequence()?;
        let (_, id, parameters) = info.algorithm()?;
        let value = info.octet_string()?;
        info.finish()?;
        let salt = r.octet_string()?;
        let iterations = r.optional(der::INTEGER)?.map_or(&[1][..], |e| e.value);
        r.finish()?;
        Ok(Mac { id, parameters, value, salt, iterations })
    }

    /// The dotted identifier of the digest, or of PBMAC1.
    pub fn oid(&self) -> Option<String> {
        oid::to_text(self.id)
    }

    /// Fails with `GNUTLS_E_UNKNOWN_HASH_ALGORITHM` if the digest is not known.
    pub fn info(&self) -> Result<Info<'a>> {
        if self.id == oid::PBMAC1 {
            let (function, _) = self.pbmac1()?;
            let Pbkdf2 { salt, iterations, .. } = function;
            return Ok(Info { digest: None, salt, iterations });
        }
        let digest = Some(self.digest()?);
        Ok(Info { digest, salt: self.salt, iterations: self.iterations()? })
    }

    fn digest(&self) -> Result<Digest> {
        self.oid().and_then(|id| Digest::from_oid(&id)).ok_or(Error::new(GNUTLS_E_UNKNOWN_HASH_ALGORITHM))
    }

    fn iterations(&self) -> Result<u32> {
        match der::small_of(self.iterations) {
            Ok(n @ 1..) => Ok(n),
            _ => Err(BOUNDS),
        }
    }

    /// PBMAC1-params: the derivation, and the digest of the MAC.
    fn pbmac1(&self) -> Result<(Pbkdf2<'a>, Digest)> {
        let parameters = self.parameters.ok_or(Error::new(GNUTLS_E_ASN1_DER_ERROR))?;
        let mut r = parameters.open();
        let function = Pbkdf2::read(r.sequence()?)?;
        let mut scheme = r.sequence()?;
        r.finish()?;
        Ok((function, pbe::prf_of(scheme.oid()?)?))
    }

    /// Fails with `GNUTLS_E_MAC_VERIFY_FAILED` if this is not the MAC of the contents.
    pub fn verify(&self, contents: &[u8], password: Option<&[u8]>) -> Result<()> {
        let made = if self.id == oid::PBMAC1 {
            let (function, digest) = self.pbmac1()?;
            // RFC 9579 section 4: the length of the key must be given.
            let len = function.key_size.ok_or(Error::new(GNUTLS_E_ASN1_DER_ERROR))?;
            pbmac1(&function, len, digest, contents, password)?
        } else {
            let digest = self.digest()?;
            let key = key_of(digest, self.salt, self.iterations()?, password)?;
            hash::hmac(digest, &key, contents)?
        };
        if bool::from(made.ct_eq(self.value)) { Ok(()) } else { Err(FAILED) }
    }
}

fn pbmac1(
    function: &Pbkdf2<'_>,
    len: usize,
    digest: Digest,
    contents: &[u8],
    password: Option<&[u8]>,
) -> Result<hash::Output> {
    if !function.is_bounded(len) {
        return Err(BOUNDS);
    }
    let mut key = Zeroizing::new(vec![0; len]);
    let password = password.unwrap_or_default();
    kdf::pbkdf2(function.digest, password, function.salt, function.iterations, &mut key)?;
    hash::hmac(digest, &key, contents)
}

/// The key that PKCS #12 derives. Fails with `GNUTLS_E_MAC_VERIFY_FAILED` if the password is no UTF-8.
fn key_of(
    digest: Digest,
    salt: &[u8],
    iterations: u32,
    password: Option<&[u8]>,
) -> Result<Zeroizing<Vec<u8>>> {
    let (len, gost) = match digest {
        _ if pbe::is_gost(digest) => (GOST_DERIVED, true),
        Digest::Sha1 | Digest::Sha224 | Digest::Sha256 | Digest::Sha384 | Digest::Sha512 => {
            (digest.output_size(), false)
        }
        _ => return Err(UNSUPPORTED),
    };
    // The key of GOST is derived of three blocks, but bounded as if of one: GnuTLS writes so many iterations.
    let bounded = if gost { digest.output_size() } else { len };
    let function = Pbkdf2 { salt, iterations, key_size: Some(len), digest };
    if !function.is_bounded(bounded) {
        return Err(BOUNDS);
    }
    if gost {
        let mut derived = Zeroizing::new(vec![0; len]);
        kdf::pbkdf2(digest, password.unwrap_or_default(), salt, iterations, &mut derived)?;
        return Ok(Zeroizing::new(derived[GOST_DERIVED - 32..].to_vec()));
    }
    let wide = pbe::bmp_string(password).map_err(|_| FAILED)?;
    pbe::pkcs12_kdf(digest, 3, &wide, salt, iterations, len)
}

/// Writes a MacData with a new salt. Fails with `GNUTLS_E_UNIMPLEMENTED_FEATURE` for a digest that PKCS #12 has
/// no MAC with, and with `GNUTLS_E_INVALID_REQUEST` for one that PBMAC1 has none with.
pub fn generate(scheme: Scheme, contents: &[u8], password: Option<&[u8]>) -> Result<Vec<u8>> {
    let mut salt = [0; SALT];
    rand::fill(&mut salt)?;
    let mut algorithm = Vec::new();
    let value = match scheme {
        Scheme::Pkcs12(digest) => {
            let id = digest.oid().and_then(oid::from_text).ok_or(UNSUPPORTED)?;
            algorithm.nested(der::SEQUENCE, |w| w.oid(&id));
            let key = key_of(digest, &salt, ITERATIONS, password).map_err(|e| match e {
                FAILED => Error::new(GNUTLS_E_INVALID_UTF8_STRING),
                e => e,
            })?;
            hash::hmac(digest, &key, contents)?
        }
        Scheme::Pbmac1(digest) => {
            let len = digest.output_size();
            let id = match pbe::prf_oid(digest) {
                Some(id) if !pbe::is_gost(digest) => id,
                _ => return err(GNUTLS_E_INVALID_REQUEST),
            };
            let prf = Digest::Sha256;
            let function = Pbkdf2 { salt: &salt, iterations: ITERATIONS, key_size: Some(len), digest: prf };
            algorithm.nested(der::SEQUENCE, |w| {
                w.oid(oid::PBMAC1);
                w.nested(der::SEQUENCE, |w| {
                    function.write(false, w);
                    w.nested(der::SEQUENCE, |w| w.oid(id));
                });
            });
            pbmac1(&function, len, digest, contents, password)?
        }
    };
    let mut out = Vec::new();
    out.nested(der::SEQUENCE, |w| {
        w.nested(der::SEQUENCE, |w| {
            w.extend_from_slice(&algorithm);
            w.element(der::OCTET_STRING, &value);
        });
        w.element(der::OCTET_STRING, &salt);
        w.unsigned(&ITERATIONS.to_be_bytes());
    });
    debug_assert!(Mac::read(&out).is_ok());
    Ok(out)
}
