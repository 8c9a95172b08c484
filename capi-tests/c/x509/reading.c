#define _GNU_SOURCE
/* Certificates and lists in forms that no setter writes: their import, the getters and the printed text. */
#include <gnutls/abstract.h>
#include <gnutls/gnutls.h>
#include <gnutls/x509-ext.h>
#include <gnutls/x509.h>
#include <stdio.h>
#include <time.h>

#include "check.h"
#include "der.h"

#define ECDSA "\x06\x08\x2a\x86\x48\xce\x3d\x04\x03\x02"
#define CN "\x06\x03\x55\x04\x03"
#define NULL_ELEMENT "\x05\x00"

/* The fields of a certificate or list; one with no bytes is left out. */
struct fields {
	struct der version, inner, outer, issuer, subject, begin, end, extensions, entries, signature;
};

static struct der attribute(const char *type, size_t n, struct der value)
{
	return ELEMENT(0x31, SEQ(der_bytes(type, n), value));
}
#define ATTRIBUTE(type, value) attribute(type, sizeof(type) - 1, value)

static struct fields plain(int list)
{
	struct fields f = { 0 };
	f.version = list ? LIT("\x02\x01\x01") : LIT("\xa0\x03\x02\x01\x02");
	f.inner = f.outer = SEQ(LIT(ECDSA));
	f.issuer = f.subject = SEQ(ATTRIBUTE(CN, ELEMENT(12, LIT("a"))));
	f.begin = ELEMENT(23, LIT("200101000000Z"));
	f.end = ELEMENT(23, LIT("300101000000Z"));
	f.extensions = f.entries = LIT("");
	f.signature = ELEMENT(3, LIT("\0\x30\x06\x02\x01\x07\x02\x01\x09"));
	return f;
}

static const char key[] = "\x30\x59\x30\x13\x06\x07\x2a\x86\x48\xce\x3d\x02\x01\x06\x08\x2a\x86\x48\xce\x3d\x03\x01\x07\x03\x42\x00\x04"
			  "\x6b\x17\xd1\xf2\xe1\x2c\x42\x47\xf8\xbc\xe6\xe5\x63\xa4\x40\xf2\x77\x03\x7d\x81\x2d\xeb\x33\xa0\xf4\xa1\x39\x45\xd8\x98\xc2\x96"
			  "\x4f\xe3\x42\xe2\xfe\x1a\x7f\x9b\x8e\xe7\xeb\x4a\x7c\x0f\x9e\x16\x2b\xce\x33\x57\x6b\x31\x5e\xce\xcb\xb6\x40\x68\x37\xbf\x51\xf5";

static struct der certificate(struct fields f)
{
	struct der extensions = f.extensions.n ? ELEMENT(0xa3, SEQ(f.extensions)) : LIT("");
	return SEQ(SEQ(f.version, LIT("\x02\x01\x05"), f.inner, f.issuer, SEQ(f.begin, f.end), f.subject,
		       der_bytes(key, sizeof(key) - 1), extensions),
		   f.outer, f.signature);
}

static struct der list(struct fields f)
{
	struct der extensions = f.extensions.n ? ELEMENT(0xa0, SEQ(f.extensions)) : LIT("");
	struct der entries = f.entries.n ? SEQ(f.entries) : LIT("");
	return SEQ(SEQ(f.version, f.inner, f.issuer, f.begin, f.end, entries, extensions), f.outer, f.signature);
}

static struct der extension(const char *type, size_t n, struct der value)
{
	return SEQ(der_bytes(type, n), ELEMENT(4, value));
}
#define EXTENSION(type, value) extension("\x06\x03\x55\x1d" type, sizeof("\x06\x03\x55\x1d" type) - 1, value)

static gnutls_x509_crt_t read_as(struct der d, int want)
{
	gnutls_x509_crt_t crt;
	gnutls_datum_t data = der_datum(d);
	gnutls_x509_crt_init(&crt);
	int rc = gnutls_x509_crt_import(crt, &data, GNUTLS_X509_FMT_DER);
	if (rc != want)
		fprintf(stderr, "import: %d, not %d\n", rc, want);
	CHECK(rc == want);
	return crt;
}

static void imports(struct fields f, int want)
{
	gnutls_x509_crt_deinit(read_as(certificate(f), want));
}

static void imports_list(struct fields f, int want)
{
	gnutls_x509_crl_t crl;
	gnutls_datum_t data = der_datum(list(f));
	gnutls_x509_crl_init(&crl);
	CHECK(gnutls_x509_crl_import(crl, &data, GNUTLS_X509_FMT_DER) == want);
	gnutls_x509_crl_deinit(crl);
}

static void list_version_is(struct fields f, int want)
{
	gnutls_x509_crl_t crl;
	gnutls_datum_t data = der_datum(list(f));
	gnutls_x509_crl_init(&crl);
	CHECK(gnutls_x509_crl_import(crl, &data, GNUTLS_X509_FMT_DER) == 0 && gnutls_x509_crl_get_version(crl) == want);
	gnutls_x509_crl_deinit(crl);
}

/* A path length that no path has is none that can be read, and no absence of one. */
static void path_lengths(void)
{
	static const struct { const char *value; size_t size; int code, length; } cases[] = {
#define LENGTH(octets, code, length) { "\x01\x01\xff\x02" octets, sizeof("\x01\x01\xff\x02" octets) - 1, code, length }
		LENGTH("\x01\x05", 1, 5), LENGTH("\x04\x7f\xff\xff\xff", 1, 0x7fffffff),
		LENGTH("\x05\x01\x01\x01\x01\x01", GNUTLS_E_ASN1_GENERIC_ERROR, 77),
		LENGTH("\x00", GNUTLS_E_ASN1_GENERIC_ERROR, 77),
#ifndef REFERENCE_3_8
		/* 3.8.13 takes the largest number of 32 bits for no bound. */
		LENGTH("\x05\x00\xff\xff\xff\xff", GNUTLS_E_ASN1_GENERIC_ERROR, 77),
#endif
#undef LENGTH
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct fields f = plain(0);
		unsigned critical = 0, ca = 0;
		int length = 77;
		f.extensions = EXTENSION("\x13", SEQ(der_bytes(cases[i].value, cases[i].size)));
		gnutls_x509_crt_t crt = read_as(certificate(f), 0);
		CHECK(gnutls_x509_crt_get_basic_constraints(crt, &critical, &ca, &length) == cases[i].code);
		CHECK(length == cases[i].length);
		gnutls_x509_crt_deinit(crt);
	}
}

/* What is read and what is refused at import. */
static void importing(void)
{
	struct fields f = plain(0);
	f.version = LIT("\xa0\x03\x02\x01\x03");
	gnutls_x509_crt_t crt = read_as(certificate(f), 0);
	CHECK(gnutls_x509_crt_get_version(crt) == 4);
	gnutls_x509_crt_deinit(crt);
	f.version = LIT("\xa0\x04\x02\x02\x00\x80");
	imports(f, GNUTLS_E_ASN1_DER_ERROR);
	f.version = LIT("\xa0\x04\x02\x02\x00\x02");
	imports(f, GNUTLS_E_ASN1_DER_ERROR);
	f.version = LIT("\xa0\x0b\x02\x09\x01\x01\x01\x01\x01\x01\x01\x01\x01");
	imports(f, GNUTLS_E_SHORT_MEMORY_BUFFER);
	/* An extension's octets in parts. */
	f = plain(0);
	f.extensions = SEQ(LIT("\x06\x03\x55\x1d\x13"), ELEMENT(0x24, LIT("\x04\x02\x30\x00")));
	imports(f, GNUTLS_E_ASN1_DER_ERROR);

	/* NULL parameters are none; others count. */
	f = plain(0);
	f.outer = SEQ(LIT(ECDSA), LIT(NULL_ELEMENT));
	imports(f, 0);
	f = plain(0);
	f.inner = SEQ(LIT(ECDSA), LIT(NULL_ELEMENT));
	imports(f, 0);
	f.inner = SEQ(LIT(ECDSA), LIT("\x02\x01\x05"));
	imports(f, GNUTLS_E_CERTIFICATE_ERROR);
	f.inner = SEQ(LIT(ECDSA), LIT(NULL_ELEMENT), LIT(NULL_ELEMENT));
	imports(f, GNUTLS_E_ASN1_DER_ERROR);
	struct fields l = plain(1);
	l.version = LIT("\x02\x02\x00\x01");
	list_version_is(l, GNUTLS_E_ASN1_DER_ERROR);
	l.version = LIT("\x02\x09\x01\x01\x01\x01\x01\x01\x01\x01\x01");
	list_version_is(l, GNUTLS_E_SHORT_MEMORY_BUFFER);
	l = plain(1);
	l.inner = SEQ(LIT("\x06\x08\x2a\x86\x48\xce\x3d\x04\x03\x03"));
	imports_list(l, 0);

	/* A signature that is no whole number of bytes is told of when it is asked for. */
	f = plain(0);
	f.signature = ELEMENT(3, LIT("\x03" "abcd"));
	crt = read_as(certificate(f), 0);
	char buffer[64];
	size_t size = sizeof(buffer);
	CHECK(gnutls_x509_crt_get_signature(crt, buffer, &size) == GNUTLS_E_CERTIFICATE_ERROR);
	gnutls_x509_crt_deinit(crt);

	static const struct {
		unsigned char tag;
		const char *text;
		int code;
		time_t time;
	} times[] = {
		{ 23, "2001010000Z", 0, 1577836800 },
		{ 24, "202001010000Z", 0, 1577836800 },
		{ 23, "200230000000Z", 0, 1583020800 },
		{ 23, "200101000000", GNUTLS_E_ASN1_TIME_ERROR, 0 },
		{ 23, "200101000000+0000", GNUTLS_E_ASN1_TIME_ERROR, 0 },
		{ 23, "201301000000Z", GNUTLS_E_CERTIFICATE_TIME_ERROR, 0 },
		{ 24, "20200101000000.5Z", GNUTLS_E_CERTIFICATE_TIME_ERROR, 0 },
		{ 24, "2020010100Z", GNUTLS_E_CERTIFICATE_TIME_ERROR, 0 },
		{ 23, "", GNUTLS_E_ASN1_DER_ERROR, 0 },
		{ 12, "200101000000Z", GNUTLS_E_ASN1_DER_ERROR, 0 },
	};
	for (unsigned i = 0; i < sizeof(times) / sizeof(*times); i++) {
		f = plain(0);
		f.begin = der_element(times[i].tag, der_bytes(times[i].text, strlen(times[i].text)));
		crt = read_as(certificate(f), times[i].code);
		CHECK(times[i].code || gnutls_x509_crt_get_activation_time(crt) == times[i].time);
		gnutls_x509_crt_deinit(crt);
		l = plain(1);
		l.begin = f.begin;
		/* A list may have a date that is none. */
		imports_list(l, times[i].code == GNUTLS_E_CERTIFICATE_TIME_ERROR ? 0 : times[i].code);
	}

	/* Names and the key's frame are read at once, and so are the entries of a list. */
	f = plain(0);
	f.subject = SEQ(ELEMENT(0x31, SEQ(LIT(CN), ELEMENT(12, LIT("a")), ELEMENT(12, LIT("b")))));
	imports(f, GNUTLS_E_ASN1_DER_ERROR);
	f.subject = SEQ(ELEMENT(0x31, SEQ(LIT("\x06\x03\x2a\x80\x01"), ELEMENT(12, LIT("a")))));
	imports(f, GNUTLS_E_ASN1_DER_ERROR);
	l = plain(1);
	l.entries = JOIN(SEQ(LIT("\x02\x01\x05"), l.begin), SEQ(LIT("\x02\x01\x06")));
	imports_list(l, GNUTLS_E_ASN1_DER_ERROR);
}

/* An attribute that is empty, or of a type that its syntax has not got, has the hex of its DER. */
static void names(void)
{
	struct fields f = plain(0);
	f.subject = SEQ(ATTRIBUTE(CN, ELEMENT(12, LIT("first"))), ATTRIBUTE("\x06\x03\x55\x04\x03", ELEMENT(0x69, LIT("x"))),
			ATTRIBUTE(CN, ELEMENT(0x1e, LIT("\xd8\x00\x00" "b"))));
	gnutls_x509_crt_t crt = read_as(certificate(f), 0);
	gnutls_datum_t d;
	CHECK(gnutls_x509_crt_get_dn2(crt, &d) == 0 && strcmp((char *)d.data, "CN=first,CN=#690178,CN=\\#d8000062") == 0);
	gnutls_free(d.data);
	/* By type and index, in order. */
	char buffer[64];
	for (unsigned i = 0; i < 4; i++) {
		size_t size = sizeof(buffer);
		int rc = gnutls_x509_crt_get_dn_by_oid(crt, "2.5.4.3", i, 0, buffer, &size);
		CHECK(rc == (i < 3 ? 0 : GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE));
		CHECK(i != 0 || strcmp(buffer, "first") == 0);
	}
	size_t size = sizeof(buffer);
	CHECK(gnutls_x509_crt_get_dn_by_oid(crt, "2.5.4.3", 1u << 31, 0, buffer, &size) == GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE);
	CHECK(gnutls_x509_crt_get_dn_oid(crt, 1u << 31, buffer, &size) == GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE);
	gnutls_x509_dn_t dn;
	gnutls_x509_ava_st ava;
	CHECK(gnutls_x509_crt_get_subject(crt, &dn) == 0 && gnutls_x509_dn_get_rdn_ava(dn, 1, 0, &ava) == 0);
	CHECK(ava.value_tag == 9 && ava.value.size == 1 && *ava.value.data == 'x');
	CHECK(gnutls_x509_dn_get_rdn_ava(dn, 1, 1, &ava) == GNUTLS_E_ASN1_ELEMENT_NOT_FOUND);
	CHECK(gnutls_x509_dn_get_rdn_ava(dn, 0x7fffffff, 0x7fffffff, &ava) == GNUTLS_E_ASN1_ELEMENT_NOT_FOUND);
	gnutls_x509_crt_deinit(crt);
}

static int prints(gnutls_x509_crt_t crt, gnutls_certificate_print_formats_t format, const char *want)
{
	gnutls_datum_t d;
	if (gnutls_x509_crt_print(crt, format, &d) < 0)
		return 0;
	int found = memmem(d.data, d.size, want, strlen(want)) != NULL;
	if (!found)
		fprintf(stderr, "no %s in %s\n", want, (char *)d.data);
	gnutls_free(d.data);
	return found;
}

static void extension_prints(struct der e, const char *want)
{
	struct fields f = plain(0);
	f.extensions = e;
	gnutls_x509_crt_t crt = read_as(certificate(f), 0);
	CHECK(prints(crt, GNUTLS_CRT_PRINT_FULL, want));
	gnutls_x509_crt_deinit(crt);
}

static void printing(void)
{
	struct fields f = plain(0);
	f.inner = f.outer = SEQ(LIT("\x06\x04\x2a\x03\x04\x05"));
	gnutls_x509_crt_t crt = read_as(certificate(f), 0);
	CHECK(prints(crt, GNUTLS_CRT_PRINT_ONELINE, ", signed using 1.2.3.4.5, "));
	CHECK(prints(crt, GNUTLS_CRT_PRINT_COMPACT, ", signed using 1.2.3.4.5, "));
	gnutls_x509_crt_deinit(crt);

	/* Names by an empty attribute of a DirectoryString are none. */
	f = plain(0);
	f.subject = SEQ(ATTRIBUTE(CN, ELEMENT(12, LIT(""))));
	crt = read_as(certificate(f), 0);
	CHECK(prints(crt, GNUTLS_CRT_PRINT_ONELINE, "unknown subject ("));
	CHECK(prints(crt, GNUTLS_CRT_PRINT_FULL, "error: get_dn: "));
	gnutls_x509_crt_deinit(crt);

	extension_prints(EXTENSION("\x11", SEQ(ELEMENT(0x82, LIT("\xc3\xa9.com")))), "\t\t\tDNSname: \xc3\xa9.com (contains illegal chars)\n");
	extension_prints(EXTENSION("\x11", SEQ(ELEMENT(0x81, LIT("a\nb")))), "\t\t\tRFC822Name: a\nb (contains illegal chars)\n");
	extension_prints(EXTENSION("\x11", SEQ(ELEMENT(0x82, LIT("a\0b")))),
			 "\nwarning: SAN contains an embedded NUL, replacing with '!'\n\t\t\tDNSname: a!b\n");
	extension_prints(EXTENSION("\x11", SEQ(ELEMENT(0x87, LIT("abc")))), "\t\t\tIPAddress: (error)\n");
	extension_prints(EXTENSION("\x13", LIT("\x05\x00")),
			 "\t\tBasic Constraints (not critical):\nerror: get_basic_constraints: ");
	extension_prints(EXTENSION("\x20", LIT("\x05\x00")), "\tExtensions:\nerror: certificate policies import: ");
	extension_prints(EXTENSION("\x1e", SEQ(ELEMENT(0xa0, SEQ(ELEMENT(0xa4, f.issuer))))), "\t\t\t\tdirectoryName: CN=a\n");
}

/* A notice may be of any type of DisplayText. */
static void notices(void)
{
	static const unsigned char types[] = { 12, 22, 26 };
	for (unsigned i = 0; i < sizeof(types); i++) {
		struct fields f = plain(0);
		struct der notice = SEQ(LIT("\x06\x08\x2b\x06\x01\x05\x05\x07\x02\x02"), SEQ(der_element(types[i], LIT("mind"))));
		f.extensions = EXTENSION("\x20", SEQ(SEQ(LIT("\x06\x02\x2a\x03"), SEQ(notice))));
		gnutls_x509_crt_t crt = read_as(certificate(f), 0);
		struct gnutls_x509_policy_st policy = { 0 };
		CHECK(gnutls_x509_crt_get_policy(crt, 0, &policy, NULL) == 0 && policy.qualifiers == 1);
		CHECK(policy.qualifier[0].type == GNUTLS_X509_QUALIFIER_NOTICE && policy.qualifier[0].size == 4 &&
		      strcmp(policy.qualifier[0].data, "mind") == 0);
		gnutls_x509_policy_release(&policy);
		gnutls_x509_crt_deinit(crt);
	}
}

static void constraint_texts(void)
{
	struct fields f = plain(0);
	f.extensions = EXTENSION("\x1e", SEQ(ELEMENT(0xa0, SEQ(ELEMENT(0xa4, f.issuer)))));
	gnutls_x509_crt_t crt = read_as(certificate(f), 0);
	gnutls_x509_name_constraints_t nc;
	gnutls_x509_name_constraints_init(&nc);
	unsigned type = 0;
	gnutls_datum_t d;
	CHECK(gnutls_x509_crt_get_name_constraints(crt, nc, 0, NULL) == 0);
	CHECK(gnutls_x509_name_constraints_get_permitted(nc, 0, &type, &d) == 0 && type == GNUTLS_SAN_DN);
	CHECK(d.size == 4 && memcmp(d.data, "CN=a", 4) == 0);
	gnutls_x509_name_constraints_deinit(nc);
	gnutls_x509_crt_deinit(crt);
}

/* A list prints in one form. */
static void lists(void)
{
	struct fields f = plain(1);
	f.entries = SEQ(LIT("\x02\x01\x05"), f.begin);
	gnutls_x509_crl_t crl;
	gnutls_datum_t data = der_datum(list(f)), full, other;
	gnutls_x509_crl_init(&crl);
	CHECK(gnutls_x509_crl_import(crl, &data, GNUTLS_X509_FMT_DER) == 0);
	CHECK(gnutls_x509_crl_print(crl, GNUTLS_CRT_PRINT_FULL, &full) == 0);
	static const gnutls_certificate_print_formats_t formats[] = { GNUTLS_CRT_PRINT_ONELINE, GNUTLS_CRT_PRINT_COMPACT };
	for (unsigned i = 0; i < 2; i++) {
		CHECK(gnutls_x509_crl_print(crl, formats[i], &other) == 0);
		CHECK(other.size == full.size && memcmp(other.data, full.data, full.size) == 0);
		gnutls_free(other.data);
	}
	gnutls_free(full.data);
	unsigned char serial[8];
	size_t size = sizeof(serial);
	CHECK(gnutls_x509_crl_get_crt_serial(crl, 0, serial, &size, NULL) == 0 && size == 1 && *serial == 5);
	CHECK(gnutls_x509_crl_get_crt_serial(crl, 1u << 31, serial, &size, NULL) == GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE);
	gnutls_x509_crl_deinit(crl);
}

#define MANY 20000
#define SOME 2000

/* Reading each of many by its index costs what reading the list costs: here it was seconds. */
static void many(void)
{
	struct der *parts = malloc(MANY * sizeof(*parts));
	struct fields f = plain(0), l = plain(1);
	for (int i = 0; i < MANY; i++)
		parts[i] = ELEMENT(0x82, LIT("a.example"));
	f.extensions = EXTENSION("\x11", der_element(0x30, der_join(parts, MANY)));
	gnutls_x509_crt_t crt = read_as(certificate(f), 0);
	char buffer[64];
	size_t size;
	clock_t start = clock();
	for (unsigned i = 0; i < MANY; i++) {
		size = sizeof(buffer);
		CHECK(gnutls_x509_crt_get_subject_alt_name(crt, i, buffer, &size, NULL) == GNUTLS_SAN_DNSNAME);
	}
	CHECK(clock() - start < CLOCKS_PER_SEC);
	gnutls_x509_crt_deinit(crt);

	f = plain(0);
	for (int i = 0; i < SOME; i++)
		parts[i] = ATTRIBUTE(CN, ELEMENT(12, LIT("a")));
	f.subject = der_element(0x30, der_join(parts, SOME));
	crt = read_as(certificate(f), 0);
	gnutls_datum_t data, d;
	CHECK(gnutls_x509_crt_get_dn2(crt, &d) == 0 && d.size == SOME * 5 - 1);
	gnutls_free(d.data);
	size = sizeof(buffer);
	CHECK(gnutls_x509_crt_get_dn_by_oid(crt, "2.5.4.3", SOME - 1, 0, buffer, &size) == 0 && strcmp(buffer, "a") == 0);
	size = sizeof(buffer);
	CHECK(gnutls_x509_crt_get_dn_oid(crt, SOME - 1, buffer, &size) == 0 && strcmp(buffer, "2.5.4.3") == 0);
	gnutls_x509_crt_deinit(crt);

	for (int i = 0; i < SOME; i++)
		parts[i] = SEQ(LIT("\x02\x01\x05"), l.begin);
	l.entries = der_join(parts, SOME);
	free(parts);
	gnutls_x509_crl_t crl;
	data = der_datum(list(l));
	gnutls_x509_crl_init(&crl);
	CHECK(gnutls_x509_crl_import(crl, &data, GNUTLS_X509_FMT_DER) == 0 && gnutls_x509_crl_get_crt_count(crl) == SOME);
	for (unsigned i = 0; i < SOME; i++) {
		size = sizeof(buffer);
		CHECK(gnutls_x509_crl_get_crt_serial(crl, i, (unsigned char *)buffer, &size, NULL) == 0 && size == 1);
	}
	gnutls_x509_crl_deinit(crl);
}

/* An identifier that has no text is no reason to pass over what it stands in, nor to give what stands before it. */
#define NO_OID "\x06\x03\x2a\x80\x01"
#define SERVER_AUTH "\x06\x08\x2b\x06\x01\x05\x05\x07\x03\x01"
#define A_POLICY "\x06\x02\x2a\x03"
#define CPS "\x06\x08\x2b\x06\x01\x05\x05\x07\x02\x01"
#define NOTICE "\x06\x08\x2b\x06\x01\x05\x05\x07\x02\x02"
#define PKIX(arc) "\x06\x08\x2b\x06\x01\x05\x05\x07\x01" arc

static gnutls_x509_crt_t with(struct der e)
{
	struct fields f = plain(0);
	f.extensions = e;
	return read_as(certificate(f), 0);
}

static void purposes_fail(struct der purposes)
{
	gnutls_x509_crt_t crt = with(EXTENSION("\x25", purposes));
	char text[100];
	for (unsigned i = 0; i < 2; i++) {
		size_t size = sizeof(text);
		CHECK(gnutls_x509_crt_get_key_purpose_oid(crt, i, text, &size, NULL) == GNUTLS_E_ASN1_DER_ERROR);
	}
	CHECK(gnutls_x509_crt_check_key_purpose(crt, GNUTLS_KP_TLS_WWW_SERVER, 0) == 0);
	gnutls_x509_crt_deinit(crt);
}

static void policies_fail(struct der policies, int want)
{
	gnutls_x509_crt_t crt = with(EXTENSION("\x20", policies));
	struct gnutls_x509_policy_st policy;
	for (unsigned i = 0; i < 2; i++)
		CHECK(gnutls_x509_crt_get_policy(crt, i, &policy, NULL) == want);
	gnutls_x509_crt_deinit(crt);
}

static void accesses_fail(struct der accesses)
{
	gnutls_x509_crt_t crt = with(SEQ(LIT(PKIX("\x01")), ELEMENT(4, accesses)));
	gnutls_datum_t d;
	for (unsigned i = 0; i < 2; i++)
		CHECK(gnutls_x509_crt_get_authority_info_access(crt, i, GNUTLS_IA_ACCESSMETHOD_OID, &d, NULL) == GNUTLS_E_ASN1_DER_ERROR);
	gnutls_x509_crt_deinit(crt);
}

static void parts_that_cannot_be_read(void)
{
	purposes_fail(SEQ(LIT(NO_OID)));
	purposes_fail(SEQ(LIT(SERVER_AUTH), LIT(NO_OID)));
	purposes_fail(SEQ(LIT(NO_OID), LIT(SERVER_AUTH)));
	policies_fail(SEQ(SEQ(LIT(NO_OID))), GNUTLS_E_ASN1_DER_ERROR);
	policies_fail(SEQ(SEQ(LIT(A_POLICY)), SEQ(LIT(NO_OID))), GNUTLS_E_ASN1_DER_ERROR);
	policies_fail(SEQ(SEQ(LIT(A_POLICY), SEQ(SEQ(LIT(NO_OID), LIT("\x16\x01" "a"))))), GNUTLS_E_ASN1_DER_ERROR);
	policies_fail(SEQ(SEQ(LIT(A_POLICY), SEQ(SEQ(LIT(CPS), LIT("\x02\x01\x05"))))), GNUTLS_E_ASN1_DER_ERROR);
	policies_fail(SEQ(SEQ(LIT(A_POLICY), SEQ(SEQ(LIT(NOTICE), SEQ(LIT("\x02\x01\x05")))))), GNUTLS_E_PARSING_ERROR);
	accesses_fail(SEQ(SEQ(LIT(NO_OID), LIT("\x86\x01" "a"))));
	accesses_fail(SEQ(SEQ(LIT(PKIX("\x02")), LIT("\x86\x01" "a")), SEQ(LIT(PKIX("\x02")), LIT("\x88\x03\x2a\x80\x01"))));
	struct fields f = plain(0);
	f.extensions = EXTENSION("\x11", SEQ(ELEMENT(0xa0, LIT(NO_OID), LIT("\xa0\x03\x0c\x01" "a"))));
	imports(f, GNUTLS_E_ASN1_DER_ERROR);
	gnutls_x509_crt_t crt = with(SEQ(LIT(PKIX("\x0e")), ELEMENT(4, SEQ(SEQ(LIT(NO_OID))))));
	unsigned critical;
	int length;
	char *language = NULL, *policy = NULL;
	size_t size;
	CHECK(gnutls_x509_crt_get_proxy(crt, &critical, &length, &language, &policy, &size) == GNUTLS_E_ASN1_DER_ERROR);
	gnutls_x509_crt_deinit(crt);
}

/* A unique identifier of no bytes, or of more unused bits than a byte has, is told of when it is asked for. */
static void unique_ids(void)
{
	static const struct { const char *id; size_t size; int code; } cases[] = {
		{ "\x81\x02\x00\x41", 4, 0 }, { "\x81\x02\x03\x40", 4, 0 }, { "\x81\x00", 2, GNUTLS_E_ASN1_DER_ERROR },
		{ "\x81\x01\x00", 3, GNUTLS_E_ASN1_DER_ERROR }, { "\x81\x02\x09\x41", 4, GNUTLS_E_ASN1_DER_ERROR },
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct fields f = plain(0);
		char id[10];
		size_t size = sizeof(id);
		gnutls_x509_crt_t crt = read_as(SEQ(SEQ(f.version, LIT("\x02\x01\x05"), f.inner, f.issuer, SEQ(f.begin, f.end), f.subject,
			der_bytes(key, sizeof(key) - 1), der_bytes(cases[i].id, cases[i].size)), f.outer, f.signature), 0);
		CHECK(gnutls_x509_crt_get_issuer_unique_id(crt, id, &size) == cases[i].code);
		CHECK(gnutls_x509_crt_get_subject_unique_id(crt, id, &size) == GNUTLS_E_ASN1_ELEMENT_NOT_FOUND);
		gnutls_x509_crt_deinit(crt);
	}
}

static gnutls_x509_crq_t request(struct der spki, struct der attributes, int want)
{
	struct fields f = plain(0);
	gnutls_x509_crq_t q;
	gnutls_datum_t d = der_datum(SEQ(SEQ(LIT("\x02\x01\x00"), f.subject, spki, ELEMENT(0xa0, attributes)), f.outer, f.signature));
	gnutls_x509_crq_init(&q);
	CHECK(gnutls_x509_crq_import(q, &d, GNUTLS_X509_FMT_DER) == want);
	return q;
}

static void requests(void)
{
	struct der k = der_bytes(key, sizeof(key) - 1), set = ELEMENT(0x31, LIT("\x0c\x01" "a"));
	gnutls_x509_crq_deinit(request(k, SEQ(LIT(A_POLICY), set), 0));
	gnutls_x509_crq_deinit(request(k, SEQ(LIT(NO_OID), set), GNUTLS_E_ASN1_DER_ERROR));
	gnutls_x509_crq_deinit(request(k, JOIN(SEQ(LIT(A_POLICY), set), SEQ(LIT(NO_OID), set)), GNUTLS_E_ASN1_DER_ERROR));
	/* A key that cannot be read is no key of 0 bits. */
	struct der curve = SEQ(SEQ(LIT("\x06\x07\x2a\x86\x48\xce\x3d\x02\x01"), LIT("\x06\x02\x2a\x03")), ELEMENT(3, LIT("\0\4\1\1")));
	gnutls_x509_crq_t q = request(curve, LIT(""), 0);
	unsigned bits = 0;
	CHECK(gnutls_x509_crq_get_pk_algorithm(q, &bits) == GNUTLS_E_ECC_UNSUPPORTED_CURVE);
	gnutls_x509_crq_deinit(q);
	/* A challenge password without a value. */
	char text[10];
	size_t size = sizeof(text);
	q = request(k, SEQ(LIT("\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x09\x07"), ELEMENT(0x31, LIT(""))), 0);
	CHECK(gnutls_x509_crq_get_challenge_password(q, text, &size) == GNUTLS_E_ASN1_GENERIC_ERROR);
	gnutls_x509_crq_deinit(q);
}

int main(void)
{
	importing();
	path_lengths();
	parts_that_cannot_be_read();
	unique_ids();
	requests();
	names();
	printing();
	notices();
	constraint_texts();
	lists();
	many();
	der_done();
	return check_result();
}
