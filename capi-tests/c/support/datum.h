/* A text as a datum. */
#ifndef DATUM_H
#define DATUM_H
#include <gnutls/gnutls.h>
#include <string.h>

static inline gnutls_datum_t text(const char *s)
{
	gnutls_datum_t d = { (void *)s, strlen(s) };
	return d;
}

#endif
