/* OCSP responses: what the getters and the verification tell of them. */
#define _GNU_SOURCE
#include <gnutls/gnutls.h>
#include <gnutls/ocsp.h>
#include <string.h>
#include "ocsp_response.h"
#include "datum.h"

#define BASIC "1.3.6.1.5.5.7.48.1.1"

static int is(gnutls_datum_t got, const void *want, size_t n)
{
	int same = got.size == n && memcmp(got.data, want, n) == 0;
	gnutls_free(got.data);
	return same;
}
#define IS(got, want) is(got, want, sizeof(want) - 1)

static gnutls_ocsp_resp_t parsed(gnutls_datum_t der)
{
	gnutls_ocsp_resp_t resp;
	CHECK(gnutls_ocsp_resp_init(&resp) == 0);
	CHECK(gnutls_ocsp_resp_import(resp, &der) == 0);
	return resp;
}

static struct entity ca, other, end, signer;

static void fields(void)
{
	gnutls_datum_t der = RESPONSE(&end, &ca, .by_name = 1, .status = REVOKED, .reason = 1, .nonce = "nonce", .critical = 1, .shown = &ca, .before = &other);
	gnutls_datum_t out, out2, out3;
	gnutls_ocsp_resp_t resp = parsed(der);
	gnutls_digest_algorithm_t digest = 99;
	unsigned status = 99, reason = 99, critical = 99;
	time_t this_update, next_update, revocation_time, now = time(NULL);
	struct der name = ocsp_name(&ca), name_hash = ocsp_hash(GNUTLS_DIG_SHA1, name), key_hash = ocsp_key_hash(GNUTLS_DIG_SHA1, &ca);
	unsigned char serial[20];
	size_t size = sizeof(serial), count = 99;
	gnutls_x509_crt_t *certs;

	CHECK(gnutls_ocsp_resp_get_status(resp) == GNUTLS_OCSP_RESP_SUCCESSFUL);
	CHECK(gnutls_ocsp_resp_get_version(resp) == 1);
	CHECK(gnutls_ocsp_resp_get_response(resp, &out, &out2) == 0);
	CHECK(out.data[out.size] == 0 && IS(out, BASIC));
	CHECK(out2.size < der.size && is(out2, der.data + der.size - out2.size, out2.size));
	CHECK(gnutls_ocsp_resp_get_response(resp, NULL, NULL) == 0);
	CHECK(gnutls_ocsp_resp_get_responder(resp, &out) == 0 && out.data[out.size] == 0 && IS(out, "CN=ca"));
	CHECK(gnutls_ocsp_resp_get_responder2(resp, &out, 0) == 0 && IS(out, "CN=ca"));
	CHECK(gnutls_ocsp_resp_get_responder_raw_id(resp, GNUTLS_OCSP_RESP_ID_DN, &out) == 0 && is(out, name.p, name.n));
	CHECK(gnutls_ocsp_resp_get_responder_raw_id(resp, GNUTLS_OCSP_RESP_ID_KEY, &out) == GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE);
	CHECK(gnutls_ocsp_resp_get_produced(resp) <= now - 60 && gnutls_ocsp_resp_get_produced(resp) > now - 120);

	CHECK(gnutls_ocsp_resp_get_single(resp, 1, &digest, &out, &out2, &out3, &status, &this_update, &next_update, &revocation_time, &reason) == 0);
	CHECK(gnutls_x509_crt_get_serial(end.crt, serial, &size) == 0);
	CHECK(digest == GNUTLS_DIG_SHA1 && is(out, name_hash.p + 2, 20) && is(out2, key_hash.p + 2, 20) && is(out3, serial, size));
	CHECK(status == GNUTLS_OCSP_CERT_REVOKED && reason == GNUTLS_X509_CRLREASON_KEYCOMPROMISE);
	CHECK(this_update == next_update - 25 * 3600 && revocation_time == this_update + 3600 - DAY);
	CHECK(gnutls_ocsp_resp_get_single(resp, 0, NULL, NULL, NULL, NULL, &status, NULL, NULL, &revocation_time, &reason) == 0);
	CHECK(status == GNUTLS_OCSP_CERT_GOOD && revocation_time == -1 && reason == GNUTLS_X509_CRLREASON_UNSPECIFIED);
	CHECK(gnutls_ocsp_resp_get_single(resp, 2, &digest, NULL, NULL, NULL, &status, NULL, NULL, NULL, NULL) == GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE);
	CHECK(gnutls_ocsp_resp_check_crt(resp, 1, end.crt) == 0);
	CHECK(gnutls_ocsp_resp_check_crt(resp, 0, end.crt) == GNUTLS_E_OCSP_RESPONSE_ERROR);
	CHECK(gnutls_ocsp_resp_check_crt(resp, 2, end.crt) == GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE);

	CHECK(gnutls_ocsp_resp_get_extension(resp, 0, &out, &critical, &out2) == 0 && critical == 1);
	CHECK(IS(out, "1.3.6.1.5.5.7.48.1.2") && IS(out2, "\x04\x05nonce"));
	CHECK(gnutls_ocsp_resp_get_extension(resp, 1, &out, &critical, &out2) == GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE);
	critical = 99;
	CHECK(gnutls_ocsp_resp_get_nonce(resp, &critical, &out) == 0 && critical == 1 && IS(out, "nonce"));
	CHECK(gnutls_ocsp_resp_get_nonce(resp, NULL, &out) == 0 && IS(out, "nonce"));
	CHECK(gnutls_ocsp_resp_get_signature_algorithm(resp) == GNUTLS_SIGN_ECDSA_SHA256);
	CHECK(gnutls_ocsp_resp_get_signature(resp, &out) == 0 && out.size > 64 && out.data[0] == 0x30);
	gnutls_free(out.data);

	CHECK(gnutls_ocsp_resp_get_certs(resp, &certs, &count) == 0 && count == 1 && certs[1] == NULL);
	CHECK(gnutls_x509_crt_equals(certs[0], ca.crt));
	gnutls_x509_crt_deinit(certs[0]);
	gnutls_free(certs);
	CHECK(gnutls_ocsp_resp_get_certs(resp, NULL, &count) == 0 && count == 1);
	CHECK(gnutls_ocsp_resp_get_certs(resp, NULL, NULL) == 0);
	CHECK(gnutls_ocsp_resp_export(resp, &out) == 0 && is(out, der.data, der.size));
	CHECK(gnutls_ocsp_resp_export2(resp, &out, GNUTLS_X509_FMT_DER) == 0 && is(out, der.data, der.size));
	gnutls_ocsp_resp_deinit(resp);
}

static void by_key(void)
{
	gnutls_ocsp_resp_t resp = parsed(RESPONSE(&end, &ca, .status = UNKNOWN, .endless = 1, .hash = GNUTLS_DIG_SHA256));
	gnutls_datum_t out;
	struct der hash = ocsp_key_hash(GNUTLS_DIG_SHA1, &ca);
	gnutls_digest_algorithm_t digest;
	gnutls_x509_crt_t *certs = NULL;
	size_t count = 9;
	unsigned status, critical;
	time_t next_update;
	CHECK(gnutls_ocsp_resp_get_responder(resp, &out) == 0 && out.data == NULL && out.size == 0);
	CHECK(gnutls_ocsp_resp_get_responder2(resp, &out, 0) == GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE && out.data == NULL);
	CHECK(gnutls_ocsp_resp_get_responder_raw_id(resp, GNUTLS_OCSP_RESP_ID_KEY, &out) == 0 && is(out, hash.p + 2, 20));
	CHECK(gnutls_ocsp_resp_get_responder_raw_id(resp, GNUTLS_OCSP_RESP_ID_DN, &out) == GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE);
	CHECK(gnutls_ocsp_resp_get_single(resp, 0, &digest, NULL, NULL, NULL, &status, NULL, &next_update, NULL, NULL) == 0);
	CHECK(digest == GNUTLS_DIG_SHA256 && status == GNUTLS_OCSP_CERT_UNKNOWN && next_update == -1);
	CHECK(gnutls_ocsp_resp_check_crt(resp, 0, end.crt) == 0);
	CHECK(gnutls_ocsp_resp_get_nonce(resp, &critical, &out) == GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE);
	CHECK(gnutls_ocsp_resp_get_certs(resp, &certs, &count) == 0 && count == 0 && certs && certs[0] == NULL);
	gnutls_free(certs);
	gnutls_ocsp_resp_deinit(resp);
}

/* The order of the attributes. */
static void responder_names(void)
{
	struct entity long_name = MAKE("", NULL, .dn = "C=SE,O=Signers,CN=signer");
	gnutls_ocsp_resp_t resp = parsed(RESPONSE(&end, &long_name, .by_name = 1));
	gnutls_datum_t out;
	char *text;
	gnutls_datum_t dn, first;
	CHECK(gnutls_x509_crt_get_dn3(long_name.crt, &dn, 0) == 0 && gnutls_x509_crt_get_dn3(long_name.crt, &first, GNUTLS_X509_DN_FLAG_COMPAT) == 0);
	CHECK(gnutls_ocsp_resp_get_responder2(resp, &out, 0) == 0 && is(out, dn.data, dn.size));
	CHECK(gnutls_ocsp_resp_get_responder2(resp, &out, GNUTLS_X509_DN_FLAG_COMPAT) == 0 && is(out, first.data, first.size));
	CHECK(gnutls_ocsp_resp_get_responder(resp, &out) == 0 && is(out, first.data, first.size));
	CHECK(gnutls_ocsp_resp_print(resp, GNUTLS_OCSP_PRINT_COMPACT, &out) == 0);
	text = strstr((char *)out.data, "\tResponder ID: ");
	CHECK(text && strncmp(text + 15, (char *)dn.data, dn.size) == 0);
	gnutls_free(out.data);
	gnutls_free(dn.data);
	gnutls_free(first.data);
	gnutls_ocsp_resp_deinit(resp);
	entity_free(&long_name);
}

static int code_of(struct der d, gnutls_x509_crt_fmt_t format)
{
	gnutls_ocsp_resp_t resp;
	gnutls_datum_t data = der_datum(d);
	int code;
	CHECK(gnutls_ocsp_resp_init(&resp) == 0);
	code = gnutls_ocsp_resp_import2(resp, &data, format);
	gnutls_ocsp_resp_deinit(resp);
	return code;
}

static void refused(void)
{
	gnutls_datum_t der = RESPONSE(&end, &ca, .by_name = 1, .shown = &ca);
	/* The first two bytes alone are nothing to GnuTLS. */
	for (size_t n = 3; n < der.size; n++)
		CHECK(code_of(der_bytes(der.data, n), GNUTLS_X509_FMT_DER) < 0);
	CHECK(code_of(JOIN(der_bytes(der.data, der.size), LIT("\x00")), GNUTLS_X509_FMT_DER) == GNUTLS_E_ASN1_DER_ERROR);
	CHECK(code_of(LIT(""), GNUTLS_X509_FMT_DER) == GNUTLS_E_ASN1_TAG_ERROR);
	CHECK(code_of(LIT("hello"), GNUTLS_X509_FMT_DER) == GNUTLS_E_ASN1_TAG_ERROR);
	CHECK(code_of(LIT("hello"), GNUTLS_X509_FMT_PEM) == GNUTLS_E_BASE64_UNEXPECTED_HEADER_ERROR);
	CHECK(code_of(SEQ(LIT("\x0a\x01\x00")), GNUTLS_X509_FMT_DER) == GNUTLS_E_ASN1_ELEMENT_NOT_FOUND);
	CHECK(code_of(SEQ(LIT("\x02\x01\x06")), GNUTLS_X509_FMT_DER) == GNUTLS_E_ASN1_TAG_ERROR);
	struct der basic = SEQ(der_oid(BASIC), ELEMENT(0x04, LIT("hello")));
	CHECK(code_of(SEQ(LIT("\x0a\x01\x00"), ELEMENT(0xa0, basic)), GNUTLS_X509_FMT_DER) == GNUTLS_E_ASN1_TAG_ERROR);
}

/* A responder that could not answer, and an object that holds nothing. */
static void without_answer(void)
{
	static const struct { int code; const char *text; } codes[] = {
		{ GNUTLS_OCSP_RESP_MALFORMEDREQUEST, "malformedRequest" }, { GNUTLS_OCSP_RESP_INTERNALERROR, "internalError" },
		{ GNUTLS_OCSP_RESP_TRYLATER, "tryLater" }, { GNUTLS_OCSP_RESP_SIGREQUIRED, "sigRequired" },
		{ GNUTLS_OCSP_RESP_UNAUTHORIZED, "unauthorized" },
	};
	gnutls_ocsp_resp_t resp;
	gnutls_datum_t out = { NULL, 0 }, bad = text("hello"), der;
	gnutls_x509_trust_list_t list;
	unsigned status;
	char text[100];
	for (size_t i = 0; i < sizeof(codes) / sizeof(codes[0]); i++) {
		resp = parsed(RESPONSE(&end, &ca, .code = codes[i].code));
		CHECK(gnutls_ocsp_resp_get_status(resp) == codes[i].code);
		snprintf(text, sizeof(text), "OCSP Response Information:\n\tResponse Status: %s\n", codes[i].text);
		CHECK(gnutls_ocsp_resp_print(resp, GNUTLS_OCSP_PRINT_FULL, &out) == 0 && is(out, text, strlen(text)));
		gnutls_ocsp_resp_deinit(resp);
	}
	resp = parsed(RESPONSE(&end, &ca, .code = 4));
	CHECK(gnutls_ocsp_resp_get_status(resp) == GNUTLS_E_UNEXPECTED_PACKET);
	gnutls_ocsp_resp_deinit(resp);

	resp = parsed(RESPONSE(&end, &ca, .code = GNUTLS_OCSP_RESP_TRYLATER));
	CHECK(gnutls_ocsp_resp_get_response(resp, &out, &out) == GNUTLS_E_ASN1_ELEMENT_NOT_FOUND);
	CHECK(gnutls_ocsp_resp_get_version(resp) == 1);
	CHECK(gnutls_ocsp_resp_get_responder(resp, &out) == 0 && out.data == NULL);
	CHECK(gnutls_ocsp_resp_get_responder2(resp, &out, 0) == GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE);
	CHECK(gnutls_ocsp_resp_get_responder_raw_id(resp, GNUTLS_OCSP_RESP_ID_KEY, &out) == GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE);
	CHECK(gnutls_ocsp_resp_get_produced(resp) == -1);
	CHECK(gnutls_ocsp_resp_get_single(resp, 0, NULL, NULL, NULL, NULL, &status, NULL, NULL, NULL, NULL) == GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE);
	CHECK(gnutls_ocsp_resp_get_extension(resp, 0, &out, &status, &out) == GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE);
	CHECK(gnutls_ocsp_resp_get_nonce(resp, &status, &out) == GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE);
	CHECK(gnutls_ocsp_resp_get_signature_algorithm(resp) == GNUTLS_E_ASN1_VALUE_NOT_FOUND);
	CHECK(gnutls_ocsp_resp_get_signature(resp, &out) == GNUTLS_E_ASN1_VALUE_NOT_FOUND);
	CHECK(gnutls_ocsp_resp_check_crt(resp, 0, end.crt) == GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE);
	CHECK(gnutls_ocsp_resp_verify_direct(resp, ca.crt, &status, 0) == GNUTLS_E_ASN1_VALUE_NOT_FOUND);
	gnutls_x509_trust_list_init(&list, 0);
	CHECK(gnutls_ocsp_resp_verify(resp, list, &status, 0) == 0 && status == GNUTLS_OCSP_VERIFY_SIGNER_NOT_FOUND);
	gnutls_x509_trust_list_deinit(list, 0);
	gnutls_ocsp_resp_deinit(resp);

	CHECK(gnutls_ocsp_resp_init(&resp) == 0);
	CHECK(gnutls_ocsp_resp_get_status(resp) == GNUTLS_E_ASN1_VALUE_NOT_FOUND);
	CHECK(gnutls_ocsp_resp_export(resp, &out) == GNUTLS_E_ASN1_VALUE_NOT_FOUND);
	CHECK(gnutls_ocsp_resp_import(resp, &bad) < 0);
	der = RESPONSE(&end, &ca);
	CHECK(gnutls_ocsp_resp_import(resp, &der) == 0 && gnutls_ocsp_resp_get_status(resp) == 0);
	gnutls_ocsp_resp_deinit(resp);

	/* An unknown type. */
	der = der_datum(SEQ(LIT("\x0a\x01\x00"), ELEMENT(0xa0, SEQ(der_oid("1.2.3.4"), ELEMENT(0x04, LIT("abc"))))));
	resp = parsed(der);
	CHECK(gnutls_ocsp_resp_get_response(resp, &out, &der) == 0 && IS(out, "1.2.3.4") && IS(der, "abc"));
	CHECK(gnutls_ocsp_resp_print(resp, GNUTLS_OCSP_PRINT_FULL, &out) == 0);
	CHECK(IS(out, "OCSP Response Information:\n\tResponse Status: Successful\n\tResponse Type: Unknown response type (1.2.3.4)\n"));
	gnutls_ocsp_resp_deinit(resp);
}

/* Fixed times: what is printed is the same on every day. */
static struct der printable(void)
{
	struct der sha1 = SEQ(der_oid("1.3.14.3.2.26"), LIT("\x05\x00"));
	struct der id = SEQ(sha1, ELEMENT(0x04, LIT("name")), ELEMENT(0x04, LIT("key")), LIT("\x02\x02\x12\x34"));
	struct der odd = SEQ(SEQ(der_oid("1.2.3")), ELEMENT(0x04, LIT("name")), ELEMENT(0x04, LIT("key")), LIT("\x02\x01\x05"));
	struct der made = ELEMENT(0x18, LIT("20260102030405Z")), later = ELEMENT(0xa0, ELEMENT(0x18, LIT("20270102030405Z")));
	struct der good = SEQ(id, LIT("\x80\x00"), made, later), unknown = SEQ(odd, LIT("\x82\x00"), made);
	struct der revoked = SEQ(id, ELEMENT(0xa1, made, ELEMENT(0xa0, LIT("\x0a\x01\x04"))), made, later);
	struct der invalid = SEQ(id, ELEMENT(0xa1, ELEMENT(0x18, LIT("20261301000000Z"))), ELEMENT(0x18, LIT("20261301000000Z")), ELEMENT(0xa0, ELEMENT(0x18, LIT("20261301000000Z"))));
	struct der more = SEQ(SEQ(der_oid("1.2.3.4"), LIT("\x01\x01\xff"), ELEMENT(0x04, LIT("ab\x01"))), SEQ(der_oid("1.3.6.1.5.5.7.48.1.2"), ELEMENT(0x04, LIT("\x04\x02no"))));
	struct der tbs = SEQ(ELEMENT(0xa2, ELEMENT(0x04, LIT("12345678901234567890"))), made, SEQ(good, revoked, unknown, invalid), ELEMENT(0xa1, more));
	struct der basic = SEQ(tbs, SEQ(der_oid("1.2.840.113549.1.1.4"), LIT("\x05\x00")), ELEMENT(0x03, LIT("\x00""a signature of some bytes")));
	return SEQ(LIT("\x0a\x01\x00"), ELEMENT(0xa0, SEQ(der_oid(BASIC), ELEMENT(0x04, basic))));
}

static void printed(void)
{
	static const char id[] = "\t\t\tIssuer Name Hash: 6e616d65\n\t\t\tIssuer Key Hash: 6b6579\n", made[] = "Fri Jan 02 03:04:05 UTC 2026\n";
	char want[3000];
	gnutls_ocsp_resp_t resp = parsed(der_datum(printable()));
	gnutls_datum_t out, pem;
	time_t when;
	unsigned status, reason;
	snprintf(want, sizeof(want), "OCSP Response Information:\n\tResponse Status: Successful\n\tResponse Type: Basic OCSP Response\n\tVersion: 1\n"
		 "\tResponder Key ID: 3132333435363738393031323334353637383930\n\tProduced At: %s\tResponses:\n"
		 "\t\tCertificate ID:\n\t\t\tHash Algorithm: SHA1\n%s\t\t\tSerial Number: 1234\n\t\tCertificate Status: good\n"
		 "\t\tThis Update: %s\t\tNext Update: Sat Jan 02 03:04:05 UTC 2027\n"
		 "\t\tCertificate ID:\n\t\t\tHash Algorithm: SHA1\n%s\t\t\tSerial Number: 1234\n\t\tCertificate Status: revoked\n"
		 "\t\tRevocation time: %s\t\tThis Update: %s\t\tNext Update: Sat Jan 02 03:04:05 UTC 2027\n"
		 "\t\tCertificate ID:\n\t\t\tHash Algorithm: (null)\n%s\t\t\tSerial Number: 05\n\t\tCertificate Status: unknown\n\t\tThis Update: %s"
		 "\t\tCertificate ID:\n\t\t\tHash Algorithm: SHA1\n%s\t\t\tSerial Number: 1234\n\t\tCertificate Status: revoked\n"
		 "error: revocation_time\nerror: this_update\n"
		 "\tExtensions:\n\t\tUnknown extension 1.2.3.4 (critical):\n\t\t\tASCII: ab.\n\t\t\tHexdump: 616201\n\t\tNonce: 6e6f\n"
		 "\tSignature Algorithm: RSA-MD5\nwarning: signed using a broken signature algorithm that can be forged.\n",
		 made, id, made, id, made, made, id, made, id);
	CHECK(gnutls_ocsp_resp_print(resp, GNUTLS_OCSP_PRINT_COMPACT, &out) == 0);
	CHECK(out.data[out.size] == 0 && is(out, want, strlen(want)));
	strcat(want, "\tSignature:\n\t\t61:20:73:69:67:6e:61:74:75:72:65:20:6f:66:20:73\n\t\t6f:6d:65:20:62:79:74:65:73\n");
	CHECK(gnutls_ocsp_resp_print(resp, GNUTLS_OCSP_PRINT_FULL, &out) == 0 && is(out, want, strlen(want)));
	CHECK(gnutls_ocsp_resp_get_single(resp, 3, NULL, NULL, NULL, NULL, &status, &when, NULL, NULL, NULL) == 0 && status == GNUTLS_OCSP_CERT_REVOKED && when == -1);
	CHECK(gnutls_ocsp_resp_get_single(resp, 1, NULL, NULL, NULL, NULL, &status, &when, NULL, NULL, &reason) == 0);
	CHECK(when == 1767323045 && reason == GNUTLS_X509_CRLREASON_SUPERSEDED);
	gnutls_ocsp_resp_deinit(resp);

	/* The certificates are at its end. */
	resp = parsed(RESPONSE(&end, &ca, .shown = &ca));
	CHECK(gnutls_ocsp_resp_print(resp, GNUTLS_OCSP_PRINT_FULL, &out) == 0);
	CHECK(strstr((char *)out.data, "\tAdditional certificates:\nX.509 Certificate Information:\n"));
	CHECK(gnutls_x509_crt_export2(ca.crt, GNUTLS_X509_FMT_PEM, &pem) == 0);
	CHECK(out.size > pem.size && memcmp(out.data + out.size - pem.size, pem.data, pem.size) == 0);
	gnutls_free(out.data);
	gnutls_free(pem.data);
	gnutls_ocsp_resp_deinit(resp);
}

static void lists(void)
{
	gnutls_ocsp_resp_t *list = NULL, one;
	gnutls_datum_t der = RESPONSE(&end, &ca), pem, all, out, hello = text("hello");
	unsigned n = 99;
	one = parsed(der);
	CHECK(gnutls_ocsp_resp_export2(one, &pem, GNUTLS_X509_FMT_PEM) == 0);
	CHECK(pem.data[pem.size] == 0 && strncmp((char *)pem.data, "-----BEGIN OCSP RESPONSE-----\n", 30) == 0);
	CHECK(code_of(der_bytes(pem.data, pem.size), GNUTLS_X509_FMT_PEM) == 0);
	CHECK(code_of(der_bytes(pem.data, pem.size), GNUTLS_X509_FMT_DER) == GNUTLS_E_ASN1_TAG_ERROR);
	all = der_datum(JOIN(der_bytes(pem.data, pem.size), LIT("between\n"), der_bytes(pem.data, pem.size)));
	CHECK(gnutls_ocsp_resp_list_import2(&list, &n, &all, GNUTLS_X509_FMT_PEM, 0) == 0 && n == 2);
	CHECK(gnutls_ocsp_resp_export(list[1], &out) == 0 && is(out, der.data, der.size));
	gnutls_ocsp_resp_deinit(list[0]);
	gnutls_ocsp_resp_deinit(list[1]);
	gnutls_free(list);
	CHECK(gnutls_ocsp_resp_list_import2(&list, &n, &der, GNUTLS_X509_FMT_DER, 0) == 0 && n == 1);
	CHECK(gnutls_ocsp_resp_check_crt(list[0], 0, end.crt) == 0);
	gnutls_ocsp_resp_deinit(list[0]);
	gnutls_free(list);
	CHECK(gnutls_ocsp_resp_list_import2(&list, &n, &hello, GNUTLS_X509_FMT_PEM, 0) == GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE && list == NULL && n == 0);
	CHECK(gnutls_ocsp_resp_list_import2(&list, &n, &hello, GNUTLS_X509_FMT_DER, 0) == GNUTLS_E_ASN1_TAG_ERROR);
	/* The second is cut. */
	memcpy(all.data + all.size - 60, "\n-----END OCSP RESPONSE-----\n", 30);
	CHECK(gnutls_ocsp_resp_list_import2(&list, &n, &all, GNUTLS_X509_FMT_PEM, 0) < 0 && list == NULL);
	gnutls_free(pem.data);
	gnutls_ocsp_resp_deinit(one);
}

/* Both verifications: the codes and the reasons. */
struct found { int direct, list; };

static struct found verified(gnutls_datum_t der, const struct entity *issuer, struct list anchors, unsigned flags)
{
	gnutls_x509_trust_list_t list;
	gnutls_ocsp_resp_t resp = parsed(der);
	unsigned direct = ~0u, trust = ~0u;
	struct found f;
	gnutls_x509_trust_list_init(&list, 0);
	for (int i = 0; anchors.of[i]; i++)
		CHECK(gnutls_x509_trust_list_add_cas(list, &anchors.of[i]->crt, 1, 0) == 1);
	f.direct = gnutls_ocsp_resp_verify_direct(resp, issuer->crt, &direct, flags);
	f.list = gnutls_ocsp_resp_verify(resp, list, &trust, flags);
	f.direct = f.direct ? f.direct : (int)direct;
	f.list = f.list ? f.list : (int)trust;
	gnutls_x509_trust_list_deinit(list, 0);
	gnutls_ocsp_resp_deinit(resp);
	return f;
}

#define VERIFY(by, to_issuer, to_list, issuer, anchors, flags, ...) \
	do { \
		struct found f = verified(RESPONSE(&end, &ca, ##__VA_ARGS__, .by_name = by), issuer, anchors, flags); \
		if (f.direct != (to_issuer) || f.list != (to_list)) { \
			fprintf(stderr, "%s:%d: by %s: 0x%x, 0x%x\n", __FILE__, __LINE__, by ? "name" : "key", f.direct, f.list); \
			check_failures++; \
		} \
	} while (0)
#define BOTH(to_issuer, to_list, ...) \
	do { \
		VERIFY(1, to_issuer, to_list, __VA_ARGS__); \
		VERIFY(0, to_issuer, to_list, __VA_ARGS__); \
	} while (0)
#ifdef OURS
#define BY_KEY(wanted) wanted
#else
/* It does not find an anchor by its key. */
#define BY_KEY(wanted) NOT_FOUND
#endif
#define NOT_FOUND GNUTLS_OCSP_VERIFY_SIGNER_NOT_FOUND
#define USAGE GNUTLS_OCSP_VERIFY_SIGNER_KEYUSAGE_ERROR
#define UNTRUSTED GNUTLS_OCSP_VERIFY_UNTRUSTED_SIGNER
#define INSECURE GNUTLS_OCSP_VERIFY_INSECURE_ALGORITHM
#define WRONG GNUTLS_OCSP_VERIFY_SIGNATURE_FAILURE

static void by_the_issuer(void)
{
	struct list own = LIST(&ca), others = LIST(&other);
	VERIFY(1, 0, 0, &ca, own, 0);
	VERIFY(0, 0, BY_KEY(0), &ca, own, 0);
	BOTH(WRONG, NOT_FOUND, &other, others, 0);
	BOTH(0, 0, &ca, own, 0, .shown = &ca);
	BOTH(UNTRUSTED, UNTRUSTED, &other, others, 0, .shown = &ca);
	VERIFY(1, WRONG, WRONG, &ca, own, 0, .broken = 1);
	BOTH(WRONG, WRONG, &ca, own, 0, .broken = 1, .shown = &ca);
	/* Of all certificates in the response that of the responder counts. */
	BOTH(0, 0, &ca, own, 0, .shown = &ca, .shown_first = &end);
	VERIFY(1, 0, 0, &ca, own, 0, .shown = &end);
	BOTH(USAGE, USAGE, &ca, own, 0, .signer = &end, .shown = &end);
	/* SHA-1 is not broken here. */
	VERIFY(1, 0, 0, &ca, own, 0, .digest = GNUTLS_DIG_SHA1);
	VERIFY(1, WRONG, WRONG, &ca, own, 0, .digest = GNUTLS_DIG_SHA1, .broken = 1);
}

static void by_a_delegate(void)
{
	static const struct extension for_ocsp[] = { OCSP_SIGNING, { 0 } };
	static const struct extension for_any[] = { EXTENSION("2.5.29.37", 0, "\x30\x06\x06\x04\x55\x1d\x25\x00"), { 0 } };
	static const struct extension for_hosts[] = { EXTENSION("2.5.29.37", 0, "\x30\x0a\x06\x08\x2b\x06\x01\x05\x05\x07\x03\x01"), { 0 } };
	struct list own = LIST(&ca), both = LIST(&ca, &other);
	struct entity plain = MAKE("plain", &ca, .plain = 1), any = MAKE("any", &ca, .plain = 1, .extensions = for_any);
	struct entity hosts = MAKE("hosts", &ca, .plain = 1, .extensions = for_hosts);
	struct entity old = MAKE("old", &ca, .plain = 1, .extensions = for_ocsp, .from = -20, .to = -10);
	struct entity future = MAKE("future", &ca, .plain = 1, .extensions = for_ocsp, .from = 10, .to = 20);
	struct entity weak = MAKE("weak", &ca, .plain = 1, .extensions = for_ocsp, .digest = GNUTLS_DIG_SHA1);
	struct entity foreign = MAKE("foreign", &other, .plain = 1, .extensions = for_ocsp);
	struct entity inter = MAKE("inter", &ca), below = MAKE("below", &inter, .plain = 1, .extensions = for_ocsp);
	gnutls_x509_trust_list_t list;
	gnutls_x509_crl_t crl = revocation_list(&ca, signer.crt, -1);
	gnutls_ocsp_resp_t resp;
	unsigned reason = 99;
#define BY(e) .signer = &e, .shown = &e
	BOTH(0, 0, &ca, own, 0, BY(signer));
	BOTH(0, 0, &ca, own, 0, BY(signer), .shown_first = &end);
	BOTH(WRONG, WRONG, &ca, own, 0, BY(signer), .broken = 1);
	/* Without its certificate the signer is unknown, unless it is trusted itself. */
	BOTH(WRONG, NOT_FOUND, &ca, own, 0, .signer = &signer);
	BOTH(0, 0, &signer, LIST(&signer), 0, BY(signer));
	VERIFY(1, 0, 0, &signer, LIST(&signer), 0, .signer = &signer);
	BOTH(0, 0, &plain, LIST(&plain), 0, BY(plain));
	BOTH(0, 0, &old, LIST(&old), 0, BY(old));
	BOTH(USAGE, USAGE, &ca, own, 0, BY(plain));
	BOTH(USAGE, USAGE, &ca, own, 0, BY(any));
	BOTH(USAGE, UNTRUSTED, &ca, own, 0, BY(hosts));
	BOTH(GNUTLS_OCSP_VERIFY_CERT_EXPIRED, GNUTLS_OCSP_VERIFY_CERT_EXPIRED, &ca, own, 0, BY(old));
	BOTH(GNUTLS_OCSP_VERIFY_CERT_NOT_ACTIVATED, GNUTLS_OCSP_VERIFY_CERT_NOT_ACTIVATED, &ca, own, 0, BY(future));
	BOTH(0, 0, &ca, own, GNUTLS_VERIFY_DISABLE_TIME_CHECKS, BY(old));
	BOTH(INSECURE, INSECURE, &ca, own, 0, BY(weak));
	BOTH(0, 0, &ca, own, GNUTLS_VERIFY_ALLOW_SIGN_WITH_SHA1, BY(weak));
	BOTH(INSECURE, INSECURE, &ca, own, GNUTLS_PROFILE_TO_VFLAGS(GNUTLS_PROFILE_ULTRA), BY(signer));
	/* Authorities speak for each other in a list. */
	BOTH(UNTRUSTED, UNTRUSTED, &ca, own, 0, BY(foreign));
	BOTH(UNTRUSTED, 0, &ca, both, 0, BY(foreign));
	BOTH(UNTRUSTED, UNTRUSTED, &ca, own, 0, BY(foreign), .broken = 1);
	/* One step of certification. */
	BOTH(UNTRUSTED, UNTRUSTED, &ca, own, 0, BY(below), .shown_first = &inter);
	BOTH(0, 0, &inter, LIST(&inter), 0, BY(below));
	BOTH(USAGE, USAGE, &ca, own, 0, BY(inter));

	resp = parsed(RESPONSE(&end, &ca, BY(signer)));
	gnutls_x509_trust_list_init(&list, 0);
	CHECK(gnutls_x509_trust_list_add_cas(list, &ca.crt, 1, 0) == 1);
	CHECK(gnutls_x509_trust_list_add_crls(list, &crl, 1, 0, 0) == 1);
	CHECK(gnutls_ocsp_resp_verify(resp, list, &reason, 0) == 0 && reason == GNUTLS_OCSP_VERIFY_UNTRUSTED_SIGNER);
	gnutls_x509_trust_list_deinit(list, 0);
	gnutls_x509_crl_deinit(crl);
	gnutls_ocsp_resp_deinit(resp);
	struct entity *all[] = { &plain, &any, &hosts, &old, &future, &weak, &foreign, &inter, &below };
	for (size_t i = 0; i < sizeof(all) / sizeof(all[0]); i++)
		entity_free(all[i]);
}

/* Algorithms that are unknown, broken, or of another kind of key. */
static void odd_algorithms(void)
{
	gnutls_ocsp_resp_t resp = parsed(der_datum(printable()));
	unsigned reason = 99;
	CHECK(gnutls_ocsp_resp_get_signature_algorithm(resp) == GNUTLS_SIGN_RSA_MD5);
	CHECK(gnutls_ocsp_resp_verify_direct(resp, ca.crt, &reason, 0) == GNUTLS_E_INCOMPATIBLE_SIG_WITH_KEY && reason == 99);
	gnutls_ocsp_resp_deinit(resp);
	gnutls_datum_t der = RESPONSE(&end, &ca, .by_name = 1);
	static const unsigned char ecdsa[] = { 0x06, 0x08, 0x2a, 0x86, 0x48, 0xce, 0x3d, 0x04, 0x03, 0x02 };
	unsigned char *at = memmem(der.data, der.size, ecdsa, sizeof(ecdsa));
	CHECK(at != NULL);
	at[9] = 0x77;
	resp = parsed(der);
	CHECK(gnutls_ocsp_resp_get_signature_algorithm(resp) == 0);
	CHECK(gnutls_ocsp_resp_verify_direct(resp, ca.crt, &reason, 0) == GNUTLS_E_INVALID_REQUEST && reason == 99);
	gnutls_ocsp_resp_deinit(resp);
}

static void without_objects(void)
{
	gnutls_ocsp_resp_t resp = parsed(RESPONSE(&end, &ca));
	gnutls_datum_t d = text("abc");
	gnutls_x509_crt_t empty, *certs;
	size_t n;
	unsigned u;
	gnutls_x509_crt_init(&empty);
	CHECK(gnutls_ocsp_resp_import(NULL, &d) == GNUTLS_E_INVALID_REQUEST && gnutls_ocsp_resp_import(resp, NULL) == GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_ocsp_resp_import2(NULL, &d, 0) == GNUTLS_E_INVALID_REQUEST && gnutls_ocsp_resp_import2(resp, NULL, 0) == GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_ocsp_resp_export(NULL, &d) == GNUTLS_E_INVALID_REQUEST && gnutls_ocsp_resp_export(resp, NULL) == GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_ocsp_resp_export2(NULL, &d, 0) == GNUTLS_E_INVALID_REQUEST && gnutls_ocsp_resp_export2(resp, NULL, 0) == GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_ocsp_resp_get_status(NULL) == GNUTLS_E_INVALID_REQUEST && gnutls_ocsp_resp_get_version(NULL) == GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_ocsp_resp_get_response(NULL, &d, &d) == GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_ocsp_resp_get_responder(NULL, &d) == GNUTLS_E_INVALID_REQUEST && gnutls_ocsp_resp_get_responder(resp, NULL) == GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_ocsp_resp_get_responder2(NULL, &d, 0) == GNUTLS_E_INVALID_REQUEST && gnutls_ocsp_resp_get_responder2(resp, NULL, 0) == GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_ocsp_resp_get_responder_raw_id(NULL, GNUTLS_OCSP_RESP_ID_KEY, &d) == GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_ocsp_resp_get_responder_raw_id(resp, GNUTLS_OCSP_RESP_ID_KEY, NULL) == GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_ocsp_resp_get_produced(NULL) == -1);
	CHECK(gnutls_ocsp_resp_get_extension(NULL, 0, &d, &u, &d) == GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_ocsp_resp_get_signature(NULL, &d) == GNUTLS_E_INVALID_REQUEST && gnutls_ocsp_resp_get_signature(resp, NULL) == GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_ocsp_resp_get_certs(NULL, &certs, &n) == GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_ocsp_resp_check_crt(NULL, 0, end.crt) == GNUTLS_E_INVALID_REQUEST && gnutls_ocsp_resp_check_crt(resp, 0, NULL) == GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_ocsp_resp_check_crt(resp, 0, empty) == GNUTLS_E_ASN1_VALUE_NOT_FOUND);
	CHECK(gnutls_ocsp_resp_verify_direct(NULL, ca.crt, &u, 0) == GNUTLS_E_INVALID_REQUEST && gnutls_ocsp_resp_verify_direct(resp, NULL, &u, 0) == GNUTLS_E_INVALID_REQUEST);
#ifdef OURS
	gnutls_x509_trust_list_t list;
	gnutls_ocsp_resp_t *all;
	gnutls_x509_trust_list_init(&list, 0);
	CHECK(gnutls_ocsp_resp_init(NULL) == GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_ocsp_resp_print(NULL, 0, &d) == GNUTLS_E_INVALID_REQUEST && gnutls_ocsp_resp_print(resp, 0, NULL) == GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_ocsp_resp_get_single(NULL, 0, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL) == GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_ocsp_resp_get_single(resp, 1, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL) == GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE);
	CHECK(gnutls_ocsp_resp_get_nonce(NULL, &u, &d) == GNUTLS_E_INVALID_REQUEST && gnutls_ocsp_resp_get_nonce(resp, &u, NULL) == GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_ocsp_resp_get_signature_algorithm(NULL) == GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_ocsp_resp_verify(NULL, list, &u, 0) == GNUTLS_E_INVALID_REQUEST && gnutls_ocsp_resp_verify(resp, NULL, &u, 0) == GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_ocsp_resp_list_import2(NULL, &u, &d, 0, 0) == GNUTLS_E_INVALID_REQUEST && gnutls_ocsp_resp_list_import2(&all, NULL, &d, 0, 0) == GNUTLS_E_INVALID_REQUEST);
	gnutls_x509_trust_list_deinit(list, 0);
#endif
	gnutls_x509_crt_deinit(empty);
	gnutls_ocsp_resp_deinit(resp);
	gnutls_ocsp_resp_deinit(NULL);
}

int main(void)
{
	static const struct extension for_ocsp[] = { OCSP_SIGNING, { 0 } };
	ca = MAKE("ca", NULL);
	other = MAKE("other", NULL);
	end = END(&ca);
	signer = MAKE("signer", &ca, .plain = 1, .extensions = for_ocsp);
	fields();
	by_key();
	responder_names();
	refused();
	without_answer();
	printed();
	lists();
	by_the_issuer();
	by_a_delegate();
	odd_algorithms();
	without_objects();
	entity_free(&ca);
	entity_free(&other);
	entity_free(&end);
	entity_free(&signer);
	der_done();
	return check_result();
}
