//! Verifying and encrypting with a public key.
use core::ffi::{c_int, c_uint};

use crate::abi::*;
use crate::alg::Sign;
use crate::capi::ffi::guard;
use crate::capi::ffi::memory::{datum_in, write_datum};
use crate::capi::object::pubkey::{get_pubkey, verify_algorithm, verify_options, verify_result};
use crate::error::INVALID_REQUEST;

/// 0 if the signature over the data is good, else `GNUTLS_E_PK_SIG_VERIFY_FAILED`. Manual: `gnutls_pubkey_verify_data2`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_pubkey_verify_data2(
    pubkey: gnutls_pubkey_t,
    algo: gnutls_sign_algorithm_t,
    flags: c_uint,
    data: *const gnutls_datum_t,
    signature: *const gnutls_datum_t,
) -> c_int {
    // SAFETY: `pubkey` is NULL or a live handle; `data` and `signature` are NULL or valid datums.
    guard::unit(|| unsafe {
        let key = get_pubkey(pubkey)?;
        let (data, signature) = (datum_in(data)?, datum_in(signature)?);
        if flags & GNUTLS_VERIFY_USE_TLS1_RSA != 0 {
            return Err(INVALID_REQUEST);
        }
        let sign = verify_algorithm(key, algo)?;
        key.verify_with(sign, data, signature, verify_options(flags))?;
        verify_result(sign, flags)
    })
}

/// As [`gnutls_pubkey_verify_data2`], over a digest; with `GNUTLS_VERIFY_USE_TLS1_RSA` over bytes that RSA padded as they
/// are. A good signature over a digest is 1, as in 3.8.13; over padded bytes 0.
/// `GNUTLS_E_INVALID_REQUEST` for a kind of key that signs messages alone. Manual: `gnutls_pubkey_verify_hash2`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_pubkey_verify_hash2(
    key: gnutls_pubkey_t,
    algo: gnutls_sign_algorithm_t,
    flags: c_uint,
    hash: *const gnutls_datum_t,
    signature: *const gnutls_datum_t,
) -> c_int {
    // SAFETY: `key` is NULL or a live handle; `hash` and `signature` are NULL or valid datums.
    guard::code(|| unsafe {
        let key = get_pubkey(key)?;
        let (hash, signature) = (datum_in(hash)?, datum_in(signature)?);
        // What signs the message itself has no digest to verify.
        if Sign::of_messages(key.pk()).is_some() {
            return Err(INVALID_REQUEST);
        }
        if flags & GNUTLS_PUBKEY_VERIFY_FLAG_TLS1_RSA != 0 {
            return key.verify_hash(Sign::RsaRaw, hash, signature).map(|()| 0);
        }
        let sign = verify_algorithm(key, algo)?;
        key.verify_hash_with(sign, hash, signature, verify_options(flags))?;
        verify_result(sign, flags).map(|()| 1)
    })
}

/// Encrypts to an RSA key: PKCS #1 v1.5, or OAEP with a key of that. The caller frees the result.
/// `GNUTLS_E_INVALID_REQUEST` for another kind, `GNUTLS_E_ENCRYPTION_FAILED` for what is too long.
/// Manual: `gnutls_pubkey_encrypt_data`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_pubkey_encrypt_data(
    key: gnutls_pubkey_t,
    flags: c_uint,
    plaintext: *const gnutls_datum_t,
    ciphertext: *mut gnutls_datum_t,
) -> c_int {
    let _ = flags;
    // SAFETY: `key` is NULL or a live handle; `plaintext` is NULL or a valid datum; `ciphertext` is NULL or valid for
    // a write.
    guard::unit(|| unsafe {
        let sealed = get_pubkey(key)?.encrypt(datum_in(plaintext)?)?;
        write_datum(&sealed, ciphertext)
    })
}
