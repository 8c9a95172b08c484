/* Scenarios of a client and a server whose records the kernel protects: each with the configuration ktls = true on both sides and on
 * either one, each side in a process of its own. What the kernel takes is asked of it: where it has no TLS, as where a library is built
 * without, all is to work without. A test has the table `scenarios`. `make check-ktls` runs it on kernels that have TLS. */
#ifndef KTLS_H
#define KTLS_H
#include "sessions.h"
#include <arpa/inet.h>
#include <gnutls/socket.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/socket.h>
#include <sys/utsname.h>
#include <sys/wait.h>
#include <unistd.h>

struct side {
	gnutls_session_t s;
	int fd, client, nonblock;
	/* This side and the peer have the configuration and a kernel for the suite; the kernel takes new keys. */
	int kernel, peer_kernel, rekey, tls13;
	gnutls_certificate_credentials_t cred;
};

static unsigned char pattern(size_t i)
{
	return i * 31 + (i >> 8) * 7 + (i >> 16);
}

static void ready(struct side *e)
{
	struct pollfd p = { e->fd, gnutls_record_get_direction(e->s) ? POLLOUT : POLLIN, 0 };

	poll(&p, 1, 1000);
}

static int again(struct side *e, ssize_t n)
{
	if (n != GNUTLS_E_AGAIN && n != GNUTLS_E_INTERRUPTED)
		return 0;
	if (e->nonblock)
		ready(e);
	return 1;
}

static const size_t odd_sizes[] = { 1, 16384, 7, 100001, 16383, 333, 16385, 4096, 70000 };

static void send_pattern(struct side *e, size_t total)
{
	static unsigned char buf[100001];
	size_t at = 0, i = 0, k, want;
	ssize_t n;

	while (at < total) {
		want = odd_sizes[i++ % 9];
		if (want > total - at)
			want = total - at;
		for (k = 0; k < want; k++)
			buf[k] = pattern(at + k);
		n = gnutls_record_send(e->s, buf, want);
		/* Every other time it goes on without the data. */
		while (again(e, n))
			n = i % 2 ? gnutls_record_send(e->s, buf, want) : gnutls_record_send(e->s, NULL, 0);
		if (n <= 0 || (size_t)n > want) {
			CHECK_IS(n, want);
			return;
		}
		at += n;
	}
}

static void recv_pattern(struct side *e, size_t total)
{
	static unsigned char buf[100001];
	size_t at = 0, i = 0, k, want;
	ssize_t n;

	while (at < total) {
		want = odd_sizes[i++ % 9];
		if (want > total - at)
			want = total - at;
		n = gnutls_record_recv(e->s, buf, want);
		if (again(e, n))
			continue;
		if (n <= 0 || (size_t)n > want) {
			CHECK_IS(n, want);
			return;
		}
		for (k = 0; k < (size_t)n; k++) {
			if (buf[k] != pattern(at + k)) {
				CHECK_IS(buf[k], pattern(at + k));
				return;
			}
		}
		at += n;
	}
}

/* One byte each way: the peer has come to the same point. */
static void meet(struct side *e)
{
	if (e->client)
		send_pattern(e, 1);
	recv_pattern(e, 1);
	if (!e->client)
		send_pattern(e, 1);
}

/* The result of a receive that is no data. */
static ssize_t recv_code(struct side *e)
{
	char buf[64];
	ssize_t n;

	do
		n = gnutls_record_recv(e->s, buf, sizeof buf);
	while (again(e, n));
	return n;
}

static void bye(struct side *e)
{
	int n;

	do
		n = gnutls_bye(e->s, GNUTLS_SHUT_RDWR);
	while (again(e, n));
	CHECK_IS(n, 0);
	CHECK_IS(recv_code(e), 0);
	CHECK_IS(gnutls_record_send(e->s, "x", 1), GNUTLS_E_INVALID_SESSION);
}

enum { BOTH = 3, ONLY12 = 1, ONLY13 = 2, NONBLOCK = 4, SMALL = 8, OWN = 16, UNIX = 32, START = 64, PLAIN_CLIENT = 128, ALL = 256, REAUTH = 512 };

struct scenario {
	const char *name;
	void (*run)(struct side *);
	int flags;
};

/* Those of the test; the last has no name. */
static const struct scenario scenarios[];

static ssize_t own_push(gnutls_transport_ptr_t p, const void *data, size_t n)
{
	return send((int)(long)p, data, n, MSG_NOSIGNAL);
}

static ssize_t own_pull(gnutls_transport_ptr_t p, void *data, size_t n)
{
	return recv((int)(long)p, data, n, 0);
}

/* One side, in its process: ktls SCENARIO client|server FD PRIORITIES KERNEL PEER REKEY */
static int side_main(char **argv)
{
	const struct scenario *sc = &scenarios[atoi(argv[1])];
	unsigned flags = GNUTLS_NO_SIGNAL;
	struct side e;
	int n;

	alarm(60);
	memset(&e, 0, sizeof e);
	e.client = !strcmp(argv[2], "client");
	e.fd = atoi(argv[3]);
	e.kernel = atoi(argv[5]);
	e.peer_kernel = atoi(argv[6]);
	e.rekey = atoi(argv[7]);
	e.nonblock = !!(sc->flags & NONBLOCK);
	if (e.nonblock) {
		fcntl(e.fd, F_SETFL, O_NONBLOCK);
		flags |= GNUTLS_NONBLOCK;
	}
	if (sc->flags & START)
		flags |= e.client ? GNUTLS_ENABLE_FALSE_START : GNUTLS_ENABLE_EARLY_START;
	if (sc->flags & REAUTH)
		flags |= GNUTLS_POST_HANDSHAKE_AUTH;
	e.cred = credentials(server_pem, server_key_pem);
	CHECK_IS(gnutls_init(&e.s, (e.client ? GNUTLS_CLIENT : GNUTLS_SERVER) | flags), 0);
	CHECK_IS(gnutls_priority_set_direct(e.s, argv[4], NULL), 0);
	gnutls_credentials_set(e.s, GNUTLS_CRD_CERTIFICATE, e.cred);
	if (!e.client && sc->flags & REAUTH) {
		gnutls_datum_t key;

		gnutls_certificate_server_set_request(e.s, GNUTLS_CERT_REQUEST);
		gnutls_session_ticket_key_generate(&key);
		gnutls_session_ticket_enable_server(e.s, &key);
		gnutls_free(key.data);
	}
	if (sc->flags & SMALL && e.client)
		CHECK_IS(gnutls_record_set_max_recv_size(e.s, 1024), 0);
	gnutls_transport_set_int(e.s, e.fd);
	if (sc->flags & OWN) {
		gnutls_transport_set_push_function(e.s, own_push);
		gnutls_transport_set_pull_function(e.s, own_pull);
	}
	do
		n = gnutls_handshake(e.s);
	while (again(&e, n));
	CHECK_IS(n, 0);
	if (n < 0)
		return 1;
	e.tls13 = gnutls_protocol_get_version(e.s) == GNUTLS_TLS1_3;
	if (sc->flags & SMALL)
		/* Records of one direction are limited, that of the client's. */
		CHECK_IS(gnutls_transport_is_ktls_enabled(e.s), !e.kernel ? 0 : e.client ? GNUTLS_KTLS_SEND : GNUTLS_KTLS_RECV);
	else if (!(sc->flags & START))
		CHECK_IS(gnutls_transport_is_ktls_enabled(e.s), e.kernel ? GNUTLS_KTLS_DUPLEX : 0);
	sc->run(&e);
	if (sc->flags & START && e.kernel)
		CHECK_IS(gnutls_transport_is_ktls_enabled(e.s), GNUTLS_KTLS_DUPLEX);
	gnutls_deinit(e.s);
	gnutls_certificate_free_credentials(e.cred);
	return check_result();
}

static char config[2][64];

static pid_t start(int i, const char *role, int fd, const char *prio, int wanted, int kernel, int peer, int rekey)
{
	char number[16], descriptor[16], flags[3][2] = { { '0' + kernel }, { '0' + peer }, { '0' + rekey } };
	pid_t pid = fork();

	if (pid)
		return pid;
	snprintf(number, sizeof number, "%d", i);
	snprintf(descriptor, sizeof descriptor, "%d", fd);
	fcntl(fd, F_SETFD, 0);
	setenv("GNUTLS_SYSTEM_PRIORITY_FILE", config[wanted], 1);
	execl("/proc/self/exe", "ktls", number, role, descriptor, prio, flags[0], flags[1], flags[2], NULL);
	_exit(127);
}

/* Two sockets that are connected. */
static void connected(int fd[2], int family)
{
	struct sockaddr_in a = { .sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
	socklen_t len = sizeof a;
	int l;

	if (family == AF_UNIX) {
		CHECK_IS(socketpair(AF_UNIX, SOCK_STREAM, 0, fd), 0);
		return;
	}
	l = socket(AF_INET, SOCK_STREAM, 0);
	CHECK_IS(bind(l, (struct sockaddr *)&a, sizeof a), 0);
	CHECK_IS(listen(l, 1), 0);
	CHECK_IS(getsockname(l, (struct sockaddr *)&a, &len), 0);
	fd[0] = socket(AF_INET, SOCK_STREAM, 0);
	CHECK_IS(connect(fd[0], (struct sockaddr *)&a, sizeof a), 0);
	fd[1] = accept(l, NULL, NULL);
	CHECK(fd[1] >= 0);
	close(l);
}

/* Whether this kernel has TLS, and whether it takes new keys. */
static void ask_kernel(int *kernel, int *rekey)
{
	int fd[2], major = 0, minor = 0;
	struct utsname u;

	connected(fd, AF_INET);
	*kernel = setsockopt(fd[0], IPPROTO_TCP, 31 /* TCP_ULP */, "tls", 3) == 0;
	close(fd[0]);
	close(fd[1]);
	uname(&u);
	sscanf(u.release, "%d.%d", &major, &minor);
	*rekey = major > 6 || (major == 6 && minor >= 14);
#ifndef OURS
	/* Debian builds GnuTLS without. */
	*kernel = 0;
#endif
}

static void run(int i, const char *prio, int suite, int client, int server, int rekey)
{
	const struct scenario *sc = &scenarios[i];
	int kernel = suite && !(sc->flags & (OWN | UNIX)), fd[2], status[2] = { -1, -1 }, k;
	pid_t pid[2];

	if (sc->flags & PLAIN_CLIENT && client)
		return;
	connected(fd, sc->flags & UNIX ? AF_UNIX : AF_INET);
	fcntl(fd[0], F_SETFD, FD_CLOEXEC);
	fcntl(fd[1], F_SETFD, FD_CLOEXEC);
	pid[0] = start(i, "client", fd[0], prio, client, client && kernel, server && kernel, rekey);
	close(fd[0]);
	pid[1] = start(i, "server", fd[1], prio, server, server && kernel, client && kernel, rekey);
	close(fd[1]);
	for (k = 0; k < 2; k++)
		waitpid(pid[k], &status[k], 0);
	if (status[0] || status[1]) {
		fprintf(stderr, "%s, %s, in the kernel: %d %d: client %x, server %x\n", sc->name, prio, client && kernel,
			server && kernel, status[0], status[1]);
		check_failures++;
	}
}

int main(int argc, char **argv)
{
	static const struct {
		const char *name;
		int kernel;
	} ciphers[] = {
		{ "AES-128-GCM", 1 }, { "AES-256-GCM", 1 }, { "CHACHA20-POLY1305", 1 }, { "AES-128-CCM", 1 },
		{ "AES-128-CCM-8", 0 }, { "AES-256-CBC", 0 },
	};
	int kernel, rekey, version, c, sides, fd;
	char prio[200];
	unsigned i;

	signal(SIGPIPE, SIG_IGN);
	if (argc == 8)
		return side_main(argv);
	for (i = 0; i < 2; i++) {
		strcpy(config[i], "/tmp/ktls-XXXXXX");
		fd = mkstemp(config[i]);
		CHECK(fd >= 0 && (!i || write(fd, "[global]\nktls = true\n", 21) == 21));
		close(fd);
	}
	ask_kernel(&kernel, &rekey);
	for (i = 0; scenarios[i].name; i++) {
		if (argc == 2 && strcmp(argv[1], scenarios[i].name))
			continue;
		for (version = 0; version < 2; version++) {
			if (!(scenarios[i].flags & (1 << version)))
				continue;
			for (c = 0; c < (scenarios[i].flags & ALL ? 6 : 1); c++) {
				if (version && !strcmp(ciphers[c].name, "AES-256-CBC"))
					continue;
				snprintf(prio, sizeof prio, "%s:-CIPHER-ALL:+%s", both_versions[version], ciphers[c].name);
				for (sides = 1; sides < 4; sides++)
					run(i, prio, kernel && ciphers[c].kernel, sides & 1, sides >> 1, rekey);
			}
		}
	}
	printf("        kernel TLS: %s%s\n", kernel ? "yes" : "no", kernel && rekey ? ", with new keys" : "");
	unlink(config[0]);
	unlink(config[1]);
	return check_result();
}
#endif
