/* A client and a server session in one process, joined by two queues in memory. Whatever one side
 * pushes waits in a queue until the other pulls; an empty queue is EAGAIN. Both sides are driven in
 * turns, so a test is deterministic and ends. */
#ifndef PAIR_H
#define PAIR_H
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <gnutls/gnutls.h>
#include <gnutls/x509.h>
#include <gnutls/abstract.h>

struct queue { unsigned char *data; size_t used, cap; int closed; };
struct end { gnutls_session_t s; struct queue in; struct end *peer; size_t chunk; unsigned turn; };
struct pair { struct end client, server; gnutls_certificate_credentials_t ccred, scred; };

/* The number of bytes that passed any queue of this thread. */
static __thread size_t moved;

static void queue_put(struct queue *q, const void *p, size_t n)
{
	moved += n;
	if (q->used + n > q->cap) {
		q->cap = (q->used + n) * 2;
		q->data = realloc(q->data, q->cap);
	}
	memcpy(q->data + q->used, p, n);
	q->used += n;
}

static ssize_t pair_push(gnutls_transport_ptr_t t, const void *p, size_t n)
{
	struct end *e = t;
	queue_put(&e->peer->in, p, n);
	return n;
}

static ssize_t pair_pull(gnutls_transport_ptr_t t, void *p, size_t n)
{
	struct end *e = t;
	if (!e->in.used) {
		if (e->in.closed)
			return 0;
		gnutls_transport_set_errno(e->s, EAGAIN);
		return -1;
	}
	if (n > e->in.used)
		n = e->in.used;
	if (e->chunk && n > e->chunk)
		n = e->chunk;
	memcpy(p, e->in.data, n);
	memmove(e->in.data, e->in.data + n, e->in.used - n);
	e->in.used -= n;
	return n;
}

static int pair_pull_timeout(gnutls_transport_ptr_t t, unsigned ms)
{
	struct end *e = t;
	(void)ms;
	return e->in.used || e->in.closed ? 1 : 0;
}

static inline void end_init(struct end *e, struct end *peer, unsigned flags, const char *prio,
		     gnutls_certificate_credentials_t cred)
{
	e->peer = peer;
	if (gnutls_init(&e->s, flags | GNUTLS_NONBLOCK) < 0)
		abort();
	gnutls_priority_set_direct(e->s, prio, NULL);
	gnutls_credentials_set(e->s, GNUTLS_CRD_CERTIFICATE, cred);
	gnutls_transport_set_ptr(e->s, e);
	gnutls_transport_set_push_function(e->s, pair_push);
	gnutls_transport_set_pull_function(e->s, pair_pull);
	gnutls_transport_set_pull_timeout_function(e->s, pair_pull_timeout);
}

/* Drives both handshakes until both ended or nothing moves; the results are the last codes. */
static inline void pair_handshake(struct pair *p, int *client, int *server)
{
	int c = GNUTLS_E_AGAIN, s = GNUTLS_E_AGAIN, turns, still = 0;
	for (turns = 0; turns < 20000; turns++) {
		size_t before = moved;
		int oc = c, os = s;
		if (c < 0 && !gnutls_error_is_fatal(c))
			c = gnutls_handshake(p->client.s);
		if (s < 0 && !gnutls_error_is_fatal(s))
			s = gnutls_handshake(p->server.s);
		/* A deliberately slow transport may be idle for some turns. */
		still = moved != before || p->client.in.used || p->server.in.used ? 0 : still + 1;
		if (still > 8 && c == oc && s == os)
			break;
		if ((c >= 0 || gnutls_error_is_fatal(c)) && (s >= 0 || gnutls_error_is_fatal(s)))
			break;
	}
	*client = c;
	*server = s;
}

static void pair_free(struct pair *p)
{
	gnutls_deinit(p->client.s);
	gnutls_deinit(p->server.s);
	free(p->client.in.data);
	free(p->server.in.data);
}
#endif
