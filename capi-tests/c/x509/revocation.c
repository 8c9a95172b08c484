/* Revocation lists that speak of some certificates only, of other issuers' certificates, of changes, or that cannot be relied on. */
#include <gnutls/gnutls.h>
#include <gnutls/x509.h>
#include "authority.h"
#include "der.h"

#ifdef OURS
#define EITHER(ours, theirs) (ours)
#else
#define EITHER(ours, theirs) (theirs)
#endif

#define REVOKED GNUTLS_CERT_REVOKED
/* There are lists of the issuer, and none speaks of the certificate. */
#define UNCOVERED GNUTLS_CERT_INVALID

#define KEY_ID "2.5.29.14", 0, "\x04\x04root", 6
#define LAST { NULL, 0, NULL, 0 }

static struct der name_of(gnutls_x509_crt_t c)
{
	gnutls_datum_t dn;
	CHECK(gnutls_x509_crt_get_raw_dn(c, &dn) == 0);
	struct der d = der_bytes(dn.data, dn.size);
	gnutls_free(dn.data);
	return d;
}

static struct der extension(const char *oid, int critical, struct der value)
{
	return SEQ(der_oid(oid), critical ? LIT("\x01\x01\xff") : LIT(""), ELEMENT(0x04, value));
}

static struct der scope(struct der parts)
{
	return extension("2.5.29.28", 1, SEQ(parts));
}

static struct der number(unsigned char n)
{
	return extension("2.5.29.20", 0, ELEMENT(0x02, der_bytes(&n, 1)));
}

static struct der delta(unsigned char base)
{
	return extension("2.5.29.27", 1, ELEMENT(0x02, der_bytes(&base, 1)));
}

/* The distribution point of this URI, as content of a point or of a scope. */
static struct der at(const char *uri)
{
	return ELEMENT(0xa0, ELEMENT(0xa0, ELEMENT(0x86, der_bytes(uri, strlen(uri)))));
}

/* An entry for a certificate, with extensions or none. */
static struct der entry(gnutls_x509_crt_t c, struct der extensions)
{
	unsigned char serial[32];
	size_t n = sizeof(serial);
	CHECK(gnutls_x509_crt_get_serial(c, serial, &n) == 0);
	return SEQ(ELEMENT(0x02, der_bytes(serial, n)), ELEMENT(0x17, LIT("200101000000Z")), extensions.n ? SEQ(extensions) : LIT(""));
}

static struct der reason(unsigned char n)
{
	return extension("2.5.29.21", 0, ELEMENT(0x0a, der_bytes(&n, 1)));
}

static gnutls_x509_crl_t crl_of(const struct entity *issuer, struct der extensions, struct der entries)
{
	static const char ecdsa[] = "\x30\x0a\x06\x08\x2a\x86\x48\xce\x3d\x04\x03\x02";
	struct der tbs = SEQ(LIT("\x02\x01\x01"), der_bytes(ecdsa, sizeof(ecdsa) - 1), name_of(issuer->crt),
			     ELEMENT(0x17, LIT("200101000000Z")), ELEMENT(0x18, LIT("20990101000000Z")),
			     entries.n ? SEQ(entries) : LIT(""), extensions.n ? ELEMENT(0xa0, SEQ(extensions)) : LIT(""));
	gnutls_datum_t message = der_datum(tbs), signature;
	gnutls_privkey_t key;
	gnutls_x509_crl_t crl;
	gnutls_privkey_init(&key);
	CHECK(gnutls_privkey_import_x509(key, issuer->key, 0) == 0);
	CHECK(gnutls_privkey_sign_data2(key, GNUTLS_SIGN_ECDSA_SHA256, 0, &message, &signature) == 0);
	struct der all = SEQ(tbs, der_bytes(ecdsa, sizeof(ecdsa) - 1),
			     ELEMENT(0x03, LIT("\0"), der_bytes(signature.data, signature.size)));
	gnutls_free(signature.data);
	gnutls_privkey_deinit(key);
	message = der_datum(all);
	CHECK(gnutls_x509_crl_init(&crl) == 0 && gnutls_x509_crl_import(crl, &message, GNUTLS_X509_FMT_DER) == 0);
	return crl;
}

static struct entity with_points(const struct entity *issuer, struct der points)
{
	struct der all = SEQ(points);
	const struct extension list[] = { { "2.5.29.31", 0, all.p, all.n }, LAST };
	return END(issuer, .extensions = list);
}

static struct der none(void)
{
	return LIT("");
}

/* One list with these extensions and entries, or two. */
#define WITH(want, root, end, ...) \
	do { \
		gnutls_x509_crl_t lists[] = { __VA_ARGS__, NULL }; \
		STATUS(want, LIST(root), LIST(end), lists[0], lists[1], 0); \
		for (int i_ = 0; lists[i_]; i_++) \
			gnutls_x509_crl_deinit(lists[i_]); \
	} while (0)

static void scopes(const struct entity *root)
{
	struct entity plain = END(root), ca = MAKE("ca", root);
	struct entity here = with_points(root, SEQ(at("http://a/1")));
	struct entity some = with_points(root, JOIN(SEQ(at("http://a/1"), LIT("\x81\x02\x06\x40")), SEQ(at("http://a/2"), LIT("\x81\x03\x07\x3f\x80"))));
	WITH(0, root, &plain, crl_of(root, none(), none()));
	WITH(0, root, &here, crl_of(root, none(), none()));
	WITH(0, root, &plain, crl_of(root, scope(LIT("\x81\x01\xff")), none()));
	WITH(EITHER(UNCOVERED, 0), root, &ca, crl_of(root, scope(LIT("\x81\x01\xff")), none()));
	WITH(0, root, &ca, crl_of(root, scope(LIT("\x82\x01\xff")), none()));
	WITH(EITHER(UNCOVERED, 0), root, &plain, crl_of(root, scope(LIT("\x82\x01\xff")), none()));
	WITH(0, root, &plain, crl_of(root, scope(LIT("\x82\x01\xff")), none()), crl_of(root, scope(LIT("\x81\x01\xff")), none()));
	WITH(EITHER(UNCOVERED, 0), root, &plain, crl_of(root, scope(LIT("\x85\x01\xff")), none()));
	/* Names: a certificate that names no point may be in any list. */
	WITH(0, root, &here, crl_of(root, scope(at("http://a/1")), none()));
	WITH(EITHER(UNCOVERED, 0), root, &here, crl_of(root, scope(at("http://a/2")), none()));
	WITH(0, root, &plain, crl_of(root, scope(at("http://a/2")), none()));
	/* Reasons. */
	WITH(EITHER(UNCOVERED, 0), root, &plain, crl_of(root, scope(LIT("\x83\x02\x06\x40")), none()));
	WITH(0, root, &plain, crl_of(root, scope(LIT("\x83\x02\x06\x40")), none()), crl_of(root, scope(LIT("\x83\x03\x07\x3f\x80")), none()));
	WITH(0, root, &some, crl_of(root, scope(at("http://a/1")), none()), crl_of(root, scope(at("http://a/2")), none()));
	WITH(EITHER(UNCOVERED, 0), root, &some, crl_of(root, scope(at("http://a/1")), none()));
	/* What is listed is revoked, whatever the scope is. */
	WITH(REVOKED, root, &here, crl_of(root, scope(at("http://a/2")), entry(here.crt, none())));
	WITH(REVOKED, root, &ca, crl_of(root, scope(LIT("\x81\x01\xff")), entry(ca.crt, none())));
	entity_free(&plain), entity_free(&ca), entity_free(&here), entity_free(&some);
	der_done();
}

static void unusable(void)
{
	const struct extension id[] = { { KEY_ID }, LAST };
	const struct extension no_crls[] = { { KEY_ID }, EXTENSION("2.5.29.15", 1, "\x03\x02\x02\x04"), LAST };
	struct entity keyed = MAKE("keyed", NULL, .extensions = id), end = END(&keyed);
	struct entity other = MAKE("keyed", NULL, .extensions = id);
	struct entity weak = MAKE("weak", NULL, .extensions = no_crls), below = END(&weak);
	struct der aki = extension("2.5.29.35", 0, LIT("\x30\x06\x80\x04root")), strange = extension("1.2.3.4", 1, LIT("\x05\0"));
	/* Another key made the signature of a list that names this one. */
	WITH(0, &keyed, &end, crl_of(&keyed, aki, none()));
	WITH(EITHER(GNUTLS_CERT_SIGNATURE_FAILURE, 0), &keyed, &end, crl_of(&other, aki, none()));
	WITH(0, &keyed, &end, crl_of(&other, none(), none()));
	WITH(0, &keyed, &end, crl_of(&other, aki, none()), crl_of(&keyed, aki, none()));
	WITH(REVOKED, &keyed, &end, crl_of(&other, aki, entry(end.crt, none())), crl_of(&keyed, aki, none()));
	WITH(EITHER(GNUTLS_CERT_SIGNER_CONSTRAINTS_FAILURE, 0), &weak, &below, crl_of(&weak, aki, none()));
	/* What is not known and critical may change what entries mean. */
	WITH(EITHER(GNUTLS_CERT_UNKNOWN_CRIT_EXTENSIONS, 0), &keyed, &end, crl_of(&keyed, strange, none()));
	WITH(0, &keyed, &end, crl_of(&keyed, extension("1.2.3.4", 0, LIT("\x05\0")), none()));
	entity_free(&keyed), entity_free(&end), entity_free(&other), entity_free(&weak), entity_free(&below);
	der_done();
}

static void unknown_extensions(const struct entity *root)
{
	struct entity end = END(root), other = END(root);
	struct der strange = extension("1.2.3.4", 1, LIT("\x05\0"));
	gnutls_x509_crl_t crl = crl_of(root, none(), entry(other.crt, strange));
	STATUS(EITHER(GNUTLS_CERT_UNKNOWN_CRIT_EXTENSIONS, 0), LIST(root), LIST(&end), crl, NULL, 0);
	STATUS(0, LIST(root), LIST(&end), crl, NULL, GNUTLS_VERIFY_IGNORE_UNKNOWN_CRIT_EXTENSIONS);
	STATUS(0, LIST(root), LIST(&end), crl, NULL, GNUTLS_VERIFY_DISABLE_CRL_CHECKS);
	STATUS(REVOKED, LIST(root), LIST(&other), crl, NULL, GNUTLS_VERIFY_IGNORE_UNKNOWN_CRIT_EXTENSIONS);
	gnutls_x509_crl_deinit(crl);
	entity_free(&end), entity_free(&other);
	der_done();
}

/* Lists of an issuer that another one has named for its certificates. */
static void indirect(const struct entity *root)
{
	struct entity third = MAKE("third", NULL);
	struct der who = ELEMENT(0xa2, ELEMENT(0xa4, name_of(third.crt)));
	struct entity end = with_points(root, SEQ(who)), plain = END(root);
	struct der of_root = extension("2.5.29.29", 1, SEQ(ELEMENT(0xa4, name_of(root->crt))));
	struct der of_other = extension("2.5.29.29", 1, SEQ(ELEMENT(0xa4, name_of(end.crt))));
	WITH(0, root, &end, crl_of(&third, scope(LIT("\x84\x01\xff")), none()));
	WITH(EITHER(REVOKED, 0), root, &end, crl_of(&third, scope(LIT("\x84\x01\xff")), entry(end.crt, of_root)));
	/* The issuer of an entry is that of those behind it. */
	WITH(EITHER(REVOKED, 0), root, &end,
	     crl_of(&third, scope(LIT("\x84\x01\xff")), JOIN(entry(plain.crt, of_root), entry(end.crt, none()))));
	WITH(0, root, &end, crl_of(&third, scope(LIT("\x84\x01\xff")), JOIN(entry(plain.crt, of_other), entry(end.crt, none()))));
	WITH(0, root, &end, crl_of(&third, scope(LIT("\x84\x01\xff")), entry(end.crt, none())));
	/* Not for a certificate that does not name the issuer, nor in a list that is not indirect. */
	WITH(0, root, &plain, crl_of(&third, scope(LIT("\x84\x01\xff")), entry(plain.crt, of_root)));
	WITH(0, root, &end, crl_of(&third, none(), entry(end.crt, of_root)));
	/* In an indirect list of the issuer itself an entry may be another's. */
	WITH(EITHER(0, REVOKED), root, &plain, crl_of(root, scope(LIT("\x84\x01\xff")), entry(plain.crt, of_other)));
	WITH(REVOKED, root, &plain, crl_of(root, scope(LIT("\x84\x01\xff")), entry(plain.crt, none())));
	entity_free(&third), entity_free(&end), entity_free(&plain);
	der_done();
}

static void changes(void)
{
	const struct extension id[] = { { KEY_ID }, LAST };
	struct entity keyed = MAKE("keyed", NULL, .extensions = id), end = END(&keyed);
	struct entity other = MAKE("keyed", NULL, .extensions = id);
	struct der aki = extension("2.5.29.35", 0, LIT("\x30\x06\x80\x04root"));
	struct der base = JOIN(aki, number(5)), new = JOIN(aki, number(7), delta(5)), gap = JOIN(aki, number(9), delta(7));
	struct der held = entry(end.crt, reason(6)), lifted = entry(end.crt, reason(8)), lost = entry(end.crt, reason(1));
	WITH(REVOKED, &keyed, &end, crl_of(&keyed, base, held));
	WITH(EITHER(0, REVOKED), &keyed, &end, crl_of(&keyed, base, held), crl_of(&keyed, new, lifted));
	WITH(REVOKED, &keyed, &end, crl_of(&keyed, base, lost), crl_of(&keyed, new, lifted));
	WITH(REVOKED, &keyed, &end, crl_of(&keyed, base, held), crl_of(&keyed, gap, lifted));
	WITH(REVOKED, &keyed, &end, crl_of(&keyed, base, none()), crl_of(&keyed, new, lost));
	WITH(0, &keyed, &end, crl_of(&keyed, base, none()), crl_of(&keyed, new, none()));
	/* Changes alone say nothing of what they do not list, and only the issuer lifts. */
	WITH(EITHER(UNCOVERED, 0), &keyed, &end, crl_of(&keyed, new, none()));
	WITH(REVOKED, &keyed, &end, crl_of(&keyed, base, held), crl_of(&other, new, lifted));
	WITH(REVOKED, &keyed, &end, crl_of(&keyed, base, held), crl_of(&keyed, JOIN(number(7), delta(5)), lifted));
	entity_free(&keyed), entity_free(&end), entity_free(&other);
	der_done();
}

/* GNUTLS_TL_NO_DUPLICATES: a list of another scope, or of changes, replaces none. */
static void duplicates(const struct entity *root)
{
	struct entity end = END(root);
	gnutls_x509_trust_list_t list;
	unsigned status = 0;
	gnutls_x509_crl_t crls[] = { crl_of(root, scope(LIT("\x81\x01\xff")), entry(end.crt, none())),
				     crl_of(root, scope(LIT("\x82\x01\xff")), none()) };
	gnutls_x509_trust_list_init(&list, 0);
	CHECK(gnutls_x509_trust_list_add_cas(list, &root->crt, 1, 0) == 1);
	for (int i = 0; i < 2; i++)
		CHECK(gnutls_x509_trust_list_add_crls(list, &crls[i], 1, GNUTLS_TL_NO_DUPLICATES, 0) == 1);
	CHECK(gnutls_x509_trust_list_verify_crt(list, &end.crt, 1, 0, &status, NULL) == 0);
	CHECK(status == (unsigned)EITHER(GNUTLS_CERT_INVALID | REVOKED, 0));
	gnutls_x509_trust_list_deinit(list, 0);
	entity_free(&end);
	der_done();
}

int main(void)
{
	struct entity root = MAKE("root", NULL);
	scopes(&root);
	unusable();
	unknown_extensions(&root);
	indirect(&root);
	changes();
	duplicates(&root);
	entity_free(&root);
	return check_result();
}
