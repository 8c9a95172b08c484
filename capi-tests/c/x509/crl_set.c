/* Revocation lists built and signed: gnutls_x509_crl_set_*, gnutls_x509_crl_sign*. */
#include <gnutls/gnutls.h>

#include "keys.h"

#define START 1700000000

static time_t now(time_t *t)
{
	if (t)
		*t = START + 5;
	return START + 5;
}

int main(void)
{
	gnutls_x509_privkey_t rsa = key_of(rsa_pem);
	gnutls_privkey_t any;
	gnutls_x509_crt_t ca;
	gnutls_x509_crl_t crl, again;
	gnutls_datum_t out;
	char buf[64];
	size_t size = sizeof buf;
	unsigned n = 9;
	time_t when;

	gnutls_global_set_time_function(now);
	CHECK(gnutls_x509_crt_init(&ca) == 0);
	CHECK(gnutls_x509_crt_set_version(ca, 3) == 0);
	CHECK(gnutls_x509_crt_set_serial(ca, "\5\6", 2) == 0);
	CHECK(gnutls_x509_crt_set_dn(ca, "CN=ca", NULL) == 0);
	CHECK(gnutls_x509_crt_set_activation_time(ca, START) == 0);
	CHECK(gnutls_x509_crt_set_expiration_time(ca, START + 86400) == 0);
	CHECK(gnutls_x509_crt_set_key(ca, rsa) == 0);
	CHECK(gnutls_x509_crt_set_basic_constraints(ca, 1, -1) == 0);
	CHECK(gnutls_x509_crt_set_key_usage(ca, GNUTLS_KEY_CRL_SIGN | GNUTLS_KEY_KEY_CERT_SIGN) == 0);
	CHECK(gnutls_x509_crt_sign2(ca, ca, rsa, GNUTLS_DIG_SHA256, 0) == 0);
	/* The manual: what was just signed works fully once it is read again. */
	CHECK(gnutls_x509_crt_export2(ca, GNUTLS_X509_FMT_DER, &out) == 0);
	gnutls_x509_crt_deinit(ca);
	CHECK(gnutls_x509_crt_init(&ca) == 0);
	CHECK(gnutls_x509_crt_import(ca, &out, GNUTLS_X509_FMT_DER) == 0);
	gnutls_free(out.data);

	CHECK(gnutls_x509_crl_init(&crl) == 0);
	CHECK(gnutls_x509_crl_get_version(crl) == GNUTLS_E_ASN1_VALUE_NOT_FOUND);
	CHECK(gnutls_x509_crl_get_crt_count(crl) == 0);
	CHECK(gnutls_x509_crl_get_this_update(crl) == -1);
	CHECK(gnutls_x509_crl_get_issuer_dn(crl, buf, &size) == GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE);
	CHECK(gnutls_x509_crl_export2(crl, GNUTLS_X509_FMT_DER, &out) == GNUTLS_E_ASN1_VALUE_NOT_FOUND);
	CHECK(gnutls_x509_crl_get_signature_algorithm(crl) == 0);
	CHECK(gnutls_x509_crl_print(crl, GNUTLS_CRT_PRINT_FULL, &out) == 0);
	gnutls_free(out.data);
	CHECK(gnutls_x509_crl_sign2(crl, ca, rsa, GNUTLS_DIG_SHA256, 0) == GNUTLS_E_ASN1_VALUE_NOT_FOUND);
	gnutls_x509_crl_deinit(crl);

	CHECK(gnutls_x509_crl_init(&crl) == 0);
	CHECK(gnutls_x509_crl_set_version(crl, 2) == 0 && gnutls_x509_crl_get_version(crl) == 2);
	CHECK(gnutls_x509_crl_set_this_update(crl, START) == 0 && gnutls_x509_crl_get_this_update(crl) == START);
	CHECK(gnutls_x509_crl_set_next_update(crl, START + 10) == 0);
	CHECK(gnutls_x509_crl_get_next_update(crl) == START + 10);
	CHECK(gnutls_x509_crl_set_crt_serial(crl, "\1\2", 2, START + 1) == 0);
	CHECK(gnutls_x509_crl_set_crt_serial(crl, "\x81", 1, START + 2) == 0);
	CHECK(gnutls_x509_crl_set_crt(crl, ca, START + 3) == 0);
	CHECK(gnutls_x509_crl_get_crt_count(crl) == 3);
	size = sizeof buf;
	CHECK(gnutls_x509_crl_get_crt_serial(crl, 1, (unsigned char *)buf, &size, &when) == 0);
	CHECK(size == 1 && buf[0] == '\x81' && when == START + 2);
	CHECK(gnutls_x509_crl_set_authority_key_id(crl, "abcd", 4) == 0);
	CHECK(gnutls_x509_crl_set_authority_key_id(crl, "abcde", 5) == 0);
	CHECK(gnutls_x509_crl_set_number(crl, "\0\0\0\7", 4) == 0);
	size = sizeof buf;
	CHECK(gnutls_x509_crl_get_number(crl, buf, &size, &n) == 0 && size == 1 && buf[0] == 7 && n == 0);
	CHECK(gnutls_x509_crl_sign2(crl, ca, rsa, GNUTLS_DIG_SHA256, 0) == 0);
	CHECK(gnutls_x509_crl_export2(crl, GNUTLS_X509_FMT_DER, &out) == 0);
	CHECK(has_digest(&out, "c604c75bd058d894c9ceea7de50bb3053dc3b19e778f0fd34aafd95a7f224b79"));
	CHECK(gnutls_x509_crl_init(&again) == 0);
	CHECK(gnutls_x509_crl_import(again, &out, GNUTLS_X509_FMT_DER) == 0);
	gnutls_free(out.data);
	CHECK(gnutls_x509_crl_verify(again, &ca, 1, 0, &n) == 0);
	CHECK((n & GNUTLS_CERT_INVALID) == 0);
	CHECK(gnutls_x509_crl_check_issuer(again, ca) == 1);
	/* A list that was read can be changed and signed anew. */
	CHECK(gnutls_privkey_init(&any) == 0);
	CHECK(gnutls_privkey_import_x509(any, rsa, GNUTLS_PRIVKEY_IMPORT_COPY) == 0);
	CHECK(gnutls_x509_crl_set_number(again, "\x8", 1) == 0);
	CHECK(gnutls_x509_crl_privkey_sign(again, ca, any, GNUTLS_DIG_SHA384, 0) == 0);
	CHECK(gnutls_x509_crl_export2(again, GNUTLS_X509_FMT_DER, &out) == 0);
	CHECK(has_digest(&out, "2a693fca9acfb352630322416abfdd3fabada9834a8af53b11f75e0aaacbf0bb"));
	gnutls_free(out.data);
	gnutls_privkey_deinit(any);
	gnutls_x509_crl_deinit(again);
	gnutls_x509_crl_deinit(crl);

	CHECK(gnutls_x509_crl_init(&crl) == 0);
	CHECK(gnutls_x509_crl_set_version(crl, 1) == 0);
	CHECK(gnutls_x509_crl_set_this_update(crl, START) == 0);
	CHECK(gnutls_x509_crl_sign(crl, ca, rsa) == 0);
	CHECK(gnutls_x509_crl_export2(crl, GNUTLS_X509_FMT_DER, &out) == 0);
	CHECK(has_digest(&out, "5cff028e5fc50fa61e3c49378f4e9847d70577526d93bc788f45214a830a0057"));
	gnutls_free(out.data);
	CHECK(gnutls_x509_crl_set_version(NULL, 1) == GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_x509_crl_sign2(NULL, ca, rsa, 0, 0) == GNUTLS_E_INVALID_REQUEST);
	gnutls_x509_crl_deinit(crl);
	gnutls_x509_crt_deinit(ca);
	gnutls_x509_privkey_deinit(rsa);
	return check_result();
}
