/* Hand-made DER, for what no setter writes. The results are valid until der_done. */
#ifndef DER_H
#define DER_H
#include <gnutls/gnutls.h>
#include <stdlib.h>
#include <string.h>

struct der {
	unsigned char *p;
	size_t n;
};

static void **der_all;
static size_t der_count;

static inline struct der der_room(size_t n)
{
	struct der d = { malloc(n + 1), n };
	der_all = realloc(der_all, (der_count + 1) * sizeof(void *));
	der_all[der_count++] = d.p;
	return d;
}

static inline void der_done(void)
{
	while (der_count)
		free(der_all[--der_count]);
	free(der_all);
	der_all = NULL;
}

static inline struct der der_bytes(const void *p, size_t n)
{
	struct der d = der_room(n);
	memcpy(d.p, p, n);
	return d;
}
#define LIT(s) der_bytes(s, sizeof(s) - 1)

static inline struct der der_join(const struct der *parts, size_t count)
{
	size_t n = 0;
	for (size_t i = 0; i < count; i++)
		n += parts[i].n;
	struct der d = der_room(n);
	n = 0;
	for (size_t i = 0; i < count; i++) {
		memcpy(d.p + n, parts[i].p, parts[i].n);
		n += parts[i].n;
	}
	return d;
}
#define JOIN(...) der_join((struct der[]){ __VA_ARGS__ }, sizeof((struct der[]){ __VA_ARGS__ }) / sizeof(struct der))

static inline struct der der_element(unsigned char tag, struct der v)
{
	unsigned char head[6] = { tag };
	size_t n = 2;
	if (v.n < 0x80) {
		head[1] = v.n;
	} else {
		int digits = v.n > 0xffffff ? 4 : v.n > 0xffff ? 3 : v.n > 0xff ? 2 : 1;
		head[1] = 0x80 | digits;
		for (int i = digits - 1; i >= 0; i--)
			head[n++] = v.n >> 8 * i;
	}
	struct der d = der_room(n + v.n);
	memcpy(d.p, head, n);
	memcpy(d.p + n, v.p, v.n);
	return d;
}
#define ELEMENT(tag, ...) der_element(tag, JOIN(__VA_ARGS__))
#define SEQ(...) ELEMENT(0x30, __VA_ARGS__)

/* An object identifier of its text. */
static inline struct der der_oid(const char *text)
{
	unsigned char b[64];
	size_t n = 0;
	int first = 1;
	unsigned long a = strtoul(text, (char **)&text, 10);
	while (*text == '.') {
		unsigned long v = strtoul(text + 1, (char **)&text, 10);
		if (first)
			v += 40 * a;
		first = 0;
		for (int shift = 28; shift >= 0; shift -= 7)
			if (v >> shift || shift == 0)
				b[n++] = (v >> shift & 0x7f) | (shift ? 0x80 : 0);
	}
	return ELEMENT(0x06, der_bytes(b, n));
}

static inline gnutls_datum_t der_datum(struct der d)
{
	gnutls_datum_t out = { d.p, d.n };
	return out;
}
#endif
