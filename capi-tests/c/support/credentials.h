/* Credentials for the sessions of tests. */
#ifndef CREDENTIALS_H
#define CREDENTIALS_H
#include <gnutls/gnutls.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "certs.h"
#include "datum.h"
#include "identities.h"

/* Credentials with or without a chain and its key, which trust the test root. A failure ends the test. */
static inline gnutls_certificate_credentials_t credentials(const char *leaf, const char *key)
{
	gnutls_certificate_credentials_t cred;
	gnutls_datum_t root = text(root_pem);
	if (gnutls_certificate_allocate_credentials(&cred) < 0)
		abort();
	if (gnutls_certificate_set_x509_trust_mem(cred, &root, GNUTLS_X509_FMT_PEM) != 1)
		abort();
	if (leaf) {
		char chain[8192];
		gnutls_datum_t k = text(key), c;
		snprintf(chain, sizeof chain, "%s%s", leaf, inter_pem);
		c = text(chain);
		if (gnutls_certificate_set_x509_key_mem(cred, &c, &k, GNUTLS_X509_FMT_PEM) < 0)
			abort();
	}
	return cred;
}
#endif
