/* Text and messages as inputs: priority strings, and a hello in pieces. */
#include "cost.h"
#include "../c/support/identities.h"

static void priority_words(unsigned n)
{
	char *text = malloc(20 + n * 16), *end = text + sprintf(text, "NORMAL");
	gnutls_priority_t priority;
	for (unsigned i = 0; i < n; i++)
		end += sprintf(end, i & 1 ? ":-AES-128-GCM" : ":+AES-128-GCM");
	need(gnutls_priority_init(&priority, text, NULL));
	gnutls_priority_deinit(priority);
	free(text);
}

/* A ClientHello of `n` bytes, all zero, that comes in records of one byte. */
static unsigned hello_size, hello_at;
static gnutls_certificate_credentials_t credentials;

static ssize_t pull_hello(gnutls_transport_ptr_t t, void *p, size_t n)
{
	unsigned char *out = p;
	for (size_t i = 0; i < n; i++) {
		unsigned record = hello_at / 6, at = hello_at % 6, all = hello_size + 4;
		unsigned char message[] = { 1, hello_size >> 16, hello_size >> 8, hello_size };
		unsigned char bytes[] = { 22, 3, 1, 0, 1, record < 4 ? message[record] : 0 };
		if (record == all) {
			errno = EAGAIN;
			return i ? (ssize_t)i : -1;
		}
		out[i] = bytes[at];
		hello_at++;
	}
	return n;
}

static ssize_t push_nothing(gnutls_transport_ptr_t t, const void *p, size_t n)
{
	return n;
}

static void fragments(unsigned n)
{
	gnutls_session_t s;
	hello_size = n;
	need(gnutls_init(&s, GNUTLS_SERVER | GNUTLS_NONBLOCK));
	need(gnutls_set_default_priority(s));
	gnutls_transport_set_pull_function(s, pull_hello);
	gnutls_transport_set_push_function(s, push_nothing);
	must(gnutls_handshake(s) < 0 && hello_at == (n + 4) * 6, "not all of it was read");
	gnutls_deinit(s);
}

/* A hello that a server takes, as a client makes it, with `n` bytes of padding (RFC 7685) in it. */
static struct der hello;

static ssize_t push_hello(gnutls_transport_ptr_t t, const void *p, size_t n)
{
	hello = der_bytes((const unsigned char *)p + 5, n - 5);
	return n;
}

static ssize_t pull_nothing(gnutls_transport_ptr_t t, void *p, size_t n)
{
	errno = EAGAIN;
	return -1;
}

static void add(unsigned char *length, unsigned n)
{
	unsigned sum = (length[0] << 8 | length[1]) + n;
	length[0] = sum >> 8, length[1] = sum;
}

static void padded_hello(unsigned n)
{
	unsigned char padding[] = { 0, 21, n >> 8, n }, *zeros = calloc(n + 1, 1);
	gnutls_session_t s;
	unsigned at = 4 + 2 + 32;
	need(gnutls_init(&s, GNUTLS_CLIENT | GNUTLS_NONBLOCK));
	need(gnutls_set_default_priority(s));
	gnutls_transport_set_push_function(s, push_hello);
	gnutls_transport_set_pull_function(s, pull_nothing);
	must(gnutls_handshake(s) == GNUTLS_E_AGAIN && hello.n, "no hello");
	gnutls_deinit(s);
	/* Session identifier, suites and compression methods. */
	at += 1 + hello.p[at];
	at += 2 + (hello.p[at] << 8 | hello.p[at + 1]);
	at += 1 + hello.p[at];
	must(at + 2 + (hello.p[at] << 8 | hello.p[at + 1]) == hello.n, "another hello");
	add(hello.p + at, n + 4);
	add(hello.p + 2, n + 4);
	hello = JOIN(hello, der_bytes(padding, 4), der_bytes(zeros, n));
	hello_at = 0;
	free(zeros);
	need(gnutls_certificate_allocate_credentials(&credentials));
	gnutls_datum_t crt = { (void *)server_pem, sizeof server_pem - 1 }, key = { (void *)server_key_pem, sizeof server_key_pem - 1 };
	need(gnutls_certificate_set_x509_key_mem(credentials, &crt, &key, GNUTLS_X509_FMT_PEM));
}

static ssize_t pull_padded(gnutls_transport_ptr_t t, void *p, size_t n)
{
	unsigned char *out = p;
	for (size_t i = 0; i < n; i++) {
		unsigned char bytes[] = { 22, 3, 1, 0, 1, hello_at / 6 < hello.n ? hello.p[hello_at / 6] : 0 };
		if (hello_at == hello.n * 6) {
			errno = EAGAIN;
			return i ? (ssize_t)i : -1;
		}
		out[i] = bytes[hello_at++ % 6];
	}
	return n;
}

/* The answer, which begins with a ServerHello. */
static unsigned answered;

static ssize_t push_answer(gnutls_transport_ptr_t t, const void *p, size_t n)
{
	const unsigned char *record = p;
	answered |= n > 5 && record[0] == 22 && record[5] == 2;
	return n;
}

static void good_fragments(unsigned n)
{
	gnutls_session_t s;
	need(gnutls_init(&s, GNUTLS_SERVER | GNUTLS_NONBLOCK));
	need(gnutls_set_default_priority(s));
	need(gnutls_credentials_set(s, GNUTLS_CRD_CERTIFICATE, credentials));
	gnutls_transport_set_pull_function(s, pull_padded);
	gnutls_transport_set_push_function(s, push_answer);
	while (!answered && hello_at < hello.n * 6)
		must(gnutls_handshake(s) == GNUTLS_E_AGAIN, "the hello is refused");
	must(answered, "no answer");
	gnutls_deinit(s);
	gnutls_certificate_free_credentials(credentials);
}

const struct work messages[] = {
	{ "priority-words", NULL, priority_words, 100 },
	{ "fragments", NULL, fragments, 1000 },
	{ "good-fragments", padded_hello, good_fragments, 2000 },
	{ NULL, NULL, NULL, 0 },
};
