/* The log and audit functions: levels, what the lines of a session begin with, what must never be in them, and callbacks. */
#define _GNU_SOURCE
#include <pthread.h>
#include <time.h>
#include <unistd.h>
#include "sessions.h"
#include "log_lines.h"

/* ---- Secrets ---- */

static struct { unsigned char b[64]; unsigned n; } secrets[64];
static unsigned n_secrets;

static int keep_secret(gnutls_session_t s, const char *label, const gnutls_datum_t *secret)
{
	if (n_secrets < 64 && secret->size <= 64) {
		memcpy(secrets[n_secrets].b, secret->data, secret->size);
		secrets[n_secrets++].n = secret->size;
	}
	return 0;
}

static void hex_of(char *to, const unsigned char *bytes, unsigned n)
{
	for (unsigned i = 0; i < n; i++)
		sprintf(to + 2 * i, "%02x", bytes[i]);
}

/* No line has these bytes: neither as they are nor in hexadecimal. */
static void absent(const char *what, const unsigned char *bytes, unsigned n)
{
	char hex[129];
	hex_of(hex, bytes, n > 64 ? 64 : n);
	for (unsigned i = 0; i < log_count; i++) {
		const char *line = log_lines[i].text;
		if (strstr(line, hex) || memmem(line, strlen(line), bytes, n)) {
			fprintf(stderr, "%s is in a line of level %d: %s", what, log_lines[i].level, line);
			check_failures++;
		}
	}
}

#define MARKER "the marker of the application's data"
#define PASSWORD "1234-but-longer-and-wrong"

/* A key's private numbers, in DER. */
static void private_bytes(const char *pem, unsigned char *d, size_t *n)
{
	gnutls_x509_privkey_t key;
	gnutls_datum_t text_ = text(pem), x, y, k;
	gnutls_ecc_curve_t curve;
	gnutls_x509_privkey_init(&key);
	CHECK(gnutls_x509_privkey_import(key, &text_, GNUTLS_X509_FMT_PEM) == 0);
	CHECK(gnutls_x509_privkey_export_ecc_raw(key, &curve, &x, &y, &k) == 0);
	/* Without a leading zero. */
	unsigned skip = k.size > 32 ? k.size - 32 : 0;
	*n = k.size - skip;
	memcpy(d, k.data + skip, *n);
	gnutls_free(x.data), gnutls_free(y.data), gnutls_free(k.data);
	gnutls_x509_privkey_deinit(key);
}

static void no_secret_at_any_level(void)
{
	for (int i = 0; i < 2; i++) {
		struct pair p;
		unsigned char d[64];
		size_t n;
		n_secrets = 0;
		log_begin(99);
		pair_new(&p, both_versions[i], 0, 0);
		gnutls_certificate_free_credentials(p.ccred);
		p.ccred = credentials(client_pem, client_key_pem);
		gnutls_credentials_set(p.client.s, GNUTLS_CRD_CERTIFICATE, p.ccred);
		gnutls_certificate_server_set_request(p.server.s, GNUTLS_CERT_REQUIRE);
		gnutls_session_set_keylog_function(p.client.s, keep_secret);
		gnutls_session_set_keylog_function(p.server.s, keep_secret);
		HANDSHAKE(&p, 0, 0);
		CARRY(&p.client, &p.server, MARKER);
		CARRY(&p.server, &p.client, MARKER);
		if (i == 1) {
			CHECK(gnutls_session_key_update(p.client.s, GNUTLS_KU_PEER) == 0);
			CARRY(&p.client, &p.server, MARKER);
			CARRY(&p.server, &p.client, MARKER);
		}
		gnutls_certificate_credentials_t cred = credentials(NULL, NULL);
		gnutls_datum_t c = text(leaf_pem), k = text(leaf_key_encrypted_pem);
		CHECK(gnutls_certificate_set_x509_key_mem2(cred, &c, &k, GNUTLS_X509_FMT_PEM, PASSWORD, 0) < 0);
		CHECK(gnutls_certificate_set_x509_key_mem2(cred, &c, &k, GNUTLS_X509_FMT_PEM, "1234", 0) >= 0);
		/* What must be there: otherwise nothing was looked at. */
#ifdef OURS
		CHECK(log_of(1) && log_of(2) && log_of(3) && log_of(4) && log_of(5) && log_of(9));
		CHECK(n_secrets >= 2);
		for (unsigned s = 0; s < n_secrets; s++)
			absent("a secret of the key log", secrets[s].b, secrets[s].n);
		absent("application data", (const unsigned char *)MARKER, strlen(MARKER));
		absent("a password", (const unsigned char *)PASSWORD, strlen(PASSWORD));
		private_bytes(server_key_pem, d, &n);
		absent("the server's private key", d, n);
		private_bytes(client_key_pem, d, &n);
		absent("the client's private key", d, n);
#else
		(void)d, (void)n, (void)absent, (void)private_bytes;
#endif
		gnutls_certificate_free_credentials(cred);
		pair_end(&p);
		log_end();
	}
}

/* ---- Prefix ---- */

#ifdef OURS
/* The number of the session in a line, or 0. */
static unsigned number_of(const char *line, const char *side)
{
	unsigned number;
	char found[16];
	if (sscanf(line, "session %u (%15[a-z]): ", &number, found) != 2)
		return 0;
	return strcmp(found, side) ? 0 : number;
}

static unsigned inner_lines;

/* Another connection within a callback: its lines are its own. */
static int inner(gnutls_session_t s)
{
	struct pair p;
	unsigned from = log_count;
	pair_new(&p, TLS12, 0, 0);
	HANDSHAKE(&p, 0, 0);
	pair_end(&p);
	inner_lines = log_count - from;
	return 0;
}

static void lines_name_their_session(void)
{
	struct pair p;
	unsigned client = 0, server = 0, others = 0;
	pair_new(&p, TLS13, 0, 0);
	gnutls_handshake_set_post_client_hello_function(p.server.s, inner);
	log_begin(9);
	HANDSHAKE(&p, 0, 0);
	ECHO(&p);
	log_end();
	for (unsigned i = 0; i < log_count; i++) {
		const char *line = log_lines[i].text;
		unsigned c = number_of(line, "client"), s = number_of(line, "server");
		if (!c && !s) {
			/* The credentials of the inner pair belong to no session. */
			others++;
			continue;
		}
		if (!client && c)
			client = c;
		if (!server && s)
			server = s;
	}
	CHECK(client && server && client != server);
	CHECK(inner_lines > 10);
	/* After the inner connection the server's lines are the server's again. */
	int last_server = 0, inner_server = 0;
	for (unsigned i = 0; i < log_count; i++) {
		unsigned s = number_of(log_lines[i].text, "server");
		if (s == server)
			last_server = i;
		else if (s)
			inner_server = i;
	}
	CHECK(inner_server && last_server > inner_server);
	CHECK(others < inner_lines);
	pair_end(&p);
}

/* A thread that sends and one that receives in the same session: each line is whole and has the session's number. */
static struct pair shared;

static void *sender(void *unused)
{
	for (int i = 0; i < 200; i++)
		gnutls_record_send(shared.client.s, "x", 1);
	return NULL;
}

static pthread_mutex_t lines_lock = PTHREAD_MUTEX_INITIALIZER;
static unsigned threads_lines, threads_wrong, shared_number;

static void count_lines(int level, const char *line)
{
	pthread_mutex_lock(&lines_lock);
	threads_lines++;
	threads_wrong += number_of(line, "client") != shared_number;
	pthread_mutex_unlock(&lines_lock);
}

static void threads(void)
{
	pthread_t thread;
	char byte;
	pair_new(&shared, TLS13, 0, 0);
	log_begin(2);
	HANDSHAKE(&shared, 0, 0);
	log_end();
	for (unsigned i = 0; i < log_count && !shared_number; i++)
		shared_number = number_of(log_lines[i].text, "client");
	gnutls_global_set_log_function(count_lines);
	gnutls_global_set_log_level(5);
	pthread_create(&thread, NULL, sender, NULL);
	for (int i = 0; i < 200; i++)
		CHECK(gnutls_record_recv(shared.client.s, &byte, 1) == GNUTLS_E_AGAIN);
	pthread_join(thread, NULL);
	log_end();
	CHECK(threads_lines >= 400 && threads_wrong == 0);
	pair_end(&shared);
}

/* ---- The log function may use the session ---- */

static gnutls_session_t asked;
static unsigned asking, answers;

static void ask(int level, const char *line)
{
	if (asking || !asked)
		return;
	asking = 1;
	gnutls_protocol_get_version(asked);
	gnutls_cipher_get(asked);
	gnutls_server_name_set(asked, GNUTLS_NAME_DNS, "www.example.com", 15);
	gnutls_record_check_pending(asked);
	answers++;
	asking = 0;
}

static void the_function_may_call_the_library(void)
{
	struct pair p;
	pair_new(&p, TLS13, 0, 0);
	gnutls_global_set_log_function(ask);
	gnutls_global_set_log_level(9);
	asked = p.client.s;
	HANDSHAKE(&p, 0, 0);
	ECHO(&p);
	log_end();
	asked = NULL;
	CHECK(answers > 20);
	pair_end(&p);
}
#endif

#ifdef OURS
/* The log function takes a lock, and so does another thread that sends in the same session while it has it: neither waits for
 * the other. */
static pthread_mutex_t shared_lock = PTHREAD_MUTEX_INITIALIZER;
static volatile int other_begins, other_has_lock;
static __thread int sends_first;
static unsigned locks_taken;
static struct pair locked;

static void lock_for_a_line(int level, const char *line)
{
	struct timespec until;

	if (!sends_first || locks_taken || !strstr(line, "sends a record"))
		return;
	other_begins = 1;
	while (!other_has_lock)
		usleep(1000);
	usleep(50000);
	clock_gettime(CLOCK_REALTIME, &until);
	until.tv_sec += 10;
	if (pthread_mutex_timedlock(&shared_lock, &until) == 0) {
		locks_taken++;
		pthread_mutex_unlock(&shared_lock);
	}
}

static void *send_with_lock(void *unused)
{
	while (!other_begins)
		usleep(1000);
	pthread_mutex_lock(&shared_lock);
	other_has_lock = 1;
	gnutls_record_send(locked.client.s, "x", 1);
	pthread_mutex_unlock(&shared_lock);
	return NULL;
}

static void the_function_may_take_a_lock(void)
{
	pthread_t thread;

	pair_new(&locked, TLS13, 0, 0);
	HANDSHAKE(&locked, 0, 0);
	gnutls_global_set_log_function(lock_for_a_line);
	gnutls_global_set_log_level(5);
	pthread_create(&thread, NULL, send_with_lock, NULL);
	sends_first = 1;
	CHECK(gnutls_record_send(locked.client.s, "x", 1) == 1);
	/* The lines of a send come at the latest when it is over. */
	CHECK(locks_taken == 1);
	sends_first = 0;
	other_begins = 1;
	pthread_join(thread, NULL);
	log_end();
	pair_end(&locked);
}

/* A reason that another function left is not that of a session's failure. */
static void no_reason_of_another_function(void)
{
	struct pair p;

	pair_new(&p, TLS12, 0, 0);
	log_begin(1);
	HANDSHAKE(&p, 0, 0);
	CHECK(gnutls_credentials_set(NULL, GNUTLS_CRD_CERTIFICATE, NULL) == GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_rehandshake(p.client.s) == GNUTLS_E_INVALID_REQUEST);
	CHECK(log_of(1) == 1 && !strstr(log_lines[0].text, "NULL"));
	log_end();
	pair_end(&p);
}

static ssize_t broken_push(gnutls_transport_ptr_t t, const void *p, size_t n)
{
	errno = EPIPE;
	return -1;
}

static void an_alert_that_cannot_be_sent_is_told(void)
{
	struct pair p;

	pair_new(&p, TLS12, 0, 0);
	HANDSHAKE(&p, 0, 0);
	log_begin(1);
	gnutls_transport_set_push_function(p.client.s, broken_push);
	CHECK(gnutls_alert_send(p.client.s, GNUTLS_AL_FATAL, GNUTLS_A_INTERNAL_ERROR) == GNUTLS_E_PUSH_ERROR);
	CHECK(log_of(1) == 1 && strstr(log_lines[0].text, "sending an alert failed"));
	log_end();
	pair_end(&p);
}

/* A line names the function that the program called, not one that this calls. */
static void lines_name_their_function(void)
{
	static const char *const names[] = { "gnutls_certificate_set_x509_key_file: ", "gnutls_certificate_set_x509_key_mem: ",
					     "gnutls_priority_init: ", "gnutls_set_default_priority: " };
	gnutls_certificate_credentials_t cred = credentials(NULL, NULL);
	gnutls_datum_t wrong = text("wrong");
	gnutls_priority_t priority;

	log_begin(1);
	CHECK(gnutls_certificate_set_x509_key_file(cred, "/none", "/none", GNUTLS_X509_FMT_PEM) == GNUTLS_E_FILE_ERROR);
	CHECK(gnutls_certificate_set_x509_key_mem(cred, &wrong, &wrong, GNUTLS_X509_FMT_PEM) < 0);
	CHECK(gnutls_priority_init(&priority, "WRONG", NULL) == GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_set_default_priority(NULL) == GNUTLS_E_INVALID_REQUEST);
	CHECK(log_count == 4);
	for (unsigned i = 0; i < log_count && i < 4; i++)
		CHECK(!strncmp(log_lines[i].text, names[i], strlen(names[i])));
	log_end();
	gnutls_certificate_free_credentials(cred);
}
#endif

/* ---- Levels ---- */

static void levels(void)
{
	for (int level = 0; level <= 10; level++) {
		struct pair p;
		log_begin(level);
		pair_new(&p, TLS13, 0, 0);
		HANDSHAKE(&p, 0, 0);
		pair_end(&p);
		log_end();
		for (unsigned i = 0; i < log_count; i++)
			CHECK(log_lines[i].level <= level);
		if (level == 0)
			CHECK(log_count == 0);
#ifdef OURS
		CHECK(log_of(1) == 0 && !log_of(level) == (level < 2 || (level > 5 && level != 9)));
#endif
	}
	/* A level without a function, and a function without a level. */
	struct pair p;
	log_begin(0);
	gnutls_global_set_log_function(NULL);
	gnutls_global_set_log_level(9);
	pair_new(&p, TLS13, 0, 0);
	HANDSHAKE(&p, 0, 0);
	pair_end(&p);
	log_end();
	CHECK(log_count == 0);
}

/* ---- Audit ---- */

static gnutls_session_t audited;
static char audit_text[1000];
static unsigned audits;

static void audit(gnutls_session_t s, const char *text)
{
	audited = s;
	snprintf(audit_text, sizeof audit_text, "%s", text);
	audits++;
}

/* The audit function is told of what may be an attack, at any level of the log, and of nothing else. */
static void what_is_audited(void)
{
	struct pair p;
	char data[16];
	gnutls_global_set_audit_log_function(audit);
	pair_new(&p, TLS13, 0, 0);
	HANDSHAKE(&p, 0, 0);
	p.server.in.used = 0;
	CHECK(gnutls_record_send(p.client.s, "data", 4) == 4);
	CHECK(audits == 0);
	p.server.in.data[p.server.in.used - 1] ^= 1;
	CHECK(gnutls_record_recv(p.server.s, data, sizeof data) == GNUTLS_E_DECRYPTION_FAILED);
	CHECK(gnutls_record_recv(p.server.s, data, sizeof data) < 0);
#ifdef OURS
	CHECK(audits == 1 && audited == p.server.s);
	CHECK(strstr(audit_text, "(server)") && strstr(audit_text, "cannot be decrypted"));
#endif
	pair_end(&p);
	/* Nothing in common is no attack. */
	audits = 0;
	pair_new(&p, TLS13, 0, 0);
	gnutls_priority_set_direct(p.client.s, TLS12, NULL);
	int c, s;
	pair_handshake(&p, &c, &s);
	CHECK(s < 0 && audits == 0);
	pair_end(&p);
	gnutls_global_set_audit_log_function(NULL);
}

int main(void)
{
	levels();
	no_secret_at_any_level();
	what_is_audited();
#ifdef OURS
	lines_name_their_session();
	threads();
	the_function_may_call_the_library();
	the_function_may_take_a_lock();
	no_reason_of_another_function();
	an_alert_that_cannot_be_sent_is_told();
	lines_name_their_function();
#endif
	return check_result();
}
