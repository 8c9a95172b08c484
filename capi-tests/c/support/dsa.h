/* A server with DSA, which no file of certificates has: its key is made by the test. */
#ifndef DSA_H
#define DSA_H
#include <time.h>
#include <gnutls/x509.h>
#include "sessions.h"

/* Credentials with a self-signed DSA certificate. */
static inline gnutls_certificate_credentials_t dsa_credentials(void)
{
	gnutls_certificate_credentials_t cred = credentials(NULL, NULL);
	gnutls_x509_privkey_t key;
	gnutls_x509_crt_t crt;
	CHECK_IS(gnutls_x509_privkey_init(&key), 0);
	CHECK_IS(gnutls_x509_privkey_generate(key, GNUTLS_PK_DSA, 2048, 0), 0);
	CHECK_IS(gnutls_x509_crt_init(&crt), 0);
	gnutls_x509_crt_set_version(crt, 3);
	gnutls_x509_crt_set_serial(crt, "1", 1);
	gnutls_x509_crt_set_activation_time(crt, time(NULL) - 86400);
	gnutls_x509_crt_set_expiration_time(crt, time(NULL) + 86400);
	CHECK_IS(gnutls_x509_crt_set_dn(crt, "CN=dsa", NULL), 0);
	CHECK_IS(gnutls_x509_crt_set_key(crt, key), 0);
	CHECK_IS(gnutls_x509_crt_sign2(crt, crt, key, GNUTLS_DIG_SHA256, 0), 0);
	CHECK_IS(gnutls_certificate_set_x509_key(cred, &crt, 1, key), 0);
	gnutls_x509_crt_deinit(crt);
	gnutls_x509_privkey_deinit(key);
	return cred;
}
#endif
