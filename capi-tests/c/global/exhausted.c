/* A process without memory: large inputs for which there is not enough memory are answered by a code, and when nothing at
 * all is left, functions fail by a code too. Neither ends the process, and with memory again all of it works. */
#include <gnutls/crypto.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>
#include "sessions.h"

#define MIB (1 << 20)
/* The size of an input, and what the process may have beside it. */
#define LARGE (32 * MIB)
#define SPARE (12 * MIB)

/* Limits the address space to what is in use and `more` bytes. */
static void limit(size_t more)
{
	unsigned long pages = 0;
	FILE *f = fopen("/proc/self/statm", "r");
	struct rlimit r;

	CHECK(f != NULL && fscanf(f, "%lu", &pages) == 1);
	if (f)
		fclose(f);
	r.rlim_cur = r.rlim_max = pages * sysconf(_SC_PAGESIZE) + more;
	CHECK(setrlimit(RLIMIT_AS, &r) == 0);
}

/* LARGE bytes of base64 between the lines of PEM. */
static gnutls_datum_t large_pem(const char *name)
{
	char head[64], tail[64];
	gnutls_datum_t d;
	size_t at;

	snprintf(head, sizeof head, "-----BEGIN %s-----\n", name);
	snprintf(tail, sizeof tail, "-----END %s-----\n", name);
	d.data = malloc(LARGE + 256);
	memset(d.data, 'A', LARGE + 256);
	memcpy(d.data, head, strlen(head));
	for (at = strlen(head) + 64; at < LARGE; at += 65)
		d.data[at] = '\n';
	at = LARGE - LARGE % 65;
	d.data[at++] = '\n';
	memcpy(d.data + at, tail, strlen(tail));
	d.size = at + strlen(tail);
	return d;
}

/* A DER SEQUENCE of LARGE bytes that holds an OCTET STRING. */
static gnutls_datum_t large_der(void)
{
	unsigned n = LARGE - 6, m = n - 6;
	unsigned char head[] = { 0x30, 0x84, n >> 24, n >> 16, n >> 8, n, 0x04, 0x84, m >> 24, m >> 16, m >> 8, m };
	gnutls_datum_t d = { malloc(LARGE), LARGE };

	memset(d.data, 'x', LARGE);
	memcpy(d.data, head, sizeof head);
	return d;
}

/* Everything that reads a file's content. None can read this; what counts is that it says so. */
static void read_all(const gnutls_datum_t *d, gnutls_x509_crt_fmt_t format)
{
	gnutls_x509_crt_t crt, *crts = NULL;
	gnutls_x509_crl_t crl;
	gnutls_x509_crq_t crq;
	gnutls_x509_privkey_t x509;
	gnutls_privkey_t key;
	gnutls_pubkey_t pub;
	gnutls_certificate_credentials_t cred;
	gnutls_x509_trust_list_t list;
	gnutls_datum_t small = text(server_pem), out = { 0 };
	unsigned n = 0;

	CHECK(gnutls_x509_crt_init(&crt) == 0);
	CHECK(gnutls_x509_crt_import(crt, d, format) < 0);
	gnutls_x509_crt_deinit(crt);
	CHECK(gnutls_x509_crt_list_import2(&crts, &n, d, format, 0) < 0);
	CHECK(gnutls_x509_crl_init(&crl) == 0);
	CHECK(gnutls_x509_crl_import(crl, d, format) < 0);
	gnutls_x509_crl_deinit(crl);
	CHECK(gnutls_x509_crq_init(&crq) == 0);
	CHECK(gnutls_x509_crq_import(crq, d, format) < 0);
	gnutls_x509_crq_deinit(crq);
	CHECK(gnutls_x509_privkey_init(&x509) == 0);
	CHECK(gnutls_x509_privkey_import(x509, d, format) < 0);
	CHECK(gnutls_x509_privkey_import2(x509, d, format, "password", 0) < 0);
	gnutls_x509_privkey_deinit(x509);
	CHECK(gnutls_x509_privkey_init(&x509) == 0);
	CHECK(gnutls_x509_privkey_import_pkcs8(x509, d, format, "password", 0) < 0);
	gnutls_x509_privkey_deinit(x509);
	CHECK(gnutls_privkey_init(&key) == 0);
	CHECK(gnutls_privkey_import_x509_raw(key, d, format, NULL, 0) < 0);
	gnutls_privkey_deinit(key);
	CHECK(gnutls_pubkey_init(&pub) == 0);
	CHECK(gnutls_pubkey_import(pub, d, format) < 0);
	gnutls_pubkey_deinit(pub);
	CHECK(gnutls_x509_trust_list_init(&list, 0) == 0);
	CHECK(gnutls_x509_trust_list_add_trust_mem(list, d, NULL, format, 0, 0) < 0);
	gnutls_x509_trust_list_deinit(list, 1);
	CHECK(gnutls_certificate_allocate_credentials(&cred) == 0);
	CHECK(gnutls_certificate_set_x509_trust_mem(cred, d, format) <= 0);
	CHECK(gnutls_certificate_set_x509_crl_mem(cred, d, format) < 0);
	CHECK(gnutls_certificate_set_x509_key_mem(cred, d, d, format) < 0);
	CHECK(gnutls_certificate_set_x509_key_mem(cred, &small, d, format) < 0);
	gnutls_certificate_free_credentials(cred);
	if (format == GNUTLS_X509_FMT_PEM)
		CHECK(gnutls_pem_base64_decode2("X", d, &out) < 0);
}

/* What makes something as large as its input. */
static void write_all(const gnutls_datum_t *d)
{
	gnutls_x509_crt_t crt;
	gnutls_x509_crq_t crq;
	gnutls_datum_t out = { 0 }, iv = { (void *)"twelve bytes", 12 },
		       k = { (void *)"sixteen bytes ..", 16 };
	gnutls_aead_cipher_hd_t aead;
	gnutls_priority_t priority;
	gnutls_session_t s;
	char *string = malloc(d->size + 1);
	const char *at;

	CHECK(gnutls_hex_encode2(d, &out) == GNUTLS_E_MEMORY_ERROR);
	CHECK(gnutls_base64_encode2(d, &out) == GNUTLS_E_MEMORY_ERROR);
	CHECK(gnutls_pem_base64_encode2("X", d, &out) == GNUTLS_E_MEMORY_ERROR);
	CHECK(gnutls_hex_decode2(d, &out) < 0);
	CHECK(gnutls_base64_decode2(d, &out) < 0);
	CHECK(string != NULL);
	if (string) {
		memset(string, 'A', d->size);
		string[d->size] = 0;
		CHECK(gnutls_priority_init(&priority, string, &at) < 0);
		CHECK(gnutls_init(&s, GNUTLS_CLIENT) == 0);
		CHECK(gnutls_priority_set_direct(s, string, &at) < 0);
		CHECK(gnutls_server_name_set(s, GNUTLS_NAME_DNS, string, d->size) < 0);
		gnutls_deinit(s);
	}
	/* These may succeed where one copy is enough. */
	CHECK(gnutls_x509_crt_init(&crt) == 0);
	gnutls_x509_crt_set_extension_by_oid(crt, "1.2.3.4", d->data, d->size, 0);
	CHECK(gnutls_x509_crt_set_subject_alt_name(crt, GNUTLS_SAN_DNSNAME, d->data, d->size, GNUTLS_FSAN_SET) < 0);
	gnutls_x509_crt_deinit(crt);
	CHECK(gnutls_x509_crq_init(&crq) == 0);
	gnutls_x509_crq_set_attribute_by_oid(crq, "1.2.3.4", d->data, d->size);
	gnutls_x509_crq_deinit(crq);
	CHECK(gnutls_aead_cipher_init(&aead, GNUTLS_CIPHER_AES_128_GCM, &k) == 0);
	{
		giovec_t in[2] = { { d->data, d->size / 2 }, { d->data + d->size / 2, d->size / 2 } };
		unsigned char tag[16];
		size_t tag_size = sizeof tag;

		/* In place: no copy is needed, but nobody is to count on that. */
		int ret = gnutls_aead_cipher_encryptv2(aead, iv.data, iv.size, NULL, 0, in, 2, tag, &tag_size);
		CHECK(ret == 0 || ret == GNUTLS_E_MEMORY_ERROR);
	}
	gnutls_aead_cipher_deinit(aead);
	free(string);
}

/* All memory of the C library, in pieces that get smaller until not even the smallest is left. */
struct piece { struct piece *next; };

static struct piece *hoard(void)
{
	struct piece *all = NULL, *p;

	for (size_t size = MIB; size >= sizeof *p; size /= 2)
		while ((p = malloc(size)) != NULL) {
			p->next = all;
			all = p;
		}
	return all;
}

static void release(struct piece *all)
{
	while (all) {
		struct piece *next = all->next;

		free(all);
		all = next;
	}
}

/* Without any memory: each call returns, and with memory again a handshake succeeds. */
static void __attribute__((unused)) test_nothing_left(void)
{
	struct pair p;
	struct piece *all;
	gnutls_session_t s;
	gnutls_x509_crt_t crt;
	gnutls_datum_t pem = text(server_pem), out;
	gnutls_certificate_credentials_t cred;
	char data[16] = "data";
	int failed = 0, c, i;

	limit(SPARE);
	/* At which call memory ends differs from round to round. */
	for (i = 0; i < 60; i++) {
		size_t kept = i * 1024;
		void *spare = malloc(kept + 1);

		pair_new(&p, both_versions[i % 2], 0, 0);
		/* The transport of the test has room, so that it needs no memory itself. */
		p.client.in.data = malloc(p.client.in.cap = MIB);
		p.server.in.data = malloc(p.server.in.cap = MIB);
		if (i % 3 == 2)
			HANDSHAKE(&p, 0, 0);
		all = hoard();
		free(spare);
		if (i % 3 == 0)
			failed += gnutls_init(&s, GNUTLS_CLIENT) == 0 ? gnutls_deinit(s), 0 : 1;
		if (i % 3 == 1) {
			int server;

			pair_handshake(&p, &c, &server);
			failed += c < 0 || server < 0;
		}
		if (i % 3 == 2) {
			failed += gnutls_record_send(p.client.s, data, 4) < 0;
			failed += take(&p.server, data, sizeof data) < 0;
		}
		if (gnutls_x509_crt_init(&crt) == 0) {
			failed += gnutls_x509_crt_import(crt, &pem, GNUTLS_X509_FMT_PEM) < 0;
			failed += gnutls_x509_crt_print(crt, GNUTLS_CRT_PRINT_FULL, &out) == 0 ? gnutls_free(out.data), 0 : 1;
			gnutls_x509_crt_deinit(crt);
		}
		if (gnutls_certificate_allocate_credentials(&cred) == 0) {
			failed += gnutls_certificate_set_x509_trust_mem(cred, &pem, GNUTLS_X509_FMT_PEM) < 0;
			gnutls_certificate_free_credentials(cred);
		}
		release(all);
		pair_end(&p);
	}
	/* Otherwise memory never ended. Much succeeds: the library has a small reserve. */
	CHECK(failed > 5);
	for (i = 0; i < 2; i++) {
		pair_new(&p, both_versions[i], 0, 0);
		HANDSHAKE(&p, 0, 0);
		ECHO(&p);
		pair_end(&p);
	}
}

/* Sessions are made until there is no memory for one more: that is told by a code. */
static void __attribute__((unused)) test_many(void)
{
	static gnutls_session_t sessions[2000];
	struct piece *all;
	int n = 0, code = 0;

	limit(SPARE);
	all = hoard();
	while (n < 2000 && (code = gnutls_init(&sessions[n], GNUTLS_CLIENT)) == 0)
		n++;
	CHECK(code == GNUTLS_E_MEMORY_ERROR);
	CHECK(n < 2000);
	release(all);
	while (n > 0)
		gnutls_deinit(sessions[--n]);
	CHECK(gnutls_init(&sessions[0], GNUTLS_CLIENT) == 0);
	gnutls_deinit(sessions[0]);
}

static void test_large_pem(void)
{
	static const char *const names[] = { "CERTIFICATE", "X509 CRL", "NEW CERTIFICATE REQUEST", "PRIVATE KEY",
					     "ENCRYPTED PRIVATE KEY", "RSA PRIVATE KEY", "PUBLIC KEY" };
	gnutls_datum_t d[sizeof names / sizeof names[0]];

	for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
		d[i] = large_pem(names[i]);
	limit(SPARE);
	for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
		read_all(&d[i], GNUTLS_X509_FMT_PEM);
}

static void test_large_der(void)
{
	gnutls_datum_t d = large_der();

	limit(SPARE);
	read_all(&d, GNUTLS_X509_FMT_DER);
}

static void test_large_output(void)
{
	gnutls_datum_t d = large_der();

	/* The string of the test is beside what is spare. */
	limit(SPARE + LARGE);
	write_all(&d);
}

/* Runs a test in a process of its own, whose limit ends with it. */
static void apart(const char *name, void (*test)(void))
{
	int status;
	pid_t pid = fork();

	if (pid == 0) {
		test();
		_exit(check_result());
	}
	CHECK(waitpid(pid, &status, 0) == pid);
	if (!WIFEXITED(status))
		fprintf(stderr, "%s: ended by signal %d\n", name, WTERMSIG(status));
	CHECK(WIFEXITED(status) && WEXITSTATUS(status) == 0);
}

int main(void)
{
	apart("large PEM", test_large_pem);
	apart("large DER", test_large_der);
	apart("large output", test_large_output);
#ifdef OURS
	/* GnuTLS ends with a segmentation fault. */
	apart("nothing left", test_nothing_left);
	apart("many sessions", test_many);
#endif
	return check_result();
}
