/* Raw public keys (RFC 7250): keys of credentials, negotiation of the type of certificates, what getters say. */
#include <unistd.h>
#include "sessions.h"

#define RAWPK GNUTLS_ENABLE_RAWPK
#define RAW GNUTLS_CRT_RAWPK
#define X509 GNUTLS_CRT_X509
#define BOTH ":+CTYPE-ALL"
#define RAW_ONLY ":-CTYPE-ALL:+CTYPE-RAWPK"

/* An ECDSA and an RSA key, in PEM and in DER. */
static gnutls_datum_t spki[2], pkey[2], spki_der[2], pkey_der[2];

static void make_keys(void)
{
	for (int i = 0; i < 2; i++) {
		gnutls_x509_privkey_t x;
		gnutls_privkey_t k;
		gnutls_pubkey_t p;
		unsigned bits = i ? 2048 : GNUTLS_CURVE_TO_BITS(GNUTLS_ECC_CURVE_SECP256R1);
		CHECK(gnutls_x509_privkey_init(&x) == 0 && gnutls_x509_privkey_generate(x, i ? GNUTLS_PK_RSA : GNUTLS_PK_ECDSA, bits, 0) == 0);
		CHECK(gnutls_x509_privkey_export2(x, GNUTLS_X509_FMT_PEM, &pkey[i]) == 0);
		CHECK(gnutls_x509_privkey_export2(x, GNUTLS_X509_FMT_DER, &pkey_der[i]) == 0);
		CHECK(gnutls_privkey_init(&k) == 0 && gnutls_privkey_import_x509(k, x, 0) == 0);
		CHECK(gnutls_pubkey_init(&p) == 0 && gnutls_pubkey_import_privkey(p, k, 0, 0) == 0);
		CHECK(gnutls_pubkey_export2(p, GNUTLS_X509_FMT_PEM, &spki[i]) == 0);
		CHECK(gnutls_pubkey_export2(p, GNUTLS_X509_FMT_DER, &spki_der[i]) == 0);
		gnutls_pubkey_deinit(p);
		gnutls_privkey_deinit(k);
		gnutls_x509_privkey_deinit(x);
	}
}

static int add(gnutls_certificate_credentials_t c, int i)
{
	return gnutls_certificate_set_rawpk_key_mem(c, &spki[i], &pkey[i], GNUTLS_X509_FMT_PEM, NULL, 0, NULL, 0, 0);
}

static void test_credentials(void)
{
	const gnutls_x509_crt_fmt_t pem = GNUTLS_X509_FMT_PEM, der = GNUTLS_X509_FMT_DER;
	const char *names[] = { "www.example.com" };
	gnutls_certificate_credentials_t c;
	char public[] = "/tmp/rawpk-XXXXXX", private[] = "/tmp/rawpk-XXXXXX";
	int fd;
	CHECK(gnutls_certificate_allocate_credentials(&c) == 0);
	CHECK_IS(add(c, 0), 0);
	gnutls_certificate_set_flags(c, GNUTLS_CERTIFICATE_API_V2);
	CHECK_IS(add(c, 1), 1);
	CHECK_IS(gnutls_certificate_set_rawpk_key_mem(c, &spki_der[0], &pkey_der[0], der, NULL, 0, names, 1, 0), 2);
	CHECK_IS(gnutls_certificate_set_rawpk_key_mem(c, &spki[0], &pkey[1], pem, NULL, 0, NULL, 0, 0), GNUTLS_E_CERTIFICATE_KEY_MISMATCH);
	CHECK_IS(gnutls_certificate_set_rawpk_key_mem(c, NULL, &pkey[1], pem, NULL, 0, NULL, 0, 0), GNUTLS_E_INSUFFICIENT_CREDENTIALS);
	CHECK_IS(gnutls_certificate_set_rawpk_key_mem(c, &spki[0], NULL, pem, NULL, 0, NULL, 0, 0), GNUTLS_E_INSUFFICIENT_CREDENTIALS);
	CHECK(gnutls_certificate_set_rawpk_key_mem(c, &pkey[0], &pkey[0], pem, NULL, 0, NULL, 0, 0) < 0);
	CHECK(gnutls_certificate_set_rawpk_key_mem(c, &spki[0], &spki[0], pem, NULL, 0, NULL, 0, 0) < 0);
	CHECK((fd = mkstemp(public)) >= 0 && write(fd, spki[1].data, spki[1].size) == (ssize_t)spki[1].size && close(fd) == 0);
	CHECK((fd = mkstemp(private)) >= 0 && write(fd, pkey[1].data, pkey[1].size) == (ssize_t)pkey[1].size && close(fd) == 0);
	/* GnuTLS also counts the pair that did not match. */
	CHECK(gnutls_certificate_set_rawpk_key_file(c, public, private, pem, NULL, 0, NULL, 0, 0, 0) > 2);
	CHECK_IS(gnutls_certificate_set_rawpk_key_file(c, NULL, private, pem, NULL, 0, NULL, 0, 0, 0), GNUTLS_E_INSUFFICIENT_CREDENTIALS);
	CHECK_IS(gnutls_certificate_set_rawpk_key_file(c, public, NULL, pem, NULL, 0, NULL, 0, 0, 0), GNUTLS_E_INSUFFICIENT_CREDENTIALS);
	CHECK_IS(gnutls_certificate_set_rawpk_key_file(c, "/nowhere", private, pem, NULL, 0, NULL, 0, 0, 0), GNUTLS_E_FILE_ERROR);
	unlink(public);
	unlink(private);
#ifdef OURS
	CHECK_IS(gnutls_certificate_set_rawpk_key_mem(NULL, &spki[0], &pkey[0], pem, NULL, 0, NULL, 0, 0), GNUTLS_E_INVALID_REQUEST);
#endif
	gnutls_certificate_free_credentials(c);
}

/* What a peer has, and what it allows. */
struct side {
	const char *prio; /* after the version */
	unsigned flags;
	int raw; /* 1 and 2: one of the keys */
	int x509;
};

/* Both handshakes; on success the types of the client's and the server's certificate. The client's counts if it is asked. */
static void negotiate(int line, int v, struct side client, struct side server, int request, int client_code, int server_code, int of_client,
		      int of_server)
{
	struct pair p;
	char cprio[100], sprio[100];
	int c, s;
	memset(&p, 0, sizeof p);
	p.ccred = client.x509 ? credentials(client_pem, client_key_pem) : credentials(NULL, NULL);
	p.scred = server.x509 ? credentials(server_pem, server_key_pem) : credentials(NULL, NULL);
	CHECK(!client.raw || add(p.ccred, client.raw - 1) == 0);
	CHECK(!server.raw || add(p.scred, server.raw - 1) == 0);
	snprintf(cprio, sizeof cprio, "%s%s", both_versions[v], client.prio);
	snprintf(sprio, sizeof sprio, "%s%s", both_versions[v], server.prio);
	end_init(&p.client, &p.server, GNUTLS_CLIENT | client.flags, cprio, p.ccred);
	end_init(&p.server, &p.client, GNUTLS_SERVER | server.flags, sprio, p.scred);
	gnutls_certificate_server_set_request(p.server.s, request);
	pair_handshake(&p, &c, &s);
	if (c != client_code || s != server_code) {
		fprintf(stderr, "line %d, TLS 1.%d: %d %d\n", line, v + 2, c, s);
		check_failures++;
	}
	if (c == 0 && s == 0) {
		unsigned n = 77, status = 77;
		const gnutls_datum_t *d = gnutls_certificate_get_peers(p.client.s, &n);
		char want[100], *desc = gnutls_session_get_desc(p.client.s);
		int types[] = { gnutls_certificate_type_get2(p.client.s, GNUTLS_CTYPE_SERVER), gnutls_certificate_type_get2(p.client.s, GNUTLS_CTYPE_PEERS),
				gnutls_certificate_type_get2(p.server.s, GNUTLS_CTYPE_SERVER), gnutls_certificate_type_get2(p.server.s, GNUTLS_CTYPE_OURS),
				gnutls_certificate_type_get(p.server.s) };
		for (int i = 0; i < 5; i++)
			CHECK_IS(types[i], of_server);
		if (of_server == RAW) {
			CHECK(n == 1 && d && d->size == spki_der[server.raw - 1].size && !memcmp(d->data, spki_der[server.raw - 1].data, d->size));
			/* Nobody vouches for it. */
			CHECK_IS(gnutls_certificate_verify_peers2(p.client.s, &status), GNUTLS_E_INVALID_REQUEST);
			CHECK_IS(gnutls_certificate_verify_peers3(p.client.s, "www.example.com", &status), GNUTLS_E_INVALID_REQUEST);
			CHECK_IS(status, 77);
			CHECK(gnutls_certificate_expiration_time_peers(p.client.s) == (time_t)-1);
			CHECK(gnutls_session_channel_binding(p.client.s, GNUTLS_CB_TLS_SERVER_END_POINT, &(gnutls_datum_t){ 0 }) < 0);
		} else {
			CHECK(n == 2);
			CHECK(gnutls_certificate_verify_peers2(p.client.s, &status) == 0 && status == 0);
		}
		if (request) {
			CHECK_IS(gnutls_certificate_type_get2(p.client.s, GNUTLS_CTYPE_CLIENT), of_client);
			CHECK_IS(gnutls_certificate_type_get2(p.server.s, GNUTLS_CTYPE_CLIENT), of_client);
			CHECK_IS(gnutls_certificate_type_get2(p.server.s, GNUTLS_CTYPE_PEERS), of_client);
			CHECK_IS(gnutls_certificate_type_get(p.client.s), of_client);
			d = gnutls_certificate_get_peers(p.server.s, &n);
			CHECK(!!d == (of_client == RAW ? client.raw != 0 : client.x509));
			if (d && of_client == RAW) {
				CHECK(n == 1 && d->size == spki_der[client.raw - 1].size && !memcmp(d->data, spki_der[client.raw - 1].data, d->size));
				d = gnutls_certificate_get_ours(p.client.s);
				CHECK(d && d->size == spki_der[client.raw - 1].size);
			}
			snprintf(want, sizeof want, "(TLS1.%d-%s%s%s)", v + 2, of_client == RAW ? "Raw Public Key" : "X.509", of_client == of_server ? "" : "-",
				 of_client == of_server ? "" : of_server == RAW ? "Raw Public Key" : "X.509");
			CHECK(!client.flags || !strncmp(desc, want, strlen(want)));
		}
		gnutls_free(desc);
	}
	pair_end(&p);
}
#define SIDE(...) ((struct side){ __VA_ARGS__ })
#define NEGOTIATE(...) (negotiate(__LINE__, 0, __VA_ARGS__), negotiate(__LINE__, 1, __VA_ARGS__))

static void test_negotiation(void)
{
	const int require = GNUTLS_CERT_REQUIRE;
	const struct side raw = { BOTH, RAWPK, 1, 0 }, x509 = { "", 0, 0, 1 };
	NEGOTIATE(raw, raw, 0, 0, 0, X509, RAW);
	NEGOTIATE(raw, raw, require, 0, 0, RAW, RAW);
	NEGOTIATE(raw, SIDE(BOTH, RAWPK, 2, 0), require, 0, 0, RAW, RAW);
	NEGOTIATE(SIDE(BOTH, RAWPK, 2, 0), raw, require, 0, 0, RAW, RAW);
	NEGOTIATE(SIDE(RAW_ONLY, RAWPK, 1, 0), SIDE(RAW_ONLY, RAWPK, 1, 0), require, 0, 0, RAW, RAW);
	/* A client without a key. */
	NEGOTIATE(SIDE(BOTH, RAWPK, 0, 0), raw, GNUTLS_CERT_REQUEST, 0, 0, X509, RAW);
	/* The order of the client's priorities. */
	NEGOTIATE(SIDE(RAW_ONLY ":+CTYPE-X509", RAWPK, 1, 1), SIDE(BOTH, RAWPK, 1, 1), require, 0, 0, RAW, RAW);
	NEGOTIATE(SIDE(":-CTYPE-ALL:+CTYPE-X509:+CTYPE-RAWPK", RAWPK, 1, 1), SIDE(RAW_ONLY ":+CTYPE-X509", RAWPK, 1, 1), require, 0, 0, X509, X509);
	/* The types of both sides are independent. */
	NEGOTIATE(SIDE(":-CTYPE-ALL:+CTYPE-SRV-RAWPK:+CTYPE-CLI-X509", RAWPK, 0, 1), raw, require, 0, 0, X509, RAW);
	NEGOTIATE(SIDE(":-CTYPE-ALL:+CTYPE-CLI-RAWPK:+CTYPE-SRV-X509", RAWPK, 1, 0), SIDE(BOTH, RAWPK, 0, 1), require, 0, 0, RAW, X509);
	NEGOTIATE(SIDE(BOTH, RAWPK, 0, 1), raw, require, 0, 0, X509, RAW);
	/* A server has what it has. */
	NEGOTIATE(SIDE(BOTH, RAWPK, 0, 0), SIDE(BOTH, RAWPK, 0, 1), 0, 0, 0, X509, X509);
	NEGOTIATE(SIDE(RAW_ONLY, RAWPK, 0, 0), SIDE(BOTH, RAWPK, 0, 1), 0, GNUTLS_E_AGAIN, GNUTLS_E_UNSUPPORTED_CERTIFICATE_TYPE, 0, 0);
	/* Without the flag or the priorities of either side. */
	NEGOTIATE(SIDE(BOTH, 0, 1, 0), SIDE(BOTH, RAWPK, 1, 1), 0, 0, 0, X509, X509);
	NEGOTIATE(raw, SIDE(BOTH, 0, 1, 1), 0, 0, 0, X509, X509);
	NEGOTIATE(raw, x509, 0, 0, 0, X509, X509);
	NEGOTIATE(SIDE("", RAWPK, 1, 0), SIDE("", RAWPK, 1, 1), 0, 0, 0, X509, X509);
	NEGOTIATE(SIDE("", RAWPK, 1, 0), SIDE("", RAWPK, 1, 0), 0, GNUTLS_E_AGAIN, GNUTLS_E_NO_CIPHER_SUITES, 0, 0);
}

static int retrieve(gnutls_session_t s, const struct gnutls_cert_retr_st *info, gnutls_pcert_st **certs, unsigned *n_certs,
		    gnutls_ocsp_data_st **ocsp, unsigned *n_ocsp, gnutls_privkey_t *key, unsigned *flags)
{
	*certs = gnutls_calloc(1, sizeof **certs);
	CHECK_IS(gnutls_pcert_import_rawpk_raw(*certs, &spki[0], GNUTLS_X509_FMT_PEM, 0, 0), 0);
	CHECK(gnutls_privkey_init(key) == 0 && gnutls_privkey_import_x509_raw(*key, &pkey[0], GNUTLS_X509_FMT_PEM, NULL, 0) == 0);
	*n_certs = 1;
	*n_ocsp = 0;
	*ocsp = NULL;
	*flags = GNUTLS_CERT_RETR_DEINIT_ALL;
	return 0;
}

/* A callback gives a raw public key, and a session with it is resumed. */
static void test_callback(void)
{
	for (int v = 0; v < 2; v++) {
		gnutls_datum_t data, ticket;
		CHECK(gnutls_session_ticket_key_generate(&ticket) == 0);
		data.data = NULL;
		for (int again = 0; again < 2; again++) {
			struct pair p;
			char prio[100];
			unsigned n = 0;
			char c;
			const gnutls_datum_t *d;
			memset(&p, 0, sizeof p);
			snprintf(prio, sizeof prio, "%s" RAW_ONLY, both_versions[v]);
			p.ccred = credentials(NULL, NULL);
			p.scred = credentials(NULL, NULL);
			gnutls_certificate_set_retrieve_function3(p.scred, retrieve);
			end_init(&p.client, &p.server, GNUTLS_CLIENT | RAWPK, prio, p.ccred);
			end_init(&p.server, &p.client, GNUTLS_SERVER | RAWPK, prio, p.scred);
			CHECK_IS(gnutls_session_ticket_enable_server(p.server.s, &ticket), 0);
			if (again)
				CHECK_IS(gnutls_session_set_data(p.client.s, data.data, data.size), 0);
			HANDSHAKE(&p, 0, 0);
			CHECK_IS(gnutls_session_is_resumed(p.client.s), again);
			CHECK_IS(gnutls_record_send(p.server.s, "x", 1), 1);
			CHECK_IS(take(&p.client, &c, 1), 1);
			d = gnutls_certificate_get_peers(p.client.s, &n);
			CHECK(n == 1 && d && d->size == spki_der[0].size && !memcmp(d->data, spki_der[0].data, d->size));
			CHECK_IS(gnutls_certificate_type_get2(p.client.s, GNUTLS_CTYPE_SERVER), RAW);
			if (!again)
				CHECK_IS(gnutls_session_get_data2(p.client.s, &data), 0);
			pair_end(&p);
		}
		gnutls_free(data.data);
		gnutls_free(ticket.data);
	}
}

int main(void)
{
	make_keys();
	test_credentials();
	test_negotiation();
	test_callback();
	CHECK_IS(gnutls_certificate_type_get2(NULL, 9), GNUTLS_CRT_UNKNOWN);
	for (int i = 0; i < 2; i++) {
		gnutls_free(spki[i].data);
		gnutls_free(pkey[i].data);
		gnutls_free(spki_der[i].data);
		gnutls_free(pkey_der[i].data);
	}
	return check_result();
}
