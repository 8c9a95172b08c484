/* URLs: schemes that the application registers, and unsupported ones. */
#include <gnutls/gnutls.h>
#include <gnutls/urls.h>

#include "keys.h"
#include "identities.h"

static unsigned keys, certs, pubkeys;

static int import_key(gnutls_privkey_t key, const char *url, unsigned flags)
{
	gnutls_datum_t text = { (unsigned char *)server_key_pem, strlen(server_key_pem) };

	keys++;
	CHECK(strcmp(url, "myurl:key") == 0);
	return gnutls_privkey_import_x509_raw(key, &text, GNUTLS_X509_FMT_PEM, NULL, 0);
}

static int import_crt(gnutls_x509_crt_t crt, const char *url, unsigned flags)
{
	gnutls_datum_t text = { (unsigned char *)server_pem, strlen(server_pem) };

	certs++;
	return strcmp(url, "myurl:cert") == 0 ? gnutls_x509_crt_import(crt, &text, GNUTLS_X509_FMT_PEM)
					      : GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE;
}

static int import_pubkey(gnutls_pubkey_t key, const char *url, unsigned flags)
{
	gnutls_datum_t text = { (unsigned char *)server_pem, strlen(server_pem) };

	pubkeys++;
	return gnutls_pubkey_import_x509_raw(key, &text, GNUTLS_X509_FMT_PEM, 0);
}

int main(void)
{
	static const gnutls_custom_url_st mine = {
		.name = "myurl:",
		.name_size = 6,
		.import_key = import_key,
		.import_crt = import_crt,
		.import_pubkey = import_pubkey,
	};
	static const gnutls_custom_url_st bare = { .name = "bare:", .name_size = 5 };
	gnutls_certificate_credentials_t cred;
	gnutls_privkey_t key;
	gnutls_pubkey_t pub;
	gnutls_x509_crt_t crt, *list;
	gnutls_pcert_st pcert;
	unsigned size = 0;

	CHECK(gnutls_privkey_init(&key) == 0);
	CHECK(gnutls_pubkey_init(&pub) == 0);
	CHECK(gnutls_x509_crt_init(&crt) == 0);
	CHECK(gnutls_url_is_supported("myurl:key") == 0);
	CHECK(gnutls_url_is_supported("unknown:x") == 0);
	CHECK(gnutls_privkey_import_url(key, "myurl:key", 0) == GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_privkey_import_url(key, "tpmkey:x", 0) == GNUTLS_E_UNIMPLEMENTED_FEATURE);
	CHECK(gnutls_privkey_import_url(key, "system:x", 0) == GNUTLS_E_UNIMPLEMENTED_FEATURE);
	CHECK(gnutls_pubkey_import_url(pub, "tpmkey:x", 0) == GNUTLS_E_UNIMPLEMENTED_FEATURE);
	CHECK(gnutls_pubkey_import_url(pub, "system:x", 0) == GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_x509_crt_import_url(crt, "system:x", 0) == GNUTLS_E_UNIMPLEMENTED_FEATURE);
	CHECK(gnutls_x509_crt_import_url(crt, "unknown:x", 0) == GNUTLS_E_INVALID_REQUEST);

	CHECK(gnutls_register_custom_url(&mine) == 0);
	CHECK(gnutls_register_custom_url(&mine) == GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_register_custom_url(&bare) == 0);
	CHECK(gnutls_url_is_supported("MYURL:key") != 0);
	CHECK(gnutls_url_is_supported("myurl") == 0);
	CHECK(gnutls_privkey_import_url(key, "bare:x", 0) == GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_pubkey_import_url(pub, "bare:x", 0) == GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_x509_crt_import_url(crt, "bare:x", 0) == GNUTLS_E_INVALID_REQUEST);

	CHECK(gnutls_privkey_import_url(key, "myurl:key", 0) == 0 && keys == 1);
	CHECK(gnutls_privkey_get_pk_algorithm(key, NULL) > 0);
	gnutls_pubkey_set_pin_function(pub, NULL, NULL);
	CHECK(gnutls_pubkey_import_url(pub, "myurl:key", 0) == 0 && pubkeys == 1);
	CHECK(gnutls_x509_crt_import_url(crt, "myurl:none", 0) == GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE);
	CHECK(gnutls_x509_crt_import_url(crt, "myurl:cert", 0) == 0 && certs == 2);
	CHECK(gnutls_x509_crt_get_version(crt) == 3);
	CHECK(gnutls_x509_crt_list_import_url(&list, &size, "myurl:cert", NULL, NULL, 0) == 0 && size == 1);
	gnutls_x509_crt_deinit(list[0]);
	gnutls_free(list);
	size = 1;
	CHECK(gnutls_pcert_list_import_x509_file(&pcert, &size, "myurl:cert", GNUTLS_X509_FMT_PEM, NULL, NULL, 0) == 0);
	gnutls_pcert_deinit(&pcert);

	CHECK(gnutls_certificate_allocate_credentials(&cred) == 0);
	CHECK(gnutls_certificate_set_x509_key_file(cred, "other:cert", "other:key", GNUTLS_X509_FMT_PEM) ==
	      GNUTLS_E_FILE_ERROR);
	CHECK(gnutls_certificate_set_x509_key_file(cred, "myurl:cert", "myurl:key", GNUTLS_X509_FMT_PEM) == 0);
	gnutls_certificate_free_credentials(cred);

	/* The struct takes ownership of a raw key that is used in place of a certificate. */
	CHECK(gnutls_pcert_import_rawpk(&pcert, pub, 0) == 0);
	CHECK(pcert.type == GNUTLS_CRT_RAWPK && pcert.pubkey == pub && pcert.cert.size > 60);
	{
		gnutls_pcert_st copy;

		CHECK(gnutls_pcert_import_rawpk_raw(&copy, &pcert.cert, GNUTLS_X509_FMT_DER, GNUTLS_KEY_KEY_AGREEMENT, 0) == 0);
		CHECK(copy.cert.size == pcert.cert.size && copy.type == GNUTLS_CRT_RAWPK);
		CHECK(gnutls_pubkey_get_key_usage(copy.pubkey, &size) == 0 && size == GNUTLS_KEY_KEY_AGREEMENT);
		gnutls_pcert_deinit(&copy);
	}
	gnutls_pcert_deinit(&pcert);
	gnutls_x509_crt_deinit(crt);
	gnutls_privkey_deinit(key);
	return check_result();
}
