/* Records that the kernel protects: data, their end, alerts, messages after the handshake, and what is no record. */
#include "ktls.h"
#include <pthread.h>
#include <time.h>

static void data(struct side *e)
{
	size_t total = (2 << 20) + 77;

	if (e->client)
		send_pattern(e, total);
	recv_pattern(e, total);
	if (!e->client)
		send_pattern(e, total);
	bye(e);
}

/* The server's data is there before the client's handshake ends, and its tickets are. */
static void server_first(struct side *e)
{
	if (!e->client)
		send_pattern(e, 50000);
	else
		recv_pattern(e, 50000);
	meet(e);
	bye(e);
}

static void *sender(void *arg)
{
	send_pattern(arg, 1 << 20);
	return NULL;
}

static void two_threads(struct side *e)
{
	pthread_t t;

	pthread_create(&t, NULL, sender, e);
	recv_pattern(e, 1 << 20);
	pthread_join(t, NULL);
	bye(e);
}

static void sendfile_size(struct side *e, int file, off_t *offset, size_t count, size_t want)
{
	size_t at = 0;
	ssize_t n;

	while (at < want) {
		n = gnutls_record_send_file(e->s, file, offset, count - at);
		if (again(e, n))
			continue;
		if (n <= 0) {
			CHECK_IS(n, want - at);
			return;
		}
		at += n;
	}
	CHECK_IS(at, want);
}

static void send_file(struct side *e)
{
	size_t size = (1 << 20) + 123, i;
	FILE *f = tmpfile();
	off_t offset = 0;
	int pipes[2];

	if (e->client) {
		recv_pattern(e, size);
		recv_pattern(e, size);
		recv_pattern(e, 3);
		meet(e);
		bye(e);
		return;
	}
	for (i = 0; i < size; i++)
		putc(pattern(i), f);
	rewind(f);
	/* More than the file has. */
	sendfile_size(e, fileno(f), &offset, size + 5000, size);
	CHECK_IS(offset, size);
#ifdef OURS
	CHECK_IS(lseek(fileno(f), 0, SEEK_CUR), 0);
#endif
	CHECK_IS(lseek(fileno(f), 0, SEEK_SET), 0);
	sendfile_size(e, fileno(f), NULL, 100001, 100001);
	CHECK_IS(lseek(fileno(f), 0, SEEK_CUR), 100001);
	sendfile_size(e, fileno(f), NULL, size, size - 100001);
	CHECK_IS(gnutls_record_send_file(e->s, fileno(f), NULL, 10), 0);
	fclose(f);
	/* What cannot be sent so goes the other way. */
	CHECK_IS(pipe(pipes), 0);
	for (i = 0; i < 3; i++) {
		char byte = pattern(i);

		CHECK_IS(write(pipes[1], &byte, 1), 1);
	}
	close(pipes[1]);
	sendfile_size(e, pipes[0], NULL, 3, 3);
	CHECK_IS(gnutls_record_send_file(e->s, -1, NULL, 3), GNUTLS_E_FILE_ERROR);
	meet(e);
	bye(e);
}

/* The peer is gone: an error, not a signal. */
static void broken(struct side *e)
{
	FILE *f = tmpfile();
	off_t offset = 0;
	ssize_t n = 0;
	int i;

	meet(e);
	if (e->client)
		return;
	for (i = 0; i < 100000; i++)
		putc(i, f);
	rewind(f);
	signal(SIGPIPE, SIG_DFL);
	for (i = 0; i < 100 && n >= 0; i++, usleep(10000), offset = 0)
		n = gnutls_record_send_file(e->s, fileno(f), &offset, 100000);
	/* After a call that has sent a part, the next one finds the session ended. */
	if (n != GNUTLS_E_PREMATURE_TERMINATION && n != GNUTLS_E_INVALID_SESSION)
		CHECK_IS(n, GNUTLS_E_PUSH_ERROR);
	fclose(f);
}

static void alerts(struct side *e)
{
	meet(e);
	if (e->client) {
		/* A warning is one in TLS 1.2 only. */
		if (!e->tls13)
			CHECK_IS(gnutls_alert_send(e->s, GNUTLS_AL_WARNING, GNUTLS_A_NO_RENEGOTIATION), 0);
		send_pattern(e, 5);
		CHECK_IS(gnutls_alert_send(e->s, GNUTLS_AL_FATAL, GNUTLS_A_INTERNAL_ERROR), 0);
		return;
	}
	if (!e->tls13) {
		CHECK_IS(recv_code(e), GNUTLS_E_WARNING_ALERT_RECEIVED);
		CHECK_IS(gnutls_alert_get(e->s), GNUTLS_A_NO_RENEGOTIATION);
	}
	recv_pattern(e, 5);
	CHECK_IS(recv_code(e), GNUTLS_E_FATAL_ALERT_RECEIVED);
	CHECK_IS(gnutls_alert_get(e->s), GNUTLS_A_INTERNAL_ERROR);
}

static void premature(struct side *e)
{
	meet(e);
	if (e->client)
		shutdown(e->fd, SHUT_WR);
	else
		CHECK_IS(recv_code(e), GNUTLS_E_PREMATURE_TERMINATION);
}

/* A message with close_notify behind it, in one direction only. */
static void half_close(struct side *e)
{
	if (e->client) {
		send_pattern(e, 20000);
		CHECK_IS(gnutls_bye(e->s, GNUTLS_SHUT_WR), 0);
		recv_pattern(e, 20000);
		CHECK_IS(recv_code(e), 0);
		return;
	}
	recv_pattern(e, 20000);
	CHECK_IS(recv_code(e), 0);
	send_pattern(e, 20000);
	bye(e);
}

/* The client updates its keys. A kernel that takes no new ones says so before anything is sent; where only that of the server has the
 * keys, the session ends there. */
static void key_updates(struct side *e)
{
	int client = e->client ? e->kernel : e->peer_kernel, server = e->client ? e->peer_kernel : e->kernel;
	int refused = client && !e->rekey, breaks = server && !e->rekey && !refused, i, n;

	meet(e);
	for (i = 0; i < 3; i++) {
		if (e->client) {
			do
				n = gnutls_session_key_update(e->s, i == 1 ? GNUTLS_KU_PEER : 0);
			while (again(e, n));
			CHECK_IS(n, refused ? GNUTLS_E_UNIMPLEMENTED_FEATURE : 0);
			send_pattern(e, 30000);
			if (breaks) {
				CHECK(recv_code(e) < 0);
				return;
			}
			recv_pattern(e, 30000);
			continue;
		}
		if (breaks) {
			CHECK_IS(recv_code(e), GNUTLS_E_UNIMPLEMENTED_FEATURE);
			CHECK_IS(recv_code(e), GNUTLS_E_INVALID_SESSION);
			return;
		}
		recv_pattern(e, 30000);
		send_pattern(e, 30000);
	}
	bye(e);
}

/* A record that the peer did not protect with the keys, and lengths and versions that there are none of. */
static void bad_record(struct side *e, const unsigned char *header, int code)
{
	unsigned char junk[64] = { 0 };

	meet(e);
	if (e->client) {
		memcpy(junk, header, 5);
		CHECK_IS(send(e->fd, junk, sizeof junk, 0), sizeof junk);
		/* The alert of it. */
		CHECK_IS(recv_code(e), GNUTLS_E_FATAL_ALERT_RECEIVED);
		return;
	}
	CHECK_IS(recv_code(e), code);
	CHECK_IS(recv_code(e), GNUTLS_E_INVALID_SESSION);
	CHECK_IS(gnutls_alert_send_appropriate(e->s, code), 0);
	/* Until the peer has it: a reset would take it away. */
	shutdown(e->fd, SHUT_WR);
	recv(e->fd, junk, sizeof junk, MSG_WAITALL);
	usleep(100000);
}

static void bad_bytes(struct side *e)
{
	bad_record(e, (const unsigned char *)"\x17\x03\x03\x00\x3b", GNUTLS_E_DECRYPTION_FAILED);
}

static void bad_length(struct side *e)
{
	bad_record(e, (const unsigned char *)"\x17\x03\x03\xff\xff", GNUTLS_E_RECORD_OVERFLOW);
}

static void bad_version(struct side *e)
{
	bad_record(e, (const unsigned char *)"\x17\x02\x02\x00\x3b", GNUTLS_E_UNSUPPORTED_VERSION_PACKET);
}

/* A peer that does not end its record: the time of gnutls_record_set_timeout is over all the same. */
static void slow_record(struct side *e)
{
	struct timespec start, end;
	char byte;

	meet(e);
	if (e->client) {
		CHECK_IS(send(e->fd, "\x17\x03\x03\x00\x3b\x01", 6, 0), 6);
		/* Until the server is at its end. */
		while (recv(e->fd, &byte, 1, 0) > 0)
			;
		return;
	}
	gnutls_record_set_timeout(e->s, 300);
	usleep(100000);
	clock_gettime(CLOCK_MONOTONIC, &start);
	CHECK_IS(recv_code(e), GNUTLS_E_TIMEDOUT);
	clock_gettime(CLOCK_MONOTONIC, &end);
	CHECK(end.tv_sec - start.tv_sec < 10);
	shutdown(e->fd, SHUT_WR);
}

static void records(struct side *e)
{
	unsigned char buf[20000], number[8], next[8];
	gnutls_datum_t key, iv, mac, payload;
	gnutls_packet_t packet;
	ssize_t n;
	int i __attribute__((unused));

	meet(e);
	if (e->client) {
		gnutls_record_cork(e->s);
		send_pattern(e, 40000);
		CHECK_IS(gnutls_record_check_corked(e->s), 40000);
		CHECK_IS(gnutls_record_uncork(e->s, GNUTLS_RECORD_WAIT), 40000);
		CHECK_IS(gnutls_record_set_max_size(e->s, 512), 0);
		CHECK_IS(gnutls_record_send(e->s, "0123456789", 10), 10);
		CHECK_IS(gnutls_record_get_state(e->s, 0, &mac, &iv, &key, number), 0);
		memset(buf, 0, sizeof buf);
		CHECK_IS(gnutls_record_send(e->s, buf, 1000), 512);
		CHECK_IS(gnutls_record_get_state(e->s, 0, &mac, &iv, &key, next), 0);
		CHECK_IS(next[7], number[7] + 1);
		/* The kernel has no padding, and its numbers are its own. */
		if (e->kernel) {
			CHECK_IS(gnutls_record_can_use_length_hiding(e->s), 0);
			CHECK_IS(gnutls_record_send2(e->s, "x", 1, 9, 0), GNUTLS_E_INVALID_REQUEST);
			CHECK_IS(gnutls_record_set_state(e->s, 0, next), GNUTLS_E_INVALID_REQUEST);
			CHECK_IS(gnutls_record_set_state(e->s, 1, next), e->kernel ? GNUTLS_E_INVALID_REQUEST : 0);
		}
#ifdef OURS
		/* Records of padding alone carry nothing. */
		if (!e->kernel && e->tls13)
			for (i = 0; i < 3; i++)
				CHECK_IS(gnutls_record_send2(e->s, NULL, 0, 100, 0), 0);
#endif
		recv_pattern(e, 1);
		return bye(e);
	}
	recv_pattern(e, 40000);
	while ((n = gnutls_record_recv_seq(e->s, buf, 4, number)) < 0 && again(e, n))
		;
	CHECK_IS(n, 4);
	CHECK(gnutls_record_check_pending(e->s) >= 6);
	while ((n = gnutls_record_recv_packet(e->s, &packet)) < 0 && again(e, n))
		;
	CHECK(n >= 6);
	gnutls_packet_get(packet, &payload, next);
	CHECK_IS(payload.size, n);
	CHECK(payload.size >= 6 && !memcmp(payload.data, "456789", 6) && !memcmp(next, number, 8));
	/* Of records that have come together, the kernel may give the data of several. */
	for (n -= 6; n < 512;) {
		ssize_t more = gnutls_record_recv(e->s, buf, 512 - n);

		if (more < 0 && again(e, more))
			continue;
		if (more <= 0) {
			CHECK_IS(more, 512 - n);
			break;
		}
		n += more;
	}
	gnutls_packet_deinit(packet);
	CHECK_IS(n, 512);
	send_pattern(e, 1);
	bye(e);
}

static void tickets_and_reauth(struct side *e)
{
	int n;

	meet(e);
	if (!e->client) {
		CHECK_IS(gnutls_session_ticket_send(e->s, 2, 0), 0);
		do
			n = gnutls_reauth(e->s, 0);
		while (again(e, n));
		CHECK_IS(n, 0);
		meet(e);
		return bye(e);
	}
	CHECK_IS(recv_code(e), GNUTLS_E_REAUTH_REQUEST);
	do
		n = gnutls_reauth(e->s, 0);
	while (again(e, n));
	CHECK_IS(n, 0);
	meet(e);
	CHECK(gnutls_session_get_flags(e->s) & GNUTLS_SFLAGS_SESSION_TICKET);
	bye(e);
}

static void renegotiation(struct side *e)
{
	meet(e);
	if (e->client) {
		if (e->peer_kernel) {
			meet(e);
			return bye(e);
		}
		CHECK_IS(recv_code(e), GNUTLS_E_REHANDSHAKE);
		if (e->kernel) {
			CHECK_IS(gnutls_handshake(e->s), GNUTLS_E_UNIMPLEMENTED_FEATURE);
			CHECK_IS(gnutls_alert_send(e->s, GNUTLS_AL_WARNING, GNUTLS_A_NO_RENEGOTIATION), 0);
		} else {
			CHECK_IS(gnutls_alert_send(e->s, GNUTLS_AL_WARNING, GNUTLS_A_NO_RENEGOTIATION), 0);
		}
		meet(e);
		return bye(e);
	}
	CHECK_IS(gnutls_rehandshake(e->s), e->kernel ? GNUTLS_E_UNIMPLEMENTED_FEATURE : 0);
	if (!e->kernel) {
		CHECK_IS(recv_code(e), GNUTLS_E_WARNING_ALERT_RECEIVED);
		CHECK_IS(gnutls_alert_get(e->s), GNUTLS_A_NO_RENEGOTIATION);
	}
	meet(e);
	bye(e);
}

static const struct scenario scenarios[] = {
	{ "data", data, BOTH | ALL },
	{ "data without blocking", data, BOTH | NONBLOCK },
	{ "data with small records", data, BOTH | SMALL },
	{ "data through functions", data, BOTH | OWN },
	{ "data through a socket of the system", data, BOTH | UNIX },
	{ "data after an early start", server_first, BOTH | START },
	{ "data of the server first", server_first, BOTH },
	{ "two threads", two_threads, BOTH },
	{ "sendfile", send_file, BOTH },
	{ "sendfile without blocking", send_file, BOTH | NONBLOCK },
	{ "a broken connection", broken, BOTH },
	{ "alerts", alerts, BOTH },
	{ "the end of the stream", premature, BOTH },
	{ "close_notify", half_close, BOTH },
	{ "KeyUpdate", key_updates, ONLY13 },
	{ "KeyUpdate without blocking", key_updates, ONLY13 | NONBLOCK },
	{ "a record that is not authentic", bad_bytes, BOTH | PLAIN_CLIENT },
	{ "a record that is too long", bad_length, BOTH | PLAIN_CLIENT },
	{ "a record of another version", bad_version, BOTH | PLAIN_CLIENT },
	{ "a record that does not end", slow_record, BOTH | PLAIN_CLIENT },
	{ "records", records, BOTH },
	{ "tickets and authentication", tickets_and_reauth, ONLY13 | REAUTH },
	{ "renegotiation", renegotiation, ONLY12 },
	{ NULL, NULL, 0 },
};
