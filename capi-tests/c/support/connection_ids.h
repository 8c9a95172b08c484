/* A peer of DTLS 1.3 or 1.2 that has a connection ID. It is a session as well, whose ClientHello or ServerHello asks for one: its
 * records are read and made here, with the secrets of the key log, and the ID is taken away before it sees ours. */
#ifndef CONNECTION_IDS_H
#define CONNECTION_IDS_H
#include "dtls13.h"

#define GCM_ALONE DTLS13 ":-CIPHER-ALL:+AES-128-GCM:-GROUP-ALL"
#define GCM GCM_ALONE ":+GROUP-X25519"
#define P256 GCM_ALONE ":+GROUP-SECP256R1"
#define BOTH GCM ":+VERS-DTLS1.2"
#define DTLS12 "NORMAL:-VERS-ALL:+VERS-DTLS1.2:-CIPHER-ALL:+AES-128-GCM:-GROUP-ALL:+GROUP-X25519"
#define X25519_FIRST GCM_ALONE ":+GROUP-X25519:+GROUP-SECP256R1"

#ifdef OURS

#define CONNECTION_ID 54
#define REQUEST_CONNECTION_ID 9
#define NEW_CONNECTION_ID 10
#define HANDSHAKE 22
#define TLS12_CID 25
#define ACK 26
#define EPOCHS 5

struct keys { int known; unsigned char secret[32], key[16], iv[12], sn[16]; };

/* What one direction has sent. */
struct watched {
	struct keys keys[EPOCHS];
	/* The ID that its records have to have, and how many have the one before. */
	gnutls_datum_t id, old;
	unsigned with_old;
	/* Records of each epoch, and the highest number; the number after the last handshake message; records of each type. */
	unsigned records[EPOCHS], highest[EPOCHS], next_message, types[256];
	/* Which datagram is lost, from 1 on. */
	unsigned lose;
	int block;
};

static struct dtls d;
static struct watched ours, peers;
static struct side *us, *peer;
/* What the hello of the peer has in the extension; no extension without data. */
static gnutls_datum_t extension;
/* How many hellos of ours have the extension, with an empty ID. */
static unsigned hellos;

/* DTLS 1.2: how a client of ours protects each epoch, and the ID that the records of it have. */
static struct { unsigned char key[16], salt[4]; gnutls_datum_t id; } epochs[4];
static unsigned last_epoch;

static void expand(const unsigned char *secret, const char *label, unsigned char *out, size_t size)
{
	unsigned char info[64] = { 0, size };
	gnutls_datum_t key = { (void *)secret, 32 }, whole = { info, 0 };

	info[2] = 6 + strlen(label);
	memcpy(info + 3, "dtls13", 6);
	memcpy(info + 9, label, strlen(label));
	whole.size = 3 + info[2] + 1;
	CHECK_IS(gnutls_hkdf_expand(GNUTLS_MAC_SHA256, &key, &whole, out, size), 0);
}

static void set_keys(struct keys *k, const unsigned char *secret)
{
	k->known = 1;
	memcpy(k->secret, secret, 32);
	expand(secret, "key", k->key, sizeof k->key);
	expand(secret, "iv", k->iv, sizeof k->iv);
	expand(secret, "sn", k->sn, sizeof k->sn);
}

/* The keys of an epoch; those after a KeyUpdate follow from those before. */
static struct keys *keys_of(struct watched *w, unsigned epoch)
{
	unsigned char secret[32];

	if (!w->keys[epoch].known && epoch > 3) {
		expand(keys_of(w, epoch - 1)->secret, "traffic upd", secret, sizeof secret);
		set_keys(&w->keys[epoch], secret);
	}
	CHECK(w->keys[epoch].known);
	return &w->keys[epoch];
}

/* The keys of a client's next epoch of DTLS 1.2, from the master secret (RFC 5246 section 6.3). */
static void set_keys12(const gnutls_datum_t *master)
{
	unsigned char a[32], seed[32 + 77], block[64];
	gnutls_datum_t client, server;
	int i;

	gnutls_session_get_random(us->s, &client, &server);
	memcpy(seed + 32, "key expansion", 13);
	memcpy(seed + 45, server.data, 32);
	memcpy(seed + 77, client.data, 32);
	CHECK_IS(gnutls_hmac_fast(GNUTLS_MAC_SHA256, master->data, master->size, seed + 32, 77, a), 0);
	for (i = 0; i < 2; i++) {
		memcpy(seed, a, 32);
		gnutls_hmac_fast(GNUTLS_MAC_SHA256, master->data, master->size, seed, sizeof seed, block + 32 * i);
		gnutls_hmac_fast(GNUTLS_MAC_SHA256, master->data, master->size, seed, 32, a);
	}
	last_epoch++;
	memcpy(epochs[last_epoch].key, block, 16);
	memcpy(epochs[last_epoch].salt, block + 32, 4);
	epochs[last_epoch].id = ours.id;
}

static int note_key(gnutls_session_t s, const char *label, const gnutls_datum_t *secret)
{
	static const struct { const char *label; int client; unsigned epoch; } rows[] = {
		{ "CLIENT_EARLY_TRAFFIC_SECRET", 1, 1 },
		{ "CLIENT_HANDSHAKE_TRAFFIC_SECRET", 1, 2 },
		{ "SERVER_HANDSHAKE_TRAFFIC_SECRET", 0, 2 },
		{ "CLIENT_TRAFFIC_SECRET_0", 1, 3 },
		{ "SERVER_TRAFFIC_SECRET_0", 0, 3 },
	};
	unsigned i;

	if (!strcmp(label, "CLIENT_RANDOM") && s == us->s)
		set_keys12(secret);
	for (i = 0; i < sizeof rows / sizeof *rows; i++)
		if (!strcmp(rows[i].label, label))
			set_keys(&((us == &d.client) == rows[i].client ? &ours : &peers)->keys[rows[i].epoch], secret->data);
	return 0;
}

static void mask(const struct keys *k, unsigned char *number, const unsigned char *sample)
{
	unsigned char iv[16] = { 0 }, block[16];
	gnutls_datum_t key = { (void *)k->sn, 16 }, zero = { iv, 16 };
	gnutls_cipher_hd_t h;

	CHECK_IS(gnutls_cipher_init(&h, GNUTLS_CIPHER_AES_128_CBC, &key, &zero), 0);
	CHECK_IS(gnutls_cipher_encrypt2(h, sample, 16, block, 16), 0);
	gnutls_cipher_deinit(h);
	number[0] ^= block[0];
	number[1] ^= block[1];
}

static void nonce_of(const struct keys *k, unsigned number, unsigned char *nonce)
{
	memcpy(nonce, k->iv, 12);
	nonce[11] ^= number;
	nonce[10] ^= number >> 8;
}

/* A record with an ID before its number. Returns its size. */
static size_t seal(struct watched *w, unsigned epoch, unsigned number, const void *id, size_t id_size, const void *plain,
		   size_t size, unsigned char *out)
{
	struct keys *k = keys_of(w, epoch);
	gnutls_datum_t key = { k->key, 16 };
	unsigned char nonce[12], *p = out + 1;
	size_t sealed = size + 16;
	gnutls_aead_cipher_hd_t h;

	out[0] = 0x2c | (epoch & 3) | (id_size ? 0x10 : 0);
	if (id_size)
		memcpy(p, id, id_size);
	p += id_size;
	p[0] = number >> 8;
	p[1] = number;
	p[2] = sealed >> 8;
	p[3] = sealed;
	nonce_of(k, number, nonce);
	CHECK_IS(gnutls_aead_cipher_init(&h, GNUTLS_CIPHER_AES_128_GCM, &key), 0);
	CHECK_IS(gnutls_aead_cipher_encrypt(h, nonce, 12, out, p + 4 - out, 16, plain, size, p + 4, &sealed), 0);
	gnutls_aead_cipher_deinit(h);
	mask(k, p, p + 4);
	return p + 4 + sealed - out;
}

/* A hello has the extension, with an empty ID. */
static int has_empty(const unsigned char *bytes, size_t size)
{
	static const unsigned char empty[] = { 0, CONNECTION_ID, 0, 1, 0 };

	return bytes[0] == HANDSHAKE && (bytes[13] == 1 || bytes[13] == 2) && memmem(bytes, size, empty, sizeof empty);
}

/* The same of a record of DTLS 1.2: its payload is opened by the formula of RFC 9146 section 5.3, and sealed as without an ID. */
static size_t watch12(const unsigned char *in, size_t size, unsigned char *out)
{
	static unsigned char plain[20000];
	unsigned epoch = in[3] << 8 | in[4], id = epochs[epoch].id.size, len = in[11 + id] << 8 | in[12 + id];
	unsigned char nonce[12], aad[300], *p = aad;
	gnutls_datum_t key = { epochs[epoch].key, 16 };
	size_t n = sizeof plain, sealed = len;
	gnutls_aead_cipher_hd_t h;

	CHECK(in[0] == TLS12_CID && epoch > 0 && id > 0 && 13 + id + len == size);
	CHECK(!memcmp(in + 11, epochs[epoch].id.data, id));
	memset(p, 0xff, 8);
	p += 8;
	*p++ = TLS12_CID;
	*p++ = id;
	memcpy(p, in, 11 + id);
	p += 11 + id;
	*p++ = (len - 24) >> 8;
	*p++ = len - 24;
	memcpy(nonce, epochs[epoch].salt, 4);
	memcpy(nonce + 4, in + 13 + id, 8);
	CHECK_IS(gnutls_aead_cipher_init(&h, GNUTLS_CIPHER_AES_128_GCM, &key), 0);
	CHECK_IS(gnutls_aead_cipher_decrypt(h, nonce, 12, aad, p - aad, 16, in + 21 + id, len - 8, plain, &n), 0);
	ours.types[plain[--n]]++;
	/* Sequence number, type, version and length. */
	memcpy(aad, in + 3, 8);
	aad[8] = out[0] = plain[n];
	memcpy(aad + 9, in + 1, 2);
	aad[11] = n >> 8;
	aad[12] = n;
	memcpy(out + 1, in + 1, 10);
	out[11] = (n + 24) >> 8;
	out[12] = n + 24;
	memcpy(out + 13, nonce + 4, 8);
	CHECK_IS(gnutls_aead_cipher_encrypt(h, nonce, 12, aad, 13, 16, plain, n, out + 21, &sealed), 0);
	gnutls_aead_cipher_deinit(h);
	ours.records[epoch]++;
	return 21 + sealed;
}

/* Reads the records of a datagram, checks their IDs, and writes them without. Returns the size of what it has written. */
static size_t watch(struct watched *w, const unsigned char *in, size_t size, unsigned char *out)
{
	const unsigned char *end = in + size;
	unsigned char *start = out;

	while (in < end) {
		static unsigned char header[300], plain[20000];
		unsigned epoch, number, id = 0;
		size_t head = 13, len, n = sizeof plain;
		unsigned char nonce[12];
		gnutls_aead_cipher_hd_t h;
		struct keys *k;
		gnutls_datum_t key, want;

		if ((*in & 0xe0) != 0x20) {
			if (in[0] == TLS12_CID)
				return watch12(in, size, out);
			len = in[11] << 8 | in[12];
			CHECK(in[4] == 0 || w == &peers || epochs[in[4]].id.size == 0);
			w->records[0]++;
			if (in[0] == HANDSHAKE) {
				w->next_message = (in[17] << 8 | in[18]) + 1;
				if (w == &ours)
					hellos += has_empty(in, 13 + len);
			}
			memcpy(out, in, 13 + len);
			out += 13 + len;
			in += 13 + len;
			continue;
		}
		CHECK_IS(*in & 0x0c, 0x0c);
		epoch = *in & 3;
		if (epoch == 0)
			epoch = 4;
		want = w->with_old ? w->old : w->id;
		w->with_old -= w->with_old > 0;
		if (*in & 0x10) {
			id = want.size;
			CHECK(id > 0 && epoch != 1 && !memcmp(in + 1, want.data, id));
		} else {
			CHECK(epoch == 1 || want.size == 0);
		}
		head = 5 + id;
		len = in[head - 2] << 8 | in[head - 1];
		CHECK(in + head + len <= end);
		k = keys_of(w, epoch);
		memcpy(header, in, head);
		mask(k, header + head - 4, in + head);
		number = header[head - 4] << 8 | header[head - 3];
		nonce_of(k, number, nonce);
		key = (gnutls_datum_t){ k->key, 16 };
		CHECK_IS(gnutls_aead_cipher_init(&h, GNUTLS_CIPHER_AES_128_GCM, &key), 0);
		CHECK_IS(gnutls_aead_cipher_decrypt(h, nonce, 12, header, head, 16, in + head, len, plain, &n), 0);
		gnutls_aead_cipher_deinit(h);
		w->records[epoch]++;
		if (number > w->highest[epoch])
			w->highest[epoch] = number;
		w->types[plain[n - 1]]++;
		if (plain[n - 1] == HANDSHAKE && (plain[4] << 8 | plain[5]) >= (int)w->next_message)
			w->next_message = (plain[4] << 8 | plain[5]) + 1;
		out += seal(w, epoch, number, NULL, 0, plain, n, out);
		in += head + len;
	}
	return out - start;
}

static int take(struct side *e, const unsigned char *bytes, size_t size)
{
	struct watched *w = e == us ? &ours : &peers;
	static unsigned char out[20000];
	size_t n;

	if (w->block)
		return -1;
	n = watch(w, bytes, size, out);
	if (w->lose && --w->lose == 0)
		return 0;
	deliver(e->peer, out, n);
	return 0;
}

/* Only looks at the hellos. */
static int count_hellos(struct side *e, const unsigned char *bytes, size_t size)
{
	hellos += has_empty(bytes, size);
	return 1;
}

static int ask(gnutls_session_t s, gnutls_buffer_t b)
{
	return gnutls_buffer_append_data(b, extension.data, extension.size);
}

/* The pointer of the transport stands for the path alone. */
static ssize_t push_us(gnutls_transport_ptr_t t, const void *bytes, size_t size)
{
	return side_push(us, bytes, size);
}

static void begin(int server, unsigned flags, const char *mine, const char *theirs)
{
	const unsigned places =
		GNUTLS_EXT_FLAG_CLIENT_HELLO | GNUTLS_EXT_FLAG_TLS12_SERVER_HELLO | GNUTLS_EXT_FLAG_TLS13_SERVER_HELLO | GNUTLS_EXT_FLAG_IGNORE_CLIENT_REQUEST;

	us = server ? &d.server : &d.client;
	peer = server ? &d.client : &d.server;
	memset(&ours, 0, sizeof ours);
	memset(&peers, 0, sizeof peers);
	memset(epochs, 0, sizeof epochs);
	hellos = last_epoch = 0;
	init_sides(&d, flags, flags, server ? theirs : mine, server ? mine : theirs);
	gnutls_session_set_keylog_function(us->s, note_key);
	gnutls_session_set_keylog_function(peer->s, note_key);
	gnutls_transport_set_push_function(us->s, push_us);
	us->arrives = peer->arrives = take;
	if (extension.size) {
		ours.id = (gnutls_datum_t){ extension.data + 1, extension.size - 1 };
		CHECK_IS(gnutls_session_ext_register(peer->s, "connection_id", CONNECTION_ID, GNUTLS_EXT_TLS, NULL, ask, NULL,
						     NULL, NULL, places),
			 0);
	}
}

/* The peer asks for an ID of this size. */
static void want(unsigned size)
{
	static unsigned char body[256];
	unsigned i;

	for (i = 1; i < sizeof body; i++)
		body[i] = i;
	body[0] = size;
	extension = (gnutls_datum_t){ body, size + 1 };
}

static void send_data(struct side *e)
{
	char buf[16];

	CHECK_IS(gnutls_record_send(e->s, "data", 4), 4);
	CHECK_IS(receive(e->peer, buf, sizeof buf), 4);
	CHECK(!memcmp(buf, "data", 4));
}

/* Both complete, and data arrives. */
static void complete(void)
{
	both_complete(&d);
	ours.lose = 0;
	send_data(us);
	send_data(peer);
	settle(&d);
}
#endif
#endif
