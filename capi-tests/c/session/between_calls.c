/* State between calls: data that was received in part, operations that would block, pointers that getters
 * returned, parameters during a new handshake, and which unencrypted records are accepted. */
#include <pthread.h>
#include <unistd.h>
#include "sessions.h"

/* The transport of a side whose next writes are refused. */
static int write_error;

static ssize_t failing_push(gnutls_transport_ptr_t t, const void *p, size_t n)
{
	struct end *e = t;
	if (!write_error)
		return pair_push(t, p, n);
	gnutls_transport_set_errno(e->s, write_error);
	return -1;
}

/* Receives `n` bytes, however they are split. */
static void expect_bytes(struct end *e, const char *want, size_t n)
{
	char got[4096];
	size_t have = 0;
	while (have < n) {
		ssize_t r = take(e, got + have, n - have);
		CHECK(r > 0);
		if (r <= 0)
			return;
		have += r;
	}
	CHECK(!memcmp(got, want, n));
}

#ifdef OURS
/* A record that was partly received when a renegotiation starts: all of it arrives (GnuTLS ends the session). */
static void test_partial_renegotiation(void)
{
	struct pair p;
	char sent[3000], buf[8];
	unsigned i;
	for (i = 0; i < sizeof sent; i++)
		sent[i] = (char)(i * 7 + i / 256);
	pair_new(&p, TLS12, 0, 0);
	HANDSHAKE(&p, 0, 0);
	CHECK_IS(gnutls_record_send(p.server.s, sent, sizeof sent), sizeof sent);
	CHECK_IS(take(&p.client, buf, 5), 5);
	CHECK(!memcmp(buf, sent, 5));
	CHECK_IS(gnutls_handshake(p.client.s), GNUTLS_E_AGAIN);
	CHECK_IS(take(&p.server, buf, sizeof buf), GNUTLS_E_REHANDSHAKE);
	HANDSHAKE(&p, 0, 0);
	expect_bytes(&p.client, sent + 5, sizeof sent - 5);
	ECHO(&p);
	pair_end(&p);
}
#endif

/* The same across key updates. */
static void test_partial_key_update(void)
{
	struct pair p;
	char buf[8];
	pair_new(&p, TLS13, 0, 0);
	HANDSHAKE(&p, 0, 0);
	CHECK_IS(gnutls_record_send(p.server.s, "abcdefgh", 8), 8);
	CHECK_IS(gnutls_session_key_update(p.server.s, GNUTLS_KU_PEER), 0);
	CHECK_IS(gnutls_record_send(p.server.s, "ijkl", 4), 4);
	CHECK_IS(take(&p.client, buf, 3), 3);
	CHECK_IS(gnutls_record_check_pending(p.client.s), 5);
	CHECK_IS(gnutls_session_key_update(p.client.s, 0), 0);
	expect_bytes(&p.client, "defghijkl", 9);
	ECHO(&p);
	pair_end(&p);
}

/* After the handshake an unencrypted alert is not accepted, neither immediately nor after the keys have been
 * renewed. */
static void test_clear_alert(int to_server, int after_update)
{
	static const unsigned char close_notify[] = { 21, 3, 3, 0, 2, 1, 0 };
	struct pair p;
	struct end *from = to_server ? &p.client : &p.server, *to = to_server ? &p.server : &p.client;
	char buf[8];
	ssize_t r;
	pair_new(&p, TLS13, 0, GNUTLS_NO_TICKETS);
	HANDSHAKE(&p, 0, 0);
	if (after_update) {
		CHECK_IS(gnutls_session_key_update(from->s, 0), 0);
		CHECK_IS(take(to, buf, sizeof buf), GNUTLS_E_AGAIN);
	}
	queue_put(&to->in, close_notify, sizeof close_notify);
	r = take(to, buf, sizeof buf);
	CHECK(r < 0 && gnutls_error_is_fatal(r));
	CHECK_IS(take(to, buf, sizeof buf), GNUTLS_E_INVALID_SESSION);
	pair_end(&p);
}

#ifdef OURS
static struct pair *hooked;

/* Sends data from a callback within the flight that completes a renegotiation. */
static int send_before_finished(gnutls_session_t s, unsigned type, unsigned post, unsigned incoming, const gnutls_datum_t *msg)
{
	(void)msg;
	if (type == GNUTLS_HANDSHAKE_FINISHED && !incoming && post == GNUTLS_HOOK_PRE && s == hooked->client.s)
		CHECK_IS(gnutls_record_send(s, "within", 6), 6);
	return 0;
}

/* Data that is sent meanwhile precedes the ChangeCipherSpec and never follows it (GnuTLS breaks the handshake). */
static void test_data_in_flight(void)
{
	struct pair p;
	char buf[16];
	int c = GNUTLS_E_AGAIN, s = GNUTLS_E_AGAIN;
	ssize_t n = 0;
	pair_new(&p, TLS12, 0, 0);
	hooked = &p;
	HANDSHAKE(&p, 0, 0);
	gnutls_handshake_set_hook_function(p.client.s, GNUTLS_HANDSHAKE_FINISHED, GNUTLS_HOOK_PRE, send_before_finished);
	CHECK_IS(gnutls_handshake(p.client.s), GNUTLS_E_AGAIN);
	CHECK_IS(gnutls_record_recv(p.server.s, buf, sizeof buf), GNUTLS_E_REHANDSHAKE);
	for (int i = 0; i < 8 && (c || s); i++) {
		if (s)
			s = gnutls_handshake(p.server.s);
		if (s == GNUTLS_E_GOT_APPLICATION_DATA)
			n = gnutls_record_recv(p.server.s, buf, sizeof buf);
		if (c)
			c = gnutls_handshake(p.client.s);
	}
	CHECK_IS(c, 0);
	CHECK_IS(s, 0);
	CHECK(n == 6 && !memcmp(buf, "within", 6));
	pair_end(&p);
}
#endif

/* Limits cannot be changed during a handshake or after a failed one. */
static void test_limit_during_handshake(const char *prio)
{
	struct pair p;
	pair_new(&p, prio, 0, 0);
	CHECK_IS(gnutls_handshake(p.client.s), GNUTLS_E_AGAIN);
	for (int i = 0; i < 2; i++) {
		CHECK_IS(gnutls_record_set_max_size(p.client.s, 1024), GNUTLS_E_INVALID_REQUEST);
		CHECK_IS(gnutls_record_set_max_recv_size(p.client.s, 1024), GNUTLS_E_INVALID_REQUEST);
		CHECK_IS(gnutls_record_set_max_size(p.server.s, 1024), 0);
		p.client.in.closed = 1;
		CHECK_IS(gnutls_handshake(p.client.s), i ? GNUTLS_E_INVALID_SESSION : GNUTLS_E_PREMATURE_TERMINATION);
	}
	pair_end(&p);
	pair_new(&p, prio, 0, 0);
	HANDSHAKE(&p, 0, 0);
	CHECK_IS(gnutls_record_set_max_size(p.client.s, 1024), 0);
	if (!strcmp(prio, TLS12)) {
		CHECK_IS(gnutls_handshake(p.client.s), GNUTLS_E_AGAIN);
		CHECK_IS(gnutls_record_set_max_size(p.client.s, 1024), GNUTLS_E_INVALID_REQUEST);
		HANDSHAKE(&p, 0, 0);
		CHECK_IS(gnutls_record_set_max_size(p.client.s, 1024), 0);
	}
	pair_end(&p);
}

/* gnutls_bye on a broken transport fails each time; so does a second send. */
static void test_dead_transport(const char *prio, int error, int code)
{
	struct pair p;
	char buf[8];
	pair_new(&p, prio, 0, 0);
	HANDSHAKE(&p, 0, 0);
	gnutls_transport_set_push_function(p.client.s, failing_push);
	write_error = error;
	CHECK_IS(gnutls_record_send(p.client.s, "abc", 3), code);
	CHECK_IS(gnutls_record_send(p.client.s, "abc", 3), GNUTLS_E_INVALID_SESSION);
	CHECK_IS(gnutls_record_recv(p.client.s, buf, sizeof buf), GNUTLS_E_AGAIN);
	CHECK_IS(gnutls_bye(p.client.s, GNUTLS_SHUT_WR), code);
	CHECK_IS(gnutls_bye(p.client.s, GNUTLS_SHUT_RDWR), code);
	write_error = 0;
	pair_end(&p);
}

/* If a push function writes nothing, the application retries, not the library. */
static int pushes;

static ssize_t idle_push(gnutls_transport_ptr_t t, const void *p, size_t n)
{
	if (++pushes > 100) {
		gnutls_transport_set_errno(((struct end *)t)->s, EPIPE);
		return -1;
	}
	return 0;
}

static void test_idle_push(const char *prio)
{
	struct pair p;
	pair_new(&p, prio, 0, 0);
	HANDSHAKE(&p, 0, 0);
	gnutls_transport_set_push_function(p.client.s, idle_push);
	pushes = 0;
	CHECK(gnutls_record_send(p.client.s, "abc", 3) < 0);
	CHECK(pushes < 100);
	pair_end(&p);
}

/* A key update that follows a blocked send, or blocks itself, changes the keys when it reports success. */
static void test_blocked_key_update(void)
{
	struct pair p;
	char buf[8];
	gnutls_datum_t key;
	unsigned char before[64], number[8];
	pair_new(&p, TLS13, 0, GNUTLS_NO_TICKETS);
	HANDSHAKE(&p, 0, 0);
	gnutls_transport_set_push_function(p.client.s, failing_push);
	CHECK_IS(gnutls_record_get_state(p.client.s, 0, NULL, NULL, &key, number), 0);
	memcpy(before, key.data, key.size);
	write_error = EAGAIN;
	CHECK_IS(gnutls_record_send(p.client.s, "abc", 3), GNUTLS_E_AGAIN);
	write_error = 0;
	CHECK_IS(gnutls_session_key_update(p.client.s, 0), 0);
	CHECK_IS(gnutls_record_get_state(p.client.s, 0, NULL, NULL, &key, number), 0);
	CHECK(memcmp(before, key.data, key.size));
	CHECK_IS(take(&p.server, buf, sizeof buf), 3);
	memcpy(before, key.data, key.size);
	write_error = EAGAIN;
	CHECK_IS(gnutls_session_key_update(p.client.s, 0), GNUTLS_E_AGAIN);
	write_error = 0;
	CHECK_IS(gnutls_session_key_update(p.client.s, 0), 0);
	CHECK_IS(gnutls_record_get_state(p.client.s, 0, NULL, NULL, &key, number), 0);
	CHECK(memcmp(before, key.data, key.size));
	ECHO(&p);
	pair_end(&p);
}

/* Sizes: one that no buffer can have is treated as a large one; after the handshake the sending limit still
 * applies. */
static void test_sizes(const char *prio, int tls13)
{
	struct pair p;
	static char data[5000], got[20000];
	gnutls_range_st range = { 5000, 6000 };
	pair_new(&p, prio, 0, 0);
	HANDSHAKE(&p, 0, 0);
	CHECK_IS(gnutls_record_send(p.client.s, "abc", 3), 3);
	CHECK_IS(gnutls_record_recv(p.server.s, got, (size_t)-1), 3);
	CHECK_IS(gnutls_record_set_max_size(p.client.s, 1024), 0);
	CHECK_IS(gnutls_record_set_max_size(p.client.s, 511), GNUTLS_E_INVALID_REQUEST);
	CHECK_IS(gnutls_record_set_max_size(p.client.s, 16385), GNUTLS_E_INVALID_REQUEST);
	CHECK_IS(gnutls_record_send(p.client.s, data, sizeof data), 1024);
	expect_bytes(&p.server, data, 1024);
	CHECK_IS(gnutls_record_send2(p.client.s, "abc", 3, 10, 0), tls13 ? 3 : GNUTLS_E_INVALID_REQUEST);
	if (!tls13) {
		pair_end(&p);
		return;
	}
	expect_bytes(&p.server, "abc", 3);
	CHECK(gnutls_record_send2(p.client.s, "abc", 3, 16385, 0) < 0);
	memset(data, 'x', sizeof data);
	CHECK_IS(gnutls_record_send_range(p.client.s, data, sizeof data, &range), sizeof data);
	{
		size_t have = 0;
		ssize_t r;
		while ((r = take(&p.server, got + have, sizeof got - have)) > 0)
			have += r;
		CHECK_IS(have, sizeof data);
		CHECK(!memcmp(got, data, sizeof data));
	}
	pair_end(&p);
}

/* Returned pointers keep their contents after every other getter was called, and after the same getter was called
 * again. */
static void test_lent(const char *prio)
{
	struct pair p;
	gnutls_datum_t id, master, client_random, server_random, alpn, iv[2], key[2], again, *d[9];
	gnutls_datum_t h2 = text("h2");
	unsigned char copy[9][64], number[8];
	unsigned i, k, n;
	const gnutls_datum_t *peers, *ours;
	pair_new(&p, prio, 0, 0);
	gnutls_alpn_set_protocols(p.client.s, &h2, 1, 0);
	gnutls_alpn_set_protocols(p.server.s, &h2, 1, 0);
	HANDSHAKE(&p, 0, 0);
	for (k = 0; k < 2; k++) {
		gnutls_session_t s = k ? p.server.s : p.client.s;
		CHECK_IS(gnutls_session_get_id2(s, &id), 0);
		gnutls_session_get_master_secret(s, &master);
		gnutls_session_get_random(s, &client_random, &server_random);
		CHECK_IS(gnutls_alpn_get_selected_protocol(s, &alpn), 0);
		for (i = 0; i < 2; i++)
			CHECK_IS(gnutls_record_get_state(s, i, NULL, &iv[i], &key[i], number), 0);
		d[0] = &id, d[1] = &master, d[2] = &client_random, d[3] = &server_random, d[4] = &alpn;
		d[5] = &iv[0], d[6] = &iv[1], d[7] = &key[0], d[8] = &key[1];
		for (i = 0; i < 9; i++) {
			CHECK(d[i]->size <= sizeof copy[i]);
			if (d[i]->size)
				memcpy(copy[i], d[i]->data, d[i]->size);
		}
		CHECK(memcmp(key[0].data, key[1].data, key[0].size));
		peers = gnutls_certificate_get_peers(p.client.s, &n);
		ours = gnutls_certificate_get_ours(p.server.s);
		CHECK(n == 2 && ours && peers[0].size == ours->size && !memcmp(peers[0].data, ours->data, ours->size));
		CHECK_IS(gnutls_session_get_id2(s, &again), 0);
		gnutls_session_get_master_secret(s, &again);
		gnutls_session_get_random(s, &again, NULL);
		gnutls_session_get_random(s, NULL, &again);
		CHECK_IS(gnutls_alpn_get_selected_protocol(s, &again), 0);
		for (i = 0; i < 4; i++)
			CHECK_IS(gnutls_record_get_state(s, i % 2, NULL, &again, &again, number), 0);
		CHECK(gnutls_certificate_get_peers(p.client.s, &n) == peers);
		CHECK(gnutls_certificate_get_ours(p.server.s) == ours || gnutls_certificate_get_ours(p.server.s)->size == ours->size);
		for (i = 0; i < 9; i++)
			CHECK(!d[i]->size || !memcmp(copy[i], d[i]->data, d[i]->size));
	}
	pair_end(&p);
}

/* The getters that a client calls. */
static void describe(gnutls_session_t s, char *out, size_t size)
{
	unsigned n = 0;
	unsigned char key[16] = { 0 };
	int prf = 0;
	gnutls_datum_t alpn = { NULL, 0 };
	const gnutls_datum_t *peers = gnutls_certificate_get_peers(s, &n);
	char *desc = gnutls_session_get_desc(s);
#ifdef OURS
	/* GnuTLS exports keying material with the randoms of the new hello. */
	prf = gnutls_prf_rfc5705(s, 4, "EXPT", 0, NULL, sizeof key, (char *)key);
#endif
	gnutls_alpn_get_selected_protocol(s, &alpn);
	snprintf(out, size, "%u certificates of %u bytes, version %d, cipher %d, kx %d, group %d, ems %u, alpn %.*s, %s, %d %02x%02x",
		 n, peers ? peers[0].size : 0, gnutls_protocol_get_version(s), gnutls_cipher_get(s), gnutls_kx_get(s),
		 gnutls_group_get(s), gnutls_session_ext_master_secret_status(s), (int)alpn.size, (char *)alpn.data,
		 desc ? desc : "none", prf, key[0], key[15]);
	gnutls_free(desc);
}

/* A refused renegotiation does not change the session. */
static void test_refused_renegotiation(void)
{
	struct pair p;
	char before[600], after[600], buf[8];
	unsigned status;
	gnutls_datum_t h2 = text("h2");
	pair_new(&p, TLS12, 0, 0);
	gnutls_alpn_set_protocols(p.client.s, &h2, 1, 0);
	gnutls_alpn_set_protocols(p.server.s, &h2, 1, 0);
	HANDSHAKE(&p, 0, 0);
	describe(p.client.s, before, sizeof before);
	CHECK_IS(gnutls_handshake(p.client.s), GNUTLS_E_AGAIN);
	CHECK_IS(take(&p.server, buf, sizeof buf), GNUTLS_E_REHANDSHAKE);
	CHECK_IS(gnutls_alert_send(p.server.s, GNUTLS_AL_WARNING, GNUTLS_A_NO_RENEGOTIATION), 0);
	CHECK_IS(gnutls_handshake(p.client.s), GNUTLS_E_WARNING_ALERT_RECEIVED);
	describe(p.client.s, after, sizeof after);
	CHECK(!strcmp(before, after));
	CHECK_IS(gnutls_certificate_verify_peers2(p.client.s, &status), 0);
	CARRY(&p.server, &p.client, "from the server");
	pair_end(&p);
}

/* Hooks: a HelloRetryRequest has its own number, and a hook can query the last message that was sent. */
static struct { unsigned type, when, incoming, out; } seen[64];
static unsigned n_seen;
static int hook_code, hook_calls;

static int watching(gnutls_session_t s, unsigned type, unsigned when, unsigned incoming, const gnutls_datum_t *m)
{
	if (n_seen < 64) {
		seen[n_seen].type = type, seen[n_seen].when = when, seen[n_seen].incoming = incoming;
		seen[n_seen++].out = gnutls_handshake_get_last_out(s);
	}
	return 0;
}

static int hellos;

static int hello(gnutls_session_t s)
{
	hellos++;
	return 0;
}

static void test_hook_numbers(void)
{
	struct pair p;
	memset(&p, 0, sizeof p);
	p.ccred = credentials(NULL, NULL);
	p.scred = credentials(server_pem, server_key_pem);
	end_init(&p.client, &p.server, GNUTLS_CLIENT | GNUTLS_KEY_SHARE_TOP,
		 TLS13 ":-GROUP-ALL:+GROUP-X25519:+GROUP-SECP384R1", p.ccred);
	end_init(&p.server, &p.client, GNUTLS_SERVER, TLS13 ":-GROUP-ALL:+GROUP-SECP384R1", p.scred);
	gnutls_handshake_set_hook_function(p.client.s, GNUTLS_HANDSHAKE_ANY, GNUTLS_HOOK_BOTH, watching);
	gnutls_handshake_set_post_client_hello_function(p.server.s, hello);
	n_seen = hellos = 0;
	HANDSHAKE(&p, 0, 0);
	/* The application's callback is called for the second hello too. */
	CHECK_IS(hellos, 2);
	CHECK(n_seen > 6);
	CHECK_IS(seen[0].type, GNUTLS_HANDSHAKE_CLIENT_HELLO);
	CHECK_IS(seen[0].when, GNUTLS_HOOK_PRE);
	CHECK_IS(seen[0].incoming, 0);
	CHECK_IS(seen[0].out, (unsigned)-1);
	CHECK_IS(seen[1].when, GNUTLS_HOOK_POST);
	CHECK_IS(seen[1].out, GNUTLS_HANDSHAKE_CLIENT_HELLO);
	CHECK_IS(seen[2].type, GNUTLS_HANDSHAKE_HELLO_RETRY_REQUEST);
	CHECK_IS(seen[2].incoming, 1);
	CHECK_IS(seen[2].out, GNUTLS_HANDSHAKE_CLIENT_HELLO);
	pair_end(&p);
}

static int once(gnutls_session_t s, unsigned type, unsigned when, unsigned incoming, const gnutls_datum_t *m)
{
	return hook_calls++ ? 0 : hook_code;
}

/* Nothing is lost if a hook suspends the handshake. */
static void test_waiting_hook(const char *prio, unsigned type, int code)
{
	struct pair p;
	int c, s;
	pair_new(&p, prio, 0, GNUTLS_NO_TICKETS);
	gnutls_handshake_set_hook_function(p.server.s, type, GNUTLS_HOOK_POST, once);
	hook_code = code;
	hook_calls = 0;
	pair_handshake(&p, &c, &s);
	CHECK_IS(c, 0);
	CHECK_IS(s, 0);
	CHECK(hook_calls >= 1);
	ECHO(&p);
	pair_end(&p);
}

/* A message that a hook refuses is not sent to the peer, whether the hook runs before or after it is generated. */
static void test_refusing_hook(const char *prio, int when)
{
	struct pair p;
	int c, s;
	pair_new(&p, prio, 0, GNUTLS_NO_TICKETS);
	gnutls_handshake_set_hook_function(p.client.s, GNUTLS_HANDSHAKE_FINISHED, when, once);
	hook_code = GNUTLS_E_INSUFFICIENT_SECURITY;
	/* Calls for received messages are not counted. */
	hook_calls = 0;
	pair_handshake(&p, &c, &s);
	CHECK_IS(c, GNUTLS_E_INSUFFICIENT_SECURITY);
	CHECK(s < 0);
	pair_end(&p);
}

/* If settings replace each other, the last one applies. */
static int verified;

static int content(gnutls_session_t s)
{
	verified++;
	return 0;
}

static void test_last_verifier(void)
{
	static const struct { int cert_last, credentials, function, code, calls; } cases[] = {
		{ 1, 0, 1, GNUTLS_E_CERTIFICATE_VERIFICATION_ERROR, 0 },
		{ 1, 1, 1, GNUTLS_E_CERTIFICATE_VERIFICATION_ERROR, 0 },
		{ 0, 0, 1, 0, 1 },
		{ 0, 1, 0, 0, 1 },
		{ 0, 0, 0, 0, 0 },
	};
	for (unsigned i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		struct pair p;
		int c, s;
		pair_new(&p, TLS13, 0, 0);
		if (cases[i].credentials)
			gnutls_certificate_set_verify_function(p.ccred, content);
		if (cases[i].cert_last)
			gnutls_session_set_verify_function(p.client.s, content);
		gnutls_session_set_verify_cert(p.client.s, "wrong.example", 0);
		if (!cases[i].cert_last)
			gnutls_session_set_verify_function(p.client.s, cases[i].function ? content : NULL);
		verified = 0;
		pair_handshake(&p, &c, &s);
		CHECK_IS(c, cases[i].code);
		CHECK_IS(verified, cases[i].calls);
		pair_end(&p);
	}
}

/* The callbacks that select a certificate: the last one set is used, and a server's is called again. */
static int retrieve_code, retrieve_calls, second_calls;
static gnutls_pcert_st retrieved[1];
static gnutls_privkey_t retrieved_key;

static int retrieve3(gnutls_session_t s, const struct gnutls_cert_retr_st *info, gnutls_pcert_st **certs, unsigned *n,
		     gnutls_ocsp_data_st **ocsp, unsigned *n_ocsp, gnutls_privkey_t *key, unsigned *flags)
{
	if (!retrieve_calls++ && retrieve_code)
		return retrieve_code;
	*certs = retrieved;
	*n = 1;
	*key = retrieved_key;
	*flags = 0;
	return 0;
}

static int retrieve2(gnutls_session_t s, const gnutls_datum_t *names, int n_names, const gnutls_pk_algorithm_t *kinds,
		     int n_kinds, gnutls_pcert_st **certs, unsigned *n, gnutls_privkey_t *key)
{
	second_calls++;
	*certs = retrieved;
	*n = 1;
	*key = retrieved_key;
	return 0;
}

static void test_retrieve(const char *prio)
{
	gnutls_datum_t cert = text(server_pem), key = text(server_key_pem);
	CHECK_IS(gnutls_pcert_import_x509_raw(retrieved, &cert, GNUTLS_X509_FMT_PEM, 0), 0);
	CHECK_IS(gnutls_privkey_init(&retrieved_key), 0);
	CHECK_IS(gnutls_privkey_import_x509_raw(retrieved_key, &key, GNUTLS_X509_FMT_PEM, NULL, 0), 0);
	for (int code = 0; code < 4; code++) {
		static const int codes[] = { 0, GNUTLS_E_AGAIN, -1, GNUTLS_E_INTERNAL_ERROR };
		struct pair p;
		pair_new(&p, prio, 0, 0);
		gnutls_certificate_set_retrieve_function3(p.scred, retrieve3);
		retrieve_code = codes[code];
		retrieve_calls = 0;
		HANDSHAKE(&p, 0, 0);
		CHECK(retrieve_calls >= 1 + (code != 0));
		pair_end(&p);
	}
	for (int last = 2; last <= 3; last++) {
		struct pair p;
		pair_new(&p, prio, 0, 0);
		if (last == 2)
			gnutls_certificate_set_retrieve_function3(p.scred, retrieve3);
		gnutls_certificate_set_retrieve_function2(p.scred, retrieve2);
		if (last == 3)
			gnutls_certificate_set_retrieve_function3(p.scred, retrieve3);
		retrieve_code = retrieve_calls = second_calls = 0;
		HANDSHAKE(&p, 0, 0);
		CHECK_IS(retrieve_calls > 0, last == 3);
		CHECK_IS(second_calls > 0, last == 2);
		pair_end(&p);
	}
	/* An error of a client's callback ends its handshake. */
	for (int code = 0; code < 2; code++) {
		struct pair p;
		int c, s;
		pair_new(&p, prio, 0, 0);
		gnutls_certificate_server_set_request(p.server.s, GNUTLS_CERT_REQUEST);
		gnutls_certificate_set_retrieve_function3(p.ccred, retrieve3);
		retrieve_code = code ? GNUTLS_E_AGAIN : -1;
		retrieve_calls = 0;
		pair_handshake(&p, &c, &s);
		CHECK_IS(c, GNUTLS_E_USER_ERROR);
		CHECK_IS(gnutls_handshake(p.client.s), GNUTLS_E_INVALID_SESSION);
		CHECK_IS(retrieve_calls, 1);
		pair_end(&p);
	}
	gnutls_pcert_deinit(retrieved);
	gnutls_privkey_deinit(retrieved_key);
}

/* On a client with an established TLS 1.3 session gnutls_handshake is a key update. */
static void test_handshake_again(void)
{
	struct pair p;
	gnutls_datum_t key;
	unsigned char before[64], number[8];
	pair_new(&p, TLS13, 0, GNUTLS_NO_TICKETS);
	HANDSHAKE(&p, 0, 0);
	CHECK_IS(gnutls_record_get_state(p.client.s, 0, NULL, NULL, &key, number), 0);
	memcpy(before, key.data, key.size);
	CHECK_IS(gnutls_handshake(p.client.s), 0);
	CHECK_IS(gnutls_record_get_state(p.client.s, 0, NULL, NULL, &key, number), 0);
	CHECK(memcmp(before, key.data, key.size));
	CHECK_IS(gnutls_handshake_get_last_out(p.client.s), GNUTLS_HANDSHAKE_KEY_UPDATE);
	ECHO(&p);
	pair_end(&p);
}

/* During a false start the application cannot continue the handshake. */
static void test_false_start(void)
{
	struct pair p;
	pair_new(&p, TLS12, GNUTLS_ENABLE_FALSE_START, GNUTLS_NO_TICKETS);
	CHECK_IS(gnutls_handshake(p.client.s), GNUTLS_E_AGAIN);
	CHECK_IS(gnutls_handshake(p.server.s), GNUTLS_E_AGAIN);
	CHECK_IS(gnutls_handshake(p.client.s), 0);
	CHECK_IS(gnutls_handshake(p.client.s), GNUTLS_E_HANDSHAKE_DURING_FALSE_START);
	pair_end(&p);
}

/* The server must enable post-handshake authentication as well. */
static void test_reauth_flags(void)
{
	for (int server = 0; server < 2; server++) {
		unsigned flag = GNUTLS_POST_HANDSHAKE_AUTH;
		struct pair p;
		pair_new(&p, TLS13, flag, server ? flag : 0);
		gnutls_certificate_server_set_request(p.server.s, GNUTLS_CERT_REQUEST);
		HANDSHAKE(&p, 0, 0);
		CHECK_IS(gnutls_reauth(p.server.s, 0), server ? GNUTLS_E_AGAIN : GNUTLS_E_INVALID_REQUEST);
		CHECK_IS(!!(gnutls_session_get_flags(p.server.s) & GNUTLS_SFLAGS_POST_HANDSHAKE_AUTH), server);
		CHECK_IS(gnutls_session_get_flags(p.client.s) & GNUTLS_SFLAGS_POST_HANDSHAKE_AUTH, 0);
		CHECK_IS(gnutls_certificate_client_get_request_status(p.server.s), 0);
		CHECK_IS(gnutls_certificate_client_get_request_status(p.client.s), 1);
		pair_end(&p);
	}
}

/* Limits of received records before the negotiation: a server that requests short records accepts a long hello. */
static void test_limit_before_negotiation(const char *prio)
{
	struct pair p;
	gnutls_datum_t names[8];
	static char name[8][40], host[] =
		"a-long-label-a-long-label-a-long-label-a-long-label-a-long-label."
		"a-long-label-a-long-label-a-long-label-a-long-label-a-long-label."
		"a-long-label-a-long-label-a-long-label-a-long-label.example.org";
	for (int i = 0; i < 8; i++) {
		snprintf(name[i], sizeof name[i], "%030d", i);
		names[i] = text(name[i]);
	}
	pair_new(&p, prio, 0, 0);
	CHECK_IS(gnutls_alpn_set_protocols(p.client.s, names, 8, 0), 0);
	CHECK_IS(gnutls_server_name_set(p.client.s, GNUTLS_NAME_DNS, host, strlen(host)), 0);
	CHECK_IS(gnutls_record_set_max_recv_size(p.server.s, 512), 0);
	HANDSHAKE(&p, 0, 0);
	ECHO(&p);
	pair_end(&p);
}

/* One thread sends while another receives, also where the handshake ends meanwhile: the receiver waits in a pull, the
 * sender is caught in a push, and then the client's Finished and data arrive. */
static int delivered, released, pulling, pushing, pushed;
static ssize_t received, sent;

static void await(int *flag)
{
	for (int i = 0; i < 5000 && !__atomic_load_n(flag, __ATOMIC_ACQUIRE); i++)
		usleep(1000);
}

static void set(int *flag)
{
	__atomic_store_n(flag, 1, __ATOMIC_RELEASE);
}

static ssize_t waiting_pull(gnutls_transport_ptr_t t, void *p, size_t n)
{
	set(&pulling);
	await(&delivered);
	return pair_pull(t, p, n);
}

static ssize_t waiting_push(gnutls_transport_ptr_t t, const void *p, size_t n)
{
	set(&pushing);
	await(&released);
	set(&pushed);
	return pair_push(t, p, n);
}

static void *receiving(void *s)
{
	static char got[16];
	received = gnutls_record_recv(s, got, sizeof got);
	return NULL;
}

static void *sending(void *s)
{
	sent = gnutls_record_send(s, "response", 8);
	return NULL;
}

static void test_threads_early_start(void)
{
	struct pair p;
	pthread_t receiver, sender;
	pair_new(&p, TLS13, 0, GNUTLS_ENABLE_EARLY_START | GNUTLS_NO_TICKETS);
	CHECK_IS(gnutls_handshake(p.client.s), GNUTLS_E_AGAIN);
	CHECK_IS(gnutls_handshake(p.server.s), 0);
	gnutls_transport_set_push_function(p.server.s, waiting_push);
	gnutls_transport_set_pull_function(p.server.s, waiting_pull);
	pthread_create(&receiver, NULL, receiving, p.server.s);
	await(&pulling);
	pthread_create(&sender, NULL, sending, p.server.s);
	await(&pushing);
	CHECK_IS(gnutls_handshake(p.client.s), 0);
	CHECK_IS(gnutls_record_send(p.client.s, "request", 7), 7);
	set(&delivered);
	pthread_join(receiver, NULL);
	CHECK_IS(received, 7);
	/* It has not waited for the sender. */
	CHECK(!__atomic_load_n(&pushed, __ATOMIC_ACQUIRE));
	set(&released);
	pthread_join(sender, NULL);
	CHECK_IS(sent, 8);
	pair_end(&p);
}

int main(void)
{
#ifdef OURS
	test_partial_renegotiation();
#endif
	test_partial_key_update();
	for (int i = 0; i < 4; i++)
		test_clear_alert(i & 1, i >> 1);
	for (int v = 0; v < 2; v++) {
		const char *prio = both_versions[v];
		test_dead_transport(prio, EPIPE, GNUTLS_E_PUSH_ERROR);
		test_dead_transport(prio, ECONNRESET, GNUTLS_E_PREMATURE_TERMINATION);
		test_idle_push(prio);
		test_sizes(prio, v);
		test_lent(prio);
		test_waiting_hook(prio, GNUTLS_HANDSHAKE_SERVER_HELLO, GNUTLS_E_AGAIN);
		test_waiting_hook(prio, GNUTLS_HANDSHAKE_SERVER_HELLO, GNUTLS_E_INTERRUPTED);
		test_refusing_hook(prio, GNUTLS_HOOK_PRE);
		test_refusing_hook(prio, GNUTLS_HOOK_POST);
		test_retrieve(prio);
		test_limit_before_negotiation(prio);
		test_limit_during_handshake(prio);
	}
#ifdef OURS
	test_data_in_flight();
#endif
	test_blocked_key_update();
	test_refused_renegotiation();
	test_hook_numbers();
	test_last_verifier();
	test_handshake_again();
	test_threads_early_start();
	test_false_start();
	test_reauth_flags();
	return check_result();
}
