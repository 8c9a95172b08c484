/* Trust on first use: keys of hosts in a file and in stores of the application. */
#include "sessions.h"
#include <gnutls/abstract.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

static char folder[] = "/tmp/gnutls-tdb-XXXXXX", db[64];
static gnutls_datum_t cert, other, spki;

static gnutls_datum_t der_of(const char *pem)
{
	gnutls_datum_t text = { (unsigned char *)pem, strlen(pem) }, der;

	CHECK_IS(gnutls_pem_base64_decode2("CERTIFICATE", &text, &der), 0);
	return der;
}

static gnutls_datum_t spki_of(const gnutls_datum_t *der)
{
	gnutls_x509_crt_t crt;
	gnutls_pubkey_t key;
	gnutls_datum_t out;

	gnutls_x509_crt_init(&crt);
	gnutls_pubkey_init(&key);
	CHECK_IS(gnutls_x509_crt_import(crt, der, GNUTLS_X509_FMT_DER), 0);
	CHECK_IS(gnutls_pubkey_import_x509(key, crt, 0), 0);
	CHECK_IS(gnutls_pubkey_export2(key, GNUTLS_X509_FMT_DER, &out), 0);
	gnutls_pubkey_deinit(key);
	gnutls_x509_crt_deinit(crt);
	return out;
}

static void write_db(const char *format, const char *text)
{
	FILE *f = fopen(db, "w");

	fprintf(f, format, text);
	fclose(f);
}

static const char *read_db(const char *name)
{
	static char text[4096];
	FILE *f = fopen(name, "r");
	size_t n = f ? fread(text, 1, sizeof text - 1, f) : 0;

	text[n] = 0;
	if (f)
		fclose(f);
	return text;
}

#define VERIFY(host, service, key) gnutls_verify_stored_pubkey(db, NULL, host, service, GNUTLS_CRT_X509, key, 0)
#define STORE(host, service, key, expiration) \
	gnutls_store_pubkey(db, NULL, host, service, GNUTLS_CRT_X509, key, expiration, 0)

static void test_file(void)
{
	gnutls_datum_t junk = { (unsigned char *)"junk", 4 };

	remove(db);
	CHECK_IS(VERIFY("host", "443", &cert), GNUTLS_E_NO_CERTIFICATE_FOUND);
	CHECK_IS(STORE("host", "443", &cert, 0), 0);
	CHECK_IS(VERIFY("host", "443", &cert), 0);
	CHECK_IS(VERIFY("host", "443", &other), GNUTLS_E_CERTIFICATE_KEY_MISMATCH);
	CHECK_IS(VERIFY("host", "80", &cert), GNUTLS_E_NO_CERTIFICATE_FOUND);
	CHECK_IS(VERIFY("hos", "443", &cert), GNUTLS_E_NO_CERTIFICATE_FOUND);
	CHECK_IS(VERIFY("HOST", "443", &cert), GNUTLS_E_NO_CERTIFICATE_FOUND);
	CHECK_IS(VERIFY("host", NULL, &cert), 0);
	CHECK_IS(VERIFY(NULL, "443", &cert), 0);
	/* A second key of a host is good as well. */
	CHECK_IS(STORE("host", "443", &other, 0), 0);
	CHECK_IS(VERIFY("host", "443", &cert), 0);
	CHECK_IS(VERIFY("host", "443", &other), 0);
	/* Any service, and keys that last and do not. */
	CHECK_IS(STORE("any", NULL, &cert, time(NULL) + 1000), 0);
	CHECK_IS(VERIFY("any", "99", &cert), 0);
	CHECK_IS(VERIFY("any", "99", &other), GNUTLS_E_CERTIFICATE_KEY_MISMATCH);
	CHECK_IS(STORE("old", "1", &cert, 1000000000), 0);
	CHECK_IS(VERIFY("old", "1", &cert), GNUTLS_E_NO_CERTIFICATE_FOUND);
	/* Raw keys, and what is neither. */
	CHECK_IS(gnutls_store_pubkey(db, NULL, "raw", "1", GNUTLS_CRT_RAWPK, &spki, 0, 0), 0);
	CHECK_IS(VERIFY("raw", "1", &cert), 0);
	CHECK_IS(gnutls_verify_stored_pubkey(db, NULL, "raw", "1", GNUTLS_CRT_RAWPK, &spki, 0), 0);
	CHECK_IS(gnutls_store_pubkey(db, NULL, "raw", "1", GNUTLS_CRT_OPENPGP, &spki, 0, 0),
		 GNUTLS_E_UNSUPPORTED_CERTIFICATE_TYPE);
	CHECK_IS(gnutls_verify_stored_pubkey(db, NULL, "raw", "1", GNUTLS_CRT_UNKNOWN, &spki, 0),
		 GNUTLS_E_UNSUPPORTED_CERTIFICATE_TYPE);
	CHECK(STORE("junk", "1", &junk, 0) < 0);
	CHECK(VERIFY("junk", "1", &junk) < 0);
	CHECK(!strstr(read_db(db), "junk"));
	CHECK_IS(gnutls_store_pubkey("/nonexistent/x", NULL, "h", "1", GNUTLS_CRT_X509, &cert, 0, 0), GNUTLS_E_DB_ERROR);
#ifdef OURS
	/* A name cannot make a line of its own; GnuTLS writes it. */
	CHECK_IS(STORE("a|b", "1", &cert, 0), GNUTLS_E_INVALID_REQUEST);
	CHECK_IS(STORE("a\n|g0|evil", "1", &cert, 0), GNUTLS_E_INVALID_REQUEST);
	CHECK_IS(STORE("a", "1|", &cert, 0), GNUTLS_E_INVALID_REQUEST);
	CHECK_IS(STORE("", "1", &cert, 0), GNUTLS_E_INVALID_REQUEST);
	/* What cannot be read is not absent. */
	CHECK_IS(gnutls_verify_stored_pubkey(folder, NULL, "h", "1", GNUTLS_CRT_X509, &cert, 0), GNUTLS_E_FILE_ERROR);
	CHECK_IS(VERIFY("host", "443", NULL), GNUTLS_E_INVALID_REQUEST);
	CHECK_IS(STORE("host", "443", NULL, 0), GNUTLS_E_INVALID_REQUEST);
#endif
}

/* Lines as they are found in files. */
static void test_lines(void)
{
	static const struct { const char *line; int code; } rows[] = {
		{ "|g0|h|1|0|%s", 0 },
		{ "|g0|h|1|0|%s\r\n", 0 },
		{ "|g0|h|1|0|%s \n", 0 },
		{ "|g0|h|1|0|%s|more\n", 0 },
		{ "g0|h|1|0|%s\n", 0 },
		{ "\n\n|g0|h|1|0|%s\n", 0 },
		{ "|g0|h|1|0|AAAA\n|g0|h|1|0|%s\n", 0 },
		{ "|g0|h|1|word|%s\n", 0 },
		{ "|g0|h|1|-1|%s\n", 0 },
		{ "|g0|*|1|0|%s\n", 0 },
		{ "|g0|*|*|0|%s\n", 0 },
		{ "|g0|h|1|0|AAAA\n%s", GNUTLS_E_CERTIFICATE_KEY_MISMATCH },
		{ "|g0|h|1|0|%s==\n", GNUTLS_E_CERTIFICATE_KEY_MISMATCH },
		{ "|c0|h|1|0|6|00\n%s", GNUTLS_E_CERTIFICATE_KEY_MISMATCH },
		{ "|c0|h|1|0|99|00\n%s", GNUTLS_E_NO_CERTIFICATE_FOUND },
		{ " |g0|h|1|0|%s\n", GNUTLS_E_NO_CERTIFICATE_FOUND },
		{ "#|g0|h|1|0|%s\n", GNUTLS_E_NO_CERTIFICATE_FOUND },
		{ "|g1|h|1|0|%s\n", GNUTLS_E_NO_CERTIFICATE_FOUND },
		{ "|g0|h|01|0|%s\n", GNUTLS_E_NO_CERTIFICATE_FOUND },
		{ "|g0||1|0|%s\n", GNUTLS_E_NO_CERTIFICATE_FOUND },
		{ "|g0|h|1||%s\n", GNUTLS_E_NO_CERTIFICATE_FOUND },
		{ "|g0|h|1\n%s", GNUTLS_E_NO_CERTIFICATE_FOUND },
	};
	gnutls_datum_t text;
	char key[512];
	size_t i;

	CHECK_IS(gnutls_base64_encode2(&spki, &text), 0);
	snprintf(key, sizeof key, "%.*s", (int)text.size, text.data);
	gnutls_free(text.data);
	for (i = 0; i < sizeof rows / sizeof *rows; i++) {
		int before = check_failures;

		write_db(rows[i].line, key);
		CHECK_IS(VERIFY("h", "1", &cert), rows[i].code);
		if (check_failures != before)
			fprintf(stderr, "    %s\n", rows[i].line);
	}
	/* The lines of one library are those of the other. */
	remove(db);
	CHECK_IS(STORE("h", NULL, &cert, 2000000000), 0);
	char line[600];
	snprintf(line, sizeof line, "|g0|h|*|2000000000|%s\n", key);
	CHECK(!strcmp(read_db(db), line));
}

static void test_commitments(void)
{
	unsigned char hash[64];
	gnutls_datum_t sha256 = { hash, 32 }, short_one = { hash, 31 }, md5 = { hash, 16 };
	size_t size = sizeof hash;
	char hex[65], line[100];
	int i;

	CHECK_IS(gnutls_fingerprint(GNUTLS_DIG_SHA256, &spki, hash, &size), 0);
	for (i = 0; i < 32; i++)
		sprintf(hex + 2 * i, "%02x", hash[i]);
	remove(db);
	CHECK_IS(gnutls_store_commitment(db, NULL, "h", "1", GNUTLS_DIG_SHA256, &sha256, 0, 0), 0);
	snprintf(line, sizeof line, "|c0|h|1|0|6|%s\n", hex);
	CHECK(!strcmp(read_db(db), line));
	CHECK_IS(VERIFY("h", "1", &cert), 0);
	CHECK_IS(VERIFY("h", "1", &other), GNUTLS_E_CERTIFICATE_KEY_MISMATCH);
	CHECK_IS(gnutls_store_commitment(db, NULL, "h", "1", GNUTLS_DIG_SHA256, &short_one, 0, 0), GNUTLS_E_INVALID_REQUEST);
	CHECK_IS(gnutls_store_commitment(db, NULL, "h", "1", GNUTLS_DIG_MD5, &md5, 0, 0), GNUTLS_E_INSUFFICIENT_SECURITY);
	CHECK_IS(gnutls_store_commitment(db, NULL, "h", "1", (gnutls_digest_algorithm_t)99, &md5, 0, 0), GNUTLS_E_ILLEGAL_PARAMETER);
	CHECK(!strcmp(read_db(db), line));
	CHECK_IS(gnutls_store_commitment(db, NULL, "h", "1", GNUTLS_DIG_MD5, &md5, 0, GNUTLS_SCOMMIT_FLAG_ALLOW_BROKEN), 0);
	CHECK_IS(gnutls_store_commitment("/nonexistent/x", NULL, "h", "1", GNUTLS_DIG_SHA256, &sha256, 0, 0), GNUTLS_E_DB_ERROR);
}

/* The store of the user, which is made when it is needed. */
static void test_home(void)
{
	char path[100];
	struct stat st;

	setenv("HOME", folder, 1);
	CHECK_IS(gnutls_verify_stored_pubkey(NULL, NULL, "h", "1", GNUTLS_CRT_X509, &cert, 0), GNUTLS_E_NO_CERTIFICATE_FOUND);
	CHECK_IS(gnutls_store_pubkey(NULL, NULL, "h", "1", GNUTLS_CRT_X509, &cert, 0, 0), 0);
	CHECK_IS(gnutls_verify_stored_pubkey(NULL, NULL, "h", "1", GNUTLS_CRT_X509, &cert, 0), 0);
	snprintf(path, sizeof path, "%s/.gnutls", folder);
	CHECK(stat(path, &st) == 0 && (st.st_mode & 0777) == 0700);
	snprintf(path, sizeof path, "%s/.gnutls/known_hosts", folder);
	CHECK(!strncmp(read_db(path), "|g0|h|1|0|", 10));
	remove(path);
	*strrchr(path, '/') = 0;
	rmdir(path);
}

static int answer, called;

static int my_verify(const char *name, const char *host, const char *service, const gnutls_datum_t *key)
{
	CHECK(!strcmp(name, "mine") && !strcmp(host, "h") && !service);
	CHECK(key->size == spki.size && !memcmp(key->data, spki.data, spki.size));
	called++;
	return answer;
}

static int my_store(const char *name, const char *host, const char *service, time_t expiration, const gnutls_datum_t *key)
{
	CHECK_IS(expiration, 12);
	return my_verify(name, host, service, key);
}

static int my_commitment(const char *name, const char *host, const char *service, time_t expiration,
			 gnutls_digest_algorithm_t algorithm, const gnutls_datum_t *hash)
{
	CHECK(!strcmp(name, "mine") && !strcmp(host, "h") && !service);
	CHECK_IS(expiration, 55);
	CHECK_IS(algorithm, GNUTLS_DIG_SHA256);
	CHECK_IS(hash->size, 32);
	called++;
	return answer;
}

static void test_own_store(void)
{
	static const int answers[][3] = {
		/* What the functions answer, what comes of it in a verification, and of a store. */
		{ 0, 0, 0 },
		{ 7, 7, 0 },
		{ GNUTLS_E_CERTIFICATE_KEY_MISMATCH, GNUTLS_E_CERTIFICATE_KEY_MISMATCH, GNUTLS_E_DB_ERROR },
		{ GNUTLS_E_FILE_ERROR, GNUTLS_E_NO_CERTIFICATE_FOUND, GNUTLS_E_DB_ERROR },
	};
	unsigned char hash[32] = { 0 };
	gnutls_datum_t sha256 = { hash, 32 };
	gnutls_tdb_t tdb;
	size_t i;

	CHECK_IS(gnutls_tdb_init(&tdb), 0);
#ifdef OURS
	/* GnuTLS crashes without them. */
	CHECK_IS(gnutls_verify_stored_pubkey("mine", tdb, "h", NULL, GNUTLS_CRT_X509, &cert, 0), GNUTLS_E_INVALID_REQUEST);
	CHECK_IS(gnutls_store_pubkey("mine", tdb, "h", NULL, GNUTLS_CRT_X509, &cert, 12, 0), GNUTLS_E_INVALID_REQUEST);
	CHECK_IS(gnutls_store_commitment("mine", tdb, "h", NULL, GNUTLS_DIG_SHA256, &sha256, 55, 0), GNUTLS_E_INVALID_REQUEST);
	CHECK_IS(gnutls_tdb_init(NULL), GNUTLS_E_INVALID_REQUEST);
	gnutls_tdb_set_verify_func(NULL, my_verify);
	gnutls_tdb_set_store_func(NULL, my_store);
	gnutls_tdb_set_store_commitment_func(NULL, my_commitment);
#endif
	gnutls_tdb_set_verify_func(tdb, my_verify);
	gnutls_tdb_set_store_func(tdb, my_store);
	gnutls_tdb_set_store_commitment_func(tdb, my_commitment);
	for (i = 0; i < sizeof answers / sizeof *answers; i++) {
		answer = answers[i][0];
		CHECK_IS(gnutls_verify_stored_pubkey("mine", tdb, "h", NULL, GNUTLS_CRT_X509, &cert, 0), answers[i][1]);
		CHECK_IS(gnutls_verify_stored_pubkey("mine", tdb, "h", NULL, GNUTLS_CRT_RAWPK, &spki, 0), answers[i][1]);
		CHECK_IS(gnutls_store_pubkey("mine", tdb, "h", NULL, GNUTLS_CRT_X509, &cert, 12, 0), answers[i][2]);
		CHECK_IS(gnutls_store_commitment("mine", tdb, "h", NULL, GNUTLS_DIG_SHA256, &sha256, 55, 0), answers[i][2]);
	}
	CHECK_IS(called, 16);
	gnutls_tdb_deinit(tdb);
	gnutls_tdb_deinit(NULL);
}

int main(void)
{
	if (!mkdtemp(folder))
		return 2;
	snprintf(db, sizeof db, "%s/db", folder);
	cert = der_of(server_pem);
	other = der_of(leaf_pem);
	spki = spki_of(&cert);
	test_file();
	test_lines();
	test_commitments();
	test_home();
	test_own_store();
	remove(db);
	rmdir(folder);
	gnutls_free(cert.data);
	gnutls_free(other.data);
	gnutls_free(spki.data);
	return check_result();
}
