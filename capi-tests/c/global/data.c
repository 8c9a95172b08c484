/* Data symbols: the groups of RFC 7919 and RFC 5054, and the variables of the library that an application may read
 * or write. */
#include <gnutls/crypto.h>
#include "keys.h"

/* Symbols that GnuTLS exports but does not declare in a header. */
extern unsigned _gnutls_global_version;
extern int _gnutls_log_level;
extern const char *_gnutls_default_priority_string;
extern char _gnutls_mpi_ops[];
int _gnutls_global_init_skip(void);

/* RFC 7919 appendix A: the primes begin and end with 64 one bits and are between 2^(n-1) and 2^n; the digests are
 * those of GnuTLS's numbers. */
static const struct {
	const gnutls_datum_t *prime, *q, *generator;
	const unsigned *key_bits;
	unsigned bits, exponent;
	const char *digest;
} ffdhe[] = {
	{ &gnutls_ffdhe_2048_group_prime, &gnutls_ffdhe_2048_group_q, &gnutls_ffdhe_2048_group_generator,
	  &gnutls_ffdhe_2048_key_bits, 2048, 256, "9cd3b7f336872f46c09428d1bbc19877a4d440512cda8d1c1cf0cd6e33698966" },
	{ &gnutls_ffdhe_3072_group_prime, &gnutls_ffdhe_3072_group_q, &gnutls_ffdhe_3072_group_generator,
	  &gnutls_ffdhe_3072_key_bits, 3072, 276, "0eaf67db3a839156d5013494a5318a772b5697d270d721f37f092efc69ea5a17" },
	{ &gnutls_ffdhe_4096_group_prime, &gnutls_ffdhe_4096_group_q, &gnutls_ffdhe_4096_group_generator,
	  &gnutls_ffdhe_4096_key_bits, 4096, 336, "4648414224ac881b3d0dc59b466f96d06a558278776807797ecf1f66ff397b3e" },
	{ &gnutls_ffdhe_6144_group_prime, &gnutls_ffdhe_6144_group_q, &gnutls_ffdhe_6144_group_generator,
	  &gnutls_ffdhe_6144_key_bits, 6144, 376, "227ac9066b3ddd9e193670cda2388fa884f65ba0cf98b742d1fe77a6687c79c7" },
	{ &gnutls_ffdhe_8192_group_prime, &gnutls_ffdhe_8192_group_q, &gnutls_ffdhe_8192_group_generator,
	  &gnutls_ffdhe_8192_key_bits, 8192, 512, "770b14efaf6f049929c523113b3fa99a8d11dab1b18af3609590122075d19833" },
};

static void test_ffdhe(void)
{
	for (size_t i = 0; i < sizeof ffdhe / sizeof *ffdhe; i++) {
		const gnutls_datum_t *p = ffdhe[i].prime, *q = ffdhe[i].q;

		CHECK(p->size == ffdhe[i].bits / 8 && q->size == p->size);
		CHECK(memcmp(p->data, "\xff\xff\xff\xff\xff\xff\xff\xff\xad\xf8\x54\x58", 12) == 0);
		CHECK(memcmp(p->data + p->size - 8, "\xff\xff\xff\xff\xff\xff\xff\xff", 8) == 0);
		CHECK(has_digest(p, ffdhe[i].digest));
		/* q = (p - 1) / 2 */
		unsigned char carry = 0;
		for (unsigned j = 0; j < p->size; j++) {
			CHECK(q->data[j] == (unsigned char)(carry | p->data[j] >> 1));
			carry = p->data[j] << 7;
		}
		CHECK(ffdhe[i].generator->size == 1 && ffdhe[i].generator->data[0] == 2);
		CHECK(*ffdhe[i].key_bits == ffdhe[i].exponent);
	}
}

/* RFC 5054 appendix A, with the beginning of each prime there. */
static const struct {
	const gnutls_datum_t *prime, *generator;
	unsigned bits, g;
	const char *begin, *digest;
} srp[] = {
	{ &gnutls_srp_1024_group_prime, &gnutls_srp_1024_group_generator, 1024, 2, "\xee\xaf\x0a\xb9",
	  "494b6a801b379f37c9ee25d5db7cd70ffcfe53d01b7c9e4470eaca46bda24b39" },
	{ &gnutls_srp_1536_group_prime, &gnutls_srp_1536_group_generator, 1536, 2, "\x9d\xef\x3c\xaf",
	  "72af4a20e501a893b7dc85f4efac51845ab21c102d1e73f7000ec662df7e2069" },
	{ &gnutls_srp_2048_group_prime, &gnutls_srp_2048_group_generator, 2048, 2, "\xac\x6b\xdb\x41",
	  "91b71d6b40d439954568d412e883de5186f9381e25aef36e7a4607722f7e15ca" },
	{ &gnutls_srp_3072_group_prime, &gnutls_srp_3072_group_generator, 3072, 5, "\xff\xff\xff\xff",
	  "48cf8b092fbce4359d9871abf74f98e25b6163379eaa15cd9087e800c6d1c55c" },
	{ &gnutls_srp_4096_group_prime, &gnutls_srp_4096_group_generator, 4096, 5, "\xff\xff\xff\xff",
	  "4ee95187682bcb230ad26a95205f6920e84708f6251b3894329b09ec23919e33" },
	{ &gnutls_srp_8192_group_prime, &gnutls_srp_8192_group_generator, 8192, 19, "\xff\xff\xff\xff",
	  "39ab4feab950a3128fb71accb9fc3965d857012e081998a85996e3ea8b3c3bcf" },
};

static void test_srp(void)
{
	for (size_t i = 0; i < sizeof srp / sizeof *srp; i++) {
		CHECK(srp[i].prime->size == srp[i].bits / 8);
		CHECK(memcmp(srp[i].prime->data, srp[i].begin, 4) == 0);
		CHECK(has_digest(srp[i].prime, srp[i].digest));
		CHECK(srp[i].generator->size == 1 && srp[i].generator->data[0] == srp[i].g);
	}
}

static void test_variables(void)
{
	gnutls_priority_t mine, same;
	const unsigned *a, *b;
	int n;

	CHECK(_gnutls_global_version == GNUTLS_VERSION_NUMBER);
	CHECK(_gnutls_global_init_skip() == 0);
	CHECK(_gnutls_mpi_ops != NULL);
	gnutls_global_set_log_level(3);
	CHECK(_gnutls_log_level == 3);
	gnutls_global_set_log_level(0);
	CHECK(_gnutls_log_level == 0);

	/* An application may set its own default. */
	CHECK(strcmp(_gnutls_default_priority_string, "NORMAL") == 0);
	_gnutls_default_priority_string = "NONE:+VERS-TLS1.2:+AES-128-GCM:+AEAD:+ECDHE-RSA:+SIGN-RSA-SHA256:+GROUP-SECP256R1";
	CHECK(gnutls_priority_init(&mine, NULL, NULL) == 0);
	CHECK(gnutls_priority_init(&same, _gnutls_default_priority_string, NULL) == 0);
	n = gnutls_priority_cipher_list(mine, &a);
	CHECK(n == 1 && gnutls_priority_cipher_list(same, &b) == 1 && a[0] == b[0] && a[0] == GNUTLS_CIPHER_AES_128_GCM);
	gnutls_priority_deinit(mine);
	gnutls_priority_deinit(same);
	_gnutls_default_priority_string = "NORMAL";
}

int main(void)
{
	test_ffdhe();
	test_srp();
	test_variables();
	return check_result();
}
