/* NIST's examples for algorithms without Wycheproof vectors: block modes (SP 800-38A appendix F; the examples of
 * TDES; IEEE 1619 annex B, which SP 800-38E adopts for XTS), SHA-1 and SHA-2 (FIPS 180-4 examples), SHA-3 and
 * SHAKE (FIPS 202 examples of 0 and 1600 bits). */
#include <gnutls/crypto.h>
#include <gnutls/gnutls.h>
#include <stdlib.h>
#include <string.h>

#include "check.h"

static const struct mode {
	const char *name;
	int cipher;
	const char *key;
	const char *iv;
	const char *plain;
	const char *sealed;
} modes[] = {
	{ "F.2.1", GNUTLS_CIPHER_AES_128_CBC,
	  "2b7e151628aed2a6abf7158809cf4f3c",
	  "000102030405060708090a0b0c0d0e0f",
	  "6bc1bee22e409f96e93d7e117393172aae2d8a571e03ac9c9eb76fac45af8e5130c81c46a35ce411e5fbc1191a0a52ef"
	  "f69f2445df4f9b17ad2b417be66c3710",
	  "7649abac8119b246cee98e9b12e9197d5086cb9b507219ee95db113a917678b273bed6b8e3c1743b7116e69e22229516"
	  "3ff1caa1681fac09120eca307586e1a7" },
	{ "F.3.7", GNUTLS_CIPHER_AES_128_CFB8,
	  "2b7e151628aed2a6abf7158809cf4f3c",
	  "000102030405060708090a0b0c0d0e0f",
	  "6bc1bee22e409f96e93d7e117393172aae2d",
	  "3b79424c9c0dd436bace9e0ed4586a4f32b9" },
	{ "F.3.13", 44 /* AES-128-CFB */,
	  "2b7e151628aed2a6abf7158809cf4f3c",
	  "000102030405060708090a0b0c0d0e0f",
	  "6bc1bee22e409f96e93d7e117393172aae2d8a571e03ac9c9eb76fac45af8e5130c81c46a35ce411e5fbc1191a0a52ef"
	  "f69f2445df4f9b17ad2b417be66c3710",
	  "3b3fd92eb72dad20333449f8e83cfb4ac8a64537a0b3a93fcde3cdad9f1ce58b26751f67a3cbb140b1808cf187a4f4df"
	  "c04b05357c5d1c0eeac4c66f9ff7f2e6" },
	{ "F.2.3", GNUTLS_CIPHER_AES_192_CBC,
	  "8e73b0f7da0e6452c810f32b809079e562f8ead2522c6b7b",
	  "000102030405060708090a0b0c0d0e0f",
	  "6bc1bee22e409f96e93d7e117393172aae2d8a571e03ac9c9eb76fac45af8e5130c81c46a35ce411e5fbc1191a0a52ef"
	  "f69f2445df4f9b17ad2b417be66c3710",
	  "4f021db243bc633d7178183a9fa071e8b4d9ada9ad7dedf4e5e738763f69145a571b242012fb7ae07fa9baac3df102e0"
	  "08b0e27988598881d920a9e64f5615cd" },
	{ "F.3.9", GNUTLS_CIPHER_AES_192_CFB8,
	  "8e73b0f7da0e6452c810f32b809079e562f8ead2522c6b7b",
	  "000102030405060708090a0b0c0d0e0f",
	  "6bc1bee22e409f96e93d7e117393172aae2d",
	  "cda2521ef0a905ca44cd057cbf0d47a0678a" },
	{ "F.3.15", 45 /* AES-192-CFB */,
	  "8e73b0f7da0e6452c810f32b809079e562f8ead2522c6b7b",
	  "000102030405060708090a0b0c0d0e0f",
	  "6bc1bee22e409f96e93d7e117393172aae2d8a571e03ac9c9eb76fac45af8e5130c81c46a35ce411e5fbc1191a0a52ef"
	  "f69f2445df4f9b17ad2b417be66c3710",
	  "cdc80d6fddf18cab34c25909c99a417467ce7f7f81173621961a2b70171d3d7a2e1e8a1dd59b88b1c8e60fed1efac4c9"
	  "c05f9f9ca9834fa042ae8fba584b09ff" },
	{ "F.2.5", GNUTLS_CIPHER_AES_256_CBC,
	  "603deb1015ca71be2b73aef0857d77811f352c073b6108d72d9810a30914dff4",
	  "000102030405060708090a0b0c0d0e0f",
	  "6bc1bee22e409f96e93d7e117393172aae2d8a571e03ac9c9eb76fac45af8e5130c81c46a35ce411e5fbc1191a0a52ef"
	  "f69f2445df4f9b17ad2b417be66c3710",
	  "f58c4c04d6e5f1ba779eabfb5f7bfbd69cfc4e967edb808d679f777bc6702c7d39f23369a9d9bacfa530e26304231461"
	  "b2eb05e2c39be9fcda6c19078c6a9d1b" },
	{ "F.3.11", GNUTLS_CIPHER_AES_256_CFB8,
	  "603deb1015ca71be2b73aef0857d77811f352c073b6108d72d9810a30914dff4",
	  "000102030405060708090a0b0c0d0e0f",
	  "6bc1bee22e409f96e93d7e117393172aae2d",
	  "dc1f1a8520a64db55fcc8ac554844e889700" },
	{ "F.3.17", 46 /* AES-256-CFB */,
	  "603deb1015ca71be2b73aef0857d77811f352c073b6108d72d9810a30914dff4",
	  "000102030405060708090a0b0c0d0e0f",
	  "6bc1bee22e409f96e93d7e117393172aae2d8a571e03ac9c9eb76fac45af8e5130c81c46a35ce411e5fbc1191a0a52ef"
	  "f69f2445df4f9b17ad2b417be66c3710",
	  "dc7e84bfda79164b7ecd8486985d386039ffed143b28b1c832113c6331e5407bdf10132415e54b92a13ed0a8267ae2f9"
	  "75a385741ab9cef82031623d55b1e471" },
	{ "TDES", GNUTLS_CIPHER_3DES_CBC,
	  "0123456789abcdef23456789abcdef01456789abcdef0123",
	  "f69f2445df4f9b17",
	  "6bc1bee22e409f96e93d7e117393172aae2d8a571e03ac9c9eb76fac45af8e51",
	  "2079c3d53aa763e193b79e2569ab5262516570481f25b50f73c0bda85c8e0da7" },
	{ "XTS 2", GNUTLS_CIPHER_AES_128_XTS,
	  "1111111111111111111111111111111122222222222222222222222222222222",
	  "33333333330000000000000000000000",
	  "4444444444444444444444444444444444444444444444444444444444444444",
	  "c454185e6a16936e39334038acef838bfb186fff7480adc4289382ecd6d394f0" },
	{ "XTS 15", GNUTLS_CIPHER_AES_128_XTS,
	  "fffefdfcfbfaf9f8f7f6f5f4f3f2f1f0bfbebdbcbbbab9b8b7b6b5b4b3b2b1b0",
	  "9a785634120000000000000000000000",
	  "000102030405060708090a0b0c0d0e0f10",
	  "6c1625db4671522d3d7599601de7ca09ed" },
	{ "XTS 10", GNUTLS_CIPHER_AES_256_XTS,
	  "271828182845904523536028747135266249775724709369995957496696762731415926535897932384626433832795"
	  "02884197169399375105820974944592",
	  "ff000000000000000000000000000000",
	  "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f202122232425262728292a2b2c2d2e2f"
	  "303132333435363738393a3b3c3d3e3f404142434445464748494a4b4c4d4e4f505152535455565758595a5b5c5d5e5f"
	  "606162636465666768696a6b6c6d6e6f707172737475767778797a7b7c7d7e7f808182838485868788898a8b8c8d8e8f"
	  "909192939495969798999a9b9c9d9e9fa0a1a2a3a4a5a6a7a8a9aaabacadaeafb0b1b2b3b4b5b6b7b8b9babbbcbdbebf"
	  "c0c1c2c3c4c5c6c7c8c9cacbcccdcecfd0d1d2d3d4d5d6d7d8d9dadbdcdddedfe0e1e2e3e4e5e6e7e8e9eaebecedeeef"
	  "f0f1f2f3f4f5f6f7f8f9fafbfcfdfeff000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f"
	  "202122232425262728292a2b2c2d2e2f303132333435363738393a3b3c3d3e3f404142434445464748494a4b4c4d4e4f"
	  "505152535455565758595a5b5c5d5e5f606162636465666768696a6b6c6d6e6f707172737475767778797a7b7c7d7e7f"
	  "808182838485868788898a8b8c8d8e8f909192939495969798999a9b9c9d9e9fa0a1a2a3a4a5a6a7a8a9aaabacadaeaf"
	  "b0b1b2b3b4b5b6b7b8b9babbbcbdbebfc0c1c2c3c4c5c6c7c8c9cacbcccdcecfd0d1d2d3d4d5d6d7d8d9dadbdcdddedf"
	  "e0e1e2e3e4e5e6e7e8e9eaebecedeeeff0f1f2f3f4f5f6f7f8f9fafbfcfdfeff",
	  "1c3b3a102f770386e4836c99e370cf9bea00803f5e482357a4ae12d414a3e63b5d31e276f8fe4a8d66b317f9ac683f44"
	  "680a86ac35adfc3345befecb4bb188fd5776926c49a3095eb108fd1098baec70aaa66999a72a82f27d848b21d4a741b0"
	  "c5cd4d5fff9dac89aeba122961d03a757123e9870f8acf1000020887891429ca2a3e7a7d7df7b10355165c8b9a6d0a7d"
	  "e8b062c4500dc4cd120c0f7418dae3d0b5781c34803fa75421c790dfe1de1834f280d7667b327f6c8cd7557e12ac3a0f"
	  "93ec05c52e0493ef31a12d3d9260f79a289d6a379bc70c50841473d1a8cc81ec583e9645e07b8d9670655ba5bbcfecc6"
	  "dc3966380ad8fecb17b6ba02469a020a84e18e8f84252070c13e9f1f289be54fbc481457778f616015e1327a02b140f1"
	  "505eb309326d68378f8374595c849d84f4c333ec4423885143cb47bd71c5edae9be69a2ffeceb1bec9de244fbe15992b"
	  "11b77c040f12bd8f6a975a44a0f90c29a9abc3d4d893927284c58754cce294529f8614dcd2aba991925fedc4ae74ffac"
	  "6e333b93eb4aff0479da9a410e4450e0dd7ae4c6e2910900575da401fc07059f645e8b7e9bfdef33943054ff84011493"
	  "c27b3429eaedb4ed5376441a77ed43851ad77f16f541dfd269d50d6a5f14fb0aab1cbb4c1550be97f7ab4066193c4caa"
	  "773dad38014bd2092fa755c824bb5e54c4f36ffda9fcea70b9c6e693e148c151" },
};

static const char two_blocks[] = "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq";
static const char two_long_blocks[] = "abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmn"
				      "hijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu";

static const struct sha2 {
	int digest;
	const char *text;
	const char *of_text;
	const char *of_million_a;
} sha2s[] = {
	{ GNUTLS_DIG_SHA1, two_blocks,
	  "84983e441c3bd26ebaae4aa1f95129e5e54670f1",
	  "34aa973cd4c4daa4f61eeb2bdbad27316534016f" },
	{ GNUTLS_DIG_SHA224, two_blocks,
	  "75388b16512776cc5dba5da1fd890150b0c6455cb4f58b1952522525",
	  "20794655980c91d8bbb4c1ea97618a4bf03f42581948b2ee4ee7ad67" },
	{ GNUTLS_DIG_SHA256, two_blocks,
	  "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1",
	  "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0" },
	{ GNUTLS_DIG_SHA384, two_long_blocks,
	  "09330c33f71147e83d192fc782cd1b4753111b173b3b05d22fa08086e3b0f712fcc7c71a557e2db966c3e9fa91746039",
	  "9d0e1809716474cb086e834e310a4a1ced149e9c00f248527972cec5704c2a5b07b8b3dc38ecc4ebae97ddd87f3d8985" },
	{ GNUTLS_DIG_SHA512, two_long_blocks,
	  "8e959b75dae313da8cf4f72814fc143f8f7779c6eb9f7fa17299aeadb6889018501d289e4900f7e4331b99dec4b5433a"
	  "c7d329eeb6dd26545e96e55b874be909",
	  "e718483d0ce769644e2e42c7bc15b4638e1f98b13b2044285632a803afa973ebde0ff244877ea60a4cb0432ce577c31b"
	  "eb009c5c2c49aa2e4eadb217ad8cc09b" },
};

static const struct sha3 {
	int digest;
	const char *of_nothing;
	const char *of_1600_bits;
} sha3s[] = {
	{ GNUTLS_DIG_SHA3_224,
	  "6b4e03423667dbb73b6e15454f0eb1abd4597f9a1b078e3f5b5a6bc7",
	  "9376816aba503f72f96ce7eb65ac095deee3be4bf9bbc2a1cb7e11e0" },
	{ GNUTLS_DIG_SHA3_256,
	  "a7ffc6f8bf1ed76651c14756a061d662f580ff4de43b49fa82d80a4b80f8434a",
	  "79f38adec5c20307a98ef76e8324afbfd46cfd81b22e3973c65fa1bd9de31787" },
	{ GNUTLS_DIG_SHA3_384,
	  "0c63a75b845e4f7d01107d852e4c2485c51a50aaaa94fc61995e71bbee983a2ac3713831264adb47fb6bd1e058d5f004",
	  "1881de2ca7e41ef95dc4732b8f5f002b189cc1e42b74168ed1732649ce1dbcdd76197a31fd55ee989f2d7050dd473e8f" },
	{ GNUTLS_DIG_SHA3_512,
	  "a69f73cca23a9ac5c8b567dc185a756e97c982164fe25859e0d1dcc1475c80a615b2123af1f5f94c11e3e9402c3ac558"
	  "f500199d95b6d3e301758586281dcd26",
	  "e76dfad22084a8b1467fcf2ffa58361bec7628edf5f3fdc0e4805dc48caeeca81b7c13c30adf52a3659584739a2df46b"
	  "e589c51ca1a4a8416df6545a1ce8ba00" },
};

static size_t bytes(const char *hex, unsigned char *out)
{
	size_t n = strlen(hex) / 2;
	for (size_t i = 0; i < n; i++) {
		char two[3] = { hex[2 * i], hex[2 * i + 1], 0 };
		out[i] = (unsigned char)strtoul(two, NULL, 16);
	}
	return n;
}

static void block_modes(void)
{
	for (size_t i = 0; i < sizeof(modes) / sizeof(*modes); i++) {
		const struct mode *m = &modes[i];
		unsigned char key[64], iv[16], plain[512], sealed[512], out[512];
		gnutls_datum_t k = { key, bytes(m->key, key) }, v = { iv, bytes(m->iv, iv) };
		size_t n = bytes(m->plain, plain), before = check_failures;
		gnutls_cipher_hd_t c;
		CHECK(bytes(m->sealed, sealed) == n);
		/* the CFB of AES came after 3.7 */
		if (gnutls_cipher_get_key_size(m->cipher) == 0 && GNUTLS_VERSION_NUMBER < 0x030800)
			continue;
		CHECK(gnutls_cipher_init(&c, m->cipher, &k, &v) == 0);
		CHECK(gnutls_cipher_encrypt2(c, plain, n, out, sizeof(out)) == 0);
		CHECK(memcmp(out, sealed, n) == 0);
		gnutls_cipher_set_iv(c, iv, v.size);
		CHECK(gnutls_cipher_decrypt2(c, sealed, n, out, sizeof(out)) == 0);
		CHECK(memcmp(out, plain, n) == 0);
		gnutls_cipher_deinit(c);
		if ((size_t)check_failures != before)
			fprintf(stderr, "in %s\n", m->name);
	}
}

static int digest_is(int digest, const void *text, size_t len, const char *want)
{
	unsigned char out[64], wanted[64];
	size_t n = bytes(want, wanted);
	return gnutls_hash_get_len(digest) == n && gnutls_hash_fast(digest, text, len, out) == 0 && memcmp(out, wanted, n) == 0;
}

static void digests(void)
{
	static unsigned char text[1000000];
	memset(text, 'a', sizeof(text));
	for (size_t i = 0; i < sizeof(sha2s) / sizeof(*sha2s); i++) {
		const struct sha2 *s = &sha2s[i];
		CHECK(digest_is(s->digest, s->text, strlen(s->text), s->of_text));
		CHECK(digest_is(s->digest, text, sizeof(text), s->of_million_a));
		/* the same in pieces of every length up to three blocks */
		unsigned char out[64], wanted[64];
		size_t n = bytes(s->of_million_a, wanted), piece = 0;
		gnutls_hash_hd_t h;
		CHECK(gnutls_hash_init(&h, s->digest) == 0);
		for (size_t done = 0; done < sizeof(text); done += piece) {
			piece = piece % 384 + 1;
			if (piece > sizeof(text) - done)
				piece = sizeof(text) - done;
			CHECK(gnutls_hash(h, text + done, piece) == 0);
		}
		gnutls_hash_deinit(h, out);
		CHECK(memcmp(out, wanted, n) == 0);
	}
	memset(text, 0xa3, 200);
	for (size_t i = 0; i < sizeof(sha3s) / sizeof(*sha3s); i++) {
		CHECK(digest_is(sha3s[i].digest, text, 0, sha3s[i].of_nothing));
		CHECK(digest_is(sha3s[i].digest, text, 200, sha3s[i].of_1600_bits));
	}
}

#if GNUTLS_VERSION_NUMBER >= 0x030806
static void shake(int digest, const char *want)
{
	unsigned char text[200], out[64], wanted[64];
	gnutls_hash_hd_t h;
	memset(text, 0xa3, sizeof(text));
	bytes(want, wanted);
	CHECK(gnutls_hash_init(&h, digest) == 0);
	CHECK(gnutls_hash(h, text, sizeof(text)) == 0);
	CHECK(gnutls_hash_squeeze(h, out, 30) == 0 && gnutls_hash_squeeze(h, out + 30, 34) == 0);
	CHECK(memcmp(out, wanted, 64) == 0);
	gnutls_hash_deinit(h, NULL);
}
#endif

int main(void)
{
	block_modes();
	digests();
#if GNUTLS_VERSION_NUMBER >= 0x030806
	shake(GNUTLS_DIG_SHAKE_128, "131ab8d2b594946b9c81333f9bb6e0ce75c3b93104fa3469d3917457385da037"
				    "cf232ef7164a6d1eb448c8908186ad852d3f85a5cf28da1ab6fe343817197846");
	shake(GNUTLS_DIG_SHAKE_256, "cd8a920ed141aa0407a22d59288652e9d9f1a7ee0c1e7c1ca699424da84a904d"
				    "2d700caae7396ece96604440577da4f3aa22aeb8857f961c4cd8e06f0ae6610b");
#endif
	return check_result();
}
