/* A client and a server of DTLS 1.3, which GnuTLS does not have. */
#ifndef DTLS13_H
#define DTLS13_H
#include "datagrams.h"
#include "credentials.h"
#include <gnutls/crypto.h>

#define DTLS13 "NORMAL:-VERS-ALL:+VERS-DTLS1.3"

/* Whether this library knows the version: GnuTLS must refuse it. */
static inline void check_knows_dtls13(void)
{
	gnutls_session_t s;

	CHECK_IS(gnutls_init(&s, GNUTLS_CLIENT | GNUTLS_DATAGRAM), 0);
#ifdef OURS
	CHECK_IS(gnutls_priority_set_direct(s, DTLS13, NULL), 0);
#else
	CHECK_IS(gnutls_priority_set_direct(s, DTLS13, NULL), GNUTLS_E_INVALID_REQUEST);
#endif
	gnutls_deinit(s);
}

#ifdef OURS

#define VERSION 203

static gnutls_certificate_credentials_t client_cred, server_cred;
static gnutls_datum_t ticket_key;

static inline void init_sides(struct dtls *d, unsigned client_flags, unsigned server_flags, const char *client, const char *server)
{
	side_init(&d->client, &d->server, GNUTLS_CLIENT | client_flags, client);
	side_init(&d->server, &d->client, GNUTLS_SERVER | server_flags, server);
	if (!client_cred) {
		client_cred = credentials(client_pem, client_key_pem);
		server_cred = credentials(server_pem, server_key_pem);
		CHECK_IS(gnutls_session_ticket_key_generate(&ticket_key), 0);
	}
	CHECK_IS(gnutls_credentials_set(d->client.s, GNUTLS_CRD_CERTIFICATE, client_cred), 0);
	CHECK_IS(gnutls_credentials_set(d->server.s, GNUTLS_CRD_CERTIFICATE, server_cred), 0);
	CHECK_IS(gnutls_session_ticket_enable_server(d->server.s, &ticket_key), 0);
}

static inline void init(struct dtls *d, unsigned flags, const char *client, const char *server)
{
	init_sides(d, flags, flags, client, server);
}

static inline void both_complete(struct dtls *d)
{
	int c, s;

	dtls_handshake(d, &c, &s);
	CHECK_IS(c, 0);
	CHECK_IS(s, 0);
}

/* What is on its way to a side is lost. */
static inline void drop(struct side *e)
{
	for (; e->first != e->last; e->first++)
		free(e->in[e->first % MAX_QUEUE].bytes);
}

/* The next data; what else comes is processed. */
static inline int receive(struct side *e, char *buf, size_t size)
{
	int n, tries = 0;

	do {
		n = gnutls_record_recv(e->s, buf, size);
		if (e->first == e->last)
			clock_ms += 100;
	} while (n == GNUTLS_E_AGAIN && ++tries < 200);
	return n;
}

static inline void echo(struct dtls *d)
{
	struct side *from = &d->client, *to = &d->server;
	char buf[64];
	int i;

	for (i = 0; i < 2; i++, from = &d->server, to = &d->client) {
		CHECK_IS(gnutls_record_send(from->s, "data", 4), 4);
		CHECK_IS(receive(to, buf, sizeof buf), 4);
		CHECK(!memcmp(buf, "data", 4));
	}
}

/* Everything that is on its way arrives. */
static inline void settle(struct dtls *d)
{
	char buf[16];
	int before = check_failures;

	while (before == check_failures && (d->client.first != d->client.last || d->server.first != d->server.last)) {
		if (d->client.first != d->client.last)
			CHECK_IS(gnutls_record_recv(d->client.s, buf, sizeof buf), GNUTLS_E_AGAIN);
		if (d->server.first != d->server.last)
			CHECK_IS(gnutls_record_recv(d->server.s, buf, sizeof buf), GNUTLS_E_AGAIN);
	}
}

/* The same with one record of data. */
static inline void settle_data(struct dtls *d, int size)
{
	char buf[16];

	CHECK_IS(receive(&d->server, buf, sizeof buf), size);
	settle(d);
}

static inline int lose_one(struct side *e, const unsigned char *bytes, size_t size)
{
	(void)bytes, (void)size;
	return e->sent != *(unsigned *)e->data;
}

static inline void free_credentials(void)
{
	gnutls_certificate_free_credentials(client_cred);
	gnutls_certificate_free_credentials(server_cred);
	gnutls_free(ticket_key.data);
}
#endif
#endif
