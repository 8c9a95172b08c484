/* An adversary on the way of datagrams, who has the keys, between a client and a server of DTLS in one process.
 *
 *   datagrams [SCENARIO [POINT [OPERATION]]]    runs the scripts (of one scenario, point, operation) and prints an answer each
 *
 * A script is a scenario, a point (a datagram of a side by what its first record is) and an operation: a datagram that is laid
 * before it, protected or not, or what becomes of it. Lost datagrams are sent again by a clock of the test's. The answer is a line:
 * scenario, point, operation, what became of the client and of the server, whether their data arrived. What must hold:
 *   - nothing is delivered that was not sent as data under the keys of a complete handshake;
 *   - what anybody can send does not end a session (RFC 6347 section 4.1.2.7, RFC 9147 section 4.5.2), and what is lost is sent
 *     again; what the peer ends with an alert ends;
 *   - no GNUTLS_E_INTERNAL_ERROR, no crash, no loop; a session that failed delivers nothing more.
 * Each script runs in a process of its own, forked where it leaves the scenario. */
#include <sys/wait.h>
#include "../c/support/datagrams.h"
#include "../c/support/credentials.h"
#include "keys.h"

#define GCM ":+ECDHE-ECDSA:+AES-128-GCM:+AEAD:+COMP-NULL:+SIGN-ALL"
#define P10 "NONE:+VERS-DTLS1.0:+ECDHE-ECDSA:+AES-128-CBC:+SHA1:+COMP-NULL:+SIGN-ALL:+GROUP-SECP256R1:%VERIFY_ALLOW_SIGN_WITH_SHA1"
#define P12 "NONE:+VERS-DTLS1.2" GCM ":+GROUP-X25519"
#define P13 "NONE:+VERS-DTLS1.3" GCM

enum { CHANGE_CIPHER_SPEC = 20, ALERT, HANDSHAKE, DATA, HEARTBEAT, ACK = 26 };

/* Steps: Handshake, Data both ways, Renegotiation by the client, Authentication after the handshake, Key update by the client, key
 * update by the server (k). Points before the step `from` are not visited. */
static const struct scenario { const char *name, *client, *server, *steps; int tls13, from, certificate; unsigned mtu; } scenarios[] = {
	{ "dtls10", P10, P10, "HD", 0, 0, 0, 1400 },
	{ "dtls12", P12, P12, "HD", 0, 0, 0, 1400 },
	{ "dtls12-certificate", P12, P12, "HD", 0, 0, 1, 400 },
	{ "dtls12-renegotiation", P12, P12, "HDRD", 0, 2, 0, 1400 },
	{ "dtls13", P13 ":+GROUP-X25519", P13 ":+GROUP-X25519", "HD", 1, 0, 0, 1400 },
	{ "dtls13-certificate", P13 ":+GROUP-X25519", P13 ":+GROUP-X25519", "HD", 1, 0, 1, 400 },
	{ "dtls13-retry", P13 ":+GROUP-X25519:+GROUP-SECP256R1:+GROUP-SECP384R1", P13 ":+GROUP-SECP384R1", "HD", 1, 0, 0, 1400 },
	{ "dtls13-reauth", P13 ":+GROUP-X25519", P13 ":+GROUP-X25519", "HDAD", 1, 2, 0, 1400 },
	{ "dtls13-update", P13 ":+GROUP-X25519", P13 ":+GROUP-X25519", "HDKDkD", 1, 1, 0, 1400 },
};

static const struct scenario *scenario;
static struct side client, server;

/* What became of a side. */
static struct outcome { char events[256]; int done, dead, mode, code, got, asked; long long next; } outcomes[2];
static int step_number, visiting, applied, findings;
static const char *only_point, *only_op;
static char point[64];

static struct outcome *of(const struct side *e)
{
	return &outcomes[e == &server];
}

static const char *name_of(const struct side *e)
{
	return e == &server ? "server" : "client";
}

/* ---- Operations */

enum kind { RAW, CLEAR, SEALED, COPY, REAL };
enum must { FREE, MUST_WORK, MUST_FAIL };
enum how {
	CUT_1, CUT_HEADER, CUT_END, LONGER, SHORTER, LENGTH_0, LENGTH_MOST, EPOCH_1, EPOCH_2, EPOCH_MOST, NUMBER_MOST, VERSION_TLS, VERSION_0,
	TYPE_0, TYPE_99, DAMAGED, BIT_CID, BIT_LENGTH, BIT_NUMBER, BITS_EPOCH, BITS_FIXED,
	F_TOTAL_MORE, F_TOTAL_MOST, F_TOTAL_LESS, F_EMPTY, F_OFFSET, F_LENGTH, F_AHEAD_1, F_AHEAD_15, F_AHEAD_16, F_AHEAD_MOST, F_KIND, F_OTHER_BYTES,
	DROP, TWICE, MANY, DELAY, HALF, ONE_BYTE, MERGE, SPLIT, SPLIT_REVERSED, SPLIT_OVERLAP, BYTE_BY_BYTE,
};

#define BYTES(...) sizeof((unsigned char[]){ __VA_ARGS__ }), { __VA_ARGS__ }

static const struct op { const char *name; enum kind kind; int type, times; size_t n; unsigned char p[48]; } ops[] = {
	{ "bytes alone", RAW, 0, 128, 1, { 0 } },
	{ "unified headers alone", RAW, 0, 32, 5, { 0 } },
	{ "unified headers and rubbish", RAW, 0, 32, 40, { 0 } },
	{ "a request of HTTP", RAW, 0, 1, BYTES('G', 'E', 'T', ' ', '/', ' ', 'H', 'T', 'T', 'P', '/', '1', '.', '0') },
	{ "clear data", CLEAR, DATA, 1, BYTES('f', 'o', 'r', 'g', 'e', 'd') },
	{ "clear ACK", CLEAR, ACK, 1, BYTES(0, 0) },
	{ "clear ACK of rubbish", CLEAR, ACK, 1, BYTES(0, 3, 1, 2, 3) },
	{ "clear heartbeat", CLEAR, HEARTBEAT, 1, BYTES(1, 0, 1, 'x') },
	{ "clear type 99", CLEAR, 99, 1, BYTES(1) },
	{ "clear alert fatal", CLEAR, ALERT, 1, BYTES(2, 40) },
	{ "clear alert close_notify", CLEAR, ALERT, 1, BYTES(1, 0) },
	{ "clear alert warning", CLEAR, ALERT, 40, BYTES(1, 90) },
	{ "clear alert 1 byte", CLEAR, ALERT, 1, BYTES(2) },
	{ "clear alert 3 bytes", CLEAR, ALERT, 1, BYTES(2, 40, 0) },
	{ "clear ccs", CLEAR, CHANGE_CIPHER_SPEC, 1, BYTES(1) },
	{ "clear ccs value", CLEAR, CHANGE_CIPHER_SPEC, 1, BYTES(2) },
	{ "clear handshake empty", CLEAR, HANDSHAKE, 1, 0, { 0 } },
	{ "clear half a fragment", CLEAR, HANDSHAKE, 1, BYTES(11, 0, 0, 9, 0, 1, 0) },
	{ "sealed alert fatal", SEALED, ALERT, 1, BYTES(2, 40) },
	{ "sealed alert warning", SEALED, ALERT, 1, BYTES(1, 90) },
	{ "sealed alert empty", SEALED, ALERT, 1, 0, { 0 } },
	{ "sealed alert 3 bytes", SEALED, ALERT, 1, BYTES(2, 40, 0) },
	{ "sealed ccs", SEALED, CHANGE_CIPHER_SPEC, 1, BYTES(1) },
	{ "sealed data", SEALED, DATA, 1, BYTES('s', 'e', 'a', 'l', 'e', 'd') },
	{ "sealed data empty", SEALED, DATA, 20, 0, { 0 } },
	{ "sealed heartbeat", SEALED, HEARTBEAT, 1, BYTES(1, 0xff, 0xff, 'x') },
	{ "sealed type 99", SEALED, 99, 1, BYTES(1) },
	{ "sealed zeros", SEALED, 0, 1, BYTES(0, 0, 0) },
	{ "sealed ACK of nothing", SEALED, ACK, 20, BYTES(0, 0) },
	{ "sealed ACK empty", SEALED, ACK, 1, 0, { 0 } },
	{ "sealed ACK cut", SEALED, ACK, 1, BYTES(0, 16, 0, 0, 0, 0, 0, 0, 0, 3) },
	{ "sealed ACK of 15 bytes", SEALED, ACK, 1, BYTES(0, 15, 0, 0, 0, 0, 0, 0, 0, 3, 0, 0, 0, 0, 0, 0, 0) },
	{ "sealed ACK with more behind", SEALED, ACK, 1, BYTES(0, 0, 1) },
	{ "sealed ACK of an unknown record", SEALED, ACK, 1, BYTES(0, 16, 0, 0, 0, 0, 0, 0, 0, 3, 0, 0, 0, 0, 0, 99, 0, 0) },
	{ "sealed ACK of an epoch beyond", SEALED, ACK, 1, BYTES(0, 16, 0, 0, 0, 1, 0, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0) },
	{ "sealed ACK of a number beyond", SEALED, ACK, 1, BYTES(0, 16, 0, 0, 0, 0, 0, 0, 0, 2, 255, 255, 255, 255, 255, 255, 255, 255) },
	{ "sealed half a fragment", SEALED, HANDSHAKE, 1, BYTES(11, 0, 0, 9, 0, 1, 0) },
	{ "sealed handshake empty", SEALED, HANDSHAKE, 1, 0, { 0 } },
	{ "sealed HelloRequest", SEALED, HANDSHAKE, 1, BYTES(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0) },
	{ "sealed ClientHello", SEALED, HANDSHAKE, 1, BYTES(1, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 2, 0xfe, 0xfd) },
	{ "sealed Finished 0", SEALED, HANDSHAKE, 1, BYTES(20, 0, 0, 4, 0, 0, 0, 0, 0, 0, 0, 4, 1, 2, 3, 4) },
	{ "sealed Finished 3", SEALED, HANDSHAKE, 1, BYTES(20, 0, 0, 4, 0, 3, 0, 0, 0, 0, 0, 4, 1, 2, 3, 4) },
	{ "sealed KeyUpdate 2", SEALED, HANDSHAKE, 1, BYTES(24, 0, 0, 1, 0, 2, 0, 0, 0, 0, 0, 1, 0) },
	{ "sealed KeyUpdate 3", SEALED, HANDSHAKE, 1, BYTES(24, 0, 0, 1, 0, 3, 0, 0, 0, 0, 0, 1, 1) },
	{ "sealed KeyUpdate of value 2", SEALED, HANDSHAKE, 1, BYTES(24, 0, 0, 1, 0, 2, 0, 0, 0, 0, 0, 1, 2) },
	{ "sealed NewSessionTicket", SEALED, HANDSHAKE, 1, BYTES(4, 0, 0, 0, 0, 6, 0, 0, 0, 0, 0, 0) },
	{ "sealed message of 2^24-1 bytes", SEALED, HANDSHAKE, 1, BYTES(11, 255, 255, 255, 0, 2, 0, 0, 0, 0, 0, 1, 0) },
	{ "sealed message far ahead", SEALED, HANDSHAKE, 1, BYTES(11, 0, 0, 1, 255, 255, 0, 0, 0, 0, 0, 1, 0) },
#define EDIT(name, kind, how) { name, kind, how, 1, 0, { 0 } }
	EDIT("copy cut at 1", COPY, CUT_1), EDIT("copy cut in the header", COPY, CUT_HEADER), EDIT("copy cut at the end", COPY, CUT_END),
	EDIT("copy longer than its datagram", COPY, LONGER), EDIT("copy with a byte less", COPY, SHORTER),
	EDIT("copy with length 0", COPY, LENGTH_0), EDIT("copy with length 65535", COPY, LENGTH_MOST),
	EDIT("copy of the next epoch", COPY, EPOCH_1), EDIT("copy of the epoch after", COPY, EPOCH_2),
	EDIT("copy of epoch 65535", COPY, EPOCH_MOST), EDIT("copy with the last number", COPY, NUMBER_MOST),
	EDIT("copy of a version of TLS", COPY, VERSION_TLS), EDIT("copy of version 0", COPY, VERSION_0), EDIT("copy of type 0", COPY, TYPE_0),
	EDIT("copy of type 99", COPY, TYPE_99), EDIT("copy damaged", COPY, DAMAGED), EDIT("copy with a connection ID", COPY, BIT_CID),
	EDIT("copy with the other length bit", COPY, BIT_LENGTH), EDIT("copy with the other number bit", COPY, BIT_NUMBER),
	EDIT("copy with other epoch bits", COPY, BITS_EPOCH), EDIT("copy with other fixed bits", COPY, BITS_FIXED),
	EDIT("fragment of a longer message", COPY, F_TOTAL_MORE), EDIT("fragment of 2^24-1 bytes", COPY, F_TOTAL_MOST),
	EDIT("fragment longer than its message", COPY, F_TOTAL_LESS), EDIT("fragment of no bytes", COPY, F_EMPTY),
	EDIT("fragment that begins too late", COPY, F_OFFSET), EDIT("fragment longer than its record", COPY, F_LENGTH),
	EDIT("fragment of the next message", COPY, F_AHEAD_1), EDIT("fragment 15 messages ahead", COPY, F_AHEAD_15),
	EDIT("fragment 16 messages ahead", COPY, F_AHEAD_16), EDIT("fragment of message 65535", COPY, F_AHEAD_MOST),
	EDIT("fragment of another kind", COPY, F_KIND), EDIT("fragment with other bytes", COPY, F_OTHER_BYTES),
	EDIT("dropped", REAL, DROP), EDIT("twice", REAL, TWICE), EDIT("40 times", REAL, MANY), EDIT("behind the next", REAL, DELAY),
	EDIT("cut at half", REAL, HALF), EDIT("cut at 1", REAL, ONE_BYTE), EDIT("in one datagram with the next", REAL, MERGE),
	EDIT("in two fragments", REAL, SPLIT), EDIT("in two fragments, the last one first", REAL, SPLIT_REVERSED),
	EDIT("in two fragments that overlap", REAL, SPLIT_OVERLAP), EDIT("in fragments of a byte", REAL, BYTE_BY_BYTE),
};
enum { OPS = sizeof ops / sizeof *ops };

static const struct op *chosen;
static enum must demand;
static struct side *reader;

static void finding(const char *what)
{
	fprintf(stderr, "%s | %s | %s: %s\n", scenario->name, point, applied ? chosen->name : "", what);
	findings++;
}

/* ---- Keys, which the key log tells, and where each side is */

static unsigned char master[48], randoms[2][32], secrets[4][32];
static int have_master, have[4];

static int log_secret(gnutls_session_t s, const char *label, const gnutls_datum_t *secret)
{
	static const char *const labels[4] = { "CLIENT_HANDSHAKE_TRAFFIC_SECRET", "SERVER_HANDSHAKE_TRAFFIC_SECRET",
					       "CLIENT_TRAFFIC_SECRET_0", "SERVER_TRAFFIC_SECRET_0" };
	gnutls_datum_t of_client, of_server;
	for (int i = 0; i < 4; i++)
		if (!strcmp(label, labels[i]) && secret->size == 32)
			memcpy(secrets[i], secret->data, 32), have[i] = 1;
	/* Of the first handshake, whose epoch is 1. */
	if (!strcmp(label, "CLIENT_RANDOM") && secret->size == 48 && !have_master) {
		memcpy(master, secret->data, 48), have_master = 1;
		gnutls_session_get_random(s, &of_client, &of_server);
		memcpy(randoms[0], of_client.data, 32);
		memcpy(randoms[1], of_server.data, 32);
	}
	return 0;
}

static int is_unified(const unsigned char *p)
{
	return (p[0] & 0xe0) == 0x20;
}

/* The first record of a datagram. */
struct record { int unified, epoch, header; size_t size; };

static int epochs[2];

static struct record first_record(const struct side *e, const unsigned char *p, size_t n)
{
	struct record r = { is_unified(p), 0, 13, n };
	if (!r.unified) {
		r.epoch = p[3] << 8 | p[4];
		r.size = 13 + (size_t)(p[11] << 8 | p[12]);
	} else {
		int known = epochs[e == &server], ahead = (p[0] - known) & 3;
		r.epoch = ahead == 3 && known ? known - 1 : known + ahead;
		r.header = 1 + (p[0] & 8 ? 2 : 1) + (p[0] & 4 ? 2 : 0);
		if (p[0] & 4)
			r.size = (size_t)r.header + (size_t)(p[r.header - 2] << 8 | p[r.header - 1]);
	}
	if (r.size > n)
		abort();
	return r;
}

/* The keys of a record of DTLS 1.3, if they are known. */
static int keys13_of(struct keys13 *k, const struct side *e, int epoch)
{
	unsigned char secret[32];
	int which = (e == &server) + (epoch > 2 ? 2 : 0);
	if (epoch < 2 || !have[which])
		return 0;
	memcpy(secret, secrets[which], 32);
	for (int i = 3; i < epoch; i++) {
		unsigned char next[32];
		expand_label(secret, "dtls13", "traffic upd", next, 32);
		memcpy(secret, next, 32);
	}
	keys13_init(k, secret);
	return 1;
}

/* Seals a record behind this one: its number is free for a while, and those behind it are still new. Of DTLS 1.0 there are no keys. */
static size_t sealed(const struct side *e, const unsigned char *p, const struct record *r, const struct op *o, int i, unsigned char *out)
{
	uint64_t number = 0;
	if (r->unified) {
		struct keys13 k;
		size_t size;
		if (!keys13_of(&k, e, r->epoch))
			return 0;
		size = keys13_seal(&k, (unsigned)r->epoch, keys13_number(&k, p) + 30 + (unsigned)i, o->type, o->p, o->n, out);
		gnutls_aead_cipher_deinit(k.aead);
		return size;
	}
	if (r->epoch != 1 || !have_master || p[2] != 0xfd)
		return 0;
	{
		struct keys12 k;
		size_t size;
		keys12_init(&k, master, randoms, e == &server);
		for (int j = 5; j < 11; j++)
			number = number << 8 | p[j];
		size = keys12_seal(&k, number + 30 + (unsigned)i, o->type, o->p, o->n, out);
		gnutls_aead_cipher_deinit(k.aead);
		return size;
	}
}

/* ---- What an operation does, and what must come of it */

static int is_fragment(const unsigned char *p, const struct record *r)
{
	return !r->unified && r->epoch == 0 && p[0] == HANDSHAKE && r->size >= 13 + 12;
}

static int applies(const struct side *e, const struct op *o, const unsigned char *p, const struct record *r)
{
	unsigned char out[4096];
	switch (o->kind) {
	case SEALED:
		if (o->type == ACK && !scenario->tls13)
			return 0;
		/* In DTLS 1.2 nothing has such a type. */
		if (o->type == 0 && !scenario->tls13)
			return 0;
		return sealed(e, p, r, o, 0, out) != 0;
	case COPY:
		if (o->type >= F_TOTAL_MORE)
			return is_fragment(p, r);
		if (o->type >= BIT_CID)
			return r->unified;
		if (o->type >= EPOCH_1 && o->type <= TYPE_99)
			return !r->unified;
		return 1;
	case REAL:
		return o->type < SPLIT || (is_fragment(p, r) && r->size > 13 + 12 + 1);
	default:
		return 1;
	}
}

/* RFC 6347 section 4.1.2.7: "invalid records SHOULD be silently discarded"; what anybody can send ends no session once it has keys. */
static enum must must(const struct op *o, const struct record *r)
{
	int keys = r->epoch > 0;
	switch (o->kind) {
	case RAW:
		return MUST_WORK;
	case CLEAR:
		if (keys || (o->type != HANDSHAKE && o->type != ALERT && o->type != CHANGE_CIPHER_SPEC))
			return MUST_WORK;
		return o->n == 2 || o->type == CHANGE_CIPHER_SPEC ? FREE : MUST_WORK;
	case SEALED:
		if (o->type == ALERT && o->n == 2 && o->p[0] == 2)
			return MUST_FAIL;
		return o->type == ACK && o->n >= 2 && o->n - 2 == (size_t)(o->p[0] << 8 | o->p[1]) && !((o->n - 2) % 16) ? MUST_WORK : FREE;
	case COPY:
		if (keys)
			return MUST_WORK;
		switch (o->type) {
		/* Fragments of anybody's that could be the peer's. */
		case DAMAGED: case F_AHEAD_1: case F_AHEAD_15: case F_KIND: case F_OTHER_BYTES: case SHORTER: case VERSION_0: case VERSION_TLS:
			return FREE;
		default:
			return MUST_WORK;
		}
	case REAL:
		return MUST_WORK;
	}
	return FREE;
}

static struct { unsigned char p[8192]; size_t n; struct side *from; int merge; } held;

static void put24(unsigned char *p, size_t n)
{
	p[0] = (unsigned char)(n >> 16), p[1] = (unsigned char)(n >> 8), p[2] = (unsigned char)n;
}

static size_t get24(const unsigned char *p)
{
	return (size_t)p[0] << 16 | (size_t)p[1] << 8 | p[2];
}

static void edit(enum how how, unsigned char *p, size_t *n, const struct record *r)
{
	unsigned char *f = p + 13, *len = p + r->header - 2;
	int number = r->unified ? 0 : f[4] << 8 | f[5];
	switch (how) {
	case CUT_1: *n = 1; break;
	case CUT_HEADER: *n = (size_t)r->header - 1; break;
	case CUT_END: *n = r->size - 1; break;
	case LONGER: len[0]++; *n = r->size; break;
	case SHORTER: len[1] ? len[1]-- : (len[0]--, len[1] = 255); *n = r->size - 1; break;
	case LENGTH_0: len[0] = len[1] = 0; *n = (size_t)r->header; break;
	case LENGTH_MOST: len[0] = len[1] = 255; break;
	case EPOCH_1: p[4]++; break;
	case EPOCH_2: p[4] += 2; break;
	case EPOCH_MOST: p[3] = p[4] = 255; break;
	case NUMBER_MOST: memset(p + 5, 255, 6); break;
	case VERSION_TLS: p[1] = p[2] = 3; break;
	case VERSION_0: p[1] = p[2] = 0; break;
	case TYPE_0: p[0] = 0; break;
	case TYPE_99: p[0] = 99; break;
	case DAMAGED: p[r->size - 1] ^= 1; break;
	case BIT_CID: p[0] ^= 0x10; break;
	case BIT_LENGTH: p[0] ^= 4; break;
	case BIT_NUMBER: p[0] ^= 8; break;
	case BITS_EPOCH: p[0] ^= 1; break;
	case BITS_FIXED: p[0] ^= 0x60; break;
	case F_TOTAL_MORE: put24(f + 1, get24(f + 1) + 1); break;
	case F_TOTAL_MOST: put24(f + 1, 0xffffff); break;
	case F_TOTAL_LESS: put24(f + 1, get24(f + 6) + get24(f + 9) - (get24(f + 9) != 0)); break;
	case F_EMPTY: put24(f + 9, 0); p[11] = 0, p[12] = 12; *n = 25; break;
	case F_OFFSET: put24(f + 6, get24(f + 1) + 1); break;
	case F_LENGTH: put24(f + 9, get24(f + 9) + 1); break;
	case F_AHEAD_1: number++; break;
	case F_AHEAD_15: number += 15; break;
	case F_AHEAD_16: number += 16; break;
	case F_AHEAD_MOST: number = 65535; break;
	case F_KIND: f[0] ^= 3; break;
	case F_OTHER_BYTES: p[r->size - 1] ^= 0x55; break;
	default: abort();
	}
	if (how >= F_AHEAD_1 && how <= F_AHEAD_MOST)
		f[4] = (unsigned char)(number >> 8), f[5] = (unsigned char)number;
}

/* A part of the only fragment of a datagram. */
static void deliver_part(struct side *to, const unsigned char *p, size_t from, size_t n, int number)
{
	unsigned char out[8192];
	memcpy(out, p, 25);
	put24(out + 13 + 6, get24(p + 13 + 6) + from);
	put24(out + 13 + 9, n);
	memcpy(out + 25, p + 25 + from, n);
	out[11] = (unsigned char)((12 + n) >> 8), out[12] = (unsigned char)(12 + n);
	out[9] = (unsigned char)(number >> 8), out[10] = (unsigned char)number;
	deliver(to, out, 25 + n);
}

/* Does it; how often the datagram itself arrives. */
static int apply(struct side *e, const struct op *o, const unsigned char *p, size_t n, const struct record *r)
{
	unsigned char out[8192];
	struct side *to = e->peer;
	size_t size, body = r->size - 25;
	for (int i = 0; i < o->times; i++)
		switch (o->kind) {
		case RAW:
			memcpy(out, o->p, o->n);
			if (o->times > 1) {
				memset(out, i * 7, o->n);
				out[0] = (unsigned char)(o->n == 1 ? 2 * i : 0x20 | i);
			}
			deliver(to, out, o->n);
			break;
		case CLEAR: {
			unsigned char head[13] = { (unsigned char)o->type, 0xfe, 0xfd, 0, 0, 0, 0, 0, 0, 0, (unsigned char)(60 + i), 0,
						   (unsigned char)o->n };
			memcpy(out, head, 13);
			memcpy(out + 13, o->p, o->n);
			deliver(to, out, 13 + o->n);
			break;
		}
		case SEALED:
			size = sealed(e, p, r, o, i, out);
			deliver(to, out, size);
			break;
		case COPY:
			memcpy(out, p, n);
			size = n;
			edit((enum how)o->type, out, &size, r);
			deliver(to, out, size);
			break;
		case REAL:
			switch ((enum how)o->type) {
			case DROP: return 0;
			case TWICE: return 2;
			case MANY: return 40;
			case DELAY: case MERGE:
				memcpy(held.p, p, n);
				held.n = n, held.from = e, held.merge = o->type == MERGE;
				return 0;
			case HALF: deliver(to, p, n / 2); return 0;
			case ONE_BYTE: deliver(to, p, 1); return 0;
			case SPLIT:
				deliver_part(to, p, 0, body / 2, 300);
				deliver_part(to, p, body / 2, body - body / 2, 301);
				return 0;
			case SPLIT_REVERSED:
				deliver_part(to, p, body / 2, body - body / 2, 301);
				deliver_part(to, p, 0, body / 2, 300);
				return 0;
			case SPLIT_OVERLAP:
				deliver_part(to, p, body / 3, body - body / 3, 300);
				deliver_part(to, p, 0, body - body / 3, 301);
				return 0;
			case BYTE_BY_BYTE:
				/* The queue is not endless. */
				for (size_t at = 0; at < body; at += 1 + body / 100)
					deliver_part(to, p, at, body - at < 1 + body / 100 ? body - at : 1 + body / 100, 300 + (int)at);
				return 0;
			default: abort();
			}
		}
	return 1;
}

/* What was held back comes. */
static void release(void)
{
	if (held.from)
		deliver(held.from->peer, held.p, held.n);
	held.from = NULL;
}

/* ---- Points */

static unsigned char seen[2][512];

static void name_point(const struct side *e, const unsigned char *p, const struct record *r)
{
	static const char *const messages[25] = {
		"HelloRequest", "ClientHello", "ServerHello", "HelloVerifyRequest", [11] = "Certificate", "ServerKeyExchange",
		"CertificateRequest", "ServerHelloDone", "CertificateVerify", "ClientKeyExchange", [20] = "Finished",
	};
	char what[32];
	int id, count;
	if (r->unified || r->epoch) {
		id = 256 + (r->epoch & 0xff);
		snprintf(what, sizeof what, "epoch %d", r->epoch);
	} else if (p[0] == HANDSHAKE && p[13] < 25 && messages[p[13]]) {
		id = p[13];
		snprintf(what, sizeof what, "%s", messages[p[13]]);
	} else {
		id = 128 + (p[0] & 0x7f);
		snprintf(what, sizeof what, "record %d", p[0]);
	}
	count = ++seen[e == &server][id];
	snprintf(point, sizeof point, count > 1 ? "%s %s %d" : "%s %s", name_of(e), what, count);
}

static int at_datagram(struct side *e, const unsigned char *p, size_t n)
{
	struct record r = first_record(e, p, n);
	if (r.unified && r.epoch > epochs[e == &server])
		epochs[e == &server] = r.epoch;
	if (held.from == e) {
		unsigned char both[16384];
		if (!held.merge) {
			deliver(e->peer, p, n);
			release();
			return 0;
		}
		memcpy(both, held.p, held.n);
		memcpy(both + held.n, p, n);
		deliver(e->peer, both, held.n + n);
		held.from = NULL;
		return 0;
	}
	if (!visiting)
		return 1;
	name_point(e, p, &r);
	if (step_number < scenario->from || (only_point && strcmp(only_point, point)))
		return 1;
	for (int i = 0; i < OPS; i++) {
		int status;
		pid_t child;
		if (!applies(e, &ops[i], p, &r) || (only_op && strcmp(only_op, ops[i].name)))
			continue;
		fflush(stdout);
		child = fork();
		if (child < 0)
			abort();
		if (!child) {
			alarm(20);
			visiting = findings = 0;
			applied = 1;
			chosen = &ops[i];
			reader = e->peer;
			demand = must(chosen, &r);
			return apply(e, chosen, p, n, &r);
		}
		if (waitpid(child, &status, 0) != child)
			abort();
		if (WIFSIGNALED(status)) {
			printf("%s\t%s\t%s\tsignal %d\t-\t-\n", scenario->name, point, ops[i].name, WTERMSIG(status));
			fprintf(stderr, "%s | %s | %s: signal %d\n", scenario->name, point, ops[i].name, WTERMSIG(status));
			findings++;
		} else
			findings += WEXITSTATUS(status);
	}
	return 1;
}

/* ---- The sides */

static void event(struct side *e, const char *what)
{
	size_t used = strlen(of(e)->events);
	snprintf(of(e)->events + used, sizeof of(e)->events - used, "%s%s", used ? " " : "", what);
}

static void fatal(struct side *e, int code)
{
	char buf[64];
	of(e)->dead = of(e)->done = 1;
	of(e)->code = code;
	event(e, gnutls_strerror_name(code) + strlen("GNUTLS_E_"));
	if (code == GNUTLS_E_INTERNAL_ERROR)
		finding("internal error");
	gnutls_alert_send_appropriate(e->s, code);
	if (gnutls_record_recv(e->s, buf, sizeof buf) > 0)
		finding("data from a session that failed");
}

/* A code that ends the session ends it. */
static void other(struct side *e, int code)
{
	if (code < 0 && code != GNUTLS_E_GOT_APPLICATION_DATA && gnutls_error_is_fatal(code))
		fatal(e, code);
}

/* Receives once. */
static int receive(struct side *e)
{
	char buf[256], text[64];
	int n = (int)gnutls_record_recv(e->s, buf, sizeof buf), step;
	if (n <= 0)
		return n;
	snprintf(text, sizeof text, "data of the %s", name_of(e->peer));
	if (n == (int)strlen(text) + 1 && !memcmp(buf, text, strlen(text))) {
		step = buf[n - 1] - '0';
		if (step > step_number)
			finding("data of a later step");
		of(e)->got |= step == step_number;
	} else if (!(applied && chosen->kind == SEALED && chosen->type == DATA && reader == e && (size_t)n == chosen->n &&
		     !memcmp(buf, chosen->p, chosen->n)))
		finding("data that was not sent");
	return n;
}

static void read_until(struct side *e, int code)
{
	int n = receive(e);
	if (n == code)
		of(e)->mode = 1;
	else if (n == 0)
		fatal(e, GNUTLS_E_SESSION_EOF);
	else
		other(e, n);
}

static void done_or(struct side *e, int code)
{
	if (code == 0)
		of(e)->done = 1;
	else {
		if (code == GNUTLS_E_GOT_APPLICATION_DATA)
			receive(e);
		other(e, code);
	}
}

static void act(struct side *e, char step)
{
	struct outcome *o = of(e);
	int mine = e == &client;
	char text[64];
	if (o->dead)
		return;
	/* Data may be lost: it is sent again. */
	if (step == 'D' && !of(e->peer)->got && clock_ms >= o->next && o->asked < 20) {
		int n = (int)gnutls_record_send(e->s, text, (size_t)sprintf(text, "data of the %s%d", name_of(e), step_number));
		other(e, n);
		o->asked++;
		o->next = clock_ms + 3000;
		if (o->dead)
			return;
	}
	if (o->done) {
		/* What the peer still needs is sent again by who receives. */
		read_until(e, 1);
		return;
	}
	switch (step) {
	case 'H':
		done_or(e, gnutls_handshake(e->s));
		return;
	case 'D':
		read_until(e, 1);
		o->done |= o->got;
		return;
	case 'R':
		if (mine || o->mode)
			done_or(e, gnutls_handshake(e->s));
		else
			read_until(e, GNUTLS_E_REHANDSHAKE);
		return;
	case 'A':
		if (!mine || o->mode)
			done_or(e, gnutls_reauth(e->s, 0));
		else
			read_until(e, GNUTLS_E_REAUTH_REQUEST);
		return;
	case 'K': case 'k':
		if (mine == (step == 'K'))
			other(e, gnutls_session_key_update(e->s, GNUTLS_KU_PEER));
		o->done = 1;
		return;
	}
}

/* Both sides in turns, until both are done and everything has arrived. */
static void play(char step)
{
	char text[16];
	for (int i = 0; i < 2; i++) {
		outcomes[i].done = outcomes[i].dead;
		outcomes[i].mode = outcomes[i].got = outcomes[i].asked = 0;
		outcomes[i].next = 0;
	}
	for (int turns = 0; turns < 3000; turns++) {
		unsigned sent = client.sent + server.sent;
		int both = outcomes[0].done && outcomes[1].done;
		act(&client, step);
		act(&server, step);
		if (both && (outcomes[0].dead || client.first == client.last) && (outcomes[1].dead || server.first == server.last))
			break;
		if (sent == client.sent + server.sent && client.first == client.last && server.first == server.last) {
			release();
			clock_ms += 200;
		}
		/* Nobody reads what comes for a side that has failed. */
		for (struct side *e = &client;; e = &server) {
			for (; of(e)->dead && e->first != e->last; e->first++)
				free(e->in[e->first % MAX_QUEUE].bytes);
			if (e == &server)
				break;
		}
		if (turns == 2999 && !outcomes[0].dead && !outcomes[1].dead && step != 'D')
			finding("does not end");
	}
	sprintf(text, "waits(%c)", step);
	for (struct side *e = &client;; e = &server) {
		if (!of(e)->done && !of(e)->dead)
			event(e, text), of(e)->dead = 1;
		if (e == &server)
			break;
	}
	release();
	/* Not more than one update in a second. */
	clock_ms += 2000;
}

static int begin(struct side *e, struct side *peer, unsigned flags, const char *priority, gnutls_certificate_credentials_t cred)
{
	memset(e, 0, sizeof *e);
	e->peer = peer;
	if (gnutls_init(&e->s, flags | GNUTLS_DATAGRAM | GNUTLS_NONBLOCK | GNUTLS_NO_TICKETS | GNUTLS_POST_HANDSHAKE_AUTH) < 0)
		abort();
	if (gnutls_priority_set_direct(e->s, priority, NULL) < 0)
		return 0;
	gnutls_credentials_set(e->s, GNUTLS_CRD_CERTIFICATE, cred);
	gnutls_transport_set_ptr(e->s, e);
	gnutls_transport_set_push_function(e->s, side_push);
	gnutls_transport_set_pull_function(e->s, side_pull);
	gnutls_transport_set_pull_timeout_function(e->s, side_pull_timeout);
	gnutls_session_set_keylog_function(e->s, log_secret);
	gnutls_dtls_set_mtu(e->s, scenario->mtu);
	e->arrives = at_datagram;
	return 1;
}

static void judge(void)
{
	int works = !outcomes[0].dead && !outcomes[1].dead;
	if (demand == MUST_WORK && !works)
		finding("must work");
	if (demand == MUST_FAIL && !of(reader)->dead)
		finding("must fail");
}

static void run(void)
{
	gnutls_certificate_credentials_t ccred, scred;
	int works = 1;
	const char *steps = scenario->steps;
	memset(outcomes, 0, sizeof outcomes);
	memset(seen, 0, sizeof seen);
	memset(have, 0, sizeof have);
	memset(epochs, 0, sizeof epochs);
	have_master = step_number = 0;
	held.from = NULL;
	ccred = credentials(client_pem, client_key_pem);
	scred = credentials(server_pem, server_key_pem);
	visiting = 1;
	if (begin(&client, &server, GNUTLS_CLIENT, scenario->client, ccred) & begin(&server, &client, GNUTLS_SERVER, scenario->server, scred)) {
		gnutls_certificate_server_set_request(server.s, scenario->certificate ? GNUTLS_CERT_REQUIRE : GNUTLS_CERT_IGNORE);
		for (; steps[step_number] && works; step_number++) {
			if (steps[step_number] == 'A')
				gnutls_certificate_server_set_request(server.s, GNUTLS_CERT_REQUIRE);
			play(steps[step_number]);
			works = !outcomes[0].dead && !outcomes[1].dead;
		}
		if (applied) {
			judge();
			printf("%s\t%s\t%s\t%s\t%s\t%s\n", scenario->name, point, chosen->name, *outcomes[0].events ? outcomes[0].events : "ok",
			       *outcomes[1].events ? outcomes[1].events : "ok", works ? "all" : "-");
			fflush(stdout);
			_exit(findings != 0);
		}
		if (!works) {
			fprintf(stderr, "client %s, server %s\n", outcomes[0].events, outcomes[1].events);
			finding("the scenario itself fails");
		}
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
	for (size_t i = 0; i < sizeof scenarios / sizeof *scenarios; i++) {
		scenario = &scenarios[i];
		if (argc < 2 || !strcmp(argv[1], scenario->name))
			run();
	}
	fprintf(stderr, "findings: %d\n", findings);
	return findings != 0;
}
