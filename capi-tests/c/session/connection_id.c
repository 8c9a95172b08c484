/* Connection IDs of DTLS 1.3 and 1.2 (RFC 9147 section 9, RFC 9146), which GnuTLS does not have. Our side asks for none and sends
 * those of its peer. */
#define _GNU_SOURCE
#include "connection_ids.h"
#include <pthread.h>
#include <stdatomic.h>

#ifdef OURS

/* The peer's ID is in each protected record of ours, as long as it may be, and the datagrams are no larger for it. */
static void each_way(void)
{
	static const unsigned sizes[] = { 0, 1, 8, 255 };
	static char data[500];
	unsigned i, most;
	int server;

	for (server = 0; server < 2; server++)
		for (i = 0; i < sizeof sizes / sizeof *sizes; i++) {
			want(sizes[i]);
			begin(server, 0, GCM, GCM);
			gnutls_dtls_set_mtu(us->s, 500);
			gnutls_dtls_set_mtu(peer->s, 500);
			complete();
			CHECK_IS(hellos, 1);
			CHECK(ours.records[0] > 0 && ours.records[2] > 0 && ours.records[3] > 0);
			CHECK(us->largest <= 500);
			most = 500 - 22 - sizes[i];
			CHECK_IS(gnutls_record_overhead_size(us->s), 22 + sizes[i]);
			CHECK_IS(gnutls_record_overhead_size(peer->s), 22);
			CHECK_IS(gnutls_dtls_get_data_mtu(us->s), most);
			CHECK_IS(gnutls_dtls_get_data_mtu(peer->s), 500 - 22);
			/* As many bytes as it says, and not one more. */
			us->largest = 0;
			CHECK_IS(gnutls_record_send(us->s, data, most), most);
			CHECK_IS(us->largest, 500);
			CHECK_IS(gnutls_record_send(us->s, data, most + 1), GNUTLS_E_LARGE_PACKET);
			CHECK_IS(receive(peer, data, sizeof data), most);
			CHECK_IS(gnutls_dtls_set_data_mtu(us->s, 300), 0);
			CHECK_IS(gnutls_dtls_get_mtu(us->s), 322 + sizes[i]);
			/* With the keys after a KeyUpdate as well, and in an alert. */
			CHECK_IS(gnutls_session_key_update(us->s, 0), 0);
			settle(&d);
			send_data(us);
			CHECK(ours.records[4] > 0);
			CHECK_IS(gnutls_bye(us->s, GNUTLS_SHUT_WR), 0);
			CHECK_IS(receive(peer, data, 1), 0);
			dtls_free(&d);
		}
}

/* What is sent again has it, whatever is lost. */
static void loss(void)
{
	unsigned lose;
	int server;

	want(4);
	for (server = 0; server < 2; server++)
		for (lose = 1; lose < 12; lose++) {
			begin(server, 0, GCM, GCM);
			gnutls_dtls_set_mtu(us->s, 300);
			ours.lose = lose;
			complete();
			dtls_free(&d);
		}
}

/* Both hellos of a client of ours have the extension, and a HelloRetryRequest of ours does not answer it. */
static void retries(void)
{
	int server;

	want(5);
	for (server = 0; server < 2; server++) {
		begin(server, GNUTLS_KEY_SHARE_TOP, server ? P256 : X25519_FIRST, server ? X25519_FIRST : P256);
		complete();
		CHECK(ours.records[3] > 0);
		CHECK_IS(hellos, server ? 1 : 2);
		dtls_free(&d);
	}
}

/* A client of both versions sends the ID of a server of DTLS 1.2, and in a renegotiation the next one with the next keys. */
static void dtls12(void)
{
	static const unsigned sizes[] = { 0, 1, 255 };
	static char data[500];
	gnutls_datum_t session;
	unsigned i, most, flags;
	int c, s;

	for (i = 0; i < sizeof sizes / sizeof *sizes; i++) {
		want(sizes[i]);
		begin(0, 0, BOTH, DTLS12);
		gnutls_dtls_set_mtu(us->s, 500);
		gnutls_dtls_set_mtu(peer->s, 500);
		complete();
		CHECK_IS(gnutls_protocol_get_version(us->s), GNUTLS_DTLS1_2);
		CHECK_IS(hellos, 1);
		CHECK(us->largest <= 500);
		CHECK_IS(ours.records[1] > 0, sizes[i] > 0);
		/* Beside the ID the record has its content type. */
		most = 500 - 37 - sizes[i] - (sizes[i] > 0);
		CHECK_IS(gnutls_record_overhead_size(us->s), 500 - most);
		CHECK_IS(gnutls_record_overhead_size(peer->s), 37);
		CHECK_IS(gnutls_dtls_get_data_mtu(us->s), most);
		us->largest = 0;
		CHECK_IS(gnutls_record_send(us->s, data, most), most);
		CHECK_IS(us->largest, 500);
		CHECK_IS(gnutls_record_send(us->s, data, most + 1), GNUTLS_E_LARGE_PACKET);
		CHECK_IS(receive(peer, data, sizeof data), most);
		/* What the transport has not taken goes later. */
		ours.block = 1;
		CHECK_IS(gnutls_record_send(us->s, "data", 4), GNUTLS_E_AGAIN);
		ours.block = 0;
		CHECK_IS(gnutls_record_send(us->s, NULL, 0), 4);
		CHECK_IS(receive(peer, data, sizeof data), 4);
		for (flags = 0; flags < 2; flags++) {
			/* In the second one the server asks for none. */
			extension.data[0] = flags ? 0 : 7;
			extension.size = flags ? 1 : 8;
			ours.id = (gnutls_datum_t){ extension.data + 1, extension.size - 1 };
			CHECK_IS(gnutls_rehandshake(peer->s), 0);
			CHECK_IS(gnutls_record_recv(us->s, data, sizeof data), GNUTLS_E_REHANDSHAKE);
			send_data(us);
			c = gnutls_handshake(us->s);
			CHECK_IS(c, GNUTLS_E_AGAIN);
			CHECK_IS(gnutls_record_recv(peer->s, data, sizeof data), GNUTLS_E_REHANDSHAKE);
			dtls_handshake(&d, &c, &s);
			CHECK_IS(c, 0);
			CHECK_IS(s, 0);
			CHECK_IS(last_epoch, 2 + flags);
			send_data(us);
			send_data(peer);
			CHECK(flags || ours.records[2] > 0);
			CHECK_IS(gnutls_dtls_get_data_mtu(us->s), flags ? 500 - 37 : 500 - 38 - 7);
		}
		CHECK_IS(gnutls_bye(us->s, GNUTLS_SHUT_WR), 0);
		CHECK_IS(receive(peer, data, 1), 0);
		dtls_free(&d);
	}
	/* What is lost is sent again with it; a resumed session negotiates again. */
	for (i = 1; i < 8; i++) {
		want(i);
		begin(0, 0, BOTH, DTLS12);
		gnutls_dtls_set_mtu(us->s, 300);
		ours.lose = i;
		if (i > 1) {
			CHECK_IS(gnutls_session_set_data(us->s, session.data, session.size), 0);
			gnutls_free(session.data);
		}
		complete();
		CHECK_IS(gnutls_session_is_resumed(us->s), i > 1);
		CHECK(ours.records[1] > 0);
		CHECK_IS(gnutls_session_get_data2(us->s, &session), 0);
		dtls_free(&d);
	}
	gnutls_free(session.data);
	/* Older versions have none. */
	want(3);
	begin(0, 0, "NORMAL:-VERS-ALL:+VERS-DTLS1.3:+VERS-DTLS1.0", "NORMAL:-VERS-ALL:+VERS-DTLS1.0");
	dtls_handshake(&d, &c, &s);
	CHECK_IS(c, GNUTLS_E_RECEIVED_ILLEGAL_PARAMETER);
	dtls_free(&d);
}

static int fresh(void *ptr, time_t expires, const gnutls_datum_t *key, const gnutls_datum_t *data)
{
	return 0;
}

/* A resumed session negotiates again. Early data goes out before the server has said what it asks for. */
static void resumption(void)
{
	gnutls_anti_replay_t replays;
	gnutls_datum_t session;
	char buf[16];
	int server, round;

	CHECK_IS(gnutls_anti_replay_init(&replays), 0);
	gnutls_anti_replay_set_add_function(replays, fresh);
	/* It takes tickets that are younger than it is. */
	clock_ms += 1000;
	for (server = 0; server < 2; server++)
		for (round = 0; round < 3; round++) {
			if (round == 1)
				extension = (gnutls_datum_t){ NULL, 0 };
			else
				want(round + 3);
			begin(server, GNUTLS_ENABLE_EARLY_DATA, GCM, GCM);
			gnutls_anti_replay_enable(d.server.s, replays);
			if (round > 0) {
				CHECK_IS(gnutls_session_set_data(d.client.s, session.data, session.size), 0);
				gnutls_free(session.data);
				CHECK_IS(gnutls_record_send_early_data(d.client.s, "early", 5), 0);
			}
			complete();
			CHECK_IS(gnutls_session_is_resumed(d.client.s), round > 0);
			if (round > 0) {
				CHECK_IS(gnutls_record_recv_early_data(d.server.s, buf, sizeof buf), 5);
				CHECK((server ? &peers : &ours)->records[1] > 0);
			}
			CHECK_IS(gnutls_session_get_data2(d.client.s, &session), 0);
			if (round == 2)
				gnutls_free(session.data);
			dtls_free(&d);
		}
	gnutls_anti_replay_deinit(replays);
}

/* A message of the peer is on its way. */
static void send_message(int type, const char *body, size_t size)
{
	unsigned char plain[600] = { type, 0, size >> 8, size, peers.next_message >> 8, peers.next_message }, record[700];

	plain[10] = size >> 8;
	plain[11] = size;
	memcpy(plain + 12, body, size);
	plain[12 + size] = HANDSHAKE;
	peers.next_message++;
	/* Its own records come later. */
	peers.highest[3] += 8;
	deliver(us, record, seal(&peers, 3, peers.highest[3], NULL, 0, plain, size + 13, record));
}

/* The same; what the call that receives it returns. */
static int message(int type, const char *body, size_t size)
{
	char buf[16];

	send_message(type, body, size);
	return gnutls_record_recv(us->s, buf, sizeof buf);
}

#define MESSAGE(type, body) message(type, body, sizeof body - 1)

static void now(const char *id)
{
	ours.old = ours.id;
	ours.id = (gnutls_datum_t){ (void *)id, strlen(id) };
}

/* Other IDs after the handshake are acknowledged; one is used at once, or with another transport. */
static void updates(void)
{
	unsigned acks;
	char buf[16];
	int server;

	for (server = 0; server < 2; server++) {
		want(3);
		begin(server, 0, GCM, GCM);
		complete();
		acks = ours.types[ACK];
		/* Spare ones are not used yet. */
		CHECK_IS(MESSAGE(NEW_CONNECTION_ID, "\0\x0b\x05" "first\x04" "next\1"), GNUTLS_E_AGAIN);
		CHECK_IS(ours.types[ACK], acks + 1);
		send_data(us);
		gnutls_transport_set_ptr2(us->s, us, us);
		send_data(us);
		now("first");
		gnutls_transport_set_ptr2(us->s, us, peer);
		send_data(us);
		CHECK_IS(gnutls_dtls_get_data_mtu(us->s), 1200 - 22 - 5);
		/* At once, from the acknowledgement on; the spare ones of before are gone. */
		now("longer than before");
		CHECK_IS(MESSAGE(NEW_CONNECTION_ID, "\0\x15\x12" "longer than before\x01" "s\0"), GNUTLS_E_AGAIN);
		CHECK_IS(ours.types[ACK], acks + 2);
		send_data(us);
		now("s");
		gnutls_transport_set_ptr2(us->s, us, us);
		send_data(us);
		/* There is no other. */
		gnutls_transport_set_ptr2(us->s, us, peer);
		send_data(us);
		/* What has been sealed stays as it is. */
		ours.block = 1;
		CHECK_IS(gnutls_record_send(us->s, "data", 4), GNUTLS_E_AGAIN);
		now("while it would block");
		CHECK_IS(MESSAGE(NEW_CONNECTION_ID, "\0\x15\x14while it would block\0"), GNUTLS_E_AGAIN);
		CHECK_IS(MESSAGE(NEW_CONNECTION_ID, "\0\x07\x06" "at end\0"), GNUTLS_E_AGAIN);
		now("at end");
		ours.old = (gnutls_datum_t){ (void *)"s", 1 };
		ours.with_old = 1;
		ours.block = 0;
		CHECK_IS(gnutls_record_send(us->s, NULL, 0), 4);
		CHECK_IS(receive(peer, buf, sizeof buf), 4);
		send_data(us);
		send_data(peer);
		settle(&d);
		/* One without bytes is none, and others may follow it. */
		now("");
		CHECK_IS(MESSAGE(NEW_CONNECTION_ID, "\0\1\0\0"), GNUTLS_E_AGAIN);
		send_data(us);
		CHECK_IS(gnutls_dtls_get_data_mtu(us->s), 1200 - 22);
		now("last");
		CHECK_IS(MESSAGE(NEW_CONNECTION_ID, "\0\5\4last\0"), GNUTLS_E_AGAIN);
		CHECK_IS(gnutls_session_key_update(us->s, GNUTLS_KU_PEER), 0);
		settle(&d);
		send_data(us);
		dtls_free(&d);
	}
}

/* A client may name another while a server of ours waits for its certificate. */
static void reauth(void)
{
	unsigned acks;

	want(3);
	begin(1, GNUTLS_POST_HANDSHAKE_AUTH, GCM, GCM);
	complete();
	acks = ours.types[ACK];
	gnutls_certificate_server_set_request(us->s, GNUTLS_CERT_REQUEST);
	CHECK_IS(gnutls_reauth(us->s, 0), GNUTLS_E_AGAIN);
	now("other");
	send_message(NEW_CONNECTION_ID, "\0\6\5other\0", 9);
	CHECK_IS(gnutls_reauth(us->s, 0), GNUTLS_E_AGAIN);
	clock_ms += 500;
	CHECK_IS(gnutls_reauth(us->s, 0), GNUTLS_E_AGAIN);
	CHECK_IS(ours.types[ACK], acks + 1);
	dtls_free(&d);
}

/* Messages that end the session, with their alerts. */
static void refused(void)
{
	static const struct { int size, type; const char *body; int length, code, alert; } rows[] = {
#define ROW(size, type, body, code, alert) { size, type, body, sizeof body - 1, code, GNUTLS_A_##alert }
		/* We name no IDs, so the peer can need no others. */
		ROW(3, REQUEST_CONNECTION_ID, "\1", GNUTLS_E_UNEXPECTED_PACKET, UNEXPECTED_MESSAGE),
		ROW(-1, REQUEST_CONNECTION_ID, "\1", GNUTLS_E_UNEXPECTED_PACKET, UNEXPECTED_MESSAGE),
		/* The peer has asked for none. */
		ROW(0, NEW_CONNECTION_ID, "\0\2\1a\0", GNUTLS_E_UNEXPECTED_PACKET, UNEXPECTED_MESSAGE),
		ROW(-1, NEW_CONNECTION_ID, "\0\2\1a\0", GNUTLS_E_UNEXPECTED_PACKET, UNEXPECTED_MESSAGE),
		ROW(3, NEW_CONNECTION_ID, "\0\2\1a\2", GNUTLS_E_RECEIVED_ILLEGAL_PARAMETER, ILLEGAL_PARAMETER),
		ROW(3, NEW_CONNECTION_ID, "\0\0\0", GNUTLS_E_RECEIVED_ILLEGAL_PARAMETER, ILLEGAL_PARAMETER),
		ROW(3, NEW_CONNECTION_ID, "\0\2\2a\0", GNUTLS_E_UNEXPECTED_PACKET_LENGTH, DECODE_ERROR),
		ROW(3, NEW_CONNECTION_ID, "\0\2\1a\0\0", GNUTLS_E_UNEXPECTED_PACKET_LENGTH, DECODE_ERROR),
		ROW(3, NEW_CONNECTION_ID, "", GNUTLS_E_UNEXPECTED_PACKET_LENGTH, DECODE_ERROR),
	};
	int server, level;
	unsigned i;

	for (server = 0; server < 2; server++)
		for (i = 0; i < sizeof rows / sizeof *rows; i++) {
			if (rows[i].size < 0)
				extension = (gnutls_datum_t){ NULL, 0 };
			else
				want(rows[i].size);
			begin(server, 0, GCM, GCM);
			complete();
			CHECK_IS(message(rows[i].type, rows[i].body, rows[i].length), rows[i].code);
			CHECK_IS(gnutls_error_to_alert(rows[i].code, &level), rows[i].alert);
			CHECK_IS(gnutls_record_send(us->s, "x", 1), GNUTLS_E_INVALID_SESSION);
			dtls_free(&d);
		}
}

/* New IDs without end and without data end the session, as other messages do; the session keeps few of them. */
static void flood(void)
{
	int i, n = GNUTLS_E_AGAIN;

	want(3);
	begin(1, 0, GCM, GCM);
	complete();
	for (i = 0; i < 100 && n == GNUTLS_E_AGAIN; i++)
		n = MESSAGE(NEW_CONNECTION_ID, "\0\5\4more\1");
	CHECK_IS(n, GNUTLS_E_TOO_MANY_EMPTY_PACKETS);
	dtls_free(&d);
}

static int lost(struct side *e, const unsigned char *bytes, size_t size)
{
	return 0;
}

/* What the transport has not taken is sent again, in datagrams that have room for more than the ID. */
static void small_transport(void)
{
	unsigned sent;
	char buf[16];

	want(255);
	begin(0, 0, GCM, GCM);
	complete();
	us->arrives = lost;
	us->transport = 280;
	CHECK_IS(gnutls_session_key_update(us->s, 0), GNUTLS_E_LARGE_PACKET);
	us->transport = 0;
	sent = us->sent;
	clock_ms += 10000;
	CHECK_IS(gnutls_record_recv(us->s, buf, sizeof buf), GNUTLS_E_AGAIN);
	CHECK_IS(us->sent, sent + 1);
	dtls_free(&d);
}

static atomic_int stop, too_large;

static int measure(struct side *e, const unsigned char *bytes, size_t size)
{
	if (size > 1200)
		too_large = size;
	return 0;
}

static void *sender(void *arg)
{
	static char buf[1200];
	int n = 0, most;

	while (!stop && (n >= 0 || n == GNUTLS_E_LARGE_PACKET)) {
		most = gnutls_dtls_get_data_mtu(us->s);
		/* While the other thread sends it is not known. */
		if (most > 0)
			n = gnutls_record_send(us->s, buf, most);
	}
	if (n < 0 && n != GNUTLS_E_LARGE_PACKET)
		CHECK_IS(n, most);
	return NULL;
}

/* A thread sends datagrams of the largest size while another receives IDs, long ones and short ones: none is larger for it. */
static void two_threads(void)
{
	unsigned char body[259], plain[5] = { 'd', 'a', 't', 'a', 23 }, record[100];
	char buf[16];
	pthread_t t;
	int i, n = 0;

	want(3);
	begin(0, 0, GCM, GCM);
	complete();
	us->arrives = measure;
	stop = too_large = 0;
	CHECK_IS(pthread_create(&t, NULL, sender, NULL), 0);
	for (i = 0; n >= 0 && i < 5000 && !too_large; i++) {
		unsigned char size = i % 2 ? 255 : 1;

		memset(body, i, sizeof body);
		body[0] = (size + 1) >> 8;
		body[1] = body[2] = size;
		body[1]++;
		body[3 + size] = 0;
		n = message(NEW_CONNECTION_ID, (char *)body, 4 + size);
		if (n != GNUTLS_E_AGAIN) {
			CHECK_IS(n, GNUTLS_E_AGAIN);
			break;
		}
		/* Messages without data in between would be too many. */
		deliver(us, record, seal(&peers, 3, ++peers.highest[3], NULL, 0, plain, sizeof plain, record));
		n = receive(us, buf, sizeof buf);
		if (n != 4)
			CHECK_IS(n, 4);
	}
	stop = 1;
	pthread_join(t, NULL);
	CHECK_IS(too_large, 0);
	dtls_free(&d);
}

/* Bodies of the extension that are none, and an answer that was not asked for. */
static void malformed(void)
{
	static const gnutls_datum_t rows[] = {
		{ (void *)"\1", 1 },
		{ (void *)"\0\0", 2 },
		{ (void *)"\3ab", 3 },
		{ (void *)"\1ab", 3 },
	};
	int server, c, s;
	unsigned i;

	for (server = 0; server < 2; server++)
		for (i = 0; i < sizeof rows / sizeof *rows; i++) {
			extension = rows[i];
			begin(server, 0, GCM, GCM);
			dtls_handshake(&d, &c, &s);
			CHECK_IS(server ? s : c, GNUTLS_E_UNEXPECTED_PACKET_LENGTH);
			dtls_free(&d);
		}
	want(3);
	begin(0, 0, DTLS12, DTLS12);
	dtls_handshake(&d, &c, &s);
	CHECK_IS(c, GNUTLS_E_RECEIVED_ILLEGAL_EXTENSION);
	CHECK_IS(hellos, 0);
	dtls_free(&d);
}

/* Who offers it and who answers: clients whose priorities have DTLS 1.3, and servers in a session of it. */
static void negotiation(void)
{
	static const struct { const char *client, *server; int by_client, by_server; } rows[] = {
		{ GCM, GCM, 1, 1 },
		{ BOTH, GCM, 1, 1 },
		{ GCM, BOTH, 1, 1 },
		{ BOTH, DTLS12, 1, 0 },
		{ DTLS12, BOTH, 0, 0 },
		{ "NORMAL", "NORMAL", 0, 0 },
	};
	int server;
	unsigned i;

	extension = (gnutls_datum_t){ NULL, 0 };
	for (server = 0; server < 2; server++)
		for (i = 0; i < sizeof rows / sizeof *rows; i++) {
			const char *mine = server ? rows[i].server : rows[i].client;
			int c, s;

			begin(server, 0, mine, server ? rows[i].client : rows[i].server);
			peer->arrives = NULL;
			us->arrives = count_hellos;
			dtls_handshake(&d, &c, &s);
			CHECK_IS(c, 0);
			CHECK_IS(s, 0);
			CHECK_IS(hellos, server ? rows[i].by_server : rows[i].by_client);
			dtls_free(&d);
		}
	/* A server of DTLS 1.2 does not look at it. */
	want(3);
	begin(1, 0, DTLS12, BOTH);
	us->arrives = count_hellos;
	peer->arrives = NULL;
	both_complete(&d);
	CHECK_IS(hellos, 0);
	dtls_free(&d);
}
#endif

int main(void)
{
	int i __attribute__((unused));

	check_knows_dtls13();
#ifdef OURS
	each_way();
	loss();
	retries();
	dtls12();
	resumption();
	updates();
	reauth();
	refused();
	flood();
	small_transport();
	for (i = 0; i < 4; i++)
		two_threads();
	malformed();
	negotiation();
	free_credentials();
#endif
	return check_result();
}
