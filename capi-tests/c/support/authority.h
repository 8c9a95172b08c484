/* Certificates and revocation lists that the library generates, with one type of key and arbitrary extensions. */
#ifndef AUTHORITY_H
#define AUTHORITY_H
#include <stdlib.h>
#include <time.h>
#include <gnutls/abstract.h>
#include "cert_tools.h"

#define DAY 86400

/* A certificate with its key. */
struct entity { gnutls_x509_crt_t crt; gnutls_x509_privkey_t key; };

/* An extension: its type, whether it is critical, its content. Lists end with one without a type. */
struct extension { const char *oid; int critical; const void *value; size_t size; };
#define EXTENSION(oid, critical, value) { oid, critical, value, sizeof(value) - 1 }

#define NAME_CONSTRAINTS "2.5.29.30"
#define TLS_FEATURES "1.3.6.1.5.5.7.1.24"

/* The contents of a certificate; 0 is the default of each field. */
struct plan {
	const char *dn; /* "CN=name" if NULL */
	int version; /* 3 */
	int plain; /* without basicConstraints and keyUsage */
	int end; /* an end certificate for the host www.example.com */
	const char *host; /* another host of it */
	long from, to; /* days from now: -2, 1000 */
	gnutls_digest_algorithm_t digest; /* SHA-256 */
	const struct entity *same_key; /* uses the key of another certificate */
	const struct extension *extensions;
};

static inline unsigned char next_serial(void)
{
	static unsigned char serial;
	return ++serial;
}

/* A certificate issued by `issuer`, or self-signed if that is NULL. */
static inline struct entity make(const char *name, const struct entity *issuer, struct plan p)
{
	struct entity e;
	char dn[200];
	unsigned char serial = next_serial();
	time_t now = time(NULL);
	snprintf(dn, sizeof(dn), "CN=%s", name);
	gnutls_x509_privkey_init(&e.key);
	if (p.same_key)
		CHECK(gnutls_x509_privkey_cpy(e.key, p.same_key->key) == 0);
	else
		CHECK(gnutls_x509_privkey_generate(e.key, GNUTLS_PK_ECDSA, GNUTLS_CURVE_TO_BITS(GNUTLS_ECC_CURVE_SECP256R1), 0) == 0);
	gnutls_x509_crt_t c;
	gnutls_x509_crt_init(&c);
	gnutls_x509_crt_set_version(c, p.version ? p.version : 3);
	gnutls_x509_crt_set_serial(c, &serial, 1);
	gnutls_x509_crt_set_activation_time(c, now + (p.from || p.to ? p.from : -2) * DAY);
	gnutls_x509_crt_set_expiration_time(c, now + (p.to ? p.to : 1000) * DAY);
	CHECK(gnutls_x509_crt_set_dn(c, p.dn ? p.dn : dn, NULL) == 0);
	CHECK(gnutls_x509_crt_set_key(c, e.key) == 0);
	if (p.end) {
		const char *host = p.host ? p.host : "www.example.com";
		CHECK(gnutls_x509_crt_set_subject_alt_name(c, GNUTLS_SAN_DNSNAME, host, strlen(host), GNUTLS_FSAN_SET) == 0);
	} else if (!p.plain) {
		CHECK(gnutls_x509_crt_set_basic_constraints(c, 1, -1) == 0);
		CHECK(gnutls_x509_crt_set_key_usage(c, GNUTLS_KEY_KEY_CERT_SIGN | GNUTLS_KEY_CRL_SIGN) == 0);
	}
	for (const struct extension *x = p.extensions; x && x->oid; x++)
		CHECK(gnutls_x509_crt_set_extension_by_oid(c, x->oid, x->value, x->size, x->critical) == 0);
	CHECK(gnutls_x509_crt_sign2(c, issuer ? issuer->crt : c, issuer ? issuer->key : e.key, p.digest ? p.digest : GNUTLS_DIG_SHA256, 0) == 0);
	/* Imported from its bytes, like a peer's. */
	gnutls_datum_t der;
	CHECK(gnutls_x509_crt_export2(c, GNUTLS_X509_FMT_DER, &der) == 0);
	gnutls_x509_crt_deinit(c);
	gnutls_x509_crt_init(&e.crt);
	CHECK(gnutls_x509_crt_import(e.crt, &der, GNUTLS_X509_FMT_DER) == 0);
	gnutls_free(der.data);
	return e;
}

#define MAKE(name, issuer, ...) make(name, issuer, (struct plan){ __VA_ARGS__ })
#define END(issuer, ...) MAKE("end", issuer, .end = 1, ##__VA_ARGS__)

static inline void entity_free(struct entity *e)
{
	gnutls_x509_crt_deinit(e->crt);
	gnutls_x509_privkey_deinit(e->key);
}

/* A revocation list from some days ago with one certificate or none. */
static inline gnutls_x509_crl_t revocation_list(const struct entity *issuer, gnutls_x509_crt_t revoked, long from)
{
	gnutls_x509_crl_t made, crl;
	gnutls_datum_t der;
	gnutls_x509_crl_init(&made);
	gnutls_x509_crl_set_version(made, 2);
	gnutls_x509_crl_set_this_update(made, time(NULL) + from * DAY);
	gnutls_x509_crl_set_next_update(made, time(NULL) + 100 * DAY);
	gnutls_x509_crl_set_number(made, "\1", 1);
	CHECK(gnutls_x509_crl_set_crt_serial(made, "\x77", 1, time(NULL)) == 0);
	if (revoked)
		CHECK(gnutls_x509_crl_set_crt(made, revoked, time(NULL)) == 0);
	CHECK(gnutls_x509_crl_sign2(made, issuer->crt, issuer->key, GNUTLS_DIG_SHA256, 0) == 0);
	CHECK(gnutls_x509_crl_export2(made, GNUTLS_X509_FMT_DER, &der) == 0);
	gnutls_x509_crl_deinit(made);
	gnutls_x509_crl_init(&crl);
	CHECK(gnutls_x509_crl_import(crl, &der, GNUTLS_X509_FMT_DER) == 0);
	gnutls_free(der.data);
	return crl;
}

/* Lists of up to four, which end with NULL. */
struct list { const struct entity *of[5]; };
#define LIST(...) ((struct list){ { __VA_ARGS__ } })

static inline unsigned status_of(struct list anchors, struct list chain, gnutls_x509_crl_t first, gnutls_x509_crl_t second,
				 unsigned flags)
{
	gnutls_x509_trust_list_t list;
	gnutls_x509_crt_t certs[4];
	unsigned n = 0, status = ~0u;
	gnutls_x509_trust_list_init(&list, 0);
	for (int i = 0; anchors.of[i]; i++)
		CHECK(gnutls_x509_trust_list_add_cas(list, &anchors.of[i]->crt, 1, 0) == 1);
	if (first)
		CHECK(gnutls_x509_trust_list_add_crls(list, &first, 1, 0, 0) == 1);
	if (second)
		CHECK(gnutls_x509_trust_list_add_crls(list, &second, 1, 0, 0) == 1);
	while (chain.of[n])
		certs[n] = chain.of[n]->crt, n++;
	CHECK(gnutls_x509_trust_list_verify_crt(list, certs, n, flags, &status, NULL) == 0);
	gnutls_x509_trust_list_deinit(list, 0);
	return status;
}

/* The status bits besides "invalid". */
#define STATUS(want, ...) \
	do { \
		unsigned got = status_of(__VA_ARGS__), wanted = want; \
		wanted |= wanted ? GNUTLS_CERT_INVALID : 0; \
		if (got != wanted) { \
			fprintf(stderr, "%s:%d: %s: 0x%x, not 0x%x\n", __FILE__, __LINE__, #__VA_ARGS__, got, wanted); \
			check_failures++; \
		} \
	} while (0)
#endif
