/* Sessions over datagrams: handshakes, data, memory, and many sessions of a server on one socket. */
#include <arpa/inet.h>
#include <errno.h>
#include <gnutls/dtls.h>
#include <malloc.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>
#include "bench.h"

#define WORDS "NORMAL:-VERS-ALL:+VERS-DTLS1.2:-GROUP-ALL:+GROUP-X25519"

/* Datagrams one behind the other, each with its size before it. */
struct queue {
	unsigned char *data;
	size_t at, end, room;
};

struct side {
	gnutls_session_t session;
	struct queue in;
	struct side *peer;
};

struct pair {
	struct side client, server;
};

static ssize_t push(gnutls_transport_ptr_t p, const void *bytes, size_t n)
{
	struct queue *q = &((struct side *)p)->peer->in;

	if (q->at == q->end)
		q->at = q->end = 0;
	if (q->end + sizeof(n) + n > q->room) {
		q->room = 2 * (q->end + sizeof(n) + n);
		q->data = realloc(q->data, q->room);
	}
	memcpy(q->data + q->end, &n, sizeof(n));
	memcpy(q->data + q->end + sizeof(n), bytes, n);
	q->end += sizeof(n) + n;
	return n;
}

static ssize_t pull(gnutls_transport_ptr_t p, void *buf, size_t room)
{
	struct side *me = p;
	struct queue *q = &me->in;
	size_t n;

	if (q->at == q->end) {
		gnutls_transport_set_errno(me->session, EAGAIN);
		return -1;
	}
	memcpy(&n, q->data + q->at, sizeof(n));
	memcpy(buf, q->data + q->at + sizeof(n), n < room ? n : room);
	q->at += sizeof(n) + n;
	return n < room ? n : room;
}

static int pull_timeout(gnutls_transport_ptr_t p, unsigned int ms)
{
	struct queue *q = &((struct side *)p)->in;

	(void)ms;
	return q->at < q->end;
}

static gnutls_session_t session(unsigned flags, const char *priority)
{
	gnutls_session_t s;

	TRY(gnutls_init(&s, flags | GNUTLS_DATAGRAM | GNUTLS_NONBLOCK));
	TRY(gnutls_priority_set_direct(s, priority, NULL));
	TRY(gnutls_credentials_set(s, GNUTLS_CRD_CERTIFICATE, flags == GNUTLS_CLIENT ? client_cred : server_cred));
	gnutls_dtls_set_mtu(s, 1500);
	if (flags == GNUTLS_CLIENT) {
		TRY(gnutls_server_name_set(s, GNUTLS_NAME_DNS, "bench.example", 13));
		gnutls_session_set_verify_cert(s, "bench.example", 0);
	}
	return s;
}

static void start(struct side *s, struct side *peer, unsigned flags, const char *priority)
{
	s->peer = peer;
	s->session = session(flags, priority);
	gnutls_transport_set_ptr(s->session, s);
	gnutls_transport_set_push_function(s->session, push);
	gnutls_transport_set_pull_function(s->session, pull);
	gnutls_transport_set_pull_timeout_function(s->session, pull_timeout);
}

/* A step of a handshake: its code, if it may go on. */
static int step(gnutls_session_t s)
{
	int code = gnutls_handshake(s);

	if (code < 0 && gnutls_error_is_fatal(code))
		TRY(code);
	return code;
}

static void connect_pair(struct pair *p, const char *priority)
{
	int client = GNUTLS_E_AGAIN, server = GNUTLS_E_AGAIN;

	start(&p->server, &p->client, GNUTLS_SERVER, priority);
	start(&p->client, &p->server, GNUTLS_CLIENT, priority);
	while (client != 0 || server != 0) {
		if (client != 0)
			client = step(p->client.session);
		if (server != 0)
			server = step(p->server.session);
	}
}

static void close_pair(struct pair *p)
{
	gnutls_deinit(p->client.session);
	gnutls_deinit(p->server.session);
	free(p->client.in.data);
	free(p->server.in.data);
	memset(p, 0, sizeof(*p));
}

static void handshakes(const char *certs)
{
	static const char *const keys[] = { "p256", "rsa" };
	struct pair p = { 0 };

	for (int k = 0; k < 2; k++) {
		int n = 0;
		double begin;

		credentials(certs, keys[k]);
		connect_pair(&p, WORDS);
		close_pair(&p);
		begin = now();
		do {
			connect_pair(&p, WORDS);
			close_pair(&p);
			n++;
		} while (now() - begin < 0.2);
		printf("handshake dtls1.2 %s, verified\t%.1f\tpairs/s\n", keys[k], n / (now() - begin));
	}
}

static void bulk(const char *certs)
{
	static const char *const ciphers[] = { "AES-128-GCM", "AES-256-GCM", "CHACHA20-POLY1305" };
	static unsigned char data[1400], out[1400];
	enum { BATCH = 16 };
	struct pair p = { 0 };

	credentials(certs, "p256");
	for (size_t c = 0; c < sizeof(ciphers) / sizeof(*ciphers); c++) {
		char priority[200];
		double seal = 0, open = 0, bytes = 0;

		snprintf(priority, sizeof(priority), WORDS ":-CIPHER-ALL:+%s", ciphers[c]);
		connect_pair(&p, priority);
		while (seal + open < 0.1) {
			double t = now();

			for (int i = 0; i < BATCH; i++)
				TRY(gnutls_record_send(p.client.session, data, sizeof(data)));
			seal += now() - t;
			t = now();
			for (int i = 0; i < BATCH; i++)
				must(gnutls_record_recv(p.server.session, out, sizeof(out)) == sizeof(out), "data");
			open += now() - t;
			bytes += BATCH * sizeof(data);
		}
		printf("seal dtls1.2 %s 1400\t%.0f\tMB/s\n", ciphers[c], bytes / seal / 1e6);
		printf("open dtls1.2 %s 1400\t%.0f\tMB/s\n", ciphers[c], bytes / open / 1e6);
		close_pair(&p);
	}
}

/* Heap use of idle sessions that have completed a handshake and have sent data once in each direction. */
static void memory(const char *certs)
{
	enum { PAIRS = 100 };
	static struct pair p[PAIRS];
	char buf[100] = { 0 };
	size_t before;

	credentials(certs, "p256");
	connect_pair(&p[0], WORDS);
	close_pair(&p[0]);
	before = mallinfo2().uordblks;
	for (int i = 0; i < PAIRS; i++) {
		struct side *ends[] = { &p[i].client, &p[i].server };

		connect_pair(&p[i], WORDS);
		TRY(gnutls_record_send(p[i].client.session, buf, sizeof(buf)));
		TRY(gnutls_record_recv(p[i].server.session, buf, sizeof(buf)));
		TRY(gnutls_record_send(p[i].server.session, buf, sizeof(buf)));
		TRY(gnutls_record_recv(p[i].client.session, buf, sizeof(buf)));
		/* A program reads until nothing is left. */
		for (int e = 0; e < 2; e++) {
			must(gnutls_record_recv(ends[e]->session, buf, sizeof(buf)) == GNUTLS_E_AGAIN, "the end of data");
			free(ends[e]->in.data);
			memset(&ends[e]->in, 0, sizeof(ends[e]->in));
		}
	}
	printf("heap dtls1.2, idle pair\t%zu\tbytes\n", (mallinfo2().uordblks - before) / PAIRS);
	for (int i = 0; i < PAIRS; i++)
		close_pair(&p[i]);
}

/* A server's sessions on one socket, which finds the session of a datagram by the port that it comes from; each client has a
 * socket of its own. */
struct served {
	gnutls_session_t session;
	struct sockaddr_in to;
	/* The datagram that was received for it. */
	const unsigned char *datagram;
	size_t size;
	int done;
};

struct caller {
	gnutls_session_t session;
	int fd, done;
};

static int server_fd;
static struct served *by_port[65536];

static ssize_t push_served(gnutls_transport_ptr_t p, const void *bytes, size_t n)
{
	struct served *s = p;

	return sendto(server_fd, bytes, n, 0, (struct sockaddr *)&s->to, sizeof(s->to));
}

static ssize_t pull_served(gnutls_transport_ptr_t p, void *buf, size_t room)
{
	struct served *s = p;
	size_t n = s->size < room ? s->size : room;

	if (!s->datagram) {
		gnutls_transport_set_errno(s->session, EAGAIN);
		return -1;
	}
	memcpy(buf, s->datagram, n);
	s->datagram = NULL;
	return n;
}

static int poll_served(gnutls_transport_ptr_t p, unsigned int ms)
{
	(void)ms;
	return ((struct served *)p)->datagram != NULL;
}

static void serve_new(struct served *s, const struct sockaddr_in *from)
{
	s->to = *from;
	s->session = session(GNUTLS_SERVER, WORDS);
	gnutls_transport_set_ptr(s->session, s);
	gnutls_transport_set_push_function(s->session, push_served);
	gnutls_transport_set_pull_function(s->session, pull_served);
	gnutls_transport_set_pull_timeout_function(s->session, poll_served);
}

/* Handles what has come; data is sent back. */
static void serve(void)
{
	static unsigned char datagram[2048];
	struct sockaddr_in from;
	socklen_t size = sizeof(from);
	ssize_t n;
	char buf[100];

	while ((n = recvfrom(server_fd, datagram, sizeof(datagram), MSG_DONTWAIT, (struct sockaddr *)&from, &size)) >= 0) {
		struct served *s = by_port[ntohs(from.sin_port)];

		if (!s->session)
			serve_new(s, &from);
		s->datagram = datagram;
		s->size = n;
		if (!s->done)
			s->done = step(s->session) == 0;
		else if ((n = gnutls_record_recv(s->session, buf, sizeof(buf))) > 0)
			TRY(gnutls_record_send(s->session, buf, n));
		s->datagram = NULL;
	}
}

static void call(struct caller *c, struct served *s, const struct sockaddr_in *server)
{
	struct sockaddr_in own = { .sin_family = AF_INET };
	socklen_t size = sizeof(own);

	own.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
	c->fd = socket(AF_INET, SOCK_DGRAM | SOCK_NONBLOCK, 0);
	must(c->fd >= 0 && bind(c->fd, (struct sockaddr *)&own, size) == 0 &&
	     connect(c->fd, (const struct sockaddr *)server, sizeof(*server)) == 0 &&
	     getsockname(c->fd, (struct sockaddr *)&own, &size) == 0, "a socket for each client");
	by_port[ntohs(own.sin_port)] = s;
	c->session = session(GNUTLS_CLIENT, WORDS);
	gnutls_transport_set_int(c->session, c->fd);
}

/* Microseconds of a session's handshake, and of a datagram in both directions when all sessions are there. */
static void many(unsigned count)
{
	enum { AT_ONCE = 50, ROUNDS = 4 };
	struct served *served = calloc(count, sizeof(*served));
	struct caller *callers = calloc(count, sizeof(*callers));
	struct sockaddr_in server = { .sin_family = AF_INET };
	socklen_t size = sizeof(server);
	char buf[100] = { 0 };
	double begin = now(), shaken;

	server.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
	server_fd = socket(AF_INET, SOCK_DGRAM, 0);
	must(server_fd >= 0 && bind(server_fd, (struct sockaddr *)&server, size) == 0 &&
	     getsockname(server_fd, (struct sockaddr *)&server, &size) == 0, "a socket");
	for (unsigned first = 0; first < count; first += AT_ONCE) {
		unsigned left = AT_ONCE;

		for (unsigned i = first; i < first + AT_ONCE; i++)
			call(&callers[i], &served[i], &server);
		while (left) {
			for (unsigned i = first; i < first + AT_ONCE; i++)
				if (!callers[i].done && (callers[i].done = step(callers[i].session) == 0))
					left--;
			serve();
		}
	}
	shaken = now();
	for (int round = 0; round < ROUNDS; round++)
		for (unsigned first = 0; first < count; first += AT_ONCE) {
			for (unsigned i = first; i < first + AT_ONCE; i++)
				TRY(gnutls_record_send(callers[i].session, buf, sizeof(buf)));
			serve();
			for (unsigned i = first; i < first + AT_ONCE; i++)
				must(gnutls_record_recv(callers[i].session, buf, sizeof(buf)) == sizeof(buf), "echo");
		}
	printf("%u sessions on a socket, handshake\t%.1f\tus\n", count, (shaken - begin) / count * 1e6);
	printf("%u sessions on a socket, 100 bytes and echo\t%.2f\tus\n", count, (now() - shaken) / count / ROUNDS * 1e6);
	for (unsigned i = 0; i < count; i++) {
		gnutls_deinit(callers[i].session);
		gnutls_deinit(served[i].session);
		close(callers[i].fd);
	}
	close(server_fd);
	free(served);
	free(callers);
}

void datagrams(const char *certs)
{
	handshakes(certs);
	bulk(certs);
	memory(certs);
	credentials(certs, "p256");
	many(1000);
	many(5000);
}
