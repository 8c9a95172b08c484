/* The key log: the callback and SSLKEYLOGFILE. */
#include "sessions.h"
#include <unistd.h>

/* The application's callback gets each secret with its label and the client's random. */
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
	return check_result();
}
