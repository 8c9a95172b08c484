/* Certificates built and signed: gnutls_x509_crt_set_*, gnutls_x509_crt_sign*. */
#include <gnutls/gnutls.h>
#include <gnutls/x509-ext.h>

#include "keys.h"

#define START 1700000000

static gnutls_x509_crt_t fresh(const char *name, gnutls_x509_privkey_t key)
{
	gnutls_x509_crt_t crt;

	CHECK(gnutls_x509_crt_init(&crt) == 0);
	CHECK(gnutls_x509_crt_set_version(crt, 3) == 0);
	CHECK(gnutls_x509_crt_set_serial(crt, "\x01\x02", 2) == 0);
	CHECK(gnutls_x509_crt_set_dn(crt, name, NULL) == 0);
	CHECK(gnutls_x509_crt_set_activation_time(crt, START) == 0);
	CHECK(gnutls_x509_crt_set_expiration_time(crt, START + 86400) == 0);
	if (key)
		CHECK(gnutls_x509_crt_set_key(crt, key) == 0);
	return crt;
}

/* The bytes of what was signed are the same on both libraries. */
static void signed_bytes(gnutls_x509_crt_t crt, const char *want)
{
	gnutls_datum_t der;

	CHECK(gnutls_x509_crt_export2(crt, GNUTLS_X509_FMT_DER, &der) == 0);
	CHECK(has_digest(&der, want));
	gnutls_free(der.data);
}

static void nothing_set(void)
{
	gnutls_x509_crt_t crt;
	gnutls_datum_t out;
	char buf[256];
	size_t size = sizeof buf;
	unsigned n;

	CHECK(gnutls_x509_crt_init(&crt) == 0);
	CHECK(gnutls_x509_crt_get_version(crt) == 1);
	CHECK(gnutls_x509_crt_get_serial(crt, buf, &size) == GNUTLS_E_ASN1_VALUE_NOT_FOUND);
	CHECK(gnutls_x509_crt_get_dn2(crt, &out) == GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE);
	CHECK(gnutls_x509_crt_get_activation_time(crt) == -1);
	CHECK(gnutls_x509_crt_get_pk_algorithm(crt, &n) == GNUTLS_E_ASN1_VALUE_NOT_FOUND);
	CHECK(gnutls_x509_crt_get_signature_algorithm(crt) == 0);
	CHECK(gnutls_x509_crt_get_key_usage(crt, &n, NULL) == GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE);
	CHECK(gnutls_x509_crt_export2(crt, GNUTLS_X509_FMT_PEM, &out) == GNUTLS_E_ASN1_VALUE_NOT_FOUND);
	CHECK(gnutls_x509_crt_print(crt, GNUTLS_CRT_PRINT_FULL, &out) == 0);
	gnutls_free(out.data);
	gnutls_x509_crt_deinit(crt);
}

static void names(void)
{
	static const struct {
		const char *text;
		int code;
		size_t end;
	} cases[] = {
		{ "CN=foo,O=x,C=GR", 0, 6 },
		{ " CN = a b\\, c , O=d ", 0, 14 },
		{ "cn=x", 0, 4 },
		{ "2.5.4.3=abc", 0, 11 },
		{ "1.2.3.4=#0c0161", 0, 15 },
		{ "CN=a;O=b", 0, 8 },
		{ "XX=bar", GNUTLS_E_PARSING_ERROR, 6 },
		{ "CN=a,CN", GNUTLS_E_PARSING_ERROR, 5 },
		{ "CN=", GNUTLS_E_PARSING_ERROR, 0 },
		{ "CN=a+O=b", GNUTLS_E_PARSING_ERROR, 0 },
		/* White space around a value is none of it; line ends within one are refused. */
		{ "CN=\ta \n,O=b", 0, 7 },
		{ "CN=a\nb", GNUTLS_E_PARSING_ERROR, 0 },
		/* What is no part is told by its beginning, what cannot be encoded by its end, the last first. */
		{ "CN=a,x y=b", GNUTLS_E_PARSING_ERROR, 5 },
		{ "=a", GNUTLS_E_PARSING_ERROR, 0 },
		{ "CN=\\zz,L=\\zz", GNUTLS_E_PARSING_ERROR, 12 },
		{ "CN=\\zz,L=x", GNUTLS_E_PARSING_ERROR, 6 },
		{ "CN=\\zz,=x", GNUTLS_E_PARSING_ERROR, 7 },
		{ "CN=#,O=x", GNUTLS_E_INVALID_REQUEST, 4 },
		{ "L+=a", GNUTLS_E_PARSING_ERROR, 4 },
		{ "CN=a,O=b+C=c", GNUTLS_E_PARSING_ERROR, 0 },
	};
	gnutls_x509_crt_t crt;
	gnutls_x509_dn_t dn;
	gnutls_datum_t out;
	const char *err;

	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		CHECK(gnutls_x509_crt_init(&crt) == 0);
		err = NULL;
		CHECK(gnutls_x509_crt_set_dn(crt, cases[i].text, &err) == cases[i].code);
		CHECK(err == cases[i].text + cases[i].end);
		gnutls_x509_crt_deinit(crt);
	}
	CHECK(gnutls_x509_crt_init(&crt) == 0);
	CHECK(gnutls_x509_crt_set_dn_by_oid(crt, GNUTLS_OID_X520_COMMON_NAME, 0, "a'b", 3) == 0);
	CHECK(gnutls_x509_crt_set_dn_by_oid(crt, "1.2.3.4", 1, "\x0c\x01z", 3) == 0);
	CHECK(gnutls_x509_crt_set_dn_by_oid(crt, GNUTLS_OID_X520_COMMON_NAME, 0, "", 0) == GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_x509_crt_set_issuer_dn(crt, "CN=i", NULL) == 0);
	CHECK(gnutls_x509_crt_set_issuer_dn_by_oid(crt, GNUTLS_OID_X520_COUNTRY_NAME, 0, "GR", 2) == 0);
	CHECK(gnutls_x509_crt_get_raw_dn(crt, &out) == 0);
	CHECK(out.size == 28 && memcmp(out.data, "\x30\x1a\x31\x0c\x30\x0a\x06\x03\x55\x04\x03\x0c\x03", 13) == 0);
	gnutls_free(out.data);
	CHECK(gnutls_x509_crt_get_issuer_dn3(crt, &out, 0) == 0);
	CHECK(strcmp((char *)out.data, "C=GR,CN=i") == 0);
	gnutls_free(out.data);
	gnutls_x509_crt_deinit(crt);

	CHECK(gnutls_x509_dn_init(&dn) == 0);
	CHECK(gnutls_x509_dn_set_str(dn, "CN=a,O=b", &err) == 0);
	CHECK(gnutls_x509_dn_get_str2(dn, &out, 0) == 0);
	CHECK(strcmp((char *)out.data, "CN=a,O=b") == 0);
	gnutls_free(out.data);
	gnutls_x509_dn_deinit(dn);
}

static void extension(gnutls_x509_crt_t crt, unsigned i, const char *oid, unsigned critical, const char *hex)
{
	char name[64], got[512] = "";
	unsigned char data[256];
	size_t size = sizeof name;
	unsigned flag = 9;

	CHECK(gnutls_x509_crt_get_extension_info(crt, i, name, &size, &flag) == 0);
	CHECK(strcmp(name, oid) == 0 && flag == critical);
	size = sizeof data;
	CHECK(gnutls_x509_crt_get_extension_data(crt, i, data, &size) == 0);
	for (size_t j = 0; j < size; j++)
		sprintf(got + 2 * j, "%02x", data[j]);
	CHECK(strcmp(got, hex) == 0);
	if (strcmp(got, hex) != 0)
		fprintf(stderr, "%s is %s\n", oid, got);
}

static void every_extension(gnutls_x509_privkey_t key)
{
	gnutls_x509_crt_t crt = fresh("CN=everything", key), other;
	gnutls_datum_t uri = { (unsigned char *)"http://a", 8 };
	struct gnutls_x509_policy_st policy = { .oid = "1.2.3.4", .qualifiers = 2 };
	gnutls_x509_tlsfeatures_t features;
	gnutls_x509_name_constraints_t nc;
	gnutls_datum_t host = { (unsigned char *)"a.com", 5 };

	CHECK(gnutls_x509_crt_set_key_usage(crt, GNUTLS_KEY_KEY_CERT_SIGN | GNUTLS_KEY_DECIPHER_ONLY) == 0);
	CHECK(gnutls_x509_crt_set_ca_status(crt, 0) == 0);
	CHECK(gnutls_x509_crt_set_basic_constraints(crt, 1, 300) == 0);
	CHECK(gnutls_x509_crt_set_subject_key_id(crt, "abc", 3) == 0);
	CHECK(gnutls_x509_crt_set_subject_key_id(crt, "abcd", 4) == GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_x509_crt_set_authority_key_id(crt, "abcd", 4) == 0);
	CHECK(gnutls_x509_crt_set_key_purpose_oid(crt, GNUTLS_KP_TLS_WWW_SERVER, 1) == 0);
	CHECK(gnutls_x509_crt_set_key_purpose_oid(crt, GNUTLS_KP_TLS_WWW_CLIENT, 0) == 0);
	CHECK(gnutls_x509_crt_set_key_purpose_oid(crt, "abc", 0) == GNUTLS_E_ASN1_VALUE_NOT_VALID);
	CHECK(gnutls_x509_crt_set_subject_alt_name(crt, GNUTLS_SAN_DNSNAME, "x", 1, GNUTLS_FSAN_SET) == 0);
	CHECK(gnutls_x509_crt_set_subject_alt_name(crt, GNUTLS_SAN_DNSNAME, "\xc4\x8d.com", 6, GNUTLS_FSAN_SET) == 0);
	CHECK(gnutls_x509_crt_set_subject_alt_name(crt, GNUTLS_SAN_RFC822NAME, "\xc4\x8d@a.b", 6,
						   GNUTLS_FSAN_APPEND) == GNUTLS_E_INVALID_UTF8_EMAIL);
	CHECK(gnutls_x509_crt_set_subject_alt_othername(crt, "1.2.3.4", "abc", 3,
							GNUTLS_FSAN_ENCODE_UTF8_STRING | GNUTLS_FSAN_APPEND) == 0);
	CHECK(gnutls_x509_crt_set_issuer_alt_name(crt, GNUTLS_SAN_OTHERNAME_XMPP, "x", 1, 0) == 0);
	CHECK(gnutls_x509_crt_set_issuer_alt_othername(crt, "1.2.3.4", "abc", 3,
						       GNUTLS_FSAN_ENCODE_OCTET_STRING | GNUTLS_FSAN_APPEND) == 0);
	CHECK(gnutls_x509_crt_set_crl_dist_points(crt, GNUTLS_SAN_URI, "http://a/", 0) == 0);
	CHECK(gnutls_x509_crt_set_crl_dist_points2(crt, GNUTLS_SAN_URI, "http://b/", 9,
						   GNUTLS_CRL_REASON_KEY_COMPROMISE) == 0);
	CHECK(gnutls_x509_crt_set_authority_info_access(crt, GNUTLS_IA_OCSP_URI, &uri) == 0);
	CHECK(gnutls_x509_crt_set_authority_info_access(crt, GNUTLS_IA_URI, &uri) == GNUTLS_E_INVALID_REQUEST);
	policy.qualifier[0].type = GNUTLS_X509_QUALIFIER_URI;
	policy.qualifier[0].data = "http://x";
	policy.qualifier[0].size = 8;
	policy.qualifier[1].type = GNUTLS_X509_QUALIFIER_NOTICE;
	policy.qualifier[1].data = "noti";
	policy.qualifier[1].size = 4;
	CHECK(gnutls_x509_crt_set_policy(crt, &policy, 0) == 0);
	CHECK(gnutls_x509_crt_set_private_key_usage_period(crt, 1000000000, 1500000000) == 0);
	CHECK(gnutls_x509_crt_set_proxy(crt, 3, "1.3.6.1.5.5.7.21.0", "pol", 3) == 0);
	CHECK(gnutls_x509_crt_set_inhibit_anypolicy(crt, 200) == 0);
	CHECK(gnutls_x509_tlsfeatures_init(&features) == 0);
	CHECK(gnutls_x509_tlsfeatures_add(features, 5) == 0);
	CHECK(gnutls_x509_tlsfeatures_add(features, 17) == 0);
	CHECK(gnutls_x509_crt_set_tlsfeatures(crt, features) == 0);
	gnutls_x509_tlsfeatures_deinit(features);
	CHECK(gnutls_x509_name_constraints_init(&nc) == 0);
	CHECK(gnutls_x509_crt_set_name_constraints(crt, nc, 1) == GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_x509_name_constraints_add_permitted(nc, GNUTLS_SAN_DNSNAME, &host) == 0);
	CHECK(gnutls_x509_crt_set_name_constraints(crt, nc, 1) == 0);
	gnutls_x509_name_constraints_deinit(nc);
	CHECK(gnutls_x509_crt_set_extension_by_oid(crt, "1.2.3", "abc", 3, 1) == 0);
	CHECK(gnutls_x509_crt_set_extension_by_oid(crt, "1.2.3", "de", 2, 0) == 0);

	extension(crt, 0, "2.5.29.15", 1, "0303070480");
	extension(crt, 1, "2.5.29.19", 1, "30070101ff0202012c");
	extension(crt, 2, "2.5.29.14", 0, "0403616263");
	extension(crt, 3, "2.5.29.35", 0, "3006800461626364");
	extension(crt, 4, "2.5.29.37", 0, "301406082b0601050507030106082b06010505070302");
	extension(crt, 5, "2.5.29.17", 0, "301b820b786e2d2d6265612e636f6da00c06032a0304a0050c03616263");
	extension(crt, 6, "2.5.29.18", 0,
		  "301fa00f06082b06010505070805a0030c0178a00c06032a0304a0050403616263");
	extension(crt, 7, "2.5.29.31", 0,
		  "3026300fa00da00b8609687474703a2f2f612f3013a00da00b8609687474703a2f2f622f81020640");
	extension(crt, 8, "1.3.6.1.5.5.7.1.1", 0, "3016301406082b060105050730018608687474703a2f2f61");
	extension(crt, 9, "2.5.29.32", 0,
		  "3033303106032a0304302a301406082b060105050702011608687474703a2f2f78301206082b"
		  "0601050507020230060c046e6f7469");
	extension(crt, 10, "2.5.29.16", 0, "3022800f32303031303930393031343634305a810f32303137303731343032343030305a");
	extension(crt, 11, "1.3.6.1.5.5.7.1.14", 1, "3014020103300f06082b060105050715000403706f6c");
	extension(crt, 12, "2.5.29.54", 1, "020200c8");
	extension(crt, 13, "1.3.6.1.5.5.7.1.24", 0, "3006020105020111");
	extension(crt, 14, "2.5.29.30", 1, "300ba00930078205612e636f6d");
	extension(crt, 15, "1.2.3", 0, "6465");

	CHECK(gnutls_x509_crt_init(&other) == 0);
	CHECK(gnutls_x509_crt_cpy_crl_dist_points(other, crt) == 0);
	CHECK(gnutls_x509_crt_set_subject_alternative_name(other, GNUTLS_SAN_URI, "http://a") == 0);
	CHECK(gnutls_x509_crt_set_subject_alternative_name(other, GNUTLS_SAN_IPADDRESS, "abcd") ==
	      GNUTLS_E_INVALID_REQUEST);
	extension(other, 1, "2.5.29.17", 0, "300a8608687474703a2f2f61");
	CHECK(gnutls_x509_crt_set_proxy_dn(other, crt, 0, "px", 2) == 0);
	gnutls_x509_crt_deinit(other);

	CHECK(gnutls_x509_crt_sign2(crt, crt, key, GNUTLS_DIG_SHA256, 0) == 0);
	signed_bytes(crt, 
		     "9548389d6f8dae6187acef32fb33b061a2eac5cab53a07057be77e78bff35677");
	gnutls_x509_crt_deinit(crt);
}

static void signing(gnutls_x509_privkey_t rsa, gnutls_x509_privkey_t ed)
{
	gnutls_x509_crt_t crt, again, ca;
	gnutls_privkey_t any;
	gnutls_pubkey_t pub;
	gnutls_x509_spki_t spki;
	gnutls_datum_t der;
	unsigned status = 9;

	crt = fresh("CN=rsa,O=x", rsa);
	CHECK(gnutls_x509_crt_sign2(crt, crt, rsa, GNUTLS_DIG_SHA256, 0) == 0);
	signed_bytes(crt, 
		     "bfea05c23a644df9a3105234f43e63afa4a7292e844da9e4b46180f9755f77a6");
	CHECK(gnutls_x509_crt_sign2(crt, crt, rsa, GNUTLS_DIG_SHA384, 0) == 0);
	CHECK(gnutls_x509_crt_get_signature_algorithm(crt) == GNUTLS_SIGN_RSA_SHA384);
	CHECK(gnutls_x509_crt_sign(crt, crt, rsa) == 0);
	CHECK(gnutls_x509_crt_get_signature_algorithm(crt) == GNUTLS_SIGN_RSA_SHA256);
	CHECK(gnutls_x509_crt_sign2(crt, crt, rsa, 999, 0) == GNUTLS_E_UNSUPPORTED_SIGNATURE_ALGORITHM);
	CHECK(gnutls_x509_crt_sign2(crt, crt, rsa, GNUTLS_DIG_SHA1, GNUTLS_PRIVKEY_SIGN_FLAG_RSA_PSS) ==
	      GNUTLS_E_UNSUPPORTED_SIGNATURE_ALGORITHM);
	CHECK(gnutls_x509_crt_sign2(crt, crt, rsa, GNUTLS_DIG_SHA256, GNUTLS_PRIVKEY_SIGN_FLAG_RSA_PSS) == 0);
	CHECK(gnutls_x509_crt_get_signature_algorithm(crt) == GNUTLS_SIGN_RSA_PSS_SHA256);
	CHECK(gnutls_x509_crt_export2(crt, GNUTLS_X509_FMT_DER, &der) == 0);
	CHECK(gnutls_x509_crt_init(&again) == 0);
	CHECK(gnutls_x509_crt_import(again, &der, GNUTLS_X509_FMT_DER) == 0);
	CHECK(gnutls_x509_crt_verify(again, &again, 1, GNUTLS_VERIFY_DISABLE_TIME_CHECKS, &status) == 0 && status == 0);
	gnutls_free(der.data);
	/* A certificate that was read can be changed and signed anew. */
	CHECK(gnutls_x509_crt_set_dn(again, "O=y", NULL) == 0);
	CHECK(gnutls_x509_crt_sign2(again, again, rsa, GNUTLS_DIG_SHA256, 0) == 0);
	signed_bytes(again, 
		     "d1cd5eef9b48062a362a9a601c1d554301d58787bbf003f362a3bfb0d6db1557");
	gnutls_x509_crt_deinit(again);
	gnutls_x509_crt_deinit(crt);

	ca = fresh("CN=ed", ed);
	CHECK(gnutls_x509_crt_sign2(ca, ca, ed, GNUTLS_DIG_UNKNOWN, 0) == 0);
	signed_bytes(ca, 
		     "19853abccdeb427bd3197779137db49e5277f8e9167fff7ef08afd3d4fa63b12");
	CHECK(gnutls_x509_crt_sign2(ca, ca, ed, GNUTLS_DIG_SHA512, 0) == 0);
	CHECK(gnutls_x509_crt_sign2(ca, ca, ed, GNUTLS_DIG_SHA256, 0) == GNUTLS_E_UNSUPPORTED_SIGNATURE_ALGORITHM);
	CHECK(gnutls_x509_crt_sign2(ca, ca, ed, GNUTLS_DIG_UNKNOWN, GNUTLS_PRIVKEY_SIGN_FLAG_RSA_PSS) ==
	      GNUTLS_E_INVALID_REQUEST);

	/* Another's certificate, with keys of any kind. */
	CHECK(gnutls_privkey_init(&any) == 0);
	CHECK(gnutls_privkey_import_x509(any, ed, GNUTLS_PRIVKEY_IMPORT_COPY) == 0);
	CHECK(gnutls_pubkey_init(&pub) == 0);
	crt = fresh("CN=leaf", NULL);
	CHECK(gnutls_pubkey_import_privkey(pub, any, 0, 0) == 0);
	CHECK(gnutls_x509_crt_set_pubkey(crt, pub) == 0);
	CHECK(gnutls_x509_crt_set_subject_unique_id(crt, "ab", 2) == 0);
	CHECK(gnutls_x509_crt_set_issuer_unique_id(crt, "\0c", 2) == 0);
	gnutls_x509_crt_set_pin_function(crt, NULL, NULL);
	CHECK(gnutls_x509_crt_privkey_sign(crt, ca, any, GNUTLS_DIG_UNKNOWN, 0) == 0);
	signed_bytes(crt, 
		     "9dfc2745479ab4a256be6d9b4596323cbb1d01a531c1f2fdbc323c7307ae8a91");
	CHECK(gnutls_x509_crt_check_issuer(crt, ca) == 1);
	gnutls_x509_crt_deinit(crt);
	gnutls_x509_crt_deinit(ca);
	gnutls_pubkey_deinit(pub);
	gnutls_privkey_deinit(any);

	/* An RSA key in a certificate that is for RSA-PSS alone. */
	crt = fresh("CN=pss", rsa);
	CHECK(gnutls_x509_spki_init(&spki) == 0);
	if (!REFERENCE_3_8) /* 3.8.13 crashes */
		CHECK(gnutls_x509_crt_set_spki(crt, spki, 0) == GNUTLS_E_INVALID_REQUEST);
	gnutls_x509_spki_set_rsa_pss_params(spki, GNUTLS_DIG_SHA256, 48);
	CHECK(gnutls_x509_crt_set_spki(crt, spki, 0) == 0);
	CHECK(gnutls_x509_crt_get_pk_algorithm(crt, &status) == GNUTLS_PK_RSA_PSS);
	CHECK(gnutls_x509_crt_sign2(crt, crt, rsa, GNUTLS_DIG_SHA384, 0) == GNUTLS_E_CONSTRAINT_ERROR);
	CHECK(gnutls_x509_crt_sign2(crt, crt, rsa, GNUTLS_DIG_UNKNOWN, 0) == 0);
	CHECK(gnutls_x509_crt_get_signature_algorithm(crt) == GNUTLS_SIGN_RSA_PSS_SHA256);
	gnutls_x509_spki_deinit(spki);
	gnutls_x509_crt_deinit(crt);
}

/* An issuer's certificate could not verify what a key of another kind signs; RSA keys sign for RSA-PSS. */
static void keys_of_another_kind(gnutls_x509_privkey_t rsa, gnutls_x509_privkey_t ed)
{
	gnutls_x509_crt_t by_rsa = fresh("CN=rsa", rsa), by_ed = fresh("CN=ed", ed), crt = fresh("CN=leaf", rsa);
	gnutls_x509_crl_t crl;

	CHECK(gnutls_x509_crt_sign2(crt, by_rsa, ed, GNUTLS_DIG_UNKNOWN, 0) == GNUTLS_E_CONSTRAINT_ERROR);
	CHECK(gnutls_x509_crt_sign2(crt, by_ed, rsa, GNUTLS_DIG_SHA256, 0) == GNUTLS_E_CONSTRAINT_ERROR);
	CHECK(gnutls_x509_crt_sign2(crt, by_rsa, ed, GNUTLS_DIG_SHA256, GNUTLS_PRIVKEY_SIGN_FLAG_RSA_PSS) ==
	      GNUTLS_E_CONSTRAINT_ERROR);
	CHECK(gnutls_x509_crt_sign2(crt, by_ed, rsa, GNUTLS_DIG_SHA256, GNUTLS_PRIVKEY_SIGN_FLAG_RSA_PSS) ==
	      GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_x509_crt_sign2(crt, by_rsa, rsa, GNUTLS_DIG_SHA256, GNUTLS_PRIVKEY_SIGN_FLAG_RSA_PSS) == 0);
	CHECK(gnutls_x509_crl_init(&crl) == 0);
	CHECK(gnutls_x509_crl_set_version(crl, 2) == 0);
	CHECK(gnutls_x509_crl_set_this_update(crl, 1700000000) == 0);
	CHECK(gnutls_x509_crl_sign2(crl, by_rsa, ed, GNUTLS_DIG_UNKNOWN, 0) == GNUTLS_E_CONSTRAINT_ERROR);
	CHECK(gnutls_x509_crl_sign2(crl, by_ed, rsa, GNUTLS_DIG_SHA256, 0) == GNUTLS_E_CONSTRAINT_ERROR);
	CHECK(gnutls_x509_crl_sign2(crl, by_ed, ed, GNUTLS_DIG_UNKNOWN, 0) == 0);
	gnutls_x509_crl_deinit(crl);
	gnutls_x509_crt_deinit(crt);
	gnutls_x509_crt_deinit(by_ed);
	gnutls_x509_crt_deinit(by_rsa);
}

static void what_is_missing(gnutls_x509_privkey_t key)
{
	gnutls_x509_crt_t crt;

	CHECK(gnutls_x509_crt_init(&crt) == 0);
	CHECK(gnutls_x509_crt_set_version(crt, 0) == GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_x509_crt_set_version(crt, 200) == GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_x509_crt_set_serial(crt, "\0", 1) == GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_x509_crt_set_activation_time(crt, START) == 0);
	CHECK(gnutls_x509_crt_sign2(crt, crt, key, GNUTLS_DIG_SHA256, 0) == GNUTLS_E_CERTIFICATE_TIME_ERROR);
	CHECK(gnutls_x509_crt_set_expiration_time(crt, -1) == 0);
	CHECK(gnutls_x509_crt_get_expiration_time(crt) == 253402300799); /* 99991231235959Z */
	CHECK(gnutls_x509_crt_sign2(crt, crt, key, GNUTLS_DIG_SHA256, 0) == GNUTLS_E_ASN1_VALUE_NOT_FOUND);
	gnutls_x509_crt_deinit(crt);

	crt = fresh("CN=one", key);
	CHECK(gnutls_x509_crt_set_version(crt, 1) == 0);
	CHECK(gnutls_x509_crt_set_key_usage(crt, GNUTLS_KEY_DIGITAL_SIGNATURE) == 0);
	/* A certificate of version 1 has no extensions. */
	CHECK(gnutls_x509_crt_sign2(crt, crt, key, GNUTLS_DIG_SHA256, 0) == GNUTLS_E_X509_CERTIFICATE_ERROR);
	gnutls_x509_crt_deinit(crt);

	CHECK(gnutls_x509_crt_set_version(NULL, 1) == GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_x509_crt_set_dn(NULL, "CN=x", NULL) == GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_x509_crt_sign2(NULL, NULL, key, 0, 0) == GNUTLS_E_INVALID_REQUEST);
}

int main(void)
{
	gnutls_x509_privkey_t rsa = key_of(rsa_pem), ed = key_of(ed_pem);

	nothing_set();
	names();
	every_extension(rsa);
	signing(rsa, ed);
	keys_of_another_kind(rsa, ed);
	what_is_missing(rsa);
	gnutls_x509_privkey_deinit(rsa);
	gnutls_x509_privkey_deinit(ed);
	return check_result();
}
