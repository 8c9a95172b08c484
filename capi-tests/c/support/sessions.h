/* Shared by the session tests: credentials that match each other, a pair of sessions, a transport that can be
 * slowed down, and checks of the data that one side sends to the other. */
#ifndef SESSIONS_H
#define SESSIONS_H
#include "check.h"
#include "pair.h"
#include "credentials.h"

#define TLS12 "NORMAL:-VERS-ALL:+VERS-TLS1.2"
#define TLS13 "NORMAL:-VERS-ALL:+VERS-TLS1.3"

static const char *const both_versions[] __attribute__((unused)) = { TLS12, TLS13 };

/* Checks that two numbers are equal, and prints both if not. */
#define CHECK_IS(x, want) check_is(__FILE__, __LINE__, #x, (long)(x), (long)(want))

static inline void check_is(const char *file, int line, const char *what, long got, long want)
{
	if (got == want)
		return;
	fprintf(stderr, "%s:%d: %s is %ld, not %ld\n", file, line, what, got, want);
	check_failures++;
}

/* A client that trusts the root and a server with the P-256 identity. */
static inline void pair_new(struct pair *p, const char *prio, unsigned client_flags, unsigned server_flags)
{
	memset(p, 0, sizeof *p);
	p->ccred = credentials(NULL, NULL);
	p->scred = credentials(server_pem, server_key_pem);
	end_init(&p->client, &p->server, GNUTLS_CLIENT | client_flags, prio, p->ccred);
	end_init(&p->server, &p->client, GNUTLS_SERVER | server_flags, prio, p->scred);
}

/* A client that trusts the root and a server with an identity, each with its own priorities. */
static inline void pair_of(struct pair *p, const char *client, const char *server, const char *leaf, const char *key)
{
	memset(p, 0, sizeof *p);
	p->ccred = credentials(NULL, NULL);
	p->scred = credentials(leaf, key);
	end_init(&p->client, &p->server, GNUTLS_CLIENT, client, p->ccred);
	end_init(&p->server, &p->client, GNUTLS_SERVER, server, p->scred);
}

static inline void pair_end(struct pair *p)
{
	pair_free(p);
	gnutls_certificate_free_credentials(p->ccred);
	gnutls_certificate_free_credentials(p->scred);
}

/* Checks that both handshakes end with these codes. */
#define HANDSHAKE(p, client_code, server_code) \
	do { \
		int c_, s_; \
		pair_handshake(p, &c_, &s_); \
		CHECK_IS(c_, client_code); \
		CHECK_IS(s_, server_code); \
	} while (0)

/* Receives until the result is not EAGAIN, or nothing is pending any more. */
static inline ssize_t take(struct end *e, void *buf, size_t size)
{
	ssize_t n;
	int i;
	for (i = 0; i < 100000; i++) {
		n = gnutls_record_recv(e->s, buf, size);
		if (n != GNUTLS_E_AGAIN && n != GNUTLS_E_INTERRUPTED)
			return n;
		if (!e->in.used)
			return n;
	}
	return n;
}

/* Sends a few bytes from one side to the other. */
#define CARRY(from, to, words) \
	do { \
		char got_[256]; \
		CHECK_IS(gnutls_record_send((from)->s, words, strlen(words)), strlen(words)); \
		CHECK_IS(take(to, got_, sizeof got_), strlen(words)); \
		CHECK(!memcmp(got_, words, strlen(words))); \
	} while (0)
#define ECHO(p) \
	do { \
		CARRY(&(p)->client, &(p)->server, "from the client"); \
		CARRY(&(p)->server, &(p)->client, "from the server"); \
	} while (0)
#endif
