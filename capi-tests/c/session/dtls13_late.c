/* What goes on in DTLS 1.3 after a handshake: repetition while a thread waits, while the transport fails and while hooks interrupt;
 * what is acknowledged and taken with the keys of the handshake. */
#include "dtls13.h"

#ifdef OURS
#include <pthread.h>
#include <semaphore.h>

/* ---- A thread that waits */

/* The session that waits, its peer, and what the thread has seen. */
static struct {
	struct side *e;
	sem_t waits;
	/* The other thread has sent; there are two. */
	int sent, threads;
	unsigned calls, shortest;
	/* How often a wait ends without the other thread having done anything. */
	unsigned idle;
} w;

static void pump(struct side *peer)
{
	char buf[16];
	int i;

	for (i = 0; i < 4; i++)
		if (gnutls_record_recv(peer->s, buf, sizeof buf) == GNUTLS_E_UNAVAILABLE_DURING_HANDSHAKE)
			gnutls_handshake(peer->s);
}

/* Time passes when nothing comes; the peer does its work meanwhile. */
static int wait_and_pump(gnutls_transport_ptr_t t, unsigned ms)
{
	struct side *e = t;
	int i;

	if (e->first != e->last)
		return 1;
	if (!w.threads) {
		pump(e->peer);
		return e->first != e->last;
	}
	w.calls++;
	if (ms < w.shortest)
		w.shortest = ms;
	if (w.idle) {
		w.idle--;
		clock_ms += ms;
		return 0;
	}
	sem_post(&w.waits);
	for (i = 0; i < 2000 && !__atomic_load_n(&w.sent, __ATOMIC_ACQUIRE); i++)
		usleep(1000);
	pump(e->peer);
	if (e->first == e->last)
		clock_ms += ms;
	return e->first != e->last;
}

/* A transport that blocks indefinitely; the test has a second. */
static ssize_t pull_for_ever(gnutls_transport_ptr_t t, void *bytes, size_t size)
{
	struct side *e = t;
	int i;

	if (w.threads && e == w.e && e->first == e->last) {
		sem_post(&w.waits);
		for (i = 0; i < 1000 && e->first == e->last; i++)
			usleep(1000);
	}
	return side_pull(t, bytes, size);
}

/* The first datagram of the other thread is lost. */
static int lose_first(struct side *e, const unsigned char *bytes, size_t size)
{
	return __atomic_exchange_n(&w.sent, 1, __ATOMIC_ACQ_REL);
}

static void *receiver(void *e)
{
	char buf[16];

	return (void *)(long)gnutls_record_recv(((struct side *)e)->s, buf, sizeof buf);
}

enum { UPDATE, TICKET };

static void send_late(struct side *e, int what)
{
	if (what == UPDATE)
		CHECK_IS(gnutls_session_key_update(e->s, 0), 0);
	else
		CHECK_IS(gnutls_session_ticket_send(e->s, 1, 0), 0);
}

/* A thread waits in gnutls_record_recv, and another one sends a message that is lost: the one that waits sends it again. */
static void waiting(void)
{
	static const struct { int of_server, what; unsigned idle; } rows[] = {
		{ 0, UPDATE, 0 }, { 1, UPDATE, 0 }, { 1, TICKET, 0 }, { 0, UPDATE, 20 },
	};
	struct side *e, *peer;
	pthread_t thread;
	unsigned char seq[8];
	struct dtls d;
	unsigned i;
	void *result;
	char buf[16];

	for (i = 0; i < sizeof rows / sizeof *rows; i++) {
		memset(&w, 0, sizeof w);
		w.shortest = -1;
		CHECK_IS(sem_init(&w.waits, 0, 0), 0);
		init_sides(&d, rows[i].of_server ? 0 : BLOCKS, rows[i].of_server ? BLOCKS : 0, DTLS13, DTLS13);
		e = rows[i].of_server ? &d.server : &d.client;
		peer = e->peer;
		w.e = e;
		gnutls_transport_set_pull_function(e->s, pull_for_ever);
		gnutls_transport_set_pull_timeout_function(e->s, wait_and_pump);
		CHECK_IS(gnutls_handshake(e->s), 0);
		pump(peer);
		settle(&d);
		CHECK_IS(gnutls_dtls_get_timeout(e->s), 0);
		w.threads = 1;
		w.idle = rows[i].idle;
		e->arrives = lose_first;
		CHECK_IS(pthread_create(&thread, NULL, receiver, e), 0);
		sem_wait(&w.waits);
		send_late(e, rows[i].what);
		CHECK_IS(pthread_join(thread, &result), 0);
		/* It has read the acknowledgement. */
		CHECK_IS((long)result, GNUTLS_E_AGAIN);
		w.threads = 0;
		e->arrives = NULL;
		CHECK_IS(gnutls_dtls_get_timeout(e->s), 0);
		/* No busy waiting, and no wait without a timeout. */
		CHECK(w.calls > rows[i].idle && w.calls < rows[i].idle + 10);
		CHECK(w.shortest >= 200 && w.shortest <= 1000);
		if (rows[i].what == UPDATE) {
			CHECK_IS(gnutls_record_send(e->s, "x", 1), 1);
			CHECK_IS(gnutls_record_recv_seq(peer->s, buf, sizeof buf, seq), 1);
			CHECK_IS(seq[1], 4);
		}
		dtls_free(&d);
		sem_destroy(&w.waits);
	}
}

/* ---- What the keys of the handshake are for */

/* The server's acknowledgement of the client's Finished is lost, and a KeyUpdate of the client comes. With `repeated` that of the
 * KeyUpdate is lost as well: the Finished is repeated with the keys of the handshake. */
static void finished_and_update(void)
{
	unsigned char seq[8];
	unsigned sent, discarded;
	struct dtls d;
	int repeated, i;
	char buf[16];

	for (repeated = 0; repeated < 2; repeated++) {
		init(&d, 0, DTLS13, DTLS13);
		both_complete(&d);
		drop(&d.client);
		drop(&d.server);
		discarded = gnutls_record_get_discarded(d.server.s);
		CHECK_IS(gnutls_session_key_update(d.client.s, 0), 0);
		CHECK_IS(gnutls_record_recv(d.server.s, buf, sizeof buf), GNUTLS_E_AGAIN);
		if (repeated)
			drop(&d.client);
		for (i = 0; i < 5; i++) {
			settle(&d);
			clock_ms += 61000;
			CHECK_IS(gnutls_record_recv(d.client.s, buf, sizeof buf), GNUTLS_E_AGAIN);
			CHECK_IS(gnutls_record_recv(d.server.s, buf, sizeof buf), GNUTLS_E_AGAIN);
		}
		settle(&d);
		CHECK_IS(gnutls_dtls_get_timeout(d.client.s), 0);
		CHECK_IS(gnutls_record_get_discarded(d.server.s), discarded);
		sent = d.client.sent;
		clock_ms += 61000;
		CHECK_IS(gnutls_record_recv(d.client.s, buf, sizeof buf), GNUTLS_E_AGAIN);
		CHECK_IS(d.client.sent, sent);
		CHECK_IS(gnutls_record_send(d.client.s, "x", 1), 1);
		CHECK_IS(gnutls_record_recv_seq(d.server.s, buf, sizeof buf, seq), 1);
		CHECK_IS(seq[1], 4);
		echo(&d);
		dtls_free(&d);
	}
}

static struct datagram kept;
static int alert;

/* Keeps a datagram, and loses it. */
static int keep(struct side *e, const unsigned char *bytes, size_t size)
{
	kept.bytes = memcpy(malloc(size), bytes, size);
	kept.size = size;
	return 0;
}

/* While the server's certificate is verified the client sends with the keys of the handshake. */
static int send_alert(gnutls_session_t s)
{
	struct side *e = gnutls_transport_get_ptr(s);

	e->arrives = keep;
	CHECK_IS(gnutls_alert_send(s, GNUTLS_AL_WARNING, alert), 0);
	e->arrives = NULL;
	return 0;
}

/* RFC 9147 section 4.2.1: what comes late counts as if it had come in order. After an alert that ends a session no Finished comes. */
static void late_alert(void)
{
	static const int alerts[] = { GNUTLS_A_NO_RENEGOTIATION, GNUTLS_A_USER_CANCELED };
	struct dtls d;
	unsigned i, discarded;
	char buf[16];

	for (i = 0; i < 2; i++) {
		alert = alerts[i];
		init(&d, 0, DTLS13, DTLS13);
		gnutls_session_set_verify_function(d.client.s, send_alert);
		both_complete(&d);
		settle(&d);
		CHECK_IS(kept.bytes[0] & 3, 2);
		discarded = gnutls_record_get_discarded(d.server.s);
		deliver(&d.server, kept.bytes, kept.size);
		free(kept.bytes);
		CHECK_IS(gnutls_record_recv(d.server.s, buf, sizeof buf), GNUTLS_E_AGAIN);
		CHECK_IS(gnutls_record_get_discarded(d.server.s), discarded + 1);
		echo(&d);
		dtls_free(&d);
	}
}

/* ---- Failures */

static int transport_errno;

static ssize_t fail(gnutls_transport_ptr_t t, const void *bytes, size_t size)
{
	gnutls_transport_set_errno(((struct side *)t)->s, transport_errno);
	return -1;
}

/* A client that has a certificate, whose last flight is lost after it was sent. */
static void flight_is_lost(struct dtls *d)
{
	init(d, 0, DTLS13 ":-GROUP-ALL:+GROUP-X25519", DTLS13);
	gnutls_dtls_set_mtu(d->client.s, 1400);
	gnutls_dtls_set_mtu(d->server.s, 1400);
	gnutls_certificate_server_set_request(d->server.s, GNUTLS_CERT_REQUIRE);
	CHECK_IS(gnutls_handshake(d->client.s), GNUTLS_E_AGAIN);
	CHECK_IS(gnutls_handshake(d->server.s), GNUTLS_E_AGAIN);
	CHECK_IS(gnutls_handshake(d->client.s), 0);
	drop(&d->server);
}

/* The repetition is too large for the transport: data that is sealed before it or behind it is sent, and the repetition comes in
 * smaller datagrams. */
static void too_large(void)
{
	struct dtls d;
	int i, data, server = GNUTLS_E_AGAIN;
	char buf[16], large[500];

	memset(large, 'l', sizeof large);
	for (data = 0; data < 4; data++) {
		flight_is_lost(&d);
		transport_errno = EAGAIN;
		gnutls_transport_set_push_function(d.client.s, fail);
		if (data == 1)
			CHECK_IS(gnutls_record_send(d.client.s, "data", 4), GNUTLS_E_AGAIN);
		if (data == 2)
			CHECK_IS(gnutls_record_send(d.client.s, large, sizeof large), GNUTLS_E_AGAIN);
		clock_ms += 1000;
		CHECK_IS(gnutls_record_recv(d.client.s, buf, sizeof buf), GNUTLS_E_AGAIN);
		gnutls_transport_set_push_function(d.client.s, side_push);
		d.client.transport = 300;
		if (data == 0)
			CHECK_IS(gnutls_record_send(d.client.s, "data", 4), 4);
		if (data == 1)
			CHECK_IS(gnutls_record_send(d.client.s, NULL, 0), 4);
		CHECK_IS(gnutls_record_recv(d.client.s, buf, sizeof buf), GNUTLS_E_AGAIN);
		/* The data itself is what is too large. */
		if (data == 2) {
			CHECK_IS(gnutls_record_send(d.client.s, NULL, 0), GNUTLS_E_LARGE_PACKET);
			CHECK_IS(gnutls_record_send(d.client.s, NULL, 0), GNUTLS_E_INVALID_REQUEST);
			CHECK_IS(gnutls_record_send(d.client.s, "data", 4), 4);
		}
		for (i = 0; i < 20 && server == GNUTLS_E_AGAIN; i++) {
			server = gnutls_handshake(d.server.s);
			clock_ms += 2000;
			CHECK_IS(gnutls_record_recv(d.client.s, buf, sizeof buf), GNUTLS_E_AGAIN);
		}
		CHECK_IS(server, 0);
		server = GNUTLS_E_AGAIN;
		if (data < 3) {
			CHECK_IS(receive(&d.server, buf, sizeof buf), 4);
			CHECK(!memcmp(buf, "data", 4));
		}
		settle(&d);
		CHECK_IS(gnutls_dtls_get_timeout(d.client.s), 0);
		echo(&d);
		dtls_free(&d);
	}
}

/* The transport fails while messages are sent again, which the application has not asked for: it may still send. */
static void failing(void)
{
	struct dtls d;
	int i, server = GNUTLS_E_AGAIN;
	char buf[16];

	flight_is_lost(&d);
	transport_errno = ECONNREFUSED;
	gnutls_transport_set_push_function(d.client.s, fail);
	clock_ms += 1000;
	CHECK_IS(gnutls_record_recv(d.client.s, buf, sizeof buf), GNUTLS_E_AGAIN);
	gnutls_transport_set_push_function(d.client.s, side_push);
	CHECK_IS(gnutls_record_send(d.client.s, "data", 4), 4);
	for (i = 0; i < 20 && server == GNUTLS_E_AGAIN; i++) {
		server = gnutls_handshake(d.server.s);
		clock_ms += 2000;
		CHECK_IS(gnutls_record_recv(d.client.s, buf, sizeof buf), GNUTLS_E_AGAIN);
	}
	CHECK_IS(server, 0);
	CHECK_IS(receive(&d.server, buf, sizeof buf), 4);
	dtls_free(&d);
}

static unsigned interruptions;

static int interrupt(gnutls_session_t s, unsigned kind, unsigned when, unsigned incoming, const gnutls_datum_t *message)
{
	if (kind != GNUTLS_HANDSHAKE_KEY_UPDATE || incoming || !interruptions)
		return 0;
	interruptions--;
	return GNUTLS_E_INTERRUPTED;
}

/* A hook interrupts the KeyUpdate that the peer asks for: its own one is acknowledged nevertheless. */
static void interrupted(void)
{
	unsigned char seq[8];
	struct dtls d;
	char buf[16];

	init(&d, 0, DTLS13, DTLS13);
	both_complete(&d);
	settle(&d);
	gnutls_handshake_set_hook_function(d.client.s, GNUTLS_HANDSHAKE_ANY, GNUTLS_HOOK_PRE, interrupt);
	interruptions = 1000;
	CHECK_IS(gnutls_session_key_update(d.server.s, GNUTLS_KU_PEER), 0);
	settle(&d);
	CHECK(interruptions < 1000);
	CHECK_IS(gnutls_dtls_get_timeout(d.server.s), 0);
	interruptions = 0;
	CHECK_IS(gnutls_record_send(d.client.s, "x", 1), 1);
	settle_data(&d, 1);
	CHECK_IS(gnutls_record_send(d.client.s, "x", 1), 1);
	CHECK_IS(gnutls_record_recv_seq(d.server.s, buf, sizeof buf, seq), 1);
	CHECK_IS(seq[1], 4);
	echo(&d);
	dtls_free(&d);
}

/* The server's KeyUpdate or ticket is lost while it authenticates the client again: the client's answer does not say that it has it. */
static void update_while_asking(void)
{
	unsigned char seq[8];
	struct dtls d;
	unsigned lost;
	char buf[16];
	int what, s, i;

	for (what = 0; what < 2; what++) {
		init(&d, GNUTLS_POST_HANDSHAKE_AUTH, DTLS13, DTLS13);
		both_complete(&d);
		echo(&d);
		settle(&d);
		gnutls_certificate_server_set_request(d.server.s, GNUTLS_CERT_REQUIRE);
		s = gnutls_reauth(d.server.s, 0);
		CHECK_IS(s, GNUTLS_E_AGAIN);
		lost = d.server.sent;
		d.server.arrives = lose_one;
		d.server.data = &lost;
		send_late(&d.server, what);
		d.server.arrives = NULL;
		CHECK_IS(gnutls_record_recv(d.client.s, buf, sizeof buf), GNUTLS_E_REAUTH_REQUEST);
		CHECK_IS(gnutls_reauth(d.client.s, 0), 0);
		for (i = 0; i < 5 && s == GNUTLS_E_AGAIN; i++)
			s = gnutls_reauth(d.server.s, 0);
		CHECK_IS(s, 0);
		for (i = 0; i < 5; i++) {
			settle(&d);
			clock_ms += 61000;
			CHECK_IS(gnutls_record_recv(d.server.s, buf, sizeof buf), GNUTLS_E_AGAIN);
		}
		settle(&d);
		CHECK_IS(gnutls_dtls_get_timeout(d.server.s), 0);
		echo(&d);
		if (what == UPDATE) {
			CHECK_IS(gnutls_record_send(d.server.s, "x", 1), 1);
			CHECK_IS(gnutls_record_recv_seq(d.client.s, buf, sizeof buf, seq), 1);
			CHECK_IS(seq[1], 4);
		}
		dtls_free(&d);
	}
}
/* A message is lost after another one that is not acknowledged for long: it does not wait as long. */
static void after_a_long_wait(void)
{
	struct dtls d;
	char buf[16];
	int i;

	init(&d, 0, DTLS13, DTLS13);
	both_complete(&d);
	settle(&d);
	CHECK_IS(gnutls_session_ticket_send(d.server.s, 1, 0), 0);
	drop(&d.client);
	for (i = 0; i < 6; i++) {
		clock_ms += 1000 << i;
		CHECK_IS(gnutls_record_recv(d.server.s, buf, sizeof buf), GNUTLS_E_AGAIN);
		CHECK(d.client.first != d.client.last);
		drop(&d.client);
	}
	CHECK_IS(gnutls_dtls_get_timeout(d.server.s), 60000);
	CHECK_IS(gnutls_session_key_update(d.server.s, 0), 0);
	drop(&d.client);
	CHECK_IS(gnutls_dtls_get_timeout(d.server.s), 1000);
	clock_ms += 1000;
	CHECK_IS(gnutls_record_recv(d.server.s, buf, sizeof buf), GNUTLS_E_AGAIN);
	settle(&d);
	CHECK_IS(gnutls_dtls_get_timeout(d.server.s), 0);
	echo(&d);
	dtls_free(&d);
}
#endif

int main(void)
{
	check_knows_dtls13();
#ifdef OURS
	waiting();
	finished_and_update();
	late_alert();
	too_large();
	failing();
	interrupted();
	update_while_asking();
	after_a_long_wait();
	free_credentials();
#endif
	return check_result();
}
