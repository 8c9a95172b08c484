/* Certificate requests: gnutls_x509_crq_*, and the fields that a certificate takes over from a request. */
#include <gnutls/gnutls.h>
#include <gnutls/x509-ext.h>

#include "keys.h"

#if GNUTLS_VERSION_NUMBER < 0x030800
#define SHORT 0 /* 3.7.9 gives the size, writes nothing and calls it a success */
#else
#define SHORT GNUTLS_E_SHORT_MEMORY_BUFFER
#endif

static void nothing_set(void)
{
	gnutls_x509_crq_t crq;
	gnutls_datum_t out;
	gnutls_x509_spki_t spki;
	char buf[64];
	size_t size = sizeof buf;
	time_t from, to;
	unsigned a, b;
	int n;

	CHECK(gnutls_x509_crq_init(&crq) == 0);
	CHECK(gnutls_x509_spki_init(&spki) == 0);
	CHECK(gnutls_x509_crq_get_version(crq) == GNUTLS_E_ASN1_VALUE_NOT_FOUND);
	CHECK(gnutls_x509_crq_get_dn(crq, buf, &size) == GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE);
	CHECK(gnutls_x509_crq_export2(crq, GNUTLS_X509_FMT_DER, &out) == GNUTLS_E_ASN1_VALUE_NOT_FOUND);
	size = sizeof buf;
	CHECK(gnutls_x509_crq_export(crq, GNUTLS_X509_FMT_DER, buf, &size) == GNUTLS_E_ASN1_VALUE_NOT_FOUND);
	CHECK(gnutls_x509_crq_get_pk_algorithm(crq, &a) == GNUTLS_E_ASN1_VALUE_NOT_FOUND);
	CHECK(gnutls_x509_crq_get_pk_oid(crq, buf, &size) == GNUTLS_E_ASN1_VALUE_NOT_FOUND);
	CHECK(gnutls_x509_crq_get_signature_algorithm(crq) == 0);
	CHECK(gnutls_x509_crq_get_signature_oid(crq, buf, &size) == GNUTLS_E_ASN1_VALUE_NOT_FOUND);
	CHECK(gnutls_x509_crq_get_spki(crq, spki, 0) == GNUTLS_E_ASN1_VALUE_NOT_FOUND);
	CHECK(gnutls_x509_crq_verify(crq, 0) == GNUTLS_E_ASN1_VALUE_NOT_FOUND);
	CHECK(gnutls_x509_crq_get_key_id(crq, 0, (unsigned char *)buf, &size) == GNUTLS_E_ASN1_VALUE_NOT_FOUND);
	CHECK(gnutls_x509_crq_get_key_rsa_raw(crq, &out, &out) == GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_x509_crq_get_key_usage(crq, &a, &b) == GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE);
	CHECK(gnutls_x509_crq_get_basic_constraints(crq, &a, &b, &n) == GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE);
	CHECK(gnutls_x509_crq_get_private_key_usage_period(crq, &from, &to, &a) ==
	      GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE);
	CHECK(gnutls_x509_crq_print(crq, GNUTLS_CRT_PRINT_FULL, &out) == 0);
	gnutls_free(out.data);
	gnutls_x509_spki_deinit(spki);
	gnutls_x509_crq_deinit(crq);
}

static gnutls_x509_crq_t full(gnutls_x509_privkey_t key)
{
	gnutls_x509_crq_t crq;
	gnutls_x509_tlsfeatures_t features;
	const char *err = NULL;

	CHECK(gnutls_x509_crq_init(&crq) == 0);
	CHECK(gnutls_x509_crq_set_version(crq, 1) == 0 && gnutls_x509_crq_get_version(crq) == 1);
	CHECK(gnutls_x509_crq_set_dn(crq, "CN=x,O=y", &err) == 0);
	CHECK(gnutls_x509_crq_set_dn_by_oid(crq, GNUTLS_OID_X520_COUNTRY_NAME, 0, "GR", 2) == 0);
	CHECK(gnutls_x509_crq_set_key(crq, key) == 0);
	CHECK(gnutls_x509_crq_set_challenge_password(crq, "b\xc4\x8d") == 0);
	CHECK(gnutls_x509_crq_set_challenge_password(crq, NULL) == GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_x509_crq_set_attribute_by_oid(crq, "1.2.3", "\x0c\x01" "a", 3) == 0);
	CHECK(gnutls_x509_crq_set_attribute_by_oid(crq, "1.2.3", "\x0c\x01" "b", 3) == 0);
	CHECK(gnutls_x509_crq_set_subject_alt_name(crq, GNUTLS_SAN_DNSNAME, "a.b", 3, GNUTLS_FSAN_APPEND) == 0);
	CHECK(gnutls_x509_crq_set_subject_alt_othername(crq, "1.2.3", "abc", 3,
							GNUTLS_FSAN_ENCODE_UTF8_STRING | GNUTLS_FSAN_APPEND) == 0);
	CHECK(gnutls_x509_crq_set_key_purpose_oid(crq, GNUTLS_KP_TLS_WWW_SERVER, 0) == 0);
	CHECK(gnutls_x509_crq_set_key_purpose_oid(crq, GNUTLS_KP_TLS_WWW_CLIENT, 1) == 0);
	CHECK(gnutls_x509_crq_set_key_usage(crq, GNUTLS_KEY_DIGITAL_SIGNATURE) == 0);
	CHECK(gnutls_x509_crq_set_basic_constraints(crq, 1, 2) == 0);
	CHECK(gnutls_x509_crq_set_extension_by_oid(crq, "1.2.9", "abc", 3, 1) == 0);
	CHECK(gnutls_x509_tlsfeatures_init(&features) == 0);
	CHECK(gnutls_x509_tlsfeatures_add(features, 5) == 0);
	CHECK(gnutls_x509_crq_set_tlsfeatures(crq, features) == 0);
	gnutls_x509_tlsfeatures_deinit(features);
	CHECK(gnutls_x509_crq_set_private_key_usage_period(crq, 1000000000, 1100000000) == 0);
	return crq;
}

static void read_back(gnutls_x509_crq_t crq)
{
	gnutls_x509_tlsfeatures_t features;
	gnutls_datum_t out, e;
	char buf[128];
	size_t size;
	time_t from, to;
	unsigned a = 9, b = 9;
	int n;

	CHECK(gnutls_x509_crq_get_dn2(crq, &out) == 0 && strcmp((char *)out.data, "O=y,CN=x,C=GR") == 0);
	gnutls_free(out.data);
	CHECK(gnutls_x509_crq_get_dn3(crq, &out, 0) == 0 && strcmp((char *)out.data, "C=GR,CN=x,O=y") == 0);
	gnutls_free(out.data);
	size = sizeof buf;
	CHECK(gnutls_x509_crq_get_dn(crq, buf, &size) == 0 && size == 13);
	size = sizeof buf;
	CHECK(gnutls_x509_crq_get_dn_by_oid(crq, GNUTLS_OID_X520_COMMON_NAME, 0, 0, buf, &size) == 0 && *buf == 'x');
	size = sizeof buf;
	CHECK(gnutls_x509_crq_get_dn_oid(crq, 2, buf, &size) == 0 && strcmp(buf, "2.5.4.6") == 0);
	size = sizeof buf;
	CHECK(gnutls_x509_crq_get_challenge_password(crq, buf, &size) == 0 && size == 3 && strcmp(buf, "b\xc4\x8d") == 0);
	size = sizeof buf;
	CHECK(gnutls_x509_crq_get_attribute_by_oid(crq, "1.2.3", 0, buf, &size) == 0 && size == 3 && buf[2] == 'b');
	size = sizeof buf;
	CHECK(gnutls_x509_crq_get_attribute_by_oid(crq, "1.2.4", 0, buf, &size) == GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE);
	size = sizeof buf;
	CHECK(gnutls_x509_crq_get_attribute_info(crq, 9, buf, &size) == GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE);
	/* The sizes of types count the NUL. */
	size = 0;
	CHECK(gnutls_x509_crq_get_attribute_info(crq, 0, NULL, &size) == SHORT && size > 5);
	size = 0;
	CHECK(gnutls_x509_crq_get_attribute_data(crq, 0, NULL, &size) == SHORT && size > 2);
	size = 0;
	CHECK(gnutls_x509_crq_get_extension_info(crq, 0, NULL, &size, NULL) == SHORT && size == 10);
	size = 9;
	CHECK(gnutls_x509_crq_get_extension_info(crq, 0, buf, &size, NULL) == SHORT && size == 10);
	size = 0;
	CHECK(gnutls_x509_crq_get_extension_data(crq, 0, NULL, &size) == 0 && size == 20);
	size = 0;
	CHECK(gnutls_x509_crq_get_extension_by_oid(crq, "1.2.9", 0, NULL, &size, &a) == 0 && size == 3);
	CHECK(gnutls_x509_crq_get_extension_data2(crq, 0, &out) == 0 && out.size == 20);
	gnutls_free(out.data);
	CHECK(gnutls_x509_crq_get_extension_data2(crq, 50, &out) == GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE);
	CHECK(gnutls_x509_crq_get_extension_by_oid2(crq, "1.2.9", 0, &out, &a) == 0 && out.size == 3 && a == 1);
	gnutls_free(out.data);
	size = sizeof buf;
	CHECK(gnutls_x509_crq_get_extension_by_oid(crq, "1.2.9", 0, buf, &size, &a) == 0 && size == 3);
	CHECK(gnutls_x509_crq_get_key_usage(crq, &a, &b) == 0 && a == GNUTLS_KEY_DIGITAL_SIGNATURE && b == 1);
	CHECK(gnutls_x509_crq_get_basic_constraints(crq, &a, &b, &n) == 1 && b == 1 && n == 2);
	size = sizeof buf;
	CHECK(gnutls_x509_crq_get_subject_alt_name(crq, 0, buf, &size, &a, &b) == GNUTLS_SAN_DNSNAME && b == 0);
	size = sizeof buf;
	CHECK(gnutls_x509_crq_get_subject_alt_othername_oid(crq, 1, buf, &size) == GNUTLS_SAN_OTHERNAME);
	CHECK(strcmp(buf, "1.2.3") == 0);
	size = sizeof buf;
	CHECK(gnutls_x509_crq_get_key_purpose_oid(crq, 1, buf, &size, &a) == 0);
	CHECK(strcmp(buf, GNUTLS_KP_TLS_WWW_CLIENT) == 0 && a == 0);
	CHECK(gnutls_x509_crq_get_private_key_usage_period(crq, &from, &to, &a) == 0);
	CHECK(from == 1000000000 && to == 1100000000 && a == 0);
	CHECK(gnutls_x509_tlsfeatures_init(&features) == 0);
	CHECK(gnutls_x509_crq_get_tlsfeatures(crq, features, 0, &a) == 0);
	CHECK(gnutls_x509_tlsfeatures_get(features, 0, &a) == 0 && a == 5);
	gnutls_x509_tlsfeatures_deinit(features);
	CHECK(gnutls_x509_crq_get_pk_algorithm(crq, &a) == GNUTLS_PK_RSA && a == 2048);
	size = sizeof buf;
	CHECK(gnutls_x509_crq_get_pk_oid(crq, buf, &size) == 0 && strcmp(buf, "1.2.840.113549.1.1.1") == 0);
	size = sizeof buf;
	CHECK(gnutls_x509_crq_get_signature_oid(crq, buf, &size) == 0 && strcmp(buf, "1.2.840.113549.1.1.11") == 0);
	CHECK(gnutls_x509_crq_get_signature_algorithm(crq) == GNUTLS_SIGN_RSA_SHA256);
	size = sizeof buf;
	CHECK(gnutls_x509_crq_get_key_id(crq, GNUTLS_KEYID_USE_SHA256, (unsigned char *)buf, &size) == 0 && size == 32);
	CHECK(gnutls_x509_crq_get_key_rsa_raw(crq, &out, &e) == 0 && out.size == 256 && e.size == 3);
	CHECK(gnutls_x509_crq_set_key_rsa_raw(crq, &out, &e) == 0);
	gnutls_free(out.data);
	gnutls_free(e.data);
}

static void into_certificate(gnutls_x509_crq_t crq)
{
	gnutls_x509_crt_t crt;
	gnutls_pubkey_t pub;
	gnutls_datum_t out;
	char buf[64];
	size_t size = sizeof buf;
	unsigned usage = 9;

	CHECK(gnutls_x509_crt_init(&crt) == 0);
	CHECK(gnutls_x509_crt_set_crq(crt, crq) == 0);
	CHECK(gnutls_x509_crt_get_dn3(crt, &out, 0) == 0 && strcmp((char *)out.data, "C=GR,CN=x,O=y") == 0);
	gnutls_free(out.data);
	CHECK(gnutls_x509_crt_set_crq_extension_by_oid(crt, crq, "2.5.29.15", 0) == 0);
	CHECK(gnutls_x509_crt_get_extension_oid(crt, 1, buf, &size) == GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE);
	CHECK(gnutls_x509_crt_set_crq_extensions(crt, crq) == 0);
	size = sizeof buf;
	CHECK(gnutls_x509_crt_get_extension_oid(crt, 6, buf, &size) == 0);
	gnutls_x509_crt_deinit(crt);

	CHECK(gnutls_pubkey_init(&pub) == 0);
	CHECK(gnutls_pubkey_import_x509_crq(pub, crq, 0) == 0);
	CHECK(gnutls_pubkey_get_key_usage(pub, &usage) == 0 && usage == GNUTLS_KEY_DIGITAL_SIGNATURE);
	CHECK(gnutls_x509_crq_set_pubkey(crq, pub) == 0);
	gnutls_pubkey_deinit(pub);
}

int main(void)
{
	gnutls_x509_privkey_t rsa = key_of(rsa_pem), ed = key_of(ed_pem);
	gnutls_x509_crq_t crq, again;
	gnutls_privkey_t any;
	gnutls_x509_spki_t spki;
	gnutls_datum_t out;

	nothing_set();
	crq = full(rsa);
	CHECK(gnutls_x509_crq_sign2(crq, rsa, GNUTLS_DIG_SHA256, 0) == 0);
	CHECK(gnutls_x509_crq_verify(crq, 0) == 0);
	CHECK(gnutls_x509_crq_export2(crq, GNUTLS_X509_FMT_DER, &out) == 0);
	CHECK(has_digest(&out, "53673869e00b609dcc7a55007084caa7e645d816349f2f9d447c17cc2d8cd83a"));
	gnutls_free(out.data);
	read_back(crq);
	into_certificate(crq);

	/* A broken digest proves nothing, unless the caller takes it. */
	CHECK(gnutls_x509_crq_sign2(crq, rsa, GNUTLS_DIG_MD5, 0) == 0);
	CHECK(gnutls_x509_crq_verify(crq, 0) == GNUTLS_E_INSUFFICIENT_SECURITY);
	CHECK(gnutls_x509_crq_verify(crq, GNUTLS_VERIFY_ALLOW_SIGN_RSA_MD5) == 0);

	CHECK(gnutls_x509_crq_sign(crq, rsa) == 0);
	CHECK(gnutls_x509_crq_export2(crq, GNUTLS_X509_FMT_PEM, &out) == 0);
	CHECK(strncmp((char *)out.data, "-----BEGIN NEW CERTIFICATE REQUEST-----\n", 40) == 0);
	CHECK(gnutls_x509_crq_init(&again) == 0);
	CHECK(gnutls_x509_crq_import(again, &out, GNUTLS_X509_FMT_PEM) == 0);
	CHECK(gnutls_x509_crq_verify(again, 0) == 0);
	/* What is changed is not what was signed. */
	CHECK(gnutls_x509_crq_set_dn(again, "CN=zz", NULL) == 0);
	CHECK(gnutls_x509_crq_verify(again, 0) == GNUTLS_E_PK_SIG_VERIFY_FAILED);
	CHECK(gnutls_privkey_init(&any) == 0);
	CHECK(gnutls_privkey_import_x509(any, rsa, GNUTLS_PRIVKEY_IMPORT_COPY) == 0);
	CHECK(gnutls_x509_crq_privkey_sign(again, any, GNUTLS_DIG_SHA512, 0) == 0);
	CHECK(gnutls_x509_crq_verify(again, 0) == 0);
	CHECK(gnutls_x509_crq_get_signature_algorithm(again) == GNUTLS_SIGN_RSA_SHA512);
	gnutls_free(out.data);
	CHECK(gnutls_x509_crq_print(again, GNUTLS_CRT_PRINT_FULL, &out) == 0);
	CHECK(strncmp((char *)out.data, "PKCS #10 Certificate Request Information:\n\tVersion: 1\n\tSubject: CN=zz,C=GR", 72) == 0);
	CHECK(strstr((char *)out.data, "\t\tChallenge password: b\xc4\x8d\n"));
	CHECK(strstr((char *)out.data, "\t\tUnknown attribute 1.2.3:\n"));
	/* 3.8.13 prints that its own buffer is too short */
	CHECK(REFERENCE_3_8 || strstr((char *)out.data, "\t\tUnknown attribute 1.2.3:\n\t\t\tASCII: ..b\n\t\t\tHexdump: 0c0162\n"));
	CHECK(strstr((char *)out.data, "\t\tExtensions:\n"));
	gnutls_free(out.data);
	CHECK(gnutls_x509_spki_init(&spki) == 0);
	CHECK(gnutls_x509_crq_set_spki(again, spki, 0) == GNUTLS_E_INVALID_REQUEST);
	gnutls_x509_spki_set_rsa_pss_params(spki, GNUTLS_DIG_SHA256, 32);
	CHECK(gnutls_x509_crq_set_spki(again, spki, 0) == 0);
	CHECK(gnutls_x509_crq_get_spki(again, spki, 0) == 0);
	CHECK(gnutls_x509_crq_get_pk_algorithm(again, NULL) == GNUTLS_PK_RSA_PSS);
	gnutls_x509_spki_deinit(spki);
	gnutls_privkey_deinit(any);
	gnutls_x509_crq_deinit(again);
	gnutls_x509_crq_deinit(crq);

	CHECK(gnutls_x509_crq_init(&crq) == 0);
	CHECK(gnutls_x509_crq_set_version(crq, 1) == 0);
	CHECK(gnutls_x509_crq_sign2(crq, ed, GNUTLS_DIG_UNKNOWN, 0) == GNUTLS_E_ASN1_VALUE_NOT_FOUND);
	CHECK(gnutls_x509_crq_set_key(crq, ed) == 0);
	CHECK(gnutls_x509_crq_sign2(crq, ed, GNUTLS_DIG_UNKNOWN, 0) == 0);
	CHECK(gnutls_x509_crq_export2(crq, GNUTLS_X509_FMT_DER, &out) == 0);
	CHECK(has_digest(&out, "79ba6395421c943dcd7e25690e5293c2acc3b3d04225323c822e6cfbd54f3d0a"));
	gnutls_free(out.data);
	out.data = (unsigned char *)"abc";
	out.size = 3;
	CHECK(gnutls_x509_crq_import(crq, &out, GNUTLS_X509_FMT_DER) == GNUTLS_E_ASN1_TAG_ERROR);
	CHECK(gnutls_x509_crq_import(NULL, &out, GNUTLS_X509_FMT_DER) == GNUTLS_E_INVALID_REQUEST);
	gnutls_x509_crq_deinit(crq);
	gnutls_x509_privkey_deinit(rsa);
	gnutls_x509_privkey_deinit(ed);
	return check_result();
}
