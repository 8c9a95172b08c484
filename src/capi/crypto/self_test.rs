//! Self tests.
use crate::abi::*;
use crate::alg::ids::{Cipher, Digest, Mac, Pk};
use crate::capi::ffi::guard;
use crate::crypto::self_test as known;
use crate::error::{Error, Result};

/// Runs one test, or all if the flag asks for them or no algorithm is named.
fn run<A: Copy>(
    flags: c_uint,
    raw: u32,
    algorithm: Option<A>,
    mut all: impl Iterator<Item = A>,
    test: impl Fn(A) -> Result<()>,
) -> Result<()> {
    if flags & GNUTLS_SELF_TEST_FLAG_ALL != 0 || raw == 0 {
        return all.try_for_each(test);
    }
    test(algorithm.ok_or(Error::new(GNUTLS_E_NO_SELF_TEST))?)
}

/// Tests a cipher, or every one with `GNUTLS_SELF_TEST_FLAG_ALL`. `GNUTLS_E_NO_SELF_TEST` for a cipher without
/// a test, `GNUTLS_E_SELF_TEST_ERROR` for a wrong answer. Manual: `gnutls_cipher_self_test`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_cipher_self_test(flags: c_uint, cipher: gnutls_cipher_algorithm_t) -> c_int {
    guard::unit(|| {
        let all = known::CIPHERS.iter().map(|row| row.0).chain(known::AEADS.iter().map(|row| row.0));
        run(flags, cipher, Cipher::from_raw(cipher), all, known::cipher)
    })
}

/// Tests a MAC; as `gnutls_cipher_self_test`. Manual: `gnutls_mac_self_test`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_mac_self_test(flags: c_uint, mac: gnutls_mac_algorithm_t) -> c_int {
    guard::unit(|| {
        let all = known::MACS.iter().map(|row| row.0);
        run(flags, mac, Mac::from_raw(mac), all, known::mac)
    })
}

/// Tests a digest; as `gnutls_cipher_self_test`. Manual: `gnutls_digest_self_test`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_digest_self_test(flags: c_uint, digest: gnutls_digest_algorithm_t) -> c_int {
    guard::unit(|| {
        let all = known::DIGESTS.iter().map(|row| row.0);
        run(flags, digest, Digest::from_raw(digest), all, known::digest)
    })
}

/// Tests signatures, and the agreement of DH; as `gnutls_cipher_self_test`.
/// Manual: `gnutls_pk_self_test`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_pk_self_test(flags: c_uint, pk: gnutls_pk_algorithm_t) -> c_int {
    guard::unit(|| {
        let all = known::SIGNATURES.iter().map(|row| row.0).chain([Pk::Dh]);
        run(flags, pk, Pk::from_raw(pk), all, known::pk)
    })
}

/// Tests HKDF with a MAC; as `gnutls_cipher_self_test`. Manual: `gnutls_hkdf_self_test`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_hkdf_self_test(flags: c_uint, mac: gnutls_mac_algorithm_t) -> c_int {
    guard::unit(|| run(flags, mac, Mac::from_raw(mac), [Mac::Sha256].into_iter(), known::hkdf))
}

/// Tests PBKDF2 with a MAC; as `gnutls_cipher_self_test`. Manual: `gnutls_pbkdf2_self_test`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_pbkdf2_self_test(flags: c_uint, mac: gnutls_mac_algorithm_t) -> c_int {
    guard::unit(|| run(flags, mac, Mac::from_raw(mac), [Mac::Sha256].into_iter(), known::pbkdf2))
}

/// Tests the PRF of TLS 1.2 with a MAC, or with `GNUTLS_MAC_MD5_SHA1` that of TLS 1.0; as `gnutls_cipher_self_test`. Manual: `gnutls_tlsprf_self_test`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_tlsprf_self_test(flags: c_uint, mac: gnutls_mac_algorithm_t) -> c_int {
    guard::unit(|| run(flags, mac, Mac::from_raw(mac), known::PRFS.into_iter(), known::tls_prf))
}
