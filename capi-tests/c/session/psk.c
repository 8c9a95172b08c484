/* Sessions with pre-shared keys: the key exchanges of TLS 1.0 to 1.2 (RFC 4279, RFC 5489), external PSKs of TLS 1.3 and their modes,
 * unknown names, names with any bytes, resumption, and imported keys (RFC 9258). */
#include <unistd.h>
#include "sessions.h"

#define V10 "NORMAL:-VERS-ALL:+VERS-TLS1.0:-KX-ALL:"
#define V12 "NORMAL:-VERS-ALL:+VERS-TLS1.2:-KX-ALL:"
#define V13 "NORMAL:-VERS-ALL:+VERS-TLS1.3:-KX-ALL:"
#define CLASSIC ":-GROUP-ALL:+GROUP-SECP256R1:+GROUP-X25519:+GROUP-FFDHE2048"

static const gnutls_datum_t key = { (void *)"0123456789abcdef", 16 }, wrong = { (void *)"x123456789abcdef", 16 };

static gnutls_psk_client_credentials_t pc;
static gnutls_psk_server_credentials_t ps;
static gnutls_datum_t name;
static const gnutls_datum_t *client_key;
static int asked_client, asked_server, client_code, server_code;
static char hint_seen[32], name_in_callback[32];

static void give(gnutls_datum_t *to, const gnutls_datum_t *from)
{
	to->data = gnutls_malloc(from->size ? from->size : 1);
	memcpy(to->data, from->data, from->size);
	to->size = from->size;
}

static int client_function(gnutls_session_t session, char **username, gnutls_datum_t *out)
{
	const char *hint = gnutls_psk_client_get_hint(session);
	asked_client++;
	snprintf(hint_seen, sizeof hint_seen, "%s", hint ? hint : "NULL");
	if (client_code)
		return client_code;
	*username = gnutls_malloc(name.size + 1);
	memcpy(*username, name.data, name.size);
	(*username)[name.size] = 0;
	give(out, client_key);
	return 0;
}

static int client_function2(gnutls_session_t session, gnutls_datum_t *username, gnutls_datum_t *out)
{
	asked_client++;
	give(username, &name);
	give(out, client_key);
	return 0;
}

static int known(const void *data, size_t size)
{
	return size == name.size && (size == 3 || size == 4) && !memcmp(data, "bob\0", size);
}

static int server_function(gnutls_session_t session, const char *username, gnutls_datum_t *out)
{
	const char *got = gnutls_psk_server_get_username(session);
	asked_server++;
	snprintf(name_in_callback, sizeof name_in_callback, "%s", got ? got : "NULL");
	if (server_code)
		return server_code;
	if (strcmp(username, "bob"))
		return -1;
	give(out, &key);
	return 0;
}

static int server_function2(gnutls_session_t session, const gnutls_datum_t *username, gnutls_datum_t *out)
{
	asked_server++;
	if (!known(username->data, username->size))
		return -1;
	give(out, &key);
	return 0;
}

/* A pair with PSK credentials. With `certificate` both have certificate credentials as well. */
static void begin(struct pair *p, const char *client, const char *server, int certificate)
{
	pair_of(p, client, server, leaf_pem, leaf_key_pem);
	asked_client = asked_server = 0;
	CHECK_IS(gnutls_psk_allocate_client_credentials(&pc), 0);
	CHECK_IS(gnutls_psk_allocate_server_credentials(&ps), 0);
	if (!certificate)
		gnutls_credentials_clear(p->server.s);
	CHECK_IS(gnutls_credentials_set(p->client.s, GNUTLS_CRD_PSK, pc), 0);
	CHECK_IS(gnutls_credentials_set(p->server.s, GNUTLS_CRD_PSK, ps), 0);
}

static void name_is(const char *text, size_t size)
{
	name.data = (void *)text;
	name.size = size;
}

/* The same, with the name bob and a key on both sides. */
static void begin_bob(struct pair *p, const char *client, const char *server, int certificate)
{
	begin(p, client, server, certificate);
	name_is("bob", 3);
	client_key = &key;
	CHECK_IS(gnutls_psk_set_client_credentials(pc, "bob", &key, GNUTLS_PSK_KEY_RAW), 0);
	gnutls_psk_set_server_credentials_function(ps, server_function);
}

/* The client's function instead of a key. */
static void ask_client(struct pair *p, gnutls_psk_client_credentials_function *function)
{
	gnutls_psk_free_client_credentials(pc);
	CHECK_IS(gnutls_psk_allocate_client_credentials(&pc), 0);
	gnutls_psk_set_client_credentials_function(pc, function);
	CHECK_IS(gnutls_credentials_set(p->client.s, GNUTLS_CRD_PSK, pc), 0);
}

/* The server's file instead of a function. */
static void use_file(struct pair *p, const char *path)
{
	gnutls_psk_free_server_credentials(ps);
	CHECK_IS(gnutls_psk_allocate_server_credentials(&ps), 0);
	CHECK_IS(gnutls_psk_set_server_credentials_file(ps, path), 0);
	CHECK_IS(gnutls_credentials_set(p->server.s, GNUTLS_CRD_PSK, ps), 0);
}

static void end(struct pair *p)
{
	pair_end(p);
	gnutls_psk_free_client_credentials(pc);
	gnutls_psk_free_server_credentials(ps);
}

struct row {
	const char *client, *server, *desc, *hint, *seen;
	gnutls_kx_algorithm_t kx;
	int certificate;
};

static void check_row(const struct row *w, int by_function)
{
	struct pair p;
	int i, c, s, before = check_failures, rsa = w->kx == GNUTLS_KX_RSA_PSK;
	unsigned status;
	const char *got, *hint;
	gnutls_datum_t raw = { NULL, 0 };
	begin_bob(&p, w->client, w->server, w->certificate);
	if (by_function)
		ask_client(&p, client_function);
	if (w->hint)
		CHECK_IS(gnutls_psk_set_server_credentials_hint(ps, w->hint), 0);
	pair_handshake(&p, &c, &s);
	CHECK_IS(c, 0);
	CHECK_IS(s, 0);
	if (!c && !s) {
		for (i = 0; i < 2; i++) {
			gnutls_session_t t = i ? p.server.s : p.client.s;
			char *desc = gnutls_session_get_desc(t);
			CHECK(desc && !strcmp(desc, w->desc));
			if (desc && strcmp(desc, w->desc))
				fprintf(stderr, "    %s\n", desc);
			gnutls_free(desc);
			CHECK_IS(gnutls_kx_get(t), w->kx);
			CHECK_IS(gnutls_auth_client_get_type(t), GNUTLS_CRD_PSK);
			CHECK_IS(gnutls_auth_server_get_type(t), rsa ? GNUTLS_CRD_CERTIFICATE : GNUTLS_CRD_PSK);
			CHECK_IS(gnutls_auth_get_type(t), rsa && !i ? GNUTLS_CRD_CERTIFICATE : GNUTLS_CRD_PSK);
			/* Without a certificate in the key exchange there is nothing to verify. */
			if (!rsa || i)
				CHECK_IS(gnutls_certificate_verify_peers2(t, &status), GNUTLS_E_INVALID_REQUEST);
		}
		got = gnutls_psk_server_get_username(p.server.s);
		CHECK(got && !strcmp(got, "bob"));
		CHECK_IS(gnutls_psk_server_get_username2(p.server.s, &raw), 0);
		CHECK(raw.size == 3 && !memcmp(raw.data, "bob", 3));
		CHECK(gnutls_psk_server_get_username(p.server.s) == got);
		hint = gnutls_psk_client_get_hint(p.client.s);
		CHECK(w->seen ? hint && !strcmp(hint, w->seen) : !hint);
		CHECK(!gnutls_psk_client_get_hint(p.server.s));
		CHECK_IS(asked_client, by_function);
		if (by_function)
			CHECK(!strcmp(hint_seen, w->seen ? w->seen : "NULL"));
		CHECK_IS(asked_server, 1);
		CHECK(!strcmp(name_in_callback, strstr(w->desc, "TLS1.3") ? "NULL" : "bob"));
		ECHO(&p);
	}
	if (check_failures != before)
		fprintf(stderr, "    client %s\n    server %s\n", w->client, w->server);
	end(&p);
}

static void test_kinds(void)
{
	static const struct row rows[] = {
		{ V12 "+PSK", V12 "+PSK", "(TLS1.2)-(PSK)-(AES-256-GCM)", NULL, NULL, GNUTLS_KX_PSK, 0 },
		{ V12 "+PSK", V12 "+PSK", "(TLS1.2)-(PSK)-(AES-256-GCM)", "for whom", "for whom", GNUTLS_KX_PSK, 0 },
		{ V12 "+PSK", V12 "+PSK", "(TLS1.2)-(PSK)-(AES-256-GCM)", "", "", GNUTLS_KX_PSK, 0 },
		{ V12 "+DHE-PSK", V12 "+DHE-PSK", "(TLS1.2)-(DHE-FFDHE2048)-(AES-256-GCM)", "for whom", "for whom", GNUTLS_KX_DHE_PSK, 0 },
		{ V12 "+ECDHE-PSK", V12 "+ECDHE-PSK", "(TLS1.2)-(ECDHE-SECP256R1)-(CHACHA20-POLY1305)", NULL, "", GNUTLS_KX_ECDHE_PSK, 0 },
		{ V12 "+RSA-PSK", V12 "+RSA-PSK", "(TLS1.2)-(RSA-PSK)-(AES-256-GCM)", NULL, NULL, GNUTLS_KX_RSA_PSK, 1 },
		{ V10 "+PSK", V10 "+PSK", "(TLS1.0)-(PSK)-(AES-256-CBC)-(SHA1)", "old", "old", GNUTLS_KX_PSK, 0 },
		{ V10 "+DHE-PSK", V10 "+DHE-PSK", "(TLS1.0)-(DHE-FFDHE2048)-(AES-256-CBC)-(SHA1)", NULL, "", GNUTLS_KX_DHE_PSK, 0 },
		{ V10 "+RSA-PSK", V10 "+RSA-PSK", "(TLS1.0)-(RSA-PSK)-(AES-256-CBC)-(SHA1)", NULL, NULL, GNUTLS_KX_RSA_PSK, 1 },
		/* The server has a certificate, and the client's order decides. */
		{ V12 "+ECDHE-PSK:+ECDHE-RSA" CLASSIC, V12 "+ECDHE-RSA:+ECDHE-PSK" CLASSIC,
		  "(TLS1.2)-(ECDHE-SECP256R1)-(CHACHA20-POLY1305)", NULL, "", GNUTLS_KX_ECDHE_PSK, 1 },
#ifdef OURS
		/* Without one only PSKs are left, whatever else the client prefers. */
		{ V12 "+ECDHE-RSA:+PSK", V12 "+ECDHE-RSA:+PSK", "(TLS1.2)-(PSK)-(AES-256-GCM)", NULL, NULL, GNUTLS_KX_PSK, 0 },
#endif
		/* TLS 1.3. */
		{ "NORMAL:-VERS-ALL:+VERS-TLS1.3:-GROUP-ALL:+PSK", "NORMAL:-VERS-ALL:+VERS-TLS1.3:-GROUP-ALL:+PSK",
		  "(TLS1.3)--(CHACHA20-POLY1305)", NULL, NULL, GNUTLS_KX_PSK, 1 },
		{ V13 "+PSK", V13 "+PSK", "(TLS1.3)--(CHACHA20-POLY1305)", "unsent", NULL, GNUTLS_KX_PSK, 0 },
		{ V13 "+DHE-PSK", V13 "+DHE-PSK", "(TLS1.3)--(CHACHA20-POLY1305)", NULL, NULL, GNUTLS_KX_DHE_PSK, 0 },
		{ V13 "+ECDHE-PSK", V13 "+ECDHE-PSK", "(TLS1.3)--(CHACHA20-POLY1305)", NULL, NULL, GNUTLS_KX_ECDHE_PSK, 0 },
		{ V13 "+PSK:+ECDHE-PSK", V13 "+ECDHE-PSK:+PSK", "(TLS1.3)--(CHACHA20-POLY1305)", NULL, NULL, GNUTLS_KX_PSK, 0 },
		{ V13 "+ECDHE-PSK:+PSK", V13 "+PSK:+ECDHE-PSK", "(TLS1.3)--(CHACHA20-POLY1305)", NULL, NULL, GNUTLS_KX_ECDHE_PSK, 0 },
		{ V13 "+PSK:+ECDHE-PSK", V13 "+ECDHE-PSK:+PSK:%SERVER_PRECEDENCE", "(TLS1.3)--(CHACHA20-POLY1305)", NULL, NULL,
		  GNUTLS_KX_ECDHE_PSK, 0 },
		{ "NORMAL:+ECDHE-PSK", "NORMAL:+ECDHE-PSK", "(TLS1.3)--(CHACHA20-POLY1305)", NULL, NULL, GNUTLS_KX_ECDHE_PSK, 1 },
	};
	size_t i;
	for (i = 0; i < sizeof rows / sizeof *rows; i++) {
		check_row(&rows[i], 0);
		check_row(&rows[i], 1);
	}
}

/* The binder of the second hello after a HelloRetryRequest covers both. */
static void test_retry(void)
{
	struct pair p;
	begin_bob(&p, V13 "+ECDHE-PSK:-GROUP-ALL:+GROUP-SECP256R1:+GROUP-SECP384R1", V13 "+ECDHE-PSK:-GROUP-ALL:+GROUP-SECP384R1", 0);
	HANDSHAKE(&p, 0, 0);
	CHECK_IS(gnutls_group_get(p.server.s), GNUTLS_GROUP_SECP384R1);
	CHECK_IS(gnutls_auth_get_type(p.server.s), GNUTLS_CRD_PSK);
	ECHO(&p);
	end(&p);
}

/* Handshakes that a PSK cannot or need not authenticate. */
static void test_without(void)
{
	struct pair p;
	/* The modes are not in common. */
	begin_bob(&p, V13 "+PSK", V13 "+ECDHE-PSK", 0);
	HANDSHAKE(&p, GNUTLS_E_AGAIN, GNUTLS_E_INSUFFICIENT_CREDENTIALS);
	end(&p);
	begin_bob(&p, V13 "+PSK", V13 "+ECDHE-PSK", 1);
	HANDSHAKE(&p, 0, 0);
	CHECK_IS(asked_server, 0);
	CHECK_IS(gnutls_auth_get_type(p.client.s), GNUTLS_CRD_CERTIFICATE);
	CHECK(!gnutls_psk_server_get_username(p.server.s));
	ECHO(&p);
	end(&p);
	/* A server without credentials for it. */
	begin_bob(&p, V13 "+ECDHE-PSK", V13 "+ECDHE-PSK", 1);
	gnutls_credentials_clear(p.server.s);
	CHECK_IS(gnutls_credentials_set(p.server.s, GNUTLS_CRD_CERTIFICATE, p.scred), 0);
	HANDSHAKE(&p, 0, 0);
	CHECK_IS(gnutls_kx_get(p.client.s), GNUTLS_KX_ECDHE_RSA);
	end(&p);
	/* RSA-PSK needs a certificate. */
	begin_bob(&p, V12 "+RSA-PSK", V12 "+RSA-PSK", 0);
	HANDSHAKE(&p, GNUTLS_E_AGAIN, GNUTLS_E_INSUFFICIENT_CREDENTIALS);
	end(&p);
	/* Credentials without a key. */
	begin(&p, V13 "+ECDHE-PSK", V13 "+ECDHE-PSK", 1);
	gnutls_psk_set_server_credentials_function(ps, server_function);
	HANDSHAKE(&p, 0, 0);
	CHECK_IS(asked_server, 0);
	end(&p);
	begin(&p, V12 "+PSK", V12 "+PSK", 1);
	gnutls_psk_set_server_credentials_function(ps, server_function);
	HANDSHAKE(&p, GNUTLS_E_INSUFFICIENT_CREDENTIALS, GNUTLS_E_AGAIN);
	end(&p);
	/* A client without credentials offers none of these cipher suites. */
	begin_bob(&p, V12 "+ECDHE-RSA:+PSK", V12 "+PSK:+ECDHE-RSA", 1);
	gnutls_credentials_clear(p.client.s);
	CHECK_IS(gnutls_credentials_set(p.client.s, GNUTLS_CRD_CERTIFICATE, p.ccred), 0);
	HANDSHAKE(&p, 0, 0);
	CHECK_IS(gnutls_kx_get(p.server.s), GNUTLS_KX_ECDHE_RSA);
	CHECK_IS(gnutls_auth_get_type(p.server.s), GNUTLS_CRD_CERTIFICATE);
	end(&p);
}

enum whose { RIGHT, WRONG_KEY, NO_SUCH_NAME };

/* The bytes that the last handshake of alert_of() has sent. */
static size_t on_the_wire;

/* The alert that a client gets of a server that tells it of its failure. */
static int alert_of(const char *prio, enum whose whose, const char *file, int code)
{
	struct pair p;
	int c, s, alert;
	size_t before = moved;
	begin_bob(&p, prio, prio, 0);
	client_key = whose == WRONG_KEY ? &wrong : &key;
	CHECK_IS(gnutls_psk_set_client_credentials(pc, whose == NO_SUCH_NAME ? "eve" : "bob", client_key, GNUTLS_PSK_KEY_RAW), 0);
	if (file) {
		use_file(&p, file);
	}
	pair_handshake(&p, &c, &s);
	CHECK_IS(c, GNUTLS_E_AGAIN);
	CHECK_IS(s, code);
	CHECK_IS(gnutls_alert_send_appropriate(p.server.s, s), 0);
	do
		c = gnutls_handshake(p.client.s);
	while (c == GNUTLS_E_AGAIN && p.client.in.used);
	CHECK_IS(c, GNUTLS_E_FATAL_ALERT_RECEIVED);
	alert = gnutls_alert_get(p.client.s);
	on_the_wire = moved - before;
	end(&p);
	return alert;
}

/* A client that cannot verify a certificate offers no key exchange that has one. */
static void test_without_certificates(void)
{
	struct pair p;
	int alone;
	const char *priorities = "NORMAL:-VERS-ALL:+VERS-TLS1.2:+PSK:+ECDHE-PSK";

	for (alone = 0; alone < 2; alone++) {
		begin_bob(&p, priorities, priorities, 1);
		if (alone) {
			gnutls_credentials_clear(p.client.s);
			CHECK_IS(gnutls_credentials_set(p.client.s, GNUTLS_CRD_PSK, pc), 0);
		}
		HANDSHAKE(&p, 0, 0);
		CHECK_IS(gnutls_auth_server_get_type(p.client.s), alone ? GNUTLS_CRD_PSK : GNUTLS_CRD_CERTIFICATE);
		CHECK_IS(gnutls_kx_get(p.client.s) == GNUTLS_KX_PSK, alone);
		end(&p);
	}
}

static void test_wrong(const char *file)
{
	int v12 = alert_of(V12 "+ECDHE-PSK", WRONG_KEY, NULL, GNUTLS_E_DECRYPTION_FAILED);
	int v13 = alert_of(V13 "+ECDHE-PSK", WRONG_KEY, NULL, GNUTLS_E_RECEIVED_ILLEGAL_PARAMETER);
	size_t sent;
	CHECK_IS(v12, GNUTLS_A_BAD_RECORD_MAC);
	/* A name that the file does not have looks like a wrong key: the same alert at the same place. */
	CHECK_IS(alert_of(V12 "+PSK", WRONG_KEY, file, GNUTLS_E_DECRYPTION_FAILED), v12);
	sent = on_the_wire;
	CHECK_IS(alert_of(V12 "+PSK", NO_SUCH_NAME, file, GNUTLS_E_DECRYPTION_FAILED), v12);
	CHECK_IS(on_the_wire, sent);
	CHECK_IS(alert_of(V13 "+PSK", WRONG_KEY, file, GNUTLS_E_RECEIVED_ILLEGAL_PARAMETER), v13);
	sent = on_the_wire;
	CHECK_IS(alert_of(V13 "+PSK", NO_SUCH_NAME, file, GNUTLS_E_RECEIVED_ILLEGAL_PARAMETER), v13);
	CHECK_IS(on_the_wire, sent);
	/* The application's function says so, and its handshake returns another code. */
#ifdef OURS
	CHECK_IS(v13, GNUTLS_A_DECRYPT_ERROR);
	alert_of(V12 "+PSK", WRONG_KEY, NULL, GNUTLS_E_DECRYPTION_FAILED);
	sent = on_the_wire;
	CHECK_IS(alert_of(V12 "+PSK", NO_SUCH_NAME, NULL, GNUTLS_E_SRP_PWD_ERROR), v12);
	CHECK_IS(on_the_wire, sent);
	CHECK_IS(alert_of(V13 "+PSK", NO_SUCH_NAME, NULL, GNUTLS_E_SRP_PWD_ERROR), v13);
#else
	alert_of(V12 "+PSK", NO_SUCH_NAME, NULL, GNUTLS_E_SRP_PWD_ERROR);
	alert_of(V13 "+PSK", NO_SUCH_NAME, NULL, GNUTLS_E_SRP_PWD_ERROR);
#endif
}

/* The codes of the application's functions. */
static void test_codes(void)
{
	static const char *const prios[] = { V12 "+PSK", V13 "+ECDHE-PSK" };
	struct pair p;
	unsigned i;
	for (i = 0; i < 2; i++) {
		begin_bob(&p, prios[i], prios[i], 0);
		ask_client(&p, client_function);
		client_code = -50;
		HANDSHAKE(&p, -50, GNUTLS_E_AGAIN);
		end(&p);
		begin_bob(&p, prios[i], prios[i], 0);
		client_code = -1;
		ask_client(&p, client_function);
		HANDSHAKE(&p, -1, GNUTLS_E_AGAIN);
		end(&p);
		client_code = 0;
		server_code = GNUTLS_E_AGAIN;
		begin_bob(&p, prios[i], prios[i], 0);
		HANDSHAKE(&p, GNUTLS_E_AGAIN, GNUTLS_E_SRP_PWD_ERROR);
		end(&p);
		server_code = 0;
#ifdef OURS
		/* A function that has no key yet is called again. */
		begin_bob(&p, prios[i], prios[i], 0);
		ask_client(&p, client_function);
		client_code = GNUTLS_E_AGAIN;
		CHECK_IS(gnutls_handshake(p.client.s), GNUTLS_E_AGAIN);
		HANDSHAKE(&p, GNUTLS_E_AGAIN, GNUTLS_E_AGAIN);
		client_code = 0;
		HANDSHAKE(&p, 0, 0);
		ECHO(&p);
		end(&p);
		/* One that says that it has succeeded, and gives nothing. */
		begin_bob(&p, prios[i], prios[i], 0);
		ask_client(&p, client_function);
		client_code = 1;
		HANDSHAKE(&p, GNUTLS_E_INSUFFICIENT_CREDENTIALS, GNUTLS_E_AGAIN);
		end(&p);
		client_code = 0;
#endif
	}
}

/* Names are compared whole. */
static void test_names(void)
{
	static const char *const prios[] = { V12 "+PSK", V13 "+ECDHE-PSK" };
	struct pair p;
	gnutls_datum_t raw;
	unsigned i;
	for (i = 0; i < 2; i++) {
		begin_bob(&p, prios[i], prios[i], 0);
		name_is("bob", 4);
		CHECK_IS(gnutls_psk_set_client_credentials2(pc, &name, &key, GNUTLS_PSK_KEY_RAW), 0);
		gnutls_psk_set_server_credentials_function2(ps, server_function2);
		HANDSHAKE(&p, 0, 0);
		CHECK_IS(gnutls_psk_server_get_username2(p.server.s, &raw), 0);
		CHECK(raw.size == 4 && !memcmp(raw.data, "bob", 4));
		CHECK(!gnutls_psk_server_get_username(p.server.s));
		end(&p);
#ifdef OURS
		/* The function for C strings is not asked for what is none. */
		begin_bob(&p, prios[i], prios[i], 0);
		name_is("bob", 4);
		ask_client(&p, NULL);
		gnutls_psk_set_client_credentials_function2(pc, client_function2);
		HANDSHAKE(&p, GNUTLS_E_AGAIN, GNUTLS_E_SRP_PWD_ERROR);
		CHECK_IS(asked_client, 1);
		CHECK_IS(asked_server, 0);
		end(&p);
#endif
		begin_bob(&p, prios[i], prios[i], 0);
		name_is("bob", 4);
		ask_client(&p, NULL);
		gnutls_psk_set_client_credentials_function2(pc, client_function2);
		gnutls_psk_set_server_credentials_function2(ps, server_function2);
		HANDSHAKE(&p, 0, 0);
		CHECK_IS(asked_client, 1);
		end(&p);
		/* A long name. */
		begin_bob(&p, prios[i], prios[i], 0);
		raw.size = 60000;
		raw.data = malloc(raw.size);
		memset(raw.data, 'b', raw.size);
		CHECK_IS(gnutls_psk_set_client_credentials2(pc, &raw, &key, GNUTLS_PSK_KEY_RAW), 0);
		gnutls_handshake_set_max_packet_length(p.server.s, 1 << 17);
		gnutls_psk_set_server_credentials_function2(ps, server_function2);
		HANDSHAKE(&p, GNUTLS_E_AGAIN, GNUTLS_E_SRP_PWD_ERROR);
		free(raw.data);
		end(&p);
	}
}

static void test_file(const char *path)
{
	static const char *const prios[] = { V12 "+PSK", V13 "+ECDHE-PSK" };
	struct { const char *name; size_t size; int ok; } rows[] = {
		{ "nohex", 5, 2 }, { "bob", 3, 1 }, { "abc", 3, 1 }, { "a:\n", 3, 1 }, { "carol", 5, 1 }, { "bo", 2, 0 }, { "bobb", 4, 0 }, { "none", 4, 0 },
		{ "#616263", 7, 0 },
	};
	FILE *f = fopen(path, "w");
	struct pair p;
	unsigned i, j;
	CHECK(f != NULL);
	fputs("nobody\nnohex:zz\nnone:\nbob:30313233343536373839616263646566\n#616263:30313233343536373839616263646566\n", f);
	fputs("#613a0a:30313233343536373839616263646566\n\ncarol:30313233343536373839616263646566", f);
	fclose(f);
	for (i = 0; i < 2; i++) {
		for (j = 0; j < sizeof rows / sizeof *rows; j++) {
			int before = check_failures;
			begin_bob(&p, prios[i], prios[i], 0);
			name_is(rows[j].name, rows[j].size);
			CHECK_IS(gnutls_psk_set_client_credentials2(pc, &name, &key, GNUTLS_PSK_KEY_RAW), 0);
			use_file(&p, path);
			if (rows[j].ok == 2)
				HANDSHAKE(&p, GNUTLS_E_AGAIN, GNUTLS_E_SRP_PWD_ERROR);
			else if (rows[j].ok)
				HANDSHAKE(&p, 0, 0);
			else
				HANDSHAKE(&p, GNUTLS_E_AGAIN, i ? GNUTLS_E_RECEIVED_ILLEGAL_PARAMETER : GNUTLS_E_DECRYPTION_FAILED);
			if (before != check_failures)
				fprintf(stderr, "    %u %s\n", i, rows[j].name);
			end(&p);
		}
	}
}

static gnutls_dh_params_t own;

static int params_function(gnutls_session_t session, gnutls_params_type_t type, gnutls_params_st *params)
{
	if (type != GNUTLS_PARAMS_DH)
		return -1;
	params->type = type;
	params->params.dh = own;
	params->deinit = 0;
	return 0;
}

/* DHE-PSK with a client that names no groups: those of the credentials. */
static void test_dh_params(void)
{
	struct pair p;
	int how;
	CHECK_IS(gnutls_dh_params_init(&own), 0);
	CHECK_IS(gnutls_dh_params_import_raw2(own, &gnutls_ffdhe_3072_group_prime, &gnutls_ffdhe_3072_group_generator, 276), 0);
	for (how = 0; how < 5; how++) {
		begin_bob(&p, V12 "+DHE-PSK:-GROUP-ALL", V12 "+DHE-PSK", 0);
		if (how == 1)
			CHECK_IS(gnutls_psk_set_server_known_dh_params(ps, GNUTLS_SEC_PARAM_MEDIUM), 0);
		if (how == 2)
			gnutls_psk_set_server_dh_params(ps, own);
		if (how == 3)
			gnutls_psk_set_server_params_function(ps, params_function);
		if (how == 4)
			gnutls_psk_set_params_function(ps, params_function);
		if (how)
			HANDSHAKE(&p, 0, 0);
		else
			HANDSHAKE(&p, GNUTLS_E_AGAIN, GNUTLS_E_NO_CIPHER_SUITES);
		CHECK_IS(gnutls_dh_get_prime_bits(p.client.s), !how ? GNUTLS_E_INVALID_REQUEST : how == 1 ? 2048 : 3072);
		end(&p);
	}
	gnutls_dh_params_deinit(own);
}

/* A session that is resumed keeps the name. */
static void test_resumption(void)
{
	static const char *const prios[] = { V12 "+ECDHE-PSK", V13 "+ECDHE-PSK", V13 "+PSK" };
	static const int kx[] = { GNUTLS_KX_ECDHE_PSK, GNUTLS_KX_ECDHE_PSK, GNUTLS_KX_PSK };
	struct pair p;
	gnutls_datum_t ticket_key, data;
	const char *got;
	unsigned i;
	CHECK_IS(gnutls_session_ticket_key_generate(&ticket_key), 0);
	for (i = 0; i < 3; i++) {
		int before = check_failures;
		begin_bob(&p, prios[i], prios[i], 0);
		CHECK_IS(gnutls_session_ticket_enable_server(p.server.s, &ticket_key), 0);
		HANDSHAKE(&p, 0, 0);
		ECHO(&p);
		CHECK_IS(gnutls_session_get_data2(p.client.s, &data), 0);
		end(&p);
		begin_bob(&p, prios[i], prios[i], 0);
		CHECK_IS(gnutls_session_ticket_enable_server(p.server.s, &ticket_key), 0);
		CHECK_IS(gnutls_session_set_data(p.client.s, data.data, data.size), 0);
		HANDSHAKE(&p, 0, 0);
		CHECK_IS(gnutls_session_is_resumed(p.client.s), 1);
		CHECK_IS(gnutls_session_is_resumed(p.server.s), 1);
		CHECK_IS(asked_server, 0);
		got = gnutls_psk_server_get_username(p.server.s);
		CHECK(got && !strcmp(got, "bob"));
		CHECK_IS(gnutls_auth_get_type(p.server.s), GNUTLS_CRD_PSK);
		CHECK_IS(gnutls_auth_get_type(p.client.s), GNUTLS_CRD_PSK);
		CHECK_IS(gnutls_kx_get(p.server.s), kx[i]);
		CHECK_IS(gnutls_kx_get(p.client.s), kx[i]);
		ECHO(&p);
		end(&p);
		/* A server that does not know the ticket takes the PSK that comes after it. */
		begin_bob(&p, prios[i], prios[i], 0);
		CHECK_IS(gnutls_session_set_data(p.client.s, data.data, data.size), 0);
		HANDSHAKE(&p, 0, 0);
		CHECK_IS(gnutls_session_is_resumed(p.client.s), 0);
		ECHO(&p);
		end(&p);
		gnutls_free(data.data);
		if (before != check_failures)
			fprintf(stderr, "    %s\n", prios[i]);
	}
	gnutls_free(ticket_key.data);
}

static void test_renegotiation(void)
{
	struct pair p;
	const char *got;
	char byte;
	begin_bob(&p, V12 "+ECDHE-PSK", V12 "+ECDHE-PSK", 0);
	HANDSHAKE(&p, 0, 0);
	CHECK_IS(gnutls_rehandshake(p.server.s), 0);
	CHECK_IS(take(&p.client, &byte, 1), GNUTLS_E_REHANDSHAKE);
	HANDSHAKE(&p, 0, 0);
	CHECK_IS(asked_server, 2);
	got = gnutls_psk_server_get_username(p.server.s);
	CHECK(got && !strcmp(got, "bob"));
	ECHO(&p);
	end(&p);
}

#if GNUTLS_VERSION_NUMBER >= 0x03080b
/* The hash of a key decides about the cipher suites of TLS 1.3. */
static void test_hash(void)
{
	static const struct { int client, server; const char *desc; } rows[] = {
		{ GNUTLS_MAC_SHA256, GNUTLS_MAC_SHA256, "(TLS1.3)--(CHACHA20-POLY1305)" },
		{ GNUTLS_MAC_SHA384, GNUTLS_MAC_SHA384, "(TLS1.3)--(AES-256-GCM)" },
		{ GNUTLS_MAC_SHA384, GNUTLS_MAC_SHA256, NULL },
		{ GNUTLS_MAC_SHA256, GNUTLS_MAC_SHA384, NULL },
	};
	gnutls_psk_client_credentials_t c;
	gnutls_psk_server_credentials_t s;
	struct pair p;
	unsigned i;
	for (i = 0; i < 4; i++) {
		begin(&p, V13 "+ECDHE-PSK", V13 "+ECDHE-PSK", 0);
		CHECK_IS(gnutls_psk_allocate_client_credentials2(&c, rows[i].client), 0);
		CHECK_IS(gnutls_psk_allocate_server_credentials2(&s, rows[i].server), 0);
		CHECK_IS(gnutls_psk_set_client_credentials(c, "bob", &key, GNUTLS_PSK_KEY_RAW), 0);
		gnutls_psk_set_server_credentials_function(s, server_function);
		CHECK_IS(gnutls_credentials_set(p.client.s, GNUTLS_CRD_PSK, c), 0);
		CHECK_IS(gnutls_credentials_set(p.server.s, GNUTLS_CRD_PSK, s), 0);
		if (rows[i].desc) {
			char *desc;
			HANDSHAKE(&p, 0, 0);
			desc = gnutls_session_get_desc(p.client.s);
			CHECK(desc && !strcmp(desc, rows[i].desc));
			gnutls_free(desc);
		} else {
			HANDSHAKE(&p, GNUTLS_E_AGAIN, GNUTLS_E_RECEIVED_ILLEGAL_PARAMETER);
		}
		end(&p);
		gnutls_psk_free_client_credentials(c);
		gnutls_psk_free_server_credentials(s);
	}
}

static gnutls_psk_key_flags client_flags, server_flags;
static gnutls_datum_t imported;

static int client_function3(gnutls_session_t session, gnutls_datum_t *username, gnutls_datum_t *out, gnutls_psk_key_flags *flags)
{
	CHECK_IS(*flags, 0);
	give(username, &imported);
	give(out, &key);
	*flags = client_flags;
	return 0;
}

static int server_function3(gnutls_session_t session, const gnutls_datum_t *username, gnutls_datum_t *out, gnutls_psk_key_flags *flags)
{
	CHECK(username->size == imported.size && !memcmp(username->data, imported.data, imported.size));
	give(out, &key);
	*flags = server_flags;
	return 0;
}

/* Keys that are imported for TLS 1.3 and a hash. */
static void test_import(void)
{
	static const gnutls_datum_t bob = { (void *)"bob", 3 }, context = { (void *)"ctx", 3 };
	struct pair p;
	gnutls_datum_t raw;

	CHECK_IS(gnutls_psk_format_imported_identity(&bob, &context, GNUTLS_TLS1_3, GNUTLS_DIG_SHA256, &imported), 0);
	begin(&p, V13 "+ECDHE-PSK", V13 "+ECDHE-PSK", 0);
	gnutls_psk_set_client_credentials_function3(pc, client_function3);
	gnutls_psk_set_server_credentials_function3(ps, server_function3);
	client_flags = server_flags = GNUTLS_PSK_KEY_EXT;
	HANDSHAKE(&p, 0, 0);
	CHECK_IS(gnutls_psk_server_get_username2(p.server.s, &raw), 0);
	CHECK(raw.size == imported.size && !memcmp(raw.data, imported.data, raw.size));
	ECHO(&p);
	end(&p);
	/* The same bytes as a name without import are another key. */
	begin(&p, V13 "+ECDHE-PSK", V13 "+ECDHE-PSK", 0);
	gnutls_psk_set_client_credentials_function3(pc, client_function3);
	gnutls_psk_set_server_credentials_function3(ps, server_function3);
	server_flags = 0;
	HANDSHAKE(&p, GNUTLS_E_AGAIN, GNUTLS_E_RECEIVED_ILLEGAL_PARAMETER);
	end(&p);
	gnutls_free(imported.data);
	/* Not an identity that can be imported. */
	imported = bob;
	begin(&p, V13 "+ECDHE-PSK", V13 "+ECDHE-PSK", 0);
	gnutls_psk_set_client_credentials_function3(pc, client_function3);
	HANDSHAKE(&p, GNUTLS_E_PARSING_ERROR, GNUTLS_E_AGAIN);
	end(&p);
#ifdef OURS
	/* Imported for another hash, and used before TLS 1.3. */
	CHECK_IS(gnutls_psk_format_imported_identity(&bob, &context, GNUTLS_TLS1_3, GNUTLS_DIG_SHA384, &imported), 0);
	begin(&p, V13 "+ECDHE-PSK", V13 "+ECDHE-PSK", 0);
	gnutls_psk_set_client_credentials_function3(pc, client_function3);
	HANDSHAKE(&p, GNUTLS_E_PARSING_ERROR, GNUTLS_E_AGAIN);
	end(&p);
	begin(&p, V12 "+PSK", V12 "+PSK", 0);
	gnutls_psk_set_client_credentials_function3(pc, client_function3);
	HANDSHAKE(&p, GNUTLS_E_INSUFFICIENT_CREDENTIALS, GNUTLS_E_AGAIN);
	end(&p);
	gnutls_free(imported.data);
#endif
}
#endif

int main(void)
{
	char path[] = "/tmp/psk-XXXXXX";
	int fd = mkstemp(path);
	CHECK(fd >= 0);
	close(fd);
	test_kinds();
	test_retry();
	test_without();
	test_without_certificates();
	test_file(path);
	test_wrong(path);
	test_codes();
	test_names();
	test_resumption();
	test_renegotiation();
	test_dh_params();
#if GNUTLS_VERSION_NUMBER >= 0x03080b
	test_hash();
	test_import();
#endif
	unlink(path);
	return check_result();
}
