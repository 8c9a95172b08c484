/* Import and export of encrypted keys with every scheme; the encrypted PEM of old OpenSSL; PIN functions. */
#include <gnutls/abstract.h>
#include <gnutls/gnutls.h>
#include <gnutls/x509.h>
#include <string.h>
#include "certs.h"
#include "check.h"
#include "datum.h"
#include "pbe_keys.h"

#define COUNT(a) (sizeof(a) / sizeof((a)[0]))

enum how { IMPORT, IMPORT2, PKCS8, OPENSSL, ABSTRACT };

static int import(enum how how, const gnutls_datum_t *d, gnutls_x509_crt_fmt_t format, const char *password, unsigned flags)
{
	gnutls_x509_privkey_t k;
	gnutls_privkey_t a;
	int r = 0;
	gnutls_x509_privkey_init(&k);
	gnutls_privkey_init(&a);
	switch (how) {
	case IMPORT: r = gnutls_x509_privkey_import(k, d, format); break;
	case IMPORT2: r = gnutls_x509_privkey_import2(k, d, format, password, flags); break;
	case PKCS8: r = gnutls_x509_privkey_import_pkcs8(k, d, format, password, flags); break;
	case OPENSSL: r = gnutls_x509_privkey_import_openssl(k, d, password); break;
	case ABSTRACT: r = gnutls_privkey_import_x509_raw(a, d, format, password, flags); break;
	}
	gnutls_x509_privkey_deinit(k);
	gnutls_privkey_deinit(a);
	return r;
}

static void reads(void)
{
	for (unsigned i = 0; i < COUNT(pbe_keys); i++) {
		gnutls_datum_t d = text(pbe_keys[i].pem);
		unsigned schema = 0, cipher = 0, iterations = 0, size = 64;
		unsigned char salt[64];
		char *oid = NULL;
		CHECK(import(PKCS8, &d, GNUTLS_X509_FMT_PEM, "\xc3\xa9" "1234", 0) == 0);
		CHECK(import(IMPORT2, &d, GNUTLS_X509_FMT_PEM, "\xc3\xa9" "1234", 0) == 0);
		/* 3.7.9 brings passwords to their normal form, but for these two. */
		int raw = pbe_keys[i].schema == GNUTLS_PKCS_PKCS12_3DES || pbe_keys[i].schema == GNUTLS_PKCS_PKCS12_RC2_40;
		CHECK(raw || import(IMPORT2, &d, GNUTLS_X509_FMT_PEM, "e\xcc\x81" "1234", 0) == 0);
		CHECK(import(ABSTRACT, &d, GNUTLS_X509_FMT_PEM, "\xc3\xa9" "1234", 0) == 0);
		CHECK(import(IMPORT, &d, GNUTLS_X509_FMT_PEM, NULL, 0) == GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE);
		CHECK(import(OPENSSL, &d, GNUTLS_X509_FMT_PEM, "\xc3\xa9" "1234", 0) == GNUTLS_E_PARSING_ERROR);
		for (int how = IMPORT2; how <= PKCS8; how++) {
			CHECK(import(how, &d, GNUTLS_X509_FMT_PEM, "e1234", 0) == GNUTLS_E_DECRYPTION_FAILED);
			CHECK(raw || import(how, &d, GNUTLS_X509_FMT_PEM, "\xff", 0) == GNUTLS_E_DECRYPTION_FAILED);
			CHECK(import(how, &d, GNUTLS_X509_FMT_PEM, "", 0) == GNUTLS_E_DECRYPTION_FAILED);
			CHECK(import(how, &d, GNUTLS_X509_FMT_PEM, NULL, 0) == GNUTLS_E_DECRYPTION_FAILED);
			CHECK(import(how, &d, GNUTLS_X509_FMT_PEM, "\xc3\xa9" "1234", GNUTLS_PKCS_PLAIN) == GNUTLS_E_DECRYPTION_FAILED);
		}
		CHECK(gnutls_pkcs8_info(&d, GNUTLS_X509_FMT_PEM, &schema, &cipher, salt, &size, &iterations, &oid) == 0);
		CHECK(schema == pbe_keys[i].schema && cipher == pbe_keys[i].cipher && iterations == 2048);
		CHECK(oid && strcmp(oid, pbe_keys[i].oid) == 0);
		gnutls_free(oid);
		if (schema != GNUTLS_PKCS_PBES1_DES_MD5) { /* 3.7.9 has no salt to tell of there */
			CHECK(size == 8);
			size = 7;
			CHECK(gnutls_pkcs8_info(&d, GNUTLS_X509_FMT_PEM, NULL, NULL, salt, &size, NULL, NULL) == GNUTLS_E_SHORT_MEMORY_BUFFER && size == 8);
		}
	}
	for (unsigned i = 0; i < COUNT(unread_keys); i++) {
		gnutls_datum_t d = text(unread_keys[i].pem);
		unsigned schema, cipher, iterations, size = 64;
		unsigned char salt[64];
		char *oid = NULL;
		CHECK(import(PKCS8, &d, GNUTLS_X509_FMT_PEM, "1234", 0) == unread_keys[i].code);
		CHECK(import(IMPORT2, &d, GNUTLS_X509_FMT_PEM, "1234", 0) == unread_keys[i].code);
		CHECK(gnutls_pkcs8_info(&d, GNUTLS_X509_FMT_PEM, &schema, &cipher, salt, &size, &iterations, &oid) == unread_keys[i].code);
		CHECK(unread_keys[i].oid ? oid && strcmp(oid, unread_keys[i].oid) == 0 : oid == NULL);
		gnutls_free(oid);
	}
	gnutls_datum_t plain = text(ed_key_pem);
	CHECK(gnutls_pkcs8_info(&plain, GNUTLS_X509_FMT_PEM, NULL, NULL, NULL, NULL, NULL, NULL) == GNUTLS_E_INVALID_REQUEST);
}

static void old_pem(void)
{
	for (unsigned i = 0; i < COUNT(old_keys); i++) {
		gnutls_datum_t d = text(old_keys[i]);
		for (int how = IMPORT2; how <= ABSTRACT; how++) {
			int other = how == PKCS8 ? GNUTLS_E_BASE64_UNEXPECTED_HEADER_ERROR : GNUTLS_E_DECRYPTION_FAILED;
			CHECK(import(how, &d, GNUTLS_X509_FMT_PEM, "1234", 0) == (how == PKCS8 ? other : 0));
			CHECK(import(how, &d, GNUTLS_X509_FMT_PEM, "bad", 0) == other);
			CHECK(import(how, &d, GNUTLS_X509_FMT_PEM, "", 0) == other);
			CHECK(import(how, &d, GNUTLS_X509_FMT_PEM, NULL, 0) == other);
		}
		CHECK(import(IMPORT, &d, GNUTLS_X509_FMT_PEM, NULL, 0) == GNUTLS_E_ASN1_DER_ERROR);
	}
	gnutls_datum_t accent = text(old_key_accent);
	CHECK(import(OPENSSL, &accent, GNUTLS_X509_FMT_PEM, "\xc3\xa9", 0) == 0);
	CHECK(import(OPENSSL, &accent, GNUTLS_X509_FMT_PEM, "e\xcc\x81", 0) == 0);
	static const char *const bad[] = {
		"-----BEGIN EC PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\nDEK-Info: SEED-CBC,00112233445566778899AABBCCDDEEFF\n\nYWJj\n-----END EC PRIVATE KEY-----\n",
		"-----BEGIN EC PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-128-CBC,0011\n\nYWJj\n-----END EC PRIVATE KEY-----\n",
		"-----BEGIN EC PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-128-CBC,00112233445566778899AABBCCDDEEGG\n\nYWJj\n-----END EC PRIVATE KEY-----\n",
	};
	for (unsigned i = 0; i < COUNT(bad); i++) {
		gnutls_datum_t d = text(bad[i]);
		CHECK(import(OPENSSL, &d, GNUTLS_X509_FMT_PEM, "1234", 0) == GNUTLS_E_INVALID_REQUEST);
		CHECK(import(IMPORT2, &d, GNUTLS_X509_FMT_PEM, "1234", 0) == GNUTLS_E_INVALID_REQUEST);
	}
}

/* What is written with these flags, and which passwords open it. */
static void writes(void)
{
	static const struct { unsigned flags, schema; } schemes[] = {
		{ 0, GNUTLS_PKCS_PBES2_AES_256 },
		{ GNUTLS_PKCS_PKCS12_3DES, GNUTLS_PKCS_PKCS12_3DES },
		{ GNUTLS_PKCS_PKCS12_ARCFOUR, GNUTLS_PKCS_PKCS12_ARCFOUR },
		{ GNUTLS_PKCS_PKCS12_RC2_40, GNUTLS_PKCS_PKCS12_RC2_40 },
		{ GNUTLS_PKCS_PBES2_3DES, GNUTLS_PKCS_PBES2_3DES },
		{ GNUTLS_PKCS_PBES2_DES, GNUTLS_PKCS_PBES2_DES },
		{ GNUTLS_PKCS_PBES2_AES_128, GNUTLS_PKCS_PBES2_AES_128 },
		{ GNUTLS_PKCS_PBES2_AES_192, GNUTLS_PKCS_PBES2_AES_192 },
		{ GNUTLS_PKCS_PBES2_AES_256, GNUTLS_PKCS_PBES2_AES_256 },
		{ GNUTLS_PKCS_PKCS12_3DES | GNUTLS_PKCS_PKCS12_ARCFOUR, GNUTLS_PKCS_PBES2_AES_256 },
	};
	gnutls_x509_privkey_t k;
	gnutls_datum_t d = text(ec_key_pem), out;
	gnutls_x509_privkey_init(&k);
	CHECK(gnutls_x509_privkey_import(k, &d, GNUTLS_X509_FMT_PEM) == 0);
	for (unsigned i = 0; i < COUNT(schemes); i++) {
		unsigned schema = 0, iterations = 0;
		unsigned char buffer[4096];
		size_t size = 1;
		CHECK(gnutls_x509_privkey_export2_pkcs8(k, GNUTLS_X509_FMT_DER, "pw", schemes[i].flags, &out) == 0);
		CHECK(gnutls_pkcs8_info(&out, GNUTLS_X509_FMT_DER, &schema, NULL, NULL, NULL, &iterations, NULL) == 0);
		CHECK(schema == schemes[i].schema && iterations == 600000);
		CHECK(import(PKCS8, &out, GNUTLS_X509_FMT_DER, "pw", 0) == 0);
		CHECK(import(PKCS8, &out, GNUTLS_X509_FMT_DER, "pw", GNUTLS_PKCS_NULL_PASSWORD) == 0);
		CHECK(import(PKCS8, &out, GNUTLS_X509_FMT_DER, "px", 0) == GNUTLS_E_DECRYPTION_FAILED);
		CHECK(import(IMPORT, &out, GNUTLS_X509_FMT_DER, NULL, 0) < 0);
		gnutls_free(out.data);
		CHECK(gnutls_x509_privkey_export_pkcs8(k, GNUTLS_X509_FMT_PEM, "pw", schemes[i].flags, buffer, &size) == GNUTLS_E_SHORT_MEMORY_BUFFER);
	}
	/* No password, an empty one: the same to PBES2, not to PKCS #12. */
	for (int p12 = 0; p12 < 2; p12++) {
		unsigned flags = p12 ? GNUTLS_PKCS_PKCS12_3DES : GNUTLS_PKCS_PBES2_AES_128;
		int other = p12 ? GNUTLS_E_DECRYPTION_FAILED : 0;
		CHECK(gnutls_x509_privkey_export2_pkcs8(k, GNUTLS_X509_FMT_DER, NULL, flags | GNUTLS_PKCS_NULL_PASSWORD, &out) == 0);
		CHECK(import(PKCS8, &out, GNUTLS_X509_FMT_DER, NULL, 0) == 0);
		CHECK(import(IMPORT2, &out, GNUTLS_X509_FMT_DER, NULL, GNUTLS_PKCS_NULL_PASSWORD) == 0);
		CHECK(import(IMPORT2, &out, GNUTLS_X509_FMT_DER, "", 0) == other);
		gnutls_free(out.data);
		CHECK(gnutls_x509_privkey_export2_pkcs8(k, GNUTLS_X509_FMT_DER, "", flags, &out) == 0);
		CHECK(import(PKCS8, &out, GNUTLS_X509_FMT_DER, "", 0) == 0);
		CHECK(import(PKCS8, &out, GNUTLS_X509_FMT_DER, NULL, 0) == other);
		gnutls_free(out.data);
	}
	/* Not encrypted. */
	static const struct { const char *password; unsigned flags; } plain[] = {
		{ NULL, 0 }, { NULL, GNUTLS_PKCS_PBES2_AES_256 }, { "pw", GNUTLS_PKCS_PLAIN }, { "\xff", GNUTLS_PKCS_PLAIN },
		{ "pw", GNUTLS_PKCS_PLAIN | GNUTLS_PKCS_PBES2_AES_128 },
	};
	for (unsigned i = 0; i < COUNT(plain); i++) {
		CHECK(gnutls_x509_privkey_export2_pkcs8(k, GNUTLS_X509_FMT_PEM, plain[i].password, plain[i].flags, &out) == 0);
		CHECK(strncmp((char *)out.data, "-----BEGIN PRIVATE KEY-----", 27) == 0);
		gnutls_free(out.data);
	}
	CHECK(gnutls_x509_privkey_export2_pkcs8(k, GNUTLS_X509_FMT_PEM, "pw", GNUTLS_PKCS_PLAIN | GNUTLS_PKCS_NULL_PASSWORD, &out) == 0);
	CHECK(strncmp((char *)out.data, "-----BEGIN ENCRYPTED PRIVATE KEY-----", 37) == 0);
	gnutls_free(out.data);
	CHECK(gnutls_x509_privkey_export2_pkcs8(k, GNUTLS_X509_FMT_PEM, "\xff", 0, &out) == GNUTLS_E_INVALID_UTF8_STRING);
	CHECK(gnutls_x509_privkey_export2_pkcs8(k, GNUTLS_X509_FMT_PEM, "\t", 0, &out) == GNUTLS_E_INVALID_PASSWORD_STRING);
	CHECK(gnutls_x509_privkey_export2_pkcs8(k, GNUTLS_X509_FMT_PEM, "pw", GNUTLS_PKCS_PBES1_DES_MD5, &out) == GNUTLS_E_INVALID_REQUEST);
	gnutls_x509_privkey_deinit(k);
}

static int asked;
static const char *answer;

static int pin(void *userdata, int attempt, const char *url, const char *label, unsigned flags, char *buf, size_t size)
{
	asked++;
	CHECK(strcmp(userdata, "mine") == 0 && attempt == 0 && strcmp(url, "key:") == 0 && *label == 0 && flags == 0 && size == 256);
	if (!answer)
		return -1;
	strcpy(buf, answer);
	return 0;
}

static void pins(const char *pem, const char *good)
{
	static const struct { int good, asks; const char *password; int code; } cases[] = {
		{ 1, 1, NULL, 0 }, { 0, 1, NULL, GNUTLS_E_DECRYPTION_FAILED }, { 1, 0, "", GNUTLS_E_DECRYPTION_FAILED },
		{ 1, 0, "bad", GNUTLS_E_DECRYPTION_FAILED },
	};
	gnutls_datum_t d = text(pem);
	for (unsigned i = 0; i < COUNT(cases); i++) {
		gnutls_x509_privkey_t k;
		gnutls_privkey_t a;
		answer = cases[i].good ? good : "wrong";
		asked = 0;
		gnutls_x509_privkey_init(&k);
		gnutls_x509_privkey_set_pin_function(k, pin, (void *)"mine");
		CHECK(gnutls_x509_privkey_import2(k, &d, GNUTLS_X509_FMT_PEM, cases[i].password, 0) == cases[i].code && asked == cases[i].asks);
		gnutls_x509_privkey_deinit(k);
		asked = 0;
		gnutls_privkey_init(&a);
		gnutls_privkey_set_pin_function(a, pin, (void *)"mine");
		CHECK(gnutls_privkey_import_x509_raw(a, &d, GNUTLS_X509_FMT_PEM, cases[i].password, 0) == cases[i].code && asked == cases[i].asks);
		gnutls_privkey_deinit(a);
	}
}

static void schemas(void)
{
	static const struct { unsigned schema; const char *name, *oid; } all[] = {
		{ GNUTLS_PKCS_PKCS12_3DES, "PKCS12-3DES-SHA1", "1.2.840.113549.1.12.1.3" },
		{ GNUTLS_PKCS_PBES2_AES_256 | GNUTLS_PKCS_NULL_PASSWORD, "PBES2-AES256-CBC", "2.16.840.1.101.3.4.1.42" },
		{ GNUTLS_PKCS_PBES2_DES, "PBES2-DES-CBC", "1.3.14.3.2.7" },
		{ GNUTLS_PKCS_PBES1_DES_MD5, "PBES1-DES-CBC-MD5", "1.2.840.113549.1.5.3" },
		{ GNUTLS_PKCS_PBES2_GOST_CPD, "PBES2-GOST28147-89-CPD", "1.2.643.2.2.31.4" },
	};
	for (unsigned i = 0; i < COUNT(all); i++) {
		CHECK(strcmp(gnutls_pkcs_schema_get_name(all[i].schema), all[i].name) == 0);
		CHECK(strcmp(gnutls_pkcs_schema_get_oid(all[i].schema), all[i].oid) == 0);
	}
	CHECK(gnutls_pkcs_schema_get_name(0) == NULL && gnutls_pkcs_schema_get_oid(1) == NULL && gnutls_pkcs_schema_get_name(6) == NULL);
}

int main(void)
{
	gnutls_datum_t key;
	reads();
	old_pem();
	writes();
	pins(pbe_keys[4].pem, "\xc3\xa9" "1234");
	pins(old_keys[0], "1234");
	schemas();
	CHECK(gnutls_key_generate(&key, 16) == 0 && key.size == 16);
	gnutls_free(key.data);
	return check_result();
}
