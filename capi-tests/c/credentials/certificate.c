/* Certificate credentials. */
#include <gnutls/abstract.h>
#include <gnutls/gnutls.h>
#include <gnutls/x509.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include "certs.h"
#include "check.h"
#include "datum.h"

static int key_mem(const char *cert, const char *key, const char *password, unsigned flags)
{
	gnutls_certificate_credentials_t c;
	gnutls_datum_t a = text(cert), b = text(key);
	CHECK(gnutls_certificate_allocate_credentials(&c) == 0);
	int r = gnutls_certificate_set_x509_key_mem2(c, &a, &b, GNUTLS_X509_FMT_PEM, password, flags);
	gnutls_certificate_free_credentials(c);
	return r;
}

static void write_file(char *path, const char *content)
{
	strcpy(path, "/tmp/certificate-XXXXXX");
	int fd = mkstemp(path);
	CHECK(fd >= 0 && write(fd, content, strlen(content)) == (ssize_t)strlen(content));
	close(fd);
}

static void pairs(void)
{
	static char chain[20000], order[20000];
	strcat(strcpy(chain, leaf_pem), inter_pem);
	strcat(strcpy(order, inter_pem), leaf_pem);
	CHECK(key_mem(leaf_pem, leaf_key_pem, NULL, 0) == 0);
	CHECK(key_mem(chain, leaf_key_pkcs1_pem, NULL, 0) == 0);
	CHECK(key_mem(order, leaf_key_pem, NULL, 0) == GNUTLS_E_CERTIFICATE_KEY_MISMATCH);
	CHECK(key_mem(ed_cert_pem, ed_key_pem, NULL, 0) == 0);
	CHECK(key_mem(leaf_pem, ec_key_pem, NULL, 0) == GNUTLS_E_CERTIFICATE_KEY_MISMATCH);
	CHECK(key_mem("garbage", leaf_key_pem, NULL, 0) == GNUTLS_E_BASE64_DECODING_ERROR);
	CHECK(key_mem("", leaf_key_pem, NULL, 0) == GNUTLS_E_BASE64_DECODING_ERROR);
	CHECK(key_mem(leaf_pem, "garbage", NULL, 0) == GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE);
	CHECK(key_mem(leaf_pem, leaf_key_encrypted_pem, NULL, 0) == GNUTLS_E_DECRYPTION_FAILED);
	CHECK(key_mem(leaf_pem, leaf_key_encrypted_pem, "bad", 0) == GNUTLS_E_DECRYPTION_FAILED);
	CHECK(key_mem(leaf_pem, leaf_key_encrypted_pem, "1234", 0) == 0);
	CHECK(key_mem(leaf_pem, leaf_key_encrypted_pem, "1234", GNUTLS_PKCS_PLAIN) == GNUTLS_E_DECRYPTION_FAILED);
	CHECK(key_mem(leaf_pem, leaf_key_3des_pem, "1234", 0) == 0);
	CHECK(key_mem(leaf_pem, leaf_key_openssl_pem, "1234", 0) == 0);

	char cert_file[40], key_file[40];
	gnutls_certificate_credentials_t c;
	gnutls_datum_t d;
	write_file(cert_file, chain);
	write_file(key_file, leaf_key_pem);
	gnutls_certificate_allocate_credentials(&c);
	gnutls_certificate_set_flags(c, GNUTLS_CERTIFICATE_API_V2);
	CHECK(gnutls_certificate_set_x509_key_file(c, cert_file, key_file, GNUTLS_X509_FMT_PEM) == 0);
	CHECK(gnutls_certificate_set_x509_key_file2(c, cert_file, key_file, GNUTLS_X509_FMT_PEM, NULL, 0) == 1);
	CHECK(gnutls_certificate_set_x509_key_file(c, "/nonexistent", key_file, GNUTLS_X509_FMT_PEM) == GNUTLS_E_FILE_ERROR);
	CHECK(gnutls_certificate_set_x509_key_file(c, cert_file, "/nonexistent", GNUTLS_X509_FMT_PEM) == GNUTLS_E_FILE_ERROR);
	CHECK(gnutls_certificate_get_crt_raw(c, 1, 0, &d) == 0 && d.size > 500);
	CHECK(gnutls_certificate_get_crt_raw(c, 1, 1, &d) == 0);
	CHECK(gnutls_certificate_get_crt_raw(c, 1, 2, &d) == GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE);
	CHECK(gnutls_certificate_get_crt_raw(c, 2, 0, &d) == GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE);
	gnutls_x509_privkey_t key;
	gnutls_x509_crt_t *list;
	unsigned n = 0;
	CHECK(gnutls_certificate_get_x509_crt(c, 0, &list, &n) == 0 && n == 2);
	CHECK(gnutls_certificate_get_x509_key(c, 9, &key) == GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE);
	CHECK(gnutls_certificate_get_x509_key(c, 0, &key) == 0 && gnutls_x509_privkey_get_pk_algorithm(key) == GNUTLS_PK_RSA);
	CHECK(gnutls_certificate_set_x509_key(c, list, 2, key) == 2);
	CHECK(gnutls_certificate_set_x509_key(c, list, 0, key) == GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_certificate_set_x509_key(c, list + 1, 1, key) == GNUTLS_E_CERTIFICATE_KEY_MISMATCH);
	gnutls_certificate_free_credentials(c);

	/* The credentials take ownership of abstract keys. */
	gnutls_privkey_t abstract;
	gnutls_pcert_st *pcerts = gnutls_malloc(2 * sizeof(*pcerts));
	const char *names[] = { "www.example.com" };
	unsigned m = 2;
	gnutls_certificate_allocate_credentials(&c);
	CHECK(gnutls_pcert_import_x509_list(pcerts, list, &m, 0) == 0);
	gnutls_privkey_init(&abstract);
	CHECK(gnutls_privkey_import_x509(abstract, key, GNUTLS_PRIVKEY_IMPORT_COPY) == 0);
	CHECK(gnutls_certificate_set_key(c, names, 1, pcerts, 2, abstract) == 0);
	CHECK(gnutls_certificate_get_crt_raw(c, 0, 1, &d) == 0);
	gnutls_free(pcerts);
	gnutls_certificate_free_keys(c);
	CHECK(gnutls_certificate_get_crt_raw(c, 0, 0, &d) == GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE);
	gnutls_certificate_free_credentials(c);
	for (unsigned i = 0; i < n; i++)
		gnutls_x509_crt_deinit(list[i]);
	gnutls_free(list);
	gnutls_x509_privkey_deinit(key);
	unlink(cert_file);
	unlink(key_file);
}

static void trust(void)
{
	gnutls_certificate_credentials_t c;
	gnutls_datum_t root = text(root_pem), garbage = text("garbage"), crl = text(crl_pem), l = text(leaf_pem), i = text(inter_pem);
	static char both[20000];
	strcat(strcpy(both, root_pem), inter_pem);
	gnutls_datum_t two = text(both);
	char dir[] = "/tmp/certificate-XXXXXX", file[60];
	gnutls_x509_crt_t leaf, inter, found;
	gnutls_x509_trust_list_t list;
	unsigned status = 9;
	gnutls_certificate_allocate_credentials(&c);
	CHECK(gnutls_certificate_set_x509_trust_mem(c, &garbage, GNUTLS_X509_FMT_PEM) == 0);
	CHECK(gnutls_certificate_set_x509_trust_mem(c, &garbage, GNUTLS_X509_FMT_DER) == GNUTLS_E_ASN1_TAG_ERROR);
	CHECK(gnutls_certificate_set_x509_trust_mem(c, &root, GNUTLS_X509_FMT_PEM) == 1);
	CHECK(gnutls_certificate_set_x509_trust_file(c, "/nonexistent", GNUTLS_X509_FMT_PEM) == GNUTLS_E_FILE_ERROR);
	CHECK(gnutls_certificate_set_x509_crl_mem(c, &garbage, GNUTLS_X509_FMT_PEM) == GNUTLS_E_BASE64_DECODING_ERROR);
	CHECK(gnutls_certificate_set_x509_crl_mem(c, &crl, GNUTLS_X509_FMT_PEM) == 1);
	CHECK(gnutls_certificate_set_x509_crl_file(c, "/nonexistent", GNUTLS_X509_FMT_PEM) == GNUTLS_E_FILE_ERROR);
	gnutls_x509_crt_init(&leaf);
	gnutls_x509_crt_init(&inter);
	gnutls_x509_crt_import(leaf, &l, GNUTLS_X509_FMT_PEM);
	gnutls_x509_crt_import(inter, &i, GNUTLS_X509_FMT_PEM);
	CHECK(gnutls_certificate_get_issuer(c, inter, &found, 0) == 0);
	CHECK(gnutls_certificate_get_issuer(c, leaf, &found, 0) == GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE);
	CHECK(gnutls_certificate_get_issuer(c, inter, &found, GNUTLS_TL_GET_COPY) == 0);
	CHECK(gnutls_certificate_set_x509_trust(c, &inter, 1) == 1);
	gnutls_x509_crt_deinit(found);
	gnutls_certificate_get_trust_list(c, &list);
	CHECK(gnutls_x509_trust_list_verify_crt(list, &leaf, 1, 0, &status, NULL) == 0 && status == 0);
	gnutls_x509_trust_list_init(&list, 0);
	gnutls_certificate_set_trust_list(c, list, 0);
	CHECK(gnutls_certificate_get_issuer(c, inter, &found, 0) == GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE);

	/* the functions that free authorities and revocation lists leave those of the trust list in place */
	gnutls_certificate_free_credentials(c);
	gnutls_certificate_allocate_credentials(&c);
	gnutls_datum_t r = text(revoked_pem);
	gnutls_x509_crt_t revoked;
	gnutls_x509_crl_t one;
	gnutls_x509_crt_init(&revoked);
	gnutls_x509_crl_init(&one);
	CHECK(gnutls_x509_crt_import(revoked, &r, GNUTLS_X509_FMT_PEM) == 0 && gnutls_x509_crl_import(one, &crl, GNUTLS_X509_FMT_PEM) == 0);
	CHECK(gnutls_certificate_set_x509_trust_mem(c, &i, GNUTLS_X509_FMT_PEM) == 1);
	gnutls_certificate_get_trust_list(c, &list);
	CHECK(gnutls_x509_trust_list_verify_crt(list, &revoked, 1, 0, &status, NULL) == 0 && status == 0);
	CHECK(gnutls_certificate_set_x509_crl(c, NULL, 0) == 0 && gnutls_certificate_set_x509_crl(c, &one, 1) == 1);
	gnutls_x509_crl_deinit(one);
	gnutls_certificate_free_crls(c);
	gnutls_certificate_free_cas(c);
	gnutls_certificate_free_ca_names(c);
	CHECK(gnutls_x509_trust_list_verify_crt(list, &revoked, 1, 0, &status, NULL) == 0);
	CHECK(status == (GNUTLS_CERT_INVALID | GNUTLS_CERT_REVOKED));
	CHECK(gnutls_x509_trust_list_verify_crt(list, &leaf, 1, 0, &status, NULL) == 0 && status == 0);
	gnutls_x509_crt_deinit(revoked);

	/* revocation lists must be signed by an anchor */
	gnutls_certificate_free_credentials(c);
	gnutls_certificate_allocate_credentials(&c);
	gnutls_certificate_set_flags(c, GNUTLS_CERTIFICATE_VERIFY_CRLS);
	CHECK(gnutls_certificate_set_x509_crl_mem(c, &crl, GNUTLS_X509_FMT_PEM) == GNUTLS_E_CRL_VERIFICATION_ERROR);
	CHECK(gnutls_certificate_set_x509_trust_mem(c, &i, GNUTLS_X509_FMT_PEM) == 1);
	CHECK(gnutls_certificate_set_x509_crl_mem(c, &crl, GNUTLS_X509_FMT_PEM) == 1);
	gnutls_datum_t forged;
	CHECK(gnutls_x509_crl_init(&one) == 0 && gnutls_x509_crl_import(one, &crl, GNUTLS_X509_FMT_PEM) == 0);
	CHECK(gnutls_x509_crl_export2(one, GNUTLS_X509_FMT_DER, &forged) == 0);
	gnutls_x509_crl_deinit(one);
	forged.data[forged.size - 1] ^= 1;
	CHECK(gnutls_certificate_set_x509_crl_mem(c, &forged, GNUTLS_X509_FMT_DER) == GNUTLS_E_CRL_VERIFICATION_ERROR);
	CHECK(gnutls_x509_crl_init(&one) == 0 && gnutls_x509_crl_import(one, &forged, GNUTLS_X509_FMT_DER) == 0);
	CHECK(gnutls_certificate_set_x509_crl(c, &one, 1) == GNUTLS_E_CRL_VERIFICATION_ERROR);
	gnutls_x509_crl_deinit(one);
	gnutls_free(forged.data);

	CHECK(mkdtemp(dir) != NULL);
	CHECK(gnutls_certificate_set_x509_trust_dir(c, dir, GNUTLS_X509_FMT_PEM) == 0);
	snprintf(file, sizeof(file), "%s/two.pem", dir);
	FILE *f = fopen(file, "w");
	fputs(both, f);
	fclose(f);
	CHECK(gnutls_certificate_set_x509_trust_file(c, file, GNUTLS_X509_FMT_PEM) == 2);
	CHECK(gnutls_certificate_set_x509_trust_dir(c, dir, GNUTLS_X509_FMT_PEM) == 2);
	CHECK(gnutls_certificate_set_x509_trust_mem(c, &two, GNUTLS_X509_FMT_PEM) == 2);
	unlink(file);
	rmdir(dir);
	CHECK(gnutls_certificate_get_verify_flags(c) == 0);
	gnutls_certificate_set_verify_flags(c, GNUTLS_VERIFY_DISABLE_TIME_CHECKS);
	CHECK(gnutls_certificate_get_verify_flags(c) == GNUTLS_VERIFY_DISABLE_TIME_CHECKS);
	gnutls_x509_crt_deinit(leaf);
	gnutls_x509_crt_deinit(inter);
	gnutls_certificate_free_credentials(c);
	gnutls_certificate_free_credentials(NULL);
}

/* The system's trust store is one file. If it does not exist, no certificate is added, which is not an error. */
static void system_trust(void)
{
	gnutls_certificate_credentials_t c, d;
	gnutls_x509_trust_list_t list;
	int n;

	CHECK(gnutls_certificate_allocate_credentials(&c) == 0 && gnutls_certificate_allocate_credentials(&d) == 0);
	CHECK(gnutls_x509_trust_list_init(&list, 0) == 0);
	n = gnutls_certificate_set_x509_trust_file(c, "/etc/ssl/certs/ca-certificates.crt", GNUTLS_X509_FMT_PEM);
	if (access("/etc/ssl/certs/ca-certificates.crt", F_OK) != 0) {
		CHECK(n == GNUTLS_E_FILE_ERROR);
		n = 0;
	}
	CHECK(gnutls_certificate_set_x509_system_trust(d) == n);
	CHECK(gnutls_x509_trust_list_add_system_trust(list, 0, 0) == n);
	CHECK(gnutls_x509_trust_list_add_system_trust(list, GNUTLS_TL_NO_DUPLICATES, 0) == n);
	gnutls_certificate_free_credentials(c);
	gnutls_certificate_free_credentials(d);
	gnutls_x509_trust_list_deinit(list, 1);
}

/* The first attempt for a key in memory, whose URL is generated from its first bytes. */
#define PIN_ASKED "[mine 0 key:  0 1]"

static char asked[200];

static int pin(void *userdata, int attempt, const char *url, const char *label, unsigned flags, char *out, size_t size)
{
	size_t n = strlen(asked);
	snprintf(asked + n, sizeof asked - n, "[%s %d %s %s %u %d]", (char *)userdata, attempt, url, label, flags, size > 4);
	strcpy(out, "1234");
	return 0;
}

/* The PIN function returns the password of a key, unless the caller passes one. */
static void pin_function(void)
{
	gnutls_certificate_credentials_t c;
	gnutls_datum_t cert = text(leaf_pem), key = text(leaf_key_encrypted_pem);

	CHECK(gnutls_certificate_allocate_credentials(&c) == 0);
	CHECK(gnutls_certificate_set_x509_key_mem(c, &cert, &key, GNUTLS_X509_FMT_PEM) == GNUTLS_E_DECRYPTION_FAILED);
	gnutls_certificate_set_pin_function(c, pin, "mine");
	CHECK(gnutls_certificate_set_x509_key_mem(c, &cert, &key, GNUTLS_X509_FMT_PEM) == 0);
	CHECK(strcmp(asked, PIN_ASKED) == 0);
	CHECK(gnutls_certificate_set_x509_key_mem2(c, &cert, &key, GNUTLS_X509_FMT_PEM, "bad", 0) == GNUTLS_E_DECRYPTION_FAILED);
	CHECK(gnutls_certificate_set_x509_key_mem2(c, &cert, &key, GNUTLS_X509_FMT_PEM, "1234", 0) == 0);
	CHECK(strcmp(asked, PIN_ASKED) == 0);
	gnutls_certificate_set_pin_function(c, NULL, NULL);
	CHECK(gnutls_certificate_set_x509_key_mem(c, &cert, &key, GNUTLS_X509_FMT_PEM) == GNUTLS_E_DECRYPTION_FAILED);
	CHECK(strcmp(asked, PIN_ASKED) == 0);
	gnutls_certificate_free_credentials(c);
}

static int params_asked;

static int no_params(gnutls_session_t session, gnutls_params_type_t type, gnutls_params_st *params)
{
	params_asked++;
	return -1;
}

/* Since 3.6.0 groups are negotiated (RFC 7919): any level is accepted, and the parameters still belong to the
 * application. */
static void dh_params(void)
{
	gnutls_certificate_credentials_t c;
	gnutls_dh_params_t dh;
	gnutls_datum_t prime, generator;
	unsigned bits = 0;

	CHECK(gnutls_certificate_allocate_credentials(&c) == 0);
	CHECK(gnutls_certificate_set_known_dh_params(c, GNUTLS_SEC_PARAM_MEDIUM) == 0);
	CHECK(gnutls_certificate_set_known_dh_params(c, GNUTLS_SEC_PARAM_INSECURE) == 0);
	CHECK(gnutls_certificate_set_known_dh_params(c, 9999) == 0);
	CHECK(gnutls_dh_params_init(&dh) == 0);
	CHECK(gnutls_dh_params_import_raw2(dh, &gnutls_ffdhe_2048_group_prime, &gnutls_ffdhe_2048_group_generator, 256) == 0);
	gnutls_certificate_set_dh_params(c, dh);
	gnutls_certificate_set_params_function(c, no_params);
	gnutls_certificate_set_params_function(c, NULL);
	gnutls_certificate_free_credentials(c);
	CHECK(gnutls_dh_params_export_raw(dh, &prime, &generator, &bits) == 0 && bits == 256);
	gnutls_free(prime.data);
	gnutls_free(generator.data);
	gnutls_dh_params_deinit(dh);
	CHECK(params_asked == 0);
}

int main(void)
{
	pairs();
	trust();
	system_trust();
	pin_function();
	dh_params();
	return check_result();
}
