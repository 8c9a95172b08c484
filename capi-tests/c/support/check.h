/* What every C test shares: CHECK counts and names what does not hold, check_result() is main's value.
 *
 * Which library a test is compiled for: OURS is defined for ours alone; GNUTLS_VERSION_NUMBER is that of the headers, ours
 * being 3.8.13's; REFERENCE_3_8 is 1 on GnuTLS 3.8 itself, for what must not be asked there. */
#ifndef CHECK_H
#define CHECK_H
#include <stdio.h>

#ifdef OURS
#define REFERENCE_3_8 0
#else
#define REFERENCE_3_8 (GNUTLS_VERSION_NUMBER >= 0x030800)
#endif

static int check_failures;

#define CHECK(x) \
	do { \
		if (!(x)) { \
			fprintf(stderr, "%s:%d: %s\n", __FILE__, __LINE__, #x); \
			check_failures++; \
		} \
	} while (0)

static inline int check_result(void)
{
	return check_failures != 0;
}
#endif
