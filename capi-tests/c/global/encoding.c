/* Hex, base64 and PEM; comparing and wiping memory. */
#include <gnutls/gnutls.h>
#include <gnutls/x509.h>
#include <stdlib.h>
#include <string.h>
#include "check.h"
#include "datum.h"

/* Checks a code and, if it is 0, the contents of the datum, which it frees. */
static int gives(int ret, gnutls_datum_t *d, const char *expected)
{
	int ok = ret == 0 && d->size == strlen(expected) && memcmp(d->data, expected, d->size) == 0;
	if (ret == 0)
		gnutls_free(d->data);
	return ok;
}

static void hex(void)
{
	gnutls_datum_t in = text("hello"), out, h;
	static const char *const bad[] = { "686", "zz", "68:65", " 6865", "6865\n", "68656c6c6g" };
	char buf[100];
	size_t n;

	n = sizeof buf;
	CHECK(gnutls_hex_encode(&in, buf, &n) == 0 && n == 11 && strcmp(buf, "68656c6c6f") == 0);
	n = 10;
	CHECK(gnutls_hex_encode(&in, buf, &n) == GNUTLS_E_SHORT_MEMORY_BUFFER && n == 10);
	n = 0;
	CHECK(gnutls_hex_encode(&in, NULL, &n) == GNUTLS_E_SHORT_MEMORY_BUFFER);
	CHECK(gives(gnutls_hex_encode2(&in, &out), &out, "68656c6c6f"));

	h = text("68656C6c6f");
	n = 5;
	CHECK(gnutls_hex_decode(&h, buf, &n) == 0 && n == 5 && memcmp(buf, "hello", 5) == 0);
	n = 4;
	CHECK(gnutls_hex_decode(&h, buf, &n) == GNUTLS_E_SHORT_MEMORY_BUFFER && n == 4);
	CHECK(gives(gnutls_hex_decode2(&h, &out), &out, "hello"));
	for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
		h = text(bad[i]);
		n = sizeof buf;
		CHECK(gnutls_hex_decode(&h, buf, &n) == GNUTLS_E_PARSING_ERROR);
		CHECK(gnutls_hex_decode2(&h, &out) == GNUTLS_E_PARSING_ERROR);
	}

	n = sizeof buf;
	CHECK(gnutls_hex2bin("68:65 6c", 8, buf, &n) == 0 && n == 3 && memcmp(buf, "hel", 3) == 0);
	n = sizeof buf;
	CHECK(gnutls_hex2bin("zz", 2, buf, &n) == 0 && n == 0);
	n = sizeof buf;
	CHECK(gnutls_hex2bin("686", 3, buf, &n) == GNUTLS_E_PARSING_ERROR);
	n = 4;
	CHECK(gnutls_hex2bin("68656c6c6f", 10, buf, &n) == GNUTLS_E_SHORT_MEMORY_BUFFER);
#ifdef OURS
	n = sizeof buf;
	CHECK(gnutls_hex2bin(NULL, 4, buf, &n) == GNUTLS_E_INVALID_REQUEST);
#endif
}

static void base64(void)
{
	static const char *const bad[] = { "aGVsbG8", "!!!!", "aGVsbG8=aGVs", "====", "aG", "a", "aGVsbG9=", "-_", "-aGVsbG8=", "aGVsb-G8=" };
	/* a dash ends the text */
	static const char *const good[] = { "aGVsbG8=", "aGVs bG8=", "aGVs\nbG8=\n", "aGVs\r\nbG8=", "aGVsbG8=-", "aGVsbG8=\n-=!" };
	gnutls_datum_t in = text("hello"), out;

	CHECK(gives(gnutls_base64_encode2(&in, &out), &out, "aGVsbG8="));
	for (size_t i = 0; i < sizeof good / sizeof good[0]; i++) {
		in = text(good[i]);
		CHECK(gives(gnutls_base64_decode2(&in, &out), &out, "hello"));
	}
	for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
		in = text(bad[i]);
		CHECK(gnutls_base64_decode2(&in, &out) == GNUTLS_E_BASE64_DECODING_ERROR);
	}
	in = text("");
	CHECK(gives(gnutls_base64_encode2(&in, &out), &out, ""));
	CHECK(gives(gnutls_base64_decode2(&in, &out), &out, ""));
}

static void pem(void)
{
	static const char block[] = "-----BEGIN TEST-----\naGVsbG8=\n-----END TEST-----\n";
	static const char two[] = "x\n-----BEGIN OTHER-----\nYQ==\n-----END OTHER-----\n"
				  "-----BEGIN TEST-----\r\naGVsbG8=\r\n-----END TEST-----\r\n";
	static const struct {
		const char *text;
		int code;
	} bad[] = { { "-----BEGIN TEST-----\naGVsbG8=\n", GNUTLS_E_BASE64_DECODING_ERROR },
		    { "-----BEGIN TEST-----\naGVsbG8=\n-", GNUTLS_E_BASE64_DECODING_ERROR },
		    { "-----BEGIN TEST-----\naGVsbG8=\n-----END", GNUTLS_E_BASE64_DECODING_ERROR },
		    { "-----BEGIN TEST-----\naGVsbG8=\n----END TEST-----\n", GNUTLS_E_BASE64_DECODING_ERROR },
		    { "-----END TEST-----\n-----BEGIN TEST-----\naGVsbG8=\n-----", GNUTLS_E_BASE64_DECODING_ERROR },
		    { "aGVsbG8=", GNUTLS_E_BASE64_UNEXPECTED_HEADER_ERROR },
		    { "", GNUTLS_E_BASE64_UNEXPECTED_HEADER_ERROR },
		    { "-----BEGIN TEST-----\n-----END TEST-----\n", GNUTLS_E_BASE64_DECODING_ERROR },
		    { "-----BEGIN TEST-----\n!!!!\n-----END TEST-----\n", GNUTLS_E_BASE64_DECODING_ERROR } };
	gnutls_datum_t in = text("hello"), out;
	char buf[100], label[60];
	size_t n;

	CHECK(gives(gnutls_pem_base64_encode2("TEST", &in, &out), &out, block));
	CHECK(gives(gnutls_pem_base64_encode2(NULL, &in, &out), &out, "aGVsbG8="));
	memset(label, 'A', sizeof label);
	label[50] = 0;
	CHECK(gnutls_pem_base64_encode2(label, &in, &out) == 0);
	gnutls_free(out.data);
	label[50] = 'A', label[51] = 0;
	CHECK(gnutls_pem_base64_encode2(label, &in, &out) == GNUTLS_E_BASE64_ENCODING_ERROR);
	n = 10;
	CHECK(gnutls_pem_base64_encode("TEST", &in, buf, &n) == GNUTLS_E_SHORT_MEMORY_BUFFER && n == 50);
	n = sizeof buf;
	CHECK(gnutls_pem_base64_encode("TEST", &in, buf, &n) == 0 && n == 49 && memcmp(buf, block, 49) == 0);

	in = text(two);
	CHECK(gives(gnutls_pem_base64_decode2("TEST", &in, &out), &out, "hello"));
	CHECK(gives(gnutls_pem_base64_decode2(NULL, &in, &out), &out, "a"));
	n = 4;
	CHECK(gnutls_pem_base64_decode("TEST", &in, (void *)buf, &n) == GNUTLS_E_SHORT_MEMORY_BUFFER && n == 5);
	n = sizeof buf;
	CHECK(gnutls_pem_base64_decode("TEST", &in, (void *)buf, &n) == 0 && n == 5);
	for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
		in = text(bad[i].text);
		CHECK(gnutls_pem_base64_decode2("TEST", &in, &out) == bad[i].code);
	}
}

static void memory(void)
{
	char a[8] = "abcdefg";

	CHECK(gnutls_memcmp("same", "same", 4) == 0);
	CHECK(gnutls_memcmp("same", "sane", 4) != 0);
	CHECK(gnutls_memcmp("a", "b", 0) == 0);
	gnutls_memset(a, 0, sizeof a);
	CHECK(memcmp(a, "\0\0\0\0\0\0\0\0", 8) == 0);
}

int main(void)
{
	hex();
	base64();
	pem();
	memory();
	return check_result();
}
