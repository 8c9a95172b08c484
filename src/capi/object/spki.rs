//! Restrictions of a key's algorithm: RSA-PSS and RSA-OAEP parameters.
use crate::abi::*;
use crate::capi::ffi::opaque::{self, Opaque};
use crate::crypto::keys::{PrivateKey, PublicKey, RsaUse};
use crate::error::{DATA_NOT_AVAILABLE, INVALID_REQUEST, Result};

/// The object of a `gnutls_x509_spki_t`: the restrictions of an RSA key, if there are any.
#[derive(Default)]
pub struct Spki(pub(crate) Option<RsaUse>);

// SAFETY: all handles are created by `gnutls_x509_spki_init`.
unsafe impl Opaque for gnutls_x509_spki_st {
    type Object = Spki;
}

/// Copies the restrictions of a key.
///
/// # Safety
/// `spki` is NULL or a live handle.
pub unsafe fn write_spki(key: &PublicKey, spki: gnutls_x509_spki_t) -> Result<()> {
    // SAFETY: `spki` is NULL or a live handle.
    let slot = unsafe { opaque::get_mut(spki)? };
    match key.rsa_use() {
        Some(found @ (RsaUse::Pss(Some(_)) | RsaUse::Oaep(Some(_)))) => slot.0 = Some(found.clone()),
        _ => return Err(DATA_NOT_AVAILABLE),
    }
    Ok(())
}

/// The restrictions to set.
///
/// # Safety
/// The same as for [`write_spki`].
pub unsafe fn spki_restriction(spki: gnutls_x509_spki_t) -> Result<RsaUse> {
    // SAFETY: `spki` is NULL or a live handle.
    unsafe { opaque::get(spki)? }.0.clone().ok_or(INVALID_REQUEST)
}

/// The key for another use. Fails with `GNUTLS_E_PK_INVALID_PUBKEY_PARAMS` if the modulus is too short for
/// the salt.
pub(crate) fn restrict_key(key: &PrivateKey, usage: &RsaUse) -> Result<PrivateKey> {
    let made = key.for_use(usage)?;
    usage.check(made.bits())?;
    Ok(made)
}
