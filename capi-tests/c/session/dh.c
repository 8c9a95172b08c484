/* Diffie-Hellman in a finite field before TLS 1.3 (DHE-RSA, ANON-DH), and the anonymous key exchange with a curve: which group
 * is used, what the getters say, what is refused. */
#include "sessions.h"

#define DHE "NONE:+VERS-TLS1.2:+AES-128-GCM:+AES-128-CBC:+AEAD:+SHA1:+SIGN-ALL:+CTYPE-X509:"

enum source { NO_PARAMS, KNOWN, OWN, FUNCTION, FREED };

static gnutls_dh_params_t own;
static int asked;

static int give(gnutls_session_t session, gnutls_params_type_t type, gnutls_params_st *params)
{
	CHECK(session != NULL);
	asked++;
	if (type != GNUTLS_PARAMS_DH)
		return -1;
	params->type = type;
	params->params.dh = own;
	params->deinit = 0;
	return 0;
}

/* The same, to be freed. */
static int give_away(gnutls_session_t session, gnutls_params_type_t type, gnutls_params_st *params)
{
	give(session, type, params);
	CHECK_IS(gnutls_dh_params_init(&params->params.dh), 0);
	CHECK_IS(gnutls_dh_params_cpy(params->params.dh, own), 0);
	params->deinit = 1;
	return 0;
}

struct row {
	const char *client, *server;
	enum source params;
	int c, s;
	const char *desc;
	unsigned bits;
	gnutls_group_t group;
};

static gnutls_anon_client_credentials_t anon_client;
static gnutls_anon_server_credentials_t anon_server;

static void begin(struct pair *p, const struct row *w)
{
	pair_of(p, w->client, w->server, leaf_pem, leaf_key_pem);
	CHECK_IS(gnutls_anon_allocate_client_credentials(&anon_client), 0);
	CHECK_IS(gnutls_anon_allocate_server_credentials(&anon_server), 0);
	if (w->params == KNOWN) {
		CHECK_IS(gnutls_certificate_set_known_dh_params(p->scred, GNUTLS_SEC_PARAM_MEDIUM), 0);
		CHECK_IS(gnutls_anon_set_server_known_dh_params(anon_server, GNUTLS_SEC_PARAM_MEDIUM), 0);
	}
	if (w->params == OWN) {
		gnutls_certificate_set_dh_params(p->scred, own);
		gnutls_anon_set_server_dh_params(anon_server, own);
	}
	if (w->params == FUNCTION || w->params == FREED) {
		gnutls_certificate_set_params_function(p->scred, w->params == FREED ? give_away : give);
		gnutls_anon_set_server_params_function(anon_server, w->params == FREED ? give_away : give);
	}
	CHECK_IS(gnutls_credentials_set(p->client.s, GNUTLS_CRD_ANON, anon_client), 0);
	CHECK_IS(gnutls_credentials_set(p->server.s, GNUTLS_CRD_ANON, anon_server), 0);
}

static void end(struct pair *p)
{
	pair_end(p);
	gnutls_anon_free_client_credentials(anon_client);
	gnutls_anon_free_server_credentials(anon_server);
}

/* The numbers of both sides are those of one key exchange. */
static void numbers(struct pair *p, unsigned bits)
{
	gnutls_datum_t gen[2], prime[2], key[2];
	int i;
	for (i = 0; i < 2; i++) {
		gnutls_session_t s = i ? p->server.s : p->client.s;
		CHECK_IS(gnutls_dh_get_group(s, &gen[i], &prime[i]), 0);
		CHECK_IS(gnutls_dh_get_pubkey(s, &key[i]), 0);
		CHECK_IS(gnutls_dh_get_prime_bits(s), bits);
		if (bits) {
			CHECK(gnutls_dh_get_secret_bits(s) > 200 && gnutls_dh_get_secret_bits(s) <= (int)bits);
			CHECK(gnutls_dh_get_peers_public_bits(s) > (int)bits - 30 && gnutls_dh_get_peers_public_bits(s) <= (int)bits);
			/* A zero stands before a highest bit that is set. */
			CHECK(prime[i].size == bits / 8 + 1 && !prime[i].data[0] && prime[i].data[1] & 0x80);
			CHECK(key[i].size && !(key[i].data[0] & 0x80));
		} else {
			CHECK_IS(gnutls_dh_get_secret_bits(s), 0);
			CHECK_IS(gnutls_dh_get_peers_public_bits(s), GNUTLS_E_MPI_SCAN_FAILED);
			CHECK(!gen[i].size && !prime[i].size && !key[i].size);
		}
	}
	CHECK(gen[0].size == gen[1].size && !memcmp(gen[0].data, gen[1].data, gen[0].size));
	CHECK(prime[0].size == prime[1].size && !memcmp(prime[0].data, prime[1].data, prime[0].size));
	for (i = 0; i < 2; i++) {
		gnutls_free(gen[i].data);
		gnutls_free(prime[i].data);
		gnutls_free(key[i].data);
	}
}

static void check_row(const struct row *w)
{
	struct pair p;
	int c, s, before = check_failures;
	begin(&p, w);
	pair_handshake(&p, &c, &s);
	CHECK_IS(s, w->s);
	CHECK_IS(c, w->c);
	if (w->desc && !c) {
		char *desc = gnutls_session_get_desc(p.client.s);
		int anon = strstr(w->desc, "ANON") != NULL;
		CHECK(desc && !strcmp(desc, w->desc));
		if (desc && strcmp(desc, w->desc))
			fprintf(stderr, "    %s\n", desc);
		gnutls_free(desc);
		numbers(&p, w->bits);
		CHECK_IS(gnutls_group_get(p.client.s), w->group);
		CHECK_IS(gnutls_group_get(p.server.s), w->group);
		CHECK_IS(!!(gnutls_session_get_flags(p.client.s) & GNUTLS_SFLAGS_RFC7919), w->bits && w->group);
		CHECK_IS(!!(gnutls_session_get_flags(p.server.s) & GNUTLS_SFLAGS_RFC7919), w->bits && w->group);
		CHECK_IS(gnutls_auth_get_type(p.client.s), anon ? GNUTLS_CRD_ANON : GNUTLS_CRD_CERTIFICATE);
		CHECK_IS(gnutls_auth_server_get_type(p.server.s), anon ? GNUTLS_CRD_ANON : GNUTLS_CRD_CERTIFICATE);
		CHECK_IS(gnutls_auth_client_get_type(p.server.s), anon ? GNUTLS_CRD_ANON : GNUTLS_CRD_CERTIFICATE);
		ECHO(&p);
	}
	if (check_failures != before)
		fprintf(stderr, "    client %s\n    server %s (%d)\n", w->client, w->server, w->params);
	end(&p);
}

#define NONE_IN_COMMON GNUTLS_E_AGAIN, GNUTLS_E_NO_CIPHER_SUITES, NULL, 0, 0

static void test_groups(void)
{
	static const struct row rows[] = {
		{ DHE "+DHE-RSA:+GROUP-FFDHE3072", DHE "+DHE-RSA:+GROUP-ALL", NO_PARAMS, 0, 0,
		  "(TLS1.2)-(DHE-FFDHE3072)-(RSA-SHA256)-(AES-128-GCM)", 3072, GNUTLS_GROUP_FFDHE3072 },
		{ DHE "+DHE-RSA:+GROUP-FFDHE2048:+GROUP-FFDHE4096", DHE "+DHE-RSA:+GROUP-FFDHE4096:+GROUP-FFDHE2048", KNOWN, 0, 0,
		  "(TLS1.2)-(DHE-FFDHE2048)-(RSA-SHA256)-(AES-128-GCM)", 2048, GNUTLS_GROUP_FFDHE2048 },
		/* Without a group in common the parameters of the server do not help (RFC 7919 section 4). */
		{ DHE "+DHE-RSA:+GROUP-FFDHE2048", DHE "+DHE-RSA:+GROUP-FFDHE4096", NO_PARAMS, NONE_IN_COMMON },
		{ DHE "+DHE-RSA:+GROUP-FFDHE2048", DHE "+DHE-RSA:+GROUP-FFDHE4096", KNOWN, NONE_IN_COMMON },
		/* A client without groups. */
		{ DHE "+DHE-RSA", DHE "+DHE-RSA:+GROUP-ALL", NO_PARAMS, NONE_IN_COMMON },
		{ DHE "+DHE-RSA:+GROUP-X25519", DHE "+DHE-RSA:+GROUP-ALL", NO_PARAMS, NONE_IN_COMMON },
		{ DHE "+DHE-RSA", DHE "+DHE-RSA:+GROUP-ALL", KNOWN, 0, 0,
		  "(TLS1.2)-(DHE-CUSTOM2048)-(RSA-SHA256)-(AES-128-GCM)", 2048, 0 },
		{ DHE "+DHE-RSA", DHE "+DHE-RSA:+GROUP-ALL", OWN, 0, 0,
		  "(TLS1.2)-(DHE-CUSTOM2048)-(RSA-SHA256)-(AES-128-GCM)", 2048, 0 },
		{ DHE "+DHE-RSA", DHE "+DHE-RSA:+GROUP-ALL", FUNCTION, 0, 0,
		  "(TLS1.2)-(DHE-CUSTOM2048)-(RSA-SHA256)-(AES-128-GCM)", 2048, 0 },
		{ DHE "+DHE-RSA", DHE "+DHE-RSA:+GROUP-ALL", FREED, 0, 0,
		  "(TLS1.2)-(DHE-CUSTOM2048)-(RSA-SHA256)-(AES-128-GCM)", 2048, 0 },
		/* Anonymous. */
		{ DHE "+ANON-DH:+GROUP-FFDHE3072", DHE "+ANON-DH:+GROUP-ALL", NO_PARAMS, 0, 0, "(TLS1.2)-(ANON-DH)-(AES-128-GCM)", 3072,
		  GNUTLS_GROUP_FFDHE3072 },
		{ DHE "+ANON-DH", DHE "+ANON-DH:+GROUP-ALL", NO_PARAMS, NONE_IN_COMMON },
		{ DHE "+ANON-DH", DHE "+ANON-DH:+GROUP-ALL", KNOWN, 0, 0, "(TLS1.2)-(ANON-DH)-(AES-128-GCM)", 2048, 0 },
		{ DHE "+ANON-DH", DHE "+ANON-DH:+GROUP-ALL", FUNCTION, 0, 0, "(TLS1.2)-(ANON-DH)-(AES-128-GCM)", 2048, 0 },
		{ DHE "+ANON-ECDH:+GROUP-X25519", DHE "+ANON-ECDH:+GROUP-ALL", NO_PARAMS, 0, 0, "(TLS1.2)-(ANON-ECDH)-(AES-128-CBC)-(SHA1)", 0,
		  GNUTLS_GROUP_X25519 },
		{ "NORMAL:-VERS-ALL:+VERS-TLS1.0:-KX-ALL:+ANON-ECDH:-GROUP-ALL:+GROUP-SECP256R1",
		  "NORMAL:-VERS-ALL:+VERS-TLS1.0:-KX-ALL:+ANON-ECDH:-GROUP-ALL:+GROUP-SECP256R1", NO_PARAMS, 0, 0,
		  "(TLS1.0)-(ANON-ECDH)-(AES-256-CBC)-(SHA1)", 0, GNUTLS_GROUP_SECP256R1 },
		/* The client's order decides; a certificate is there, too. */
		{ DHE "+ANON-DH:+DHE-RSA:+GROUP-FFDHE2048", DHE "+ANON-DH:+DHE-RSA:+GROUP-ALL", NO_PARAMS, 0, 0,
		  "(TLS1.2)-(ANON-DH)-(AES-128-GCM)", 2048, GNUTLS_GROUP_FFDHE2048 },
		{ DHE "+DHE-RSA:+ANON-DH:+GROUP-FFDHE2048", DHE "+ANON-DH:+DHE-RSA:+GROUP-ALL", NO_PARAMS, 0, 0,
		  "(TLS1.2)-(DHE-FFDHE2048)-(RSA-SHA256)-(AES-128-GCM)", 2048, GNUTLS_GROUP_FFDHE2048 },
	};
	size_t i;
	for (i = 0; i < sizeof rows / sizeof *rows; i++)
		check_row(&rows[i]);
	CHECK(asked >= 2);
}

/* A client that requires a larger prime than the server has. */
static void test_prime_bits(void)
{
	static const struct row w = { DHE "+DHE-RSA", DHE "+DHE-RSA:+GROUP-ALL", KNOWN, 0, 0, NULL, 0, 0 };
	struct pair p;
	int c, s;
	begin(&p, &w);
	gnutls_dh_set_prime_bits(p.client.s, 2048);
	HANDSHAKE(&p, 0, 0);
	end(&p);
	begin(&p, &w);
	gnutls_dh_set_prime_bits(p.client.s, 2049);
	pair_handshake(&p, &c, &s);
	CHECK_IS(c, GNUTLS_E_DH_PRIME_UNACCEPTABLE);
	CHECK_IS(s, GNUTLS_E_AGAIN);
	end(&p);
}

/* An anonymous client and server that lack credentials for it. */
static void test_credentials(void)
{
	static const struct row w = { DHE "+ANON-DH:+GROUP-FFDHE2048", DHE "+ANON-DH:+GROUP-ALL", KNOWN, 0, 0, NULL, 0, 0 };
	struct pair p;
	int c, s;
	begin(&p, &w);
	CHECK_IS(gnutls_credentials_set(p.server.s, GNUTLS_CRD_ANON, NULL), 0);
	pair_handshake(&p, &c, &s);
	CHECK(s < 0 && s != GNUTLS_E_AGAIN);
	end(&p);
	begin(&p, &w);
	gnutls_certificate_server_set_request(p.server.s, GNUTLS_CERT_REQUIRE);
	/* Nobody asks a client of an anonymous server for a certificate. */
	HANDSHAKE(&p, 0, 0);
	CHECK(!gnutls_certificate_get_peers(p.client.s, &(unsigned){ 0 }));
	CHECK(!gnutls_certificate_client_get_request_status(p.client.s));
	end(&p);
}

static void test_curve(const char *prio)
{
	struct pair p;
	gnutls_datum_t d;

	pair_new(&p, prio, 0, 0);
	gnutls_dh_set_prime_bits(p.client.s, 4096);
	CHECK_IS(gnutls_dh_get_prime_bits(p.client.s), GNUTLS_E_INVALID_REQUEST);
	CHECK_IS(gnutls_dh_get_secret_bits(p.client.s), GNUTLS_E_INVALID_REQUEST);
	CHECK_IS(gnutls_dh_get_peers_public_bits(p.client.s), GNUTLS_E_INVALID_REQUEST);
	CHECK_IS(gnutls_dh_get_pubkey(p.client.s, &d), GNUTLS_E_INVALID_REQUEST);
	HANDSHAKE(&p, 0, 0);
	CHECK_IS(gnutls_dh_get_prime_bits(p.client.s), 0);
	CHECK_IS(gnutls_dh_get_secret_bits(p.client.s), 0);
	CHECK_IS(gnutls_dh_get_peers_public_bits(p.client.s), GNUTLS_E_MPI_SCAN_FAILED);
	pair_end(&p);
}

int main(void)
{
	CHECK_IS(gnutls_dh_params_init(&own), 0);
	CHECK_IS(gnutls_dh_params_import_raw2(own, &gnutls_ffdhe_2048_group_prime, &gnutls_ffdhe_2048_group_generator, 256), 0);
	test_groups();
	test_prime_bits();
	test_credentials();
	test_curve(TLS12);
	test_curve(TLS13);
	gnutls_dh_params_deinit(own);
	return check_result();
}
