/* Revocation lists. */
#include <gnutls/gnutls.h>
#include <gnutls/x509.h>
#include <string.h>
#include "certs.h"
#include "check.h"

int main(void)
{
	gnutls_datum_t d = { (void *)crl_pem, strlen(crl_pem) }, bad = { (void *)"garbage", 7 }, out;
	gnutls_x509_crl_t crl, *list;
	gnutls_x509_crt_t ca, revoked, leaf;
	unsigned char serial[40];
	char buf[200];
	size_t size = sizeof(serial);
	unsigned n, critical = 9, status = 99;
	time_t when = 0;
	CHECK(gnutls_x509_crl_init(&crl) == 0);
	CHECK(gnutls_x509_crl_import(crl, &bad, GNUTLS_X509_FMT_PEM) == GNUTLS_E_BASE64_UNEXPECTED_HEADER_ERROR);
	CHECK(gnutls_x509_crl_import(crl, &bad, GNUTLS_X509_FMT_DER) == GNUTLS_E_ASN1_TAG_ERROR);
	CHECK(gnutls_x509_crl_import(crl, &d, GNUTLS_X509_FMT_PEM) == 0);
	CHECK(gnutls_x509_crl_get_version(crl) == 2);
	CHECK(gnutls_x509_crl_get_crt_count(crl) == 1);
	CHECK(gnutls_x509_crl_get_crt_serial(crl, 0, serial, &size, &when) == 0 && when == 1767323045);
	CHECK(gnutls_x509_crl_get_crt_serial(crl, 1, serial, &size, &when) == GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE);
	gnutls_x509_crl_iter_t iter = NULL;
	size = sizeof(serial);
	CHECK(gnutls_x509_crl_iter_crt_serial(crl, &iter, serial, &size, &when) == 0 && when == 1767323045);
	size = sizeof(serial);
	CHECK(gnutls_x509_crl_iter_crt_serial(crl, &iter, serial, &size, &when) == GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE);
	gnutls_x509_crl_iter_deinit(iter);
	size = sizeof(buf);
	CHECK(gnutls_x509_crl_get_issuer_dn(crl, buf, &size) == 0 && strcmp(buf, "CN=Test intermediate") == 0);
	size = sizeof(buf);
	CHECK(gnutls_x509_crl_get_issuer_dn_by_oid(crl, "2.5.4.3", 0, 0, buf, &size) == 0 && strcmp(buf, "Test intermediate") == 0);
	size = sizeof(buf);
	CHECK(gnutls_x509_crl_get_number(crl, buf, &size, &critical) == 0 && size == 1 && buf[0] == 7 && critical == 0);
	CHECK(gnutls_x509_crl_get_this_update(crl) < gnutls_x509_crl_get_next_update(crl));
	CHECK(gnutls_x509_crl_get_signature_algorithm(crl) == GNUTLS_SIGN_ECDSA_SHA256);
	CHECK(gnutls_x509_crl_export2(crl, GNUTLS_X509_FMT_PEM, &out) == 0 && out.size == d.size && memcmp(out.data, d.data, d.size) == 0);
	gnutls_free(out.data);
	CHECK(gnutls_x509_crl_print(crl, GNUTLS_CRT_PRINT_FULL, &out) == 0);
	CHECK(strstr((char *)out.data, "X.509 Certificate Revocation List Information:\n\tVersion: 2\n\tIssuer: CN=Test intermediate\n"));
	CHECK(strstr((char *)out.data, "\tRevoked certificates (1):\n\t\tSerial Number (hex): "));
	CHECK(strstr((char *)out.data, "\t\tRevoked at: Fri Jan 02 03:04:05 UTC 2026\n"));
	gnutls_free(out.data);
	CHECK(gnutls_x509_crl_list_import2(&list, &n, &d, GNUTLS_X509_FMT_PEM, 0) == 0 && n == 1);
	gnutls_x509_crl_deinit(list[0]);
	gnutls_free(list);

	gnutls_datum_t i = { (void *)inter_pem, strlen(inter_pem) }, r = { (void *)revoked_pem, strlen(revoked_pem) },
		       l = { (void *)leaf_pem, strlen(leaf_pem) };
	gnutls_x509_crt_init(&ca);
	gnutls_x509_crt_init(&revoked);
	gnutls_x509_crt_init(&leaf);
	gnutls_x509_crt_import(ca, &i, GNUTLS_X509_FMT_PEM);
	gnutls_x509_crt_import(revoked, &r, GNUTLS_X509_FMT_PEM);
	gnutls_x509_crt_import(leaf, &l, GNUTLS_X509_FMT_PEM);
	CHECK(gnutls_x509_crl_check_issuer(crl, ca) != 0 && gnutls_x509_crl_check_issuer(crl, leaf) == 0);
	CHECK(gnutls_x509_crt_check_revocation(revoked, &crl, 1) == 1 && gnutls_x509_crt_check_revocation(leaf, &crl, 1) == 0);
	CHECK(gnutls_x509_crl_verify(crl, &ca, 1, 0, &status) == 0 && status == 0);
	CHECK(gnutls_x509_crl_verify(crl, &leaf, 1, 0, &status) == 0 && status == (GNUTLS_CERT_INVALID | GNUTLS_CERT_SIGNER_NOT_FOUND));
	gnutls_x509_crt_deinit(ca);
	gnutls_x509_crt_deinit(revoked);
	gnutls_x509_crt_deinit(leaf);
	gnutls_x509_crl_deinit(crl);
	return check_result();
}
