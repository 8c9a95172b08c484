/* The strings of libgnutls-dane; no header has these functions. */
#include <gnutls/gnutls.h>
#include <stdlib.h>
#include <string.h>
#include "check.h"

void _gnutls_buffer_init(void *buffer);
void _gnutls_buffer_clear(void *buffer);
int _gnutls_buffer_append_str(void *buffer, const char *string);
int _gnutls_buffer_to_datum(void *buffer, gnutls_datum_t *data, unsigned is_str);

/* As much as libgnutls-dane has for one; what is behind must stay. */
struct memory { void *words[4], *behind; };

int main(void)
{
	struct memory b;
	gnutls_datum_t out;
	size_t i;

	memset(&b, 0xaa, sizeof b);
	_gnutls_buffer_init(&b);
	CHECK(_gnutls_buffer_append_str(&b, "one") == 0);
	CHECK(_gnutls_buffer_append_str(&b, "") == 0);
	CHECK(_gnutls_buffer_append_str(&b, " two") == 0);
	CHECK(_gnutls_buffer_to_datum(&b, &out, 1) == 0);
	CHECK(out.size == 7 && !strcmp((char *)out.data, "one two"));
	gnutls_free(out.data);

	/* It is empty again. */
	CHECK(_gnutls_buffer_to_datum(&b, &out, 1) == 0);
	CHECK(out.size == 0 && out.data == NULL);
	CHECK(_gnutls_buffer_append_str(&b, "") == 0);
	CHECK(_gnutls_buffer_to_datum(&b, &out, 0) == 0);
	CHECK(out.size == 0 && out.data == NULL);

	for (i = 0; i < 5000; i++)
		CHECK(_gnutls_buffer_append_str(&b, "abcdefg") == 0);
	CHECK(_gnutls_buffer_to_datum(&b, &out, 0) == 0);
	CHECK(out.size == 35000);
	for (i = 0; i < out.size; i++)
		CHECK(out.data[i] == "abcdefg"[i % 7]);
	gnutls_free(out.data);

	CHECK(_gnutls_buffer_append_str(&b, "forgotten") == 0);
	_gnutls_buffer_clear(&b);
	CHECK(_gnutls_buffer_append_str(&b, "kept") == 0);
	CHECK(_gnutls_buffer_to_datum(&b, &out, 1) == 0);
	CHECK(out.size == 4 && !strcmp((char *)out.data, "kept"));
	gnutls_free(out.data);
	CHECK(b.behind == (void *)0xaaaaaaaaaaaaaaaa);
#ifdef OURS
	_gnutls_buffer_init(NULL);
	_gnutls_buffer_clear(NULL);
	CHECK(_gnutls_buffer_append_str(NULL, "x") == GNUTLS_E_INVALID_REQUEST);
	CHECK(_gnutls_buffer_append_str(&b, NULL) == GNUTLS_E_INVALID_REQUEST);
	CHECK(_gnutls_buffer_to_datum(NULL, &out, 0) == GNUTLS_E_INVALID_REQUEST);
	CHECK(_gnutls_buffer_to_datum(&b, NULL, 0) == GNUTLS_E_INVALID_REQUEST);
#endif
	return check_result();
}
