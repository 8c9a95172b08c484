/* Rules of RFC 5280 for paths that GnuTLS knows in part: policies, names of directories and URIs, self-issued authorities. */
#include <gnutls/gnutls.h>
#include <gnutls/x509.h>
#include "authority.h"
#include "der.h"

#define CONSTRAINTS GNUTLS_CERT_SIGNER_CONSTRAINTS_FAILURE
#define UNKNOWN GNUTLS_CERT_UNKNOWN_CRIT_EXTENSIONS

#ifdef OURS
#define EITHER(ours, theirs) (ours)
#else
#define EITHER(ours, theirs) (theirs)
#endif

#define POLICIES "2.5.29.32"
#define MAPPINGS "2.5.29.33"
#define POLICY_CONSTRAINTS "2.5.29.36"
#define INHIBIT_ANY "2.5.29.54"

/* Policies 1.2.3.1 and 1.2.3.2, and the one that stands for all. */
#define P1 "\x06\x03\x2a\x03\x01"
#define P2 "\x06\x03\x2a\x03\x02"
#define ANY "\x06\x04\x55\x1d\x20\x00"
#define ONE EXTENSION(POLICIES, 0, "\x30\x07\x30\x05" P1)
#define TWO EXTENSION(POLICIES, 0, "\x30\x07\x30\x05" P2)
#define ALL EXTENSION(POLICIES, 0, "\x30\x08\x30\x06" ANY)
#define REQUIRED EXTENSION(POLICY_CONSTRAINTS, 0, "\x30\x03\x80\x01\x00")
#define REQUIRED_BELOW EXTENSION(POLICY_CONSTRAINTS, 0, "\x30\x03\x80\x01\x01")
#define REQUIRED_CRITICAL EXTENSION(POLICY_CONSTRAINTS, 1, "\x30\x03\x80\x01\x00")
#define NO_MAPPING EXTENSION(POLICY_CONSTRAINTS, 0, "\x30\x06\x80\x01\x00\x81\x01\x00")
#define MAPPED EXTENSION(MAPPINGS, 0, "\x30\x0c\x30\x0a" P1 P2)
#define MAPPED_ANY EXTENSION(MAPPINGS, 0, "\x30\x0d\x30\x0b" ANY P2)
#define NO_ANY EXTENSION(INHIBIT_ANY, 1, "\x02\x01\x00")
#define LAST { NULL, 0, NULL, 0 }

static void policies(const struct entity *root)
{
	static const struct {
		const char *what;
		struct extension above[4], between[4], end[3];
		unsigned ours, theirs;
	} cases[] = {
		{ "no policy is required", { ONE, LAST }, { TWO, LAST }, { LAST }, 0, 0 },
		{ "the same", { ONE, REQUIRED, LAST }, { ONE, LAST }, { ONE, LAST }, 0, 0 },
		{ "none", { ONE, REQUIRED, LAST }, { ONE, LAST }, { LAST }, CONSTRAINTS, 0 },
		{ "another", { ONE, REQUIRED, LAST }, { ONE, LAST }, { TWO, LAST }, CONSTRAINTS, 0 },
		{ "another CA's", { ONE, REQUIRED, LAST }, { TWO, LAST }, { ONE, LAST }, CONSTRAINTS, 0 },
		{ "critical", { ONE, REQUIRED_CRITICAL, LAST }, { ONE, LAST }, { ONE, LAST }, 0, UNKNOWN },
		{ "none, critical", { ONE, REQUIRED_CRITICAL, LAST }, { ONE, LAST }, { LAST }, CONSTRAINTS, UNKNOWN },
		{ "required from the second on", { ONE, REQUIRED_BELOW, LAST }, { TWO, LAST }, { TWO, LAST }, CONSTRAINTS, 0 },
		{ "required by the last", { ONE, LAST }, { TWO, LAST }, { TWO, REQUIRED, LAST }, CONSTRAINTS, 0 },
		{ "any", { ONE, REQUIRED, LAST }, { ALL, LAST }, { ONE, LAST }, 0, 0 },
		{ "any at the end", { ONE, REQUIRED, LAST }, { ONE, LAST }, { ALL, LAST }, 0, 0 },
		{ "any is inhibited", { ONE, REQUIRED, NO_ANY, LAST }, { ALL, LAST }, { ONE, LAST }, CONSTRAINTS, 0 },
		{ "any is inhibited below", { ONE, REQUIRED, LAST }, { ALL, NO_ANY, LAST }, { ONE, LAST }, 0, 0 },
		{ "mapped", { ONE, REQUIRED, LAST }, { ONE, MAPPED, LAST }, { TWO, LAST }, 0, 0 },
		{ "mapped, but the old one", { ONE, REQUIRED, LAST }, { ONE, MAPPED, LAST }, { ONE, LAST }, CONSTRAINTS, 0 },
		{ "mapped of any", { ONE, REQUIRED, LAST }, { ALL, MAPPED, LAST }, { TWO, LAST }, 0, 0 },
		{ "mapping is inhibited", { ONE, NO_MAPPING, LAST }, { ONE, MAPPED, LAST }, { TWO, LAST }, CONSTRAINTS, 0 },
		{ "any is mapped", { ONE, LAST }, { ONE, MAPPED_ANY, LAST }, { TWO, LAST }, CONSTRAINTS, 0 },
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct entity above = MAKE("above", root, .extensions = cases[i].above);
		struct entity between = MAKE("between", &above, .extensions = cases[i].between);
		struct entity end = END(&between, .extensions = cases[i].end);
		unsigned want = EITHER(cases[i].ours, cases[i].theirs);
		unsigned got = status_of(LIST(root), LIST(&end, &between, &above), NULL, NULL, 0);
		want |= want ? GNUTLS_CERT_INVALID : 0;
		if (got != want) {
			fprintf(stderr, "%s: 0x%x, not 0x%x\n", cases[i].what, got, want);
			check_failures++;
		}
		entity_free(&end), entity_free(&between), entity_free(&above);
	}
	/* What the anchor says of policies is not asked. */
	const struct extension rules[] = { ONE, REQUIRED, LAST };
	struct entity anchor = MAKE("anchor", NULL, .extensions = rules), end = END(&anchor);
	STATUS(0, LIST(&anchor), LIST(&end), NULL, NULL, 0);
	entity_free(&anchor), entity_free(&end);
}

/* Policies that are mapped to each other double the tree of RFC 5280 with each authority. */
static void many_policies(const struct entity *root)
{
	struct der list = LIT(""), maps = LIT("");
	struct entity chain[3];
	const struct entity *above = root;
	for (int i = 0; i < 30; i++) {
		unsigned char oid[] = { 0x30, 5, 6, 3, 0x2a, 3, i };
		list = JOIN(list, der_bytes(oid, sizeof(oid)));
		for (int j = 0; j < 30; j++) {
			unsigned char pair[] = { 0x30, 10, 6, 3, 0x2a, 3, i, 6, 3, 0x2a, 3, j };
			maps = JOIN(maps, der_bytes(pair, sizeof(pair)));
		}
	}
	list = SEQ(list), maps = SEQ(maps);
	const struct extension all[] = { { POLICIES, 0, list.p, list.n }, { MAPPINGS, 0, maps.p, maps.n }, REQUIRED, LAST };
	const struct extension end[] = { ONE, LAST }, none[] = { LAST };
	for (int i = 0; i < 3; i++) {
		char name[] = { 'c', 'a', '0' + i, 0 };
		chain[i] = MAKE(name, above, .extensions = all);
		above = &chain[i];
	}
	struct entity good = END(&chain[2], .extensions = end), bad = END(&chain[2], .extensions = none);
	STATUS(0, LIST(root), LIST(&good, &chain[2], &chain[1], &chain[0]), NULL, NULL, 0);
	STATUS(EITHER(CONSTRAINTS, 0), LIST(root), LIST(&bad, &chain[2], &chain[1], &chain[0]), NULL, NULL, 0);
	for (int i = 0; i < 3; i++)
		entity_free(&chain[i]);
	entity_free(&good), entity_free(&bad);
	der_done();
}

/* The content of name constraints with one subtree. */
static struct der subtree(int excluded, unsigned char tag, struct der base)
{
	return SEQ(ELEMENT(excluded ? 0xa1 : 0xa0, SEQ(ELEMENT(tag, base))));
}

static struct der names(unsigned char tag, struct der name)
{
	return SEQ(ELEMENT(tag, name));
}

#define ORGANIZATION(text) ELEMENT(0x31, SEQ(LIT("\x06\x03\x55\x04\x0a"), ELEMENT(0x0c, LIT(text))))
#define DIRECTORY(...) SEQ(__VA_ARGS__)

static void name_constraints(const struct entity *root)
{
	const struct {
		const char *what;
		int excluded;
		unsigned char tag;
		struct der base;
		const char *dn;
		struct der alt;
		unsigned ours, theirs;
	} cases[] = {
		{ "the directory", 0, 0xa4, DIRECTORY(ORGANIZATION("Org")), "CN=end,O=Org", LIT(""), 0, 0 },
		{ "in another form", 0, 0xa4, DIRECTORY(ORGANIZATION("ORG")), "CN=end,O=Org", LIT(""), 0, 0 },
		{ "another directory", 0, 0xa4, DIRECTORY(ORGANIZATION("Org")), "CN=end,O=Orga", LIT(""), CONSTRAINTS, 0 },
		{ "a longer one", 0, 0xa4, DIRECTORY(ORGANIZATION("Org"), ORGANIZATION("x")), "O=Org", LIT(""), CONSTRAINTS, 0 },
		{ "every directory", 0, 0xa4, DIRECTORY(LIT("")), "O=Org", LIT(""), 0, 0 },
		{ "the excluded one", 1, 0xa4, DIRECTORY(ORGANIZATION("Org")), "CN=end,O=Org", LIT(""), CONSTRAINTS, CONSTRAINTS },
		{ "an excluded one", 1, 0xa4, DIRECTORY(ORGANIZATION("Org")), "CN=end,O=Other", LIT(""), 0, CONSTRAINTS },
		{ "the alternative name", 0, 0xa4, DIRECTORY(ORGANIZATION("Org")), "O=Org",
		  names(0xa4, DIRECTORY(ORGANIZATION("Other"))), CONSTRAINTS, 0 },
		{ "a host", 0, 0x86, LIT("a.com"), "O=Org", names(0x86, LIT("https://a.com:443/x")), 0, 0 },
		{ "a user at it", 0, 0x86, LIT("a.com"), "O=Org", names(0x86, LIT("https://b.com@a.com?@c.com")), 0, 0 },
		{ "a host of it", 0, 0x86, LIT("a.com"), "O=Org", names(0x86, LIT("https://www.a.com/")), CONSTRAINTS, 0 },
		{ "hosts of it", 0, 0x86, LIT(".a.com"), "O=Org", names(0x86, LIT("https://www.A.com/")), 0, 0 },
		{ "not itself", 0, 0x86, LIT(".a.com"), "O=Org", names(0x86, LIT("https://a.com/")), CONSTRAINTS, 0 },
		{ "no host", 0, 0x86, LIT("a.com"), "O=Org", names(0x86, LIT("urn:a.com")), CONSTRAINTS, 0 },
		{ "an address", 0, 0x86, LIT("a.com"), "O=Org", names(0x86, LIT("ftp://10.0.0.1/")), CONSTRAINTS, 0 },
		{ "the excluded host", 1, 0x86, LIT("a.com"), "O=Org", names(0x86, LIT("ftp://a.com")), CONSTRAINTS, CONSTRAINTS },
		{ "no excluded host", 1, 0x86, LIT("a.com"), "O=Org", names(0x86, LIT("ftp://b.com")), 0, CONSTRAINTS },
		{ "no host is excluded", 1, 0x86, LIT("a.com"), "O=Org", names(0x86, LIT("ftp:b")), CONSTRAINTS, CONSTRAINTS },
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct der tree = subtree(cases[i].excluded, cases[i].tag, cases[i].base);
		const struct extension limits[] = { { NAME_CONSTRAINTS, 1, tree.p, tree.n }, LAST };
		const struct extension alt[] = { { "2.5.29.17", 0, cases[i].alt.p, cases[i].alt.n }, LAST };
		struct entity ca = MAKE("limited", root, .extensions = limits);
		struct entity end = MAKE("end", &ca, .dn = cases[i].dn, .plain = 1, .extensions = cases[i].alt.n ? alt : NULL);
		unsigned want = EITHER(cases[i].ours, cases[i].theirs);
		unsigned got = status_of(LIST(root), LIST(&end, &ca), NULL, NULL, 0);
		want |= want ? GNUTLS_CERT_INVALID : 0;
		if (got != want) {
			fprintf(stderr, "%s: 0x%x, not 0x%x\n", cases[i].what, got, want);
			check_failures++;
		}
		entity_free(&end), entity_free(&ca);
	}
	der_done();
}

/* Authorities are bound by the constraints above them, but not those that issued themselves. */
static void names_of_authorities(const struct entity *root)
{
	struct der tree = subtree(0, 0xa4, DIRECTORY(ORGANIZATION("Org")));
	const struct extension limits[] = { { NAME_CONSTRAINTS, 1, tree.p, tree.n }, LAST };
	struct entity ca = MAKE("limited", root, .extensions = limits), again = MAKE("limited", &ca);
	struct entity inner = MAKE("inner", &ca, .dn = "CN=inner,O=Org"), outer = MAKE("outer", &ca, .dn = "O=Other");
	struct entity end[] = { END(&inner, .dn = "O=Org"), END(&outer, .dn = "O=Org"), END(&again, .dn = "O=Org") };
	STATUS(0, LIST(root), LIST(&end[0], &inner, &ca), NULL, NULL, 0);
	STATUS(EITHER(CONSTRAINTS, 0), LIST(root), LIST(&end[1], &outer, &ca), NULL, NULL, 0);
	STATUS(0, LIST(root), LIST(&end[2], &again, &ca), NULL, NULL, 0);
	for (int i = 0; i < 3; i++)
		entity_free(&end[i]);
	entity_free(&ca), entity_free(&again), entity_free(&inner), entity_free(&outer);
	der_done();
}

/* A path length counts the authorities that others issued. */
static void path_length(const struct entity *root)
{
	const struct extension none[] = { EXTENSION("2.5.29.19", 1, "\x30\x06\x01\x01\xff\x02\x01\x00"), LAST };
	struct entity ca = MAKE("short", root, .extensions = none), again = MAKE("short", &ca), below = MAKE("below", &ca);
	struct entity end = END(&again), other = END(&below);
	STATUS(EITHER(0, CONSTRAINTS), LIST(root), LIST(&end, &again, &ca), NULL, NULL, 0);
	STATUS(CONSTRAINTS, LIST(root), LIST(&other, &below, &ca), NULL, NULL, 0);
	entity_free(&ca), entity_free(&again), entity_free(&below), entity_free(&end), entity_free(&other);
}

int main(void)
{
	struct entity root = MAKE("root", NULL);
	policies(&root);
	many_policies(&root);
	name_constraints(&root);
	names_of_authorities(&root);
	path_length(&root);
	entity_free(&root);
	return check_result();
}
