/* Sessions whose master secret both sides have from elsewhere (gnutls_session_set_premaster). */
#include "sessions.h"

#define PLAIN "NORMAL:-VERS-ALL:+VERS-TLS1.2:+VERS-TLS1.0:+RSA:%NO_SESSION_HASH"

static unsigned char master[64], id[64];

static int set(gnutls_session_t s, unsigned entity, gnutls_protocol_t version, gnutls_kx_algorithm_t kx,
	       gnutls_cipher_algorithm_t cipher, gnutls_mac_algorithm_t mac, unsigned master_size, unsigned id_size)
{
	gnutls_datum_t m = { master, master_size }, i = { id, id_size };

	return gnutls_session_set_premaster(s, entity, version, kx, cipher, mac, GNUTLS_COMP_NULL, &m, &i);
}

/* One side only, or the other with another identifier: a full handshake. */
static void test_resumption(gnutls_protocol_t version, gnutls_kx_algorithm_t kx, gnutls_cipher_algorithm_t cipher,
			    gnutls_mac_algorithm_t mac, int client, int server, int same)
{
	struct pair p;
	int resumed = client && server && same;
	gnutls_datum_t secret;
	unsigned char got[32];
	size_t size = sizeof got;
	unsigned n;

	pair_new(&p, version == GNUTLS_TLS1_0 ? PLAIN ":-VERS-TLS1.2" : PLAIN, GNUTLS_NO_TICKETS, GNUTLS_NO_TICKETS);
	/* Neither a name nor a certificate belongs to such a session. */
	gnutls_server_name_set(p.client.s, GNUTLS_NAME_DNS, "www.example.com", 15);
	if (resumed)
		gnutls_certificate_server_set_request(p.server.s, GNUTLS_CERT_REQUIRE);
	if (client)
		CHECK_IS(set(p.client.s, GNUTLS_CLIENT, version, kx, cipher, mac, 48, 32), 0);
	if (!same)
		id[31] ^= 1;
	if (server)
		CHECK_IS(set(p.server.s, GNUTLS_SERVER, version, kx, cipher, mac, 48, 32), 0);
	if (!same)
		id[31] ^= 1;
	HANDSHAKE(&p, 0, 0);
	CHECK_IS(gnutls_session_is_resumed(p.client.s), resumed);
	CHECK_IS(gnutls_session_is_resumed(p.server.s), resumed);
	gnutls_session_get_master_secret(p.client.s, &secret);
	CHECK_IS(secret.size, 48);
	CHECK_IS(!memcmp(secret.data, master, 48), resumed);
	if (resumed) {
		CHECK_IS(gnutls_protocol_get_version(p.client.s), version);
		CHECK_IS(gnutls_kx_get(p.server.s), kx);
		CHECK_IS(gnutls_cipher_get(p.server.s), cipher);
		CHECK_IS(gnutls_mac_get(p.client.s), mac);
		CHECK_IS(gnutls_session_get_id(p.server.s, got, &size), 0);
		CHECK(size == 32 && !memcmp(got, id, 32));
		CHECK(gnutls_certificate_get_peers(p.client.s, &n) == NULL);
	}
	CHECK_IS(gnutls_record_send(p.client.s, "ping", 4), 4);
	CHECK_IS(gnutls_record_recv(p.server.s, got, sizeof got), 4);
	CHECK_IS(gnutls_record_send(p.server.s, "pong", 4), 4);
	CHECK_IS(gnutls_record_recv(p.client.s, got, sizeof got), 4);
	CHECK(!memcmp(got, "pong", 4));
	pair_end(&p);
}

#define AES GNUTLS_CIPHER_AES_128_CBC
#define SHA GNUTLS_MAC_SHA1
#define TLS GNUTLS_TLS1_2

static void test_refusals(void)
{
	struct pair p;
	gnutls_session_t s;
	gnutls_datum_t null = { NULL, 48 };

	pair_new(&p, PLAIN, 0, 0);
	s = p.client.s;
	CHECK_IS(set(s, GNUTLS_CLIENT, TLS, GNUTLS_KX_RSA, AES, SHA, 47, 32), GNUTLS_E_INVALID_REQUEST);
	CHECK_IS(set(s, GNUTLS_CLIENT, TLS, GNUTLS_KX_RSA, AES, SHA, 49, 32), GNUTLS_E_INVALID_REQUEST);
	CHECK_IS(set(s, GNUTLS_CLIENT, TLS, GNUTLS_KX_RSA, AES, SHA, 48, 33), GNUTLS_E_INVALID_REQUEST);
	CHECK_IS(set(s, GNUTLS_CLIENT, TLS, (gnutls_kx_algorithm_t)99, AES, SHA, 48, 32), GNUTLS_E_INVALID_REQUEST);
	CHECK_IS(set(s, GNUTLS_CLIENT, TLS, GNUTLS_KX_RSA, (gnutls_cipher_algorithm_t)999, SHA, 48, 32), GNUTLS_E_INVALID_REQUEST);
	CHECK_IS(set(s, GNUTLS_CLIENT, TLS, GNUTLS_KX_RSA, AES, GNUTLS_MAC_SHA512, 48, 32), GNUTLS_E_INVALID_REQUEST);
	CHECK_IS(set(s, GNUTLS_CLIENT, (gnutls_protocol_t)99, GNUTLS_KX_RSA, AES, SHA, 48, 32), GNUTLS_E_INVALID_REQUEST);
#ifdef OURS
	/* GnuTLS takes what no handshake can use, and crashes at NULL. */
	CHECK_IS(set(s, GNUTLS_CLIENT, GNUTLS_TLS1_3, GNUTLS_KX_RSA, AES, SHA, 48, 32), GNUTLS_E_INVALID_REQUEST);
	CHECK_IS(set(NULL, GNUTLS_CLIENT, TLS, GNUTLS_KX_RSA, AES, SHA, 48, 32), GNUTLS_E_INVALID_REQUEST);
	CHECK_IS(gnutls_session_set_premaster(s, GNUTLS_CLIENT, TLS, GNUTLS_KX_RSA, AES, SHA, 1, NULL, &null),
		 GNUTLS_E_INVALID_REQUEST);
	CHECK_IS(gnutls_session_set_premaster(s, GNUTLS_CLIENT, TLS, GNUTLS_KX_RSA, AES, SHA, 1, &null, NULL),
		 GNUTLS_E_INVALID_REQUEST);
#endif
	(void)null;
	/* What was refused has left nothing behind. */
	HANDSHAKE(&p, 0, 0);
	CHECK_IS(gnutls_session_is_resumed(s), 0);
	pair_end(&p);
}

/* Where both sides have extended_master_secret, such a session is not resumed (RFC 7627). */
static void test_session_hash(void)
{
	struct pair p;

	pair_new(&p, "NORMAL:-VERS-ALL:+VERS-TLS1.2:+RSA", 0, 0);
	set(p.client.s, GNUTLS_CLIENT, GNUTLS_TLS1_2, GNUTLS_KX_RSA, GNUTLS_CIPHER_AES_128_GCM, GNUTLS_MAC_AEAD, 48, 32);
	HANDSHAKE(&p, 0, 0);
	CHECK_IS(gnutls_session_is_resumed(p.client.s), 0);
	pair_end(&p);
#ifdef OURS
	/* GnuTLS's server fails with an internal error. */
	pair_new(&p, "NORMAL:-VERS-ALL:+VERS-TLS1.2:+RSA", 0, 0);
	set(p.client.s, GNUTLS_CLIENT, GNUTLS_TLS1_2, GNUTLS_KX_RSA, GNUTLS_CIPHER_AES_128_GCM, GNUTLS_MAC_AEAD, 48, 32);
	set(p.server.s, GNUTLS_SERVER, GNUTLS_TLS1_2, GNUTLS_KX_RSA, GNUTLS_CIPHER_AES_128_GCM, GNUTLS_MAC_AEAD, 48, 32);
	HANDSHAKE(&p, 0, 0);
	CHECK_IS(gnutls_session_is_resumed(p.client.s), 0);
	CHECK_IS(gnutls_session_is_resumed(p.server.s), 0);
	pair_end(&p);
#endif
}

int main(void)
{
	memset(master, 0x5a, sizeof master);
	memset(id, 0xa5, sizeof id);
	test_resumption(GNUTLS_TLS1_2, GNUTLS_KX_RSA, GNUTLS_CIPHER_AES_128_CBC, GNUTLS_MAC_SHA1, 1, 1, 1);
	test_resumption(GNUTLS_TLS1_2, GNUTLS_KX_RSA, GNUTLS_CIPHER_AES_256_GCM, GNUTLS_MAC_AEAD, 1, 1, 1);
	test_resumption(GNUTLS_TLS1_2, GNUTLS_KX_ECDHE_RSA, GNUTLS_CIPHER_AES_128_GCM, GNUTLS_MAC_AEAD, 1, 1, 1);
	test_resumption(GNUTLS_TLS1_0, GNUTLS_KX_RSA, GNUTLS_CIPHER_AES_128_CBC, GNUTLS_MAC_SHA1, 1, 1, 1);
	test_resumption(GNUTLS_TLS1_2, GNUTLS_KX_RSA, GNUTLS_CIPHER_AES_128_CBC, GNUTLS_MAC_SHA1, 1, 0, 1);
	test_resumption(GNUTLS_TLS1_2, GNUTLS_KX_RSA, GNUTLS_CIPHER_AES_128_CBC, GNUTLS_MAC_SHA1, 0, 1, 1);
	test_resumption(GNUTLS_TLS1_2, GNUTLS_KX_RSA, GNUTLS_CIPHER_AES_128_CBC, GNUTLS_MAC_SHA1, 1, 1, 0);
	test_refusals();
	test_session_hash();
	return check_result();
}
