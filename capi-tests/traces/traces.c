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

#include "transport.h"

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

#include "kinds.h"
#include "calls.h"

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
