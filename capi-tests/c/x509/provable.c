/* Provable keys from known seeds, their seeds in key files, and what is refused. */
#include <gnutls/abstract.h>
#include <gnutls/gnutls.h>
#include <gnutls/x509.h>
#include <string.h>
#include "check.h"

static gnutls_datum_t unhex(const char *s, unsigned char *room)
{
	gnutls_datum_t text = { (void *)s, strlen(s) }, out = { room, 0 };
	size_t n = 100;
	CHECK(gnutls_hex_decode(&text, room, &n) == 0);
	out.size = n;
	return out;
}

static void has_seed(gnutls_x509_privkey_t k, const gnutls_datum_t *seed)
{
	unsigned char room[100];
	size_t n = 3;
	gnutls_digest_algorithm_t digest = 0;
	CHECK(gnutls_x509_privkey_get_seed(k, &digest, room, &n) == GNUTLS_E_SHORT_MEMORY_BUFFER && n == seed->size);
	CHECK(gnutls_x509_privkey_get_seed(k, &digest, room, &n) == 0 && n == seed->size && digest == GNUTLS_DIG_SHA384);
	CHECK(memcmp(room, seed->data, n) == 0);
}

/* The key of a seed: the beginning of its identifier, or for DSA of its order. */
static void known(unsigned pk, unsigned bits, const char *seed_hex, const char *number_hex)
{
	unsigned char room[2][100];
	gnutls_datum_t seed = unhex(seed_hex, room[0]), number = unhex(number_hex, room[1]), out, n[5];
	gnutls_keygen_data_st data[2] = { { GNUTLS_KEYGEN_SEED, seed.data, seed.size }, { GNUTLS_KEYGEN_DIGEST, NULL, GNUTLS_DIG_SHA384 } };
	gnutls_x509_privkey_t k, again;
	gnutls_privkey_t a;
	gnutls_digest_algorithm_t digest;
	size_t size = sizeof(room[1]);
	gnutls_x509_privkey_init(&k);
	CHECK(gnutls_x509_privkey_generate2(k, pk, bits, GNUTLS_PRIVKEY_FLAG_PROVABLE, data, 2) == 0);
	if (pk == GNUTLS_PK_RSA) {
		CHECK(gnutls_x509_privkey_export_rsa_raw(k, NULL, NULL, NULL, &n[0], &n[1], NULL) == 0);
		gnutls_free(n[1].data);
	} else {
		CHECK(gnutls_x509_privkey_export_dsa_raw(k, NULL, &n[0], NULL, NULL, NULL) == 0);
	}
	CHECK(n[0].size > number.size && memcmp(n[0].data, number.data, number.size) == 0);
	gnutls_free(n[0].data);
	has_seed(k, &seed);
	CHECK(gnutls_x509_privkey_verify_seed(k, 0, NULL, 0) == 0);
	CHECK(gnutls_x509_privkey_verify_seed(k, GNUTLS_DIG_SHA384, seed.data, seed.size) == 0);
	seed.data[3] ^= 1;
	CHECK(gnutls_x509_privkey_verify_seed(k, GNUTLS_DIG_SHA384, seed.data, seed.size) == GNUTLS_E_PRIVKEY_VERIFICATION_ERROR);
	seed.data[3] ^= 1;
	CHECK(gnutls_x509_privkey_verify_seed(k, 0, seed.data, 0) == GNUTLS_E_PK_NO_VALIDATION_PARAMS);

	/* PKCS #8 carries the seed, encrypted or not; the compatible form does not. */
	gnutls_x509_privkey_init(&again);
	CHECK(gnutls_x509_privkey_export2_pkcs8(k, GNUTLS_X509_FMT_PEM, "pw", GNUTLS_PKCS_PBES2_AES_128, &out) == 0);
	CHECK(gnutls_x509_privkey_import2(again, &out, GNUTLS_X509_FMT_PEM, "pw", 0) == 0);
	has_seed(again, &seed);
	gnutls_free(out.data);
	gnutls_privkey_init(&a);
	CHECK(gnutls_privkey_import_x509(a, again, 0) == 0);
	CHECK(gnutls_privkey_verify_seed(a, 0, NULL, 0) == 0);
	CHECK(gnutls_privkey_get_seed(a, &digest, room[1], &size) == 0 && size == seed.size);
	gnutls_privkey_deinit(a);
	gnutls_x509_privkey_set_flags(again, GNUTLS_PRIVKEY_FLAG_EXPORT_COMPAT);
	CHECK(gnutls_x509_privkey_export2_pkcs8(again, GNUTLS_X509_FMT_DER, NULL, 0, &out) == 0);
	gnutls_x509_privkey_deinit(again);
	gnutls_x509_privkey_init(&again);
	CHECK(gnutls_x509_privkey_import(again, &out, GNUTLS_X509_FMT_DER) == 0);
	size = sizeof(room[1]);
#ifdef OURS /* GnuTLS does not heed the flag */
	CHECK(gnutls_x509_privkey_get_seed(again, &digest, room[1], &size) == GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_x509_privkey_verify_seed(again, 0, NULL, 0) == GNUTLS_E_PK_NO_VALIDATION_PARAMS);
#endif
	CHECK(gnutls_x509_privkey_verify_seed(again, 0, seed.data, seed.size) == 0);
	gnutls_free(out.data);
	gnutls_x509_privkey_deinit(again);
	gnutls_x509_privkey_init(&again);
	CHECK(gnutls_x509_privkey_cpy(again, k) == 0);
	has_seed(again, &seed);
	gnutls_x509_privkey_deinit(again);
	gnutls_x509_privkey_deinit(k);
}

static int generate(unsigned pk, unsigned bits, unsigned seed_size, unsigned digest)
{
	static const unsigned char seed[70] = { 1, 2, 3 };
	gnutls_keygen_data_st data[2] = { { GNUTLS_KEYGEN_SEED, (void *)seed, seed_size }, { GNUTLS_KEYGEN_DIGEST, NULL, digest } };
	gnutls_x509_privkey_t k;
	int r;
	gnutls_x509_privkey_init(&k);
	r = gnutls_x509_privkey_generate2(k, pk, bits, GNUTLS_PRIVKEY_FLAG_PROVABLE, data, digest ? 2 : 1);
	gnutls_x509_privkey_deinit(k);
	return r;
}

int main(void)
{
	gnutls_x509_privkey_t k;
	gnutls_privkey_t a;
	gnutls_digest_algorithm_t digest;
	unsigned char seed[100];
	size_t n = sizeof(seed);
	known(GNUTLS_PK_RSA, 2048, "ab499ea55a5f4cb743434e49ca1ee3a491544309c6f59ab2cd5507de", "00fd84147c60b7ca50793d082f5198850e3d2fee72aa40cd939ebe0e3d17e2d7cb");
	known(GNUTLS_PK_RSA, 1280, "00ab499ea55a5f4cb743434e49", "00");
	known(GNUTLS_PK_DSA, 2048,
	      "843121bd89535ee86946d58d246d47a58d1576a8351b4223e1cff369a1266d2b24b0729d7ca56787fde2e3de19b9f2e721ac698a29617732e7756f5ae4580be179",
	      "00bc8b63e35fbaee3d24fa2fd9a1a76832b238b24b8e720912ec1ef38befd79a");
	CHECK(generate(GNUTLS_PK_RSA, 1023, 14, 0) == GNUTLS_E_PK_GENERATION_ERROR);
	CHECK(generate(GNUTLS_PK_DSA, 2048, 28, 0) == GNUTLS_E_PK_GENERATION_ERROR);
	CHECK(generate(GNUTLS_PK_DSA, 1536, 65, 0) == GNUTLS_E_PK_GENERATION_ERROR);
	CHECK(generate(GNUTLS_PK_RSA, 1024, 14, GNUTLS_DIG_SHA256) == GNUTLS_E_INVALID_REQUEST);
	CHECK(generate(GNUTLS_PK_ECDSA, 256, 32, 0) == GNUTLS_E_INVALID_REQUEST);
	CHECK(generate(GNUTLS_PK_EDDSA_ED25519, 256, 32, 0) == GNUTLS_E_INVALID_REQUEST);

	/* A fresh seed has the strength of the key. */
	gnutls_x509_privkey_init(&k);
	CHECK(gnutls_x509_privkey_generate(k, GNUTLS_PK_RSA, 2048, GNUTLS_PRIVKEY_FLAG_PROVABLE) == 0);
	CHECK(gnutls_x509_privkey_get_seed(k, &digest, seed, &n) == 0 && n == 28);
	CHECK(gnutls_x509_privkey_verify_params(k) == 0);
	gnutls_x509_privkey_deinit(k);
	gnutls_privkey_init(&a);
	n = sizeof(seed);
	CHECK(gnutls_privkey_generate(a, GNUTLS_PK_RSA, 2048, GNUTLS_PRIVKEY_FLAG_PROVABLE) == 0);
	CHECK(gnutls_privkey_get_seed(a, NULL, seed, &n) == 0 && n == 28);
	gnutls_privkey_deinit(a);

	/* A key that was not made of a seed. */
	gnutls_x509_privkey_init(&k);
	CHECK(gnutls_x509_privkey_generate(k, GNUTLS_PK_RSA, 1024, 0) == 0);
	CHECK(gnutls_x509_privkey_verify_seed(k, 0, NULL, 0) == GNUTLS_E_PK_NO_VALIDATION_PARAMS);
	CHECK(gnutls_x509_privkey_verify_seed(k, 0, seed, 20) == GNUTLS_E_PRIVKEY_VERIFICATION_ERROR);
	gnutls_x509_privkey_deinit(k);

	/* Other keys have none. */
	gnutls_x509_privkey_init(&k);
	n = sizeof(seed);
	CHECK(gnutls_x509_privkey_generate(k, GNUTLS_PK_ECDSA, 256, 0) == 0);
	CHECK(gnutls_x509_privkey_get_seed(k, &digest, seed, &n) == GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_x509_privkey_verify_seed(k, 0, seed, 28) == GNUTLS_E_UNIMPLEMENTED_FEATURE);
	gnutls_x509_privkey_deinit(k);
	return check_result();
}
