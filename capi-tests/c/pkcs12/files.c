/* PKCS #12 files: reading those of other programs, the MAC, taking out key and chain, and writing. */
#define _GNU_SOURCE /* memmem */
#include <gnutls/gnutls.h>
#include <gnutls/pkcs12.h>
#include <gnutls/x509.h>
#include <stdlib.h>
#include <string.h>
#include "check.h"
#include "datum.h"
#include "files.h"

#define COUNT(a) (sizeof(a) / sizeof((a)[0]))

static const gnutls_datum_t small = { (unsigned char *)"\x30\x03\x02\x01\x05", 5 };

static gnutls_pkcs12_t new_file(void)
{
	gnutls_pkcs12_t p12;

	CHECK(gnutls_pkcs12_init(&p12) == 0);
	return p12;
}

static gnutls_pkcs12_t file(const char *pem)
{
	gnutls_pkcs12_t p12 = new_file();
	gnutls_datum_t d = text(pem);

	CHECK(gnutls_pkcs12_import(p12, &d, GNUTLS_X509_FMT_PEM, 0) == 0);
	return p12;
}

static int has_name(gnutls_x509_crt_t crt, const char *name)
{
	char cn[64];
	size_t size = sizeof cn;

	return gnutls_x509_crt_get_dn_by_oid(crt, GNUTLS_OID_X520_COMMON_NAME, 0, 0, cn, &size) == 0 && strcmp(cn, name) == 0;
}

static void free_list(gnutls_x509_crt_t *list, unsigned n)
{
	for (unsigned i = 0; i < n; i++)
		gnutls_x509_crt_deinit(list[i]);
	gnutls_free(list);
}

/* What is in a file: the names of the chain and of the other certificates, with flags and without. */
static const struct contents {
	const char *pem, *password;
	gnutls_mac_algorithm_t mac;
	unsigned iterations;
	const char *chain[3], *extra[3];
} contents[] = {
	{ modern_p12, "x", GNUTLS_MAC_SHA256, 2048, { "EE", "CA" }, { "OT" } },
	{ legacy_p12, "x", GNUTLS_MAC_SHA1, 2048, { "EE", "CA" }, { "OT" } },
	{ open_p12, "x", GNUTLS_MAC_SHA256, 2048, { "EE" }, { NULL } },
	{ empty_password_p12, "", GNUTLS_MAC_SHA256, 2048, { "EE" }, { NULL } },
	{ utf8_password_p12, "p\xc3\xa4ssw\xc3\xb6rt", GNUTLS_MAC_SHA1, 2048, { "EE" }, { NULL } },
	{ sha512_p12, "x", GNUTLS_MAC_SHA512, 2048, { "EE" }, { NULL } },
	{ java_p12, "changeit", GNUTLS_MAC_SHA256, 10000, { "java" }, { NULL } },
	{ nss_p12, "x", GNUTLS_MAC_SHA256, 600000, { "EE", "CA" }, { NULL } },
};

static unsigned count(const char *const *names)
{
	unsigned n = 0;

	while (n < 3 && names[n])
		n++;
	return n;
}

static void reads(const struct contents *c)
{
	gnutls_pkcs12_t p12 = file(c->pem);
	gnutls_x509_privkey_t key;
	gnutls_x509_crt_t *chain, *extra;
	gnutls_x509_crl_t crl = (gnutls_x509_crl_t)p12;
	unsigned mac = 0, iterations = 0, size, n, m;
	unsigned char salt[64], id[20], of_key[20];
	size_t id_size = sizeof id, key_size = sizeof of_key;
	char *oid = NULL;

	size = sizeof salt;
	CHECK(gnutls_pkcs12_mac_info(p12, &mac, salt, &size, &iterations, &oid) == 0);
	CHECK(mac == c->mac && size >= 8 && oid && iterations == c->iterations);
	gnutls_free(oid);
	size = 2;
	CHECK(gnutls_pkcs12_mac_info(p12, NULL, salt, &size, NULL, NULL) == GNUTLS_E_SHORT_MEMORY_BUFFER && size >= 8);
	CHECK(gnutls_pkcs12_mac_info(p12, NULL, NULL, &size, NULL, NULL) == 0 && size >= 8);
	CHECK(gnutls_pkcs12_mac_info(p12, NULL, NULL, NULL, NULL, NULL) == 0);
	CHECK(gnutls_pkcs12_verify_mac(p12, c->password) == 0);
	CHECK(gnutls_pkcs12_verify_mac(p12, "wrong") == GNUTLS_E_MAC_VERIFY_FAILED);
	CHECK(gnutls_pkcs12_verify_mac(p12, NULL) == GNUTLS_E_MAC_VERIFY_FAILED);

	/* Without the flag the self-signed authority is not part of the chain. */
	CHECK(gnutls_pkcs12_simple_parse(p12, c->password, &key, &chain, &n, &extra, &m, &crl, 0) == 0);
	CHECK(n == 1 && has_name(chain[0], c->chain[0]) && crl == NULL);
	CHECK(m == count(c->chain) - 1 + count(c->extra));
	CHECK((m == 0) == (extra == NULL));
	CHECK(gnutls_x509_crt_get_key_id(chain[0], 0, id, &id_size) == 0);
	CHECK(gnutls_x509_privkey_get_key_id(key, 0, of_key, &key_size) == 0);
	CHECK(id_size == key_size && memcmp(id, of_key, id_size) == 0);
	free_list(chain, n);
	free_list(extra, m);
	gnutls_x509_privkey_deinit(key);

	CHECK(gnutls_pkcs12_simple_parse(p12, c->password, &key, &chain, &n, &extra, &m, NULL,
					 GNUTLS_PKCS12_SP_INCLUDE_SELF_SIGNED) == 0);
	CHECK(n == count(c->chain) && m == count(c->extra));
	for (unsigned i = 0; i < n; i++)
		CHECK(has_name(chain[i], c->chain[i]));
	for (unsigned i = 0; i < m; i++)
		CHECK(has_name(extra[i], c->extra[i]));
	free_list(chain, n);
	free_list(extra, m);
	gnutls_x509_privkey_deinit(key);

	CHECK(gnutls_pkcs12_simple_parse(p12, c->password, &key, NULL, NULL, NULL, NULL, NULL, 0) == 0);
	gnutls_x509_privkey_deinit(key);
	if (c->pem != open_p12) {
		key = (gnutls_x509_privkey_t)p12;
		chain = (gnutls_x509_crt_t *)p12;
		CHECK(gnutls_pkcs12_simple_parse(p12, "wrong", &key, &chain, &n, NULL, NULL, &crl, 0) == GNUTLS_E_DECRYPTION_FAILED);
		CHECK(key == NULL && chain == (gnutls_x509_crt_t *)p12);
		CHECK(gnutls_pkcs12_simple_parse(p12, NULL, &key, &chain, &n, NULL, NULL, &crl, 0) == GNUTLS_E_DECRYPTION_FAILED);
	}
	gnutls_pkcs12_deinit(p12);
}

/* Files in which something is missing. */
static void incomplete(void)
{
	gnutls_pkcs12_t p12 = file(nokeys_p12);
	gnutls_x509_privkey_t key;
	gnutls_x509_crt_t *chain;
	gnutls_pkcs12_bag_t bag;
	unsigned n;

	CHECK(gnutls_pkcs12_simple_parse(p12, "x", &key, &chain, &n, NULL, NULL, NULL, 0) == GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE);
	CHECK(key == NULL);
	gnutls_pkcs12_deinit(p12);
	p12 = file(nocerts_p12);
	CHECK(gnutls_pkcs12_simple_parse(p12, "x", &key, &chain, &n, NULL, NULL, NULL, 0) == GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE);
	CHECK(key == NULL);
	CHECK(gnutls_pkcs12_simple_parse(p12, "x", &key, NULL, NULL, NULL, NULL, NULL, 0) == 0);
	gnutls_x509_privkey_deinit(key);
	gnutls_pkcs12_deinit(p12);
	p12 = file(nomac_p12);
	CHECK(gnutls_pkcs12_verify_mac(p12, "x") == GNUTLS_E_ASN1_ELEMENT_NOT_FOUND);
	CHECK(gnutls_pkcs12_mac_info(p12, NULL, NULL, NULL, NULL, NULL) == GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_pkcs12_simple_parse(p12, "x", &key, &chain, &n, NULL, NULL, NULL, 0) == 0);
	free_list(chain, n);
	gnutls_x509_privkey_deinit(key);
	gnutls_pkcs12_deinit(p12);
	/* A secret of Java. */
	p12 = file(secret_p12);
	CHECK(gnutls_pkcs12_bag_init(&bag) == 0);
	CHECK(gnutls_pkcs12_verify_mac(p12, "changeit") == 0);
	CHECK(gnutls_pkcs12_get_bag(p12, 0, bag) == 0);
	CHECK(gnutls_pkcs12_bag_get_type(bag, 0) == GNUTLS_BAG_SECRET);
	CHECK(gnutls_pkcs12_simple_parse(p12, "changeit", &key, NULL, NULL, NULL, NULL, NULL, 0) == GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE);
	gnutls_pkcs12_bag_deinit(bag);
	gnutls_pkcs12_deinit(p12);
}

/* Bag by bag, and names beyond the BMP. */
static void bags(void)
{
	gnutls_pkcs12_t p12 = file(java_p12);
	gnutls_pkcs12_bag_t bag;
	gnutls_datum_t d;
	char *name = NULL;

	CHECK(gnutls_pkcs12_bag_init(&bag) == 0);
	CHECK(gnutls_pkcs12_get_bag(p12, 0, bag) == 0);
	CHECK(gnutls_pkcs12_bag_get_type(bag, 0) == GNUTLS_BAG_PKCS8_ENCRYPTED_KEY);
	CHECK(gnutls_pkcs12_bag_get_friendly_name(bag, 0, &name) == 0 && name && strcmp(name, "a\xf0\x9f\x98\x80") == 0);
	CHECK(gnutls_pkcs12_bag_get_key_id(bag, 0, &d) == 0 && d.size > 5 && memcmp(d.data, "Time ", 5) == 0);
	CHECK(gnutls_pkcs12_get_bag(p12, 1, bag) == 0);
	CHECK(gnutls_pkcs12_bag_get_type(bag, 0) == GNUTLS_BAG_ENCRYPTED);
	CHECK(gnutls_pkcs12_bag_decrypt(bag, "changeit") == 0);
	CHECK(gnutls_pkcs12_bag_get_count(bag) == 1 && gnutls_pkcs12_bag_get_type(bag, 0) == GNUTLS_BAG_CERTIFICATE);
	CHECK(gnutls_pkcs12_get_bag(p12, 2, bag) == GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE);
	CHECK(gnutls_pkcs12_get_bag(p12, -1, bag) == GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE);
	CHECK(gnutls_pkcs12_get_bag(NULL, 0, bag) == GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_pkcs12_set_bag(NULL, bag) == GNUTLS_E_INVALID_REQUEST);
	gnutls_pkcs12_deinit(p12);
	/* A new bag, for GnuTLS leaves some of what was in the old one. */
	gnutls_pkcs12_bag_deinit(bag);
	CHECK(gnutls_pkcs12_bag_init(&bag) == 0);
	p12 = file(modern_p12);
	CHECK(gnutls_pkcs12_get_bag(p12, 1, bag) == 0);
	name = NULL;
	CHECK(gnutls_pkcs12_bag_get_friendly_name(bag, 0, &name) == 0 && name && strcmp(name, "fr\xc3\xaf" "end") == 0);
#ifdef OURS
	CHECK(gnutls_pkcs12_get_bag(p12, 0, NULL) == GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_pkcs12_set_bag(p12, NULL) == GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_pkcs12_simple_parse(p12, "x", NULL, NULL, NULL, NULL, NULL, NULL, 0) == GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_pkcs12_init(NULL) == GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_pkcs12_import(p12, NULL, GNUTLS_X509_FMT_DER, 0) == GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_pkcs12_export2(p12, GNUTLS_X509_FMT_DER, NULL) == GNUTLS_E_INVALID_REQUEST);
#endif
	gnutls_pkcs12_bag_deinit(bag);
	gnutls_pkcs12_deinit(p12);
	gnutls_pkcs12_deinit(NULL);
}

static void export(void)
{
	gnutls_pkcs12_t p12 = file(modern_p12);
	gnutls_datum_t der, pem;
	unsigned char *buffer;
	size_t size = 0;

	CHECK(gnutls_pkcs12_export2(p12, GNUTLS_X509_FMT_DER, &der) == 0);
	CHECK(gnutls_pkcs12_export2(p12, GNUTLS_X509_FMT_PEM, &pem) == 0);
	CHECK(strcmp((char *)pem.data, modern_p12) == 0);
	CHECK(gnutls_pkcs12_export(p12, GNUTLS_X509_FMT_DER, NULL, &size) == GNUTLS_E_SHORT_MEMORY_BUFFER && size == der.size);
	buffer = malloc(size);
	CHECK(gnutls_pkcs12_export(p12, GNUTLS_X509_FMT_DER, buffer, &size) == 0 && size == der.size);
	CHECK(memcmp(buffer, der.data, size) == 0);
	size = 0;
	CHECK(gnutls_pkcs12_export(p12, GNUTLS_X509_FMT_PEM, NULL, &size) == GNUTLS_E_SHORT_MEMORY_BUFFER && size == pem.size + 1);
	free(buffer);
	buffer = malloc(size);
	CHECK(gnutls_pkcs12_export(p12, GNUTLS_X509_FMT_PEM, buffer, &size) == 0 && size == pem.size);
	CHECK(memcmp(buffer, pem.data, size) == 0);
	free(buffer);
	gnutls_free(der.data);
	gnutls_free(pem.data);
	CHECK(gnutls_pkcs12_export(NULL, GNUTLS_X509_FMT_DER, NULL, &size) == GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_pkcs12_export2(NULL, GNUTLS_X509_FMT_DER, &der) == GNUTLS_E_INVALID_REQUEST);
	gnutls_pkcs12_deinit(p12);

	/* Nothing is in it yet. */
	p12 = new_file();
	CHECK(gnutls_pkcs12_export2(p12, GNUTLS_X509_FMT_DER, &der) == GNUTLS_E_ASN1_VALUE_NOT_FOUND);
	CHECK(gnutls_pkcs12_verify_mac(p12, "x") == GNUTLS_E_ASN1_VALUE_NOT_FOUND);
	CHECK(gnutls_pkcs12_generate_mac(p12, "x") == GNUTLS_E_ASN1_VALUE_NOT_FOUND);
	CHECK(gnutls_pkcs12_mac_info(p12, NULL, NULL, NULL, NULL, NULL) == GNUTLS_E_INVALID_REQUEST);
	gnutls_pkcs12_deinit(p12);
	CHECK(gnutls_pkcs12_verify_mac(NULL, "x") == GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_pkcs12_generate_mac(NULL, "x") == GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_pkcs12_generate_mac2(NULL, GNUTLS_MAC_SHA1, "x") == GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_pkcs12_mac_info(NULL, NULL, NULL, NULL, NULL, NULL) == GNUTLS_E_INVALID_REQUEST);
}

/* Every kind of element. */
static void writes(void)
{
	static const gnutls_pkcs12_bag_type_t types[] = {
		GNUTLS_BAG_SECRET, GNUTLS_BAG_CERTIFICATE, GNUTLS_BAG_CRL, GNUTLS_BAG_PKCS8_KEY, GNUTLS_BAG_EMPTY, 77,
	};
	gnutls_pkcs12_t p12 = new_file(), again = new_file();
	gnutls_pkcs12_bag_t bag;
	gnutls_datum_t id = text("id"), der, d;
	unsigned mac, size = 64, iterations;
	unsigned char salt[64];
	char *name = NULL, *oid;

	CHECK(gnutls_pkcs12_bag_init(&bag) == 0);
	CHECK(gnutls_pkcs12_set_bag(p12, bag) == 0);
	for (unsigned i = 0; i < COUNT(types); i++)
		CHECK(gnutls_pkcs12_bag_set_data(bag, types[i], &small) == (int)i);
	CHECK(gnutls_pkcs12_bag_set_key_id(bag, 1, &id) == 0);
	CHECK(gnutls_pkcs12_bag_set_friendly_name(bag, 1, "name") == 0);
	CHECK(gnutls_pkcs12_bag_set_friendly_name(bag, 2, "") == 0);
	CHECK(gnutls_pkcs12_set_bag(p12, bag) == 0);
	CHECK(gnutls_pkcs12_generate_mac(p12, "x") == 0);
	CHECK(gnutls_pkcs12_mac_info(p12, &mac, salt, &size, &iterations, &oid) == 0);
	CHECK(mac == GNUTLS_MAC_SHA256 && size == 8 && iterations == 600000 && strcmp(oid, "2.16.840.1.101.3.4.2.1") == 0);
	gnutls_free(oid);
	CHECK(gnutls_pkcs12_export2(p12, GNUTLS_X509_FMT_DER, &der) == 0);
	CHECK(gnutls_pkcs12_import(again, &der, GNUTLS_X509_FMT_DER, 0) == 0);
	gnutls_free(der.data);
	CHECK(gnutls_pkcs12_verify_mac(again, "x") == 0);
	gnutls_pkcs12_bag_deinit(bag);
	CHECK(gnutls_pkcs12_bag_init(&bag) == 0);
	CHECK(gnutls_pkcs12_get_bag(again, 0, bag) == 0 && gnutls_pkcs12_bag_get_count(bag) == 0);
	CHECK(gnutls_pkcs12_get_bag(again, 1, bag) == 0 && gnutls_pkcs12_bag_get_count(bag) == 4);
	for (unsigned i = 0; i < 4; i++) {
		CHECK(gnutls_pkcs12_bag_get_type(bag, i) == (int)types[i]);
		CHECK(gnutls_pkcs12_bag_get_data(bag, i, &d) == 0 && d.size == small.size && memcmp(d.data, small.data, d.size) == 0);
	}
	CHECK(gnutls_pkcs12_bag_get_key_id(bag, 1, &d) == 0 && d.size == 2 && memcmp(d.data, "id", 2) == 0);
	CHECK(gnutls_pkcs12_bag_get_friendly_name(bag, 1, &name) == 0 && name && strcmp(name, "name") == 0);
	CHECK(gnutls_pkcs12_bag_get_friendly_name(bag, 2, &name) == 0 && name == NULL);
	gnutls_pkcs12_deinit(p12);
	gnutls_pkcs12_deinit(again);
	gnutls_pkcs12_bag_deinit(bag);
}

/* The bytes that GnuTLS writes. */
static void bytes(void)
{
	gnutls_pkcs12_t p12 = new_file();
	gnutls_pkcs12_bag_t bag;
	gnutls_datum_t der;
	static const unsigned char want[] = {
		0x30, 0x39, 0x06, 0x09, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x07, 0x01, 0xa0, 0x2c, 0x04, 0x2a, 0x30, 0x28, 0x30,
		0x26, 0x06, 0x0b, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x0c, 0x0a, 0x01, 0x05, 0xa0, 0x17, 0x30, 0x15, 0x06, 0x0a,
		0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x09, 0x19, 0x03, 0xa0, 0x07, 0x04, 0x05, 0x30, 0x03, 0x02, 0x01, 0x05,
	};

	CHECK(gnutls_pkcs12_bag_init(&bag) == 0);
	CHECK(gnutls_pkcs12_bag_set_data(bag, GNUTLS_BAG_SECRET, &small) == 0);
	CHECK(gnutls_pkcs12_set_bag(p12, bag) == 0);
	CHECK(gnutls_pkcs12_generate_mac2(p12, GNUTLS_MAC_SHA1, "x") == 0);
	CHECK(gnutls_pkcs12_export2(p12, GNUTLS_X509_FMT_DER, &der) == 0);
	CHECK(der.size == 0x86 && memmem(der.data, der.size, want, sizeof want) != NULL);
	gnutls_free(der.data);
	gnutls_pkcs12_bag_deinit(bag);
	gnutls_pkcs12_deinit(p12);
}

static void macs(void)
{
	static const gnutls_mac_algorithm_t made[] = { GNUTLS_MAC_SHA1, GNUTLS_MAC_SHA224, GNUTLS_MAC_SHA384, GNUTLS_MAC_SHA512 };
	static const gnutls_mac_algorithm_t unused[] = { GNUTLS_MAC_MD5, GNUTLS_MAC_MD2, GNUTLS_MAC_SHA3_256, GNUTLS_MAC_AEAD };
	gnutls_pkcs12_t p12 = file(open_p12);
	unsigned mac;

	for (unsigned i = 0; i < COUNT(made); i++) {
		CHECK(gnutls_pkcs12_generate_mac2(p12, made[i], "x") == 0);
		CHECK(gnutls_pkcs12_mac_info(p12, &mac, NULL, NULL, NULL, NULL) == 0 && mac == made[i]);
		CHECK(gnutls_pkcs12_verify_mac(p12, "x") == 0);
	}
	CHECK(gnutls_pkcs12_verify_mac(p12, "y") == GNUTLS_E_MAC_VERIFY_FAILED);
	/* No password is not an empty one. On 3.8.13 it crashes. */
	if (!REFERENCE_3_8) {
		CHECK(gnutls_pkcs12_generate_mac2(p12, GNUTLS_MAC_SHA1, NULL) == 0);
		CHECK(gnutls_pkcs12_verify_mac(p12, NULL) == 0);
		CHECK(gnutls_pkcs12_verify_mac(p12, "") == GNUTLS_E_MAC_VERIFY_FAILED);
	}
	CHECK(gnutls_pkcs12_generate_mac2(p12, GNUTLS_MAC_SHA1, "\xf0\x9f\x98\x80") == 0);
	CHECK(gnutls_pkcs12_verify_mac(p12, "\xf0\x9f\x98\x80") == 0);
	/* Passwords are not brought to a normal form. */
	CHECK(gnutls_pkcs12_generate_mac2(p12, GNUTLS_MAC_SHA1, "a\001") == 0);
	CHECK(gnutls_pkcs12_verify_mac(p12, "a\001") == 0);
	for (unsigned i = 0; i < COUNT(unused); i++)
		CHECK(gnutls_pkcs12_generate_mac2(p12, unused[i], "x") == GNUTLS_E_UNIMPLEMENTED_FEATURE);
	CHECK(gnutls_pkcs12_generate_mac2(p12, GNUTLS_MAC_UNKNOWN, "x") == GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_pkcs12_generate_mac2(p12, 999, "x") == GNUTLS_E_INVALID_REQUEST);
#ifdef OURS
	/* GnuTLS has GNUTLS_E_MEMORY_ERROR for both. */
	CHECK(gnutls_pkcs12_generate_mac2(p12, GNUTLS_MAC_SHA1, "\xff") == GNUTLS_E_INVALID_UTF8_STRING);
	CHECK(gnutls_pkcs12_verify_mac(p12, "\xff") == GNUTLS_E_MAC_VERIFY_FAILED);
	/* What fails leaves the MAC that there was. */
	CHECK(gnutls_pkcs12_verify_mac(p12, "a\001") == 0);
#endif
	gnutls_pkcs12_deinit(p12);
}

/* RFC 9579, which 3.8 knows. */
static void pbmac1(void)
{
#if GNUTLS_VERSION_NUMBER >= 0x030808
	gnutls_pkcs12_t p12 = new_file();
	gnutls_pkcs12_bag_t bag;
	unsigned mac = 0, iterations = 0, size = 64;
	unsigned char salt[64];
	char *oid = NULL;

	CHECK(gnutls_pkcs12_bag_init(&bag) == 0);
	CHECK(gnutls_pkcs12_bag_set_data(bag, GNUTLS_BAG_SECRET, &small) == 0);
	CHECK(gnutls_pkcs12_set_bag(p12, bag) == 0);
	CHECK(gnutls_pkcs12_generate_mac3(p12, 999, "x", GNUTLS_PKCS12_USE_PBMAC1) == GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_pkcs12_generate_mac3(p12, GNUTLS_MAC_SHA512, "x", GNUTLS_PKCS12_USE_PBMAC1) == 0);
	CHECK(gnutls_pkcs12_mac_info(p12, &mac, salt, &size, &iterations, &oid) == 0);
	CHECK(mac == GNUTLS_MAC_PBMAC1 && size == 8 && iterations == 600000 && strcmp(oid, "1.2.840.113549.1.5.14") == 0);
	gnutls_free(oid);
	CHECK(gnutls_pkcs12_verify_mac(p12, "x") == 0);
	CHECK(gnutls_pkcs12_verify_mac(p12, "y") == GNUTLS_E_MAC_VERIFY_FAILED);
	CHECK(gnutls_pkcs12_generate_mac3(p12, GNUTLS_MAC_SHA256, "x", 0) == 0);
	CHECK(gnutls_pkcs12_mac_info(p12, &mac, NULL, NULL, NULL, NULL) == 0 && mac == GNUTLS_MAC_SHA256);
	CHECK(gnutls_pkcs12_verify_mac(p12, "x") == 0);
#ifdef OURS
	/* GnuTLS makes none in the place of another. */
	CHECK(gnutls_pkcs12_generate_mac3(p12, GNUTLS_MAC_SHA1, "x", GNUTLS_PKCS12_USE_PBMAC1) == 0);
	CHECK(gnutls_pkcs12_verify_mac(p12, "x") == 0);
	CHECK(gnutls_pkcs12_generate_mac3(NULL, GNUTLS_MAC_SHA1, "x", 0) == GNUTLS_E_INVALID_REQUEST);
#endif
	gnutls_pkcs12_bag_deinit(bag);
	gnutls_pkcs12_deinit(p12);
#endif
}

#if GNUTLS_VERSION_NUMBER >= 0x030808
/* The DER with other bytes in the place of some, and the lengths of what is around them. */
static gnutls_datum_t splice(const gnutls_datum_t *der, size_t at, size_t gone, const unsigned char *with, size_t n)
{
	gnutls_datum_t out = { malloc(der->size + n), der->size + n - gone };
	unsigned char *d = out.data;
	size_t p = 0, header, len;

	memcpy(d, der->data, at);
	memcpy(d + at, with, n);
	memcpy(d + at + n, der->data + at + gone, der->size - at - gone);
	while (p < at) {
		header = d[p + 1] < 0x80 ? 2 : d[p + 1] - 0x80 + 2;
		len = header == 2 ? d[p + 1] : header == 3 ? d[p + 2] : d[p + 2] * 256u + d[p + 3];
		if (p + header + len <= at) {
			p += header + len;
			continue;
		}
		len += n - gone;
		d[p + header - 1] = len;
		if (header == 4)
			d[p + 2] = len >> 8;
		p += header;
	}
	return out;
}

static int verified(const gnutls_datum_t *der)
{
	gnutls_pkcs12_t p12 = new_file();
	int r = gnutls_pkcs12_import(p12, der, GNUTLS_X509_FMT_DER, 0);

	if (r == 0)
		r = gnutls_pkcs12_verify_mac(p12, "1234");
	gnutls_pkcs12_deinit(p12);
	return r;
}
#endif

/* Files of OpenSSL's, valid and changed as those of RFC 9579 section A. */
static void pbmac1_files(void)
{
#if GNUTLS_VERSION_NUMBER >= 0x030808
	static const unsigned char iterations_of[] = { 0x02, 0x02, 0x08, 0x00, 0x02 }, absurd[] = { 0x02, 0x04, 0x7f, 0xff, 0xff, 0xff };
	static const char *const texts[] = { pbmac1_256_256_p12, pbmac1_256_512_p12, pbmac1_512_512_p12 };

	for (unsigned i = 0; i < COUNT(texts); i++) {
		gnutls_pkcs12_t p12 = file(texts[i]);
		gnutls_datum_t der, changed;
		unsigned mac = 0, iterations = 0;
		unsigned char *at;

		CHECK(gnutls_pkcs12_mac_info(p12, &mac, NULL, NULL, &iterations, NULL) == 0);
		CHECK(mac == GNUTLS_MAC_PBMAC1 && iterations == 2048);
		CHECK(gnutls_pkcs12_verify_mac(p12, "1234") == 0);
		CHECK(gnutls_pkcs12_verify_mac(p12, "12345") == GNUTLS_E_MAC_VERIFY_FAILED);
		CHECK(gnutls_pkcs12_export2(p12, GNUTLS_X509_FMT_DER, &der) == 0);
		gnutls_pkcs12_deinit(p12);
		at = memmem(der.data, der.size, iterations_of, sizeof iterations_of);
		CHECK(at != NULL && verified(&der) == 0);
		if (!at)
			continue;
		/* Another count of iterations, another salt, no size of the key. */
		at[3] ^= 1;
		CHECK(verified(&der) == GNUTLS_E_MAC_VERIFY_FAILED);
		at[3] ^= 1;
		at[-1] ^= 1;
		CHECK(verified(&der) == GNUTLS_E_MAC_VERIFY_FAILED);
		at[-1] ^= 1;
		changed = splice(&der, at + 4 - der.data, 3, absurd, 0);
		CHECK(verified(&changed) < 0);
		free(changed.data);
		/* A count that nobody waits for. GnuTLS does. */
		changed = splice(&der, at - der.data, 4, absurd, sizeof absurd);
#ifdef OURS
		CHECK(verified(&changed) == GNUTLS_E_ILLEGAL_PARAMETER);
#endif
		free(changed.data);
		gnutls_free(der.data);
	}
#endif
}

/* A file of certtool's, whose certificate GOST 28147-89 encrypts. */
static void gost(void)
{
	gnutls_pkcs12_t p12 = file(gost_p12);
	gnutls_pkcs12_bag_t bag;
#ifdef OURS
	gnutls_datum_t der;
	gnutls_x509_crt_t crt;
#endif
	unsigned mac = 0, iterations = 0, flags = 0, cipher = 0;
	unsigned size = 0;
	char *oid = NULL;

	CHECK(gnutls_pkcs12_mac_info(p12, &mac, NULL, NULL, &iterations, NULL) == 0);
	CHECK(mac == GNUTLS_MAC_STREEBOG_256 && iterations == 600000);
	CHECK(gnutls_pkcs12_bag_init(&bag) == 0);
	CHECK(gnutls_pkcs12_get_bag(p12, 0, bag) == 0);
	CHECK(gnutls_pkcs12_bag_get_type(bag, 0) == GNUTLS_BAG_ENCRYPTED);
	CHECK(gnutls_pkcs12_bag_enc_info(bag, &flags, &cipher, NULL, &size, &iterations, &oid) == 0);
	CHECK(flags == GNUTLS_PKCS_PBES2_GOST_TC26Z && cipher == GNUTLS_CIPHER_GOST28147_TC26Z_CFB && iterations == 600000 && oid);
	gnutls_free(oid);
#ifdef OURS
	/* GnuTLS, which made the file, takes half a minute for it on a busy machine. */
	CHECK(gnutls_pkcs12_bag_decrypt(bag, "x") == 0);
	CHECK(gnutls_pkcs12_bag_get_type(bag, 0) == GNUTLS_BAG_CERTIFICATE);
	CHECK(gnutls_pkcs12_bag_get_data(bag, 0, &der) == 0);
	CHECK(gnutls_x509_crt_init(&crt) == 0);
	CHECK(gnutls_x509_crt_import(crt, &der, GNUTLS_X509_FMT_DER) == 0 && has_name(crt, "EE"));
	gnutls_x509_crt_deinit(crt);
#endif
	gnutls_pkcs12_bag_deinit(bag);
	gnutls_pkcs12_deinit(p12);
}

static void broken(void)
{
	static const char *const texts[] = { "", "garbage", "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n" };
	gnutls_pkcs12_t p12 = file(modern_p12);
	gnutls_datum_t der, part, d;
	unsigned long refused = 0;

	CHECK(gnutls_pkcs12_export2(p12, GNUTLS_X509_FMT_DER, &der) == 0);
	for (unsigned i = 0; i < COUNT(texts); i++) {
		d = text(texts[i]);
		CHECK(gnutls_pkcs12_import(p12, &d, GNUTLS_X509_FMT_PEM, 0) == GNUTLS_E_BASE64_UNEXPECTED_HEADER_ERROR);
	}
	d = text("-----BEGIN PKCS12-----\n!!\n-----END PKCS12-----\n");
	CHECK(gnutls_pkcs12_import(p12, &d, GNUTLS_X509_FMT_PEM, 0) == GNUTLS_E_BASE64_DECODING_ERROR);
	d = text("garbage");
	CHECK(gnutls_pkcs12_import(p12, &d, GNUTLS_X509_FMT_DER, 0) == GNUTLS_E_ASN1_TAG_ERROR);
	CHECK(gnutls_pkcs12_import(NULL, &der, GNUTLS_X509_FMT_DER, 0) == GNUTLS_E_INVALID_REQUEST);
	gnutls_pkcs12_deinit(p12);
	for (unsigned n = 3; n < der.size; n++) {
		p12 = new_file();
		part.data = der.data;
		part.size = n;
		refused += gnutls_pkcs12_import(p12, &part, GNUTLS_X509_FMT_DER, 0) == GNUTLS_E_ASN1_DER_ERROR;
		gnutls_pkcs12_deinit(p12);
	}
	CHECK(refused == der.size - 3);
	/* One changed byte of the contents is found by the MAC. */
	p12 = new_file();
	der.data[der.size / 2] ^= 1;
	CHECK(gnutls_pkcs12_import(p12, &der, GNUTLS_X509_FMT_DER, 0) == 0);
	CHECK(gnutls_pkcs12_verify_mac(p12, "x") == GNUTLS_E_MAC_VERIFY_FAILED);
	gnutls_pkcs12_deinit(p12);
	gnutls_free(der.data);
}

int main(void)
{
	for (unsigned i = 0; i < COUNT(contents); i++)
		reads(&contents[i]);
	incomplete();
	bags();
	export();
	writes();
	bytes();
	macs();
	pbmac1();
	pbmac1_files();
	gost();
	broken();
	return check_result();
}
