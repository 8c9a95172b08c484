/* Every cipher, AEAD and MAC of crypto.h: known answers, processing in pieces and in place, and invalid lengths.
 * Keys are the bytes 1, 2, 3, ..., IVs and nonces 80, 81, ..., texts 0, 1, 2, ... (for MACs 0, 7, 14, ...). */
#define _GNU_SOURCE
#include <gnutls/crypto.h>
#include <gnutls/gnutls.h>
#include <dlfcn.h>
#include <string.h>
#include <sys/mman.h>

#include "check.h"

static const struct one_cipher {
	gnutls_cipher_algorithm_t id;
	const char *text;
	const char *tag;
} ciphers[] = {
	{ GNUTLS_CIPHER_ARCFOUR_128,
	  "9ac6ce99649818f0ba9a2292c1e915984259d6868401047d76939eea01078003"
	  "2bbcc1c77104869873b34a50da19e2da85258e0788173ab9b70a8bb1e94a0341",
	  NULL },
	{ GNUTLS_CIPHER_3DES_CBC,
	  "47dddb7686b6e0dc62bcd5add6ae869c92b564d0263cebeac251f89ca2e57d6b"
	  "8077173b985c4c142cdc6d4df1f8449fe33ae6fca695580fe8f71c810fedc73c",
	  NULL },
	{ GNUTLS_CIPHER_AES_128_CBC,
	  "86574b0508f5871a9374063f38a0488d3bfee1aa7bd607c67bd8866f89fc9011"
	  "9d7eb83e2139c12d021941eeeac5bb015cdae89de8d981ebc590915175b996db",
	  NULL },
	{ GNUTLS_CIPHER_AES_192_CBC,
	  "83181f9adfe531a29f979bf31120576bad2ffe88fc48c638f865dbf9f78d647c"
	  "4302a7934d17d408db86eaf27d3b44ac8b6268cc1f0d9d18075fdc90ee570adb",
	  NULL },
	{ GNUTLS_CIPHER_AES_256_CBC,
	  "e28b8ecbd8c512a5a9d435ae44cb260810dc3a94b0855b645ae485088b1f4b4c"
	  "c72e92f15b009d2e137be848c003b68085f40aaeec75c54954cae48d8ae38675",
	  NULL },
	{ GNUTLS_CIPHER_CAMELLIA_128_CBC,
	  "eab407c09bb4a830a749cc41721c7236024a0d7834e677b150d34f1d114a4c2a"
	  "bfcaf425c141052932bc56bdda351c1ce5a822c48faaca46f6f156da423e7c7e",
	  NULL },
	{ GNUTLS_CIPHER_CAMELLIA_192_CBC,
	  "accd1eab1caa6b069f30cbb5cc3da2feb4b14f90b881684928710d1977570df1"
	  "f0a27aa8c2b797c81f6e0022882245103a8971f78a8c5b520ca259f27e688230",
	  NULL },
	{ GNUTLS_CIPHER_CAMELLIA_256_CBC,
	  "d857236c5524afdfc88d669c4aa74d07bf106999cd6064d0796a02d58efd54f4"
	  "b0fcb8c320888a2ca93bbee6fee2c58cf31febfb8c67406e2dc85fdd7ee63ea7",
	  NULL },
	{ GNUTLS_CIPHER_RC2_40_CBC,
	  "06271319d684dac17abebcb9567802a0f7550f15287617c8378d8255f70a3220"
	  "1d30bd6b4e5550421ef3cbcc9ae602fe9480ee7e586ccddac732cd512950b48e",
	  NULL },
	{ GNUTLS_CIPHER_DES_CBC,
	  "efb029565685ce98a1d7191ca0598d70672328ffd366b5f3e11bb7045b3ea0f9"
	  "dd83eda16f37f9340249b5b6e981c4afaf6fb010035d1d87084fb6f5cba30500",
	  NULL },
	{ GNUTLS_CIPHER_AES_128_CFB8,
	  "93c2edd86a25227204a137b39380b60f6a32acd5c5deeeec74ec6388d069519f"
	  "398490fd7961bbda8ad003fccdd0db4cef2c21b56f792a03dad67d6a2972e37e",
	  NULL },
	{ GNUTLS_CIPHER_AES_192_CFB8,
	  "ffbbde803931062b747d6c7deb12676a3a0ed0149a1647ab7ee935f76e47131c"
	  "9e1760ae90876c28048650be99c847831f8d15c7008ffa033670f7b0177bc351",
	  NULL },
	{ GNUTLS_CIPHER_AES_256_CFB8,
	  "06e386444e77d2a8630ebf3d8bdf30a1ff7adde3a7fb0d775ead7138b636ea5a"
	  "f1163016f76084032320771dd97f1d2817f8951b9b35e13e10be2455720eda5b",
	  NULL },
	{ GNUTLS_CIPHER_AES_128_XTS,
	  "6bcf4be8427cb152abdea2c227a07d00e5a07db2e99b72559e345daa5a79898f"
	  "fc6a49395e3f945b839616ae5463a553b3fa7b8fb8309d69753e023e4cd15efa",
	  NULL },
	{ GNUTLS_CIPHER_AES_256_XTS,
	  "9ba9f58c03ae44497da9bee55c96fa46ad9f6dc0e143a15487542f4ad7f1a31f"
	  "8779498cc21c5b34d490d389a8e02fe82262e17dea2556004b73d835b94f4fc6",
	  NULL },
	{ GNUTLS_CIPHER_CHACHA20_64,
	  "3d3ca02c3c8bc89bf8961acad3ba1fa919a41b971e765e71b32bdbdc6526ef2e"
	  "eca6c649ad0e2988bb32a2599261d6ac9845770b055e9cea56e55c1e9fc6e555",
	  NULL },
	{ GNUTLS_CIPHER_CHACHA20_32,
	  "3d3ca02c3c8bc89bf8961acad3ba1fa919a41b971e765e71b32bdbdc6526ef2e"
	  "eca6c649ad0e2988bb32a2599261d6ac9845770b055e9cea56e55c1e9fc6e555",
	  NULL },
	{ GNUTLS_CIPHER_GOST28147_TC26Z_CFB,
	  "55543e00460d5f7fafc4050ac836f708a2ef2482c42a3532f13c19e765721396"
	  "f350604e62fd148e2a3c999f8bb9ae7605c0945a0a677f6ff0278daa19c7f870",
	  NULL },
	{ GNUTLS_CIPHER_GOST28147_CPA_CFB,
	  "1b0254bd0db6e6ddcc60e05a2b494f5de55ef93df94fb94ee3c7f81a18ce52e7"
	  "ff1542bad0740f5db7ae5975fbcfa50767b54137696bc2d3eefdd49ae18af5cc",
	  NULL },
	{ GNUTLS_CIPHER_GOST28147_CPB_CFB,
	  "2ed3e18c2ad124b6dd454303d87572b3d9c8a2f85be76397b33630ec4596197c"
	  "5dea4acae87fa53a27acfe9a3aaec528e1e675a27ee827b8eec9377ac0a8946c",
	  NULL },
	{ GNUTLS_CIPHER_GOST28147_CPC_CFB,
	  "72f73e8113b388b0ab730301cf1f44c59ef4c3eb3e7e037482374a1c6bd5806b"
	  "07de8ec58cb1b7f285ef2dee082290179b543d25f09f0b39f96721624c9252ac",
	  NULL },
	{ GNUTLS_CIPHER_GOST28147_CPD_CFB,
	  "7185c841a083a02d955471e7ef33e19f13de7a8f0915bfab01374c63cedfdb6b"
	  "bbb2813cc2cb18b0ea1741c8601a5a3e5f152b6af63cbdccaa88cab2fed553ef",
	  NULL },
	{ GNUTLS_CIPHER_GOST28147_TC26Z_CNT,
	  "71d389aadf9ad37620ed214594bfdf06b3e950ce9fa607ffe38d11827799dde4"
	  "fe9f35ff602e61cb498a245799b11d93e983a8ab915b39f32dced62c77b0ce23",
	  NULL },
	{ GNUTLS_CIPHER_AES_128_GCM,
	  "61ab105e66a8bbe6abf98578ab556c81b7a0503da04393b21f4d4e06bd9451a3"
	  "5bb198e1a59bada0c19d49ecae9ef4672abd8e1ff279aab4b3347cc3d056d46b",
	  "31d6e2e89ca54df5cb057179e2520dd0" },
	{ GNUTLS_CIPHER_AES_192_GCM,
	  "7655bdca0402f3d6786ea5076c7a1efef76d8017b97fa6a54e446301339a756d"
	  "4c1c382f3a7e7c3ad2fd9316e2c714b9bda79a60f96a2b844e6aaa70588f3425",
	  "d4c01db763aa7a177a2d0e508f7b5956" },
	{ GNUTLS_CIPHER_AES_256_GCM,
	  "ecd754fee4e5cdb72b4ef63170c922e059996f102c83ee7e4bfa230204af059d"
	  "667fe611452fbf88d7f3ac21ec3046094ee7cf3748c79e43b33cecbe4db8cb41",
	  "5ecee62eab83ffa3c0998f8f0b39fbfa" },
	{ GNUTLS_CIPHER_CAMELLIA_128_GCM,
	  "057bef8dc45c1c986936ba0c5837f53d7e4cfa54d2878d5f5cbe713a8ab86010"
	  "f91ebfc659df34db60f7a8abdb8294a2f098f5fae919d156696bdfa0b1b8b8af",
	  "dd8033ef4c07a3ae3dd21e2b438737b5" },
	{ GNUTLS_CIPHER_CAMELLIA_256_GCM,
	  "902ed07dc007ac0c9db9ac410ed7d4fc0f08542206de70798d58700a03e18175"
	  "a011bf2d191db49750774debf73ef252c989870eabffab002075dae8913dad52",
	  "60fa88396bd334e727a7ed4fb6bdfb1f" },
	{ GNUTLS_CIPHER_CHACHA20_POLY1305,
	  "fbbba7efd03039de769653ced033c1a9d0edce30c02a02dd5e9e8418e4a9d074"
	  "026da8554d38c1167689918cc634ab3633b850cad436b63ca2ccf50cc525cb25",
	  "0e12180856581c671b76332660a863a8" },
	{ 40 /* MAGMA-CTR-ACPKM */,
	  "401a8cf792f9c6191b9a1972a70fdeece7db5ca339b2862f31e9f1a192eb0f64"
	  "190ec7b6625eb5be9212d030a3886ff8dd62b53d8d17f317a6293400c5d71eb4",
	  NULL },
	{ 41 /* KUZNYECHIK-CTR-ACPKM */,
	  "c4f0e0e4d5490966da118143d9b57f2e5226f806998b29382480e63796af942f"
	  "d1a8635150346aadd056ed22b1449e8b604a70bb966763f41a44696b3b0ed513",
	  NULL },
};

static const struct one_aead {
	gnutls_cipher_algorithm_t id;
	unsigned nonce;
	const char *sealed;
} aeads[] = {
	{ GNUTLS_CIPHER_AES_128_GCM, 12,
	  "61ab105e66a8bbe6abf98578ab556c81b7a0503da04393b21f4d4e06bd9451a35bb198e1a5"
	  "e8af3120e768964273fc9203a5d8381d" },
	{ GNUTLS_CIPHER_AES_192_GCM, 12,
	  "7655bdca0402f3d6786ea5076c7a1efef76d8017b97fa6a54e446301339a756d4c1c382f3a"
	  "06bbc6aa0924851973f86fcd23ea7019" },
	{ GNUTLS_CIPHER_AES_256_GCM, 12,
	  "ecd754fee4e5cdb72b4ef63170c922e059996f102c83ee7e4bfa230204af059d667fe61145"
	  "a8ce9657df542a1473c36b49f34990aa" },
	{ GNUTLS_CIPHER_CAMELLIA_128_GCM, 12,
	  "057bef8dc45c1c986936ba0c5837f53d7e4cfa54d2878d5f5cbe713a8ab86010f91ebfc659"
	  "f6a61ad34018afc5e09b4eeb0c2770e2" },
	{ GNUTLS_CIPHER_CAMELLIA_128_GCM, 8,
	  "0ed0ee93752bf15cc95394481cc56d823600ef9e779957b081846478a55eb763ef82e65962"
	  "d7089fa17ad6f85944559904f3681385" },
	{ GNUTLS_CIPHER_CAMELLIA_256_GCM, 12,
	  "902ed07dc007ac0c9db9ac410ed7d4fc0f08542206de70798d58700a03e18175a011bf2d19"
	  "7109d6a8d2e28626f488603ac1f6dc25" },
#if GNUTLS_VERSION_NUMBER < 0x030800 /* see of_3_8 */
	{ GNUTLS_CIPHER_CAMELLIA_256_GCM, 16,
	  "bb5fc1475fe2d6ff5725f5d1d47923437980d5b356dab7d05136e4e12dc7d4e3bd6230c16d"
	  "c0f6b6e423f39f5fe8984db5c20d11c2" },
#endif
	{ GNUTLS_CIPHER_AES_128_CCM, 12,
	  "74706ff30c38e99a30d7434c23e3d8460e0af0cc6bab81500a9121f1b18062568391e32e53"
	  "8044b580ba7c2ead6a3e9cb637cef9f8" },
	{ GNUTLS_CIPHER_AES_128_CCM, 7,
	  "9b9c73c7c54363a616e49794066c898d30f89b2ccf94854557ad8c10678a70f27568c50f86"
	  "90f7c7477c710eed69ce38fc5464c49e" },
	{ GNUTLS_CIPHER_AES_128_CCM, 13,
	  "37bfdb5094c21436b32eb1a72290d4c6f38f315346cf77e4123f039b34e980f2b4e99dd3d1"
	  "f1e05cee7fa6c251a40fc5a9cebcb63b" },
	{ GNUTLS_CIPHER_AES_256_CCM, 12,
	  "0d1ec4866e3db447bedae83f460c918230d0a35990123039f049ebc44755a2ab9bf6de2062"
	  "b99dfcbe1b2070aa2507ec569e9671bf" },
	{ GNUTLS_CIPHER_AES_128_CCM_8, 12,
	  "74706ff30c38e99a30d7434c23e3d8460e0af0cc6bab81500a9121f1b18062568391e32e53"
	  "a3bf1146e720fcad" },
	{ GNUTLS_CIPHER_AES_256_CCM_8, 10,
	  "088cc3874232346e82f070fd7b69ce62eaa7754fe5fccbf1f3fde951c29bd6031f9c5e460b"
	  "977a4af676c9ab0f" },
	{ GNUTLS_CIPHER_CHACHA20_POLY1305, 12,
	  "fbbba7efd03039de769653ced033c1a9d0edce30c02a02dd5e9e8418e4a9d074026da8554d"
	  "593366564dfbbb5f10658c5d57a07101" },
	{ GNUTLS_CIPHER_AES_128_SIV, 16,
	  "8a252efe5c294aee215880d27014e19c2d13517375e7f20cfc78a4da72f5b3feff3facc43b"
	  "a9b1ee1ac542e1ebba8f7a8788b700d7" },
	{ GNUTLS_CIPHER_AES_256_SIV, 16,
	  "b253913de9291168213201e31ebab2a3f866bba69bb6ed72f4aa3cc59adefc0b87ec5f1e99"
	  "2ea100e1016d8a962e103953612ceb63" },
	{ GNUTLS_CIPHER_AES_256_SIV, 5,
	  "ffa53ffc8f04e6d6b1833e88ef4e1f686db221e323a660adf39b5efe3040fa8f11dd22e7f4"
	  "c35bda584798f0786a5eb2c645b4336a" },
};

static const struct one_mac {
	gnutls_mac_algorithm_t id;
	unsigned nonce;
	const char *small, *large;
} macs[] = {
	{ GNUTLS_MAC_MD5, 0,
	  "90ecd5149331dba01f3a1f1299670c75",
	  "f26f5d74551f40e47f820f775387c3ca" },
	{ GNUTLS_MAC_SHA1, 0,
	  "fd24ec880bd3a663793cb45065b5d9fa1a91998c",
	  "2e1828869a0225a54a9b557ffc1c92e0dd89633a" },
	{ GNUTLS_MAC_SHA224, 0,
	  "2db775dfcc94bb2ad878236f3891cd01ff8d13410b8e2ec8fd0fbd8f",
	  "52d22b54af60819c7e52abc9cc4da39784f39cbd5801ad86d2a25164" },
	{ GNUTLS_MAC_SHA256, 0,
	  "17d159e44f5e22044f42a02efa2c4c988002d1e327fa33a58e3c5ba99029a98a",
	  "38a623b5856a4130f883f4884502a15ead3d69af0c332c89cfef470fe86a4345" },
	{ GNUTLS_MAC_SHA384, 0,
	  "3eb3806f44439a442b0aabc4118040c9486a5f6f724d34ebdb96a95eba61a035f9ce2ccc5e45ef9d1d3e0eb68c0809ac",
	  "c9835d7fd86d8697d779637a40564e2865de09cf84b8191619ddd553eb3d67fbf6f3bf0d135deeff064defde7768f490" },
	{ GNUTLS_MAC_SHA512, 0,
	  "ddbf327e857fd184403c43354a3ee538e628eb611b2d09790c5521f7232d1bb7d251c5e2d58c094eaa6db73b5e0e7d9dc9440c78b075680df414ab75a8376bbf",
	  "e7d65f7446392a2acaccca5a491905826c67c97c381c5219d3cb962bfed44c19c7f6f24e91710d2280d23f78ec98cf0a7d6fb3d44d5e9a773f1bf73ae274f777" },
	{ GNUTLS_MAC_GOSTR_94, 0,
	  "671d1158588b1fef72335fe3217d6928efa24d076fe03bc3814f8207b69023fa",
	  "3ea2bf449a82dee1dab555d4ece5f724dcc3ed7695301dd5fe7f7a981d52a7bc" },
	{ GNUTLS_MAC_STREEBOG_256, 0,
	  "ce8c2ef70daa75d486ebdb7e4fba7e8472ab3a27f41d2a7c8f62daf360287311",
	  "3ba5aaf1736b3a1b3965084d7c4de42b03a75bdcdd1ec5ee502aa7c3919fd068" },
	{ GNUTLS_MAC_STREEBOG_512, 0,
	  "658f61b5879dbc7a71ef02daba446f943ce7ea92624ab3f20f1d50e1a0fa6894b028c4a805b50672df874f0ed0dc8e05868676aaf8c8d48f789ff6d88c043b98",
	  "3c87c12b53f8315134641dbb2dc6271415c5ab99940ac501fa4df1fbfa759feb38fa001d8be8d026ef5e4684d33cc7dfda6a5b87a4bc9d222ba8df2039c3a085" },
	{ GNUTLS_MAC_UMAC_96, 8,
	  "b753cea5734845fee9f81e31",
	  "ff2c3553c85949fb9a60de5c" },
	{ GNUTLS_MAC_UMAC_128, 8,
	  "b753cea5734845fee9f81e31295a5cd8",
	  "ff2c3553c85949fb9a60de5c9d052815" },
	{ GNUTLS_MAC_UMAC_128, 16,
	  "5365d99a295bbb0a70b1495afb67f07b",
	  "1b1a226c924ab70f032989374f3884b6" },
	{ GNUTLS_MAC_AES_CMAC_128, 0,
	  "060b902ba8b768345b255ab85c0a3dc7",
	  "80678a62708a4a76c337644be989d034" },
	{ GNUTLS_MAC_AES_CMAC_256, 0,
	  "e7ac1ccf0bd7e86b9c1ccbed20598d0e",
	  "3f2f61baa9d7a563af2a0f264c1a4bde" },
	{ GNUTLS_MAC_AES_GMAC_128, 12,
	  "0e28d97c017b6b1e04f4dbb87d052968",
	  "0c268b9436240ea16941982121fe8439" },
	{ GNUTLS_MAC_AES_GMAC_192, 12,
	  "7363311eed19cc288a27ffec82381cea",
	  "68b204e95946c107a6fe05d1c1ce4665" },
	{ GNUTLS_MAC_AES_GMAC_256, 12,
	  "ce8ef4a1084473d7a72f1be42b95a902",
	  "b4c4b8d059c3ddc3fd55ee1db56e35f6" },
	{ GNUTLS_MAC_AES_GMAC_128, 8,
	  "251a2504cde635c6876607a797a8a1ed",
	  "271477ecfab95079ead3443ecb530cbc" },
	{ GNUTLS_MAC_GOST28147_TC26Z_IMIT, 0,
	  "d0f8d269",
	  "67cb04aa" },
	{ 211 /* OMAC-MAGMA */, 0,
	  "0d826ce9594d4df1",
	  "f0a06b7a8a59b617" },
	{ 212 /* OMAC-KUZNYECHIK */, 0,
	  "bad5f9558eff2f7a58dc28f4e31127cd",
	  "2bba602b43262a83371d7af16b5ab263" },
};

static unsigned char keys[256], ivs[64], text[8000], out[8000];

static int is(const void *p, const char *want)
{
	size_t n = strlen(want) / 2;
	const unsigned char *b = p;
	for (size_t i = 0; i < n; i++) {
		char two[3];
		sprintf(two, "%02x", b[i]);
		if (memcmp(two, want + 2 * i, 2) != 0)
			return 0;
	}
	return 1;
}

static gnutls_datum_t key_of(gnutls_cipher_algorithm_t id)
{
	return (gnutls_datum_t){ keys, gnutls_cipher_get_key_size(id) };
}

static void known_ciphers(void)
{
	for (size_t i = 0; i < sizeof ciphers / sizeof *ciphers; i++) {
		const struct one_cipher *c = &ciphers[i];
		gnutls_datum_t key = key_of(c->id), iv = { ivs, gnutls_cipher_get_iv_size(c->id) };
		unsigned char tag[16];
		gnutls_cipher_hd_t h;
		CHECK(gnutls_cipher_init(&h, c->id, &key, &iv) == 0);
		/* One piece, in place. */
		memcpy(out, text, 64);
		CHECK((gnutls_cipher_add_auth(h, keys, 20) == 0) == (c->tag != NULL));
		CHECK(gnutls_cipher_encrypt(h, out, 64) == 0);
		if (!is(out, c->text))
			fprintf(stderr, "%s\n", gnutls_cipher_get_name(c->id));
		CHECK(is(out, c->text));
		CHECK((gnutls_cipher_tag(h, tag, 16) == 0) == (c->tag != NULL));
		CHECK(c->tag == NULL || is(tag, c->tag));
		gnutls_cipher_deinit(h);
		/* Pieces, from one buffer to another; with XTS each piece is a unit. */
		int units = c->id == GNUTLS_CIPHER_AES_128_XTS || c->id == GNUTLS_CIPHER_AES_256_XTS;
		int whole = gnutls_cipher_get_block_size(c->id) == 64 || units;
		size_t first = whole ? 64 : 32;
		CHECK(gnutls_cipher_init(&h, c->id, &key, &iv) == 0);
		memset(out, 0, 128);
		if (c->tag)
			CHECK(gnutls_cipher_add_auth(h, keys, 16) == 0 && gnutls_cipher_add_auth(h, keys + 16, 4) == 0);
		CHECK(gnutls_cipher_encrypt2(h, text, first, out, 64) == 0);
		if (!whole)
			CHECK(gnutls_cipher_encrypt2(h, text + first, 64 - first, out + first, 64 - first) == 0);
		CHECK(is(out, c->text));
		gnutls_cipher_deinit(h);
		/* And back. */
		CHECK(gnutls_cipher_init(&h, c->id, &key, &iv) == 0);
		if (c->tag)
			CHECK(gnutls_cipher_add_auth(h, keys, 20) == 0);
		CHECK(gnutls_cipher_decrypt2(h, out, 64, out + 64, 64) == 0);
		CHECK(memcmp(out + 64, text, 64) == 0);
		if (c->tag) {
			CHECK(gnutls_cipher_tag(h, tag, 16) == 0);
			CHECK(is(tag, c->tag));
		}
		if (c->id != GNUTLS_CIPHER_ARCFOUR_128) {
			gnutls_cipher_set_iv(h, ivs, iv.size);
			if (c->tag)
				CHECK(gnutls_cipher_add_auth(h, keys, 20) == 0);
			CHECK(gnutls_cipher_decrypt(h, out, 64) == 0);
			CHECK(memcmp(out, text, 64) == 0);
		}
		gnutls_cipher_deinit(h);
		/* Keys of another length. */
		if (c->id != GNUTLS_CIPHER_ARCFOUR_128) {
			key.size--;
			CHECK(gnutls_cipher_init(&h, c->id, &key, &iv) < 0);
			key.size += 2;
			CHECK(gnutls_cipher_init(&h, c->id, &key, &iv) < 0);
		}
	}
	gnutls_datum_t key = { keys, 16 }, iv = { ivs, 12 };
	gnutls_cipher_hd_t h;
	CHECK(gnutls_cipher_init(&h, GNUTLS_CIPHER_NULL, &key, &iv) == GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_cipher_init(&h, GNUTLS_CIPHER_UNKNOWN, &key, &iv) == GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_cipher_init(&h, GNUTLS_CIPHER_AES_128_CCM, &key, &iv) == GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_cipher_init(&h, GNUTLS_CIPHER_ARCFOUR_40, &key, &iv) == GNUTLS_E_INVALID_REQUEST);
}

/* Ciphertext stealing: lengths that are not a multiple of the block size. */
static void xts_units(void)
{
	gnutls_datum_t key = { keys, 32 }, iv = { ivs, 16 };
	gnutls_cipher_hd_t h;
	CHECK(gnutls_cipher_init(&h, GNUTLS_CIPHER_AES_128_XTS, &key, &iv) == 0);
	CHECK(gnutls_cipher_encrypt2(h, text, 15, out, 15) < 0);
	for (size_t n = 16; n < 1100; n += 37) {
		CHECK(gnutls_cipher_encrypt2(h, text, n, out, n) == 0);
		CHECK(memcmp(out, text, n) != 0);
		CHECK(gnutls_cipher_decrypt(h, out, n) == 0);
		CHECK(memcmp(out, text, n) == 0);
	}
	memset(out, 0, 20);
	CHECK(gnutls_cipher_encrypt(h, out, 20) == 0);
	CHECK(is(out, "371b62ea0de979c642af803ea18454b4eadbb74b"));
	gnutls_cipher_deinit(h);
}

static void known_aeads(void)
{
	for (size_t i = 0; i < sizeof aeads / sizeof *aeads; i++) {
		const struct one_aead *c = &aeads[i];
		/* GnuTLS 3.7 supports SIV neither in place nor scattered, and scattered text only with the usual
		 * nonce. */
		int usual = c->nonce == gnutls_cipher_get_iv_size(c->id);
		int siv = strstr(gnutls_cipher_get_name(c->id), "SIV") != NULL;
		gnutls_datum_t key = key_of(c->id);
		size_t tag = gnutls_cipher_get_tag_size(c->id), n = 100, m = 100, total = 37 + tag;
		unsigned char plain[100], mark[16];
		gnutls_aead_cipher_hd_t h;
		CHECK(gnutls_aead_cipher_init(&h, c->id, &key) == 0);
		CHECK(gnutls_aead_cipher_encrypt(h, ivs, c->nonce, keys, 20, 0, text, 37, out, &n) == 0);
		if (!is(out, c->sealed))
			fprintf(stderr, "%s %u\n", gnutls_cipher_get_name(c->id), c->nonce);
		CHECK(n == total && is(out, c->sealed));
		CHECK(gnutls_aead_cipher_decrypt(h, ivs, c->nonce, keys, 20, tag, out, n, plain, &m) == 0);
		CHECK(m == 37 && memcmp(plain, text, 37) == 0);
		/* In place. */
		memcpy(out + 200, text, 37);
		n = 100;
		if (!siv) {
		CHECK(gnutls_aead_cipher_encrypt(h, ivs, c->nonce, keys, 20, tag, out + 200, 37, out + 200, &n) == 0);
		CHECK(n == total && is(out + 200, c->sealed));
		m = 37;
		CHECK(gnutls_aead_cipher_decrypt(h, ivs, c->nonce, keys, 20, tag, out + 200, n, out + 200, &m) == 0);
		CHECK(m == 37 && memcmp(out + 200, text, 37) == 0);
		}
		/* The plaintext may be written to the buffer of the additional data. */
		memcpy(plain + 20, keys, 20);
		m = 80;
		if (!siv) {
		CHECK(gnutls_aead_cipher_decrypt(h, ivs, c->nonce, plain + 20, 20, tag, out, total, plain, &m) == 0);
		CHECK(m == 37 && memcmp(plain, text, 37) == 0);
		}
		/* Scattered. */
		giovec_t aad[2] = { { keys, 16 }, { keys + 16, 4 } };
		giovec_t parts[3] = { { text, 20 }, { text + 20, 16 }, { text + 36, 1 } };
		n = 100;
		if (usual) {
			CHECK(gnutls_aead_cipher_encryptv(h, ivs, c->nonce, aad, 2, tag, parts, 3, out + 200, &n) == 0);
			CHECK(n == total && is(out + 200, c->sealed));
		}
		memcpy(plain, text, 37);
		giovec_t own[2] = { { plain, 10 }, { plain + 10, 27 } };
		size_t mark_size = tag;
		if (!siv && usual) {
			CHECK(gnutls_aead_cipher_encryptv2(h, ivs, c->nonce, aad, 2, own, 2, mark, &mark_size) == 0);
			CHECK(mark_size == tag && memcmp(mark, out + 37, tag) == 0);
			CHECK(memcmp(plain, out, 37) == 0);
			CHECK(gnutls_aead_cipher_decryptv2(h, ivs, c->nonce, aad, 2, own, 2, mark, tag) == 0);
			CHECK(memcmp(plain, text, 37) == 0);
			CHECK(gnutls_aead_cipher_decryptv2(h, ivs, c->nonce, aad, 2, own, 2, mark, tag) ==
			      GNUTLS_E_DECRYPTION_FAILED);
		}
		/* Only the unchanged message is accepted. */
		for (size_t bad = 0; bad < total; bad += 9) {
			out[bad] ^= 4;
			m = 100;
			CHECK(gnutls_aead_cipher_decrypt(h, ivs, c->nonce, keys, 20, tag, out, total, plain, &m) ==
			      GNUTLS_E_DECRYPTION_FAILED);
			out[bad] ^= 4;
		}
		CHECK(gnutls_aead_cipher_decrypt(h, ivs, c->nonce, keys, 19, tag, out, total, plain, &m) ==
		      GNUTLS_E_DECRYPTION_FAILED);
		m = 100;
		CHECK(gnutls_aead_cipher_decrypt(h, ivs, c->nonce, keys, 20, tag, out, tag - 1, plain, &m) ==
		      GNUTLS_E_DECRYPTION_FAILED);
		/* Capacity and lengths. */
		n = total - 1;
		CHECK(gnutls_aead_cipher_encrypt(h, ivs, c->nonce, keys, 20, tag, text, 37, out, &n) ==
		      GNUTLS_E_SHORT_MEMORY_BUFFER);
		CHECK(n == total - 1);
		m = 36;
		CHECK(gnutls_aead_cipher_decrypt(h, ivs, c->nonce, keys, 20, tag, out, total, plain, &m) ==
		      GNUTLS_E_SHORT_MEMORY_BUFFER);
		n = 100;
		CHECK(gnutls_aead_cipher_encrypt(h, ivs, c->nonce, keys, 20, tag + 1, text, 37, out, &n) ==
		      GNUTLS_E_INVALID_REQUEST);
		/* Keys. */
		key.data++;
		CHECK(gnutls_aead_cipher_set_key(h, &key) == 0);
		n = 100;
		CHECK(gnutls_aead_cipher_encrypt(h, ivs, c->nonce, keys, 20, tag, text, 37, out, &n) == 0);
		CHECK(!is(out, c->sealed));
		gnutls_aead_cipher_deinit(h);
	}
	gnutls_datum_t key = { keys, 16 };
	gnutls_aead_cipher_hd_t h;
	CHECK(gnutls_aead_cipher_init(&h, GNUTLS_CIPHER_AES_128_CBC, &key) == GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_aead_cipher_init(&h, GNUTLS_CIPHER_UNKNOWN, &key) == GNUTLS_E_INVALID_REQUEST);
}

static void known_macs(void)
{
	for (size_t i = 0; i < 8000; i++)
		text[i] = i * 7;
	for (size_t i = 0; i < sizeof macs / sizeof *macs; i++) {
		const struct one_mac *c = &macs[i];
		size_t key = gnutls_hmac_get_key_size(c->id), size = gnutls_hmac_get_len(c->id);
		gnutls_hmac_hd_t h, copy;
		CHECK((gnutls_mac_get_nonce_size(c->id) > 0) == (c->nonce > 0));
		CHECK(strlen(c->small) == 2 * size);
		CHECK(gnutls_hmac_init(&h, c->id, keys, key) == 0);
		if (c->nonce)
			gnutls_hmac_set_nonce(h, ivs, c->nonce);
		CHECK(gnutls_hmac(h, text, 64) == 0);
		copy = gnutls_hmac_copy(h);
		CHECK(copy != NULL && gnutls_hmac(h, text + 64, 3) == 0);
		gnutls_hmac_output(h, out);
		if (!is(out, c->small))
			fprintf(stderr, "%s %u\n", gnutls_mac_get_name(c->id), c->nonce);
		CHECK(is(out, c->small));
		/* GnuTLS does not reset the byte count of a GOST 28147 MAC between messages. */
		if (c->id == GNUTLS_MAC_GOST28147_TC26Z_IMIT) {
			gnutls_hmac_deinit(h, NULL);
			CHECK(gnutls_hmac_init(&h, c->id, keys, key) == 0);
		}
		if (c->nonce)
			gnutls_hmac_set_nonce(h, ivs, c->nonce);
		CHECK(gnutls_hmac(h, text, 64) == 0 && gnutls_hmac(h, text + 64, 5003 - 64) == 0);
		memset(out, 0, 64);
		gnutls_hmac_deinit(h, out);
		if (!is(out, c->large))
			fprintf(stderr, "%s %u\n", gnutls_mac_get_name(c->id), c->nonce);
		CHECK(is(out, c->large));
		memset(out, 0, 64);
		CHECK(gnutls_hmac(copy, text + 64, 3) == 0);
		gnutls_hmac_deinit(copy, out);
		CHECK(is(out, c->small));
		memset(out, 0, 64);
		CHECK(gnutls_hmac_fast(c->id, keys, key, text, 67, out) == (c->nonce ? GNUTLS_E_INVALID_REQUEST : 0));
		CHECK(c->nonce || is(out, c->small));
	}
	gnutls_hmac_hd_t h;
	CHECK(gnutls_hmac_init(&h, GNUTLS_MAC_AEAD, keys, 16) == GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_hmac_init(&h, GNUTLS_MAC_MD2, keys, 16) == GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_hmac_init(&h, GNUTLS_MAC_UNKNOWN, keys, 16) == GNUTLS_E_INVALID_REQUEST);
	/* A UMAC's nonce is incremented after each message. */
	unsigned char again[12];
	CHECK(gnutls_hmac_init(&h, GNUTLS_MAC_UMAC_96, keys, 16) == 0);
	gnutls_hmac_set_nonce(h, ivs, 8);
	gnutls_hmac_output(h, out);
	CHECK(gnutls_hmac(h, text, 9) == 0);
	gnutls_hmac_output(h, out);
	unsigned char next[8];
	memcpy(next, ivs, 8);
	next[7]++;
	gnutls_hmac_set_nonce(h, next, 8);
	CHECK(gnutls_hmac(h, text, 9) == 0);
	gnutls_hmac_deinit(h, again);
	CHECK(memcmp(out, again, 12) == 0);
}

/* More bytes in one call than 32 bits, or a signed int, can count: zeros that use no memory. */
static void large_pieces(void)
{
	size_t n = ((size_t)1 << 31) + 32;
	unsigned char mac[16];
	gnutls_hmac_hd_t h;
	void *zeros = mmap(NULL, n, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
	if (sizeof n < 8 || zeros == MAP_FAILED)
		return;
	CHECK(gnutls_hmac_init(&h, GNUTLS_MAC_AES_GMAC_128, keys, 16) == 0);
	gnutls_hmac_set_nonce(h, ivs, 12);
	CHECK(gnutls_hmac(h, zeros, n) == 0);
	gnutls_hmac_deinit(h, mac);
	CHECK(is(mac, "4945f6b731ec3c3a2e13807b4eef4793"));
	munmap(zeros, n);
}

/* Keys of ARCFOUR have any length; both directions share its key stream (RFC 6229). */
static void arcfour(void)
{
	static const struct {
		unsigned len;
		const char *stream;
	} known[] = {
		{ 5, "b2396305f03dc027ccc3524a0a1118a86982944f18fc82d589c403a47a0d0919" },
		{ 7, "293f02d47f37c9b633f2af5285feb46be620f1390d19bd84e2e0fd752031afc1" },
		{ 16, "9ac7cc9a609d1ef7b2932899cde41b975248c4959014126a6e8a84f11d1a9e1c" },
		{ 32, "eaa6bd25880bf93d3f5d1e4ca2611d91cfa45c9f7e714b54bdfa80027cb14380" },
	};
	gnutls_cipher_hd_t h;
	for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
		gnutls_datum_t key = { keys, known[i].len }, none = { NULL, 0 };
		CHECK(gnutls_cipher_init(&h, GNUTLS_CIPHER_ARCFOUR_128, &key, i & 1 ? NULL : &none) == 0);
		memset(out, 0, 64);
		CHECK(gnutls_cipher_encrypt(h, out, 16) == 0);
		gnutls_cipher_set_iv(h, ivs, 0);
		CHECK(gnutls_cipher_decrypt(h, out + 16, 16) == 0);
		CHECK(is(out, known[i].stream));
		gnutls_cipher_deinit(h);
	}
}

/* IVs that are empty or too long, pieces at the wrong time, and capacities that are too small. */
static void odd_calls(void)
{
	gnutls_datum_t key = { keys, 16 }, long_key = { keys, 32 }, iv = { ivs, 16 }, none = { ivs, 0 };
	unsigned char one[64], two[64];
	size_t n;
	gnutls_cipher_hd_t h;
	CHECK(gnutls_cipher_init(&h, GNUTLS_CIPHER_AES_128_CBC, &key, &none) == GNUTLS_E_INTERNAL_ERROR);
	CHECK(gnutls_cipher_init(&h, GNUTLS_CIPHER_AES_128_GCM, &key, &none) == GNUTLS_E_INTERNAL_ERROR);
	CHECK(gnutls_cipher_init(&h, GNUTLS_CIPHER_SALSA20_256, &long_key, &none) == GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_cipher_init(&h, GNUTLS_CIPHER_CAMELLIA_128_GCM, &key, &iv) == GNUTLS_E_INVALID_REQUEST);

	/* The capacity is checked before the length of the text; a query of the length has no capacity. */
	CHECK(gnutls_cipher_init(&h, GNUTLS_CIPHER_AES_128_CBC, &key, &iv) == 0);
	CHECK(gnutls_cipher_encrypt2(h, text, 31, out, 30) == GNUTLS_E_SHORT_MEMORY_BUFFER);
	CHECK(gnutls_cipher_decrypt2(h, text, 31, out, 30) == GNUTLS_E_SHORT_MEMORY_BUFFER);
	n = 0;
	CHECK(gnutls_cipher_encrypt3(h, text, 17, NULL, &n, 0) == 0 && n == 17);
	n = 16;
	CHECK(gnutls_cipher_encrypt3(h, text, 17, out, &n, 0) == GNUTLS_E_SHORT_MEMORY_BUFFER && n == 16);
	n = 99;
	CHECK(gnutls_cipher_decrypt3(h, text, 17, NULL, &n, 0) == GNUTLS_E_INVALID_REQUEST && n == 99);
	gnutls_cipher_deinit(h);

	/* CFB8 accepts any length, and pads nevertheless. */
	CHECK(gnutls_cipher_init(&h, GNUTLS_CIPHER_AES_128_CFB8, &key, &iv) == 0);
	for (size_t len = 0; len < 40; len++) {
		n = sizeof one;
		gnutls_cipher_set_iv(h, ivs, 16);
		CHECK(gnutls_cipher_encrypt3(h, text, len, one, &n, GNUTLS_CIPHER_PADDING_PKCS7) == 0);
		CHECK(n == len / 16 * 16 + 16);
		gnutls_cipher_set_iv(h, ivs, 16);
		CHECK(gnutls_cipher_decrypt3(h, one, n, two, &n, GNUTLS_CIPHER_PADDING_PKCS7) == 0);
		CHECK(n == len && memcmp(two, text, len) == 0);
	}
	gnutls_cipher_set_iv(h, ivs, 16);
	n = 16;
	CHECK(gnutls_cipher_encrypt2(h, text, 16, one, 16) == 0);
	gnutls_cipher_set_iv(h, ivs, 16);
	CHECK(gnutls_cipher_decrypt3(h, one, 16, two, &n, GNUTLS_CIPHER_PADDING_PKCS7) == GNUTLS_E_DECRYPTION_FAILED);
	gnutls_cipher_deinit(h);

	/* A GCM message has one key stream, however it is split into pieces. */
	iv.size = 12;
	CHECK(gnutls_cipher_init(&h, GNUTLS_CIPHER_AES_128_GCM, &key, &iv) == 0);
	memset(one, 0, 64);
	CHECK(gnutls_cipher_encrypt(h, one, 64) == 0);
	gnutls_cipher_set_iv(h, ivs, 12);
	memset(two, 0, 64);
	CHECK(gnutls_cipher_encrypt(h, two, 16) == 0 && gnutls_cipher_decrypt(h, two + 16, 16) == 0);
	CHECK(gnutls_cipher_encrypt(h, two + 32, 16) == 0 && gnutls_cipher_decrypt(h, two + 48, 5) == 0);
	CHECK(memcmp(one, two, 53) == 0);
	/* A refused operation leaves no plaintext in the buffer. */
	memset(one, 0x5a, 64);
	memset(two, 0x5a, 64);
	CHECK(gnutls_cipher_encrypt2(h, text, 16, one, 16) == GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_cipher_decrypt2(h, text, 16, one, 16) == GNUTLS_E_INVALID_REQUEST);
	n = 16;
	CHECK(gnutls_cipher_encrypt3(h, text, 16, one, &n, 0) == GNUTLS_E_INVALID_REQUEST);
	gnutls_cipher_deinit(h);
	iv.size = 16;
	CHECK(gnutls_cipher_init(&h, GNUTLS_CIPHER_AES_128_XTS, &long_key, &iv) == 0);
	CHECK(gnutls_cipher_encrypt2(h, text, 15, one, 15) == GNUTLS_E_INVALID_REQUEST);
	gnutls_cipher_deinit(h);
	CHECK(memcmp(one, two, 64) == 0);

	/* Without a pointer to the tag's length the whole tag is used. */
	gnutls_aead_cipher_hd_t a;
	unsigned char tag[16] = { 0 };
	giovec_t aad = { keys, 20 }, part = { one, 37 };
	memcpy(one, text, 37);
	CHECK(gnutls_aead_cipher_init(&a, GNUTLS_CIPHER_AES_128_CCM, &key) == 0);
	CHECK(gnutls_aead_cipher_encryptv2(a, ivs, 12, &aad, 1, &part, 1, tag, NULL) == 0);
	CHECK(is(one, "74706ff30c38e99a30d7434c23e3d8460e0af0cc6bab81500a9121f1b18062568391e32e53"));
	CHECK(is(tag, "8044b580ba7c2ead6a3e9cb637cef9f8"));
	gnutls_aead_cipher_deinit(a);
}

/* Algorithms that were added after 3.7: SHAKE (FIPS 202), AES-GCM-SIV (RFC 8452 C.1), AES-CFB (SP 800-38A F.3.13). */
static void of_3_8(void)
{
	int (*squeeze)(gnutls_hash_hd_t, void *, size_t) =
		(int (*)(gnutls_hash_hd_t, void *, size_t))dlsym(RTLD_DEFAULT, "gnutls_hash_squeeze");
	if (squeeze == NULL)
		return;
	gnutls_hash_hd_t h, copy;
	CHECK(gnutls_hash_init(&h, 209 /* SHAKE-128 */) == 0);
	CHECK(gnutls_hash(h, "", 0) == 0);
	copy = gnutls_hash_copy(h);
	CHECK(squeeze(h, out, 5) == 0 && squeeze(h, out + 5, 27) == 0);
	CHECK(is(out, "7f9c2ba4e88f827d616045507605853ed73b8093f6efbc88eb1a6eacfa66ef26"));
	CHECK(gnutls_hash(h, "more", 4) == GNUTLS_E_INVALID_REQUEST);
	gnutls_hash_output(h, NULL);
	CHECK(gnutls_hash(h, "", 0) == 0 && squeeze(h, out, 8) == 0 && is(out, "7f9c2ba4e88f827d"));
	gnutls_hash_deinit(h, NULL);
	CHECK(squeeze(copy, out, 8) == 0 && is(out, "7f9c2ba4e88f827d"));
	gnutls_hash_deinit(copy, NULL);
	CHECK(gnutls_hash_init(&h, GNUTLS_DIG_SHA256) == 0);
	CHECK(squeeze(h, out, 8) == GNUTLS_E_INVALID_REQUEST);
	gnutls_hash_deinit(h, NULL);

	/* GCM does not accept nonces that are longer than the usual one. */
	static const gnutls_cipher_algorithm_t gcm[] = { GNUTLS_CIPHER_AES_128_GCM, GNUTLS_CIPHER_AES_256_GCM,
							 GNUTLS_CIPHER_CAMELLIA_128_GCM, GNUTLS_CIPHER_CAMELLIA_256_GCM };
	for (size_t i = 0; i < 8; i++) {
		gnutls_datum_t k = key_of(gcm[i / 2]);
		gnutls_aead_cipher_hd_t a;
		giovec_t aad = { keys, 20 }, part = { text, 20 };
		unsigned char mark[16];
		size_t nonce = i % 2 ? 13 : 16, n = 100, m = 100, size = 16;
		CHECK(gnutls_aead_cipher_init(&a, gcm[i / 2], &k) == 0);
		CHECK(gnutls_aead_cipher_encrypt(a, ivs, nonce, keys, 20, 16, text, 20, out, &n) == GNUTLS_E_INVALID_REQUEST);
		CHECK(gnutls_aead_cipher_decrypt(a, ivs, nonce, keys, 20, 16, text, 36, out, &m) == GNUTLS_E_INVALID_REQUEST);
		CHECK(gnutls_aead_cipher_encryptv(a, ivs, nonce, &aad, 1, 16, &part, 1, out, &n) == GNUTLS_E_INVALID_REQUEST);
		CHECK(gnutls_aead_cipher_encryptv2(a, ivs, nonce, &aad, 1, &part, 1, mark, &size) == GNUTLS_E_INVALID_REQUEST);
		CHECK(gnutls_aead_cipher_decryptv2(a, ivs, nonce, &aad, 1, &part, 1, mark, 16) == GNUTLS_E_INVALID_REQUEST);
		gnutls_aead_cipher_deinit(a);
	}

#ifdef OURS
	/* Nonces that GnuTLS accepts or crashes on: they are refused, and no plaintext is written to the output. */
	static const gnutls_cipher_algorithm_t strict[] = { GNUTLS_CIPHER_CHACHA20_POLY1305, GNUTLS_CIPHER_AES_128_CCM,
							    GNUTLS_CIPHER_AES_128_SIV, GNUTLS_CIPHER_CAMELLIA_128_GCM };
	for (size_t i = 0; i < 4; i++) {
		gnutls_datum_t k = key_of(strict[i]);
		gnutls_aead_cipher_hd_t a;
		size_t n = 100;
		memset(out, 0, 100);
		CHECK(gnutls_aead_cipher_init(&a, strict[i], &k) == 0);
		CHECK(gnutls_aead_cipher_encrypt(a, ivs, 0, NULL, 0, 0, keys, 64, out, &n) == GNUTLS_E_INVALID_REQUEST);
		for (size_t j = 0; j < 100; j++)
			CHECK(out[j] == 0);
		CHECK(gnutls_aead_cipher_encrypt(a, NULL, 12, NULL, 0, 0, keys, 64, out, &n) == GNUTLS_E_INVALID_REQUEST);
		CHECK(gnutls_aead_cipher_encrypt(a, ivs, 12, NULL, 5, 0, keys, 64, out, &n) == GNUTLS_E_INVALID_REQUEST);
		gnutls_aead_cipher_deinit(a);
	}
#endif

	/* An IV whose length this interface does not allow for GCM is ignored; GnuTLS then refuses all operations. */
	unsigned char key[16] = { 1 }, nonce[12] = { 3 }, text[8] = { 1 };
	gnutls_datum_t k = { key, 16 }, v = { nonce, 12 };
	gnutls_cipher_hd_t g;
	CHECK(gnutls_cipher_init(&g, GNUTLS_CIPHER_AES_128_GCM, &k, &v) == 0);
	memset(out, 0, 100);
	CHECK(gnutls_cipher_encrypt(g, out, 32) == 0);
	gnutls_cipher_set_iv(g, nonce, 12);
	CHECK(gnutls_cipher_encrypt(g, out + 32, 16) == 0);
	if (!REFERENCE_3_8)
		gnutls_cipher_set_iv(g, nonce, 8);
	CHECK(gnutls_cipher_encrypt(g, out + 48, 16) == 0);
	CHECK(memcmp(out, out + 32, 32) == 0);
	gnutls_cipher_deinit(g);

	gnutls_aead_cipher_hd_t a;
	size_t n = 100;
	CHECK(gnutls_aead_cipher_init(&a, 42 /* AES-128-SIV-GCM */, &k) == 0);
	CHECK(gnutls_aead_cipher_encrypt(a, nonce, 12, NULL, 0, 0, NULL, 0, out, &n) == 0);
	CHECK(n == 16 && is(out, "dc20e2d83f25705bb49e439eca56de25"));
	n = 100;
	CHECK(gnutls_aead_cipher_encrypt(a, nonce, 12, NULL, 0, 0, text, 8, out, &n) == 0);
	CHECK(n == 24 && is(out, "b5d839330ac7b786578782fff6013b815b287c22493a364c"));
	size_t m = 100;
	CHECK(gnutls_aead_cipher_decrypt(a, nonce, 12, NULL, 0, 0, out, n, out + 100, &m) == 0 && m == 8);
	out[3] ^= 1;
	CHECK(gnutls_aead_cipher_decrypt(a, nonce, 12, NULL, 0, 0, out, n, out + 100, &m) ==
	      GNUTLS_E_DECRYPTION_FAILED);
	gnutls_aead_cipher_deinit(a);

	static const unsigned char cfb_key[] = "\x2b\x7e\x15\x16\x28\xae\xd2\xa6\xab\xf7\x15\x88\x09\xcf\x4f\x3c";
	static const unsigned char block[] = "\x6b\xc1\xbe\xe2\x2e\x40\x9f\x96\xe9\x3d\x7e\x11\x73\x93\x17\x2a";
	unsigned char iv[16];
	for (int i = 0; i < 16; i++)
		iv[i] = i;
	gnutls_datum_t ck = { (void *)cfb_key, 16 }, civ = { iv, 16 };
	gnutls_cipher_hd_t c;
	CHECK(gnutls_cipher_init(&c, 44 /* AES-128-CFB */, &ck, &civ) == 0);
	CHECK(gnutls_cipher_encrypt2(c, block, 16, out, 16) == 0);
	CHECK(is(out, "3b3fd92eb72dad20333449f8e83cfb4a"));
	gnutls_cipher_deinit(c);
}

/* The padding of PKCS #7 through encrypt3 and decrypt3. */
static void padding(void)
{
	gnutls_datum_t key = { keys, 16 }, iv = { ivs, 16 };
	unsigned char back[100];
	gnutls_cipher_hd_t h;
	CHECK(gnutls_cipher_init(&h, GNUTLS_CIPHER_AES_128_CBC, &key, &iv) == 0);
	for (size_t n = 0; n < 50; n++) {
		size_t len = 0, plain = sizeof back;
		CHECK(gnutls_cipher_encrypt3(h, text, n, NULL, &len, GNUTLS_CIPHER_PADDING_PKCS7) == 0);
		CHECK(len == n / 16 * 16 + 16);
		gnutls_cipher_set_iv(h, ivs, 16);
		CHECK(gnutls_cipher_encrypt3(h, text, n, out, &len, GNUTLS_CIPHER_PADDING_PKCS7) == 0);
		gnutls_cipher_set_iv(h, ivs, 16);
		plain = len;
		CHECK(gnutls_cipher_decrypt3(h, out, len, back, &plain, GNUTLS_CIPHER_PADDING_PKCS7) == 0);
		CHECK(plain == n && memcmp(back, text, n) == 0);
	}
	size_t len = 17;
	CHECK(gnutls_cipher_encrypt3(h, text, 17, out, &len, 0) == GNUTLS_E_INVALID_REQUEST);
	gnutls_cipher_deinit(h);
}

/* GnuTLS has it since 3.8, for its own tests. */
unsigned _gnutls_pkcs7_unpad(const unsigned char *block, unsigned size) __attribute__((weak));

static void test_unpad(void)
{
	unsigned char block[16];
	if (!_gnutls_pkcs7_unpad)
		return;
	for (unsigned pad = 1; pad <= 16; pad++) {
		memset(block, 0xff, sizeof(block));
		memset(block + 16 - pad, pad, pad);
		CHECK(_gnutls_pkcs7_unpad(block, 16) == pad);
		for (unsigned i = 16 - pad; i < 15; i++) {
			block[i] ^= 1;
			CHECK(_gnutls_pkcs7_unpad(block, 16) == 0);
			block[i] ^= 1;
		}
	}
	block[15] = 17;
	CHECK(_gnutls_pkcs7_unpad(block, 16) == 0);
	block[15] = 0;
	CHECK(_gnutls_pkcs7_unpad(block, 16) == 0);
}

int main(void)
{
	for (size_t i = 0; i < sizeof keys; i++)
		keys[i] = i + 1;
	for (size_t i = 0; i < sizeof ivs; i++)
		ivs[i] = 0x80 + i;
	for (size_t i = 0; i < sizeof text; i++)
		text[i] = i;
	known_ciphers();
	xts_units();
	known_aeads();
	padding();
	arcfour();
	large_pieces();
	odd_calls();
	of_3_8();
	known_macs();
	test_unpad();
	return check_result();
}
