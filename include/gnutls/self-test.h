/* self-test.h of gnutls-rs, written by tools/headers: do not edit. */

#ifndef GNUTLS_SELF_TEST_H
#define GNUTLS_SELF_TEST_H

#include <gnutls/gnutls.h>

#ifdef __cplusplus
extern "C" {
#endif

#define GNUTLS_SELF_TEST_FLAG_ALL 1
#define GNUTLS_SELF_TEST_FLAG_NO_COMPAT 2

/**
 * Tests a cipher with known answers.
 *
 * No test runs by itself when the library is loaded. A failure changes nothing: the cipher stays in
 * use.
 *
 * - `flags`: 0, or `GNUTLS_SELF_TEST_FLAG_ALL` for all of them
 * - `cipher`: the cipher; 0 for all that have a test
 *
 * Returns `GNUTLS_E_SUCCESS` (0) if every answer was right, or a negative error code:
 * - `GNUTLS_E_SELF_TEST_ERROR`: an answer was wrong
 * - `GNUTLS_E_NO_SELF_TEST`: there is no test for this cipher
 *
 * Any number of threads may call it.
 *
 * Manual: `gnutls_cipher_self_test`.
 */
int gnutls_cipher_self_test(unsigned int flags, gnutls_cipher_algorithm_t cipher);

/**
 * Tests a digest with known answers.
 *
 * No test runs by itself when the library is loaded. A failure changes nothing: the digest stays in
 * use.
 *
 * - `flags`: 0, or `GNUTLS_SELF_TEST_FLAG_ALL` for all of them
 * - `digest`: the digest; 0 for all that have a test
 *
 * Returns `GNUTLS_E_SUCCESS` (0) if every answer was right, or a negative error code:
 * - `GNUTLS_E_SELF_TEST_ERROR`: an answer was wrong
 * - `GNUTLS_E_NO_SELF_TEST`: there is no test for this digest
 *
 * Any number of threads may call it.
 *
 * Manual: `gnutls_digest_self_test`.
 */
int gnutls_digest_self_test(unsigned int flags, gnutls_digest_algorithm_t digest);

/**
 * Tests HKDF (RFC 5869) with known answers.
 *
 * No test runs by itself when the library is loaded.
 *
 * - `flags`: 0, or `GNUTLS_SELF_TEST_FLAG_ALL` for all of them
 * - `mac`: the MAC, `GNUTLS_MAC_SHA256`; 0 for all that have a test
 *
 * Returns `GNUTLS_E_SUCCESS` (0) if every answer was right, or a negative error code:
 * - `GNUTLS_E_SELF_TEST_ERROR`: an answer was wrong
 * - `GNUTLS_E_NO_SELF_TEST`: there is no test with this MAC
 *
 * Any number of threads may call it.
 *
 * RFC 5869 appendix A. Manual: `gnutls_hkdf_self_test`.
 */
int gnutls_hkdf_self_test(unsigned int flags, gnutls_mac_algorithm_t mac);

/**
 * Tests a MAC with known answers.
 *
 * No test runs by itself when the library is loaded. A failure changes nothing: the MAC stays in use.
 *
 * - `flags`: 0, or `GNUTLS_SELF_TEST_FLAG_ALL` for all of them
 * - `mac`: the MAC; 0 for all that have a test
 *
 * Returns `GNUTLS_E_SUCCESS` (0) if every answer was right, or a negative error code:
 * - `GNUTLS_E_SELF_TEST_ERROR`: an answer was wrong
 * - `GNUTLS_E_NO_SELF_TEST`: there is no test for this MAC
 *
 * Any number of threads may call it.
 *
 * Manual: `gnutls_mac_self_test`.
 */
int gnutls_mac_self_test(unsigned int flags, gnutls_mac_algorithm_t mac);

/**
 * Tests PBKDF2 (RFC 8018) with known answers.
 *
 * No test runs by itself when the library is loaded.
 *
 * - `flags`: 0, or `GNUTLS_SELF_TEST_FLAG_ALL` for all of them
 * - `mac`: the MAC, `GNUTLS_MAC_SHA256`; 0 for all that have a test
 *
 * Returns `GNUTLS_E_SUCCESS` (0) if every answer was right, or a negative error code:
 * - `GNUTLS_E_SELF_TEST_ERROR`: an answer was wrong
 * - `GNUTLS_E_NO_SELF_TEST`: there is no test with this MAC
 *
 * Any number of threads may call it.
 *
 * RFC 8018 section 5.2. Manual: `gnutls_pbkdf2_self_test`.
 */
int gnutls_pbkdf2_self_test(unsigned int flags, gnutls_mac_algorithm_t mac);

/**
 * Tests the signatures of a kind of key with known answers, and the agreement of Diffie-Hellman.
 *
 * A signature that was made elsewhere must verify, one made here too, and a changed one must not.
 *
 * - `flags`: 0, or `GNUTLS_SELF_TEST_FLAG_ALL` for all of them
 * - `pk`: the kind of key; 0 for all that have a test
 *
 * Returns `GNUTLS_E_SUCCESS` (0) if every answer was right, or a negative error code:
 * - `GNUTLS_E_SELF_TEST_ERROR`: an answer was wrong
 * - `GNUTLS_E_NO_SELF_TEST`: there is no test for this kind
 *
 * Any number of threads may call it.
 *
 * Manual: `gnutls_pk_self_test`.
 */
int gnutls_pk_self_test(unsigned int flags, gnutls_pk_algorithm_t pk);

/**
 * Tests the pseudorandom function of TLS with known answers.
 *
 * `GNUTLS_MAC_MD5_SHA1` names that of TLS 1.0 and 1.1, other MACs that of TLS 1.2.
 *
 * - `flags`: 0, or `GNUTLS_SELF_TEST_FLAG_ALL` for all of them
 * - `mac`: the MAC; 0 for all that have a test
 *
 * Returns `GNUTLS_E_SUCCESS` (0) if every answer was right, or a negative error code:
 * - `GNUTLS_E_SELF_TEST_ERROR`: an answer was wrong
 * - `GNUTLS_E_NO_SELF_TEST`: there is no test with this MAC
 *
 * Any number of threads may call it.
 *
 * RFC 5246 section 5. Manual: `gnutls_tlsprf_self_test`.
 */
int gnutls_tlsprf_self_test(unsigned int flags, gnutls_mac_algorithm_t mac);

#ifdef __cplusplus
}
#endif

#endif
