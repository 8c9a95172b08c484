/* Certificate credentials from PKCS #12 files. */
#include <gnutls/abstract.h>
#include <gnutls/gnutls.h>
#include <gnutls/pkcs12.h>
#include <gnutls/x509.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include "../pkcs12/files.h"
#include "certs.h"
#include "check.h"
#include "datum.h"

static gnutls_certificate_credentials_t credentials(void)
{
	gnutls_certificate_credentials_t c;

	CHECK(gnutls_certificate_allocate_credentials(&c) == 0);
	gnutls_certificate_set_flags(c, GNUTLS_CERTIFICATE_API_V2);
	return c;
}

static int add(gnutls_certificate_credentials_t c, const char *pem, const char *password)
{
	gnutls_datum_t d = text(pem);

	return gnutls_certificate_set_x509_simple_pkcs12_mem(c, &d, GNUTLS_X509_FMT_PEM, password);
}

static void memory(void)
{
	gnutls_certificate_credentials_t c = credentials();
	gnutls_datum_t d = text(modern_p12), crt;

	CHECK(add(c, modern_p12, "x") == 0);
	CHECK(add(c, legacy_p12, "x") == 1);
	/* The self-signed authority is not sent. */
	CHECK(gnutls_certificate_get_crt_raw(c, 0, 0, &crt) == 0);
	CHECK(gnutls_certificate_get_crt_raw(c, 0, 1, &crt) == GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE);
	CHECK(add(c, modern_p12, "y") == GNUTLS_E_MAC_VERIFY_FAILED);
	CHECK(add(c, modern_p12, NULL) == GNUTLS_E_DECRYPTION_FAILED);
	/* Without a password the MAC is not asked for. */
	CHECK(add(c, open_p12, NULL) == 2);
	CHECK(add(c, open_p12, "y") == GNUTLS_E_MAC_VERIFY_FAILED);
	CHECK(add(c, nomac_p12, "x") == GNUTLS_E_ASN1_ELEMENT_NOT_FOUND);
	CHECK(add(c, nokeys_p12, "x") == GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE);
	CHECK(add(c, nocerts_p12, "x") == GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE);
	CHECK(add(c, leaf_pem, "x") == GNUTLS_E_BASE64_UNEXPECTED_HEADER_ERROR);
	CHECK(gnutls_certificate_set_x509_simple_pkcs12_mem(c, &d, GNUTLS_X509_FMT_DER, "x") < 0);
#ifdef OURS
	CHECK(gnutls_certificate_set_x509_simple_pkcs12_mem(NULL, &d, GNUTLS_X509_FMT_PEM, "x") == GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_certificate_set_x509_simple_pkcs12_mem(c, NULL, GNUTLS_X509_FMT_PEM, "x") == GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_certificate_set_x509_simple_pkcs12_file(c, NULL, GNUTLS_X509_FMT_PEM, "x") == GNUTLS_E_INVALID_REQUEST);
#endif
	gnutls_certificate_free_credentials(c);

	CHECK(gnutls_certificate_allocate_credentials(&c) == 0);
	CHECK(add(c, modern_p12, "x") == 0 && add(c, java_p12, "changeit") == 0);
	gnutls_certificate_free_credentials(c);
}

static void files(void)
{
	char path[] = "/tmp/pkcs12-XXXXXX";
	gnutls_certificate_credentials_t c = credentials();
	int fd = mkstemp(path);

	CHECK(write(fd, nss_p12, strlen(nss_p12)) == (ssize_t)strlen(nss_p12));
	close(fd);
	CHECK(gnutls_certificate_set_x509_simple_pkcs12_file(c, path, GNUTLS_X509_FMT_PEM, "x") == 0);
	CHECK(gnutls_certificate_set_x509_simple_pkcs12_file(c, path, GNUTLS_X509_FMT_PEM, "y") == GNUTLS_E_MAC_VERIFY_FAILED);
	unlink(path);
	CHECK(gnutls_certificate_set_x509_simple_pkcs12_file(c, path, GNUTLS_X509_FMT_PEM, "x") == GNUTLS_E_FILE_ERROR);
	gnutls_certificate_free_credentials(c);
}

/* A revocation list of the file is one of the credentials. */
static void with_list(void)
{
	gnutls_certificate_credentials_t c = credentials();
	gnutls_pkcs12_t p12;
	gnutls_pkcs12_bag_t bag;
	gnutls_datum_t certificate = text(leaf_pem), list = text(crl_pem), key = text(leaf_key_pem), der;
	gnutls_x509_crt_t crt, *chain, *extra;
	gnutls_x509_crl_t crl, found;
	gnutls_x509_privkey_t privkey, found_key;
	unsigned n, m;

	CHECK(gnutls_x509_crt_init(&crt) == 0 && gnutls_x509_crt_import(crt, &certificate, GNUTLS_X509_FMT_PEM) == 0);
	CHECK(gnutls_x509_crl_init(&crl) == 0 && gnutls_x509_crl_import(crl, &list, GNUTLS_X509_FMT_PEM) == 0);
	CHECK(gnutls_x509_privkey_init(&privkey) == 0 && gnutls_x509_privkey_import(privkey, &key, GNUTLS_X509_FMT_PEM) == 0);
	CHECK(gnutls_pkcs12_init(&p12) == 0 && gnutls_pkcs12_bag_init(&bag) == 0);
	CHECK(gnutls_pkcs12_bag_set_crl(bag, crl) == 0);
	CHECK(gnutls_pkcs12_bag_set_crt(bag, crt) == 1);
	CHECK(gnutls_pkcs12_bag_set_privkey(bag, privkey, NULL, 0) == 2);
	CHECK(gnutls_pkcs12_set_bag(p12, bag) == 0);
	CHECK(gnutls_pkcs12_generate_mac(p12, "x") == 0);
	CHECK(gnutls_pkcs12_simple_parse(p12, NULL, &found_key, &chain, &n, &extra, &m, &found, 0) == 0);
	CHECK(n == 1 && m == 0 && extra == NULL && found != NULL);
	CHECK(gnutls_x509_crt_equals(chain[0], crt));
	gnutls_x509_crt_deinit(chain[0]);
	gnutls_free(chain);
	gnutls_x509_crl_deinit(found);
	gnutls_x509_privkey_deinit(found_key);
	CHECK(gnutls_pkcs12_export2(p12, GNUTLS_X509_FMT_DER, &der) == 0);
	CHECK(gnutls_certificate_set_x509_simple_pkcs12_mem(c, &der, GNUTLS_X509_FMT_DER, "x") == 0);
	gnutls_free(der.data);
	gnutls_pkcs12_bag_deinit(bag);
	gnutls_pkcs12_deinit(p12);
	gnutls_x509_crt_deinit(crt);
	gnutls_x509_crl_deinit(crl);
	gnutls_x509_privkey_deinit(privkey);
	gnutls_certificate_free_credentials(c);
}

static int import(const char *pem, const char *password, unsigned flags)
{
	gnutls_datum_t d = text(pem), der;
	gnutls_x509_privkey_t key;
	gnutls_privkey_t privkey;
	gnutls_pkcs12_t p12;
	int r;

	CHECK(gnutls_x509_privkey_init(&key) == 0 && gnutls_privkey_init(&privkey) == 0 && gnutls_pkcs12_init(&p12) == 0);
	r = gnutls_x509_privkey_import2(key, &d, GNUTLS_X509_FMT_PEM, password, flags);
	CHECK(gnutls_privkey_import_x509_raw(privkey, &d, GNUTLS_X509_FMT_PEM, password, flags) == r);
	CHECK(gnutls_pkcs12_import(p12, &d, GNUTLS_X509_FMT_PEM, 0) == 0);
	CHECK(gnutls_pkcs12_export2(p12, GNUTLS_X509_FMT_DER, &der) == 0);
	CHECK(gnutls_x509_privkey_import2(key, &der, GNUTLS_X509_FMT_DER, password, flags) == r);
	CHECK(gnutls_x509_privkey_import_pkcs8(key, &der, GNUTLS_X509_FMT_DER, password, flags) == GNUTLS_E_ASN1_TAG_ERROR);
	gnutls_free(der.data);
	gnutls_pkcs12_deinit(p12);
	gnutls_x509_privkey_deinit(key);
	gnutls_privkey_deinit(privkey);
	return r;
}

static int pin(void *used, int attempt, const char *url, const char *label, unsigned flags, char *to, size_t max)
{
	*(int *)used = 1;
	strcpy(to, "x");
	return 0;
}

/* Functions that read a key read it from PKCS #12, too. The PIN function is not asked, and the MAC does not matter. */
static void keys(void)
{
	gnutls_datum_t d = text(modern_p12);
	gnutls_certificate_credentials_t c = credentials();
	gnutls_x509_privkey_t key;
	int asked = 0;

	CHECK(import(modern_p12, "x", 0) == 0);
	CHECK(import(modern_p12, "x", GNUTLS_PKCS_PLAIN) == 0);
	CHECK(import(nocerts_p12, "x", GNUTLS_PKCS_NULL_PASSWORD) == 0);
	CHECK(import(nomac_p12, "x", 0) == 0);
	CHECK(import(open_p12, NULL, 0) == 0);
	CHECK(import(modern_p12, "y", 0) == GNUTLS_E_DECRYPTION_FAILED);
	CHECK(import(modern_p12, "", 0) == GNUTLS_E_DECRYPTION_FAILED);
	CHECK(import(modern_p12, NULL, 0) == GNUTLS_E_DECRYPTION_FAILED);
	CHECK(gnutls_x509_privkey_init(&key) == 0);
	gnutls_x509_privkey_set_pin_function(key, pin, &asked);
	CHECK(gnutls_x509_privkey_import2(key, &d, GNUTLS_X509_FMT_PEM, NULL, 0) == GNUTLS_E_DECRYPTION_FAILED && !asked);
	gnutls_x509_privkey_deinit(key);
	/* It is not where a certificate is looked for. */
	CHECK(gnutls_certificate_set_x509_key_mem2(c, &d, &d, GNUTLS_X509_FMT_PEM, "x", 0) == GNUTLS_E_BASE64_DECODING_ERROR);
	gnutls_certificate_free_credentials(c);
}

int main(void)
{
	memory();
	keys();
	files();
	with_list();
	return check_result();
}
