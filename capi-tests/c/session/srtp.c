/* SRTP: profiles, keys and master key identifiers. */
#include "datagrams.h"

#define SHA1_80 "SRTP_AES128_CM_HMAC_SHA1_80"
#define NULL_80 "SRTP_NULL_HMAC_SHA1_80"

static void test_names(void)
{
	static const struct { gnutls_srtp_profile_t profile; const char *name; } rows[] = {
		{ GNUTLS_SRTP_AES128_CM_HMAC_SHA1_80, SHA1_80 },
		{ GNUTLS_SRTP_AES128_CM_HMAC_SHA1_32, "SRTP_AES128_CM_HMAC_SHA1_32" },
		{ GNUTLS_SRTP_NULL_HMAC_SHA1_80, NULL_80 },
		{ GNUTLS_SRTP_NULL_HMAC_SHA1_32, "SRTP_NULL_SHA1_32" },
	};
	gnutls_srtp_profile_t profile;
	unsigned i;

	for (i = 0; i < sizeof rows / sizeof *rows; i++) {
		CHECK(!strcmp(gnutls_srtp_get_profile_name(rows[i].profile), rows[i].name));
		profile = 0;
		CHECK_IS(gnutls_srtp_get_profile_id(rows[i].name, &profile), 0);
		CHECK_IS(profile, rows[i].profile);
	}
	CHECK(gnutls_srtp_get_profile_name(3) == NULL);
	CHECK_IS(gnutls_srtp_get_profile_id("srtp", &profile), GNUTLS_E_ILLEGAL_PARAMETER);
	CHECK_IS(profile, 0);
}

/* The profiles of either side, and the one that is selected. */
static void test_selection(const char *client, const char *server, const char *mki, int selected)
{
	struct dtls d;
	struct side *sides[2];
	unsigned char keys[2][100];
	gnutls_datum_t id = { (void *)mki, mki ? strlen(mki) : 0 }, got, ck, cs, sk, ss;
	gnutls_srtp_profile_t profile;
	int c, s, i;

	dtls_new(&d, ANON);
	if (client)
		CHECK_IS(gnutls_srtp_set_profile_direct(d.client.s, client, NULL), 0);
	if (server)
		CHECK_IS(gnutls_srtp_set_profile_direct(d.server.s, server, NULL), 0);
	if (mki)
		CHECK_IS(gnutls_srtp_set_mki(d.client.s, &id), 0);
	dtls_handshake(&d, &c, &s);
	CHECK_IS(c, 0);
	CHECK_IS(s, 0);
	sides[0] = &d.client;
	sides[1] = &d.server;
	for (i = 0; i < 2; i++) {
		gnutls_session_t session = sides[i]->s;

		if (!selected) {
			CHECK_IS(gnutls_srtp_get_selected_profile(session, &profile), GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE);
			CHECK_IS(gnutls_srtp_get_keys(session, keys[i], 100, &ck, &cs, &sk, &ss), GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE);
			CHECK_IS(gnutls_srtp_get_mki(session, &got), GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE);
			continue;
		}
		CHECK_IS(gnutls_srtp_get_selected_profile(session, &profile), 0);
		CHECK_IS(profile, selected);
		CHECK_IS(gnutls_srtp_get_keys(session, keys[i], 59, &ck, &cs, &sk, &ss), GNUTLS_E_SHORT_MEMORY_BUFFER);
		CHECK_IS(gnutls_srtp_get_keys(session, keys[i], 60, NULL, NULL, NULL, NULL), 60);
		CHECK_IS(gnutls_srtp_get_keys(session, keys[i], 100, &ck, &cs, &sk, &ss), 60);
		CHECK(ck.data == keys[i] && ck.size == 16);
		CHECK(sk.data == keys[i] + 16 && sk.size == 16);
		CHECK(cs.data == keys[i] + 32 && cs.size == 14);
		CHECK(ss.data == keys[i] + 46 && ss.size == 14);
		if (mki) {
			CHECK_IS(gnutls_srtp_get_mki(session, &got), 0);
			CHECK(got.size == id.size && !memcmp(got.data, mki, got.size));
		} else {
			CHECK_IS(gnutls_srtp_get_mki(session, &got), GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE);
		}
	}
	if (selected) {
		unsigned char exported[60];

		CHECK(!memcmp(keys[0], keys[1], 60));
		CHECK_IS(gnutls_prf(d.client.s, 19, "EXTRACTOR-dtls_srtp", 0, 0, NULL, 60, (char *)exported), 0);
		CHECK(!memcmp(keys[0], exported, 60));
	}
	dtls_free(&d);
}

static void test_setters(void)
{
	struct dtls d;
	const char *list = SHA1_80 ":bad:" NULL_80, *where = NULL;
	gnutls_datum_t mki = { (void *)"", 0 };

	dtls_new(&d, ANON);
	CHECK_IS(gnutls_srtp_set_profile_direct(d.client.s, list, &where), GNUTLS_E_INVALID_REQUEST);
	CHECK(where == list + strlen(SHA1_80) + 1);
	CHECK_IS(gnutls_srtp_set_profile(d.client.s, GNUTLS_SRTP_AES128_CM_HMAC_SHA1_32), 0);
	CHECK_IS(gnutls_srtp_set_mki(d.client.s, &mki), GNUTLS_E_INVALID_REQUEST);
	dtls_free(&d);
}

int main(void)
{
	test_names();
	test_setters();
	test_selection(SHA1_80, SHA1_80, NULL, GNUTLS_SRTP_AES128_CM_HMAC_SHA1_80);
	test_selection(SHA1_80, SHA1_80, "mki", GNUTLS_SRTP_AES128_CM_HMAC_SHA1_80);
	test_selection(SHA1_80 ":" NULL_80, NULL_80 ":" SHA1_80, NULL, GNUTLS_SRTP_AES128_CM_HMAC_SHA1_80);
	test_selection(NULL_80, SHA1_80 ":" NULL_80, NULL, GNUTLS_SRTP_NULL_HMAC_SHA1_80);
	test_selection(SHA1_80, NULL_80, NULL, 0);
	test_selection(SHA1_80, NULL, NULL, 0);
	test_selection(NULL, SHA1_80, NULL, 0);
	gnutls_anon_free_client_credentials(client_anon);
	gnutls_anon_free_server_credentials(server_anon);
	return check_result();
}
