/* Keys with deterministic signatures: an RSA key of 2048 bits and an Ed25519 key, generated for these tests. */
#ifndef KEYS_H
#define KEYS_H

#include <string.h>
#include <gnutls/abstract.h>
#include <gnutls/x509.h>

#include "check.h"

static const char rsa_pem[] __attribute__((unused)) =
	"-----BEGIN RSA PRIVATE KEY-----\n"
	"MIIEpAIBAAKCAQEA2lKwW8pREZ2PkSrkWYCrGD4UQZPI0JD5ewXZ8LIcTjkcwYzQ\n"
	"WLqfUAEOAxAYCgxCIdf5Ewuinxh6XWB/8dm13o8PADvLuh79jtzpiStwIEhX/mLz\n"
	"hx0jks1tnXXTyNv2CG1FubC/0RtUjV7Cfhla3X+byUPcGVybGFluoLd12pKMBJm7\n"
	"Lr1UChzJqpGKQRfVL2/EZIjM6neJcjhDMTHxkOHowYhJ8zB/qav2guGrazs+2rp5\n"
	"OYG4NZUan/B5aTaaRo9r68jvt1WSjEjIgyAb2i3HM1Uqz2NOZZEnxq/3sd9S1GXZ\n"
	"x0o3Cobhsgr3Zcjl1o3G1YRCSH0wChKJmwC0XQIDAQABAoIBAQCDLgANhyji3rsu\n"
	"zIjcRnWHYXWmWXfl6dYdV0y2VS6wyZw/p65gQfILjjavHHJ1RxxNXYmpKeqSkZCk\n"
	"nqEB3oBqs6ady1AECy7rMk2YP+NlYlKM5UPSQW3ofUqJvAx+ubvBIHcutcbri/Jn\n"
	"5zIRtoZkZJJkgkOzcXM3VDUmmFVV+G8DnZBYrUSrCCsVCrHqsNV3ZeOvLR6IXwqZ\n"
	"P54MUE4uR3WNEK54o54qtV3XtNL6U+eqhc9XJrgFhlV2efGnIoknWQml4cI6sWHO\n"
	"T9XQgxjEBRAUfYpGQO7ycPK78pZONo20o3/v1ByChg+MJ3iKzqSGWY8bKvZpN/1m\n"
	"66rVhvhBAoGBAP72KaK3BdyPXLfEEQQGmGlIyBF5WN7vfL8+OLruNZyhq5rGmTFm\n"
	"xIaBEdcBDeUo7RRLpxz086v7YBVUEzcH6zQqnaclLMV2xaSFsC2/L1LMilOh3FFu\n"
	"AIL5NS+bfcrEKht0H5LyX+TBEAowNxXeayxwRwC5HNCKWLjZfJ4mNCAVAoGBANs2\n"
	"Uycoln9YB2zXwk8kakdnAPpVMFWmbeD+etLUYwUSOrak9kavR7EjK4/aHujdAzjB\n"
	"JoN2j5ZfvfqxvYHS3gxyZQofnSO1i59xS1uV5NdPNakMlEdeArALdGSTOxs6NQc/\n"
	"Swt0gPm86384jcFzWRmLUbMBioblaAwBwf+uDI0pAoGAU3amHpwnkRJlWcsXfufh\n"
	"0OWAiSfeTey8O6bUz2zXpBTQpnRJBgEMaLOr8WRo9hG1uqUhabtOYYiC5biGKcev\n"
	"2X3x6hujUmkVPkx9ZhxmE4bd6Y7dHtMR285U+ObAATbCSgZzp5kshygkZhFulvwe\n"
	"vYdr1vLCWgpQDQM1Zlg/TBkCgYBlo+usRWp6gyN2ORg0P+szTjQq3iL6I5/g6b2j\n"
	"UazT5h7pHtW98nmoTWleWsFoMUnUH+Kuo+Nx0tSwj4cR0eb5GHV22y+uJfgmJo7N\n"
	"WVPw7R4xUs7RxGo0nCsMkyOdvUBnKtat6gf/Q7RhmaRIpSYT7QAlorpLT8UNhCci\n"
	"WN4i+QKBgQDN5UlqZ3E+sailFpaSS9uURJUc0SeIAsiSqeuRhPLhc2lE1JwsgXnT\n"
	"yqv/rh4Altj8wjX58hrNGiqYM45XJ8p2/Kpg6mFX4AalyZIKr/EnPkW+HZnNKfJp\n"
	"APGuvQ2knXvU7Y1BeHVPyxGfSJkD8MfsH7ySHEkz8ssnesKU9OWb+A==\n"
	"-----END RSA PRIVATE KEY-----\n";

static const char ed_pem[] __attribute__((unused)) =
	"-----BEGIN PRIVATE KEY-----\n"
	"MC4CAQAwBQYDK2VwBCIEIJwwZtSNUOHCPIGqs5987SPChvNFef7uorzSpPPC8CUg\n"
	"-----END PRIVATE KEY-----\n";

static inline gnutls_x509_privkey_t key_of(const char *pem)
{
	gnutls_datum_t text = { (unsigned char *)pem, strlen(pem) };
	gnutls_x509_privkey_t key;

	CHECK(gnutls_x509_privkey_init(&key) == 0);
	CHECK(gnutls_x509_privkey_import2(key, &text, GNUTLS_X509_FMT_PEM, NULL, 0) == 0);
	return key;
}

/* Non-zero if the SHA-256 of the bytes is this, in hex; prints the digest if it is not. */
static inline int has_digest(const gnutls_datum_t *bytes, const char *want)
{
	unsigned char digest[32];
	size_t size = sizeof digest;
	char text[65] = "";

	if (gnutls_fingerprint(GNUTLS_DIG_SHA256, bytes, digest, &size) != 0)
		return 0;
	for (size_t i = 0; i < size; i++)
		sprintf(text + 2 * i, "%02x", digest[i]);
	if (strcmp(text, want) != 0)
		fprintf(stderr, "SHA-256 is %s\n", text);
	return strcmp(text, want) == 0;
}

#endif
