/* Work on inputs that grow: cost CASE N makes an input of N parts and does one thing with it. capi-tests/cost/run counts the
 * instructions. Whatever a peer or a file can make longer must cost no more than in proportion. */
#include <errno.h>
#include <gnutls/gnutls.h>
#include <gnutls/x509-ext.h>
#include <gnutls/x509.h>
#include <stdio.h>
#include "../c/der.h"

#define OID_SAN "\x06\x03\x55\x1d\x11"
#define OID_PURPOSES "\x06\x03\x55\x1d\x25"
#define OID_CONSTRAINTS "\x06\x03\x55\x1d\x1e"
#define ED25519 LIT("\x30\x05\x06\x03\x2b\x65\x70")

static void need(int code)
{
	if (code >= 0)
		return;
	fprintf(stderr, "%s\n", gnutls_strerror_name(code));
	exit(2);
}

static struct der number(int tag, unsigned n)
{
	unsigned char b[5] = { 0, n >> 24, n >> 16, n >> 8, n };
	return der_element(tag, der_bytes(b, sizeof b));
}

/* `count` elements that `make` gives. */
static struct der repeated(unsigned count, struct der (*make)(unsigned))
{
	struct der *parts = calloc(count + 1, sizeof *parts), all;
	for (unsigned i = 0; i < count; i++)
		parts[i] = make(i);
	all = der_join(parts, count);
	free(parts);
	return all;
}

static struct der rdn(unsigned i)
{
	char text[20];
	int n = snprintf(text, sizeof text, "part %u", i);
	return der_element(0x31, der_element(0x30, JOIN(LIT("\x06\x03\x55\x04\x0b"), der_element(0x0c, der_bytes(text, n)))));
}

static struct der dns_name(unsigned i)
{
	char text[30];
	int n = snprintf(text, sizeof text, "h%u.example.org", i);
	return der_element(0x82, der_bytes(text, n));
}

static struct der purpose(unsigned i)
{
	unsigned char oid[] = { 6, 5, 0x2a, 3, 4, 0x81 + (i >> 7), i & 0x7f };
	return der_bytes(oid, sizeof oid);
}

static struct der subtree(unsigned i)
{
	return der_element(0x30, dns_name(i));
}

static struct der unknown_extension(unsigned i)
{
	return der_element(0x30, JOIN(purpose(i), der_element(4, LIT("\x05\x00"))));
}

static struct der extension(struct der oid, struct der value)
{
	return der_element(0x30, JOIN(oid, der_element(4, value)));
}

/* A certificate that nobody has signed. */
static struct der certificate(unsigned serial, struct der subject, struct der extensions)
{
	struct der validity = der_element(0x30, LIT("\x17\x0d" "250101000000Z" "\x17\x0d" "350101000000Z"));
	struct der key = LIT("\x30\x2a\x30\x05\x06\x03\x2b\x65\x70\x03\x21\x00" "0123456789abcdef0123456789abcdef");
	struct der tbs = der_element(0x30, JOIN(LIT("\xa0\x03\x02\x01\x02"), number(2, serial), ED25519,
		der_element(0x30, rdn(0)), validity, der_element(0x30, subject), key,
		extensions.n ? der_element(0xa3, der_element(0x30, extensions)) : extensions));
	static unsigned char signature[65];
	return der_element(0x30, JOIN(tbs, ED25519, der_element(3, der_bytes(signature, sizeof signature))));
}

static struct der entry(unsigned i)
{
	return der_element(0x30, JOIN(number(2, i + 1), LIT("\x17\x0d" "250101000000Z")));
}

static gnutls_x509_crt_t imported(struct der d)
{
	gnutls_datum_t datum = { d.p, d.n };
	gnutls_x509_crt_t crt;
	need(gnutls_x509_crt_init(&crt));
	need(gnutls_x509_crt_import(crt, &datum, GNUTLS_X509_FMT_DER));
	return crt;
}

static gnutls_x509_crt_t with_names(unsigned n)
{
	return imported(certificate(1, rdn(0), extension(LIT(OID_SAN), der_element(0x30, repeated(n, dns_name)))));
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
	need(gnutls_x509_crt_check_hostname(crt, "elsewhere.example.org") ? GNUTLS_E_INTERNAL_ERROR : 0);
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
	gnutls_x509_name_constraints_check_crt(nc, GNUTLS_SAN_DNSNAME, leaf);
	gnutls_x509_name_constraints_deinit(nc);
	gnutls_x509_crt_deinit(crt);
	gnutls_x509_crt_deinit(leaf);
}

static void revocation_list(unsigned n)
{
	struct der tbs = der_element(0x30, JOIN(LIT("\x02\x01\x01"), ED25519, der_element(0x30, rdn(0)),
		LIT("\x17\x0d" "250101000000Z"), n ? der_element(0x30, repeated(n, entry)) : LIT("")));
	static unsigned char signature[65];
	struct der d = der_element(0x30, JOIN(tbs, ED25519, der_element(3, der_bytes(signature, sizeof signature))));
	gnutls_datum_t datum = { d.p, d.n };
	gnutls_x509_crl_t crl;
	gnutls_x509_crt_t crt = imported(certificate(0x7fffffff, rdn(0), LIT("")));
	need(gnutls_x509_crl_init(&crl));
	need(gnutls_x509_crl_import(crl, &datum, GNUTLS_X509_FMT_DER));
	for (unsigned i = 0; i < n; i++) {
		unsigned char serial[8];
		size_t size = sizeof serial;
		need(gnutls_x509_crl_get_crt_serial(crl, i, serial, &size, NULL));
	}
	need(gnutls_x509_crt_check_revocation(crt, &crl, 1));
	gnutls_x509_crt_deinit(crt);
	gnutls_x509_crl_deinit(crl);
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
		need(gnutls_x509_trust_list_add_trust_mem(list, &all, NULL, GNUTLS_X509_FMT_PEM, 0, 0));
	need(gnutls_x509_trust_list_verify_crt(list, &crt, 1, 0, &status, NULL));
	gnutls_x509_trust_list_deinit(list, 1);
	gnutls_x509_crt_deinit(crt);
	free(all.data);
}

static void priority_words(unsigned n)
{
	char *text = malloc(20 + n * 16), *end = text + sprintf(text, "NORMAL");
	gnutls_priority_t priority;
	for (unsigned i = 0; i < n; i++)
		end += sprintf(end, i & 1 ? ":-AES-128-GCM" : ":+AES-128-GCM");
	need(gnutls_priority_init(&priority, text, NULL));
	gnutls_priority_deinit(priority);
	free(text);
}

/* A ClientHello of `n` bytes that comes in records of one byte. */
static unsigned hello_size, hello_at;

static ssize_t pull_hello(gnutls_transport_ptr_t t, void *p, size_t n)
{
	unsigned char *out = p;
	for (size_t i = 0; i < n; i++) {
		unsigned record = hello_at / 6, at = hello_at % 6, all = hello_size + 4;
		unsigned char message[] = { 1, hello_size >> 16, hello_size >> 8, hello_size };
		unsigned char bytes[] = { 22, 3, 1, 0, 1, record < 4 ? message[record] : 0 };
		if (record == all) {
			errno = EAGAIN;
			return i ? (ssize_t)i : -1;
		}
		out[i] = bytes[at];
		hello_at++;
	}
	return n;
}

static ssize_t push_nothing(gnutls_transport_ptr_t t, const void *p, size_t n)
{
	return n;
}

static void fragments(unsigned n)
{
	gnutls_session_t s;
	hello_size = n;
	need(gnutls_init(&s, GNUTLS_SERVER | GNUTLS_NONBLOCK));
	need(gnutls_set_default_priority(s));
	gnutls_transport_set_pull_function(s, pull_hello);
	gnutls_transport_set_push_function(s, push_nothing);
	gnutls_handshake(s);
	/* All of it was read. */
	need(hello_at == (n + 4) * 6 ? 0 : GNUTLS_E_INTERNAL_ERROR);
	gnutls_deinit(s);
}

static const struct {
	const char *name;
	void (*run)(unsigned n);
	unsigned n;
} cases[] = {
	{ "names-by-index", names_by_index, 500 },
	{ "host-among-names", host_among_names, 500 },
	{ "print", print, 500 },
	{ "extensions-by-index", extensions_by_index, 100 },
	{ "purposes-by-index", purposes_by_index, 500 },
	{ "distinguished-name", distinguished_name, 500 },
	{ "constraints", constraints, 500 },
	{ "revocation-list", revocation_list, 1000 },
	{ "certificate-list", certificate_list, 100 },
	{ "trust-list", trust_list, 100 },
	{ "priority-words", priority_words, 100 },
	{ "fragments", fragments, 1000 },
};

int main(int argc, char **argv)
{
	for (unsigned i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		if (argc == 1)
			printf("%s %u\n", cases[i].name, cases[i].n);
		else if (argc == 3 && !strcmp(argv[1], cases[i].name))
			cases[i].run(strtoul(argv[2], NULL, 10));
	}
	der_done();
	return 0;
}
