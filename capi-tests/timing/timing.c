/* Tests whether the time of secret operations depends on the secret: Welch's t-test over two classes of inputs that differ
 * in the secret, drawn at random and measured alternately, as in Reparaz, Balasch and Verbauwhede, "Dude, is my code constant time?"
 * (DATE 2017).
 *
 *     timing [SAMPLES [CASE...]]
 *
 * A |t| of 4.5 or more is a leak: the last line of a case says so, and the program's value is 1. */
#include <gnutls/abstract.h>
#include <gnutls/crypto.h>
#include <gnutls/gnutls.h>
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include "../c/support/pair.h"

#define LIMIT 4.5
#define CROPS 20

static uint64_t now(void)
{
#if defined(__x86_64__)
	unsigned low, high;
	__asm__ __volatile__("lfence; rdtsc; lfence" : "=a"(low), "=d"(high)::"memory");
	return (uint64_t)high << 32 | low;
#else
	struct timespec t;
	clock_gettime(CLOCK_MONOTONIC, &t);
	return (uint64_t)t.tv_sec * 1000000000u + t.tv_nsec;
#endif
}

static void must(int ok, const char *what)
{
	if (!ok) {
		fprintf(stderr, "timing: %s failed\n", what);
		exit(2);
	}
}

/* One class's running mean and variance (Welford). */
struct moments {
	double n, mean, m2;
};

static void push(struct moments *m, double x)
{
	double d = x - m->mean;
	m->n++;
	m->mean += d / m->n;
	m->m2 += d * (x - m->mean);
}

static double welch(const struct moments *a, const struct moments *b)
{
	if (a->n < 100 || b->n < 100)
		return 0;
	double spread = a->m2 / (a->n - 1) / a->n + b->m2 / (b->n - 1) / b->n;
	return spread > 0 ? (a->mean - b->mean) / sqrt(spread) : 0;
}

static int by_value(const void *a, const void *b)
{
	uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;
	return x < y ? -1 : x > y;
}

/* A case: prepare() puts the input of a class into place, run() is measured. Where prepare() takes long, a share of the
 * samples does. */
struct subject {
	const char *name;
	void (*setup)(void);
	void (*prepare)(int class);
	void (*run)(void);
	unsigned share;
};

static uint8_t work[512], source[2][64][512];
static size_t length;
static volatile int sink;

static void random_bytes(void *p, size_t n)
{
	must(gnutls_rnd(GNUTLS_RND_NONCE, p, n) == 0, "gnutls_rnd");
}

/* Class 0: one input. Class 1: one of 64 others, drawn anew each time. */
static void pick(int class)
{
	uint8_t r;
	random_bytes(&r, 1);
	memcpy(work, source[class][r % 64], sizeof(work));
}

/* --- gnutls_memcmp: equal, or different from the first byte on --- */
static uint8_t other[256];

static void memcmp_setup(void)
{
	random_bytes(other, sizeof(other));
	for (int i = 0; i < 64; i++) {
		memcpy(source[0][i], other, sizeof(other));
		random_bytes(source[1][i], sizeof(other));
	}
}

static void memcmp_run(void)
{
	sink = gnutls_memcmp(work, other, sizeof(other));
}

/* --- RSA decryption, PKCS #1 v1.5: good padding, or none --- */
static gnutls_privkey_t rsa_key;

static void rsa_setup(void)
{
	gnutls_pubkey_t p;
	uint8_t message[48];
	gnutls_datum_t plain = { message, sizeof(message) }, sealed;
	must(gnutls_privkey_init(&rsa_key) == 0 && gnutls_privkey_generate(rsa_key, GNUTLS_PK_RSA, 1024, 0) == 0, "key");
	must(gnutls_pubkey_init(&p) == 0 && gnutls_pubkey_import_privkey(p, rsa_key, 0, 0) == 0, "public key");
	for (int i = 0; i < 64; i++) {
		random_bytes(message, sizeof(message));
		must(gnutls_pubkey_encrypt_data(p, 0, &plain, &sealed) == 0 && sealed.size == 128, "encryption");
		memcpy(source[0][i], sealed.data, sealed.size);
		gnutls_free(sealed.data);
		random_bytes(source[1][i], 128);
		source[1][i][0] = 0;
	}
	gnutls_pubkey_deinit(p);
	length = 128;
}

static void rsa_run(void)
{
	uint8_t out[48];
	gnutls_datum_t sealed = { work, length };
	sink = gnutls_privkey_decrypt_data2(rsa_key, 0, &sealed, out, sizeof(out));
}

/* --- PKCS #7 padding of AES-CBC: short or long, and wrong in its last byte or in its first --- */
static gnutls_cipher_hd_t cbc;
static uint8_t iv[16], cbc_key[16];

static void cbc_fill(int class, int i, const uint8_t *plain)
{
	gnutls_datum_t k = { cbc_key, 16 }, v = { iv, 16 };
	must(gnutls_cipher_init(&cbc, GNUTLS_CIPHER_AES_128_CBC, &k, &v) == 0, "cipher");
	must(gnutls_cipher_encrypt2(cbc, plain, 256, source[class][i], 256) == 0, "encryption");
	gnutls_cipher_deinit(cbc);
}

static void cbc_setup(int wrong)
{
	uint8_t plain[256];
	gnutls_datum_t k = { cbc_key, 16 }, v = { iv, 16 };
	random_bytes(cbc_key, 16);
	random_bytes(iv, 16);
	for (int i = 0; i < 64; i++) {
		random_bytes(plain, sizeof(plain));
		plain[255] = wrong ? 200 : 1;
		cbc_fill(0, i, plain);
		random_bytes(plain, sizeof(plain));
		memset(plain + 240, 16, 16);
		if (wrong)
			plain[240] ^= 0x40;
		cbc_fill(1, i, plain);
	}
	must(gnutls_cipher_init(&cbc, GNUTLS_CIPHER_AES_128_CBC, &k, &v) == 0, "cipher");
}

static void cbc_length_setup(void)
{
	cbc_setup(0);
}

static void cbc_wrong_setup(void)
{
	cbc_setup(1);
}

static void cbc_prepare(int class)
{
	pick(class);
	gnutls_cipher_set_iv(cbc, iv, 16);
}

static void cbc_run(void)
{
	uint8_t out[256];
	size_t n = sizeof(out);
	sink = gnutls_cipher_decrypt3(cbc, work, 256, out, &n, GNUTLS_CIPHER_PADDING_PKCS7);
}

/* --- ECDSA: scalars of few bits, or of all. Each key is made anew: where it lies in memory would tell its class. --- */
static gnutls_privkey_t ec_key;

static void ecdsa_setup(void)
{
	for (int i = 0; i < 64; i++) {
		random_bytes(source[0][i], 64);
		random_bytes(source[1][i], 64);
		memset(source[0][i] + 32, 0, 31);
		source[0][i][63] |= 1;
		source[1][i][32] &= 0x7f;
	}
}

static void ecdsa_prepare(int class)
{
	gnutls_datum_t k = { work + 32, 32 };
	pick(class);
	gnutls_privkey_deinit(ec_key);
	must(gnutls_privkey_init(&ec_key) == 0, "key");
	must(gnutls_privkey_import_ecc_raw(ec_key, GNUTLS_ECC_CURVE_SECP256R1, NULL, NULL, &k) == 0, "import");
}

static void ecdsa_run(void)
{
	gnutls_datum_t hash = { work, 32 }, sig;
	sink = gnutls_privkey_sign_hash(ec_key, GNUTLS_DIG_SHA256, 0, &hash, &sig);
	gnutls_free(sig.data);
}

/* --- GOST R 34.10-2012: scalars of few bits, or of all; the key is made anew as above --- */
static gnutls_privkey_t gost_key;

/* A PrivateKeyInfo of the 256-bit curve of CryptoPro, whose last 32 bytes are the scalar, little-endian. */
static uint8_t gost_info[74] = { 0x30, 0x48, 2, 1, 0, 0x30, 0x1f, 6, 8, 0x2a, 0x85, 3, 7, 1, 1, 1, 1, 0x30, 0x13, 6, 7, 0x2a, 0x85, 3, 2, 2,
				 0x23, 1, 6, 8, 0x2a, 0x85, 3, 7, 1, 1, 2, 2, 4, 0x22, 4, 0x20 };

static void gost_setup(void)
{
	for (int i = 0; i < 64; i++) {
		random_bytes(source[0][i], 64);
		random_bytes(source[1][i], 64);
		memset(source[0][i] + 33, 0, 31);
		source[0][i][32] |= 1;
		source[1][i][63] &= 0x7f;
	}
}

static void gost_prepare(int class)
{
	gnutls_datum_t info = { gost_info, sizeof(gost_info) };
	pick(class);
	memcpy(gost_info + 42, work + 32, 32);
	gnutls_privkey_deinit(gost_key);
	must(gnutls_privkey_init(&gost_key) == 0, "key");
	must(gnutls_privkey_import_x509_raw(gost_key, &info, GNUTLS_X509_FMT_DER, NULL, 0) == 0, "import");
}

static void gost_run(void)
{
	gnutls_datum_t hash = { work, 32 }, sig;
	sink = gnutls_privkey_sign_hash(gost_key, GNUTLS_DIG_STREEBOG_256, 0, &hash, &sig);
	gnutls_free(sig.data);
}

/* --- Records and premaster secrets of attackers: each ends its session, so each sample has a session of its own --- */
static gnutls_certificate_credentials_t client_cred, server_cred;
static struct pair pair;
static char server_words[128];

static void session_setup(gnutls_pk_algorithm_t pk, unsigned bits, const char *words)
{
	gnutls_x509_privkey_t key;
	gnutls_x509_crt_t crt;
	must(gnutls_x509_privkey_init(&key) == 0 && gnutls_x509_privkey_generate(key, pk, bits, 0) == 0, "key");
	must(gnutls_x509_crt_init(&crt) == 0 && gnutls_x509_crt_set_version(crt, 3) == 0, "certificate");
	must(gnutls_x509_crt_set_serial(crt, "\1", 1) == 0 && gnutls_x509_crt_set_key(crt, key) == 0, "certificate");
	must(gnutls_x509_crt_set_activation_time(crt, 1000000000) == 0, "certificate");
	must(gnutls_x509_crt_set_expiration_time(crt, 4000000000) == 0, "certificate");
	must(gnutls_x509_crt_sign2(crt, crt, key, GNUTLS_DIG_SHA256, 0) == 0, "signature");
	must(gnutls_certificate_allocate_credentials(&client_cred) == 0, "credentials");
	must(gnutls_certificate_allocate_credentials(&server_cred) == 0, "credentials");
	must(gnutls_certificate_set_x509_key(server_cred, &crt, 1, key) == 0, "credentials");
	snprintf(server_words, sizeof(server_words), "NORMAL:-VERS-ALL:+VERS-TLS1.2:%s", words);
	if (pk == GNUTLS_PK_RSA) {
		gnutls_pubkey_t p;
		uint8_t message[48] = { 3, 3 };
		gnutls_datum_t plain = { message, sizeof(message) }, sealed;
		must(gnutls_pubkey_init(&p) == 0 && gnutls_pubkey_import_x509(p, crt, 0) == 0, "public key");
		for (int i = 0; i < 64; i++) {
			random_bytes(message + 2, sizeof(message) - 2);
			must(gnutls_pubkey_encrypt_data(p, 0, &plain, &sealed) == 0 && sealed.size == bits / 8, "encryption");
			memcpy(source[0][i], sealed.data, sealed.size);
			gnutls_free(sealed.data);
			random_bytes(source[1][i], bits / 8);
			source[1][i][0] = 0;
		}
		gnutls_pubkey_deinit(p);
		length = bits / 8;
	}
	gnutls_x509_crt_deinit(crt);
	gnutls_x509_privkey_deinit(key);
}

static void session_begin(void)
{
	if (pair.client.s)
		pair_free(&pair);
	memset(&pair, 0, sizeof(pair));
	end_init(&pair.client, &pair.server, GNUTLS_CLIENT, server_words, client_cred);
	end_init(&pair.server, &pair.client, GNUTLS_SERVER, server_words, server_cred);
}

/* A record of a CBC suite whose MAC is wrong. Class 0: no padding. Class 1: as much as there can be, or padding that is none. */
static int bad_padding;

static void mac_prepare(int class)
{
	uint8_t record[5 + 16 + 320] = { 23, 3, 3, (16 + 320) >> 8, (16 + 320) & 255 }, *plain = record + 5 + 16;
	gnutls_datum_t mac, first, key, zero = { record + 5, 16 };
	uint8_t texts[2][320];
	gnutls_cipher_hd_t cipher;
	int c, s;
	session_begin();
	pair_handshake(&pair, &c, &s);
	must(c == 0 && s == 0, "handshake");
	must(gnutls_record_get_state(pair.client.s, 0, &mac, &first, &key, NULL) == 0, "keys");
	random_bytes(record + 5, sizeof(record) - 5);
	/* Both are made for either class, so that only the choice differs. */
	random_bytes(texts[0], sizeof(texts[0]));
	memcpy(texts[1], texts[0], sizeof(texts[1]));
	memset(texts[1] + 64, 255, 256);
	texts[0][319] = 0;
	if (bad_padding) {
		memset(texts[0] + 64, 255, 256);
		texts[0][64] = 1;
	}
	memcpy(plain, texts[class], 320);
	must(gnutls_cipher_init(&cipher, GNUTLS_CIPHER_AES_128_CBC, &key, &zero) == 0, "cipher");
	must(gnutls_cipher_encrypt(cipher, plain, 320) == 0, "encryption");
	gnutls_cipher_deinit(cipher);
	queue_put(&pair.server.in, record, sizeof(record));
}

static void mac_run(void)
{
	uint8_t out[400];
	sink = gnutls_record_recv(pair.server.s, out, sizeof(out));
}

static void mac_setup(void)
{
	bad_padding = 0;
	session_setup(GNUTLS_PK_ECDSA, GNUTLS_CURVE_TO_BITS(GNUTLS_ECC_CURVE_SECP256R1), "-CIPHER-ALL:+AES-128-CBC:%NO_ETM");
}

static void mac_padding_setup(void)
{
	mac_setup();
	bad_padding = 1;
}

/* A ClientKeyExchange of RSA. Class 0: a premaster secret. Class 1: bytes that are no padding. */
static void premaster_setup(void)
{
	session_setup(GNUTLS_PK_RSA, 1024, "-KX-ALL:+RSA");
}

static void premaster_prepare(int class)
{
	pick(class);
	session_begin();
	must(gnutls_handshake(pair.client.s) == GNUTLS_E_AGAIN, "handshake");
	must(gnutls_handshake(pair.server.s) == GNUTLS_E_AGAIN, "handshake");
	must(gnutls_handshake(pair.client.s) == GNUTLS_E_AGAIN, "handshake");
	must(pair.server.in.used > 11 + length && pair.server.in.data[5] == 16, "flight");
	memcpy(pair.server.in.data + 11, work, length);
}

static void premaster_run(void)
{
	sink = gnutls_handshake(pair.server.s);
}

static const struct subject subjects[] = {
	{ "memcmp", memcmp_setup, pick, memcmp_run, 1 },
	{ "cbc-padding-length", cbc_length_setup, cbc_prepare, cbc_run, 1 },
	{ "cbc-padding-wrong", cbc_wrong_setup, cbc_prepare, cbc_run, 1 },
	{ "ecdsa-sign", ecdsa_setup, ecdsa_prepare, ecdsa_run, 1 },
	{ "gost-sign", gost_setup, gost_prepare, gost_run, 1 },
	{ "rsa-decrypt", rsa_setup, pick, rsa_run, 1 },
	{ "record-mac", mac_setup, mac_prepare, mac_run, 10 },
	{ "record-padding", mac_padding_setup, mac_prepare, mac_run, 10 },
	{ "rsa-premaster", premaster_setup, premaster_prepare, premaster_run, 10 },
};

/* The greatest |t| over all samples and over what is left when the slowest are cut off. */
static double measure(const struct subject *s, size_t samples)
{
	uint64_t *times = malloc(samples * sizeof(*times)), *sorted = malloc(samples * sizeof(*sorted));
	uint8_t *class = malloc(samples);
	double worst = 0;
	must(times && sorted && class, "memory");
	s->setup();
	for (size_t i = 0; i < samples + 1000; i++) {
		uint8_t c;
		random_bytes(&c, 1);
		c &= 1;
		s->prepare(c);
		uint64_t from = now();
		s->run();
		uint64_t to = now();
		if (i >= 1000) {
			times[i - 1000] = to - from;
			class[i - 1000] = c;
		}
	}
	memcpy(sorted, times, samples * sizeof(*times));
	qsort(sorted, samples, sizeof(*sorted), by_value);
	for (int crop = 0; crop < CROPS; crop++) {
		uint64_t limit = crop ? sorted[(size_t)(samples * (1 - pow(0.5, 10.0 * crop / CROPS)))] : UINT64_MAX;
		struct moments m[2] = { { 0, 0, 0 }, { 0, 0, 0 } };
		for (size_t i = 0; i < samples; i++)
			if (times[i] <= limit)
				push(&m[class[i]], times[i]);
		double t = fabs(welch(&m[0], &m[1]));
		if (t > worst)
			worst = t;
	}
	free(times);
	free(sorted);
	free(class);
	return worst;
}

int main(int argc, char **argv)
{
	size_t samples = argc > 1 ? strtoull(argv[1], NULL, 10) : 1000000;
	int leaks = 0;
	must(samples >= 1000, "fewer than 1000 samples");
	for (size_t i = 0; i < sizeof(subjects) / sizeof(*subjects); i++) {
		int wanted = argc < 3;
		for (int j = 2; j < argc; j++)
			wanted |= strcmp(argv[j], subjects[i].name) == 0;
		if (!wanted)
			continue;
		size_t part = samples / subjects[i].share;
		double t = measure(&subjects[i], part);
		printf("%-20s %zu samples, |t| = %.2f  %s\n", subjects[i].name, part, t, t < LIMIT ? "ok" : "LEAKS");
		fflush(stdout);
		leaks |= t >= LIMIT;
	}
	return leaks;
}
