/* Codes, alerts and handshake messages with their names. */
#include <gnutls/gnutls.h>
#include <string.h>
#include <unistd.h>
#include "check.h"
#include "error_facts.h"

/* gnutls_perror writes the text of the code to stderr. */
static void test_perror(int code)
{
	char want[300], got[300] = "";
	int fds[2], saved = dup(2);

	snprintf(want, sizeof want, "GnuTLS error: %s\n", gnutls_strerror(code));
	CHECK(pipe(fds) == 0 && dup2(fds[1], 2) == 2);
	gnutls_perror(code);
	dup2(saved, 2);
	close(saved);
	close(fds[1]);
	CHECK(read(fds[0], got, sizeof got - 1) == (ssize_t)strlen(want) && strcmp(got, want) == 0);
	close(fds[0]);
}

int main(void)
{
	int level;

	for (size_t i = 0; i < sizeof errors / sizeof errors[0]; i++) {
		const char *name = gnutls_strerror_name(errors[i].code);
		CHECK(name != NULL && strcmp(name, errors[i].name) == 0);
		CHECK(gnutls_error_is_fatal(errors[i].code) == errors[i].fatal);
		CHECK(gnutls_error_to_alert(errors[i].code, &level) == errors[i].alert);
		CHECK(level == errors[i].level);
		CHECK(gnutls_error_to_alert(errors[i].code, NULL) == errors[i].alert);
		CHECK(strlen(gnutls_strerror(errors[i].code)) > 0);
	}
	CHECK(gnutls_strerror_name(-2) == NULL && gnutls_strerror_name(5) == NULL);
	CHECK(strcmp(gnutls_strerror(-2), "(unknown error code)") == 0);
	CHECK(strcmp(gnutls_strerror(5), "(unknown error code)") == 0);
	CHECK(gnutls_error_is_fatal(-2) == 1 && gnutls_error_is_fatal(-5000) == 1);
	CHECK(gnutls_error_is_fatal(5) == 0);

	for (size_t i = 0; i < sizeof alerts / sizeof alerts[0]; i++) {
		CHECK(strcmp(gnutls_alert_get_name(alerts[i].alert), alerts[i].name) == 0);
		CHECK(strcmp(gnutls_alert_get_strname(alerts[i].alert), alerts[i].strname) == 0);
	}
	CHECK(gnutls_alert_get_name(200) == NULL && gnutls_alert_get_strname(200) == NULL);

	CHECK(strcmp(gnutls_handshake_description_get_name(GNUTLS_HANDSHAKE_CLIENT_HELLO), "CLIENT HELLO") == 0);
	CHECK(strcmp(gnutls_handshake_description_get_name(24), "KEY_UPDATE") == 0);
	CHECK(strcmp(gnutls_handshake_description_get_name(1025), "HELLO RETRY REQUEST") == 0);
	CHECK(strcmp(gnutls_handshake_description_get_name(99), "Unknown Handshake packet") == 0);
	CHECK(strcmp(gnutls_ext_get_name(0), "Server Name Indication") == 0);
	CHECK(strcmp(gnutls_ext_get_name(65281), "Safe Renegotiation") == 0);
	CHECK(gnutls_ext_get_name(9999) == NULL);
	test_perror(GNUTLS_E_AGAIN);
	test_perror(GNUTLS_E_SUCCESS);
	test_perror(-9999);
	return check_result();
}
