/* Bags of PKCS #12: elements, their attributes, and the encryption with every scheme. */
#include <gnutls/gnutls.h>
#include <gnutls/pkcs12.h>
#include <gnutls/x509.h>
#include <string.h>
#include "certs.h"
#include "check.h"
#include "datum.h"

#define COUNT(a) (sizeof(a) / sizeof((a)[0]))

static const gnutls_datum_t small = { (unsigned char *)"\x30\x03\x02\x01\x05", 5 };

static gnutls_pkcs12_bag_t new_bag(void)
{
	gnutls_pkcs12_bag_t bag;

	CHECK(gnutls_pkcs12_bag_init(&bag) == 0);
	return bag;
}

static int is(const gnutls_datum_t *d, const char *what)
{
	return d->size == strlen(what) && memcmp(d->data, what, d->size) == 0;
}

static int same(const gnutls_datum_t *a, const gnutls_datum_t *b)
{
	return a->size == b->size && memcmp(a->data, b->data, a->size) == 0;
}

static void elements(void)
{
	gnutls_pkcs12_bag_t bag = new_bag();
	gnutls_datum_t empty = { (unsigned char *)"", 0 }, d;

	CHECK(gnutls_pkcs12_bag_get_count(bag) == 0);
	CHECK(gnutls_pkcs12_bag_get_count(NULL) == GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_pkcs12_bag_get_type(bag, 0) == GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE);
	CHECK(gnutls_pkcs12_bag_get_type(NULL, 0) == GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_pkcs12_bag_get_data(bag, 0, &d) == GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE);
	CHECK(gnutls_pkcs12_bag_get_data(NULL, 0, &d) == GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_pkcs12_bag_set_data(bag, GNUTLS_BAG_SECRET, &small) == 0);
	CHECK(gnutls_pkcs12_bag_set_data(bag, GNUTLS_BAG_EMPTY, &small) == 1);
	CHECK(gnutls_pkcs12_bag_set_data(bag, 77, &small) == 2);
	CHECK(gnutls_pkcs12_bag_set_data(bag, GNUTLS_BAG_CRL, &empty) == 3);
	CHECK(gnutls_pkcs12_bag_set_data(NULL, GNUTLS_BAG_CRL, &small) == GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_pkcs12_bag_get_count(bag) == 4);
	CHECK(gnutls_pkcs12_bag_get_type(bag, 0) == GNUTLS_BAG_SECRET);
	CHECK(gnutls_pkcs12_bag_get_type(bag, 2) == 77);
	CHECK(gnutls_pkcs12_bag_get_data(bag, 1, &d) == 0 && same(&d, &small));
	CHECK(gnutls_pkcs12_bag_get_data(bag, 3, &d) == 0 && d.size == 0);
	CHECK(gnutls_pkcs12_bag_get_data(bag, 4, &d) == GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE);
	gnutls_pkcs12_bag_deinit(bag);
	gnutls_pkcs12_bag_deinit(NULL);

	/* A key that comes first is alone. */
	for (int type = GNUTLS_BAG_PKCS8_ENCRYPTED_KEY; type <= GNUTLS_BAG_PKCS8_KEY; type++) {
		bag = new_bag();
		CHECK(gnutls_pkcs12_bag_set_data(bag, type, &small) == 0);
		CHECK(gnutls_pkcs12_bag_set_data(bag, GNUTLS_BAG_CERTIFICATE, &small) == GNUTLS_E_INVALID_REQUEST);
		gnutls_pkcs12_bag_deinit(bag);
	}
}

/* GnuTLS takes at most 31 elements, ours 1024. */
static void many(void)
{
	gnutls_pkcs12_bag_t bag = new_bag();
	int n = 0, r;

	while ((r = gnutls_pkcs12_bag_set_data(bag, GNUTLS_BAG_CERTIFICATE, &small)) >= 0 && n < 2000) {
		CHECK(r == n);
		n++;
	}
	CHECK(r == GNUTLS_E_MEMORY_ERROR);
#ifdef OURS
	CHECK(n == 1024);
#else
	CHECK(n == 31);
#endif
	CHECK(gnutls_pkcs12_bag_get_count(bag) == n);
	CHECK(gnutls_pkcs12_bag_encrypt(bag, "x", GNUTLS_PKCS_PKCS12_3DES) == 0);
	CHECK(gnutls_pkcs12_bag_decrypt(bag, "x") == 0);
	CHECK(gnutls_pkcs12_bag_get_count(bag) == n);
	gnutls_pkcs12_bag_deinit(bag);
}

static void attributes(void)
{
	gnutls_pkcs12_bag_t bag = new_bag();
	gnutls_datum_t id = text("id"), longer = text("another"), d;
	char *name = (char *)&id;

	CHECK(gnutls_pkcs12_bag_set_data(bag, GNUTLS_BAG_CERTIFICATE, &small) == 0);
	CHECK(gnutls_pkcs12_bag_get_key_id(bag, 0, &d) == 0 && d.size == 0 && d.data == NULL);
	CHECK(gnutls_pkcs12_bag_get_friendly_name(bag, 0, &name) == 0 && name == NULL);
	CHECK(gnutls_pkcs12_bag_set_key_id(bag, 0, &id) == 0);
	CHECK(gnutls_pkcs12_bag_get_key_id(bag, 0, &d) == 0 && is(&d, "id"));
	CHECK(gnutls_pkcs12_bag_set_key_id(bag, 0, &longer) == 0);
	CHECK(gnutls_pkcs12_bag_get_key_id(bag, 0, &d) == 0 && is(&d, "another"));
	CHECK(gnutls_pkcs12_bag_set_friendly_name(bag, 0, "") == 0);
	CHECK(gnutls_pkcs12_bag_get_friendly_name(bag, 0, &name) == 0 && name && strcmp(name, "") == 0);
	CHECK(gnutls_pkcs12_bag_set_friendly_name(bag, 0, "a\xff") == 0);
	CHECK(gnutls_pkcs12_bag_get_friendly_name(bag, 0, &name) == 0 && name && strcmp(name, "a\xff") == 0);
	CHECK(gnutls_pkcs12_bag_set_friendly_name(bag, 0, "a\xf0\x9f\x98\x80") == 0);
	CHECK(gnutls_pkcs12_bag_get_friendly_name(bag, 0, &name) == 0 && name && strcmp(name, "a\xf0\x9f\x98\x80") == 0);
	CHECK(gnutls_pkcs12_bag_set_key_id(bag, 1, &id) == GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_pkcs12_bag_set_friendly_name(bag, 1, "x") == GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_pkcs12_bag_get_key_id(bag, 1, &d) == GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_pkcs12_bag_get_friendly_name(bag, 1, &name) == GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_pkcs12_bag_set_key_id(NULL, 0, &id) == GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_pkcs12_bag_set_friendly_name(NULL, 0, "x") == GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_pkcs12_bag_get_key_id(NULL, 0, &d) == GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_pkcs12_bag_get_friendly_name(NULL, 0, &name) == GNUTLS_E_INVALID_REQUEST);
	gnutls_pkcs12_bag_deinit(bag);
}

static void objects(void)
{
	gnutls_pkcs12_bag_t bag = new_bag();
	gnutls_datum_t pem = text(leaf_pem), crl_text = text(crl_pem), key_text = text(ec_key_pem), der, d;
	gnutls_x509_crt_t crt, no_crt;
	gnutls_x509_crl_t crl, no_crl;
	gnutls_x509_privkey_t key;

	CHECK(gnutls_x509_crt_init(&crt) == 0 && gnutls_x509_crt_init(&no_crt) == 0);
	CHECK(gnutls_x509_crl_init(&crl) == 0 && gnutls_x509_crl_init(&no_crl) == 0);
	CHECK(gnutls_x509_privkey_init(&key) == 0);
	CHECK(gnutls_pkcs12_bag_set_privkey(bag, key, "x", 0) < 0);
	CHECK(gnutls_x509_crt_import(crt, &pem, GNUTLS_X509_FMT_PEM) == 0);
	CHECK(gnutls_x509_crl_import(crl, &crl_text, GNUTLS_X509_FMT_PEM) == 0);
	CHECK(gnutls_x509_privkey_import(key, &key_text, GNUTLS_X509_FMT_PEM) == 0);
	CHECK(gnutls_pkcs12_bag_set_crt(bag, no_crt) == GNUTLS_E_ASN1_VALUE_NOT_FOUND);
	CHECK(gnutls_pkcs12_bag_set_crl(bag, no_crl) == GNUTLS_E_ASN1_VALUE_NOT_FOUND);
	CHECK(gnutls_pkcs12_bag_set_crt(NULL, crt) == GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_pkcs12_bag_set_crl(NULL, crl) == GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_pkcs12_bag_set_privkey(NULL, key, "x", 0) == GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_pkcs12_bag_set_privkey(bag, NULL, "x", 0) == GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_pkcs12_bag_set_crt(bag, crt) == 0);
	CHECK(gnutls_pkcs12_bag_set_crl(bag, crl) == 1);
	CHECK(gnutls_pkcs12_bag_set_privkey(bag, key, NULL, GNUTLS_PKCS_PBES2_AES_128) == 2);
	CHECK(gnutls_pkcs12_bag_get_type(bag, 0) == GNUTLS_BAG_CERTIFICATE);
	CHECK(gnutls_pkcs12_bag_get_type(bag, 1) == GNUTLS_BAG_CRL);
	CHECK(gnutls_pkcs12_bag_get_type(bag, 2) == GNUTLS_BAG_PKCS8_KEY);
	CHECK(gnutls_x509_crt_export2(crt, GNUTLS_X509_FMT_DER, &der) == 0);
	CHECK(gnutls_pkcs12_bag_get_data(bag, 0, &d) == 0 && same(&d, &der));
	gnutls_free(der.data);
	CHECK(gnutls_x509_crl_export2(crl, GNUTLS_X509_FMT_DER, &der) == 0);
	CHECK(gnutls_pkcs12_bag_get_data(bag, 1, &d) == 0 && same(&d, &der));
	gnutls_free(der.data);
	CHECK(gnutls_x509_privkey_export2_pkcs8(key, GNUTLS_X509_FMT_DER, NULL, GNUTLS_PKCS_PLAIN, &der) == 0);
	CHECK(gnutls_pkcs12_bag_get_data(bag, 2, &d) == 0 && same(&d, &der));
	gnutls_free(der.data);
	gnutls_pkcs12_bag_deinit(bag);

	bag = new_bag();
	CHECK(gnutls_pkcs12_bag_set_privkey(bag, key, "", GNUTLS_PKCS_PBES1_DES_MD5) == GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_pkcs12_bag_set_privkey(bag, key, "x", GNUTLS_PKCS_PBES2_AES_128) == 0);
	CHECK(gnutls_pkcs12_bag_get_type(bag, 0) == GNUTLS_BAG_PKCS8_ENCRYPTED_KEY);
	CHECK(gnutls_pkcs12_bag_get_data(bag, 0, &d) == 0);
	CHECK(gnutls_x509_privkey_import_pkcs8(key, &d, GNUTLS_X509_FMT_DER, "x", 0) == 0);
	CHECK(gnutls_pkcs12_bag_set_privkey(bag, key, "x", 0) == GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_pkcs12_bag_decrypt(bag, "x") == GNUTLS_E_INVALID_REQUEST);
	gnutls_pkcs12_bag_deinit(bag);
#ifdef OURS
	/* GnuTLS marks a key that it did not encrypt as encrypted. */
	bag = new_bag();
	CHECK(gnutls_pkcs12_bag_set_privkey(bag, key, "x", GNUTLS_PKCS_PLAIN) == 0);
	CHECK(gnutls_pkcs12_bag_get_type(bag, 0) == GNUTLS_BAG_PKCS8_KEY);
	CHECK(gnutls_pkcs12_bag_set_data(bag, GNUTLS_BAG_CRL, NULL) == GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_pkcs12_bag_set_crt(bag, NULL) == GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_pkcs12_bag_set_crl(bag, NULL) == GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_pkcs12_bag_init(NULL) == GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_pkcs12_bag_get_data(bag, 0, NULL) == GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_pkcs12_bag_get_key_id(bag, 0, NULL) == GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_pkcs12_bag_set_key_id(bag, 0, NULL) == GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_pkcs12_bag_get_friendly_name(bag, 0, NULL) == GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_pkcs12_bag_set_friendly_name(bag, 0, NULL) == GNUTLS_E_INVALID_REQUEST);
	gnutls_pkcs12_bag_deinit(bag);
#endif
	gnutls_x509_crt_deinit(crt);
	gnutls_x509_crt_deinit(no_crt);
	gnutls_x509_crl_deinit(crl);
	gnutls_x509_crl_deinit(no_crl);
	gnutls_x509_privkey_deinit(key);
}

/* Scheme, cipher and identifier of what is written; iterations are counted from 600000. */
static const struct {
	unsigned flags, schema, cipher;
	const char *oid;
} schemes[] = {
	{ 0, GNUTLS_PKCS_PBES2_AES_256, GNUTLS_CIPHER_AES_256_CBC, "1.2.840.113549.1.5.13" },
	{ GNUTLS_PKCS_PKCS12_3DES, GNUTLS_PKCS_PKCS12_3DES, GNUTLS_CIPHER_3DES_CBC, "1.2.840.113549.1.12.1.3" },
	{ GNUTLS_PKCS_PKCS12_ARCFOUR, GNUTLS_PKCS_PKCS12_ARCFOUR, GNUTLS_CIPHER_ARCFOUR_128, "1.2.840.113549.1.12.1.1" },
	{ GNUTLS_PKCS_PKCS12_RC2_40, GNUTLS_PKCS_PKCS12_RC2_40, GNUTLS_CIPHER_RC2_40_CBC, "1.2.840.113549.1.12.1.6" },
	{ GNUTLS_PKCS_PBES2_3DES, GNUTLS_PKCS_PBES2_3DES, GNUTLS_CIPHER_3DES_CBC, "1.2.840.113549.1.5.13" },
	{ GNUTLS_PKCS_PBES2_AES_128, GNUTLS_PKCS_PBES2_AES_128, GNUTLS_CIPHER_AES_128_CBC, "1.2.840.113549.1.5.13" },
	{ GNUTLS_PKCS_PBES2_AES_192, GNUTLS_PKCS_PBES2_AES_192, GNUTLS_CIPHER_AES_192_CBC, "1.2.840.113549.1.5.13" },
	{ GNUTLS_PKCS_PBES2_DES, GNUTLS_PKCS_PBES2_DES, GNUTLS_CIPHER_DES_CBC, "1.2.840.113549.1.5.13" },
	{ GNUTLS_PKCS_PKCS12_3DES | GNUTLS_PKCS_PKCS12_ARCFOUR, GNUTLS_PKCS_PBES2_AES_256, GNUTLS_CIPHER_AES_256_CBC,
	  "1.2.840.113549.1.5.13" },
};

static void encryption(void)
{
	gnutls_pkcs12_bag_t bag = new_bag();
	gnutls_datum_t id = text("id"), d;
	char *name, *oid;

	CHECK(gnutls_pkcs12_bag_set_data(bag, GNUTLS_BAG_CERTIFICATE, &small) == 0);
	CHECK(gnutls_pkcs12_bag_set_key_id(bag, 0, &id) == 0);
	CHECK(gnutls_pkcs12_bag_set_friendly_name(bag, 0, "name") == 0);
	CHECK(gnutls_pkcs12_bag_enc_info(bag, NULL, NULL, NULL, NULL, NULL, &oid) == GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_pkcs12_bag_enc_info(NULL, NULL, NULL, NULL, NULL, NULL, &oid) == GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_pkcs12_bag_decrypt(bag, "x") == GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_pkcs12_bag_decrypt(NULL, "x") == GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_pkcs12_bag_encrypt(NULL, "x", 0) == GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_pkcs12_bag_encrypt(bag, "x", GNUTLS_PKCS_PLAIN) == GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_pkcs12_bag_encrypt(bag, "x", GNUTLS_PKCS_PBES1_DES_MD5) == GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_pkcs12_bag_encrypt(bag, "\xff", 0) == GNUTLS_E_INVALID_UTF8_STRING);
	CHECK(gnutls_pkcs12_bag_encrypt(bag, "a\001", 0) == GNUTLS_E_INVALID_PASSWORD_STRING);
	for (unsigned i = 0; i < COUNT(schemes); i++) {
		unsigned schema = 0, cipher = 0, iterations = 0, size = 64;
		unsigned char salt[64];

		CHECK(gnutls_pkcs12_bag_encrypt(bag, "x", schemes[i].flags) == 0);
		CHECK(gnutls_pkcs12_bag_get_count(bag) == 1 && gnutls_pkcs12_bag_get_type(bag, 0) == GNUTLS_BAG_ENCRYPTED);
		CHECK(gnutls_pkcs12_bag_get_key_id(bag, 0, &d) == 0 && d.size == 0);
		CHECK(gnutls_pkcs12_bag_get_friendly_name(bag, 0, &name) == 0 && name == NULL);
		CHECK(gnutls_pkcs12_bag_encrypt(bag, "x", 0) == GNUTLS_E_INVALID_REQUEST);
		CHECK(gnutls_pkcs12_bag_set_data(bag, GNUTLS_BAG_CRL, &small) == GNUTLS_E_INVALID_REQUEST);
		oid = NULL;
		CHECK(gnutls_pkcs12_bag_enc_info(bag, &schema, &cipher, salt, &size, &iterations, &oid) == 0);
		CHECK(schema == schemes[i].schema && cipher == schemes[i].cipher && iterations == 600000);
		CHECK(size >= 8 && size <= 32);
		CHECK(oid && strcmp(oid, schemes[i].oid) == 0);
		gnutls_free(oid);
		size = 2;
		CHECK(gnutls_pkcs12_bag_enc_info(bag, NULL, NULL, salt, &size, NULL, NULL) == GNUTLS_E_SHORT_MEMORY_BUFFER);
		CHECK(size >= 8);
		size = 0;
		CHECK(gnutls_pkcs12_bag_enc_info(bag, NULL, NULL, NULL, &size, NULL, NULL) == 0 && size >= 8);
		CHECK(gnutls_pkcs12_bag_decrypt(bag, "x") == 0);
		CHECK(gnutls_pkcs12_bag_get_type(bag, 0) == GNUTLS_BAG_CERTIFICATE);
		CHECK(gnutls_pkcs12_bag_get_data(bag, 0, &d) == 0 && same(&d, &small));
		CHECK(gnutls_pkcs12_bag_get_key_id(bag, 0, &d) == 0 && is(&d, "id"));
		CHECK(gnutls_pkcs12_bag_get_friendly_name(bag, 0, &name) == 0 && name && strcmp(name, "name") == 0);
	}
	/* A wrong password leaves the bag encrypted. */
	CHECK(gnutls_pkcs12_bag_encrypt(bag, "\xc3\xa9", GNUTLS_PKCS_PBES2_AES_128) == 0);
	CHECK(gnutls_pkcs12_bag_decrypt(bag, "y") == GNUTLS_E_DECRYPTION_FAILED);
	CHECK(gnutls_pkcs12_bag_decrypt(bag, NULL) == GNUTLS_E_DECRYPTION_FAILED);
	CHECK(gnutls_pkcs12_bag_get_type(bag, 0) == GNUTLS_BAG_ENCRYPTED);
	CHECK(gnutls_pkcs12_bag_decrypt(bag, "\xc3\xa9") == 0);
	/* To PKCS #12 no password is not an empty one, to PBES2 it is. */
	CHECK(gnutls_pkcs12_bag_encrypt(bag, NULL, GNUTLS_PKCS_PKCS12_3DES) == 0);
	CHECK(gnutls_pkcs12_bag_decrypt(bag, "") == GNUTLS_E_DECRYPTION_FAILED);
	CHECK(gnutls_pkcs12_bag_decrypt(bag, NULL) == 0);
	CHECK(gnutls_pkcs12_bag_encrypt(bag, "", GNUTLS_PKCS_PBES2_AES_128) == 0);
	CHECK(gnutls_pkcs12_bag_decrypt(bag, NULL) == 0);
	gnutls_pkcs12_bag_deinit(bag);
}

int main(void)
{
	elements();
	many();
	attributes();
	objects();
	encryption();
	return check_result();
}
