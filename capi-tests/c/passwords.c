/* Chapter passwords: their normal form. */
#include <gnutls/gnutls.h>
#include <string.h>
#include "check.h"

int main(void)
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
	return check_result();
}
