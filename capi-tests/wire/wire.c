/* An adversary on the wire that has the keys, between a client and a server in one process.
 *
 *   wire [SCENARIO [POINT [OPERATION]]]    runs the scripts (of one scenario, point, operation) and prints an answer each
 *
 * A script is a scenario, a point (the record of a side by what it carries) and an operation: what is laid before that
 * record, protected or in the clear, or what is done to it. The answer is a line: scenario, point, operation, what became
 * of the client and of the server, and how much of the data that was sent arrived at each. It is compared with another
 * library's by capi-tests/wire/compare. What must hold on any library (must() in scripts.h says where the RFCs have it):
 *   - nothing is delivered that was not sent as data under the keys of a complete handshake;
 *   - what must fail fails, on the side that reads it, and what must work works;
 *   - no GNUTLS_E_INTERNAL_ERROR, no crash, no loop; a session that failed delivers nothing more.
 * Each script runs in a process of its own, forked where it leaves the scenario. */
#include <errno.h>
#include <stdarg.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>
#include <gnutls/abstract.h>
#include <gnutls/ocsp.h>
#include "middle.h"
#include "scripts.h"
#include "../c/support/credentials.h"

#define P12 "NONE:+VERS-TLS1.2:+ECDHE-ECDSA:+AES-128-GCM:+AEAD:+COMP-NULL:+SIGN-ALL"
#define P13 "NONE:+VERS-TLS1.3:+ECDHE-ECDSA:+AES-128-GCM:+AEAD:+COMP-NULL:+SIGN-ALL"
#define X25519 ":+GROUP-X25519"
#define BOTH ":+GROUP-X25519:+GROUP-SECP256R1"
#define P256 ":+GROUP-SECP256R1"
#define FFDHE ":+GROUP-FFDHE2048"
#define TYPES ":+CTYPE-ALL"
#define DHE12 "NONE:+VERS-TLS1.2:+DHE-RSA:+AES-128-GCM:+AEAD:+COMP-NULL:+SIGN-ALL:+GROUP-FFDHE2048"
#define PSK12 "NONE:+VERS-TLS1.2:+PSK:+AES-128-GCM:+AEAD:+COMP-NULL:+SIGN-ALL"
#define PSK13 "NONE:+VERS-TLS1.3:+ECDHE-PSK:+PSK:+AES-128-GCM:+AEAD:+COMP-NULL:+SIGN-ALL:+GROUP-X25519"

/* What a scenario has beside the rest: the server issues tickets, has a database, the session is a resumed one, with early
 * data; raw keys, an RSA key, an OCSP response, a PSK. */
enum { TICKETS = 1, DATABASE = 2, RESUMED = 4, EARLY_DATA = 8, RAW = 16, RSA = 32, STATUS = 64, SHARED_KEY = 128 };

/* Steps: Handshake, Data both ways, Renegotiation by the client, Server's HelloRequest, Authentication after the handshake,
 * Key update by the client, key update by the server (k), Bye both ways. Points before the step `from` are not visited. */
struct scenario { const char *name, *client, *server, *steps; int tls13, from, certificate; unsigned flags; int with; };

static const struct scenario scenarios[] = {
	{ "tls13", P13 X25519, P13 X25519, "HDB", 1, 0, 0, 0, 0 },
	{ "tls13-certificate", P13 X25519, P13 X25519, "HD", 1, 0, 1, 0, 0 },
	{ "tls13-retry", P13 BOTH, P13 P256, "HD", 1, 0, 0, GNUTLS_KEY_SHARE_TOP, 0 },
	{ "tls13-reauth", P13 X25519, P13 X25519, "HAD", 1, 1, 0, 0, 0 },
	/* GnuTLS takes one update in a second. */
	{ "tls13-update", P13 X25519, P13 X25519, "HKD", 1, 1, 0, 0, 0 },
	{ "tls13-update-server", P13 X25519, P13 X25519, "HkD", 1, 1, 0, 0, 0 },
	{ "tls12", P12 X25519, P12 X25519, "HDB", 0, 0, 0, 0, 0 },
	{ "tls12-certificate", P12 X25519, P12 X25519, "HD", 0, 0, 1, 0, 0 },
	{ "tls12-renegotiation", P12 X25519, P12 X25519, "HRD", 0, 1, 0, 0, 0 },
	{ "tls12-hello-request", P12 X25519, P12 X25519, "HSD", 0, 1, 0, 0, 0 },
	{ "tls13-tickets", P13 X25519, P13 X25519, "HD", 1, 0, 0, 0, TICKETS },
	{ "tls13-resumed", P13 X25519, P13 X25519, "HDB", 1, 0, 0, 0, TICKETS | RESUMED },
	{ "tls13-early-data", P13 X25519, P13 X25519, "HD", 1, 0, 0, GNUTLS_ENABLE_EARLY_DATA, TICKETS | RESUMED | EARLY_DATA },
	{ "tls13-dhe", P13 FFDHE, P13 FFDHE, "HD", 1, 0, 0, 0, 0 },
	{ "tls13-raw", P13 X25519 TYPES, P13 X25519 TYPES, "HD", 1, 0, 1, GNUTLS_ENABLE_RAWPK, RAW },
	{ "tls13-status", P13 X25519, P13 X25519, "HD", 1, 0, 0, 0, STATUS },
	{ "tls13-psk", PSK13, PSK13, "HD", 1, 0, 0, 0, SHARED_KEY },
	{ "tls12-tickets", P12 X25519, P12 X25519, "HD", 0, 0, 0, 0, TICKETS },
	{ "tls12-resumed", P12 X25519, P12 X25519, "HDB", 0, 0, 0, 0, TICKETS | RESUMED },
	{ "tls12-resumed-id", P12 X25519, P12 X25519, "HD", 0, 0, 0, 0, DATABASE | RESUMED },
	{ "tls12-dhe", DHE12, DHE12, "HD", 0, 0, 0, 0, RSA },
	{ "tls12-raw", P12 X25519 TYPES, P12 X25519 TYPES, "HD", 0, 0, 1, GNUTLS_ENABLE_RAWPK, RAW },
	{ "tls12-status", P12 X25519, P12 X25519, "HD", 0, 0, 0, 0, STATUS },
	{ "tls12-psk", PSK12, PSK12, "HD", 0, 0, 0, 0, SHARED_KEY },
};

struct side {
	const char *name;
	gnutls_session_t s;
	struct bytes in, got;
	struct way *in_way, *out_way;
	char events[512];
	int done, dead, closed, sent, mode, code;
	size_t wanted;
};

/* No code: what is awaited is data. */
#define NOTHING 1

static struct side client = { .name = "client" }, server = { .name = "server" };
static const struct scenario *scenario;
static int step_number, visiting, findings, applied;
static struct op chosen;
static enum must demand;
static struct side *reader;
static char point[64];
static const char *only_point, *only_op;
/* How often each unit was seen. */
static unsigned char seen[2][5][256];

static void finding(const char *what)
{
	char name[64] = "";
	if (applied)
		name_op(&chosen, name);
	fprintf(stderr, "%s | %s | %s: %s\n", scenario->name, point, name, what);
	findings++;
}

/* ---- The sides */

static void event(struct side *e, const char *format, ...)
{
	char one[96];
	size_t used = strlen(e->events), n;
	va_list args;
	va_start(args, format);
	vsnprintf(one, sizeof one, format, args);
	va_end(args);
	n = strlen(one);
	/* What comes again and again counts once. */
	if (used >= n && !strcmp(e->events + used - n, one) && (used == n || e->events[used - n - 1] == ' '))
		return;
	snprintf(e->events + used, sizeof e->events - used, "%s%s", used ? " " : "", one);
}

static const char *code_name(long code)
{
	const char *name = gnutls_strerror_name((int)code);
	return name ? name + strlen("GNUTLS_E_") : "?";
}

static ssize_t push(gnutls_transport_ptr_t t, const void *p, size_t n)
{
	struct side *e = t;
	put(&e->out_way->wire, p, n);
	moved++;
	return n;
}

static ssize_t pull(gnutls_transport_ptr_t t, void *p, size_t n)
{
	struct side *e = t;
	if (!e->in.used) {
		gnutls_transport_set_errno(e->s, EAGAIN);
		return -1;
	}
	if (n > e->in.used)
		n = e->in.used;
	memcpy(p, e->in.data, n);
	take_off(&e->in, n);
	moved++;
	return n;
}

static int wait_for(gnutls_transport_ptr_t t, unsigned ms)
{
	(void)ms;
	return ((struct side *)t)->in.used != 0;
}

static const char *alert_name(int alert)
{
	const char *name = gnutls_alert_get_strname(alert);
	return name ? name + strlen("GNUTLS_A_") : "?";
}

/* Receives once; what came is kept. */
static ssize_t receive(struct side *e)
{
	static unsigned char got[LONGEST];
	ssize_t n = gnutls_record_recv(e->s, got, sizeof got);
	if (n > 0) {
		put(&e->got, got, n);
		moved++;
	}
	return n;
}

static void fatal(struct side *e, long code)
{
	e->dead = e->done = 1;
	e->code = (int)code;
	if (code == GNUTLS_E_INTERNAL_ERROR)
		finding("internal error");
	e->out_way->alert = -1;
	if (code == GNUTLS_E_FATAL_ALERT_RECEIVED)
		event(e, "%s(%s)", code_name(code), alert_name(gnutls_alert_get(e->s)));
	else {
		gnutls_alert_send_appropriate(e->s, (int)code);
		carry(e->out_way);
		event(e, "%s>%s", code_name(code), e->out_way->alert < 0 ? "" : alert_name(e->out_way->alert));
	}
	if (receive(e) > 0)
		finding("data from a session that failed");
}

/* A code that ends nothing is told; one that ends the session ends it. */
static void other(struct side *e, long code)
{
	if (code == GNUTLS_E_AGAIN || code == GNUTLS_E_INTERRUPTED)
		return;
	if (code != GNUTLS_E_GOT_APPLICATION_DATA && gnutls_error_is_fatal((int)code)) {
		fatal(e, code);
		return;
	}
	if (code == GNUTLS_E_WARNING_ALERT_RECEIVED)
		event(e, "%s(%s)", code_name(code), alert_name(gnutls_alert_get(e->s)));
	else
		event(e, "%s", code_name(code));
	if (code == GNUTLS_E_GOT_APPLICATION_DATA)
		receive(e);
	moved++;
}

/* The early data, which the server asks for when the handshake is complete. */
static void receive_early(struct side *e)
{
	unsigned char got[256];
	ssize_t n;
	while (e == &server && (n = gnutls_record_recv_early_data(e->s, got, sizeof got)) > 0)
		put(&e->got, got, n);
}

static void shake(struct side *e)
{
	int code = gnutls_handshake(e->s);
	if (code == 0) {
		e->done = 1;
		receive_early(e);
	} else
		other(e, code);
}

static void read_until(struct side *e, long code)
{
	ssize_t n = receive(e);
	if (n < 0 && n == code)
		e->mode = 1, moved++;
	else if (n == 0) {
		e->closed = e->done = 1;
		event(e, "closed");
	} else if (n < 0)
		other(e, n);
}

static void data(struct side *e)
{
	char text[64];
	if (!e->sent) {
		long n = gnutls_record_send(e->s, text, sprintf(text, "data of the %s, step %d.", e->name, step_number));
		if (n < 0)
			fatal(e, n);
		e->sent = 1;
		return;
	}
	if (e->got.used < e->in_way->data.used || !e->in_way->data.used || e->in.used) {
		read_until(e, NOTHING);
		return;
	}
	/* The other side's piece of this step is there: it ends with the step's number and a full stop. */
	sprintf(text, "step %d.", step_number);
	if (e->got.used >= strlen(text) && !memcmp(e->got.data + e->got.used - strlen(text), text, strlen(text)))
		e->done = 1;
	else
		read_until(e, NOTHING);
}

static void act(struct side *e, char step)
{
	int code, mine = e == &client;
	switch (step) {
	case 'H': shake(e); return;
	case 'D': data(e); return;
	case 'R': case 'S':
		if (step == 'S' && !mine && e->mode == 0) {
			code = gnutls_rehandshake(e->s);
			if (code < 0)
				other(e, code);
			e->mode = 1;
		} else if ((step == 'R' && mine) || e->mode == 1)
			shake(e);
		else
			read_until(e, GNUTLS_E_REHANDSHAKE);
		return;
	case 'A':
		if (mine && e->mode == 0) {
			read_until(e, GNUTLS_E_REAUTH_REQUEST);
			return;
		}
		code = gnutls_reauth(e->s, 0);
		if (code == 0)
			e->done = 1;
		else
			other(e, code);
		return;
	case 'K': case 'k':
		if (mine == (step == 'K')) {
			code = gnutls_session_key_update(e->s, GNUTLS_KU_PEER);
			if (code < 0)
				other(e, code);
		}
		e->done = 1;
		return;
	case 'B':
		if (!mine && e->mode == 0 && !e->closed) {
			ssize_t n = receive(e);
			if (n == 0)
				e->mode = 1, moved++;
			else if (n < 0)
				other(e, n);
			return;
		}
		code = gnutls_bye(e->s, GNUTLS_SHUT_RDWR);
		if (code == 0) {
			e->done = 1;
			event(e, "bye");
		} else
			other(e, code);
		return;
	}
}

/* ---- Points */

static const char *message_name(const unsigned char *p, size_t n)
{
	static const char *const names[25] = {
		"HelloRequest", "ClientHello", "ServerHello", [4] = "NewSessionTicket", "EndOfEarlyData", [8] = "EncryptedExtensions",
		[11] = "Certificate", "ServerKeyExchange", "CertificateRequest", "ServerHelloDone", "CertificateVerify",
		"ClientKeyExchange", [20] = "Finished", [22] = "CertificateStatus", [24] = "KeyUpdate",
	};
	if (is_retry(p, n))
		return "HelloRetryRequest";
	return p[0] < 25 && names[p[0]] ? names[p[0]] : "message";
}

static void name_point(struct way *w, int type, const unsigned char *p, size_t n)
{
	static const char *const types[] = { "ChangeCipherSpec", "Alert", NULL, "Data", "Heartbeat" };
	int known = type >= CHANGE_CIPHER_SPEC && type <= HEARTBEAT, count = 1;
	const char *name = type == HANDSHAKE ? message_name(p, n) : known ? types[type - CHANGE_CIPHER_SPEC] : "record";
	if (known)
		count = ++seen[w == &ways[1]][type - CHANGE_CIPHER_SPEC][type == HANDSHAKE ? p[0] : 0];
	snprintf(point, sizeof point, count > 1 ? "%s %s %d" : "%s %s", w->name, name, count);
}

static void at_unit(struct way *w, int type, const unsigned char *p, size_t n, int clear)
{
	if (visiting) {
		name_point(w, type, p, n);
		for (int i = 0; i < OPS && step_number >= scenario->from && (!only_point || !strcmp(only_point, point)); i++) {
			struct op o = op_number(i);
			char name[64];
			int status;
			pid_t child;
			name_op(&o, name);
			if (!applies(&o, w, type, clear) || (only_op && strcmp(only_op, name)))
				continue;
			fflush(stdout);
			child = fork();
			if (child < 0)
				abort();
			if (!child) {
				alarm(10);
				visiting = findings = 0;
				applied = 1;
				chosen = o;
				reader = w == &ways[0] ? &server : &client;
				demand = must(&o, w, type, p, n);
				apply(&o, w, type, p, n, clear);
				return;
			}
			if (waitpid(child, &status, 0) != child)
				abort();
			if (WIFSIGNALED(status)) {
				printf("%s\t%s\t%s\tsignal %d\t-\t-\n", scenario->name, point, name, WTERMSIG(status));
				fprintf(stderr, "%s | %s | %s: signal %d\n", scenario->name, point, name, WTERMSIG(status));
				findings++;
			} else
				findings += WEXITSTATUS(status);
		}
	} else if (merged(w, type, p, n))
		return;
	forward(w, type, p, n, clear);
}

static void after_batch(struct way *w)
{
	if (held.way != w)
		return;
	held.way = NULL;
	forward(w, held.type, held.unit.data, held.unit.used, held.clear);
}

/* ---- A scenario */

static gnutls_datum_t ticket_key, stored, session;
static gnutls_anti_replay_t anti_replay;
static gnutls_psk_client_credentials_t client_psk;
static gnutls_psk_server_credentials_t server_psk;

static int store(void *p, gnutls_datum_t key, gnutls_datum_t data)
{
	(void)p, (void)key;
	stored.data = memcpy(gnutls_malloc(data.size), data.data, data.size);
	stored.size = data.size;
	return 0;
}

static gnutls_datum_t retrieve(void *p, gnutls_datum_t key)
{
	gnutls_datum_t copy = { gnutls_malloc(stored.size), stored.size };
	(void)p, (void)key;
	memcpy(copy.data, stored.data, stored.size);
	return copy;
}

static int forget(void *p, gnutls_datum_t key)
{
	(void)p, (void)key;
	return 0;
}

/* Each hello is a new one: a script that repeats it fails for another reason. */
static int no_replay(void *p, time_t end, const gnutls_datum_t *id, const gnutls_datum_t *data)
{
	(void)p, (void)end, (void)id, (void)data;
	return 0;
}

static int status_of(gnutls_session_t s, void *p, gnutls_datum_t *response)
{
	(void)s, (void)p;
	response->data = memcpy(gnutls_malloc(8), "response", 8);
	response->size = 8;
	return 0;
}

static int psk_of(gnutls_session_t s, const char *name, gnutls_datum_t *key)
{
	(void)s, (void)name;
	key->data = memcpy(gnutls_malloc(16), "0123456789abcdef", 16);
	key->size = 16;
	return 0;
}

static void check(int code)
{
	if (code < 0) {
		fprintf(stderr, "%s\n", gnutls_strerror(code));
		abort();
	}
}

/* What all scenarios share. */
static void prepare(void)
{
	const gnutls_datum_t key = { (void *)"0123456789abcdef", 16 };
	check(gnutls_session_ticket_key_generate(&ticket_key));
	check(gnutls_anti_replay_init(&anti_replay));
	gnutls_anti_replay_set_add_function(anti_replay, no_replay);
	/* Tickets as old as it are refused. */
	usleep(10000);
	check(gnutls_psk_allocate_client_credentials(&client_psk));
	check(gnutls_psk_allocate_server_credentials(&server_psk));
	check(gnutls_psk_set_client_credentials(client_psk, "user", &key, GNUTLS_PSK_KEY_RAW));
	gnutls_psk_set_server_credentials_function(server_psk, psk_of);
}

static gnutls_certificate_credentials_t credentials_of(const struct side *e)
{
	const char *key = e == &client ? client_key_pem : server_key_pem;
	gnutls_certificate_credentials_t cred;
	gnutls_datum_t private = text(key), public;
	gnutls_privkey_t k;
	gnutls_pubkey_t p;
	if (e == &server && scenario->with & RSA)
		return credentials(leaf_pem, leaf_key_pem);
	if (!(scenario->with & RAW)) {
		cred = credentials(e == &client ? client_pem : server_pem, key);
		if (e == &server && scenario->with & STATUS)
			gnutls_certificate_set_ocsp_status_request_function(cred, status_of, NULL);
		return cred;
	}
	cred = credentials(NULL, NULL);
	check(gnutls_privkey_init(&k));
	check(gnutls_privkey_import_x509_raw(k, &private, GNUTLS_X509_FMT_PEM, NULL, 0));
	check(gnutls_pubkey_init(&p));
	check(gnutls_pubkey_import_privkey(p, k, 0, 0));
	check(gnutls_pubkey_export2(p, GNUTLS_X509_FMT_PEM, &public));
	check(gnutls_certificate_set_rawpk_key_mem(cred, &public, &private, GNUTLS_X509_FMT_PEM, NULL, 0, NULL, 0, 0));
	gnutls_free(public.data);
	gnutls_pubkey_deinit(p);
	gnutls_privkey_deinit(k);
	return cred;
}

static void begin(struct side *e, struct side *peer, struct way *out, struct way *in, unsigned flags, const char *priority,
		  gnutls_certificate_credentials_t cred)
{
	const char *name = e->name;
	int with = scenario->with;
	memset(e, 0, sizeof *e);
	e->name = name, e->out_way = out, e->in_way = in;
	out->to = &peer->in;
	flags |= GNUTLS_NONBLOCK | GNUTLS_POST_HANDSHAKE_AUTH | scenario->flags;
	check(gnutls_init(&e->s, with & TICKETS ? flags : flags | GNUTLS_NO_TICKETS));
	check(gnutls_priority_set_direct(e->s, priority, NULL));
	if (with & SHARED_KEY)
		check(gnutls_credentials_set(e->s, GNUTLS_CRD_PSK, e == &client ? (void *)client_psk : (void *)server_psk));
	else
		check(gnutls_credentials_set(e->s, GNUTLS_CRD_CERTIFICATE, cred));
	gnutls_transport_set_ptr(e->s, e);
	gnutls_transport_set_push_function(e->s, push);
	gnutls_transport_set_pull_function(e->s, pull);
	gnutls_transport_set_pull_timeout_function(e->s, wait_for);
	gnutls_handshake_set_timeout(e->s, 0);
	gnutls_session_set_keylog_function(e->s, log_secret);
	if (e == &client && with & STATUS)
		check(gnutls_ocsp_status_request_enable_client(e->s, NULL, 0, NULL));
	if (e == &server && with & TICKETS)
		check(gnutls_session_ticket_enable_server(e->s, &ticket_key));
	if (e == &server && with & EARLY_DATA)
		gnutls_anti_replay_enable(e->s, anti_replay);
	if (e == &server && with & DATABASE) {
		gnutls_db_set_store_function(e->s, store);
		gnutls_db_set_retrieve_function(e->s, retrieve);
		gnutls_db_set_remove_function(e->s, forget);
	}
	if (e == &client && session.size) {
		check(gnutls_session_set_data(e->s, session.data, session.size));
		if (with & EARLY_DATA)
			check(gnutls_record_send_early_data(e->s, "early data of the client.", 25));
	}
}

/* Both sides in turns until both are done or nothing moves any more. */
static void play(char step)
{
	client.done = client.dead, server.done = server.dead;
	client.mode = server.mode = client.sent = server.sent = 0;
	for (int turns = 0, still = 0; turns < 400 && still < 4 && !(client.done && server.done); turns++) {
		size_t before = moved;
		if (!client.done)
			act(&client, step);
		carry(&ways[0]);
		if (!server.done)
			act(&server, step);
		carry(&ways[1]);
		still = moved == before ? still + 1 : 0;
		if (turns == 399)
			finding("does not end");
	}
	if (!client.done)
		event(&client, "waits(%c)", step);
	if (!server.done)
		event(&server, "waits(%c)", step);
}

static const char *arrived(struct side *e)
{
	struct bytes *sent = &e->in_way->data;
	if (e->got.used > sent->used || (e->got.used && memcmp(e->got.data, sent->data, e->got.used)))
		finding("data that was not sent");
	return !sent->used ? "-" : e->got.used == sent->used ? "all" : e->got.used ? "some" : "none";
}

static void judge(void)
{
	int works = !client.dead && !server.dead && !strstr(client.events, "waits") && !strstr(server.events, "waits");
	/* One that only waits has skipped what came: a record in the clear behind the keys is never skipped. */
	int ends = reader->dead || (!chosen.clear && strstr(reader->events, "waits"));
	if (spans)
		demand = MUST_FAIL; /* RFC 8446 5.1 */
	if (demand == MUST_WORK && !works)
		finding("must work");
	if (demand != MUST_FAIL)
		return;
	if (!(chosen.change == DROP || chosen.change == TAIL ? ends || !works : ends))
		finding("must fail");
	/* An alert that is believed ends a session as well. */
	else if (chosen.clear && reader->code == GNUTLS_E_FATAL_ALERT_RECEIVED)
		finding("an alert in the clear is believed");
}

/* A client and a server, and the way between them as it was before the first record. */
static void connect_sides(gnutls_certificate_credentials_t ccred, gnutls_certificate_credentials_t scred)
{
	for (int i = 0; i < 2; i++) {
		const char *name = ways[i].name;
		memset(&ways[i], 0, sizeof ways[i]);
		ways[i].name = name;
	}
	memset(seen, 0, sizeof seen);
	sends_early = scenario->with & EARLY_DATA && session.size;
	begin(&server, &client, &ways[1], &ways[0], GNUTLS_SERVER, scenario->server, scred);
	begin(&client, &server, &ways[0], &ways[1], GNUTLS_CLIENT, scenario->client, ccred);
	if (scenario->certificate || strchr(scenario->steps, 'A'))
		gnutls_certificate_server_set_request(server.s, scenario->certificate ? GNUTLS_CERT_REQUIRE : GNUTLS_CERT_IGNORE);
}

/* The session that the scenario resumes, made without the adversary. */
static void make_session(gnutls_certificate_credentials_t ccred, gnutls_certificate_credentials_t scred)
{
	visiting = 0;
	connect_sides(ccred, scred);
	play('H');
	play('D');
	check(gnutls_session_get_data2(client.s, &session));
	gnutls_deinit(client.s);
	gnutls_deinit(server.s);
}

static void run(void)
{
	int open = 1;
	gnutls_certificate_credentials_t ccred = credentials_of(&client), scred = credentials_of(&server);
	tls13 = scenario->tls13;
	memset(master, 0, sizeof master);
	session.size = 0;
	step_number = 0;
	if (scenario->with & RESUMED)
		make_session(ccred, scred);
	connect_sides(ccred, scred);
	visiting = 1;
	for (step_number = 0; scenario->steps[step_number] && open; step_number++) {
		if (scenario->steps[step_number] == 'A')
			gnutls_certificate_server_set_request(server.s, GNUTLS_CERT_REQUEST);
		play(scenario->steps[step_number]);
		open = !client.dead && !server.dead && !strstr(client.events, "waits") && !strstr(server.events, "waits");
	}
	if (applied) {
		char name[64];
		const char *at_client = arrived(&client), *at_server = arrived(&server);
		name_op(&chosen, name);
		judge();
		printf("%s\t%s\t%s\t%s\t%s\t%s/%s\n", scenario->name, point, name, *client.events ? client.events : "ok",
		       *server.events ? server.events : "ok", at_client, at_server);
		fflush(stdout);
		_exit(findings != 0);
	}
	if (scenario->with & RESUMED && !(gnutls_session_is_resumed(client.s) && gnutls_session_is_resumed(server.s)))
		finding("the session is not resumed");
	if (!open || strcmp(arrived(&client), "all") || strcmp(arrived(&server), "all")) {
		fprintf(stderr, "%s: client %s, server %s\n", scenario->name, client.events, server.events);
		finding("the scenario itself fails");
	}
	gnutls_deinit(client.s);
	gnutls_deinit(server.s);
	gnutls_certificate_free_credentials(ccred);
	gnutls_certificate_free_credentials(scred);
}

int main(int argc, char **argv)
{
	only_point = argc > 2 ? argv[2] : NULL;
	only_op = argc > 3 ? argv[3] : NULL;
	prepare();
	for (size_t i = 0; i < sizeof scenarios / sizeof scenarios[0]; i++) {
		scenario = &scenarios[i];
		if (argc < 2 || !strcmp(argv[1], scenario->name))
			run();
	}
	fprintf(stderr, "findings: %d\n", findings);
	return findings != 0;
}
