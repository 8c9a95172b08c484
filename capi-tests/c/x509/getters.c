/* Getters of certificates and revocation lists: on a certificate with every field and extension that the setters
 * can write, and on lists that were generated and imported. */
#include <gnutls/gnutls.h>
#include <gnutls/x509-ext.h>
#include <gnutls/x509.h>
#include <stdlib.h>

#include "certs.h"
#include "keys.h"

#define START 1700000000

static time_t moment;

static time_t now(time_t *t)
{
	if (t)
		*t = moment;
	return moment;
}

static char buf[4096];
static size_t size;
static unsigned critical;

/* A getter with room, and the bytes that it must give. */
#define GIVES(call, code, bytes, len) \
	do { \
		memset(buf, 0xee, size = sizeof(buf)); \
		critical = 9; \
		CHECK((call) == (code)); \
		CHECK(size == (len) && memcmp(buf, bytes, len) == 0); \
	} while (0)
/* The same for text, which ends with a NUL; with too little room it tells how much is missing. */
#define GIVES_TEXT(call, code, text) \
	do { \
		GIVES(call, code, text, strlen(text)); \
		CHECK(buf[strlen(text)] == 0); \
		size = strlen(text); \
		CHECK((call) == GNUTLS_E_SHORT_MEMORY_BUFFER && size == strlen(text) + 1); \
	} while (0)
#define FAILS(call, code) \
	do { \
		size = sizeof(buf); \
		CHECK((call) == (code)); \
	} while (0)

/* DER of "CN=ca,O=Two\, Inc,C=GR", which is written from the end. */
static const char name[] = "\x30\x2d\x31\x0b\x30\x09\x06\x03\x55\x04\x06\x13\x02GR\x31\x11\x30\x0f\x06\x03\x55\x04\x0a\x13\x08Two, Inc"
			   "\x31\x0b\x30\x09\x06\x03\x55\x04\x03\x13\x02" "ca";
#define NAME_SIZE (sizeof(name) - 1)
#define ENCODED "C=GR,O=Two\\, Inc,CN=ca"
#define RFC4514 "CN=ca,O=Two\\, Inc,C=GR"
#define NONE GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE

/* An authority key identifier of id "keyid", two names of the issuer, serial number 01 02 03. */
static const char key_identifier[] = "\x30\x1f\x80\x05keyid\xa1\x11\x82\x05" "DNS.x\x86\x08http://y\x82\x03\x01\x02\x03";

static int is(int code, gnutls_datum_t *d, const char *want, size_t len)
{
	if (code != 0)
		return 0;
	int same = d->size == len && memcmp(d->data, want, len) == 0;
	gnutls_free(d->data);
	d->data = NULL;
	return same;
}

static gnutls_x509_crt_t everything(gnutls_x509_privkey_t key)
{
	gnutls_x509_crt_t c;
	gnutls_x509_tlsfeatures_t features;
	gnutls_datum_t der;
	CHECK(gnutls_x509_crt_init(&c) == 0);
	CHECK(gnutls_x509_crt_set_version(c, 3) == 0 && gnutls_x509_crt_set_serial(c, "\5\6", 2) == 0);
	CHECK(gnutls_x509_crt_set_dn(c, RFC4514, NULL) == 0 && gnutls_x509_crt_set_key(c, key) == 0);
	CHECK(gnutls_x509_crt_set_activation_time(c, START) == 0 && gnutls_x509_crt_set_expiration_time(c, START + 86400) == 0);
	CHECK(gnutls_x509_crt_set_basic_constraints(c, 1, -1) == 0);
	CHECK(gnutls_x509_crt_set_issuer_alt_name(c, GNUTLS_SAN_DNSNAME, "issuer.example", 14, 0) == 0);
	CHECK(gnutls_x509_crt_set_issuer_alt_name(c, GNUTLS_SAN_URI, "http://i/", 9, GNUTLS_FSAN_APPEND) == 0);
	CHECK(gnutls_x509_crt_set_issuer_alt_othername(c, "1.2.3.4", "\4\3abc", 5, GNUTLS_FSAN_APPEND) == 0);
	CHECK(gnutls_x509_crt_set_subject_alt_othername(c, "1.2.3.5", "\4\3abc", 5, 0) == 0);
	CHECK(gnutls_x509_crt_set_subject_alt_othername(c, "1.3.6.1.5.5.7.8.5", "me@x.y", 6,
							GNUTLS_FSAN_APPEND | GNUTLS_FSAN_ENCODE_UTF8_STRING) == 0);
	CHECK(gnutls_x509_crt_set_issuer_unique_id(c, "issuerid", 8) == 0 && gnutls_x509_crt_set_subject_unique_id(c, "subj", 4) == 0);
	CHECK(gnutls_x509_crt_set_private_key_usage_period(c, START, START + 100) == 0);
	CHECK(gnutls_x509_crt_set_proxy(c, 7, "1.3.6.1.5.5.7.21.0", "policy!", 7) == 0);
	CHECK(gnutls_x509_crt_set_inhibit_anypolicy(c, 3) == 0);
	CHECK(gnutls_x509_tlsfeatures_init(&features) == 0);
	CHECK(gnutls_x509_tlsfeatures_add(features, 5) == 0 && gnutls_x509_tlsfeatures_add(features, 17) == 0);
	CHECK(gnutls_x509_crt_set_tlsfeatures(c, features) == 0);
	gnutls_x509_tlsfeatures_deinit(features);
	CHECK(gnutls_x509_crt_set_extension_by_oid(c, "2.5.29.35", key_identifier, sizeof(key_identifier) - 1, 0) == 0);
	CHECK(gnutls_x509_crt_sign2(c, c, key, GNUTLS_DIG_SHA256, 0) == 0);
	CHECK(gnutls_x509_crt_export2(c, GNUTLS_X509_FMT_DER, &der) == 0);
	gnutls_x509_crt_deinit(c);
	CHECK(gnutls_x509_crt_init(&c) == 0);
	gnutls_x509_crt_set_flags(c, GNUTLS_X509_CRT_FLAG_IGNORE_SANITY);
	CHECK(gnutls_x509_crt_import(c, &der, GNUTLS_X509_FMT_DER) == 0);
	gnutls_free(der.data);
	return c;
}

static void issuer(gnutls_x509_crt_t c)
{
	gnutls_datum_t d;
	gnutls_x509_dn_t dn;
	GIVES_TEXT(gnutls_x509_crt_get_issuer_dn(c, buf, &size), 0, ENCODED);
	CHECK(is(gnutls_x509_crt_get_issuer_dn2(c, &d), &d, ENCODED, strlen(ENCODED)));
	CHECK(is(gnutls_x509_crt_get_raw_issuer_dn(c, &d), &d, name, NAME_SIZE));
	GIVES_TEXT(gnutls_x509_crt_get_issuer_dn_oid(c, 1, buf, &size), 0, "2.5.4.10");
	FAILS(gnutls_x509_crt_get_issuer_dn_oid(c, 3, buf, &size), NONE);
	GIVES_TEXT(gnutls_x509_crt_get_issuer_dn_by_oid(c, "2.5.4.3", 0, 0, buf, &size), 0, "ca");
	GIVES(gnutls_x509_crt_get_issuer_dn_by_oid(c, "2.5.4.3", 0, 1, buf, &size), 0, "\x13\2ca", 4);
	FAILS(gnutls_x509_crt_get_issuer_dn_by_oid(c, "2.5.4.3", 1, 0, buf, &size), NONE);
	CHECK(gnutls_x509_crt_get_issuer(c, &dn) == 0);
	GIVES(gnutls_x509_dn_export(dn, GNUTLS_X509_FMT_DER, buf, &size), 0, name, NAME_SIZE);
	CHECK(is(gnutls_x509_dn_export2(dn, GNUTLS_X509_FMT_DER, &d), &d, name, NAME_SIZE));
	CHECK(gnutls_x509_dn_export2(dn, GNUTLS_X509_FMT_PEM, &d) == 0);
	CHECK(strncmp((char *)d.data, "-----BEGIN NAME-----\n", 21) == 0);
	gnutls_free(d.data);
	CHECK(is(gnutls_x509_dn_get_str(dn, &d), &d, ENCODED, strlen(ENCODED)));
	d.data = (void *)name;
	d.size = NAME_SIZE;
	GIVES_TEXT(gnutls_x509_rdn_get_oid(&d, 2, buf, &size), 0, "2.5.4.3");
	FAILS(gnutls_x509_rdn_get_oid(&d, 3, buf, &size), NONE);
}

static void alternative_names(gnutls_x509_crt_t c)
{
	unsigned type = 0;
	GIVES_TEXT(gnutls_x509_crt_get_issuer_alt_name(c, 0, buf, &size, NULL), GNUTLS_SAN_DNSNAME, "issuer.example");
	GIVES_TEXT(gnutls_x509_crt_get_issuer_alt_name2(c, 1, buf, &size, &type, NULL), GNUTLS_SAN_URI, "http://i/");
	CHECK(type == GNUTLS_SAN_URI);
	GIVES(gnutls_x509_crt_get_issuer_alt_name(c, 2, buf, &size, NULL), GNUTLS_SAN_OTHERNAME, "\4\3abc", 5);
	GIVES_TEXT(gnutls_x509_crt_get_issuer_alt_othername_oid(c, 2, buf, &size), GNUTLS_SAN_OTHERNAME, "1.2.3.4");
	FAILS(gnutls_x509_crt_get_issuer_alt_othername_oid(c, 3, buf, &size), NONE);
	FAILS(gnutls_x509_crt_get_issuer_alt_name(c, 3, buf, &size, NULL), NONE);
	GIVES_TEXT(gnutls_x509_crt_get_subject_alt_othername_oid(c, 0, buf, &size), GNUTLS_SAN_OTHERNAME, "1.2.3.5");
	GIVES_TEXT(gnutls_x509_crt_get_subject_alt_othername_oid(c, 1, buf, &size), GNUTLS_SAN_OTHERNAME_XMPP, "1.3.6.1.5.5.7.8.5");
}

static void fields(gnutls_x509_crt_t c, gnutls_x509_privkey_t key)
{
	gnutls_digest_algorithm_t digest = 0;
	unsigned mandatory = 9;
	gnutls_datum_t text = { (void *)"hello", 5 }, signature;
	gnutls_privkey_t any;
	GIVES(gnutls_x509_crt_get_issuer_unique_id(c, buf, &size), 0, "issuerid", 8);
	GIVES(gnutls_x509_crt_get_subject_unique_id(c, buf, &size), 0, "subj", 4);
	size = 3;
	CHECK(gnutls_x509_crt_get_subject_unique_id(c, buf, &size) == GNUTLS_E_SHORT_MEMORY_BUFFER && size == 4);
	/* the sizes of these two count the NUL */
	GIVES(gnutls_x509_crt_get_pk_oid(c, buf, &size), 0, "1.2.840.113549.1.1.1", 21);
	GIVES(gnutls_x509_crt_get_signature_oid(c, buf, &size), 0, "1.2.840.113549.1.1.11", 22);
	size = sizeof(buf);
	CHECK(gnutls_x509_crt_get_signature(c, buf, &size) == 0 && size == 256);
	size = 255;
	CHECK(gnutls_x509_crt_get_signature(c, buf, &size) == GNUTLS_E_SHORT_MEMORY_BUFFER && size == 256);
	CHECK(gnutls_x509_crt_get_preferred_hash_algorithm(c, &digest, &mandatory) == 0);
	CHECK(digest == GNUTLS_DIG_SHA256 && mandatory == 0);

	CHECK(gnutls_privkey_init(&any) == 0 && gnutls_privkey_import_x509(any, key, 0) == 0);
	CHECK(gnutls_privkey_sign_data(any, GNUTLS_DIG_SHA256, 0, &text, &signature) == 0);
	moment = START + 5;
	CHECK(gnutls_x509_crt_verify_data2(c, GNUTLS_SIGN_RSA_SHA256, 0, &text, &signature) == 0);
	moment = START - 1;
	CHECK(gnutls_x509_crt_verify_data2(c, GNUTLS_SIGN_RSA_SHA256, 0, &text, &signature) == GNUTLS_E_NOT_YET_ACTIVATED);
	moment = START + 86401;
	CHECK(gnutls_x509_crt_verify_data2(c, GNUTLS_SIGN_RSA_SHA256, 0, &text, &signature) == GNUTLS_E_EXPIRED);
	moment = START + 5;
	CHECK(gnutls_x509_crt_verify_data2(c, GNUTLS_SIGN_RSA_SHA384, 0, &text, &signature) == GNUTLS_E_PK_SIG_VERIFY_FAILED);
	CHECK(gnutls_x509_crt_verify_data2(NULL, GNUTLS_SIGN_RSA_SHA256, 0, &text, &signature) == GNUTLS_E_INVALID_REQUEST);
	gnutls_free(signature.data);
	gnutls_privkey_deinit(any);
}

/* A key that may only encipher signs nothing that counts: the code is positive, as the manual says. */
static void usage(gnutls_x509_privkey_t key)
{
	static const struct { unsigned usage; int code; } cases[] = {
		{ GNUTLS_KEY_DIGITAL_SIGNATURE, 0 },
		{ GNUTLS_KEY_DIGITAL_SIGNATURE | GNUTLS_KEY_KEY_CERT_SIGN, 0 },
		{ GNUTLS_KEY_KEY_ENCIPHERMENT, GNUTLS_CERT_SIGNER_CONSTRAINTS_FAILURE },
		{ GNUTLS_KEY_KEY_CERT_SIGN, GNUTLS_CERT_SIGNER_CONSTRAINTS_FAILURE },
	};
	gnutls_datum_t text = { (void *)"hello", 5 }, signature, der;
	gnutls_privkey_t any;
	CHECK(gnutls_privkey_init(&any) == 0 && gnutls_privkey_import_x509(any, key, 0) == 0);
	CHECK(gnutls_privkey_sign_data(any, GNUTLS_DIG_SHA256, 0, &text, &signature) == 0);
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		gnutls_x509_crt_t c;
		CHECK(gnutls_x509_crt_init(&c) == 0 && gnutls_x509_crt_set_version(c, 3) == 0);
		CHECK(gnutls_x509_crt_set_serial(c, "", 1) == 0 && gnutls_x509_crt_set_dn(c, "CN=x", NULL) == 0);
		CHECK(gnutls_x509_crt_set_activation_time(c, START) == 0 && gnutls_x509_crt_set_expiration_time(c, START + 10) == 0);
		CHECK(gnutls_x509_crt_set_key(c, key) == 0 && gnutls_x509_crt_set_key_usage(c, cases[i].usage) == 0);
		CHECK(gnutls_x509_crt_sign2(c, c, key, GNUTLS_DIG_SHA256, 0) == 0);
		CHECK(gnutls_x509_crt_export2(c, GNUTLS_X509_FMT_DER, &der) == 0);
		gnutls_x509_crt_deinit(c);
		CHECK(gnutls_x509_crt_init(&c) == 0 && gnutls_x509_crt_import(c, &der, GNUTLS_X509_FMT_DER) == 0);
		CHECK(gnutls_x509_crt_verify_data2(c, GNUTLS_SIGN_RSA_SHA256, 0, &text, &signature) == cases[i].code);
		gnutls_free(der.data);
		gnutls_x509_crt_deinit(c);
	}
	gnutls_free(signature.data);
	gnutls_privkey_deinit(any);
}

static void extensions(gnutls_x509_crt_t c)
{
	gnutls_datum_t d;
	time_t from = 0, to = 0;
	int path = 0;
	unsigned type = 0, feature = 0;
	char *language = NULL, *policy = NULL, serial[8];
	size_t policy_size = 0, serial_size = sizeof(serial);
	gnutls_x509_tlsfeatures_t features;

	GIVES(gnutls_x509_crt_get_extension_by_oid(c, "2.5.29.19", 0, buf, &size, &critical), 0, "\x30\3\1\1\xff", 5);
	CHECK(critical == 1);
	FAILS(gnutls_x509_crt_get_extension_by_oid(c, "2.5.29.19", 1, buf, &size, &critical), NONE);
	CHECK(is(gnutls_x509_crt_get_extension_data2(c, 0, &d), &d, "\x30\3\1\1\xff", 5));
	CHECK(gnutls_x509_crt_get_extension_data2(c, 99, &d) == GNUTLS_E_ASN1_ELEMENT_NOT_FOUND);
	CHECK(gnutls_x509_crt_get_private_key_usage_period(c, &from, &to, &critical) == 0);
	CHECK(from == START && to == START + 100 && critical == 0);
	CHECK(gnutls_x509_crt_get_proxy(c, &critical, &path, &language, &policy, &policy_size) == 0);
	CHECK(critical == 1 && path == 7 && strcmp(language, "1.3.6.1.5.5.7.21.0") == 0);
	CHECK(policy_size == 7 && memcmp(policy, "policy!", 7) == 0);
	gnutls_free(language);
	gnutls_free(policy);
#ifdef OURS
	/* GnuTLS does not read what it wrote */
	unsigned skip = 0;
	CHECK(gnutls_x509_crt_get_inhibit_anypolicy(c, &skip, &critical) == 0 && skip == 3 && critical == 1);
#endif
	CHECK(gnutls_x509_tlsfeatures_init(&features) == 0);
	CHECK(gnutls_x509_crt_get_tlsfeatures(c, features, 0, &critical) == 0 && critical == 0);
	CHECK(gnutls_x509_tlsfeatures_get(features, 1, &feature) == 0 && feature == 17);
	CHECK(gnutls_x509_tlsfeatures_get(features, 2, &feature) == NONE);
	CHECK(gnutls_x509_tlsfeatures_check_crt(features, c) == 1);
	CHECK(gnutls_x509_tlsfeatures_add(features, 99) == 0 && gnutls_x509_tlsfeatures_check_crt(features, c) == 0);
	gnutls_x509_tlsfeatures_deinit(features);

	CHECK((size = sizeof(buf), gnutls_x509_crt_get_authority_key_gn_serial(c, 0, buf, &size, &type, serial, &serial_size,
									       &critical)) == 0);
	CHECK(size == 5 && strcmp(buf, "DNS.x") == 0 && type == GNUTLS_SAN_DNSNAME);
	CHECK(serial_size == 3 && memcmp(serial, "\1\2\3", 3) == 0 && critical == 0);
	GIVES(gnutls_x509_crt_get_authority_key_id(c, buf, &size, &critical), 0, "keyid", 5);
}

static void lists(gnutls_x509_crt_t ca, gnutls_x509_privkey_t key)
{
	gnutls_x509_crl_t crl, three[3];
	gnutls_datum_t der, d;
	unsigned n;
	CHECK(gnutls_x509_crl_init(&crl) == 0 && gnutls_x509_crl_set_version(crl, 2) == 0);
	CHECK(gnutls_x509_crl_set_this_update(crl, START) == 0 && gnutls_x509_crl_set_next_update(crl, START + 10) == 0);
	CHECK(gnutls_x509_crl_set_crt_serial(crl, "\1\2", 2, START + 1) == 0);
	CHECK(gnutls_x509_crl_set_authority_key_id(crl, "abcd", 4) == 0 && gnutls_x509_crl_set_number(crl, "\7", 1) == 0);
	CHECK(gnutls_x509_crl_sign2(crl, ca, key, GNUTLS_DIG_SHA256, 0) == 0);
	CHECK(gnutls_x509_crl_export2(crl, GNUTLS_X509_FMT_DER, &der) == 0);
	gnutls_x509_crl_deinit(crl);
	CHECK(gnutls_x509_crl_init(&crl) == 0 && gnutls_x509_crl_import(crl, &der, GNUTLS_X509_FMT_DER) == 0);

	GIVES(gnutls_x509_crl_export(crl, GNUTLS_X509_FMT_DER, buf, &size), 0, der.data, der.size);
	size = der.size - 1;
	CHECK(gnutls_x509_crl_export(crl, GNUTLS_X509_FMT_DER, buf, &size) == GNUTLS_E_SHORT_MEMORY_BUFFER && size == der.size);
	GIVES(gnutls_x509_crl_get_authority_key_id(crl, buf, &size, &critical), 0, "abcd", 4);
	CHECK(critical == 0);
	FAILS(gnutls_x509_crl_get_authority_key_gn_serial(crl, 0, buf, &size, NULL, NULL, NULL, &critical), NONE);
	GIVES_TEXT(gnutls_x509_crl_get_dn_oid(crl, 1, buf, &size), 0, "2.5.4.10");
	FAILS(gnutls_x509_crl_get_dn_oid(crl, 3, buf, &size), NONE);
	GIVES_TEXT(gnutls_x509_crl_get_extension_oid(crl, 1, buf, &size), 0, "2.5.29.20");
	FAILS(gnutls_x509_crl_get_extension_oid(crl, 2, buf, &size), NONE);
	GIVES(gnutls_x509_crl_get_extension_info(crl, 1, buf, &size, &critical), 0, "2.5.29.20", 10);
	CHECK(critical == 0);
	size = 9;
	CHECK(gnutls_x509_crl_get_extension_info(crl, 1, buf, &size, NULL) == GNUTLS_E_SHORT_MEMORY_BUFFER && size == 10);
	GIVES(gnutls_x509_crl_get_extension_data(crl, 1, buf, &size), 0, "\2\1\7", 3);
#if GNUTLS_VERSION_NUMBER < 0x030800
	CHECK(gnutls_x509_crl_get_extension_data(crl, 1, NULL, (size = 0, &size)) == 0 && size == 3);
#else
	CHECK(gnutls_x509_crl_get_extension_data(crl, 1, NULL, (size = 0, &size)) == GNUTLS_E_SHORT_MEMORY_BUFFER && size == 3);
	CHECK(gnutls_x509_crl_get_extension_data(crl, 1, buf, (size = 2, &size)) == GNUTLS_E_SHORT_MEMORY_BUFFER && size == 3);
#endif
	FAILS(gnutls_x509_crl_get_extension_data(crl, 2, buf, &size), NONE);
	CHECK(is(gnutls_x509_crl_get_extension_data2(crl, 0, &d), &d, "\x30\6\x80\4abcd", 8));
	CHECK(gnutls_x509_crl_get_extension_data2(crl, 2, &d) == GNUTLS_E_ASN1_ELEMENT_NOT_FOUND);
	CHECK(is(gnutls_x509_crl_get_issuer_dn2(crl, &d), &d, ENCODED, strlen(ENCODED)));
	CHECK(is(gnutls_x509_crl_get_issuer_dn3(crl, &d, 0), &d, RFC4514, strlen(RFC4514)));
	CHECK(is(gnutls_x509_crl_get_issuer_dn3(crl, &d, GNUTLS_X509_DN_FLAG_COMPAT), &d, ENCODED, strlen(ENCODED)));
	CHECK(is(gnutls_x509_crl_get_raw_issuer_dn(crl, &d), &d, name, NAME_SIZE));
	size = 256;
	CHECK(gnutls_x509_crl_get_signature(crl, buf, &size) == 0 && size == 256 && memcmp(buf, der.data + der.size - 256, 256) == 0);
	size = 255;
	CHECK(gnutls_x509_crl_get_signature(crl, buf, &size) == GNUTLS_E_SHORT_MEMORY_BUFFER && size == 256);
	CHECK((size = sizeof(buf), gnutls_x509_crl_get_signature_oid(crl, buf, &size)) == 0);
	CHECK(strcmp(buf, "1.2.840.113549.1.1.11") == 0);
	gnutls_x509_crl_deinit(crl);

	/* Two lists in one text. */
	char *both = malloc(2 * strlen(crl_pem) + 20);
	sprintf(both, "a line\n%s\n%s", crl_pem, crl_pem);
	d.data = (void *)both;
	d.size = strlen(both);
	n = 1;
	CHECK(gnutls_x509_crl_list_import(three, &n, &d, GNUTLS_X509_FMT_PEM, GNUTLS_X509_CRT_LIST_IMPORT_FAIL_IF_EXCEED) ==
		      GNUTLS_E_SHORT_MEMORY_BUFFER && n == 2);
	n = 1;
	CHECK(gnutls_x509_crl_list_import(three, &n, &d, GNUTLS_X509_FMT_PEM, 0) == 1 && n == 1);
	gnutls_x509_crl_deinit(three[0]);
	n = 3;
	CHECK(gnutls_x509_crl_list_import(three, &n, &d, GNUTLS_X509_FMT_PEM, 0) == 2 && n == 2);
	gnutls_x509_crl_deinit(three[0]);
	gnutls_x509_crl_deinit(three[1]);
	d.size = 5;
	n = 3;
	CHECK(gnutls_x509_crl_list_import(three, &n, &d, GNUTLS_X509_FMT_PEM, 0) < 0);
	n = 3;
	CHECK(gnutls_x509_crl_list_import(three, &n, &der, GNUTLS_X509_FMT_DER, 0) == 1 && n == 1);
	gnutls_x509_crl_deinit(three[0]);
	free(both);
	gnutls_free(der.data);
}

/* OpenSSH's "drunken bishop": each two bits, the lowest first, are a diagonal step. 11 is right and down, and along
 * a wall only one of the two. */
static void picture(void)
{
	unsigned char fingerprint[2] = { 0xff, 0xff };
	gnutls_datum_t art;
	CHECK(gnutls_random_art(GNUTLS_RANDOM_ART_OPENSSH, "RSA", 2048, fingerprint, 2, &art) == 0);
	CHECK(is(0, &art,
		 "+--[ RSA 2048]----+\n"
		 "|                 |\n"
		 "|                 |\n"
		 "|                 |\n"
		 "|                 |\n"
		 "|        S        |\n"
		 "|         .       |\n"
		 "|          .      |\n"
		 "|           .     |\n"
		 "|            ....E|\n"
		 "+-----------------+",
		 219));
	CHECK(gnutls_random_art(99, "RSA", 2048, fingerprint, 2, &art) == GNUTLS_E_INVALID_REQUEST);
}

int main(void)
{
	gnutls_x509_privkey_t key = key_of(rsa_pem);
	moment = START + 5;
	gnutls_global_set_time_function(now);
	gnutls_x509_crt_t c = everything(key);
	issuer(c);
	alternative_names(c);
	fields(c, key);
	usage(key);
	extensions(c);
	lists(c, key);
	picture();
	gnutls_x509_crt_deinit(c);
	gnutls_x509_privkey_deinit(key);
	return check_result();
}
