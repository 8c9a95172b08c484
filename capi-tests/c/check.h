/* What every C test shares: CHECK counts and names what does not hold, check_result() is main's value. */
#ifndef CHECK_H
#define CHECK_H
#include <stdio.h>

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
