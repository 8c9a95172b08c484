/* Random traces of C calls on a client and a server that are joined by a slow, cut and interrupted transport in memory.
 *
 *   traces [-v] FIRST COUNT      the traces of the seeds FIRST, FIRST+1, ...; -v prints every call. One that fails is shrunk:
 *                                calls are left out as long as it fails, and what is left is printed
 *   traces -s FIRST COUNT        the same, each in a process of its own: one that crashes is shrunk as well
 *   traces -c FIRST COUNT        the codes of each trace, for a comparison with another library
 *   traces -k ...                with every kind of handshake: resumption, early data, PSKs, raw keys and others
 *   traces -d ...                over datagrams (DTLS 1.2, with -n 1.3), some of which are lost, doubled and late, by a clock of its own
 *
 * What must hold in every trace:
 *   - bytes arrive once, unharmed and in order, and none that were not sent; of datagrams each one at most once;
 *   - no call answers GNUTLS_E_INTERNAL_ERROR, and nothing ends a session that neither side ended;
 *   - what a getter lent says the same until the session has another handshake;
 *   - bytes in the clear are not believed after the handshake.
 * A seed makes the same trace each time. With -c nothing blocks and no trace depends on how a library cuts records.
 * Built with -DFUZZ it has no main, and takes its choices from bytes (fuzz/fuzz_targets/traces.rs). */
#include <errno.h>
#include <gnutls/abstract.h>
#include <gnutls/gnutls.h>
#include <gnutls/ocsp.h>
#include <gnutls/x509.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>
#include <gnutls/dtls.h>
#include "../c/support/credentials.h"

/* A bound on the calls of one trace. */
#define CALLS 60
#define LARGEST 40000

static uint64_t state;
static unsigned long seed;
static int verbose, codes, findings, datagrams, newest, all_kinds, calm;
/* Calls that are left out. */
static unsigned char left_out[CALLS];
#ifdef FUZZ
static const uint8_t *choices;
static size_t choices_left;
#endif

static uint32_t word(void)
{
	state ^= state << 13, state ^= state >> 7, state ^= state << 17;
	return (uint32_t)(state >> 16);
}

/* The choices of a call do not rest on which calls came before it. */
static void begin_call(unsigned i)
{
	state = (seed * 1024 + i) * 0x9e3779b97f4a7c15u + 1;
	for (int k = 0; k < 8; k++)
		word();
}

static uint32_t below(uint32_t n)
{
#ifdef FUZZ
	size_t bytes = n > 256 ? 2 : 1;
	if (choices_left >= bytes) {
		uint32_t v = choices[0] | (bytes == 2 ? choices[1] << 8 : 0);
		choices += bytes, choices_left -= bytes;
		return v % n;
	}
#endif
	return word() % n;
}

#ifndef FUZZ
/* Of traces over datagrams. The library reads the time through this function, which takes precedence over that of the C
 * library. */
static long long clock_ms;

int clock_gettime(clockid_t id, struct timespec *ts)
{
	int r = syscall(SYS_clock_gettime, id, ts);
	if (datagrams) {
		ts->tv_sec = 1800000000 + clock_ms / 1000;
		ts->tv_nsec = clock_ms % 1000 * 1000000;
	}
	return r;
}
#endif

struct queue { unsigned char *data; size_t used, cap; int closed; };

struct lent { unsigned char *data; unsigned size; unsigned char copy[64]; };

struct side {
	const char *name;
	gnutls_session_t s;
	struct queue in;
	struct side *peer;
	/* Bytes of the stream: reported as sent, handed to a send that blocked, received. */
	uint64_t sent, received;
	size_t blocked;
	/* Of datagrams: where each record begins and what it has; it has arrived. */
	struct { uint64_t at; size_t size; int arrived; } records[CALLS * 8];
	unsigned n_records;
	int shaking, reauthenticating, open, closed, said_bye, dead, corked;
	size_t in_cork;
	struct lent lent[4];
	int n_lent;
};

static struct side client = { .name = "client" }, server = { .name = "server" };
static int tls13, auto_reauth, false_start, clear_injected, renewals, warnings, updates;
static gnutls_certificate_credentials_t ccred, scred;
static unsigned char buffer[LARGEST];

static void finding(const char *format, ...)
{
	va_list args;
	va_start(args, format);
	fprintf(stderr, "seed %lu: ", seed);
	vfprintf(stderr, format, args);
	fputc('\n', stderr);
	va_end(args);
	findings++;
}

static void tell(struct side *e, const char *call, long code)
{
	const char *name = code < 0 ? gnutls_strerror_name((int)code) : NULL;
	if (verbose || codes)
		name ? printf("%s %s %s\n", e->name, call, name) : printf("%s %s %ld\n", e->name, call, code);
	if (code == GNUTLS_E_INTERNAL_ERROR)
		finding("%s %s: internal error", e->name, call);
}

/* ---- The transport */

static ssize_t refuse(struct side *e, int error)
{
	gnutls_transport_set_errno(e->s, error);
	return -1;
}

/* Makes room for n bytes, in front of the queue or behind it. */
static unsigned char *room(struct queue *q, size_t n, int in_front)
{
	unsigned char *at;
	if (q->used + n > q->cap) {
		q->cap = (q->used + n) * 2;
		q->data = realloc(q->data, q->cap);
		if (!q->data)
			abort();
	}
	at = q->data + (in_front ? 0 : q->used);
	if (in_front && q->used)
		memmove(q->data + n, q->data, q->used);
	q->used += n;
	return at;
}

/* A datagram has its size before it in the queue. */
static void deliver(struct queue *q, const void *p, size_t n, int in_front)
{
	unsigned char *at = room(q, n + sizeof n, in_front);
	memcpy(at, &n, sizeof n);
	memcpy(at + sizeof n, p, n);
}

static ssize_t push_datagram(struct side *e, const void *p, size_t n)
{
	int times = 1, in_front = 0;
	if (!codes && !calm) {
		switch (below(24)) {
		case 0: return refuse(e, EAGAIN);
		case 1: return refuse(e, EINTR);
		case 2: times = 0; break;
		case 3: times = 2; break;
		case 4: in_front = 1; break;
		}
	}
	while (times--)
		deliver(&e->peer->in, p, n, in_front);
	return n;
}

static ssize_t pull_datagram(struct side *e, void *p, size_t n)
{
	struct queue *q = &e->in;
	size_t size;
#ifndef FUZZ
	clock_ms += 20;
#endif
	if (!q->used)
		return refuse(e, EAGAIN);
	if (!codes && !calm && below(12) < 2)
		return refuse(e, below(2) ? EAGAIN : EINTR);
	memcpy(&size, q->data, sizeof size);
	n = n < size ? n : size;
	memcpy(p, q->data + sizeof size, n);
	q->used -= sizeof size + size;
	memmove(q->data, q->data + sizeof size + size, q->used);
	return n;
}

static ssize_t push(gnutls_transport_ptr_t t, const void *p, size_t n)
{
	struct side *e = t;
	if (datagrams)
		return push_datagram(e, p, n);
	if (!codes && !calm) {
		switch (below(12)) {
		case 0: return refuse(e, EAGAIN);
		case 1: return refuse(e, EINTR);
		case 2: return 0;
		case 3: n = 1 + below(n); break;
		}
	}
	memcpy(room(&e->peer->in, n, 0), p, n);
	return n;
}

static ssize_t pull(gnutls_transport_ptr_t t, void *p, size_t n)
{
	struct side *e = t;
	struct queue *q = &e->in;
	if (datagrams)
		return pull_datagram(e, p, n);
	if (!q->used)
		return q->closed ? 0 : refuse(e, EAGAIN);
	if (!codes && !calm) {
		switch (below(12)) {
		case 0: return refuse(e, EAGAIN);
		case 1: return refuse(e, EINTR);
		case 2: n = 1 + below(n); break;
		}
	}
	if (n > q->used)
		n = q->used;
	memcpy(p, q->data, n);
	memmove(q->data, q->data + n, q->used - n);
	q->used -= n;
	return n;
}

static int wait_for(gnutls_transport_ptr_t t, unsigned ms)
{
	struct side *e = t;
	return e->in.used || (e->in.closed && !datagrams);
}

/* ---- The stream: byte i of what a side sends is known. */

static unsigned char stream(const struct side *from, uint64_t i)
{
	return (unsigned char)(i * 131 + (i >> 8) * 17 + (from == &client ? 5 : 77));
}

static void fill(const struct side *from, uint64_t at, size_t n)
{
	for (size_t i = 0; i < n; i++)
		buffer[i] = stream(from, at + i);
}

/* ---- What is lent */

static void lend(struct side *e, const void *data, unsigned size)
{
	if (e->n_lent == 4 || !data || size > 64)
		return;
	struct lent *l = &e->lent[e->n_lent++];
	l->data = (unsigned char *)data;
	l->size = size;
	memcpy(l->copy, data, size);
}

static void check_lent(struct side *e)
{
	for (int i = 0; i < e->n_lent; i++)
		if (memcmp(e->lent[i].data, e->lent[i].copy, e->lent[i].size))
			finding("%s: what getter %d lent has changed", e->name, i), e->n_lent = 0;
}

static void getters(struct side *e)
{
	gnutls_datum_t d = { NULL, 0 }, other;
	unsigned n, status;
	unsigned char out[32];
	char *text;
	const gnutls_datum_t *peers = gnutls_certificate_get_peers(e->s, &n);
	if (!e->n_lent) {
		if (peers)
			lend(e, peers->data, 64);
		if (gnutls_session_get_id2(e->s, &d) == 0)
			lend(e, d.data, d.size);
		gnutls_session_get_random(e->s, &d, &other);
		lend(e, d.data, d.size);
		if (gnutls_alpn_get_selected_protocol(e->s, &d) == 0)
			lend(e, d.data, d.size);
	}
	gnutls_session_get_id2(e->s, &d);
	gnutls_session_get_master_secret(e->s, &d);
	gnutls_session_get_random(e->s, &d, &other);
	gnutls_alpn_get_selected_protocol(e->s, &d);
	gnutls_certificate_get_ours(e->s);
	gnutls_free((text = gnutls_session_get_desc(e->s)));
	tell(e, "verify_peers2", gnutls_certificate_verify_peers2(e->s, &status));
	tell(e, "prf", gnutls_prf_rfc5705(e->s, 4, "TEST", 0, NULL, sizeof out, (char *)out));
	tell(e, "version", gnutls_protocol_get_version(e->s));
	tell(e, "cipher", gnutls_cipher_get(e->s));
	tell(e, "alert", gnutls_alert_get(e->s));
	if (all_kinds)
		tell(e, "resumed", gnutls_session_is_resumed(e->s));
	if (!codes)
		tell(e, "pending", gnutls_record_check_pending(e->s));
}

/* ---- Kinds of handshakes. Of a trace without them all is as they are by default. */

enum { V12 = 1, V13 = 2, TICKETS = 4, DATABASE = 8, RESUMED = 16, EARLY_DATA = 32, RAW = 64, RSA = 128, STATUS = 256, SHARED_KEY = 512,
	ANONYMOUS = 1024, ONE_SHARE = 2048 };

struct kind { const char *name, *client, *server; int with; };

static const struct kind kinds[] = {
	{ "certificate", "", "", V12 | V13 },
	{ "retry", ":-GROUP-ALL:+GROUP-X25519:+GROUP-SECP256R1", ":-GROUP-ALL:+GROUP-SECP256R1", V13 | ONE_SHARE },
	{ "tickets", "", "", V12 | V13 | TICKETS },
	{ "resumed", "", "", V12 | V13 | TICKETS | RESUMED },
	{ "resumed-id", "", "", V12 | DATABASE | RESUMED },
	{ "early-data", "", "", V13 | TICKETS | RESUMED | EARLY_DATA },
	{ "dhe", ":-GROUP-ALL:+GROUP-FFDHE2048", ":-GROUP-ALL:+GROUP-FFDHE2048", V13 },
	{ "dhe", ":-KX-ALL:+DHE-RSA:-GROUP-ALL:+GROUP-FFDHE2048", ":-KX-ALL:+DHE-RSA:-GROUP-ALL:+GROUP-FFDHE2048", V12 | RSA },
	{ "raw", ":+CTYPE-ALL", ":+CTYPE-ALL", V12 | V13 | RAW },
	{ "status", "", "", V12 | V13 | STATUS },
	{ "psk", ":-KX-ALL:+ECDHE-PSK:+PSK", ":-KX-ALL:+ECDHE-PSK:+PSK", V12 | V13 | SHARED_KEY },
	{ "anonymous", ":-KX-ALL:+ANON-ECDH", ":-KX-ALL:+ANON-ECDH", V12 | ANONYMOUS },
};

static const struct kind *kind = kinds;
static const char early_text[] = "early data of the client";
static gnutls_certificate_credentials_t rsa_cred, raw_ccred, raw_scred, status_cred;
static gnutls_psk_client_credentials_t client_psk;
static gnutls_psk_server_credentials_t server_psk;
static gnutls_anon_client_credentials_t client_anon;
static gnutls_anon_server_credentials_t server_anon;
static gnutls_anti_replay_t anti_replay;
static gnutls_datum_t ticket_key, stored, session;

static gnutls_datum_t copy_of(const void *p, unsigned n)
{
	gnutls_datum_t d = { gnutls_malloc(n + 1), n };
	if (!d.data)
		abort();
	memcpy(d.data, p, n);
	return d;
}

static int store(void *p, gnutls_datum_t key, gnutls_datum_t data)
{
	(void)p, (void)key;
	gnutls_free(stored.data);
	stored = copy_of(data.data, data.size);
	return 0;
}

static gnutls_datum_t retrieve(void *p, gnutls_datum_t key)
{
	gnutls_datum_t none = { NULL, 0 };
	(void)p, (void)key;
	return stored.data ? copy_of(stored.data, stored.size) : none;
}

static int forget(void *p, gnutls_datum_t key)
{
	(void)p, (void)key;
	return 0;
}

static int no_replay(void *p, time_t end, const gnutls_datum_t *id, const gnutls_datum_t *data)
{
	(void)p, (void)end, (void)id, (void)data;
	return 0;
}

static int status_of(gnutls_session_t s, void *p, gnutls_datum_t *response)
{
	(void)s, (void)p;
	*response = copy_of("response", 8);
	return 0;
}

static int psk_of(gnutls_session_t s, const char *name, gnutls_datum_t *key)
{
	(void)s, (void)name;
	*key = copy_of("0123456789abcdef", 16);
	return 0;
}

static gnutls_certificate_credentials_t raw_credentials(const char *key)
{
	gnutls_certificate_credentials_t cred = credentials(NULL, NULL);
	gnutls_datum_t private = text(key), public;
	gnutls_privkey_t k;
	gnutls_pubkey_t p;
	if (gnutls_privkey_init(&k) < 0 || gnutls_privkey_import_x509_raw(k, &private, GNUTLS_X509_FMT_PEM, NULL, 0) < 0 ||
	    gnutls_pubkey_init(&p) < 0 || gnutls_pubkey_import_privkey(p, k, 0, 0) < 0 ||
	    gnutls_pubkey_export2(p, GNUTLS_X509_FMT_PEM, &public) < 0 ||
	    gnutls_certificate_set_rawpk_key_mem(cred, &public, &private, GNUTLS_X509_FMT_PEM, NULL, 0, NULL, 0, 0) < 0)
		abort();
	gnutls_free(public.data);
	gnutls_pubkey_deinit(p);
	gnutls_privkey_deinit(k);
	return cred;
}

static void make_kinds(void)
{
	const gnutls_datum_t key = { (void *)"0123456789abcdef", 16 };
	rsa_cred = credentials(leaf_pem, leaf_key_pem);
	raw_ccred = raw_credentials(client_key_pem);
	raw_scred = raw_credentials(server_key_pem);
	status_cred = credentials(server_pem, server_key_pem);
	gnutls_certificate_set_ocsp_status_request_function(status_cred, status_of, NULL);
	if (gnutls_psk_allocate_client_credentials(&client_psk) < 0 || gnutls_psk_allocate_server_credentials(&server_psk) < 0 ||
	    gnutls_psk_set_client_credentials(client_psk, "user", &key, GNUTLS_PSK_KEY_RAW) < 0 ||
	    gnutls_anon_allocate_client_credentials(&client_anon) < 0 || gnutls_anon_allocate_server_credentials(&server_anon) < 0 ||
	    gnutls_session_ticket_key_generate(&ticket_key) < 0 || gnutls_anti_replay_init(&anti_replay) < 0)
		abort();
	gnutls_psk_set_server_credentials_function(server_psk, psk_of);
	gnutls_anti_replay_set_add_function(anti_replay, no_replay);
	/* Tickets as old as it are refused. */
	usleep(10000);
}

static void free_kinds(void)
{
	gnutls_certificate_free_credentials(rsa_cred);
	gnutls_certificate_free_credentials(raw_ccred);
	gnutls_certificate_free_credentials(raw_scred);
	gnutls_certificate_free_credentials(status_cred);
	gnutls_psk_free_client_credentials(client_psk);
	gnutls_psk_free_server_credentials(server_psk);
	gnutls_anon_free_client_credentials(client_anon);
	gnutls_anon_free_server_credentials(server_anon);
	gnutls_anti_replay_deinit(anti_replay);
	gnutls_free(ticket_key.data);
	gnutls_free(stored.data);
}

/* What a side of the kind has beside the rest. */
static void prepare_kind(struct side *e)
{
	int mine = e == &client, with = kind->with;
	if (with & SHARED_KEY)
		gnutls_credentials_set(e->s, GNUTLS_CRD_PSK, mine ? (void *)client_psk : (void *)server_psk);
	if (with & ANONYMOUS)
		gnutls_credentials_set(e->s, GNUTLS_CRD_ANON, mine ? (void *)client_anon : (void *)server_anon);
	if (mine && with & STATUS && gnutls_ocsp_status_request_enable_client(e->s, NULL, 0, NULL) < 0)
		abort();
	if (!mine && with & TICKETS && gnutls_session_ticket_enable_server(e->s, &ticket_key) < 0)
		abort();
	if (!mine && with & EARLY_DATA)
		gnutls_anti_replay_enable(e->s, anti_replay);
	if (!mine && with & DATABASE) {
		gnutls_db_set_store_function(e->s, store);
		gnutls_db_set_retrieve_function(e->s, retrieve);
		gnutls_db_set_remove_function(e->s, forget);
	}
	if (mine && session.data) {
		tell(e, "set_data", gnutls_session_set_data(e->s, session.data, session.size));
		if (with & EARLY_DATA)
			tell(e, "send_early", gnutls_record_send_early_data(e->s, early_text, sizeof early_text));
	}
}

/* The early data, which a server asks for when the handshake is complete. */
static void receive_early(struct side *e)
{
	unsigned char got[64];
	ssize_t n;
	size_t all = 0;
	if (e == &client || !(kind->with & EARLY_DATA))
		return;
	while ((n = gnutls_record_recv_early_data(e->s, got + all, sizeof got - all)) > 0)
		all += n;
	tell(e, "recv_early", all);
	if (all && (all != sizeof early_text || memcmp(got, early_text, all)))
		finding("server: early data that was not sent");
}

/* ---- Calls */

static int waits(long code)
{
	return code == GNUTLS_E_AGAIN || code == GNUTLS_E_INTERRUPTED;
}

/* A code that ended something: fatal ones must have had a cause. */
static void ended(struct side *e, const char *call, long code)
{
	if (!gnutls_error_is_fatal((int)code))
		return;
	e->dead = 1;
	/* The other side may have ended it, and what it sent after that tells so. */
	if (code == GNUTLS_E_TIMEDOUT && renewals < 0)
		return;
	if (!clear_injected && !e->peer->dead && !e->closed && !e->said_bye && !e->peer->said_bye && !codes)
		finding("%s %s: %s", e->name, call, gnutls_strerror_name((int)code));
	gnutls_alert_send_appropriate(e->s, (int)code);
	e->peer->in.closed = 1;
}

static void receive(struct side *e);
static void cork(struct side *e);

static void handshake(struct side *e)
{
	int code = gnutls_handshake(e->s);
	tell(e, "handshake", code);
	e->n_lent = 0;
	if (code == 0) {
		if (!e->open)
			receive_early(e);
		e->open = 1, e->shaking = 0;
	} else if (waits(code))
		e->shaking = 1;
	else if (code == GNUTLS_E_GOT_APPLICATION_DATA) {
		e->shaking = 1;
		receive(e);
	} else if (code == GNUTLS_E_WARNING_ALERT_RECEIVED) {
		/* Refused: the session goes on as it was. */
		e->shaking = gnutls_alert_get(e->s) != GNUTLS_A_NO_RENEGOTIATION;
		if (!e->shaking)
			renewals = -1;
	} else if (code != GNUTLS_E_HANDSHAKE_DURING_FALSE_START)
		ended(e, "handshake", code);
}

static void reauth(struct side *e)
{
	int code = gnutls_reauth(e->s, 0);
	tell(e, "reauth", code);
	e->n_lent = 0;
	e->reauthenticating = waits(code) || code == GNUTLS_E_GOT_APPLICATION_DATA || code == GNUTLS_E_WARNING_ALERT_RECEIVED;
	if (code == GNUTLS_E_GOT_APPLICATION_DATA)
		receive(e);
	else if (code < 0 && !e->reauthenticating && code != GNUTLS_E_INVALID_REQUEST)
		ended(e, "reauth", code);
}

/* What is sent now is one datagram. */
static void record(struct side *e, size_t n)
{
	if (!datagrams || e->n_records == sizeof e->records / sizeof e->records[0])
		return;
	e->records[e->n_records].at = e->sent;
	e->records[e->n_records].size = n;
	e->records[e->n_records++].arrived = 0;
}

static void send_some(struct side *e)
{
	/* The least that set_max_size allows is in a datagram. */
	size_t n = e->blocked ? e->blocked : 1 + (below(4) ? below(200) : below(datagrams ? 512 : LARGEST));
	ssize_t sent;
	const char *call = "send";
	/* What is corked beyond the least size may become several datagrams. */
	if (datagrams && e->corked && e->in_cork + n > 512) {
		cork(e);
		return;
	}
	fill(e, e->sent + e->in_cork, n);
	if (!e->blocked && !e->corked)
		record(e, n);
	if (e->blocked && below(2))
		sent = gnutls_record_send(e->s, NULL, 0);
	else if (tls13 && !e->blocked && !e->corked && below(4) == 0)
		call = "send-padded", sent = gnutls_record_send2(e->s, buffer, n, below(50), 0);
	else
		sent = gnutls_record_send(e->s, buffer, n);
	tell(e, call, codes && sent > 0 ? 1 : sent);
	if (sent >= 0) {
		if ((size_t)sent > n)
			finding("%s send: more than was given", e->name);
		if (e->corked)
			e->in_cork += sent;
		else
			e->sent += sent;
		e->blocked = 0;
	} else if (waits(sent))
		e->blocked = n;
	else if (sent != GNUTLS_E_SHORT_MEMORY_BUFFER && sent != GNUTLS_E_LARGE_PACKET)
		ended(e, "send", sent);
}

static void cork(struct side *e)
{
	if (e->corked) {
		int n;
		if (e->in_cork)
			record(e, e->in_cork);
		do
			n = gnutls_record_uncork(e->s, 0);
		while (datagrams && waits(n));
		tell(e, "uncork", n);
		if (n >= 0) {
			e->sent += n;
			e->in_cork -= n;
			if (!e->in_cork)
				e->corked = 0;
		} else if (!waits(n))
			ended(e, "uncork", n);
	} else {
		gnutls_record_cork(e->s);
		e->corked = 1;
		tell(e, "cork", 0);
	}
}

/* One of the datagrams that were sent and have not arrived. */
static void took_datagram(struct side *e, const unsigned char *data, size_t n)
{
	struct side *from = e->peer;
	unsigned i, known;
	size_t k = 0;
	for (i = known = 0; i < from->n_records; i++) {
		if (from->records[i].size != n)
			continue;
		for (k = 0; k < n && data[k] == stream(from, from->records[i].at + k); k++)
			;
		if (k < n)
			continue;
		if (!from->records[i].arrived) {
			from->records[i].arrived = 1;
			return;
		}
		known = 1;
	}
	finding(known ? "%s: a datagram twice" : "%s: a datagram that was not sent", e->name);
}

/* What came, against what was sent. */
static void took(struct side *e, const unsigned char *data, size_t n)
{
	struct side *from = e->peer;
	uint64_t limit = from->sent + from->blocked + from->in_cork;
	if (datagrams) {
		took_datagram(e, data, n);
		return;
	}
	if (e->received + n > limit)
		finding("%s: bytes that were not sent", e->name);
	for (size_t i = 0; i < n; i++)
		if (data[i] != stream(from, e->received + i)) {
			finding("%s: byte %llu of the stream is another", e->name, (unsigned long long)(e->received + i));
			break;
		}
	e->received += n;
}

static void receive(struct side *e)
{
	static unsigned char got[LARGEST];
	unsigned char number[8];
	gnutls_packet_t packet = NULL;
	gnutls_datum_t d;
	/* The client's may be a handshake. */
	if (auto_reauth && e == &client)
		e->n_lent = 0;
	/* A datagram in parts would be several. */
	size_t capacity = codes || datagrams ? 17000 : below(3) ? 1 + below(100) : sizeof got;
	ssize_t n;
	int way = below(4);
	if (way == 0) {
		n = gnutls_record_recv_packet(e->s, &packet);
		if (n > 0) {
			gnutls_packet_get(packet, &d, number);
			took(e, d.data, d.size);
		}
		gnutls_packet_deinit(packet);
	} else {
		n = way == 1 ? gnutls_record_recv_seq(e->s, got, capacity, number) : gnutls_record_recv(e->s, got, capacity);
		if (n > 0)
			took(e, got, n);
	}
	tell(e, "recv", codes && n > 0 ? 1 : n);
	if (n > 0 || waits(n))
		return;
	if (n == 0) {
		if (!e->peer->said_bye)
			finding("%s: an end without a close_notify", e->name);
		e->closed = 1;
	} else if (n == GNUTLS_E_REHANDSHAKE) {
		/* An alert would end a send that waits, and one warning too many the peer. */
		if (datagrams && renewals < 0 && e == &server)
			return; /* The hello that it has refused comes again. */
		if (e == &client || e->blocked || below(3) || warnings++ >= 4)
			e->shaking = 1;
		else {
			if (datagrams)
				renewals = -1;
			tell(e, "refuse", gnutls_alert_send(e->s, GNUTLS_AL_WARNING, GNUTLS_A_NO_RENEGOTIATION));
		}
	} else if (n == GNUTLS_E_REAUTH_REQUEST)
		e->reauthenticating = 1;
	else
		ended(e, "recv", n);
}

/* A record in the clear, between records of the peer. */
static void inject(struct side *e)
{
	static const unsigned char forged[][12] = {
		{ 21, 3, 3, 0, 2, 1, 0 }, { 21, 3, 3, 0, 2, 2, 40 }, { 23, 3, 3, 0, 3, 'x', 'y', 'z' },
		{ 22, 3, 3, 0, 4, 0, 0, 0, 0 }, { 20, 3, 3, 0, 1, 1 },
	};
	int which = below(5);
	size_t n = 5 + forged[which][4];
	if (datagrams) {
		unsigned char one[24] = { forged[which][0], 0xfe, 0xfd, 0, 0, 0, 0, 0, 0, 0, (unsigned char)below(4), 0, forged[which][4] };
		memcpy(one + 13, forged[which] + 5, n - 5);
		deliver(&e->in, one, 8 + n, below(2));
		/* After a false start the keys of the peer are not there. */
		clear_injected |= false_start;
		return;
	}
	if (e->in.used || e->peer->blocked)
		return;
	e->in.cap = e->in.cap < n ? 64 : e->in.cap;
	e->in.data = realloc(e->in.data, e->in.cap);
	memcpy(e->in.data, forged[which], n);
	e->in.used = n;
	clear_injected = 1;
}

/* A side takes eight of the other's in a second, answers among them. */
static void key_update(struct side *e)
{
	int peer = below(2), code;
	if (updates == 8)
		return;
	updates++;
	code = gnutls_session_key_update(e->s, peer ? GNUTLS_KU_PEER : 0);
	tell(e, peer ? "key_update-peer" : "key_update", code);
	if (code < 0 && !waits(code) && code != GNUTLS_E_INVALID_REQUEST)
		ended(e, "key_update", code);
}

static void bye(struct side *e)
{
	int code, one_way = below(2);
	e->said_bye = 1;
	code = gnutls_bye(e->s, one_way ? GNUTLS_SHUT_WR : GNUTLS_SHUT_RDWR);
	tell(e, one_way ? "bye-write" : "bye", code);
	if (code < 0 && !waits(code))
		ended(e, "bye", code);
}

static void step(struct side *e)
{
	if (e->dead) {
		if (below(4) == 0) {
			/* A dead session gives nothing and takes nothing, and it does not crash. */
			static unsigned char got[1024];
			ssize_t n = gnutls_record_recv(e->s, got, datagrams ? sizeof got : 64);
			if (n > 0)
				took(e, got, n);
			getters(e);
		}
		return;
	}
	if (!e->open || e->shaking) {
		if (e->open && below(5) == 0)
			getters(e);
		handshake(e);
		return;
	}
	/* A server that asked waits for the answer. */
	if (e->reauthenticating && (e == &server || below(3))) {
		reauth(e);
		return;
	}
	if (e->blocked) {
		if (below(3))
			send_some(e);
		else
			receive(e);
		return;
	}
	switch (below(24)) {
	case 0: getters(e); break;
	case 1:
		if (!e->said_bye && !e->reauthenticating)
			cork(e);
		break;
	case 2:
		if (!e->said_bye)
			key_update(e);
		break;
	case 3:
		/* One renewal at a time: two hellos that cross are no fault. */
		if (renewals++ == 0 && !tls13 && !e->said_bye && !e->peer->said_bye) {
			if (e == &client)
				handshake(e);
			else {
				int code = gnutls_rehandshake(e->s);
				tell(e, "rehandshake", code);
			}
		}
		break;
	case 4:
		if (tls13 && !(kind->with & SHARED_KEY) && e == &server && !e->said_bye && !e->peer->said_bye && renewals++ == 0)
			reauth(e);
		break;
	case 5:
		if (below(8) == 0 && !e->corked)
			bye(e);
		break;
	case 6:
#ifndef FUZZ
		/* Fuzzing does not authenticate records. */
		if (below(16) == 0 && !codes)
			inject(e);
#endif
		break;
	case 7:
		/* What is corked would become several datagrams. */
		if (!datagrams || !e->corked)
			tell(e, "set_max_size", gnutls_record_set_max_size(e->s, 512 + below(16000)));
		break;
	case 8:
		/* More than a few are an attack. */
		if (!e->said_bye && below(3) == 0 && warnings++ < 4)
			tell(e, "warn", gnutls_alert_send(e->s, GNUTLS_AL_WARNING, GNUTLS_A_USER_CANCELED));
		break;
	default:
		if (below(2) && !e->said_bye)
			send_some(e);
		else
			receive(e);
	}
}

/* ---- A trace */

static void begin(struct side *e, struct side *peer, unsigned flags, const char *priority,
		  gnutls_certificate_credentials_t cred)
{
	gnutls_datum_t h2 = { (void *)"h2", 2 };
	const char *name = e->name;
	struct queue in = e->in;
	memset(e, 0, sizeof *e);
	e->name = name, e->in = in, e->in.used = 0, e->in.closed = 0, e->peer = peer;
	if (gnutls_init(&e->s, flags | GNUTLS_NONBLOCK) < 0 || gnutls_priority_set_direct(e->s, priority, NULL) < 0)
		abort();
	gnutls_credentials_set(e->s, GNUTLS_CRD_CERTIFICATE, cred);
	gnutls_alpn_set_protocols(e->s, &h2, 1, 0);
	gnutls_transport_set_ptr(e->s, e);
	gnutls_transport_set_push_function(e->s, push);
	gnutls_transport_set_pull_function(e->s, pull);
	gnutls_transport_set_pull_timeout_function(e->s, wait_for);
	gnutls_handshake_set_timeout(e->s, 0);
	if (datagrams)
		gnutls_dtls_set_timeouts(e->s, 1000, 60000);
	prepare_kind(e);
}

/* Nobody ended it: what was sent arrives. */
static void settle(void)
{
	struct side *sides[] = { &client, &server };
	for (int turn = 0; turn < 4000; turn++) {
		int idle = 1;
		for (int i = 0; i < 2; i++) {
			struct side *e = sides[i];
			if (e->dead || e->closed)
				continue;
			if (!e->open || e->shaking)
				handshake(e);
			else if (e->reauthenticating)
				reauth(e);
			else if (e->blocked)
				send_some(e);
			else if (e->corked && e->in_cork && !e->said_bye)
				cork(e);
			else
				receive(e);
			idle &= e->open && !e->shaking && !e->reauthenticating && !e->blocked && !(e->corked && e->in_cork);
			idle &= datagrams ? !e->in.used : e->received == e->peer->sent;
		}
		if (idle)
			return;
	}
	for (int i = 0; i < 2 && !datagrams; i++) {
		struct side *e = sides[i];
		if (e->dead || e->peer->dead || e->closed || e->said_bye || e->peer->said_bye || clear_injected || renewals < 0)
			continue;
		if (e->shaking || e->peer->shaking || e->reauthenticating || e->peer->reauthenticating)
			continue;
		finding("%s: %llu bytes of %llu arrived", e->name, (unsigned long long)e->received,
			(unsigned long long)e->peer->sent);
	}
}

static const char *version_name(void)
{
	static const char *const names[] = { "TLS1.2", "TLS1.3", "DTLS1.2", "DTLS1.3" };

	return names[2 * datagrams + tls13];
}

static void begin_both(unsigned cflags, unsigned sflags)
{
	const char *version = version_name();
	int with = kind->with;
	char priority[2][160];
	snprintf(priority[0], sizeof priority[0], "NORMAL:-VERS-ALL:+VERS-%s%s", version, kind->client);
	snprintf(priority[1], sizeof priority[1], "NORMAL:-VERS-ALL:+VERS-%s%s", version, kind->server);
	if (datagrams)
		cflags |= GNUTLS_DATAGRAM, sflags |= GNUTLS_DATAGRAM;
	if (with & RAW)
		cflags |= GNUTLS_ENABLE_RAWPK, sflags |= GNUTLS_ENABLE_RAWPK;
	if (with & EARLY_DATA)
		cflags |= GNUTLS_ENABLE_EARLY_DATA, sflags |= GNUTLS_ENABLE_EARLY_DATA;
	if (with & ONE_SHARE)
		cflags |= GNUTLS_KEY_SHARE_TOP;
	if (!(with & TICKETS))
		sflags |= GNUTLS_NO_TICKETS;
	begin(&client, &server, GNUTLS_CLIENT | cflags, priority[0], with & RAW ? raw_ccred : ccred);
	begin(&server, &client, GNUTLS_SERVER | sflags, priority[1],
	      with & RAW ? raw_scred : with & RSA ? rsa_cred : with & STATUS ? status_cred : scred);
}

/* The session that the kind resumes, made on a transport without faults. */
static void make_session(void)
{
	calm = 1;
	begin_both(0, 0);
	for (int i = 0, c = -1, s = -1; i < 8 && (c || s); i++) {
		c = c ? gnutls_handshake(client.s) : 0;
		s = s ? gnutls_handshake(server.s) : 0;
	}
	/* A ticket of TLS 1.3 comes before the data. */
	gnutls_record_send(server.s, "x", 1);
	if (gnutls_record_recv(client.s, buffer, 1) != 1)
		gnutls_record_recv(client.s, buffer, 1);
	if (gnutls_session_get_data2(client.s, &session) < 0)
		finding("no session to resume");
	gnutls_deinit(client.s);
	gnutls_deinit(server.s);
	calm = 0;
}

static void choose_kind(void)
{
	do
		kind = &kinds[below(sizeof kinds / sizeof *kinds)];
	while (datagrams && !(kind->with & (newest ? V13 : V12)));
	if ((kind->with & (V12 | V13)) != (V12 | V13) && !datagrams)
		tls13 = !(kind->with & V12);
	session.data = NULL;
	if (kind->with & RESUMED)
		make_session();
}

static void trace(void)
{
	unsigned cflags = 0, sflags = 0;
	int calls, asked = 0;
	begin_call(CALLS);
	tls13 = datagrams ? newest : (int)below(2);
	clear_injected = renewals = warnings = updates = 0;
	if (below(2))
		cflags |= GNUTLS_POST_HANDSHAKE_AUTH, sflags |= GNUTLS_POST_HANDSHAKE_AUTH;
	auto_reauth = below(4) == 0;
	if (auto_reauth)
		cflags |= GNUTLS_AUTO_REAUTH;
	false_start = !codes && below(3) == 0;
	if (false_start)
		cflags |= GNUTLS_ENABLE_FALSE_START, sflags |= GNUTLS_ENABLE_EARLY_START;
	if (all_kinds)
		choose_kind();
	begin_both(cflags, sflags);
	if (below(2) && !(kind->with & (SHARED_KEY | ANONYMOUS)))
		gnutls_certificate_server_set_request(server.s, (asked = below(2) ? GNUTLS_CERT_REQUEST : GNUTLS_CERT_REQUIRE));
	if (codes || verbose)
		printf("trace %lu %s%s%s%s%s%s\n", seed, version_name(), all_kinds ? " " : "",
			all_kinds ? kind->name : "", cflags & GNUTLS_POST_HANDSHAKE_AUTH ? " post-handshake" : "",
			cflags & GNUTLS_AUTO_REAUTH ? " auto-reauth" : "", asked ? asked == GNUTLS_CERT_REQUIRE ? " required" : " requested" : "");
	if (codes)
		for (int i = 0; i < 8 && (!client.open || !server.open) && !client.dead && !server.dead; i++) {
			step(&client);
			step(&server);
		}
	/* Some are given up at any point. */
	calls = below(10) ? CALLS : below(CALLS);
	for (int i = 0; i < calls; i++) {
		if (left_out[i])
			continue;
		begin_call(i);
		step(below(2) ? &client : &server);
		check_lent(&client);
		check_lent(&server);
	}
	begin_call(CALLS + 1);
	if (calls == CALLS && !codes)
		settle();
	gnutls_deinit(client.s);
	gnutls_deinit(server.s);
	gnutls_free(session.data);
	session.data = NULL;
}

static void make_credentials(void)
{
	make_kinds();
	ccred = credentials(client_pem, client_key_pem);
	scred = credentials(server_pem, server_key_pem);
}

#ifdef FUZZ
void traces_run(const uint8_t *data, size_t size);

/* One trace; a finding ends the program. */
void traces_run(const uint8_t *data, size_t size)
{
	if (!ccred)
		make_credentials();
	choices = data, choices_left = size;
	trace();
	if (findings)
		abort();
}
#else
/* Whether the trace fails, in a process of its own. */
static int fails(void)
{
	int status = 0;
	pid_t pid;
	fflush(NULL);
	pid = fork();
	if (pid == 0) {
		if (!freopen("/dev/null", "w", stderr) || !freopen("/dev/null", "w", stdout))
			_exit(0);
		findings = 0;
		trace();
		_exit(findings != 0);
	}
	if (pid < 0 || waitpid(pid, &status, 0) < 0)
		return 0;
	return status != 0;
}

/* Leaves calls out, many and then single ones, as long as the trace fails, and prints what is left. */
static void shrink(void)
{
	int left = 0, removed, was_verbose = verbose;
	for (int size = CALLS / 2; size; size = size > 1 ? size / 2 : removed ? 1 : 0) {
		removed = 0;
		for (int at = 0; at < CALLS; at += size) {
			unsigned char before[CALLS];
			memcpy(before, left_out, CALLS);
			for (int i = at; i < at + size && i < CALLS; i++)
				left_out[i] = 1;
			if (!memcmp(before, left_out, CALLS))
				continue;
			if (fails())
				removed = 1;
			else
				memcpy(left_out, before, CALLS);
		}
	}
	for (int i = 0; i < CALLS; i++)
		left += !left_out[i];
	printf("seed %lu with %d of %d calls:\n", seed, left, CALLS);
	verbose = 1;
	fflush(NULL);
	if (fork() == 0) {
		trace();
		fflush(NULL);
		_exit(0);
	}
	wait(NULL);
	verbose = was_verbose;
	memset(left_out, 0, CALLS);
}

int main(int argc, char **argv)
{
	unsigned long first, count;
	int apart = 0;
	while (argc > 1 && argv[1][0] == '-') {
		verbose |= argv[1][1] == 'v';
		codes |= argv[1][1] == 'c';
		apart |= argv[1][1] == 's';
		datagrams |= argv[1][1] == 'd';
		newest |= argv[1][1] == 'n';
		all_kinds |= argv[1][1] == 'k';
		argv++, argc--;
	}
	if (argc != 3) {
		fputs("traces [-d] [-n] [-k] [-v | -c | -s] FIRST COUNT\n", stderr);
		return 2;
	}
	first = strtoul(argv[1], NULL, 10);
	count = strtoul(argv[2], NULL, 10);
	make_credentials();
	for (seed = first; seed < first + count; seed++) {
		int before = findings;
		if (apart)
			findings += fails();
		else
			trace();
		if (findings > before && !codes)
			shrink();
	}
	gnutls_certificate_free_credentials(ccred);
	gnutls_certificate_free_credentials(scred);
	free_kinds();
	free(client.in.data);
	free(server.in.data);
	printf("traces: %lu, findings: %d\n", count, findings);
	return findings != 0;
}
#endif
