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

/// Tests a cipher with known answers.
///
/// No test runs by itself when the library is loaded. A failure changes nothing: the cipher stays in
/// use.
///
/// - `flags`: 0, or `GNUTLS_SELF_TEST_FLAG_ALL` for all of them
/// - `cipher`: the cipher; 0 for all that have a test
///
/// Returns `GNUTLS_E_SUCCESS` (0) if every answer was right, or a negative error code:
/// - `GNUTLS_E_SELF_TEST_ERROR`: an answer was wrong
/// - `GNUTLS_E_NO_SELF_TEST`: there is no test for this cipher
///
/// Any number of threads may call it.
///
/// Manual: `gnutls_cipher_self_test`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_cipher_self_test(flags: c_uint, cipher: gnutls_cipher_algorithm_t) -> c_int {
    guard::unit(|| {
        let all = known::CIPHERS.iter().map(|row| row.0).chain(known::AEADS.iter().map(|row| row.0));
        run(flags, cipher, Cipher::from_raw(cipher), all, known::cipher)
    })
}

/// Tests a MAC with known answers.
///
/// No test runs by itself when the library is loaded. A failure changes nothing: the MAC stays in use.
///
/// - `flags`: 0, or `GNUTLS_SELF_TEST_FLAG_ALL` for all of them
/// - `mac`: the MAC; 0 for all that have a test
///
/// Returns `GNUTLS_E_SUCCESS` (0) if every answer was right, or a negative error code:
/// - `GNUTLS_E_SELF_TEST_ERROR`: an answer was wrong
/// - `GNUTLS_E_NO_SELF_TEST`: there is no test for this MAC
///
/// Any number of threads may call it.
///
/// Manual: `gnutls_mac_self_test`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_mac_self_test(flags: c_uint, mac: gnutls_mac_algorithm_t) -> c_int {
    guard::unit(|| {
        let all = known::MACS.iter().map(|row| row.0);
        run(flags, mac, Mac::from_raw(mac), all, known::mac)
    })
}

/// Tests a digest with known answers.
///
/// No test runs by itself when the library is loaded. A failure changes nothing: the digest stays in
/// use.
///
/// - `flags`: 0, or `GNUTLS_SELF_TEST_FLAG_ALL` for all of them
/// - `digest`: the digest; 0 for all that have a test
///
/// Returns `GNUTLS_E_SUCCESS` (0) if every answer was right, or a negative error code:
/// - `GNUTLS_E_SELF_TEST_ERROR`: an answer was wrong
/// - `GNUTLS_E_NO_SELF_TEST`: there is no test for this digest
///
/// Any number of threads may call it.
///
/// Manual: `gnutls_digest_self_test`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_digest_self_test(flags: c_uint, digest: gnutls_digest_algorithm_t) -> c_int {
    guard::unit(|| {
        let all = known::DIGESTS.iter().map(|row| row.0);
        run(flags, digest, Digest::from_raw(digest), all, known::digest)
    })
}

/// Tests the signatures of a kind of key with known answers, and the agreement of Diffie-Hellman.
///
/// A signature that was made elsewhere must verify, one made here too, and a changed one must not.
///
/// - `flags`: 0, or `GNUTLS_SELF_TEST_FLAG_ALL` for all of them
/// - `pk`: the kind of key; 0 for all that have a test
///
/// Returns `GNUTLS_E_SUCCESS` (0) if every answer was right, or a negative error code:
/// - `GNUTLS_E_SELF_TEST_ERROR`: an answer was wrong
/// - `GNUTLS_E_NO_SELF_TEST`: there is no test for this kind
///
/// Any number of threads may call it.
///
/// Manual: `gnutls_pk_self_test`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_pk_self_test(flags: c_uint, pk: gnutls_pk_algorithm_t) -> c_int {
    guard::unit(|| {
        let all = known::SIGNATURES.iter().map(|row| row.0).chain([Pk::Dh]);
        run(flags, pk, Pk::from_raw(pk), all, known::pk)
    })
}

/// Tests HKDF (RFC 5869) with known answers.
///
/// No test runs by itself when the library is loaded.
///
/// - `flags`: 0, or `GNUTLS_SELF_TEST_FLAG_ALL` for all of them
/// - `mac`: the MAC, `GNUTLS_MAC_SHA256`; 0 for all that have a test
///
/// Returns `GNUTLS_E_SUCCESS` (0) if every answer was right, or a negative error code:
/// - `GNUTLS_E_SELF_TEST_ERROR`: an answer was wrong
/// - `GNUTLS_E_NO_SELF_TEST`: there is no test with this MAC
///
/// Any number of threads may call it.
///
/// RFC 5869 appendix A. Manual: `gnutls_hkdf_self_test`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_hkdf_self_test(flags: c_uint, mac: gnutls_mac_algorithm_t) -> c_int {
    guard::unit(|| run(flags, mac, Mac::from_raw(mac), [Mac::Sha256].into_iter(), known::hkdf))
}

/// Tests PBKDF2 (RFC 8018) with known answers.
///
/// No test runs by itself when the library is loaded.
///
/// - `flags`: 0, or `GNUTLS_SELF_TEST_FLAG_ALL` for all of them
/// - `mac`: the MAC, `GNUTLS_MAC_SHA256`; 0 for all that have a test
///
/// Returns `GNUTLS_E_SUCCESS` (0) if every answer was right, or a negative error code:
/// - `GNUTLS_E_SELF_TEST_ERROR`: an answer was wrong
/// - `GNUTLS_E_NO_SELF_TEST`: there is no test with this MAC
///
/// Any number of threads may call it.
///
/// RFC 8018 section 5.2. Manual: `gnutls_pbkdf2_self_test`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_pbkdf2_self_test(flags: c_uint, mac: gnutls_mac_algorithm_t) -> c_int {
    guard::unit(|| run(flags, mac, Mac::from_raw(mac), [Mac::Sha256].into_iter(), known::pbkdf2))
}

/// Tests the pseudorandom function of TLS with known answers.
///
/// `GNUTLS_MAC_MD5_SHA1` names that of TLS 1.0 and 1.1, other MACs that of TLS 1.2.
///
/// - `flags`: 0, or `GNUTLS_SELF_TEST_FLAG_ALL` for all of them
/// - `mac`: the MAC; 0 for all that have a test
///
/// Returns `GNUTLS_E_SUCCESS` (0) if every answer was right, or a negative error code:
/// - `GNUTLS_E_SELF_TEST_ERROR`: an answer was wrong
/// - `GNUTLS_E_NO_SELF_TEST`: there is no test with this MAC
///
/// Any number of threads may call it.
///
/// RFC 5246 section 5. Manual: `gnutls_tlsprf_self_test`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_tlsprf_self_test(flags: c_uint, mac: gnutls_mac_algorithm_t) -> c_int {
    guard::unit(|| run(flags, mac, Mac::from_raw(mac), known::PRFS.into_iter(), known::tls_prf))
}
