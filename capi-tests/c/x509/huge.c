/* Sizes and indices of 2^31 and more for the objects of X.509: no buffer has such a size, no list such an element, and NULL with
 * a size is no empty value. What GnuTLS does not live through is tested on ours alone. */
#include <gnutls/abstract.h>
#include <gnutls/gnutls.h>
#include <gnutls/x509.h>
#include <limits.h>
#include <stdint.h>
#include "authority.h"

static const unsigned indices[] = { 0x7fffffff, 0x80000000u, UINT_MAX };

static void far_elements(gnutls_x509_crt_t crt, gnutls_x509_crl_t crl, gnutls_x509_crq_t crq)
{
	char buf[64];
	struct gnutls_x509_policy_st policy;
	gnutls_datum_t d;
	for (int i = 0; i < 3; i++) {
		unsigned at = indices[i];
		size_t size;
#define NONE(call) do { size = sizeof(buf); CHECK(call == GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE); } while (0)
		NONE(gnutls_x509_crt_get_policy(crt, at, &policy, NULL));
		NONE(gnutls_x509_crt_get_authority_info_access(crt, at, GNUTLS_IA_URI, &d, NULL));
		NONE(gnutls_x509_crt_get_subject_alt_name(crt, at, buf, &size, NULL));
		NONE(gnutls_x509_crt_get_extension_info(crt, at, buf, &size, NULL));
		NONE(gnutls_x509_crt_get_dn_oid(crt, at, buf, &size));
		NONE(gnutls_x509_crt_get_dn_by_oid(crt, "2.5.4.3", at, 0, buf, &size));
		NONE(gnutls_x509_crl_get_crt_serial(crl, at, (void *)buf, &size, NULL));
		NONE(gnutls_x509_crl_get_extension_info(crl, at, buf, &size, NULL));
		NONE(gnutls_x509_crq_get_attribute_info(crq, at, buf, &size));
		NONE(gnutls_x509_crq_get_extension_info(crq, at, buf, &size, NULL));
#ifdef OURS
		NONE(gnutls_x509_crt_get_key_purpose_oid(crt, at, buf, &size, NULL));
		NONE(gnutls_x509_crq_get_key_purpose_oid(crq, at, buf, &size, NULL));
		NONE(gnutls_x509_crq_get_subject_alt_name(crq, at, buf, &size, NULL, NULL));
#endif
#undef NONE
	}
}

/* A short value into a buffer that is said to be huge. */
static void huge_buffers(gnutls_x509_crt_t crt, gnutls_x509_crl_t crl)
{
	char buf[4096];
	size_t size = SIZE_MAX;
	CHECK(gnutls_x509_crt_get_dn(crt, buf, &size) == 0 && size < 100);
	size = (size_t)1 << 31;
	CHECK(gnutls_x509_crt_get_key_id(crt, 0, (void *)buf, &size) == 0 && size == 20);
	size = (size_t)1 << 40;
	CHECK(gnutls_x509_crt_get_dn(crt, NULL, &size) == GNUTLS_E_SHORT_MEMORY_BUFFER && size < 100);
	size = SIZE_MAX;
	CHECK(gnutls_x509_crl_get_issuer_dn(crl, buf, &size) == 0 && size < 100);
}

#ifdef OURS
/* NULL with a size. */
static void nothing_of_a_size(gnutls_x509_crt_t crt, gnutls_x509_crl_t crl, gnutls_x509_crq_t crq, gnutls_x509_privkey_t key)
{
	gnutls_datum_t none = { NULL, UINT_MAX }, out;
	gnutls_x509_crt_t fresh;
	gnutls_privkey_t signer;
	gnutls_pubkey_t public;
	gnutls_x509_trust_list_t list;
	unsigned status;
	gnutls_x509_crt_init(&fresh), gnutls_privkey_init(&signer), gnutls_pubkey_init(&public), gnutls_x509_trust_list_init(&list, 0);
	CHECK(gnutls_privkey_import_x509(signer, key, 0) == 0 && gnutls_pubkey_import_x509(public, crt, 0) == 0);
#define REFUSED(call) CHECK(call == GNUTLS_E_INVALID_REQUEST)
	REFUSED(gnutls_x509_crt_import(fresh, &none, GNUTLS_X509_FMT_DER));
	REFUSED(gnutls_x509_crt_import(fresh, &none, GNUTLS_X509_FMT_PEM));
	REFUSED(gnutls_x509_crl_import(crl, &none, GNUTLS_X509_FMT_PEM));
	REFUSED(gnutls_x509_crq_import(crq, &none, GNUTLS_X509_FMT_PEM));
	REFUSED(gnutls_x509_privkey_import(key, &none, GNUTLS_X509_FMT_PEM));
	REFUSED(gnutls_pubkey_import(public, &none, GNUTLS_X509_FMT_PEM));
	REFUSED(gnutls_privkey_sign_data2(signer, GNUTLS_SIGN_ECDSA_SHA256, 0, &none, &out));
	REFUSED(gnutls_privkey_sign_hash2(signer, GNUTLS_SIGN_ECDSA_SHA256, 0, &none, &out));
	REFUSED(gnutls_pubkey_verify_data2(public, GNUTLS_SIGN_ECDSA_SHA256, 0, &none, &none));
	REFUSED(gnutls_x509_crt_set_serial(fresh, NULL, SIZE_MAX));
	REFUSED(gnutls_x509_crt_set_dn_by_oid(fresh, "2.5.4.3", 0, NULL, UINT_MAX));
	REFUSED(gnutls_x509_crt_set_extension_by_oid(fresh, "1.2.3", NULL, SIZE_MAX, 0));
	REFUSED(gnutls_x509_crt_set_subject_alt_name(fresh, GNUTLS_SAN_DNSNAME, NULL, UINT_MAX, 0));
	REFUSED(gnutls_x509_crq_set_attribute_by_oid(crq, "1.2.3", NULL, SIZE_MAX));
	REFUSED(gnutls_x509_crl_set_crt_serial(crl, NULL, SIZE_MAX, 0));
	REFUSED(gnutls_x509_trust_list_add_cas(list, NULL, UINT_MAX, 0));
	REFUSED(gnutls_x509_trust_list_verify_named_crt(list, crt, NULL, SIZE_MAX, 0, &status, NULL));
#undef REFUSED
	gnutls_x509_crt_deinit(fresh), gnutls_privkey_deinit(signer), gnutls_pubkey_deinit(public), gnutls_x509_trust_list_deinit(list, 0);
}
#endif

int main(void)
{
	struct entity root = MAKE("root", NULL);
	gnutls_x509_crl_t crl = revocation_list(&root, NULL, -1);
	gnutls_x509_crq_t crq;
	gnutls_x509_crq_init(&crq);
	gnutls_x509_crq_set_version(crq, 1);
	CHECK(gnutls_x509_crq_set_dn(crq, "CN=a", NULL) == 0 && gnutls_x509_crq_set_key(crq, root.key) == 0);
	CHECK(gnutls_x509_crq_sign2(crq, root.key, GNUTLS_DIG_SHA256, 0) == 0);
	far_elements(root.crt, crl, crq);
	huge_buffers(root.crt, crl);
#ifdef OURS
	nothing_of_a_size(root.crt, crl, crq, root.key);
#endif
	gnutls_x509_crq_deinit(crq);
	gnutls_x509_crl_deinit(crl);
	entity_free(&root);
	return check_result();
}
