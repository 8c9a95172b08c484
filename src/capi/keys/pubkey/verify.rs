//! Verifying and encrypting with a public key.
use core::ffi::{c_int, c_uint};

use crate::abi::*;
use crate::alg::Sign;
use crate::capi::ffi::guard;
use crate::capi::ffi::memory::{datum_in, datum_in_place, write_datum};
use crate::capi::object::pubkey::{get_pubkey, verify_algorithm, verify_options, verify_result};
use crate::error::INVALID_REQUEST;

/// Verifies a signature over a message.
///
/// The message is hashed here. RSA-PSS is verified with the salt that the key names or one as long as
/// the digest. SHA-1 is not counted as broken.
///
/// - `pubkey`: the signer's public key
/// - `algo`: the algorithm of the signature, as `GNUTLS_SIGN_RSA_SHA256`
/// - `flags`: 0, or `GNUTLS_VERIFY_ALLOW_SIGN_RSA_MD5`, `GNUTLS_VERIFY_ALLOW_BROKEN`,
///   `GNUTLS_VERIFY_RSA_PSS_FIXED_SALT_LENGTH`
/// - `data`: the message
/// - `signature`: the signature
///
/// Returns `GNUTLS_E_SUCCESS` (0) if the signature is good, or a negative error code:
/// - `GNUTLS_E_PK_SIG_VERIFY_FAILED`: the signature is not this key's
/// - `GNUTLS_E_INSUFFICIENT_SECURITY`: it is, but the algorithm is broken (MD5, GOST R 34.11-94), and
///   no flag allows it
/// - `GNUTLS_E_INCOMPATIBLE_SIG_WITH_KEY`, `GNUTLS_E_UNSUPPORTED_SIGNATURE_ALGORITHM`: such a key, or
///   nothing here, signs with this algorithm
/// - `GNUTLS_E_INVALID_REQUEST`: a pointer is NULL, the key is empty, the algorithm unknown, or
///   `GNUTLS_VERIFY_USE_TLS1_RSA` is given, which needs a digest
///
/// Since 3.0. Manual: `gnutls_pubkey_verify_data2`.
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
        let (data, signature) = (datum_in_place(data)?, datum_in(signature)?);
        if flags & GNUTLS_VERIFY_USE_TLS1_RSA != 0 {
            return Err(INVALID_REQUEST);
        }
        let sign = verify_algorithm(key, algo)?;
        key.verify_with(sign, data, signature, verify_options(flags))?;
        verify_result(sign, flags)
    })
}

/// Verifies a signature over a digest that was computed before.
///
/// With `GNUTLS_VERIFY_USE_TLS1_RSA` an RSA key verifies bytes that were padded as they are, without a
/// DigestInfo (TLS 1.1). SHA-1 is not counted as broken.
///
/// - `key`: the signer's public key
/// - `algo`: the algorithm of the signature, as `GNUTLS_SIGN_RSA_SHA256`; not looked at with
///   `GNUTLS_VERIFY_USE_TLS1_RSA`
/// - `flags`: 0, or `GNUTLS_VERIFY_USE_TLS1_RSA`, `GNUTLS_VERIFY_ALLOW_SIGN_RSA_MD5`,
///   `GNUTLS_VERIFY_ALLOW_BROKEN`, `GNUTLS_VERIFY_RSA_PSS_FIXED_SALT_LENGTH`
/// - `hash`: the digest
/// - `signature`: the signature
///
/// Returns 1 if the signature is good, 0 with `GNUTLS_VERIFY_USE_TLS1_RSA`, or a negative error code:
/// - `GNUTLS_E_PK_SIG_VERIFY_FAILED`: the signature is not this key's
/// - `GNUTLS_E_INSUFFICIENT_SECURITY`: it is, but the algorithm is broken (MD5, GOST R 34.11-94), and
///   no flag allows it
/// - `GNUTLS_E_INCOMPATIBLE_SIG_WITH_KEY`, `GNUTLS_E_UNSUPPORTED_SIGNATURE_ALGORITHM`: such a key, or
///   nothing here, signs with this algorithm
/// - `GNUTLS_E_INVALID_REQUEST`: a pointer is NULL, the key is empty or of a kind that signs messages
///   alone (EdDSA, ML-DSA), or the algorithm is unknown
///
/// Test for a negative answer: GnuTLS 3.7.9 answers 0 for a good signature.
///
/// Since 3.0. Manual: `gnutls_pubkey_verify_hash2`.
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
        // A key that signs the message itself cannot verify a digest.
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

/// Encrypts a short plaintext to an RSA key: PKCS #1 v1.5, or OAEP with a key restricted to that.
///
/// The caller frees `ciphertext->data` with `gnutls_free`. The plaintext is at most 11 bytes shorter
/// than the modulus with PKCS #1 v1.5; of OAEP the overhead is two digests and 2 bytes.
///
/// - `key`: an RSA key
/// - `flags`: not looked at; 0
/// - `plaintext`: the bytes to encrypt
/// - `ciphertext`: takes the ciphertext
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_ENCRYPTION_FAILED`: the plaintext is too long, or the key is unusable
/// - `GNUTLS_E_INVALID_REQUEST`: a pointer is NULL, or the key is empty, of another kind, or restricted
///   to RSA-PSS
///
/// Since 3.0. RFC 8017 section 7. Manual: `gnutls_pubkey_encrypt_data`.
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
