//! Abstract private keys: software keys and external ones.
use core::ffi::c_uint;

use zeroize::Zeroizing;

use crate::abi::*;
use crate::alg::{Pk, Sign};
use crate::capi::ffi::opaque::{self, Opaque};
use crate::capi::object::external_privkey::{
    DeinitCallback, ExternalKey, SCHEME_FLAGS, signed_by_callback, takes_digest,
};
use crate::capi::object::pin::Pin;
use crate::crypto::hash;
use crate::crypto::keys::{PrivateKey, RsaUse, SignOptions};
use crate::error::{Error, INVALID_REQUEST, Result, err};

/// The key of a `gnutls_privkey_t`.
#[derive(Default)]
pub struct Privkey {
    pub(crate) kind: PrivkeyKind,
    pub(crate) flags: c_uint,
}

#[derive(Default)]
pub(crate) enum PrivkeyKind {
    #[default]
    Empty,
    Software(PrivateKey),
    /// A key that the application implements with callbacks.
    External(ExternalKey),
}

/// The object of a `gnutls_privkey_t`: the key, handles that are freed with it, and the deinit callback.
#[derive(Default)]
pub struct PrivkeyObject {
    pub key: Privkey,
    pub(crate) farewell: Option<DeinitCallback>,
    pub pin: Pin,
    /// Key handles whose ownership was transferred with `GNUTLS_PRIVKEY_IMPORT_AUTO_RELEASE`.
    pub released: Vec<gnutls_x509_privkey_t>,
}

// SAFETY: all handles are created by `gnutls_privkey_init`.
unsafe impl Opaque for gnutls_privkey_st {
    type Object = PrivkeyObject;
}

/// The key of a handle.
///
/// # Safety
/// `key` is NULL or a live handle.
pub unsafe fn get_privkey<'a>(key: gnutls_privkey_t) -> Result<&'a Privkey> {
    // SAFETY: `key` is NULL or a live handle.
    Ok(&unsafe { opaque::get(key)? }.key)
}

impl Privkey {
    /// The private key, if it is a software key.
    pub fn own(&self) -> Option<&PrivateKey> {
        match &self.kind {
            PrivkeyKind::Software(k) => Some(k),
            _ => None,
        }
    }

    pub(crate) fn need_own(&self) -> Result<&PrivateKey> {
        self.own().ok_or(INVALID_REQUEST)
    }

    pub fn pk(&self) -> Option<Pk> {
        match &self.kind {
            PrivkeyKind::Empty => None,
            PrivkeyKind::Software(k) => Some(k.pk()),
            PrivkeyKind::External(e) => Some(e.pk),
        }
    }

    /// The size of the key in bits; 0 for an external key that does not report it.
    pub(crate) fn bits(&self) -> u32 {
        match &self.kind {
            PrivkeyKind::Empty => 0,
            PrivkeyKind::Software(k) => k.bits(),
            PrivkeyKind::External(e) => e.bits,
        }
    }

    /// Whether the key supports a signature algorithm.
    pub(crate) fn supports(&self, handle: gnutls_privkey_t, sign: Sign) -> bool {
        match &self.kind {
            PrivkeyKind::Empty => false,
            PrivkeyKind::Software(k) => k.public().scheme(sign).is_ok(),
            PrivkeyKind::External(e) => {
                if !sign.accepts_key(e.pk) {
                    return false;
                }
                if e.sign_data.is_some() || e.sign_hash.is_some() {
                    let wanted = GNUTLS_PRIVKEY_INFO_HAVE_SIGN_ALGO | sign.raw() << 20;
                    return e.ask(handle, wanted).is_none_or(|n| n > 0);
                }
                // The older functions use PKCS #1 v1.5 padding, or sign a plain hash.
                !sign.is_pss()
            }
        }
    }

    /// Signs a message. `handle` is passed to the application's functions.
    pub(crate) fn sign(
        &self,
        handle: gnutls_privkey_t,
        sign: Sign,
        message: &[u8],
        flags: c_uint,
    ) -> Result<Vec<u8>> {
        match &self.kind {
            PrivkeyKind::Empty => Err(INVALID_REQUEST),
            PrivkeyKind::Software(k) => {
                k.sign_with(sign, message, sign_options(self.flags | flags)).map_err(refused)
            }
            PrivkeyKind::External(e) => match (sign.digest(), e.sign_data) {
                // The function that signs messages is used for schemes without a digest, or if there is no
                // other function.
                (Some(d), f) if f.is_none() || e.sign_hash.is_some() => {
                    e.sign_digest(handle, sign, &hash::digest(d, message)?, flags)
                }
                (_, Some(f)) => {
                    e.accept(sign)?;
                    // SAFETY: the application's own function, called as the manual says.
                    signed_by_callback(message, |data, out| unsafe {
                        f(handle, sign.raw(), e.userdata, flags & !SCHEME_FLAGS, data, out)
                    })
                }
                _ => e.accept(sign).and(err(GNUTLS_E_INVALID_REQUEST)),
            },
        }
    }

    /// Whether the key can decrypt, as far as it is known.
    pub(crate) fn decrypts(&self) -> bool {
        match &self.kind {
            PrivkeyKind::Empty => false,
            PrivkeyKind::Software(k) => k.public().rsa_use() == Some(&RsaUse::Any),
            PrivkeyKind::External(e) => e.decrypt.is_some(),
        }
    }

    /// Decrypts with an RSA key. `handle` is passed to the application's functions.
    pub(crate) fn decrypt(&self, handle: gnutls_privkey_t, ciphertext: &[u8]) -> Result<Zeroizing<Vec<u8>>> {
        match &self.kind {
            PrivkeyKind::External(ExternalKey { decrypt: Some(f), userdata, .. }) => {
                // SAFETY: the application's own function, called as the manual says.
                let plain =
                    signed_by_callback(ciphertext, |data, out| unsafe { f(handle, *userdata, data, out) })?;
                Ok(Zeroizing::new(plain))
            }
            PrivkeyKind::Software(own) => own.decrypt(ciphertext),
            _ => Err(INVALID_REQUEST),
        }
    }

    /// Signs a precomputed digest.
    pub(crate) fn sign_hash(
        &self,
        handle: gnutls_privkey_t,
        sign: Sign,
        digest: &[u8],
        flags: c_uint,
    ) -> Result<Vec<u8>> {
        match &self.kind {
            PrivkeyKind::Empty => Err(INVALID_REQUEST),
            PrivkeyKind::Software(k) => {
                let options = sign_options(self.flags | flags);
                k.public().scheme_with(sign, options).map_err(refused)?;
                takes_digest(sign)?;
                k.sign_hash_with(sign, digest, options).map_err(refused)
            }
            PrivkeyKind::External(e) => e.sign_digest(handle, sign, digest, flags),
        }
    }
}

pub(crate) fn sign_options(flags: c_uint) -> SignOptions {
    SignOptions {
        deterministic: flags & GNUTLS_PRIVKEY_FLAG_REPRODUCIBLE != 0,
        fixed_salt: flags & GNUTLS_PRIVKEY_FLAG_RSA_PSS_FIXED_SALT_LENGTH != 0,
    }
}

/// Maps the error of a key that does not support the signature algorithm to GnuTLS's code.
fn refused(e: Error) -> Error {
    if e.code() == GNUTLS_E_INCOMPATIBLE_SIG_WITH_KEY { Error::new(GNUTLS_E_CONSTRAINT_ERROR) } else { e }
}

/// Replaces the key of a handle by a software key. Fails if the handle has an external key.
///
/// # Safety
/// The same as for [`get_privkey`].
pub unsafe fn replace_software(pkey: gnutls_privkey_t, key: PrivateKey) -> Result<()> {
    // SAFETY: `pkey` is NULL or a live handle.
    let held = unsafe { opaque::get_mut(pkey)? };
    if matches!(held.key.kind, PrivkeyKind::External(_)) {
        return Err(INVALID_REQUEST);
    }
    held.key.kind = PrivkeyKind::Software(key);
    Ok(())
}

/// Frees a key and the handles that it owns, after calling its deinit function, which may still access the
/// key.
///
/// # Safety
/// `key` is NULL or a handle of this type that is not used afterwards.
pub unsafe fn free_privkey(key: gnutls_privkey_t) {
    // SAFETY: `key` is NULL or a live handle (the caller); the object is not borrowed while the application's
    // function runs.
    unsafe {
        let farewell = opaque::get_mut(key).ok().and_then(|h| h.farewell.take());
        if let Some(DeinitCallback { function: Some(f), userdata }) = farewell {
            f(key, userdata);
        }
        if let Some(held) = opaque::take(key) {
            for x509 in held.released {
                drop(opaque::take(x509));
            }
        }
    }
}

/// Checks that the flags are valid for an algorithm: raw RSA cannot sign messages, and RSA-PSS requires RSA.
pub(crate) fn digest_fits(sign: Sign, flags: c_uint, of_message: bool) -> Result<Sign> {
    let raw = flags & GNUTLS_PRIVKEY_SIGN_FLAG_TLS1_RSA != 0 || sign == Sign::RsaRaw;
    let pss = flags & GNUTLS_PRIVKEY_SIGN_FLAG_RSA_PSS != 0;
    let rsa = matches!(sign.signature_pk(), Pk::Rsa | Pk::RsaPss) && sign != Sign::RsaRaw;
    // Signing with MD2 is not supported.
    if sign == Sign::RsaMd2 || of_message && raw || pss && !rsa { Err(INVALID_REQUEST) } else { Ok(sign) }
}
