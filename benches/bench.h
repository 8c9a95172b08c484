/* What the files of the bench share. */
#ifndef BENCH_H
#define BENCH_H
#include <gnutls/gnutls.h>
#include <stdio.h>
#include <stdlib.h>

#define TRY(x) \
	do { \
		int code_ = (x); \
		if (code_ < 0) { \
			fprintf(stderr, "%s: %s\n", #x, gnutls_strerror(code_)); \
			exit(1); \
		} \
	} while (0)

extern gnutls_certificate_credentials_t client_cred, server_cred;

double now(void);
void must(int holds, const char *what);
/* Makes the credentials of the pairs that follow: the CA for clients, a certificate of this name for servers. */
void credentials(const char *certs, const char *name);
void datagrams(const char *certs);

#endif
