/* Makes kinds.h of kinds.keys: each key, its public key and a signature over "hello" by the library that this is linked with, the
 * installed GnuTLS. Signatures are reproducible; one that cannot be is in kinds.keys and is verified here.
 *   make_kinds kinds.keys > kinds.h */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <gnutls/abstract.h>

static void must(int code, const char *what)
{
	if (code < 0) {
		fprintf(stderr, "make_kinds: %s: %s\n", what, gnutls_strerror(code));
		exit(1);
	}
}

/* A variable of lines of text, or of 100 digits of hex in each. */
static void print_text(const char *name, const char *of, const char *text)
{
	printf("static const char %s_%s[] =\n", name, of);
	while (*text) {
		int n = strcspn(text, "\n");
		printf("\t\"%.*s\\n\"\n", n, text);
		text += n + (text[n] == '\n');
	}
	printf("\t;\n");
}

static void print_bytes(const char *name, const char *of, const gnutls_datum_t *d)
{
	printf("static const char %s_%s[] =\n", name, of);
	for (unsigned i = 0; i < d->size; i++)
		printf("%s%02x%s", i % 50 == 0 ? "\t\"" : "", d->data[i], i % 50 == 49 || i + 1 == d->size ? "\"\n" : "");
	printf("\t;\n");
}

static void make(const char *name, const char *algorithm, const char *kept, const char *pem)
{
	gnutls_datum_t text = { (void *)pem, strlen(pem) }, hello = { (void *)"hello", 5 }, d, hex = { (void *)kept, strlen(kept) };
	gnutls_sign_algorithm_t sign = gnutls_sign_get_id(algorithm);
	gnutls_privkey_t key;
	gnutls_pubkey_t public;

	must(gnutls_privkey_init(&key), name);
	must(gnutls_privkey_import_x509_raw(key, &text, GNUTLS_X509_FMT_PEM, NULL, 0), name);
	must(gnutls_pubkey_init(&public), name);
	must(gnutls_pubkey_import_privkey(public, key, 0, 0), name);

	printf("\n");
	print_text(name, "key", pem);
	if (sign != GNUTLS_SIGN_UNKNOWN) {
		if (*kept)
			must(gnutls_hex_decode2(&hex, &d), name);
		else
			must(gnutls_privkey_sign_data2(key, sign, GNUTLS_PRIVKEY_FLAG_REPRODUCIBLE, &hello, &d), name);
		must(gnutls_pubkey_verify_data2(public, sign, GNUTLS_VERIFY_ALLOW_BROKEN, &hello, &d), name);
		print_bytes(name, "signature", &d);
		gnutls_free(d.data);
	}
	must(gnutls_pubkey_export2(public, GNUTLS_X509_FMT_DER, &d), name);
	print_bytes(name, "public", &d);
	gnutls_free(d.data);
	gnutls_pubkey_deinit(public);
	gnutls_privkey_deinit(key);
}

int main(int argc, char **argv)
{
	char line[1000], name[100] = "", algorithm[100], kept[500], pem[8000];
	FILE *f = argc == 2 ? fopen(argv[1], "r") : NULL;

	if (!f) {
		fprintf(stderr, "make_kinds kinds.keys > kinds.h\n");
		return 1;
	}
	printf("/* Keys of every kind, and signatures of the installed library over \"hello\" with each. Made of kinds.keys by make_kinds: do\n"
	       " * not edit. */\n#ifndef KINDS_H\n#define KINDS_H\n");
	while (fgets(line, sizeof line, f)) {
		if (*line == '#')
			continue;
		if (!*name) {
			*kept = *pem = 0;
			if (sscanf(line, "%99s %99s %499s", name, algorithm, kept) < 2)
				must(GNUTLS_E_PARSING_ERROR, line);
			continue;
		}
		strcat(pem, line);
		if (strncmp(line, "-----END", 8) == 0) {
			make(name, algorithm, kept, pem);
			*name = 0;
		}
	}
	fclose(f);
	printf("\n#endif\n");
	return 0;
}
