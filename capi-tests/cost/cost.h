/* Inputs of the cases: hand-made certificates, with invalid signatures or signed by the only key of the tests. */
#ifndef COST_H
#define COST_H
#include <errno.h>
#include <gnutls/abstract.h>
#include <gnutls/gnutls.h>
#include <gnutls/x509-ext.h>
#include <gnutls/x509.h>
#include <stdio.h>
#include "../c/support/certs.h"
#include "../c/support/der.h"

#define OID_SAN "\x06\x03\x55\x1d\x11"
#define OID_PURPOSES "\x06\x03\x55\x1d\x25"
#define OID_CONSTRAINTS "\x06\x03\x55\x1d\x1e"
#define OID_POLICIES "\x06\x03\x55\x1d\x20"
#define OID_POINTS "\x06\x03\x55\x1d\x1f"
#define OID_BASIC "\x06\x03\x55\x1d\x13\x01\x01\xff"
#define ED25519 LIT("\x30\x05\x06\x03\x2b\x65\x70")

static inline void need(int code)
{
	if (code >= 0)
		return;
	fprintf(stderr, "%s\n", gnutls_strerror_name(code));
	exit(2);
}

static inline void must(int condition, const char *what)
{
	if (condition)
		return;
	fprintf(stderr, "%s\n", what);
	exit(2);
}

static inline struct der number(int tag, unsigned n)
{
	unsigned char b[5] = { 0, n >> 24, n >> 16, n >> 8, n };
	return der_element(tag, der_bytes(b, sizeof b));
}

/* `count` elements that `make` gives. */
static inline struct der repeated(unsigned count, struct der (*make)(unsigned))
{
	struct der *parts = calloc(count + 1, sizeof *parts), all;
	for (unsigned i = 0; i < count; i++)
		parts[i] = make(i);
	all = der_join(parts, count);
	free(parts);
	return all;
}

static inline struct der rdn(unsigned i)
{
	char text[20];
	int n = snprintf(text, sizeof text, "part %u", i);
	return der_element(0x31, der_element(0x30, JOIN(LIT("\x06\x03\x55\x04\x0b"), der_element(0x0c, der_bytes(text, n)))));
}

static inline struct der dns_name(unsigned i)
{
	char text[30];
	int n = snprintf(text, sizeof text, "h%u.example.org", i);
	return der_element(0x82, der_bytes(text, n));
}

static inline struct der purpose(unsigned i)
{
	unsigned char oid[] = { 6, 5, 0x2a, 3, 4, 0x81 + (i >> 7), i & 0x7f };
	return der_bytes(oid, sizeof oid);
}

static inline struct der subtree(unsigned i)
{
	return der_element(0x30, dns_name(i));
}

static inline struct der unknown_extension(unsigned i)
{
	return der_element(0x30, JOIN(purpose(i), der_element(4, LIT("\x05\x00"))));
}

static inline struct der extension(struct der oid, struct der value)
{
	return der_element(0x30, JOIN(oid, der_element(4, value)));
}

/* The signed part of a certificate; its issuer, its subject and its extensions without their heads. */
static inline struct der signed_part(unsigned serial, struct der issuer, struct der subject, int expired, struct der spki,
				     struct der extensions)
{
	struct der validity = der_element(0x30, JOIN(LIT("\x17\x0d" "250101000000Z"),
		expired ? LIT("\x17\x0d" "250102000000Z") : LIT("\x17\x0d" "350101000000Z")));
	return der_element(0x30, JOIN(LIT("\xa0\x03\x02\x01\x02"), number(2, serial), ED25519, der_element(0x30, issuer), validity,
		der_element(0x30, subject), spki,
		extensions.n ? der_element(0xa3, der_element(0x30, extensions)) : extensions));
}

static inline struct der with_signature(struct der tbs, const unsigned char *signature)
{
	unsigned char bits[65] = { 0 };
	if (signature)
		memcpy(bits + 1, signature, 64);
	return der_element(0x30, JOIN(tbs, ED25519, der_element(3, der_bytes(bits, sizeof bits))));
}

/* A public key of Ed25519 whose private half is not known. */
#define MADE_UP_KEY LIT("\x30\x2a\x30\x05\x06\x03\x2b\x65\x70\x03\x21\x00" "0123456789abcdef0123456789abcdef")

/* A certificate with a made-up signature. */
static inline struct der certificate(unsigned serial, struct der subject, struct der extensions)
{
	return with_signature(signed_part(serial, rdn(0), subject, 0, MADE_UP_KEY, extensions), NULL);
}

static inline gnutls_x509_crt_t imported(struct der d)
{
	gnutls_datum_t datum = { d.p, d.n };
	gnutls_x509_crt_t crt;
	need(gnutls_x509_crt_init(&crt));
	need(gnutls_x509_crt_import(crt, &datum, GNUTLS_X509_FMT_DER));
	return crt;
}

static inline gnutls_x509_crt_t with_names(unsigned n)
{
	return imported(certificate(1, rdn(0), extension(LIT(OID_SAN), der_element(0x30, repeated(n, dns_name)))));
}

/* A case: `before` makes what `run` works on, and only `run` is counted. */
struct work {
	const char *name;
	void (*before)(unsigned n);
	void (*run)(unsigned n);
	unsigned n;
};

extern const struct work paths[], messages[], datagrams[];
#endif
