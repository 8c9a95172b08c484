/* Paths that a trust list accepts and refuses: constraints that cannot be read, inherited features,
 * several revocation lists, pinned certificates, anchors in the middle, names in other forms, weak anchors. */
#include <gnutls/gnutls.h>
#include <gnutls/x509.h>
#include "authority.h"

#define CONSTRAINTS GNUTLS_CERT_SIGNER_CONSTRAINTS_FAILURE

/* The status of a host's certificate below an authority with this extension. */
static void below(const struct entity *root, const char *what, const struct extension extension, const char *host, unsigned want)
{
	const struct extension list[] = { extension, { NULL, 0, NULL, 0 } };
	struct entity authority = MAKE(what, root, .extensions = list), end = END(&authority, .host = host);
	unsigned got = status_of(LIST(root), LIST(&end, &authority), NULL, NULL, 0), wanted = want;
	wanted |= want ? GNUTLS_CERT_INVALID : 0;
	if (got != wanted) {
		fprintf(stderr, "%s, %s: 0x%x, not 0x%x\n", what, host, got, wanted);
		check_failures++;
	}
	entity_free(&end), entity_free(&authority);
}

static void name_constraints(const struct entity *root)
{
#define CASE(what, value, host, want) below(root, what, (struct extension)EXTENSION(NAME_CONSTRAINTS, 1, value), host, want)
	CASE("permitted", "\x30\x11\xa0\x0f\x30\x0d\x82\x0b" "example.com", "www.example.com", 0);
	CASE("permitted other", "\x30\x11\xa0\x0f\x30\x0d\x82\x0b" "example.net", "www.example.com", CONSTRAINTS);
	CASE("excluded", "\x30\x11\xa1\x0f\x30\x0d\x82\x0b" "example.com", "www.example.com", CONSTRAINTS);
	CASE("a dot behind the name", "\x30\x11\xa1\x0f\x30\x0d\x82\x0b" "example.com", "www.example.com.", CONSTRAINTS);
	CASE("a dot behind the permitted name", "\x30\x11\xa0\x0f\x30\x0d\x82\x0b" "example.com", "www.example.com.", 0);
	CASE("a dot behind the tree", "\x30\x12\xa1\x10\x30\x0e\x82\x0c" "example.com.", "www.example.com", CONSTRAINTS);
	CASE("empty label", "\x30\x13\xa1\x11\x30\x0f\x82\x0d" "..example.com", "www.example.com", CONSTRAINTS);
	CASE("nothing", "\x30\x00", "www.example.com", 0);
	CASE("no sequence", "\x02\x01\x00", "www.example.com", CONSTRAINTS);
	CASE("octets behind", "\x30\x13\xa0\x0f\x30\x0d\x82\x0b" "example.com\x05\x00", "www.example.com", CONSTRAINTS);
	CASE("octets in a tree", "\x30\x13\xa0\x11\x30\x0f\x82\x0b" "example.com\x05\x00", "www.example.com", CONSTRAINTS);
	CASE("minimum", "\x30\x14\xa0\x12\x30\x10\x82\x0b" "example.com\x80\x01\x00", "www.example.com", 0);
	CASE("explicit tag", "\x30\x13\xa0\x11\x30\x0f\x30\x0d\x82\x0b" "example.com", "www.example.com", CONSTRAINTS);
	CASE("application class", "\x30\x11\xa0\x0f\x30\x0d\x42\x0b" "example.com", "www.example.com", CONSTRAINTS);
	CASE("universal class", "\x30\x11\xa0\x0f\x30\x0d\x16\x0b" "example.com", "www.example.com", CONSTRAINTS);
	CASE("constructed", "\x30\x11\xa0\x0f\x30\x0d\xa2\x0b" "example.com", "www.example.com", CONSTRAINTS);
	CASE("registered identifier", "\x30\x09\xa0\x07\x30\x05\x88\x03\x2a\x03\x04", "www.example.com", CONSTRAINTS);
	CASE("excluded registered identifier", "\x30\x09\xa1\x07\x30\x05\x88\x03\x2a\x03\x04", "www.example.com", CONSTRAINTS);
	CASE("other name", "\x30\x10\xa0\x0e\x30\x0c\xa0\x0a\x06\x03\x2a\x03\x04\xa0\x03\x0c\x01x", "www.example.com", CONSTRAINTS);
	CASE("ediPartyName", "\x30\x06\xa0\x04\x30\x02\xa5\x00", "www.example.com", CONSTRAINTS);
	CASE("address", "\x30\x0e\xa0\x0c\x30\x0a\x87\x08\x0a\x00\x00\x00\xff\x00\x00\x00", "www.example.com", 0);
	CASE("short address", "\x30\x0a\xa0\x08\x30\x06\x87\x04\x0a\x00\x00\x00", "www.example.com", CONSTRAINTS);
	CASE("mask with a gap", "\x30\x0e\xa1\x0c\x30\x0a\x87\x08\x0a\x00\x00\x00\xff\x00\xff\x00", "www.example.com", CONSTRAINTS);
#undef CASE
	/* The rule holds without the critical mark, and for an anchor. */
	below(root, "not critical", (struct extension)EXTENSION(NAME_CONSTRAINTS, 0, "\x02\x01\x00"), "www.example.com", CONSTRAINTS);
	const struct extension bad[] = { EXTENSION(NAME_CONSTRAINTS, 1, "\x30\x06\xa0\x04\x30\x02\xa5\x00"), { NULL, 0, NULL, 0 } };
	struct entity anchor = MAKE("constrained", NULL, .extensions = bad), end = END(&anchor);
	STATUS(CONSTRAINTS, LIST(&anchor), LIST(&end), NULL, NULL, 0);
	entity_free(&end), entity_free(&anchor);
}

static void features(const struct entity *root)
{
	static const struct { const char *authority; size_t n; const char *end; size_t m; unsigned want; } cases[] = {
		{ "\x30\x03\x02\x01\x05", 5, "\x30\x03\x02\x01\x05", 5, 0 },
		{ "\x30\x03\x02\x01\x05", 5, "\x30\x06\x02\x01\x05\x02\x01\x11", 8, 0 },
		{ "\x30\x06\x02\x01\x05\x02\x01\x11", 8, "\x30\x03\x02\x01\x05", 5, CONSTRAINTS },
		{ "\x30\x03\x02\x01\x05", 5, NULL, 0, CONSTRAINTS },
		{ "\x30\x03\x02\x01\x05", 5, "\x02\x01\x00", 3, CONSTRAINTS },
		{ "\x30\x00", 2, NULL, 0, 0 },
		{ "\x02\x01\x00", 3, NULL, 0, CONSTRAINTS },
	};
	for (unsigned i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		const struct extension of_ca[] = { { TLS_FEATURES, 0, cases[i].authority, cases[i].n }, { NULL, 0, NULL, 0 } };
		const struct extension of_end[] = { { cases[i].end ? TLS_FEATURES : NULL, 0, cases[i].end, cases[i].m }, { NULL, 0, NULL, 0 } };
		struct entity ca = MAKE("features", root, .extensions = of_ca), end = END(&ca, .extensions = of_end);
		STATUS(cases[i].want, LIST(root), LIST(&end, &ca), NULL, NULL, 0);
		entity_free(&end), entity_free(&ca);
	}
}

static void usage_that_cannot_be_read(const struct entity *root)
{
	static const struct { const char *value; size_t n; unsigned want; } cases[] = {
		{ "\x03\x02\x01\x06", 4, 0 },
		{ "\x03\x02\x09\x06", 4, GNUTLS_CERT_INVALID },
		{ "\x03\x01\x05", 3, GNUTLS_CERT_INVALID },
		{ "\x03\x04\x00\x06\x80\x00", 6, GNUTLS_CERT_INVALID },
		{ "\x02\x01\x06", 3, GNUTLS_CERT_INVALID },
		{ "\x03\x02\x01\x80", 4, CONSTRAINTS },
	};
	for (unsigned i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		const struct extension list[] = { EXTENSION("2.5.29.19", 1, "\x30\x03\x01\x01\xff"),
						  { "2.5.29.15", 1, cases[i].value, cases[i].n }, { NULL, 0, NULL, 0 } };
		struct entity ca = MAKE("usage", root, .plain = 1, .extensions = list), end = END(&ca);
		STATUS(cases[i].want, LIST(root), LIST(&end, &ca), NULL, NULL, 0);
		entity_free(&end), entity_free(&ca);
	}
}

static void revocation(const struct entity *root)
{
	struct entity ca = MAKE("revoked authority", root), end = END(&ca), other = END(root);
	gnutls_x509_crl_t old = revocation_list(root, other.crt, -9), new = revocation_list(root, NULL, -5);
	gnutls_x509_crl_t same = revocation_list(root, other.crt, -5), of_ca = revocation_list(root, ca.crt, -5);
	STATUS(0, LIST(root), LIST(&other), new, NULL, 0);
	STATUS(GNUTLS_CERT_REVOKED, LIST(root), LIST(&other), old, new, 0);
	STATUS(GNUTLS_CERT_REVOKED, LIST(root), LIST(&other), new, old, 0);
	STATUS(GNUTLS_CERT_REVOKED, LIST(root), LIST(&other), same, new, 0);
	STATUS(GNUTLS_CERT_REVOKED, LIST(root), LIST(&other), new, same, 0);
	STATUS(0, LIST(root), LIST(&other), new, same, GNUTLS_VERIFY_DISABLE_CRL_CHECKS);
	STATUS(GNUTLS_CERT_REVOKED, LIST(root), LIST(&end, &ca), of_ca, NULL, 0);
	STATUS(GNUTLS_CERT_REVOKED, LIST(root, &ca), LIST(&end, &ca), of_ca, NULL, 0);
	STATUS(GNUTLS_CERT_REVOKED, LIST(&ca, root), LIST(&end, &ca, root), of_ca, NULL, 0);
	STATUS(GNUTLS_CERT_REVOKED, LIST(&other, root), LIST(&other), same, NULL, 0);

	/* With GNUTLS_TL_NO_DUPLICATES the newest of an issuer stays, and of one date the last. Such lists become the trust list's. */
	static const struct { long first; int first_names; long second; int second_names; unsigned revoked; } orders[] = {
		{ -9, 1, -5, 0, 0 }, { -5, 0, -9, 1, 0 }, { -5, 1, -5, 0, 0 }, { -5, 0, -5, 1, 1 }, { -9, 0, -5, 1, 1 },
	};
	for (int i = 0; i < 5; i++) {
		gnutls_x509_trust_list_t list;
		gnutls_datum_t der;
		unsigned status;
		gnutls_x509_crl_t lists[] = { revocation_list(root, orders[i].first_names ? other.crt : NULL, orders[i].first),
					      revocation_list(root, orders[i].second_names ? other.crt : NULL, orders[i].second) };
		gnutls_x509_trust_list_init(&list, 0);
		CHECK(gnutls_x509_crt_export2(root->crt, GNUTLS_X509_FMT_DER, &der) == 0);
		CHECK(gnutls_x509_trust_list_add_trust_mem(list, &der, NULL, GNUTLS_X509_FMT_DER, 0, 0) == 1);
		gnutls_free(der.data);
		for (int j = 0; j < 2; j++)
			CHECK(gnutls_x509_trust_list_add_crls(list, &lists[j], 1, GNUTLS_TL_NO_DUPLICATES, 0) == 1);
		CHECK(gnutls_x509_trust_list_verify_crt(list, &other.crt, 1, 0, &status, NULL) == 0);
		CHECK((status != 0) == orders[i].revoked);
		gnutls_x509_trust_list_deinit(list, 1);
	}
	gnutls_x509_crl_deinit(old), gnutls_x509_crl_deinit(new), gnutls_x509_crl_deinit(same), gnutls_x509_crl_deinit(of_ca);
	entity_free(&end), entity_free(&other), entity_free(&ca);
}

/* A time of a revocation list is none of a certificate's. */
static void list_times(const struct entity *root)
{
	gnutls_x509_crl_t future = revocation_list(root, NULL, 5);
	for (int i = 0; i < 2; i++) {
		unsigned status = 0;
		CHECK(gnutls_x509_crl_verify(future, &root->crt, 1, i ? GNUTLS_VERIFY_DISABLE_TIME_CHECKS : 0, &status) == 0);
		CHECK(status == (GNUTLS_CERT_INVALID | GNUTLS_CERT_REVOCATION_DATA_ISSUED_IN_FUTURE));
	}
	gnutls_x509_crl_deinit(future);
}

static void pinned(const struct entity *root)
{
	const struct extension strange[] = { EXTENSION("1.2.3.4", 1, "\x05\x00"), { NULL, 0, NULL, 0 } };
	struct entity good = END(root), odd = END(root, .extensions = strange), late = END(root, .from = -50, .to = -5);
	struct entity early = END(root, .from = 5, .to = 50), self = MAKE("self", NULL, .end = 1, .extensions = strange);
	struct entity impostor = MAKE("root", NULL), forged = END(&impostor);
	struct entity old_root = MAKE("old root", NULL), past = MAKE("old root", NULL, .same_key = &old_root, .from = -50, .to = -5);
	struct entity below_old = END(&old_root);
	STATUS(0, LIST(&good), LIST(&good), NULL, NULL, 0);
	STATUS(GNUTLS_CERT_SIGNER_NOT_FOUND, LIST(&good), LIST(&good), NULL, NULL, GNUTLS_VERIFY_DO_NOT_ALLOW_SAME);
	/* Nothing else is asked of one whose issuer is not there. */
	STATUS(0, LIST(&odd), LIST(&odd), NULL, NULL, 0);
	STATUS(0, LIST(&forged), LIST(&forged), NULL, NULL, 0);
	STATUS(0, LIST(&self), LIST(&self), NULL, NULL, 0);
	STATUS(GNUTLS_CERT_UNKNOWN_CRIT_EXTENSIONS, LIST(&self), LIST(&self), NULL, NULL, GNUTLS_VERIFY_DO_NOT_ALLOW_SAME);
	STATUS(GNUTLS_CERT_EXPIRED, LIST(&late), LIST(&late), NULL, NULL, 0);
	/* Where its issuer is, what that says counts. */
	STATUS(0, LIST(&good, root), LIST(&good), NULL, NULL, 0);
	STATUS(GNUTLS_CERT_UNKNOWN_CRIT_EXTENSIONS, LIST(&odd, root), LIST(&odd), NULL, NULL, 0);
	STATUS(GNUTLS_CERT_SIGNATURE_FAILURE, LIST(&forged, root), LIST(&forged), NULL, NULL, 0);
	STATUS(GNUTLS_CERT_SIGNATURE_FAILURE, LIST(root, &forged), LIST(&forged, root), NULL, NULL, 0);
	STATUS(GNUTLS_CERT_NOT_ACTIVATED, LIST(&early, root), LIST(&early), NULL, NULL, GNUTLS_VERIFY_DISABLE_TRUSTED_TIME_CHECKS);
	STATUS(0, LIST(&late, root), LIST(&late), NULL, NULL, GNUTLS_VERIFY_DISABLE_TRUSTED_TIME_CHECKS);
	/* But for an issuer that is past its time. */
	STATUS(GNUTLS_CERT_EXPIRED, LIST(&past), LIST(&below_old), NULL, NULL, 0);
	STATUS(0, LIST(&past, &below_old), LIST(&below_old), NULL, NULL, 0);
	struct entity *all[] = { &good, &odd, &late, &early, &self, &impostor, &forged, &old_root, &past, &below_old };
	for (unsigned i = 0; i < sizeof(all) / sizeof(all[0]); i++)
		entity_free(all[i]);
}

static void anchors_within(const struct entity *root)
{
	struct entity ca = MAKE("authority", root), end = END(&ca);
	struct entity late_ca = MAKE("authority", root, .same_key = &ca, .from = -50, .to = -5);
	struct entity late_root = MAKE("root", NULL, .same_key = root, .from = -50, .to = -5);
	struct entity old = MAKE("old", NULL), new = MAKE("new", NULL), cross = MAKE("new", &old, .same_key = &new);
	struct entity inter = MAKE("below new", &new), leaf = END(&inter);
	STATUS(0, LIST(&ca), LIST(&end, &ca), NULL, NULL, 0);
	STATUS(0, LIST(&ca, &late_root), LIST(&end, &ca, &late_root), NULL, NULL, 0);
	STATUS(0, LIST(root, &ca), LIST(&end, &late_ca), NULL, NULL, 0);
	STATUS(0, LIST(root, &late_ca), LIST(&end, &ca), NULL, NULL, 0);
	STATUS(GNUTLS_CERT_EXPIRED, LIST(&late_ca), LIST(&end, &ca), NULL, NULL, 0);
	/* The new root, itself and as the old one certifies it, in every order. */
	STATUS(0, LIST(&old), LIST(&leaf, &inter, &new, &cross), NULL, NULL, 0);
	STATUS(0, LIST(&old), LIST(&leaf, &inter, &cross, &new), NULL, NULL, 0);
	STATUS(0, LIST(&old), LIST(&leaf, &new, &cross, &inter), NULL, NULL, 0);
	STATUS(0, LIST(&new), LIST(&leaf, &inter, &new, &cross), NULL, NULL, 0);
	STATUS(0, LIST(&new), LIST(&leaf, &inter, &cross), NULL, NULL, 0);
	STATUS(GNUTLS_CERT_SIGNER_NOT_FOUND, LIST(root), LIST(&leaf, &inter, &cross, &new), NULL, NULL, 0);
	struct entity *all[] = { &ca, &end, &late_ca, &late_root, &old, &new, &cross, &inter, &leaf };
	for (unsigned i = 0; i < sizeof(all) / sizeof(all[0]); i++)
		entity_free(all[i]);
}

/* DNS names, each in a subtree if they are constraints; how many octets. */
static size_t many(unsigned char *at, unsigned n, const char *format, int subtrees)
{
	size_t size = 0;
	for (unsigned i = 0; i < n; i++) {
		char name[64];
		int length = snprintf(name, sizeof(name), format, i);
		if (subtrees)
			at[size++] = 0x30, at[size++] = length + 2;
		at[size++] = 0x82, at[size++] = length;
		memcpy(at + size, name, length);
		size += length;
	}
	return size;
}

/* More names and constraints than anybody compares are refused, and at once. */
static void much_to_compare(const struct entity *root)
{
	static unsigned char trees[100000], names[100000];
	for (unsigned n = 1000; n <= 2500; n += 1500) {
		size_t size = many(trees, n, "x%u.org", 1), names_size = many(names, n, "n%u.example.com", 0);
		const unsigned char head[] = { 0x30, 0x82, (size + 4) >> 8, size + 4, 0xa1, 0x82, size >> 8, size };
		const unsigned char names_head[] = { 0x30, 0x82, names_size >> 8, names_size };
		memmove(trees + sizeof(head), trees, size);
		memcpy(trees, head, sizeof(head));
		memmove(names + sizeof(names_head), names, names_size);
		memcpy(names, names_head, sizeof(names_head));
		const struct extension of_ca[] = { { NAME_CONSTRAINTS, 1, trees, size + sizeof(head) }, { NULL, 0, NULL, 0 } };
		const struct extension of_end[] = { { "2.5.29.17", 0, names, names_size + sizeof(names_head) }, { NULL, 0, NULL, 0 } };
		struct entity ca = MAKE("many", root, .extensions = of_ca), end = MAKE("end", &ca, .plain = 1, .extensions = of_end);
		clock_t before = clock();
		STATUS(n == 1000 ? 0 : CONSTRAINTS, LIST(root), LIST(&end, &ca), NULL, NULL, 0);
		CHECK(clock() - before < CLOCKS_PER_SEC);
		entity_free(&end), entity_free(&ca);
	}
}

static void old_versions(const struct entity *root)
{
	struct entity first = MAKE("first", root, .version = 1, .plain = 1), end = END(&first);
	STATUS(0, LIST(&first), LIST(&end), NULL, NULL, 0);
	STATUS(GNUTLS_CERT_SIGNER_NOT_CA, LIST(&first), LIST(&end), NULL, NULL, GNUTLS_VERIFY_DO_NOT_ALLOW_X509_V1_CA_CRT);
	STATUS(GNUTLS_CERT_SIGNER_NOT_CA, LIST(root), LIST(&end, &first), NULL, NULL, 0);
	STATUS(0, LIST(root), LIST(&end, &first), NULL, NULL, GNUTLS_VERIFY_ALLOW_ANY_X509_V1_CA_CRT);
	entity_free(&end), entity_free(&first);
}

static void weak_signatures(const struct entity *root)
{
	struct entity anchor = MAKE("weak", NULL, .digest = GNUTLS_DIG_SHA1), again = MAKE("weak", NULL, .same_key = &anchor);
	struct entity end = END(&anchor), weak = END(root, .digest = GNUTLS_DIG_SHA1);
	STATUS(0, LIST(&anchor), LIST(&end, &anchor), NULL, NULL, 0);
	STATUS(0, LIST(&anchor), LIST(&anchor), NULL, NULL, GNUTLS_VERIFY_DO_NOT_ALLOW_SAME);
	STATUS(0, LIST(&again), LIST(&anchor), NULL, NULL, 0);
	STATUS(GNUTLS_CERT_SIGNER_NOT_FOUND, LIST(root), LIST(&anchor), NULL, NULL, 0);
	STATUS(GNUTLS_CERT_INSECURE_ALGORITHM, LIST(root), LIST(&weak), NULL, NULL, 0);
	STATUS(0, LIST(root), LIST(&weak), NULL, NULL, GNUTLS_VERIFY_ALLOW_SIGN_WITH_SHA1);
	STATUS(0, LIST(root, &weak), LIST(&weak), NULL, NULL, 0);
	entity_free(&anchor), entity_free(&again), entity_free(&end), entity_free(&weak);
}

/* The same certificate with a signature of no whole bytes: one bit of its last is unused. */
static struct entity with_odd_bits(const struct entity *e)
{
	struct entity odd = { 0 };
	gnutls_datum_t der;
	size_t size = 0;
	CHECK(gnutls_x509_crt_get_signature(e->crt, NULL, &size) == GNUTLS_E_SHORT_MEMORY_BUFFER);
	CHECK(gnutls_x509_crt_export2(e->crt, GNUTLS_X509_FMT_DER, &der) == 0);
	der.data[der.size - size - 1] = 1;
	der.data[der.size - 1] &= 0xfe;
	gnutls_x509_crt_init(&odd.crt);
	gnutls_x509_privkey_init(&odd.key);
	CHECK(gnutls_x509_crt_import(odd.crt, &der, GNUTLS_X509_FMT_DER) == 0);
	gnutls_free(der.data);
	return odd;
}

/* A certificate whose own signature cannot be read is no authority, and has none. */
static void signatures_that_cannot_be_read(const struct entity *root)
{
	struct entity ca = MAKE("authority", root), end = END(&ca);
	struct entity odd_root = with_odd_bits(root), odd_ca = with_odd_bits(&ca), odd_end = with_odd_bits(&end);
	const unsigned no_ca = GNUTLS_CERT_SIGNER_NOT_CA, unasked = GNUTLS_VERIFY_DISABLE_CA_SIGN;
	STATUS(no_ca, LIST(root), LIST(&odd_end, &ca), NULL, NULL, 0);
	STATUS(no_ca, LIST(root), LIST(&end, &odd_ca), NULL, NULL, 0);
	STATUS(no_ca, LIST(&odd_ca), LIST(&end, &odd_ca), NULL, NULL, 0);
	STATUS(no_ca, LIST(&odd_ca), LIST(&end), NULL, NULL, 0);
	STATUS(no_ca, LIST(&odd_root), LIST(&end, &ca), NULL, NULL, 0);
	STATUS(no_ca, LIST(&odd_root), LIST(&odd_root), NULL, NULL, GNUTLS_VERIFY_DO_NOT_ALLOW_SAME);
	STATUS(0, LIST(&odd_root), LIST(&odd_root), NULL, NULL, 0);
	STATUS(GNUTLS_CERT_INVALID, LIST(root), LIST(&odd_end, &ca), NULL, NULL, unasked);
	STATUS(GNUTLS_CERT_INVALID, LIST(root), LIST(&end, &odd_ca), NULL, NULL, unasked);
	STATUS(0, LIST(&odd_root), LIST(&end, &ca), NULL, NULL, unasked);
	entity_free(&ca), entity_free(&end), entity_free(&odd_root), entity_free(&odd_ca), entity_free(&odd_end);
}

/* gnutls_x509_crt_list_verify tells all that is wrong with a path that has no anchor, a trust list the last of it. */
static void plain_lists(const struct entity *root)
{
	static const struct extension id[] = { EXTENSION("2.5.29.14", 0, "\x04\x01\x01"), { NULL, 0, NULL, 0 } };
	static const struct extension other_id[] = { EXTENSION("2.5.29.35", 0, "\x30\x03\x80\x01\x02"), EXTENSION("1.2.3.4", 1, "\x05\x00"), { NULL, 0, NULL, 0 } };
	struct entity ca = MAKE("authority", root, .extensions = id), end = END(&ca, .extensions = other_id);
	gnutls_x509_crt_t chain[] = { end.crt, ca.crt }, anchor = root->crt;
	unsigned status = 0;
	const unsigned no_anchor = GNUTLS_CERT_INVALID | GNUTLS_CERT_SIGNER_NOT_FOUND;
	CHECK(gnutls_x509_crt_list_verify(chain, 2, &anchor, 1, NULL, 0, 0, &status) == 0);
	CHECK(status == (no_anchor | GNUTLS_CERT_UNKNOWN_CRIT_EXTENSIONS));
	STATUS(GNUTLS_CERT_SIGNER_NOT_FOUND, LIST(root), LIST(&end, &ca), NULL, NULL, 0);
	entity_free(&ca), entity_free(&end);

	/* The first of the chain that is an anchor ends the path: the end certificate too, whatever comes with it. */
	struct entity sub = MAKE("authority", root), leaf = END(&sub), past = MAKE("authority", root, .from = -3, .to = -1);
	struct entity below = END(&past);
	const struct { const struct entity *chain[2], *anchors[2]; unsigned flags, want; } cases[] = {
		{ { &leaf, &sub }, { &leaf, &leaf }, 0, 0 },
		{ { &leaf, &sub }, { &leaf, root }, 0, 0 },
		{ { &leaf, root }, { &leaf, &leaf }, 0, 0 },
		{ { &leaf, &sub }, { &leaf, &leaf }, GNUTLS_VERIFY_DO_NOT_ALLOW_SAME, no_anchor },
		{ { &leaf, &sub }, { &sub, root }, 0, 0 },
		{ { &below, &past }, { &past, root }, GNUTLS_VERIFY_DISABLE_TRUSTED_TIME_CHECKS, 0 },
		{ { &below, &past }, { root, root }, GNUTLS_VERIFY_DISABLE_TRUSTED_TIME_CHECKS, GNUTLS_CERT_INVALID | GNUTLS_CERT_EXPIRED },
		{ { &leaf, &sub }, { &below, &below }, 0, no_anchor },
	};
	for (unsigned i = 0; i < sizeof cases / sizeof *cases; i++) {
		gnutls_x509_crt_t certs[] = { cases[i].chain[0]->crt, cases[i].chain[1]->crt };
		gnutls_x509_crt_t anchors[] = { cases[i].anchors[0]->crt, cases[i].anchors[1]->crt };
		CHECK(gnutls_x509_crt_list_verify(certs, 2, anchors, 2, NULL, 0, cases[i].flags, &status) == 0);
		if (status != cases[i].want)
			fprintf(stderr, "plain list %u: %x\n", i, status);
		CHECK(status == cases[i].want);
	}
	entity_free(&sub), entity_free(&leaf), entity_free(&past), entity_free(&below);
}

int main(void)
{
	struct entity root = MAKE("root", NULL);
	name_constraints(&root);
	features(&root);
	usage_that_cannot_be_read(&root);
	revocation(&root);
	list_times(&root);
	pinned(&root);
	anchors_within(&root);
	old_versions(&root);
	much_to_compare(&root);
	weak_signatures(&root);
	signatures_that_cannot_be_read(&root);
	plain_lists(&root);
	entity_free(&root);
	return check_result();
}
