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
 * Tests a cipher, or every one with `GNUTLS_SELF_TEST_FLAG_ALL`. `GNUTLS_E_NO_SELF_TEST` for a cipher without
 * a test, `GNUTLS_E_SELF_TEST_ERROR` for a wrong answer. Manual: `gnutls_cipher_self_test`.
 */
int gnutls_cipher_self_test(unsigned int flags, gnutls_cipher_algorithm_t cipher);

/**
 * Tests a digest; as `gnutls_cipher_self_test`. Manual: `gnutls_digest_self_test`.
 */
int gnutls_digest_self_test(unsigned int flags, gnutls_digest_algorithm_t digest);

/**
 * Tests HKDF with a MAC; as `gnutls_cipher_self_test`. Manual: `gnutls_hkdf_self_test`.
 */
int gnutls_hkdf_self_test(unsigned int flags, gnutls_mac_algorithm_t mac);

/**
 * Tests a MAC; as `gnutls_cipher_self_test`. Manual: `gnutls_mac_self_test`.
 */
int gnutls_mac_self_test(unsigned int flags, gnutls_mac_algorithm_t mac);

/**
 * Tests PBKDF2 with a MAC; as `gnutls_cipher_self_test`. Manual: `gnutls_pbkdf2_self_test`.
 */
int gnutls_pbkdf2_self_test(unsigned int flags, gnutls_mac_algorithm_t mac);

/**
 * Tests signatures, and the agreement of DH; as `gnutls_cipher_self_test`.
 * Manual: `gnutls_pk_self_test`.
 */
int gnutls_pk_self_test(unsigned int flags, gnutls_pk_algorithm_t pk);

/**
 * Tests the PRF of TLS 1.2 with a MAC, or with `GNUTLS_MAC_MD5_SHA1` that of TLS 1.0; as `gnutls_cipher_self_test`. Manual: `gnutls_tlsprf_self_test`.
 */
int gnutls_tlsprf_self_test(unsigned int flags,
                            gnutls_mac_algorithm_t mac);

#ifdef __cplusplus
}
#endif

#endif
