/* Random traces of C calls on a client and a server that are joined by a slow, cut and interrupted transport in memory.
 *
 *   traces [-v] FIRST COUNT      the traces of the seeds FIRST, FIRST+1, ...; -v prints every call. One that fails is shrunk:
 *                                calls are left out as long as it fails, and what is left is printed
 *   traces -s FIRST COUNT        the same, each in a process of its own: one that crashes is shrunk as well
 *   traces -c FIRST COUNT        the codes of each trace, for a comparison with another library
 *
 * What must hold in every trace:
 *   - bytes arrive once, unharmed and in order, and none that were not sent;
 *   - no call answers GNUTLS_E_INTERNAL_ERROR, and nothing ends a session that neither side ended;
 *   - what a getter lent says the same until the session has another handshake;
 *   - bytes in the clear are not believed after the handshake.
 * A seed makes the same trace each time. With -c nothing blocks and no trace depends on how a library cuts records.
 * Built with -DFUZZ it has no main, and takes its choices from bytes (fuzz/fuzz_targets/traces.rs). */
#include <errno.h>
#include <gnutls/gnutls.h>
#include <gnutls/x509.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>
#include "../c/support/credentials.h"

/* A bound on the calls of one trace. */
#define CALLS 60
#define LARGEST 40000

static uint64_t state;
static unsigned long seed;
static int verbose, codes, findings;
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
	int shaking, reauthenticating, open, closed, said_bye, dead, corked;
	size_t in_cork;
	struct lent lent[4];
	int n_lent;
};

static struct side client = { .name = "client" }, server = { .name = "server" };
static int tls13, auto_reauth, clear_injected, renewals, warnings, updates;
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

static ssize_t push(gnutls_transport_ptr_t t, const void *p, size_t n)
{
	struct side *e = t;
	struct queue *q = &e->peer->in;
	if (!codes) {
		switch (below(12)) {
		case 0: return refuse(e, EAGAIN);
		case 1: return refuse(e, EINTR);
		case 2: return 0;
		case 3: n = 1 + below(n); break;
		}
	}
	if (q->used + n > q->cap) {
		q->cap = (q->used + n) * 2;
		q->data = realloc(q->data, q->cap);
	}
	memcpy(q->data + q->used, p, n);
	q->used += n;
	return n;
}

static ssize_t pull(gnutls_transport_ptr_t t, void *p, size_t n)
{
	struct side *e = t;
	struct queue *q = &e->in;
	if (!q->used)
		return q->closed ? 0 : refuse(e, EAGAIN);
	if (!codes) {
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
	return e->in.used || e->in.closed;
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
	if (!codes)
		tell(e, "pending", gnutls_record_check_pending(e->s));
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
	if (!clear_injected && !e->peer->dead && !e->closed && !e->said_bye && !e->peer->said_bye && !codes)
		finding("%s %s: %s", e->name, call, gnutls_strerror_name((int)code));
	gnutls_alert_send_appropriate(e->s, (int)code);
	e->peer->in.closed = 1;
}

static void receive(struct side *e);

static void handshake(struct side *e)
{
	int code = gnutls_handshake(e->s);
	tell(e, "handshake", code);
	e->n_lent = 0;
	if (code == 0)
		e->open = 1, e->shaking = 0;
	else if (waits(code))
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

static void send_some(struct side *e)
{
	size_t n = e->blocked ? e->blocked : 1 + (below(4) ? below(200) : below(LARGEST));
	ssize_t sent;
	const char *call = "send";
	fill(e, e->sent + e->in_cork, n);
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
	else if (sent != GNUTLS_E_SHORT_MEMORY_BUFFER)
		ended(e, "send", sent);
}

static void cork(struct side *e)
{
	if (e->corked) {
		int n = gnutls_record_uncork(e->s, 0);
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

/* What came, against what was sent. */
static void took(struct side *e, const unsigned char *data, size_t n)
{
	struct side *from = e->peer;
	uint64_t limit = from->sent + from->blocked + from->in_cork;
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
	size_t capacity = codes ? 17000 : below(3) ? 1 + below(100) : sizeof got;
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
		if (e == &client || e->blocked || below(3) || warnings++ >= 4)
			e->shaking = 1;
		else
			tell(e, "refuse", gnutls_alert_send(e->s, GNUTLS_AL_WARNING, GNUTLS_A_NO_RENEGOTIATION));
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
			static unsigned char got[64];
			ssize_t n = gnutls_record_recv(e->s, got, sizeof got);
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
		if (tls13 && e == &server && !e->said_bye && !e->peer->said_bye && renewals++ == 0)
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
	case 7: tell(e, "set_max_size", gnutls_record_set_max_size(e->s, 512 + below(16000))); break;
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
			idle &= e->received == e->peer->sent + (e->peer->said_bye ? 0 : 0);
		}
		if (idle)
			return;
	}
	for (int i = 0; i < 2; i++) {
		struct side *e = sides[i];
		if (e->dead || e->peer->dead || e->closed || e->said_bye || e->peer->said_bye || clear_injected || renewals < 0)
			continue;
		if (e->shaking || e->peer->shaking || e->reauthenticating || e->peer->reauthenticating)
			continue;
		finding("%s: %llu bytes of %llu arrived", e->name, (unsigned long long)e->received,
			(unsigned long long)e->peer->sent);
	}
}

static void trace(void)
{
	static const char *const versions[] = { "NORMAL:-VERS-ALL:+VERS-TLS1.2", "NORMAL:-VERS-ALL:+VERS-TLS1.3" };
	unsigned cflags = 0, sflags = GNUTLS_NO_TICKETS;
	int calls, asked = 0;
	begin_call(CALLS);
	tls13 = below(2);
	clear_injected = renewals = warnings = updates = 0;
	if (below(2))
		cflags |= GNUTLS_POST_HANDSHAKE_AUTH, sflags |= GNUTLS_POST_HANDSHAKE_AUTH;
	auto_reauth = below(4) == 0;
	if (auto_reauth)
		cflags |= GNUTLS_AUTO_REAUTH;
	if (!codes && below(3) == 0)
		cflags |= GNUTLS_ENABLE_FALSE_START, sflags |= GNUTLS_ENABLE_EARLY_START;
	begin(&client, &server, GNUTLS_CLIENT | cflags, versions[tls13], ccred);
	begin(&server, &client, GNUTLS_SERVER | sflags, versions[tls13], scred);
	if (below(2))
		gnutls_certificate_server_set_request(server.s, (asked = below(2) ? GNUTLS_CERT_REQUEST : GNUTLS_CERT_REQUIRE));
	if (codes || verbose)
		printf("trace %lu %s%s%s%s\n", seed, tls13 ? "TLS1.3" : "TLS1.2", cflags & GNUTLS_POST_HANDSHAKE_AUTH ? " post-handshake" : "",
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
}

static void make_credentials(void)
{
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
		argv++, argc--;
	}
	if (argc != 3) {
		fputs("traces [-v | -c | -s] FIRST COUNT\n", stderr);
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
	free(client.in.data);
	free(server.in.data);
	printf("traces: %lu, findings: %d\n", count, findings);
	return findings != 0;
}
#endif
