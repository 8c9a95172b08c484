/* OCSP requests. */
#include <gnutls/gnutls.h>
#include <gnutls/ocsp.h>
#include <string.h>
#include "ocsp_response.h"
#include "datum.h"

#define NONCE "1.3.6.1.5.5.7.48.1.2"

static int is(gnutls_datum_t got, const void *want, size_t n)
{
	int same = got.size == n && memcmp(got.data, want, n) == 0;
	gnutls_free(got.data);
	return same;
}
#define IS(got, want) is(got, want, sizeof(want) - 1)

static int exports(gnutls_ocsp_req_t req, struct der want)
{
	gnutls_datum_t out;
	return gnutls_ocsp_req_export(req, &out) == 0 && is(out, want.p, want.n);
}

static int prints(gnutls_ocsp_req_t req, const char *want)
{
	gnutls_datum_t out;
	int right = gnutls_ocsp_req_print(req, GNUTLS_OCSP_PRINT_FULL, &out) == 0 && strcmp((char *)out.data, want) == 0;
	if (!right)
		fprintf(stderr, "%s", out.data);
	return is(out, want, strlen(want)) && right;
}

/* A request for one certificate whose hashes are "name" and "key". */
static struct der asked(struct der hash, struct der serial)
{
	return SEQ(SEQ(SEQ(hash, LIT("\x05\x00")), ELEMENT(0x04, LIT("name")), ELEMENT(0x04, LIT("key")), ELEMENT(0x02, serial)));
}
#define SHA1 der_oid("1.3.14.3.2.26")
#define SHA256 der_oid("2.16.840.1.101.3.4.2.1")

static void built_by_hand(void)
{
	gnutls_ocsp_req_t req;
	gnutls_datum_t name = text("name"), key = text("key"), serial = { (void *)"\x00\x00\x87", 3 }, none = text(""), out, out2, out3;
	gnutls_digest_algorithm_t digest = 99;
	CHECK(gnutls_ocsp_req_init(&req) == 0);
	CHECK(gnutls_ocsp_req_get_version(req) == 1);
	CHECK(exports(req, SEQ(SEQ(SEQ()))));
	CHECK(prints(req, "OCSP Request Information:\n\tVersion: 1\n\tRequest List:\n"));
	CHECK(gnutls_ocsp_req_get_cert_id(req, 0, &digest, &out, &out2, &out3) == GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE && digest == 99);

	/* The serial number is written in its shortest form. */
	CHECK(gnutls_ocsp_req_add_cert_id(req, GNUTLS_DIG_SHA1, &name, &key, &serial) == 0);
	CHECK(exports(req, SEQ(SEQ(SEQ(asked(SHA1, LIT("\x00\x87")))))));
	CHECK(gnutls_ocsp_req_add_cert_id(req, GNUTLS_DIG_SHA256, &name, &key, &name) == 0);
	CHECK(exports(req, SEQ(SEQ(SEQ(asked(SHA1, LIT("\x00\x87")), asked(SHA256, LIT("name")))))));
	CHECK(gnutls_ocsp_req_get_cert_id(req, 0, &digest, &out, &out2, &out3) == 0 && digest == GNUTLS_DIG_SHA1);
	CHECK(IS(out, "name") && IS(out2, "key") && IS(out3, "\x00\x87"));
	CHECK(gnutls_ocsp_req_get_cert_id(req, 1, &digest, NULL, NULL, &out3) == 0 && digest == GNUTLS_DIG_SHA256 && IS(out3, "name"));
	CHECK(gnutls_ocsp_req_get_cert_id(req, 1, NULL, NULL, NULL, NULL) == 0);
	CHECK(gnutls_ocsp_req_get_cert_id(req, 2, &digest, NULL, NULL, NULL) == GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE);
	CHECK(prints(req, "OCSP Request Information:\n\tVersion: 1\n\tRequest List:\n"
			  "\t\tCertificate ID:\n\t\t\tHash Algorithm: SHA1\n\t\t\tIssuer Name Hash: 6e616d65\n\t\t\tIssuer Key Hash: 6b6579\n"
			  "\t\t\tSerial Number: 0087\n"
			  "\t\tCertificate ID:\n\t\t\tHash Algorithm: SHA256\n\t\t\tIssuer Name Hash: 6e616d65\n\t\t\tIssuer Key Hash: 6b6579\n"
			  "\t\t\tSerial Number: 6e616d65\n"));
	CHECK(gnutls_ocsp_req_print(req, GNUTLS_OCSP_PRINT_COMPACT, &out) == GNUTLS_E_INVALID_REQUEST);
	/* GnuTLS keeps half of some of these. */
	CHECK(gnutls_ocsp_req_add_cert_id(req, GNUTLS_DIG_SHA1, &name, &key, &none) == GNUTLS_E_ASN1_VALUE_NOT_VALID);
	CHECK(gnutls_ocsp_req_add_cert_id(req, GNUTLS_DIG_UNKNOWN, &name, &key, &name) == GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_ocsp_req_add_cert_id(req, 999, &name, &key, &name) == GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_ocsp_req_add_cert_id(req, GNUTLS_DIG_SHA1, NULL, &key, &name) == GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_ocsp_req_add_cert_id(req, GNUTLS_DIG_SHA1, &name, NULL, &name) == GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_ocsp_req_add_cert_id(req, GNUTLS_DIG_SHA1, &name, &key, NULL) == GNUTLS_E_INVALID_REQUEST);
	gnutls_ocsp_req_deinit(req);
}

static void of_certificates(void)
{
	gnutls_ocsp_req_t req;
	gnutls_x509_crt_t empty;
	gnutls_digest_algorithm_t digest;
	gnutls_datum_t name, key, serial;
	struct entity ca = MAKE("ca", NULL), end = END(&ca);
	struct der want_name = ocsp_hash(GNUTLS_DIG_SHA256, ocsp_name(&ca)), want_key = ocsp_key_hash(GNUTLS_DIG_SHA256, &ca);
	unsigned char number[20];
	size_t size = sizeof(number);
	gnutls_x509_crt_init(&empty);
	CHECK(gnutls_x509_crt_get_serial(end.crt, number, &size) == 0);
	CHECK(gnutls_ocsp_req_init(&req) == 0);
	CHECK(gnutls_ocsp_req_add_cert(req, GNUTLS_DIG_SHA256, ca.crt, end.crt) == 0);
	CHECK(gnutls_ocsp_req_get_cert_id(req, 0, &digest, &name, &key, &serial) == 0 && digest == GNUTLS_DIG_SHA256);
	/* Behind their heads. */
	CHECK(is(name, want_name.p + 2, 32) && is(key, want_key.p + 2, 32) && is(serial, number, size));
	CHECK(gnutls_ocsp_req_add_cert(req, 999, ca.crt, end.crt) == GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_ocsp_req_add_cert(req, GNUTLS_DIG_UNKNOWN, ca.crt, end.crt) == GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_ocsp_req_add_cert(req, GNUTLS_DIG_SHAKE_128, ca.crt, end.crt) == GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_ocsp_req_add_cert(req, GNUTLS_DIG_SHA1, empty, end.crt) == GNUTLS_E_ASN1_VALUE_NOT_FOUND);
	CHECK(gnutls_ocsp_req_add_cert(req, GNUTLS_DIG_SHA1, ca.crt, empty) == GNUTLS_E_ASN1_VALUE_NOT_FOUND);
	CHECK(gnutls_ocsp_req_add_cert(req, GNUTLS_DIG_SHA1, NULL, end.crt) == GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_ocsp_req_add_cert(req, GNUTLS_DIG_SHA1, ca.crt, NULL) == GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_ocsp_req_add_cert(NULL, GNUTLS_DIG_SHA1, ca.crt, end.crt) == GNUTLS_E_INVALID_REQUEST);
	gnutls_ocsp_req_deinit(req);
	gnutls_x509_crt_deinit(empty);
	entity_free(&ca);
	entity_free(&end);
}

static struct der extension(const char *oid, int critical, struct der value)
{
	return SEQ(der_oid(oid), critical ? LIT("\x01\x01\xff") : LIT(""), ELEMENT(0x04, value));
}

static void with_extensions(void)
{
	gnutls_ocsp_req_t req;
	gnutls_datum_t abc = text("abc"), xyz = text("xyz"), oid, data;
	unsigned critical = 9;
	CHECK(gnutls_ocsp_req_init(&req) == 0);
	CHECK(gnutls_ocsp_req_get_extension(req, 0, &oid, &critical, &data) == GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE && critical == 9);
	CHECK(gnutls_ocsp_req_get_nonce(req, &critical, &data) == GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE && critical == 9);
	CHECK(gnutls_ocsp_req_set_extension(req, "1.2.3.4", 0, &abc) == 0);
	CHECK(gnutls_ocsp_req_set_nonce(req, 7, &abc) == 0);
	CHECK(exports(req, SEQ(SEQ(SEQ(), ELEMENT(0xa2, SEQ(extension("1.2.3.4", 0, LIT("abc")), extension(NONCE, 1, LIT("\x04\x03""abc"))))))));
	CHECK(gnutls_ocsp_req_get_nonce(req, &critical, &data) == 0 && critical == 1 && IS(data, "abc"));
	/* One of a type. */
	CHECK(gnutls_ocsp_req_set_extension(req, "1.2.3.4", 1, &xyz) == 0);
	CHECK(gnutls_ocsp_req_set_nonce(req, 0, &xyz) == 0);
	CHECK(exports(req, SEQ(SEQ(SEQ(), ELEMENT(0xa2, SEQ(extension("1.2.3.4", 1, LIT("xyz")), extension(NONCE, 0, LIT("\x04\x03""xyz"))))))));
	CHECK(gnutls_ocsp_req_get_extension(req, 0, &oid, &critical, &data) == 0 && critical == 1);
	CHECK(oid.data[oid.size] == 0 && IS(oid, "1.2.3.4") && IS(data, "xyz"));
	CHECK(gnutls_ocsp_req_get_extension(req, 1, &oid, NULL, &data) == 0 && IS(oid, NONCE) && IS(data, "\x04\x03""xyz"));
	CHECK(gnutls_ocsp_req_get_extension(req, 1, NULL, &critical, NULL) == 0 && critical == 0);
	CHECK(gnutls_ocsp_req_get_extension(req, 2, &oid, &critical, &data) == GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE);
	CHECK(gnutls_ocsp_req_get_nonce(req, NULL, &data) == 0 && IS(data, "xyz"));
	CHECK(prints(req, "OCSP Request Information:\n\tVersion: 1\n\tRequest List:\n\tExtensions:\n"
			  "\t\tUnknown extension 1.2.3.4 (critical):\n\t\t\tASCII: xyz\n\t\t\tHexdump: 78797a\n\t\tNonce: 78797a\n"));

	CHECK(gnutls_ocsp_req_randomize_nonce(req) == 0);
	CHECK(gnutls_ocsp_req_get_nonce(req, &critical, &data) == 0 && critical == 0 && data.size == 23);
	CHECK(gnutls_ocsp_req_randomize_nonce(req) == 0);
	CHECK(gnutls_ocsp_req_get_nonce(req, &critical, &oid) == 0 && oid.size == 23 && memcmp(oid.data, data.data, 23) != 0);
	gnutls_free(oid.data);
	gnutls_free(data.data);
	CHECK(gnutls_ocsp_req_get_extension(req, 2, &oid, &critical, &data) == GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE);
	CHECK(gnutls_ocsp_req_set_extension(req, "no oid", 0, &abc) == GNUTLS_E_ASN1_VALUE_NOT_VALID);
	CHECK(gnutls_ocsp_req_set_extension(req, NULL, 0, &abc) == GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_ocsp_req_set_extension(req, "1.2.3.4", 0, NULL) == GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_ocsp_req_set_nonce(req, 0, NULL) == GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_ocsp_req_get_nonce(req, &critical, NULL) == GNUTLS_E_INVALID_REQUEST);
	gnutls_ocsp_req_deinit(req);
}

static int import(struct der d)
{
	gnutls_ocsp_req_t req;
	gnutls_datum_t data = der_datum(d);
	int code;
	CHECK(gnutls_ocsp_req_init(&req) == 0);
	code = gnutls_ocsp_req_import(req, &data);
	gnutls_ocsp_req_deinit(req);
	return code;
}

static void imported(void)
{
	gnutls_ocsp_req_t req;
	gnutls_datum_t data, out;
	unsigned critical;
	struct der one = asked(SHA1, LIT("\x01")), single = ELEMENT(0xa0, SEQ(extension("1.2.3.4", 1, LIT("abc"))));
	struct der two = SEQ(SEQ(SEQ(SHA1), ELEMENT(0x04, LIT("n")), ELEMENT(0x04, LIT("k")), LIT("\x02\x01\x02")), single);
	struct der nonce = ELEMENT(0xa2, SEQ(extension(NONCE, 0, LIT("\x04\x02no"))));
	struct der tbs = SEQ(LIT("\xa0\x03\x02\x01\x00"), SEQ(one, two), nonce), whole = SEQ(tbs);
	data = der_datum(whole);
	CHECK(gnutls_ocsp_req_init(&req) == 0);
	CHECK(gnutls_ocsp_req_import(req, &data) == 0);
	CHECK(gnutls_ocsp_req_get_version(req) == 1);
	CHECK(exports(req, whole));
	CHECK(gnutls_ocsp_req_get_cert_id(req, 1, NULL, &out, NULL, NULL) == 0 && IS(out, "n"));
	CHECK(gnutls_ocsp_req_get_nonce(req, &critical, &out) == 0 && critical == 0 && IS(out, "no"));
	CHECK(gnutls_ocsp_req_add_cert_id(req, GNUTLS_DIG_SHA1, &(gnutls_datum_t){ (void *)"name", 4 }, &(gnutls_datum_t){ (void *)"key", 3 },
					  &(gnutls_datum_t){ (void *)"\x01", 1 }) == 0);
	CHECK(exports(req, SEQ(SEQ(LIT("\xa0\x03\x02\x01\x00"), SEQ(one, two, one), nonce))));
	gnutls_ocsp_req_deinit(req);

	/* Who asks is not kept. */
	struct der name = ELEMENT(0xa1, ELEMENT(0x82, LIT("me.example"))), signature = ELEMENT(0xa0, SEQ(SEQ(SHA1), LIT("\x03\x02\x00\x01")));
	data = der_datum(SEQ(SEQ(name, SEQ(one), nonce), signature));
	CHECK(gnutls_ocsp_req_init(&req) == 0);
	CHECK(gnutls_ocsp_req_import(req, &data) == 0);
	CHECK(exports(req, SEQ(SEQ(SEQ(one), nonce))));
	gnutls_ocsp_req_deinit(req);

	for (size_t n = 0; n < whole.n; n++)
		CHECK(import(der_bytes(whole.p, n)) < 0);
	CHECK(import(JOIN(whole, LIT("\x00"))) == GNUTLS_E_ASN1_DER_ERROR);
	CHECK(import(SEQ(SEQ(SEQ(one), nonce, LIT("\x05\x00")))) == GNUTLS_E_ASN1_DER_ERROR);
	CHECK(import(SEQ(SEQ(ELEMENT(0xa1, LIT("\x05\x00")), SEQ(one)))) == GNUTLS_E_ASN1_TAG_ERROR);
	CHECK(import(LIT("")) == GNUTLS_E_ASN1_TAG_ERROR);
	/* Of two errors the first, as in a certificate. */
	CHECK(import(SEQ(SEQ(LIT("\xa0\x03\x02\x01\x02"), LIT("\x02\x01\x01")), SEQ())) == GNUTLS_E_ASN1_TAG_ERROR);
	CHECK(import(SEQ(SEQ(SEQ(one)), SEQ())) == GNUTLS_E_ASN1_DER_ERROR);

	/* Identifiers with empty fields, and an unknown version. */
	data = der_datum(SEQ(SEQ(LIT("\xa0\x03\x02\x01\x05"), SEQ(SEQ(SEQ(SEQ(SHA1), LIT("\x04\x00\x04\x00\x02\x00")))), ELEMENT(0xa2, SEQ(extension(NONCE, 0, LIT("no")))))));
	CHECK(gnutls_ocsp_req_init(&req) == 0);
	CHECK(gnutls_ocsp_req_import(req, &data) == 0);
	CHECK(gnutls_ocsp_req_get_version(req) == 6);
	CHECK(gnutls_ocsp_req_get_cert_id(req, 0, NULL, &out, NULL, NULL) == GNUTLS_E_ASN1_DER_ERROR);
	CHECK(gnutls_ocsp_req_get_nonce(req, &critical, &out) == GNUTLS_E_ASN1_DER_ERROR);
	gnutls_ocsp_req_deinit(req);
}

static void without_objects(void)
{
	gnutls_ocsp_req_t req;
	gnutls_datum_t d = text("abc");
	unsigned critical;
	CHECK(gnutls_ocsp_req_init(&req) == 0);
	CHECK(gnutls_ocsp_req_import(NULL, &d) == GNUTLS_E_INVALID_REQUEST && gnutls_ocsp_req_import(req, NULL) == GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_ocsp_req_export(NULL, &d) == GNUTLS_E_INVALID_REQUEST && gnutls_ocsp_req_export(req, NULL) == GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_ocsp_req_get_version(NULL) == GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_ocsp_req_get_cert_id(NULL, 0, NULL, NULL, NULL, &d) == GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_ocsp_req_add_cert_id(NULL, GNUTLS_DIG_SHA1, &d, &d, &d) == GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_ocsp_req_get_extension(NULL, 0, &d, &critical, &d) == GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_ocsp_req_set_extension(NULL, "1.2.3", 0, &d) == GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_ocsp_req_get_nonce(NULL, &critical, &d) == GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_ocsp_req_set_nonce(NULL, 0, &d) == GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_ocsp_req_randomize_nonce(NULL) == GNUTLS_E_INVALID_REQUEST);
#ifdef OURS
	CHECK(gnutls_ocsp_req_init(NULL) == GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_ocsp_req_print(NULL, GNUTLS_OCSP_PRINT_FULL, &d) == GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_ocsp_req_print(req, GNUTLS_OCSP_PRINT_FULL, NULL) == GNUTLS_E_INVALID_REQUEST);
#endif
	gnutls_ocsp_req_deinit(req);
	gnutls_ocsp_req_deinit(NULL);
}

int main(void)
{
	built_by_hand();
	of_certificates();
	with_extensions();
	imported();
	without_objects();
	der_done();
	return check_result();
}
