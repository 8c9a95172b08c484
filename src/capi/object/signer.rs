//! Signing of certificates, requests and CRLs.
use core::ffi::c_uint;

use crate::abi::*;
use crate::alg::{Digest, Pk, Sign};
use crate::capi::object::privkey::get_privkey;
use crate::capi::object::pubkey::preferred_hash;
use crate::capi::object::x509_privkey::get_x509_privkey;
use crate::crypto::keys::{PrivateKey, PssParams, PublicKey, RsaUse, SignOptions};
use crate::error::{Error, INVALID_REQUEST, Result, err};
use crate::pki::cert::build::signature_algorithm;

const UNKNOWN: Error = Error::new(GNUTLS_E_UNSUPPORTED_SIGNATURE_ALGORITHM);

/// A signing key.
pub enum Signer<'a> {
    Own(&'a PrivateKey),
    /// A key handle of the application, whose key may be external.
    Any(gnutls_privkey_t),
}

impl<'a> Signer<'a> {
    /// # Safety
    /// `key` is NULL or a live handle.
    pub unsafe fn x509(key: gnutls_x509_privkey_t) -> Result<Signer<'a>> {
        // SAFETY: `key` is NULL or a live handle.
        Ok(Signer::Own(unsafe { get_x509_privkey(key)? }))
    }

    /// # Safety
    /// `key` is NULL or a live handle.
    pub unsafe fn any(key: gnutls_privkey_t) -> Result<Signer<'a>> {
        // SAFETY: `key` is NULL or a live handle.
        unsafe { get_privkey(key)? };
        Ok(Signer::Any(key))
    }

    /// The key type, and the private key if it is a software key.
    fn key(&self) -> Result<(Pk, Option<&PrivateKey>)> {
        match self {
            Signer::Own(key) => Ok((key.pk(), Some(key))),
            Signer::Any(handle) => {
                // SAFETY: the handle was checked when the signer was made, and outlives it.
                let key = unsafe { get_privkey(*handle)? };
                Ok((key.pk().ok_or(INVALID_REQUEST)?, key.own()))
            }
        }
    }

    /// Fails with `GNUTLS_E_CONSTRAINT_ERROR` if this key is of another type than the issuer's, which could not
    /// verify the signature.
    pub fn check_issuer(&self, issuer: Option<&PublicKey>, flags: c_uint) -> Result<()> {
        let Some(issuer) = issuer.map(PublicKey::pk) else { return Ok(()) };
        let rsa = |pk| matches!(pk, Pk::Rsa | Pk::RsaPss);
        let pss = flags & GNUTLS_PRIVKEY_SIGN_FLAG_RSA_PSS != 0;
        if pss && !rsa(issuer) {
            return Err(INVALID_REQUEST);
        }
        let (own, _) = self.key()?;
        // RSA keys without restriction sign with RSA-PSS, too.
        let fits = own == issuer || rsa(own) && (issuer == Pk::RsaPss || pss);
        if fits { Ok(()) } else { err(GNUTLS_E_CONSTRAINT_ERROR) }
    }

    /// Signs the structure that `body` builds from the AlgorithmIdentifier of the signature. Returns the
    /// identifier, the structure and the signature. `issuer` is the public key for verification, if it is
    /// known: if it is restricted to RSA-PSS, an RSA key signs with RSA-PSS.
    pub fn sign(
        &self,
        digest: gnutls_digest_algorithm_t,
        flags: c_uint,
        issuer: Option<&PublicKey>,
        body: impl FnOnce(&[u8]) -> Vec<u8>,
    ) -> Result<Signed> {
        let (pk, own) = self.key()?;
        let public = own.map(PrivateKey::public);
        let pss_issuer = issuer.filter(|k| k.pk() == Pk::RsaPss && pk == Pk::Rsa);
        let pss = flags & GNUTLS_PRIVKEY_SIGN_FLAG_RSA_PSS != 0 || pss_issuer.is_some();
        let hint = pss_issuer.or(public);
        let sign = choose(pk, hint, digest, pss)?;
        let options =
            SignOptions { deterministic: flags & GNUTLS_PRIVKEY_FLAG_REPRODUCIBLE != 0, fixed_salt: false };
        let pss = if sign.is_pss() { Some(pss_params(sign, hint, options)?) } else { None };
        let algorithm = signature_algorithm(sign, pss)?;
        let body = body(&algorithm);
        let signature = match (own, self, pss) {
            (Some(key), _, Some(pss)) => {
                key.for_use(&RsaUse::Pss(Some(pss)))?.sign_with(sign, &body, options)?
            }
            (Some(key), _, None) => key.sign_with(sign, &body, options)?,
            (None, Signer::Any(handle), _) => {
                // SAFETY: `handle` is NULL or a live handle. A function of the application may run; only the key is
                // borrowed.
                unsafe { get_privkey(*handle)? }.sign(*handle, sign, &body, flags)?
            }
            (None, Signer::Own(_), _) => return Err(INVALID_REQUEST),
        };
        Ok(Signed { algorithm, body, signature })
    }
}

/// The parameters of an RSA-PSS signature: the salt has the size of the digest, or the minimum of the key if
/// that is larger.
fn pss_params(sign: Sign, key: Option<&PublicKey>, options: SignOptions) -> Result<PssParams> {
    let digest = sign.digest().ok_or(UNKNOWN)?;
    let wanted = key.and_then(PublicKey::pss_params);
    if wanted.is_some_and(|p| p.digest != digest) {
        return err(GNUTLS_E_CONSTRAINT_ERROR);
    }
    let salt = wanted.map_or(0, |p| p.salt).max(digest.output_size());
    Ok(PssParams { digest, salt: if options.deterministic { 0 } else { salt } })
}

/// The result of signing.
pub struct Signed {
    pub algorithm: Vec<u8>,
    pub body: Vec<u8>,
    pub signature: Vec<u8>,
}

/// The signature algorithm for a key type and a digest from C. With `GNUTLS_DIG_UNKNOWN` the key determines
/// the digest.
fn choose(pk: Pk, key: Option<&PublicKey>, digest: gnutls_digest_algorithm_t, pss: bool) -> Result<Sign> {
    if pss && !matches!(pk, Pk::Rsa | Pk::RsaPss) {
        return Err(INVALID_REQUEST);
    }
    let pk = if pss { Pk::RsaPss } else { pk };
    // For schemes that sign the message itself, only their internal digest may be specified.
    if let Some(sign) = Sign::of_messages(pk) {
        let named = Digest::from_raw(digest);
        let fits = digest == GNUTLS_DIG_UNKNOWN || (named.is_some() && named == sign.inner_digest());
        return if fits { Ok(sign) } else { Err(UNKNOWN) };
    }
    if matches!(pk, Pk::EcdhX25519 | Pk::EcdhX448) && digest == GNUTLS_DIG_UNKNOWN {
        return err(GNUTLS_E_INTERNAL_ERROR);
    }
    let digest = match digest {
        GNUTLS_DIG_UNKNOWN => match pk {
            Pk::Gost01 => Digest::Gostr94,
            Pk::Gost12256 => Digest::Streebog256,
            Pk::Gost12512 => Digest::Streebog512,
            _ => key.map_or(Digest::Sha256, preferred_hash),
        },
        n => Digest::from_raw(n).ok_or(if pk == Pk::RsaPss { INVALID_REQUEST } else { UNKNOWN })?,
    };
    Sign::from_pk_digest(pk, digest).ok_or(UNKNOWN)
}
