/* What the tests of keys share: hex as a datum, keys read and compared. */
#ifndef KEY_TOOLS_H
#define KEY_TOOLS_H
#include <gnutls/abstract.h>
#include <gnutls/gnutls.h>
#include <string.h>
#include "check.h"
#include "datum.h"

/* The caller frees them. */
static inline gnutls_datum_t bytes(const char *hex)
{
	gnutls_datum_t in = text(hex), out = { NULL, 0 };
	CHECK(gnutls_hex_decode2(&in, &out) == 0);
	return out;
}

static inline int same(const gnutls_datum_t *a, const gnutls_datum_t *b)
{
	return a->size == b->size && memcmp(a->data, b->data, a->size) == 0;
}

static inline gnutls_privkey_t load(const char *pem)
{
	gnutls_privkey_t k;
	gnutls_datum_t d = text(pem);
	CHECK(gnutls_privkey_init(&k) == 0);
	CHECK(gnutls_privkey_import_x509_raw(k, &d, GNUTLS_X509_FMT_PEM, NULL, 0) == 0);
	return k;
}

static inline gnutls_pubkey_t public_of(gnutls_privkey_t k)
{
	gnutls_pubkey_t p;
	CHECK(gnutls_pubkey_init(&p) == 0);
	CHECK(gnutls_pubkey_import_privkey(p, k, 0, 0) == 0);
	return p;
}

#endif
