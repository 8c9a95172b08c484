/* Settings before the handshake and getters after it. */
#include "sessions.h"
#include <errno.h>

static void test_setting(void)
{
	gnutls_session_t s;
	gnutls_certificate_credentials_t cred = credentials(NULL, NULL), found = NULL;
	gnutls_priority_t prio;
	const char *where = NULL, *bad = "NORMAL:+NOTHING";
	int mark;

	gnutls_deinit(NULL);
	CHECK_IS(gnutls_init(&s, GNUTLS_CLIENT), 0);
	CHECK(gnutls_session_get_ptr(s) == NULL);
	gnutls_session_set_ptr(s, &mark);
	CHECK(gnutls_session_get_ptr(s) == &mark);

	CHECK_IS(gnutls_credentials_get(s, GNUTLS_CRD_CERTIFICATE, (void **)&found), GNUTLS_E_INVALID_REQUEST);
	CHECK_IS(gnutls_credentials_set(s, GNUTLS_CRD_CERTIFICATE, cred), 0);
	CHECK_IS(gnutls_credentials_get(s, GNUTLS_CRD_CERTIFICATE, (void **)&found), 0);
	CHECK(found == cred);
	CHECK_IS(gnutls_credentials_get(s, GNUTLS_CRD_PSK, (void **)&found), GNUTLS_E_INVALID_REQUEST);
	gnutls_credentials_clear(s);
	CHECK_IS(gnutls_credentials_get(s, GNUTLS_CRD_CERTIFICATE, (void **)&found), GNUTLS_E_INVALID_REQUEST);

	CHECK_IS(gnutls_priority_set_direct(s, TLS13, NULL), 0);
	CHECK_IS(gnutls_priority_set_direct(s, bad, &where), GNUTLS_E_INVALID_REQUEST);
	CHECK(where == bad + 7);
	CHECK_IS(gnutls_set_default_priority(s), 0);
	CHECK_IS(gnutls_set_default_priority_append(s, "-VERS-TLS1.3", NULL, 0), 0);
	CHECK_IS(gnutls_set_default_priority_append(s, "+NOTHING", &where, 0), GNUTLS_E_INVALID_REQUEST);
	CHECK_IS(gnutls_priority_init(&prio, TLS12, NULL), 0);
	CHECK_IS(gnutls_priority_set(s, prio), 0);
	gnutls_priority_deinit(prio);
	gnutls_deinit(s);
	gnutls_certificate_free_credentials(cred);
}

/* The workarounds for broken peers change nothing for a correct one. */
static void test_compatibility_mode(const char *prio)
{
	struct pair p;

	pair_new(&p, prio, 0, 0);
	gnutls_session_enable_compatibility_mode(p.client.s);
	gnutls_session_enable_compatibility_mode(p.server.s);
	HANDSHAKE(&p, 0, 0);
	ECHO(&p);
	pair_end(&p);
}

/* Before the handshake the getters have no values. */
static void test_before(void)
{
	struct pair p;
	gnutls_datum_t d, e;
	char out[16];

	pair_new(&p, TLS13, 0, 0);
	gnutls_session_t s = p.client.s;
	CHECK_IS(gnutls_cipher_get(s), GNUTLS_CIPHER_NULL);
	CHECK_IS(gnutls_mac_get(s), GNUTLS_MAC_NULL);
	CHECK_IS(gnutls_kx_get(s), 0);
	CHECK_IS(gnutls_group_get(s), 0);
	CHECK_IS(gnutls_ecc_curve_get(s), 0);
	CHECK(gnutls_session_get_desc(s) == NULL);
	CHECK_IS(gnutls_session_is_resumed(s), 0);
	CHECK_IS(gnutls_sign_algorithm_get(s), 0);
	CHECK_IS(gnutls_sign_algorithm_get_client(s), 0);
	CHECK_IS(gnutls_session_ext_master_secret_status(s), 0);
	CHECK_IS(gnutls_session_channel_binding(s, GNUTLS_CB_TLS_UNIQUE, &d), GNUTLS_E_CHANNEL_BINDING_NOT_AVAILABLE);
	CHECK_IS(gnutls_session_channel_binding(s, GNUTLS_CB_TLS_EXPORTER, &d), GNUTLS_E_CHANNEL_BINDING_NOT_AVAILABLE);
	CHECK_IS(gnutls_session_channel_binding(s, GNUTLS_CB_TLS_SERVER_END_POINT, &d),
		 GNUTLS_E_CHANNEL_BINDING_NOT_AVAILABLE);
	CHECK_IS(gnutls_handshake_get_last_in(s), (gnutls_handshake_description_t)-1);
	CHECK_IS(gnutls_handshake_get_last_out(s), (gnutls_handshake_description_t)-1);
	CHECK_IS(gnutls_alert_get(s), 0);
	CHECK_IS(gnutls_record_recv(s, out, sizeof out), GNUTLS_E_UNAVAILABLE_DURING_HANDSHAKE);
	CHECK_IS(gnutls_record_send(s, "x", 1), GNUTLS_E_UNAVAILABLE_DURING_HANDSHAKE);
	/* The session can still be used. */
	CHECK_IS(gnutls_handshake(s), GNUTLS_E_AGAIN);
	gnutls_session_get_master_secret(s, &d);
	gnutls_session_get_random(s, &d, &e);
	CHECK(gnutls_certificate_get_ours(s) == NULL);
	unsigned n = 7;
	CHECK(gnutls_certificate_get_peers(s, &n) == NULL);
	pair_end(&p);
}

static void same(const gnutls_datum_t *a, const gnutls_datum_t *b, unsigned size)
{
	CHECK_IS(a->size, size);
	CHECK_IS(b->size, size);
	CHECK(a->size == b->size && !memcmp(a->data, b->data, a->size));
}

/* Both sides derive the same values. */
static void test_derived(struct pair *p, int tls13)
{
	gnutls_session_t c = p->client.s, s = p->server.s;
	gnutls_datum_t a, b, a2, b2;
	char x[3][40], y[40];
	int expected = tls13 ? GNUTLS_E_CHANNEL_BINDING_NOT_AVAILABLE : 0;

	CHECK_IS(gnutls_session_channel_binding(c, GNUTLS_CB_TLS_UNIQUE, &a), expected);
	CHECK_IS(gnutls_session_channel_binding(s, GNUTLS_CB_TLS_UNIQUE, &b), expected);
	if (!tls13) {
		same(&a, &b, 12);
		gnutls_free(a.data);
		gnutls_free(b.data);
	}
	CHECK_IS(gnutls_session_channel_binding(c, GNUTLS_CB_TLS_SERVER_END_POINT, &a), 0);
	CHECK_IS(gnutls_session_channel_binding(s, GNUTLS_CB_TLS_SERVER_END_POINT, &b), 0);
	same(&a, &b, 32);
	gnutls_free(a.data);
	gnutls_free(b.data);
	CHECK_IS(gnutls_session_channel_binding(c, GNUTLS_CB_TLS_EXPORTER, &a), 0);
	CHECK_IS(gnutls_session_channel_binding(s, GNUTLS_CB_TLS_EXPORTER, &b), 0);
	same(&a, &b, 32);
	CHECK_IS(gnutls_prf_rfc5705(c, 24, "EXPORTER-Channel-Binding", 0, "", 32, y), 0);
	CHECK(!memcmp(a.data, y, 32));
	gnutls_free(a.data);
	gnutls_free(b.data);
	CHECK(gnutls_session_channel_binding(c, 77, &a) == GNUTLS_E_UNIMPLEMENTED_FEATURE);

	CHECK_IS(gnutls_prf_rfc5705(c, 5, "label", 0, NULL, 40, x[0]), 0);
	CHECK_IS(gnutls_prf_rfc5705(s, 5, "label", 0, NULL, 40, y), 0);
	CHECK(!memcmp(x[0], y, 40));
	CHECK_IS(gnutls_prf_rfc5705(c, 5, "label", 3, "abc", 40, x[1]), 0);
	CHECK_IS(gnutls_prf_rfc5705(s, 5, "label", 3, "abc", 40, y), 0);
	CHECK(!memcmp(x[1], y, 40) && memcmp(x[0], y, 40));
	CHECK_IS(gnutls_prf(c, 5, "label", 0, 0, NULL, 40, x[2]), 0);
	CHECK_IS(gnutls_prf(s, 5, "label", 0, 0, NULL, 40, y), 0);
	CHECK(!memcmp(x[2], y, 40));
	CHECK(!memcmp(x[2], x[0], 40));
	CHECK_IS(gnutls_prf(s, 5, "label", 1, 0, NULL, 40, y), tls13 ? GNUTLS_E_INVALID_REQUEST : 0);
	if (!tls13)
		CHECK(memcmp(x[2], y, 40));
	CHECK_IS(gnutls_prf(s, 5, "label", 0, 3, "abc", 40, y), tls13 ? GNUTLS_E_INVALID_REQUEST : 0);

	gnutls_session_get_random(c, &a, &a2);
	gnutls_session_get_random(s, &b, &b2);
	same(&a, &b, 32);
	same(&a2, &b2, 32);
	if (!tls13) {
		gnutls_datum_t m, n;
		char seed[64];
		gnutls_session_get_master_secret(c, &m);
		gnutls_session_get_master_secret(s, &n);
		same(&m, &n, 48);
		memcpy(seed, a.data, 32);
		memcpy(seed + 32, a2.data, 32);
		CHECK_IS(gnutls_prf_raw(c, 5, "label", 64, seed, 40, y), 0);
		CHECK(!memcmp(x[2], y, 40));
	}
}

/* RFC 9266 section 4.2: before TLS 1.3 there is a tls-exporter only with the extended master secret. */
static void test_exporter_binding(void)
{
	struct pair p;
	gnutls_datum_t d;
	pair_new(&p, TLS12 ":%NO_SESSION_HASH", 0, 0);
	HANDSHAKE(&p, 0, 0);
	CHECK_IS(gnutls_session_channel_binding(p.client.s, GNUTLS_CB_TLS_EXPORTER, &d),
		 GNUTLS_E_CHANNEL_BINDING_NOT_AVAILABLE);
	CHECK_IS(gnutls_session_channel_binding(p.server.s, GNUTLS_CB_TLS_EXPORTER, &d),
		 GNUTLS_E_CHANNEL_BINDING_NOT_AVAILABLE);
	pair_end(&p);
}

/* Until the hellos decide it, the version is the first of the priorities, and that of the client's hello once it is sent. */
static void test_early_version(void)
{
	static const struct {
		const char *prio;
		gnutls_protocol_t before, hello;
	} rows[] = {
		{ TLS12, GNUTLS_TLS1_2, GNUTLS_TLS1_2 },
		{ TLS13, GNUTLS_TLS1_3, GNUTLS_TLS1_2 },
		{ "NORMAL", GNUTLS_TLS1_3, GNUTLS_TLS1_2 },
		{ "NORMAL:-VERS-ALL:+VERS-TLS1.0:+VERS-TLS1.1", GNUTLS_TLS1_0, GNUTLS_TLS1_1 },
	};
	size_t i;
	for (i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct pair p;
		pair_new(&p, rows[i].prio, 0, 0);
		CHECK_IS(gnutls_protocol_get_version(p.client.s), rows[i].before);
		CHECK_IS(gnutls_protocol_get_version(p.server.s), rows[i].before);
		CHECK_IS(gnutls_handshake(p.client.s), GNUTLS_E_AGAIN);
		CHECK_IS(gnutls_protocol_get_version(p.client.s), rows[i].hello);
		pair_end(&p);
	}
	gnutls_session_t bare;
	CHECK_IS(gnutls_init(&bare, GNUTLS_CLIENT), 0);
	CHECK_IS(gnutls_protocol_get_version(bare), GNUTLS_VERSION_UNKNOWN);
	gnutls_deinit(bare);
}

static void test_after(const char *prio, int tls13)
{
	struct pair p;
	int side;
	char *desc;

	pair_new(&p, prio, 0, 0);
	HANDSHAKE(&p, 0, 0);
	for (side = 0; side < 2; side++) {
		gnutls_session_t s = side ? p.server.s : p.client.s;
		CHECK_IS(gnutls_protocol_get_version(s), tls13 ? GNUTLS_TLS1_3 : GNUTLS_TLS1_2);
		CHECK_IS(gnutls_cipher_get(s), GNUTLS_CIPHER_AES_256_GCM);
		CHECK_IS(gnutls_mac_get(s), GNUTLS_MAC_AEAD);
		CHECK_IS(gnutls_kx_get(s), tls13 ? GNUTLS_KX_ECDHE_RSA : GNUTLS_KX_ECDHE_ECDSA);
		CHECK_IS(gnutls_group_get(s), GNUTLS_GROUP_SECP256R1);
		CHECK_IS(gnutls_ecc_curve_get(s), GNUTLS_ECC_CURVE_SECP256R1);
		CHECK_IS(gnutls_prf_hash_get(s), GNUTLS_DIG_SHA384);
		CHECK_IS(gnutls_sign_algorithm_get(s), tls13 ? GNUTLS_SIGN_ECDSA_SECP256R1_SHA256 : GNUTLS_SIGN_ECDSA_SHA256);
		CHECK_IS(gnutls_sign_algorithm_get_client(s), 0);
		CHECK_IS(gnutls_compression_get(s), GNUTLS_COMP_NULL);
		CHECK_IS(gnutls_certificate_type_get(s), GNUTLS_CRT_X509);
		CHECK_IS(gnutls_certificate_type_get2(s, GNUTLS_CTYPE_SERVER), GNUTLS_CRT_X509);
		CHECK_IS(gnutls_certificate_type_get2(s, GNUTLS_CTYPE_CLIENT), GNUTLS_CRT_X509);
		CHECK_IS(gnutls_auth_get_type(s), GNUTLS_CRD_CERTIFICATE);
		CHECK_IS(gnutls_auth_server_get_type(s), GNUTLS_CRD_CERTIFICATE);
		CHECK_IS(gnutls_auth_client_get_type(s), GNUTLS_CRD_CERTIFICATE);
		CHECK_IS(gnutls_session_is_resumed(s), 0);
		/* TLS 1.3 does not use these, but a server returns what the client offered. */
		CHECK_IS(gnutls_safe_renegotiation_status(s), !tls13 || side);
		CHECK_IS(gnutls_session_etm_status(s), 0);
		CHECK_IS(gnutls_session_ext_master_secret_status(s), !tls13 || side);
		CHECK_IS(gnutls_session_get_flags(s),
			 GNUTLS_SFLAGS_CLI_REQUESTED_OCSP |
				 (!tls13 || side ? GNUTLS_SFLAGS_SAFE_RENEGOTIATION | GNUTLS_SFLAGS_EXT_MASTER_SECRET : 0));
		CHECK(!strcmp(gnutls_ciphersuite_get(s),
			      tls13 ? "TLS_AES_256_GCM_SHA384" : "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384"));
		desc = gnutls_session_get_desc(s);
		CHECK(desc && !strcmp(desc, tls13 ? "(TLS1.3)-(ECDHE-SECP256R1)-(ECDSA-SECP256R1-SHA256)-(AES-256-GCM)"
						  : "(TLS1.2)-(ECDHE-SECP256R1)-(ECDSA-SHA256)-(AES-256-GCM)"));
		gnutls_free(desc);
		if (tls13)
			CHECK_IS(gnutls_handshake(s), 0);
	}
	test_derived(&p, tls13);
	ECHO(&p);
	pair_end(&p);
}

/* Each suite and group by itself: the getters return it. */
static void test_choices(void)
{
	static const struct { const char *name; int id; } ciphers[] = {
		{ "AES-128-GCM", GNUTLS_CIPHER_AES_128_GCM },
		{ "AES-256-GCM", GNUTLS_CIPHER_AES_256_GCM },
		{ "CHACHA20-POLY1305", GNUTLS_CIPHER_CHACHA20_POLY1305 },
	}, groups[] = {
		{ "X25519", GNUTLS_GROUP_X25519 },
		{ "SECP256R1", GNUTLS_GROUP_SECP256R1 },
		{ "SECP384R1", GNUTLS_GROUP_SECP384R1 },
		{ "SECP521R1", GNUTLS_GROUP_SECP521R1 },
	};
	unsigned c, g, v;
	char prio[200];
	struct pair p;

	for (v = 0; v < 2; v++)
		for (c = 0; c < 3; c++)
			for (g = 0; g < 4; g++) {
				snprintf(prio, sizeof prio, "%s:-CIPHER-ALL:+%s:-GROUP-ALL:+GROUP-%s%s", both_versions[v],
					 ciphers[c].name, groups[g].name, v || g == 1 ? "" : ":+GROUP-SECP256R1");
				pair_new(&p, prio, 0, 0);
				HANDSHAKE(&p, 0, 0);
				CHECK_IS(gnutls_cipher_get(p.client.s), ciphers[c].id);
				CHECK_IS(gnutls_cipher_get(p.server.s), ciphers[c].id);
				CHECK_IS(gnutls_group_get(p.client.s), groups[g].id);
				CHECK_IS(gnutls_group_get(p.server.s), groups[g].id);
				ECHO(&p);
				pair_end(&p);
			}
}

/* The groups that TLS 1.3 alone has: finite fields, and hybrids of a curve and ML-KEM. */
static void test_groups13(void)
{
	static const struct { const char *name; int id, kx; const char *desc; } groups[] = {
		{ "FFDHE2048", GNUTLS_GROUP_FFDHE2048, GNUTLS_KX_DHE_RSA, "(DHE-FFDHE2048)" },
		{ "FFDHE3072", GNUTLS_GROUP_FFDHE3072, GNUTLS_KX_DHE_RSA, "(DHE-FFDHE3072)" },
		{ "FFDHE4096", GNUTLS_GROUP_FFDHE4096, GNUTLS_KX_DHE_RSA, "(DHE-FFDHE4096)" },
		{ "FFDHE6144", GNUTLS_GROUP_FFDHE6144, GNUTLS_KX_DHE_RSA, "(DHE-FFDHE6144)" },
		{ "FFDHE8192", GNUTLS_GROUP_FFDHE8192, GNUTLS_KX_DHE_RSA, "(DHE-FFDHE8192)" },
		{ "X448", GNUTLS_GROUP_X448, GNUTLS_KX_ECDHE_RSA, "(ECDHE-X448)" },
#ifdef OURS
		/* Debian builds GnuTLS without ML-KEM. */
		{ "X25519-MLKEM768", GNUTLS_GROUP_EXP_X25519_MLKEM768, GNUTLS_KX_ECDHE_RSA, "(ECDHE-X25519-MLKEM768)" },
		{ "SECP256R1-MLKEM768", GNUTLS_GROUP_EXP_SECP256R1_MLKEM768, GNUTLS_KX_ECDHE_RSA, "(ECDHE-SECP256R1-MLKEM768)" },
		{ "SECP384R1-MLKEM1024", GNUTLS_GROUP_EXP_SECP384R1_MLKEM1024, GNUTLS_KX_ECDHE_RSA, "(ECDHE-SECP384R1-MLKEM1024)" },
#endif
	};
	/* The client's share is for this group, or for another one first. */
	static const char *const first[] = { "", ":+GROUP-SECP521R1" };

	for (size_t g = 0; g < sizeof groups / sizeof groups[0]; g++)
		for (int retry = 0; retry < 2; retry++) {
			struct pair p;
			char prio[200], *desc;

			snprintf(prio, sizeof prio, "%s:-GROUP-ALL%s:+GROUP-%s", TLS13, first[retry], groups[g].name);
			pair_new(&p, prio, GNUTLS_KEY_SHARE_TOP, 0);
			snprintf(prio, sizeof prio, "%s:-GROUP-ALL:+GROUP-%s", TLS13, groups[g].name);
			CHECK_IS(gnutls_priority_set_direct(p.server.s, prio, NULL), 0);
			HANDSHAKE(&p, 0, 0);
			CHECK_IS(gnutls_group_get(p.client.s), groups[g].id);
			CHECK_IS(gnutls_group_get(p.server.s), groups[g].id);
			CHECK_IS(gnutls_kx_get(p.client.s), groups[g].kx);
			desc = gnutls_session_get_desc(p.client.s);
			CHECK(desc && strstr(desc, groups[g].desc));
			gnutls_free(desc);
			/* They are for what TLS 1.2 has. */
			CHECK_IS(gnutls_dh_get_prime_bits(p.client.s), 0);
			CHECK_IS(gnutls_dh_get_secret_bits(p.client.s), 0);
			ECHO(&p);
			pair_end(&p);
		}
}

#ifdef OURS
static unsigned hellos;

static int count_hello(gnutls_session_t s)
{
	hellos++;
	return 0;
}

/* Nobody has asked for a hybrid: it is offered first, and a peer without it costs no round trip. */
static void test_hybrid_by_default(void)
{
	struct pair p;

	pair_new(&p, "NORMAL", 0, 0);
	CHECK_IS(gnutls_handshake(p.client.s), GNUTLS_E_AGAIN);
	/* The share has 1,216 bytes; another one, of a curve, is beside it. */
	CHECK(p.server.in.used > 1216 + 65 && p.server.in.used < 2000);
	HANDSHAKE(&p, 0, 0);
	CHECK_IS(gnutls_group_get(p.client.s), GNUTLS_GROUP_EXP_X25519_MLKEM768);
	ECHO(&p);
	pair_end(&p);

	pair_new(&p, "NORMAL", 0, 0);
	CHECK_IS(gnutls_priority_set_direct(p.server.s, "NORMAL:-GROUP-ALL:+GROUP-SECP256R1", NULL), 0);
	gnutls_handshake_set_post_client_hello_function(p.server.s, count_hello);
	HANDSHAKE(&p, 0, 0);
	CHECK_IS(gnutls_group_get(p.client.s), GNUTLS_GROUP_SECP256R1);
	/* Without a HelloRetryRequest the server sees one ClientHello. */
	CHECK_IS(hellos, 1);
	pair_end(&p);

	/* TLS 1.2 has no hybrids. */
	pair_new(&p, TLS12, 0, 0);
	CHECK_IS(gnutls_handshake(p.client.s), GNUTLS_E_AGAIN);
	CHECK(p.server.in.used < 500);
	HANDSHAKE(&p, 0, 0);
	CHECK_IS(gnutls_group_get(p.client.s), GNUTLS_GROUP_SECP256R1);
	pair_end(&p);
}
#endif

static void test_id(const char *prio)
{
	struct pair p;
	unsigned char id[64], small[1];
	size_t size = sizeof id, none = 0;
	gnutls_datum_t d;

	pair_new(&p, prio, GNUTLS_NO_TICKETS, GNUTLS_NO_TICKETS);
	HANDSHAKE(&p, 0, 0);
	CHECK_IS(gnutls_session_get_id(p.client.s, id, &size), 0);
	CHECK_IS(size, 32);
	CHECK_IS(gnutls_session_get_id2(p.client.s, &d), 0);
	CHECK_IS(d.size, size);
	CHECK(!memcmp(d.data, id, size));
	CHECK_IS(gnutls_session_get_id2(p.server.s, &d), 0);
	CHECK_IS(d.size, size);
	CHECK_IS(gnutls_session_get_id(p.client.s, NULL, &none), 0);
	CHECK_IS(none, 32);
	none = 1;
	CHECK_IS(gnutls_session_get_id(p.client.s, small, &none), GNUTLS_E_SHORT_MEMORY_BUFFER);
	pair_end(&p);
}

/* If raw public keys were possible, the description names X.509. */
static void test_types(const char *prio, const char *server, const char *client)
{
	struct pair p;
	char *desc;

	pair_new(&p, prio, GNUTLS_ENABLE_RAWPK, 0);
	HANDSHAKE(&p, 0, 0);
	desc = gnutls_session_get_desc(p.client.s);
	CHECK(desc && !strncmp(desc, client, strlen(client)));
	gnutls_free(desc);
	desc = gnutls_session_get_desc(p.server.s);
	CHECK(desc && !strncmp(desc, server, strlen(server)));
	gnutls_free(desc);
	pair_end(&p);
}

#ifdef OURS
static ssize_t release(gnutls_transport_ptr_t p, const void *data, size_t n)
{
	gnutls_deinit(p);
	return n;
}

static ssize_t nothing(gnutls_transport_ptr_t p, void *data, size_t n)
{
	errno = EAGAIN;
	return -1;
}

/* A session is not freed while a call uses it. GnuTLS crashes. */
static void test_deinit_in_callback(void)
{
	gnutls_certificate_credentials_t cred;
	gnutls_session_t s;

	gnutls_certificate_allocate_credentials(&cred);
	CHECK_IS(gnutls_init(&s, GNUTLS_CLIENT), 0);
	gnutls_set_default_priority(s);
	gnutls_credentials_set(s, GNUTLS_CRD_CERTIFICATE, cred);
	gnutls_session_set_ptr(s, &cred);
	gnutls_transport_set_ptr(s, s);
	gnutls_transport_set_push_function(s, release);
	gnutls_transport_set_pull_function(s, nothing);
	CHECK_IS(gnutls_handshake(s), GNUTLS_E_AGAIN);
	CHECK(gnutls_session_get_ptr(s) == &cred);
	gnutls_transport_set_push_function(s, NULL);
	gnutls_deinit(s);
	gnutls_certificate_free_credentials(cred);
}
#endif

int main(void)
{
	test_types(TLS12, "(TLS1.2)-(", "(TLS1.2-X.509)-(");
	test_types(TLS13, "(TLS1.3)-(", "(TLS1.3-X.509)-(");
	test_setting();
	test_compatibility_mode(TLS12);
	test_compatibility_mode(TLS13);
	test_before();
	test_after(TLS12, 0);
	/* Without the hybrids that ours has first. */
	test_after("NORMAL:-GROUP-ALL:+GROUP-SECP256R1:+GROUP-X25519", 1);
	test_choices();
	test_groups13();
#ifdef OURS
	test_hybrid_by_default();
	test_deinit_in_callback();
#endif
	test_id(TLS12);
	test_id(TLS13);
	test_exporter_binding();
	test_early_version();
	return check_result();
}
