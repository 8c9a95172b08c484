/* One session in several threads: one sends, one receives, one asks, while the peer changes keys, over a stream and over datagrams; and handshakes at once on
 * the same credentials and priorities.
 *   threads [ROUNDS [warm]]
 * With `warm` one thread does everything once before, for what is written once (see threads.c): `make helgrind`. */
#include <pthread.h>
#include <sys/socket.h>
#include <unistd.h>
#include <gnutls/dtls.h>
#include "sessions.h"

#define CHUNK 1000
#define CHUNKS 60
#define HANDSHAKERS 8

/* The client's session, which three threads use, and the peer's, which one does. */
static struct { gnutls_session_t client, server; int ends[2], tls13; gnutls_protocol_t version; } o;

/* Set when the other threads are done. It uses a mutex, which Helgrind supports. */
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static int done;

static int set_done(int value)
{
	pthread_mutex_lock(&lock);
	int before = done;
	if (value >= 0)
		done = value;
	pthread_mutex_unlock(&lock);
	return before;
}

static unsigned char byte(size_t i)
{
	return (unsigned char)(i * 131 + (i >> 8));
}

static void *sender(void *unused)
{
	unsigned char data[CHUNK];
	long wrong = 0;
	for (size_t at = 0; at < CHUNK * CHUNKS; at += CHUNK) {
		for (size_t i = 0; i < CHUNK; i++)
			data[i] = byte(at + i);
		wrong += gnutls_record_send(o.client, data, CHUNK) != CHUNK;
	}
	return (void *)wrong;
}

static void *receiver(void *unused)
{
	unsigned char data[CHUNK];
	long wrong = 0;
	for (size_t at = 0; at < CHUNK * CHUNKS && !wrong;) {
		ssize_t n = gnutls_record_recv(o.client, data, CHUNK);
		if (n == GNUTLS_E_AGAIN)
			continue;
		if (n <= 0) {
			fprintf(stderr, "receiver: %s\n", gnutls_strerror_name((int)n));
			wrong++;
		}
		for (ssize_t i = 0; i < n; i++)
			wrong += data[i] != byte(at + i);
		at += n;
	}
	return (void *)wrong;
}

/* The functions that, according to the manual, may be called by several threads after the handshake. */
static void *asker(void *unused)
{
	long wrong = 0;
	while (!set_done(-1)) {
		unsigned n = 0;
		char *text = gnutls_session_get_desc(o.client);
		wrong += !text || gnutls_protocol_get_version(o.client) != o.version;
		wrong += !gnutls_certificate_get_peers(o.client, &n) || n != 2;
		wrong += gnutls_cipher_get(o.client) == GNUTLS_CIPHER_NULL;
		wrong += gnutls_session_is_resumed(o.client) != 0;
		gnutls_record_get_max_size(o.client);
		gnutls_free(text);
		usleep(2000);
	}
	return (void *)wrong;
}

/* A key update, every other of which asks the peer for one: the answer is sent by the thread that receives, beside the one that
 * sends. GnuTLS breaks the session now and then if it updates keys while two threads use it, and is not asked. */
static int update_keys(int ask)
{
#ifdef OURS
	return gnutls_session_key_update(o.server, ask ? GNUTLS_KU_PEER : 0);
#else
	return 0;
#endif
}

/* Sends the received data back, and sometimes updates the keys. */
static void *peer(void *unused)
{
	unsigned char data[CHUNK];
	long wrong = 0;
	for (size_t at = 0, turn = 0; at < CHUNK * CHUNKS && !wrong; turn++) {
		ssize_t n = gnutls_record_recv(o.server, data, CHUNK);
		if (n == GNUTLS_E_AGAIN)
			continue;
		if (o.tls13 && turn % 20 == 10)
			wrong += update_keys(turn % 40 == 10) != 0;
		if (n <= 0 || gnutls_record_send(o.server, data, n) != n) {
			fprintf(stderr, "peer: %s\n", gnutls_strerror_name((int)n));
			wrong++;
		}
		at += n;
	}
	return (void *)wrong;
}

static void run_all(void *(*const calls[])(void *), int count)
{
	pthread_t threads[8];
	void *wrong;
	set_done(0);
	for (int i = 0; i < count; i++)
		CHECK_IS(pthread_create(&threads[i], NULL, calls[i], NULL), 0);
	for (int i = 0; i < count; i++) {
		/* The last thread calls getters until the others are done. */
		if (i == count - 1)
			set_done(1);
		pthread_join(threads[i], &wrong);
		CHECK_IS((long)wrong, 0);
	}
}

static void *client_handshake(void *unused)
{
	return (void *)(long)gnutls_handshake(o.client);
}

static void *server_handshake(void *unused)
{
	return (void *)(long)gnutls_handshake(o.server);
}

/* A client of DTLS begins the second handshake. */
static void *server_renews(void *unused)
{
	char none;
	long code;
	do
		code = gnutls_record_recv(o.server, &none, 1);
	while (code == GNUTLS_E_AGAIN);
	return code == GNUTLS_E_REHANDSHAKE ? server_handshake(NULL) : (void *)code;
}

static void open_session(gnutls_session_t *s, unsigned flags, const char *prio, gnutls_certificate_credentials_t cred, int fd)
{
	CHECK_IS(gnutls_init(s, flags), 0);
	CHECK_IS(gnutls_priority_set_direct(*s, prio, NULL), 0);
	gnutls_credentials_set(*s, GNUTLS_CRD_CERTIFICATE, cred);
	gnutls_transport_set_int(*s, fd);
	gnutls_handshake_set_timeout(*s, 0);
	if (flags & GNUTLS_DATAGRAM)
		gnutls_dtls_set_timeouts(*s, 10000, 60000);
}

static void one_session(const char *prio, gnutls_protocol_t version)
{
	static void *(*const hands[])(void *) = { client_handshake, server_handshake };
	static void *(*const again[])(void *) = { client_handshake, server_renews };
	static void *(*const work[])(void *) = { sender, receiver, peer, asker };
	gnutls_certificate_credentials_t ccred = credentials(NULL, NULL), scred = credentials(server_pem, server_key_pem);
	int datagrams = version >= GNUTLS_DTLS0_9 ? GNUTLS_DATAGRAM : 0;
	CHECK_IS(socketpair(AF_UNIX, datagrams ? SOCK_DGRAM : SOCK_STREAM, 0, o.ends), 0);
	o.tls13 = version == GNUTLS_TLS1_3;
	o.version = version;
	open_session(&o.client, GNUTLS_CLIENT | datagrams, prio, ccred, o.ends[0]);
	open_session(&o.server, GNUTLS_SERVER | datagrams, prio, scred, o.ends[1]);
	run_all(hands, 2);
	run_all(work, 4);
	/* In TLS 1.2 new keys need a new handshake, during which no other thread uses the session (the manual). */
	if (datagrams) {
		run_all(again, 2);
		run_all(work, 4);
	} else if (!o.tls13) {
		char none;
		CHECK_IS(gnutls_rehandshake(o.server), 0);
		CHECK_IS(gnutls_record_recv(o.client, &none, 1), GNUTLS_E_REHANDSHAKE);
		run_all(hands, 2);
		run_all(work, 4);
	}
	gnutls_deinit(o.client);
	gnutls_deinit(o.server);
	close(o.ends[0]);
	close(o.ends[1]);
	gnutls_certificate_free_credentials(ccred);
	gnutls_certificate_free_credentials(scred);
}

static struct { gnutls_certificate_credentials_t client, server; gnutls_priority_t priorities[2]; } shared;

static void *handshaker(void *argument)
{
	long wrong = 0;
	for (int i = 0; i < 2; i++) {
		struct pair p = { 0 };
		int c, s;
		unsigned status = 1;
		end_init(&p.client, &p.server, GNUTLS_CLIENT, TLS13, shared.client);
		end_init(&p.server, &p.client, GNUTLS_SERVER, TLS13, shared.server);
		gnutls_priority_set(p.client.s, shared.priorities[(i + (long)argument) & 1]);
		gnutls_priority_set(p.server.s, shared.priorities[(i + (long)argument) & 1]);
		pair_handshake(&p, &c, &s);
		wrong += c || s || gnutls_certificate_verify_peers2(p.client.s, &status) || status;
		pair_free(&p);
	}
	return (void *)wrong;
}

static void handshakes(int warm)
{
	pthread_t threads[HANDSHAKERS];
	shared.client = credentials(NULL, NULL), shared.server = credentials(server_pem, server_key_pem);
	for (int i = 0; i < 2; i++)
		CHECK_IS(gnutls_priority_init(&shared.priorities[i], both_versions[i], NULL), 0);
	if (warm)
		CHECK_IS((long)handshaker(NULL), 0);
	for (long i = 0; i < HANDSHAKERS; i++)
		CHECK_IS(pthread_create(&threads[i], NULL, handshaker, (void *)i), 0);
	for (int i = 0; i < HANDSHAKERS; i++) {
		void *wrong;
		pthread_join(threads[i], &wrong);
		CHECK_IS((long)wrong, 0);
	}
	for (int i = 0; i < 2; i++)
		gnutls_priority_deinit(shared.priorities[i]);
	gnutls_certificate_free_credentials(shared.client);
	gnutls_certificate_free_credentials(shared.server);
}

int main(int argc, char **argv)
{
	int rounds = argc > 1 ? atoi(argv[1]) : 5;
	gnutls_session_t s;
	/* The clock of datagrams begins once. */
	if (argc > 2 && gnutls_init(&s, GNUTLS_CLIENT | GNUTLS_DATAGRAM) == 0) {
		gnutls_dtls_get_timeout(s);
		gnutls_deinit(s);
	}
	for (int i = 0; i < rounds; i++) {
		handshakes(argc > 2);
		one_session(TLS13, GNUTLS_TLS1_3);
		one_session(TLS12, GNUTLS_TLS1_2);
		one_session("NORMAL:-VERS-ALL:+VERS-DTLS1.2", GNUTLS_DTLS1_2);
	}
	return check_result();
}
