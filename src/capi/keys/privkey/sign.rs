//! Signing, decrypting and key agreement with a private key.
use core::ffi::{c_int, c_uchar, c_uint};

use zeroize::Zeroizing;

use crate::abi::*;
use crate::alg::{Digest, Pk, Sign};
use crate::capi::ffi::guard;
use crate::capi::ffi::memory::{datum_in, slice_mut, write_datum};
use crate::capi::object::external_privkey::{ExternalKey, signed_by_callback};
use crate::capi::object::privkey::{Privkey, PrivkeyKind, digest_fits, get_privkey};
use crate::capi::object::pubkey::get_pubkey;
use crate::capi::object::x509_privkey::sign_algorithm_of;
use crate::error::{Error, INVALID_REQUEST, Result, err};

/// The signature algorithm of a key with a digest.
fn algorithm(key: &Privkey, digest: gnutls_digest_algorithm_t, flags: c_uint) -> Result<Sign> {
    let pss = flags & GNUTLS_PRIVKEY_SIGN_FLAG_RSA_PSS != 0;
    sign_algorithm_of(key.pk().ok_or(INVALID_REQUEST)?, digest, pss)
}

/// Signs data with the key's own algorithm and this hash; the caller frees the signature.
/// `GNUTLS_E_INVALID_REQUEST` for a hash that the key does not sign, and for flags of another kind of key.
/// Manual: `gnutls_privkey_sign_data`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_privkey_sign_data(
    signer: gnutls_privkey_t,
    hash: gnutls_digest_algorithm_t,
    flags: c_uint,
    data: *const gnutls_datum_t,
    signature: *mut gnutls_datum_t,
) -> c_int {
    // SAFETY: `signer` is NULL or a live handle; `data` is NULL or a valid datum; `signature` is NULL or valid for a
    // write.
    guard::unit(|| unsafe {
        let (key, data) = (get_privkey(signer)?, datum_in(data)?);
        let sign = digest_fits(algorithm(key, hash, flags)?, flags, true)?;
        write_datum(&key.sign(signer, sign, data, flags)?, signature)
    })
}

/// Signs data with this algorithm; the caller frees the signature. Manual: `gnutls_privkey_sign_data2`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_privkey_sign_data2(
    signer: gnutls_privkey_t,
    algo: gnutls_sign_algorithm_t,
    flags: c_uint,
    data: *const gnutls_datum_t,
    signature: *mut gnutls_datum_t,
) -> c_int {
    // SAFETY: `signer` is NULL or a live handle; `data` is NULL or a valid datum; `signature` is NULL or valid for a
    // write.
    guard::unit(|| unsafe {
        let (key, data) = (get_privkey(signer)?, datum_in(data)?);
        let sign = digest_fits(Sign::from_raw(algo).ok_or(INVALID_REQUEST)?, flags, true)?;
        write_datum(&key.sign(signer, sign, data, flags)?, signature)
    })
}

/// Signs a digest with the key's own algorithm; the caller frees the signature. With hash 0, and with
/// `GNUTLS_PRIVKEY_SIGN_FLAG_TLS1_RSA`, RSA pads the bytes as they are; DSA and ECDSA then know a digest by its length.
/// Manual: `gnutls_privkey_sign_hash`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_privkey_sign_hash(
    signer: gnutls_privkey_t,
    hash_algo: gnutls_digest_algorithm_t,
    flags: c_uint,
    hash_data: *const gnutls_datum_t,
    signature: *mut gnutls_datum_t,
) -> c_int {
    // SAFETY: `signer` is NULL or a live handle; `hash_data` is NULL or a valid datum; `signature` is NULL or valid
    // for a write.
    guard::unit(|| unsafe {
        let (key, digest) = (get_privkey(signer)?, datum_in(hash_data)?);
        let raw = hash_algo == GNUTLS_DIG_UNKNOWN || flags & GNUTLS_PRIVKEY_SIGN_FLAG_TLS1_RSA != 0;
        let pss = flags & GNUTLS_PRIVKEY_SIGN_FLAG_RSA_PSS != 0;
        let sign = match key.pk() {
            Some(Pk::Rsa) if raw && !pss => Sign::RsaRaw,
            Some(pk @ (Pk::Ecdsa | Pk::Dsa)) if hash_algo == GNUTLS_DIG_UNKNOWN => {
                sign_of_length(pk, digest.len())?
            }
            _ => algorithm(key, hash_algo, flags)?,
        };
        write_datum(&key.sign_hash(signer, digest_fits(sign, flags, false)?, digest, flags)?, signature)
    })
}

/// Signs bytes that are taken as they are; the caller frees the signature. Manual: `gnutls_privkey_sign_raw_data`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_privkey_sign_raw_data(
    key: gnutls_privkey_t,
    flags: c_uint,
    data: *const gnutls_datum_t,
    signature: *mut gnutls_datum_t,
) -> c_int {
    guard::or(GNUTLS_E_INTERNAL_ERROR, || {
        let flags = flags | GNUTLS_PRIVKEY_SIGN_FLAG_TLS1_RSA;
        // SAFETY: `key` is NULL or a live handle; `data` is NULL or a valid datum; `signature` is NULL or valid for a
        // write.
        unsafe { gnutls_privkey_sign_hash(key, GNUTLS_DIG_UNKNOWN, flags, data, signature) }
    })
}

/// ECDSA or DSA over a digest of which only the length is known.
fn sign_of_length(pk: Pk, length: usize) -> Result<Sign> {
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

/// Signs a digest with this algorithm; the caller frees the signature. Manual: `gnutls_privkey_sign_hash2`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_privkey_sign_hash2(
    signer: gnutls_privkey_t,
    algo: gnutls_sign_algorithm_t,
    flags: c_uint,
    hash_data: *const gnutls_datum_t,
    signature: *mut gnutls_datum_t,
) -> c_int {
    // SAFETY: `signer` is NULL or a live handle; `hash_data` is NULL or a valid datum; `signature` is NULL or valid
    // for a write.
    guard::unit(|| unsafe {
        let (key, digest) = (get_privkey(signer)?, datum_in(hash_data)?);
        let sign = match key.pk().ok_or(INVALID_REQUEST)? {
            _ if flags & GNUTLS_PRIVKEY_SIGN_FLAG_TLS1_RSA == 0 => {
                Sign::from_raw(algo).ok_or(INVALID_REQUEST)?
            }
            Pk::Rsa => Sign::RsaRaw,
            _ => return err(GNUTLS_E_CONSTRAINT_ERROR),
        };
        write_datum(&key.sign_hash(signer, digest_fits(sign, flags, false)?, digest, flags)?, signature)
    })
}

/// Decrypts what was encrypted to an RSA key: PKCS #1 v1.5, or OAEP with a key of that. The caller frees the result.
/// `GNUTLS_E_DECRYPTION_FAILED` whatever is wrong with the ciphertext, `GNUTLS_E_INTERNAL_ERROR` for a key that cannot
/// decrypt. Manual: `gnutls_privkey_decrypt_data`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_privkey_decrypt_data(
    key: gnutls_privkey_t,
    flags: c_uint,
    ciphertext: *const gnutls_datum_t,
    plaintext: *mut gnutls_datum_t,
) -> c_int {
    let _ = flags;
    // SAFETY: `key` is NULL or a live handle; `ciphertext` is NULL or a valid datum; `plaintext` is NULL or valid for
    // a write.
    guard::unit(|| unsafe {
        let plain = decrypted(key, datum_in(ciphertext)?)?;
        write_datum(&plain, plaintext)
    })
}

/// As [`gnutls_privkey_decrypt_data`] into a buffer that has just the length of the plaintext; with a key of our own in
/// constant time, for PKCS #1 v1.5. The buffer stays as it was where this fails. Manual: `gnutls_privkey_decrypt_data2`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_privkey_decrypt_data2(
    key: gnutls_privkey_t,
    flags: c_uint,
    ciphertext: *const gnutls_datum_t,
    plaintext: *mut c_uchar,
    plaintext_size: usize,
) -> c_int {
    let _ = flags;
    // SAFETY: `key` is NULL or a live handle; `ciphertext` is NULL or a valid datum; `plaintext` is NULL or has as
    // much space as its size says.
    guard::unit(|| unsafe {
        let input = datum_in(ciphertext)?;
        if plaintext.is_null() && plaintext_size > 0 {
            return Err(INVALID_REQUEST);
        }
        let out = slice_mut(plaintext.cast(), plaintext_size);
        if let Some(own) = get_privkey(key)?.own() {
            return own.decrypt_into(input, out).map_err(cannot);
        }
        let plain = decrypted(key, input)?;
        if plain.len() != out.len() {
            return err(GNUTLS_E_DECRYPTION_FAILED);
        }
        out.copy_from_slice(&plain);
        Ok(())
    })
}

/// # Safety
/// As [`get_privkey`].
unsafe fn decrypted(key: gnutls_privkey_t, input: &[u8]) -> Result<Zeroizing<Vec<u8>>> {
    // SAFETY: the caller's promise; the application's own function, called as the manual says.
    unsafe {
        match &get_privkey(key)?.kind {
            PrivkeyKind::External(ExternalKey { decrypt: Some(f), userdata, .. }) => {
                Ok(Zeroizing::new(signed_by_callback(input, |data, out| f(key, *userdata, data, out))?))
            }
            PrivkeyKind::Software(own) => own.decrypt(input).map_err(cannot),
            _ => Err(INVALID_REQUEST),
        }
    }
}

/// A kind of key that cannot decrypt, in the words of GnuTLS.
fn cannot(e: Error) -> Error {
    if e.code() == GNUTLS_E_INVALID_REQUEST { Error::new(GNUTLS_E_INTERNAL_ERROR) } else { e }
}

/// The secret that both keys lead to (ECDH, X25519, X448, Diffie-Hellman); the caller frees it. `nonce` and `flags` are not
/// used yet. `GNUTLS_E_INVALID_REQUEST` for keys that do not belong together, `GNUTLS_E_RECEIVED_ILLEGAL_PARAMETER` for a
/// public value that is not one. Manual: `gnutls_privkey_derive_secret`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_privkey_derive_secret(
    privkey: gnutls_privkey_t,
    pubkey: gnutls_pubkey_t,
    nonce: *const gnutls_datum_t,
    secret: *mut gnutls_datum_t,
    flags: c_uint,
) -> c_int {
    let _ = (nonce, flags);
    // SAFETY: `privkey` and `pubkey` are NULL or live handles; `secret` is NULL or valid for a write.
    guard::unit(|| unsafe {
        let made = get_privkey(privkey)?.need_own()?.derive(get_pubkey(pubkey)?)?;
        write_datum(&made, secret)
    })
}
