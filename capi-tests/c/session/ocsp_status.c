/* OCSP responses that come with the peer's certificates, and what its verification makes of them. */
#include "sessions.h"
#include "ocsp_response.h"
#include <gnutls/ocsp.h>

#define BAD (GNUTLS_CERT_INVALID | GNUTLS_CERT_INVALID_OCSP_STATUS)
#define MISSING (GNUTLS_CERT_INVALID | GNUTLS_CERT_MISSING_OCSP_STATUS)
#define GONE (GNUTLS_CERT_INVALID | GNUTLS_CERT_REVOKED)
#define OLD (GNUTLS_CERT_INVALID | GNUTLS_CERT_REVOCATION_DATA_SUPERSEDED)
#if GNUTLS_VERSION_NUMBER < 0x030800
#define GNUTLS_NO_STATUS_REQUEST GNUTLS_NO_EXTENSIONS
#endif

static struct entity root, inter, leaf, sibling, staple, delegate, unfit, expired, of_root, other, demanding;
static const struct entity *chain[3];
static gnutls_datum_t answers[3];
static unsigned n_answers;

/* The server's chain and responses. */
static int retrieve(gnutls_session_t s, const struct gnutls_cert_retr_st *info, gnutls_pcert_st **certs, unsigned *n_certs,
		    gnutls_ocsp_data_st **ocsp, unsigned *n_ocsp, gnutls_privkey_t *key, unsigned *flags)
{
	unsigned i;
	for (*n_certs = 0; *n_certs < 3 && chain[*n_certs]; ++*n_certs)
		;
	*certs = gnutls_calloc(*n_certs, sizeof **certs);
	for (i = 0; i < *n_certs; i++)
		CHECK(gnutls_pcert_import_x509(*certs + i, chain[i]->crt, 0) == 0);
	CHECK(gnutls_privkey_init(key) == 0 && gnutls_privkey_import_x509(*key, chain[0]->key, GNUTLS_PRIVKEY_IMPORT_COPY) == 0);
	*ocsp = gnutls_calloc(n_answers ? n_answers : 1, sizeof **ocsp);
	for (i = 0; i < n_answers; i++) {
		(*ocsp)[i].response.data = answers[i].size ? gnutls_malloc(answers[i].size) : NULL;
		(*ocsp)[i].response.size = answers[i].size;
		if (answers[i].size)
			memcpy((*ocsp)[i].response.data, answers[i].data, answers[i].size);
	}
	*n_ocsp = n_answers;
	*flags = GNUTLS_CERT_RETR_DEINIT_ALL;
	return 0;
}

static int line;

/* A handshake, the status of the server's certificate, and whether its response says that it is good. */
static void verify(const char *prio, unsigned verify_flags, unsigned client_flags, unsigned want, unsigned good)
{
	struct pair p;
	gnutls_datum_t response;
	unsigned status = ~0u, i, asks = !(client_flags & GNUTLS_NO_STATUS_REQUEST);
	memset(&p, 0, sizeof p);
	CHECK(gnutls_certificate_allocate_credentials(&p.ccred) == 0 && gnutls_certificate_allocate_credentials(&p.scred) == 0);
	CHECK(gnutls_certificate_set_x509_trust(p.ccred, &root.crt, 1) == 1);
	gnutls_certificate_set_verify_flags(p.ccred, verify_flags);
	gnutls_certificate_set_retrieve_function3(p.scred, retrieve);
	end_init(&p.client, &p.server, GNUTLS_CLIENT | client_flags, prio, p.ccred);
	end_init(&p.server, &p.client, GNUTLS_SERVER, prio, p.scred);
	HANDSHAKE(&p, 0, 0);
	CHECK(gnutls_certificate_verify_peers2(p.client.s, &status) == 0);
	if (status != want || gnutls_ocsp_status_request_is_checked(p.client.s, 0) != good) {
		fprintf(stderr, "line %d, %s: status %x, not %x, checked %u\n", line, prio + strlen(prio) - 3, status, want,
			gnutls_ocsp_status_request_is_checked(p.client.s, 0));
		check_failures++;
	}
	CHECK_IS(gnutls_ocsp_status_request_is_checked(p.client.s, GNUTLS_OCSP_SR_IS_AVAIL), asks && n_answers && answers[0].size);
	/* TLS 1.2 has room for one. */
	for (i = 0; i < 3; i++) {
		int came = asks && i < n_answers && chain[i] && answers[i].size && (i == 0 || prio != both_versions[0]);
		CHECK_IS(gnutls_ocsp_status_request_get2(p.client.s, i, &response), came ? 0 : GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE);
		CHECK(!came || (response.size == answers[i].size && !memcmp(response.data, answers[i].data, response.size)));
	}
	CHECK_IS(!!(gnutls_session_get_flags(p.server.s) & GNUTLS_SFLAGS_CLI_REQUESTED_OCSP), asks);
	pair_end(&p);
}

static void verify_both(unsigned verify_flags, unsigned client_flags, unsigned want, unsigned good)
{
	verify(both_versions[0], verify_flags, client_flags, want, good);
	verify(both_versions[1], verify_flags, client_flags, want, good);
}
#define VERIFY(want, good) (line = __LINE__, verify_both(0, 0, want, good))
#define VERIFY_WITH(flags, want, good) (line = __LINE__, verify_both(flags, 0, want, good))
/* One response, for the first certificate. */
#define ANSWER(...) (answers[0] = RESPONSE(__VA_ARGS__), n_answers = 1)
#define CHAIN(...) memcpy(chain, (const struct entity *[3]){ __VA_ARGS__ }, sizeof chain)

static void statements(void)
{
	static const gnutls_datum_t none;
	CHAIN(&leaf, &inter);
	n_answers = 0;
	VERIFY(0, 0);
	ANSWER(&leaf, &inter);
	VERIFY(0, 1);
	line = __LINE__;
	verify_both(0, GNUTLS_NO_STATUS_REQUEST, 0, 0);
	ANSWER(&leaf, &inter, .by_name = 1);
	VERIFY(0, 1);
	ANSWER(&leaf, &inter, .hash = GNUTLS_DIG_SHA256);
	VERIFY(0, 1);
#if GNUTLS_VERSION_NUMBER >= 0x030800
	/* 3.7.9 looks at the first answer alone. */
	ANSWER(&leaf, &inter, .before = &sibling);
	VERIFY(0, 1);
	ANSWER(&leaf, &inter, .before = &sibling, .status = REVOKED);
	VERIFY(GONE, 0);
#endif
	ANSWER(&leaf, &inter, .status = REVOKED);
	VERIFY(GONE, 0);
	VERIFY_WITH(GNUTLS_VERIFY_DISABLE_CRL_CHECKS, 0, 0);
	ANSWER(&leaf, &inter, .status = UNKNOWN);
	VERIFY(0, 1);
	answers[0] = text("garbage");
	VERIFY(BAD, 0);
	VERIFY_WITH(GNUTLS_VERIFY_DISABLE_CRL_CHECKS, 0, 0);
	ANSWER(&leaf, &inter, .code = GNUTLS_OCSP_RESP_TRYLATER);
#ifdef OURS
	VERIFY(0, 0);
#else
	VERIFY(0, 1);
#endif
	answers[0] = none;
	VERIFY(0, 0);
}

static void times(void)
{
	CHAIN(&leaf, &inter);
	ANSWER(&leaf, &inter, .from = -48, .to = -24);
	VERIFY(OLD, 0);
	VERIFY_WITH(GNUTLS_VERIFY_DISABLE_TIME_CHECKS, OLD, 0);
	ANSWER(&leaf, &inter, .from = -48, .to = -24, .status = REVOKED);
	VERIFY(GONE, 0);
	/* A clock that is slow. */
	ANSWER(&leaf, &inter, .from = 24, .to = 48);
	VERIFY(0, 1);
	/* Without an end it counts for 15 days. */
	ANSWER(&leaf, &inter, .endless = 1, .from = -24 * 14);
	VERIFY(0, 1);
	ANSWER(&leaf, &inter, .endless = 1, .from = -24 * 16);
	VERIFY(OLD, 0);
	ANSWER(&leaf, &inter, .from = -24 * 100, .to = 1);
	VERIFY(0, 1);
}

static void signers(void)
{
	CHAIN(&leaf, &inter);
	ANSWER(&sibling, &inter);
	VERIFY(BAD, 0);
	ANSWER(&leaf, &root, .signer = &inter);
	VERIFY(BAD, 0);
	ANSWER(&leaf, &inter, .broken = 1);
	VERIFY(BAD, 0);
	ANSWER(&leaf, &inter, .signer = &other);
	VERIFY(BAD, 0);
	ANSWER(&leaf, &inter, .signer = &other, .shown = &other);
	VERIFY(BAD, 0);
	ANSWER(&leaf, &inter, .signer = &leaf, .shown = &leaf);
	VERIFY(BAD, 0);
	ANSWER(&leaf, &inter, .signer = &delegate, .shown = &delegate);
	VERIFY(0, 1);
	ANSWER(&leaf, &inter, .signer = &delegate, .shown = &delegate, .by_name = 1);
	VERIFY(0, 1);
	ANSWER(&leaf, &inter, .signer = &delegate, .shown = &delegate, .shown_first = &other);
	VERIFY(0, 1);
	ANSWER(&leaf, &inter, .signer = &delegate);
	VERIFY(BAD, 0);
	ANSWER(&leaf, &inter, .signer = &unfit, .shown = &unfit);
	VERIFY(BAD, 0);
	ANSWER(&leaf, &inter, .signer = &expired, .shown = &expired);
	VERIFY(BAD, 0);
	ANSWER(&leaf, &inter, .signer = &root);
	VERIFY(BAD, 0);
	/* Responders of another authority do not speak for this one (RFC 6960 section 4.2.2.2). */
	ANSWER(&leaf, &inter, .signer = &of_root, .shown = &of_root);
#ifdef OURS
	VERIFY(BAD, 0);
#else
	VERIFY(0, 1);
#endif
	ANSWER(&leaf, &inter, .signer = &root, .shown = &root);
#ifdef OURS
	VERIFY(BAD, 0);
#else
	VERIFY(0, 1);
#endif
}

/* TLS 1.3 has responses for each certificate. */
static void chains(void)
{
	static const gnutls_datum_t none;
	CHAIN(&leaf, &inter, &root);
	n_answers = 2;
	answers[0] = RESPONSE(&leaf, &inter);
	answers[1] = RESPONSE(&inter, &root);
	VERIFY(0, 1);
	answers[1] = RESPONSE(&inter, &root, .status = REVOKED);
	line = __LINE__;
	verify(TLS13, 0, 0, GONE, 1);
	answers[0] = none;
	line = __LINE__;
	verify(TLS13, 0, 0, GONE, 0);
	answers[1] = text("garbage");
	line = __LINE__;
	verify(TLS13, 0, 0, BAD, 0);
	/* Without the root, whose key GnuTLS does not look for among the trusted ones. */
	CHAIN(&leaf, &inter);
	answers[0] = RESPONSE(&leaf, &inter);
	answers[1] = RESPONSE(&inter, &root);
	line = __LINE__;
#ifdef OURS
	verify(TLS13, 0, 0, 0, 1);
	answers[1] = RESPONSE(&inter, &root, .status = REVOKED);
	verify(TLS13, 0, 0, GONE, 1);
#else
	verify(TLS13, 0, 0, BAD, 1);
#endif
	/* More responses than certificates. */
	answers[1] = answers[2] = none;
	n_answers = 3;
	VERIFY(0, 1);
}

/* Certificates that demand a response (RFC 7633). */
static void must_staple(void)
{
	CHAIN(&staple, &inter);
	n_answers = 0;
	VERIFY(MISSING, 0);
	VERIFY_WITH(GNUTLS_VERIFY_DISABLE_CRL_CHECKS, 0, 0);
	/* A client that does not ask cannot demand. */
	line = __LINE__;
	verify_both(0, GNUTLS_NO_STATUS_REQUEST, 0, 0);
	ANSWER(&staple, &inter);
	VERIFY(0, 1);
	ANSWER(&staple, &inter, .endless = 1, .from = -24 * 30);
	VERIFY(OLD, 0);
	ANSWER(&leaf, &inter);
	VERIFY(BAD, 0);
	ANSWER(&staple, &inter, .status = REVOKED);
	VERIFY(GONE, 0);
#ifdef OURS
	/* What a responder does not know, it does not call good. */
	ANSWER(&staple, &inter, .status = UNKNOWN);
	VERIFY(MISSING, 1);
	ANSWER(&staple, &inter, .code = GNUTLS_OCSP_RESP_TRYLATER);
	VERIFY(MISSING, 0);
#endif
	CHAIN(&leaf, &demanding);
	n_answers = 0;
	VERIFY(MISSING | GNUTLS_CERT_SIGNER_CONSTRAINTS_FAILURE, 0);
	CHAIN(&staple, &demanding);
	ANSWER(&staple, &inter);
	VERIFY(MISSING, 1);
}

static void null_arguments(void)
{
	gnutls_datum_t d __attribute__((unused));
	gnutls_session_t s;
	CHECK_IS(gnutls_init(&s, GNUTLS_CLIENT), 0);
	CHECK_IS(gnutls_ocsp_status_request_enable_client(s, NULL, 0, NULL), 0);
#ifdef OURS
	CHECK_IS(gnutls_ocsp_status_request_is_checked(s, 0), 0);
	CHECK_IS(gnutls_ocsp_status_request_is_checked(s, GNUTLS_OCSP_SR_IS_AVAIL), 0);
	CHECK_IS(gnutls_ocsp_status_request_get(s, &d), GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE);
	CHECK_IS(gnutls_ocsp_status_request_is_checked(NULL, 0), 0);
	CHECK_IS(gnutls_ocsp_status_request_get2(s, 0, NULL), GNUTLS_E_INVALID_REQUEST);
	CHECK_IS(gnutls_ocsp_status_request_get2(NULL, 0, &d), GNUTLS_E_INVALID_REQUEST);
#endif
	gnutls_deinit(s);
}

int main(void)
{
	static const struct extension demands[] = { MUST_STAPLE, { 0 } }, signs[] = { OCSP_SIGNING, { 0 } };
	root = MAKE("root", NULL);
	inter = MAKE("inter", &root);
	demanding = MAKE("inter", &root, .same_key = &inter, .extensions = demands);
	other = MAKE("other", NULL);
	leaf = END(&inter);
	sibling = END(&inter);
	staple = END(&inter, .extensions = demands);
	delegate = MAKE("delegate", &inter, .plain = 1, .extensions = signs);
	unfit = MAKE("unfit", &inter, .plain = 1);
	expired = MAKE("expired", &inter, .plain = 1, .extensions = signs, .from = -10, .to = -5);
	of_root = MAKE("of root", &root, .plain = 1, .extensions = signs);
	statements();
	times();
	signers();
	chains();
	must_staple();
	null_arguments();
	for (struct entity *all[] = { &root, &inter, &demanding, &other, &leaf, &sibling, &staple, &delegate, &unfit, &expired, &of_root, NULL }, **e = all; *e; e++)
		entity_free(*e);
	der_done();
	return check_result();
}
