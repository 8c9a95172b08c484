/* Supplemental data (RFC 4680): messages of the application in a handshake of TLS 1.2. */
#include "sessions.h"

#define TYPE 0xBABE

static unsigned char data[65536];
static size_t length = 2;
static int send_code, recv_code;
/* How often the functions of the client and of the server ran, and the size that came last. */
static int sent[2], received[2];
static size_t came[2];

static int side_of(gnutls_session_t s)
{
	return gnutls_session_get_ptr(s) != NULL;
}

static int send_function(gnutls_session_t s, gnutls_buffer_t buffer)
{
	sent[side_of(s)]++;
	int code = length ? gnutls_buffer_append_data(buffer, data, length) : 0;
	return code < 0 ? code : send_code;
}

static int send_more(gnutls_session_t s, gnutls_buffer_t buffer)
{
	return gnutls_buffer_append_data(buffer, "xyz", 3);
}

static int recv_more(gnutls_session_t s, const unsigned char *buf, size_t n)
{
	CHECK(n == 3 && !memcmp(buf, "xyz", 3));
	return 0;
}

static int recv_function(gnutls_session_t s, const unsigned char *buf, size_t n)
{
	received[side_of(s)]++;
	came[side_of(s)] = n;
	CHECK(n > sizeof data || !memcmp(buf, data, n));
	return recv_code;
}

enum { SENDS = 1, EXPECTS = 2, KNOWS = 4, ALL = 7 };

static void handshake(int line, const char *prio, int client, int server, int request, int client_code, int server_code)
{
	struct pair p;
	int c, s;
	memset(sent, 0, sizeof sent);
	memset(received, 0, sizeof received);
	memset(&p, 0, sizeof p);
	p.ccred = credentials(client_pem, client_key_pem);
	p.scred = credentials(server_pem, server_key_pem);
	end_init(&p.client, &p.server, GNUTLS_CLIENT, prio, p.ccred);
	end_init(&p.server, &p.client, GNUTLS_SERVER, prio, p.scred);
	gnutls_session_set_ptr(p.server.s, "server");
	if (client & KNOWS)
		CHECK_IS(gnutls_session_supplemental_register(p.client.s, "x", TYPE, recv_function, send_function, 0), 0);
	if (server & KNOWS)
		CHECK_IS(gnutls_session_supplemental_register(p.server.s, "x", TYPE, recv_function, send_function, 0), 0);
	gnutls_supplemental_send(p.client.s, client & SENDS);
	gnutls_supplemental_recv(p.client.s, client & EXPECTS);
	gnutls_supplemental_send(p.server.s, server & SENDS);
	gnutls_supplemental_recv(p.server.s, server & EXPECTS);
	if (request)
		gnutls_certificate_server_set_request(p.server.s, GNUTLS_CERT_REQUIRE);
	pair_handshake(&p, &c, &s);
	if (c != client_code || s != server_code) {
		fprintf(stderr, "line %d: %d %d\n", line, c, s);
		check_failures++;
	}
	if (c == 0 && s == 0)
		CHECK_IS(gnutls_protocol_get_version(p.client.s), GNUTLS_TLS1_2);
	pair_end(&p);
}
#define HANDSHAKES(...) handshake(__LINE__, __VA_ARGS__)

static void both_ways(void)
{
	static const char *const prios[] = { TLS12, "NORMAL" };
	for (int i = 0; i < 2; i++)
		for (int request = 0; request < 2; request++) {
			HANDSHAKES(prios[i], ALL, ALL, request, 0, 0);
			CHECK(sent[0] == 1 && sent[1] == 1 && received[0] == 1 && received[1] == 1);
			CHECK(came[0] == 2 && came[1] == 2);
		}
	/* Registered, it is TLS 1.2 even if nothing is sent. */
	HANDSHAKES("NORMAL", KNOWS, 0, 0, 0, 0);
	HANDSHAKES("NORMAL", 0, KNOWS, 0, 0, 0);
	CHECK(!sent[0] && !sent[1]);
	HANDSHAKES(TLS12, KNOWS | EXPECTS, KNOWS | SENDS, 0, 0, 0);
	CHECK(!sent[0] && sent[1] == 1 && received[0] == 1 && !received[1]);
	HANDSHAKES(TLS12, KNOWS | SENDS, KNOWS | EXPECTS, 0, 0, 0);
	CHECK(sent[0] == 1 && !sent[1] && !received[0] && received[1] == 1);
}

static void failures(void)
{
#ifdef OURS
	const int missing = GNUTLS_E_UNEXPECTED_HANDSHAKE_PACKET;
#else
	const int missing = GNUTLS_E_UNEXPECTED_PACKET_LENGTH;
#endif
	/* What is expected has to come, and nothing else may. */
	HANDSHAKES(TLS12, KNOWS | EXPECTS, KNOWS, 0, missing, GNUTLS_E_AGAIN);
	HANDSHAKES(TLS12, KNOWS, KNOWS | EXPECTS, 0, GNUTLS_E_AGAIN, missing);
	HANDSHAKES(TLS12, KNOWS, KNOWS | SENDS, 0, GNUTLS_E_UNEXPECTED_HANDSHAKE_PACKET, GNUTLS_E_AGAIN);
	HANDSHAKES(TLS12, KNOWS | SENDS, KNOWS, 0, GNUTLS_E_AGAIN, GNUTLS_E_UNEXPECTED_HANDSHAKE_PACKET);
	/* A type that the peer does not know. */
	HANDSHAKES(TLS12, EXPECTS, ALL, 0, GNUTLS_E_RECEIVED_ILLEGAL_PARAMETER, GNUTLS_E_AGAIN);
	send_code = GNUTLS_E_INTERNAL_ERROR;
	HANDSHAKES(TLS12, ALL, ALL, 0, GNUTLS_E_AGAIN, GNUTLS_E_INTERNAL_ERROR);
	send_code = 0;
	recv_code = GNUTLS_E_INTERNAL_ERROR;
	HANDSHAKES(TLS12, ALL, ALL, 0, GNUTLS_E_INTERNAL_ERROR, GNUTLS_E_AGAIN);
	recv_code = 0;
#ifdef OURS
	/* As long as an entry can be, and longer: GnuTLS writes the lower bits of the length. */
	length = 65535;
	HANDSHAKES(TLS12, ALL, ALL, 0, 0, 0);
	CHECK(came[0] == 65535 && came[1] == 65535);
	length = 65536;
	HANDSHAKES(TLS12, ALL, ALL, 0, GNUTLS_E_AGAIN, GNUTLS_E_MEMORY_ERROR);
#endif
	length = 2;
}

static void registry(void)
{
	struct pair p;
	pair_new(&p, TLS12, 0, 0);
	CHECK_IS(gnutls_session_supplemental_register(p.client.s, NULL, 7, NULL, NULL, 0), 0);
#ifdef OURS
	CHECK_IS(gnutls_session_supplemental_register(p.client.s, "again", 7, NULL, NULL, 0), GNUTLS_E_ALREADY_REGISTERED);
#endif
	pair_end(&p);
	CHECK(gnutls_supplemental_get_name(TYPE) == NULL);
	CHECK_IS(gnutls_supplemental_register("global", TYPE, recv_function, send_function), 0);
	CHECK_IS(gnutls_supplemental_register("global", TYPE, recv_function, send_function), GNUTLS_E_ALREADY_REGISTERED);
	CHECK_IS(gnutls_supplemental_register("more", TYPE + 1, recv_more, send_more), 0);
	CHECK(!strcmp(gnutls_supplemental_get_name(TYPE), "global"));
	CHECK(!strcmp(gnutls_supplemental_get_name(TYPE + 1), "more"));
	CHECK(gnutls_supplemental_get_name(TYPE + 2) == NULL);
	/* All sessions have them. */
	HANDSHAKES("NORMAL", SENDS | EXPECTS, SENDS | EXPECTS, 0, 0, 0);
	CHECK(sent[0] == 1 && sent[1] == 1 && received[0] == 1 && received[1] == 1);
	HANDSHAKES("NORMAL", 0, 0, 0, 0, 0);
	pair_new(&p, TLS12, 0, 0);
	CHECK_IS(gnutls_session_supplemental_register(p.client.s, "x", TYPE, NULL, NULL, 0), GNUTLS_E_ALREADY_REGISTERED);
	pair_end(&p);
#ifdef OURS
	CHECK_IS(gnutls_supplemental_register("far", 65536, NULL, NULL), GNUTLS_E_INVALID_REQUEST);
	CHECK_IS(gnutls_session_supplemental_register(NULL, "x", 9, NULL, NULL, 0), GNUTLS_E_INVALID_REQUEST);
	gnutls_supplemental_recv(NULL, 1);
	gnutls_supplemental_send(NULL, 1);
#endif
}

int main(void)
{
	data[0] = 0xfe, data[1] = 0xed;
	both_ways();
	failures();
	registry();
	return check_result();
}
