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

/* The clock: the runner advances it. The library reads the time through this function, which takes precedence over
 * that of libc. */
static int64_t clock_offset_ns;

int clock_gettime(clockid_t id, struct timespec *ts)
{
	int r = syscall(SYS_clock_gettime, id, ts);
	if (r == 0 && clock_offset_ns) {
		int64_t n = ts->tv_nsec + clock_offset_ns;
		ts->tv_sec += n / 1000000000;
		ts->tv_nsec = n % 1000000000;
	}
	return r;
}

static time_t virtual_time(time_t *t)
{
	struct timespec ts;
	clock_gettime(CLOCK_REALTIME, &ts);
	if (t)
		*t = ts.tv_sec;
	return ts.tv_sec;
}

/* ---- Transport ---- */
typedef struct {
	int fd;
	bool dtls, async, rdy, wdy;
	bool early; /* Returns when nothing comes for a while: early data is for the application before more follows. */
	gnutls_session_t s;
} tr_t;

static int read_all(int fd, void *b, size_t n)
{
	char *p = b;
	while (n) {
		ssize_t r = recv(fd, p, n, 0);
		if (r <= 0)
			return r ? -1 : 0;
		p += r;
		n -= r;
	}
	return 1;
}

static int write_all(int fd, const void *b, size_t n)
{
	const char *p = b;
	while (n) {
		ssize_t r = send(fd, p, n, MSG_NOSIGNAL);
		if (r <= 0)
			return -1;
		p += r;
		n -= r;
	}
	return 1;
}

/* With async every other call would block, and the others transfer one byte. */
static ssize_t push(gnutls_transport_ptr_t x, const void *b, size_t n)
{
	tr_t *t = x;
	if (t->dtls) {
		/* GnuTLS sends one record per datagram, but the runner expects ChangeCipherSpec and Finished in
		 * the same one: the former is held back until the next record. */
		static uint8_t held[64];
		static size_t nheld;
		if (n == 14 && *(const uint8_t *)b == 20 && !nheld) {
			memcpy(held, b, n);
			nheld = n;
			return n;
		}
		size_t z = n + nheld;
		uint8_t h[5] = { 'P', z >> 24, z >> 16, z >> 8, z };
		if (write_all(t->fd, h, 5) < 0 || (nheld && write_all(t->fd, held, nheld) < 0) ||
		    write_all(t->fd, b, n) < 0) {
			gnutls_transport_set_errno(t->s, EPIPE);
			return -1;
		}
		nheld = 0;
		return n;
	}
	if (t->async) {
		t->wdy = !t->wdy;
		if (t->wdy) {
			gnutls_transport_set_errno(t->s, EAGAIN);
			return -1;
		}
		if (n > 1)
			n = 1;
	}
	ssize_t r = send(t->fd, b, n, MSG_NOSIGNAL);
	if (r < 0)
		gnutls_transport_set_errno(t->s, errno);
	return r;
}

/* 1: a datagram is pending; 0: timeout (the runner reports it and advances the clock); -1: end of the connection. */
static int dtls_wait(tr_t *t, int ms)
{
	struct pollfd p = { t->fd, POLLIN, 0 };
	uint8_t op, v[8];
	int r = poll(&p, 1, ms);
	if (r <= 0)
		return 0;
	if (recv(t->fd, &op, 1, MSG_PEEK) <= 0)
		return -1;
	if (op == 'P')
		return 1;
	recv(t->fd, &op, 1, 0);
	if (op != 'T' || read_all(t->fd, v, 8) <= 0)
		die(1, "bad opcode %u", op);
	uint64_t ns = 0;
	for (int i = 0; i < 8; i++)
		ns = ns << 8 | v[i];
	clock_offset_ns += ns;
	op = 't';
	write_all(t->fd, &op, 1);
	return 0;
}

static int pull_timeout(gnutls_transport_ptr_t x, unsigned ms)
{
	tr_t *t = x;
	if (t->dtls) {
		int r = dtls_wait(t, ms == GNUTLS_INDEFINITE_TIMEOUT ? -1 : (int)ms);
		return r < 0 ? 1 : r;
	}
	struct pollfd p = { t->fd, POLLIN, 0 };
	return poll(&p, 1, ms == GNUTLS_INDEFINITE_TIMEOUT ? -1 : (int)ms);
}

static ssize_t pull(gnutls_transport_ptr_t x, void *b, size_t n)
{
	tr_t *t = x;
	if (t->dtls) {
		int w = dtls_wait(t, -1);
		uint8_t h[5];
		static uint8_t pkt[70000];
		if (w == 0) {
			gnutls_transport_set_errno(t->s, EAGAIN);
			return -1;
		}
		if (w < 0 || read_all(t->fd, h, 5) <= 0)
			return 0;
		uint32_t l = h[1] << 24 | h[2] << 16 | h[3] << 8 | h[4];
		if (l > sizeof pkt || (l && read_all(t->fd, pkt, l) <= 0))
			return 0;
		if (l > n)
			l = n;
		memcpy(b, pkt, l);
		if (l == 0) {
			gnutls_transport_set_errno(t->s, EAGAIN);
			return -1;
		}
		return l;
	}
	if (t->async) {
		t->rdy = !t->rdy;
		if (t->rdy) {
			gnutls_transport_set_errno(t->s, EAGAIN);
			return -1;
		}
		if (n > 1)
			n = 1;
	}
	if (t->early && poll(&(struct pollfd){ t->fd, POLLIN, 0 }, 1, 20) == 0) {
		gnutls_transport_set_errno(t->s, EAGAIN);
		return -1;
	}
	ssize_t r = recv(t->fd, b, n, 0);
	if (r < 0)
		gnutls_transport_set_errno(t->s, errno);
	return r;
}

static int dial(int port)
{
	for (int af = 0; af < 2; af++) {
		int fd = socket(af ? AF_INET : AF_INET6, SOCK_STREAM, 0), one = 1;
		setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
		struct sockaddr_in6 a6 = { .sin6_family = AF_INET6,
					   .sin6_port = htons(port),
					   .sin6_addr = IN6ADDR_LOOPBACK_INIT };
		struct sockaddr_in a4 = { .sin_family = AF_INET,
					  .sin_port = htons(port),
					  .sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
		if (!connect(fd, af ? (void *)&a4 : (void *)&a6, af ? sizeof a4 : sizeof a6))
			return fd;
		close(fd);
	}
	die(1, "connect");
	return -1;
}

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

/* ---- What the runner expects of a handshake ---- */
static int signature_id(gnutls_sign_algorithm_t a)
{
	for (int k = 0; signatures[k].id; k++)
		if (a && (signatures[k].a == a || signatures[k].b == a))
			return signatures[k].id;
	return 0;
}

static int suite_id(gnutls_session_t s)
{
	const char *n = gnutls_ciphersuite_get(s), *m;
	unsigned char id[2];
	for (size_t i = 0; n && (m = gnutls_cipher_suite_info(i, id, NULL, NULL, NULL, NULL)); i++)
		if (!strcmp(m, n))
			return id[0] << 8 | id[1];
	return 0;
}

/* Returns NULL, or a description of what is not as expected. */
static const char *check(gnutls_session_t s, const cfg_t *c, bool resume)
{
	static char e[256];
	unsigned n = 0, t;
	if (!!gnutls_session_is_resumed(s) != (resume && !c->exp_miss)) {
		snprintf(e, sizeof e, "resumed=%d", gnutls_session_is_resumed(s));
		return e;
	}
	if (c->expv) {
		static const struct {
			int w, g;
		} V[] = { { 0x301, GNUTLS_TLS1_0 },
			  { 0x302, GNUTLS_TLS1_1 },
			  { 0x303, GNUTLS_TLS1_2 },
			  { 0x304, GNUTLS_TLS1_3 },
			  { 0xfeff, GNUTLS_DTLS1_0 },
			  { 0xfefd, GNUTLS_DTLS1_2 },
			  { 0 } };
		int ok = 0;
		for (int i = 0; V[i].w; i++)
			if (V[i].w == c->expv && V[i].g == (int)gnutls_protocol_get_version(s))
				ok = 1;
		if (!ok)
			return "version mismatch";
	}
	if (c->exp_sni) {
		char b[300];
		size_t l = sizeof b;
		if (gnutls_server_name_get(s, b, &l, &t, 0) < 0 || strncmp(b, c->exp_sni, l) ||
		    strlen(c->exp_sni) != strnlen(b, l))
			return "servername mismatch";
	}
	if (c->exp_alpn) {
		gnutls_datum_t d = { 0 };
		int r = gnutls_alpn_get_selected_protocol(s, &d);
		if (r < 0)
			d.size = 0;
		if (d.size != strlen(c->exp_alpn) || (d.size && memcmp(d.data, c->exp_alpn, d.size)))
			return "alpn mismatch";
	}
	if (c->exp_ems && !(gnutls_session_get_flags(s) & GNUTLS_SFLAGS_EXT_MASTER_SECRET))
		return "no EMS";
	if (c->exp_secreneg && !(gnutls_session_get_flags(s) & GNUTLS_SFLAGS_SAFE_RENEGOTIATION))
		return "no secure reneg";
	if (c->exp_nosecreneg && (gnutls_session_get_flags(s) & GNUTLS_SFLAGS_SAFE_RENEGOTIATION))
		return "secure reneg";
	if ((c->exp_hrr && !saw_hrr) || (c->exp_nohrr && saw_hrr))
		return "hrr mismatch";
	if (c->exp_cipher && suite_id(s) != c->exp_cipher) {
		snprintf(e, sizeof e, "cipher %04x wanted %04x", suite_id(s), c->exp_cipher);
		return e;
	}
	if (c->exp_curve) {
		int ok = 0;
		for (int k = 0; groups[k].id; k++)
			if (groups[k].id == c->exp_curve && groups[k].g == gnutls_group_get(s))
				ok = 1;
		if (!ok) {
			snprintf(e, sizeof e, "curve %d", gnutls_group_get(s));
			return e;
		}
	}
	if (c->exp_peersig) {
		int g = signature_id(c->server ? gnutls_sign_algorithm_get_client(s) : gnutls_sign_algorithm_get(s));
		if (g != c->exp_peersig) {
			snprintf(e, sizeof e, "peer sig %04x wanted %04x", g, c->exp_peersig);
			return e;
		}
	}
	if (c->exp_ocsp.size) {
		gnutls_datum_t d = { 0 };
		if (gnutls_ocsp_status_request_get(s, &d) < 0 || d.size != c->exp_ocsp.size ||
		    memcmp(d.data, c->exp_ocsp.data, d.size))
			return "ocsp mismatch";
	}
	if (!c->psk && (!c->server || c->require_cert) && !gnutls_certificate_get_peers(s, &n))
		return "no peer certificate";
	if (c->exp_peer_cert) {
		gnutls_datum_t f;
		gnutls_x509_crt_t *l;
		unsigned nl;
		const gnutls_datum_t *p = gnutls_certificate_get_peers(s, &n);
		gnutls_datum_t d;
		if (!p || gnutls_load_file(c->exp_peer_cert, &f) < 0 ||
		    gnutls_x509_crt_list_import2(&l, &nl, &f, GNUTLS_X509_FMT_PEM, 0) < 0)
			return "peer cert file";
		if (n != nl)
			return "peer chain length";
		for (unsigned i = 0; i < n; i++)
			if (gnutls_x509_crt_export2(l[i], GNUTLS_X509_FMT_DER, &d) < 0 || d.size != p[i].size ||
			    memcmp(d.data, p[i].data, d.size))
				return "peer chain mismatch";
	}
	if (c->exp_accept_early && !(gnutls_session_get_flags(s) & GNUTLS_SFLAGS_EARLY_DATA))
		return "early data not accepted";
	if (c->exp_reject_early && (gnutls_session_get_flags(s) & GNUTLS_SFLAGS_EARLY_DATA))
		return "early data accepted";
	return NULL;
}

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
