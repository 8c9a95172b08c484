/* PSK credentials: what is accepted, and what is not. */
#include "check.h"
#include <stdio.h>
#include <string.h>
#include <gnutls/gnutls.h>

#define DATUM(text) { (void *)(text), sizeof(text) - 1 }

static gnutls_psk_client_credentials_t client;
static gnutls_psk_server_credentials_t server;

static void test_keys(void)
{
	static const gnutls_datum_t raw = DATUM("0123456789abcdef"), empty = DATUM(""), none = { NULL, 0 };
	static const struct { gnutls_datum_t digits; int code; } rows[] = {
		{ DATUM("01020304"), 0 }, { DATUM("ABCDEF01"), 0 }, { DATUM("0102030405"), 0 }, { DATUM("010203"), GNUTLS_E_INVALID_REQUEST },
		{ DATUM(""), GNUTLS_E_INVALID_REQUEST }, { DATUM("010203041"), GNUTLS_E_PARSING_ERROR },
		{ DATUM("zz020304"), GNUTLS_E_PARSING_ERROR }, { DATUM(" 01020304"), GNUTLS_E_PARSING_ERROR },
		{ DATUM("01 02 03 04"), GNUTLS_E_PARSING_ERROR }, { DATUM("01:02:03:04"), GNUTLS_E_PARSING_ERROR },
	};
	size_t i;
	for (i = 0; i < sizeof rows / sizeof *rows; i++) {
		CHECK(gnutls_psk_set_client_credentials(client, "bob", &rows[i].digits, GNUTLS_PSK_KEY_HEX) == rows[i].code);
		CHECK(gnutls_psk_set_client_credentials2(client, &raw, &rows[i].digits, GNUTLS_PSK_KEY_HEX) == rows[i].code);
	}
	CHECK(gnutls_psk_set_client_credentials(client, "bob", &raw, GNUTLS_PSK_KEY_RAW) == 0);
	CHECK(gnutls_psk_set_client_credentials(client, "bob", &empty, GNUTLS_PSK_KEY_RAW) == 0);
	CHECK(gnutls_psk_set_client_credentials(client, "", &raw, GNUTLS_PSK_KEY_RAW) == 0);
	/* What is not RAW is digits. */
	CHECK(gnutls_psk_set_client_credentials(client, "bob", &raw, 7) == 0);
	CHECK(gnutls_psk_set_client_credentials(client, "bob", &none, GNUTLS_PSK_KEY_RAW) == GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_psk_set_client_credentials(client, "bob", NULL, GNUTLS_PSK_KEY_RAW) == GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_psk_set_client_credentials(client, NULL, &raw, GNUTLS_PSK_KEY_RAW) == GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_psk_set_client_credentials2(client, &empty, &raw, GNUTLS_PSK_KEY_RAW) == 0);
	CHECK(gnutls_psk_set_client_credentials2(client, &none, &raw, GNUTLS_PSK_KEY_RAW) == GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_psk_set_client_credentials2(client, NULL, &raw, GNUTLS_PSK_KEY_RAW) == GNUTLS_E_INVALID_REQUEST);
}

static void test_server(void)
{
	CHECK(gnutls_psk_set_server_credentials_file(server, "/nonexistent/psk") == GNUTLS_E_FILE_ERROR);
	CHECK(gnutls_psk_set_server_credentials_file(server, NULL) == GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_psk_set_server_credentials_hint(server, "who?") == 0);
	CHECK(gnutls_psk_set_server_credentials_hint(server, "") == 0);
	CHECK(gnutls_psk_set_server_credentials_hint(server, NULL) == GNUTLS_E_MEMORY_ERROR);
	CHECK(gnutls_psk_set_server_known_dh_params(server, GNUTLS_SEC_PARAM_MEDIUM) == 0);
}

/* Before a handshake there are no names and hints. */
static void test_getters(void)
{
	gnutls_session_t s, c;
	gnutls_datum_t name = { (void *)"unchanged", 9 };
	CHECK(gnutls_init(&s, GNUTLS_SERVER) == 0 && gnutls_init(&c, GNUTLS_CLIENT) == 0);
	CHECK(gnutls_psk_server_get_username(s) == NULL);
	CHECK(gnutls_psk_server_get_username2(s, &name) == GNUTLS_E_INVALID_REQUEST);
	CHECK(name.size == 9 && !memcmp(name.data, "unchanged", 9));
	CHECK(gnutls_psk_client_get_hint(c) == NULL);
	CHECK(gnutls_psk_client_get_hint(s) == NULL);
	CHECK(gnutls_auth_get_type(c) == 0 && gnutls_auth_client_get_type(c) == 0 && gnutls_auth_server_get_type(s) == 0);
	gnutls_deinit(s);
	gnutls_deinit(c);
}

#if GNUTLS_VERSION_NUMBER >= 0x03080b
static void test_hash(void)
{
	static const int refused[] = { GNUTLS_MAC_SHA512, GNUTLS_MAC_SHA1, GNUTLS_MAC_MD5, GNUTLS_MAC_AEAD, 9999 };
	gnutls_psk_client_credentials_t c;
	gnutls_psk_server_credentials_t s;
	size_t i;
	for (i = 0; i < sizeof refused / sizeof *refused; i++) {
		CHECK(gnutls_psk_allocate_client_credentials2(&c, refused[i]) == GNUTLS_E_INVALID_REQUEST);
		CHECK(gnutls_psk_allocate_server_credentials2(&s, refused[i]) == GNUTLS_E_INVALID_REQUEST);
	}
	CHECK(gnutls_psk_allocate_client_credentials2(&c, GNUTLS_MAC_SHA384) == 0);
	CHECK(gnutls_psk_allocate_server_credentials2(&s, GNUTLS_MAC_SHA256) == 0);
	gnutls_psk_free_client_credentials(c);
	gnutls_psk_free_server_credentials(s);
}

/* ImportedIdentity of RFC 9258 section 5.1: two vectors, the protocol, HKDF_SHA256 (1) or HKDF_SHA384 (2). */
static void test_imported(void)
{
	static const gnutls_datum_t bob = DATUM("bob"), context = DATUM("ctx"), empty = DATUM("");
	static const struct { const gnutls_datum_t *context; int version, hash, code; gnutls_datum_t want; } rows[] = {
		{ &context, GNUTLS_TLS1_3, GNUTLS_DIG_SHA384, 0, DATUM("\0\3bob\0\3ctx\3\4\0\2") },
		{ &empty, GNUTLS_DTLS1_2, GNUTLS_DIG_SHA256, 0, DATUM("\0\3bob\0\0\xfe\xfd\0\1") },
		{ &empty, GNUTLS_TLS1_3, GNUTLS_DIG_SHA512, GNUTLS_E_UNKNOWN_HASH_ALGORITHM, DATUM("") },
#ifdef OURS
		/* GnuTLS crashes. */
		{ NULL, GNUTLS_TLS1_3, GNUTLS_DIG_SHA256, 0, DATUM("\0\3bob\0\0\3\4\0\1") },
		{ &empty, 99, GNUTLS_DIG_SHA256, GNUTLS_E_INVALID_REQUEST, DATUM("") },
#endif
	};
	size_t i;
	for (i = 0; i < sizeof rows / sizeof *rows; i++) {
		gnutls_datum_t out = { NULL, 0 };
		CHECK(gnutls_psk_format_imported_identity(&bob, rows[i].context, rows[i].version, rows[i].hash, &out) == rows[i].code);
		CHECK(out.size == rows[i].want.size && !memcmp(out.data ? out.data : (void *)"", rows[i].want.data, out.size));
		gnutls_free(out.data);
	}
}
#endif

#ifdef OURS
/* GnuTLS crashes. */
static void test_null(void)
{
	static const gnutls_datum_t raw = DATUM("0123456789abcdef");
	gnutls_datum_t out;
	CHECK(gnutls_psk_allocate_client_credentials(NULL) == GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_psk_allocate_server_credentials(NULL) == GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_psk_set_client_credentials(NULL, "bob", &raw, 0) == GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_psk_set_client_credentials2(NULL, &raw, &raw, 0) == GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_psk_set_server_credentials_file(NULL, "/tmp") == GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_psk_set_server_credentials_hint(NULL, "who?") == GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_psk_set_server_known_dh_params(NULL, GNUTLS_SEC_PARAM_MEDIUM) == GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_psk_format_imported_identity(NULL, &raw, GNUTLS_TLS1_3, GNUTLS_DIG_SHA256, &out) == GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_psk_server_get_username(NULL) == NULL && gnutls_psk_client_get_hint(NULL) == NULL);
	CHECK(gnutls_psk_server_get_username2(NULL, &out) == GNUTLS_E_INVALID_REQUEST);
	gnutls_psk_free_client_credentials(NULL);
	gnutls_psk_free_server_credentials(NULL);
	gnutls_psk_set_client_credentials_function(NULL, NULL);
	gnutls_psk_set_client_credentials_function2(NULL, NULL);
	gnutls_psk_set_client_credentials_function3(NULL, NULL);
	gnutls_psk_set_server_credentials_function(NULL, NULL);
	gnutls_psk_set_server_credentials_function2(NULL, NULL);
	gnutls_psk_set_server_credentials_function3(NULL, NULL);
	gnutls_psk_set_server_dh_params(NULL, NULL);
	gnutls_psk_set_params_function(NULL, NULL);
	gnutls_psk_set_server_params_function(NULL, NULL);
}
#endif

int main(void)
{
	CHECK(gnutls_psk_allocate_client_credentials(&client) == 0);
	CHECK(gnutls_psk_allocate_server_credentials(&server) == 0);
	test_keys();
	test_server();
	test_getters();
#if GNUTLS_VERSION_NUMBER >= 0x03080b
	test_hash();
	test_imported();
#endif
#ifdef OURS
	test_null();
#endif
	gnutls_psk_free_client_credentials(client);
	gnutls_psk_free_server_credentials(server);
	return check_result();
}
