/* self-test.h of gnutls-rs, written by tools/headers: do not edit. */

#ifndef GNUTLS_SELF_TEST_H
#define GNUTLS_SELF_TEST_H

#include <gnutls/gnutls.h>

#ifdef __cplusplus
extern "C" {
#endif

#define GNUTLS_SELF_TEST_FLAG_ALL 1
#define GNUTLS_SELF_TEST_FLAG_NO_COMPAT 2

/* Not written yet: these fail as their manual pages have it. */
int gnutls_cipher_self_test(unsigned, gnutls_cipher_algorithm_t);
int gnutls_digest_self_test(unsigned, gnutls_digest_algorithm_t);
int gnutls_hkdf_self_test(unsigned, gnutls_mac_algorithm_t);
int gnutls_mac_self_test(unsigned, gnutls_mac_algorithm_t);
int gnutls_pbkdf2_self_test(unsigned, gnutls_mac_algorithm_t);
int gnutls_pk_self_test(unsigned, gnutls_pk_algorithm_t);
int gnutls_tlsprf_self_test(unsigned, gnutls_mac_algorithm_t);

#ifdef __cplusplus
}
#endif

#endif
