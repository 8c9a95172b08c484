//! Generation of X.509 private keys.
use core::ffi::{c_int, c_uint, c_void};

use crate::abi::*;
use crate::capi::ffi::{guard, opaque};
use crate::capi::object::key_generation::{generate_key, verify_seed, write_seed};
use crate::capi::object::x509_privkey::{get_x509_privkey, set_x509_privkey};

/// Makes a fresh key with parameters: seed and digest of a provable key (SHA-384 is the one digest), restrictions of an
/// RSA key. Manual: `gnutls_x509_privkey_generate2`.
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

/// The seed of a provable key and its digest; `GNUTLS_E_INVALID_REQUEST` for another key.
/// Manual: `gnutls_x509_privkey_get_seed`.
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

/// Was the key made from this seed? With NULL: from its own? `GNUTLS_E_PRIVKEY_VERIFICATION_ERROR` if not,
/// `GNUTLS_E_PK_GENERATION_ERROR` if a seed of that length leads to no such key, `GNUTLS_E_PK_NO_VALIDATION_PARAMS` without
/// a seed, `GNUTLS_E_UNIMPLEMENTED_FEATURE` for keys that are neither RSA nor DSA. Manual: `gnutls_x509_privkey_verify_seed`.
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

/// Makes a fresh key. Manual: `gnutls_x509_privkey_generate`.
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
