/* Threads that end while a session works for them: cancelled where the transport waits, or by pthread_exit in a function of the transport.
 * The process goes on, the cleanup handlers of the thread run, and the session can be used by other threads and released. */
#include "sessions.h"
#include <gnutls/crypto.h>
#include <pthread.h>
#include <sys/socket.h>
#include <unistd.h>

static struct {
	gnutls_session_t client, server;
	int fd[2];
	gnutls_certificate_credentials_t cred;
} o;

/* What the functions of the transport do once. */
static enum { NOTHING, EXIT, CANCEL_SELF, CALL_AND_EXIT } once;
static int cleaned;

static void leave(void)
{
	int what = once;
	char byte;

	once = NOTHING;
	if (what == EXIT)
		pthread_exit(&once);
	if (what == CANCEL_SELF) {
		pthread_cancel(pthread_self());
		pthread_testcancel();
	}
	/* From a call in a call. */
	if (what == CALL_AND_EXIT) {
		once = EXIT;
		gnutls_record_recv(o.client, &byte, 1);
	}
}

static ssize_t push(gnutls_transport_ptr_t p, const void *data, size_t n)
{
	leave();
	return send((int)(long)p, data, n, MSG_NOSIGNAL);
}

static ssize_t pull(gnutls_transport_ptr_t p, void *data, size_t n)
{
	leave();
	return recv((int)(long)p, data, n, 0);
}

static void clean(void *unused)
{
	cleaned++;
}

static void connected(int own)
{
	once = NOTHING;
	cleaned = 0;
	CHECK_IS(socketpair(AF_UNIX, SOCK_STREAM, 0, o.fd), 0);
	CHECK_IS(gnutls_init(&o.client, GNUTLS_CLIENT), 0);
	CHECK_IS(gnutls_init(&o.server, GNUTLS_SERVER), 0);
	gnutls_set_default_priority(o.client);
	gnutls_set_default_priority(o.server);
	gnutls_credentials_set(o.client, GNUTLS_CRD_CERTIFICATE, o.cred);
	gnutls_credentials_set(o.server, GNUTLS_CRD_CERTIFICATE, o.cred);
	gnutls_transport_set_int(o.client, o.fd[0]);
	gnutls_transport_set_int(o.server, o.fd[1]);
	if (own) {
		gnutls_transport_set_push_function(o.client, push);
		gnutls_transport_set_pull_function(o.client, pull);
	}
}

static void *server_handshake(void *unused)
{
	return (void *)(long)gnutls_handshake(o.server);
}

static void handshakes(void)
{
	pthread_t t;
	void *code;

	CHECK_IS(pthread_create(&t, NULL, server_handshake, NULL), 0);
	CHECK_IS(gnutls_handshake(o.client), 0);
	pthread_join(t, &code);
	CHECK_IS((long)code, 0);
}

static void disconnected(void)
{
	gnutls_deinit(o.client);
	gnutls_deinit(o.server);
	close(o.fd[0]);
	close(o.fd[1]);
}

/* Data goes both ways. */
static void both_ways(void)
{
	char buf[8];
	ssize_t n;

	CHECK_IS(gnutls_record_send(o.server, "one", 3), 3);
	do
		n = gnutls_record_recv(o.client, buf, sizeof buf);
	while (n == GNUTLS_E_AGAIN);
	CHECK_IS(n, 3);
	CHECK_IS(gnutls_record_send(o.client, "four", 4), 4);
	CHECK_IS(gnutls_record_recv(o.server, buf, sizeof buf), 4);
}

static void *receiver(void *unused)
{
	char buf[8];
	long n;

	pthread_cleanup_push(clean, NULL);
	do
		n = gnutls_record_recv(o.client, buf, sizeof buf);
	while (n == GNUTLS_E_AGAIN);
	pthread_cleanup_pop(0);
	return (void *)n;
}

static void *deaf_receiver(void *unused)
{
	void *n;

	pthread_setcancelstate(PTHREAD_CANCEL_DISABLE, NULL);
	n = receiver(NULL);
	pthread_setcancelstate(PTHREAD_CANCEL_ENABLE, NULL);
	return n;
}

static void *sender(void *unused)
{
	static char data[1 << 14];
	long n;

	pthread_cleanup_push(clean, NULL);
	do
		n = gnutls_record_send(o.client, data, sizeof data);
	while (n > 0);
	pthread_cleanup_pop(0);
	return (void *)n;
}

static void *small_sender(void *unused)
{
	long n;

	pthread_cleanup_push(clean, NULL);
	n = gnutls_record_send(o.client, "four", 4);
	pthread_cleanup_pop(0);
	return (void *)n;
}

static void *uncorker(void *unused)
{
	long n;

	pthread_cleanup_push(clean, NULL);
	n = gnutls_record_uncork(o.client, GNUTLS_RECORD_WAIT);
	pthread_cleanup_pop(0);
	return (void *)n;
}

static void *client_handshake(void *unused)
{
	long n;

	pthread_cleanup_push(clean, NULL);
	n = gnutls_handshake(o.client);
	pthread_cleanup_pop(0);
	return (void *)n;
}

static void *run(void *(*call)(void *), int cancel)
{
	pthread_t t;
	void *result;

	CHECK_IS(pthread_create(&t, NULL, call, NULL), 0);
	if (cancel) {
		usleep(100000);
		pthread_cancel(t);
	}
	CHECK_IS(pthread_join(t, &result), 0);
	return result;
}

static void cancelled_receive(void)
{
	int own;

	for (own = 0; own < 2; own++) {
		connected(own);
		handshakes();
		/* The server's tickets do not end it. */
		CHECK(run(receiver, 1) == PTHREAD_CANCELED);
		CHECK_IS(cleaned, 1);
		both_ways();
		/* A second time. */
		CHECK(run(receiver, 1) == PTHREAD_CANCELED);
		CHECK_IS(cleaned, 2);
		both_ways();
		CHECK_IS(gnutls_bye(o.client, GNUTLS_SHUT_WR), 0);
		disconnected();
	}
}

/* A thread that is not to be cancelled is not. */
static void not_cancelled(void)
{
	pthread_t t;
	void *result;

	connected(0);
	handshakes();
	CHECK_IS(pthread_create(&t, NULL, deaf_receiver, NULL), 0);
	usleep(100000);
	pthread_cancel(t);
	usleep(100000);
	CHECK_IS(gnutls_record_send(o.server, "one", 3), 3);
	CHECK_IS(pthread_join(t, &result), 0);
	CHECK_IS((long)result, 3);
	CHECK_IS(cleaned, 0);
	both_ways();
	disconnected();
}

static void cancelled_send(void)
{
	connected(0);
	handshakes();
	CHECK(run(sender, 1) == PTHREAD_CANCELED);
	CHECK_IS(cleaned, 1);
	disconnected();
}

static void cancelled_handshake(void)
{
	connected(0);
	CHECK(run(client_handshake, 1) == PTHREAD_CANCELED);
	CHECK_IS(cleaned, 1);
	/* Another thread goes on with it. */
	handshakes();
	both_ways();
	disconnected();
}

static void exits_in_functions(void)
{
	connected(1);
	handshakes();
	once = EXIT;
	CHECK(run(small_sender, 0) == &once);
	once = CANCEL_SELF;
	CHECK(run(receiver, 0) == PTHREAD_CANCELED);
	once = CALL_AND_EXIT;
	CHECK(run(small_sender, 0) == &once);
	CHECK_IS(cleaned, 3);
	disconnected();
	connected(1);
	handshakes();
	gnutls_record_cork(o.client);
	CHECK_IS(gnutls_record_send(o.client, "four", 4), 4);
	once = EXIT;
	CHECK(run(uncorker, 0) == &once);
	CHECK_IS(cleaned, 1);
	disconnected();
}

/* What has cancellation points of its own, in a thread that is to end already. */
static void *end_in_work(void *which)
{
	gnutls_x509_privkey_t key;
	unsigned char bytes[100];
	gnutls_datum_t data;

	pthread_cleanup_push(clean, NULL);
	pthread_cancel(pthread_self());
	switch ((long)which) {
	case 0:
		if (!gnutls_load_file("/proc/self/status", &data))
			gnutls_free(data.data);
		break;
	case 1:
		gnutls_rnd(GNUTLS_RND_KEY, bytes, sizeof bytes);
		break;
	case 2:
		gnutls_x509_privkey_init(&key);
		gnutls_x509_privkey_generate(key, GNUTLS_PK_ECDSA, 256, 0);
		gnutls_x509_privkey_deinit(key);
		break;
	case 3:
		gnutls_verify_stored_pubkey("/proc/self/status", NULL, "host", "1", GNUTLS_CRT_RAW,
					    &(gnutls_datum_t){ (unsigned char *)"x", 1 }, 0);
		break;
	case 4:
		gnutls_handshake(o.client);
		break;
	}
	pthread_testcancel();
	pthread_cleanup_pop(0);
	return NULL;
}

static void cancelled_before(void)
{
	pthread_t t;
	void *result;
	long i;

	connected(0);
	for (i = 0; i < 5; i++) {
		CHECK_IS(pthread_create(&t, NULL, end_in_work, (void *)i), 0);
		CHECK_IS(pthread_join(t, &result), 0);
		CHECK(result == PTHREAD_CANCELED);
		CHECK_IS(cleaned, i + 1);
	}
#ifdef OURS
	/* GnuTLS 3.8.13 is left within the handshake. */
	handshakes();
	both_ways();
#endif
	disconnected();
}

int main(void)
{
	o.cred = credentials(server_pem, server_key_pem);
	cancelled_receive();
	not_cancelled();
	cancelled_send();
	cancelled_handshake();
	exits_in_functions();
	cancelled_before();
	gnutls_certificate_free_credentials(o.cred);
	return check_result();
}
