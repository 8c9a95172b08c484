/* A client and a server of DTLS in one process, joined by two queues of datagrams, with a clock of the test's: each lost
 * datagram and each timer is exact and takes no time. */
#ifndef DATAGRAMS_H
#define DATAGRAMS_H
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>
#include <gnutls/gnutls.h>
#include <gnutls/dtls.h>
#include "check.h"

#define CHECK_IS(x, want) \
	do { \
		long is_ = (x); \
		if (is_ != (long)(want)) { \
			fprintf(stderr, "%s:%d: %s is %ld, not %ld\n", __FILE__, __LINE__, #x, is_, (long)(want)); \
			check_failures++; \
		} \
	} while (0)

/* The library reads the time through this function, which takes precedence over that of the C library. */
static long long clock_ms;

int clock_gettime(clockid_t id, struct timespec *ts)
{
	int r = syscall(SYS_clock_gettime, id, ts);

	ts->tv_sec = 1700000000 + clock_ms / 1000;
	ts->tv_nsec = clock_ms % 1000 * 1000000;
	return r;
}

#define MAX_QUEUE 256

struct datagram { size_t size; unsigned char *bytes; };

struct side {
	gnutls_session_t s;
	struct side *peer;
	struct datagram in[MAX_QUEUE];
	unsigned first, last;
	/* Datagrams sent, the largest of them, and the most that the transport takes (0: any). */
	unsigned sent;
	size_t largest, transport;
	/* Of each datagram that it sends: 0 to lose it, otherwise how often it arrives; -1 if the transport would block. */
	int (*arrives)(struct side *e, const unsigned char *bytes, size_t size);
	void *data;
};

struct dtls { struct side client, server; };

static inline void deliver(struct side *to, const void *bytes, size_t size)
{
	struct datagram *d = &to->in[to->last++ % MAX_QUEUE];

	if (to->last - to->first > MAX_QUEUE)
		abort();
	d->size = size;
	d->bytes = malloc(size ? size : 1);
	memcpy(d->bytes, bytes, size);
}

static inline ssize_t side_push(gnutls_transport_ptr_t t, const void *bytes, size_t size)
{
	struct side *e = t;
	int times = e->arrives ? e->arrives(e, bytes, size) : 1;

	if (times < 0) {
		gnutls_transport_set_errno(e->s, EAGAIN);
		return -1;
	}
	if (e->transport && size > e->transport) {
		gnutls_transport_set_errno(e->s, EMSGSIZE);
		return -1;
	}
	e->sent++;
	if (size > e->largest)
		e->largest = size;
	while (times-- > 0)
		deliver(e->peer, bytes, size);
	return size;
}

static inline ssize_t side_pull(gnutls_transport_ptr_t t, void *bytes, size_t size)
{
	struct side *e = t;
	struct datagram *d = &e->in[e->first % MAX_QUEUE];

	if (e->first == e->last) {
		gnutls_transport_set_errno(e->s, EAGAIN);
		return -1;
	}
	e->first++;
	if (d->size < size)
		size = d->size;
	memcpy(bytes, d->bytes, size);
	free(d->bytes);
	return size;
}

static inline int side_pull_timeout(gnutls_transport_ptr_t t, unsigned ms)
{
	struct side *e = t;

	(void)ms;
	return e->first != e->last;
}

/* A flag of the tests' own: the session waits. */
#define BLOCKS (1u << 31)

static inline void side_init(struct side *e, struct side *peer, unsigned flags, const char *priorities)
{
	memset(e, 0, sizeof *e);
	e->peer = peer;
	flags = flags & BLOCKS ? flags & ~BLOCKS : flags | GNUTLS_NONBLOCK;
	CHECK_IS(gnutls_init(&e->s, flags | GNUTLS_DATAGRAM), 0);
	CHECK_IS(gnutls_priority_set_direct(e->s, priorities, NULL), 0);
	gnutls_transport_set_ptr(e->s, e);
	gnutls_transport_set_push_function(e->s, side_push);
	gnutls_transport_set_pull_function(e->s, side_pull);
	gnutls_transport_set_pull_timeout_function(e->s, side_pull_timeout);
}

static gnutls_anon_client_credentials_t client_anon;
static gnutls_anon_server_credentials_t server_anon;

#define ANON "NORMAL:-KX-ALL:+ANON-ECDH:-VERS-ALL:+VERS-DTLS1.2"

static inline void dtls_new(struct dtls *d, const char *priorities)
{
	if (!client_anon) {
		gnutls_anon_allocate_client_credentials(&client_anon);
		gnutls_anon_allocate_server_credentials(&server_anon);
	}
	side_init(&d->client, &d->server, GNUTLS_CLIENT, priorities);
	side_init(&d->server, &d->client, GNUTLS_SERVER, priorities);
	CHECK_IS(gnutls_credentials_set(d->client.s, GNUTLS_CRD_ANON, client_anon), 0);
	CHECK_IS(gnutls_credentials_set(d->server.s, GNUTLS_CRD_ANON, server_anon), 0);
}

/* Runs both handshakes. When nothing moves the clock goes on to the next timer. The codes are the last ones. */
static inline void dtls_handshake(struct dtls *d, int *client, int *server)
{
	int turns;

	*client = *server = GNUTLS_E_AGAIN;
	for (turns = 0; turns < 2000; turns++) {
		unsigned sent = d->client.sent + d->server.sent;

		if (*client < 0 && !gnutls_error_is_fatal(*client))
			*client = gnutls_handshake(d->client.s);
		if (*server < 0 && !gnutls_error_is_fatal(*server))
			*server = gnutls_handshake(d->server.s);
		if ((*client == 0 || gnutls_error_is_fatal(*client)) && (*server == 0 || gnutls_error_is_fatal(*server)))
			return;
		if (*client == GNUTLS_E_TIMEDOUT && *server == GNUTLS_E_TIMEDOUT)
			return;
		/* A side that is done sends its last flight again when it receives. */
		if (*client == 0 || *server == 0) {
			char c;
			gnutls_record_recv(*client == 0 ? d->client.s : d->server.s, &c, 1);
		}
		if (sent == d->client.sent + d->server.sent && d->client.first == d->client.last &&
		    d->server.first == d->server.last)
			clock_ms += 100;
	}
}

static inline void side_free(struct side *e)
{
	for (; e->first != e->last; e->first++)
		free(e->in[e->first % MAX_QUEUE].bytes);
	gnutls_deinit(e->s);
}

static inline void dtls_free(struct dtls *d)
{
	side_free(&d->client);
	side_free(&d->server);
}
#endif
