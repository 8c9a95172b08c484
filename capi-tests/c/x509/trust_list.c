/* Trust lists and the verification of chains. */
#include <gnutls/gnutls.h>
#include <gnutls/x509.h>
#include <string.h>
#include "cert_tools.h"
#include "certs.h"
#include "check.h"

static gnutls_x509_trust_list_t trusting(const char *pem, int want)
{
	gnutls_x509_trust_list_t l;
	gnutls_datum_t d = { (void *)pem, strlen(pem) };
	CHECK(gnutls_x509_trust_list_init(&l, 0) == 0);
	CHECK(gnutls_x509_trust_list_add_trust_mem(l, &d, NULL, GNUTLS_X509_FMT_PEM, 0, 0) == want);
	return l;
}

static unsigned verify(gnutls_x509_trust_list_t l, gnutls_x509_crt_t *chain, unsigned n, const char *host, const char *purpose,
		       unsigned flags)
{
	gnutls_typed_vdata_st data[2];
	unsigned elements = 0, status = 0xffff;
	if (host) {
		data[elements].type = GNUTLS_DT_DNS_HOSTNAME;
		data[elements].data = (void *)host;
		data[elements++].size = 0;
	}
	if (purpose) {
		data[elements].type = GNUTLS_DT_KEY_PURPOSE_OID;
		data[elements].data = (void *)purpose;
		data[elements++].size = 0;
	}
	CHECK(gnutls_x509_trust_list_verify_crt2(l, chain, n, data, elements, flags, &status, NULL) == 0);
	return status;
}

static int steps;

static int output(gnutls_x509_crt_t cert, gnutls_x509_crt_t issuer, gnutls_x509_crl_t crl, unsigned status)
{
	steps++;
	CHECK(cert != NULL && issuer != NULL && crl == NULL && status == 0);
	CHECK(gnutls_x509_crt_check_issuer(cert, issuer) != 0);
	return 0;
}

int main(void)
{
	gnutls_x509_trust_list_t l = trusting(root_pem, 1), other = trusting(ed_cert_pem, 1), by_inter = trusting(inter_pem, 1);
	gnutls_x509_crt_t root = load(root_pem), inter = load(inter_pem), leaf = load(leaf_pem), expired = load(expired_pem),
			  revoked = load(revoked_pem), found;
	gnutls_x509_crt_t chain[3] = { leaf, inter, root }, mixed[3] = { leaf, root, inter };
	const unsigned bad = GNUTLS_CERT_INVALID, unknown = GNUTLS_CERT_INVALID | GNUTLS_CERT_SIGNER_NOT_FOUND;
	unsigned status;

	CHECK(verify(l, chain, 2, "www.example.com", GNUTLS_KP_TLS_WWW_SERVER, 0) == 0);
	CHECK(verify(l, chain, 3, NULL, NULL, 0) == 0);
	CHECK(verify(l, mixed, 3, NULL, NULL, 0) == 0);
	CHECK(verify(l, mixed, 3, NULL, NULL, GNUTLS_VERIFY_DO_NOT_ALLOW_UNSORTED_CHAIN) == unknown);
	CHECK(verify(l, chain, 1, NULL, NULL, 0) == unknown);
	CHECK(verify(other, chain, 3, NULL, NULL, 0) == unknown);
	CHECK(verify(by_inter, chain, 1, NULL, NULL, 0) == 0);
	CHECK(verify(l, chain, 2, "www.example.org", NULL, 0) == (bad | GNUTLS_CERT_UNEXPECTED_OWNER));
	CHECK(verify(l, chain, 2, NULL, GNUTLS_KP_TLS_WWW_CLIENT, 0) == (bad | GNUTLS_CERT_PURPOSE_MISMATCH));
	CHECK(verify(l, chain, 2, NULL, NULL, GNUTLS_PROFILE_TO_VFLAGS(GNUTLS_PROFILE_MEDIUM)) == 0);
	CHECK(verify(l, chain, 2, NULL, NULL, GNUTLS_PROFILE_TO_VFLAGS(GNUTLS_PROFILE_HIGH)) == (bad | GNUTLS_CERT_INSECURE_ALGORITHM));
	chain[0] = expired;
	CHECK(verify(l, chain, 2, NULL, NULL, 0) == (bad | GNUTLS_CERT_EXPIRED));
	CHECK(verify(l, chain, 2, NULL, NULL, GNUTLS_VERIFY_DISABLE_TIME_CHECKS) == 0);
	/* The leaf as an authority: not a CA. */
	gnutls_x509_trust_list_t by_leaf = trusting(leaf_pem, 1);
	CHECK(verify(by_leaf, &leaf, 1, "www.example.com", NULL, 0) == 0);
	CHECK(verify(by_leaf, &leaf, 1, NULL, NULL, GNUTLS_VERIFY_DO_NOT_ALLOW_SAME) == unknown);
	gnutls_x509_trust_list_deinit(by_leaf, 0);

	chain[0] = leaf;
	status = 9;
	CHECK(gnutls_x509_trust_list_verify_crt(l, chain, 2, 0, &status, output) == 0 && status == 0 && steps == 2);
	CHECK(gnutls_x509_crt_list_verify(chain, 2, &root, 1, NULL, 0, 0, &status) == 0 && status == 0);
	CHECK(gnutls_x509_crt_verify(inter, &root, 1, 0, &status) == 0 && status == 0);
	CHECK(gnutls_x509_crt_verify(leaf, &root, 1, 0, &status) == 0 && status == unknown);

	/* CRLs: one that an anchor signed is taken, and revokes. */
	gnutls_datum_t crl = { (void *)crl_pem, strlen(crl_pem) }, garbage = { (void *)"garbage", 7 };
	CHECK(gnutls_x509_trust_list_add_trust_mem(by_inter, NULL, &crl, GNUTLS_X509_FMT_PEM, GNUTLS_TL_VERIFY_CRL, 0) == 1);
	CHECK(gnutls_x509_trust_list_add_trust_mem(other, NULL, &crl, GNUTLS_X509_FMT_PEM, GNUTLS_TL_VERIFY_CRL, 0) == 0);
	CHECK(verify(by_inter, &revoked, 1, NULL, NULL, 0) == (bad | GNUTLS_CERT_REVOKED));
	CHECK(verify(by_inter, &revoked, 1, NULL, NULL, GNUTLS_VERIFY_DISABLE_CRL_CHECKS) == 0);
	CHECK(verify(by_inter, &leaf, 1, NULL, NULL, 0) == 0);
	CHECK(gnutls_x509_trust_list_add_trust_mem(l, &garbage, NULL, GNUTLS_X509_FMT_PEM, 0, 0) == GNUTLS_E_NO_CERTIFICATE_FOUND);
	CHECK(gnutls_x509_trust_list_add_trust_mem(l, &garbage, NULL, GNUTLS_X509_FMT_DER, 0, 0) == GNUTLS_E_ASN1_TAG_ERROR);
	CHECK(gnutls_x509_trust_list_add_trust_file(l, "/nonexistent", NULL, GNUTLS_X509_FMT_PEM, 0, 0) == GNUTLS_E_FILE_ERROR);

	CHECK(gnutls_x509_trust_list_get_issuer(l, inter, &found, GNUTLS_TL_GET_COPY) == 0 && gnutls_x509_crt_equals(found, root));
	gnutls_x509_crt_deinit(found);
	CHECK(gnutls_x509_trust_list_get_issuer(l, leaf, &found, 0) == GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE);
	gnutls_x509_trust_list_iter_t iter = NULL;
	CHECK(gnutls_x509_trust_list_iter_get_ca(l, &iter, &found) == 0 && gnutls_x509_crt_equals(found, root));
	gnutls_x509_crt_deinit(found);
	CHECK(gnutls_x509_trust_list_iter_get_ca(l, &iter, &found) == GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE && iter == NULL);

	/* Names of their own, removal, and lists of objects. */
	gnutls_x509_trust_list_t own;
	gnutls_x509_trust_list_init(&own, 0);
	gnutls_x509_crt_t given = load(root_pem); /* the list's from here on */
	CHECK(gnutls_x509_trust_list_add_cas(own, &given, 1, 0) == 1);
	CHECK(verify(own, chain, 2, NULL, NULL, 0) == 0);
	CHECK(gnutls_x509_trust_list_remove_cas(own, &root, 1) == 1);
	CHECK(verify(own, chain, 2, NULL, NULL, 0) == unknown);
	gnutls_x509_trust_list_deinit(own, 1);
	gnutls_x509_trust_list_deinit(l, 1);
	gnutls_x509_trust_list_deinit(other, 1);
	gnutls_x509_trust_list_deinit(by_inter, 1);
	gnutls_x509_crt_deinit(root);
	gnutls_x509_crt_deinit(inter);
	gnutls_x509_crt_deinit(leaf);
	gnutls_x509_crt_deinit(expired);
	gnutls_x509_crt_deinit(revoked);

	gnutls_datum_t out;
	CHECK(gnutls_certificate_verification_status_print(unknown, GNUTLS_CRT_X509, &out, 0) == 0 &&
	      strcmp((char *)out.data, "The certificate is NOT trusted. The certificate issuer is unknown. ") == 0);
	gnutls_free(out.data);
	CHECK(gnutls_certificate_verification_profile_get_id("medium") == GNUTLS_PROFILE_MEDIUM);
	CHECK(strcmp(gnutls_certificate_verification_profile_get_name(GNUTLS_PROFILE_HIGH), "High") == 0);
	CHECK(gnutls_certificate_verification_profile_get_name(99) == NULL);
	return check_result();
}
