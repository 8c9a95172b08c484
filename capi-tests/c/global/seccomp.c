/* A process that has given up nearly all system calls, as sandboxed programs do after they initialized the library,
 * still shakes hands, in both versions and in a thread that used the library before it. What is allowed is what
 * GnuTLS needs there. */
#include <gnutls/crypto.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <pthread.h>
#include <stddef.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>
#include "sessions.h"

#if defined(__x86_64__)
#define ARCHITECTURE AUDIT_ARCH_X86_64
#elif defined(__aarch64__)
#define ARCHITECTURE AUDIT_ARCH_AARCH64
#endif

#define ALLOW(call) \
	BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, (call), 0, 1), BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW)

/* From here on any other call ends the process with SIGSYS, in all of its threads. */
static int give_up_calls(void)
{
	struct sock_filter filter[] = {
		BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, nr)),
		ALLOW(__NR_read),
		ALLOW(__NR_write),
		ALLOW(__NR_mmap),
		ALLOW(__NR_munmap),
		ALLOW(__NR_mprotect),
		ALLOW(__NR_mremap),
		ALLOW(__NR_brk),
		ALLOW(__NR_futex),
		ALLOW(__NR_getrandom),
		ALLOW(__NR_clock_gettime),
		ALLOW(__NR_exit_group),
		BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_KILL_PROCESS),
	};
	struct sock_fprog program = { sizeof filter / sizeof filter[0], filter };

	return prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 &&
	       syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, SECCOMP_FILTER_FLAG_TSYNC, &program) == 0;
}

/* Everything that a session does: handshake, data both ways, new keys, the end; and keys and random bytes. */
static void use(void)
{
	unsigned char random[64];
	gnutls_privkey_t key;

	for (int i = 0; i < 2; i++) {
		struct pair p;

		pair_new(&p, both_versions[i], 0, 0);
		HANDSHAKE(&p, 0, 0);
		ECHO(&p);
		if (i == 1)
			CHECK_IS(gnutls_session_key_update(p.client.s, GNUTLS_KU_PEER), 0);
		ECHO(&p);
		CHECK_IS(gnutls_bye(p.client.s, GNUTLS_SHUT_WR), 0);
		pair_end(&p);
	}
	CHECK_IS(gnutls_rnd(GNUTLS_RND_KEY, random, sizeof random), 0);
	CHECK_IS(gnutls_privkey_init(&key), 0);
	CHECK_IS(gnutls_privkey_generate(key, GNUTLS_PK_RSA, 2048, 0), 0);
	gnutls_privkey_deinit(key);
}

static pthread_barrier_t warm, filtered, done, never;

static void *thread(void *unused)
{
	use();
	pthread_barrier_wait(&warm);
	pthread_barrier_wait(&filtered);
	use();
	pthread_barrier_wait(&done);
	/* The end of a thread is the C library's, which frees its stack by calls of its own. */
	pthread_barrier_wait(&never);
	return NULL;
}

/* The child that gives up its calls: `threads` says whether a second thread works beside it. */
static int child(int threads)
{
	pthread_t t;

	CHECK_IS(gnutls_global_init(), 0);
	if (threads) {
		pthread_barrier_init(&warm, NULL, 2);
		pthread_barrier_init(&filtered, NULL, 2);
		pthread_barrier_init(&done, NULL, 2);
		pthread_barrier_init(&never, NULL, 2);
		CHECK(pthread_create(&t, NULL, thread, NULL) == 0);
		pthread_barrier_wait(&warm);
	}
	CHECK(give_up_calls());
	if (threads) {
		pthread_barrier_wait(&filtered);
		pthread_barrier_wait(&done);
	} else {
		use();
	}
	return check_result();
}

int main(void)
{
	for (int threads = 0; threads < 2; threads++) {
		int status;
		pid_t pid = fork();

		if (pid == 0)
			_exit(child(threads));
		CHECK(waitpid(pid, &status, 0) == pid);
		CHECK(WIFEXITED(status));
		if (WIFSIGNALED(status))
			fprintf(stderr, "ended by signal %d (%s)\n", WTERMSIG(status), threads ? "thread" : "process");
		else
			CHECK_IS(WEXITSTATUS(status), 0);
	}
	return check_result();
}
