/* The middle: it has the keys of both directions, opens what one side sends, and seals it for the other with sequence
 * numbers of its own. Below "units" there is one handshake message, alert, ChangeCipherSpec or piece of data in each
 * record, whatever the libraries made of it, so that the points of a script have the same names on each of them. */
#ifndef MIDDLE_H
#define MIDDLE_H
#include "keys.h"

enum { CHANGE_CIPHER_SPEC = 20, ALERT, HANDSHAKE, DATA, HEARTBEAT };
enum { CLIENT_HELLO = 1, SERVER_HELLO = 2, NEW_TICKET = 4, END_OF_EARLY_DATA = 5, FINISHED = 20, KEY_UPDATE = 24 };

/* No record of a script is longer. */
#define LONGEST (1 << 15)

struct bytes { unsigned char *data; size_t used, cap; };

/* EARLY is of a client's early data alone. */
enum epoch { CLEAR, EARLY, SHAKING, APPLICATION };

struct keys {
	enum epoch epoch;
	unsigned char secret[32], iv[12];
	gnutls_aead_cipher_hd_t aead;
	uint64_t number;
	/* The secret of application data is looked up when the first record needs it: a server of GnuTLS logs it late. */
	int wanted;
};

/* One direction. */
struct way {
	const char *name;
	struct bytes wire, message, *to;
	struct keys open, seal;
	/* What was sealed as data after the Finished, or as early data: nothing else may be delivered. */
	struct bytes data;
	int finished;
	/* The alert that the sender sent last. */
	int alert;
};

static struct way ways[2] = { { .name = "client" }, { .name = "server" } };
static int tls13;
static size_t moved;
static unsigned char secrets[5][32], master[48], randoms[2][32];
/* The scenario has early data. (GnuTLS logs its secret for every PSK.) */
static int sends_early;

static const char *const labels[5] = {
	"CLIENT_HANDSHAKE_TRAFFIC_SECRET", "SERVER_HANDSHAKE_TRAFFIC_SECRET",
	"CLIENT_TRAFFIC_SECRET_0", "SERVER_TRAFFIC_SECRET_0", "CLIENT_EARLY_TRAFFIC_SECRET",
};

static void finding(const char *what);

static void put(struct bytes *b, const void *p, size_t n)
{
	if (!n)
		return;
	if (b->used + n > b->cap) {
		b->cap = (b->used + n) * 2;
		b->data = realloc(b->data, b->cap);
		if (!b->data)
			abort();
	}
	memcpy(b->data + b->used, p, n);
	b->used += n;
}

static void take_off(struct bytes *b, size_t n)
{
	b->used -= n;
	if (b->used)
		memmove(b->data, b->data + n, b->used);
}

/* ---- Keys */

/* The program's key log: how the middle learns them. */
static int log_secret(gnutls_session_t s, const char *label, const gnutls_datum_t *secret)
{
	(void)s;
	for (int i = 0; i < 5; i++)
		if (!strcmp(label, labels[i]) && secret->size == 32)
			memcpy(secrets[i], secret->data, 32);
	if (!strcmp(label, "CLIENT_RANDOM") && secret->size == 48)
		memcpy(master, secret->data, 48);
	return 0;
}

static void expand(const unsigned char *secret, const char *label, unsigned char *out, size_t n)
{
	expand_label(secret, "tls13 ", label, out, n);
}

static void use(struct keys *k, enum epoch epoch, unsigned char *key)
{
	gnutls_datum_t d = { key, 16 };
	if (k->aead)
		gnutls_aead_cipher_deinit(k->aead);
	if (gnutls_aead_cipher_init(&k->aead, GNUTLS_CIPHER_AES_128_GCM, &d) < 0)
		abort();
	k->epoch = epoch;
	k->number = 0;
}

static void use_secret(struct keys *k, enum epoch epoch, const unsigned char *secret)
{
	unsigned char key[16];
	memmove(k->secret, secret, 32);
	expand(secret, "key", key, 16);
	expand(secret, "iv", k->iv, 12);
	use(k, epoch, key);
}

static void use_next_secret(struct keys *k)
{
	unsigned char next[32];
	expand(k->secret, "traffic upd", next, 32);
	use_secret(k, k->epoch, next);
}

static void use_key_block(struct keys *k, int of_server)
{
	static const unsigned char none[48];
	unsigned char block[40];
	if (!memcmp(master, none, 48))
		return;
	expand_master(master, randoms, block, sizeof block);
	memcpy(k->iv, block + 32 + 4 * of_server, 4);
	use(k, k->epoch == APPLICATION ? APPLICATION : SHAKING, block + 16 * of_server);
}

static int is_retry(const unsigned char *message, size_t n)
{
	static const unsigned char retry[] = { 0xcf, 0x21, 0xad, 0x74, 0xe5, 0x9a, 0x61, 0x11 };
	return n > 14 && message[0] == SERVER_HELLO && !memcmp(message + 6, retry, sizeof retry);
}

/* What the keys of a direction become behind this unit. */
static void turn(struct keys *k, int of_server, int type, const unsigned char *p, size_t n)
{
	if (!tls13) {
		if (type == CHANGE_CIPHER_SPEC)
			use_key_block(k, of_server);
		else if (type == HANDSHAKE && n && p[0] == FINISHED && k->epoch == SHAKING)
			k->epoch = APPLICATION;
		return;
	}
	if (type != HANDSHAKE || !n)
		return;
	if (p[0] == CLIENT_HELLO && sends_early && k->epoch == CLEAR)
		use_secret(k, EARLY, secrets[4]);
	else if (p[0] == END_OF_EARLY_DATA && k->epoch == EARLY)
		use_secret(k, SHAKING, secrets[of_server]);
	else if (p[0] == SERVER_HELLO && !is_retry(p, n) && k->epoch == CLEAR)
		use_secret(k, SHAKING, secrets[of_server]);
	else if (p[0] == FINISHED && k->epoch == SHAKING)
		k->epoch = APPLICATION, k->wanted = 1;
	else if (p[0] == KEY_UPDATE && k->epoch == APPLICATION)
		use_next_secret(k);
}

static void ready(struct keys *k, int of_server)
{
	if (k->wanted)
		use_secret(k, APPLICATION, secrets[2 + of_server]);
	k->wanted = 0;
}

/* ---- Records */

static void nonce_of(const struct keys *k, unsigned char nonce[12])
{
	memcpy(nonce, k->iv, 12);
	for (int i = 0; i < 8; i++) {
		unsigned char byte = (unsigned char)(k->number >> (56 - 8 * i));
		nonce[4 + i] = tls13 ? nonce[4 + i] ^ byte : byte;
	}
}

static size_t additional(const struct keys *k, int type, size_t n, unsigned char a[13])
{
	if (tls13) {
		unsigned char head[5] = { DATA, 3, 3, (unsigned char)((n + 16) >> 8), (unsigned char)(n + 16) };
		memcpy(a, head, 5);
		return 5;
	}
	for (int i = 0; i < 8; i++)
		a[i] = (unsigned char)(k->number >> (56 - 8 * i));
	a[8] = (unsigned char)type, a[9] = 3, a[10] = 3, a[11] = (unsigned char)(n >> 8), a[12] = (unsigned char)n;
	return 13;
}

static void write_clear(struct way *w, int type, const unsigned char *p, size_t n)
{
	unsigned char head[5] = { (unsigned char)type, 3, 3, (unsigned char)(n >> 8), (unsigned char)n };
	put(w->to, head, 5);
	put(w->to, p, n);
	moved++;
}

/* A record as it goes behind what was sealed so far; in TLS 1.3 with this much padding. */
static void write_sealed(struct way *w, int type, const unsigned char *p, size_t n, size_t padding)
{
	static unsigned char inner[LONGEST], out[LONGEST + 64];
	unsigned char nonce[12], a[13];
	size_t prefix = tls13 ? 0 : 8, size = sizeof out - prefix, a_size;
	if (w->seal.epoch == CLEAR) {
		write_clear(w, type, p, n);
		return;
	}
	ready(&w->seal, w == &ways[1]);
	memcpy(inner, p, n);
	if (tls13) {
		inner[n++] = (unsigned char)type;
		memset(inner + n, 0, padding);
		n += padding;
	}
	nonce_of(&w->seal, nonce);
	a_size = additional(&w->seal, type, n, a);
	memcpy(out, nonce + 4, prefix);
	if (gnutls_aead_cipher_encrypt(w->seal.aead, nonce, 12, a, a_size, 16, inner, n, out + prefix, &size) < 0)
		abort();
	w->seal.number++;
	write_clear(w, tls13 ? DATA : type, out, prefix + size);
}

/* Opens in place. What tells that it was in the clear is 1. */
static int open_record(struct way *w, int *type, unsigned char *p, size_t *n)
{
	static unsigned char out[LONGEST];
	unsigned char nonce[12], a[13];
	size_t prefix = tls13 ? 0 : 8, size = sizeof out, a_size;
	if (w->open.epoch == CLEAR || (tls13 && *type != DATA))
		return 1;
	if (*n < prefix + 16)
		return -1;
	ready(&w->open, w == &ways[1]);
	nonce_of(&w->open, nonce);
	a_size = additional(&w->open, *type, *n - prefix - 16, a);
	if (!tls13)
		memcpy(nonce + 4, p, 8);
	if (gnutls_aead_cipher_decrypt(w->open.aead, nonce, 12, a, a_size, 16, p + prefix, *n - prefix, out, &size) < 0) {
		if (w->open.epoch != EARLY)
			return -1;
		/* A client whose early data is refused does not say that it ends. */
		use_secret(&w->open, SHAKING, secrets[0]);
		use_secret(&w->seal, SHAKING, secrets[0]);
		return open_record(w, type, p, n);
	}
	w->open.number++;
	if (tls13) {
		while (size && !out[size - 1])
			size--;
		if (!size)
			return -1;
		*type = out[--size];
	}
	memcpy(p, out, size);
	*n = size;
	return 0;
}

/* What is sealed as data now may be delivered. */
static int delivers(const struct way *w)
{
	return w->seal.epoch == EARLY || w->seal.epoch == APPLICATION;
}

/* ---- Units */

/* What the script makes of a unit; it calls forward() to let it pass. */
static void at_unit(struct way *w, int type, const unsigned char *p, size_t n, int clear);
static void after_batch(struct way *w);

static void forward(struct way *w, int type, const unsigned char *p, size_t n, int clear)
{
	if (clear && tls13)
		write_clear(w, type, p, n);
	else
		write_sealed(w, type, p, n, 0);
	if (type == DATA && delivers(w))
		put(&w->data, p, n);
	turn(&w->seal, w == &ways[1], type, p, n);
}

static void messages(struct way *w, int clear)
{
	struct bytes *m = &w->message;
	while (m->used >= 4) {
		size_t n = 4 + ((size_t)m->data[1] << 16 | m->data[2] << 8 | m->data[3]);
		unsigned char one[LONGEST];
		int hello = m->data[0] == CLIENT_HELLO || m->data[0] == SERVER_HELLO;
		if (m->used < n)
			return;
		if (n > sizeof one)
			abort();
		memcpy(one, m->data, n);
		take_off(m, n);
		if (hello && n > 38)
			memcpy(randoms[w == &ways[1]], one + 6, 32);
		turn(&w->open, w == &ways[1], HANDSHAKE, one, n);
		at_unit(w, HANDSHAKE, one, n, clear);
		/* With the ServerHello the other direction has keys as well. */
		if (tls13 && one[0] == SERVER_HELLO && ways[0].open.epoch == CLEAR && !is_retry(one, n)) {
			turn(&ways[0].open, 0, HANDSHAKE, one, n);
			turn(&ways[0].seal, 0, HANDSHAKE, one, n);
		}
	}
}

/* Carries on what a side sent. */
static void carry(struct way *w)
{
	unsigned char p[LONGEST + 64];
	while (w->wire.used >= 5) {
		int type = w->wire.data[0], clear;
		size_t n = (size_t)w->wire.data[3] << 8 | w->wire.data[4];
		if (w->wire.used < 5 + n || n > sizeof p)
			break;
		memcpy(p, w->wire.data + 5, n);
		take_off(&w->wire, 5 + n);
		clear = open_record(w, &type, p, &n);
		if (clear < 0) {
			finding("the middle cannot open a record");
			continue;
		}
		if (type == HANDSHAKE) {
			put(&w->message, p, n);
			messages(w, clear);
			continue;
		}
		if (type == ALERT && n == 2)
			w->alert = p[1];
		turn(&w->open, w == &ways[1], type, p, n);
		at_unit(w, type, p, n, clear);
	}
	after_batch(w);
}
#endif
