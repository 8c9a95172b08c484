/* Compression of certificates (RFC 8879). Debian builds GnuTLS without it: there no method is taken. */
#include "sessions.h"

#define Z GNUTLS_COMP_ZLIB
#define B GNUTLS_COMP_BROTLI
#define S GNUTLS_COMP_ZSTD
#define METHODS(...) (const gnutls_compression_method_t[]){ __VA_ARGS__ }, sizeof((gnutls_compression_method_t[]){ __VA_ARGS__ }) / sizeof(gnutls_compression_method_t)

static void arguments(void)
{
	gnutls_compression_method_t many[128];
	gnutls_session_t s;
	CHECK_IS(gnutls_init(&s, GNUTLS_CLIENT), 0);
	for (int i = 0; i < 128; i++)
		many[i] = Z;
	CHECK_IS(gnutls_compress_certificate_set_methods(s, METHODS(GNUTLS_COMP_NULL)), GNUTLS_E_INVALID_REQUEST);
	CHECK_IS(gnutls_compress_certificate_set_methods(s, METHODS(77)), GNUTLS_E_INVALID_REQUEST);
	CHECK_IS(gnutls_compress_certificate_set_methods(s, METHODS(Z, 77)), GNUTLS_E_INVALID_REQUEST);
	CHECK_IS(gnutls_compress_certificate_set_methods(s, many, 128), GNUTLS_E_INVALID_REQUEST);
	CHECK_IS(gnutls_compress_certificate_set_methods(s, many, 0), 0);
	CHECK_IS(gnutls_compress_certificate_set_methods(s, NULL, 1), 0);
	CHECK_IS(gnutls_compress_certificate_get_selected_method(s), GNUTLS_COMP_UNKNOWN);
#ifdef OURS
	CHECK_IS(gnutls_compress_certificate_set_methods(s, many, 127), 0);
	CHECK_IS(gnutls_compress_certificate_set_methods(s, METHODS(S, B, Z)), 0);
	CHECK_IS(gnutls_compress_certificate_set_methods(NULL, many, 1), GNUTLS_E_INVALID_REQUEST);
	CHECK_IS(gnutls_compress_certificate_get_selected_method(NULL), GNUTLS_COMP_UNKNOWN);
#endif
	gnutls_deinit(s);
}

#ifdef OURS
/* The methods on the wire of the messages that a client receives and sends: 0 is a plain Certificate. */
static int came, went;

static int hook(gnutls_session_t s, unsigned type, unsigned when, unsigned incoming, const gnutls_datum_t *m)
{
	int method = -1;
	if (type == GNUTLS_HANDSHAKE_COMPRESSED_CERTIFICATE_PKT)
		method = m->data[0] << 8 | m->data[1];
	else if (type == GNUTLS_HANDSHAKE_CERTIFICATE_PKT)
		method = 0;
	if (method >= 0)
		*(incoming ? &came : &went) = method;
	return 0;
}

struct list { const gnutls_compression_method_t *of; size_t n; };
#define LIST(...) (struct list){ METHODS(__VA_ARGS__) }
static const struct list nothing;

static void handshake(int line, const char *prio, struct list client, struct list server, int request, int from_server, int from_client)
{
	/* As GnuTLS and as the wire number them. */
	static const int numbers[] = { GNUTLS_COMP_UNKNOWN, Z, B, S };
	struct pair p;
	unsigned status;
	char c;
	memset(&p, 0, sizeof p);
	p.ccred = credentials(client_pem, client_key_pem);
	p.scred = credentials(server_pem, server_key_pem);
	end_init(&p.client, &p.server, GNUTLS_CLIENT | GNUTLS_POST_HANDSHAKE_AUTH, prio, p.ccred);
	end_init(&p.server, &p.client, GNUTLS_SERVER | GNUTLS_POST_HANDSHAKE_AUTH, prio, p.scred);
	CHECK_IS(gnutls_compress_certificate_set_methods(p.client.s, client.of, client.n), 0);
	CHECK_IS(gnutls_compress_certificate_set_methods(p.server.s, server.of, server.n), 0);
	gnutls_certificate_server_set_request(p.server.s, request ? GNUTLS_CERT_REQUIRE : GNUTLS_CERT_IGNORE);
	gnutls_handshake_set_hook_function(p.client.s, GNUTLS_HANDSHAKE_ANY, GNUTLS_HOOK_PRE, hook);
	came = went = -1;
	HANDSHAKE(&p, 0, 0);
	if (came != from_server || went != (request ? from_client : -1)) {
		fprintf(stderr, "line %d: %d %d\n", line, came, went);
		check_failures++;
	}
	CHECK_IS(gnutls_compress_certificate_get_selected_method(p.server.s), numbers[from_server]);
	CHECK_IS(gnutls_compress_certificate_get_selected_method(p.client.s), request ? numbers[from_client] : 0);
	CHECK(gnutls_certificate_verify_peers3(p.client.s, "www.example.com", &status) == 0 && status == 0);
	if (!request && !strcmp(prio, TLS13)) {
		/* After the handshake as well. */
		int done = GNUTLS_E_AGAIN, answer = 0, i;
		gnutls_certificate_server_set_request(p.server.s, GNUTLS_CERT_REQUIRE);
		for (i = 0; i < 50 && done < 0; i++) {
			done = gnutls_reauth(p.server.s, 0);
			if (gnutls_record_recv(p.client.s, &c, 1) == GNUTLS_E_REAUTH_REQUEST)
				answer = gnutls_reauth(p.client.s, 0);
		}
		CHECK_IS(done, 0);
		CHECK_IS(answer, 0);
		CHECK_IS(went, from_client);
		CHECK(gnutls_certificate_verify_peers2(p.server.s, &status) == 0 && status == 0);
	}
	pair_end(&p);
}
#define HANDSHAKES(prio, client, server, from_server, from_client) \
	(handshake(__LINE__, prio, client, server, 1, from_server, from_client), handshake(__LINE__, prio, client, server, 0, from_server, from_client))

static void limits(void)
{
	/* The announced length counts against the limit of messages. */
	struct pair p;
	pair_new(&p, TLS13, 0, 0);
	CHECK_IS(gnutls_compress_certificate_set_methods(p.client.s, METHODS(Z)), 0);
	CHECK_IS(gnutls_compress_certificate_set_methods(p.server.s, METHODS(Z)), 0);
	gnutls_handshake_set_max_packet_length(p.client.s, 800);
	HANDSHAKE(&p, GNUTLS_E_HANDSHAKE_TOO_LARGE, GNUTLS_E_AGAIN);
	pair_end(&p);
}
#endif

int main(void)
{
	arguments();
#ifdef OURS
	HANDSHAKES(TLS13, nothing, nothing, 0, 0);
	HANDSHAKES(TLS13, LIST(Z), LIST(Z), 1, 1);
	HANDSHAKES(TLS13, LIST(B), LIST(B), 2, 2);
	HANDSHAKES(TLS13, LIST(S), LIST(S), 3, 3);
	/* Each side prefers by its own list. */
	HANDSHAKES(TLS13, LIST(Z, B, S), LIST(S, B, Z), 3, 1);
	HANDSHAKES(TLS13, LIST(B, Z), LIST(S, Z), 1, 1);
	HANDSHAKES(TLS13, LIST(Z), LIST(B), 0, 0);
	HANDSHAKES(TLS13, LIST(Z), nothing, 0, 0);
	HANDSHAKES(TLS13, nothing, LIST(Z), 0, 0);
	HANDSHAKES(TLS12, LIST(Z), LIST(Z), 0, 0);
	limits();
#endif
	return check_result();
}
