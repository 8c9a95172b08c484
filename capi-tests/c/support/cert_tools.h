/* Shared by the tests of certificates: a certificate from PEM. */
#ifndef CERT_TOOLS_H
#define CERT_TOOLS_H
#include <gnutls/x509.h>
#include <string.h>
#include "check.h"
#include "datum.h"

static inline gnutls_x509_crt_t load(const char *pem)
{
	gnutls_x509_crt_t c;
	gnutls_datum_t d = text(pem);
	CHECK(gnutls_x509_crt_init(&c) == 0 && gnutls_x509_crt_import(c, &d, GNUTLS_X509_FMT_PEM) == 0);
	return c;
}

#endif
