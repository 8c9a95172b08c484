//! X.509 private keys.
use core::ffi::c_uint;

use crate::abi::*;
use crate::alg::{Digest, Pk, Sign};
use crate::capi::ffi::opaque::{self, Opaque};
use crate::capi::object::pin::Pin;
use crate::crypto::keys::PrivateKey;
use crate::error::{INVALID_REQUEST, Result};

/// The object of a `gnutls_x509_privkey_t`.
#[derive(Default)]
pub struct X509Privkey {
    pub key: Option<PrivateKey>,
    pub pin: Pin,
    /// `gnutls_privkey_flags_t`.
    pub flags: c_uint,
}

// SAFETY: all handles are created by `gnutls_x509_privkey_init` and the exporting functions.
unsafe impl Opaque for gnutls_x509_privkey_int {
    type Object = X509Privkey;
}

/// The key of a handle. Fails with `GNUTLS_E_INVALID_REQUEST` if it is empty.
///
/// # Safety
/// `key` is NULL or a live handle.
pub unsafe fn get_x509_privkey<'a>(key: gnutls_x509_privkey_t) -> Result<&'a PrivateKey> {
    // SAFETY: `key` is NULL or a live handle.
    unsafe { opaque::get(key) }?.key.as_ref().ok_or(INVALID_REQUEST)
}

/// # Safety
/// The same as for [`get_x509_privkey`].
pub unsafe fn set_x509_privkey(
    key: gnutls_x509_privkey_t,
    made: impl FnOnce() -> Result<PrivateKey>,
) -> Result<()> {
    // SAFETY: `key` is NULL or a live handle. The handle is not borrowed while a PIN function of the application runs.
    unsafe {
        opaque::get(key)?;
        let made = made()?;
        opaque::get_mut(key)?.key = Some(made);
    }
    Ok(())
}

/// Generates a key. `bits` is the size of the modulus, or a curve from `GNUTLS_CURVE_TO_BITS` or its size.
pub fn generate(algo: gnutls_pk_algorithm_t, bits: c_uint) -> Result<PrivateKey> {
    PrivateKey::generate(Pk::from_raw(algo).ok_or(INVALID_REQUEST)?, bits)
}

/// The signature algorithm for a key type and a hash. EdDSA only accepts its internal hash; for ML-DSA the
/// hash is ignored.
pub fn sign_algorithm_of(pk: Pk, digest: gnutls_digest_algorithm_t, pss: bool) -> Result<Sign> {
    let digest = Digest::from_raw(digest);
    match (pk, Sign::of_messages(pk)) {
        (_, Some(sign)) => match sign.inner_digest() {
            Some(own) if digest != Some(own) && !pk.is_mldsa() => Err(INVALID_REQUEST),
            _ => Ok(sign),
        },
        (Pk::Rsa, None) if pss => pss_sign(digest, true).ok_or(INVALID_REQUEST),
        (Pk::RsaPss, None) => pss_sign(digest, false).ok_or(INVALID_REQUEST),
        (pk, None) => Sign::from_pk_digest(pk, digest.ok_or(INVALID_REQUEST)?).ok_or(INVALID_REQUEST),
    }
}

fn pss_sign(digest: Option<Digest>, rsae: bool) -> Option<Sign> {
    Some(match (digest?, rsae) {
        (Digest::Sha256, true) => Sign::RsaPssRsaeSha256,
        (Digest::Sha384, true) => Sign::RsaPssRsaeSha384,
        (Digest::Sha512, true) => Sign::RsaPssRsaeSha512,
        (Digest::Sha256, false) => Sign::RsaPssSha256,
        (Digest::Sha384, false) => Sign::RsaPssSha384,
        (Digest::Sha512, false) => Sign::RsaPssSha512,
        _ => return None,
    })
}

/// ECDSA or DSA over a digest of which only the length is known.
pub fn sign_of_length(pk: Pk, length: usize) -> Result<Sign> {
    let digest = match length {
        20 => Digest::Sha1,
        28 => Digest::Sha224,
        32 => Digest::Sha256,
        48 => Digest::Sha384,
        64 => Digest::Sha512,
        _ => return Err(INVALID_REQUEST),
    };
    Sign::from_pk_digest(pk, digest).ok_or(INVALID_REQUEST)
}
