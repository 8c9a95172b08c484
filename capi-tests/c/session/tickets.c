/* Tickets of both versions: how many are sent, when, with which keys, how long they are good, and that each is used once. */
#include "resumption.h"

static int tickets[2];

static int count_tickets(gnutls_session_t session, unsigned type, unsigned post, unsigned incoming, const gnutls_datum_t *msg)
{
	(void)session, (void)type, (void)post, (void)msg;
	tickets[incoming]++;
	return 0;
}

/* How many tickets a server sends, and by whose wish none. */
static void test_counts(void)
{
	static const struct { struct want w; int sent; } rows[] = {
		{ { .client = TLS12 }, 1 },
		{ { .client = TLS13 }, 2 },
		{ { .client = TLS12, .no_tickets = 1 }, 0 },
		{ { .client = TLS13, .no_tickets = 1 }, 0 },
		{ { .client = TLS12, .client_flags = GNUTLS_NO_TICKETS }, 0 },
		{ { .client = TLS12, .client_flags = GNUTLS_NO_TICKETS_TLS12 }, 0 },
		{ { .client = TLS13, .client_flags = GNUTLS_NO_TICKETS_TLS12 }, 2 },
		{ { .client = TLS12 ":%NO_TICKETS", .server = TLS12 }, 0 },
		{ { .client = TLS12 ":%NO_TICKETS_TLS12", .server = TLS12 }, 0 },
		{ { .client = TLS13, .server_flags = GNUTLS_NO_AUTO_SEND_TICKET }, 0 },
		{ { .client = TLS12, .server_flags = GNUTLS_NO_AUTO_SEND_TICKET }, 1 },
		{ { .client = TLS13, .request = GNUTLS_CERT_REQUEST }, 2 },
#ifdef OURS
		/* A client that does not say how it could use a ticket gets none. */
		{ { .client = TLS13, .client_flags = GNUTLS_NO_TICKETS }, 0 },
		{ { .client = TLS13 ":%NO_TICKETS", .server = TLS13 }, 0 },
#endif
	};

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct pair p;

		start(&p, &rows[i].w);
		tickets[0] = tickets[1] = 0;
		gnutls_handshake_set_hook_function(p.server.s, GNUTLS_HANDSHAKE_NEW_SESSION_TICKET, GNUTLS_HOOK_POST, count_tickets);
		gnutls_handshake_set_hook_function(p.client.s, GNUTLS_HANDSHAKE_NEW_SESSION_TICKET, GNUTLS_HOOK_POST, count_tickets);
		HANDSHAKE(&p, 0, 0);
		ECHO(&p);
		CHECK_IS(tickets[0], rows[i].sent);
		CHECK_IS(tickets[1], rows[i].sent);
		CHECK_IS(!!(gnutls_session_get_flags(p.client.s) & GNUTLS_SFLAGS_SESSION_TICKET), rows[i].sent > 0);
		CHECK_IS(gnutls_session_get_flags(p.server.s) & GNUTLS_SFLAGS_SESSION_TICKET, 0);
		pair_end(&p);
	}
}

/* Tickets that the server's application sends. */
static void test_send(void)
{
	struct want w = { .client = TLS13, .server_flags = GNUTLS_NO_AUTO_SEND_TICKET };
	struct pair p;
	gnutls_datum_t data;
	char buf[8];

	CONNECT(&p, &w);
	data = data_of(&p);
	CHECK_IS(data.size, 4);
	gnutls_free(data.data);
	CHECK_IS(gnutls_session_ticket_send(p.server.s, 1, 0), 0);
	CHECK_IS(gnutls_session_ticket_send(p.client.s, 1, 0), GNUTLS_E_INVALID_REQUEST);
	CHECK_IS(take(&p.client, buf, sizeof buf), GNUTLS_E_AGAIN);
	CHECK(gnutls_session_get_flags(p.client.s) & GNUTLS_SFLAGS_SESSION_TICKET);
	data = data_of(&p);
	ECHO(&p);
	pair_end(&p);
	w.data = &data;
	w.resumed = w.requested = 1;
	AGAIN(&w);
	gnutls_free(data.data);

	w = (struct want){ .client = TLS12 };
	CONNECT(&p, &w);
	CHECK_IS(gnutls_session_ticket_send(p.server.s, 1, 0), GNUTLS_E_INVALID_REQUEST);
	pair_end(&p);
}

/* Without being asked to receive, a client waits for its ticket; data that is there is not lost. */
static void test_wait(void)
{
	struct want w = { .client = TLS13 };
	struct pair p;
	gnutls_datum_t data;

#ifdef OURS
	/* GnuTLS measures a round trip, which is none here. */
	char buf[8];

	start(&p, &w);
	HANDSHAKE(&p, 0, 0);
	CHECK_IS(gnutls_record_send(p.server.s, "data", 4), 4);
	CHECK_IS(gnutls_session_get_flags(p.client.s) & GNUTLS_SFLAGS_SESSION_TICKET, 0);
	data = data_of(&p);
	CHECK(data.size > 4);
	CHECK_IS(take(&p.client, buf, sizeof buf), 4);
	pair_end(&p);
	w.data = &data;
	w.resumed = w.requested = 1;
	AGAIN(&w);
	gnutls_free(data.data);
#endif

	/* A transport that cannot wait is not waited for. */
	w = (struct want){ .client = TLS13 };
	start(&p, &w);
	gnutls_transport_set_pull_timeout_function(p.client.s, NULL);
	HANDSHAKE(&p, 0, 0);
	data = data_of(&p);
	CHECK_IS(data.size, 4);
	gnutls_free(data.data);
	pair_end(&p);
}

/* Tickets last as long as the server says, and their keys a period longer. */
static void test_time(const char *prio)
{
	struct want w = { .client = prio, .expiration = 100 };
	gnutls_datum_t data = first(&w);

	w.data = &data;
	w.resumed = w.requested = 1;
	now += 50;
	AGAIN(&w);
	now += 49;
	AGAIN(&w);
	now += 2;
	w.resumed = w.requested = 0;
#ifndef OURS
	/* A client of GnuTLS offers it still in TLS 1.2. */
	w.requested = !strcmp(prio, TLS12);
#endif
	AGAIN(&w);
	gnutls_free(data.data);
	/* Across a change of the keys, which is every 300 seconds. */
	now = now / 300 * 300 + 290;
	w.data = NULL;
	w.requested = 0;
	data = first(&w);
	w.data = &data;
	w.resumed = w.requested = 1;
	now += 20;
	AGAIN(&w);
	gnutls_free(data.data);
}

/* Another server with the same key accepts a ticket, one with another key does not. */
static void test_keys(const char *prio)
{
	struct want w = { .client = prio };
	gnutls_datum_t data = first(&w), key = ticket_key, same = { NULL, 0 };

	w.data = &data;
	w.resumed = w.requested = 1;
	same.data = gnutls_malloc(key.size);
	memcpy(same.data, key.data, same.size = key.size);
	ticket_key = same;
	AGAIN(&w);
	gnutls_free(same.data);
	CHECK_IS(gnutls_session_ticket_key_generate(&ticket_key), 0);
	w.resumed = 0;
	w.requested = !strcmp(prio, TLS12);
	AGAIN(&w);
	gnutls_free(ticket_key.data);
	ticket_key = key;
	w.no_tickets = 1;
	AGAIN(&w);
	gnutls_free(data.data);
}

/* A HelloRetryRequest does not prevent it. */
static void test_retry(void)
{
	struct want w = { .client = TLS13 };
	gnutls_datum_t data = first(&w);

	w.data = &data;
	w.resumed = w.requested = 1;
	w.client = TLS13 ":-GROUP-ALL:+GROUP-X25519:+GROUP-SECP384R1";
	w.client_flags = GNUTLS_KEY_SHARE_TOP;
	w.server = TLS13 ":-GROUP-ALL:+GROUP-SECP384R1";
	AGAIN(&w);
	gnutls_free(data.data);
}

/* Each ticket is for one session. */
static void test_once(void)
{
	struct want w = { .client = TLS13 };
	struct pair p;
	gnutls_datum_t data[3];
	unsigned char buf[4096];
	size_t size = 0;
	int i, same;

	CONNECT(&p, &w);
	for (i = 0; i < 3; i++)
		data[i] = data_of(&p);
	same = data[0].size == data[1].size && !memcmp(data[0].data, data[1].data, data[0].size);
#ifdef OURS
	CHECK(!same);
#else
	CHECK(same);
#endif
	CHECK(data[0].size == data[2].size && !memcmp(data[0].data, data[2].data, data[0].size));
	CHECK_IS(gnutls_session_ticket_send(p.server.s, 1, 0), 0);
	CHECK_IS(take(&p.client, buf, sizeof buf), GNUTLS_E_AGAIN);
	/* A new one. The question for the size does not use it up. */
	CHECK_IS(gnutls_session_get_data(p.client.s, NULL, &size), GNUTLS_E_SHORT_MEMORY_BUFFER);
	CHECK(size > 100 && size < sizeof buf);
	size = 10;
	CHECK_IS(gnutls_session_get_data(p.client.s, buf, &size), GNUTLS_E_SHORT_MEMORY_BUFFER);
	size = sizeof buf;
	CHECK_IS(gnutls_session_get_data(p.client.s, buf, &size), 0);
	CHECK(size != data[0].size || memcmp(buf, data[0].data, size));
	pair_end(&p);
	for (i = 0; i < 3; i++) {
		w.data = &data[i];
		w.resumed = w.requested = 1;
		AGAIN(&w);
		gnutls_free(data[i].data);
	}
	data[0].data = buf;
	data[0].size = size;
	w.data = data;
	AGAIN(&w);
}

/* A flood of tickets ends; of a few hundred the last one counts. */
static void test_flood(void)
{
	struct want w = { .client = TLS13 };
	struct pair p;
	gnutls_datum_t data;
	int i;
#ifdef OURS
	char buf[8];
	int code;
#endif

	CONNECT(&p, &w);
	for (i = 0; i < 20; i++)
		CHECK_IS(gnutls_session_ticket_send(p.server.s, 1, 0), 0);
	CARRY(&p.server, &p.client, "data");
	data = data_of(&p);
	pair_end(&p);
	w.data = &data;
	w.resumed = w.requested = 1;
	AGAIN(&w);
	gnutls_free(data.data);

#ifdef OURS
	w.data = NULL;
	w.resumed = w.requested = 0;
	CONNECT(&p, &w);
	CHECK_IS(gnutls_session_ticket_send(p.server.s, 200, 0), 0);
	CHECK_IS(gnutls_session_ticket_send(p.server.s, 256, 0), GNUTLS_E_INVALID_REQUEST);
	do
		code = gnutls_record_recv(p.client.s, buf, sizeof buf);
	while (code == GNUTLS_E_AGAIN && p.client.in.used);
	CHECK_IS(code, GNUTLS_E_TOO_MANY_EMPTY_PACKETS);
	pair_end(&p);
#endif
}

int main(void)
{
	gnutls_global_set_time_function(clock_of_test);
	CHECK_IS(gnutls_session_ticket_key_generate(&ticket_key), 0);
	for (int v = 0; v < 2; v++) {
		test_time(both_versions[v]);
		test_keys(both_versions[v]);
	}
	test_counts();
	test_send();
	test_wait();
	test_retry();
	test_once();
	test_flood();
	gnutls_free(ticket_key.data);
	return check_result();
}
