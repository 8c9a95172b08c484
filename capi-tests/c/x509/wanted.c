/* What a verification is asked besides the path: names and purposes as typed data, certificates for one name, missing issuers. */
#include <gnutls/gnutls.h>
#include <gnutls/x509.h>
#include "authority.h"

#define OWNER (GNUTLS_CERT_INVALID | GNUTLS_CERT_UNEXPECTED_OWNER)
#define PURPOSE (GNUTLS_CERT_INVALID | GNUTLS_CERT_PURPOSE_MISMATCH)
#define ERROR 0x80000000

static gnutls_x509_trust_list_t trusting(const struct entity *root)
{
	gnutls_x509_trust_list_t list;
	CHECK(gnutls_x509_trust_list_init(&list, 0) == 0);
	if (root)
		CHECK(gnutls_x509_trust_list_add_cas(list, &root->crt, 1, 0) == 1);
	return list;
}

static void typed_data(const struct entity *root)
{
	static const struct extension server[] = { EXTENSION("2.5.29.37", 0, "\x30\x0a\x06\x08\x2b\x06\x01\x05\x05\x07\x03\x01"), { 0 } };
	struct entity end = END(root, .extensions = server), mail = MAKE("mail", root, .plain = 1, .dn = "EMAIL=a@b.c");
	gnutls_x509_trust_list_t list = trusting(root);
#define HOST(name, size) { GNUTLS_DT_DNS_HOSTNAME, (void *)name, size }
#define MAIL(name) { GNUTLS_DT_RFC822NAME, (void *)name, 0 }
#define IP(bytes, size) { GNUTLS_DT_IP_ADDRESS, (void *)bytes, size }
#define FOR(oid) { GNUTLS_DT_KEY_PURPOSE_OID, (void *)oid, 0 }
	static const struct { int mail; gnutls_typed_vdata_st data[2]; unsigned n, want; } cases[] = {
		{ 0, { HOST("www.example.com", 0) }, 1, 0 },
		{ 0, { HOST("www.example.org", 0) }, 1, OWNER },
		{ 0, { HOST("", 0) }, 1, OWNER },
		{ 0, { HOST(NULL, 0) }, 1, 0 },
		/* The size of a text is not looked at. */
		{ 0, { HOST("www.example.com", 3) }, 1, 0 },
		{ 0, { { 99, (void *)"x", 0 } }, 1, 0 },
		{ 0, { IP("\x7f\0\0\1", 4) }, 1, OWNER },
		{ 0, { IP("\x7f\0\0\1\0", 5) }, 1, OWNER },
		{ 1, { MAIL("a@b.c") }, 1, 0 },
		{ 1, { MAIL("a@b.d") }, 1, OWNER },
		/* One name at most. */
		{ 0, { HOST("www.example.com", 0), HOST("www.example.com", 0) }, 2, ERROR },
		{ 0, { HOST("www.example.com", 0), IP("\x7f\0\0\1", 4) }, 2, ERROR },
		{ 1, { HOST("www.example.com", 0), MAIL("a@b.c") }, 2, ERROR },
		{ 1, { MAIL("a@b.c"), IP("\x7f\0\0\1", 4) }, 2, ERROR },
		/* The last purpose counts. */
		{ 0, { HOST("www.example.com", 0), FOR(GNUTLS_KP_TLS_WWW_SERVER) }, 2, 0 },
		{ 0, { FOR(GNUTLS_KP_TLS_WWW_CLIENT), HOST("www.example.org", 0) }, 2, OWNER | PURPOSE },
		{ 0, { FOR(GNUTLS_KP_TLS_WWW_CLIENT), FOR(GNUTLS_KP_TLS_WWW_SERVER) }, 2, 0 },
		{ 0, { FOR(GNUTLS_KP_TLS_WWW_SERVER), FOR(GNUTLS_KP_TLS_WWW_CLIENT) }, 2, PURPOSE },
		{ 0, { FOR("no identifier") }, 1, PURPOSE },
		{ 1, { FOR("no identifier") }, 1, 0 },
		{ 0, { FOR("") }, 1, PURPOSE },
	};
	for (unsigned i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		unsigned status = 0;
		gnutls_x509_crt_t crt = cases[i].mail ? mail.crt : end.crt;
		gnutls_typed_vdata_st data[2] = { cases[i].data[0], cases[i].data[1] };
		int ret = gnutls_x509_trust_list_verify_crt2(list, &crt, 1, data, cases[i].n, 0, &status, NULL);
		CHECK(ret == (cases[i].want == ERROR ? GNUTLS_E_INVALID_REQUEST : 0));
		if (ret == 0 && status != cases[i].want) {
			fprintf(stderr, "typed data %u: 0x%x, not 0x%x\n", i, status, cases[i].want);
			check_failures++;
		}
	}
	gnutls_x509_trust_list_deinit(list, 0);
	entity_free(&end), entity_free(&mail);
}

static gnutls_x509_crt_t copy_of(const struct entity *e)
{
	gnutls_datum_t der;
	gnutls_x509_crt_t c;
	CHECK(gnutls_x509_crt_export2(e->crt, GNUTLS_X509_FMT_DER, &der) == 0 && gnutls_x509_crt_init(&c) == 0);
	CHECK(gnutls_x509_crt_import(c, &der, GNUTLS_X509_FMT_DER) == 0);
	gnutls_free(der.data);
	return c;
}

/* A certificate for one name is good for it without an authority, and whatever the time is. */
static void of_one_name(void)
{
	struct entity old = END(NULL, .from = -9, .to = -1);
	gnutls_x509_trust_list_t list = trusting(NULL);
	gnutls_typed_vdata_st host = HOST("old", 0);
	unsigned status = 9;
	CHECK(gnutls_x509_trust_list_add_named_crt(list, copy_of(&old), "old", 3, 0) == 0);
	CHECK(gnutls_x509_trust_list_verify_named_crt(list, old.crt, "old", 3, 0, &status, NULL) == 0 && status == 0);
	CHECK(gnutls_x509_trust_list_verify_named_crt(list, old.crt, "Old", 3, 0, &status, NULL) == 0);
	CHECK(status == (GNUTLS_CERT_INVALID | GNUTLS_CERT_SIGNER_NOT_FOUND));
	CHECK(gnutls_x509_trust_list_verify_crt2(list, &old.crt, 1, &host, 1, 0, &status, NULL) == 0 && status == 0);
	/* Here the size of the name counts: less or more of it is another name. */
	for (host.size = 1; host.size < 6; host.size++) {
		CHECK(gnutls_x509_trust_list_verify_crt2(list, &old.crt, 1, &host, 1, 0, &status, NULL) == 0);
		CHECK((status == 0) == (host.size == 3));
	}
	host.data = (void *)"older";
	host.size = 3;
	CHECK(gnutls_x509_trust_list_verify_crt2(list, &old.crt, 1, &host, 1, 0, &status, NULL) == 0 && status == 0);
	gnutls_x509_trust_list_deinit(list, 1);
	entity_free(&old);
}

static const struct entity *answer;
static int asked;

static int find(gnutls_x509_trust_list_t list, const gnutls_x509_crt_t crt, gnutls_x509_crt_t **issuers, unsigned *n)
{
	asked++;
	*issuers = gnutls_malloc(sizeof(**issuers));
	(*issuers)[0] = copy_of(answer);
	*n = 1;
	return 0;
}

static int told;

static int step(gnutls_x509_crt_t crt, gnutls_x509_crt_t issuer, gnutls_x509_crl_t crl, unsigned status)
{
	told++;
	return 0;
}

/* Who is asked for an issuer and does not know it is not asked again. */
static void missing_issuers(const struct entity *root)
{
	struct entity ca = MAKE("ca", root), end = END(&ca), self = END(NULL);
	gnutls_x509_trust_list_t list = trusting(root);
	gnutls_x509_crt_t chain[] = { end.crt, ca.crt };
	const unsigned unknown = GNUTLS_CERT_INVALID | GNUTLS_CERT_SIGNER_NOT_FOUND;
	unsigned status = 9;
	gnutls_x509_trust_list_set_getissuer_function(list, find);
	answer = &ca;
	CHECK(gnutls_x509_trust_list_verify_crt(list, chain, 2, 0, &status, NULL) == 0 && status == 0 && asked == 0);
	CHECK(gnutls_x509_trust_list_verify_crt(list, chain, 1, 0, &status, NULL) == 0 && status == 0 && asked == 1);
	answer = &self;
	CHECK(gnutls_x509_trust_list_verify_crt(list, chain, 1, 0, &status, NULL) == 0 && status == unknown && asked == 2);
	CHECK(gnutls_x509_trust_list_verify_crt(list, &self.crt, 1, 0, &status, step) == 0 && status == unknown);
	CHECK(asked == 3 && told == 1);
	gnutls_x509_trust_list_deinit(list, 0);
	entity_free(&ca), entity_free(&end), entity_free(&self);
}

/* The host of a mailbox in another script is that of the certificate in ASCII; purposes do not matter to mailboxes. */
static void mailboxes(const struct entity *root)
{
	static const struct extension names[] = { EXTENSION("2.5.29.17", 0, "\x30\x15\x81\x13x@xn--bcher-kva.com"), { 0 } };
	static const struct extension server[] = { EXTENSION("2.5.29.37", 0, "\x30\x0a\x06\x08\x2b\x06\x01\x05\x05\x07\x03\x01"), { 0 } };
	struct entity named = MAKE("named", root, .plain = 1, .extensions = names);
	struct entity subject = MAKE("subject", root, .plain = 1, .dn = "EMAIL=x@xn--bcher-kva.com", .extensions = server);
	const gnutls_x509_crt_t both[] = { named.crt, subject.crt };
	for (int i = 0; i < 2; i++) {
		CHECK(gnutls_x509_crt_check_email(both[i], "x@xn--bcher-kva.com", 0) != 0);
		CHECK(gnutls_x509_crt_check_email(both[i], "x@b\xc3\xbc" "cher.com", 0) != 0);
		CHECK(gnutls_x509_crt_check_email(both[i], "X@B\xc3\x9c" "CHER.com", 0) != 0);
		CHECK(gnutls_x509_crt_check_email(both[i], "x@bucher.com", 0) == 0);
		CHECK(gnutls_x509_crt_check_email(both[i], "x@b\xfc" "cher.com", 0) == 0);
		CHECK(gnutls_x509_crt_check_email(both[i], "\xc3\xbc@xn--bcher-kva.com", 0) == 0);
		CHECK(gnutls_x509_crt_check_email(both[i], "", 0) == 0);
	}
	entity_free(&named), entity_free(&subject);
}

/* A certificate without purposes is for every text, one with purposes for none that is no identifier. */
static void purposes_that_are_none(const struct entity *root)
{
	static const struct extension server[] = { EXTENSION("2.5.29.37", 0, "\x30\x0a\x06\x08\x2b\x06\x01\x05\x05\x07\x03\x01"), { 0 } };
	static const struct extension all[] = { EXTENSION("2.5.29.37", 0, "\x30\x06\x06\x04\x55\x1d\x25\x00"), { 0 } };
	struct entity any = END(root, .extensions = all), one = END(root, .extensions = server), none = END(root);
	static const char *const texts[] = { "", "no identifier", "9.9.9" };
	for (int i = 0; i < 3; i++) {
		CHECK(gnutls_x509_crt_check_key_purpose(none.crt, texts[i], 0) != 0);
		CHECK(gnutls_x509_crt_check_key_purpose(none.crt, texts[i], GNUTLS_KP_FLAG_DISALLOW_ANY) != 0);
		CHECK(gnutls_x509_crt_check_key_purpose(any.crt, texts[i], 0) != 0);
		CHECK(gnutls_x509_crt_check_key_purpose(any.crt, texts[i], GNUTLS_KP_FLAG_DISALLOW_ANY) == 0);
		CHECK(gnutls_x509_crt_check_key_purpose(one.crt, texts[i], 0) == 0);
	}
	entity_free(&any), entity_free(&one), entity_free(&none);
}

int main(void)
{
	struct entity root = MAKE("root", NULL);
	typed_data(&root);
	mailboxes(&root);
	purposes_that_are_none(&root);
	of_one_name();
	missing_issuers(&root);
	entity_free(&root);
	return check_result();
}
