/* Makes error_facts.h: what the library that this is linked with, the installed GnuTLS, tells of codes and alerts.
 *   make_error_facts > error_facts.h */
#include <stdio.h>
#include <gnutls/gnutls.h>

/* Beyond the last code. */
#define CODES 2000

int main(void)
{
	printf("/* Facts of GnuTLS %s: each code with its name, fatality and alert; each alert with its names. Made by make_error_facts:\n"
	       " * do not edit. */\n", gnutls_check_version(NULL));
	printf("static const struct { int code; const char *name; int fatal, alert, level; } errors[] = {\n");
	for (int code = 0; code > -CODES; code--) {
		const char *name = gnutls_strerror_name(code);
		int level = 0, alert = gnutls_error_to_alert(code, &level);
		if (name)
			printf("\t{ %d, \"%s\", %d, %d, %d },\n", code, name, gnutls_error_is_fatal(code), alert, level);
	}
	printf("};\nstatic const struct { int alert; const char *name, *strname; } alerts[] = {\n");
	for (int alert = 0; alert < 256; alert++)
		if (gnutls_alert_get_name(alert))
			printf("\t{ %d, \"%s\", \"%s\" },\n", alert, gnutls_alert_get_name(alert), gnutls_alert_get_strname(alert));
	printf("};\n");
	return 0;
}
