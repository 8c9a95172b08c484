/* Diffie-Hellman parameters: raw, in PKCS #3, copied. */
#include "sessions.h"

static void test_dh(void)
{
	gnutls_dh_params_t dh, copy;
	gnutls_datum_t p, g, p2, g2, out;
	unsigned bits = 0;
	unsigned char small[4];
	size_t size;

	CHECK_IS(gnutls_dh_params_init(&dh), 0);
	CHECK_IS(gnutls_dh_params_init(&copy), 0);
	p = gnutls_ffdhe_2048_group_prime;
	g = gnutls_ffdhe_2048_group_generator;
	CHECK_IS(gnutls_dh_params_import_raw(dh, &p, &g), 0);
	CHECK_IS(gnutls_dh_params_export_raw(dh, &p2, &g2, &bits), 0);
	CHECK(p2.size >= 256 && !memcmp(p2.data + p2.size - 256, p.data + p.size - 256, 256));
	CHECK_IS(g2.data[g2.size - 1], 2);
	gnutls_free(p2.data);
	gnutls_free(g2.data);
	CHECK_IS(gnutls_dh_params_export2_pkcs3(dh, GNUTLS_X509_FMT_PEM, &out), 0);
	CHECK(!strncmp((char *)out.data, "-----BEGIN DH PARAMETERS-----", 29));
	CHECK_IS(gnutls_dh_params_import_pkcs3(copy, &out, GNUTLS_X509_FMT_PEM), 0);
	gnutls_free(out.data);
	CHECK_IS(gnutls_dh_params_export2_pkcs3(copy, GNUTLS_X509_FMT_DER, &out), 0);
	CHECK(out.size > 260);
	CHECK_IS(gnutls_dh_params_import_pkcs3(dh, &out, GNUTLS_X509_FMT_DER), 0);
	size = sizeof small;
	CHECK_IS(gnutls_dh_params_export_pkcs3(dh, GNUTLS_X509_FMT_DER, small, &size), GNUTLS_E_SHORT_MEMORY_BUFFER);
	CHECK(size >= out.size);
	out.size = 20;
	CHECK(gnutls_dh_params_import_pkcs3(dh, &out, GNUTLS_X509_FMT_DER) < 0);
	gnutls_free(out.data);
	CHECK_IS(gnutls_dh_params_cpy(dh, copy), 0);
	CHECK_IS(gnutls_dh_params_import_raw2(dh, &p, &g, 256), 0);
	CHECK_IS(gnutls_dh_params_export_raw(dh, &p2, &g2, &bits), 0);
	CHECK_IS(bits, 256);
	gnutls_free(p2.data);
	gnutls_free(g2.data);
	gnutls_dh_params_deinit(dh);
	gnutls_dh_params_deinit(copy);
	gnutls_dh_params_deinit(NULL);
}

int main(void)
{
	test_dh();
	return check_result();
}
