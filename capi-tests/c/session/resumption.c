/* Resumption: session data, identifiers with a database, and the rules by which a session is not resumed. Sessions are joined in
 * memory; the clock is the test's. */
#include "resumption.h"

static void test_full(const char *prio)
{
	struct pair p;

	pair_new(&p, prio, 0, 0);
	CHECK_IS(gnutls_session_resumption_requested(p.client.s), 0);
	CHECK_IS(gnutls_session_resumption_requested(p.server.s), 0);
	HANDSHAKE(&p, 0, 0);
	CHECK_IS(gnutls_session_resumption_requested(p.client.s), 0);
	CHECK_IS(gnutls_session_resumption_requested(p.server.s), 0);
	CHECK_IS(gnutls_session_is_resumed(p.client.s), 0);
	CHECK_IS(gnutls_session_is_resumed(p.server.s), 0);
	pair_end(&p);
}

/* What a resumed session tells of the peer. */
static void test_getters(const char *prio)
{
	struct want w = { .client = prio, .request = GNUTLS_CERT_REQUEST, .client_cert = 1 };
	struct pair p, q;
	gnutls_datum_t data, secret[2];
	unsigned n = 0, m = 0;
	const gnutls_datum_t *before, *after;

	CONNECT(&p, &w);
	data = data_of(&p);
	w.data = &data;
	w.resumed = w.requested = 1;
	CONNECT(&q, &w);
	for (int server = 0; server < 2; server++) {
		gnutls_session_t a = server ? p.server.s : p.client.s, b = server ? q.server.s : q.client.s;

		before = gnutls_certificate_get_peers(a, &n);
		after = gnutls_certificate_get_peers(b, &m);
		CHECK(before && after && n == m && before->size == after->size);
		if (before && after)
			CHECK(!memcmp(before->data, after->data, before->size));
		CHECK(!gnutls_certificate_get_ours(b));
		CHECK_IS(gnutls_sign_algorithm_get(b), 0);
		CHECK_IS(gnutls_sign_algorithm_get_client(b), 0);
		CHECK_IS(gnutls_protocol_get_version(b), gnutls_protocol_get_version(a));
		CHECK_IS(gnutls_cipher_get(b), gnutls_cipher_get(a));
		CHECK_IS(gnutls_group_get(b), gnutls_group_get(a));
		CHECK_IS(gnutls_auth_get_type(b), GNUTLS_CRD_CERTIFICATE);
		/* The identifier of a session lasts as long as the session. */
		CHECK_IS(gnutls_session_get_id2(a, &secret[0]), 0);
		CHECK_IS(gnutls_session_get_id2(b, &secret[1]), 0);
		CHECK(secret[0].size == secret[1].size && !memcmp(secret[0].data, secret[1].data, secret[0].size));
	}
	if (!strcmp(prio, TLS12)) {
		/* Both sides see the same first Finished, which is the server's. */
		CHECK_IS(gnutls_session_channel_binding(q.client.s, GNUTLS_CB_TLS_UNIQUE, &secret[0]), 0);
		CHECK_IS(gnutls_session_channel_binding(q.server.s, GNUTLS_CB_TLS_UNIQUE, &secret[1]), 0);
		CHECK(secret[0].size == secret[1].size && !memcmp(secret[0].data, secret[1].data, secret[0].size));
		gnutls_free(secret[0].data);
		gnutls_free(secret[1].data);
		gnutls_session_get_master_secret(p.client.s, &secret[0]);
		gnutls_session_get_master_secret(q.server.s, &secret[1]);
		CHECK(secret[0].size == secret[1].size && !memcmp(secret[0].data, secret[1].data, secret[0].size));
	}
	CHECK(gnutls_session_ext_master_secret_status(q.client.s) == (unsigned)!strcmp(prio, TLS12));
	pair_end(&p);
	pair_end(&q);
	gnutls_free(data.data);
}

/* Session identifiers, and a database that many connections of a server share. */
static void test_database(void)
{
	struct database db = { .stored = 0 };
	struct want w = { .client = TLS12, .db = &db, .no_tickets = 1 };
	struct pair p;
	gnutls_datum_t id, data, entry;

	CONNECT(&p, &w);
	data = data_of(&p);
	CHECK_IS(db.stored, 1);
	CHECK_IS(db.retrieved, 0);
	CHECK(gnutls_db_get_ptr(p.server.s) == &db);
	CHECK_IS(gnutls_session_get_id2(p.client.s, &id), 0);
	CHECK(id.size == db.key_size && !memcmp(id.data, db.key, id.size));
	entry.data = db.data;
	entry.size = db.data_size;
	CHECK_IS(gnutls_db_check_entry_time(&entry), now);
	CHECK_IS(gnutls_db_check_entry_expire_time(&entry), now + 21600);
	CHECK_IS(gnutls_db_check_entry(p.server.s, entry), 0);
	entry.size = 3;
	CHECK_IS(gnutls_db_check_entry_time(&entry), 0);
	CHECK_IS(gnutls_db_check_entry_expire_time(&entry), 0);
	entry.data = (unsigned char *)"this is an entry of nobody";
	entry.size = 26;
	CHECK_IS(gnutls_db_check_entry_time(&entry), 0);
	pair_end(&p);

	w.data = &data;
	w.resumed = w.requested = 1;
	CONNECT(&p, &w);
	CHECK_IS(db.retrieved, 1);
	/* It is stored once, and may be resumed any number of times until it is removed. */
	CHECK_IS(db.stored, 1);
	pair_end(&p);
	CONNECT(&p, &w);
	gnutls_db_remove_session(p.server.s);
	CHECK_IS(db.removed, 1);
	pair_end(&p);
	w.resumed = 0;
	AGAIN(&w);
	CHECK_IS(db.stored, 2);
	/* Bytes that are no entry are none. */
	gnutls_free(data.data);
	w.data = NULL;
	w.requested = 0;
	data = first(&w);
	w.data = &data;
	w.requested = 1;
	memset(db.data, 0x41, db.data_size);
	AGAIN(&w);
	gnutls_free(data.data);
	/* A database that stores nothing, and one whose functions call the session. */
	w.data = NULL;
	w.requested = 0;
	db.refuses = 1;
	db.key_size = 0;
	data = first(&w);
	w.data = &data;
	w.requested = 1;
	AGAIN(&w);
	db.refuses = 0;
	gnutls_free(data.data);
	w.data = NULL;
	w.requested = 0;
	data = first(&w);
	w.data = &data;
	w.resumed = w.requested = 1;
	start(&p, &w);
	db.asks = p.server.s;
	HANDSHAKE(&p, 0, 0);
	CHECK_IS(gnutls_session_is_resumed(p.client.s), 1);
	db.asks = NULL;
	pair_end(&p);
	/* An entry that is too old. */
	now += 21601;
	w.resumed = 0;
#ifdef OURS
	/* A client does not offer it. */
	w.requested = 0;
#endif
	AGAIN(&w);
	gnutls_free(data.data);
	CHECK_IS(gnutls_db_get_default_cache_expiration(), 21600);
}

/* The application's pointer, and entries that last for another time. */
static void test_settings(void)
{
	struct database db = { .key_size = 0 };
	struct want w = { .client = TLS12, .db = &db, .no_tickets = 1 };
	gnutls_datum_t entry = { db.data, 0 };
	struct pair p;
	int i;

	for (i = 0; i < 2; i++) {
		start(&p, &w);
		gnutls_db_set_cache_expiration(p.server.s, 30 + i);
		HANDSHAKE(&p, 0, 0);
		entry.size = db.data_size;
		CHECK_IS(gnutls_db_check_entry_expire_time(&entry), now + 30 + i);
		gnutls_db_set_ptr(p.server.s, &p);
		CHECK(gnutls_db_get_ptr(p.server.s) == &p);
		pair_end(&p);
	}
}

/* With both a database and tickets, the client gets a ticket. */
static void test_both(void)
{
	struct database db = { .stored = 0 };
	struct want w = { .client = TLS12, .db = &db };
	gnutls_datum_t data = first(&w);

	CHECK_IS(db.stored, 0);
	w.data = &data;
	w.resumed = w.requested = 1;
	AGAIN(&w);
	gnutls_free(data.data);
	/* TLS 1.3 has no use for a database. */
	w = (struct want){ .client = TLS13, .db = &db, .no_tickets = 1 };
	data = first(&w);
	CHECK_IS(db.stored, 0);
	CHECK_IS(data.size, 4);
	gnutls_free(data.data);
}

/* Session data has no effect on a server, which would take the client's peer for its own. */
static void test_on_server(const char *prio)
{
	struct pair p;
	gnutls_datum_t data;

	pair_new(&p, prio, 0, 0);
	HANDSHAKE(&p, 0, 0);
	CHECK_IS(gnutls_session_get_data2(p.client.s, &data), 0);
	pair_end(&p);
	pair_new(&p, prio, 0, 0);
	CHECK_IS(gnutls_session_set_data(p.client.s, data.data, data.size), 0);
	CHECK_IS(gnutls_session_set_data(p.server.s, data.data, data.size), 0);
	HANDSHAKE(&p, 0, 0);
	CHECK_IS(gnutls_session_is_resumed(p.client.s), 0);
	CHECK_IS(gnutls_session_is_resumed(p.server.s), 0);
#ifdef OURS
	CHECK(gnutls_certificate_get_peers(p.server.s, NULL) == NULL);
#endif
	ECHO(&p);
	pair_end(&p);
	gnutls_free(data.data);
}

/* Sessions that must not be resumed are followed by a full handshake. */
static void test_rules(void)
{
	struct want w = { .client = TLS12, .name = "a.example" };
	gnutls_datum_t data = first(&w);

	w.data = &data;
	w.resumed = w.requested = 1;
	AGAIN(&w);
	w.resumed = 0;
	w.name = "b.example";
#ifdef OURS
	/* A client does not show it to another server. */
	w.requested = 0;
#endif
	AGAIN(&w);
	w.name = NULL;
	AGAIN(&w);
	gnutls_free(data.data);

	/* RFC 7627 section 5.3. */
	w = (struct want){ .client = TLS12 ":%NO_SESSION_HASH", .server = TLS12 };
	data = first(&w);
	w.data = &data;
	w.resumed = w.requested = 1;
	AGAIN(&w);
	w.client = TLS12;
	w.resumed = 0;
	AGAIN(&w);
	gnutls_free(data.data);
	w = (struct want){ .client = TLS12 };
	data = first(&w);
	w.data = &data;
	w.requested = 1;
	w.server = TLS12 ":%NO_SESSION_HASH";
	AGAIN(&w);
	w.client = TLS12 ":%NO_SESSION_HASH";
	w.server = TLS12;
#ifdef OURS
	w.requested = 0;
#endif
	AGAIN(&w);
	gnutls_free(data.data);

	/* A session of one version is none of the other. */
	w = (struct want){ .client = TLS13 };
	data = first(&w);
	w.data = &data;
	w.client = TLS12;
#ifndef OURS
	w.requested = 1;
#endif
	AGAIN(&w);
	gnutls_free(data.data);
	/* The cipher suite may be another one in TLS 1.3, if its hash is the same. */
	w = (struct want){ .client = TLS13 ":-CIPHER-ALL:+AES-256-GCM:+AES-128-GCM" };
	data = first(&w);
	w.data = &data;
	w.resumed = w.requested = 1;
	w.client = TLS13 ":-CIPHER-ALL:+AES-128-GCM:+AES-256-GCM";
	AGAIN(&w);
	gnutls_free(data.data);
	w = (struct want){ .client = TLS13 ":-CIPHER-ALL:+AES-128-GCM" };
	data = first(&w);
	w.data = &data;
	w.resumed = w.requested = 1;
	w.client = TLS13 ":-CIPHER-ALL:+CHACHA20-POLY1305";
	AGAIN(&w);
	gnutls_free(data.data);
#ifdef OURS
	/* GnuTLS breaks these off, or resumes them (docs/differences.md). */
	w = (struct want){ .client = TLS13 ":-CIPHER-ALL:+AES-256-GCM" };
	data = first(&w);
	w.data = &data;
	w.client = TLS13 ":-CIPHER-ALL:+AES-128-GCM";
	AGAIN(&w);
	/* The client offers it, and the server has no suite with its hash. */
	w.client = TLS13 ":-CIPHER-ALL:+AES-128-GCM:+AES-256-GCM";
	w.server = TLS13 ":-CIPHER-ALL:+AES-128-GCM";
	w.requested = 1;
	AGAIN(&w);
	gnutls_free(data.data);
	w = (struct want){ .client = TLS12 ":-CIPHER-ALL:+AES-256-GCM" };
	data = first(&w);
	w.data = &data;
	w.client = TLS12 ":-CIPHER-ALL:+AES-128-GCM";
	AGAIN(&w);
	w.client = TLS12;
	w.server = TLS12 ":-CIPHER-ALL:+AES-128-GCM";
	w.requested = 1;
	AGAIN(&w);
	w.server = NULL;
	w.client = "NORMAL";
	w.requested = 0;
	AGAIN(&w);
	gnutls_free(data.data);
	for (int v = 0; v < 2; v++) {
		w = (struct want){ .client = both_versions[v], .request = GNUTLS_CERT_REQUEST };
		data = first(&w);
		w.data = &data;
		w.resumed = w.requested = 1;
		AGAIN(&w);
		w.resumed = 0;
		w.request = GNUTLS_CERT_REQUIRE;
		w.client_cert = 1;
		AGAIN(&w);
		gnutls_free(data.data);
	}
	w = (struct want){ .client = TLS13, .name = "a.example" };
	data = first(&w);
	w.data = &data;
	w.name = "b.example";
	AGAIN(&w);
	gnutls_free(data.data);
	/* A server of TLS 1.2 for a client that could have more. */
	/* Its session identifier for middleboxes looks like one of a session. */
	w = (struct want){ .client = "NORMAL", .server = TLS12, .requested = 1 };
	data = first(&w);
	w.data = &data;
	w.resumed = w.requested = 1;
	AGAIN(&w);
	gnutls_free(data.data);
#endif
}

/* Bytes that are no session data. */
static void test_data(void)
{
	static const unsigned char junk[4000] = { 0x41, 0x42 };
	gnutls_session_t s;
	gnutls_datum_t d = { NULL, 0 }, id = { (unsigned char *)junk, 32 };
	size_t size = 0;

	gnutls_init(&s, GNUTLS_CLIENT);
	gnutls_priority_set_direct(s, "NORMAL", NULL);
	CHECK_IS(gnutls_session_set_data(s, NULL, 0), GNUTLS_E_INVALID_REQUEST);
	CHECK_IS(gnutls_session_set_data(s, junk, 0), GNUTLS_E_INVALID_REQUEST);
	CHECK_IS(gnutls_session_set_data(s, junk, 3), GNUTLS_E_PARSING_ERROR);
	CHECK_IS(gnutls_session_set_data(s, junk, 4), GNUTLS_E_DB_ERROR);
	CHECK_IS(gnutls_session_set_data(s, junk, 50), GNUTLS_E_DB_ERROR);
	CHECK_IS(gnutls_session_set_data(s, junk, sizeof junk), GNUTLS_E_DB_ERROR);
	/* Before the handshake there is nothing to resume, and that is accepted. */
	CHECK_IS(gnutls_session_get_data2(s, &d), 0);
	CHECK(d.size == 4 && !memcmp(d.data, "\0\0\0\0", 4));
	CHECK_IS(gnutls_session_set_data(s, d.data, d.size), 0);
	gnutls_free(d.data);
	CHECK_IS(gnutls_session_get_data(s, NULL, &size), GNUTLS_E_SHORT_MEMORY_BUFFER);
	CHECK_IS(size, 4);
	gnutls_priority_set_direct(s, TLS12, NULL);
	CHECK_IS(gnutls_session_get_data2(s, &d), GNUTLS_E_INTERNAL_ERROR);
	CHECK_IS(gnutls_session_set_id(s, &id), 0);
	id.size = 33;
	CHECK_IS(gnutls_session_set_id(s, &id), GNUTLS_E_INVALID_REQUEST);
	CHECK_IS(gnutls_session_ticket_enable_client(s), 0);
	gnutls_deinit(s);
	gnutls_init(&s, GNUTLS_SERVER);
	id.size = 32;
	CHECK_IS(gnutls_session_set_id(s, &id), GNUTLS_E_INVALID_REQUEST);
	CHECK_IS(gnutls_session_ticket_enable_server(s, NULL), GNUTLS_E_INVALID_REQUEST);
	CHECK_IS(gnutls_session_ticket_enable_server(s, &id), GNUTLS_E_INVALID_REQUEST);
	CHECK(!gnutls_db_get_ptr(s));
	gnutls_deinit(s);
}

#ifdef OURS
static char lines[1 << 16];

static void collect(int level, const char *line)
{
	(void)level;
	if (strlen(lines) + strlen(line) < sizeof lines)
		strcat(lines, line);
}

/* Makes a connection that resumes nothing, and looks for the reason in the log. */
static void refused_because(const struct want *w, const char *why)
{
	lines[0] = 0;
	AGAIN(w);
	if (!strstr(lines, why)) {
		fprintf(stderr, "no \"%s\" in:\n%s", why, lines);
		check_failures++;
	}
}

/* The log says at level 2 whether a session was resumed, and if not why. */
static void test_log(void)
{
	struct want w = { .client = TLS13, .name = "a.example" };
	gnutls_datum_t data, key = ticket_key;

	gnutls_global_set_log_function(collect);
	gnutls_global_set_log_level(2);
	lines[0] = 0;
	data = first(&w);
	CHECK(strstr(lines, "a new session, none was resumed"));
	w.data = &data;
	w.resumed = w.requested = 1;
	lines[0] = 0;
	AGAIN(&w);
	CHECK(strstr(lines, "an earlier session was resumed"));
	w.resumed = w.requested = 0;
	w.name = "b.example";
	refused_because(&w, "does not offer to resume the session: it is one with another server name");
	w.name = "a.example";
	w.client = TLS12;
	refused_because(&w, "its protocol version is not offered");
	w.client = TLS13;
	gnutls_session_ticket_key_generate(&ticket_key);
	refused_because(&w, "none of the client's tickets is one of this server");
	gnutls_free(ticket_key.data);
	ticket_key = key;
	w.request = GNUTLS_CERT_REQUIRE;
	w.client_cert = w.requested = 1;
	refused_because(&w, "this server requires one");
	w.request = 0;
	w.requested = 0;
	now += 100000;
	refused_because(&w, "it is too old");
	gnutls_free(data.data);
	gnutls_global_set_log_level(0);
	gnutls_global_set_log_function(NULL);
}

/* Session data whose bytes are changed or cut is refused, or resumes what it says, or nothing. GnuTLS reads beyond the end. */
static void test_changed(const char *prio)
{
	struct want w = { .client = prio };
	gnutls_datum_t data = first(&w);
	gnutls_session_t s;

	gnutls_init(&s, GNUTLS_CLIENT);
	gnutls_priority_set_direct(s, prio, NULL);
	for (unsigned n = 0; n < data.size; n++)
		CHECK(gnutls_session_set_data(s, data.data, n) < 0);
	for (unsigned n = 0; n < data.size; n++) {
		int code;

		data.data[n] ^= 0x55;
		code = gnutls_session_set_data(s, data.data, data.size);
		CHECK(code == 0 || code == GNUTLS_E_DB_ERROR);
		data.data[n] ^= 0x55;
	}
	gnutls_deinit(s);
	gnutls_free(data.data);
}
#endif

/* A ticket or a binder that is changed on its way. In TLS 1.2 a changed ticket is an unknown one, and the Finished show
 * that someone was there. */
static void test_mangled(void)
{
	struct want w = { .client = TLS13 };
	gnutls_datum_t data = first(&w);
	struct pair p;
	int c;

	w.data = &data;
	start(&p, &w);
	c = gnutls_handshake(p.client.s);
	CHECK_IS(c, GNUTLS_E_AGAIN);
	p.server.in.data[p.server.in.used - 1] ^= 1;
	c = gnutls_handshake(p.server.s);
	CHECK(gnutls_error_is_fatal(c) && c < 0);
#ifdef OURS
	CHECK_IS(c, GNUTLS_E_RECEIVED_ILLEGAL_PARAMETER);
#endif
	CHECK_IS(gnutls_session_is_resumed(p.server.s), 0);
	pair_end(&p);
	gnutls_free(data.data);
}

int main(void)
{
	gnutls_global_set_time_function(clock_of_test);
	CHECK_IS(gnutls_session_ticket_key_generate(&ticket_key), 0);
	CHECK_IS(ticket_key.size, 64);
	for (int v = 0; v < 2; v++) {
		test_full(both_versions[v]);
		test_getters(both_versions[v]);
		test_on_server(both_versions[v]);
#ifdef OURS
		test_changed(both_versions[v]);
#endif
	}
#ifdef OURS
	test_log();
#endif
	test_database();
	test_settings();
	test_both();
	test_rules();
	test_data();
	test_mangled();
	gnutls_free(ticket_key.data);
	return check_result();
}
