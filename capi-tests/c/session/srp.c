/* Sessions with SRP (RFC 5054): names and passwords, files of srptool, unknown names, groups, renegotiation, resumption. */
#include <unistd.h>
#include "dsa.h"

#define V12 "NORMAL:-VERS-ALL:+VERS-TLS1.2:-KX-ALL:"
#define V10 "NORMAL:-VERS-ALL:+VERS-TLS1.0:-KX-ALL:"

static gnutls_srp_client_credentials_t sc;
static gnutls_srp_server_credentials_t ss;
static const gnutls_datum_t *prime = &gnutls_srp_2048_group_prime, *generator = &gnutls_srp_2048_group_generator;
static const char *client_name, *client_password;
static int own_memory, asked_client, asked_server, client_code, server_code;
static char name_in_callback[32];
static gnutls_certificate_credentials_t server_cred;

static int client_function(gnutls_session_t session, char **username, char **password)
{
	asked_client++;
	CHECK(*username == NULL && *password == NULL);
	if (client_code < 0)
		return client_code;
	*username = gnutls_strdup(client_name);
	*password = gnutls_strdup(client_password);
	return client_code;
}

/* The group may be one of the library's constants, which are not freed. */
static int server_function(gnutls_session_t session, const char *username, gnutls_datum_t *salt, gnutls_datum_t *verifier, gnutls_datum_t *g,
			   gnutls_datum_t *n)
{
	const char *got = gnutls_srp_server_get_username(session);
	asked_server++;
	snprintf(name_in_callback, sizeof name_in_callback, "%s", got ? got : "NULL");
	*g = *generator;
	*n = *prime;
	if (own_memory) {
		g->data = gnutls_malloc(g->size);
		memcpy(g->data, generator->data, g->size);
		n->data = gnutls_malloc(n->size);
		memcpy(n->data, prime->data, n->size);
	}
	if (server_code)
		return server_code;
	if (strcmp(username, "alice") && strcmp(username, "bob"))
		return 1;
	salt->data = gnutls_malloc(8);
	memcpy(salt->data, "saltsalt", 8);
	salt->size = 8;
	return gnutls_srp_verifier(username, "password", salt, g, n, verifier);
}

static void begin(struct pair *p, const char *prio, const char *name, const char *password)
{
	pair_of(p, prio, prio, leaf_pem, leaf_key_pem);
	asked_client = asked_server = 0;
	CHECK_IS(gnutls_srp_allocate_client_credentials(&sc), 0);
	CHECK_IS(gnutls_srp_allocate_server_credentials(&ss), 0);
	if (name)
		CHECK_IS(gnutls_srp_set_client_credentials(sc, name, password), 0);
	gnutls_srp_set_server_credentials_function(ss, server_function);
	if (server_cred)
		CHECK_IS(gnutls_credentials_set(p->server.s, GNUTLS_CRD_CERTIFICATE, server_cred), 0);
	/* No certificate of the client is asked for, whatever the server's application says. */
	gnutls_certificate_server_set_request(p->server.s, GNUTLS_CERT_REQUIRE);
	CHECK_IS(gnutls_credentials_set(p->client.s, GNUTLS_CRD_SRP, sc), 0);
	CHECK_IS(gnutls_credentials_set(p->server.s, GNUTLS_CRD_SRP, ss), 0);
}

static void end(struct pair *p)
{
	pair_end(p);
	gnutls_srp_free_client_credentials(sc);
	gnutls_srp_free_server_credentials(ss);
}

static void test_kinds(void)
{
	static const struct { const char *prio, *desc; gnutls_kx_algorithm_t kx; } rows[] = {
		{ V12 "+SRP", "(TLS1.2)-(SRP)-(AES-256-CBC)-(SHA1)", GNUTLS_KX_SRP },
		{ V12 "+SRP-RSA", "(TLS1.2)-(SRP-RSA)-(AES-256-CBC)-(SHA1)", GNUTLS_KX_SRP_RSA },
		{ V12 "+SRP-DSS:+SIGN-DSA-SHA1:+SIGN-DSA-SHA256", "(TLS1.2)-(SRP-DSS)-(AES-256-CBC)-(SHA1)", GNUTLS_KX_SRP_DSS },
		{ V10 "+SRP", "(TLS1.0)-(SRP)-(AES-256-CBC)-(SHA1)", GNUTLS_KX_SRP },
		{ V10 "+SRP-RSA", "(TLS1.0)-(SRP-RSA)-(AES-256-CBC)-(SHA1)", GNUTLS_KX_SRP_RSA },
		{ V10 "+SRP-DSS:+SIGN-DSA-SHA1", "(TLS1.0)-(SRP-DSS)-(AES-256-CBC)-(SHA1)", GNUTLS_KX_SRP_DSS },
		{ V12 "+SRP:-CIPHER-ALL:+3DES-CBC", "(TLS1.2)-(SRP)-(3DES-CBC)-(SHA1)", GNUTLS_KX_SRP },
		{ V12 "+SRP:-CIPHER-ALL:+AES-128-CBC", "(TLS1.2)-(SRP)-(AES-128-CBC)-(SHA1)", GNUTLS_KX_SRP },
		/* TLS 1.3 has no SRP, and is not used where the priorities have it. */
		{ "NORMAL:-KX-ALL:+SRP", "(TLS1.2)-(SRP)-(AES-256-CBC)-(SHA1)", GNUTLS_KX_SRP },
	};
	gnutls_certificate_credentials_t dsa = dsa_credentials();
	struct pair p;
	size_t i;
	int function, j, c, s;
	for (i = 0; i < sizeof rows / sizeof *rows; i++) {
		for (function = 0; function < 2; function++) {
			int before = check_failures, signed_ = rows[i].kx != GNUTLS_KX_SRP;
			const char *got;
			server_cred = rows[i].kx == GNUTLS_KX_SRP_DSS ? dsa : NULL;
			begin(&p, rows[i].prio, function ? NULL : "alice", "password");
			client_name = "alice";
			client_password = "password";
			if (function)
				gnutls_srp_set_client_credentials_function(sc, client_function);
			pair_handshake(&p, &c, &s);
			CHECK_IS(c, 0);
			CHECK_IS(s, 0);
			for (j = 0; !c && !s && j < 2; j++) {
				gnutls_session_t t = j ? p.server.s : p.client.s;
				char *desc = gnutls_session_get_desc(t);
				CHECK(desc && !strcmp(desc, rows[i].desc));
				if (desc && strcmp(desc, rows[i].desc))
					fprintf(stderr, "    %s\n", desc);
				gnutls_free(desc);
				CHECK_IS(gnutls_kx_get(t), rows[i].kx);
				CHECK_IS(gnutls_auth_client_get_type(t), GNUTLS_CRD_SRP);
				CHECK_IS(gnutls_auth_server_get_type(t), signed_ ? GNUTLS_CRD_CERTIFICATE : GNUTLS_CRD_SRP);
				CHECK_IS(gnutls_auth_get_type(t), signed_ && !j ? GNUTLS_CRD_CERTIFICATE : GNUTLS_CRD_SRP);
				CHECK_IS(gnutls_dh_get_prime_bits(t), signed_ && !j ? 0 : GNUTLS_E_INVALID_REQUEST);
			}
			if (!c && !s) {
				got = gnutls_srp_server_get_username(p.server.s);
				CHECK(got && !strcmp(got, "alice"));
				CHECK_IS(asked_client, function);
				CHECK_IS(asked_server, 1);
				CHECK_IS(gnutls_certificate_client_get_request_status(p.client.s), 0);
				CHECK(!strcmp(name_in_callback, "alice"));
				ECHO(&p);
			}
			if (before != check_failures)
				fprintf(stderr, "    %s\n", rows[i].prio);
			end(&p);
		}
	}
	server_cred = NULL;
	gnutls_certificate_free_credentials(dsa);
}

static void test_groups(void)
{
	static const struct { const gnutls_datum_t *prime, *generator; int code; } rows[] = {
		{ &gnutls_srp_1024_group_prime, &gnutls_srp_1024_group_generator, 0 },
		{ &gnutls_srp_1536_group_prime, &gnutls_srp_1536_group_generator, 0 },
		{ &gnutls_srp_3072_group_prime, &gnutls_srp_3072_group_generator, 0 },
		{ &gnutls_srp_4096_group_prime, &gnutls_srp_4096_group_generator, 0 },
		/* Groups that are not of RFC 5054, or have another generator. */
		{ &gnutls_ffdhe_2048_group_prime, &gnutls_ffdhe_2048_group_generator, GNUTLS_E_RECEIVED_ILLEGAL_PARAMETER },
		{ &gnutls_srp_2048_group_prime, &gnutls_srp_3072_group_generator, GNUTLS_E_RECEIVED_ILLEGAL_PARAMETER },
	};
	struct pair p;
	size_t i;
	for (i = 0; i < sizeof rows / sizeof *rows; i++) {
		own_memory = i & 1 || rows[i].code;
		prime = rows[i].prime;
		generator = rows[i].generator;
		begin(&p, V12 "+SRP", "alice", "password");
		if (rows[i].code)
			HANDSHAKE(&p, rows[i].code, GNUTLS_E_AGAIN);
		else
			HANDSHAKE(&p, 0, 0);
		end(&p);
	}
	own_memory = 0;
#ifdef OURS
	/* The manual's minimum, which GnuTLS does not look at for these groups. */
	prime = &gnutls_srp_1024_group_prime;
	generator = &gnutls_srp_1024_group_generator;
	begin(&p, V12 "+SRP", "alice", "password");
	gnutls_srp_set_prime_bits(p.client.s, 2048);
	HANDSHAKE(&p, GNUTLS_E_RECEIVED_ILLEGAL_PARAMETER, GNUTLS_E_AGAIN);
	end(&p);
#endif
	prime = &gnutls_srp_2048_group_prime;
	generator = &gnutls_srp_2048_group_generator;
	begin(&p, V12 "+SRP", "alice", "password");
	gnutls_srp_set_prime_bits(p.client.s, 2048);
	HANDSHAKE(&p, 0, 0);
	end(&p);
}

/* The alert that a client gets. */
static int alert_of(const char *name, const char *password, const char *passwords, const char *groups, int code)
{
	struct pair p;
	int c, s, alert;
	begin(&p, V12 "+SRP", name, password);
	if (passwords) {
		gnutls_srp_free_server_credentials(ss);
		CHECK_IS(gnutls_srp_allocate_server_credentials(&ss), 0);
		CHECK_IS(gnutls_srp_set_server_credentials_file(ss, passwords, groups), 0);
		CHECK_IS(gnutls_credentials_set(p.server.s, GNUTLS_CRD_SRP, ss), 0);
	}
	pair_handshake(&p, &c, &s);
	CHECK_IS(c, code ? GNUTLS_E_AGAIN : 0);
	CHECK_IS(s, code);
	CHECK_IS(gnutls_alert_send_appropriate(p.server.s, s), 0);
	do
		c = gnutls_handshake(p.client.s);
	while (c == GNUTLS_E_AGAIN && p.client.in.used);
	alert = c == GNUTLS_E_FATAL_ALERT_RECEIVED ? (int)gnutls_alert_get(p.client.s) : c;
	end(&p);
	return alert;
}

static void test_wrong(void)
{
	struct pair p;
	int wrong = alert_of("alice", "passwort", NULL, NULL, GNUTLS_E_DECRYPTION_FAILED);
	CHECK_IS(wrong, GNUTLS_A_BAD_RECORD_MAC);
	CHECK_IS(alert_of("eve", "password", NULL, NULL, GNUTLS_E_DECRYPTION_FAILED), wrong);
	server_code = -1;
	begin(&p, V12 "+SRP", "alice", "password");
	HANDSHAKE(&p, GNUTLS_E_AGAIN, GNUTLS_E_SRP_PWD_ERROR);
	end(&p);
	server_code = 0;
	client_code = -1;
	begin(&p, V12 "+SRP", NULL, NULL);
	gnutls_srp_set_client_credentials_function(sc, client_function);
	HANDSHAKE(&p, GNUTLS_E_ILLEGAL_SRP_USERNAME, GNUTLS_E_AGAIN);
	end(&p);
#ifdef OURS
	/* A function that has no password yet is called again. */
	client_code = GNUTLS_E_AGAIN;
	begin(&p, V12 "+SRP", NULL, NULL);
	gnutls_srp_set_client_credentials_function(sc, client_function);
	HANDSHAKE(&p, GNUTLS_E_AGAIN, GNUTLS_E_AGAIN);
	client_code = 0;
	HANDSHAKE(&p, 0, 0);
	end(&p);
#endif
	/* A positive code is none of an error. */
	client_code = 1;
	begin(&p, V12 "+SRP", NULL, NULL);
	gnutls_srp_set_client_credentials_function(sc, client_function);
	HANDSHAKE(&p, 0, 0);
	end(&p);
	client_code = 0;
	/* A server with neither a function nor files. */
	begin(&p, V12 "+SRP", "alice", "password");
	gnutls_srp_free_server_credentials(ss);
	CHECK_IS(gnutls_srp_allocate_server_credentials(&ss), 0);
	CHECK_IS(gnutls_credentials_set(p.server.s, GNUTLS_CRD_SRP, ss), 0);
	HANDSHAKE(&p, GNUTLS_E_AGAIN, GNUTLS_E_SRP_PWD_ERROR);
	end(&p);
	/* A client without a name. */
	begin(&p, V12 "+SRP", NULL, NULL);
	HANDSHAKE(&p, GNUTLS_E_AGAIN, GNUTLS_E_UNKNOWN_SRP_USERNAME);
	CHECK_IS(gnutls_error_to_alert(GNUTLS_E_UNKNOWN_SRP_USERNAME, NULL), GNUTLS_A_UNKNOWN_PSK_IDENTITY);
	end(&p);
}

/* Writes a line of a file: texts with colons between them. */
static void put_number(FILE *f, const gnutls_datum_t *number, const char *after)
{
	gnutls_datum_t text;
	CHECK_IS(gnutls_srp_base64_encode2(number, &text), 0);
	fprintf(f, "%.*s%s", (int)text.size, text.data, after);
	gnutls_free(text.data);
}

static void test_files(void)
{
	static const gnutls_datum_t salt = { (void *)"0123456789abcdef", 16 };
	char passwords[] = "/tmp/tpasswd-XXXXXX", groups[] = "/tmp/tpasswd-conf-XXXXXX";
	FILE *f = fdopen(mkstemp(groups), "w");
	gnutls_datum_t v;
	fputs("1:", f);
	put_number(f, &gnutls_srp_1024_group_prime, ":");
	put_number(f, &gnutls_srp_1024_group_generator, "\n");
	fputs("4:", f);
	put_number(f, &gnutls_srp_3072_group_prime, ":");
	put_number(f, &gnutls_srp_3072_group_generator, "\n");
	fclose(f);
	f = fdopen(mkstemp(passwords), "w");
	CHECK_IS(gnutls_srp_verifier("carol", "secret", &salt, &gnutls_srp_3072_group_generator, &gnutls_srp_3072_group_prime, &v), 0);
	fputs("carol:", f);
	put_number(f, &v, ":");
	put_number(f, &salt, ":4\n");
	gnutls_free(v.data);
	CHECK_IS(gnutls_srp_verifier("dave", "hidden", &salt, &gnutls_srp_1024_group_generator, &gnutls_srp_1024_group_prime, &v), 0);
	fputs("dave:", f);
	put_number(f, &v, ":");
	put_number(f, &salt, ":1\n");
	gnutls_free(v.data);
	fclose(f);
	alert_of("carol", "secret", passwords, groups, 0);
	alert_of("dave", "hidden", passwords, groups, 0);
	CHECK_IS(alert_of("carol", "hidden", passwords, groups, GNUTLS_E_DECRYPTION_FAILED), GNUTLS_A_BAD_RECORD_MAC);
#ifdef OURS
	/* GnuTLS ends the handshake at once, which tells that there is no such name. */
	CHECK_IS(alert_of("caro", "secret", passwords, groups, GNUTLS_E_SRP_PWD_ERROR), GNUTLS_A_BAD_RECORD_MAC);
	CHECK_IS(alert_of("carolx", "secret", passwords, groups, GNUTLS_E_SRP_PWD_ERROR), GNUTLS_A_BAD_RECORD_MAC);
#endif
	unlink(passwords);
	unlink(groups);
}

static void test_renegotiation(void)
{
	gnutls_srp_client_credentials_t other;
	struct pair p;
	int allow;
	for (allow = 0; allow < 3; allow++) {
		begin(&p, V12 "+SRP", "alice", "password");
		if (allow == 2) {
			/* The flag can be given to gnutls_init alone. */
			gnutls_deinit(p.server.s);
			end_init(&p.server, &p.client, GNUTLS_SERVER | GNUTLS_ALLOW_ID_CHANGE, V12 "+SRP", p.scred);
			CHECK_IS(gnutls_credentials_set(p.server.s, GNUTLS_CRD_SRP, ss), 0);
		}
		HANDSHAKE(&p, 0, 0);
		CHECK_IS(gnutls_srp_allocate_client_credentials(&other), 0);
		CHECK_IS(gnutls_srp_set_client_credentials(other, allow ? "bob" : "alice", "password"), 0);
		CHECK_IS(gnutls_credentials_set(p.client.s, GNUTLS_CRD_SRP, other), 0);
		if (allow == 1) {
			/* GnuTLS finds it when the client has all it waits for. */
			int c, s;
			pair_handshake(&p, &c, &s);
			CHECK_IS(s, GNUTLS_E_SESSION_USER_ID_CHANGED);
		} else {
			const char *got;
			HANDSHAKE(&p, 0, 0);
			got = gnutls_srp_server_get_username(p.server.s);
			CHECK(got && !strcmp(got, allow ? "bob" : "alice"));
			ECHO(&p);
		}
		end(&p);
		gnutls_srp_free_client_credentials(other);
	}
}

static void test_resumption(void)
{
	struct pair p;
	gnutls_datum_t ticket_key, data;
	const char *got;
	CHECK_IS(gnutls_session_ticket_key_generate(&ticket_key), 0);
	begin(&p, V12 "+SRP", "alice", "password");
	CHECK_IS(gnutls_session_ticket_enable_server(p.server.s, &ticket_key), 0);
	HANDSHAKE(&p, 0, 0);
	CHECK_IS(gnutls_session_get_data2(p.client.s, &data), 0);
	end(&p);
	begin(&p, V12 "+SRP", "alice", "password");
	CHECK_IS(gnutls_session_ticket_enable_server(p.server.s, &ticket_key), 0);
	CHECK_IS(gnutls_session_set_data(p.client.s, data.data, data.size), 0);
	HANDSHAKE(&p, 0, 0);
	CHECK_IS(gnutls_session_is_resumed(p.server.s), 1);
	CHECK_IS(asked_server, 0);
	CHECK_IS(gnutls_auth_get_type(p.server.s), GNUTLS_CRD_SRP);
	got = gnutls_srp_server_get_username(p.server.s);
#ifdef OURS
	CHECK(got && !strcmp(got, "alice"));
#else
	/* Forgotten. */
	CHECK(got && !*got);
#endif
	ECHO(&p);
	end(&p);
	gnutls_free(data.data);
	gnutls_free(ticket_key.data);
}

int main(void)
{
	if (gnutls_srp_allocate_client_credentials(&sc) < 0) {
		puts("skip    session/srp: this GnuTLS is built without SRP");
		return 0;
	}
	gnutls_srp_free_client_credentials(sc);
	test_kinds();
	test_groups();
	test_wrong();
	test_files();
	test_renegotiation();
	test_resumption();
	return check_result();
}
