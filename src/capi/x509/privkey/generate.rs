//! Generation of X.509 private keys.
use core::ffi::{c_int, c_uint, c_void};

use crate::abi::*;
use crate::capi::ffi::{guard, opaque};
use crate::capi::object::key_generation::{generate_key, verify_seed, write_seed};
use crate::capi::object::x509_privkey::{get_x509_privkey, set_x509_privkey};

/// Generates a fresh private key with parameters, in the place of what the object held.
///
/// On failure the object keeps what it held. A seed counts with `GNUTLS_PRIVKEY_FLAG_PROVABLE` only:
/// the same seed and bits give the same RSA key, or the same parameters of a DSA key.
///
/// - `key`: an object from `gnutls_x509_privkey_init`
/// - `algo`: the kind of key
/// - `bits`: as in `gnutls_x509_privkey_generate`; not used for Diffie-Hellman
/// - `flags`: 0, or of `gnutls_privkey_flags_t`; they stay set for the key, as with
///   `gnutls_x509_privkey_set_flags`
/// - `data`: NULL, or parameters: `GNUTLS_KEYGEN_SEED` (bytes), `GNUTLS_KEYGEN_DIGEST` (`size` is the
///   digest of a provable key, where SHA-384 is the one there is), `GNUTLS_KEYGEN_SPKI` (`data` is a
///   `gnutls_x509_spki_t`), `GNUTLS_KEYGEN_DH` (`data` is a `gnutls_dh_params_t`, required for
///   Diffie-Hellman)
/// - `data_size`: the number of elements of `data`
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_PK_GENERATION_ERROR`: there is no key of this size, or the seed leads to none
/// - `GNUTLS_E_ECC_UNSUPPORTED_CURVE`: the curve is not supported
/// - `GNUTLS_E_PK_INVALID_PUBKEY_PARAMS`, `GNUTLS_E_UNKNOWN_HASH_ALGORITHM`: the restrictions do not go
///   with the key
/// - `GNUTLS_E_INVALID_REQUEST`: `key` is NULL, kind, curve, digest or restrictions do not go together,
///   or the group is missing
///
/// FIPS 186-4. Manual: `gnutls_x509_privkey_generate2`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_privkey_generate2(
    key: gnutls_x509_privkey_t,
    algo: gnutls_pk_algorithm_t,
    bits: c_uint,
    flags: c_uint,
    data: *const gnutls_keygen_data_st,
    data_size: c_uint,
) -> c_int {
    // SAFETY: `key` is NULL or a live handle; `data` is NULL or valid for reads.
    guard::unit(|| unsafe {
        opaque::get(key)?;
        let made = generate_key(algo, bits, flags, data, data_size)?;
        let held = opaque::get_mut(key)?;
        held.key = Some(made);
        held.flags |= flags;
        Ok(())
    })
}

/// Returns the seed that a provable key was made of, and its digest.
///
/// Keys have one if they were generated with `GNUTLS_PRIVKEY_FLAG_PROVABLE`, or if their PKCS #8 has it
/// as an attribute. The seed of an RSA key determines the key.
///
/// - `key`: the key
/// - `digest`: takes the digest; may be NULL
/// - `seed`: takes the seed; NULL to ask for the length
/// - `seed_size`: in: the capacity of `seed` in bytes; out: the length written, or needed after
///   `GNUTLS_E_SHORT_MEMORY_BUFFER`
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_SHORT_MEMORY_BUFFER`: `seed` is NULL or too small, or `seed_size` is NULL
/// - `GNUTLS_E_INVALID_REQUEST`: `key` is NULL or has no seed
///
/// Since 3.5.0. Manual: `gnutls_x509_privkey_get_seed`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_privkey_get_seed(
    key: gnutls_x509_privkey_t,
    digest: *mut gnutls_digest_algorithm_t,
    seed: *mut c_void,
    seed_size: *mut usize,
) -> c_int {
    // SAFETY: `key` is NULL or a live handle; `seed` is NULL or has as much space as its size says; `digest` and
    // `seed_size` are NULL or valid for writes.
    guard::unit(|| unsafe { write_seed(get_x509_privkey(key)?, digest, seed, seed_size) })
}

/// Checks whether a private key was made of a seed.
///
/// An RSA key must be the one that the seed leads to; of a DSA key its parameters. The check takes
/// about as long as generating the key.
///
/// - `key`: the key
/// - `digest`: not used: provable keys have SHA-384
/// - `seed`: the seed, or NULL for the one that the key has itself
/// - `seed_size`: its length in bytes
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_PRIVKEY_VERIFICATION_ERROR`: the seed leads to another key
/// - `GNUTLS_E_PK_GENERATION_ERROR`: a seed of this length leads to no key of this size
/// - `GNUTLS_E_PK_NO_VALIDATION_PARAMS`: there is no seed
/// - `GNUTLS_E_UNIMPLEMENTED_FEATURE`: the key is neither RSA nor DSA
/// - `GNUTLS_E_INVALID_REQUEST`: `key` is NULL or empty
///
/// Since 3.5.0. FIPS 186-4. Manual: `gnutls_x509_privkey_verify_seed`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_privkey_verify_seed(
    key: gnutls_x509_privkey_t,
    digest: gnutls_digest_algorithm_t,
    seed: *const c_void,
    seed_size: usize,
) -> c_int {
    let _ = digest;
    // SAFETY: `key` is NULL or a live handle; `seed` is NULL or has as many bytes as its length says.
    guard::unit(|| unsafe { verify_seed(get_x509_privkey(key)?, seed, seed_size) })
}

/// Generates a fresh private key, in the place of what the object held.
///
/// On failure the object keeps what it held. `gnutls_sec_param_to_pk_bits` has the bits for a security
/// level. `gnutls_x509_privkey_generate2` takes further parameters, which Diffie-Hellman keys need.
///
/// - `key`: an object from `gnutls_x509_privkey_init`
/// - `algo`: the kind of key
/// - `bits`: the bits of the modulus, or for a curve `GNUTLS_CURVE_TO_BITS` of it, or its size. Not
///   used for ML-DSA and ML-KEM
/// - `flags`: 0, or `GNUTLS_PRIVKEY_FLAG_PROVABLE` for an RSA or DSA key that is made of a seed, which
///   it keeps
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_PK_GENERATION_ERROR`: there is no key of this size
/// - `GNUTLS_E_ECC_UNSUPPORTED_CURVE`: the curve is not supported
/// - `GNUTLS_E_INVALID_REQUEST`: `key` is NULL, or kind, curve or flags do not go together
///
/// FIPS 186-4. Manual: `gnutls_x509_privkey_generate`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_privkey_generate(
    key: gnutls_x509_privkey_t,
    algo: gnutls_pk_algorithm_t,
    bits: c_uint,
    flags: c_uint,
) -> c_int {
    // SAFETY: `key` is NULL or a live handle.
    guard::unit(|| unsafe { set_x509_privkey(key, || generate_key(algo, bits, flags, core::ptr::null(), 0)) })
}
