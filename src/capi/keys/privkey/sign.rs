//! Signing, decrypting and key agreement with a private key.
use core::ffi::{c_int, c_uchar, c_uint};

use crate::abi::*;
use crate::alg::{Pk, Sign};
use crate::capi::ffi::guard;
use crate::capi::ffi::memory::{datum_in, datum_in_place, slice_mut, write_datum};
use crate::capi::object::privkey::{Privkey, digest_fits, get_privkey};
use crate::capi::object::pubkey::get_pubkey;
use crate::capi::object::x509_privkey::{sign_algorithm_of, sign_of_length};
use crate::error::{Error, INVALID_REQUEST, Result, err};

/// The signature algorithm of a key with a digest.
fn algorithm(key: &Privkey, digest: gnutls_digest_algorithm_t, flags: c_uint) -> Result<Sign> {
    let pss = flags & GNUTLS_PRIVKEY_SIGN_FLAG_RSA_PSS != 0;
    sign_algorithm_of(key.pk().ok_or(INVALID_REQUEST)?, digest, pss)
}

/// Signs a message with the key's own algorithm and a digest.
///
/// The message is hashed here. An EdDSA key takes its own digest alone, ML-DSA any. With a key of
/// `gnutls_privkey_import_ext4` or its predecessors the program's own function makes the signature, in
/// this thread; a negative code of it is returned as it is.
///
/// - `signer`: the private key
/// - `hash`: the digest
/// - `flags`: 0 or `GNUTLS_PRIVKEY_SIGN_FLAG_RSA_PSS` (an RSA key signs with RSA-PSS),
///   `GNUTLS_PRIVKEY_FLAG_REPRODUCIBLE` (no randomness: RFC 6979 with DSA and ECDSA, no salt with
///   RSA-PSS), `GNUTLS_PRIVKEY_FLAG_RSA_PSS_FIXED_SALT_LENGTH` (a salt as long as the digest)
/// - `data`: the message; may be empty
/// - `signature`: takes the signature, in new memory; the caller frees its `data` with `gnutls_free`
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_CONSTRAINT_ERROR`: the key cannot sign so: it is of another kind or curve, is
///   restricted, or is too short for the salt
/// - `GNUTLS_E_UNSUPPORTED_SIGNATURE_ALGORITHM`: nothing here signs so
/// - `GNUTLS_E_PK_SIGN_FAILED`: the signature was not made
/// - `GNUTLS_E_INVALID_REQUEST`: a pointer is NULL, the key is empty, does not sign with this digest,
///   or the flags are another kind's
///
/// Since 2.12.0. RFC 8017 section 8, RFC 6979. Manual: `gnutls_privkey_sign_data`.
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
        let (key, data) = (get_privkey(signer)?, datum_in_place(data)?);
        let sign = digest_fits(algorithm(key, hash, flags)?, flags, true)?;
        write_datum(&key.sign(signer, sign, data, flags)?, signature)
    })
}

/// Signs a message with a named signature algorithm.
///
/// The message is hashed here. With a key of `gnutls_privkey_import_ext4` or its predecessors the
/// program's own function makes the signature, in this thread; a negative code of it is returned as it
/// is.
///
/// - `signer`: the private key
/// - `algo`: the algorithm, as `GNUTLS_SIGN_RSA_SHA256`
/// - `flags`: 0 or `GNUTLS_PRIVKEY_SIGN_FLAG_RSA_PSS` (an RSA key signs with RSA-PSS),
///   `GNUTLS_PRIVKEY_FLAG_REPRODUCIBLE` (no randomness: RFC 6979 with DSA and ECDSA, no salt with
///   RSA-PSS), `GNUTLS_PRIVKEY_FLAG_RSA_PSS_FIXED_SALT_LENGTH` (a salt as long as the digest)
/// - `data`: the message; may be empty
/// - `signature`: takes the signature, in new memory; the caller frees its `data` with `gnutls_free`
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_CONSTRAINT_ERROR`: the key cannot sign so: it is of another kind or curve, is
///   restricted, or is too short for the salt
/// - `GNUTLS_E_UNSUPPORTED_SIGNATURE_ALGORITHM`: nothing here signs so
/// - `GNUTLS_E_PK_SIGN_FAILED`: the signature was not made
/// - `GNUTLS_E_INVALID_REQUEST`: a pointer is NULL, the key is empty, the algorithm is unknown or
///   MD2's, or the flags do not fit it
///
/// Since 3.6.0. Manual: `gnutls_privkey_sign_data2`.
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
        let (key, data) = (get_privkey(signer)?, datum_in_place(data)?);
        let sign = digest_fits(Sign::from_raw(algo).ok_or(INVALID_REQUEST)?, flags, true)?;
        write_datum(&key.sign(signer, sign, data, flags)?, signature)
    })
}

/// Signs a digest that was computed before, with the key's own algorithm.
///
/// With `GNUTLS_DIG_UNKNOWN` an RSA key pads the bytes as they are, without a DigestInfo, and DSA and
/// ECDSA know the digest by its length. EdDSA and ML-DSA sign messages alone. With a key of
/// `gnutls_privkey_import_ext4` or its predecessors the program's own function makes the signature, in
/// this thread; a negative code of it is returned as it is.
///
/// - `signer`: the private key
/// - `hash_algo`: the digest's algorithm, or `GNUTLS_DIG_UNKNOWN`
/// - `flags`: 0, `GNUTLS_PRIVKEY_SIGN_FLAG_TLS1_RSA` (an RSA key pads the bytes as they are),
///   `GNUTLS_PRIVKEY_SIGN_FLAG_RSA_PSS`, `GNUTLS_PRIVKEY_FLAG_REPRODUCIBLE`,
///   `GNUTLS_PRIVKEY_FLAG_RSA_PSS_FIXED_SALT_LENGTH`
/// - `hash_data`: the digest
/// - `signature`: takes the signature, in new memory; the caller frees its `data` with `gnutls_free`
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_CONSTRAINT_ERROR`: the key cannot sign so: it is of another kind or curve, is
///   restricted, or is too short for the salt
/// - `GNUTLS_E_UNSUPPORTED_SIGNATURE_ALGORITHM`: nothing here signs so
/// - `GNUTLS_E_PK_SIGN_FAILED`: the signature was not made, or the digest has another length than its
///   algorithm's
/// - `GNUTLS_E_INVALID_REQUEST`: a pointer is NULL, the key is empty or signs messages alone, or digest
///   or flags are not for such a key
///
/// Since 2.12.0. Manual: `gnutls_privkey_sign_hash`.
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

/// Signs bytes that are taken as they are, as `gnutls_privkey_sign_hash` does with `GNUTLS_DIG_UNKNOWN`
/// and `GNUTLS_PRIVKEY_SIGN_FLAG_TLS1_RSA`.
///
/// An RSA key pads them by PKCS #1 v1.5 without a DigestInfo, as TLS 1.0 and 1.1 sign MD5 and SHA-1 in
/// a row; DSA and ECDSA take a digest, and know it by its length. With a key of
/// `gnutls_privkey_import_ext4` or its predecessors the program's own function makes the signature, in
/// this thread; a negative code of it is returned as it is.
///
/// - `key`: the private key
/// - `flags`: 0, or those of `gnutls_privkey_sign_hash`
/// - `data`: the bytes to sign
/// - `signature`: takes the signature, in new memory; the caller frees its `data` with `gnutls_free`
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_CONSTRAINT_ERROR`: the key cannot sign so: it is of another kind or curve, is
///   restricted, or is too short for the salt
/// - `GNUTLS_E_UNSUPPORTED_SIGNATURE_ALGORITHM`: nothing here signs so
/// - `GNUTLS_E_PK_SIGN_FAILED`: the signature was not made, as when the bytes are too long for the key
/// - `GNUTLS_E_INVALID_REQUEST`: a pointer is NULL, the key is empty or signs messages alone, or no
///   digest has this length
///
/// Manual: `gnutls_privkey_sign_raw_data`.
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

/// Signs a digest that was computed before, with a named signature algorithm.
///
/// EdDSA and ML-DSA sign messages alone: `gnutls_privkey_sign_data2` is for them. With a key of
/// `gnutls_privkey_import_ext4` or its predecessors the program's own function makes the signature, in
/// this thread; a negative code of it is returned as it is.
///
/// - `signer`: the private key
/// - `algo`: the algorithm, as `GNUTLS_SIGN_RSA_SHA256`; not looked at with
///   `GNUTLS_PRIVKEY_SIGN_FLAG_TLS1_RSA`
/// - `flags`: 0, `GNUTLS_PRIVKEY_SIGN_FLAG_TLS1_RSA` (an RSA key pads the bytes as they are),
///   `GNUTLS_PRIVKEY_SIGN_FLAG_RSA_PSS`, `GNUTLS_PRIVKEY_FLAG_REPRODUCIBLE`,
///   `GNUTLS_PRIVKEY_FLAG_RSA_PSS_FIXED_SALT_LENGTH`
/// - `hash_data`: the digest
/// - `signature`: takes the signature, in new memory; the caller frees its `data` with `gnutls_free`
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_CONSTRAINT_ERROR`: the key cannot sign so: it is of another kind or curve, is
///   restricted, or is too short for the salt
/// - `GNUTLS_E_UNSUPPORTED_SIGNATURE_ALGORITHM`: nothing here signs so
/// - `GNUTLS_E_PK_SIGN_FAILED`: the signature was not made, or the digest has another length than its
///   algorithm's
/// - `GNUTLS_E_INVALID_REQUEST`: a pointer is NULL, the key is empty, or the algorithm is unknown,
///   MD2's, or signs messages alone
///
/// Since 3.6.0. Manual: `gnutls_privkey_sign_hash2`.
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

/// Decrypts what was encrypted to an RSA key: PKCS #1 v1.5, or OAEP with a key restricted to that.
///
/// Success and the length of the plaintext show in the time that this takes. Where a peer may send
/// ciphertexts at will and the length is known, `gnutls_privkey_decrypt_data2` is the safe choice with
/// PKCS #1 v1.5.
///
/// - `key`: the private key
/// - `flags`: not looked at; 0
/// - `ciphertext`: the bytes to decrypt
/// - `plaintext`: takes the plaintext, in new memory; the caller frees its `data` with `gnutls_free`
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_DECRYPTION_FAILED`: whatever is wrong with the ciphertext
/// - `GNUTLS_E_INTERNAL_ERROR`: the key is of a kind that cannot decrypt
/// - `GNUTLS_E_INVALID_REQUEST`: a pointer is NULL, the key is empty, or behind callbacks none of which
///   decrypts
/// - a negative code of the program's decrypt function
///
/// Since 2.12.0. RFC 8017 section 7. Manual: `gnutls_privkey_decrypt_data`.
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
        let plain = get_privkey(key)?.decrypt(key, datum_in(ciphertext)?).map_err(cannot)?;
        write_datum(&plain, plaintext)
    })
}

/// Decrypts what was encrypted to an RSA key, into a buffer that has just the length of the plaintext.
///
/// With a PKCS #1 v1.5 key in the library it takes the same time whether the padding is right or not
/// (Bleichenbacher's attack). Fill the buffer with random bytes first, and go on with them after a
/// failure. On failure it stays as it was.
///
/// - `key`: the private key
/// - `flags`: not looked at; 0
/// - `ciphertext`: the bytes to decrypt
/// - `plaintext`: takes the plaintext
/// - `plaintext_size`: the length of the plaintext in bytes
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_DECRYPTION_FAILED`: whatever is wrong with the ciphertext, another length of the
///   plaintext included
/// - `GNUTLS_E_INTERNAL_ERROR`: the key is of a kind that cannot decrypt
/// - `GNUTLS_E_INVALID_REQUEST`: a pointer is NULL, the key is empty, or behind callbacks none of which
///   decrypts
/// - a negative code of the program's decrypt function
///
/// Since 3.6.5. RFC 8017 section 7. Manual: `gnutls_privkey_decrypt_data2`.
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
        let plain = get_privkey(key)?.decrypt(key, input).map_err(cannot)?;
        if plain.len() != out.len() {
            return err(GNUTLS_E_DECRYPTION_FAILED);
        }
        out.copy_from_slice(&plain);
        Ok(())
    })
}

/// A kind of key that cannot decrypt, in the words of GnuTLS.
fn cannot(e: Error) -> Error {
    if e.code() == GNUTLS_E_INVALID_REQUEST { Error::new(GNUTLS_E_INTERNAL_ERROR) } else { e }
}

/// Computes the secret that a private key shares with a peer's public key: ECDH, X25519, X448 or
/// Diffie-Hellman.
///
/// It is the bare secret, of ECDH the x coordinate: derive keys from it (`gnutls_hkdf_extract`). The
/// caller frees `secret->data` with `gnutls_free`, and wipes it before.
///
/// - `privkey`: the own key
/// - `pubkey`: the peer's key, of the same kind, curve or group
/// - `nonce`: not looked at; NULL
/// - `secret`: takes the secret
/// - `flags`: not looked at; 0
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_RECEIVED_ILLEGAL_PARAMETER`: the peer's value is out of range, or leads to a secret of
///   zeros
/// - `GNUTLS_E_INVALID_REQUEST`: a pointer is NULL, a key is empty or behind callbacks, or the two do
///   not belong together
///
/// Since 3.8.2. RFC 7748 section 6, SP 800-56A. Manual: `gnutls_privkey_derive_secret`.
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
