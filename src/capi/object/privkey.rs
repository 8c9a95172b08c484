//! Abstract private keys: software keys and external ones.
use core::ffi::c_uint;

use crate::abi::*;
use crate::alg::{Pk, Sign};
use crate::capi::ffi::opaque::{self, Opaque};
use crate::capi::object::external_privkey::{
    DeinitCallback, ExternalKey, SCHEME_FLAGS, signed_by_callback, takes_digest,
};
use crate::capi::object::pin::Pin;
use crate::crypto::hash;
use crate::crypto::keys::{PrivateKey, SignOptions};
use crate::error::{Error, INVALID_REQUEST, Result, err};

/// What a `gnutls_privkey_t` points to.
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
    /// A key of the application's, behind its functions.
    External(ExternalKey),
}

/// What C holds: the key, what frees with it, and the function that hears of its end.
#[derive(Default)]
pub struct PrivkeyObject {
    pub key: Privkey,
    pub(crate) farewell: Option<DeinitCallback>,
    pub pin: Pin,
    /// Key handles that became ours by `GNUTLS_PRIVKEY_IMPORT_AUTO_RELEASE`.
    pub released: Vec<gnutls_x509_privkey_t>,
}

// SAFETY: `gnutls_privkey_init` makes every handle.
unsafe impl Opaque for gnutls_privkey_st {
    type Object = PrivkeyObject;
}

/// The key behind a handle.
///
/// # Safety
/// `key` is NULL or a live handle.
pub unsafe fn get_privkey<'a>(key: gnutls_privkey_t) -> Result<&'a Privkey> {
    // SAFETY: `key` is NULL or a live handle.
    Ok(&unsafe { opaque::get(key)? }.key)
}

impl Privkey {
    /// The key itself, where it is ours.
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

    /// The bits of the key; 0 for an external one that did not tell.
    pub(crate) fn bits(&self) -> u32 {
        match &self.kind {
            PrivkeyKind::Empty => 0,
            PrivkeyKind::Software(k) => k.bits(),
            PrivkeyKind::External(e) => e.bits,
        }
    }

    /// Can the key sign so?
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
                // The older functions pad as PKCS #1 does, or sign a bare hash.
                !sign.is_pss()
            }
        }
    }

    /// Signs a message. `handle` is what the application's functions are given.
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
                // The function that takes a message is for what signs no digest, and for want of another.
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

    /// Signs a digest that was made already.
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

/// A key that cannot sign so is told of by these codes.
fn refused(e: Error) -> Error {
    if e.code() == GNUTLS_E_INCOMPATIBLE_SIG_WITH_KEY { Error::new(GNUTLS_E_CONSTRAINT_ERROR) } else { e }
}

/// Puts a key of our own in the place of what a handle holds (which is nothing, or another key of our own).
///
/// # Safety
/// As [`get_privkey`].
pub unsafe fn replace_software(pkey: gnutls_privkey_t, key: PrivateKey) -> Result<()> {
    // SAFETY: `pkey` is NULL or a live handle.
    let held = unsafe { opaque::get_mut(pkey)? };
    if matches!(held.key.kind, PrivkeyKind::External(_)) {
        return Err(INVALID_REQUEST);
    }
    held.key.kind = PrivkeyKind::Software(key);
    Ok(())
}

/// Frees a key and what frees with it, after its deinit function, which may still look at it.
///
/// # Safety
/// `key` is NULL or a handle of this type, dead afterwards.
pub unsafe fn free_privkey(key: gnutls_privkey_t) {
    // SAFETY: the caller's promise; nothing is borrowed while the application's function runs.
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

/// Do the flags fit an algorithm? Bytes that are taken as they are are none of a message's, and RSA-PSS is for RSA.
pub(crate) fn digest_fits(sign: Sign, flags: c_uint, of_message: bool) -> Result<Sign> {
    let raw = flags & GNUTLS_PRIVKEY_SIGN_FLAG_TLS1_RSA != 0 || sign == Sign::RsaRaw;
    let pss = flags & GNUTLS_PRIVKEY_SIGN_FLAG_RSA_PSS != 0;
    let rsa = matches!(sign.signature_pk(), Pk::Rsa | Pk::RsaPss) && sign != Sign::RsaRaw;
    // Nothing is signed with MD2 any more.
    if sign == Sign::RsaMd2 || of_message && raw || pss && !rsa { Err(INVALID_REQUEST) } else { Ok(sign) }
}
