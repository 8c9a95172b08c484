/* The transport: descriptors, pointers, functions, errno, timeouts, and calls that would block at any byte. */
#include "sessions.h"
#include <gnutls/socket.h>
#include <netinet/in.h>
#include <pthread.h>
#include <sys/socket.h>
#include <sys/uio.h>
#include <fcntl.h>
#include <time.h>
#include <unistd.h>
#include <signal.h>

static void test_pointers(void)
{
	gnutls_session_t s;
	int a = 0, b = 0;
	void *pa = NULL, *pb = NULL;
	int x, y;

	CHECK_IS(gnutls_init(&s, GNUTLS_CLIENT), 0);
	gnutls_transport_set_int2(s, 3, 4);
	gnutls_transport_get_int2(s, &a, &b);
	CHECK_IS(a, 3);
	CHECK_IS(b, 4);
	CHECK_IS(gnutls_transport_get_int(s), 3);
	gnutls_transport_set_int(s, 5);
	gnutls_transport_get_int2(s, &a, &b);
	CHECK_IS(a, 5);
	CHECK_IS(b, 5);
	CHECK(gnutls_transport_get_ptr(s) == (void *)5);
	gnutls_transport_set_ptr(s, &x);
	CHECK(gnutls_transport_get_ptr(s) == &x);
	gnutls_transport_set_ptr2(s, &x, &y);
	gnutls_transport_get_ptr2(s, &pa, &pb);
	CHECK(pa == &x && pb == &y);
	CHECK(gnutls_transport_get_ptr(s) == &x);
	CHECK_IS(gnutls_transport_is_ktls_enabled(s), 0);
	gnutls_deinit(s);
}

/* Two sessions over non-blocking descriptors. */
static void test_descriptors(const char *prio, int two_pairs)
{
	int up[2], down[2], c = GNUTLS_E_AGAIN, s = GNUTLS_E_AGAIN, i;
	gnutls_session_t client, server;
	gnutls_certificate_credentials_t cc = credentials(NULL, NULL), sc = credentials(server_pem, server_key_pem);
	char buf[32];

	CHECK_IS(socketpair(AF_UNIX, SOCK_STREAM, 0, up), 0);
	CHECK_IS(socketpair(AF_UNIX, SOCK_STREAM, 0, down), 0);
	for (i = 0; i < 2; i++) {
		fcntl(up[i], F_SETFL, O_NONBLOCK);
		fcntl(down[i], F_SETFL, O_NONBLOCK);
	}
	CHECK_IS(gnutls_init(&client, GNUTLS_CLIENT | GNUTLS_NONBLOCK | GNUTLS_NO_SIGNAL), 0);
	CHECK_IS(gnutls_init(&server, GNUTLS_SERVER | GNUTLS_NONBLOCK | GNUTLS_NO_SIGNAL), 0);
	gnutls_priority_set_direct(client, prio, NULL);
	gnutls_priority_set_direct(server, prio, NULL);
	gnutls_credentials_set(client, GNUTLS_CRD_CERTIFICATE, cc);
	gnutls_credentials_set(server, GNUTLS_CRD_CERTIFICATE, sc);
	if (two_pairs) {
		gnutls_transport_set_int2(client, down[0], up[0]);
		gnutls_transport_set_int2(server, up[1], down[1]);
	} else {
		gnutls_transport_set_int(client, up[0]);
		gnutls_transport_set_int(server, up[1]);
	}
	for (i = 0; i < 50 && (c || s); i++) {
		if (c)
			c = gnutls_handshake(client);
		if (s)
			s = gnutls_handshake(server);
	}
	CHECK_IS(c, 0);
	CHECK_IS(s, 0);
	CHECK_IS(gnutls_record_recv(server, buf, sizeof buf), GNUTLS_E_AGAIN);
	CHECK_IS(gnutls_record_get_direction(server), 0);
	CHECK_IS(gnutls_record_send(client, "hello", 5), 5);
	CHECK_IS(gnutls_record_recv(server, buf, sizeof buf), 5);
	CHECK_IS(gnutls_bye(client, GNUTLS_SHUT_WR), 0);
	CHECK_IS(gnutls_record_recv(server, buf, sizeof buf), 0);

	/* Until the socket's buffer is full: then the record continues where it stopped. */
	char big[16384];
	long sent = 0, got = 0, n;
	memset(big, 'b', sizeof big);
	while ((n = gnutls_record_send(server, big, sizeof big)) > 0)
		sent += n;
	CHECK_IS(n, GNUTLS_E_AGAIN);
	CHECK_IS(gnutls_record_get_direction(server), 1);
	/* In TLS 1.3 the client may or may not have received a ticket of the server before. */
	for (i = 0; i < 10000 && got < sent + (long)sizeof big; i++) {
		char in[9999];
		n = gnutls_record_recv(client, in, sizeof in);
		if (n > 0)
			got += n;
		else if (n != GNUTLS_E_AGAIN)
			break;
		else if (got < sent + (long)sizeof big && gnutls_record_send(server, NULL, 0) == GNUTLS_E_AGAIN)
			continue;
	}
	CHECK_IS(got, sent + sizeof big);

	/* The peer has closed the connection: an error is returned, and no signal raised. */
	close(up[0]);
	close(down[0]);
	for (i = 0; i < 4 && (n = gnutls_record_send(server, big, 100)) > 0; i++)
		;
	CHECK_IS(n, GNUTLS_E_PUSH_ERROR);
	gnutls_deinit(client);
	gnutls_deinit(server);
	close(up[1]);
	close(down[1]);
	gnutls_certificate_free_credentials(cc);
	gnutls_certificate_free_credentials(sc);
}

/* One byte per call, and every other call would block. */
static ssize_t slow_push(gnutls_transport_ptr_t t, const void *p, size_t n)
{
	struct end *e = t;
	if (e->turn++ & 1) {
		gnutls_transport_set_errno(e->s, e->turn & 2 ? EAGAIN : EINTR);
		return -1;
	}
	return pair_push(t, p, 1);
}

static ssize_t slow_pull(gnutls_transport_ptr_t t, void *p, size_t n)
{
	struct end *e = t;
	if (e->turn++ & 1) {
		gnutls_transport_set_errno(e->s, e->turn & 2 ? EAGAIN : EINTR);
		return -1;
	}
	return pair_pull(t, p, 1);
}

static void test_slow(const char *prio, int push, int pull)
{
	struct pair p;
	struct end *ends[2];
	char out[5000], in[5000];
	int i, tries;
	ssize_t n, got;

	pair_new(&p, prio, 0, 0);
	ends[0] = &p.client;
	ends[1] = &p.server;
	for (i = 0; i < 2; i++) {
		if (push)
			gnutls_transport_set_push_function(ends[i]->s, slow_push);
		if (pull)
			gnutls_transport_set_pull_function(ends[i]->s, slow_pull);
	}
	HANDSHAKE(&p, 0, 0);
	memset(out, 'o', sizeof out);
	n = gnutls_record_send(p.client.s, out, sizeof out);
	if (push)
		CHECK(n == GNUTLS_E_AGAIN || n == GNUTLS_E_INTERRUPTED);
	for (tries = 0; n < 0 && tries < 50000; tries++) {
		CHECK_IS(gnutls_record_get_direction(p.client.s), 1);
		n = tries & 1 ? gnutls_record_send(p.client.s, NULL, 0) : gnutls_record_send(p.client.s, out, sizeof out);
		if (n < 0 && n != GNUTLS_E_AGAIN && n != GNUTLS_E_INTERRUPTED)
			break;
	}
	CHECK_IS(n, sizeof out);
	for (got = 0, tries = 0; got < (ssize_t)sizeof out && tries < 50000; tries++) {
		n = gnutls_record_recv(p.server.s, in + got, sizeof in - got);
		if (n > 0)
			got += n;
		else if (n != GNUTLS_E_AGAIN && n != GNUTLS_E_INTERRUPTED)
			break;
	}
	CHECK_IS(got, sizeof out);
	CHECK(!memcmp(in, out, sizeof out));
	for (tries = 0; (n = gnutls_bye(p.server.s, GNUTLS_SHUT_WR)) && tries < 1000; tries++)
		CHECK(n == GNUTLS_E_AGAIN || n == GNUTLS_E_INTERRUPTED);
	CHECK_IS(n, 0);
	n = take(&p.client, in, sizeof in);
	CHECK_IS(n, 0);
	pair_end(&p);
}

/* Vectors. */
static int vectors;
static ssize_t vec_push(gnutls_transport_ptr_t t, const giovec_t *v, int n)
{
	ssize_t sum = 0;
	int i;
	vectors++;
	for (i = 0; i < n; i++) {
		pair_push(t, v[i].iov_base, v[i].iov_len);
		sum += v[i].iov_len;
	}
	return sum;
}

static void test_vectors(const char *prio)
{
	struct pair p;
	pair_new(&p, prio, 0, 0);
	gnutls_transport_set_vec_push_function(p.client.s, vec_push);
	gnutls_transport_set_vec_push_function(p.server.s, vec_push);
	vectors = 0;
	HANDSHAKE(&p, 0, 0);
	ECHO(&p);
	CHECK(vectors >= 4);
	pair_end(&p);
}

/* How failures of the application's functions are reported. */
static int reason;
static ssize_t failing_push(gnutls_transport_ptr_t t, const void *p, size_t n)
{
	struct end *e = t;
	gnutls_transport_set_errno(e->s, reason);
	return -1;
}
static ssize_t failing_pull(gnutls_transport_ptr_t t, void *p, size_t n)
{
	struct end *e = t;
	errno = EDOM;
	gnutls_transport_set_errno(e->s, reason);
	/* It is the session's own, not the thread's. */
	CHECK_IS(errno, EDOM);
	return -1;
}
static int told_by_function(gnutls_transport_ptr_t t)
{
	return EINTR;
}
static ssize_t plain_errno_pull(gnutls_transport_ptr_t t, void *p, size_t n)
{
	errno = EAGAIN;
	return -1;
}

static void test_failures(void)
{
	static const struct { int reason, push, pull; } rows[] = {
		{ EAGAIN, GNUTLS_E_AGAIN, GNUTLS_E_AGAIN },
		{ EINTR, GNUTLS_E_INTERRUPTED, GNUTLS_E_INTERRUPTED },
		{ EIO, GNUTLS_E_PUSH_ERROR, GNUTLS_E_PULL_ERROR },
		{ ECONNRESET, GNUTLS_E_PREMATURE_TERMINATION, GNUTLS_E_PULL_ERROR },
		{ EPIPE, GNUTLS_E_PUSH_ERROR, GNUTLS_E_PULL_ERROR },
		{ EMSGSIZE, GNUTLS_E_PUSH_ERROR, GNUTLS_E_PULL_ERROR },
	};
	unsigned i, v;
	struct pair p;
	char buf[10];

	for (i = 0; i < sizeof rows / sizeof *rows; i++)
		for (v = 0; v < 2; v++) {
			int before = check_failures;
			reason = rows[i].reason;
			pair_new(&p, both_versions[v], 0, 0);
			gnutls_transport_set_push_function(p.client.s, failing_push);
			CHECK_IS(gnutls_handshake(p.client.s), rows[i].push);
			gnutls_transport_set_pull_function(p.server.s, failing_pull);
			CHECK_IS(gnutls_handshake(p.server.s), rows[i].pull);
			pair_end(&p);

			pair_new(&p, both_versions[v], 0, 0);
			HANDSHAKE(&p, 0, 0);
			gnutls_transport_set_push_function(p.client.s, failing_push);
			CHECK_IS(gnutls_record_send(p.client.s, "x", 1), rows[i].push);
			gnutls_transport_set_pull_function(p.server.s, failing_pull);
			CHECK_IS(gnutls_record_recv(p.server.s, buf, sizeof buf), rows[i].pull);
			pair_end(&p);
			if (check_failures != before)
				fprintf(stderr, "    for errno %d\n", reason);
		}
	pair_new(&p, TLS13, 0, 0);
	HANDSHAKE(&p, 0, 0);
	gnutls_transport_set_pull_function(p.server.s, plain_errno_pull);
	CHECK_IS(gnutls_record_recv(p.server.s, buf, sizeof buf), GNUTLS_E_AGAIN);
	gnutls_transport_set_errno_function(p.server.s, told_by_function);
	CHECK_IS(gnutls_record_recv(p.server.s, buf, sizeof buf), GNUTLS_E_INTERRUPTED);
	pair_end(&p);
}

static long since(const struct timespec *start)
{
	struct timespec now;
	clock_gettime(CLOCK_MONOTONIC, &now);
	return (now.tv_sec - start->tv_sec) * 1000 + (now.tv_nsec - start->tv_nsec) / 1000000;
}

/* A silent peer: handshake and receive time out. */
static void test_timeouts(void)
{
	int fd[2];
	gnutls_session_t s;
	struct timespec start;
	gnutls_certificate_credentials_t cc = credentials(NULL, NULL);
	char buf[10];
	long ms;

	CHECK_IS(socketpair(AF_UNIX, SOCK_STREAM, 0, fd), 0);
	CHECK_IS(gnutls_init(&s, GNUTLS_CLIENT), 0);
	gnutls_set_default_priority(s);
	gnutls_credentials_set(s, GNUTLS_CRD_CERTIFICATE, cc);
	gnutls_transport_set_int(s, fd[0]);
	gnutls_handshake_set_timeout(s, 60);
	clock_gettime(CLOCK_MONOTONIC, &start);
	CHECK_IS(gnutls_handshake(s), GNUTLS_E_TIMEDOUT);
	ms = since(&start);
	CHECK(ms >= 40 && ms < 5000);
	gnutls_deinit(s);

	clock_gettime(CLOCK_MONOTONIC, &start);
	CHECK_IS(gnutls_system_recv_timeout((void *)(long)fd[0], 50), 0);
	CHECK(since(&start) >= 40);
	CHECK_IS(gnutls_system_recv_timeout((void *)(long)fd[0], 0), 0);
	CHECK_IS(write(fd[1], "x", 1), 1);
	CHECK_IS(gnutls_system_recv_timeout((void *)(long)fd[0], 1000), 1);
	CHECK_IS(gnutls_system_recv_timeout((void *)(long)fd[0], GNUTLS_INDEFINITE_TIMEOUT), 1);
	close(fd[0]);
	close(fd[1]);

	struct pair p;
	pair_new(&p, TLS13, 0, 0);
	HANDSHAKE(&p, 0, 0);
	gnutls_record_set_timeout(p.server.s, 30);
	CHECK_IS(gnutls_record_recv(p.server.s, buf, sizeof buf), GNUTLS_E_AGAIN);
	ECHO(&p);
	pair_end(&p);
	gnutls_certificate_free_credentials(cc);
}

/* A session that may wait: the pull timeout function is asked before each pull. */
static int asked;
static int counting_timeout(gnutls_transport_ptr_t t, unsigned ms)
{
	asked++;
	return pair_pull_timeout(t, ms);
}

static void test_timeout_function(void)
{
	struct pair p;
	gnutls_session_t s;
	char buf[10];

	memset(&p, 0, sizeof p);
	p.ccred = credentials(NULL, NULL);
	p.scred = credentials(server_pem, server_key_pem);
	end_init(&p.client, &p.server, GNUTLS_CLIENT, TLS13, p.ccred);
	end_init(&p.server, &p.client, GNUTLS_SERVER, TLS13, p.scred);
	CHECK_IS(gnutls_init(&s, GNUTLS_SERVER), 0);
	gnutls_deinit(p.server.s);
	p.server.s = s;
	gnutls_priority_set_direct(s, TLS13, NULL);
	gnutls_credentials_set(s, GNUTLS_CRD_CERTIFICATE, p.scred);
	gnutls_transport_set_ptr(s, &p.server);
	gnutls_transport_set_push_function(s, pair_push);
	gnutls_transport_set_pull_function(s, pair_pull);
	gnutls_transport_set_pull_timeout_function(s, counting_timeout);
	HANDSHAKE(&p, 0, 0);
	gnutls_record_set_timeout(s, 5);
	asked = 0;
	CHECK_IS(gnutls_record_recv(s, buf, sizeof buf), GNUTLS_E_TIMEDOUT);
	CHECK(asked > 0);
	ECHO(&p);
	pair_end(&p);
}

static void *serve(void *listener)
{
	gnutls_certificate_credentials_t cred = credentials(server_pem, server_key_pem);
	int fd = accept(*(int *)listener, NULL, NULL), code;
	gnutls_session_t s;
	char buf[16];

	CHECK(fd >= 0);
	CHECK_IS(gnutls_init(&s, GNUTLS_SERVER), 0);
	gnutls_priority_set_direct(s, "NORMAL", NULL);
	gnutls_credentials_set(s, GNUTLS_CRD_CERTIFICATE, cred);
	gnutls_transport_set_int(s, fd);
	do {
		code = gnutls_handshake(s);
	} while (code < 0 && !gnutls_error_is_fatal(code));
	CHECK_IS(code, 0);
	CHECK_IS(gnutls_record_recv(s, buf, sizeof buf), 4);
	CHECK_IS(gnutls_record_send(s, buf, 4), 4);
	gnutls_deinit(s);
	gnutls_certificate_free_credentials(cred);
	close(fd);
	return NULL;
}

/* The first write of a client connects its socket, one that waits or one that does not. */
static void test_fastopen(const char *prio, int nonblocking)
{
	gnutls_certificate_credentials_t cred = credentials(NULL, NULL);
	struct sockaddr_in address = { .sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
	socklen_t size = sizeof address;
	int listener, fd, code, tries = 0;
	gnutls_session_t s;
	pthread_t thread;
	char buf[16];

	listener = socket(AF_INET, SOCK_STREAM, 0);
	CHECK_IS(bind(listener, (struct sockaddr *)&address, sizeof address), 0);
	CHECK_IS(listen(listener, 1), 0);
	CHECK_IS(getsockname(listener, (struct sockaddr *)&address, &size), 0);
	CHECK_IS(pthread_create(&thread, NULL, serve, &listener), 0);

	fd = socket(AF_INET, SOCK_STREAM, 0);
	if (nonblocking)
		fcntl(fd, F_SETFL, O_NONBLOCK);
	CHECK_IS(gnutls_init(&s, GNUTLS_CLIENT | (nonblocking ? GNUTLS_NONBLOCK : 0)), 0);
	gnutls_priority_set_direct(s, prio, NULL);
	gnutls_credentials_set(s, GNUTLS_CRD_CERTIFICATE, cred);
	gnutls_transport_set_fastopen(s, fd, (struct sockaddr *)&address, size, 0);
	while ((code = gnutls_handshake(s)) == GNUTLS_E_AGAIN && ++tries < 5000)
		usleep(1000);
	CHECK_IS(code, 0);
	CHECK_IS(gnutls_record_send(s, "fast", 4), 4);
	do {
		code = gnutls_record_recv(s, buf, sizeof buf);
	} while (code == GNUTLS_E_AGAIN);
	CHECK_IS(code, 4);
	CHECK(!memcmp(buf, "fast", 4));
	pthread_join(thread, NULL);
	gnutls_deinit(s);
	gnutls_certificate_free_credentials(cred);
	close(fd);
	close(listener);
}

/* No server listens, or the session is a server's. */
static void test_fastopen_failures(void)
{
	struct sockaddr_in address = { .sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
	socklen_t size = sizeof address;
	int fd = socket(AF_INET, SOCK_STREAM, 0), unheard = socket(AF_INET, SOCK_STREAM, 0);
	gnutls_certificate_credentials_t cred = credentials(NULL, NULL);
	gnutls_session_t s;

	CHECK_IS(bind(unheard, (struct sockaddr *)&address, sizeof address), 0);
	CHECK_IS(getsockname(unheard, (struct sockaddr *)&address, &size), 0);
	CHECK_IS(gnutls_init(&s, GNUTLS_CLIENT), 0);
	gnutls_priority_set_direct(s, "NORMAL", NULL);
	gnutls_credentials_set(s, GNUTLS_CRD_CERTIFICATE, cred);
	gnutls_transport_set_fastopen(s, fd, (struct sockaddr *)&address, size, 0);
	CHECK_IS(gnutls_handshake(s), GNUTLS_E_PUSH_ERROR);
	gnutls_deinit(s);
	CHECK_IS(gnutls_init(&s, GNUTLS_SERVER), 0);
	gnutls_transport_set_fastopen(s, fd, (struct sockaddr *)&address, size, 0);
	CHECK(gnutls_transport_get_ptr(s) == (void *)-1);
	gnutls_deinit(s);
	gnutls_certificate_free_credentials(cred);
	close(fd);
	close(unheard);
}

int main(void)
{
	test_pointers();
	test_descriptors(TLS12, 0);
	test_descriptors(TLS13, 1);
	test_slow(TLS12, 1, 1);
	test_slow(TLS13, 1, 1);
	test_slow(TLS12, 1, 0);
	test_slow(TLS13, 1, 0);
	test_slow(TLS12, 0, 1);
	test_slow(TLS13, 0, 1);
	test_vectors(TLS12);
	test_vectors(TLS13);
	test_failures();
	test_timeouts();
	test_timeout_function();
	/* GnuTLS 3.7 goes on with Fast Open when the socket is connected, and fails. */
	if (GNUTLS_VERSION_NUMBER >= 0x030800) {
		test_fastopen(TLS12, 0);
		test_fastopen(TLS13, 0);
	}
#ifdef OURS
	test_fastopen(TLS13, 1);
#endif
	test_fastopen_failures();
	return check_result();
}
