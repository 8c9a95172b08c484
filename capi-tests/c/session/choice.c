/* Which of several certificates a server sends: by key usage, algorithm, suite and name; the types of keys and
 * groups that a handshake can use, and which group a server selects. */
#include "sessions.h"

enum { RSA, RSA_TOO, P256, P384, ED25519, ED448, KINDS };
static gnutls_x509_privkey_t keys[KINDS];

static void make_keys(void)
{
	static const struct { gnutls_pk_algorithm_t pk; unsigned bits; } rows[KINDS] = {
		{ GNUTLS_PK_RSA, 2048 }, { GNUTLS_PK_RSA, 2048 },
		{ GNUTLS_PK_ECDSA, GNUTLS_CURVE_TO_BITS(GNUTLS_ECC_CURVE_SECP256R1) },
		{ GNUTLS_PK_ECDSA, GNUTLS_CURVE_TO_BITS(GNUTLS_ECC_CURVE_SECP384R1) },
		{ GNUTLS_PK_EDDSA_ED25519, 256 }, { GNUTLS_PK_EDDSA_ED448, 456 },
	};
	int i;
	for (i = 0; i < KINDS; i++) {
		CHECK_IS(gnutls_x509_privkey_init(&keys[i]), 0);
		CHECK_IS(gnutls_x509_privkey_generate(keys[i], rows[i].pk, rows[i].bits, 0), 0);
	}
}

/* A pair for the credentials: the key, with a certificate of this name and key usage (0: no key usage). */
struct pair_of { int key; unsigned usage; const char *name; };

static void add(gnutls_certificate_credentials_t cred, const struct pair_of *row)
{
	gnutls_x509_privkey_t key = keys[row->key];
	gnutls_digest_algorithm_t dig = row->key == ED448 ? GNUTLS_DIG_SHAKE_256 : row->key == ED25519 ? GNUTLS_DIG_SHA512 : GNUTLS_DIG_SHA256;
	gnutls_x509_crt_t crt;
	CHECK_IS(gnutls_x509_crt_init(&crt), 0);
	CHECK_IS(gnutls_x509_crt_set_version(crt, 3), 0);
	CHECK_IS(gnutls_x509_crt_set_serial(crt, "\1", 1), 0);
	CHECK_IS(gnutls_x509_crt_set_activation_time(crt, 1000000000), 0);
	CHECK_IS(gnutls_x509_crt_set_expiration_time(crt, 4000000000), 0);
	CHECK_IS(gnutls_x509_crt_set_key(crt, key), 0);
	CHECK_IS(gnutls_x509_crt_set_subject_alt_name(crt, GNUTLS_SAN_DNSNAME, row->name, strlen(row->name), 0), 0);
	if (row->usage)
		CHECK_IS(gnutls_x509_crt_set_key_usage(crt, row->usage), 0);
	CHECK_IS(gnutls_x509_crt_sign2(crt, crt, key, dig, 0), 0);
	CHECK_IS(gnutls_certificate_set_x509_key(cred, &crt, 1, key), 0);
	gnutls_x509_crt_deinit(crt);
}

static void name_of(gnutls_session_t s, char *name, size_t size)
{
	unsigned n;
	const gnutls_datum_t *chain = gnutls_certificate_get_peers(s, &n);
	gnutls_x509_crt_t crt;
	*name = 0;
	if (!chain)
		return;
	CHECK_IS(gnutls_x509_crt_init(&crt), 0);
	CHECK_IS(gnutls_x509_crt_import(crt, chain, GNUTLS_X509_FMT_DER), 0);
	CHECK_IS(gnutls_x509_crt_get_subject_alt_name(crt, 0, name, &size, NULL), GNUTLS_SAN_DNSNAME);
	gnutls_x509_crt_deinit(crt);
}

/* The certificate that is sent, and its signature algorithm; without one, the server finds no suite. */
static void test(const char *prio, const char *asked, const char *shown, gnutls_sign_algorithm_t sign, const struct pair_of *pairs)
{
	struct pair p;
	char name[64];
	int before = check_failures;
	memset(&p, 0, sizeof p);
	p.ccred = credentials(NULL, NULL);
	p.scred = credentials(NULL, NULL);
	for (; pairs->name; pairs++)
		add(p.scred, pairs);
	end_init(&p.client, &p.server, GNUTLS_CLIENT, prio, p.ccred);
	end_init(&p.server, &p.client, GNUTLS_SERVER, "NORMAL", p.scred);
	if (asked)
		CHECK_IS(gnutls_server_name_set(p.client.s, GNUTLS_NAME_DNS, asked, strlen(asked)), 0);
	if (shown) {
		HANDSHAKE(&p, 0, 0);
		name_of(p.client.s, name, sizeof name);
		CHECK(!strcmp(name, shown));
		CHECK_IS(gnutls_sign_algorithm_get(p.client.s), sign);
		ECHO(&p);
	} else
		HANDSHAKE(&p, GNUTLS_E_AGAIN, GNUTLS_E_NO_CIPHER_SUITES);
	if (check_failures != before)
		fprintf(stderr, "    %s, %s shown for %s\n", prio, shown ? name : "nothing", asked ? asked : "no name");
	pair_end(&p);
}
#define TEST(prio, asked, shown, sign, ...) test(prio, asked, shown, sign, (const struct pair_of[]){ __VA_ARGS__, { 0 } })

#define SIGN GNUTLS_KEY_DIGITAL_SIGNATURE
#define ENCIPHER GNUTLS_KEY_KEY_ENCIPHERMENT
#define CERTS GNUTLS_KEY_KEY_CERT_SIGN
#define ECDHE "NORMAL:-VERS-ALL:+VERS-TLS1.2:-KX-ALL:+ECDHE-RSA:+ECDHE-ECDSA"

static void test_usage(void)
{
	static const char *const prios[] = { ECDHE, TLS13 };
	int v;
	for (v = 0; v < 2; v++) {
		const char *prio = prios[v];
		gnutls_sign_algorithm_t rsa = v ? GNUTLS_SIGN_RSA_PSS_RSAE_SHA256 : GNUTLS_SIGN_RSA_SHA256;
		gnutls_sign_algorithm_t ecdsa = v ? GNUTLS_SIGN_ECDSA_SECP256R1_SHA256 : GNUTLS_SIGN_ECDSA_SHA256;
		TEST(prio, NULL, NULL, 0, { RSA, ENCIPHER, "a.test" });
		TEST(prio, NULL, NULL, 0, { P256, CERTS, "a.test" });
		TEST(prio, NULL, "b.test", rsa, { RSA, ENCIPHER, "a.test" }, { RSA_TOO, SIGN, "b.test" });
		TEST(prio, NULL, "a.test", rsa, { RSA, SIGN, "a.test" }, { RSA_TOO, ENCIPHER, "b.test" });
		TEST(prio, NULL, "b.test", ecdsa, { RSA, ENCIPHER, "a.test" }, { P256, SIGN, "b.test" });
		TEST(prio, NULL, "b.test", rsa, { P256, ENCIPHER, "a.test" }, { RSA, SIGN, "b.test" });
		TEST(prio, NULL, "b.test", rsa, { RSA, CERTS, "a.test" }, { RSA_TOO, SIGN | ENCIPHER, "b.test" });
		/* A matching name does not replace a suitable key usage. */
		TEST(prio, "a.test", "b.test", rsa, { RSA, ENCIPHER, "a.test" }, { RSA_TOO, SIGN, "b.test" });
	}
	TEST(TLS12, NULL, "a.test", GNUTLS_SIGN_EDDSA_ED25519, { ED25519, 0, "a.test" }, { P256, 0, "b.test" }, { RSA, 0, "c.test" });
	TEST(TLS13, NULL, "a.test", GNUTLS_SIGN_EDDSA_ED25519, { ED25519, 0, "a.test" }, { P256, 0, "b.test" }, { RSA, 0, "c.test" });
}

/* The signature algorithms of the client decide. */
static void test_algorithm(void)
{
	TEST(TLS13 ":-SIGN-ALL:+SIGN-RSA-PSS-RSAE-SHA256", NULL, "b.test", GNUTLS_SIGN_RSA_PSS_RSAE_SHA256, { P256, 0, "a.test" }, { RSA, 0, "b.test" });
	TEST(TLS12 ":-SIGN-ALL:+SIGN-RSA-SHA256", NULL, "b.test", GNUTLS_SIGN_RSA_SHA256, { P256, 0, "a.test" }, { RSA, 0, "b.test" });
	TEST(TLS12 ":-KX-ALL:+ECDHE-ECDSA", NULL, "b.test", GNUTLS_SIGN_ECDSA_SHA256, { RSA, 0, "a.test" }, { P256, 0, "b.test" });
	TEST(TLS13 ":-SIGN-ALL:+SIGN-ECDSA-SECP256R1-SHA256", NULL, "b.test", GNUTLS_SIGN_ECDSA_SECP256R1_SHA256, { P384, 0, "a.test" }, { P256, 0, "b.test" });
	TEST(TLS13 ":-SIGN-ALL:+SIGN-ECDSA-SECP384R1-SHA384", NULL, "b.test", GNUTLS_SIGN_ECDSA_SECP384R1_SHA384, { P256, 0, "a.test" }, { P384, 0, "b.test" });
	TEST(TLS13 ":-SIGN-ALL:+SIGN-EDDSA-ED448", NULL, "c.test", GNUTLS_SIGN_EDDSA_ED448, { P256, 0, "a.test" }, { RSA, 0, "b.test" }, { ED448, 0, "c.test" });
	TEST(TLS12 ":-SIGN-ALL:+SIGN-EDDSA-ED448", NULL, "c.test", GNUTLS_SIGN_EDDSA_ED448, { P256, 0, "a.test" }, { RSA, 0, "b.test" }, { ED448, 0, "c.test" });
	TEST(TLS12, NULL, "a.test", GNUTLS_SIGN_EDDSA_ED448, { ED448, 0, "a.test" });
	TEST(TLS13, NULL, "a.test", GNUTLS_SIGN_EDDSA_ED448, { ED448, SIGN, "a.test" });
}

/* A client signs with Ed448 too, and the exchange is over X448. */
static void test_448(const char *prio)
{
	struct pair p;
	char name[64], all[128];
	const struct pair_of row = { ED448, 0, "client.test" };
	snprintf(all, sizeof all, "%s:-GROUP-ALL:+GROUP-X448", prio);
	pair_new(&p, all, 0, 0);
	add(p.ccred, &row);
	gnutls_certificate_server_set_request(p.server.s, GNUTLS_CERT_REQUEST);
	/* Not issued by a CA that the server names. */
	gnutls_certificate_send_x509_rdn_sequence(p.server.s, 1);
	HANDSHAKE(&p, 0, 0);
	CHECK_IS(gnutls_group_get(p.client.s), GNUTLS_GROUP_X448);
	CHECK_IS(gnutls_ecc_curve_get(p.server.s), GNUTLS_ECC_CURVE_X448);
	name_of(p.server.s, name, sizeof name);
	CHECK(!strcmp(name, "client.test"));
	CHECK_IS(gnutls_sign_algorithm_get_client(p.server.s), GNUTLS_SIGN_EDDSA_ED448);
	ECHO(&p);
	pair_end(&p);
}

/* A client whose only certificate must not sign shows none to a server that names authorities; GnuTLS breaks off in TLS 1.3. */
static void test_unsuitable_client(const char *prio, int required)
{
	const struct pair_of row = { RSA, ENCIPHER, "client.test" };
	int tls13 = !strcmp(prio, TLS13), c, s;
	struct pair p;
	gnutls_datum_t der;
	pair_new(&p, prio, 0, 0);
	add(p.ccred, &row);
	/* It is its own issuer. */
	CHECK_IS(gnutls_certificate_get_crt_raw(p.ccred, 0, 0, &der), 0);
	CHECK_IS(gnutls_certificate_set_x509_trust_mem(p.scred, &der, GNUTLS_X509_FMT_DER), 1);
	gnutls_certificate_server_set_request(p.server.s, required ? GNUTLS_CERT_REQUIRE : GNUTLS_CERT_REQUEST);
	pair_handshake(&p, &c, &s);
	CHECK(gnutls_certificate_get_ours(p.client.s) == NULL);
	if (required)
		CHECK_IS(s, tls13 ? GNUTLS_E_CERTIFICATE_REQUIRED : GNUTLS_E_NO_CERTIFICATE_FOUND);
	else
		CHECK(c == 0 && s == 0);
	pair_end(&p);
}

/* One that names none makes it fail with an error of its own. */
static void test_client_usage(void)
{
	struct pair p;
	int c, s;
	const struct pair_of row = { RSA, ENCIPHER, "client.test" };
	pair_new(&p, TLS12, 0, 0);
	add(p.ccred, &row);
	gnutls_certificate_server_set_request(p.server.s, GNUTLS_CERT_REQUEST);
	gnutls_certificate_send_x509_rdn_sequence(p.server.s, 1);
	pair_handshake(&p, &c, &s);
	CHECK_IS(c, GNUTLS_E_KEY_USAGE_VIOLATION);
	pair_end(&p);
}

#ifdef OURS
/* A client accepts what it offers: in TLS 1.3 the number of ECDSA with SHA-256 means P-256 (GnuTLS refuses it). */
static void test_offered(void)
{
	const struct pair_of row = { P256, 0, "a.test" };
	struct pair p;
	pair_new(&p, TLS13, 0, 0);
	gnutls_certificate_free_keys(p.scred);
	add(p.scred, &row);
	CHECK_IS(gnutls_priority_set_direct(p.client.s, TLS13 ":-SIGN-ALL:+SIGN-RSA-PSS-RSAE-SHA256:+SIGN-ECDSA-SHA256", NULL), 0);
	HANDSHAKE(&p, 0, 0);
	CHECK_IS(gnutls_sign_algorithm_get(p.client.s), GNUTLS_SIGN_ECDSA_SECP256R1_SHA256);
	ECHO(&p);
	pair_end(&p);
}
#endif

/* The group that a server selects: the first of the client's list, or of its own if it is configured so, whether
 * or not it has a key share. */
static void test_group(const char *prio, const char *server, gnutls_group_t group)
{
	struct pair p;
	char mine[160], theirs[160];
	snprintf(mine, sizeof mine, "%s:-GROUP-ALL:+GROUP-SECP384R1:+GROUP-X25519", prio);
	snprintf(theirs, sizeof theirs, "%s:-GROUP-ALL:+GROUP-X25519:+GROUP-SECP384R1%s", prio, server);
	pair_new(&p, theirs, GNUTLS_KEY_SHARE_TOP, 0);
	CHECK_IS(gnutls_priority_set_direct(p.client.s, mine, NULL), 0);
	HANDSHAKE(&p, 0, 0);
	CHECK_IS(gnutls_group_get(p.client.s), group);
	CHECK_IS(gnutls_group_get(p.server.s), group);
	ECHO(&p);
	pair_end(&p);
}

static int retries;

static int count_retry(gnutls_session_t s, unsigned type, unsigned when, unsigned incoming, const gnutls_datum_t *message)
{
	(void)s;
	(void)type;
	(void)when;
	(void)incoming;
	(void)message;
	retries++;
	return 0;
}

/* Whether a server asks a client with these groups for another share: shares are of groups of different kinds, and X448 is
 * of the kind of X25519. */
static void test_shares(const char *groups, unsigned flags, const char *server, int want)
{
	char mine[160], theirs[160];
	struct pair p;

	snprintf(mine, sizeof mine, "%s:-GROUP-ALL:%s", TLS13, groups);
	snprintf(theirs, sizeof theirs, "%s:-GROUP-ALL:%s", TLS13, server);
	memset(&p, 0, sizeof p);
	p.ccred = credentials(NULL, NULL);
	p.scred = credentials(server_pem, server_key_pem);
	end_init(&p.client, &p.server, GNUTLS_CLIENT | flags, mine, p.ccred);
	end_init(&p.server, &p.client, GNUTLS_SERVER, theirs, p.scred);
	retries = 0;
	gnutls_handshake_set_hook_function(p.server.s, GNUTLS_HANDSHAKE_HELLO_RETRY_REQUEST, GNUTLS_HOOK_POST, count_retry);
	HANDSHAKE(&p, 0, 0);
	CHECK_IS(retries, want);
	pair_end(&p);
}

static void test_all_shares(void)
{
	static const char many[] = "+GROUP-X25519:+GROUP-X448:+GROUP-SECP256R1:+GROUP-SECP384R1:+GROUP-FFDHE2048";

	test_shares(many, 0, "+GROUP-X25519", 0);
	test_shares(many, 0, "+GROUP-SECP256R1", 0);
	test_shares(many, 0, "+GROUP-X448", 1);
	test_shares(many, 0, "+GROUP-FFDHE2048", 1);
	test_shares(many, GNUTLS_KEY_SHARE_TOP, "+GROUP-X25519", 0);
	test_shares(many, GNUTLS_KEY_SHARE_TOP, "+GROUP-SECP256R1", 1);
	test_shares(many, GNUTLS_KEY_SHARE_TOP2, "+GROUP-SECP256R1", 0);
	test_shares(many, GNUTLS_KEY_SHARE_TOP2, "+GROUP-FFDHE2048", 1);
	test_shares(many, GNUTLS_KEY_SHARE_TOP3, "+GROUP-FFDHE2048", 0);
	test_shares(many, GNUTLS_KEY_SHARE_TOP3, "+GROUP-SECP384R1", 1);
	/* The least of several flags counts. */
	test_shares(many, GNUTLS_KEY_SHARE_TOP | GNUTLS_KEY_SHARE_TOP3, "+GROUP-SECP256R1", 1);
}

/* A priority string without groups leaves what needs none: the key exchange of RSA. */
static void test_no_groups(void)
{
	const struct pair_of row = { RSA, 0, "a.test" };
	gnutls_priority_t priority;
	struct pair p;

	pair_new(&p, "NORMAL", 0, 0);
	gnutls_certificate_free_keys(p.scred);
	add(p.scred, &row);
	CHECK_IS(gnutls_priority_set_direct(p.server.s, "NORMAL:-GROUP-ALL", NULL), 0);
	HANDSHAKE(&p, 0, 0);
	CHECK_IS(gnutls_protocol_get_version(p.client.s), GNUTLS_TLS1_2);
	CHECK_IS(gnutls_kx_get(p.client.s), GNUTLS_KX_RSA);
	CHECK_IS(gnutls_group_get(p.client.s), 0);
	pair_end(&p);

	pair_new(&p, "NORMAL", 0, 0);
	gnutls_certificate_free_keys(p.scred);
	add(p.scred, &row);
	CHECK_IS(gnutls_priority_set_direct(p.client.s, "NORMAL:-GROUP-ALL", NULL), 0);
#ifdef OURS
	HANDSHAKE(&p, 0, 0);
	CHECK_IS(gnutls_protocol_get_version(p.server.s), GNUTLS_TLS1_2);
	CHECK_IS(gnutls_kx_get(p.server.s), GNUTLS_KX_RSA);
	/* A server with it crashes in GnuTLS. */
	CHECK_IS(gnutls_priority_init(&priority, "NORMAL:-VERS-ALL:+VERS-TLS1.3:-GROUP-ALL", NULL), GNUTLS_E_NO_PRIORITIES_WERE_SET);
#else
	/* It offers the cipher suites that need a group as well. */
	HANDSHAKE(&p, GNUTLS_E_ECC_UNSUPPORTED_CURVE, GNUTLS_E_AGAIN);
	CHECK_IS(gnutls_priority_init(&priority, "NORMAL:-VERS-ALL:+VERS-TLS1.3:-GROUP-ALL", NULL), 0);
	gnutls_priority_deinit(priority);
#endif
	pair_end(&p);
}

static int requested_in_retrieve;

static int requested(gnutls_session_t s)
{
	gnutls_sign_algorithm_t algorithm;
	int n = 0;

	while (gnutls_sign_algorithm_get_requested(s, n, &algorithm) == 0)
		n++;
	CHECK(gnutls_sign_algorithm_get_requested(s, n, &algorithm) == GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE);
	return n;
}

static int retrieve_nothing(gnutls_session_t s, const gnutls_datum_t *names, int n, const gnutls_pk_algorithm_t *keys,
			    int m, gnutls_pcert_st **chain, unsigned *length, gnutls_privkey_t *key)
{
	requested_in_retrieve = requested(s);
	*length = 0;
	return 0;
}

/* Each side knows which signatures the other asks for, in its order. */
static void test_requested(const char *prio)
{
	char chosen[200];
	gnutls_sign_algorithm_t algorithm = 0;
	struct pair p;

	snprintf(chosen, sizeof chosen, "%s:-SIGN-ALL:+SIGN-ECDSA-SHA384:+SIGN-ECDSA-SECP384R1-SHA384:+SIGN-ECDSA-SHA256:"
		 "+SIGN-ECDSA-SECP256R1-SHA256:+SIGN-RSA-PSS-RSAE-SHA256", prio);
	pair_new(&p, chosen, 0, 0);
	gnutls_certificate_server_set_request(p.server.s, GNUTLS_CERT_REQUEST);
	gnutls_certificate_set_retrieve_function2(p.ccred, retrieve_nothing);
	requested_in_retrieve = 0;
	CHECK_IS(requested(p.client.s), 0);
	CHECK_IS(requested(p.server.s), 0);
	HANDSHAKE(&p, 0, 0);
	CHECK_IS(requested(p.client.s), 3);
	CHECK_IS(requested(p.server.s), 3);
	CHECK_IS(requested_in_retrieve, 3);
	CHECK_IS(gnutls_sign_algorithm_get_requested(p.server.s, 0, &algorithm), 0);
	CHECK_IS(gnutls_sign_get_hash_algorithm(algorithm), GNUTLS_DIG_SHA384);
	CHECK_IS(gnutls_sign_algorithm_get_requested(p.server.s, 2, &algorithm), 0);
	CHECK_IS(algorithm, GNUTLS_SIGN_RSA_PSS_RSAE_SHA256);
	pair_end(&p);
}

static void versions(const char *client, const char *server, gnutls_protocol_t version)
{
	struct pair p;

	pair_of(&p, client, server, server_pem, server_key_pem);
	HANDSHAKE(&p, 0, 0);
	CHECK_IS(gnutls_protocol_get_version(p.client.s), version);
	pair_end(&p);
}

/* TLS 1.3 is not used beside older versions if TLS 1.2 is not enabled. */
static void test_gap(void)
{
	versions("NORMAL:-VERS-ALL:+VERS-TLS1.3:+VERS-TLS1.1", "NORMAL:+VERS-ALL", GNUTLS_TLS1_1);
	versions("NORMAL:-VERS-ALL:+VERS-TLS1.3:+VERS-TLS1.0", "NORMAL:+VERS-ALL", GNUTLS_TLS1_0);
	versions("NORMAL:+VERS-ALL", "NORMAL:-VERS-ALL:+VERS-TLS1.3:+VERS-TLS1.1", GNUTLS_TLS1_1);
	versions("NORMAL:-VERS-ALL:+VERS-TLS1.3:+VERS-TLS1.2", "NORMAL:+VERS-ALL", GNUTLS_TLS1_3);
}

int main(void)
{
	int i;
	make_keys();
	test_gap();
	test_usage();
	test_algorithm();
	for (i = 0; i < 2; i++) {
		test_448(both_versions[i]);
		test_requested(both_versions[i]);
		test_group(both_versions[i], "", GNUTLS_GROUP_SECP384R1);
		test_group(both_versions[i], ":%SERVER_PRECEDENCE", GNUTLS_GROUP_X25519);
	}
	test_client_usage();
	for (int required = 0; required < 2; required++) {
		test_unsuitable_client(TLS12, required);
#ifdef OURS
		test_unsuitable_client(TLS13, required);
#endif
	}
	test_no_groups();
	test_all_shares();
#ifdef OURS
	test_offered();
#endif
	for (i = 0; i < KINDS; i++)
		gnutls_x509_privkey_deinit(keys[i]);
	return check_result();
}
