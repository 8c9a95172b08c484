/* Lines of the log, collected for the tests of what they say. */
#ifndef LOG_LINES_H
#define LOG_LINES_H
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <gnutls/gnutls.h>

struct log_line { int level; char *text; };
static struct log_line log_lines[20000];
static unsigned log_count;

static void collect(int level, const char *text)
{
	if (log_count < sizeof log_lines / sizeof log_lines[0])
		log_lines[log_count++] = (struct log_line){ level, strdup(text) };
}

static inline void log_begin(int level)
{
	while (log_count)
		free(log_lines[--log_count].text);
	gnutls_global_set_log_function(collect);
	gnutls_global_set_log_level(level);
}

static inline void log_end(void)
{
	gnutls_global_set_log_level(0);
	gnutls_global_set_log_function(NULL);
}

/* The number of lines of this level. */
static inline unsigned log_of(int level)
{
	unsigned n = 0;
	for (unsigned i = 0; i < log_count; i++)
		n += log_lines[i].level == level;
	return n;
}

static inline void log_print(void)
{
	for (unsigned i = 0; i < log_count; i++)
		fprintf(stderr, "    |<%d>| %s", log_lines[i].level, log_lines[i].text);
}
#endif
