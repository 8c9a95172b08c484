/* A server that asks its client for new keys: rehandshake CERT KEY. Both talk over a socket pair (TLS 1.2).
 * cc $(pkg-config --cflags gnutls-rs) rehandshake.c $(pkg-config --libs gnutls-rs) */
#include <gnutls/gnutls.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#define TRY(call) if ((ret = (call)) < 0) { fprintf(stderr, "%s: %s\n", #call, gnutls_strerror(ret)); exit(1); }

static gnutls_session_t start(unsigned side, gnutls_certificate_credentials_t cred, int fd)
{
	gnutls_session_t session;
	int ret;

	TRY(gnutls_init(&session, side));
	TRY(gnutls_priority_set_direct(session, "NORMAL:-VERS-TLS1.3", NULL));
	TRY(gnutls_credentials_set(session, GNUTLS_CRD_CERTIFICATE, cred));
	gnutls_transport_set_int(session, fd);
	TRY(gnutls_handshake(session));
	return session;
}

int main(int argc, char **argv)
{
	gnutls_certificate_credentials_t cred;
	int ret, fds[2], status = 1;
	char byte;

	if (argc != 3 || socketpair(AF_UNIX, SOCK_STREAM, 0, fds) != 0)
		return 2;
	TRY(gnutls_certificate_allocate_credentials(&cred));
	if (fork() == 0) {
		gnutls_session_t client = start(GNUTLS_CLIENT, cred, fds[0]);
		while ((ret = gnutls_record_recv(client, &byte, 1)) > 0) ;
		if (ret == GNUTLS_E_REHANDSHAKE) {
			TRY(gnutls_handshake(client));
			TRY(gnutls_record_send(client, "x", 1));
		}
		return ret < 0;
	}
	TRY(gnutls_certificate_set_x509_key_file(cred, argv[1], argv[2], GNUTLS_X509_FMT_PEM));
	gnutls_session_t server = start(GNUTLS_SERVER, cred, fds[1]);
	TRY(gnutls_rehandshake(server));
	if (gnutls_record_recv(server, &byte, 1) != GNUTLS_E_REHANDSHAKE)
		return 1;
	TRY(gnutls_handshake(server));
	TRY(gnutls_record_recv(server, &byte, 1));
	printf("%c came under new keys: %s\n", byte, gnutls_session_get_desc(server));
	wait(&status);
	return status != 0;
}
