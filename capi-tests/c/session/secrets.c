/* Secrets of a session are wiped: after both sides are deinitialized, none of the secrets of the key log is in any
 * writable mapping, including the stack. The test masks the secrets that it stores. */
#include "memory_scan.h"
#include "sessions.h"

#define MOST 40
/* The bytes that identify a secret. The allocator overwrites the first bytes of a freed block. */
#define FROM 16

static struct { char label[40]; uint8_t masked[KNOWN]; } secrets[MOST];
static int n_secrets, tell;

static int keep(gnutls_session_t session, const char *label, const gnutls_datum_t *secret)
{
	CHECK(n_secrets < MOST && secret->size >= FROM + KNOWN);
	if (n_secrets == MOST || secret->size < FROM + KNOWN)
		return 0;
	snprintf(secrets[n_secrets].label, sizeof(secrets[0].label), "%s", label);
	for (int i = 0; i < KNOWN; i++)
		secrets[n_secrets].masked[i] = secret->data[FROM + i] ^ MASK;
	n_secrets++;
	return 0;
}

static int a_secret(const uint8_t *place, const char *mapping)
{
	int found = 0;
	for (int s = 0; s < n_secrets; s++)
		if (is_masked(place, secrets[s].masked)) {
			found++;
			if (tell)
				fprintf(stderr, "%s at %p: %s", secrets[s].label, (const void *)place, mapping);
		}
	return found;
}

/* Counts the copies of the secrets in memory; with `each` it prints every one. */
static int copies(int each)
{
	tell = each;
	return scan_memory(1, a_secret);
}

static void session(const char *version)
{
	struct pair p;
	pair_new(&p, version, 0, 0);
	n_secrets = 0;
	gnutls_session_set_keylog_function(p.client.s, keep);
	gnutls_session_set_keylog_function(p.server.s, keep);
	HANDSHAKE(&p, 0, 0);
	ECHO(&p);
	CHECK(n_secrets > 0 && copies(0) > 0);
	pair_end(&p);
	CHECK_IS(copies(1), 0);
}

int main(void)
{
	session(TLS13);
#ifdef OURS
	/* GnuTLS does not wipe the master secret */
	session(TLS12);
#endif
	return check_result();
}
