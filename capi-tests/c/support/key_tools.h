/* Shared by the tests of keys: hex as a datum, and functions that import and compare keys. */
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

/* The result of gnutls_pubkey_verify_hash2 for a valid signature. */
#if GNUTLS_VERSION_NUMBER < 0x030800
#define GOOD_HASH 0
#else
#define GOOD_HASH 1
#endif

#if GNUTLS_VERSION_NUMBER >= 0x03080d
/* Debian builds 3.8.13 without ML-DSA and ML-KEM: keys can be neither generated nor imported. */
static inline int has_mldsa(void)
{
	gnutls_privkey_t k;
	int r;
	CHECK(gnutls_privkey_init(&k) == 0);
	r = gnutls_privkey_generate(k, GNUTLS_PK_MLDSA44, 0, 0);
	CHECK(r == (REFERENCE_3_8 && r != 0 ? GNUTLS_E_UNSUPPORTED_SIGNATURE_ALGORITHM : 0));
	gnutls_privkey_deinit(k);
	return r == 0;
}
#endif

#endif
