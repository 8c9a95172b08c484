//! Private keys that the application implements with callbacks.
use core::ffi::{c_int, c_uint, c_void};

use crate::abi::*;
use crate::alg::{Digest, Pk, Sign};
use crate::capi::ffi::memory::{datum_bytes, free};
use crate::crypto::keys::digest_info;
use crate::error::{INVALID_REQUEST, Result, err};

/// The flags that only select a scheme. The application's functions receive the scheme's number instead.
pub(crate) const SCHEME_FLAGS: c_uint = GNUTLS_PRIVKEY_SIGN_FLAG_TLS1_RSA | GNUTLS_PRIVKEY_SIGN_FLAG_RSA_PSS;

/// A key that the application implements with callbacks (`gnutls_privkey_import_ext*`).
pub(crate) struct ExternalKey {
    pub(crate) pk: Pk,
    pub(crate) bits: u32,
    pub(crate) userdata: *mut c_void,
    pub(crate) sign: gnutls_privkey_sign_func,
    pub(crate) sign_data: gnutls_privkey_sign_data_func,
    pub(crate) sign_hash: gnutls_privkey_sign_hash_func,
    pub(crate) decrypt: gnutls_privkey_decrypt_func,
    pub(crate) info: gnutls_privkey_info_func,
}

/// Fails with `GNUTLS_E_INVALID_REQUEST` for schemes that sign the message itself.
pub(crate) fn takes_digest(sign: Sign) -> Result<()> {
    if sign.digest().is_none() && sign != Sign::RsaRaw { Err(INVALID_REQUEST) } else { Ok(()) }
}

/// The function to call when the key is freed. It is called while the object is not borrowed.
pub(crate) struct DeinitCallback {
    pub(crate) function: gnutls_privkey_deinit_func,
    pub(crate) userdata: *mut c_void,
}

impl ExternalKey {
    /// Queries a property of the key from the application; `None` if it does not return one.
    pub(crate) fn ask(&self, handle: gnutls_privkey_t, what: c_uint) -> Option<c_int> {
        // SAFETY: the application's own function, called as the manual says.
        self.info.map(|f| unsafe { f(handle, what, self.userdata) }).filter(|n| *n >= 0)
    }

    /// Checks the type of the key. Fails with `GNUTLS_E_CONSTRAINT_ERROR` if the key does not support the
    /// scheme.
    pub(crate) fn accept(&self, sign: Sign) -> Result<()> {
        if sign.accepts_key(self.pk) { Ok(()) } else { err(GNUTLS_E_CONSTRAINT_ERROR) }
    }

    pub(crate) fn sign_digest(
        &self,
        handle: gnutls_privkey_t,
        sign: Sign,
        digest: &[u8],
        flags: c_uint,
    ) -> Result<Vec<u8>> {
        self.accept(sign)?;
        takes_digest(sign)?;
        let (sign, input) = match sign.digest() {
            // PKCS #1 pads a DigestInfo; without a digest, and with MD5+SHA1, the bytes themselves (TLS 1.1).
            Some(d) if sign.signature_pk() == Pk::Rsa && !sign.is_pss() => {
                let info = if d == Digest::Md5Sha1 { Some(digest.to_vec()) } else { digest_info(d, digest) };
                (Sign::RsaRaw, info.ok_or(GNUTLS_E_UNKNOWN_HASH_ALGORITHM)?)
            }
            _ => (sign, digest.to_vec()),
        };
        if let Some(f) = self.sign_hash {
            // SAFETY: the application's own function, called as the manual says.
            return signed_by_callback(&input, |data, out| unsafe {
                f(handle, sign.raw(), self.userdata, flags & !SCHEME_FLAGS, data, out)
            });
        }
        let Some(f) = self.sign else { return err(GNUTLS_E_INVALID_REQUEST) };
        // A function without a scheme parameter uses PKCS #1 v1.5 padding.
        if sign.is_pss() {
            return err(GNUTLS_E_PK_INVALID_PUBKEY);
        }
        // SAFETY: `handle` is NULL or a live handle.
        signed_by_callback(&input, |data, out| unsafe { f(handle, self.userdata, data, out) })
    }
}

/// Calls a function that returns a datum allocated with `gnutls_malloc`, and frees the datum.
pub(crate) fn signed_by_callback(
    input: &[u8],
    f: impl FnOnce(*const gnutls_datum_t, *mut gnutls_datum_t) -> c_int,
) -> Result<Vec<u8>> {
    let data = gnutls_datum_t { data: input.as_ptr().cast_mut(), size: input.len() as c_uint };
    let mut out = gnutls_datum_t { data: core::ptr::null_mut(), size: 0 };
    let code = f(&data, &mut out);
    if code < 0 {
        return err(code);
    }
    // SAFETY: on success the function has returned a buffer from `gnutls_malloc`, which is copied and freed
    // once.
    unsafe {
        let bytes = datum_bytes(&out).unwrap_or(b"").to_vec();
        free(out.data.cast());
        Ok(bytes)
    }
}
