/* self-test.h of gnutls-rs, written by tools/headers: do not edit. */
/**
 * @file gnutls/self-test.h
 *
 * Self-tests of the algorithms with known answers.
 */

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
 * @param flags 0, or `GNUTLS_SELF_TEST_FLAG_ALL` for all of them
 * @param cipher the cipher; 0 for all that have a test
 *
 * @return `GNUTLS_E_SUCCESS` (0) if every answer was right, or a negative error code
 * @retval GNUTLS_E_SELF_TEST_ERROR an answer was wrong
 * @retval GNUTLS_E_NO_SELF_TEST there is no test for this cipher
 *
 * Any number of threads may call it.
 */
int gnutls_cipher_self_test(unsigned int flags, gnutls_cipher_algorithm_t cipher);

/**
 * Tests a digest with known answers.
 *
 * No test runs by itself when the library is loaded. A failure changes nothing: the digest stays in
 * use.
 *
 * @param flags 0, or `GNUTLS_SELF_TEST_FLAG_ALL` for all of them
 * @param digest the digest; 0 for all that have a test
 *
 * @return `GNUTLS_E_SUCCESS` (0) if every answer was right, or a negative error code
 * @retval GNUTLS_E_SELF_TEST_ERROR an answer was wrong
 * @retval GNUTLS_E_NO_SELF_TEST there is no test for this digest
 *
 * Any number of threads may call it.
 */
int gnutls_digest_self_test(unsigned int flags, gnutls_digest_algorithm_t digest);

/**
 * Tests HKDF (RFC 5869) with known answers.
 *
 * No test runs by itself when the library is loaded.
 *
 * @param flags 0, or `GNUTLS_SELF_TEST_FLAG_ALL` for all of them
 * @param mac the MAC, `GNUTLS_MAC_SHA256`; 0 for all that have a test
 *
 * @return `GNUTLS_E_SUCCESS` (0) if every answer was right, or a negative error code
 * @retval GNUTLS_E_SELF_TEST_ERROR an answer was wrong
 * @retval GNUTLS_E_NO_SELF_TEST there is no test with this MAC
 *
 * Any number of threads may call it.
 *
 * @see RFC 5869 appendix A
 */
int gnutls_hkdf_self_test(unsigned int flags, gnutls_mac_algorithm_t mac);

/**
 * Tests a MAC with known answers.
 *
 * No test runs by itself when the library is loaded. A failure changes nothing: the MAC stays in use.
 *
 * @param flags 0, or `GNUTLS_SELF_TEST_FLAG_ALL` for all of them
 * @param mac the MAC; 0 for all that have a test
 *
 * @return `GNUTLS_E_SUCCESS` (0) if every answer was right, or a negative error code
 * @retval GNUTLS_E_SELF_TEST_ERROR an answer was wrong
 * @retval GNUTLS_E_NO_SELF_TEST there is no test for this MAC
 *
 * Any number of threads may call it.
 */
int gnutls_mac_self_test(unsigned int flags, gnutls_mac_algorithm_t mac);

/**
 * Tests PBKDF2 (RFC 8018) with known answers.
 *
 * No test runs by itself when the library is loaded.
 *
 * @param flags 0, or `GNUTLS_SELF_TEST_FLAG_ALL` for all of them
 * @param mac the MAC, `GNUTLS_MAC_SHA256`; 0 for all that have a test
 *
 * @return `GNUTLS_E_SUCCESS` (0) if every answer was right, or a negative error code
 * @retval GNUTLS_E_SELF_TEST_ERROR an answer was wrong
 * @retval GNUTLS_E_NO_SELF_TEST there is no test with this MAC
 *
 * Any number of threads may call it.
 *
 * @see RFC 8018 section 5.2
 */
int gnutls_pbkdf2_self_test(unsigned int flags, gnutls_mac_algorithm_t mac);

/**
 * Tests the signatures of a kind of key with known answers, and the agreement of Diffie-Hellman.
 *
 * A signature that was made elsewhere must verify, one made here too, and a changed one must not.
 *
 * @param flags 0, or `GNUTLS_SELF_TEST_FLAG_ALL` for all of them
 * @param pk the kind of key; 0 for all that have a test
 *
 * @return `GNUTLS_E_SUCCESS` (0) if every answer was right, or a negative error code
 * @retval GNUTLS_E_SELF_TEST_ERROR an answer was wrong
 * @retval GNUTLS_E_NO_SELF_TEST there is no test for this kind
 *
 * Any number of threads may call it.
 */
int gnutls_pk_self_test(unsigned int flags, gnutls_pk_algorithm_t pk);

/**
 * Tests the pseudorandom function of TLS with known answers.
 *
 * `GNUTLS_MAC_MD5_SHA1` names that of TLS 1.0 and 1.1, other MACs that of TLS 1.2.
 *
 * @param flags 0, or `GNUTLS_SELF_TEST_FLAG_ALL` for all of them
 * @param mac the MAC; 0 for all that have a test
 *
 * @return `GNUTLS_E_SUCCESS` (0) if every answer was right, or a negative error code
 * @retval GNUTLS_E_SELF_TEST_ERROR an answer was wrong
 * @retval GNUTLS_E_NO_SELF_TEST there is no test with this MAC
 *
 * Any number of threads may call it.
 *
 * @see RFC 5246 section 5
 */
int gnutls_tlsprf_self_test(unsigned int flags, gnutls_mac_algorithm_t mac);

#ifdef __cplusplus
}
#endif

#endif
