/* SRP credentials, verifiers, and the base64 of their files. */
#include "check.h"
#include <stdio.h>
#include <string.h>
#include <gnutls/gnutls.h>

#define DATUM(text) { (void *)(text), sizeof(text) - 1 }

static void test_base64(void)
{
	static const struct { gnutls_datum_t bytes; const char *text; } both[] = {
		{ DATUM(""), "" }, { DATUM("\xa0"), "2W" }, { DATUM("\xa0\xb1"), "A2n" }, { DATUM("\xa0\xb1\xc2"), "eB72" },
		{ DATUM("\xa0\xb1\xc2\xd3"), "2WiSBJ" }, { DATUM("\x24"), "a" }, { DATUM("\x3f"), "/" }, { DATUM("\x40"), "10" },
		{ DATUM("\1\2"), "42" }, { DATUM("\x0f\xff"), "//" }, { DATUM("\x10\0"), "100" }, { DATUM("\0"), "0" }, { DATUM("\0\0\5"), "0005" },
		{ DATUM("\0\0\0\5"), "00005" },
	};
	static const struct { const char *text; int code; gnutls_datum_t bytes; } rows[] = {
		{ "00", 0, DATUM("\0") }, { "000", 0, DATUM("\0\0") }, { "0a", 0, DATUM("\x24") }, { "00a", 0, DATUM("\0\x24") },
		{ "ab", 0, DATUM("\x09\x25") }, { "abc", 0, DATUM("\x02\x49\x66") }, { "zzzzzzz", 0, DATUM("\x03\xdf\x7d\xf7\xdf\x7d") },
		{ "ab\n", GNUTLS_E_BASE64_DECODING_ERROR, DATUM("") }, { "@@@@", GNUTLS_E_BASE64_DECODING_ERROR, DATUM("") },
		{ "AAAA=", GNUTLS_E_BASE64_DECODING_ERROR, DATUM("") },
	};
	char buf[64];
	size_t i, size;
	gnutls_datum_t out;
	for (i = 0; i < sizeof both / sizeof *both; i++) {
		gnutls_datum_t text = { (void *)both[i].text, strlen(both[i].text) };
		size = sizeof buf;
		CHECK(gnutls_srp_base64_encode(&both[i].bytes, buf, &size) == 0);
		CHECK(size == text.size && !memcmp(buf, text.data, size));
		CHECK(gnutls_srp_base64_encode2(&both[i].bytes, &out) == 0);
		CHECK(out.size == text.size && !memcmp(out.data, text.data, out.size));
		gnutls_free(out.data);
		size = sizeof buf;
		CHECK(gnutls_srp_base64_decode(&text, buf, &size) == 0);
		CHECK(size == both[i].bytes.size && !memcmp(buf, both[i].bytes.data, size));
		if (text.size > 1) {
			size = text.size - 1;
			CHECK(gnutls_srp_base64_encode(&both[i].bytes, buf, &size) == GNUTLS_E_SHORT_MEMORY_BUFFER);
			CHECK(size == text.size);
			size = both[i].bytes.size - 1;
			CHECK(gnutls_srp_base64_decode(&text, buf, &size) == GNUTLS_E_SHORT_MEMORY_BUFFER);
			CHECK(size == both[i].bytes.size);
		}
	}
	for (i = 0; i < sizeof rows / sizeof *rows; i++) {
		gnutls_datum_t text = { (void *)rows[i].text, strlen(rows[i].text) };
		out.data = NULL;
		out.size = 0;
		CHECK(gnutls_srp_base64_decode2(&text, &out) == rows[i].code);
		if (!rows[i].code)
			CHECK(out.size == rows[i].bytes.size && !memcmp(out.data, rows[i].bytes.data, out.size));
		gnutls_free(rows[i].code ? NULL : out.data);
	}
#ifdef OURS
	/* GnuTLS writes "0". */
	out.data = (void *)"\0\5";
	out.size = 2;
	size = sizeof buf;
	CHECK(gnutls_srp_base64_encode(&out, buf, &size) == 0 && size == 1 && *buf == '5');
#endif
}

/* The vector of RFC 5054 appendix B, by its begin and its end. */
static void test_verifier(void)
{
	static const gnutls_datum_t salt = DATUM("\xbe\xb2\x53\x79\xd1\xa8\x58\x1e\xb5\xa7\x27\x67\x3a\x24\x41\xee"), empty = DATUM("");
	gnutls_datum_t v;
	CHECK(gnutls_srp_verifier("alice", "password123", &salt, &gnutls_srp_1024_group_generator, &gnutls_srp_1024_group_prime, &v) == 0);
	CHECK(v.size == 128 && !memcmp(v.data, "\x7e\x27\x3d\xe8\x69\x6f\xfc\x4f", 8) && !memcmp(v.data + 120, "\xdb\x2b\xe3\x15\xe2\x09\x9a\xfb", 8));
	gnutls_free(v.data);
	CHECK(gnutls_srp_verifier("", "", &empty, &gnutls_srp_1024_group_generator, &gnutls_srp_1024_group_prime, &v) == 0);
	gnutls_free(v.data);
	CHECK(gnutls_srp_verifier("alice", "p", &salt, &empty, &gnutls_srp_1024_group_prime, &v) == GNUTLS_E_MPI_SCAN_FAILED);
	CHECK(gnutls_srp_verifier("alice", "p", &salt, &gnutls_srp_1024_group_generator, &empty, &v) == GNUTLS_E_MPI_SCAN_FAILED);
}

static void test_credentials(void)
{
	static const gnutls_datum_t seed = DATUM("seed");
	gnutls_srp_client_credentials_t c;
	gnutls_srp_server_credentials_t s;
	gnutls_session_t session;
	char name[300];
	CHECK(gnutls_srp_allocate_client_credentials(&c) == 0);
	CHECK(gnutls_srp_allocate_server_credentials(&s) == 0);
	CHECK(gnutls_srp_set_client_credentials(c, "alice", "password") == 0);
	CHECK(gnutls_srp_set_client_credentials(c, "", "password") == 0);
	CHECK(gnutls_srp_set_client_credentials(c, NULL, "password") == GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_srp_set_client_credentials(c, "alice", NULL) == GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_srp_set_server_credentials_file(s, "/nonexistent/a", "/etc/passwd") == GNUTLS_E_FILE_ERROR);
	CHECK(gnutls_srp_set_server_credentials_file(s, "/etc/passwd", "/nonexistent/b") == GNUTLS_E_FILE_ERROR);
	CHECK(gnutls_srp_set_server_credentials_file(s, NULL, "/etc/passwd") == GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_srp_set_server_credentials_file(s, "/etc/passwd", NULL) == GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_srp_set_server_credentials_file(s, "/etc/passwd", "/etc/passwd") == 0);
	gnutls_srp_set_server_fake_salt_seed(s, &seed, 16);
	CHECK(gnutls_init(&session, GNUTLS_SERVER) == 0);
	CHECK(gnutls_srp_server_get_username(session) == NULL);
	gnutls_deinit(session);
#ifdef OURS
	/* What GnuTLS crashes on, or takes and cannot send. */
	memset(name, 'a', 256);
	name[256] = 0;
	CHECK(gnutls_srp_set_client_credentials(c, name, "password") == GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_srp_allocate_client_credentials(NULL) == GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_srp_allocate_server_credentials(NULL) == GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_srp_set_client_credentials(NULL, "a", "b") == GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_srp_set_server_credentials_file(NULL, "a", "b") == GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_srp_server_get_username(NULL) == NULL);
	CHECK(gnutls_srp_verifier(NULL, "a", &seed, &seed, &seed, NULL) == GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_srp_base64_encode2(NULL, NULL) == GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_srp_base64_decode2(NULL, NULL) == GNUTLS_E_INVALID_REQUEST);
	gnutls_srp_set_client_credentials_function(NULL, NULL);
	gnutls_srp_set_server_credentials_function(NULL, NULL);
	gnutls_srp_set_server_fake_salt_seed(NULL, NULL, 0);
	gnutls_srp_set_server_fake_salt_seed(s, NULL, 1000);
	gnutls_srp_set_prime_bits(NULL, 0);
	gnutls_srp_free_client_credentials(NULL);
	gnutls_srp_free_server_credentials(NULL);
#endif
	(void)name;
	gnutls_srp_free_client_credentials(c);
	gnutls_srp_free_server_credentials(s);
}

int main(void)
{
	gnutls_srp_client_credentials_t c;
	if (gnutls_srp_allocate_client_credentials(&c) < 0) {
		puts("skip    credentials/srp: this GnuTLS is built without SRP");
		return 0;
	}
	gnutls_srp_free_client_credentials(c);
	CHECK(gnutls_srp_allocate_client_credentials(&c) == 0);
	gnutls_srp_free_client_credentials(c);
	test_base64();
	test_verifier();
	test_credentials();
	return check_result();
}
