/* OCSP responses of the own certificates: which are taken, and which are sent. */
#include <unistd.h>
#include "sessions.h"
#include "ocsp_response.h"

#define UNSET ((time_t)-1)
#define BEYOND ((time_t)-2)

static struct entity root, inter, leaf, sibling;

/* Credentials with the chain of leaf, and with sibling alone. */
static gnutls_certificate_credentials_t fresh(unsigned flags)
{
	gnutls_certificate_credentials_t c;
	gnutls_x509_crt_t chain[] = { leaf.crt, inter.crt };
	CHECK_IS(gnutls_certificate_allocate_credentials(&c), 0);
	gnutls_certificate_set_flags(c, flags | GNUTLS_CERTIFICATE_API_V2);
	CHECK_IS(gnutls_certificate_set_x509_key(c, chain, 2, leaf.key), 0);
	CHECK_IS(gnutls_certificate_set_x509_key(c, &sibling.crt, 1, sibling.key), 1);
	return c;
}

/* Hours from now, within some seconds; what is no time stays. */
static long hours(time_t t)
{
	return t == UNSET || t == BEYOND || t == 0 ? (long)t : (t - time(NULL) + 1800) / 3600;
}

static gnutls_datum_t pem(gnutls_datum_t first, gnutls_datum_t second)
{
	gnutls_datum_t text;
	struct der out = LIT("");
	for (int i = 0; i < 2; i++) {
		gnutls_datum_t *of = i ? &second : &first;
		if (!of->data)
			continue;
		CHECK(gnutls_pem_base64_encode2("OCSP RESPONSE", of, &text) == 0);
		out = JOIN(out, der_bytes(text.data, text.size));
		gnutls_free(text.data);
	}
	return der_datum(out);
}

/* Sets responses for a chain: the code, and the times for all of them and for the first and the second certificate. */
#define SET(flags, idx, data, fmt, want, all, first, second) set(__LINE__, flags, idx, data, GNUTLS_X509_FMT_##fmt, want, all, first, second)

static void set(int line, unsigned flags, unsigned idx, gnutls_datum_t data, gnutls_x509_crt_fmt_t fmt, int want, long all, long first,
		long second)
{
	for (int way = 0; way < 3; way++) {
		gnutls_certificate_credentials_t c = fresh(flags);
		char name[] = "/tmp/ocsp-XXXXXX";
		int code, wanted = want, fd = mkstemp(name);
		CHECK(fd >= 0 && write(fd, data.data, data.size) == (ssize_t)data.size && close(fd) == 0);
		if (way == 0)
			code = gnutls_certificate_set_ocsp_status_request_mem(c, &data, idx, fmt);
		else if (way == 1)
			code = gnutls_certificate_set_ocsp_status_request_file2(c, name, idx, fmt);
		else if (fmt == GNUTLS_X509_FMT_DER)
			code = gnutls_certificate_set_ocsp_status_request_file(c, name, idx), wanted = want > 0 ? 0 : want;
		else
			code = want;
		unlink(name);
		if (code != wanted) {
			fprintf(stderr, "line %d: %d, not %d\n", line, code, wanted);
			check_failures++;
		}
		if (way < 2) {
			long got[] = { hours(gnutls_certificate_get_ocsp_expiration(c, idx, -1, 0)), hours(gnutls_certificate_get_ocsp_expiration(c, idx, 0, 0)),
				       hours(gnutls_certificate_get_ocsp_expiration(c, idx, 1, 0)) };
			if (got[0] != all || got[1] != first || got[2] != second) {
				fprintf(stderr, "line %d: %ld %ld %ld\n", line, got[0], got[1], got[2]);
				check_failures++;
			}
		}
		CHECK(gnutls_certificate_get_ocsp_expiration(c, idx, 2, 0) == BEYOND);
		CHECK(gnutls_certificate_get_ocsp_expiration(c, idx, -2, 0) == BEYOND);
		gnutls_certificate_free_credentials(c);
	}
}

static void responses(void)
{
	const gnutls_datum_t none = { NULL, 0 }, good = RESPONSE(&leaf, &inter), of_inter = RESPONSE(&inter, &root, .from = -1, .to = 10),
			     of_sibling = RESPONSE(&sibling, &inter), old = RESPONSE(&leaf, &inter, .from = -48, .to = -24);
	const int other = GNUTLS_E_OCSP_MISMATCH_WITH_CERTS, skip = GNUTLS_CERTIFICATE_SKIP_OCSP_RESPONSE_CHECK;
	SET(0, 0, good, DER, 1, 24, 24, UNSET);
	SET(0, 1, good, DER, other, 0, UNSET, BEYOND);
	SET(0, 0, of_sibling, DER, other, 0, UNSET, UNSET);
	SET(0, 1, of_sibling, DER, 1, 24, 24, BEYOND);
	SET(0, 0, of_inter, DER, 1, 10, UNSET, 10);
	SET(0, 0, RESPONSE(&leaf, &inter, .status = REVOKED), DER, GNUTLS_E_EXPIRED, 0, UNSET, UNSET);
	SET(0, 0, RESPONSE(&leaf, &inter, .status = UNKNOWN), DER, 1, 24, 24, UNSET);
	SET(0, 0, old, DER, GNUTLS_E_EXPIRED, 0, UNSET, UNSET);
	SET(0, 0, RESPONSE(&leaf, &inter, .from = 48, .to = 72), DER, 1, 72, 72, UNSET);
	SET(0, 0, RESPONSE(&leaf, &inter, .from = -1, .endless = 1), DER, 1, 15 * 24, 15 * 24, UNSET);
	SET(0, 0, RESPONSE(&leaf, &root), DER, other, 0, UNSET, UNSET);
	SET(0, 0, RESPONSE(&leaf, &inter, .code = 3), DER, other, 0, UNSET, UNSET);
	SET(0, 0, text("garbage"), DER, GNUTLS_E_ASN1_TAG_ERROR, 0, UNSET, UNSET);
	SET(0, 0, text("garbage"), PEM, GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE, 0, UNSET, UNSET);
	SET(0, 0, pem(good, none), PEM, 1, 24, 24, UNSET);
	SET(0, 0, pem(good, none), DER, GNUTLS_E_ASN1_TAG_ERROR, 0, UNSET, UNSET);
	SET(0, 0, pem(good, of_inter), PEM, 2, 10, 24, 10);
	SET(0, 0, pem(of_inter, good), PEM, 2, 10, 24, 10);
	/* The last one counts, and what was set before an error stays. */
	SET(0, 0, pem(good, RESPONSE(&leaf, &inter, .from = -1, .to = 5)), PEM, 2, 5, 5, UNSET);
	SET(0, 0, pem(good, of_sibling), PEM, other, 24, 24, UNSET);
	SET(0, 0, pem(of_sibling, good), PEM, other, 0, UNSET, UNSET);
	/* Unchecked, it is the response of the first certificate, whatever it is. */
	SET(skip, 0, good, DER, 0, 24, 24, UNSET);
	SET(skip, 1, good, DER, 0, 24, 24, BEYOND);
	SET(skip, 0, of_inter, DER, 0, 10, 10, UNSET);
	SET(skip, 0, old, DER, 0, 0, 0, UNSET);
	SET(skip, 0, text("garbage"), DER, 0, 0, 0, UNSET);
	SET(skip, 0, pem(of_inter, good), PEM, 2, 24, 24, UNSET);
#ifdef OURS
	/* GnuTLS says 1, and does not keep it. */
	SET(0, 0, RESPONSE(&leaf, &inter, .endless = 1, .from = -24 * 20), DER, GNUTLS_E_EXPIRED, 0, UNSET, UNSET);
	/* GnuTLS crashes. */
	gnutls_certificate_credentials_t c = fresh(0);
	CHECK_IS(gnutls_certificate_set_ocsp_status_request_mem(c, &good, 2, GNUTLS_X509_FMT_DER), GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE);
	CHECK_IS(gnutls_certificate_get_ocsp_expiration(c, 2, 0, 0), BEYOND);
	CHECK_IS(gnutls_certificate_set_ocsp_status_request_mem(c, NULL, 0, GNUTLS_X509_FMT_DER), GNUTLS_E_INVALID_REQUEST);
	CHECK_IS(gnutls_certificate_set_ocsp_status_request_file(c, NULL, 0), GNUTLS_E_INVALID_REQUEST);
	gnutls_certificate_free_credentials(c);
#endif
}

static int called, answer_code;
static gnutls_datum_t given;

/* Its pointer, if there is one, is the first byte of the response. */
static int status_function(gnutls_session_t s, void *ptr, gnutls_datum_t *response)
{
	called++;
	if (answer_code)
		return answer_code;
	response->data = gnutls_malloc(given.size + 1);
	memcpy(response->data, given.data, given.size);
	response->size = given.size;
	if (ptr)
		response->data[0] = *(const char *)ptr;
	return 0;
}

/* A handshake with each version: how often the function is called, and the first byte of the first and second response. */
#define SENT(cred, calls, first, second) sent(__LINE__, cred, 0, 0, calls, first, second)

static void sent(int line, gnutls_certificate_credentials_t cred, int client_code, int server_code, int calls, int first, int second)
{
	for (int v = 0; v < 2; v++) {
		struct pair p;
		int c, s, i;
		memset(&p, 0, sizeof p);
		called = 0;
		CHECK(gnutls_certificate_allocate_credentials(&p.ccred) == 0);
		end_init(&p.client, &p.server, GNUTLS_CLIENT, both_versions[v], p.ccred);
		end_init(&p.server, &p.client, GNUTLS_SERVER, both_versions[v], cred);
		pair_handshake(&p, &c, &s);
		if (c != client_code || s != server_code || called != calls) {
			fprintf(stderr, "line %d, %s: %d %d, %d calls\n", line, both_versions[v] + 18, c, s, called);
			check_failures++;
		}
		for (i = 0; i < 2 && c == 0; i++) {
			gnutls_datum_t d;
			int want = i == 0 ? first : v ? second : 0;
			int got = gnutls_ocsp_status_request_get2(p.client.s, i, &d) == 0 ? d.data[0] : 0;
			if (got != want) {
				fprintf(stderr, "line %d, %s: response %d is %x\n", line, both_versions[v] + 18, i, got);
				check_failures++;
			}
		}
		pair_free(&p);
		gnutls_certificate_free_credentials(p.ccred);
	}
}

static time_t later(time_t *t)
{
	return time(NULL) + 48 * 3600;
}

static void sending(void)
{
	const gnutls_datum_t good = RESPONSE(&leaf, &inter), of_inter = RESPONSE(&inter, &root), old = RESPONSE(&leaf, &inter, .from = -48, .to = -24),
			     garbage = text("garbage");
	const gnutls_x509_crt_fmt_t der = GNUTLS_X509_FMT_DER;
	gnutls_certificate_credentials_t c = fresh(0);
	SENT(c, 0, 0, 0);
	CHECK_IS(gnutls_certificate_set_ocsp_status_request_mem(c, &of_inter, 0, der), 1);
	SENT(c, 0, 0, 0x30);
	CHECK_IS(gnutls_certificate_set_ocsp_status_request_mem(c, &good, 0, der), 1);
	SENT(c, 0, 0x30, 0x30);
	CHECK_IS(gnutls_certificate_set_ocsp_status_request_file2(c, "/nowhere", 0, GNUTLS_X509_FMT_PEM), GNUTLS_E_FILE_ERROR);
	CHECK_IS(gnutls_certificate_set_ocsp_status_request_file(c, "/nowhere", 0), GNUTLS_E_FILE_ERROR);
	/* Responses that are set are preferred to functions. */
	given = text("0123");
	gnutls_certificate_set_ocsp_status_request_function(c, status_function, NULL);
	CHECK_IS(gnutls_certificate_set_ocsp_status_request_function2(c, 0, status_function, "z"), 0);
	SENT(c, 0, 0x30, 0x30);
	gnutls_certificate_free_credentials(c);

	/* One that has become too old is not sent. */
	c = fresh(0);
	CHECK_IS(gnutls_certificate_set_ocsp_status_request_mem(c, &good, 0, der), 1);
	gnutls_global_set_time_function(later);
	SENT(c, 0, 0, 0);
	gnutls_global_set_time_function(time);
	SENT(c, 0, 0x30, 0);
	gnutls_certificate_free_credentials(c);

	/* Unchecked ones are the program's own affair. */
	c = fresh(GNUTLS_CERTIFICATE_SKIP_OCSP_RESPONSE_CHECK);
	CHECK_IS(gnutls_certificate_set_ocsp_status_request_mem(c, &old, 0, der), 0);
	SENT(c, 0, 0x30, 0);
	CHECK_IS(gnutls_certificate_set_ocsp_status_request_mem(c, &garbage, 0, der), 0);
	SENT(c, 0, 'g', 0);
	gnutls_certificate_free_credentials(c);
}

static void functions(void)
{
	gnutls_certificate_credentials_t c = fresh(0);
	given = text("0123");
	CHECK_IS(gnutls_certificate_set_ocsp_status_request_function2(c, 0, status_function, "z"), 0);
	CHECK_IS(gnutls_certificate_set_ocsp_status_request_function2(c, 2, status_function, "z"), GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE);
	SENT(c, 1, 'z', 0);
	gnutls_certificate_set_ocsp_status_request_function(c, status_function, "y");
	SENT(c, 1, 'y', 0);
	gnutls_certificate_set_ocsp_status_request_function(c, NULL, NULL);
	SENT(c, 1, 'z', 0);
	answer_code = GNUTLS_E_NO_CERTIFICATE_STATUS;
	SENT(c, 1, 0, 0);
	answer_code = GNUTLS_E_INTERNAL_ERROR;
	sent(__LINE__, c, GNUTLS_E_AGAIN, GNUTLS_E_INTERNAL_ERROR, 1, 0, 0);
	answer_code = 0;
#ifdef OURS
	/* GnuTLS sends an empty one in TLS 1.3, which its client does not take. */
	given = text("");
	SENT(c, 1, 0, 0);
#endif
	gnutls_certificate_free_credentials(c);
}

/* A client's certificate has responses in TLS 1.3, if the server asks. */
static void of_a_client(void)
{
	const gnutls_datum_t good = RESPONSE(&leaf, &inter);
	for (int v = 0; v < 2; v++) {
		gnutls_certificate_credentials_t c = fresh(0), sc = credentials(server_pem, server_key_pem);
		struct pair p;
		gnutls_datum_t d;
		unsigned status;
		memset(&p, 0, sizeof p);
		CHECK_IS(gnutls_certificate_set_ocsp_status_request_mem(c, &good, 0, GNUTLS_X509_FMT_DER), 1);
		CHECK_IS(gnutls_certificate_set_x509_trust(sc, &root.crt, 1), 1);
		end_init(&p.client, &p.server, GNUTLS_CLIENT, both_versions[v], c);
		end_init(&p.server, &p.client, GNUTLS_SERVER, both_versions[v], sc);
		gnutls_certificate_server_set_request(p.server.s, GNUTLS_CERT_REQUIRE);
		HANDSHAKE(&p, 0, 0);
		CHECK_IS(gnutls_ocsp_status_request_get(p.server.s, &d), v ? 0 : GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE);
		CHECK(gnutls_certificate_verify_peers2(p.server.s, &status) == 0 && status == 0);
		CHECK_IS(gnutls_ocsp_status_request_is_checked(p.server.s, 0), v);
		CHECK_IS(!!(gnutls_session_get_flags(p.client.s) & GNUTLS_SFLAGS_SERV_REQUESTED_OCSP), v);
		CHECK_IS(!!(gnutls_session_get_flags(p.server.s) & GNUTLS_SFLAGS_SERV_REQUESTED_OCSP), v);
		pair_free(&p);
		gnutls_certificate_free_credentials(c);
		gnutls_certificate_free_credentials(sc);
	}
}

int main(void)
{
	root = MAKE("root", NULL);
	inter = MAKE("inter", &root);
	leaf = END(&inter);
	sibling = END(&inter);
	responses();
	sending();
	functions();
	of_a_client();
	for (struct entity *all[] = { &root, &inter, &leaf, &sibling, NULL }, **e = all; *e; e++)
		entity_free(*e);
	der_done();
	return check_result();
}
