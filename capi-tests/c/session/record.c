/* Sending and receiving: corked, as packets, with the record state, from two threads, and the end of the data. */
#include "sessions.h"
#include <pthread.h>
#include <sys/socket.h>
#include <unistd.h>

static void test_sending(const char *prio, int tls13)
{
	struct pair p;
	char big[20000], in[20000];
	unsigned char seq[8];
	ssize_t n;
	size_t i;

	pair_new(&p, prio, GNUTLS_NO_TICKETS, GNUTLS_NO_TICKETS);
	HANDSHAKE(&p, 0, 0);
	gnutls_session_t c = p.client.s, s = p.server.s;
	for (i = 0; i < sizeof big; i++)
		big[i] = i * 7;
	CHECK_IS(gnutls_record_get_max_size(c), 16384);
	CHECK_IS(gnutls_record_send(c, big, sizeof big), 16384);
	CHECK_IS(gnutls_record_send(c, big + 16384, sizeof big - 16384), sizeof big - 16384);
	/* One receive returns at most one record; the rest of it needs no read of the transport. */
	CHECK_IS(gnutls_record_check_pending(s), 0);
	CHECK_IS(gnutls_record_recv(s, in, 1000), 1000);
	CHECK_IS(gnutls_record_check_pending(s), 15384);
	CHECK_IS(gnutls_record_recv(s, in + 1000, sizeof in - 1000), 15384);
	CHECK_IS(gnutls_record_check_pending(s), 0);
	CHECK_IS(gnutls_record_recv(s, in + 16384, sizeof in - 16384), sizeof big - 16384);
	CHECK(!memcmp(in, big, sizeof big));
	CHECK_IS(gnutls_record_recv(s, in, sizeof in), GNUTLS_E_AGAIN);
	CHECK_IS(gnutls_record_get_direction(s), 0);
	CHECK_IS(gnutls_record_recv(s, in, 0), GNUTLS_E_INVALID_REQUEST);
	CHECK_IS(gnutls_record_recv(s, NULL, 5), GNUTLS_E_INVALID_REQUEST);
	CHECK_IS(gnutls_record_send(c, NULL, 0), GNUTLS_E_INVALID_REQUEST);
	CHECK_IS(gnutls_record_send(c, "", 0), GNUTLS_E_INVALID_REQUEST);
	CHECK_IS(gnutls_record_recv(s, in, sizeof in), GNUTLS_E_AGAIN);

	CHECK_IS(gnutls_record_send(c, "seq", 3), 3);
	CHECK_IS(gnutls_record_recv_seq(s, in, sizeof in, seq), 3);
	n = tls13 ? 2 : 3;
	CHECK_IS(seq[7], n);
	for (i = 0; i < 7; i++)
		CHECK_IS(seq[i], 0);

	gnutls_packet_t packet = NULL;
	gnutls_datum_t d;
	CHECK_IS(gnutls_record_send(c, "packet", 6), 6);
	CHECK_IS(gnutls_record_recv_packet(s, &packet), 6);
	gnutls_packet_get(packet, &d, seq);
	CHECK_IS(d.size, 6);
	CHECK(!memcmp(d.data, "packet", 6));
	CHECK_IS(seq[7], n + 1);
	gnutls_packet_get(packet, NULL, NULL);
	gnutls_packet_deinit(packet);
	CHECK_IS(gnutls_record_recv_packet(s, &packet), GNUTLS_E_AGAIN);
	CHECK_IS(gnutls_bye(c, GNUTLS_SHUT_WR), 0);
	CHECK_IS(gnutls_record_recv_packet(s, &packet), 0);
	CHECK(packet == NULL);
	pair_end(&p);
}

static void test_cork(const char *prio)
{
	struct pair p;
	char in[40000], out[40000];
	ssize_t got = 0, n;

	pair_new(&p, prio, 0, 0);
	HANDSHAKE(&p, 0, 0);
	gnutls_session_t c = p.client.s;
	memset(out, 'c', sizeof out);
	gnutls_record_cork(c);
	CHECK_IS(gnutls_record_check_corked(c), 0);
	CHECK_IS(gnutls_record_send(c, "one", 3), 3);
	CHECK_IS(gnutls_record_send(c, "two", 3), 3);
	CHECK_IS(gnutls_record_check_corked(c), 6);
	CHECK_IS(p.server.in.used, 0);
	CHECK_IS(gnutls_record_uncork(c, 0), 6);
	CHECK_IS(gnutls_record_check_corked(c), 0);
	CHECK_IS(take(&p.server, in, sizeof in), 6);
	CHECK(!memcmp(in, "onetwo", 6));
	/* More data than one record can have. */
	gnutls_record_cork(c);
	CHECK_IS(gnutls_record_send(c, out, sizeof out), sizeof out);
	CHECK_IS(gnutls_record_uncork(c, GNUTLS_RECORD_WAIT), sizeof out);
	while ((n = take(&p.server, in, sizeof in)) > 0)
		got += n;
	CHECK_IS(got, sizeof out);
	CHECK_IS(gnutls_record_uncork(c, 0), 0);
	gnutls_record_cork(c);
	CHECK_IS(gnutls_record_uncork(c, GNUTLS_RECORD_WAIT), 0);
	ECHO(&p);
	pair_end(&p);
}

/* A client without %ALLOW_SMALL_RECORDS refuses a server that wants shorter records than 512 bytes. */
static void test_small_records(const char *prio)
{
	static const struct {
		const char *allowed;
		size_t size;
		int code;
	} rows[] = {
		{ "", 64, GNUTLS_E_RECEIVED_ILLEGAL_PARAMETER },
		{ "", 510, GNUTLS_E_RECEIVED_ILLEGAL_PARAMETER },
		{ "", 512, 0 },
		{ ":%ALLOW_SMALL_RECORDS", 64, 0 },
	};
	size_t i;
	for (i = 0; i < sizeof rows / sizeof *rows; i++) {
		char own[200], peer[200], data[2000] = "";
		struct pair p;
		int c, s;
		snprintf(own, sizeof own, "%s%s", prio, rows[i].allowed);
		snprintf(peer, sizeof peer, "%s:%%ALLOW_SMALL_RECORDS", prio);
		pair_of(&p, own, peer, server_pem, server_key_pem);
		CHECK_IS(gnutls_record_set_max_recv_size(p.server.s, rows[i].size), 0);
		pair_handshake(&p, &c, &s);
		CHECK_IS(c, rows[i].code);
		if (!rows[i].code)
			CHECK_IS(gnutls_record_send(p.client.s, data, sizeof data), rows[i].size);
		pair_end(&p);
	}
}

/* A session that cannot send yet ends collecting as well, and later data is not held back. */
static void test_cork_early(const char *prio)
{
	struct pair p;
	pair_new(&p, prio, 0, 0);
	gnutls_record_cork(p.client.s);
	CHECK_IS(gnutls_record_send(p.client.s, "x", 1), GNUTLS_E_UNAVAILABLE_DURING_HANDSHAKE);
	CHECK_IS(gnutls_record_uncork(p.client.s, 0), 0);
	HANDSHAKE(&p, 0, 0);
	ECHO(&p);
	pair_end(&p);
}

/* After a complete handshake the direction is that of reading, whichever side came last. */
static void test_direction(const char *prio)
{
	struct pair p;
	char in[10];
	pair_new(&p, prio, 0, 0);
	HANDSHAKE(&p, 0, 0);
	CHECK_IS(gnutls_record_get_direction(p.client.s), 0);
	CHECK_IS(gnutls_record_get_direction(p.server.s), 0);
	CHECK_IS(gnutls_record_send(p.client.s, "x", 1), 1);
	CHECK_IS(gnutls_record_get_direction(p.client.s), 1);
	CHECK_IS(take(&p.client, in, sizeof in), GNUTLS_E_AGAIN);
	CHECK_IS(gnutls_record_get_direction(p.client.s), 0);
	pair_end(&p);
}

static int blocked;
static ssize_t blocking_push(gnutls_transport_ptr_t t, const void *p, size_t n)
{
	struct end *e = t;
	if (blocked) {
		gnutls_transport_set_errno(e->s, EAGAIN);
		return -1;
	}
	return pair_push(t, p, n);
}

/* gnutls_record_uncork and gnutls_bye if the transport would block. */
static void test_blocked(const char *prio)
{
	struct pair p;
	char in[100];

	pair_new(&p, prio, 0, 0);
	HANDSHAKE(&p, 0, 0);
	gnutls_session_t c = p.client.s;
	gnutls_transport_set_push_function(c, blocking_push);
	blocked = 1;
	gnutls_record_cork(c);
	CHECK_IS(gnutls_record_send(c, "waits", 5), 5);
	CHECK_IS(gnutls_record_uncork(c, 0), GNUTLS_E_AGAIN);
	CHECK_IS(gnutls_record_check_corked(c), 5);
	blocked = 0;
	CHECK_IS(gnutls_record_uncork(c, 0), 5);
	CHECK_IS(take(&p.server, in, sizeof in), 5);
	blocked = 1;
	CHECK_IS(gnutls_bye(c, GNUTLS_SHUT_RDWR), GNUTLS_E_AGAIN);
	CHECK_IS(gnutls_record_get_direction(c), 1);
	blocked = 0;
	CHECK_IS(gnutls_bye(c, GNUTLS_SHUT_RDWR), GNUTLS_E_AGAIN);
	CHECK_IS(gnutls_record_get_direction(c), 0);
	CHECK_IS(take(&p.server, in, sizeof in), 0);
	CHECK_IS(gnutls_bye(p.server.s, GNUTLS_SHUT_WR), 0);
	CHECK_IS(gnutls_bye(c, GNUTLS_SHUT_RDWR), 0);
	pair_end(&p);
}

/* The ways to close a session. */
static void test_ends(const char *prio)
{
	struct pair p;
	char in[100];

	/* One side stops sending, and the other continues. */
	pair_new(&p, prio, 0, 0);
	HANDSHAKE(&p, 0, 0);
	CHECK_IS(gnutls_bye(p.client.s, GNUTLS_SHUT_WR), 0);
	CHECK_IS(take(&p.server, in, sizeof in), 0);
	CHECK_IS(take(&p.server, in, sizeof in), 0);
	CHECK_IS(gnutls_alert_get(p.server.s), GNUTLS_A_CLOSE_NOTIFY);
	CARRY(&p.server, &p.client, "still here");
	CHECK_IS(gnutls_record_send(p.client.s, "x", 1), GNUTLS_E_INVALID_SESSION);
	CHECK_IS(gnutls_bye(p.server.s, GNUTLS_SHUT_RDWR), 0);
	CHECK_IS(take(&p.client, in, sizeof in), 0);
	CHECK_IS(gnutls_bye(p.client.s, GNUTLS_SHUT_WR), 0);
	pair_end(&p);

	/* Data before the peer's close_notify is dropped by the side that waits for it. */
	pair_new(&p, prio, 0, 0);
	HANDSHAKE(&p, 0, 0);
	CHECK_IS(gnutls_record_send(p.server.s, "unread", 6), 6);
	CHECK_IS(gnutls_bye(p.server.s, GNUTLS_SHUT_WR), 0);
	CHECK_IS(gnutls_bye(p.client.s, GNUTLS_SHUT_RDWR), 0);
	pair_end(&p);

	/* The stream is truncated: at its start, after data, and within a record. */
	pair_new(&p, prio, 0, 0);
	HANDSHAKE(&p, 0, 0);
	ECHO(&p);
	p.server.in.closed = 1;
	CHECK_IS(gnutls_record_recv(p.server.s, in, sizeof in), GNUTLS_E_PREMATURE_TERMINATION);
	CHECK_IS(gnutls_record_recv(p.server.s, in, sizeof in), GNUTLS_E_INVALID_SESSION);
	pair_end(&p);

	pair_new(&p, prio, 0, 0);
	HANDSHAKE(&p, 0, 0);
	ECHO(&p);
	CHECK_IS(gnutls_record_send(p.client.s, "broken", 6), 6);
	p.server.in.used -= 3;
	p.server.in.closed = 1;
	/* GnuTLS reports it with the next call, and then as an unexpected length. */
	if (gnutls_record_recv(p.server.s, in, sizeof in) == GNUTLS_E_AGAIN)
		CHECK_IS(gnutls_record_recv(p.server.s, in, sizeof in), GNUTLS_E_UNEXPECTED_PACKET_LENGTH);
	CHECK_IS(gnutls_record_recv(p.server.s, in, sizeof in), GNUTLS_E_INVALID_SESSION);
	pair_end(&p);

	pair_new(&p, prio, 0, 0);
	CHECK_IS(gnutls_handshake(p.client.s), GNUTLS_E_AGAIN);
	p.client.in.closed = 1;
	CHECK_IS(gnutls_handshake(p.client.s), GNUTLS_E_PREMATURE_TERMINATION);
	pair_end(&p);

	/* A modified record. */
	pair_new(&p, prio, 0, 0);
	HANDSHAKE(&p, 0, 0);
	ECHO(&p);
	CHECK_IS(gnutls_record_send(p.client.s, "touched", 7), 7);
	p.server.in.data[p.server.in.used - 1] ^= 1;
	CHECK_IS(gnutls_record_recv(p.server.s, in, sizeof in), GNUTLS_E_DECRYPTION_FAILED);
	CHECK_IS(gnutls_alert_send_appropriate(p.server.s, GNUTLS_E_DECRYPTION_FAILED), 0);
	CHECK_IS(take(&p.client, in, sizeof in), GNUTLS_E_FATAL_ALERT_RECEIVED);
	CHECK_IS(gnutls_alert_get(p.client.s), GNUTLS_A_BAD_RECORD_MAC);
	CHECK_IS(gnutls_record_recv(p.client.s, in, sizeof in), GNUTLS_E_INVALID_SESSION);
	pair_end(&p);
}

static void test_sizes(const char *prio)
{
	struct pair p;
	char buf[20000];

	pair_new(&p, prio, 0, 0);
	CHECK_IS(gnutls_record_set_max_size(p.client.s, 511), GNUTLS_E_INVALID_REQUEST);
	CHECK_IS(gnutls_record_set_max_size(p.client.s, 16385), GNUTLS_E_INVALID_REQUEST);
	CHECK_IS(gnutls_record_set_max_recv_size(p.client.s, 511), GNUTLS_E_INVALID_REQUEST);
	CHECK_IS(gnutls_record_set_max_recv_size(p.client.s, 16385), GNUTLS_E_INVALID_REQUEST);
	CHECK_IS(gnutls_record_set_max_recv_size(p.client.s, 1024), 0);
	CHECK_IS(gnutls_record_set_max_size(p.server.s, 2048), 0);
	CHECK_IS(gnutls_record_get_max_size(p.server.s), 16384);
	HANDSHAKE(&p, 0, 0);
	memset(buf, 's', sizeof buf);
	/* It returns the size for receiving; the size for sending is what the peer accepts. */
	CHECK_IS(gnutls_record_get_max_size(p.server.s), 2048);
	CHECK_IS(gnutls_record_get_max_size(p.client.s), 1024);
	CHECK_IS(gnutls_record_send(p.server.s, buf, sizeof buf), 1024);
	CHECK_IS(gnutls_record_send(p.client.s, buf, sizeof buf), 2048);
	CHECK_IS(take(&p.client, buf, sizeof buf), 1024);
	CHECK_IS(take(&p.server, buf, sizeof buf), 2048);
	pair_end(&p);
}

static int blocked;

static ssize_t push_unless_blocked(gnutls_transport_ptr_t t, const void *data, size_t n)
{
	struct end *e = t;

	if (!blocked)
		return pair_push(t, data, n);
	gnutls_transport_set_errno(e->s, EAGAIN);
	return -1;
}

/* What would have blocked can be dropped, with its record; a stream does not recover from that. */
static void test_discard(const char *prio)
{
	size_t record;
	char in[100];
	struct pair p;

	pair_new(&p, prio, GNUTLS_NO_TICKETS, GNUTLS_NO_TICKETS);
	HANDSHAKE(&p, 0, 0);
	CHECK_IS(gnutls_record_discard_queued(p.client.s), 0);
	record = 3 + gnutls_record_overhead_size(p.client.s);
	gnutls_transport_set_push_function(p.client.s, push_unless_blocked);
	blocked = 1;
	CHECK_IS(gnutls_record_send(p.client.s, "abc", 3), GNUTLS_E_AGAIN);
	CHECK_IS(gnutls_record_discard_queued(p.client.s), record);
	CHECK_IS(gnutls_record_discard_queued(p.client.s), 0);
	blocked = 0;
	CHECK_IS(gnutls_record_send(p.client.s, NULL, 0), GNUTLS_E_INVALID_REQUEST);
	CHECK_IS(p.server.in.used, 0);
	CHECK_IS(gnutls_record_send(p.client.s, "defg", 4), 4);
	CHECK_IS(gnutls_record_recv(p.server.s, in, sizeof in), GNUTLS_E_DECRYPTION_FAILED);
	pair_end(&p);
}

/* A session that a forged record has ended can be made to go on. */
static void test_force_valid(const char *prio)
{
	char in[100];
	struct pair p;

	pair_new(&p, prio, GNUTLS_NO_TICKETS, GNUTLS_NO_TICKETS);
	HANDSHAKE(&p, 0, 0);
	queue_put(&p.server.in, "\x17\x03\x03\x00\x20" "00000000000000000000000000000000", 37);
	CHECK_IS(gnutls_record_recv(p.server.s, in, sizeof in), GNUTLS_E_DECRYPTION_FAILED);
	CHECK_IS(gnutls_record_recv(p.server.s, in, sizeof in), GNUTLS_E_INVALID_SESSION);
	CHECK_IS(gnutls_record_send(p.server.s, "x", 1), GNUTLS_E_INVALID_SESSION);
	gnutls_session_force_valid(p.server.s);
	CARRY(&p.server, &p.client, "from the server");
	CHECK_IS(gnutls_record_recv(p.server.s, in, sizeof in), GNUTLS_E_AGAIN);
	pair_end(&p);
}

#if GNUTLS_VERSION_NUMBER >= 0x03080d
static void test_send_size(const char *prio)
{
	struct pair p;

	pair_new(&p, prio, 0, 0);
	HANDSHAKE(&p, 0, 0);
	CHECK_IS(gnutls_record_get_max_send_size(p.client.s), 16384);
	CHECK_IS(gnutls_record_set_max_size(p.client.s, 600), 0);
	CHECK_IS(gnutls_record_get_max_send_size(p.client.s), 600);
	pair_end(&p);
}

/* The next keys without the peer's KeyUpdate: what it sends cannot be read. */
static void test_receiving_key(void)
{
	char in[100];
	struct pair p;

	pair_new(&p, TLS12, 0, 0);
	CHECK_IS(gnutls_handshake_update_receiving_key(p.client.s), GNUTLS_E_INVALID_REQUEST);
	HANDSHAKE(&p, 0, 0);
	CHECK_IS(gnutls_handshake_update_receiving_key(p.client.s), GNUTLS_E_INVALID_REQUEST);
	ECHO(&p);
	pair_end(&p);

	pair_new(&p, TLS13, GNUTLS_NO_TICKETS, GNUTLS_NO_TICKETS);
	HANDSHAKE(&p, 0, 0);
	ECHO(&p);
	CHECK_IS(gnutls_handshake_update_receiving_key(p.client.s), 0);
	CHECK_IS(gnutls_record_send(p.server.s, "x", 1), 1);
	CHECK_IS(gnutls_record_recv(p.client.s, in, sizeof in), GNUTLS_E_DECRYPTION_FAILED);
	pair_end(&p);
}
#endif

static void test_state(const char *prio, int tls13)
{
	struct pair p;
	gnutls_datum_t mac, iv, key, iv2, key2;
	unsigned char seq[8], seq2[8];

	pair_new(&p, prio, GNUTLS_NO_TICKETS, GNUTLS_NO_TICKETS);
	HANDSHAKE(&p, 0, 0);
	ECHO(&p);
	CHECK_IS(gnutls_record_get_state(p.client.s, 0, &mac, &iv, &key, seq), 0);
	CHECK_IS(gnutls_record_get_state(p.server.s, 1, NULL, &iv2, &key2, seq2), 0);
	CHECK_IS(mac.size, 0);
	CHECK_IS(iv.size, tls13 ? 12 : 4);
	CHECK_IS(key.size, 32);
	CHECK(iv2.size == iv.size && !memcmp(iv.data, iv2.data, iv.size));
	CHECK(key2.size == key.size && !memcmp(key.data, key2.data, key.size));
	CHECK(!memcmp(seq, seq2, 8));
	CHECK_IS(seq[7], tls13 ? 1 : 2);
	seq[6] = 1;
	CHECK_IS(gnutls_record_set_state(p.client.s, 0, seq), 0);
	CHECK_IS(gnutls_record_set_state(p.server.s, 1, seq), 0);
	ECHO(&p);
	pair_end(&p);
}

/* Two threads on each session: one sends, one receives. */
enum { THREAD_BYTES = 10 << 20 };
static void *sender(void *session)
{
	char block[16384];
	size_t sent = 0;
	memset(block, 't', sizeof block);
	while (sent < THREAD_BYTES) {
		ssize_t n = gnutls_record_send(session, block, sizeof block);
		if (n < 0 && n != GNUTLS_E_AGAIN && n != GNUTLS_E_INTERRUPTED)
			return (void *)(long)n;
		if (n > 0)
			sent += n;
	}
	return (void *)(long)gnutls_bye(session, GNUTLS_SHUT_WR);
}
static void *receiver(void *session)
{
	char block[16384];
	size_t got = 0;
	for (;;) {
		ssize_t n = gnutls_record_recv(session, block, sizeof block);
		if (n == 0)
			return (void *)(long)got;
		if (n < 0 && n != GNUTLS_E_AGAIN && n != GNUTLS_E_INTERRUPTED)
			return (void *)(long)n;
		if (n > 0)
			got += n;
	}
}

static void *shake(void *session)
{
	return (void *)(long)gnutls_handshake(session);
}

static void test_threads(const char *prio)
{
	int fd[2], i;
	gnutls_session_t s[2];
	gnutls_certificate_credentials_t cc = credentials(NULL, NULL), sc = credentials(server_pem, server_key_pem);
	pthread_t t[4];
	void *result;

	CHECK_IS(socketpair(AF_UNIX, SOCK_STREAM, 0, fd), 0);
	for (i = 0; i < 2; i++) {
		CHECK_IS(gnutls_init(&s[i], i ? GNUTLS_SERVER : GNUTLS_CLIENT), 0);
		gnutls_priority_set_direct(s[i], prio, NULL);
		gnutls_credentials_set(s[i], GNUTLS_CRD_CERTIFICATE, i ? sc : cc);
		gnutls_transport_set_int(s[i], fd[i]);
		pthread_create(&t[i], NULL, shake, s[i]);
	}
	for (i = 0; i < 2; i++) {
		pthread_join(t[i], &result);
		CHECK_IS((long)result, 0);
	}
	for (i = 0; i < 4; i++)
		pthread_create(&t[i], NULL, i < 2 ? sender : receiver, s[i & 1]);
	for (i = 0; i < 4; i++) {
		pthread_join(t[i], &result);
		CHECK_IS((long)result, i < 2 ? 0 : THREAD_BYTES);
	}
	gnutls_deinit(s[0]);
	gnutls_deinit(s[1]);
	close(fd[0]);
	close(fd[1]);
	gnutls_certificate_free_credentials(cc);
	gnutls_certificate_free_credentials(sc);
}

/* The bytes of a file, from an offset or from the file's position. */
static void test_file(const char *prio)
{
	struct pair p;
	char in[20000];
	ssize_t got = 0, n;
	off_t at = 10;
	FILE *f = tmpfile();

	CHECK(f != NULL);
	for (int i = 0; i < 20000; i++)
		fputc('a' + i % 23, f);
	fflush(f);
	pair_new(&p, prio, GNUTLS_NO_TICKETS, GNUTLS_NO_TICKETS);
	HANDSHAKE(&p, 0, 0);
	gnutls_session_t c = p.client.s;
	lseek(fileno(f), 0, SEEK_SET);
	CHECK_IS(gnutls_record_send_file(c, fileno(f), &at, 100), 100);
	CHECK_IS(at, 110);
	CHECK_IS(lseek(fileno(f), 0, SEEK_CUR), 0);
	CHECK_IS(take(&p.server, in, sizeof in), 100);
	CHECK_IS(in[0], 'a' + 10);
	CHECK_IS(in[99], 'a' + 109 % 23);
	CHECK_IS(gnutls_record_send_file(c, fileno(f), NULL, 5), 5);
	CHECK_IS(lseek(fileno(f), 0, SEEK_CUR), 5);
	CHECK_IS(take(&p.server, in, sizeof in), 5);
	CHECK_IS(in[0], 'a');
	/* To the end of the file, in more than one record. */
	CHECK_IS(gnutls_record_send_file(c, fileno(f), NULL, 30000), 20000 - 5);
	while ((n = take(&p.server, in, sizeof in)) > 0)
		got += n;
	CHECK_IS(got, 20000 - 5);
	CHECK_IS(gnutls_record_send_file(c, fileno(f), NULL, 10), 0);
	CHECK(gnutls_record_send_file(c, -1, NULL, 10) < 0);
	pair_end(&p);
	fclose(f);
}

int main(void)
{
	int v;
	for (v = 0; v < 2; v++) {
		const char *prio = both_versions[v];
		test_sending(prio, v);
		test_cork(prio);
		test_cork_early(prio);
		test_small_records(prio);
		test_direction(prio);
		test_file(prio);
		test_blocked(prio);
		test_ends(prio);
		test_sizes(prio);
		test_state(prio, v);
		test_threads(prio);
		test_discard(prio);
		test_force_valid(prio);
#if GNUTLS_VERSION_NUMBER >= 0x03080d
		test_send_size(prio);
#endif
	}
#if GNUTLS_VERSION_NUMBER >= 0x03080d
	test_receiving_key();
#endif
	return check_result();
}
