//! Abstract public keys.
use core::ffi::{c_int, c_uint};

use crate::abi::*;
use crate::alg::flags::{KeyUsage, VerifyFlags};
use crate::alg::{Curve, Digest, Format, Pk, Sign};
use crate::asn1::{oid, pem};
use crate::capi::ffi::memory::free;
use crate::capi::ffi::opaque::{self, Opaque};
use crate::capi::ffi::time;
use crate::crypto::hash;
use crate::crypto::keys::{PublicKey, SignOptions};
use crate::error::{Error, INVALID_REQUEST, Result, err};
use crate::pki::cert::Certificate;
use crate::pki::verify::{profile, trust};

/// The object of a `gnutls_pubkey_t`.
#[derive(Default)]
pub struct Pubkey {
    pub key: Option<PublicKey>,
    pub usage: c_uint,
}

// SAFETY: all handles are created by `gnutls_pubkey_init` and the functions that fill a `gnutls_pcert_st`.
unsafe impl Opaque for gnutls_pubkey_st {
    type Object = Pubkey;
}

/// The key of a handle. Fails with `GNUTLS_E_INVALID_REQUEST` if it is empty.
///
/// # Safety
/// `key` is NULL or a live handle.
pub unsafe fn get_pubkey<'a>(key: gnutls_pubkey_t) -> Result<&'a PublicKey> {
    // SAFETY: `key` is NULL or a live handle.
    unsafe { opaque::get(key) }?.key.as_ref().ok_or(INVALID_REQUEST)
}

/// # Safety
/// The same as for [`get_pubkey`].
pub(crate) unsafe fn set_pubkey(key: gnutls_pubkey_t, value: PublicKey, usage: c_uint) -> Result<()> {
    // SAFETY: `key` is NULL or a live handle.
    *unsafe { opaque::get_mut(key)? } = Pubkey { key: Some(value), usage };
    Ok(())
}

/// Maps the error for an unknown key type to GnuTLS's code.
pub fn unknown_kind(e: Error) -> Error {
    if e.code() == GNUTLS_E_UNKNOWN_PK_ALGORITHM { Error::new(GNUTLS_E_UNIMPLEMENTED_FEATURE) } else { e }
}

pub fn verify_options(flags: c_uint) -> SignOptions {
    let fixed_salt = flags & GNUTLS_VERIFY_RSA_PSS_FIXED_SALT_LENGTH != 0;
    SignOptions { fixed_salt, ..Default::default() }
}

/// The signature algorithm of a number from C, if it is valid for the key.
pub fn verify_algorithm(key: &PublicKey, algo: gnutls_sign_algorithm_t) -> Result<Sign> {
    let sign = Sign::from_raw(algo).filter(|s| *s != Sign::RsaRaw).ok_or(INVALID_REQUEST)?;
    key.scheme_with(sign, SignOptions::default())?;
    Ok(sign)
}

/// Rejects valid signatures with a broken algorithm, unless the flags allow it.
pub(crate) fn verify_result(sign: Sign, flags: c_uint) -> Result<()> {
    let sha1 = sign.digest() == Some(Digest::Sha1);
    if !sha1 && profile::is_broken(sign, VerifyFlags::from_bits_retain(flags)) {
        err(GNUTLS_E_INSUFFICIENT_SECURITY)
    } else {
        Ok(())
    }
}

/// Verifies a signature with the key of a certificate, which must be in its time and be for signatures. Returns 0
/// or, if it is not for signatures, `GNUTLS_CERT_SIGNER_CONSTRAINTS_FAILURE`.
pub fn verify_signed_by(
    cert: &Certificate,
    algo: gnutls_sign_algorithm_t,
    data: &[u8],
    signature: &[u8],
    flags: c_uint,
) -> Result<c_int> {
    let key = cert.public_key()?;
    let sign = verify_algorithm(&key, algo)?;
    key.verify_with(sign, data, signature, verify_options(flags))?;
    verify_result(sign, flags)?;
    match time::verification_time() {
        now if now < cert.not_before() => err(GNUTLS_E_NOT_YET_ACTIVATED),
        now if now > cert.not_after() => err(GNUTLS_E_EXPIRED),
        _ if !cert.may(KeyUsage::DIGITAL_SIGNATURE) => Ok(GNUTLS_CERT_SIGNER_CONSTRAINTS_FAILURE as c_int),
        _ => Ok(0),
    }
}

/// The key usage of a certificate; 0 if it is not restricted. An invalid extension is ignored as in GnuTLS,
/// because this is only information: verification of the certificate checks the extension itself.
pub fn key_usage_of(cert: &Certificate) -> u32 {
    match cert.key_usage() {
        Ok(usage) => usage.map_or(0, |u| u.bits()),
        Err(_) => 0,
    }
}

/// Reads one certificate from PEM or DER.
pub fn read_certificate(bytes: &[u8], format: gnutls_x509_crt_fmt_t) -> Result<Certificate> {
    match Format::from_raw(format) {
        Format::Der => Certificate::from_der(bytes),
        Format::Pem => Certificate::from_der(&pem::decode_either(trust::CERTIFICATE_LABELS, bytes)?.1),
    }
}

/// Frees the contents of a certificate struct, and clears it.
///
/// # Safety
/// `pcert` is NULL or filled by this library.
pub unsafe fn free_pcert(pcert: *mut gnutls_pcert_st) {
    if pcert.is_null() {
        return;
    }
    // SAFETY: `pcert` is not NULL, and filled by this library (the caller).
    unsafe {
        drop(opaque::take((*pcert).pubkey));
        free((*pcert).cert.data.cast());
        (*pcert).pubkey = core::ptr::null_mut();
        (*pcert).cert = gnutls_datum_t { data: core::ptr::null_mut(), size: 0 };
    }
}

/// The digest of a SubjectPublicKeyInfo that `flags` (`GNUTLS_KEYID_USE_*`) select.
pub fn write_key_id(spki: &[u8], flags: c_uint) -> Result<Vec<u8>> {
    let digest = if flags & (GNUTLS_KEYID_USE_SHA512 | GNUTLS_KEYID_USE_BEST_KNOWN) != 0 {
        Digest::Sha512
    } else if flags & GNUTLS_KEYID_USE_SHA256 != 0 {
        Digest::Sha256
    } else {
        Digest::Sha1
    };
    Ok(hash::digest(digest, spki)?.to_vec())
}

/// The dotted identifier of an AlgorithmIdentifier, including a NUL, which the getters that use it count.
pub fn write_algorithm_oid(algorithm: &[u8]) -> Result<Vec<u8>> {
    let id = crate::asn1::der::Reader::new(algorithm).sequence()?.oid()?;
    let mut text = oid::to_text(id).ok_or(Error::new(GNUTLS_E_ASN1_DER_ERROR))?.into_bytes();
    text.push(0);
    Ok(text)
}

/// The preferred hash for a key.
pub fn preferred_hash(key: &PublicKey) -> Digest {
    match (key.pk(), key.curve()) {
        (Pk::Ecdsa, Some(Curve::Secp384r1)) => Digest::Sha384,
        (Pk::Ecdsa, Some(Curve::Secp521r1)) | (Pk::EddsaEd25519, _) => Digest::Sha512,
        (Pk::EddsaEd448 | Pk::Mldsa44 | Pk::Mldsa65 | Pk::Mldsa87, _) => Digest::Shake256,
        (Pk::Gost01, _) => Digest::Gostr94,
        (Pk::Gost12256, _) => Digest::Streebog256,
        (Pk::Gost12512, _) => Digest::Streebog512,
        // FIPS 186-4 section 4.2: the digest is at least as long as the order.
        (Pk::Dsa, _) => match key.dsa_components().map_or(0, |n| n.q.len()) {
            0..=20 => Digest::Sha1,
            21..=32 => Digest::Sha256,
            33..=48 => Digest::Sha384,
            _ => Digest::Sha512,
        },
        _ => match key.pss_params() {
            Some(p) => p.digest,
            None if key.bits() > 8192 => Digest::Sha512,
            None if key.bits() > 3072 => Digest::Sha384,
            None => Digest::Sha256,
        },
    }
}

/// Whether no other hash can be used with the key.
pub fn hash_is_fixed(key: &PublicKey) -> bool {
    let one = matches!(key.pk(), Pk::Dsa | Pk::Gost01 | Pk::Gost12256 | Pk::Gost12512);
    one || key.pss_params().is_some()
}
