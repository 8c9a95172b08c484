/* Lines of the system's configuration that other tests do not need. The file is read when a program starts, so that each case is a
 * child: this program again, with its number as an argument. */
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>
#include <gnutls/gnutls.h>
#include <gnutls/abstract.h>
#include "check.h"

#ifndef GNUTLS_E_UNSUPPORTED_ENCRYPTION_ALGORITHM
#define GNUTLS_E_UNSUPPORTED_ENCRYPTION_ALGORITHM -113 /* of GnuTLS 3.8 */
#endif

static void encrypts(int allowed)
{
	gnutls_datum_t text = { (unsigned char *)"secret", 6 }, sealed = { NULL, 0 }, plain = { NULL, 0 };
	unsigned char out[6];
	gnutls_privkey_t key;
	gnutls_pubkey_t public;
	int code = allowed ? 0 : GNUTLS_E_UNSUPPORTED_ENCRYPTION_ALGORITHM;

	CHECK(gnutls_privkey_init(&key) == 0 && gnutls_pubkey_init(&public) == 0);
	CHECK(gnutls_privkey_generate(key, GNUTLS_PK_RSA, 2048, 0) == 0);
	CHECK(gnutls_pubkey_import_privkey(public, key, 0, 0) == 0);
	CHECK(gnutls_pubkey_encrypt_data(public, 0, &text, &sealed) == code);
	if (!allowed) {
		/* Any ciphertext of the modulus' size. */
		sealed.size = 256;
		sealed.data = gnutls_calloc(1, sealed.size);
		sealed.data[255] = 2;
	}
	CHECK(gnutls_privkey_decrypt_data(key, 0, &sealed, &plain) == code);
	CHECK(gnutls_privkey_decrypt_data2(key, 0, &sealed, out, sizeof out) == code);
	gnutls_free(sealed.data);
	gnutls_free(plain.data);
	gnutls_privkey_deinit(key);
	gnutls_pubkey_deinit(public);
}

/* GNUTLS_SYSTEM_PRIORITY_FAIL_ON_INVALID: GnuTLS ends the process when it is loaded, we fail gnutls_global_init. */
static void refused(int strict)
{
	CHECK(gnutls_global_init() == (strict ? GNUTLS_E_INVALID_REQUEST : 0));
}

static const struct {
	const char *text, *strict;
	void (*run)(int);
	int argument;
	/* The version of GnuTLS from which on it holds. */
	const char *since;
} cases[] = {
	{ "[overrides]\nallow-rsa-pkcs1-encrypt = true\n", "0", encrypts, 1, "3.7.0" },
	{ "[overrides]\nallow-rsa-pkcs1-encrypt = false\n", "0", encrypts, 0, "3.8.3" },
	{ "[overrides]\nnothing-known = 1\n", "0", refused, 0, "3.7.0" },
#ifdef OURS
	{ "[overrides]\nnothing-known = 1\n", "1", refused, 1, "3.7.0" },
	{ "[overrides]\ndisabled-curve = none-known\n", "1", refused, 1, "3.7.0" },
#endif
	{ "# A comment.\n[overrides]\ndisabled-curve = secp521r1\n", "1", refused, 0, "3.7.0" },
};

int main(int argc, char **argv)
{
	char number[12], path[] = "/tmp/system-config-XXXXXX";
	int fd, status;
	size_t i;

	if (argc > 1) {
		i = atoi(argv[1]);
		cases[i].run(cases[i].argument);
		return check_result();
	}
	fd = mkstemp(path);
	CHECK(fd >= 0);
	setenv("GNUTLS_SYSTEM_PRIORITY_FILE", path, 1);
	for (i = 0; i < sizeof cases / sizeof *cases; i++) {
		if (!gnutls_check_version(cases[i].since))
			continue;
		CHECK(ftruncate(fd, 0) == 0 && pwrite(fd, cases[i].text, strlen(cases[i].text), 0) == (ssize_t)strlen(cases[i].text));
		snprintf(number, sizeof number, "%zu", i);
		setenv("GNUTLS_SYSTEM_PRIORITY_FAIL_ON_INVALID", cases[i].strict, 1);
		if (fork() == 0) {
			execl("/proc/self/exe", argv[0], number, NULL);
			_exit(99);
		}
		CHECK(wait(&status) > 0);
		if (!WIFEXITED(status) || WEXITSTATUS(status) != 0) {
			fprintf(stderr, "case %zu: %x\n", i, status);
			check_failures++;
		}
	}
	close(fd);
	unlink(path);
	return check_result();
}
