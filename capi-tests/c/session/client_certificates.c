/* Client certificates with each kind of key in each version: whether the handshake works, the signature of the client, and the
 * names of the authorities that the server accepts. */
#include "sessions.h"
#include "authority.h"

struct kind {
	gnutls_pk_algorithm_t pk;
	unsigned bits;
	const char *more; /* priorities that it needs */
	/* The client's signature in TLS 1.0 to 1.3: -1 if no certificate can be sent, 0 if none is negotiated, TOO_LARGE if the client
	 * gives up: SHA-1 is too short for its key. */
	int sign[4];
};

/* GnuTLS looks for the types of TLS 1.2's CertificateRequest, which names none of them (RFC 8422 section 5.5, RFC 8446 section
 * 4.2.3 count them to ECDSA and RSA). */
#ifdef OURS
#define IN_12(sign) sign
#else
#define IN_12(sign) -1
#endif
#define EC(curve) GNUTLS_CURVE_TO_BITS(GNUTLS_ECC_CURVE_##curve)
#define TOO_LARGE -2
static const struct kind kinds[] = {
	{ GNUTLS_PK_RSA, 2048, "", { 0, 0, GNUTLS_SIGN_RSA_SHA256, GNUTLS_SIGN_RSA_PSS_RSAE_SHA256 } },
	{ GNUTLS_PK_RSA_PSS, 2048, "", { -1, -1, IN_12(GNUTLS_SIGN_RSA_PSS_SHA256), GNUTLS_SIGN_RSA_PSS_SHA256 } },
	{ GNUTLS_PK_ECDSA, EC(SECP256R1), "", { 0, 0, GNUTLS_SIGN_ECDSA_SHA256, GNUTLS_SIGN_ECDSA_SECP256R1_SHA256 } },
	{ GNUTLS_PK_ECDSA, EC(SECP384R1), "", { 0, 0, GNUTLS_SIGN_ECDSA_SHA256, GNUTLS_SIGN_ECDSA_SECP384R1_SHA384 } },
	{ GNUTLS_PK_ECDSA, EC(SECP521R1), "", { 0, 0, GNUTLS_SIGN_ECDSA_SHA256, GNUTLS_SIGN_ECDSA_SECP521R1_SHA512 } },
	{ GNUTLS_PK_EDDSA_ED25519, EC(ED25519), "", { -1, -1, IN_12(GNUTLS_SIGN_EDDSA_ED25519), GNUTLS_SIGN_EDDSA_ED25519 } },
#ifdef OURS
	/* GnuTLS's CertificateRequest never names DSA. */
	{ GNUTLS_PK_DSA, 2048, ":+SIGN-DSA-SHA256", { TOO_LARGE, TOO_LARGE, GNUTLS_SIGN_DSA_SHA256, -1 } },
	{ GNUTLS_PK_DSA, 1024, ":+SIGN-DSA-SHA1", { 0, 0, GNUTLS_SIGN_DSA_SHA1, -1 } },
	{ GNUTLS_PK_DSA, 2048, "", { -1, -1, -1, -1 } },
#endif
	{ GNUTLS_PK_EDDSA_ED448, EC(ED448), "", { -1, -1, IN_12(GNUTLS_SIGN_EDDSA_ED448), GNUTLS_SIGN_EDDSA_ED448 } },
};
static const char *const versions[] = { "NORMAL:-VERS-ALL:+VERS-TLS1.0", "NORMAL:-VERS-ALL:+VERS-TLS1.1", TLS12, TLS13 };

/* A self-signed certificate. */
static struct entity own(const struct kind *k)
{
	struct entity e;
	unsigned char serial = 5;
	CHECK(gnutls_x509_privkey_init(&e.key) == 0 && gnutls_x509_privkey_generate(e.key, k->pk, k->bits, 0) == 0);
	gnutls_x509_crt_init(&e.crt);
	gnutls_x509_crt_set_version(e.crt, 3);
	gnutls_x509_crt_set_serial(e.crt, &serial, 1);
	gnutls_x509_crt_set_activation_time(e.crt, time(NULL) - DAY);
	gnutls_x509_crt_set_expiration_time(e.crt, time(NULL) + DAY);
	CHECK(gnutls_x509_crt_set_dn(e.crt, "CN=client", NULL) == 0 && gnutls_x509_crt_set_key(e.crt, e.key) == 0);
	CHECK_IS(gnutls_x509_crt_sign2(e.crt, e.crt, e.key, k->pk == GNUTLS_PK_EDDSA_ED448 ? GNUTLS_DIG_SHAKE_256 : GNUTLS_DIG_SHA512, 0), 0);
	return e;
}

static void shown(const struct kind *k)
{
	struct entity e = own(k);
	for (int v = 0; v < 4; v++) {
		struct pair p;
		unsigned status = 77, n = 0;
		int c, s, sends = k->sign[v] >= 0;
		char prio[200];
		snprintf(prio, sizeof prio, "%s%s", versions[v], k->more);
		memset(&p, 0, sizeof p);
		p.ccred = credentials(NULL, NULL);
		p.scred = credentials(server_pem, server_key_pem);
		CHECK_IS(gnutls_certificate_set_x509_key(p.ccred, &e.crt, 1, e.key), 0);
		CHECK_IS(gnutls_certificate_set_x509_trust(p.scred, &e.crt, 1), 1);
		end_init(&p.client, &p.server, GNUTLS_CLIENT, prio, p.ccred);
		end_init(&p.server, &p.client, GNUTLS_SERVER, prio, p.scred);
		gnutls_certificate_server_set_request(p.server.s, GNUTLS_CERT_REQUEST);
		pair_handshake(&p, &c, &s);
		if (k->sign[v] == TOO_LARGE) {
			CHECK_IS(c, GNUTLS_E_INCOMPAT_DSA_KEY_WITH_TLS_PROTOCOL);
			CHECK_IS(s, GNUTLS_E_AGAIN);
		} else if (c || s || !!gnutls_certificate_get_peers(p.server.s, &n) != sends) {
			fprintf(stderr, "%s, TLS 1.%d: %d %d, %u certificates\n", gnutls_pk_get_name(k->pk), v, c, s, n);
			check_failures++;
		} else if (sends) {
			CHECK(gnutls_certificate_verify_peers2(p.server.s, &status) == 0 && status == 0);
			if (gnutls_sign_algorithm_get_client(p.server.s) != k->sign[v] || gnutls_sign_algorithm_get_client(p.client.s) != k->sign[v]) {
				fprintf(stderr, "%s, TLS 1.%d: signed by %d %d\n", gnutls_pk_get_name(k->pk), v, gnutls_sign_algorithm_get_client(p.client.s),
					gnutls_sign_algorithm_get_client(p.server.s));
				check_failures++;
			}
		}
		pair_end(&p);
	}
	gnutls_x509_crt_deinit(e.crt);
	gnutls_x509_privkey_deinit(e.key);
}

/* A client whose RSA certificate no algorithm that the server takes can sign with. GnuTLS shows it in TLS 1.2, and gives up at the signature. */
static void unfit(void)
{
	static const struct kind pss = { GNUTLS_PK_RSA_PSS, 2048, "", { 0 } }, rsa = { GNUTLS_PK_RSA, 2048, "", { 0 } };
	struct entity server = own(&pss), client = own(&rsa);
	for (int v = 2; v < 4; v++)
		for (int request = GNUTLS_CERT_REQUEST; request <= GNUTLS_CERT_REQUIRE; request++) {
			int required = request == GNUTLS_CERT_REQUIRE, gives_up = 0, c, s;
			struct pair p;
			char prio[200];
#ifndef OURS
			gives_up = v == 2;
#endif
			snprintf(prio, sizeof prio, "%s:-SIGN-ALL:+SIGN-RSA-PSS-SHA256:+SIGN-RSA-PSS-SHA384:+SIGN-RSA-PSS-SHA512", versions[v]);
			memset(&p, 0, sizeof p);
			CHECK(gnutls_certificate_allocate_credentials(&p.ccred) == 0 && gnutls_certificate_allocate_credentials(&p.scred) == 0);
			CHECK_IS(gnutls_certificate_set_x509_key(p.ccred, &client.crt, 1, client.key), 0);
			CHECK_IS(gnutls_certificate_set_x509_key(p.scred, &server.crt, 1, server.key), 0);
			CHECK_IS(gnutls_certificate_set_x509_trust(p.scred, &client.crt, 1), 1);
			end_init(&p.client, &p.server, GNUTLS_CLIENT, versions[v], p.ccred);
			end_init(&p.server, &p.client, GNUTLS_SERVER, prio, p.scred);
			gnutls_certificate_server_set_request(p.server.s, request);
			pair_handshake(&p, &c, &s);
			if (gives_up) {
				CHECK_IS(c, GNUTLS_E_UNWANTED_ALGORITHM);
				CHECK_IS(s, GNUTLS_E_AGAIN);
			} else if (required) {
				CHECK_IS(s, v == 2 ? GNUTLS_E_NO_CERTIFICATE_FOUND : GNUTLS_E_CERTIFICATE_REQUIRED);
			} else {
				CHECK(c == 0 && s == 0 && gnutls_certificate_get_peers(p.server.s, NULL) == NULL);
			}
			pair_end(&p);
		}
	gnutls_x509_crt_deinit(server.crt);
	gnutls_x509_privkey_deinit(server.key);
	gnutls_x509_crt_deinit(client.crt);
	gnutls_x509_privkey_deinit(client.key);
}

/* The names that a server of two authorities sends, as the client's callback gets them. */
static int named;

static int retrieve(gnutls_session_t s, const gnutls_datum_t *names, int n_names, const gnutls_pk_algorithm_t *pks, int n_pks, gnutls_pcert_st **certs,
		    unsigned *n, gnutls_privkey_t *key)
{
	char text[100];
	size_t size = sizeof text;
	named = n_names;
	if (n_names > 0)
		CHECK(gnutls_x509_rdn_get(&names[0], text, &size) == 0 && !strcmp(text, "CN=Test root"));
	*n = 0;
	return 0;
}

static int count_names(gnutls_session_t s, const gnutls_datum_t *names, int n_names, const gnutls_pk_algorithm_t *pks, int n_pks,
		       gnutls_pcert_st **certs, unsigned *n, gnutls_privkey_t *key)
{
	named = n_names;
	*n = 0;
	return 0;
}

static void authorities(void)
{
	for (int v = 2; v < 4; v++)
		for (int hidden = 0; hidden < 2; hidden++) {
			struct pair p;
			gnutls_datum_t more = text(inter_pem);
			pair_new(&p, versions[v], 0, 0);
			CHECK_IS(gnutls_certificate_set_x509_trust_mem(p.scred, &more, GNUTLS_X509_FMT_PEM), 1);
			gnutls_certificate_set_retrieve_function2(p.ccred, retrieve);
			gnutls_certificate_server_set_request(p.server.s, GNUTLS_CERT_REQUEST);
			gnutls_certificate_send_x509_rdn_sequence(p.server.s, hidden);
			named = -1;
			HANDSHAKE(&p, 0, 0);
			CHECK_IS(named, hidden ? 0 : 2);
			CHECK(gnutls_certificate_get_peers(p.server.s, NULL) == NULL);
			pair_end(&p);
		}
}

/* Which of the trusted authorities a server names: F adds the root as text, T as an object, I the intermediate one, N forgets
 * the names, L and U replace the list by one with the root, without and with GNUTLS_TL_USE_IN_TLS, G adds to the list. */
static void which_authorities(void)
{
	static const struct {
		const char *steps;
		int names;
	} rows[] = {
		{ "", 0 }, { "F", 1 }, { "FF", 1 }, { "FI", 2 }, { "FN", 0 }, { "FNF", 0 }, { "FNI", 1 }, { "T", 1 }, { "TN", 0 }, { "TNT", 1 },
		{ "L", 0 }, { "U", 1 }, { "FL", 0 }, { "FU", 1 }, { "LF", 0 }, { "LI", 1 }, { "UN", 0 }, { "G", 0 },
	};
	gnutls_datum_t root = text(root_pem), inter = text(inter_pem);
	for (size_t i = 0; i < 2 * (sizeof rows / sizeof *rows); i++) {
		const char *steps = rows[i / 2].steps;
		gnutls_certificate_credentials_t own;
		gnutls_x509_trust_list_t list;
		gnutls_x509_crt_t crt;
		struct pair p;
		pair_new(&p, versions[2 + i % 2], 0, 0);
		CHECK_IS(gnutls_certificate_allocate_credentials(&own), 0);
		gnutls_datum_t leaf = text(server_pem), key = text(server_key_pem);
		CHECK_IS(gnutls_certificate_set_x509_key_mem(own, &leaf, &key, GNUTLS_X509_FMT_PEM), 0);
		for (; *steps; steps++) {
			CHECK_IS(gnutls_x509_crt_init(&crt), 0);
			CHECK_IS(gnutls_x509_crt_import(crt, &root, GNUTLS_X509_FMT_PEM), 0);
			if (*steps == 'F')
				CHECK_IS(gnutls_certificate_set_x509_trust_mem(own, &root, GNUTLS_X509_FMT_PEM), 1);
			else if (*steps == 'I')
				CHECK_IS(gnutls_certificate_set_x509_trust_mem(own, &inter, GNUTLS_X509_FMT_PEM), 1);
			else if (*steps == 'T')
				CHECK_IS(gnutls_certificate_set_x509_trust(own, &crt, 1), 1);
			else if (*steps == 'N')
				gnutls_certificate_free_ca_names(own);
			if (*steps == 'L' || *steps == 'U') {
				CHECK_IS(gnutls_x509_trust_list_init(&list, 0), 0);
				CHECK_IS(gnutls_x509_trust_list_add_cas(list, &crt, 1, *steps == 'U' ? GNUTLS_TL_USE_IN_TLS : 0), 1);
				gnutls_certificate_set_trust_list(own, list, 0);
			} else if (*steps == 'G') {
				gnutls_certificate_get_trust_list(own, &list);
				CHECK_IS(gnutls_x509_trust_list_add_trust_mem(list, &root, NULL, GNUTLS_X509_FMT_PEM, 0, 0), 1);
				gnutls_x509_crt_deinit(crt);
			} else {
				gnutls_x509_crt_deinit(crt);
			}
		}
		gnutls_credentials_set(p.server.s, GNUTLS_CRD_CERTIFICATE, own);
		gnutls_certificate_set_retrieve_function2(p.ccred, count_names);
		gnutls_certificate_server_set_request(p.server.s, GNUTLS_CERT_REQUEST);
		named = -1;
		HANDSHAKE(&p, 0, 0);
		if (named != rows[i / 2].names)
			fprintf(stderr, "%s: ", rows[i / 2].steps);
		CHECK_IS(named, rows[i / 2].names);
		pair_end(&p);
		gnutls_certificate_free_credentials(own);
	}
#ifdef OURS
	gnutls_certificate_free_ca_names(NULL);
#endif
}

int main(void)
{
	for (unsigned i = 0; i < sizeof kinds / sizeof *kinds; i++)
		shown(&kinds[i]);
	authorities();
	which_authorities();
	unfit();
	return check_result();
}
