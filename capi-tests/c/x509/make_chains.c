/* Makes chains.h of chains.txt: the certificates and revocation lists, and of each case the status that the library gives which
 * this is linked with, the installed GnuTLS. Keys are in chains.keys.
 *   make_chains chains.txt chains.keys > chains.h */
#include <time.h>
#include "make_objects.h"

static time_t now;

static int numbers(char *list, int *to)
{
	const char *each[32];
	int n = strcmp(list, "-") == 0 ? 0 : split(list, ",", each, 32);
	for (int i = 0; i < n; i++)
		to[i] = object_of(each[i]);
	return n;
}

/* At most `capacity` numbers, the end among them, as struct chain_case has it. */
static void print_numbers(const int *list, int n, int capacity)
{
	if (n >= capacity)
		die("too many for struct chain_case", n ? objects[list[0]].name : "-");
	printf("{ ");
	for (int i = 0; i < n; i++)
		printf("%d, ", list[i]);
	printf("-1 }, ");
}

static time_t then(time_t *t)
{
	if (t)
		*t = now;
	return now;
}

static unsigned status_of(const int *anchors, int n_anchors, const int *chain, int n_chain, const int *crls, int n_crls,
			  const char *host, const char *purpose, unsigned flags)
{
	gnutls_x509_trust_list_t list;
	gnutls_x509_crt_t crts[32];
	gnutls_typed_vdata_st data[2];
	unsigned elements = 0, status = 0;

	must(gnutls_x509_trust_list_init(&list, 0), "list");
	for (int i = 0; i < n_anchors; i++) {
		gnutls_datum_t der = der_datum(objects[anchors[i]].der);
		must(gnutls_x509_trust_list_add_trust_mem(list, &der, NULL, GNUTLS_X509_FMT_DER, 0, 0), "anchor");
	}
	for (int i = 0; i < n_crls; i++) {
		gnutls_datum_t der = der_datum(objects[crls[i]].der);
		must(gnutls_x509_trust_list_add_trust_mem(list, NULL, &der, GNUTLS_X509_FMT_DER, 0, 0), "crl");
	}
	for (int i = 0; i < n_chain; i++) {
		gnutls_datum_t der = der_datum(objects[chain[i]].der);
		must(gnutls_x509_crt_init(&crts[i]), "certificate");
		must(gnutls_x509_crt_import(crts[i], &der, GNUTLS_X509_FMT_DER), objects[chain[i]].name);
	}
	if (*host != '-')
		data[elements++] = (gnutls_typed_vdata_st){ GNUTLS_DT_DNS_HOSTNAME, (void *)host, 0 };
	if (*purpose != '-')
		data[elements++] = (gnutls_typed_vdata_st){ GNUTLS_DT_KEY_PURPOSE_OID, (void *)purpose, 0 };
	must(gnutls_x509_trust_list_verify_crt2(list, crts, n_chain, data, elements, flags, &status, NULL), "verification");
	for (int i = 0; i < n_chain; i++)
		gnutls_x509_crt_deinit(crts[i]);
	gnutls_x509_trust_list_deinit(list, 1);
	return status;
}

static void print_string(const char *s)
{
	if (*s == '-')
		printf("NULL, ");
	else
		printf("\"%s\", ", s);
}

static void print_case(const char **f)
{
	int anchors[32], chain[32], crls[32];
	const char *flags[64];
	int n_anchors = numbers((char *)f[2], anchors), n_chain = numbers((char *)f[3], chain), n_crls = numbers((char *)f[4], crls);
	int n = split((char *)f[7], ",", flags, 64);

	for (int i = 0; i < n; i++) {
		unsigned flag = strtoul(flags[i], NULL, 16);
		printf("\t{ \"%s\", ", f[1]);
		print_numbers(anchors, n_anchors, 4);
		print_numbers(chain, n_chain, 24);
		print_numbers(crls, n_crls, 3);
		printf("0x%x, ", flag);
		print_string(f[5]);
		print_string(f[6]);
		printf("0x%x },\n", status_of(anchors, n_anchors, chain, n_chain, crls, n_crls, f[5], f[6], flag));
	}
}

static void print_objects(void)
{
	printf("/* Made of chains.txt by make_chains, with the status that the installed GnuTLS gives each case at the time CHAINS_TIME: do\n"
	       " * not edit. Certificates and CRLs in base64, then the cases by their numbers (-1 ends a list). */\n"
	       "#ifndef CHAINS_H\n#define CHAINS_H\n#define CHAINS_TIME %ld\n\nstatic const char *const chain_objects[] = {\n", (long)now);
	for (int i = 0; i < n_objects; i++) {
		gnutls_datum_t der = der_datum(objects[i].der), text;
		must(gnutls_base64_encode2(&der, &text), objects[i].name);
		printf("\t/* %d: %s */\n", i, objects[i].name);
		for (unsigned at = 0; at < text.size; at += 116)
			printf("\t\"%.116s\"%s\n", text.data + at, at + 116 >= text.size ? "," : "");
		gnutls_free(text.data);
	}
	printf("};\n\nstatic const struct chain_case {\n\tconst char *name;\n\tshort trust[4], chain[24], crl[3];\n\tunsigned flags;\n"
	       "\tconst char *host, *purpose;\n\tunsigned status;\n} chain_cases[] = {\n");
}

int main(int argc, char **argv)
{
	const char *field[FIELDS];
	int in_cases = 0;
	FILE *f;

	if (argc != 3)
		die("usage", "make_chains chains.txt chains.keys > chains.h");
	f = fopen(argv[1], "r");
	if (!f)
		die("cannot be read", argv[1]);
	gnutls_global_set_time_function(then);
	while (next_line(f, field)) {
		if (strcmp(field[0], "time") == 0)
			now = atol(field[1]);
		else if (strcmp(field[0], "case") == 0) {
			if (!in_cases++)
				print_objects();
			print_case(field);
		} else if (!describes(field, argv[2]))
			die("what is this", field[0]);
	}
	fclose(f);
	printf("};\n#endif\n");
	objects_done();
	return 0;
}
