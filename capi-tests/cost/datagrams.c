/* Datagrams, which anybody can send: what a session of DTLS or a server without one does with them. Beside the work, what a case
 * leaves on the heap is bounded. */
#include <gnutls/crypto.h>
#include <malloc.h>
#include "cost.h"
#include "../c/support/datagrams.h"

/* The certificates of the other cases are valid on the first day of 2026. */
__attribute__((constructor)) static void set_clock(void)
{
	clock_ms = (1767225600 - 1700000000) * 1000LL;
}

static struct dtls d;
static unsigned char hello[2000];
static size_t hello_size, heap_before;

/* What a session may keep of what was sent to it: messages and records that come too early, the memory for a datagram. */
#define MOST_KEPT (400 * 1024)

static void heap_is_bounded(size_t most)
{
	must(mallinfo2().uordblks < heap_before + most, "too much is kept");
}

static int keep_hello(struct side *e, const unsigned char *bytes, size_t size)
{
	memcpy(hello, bytes, size);
	hello_size = size;
	return 1;
}

/* A server that has not received anything yet, and a client's hello. */
static void fresh(unsigned n)
{
	dtls_new(&d, ANON);
	d.client.arrives = keep_hello;
	must(gnutls_handshake(d.client.s) == GNUTLS_E_AGAIN && hello_size, "no hello");
	free(d.server.in[d.server.first++ % MAX_QUEUE].bytes);
	heap_before = mallinfo2().uordblks;
}

static void open(unsigned n)
{
	int client, server;

	dtls_new(&d, ANON);
	dtls_handshake(&d, &client, &server);
	must(client == 0 && server == 0, "no handshake");
	heap_before = mallinfo2().uordblks;
}

static void take_handshake(void)
{
	while (d.server.first != d.server.last)
		must(gnutls_handshake(d.server.s) == GNUTLS_E_AGAIN, "the handshake fails");
}

/* `n` datagrams of each kind that is no record of the session, and data between them. */
static void garbage(unsigned n)
{
	static const unsigned char rest[200] = { 23, 0xfe, 0xfd, 0, 1, 0, 0, 1, 0, 0, 0, 0, 187 };
	unsigned char kinds[4][200];
	char c;

	memset(kinds[0], 0xff, 200);
	for (int i = 1; i < 4; i++)
		memcpy(kinds[i], rest, 200);
	kinds[2][4] = 7;
	kinds[3][12] = 250;
	for (unsigned i = 0; i < n; i++) {
		for (int k = 0; k < 4; k++)
			deliver(&d.server, kinds[k], 200);
		must(gnutls_record_send(d.client.s, "x", 1) == 1 && gnutls_record_recv(d.server.s, &c, 1) == 1, "the data is lost");
	}
	heap_is_bounded(MOST_KEPT);
	must(gnutls_record_get_discarded(d.server.s) == 4 * n, "another number was discarded");
	dtls_free(&d);
}

static unsigned below(unsigned n)
{
	static unsigned long long state = 1;

	state = state * 6364136223846793005 + 1442695040888963407;
	return (state >> 33) % n;
}

/* A ClientHello of 64 KiB in `n` fragments of a byte in any order, twice. */
static void tiny_fragments(unsigned n)
{
	enum { TOTAL = 65536 };

	for (unsigned i = 0; i < 2 * n; i++) {
		unsigned at = i ? below(TOTAL) : TOTAL - 1;
		unsigned char bytes[] = { 22, 0xfe, 0xff, 0, 0, 0, 0, 0, 0, i >> 8, i, 0, 13, 1, TOTAL >> 16, TOTAL >> 8 & 255, TOTAL & 255,
					  0, 0, 0, at >> 8, at, 0, 0, 1, 0 };

		deliver(&d.server, bytes, sizeof bytes);
		take_handshake();
	}
	heap_is_bounded(MOST_KEPT);
	dtls_free(&d);
}

/* The first bytes of `n` messages that are far ahead. */
static void messages_ahead(unsigned n)
{
	for (unsigned i = 0; i < n; i++) {
		unsigned char bytes[13 + 12 + 1000] = { 22, 0xfe, 0xff, 0, 0, 0, 0, 0, 0, i >> 8, i, 1012 >> 8, 1012 & 255, 11, 1, 0, 0,
							i >> 8, i, 0, 0xfc, 0, 0, 1000 >> 8, 1000 & 255 };

		deliver(&d.server, bytes, sizeof bytes);
		take_handshake();
	}
	heap_is_bounded(MOST_KEPT);
	dtls_free(&d);
}

/* The client's flight again and again, which is answered a few times. */
static void repeated_flight(unsigned n)
{
	unsigned sent;

	deliver(&d.server, hello, hello_size);
	take_handshake();
	for (unsigned i = 0; i < n; i++) {
		/* A handshake has a minute. */
		if (i < 100)
			clock_ms += 300;
		deliver(&d.server, hello, hello_size);
		take_handshake();
		/* The client does not read. */
		for (; d.client.first != d.client.last; d.client.first++)
			free(d.client.in[d.client.first % MAX_QUEUE].bytes);
	}
	sent = d.server.sent;
	must(sent <= 200, "each is answered");
	heap_is_bounded(MOST_KEPT);
	dtls_free(&d);
}

/* `n` large records of the next epoch and of later ones, before there are keys. */
static void future_epochs(unsigned n)
{
	static unsigned char bytes[13 + 15000] = { 22, 0xfe, 0xfd, 0, 1, 0, 0, 0, 0, 0, 0, 15000 >> 8, 15000 & 255 };

	for (unsigned i = 0; i < n; i++) {
		bytes[4] = 1 + (i & 1);
		deliver(&d.server, bytes, sizeof bytes);
		take_handshake();
	}
	heap_is_bounded(MOST_KEPT);
	dtls_free(&d);
}

static ssize_t count_bytes(gnutls_transport_ptr_t t, const void *bytes, size_t n)
{
	*(size_t *)t += n;
	return n;
}

/* `n` hellos of clients that have no cookie, or another client's, at a server without sessions. */
static void hellos(unsigned n)
{
	gnutls_dtls_prestate_st state;
	gnutls_datum_t key;
	size_t sent = 0;

	need(gnutls_key_generate(&key, GNUTLS_COOKIE_KEY_SIZE));
	for (unsigned i = 0; i < n; i++) {
		memset(&state, 0, sizeof state);
		must(gnutls_dtls_cookie_verify(&key, &i, sizeof i, hello, hello_size, &state) == GNUTLS_E_BAD_COOKIE, "a cookie");
		need(gnutls_dtls_cookie_send(&key, &i, sizeof i, &state, &sent, count_bytes));
	}
	must(sent <= n * hello_size, "more is sent than was received");
	heap_is_bounded(1000);
	gnutls_free(key.data);
	dtls_free(&d);
}

static unsigned char with_cookie[2000];

static void foreign_cookie(unsigned n)
{
	unsigned at = 13 + 12 + 2 + 32;
	unsigned char *p = with_cookie;

	fresh(n);
	memcpy(p, hello, hello_size);
	at += 1 + hello[at];
	memset(p + at, 0xaa, 17);
	p[at] = 16;
	memcpy(p + at + 17, hello + at + 1, hello_size - at - 1);
	hello_size += 16;
	/* Of the record, the message and the fragment. */
	p[12] += 16, p[11] += p[12] < 16;
	p[16] += 16, p[15] += p[16] < 16;
	p[24] += 16, p[23] += p[24] < 16;
	memcpy(hello, p, hello_size);
	heap_before = mallinfo2().uordblks;
}

/* `n` sessions of a server, open at the same time. */
static void sessions(unsigned n)
{
	struct dtls *all = calloc(n + 1, sizeof *all);
	size_t before = mallinfo2().uordblks;
	int client, server;
	char c;

	for (unsigned i = 0; i < n; i++) {
		dtls_new(&all[i], ANON);
		dtls_handshake(&all[i], &client, &server);
		must(client == 0 && server == 0, "no handshake");
	}
	for (unsigned i = 0; i < n; i++)
		must(gnutls_record_send(all[i].client.s, "x", 1) == 1 && gnutls_record_recv(all[i].server.s, &c, 1) == 1, "no data");
	must(mallinfo2().uordblks - before < 100000 + n * 24000, "a pair takes too much");
	for (unsigned i = 0; i < n; i++)
		dtls_free(&all[i]);
	free(all);
}

const struct work datagrams[] = {
	{ "garbage-between-data", open, garbage, 100 },
	{ "tiny-fragments", fresh, tiny_fragments, 1000 },
	{ "messages-ahead", fresh, messages_ahead, 500 },
	{ "repeated-flight", fresh, repeated_flight, 500 },
	{ "future-epochs", fresh, future_epochs, 500 },
	{ "hellos", fresh, hellos, 500 },
	{ "hellos-with-cookies", foreign_cookie, hellos, 500 },
	{ "sessions", NULL, sessions, 20 },
	{ NULL, NULL, NULL, 0 },
};
