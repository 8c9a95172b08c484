/* Searches the writable memory of the process for 16 bytes, which the test stores masked so that it does not find
 * its own copy. */
#ifndef MEMORY_SCAN_H
#define MEMORY_SCAN_H
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include "check.h"

#define MASK 0xa5
#define KNOWN 16

static inline int is_masked(const uint8_t *p, const uint8_t masked[KNOWN])
{
	for (int i = 0; i < KNOWN; i++)
		if ((p[i] ^ MASK) != masked[i])
			return 0;
	return 1;
}

/* The number of addresses in writable mappings that `matches` accepts; it gets each address and the line of its
 * mapping. */
static inline int scan_memory(int with_stack, int (*matches)(const uint8_t *place, const char *mapping))
{
	FILE *maps = fopen("/proc/self/maps", "r");
	char line[512];
	int found = 0;
	CHECK(maps != NULL);
	while (maps && fgets(line, sizeof(line), maps)) {
		unsigned long from, to;
		char rights[8];
		if (sscanf(line, "%lx-%lx %7s", &from, &to, rights) != 3 || strncmp(rights, "rw", 2) != 0)
			continue;
		if (strstr(line, "/dev/") || (!with_stack && strstr(line, "[stack]")))
			continue;
		for (unsigned long p = from; p + KNOWN <= to; p++)
			found += matches((const uint8_t *)p, line);
	}
	if (maps)
		fclose(maps);
	return found;
}
#endif
