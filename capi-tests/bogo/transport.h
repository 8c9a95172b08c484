/* Of shim.c: the connection to the runner, and its clock. */
/* The clock: the runner advances it. The library reads the time through this function, which takes precedence over
 * that of libc. */
static int64_t clock_offset_ns;

int clock_gettime(clockid_t id, struct timespec *ts)
{
	int r = syscall(SYS_clock_gettime, id, ts);
	if (r == 0 && clock_offset_ns) {
		int64_t n = ts->tv_nsec + clock_offset_ns;
		ts->tv_sec += n / 1000000000;
		ts->tv_nsec = n % 1000000000;
	}
	return r;
}

static time_t virtual_time(time_t *t)
{
	struct timespec ts;
	clock_gettime(CLOCK_REALTIME, &ts);
	if (t)
		*t = ts.tv_sec;
	return ts.tv_sec;
}

typedef struct {
	int fd;
	bool dtls, async, rdy, wdy;
	bool early; /* Returns when nothing comes for a while: early data is for the application before more follows. */
	gnutls_session_t s;
} tr_t;

static int read_all(int fd, void *b, size_t n)
{
	char *p = b;
	while (n) {
		ssize_t r = recv(fd, p, n, 0);
		if (r <= 0)
			return r ? -1 : 0;
		p += r;
		n -= r;
	}
	return 1;
}

static int write_all(int fd, const void *b, size_t n)
{
	const char *p = b;
	while (n) {
		ssize_t r = send(fd, p, n, MSG_NOSIGNAL);
		if (r <= 0)
			return -1;
		p += r;
		n -= r;
	}
	return 1;
}

/* With async every other call would block, and the others transfer one byte. */
static ssize_t push(gnutls_transport_ptr_t x, const void *b, size_t n)
{
	tr_t *t = x;
	if (t->dtls) {
		/* GnuTLS sends one record per datagram, but the runner expects ChangeCipherSpec and Finished in
		 * the same one: the former is held back until the next record. */
		static uint8_t held[64];
		static size_t nheld;
		if (n == 14 && *(const uint8_t *)b == 20 && !nheld) {
			memcpy(held, b, n);
			nheld = n;
			return n;
		}
		size_t z = n + nheld;
		uint8_t h[5] = { 'P', z >> 24, z >> 16, z >> 8, z };
		if (write_all(t->fd, h, 5) < 0 || (nheld && write_all(t->fd, held, nheld) < 0) ||
		    write_all(t->fd, b, n) < 0) {
			gnutls_transport_set_errno(t->s, EPIPE);
			return -1;
		}
		nheld = 0;
		return n;
	}
	if (t->async) {
		t->wdy = !t->wdy;
		if (t->wdy) {
			gnutls_transport_set_errno(t->s, EAGAIN);
			return -1;
		}
		if (n > 1)
			n = 1;
	}
	ssize_t r = send(t->fd, b, n, MSG_NOSIGNAL);
	if (r < 0)
		gnutls_transport_set_errno(t->s, errno);
	return r;
}

/* 1: a datagram is pending; 0: timeout (the runner reports it and advances the clock); -1: end of the connection. */
static int dtls_wait(tr_t *t, int ms)
{
	struct pollfd p = { t->fd, POLLIN, 0 };
	uint8_t op, v[8];
	int r = poll(&p, 1, ms);
	if (r <= 0)
		return 0;
	if (recv(t->fd, &op, 1, MSG_PEEK) <= 0)
		return -1;
	if (op == 'P')
		return 1;
	recv(t->fd, &op, 1, 0);
	if (op != 'T' || read_all(t->fd, v, 8) <= 0)
		die(1, "bad opcode %u", op);
	uint64_t ns = 0;
	for (int i = 0; i < 8; i++)
		ns = ns << 8 | v[i];
	clock_offset_ns += ns;
	op = 't';
	write_all(t->fd, &op, 1);
	return 0;
}

static int pull_timeout(gnutls_transport_ptr_t x, unsigned ms)
{
	tr_t *t = x;
	if (t->dtls) {
		int r = dtls_wait(t, ms == GNUTLS_INDEFINITE_TIMEOUT ? -1 : (int)ms);
		return r < 0 ? 1 : r;
	}
	struct pollfd p = { t->fd, POLLIN, 0 };
	return poll(&p, 1, ms == GNUTLS_INDEFINITE_TIMEOUT ? -1 : (int)ms);
}

static ssize_t pull(gnutls_transport_ptr_t x, void *b, size_t n)
{
	tr_t *t = x;
	if (t->dtls) {
		int w = dtls_wait(t, -1);
		uint8_t h[5];
		static uint8_t pkt[70000];
		if (w == 0) {
			gnutls_transport_set_errno(t->s, EAGAIN);
			return -1;
		}
		if (w < 0 || read_all(t->fd, h, 5) <= 0)
			return 0;
		uint32_t l = h[1] << 24 | h[2] << 16 | h[3] << 8 | h[4];
		if (l > sizeof pkt || (l && read_all(t->fd, pkt, l) <= 0))
			return 0;
		if (l > n)
			l = n;
		memcpy(b, pkt, l);
		if (l == 0) {
			gnutls_transport_set_errno(t->s, EAGAIN);
			return -1;
		}
		return l;
	}
	if (t->async) {
		t->rdy = !t->rdy;
		if (t->rdy) {
			gnutls_transport_set_errno(t->s, EAGAIN);
			return -1;
		}
		if (n > 1)
			n = 1;
	}
	if (t->early && poll(&(struct pollfd){ t->fd, POLLIN, 0 }, 1, 20) == 0) {
		gnutls_transport_set_errno(t->s, EAGAIN);
		return -1;
	}
	ssize_t r = recv(t->fd, b, n, 0);
	if (r < 0)
		gnutls_transport_set_errno(t->s, errno);
	return r;
}

static int dial(int port)
{
	for (int af = 0; af < 2; af++) {
		int fd = socket(af ? AF_INET : AF_INET6, SOCK_STREAM, 0), one = 1;
		setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
		struct sockaddr_in6 a6 = { .sin6_family = AF_INET6,
					   .sin6_port = htons(port),
					   .sin6_addr = IN6ADDR_LOOPBACK_INIT };
		struct sockaddr_in a4 = { .sin_family = AF_INET,
					  .sin_port = htons(port),
					  .sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
		if (!connect(fd, af ? (void *)&a4 : (void *)&a6, af ? sizeof a4 : sizeof a6))
			return fd;
		close(fd);
	}
	die(1, "connect");
	return -1;
}
