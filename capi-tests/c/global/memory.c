/* The memory functions that an application may call or replace, and the global functions that have no effect
 * according to the manual. */
#include <gnutls/gnutls.h>
#include <gnutls/x509.h>
#include <stdlib.h>
#include <string.h>
#include "check.h"

/* A symbol that GnuTLS exports but does not declare in a header. */
extern gnutls_alloc_function gnutls_secure_malloc;

static int allocated, locked, unlocked;

static void *count_alloc(size_t n)
{
	allocated++;
	return malloc(n);
}

static void *count_realloc(void *p, size_t n)
{
	allocated++;
	return realloc(p, n);
}

static int is_secure(const void *p)
{
	return 0;
}

static int mutex_init(void **mutex)
{
	*mutex = malloc(1);
	return 0;
}

static int mutex_deinit(void **mutex)
{
	free(*mutex);
	return 0;
}

static int mutex_lock(void **mutex)
{
	locked++;
	return 0;
}

static int mutex_unlock(void **mutex)
{
	unlocked++;
	return 0;
}

/* Something that allocates, and frees again. */
static void use(void)
{
	gnutls_x509_privkey_t key;

	CHECK(gnutls_x509_privkey_init(&key) == 0);
	CHECK(gnutls_x509_privkey_generate(key, GNUTLS_PK_ECDSA, 256, 0) == 0);
	gnutls_x509_privkey_deinit(key);
}

static void test_memory(void)
{
	char *text = gnutls_strdup("a text"), *secret = gnutls_secure_malloc(32), *list = gnutls_calloc(3, 5);
	int zeros = 0;

	CHECK(text != NULL && strcmp(text, "a text") == 0);
	CHECK(secret != NULL && list != NULL);
	memset(secret, 7, 32);
	for (int i = 0; i < 15; i++)
		zeros += list[i] == 0;
	CHECK(zeros == 15);
	text = gnutls_realloc(text, 100);
	CHECK(text != NULL && strcmp(text, "a text") == 0);
	gnutls_free(text);
	gnutls_free(list);
	gnutls_free(secret);
}

/* Since 3.3.0 the functions are not used, and the variables are not changed. */
static void test_functions(void)
{
	gnutls_alloc_function before = gnutls_malloc;

	gnutls_global_set_mem_functions(count_alloc, count_alloc, is_secure, count_realloc, free);
	use();
	CHECK(allocated == 0 && gnutls_malloc == before);
	gnutls_global_set_mem_functions(NULL, NULL, NULL, NULL, NULL);
	use();
	CHECK(gnutls_malloc == before);
}

/* If the application replaces the lock functions, each lock is locked and unlocked equally often. */
static void test_mutex(void)
{
	gnutls_global_set_mutex(NULL, NULL, NULL, NULL);
	use();
	gnutls_global_set_mutex(mutex_init, mutex_deinit, mutex_lock, mutex_unlock);
	use();
	CHECK(locked == unlocked);
#ifdef OURS
	CHECK(locked == 0);
#endif
}

int main(void)
{
	test_memory();
	test_functions();
	test_mutex();
	return check_result();
}
