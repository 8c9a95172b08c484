/* What a script may do at a unit, and what the RFCs say must come of it. */
#ifndef SCRIPTS_H
#define SCRIPTS_H
#include "middle.h"

enum must { FREE, MUST_FAIL, MUST_WORK };

/* What is laid before a unit. */
struct insert { const char *name; int type, times; size_t n; unsigned char p[24]; };

#define BYTES(...) sizeof((unsigned char[]){ __VA_ARGS__ }), { __VA_ARGS__ }
#define MESSAGE(name, ...) { name, HANDSHAKE, 1, BYTES(__VA_ARGS__) }

static const struct insert inserts[] = {
	{ "alert close_notify", ALERT, 1, BYTES(1, 0) },
	{ "alert user_canceled", ALERT, 1, BYTES(1, 90) },
	{ "alert no_renegotiation", ALERT, 1, BYTES(1, 100) },
	{ "alert fatal", ALERT, 1, BYTES(2, 40) },
	{ "alert unknown level", ALERT, 1, BYTES(3, 40) },
	{ "alert unknown number", ALERT, 1, BYTES(1, 200) },
	{ "alert empty", ALERT, 1, 0, { 0 } },
	{ "alert 1 byte", ALERT, 1, BYTES(1) },
	{ "alert 3 bytes", ALERT, 1, BYTES(2, 40, 0) },
	{ "alert twice in a record", ALERT, 1, BYTES(1, 90, 1, 90) },
	{ "alert 40 times", ALERT, 40, BYTES(1, 90) },
	{ "ccs", CHANGE_CIPHER_SPEC, 1, BYTES(1) },
	{ "ccs empty", CHANGE_CIPHER_SPEC, 1, 0, { 0 } },
	{ "ccs 2 bytes", CHANGE_CIPHER_SPEC, 1, BYTES(1, 1) },
	{ "ccs value", CHANGE_CIPHER_SPEC, 1, BYTES(2) },
	{ "ccs 40 times", CHANGE_CIPHER_SPEC, 40, BYTES(1) },
	{ "data", DATA, 1, BYTES('f', 'o', 'r', 'g', 'e', 'd') },
	{ "data empty", DATA, 1, 0, { 0 } },
	{ "data empty 40 times", DATA, 40, 0, { 0 } },
	MESSAGE("HelloRequest", 0, 0, 0, 0),
	MESSAGE("ClientHello", 1, 0, 0, 2, 3, 3),
	MESSAGE("ServerHello", 2, 0, 0, 2, 3, 3),
	MESSAGE("NewSessionTicket", 4, 0, 0, 15, 0, 0, 0, 9, 0, 0, 0, 0, 1, 1, 0, 1, 1, 0, 0),
	MESSAGE("NewSessionTicket empty", 4, 0, 0, 0),
	MESSAGE("EndOfEarlyData", 5, 0, 0, 0),
	MESSAGE("EncryptedExtensions", 8, 0, 0, 2, 0, 0),
	MESSAGE("Certificate empty", 11, 0, 0, 4, 0, 0, 0, 0),
	MESSAGE("Certificate empty 1.2", 11, 0, 0, 3, 0, 0, 0),
	MESSAGE("CertificateRequest", 13, 0, 0, 11, 0, 0, 8, 0, 13, 0, 4, 0, 2, 4, 3),
	MESSAGE("ServerHelloDone", 14, 0, 0, 0),
	MESSAGE("CertificateVerify", 15, 0, 0, 5, 4, 3, 0, 1, 0),
	MESSAGE("ClientKeyExchange", 16, 0, 0, 1, 0),
	MESSAGE("Finished", 20, 0, 0, 12, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12),
	MESSAGE("Finished short", 20, 0, 0, 4, 1, 2, 3, 4),
	MESSAGE("KeyUpdate 0", 24, 0, 0, 1, 0),
	MESSAGE("KeyUpdate 1", 24, 0, 0, 1, 1),
	MESSAGE("KeyUpdate 2", 24, 0, 0, 1, 2),
	MESSAGE("KeyUpdate empty", 24, 0, 0, 0),
	MESSAGE("message 99", 99, 0, 0, 0),
	MESSAGE("message of 2^24-1 bytes", 11, 255, 255, 255, 0),
	MESSAGE("half a header", 11, 0),
	{ "handshake empty", HANDSHAKE, 1, 0, { 0 } },
	{ "record type 99", 99, 1, BYTES(1) },
	{ "record type 0", 0, 1, BYTES(1) },
	{ "heartbeat", HEARTBEAT, 1, BYTES(1, 0, 1, 'x') },
};
enum { INSERTS = sizeof inserts / sizeof inserts[0] };

/* What is not in the table: sizes, and changes of the unit itself. */
enum change {
	DATA_2_14, DATA_2_14_1, DATA_2_14_257, PADDING_MOST, PADDING_BEYOND, ZEROS, NO_TAG,
	CUT_1, CUT_HALF, MERGE, TAIL, REPEAT, DROP, DAMAGE, CHANGES
};
static const char *const changes[CHANGES] = {
	"data of 2^14 bytes", "data of 2^14+1 bytes", "record of 2^14+257 bytes", "padding to the limit",
	"padding beyond the limit", "zeros alone", "record of 4 bytes", "cut at 1", "cut at half", "merged with the next",
	"a message begins behind it", "repeated", "dropped", "damaged",
};

struct op { int insert, change, clear; };

static void name_op(const struct op *o, char name[64])
{
	snprintf(name, 64, "%s%s", o->change < 0 ? inserts[o->insert].name : changes[o->change], o->clear ? ", clear" : "");
}

static struct op op_number(int i)
{
	struct op o = { -1, -1, 0 };
	if (i < 2 * INSERTS)
		o.insert = i / 2, o.clear = i % 2;
	else
		o.change = i - 2 * INSERTS;
	return o;
}
enum { OPS = 2 * INSERTS + CHANGES };

/* Has the operation a meaning at this unit? */
static int applies(const struct op *o, const struct way *w, int type, int clear)
{
	int keys = w->seal.epoch != CLEAR;
	if (o->change < 0)
		return !o->clear || keys;
	switch (o->change) {
	case PADDING_MOST: case PADDING_BEYOND: case ZEROS: return tls13 && keys;
	case NO_TAG: case DATA_2_14_257: return 1;
	case DAMAGE: return keys && !(tls13 && clear);
	case CUT_1: case CUT_HALF: return type == HANDSHAKE || type == ALERT;
	case TAIL: return type == HANDSHAKE;
	default: return 1;
	}
}

static struct { int type, clear; struct bytes unit; struct way *way; } held;

static void seal_data(struct way *w, size_t n, size_t padding)
{
	static unsigned char data[LONGEST];
	memset(data, 'x', n);
	if (delivers(w))
		put(&w->data, data, n);
	write_sealed(w, DATA, data, n, padding);
}

static void apply(const struct op *o, struct way *w, int type, const unsigned char *p, size_t n, int clear)
{
	static unsigned char zeros[LONGEST];
	int of_server = w == &ways[1];
	size_t before;
	if (o->change < 0) {
		const struct insert *in = &inserts[o->insert];
		for (int i = 0; i < in->times; i++) {
			if (o->clear) {
				write_clear(w, in->type, in->p, in->n);
				continue;
			}
			write_sealed(w, in->type, in->p, in->n, 0);
			if (in->type == DATA && delivers(w))
				put(&w->data, in->p, in->n);
			if (in->type == CHANGE_CIPHER_SPEC ? !tls13 : in->p[0] == KEY_UPDATE && in->n == 5 && in->p[4] < 2)
				turn(&w->seal, of_server, in->type, in->p, in->n);
		}
		forward(w, type, p, n, clear);
		return;
	}
	switch ((enum change)o->change) {
	case DATA_2_14: seal_data(w, 1 << 14, 0); break;
	case DATA_2_14_1: seal_data(w, (1 << 14) + 1, 0); break;
	case DATA_2_14_257: write_clear(w, w->seal.epoch == CLEAR ? type : DATA, zeros, (1 << 14) + 257 + (tls13 ? 0 : 1792)); break;
	case PADDING_MOST: seal_data(w, 4, (1 << 14) - 4); break;
	case PADDING_BEYOND: seal_data(w, 4, (1 << 14) - 3); break;
	case ZEROS: write_sealed(w, 0, zeros, 10, 0); break;
	case NO_TAG: write_clear(w, w->seal.epoch == CLEAR ? 99 : DATA, zeros, 4); break;
	case CUT_1: case CUT_HALF: {
		size_t at = o->change == CUT_1 ? 1 : n / 2;
		if (clear && tls13) {
			write_clear(w, type, p, at);
			write_clear(w, type, p + at, n - at);
		} else {
			write_sealed(w, type, p, at, 0);
			write_sealed(w, type, p + at, n - at, 0);
		}
		turn(&w->seal, of_server, type, p, n);
		return;
	}
	case MERGE:
		held.type = type, held.clear = clear, held.way = w;
		put(&held.unit, p, n);
		return;
	case TAIL: {
		unsigned char longer[LONGEST];
		memcpy(longer, p, n);
		longer[n] = FINISHED;
		write_sealed(w, type, longer, n + 1, 0);
		turn(&w->seal, of_server, type, p, n);
		return;
	}
	case REPEAT: forward(w, type, p, n, clear); break;
	case DROP: return;
	case DAMAGE:
		before = w->to->used;
		forward(w, type, p, n, clear);
		/* The last byte of the tag. */
		if (w->to->used > before)
			w->to->data[w->to->used - 1] ^= 1;
		return;
	case CHANGES: abort();
	}
	forward(w, type, p, n, clear);
}

/* A record of a merge spans a change of keys. */
static int spans;

/* The unit that a merge holds back goes with this one, or alone. */
static int merged(struct way *w, int type, const unsigned char *p, size_t n)
{
	static struct bytes both;
	enum epoch epoch = w->seal.epoch;
	if (held.way != w)
		return 0;
	held.way = NULL;
	if (held.type != type) {
		forward(w, held.type, held.unit.data, held.unit.used, held.clear);
		return 0;
	}
	put(&both, held.unit.data, held.unit.used);
	put(&both, p, n);
	if (held.clear && tls13)
		write_clear(w, type, both.data, both.used);
	else
		write_sealed(w, type, both.data, both.used, 0);
	if (type == DATA && delivers(w))
		put(&w->data, both.data, both.used);
	turn(&w->seal, w == &ways[1], type, held.unit.data, held.unit.used);
	spans = tls13 && epoch != w->seal.epoch;
	turn(&w->seal, w == &ways[1], type, p, n);
	return 1;
}

/* The invariants. Sections are those of RFC 8446 for TLS 1.3, RFC 5246 for TLS 1.2. */
static enum must must(const struct op *o, const struct way *w, int type, const unsigned char *p, size_t n)
{
	const struct way *back = w == &ways[0] ? &ways[1] : &ways[0];
	const struct insert *in = o->change < 0 ? &inserts[o->insert] : NULL;
	int keys = w->seal.epoch != CLEAR, application = w->seal.epoch == APPLICATION;
	/* What a server of TLS 1.3 sends behind its Finished is read by a client that has sent its own. */
	int established = application && (back->seal.epoch == APPLICATION || (tls13 && w == &ways[1]));
	int early = w->seal.epoch == EARLY;
	/* Of TLS 1.3 they may come at any time and more than once; in TLS 1.2 they are of the handshake. */
	int ticket = tls13 && type == HANDSHAKE && n && p[0] == NEW_TICKET;
	if (in && in->type == CHANGE_CIPHER_SPEC && (in->n != 1 || in->p[0] != 1))
		return MUST_FAIL;
	if (in && o->clear) {
		if (!tls13)
			return MUST_FAIL; /* 6.2.3: no such MAC */
		/* 5: dropped until the Finished. How many, is left open. */
		if (in->type == CHANGE_CIPHER_SPEC && !application)
			return in->times == 1 ? MUST_WORK : FREE;
		/* 6.2: a client that fails before it has keys says so in the clear. */
		if (in->type == ALERT && w == &ways[0] && !application && (early || !w->seal.number))
			return FREE;
		return MUST_FAIL; /* 5.2 */
	}
	if (in) {
		switch (in->type) {
		case 99: case 0: case HEARTBEAT: return MUST_FAIL; /* 5; 6.2.1 */
		case DATA:
			if (!application)
				return in->n && !early ? MUST_FAIL : FREE;
			/* Data between the messages of a renegotiation may be refused; no data is none. */
			if (!tls13 && established && !in->n && in->times == 1 && type == HANDSHAKE && p[0] != FINISHED)
				return MUST_WORK;
			return established && in->times == 1 && (type == DATA || type == ALERT) ? MUST_WORK : FREE;
		case CHANGE_CIPHER_SPEC:
			if (tls13)
				return keys ? MUST_FAIL : FREE; /* 5: protected ones are unexpected */
			return MUST_FAIL; /* 7.1: it stands before the Finished alone */
		case ALERT:
			/* 6: an alert is two bytes; RFC 8446 5.1: one in a record. */
			if (tls13 && in->n != 2)
				return MUST_FAIL;
			return in->n == 2 && in->p[0] == 2 ? MUST_FAIL : FREE;
		case HANDSHAKE:
			if (!in->n)
				return tls13 ? MUST_FAIL : FREE; /* 5.1 */
			/* An alert may end a session at any time, even within a message. */
			if (in->n < 4)
				return type == ALERT ? FREE : MUST_FAIL;
			if (in->p[0] == 99)
				return MUST_FAIL;
			if (early && in->p[0] == END_OF_EARLY_DATA)
				return FREE;
			/* 4.6.2: the client has said that it takes part. */
			if (tls13 && established && in->p[0] == 13 && w == &ways[1])
				return FREE;
			if (tls13 && established && in->p[0] == KEY_UPDATE)
				return in->n == 5 && in->p[4] < 2 ? (type == HANDSHAKE ? FREE : MUST_WORK) : MUST_FAIL; /* 4.6.3 */
			if (tls13 && established && in->p[0] == 4 && w == &ways[1])
				return in->n > 4 ? MUST_WORK : MUST_FAIL; /* 4.6.1 */
			/* RFC 5246 7.4.1.1: ignored, also where the version is not known yet. */
			if (in->p[0] == 0 && w == &ways[1] && (!tls13 || (n && (is_retry(p, n) || p[0] == SERVER_HELLO))))
				return FREE;
			if (!tls13 && (in->p[0] == CLIENT_HELLO || in->p[0] == SERVER_HELLO) && established)
				return FREE; /* a renegotiation, which the program decides */
			return MUST_FAIL;
		}
		return FREE;
	}
	switch ((enum change)o->change) {
	case DATA_2_14: return application || early ? FREE : MUST_FAIL;
	case PADDING_MOST: return established && (type == DATA || type == ALERT) ? MUST_WORK : FREE;
	case DATA_2_14_1: case DATA_2_14_257: case PADDING_BEYOND: case ZEROS: case NO_TAG: return MUST_FAIL; /* 5.1, 5.2, 5.4 */
	case DAMAGE: return MUST_FAIL;
	case CUT_1: case CUT_HALF:
		return type == HANDSHAKE ? MUST_WORK : tls13 ? MUST_FAIL : FREE; /* 5.1 */
	case MERGE: return FREE;
	case TAIL: return tls13 || !established ? MUST_FAIL : FREE; /* 5.1: nothing spans a change of keys */
	case REPEAT:
		if (type == CHANGE_CIPHER_SPEC)
			return tls13 ? FREE : MUST_FAIL;
		/* Requests and updates stand alone; the middle follows an update that it drops. */
		return type == HANDSHAKE && p[0] && p[0] != KEY_UPDATE && !(tls13 && established && p[0] == 13) && !ticket ? MUST_FAIL :
															     FREE;
	case DROP:
		return type == HANDSHAKE && p[0] && p[0] != KEY_UPDATE && !ticket ? MUST_FAIL : type == CHANGE_CIPHER_SPEC && !tls13 ? MUST_FAIL : FREE;
	case CHANGES: break;
	}
	return FREE;
}
#endif
