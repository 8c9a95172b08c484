/* Of traces.c: the transport in memory, a stream or datagrams, which is slow, cut and interrupted. */

static ssize_t refuse(struct side *e, int error)
{
	gnutls_transport_set_errno(e->s, error);
	return -1;
}

/* Makes room for n bytes, in front of the queue or behind it. */
static unsigned char *room(struct queue *q, size_t n, int in_front)
{
	unsigned char *at;
	if (q->used + n > q->cap) {
		q->cap = (q->used + n) * 2;
		q->data = realloc(q->data, q->cap);
		if (!q->data)
			abort();
	}
	at = q->data + (in_front ? 0 : q->used);
	if (in_front && q->used)
		memmove(q->data + n, q->data, q->used);
	q->used += n;
	return at;
}

/* A datagram has its size before it in the queue. */
static void deliver(struct queue *q, const void *p, size_t n, int in_front)
{
	unsigned char *at = room(q, n + sizeof n, in_front);
	memcpy(at, &n, sizeof n);
	memcpy(at + sizeof n, p, n);
}

static ssize_t push_datagram(struct side *e, const void *p, size_t n)
{
	int times = 1, in_front = 0;
	if (!codes && !calm) {
		switch (below(24)) {
		case 0: return refuse(e, EAGAIN);
		case 1: return refuse(e, EINTR);
		case 2: times = 0; break;
		case 3: times = 2; break;
		case 4: in_front = 1; break;
		}
	}
	while (times--)
		deliver(&e->peer->in, p, n, in_front);
	return n;
}

static ssize_t pull_datagram(struct side *e, void *p, size_t n)
{
	struct queue *q = &e->in;
	size_t size;
#ifndef FUZZ
	clock_ms += 20;
#endif
	if (!q->used)
		return refuse(e, EAGAIN);
	if (!codes && !calm && below(12) < 2)
		return refuse(e, below(2) ? EAGAIN : EINTR);
	memcpy(&size, q->data, sizeof size);
	n = n < size ? n : size;
	memcpy(p, q->data + sizeof size, n);
	q->used -= sizeof size + size;
	memmove(q->data, q->data + sizeof size + size, q->used);
	return n;
}

static ssize_t push(gnutls_transport_ptr_t t, const void *p, size_t n)
{
	struct side *e = t;
	if (datagrams)
		return push_datagram(e, p, n);
	if (!codes && !calm) {
		switch (below(12)) {
		case 0: return refuse(e, EAGAIN);
		case 1: return refuse(e, EINTR);
		case 2: return 0;
		case 3: n = 1 + below(n); break;
		}
	}
	memcpy(room(&e->peer->in, n, 0), p, n);
	return n;
}

static ssize_t pull(gnutls_transport_ptr_t t, void *p, size_t n)
{
	struct side *e = t;
	struct queue *q = &e->in;
	if (datagrams)
		return pull_datagram(e, p, n);
	if (!q->used)
		return q->closed ? 0 : refuse(e, EAGAIN);
	if (!codes && !calm) {
		switch (below(12)) {
		case 0: return refuse(e, EAGAIN);
		case 1: return refuse(e, EINTR);
		case 2: n = 1 + below(n); break;
		}
	}
	if (n > q->used)
		n = q->used;
	memcpy(p, q->data, n);
	memmove(q->data, q->data + n, q->used - n);
	q->used -= n;
	return n;
}

static int wait_for(gnutls_transport_ptr_t t, unsigned ms)
{
	struct side *e = t;
	return e->in.used || (e->in.closed && !datagrams);
}
