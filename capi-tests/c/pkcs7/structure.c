/* PKCS #7 structures: reading, writing, certificates and revocation lists, content and text. */
#include <gnutls/gnutls.h>
#include <stdio.h>
#include <string.h>
#include "check.h"
#include "pkcs7_tools.h"

static struct entity ca, signer, other;

static unsigned size_of(gnutls_x509_crt_t crt)
{
	size_t size = 0;
	CHECK(gnutls_x509_crt_export(crt, GNUTLS_X509_FMT_DER, NULL, &size) == GNUTLS_E_SHORT_MEMORY_BUFFER);
	return size;
}

static void test_empty(void)
{
	gnutls_pkcs7_t p = pkcs7_new();
	gnutls_datum_t out;
	char buf[100];
	size_t size = sizeof(buf);
	CHECK(gnutls_pkcs7_get_crt_count(p) == 0 && gnutls_pkcs7_get_crl_count(p) == 0 && gnutls_pkcs7_get_signature_count(p) == 0);
	CHECK(gnutls_pkcs7_get_crt_raw(p, 0, buf, &size) == GNUTLS_E_ASN1_ELEMENT_NOT_FOUND);
	CHECK(gnutls_pkcs7_get_crl_raw(p, 0, buf, &size) == GNUTLS_E_ASN1_VALUE_NOT_FOUND);
	CHECK(gnutls_pkcs7_delete_crt(p, 0) == GNUTLS_E_ASN1_ELEMENT_NOT_FOUND);
	CHECK(gnutls_pkcs7_delete_crl(p, 0) == GNUTLS_E_ASN1_ELEMENT_NOT_FOUND);
	CHECK(gnutls_pkcs7_export(p, GNUTLS_X509_FMT_DER, buf, &size) == GNUTLS_E_ASN1_VALUE_NOT_FOUND);
	CHECK(gnutls_pkcs7_export2(p, GNUTLS_X509_FMT_PEM, &out) == GNUTLS_E_ASN1_VALUE_NOT_FOUND);
	CHECK(gnutls_pkcs7_get_embedded_data(p, 0, &out) == GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE);
	CHECK(gnutls_pkcs7_get_embedded_data_oid(p) == NULL);
	CHECK(gnutls_pkcs7_verify_direct(p, ca.crt, 0, NULL, 0) == GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE);
	CHECK(gnutls_pkcs7_print(p, GNUTLS_CRT_PRINT_FULL, &out) == 0 && strcmp((char *)out.data, "Signers:\n") == 0 && out.size == 9);
	gnutls_free(out.data);
	gnutls_pkcs7_deinit(p);
	gnutls_pkcs7_deinit(NULL);
}

static void test_null(void)
{
	gnutls_datum_t d = { (void *)"x", 1 };
	size_t size = 0;
	CHECK(gnutls_pkcs7_import(NULL, &d, GNUTLS_X509_FMT_DER) == GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_pkcs7_export(NULL, GNUTLS_X509_FMT_DER, NULL, &size) == GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_pkcs7_export2(NULL, GNUTLS_X509_FMT_DER, &d) == GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_pkcs7_get_crt_count(NULL) == GNUTLS_E_INVALID_REQUEST && gnutls_pkcs7_get_crl_count(NULL) == GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_pkcs7_get_signature_count(NULL) == GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_pkcs7_get_crt_raw2(NULL, 0, &d) == GNUTLS_E_INVALID_REQUEST && gnutls_pkcs7_get_crl_raw2(NULL, 0, &d) == GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_pkcs7_set_crt(NULL, ca.crt) == GNUTLS_E_INVALID_REQUEST && gnutls_pkcs7_set_crt_raw(NULL, &d) == GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_pkcs7_set_crl_raw(NULL, &d) == GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_pkcs7_delete_crt(NULL, 0) == GNUTLS_E_INVALID_REQUEST && gnutls_pkcs7_delete_crl(NULL, 0) == GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_pkcs7_get_embedded_data(NULL, 0, &d) == GNUTLS_E_INVALID_REQUEST && gnutls_pkcs7_get_embedded_data_oid(NULL) == NULL);
#ifdef OURS
	gnutls_pkcs7_t p = pkcs7_new();
	CHECK(gnutls_pkcs7_init(NULL) == GNUTLS_E_INVALID_REQUEST && gnutls_pkcs7_import(p, NULL, 0) == GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_pkcs7_set_crt(p, NULL) == GNUTLS_E_INVALID_REQUEST && gnutls_pkcs7_set_crl(p, NULL) == GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_pkcs7_print(NULL, GNUTLS_CRT_PRINT_FULL, &d) == GNUTLS_E_INVALID_REQUEST);
	gnutls_pkcs7_deinit(p);
#endif
}

/* Certificates are sorted when they are written, and come back byte by byte. */
static void test_certificates(void)
{
	gnutls_pkcs7_t p = pkcs7_new();
	gnutls_x509_crl_t crl = revocation_list(&ca, NULL, -1);
	gnutls_datum_t raw, der, out;
	unsigned char buf[4000], first[2000];
	size_t size = 1, need;
	CHECK(gnutls_pkcs7_set_crt(p, signer.crt) == 0 && gnutls_pkcs7_set_crt(p, ca.crt) == 0);
	CHECK(gnutls_x509_crt_export2(other.crt, GNUTLS_X509_FMT_DER, &der) == 0 && gnutls_pkcs7_set_crt_raw(p, &der) == 0);
	gnutls_free(der.data);
	CHECK(gnutls_pkcs7_set_crl(p, crl) == 0);
	CHECK(gnutls_x509_crl_export2(crl, GNUTLS_X509_FMT_DER, &der) == 0 && gnutls_pkcs7_set_crl_raw(p, &der) == 0);
	CHECK(gnutls_pkcs7_get_crt_count(p) == 3 && gnutls_pkcs7_get_crl_count(p) == 2);
	p = pkcs7_again(p);
	CHECK(gnutls_pkcs7_get_crt_count(p) == 3 && gnutls_pkcs7_get_crl_count(p) == 2 && gnutls_pkcs7_get_signature_count(p) == 0);
	CHECK(gnutls_pkcs7_get_crl_raw2(p, 1, &raw) == 0 && raw.size == der.size && memcmp(raw.data, der.data, raw.size) == 0);
	gnutls_free(raw.data);
	gnutls_free(der.data);
	for (unsigned i = 0; i < 3; i++) {
		CHECK(gnutls_pkcs7_get_crt_raw2(p, i, &raw) == 0);
		CHECK(raw.size == size_of(ca.crt) || raw.size == size_of(signer.crt) || raw.size == size_of(other.crt));
		if (i > 0)
			CHECK(memcmp(first, raw.data, raw.size) <= 0);
		memcpy(first, raw.data, raw.size);
		gnutls_free(raw.data);
	}
	CHECK(gnutls_pkcs7_get_crt_raw2(p, 3, &raw) == GNUTLS_E_ASN1_ELEMENT_NOT_FOUND);
	CHECK(gnutls_pkcs7_get_crl_raw2(p, 2, &raw) == GNUTLS_E_ASN1_ELEMENT_NOT_FOUND);
	/* Sizes. */
	CHECK(gnutls_pkcs7_get_crt_raw(p, 0, buf, &size) == GNUTLS_E_SHORT_MEMORY_BUFFER);
	need = size;
	memset(buf, 9, sizeof(buf));
	CHECK(gnutls_pkcs7_get_crt_raw(p, 0, buf, &size) == 0 && size == need && buf[0] == 0x30 && buf[need] == 9);
	size = 0;
	CHECK(gnutls_pkcs7_get_crl_raw(p, 0, NULL, &size) == GNUTLS_E_SHORT_MEMORY_BUFFER && size > 100);
	CHECK(gnutls_pkcs7_get_crl_raw(p, 0, buf, &size) == 0 && buf[0] == 0x30);
	size = 0;
	CHECK(gnutls_pkcs7_export(p, GNUTLS_X509_FMT_DER, NULL, &size) == GNUTLS_E_SHORT_MEMORY_BUFFER);
	need = size--;
	CHECK(gnutls_pkcs7_export(p, GNUTLS_X509_FMT_DER, buf, &size) == GNUTLS_E_SHORT_MEMORY_BUFFER && size == need);
	memset(buf, 9, sizeof(buf));
	CHECK(gnutls_pkcs7_export(p, GNUTLS_X509_FMT_DER, buf, &size) == 0 && size == need && buf[need] == 9);
	/* PEM has a NUL behind it. */
	CHECK(gnutls_pkcs7_export2(p, GNUTLS_X509_FMT_PEM, &out) == 0 && out.size == strlen((char *)out.data));
	CHECK(strncmp((char *)out.data, "-----BEGIN PKCS7-----\n", 22) == 0 && strstr((char *)out.data, "\n-----END PKCS7-----\n"));
	size = out.size;
	CHECK(gnutls_pkcs7_export(p, GNUTLS_X509_FMT_PEM, buf, &size) == GNUTLS_E_SHORT_MEMORY_BUFFER && size == out.size + 1);
	CHECK(gnutls_pkcs7_export(p, GNUTLS_X509_FMT_PEM, buf, &size) == 0 && size == out.size && memcmp(buf, out.data, size + 1) == 0);
	CHECK(gnutls_pkcs7_import(p, &out, GNUTLS_X509_FMT_PEM) == 0);
	gnutls_free(out.data);
	CHECK(gnutls_pkcs7_delete_crt(p, 3) == GNUTLS_E_ASN1_ELEMENT_NOT_FOUND && gnutls_pkcs7_delete_crt(p, -1) == GNUTLS_E_ASN1_ELEMENT_NOT_FOUND);
#ifdef OURS
	CHECK(gnutls_pkcs7_delete_crt(p, 1) == 0 && gnutls_pkcs7_get_crt_count(p) == 2);
	CHECK(gnutls_pkcs7_delete_crl(p, 0) == 0 && gnutls_pkcs7_delete_crl(p, 0) == 0 && gnutls_pkcs7_get_crl_count(p) == 0);
	p = pkcs7_again(p);
	CHECK(gnutls_pkcs7_get_crt_count(p) == 2 && gnutls_pkcs7_get_crl_count(p) == 0);
#endif
	gnutls_x509_crl_deinit(crl);
	gnutls_pkcs7_deinit(p);
}

/* The bytes of a structure with one certificate are known. */
static void test_bytes(void)
{
	gnutls_pkcs7_t p = pkcs7_new();
	gnutls_datum_t element = { (void *)"\x04\x01\x41", 3 }, junk = { (void *)"hello", 5 }, out;
	static const char want[] = "\x30\x2d\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x07\x02\xa0\x20\x30\x1e\x02\x01\x01\x31\x00"
				   "\x30\x0b\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x07\x05\xa0\x03\x04\x01\x41\xa1\x03\x04\x01\x41\x31";
	CHECK(gnutls_pkcs7_set_crt_raw(p, &element) == 0 && gnutls_pkcs7_set_crl_raw(p, &element) == 0);
	CHECK(gnutls_pkcs7_export2(p, GNUTLS_X509_FMT_DER, &out) == 0);
	CHECK(out.size == sizeof(want) && memcmp(out.data, want, out.size) == 0);
	gnutls_free(out.data);
	gnutls_pkcs7_deinit(p);
	p = pkcs7_new();
	CHECK(gnutls_pkcs7_set_crt_raw(p, &junk) == 0 && gnutls_pkcs7_set_crt_raw(p, &junk) == 0 && gnutls_pkcs7_export2(p, GNUTLS_X509_FMT_DER, &out) == GNUTLS_E_ASN1_DER_ERROR);
	gnutls_pkcs7_deinit(p);
}

static void test_content(void)
{
	gnutls_pkcs7_t p = pkcs7_of(&signer, "content", 0);
	gnutls_datum_t out = { NULL, 0 };
	CHECK(gnutls_pkcs7_get_embedded_data(p, 0, &out) == 0 && out.size == 7 && memcmp(out.data, "content", 7) == 0);
	gnutls_free(out.data);
	CHECK(gnutls_pkcs7_get_embedded_data(p, GNUTLS_PKCS7_EDATA_GET_RAW, &out) == 0 && out.size == 9 && memcmp(out.data, "\4\7content", 9) == 0);
	gnutls_free(out.data);
	CHECK(strcmp(gnutls_pkcs7_get_embedded_data_oid(p), PLAIN_DATA) == 0);
	gnutls_pkcs7_deinit(p);
	/* Content that is no OCTET STRING, as in catalogs of Windows. */
	p = pkcs7_read(der_datum(pkcs7_wrapped(LIT(""), SEQ(der_oid("1.3.6.1.4.1.311.10.1"), ELEMENT(0xa0, SEQ(LIT("\2\1\7")))), LIT(""))));
	CHECK(strcmp(gnutls_pkcs7_get_embedded_data_oid(p), "1.3.6.1.4.1.311.10.1") == 0);
	CHECK(gnutls_pkcs7_get_embedded_data(p, 0, &out) == 0 && out.size == 3 && memcmp(out.data, "\2\1\7", 3) == 0);
	gnutls_free(out.data);
	CHECK(gnutls_pkcs7_get_embedded_data(p, GNUTLS_PKCS7_EDATA_GET_RAW, &out) == 0 && out.size == 5);
	gnutls_free(out.data);
	CHECK(gnutls_pkcs7_print(p, GNUTLS_CRT_PRINT_COMPACT, &out) == 0);
	CHECK(strcmp((char *)out.data, "eContent Type: 1.3.6.1.4.1.311.10.1\nSigners:\n") == 0);
	gnutls_free(out.data);
	gnutls_pkcs7_deinit(p);
	der_done();
}

static void test_text(void)
{
	gnutls_pkcs7_t p = pkcs7_new();
	gnutls_x509_crl_t crl = revocation_list(&ca, NULL, -1);
	gnutls_datum_t data = text("content"), out, pem;
	char want[4000], list[2000];
	CHECK(gnutls_pkcs7_set_crl(p, crl) == 0);
	CHECK(pkcs7_sign(p, &signer, &data, NULL, GNUTLS_DIG_SHA256, GNUTLS_PKCS7_INCLUDE_CERT) == 0);
	p = pkcs7_again(p);
	CHECK(gnutls_x509_crl_export2(crl, GNUTLS_X509_FMT_PEM, &pem) == 0);
	snprintf(list, sizeof(list), "%s", pem.data);
	gnutls_free(pem.data);
	CHECK(gnutls_x509_crt_export2(signer.crt, GNUTLS_X509_FMT_PEM, &pem) == 0);
	snprintf(want, sizeof(want), "Signers:\n\tSigner's issuer DN: CN=ca\n\tSigner's serial: 02\n\tSignature Algorithm: ECDSA-SHA256\n\n"
		 "Number of certificates: 1\n\n%s\nNumber of CRLs: 1\n\n%s\n", pem.data, list);
	CHECK(gnutls_pkcs7_print(p, GNUTLS_CRT_PRINT_FULL, &out) == 0 && out.size == strlen(want) && strcmp((char *)out.data, want) == 0);
	gnutls_free(out.data);
	*strstr(want, "Number of cert") = 0;
	for (int format = GNUTLS_CRT_PRINT_ONELINE; format < 7; format++) {
		CHECK(gnutls_pkcs7_print(p, format, &out) == 0 && strcmp((char *)out.data, want) == 0);
		gnutls_free(out.data);
	}
	gnutls_free(pem.data);
	gnutls_x509_crl_deinit(crl);
	gnutls_pkcs7_deinit(p);
}

/* What cannot be read leaves the structure as it was. */
static void test_errors(void)
{
	gnutls_pkcs7_t p = pkcs7_new();
	gnutls_datum_t junk = text("xx"), none = { NULL, 0 };
	struct der content = ELEMENT(0xa0, LIT("\4\1x"));
	gnutls_datum_t plain = der_datum(SEQ(der_oid(PLAIN_DATA), content));
	gnutls_datum_t enveloped = der_datum(SEQ(der_oid("1.2.840.113549.1.7.3"), ELEMENT(0xa0, SEQ(LIT("\2\1\0")))));
	CHECK(gnutls_pkcs7_import(p, &junk, GNUTLS_X509_FMT_DER) == GNUTLS_E_ASN1_TAG_ERROR);
	CHECK(gnutls_pkcs7_import(p, &junk, GNUTLS_X509_FMT_PEM) == GNUTLS_E_BASE64_UNEXPECTED_HEADER_ERROR);
	CHECK(gnutls_pkcs7_import(p, &none, GNUTLS_X509_FMT_DER) == GNUTLS_E_ASN1_TAG_ERROR);
	CHECK(gnutls_pkcs7_import(p, &plain, GNUTLS_X509_FMT_DER) == GNUTLS_E_UNKNOWN_PKCS_CONTENT_TYPE);
	CHECK(gnutls_pkcs7_import(p, &enveloped, GNUTLS_X509_FMT_DER) == GNUTLS_E_UNKNOWN_PKCS_CONTENT_TYPE);
	gnutls_pkcs7_deinit(p);
#ifdef OURS
	p = pkcs7_of(&signer, "content", 0);
	CHECK(gnutls_pkcs7_import(p, &junk, GNUTLS_X509_FMT_DER) < 0 && gnutls_pkcs7_import(p, &plain, GNUTLS_X509_FMT_DER) < 0);
	CHECK(gnutls_pkcs7_get_signature_count(p) == 1 && gnutls_pkcs7_verify_direct(p, signer.crt, 0, NULL, 0) == 0);
	gnutls_pkcs7_deinit(p);
#endif
	der_done();
}

int main(void)
{
	gnutls_global_init();
	ca = MAKE("ca", NULL);
	signer = END(&ca);
	other = MAKE("other", &ca, .plain = 1);
	test_empty();
	test_null();
	test_certificates();
	test_bytes();
	test_content();
	test_text();
	test_errors();
	entity_free(&ca);
	entity_free(&signer);
	entity_free(&other);
	gnutls_global_deinit();
	return check_result();
}
