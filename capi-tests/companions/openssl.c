/* A program of libgnutls-openssl: a session in both roles, the peer's certificate, digests and random bytes. */
#include <gnutls/openssl.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "check.h"
#include "certs.h"

static char cert_file[] = "/tmp/companion-cert-XXXXXX";
static char key_file[] = "/tmp/companion-key-XXXXXX";

static void write_file(char *name, const char *text)
{
	int fd = mkstemp(name);

	CHECK(fd >= 0 && write(fd, text, strlen(text)) == (ssize_t)strlen(text) && close(fd) == 0);
}

/* Sends back what comes, then closes. */
static void *serve(void *arg)
{
	int fd = *(int *)arg;
	SSL_CTX *ctx = SSL_CTX_new(SSLv23_server_method());
	SSL *ssl;
	char buf[64];
	int n;

	CHECK(SSL_CTX_use_certificate_file(ctx, cert_file, SSL_FILETYPE_PEM) == 1);
	CHECK(SSL_CTX_use_PrivateKey_file(ctx, key_file, SSL_FILETYPE_PEM) == 1);
	ssl = SSL_new(ctx);
	CHECK(ssl != NULL && SSL_set_fd(ssl, fd) == 1);
	CHECK(SSL_accept(ssl) == 1);
	n = SSL_read(ssl, buf, sizeof(buf));
	CHECK(n == 5 && SSL_pending(ssl) == 0);
	CHECK(SSL_write(ssl, buf, n) == n);
	CHECK(SSL_shutdown(ssl) >= 0);
	SSL_free(ssl);
	SSL_CTX_free(ctx);
	return NULL;
}

static int verified;

static int accept_all(int ok, X509_STORE_CTX *store)
{
	(void)ok;
	verified += X509_STORE_CTX_get_current_cert(store) != NULL;
	return 1;
}

static void connect_with(SSL_METHOD *method, const char *version)
{
	int fds[2];
	pthread_t server;
	SSL_CTX *ctx = SSL_CTX_new(method);
	SSL *ssl;
	const X509 *peer;
	X509_NAME *name;
	char buf[512];
	int bits = 0;

	CHECK(socketpair(AF_UNIX, SOCK_STREAM, 0, fds) == 0);
	CHECK(pthread_create(&server, NULL, serve, &fds[0]) == 0);
	CHECK(SSL_CTX_set_default_verify_paths(ctx) == 0);
	SSL_CTX_set_options(ctx, SSL_OP_ALL);
	ssl = SSL_new(ctx);
	CHECK(ssl != NULL && SSL_set_fd(ssl, fds[1]) == 1);
	SSL_set_verify(ssl, SSL_VERIFY_NONE, accept_all);
	verified = 0;
	CHECK(SSL_connect(ssl) == 1);
	CHECK(verified == 1);

	CHECK(SSL_get_cipher_name(ssl) != NULL && strlen(SSL_get_cipher_name(ssl)) > 3);
	SSL_get_cipher_bits(ssl, &bits);
	CHECK(bits >= 128);
	CHECK(version == NULL || strcmp(SSL_get_cipher_version(ssl), version) == 0);
	CHECK(SSL_CIPHER_description(SSL_get_current_cipher(ssl), buf, sizeof(buf)) == buf && strlen(buf) > 10);

	peer = SSL_get_peer_certificate(ssl);
	CHECK(peer != NULL && peer->size > 100);
	name = X509_get_subject_name(peer);
	CHECK(name != NULL && strcmp(name->common_name, "www.example.com") == 0 && name->country[0] == '\0');
	CHECK(X509_NAME_oneline(name, buf, sizeof(buf)) == buf && strstr(buf, "CN=www.example.com") != NULL);
	free(name);
	name = X509_get_issuer_name(peer);
	CHECK(name != NULL && strcmp(name->common_name, "Test intermediate") == 0);
	free(name);

	CHECK(SSL_write(ssl, "hello", 5) == 5);
	CHECK(SSL_read(ssl, buf, 2) == 2 && SSL_pending(ssl) == 3);
	CHECK(SSL_read(ssl, buf + 2, sizeof(buf) - 2) == 3 && memcmp(buf, "hello", 5) == 0);
	CHECK(SSL_read(ssl, buf, sizeof(buf)) == 0 && SSL_get_error(ssl, 0) == SSL_ERROR_ZERO_RETURN);
	CHECK(SSL_shutdown(ssl) >= 0);
	CHECK(pthread_join(server, NULL) == 0);
	SSL_free(ssl);
	SSL_CTX_free(ctx);
	close(fds[0]);
	close(fds[1]);
}

/* A peer that speaks no TLS. */
static void failures(void)
{
	static const char page[] = "HTTP/1.0 400 Bad Request\r\n\r\n";
	int fds[2];
	SSL_CTX *ctx = SSL_CTX_new(SSLv23_client_method());
	SSL *ssl = SSL_new(ctx);
	unsigned long e;

	CHECK(socketpair(AF_UNIX, SOCK_STREAM, 0, fds) == 0);
	CHECK(write(fds[0], page, sizeof(page)) == sizeof(page) && shutdown(fds[0], SHUT_WR) == 0);
	CHECK(SSL_set_fd(ssl, fds[1]) == 1);
	CHECK(SSL_connect(ssl) <= 0);
	CHECK(SSL_get_error(ssl, -1) != SSL_ERROR_NONE);
	e = ERR_get_error();
	CHECK(e != 0 && strlen(ERR_error_string(e, NULL)) > 0);
	CHECK(ERR_get_error() == 0);
	SSL_free(ssl);
	SSL_CTX_free(ctx);
	close(fds[0]);
	close(fds[1]);
}

/* RFC 1321 appendix A.5. RIPEMD160() is not here: the digest is not in the library, and the call aborts. */
static void digests(void)
{
	static const unsigned char md5[] = { 0x90, 0x01, 0x50, 0x98, 0x3c, 0xd2, 0x4f, 0xb0,
					     0xd6, 0x96, 0x3f, 0x7d, 0x28, 0xe1, 0x7f, 0x72 };
	unsigned char out[16];
	MD5_CTX md;

	CHECK(MD5((const unsigned char *)"abc", 3, out) == out && memcmp(out, md5, sizeof(md5)) == 0);
	MD5_Init(&md);
	MD5_Update(&md, "a", 1);
	MD5_Update(&md, "bc", 2);
	memset(out, 0, sizeof(out));
	MD5_Final(out, &md);
	CHECK(memcmp(out, md5, sizeof(md5)) == 0);
}

static void random_bytes(void)
{
	unsigned char a[32] = { 0 }, b[32] = { 0 };

	CHECK(RAND_status() == 1);
	CHECK(RAND_bytes(a, sizeof(a)) == 1 && RAND_pseudo_bytes(b, sizeof(b)) == 1);
	CHECK(memcmp(a, b, sizeof(a)) != 0);
}

int main(void)
{
	CHECK(SSL_library_init() == 1);
	SSL_load_error_strings();
	write_file(cert_file, leaf_pem);
	write_file(key_file, leaf_key_pem);
	connect_with(SSLv23_client_method(), NULL);
	connect_with(TLSv1_client_method(), "TLS1.0");
	failures();
	digests();
	random_bytes();
	unlink(cert_file);
	unlink(key_file);
	return check_result();
}
