/* PKCS #7 structures, written and read again: GnuTLS looks only into those that were read. */
#ifndef PKCS7_TOOLS_H
#define PKCS7_TOOLS_H
#include <gnutls/abstract.h>
#include <gnutls/pkcs7.h>
#include "authority.h"
#include "datum.h"
#include "der.h"

#define SIGNED_DATA "1.2.840.113549.1.7.2"
#define PLAIN_DATA "1.2.840.113549.1.7.1"

static inline gnutls_pkcs7_t pkcs7_new(void)
{
	gnutls_pkcs7_t p = NULL;
	CHECK(gnutls_pkcs7_init(&p) == 0);
	return p;
}

static inline gnutls_pkcs7_t pkcs7_read(gnutls_datum_t der)
{
	gnutls_pkcs7_t p = pkcs7_new();
	CHECK(gnutls_pkcs7_import(p, &der, GNUTLS_X509_FMT_DER) == 0);
	return p;
}

/* Frees the structure and returns one that was read from its bytes. */
static inline gnutls_pkcs7_t pkcs7_again(gnutls_pkcs7_t p)
{
	gnutls_datum_t der = { NULL, 0 };
	CHECK(gnutls_pkcs7_export2(p, GNUTLS_X509_FMT_DER, &der) == 0);
	gnutls_pkcs7_deinit(p);
	p = pkcs7_read(der);
	gnutls_free(der.data);
	return p;
}

static inline gnutls_privkey_t pkcs7_key(const struct entity *e)
{
	gnutls_privkey_t key;
	gnutls_privkey_init(&key);
	CHECK(gnutls_privkey_import_x509(key, e->key, GNUTLS_PRIVKEY_IMPORT_COPY) == 0);
	return key;
}

/* Signs with the key of an entity. */
static inline int pkcs7_sign(gnutls_pkcs7_t p, const struct entity *e, const gnutls_datum_t *data, gnutls_pkcs7_attrs_t attrs,
			     gnutls_digest_algorithm_t digest, unsigned flags)
{
	gnutls_privkey_t key = pkcs7_key(e);
	int code = gnutls_pkcs7_sign(p, e->crt, key, data, attrs, NULL, digest, flags);
	gnutls_privkey_deinit(key);
	return code;
}

/* Signed data that embeds a text. */
static inline gnutls_pkcs7_t pkcs7_of(const struct entity *e, const char *content, unsigned flags)
{
	gnutls_pkcs7_t p = pkcs7_new();
	gnutls_datum_t data = text(content);
	CHECK(pkcs7_sign(p, e, &data, NULL, GNUTLS_DIG_SHA256, flags | GNUTLS_PKCS7_EMBED_DATA) == 0);
	return pkcs7_again(p);
}

static inline struct der pkcs7_der(gnutls_pkcs7_t p)
{
	gnutls_datum_t out = { NULL, 0 };
	CHECK(gnutls_pkcs7_export2(p, GNUTLS_X509_FMT_DER, &out) == 0);
	struct der d = der_bytes(out.data, out.size);
	gnutls_free(out.data);
	return d;
}

/* Signed data of hand-made parts: algorithms of digests, content, and the signers' information. */
static inline struct der pkcs7_wrapped(struct der digests, struct der content, struct der signers)
{
	return SEQ(der_oid(SIGNED_DATA),
		   ELEMENT(0xa0, SEQ(LIT("\2\1\1"), der_element(0x31, digests), content, der_element(0x31, signers))));
}
#endif
