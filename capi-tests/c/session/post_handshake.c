/* TLS 1.3 after the handshake: calls of the application's hooks and keys while a reply to the peer is generated. */
#include <gnutls/abstract.h>
#include "identities.h"
#include "sessions.h"

#ifdef OURS
/* How many of the sent messages the hook suspends, and how many it was called for. */
static int to_hold, shown;

static int hold(gnutls_session_t s, unsigned type, unsigned when, unsigned incoming, const gnutls_datum_t *m)
{
	if (incoming)
		return 0;
	shown++;
	return to_hold-- > 0 ? GNUTLS_E_AGAIN : 0;
}

/* A KeyUpdate that the peer requested and a hook suspended is still sent once before the next data. */
static void test_held_key_update(void)
{
	struct pair p;
	char buf[8];
	gnutls_datum_t key;
	unsigned char before[64], number[8];
	pair_new(&p, TLS13, 0, GNUTLS_NO_TICKETS);
	HANDSHAKE(&p, 0, 0);
	CHECK_IS(gnutls_record_get_state(p.client.s, 0, NULL, NULL, &key, number), 0);
	memcpy(before, key.data, key.size);
	gnutls_handshake_set_hook_function(p.client.s, GNUTLS_HANDSHAKE_KEY_UPDATE, GNUTLS_HOOK_PRE, hold);
	CHECK_IS(gnutls_session_key_update(p.server.s, GNUTLS_KU_PEER), 0);
	CHECK_IS(gnutls_record_send(p.server.s, "abc", 3), 3);
	shown = 0, to_hold = 2;
	CHECK_IS(take(&p.client, buf, sizeof buf), 3);
	for (int i = 0; i < 4 && gnutls_record_send(p.client.s, "def", 3) == GNUTLS_E_AGAIN; i++)
		;
	CHECK_IS(shown, 3);
	CHECK_IS(gnutls_record_get_state(p.client.s, 0, NULL, NULL, &key, number), 0);
	CHECK(memcmp(before, key.data, key.size));
	CHECK_IS(take(&p.server, buf, sizeof buf), 3);
	ECHO(&p);
	CHECK_IS(shown, 3);
	pair_end(&p);
}

#endif

static gnutls_privkey_t secret;
/* The client that sends data while its key signs. */
static struct pair *signing;
static int sent;

static void send_meanwhile(void)
{
	if (!signing || sent++)
		return;
#ifdef OURS
	CHECK_IS(gnutls_record_send(signing->client.s, "meanwhile", 9), 9);
#endif
}

static int sign_data(gnutls_privkey_t key, gnutls_sign_algorithm_t algo, void *userdata, unsigned flags,
		     const gnutls_datum_t *data, gnutls_datum_t *signature)
{
	send_meanwhile();
	return gnutls_privkey_sign_data2(secret, algo, 0, data, signature);
}

static int sign_hash(gnutls_privkey_t key, gnutls_sign_algorithm_t algo, void *userdata, unsigned flags,
		     const gnutls_datum_t *hash, gnutls_datum_t *signature)
{
	send_meanwhile();
	return gnutls_privkey_sign_hash2(secret, algo, 0, hash, signature);
}

static int info(gnutls_privkey_t key, unsigned flags, void *userdata)
{
	if (flags & GNUTLS_PRIVKEY_INFO_PK_ALGO)
		return gnutls_privkey_get_pk_algorithm(secret, NULL);
	if (flags & GNUTLS_PRIVKEY_INFO_PK_ALGO_BITS)
		return 256;
	if (flags & GNUTLS_PRIVKEY_INFO_HAVE_SIGN_ALGO)
		return GNUTLS_FLAGS_TO_SIGN_ALGO(flags) == GNUTLS_SIGN_ECDSA_SECP256R1_SHA256;
	return -1;
}

/* Data that the application sends while its key signs is not sent between Certificate and CertificateVerify. */
static void test_data_while_signing(void)
{
	struct pair p;
	char buf[16];
	int client = GNUTLS_E_AGAIN, server = GNUTLS_E_AGAIN;
	gnutls_datum_t end = text(client_pem), issuer = text(inter_pem), key = text(client_key_pem);
	gnutls_privkey_t external;
	gnutls_pcert_st chain[2];
	gnutls_certificate_credentials_t mine;
	CHECK_IS(gnutls_privkey_init(&secret), 0);
	CHECK_IS(gnutls_privkey_import_x509_raw(secret, &key, GNUTLS_X509_FMT_PEM, NULL, 0), 0);
	CHECK_IS(gnutls_privkey_init(&external), 0);
	CHECK_IS(gnutls_privkey_import_ext4(external, NULL, sign_data, sign_hash, NULL, NULL, info, 0), 0);
	CHECK_IS(gnutls_pcert_import_x509_raw(&chain[0], &end, GNUTLS_X509_FMT_PEM, 0), 0);
	CHECK_IS(gnutls_pcert_import_x509_raw(&chain[1], &issuer, GNUTLS_X509_FMT_PEM, 0), 0);
	pair_new(&p, TLS13, GNUTLS_POST_HANDSHAKE_AUTH, GNUTLS_POST_HANDSHAKE_AUTH | GNUTLS_NO_TICKETS);
	mine = credentials(NULL, NULL);
	CHECK_IS(gnutls_certificate_set_key(mine, NULL, 0, chain, 2, external), 0);
	gnutls_credentials_set(p.client.s, GNUTLS_CRD_CERTIFICATE, mine);
	HANDSHAKE(&p, 0, 0);
	signing = &p;
	gnutls_certificate_server_set_request(p.server.s, GNUTLS_CERT_REQUIRE);
	CHECK_IS(gnutls_reauth(p.server.s, 0), GNUTLS_E_AGAIN);
	CHECK_IS(take(&p.client, buf, sizeof buf), GNUTLS_E_REAUTH_REQUEST);
	size_t got = 0;
	for (int i = 0; i < 50 && (client == GNUTLS_E_AGAIN || server == GNUTLS_E_AGAIN || server == GNUTLS_E_GOT_APPLICATION_DATA); i++) {
		if (client == GNUTLS_E_AGAIN)
			client = gnutls_reauth(p.client.s, 0);
		if (server == GNUTLS_E_GOT_APPLICATION_DATA)
			got += gnutls_record_recv(p.server.s, buf, sizeof buf);
		server = gnutls_reauth(p.server.s, 0);
	}
	CHECK_IS(client, 0);
	CHECK_IS(server, 0);
	CHECK_IS(sent, 1);
#ifdef OURS
	if (!got)
		got = take(&p.server, buf, sizeof buf);
	CHECK(got == 9 && !memcmp(buf, "meanwhile", 9));
#else
	CHECK_IS(got, 0);
#endif
	ECHO(&p);
	pair_end(&p);
	gnutls_certificate_free_credentials(mine);
	gnutls_privkey_deinit(secret);
}

int main(void)
{
#ifdef OURS
	test_held_key_update();
#endif
	test_data_while_signing();
	return check_result();
}
