/* Chains: long ones, mixed ones, circles, authorities of one name, constraints. A peer that sends them has them verified. */
#include "cost.h"

/* Authorities that chains may have, leaf and anchor included. */
#define MOST 64

static gnutls_privkey_t key;
static struct der spki;
static gnutls_x509_trust_list_t list;
static gnutls_x509_crt_t chain[MOST];
static unsigned count;

static void load(void)
{
	gnutls_datum_t pem = { (void *)ed_key_pem, sizeof ed_key_pem - 1 }, out;
	gnutls_pubkey_t pub;
	need(gnutls_privkey_init(&key));
	need(gnutls_privkey_import_x509_raw(key, &pem, GNUTLS_X509_FMT_PEM, NULL, 0));
	need(gnutls_pubkey_init(&pub));
	need(gnutls_pubkey_import_privkey(pub, key, 0, 0));
	need(gnutls_pubkey_export2(pub, GNUTLS_X509_FMT_DER, &out));
	spki = der_bytes(out.data, out.size);
	gnutls_free(out.data);
	gnutls_pubkey_deinit(pub);
	need(gnutls_x509_trust_list_init(&list, 0));
}

/* Name `i` is long, and like all others up to its end. */
static struct der name(unsigned i)
{
	return JOIN(repeated(40, rdn), rdn(1000 + i));
}

#define EXPIRED 1
#define UNSIGNED 2

static gnutls_x509_crt_t make(unsigned serial, struct der issuer, struct der subject, struct der extensions, int flags)
{
	struct der tbs = signed_part(serial, issuer, subject, flags & EXPIRED, spki, extensions);
	gnutls_datum_t message = { tbs.p, tbs.n }, signature = { NULL, 0 };
	gnutls_x509_crt_t crt;
	if (!(flags & UNSIGNED))
		need(gnutls_privkey_sign_data2(key, GNUTLS_SIGN_EDDSA_ED25519, 0, &message, &signature));
	crt = imported(with_signature(tbs, signature.data));
	gnutls_free(signature.data);
	return crt;
}

static struct der authority(struct der more)
{
	return JOIN(extension(LIT(OID_BASIC), LIT("\x30\x03\x01\x01\xff")), more);
}

static void trust(gnutls_x509_crt_t crt)
{
	must(gnutls_x509_trust_list_add_cas(list, &crt, 1, 0) == 1, "not trusted");
}

/* The chain must be of this status, and what made it goes. */
static void verify(unsigned want)
{
	unsigned status;
	need(gnutls_x509_trust_list_verify_crt(list, chain, count, 0, &status, NULL));
	if (status != want)
		fprintf(stderr, "status %#x\n", status);
	must(status == want, "another status");
}

static void good(unsigned n)
{
	verify(0);
}

static void bad(unsigned n)
{
	verify(GNUTLS_CERT_INVALID | GNUTLS_CERT_SIGNATURE_FAILURE);
}

static void old(unsigned n)
{
	verify(GNUTLS_CERT_INVALID | GNUTLS_CERT_EXPIRED);
}

static void constrained(unsigned n)
{
	/* With so many that they are not all compared. */
	verify(n > 1024 ? GNUTLS_CERT_INVALID | GNUTLS_CERT_SIGNER_CONSTRAINTS_FAILURE : 0);
}

/* `n` authorities between the end and an anchor, the uppermost first. */
static void line(unsigned n, int flags)
{
	load();
	trust(make(1, name(n + 1), name(n + 1), authority(LIT("")), 0));
	chain[count++] = make(2, name(1), name(0), LIT(""), flags);
	for (unsigned i = n; i > 0; i--)
		chain[count++] = make(3, name(i + 1), name(i), authority(LIT("")), flags);
}

static void signed_line(unsigned n)
{
	line(n, 0);
}

static void unsigned_line(unsigned n)
{
	line(n, UNSIGNED);
}

/* `n` trusted authorities, each certified by the next and the last by the first, above an end that is past its time. */
static void circle(unsigned n)
{
	load();
	chain[count++] = make(2, name(0), name(1000), LIT(""), EXPIRED);
	for (unsigned i = 0; i < n; i++)
		chain[count++] = make(3 + i, name((i + 1) % n), name(i), authority(LIT("")), 0);
	if (!n)
		trust(make(1, name(0), name(0), authority(LIT("")), 0));
	for (unsigned i = 0; i < n; i++)
		trust(make(3 + i, name((i + 1) % n), name(i), authority(LIT("")), 0));
}

/* Pairs of authorities of one name, each certified by the name of the next pair, with made-up signatures. */
static void pairs(unsigned n)
{
	load();
	trust(make(1, name(n / 2), name(n / 2), authority(LIT("")), 0));
	chain[count++] = make(2, name(0), name(1000), LIT(""), UNSIGNED);
	for (unsigned i = 0; i < n / 2 * 2; i++)
		chain[count++] = make(3 + i, name(i / 2 + 1), name(i / 2), authority(LIT("")), UNSIGNED);
}

/* `n` authorities of one name, which certify each other. */
static void namesakes(unsigned n)
{
	load();
	trust(make(1, name(1), name(0), authority(LIT("")), 0));
	chain[count++] = make(2, name(0), name(1000), LIT(""), UNSIGNED);
	for (unsigned i = 0; i < n; i++)
		chain[count++] = make(3 + i, name(0), name(0), authority(LIT("")), UNSIGNED);
}

static struct der foreign(unsigned i)
{
	char text[30];
	int n = snprintf(text, sizeof text, "x%u.example.net", i);
	return der_element(0x30, der_element(0x82, der_bytes(text, n)));
}

/* An end of so many names under an authority that excludes so many others. */
static void bound(unsigned names, unsigned excluded)
{
	struct der sans = extension(LIT(OID_SAN), der_element(0x30, repeated(names, dns_name)));
	struct der trees = der_element(0x30, der_element(0xa1, repeated(excluded, foreign)));
	load();
	trust(make(1, name(2), name(2), authority(LIT("")), 0));
	chain[count++] = make(2, name(1), name(0), names ? sans : LIT(""), 0);
	chain[count++] = make(3, name(2), name(1), authority(excluded ? extension(LIT(OID_CONSTRAINTS), trees) : LIT("")), 0);
}

static void many_names(unsigned n)
{
	bound(n, 64);
}

static void many_constraints(unsigned n)
{
	bound(64, n);
}

static void many_of_both(unsigned n)
{
	bound(n, n);
}

const struct work paths[] = {
	{ "chain", signed_line, good, 31 },
	{ "chain-of-bad-ones", unsigned_line, bad, 31 },
	{ "cross-signed-circle", circle, old, 31 },
	{ "cross-signed-pairs", pairs, bad, 31 },
	{ "authorities-of-one-name", namesakes, bad, 31 },
	{ "names-of-chain", many_names, constrained, 500 },
	{ "constraints-of-chain", many_constraints, constrained, 500 },
	{ "names-and-constraints", many_of_both, constrained, 2000 },
	{ NULL, NULL, NULL, 0 },
};
