/* Records that the kernel protects: each scenario with the configuration ktls = true on both sides and on either one, each side in a
 * process of its own. What the kernel takes is asked of it: where it has no TLS, as where a library is built without, all is to work
 * without. `make check-ktls` runs it on kernels that have it. */
#include "sessions.h"
#include <arpa/inet.h>
#include <gnutls/socket.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <pthread.h>
#include <signal.h>
#include <sys/socket.h>
#include <sys/utsname.h>
#include <sys/wait.h>
#include <time.h>
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

static void data(struct side *e)
{
	size_t total = (2 << 20) + 77;

	if (e->client)
		send_pattern(e, total);
	recv_pattern(e, total);
	if (!e->client)
		send_pattern(e, total);
	bye(e);
}

/* The server's data is there before the client's handshake ends, and its tickets are. */
static void server_first(struct side *e)
{
	if (!e->client)
		send_pattern(e, 50000);
	else
		recv_pattern(e, 50000);
	meet(e);
	bye(e);
}

static void *sender(void *arg)
{
	send_pattern(arg, 1 << 20);
	return NULL;
}

static void two_threads(struct side *e)
{
	pthread_t t;

	pthread_create(&t, NULL, sender, e);
	recv_pattern(e, 1 << 20);
	pthread_join(t, NULL);
	bye(e);
}

static void sendfile_size(struct side *e, int file, off_t *offset, size_t count, size_t want)
{
	size_t at = 0;
	ssize_t n;

	while (at < want) {
		n = gnutls_record_send_file(e->s, file, offset, count - at);
		if (again(e, n))
			continue;
		if (n <= 0) {
			CHECK_IS(n, want - at);
			return;
		}
		at += n;
	}
	CHECK_IS(at, want);
}

static void send_file(struct side *e)
{
	size_t size = (1 << 20) + 123, i;
	FILE *f = tmpfile();
	off_t offset = 0;
	int pipes[2];

	if (e->client) {
		recv_pattern(e, size);
		recv_pattern(e, size);
		recv_pattern(e, 3);
		meet(e);
		bye(e);
		return;
	}
	for (i = 0; i < size; i++)
		putc(pattern(i), f);
	rewind(f);
	/* More than the file has. */
	sendfile_size(e, fileno(f), &offset, size + 5000, size);
	CHECK_IS(offset, size);
#ifdef OURS
	CHECK_IS(lseek(fileno(f), 0, SEEK_CUR), 0);
#endif
	CHECK_IS(lseek(fileno(f), 0, SEEK_SET), 0);
	sendfile_size(e, fileno(f), NULL, 100001, 100001);
	CHECK_IS(lseek(fileno(f), 0, SEEK_CUR), 100001);
	sendfile_size(e, fileno(f), NULL, size, size - 100001);
	CHECK_IS(gnutls_record_send_file(e->s, fileno(f), NULL, 10), 0);
	fclose(f);
	/* What cannot be sent so goes the other way. */
	CHECK_IS(pipe(pipes), 0);
	for (i = 0; i < 3; i++) {
		char byte = pattern(i);

		CHECK_IS(write(pipes[1], &byte, 1), 1);
	}
	close(pipes[1]);
	sendfile_size(e, pipes[0], NULL, 3, 3);
	CHECK_IS(gnutls_record_send_file(e->s, -1, NULL, 3), GNUTLS_E_FILE_ERROR);
	meet(e);
	bye(e);
}

/* The peer is gone: an error, not a signal. */
static void broken(struct side *e)
{
	FILE *f = tmpfile();
	off_t offset = 0;
	ssize_t n = 0;
	int i;

	meet(e);
	if (e->client)
		return;
	for (i = 0; i < 100000; i++)
		putc(i, f);
	rewind(f);
	signal(SIGPIPE, SIG_DFL);
	for (i = 0; i < 100 && n >= 0; i++, usleep(10000), offset = 0)
		n = gnutls_record_send_file(e->s, fileno(f), &offset, 100000);
	/* After a call that has sent a part, the next one finds the session ended. */
	if (n != GNUTLS_E_PREMATURE_TERMINATION && n != GNUTLS_E_INVALID_SESSION)
		CHECK_IS(n, GNUTLS_E_PUSH_ERROR);
	fclose(f);
}

static void alerts(struct side *e)
{
	meet(e);
	if (e->client) {
		/* A warning is one in TLS 1.2 only. */
		if (!e->tls13)
			CHECK_IS(gnutls_alert_send(e->s, GNUTLS_AL_WARNING, GNUTLS_A_NO_RENEGOTIATION), 0);
		send_pattern(e, 5);
		CHECK_IS(gnutls_alert_send(e->s, GNUTLS_AL_FATAL, GNUTLS_A_INTERNAL_ERROR), 0);
		return;
	}
	if (!e->tls13) {
		CHECK_IS(recv_code(e), GNUTLS_E_WARNING_ALERT_RECEIVED);
		CHECK_IS(gnutls_alert_get(e->s), GNUTLS_A_NO_RENEGOTIATION);
	}
	recv_pattern(e, 5);
	CHECK_IS(recv_code(e), GNUTLS_E_FATAL_ALERT_RECEIVED);
	CHECK_IS(gnutls_alert_get(e->s), GNUTLS_A_INTERNAL_ERROR);
}

static void premature(struct side *e)
{
	meet(e);
	if (e->client)
		shutdown(e->fd, SHUT_WR);
	else
		CHECK_IS(recv_code(e), GNUTLS_E_PREMATURE_TERMINATION);
}

/* A message with close_notify behind it, in one direction only. */
static void half_close(struct side *e)
{
	if (e->client) {
		send_pattern(e, 20000);
		CHECK_IS(gnutls_bye(e->s, GNUTLS_SHUT_WR), 0);
		recv_pattern(e, 20000);
		CHECK_IS(recv_code(e), 0);
		return;
	}
	recv_pattern(e, 20000);
	CHECK_IS(recv_code(e), 0);
	send_pattern(e, 20000);
	bye(e);
}

/* The client updates its keys. A kernel that takes no new ones says so before anything is sent; where only that of the server has the
 * keys, the session ends there. */
static void key_updates(struct side *e)
{
	int client = e->client ? e->kernel : e->peer_kernel, server = e->client ? e->peer_kernel : e->kernel;
	int refused = client && !e->rekey, breaks = server && !e->rekey && !refused, i, n;

	meet(e);
	for (i = 0; i < 3; i++) {
		if (e->client) {
			do
				n = gnutls_session_key_update(e->s, i == 1 ? GNUTLS_KU_PEER : 0);
			while (again(e, n));
			CHECK_IS(n, refused ? GNUTLS_E_UNIMPLEMENTED_FEATURE : 0);
			send_pattern(e, 30000);
			if (breaks) {
				CHECK(recv_code(e) < 0);
				return;
			}
			recv_pattern(e, 30000);
			continue;
		}
		if (breaks) {
			CHECK_IS(recv_code(e), GNUTLS_E_UNIMPLEMENTED_FEATURE);
			CHECK_IS(recv_code(e), GNUTLS_E_INVALID_SESSION);
			return;
		}
		recv_pattern(e, 30000);
		send_pattern(e, 30000);
	}
	bye(e);
}

/* A record that the peer did not protect with the keys, and lengths and versions that there are none of. */
static void bad_record(struct side *e, const unsigned char *header, int code)
{
	unsigned char junk[64] = { 0 };

	meet(e);
	if (e->client) {
		memcpy(junk, header, 5);
		CHECK_IS(send(e->fd, junk, sizeof junk, 0), sizeof junk);
		/* The alert of it. */
		CHECK_IS(recv_code(e), GNUTLS_E_FATAL_ALERT_RECEIVED);
		return;
	}
	CHECK_IS(recv_code(e), code);
	CHECK_IS(recv_code(e), GNUTLS_E_INVALID_SESSION);
	CHECK_IS(gnutls_alert_send_appropriate(e->s, code), 0);
	/* Until the peer has it: a reset would take it away. */
	shutdown(e->fd, SHUT_WR);
	recv(e->fd, junk, sizeof junk, MSG_WAITALL);
	usleep(100000);
}

static void bad_bytes(struct side *e)
{
	bad_record(e, (const unsigned char *)"\x17\x03\x03\x00\x3b", GNUTLS_E_DECRYPTION_FAILED);
}

static void bad_length(struct side *e)
{
	bad_record(e, (const unsigned char *)"\x17\x03\x03\xff\xff", GNUTLS_E_RECORD_OVERFLOW);
}

static void bad_version(struct side *e)
{
	bad_record(e, (const unsigned char *)"\x17\x02\x02\x00\x3b", GNUTLS_E_UNSUPPORTED_VERSION_PACKET);
}

/* A peer that does not end its record: the time of gnutls_record_set_timeout is over all the same. */
static void slow_record(struct side *e)
{
	struct timespec start, end;
	char byte;

	meet(e);
	if (e->client) {
		CHECK_IS(send(e->fd, "\x17\x03\x03\x00\x3b\x01", 6, 0), 6);
		/* Until the server is at its end. */
		while (recv(e->fd, &byte, 1, 0) > 0)
			;
		return;
	}
	gnutls_record_set_timeout(e->s, 300);
	usleep(100000);
	clock_gettime(CLOCK_MONOTONIC, &start);
	CHECK_IS(recv_code(e), GNUTLS_E_TIMEDOUT);
	clock_gettime(CLOCK_MONOTONIC, &end);
	CHECK(end.tv_sec - start.tv_sec < 10);
	shutdown(e->fd, SHUT_WR);
}

static void records(struct side *e)
{
	unsigned char buf[20000], number[8], next[8];
	gnutls_datum_t key, iv, mac, payload;
	gnutls_packet_t packet;
	ssize_t n;
	int i __attribute__((unused));

	meet(e);
	if (e->client) {
		gnutls_record_cork(e->s);
		send_pattern(e, 40000);
		CHECK_IS(gnutls_record_check_corked(e->s), 40000);
		CHECK_IS(gnutls_record_uncork(e->s, GNUTLS_RECORD_WAIT), 40000);
		CHECK_IS(gnutls_record_set_max_size(e->s, 512), 0);
		CHECK_IS(gnutls_record_send(e->s, "0123456789", 10), 10);
		CHECK_IS(gnutls_record_get_state(e->s, 0, &mac, &iv, &key, number), 0);
		memset(buf, 0, sizeof buf);
		CHECK_IS(gnutls_record_send(e->s, buf, 1000), 512);
		CHECK_IS(gnutls_record_get_state(e->s, 0, &mac, &iv, &key, next), 0);
		CHECK_IS(next[7], number[7] + 1);
		/* The kernel has no padding, and its numbers are its own. */
		if (e->kernel) {
			CHECK_IS(gnutls_record_can_use_length_hiding(e->s), 0);
			CHECK_IS(gnutls_record_send2(e->s, "x", 1, 9, 0), GNUTLS_E_INVALID_REQUEST);
			CHECK_IS(gnutls_record_set_state(e->s, 0, next), GNUTLS_E_INVALID_REQUEST);
			CHECK_IS(gnutls_record_set_state(e->s, 1, next), e->kernel ? GNUTLS_E_INVALID_REQUEST : 0);
		}
#ifdef OURS
		/* Records of padding alone carry nothing. */
		if (!e->kernel && e->tls13)
			for (i = 0; i < 3; i++)
				CHECK_IS(gnutls_record_send2(e->s, NULL, 0, 100, 0), 0);
#endif
		recv_pattern(e, 1);
		return bye(e);
	}
	recv_pattern(e, 40000);
	while ((n = gnutls_record_recv_seq(e->s, buf, 4, number)) < 0 && again(e, n))
		;
	CHECK_IS(n, 4);
	CHECK(gnutls_record_check_pending(e->s) >= 6);
	while ((n = gnutls_record_recv_packet(e->s, &packet)) < 0 && again(e, n))
		;
	CHECK(n >= 6);
	gnutls_packet_get(packet, &payload, next);
	CHECK_IS(payload.size, n);
	CHECK(payload.size >= 6 && !memcmp(payload.data, "456789", 6) && !memcmp(next, number, 8));
	/* Of records that have come together, the kernel may give the data of several. */
	for (n -= 6; n < 512;) {
		ssize_t more = gnutls_record_recv(e->s, buf, 512 - n);

		if (more < 0 && again(e, more))
			continue;
		if (more <= 0) {
			CHECK_IS(more, 512 - n);
			break;
		}
		n += more;
	}
	gnutls_packet_deinit(packet);
	CHECK_IS(n, 512);
	send_pattern(e, 1);
	bye(e);
}

static ssize_t refuse_push(gnutls_transport_ptr_t p, const void *data, size_t n)
{
	CHECK(!"nothing in clear is given to a function");
	return n;
}

static ssize_t refuse_pull(gnutls_transport_ptr_t p, void *data, size_t n)
{
	errno = EIO;
	return -1;
}

/* The content of records goes to no transport that does not protect it. */
static void changed_transport(struct side *e)
{
	char buf[8];
	int pair[2];

	meet(e);
	if (!e->kernel || !e->client)
		return;
	gnutls_transport_set_push_function(e->s, refuse_push);
	CHECK_IS(gnutls_record_send(e->s, "secret", 6), GNUTLS_E_PUSH_ERROR);
	gnutls_transport_set_push_function(e->s, NULL);
	gnutls_session_force_valid(e->s);
	CHECK_IS(socketpair(AF_UNIX, SOCK_STREAM, 0, pair), 0);
	gnutls_transport_set_int(e->s, pair[0]);
	CHECK_IS(gnutls_record_send(e->s, "secret", 6), GNUTLS_E_PUSH_ERROR);
	CHECK_IS(recv(pair[1], buf, sizeof buf, MSG_DONTWAIT), -1);
	CHECK_IS(write(pair[1], "forged", 6), 6);
	gnutls_session_force_valid(e->s);
	CHECK_IS(gnutls_record_recv(e->s, buf, sizeof buf), GNUTLS_E_PULL_ERROR);
	gnutls_session_force_valid(e->s);
	gnutls_transport_set_int(e->s, e->fd);
	gnutls_transport_set_pull_function(e->s, refuse_pull);
	CHECK_IS(gnutls_record_recv(e->s, buf, sizeof buf), GNUTLS_E_PULL_ERROR);
}

static void tickets_and_reauth(struct side *e)
{
	int n;

	meet(e);
	if (!e->client) {
		CHECK_IS(gnutls_session_ticket_send(e->s, 2, 0), 0);
		do
			n = gnutls_reauth(e->s, 0);
		while (again(e, n));
		CHECK_IS(n, 0);
		meet(e);
		return bye(e);
	}
	CHECK_IS(recv_code(e), GNUTLS_E_REAUTH_REQUEST);
	do
		n = gnutls_reauth(e->s, 0);
	while (again(e, n));
	CHECK_IS(n, 0);
	meet(e);
	CHECK(gnutls_session_get_flags(e->s) & GNUTLS_SFLAGS_SESSION_TICKET);
	bye(e);
}

static void renegotiation(struct side *e)
{
	meet(e);
	if (e->client) {
		if (e->peer_kernel) {
			meet(e);
			return bye(e);
		}
		CHECK_IS(recv_code(e), GNUTLS_E_REHANDSHAKE);
		if (e->kernel) {
			CHECK_IS(gnutls_handshake(e->s), GNUTLS_E_UNIMPLEMENTED_FEATURE);
			CHECK_IS(gnutls_alert_send(e->s, GNUTLS_AL_WARNING, GNUTLS_A_NO_RENEGOTIATION), 0);
		} else {
			CHECK_IS(gnutls_alert_send(e->s, GNUTLS_AL_WARNING, GNUTLS_A_NO_RENEGOTIATION), 0);
		}
		meet(e);
		return bye(e);
	}
	CHECK_IS(gnutls_rehandshake(e->s), e->kernel ? GNUTLS_E_UNIMPLEMENTED_FEATURE : 0);
	if (!e->kernel) {
		CHECK_IS(recv_code(e), GNUTLS_E_WARNING_ALERT_RECEIVED);
		CHECK_IS(gnutls_alert_get(e->s), GNUTLS_A_NO_RENEGOTIATION);
	}
	meet(e);
	bye(e);
}

enum { BOTH = 3, ONLY12 = 1, ONLY13 = 2, NONBLOCK = 4, SMALL = 8, OWN = 16, UNIX = 32, START = 64, PLAIN_CLIENT = 128, ALL = 256 };

static const struct scenario {
	const char *name;
	void (*run)(struct side *);
	int flags;
} scenarios[] = {
	{ "data", data, BOTH | ALL },
	{ "data without blocking", data, BOTH | NONBLOCK },
	{ "data with small records", data, BOTH | SMALL },
	{ "data through functions", data, BOTH | OWN },
	{ "data through a socket of the system", data, BOTH | UNIX },
	{ "data after an early start", server_first, BOTH | START },
	{ "data of the server first", server_first, BOTH },
	{ "two threads", two_threads, BOTH },
	{ "sendfile", send_file, BOTH },
	{ "sendfile without blocking", send_file, BOTH | NONBLOCK },
	{ "a broken connection", broken, BOTH },
	{ "alerts", alerts, BOTH },
	{ "the end of the stream", premature, BOTH },
	{ "close_notify", half_close, BOTH },
	{ "KeyUpdate", key_updates, ONLY13 },
	{ "KeyUpdate without blocking", key_updates, ONLY13 | NONBLOCK },
	{ "a record that is not authentic", bad_bytes, BOTH | PLAIN_CLIENT },
	{ "a record that is too long", bad_length, BOTH | PLAIN_CLIENT },
	{ "a record of another version", bad_version, BOTH | PLAIN_CLIENT },
	{ "a record that does not end", slow_record, BOTH | PLAIN_CLIENT },
	{ "records", records, BOTH },
	{ "another transport", changed_transport, BOTH },
	{ "tickets and authentication", tickets_and_reauth, ONLY13 },
	{ "renegotiation", renegotiation, ONLY12 },
};
#define SCENARIOS (sizeof scenarios / sizeof scenarios[0])

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
	if (sc->run == tickets_and_reauth)
		flags |= GNUTLS_POST_HANDSHAKE_AUTH;
	e.cred = credentials(server_pem, server_key_pem);
	CHECK_IS(gnutls_init(&e.s, (e.client ? GNUTLS_CLIENT : GNUTLS_SERVER) | flags), 0);
	CHECK_IS(gnutls_priority_set_direct(e.s, argv[4], NULL), 0);
	gnutls_credentials_set(e.s, GNUTLS_CRD_CERTIFICATE, e.cred);
	if (!e.client && sc->run == tickets_and_reauth) {
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
	for (i = 0; i < SCENARIOS; i++) {
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
