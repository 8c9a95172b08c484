/* Padding and ranges, which hide how long the data are. */
#include "sessions.h"

static void test_padding(void)
{
	struct pair p;
	char in[100];
	gnutls_range_st range = { 10, 50 }, wide = { 1, 32768 }, exact = { 12, 12 }, next, rest;

	pair_new(&p, TLS13, 0, 0);
	CHECK_IS(gnutls_record_can_use_length_hiding(p.client.s), 1);
	HANDSHAKE(&p, 0, 0);
	ECHO(&p);
	CHECK_IS(gnutls_record_can_use_length_hiding(p.client.s), 1);
	CHECK_IS(gnutls_record_send2(p.client.s, "pad", 3, 100, 0), 3);
	CHECK_IS(p.server.in.used, 5 + 3 + 100 + 1 + 16);
	CHECK_IS(take(&p.server, in, sizeof in), 3);
	CHECK_IS(gnutls_record_overhead_size(p.client.s), 5 + 16 + 1);
	CHECK_IS(gnutls_range_split(p.client.s, &range, &next, &rest), 0);
	CHECK_IS(next.low, 10);
	CHECK_IS(next.high, 50);
	CHECK_IS(rest.low, 0);
	CHECK_IS(rest.high, 0);
	CHECK_IS(gnutls_record_send_range(p.client.s, "0123456789ab", 12, &range), 12);
	CHECK_IS(p.server.in.used, 5 + 50 + 1 + 16);
	CHECK_IS(take(&p.server, in, sizeof in), 12);
	CHECK(!memcmp(in, "0123456789ab", 12));
	CHECK_IS(gnutls_record_send_range(p.client.s, "0123", 4, &range), GNUTLS_E_INVALID_REQUEST);
	/* Padding for more than one record: the second has only padding. */
	CHECK_IS(gnutls_record_send_range(p.client.s, "w", 1, &wide), 1);
	CHECK_IS(p.server.in.used, 2 * (5 + 16384 + 1 + 16));
	CHECK_IS(take(&p.server, in, sizeof in), 1);
	CHECK_IS(in[0], 'w');
	CHECK_IS(gnutls_record_recv(p.server.s, in, sizeof in), GNUTLS_E_AGAIN);
	CHECK_IS(p.server.in.used, 0);
	ECHO(&p);
	pair_end(&p);

	pair_new(&p, TLS12, 0, 0);
	HANDSHAKE(&p, 0, 0);
	CHECK_IS(gnutls_record_can_use_length_hiding(p.client.s), 0);
	CHECK_IS(gnutls_record_overhead_size(p.client.s), 5 + 8 + 16);
	CHECK_IS(gnutls_record_send_range(p.client.s, "0123456789ab", 12, &range), GNUTLS_E_INVALID_REQUEST);
	CHECK_IS(gnutls_record_send_range(p.client.s, "0123456789ab", 12, &exact), GNUTLS_E_INVALID_REQUEST);
	CHECK_IS(p.server.in.used, 0);
	gnutls_record_disable_padding(p.client.s);
	ECHO(&p);
	pair_end(&p);
}

/* A block cipher hides lengths by padding of up to 255 bytes, in records of a range. */
static void test_padding_of_block_ciphers(const char *prio, size_t ivs, int etm)
{
	static char data[20000], in[20000];
	gnutls_range_st range = { 10, 50 }, wide = { 100, 8000 }, next, rest;
	size_t first, got, records = 0, size;
	struct pair p;
	ssize_t n;

	pair_new(&p, prio, 0, 0);
	CHECK_IS(gnutls_record_can_use_length_hiding(p.client.s), 0);
	HANDSHAKE(&p, 0, 0);
	CHECK_IS(gnutls_record_can_use_length_hiding(p.client.s), 1);
	CHECK_IS(gnutls_record_send2(p.client.s, "pad", 3, 100, 0), GNUTLS_E_INVALID_REQUEST);
	/* Every length of the range makes the same record: IV, text, MAC, padding. */
	first = 5 + ivs + (etm ? 64 + 20 : 80);
	for (size = 10; size <= 50; size++) {
		CHECK_IS(gnutls_record_send_range(p.client.s, data, size, &range), size);
		CHECK_IS(p.server.in.used, first);
		CHECK_IS(take(&p.server, in, sizeof in), size);
	}
	CHECK_IS(gnutls_record_send_range(p.client.s, data, 9, &range), GNUTLS_E_INVALID_REQUEST);
	CHECK_IS(gnutls_record_send_range(p.client.s, data, 51, &range), GNUTLS_E_INVALID_REQUEST);
	CHECK_IS(gnutls_range_split(p.client.s, &wide, &next, &rest), 0);
	CHECK_IS(next.low, 100);
	CHECK(next.high >= 340 && next.high <= 355);
	CHECK_IS(rest.low, 0);
	CHECK_IS(rest.high, 8000 - next.high);
	/* The records of a wide range tell nothing of how much of it is used. */
	for (size = 1000; size <= 8000; size += 7000) {
		CHECK_IS(gnutls_record_send_range(p.client.s, data, size, &wide), size);
#ifdef OURS
		if (!records)
			records = p.server.in.used;
		CHECK_IS(p.server.in.used, records);
#else
		(void)records;
#endif
		for (got = 0; (n = take(&p.server, in, sizeof in)) > 0; got += n)
			;
		CHECK_IS(n, GNUTLS_E_AGAIN);
		CHECK_IS(got, size);
	}
	ECHO(&p);
	pair_end(&p);
}

static void test_splitting(void)
{
	gnutls_range_st range = { 20000, 40000 }, wide = { 100, 20000 }, next, rest;
	struct pair p;

	pair_new(&p, TLS12 ":-CIPHER-ALL:+AES-128-GCM", 0, 0);
	HANDSHAKE(&p, 0, 0);
	CHECK_IS(gnutls_range_split(p.client.s, &range, &next, &rest), 0);
	CHECK_IS(next.low, 16384);
	CHECK_IS(next.high, 16384);
	CHECK_IS(rest.low, 3616);
	CHECK_IS(rest.high, 23616);
	CHECK_IS(gnutls_range_split(p.client.s, &wide, &next, &rest), 0);
	CHECK_IS(next.low, 100);
	CHECK_IS(next.high, 355);
	CHECK_IS(rest.low, 0);
	CHECK_IS(rest.high, 19645);
	pair_end(&p);
}

int main(void)
{
	test_padding();
	test_padding_of_block_ciphers(TLS12 ":-CIPHER-ALL:+AES-128-CBC:-MAC-ALL:+SHA1", 16, 1);
	test_padding_of_block_ciphers(TLS12 ":-CIPHER-ALL:+AES-128-CBC:-MAC-ALL:+SHA1:%NO_ETM", 16, 0);
	test_padding_of_block_ciphers("NORMAL:-VERS-ALL:+VERS-TLS1.0:-CIPHER-ALL:+AES-128-CBC:-MAC-ALL:+SHA1:%NO_ETM", 0, 0);
	test_splitting();
	return check_result();
}
