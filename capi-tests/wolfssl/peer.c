/* One side of a connection over UDP: peer client|server PORT CERTIFICATE KEY AUTHORITY PRIORITIES [KEYUPDATE]. A client sends a
 * line and reads the answer; a server answers with what it gets. Exit code 0 if all of it worked. */
#include <arpa/inet.h>
#include <gnutls/dtls.h>
#include <gnutls/gnutls.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>

static int fail(const char *what, int code)
{
	printf("%s: %s\n", what, gnutls_strerror(code));
	return 1;
}

static int receive(gnutls_session_t s, char *buf, size_t size)
{
	int n;

	do
		n = gnutls_record_recv(s, buf, size);
	while (n == GNUTLS_E_AGAIN || n == GNUTLS_E_INTERRUPTED);
	return n;
}

int main(int argc, char **argv)
{
	int server, update, fd = socket(AF_INET, SOCK_DGRAM, 0), r;
	struct sockaddr_in address = { .sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
	gnutls_certificate_credentials_t cred;
	gnutls_datum_t key;
	gnutls_session_t s;
	char buf[2000];

	if (argc < 7)
		return 2;
	server = !strcmp(argv[1], "server");
	update = argc > 7;
	address.sin_port = htons(atoi(argv[2]));
	if (server) {
		socklen_t size = sizeof address;

		if (bind(fd, (void *)&address, size) < 0 || recvfrom(fd, buf, 1, MSG_PEEK, (void *)&address, &size) < 0)
			return 2;
	}
	if (connect(fd, (void *)&address, sizeof address) < 0)
		return 2;
	gnutls_certificate_allocate_credentials(&cred);
	if ((r = gnutls_certificate_set_x509_trust_file(cred, argv[5], GNUTLS_X509_FMT_PEM)) < 0)
		return fail(argv[5], r);
	if ((r = gnutls_certificate_set_x509_key_file(cred, argv[3], argv[4], GNUTLS_X509_FMT_PEM)) < 0)
		return fail(argv[3], r);
	gnutls_init(&s, (server ? GNUTLS_SERVER : GNUTLS_CLIENT) | GNUTLS_DATAGRAM);
	if ((r = gnutls_priority_set_direct(s, argv[6], NULL)) < 0)
		return fail(argv[6], r);
	gnutls_credentials_set(s, GNUTLS_CRD_CERTIFICATE, cred);
	gnutls_transport_set_int(s, fd);
	gnutls_dtls_set_timeouts(s, 500, 8000);
	gnutls_record_set_timeout(s, 5000);
	if (server) {
		gnutls_session_ticket_key_generate(&key);
		gnutls_session_ticket_enable_server(s, &key);
		gnutls_certificate_server_set_request(s, GNUTLS_CERT_REQUEST);
	} else {
		gnutls_session_set_verify_cert(s, "localhost", 0);
	}
	do
		r = gnutls_handshake(s);
	while (r < 0 && !gnutls_error_is_fatal(r));
	if (r < 0)
		return fail("handshake", r);
	puts(gnutls_session_get_desc(s));
	if (update && !server && (r = gnutls_session_key_update(s, GNUTLS_KU_PEER)) < 0)
		return fail("key update", r);
	if (!server && (r = gnutls_record_send(s, "hello from gnutls-rs", 20)) < 0)
		return fail("send", r);
	if ((r = receive(s, buf, sizeof buf)) <= 0)
		return fail("receive", r);
	printf("received: %.*s\n", r, buf);
	if (server) {
		if (update && (r = gnutls_session_key_update(s, GNUTLS_KU_PEER)) < 0)
			return fail("key update", r);
		if ((r = gnutls_record_send(s, "hello from gnutls-rs", 20)) < 0)
			return fail("send", r);
		/* The peer's close_notify. */
		receive(s, buf, sizeof buf);
	}
	gnutls_bye(s, GNUTLS_SHUT_WR);
	gnutls_deinit(s);
	return 0;
}
