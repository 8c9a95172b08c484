/* Texts of several PEM blocks: which block each import function uses, and its error for a block that cannot be
 * decoded. */
#define _GNU_SOURCE
#include <gnutls/gnutls.h>
#include <gnutls/x509.h>
#include <stdio.h>
#include <string.h>

#include "check.h"
#include "datum.h"
#include "pbe_keys.h"

#define PASSWORD "1234" /* of the encrypted keys here, and of pbe_keys.h */
#define BLOCK(label, body) "-----BEGIN " label "-----\n" body "\n-----END " label "-----\n"

/* One key under each label, another request and certificates of two names; each with a first line that does not decode. */
static char pkcs8[4096], sealed[4096], traditional[4096], old[4096], request[4096], new_request[4096], crt[4096], x509[4096];
static char bad_pkcs8[4096], bad_sealed[4096], bad_traditional[4096], bad_request[4096], bad_new_request[4096], bad_crt[4096], bad_x509[4096];

static void keep(char *to, gnutls_datum_t *d)
{
	memcpy(to, d->data, d->size);
	to[d->size] = 0;
	gnutls_free(d->data);
}

/* The same text with a character that base64 has not got. */
static void spoil(char *to, const char *from)
{
	strcpy(to, from);
	strchr(to, '\n')[1] = '!';
}

static void relabel(char *to, const char *from, const char *label, const char *other)
{
	*to = 0;
	for (const char *at; (at = strstr(from, label)); from = at + strlen(label)) {
		strncat(to, from, at - from);
		strcat(to, other);
	}
	strcat(to, from);
}

static gnutls_x509_crt_t certificate(gnutls_x509_privkey_t key, const char *dn, char *to)
{
	gnutls_x509_crt_t c;
	gnutls_datum_t d;
	gnutls_x509_crt_init(&c);
	gnutls_x509_crt_set_version(c, 3);
	gnutls_x509_crt_set_serial(c, "\1", 1);
	gnutls_x509_crt_set_activation_time(c, 1000000000);
	gnutls_x509_crt_set_expiration_time(c, 2000000000);
	gnutls_x509_crt_set_dn(c, dn, NULL);
	gnutls_x509_crt_set_key(c, key);
	CHECK(gnutls_x509_crt_sign2(c, c, key, GNUTLS_DIG_SHA256, 0) == 0 && gnutls_x509_crt_export2(c, GNUTLS_X509_FMT_PEM, &d) == 0);
	keep(to, &d);
	return c;
}

static void texts(void)
{
	gnutls_x509_privkey_t key;
	gnutls_x509_crq_t q;
	gnutls_datum_t d;
	char other[4096];
	gnutls_x509_privkey_init(&key);
	CHECK(gnutls_x509_privkey_generate(key, GNUTLS_PK_RSA, 2048, 0) == 0);
	CHECK(gnutls_x509_privkey_export2(key, GNUTLS_X509_FMT_PEM, &d) == 0);
	keep(other, &d);
	strcpy(traditional, strstr(other, "-----BEGIN "));
	CHECK(gnutls_x509_privkey_export2_pkcs8(key, GNUTLS_X509_FMT_PEM, NULL, GNUTLS_PKCS_PLAIN, &d) == 0);
	keep(pkcs8, &d);
	CHECK(gnutls_x509_privkey_export2_pkcs8(key, GNUTLS_X509_FMT_PEM, PASSWORD, GNUTLS_PKCS_PBES2_AES_128, &d) == 0);
	keep(sealed, &d);
	gnutls_x509_crq_init(&q);
	gnutls_x509_crq_set_version(q, 1);
	gnutls_x509_crq_set_dn(q, "CN=a", NULL);
	gnutls_x509_crq_set_key(q, key);
	CHECK(gnutls_x509_crq_sign2(q, key, GNUTLS_DIG_SHA256, 0) == 0 && gnutls_x509_crq_export2(q, GNUTLS_X509_FMT_PEM, &d) == 0);
	keep(new_request, &d);
	relabel(request, new_request, "NEW CERT", "CERT");
	gnutls_x509_crt_deinit(certificate(key, "CN=a", crt));
	gnutls_x509_crt_deinit(certificate(key, "CN=b", other));
	relabel(x509, other, "CERT", "X509 CERT");
	strcpy(old, old_keys[0]);
	spoil(bad_pkcs8, pkcs8), spoil(bad_sealed, sealed), spoil(bad_traditional, traditional);
	spoil(bad_request, request), spoil(bad_new_request, new_request), spoil(bad_crt, crt), spoil(bad_x509, x509);
	gnutls_x509_crq_deinit(q);
	gnutls_x509_privkey_deinit(key);
}

/* The codes of import, import_pkcs8, import2 without and with a password, and pkcs8_info. */
static void key_codes(int line, const char *first, const char *second, int plain, int pkcs8_code, int any, int with_password, int info)
{
	char all[9000];
	gnutls_datum_t d = { (void *)all, snprintf(all, sizeof(all), "%s%s", first, second) };
	int got[5];
	char *oid = NULL;
	gnutls_x509_privkey_t k[4];
	for (int i = 0; i < 4; i++)
		gnutls_x509_privkey_init(&k[i]);
	got[0] = gnutls_x509_privkey_import(k[0], &d, GNUTLS_X509_FMT_PEM);
	got[1] = gnutls_x509_privkey_import_pkcs8(k[1], &d, GNUTLS_X509_FMT_PEM, NULL, 0);
	got[2] = gnutls_x509_privkey_import2(k[2], &d, GNUTLS_X509_FMT_PEM, NULL, 0);
	got[3] = gnutls_x509_privkey_import2(k[3], &d, GNUTLS_X509_FMT_PEM, PASSWORD, 0);
	got[4] = gnutls_pkcs8_info(&d, GNUTLS_X509_FMT_PEM, NULL, NULL, NULL, NULL, NULL, &oid);
	gnutls_free(oid);
	for (int i = 0; i < 4; i++)
		gnutls_x509_privkey_deinit(k[i]);
	const int want[5] = { plain, pkcs8_code, any, with_password, info };
	if (memcmp(got, want, sizeof(want))) {
		fprintf(stderr, "line %d: %d %d %d %d %d\n", line, got[0], got[1], got[2], got[3], got[4]);
		check_failures++;
	}
}
#define KEYS(first, second, ...) key_codes(__LINE__, first, second, __VA_ARGS__)

enum {
	NO_HEADER = GNUTLS_E_BASE64_UNEXPECTED_HEADER_ERROR,
	NO_BASE64 = GNUTLS_E_BASE64_DECODING_ERROR,
	NO_KEY = GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE,
	SEALED = GNUTLS_E_DECRYPTION_FAILED,
	PLAIN = GNUTLS_E_INVALID_REQUEST,
};

static void keys(void)
{
	static const char ssh[] = BLOCK("OPENSSH PRIVATE KEY", "AAAA");
	/* What stands elsewhere in the text about encryption is not this key's. */
	KEYS(traditional, "Proc-Type: 4,ENCRYPTED\n", 0, NO_HEADER, 0, 0, NO_HEADER);
	KEYS("Proc-Type: 4,ENCRYPTED\n", traditional, 0, NO_HEADER, 0, 0, NO_HEADER);
	KEYS(traditional, old, 0, NO_HEADER, 0, 0, NO_HEADER);
	KEYS(pkcs8, old, 0, 0, 0, 0, PLAIN);
	KEYS(old, "", GNUTLS_E_ASN1_DER_ERROR, NO_HEADER, SEALED, 0, NO_HEADER);
	KEYS(old, pkcs8, GNUTLS_E_ASN1_DER_ERROR, 0, 0, 0, PLAIN);
	/* PKCS #8 without a password goes first, wherever it stands. */
	KEYS(sealed, pkcs8, NO_KEY, 0, 0, 0, PLAIN);
	KEYS(pkcs8, sealed, 0, 0, 0, 0, PLAIN);
	KEYS(bad_pkcs8, sealed, NO_BASE64, SEALED, SEALED, 0, 0);
	KEYS(bad_pkcs8, bad_sealed, NO_BASE64, NO_BASE64, NO_BASE64, NO_BASE64, NO_BASE64);
	KEYS(bad_pkcs8, "", NO_BASE64, NO_HEADER, NO_BASE64, NO_HEADER, NO_HEADER);
	KEYS(bad_pkcs8, traditional, NO_BASE64, NO_HEADER, NO_BASE64, NO_HEADER, NO_HEADER);
	KEYS(bad_traditional, pkcs8, NO_BASE64, 0, 0, 0, PLAIN);
	KEYS(bad_traditional, sealed, NO_BASE64, SEALED, SEALED, 0, 0);
	KEYS(sealed, traditional, NO_KEY, SEALED, SEALED, 0, 0);
	/* The first private key decides whether one is there that needs no password. */
	KEYS(ssh, pkcs8, NO_KEY, 0, 0, 0, PLAIN);
	KEYS(ssh, "", NO_KEY, NO_HEADER, NO_KEY, NO_HEADER, NO_HEADER);
	KEYS(crt, traditional, 0, NO_HEADER, 0, 0, NO_HEADER);
}

static void request_code(const char *first, const char *second, int want)
{
	char all[9000];
	gnutls_datum_t d = { (void *)all, snprintf(all, sizeof(all), "%s%s", first, second) };
	gnutls_x509_crq_t q;
	gnutls_x509_crq_init(&q);
	CHECK(gnutls_x509_crq_import(q, &d, GNUTLS_X509_FMT_PEM) == want);
	gnutls_x509_crq_deinit(q);
}

static void certificate_is(const char *first, const char *second, int want, const char *name)
{
	char all[9000], dn[64] = "";
	size_t size = sizeof(dn);
	gnutls_datum_t d = { (void *)all, snprintf(all, sizeof(all), "%s%s", first, second) };
	gnutls_x509_crt_t c;
	gnutls_x509_crt_init(&c);
	CHECK(gnutls_x509_crt_import(c, &d, GNUTLS_X509_FMT_PEM) == want);
	if (name)
		CHECK(gnutls_x509_crt_get_dn(c, dn, &size) == 0 && !strcmp(dn, name));
	gnutls_x509_crt_deinit(c);
}

static void requests_and_certificates(void)
{
	request_code(bad_new_request, request, 0);
	request_code(bad_request, new_request, 0);
	request_code(bad_new_request, "", NO_HEADER);
	request_code(bad_request, "", NO_BASE64);
	request_code(bad_request, bad_new_request, NO_BASE64);
	certificate_is(x509, crt, 0, "CN=a");
	certificate_is(crt, x509, 0, "CN=a");
	certificate_is(bad_crt, x509, 0, "CN=b");
	certificate_is(bad_crt, "", NO_HEADER, NULL);
	certificate_is(bad_x509, "", NO_BASE64, NULL);
}

static void credentials(void)
{
	gnutls_certificate_credentials_t c;
	gnutls_datum_t key = text(pkcs8), good = text(crt), bad = text(bad_crt), bad_old = text(bad_x509), none = text("none");
	gnutls_certificate_allocate_credentials(&c);
	CHECK(gnutls_certificate_set_x509_key_mem(c, &good, &key, GNUTLS_X509_FMT_PEM) == 0);
	CHECK(gnutls_certificate_set_x509_key_mem(c, &bad, &key, GNUTLS_X509_FMT_PEM) == NO_HEADER);
	CHECK(gnutls_certificate_set_x509_key_mem(c, &bad_old, &key, GNUTLS_X509_FMT_PEM) == NO_BASE64);
	CHECK(gnutls_certificate_set_x509_key_mem(c, &none, &key, GNUTLS_X509_FMT_PEM) == NO_BASE64);
	CHECK(gnutls_certificate_set_x509_trust_mem(c, &bad, GNUTLS_X509_FMT_PEM) == NO_HEADER);
	CHECK(gnutls_certificate_set_x509_trust_mem(c, &bad_old, GNUTLS_X509_FMT_PEM) == NO_BASE64);
	gnutls_certificate_free_credentials(c);
}

int main(void)
{
	texts();
	keys();
	requests_and_certificates();
	credentials();
	return check_result();
}
