/* Calls every function of the symbol table with nothing but NULL and 0, each in a process of its own: whatever
 * it answers, it must not crash nor hang. For our library alone: GnuTLS crashes on most.
 *
 *     nulls LIBRARY NAME...     (or names on standard input) */
#include <dlfcn.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

typedef long any(long, long, long, long, long, long, long, long, long, long, long, long);

static int failures, calls;

static void try(void *library, const char *name)
{
	void *symbol = dlsym(library, name);
	if (!symbol) {
		fprintf(stderr, "%s: no such symbol\n", name);
		failures++;
		return;
	}
	fflush(stdout);
	pid_t child = fork();
	if (child == 0) {
		alarm(10);
		close(0);
		((any *)symbol)(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
		_exit(0);
	}
	int status = 0;
	waitpid(child, &status, 0);
	calls++;
	if (WIFSIGNALED(status)) {
		fprintf(stderr, "%s: %s\n", name, strsignal(WTERMSIG(status)));
		failures++;
	}
}

int main(int argc, char **argv)
{
	if (argc < 2)
		return 2;
	void *library = dlopen(argv[1], RTLD_NOW);
	if (!library) {
		fprintf(stderr, "%s\n", dlerror());
		return 2;
	}
	for (int i = 2; i < argc; i++)
		try(library, argv[i]);
	char name[200];
	while (argc == 2 && scanf("%199s", name) == 1)
		try(library, name);
	printf("%d functions called with NULL, %d crashed\n", calls, failures);
	return failures != 0;
}
