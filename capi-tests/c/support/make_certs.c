/* Makes certs.h or identities.h of certs.txt: certificates and signatures by the library that this is linked with, the installed
 * GnuTLS, and encrypted keys by OpenSSL.
 *   make_certs certs|identities certs.txt certs.keys > HEADER.h */
#include "make_encrypted.h"
#include "make_objects.h"

#define PASSWORD "1234"

static void print_variable(const char *name, const char *pem)
{
	printf("\nstatic const char %s_pem[] __attribute__((unused)) =\n", name);
	print_lines("\t", pem);
	printf(";\n");
}

static char *encoded(const char *label, struct der der)
{
	BIO *out = BIO_new(BIO_s_mem());
	need(PEM_write_bio(out, label, "", der.p, der.n), label);
	return taken(out);
}

static char *traditional(EVP_PKEY *key)
{
	BIO *out = BIO_new(BIO_s_mem());
	need(PEM_write_bio_PrivateKey_traditional(out, key, NULL, NULL, 0, NULL, NULL), "a traditional key");
	return taken(out);
}

/* The line's PEM, which the caller frees. */
static char *pem_of(const char **f)
{
	if (strcmp(f[0], "pem") == 0) {
		int i = object_of(f[1]);
		return encoded(objects[i].crl ? PEM_STRING_X509_CRL : PEM_STRING_X509, objects[i].der);
	}
	struct der pkcs8 = keys[key_of(f[2])].pkcs8;
	const unsigned char *p = pkcs8.p;
	EVP_PKEY *key = d2i_AutoPrivateKey(NULL, &p, pkcs8.n);
	char *pem = NULL;

	need(key != NULL, f[2]);
	if (strcmp(f[0], "pkcs8") == 0)
		pem = encoded(PEM_STRING_PKCS8INF, pkcs8);
	else if (strcmp(f[0], "traditional") == 0)
		pem = traditional(key);
	else if (strcmp(f[0], "pbes2") == 0)
		pem = encrypted_pkcs8(key, PASSWORD, f[3], f[4], f[5], f[6]);
	else if (strcmp(f[0], "rfc1421") == 0)
		pem = encrypted_pem(key, PEM_STRING_RSA, PASSWORD, f[3], f[4]);
	else
		die("what is this", f[0]);
	EVP_PKEY_free(key);
	return pem;
}

int main(int argc, char **argv)
{
	const char *field[FIELDS];
	int is_wanted = 0, in_headers = 0;
	FILE *f;

	if (argc != 4)
		die("usage", "make_certs certs|identities certs.txt certs.keys > HEADER.h");
	f = fopen(argv[2], "r");
	if (!f)
		die("cannot be read", argv[2]);
	load_providers();
	const char *guard = strcmp(argv[1], "certs") == 0 ? "CERTS_H" : "IDENTITIES_H";
	if (*guard == 'C')
		printf("/* Throw-away certificates and keys of the C tests, valid until 2081.");
	else
		printf("/* P-256 identities of the session tests, issued by the intermediate of certs.h. \"old\" is expired and has\n"
		       " * the key of \"server\"; \"client\" may only be a client.");
	printf(" Made of certs.txt by make_certs: do not edit. */\n#ifndef %s\n#define %s\n", guard, guard);
	while (next_line(f, field)) {
		if (strcmp(field[0], "header") == 0) {
			in_headers = 1;
			is_wanted = strcmp(field[1], argv[1]) == 0;
		} else if (!in_headers) {
			if (!describes(field, argv[3]))
				die("what is this", field[0]);
		} else if (is_wanted) {
			char *pem = pem_of(field);
			print_variable(field[1], pem);
			free(pem);
		}
	}
	fclose(f);
	printf("\n#endif\n");
	objects_done();
	return 0;
}
