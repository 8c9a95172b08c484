/* Provable keys of seeds that begin with zeros. */
#include <gnutls/abstract.h>
#include <gnutls/gnutls.h>
#include <gnutls/x509.h>
#include <string.h>
#include "check.h"

/* Seeds that begin with zeros and ones, of several lengths: what comes of them, as GnuTLS has it. The seed has so many
 * zeros, the first byte, and then counts up by 37. `want` is the beginning of modulus and prime, or with DSA of all three numbers; NULL
 * where no key is made. */
static void made(unsigned pk, unsigned bits, unsigned zeros, unsigned first, unsigned size, const char *want)
{
	unsigned char seed[70], short_seed[1] = { 1 }, got[15];
	gnutls_datum_t n[3], text = { got, sizeof got }, out;
	gnutls_keygen_data_st data[2] = { { GNUTLS_KEYGEN_SEED, seed, size }, { GNUTLS_KEYGEN_DIGEST, NULL, GNUTLS_DIG_SHA384 } };
	gnutls_x509_privkey_t k;
	int r, rsa = pk == GNUTLS_PK_RSA;
	for (unsigned i = 0; i < size; i++)
		seed[i] = i < zeros ? 0 : i == zeros ? first : i * 37;
	gnutls_x509_privkey_init(&k);
	r = gnutls_x509_privkey_generate2(k, pk, bits, GNUTLS_PRIVKEY_FLAG_PROVABLE, data, 2);
	CHECK(r == (want ? 0 : GNUTLS_E_PK_GENERATION_ERROR));
	if (r == 0 && want) {
		r = rsa ? gnutls_x509_privkey_export_rsa_raw(k, &n[0], NULL, NULL, &n[1], &n[2], NULL)
			: gnutls_x509_privkey_export_dsa_raw(k, &n[0], &n[1], &n[2], NULL, NULL);
		CHECK(r == 0);
		for (int i = 0; i < 3; i++) { /* without the zero of the sign */
			unsigned zero = n[i].data[0] == 0;
			memcpy(got + 5 * i, n[i].data + zero, 5);
			gnutls_free(n[i].data);
		}
		CHECK(gnutls_hex_encode2(&text, &out) == 0 && strcmp((char *)out.data, want) == 0);
		gnutls_free(out.data);
		CHECK(gnutls_x509_privkey_verify_seed(k, 0, NULL, 0) == 0);
		/* Without its leading zero it is another seed, and of one that is too short for DSA there is no key. */
		if (seed[0] == 0 && size > 1)
			CHECK(gnutls_x509_privkey_verify_seed(k, 0, seed + 1, size - 1) == GNUTLS_E_PRIVKEY_VERIFICATION_ERROR);
		r = gnutls_x509_privkey_verify_seed(k, 0, short_seed, 1);
		CHECK(r == (rsa ? GNUTLS_E_PRIVKEY_VERIFICATION_ERROR : GNUTLS_E_PK_GENERATION_ERROR));
	}
	gnutls_x509_privkey_deinit(k);
}

int main(void)
{
	made(GNUTLS_PK_RSA, 1024, 1, 0x13, 14, "d4e771b85cf5b191af65ddd5c20562");
	made(GNUTLS_PK_RSA, 1024, 2, 0x80, 28, "9bcc71af18badfe04aa7d56dd3fc01");
	made(GNUTLS_PK_RSA, 1024, 0, 0xff, 14, "e27161b2acf0fe889629f08ae5ea50");
	made(GNUTLS_PK_RSA, 1024, 1, 0x01, 2, "a512f51912d8ce2d7328c2eaa32e07");
	made(GNUTLS_PK_RSA, 1024, 1, 0x00, 1, "937ac5b97cb847067017cce14b40de");
	made(GNUTLS_PK_RSA, 512, 2, 0x01, 20, "98ea515a3cb8dac56972d3c4a7c54c");
	made(GNUTLS_PK_DSA, 1024, 0, 0xff, 20, "d6976ba832c7b104c9d132849a8afa");
	made(GNUTLS_PK_DSA, 1024, 0, 0x7f, 20, NULL);
	made(GNUTLS_PK_DSA, 1024, 1, 0x80, 21, "fa291d9d39a0416cd1f5a30330d263");
	made(GNUTLS_PK_DSA, 1024, 1, 0x7f, 21, NULL);
	made(GNUTLS_PK_DSA, 1024, 2, 0xff, 21, NULL);
	made(GNUTLS_PK_DSA, 1024, 2, 0x09, 41, "f85a6946e3b6b906fa46eefe2aac5f");
	made(GNUTLS_PK_DSA, 2048, 3, 0xff, 65, "fffc976f8a951a307ba103277eebee");
	return check_result();
}
