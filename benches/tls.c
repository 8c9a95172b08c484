/* What a program feels of a TLS library, through the public API alone: one binary for every library of this
 * ABI (LD_LIBRARY_PATH chooses). Prints "name TAB value TAB unit"; rates are better high, the rest low.
 *
 *     tls CERTS handshake|resumption|bulk|memory|datagrams|crypto|pki
 *                                            CERTS is made by the script `run`
 *     tls - trust                                init, system trust, exit: timed from outside */
#include <gnutls/crypto.h>
#include <gnutls/gnutls.h>
#include <gnutls/ocsp.h>
#include <gnutls/pkcs12.h>
#include <gnutls/pkcs7.h>
#include <gnutls/x509.h>
#include <errno.h>
#include <malloc.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include "bench.h"

struct queue {
	unsigned char *data;
	size_t at, end, room;
};
struct side {
	gnutls_session_t session;
	struct queue in;
	struct side *peer;
};
struct pair {
	struct side client, server;
};

gnutls_certificate_credentials_t client_cred, server_cred;

/* What the next pairs resume with: the server's ticket key or its database of one session, the client's session. */
static gnutls_datum_t ticket_key, stored, resumes;
static int with_database;

double now(void)
{
	struct timespec t;
	clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t);
	return t.tv_sec + t.tv_nsec / 1e9;
}

static ssize_t push(gnutls_transport_ptr_t p, const void *bytes, size_t n)
{
	struct queue *q = &((struct side *)p)->peer->in;
	if (q->at == q->end)
		q->at = q->end = 0;
	if (q->end + n > q->room) {
		q->room = 2 * (q->end + n);
		q->data = realloc(q->data, q->room);
	}
	memcpy(q->data + q->end, bytes, n);
	q->end += n;
	return n;
}

static ssize_t pull(gnutls_transport_ptr_t p, void *buf, size_t n)
{
	struct side *me = p;
	struct queue *q = &me->in;
	if (q->at == q->end) {
		gnutls_transport_set_errno(me->session, EAGAIN);
		return -1;
	}
	if (n > q->end - q->at)
		n = q->end - q->at;
	memcpy(buf, q->data + q->at, n);
	q->at += n;
	return n;
}

static int pull_timeout(gnutls_transport_ptr_t p, unsigned int ms)
{
	struct queue *q = &((struct side *)p)->in;
	(void)ms;
	return q->at < q->end;
}

static int store(void *p, gnutls_datum_t key, gnutls_datum_t data)
{
	(void)p;
	(void)key;
	gnutls_free(stored.data);
	stored.data = gnutls_malloc(data.size);
	stored.size = data.size;
	memcpy(stored.data, data.data, data.size);
	return 0;
}

static gnutls_datum_t retrieve(void *p, gnutls_datum_t key)
{
	gnutls_datum_t copy = { gnutls_malloc(stored.size), stored.size };
	(void)p;
	(void)key;
	memcpy(copy.data, stored.data, stored.size);
	return copy;
}

static int delete(void *p, gnutls_datum_t key)
{
	(void)p;
	(void)key;
	return 0;
}

static void start(struct side *s, struct side *peer, unsigned flags, const char *priority)
{
	s->peer = peer;
	TRY(gnutls_init(&s->session, flags | GNUTLS_NONBLOCK));
	TRY(gnutls_priority_set_direct(s->session, priority, NULL));
	TRY(gnutls_credentials_set(s->session, GNUTLS_CRD_CERTIFICATE, flags == GNUTLS_CLIENT ? client_cred : server_cred));
	gnutls_transport_set_ptr(s->session, s);
	gnutls_transport_set_push_function(s->session, push);
	gnutls_transport_set_pull_function(s->session, pull);
	gnutls_transport_set_pull_timeout_function(s->session, pull_timeout);
	if (flags == GNUTLS_CLIENT) {
		TRY(gnutls_server_name_set(s->session, GNUTLS_NAME_DNS, "bench.example", 13));
		gnutls_session_set_verify_cert(s->session, "bench.example", 0);
		if (resumes.size)
			TRY(gnutls_session_set_data(s->session, resumes.data, resumes.size));
		return;
	}
	if (ticket_key.size)
		TRY(gnutls_session_ticket_enable_server(s->session, &ticket_key));
	if (with_database) {
		gnutls_db_set_store_function(s->session, store);
		gnutls_db_set_retrieve_function(s->session, retrieve);
		gnutls_db_set_remove_function(s->session, delete);
	}
}

static void shake_hands(struct pair *p)
{
	int client = GNUTLS_E_AGAIN, server = GNUTLS_E_AGAIN;
	while (client != 0 || server != 0) {
		if (client != 0)
			client = gnutls_handshake(p->client.session);
		if (client < 0 && gnutls_error_is_fatal(client))
			TRY(client);
		if (server != 0)
			server = gnutls_handshake(p->server.session);
		if (server < 0 && gnutls_error_is_fatal(server))
			TRY(server);
	}
}

static void connect_pair(struct pair *p, const char *priority)
{
	start(&p->server, &p->client, GNUTLS_SERVER, priority);
	start(&p->client, &p->server, GNUTLS_CLIENT, priority);
	shake_hands(p);
}

static void close_pair(struct pair *p)
{
	gnutls_deinit(p->client.session);
	gnutls_deinit(p->server.session);
	p->client.in.at = p->client.in.end = p->server.in.at = p->server.in.end = 0;
}

void credentials(const char *certs, const char *name)
{
	char ca[4096], cert[4096], key[4096];
	snprintf(ca, sizeof(ca), "%s/ca.pem", certs);
	snprintf(cert, sizeof(cert), "%s/%s.pem", certs, name);
	snprintf(key, sizeof(key), "%s/%s.key", certs, name);
	TRY(gnutls_certificate_allocate_credentials(&client_cred));
	TRY(gnutls_certificate_allocate_credentials(&server_cred));
	TRY(gnutls_certificate_set_x509_trust_file(client_cred, ca, GNUTLS_X509_FMT_PEM));
	TRY(gnutls_certificate_set_x509_key_file(server_cred, cert, key, GNUTLS_X509_FMT_PEM));
}

static const char *const versions[][2] = {
	{ "tls1.3", "NORMAL:-VERS-ALL:+VERS-TLS1.3:-GROUP-ALL:+GROUP-X25519" },
	{ "tls1.2", "NORMAL:-VERS-ALL:+VERS-TLS1.2:-GROUP-ALL:+GROUP-X25519" },
};

/* Pairs in a second, which is printed as a row. */
static void pairs(const char *row, const char *words)
{
	struct pair p = { 0 };
	int n = 0;
	connect_pair(&p, words);
	close_pair(&p);
	double begin = now();
	do {
		connect_pair(&p, words);
		close_pair(&p);
		n++;
	} while (now() - begin < 0.2);
	printf("%s\t%.1f\tpairs/s\n", row, n / (now() - begin));
	free(p.client.in.data);
	free(p.server.in.data);
}

static void handshakes(const char *certs)
{
	static const char *const keys[] = { "p256", "rsa" };
	const char *hybrid = "NORMAL:-VERS-ALL:+VERS-TLS1.3:-GROUP-ALL:+GROUP-X25519-MLKEM768";
	gnutls_priority_t priority;
	char row[100];
	for (int k = 0; k < 2; k++) {
		credentials(certs, keys[k]);
		for (int v = 0; v < 2; v++) {
			snprintf(row, sizeof(row), "handshake %s %s, verified", versions[v][0], keys[k]);
			pairs(row, versions[v][1]);
		}
	}
	/* With RSA the key exchange, too, that decrypts with the certificate's key: the server's work, most of it. */
	pairs("handshake tls1.2 kRSA rsa, verified", "NORMAL:-VERS-ALL:+VERS-TLS1.2:-KX-ALL:+RSA");
	/* A library that does not have the hybrid is measured with X25519. */
	credentials(certs, "p256");
	if (gnutls_priority_init(&priority, hybrid, NULL) < 0)
		hybrid = versions[0][1];
	else
		gnutls_priority_deinit(priority);
	pairs("handshake X25519MLKEM768 beside X25519", hybrid);
}

void must(int holds, const char *what)
{
	if (!holds) {
		fprintf(stderr, "not measured: %s\n", what);
		exit(1);
	}
}

static void resumption(const char *certs)
{
	static const char *const kinds[] = { "tls1.3 ticket", "tls1.2 ticket", "tls1.2 session ID" };
	static char buf[100];
	struct pair p = { 0 };
	credentials(certs, "p256");
	for (int k = 0; k < 3; k++) {
		const char *words = versions[k > 0][1];
		char row[100];
		with_database = k == 2;
		if (!with_database)
			TRY(gnutls_session_ticket_key_generate(&ticket_key));
		connect_pair(&p, words);
		/* The ticket of TLS 1.3 comes after the handshake. */
		gnutls_record_recv(p.client.session, buf, sizeof(buf));
		TRY(gnutls_session_get_data2(p.client.session, &resumes));
		close_pair(&p);
		connect_pair(&p, words);
		must(gnutls_session_is_resumed(p.client.session), kinds[k]);
		close_pair(&p);
		snprintf(row, sizeof(row), "resumption %s", kinds[k]);
		pairs(row, words);
		gnutls_free(resumes.data);
		gnutls_free(ticket_key.data);
		resumes = ticket_key = (gnutls_datum_t){ 0 };
	}
	with_database = 0;
}

static void renegotiation(const char *certs)
{
	static char buf[100];
	struct pair p = { 0 };
	int n = 0;
	credentials(certs, "p256");
	connect_pair(&p, versions[1][1]);
	double begin = now();
	do {
		TRY(gnutls_rehandshake(p.server.session));
		must(gnutls_record_recv(p.client.session, buf, sizeof(buf)) == GNUTLS_E_REHANDSHAKE, "renegotiation");
		shake_hands(&p);
		n++;
	} while (now() - begin < 0.2);
	printf("renegotiation tls1.2 p256, verified\t%.1f\tpairs/s\n", n / (now() - begin));
	close_pair(&p);
}

static void bulk(const char *certs)
{
	/* The older ciphers are of TLS 1.2 alone; CBC with SHA-1, in both orders of MAC and encryption. */
	static const struct { const char *name, *words; int old; } ciphers[] = {
		{ "AES-128-GCM", "AES-128-GCM", 0 }, { "AES-256-GCM", "AES-256-GCM", 0 },
		{ "CHACHA20-POLY1305", "CHACHA20-POLY1305", 0 }, { "AES-128-CCM", "AES-128-CCM", 0 },
		{ "AES-128-CBC-SHA", "AES-128-CBC:%NO_ETM", 1 }, { "AES-128-CBC-SHA-EtM", "AES-128-CBC", 1 },
	};
	static const size_t sizes[] = { 16384, 1024, 100 };
	static unsigned char data[16384], out[16384];
	struct pair p = { 0 };
	credentials(certs, "p256");
	for (int v = 0; v < 2; v++)
		for (size_t c = 0; c < sizeof(ciphers) / sizeof(*ciphers); c++)
			for (int s = 0; s < 3 && !(ciphers[c].old && strcmp(versions[v][0], "tls1.2")); s++) {
				char priority[200];
				double seal = 0, open = 0, bytes = 0;
				size_t size = sizes[s], batch = 262144 / size;
				snprintf(priority, sizeof(priority), "%s:-CIPHER-ALL:+%s", versions[v][1], ciphers[c].words);
				connect_pair(&p, priority);
				while (seal + open < 0.1) {
					double t = now();
					for (size_t i = 0; i < batch; i++)
						TRY(gnutls_record_send(p.client.session, data, size));
					seal += now() - t;
					t = now();
					for (size_t i = 0; i < batch; i++)
						TRY(gnutls_record_recv(p.server.session, out, size));
					open += now() - t;
					bytes += batch * size;
				}
				printf("seal %s %s %zu\t%.0f\tMB/s\n", versions[v][0], ciphers[c].name, size, bytes / seal / 1e6);
				printf("open %s %s %zu\t%.0f\tMB/s\n", versions[v][0], ciphers[c].name, size, bytes / open / 1e6);
				close_pair(&p);
			}
}

/* The next data; there may be tickets before it. */
static void receive(struct side *s, void *buf, size_t size)
{
	int n = GNUTLS_E_AGAIN;
	for (int tries = 0; n == GNUTLS_E_AGAIN && tries < 9; tries++)
		n = gnutls_record_recv(s->session, buf, size);
	TRY(n);
}

/* Heap use of idle sessions that have completed a handshake and have sent data once in each direction. */
static void memory(const char *certs)
{
	enum { PAIRS = 100 };
	static struct pair p[PAIRS];
	char buf[100] = { 0 };
	credentials(certs, "p256");
	for (int k = 0; k < 4; k++) {
		int v = k % 2;
		if (k == 2)
			TRY(gnutls_session_ticket_key_generate(&ticket_key));
		connect_pair(&p[0], versions[v][1]);
		close_pair(&p[0]);
		size_t before = mallinfo2().uordblks;
		for (int i = 0; i < PAIRS; i++) {
			connect_pair(&p[i], versions[v][1]);
			TRY(gnutls_record_send(p[i].client.session, buf, sizeof(buf)));
			receive(&p[i].server, buf, sizeof(buf));
			TRY(gnutls_record_send(p[i].server.session, buf, sizeof(buf)));
			receive(&p[i].client, buf, sizeof(buf));
			gnutls_record_recv(p[i].client.session, buf, sizeof(buf));
			gnutls_record_recv(p[i].server.session, buf, sizeof(buf));
			free(p[i].client.in.data);
			free(p[i].server.in.data);
			memset(&p[i].client.in, 0, sizeof(p[i].client.in));
			memset(&p[i].server.in, 0, sizeof(p[i].server.in));
		}
		printf("heap %s%s, idle pair\t%zu\tbytes\n", versions[v][0], k < 2 ? "" : " with tickets",
		       (mallinfo2().uordblks - before) / PAIRS);
		for (int i = 0; i < PAIRS; i++)
			close_pair(&p[i]);
	}
}

static void randomness(void)
{
	static const char *const levels[] = { "nonce", "random", "key" };
	unsigned char buf[64];
	for (int level = 0; level < 3; level++) {
		enum { N = 200000 };
		TRY(gnutls_rnd(level, buf, sizeof(buf)));
		double t = now();
		for (int i = 0; i < N; i++)
			TRY(gnutls_rnd(level, buf, sizeof(buf)));
		printf("gnutls_rnd %s 64\t%.0f\tMB/s\n", levels[level], N * sizeof(buf) / (now() - t) / 1e6);
	}
}

static void read_file(gnutls_datum_t *to, const char *folder, const char *name)
{
	char path[4096];
	snprintf(path, sizeof(path), "%s/%s", folder, name);
	TRY(gnutls_load_file(path, to));
}

static void small_texts(void)
{
	enum { N = 300000 };
	static unsigned char bytes[32], text[64], out[80];
	gnutls_datum_t key = { bytes, 16 };
	gnutls_aead_cipher_hd_t h;
	TRY(gnutls_aead_cipher_init(&h, GNUTLS_CIPHER_AES_128_GCM, &key));
	for (int opens = 0; opens < 2; opens++) {
		double t = now();
		for (int i = 0; i < N; i++) {
			size_t n = opens ? sizeof(text) : sizeof(out);
			if (opens)
				TRY(gnutls_aead_cipher_decrypt(h, bytes, 12, bytes, 13, 16, out, sizeof(out), text, &n));
			else
				TRY(gnutls_aead_cipher_encrypt(h, bytes, 12, bytes, 13, 16, text, sizeof(text), out, &n));
		}
		printf("AES-128-GCM %s 64\t%.0f\tMB/s\n", opens ? "decrypt" : "encrypt", N * sizeof(text) / (now() - t) / 1e6);
	}
	gnutls_aead_cipher_deinit(h);
}

static void read_certificate(gnutls_x509_crt_t *to, const char *certs, const char *name)
{
	gnutls_datum_t pem;
	read_file(&pem, certs, name);
	TRY(gnutls_x509_crt_init(to));
	TRY(gnutls_x509_crt_import(*to, &pem, GNUTLS_X509_FMT_PEM));
	gnutls_free(pem.data);
}

static void verify_ocsp(const gnutls_datum_t *der, gnutls_x509_crt_t ca)
{
	gnutls_ocsp_resp_t response;
	unsigned status;
	TRY(gnutls_ocsp_resp_init(&response));
	TRY(gnutls_ocsp_resp_import(response, der));
	TRY(gnutls_ocsp_resp_verify_direct(response, ca, &status, 0));
	must(status == 0, "OCSP");
	gnutls_ocsp_resp_deinit(response);
}

static void verify_pkcs7(const gnutls_datum_t *der, gnutls_x509_crt_t signer)
{
	gnutls_pkcs7_t message;
	TRY(gnutls_pkcs7_init(&message));
	TRY(gnutls_pkcs7_import(message, der, GNUTLS_X509_FMT_DER));
	TRY(gnutls_pkcs7_verify_direct(message, signer, 0, NULL, 0));
	gnutls_pkcs7_deinit(message);
}

static void open_pkcs12(const gnutls_datum_t *der, gnutls_x509_crt_t unused)
{
	gnutls_pkcs12_t file;
	gnutls_x509_privkey_t key;
	gnutls_x509_crt_t *chain;
	unsigned n;
	(void)unused;
	TRY(gnutls_pkcs12_init(&file));
	TRY(gnutls_pkcs12_import(file, der, GNUTLS_X509_FMT_DER, 0));
	TRY(gnutls_pkcs12_verify_mac(file, "bench"));
	TRY(gnutls_pkcs12_simple_parse(file, "bench", &key, &chain, &n, NULL, NULL, NULL, 0));
	gnutls_x509_crt_deinit(chain[0]);
	gnutls_free(chain);
	gnutls_x509_privkey_deinit(key);
	gnutls_pkcs12_deinit(file);
}

static void pki(const char *certs)
{
	static const struct {
		const char *row, *file, *signer;
		void (*once)(const gnutls_datum_t *der, gnutls_x509_crt_t signer);
	} rows[] = {
		{ "OCSP response p256, read and verified", "ocsp.der", "ca.pem", verify_ocsp },
		{ "PKCS #7 p256, read and verified", "p256.p7", "p256.pem", verify_pkcs7 },
		{ "PKCS #7 rsa, read and verified", "rsa.p7", "rsa.pem", verify_pkcs7 },
		{ "PKCS #7 dsa, read and verified", "dsa.p7", "dsa.pem", verify_pkcs7 },
		{ "PKCS #12 p256, opened", "p256.p12", "p256.pem", open_pkcs12 },
	};
	for (size_t r = 0; r < sizeof(rows) / sizeof(*rows); r++) {
		gnutls_datum_t der;
		gnutls_x509_crt_t signer;
		int n = 0;
		read_file(&der, certs, rows[r].file);
		read_certificate(&signer, certs, rows[r].signer);
		rows[r].once(&der, signer);
		double begin = now();
		do {
			rows[r].once(&der, signer);
			n++;
		} while (now() - begin < 0.2);
		printf("%s\t%.1f\top/s\n", rows[r].row, n / (now() - begin));
		gnutls_x509_crt_deinit(signer);
		gnutls_free(der.data);
	}
}

int main(int argc, char **argv)
{
	if (argc != 3)
		return 2;
	TRY(gnutls_global_init());
	if (!strcmp(argv[2], "handshake"))
		handshakes(argv[1]);
	else if (!strcmp(argv[2], "resumption"))
		resumption(argv[1]), renegotiation(argv[1]);
	else if (!strcmp(argv[2], "bulk"))
		bulk(argv[1]);
	else if (!strcmp(argv[2], "memory"))
		memory(argv[1]);
	else if (!strcmp(argv[2], "datagrams"))
		datagrams(argv[1]);
	else if (!strcmp(argv[2], "crypto"))
		small_texts(), randomness();
	else if (!strcmp(argv[2], "pki"))
		pki(argv[1]);
	else if (!strcmp(argv[2], "trust")) {
		TRY(gnutls_certificate_allocate_credentials(&client_cred));
		TRY(gnutls_certificate_set_x509_system_trust(client_cred));
		gnutls_certificate_free_credentials(client_cred);
	} else
		return 2;
	return 0;
}
