/* malloc fails once, at each call of a handshake in turn, and for long from some of them on: the handshake succeeds or fails by a
 * code, the process lives, and the next handshake succeeds. The same when a thread uses the library for the first time without
 * memory, and when an object that was made without memory lives on. */
#include <gnutls/crypto.h>
#include <pthread.h>
#include <sys/wait.h>
#include <unistd.h>
#include "sessions.h"

extern void *__libc_malloc(size_t), *__libc_calloc(size_t, size_t), *__libc_realloc(void *, size_t);

/* The calls are counted while `counting`; those from `first` up to `last` fail. */
static int counting;
static long calls, first, last;
/* This thread has no memory at all. */
static __thread int without;

static int fails(void)
{
	return without || (counting && ++calls >= first && calls < last);
}

/* The C library's, for this program and the libraries that it loads. */
void *malloc(size_t n)
{
	return fails() ? NULL : __libc_malloc(n);
}

void *calloc(size_t n, size_t size)
{
	return fails() ? NULL : __libc_calloc(n, size);
}

void *realloc(void *p, size_t n)
{
	return fails() ? NULL : __libc_realloc(p, n);
}

/* A handshake and some data, of which `count` calls fail from the `from`-th on. Returns the number of calls. */
static long attempt(const char *prio, long from, long count)
{
	struct pair p;
	int client, server;
	char data[8];

	pair_new(&p, prio, 0, 0);
	/* The transport of the test has room, so that it needs no memory itself. */
	p.client.in.data = malloc(p.client.in.cap = 1 << 20);
	p.server.in.data = malloc(p.server.in.cap = 1 << 20);
	calls = 0;
	first = from;
	last = from + count;
	counting = 1;
	pair_handshake(&p, &client, &server);
	if (client == 0 && server == 0) {
		gnutls_record_send(p.client.s, "data", 4);
		take(&p.server, data, sizeof data);
	}
	counting = 0;
	if (count == 0) {
		CHECK_IS(client, 0);
		CHECK_IS(server, 0);
	}
	pair_end(&p);
	return calls;
}

static void __attribute__((unused)) test_failing(const char *prio, long from, long count)
{
	int status;
	pid_t pid = fork();

	if (pid == 0) {
		alarm(20);
		attempt(prio, from, count);
		attempt(prio, 0, 0);
		_exit(check_result());
	}
	CHECK(waitpid(pid, &status, 0) == pid);
	if (status != 0)
		fprintf(stderr, "%s, %ld calls from %ld on: status %x\n", prio, count, from, status);
	CHECK(status == 0);
}

/* What a thread does first, in a session that was made elsewhere. */
static struct pair shared;

static int handshake(void)
{
	return gnutls_handshake(shared.client.s);
}

static int whole_handshake(void)
{
	int client, server;

	pair_handshake(&shared, &client, &server);
	return client;
}

static int random_bytes(void)
{
	unsigned char bytes[9];

	return gnutls_rnd(GNUTLS_RND_KEY, bytes, sizeof bytes);
}

static int generated(gnutls_pk_algorithm_t pk, unsigned bits)
{
	gnutls_x509_privkey_t key;
	int ret = gnutls_x509_privkey_init(&key);

	if (ret == 0) {
		ret = gnutls_x509_privkey_generate(key, pk, bits, 0);
		gnutls_x509_privkey_deinit(key);
	}
	return ret;
}

static int ecdsa_key(void)
{
	return generated(GNUTLS_PK_ECDSA, 256);
}

static int rsa_key(void)
{
	return generated(GNUTLS_PK_RSA, 2048);
}

static gnutls_privkey_t signer;

static int signature(void)
{
	gnutls_datum_t data = text("data"), out;
	int ret = gnutls_privkey_sign_data(signer, GNUTLS_DIG_SHA256, 0, &data, &out);

	if (ret == 0)
		gnutls_free(out.data);
	return ret;
}

static int wrong_priority(void)
{
	return gnutls_priority_set_direct(shared.client.s, "WRONG", NULL);
}

static int (*const first_uses[])(void) = { handshake, whole_handshake, random_bytes, ecdsa_key, rsa_key, signature, wrong_priority };

#define FIRST_USES (sizeof first_uses / sizeof first_uses[0])

static void *without_memory(void *use)
{
	int (*f)(void) = *(int (**)(void))use;

	without = 1;
	f();
	without = 0;
	return NULL;
}

static void ignore_line(int level, const char *line)
{
}

static void __attribute__((unused)) test_first_use(unsigned use, int level)
{
	int status;
	pid_t pid = fork();

	if (pid == 0) {
		pthread_t thread;
		gnutls_datum_t key = text(server_key_pem);

		alarm(20);
		if (level > 0) {
			gnutls_global_set_log_function(ignore_line);
			gnutls_global_set_log_level(level);
		}
		pair_new(&shared, both_versions[1], 0, 0);
		shared.client.in.data = malloc(shared.client.in.cap = 1 << 20);
		shared.server.in.data = malloc(shared.server.in.cap = 1 << 20);
		CHECK(gnutls_privkey_init(&signer) == 0);
		CHECK(gnutls_privkey_import_x509_raw(signer, &key, GNUTLS_X509_FMT_PEM, NULL, 0) == 0);
		CHECK(pthread_create(&thread, NULL, without_memory, (void *)&first_uses[use]) == 0);
		CHECK(pthread_join(thread, NULL) == 0);
		/* With memory again all of it works, in a new thread too. */
		attempt(both_versions[1], 0, 0);
		CHECK(ecdsa_key() == 0 && signature() == 0 && random_bytes() == 0);
		_exit(check_result());
	}
	CHECK(waitpid(pid, &status, 0) == pid);
	if (status != 0)
		fprintf(stderr, "first use %u at log level %d: status %x\n", use, level, status);
	CHECK(status == 0);
}

/* A session that was made while there was no memory lives on; then single calls fail now and then, for long. */
static void __attribute__((unused)) test_lives_on(void)
{
	gnutls_session_t lives;
	gnutls_datum_t pem = text(server_pem);
	int failed = 0;

	without = 1;
	CHECK(gnutls_init(&lives, GNUTLS_CLIENT) == 0);
	without = 0;
	for (int i = 0; i < 20000; i++) {
		gnutls_x509_crt_t crt;

		CHECK(gnutls_x509_crt_init(&crt) == 0);
		calls = 0;
		first = 1 + i % 20;
		last = first + 1;
		counting = 1;
		failed += gnutls_x509_crt_import(crt, &pem, GNUTLS_X509_FMT_PEM) < 0;
		counting = 0;
		gnutls_x509_crt_deinit(crt);
	}
	CHECK(failed == 0);
	gnutls_deinit(lives);
}

int main(void)
{
#ifdef OURS
	/* GnuTLS ends with a segmentation fault, or the C library ends the process. */
	for (unsigned use = 0; use < FIRST_USES; use++)
		for (int level = 0; level < 2; level++)
			test_first_use(use, level);
	test_lives_on();
#endif
	for (int v = 0; v < 2; v++) {
		long n;

		attempt(both_versions[v], 0, 0);
		n = attempt(both_versions[v], 0, 0);
		CHECK(n > 20);
#ifdef OURS
		/* GnuTLS ends with a segmentation fault at some, and after others no handshake succeeds any more. */
		for (long i = 1; i <= n; i++)
			test_failing(both_versions[v], i, 1);
		/* From there on without any memory, until it is over. */
		for (long i = 1; i <= n; i += 9)
			test_failing(both_versions[v], i, 1L << 40);
#endif
	}
	return check_result();
}
