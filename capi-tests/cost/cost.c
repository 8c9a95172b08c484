/* Work on inputs that grow: cost CASE N makes an input of N parts and does one thing with it. capi-tests/cost/run counts the
 * instructions. Whatever a peer or a file can make longer must cost no more than in proportion. Objects are here, chains in
 * paths.c, text and messages in messages.c, datagrams in datagrams.c. A case ends the program with a code if what it measures fails. */
#include "cost.h"

static struct der policy(unsigned i)
{
	return der_element(0x30, purpose(i));
}

static struct der point(unsigned i)
{
	return der_element(0x30, der_element(0xa0, der_element(0xa0, dns_name(i))));
}

static struct der entry(unsigned i)
{
	return der_element(0x30, JOIN(number(2, i + 1), LIT("\x17\x0d" "250101000000Z")));
}

static void names_by_index(unsigned n)
{
	gnutls_x509_crt_t crt = with_names(n);
	for (unsigned i = 0; i < n; i++) {
		char name[64];
		size_t size = sizeof name;
		need(gnutls_x509_crt_get_subject_alt_name(crt, i, name, &size, NULL));
	}
	gnutls_x509_crt_deinit(crt);
}

static void host_among_names(unsigned n)
{
	gnutls_x509_crt_t crt = with_names(n);
	must(!gnutls_x509_crt_check_hostname(crt, "elsewhere.example.org"), "another host is named");
	gnutls_x509_crt_deinit(crt);
}

static void print(unsigned n)
{
	gnutls_x509_crt_t crt = with_names(n);
	gnutls_datum_t out;
	need(gnutls_x509_crt_print(crt, GNUTLS_CRT_PRINT_FULL, &out));
	gnutls_free(out.data);
	gnutls_x509_crt_deinit(crt);
}

static void extensions_by_index(unsigned n)
{
	gnutls_x509_crt_t crt = imported(certificate(1, rdn(0), repeated(n, unknown_extension)));
	for (unsigned i = 0; i < n; i++) {
		char oid[64];
		size_t size = sizeof oid;
		need(gnutls_x509_crt_get_extension_info(crt, i, oid, &size, NULL));
	}
	gnutls_x509_crt_deinit(crt);
}

static void extension_contents(unsigned n)
{
	gnutls_x509_crt_t crt = imported(certificate(1, rdn(0), repeated(n, unknown_extension)));
	for (unsigned i = 0; i < n; i++) {
		unsigned char data[16];
		size_t size = sizeof data;
		need(gnutls_x509_crt_get_extension_data(crt, i, data, &size));
	}
	gnutls_x509_crt_deinit(crt);
}

/* The identifier that purpose(i) encodes. */
static const char *type_of(unsigned i)
{
	static char oid[20];
	snprintf(oid, sizeof oid, "1.2.3.4.%u", 128 + i);
	return oid;
}

static void extensions_by_type(unsigned n)
{
	gnutls_x509_crt_t crt = imported(certificate(1, rdn(0), repeated(n, unknown_extension)));
	for (unsigned i = 0; i < n; i++) {
		unsigned char data[16];
		size_t size = sizeof data;
		need(gnutls_x509_crt_get_extension_by_oid(crt, type_of(i), 0, data, &size, NULL));
	}
	gnutls_x509_crt_deinit(crt);
}

static void policies_by_index(unsigned n)
{
	struct der all = der_element(0x30, repeated(n, policy));
	gnutls_x509_crt_t crt = imported(certificate(1, rdn(0), extension(LIT(OID_POLICIES), all)));
	for (unsigned i = 0; i < n; i++) {
		gnutls_x509_policy_st policy;
		need(gnutls_x509_crt_get_policy(crt, i, &policy, NULL));
		gnutls_x509_policy_release(&policy);
	}
	gnutls_x509_crt_deinit(crt);
}

static void points_by_index(unsigned n)
{
	struct der all = der_element(0x30, repeated(n, point));
	gnutls_x509_crt_t crt = imported(certificate(1, rdn(0), extension(LIT(OID_POINTS), all)));
	for (unsigned i = 0; i < n; i++) {
		char name[64];
		size_t size = sizeof name;
		need(gnutls_x509_crt_get_crl_dist_points(crt, i, name, &size, NULL, NULL));
	}
	gnutls_x509_crt_deinit(crt);
}

static void purposes_by_index(unsigned n)
{
	struct der all = der_element(0x30, repeated(n, purpose));
	gnutls_x509_crt_t crt = imported(certificate(1, rdn(0), extension(LIT(OID_PURPOSES), all)));
	for (unsigned i = 0; i < n; i++) {
		char oid[64];
		size_t size = sizeof oid;
		need(gnutls_x509_crt_get_key_purpose_oid(crt, i, oid, &size, NULL));
	}
	gnutls_x509_crt_deinit(crt);
}

static void distinguished_name(unsigned n)
{
	gnutls_x509_crt_t crt = imported(certificate(1, repeated(n, rdn), LIT("")));
	gnutls_datum_t out = { NULL, 0 };
	/* An empty name is none. */
	if (n)
		need(gnutls_x509_crt_get_dn2(crt, &out));
	gnutls_free(out.data);
	for (unsigned i = 0; i < n; i++) {
		char value[64];
		size_t size = sizeof value;
		need(gnutls_x509_crt_get_dn_by_oid(crt, GNUTLS_OID_X520_ORGANIZATIONAL_UNIT_NAME, i, 0, value, &size));
	}
	gnutls_x509_crt_deinit(crt);
}

static void constraints(unsigned n)
{
	struct der all = der_element(0x30, der_element(0xa0, repeated(n, subtree)));
	gnutls_x509_crt_t crt = imported(certificate(1, rdn(0), extension(LIT(OID_CONSTRAINTS), all)));
	gnutls_x509_crt_t leaf = with_names(1);
	gnutls_x509_name_constraints_t nc;
	need(gnutls_x509_name_constraints_init(&nc));
	if (n)
		need(gnutls_x509_crt_get_name_constraints(crt, nc, 0, NULL));
	must(gnutls_x509_name_constraints_check_crt(nc, GNUTLS_SAN_DNSNAME, leaf), "the name is not allowed");
	gnutls_x509_name_constraints_deinit(nc);
	gnutls_x509_crt_deinit(crt);
	gnutls_x509_crt_deinit(leaf);
}

static gnutls_x509_crl_t list_of(unsigned n, struct der extensions)
{
	struct der d = with_signature(der_element(0x30, JOIN(LIT("\x02\x01\x01"), ED25519, der_element(0x30, rdn(0)),
		LIT("\x17\x0d" "250101000000Z"), n ? der_element(0x30, repeated(n, entry)) : LIT(""),
		extensions.n ? der_element(0xa0, der_element(0x30, extensions)) : extensions)), NULL);
	gnutls_datum_t datum = { d.p, d.n };
	gnutls_x509_crl_t crl;
	need(gnutls_x509_crl_init(&crl));
	need(gnutls_x509_crl_import(crl, &datum, GNUTLS_X509_FMT_DER));
	return crl;
}

static void list_extensions_by_index(unsigned n)
{
	gnutls_x509_crl_t crl = list_of(0, repeated(n, unknown_extension));
	for (unsigned i = 0; i < n; i++) {
		char oid[64];
		size_t size = sizeof oid;
		need(gnutls_x509_crl_get_extension_info(crl, i, oid, &size, NULL));
	}
	gnutls_x509_crl_deinit(crl);
}

static void revocation_list(unsigned n)
{
	gnutls_x509_crl_t crl = list_of(n, LIT(""));
	gnutls_x509_crt_t crt = imported(certificate(0x7fffffff, rdn(0), LIT("")));
	for (unsigned i = 0; i < n; i++) {
		unsigned char serial[8];
		size_t size = sizeof serial;
		need(gnutls_x509_crl_get_crt_serial(crl, i, serial, &size, NULL));
	}
	must(gnutls_x509_crt_check_revocation(crt, &crl, 1) == 0, "revoked");
	gnutls_x509_crt_deinit(crt);
	gnutls_x509_crl_deinit(crl);
}

/* A request of these attributes, which its key has not signed. */
static gnutls_x509_crq_t request(struct der attributes)
{
	struct der d = with_signature(der_element(0x30, JOIN(LIT("\x02\x01\x00"), der_element(0x30, rdn(0)), MADE_UP_KEY,
		der_element(0xa0, attributes))), NULL);
	gnutls_datum_t datum = { d.p, d.n };
	gnutls_x509_crq_t crq;
	need(gnutls_x509_crq_init(&crq));
	need(gnutls_x509_crq_import(crq, &datum, GNUTLS_X509_FMT_DER));
	return crq;
}

static struct der value(unsigned i)
{
	return number(2, i);
}

static struct der attribute(unsigned i)
{
	return der_element(0x30, JOIN(purpose(i), der_element(0x31, value(i))));
}

static void attributes_by_index(unsigned n)
{
	gnutls_x509_crq_t crq = request(repeated(n, attribute));
	for (unsigned i = 0; i < n; i++) {
		char oid[64];
		size_t size = sizeof oid;
		need(gnutls_x509_crq_get_attribute_info(crq, i, oid, &size));
	}
	gnutls_x509_crq_deinit(crq);
}

static void attributes_by_type(unsigned n)
{
	gnutls_x509_crq_t crq = request(repeated(n, attribute));
	for (unsigned i = 0; i < n; i++) {
		unsigned char data[16];
		size_t size = sizeof data;
		need(gnutls_x509_crq_get_attribute_by_oid(crq, type_of(i), 0, data, &size));
	}
	gnutls_x509_crq_deinit(crq);
}

static void values_by_index(unsigned n)
{
	gnutls_x509_crq_t crq = request(der_element(0x30, JOIN(purpose(0), der_element(0x31, repeated(n, value)))));
	for (unsigned i = 0; i < n; i++) {
		unsigned char data[16];
		size_t size = sizeof data;
		need(gnutls_x509_crq_get_attribute_by_oid(crq, type_of(0), i, data, &size));
	}
	gnutls_x509_crq_deinit(crq);
}

static void asked_by_index(unsigned n)
{
	struct der list = der_element(0x30, repeated(n, unknown_extension));
	gnutls_x509_crq_t crq = request(der_element(0x30, JOIN(LIT("\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x09\x0e"),
		der_element(0x31, list))));
	for (unsigned i = 0; i < n; i++) {
		char oid[64];
		size_t size = sizeof oid;
		need(gnutls_x509_crq_get_extension_info(crq, i, oid, &size, NULL));
	}
	gnutls_x509_crq_deinit(crq);
}

/* `n` certificates in PEM: as a list, and as trust. */
static gnutls_datum_t pem(unsigned n)
{
	gnutls_datum_t all = { NULL, 0 }, one;
	for (unsigned i = 0; i < n; i++) {
		struct der d = certificate(i + 1, rdn(i), LIT(""));
		gnutls_datum_t datum = { d.p, d.n };
		need(gnutls_pem_base64_encode2("CERTIFICATE", &datum, &one));
		all.data = realloc(all.data, all.size + one.size);
		memcpy(all.data + all.size, one.data, one.size);
		all.size += one.size;
		gnutls_free(one.data);
	}
	return all;
}

static void certificate_list(unsigned n)
{
	gnutls_datum_t all = pem(n);
	gnutls_x509_crt_t *list;
	unsigned count;
	if (!n)
		return;
	need(gnutls_x509_crt_list_import2(&list, &count, &all, GNUTLS_X509_FMT_PEM, 0));
	must(count == n, "some are missing");
	while (count)
		gnutls_x509_crt_deinit(list[--count]);
	gnutls_free(list);
	free(all.data);
}

static void trust_list(unsigned n)
{
	gnutls_datum_t all = pem(n);
	gnutls_x509_trust_list_t list;
	gnutls_x509_crt_t crt = imported(certificate(1, rdn(1), LIT("")));
	unsigned status;
	need(gnutls_x509_trust_list_init(&list, 0));
	if (n)
		must(gnutls_x509_trust_list_add_trust_mem(list, &all, NULL, GNUTLS_X509_FMT_PEM, 0, 0) == (int)n, "some are missing");
	need(gnutls_x509_trust_list_verify_crt(list, &crt, 1, 0, &status, NULL));
	/* Its issuer is the first, which has not signed it. */
	must(status == (GNUTLS_CERT_INVALID | (n ? GNUTLS_CERT_SIGNATURE_FAILURE : GNUTLS_CERT_SIGNER_NOT_FOUND)), "another status");
	gnutls_x509_trust_list_deinit(list, 1);
	gnutls_x509_crt_deinit(crt);
	free(all.data);
}

static const struct work objects[] = {
	{ "names-by-index", NULL, names_by_index, 500 },
	{ "host-among-names", NULL, host_among_names, 500 },
	{ "print", NULL, print, 500 },
	{ "extensions-by-index", NULL, extensions_by_index, 128 },
	{ "extension-contents", NULL, extension_contents, 128 },
	{ "extensions-by-type", NULL, extensions_by_type, 128 },
	{ "purposes-by-index", NULL, purposes_by_index, 500 },
	{ "policies-by-index", NULL, policies_by_index, 500 },
	{ "points-by-index", NULL, points_by_index, 500 },
	{ "distinguished-name", NULL, distinguished_name, 500 },
	{ "constraints", NULL, constraints, 500 },
	{ "revocation-list", NULL, revocation_list, 1000 },
	{ "list-extensions", NULL, list_extensions_by_index, 128 },
	{ "attributes-by-index", NULL, attributes_by_index, 128 },
	{ "attributes-by-type", NULL, attributes_by_type, 128 },
	{ "values-by-index", NULL, values_by_index, 1000 },
	{ "asked-by-index", NULL, asked_by_index, 128 },
	{ "certificate-list", NULL, certificate_list, 100 },
	{ "trust-list", NULL, trust_list, 100 },
	{ NULL, NULL, NULL, 0 },
};

/* The counted function: capi-tests/cost/run finds it by its name. */
__attribute__((noinline)) void measured(const struct work *w, unsigned n);

void measured(const struct work *w, unsigned n)
{
	w->run(n);
}

int main(int argc, char **argv)
{
	const struct work *const all[] = { objects, paths, messages, datagrams };
	for (unsigned i = 0; i < sizeof all / sizeof all[0]; i++)
		for (const struct work *w = all[i]; w->name; w++)
			if (argc == 1)
				printf("%s %u\n", w->name, w->n);
			else if (argc == 3 && !strcmp(argv[1], w->name)) {
				unsigned n = strtoul(argv[2], NULL, 10);
				if (w->before)
					w->before(n);
				measured(w, n);
			}
	der_done();
	return 0;
}
