/* DTLS 1.3 (RFC 9147), which GnuTLS does not have: handshakes of each kind with lost datagrams, tickets, early data, updates of
 * keys, authentication after the handshake, acknowledgements. */
#include "dtls13.h"

#ifdef OURS

static void versions(void)
{
	static const struct { const char *client, *server; gnutls_protocol_t version; } rows[] = {
		{ DTLS13, DTLS13, VERSION },
		{ DTLS13 ":+VERS-DTLS1.2", DTLS13, VERSION },
		{ DTLS13, DTLS13 ":+VERS-DTLS1.2:+VERS-DTLS1.0", VERSION },
		{ DTLS13 ":+VERS-DTLS1.2", "NORMAL", GNUTLS_DTLS1_2 },
		{ "NORMAL", DTLS13 ":+VERS-DTLS1.2", GNUTLS_DTLS1_2 },
		{ "NORMAL:+VERS-DTLS1.3", "NORMAL:+VERS-DTLS1.3", VERSION },
		{ "NORMAL", "NORMAL", GNUTLS_DTLS1_2 },
	};
	unsigned char seq[8], key[64];
	struct dtls d;
	char buf[16];
	unsigned i;

	CHECK(!strcmp(gnutls_protocol_get_name(VERSION), "DTLS1.3"));
	for (i = 0; i < sizeof rows / sizeof *rows; i++) {
		init(&d, 0, rows[i].client, rows[i].server);
		both_complete(&d);
		CHECK_IS(gnutls_protocol_get_version(d.client.s), rows[i].version);
		CHECK_IS(gnutls_protocol_get_version(d.server.s), rows[i].version);
		echo(&d);
		if (rows[i].version == VERSION) {
			/* Application data has the epoch 3. */
			settle(&d);
			CHECK_IS(gnutls_record_send(d.client.s, "x", 1), 1);
			CHECK_IS(gnutls_record_recv_seq(d.server.s, buf, sizeof buf, seq), 1);
			CHECK_IS(seq[1], 3);
			CHECK_IS(gnutls_record_overhead_size(d.client.s), 5 + 1 + 16);
			CHECK_IS(gnutls_dtls_get_data_mtu(d.client.s), 1200 - 22);
			CHECK_IS(gnutls_rehandshake(d.server.s), 0);
		}
		CHECK_IS(gnutls_prf_rfc5705(d.client.s, 4, "test", 0, NULL, sizeof key / 2, (char *)key), 0);
		CHECK_IS(gnutls_prf_rfc5705(d.server.s, 4, "test", 0, NULL, sizeof key / 2, (char *)key + sizeof key / 2), 0);
		CHECK(!memcmp(key, key + sizeof key / 2, sizeof key / 2));
		CHECK_IS(gnutls_bye(d.server.s, GNUTLS_SHUT_WR), 0);
		CHECK_IS(receive(&d.client, buf, sizeof buf), 0);
		dtls_free(&d);
	}
	/* No version in common. */
	init(&d, 0, DTLS13, "NORMAL");
	CHECK_IS(gnutls_handshake(d.client.s), GNUTLS_E_AGAIN);
	CHECK_IS(gnutls_handshake(d.server.s), GNUTLS_E_NO_CIPHER_SUITES);
	dtls_free(&d);
}

static int twice(struct side *e, const unsigned char *bytes, size_t size)
{
	(void)e, (void)bytes, (void)size;
	return 2;
}

/* Each datagram of a handshake is lost once, of either side: with one share or a HelloRetryRequest, with and without a
 * certificate of the client, in large datagrams and small ones. */
static void loss(void)
{
	static const char *const groups[] = { DTLS13 ":-GROUP-ALL:+GROUP-X25519", DTLS13 ":-GROUP-ALL:+GROUP-X25519:+GROUP-SECP384R1:+GROUP-SECP256R1" };
	unsigned kind, side, n, total;
	struct dtls d;

	for (kind = 0; kind < 8; kind++)
		for (side = 0; side < 2; side++)
			for (n = 0, total = 1; n < total; n++) {
				const char *server = kind & 1 ? DTLS13 ":-GROUP-ALL:+GROUP-SECP384R1" : groups[0];
				struct side *e;

				init(&d, 0, groups[kind & 1], server);
				gnutls_certificate_server_set_request(d.server.s, kind & 2 ? GNUTLS_CERT_REQUIRE : GNUTLS_CERT_IGNORE);
				gnutls_dtls_set_mtu(d.client.s, kind & 4 ? 250 : 1400);
				gnutls_dtls_set_mtu(d.server.s, kind & 4 ? 250 : 1400);
				e = side ? &d.server : &d.client;
				e->arrives = lose_one;
				e->data = &n;
				both_complete(&d);
				total = e->sent;
				e->arrives = NULL;
				CHECK(d.server.largest <= (kind & 4 ? 250 : 1400));
				CHECK_IS(gnutls_certificate_get_peers(d.server.s, &(unsigned){ 0 }) != NULL, !!(kind & 2));
				echo(&d);
				dtls_free(&d);
			}
	init(&d, 0, DTLS13, DTLS13);
	d.client.arrives = d.server.arrives = twice;
	both_complete(&d);
	d.client.arrives = d.server.arrives = NULL;
	echo(&d);
	dtls_free(&d);
}

/* The client's Finished and what acknowledges it are lost in turn: it is sent again until the server has it, and not after that. */
static void last_flight(void)
{
	unsigned sent, i, n;
	struct dtls d;
	char buf[16];

	for (n = 0; n < 2; n++) {
		init(&d, 0, DTLS13 ":-GROUP-ALL:+GROUP-X25519", DTLS13);
		gnutls_dtls_set_mtu(d.client.s, 4000);
		gnutls_dtls_set_mtu(d.server.s, 4000);
		CHECK_IS(gnutls_handshake(d.client.s), GNUTLS_E_AGAIN);
		CHECK_IS(gnutls_handshake(d.server.s), GNUTLS_E_AGAIN);
		sent = 2;
		(n ? &d.server : &d.client)->arrives = lose_one;
		(n ? &d.server : &d.client)->data = &sent;
		sent = n ? d.server.sent : d.client.sent;
		CHECK_IS(gnutls_handshake(d.client.s), 0);
		CHECK(gnutls_dtls_get_timeout(d.client.s) > 0);
		for (i = 0; i < 40 && gnutls_handshake(d.server.s) != 0; i++) {
			clock_ms += 100;
			CHECK_IS(gnutls_record_recv(d.client.s, buf, sizeof buf), GNUTLS_E_AGAIN);
		}
		CHECK(i < 40);
		for (i = 0; i < 40; i++) {
			clock_ms += 100;
			CHECK_IS(gnutls_record_recv(d.client.s, buf, sizeof buf), GNUTLS_E_AGAIN);
			CHECK_IS(gnutls_record_recv(d.server.s, buf, sizeof buf), GNUTLS_E_AGAIN);
		}
		settle(&d);
		CHECK_IS(gnutls_dtls_get_timeout(d.client.s), 0);
		CHECK_IS(gnutls_dtls_get_timeout(d.server.s), 0);
		sent = d.client.sent + d.server.sent;
		clock_ms += 30000;
		CHECK_IS(gnutls_record_recv(d.client.s, buf, sizeof buf), GNUTLS_E_AGAIN);
		CHECK_IS(gnutls_record_recv(d.server.s, buf, sizeof buf), GNUTLS_E_AGAIN);
		CHECK_IS(d.client.sent + d.server.sent, sent);
		echo(&d);
		dtls_free(&d);
	}
}

static int fresh(void *ptr, time_t expires, const gnutls_datum_t *key, const gnutls_datum_t *data)
{
	(void)ptr, (void)expires, (void)key, (void)data;
	return 0;
}

/* Tickets come after the handshake, are sent again if they are lost, and resume a session; early data with them. */
static void tickets(void)
{
	gnutls_anti_replay_t anti_replay;
	gnutls_datum_t data;
	struct dtls d;
	unsigned n;
	char buf[64];

	CHECK_IS(gnutls_anti_replay_init(&anti_replay), 0);
	gnutls_anti_replay_set_window(anti_replay, 10000);
	gnutls_anti_replay_set_add_function(anti_replay, fresh);
	for (n = 0; n < 8; n++) {
		int early = n & 1, accepted;

		init(&d, early ? GNUTLS_ENABLE_EARLY_DATA : 0, DTLS13, DTLS13);
		both_complete(&d);
		/* Lost. */
		drop(&d.client);
		CHECK(!(gnutls_session_get_flags(d.client.s) & GNUTLS_SFLAGS_SESSION_TICKET));
		clock_ms += 1100;
		CHECK_IS(gnutls_record_recv(d.server.s, buf, sizeof buf), GNUTLS_E_AGAIN);
		settle(&d);
		CHECK(gnutls_session_get_flags(d.client.s) & GNUTLS_SFLAGS_SESSION_TICKET);
		CHECK_IS(gnutls_session_get_data2(d.client.s, &data), 0);
		CHECK_IS(gnutls_session_ticket_send(d.server.s, 1, 0), 0);
		settle(&d);
		echo(&d);
		dtls_free(&d);

		accepted = early && n != 7;
		init(&d, early ? GNUTLS_ENABLE_EARLY_DATA : 0, DTLS13, DTLS13);
		if (accepted)
			gnutls_anti_replay_enable(d.server.s, anti_replay);
		CHECK_IS(gnutls_session_set_data(d.client.s, data.data, data.size), 0);
		if (early)
			CHECK_IS(gnutls_record_send_early_data(d.client.s, "early", 5), 0);
		if (n > 3) {
			d.server.arrives = lose_one;
			d.server.data = &(unsigned){ n & 2 ? 1 : 0 };
		}
		both_complete(&d);
		d.server.arrives = NULL;
		CHECK(gnutls_session_is_resumed(d.client.s) && gnutls_session_is_resumed(d.server.s));
		CHECK_IS(!!(gnutls_session_get_flags(d.client.s) & GNUTLS_SFLAGS_EARLY_DATA), accepted);
		CHECK_IS(gnutls_record_recv_early_data(d.server.s, buf, sizeof buf), accepted ? 5 : GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE);
		CHECK(!accepted || !memcmp(buf, "early", 5));
		echo(&d);
		dtls_free(&d);
		gnutls_free(data.data);
	}
	gnutls_anti_replay_deinit(anti_replay);
}

/* The keys change when the peer has acknowledged the KeyUpdate, which is sent again if it is lost; late records with the keys
 * before are still read. */
static void key_updates(void)
{
	struct datagram late;
	struct dtls d;
	char buf[64];
	unsigned i, n, at;

	for (n = 0; n < 3; n++) {
		init(&d, 0, DTLS13, DTLS13);
		both_complete(&d);
		echo(&d);
		settle(&d);
		for (i = 0; i < 20; i++) {
			struct side *e = i & 1 ? &d.server : &d.client, *peer = e->peer;
			unsigned char seq[8];

			CHECK_IS(gnutls_record_send(e->s, "late", 4), 4);
			late = peer->in[--peer->last % MAX_QUEUE];
			/* The KeyUpdate or the ACK of it is lost. */
			if (n) {
				struct side *loser = n == 1 ? e : peer;
				at = loser->sent;
				loser->arrives = lose_one;
				loser->data = &at;
			}
			CHECK_IS(gnutls_session_key_update(e->s, i % 3 ? 0 : GNUTLS_KU_PEER), 0);
			/* Until it is acknowledged the keys are the same. */
			CHECK_IS(gnutls_record_send(e->s, "same", 4), 4);
			CHECK_IS(receive(peer, buf, sizeof buf), 4);
			clock_ms += 1100;
			CHECK_IS(gnutls_record_recv(e->s, buf, sizeof buf), GNUTLS_E_AGAIN);
			settle(&d);
			e->arrives = peer->arrives = NULL;
			CHECK_IS(gnutls_record_send(e->s, "next", 4), 4);
			CHECK_IS(gnutls_record_recv_seq(peer->s, buf, sizeof buf, seq), 4);
			CHECK(seq[1] > 3);
			deliver(peer, late.bytes, late.size);
			free(late.bytes);
			CHECK_IS(gnutls_record_recv(peer->s, buf, sizeof buf), 4);
			CHECK(!memcmp(buf, "late", 4));
			echo(&d);
			/* Not more than 8 in a second. */
			clock_ms += 1000;
		}
		dtls_free(&d);
	}
}

/* A message is lost, and a KeyUpdate is sent behind it: the peer cannot process it yet, so the keys stay the same, and nothing is
 * lost but what was. */
static void holes(void)
{
	struct dtls d;
	unsigned char seq[8];
	char buf[64];
	int wait, i;

	for (wait = 0; wait < 2; wait++) {
		init(&d, 0, DTLS13, DTLS13);
		both_complete(&d);
		drop(&d.client);
		if (wait) {
			clock_ms += 61000;
			CHECK_IS(gnutls_record_recv(d.server.s, buf, sizeof buf), GNUTLS_E_AGAIN);
			drop(&d.client);
		}
		CHECK_IS(gnutls_session_key_update(d.server.s, 0), 0);
		/* Another one waits for it, and then asks the client for one. */
		CHECK_IS(gnutls_session_key_update(d.server.s, 0), 0);
		CHECK_IS(gnutls_session_key_update(d.server.s, GNUTLS_KU_PEER), 0);
		for (i = 0; i < 50; i++) {
			CHECK_IS(gnutls_record_send(d.server.s, "data", 4), 4);
			CHECK_IS(receive(&d.client, buf, sizeof buf), 4);
		}
		for (i = 0; i < 4; i++) {
			clock_ms += 61000;
			CHECK_IS(gnutls_record_recv(d.server.s, buf, sizeof buf), GNUTLS_E_AGAIN);
			settle(&d);
		}
		CHECK(gnutls_session_get_flags(d.client.s) & GNUTLS_SFLAGS_SESSION_TICKET);
		CHECK_IS(gnutls_record_send(d.client.s, "next", 4), 4);
		CHECK_IS(gnutls_record_recv_seq(d.server.s, buf, sizeof buf, seq), 4);
		CHECK_IS(seq[1], 4);
		CHECK_IS(gnutls_record_send(d.server.s, "next", 4), 4);
		CHECK_IS(gnutls_record_recv_seq(d.client.s, buf, sizeof buf, seq), 4);
		CHECK_IS(seq[1], 5);
		echo(&d);
		dtls_free(&d);
	}
}

static ssize_t refuse(gnutls_transport_ptr_t t, const void *bytes, size_t size)
{
	(void)bytes, (void)size;
	gnutls_transport_set_errno(((struct side *)t)->s, EAGAIN);
	return -1;
}

/* While the transport takes nothing, acknowledgements do not pile up. */
static void blocked_answers(void)
{
	struct dtls d;
	char buf[64];
	unsigned i, sent;

	init(&d, 0, DTLS13, DTLS13);
	both_complete(&d);
	settle(&d);
	gnutls_transport_set_push_function(d.client.s, refuse);
	for (i = 0; i < 20; i++) {
		CHECK_IS(gnutls_session_ticket_send(d.server.s, 1, 0), 0);
		CHECK_IS(gnutls_record_recv(d.client.s, buf, sizeof buf), GNUTLS_E_AGAIN);
	}
	gnutls_transport_set_push_function(d.client.s, side_push);
	sent = d.client.sent;
	CHECK_IS(gnutls_record_send(d.client.s, "data", 4), 4);
	CHECK(d.client.sent - sent <= 4);
	settle_data(&d, 4);
	for (i = 0; i < 3; i++) {
		clock_ms += 5000;
		CHECK_IS(gnutls_record_recv(d.server.s, buf, sizeof buf), GNUTLS_E_AGAIN);
		settle(&d);
	}
	CHECK_IS(gnutls_dtls_get_timeout(d.server.s), 0);
	echo(&d);
	dtls_free(&d);
}

static void reauth(void)
{
	struct dtls d;
	char buf[16];
	unsigned side, n, i, count;
	int r, s;

	for (side = 0; side < 2; side++)
		for (n = 0; n < 4; n++) {
			unsigned lost;
			struct side *e;

			init(&d, GNUTLS_POST_HANDSHAKE_AUTH, DTLS13, DTLS13);
			both_complete(&d);
			echo(&d);
			settle(&d);
			e = side ? &d.server : &d.client;
			lost = e->sent + n;
			e->arrives = lose_one;
			e->data = &lost;
			gnutls_certificate_server_set_request(d.server.s, GNUTLS_CERT_REQUIRE);
			r = GNUTLS_E_AGAIN;
			s = gnutls_reauth(d.server.s, 0);
			for (i = 0; i < 100 && (s == GNUTLS_E_AGAIN || r == GNUTLS_E_AGAIN); i++) {
				if (r == GNUTLS_E_AGAIN)
					r = gnutls_record_recv(d.client.s, buf, sizeof buf);
				if (r == GNUTLS_E_REAUTH_REQUEST)
					r = gnutls_reauth(d.client.s, 0);
				else if (r == 0)
					CHECK_IS(gnutls_record_recv(d.client.s, buf, sizeof buf), GNUTLS_E_AGAIN);
				if (s == GNUTLS_E_AGAIN)
					s = gnutls_reauth(d.server.s, 0);
				clock_ms += 100;
			}
			CHECK_IS(s, 0);
			CHECK_IS(r, 0);
			CHECK(gnutls_certificate_get_peers(d.server.s, &count) && count == 2);
			e->arrives = NULL;
			echo(&d);
			dtls_free(&d);
		}
}

/* A client authenticates while it does not know whether the server has its KeyUpdate: it uses the keys before. */
static void reauth_in_update(void)
{
	struct dtls d;
	char buf[16];
	unsigned lost;
	int s;

	init(&d, GNUTLS_POST_HANDSHAKE_AUTH, DTLS13, DTLS13);
	both_complete(&d);
	echo(&d);
	settle(&d);
	gnutls_certificate_server_set_request(d.server.s, GNUTLS_CERT_REQUIRE);
	CHECK_IS(gnutls_reauth(d.server.s, 0), GNUTLS_E_AGAIN);
	CHECK_IS(gnutls_record_recv(d.client.s, buf, sizeof buf), GNUTLS_E_REAUTH_REQUEST);
	CHECK_IS(gnutls_session_key_update(d.client.s, 0), 0);
	/* The acknowledgement of it is lost. */
	lost = d.server.sent;
	d.server.arrives = lose_one;
	d.server.data = &lost;
	CHECK_IS(gnutls_reauth(d.server.s, 0), GNUTLS_E_AGAIN);
	CHECK_IS(gnutls_reauth(d.client.s, 0), 0);
	s = gnutls_reauth(d.server.s, 0);
	CHECK_IS(s, 0);
	d.server.arrives = NULL;
	clock_ms += 1100;
	CHECK_IS(gnutls_record_recv(d.client.s, buf, sizeof buf), GNUTLS_E_AGAIN);
	settle(&d);
	echo(&d);
	dtls_free(&d);
}

/* Pre-shared keys. */
static void psk(void)
{
	gnutls_psk_client_credentials_t client;
	gnutls_psk_server_credentials_t server;
	gnutls_datum_t key = { (void *)"0123456789abcdef", 16 };
	struct dtls d;

	CHECK_IS(gnutls_psk_allocate_client_credentials(&client), 0);
	CHECK_IS(gnutls_psk_allocate_server_credentials(&server), 0);
	CHECK_IS(gnutls_psk_set_client_credentials(client, "user", &key, GNUTLS_PSK_KEY_RAW), 0);
	{
		char path[] = "/tmp/dtls13.XXXXXX";
		int fd = mkstemp(path);
		FILE *f = fdopen(fd, "w");

		fputs("user:30313233343536373839616263646566\n", f);
		fclose(f);
		CHECK_IS(gnutls_psk_set_server_credentials_file(server, path), 0);
		init(&d, 0, DTLS13 ":-KX-ALL:+ECDHE-PSK:+PSK", DTLS13 ":+ECDHE-PSK");
		CHECK_IS(gnutls_credentials_set(d.client.s, GNUTLS_CRD_PSK, client), 0);
		CHECK_IS(gnutls_credentials_set(d.server.s, GNUTLS_CRD_PSK, server), 0);
		both_complete(&d);
		CHECK(!strcmp(gnutls_psk_server_get_username(d.server.s), "user"));
		echo(&d);
		dtls_free(&d);
		unlink(path);
	}
	gnutls_psk_free_client_credentials(client);
	gnutls_psk_free_server_credentials(server);
}

/* A cookie of DTLS 1.2: DTLS 1.3 is used with one that the application has asked for, and with no other. */
static void cookies(void)
{
	unsigned asked;

	for (asked = 0; asked < 2; asked++) {
		gnutls_dtls_prestate_st state;
		struct datagram *hello;
		gnutls_datum_t key;
		struct dtls d;

		CHECK_IS(gnutls_key_generate(&key, GNUTLS_COOKIE_KEY_SIZE), 0);
		init(&d, 0, DTLS13 ":+VERS-DTLS1.2:-GROUP-ALL:+GROUP-X25519", DTLS13 ":+VERS-DTLS1.2");
		gnutls_dtls_set_mtu(d.client.s, 1400);
		CHECK_IS(gnutls_handshake(d.client.s), GNUTLS_E_AGAIN);
		memset(&state, 0, sizeof state);
		drop(&d.server);
		CHECK_IS(gnutls_dtls_cookie_send(&key, "addr", 4, &state, &d.server, side_push), 44);
		CHECK_IS(gnutls_handshake(d.client.s), GNUTLS_E_AGAIN);
		hello = &d.server.in[d.server.first % MAX_QUEUE];
		CHECK_IS(gnutls_dtls_cookie_verify(&key, "addr", 4, hello->bytes, hello->size, &state), 0);
		if (asked) {
			gnutls_dtls_prestate_set(d.server.s, &state);
			both_complete(&d);
			CHECK_IS(gnutls_protocol_get_version(d.server.s), VERSION);
			echo(&d);
		} else {
			/* The first message of the session has the number 0. */
			hello->bytes[18] = 0;
			CHECK_IS(gnutls_handshake(d.server.s), GNUTLS_E_RECEIVED_ILLEGAL_PARAMETER);
		}
		gnutls_free(key.data);
		dtls_free(&d);
	}
}

/* A server that asks for a cookie does not take early data, which is sent in datagrams of the size that is set. */
static void early_data_and_cookies(void)
{
	static char early[5000];
	gnutls_dtls_prestate_st state;
	struct datagram *hello;
	gnutls_datum_t key, data;
	struct dtls d;
	char buf[16];
	int cookie;

	CHECK_IS(gnutls_key_generate(&key, GNUTLS_COOKIE_KEY_SIZE), 0);
	for (cookie = 0; cookie < 2; cookie++) {
		init(&d, GNUTLS_ENABLE_EARLY_DATA, DTLS13, DTLS13);
		both_complete(&d);
		settle(&d);
		CHECK_IS(gnutls_session_get_data2(d.client.s, &data), 0);
		dtls_free(&d);
		init(&d, GNUTLS_ENABLE_EARLY_DATA, DTLS13 ":+VERS-DTLS1.2", DTLS13 ":+VERS-DTLS1.2");
		CHECK_IS(gnutls_session_set_data(d.client.s, data.data, data.size), 0);
		CHECK_IS(gnutls_record_send_early_data(d.client.s, early, sizeof early), 0);
		if (cookie) {
			CHECK_IS(gnutls_handshake(d.client.s), GNUTLS_E_AGAIN);
			drop(&d.server);
			memset(&state, 0, sizeof state);
			CHECK_IS(gnutls_dtls_cookie_send(&key, "addr", 4, &state, &d.server, side_push), 44);
			CHECK_IS(gnutls_handshake(d.client.s), GNUTLS_E_AGAIN);
			hello = &d.server.in[d.server.first % MAX_QUEUE];
			CHECK_IS(gnutls_dtls_cookie_verify(&key, "addr", 4, hello->bytes, hello->size, &state), 0);
			gnutls_dtls_prestate_set(d.server.s, &state);
		}
		both_complete(&d);
		CHECK(gnutls_session_is_resumed(d.client.s));
		CHECK(!(gnutls_session_get_flags(d.client.s) & GNUTLS_SFLAGS_EARLY_DATA));
		CHECK(d.client.largest <= 1200);
		CHECK_IS(gnutls_record_recv_early_data(d.server.s, buf, sizeof buf), GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE);
		echo(&d);
		dtls_free(&d);
		gnutls_free(data.data);
	}
	gnutls_free(key.data);
}

/* Records that can be of no epoch to come are not kept, also by a session of DTLS 1.2. */
static void kept(void)
{
	static const char *const versions[] = { "NORMAL", DTLS13 };
	static unsigned char record[4000];
	struct dtls d;
	char buf[16];
	unsigned i, before;
	int v;

	for (v = 0; v < 2; v++) {
		init(&d, 0, versions[v], versions[v]);
		both_complete(&d);
		echo(&d);
		settle(&d);
		before = gnutls_record_get_discarded(d.client.s);
		for (i = 0; i < 8; i++) {
			record[0] = 0x2c | (i & 3);
			record[3] = (sizeof record - 5) >> 8;
			record[4] = (sizeof record - 5) & 0xff;
			deliver(&d.client, record, sizeof record);
			CHECK_IS(gnutls_record_recv(d.client.s, buf, sizeof buf), GNUTLS_E_AGAIN);
		}
		CHECK_IS(gnutls_record_get_discarded(d.client.s) - before, 8);
		echo(&d);
		dtls_free(&d);
	}
}

/* What is not protected, or changed, is discarded and counted in each state. */
static void forged(void)
{
	static const unsigned char bad[][20] = {
		{ 21, 0xfe, 0xfd, 0, 0, 0, 0, 0, 0, 0, 9, 0, 2, 2, 40 },
		{ 26, 0xfe, 0xfd, 0, 0, 0, 0, 0, 0, 0, 9, 0, 2, 0, 0 },
		{ 0x2e, 1, 2, 0, 15, 1, 2, 3 },
		{ 0x2f, 1, 2, 0, 15, 1, 2, 3 },
		{ 0x3f, 1, 2, 0, 15, 1, 2, 3 },
		{ 0x20 },
	};
	unsigned before, i;
	struct dtls d;

	init(&d, 0, DTLS13 ":-GROUP-ALL:+GROUP-X25519", DTLS13);
	for (i = 2; i < sizeof bad / sizeof *bad; i++) {
		deliver(&d.client, bad[i], sizeof *bad);
		deliver(&d.server, bad[i], sizeof *bad);
	}
	CHECK_IS(gnutls_handshake(d.client.s), GNUTLS_E_AGAIN);
	CHECK_IS(gnutls_handshake(d.server.s), GNUTLS_E_AGAIN);
	for (i = 0; i < sizeof bad / sizeof *bad; i++)
		deliver(&d.server, bad[i], sizeof *bad);
	both_complete(&d);
	before = gnutls_record_get_discarded(d.server.s);
	CHECK(before > 0);
	for (i = 0; i < sizeof bad / sizeof *bad; i++) {
		deliver(&d.client, bad[i], sizeof *bad);
		deliver(&d.server, bad[i], sizeof *bad);
	}
	settle(&d);
	CHECK(gnutls_record_get_discarded(d.server.s) > before);
	echo(&d);
	dtls_free(&d);
}
#endif

int main(void)
{
	check_knows_dtls13();
#ifdef OURS
	versions();
	loss();
	last_flight();
	tickets();
	key_updates();
	reauth();
	reauth_in_update();
	holes();
	blocked_answers();
	early_data_and_cookies();
	kept();
	psk();
	cookies();
	forged();
	free_credentials();
#endif
	return check_result();
}
