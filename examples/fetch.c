/* Fetches https://HOST[:PORT]/PATH and prints what the server says: fetch HOST PORT PATH [CA-FILE].
 * cc $(pkg-config --cflags gnutls-rs) fetch.c $(pkg-config --libs gnutls-rs) */
#include <gnutls/gnutls.h>
#include <netdb.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>

#define TRY(call) if ((ret = (call)) < 0) { fprintf(stderr, "%s\n", gnutls_strerror(ret)); return 1; }

int main(int argc, char **argv)
{
	struct addrinfo hints = { .ai_socktype = SOCK_STREAM }, *a;
	gnutls_certificate_credentials_t cred;
	gnutls_session_t session;
	char buffer[4096];
	int ret, fd;

	if (argc < 4 || getaddrinfo(argv[1], argv[2], &hints, &a) != 0)
		return 2;
	for (fd = -1; a != NULL; a = a->ai_next)
		if ((fd = socket(a->ai_family, a->ai_socktype, 0)) >= 0 && connect(fd, a->ai_addr, a->ai_addrlen) == 0)
			break;
	if (a == NULL)
		return 2;

	TRY(gnutls_certificate_allocate_credentials(&cred));
	TRY(argc > 4 ? gnutls_certificate_set_x509_trust_file(cred, argv[4], GNUTLS_X509_FMT_PEM)
		     : gnutls_certificate_set_x509_system_trust(cred));
	TRY(gnutls_init(&session, GNUTLS_CLIENT));
	TRY(gnutls_server_name_set(session, GNUTLS_NAME_DNS, argv[1], strlen(argv[1])));
	TRY(gnutls_set_default_priority(session));
	TRY(gnutls_credentials_set(session, GNUTLS_CRD_CERTIFICATE, cred));
	gnutls_session_set_verify_cert(session, argv[1], 0);
	gnutls_transport_set_int(session, fd);
	gnutls_handshake_set_timeout(session, GNUTLS_DEFAULT_HANDSHAKE_TIMEOUT);
	do
		ret = gnutls_handshake(session);
	while (ret < 0 && gnutls_error_is_fatal(ret) == 0);
	TRY(ret);
	char *description = gnutls_session_get_desc(session);
	fprintf(stderr, "%s\n", description);
	gnutls_free(description);

	snprintf(buffer, sizeof buffer, "GET %s HTTP/1.0\r\nHost: %s\r\n\r\n", argv[3], argv[1]);
	TRY(gnutls_record_send(session, buffer, strlen(buffer)));
	/* An answer that is no data (a session ticket came, say) is no end: 0 is, or a fatal error. */
	while ((ret = gnutls_record_recv(session, buffer, sizeof buffer)) != 0 && (ret > 0 || !gnutls_error_is_fatal(ret)))
		if (ret > 0)
			fwrite(buffer, 1, ret, stdout);
	gnutls_bye(session, GNUTLS_SHUT_RDWR);
	gnutls_deinit(session);
	gnutls_certificate_free_credentials(cred);
	return 0;
}
