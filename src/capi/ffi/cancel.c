/* Threads that end in a function of the application or in a system call: pthread_cancel, pthread_exit. glibc unwinds their stack, and frames
 * of Rust do not let that pass. So it is stopped where the application was called, as pthread_cleanup_push does it in C; the entry
 * returns as after an error, and leaves nothing locked; behind it the unwinding goes on. cancel.rs has the Rust side. */
/* With -fexceptions the header has the names for C++ alone. */
#undef __EXCEPTIONS
#include <pthread.h>

/* Whether it is not 0 that the process has no other thread. */
extern const char *const gnutls_rs_single_threaded;

int gnutls_rs_stoppable(void (*call)(void *), void *argument);
int gnutls_rs_ends(void);
int gnutls_rs_hold(void);
void gnutls_rs_release(void);
void gnutls_rs_go_on(void);

#ifdef __GLIBC__
#if __GLIBC_PREREQ(2, 33)
#define STOP_HERE(buffer) __sigsetjmp_cancel((buffer).__cancel_jmp_buf, 0)
#else
#include <setjmp.h>
#define STOP_HERE(buffer) __sigsetjmp((struct __jmp_buf_tag *)(void *)(buffer).__cancel_jmp_buf, 0)
#endif
#if __GLIBC_PREREQ(2, 32)
#include <sys/single_threaded.h>
#else
static const char __libc_single_threaded;
#endif

const char *const gnutls_rs_single_threaded = &__libc_single_threaded;

/* What is left to unwind, if the thread ends. */
static __thread __pthread_unwind_buf_t left;
static __thread int ends;

/* The state that the application has set, while the library holds cancellation back; or -1. */
static __thread int outer = -1;

/* Runs `call` as the application sees it: with its state of cancellation. 1 if the thread ends: `call` has not returned, or did not run. */
int gnutls_rs_stoppable(void (*call)(void *), void *argument)
{
	__pthread_unwind_buf_t here;
	int state = outer;

	if (ends)
		return 1;
	if (STOP_HERE(here)) {
		left = here;
		ends = 1;
	} else {
		__pthread_register_cancel(&here);
		if (state != -1) {
			outer = -1;
			pthread_setcancelstate(state, NULL);
		}
		call(argument);
		__pthread_unregister_cancel(&here);
	}
	if (state != -1) {
		pthread_setcancelstate(PTHREAD_CANCEL_DISABLE, NULL);
		outer = state;
	}
	return ends;
}

/* Holds cancellation back, for what may be a cancellation point. 1 if that has to be released. */
int gnutls_rs_hold(void)
{
	if (outer != -1)
		return 0;
	return pthread_setcancelstate(PTHREAD_CANCEL_DISABLE, &outer) == 0;
}

void gnutls_rs_release(void)
{
	int state = outer;

	outer = -1;
	pthread_setcancelstate(state, NULL);
}

int gnutls_rs_ends(void)
{
	return ends;
}

/* Ends the thread. */
void gnutls_rs_go_on(void)
{
	ends = 0;
	__pthread_unwind_next(&left);
}
#else
/* Other C libraries end a thread without unwinding. */
static const char alone = 1;
const char *const gnutls_rs_single_threaded = &alone;

int gnutls_rs_stoppable(void (*call)(void *), void *argument)
{
	call(argument);
	return 0;
}

int gnutls_rs_hold(void)
{
	return 0;
}

void gnutls_rs_release(void)
{
}

int gnutls_rs_ends(void)
{
	return 0;
}

void gnutls_rs_go_on(void)
{
}
#endif
