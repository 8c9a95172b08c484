/* Sessions in a memcached that several server processes share, through the gnutls_db functions: what one process stores,
 * another resumes. It needs Debian's package memcached (apt-get install memcached), and is skipped without. It starts a
 * memcached of its own on a free port of 127.0.0.1 and ends it. */
#include <arpa/inet.h>
#include <signal.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>
#include "sessions.h"

static in_port_t port;

static int tcp(void)
{
	struct sockaddr_in to = { .sin_family = AF_INET, .sin_port = port };
	int fd = socket(AF_INET, SOCK_STREAM, 0);

	to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
	if (connect(fd, (struct sockaddr *)&to, sizeof to) == 0)
		return fd;
	close(fd);
	return -1;
}

/* A port that nobody uses. */
static in_port_t free_port(void)
{
	struct sockaddr_in at = { .sin_family = AF_INET };
	socklen_t size = sizeof at;
	int fd = socket(AF_INET, SOCK_STREAM, 0);

	at.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
	CHECK(bind(fd, (struct sockaddr *)&at, sizeof at) == 0);
	CHECK(getsockname(fd, (struct sockaddr *)&at, &size) == 0);
	close(fd);
	return at.sin_port;
}

/* Starts it and waits until it answers. Returns 0 if there is none. */
static pid_t start(void)
{
	char number[8];
	pid_t pid;
	int fd, status;

	port = free_port();
	snprintf(number, sizeof number, "%u", ntohs(port));
	pid = fork();
	if (pid == 0) {
		execlp("memcached", "memcached", "-l", "127.0.0.1", "-p", number, "-U", "0", "-m", "8", "-t", "1",
		       geteuid() ? NULL : "-u", "nobody", NULL);
		_exit(127);
	}
	for (int i = 0; i < 200; i++) {
		fd = tcp();
		if (fd >= 0) {
			close(fd);
			return pid;
		}
		if (waitpid(pid, &status, WNOHANG) == pid)
			return 0;
		usleep(25000);
	}
	kill(pid, SIGTERM);
	waitpid(pid, NULL, 0);
	return 0;
}

/* Sends a command and reads until the answer ends with `end`. Returns its size. */
static size_t ask(const void *command, size_t size, char *answer, size_t most, const char *end)
{
	int fd = tcp();
	size_t got = 0;
	ssize_t n;

	CHECK(fd >= 0);
	CHECK(write(fd, command, size) == (ssize_t)size);
	while (got < most && (n = read(fd, answer + got, most - got)) > 0) {
		got += n;
		if (got >= strlen(end) && !memcmp(answer + got - strlen(end), end, strlen(end)))
			break;
	}
	close(fd);
	return got;
}

static int name_of(gnutls_datum_t key, char *name)
{
	for (unsigned i = 0; i < key.size; i++)
		sprintf(name + 2 * i, "%02x", key.data[i]);
	return 2 * key.size;
}

static int db_store(void *ptr, gnutls_datum_t key, gnutls_datum_t data)
{
	char command[8192], answer[64], name[128];
	int n;

	(void)ptr;
	name_of(key, name);
	n = snprintf(command, sizeof command, "set %s 0 %ld %u\r\n", name,
		     (long)gnutls_db_check_entry_expire_time(&data), data.size);
	CHECK(n + data.size + 2 < sizeof command);
	memcpy(command + n, data.data, data.size);
	memcpy(command + n + data.size, "\r\n", 2);
	return ask(command, n + data.size + 2, answer, sizeof answer, "\r\n") == 8 && !memcmp(answer, "STORED", 6) ? 0 : -1;
}

static gnutls_datum_t db_retrieve(void *ptr, gnutls_datum_t key)
{
	char command[256], answer[8192], name[128], *line;
	gnutls_datum_t found = { NULL, 0 };
	unsigned size;
	size_t got;

	(void)ptr;
	name_of(key, name);
	got = ask(command, snprintf(command, sizeof command, "get %s\r\n", name), answer, sizeof answer, "END\r\n");
	line = memchr(answer, '\n', got);
	if (!line || sscanf(answer, "VALUE %*s %*u %u", &size) != 1 || line + 1 + size > answer + got)
		return found;
	found.data = gnutls_malloc(size);
	memcpy(found.data, line + 1, size);
	found.size = size;
	return found;
}

/* A server process for one connection. Its status says whether it has resumed a session. */
static void serve(int fd)
{
	gnutls_certificate_credentials_t cred = credentials(server_pem, server_key_pem);
	gnutls_session_t s;
	int resumed;

	gnutls_init(&s, GNUTLS_SERVER);
	gnutls_priority_set_direct(s, TLS12, NULL);
	gnutls_credentials_set(s, GNUTLS_CRD_CERTIFICATE, cred);
	gnutls_transport_set_int(s, fd);
	gnutls_db_set_store_function(s, db_store);
	gnutls_db_set_retrieve_function(s, db_retrieve);
	CHECK_IS(gnutls_handshake(s), 0);
	CHECK_IS(gnutls_record_send(s, "hello", 5), 5);
	resumed = gnutls_session_is_resumed(s);
	gnutls_bye(s, GNUTLS_SHUT_RDWR);
	gnutls_deinit(s);
	gnutls_certificate_free_credentials(cred);
	_exit(check_failures ? 2 : resumed);
}

/* A connection to a server process of its own. Takes and gives session data. */
static void connection(gnutls_datum_t *data, int resumed)
{
	gnutls_certificate_credentials_t cred = credentials(NULL, NULL);
	gnutls_session_t s;
	int fds[2], status;
	char buf[8];
	pid_t pid;

	CHECK(socketpair(AF_UNIX, SOCK_STREAM, 0, fds) == 0);
	pid = fork();
	if (pid == 0) {
		close(fds[0]);
		serve(fds[1]);
	}
	close(fds[1]);
	gnutls_init(&s, GNUTLS_CLIENT);
	gnutls_priority_set_direct(s, TLS12, NULL);
	gnutls_credentials_set(s, GNUTLS_CRD_CERTIFICATE, cred);
	gnutls_transport_set_int(s, fds[0]);
	if (data->data)
		CHECK_IS(gnutls_session_set_data(s, data->data, data->size), 0);
	gnutls_free(data->data);
	CHECK_IS(gnutls_handshake(s), 0);
	CHECK_IS(gnutls_session_is_resumed(s), resumed);
	CHECK_IS(gnutls_record_recv(s, buf, sizeof buf), 5);
	CHECK_IS(gnutls_session_get_data2(s, data), 0);
	gnutls_bye(s, GNUTLS_SHUT_RDWR);
	close(fds[0]);
	gnutls_deinit(s);
	gnutls_certificate_free_credentials(cred);
	CHECK(waitpid(pid, &status, 0) == pid && WIFEXITED(status));
	CHECK_IS(WEXITSTATUS(status), resumed);
}

int main(void)
{
	gnutls_datum_t data = { NULL, 0 };
	char answer[16];
	pid_t memcached;

	signal(SIGPIPE, SIG_IGN);
	memcached = start();
	if (!memcached) {
		printf("skip    session/memcached: no memcached (apt-get install memcached)\n");
		return 0;
	}
	connection(&data, 0);
	connection(&data, 1);
	connection(&data, 1);
	/* What the database forgets is a full handshake, whose session it has again. */
	ask("flush_all\r\n", 11, answer, sizeof answer, "\r\n");
	connection(&data, 0);
	connection(&data, 1);
	kill(memcached, SIGTERM);
	waitpid(memcached, NULL, 0);
	gnutls_free(data.data);
	return check_result();
}
