/* Initialization and deinitialization, version, log, time, files and constants. */
#include <gnutls/gnutls.h>
#include <gnutls/crypto.h>
#include <fcntl.h>
#include <stdlib.h>
#include <time.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>
#include "check.h"

static int logged;

static void log_it(int level, const char *message)
{
	size_t n = strlen(message);
	CHECK(level >= 0 && n > 0 && message[n - 1] == '\n');
	logged++;
}

static void count(void)
{
	CHECK(gnutls_global_init() == 0);
	CHECK(gnutls_global_init() == 0);
	for (int i = 0; i < 5; i++)
		gnutls_global_deinit();
	CHECK(gnutls_global_init() == 0);
}

static void version(void)
{
	const char *v = gnutls_check_version(NULL);
	CHECK(v != NULL && gnutls_check_version(v) == v);
	CHECK(gnutls_check_version("") == v && gnutls_check_version("3") == v && gnutls_check_version("3.7") == v);
	CHECK(gnutls_check_version("3.7.9") == v);
	CHECK(gnutls_check_version("99.1") == NULL && gnutls_check_version("foo") == NULL);
}

static void files(void)
{
	gnutls_datum_t d;
	char path[] = "/tmp/global-XXXXXX";
	int fd = mkstemp(path);

	CHECK(fd >= 0 && write(fd, "four", 4) == 4);
	close(fd);
	CHECK(gnutls_load_file(path, &d) == 0 && d.size == 4 && memcmp(d.data, "four", 5) == 0);
	gnutls_free(d.data);
	unlink(path);
	CHECK(gnutls_load_file(path, &d) == GNUTLS_E_FILE_ERROR);
	CHECK(gnutls_load_file("/tmp", &d) == GNUTLS_E_FILE_ERROR);
	CHECK(gnutls_load_file("/dev/null", &d) == 0 && d.size == 0);
	gnutls_free(d.data);
}

/* RFC 7919: the primes begin and end with 64 one bits. */
static void constants(void)
{
	const gnutls_datum_t *p = &gnutls_ffdhe_2048_group_prime;
	CHECK(p->size == 256 && memcmp(p->data, "\xff\xff\xff\xff\xff\xff\xff\xff\xad\xf8\x54\x58", 12) == 0);
	CHECK(p->data[255] == 0xff && gnutls_ffdhe_2048_group_generator.size == 1);
	CHECK(gnutls_ffdhe_2048_group_q.data[0] == 0x7f && gnutls_ffdhe_2048_key_bits == 256);
	CHECK(gnutls_ffdhe_8192_group_prime.size == 1024 && gnutls_ffdhe_8192_key_bits == 512);
	CHECK(gnutls_srp_1024_group_prime.size == 128 && gnutls_srp_1024_group_prime.data[0] == 0xee);
	CHECK(gnutls_srp_8192_group_generator.data[0] == 19);
	CHECK(gnutls_malloc != NULL && gnutls_free != NULL && gnutls_realloc != NULL && gnutls_calloc != NULL);
}

static void fips(void)
{
	gnutls_fips140_context_t context;

	CHECK(gnutls_fips140_mode_enabled() == 0);
	GNUTLS_FIPS140_SET_LAX_MODE();
	CHECK(gnutls_fips140_context_init(&context) == 0);
	CHECK(gnutls_fips140_push_context(context) == GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_fips140_pop_context() == GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_fips140_get_operation_state(context) == GNUTLS_FIPS140_OP_INITIAL);
	gnutls_fips140_context_deinit(context);
	gnutls_fips140_set_mode(GNUTLS_FIPS140_LAX, 0);
	CHECK(gnutls_fips140_mode_enabled() == 0);
}

/* Names and values, ended by a NULL; they include the library's own name. */
static void config(void)
{
	const gnutls_library_config_st *c = gnutls_get_library_config();
	static const char *const features[] = { "ssl2-compat", "srtp", "alpn", "ocsp", "psk", "dhe", "ecdhe", "auth-anon" };
	int found = 0;
	size_t i;

	CHECK(c != NULL);
	for (; c != NULL && c->name != NULL; c++) {
		found += c->value != NULL && strcmp(c->name, "libgnutls-soname") == 0 && strcmp(c->value, "libgnutls.so.30") == 0;
		for (i = 0; strcmp(c->name, "tls-features") == 0 && i < sizeof features / sizeof *features; i++)
			CHECK(strstr(c->value, features[i]) != NULL);
	}
	CHECK(found == 1);
}

/* GNUTLS_DEBUG_LEVEL of a child writes to its stderr, and nothing is written without it. */
static void quiet(char **argv)
{
	char buf[10];
	int fds[2], status;
	pid_t pid;

	CHECK(pipe(fds) == 0);
	pid = fork();
	if (pid == 0) {
		dup2(fds[1], 1);
		dup2(fds[1], 2);
		execl("/proc/self/exe", argv[0], "child", (char *)NULL);
		_exit(1);
	}
	close(fds[1]);
	CHECK(read(fds[0], buf, sizeof buf) == 0);
	close(fds[0]);
	CHECK(waitpid(pid, &status, 0) == pid && status == 0);
}

static int audited;

static void audit(gnutls_session_t session, const char *message)
{
	audited++;
}

/* The audit function is not called if there is nothing suspicious. */
static void audit_log(void)
{
	gnutls_priority_t p;

	gnutls_global_set_audit_log_function(NULL);
	gnutls_global_set_audit_log_function(audit);
	CHECK(gnutls_priority_init(&p, "NORMAL", NULL) == 0);
	gnutls_priority_deinit(p);
	CHECK(gnutls_priority_init(&p, "NORMAL:+FOO", NULL) == GNUTLS_E_INVALID_REQUEST);
	CHECK(audited == 0);
	gnutls_global_set_audit_log_function(NULL);
}

#if GNUTLS_VERSION_NUMBER >= 0x03080b
/* Neither library is built with audit probes. */
static void audit_contexts(void)
{
	CHECK(gnutls_audit_current_context() == -1);
	gnutls_audit_push_context(5);
	CHECK(gnutls_audit_current_context() == -1);
	gnutls_audit_pop_context();
	gnutls_audit_pop_context();
	CHECK(gnutls_audit_current_context() == -1);
}
#endif

int main(int argc, char **argv)
{
	gnutls_priority_t p;

	if (argc > 1) {
		gnutls_global_init();
		gnutls_priority_init(&p, "NORMAL:+FOO", NULL);
		return 0;
	}
	(void)log_it;
	gnutls_global_set_log_function(log_it);
	gnutls_global_set_log_level(9);
	gnutls_priority_init(&p, "NORMAL:+FOO", NULL);
	gnutls_global_set_log_level(0);
	logged = 0;
	gnutls_priority_init(&p, "NORMAL:+FOO", NULL);
	CHECK(logged == 0);
	gnutls_global_set_log_function(NULL);
	gnutls_global_set_time_function(time);
#if GNUTLS_VERSION_NUMBER >= 0x03080b
	audit_contexts();
#endif
	count();
	version();
	files();
	constants();
	fips();
	config();
	audit_log();
	quiet(argv);
	return check_result();
}
