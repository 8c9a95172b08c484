/* gnutls_certificate_set_retrieve_function: the arguments of the callback on each side, and the effect of its
 * result. */
#include "sessions.h"

static struct {
	int calls, answer, names, kinds[16], n_kinds;
	/* The last message before the call, and how often the peer had been verified. */
	int last_in, verified, verified_before;
} seen;

static int verify(gnutls_session_t session)
{
	seen.verified++;
	return 0;
}

/* Returns the identity of the server as objects that the library frees. */
static int retrieve(gnutls_session_t session, const gnutls_datum_t *names, int n_names, const gnutls_pk_algorithm_t *kinds,
		    int n_kinds, gnutls_retr2_st *st)
{
	char pem[8192];
	gnutls_datum_t chain, key = text(server_key_pem);

	seen.calls++;
	seen.last_in = gnutls_handshake_get_last_in(session);
	seen.verified_before = seen.verified;
	seen.names = n_names;
	seen.n_kinds = n_kinds;
	for (int i = 0; i < n_kinds && i < 16; i++)
		seen.kinds[i] = kinds[i];
	CHECK((names == NULL) == (n_names == 0));
	CHECK((kinds == NULL) == (n_kinds == 0));
	CHECK(st->cert_type == 0 && st->ncerts == 0 && st->deinit_all == 0);
	if (seen.answer <= 0)
		return seen.answer;
	snprintf(pem, sizeof pem, "%s%s", server_pem, inter_pem);
	chain = text(pem);
	CHECK_IS(gnutls_x509_crt_list_import2(&st->cert.x509, &st->ncerts, &chain, GNUTLS_X509_FMT_PEM, 0), 0);
	CHECK_IS(gnutls_x509_privkey_init(&st->key.x509), 0);
	CHECK_IS(gnutls_x509_privkey_import(st->key.x509, &key, GNUTLS_X509_FMT_PEM), 0);
	st->cert_type = GNUTLS_CRT_X509;
	st->key_type = GNUTLS_PRIVKEY_X509;
	st->deinit_all = 1;
	return 0;
}

/* A server's callback gets no information about the peer, and is called again after a failure. */
static void test_server(const char *prio)
{
	gnutls_certificate_credentials_t own;
	struct pair p;

	CHECK_IS(gnutls_certificate_allocate_credentials(&own), 0);
	gnutls_certificate_set_retrieve_function(own, retrieve);
	memset(&seen, 0, sizeof seen);
	seen.answer = 1;
	pair_new(&p, prio, 0, 0);
	gnutls_credentials_set(p.server.s, GNUTLS_CRD_CERTIFICATE, own);
	HANDSHAKE(&p, 0, 0);
	CHECK_IS(seen.calls, 1);
	CHECK_IS(seen.names, 0);
	CHECK_IS(seen.n_kinds, 0);
	ECHO(&p);
	pair_end(&p);

	/* An error, and an answer without a certificate. */
	for (seen.answer = -1; seen.answer <= 0; seen.answer++) {
		seen.calls = 0;
		pair_new(&p, prio, 0, 0);
		gnutls_credentials_set(p.server.s, GNUTLS_CRD_CERTIFICATE, own);
		HANDSHAKE(&p, GNUTLS_E_AGAIN, GNUTLS_E_NO_CIPHER_SUITES);
		CHECK(seen.calls >= 2);
		pair_end(&p);
	}

	/* NULL removes the callback: these credentials have no certificate. */
	gnutls_certificate_set_retrieve_function(own, NULL);
	seen.calls = 0;
	pair_new(&p, prio, 0, 0);
	gnutls_credentials_set(p.server.s, GNUTLS_CRD_CERTIFICATE, own);
	HANDSHAKE(&p, GNUTLS_E_AGAIN, GNUTLS_E_NO_CIPHER_SUITES);
	CHECK_IS(seen.calls, 0);
	pair_end(&p);
	gnutls_certificate_free_credentials(own);
}

/* A client's callback gets the contents of the request in their order (RFC 5246 section 7.4.4, RFC 8446 section
 * 4.3.2), as soon as the request is there: in TLS 1.3 that is before the server's certificate. */
static void test_client(const char *prio, const char *server_prio, const int *kinds, int n_kinds)
{
	struct pair p;
	unsigned n = 0;

	memset(&seen, 0, sizeof seen);
	seen.answer = 1;
	pair_new(&p, prio, 0, 0);
	gnutls_priority_set_direct(p.server.s, server_prio, NULL);
	gnutls_certificate_set_retrieve_function(p.ccred, retrieve);
	gnutls_certificate_set_verify_function(p.ccred, verify);
	gnutls_certificate_server_set_request(p.server.s, GNUTLS_CERT_REQUEST);
	HANDSHAKE(&p, 0, 0);
	CHECK_IS(seen.calls, 1);
	CHECK_IS(seen.last_in, GNUTLS_HANDSHAKE_CERTIFICATE_REQUEST);
	CHECK_IS(seen.verified, 1);
	CHECK_IS(seen.verified_before, gnutls_protocol_get_version(p.client.s) != GNUTLS_TLS1_3);
	CHECK_IS(seen.names, 1);
	CHECK_IS(seen.n_kinds, n_kinds);
	for (int i = 0; i < n_kinds; i++)
		CHECK_IS(seen.kinds[i], kinds[i]);
	CHECK(gnutls_certificate_get_peers(p.server.s, &n) != NULL);
	CHECK_IS(n, 2);
	pair_end(&p);

	/* No certificate is a valid result too. */
	seen.answer = 0;
	pair_new(&p, prio, 0, 0);
	gnutls_certificate_set_retrieve_function(p.ccred, retrieve);
	gnutls_certificate_server_set_request(p.server.s, GNUTLS_CERT_REQUEST);
	HANDSHAKE(&p, 0, 0);
	CHECK_IS(seen.calls, 2);
	CHECK(gnutls_certificate_get_peers(p.server.s, &n) == NULL);
	pair_end(&p);
}

int main(void)
{
	static const int types[] = { GNUTLS_PK_RSA, GNUTLS_PK_ECDSA };
	static const int signs[] = { GNUTLS_PK_ECDSA, GNUTLS_PK_RSA_PSS };
	static const int all[] = {
#if GNUTLS_VERSION_NUMBER >= 0x03080d
		GNUTLS_PK_MLDSA44, GNUTLS_PK_MLDSA65, GNUTLS_PK_MLDSA87,
#endif
		GNUTLS_PK_RSA, GNUTLS_PK_RSA_PSS, GNUTLS_PK_ECDSA, GNUTLS_PK_EDDSA_ED25519, GNUTLS_PK_EDDSA_ED448
	};

	test_server(TLS12);
	test_server(TLS13);
	test_client(TLS12, TLS12, types, 2);
	test_client(TLS12, TLS12 ":-SIGN-ALL:+SIGN-ECDSA-SHA256:+SIGN-RSA-SHA256", types, 2);
	test_client(TLS13, TLS13, all, sizeof all / sizeof *all);
	test_client(TLS13, TLS13 ":-SIGN-ALL:+SIGN-ECDSA-SECP256R1-SHA256:+SIGN-RSA-PSS-SHA256", signs, 2);
	return check_result();
}
