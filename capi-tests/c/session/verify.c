/* Verification of the peer's certificates, on request and during the handshake. */
#include "sessions.h"
#include <time.h>

enum { UNTRUSTED = GNUTLS_CERT_INVALID | GNUTLS_CERT_SIGNER_NOT_FOUND };


/* The three functions on a good chain. */
/* How the elements are read. */
static void typed_data(gnutls_session_t c)
{
	static const struct {
		gnutls_typed_vdata_st d[2];
		int code;
		unsigned status;
	} rows[] = {
#define OWNER (GNUTLS_CERT_INVALID | GNUTLS_CERT_UNEXPECTED_OWNER)
#define PURPOSE (GNUTLS_CERT_INVALID | GNUTLS_CERT_PURPOSE_MISMATCH)
#define E(t, v, n) { t, (unsigned char *)(v), n }
#define HOST "www.example.com"
#define SERVER GNUTLS_KP_TLS_WWW_SERVER
		{ { E(GNUTLS_DT_DNS_HOSTNAME, HOST "x", 15), E(0, NULL, 0) }, 0, OWNER },
		{ { E(GNUTLS_DT_DNS_HOSTNAME, HOST, 3), E(0, NULL, 0) }, 0, 0 },
		{ { E(GNUTLS_DT_DNS_HOSTNAME, HOST, 99), E(0, NULL, 0) }, 0, 0 },
		{ { E(GNUTLS_DT_DNS_HOSTNAME, NULL, 0), E(0, NULL, 0) }, 0, 0 },
		{ { E(GNUTLS_DT_DNS_HOSTNAME, "", 0), E(0, NULL, 0) }, 0, OWNER },
		{ { E(GNUTLS_DT_DNS_HOSTNAME, HOST, 0), E(GNUTLS_DT_DNS_HOSTNAME, HOST, 0) }, GNUTLS_E_INVALID_REQUEST, 77 },
		{ { E(GNUTLS_DT_DNS_HOSTNAME, HOST, 0), E(GNUTLS_DT_IP_ADDRESS, "\x7f\0\0\1", 4) }, GNUTLS_E_INVALID_REQUEST, 77 },
		{ { E(GNUTLS_DT_DNS_HOSTNAME, HOST, 0), E(GNUTLS_DT_RFC822NAME, "a@example.com", 0) }, GNUTLS_E_INVALID_REQUEST, 77 },
		{ { E(GNUTLS_DT_DNS_HOSTNAME, "127.0.0.1", 0), E(0, NULL, 0) }, 0, 0 },
		{ { E(GNUTLS_DT_IP_ADDRESS, "\x7f\0\0\1", 4), E(0, NULL, 0) }, 0, 0 },
		{ { E(GNUTLS_DT_IP_ADDRESS, "\x7f\0\0\1", 3), E(0, NULL, 0) }, 0, OWNER },
		{ { E(GNUTLS_DT_IP_ADDRESS, "\x7f\0\0\1\0", 5), E(0, NULL, 0) }, 0, OWNER },
#ifdef OURS /* GnuTLS asks for nothing. */
		{ { E(GNUTLS_DT_IP_ADDRESS, "\x7f\0\0\1", 0), E(0, NULL, 0) }, 0, OWNER },
#endif
		{ { E(GNUTLS_DT_IP_ADDRESS, NULL, 4), E(0, NULL, 0) }, 0, 0 },
		{ { E(GNUTLS_DT_KEY_PURPOSE_OID, "nonsense", 0), E(0, NULL, 0) }, 0, PURPOSE },
		{ { E(GNUTLS_DT_KEY_PURPOSE_OID, "", 0), E(0, NULL, 0) }, 0, PURPOSE },
		{ { E(GNUTLS_DT_KEY_PURPOSE_OID, NULL, 0), E(0, NULL, 0) }, 0, 0 },
		{ { E(GNUTLS_DT_KEY_PURPOSE_OID, SERVER, 3), E(0, NULL, 0) }, 0, 0 },
		{ { E(GNUTLS_DT_KEY_PURPOSE_OID, GNUTLS_KP_TLS_WWW_CLIENT, 0), E(GNUTLS_DT_KEY_PURPOSE_OID, SERVER, 0) }, 0, 0 },
		{ { E(GNUTLS_DT_KEY_PURPOSE_OID, SERVER, 0), E(GNUTLS_DT_KEY_PURPOSE_OID, GNUTLS_KP_TLS_WWW_CLIENT, 0) }, 0, PURPOSE },
		{ { E(GNUTLS_DT_RFC822NAME, "a@example.com", 2), E(0, NULL, 0) }, 0, OWNER },
		{ { E(99, HOST, 0), E(0, NULL, 0) }, 0, 0 },
#undef E
#undef HOST
#undef SERVER
#undef OWNER
#undef PURPOSE
	};

	for (unsigned i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		gnutls_typed_vdata_st d[2];
		unsigned status = 77;
		int r;

		memcpy(d, rows[i].d, sizeof d);
		r = gnutls_certificate_verify_peers(c, d, 2, &status);
		if (r != rows[i].code || status != rows[i].status)
			fprintf(stderr, "row %u: %d, 0x%x\n", i, r, status);
		CHECK(r == rows[i].code && status == rows[i].status);
	}
}

static void test_peers(const char *prio)
{
	struct pair p;
	unsigned status = 77, n = 0;
	gnutls_typed_vdata_st data[3];
	const gnutls_datum_t *chain, *ours;

	pair_new(&p, prio, 0, 0);
	CHECK_IS(gnutls_certificate_verify_peers2(p.client.s, &status), GNUTLS_E_INVALID_REQUEST);
	HANDSHAKE(&p, 0, 0);
	gnutls_session_t c = p.client.s;
	CHECK_IS(gnutls_certificate_verify_peers2(c, &status), 0);
	CHECK_IS(status, 0);
	CHECK_IS(gnutls_certificate_verify_peers3(c, NULL, &status), 0);
	CHECK_IS(status, 0);
	CHECK_IS(gnutls_certificate_verify_peers3(c, "www.example.com", &status), 0);
	CHECK_IS(status, 0);
	CHECK_IS(gnutls_certificate_verify_peers3(c, "127.0.0.1", &status), 0);
	CHECK_IS(status, 0);
	CHECK_IS(gnutls_certificate_verify_peers3(c, "other.example.com", &status), 0);
	CHECK_IS(status, GNUTLS_CERT_INVALID | GNUTLS_CERT_UNEXPECTED_OWNER);

	memset(data, 0, sizeof data);
	data[0].type = GNUTLS_DT_DNS_HOSTNAME;
	data[0].data = (unsigned char *)"www.example.com";
	data[1].type = GNUTLS_DT_KEY_PURPOSE_OID;
	data[1].data = (unsigned char *)GNUTLS_KP_TLS_WWW_SERVER;
	CHECK_IS(gnutls_certificate_verify_peers(c, data, 2, &status), 0);
	CHECK_IS(status, 0);
	data[1].data = (unsigned char *)GNUTLS_KP_TLS_WWW_CLIENT;
	CHECK_IS(gnutls_certificate_verify_peers(c, data, 2, &status), 0);
	CHECK_IS(status, GNUTLS_CERT_INVALID | GNUTLS_CERT_PURPOSE_MISMATCH);
	data[0].data = (unsigned char *)"other.example.com";
	data[1].data = (unsigned char *)GNUTLS_KP_TLS_WWW_SERVER;
	CHECK_IS(gnutls_certificate_verify_peers(c, data, 2, &status), 0);
	CHECK_IS(status, GNUTLS_CERT_INVALID | GNUTLS_CERT_UNEXPECTED_OWNER);
	data[0].type = GNUTLS_DT_IP_ADDRESS;
	data[0].data = (unsigned char *)"\x7f\0\0\1";
	data[0].size = 4;
	CHECK_IS(gnutls_certificate_verify_peers(c, data, 2, &status), 0);
	CHECK_IS(status, 0);
	CHECK_IS(gnutls_certificate_verify_peers(c, NULL, 0, &status), 0);
	CHECK_IS(status, 0);
	typed_data(c);

	chain = gnutls_certificate_get_peers(c, &n);
	CHECK_IS(n, 2);
	ours = gnutls_certificate_get_ours(p.server.s);
	CHECK(chain && ours && chain[0].size == ours->size && !memcmp(chain[0].data, ours->data, ours->size));
	CHECK(gnutls_certificate_get_peers(c, &n) == chain);
	n = 5;
	CHECK(gnutls_certificate_get_peers(p.server.s, &n) == NULL);
	CHECK(gnutls_certificate_get_ours(c) == NULL);
	CHECK_IS(gnutls_certificate_verify_peers2(p.server.s, &status), GNUTLS_E_NO_CERTIFICATE_FOUND);
	data[1] = data[0];
	CHECK_IS(gnutls_certificate_verify_peers(p.server.s, data, 2, &status), GNUTLS_E_NO_CERTIFICATE_FOUND);
	CHECK(gnutls_certificate_expiration_time_peers(c) > time(NULL));
	CHECK(gnutls_certificate_activation_time_peers(c) < time(NULL));
	CHECK_IS(gnutls_session_get_verify_cert_status(c), (unsigned)-1);
	pair_end(&p);
}

/* Chains that fail verification. */
static void test_statuses(const char *prio)
{
	struct pair p;
	unsigned status;
	gnutls_datum_t printed;
	gnutls_certificate_credentials_t old = credentials(old_pem, server_key_pem), blind, none;

	pair_new(&p, prio, 0, 0);
	CHECK_IS(gnutls_credentials_set(p.server.s, GNUTLS_CRD_CERTIFICATE, old), 0);
	HANDSHAKE(&p, 0, 0);
	CHECK_IS(gnutls_certificate_verify_peers2(p.client.s, &status), 0);
	CHECK_IS(status, GNUTLS_CERT_INVALID | GNUTLS_CERT_EXPIRED);
	CHECK_IS(gnutls_certificate_verification_status_print(status, GNUTLS_CRT_X509, &printed, 0), 0);
	CHECK(strstr((char *)printed.data, "expired") != NULL);
	gnutls_free(printed.data);
	CHECK_IS(gnutls_certificate_verify_peers3(p.client.s, "wrong.example.com", &status), 0);
	CHECK_IS(status, GNUTLS_CERT_INVALID | GNUTLS_CERT_EXPIRED | GNUTLS_CERT_UNEXPECTED_OWNER);
	gnutls_certificate_set_verify_flags(p.ccred, GNUTLS_VERIFY_DISABLE_TIME_CHECKS);
	CHECK_IS(gnutls_certificate_verify_peers2(p.client.s, &status), 0);
	CHECK_IS(status, 0);
	pair_end(&p);

	CHECK_IS(gnutls_certificate_allocate_credentials(&blind), 0);
	pair_new(&p, prio, 0, 0);
	CHECK_IS(gnutls_credentials_set(p.client.s, GNUTLS_CRD_CERTIFICATE, blind), 0);
	HANDSHAKE(&p, 0, 0);
	CHECK_IS(gnutls_certificate_verify_peers2(p.client.s, &status), 0);
	CHECK_IS(status, UNTRUSTED);
	CHECK_IS(gnutls_certificate_verify_peers3(p.client.s, "wrong.example.com", &status), 0);
	CHECK_IS(status, UNTRUSTED | GNUTLS_CERT_UNEXPECTED_OWNER);
	pair_end(&p);

	/* A client certificate for a server's purpose. */
	none = credentials(client_pem, client_key_pem);
	pair_new(&p, prio, 0, 0);
	CHECK_IS(gnutls_credentials_set(p.client.s, GNUTLS_CRD_CERTIFICATE, none), 0);
	gnutls_certificate_server_set_request(p.server.s, GNUTLS_CERT_REQUEST);
	HANDSHAKE(&p, 0, 0);
	CHECK_IS(gnutls_certificate_client_get_request_status(p.client.s), 1);
	CHECK_IS(gnutls_certificate_verify_peers2(p.server.s, &status), 0);
	CHECK_IS(status, 0);
	gnutls_typed_vdata_st d = { GNUTLS_DT_KEY_PURPOSE_OID, (unsigned char *)GNUTLS_KP_TLS_WWW_SERVER, 0 };
	CHECK_IS(gnutls_certificate_verify_peers(p.server.s, &d, 1, &status), 0);
	CHECK_IS(status, GNUTLS_CERT_INVALID | GNUTLS_CERT_PURPOSE_MISMATCH);
	d.type = GNUTLS_DT_RFC822NAME;
	d.data = (unsigned char *)"client@example.com";
	CHECK_IS(gnutls_certificate_verify_peers(p.server.s, &d, 1, &status), 0);
	CHECK_IS(status, 0);
	d.data = (unsigned char *)"other@example.com";
	CHECK_IS(gnutls_certificate_verify_peers(p.server.s, &d, 1, &status), 0);
	CHECK_IS(status, GNUTLS_CERT_INVALID | GNUTLS_CERT_UNEXPECTED_OWNER);
	CHECK(gnutls_certificate_get_ours(p.client.s) != NULL);
	pair_end(&p);
	gnutls_certificate_free_credentials(none);
	gnutls_certificate_free_credentials(blind);
	gnutls_certificate_free_credentials(old);
}

/* Automatic verification in the handshake. */
static void automatic(const char *prio, const char *name, gnutls_certificate_credentials_t server,
		      gnutls_certificate_credentials_t client, unsigned expected, int alert)
{
	struct pair p;
	int c, s, before = check_failures;
	char buf[8];

	pair_new(&p, prio, 0, 0);
	if (server)
		gnutls_credentials_set(p.server.s, GNUTLS_CRD_CERTIFICATE, server);
	if (client)
		gnutls_credentials_set(p.client.s, GNUTLS_CRD_CERTIFICATE, client);
	gnutls_session_set_verify_cert(p.client.s, name, 0);
	pair_handshake(&p, &c, &s);
	CHECK_IS(c, expected ? GNUTLS_E_CERTIFICATE_VERIFICATION_ERROR : 0);
	CHECK_IS(gnutls_session_get_verify_cert_status(p.client.s), expected);
	if (expected) {
		CHECK_IS(gnutls_alert_send_appropriate(p.client.s, c), 0);
		s = gnutls_handshake(p.server.s);
		if (s == 0)
			s = take(&p.server, buf, sizeof buf);
		CHECK_IS(s, GNUTLS_E_FATAL_ALERT_RECEIVED);
		CHECK_IS(gnutls_alert_get(p.server.s), alert);
	} else {
		ECHO(&p);
	}
	if (check_failures != before)
		fprintf(stderr, "    with %s and %s\n", prio, name ? name : "no name");
	pair_end(&p);
}

static void test_automatic(const char *prio)
{
	gnutls_certificate_credentials_t blind, old = credentials(old_pem, server_key_pem);
	struct pair p;
	gnutls_typed_vdata_st data[2];
	int i;

	CHECK_IS(gnutls_certificate_allocate_credentials(&blind), 0);
	automatic(prio, "www.example.com", NULL, NULL, 0, 0);
	automatic(prio, NULL, NULL, NULL, 0, 0);
	automatic(prio, "wrong.example.com", NULL, NULL, GNUTLS_CERT_INVALID | GNUTLS_CERT_UNEXPECTED_OWNER,
		  GNUTLS_A_BAD_CERTIFICATE);
	automatic(prio, "www.example.com", NULL, blind, UNTRUSTED, GNUTLS_A_BAD_CERTIFICATE);
	automatic(prio, "www.example.com", old, NULL, GNUTLS_CERT_INVALID | GNUTLS_CERT_EXPIRED,
		  GNUTLS_A_BAD_CERTIFICATE);
	automatic(prio, "www.example.com", old, blind, UNTRUSTED, GNUTLS_A_BAD_CERTIFICATE);
	gnutls_certificate_free_credentials(blind);
	gnutls_certificate_free_credentials(old);

	for (i = 0; i < 2; i++) {
		memset(data, 0, sizeof data);
		data[0].type = GNUTLS_DT_DNS_HOSTNAME;
		data[0].data = (unsigned char *)"www.example.com";
		data[1].type = GNUTLS_DT_KEY_PURPOSE_OID;
		data[1].data = (unsigned char *)(i ? GNUTLS_KP_TLS_WWW_CLIENT : GNUTLS_KP_TLS_WWW_SERVER);
		pair_new(&p, prio, 0, 0);
		gnutls_session_set_verify_cert2(p.client.s, data, 2, 0);
		HANDSHAKE(&p, i ? GNUTLS_E_CERTIFICATE_VERIFICATION_ERROR : 0, i ? GNUTLS_E_AGAIN : 0);
		CHECK_IS(gnutls_session_get_verify_cert_status(p.client.s),
			 i ? GNUTLS_CERT_INVALID | GNUTLS_CERT_PURPOSE_MISMATCH : 0);
		pair_end(&p);
	}
}

/* The application's verification callback: it calls the library, and it refuses. */
static int calls, verdict, inside;
static int verifier(gnutls_session_t s)
{
	unsigned status = 77, n = 0;
	char *desc;
	calls++;
	inside = gnutls_certificate_verify_peers3(s, "www.example.com", &status);
	if (!inside)
		inside = status;
	CHECK(gnutls_certificate_get_peers(s, &n) != NULL);
	CHECK_IS(n, 2);
	CHECK(gnutls_protocol_get_version(s) >= GNUTLS_TLS1_2);
	CHECK(gnutls_cipher_get(s) != 0);
	desc = gnutls_session_get_desc(s);
	gnutls_free(desc);
	gnutls_session_set_ptr(s, &calls);
	CHECK_IS(gnutls_handshake_get_last_in(s), gnutls_protocol_get_version(s) == GNUTLS_TLS1_3
							  ? GNUTLS_HANDSHAKE_CERTIFICATE_VERIFY
							  : GNUTLS_HANDSHAKE_CERTIFICATE_PKT);
	return verdict;
}

static void test_function(const char *prio, int by_session)
{
	struct pair p;
	int refuse;

	for (refuse = 0; refuse < 2; refuse++) {
		pair_new(&p, prio, 0, 0);
		calls = 0;
		inside = 77;
		verdict = refuse ? GNUTLS_E_CERTIFICATE_ERROR : 0;
		if (by_session)
			gnutls_session_set_verify_function(p.client.s, verifier);
		else
			gnutls_certificate_set_verify_function(p.ccred, verifier);
		HANDSHAKE(&p, refuse ? GNUTLS_E_CERTIFICATE_ERROR : 0, refuse ? GNUTLS_E_AGAIN : 0);
		CHECK_IS(calls, 1);
		CHECK_IS(inside, 0);
		CHECK(gnutls_session_get_ptr(p.client.s) == &calls);
		pair_end(&p);
	}
}

static int asked;

/* The authority between the leaf and the root, which the server does not send. */
static int issuers(gnutls_x509_trust_list_t list, const gnutls_x509_crt_t cert, gnutls_x509_crt_t **found, unsigned *n)
{
	gnutls_datum_t inter = text(inter_pem);
	asked++;
	CHECK(gnutls_x509_crt_get_version(cert) == 3);
	return gnutls_x509_crt_list_import2(found, n, &inter, GNUTLS_X509_FMT_PEM, 0);
}

/* The callback of a trust list is called for issuers that the peer does not send. */
static void test_issuers(const char *prio)
{
	struct pair p = { 0 };
	gnutls_x509_trust_list_t list;
	unsigned status = 77;
	p.ccred = credentials(NULL, NULL);
	gnutls_datum_t leaf = text(leaf_pem), key = text(leaf_key_pem);
	p.scred = credentials(NULL, NULL);
	CHECK_IS(gnutls_certificate_set_x509_key_mem(p.scred, &leaf, &key, GNUTLS_X509_FMT_PEM), 0);
	end_init(&p.client, &p.server, GNUTLS_CLIENT, prio, p.ccred);
	end_init(&p.server, &p.client, GNUTLS_SERVER, prio, p.scred);
	HANDSHAKE(&p, 0, 0);
	asked = 0;
	CHECK_IS(gnutls_certificate_verify_peers2(p.client.s, &status), 0);
	CHECK_IS(status, UNTRUSTED);
	gnutls_certificate_get_trust_list(p.ccred, &list);
	gnutls_x509_trust_list_set_getissuer_function(list, issuers);
	CHECK_IS(gnutls_certificate_verify_peers2(p.client.s, &status), 0);
	CHECK_IS(status, 0);
	CHECK_IS(asked, 1);
	CHECK_IS(gnutls_certificate_verify_peers3(p.client.s, "www.example.com", &status), 0);
	CHECK_IS(status, 0);
	CHECK_IS(asked, 2);
	pair_end(&p);
}

/* A chain of two certificates with keys of 256 bits. 0 means no limit. */
static void test_limits(const char *prio)
{
	static const struct { unsigned bits, depth; int code; } rows[] = {
		{ 8200, 5, 0 },
		{ 8200, 2, 0 },
		{ 8200, 1, GNUTLS_E_CONSTRAINT_ERROR },
		{ 8200, 0, 0 },
		{ 256, 2, 0 },
		{ 0, 0, 0 },
#ifdef OURS
		/* GnuTLS does not check the bits. */
		{ 255, 2, GNUTLS_E_CONSTRAINT_ERROR },
#endif
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct pair p;
		unsigned status = 77;
		pair_new(&p, prio, 0, 0);
		gnutls_certificate_set_verify_limits(p.ccred, rows[i].bits, rows[i].depth);
		HANDSHAKE(&p, 0, 0);
		CHECK_IS(gnutls_certificate_verify_peers2(p.client.s, &status), rows[i].code);
		CHECK(rows[i].code != 0 || status == 0);
		pair_end(&p);
	}
}

/* The steps that the function of the session was told. */
static char steps[256];

static int told(gnutls_x509_crt_t cert, gnutls_x509_crt_t issuer, gnutls_x509_crl_t crl, unsigned status)
{
	char name[64];
	size_t size = sizeof name;

	CHECK_IS(gnutls_x509_crt_get_dn(cert, name, &size), 0);
	sprintf(steps + strlen(steps), "%s by ", name);
	size = sizeof name;
	CHECK_IS(issuer ? gnutls_x509_crt_get_dn(issuer, name, &size) : -1, 0);
	sprintf(steps + strlen(steps), "%s, %d, %x. ", name, crl != NULL, status);
	return -1;
}

#define STEPS "CN=Test intermediate by CN=Test root, 0, 0. CN=www.example.com by CN=Test intermediate, 0, 0. "

static void test_output(const char *prio)
{
	struct pair p;
	unsigned status = 77;

	pair_new(&p, prio, 0, 0);
	gnutls_session_set_verify_output_function(p.client.s, told);
	gnutls_session_set_verify_cert(p.client.s, "www.example.com", 0);
	steps[0] = 0;
	HANDSHAKE(&p, 0, 0);
	CHECK(!strcmp(steps, STEPS));
	steps[0] = 0;
	CHECK_IS(gnutls_certificate_verify_peers3(p.client.s, "other.example.com", &status), 0);
	CHECK_IS(status, GNUTLS_CERT_INVALID | GNUTLS_CERT_UNEXPECTED_OWNER);
	CHECK(!strcmp(steps, STEPS));
	steps[0] = 0;
	gnutls_session_set_verify_output_function(p.client.s, NULL);
	CHECK_IS(gnutls_certificate_verify_peers2(p.client.s, &status), 0);
	CHECK(!steps[0]);
#ifdef OURS
	gnutls_session_set_verify_output_function(NULL, told);
#endif
	pair_end(&p);
}

static void test_subkey(void)
{
	gnutls_datum_t id;

	CHECK_IS(gnutls_certificate_get_peers_subkey_id(NULL, &id), GNUTLS_E_UNIMPLEMENTED_FEATURE);
}

int main(void)
{
	int v;

	test_subkey();
	for (v = 0; v < 2; v++) {
		test_peers(both_versions[v]);
		test_statuses(both_versions[v]);
		test_automatic(both_versions[v]);
		test_output(both_versions[v]);
		test_issuers(both_versions[v]);
		test_limits(both_versions[v]);
		test_function(both_versions[v], 0);
		test_function(both_versions[v], 1);
	}
	return check_result();
}
