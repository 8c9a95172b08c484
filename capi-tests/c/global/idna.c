/* Internationalised names, and passwords in their normal form. */
#include "sessions.h"

static void test_passwords(void)
{
	static const struct { const char *in, *out; int code; } cases[] = {
		{ "", "", 0 },
		{ "Correct Horse", "Correct Horse", 0 },
		{ "I\xcc\x87", "\xc4\xb0", 0 },
		{ "\xe1\x84\x92\xe1\x85\xa1\xe1\x86\xab", "\xed\x95\x9c", 0 },
		{ "a\xe2\x80\x89\xc2\xa0", "a  ", 0 },
		{ "\xf0\x9f\x98\x80", "\xf0\x9f\x98\x80", 0 },
		{ "a\tb", NULL, GNUTLS_E_INVALID_PASSWORD_STRING },
		{ "\x7f", NULL, GNUTLS_E_INVALID_PASSWORD_STRING },
		{ "\xe2\x80\x8d", NULL, GNUTLS_E_INVALID_PASSWORD_STRING },
		{ "\xc2\xb7", NULL, GNUTLS_E_INVALID_PASSWORD_STRING },
		{ "\xee\x80\x80", NULL, GNUTLS_E_INVALID_PASSWORD_STRING },
		{ "a\xff", NULL, GNUTLS_E_INVALID_UTF8_STRING },
		{ "\xed\xa0\x80", NULL, GNUTLS_E_INVALID_UTF8_STRING },
	};
	gnutls_datum_t out;
	for (unsigned i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		size_t n = strlen(cases[i].in);
		int r = gnutls_utf8_password_normalize((const void *)cases[i].in, n, &out, 0);
		CHECK(r == cases[i].code);
		if (r == 0) {
			CHECK(out.size == strlen(cases[i].out) && strcmp((char *)out.data, cases[i].out) == 0);
			gnutls_free(out.data);
		}
		CHECK(gnutls_utf8_password_normalize((const void *)cases[i].in, n, &out, GNUTLS_UTF8_IGNORE_ERRS) == 0);
		if (r != 0)
			CHECK(out.size == n && memcmp(out.data, cases[i].in, n) == 0);
		gnutls_free(out.data);
	}
}

static void test_idna(void)
{
	static const struct { const char *from, *to; } rows[] = {
		{ "www.example.com", "www.example.com" },
		{ "\xce\xb3\xce\xb1\xce\xb2\xce\xb3.com", "xn--mxaab9b.com" },
		{ "b\xc3\xbc" "cher.example", "xn--bcher-kva.example" },
		{ "fa\xc3\x9f.de", "xn--fa-hia.de" },
	};
	gnutls_datum_t out;
	unsigned i;

	for (i = 0; i < sizeof rows / sizeof *rows; i++) {
		int before = check_failures;
		CHECK_IS(gnutls_idna_map(rows[i].from, strlen(rows[i].from), &out, 0), 0);
		CHECK(i == 1 || !strcmp((char *)out.data, rows[i].to));
		if (check_failures != before)
			fprintf(stderr, "    %s\n", out.data);
		gnutls_datum_t back;
		CHECK_IS(gnutls_idna_reverse_map((char *)out.data, out.size, &back, 0), 0);
		CHECK(!strcmp((char *)back.data, rows[i].from));
		gnutls_free(back.data);
		gnutls_free(out.data);
	}
	/* only encoded labels change */
	CHECK_IS(gnutls_idna_reverse_map("WWW.XN--NXASMQ6B.Com", 20, &out, 0), 0);
	CHECK(!strcmp((char *)out.data, "WWW.\xce\xb2\xcf\x8c\xce\xbb\xce\xbf\xcf\x83.Com"));
	gnutls_free(out.data);
	CHECK_IS(gnutls_idna_map("", 0, &out, 0), 0);
	gnutls_free(out.data);
	CHECK_IS(gnutls_idna_map("\xff\xfe", 2, &out, 0), GNUTLS_E_INVALID_UTF8_STRING);
}

#ifdef OURS
#define NO_TEXT GNUTLS_E_INVALID_UTF8_STRING
#else
#define NO_TEXT GNUTLS_E_MEMORY_ERROR
#endif

/* Symbols that GnuTLS exports but does not declare in a header. */
int _gnutls_utf8_to_ucs2(const void *data, size_t size, gnutls_datum_t *output, unsigned be);
int _gnutls_ucs2_to_utf8(const void *data, size_t size, gnutls_datum_t *output, unsigned be);

/* UTF-8 and UTF-16 (RFC 2781), which has pairs of code units beyond U+FFFF, in both byte orders. */
static void test_utf16(void)
{
	static const char utf8[] = "a\xc3\xa9\xf0\x9f\x98\x80";
	static const char be[] = "\0a\0\xe9\xd8\x3d\xde\0", le[] = "a\0\xe9\0\x3d\xd8\0\xde";
	gnutls_datum_t out;

	CHECK_IS(_gnutls_utf8_to_ucs2(utf8, 7, &out, 1), 0);
	CHECK(out.size == 8 && memcmp(out.data, be, 8) == 0);
	gnutls_free(out.data);
	CHECK_IS(_gnutls_utf8_to_ucs2(utf8, 7, &out, 0), 0);
	CHECK(out.size == 8 && memcmp(out.data, le, 8) == 0);
	gnutls_free(out.data);
	CHECK_IS(_gnutls_ucs2_to_utf8(be, 8, &out, 1), 0);
	CHECK(out.size == 7 && strcmp((char *)out.data, utf8) == 0);
	gnutls_free(out.data);
	CHECK_IS(_gnutls_ucs2_to_utf8(le, 8, &out, 0), 0);
	CHECK(out.size == 7 && strcmp((char *)out.data, utf8) == 0);
	gnutls_free(out.data);
	CHECK_IS(_gnutls_utf8_to_ucs2("a\xff", 2, &out, 1), NO_TEXT);
	CHECK_IS(_gnutls_ucs2_to_utf8("\xd8\x3d", 2, &out, 1), NO_TEXT);
	CHECK_IS(_gnutls_utf8_to_ucs2("", 0, &out, 1), GNUTLS_E_INVALID_REQUEST);
	CHECK_IS(_gnutls_ucs2_to_utf8("", 0, &out, 1), GNUTLS_E_INVALID_REQUEST);
}

int main(void)
{
	test_passwords();
	test_idna();
	test_utf16();
	return check_result();
}
