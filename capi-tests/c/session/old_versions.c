/* TLS 1.0 and 1.1, and the RSA key exchange: which version is negotiated and what is on the wire, certificates of clients,
 * renegotiation, keys of the application, and what an attacker learns of a changed key exchange. */
#include "sessions.h"
#include <gnutls/abstract.h>

#define ONLY "NORMAL:-VERS-ALL:+VERS-TLS1."
static const char *const versions[] = { ONLY "0", ONLY "1", ONLY "2" };
static const gnutls_protocol_t numbers[] = { GNUTLS_TLS1_0, GNUTLS_TLS1_1, GNUTLS_TLS1_2 };

static gnutls_certificate_credentials_t none, rsa, ec;

static void pair_with(struct pair *p, const char *client, const char *server, gnutls_certificate_credentials_t ccred,
		      gnutls_certificate_credentials_t scred)
{
	memset(p, 0, sizeof *p);
	end_init(&p->client, &p->server, GNUTLS_CLIENT, client, ccred);
	end_init(&p->server, &p->client, GNUTLS_SERVER, server, scred);
}

static unsigned at16(const struct queue *q, size_t at)
{
	return at + 2 <= q->used ? q->data[at] << 8 | q->data[at + 1] : 0;
}

/* Where the extension's type stands in a hello that is alone in its record; 0: nowhere. */
static size_t extension(const struct queue *q, unsigned type)
{
	size_t at = 5 + 4 + 2 + 32;
	if (at >= q->used)
		return 0;
	at += 1 + q->data[at];
	at += 2 + at16(q, at);
	at += 1 + q->data[at] + 2;
	for (; at + 4 <= q->used; at += 4 + at16(q, at + 2))
		if (at16(q, at) == type)
			return at;
	return 0;
}

static void negotiation(void)
{
	static const struct {
		const char *client, *server;
		unsigned record, hello;
		int client_code, server_code;
		gnutls_protocol_t version;
	} rows[] = {
		{ ONLY "0", "NORMAL", 0x301, 0x301, 0, 0, GNUTLS_TLS1_0 },
		{ ONLY "1", "NORMAL", 0x302, 0x302, 0, 0, GNUTLS_TLS1_1 },
		{ ONLY "2", "NORMAL", 0x303, 0x303, 0, 0, GNUTLS_TLS1_2 },
		{ ONLY "1:+VERS-TLS1.0", "NORMAL", 0x301, 0x302, 0, 0, GNUTLS_TLS1_1 },
		{ ONLY "1:+VERS-TLS1.0", ONLY "0", 0x301, 0x302, 0, 0, GNUTLS_TLS1_0 },
		{ "NORMAL", ONLY "0", 0x301, 0x303, 0, 0, GNUTLS_TLS1_0 },
		{ "NORMAL", ONLY "1:+VERS-TLS1.0", 0x301, 0x303, 0, 0, GNUTLS_TLS1_1 },
		{ "NORMAL:-VERS-TLS1.0", "NORMAL", 0x302, 0x303, 0, 0, GNUTLS_TLS1_3 },
		{ "NORMAL:%LATEST_RECORD_VERSION", "NORMAL", 0x303, 0x303, 0, 0, GNUTLS_TLS1_3 },
		{ ONLY "3", "NORMAL", 0x301, 0x303, 0, 0, GNUTLS_TLS1_3 },
		{ ONLY "1", "NORMAL:-VERS-TLS1.1:-VERS-TLS1.0", 0x302, 0x302, GNUTLS_E_AGAIN, GNUTLS_E_UNSUPPORTED_VERSION_PACKET, 0 },
		{ "NORMAL:-VERS-TLS1.0", ONLY "0", 0x302, 0x303, GNUTLS_E_UNSUPPORTED_VERSION_PACKET, GNUTLS_E_AGAIN, 0 },
		{ ONLY "1:%FALLBACK_SCSV", "NORMAL", 0x302, 0x302, GNUTLS_E_AGAIN, GNUTLS_E_INAPPROPRIATE_FALLBACK, 0 },
		{ ONLY "1:%FALLBACK_SCSV", ONLY "1:+VERS-TLS1.0", 0x302, 0x302, 0, 0, GNUTLS_TLS1_1 },
	};
	size_t i;
	for (i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct pair p;
		int before = check_failures, code;
		pair_with(&p, rows[i].client, rows[i].server, none, ec);
		CHECK_IS(gnutls_handshake(p.client.s), GNUTLS_E_AGAIN);
		CHECK_IS(at16(&p.server.in, 1), rows[i].record);
		CHECK_IS(at16(&p.server.in, 9), rows[i].hello);
		/* signature_algorithms is of TLS 1.2, encrypt_then_mac of all before it. */
		CHECK_IS(!!extension(&p.server.in, 13), rows[i].hello == 0x303);
		if (strcmp(rows[i].client, ONLY "3"))
			CHECK(extension(&p.server.in, 22));
		code = gnutls_handshake(p.server.s);
		if (rows[i].version && rows[i].version < GNUTLS_TLS1_3) {
			CHECK_IS(at16(&p.client.in, 1), 0x300 + rows[i].version - GNUTLS_SSL3);
			CHECK_IS(at16(&p.client.in, 9), 0x300 + rows[i].version - GNUTLS_SSL3);
		}
		if (code == GNUTLS_E_AGAIN) {
			HANDSHAKE(&p, rows[i].client_code, rows[i].server_code);
			if (!rows[i].client_code) {
				CHECK_IS(gnutls_protocol_get_version(p.client.s), rows[i].version);
				CHECK_IS(gnutls_protocol_get_version(p.server.s), rows[i].version);
				ECHO(&p);
			}
		} else {
			CHECK_IS(code, rows[i].server_code);
		}
		if (check_failures != before)
			fprintf(stderr, "%s, %s\n", rows[i].client, rows[i].server);
		pair_free(&p);
	}
}

/* RFC 8446 section 4.1.3: a server of a newer version says so in its random, and who offered that version refuses it. */
static void downgrade(void)
{
	static const unsigned char sentinel[] = "DOWNGRD";
	struct pair p;
	size_t at;
	pair_with(&p, ONLY "1", "NORMAL", none, ec);
	CHECK_IS(gnutls_handshake(p.client.s), GNUTLS_E_AGAIN);
	CHECK_IS(gnutls_handshake(p.server.s), GNUTLS_E_AGAIN);
	CHECK(!memcmp(p.client.in.data + 11 + 24, sentinel, 8));
	pair_free(&p);

	/* Somebody takes TLS 1.3 and 1.2 out of the hello. */
	pair_with(&p, "NORMAL", "NORMAL", none, ec);
	CHECK_IS(gnutls_handshake(p.client.s), GNUTLS_E_AGAIN);
	at = extension(&p.server.in, 43);
	CHECK(at);
	memset(p.server.in.data + at, 0x7a, 2);
	p.server.in.data[10] = 2;
	CHECK_IS(gnutls_handshake(p.server.s), GNUTLS_E_AGAIN);
	CHECK_IS(gnutls_handshake(p.client.s), GNUTLS_E_RECEIVED_ILLEGAL_PARAMETER);
	pair_free(&p);
}

/* Both sides derive the same, and go on after a renegotiation; the client shows a certificate of each kind of key. */
static void sessions_of(const char *prio, gnutls_protocol_t version, gnutls_certificate_credentials_t ccred,
			gnutls_certificate_credentials_t scred)
{
	struct pair p;
	gnutls_datum_t a, b;
	char out[2][40];
	int round;
	pair_with(&p, prio, prio, ccred, scred);
	gnutls_certificate_server_set_request(p.server.s, GNUTLS_CERT_REQUIRE);
	HANDSHAKE(&p, 0, 0);
	for (round = 0; round < 3; round++) {
		CHECK_IS(gnutls_protocol_get_version(p.client.s), version);
		CHECK(gnutls_certificate_get_peers(p.server.s, NULL));
		CHECK_IS(gnutls_session_ext_master_secret_status(p.server.s), 1);
		CHECK_IS(gnutls_prf_rfc5705(p.client.s, 4, "EXPO", 3, "ctx", 40, out[0]), 0);
		CHECK_IS(gnutls_prf_rfc5705(p.server.s, 4, "EXPO", 3, "ctx", 40, out[1]), 0);
		CHECK(!memcmp(out[0], out[1], 40));
		CHECK_IS(gnutls_session_channel_binding(p.client.s, GNUTLS_CB_TLS_UNIQUE, &a), 0);
		CHECK_IS(gnutls_session_channel_binding(p.server.s, GNUTLS_CB_TLS_UNIQUE, &b), 0);
		CHECK(a.size == 12 && b.size == 12 && !memcmp(a.data, b.data, 12));
		gnutls_free(a.data);
		gnutls_free(b.data);
		ECHO(&p);
		if (round == 1) {
			/* The server asks. */
			char got[8];
			CHECK_IS(gnutls_rehandshake(p.server.s), 0);
			CHECK_IS(take(&p.client, got, sizeof got), GNUTLS_E_REHANDSHAKE);
		}
		if (round < 2)
			HANDSHAKE(&p, 0, 0);
	}
	CHECK_IS(gnutls_bye(p.client.s, GNUTLS_SHUT_WR), 0);
	pair_free(&p);
}

static void all_sessions(void)
{
	size_t i, k;
	char prio[128];
	for (i = 0; i < 3; i++)
		for (k = 0; k < 4; k++) {
			int before = check_failures;
			snprintf(prio, sizeof prio, "%s:-KX-ALL:+%s", versions[i], k & 1 ? "ECDHE-ECDSA" : k & 2 ? "RSA" : "ECDHE-RSA");
			sessions_of(prio, numbers[i], k & 2 ? ec : rsa, k & 1 ? ec : rsa);
			if (check_failures != before)
				fprintf(stderr, "%s, client's key %s\n", prio, k & 2 ? "ECDSA" : "RSA");
		}
}

/* A key of the application: in TLS 1.0 and 1.1 it signs MD5 and SHA-1 as they are, and it decrypts the premaster secret. */
static unsigned raw_signed, decrypted;

static int sign_hash(gnutls_privkey_t key, gnutls_sign_algorithm_t algo, void *userdata, unsigned flags, const gnutls_datum_t *hash,
		     gnutls_datum_t *signature)
{
	if (algo == GNUTLS_SIGN_RSA_RAW && hash->size == 36)
		raw_signed++;
	return gnutls_privkey_sign_hash2(userdata, algo, algo == GNUTLS_SIGN_RSA_RAW ? GNUTLS_PRIVKEY_SIGN_FLAG_TLS1_RSA : 0, hash, signature);
}

static int decrypt(gnutls_privkey_t key, void *userdata, const gnutls_datum_t *ciphertext, gnutls_datum_t *plaintext)
{
	decrypted++;
	return gnutls_privkey_decrypt_data(userdata, 0, ciphertext, plaintext);
}

static int info(gnutls_privkey_t key, unsigned flags, void *userdata)
{
	if (flags & GNUTLS_PRIVKEY_INFO_PK_ALGO)
		return GNUTLS_PK_RSA;
	if (flags & GNUTLS_PRIVKEY_INFO_PK_ALGO_BITS)
		return 2048;
	return flags & GNUTLS_PRIVKEY_INFO_HAVE_SIGN_ALGO ? 1 : -1;
}

static void key_of_the_application(void)
{
	gnutls_certificate_credentials_t cred;
	gnutls_privkey_t own, key;
	gnutls_pcert_st pcert;
	gnutls_datum_t pem = text(leaf_pem), key_pem = text(leaf_key_pem);
	size_t i, k;
	CHECK_IS(gnutls_privkey_init(&own), 0);
	CHECK_IS(gnutls_privkey_import_x509_raw(own, &key_pem, GNUTLS_X509_FMT_PEM, NULL, 0), 0);
	CHECK_IS(gnutls_privkey_init(&key), 0);
	CHECK_IS(gnutls_privkey_import_ext4(key, own, NULL, sign_hash, decrypt, NULL, info, 0), 0);
	CHECK_IS(gnutls_pcert_import_x509_raw(&pcert, &pem, GNUTLS_X509_FMT_PEM, 0), 0);
	CHECK_IS(gnutls_certificate_allocate_credentials(&cred), 0);
	CHECK_IS(gnutls_certificate_set_key(cred, NULL, 0, &pcert, 1, key), 0);
	for (i = 0; i < 2; i++)
		for (k = 0; k < 2; k++) {
			struct pair p;
			char prio[128];
			snprintf(prio, sizeof prio, "%s:-KX-ALL:+%s", versions[i], k ? "RSA" : "ECDHE-RSA");
			raw_signed = decrypted = 0;
			pair_with(&p, prio, prio, none, cred);
			HANDSHAKE(&p, 0, 0);
			CHECK_IS(raw_signed, !k);
			CHECK_IS(decrypted, k);
			ECHO(&p);
			pair_free(&p);
		}
	gnutls_certificate_free_credentials(cred);
	gnutls_privkey_deinit(own);
}

/* RFC 5246 section 7.4.7.1: whatever is changed in the encrypted premaster secret, the server's answer is that of a wrong
 * Finished, and nothing else. */
static void changed_premaster(void)
{
	static const struct { int at; unsigned char bits; } rows[] = {
		{ 0, 0 }, { 2, 1 }, { 100, 0x80 }, { 257, 1 }, { 2, 0xff },
	};
	size_t i, v;
	for (v = 0; v < 3; v++)
		for (i = 1; i < sizeof rows / sizeof *rows; i++) {
			struct pair p;
			char prio[128];
			int code = GNUTLS_E_AGAIN, turns;
			snprintf(prio, sizeof prio, "%s:-KX-ALL:+RSA", versions[v]);
			pair_with(&p, prio, prio, none, rsa);
			CHECK_IS(gnutls_handshake(p.client.s), GNUTLS_E_AGAIN);
			CHECK_IS(gnutls_handshake(p.server.s), GNUTLS_E_AGAIN);
			CHECK_IS(gnutls_handshake(p.client.s), GNUTLS_E_AGAIN);
			/* The first record: ClientKeyExchange, with 4 bytes of its header and two of a length. */
			CHECK(p.server.in.used > 5 + 4 + 2 + 256 && p.server.in.data[5] == 16);
			p.server.in.data[5 + 4 + rows[i].at] ^= rows[i].bits;
			for (turns = 0; turns < 20 && (code == GNUTLS_E_AGAIN || code == GNUTLS_E_INTERRUPTED); turns++)
				code = gnutls_handshake(p.server.s);
			CHECK_IS(code, GNUTLS_E_DECRYPTION_FAILED);
			CHECK_IS(gnutls_error_to_alert(code, NULL), GNUTLS_A_BAD_RECORD_MAC);
			pair_free(&p);
		}
}

/* %FORCE_ETM: no CBC suite without encrypt-then-MAC. */
static void forced(void)
{
	static const struct {
		const char *client, *server;
		int client_code, server_code;
		gnutls_cipher_algorithm_t cipher;
	} rows[] = {
		{ ONLY "2:-CIPHER-ALL:+AES-128-CBC:%FORCE_ETM", "NORMAL", 0, 0, GNUTLS_CIPHER_AES_128_CBC },
		{ ONLY "2:-CIPHER-ALL:+AES-128-CBC", "NORMAL:%FORCE_ETM", 0, 0, GNUTLS_CIPHER_AES_128_CBC },
		{ ONLY "2:-CIPHER-ALL:+AES-128-CBC:%FORCE_ETM", "NORMAL:%NO_ETM", GNUTLS_E_UNWANTED_ALGORITHM, GNUTLS_E_AGAIN, 0 },
		{ ONLY "2:-CIPHER-ALL:+AES-128-CBC:%NO_ETM", "NORMAL:%FORCE_ETM", GNUTLS_E_AGAIN, GNUTLS_E_NO_CIPHER_SUITES, 0 },
		{ ONLY "2:-CIPHER-ALL:+AES-128-CBC:+AES-128-GCM:%NO_ETM", "NORMAL:%FORCE_ETM", 0, 0, GNUTLS_CIPHER_AES_128_GCM },
	};
	size_t i;
	for (i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct pair p;
		pair_with(&p, rows[i].client, rows[i].server, none, ec);
		HANDSHAKE(&p, rows[i].client_code, rows[i].server_code);
		if (rows[i].cipher) {
			CHECK_IS(gnutls_cipher_get(p.client.s), rows[i].cipher);
			ECHO(&p);
		}
		pair_free(&p);
	}
}

/* RFC 7366 section 3.1: who authenticates the ciphertext does not go back to the older order, whoever asks for the
 * renegotiation. */
static void no_way_back(int server_asks)
{
	struct pair p;
	char buf[64];
	pair_with(&p, ONLY "2:-CIPHER-ALL:+AES-128-CBC", "NORMAL", none, ec);
	HANDSHAKE(&p, 0, 0);
	CHECK_IS(gnutls_session_etm_status(p.client.s), 1);
	CHECK_IS(gnutls_priority_set_direct(p.client.s, ONLY "2:-CIPHER-ALL:+AES-128-CBC:%NO_ETM", NULL), 0);
	if (server_asks) {
		CHECK_IS(gnutls_rehandshake(p.server.s), 0);
		CHECK_IS(take(&p.client, buf, sizeof buf), GNUTLS_E_REHANDSHAKE);
	}
#ifdef OURS
	HANDSHAKE(&p, GNUTLS_E_AGAIN, GNUTLS_E_UNWANTED_ALGORITHM);
#else
	HANDSHAKE(&p, 0, 0);
#endif
	pair_free(&p);
}

int main(void)
{
	none = credentials(NULL, NULL);
	rsa = credentials(leaf_pem, leaf_key_pem);
	ec = credentials(server_pem, server_key_pem);
	negotiation();
	downgrade();
	all_sessions();
	key_of_the_application();
	changed_premaster();
	forced();
	no_way_back(0);
	no_way_back(1);
	gnutls_certificate_free_credentials(none);
	gnutls_certificate_free_credentials(rsa);
	gnutls_certificate_free_credentials(ec);
	return check_result();
}
