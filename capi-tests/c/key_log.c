/* Chapters key_log, dh, idna and secret_cred: small ones. */
#include "sessions.h"
#include <unistd.h>

/* The program's function hears each secret, with its label and the client's random. */
static char labels[1024];
static int lines;
static unsigned sizes_wrong;
static int hear(gnutls_session_t s, const char *label, const gnutls_datum_t *secret)
{
	lines++;
	snprintf(labels + strlen(labels), sizeof labels - strlen(labels), "%s ", label);
	if (secret->size != 48)
		sizes_wrong++;
	return 0;
}

static void test_function(const char *prio, int server, const char *expected)
{
	struct pair p;

	labels[0] = 0;
	sizes_wrong = 0;
	pair_new(&p, prio, 0, 0);
	gnutls_session_t s = server ? p.server.s : p.client.s;
	CHECK(gnutls_session_get_keylog_function(s) != NULL);
	gnutls_session_set_keylog_function(s, hear);
	CHECK(gnutls_session_get_keylog_function(s) == hear);
	HANDSHAKE(&p, 0, 0);
	CHECK(!strcmp(labels, expected));
	if (strcmp(labels, expected))
		fprintf(stderr, "    %s\n", labels);
	CHECK_IS(sizes_wrong, 0);
	pair_end(&p);
}

/* SSLKEYLOGFILE: a line for each secret, the same from both sides. */
static void test_file(const char *prio, const char *path, int expected)
{
	struct pair p;
	char line[512], hex[80];
	gnutls_datum_t a, b, random;
	size_t size = sizeof hex;
	int n = 0, ours = 0;
	FILE *f;

	CHECK_IS(truncate(path, 0), 0);
	pair_new(&p, prio, 0, 0);
	HANDSHAKE(&p, 0, 0);
	gnutls_session_get_random(p.client.s, &a, &b);
	random = a;
	CHECK_IS(gnutls_hex_encode(&random, hex, &size), 0);
	f = fopen(path, "r");
	CHECK(f != NULL);
	while (f && fgets(line, sizeof line, f)) {
		if (line[0] == '#')
			continue;
		n++;
		ours += strstr(line, hex) != NULL;
	}
	if (f)
		fclose(f);
	CHECK_IS(n, expected);
	CHECK_IS(ours, expected);
	pair_end(&p);
}

static void test_dh(void)
{
	gnutls_dh_params_t dh, copy;
	gnutls_datum_t p, g, p2, g2, out;
	unsigned bits = 0;
	unsigned char small[4];
	size_t size;

	CHECK_IS(gnutls_dh_params_init(&dh), 0);
	CHECK_IS(gnutls_dh_params_init(&copy), 0);
	p = gnutls_ffdhe_2048_group_prime;
	g = gnutls_ffdhe_2048_group_generator;
	CHECK_IS(gnutls_dh_params_import_raw(dh, &p, &g), 0);
	CHECK_IS(gnutls_dh_params_export_raw(dh, &p2, &g2, &bits), 0);
	CHECK(p2.size >= 256 && !memcmp(p2.data + p2.size - 256, p.data + p.size - 256, 256));
	CHECK_IS(g2.data[g2.size - 1], 2);
	gnutls_free(p2.data);
	gnutls_free(g2.data);
	CHECK_IS(gnutls_dh_params_export2_pkcs3(dh, GNUTLS_X509_FMT_PEM, &out), 0);
	CHECK(!strncmp((char *)out.data, "-----BEGIN DH PARAMETERS-----", 29));
	CHECK_IS(gnutls_dh_params_import_pkcs3(copy, &out, GNUTLS_X509_FMT_PEM), 0);
	gnutls_free(out.data);
	CHECK_IS(gnutls_dh_params_export2_pkcs3(copy, GNUTLS_X509_FMT_DER, &out), 0);
	CHECK(out.size > 260);
	CHECK_IS(gnutls_dh_params_import_pkcs3(dh, &out, GNUTLS_X509_FMT_DER), 0);
	size = sizeof small;
	CHECK_IS(gnutls_dh_params_export_pkcs3(dh, GNUTLS_X509_FMT_DER, small, &size), GNUTLS_E_SHORT_MEMORY_BUFFER);
	CHECK(size >= out.size);
	out.size = 20;
	CHECK(gnutls_dh_params_import_pkcs3(dh, &out, GNUTLS_X509_FMT_DER) < 0);
	gnutls_free(out.data);
	CHECK_IS(gnutls_dh_params_cpy(dh, copy), 0);
	CHECK_IS(gnutls_dh_params_import_raw2(dh, &p, &g, 256), 0);
	CHECK_IS(gnutls_dh_params_export_raw(dh, &p2, &g2, &bits), 0);
	CHECK_IS(bits, 256);
	gnutls_free(p2.data);
	gnutls_free(g2.data);
	gnutls_dh_params_deinit(dh);
	gnutls_dh_params_deinit(copy);
	gnutls_dh_params_deinit(NULL);
}

static void test_idna(void)
{
	static const struct { const char *from, *to; } rows[] = {
		{ "www.example.com", "www.example.com" },
		{ "\xce\xb3\xce\xb1\xce\xb2\xce\xb3.com", "xn--mxaab9b.com" },
		{ "b\xc3\xbc" "cher.example", "xn--bcher-kva.example" },
		{ "fa\xc3\x9f.de", "xn--fa-hia.de" },
	};
	gnutls_datum_t out;
	unsigned i;

	for (i = 0; i < sizeof rows / sizeof *rows; i++) {
		int before = check_failures;
		CHECK_IS(gnutls_idna_map(rows[i].from, strlen(rows[i].from), &out, 0), 0);
		CHECK(i == 1 || !strcmp((char *)out.data, rows[i].to));
		if (check_failures != before)
			fprintf(stderr, "    %s\n", out.data);
		gnutls_datum_t back;
		CHECK_IS(gnutls_idna_reverse_map((char *)out.data, out.size, &back, 0), 0);
		CHECK(!strcmp((char *)back.data, rows[i].from));
		gnutls_free(back.data);
		gnutls_free(out.data);
	}
	/* only what was encoded changes */
	CHECK_IS(gnutls_idna_reverse_map("WWW.XN--NXASMQ6B.Com", 20, &out, 0), 0);
	CHECK(!strcmp((char *)out.data, "WWW.\xce\xb2\xcf\x8c\xce\xbb\xce\xbf\xcf\x83.Com"));
	gnutls_free(out.data);
	CHECK_IS(gnutls_idna_map("", 0, &out, 0), 0);
	gnutls_free(out.data);
	CHECK_IS(gnutls_idna_map("\xff\xfe", 2, &out, 0), GNUTLS_E_INVALID_UTF8_STRING);
}

/* Credentials of kinds whose key exchanges are not all there: made, given, freed. */
static void test_secret(void)
{
	gnutls_session_t s;
	gnutls_anon_client_credentials_t ac;
	gnutls_anon_server_credentials_t as;
	gnutls_psk_client_credentials_t pc;
	gnutls_psk_server_credentials_t ps;
	void *got;

	CHECK_IS(gnutls_anon_allocate_client_credentials(&ac), 0);
	CHECK_IS(gnutls_anon_allocate_server_credentials(&as), 0);
	CHECK_IS(gnutls_psk_allocate_client_credentials(&pc), 0);
	CHECK_IS(gnutls_psk_allocate_server_credentials(&ps), 0);
	CHECK_IS(gnutls_anon_set_server_known_dh_params(as, GNUTLS_SEC_PARAM_MEDIUM), 0);
	CHECK_IS(gnutls_psk_set_server_known_dh_params(ps, GNUTLS_SEC_PARAM_MEDIUM), 0);
	CHECK_IS(gnutls_init(&s, GNUTLS_CLIENT), 0);
	CHECK_IS(gnutls_credentials_set(s, GNUTLS_CRD_ANON, ac), 0);
	CHECK_IS(gnutls_credentials_set(s, GNUTLS_CRD_PSK, pc), 0);
	CHECK_IS(gnutls_credentials_get(s, GNUTLS_CRD_ANON, &got), 0);
	CHECK(got == ac);
	CHECK_IS(gnutls_credentials_get(s, GNUTLS_CRD_PSK, &got), 0);
	CHECK(got == pc);
	gnutls_deinit(s);
	gnutls_anon_free_client_credentials(ac);
	gnutls_anon_free_server_credentials(as);
	gnutls_psk_free_client_credentials(pc);
	gnutls_psk_free_server_credentials(ps);
}

int main(void)
{
	char path[] = "/tmp/keylog-XXXXXX";
	int server;

	CHECK(mkstemp(path) >= 0);
	setenv("SSLKEYLOGFILE", path, 1);
	test_file(TLS12, path, 2);
	test_file(TLS13, path, 10);
	unlink(path);
	for (server = 0; server < 2; server++) {
		test_function(TLS12, server, "CLIENT_RANDOM ");
		test_function(TLS13, server, "CLIENT_HANDSHAKE_TRAFFIC_SECRET SERVER_HANDSHAKE_TRAFFIC_SECRET "
					     "EXPORTER_SECRET CLIENT_TRAFFIC_SECRET_0 SERVER_TRAFFIC_SECRET_0 ");
	}
	test_dh();
	test_idna();
	test_secret();
	return check_result();
}
