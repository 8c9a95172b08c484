/* Datagrams, which anybody can send: what a session of DTLS or a server without one does with them. Beside the work, what a case
 * leaves on the heap is bounded. */
#include <gnutls/crypto.h>
#include <malloc.h>
#include "cost.h"
#include "../c/support/datagrams.h"
#include "../wire/keys.h"

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

/* ---- DTLS 1.3 */

#define PSK13 "NONE:+VERS-DTLS1.3:+AES-128-GCM:+AEAD:+ECDHE-PSK:+PSK:+GROUP-X25519:+SIGN-ALL:+COMP-NULL"

static unsigned char client_secret[32], early_secret[32];
static gnutls_datum_t ticket_key;
static gnutls_anti_replay_t anti_replay;

static int keep_secret(gnutls_session_t s, const char *label, const gnutls_datum_t *secret)
{
	if (!strcmp(label, "CLIENT_TRAFFIC_SECRET_0"))
		memcpy(client_secret, secret->data, 32);
	if (!strcmp(label, "CLIENT_EARLY_TRAFFIC_SECRET"))
		memcpy(early_secret, secret->data, 32);
	return 0;
}

static int any_psk(gnutls_session_t s, const char *name, gnutls_datum_t *key)
{
	key->data = memcpy(gnutls_malloc(16), "0123456789abcdef", 16);
	key->size = 16;
	return 0;
}

static int no_replay(void *p, time_t end, const gnutls_datum_t *id, const gnutls_datum_t *data)
{
	return 0;
}

static void new13(unsigned flags)
{
	static gnutls_psk_client_credentials_t client_psk;
	static gnutls_psk_server_credentials_t server_psk;
	const gnutls_datum_t key = { (void *)"0123456789abcdef", 16 };

	if (!client_psk) {
		need(gnutls_psk_allocate_client_credentials(&client_psk));
		need(gnutls_psk_allocate_server_credentials(&server_psk));
		need(gnutls_psk_set_client_credentials(client_psk, "user", &key, GNUTLS_PSK_KEY_RAW));
		gnutls_psk_set_server_credentials_function(server_psk, any_psk);
		need(gnutls_session_ticket_key_generate(&ticket_key));
		need(gnutls_anti_replay_init(&anti_replay));
		gnutls_anti_replay_set_add_function(anti_replay, no_replay);
		clock_ms += 1000;
	}
	side_init(&d.client, &d.server, GNUTLS_CLIENT | flags, PSK13);
	side_init(&d.server, &d.client, GNUTLS_SERVER | flags, PSK13);
	need(gnutls_credentials_set(d.client.s, GNUTLS_CRD_PSK, client_psk));
	need(gnutls_credentials_set(d.server.s, GNUTLS_CRD_PSK, server_psk));
	need(gnutls_session_ticket_enable_server(d.server.s, &ticket_key));
	gnutls_anti_replay_enable(d.server.s, anti_replay);
	gnutls_session_set_keylog_function(d.client.s, keep_secret);
}

static void receive_all(struct side *e)
{
	char c;

	do
		must(gnutls_record_recv(e->s, &c, 1) == GNUTLS_E_AGAIN, "something else was received");
	while (e->first != e->last);
}

static void settle(void)
{
	do {
		receive_all(&d.client);
		receive_all(&d.server);
	} while (d.client.first != d.client.last);
}

static void forget(struct side *e)
{
	for (; e->first != e->last; e->first++)
		free(e->in[e->first % MAX_QUEUE].bytes);
}

static void complete13(void)
{
	int client, server;

	dtls_handshake(&d, &client, &server);
	must(client == 0 && server == 0, "no handshake");
	settle();
	heap_before = mallinfo2().uordblks;
}

static void open13(unsigned n)
{
	new13(0);
	complete13();
}

static void fresh13(unsigned n)
{
	new13(0);
	d.client.arrives = keep_hello;
	must(gnutls_handshake(d.client.s) == GNUTLS_E_AGAIN && hello_size, "no hello");
	d.client.arrives = NULL;
	forget(&d.server);
	heap_before = mallinfo2().uordblks;
}

/* `n` datagrams of each kind that has the header of DTLS 1.3 and is no record of the session, and data between them. */
static void unified_garbage(unsigned n)
{
	unsigned char bytes[200];
	char c;

	for (unsigned i = 0; i < n; i++) {
		for (unsigned k = 0; k < 6; k++) {
			memset(bytes, i, sizeof bytes);
			/* Of each epoch, with a connection ID, longer than its datagram. */
			bytes[0] = k < 4 ? 0x2c | k : k == 4 ? 0x3f : 0x2f;
			bytes[3] = 0;
			bytes[4] = k < 5 ? 195 : 250;
			deliver(&d.server, bytes, sizeof bytes);
		}
		must(gnutls_record_send(d.client.s, "x", 1) == 1 && gnutls_record_recv(d.server.s, &c, 1) == 1, "the data is lost");
	}
	heap_is_bounded(MOST_KEPT);
	must(gnutls_record_get_discarded(d.server.s) == 6 * n, "another number was discarded");
	dtls_free(&d);
}

/* The server has sent tickets that are lost: each has many records. */
static void waiting13(unsigned n)
{
	open13(n);
	gnutls_dtls_set_mtu(d.server.s, 100);
	for (int i = 0; i < 10; i++) {
		need(gnutls_session_ticket_send(d.server.s, 1, 0));
		forget(&d.client);
	}
	heap_before = mallinfo2().uordblks;
}

/* `n` acknowledgements with the numbers of 60 records that the server has not sent. */
static void acks(unsigned n)
{
	unsigned char body[2 + 60 * 16] = { 60 * 16 >> 8, 60 * 16 & 255 }, record[2000];
	struct keys13 keys;

	keys13_init(&keys, client_secret);
	for (unsigned i = 0; i < n; i++) {
		for (unsigned k = 0; k < 60; k++) {
			unsigned char *number = body + 2 + 16 * k;
			number[7] = 3;
			number[13] = 1 + k, number[14] = i >> 8, number[15] = i;
		}
		deliver(&d.server, record, keys13_seal(&keys, 3, 100 + i, 26, body, sizeof body, record));
		receive_all(&d.server);
		forget(&d.client);
	}
	heap_is_bounded(MOST_KEPT);
	must(gnutls_dtls_get_timeout(d.server.s) > 0, "they count");
	gnutls_aead_cipher_deinit(keys.aead);
	dtls_free(&d);
}

/* The server repeats its tickets `n` times; what acknowledges them is lost. */
static void repetitions(unsigned n)
{
	unsigned sent = d.client.sent;

	for (unsigned i = 0; i < n; i++) {
		clock_ms += 61000;
		receive_all(&d.server);
		receive_all(&d.client);
		forget(&d.server);
	}
	heap_is_bounded(MOST_KEPT);
	must(d.client.sent >= sent + n, "they are not acknowledged");
	dtls_free(&d);
}

/* `n` updates of the keys of both sides, and data. */
static void updates(unsigned n)
{
	unsigned char seq[8];
	char c;

	for (unsigned i = 0; i < n; i++) {
		clock_ms += 1000;
		need(gnutls_session_key_update(d.client.s, GNUTLS_KU_PEER));
		settle();
	}
	must(gnutls_record_send(d.client.s, "x", 1) == 1 && gnutls_record_recv_seq(d.server.s, &c, 1, seq) == 1, "the data is lost");
	must(seq[0] == (3 + n) >> 8 && seq[1] == ((3 + n) & 255), "it has another epoch");
	heap_is_bounded(MOST_KEPT);
	dtls_free(&d);
}

/* `n` large records of each epoch that may come, before there are keys and after that. */
static void early_records(unsigned n)
{
	static unsigned char bytes[15000] = { 0x2c, 0, 0, 14995 >> 8, 14995 & 255 };

	for (unsigned i = 0; i < 2 * n; i++) {
		if (i == n)
			deliver(&d.server, hello, hello_size);
		bytes[0] = 0x2c | (i & 3);
		bytes[1] = i >> 8, bytes[2] = i;
		deliver(&d.server, bytes, sizeof bytes);
		take_handshake();
		forget(&d.client);
	}
	heap_is_bounded(MOST_KEPT);
	dtls_free(&d);
}

/* A client that has sent early data, which the server accepts. */
static void resumed13(unsigned n)
{
	gnutls_datum_t session;

	new13(GNUTLS_ENABLE_EARLY_DATA);
	complete13();
	need(gnutls_session_get_data2(d.client.s, &session));
	dtls_free(&d);
	new13(GNUTLS_ENABLE_EARLY_DATA);
	need(gnutls_session_set_data(d.client.s, session.data, session.size));
	need(gnutls_record_send_early_data(d.client.s, "early", 5));
	must(gnutls_handshake(d.client.s) == GNUTLS_E_AGAIN, "no hello");
	take_handshake();
	gnutls_free(session.data);
	heap_before = mallinfo2().uordblks;
}

/* `n` small records of early data. */
static void early_data(unsigned n)
{
	unsigned char record[200];
	struct keys13 keys;
	char buf[64];
	unsigned got = 0;
	int client, server;

	keys13_init(&keys, early_secret);
	for (unsigned i = 0; i < n; i++) {
		deliver(&d.server, record, keys13_seal(&keys, 1, 10 + i, 23, "fifty bytes of early data, which nobody waits for.", 50, record));
		take_handshake();
		/* The server's flight stays. */
	}
	heap_is_bounded(MOST_KEPT);
	dtls_handshake(&d, &client, &server);
	must(client == 0 && server == 0, "no handshake");
	for (int r; (r = gnutls_record_recv_early_data(d.server.s, buf, sizeof buf)) > 0;)
		got += r;
	must(got == 5 + 50 * n, "early data is lost");
	gnutls_aead_cipher_deinit(keys.aead);
	dtls_free(&d);
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
	{ "unified-garbage", open13, unified_garbage, 100 },
	{ "acks", waiting13, acks, 100 },
	{ "repetitions", waiting13, repetitions, 50 },
	{ "key-updates", open13, updates, 100 },
	{ "early-records", fresh13, early_records, 100 },
	{ "early-data", resumed13, early_data, 100 },
	{ NULL, NULL, NULL, 0 },
};
