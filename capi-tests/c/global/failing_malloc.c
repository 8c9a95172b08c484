/* malloc fails once, at each call of a handshake in turn, and for long from some of them on: the handshake succeeds or fails by a
 * code, the process lives, and the next handshake succeeds. */
#include <sys/wait.h>
#include <unistd.h>
#include "sessions.h"

extern void *__libc_malloc(size_t), *__libc_calloc(size_t, size_t), *__libc_realloc(void *, size_t);

/* The calls are counted while `counting`; those from `first` up to `last` fail. */
static int counting;
static long calls, first, last;

static int fails(void)
{
	return counting && ++calls >= first && calls < last;
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

int main(void)
{
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
