/* Import, getters, name checks and printing of certificates. */
#include <gnutls/gnutls.h>
#include <gnutls/x509.h>
#include <string.h>
#include "cert_tools.h"
#include "certs.h"
#include "check.h"

static int is(gnutls_datum_t *d, const char *want)
{
	int same = d->size == strlen(want) && memcmp(d->data, want, d->size) == 0;
	gnutls_free(d->data);
	d->data = NULL;
	return same;
}

static void imports(void)
{
	static const struct { const char *data; int format, import, list; } bad[] = {
		{ "", 1, GNUTLS_E_BASE64_UNEXPECTED_HEADER_ERROR, GNUTLS_E_NO_CERTIFICATE_FOUND },
		{ "garbage", 1, GNUTLS_E_BASE64_UNEXPECTED_HEADER_ERROR, GNUTLS_E_NO_CERTIFICATE_FOUND },
		{ "garbage", 0, GNUTLS_E_ASN1_TAG_ERROR, GNUTLS_E_ASN1_TAG_ERROR },
		{ "", 0, GNUTLS_E_ASN1_TAG_ERROR, GNUTLS_E_ASN1_TAG_ERROR },
		{ "-----BEGIN CERTIFICATE-----\nYWJj\n-----END CERTIFICATE-----\n", 1, GNUTLS_E_ASN1_TAG_ERROR, GNUTLS_E_ASN1_TAG_ERROR },
		{ "-----BEGIN CERTIFICATE-----\n!!!\n-----END CERTIFICATE-----\n", 1, GNUTLS_E_BASE64_UNEXPECTED_HEADER_ERROR,
		  GNUTLS_E_BASE64_UNEXPECTED_HEADER_ERROR },
		{ leaf_key_pem, 1, GNUTLS_E_BASE64_UNEXPECTED_HEADER_ERROR, GNUTLS_E_NO_CERTIFICATE_FOUND },
	};
	for (unsigned i = 0; i < sizeof(bad) / sizeof(bad[0]); i++) {
		gnutls_x509_crt_t c, *list = NULL;
		unsigned n = 0;
		gnutls_datum_t d = text(bad[i].data);
		gnutls_x509_crt_init(&c);
		CHECK(gnutls_x509_crt_import(c, &d, bad[i].format) == bad[i].import);
		CHECK(gnutls_x509_crt_list_import2(&list, &n, &d, bad[i].format, 0) == bad[i].list);
		gnutls_x509_crt_deinit(c);
	}
	static char both[20000];
	strcpy(both, "a line before\n");
	strcat(strcat(both, leaf_pem), inter_pem);
	gnutls_datum_t d = text(both);
	gnutls_x509_crt_t *list, two[2], c = load(leaf_pem);
	unsigned n = 0;
	CHECK(gnutls_x509_crt_list_import2(&list, &n, &d, GNUTLS_X509_FMT_PEM, GNUTLS_X509_CRT_LIST_FAIL_IF_UNSORTED) == 0 && n == 2);
	CHECK(gnutls_x509_crt_equals(c, list[0]) != 0 && gnutls_x509_crt_equals(c, list[1]) == 0);
	CHECK(gnutls_x509_crt_check_issuer(list[0], list[1]) != 0 && gnutls_x509_crt_check_issuer(list[1], list[0]) == 0);
	for (unsigned i = 0; i < n; i++)
		gnutls_x509_crt_deinit(list[i]);
	gnutls_free(list);
	n = 1;
	CHECK(gnutls_x509_crt_list_import(two, &n, &d, GNUTLS_X509_FMT_PEM, GNUTLS_X509_CRT_LIST_IMPORT_FAIL_IF_EXCEED) ==
		      GNUTLS_E_SHORT_MEMORY_BUFFER && n == 2);
	n = 2;
	CHECK(gnutls_x509_crt_list_import(two, &n, &d, GNUTLS_X509_FMT_PEM, 0) == 2 && n == 2);
	gnutls_x509_crt_deinit(two[0]);
	gnutls_x509_crt_deinit(two[1]);

	gnutls_datum_t pem, der;
	CHECK(gnutls_x509_crt_export2(c, GNUTLS_X509_FMT_PEM, &pem) == 0 && is(&pem, leaf_pem));
	CHECK(gnutls_x509_crt_export2(c, GNUTLS_X509_FMT_DER, &der) == 0);
	CHECK(gnutls_x509_crt_equals2(c, &der) != 0);
	size_t size = 0;
	CHECK(gnutls_x509_crt_export(c, GNUTLS_X509_FMT_PEM, NULL, &size) == GNUTLS_E_SHORT_MEMORY_BUFFER &&
	      size == strlen(leaf_pem) + 1);
	for (unsigned cut = 0; cut < der.size; cut += 7) {
		gnutls_datum_t part = { der.data, cut };
		gnutls_x509_crt_t x;
		gnutls_x509_crt_init(&x);
		CHECK(gnutls_x509_crt_import(x, &part, GNUTLS_X509_FMT_DER) < 0);
		gnutls_x509_crt_deinit(x);
	}
	gnutls_free(der.data);
	gnutls_x509_crt_deinit(c);
	gnutls_x509_crt_deinit(NULL);
}

static void fields(void)
{
	gnutls_x509_crt_t c = load(leaf_pem), ca = load(inter_pem), ed = load(ed_cert_pem);
	unsigned char buf[600];
	size_t size = sizeof(buf);
	unsigned bits = 0, critical = 9, usage = 0, is_ca = 9;
	int pathlen = 9;
	CHECK(gnutls_x509_crt_get_version(c) == 3);
	CHECK(gnutls_x509_crt_get_serial(c, buf, &size) == 0 && size == 8 && memcmp(buf, "\x01\x23\x45\x67\x89\xab\xcd\xef", 8) == 0);
	size = 7;
	CHECK(gnutls_x509_crt_get_serial(c, buf, &size) == GNUTLS_E_SHORT_MEMORY_BUFFER && size == 8);
	CHECK(gnutls_x509_crt_get_pk_algorithm(c, &bits) == GNUTLS_PK_RSA && bits == 2048);
	CHECK(gnutls_x509_crt_get_pk_algorithm(ca, &bits) == GNUTLS_PK_ECDSA && bits == 256);
	CHECK(gnutls_x509_crt_get_pk_algorithm(ed, &bits) == GNUTLS_PK_EDDSA_ED25519 && bits == 256);
	CHECK(gnutls_x509_crt_get_signature_algorithm(c) == GNUTLS_SIGN_ECDSA_SHA256);
	CHECK(gnutls_x509_crt_get_signature_algorithm(ed) == GNUTLS_SIGN_EDDSA_ED25519);
	CHECK(gnutls_x509_crt_get_expiration_time(c) > gnutls_x509_crt_get_activation_time(c));
	CHECK(gnutls_x509_crt_get_key_usage(c, &usage, &critical) == 0 && critical == 1 &&
	      usage == (GNUTLS_KEY_DIGITAL_SIGNATURE | GNUTLS_KEY_KEY_ENCIPHERMENT));
	CHECK(gnutls_x509_crt_get_ca_status(c, &critical) == 0 && gnutls_x509_crt_get_ca_status(ca, &critical) == 1);
	CHECK(gnutls_x509_crt_get_basic_constraints(ca, &critical, &is_ca, &pathlen) == 1 && is_ca == 1 && pathlen == 0);
	char oid[100];
	size = sizeof(oid);
	CHECK(gnutls_x509_crt_get_key_purpose_oid(c, 0, oid, &size, &critical) == 0 && strcmp(oid, GNUTLS_KP_TLS_WWW_SERVER) == 0);
	CHECK(gnutls_x509_crt_get_key_purpose_oid(c, 1, oid, &size, &critical) == GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE);
	CHECK(gnutls_x509_crt_check_key_purpose(c, GNUTLS_KP_TLS_WWW_SERVER, 0) != 0);
	CHECK(gnutls_x509_crt_check_key_purpose(c, GNUTLS_KP_TLS_WWW_CLIENT, 0) == 0);

	/* The fingerprint is the digest of the DER; the key identifier that of the public key. */
	gnutls_datum_t der;
	unsigned char direct[64];
	size_t direct_size = sizeof(direct);
	gnutls_x509_crt_export2(c, GNUTLS_X509_FMT_DER, &der);
	CHECK(gnutls_fingerprint(GNUTLS_DIG_SHA256, &der, direct, &direct_size) == 0 && direct_size == 32);
	size = sizeof(buf);
	CHECK(gnutls_x509_crt_get_fingerprint(c, GNUTLS_DIG_SHA256, buf, &size) == 0 && size == 32 && memcmp(buf, direct, 32) == 0);
	gnutls_free(der.data);
	size = sizeof(buf);
	CHECK(gnutls_x509_crt_get_fingerprint(c, 0, buf, &size) == GNUTLS_E_INVALID_REQUEST);
	for (unsigned i = 0; i < 3; i++) {
		static const size_t sizes[] = { 20, 32, 64 };
		size = sizeof(buf);
		CHECK(gnutls_x509_crt_get_key_id(c, i, buf, &size) == 0 && size == sizes[i]);
	}
	unsigned char ski[40];
	size_t ski_size = sizeof(ski);
	size = sizeof(buf);
	CHECK(gnutls_x509_crt_get_authority_key_id(c, buf, &size, &critical) == 0);
	CHECK(gnutls_x509_crt_get_subject_key_id(ca, ski, &ski_size, &critical) == 0 && size == ski_size && memcmp(buf, ski, size) == 0);

	gnutls_datum_t m, e;
	CHECK(gnutls_x509_crt_get_pk_rsa_raw(c, &m, &e) == 0 && m.size == 257 && m.data[0] == 0 && e.size == 3);
	gnutls_free(m.data);
	gnutls_free(e.data);
	CHECK(gnutls_x509_crt_get_pk_rsa_raw(ca, &m, &e) == GNUTLS_E_INVALID_REQUEST);
	gnutls_ecc_curve_t curve;
	CHECK(gnutls_x509_crt_get_pk_ecc_raw(ca, &curve, &m, &e) == 0 && curve == GNUTLS_ECC_CURVE_SECP256R1);
	gnutls_free(m.data);
	gnutls_free(e.data);
	gnutls_x509_crt_deinit(c);
	gnutls_x509_crt_deinit(ca);
	gnutls_x509_crt_deinit(ed);
}

static void names(void)
{
	gnutls_x509_crt_t c = load(names_cert_pem), leaf = load(leaf_pem);
	gnutls_datum_t d;
	char buf[300];
	size_t size = sizeof(buf);
	const char *encoded = "DC=com,DC=example,C=GR,O=Org\\, \\\"the\\\" one,CN=\\ lead\xc3\xa9";
	const char *rfc4514 = "CN=\\ lead\xc3\xa9,O=Org\\, \\\"the\\\" one,C=GR,DC=example,DC=com";
	CHECK(gnutls_x509_crt_get_dn(c, buf, &size) == 0 && size == strlen(encoded) && strcmp(buf, encoded) == 0);
	size = strlen(encoded);
	CHECK(gnutls_x509_crt_get_dn(c, buf, &size) == GNUTLS_E_SHORT_MEMORY_BUFFER && size == strlen(encoded) + 1);
	CHECK(gnutls_x509_crt_get_dn2(c, &d) == 0 && is(&d, encoded));
	CHECK(gnutls_x509_crt_get_dn3(c, &d, 0) == 0 && is(&d, rfc4514));
	CHECK(gnutls_x509_crt_get_issuer_dn3(c, &d, GNUTLS_X509_DN_FLAG_COMPAT) == 0 && is(&d, encoded));
	size = sizeof(buf);
	CHECK(gnutls_x509_crt_get_dn_by_oid(c, GNUTLS_OID_LDAP_DC, 1, 0, buf, &size) == 0 && strcmp(buf, "example") == 0);
	size = sizeof(buf);
	CHECK(gnutls_x509_crt_get_dn_by_oid(c, GNUTLS_OID_LDAP_DC, 2, 0, buf, &size) == GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE);
	size = sizeof(buf);
	CHECK(gnutls_x509_crt_get_dn_oid(c, 2, buf, &size) == 0 && strcmp(buf, "2.5.4.6") == 0);
	gnutls_datum_t raw;
	CHECK(gnutls_x509_crt_get_raw_dn(c, &raw) == 0);
	CHECK(gnutls_x509_rdn_get2(&raw, &d, 0) == 0 && is(&d, rfc4514));
	size = sizeof(buf);
	CHECK(gnutls_x509_rdn_get(&raw, buf, &size) == 0 && strcmp(buf, encoded) == 0);
	size = sizeof(buf);
	CHECK(gnutls_x509_rdn_get_by_oid(&raw, "2.5.4.6", 0, 0, buf, &size) == 0 && strcmp(buf, "GR") == 0);
	gnutls_x509_dn_t dn, own;
	gnutls_x509_ava_st ava;
	CHECK(gnutls_x509_crt_get_subject(c, &dn) == 0);
	CHECK(gnutls_x509_dn_get_rdn_ava(dn, 2, 0, &ava) == 0 && ava.value.size == 2 && memcmp(ava.value.data, "GR", 2) == 0 &&
	      ava.oid.size == 8 && memcmp(ava.oid.data, "2.5.4.6", 8) == 0 && ava.value_tag == 19);
	CHECK(gnutls_x509_dn_get_rdn_ava(dn, 9, 0, &ava) == GNUTLS_E_ASN1_ELEMENT_NOT_FOUND);
	CHECK(gnutls_x509_dn_get_rdn_ava(dn, 0, 1, &ava) == GNUTLS_E_ASN1_ELEMENT_NOT_FOUND);
	CHECK(gnutls_x509_dn_init(&own) == 0 && gnutls_x509_dn_import(own, &raw) == 0);
	CHECK(gnutls_x509_dn_get_str2(own, &d, 0) == 0 && is(&d, rfc4514));
	gnutls_x509_dn_deinit(own);
	gnutls_free(raw.data);
	CHECK(strcmp(gnutls_x509_dn_oid_name("2.5.4.3", 0), "CN") == 0 && gnutls_x509_dn_oid_name("1.2.3", 0) == NULL);
	CHECK(gnutls_x509_dn_oid_known("2.5.4.3") && !gnutls_x509_dn_oid_known("1.2.3"));

	static const struct { int type; const char *name; } sans[] = {
		{ GNUTLS_SAN_DNSNAME, "www.example.com" }, { GNUTLS_SAN_DNSNAME, "*.wild.example.com" },
		{ GNUTLS_SAN_IPADDRESS, "\x7f\0\0\1" }, { GNUTLS_SAN_RFC822NAME, "a@example.com" },
		{ GNUTLS_SAN_URI, "http://x.example.com/" }, { GNUTLS_SAN_DNSNAME, "xn--nxasmq6b.com" },
	};
	for (unsigned i = 0; i < 6; i++) {
		unsigned type = 0;
		size_t want = sans[i].type == GNUTLS_SAN_IPADDRESS ? 4 : strlen(sans[i].name);
		size = sizeof(buf);
		CHECK(gnutls_x509_crt_get_subject_alt_name(leaf, i, buf, &size, NULL) == sans[i].type && size == want &&
		      memcmp(buf, sans[i].name, want) == 0);
		size = sizeof(buf);
		CHECK(gnutls_x509_crt_get_subject_alt_name2(leaf, i, buf, &size, &type, NULL) == sans[i].type && type == (unsigned)sans[i].type);
	}
	size = sizeof(buf);
	CHECK(gnutls_x509_crt_get_subject_alt_name(leaf, 6, buf, &size, NULL) == GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE);
	size = 0;
	CHECK(gnutls_x509_crt_get_subject_alt_name(leaf, 0, NULL, &size, NULL) == GNUTLS_E_SHORT_MEMORY_BUFFER && size == 16);
	gnutls_x509_crt_deinit(c);
	gnutls_x509_crt_deinit(leaf);
}

static void extensions(void)
{
	gnutls_x509_crt_t c = load(names_cert_pem);
	char buf[200];
	size_t size = sizeof(buf);
	unsigned critical = 9, reasons = 9;
	struct gnutls_x509_policy_st policy;
	gnutls_datum_t d;
	CHECK(gnutls_x509_crt_get_crl_dist_points(c, 1, buf, &size, &reasons, &critical) == GNUTLS_SAN_URI &&
	      strcmp(buf, "http://crl.x/b.crl") == 0 && reasons == 0 && critical == 0);
	CHECK(gnutls_x509_crt_get_authority_info_access(c, 0, GNUTLS_IA_OCSP_URI, &d, &critical) == 0 && is(&d, "http://ocsp.x/"));
	CHECK(gnutls_x509_crt_get_authority_info_access(c, 0, GNUTLS_IA_CAISSUERS_URI, &d, &critical) == GNUTLS_E_UNKNOWN_ALGORITHM);
	CHECK(gnutls_x509_crt_get_authority_info_access(c, 1, GNUTLS_IA_URI, &d, &critical) == 0 && is(&d, "http://ca.x/ca.crt"));
	CHECK(gnutls_x509_crt_get_authority_info_access(c, 2, GNUTLS_IA_URI, &d, &critical) == GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE);
	CHECK(gnutls_x509_crt_get_policy(c, 1, &policy, &critical) == 0 && strcmp(policy.oid, "1.3.5.8") == 0 && policy.qualifiers == 2 &&
	      policy.qualifier[0].type == GNUTLS_X509_QUALIFIER_URI && policy.qualifier[1].type == GNUTLS_X509_QUALIFIER_NOTICE &&
	      policy.qualifier[1].size == 13 && memcmp(policy.qualifier[1].data, "Explicit Text", 13) == 0);
	gnutls_x509_policy_release(&policy);
	CHECK(gnutls_x509_crt_get_policy(c, 2, &policy, &critical) == GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE);
	size = sizeof(buf);
	CHECK(gnutls_x509_crt_get_extension_info(c, 0, buf, &size, &critical) == 0 && strcmp(buf, "2.5.29.19") == 0 && critical == 1);
	size = sizeof(buf);
	CHECK(gnutls_x509_crt_get_extension_data(c, 0, buf, &size) == 0 && size == 2 && memcmp(buf, "\x30\0", 2) == 0);
	CHECK(gnutls_x509_crt_get_extension_by_oid2(c, "2.5.29.19", 0, &d, &critical) == 0 && d.size == 2);
	gnutls_free(d.data);
	CHECK(gnutls_x509_crt_get_extension_by_oid2(c, "2.5.29.99", 0, &d, &critical) == GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE);
	gnutls_x509_crt_deinit(c);
}

static void hosts(void)
{
	gnutls_x509_crt_t c = load(leaf_pem), cn = load(cn_only_pem);
	static const struct { const char *host; unsigned flags; int ok; } cases[] = {
		{ "www.example.com", 0, 1 }, { "WWW.Example.COM", 0, 1 }, { "example.com", 0, 0 }, { "www.example.com.", 0, 0 },
		{ "a.wild.example.com", 0, 1 }, { "a.b.wild.example.com", 0, 0 }, { "wild.example.com", 0, 0 },
		{ "a.wild.example.com", GNUTLS_VERIFY_DO_NOT_ALLOW_WILDCARDS, 0 }, { "127.0.0.1", 0, 1 },
		{ "127.0.0.1", GNUTLS_VERIFY_DO_NOT_ALLOW_IP_MATCHES, 0 }, { "127.0.0.2", 0, 0 }, { "::1", 0, 0 },
		{ "\xce\xb2\xcf\x8c\xce\xbb\xce\xbf\xcf\x83.com", 0, 1 }, { "", 0, 0 },
	};
	for (unsigned i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
		CHECK((gnutls_x509_crt_check_hostname2(c, cases[i].host, cases[i].flags) != 0) == cases[i].ok);
	CHECK(gnutls_x509_crt_check_hostname(cn, "cn.example.com") != 0 && gnutls_x509_crt_check_hostname(cn, "www.example.com") == 0);
	CHECK(gnutls_x509_crt_check_ip(c, (const unsigned char *)"\x7f\0\0\1", 4, 0) != 0);
	CHECK(gnutls_x509_crt_check_email(c, "a@example.com", 0) != 0 && gnutls_x509_crt_check_email(c, "b@example.com", 0) == 0);
	gnutls_x509_crt_deinit(c);
	gnutls_x509_crt_deinit(cn);
}

static void prints(void)
{
	gnutls_x509_crt_t c = load(leaf_pem);
	gnutls_datum_t d;
	static const char *const lines[] = {
		"X.509 Certificate Information:\n\tVersion: 3\n\tSerial Number (hex): 0123456789abcdef\n\tIssuer: CN=Test intermediate\n",
		"\tSubject: CN=www.example.com\n\tSubject Public Key Algorithm: RSA\n\tAlgorithm Security Level: Medium (2048 bits)\n",
		"\t\tExponent (bits 24):\n\t\t\t01:00:01\n\tExtensions:\n",
		"\t\tBasic Constraints (critical):\n\t\t\tCertificate Authority (CA): FALSE\n",
		"\t\tKey Usage (critical):\n\t\t\tDigital signature.\n\t\t\tKey encipherment.\n",
		"\t\tKey Purpose (not critical):\n\t\t\tTLS WWW Server.\n",
		"\t\t\tIPAddress: 127.0.0.1\n\t\t\tRFC822Name: a@example.com\n\t\t\tURI: http://x.example.com/\n",
		"\tSignature Algorithm: ECDSA-SHA256\n\tSignature:\n", "Other Information:\n\tFingerprint:\n\t\tsha1:",
		"\tPublic Key PIN:\n\t\tpin-sha256:",
	};
	CHECK(gnutls_x509_crt_print(c, GNUTLS_CRT_PRINT_FULL, &d) == 0);
	for (unsigned i = 0; i < sizeof(lines) / sizeof(lines[0]); i++)
		CHECK(strstr((char *)d.data, lines[i]) != NULL);
	gnutls_free(d.data);
	CHECK(gnutls_x509_crt_print(c, GNUTLS_CRT_PRINT_ONELINE, &d) == 0);
	CHECK(strncmp((char *)d.data, "subject `CN=www.example.com', issuer `CN=Test intermediate', serial 0x0123456789abcdef, "
		      "RSA key 2048 bits, signed using ECDSA-SHA256, activated `", 140) == 0);
	gnutls_free(d.data);
	gnutls_x509_crt_deinit(c);
}

int main(void)
{
	imports();
	fields();
	names();
	extensions();
	hosts();
	prints();
	return check_result();
}
