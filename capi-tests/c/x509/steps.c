/* What the function is told that gnutls_x509_trust_list_verify_crt2 takes: which certificate is checked against which issuer, with which
 * result, and what the whole status is where several certificates of a chain are wrong. */
#include <gnutls/gnutls.h>
#include <gnutls/x509.h>
#include "authority.h"

#define INVALID GNUTLS_CERT_INVALID
#define LENGTH "2.5.29.19"
#define PURPOSES "2.5.29.37"

static const struct extension for_clients[] = {
	EXTENSION(PURPOSES, 0, "\x30\x0a\x06\x08\x2b\x06\x01\x05\x05\x07\x03\x02"), { NULL, 0, NULL, 0 }
};
static const struct extension of_length_0[] = {
	EXTENSION(LENGTH, 1, "\x30\x06\x01\x01\xff\x02\x01\x00"), { NULL, 0, NULL, 0 }
};
static const struct extension unknown[] = { EXTENSION("1.2.3.4", 1, "\x05\x00"), { NULL, 0, NULL, 0 } };

static const struct extension unreadable[] = { EXTENSION(NAME_CONSTRAINTS, 1, "\x05\x00"), { NULL, 0, NULL, 0 } };

static char told[1000];

static void name_of(gnutls_x509_crt_t crt, char *out, size_t size)
{
	snprintf(out, size, "-");
	if (crt)
		gnutls_x509_crt_get_dn_by_oid(crt, GNUTLS_OID_X520_COMMON_NAME, 0, 0, out, &size);
}

/* "first by second 0x402", for each step; "-" is no issuer. */
static int step(gnutls_x509_crt_t crt, gnutls_x509_crt_t issuer, gnutls_x509_crl_t crl, unsigned status)
{
	char subject[100], by[100];
	size_t n = strlen(told);
	name_of(crt, subject, sizeof(subject));
	name_of(issuer, by, sizeof(by));
	snprintf(told + n, sizeof(told) - n, "%s%s by %s%s 0x%x", n ? ", " : "", subject, by, crl ? " CRL" : "", status);
	return 0;
}

static void check(const char *what, struct list anchors, struct list chain, unsigned want, const char *steps)
{
	gnutls_typed_vdata_st data = { GNUTLS_DT_KEY_PURPOSE_OID, (unsigned char *)GNUTLS_KP_TLS_WWW_SERVER, 0 };
	gnutls_x509_trust_list_t list;
	gnutls_x509_crt_t certs[4];
	unsigned n = 0, status = 0;
	gnutls_x509_trust_list_init(&list, 0);
	for (int i = 0; anchors.of[i]; i++)
		CHECK(gnutls_x509_trust_list_add_cas(list, &anchors.of[i]->crt, 1, 0) == 1);
	while (chain.of[n])
		certs[n] = chain.of[n]->crt, n++;
	told[0] = 0;
	CHECK(gnutls_x509_trust_list_verify_crt2(list, certs, n, &data, 1, 0, &status, step) == 0);
	if (status != want || strcmp(told, steps)) {
		fprintf(stderr, "%s: 0x%x, not 0x%x: %s, not %s\n", what, status, want, told, steps);
		check_failures++;
	}
	gnutls_x509_trust_list_deinit(list, 0);
}

#define CHAIN(what, want, steps) check(what, LIST(&root), LIST(&end, &b, &a), want, steps)

/* An anchor, two CAs and an end, as the case wants them. GnuTLS looks for anchors by a hash of 127 values: these names have different ones. */
static void with(const char *what, struct plan of_a, struct plan of_b, struct plan of_end, unsigned want, const char *steps)
{
	struct entity root = MAKE("anchor", NULL), a = make("first", &root, of_a), b = make("second", &a, of_b);
	of_end.end = 1;
	struct entity end = make("end", &b, of_end);
	CHAIN(what, want, steps);
	entity_free(&end), entity_free(&b), entity_free(&a), entity_free(&root);
}

#define PLAN(...) ((struct plan){ __VA_ARGS__ })
#define GOOD PLAN(0)
#define OLD PLAN(.from = -9, .to = -8)
#define CLIENTS PLAN(.extensions = for_clients)
#define LENGTH_0 PLAN(.plain = 1, .extensions = of_length_0)
#define UNKNOWN PLAN(.extensions = unknown)
#define UNREADABLE PLAN(.extensions = unreadable)

/* The first step that fails is the last of a path, and its bits are those of the chain. */
static void until_one_fails(void)
{
	with("good", GOOD, GOOD, GOOD, 0, "first by anchor 0x0, second by first 0x0, end by second 0x0");
	with("unknown critical", UNKNOWN, GOOD, GOOD, 0x200002, "first by anchor 0x0, second by first 0x200002");
	with("unknown critical in the end", GOOD, GOOD, UNKNOWN, 0x200002, "first by anchor 0x0, second by first 0x0, end by second 0x200002");
	with("unreadable constraints", UNREADABLE, GOOD, GOOD, 0x10002, "first by anchor 0x0, second by first 0x10002");
	with("unreadable constraints, an old CA", UNREADABLE, OLD, GOOD, 0x10402,
	     "first by anchor 0x0, second by first 0x10402, first by - 0x42");
	/* A CA's purpose is checked before anything else of the step, that of the end certificate aside from the steps. */
	with("a CA for clients", CLIENTS, GOOD, GOOD, 0x40002, "first by anchor 0x0, second by first 0x40002");
	with("a second CA for clients", GOOD, CLIENTS, GOOD, 0x40002, "first by anchor 0x0, second by first 0x0, end by second 0x40002");
	with("a CA for clients, an old end", GOOD, CLIENTS, OLD, 0x40002, "first by anchor 0x0, second by first 0x0, end by second 0x40002");
	with("a CA for clients above one of length 0", CLIENTS, LENGTH_0, GOOD, 0x40002, "first by anchor 0x0, second by first 0x40002");
	with("an end for clients", GOOD, GOOD, CLIENTS, 0x40002, "first by anchor 0x0, second by first 0x0, end by second 0x0");
	with("an end for clients, unknown critical", UNKNOWN, GOOD, CLIENTS, 0x240002, "first by anchor 0x0, second by first 0x200002");
	/* A CA too many is found out where it issues. */
	with("length 0", LENGTH_0, GOOD, GOOD, 0x10002, "first by anchor 0x0, second by first 0x0, end by - 0x10002");
	with("length 0, an old end", LENGTH_0, GOOD, OLD, 0x10002, "first by anchor 0x0, second by first 0x0, end by - 0x10002");
	with("length 0, unknown critical", LENGTH_0, UNKNOWN, GOOD, 0x10002, "first by anchor 0x0, second by first 0x0, end by - 0x10002");
	with("length 0 twice", LENGTH_0, LENGTH_0, GOOD, 0x10002, "first by anchor 0x0, second by first 0x0, end by - 0x10002");
	with("length 0, one for clients", LENGTH_0, CLIENTS, GOOD, 0x40002, "first by anchor 0x0, second by first 0x0, end by second 0x40002");
}

/* A chain that is expired or has no anchor is told once more, from a certificate without an issuer or from an anchor within. */
static void once_more(void)
{
	with("an old end", GOOD, GOOD, OLD, 0x402, "first by anchor 0x0, second by first 0x0, end by second 0x402, first by - 0x42");
	with("an old CA", OLD, GOOD, GOOD, 0x402, "first by anchor 0x402, first by - 0x442");
	with("an old CA below one of length 0", LENGTH_0, OLD, GOOD, 0x402, "first by anchor 0x0, second by first 0x402, first by - 0x42");
	with("an old CA, and an end for clients", OLD, GOOD, CLIENTS, 0x40402, "first by anchor 0x402, first by - 0x442");

	struct entity other = MAKE("other", NULL), root = MAKE("anchor", NULL), a = MAKE("first", &root), b = MAKE("second", &a), end = END(&b);
	check("no anchor", LIST(&other), LIST(&end, &b, &a), 0x42, "first by - 0x42, first by - 0x42");
	check("no anchor, with the root", LIST(&other), LIST(&end, &b, &root), 0x42, "second by - 0x42, second by - 0x42");
	check("no anchor, with the root behind all", LIST(&other), LIST(&end, &b, &a, &root), 0x42, "first by - 0x42, first by - 0x42");
#ifdef OURS
	/* GnuTLS finds the last certificate of a chain alone (docs/differences.md). */
	check("an anchor within", LIST(&b), LIST(&end, &b, &a), 0, "first by - 0x42, second by second 0x0, end by second 0x0");
#endif
	check("the last as anchor", LIST(&a), LIST(&end, &b, &a), 0, "first by - 0x42, first by first 0x0, second by first 0x0, end by second 0x0");
	struct entity late = END(&b, .from = -9, .to = -8);
	check("the last as anchor, an old end", LIST(&a), LIST(&late, &b, &a), 0x402,
	      "first by - 0x42, first by first 0x0, second by first 0x0, end by second 0x402");
	entity_free(&late), entity_free(&end), entity_free(&b), entity_free(&a), entity_free(&root), entity_free(&other);
}

int main(void)
{
	until_one_fails();
	once_more();
	return check_result();
}
