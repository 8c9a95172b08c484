/* Records that the kernel protects, and what becomes of the transport: their content is in clear, and goes to no other socket. */
#include "ktls.h"
#include <pthread.h>

static ssize_t refuse_push(gnutls_transport_ptr_t p, const void *data, size_t n)
{
	CHECK(!"nothing in clear is given to a function");
	return n;
}

static ssize_t refuse_pull(gnutls_transport_ptr_t p, void *data, size_t n)
{
	errno = EIO;
	return -1;
}

/* The content of records goes to no transport that does not protect it. */
static void changed_transport(struct side *e)
{
	char buf[8];
	int pair[2];

	meet(e);
	if (!e->kernel || !e->client)
		return;
	gnutls_transport_set_push_function(e->s, refuse_push);
	CHECK_IS(gnutls_record_send(e->s, "secret", 6), GNUTLS_E_PUSH_ERROR);
	gnutls_transport_set_push_function(e->s, NULL);
	gnutls_session_force_valid(e->s);
	CHECK_IS(socketpair(AF_UNIX, SOCK_STREAM, 0, pair), 0);
	gnutls_transport_set_int(e->s, pair[0]);
	CHECK_IS(gnutls_record_send(e->s, "secret", 6), GNUTLS_E_PUSH_ERROR);
	CHECK_IS(recv(pair[1], buf, sizeof buf, MSG_DONTWAIT), -1);
	CHECK_IS(write(pair[1], "forged", 6), 6);
	gnutls_session_force_valid(e->s);
	CHECK_IS(gnutls_record_recv(e->s, buf, sizeof buf), GNUTLS_E_PULL_ERROR);
	gnutls_session_force_valid(e->s);
	gnutls_transport_set_int(e->s, e->fd);
	gnutls_transport_set_pull_function(e->s, refuse_pull);
	CHECK_IS(gnutls_record_recv(e->s, buf, sizeof buf), GNUTLS_E_PULL_ERROR);
}

/* A connection that has TLS in the kernel, with keys that are not those of the session. */
static void other_connection(int fd[2])
{
	unsigned char keys[40] = { 0x04, 0x03, 51 };

	connected(fd, AF_INET);
	CHECK_IS(setsockopt(fd[0], IPPROTO_TCP, 31 /* TCP_ULP */, "tls", 3), 0);
	CHECK_IS(setsockopt(fd[0], 282 /* SOL_TLS */, 1 /* TLS_TX */, keys, sizeof keys), 0);
}

/* Nothing is written to the socket, or taken from it. */
static void use_nothing(struct side *e, int fd, int peer)
{
	char buf[8];
	FILE *f = tmpfile();
	off_t offset = 0;
	int kept = dup(e->fd);

	CHECK_IS(fputs("secret", f), 1);
	fflush(f);
	CHECK_IS(write(peer, "forged", 6), 6);
	CHECK_IS(dup2(fd, e->fd), e->fd);
	CHECK_IS(gnutls_record_send(e->s, "secret", 6), GNUTLS_E_PUSH_ERROR);
	gnutls_session_force_valid(e->s);
	CHECK_IS(gnutls_record_send_file(e->s, fileno(f), &offset, 6), GNUTLS_E_PUSH_ERROR);
	gnutls_session_force_valid(e->s);
	CHECK_IS(gnutls_record_recv(e->s, buf, sizeof buf), GNUTLS_E_PULL_ERROR);
	gnutls_session_force_valid(e->s);
	CHECK_IS(recv(fd, buf, sizeof buf, MSG_DONTWAIT), 6);
	CHECK_IS(recv(peer, buf, sizeof buf, MSG_DONTWAIT), -1);
	CHECK_IS(dup2(kept, e->fd), e->fd);
	close(kept);
	fclose(f);
}

/* The number of the descriptor is that of another socket, then of the session's again. */
static void number_of_another(struct side *e)
{
	int pair[2];

	meet(e);
	if (e->client && e->kernel) {
		CHECK_IS(socketpair(AF_UNIX, SOCK_STREAM, 0, pair), 0);
		use_nothing(e, pair[0], pair[1]);
		connected(pair, AF_INET);
		use_nothing(e, pair[0], pair[1]);
		other_connection(pair);
		use_nothing(e, pair[0], pair[1]);
	}
	meet(e);
	bye(e);
}

static void closed(struct side *e)
{
	char byte;

	meet(e);
	if (!e->client || !e->kernel)
		return;
	close(e->fd);
	CHECK_IS(gnutls_record_send(e->s, "secret", 6), GNUTLS_E_PUSH_ERROR);
	gnutls_session_force_valid(e->s);
	CHECK_IS(gnutls_record_recv(e->s, &byte, 1), GNUTLS_E_PULL_ERROR);
}

/* The socket of the session has another number. */
static void another_number(struct side *e)
{
	int fd = dup(e->fd);

	meet(e);
	gnutls_transport_set_int(e->s, fd);
	close(e->fd);
	e->fd = fd;
	meet(e);
	if (e->client)
		send_pattern(e, 40000);
	else
		recv_pattern(e, 40000);
	bye(e);
}

/* Two processes send through one connection: the kernel counts the records of both. (Without it they would use a nonce twice.) */
static void forked(struct side *e)
{
	int status = -1;
	pid_t pid;

	meet(e);
	if (e->client && e->kernel) {
		fflush(NULL);
		pid = fork();
		if (!pid) {
			send_pattern(e, 20000);
			gnutls_deinit(e->s);
			_exit(check_failures != 0);
		}
		CHECK_IS(waitpid(pid, &status, 0), pid);
		CHECK_IS(status, 0);
		send_pattern(e, 20000);
	}
	if (!e->client && e->peer_kernel) {
		recv_pattern(e, 20000);
		recv_pattern(e, 20000);
	}
	meet(e);
	bye(e);
}

static void *receiver(void *arg)
{
	recv_code(arg);
	return NULL;
}

/* A thread that is cancelled while it waits for a record: another one goes on. */
static void cancelled(struct side *e)
{
	pthread_t t;
	void *result;

	meet(e);
	/* The server sends nothing until it is asked. */
	if (e->client) {
		CHECK_IS(pthread_create(&t, NULL, receiver, e), 0);
		usleep(100000);
		pthread_cancel(t);
		CHECK_IS(pthread_join(t, &result), 0);
		CHECK(result == PTHREAD_CANCELED);
	}
	meet(e);
	bye(e);
}

static const struct scenario scenarios[] = {
	{ "another transport", changed_transport, BOTH },
	{ "the number of another socket", number_of_another, BOTH },
	{ "a closed descriptor", closed, BOTH },
	{ "another number of the socket", another_number, BOTH },
	{ "two processes", forked, BOTH },
	{ "a cancelled thread", cancelled, BOTH },
	{ NULL, NULL, 0 },
};
