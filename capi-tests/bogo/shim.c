/*
 * A shim for BoGo, BoringSSL's protocol test runner, on GnuTLS's public API alone. The runner starts it once a case,
 * tells it by flags what to do and to expect, and is its peer on a local TCP connection (for DTLS with framed
 * datagrams). It ends with 0 when all was as expected, 1 when not, and 89 for what the API or the library does not
 * offer: such a case is skipped. SHIM_DEBUG=LEVEL shows the log of the library.
 */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <gnutls/dtls.h>
#include <gnutls/gnutls.h>
#include <gnutls/ocsp.h>
#include <gnutls/x509.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <signal.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>
#include "config.h"
#include "transport.h"

/* ---- Session cache and callbacks ---- */
static struct ent {
	gnutls_datum_t k, v;
	struct ent *n;
} * db;
static gnutls_datum_t copy(gnutls_datum_t d)
{
	gnutls_datum_t r = { gnutls_malloc(d.size + 1), d.size };
	memcpy(r.data, d.data, d.size);
	return r;
}

static int db_store(void *p, gnutls_datum_t k, gnutls_datum_t v)
{
	struct ent *e = malloc(sizeof *e);
	e->k = copy(k);
	e->v = copy(v);
	e->n = db;
	db = e;
	return 0;
}

static gnutls_datum_t db_get(void *p, gnutls_datum_t k)
{
	for (struct ent *e = db; e; e = e->n)
		if (e->k.size == k.size && !memcmp(e->k.data, k.data, k.size))
			return copy(e->v);
	return (gnutls_datum_t){ 0 };
}

static int db_rm(void *p, gnutls_datum_t k)
{
	for (struct ent *e = db; e; e = e->n)
		if (e->k.size == k.size && !memcmp(e->k.data, k.data, k.size))
			e->k.size = 0;
	return 0;
}

/* What a server has seen of early data: no ticket may bring it twice. */
static gnutls_anti_replay_t replays;

static int replays_add(void *p, time_t expires, const gnutls_datum_t *k, const gnutls_datum_t *v)
{
	static struct ent *seen;

	for (struct ent *e = seen; e; e = e->n)
		if (e->k.size == k->size && !memcmp(e->k.data, k->data, k->size))
			return GNUTLS_E_DB_ENTRY_EXISTS;
	struct ent *e = malloc(sizeof *e);
	e->k = copy(*k);
	e->n = seen;
	seen = e;
	return 0;
}

static const cfg_t *current;
static bool saw_hrr;
static int on_verify(gnutls_session_t s)
{
	/* On a client BoringSSL's OCSP callback is a second verification. */
	if (!current->server && current->ocsp_callback && current->fail_ocsp)
		return GNUTLS_E_CERTIFICATE_ERROR;
	return current->verify_fail && (current->verify_peer || current->require_cert || current->custom_verify)
		   ? GNUTLS_E_CERTIFICATE_ERROR
		   : 0;
}

static int on_ocsp(gnutls_session_t s, void *p, gnutls_datum_t *o)
{
	if (current->ocsp_callback && current->fail_ocsp)
		return GNUTLS_E_OCSP_RESPONSE_ERROR;
	if (!current->ocsp.size || (current->ocsp_callback && current->decline_ocsp))
		return GNUTLS_E_NO_CERTIFICATE_STATUS;
	*o = copy(current->ocsp);
	return 0;
}

static int on_psk(gnutls_session_t s, const char *u, gnutls_datum_t *k)
{
	if (!current->psk || strcmp(u, current->psk_id ? current->psk_id : ""))
		return -1;
	*k = copy((gnutls_datum_t){ (void *)current->psk, strlen(current->psk) });
	return 0;
}

static int on_message(gnutls_session_t s, unsigned t, unsigned post, unsigned in, const gnutls_datum_t *m)
{
	if (t == GNUTLS_HANDSHAKE_HELLO_RETRY_REQUEST)
		saw_hrr = true;
	return 0;
}

#include "expected.h"

static int handshake(gnutls_session_t s, const cfg_t *c)
{
	int r;
	do
		r = gnutls_handshake(s);
	while (r < 0 && !gnutls_error_is_fatal(r));
	if (r < 0) {
		int al;
		if (r == GNUTLS_E_CERTIFICATE_ERROR && c->fail_ocsp)
			gnutls_alert_send(s, GNUTLS_AL_FATAL, 113); /* bad_certificate_status_response */
		else if (r == GNUTLS_E_CERTIFICATE_ERROR && c->verify_fail)
			/* In GnuTLS the application chooses this alert. */
			gnutls_alert_send(s, GNUTLS_AL_FATAL,
					  c->custom_verify ? GNUTLS_A_CERTIFICATE_UNKNOWN : GNUTLS_A_HANDSHAKE_FAILURE);
		else
			gnutls_alert_send_appropriate(s, r);
		if (r == GNUTLS_E_FATAL_ALERT_RECEIVED) {
			al = gnutls_alert_get(s);
			fprintf(stderr, "peer alert %d %s\n", al, gnutls_alert_get_name(al));
		}
		fprintf(stderr, "handshake: %s\n", gnutls_strerror_name(r));
	}
	return r;
}

static int send_all(gnutls_session_t s, const void *b, size_t n)
{
	const char *p = b;
	bool again = false;
	do {
		ssize_t r = again ? gnutls_record_send(s, NULL, 0) : gnutls_record_send(s, p, n);
		again = false;
		if (r == GNUTLS_E_AGAIN || r == GNUTLS_E_INTERRUPTED) {
			again = true;
			continue;
		}
		if (r < 0) {
			fprintf(stderr, "send: %s\n", gnutls_strerror_name(r));
			return r;
		}
		p += r;
		n -= r;
	} while (n || again);
	return 0;
}

/* ---- A connection ---- */
static void credentials(gnutls_session_t s, const cfg_t *c, gnutls_certificate_credentials_t *x)
{
	gnutls_psk_client_credentials_t pc;
	gnutls_psk_server_credentials_t ps;
	int r;

	gnutls_certificate_allocate_credentials(x);
	gnutls_certificate_set_verify_function(*x, on_verify);
	gnutls_certificate_set_ocsp_status_request_function(*x, on_ocsp, NULL);
	if (c->cert &&
	    (r = gnutls_certificate_set_x509_key_file2(*x, c->cert, c->key, GNUTLS_X509_FMT_PEM, NULL, 0)) < 0)
		die(UNIMPLEMENTED, "key load %s", gnutls_strerror_name(r));
	if (!c->psk)
		gnutls_credentials_set(s, GNUTLS_CRD_CERTIFICATE, *x);
	else if (c->server) {
		gnutls_psk_allocate_server_credentials(&ps);
		gnutls_psk_set_server_credentials_function(ps, on_psk);
		if (c->psk_id)
			gnutls_psk_set_server_credentials_hint(ps, c->psk_id);
		gnutls_credentials_set(s, GNUTLS_CRD_PSK, ps);
	} else {
		gnutls_psk_allocate_client_credentials(&pc);
		gnutls_datum_t k = { (void *)c->psk, strlen(c->psk) };
		gnutls_psk_set_client_credentials(pc, c->psk_id ? c->psk_id : "", &k, GNUTLS_PSK_KEY_RAW);
		gnutls_credentials_set(s, GNUTLS_CRD_PSK, pc);
	}
}

static void server(gnutls_session_t s, const cfg_t *c, gnutls_datum_t *tkey)
{
	if (c->require_cert)
		gnutls_certificate_server_set_request(s, GNUTLS_CERT_REQUIRE);
	else if (c->verify_peer)
		gnutls_certificate_server_set_request(s, GNUTLS_CERT_REQUEST);
	gnutls_db_set_store_function(s, db_store);
	gnutls_db_set_retrieve_function(s, db_get);
	gnutls_db_set_remove_function(s, db_rm);
	gnutls_db_set_ptr(s, &db);
	if (!c->no_ticket)
		gnutls_session_ticket_enable_server(s, tkey);
	if (c->early)
		gnutls_anti_replay_enable(s, replays);
}

static void client(gnutls_session_t s, const cfg_t *c, const gnutls_datum_t *sess)
{
	if (c->host)
		gnutls_server_name_set(s, GNUTLS_NAME_DNS, c->host, strlen(c->host));
	if (sess) {
		if (!sess->size)
			die(1, "No session to offer.");
		gnutls_session_set_data(s, sess->data, sess->size);
	}
}

static void alpn(gnutls_session_t s, const cfg_t *c)
{
	gnutls_datum_t d[16];
	int n = 0;
	unsigned af = 0;
	if (c->server && c->sel_alpn) {
		d[0].data = (void *)c->sel_alpn;
		d[0].size = strlen(c->sel_alpn);
		n = 1;
	} else if (c->server && c->reject_alpn) {
		d[0].data = (void *)"*none*";
		d[0].size = 6;
		n = 1;
		af = GNUTLS_ALPN_MANDATORY;
	} else if (!c->server && c->adv_alpn)
		for (const char *q = c->adv_alpn; *q && n < 16; q += 1 + (unsigned char)*q) {
			d[n].data = (void *)(q + 1);
			d[n++].size = (unsigned char)*q;
		}
	if (n)
		gnutls_alpn_set_protocols(s, d, n, af);
}

static int send_inverted(gnutls_session_t s, uint8_t *b, size_t n)
{
	for (size_t i = 0; i < n; i++)
		b[i] ^= 0xff;
	return send_all(s, b, n);
}

/* The same for early data, which a server gets until the handshake is complete. */
static int echo_early(gnutls_session_t s)
{
	uint8_t b[16384];
	ssize_t n;

	while ((n = gnutls_record_recv_early_data(s, b, sizeof b)) > 0)
		if (send_inverted(s, b, n) < 0)
			return -1;
	return 0;
}

/* Sends the received data back, inverted, until the peer ends the connection. */
static int echo(gnutls_session_t s, const cfg_t *c, int *reneg)
{
	int r;

	for (;;) {
		if (c->server && c->early && echo_early(s) < 0)
			return -1;
		uint8_t b[16384];
		size_t z = c->read_size ? (size_t)c->read_size : c->dtls ? sizeof b : 512;
		if (z > sizeof b)
			z = sizeof b;
		ssize_t n = gnutls_record_recv(s, b, z);
		if (n == GNUTLS_E_AGAIN || n == GNUTLS_E_INTERRUPTED)
			continue;
		if (n == 0)
			return 0;
		if (n == GNUTLS_E_PREMATURE_TERMINATION && !c->check_close)
			return 0;
		if (n == GNUTLS_E_REHANDSHAKE) {
			if (c->reneg_ignore)
				continue;
			if (c->server || !(c->reneg_free || (c->reneg_once && !*reneg))) {
				gnutls_alert_send(s, GNUTLS_AL_FATAL, GNUTLS_A_NO_RENEGOTIATION);
				fputs("NO_RENEGOTIATION\n", stderr);
				return -1;
			}
			if (handshake(s, c) < 0)
				return -1;
			(*reneg)++;
			continue;
		}
		if (n == GNUTLS_E_WARNING_ALERT_RECEIVED) {
			if (gnutls_alert_get(s) == GNUTLS_A_CLOSE_NOTIFY)
				return 0;
			continue;
		}
		if (n < 0 && !gnutls_error_is_fatal(n))
			continue;
		if (n < 0) {
			fprintf(stderr, "recv: %s\n", gnutls_strerror_name(n));
			gnutls_alert_send_appropriate(s, n);
			return -1;
		}
		if (c->key_update && (r = gnutls_session_key_update(s, 0)) < 0) {
			fprintf(stderr, "key_update %d\n", r);
			return -1;
		}
		if (send_inverted(s, b, n) < 0)
			return -1;
	}
}

/* Stores the session data that a later connection resumes. */
static int keep_session(gnutls_session_t s, const cfg_t *c, gnutls_datum_t *sess)
{
	bool t13 = gnutls_protocol_get_version(s) == GNUTLS_TLS1_3;
	bool got = t13 ? !!(gnutls_session_get_flags(s) & GNUTLS_SFLAGS_SESSION_TICKET) : true;
	if (t13 && !c->shuts_down && got == c->exp_no_session) {
		fprintf(stderr, "ticket got=%d\n", got);
		return -1;
	}
	if (got) {
		gnutls_datum_t d = { 0 };
		if (gnutls_session_get_data2(s, &d) == 0)
			*sess = d;
		else
			sess->size = 0;
	} else
		sess->size = 0;
	return 0;
}

static int run(const cfg_t *c, const cfg_t *after_refusal, bool resume, gnutls_datum_t *sess, gnutls_datum_t *tkey)
{
	gnutls_session_t s;
	gnutls_certificate_credentials_t x;
	int r, reneg = 0, rc = 1;
	current = c;
	saw_hrr = false;
	unsigned fl =
	    (c->server ? GNUTLS_SERVER : GNUTLS_CLIENT) | (c->dtls ? GNUTLS_DATAGRAM : 0) | GNUTLS_KEY_SHARE_TOP;
	/* With an early start a server can answer early data before the client's Finished. */
	if (c->early)
		fl |= GNUTLS_ENABLE_EARLY_DATA | (c->server ? GNUTLS_ENABLE_EARLY_START : 0);
	if (c->no_ticket)
		fl |= GNUTLS_NO_TICKETS;
	if (c->false_start)
		fl |= GNUTLS_ENABLE_FALSE_START;
#if GNUTLS_VERSION_NUMBER >= 0x030800
	if (!c->ocsp_on)
		fl |= GNUTLS_NO_STATUS_REQUEST;
#endif
	const char *p = priority(c), *ep;
	/* If the library has no DTLS, its cases are meaningless, including those that are expected to fail. */
	if (gnutls_init(&s, fl) < 0)
		die(c->dtls ? UNIMPLEMENTED : 1, "init");
	if ((r = gnutls_priority_set_direct(s, p, &ep)) < 0)
		die(UNIMPLEMENTED, "priority %s at %s", p, ep);
	credentials(s, c, &x);
	if (c->server)
		server(s, c, tkey);
	else
		client(s, c, resume ? sess : NULL);
	alpn(s, c);
	if (c->srtp) {
		char b[200];
		snprintf(b, sizeof b, "%s", c->srtp);
		for (char *q = strtok(b, ":"); q; q = strtok(NULL, ":"))
			gnutls_srtp_set_profile(s, strstr(q, "_32") ? GNUTLS_SRTP_AES128_CM_HMAC_SHA1_32
								    : GNUTLS_SRTP_AES128_CM_HMAC_SHA1_80);
	}
	if (c->max_frag)
		gnutls_record_set_max_size(s, c->max_frag);
	gnutls_handshake_set_hook_function(s, GNUTLS_HANDSHAKE_ANY, GNUTLS_HOOK_PRE, on_message);
	tr_t t = { dial(c->port), c->dtls, c->async, false, false, c->server && c->early, s };
	gnutls_transport_set_ptr(s, &t);
	gnutls_transport_set_push_function(s, push);
	gnutls_transport_set_pull_function(s, pull);
	gnutls_transport_set_pull_timeout_function(s, pull_timeout);
	gnutls_handshake_set_timeout(s, 0);
	if (c->dtls) {
		gnutls_dtls_set_mtu(s, c->mtu ? c->mtu : 1400);
		gnutls_dtls_set_timeouts(s, c->init_timeout ? c->init_timeout : 1000, 3600000);
	}
	/* Of what a client writes first the server takes so much early. */
	size_t early_sent = 0;
	if (resume && c->early && c->writes_first && !c->server) {
		early_sent = gnutls_record_get_max_early_data_size(s);
		if (early_sent > 5)
			early_sent = 5;
		if (gnutls_record_send_early_data(s, "hello", early_sent) < 0)
			early_sent = 0;
	}
	if (handshake(s, c) < 0)
		goto out;
	if (c->dtls && !c->mtu)
		gnutls_dtls_set_mtu(s, 17000); /* A full record of 2^14 bytes fits. */
	/* BoringSSL's application begins again if its early data is refused: what it expects then counts. */
	if (early_sent && !(gnutls_session_get_flags(s) & GNUTLS_SFLAGS_EARLY_DATA)) {
		current = c = after_refusal;
		early_sent = 0;
	}
	const char *e = check(s, c, resume);
	if (e) {
		fprintf(stderr, "check: %s\n", e);
		goto out;
	}
	if (c->ekm > 0) {
		uint8_t *b = malloc(c->ekm);
		const char *lab = c->ekm_label ? c->ekm_label : "", *ctx = c->ekm_ctx ? c->ekm_ctx : "";
		if (gnutls_prf_rfc5705(s, strlen(lab), lab, strlen(ctx), c->use_ctx ? ctx : NULL, c->ekm, (char *)b) <
		    0) {
			fputs("exporter\n", stderr);
			goto out;
		}
		if (send_all(s, b, c->ekm) < 0)
			goto out;
	}
	if (c->tls_unique) {
		gnutls_datum_t d;
		if (gnutls_session_channel_binding(s, GNUTLS_CB_TLS_UNIQUE, &d) < 0 || d.size != 12 ||
		    send_all(s, d.data, 12) < 0) {
			fputs("tls-unique\n", stderr);
			goto out;
		}
	}
	if (c->send_alert) {
		do
			r = gnutls_alert_send(s, GNUTLS_AL_FATAL, GNUTLS_A_DECOMPRESSION_FAILURE);
		while (r == GNUTLS_E_AGAIN);
		rc = r < 0;
		goto out;
	}
	if (c->diff_sizes) {
		static uint8_t b[32769];
		memset(b, 0x42, sizeof b);
		static const int z[] = { 1, 255, 256, 257, 16383, 16384, 16385, 32767, 32768, 32769 };
		for (int i = 0; i < 10; i++)
			if (send_all(s, b, z[i]) < 0)
				goto out;
	} else if (c->writes_first && early_sent < 5 && send_all(s, "hello" + early_sent, 5 - early_sent) < 0)
		goto out;
	if (!c->shuts_down && echo(s, c, &reneg) < 0)
		goto out;
	if (!c->server && keep_session(s, c, sess) < 0)
		goto out;
	if (c->check_close) {
		do
			r = gnutls_bye(s, c->shuts_down ? GNUTLS_SHUT_RDWR : GNUTLS_SHUT_WR);
		while (r == GNUTLS_E_AGAIN || r == GNUTLS_E_INTERRUPTED);
		if (r < 0) {
			fprintf(stderr, "bye: %s\n", gnutls_strerror_name(r));
			goto out;
		}
	}
	if (reneg != c->exp_reneg) {
		fprintf(stderr, "renegotiations %d\n", reneg);
		goto out;
	}
	rc = 0;
out:
	if (t.async)
		t.async = false;
	shutdown(t.fd, SHUT_WR);
	{
		char b[1024];
		while (recv(t.fd, b, sizeof b, 0) > 0)
			;
	}
	close(t.fd);
	gnutls_deinit(s);
	gnutls_certificate_free_credentials(x);
	return rc;
}

static void log_line(int l, const char *m)
{
	fprintf(stderr, "<%d> %s", l, m);
}

int main(int argc, char **argv)
{
	signal(SIGPIPE, SIG_IGN);
	alarm(60);
	parse(argc, argv);
	gnutls_global_init();
	gnutls_global_set_time_function(virtual_time);
	if (getenv("SHIM_DEBUG")) {
		gnutls_global_set_log_level(atoi(getenv("SHIM_DEBUG")));
		gnutls_global_set_log_function(log_line);
	}
	gnutls_datum_t tk, sess = { 0 };
	gnutls_session_ticket_key_generate(&tk);
	gnutls_anti_replay_init(&replays);
	gnutls_anti_replay_set_add_function(replays, replays_add);
	gnutls_anti_replay_set_window(replays, 60000); /* BoringSSL's */
	/* Each ticket has to be younger than the database, and virtual_time has whole seconds. */
	clock_offset_ns = 1000000000;
	for (int i = 0; i <= initial.resume_count; i++) {
		cfg_t *c = i ? &resumption : &initial;
		if (run(c, &retry, i > 0, &sess, &tk))
			die(1, "Connection %d failed.", i + 1);
		clock_offset_ns += 1000000000LL * c->resumption_delay;
	}
	fputs("--- DONE ---\n", stderr);
	return 0;
}
