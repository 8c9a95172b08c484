/* Extensions as objects: x509-ext.h. */
#include <gnutls/gnutls.h>
#include <gnutls/x509-ext.h>

#include "datum.h"
#include "keys.h"

/* The content is this, in hex. */
static void is(gnutls_datum_t der, const char *hex)
{
	char got[1024] = "";

	for (unsigned i = 0; i < der.size && i < 500; i++)
		sprintf(got + 2 * i, "%02x", der.data[i]);
	CHECK(strcmp(got, hex) == 0);
	if (strcmp(got, hex) != 0)
		fprintf(stderr, "is %s\n", got);
}

static int same(gnutls_datum_t d, const char *s)
{
	return d.size == strlen(s) && memcmp(d.data, s, d.size) == 0;
}

static void *copy(const void *from, size_t n)
{
	void *to = gnutls_malloc(n);

	return memcpy(to, from, n);
}

static void names(void)
{
	gnutls_subject_alt_names_t sans;
	gnutls_datum_t d, der, oid = { NULL, 0 };
	unsigned kind = 9;

	CHECK(gnutls_subject_alt_names_init(&sans) == 0);
	CHECK(gnutls_x509_ext_export_subject_alt_names(sans, &der) == 0);
	is(der, "3000");
	gnutls_free(der.data);
	d = text("\xc4\x8d.com");
	CHECK(gnutls_subject_alt_names_set(sans, GNUTLS_SAN_DNSNAME, &d, NULL) == 0);
	d = text("a@b");
	CHECK(gnutls_subject_alt_names_set(sans, GNUTLS_SAN_OTHERNAME_XMPP, &d, NULL) == 0);
	d = text("\x0c\x01z");
	CHECK(gnutls_subject_alt_names_set(sans, GNUTLS_SAN_OTHERNAME, &d, "1.2.3") == 0);
	CHECK(gnutls_subject_alt_names_get(sans, 0, &kind, &d, NULL) == 0 && kind == GNUTLS_SAN_DNSNAME);
	CHECK(same(d, "xn--bea.com"));
	CHECK(gnutls_subject_alt_names_get(sans, 1, &kind, &d, &oid) == 0 && kind == GNUTLS_SAN_OTHERNAME);
	CHECK(same(oid, "1.3.6.1.5.5.7.8.5"));
	CHECK(gnutls_subject_alt_names_get(sans, 3, &kind, &d, NULL) == GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE);
	CHECK(gnutls_x509_ext_export_subject_alt_names(sans, &der) == 0);
	is(der, "302b820b786e2d2d6265612e636f6da01106082b06010505070805a0050c03614062a00906022a03a0030c017a");
	gnutls_subject_alt_names_deinit(sans);

	CHECK(gnutls_subject_alt_names_init(&sans) == 0);
	CHECK(gnutls_x509_ext_import_subject_alt_names(&der, sans, 0) == 0);
	CHECK(gnutls_subject_alt_names_get(sans, 2, &kind, &d, &oid) == 0 && same(oid, "1.2.3"));
	gnutls_free(der.data);
	d = text("abc");
	CHECK(gnutls_x509_ext_import_subject_alt_names(&d, sans, 0) == GNUTLS_E_ASN1_TAG_ERROR);
	gnutls_subject_alt_names_deinit(sans);

	d = text("\x0c\x01x");
	CHECK(gnutls_x509_othername_to_virtual("1.3.6.1.5.5.7.8.5", &d, &kind, &der) == 0);
	CHECK(kind == GNUTLS_SAN_OTHERNAME_XMPP && same(der, "x"));
	gnutls_free(der.data);
	CHECK(gnutls_x509_othername_to_virtual("1.2.3", &d, &kind, &der) == GNUTLS_E_X509_UNKNOWN_SAN);
}

static void identifiers(void)
{
	static const unsigned char other[] = { 0x30, 0x0b, 0xa1, 0x05, 0x82, 3, 'a', '.', 'b', 0x82, 2, 1, 2 };
	gnutls_x509_aki_t aki;
	gnutls_x509_crt_t crt;
	gnutls_datum_t d = text("abcd"), der, serial;
	char name[16], number[16];
	size_t name_size = sizeof name, number_size = sizeof number;
	unsigned kind = 9, critical = 9;

	CHECK(gnutls_x509_aki_init(&aki) == 0);
	CHECK(gnutls_x509_aki_get_id(aki, &der) == GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE);
	CHECK(gnutls_x509_aki_set_id(aki, &d) == 0);
	CHECK(gnutls_x509_aki_get_id(aki, &d) == 0 && same(d, "abcd"));
	CHECK(gnutls_x509_ext_export_authority_key_id(aki, &der) == 0);
	is(der, "3006800461626364");
	gnutls_free(der.data);
	gnutls_x509_aki_deinit(aki);
	CHECK(gnutls_x509_aki_init(&aki) == 0);
	der.data = (unsigned char *)other;
	der.size = sizeof other;
	CHECK(gnutls_x509_ext_import_authority_key_id(&der, aki, 0) == 0);
	CHECK(gnutls_x509_aki_get_cert_issuer(aki, 0, &kind, &d, NULL, &serial) == 0);
	CHECK(kind == GNUTLS_SAN_DNSNAME && same(d, "a.b") && same(serial, "\1\2"));
	CHECK(gnutls_x509_aki_get_cert_issuer(aki, 1, &kind, &d, NULL, &serial) == GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE);
	gnutls_x509_aki_deinit(aki);

	CHECK(gnutls_x509_crt_init(&crt) == 0);
	CHECK(gnutls_x509_crt_get_authority_key_gn_serial(crt, 0, name, &name_size, &kind, number, &number_size,
							  &critical) == GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE);
	CHECK(gnutls_x509_crt_set_extension_by_oid(crt, "2.5.29.35", other, sizeof other, 0) == 0);
	name_size = sizeof name;
	number_size = sizeof number;
	CHECK(gnutls_x509_crt_get_authority_key_gn_serial(crt, 0, name, &name_size, &kind, number, &number_size,
							  &critical) == 0);
	CHECK(name_size == 3 && number_size == 2 && kind == GNUTLS_SAN_DNSNAME && critical == 0);
	gnutls_x509_crt_deinit(crt);

	d = text("abc");
	CHECK(gnutls_x509_ext_export_subject_key_id(&d, &der) == 0);
	is(der, "0403616263");
	CHECK(gnutls_x509_ext_import_subject_key_id(&der, &d) == 0 && same(d, "abc"));
	gnutls_free(d.data);
	gnutls_free(der.data);
}

static void places(void)
{
	gnutls_x509_crl_dist_points_t points;
	gnutls_x509_aia_t aia;
	gnutls_datum_t uri = text("http://a"), der, d, oid;
	unsigned kind = 9, reasons = 9;

	CHECK(gnutls_x509_crl_dist_points_init(&points) == 0);
	CHECK(gnutls_x509_crl_dist_points_set(points, GNUTLS_SAN_URI, &uri, 0) == 0);
	CHECK(gnutls_x509_crl_dist_points_set(points, GNUTLS_SAN_URI, &uri, 0) == 0);
	CHECK(gnutls_x509_crl_dist_points_set(points, GNUTLS_SAN_URI, &uri, GNUTLS_CRL_REASON_KEY_COMPROMISE) == 0);
	CHECK(gnutls_x509_crl_dist_points_get(points, 2, &kind, &d, &reasons) == 0);
	CHECK(kind == GNUTLS_SAN_URI && reasons == GNUTLS_CRL_REASON_KEY_COMPROMISE && same(d, "http://a"));
	CHECK(gnutls_x509_crl_dist_points_get(points, 3, &kind, &d, &reasons) == GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE);
	/* Names for the same reasons share a point. */
	CHECK(gnutls_x509_ext_export_crl_dist_points(points, &der) == 0);
	is(der, "302e3018a016a0148608687474703a2f2f618608687474703a2f2f613012a00ca00a8608687474703a2f2f6181020640");
	gnutls_x509_crl_dist_points_deinit(points);
	CHECK(gnutls_x509_crl_dist_points_init(&points) == 0);
	CHECK(gnutls_x509_ext_import_crl_dist_points(&der, points, 0) == 0);
	CHECK(gnutls_x509_crl_dist_points_get(points, 2, &kind, &d, &reasons) == 0);
	gnutls_free(der.data);
	gnutls_x509_crl_dist_points_deinit(points);

	CHECK(gnutls_x509_aia_init(&aia) == 0);
	CHECK(gnutls_x509_aia_set(aia, GNUTLS_OID_AD_OCSP, GNUTLS_SAN_URI, &uri) == 0);
	CHECK(gnutls_x509_aia_set(aia, "1.2.3", GNUTLS_SAN_DNSNAME, &uri) == 0);
	CHECK(gnutls_x509_ext_export_aia(aia, &der) == 0);
	is(der, "3026301406082b060105050730018608687474703a2f2f61300e06022a038208687474703a2f2f61");
	gnutls_x509_aia_deinit(aia);
	CHECK(gnutls_x509_aia_init(&aia) == 0);
	CHECK(gnutls_x509_ext_import_aia(&der, aia, 0) == 0);
	CHECK(gnutls_x509_aia_get(aia, 1, &oid, &kind, &d) == 0 && same(oid, "1.2.3") && kind == GNUTLS_SAN_DNSNAME);
	CHECK(gnutls_x509_aia_get(aia, 2, &oid, &kind, &d) == GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE);
	gnutls_free(der.data);
	gnutls_x509_aia_deinit(aia);
}

static void lists(void)
{
	gnutls_x509_policies_t policies;
	gnutls_x509_key_purposes_t purposes;
	gnutls_x509_tlsfeatures_t features;
	struct gnutls_x509_policy_st p = { .oid = "1.2.3", .qualifiers = 1 };
	gnutls_datum_t der, d;
	unsigned n = 9;

	p.qualifier[0].type = GNUTLS_X509_QUALIFIER_URI;
	p.qualifier[0].data = "http://x";
	p.qualifier[0].size = 8;
	CHECK(gnutls_x509_policies_init(&policies) == 0);
	CHECK(gnutls_x509_policies_set(policies, &p) == 0);
	CHECK(gnutls_x509_ext_export_policies(policies, &der) == 0);
	is(der, "301e301c06022a033016301406082b060105050702011608687474703a2f2f78");
	gnutls_x509_policies_deinit(policies);
	CHECK(gnutls_x509_policies_init(&policies) == 0);
	CHECK(gnutls_x509_ext_import_policies(&der, policies, 0) == 0);
	memset(&p, 0, sizeof p);
	CHECK(gnutls_x509_policies_get(policies, 0, &p) == 0 && strcmp(p.oid, "1.2.3") == 0);
	CHECK(p.qualifiers == 1 && p.qualifier[0].size == 8 && p.qualifier[0].type == GNUTLS_X509_QUALIFIER_URI);
	CHECK(gnutls_x509_policies_get(policies, 1, &p) == GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE);
	gnutls_free(der.data);
	gnutls_x509_policies_deinit(policies);

	CHECK(gnutls_x509_key_purpose_init(&purposes) == 0);
	CHECK(gnutls_x509_key_purpose_set(purposes, "1.2.3") == 0);
	CHECK(gnutls_x509_ext_export_key_purposes(purposes, &der) == 0);
	is(der, "300406022a03");
	CHECK(gnutls_x509_ext_import_key_purposes(&der, purposes, 0) == 0);
	CHECK(gnutls_x509_key_purpose_get(purposes, 0, &d) == 0 && same(d, "1.2.3"));
	CHECK(gnutls_x509_key_purpose_get(purposes, 1, &d) == GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE);
	gnutls_free(der.data);
	gnutls_x509_key_purpose_deinit(purposes);

	CHECK(gnutls_x509_tlsfeatures_init(&features) == 0);
	CHECK(gnutls_x509_tlsfeatures_add(features, 5) == 0);
	CHECK(gnutls_x509_tlsfeatures_add(features, 70000) == GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_x509_ext_export_tlsfeatures(features, &der) == 0);
	is(der, "3003020105");
	CHECK(gnutls_x509_ext_import_tlsfeatures(&der, features, GNUTLS_EXT_FLAG_APPEND) == 0);
	CHECK(gnutls_x509_tlsfeatures_get(features, 0, &n) == 0 && n == 5);
	CHECK(gnutls_x509_tlsfeatures_get(features, 1, &n) == GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE);
	gnutls_free(der.data);
	gnutls_x509_tlsfeatures_deinit(features);
}

static void values(void)
{
	gnutls_datum_t der, d;
	gnutls_x509_ext_st e[2];
	char *language, *policy;
	size_t size = 9;
	unsigned n = 9;
	int path = 9;
	time_t from, to;

	CHECK(gnutls_x509_ext_export_basic_constraints(1, 3, &der) == 0);
	is(der, "30060101ff020103");
	CHECK(gnutls_x509_ext_import_basic_constraints(&der, &n, &path) == 0 && n == 1 && path == 3);
	gnutls_free(der.data);
	CHECK(gnutls_x509_ext_export_key_usage(0x8081, &der) == 0);
	is(der, "0303078180");
	CHECK(gnutls_x509_ext_import_key_usage(&der, &n) == 0 && n == 0x8081);
	gnutls_free(der.data);
	CHECK(gnutls_x509_ext_export_inhibit_anypolicy(7, &der) == 0);
	is(der, "020107");
	CHECK(gnutls_x509_ext_import_inhibit_anypolicy(&der, &n) == 0 && n == 7);
	gnutls_free(der.data);
	CHECK(gnutls_x509_ext_export_private_key_usage_period(1000000000, 1500000000, &der) == 0);
	CHECK(gnutls_x509_ext_import_private_key_usage_period(&der, &from, &to) == 0);
	CHECK(from == 1000000000 && to == 1500000000);
	gnutls_free(der.data);
	CHECK(gnutls_x509_ext_export_proxy(3, "1.2.3", "abc", 3, &der) == 0);
	is(der, "300e020103300906022a030403616263");
	CHECK(gnutls_x509_ext_import_proxy(&der, &path, &language, &policy, &size) == 0);
	CHECK(path == 3 && strcmp(language, "1.2.3") == 0 && strcmp(policy, "abc") == 0 && size == 3);
	gnutls_free(language);
	gnutls_free(policy);
	gnutls_free(der.data);
	d = text("abc");
	CHECK(gnutls_x509_ext_import_key_usage(&d, &n) == GNUTLS_E_ASN1_TAG_ERROR);

	for (int i = 0; i < 2; i++) {
		e[i].oid = copy(i ? "1.2.3" : "2.5.29.19", i ? 6 : 10);
		e[i].critical = !i;
		e[i].data.data = copy(i ? "abc" : "\x30\x03\x01\x01\xff", 5 - 2 * i);
		e[i].data.size = i ? 3 : 5;
	}
	CHECK(gnutls_x509_ext_print(e, 2, GNUTLS_CRT_PRINT_FULL, &d) == 0);
	CHECK(strcmp((char *)d.data, "\t\tBasic Constraints (critical):\n\t\t\tCertificate Authority (CA): TRUE\n"
				     "\t\tUnknown extension 1.2.3 (not critical):\n\t\t\tASCII: abc\n"
				     "\t\t\tHexdump: 616263\n") == 0);
	gnutls_free(d.data);
	gnutls_x509_ext_deinit(&e[0]);
	gnutls_x509_ext_deinit(&e[1]);

	CHECK(gnutls_x509_cidr_to_rfc5280("1.2.3.4/24", &d) == 0);
	is(d, "01020300ffffff00");
	gnutls_free(d.data);
	CHECK(gnutls_x509_cidr_to_rfc5280("1.2.3.4/40", &d) == GNUTLS_E_MALFORMED_CIDR);
}

static void timestamps(void)
{
	static const unsigned char list[] = {
		0x04, 0x35, 0,	  0x33, 0,    0x31, 0,	  1,  2,  3,  4,  5,  6,  7,  8,	9,    10,   11,	  12,
		13,   14,   15,	  16,	17,   18,   19,	  20, 21, 22, 23, 24, 25, 26, 27,	28,   29,   30,	  31,
		32,   0,    0,	  1,	0x8b, 0xcf, 0xe5, 0x68, 0, 0, 0,	4,  3,	0,  2,	0xaa, 0xbb,
	};
	gnutls_datum_t d = { (unsigned char *)list, sizeof list }, log, signature;
	gnutls_sign_algorithm_t sign;
	gnutls_x509_ct_scts_t scts;
	unsigned version = 9;
	time_t when;

	CHECK(gnutls_x509_ext_ct_scts_init(&scts) == 0);
	CHECK(gnutls_x509_ext_ct_import_scts(&d, scts, 0) == 0);
	CHECK(gnutls_x509_ct_sct_get_version(scts, 0, &version) == 0 && version == 1);
	CHECK(gnutls_x509_ct_sct_get(scts, 0, &when, &log, &sign, &signature) == 0);
	CHECK(when == 1700000000 && sign == GNUTLS_SIGN_ECDSA_SHA256 && log.size == 32 && signature.size == 2);
	gnutls_free(log.data);
	gnutls_free(signature.data);
	CHECK(gnutls_x509_ct_sct_get(scts, 1, &when, &log, &sign, &signature) == GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE);
	CHECK(gnutls_x509_ext_ct_export_scts(scts, &d) == 0 && d.size == sizeof list);
	CHECK(memcmp(d.data, list, sizeof list) == 0);
	gnutls_free(d.data);
	gnutls_x509_ext_ct_scts_deinit(scts);
}

static void constraints(void)
{
	gnutls_x509_name_constraints_t nc, other;
	gnutls_x509_crt_t crt;
	gnutls_datum_t d, der;
	unsigned kind = 9, critical = 9;

	CHECK(gnutls_x509_name_constraints_init(&nc) == 0);
	CHECK(gnutls_x509_ext_export_name_constraints(nc, &der) == GNUTLS_E_INVALID_REQUEST);
	d = text("a.com");
	CHECK(gnutls_x509_name_constraints_add_permitted(nc, GNUTLS_SAN_DNSNAME, &d) == 0);
	CHECK(gnutls_x509_name_constraints_add_excluded(nc, GNUTLS_SAN_IPADDRESS, &d) == GNUTLS_E_ILLEGAL_PARAMETER);
	CHECK(gnutls_x509_name_constraints_add_excluded(nc, GNUTLS_SAN_OTHERNAME, &d) == GNUTLS_E_X509_UNKNOWN_SAN);
	d.data = (unsigned char *)"\1\2\3\0\xff\xff\xff\0";
	d.size = 8;
	CHECK(gnutls_x509_name_constraints_add_excluded(nc, GNUTLS_SAN_IPADDRESS, &d) == 0);
	CHECK(gnutls_x509_ext_export_name_constraints(nc, &der) == 0);
	is(der, "3019a00930078205612e636f6da10c300a870801020300ffffff00");
	CHECK(gnutls_x509_name_constraints_get_permitted(nc, 0, &kind, &d) == 0 && same(d, "a.com"));
	CHECK(gnutls_x509_name_constraints_get_permitted(nc, 1, &kind, &d) == GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE);
	CHECK(gnutls_x509_name_constraints_get_excluded(nc, 0, &kind, &d) == 0 && kind == GNUTLS_SAN_IPADDRESS);
	d = text("x.a.com");
	CHECK(gnutls_x509_name_constraints_check(nc, GNUTLS_SAN_DNSNAME, &d) != 0);
	d = text("x.com");
	CHECK(gnutls_x509_name_constraints_check(nc, GNUTLS_SAN_DNSNAME, &d) == 0);
	d.data = (unsigned char *)"\1\2\3\4";
	d.size = 4;
	CHECK(gnutls_x509_name_constraints_check(nc, GNUTLS_SAN_IPADDRESS, &d) == 0);

	CHECK(gnutls_x509_crt_init(&crt) == 0);
	CHECK(gnutls_x509_crt_set_name_constraints(crt, nc, 1) == 0);
	CHECK(gnutls_x509_crt_set_subject_alt_name(crt, GNUTLS_SAN_DNSNAME, "x.a.com", 7, 0) == 0);
	CHECK(gnutls_x509_name_constraints_check_crt(nc, GNUTLS_SAN_DNSNAME, crt) != 0);
	CHECK(gnutls_x509_name_constraints_init(&other) == 0);
	CHECK(gnutls_x509_crt_get_name_constraints(crt, other, 0, &critical) == 0 && critical == 1);
	CHECK(gnutls_x509_name_constraints_get_permitted(other, 0, &kind, &d) == 0 && same(d, "a.com"));
	gnutls_x509_name_constraints_deinit(other);
	gnutls_x509_crt_deinit(crt);

	/* What two authorities permit is what both permit. */
	CHECK(gnutls_x509_name_constraints_init(&other) == 0);
	d = text("b.a.com");
	CHECK(gnutls_x509_name_constraints_add_permitted(other, GNUTLS_SAN_DNSNAME, &d) == 0);
	CHECK(gnutls_x509_ext_import_name_constraints(&der, other, GNUTLS_NAME_CONSTRAINTS_FLAG_APPEND) == 0);
	CHECK(gnutls_x509_name_constraints_get_permitted(other, 0, &kind, &d) == 0 && same(d, "b.a.com"));
	CHECK(gnutls_x509_name_constraints_get_permitted(other, 1, &kind, &d) == GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE);
	gnutls_x509_name_constraints_deinit(other);
	gnutls_x509_name_constraints_deinit(nc);
	gnutls_free(der.data);
}

/* A subtree with a dot in front has the name that is written like it, and is what two authorities permit that both permit it. */
static void constraints_with_dots(void)
{
	gnutls_x509_name_constraints_t nc, other;
	gnutls_datum_t d, der;
	unsigned kind;

	CHECK(gnutls_x509_name_constraints_init(&nc) == 0 && gnutls_x509_name_constraints_init(&other) == 0);
	d = text(".");
	CHECK(gnutls_x509_name_constraints_add_permitted(nc, GNUTLS_SAN_DNSNAME, &d) == GNUTLS_E_ILLEGAL_PARAMETER);
	d = text("..com");
	CHECK(gnutls_x509_name_constraints_add_excluded(nc, GNUTLS_SAN_DNSNAME, &d) == GNUTLS_E_ILLEGAL_PARAMETER);
	d = text(".com");
	CHECK(gnutls_x509_name_constraints_add_permitted(nc, GNUTLS_SAN_DNSNAME, &d) == 0);
	CHECK(gnutls_x509_name_constraints_add_permitted(other, GNUTLS_SAN_DNSNAME, &d) == 0);
	CHECK(gnutls_x509_name_constraints_check(nc, GNUTLS_SAN_DNSNAME, &d) != 0);
	CHECK(gnutls_x509_ext_export_name_constraints(nc, &der) == 0);
	CHECK(gnutls_x509_ext_import_name_constraints(&der, other, GNUTLS_NAME_CONSTRAINTS_FLAG_APPEND) == 0);
	CHECK(gnutls_x509_name_constraints_get_permitted(other, 0, &kind, &d) == 0 && same(d, ".com"));
	CHECK(gnutls_x509_name_constraints_get_excluded(other, 0, &kind, &d) == GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE);
	d = text(".a.com");
	CHECK(gnutls_x509_name_constraints_add_excluded(nc, GNUTLS_SAN_DNSNAME, &d) == 0);
	CHECK(gnutls_x509_name_constraints_check(nc, GNUTLS_SAN_DNSNAME, &d) == 0);
	d = text("b.a.com");
	CHECK(gnutls_x509_name_constraints_check(nc, GNUTLS_SAN_DNSNAME, &d) == 0);
	d = text("a.com");
	CHECK(gnutls_x509_name_constraints_check(nc, GNUTLS_SAN_DNSNAME, &d) != 0);
	gnutls_x509_name_constraints_deinit(nc);
	gnutls_x509_name_constraints_deinit(other);
	gnutls_free(der.data);
}

/* RFC 5280 section 4.2.1.1: [1] the issuer's names, [2] its serial number. GnuTLS crashes in gnutls_x509_aki_set_cert_issuer,
 * whatever it is given. */
static void issuers(void)
{
#ifdef OURS
	gnutls_datum_t name = text("a.b"), other = text("\x0c\x01x"), number = text("\1\2"), oid, serial, got, der;
	gnutls_x509_aki_t aki;
	unsigned kind;

	CHECK(gnutls_x509_aki_init(&aki) == 0);
	CHECK(gnutls_x509_aki_set_cert_issuer(aki, GNUTLS_SAN_DNSNAME, NULL, NULL, &number) == GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_x509_aki_set_cert_issuer(NULL, GNUTLS_SAN_DNSNAME, &name, NULL, &number) == GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_x509_aki_set_cert_issuer(aki, GNUTLS_SAN_DNSNAME, &name, NULL, &number) == 0);
	CHECK(gnutls_x509_aki_set_cert_issuer(aki, GNUTLS_SAN_OTHERNAME, &other, "1.2.3", NULL) == 0);
	CHECK(gnutls_x509_aki_get_cert_issuer(aki, 0, &kind, &got, &oid, &serial) == 0);
	CHECK(kind == GNUTLS_SAN_DNSNAME && same(got, "a.b") && same(serial, "\1\2"));
	CHECK(gnutls_x509_aki_get_cert_issuer(aki, 1, &kind, &got, &oid, &serial) == 0);
	CHECK(kind == GNUTLS_SAN_OTHERNAME && same(got, "\x0c\x01x") && same(oid, "1.2.3"));
	CHECK(gnutls_x509_aki_get_cert_issuer(aki, 2, &kind, &got, &oid, &serial) ==
	      GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE);
	CHECK(gnutls_x509_ext_export_authority_key_id(aki, &der) == 0);
	is(der, "3016a1108203612e62a00906022a03a0030c017882020102");
	gnutls_free(der.data);
	gnutls_x509_aki_deinit(aki);
#endif
}

/* An export of GnuTLS that no header declares. */
int _gnutls_x509_name_constraints_merge(gnutls_x509_name_constraints_t nc, gnutls_x509_name_constraints_t nc2);

/* RFC 5280 section 6.1.4 (g): what both permit, and what either excludes. */
static void merged(const char *first, const char *second, int excluded, const char *hosts)
{
	static const char *const all[] = { "www.sub.example.com", "www.example.com", "other.org" };
	gnutls_datum_t a = text(first), b = text(second);
	gnutls_x509_name_constraints_t x, y;
	int (*add)(gnutls_x509_name_constraints_t, gnutls_x509_subject_alt_name_t, const gnutls_datum_t *) =
		excluded ? gnutls_x509_name_constraints_add_excluded : gnutls_x509_name_constraints_add_permitted;

	CHECK(gnutls_x509_name_constraints_init(&x) == 0 && gnutls_x509_name_constraints_init(&y) == 0);
	if (*first)
		CHECK(add(x, GNUTLS_SAN_DNSNAME, &a) == 0);
	if (*second)
		CHECK(add(y, GNUTLS_SAN_DNSNAME, &b) == 0);
	CHECK(_gnutls_x509_name_constraints_merge(x, y) == 0);
	for (int i = 0; i < 3; i++) {
		gnutls_datum_t host = text(all[i]);
		unsigned want = hosts[i] == 'y';
		if ((gnutls_x509_name_constraints_check(x, GNUTLS_SAN_DNSNAME, &host) != 0) != want) {
			fprintf(stderr, "%s and %s %s: %s\n", first, second, excluded ? "excluded" : "permitted", all[i]);
			CHECK(0);
		}
	}
	gnutls_x509_name_constraints_deinit(x);
	gnutls_x509_name_constraints_deinit(y);
}

static void merges(void)
{
	merged("", "", 0, "yyy");
	merged("example.com", "", 0, "yyn");
	merged("", "example.com", 0, "yyn");
	merged("example.com", "example.com", 0, "yyn");
	merged("example.com", "sub.example.com", 0, "ynn");
	merged("sub.example.com", "example.com", 0, "ynn");
	merged("example.com", "other.org", 0, "nnn");
	merged("", "", 1, "yyy");
	merged("example.com", "", 1, "nny");
	merged("", "sub.example.com", 1, "nyy");
	merged("example.com", "other.org", 1, "nnn");
	merged("sub.example.com", "sub.example.com", 1, "nyy");
}

int main(void)
{
	issuers();
	merges();
	names();
	identifiers();
	places();
	lists();
	values();
	timestamps();
	constraints();
	constraints_with_dots();
	return check_result();
}
