/* Connections that resume others, for the tests of resumption and of tickets. The clock is the test's. */
#ifndef RESUMPTION_H
#define RESUMPTION_H

#include <time.h>
#include "sessions.h"

static gnutls_datum_t ticket_key;
static time_t now = 1800000000;

static time_t clock_of_test(time_t *t)
{
	if (t)
		*t = now;
	return now;
}

/* The database of a server: what was stored, and how often each function was called. */
struct database {
	unsigned char key[32], data[4096];
	unsigned key_size, data_size, stored, retrieved, removed;
	int refuses;
	gnutls_session_t asks;
};

static int db_store(void *ptr, gnutls_datum_t key, gnutls_datum_t data)
{
	struct database *db = ptr;

	db->stored++;
	if (db->refuses)
		return -1;
	CHECK(key.size <= sizeof db->key && data.size <= sizeof db->data);
	memcpy(db->key, key.data, db->key_size = key.size);
	memcpy(db->data, data.data, db->data_size = data.size);
	return 0;
}

static gnutls_datum_t db_retrieve(void *ptr, gnutls_datum_t key)
{
	struct database *db = ptr;
	gnutls_datum_t found = { NULL, 0 };

	db->retrieved++;
	/* A callback may ask its session. */
	if (db->asks)
		CHECK_IS(gnutls_protocol_get_version(db->asks), GNUTLS_TLS1_2);
	if (key.size == db->key_size && !memcmp(key.data, db->key, key.size)) {
		found.data = gnutls_malloc(db->data_size);
		memcpy(found.data, db->data, db->data_size);
		found.size = db->data_size;
	}
	return found;
}

static int db_remove(void *ptr, gnutls_datum_t key)
{
	struct database *db = ptr;

	db->removed++;
	if (key.size == db->key_size && !memcmp(key.data, db->key, key.size))
		db->key_size = 0;
	return 0;
}

/* What a connection is made with, and what it has to come to. */
struct want {
	const char *client, *server;
	unsigned client_flags, server_flags;
	const gnutls_datum_t *data;
	struct database *db;
	int no_tickets, expiration, request, client_cert;
	const char *name;
	int resumed, requested;
};

static int verified;

static int count_verify(gnutls_session_t session)
{
	(void)session;
	verified++;
	return 0;
}

static inline void start(struct pair *p, const struct want *w)
{
	memset(p, 0, sizeof *p);
	p->ccred = w->client_cert ? credentials(client_pem, client_key_pem) : credentials(NULL, NULL);
	p->scred = credentials(server_pem, server_key_pem);
	end_init(&p->client, &p->server, GNUTLS_CLIENT | w->client_flags, w->client, p->ccred);
	end_init(&p->server, &p->client, GNUTLS_SERVER | w->server_flags, w->server ? w->server : w->client, p->scred);
	gnutls_session_set_verify_function(p->client.s, count_verify);
	verified = 0;
	if (w->expiration)
		gnutls_db_set_cache_expiration(p->server.s, w->expiration);
	if (!w->no_tickets)
		CHECK_IS(gnutls_session_ticket_enable_server(p->server.s, &ticket_key), 0);
	if (w->db) {
		gnutls_db_set_ptr(p->server.s, w->db);
		gnutls_db_set_store_function(p->server.s, db_store);
		gnutls_db_set_retrieve_function(p->server.s, db_retrieve);
		gnutls_db_set_remove_function(p->server.s, db_remove);
	}
	if (w->request)
		gnutls_certificate_server_set_request(p->server.s, w->request);
	if (w->name)
		gnutls_server_name_set(p->client.s, GNUTLS_NAME_DNS, w->name, strlen(w->name));
	if (w->data)
		CHECK_IS(gnutls_session_set_data(p->client.s, w->data->data, w->data->size), 0);
}

#define CONNECT(p, w) connect_(__LINE__, p, w)

static inline void connect_(int line, struct pair *p, const struct want *w)
{
	int c, s, before = check_failures;

	start(p, w);
	pair_handshake(p, &c, &s);
	CHECK_IS(c, 0);
	CHECK_IS(s, 0);
	CHECK_IS(gnutls_session_is_resumed(p->client.s), w->resumed);
	CHECK_IS(gnutls_session_is_resumed(p->server.s), w->resumed);
	CHECK_IS(gnutls_session_resumption_requested(p->client.s), 0);
	CHECK_IS(gnutls_session_resumption_requested(p->server.s), w->requested);
	/* The verify function sees the certificates of a full handshake alone. */
	CHECK_IS(verified, !w->resumed);
	if (check_failures != before)
		fprintf(stderr, "    in the connection of line %d\n", line);
	ECHO(p);
}

/* The session data of the client, to be freed. */
static inline gnutls_datum_t data_of(struct pair *p)
{
	gnutls_datum_t data = { NULL, 0 };

	CHECK_IS(gnutls_session_get_data2(p->client.s, &data), 0);
	return data;
}

/* One full connection, whose data is returned. */
static inline gnutls_datum_t first(const struct want *w)
{
	struct pair p;
	gnutls_datum_t data;

	CONNECT(&p, w);
	data = data_of(&p);
	pair_end(&p);
	return data;
}

/* One connection that has to resume the data, or not. */
#define AGAIN(w) again_(__LINE__, w)

static inline void again_(int line, const struct want *w)
{
	struct pair p;

	connect_(line, &p, w);
	pair_end(&p);
}

#endif
