/* Every cipher suite but those with SRP, in each version that has it, with and without encrypt-then-MAC: what it is called, the
 * size of its records, that a session is resumed with it, and for RSA, ECDHE and TLS 1.3 that it refuses changed ones. */
#include "sessions.h"
#include "dsa.h"
#include <gnutls/crypto.h>

static gnutls_certificate_credentials_t client_cred, rsa_cred, ec_cred, dsa_cred;
static gnutls_anon_client_credentials_t anon_client;
static gnutls_anon_server_credentials_t anon_server;
static gnutls_psk_client_credentials_t psk_client;
static gnutls_psk_server_credentials_t psk_server;
static gnutls_datum_t ticket_key;

struct suite {
	const char *name;
	gnutls_kx_algorithm_t kx;
	gnutls_cipher_algorithm_t cipher;
	gnutls_mac_algorithm_t mac;
	gnutls_protocol_t version;
	int etm;
};

static int is_block(gnutls_cipher_algorithm_t c)
{
	return c == GNUTLS_CIPHER_3DES_CBC || c == GNUTLS_CIPHER_AES_128_CBC || c == GNUTLS_CIPHER_AES_256_CBC ||
	       c == GNUTLS_CIPHER_CAMELLIA_128_CBC || c == GNUTLS_CIPHER_CAMELLIA_256_CBC;
}

/* The payload of a record of n bytes of content: RFC 5246 section 6.2.3, RFC 7366, RFC 8446 section 5.2. Padding of block
 * ciphers is as short as it can be. */
static size_t payload(const struct suite *s, size_t n)
{
	size_t mac = gnutls_hmac_get_len(s->mac), block = gnutls_cipher_get_block_size(s->cipher);
	size_t tag = gnutls_cipher_get_tag_size(s->cipher), inside = s->etm ? 0 : mac;
	if (is_block(s->cipher))
		return (s->version == GNUTLS_TLS1_0 ? 0 : block) + (n + inside + 1 + block - 1) / block * block + mac - inside;
	if (s->mac != GNUTLS_MAC_AEAD)
		return n + mac;
	if (s->version == GNUTLS_TLS1_3)
		return n + 1 + tag;
	return n + tag + (s->cipher == GNUTLS_CIPHER_CHACHA20_POLY1305 ? 0 : 8);
}

/* Connected with this suite; data is that of a session to resume, or NULL. */
static void suite_pair(struct pair *p, const struct suite *s, const gnutls_datum_t *data)
{
	char prio[320];
	gnutls_certificate_credentials_t cred = s->kx == GNUTLS_KX_ECDHE_ECDSA ? ec_cred : s->kx == GNUTLS_KX_DHE_DSS ? dsa_cred : rsa_cred;
	snprintf(prio, sizeof prio, "NONE:+VERS-%s:+%s:+%s:+%s:+SIGN-ALL:+SIGN-DSA-SHA1:+SIGN-DSA-SHA256:+GROUP-SECP256R1:+GROUP-FFDHE2048:+CTYPE-X509%s",
		 gnutls_protocol_get_name(s->version), gnutls_cipher_get_name(s->cipher),
		 s->mac == GNUTLS_MAC_AEAD ? "AEAD" : gnutls_mac_get_name(s->mac), gnutls_kx_get_name(s->kx), s->etm ? "" : ":%NO_ETM");
	memset(p, 0, sizeof *p);
	end_init(&p->client, &p->server, GNUTLS_CLIENT, prio, client_cred);
	end_init(&p->server, &p->client, GNUTLS_SERVER, prio, cred);
	gnutls_credentials_set(p->client.s, GNUTLS_CRD_ANON, anon_client);
	gnutls_credentials_set(p->server.s, GNUTLS_CRD_ANON, anon_server);
	gnutls_credentials_set(p->client.s, GNUTLS_CRD_PSK, psk_client);
	gnutls_credentials_set(p->server.s, GNUTLS_CRD_PSK, psk_server);
	CHECK_IS(gnutls_session_ticket_enable_server(p->server.s, &ticket_key), 0);
	if (data)
		CHECK_IS(gnutls_session_set_data(p->client.s, data->data, data->size), 0);
	HANDSHAKE(p, 0, 0);
}

/* The names that IANA registers: those of anonymous key exchanges and two of PSK are not like GnuTLS's own. */
static void check_registered_name(gnutls_session_t t, const struct suite *s)
{
	static const struct {
		gnutls_kx_algorithm_t kx;
		const char *start;
	} starts[] = {
		{ GNUTLS_KX_RSA, "TLS_RSA_WITH_" },
		{ GNUTLS_KX_ECDHE_RSA, "TLS_ECDHE_RSA_WITH_" },
		{ GNUTLS_KX_ECDHE_ECDSA, "TLS_ECDHE_ECDSA_WITH_" },
		{ GNUTLS_KX_DHE_RSA, "TLS_DHE_RSA_WITH_" },
		{ GNUTLS_KX_ANON_DH, "TLS_DH_anon_WITH_" },
		{ GNUTLS_KX_ANON_ECDH, "TLS_ECDH_anon_WITH_" },
		{ GNUTLS_KX_PSK, "TLS_PSK_WITH_" },
		{ GNUTLS_KX_RSA_PSK, "TLS_RSA_PSK_WITH_" },
		{ GNUTLS_KX_ECDHE_PSK, "TLS_ECDHE_PSK_WITH_" },
		{ GNUTLS_KX_DHE_PSK, "TLS_DHE_PSK_WITH_" },
	};
	const char *name = gnutls_ciphersuite_get(t), *start = NULL;
	size_t i;
	for (i = 0; i < sizeof starts / sizeof *starts && s->version != GNUTLS_TLS1_3; i++)
		if (starts[i].kx == s->kx)
			start = starts[i].start;
	if (s->kx == GNUTLS_KX_DHE_PSK &&
	    (s->cipher == GNUTLS_CIPHER_AES_128_CCM_8 || s->cipher == GNUTLS_CIPHER_AES_256_CCM_8))
		start = "TLS_PSK_DHE_WITH_";
	if (start)
		CHECK(!strncmp(name, start, strlen(start)) && !strstr(name + strlen(start), "TLS"));
}

/* What the getters say of it. */
static void check_names(struct pair *p, const struct suite *s)
{
	gnutls_datum_t mac, iv, key;
	unsigned char number[8];
	size_t wide = payload(s, 0);
	int side;
	if (is_block(s->cipher))
		wide = 2 * gnutls_cipher_get_block_size(s->cipher) + gnutls_hmac_get_len(s->mac);
	for (side = 0; side < 2; side++) {
		gnutls_session_t t = side ? p->server.s : p->client.s;
		CHECK_IS(gnutls_protocol_get_version(t), s->version);
		CHECK_IS(gnutls_cipher_get(t), s->cipher);
		check_registered_name(t, s);
		CHECK_IS(gnutls_mac_get(t), s->mac);
		if (s->version != GNUTLS_TLS1_3)
			CHECK_IS(gnutls_kx_get(t), s->kx);
		CHECK_IS(gnutls_session_etm_status(t), s->etm);
		CHECK_IS(!!(gnutls_session_get_flags(t) & GNUTLS_SFLAGS_ETM), s->etm);
		CHECK_IS(gnutls_record_overhead_size(t), 5 + wide);
		CHECK_IS(gnutls_est_record_overhead_size(s->version, s->cipher, s->mac, GNUTLS_COMP_NULL, 0), 5 + wide);
		CHECK_IS(gnutls_record_get_state(t, side, &mac, &iv, &key, number), 0);
		CHECK_IS(mac.size, s->mac == GNUTLS_MAC_AEAD ? 0 : gnutls_hmac_get_len(s->mac));
		CHECK_IS(key.size, gnutls_cipher_get_key_size(s->cipher));
		if (s->version < GNUTLS_TLS1_2)
			CHECK_IS(gnutls_prf_hash_get(t), GNUTLS_DIG_MD5_SHA1);
	}
	if (s->kx == GNUTLS_KX_RSA) {
		CHECK_IS(gnutls_group_get(p->client.s), 0);
		CHECK_IS(gnutls_sign_algorithm_get(p->client.s), 0);
	}
}

static size_t first_payload(const struct queue *q)
{
	return q->used < 5 ? 0 : (size_t)q->data[3] << 8 | q->data[4];
}

static void check_records(struct pair *p, const struct suite *s)
{
	static const size_t sizes[] = { 1, 7, 8, 15, 16, 17, 43, 44, 255, 256, 257, 1000, 16383, 16384 };
	static char data[16384], got[16384];
	size_t i;
	memset(data, 'x', sizeof data);
	for (i = 0; i < sizeof sizes / sizeof *sizes; i++) {
		data[0] = (char)i;
		CHECK_IS(gnutls_record_send(p->client.s, data, sizes[i]), sizes[i]);
		CHECK_IS(first_payload(&p->server.in), payload(s, sizes[i]));
		CHECK_IS(p->server.in.used, 5 + payload(s, sizes[i]));
		CHECK_IS(take(&p->server, got, sizeof got), sizes[i]);
		CHECK(!memcmp(got, data, sizes[i]));
	}
	ECHO(p);
}

/* A changed byte anywhere in the payload, a record that is cut, and one that comes twice: one error for all of them
 * (RFC 5246 section 7.2.2, bad_record_mac). GnuTLS has its own for a record of no whole blocks. */
static void check_changed(const struct suite *s)
{
	size_t n = payload(s, 20), step = n / 6, at;
	char got[64];
	for (at = 0; at <= n + 1; at += at < n && at + step > n ? n - at : at >= n ? 1 : step) {
		struct pair p;
		struct queue *q = &p.server.in;
		suite_pair(&p, s, NULL);
		CHECK_IS(gnutls_record_send(p.client.s, "twenty bytes of text", 20), 20);
		if (at < n) {
			q->data[5 + at] ^= 0x10;
		} else if (at == n) {
			q->used -= 1;
			q->data[4] -= 1;
		} else {
			char twice[256];
			size_t used = q->used;
			memcpy(twice, q->data, used);
			CHECK_IS(take(&p.server, got, sizeof got), 20);
			queue_put(q, twice, used);
		}
		int want = GNUTLS_E_DECRYPTION_FAILED;
#ifndef OURS
		if (at == n && is_block(s->cipher) && !s->etm)
			want = GNUTLS_E_UNEXPECTED_PACKET_LENGTH;
#endif
		CHECK_IS(take(&p.server, got, sizeof got), want);
		pair_free(&p);
	}
}

static void check_resumed(struct pair *first, const struct suite *s)
{
	struct pair p;
	gnutls_datum_t data;
	CHECK_IS(gnutls_session_get_data2(first->client.s, &data), 0);
	suite_pair(&p, s, &data);
	CHECK_IS(gnutls_session_is_resumed(p.client.s), 1);
	CHECK_IS(gnutls_session_is_resumed(p.server.s), 1);
	CHECK_IS(gnutls_cipher_get(p.client.s), s->cipher);
	CHECK_IS(gnutls_session_etm_status(p.client.s), s->etm);
	CHECK_IS(gnutls_session_etm_status(p.server.s), s->etm);
	ECHO(&p);
	pair_free(&p);
	gnutls_free(data.data);
}

static void check_suite(const struct suite *s)
{
	struct pair p;
	int before = check_failures;
	suite_pair(&p, s, NULL);
	if (check_failures == before) {
		check_names(&p, s);
		check_records(&p, s);
		if (s->kx == GNUTLS_KX_RSA || s->kx == GNUTLS_KX_ECDHE_RSA || s->kx == GNUTLS_KX_ECDHE_ECDSA)
			check_changed(s);
		check_resumed(&p, s);
	}
	if (check_failures != before)
		fprintf(stderr, "%s in %s%s\n", s->name, gnutls_protocol_get_name(s->version), s->etm ? ", encrypt-then-MAC" : "");
	pair_free(&p);
}

static unsigned check_all(void)
{
	struct suite s;
	gnutls_protocol_t min, v;
	unsigned done = 0;
	size_t i;
	for (i = 0; (s.name = gnutls_cipher_suite_info(i, NULL, &s.kx, &s.cipher, &s.mac, &min)); i++) {
		int tls13 = min == GNUTLS_TLS1_3;
		if (tls13)
			s.kx = GNUTLS_KX_ECDHE_ECDSA;
		if (!tls13 && (s.kx == GNUTLS_KX_SRP || s.kx == GNUTLS_KX_SRP_RSA || s.kx == GNUTLS_KX_SRP_DSS || s.kx == GNUTLS_KX_VKO_GOST_12))
			continue;
		for (v = min; v <= (tls13 ? GNUTLS_TLS1_3 : GNUTLS_TLS1_2); v++) {
			s.version = v;
			for (s.etm = 0; s.etm <= is_block(s.cipher); s.etm++, done++)
				check_suite(&s);
		}
	}
	return done;
}

static int psk_function(gnutls_session_t session, const char *name, gnutls_datum_t *key)
{
	key->data = gnutls_calloc(1, 16);
	key->size = 16;
	return strcmp(name, "bob") ? -1 : 0;
}

int main(void)
{
	static const gnutls_datum_t psk = { (void *)"\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0", 16 };
	client_cred = credentials(NULL, NULL);
	rsa_cred = credentials(leaf_pem, leaf_key_pem);
	ec_cred = credentials(server_pem, server_key_pem);
	dsa_cred = dsa_credentials();
	CHECK_IS(gnutls_anon_allocate_client_credentials(&anon_client), 0);
	CHECK_IS(gnutls_anon_allocate_server_credentials(&anon_server), 0);
	CHECK_IS(gnutls_psk_allocate_client_credentials(&psk_client), 0);
	CHECK_IS(gnutls_psk_allocate_server_credentials(&psk_server), 0);
	CHECK_IS(gnutls_psk_set_client_credentials(psk_client, "bob", &psk, GNUTLS_PSK_KEY_RAW), 0);
	gnutls_psk_set_server_credentials_function(psk_server, psk_function);
	CHECK_IS(gnutls_session_ticket_key_generate(&ticket_key), 0);
	CHECK(check_all() > 300);
	CHECK_IS(gnutls_est_record_overhead_size(GNUTLS_DTLS1_2, GNUTLS_CIPHER_AES_128_GCM, GNUTLS_MAC_AEAD, GNUTLS_COMP_NULL, 0), 13 + 8 + 16);
	CHECK_IS(gnutls_est_record_overhead_size(0, GNUTLS_CIPHER_AES_128_GCM, GNUTLS_MAC_AEAD, GNUTLS_COMP_NULL, 0), 0);
	CHECK_IS(gnutls_est_record_overhead_size(GNUTLS_TLS1_2, 9999, GNUTLS_MAC_AEAD, GNUTLS_COMP_NULL, 0), 0);
	CHECK_IS(gnutls_est_record_overhead_size(GNUTLS_TLS1_2, GNUTLS_CIPHER_AES_128_GCM, 9999, GNUTLS_COMP_NULL, 0), 0);
	gnutls_certificate_free_credentials(client_cred);
	gnutls_certificate_free_credentials(rsa_cred);
	gnutls_certificate_free_credentials(ec_cred);
	gnutls_certificate_free_credentials(dsa_cred);
	gnutls_anon_free_client_credentials(anon_client);
	gnutls_anon_free_server_credentials(anon_server);
	gnutls_psk_free_client_credentials(psk_client);
	gnutls_psk_free_server_credentials(psk_server);
	gnutls_free(ticket_key.data);
	return check_result();
}
