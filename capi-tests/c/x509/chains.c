/* Many chains, each with one unusual property, and their status bits. */
#include <gnutls/gnutls.h>
#include <gnutls/x509.h>
#include <string.h>
#include "md2_root.h"
#include "chains.h"
#include "check.h"

static time_t then(time_t *t)
{
	if (t)
		*t = CHAINS_TIME;
	return CHAINS_TIME;
}

static gnutls_datum_t object(int number)
{
	gnutls_datum_t text = { (void *)chain_objects[number], strlen(chain_objects[number]) }, der = { NULL, 0 };
	CHECK(gnutls_base64_decode2(&text, &der) == 0);
	return der;
}

static gnutls_x509_crt_t certificate(int number)
{
	gnutls_datum_t der = object(number);
	gnutls_x509_crt_t c;
	gnutls_x509_crt_init(&c);
	CHECK(gnutls_x509_crt_import(c, &der, GNUTLS_X509_FMT_DER) == 0);
	gnutls_free(der.data);
	return c;
}

#ifdef OURS
/* RFC 5280: self-issued CAs do not count for a path length, names of directories and URIs are compared with
 * constraints, and an address of version 6 is not within one of version 4. */
static const struct { const char *name; unsigned status; } differences[] = {
	{ "pathlen_selfissued", 0 },
	{ "nc_uri_bad", GNUTLS_CERT_INVALID | GNUTLS_CERT_SIGNER_CONSTRAINTS_FAILURE },
	{ "nc_dn_bad", GNUTLS_CERT_INVALID | GNUTLS_CERT_SIGNER_CONSTRAINTS_FAILURE },
	{ "nc_dn_dns", GNUTLS_CERT_INVALID | GNUTLS_CERT_SIGNER_CONSTRAINTS_FAILURE },
	{ "nc2_uri_perm_un", GNUTLS_CERT_INVALID | GNUTLS_CERT_SIGNER_CONSTRAINTS_FAILURE },
	{ "nc2_san_dn_perm", GNUTLS_CERT_INVALID | GNUTLS_CERT_SIGNER_CONSTRAINTS_FAILURE },
	{ "nc2_uri_excl_un", 0 },
	{ "nc2_dn_excl_un", 0 },
	{ "nc2_dn_excl_san", 0 },
	{ "nc_ip6", GNUTLS_CERT_INVALID | GNUTLS_CERT_SIGNER_CONSTRAINTS_FAILURE },
};
#endif

static unsigned wanted(const struct chain_case *c)
{
#ifdef OURS
	for (unsigned i = 0; i < sizeof(differences) / sizeof(differences[0]); i++)
		if (!strcmp(c->name, differences[i].name))
			return differences[i].status;
#endif
	return c->status;
}

static void one(const struct chain_case *c)
{
	gnutls_x509_trust_list_t list;
	gnutls_x509_crt_t chain[24];
	gnutls_typed_vdata_st data[2];
	unsigned n = 0, elements = 0, status = 0xffffffff;
	gnutls_x509_trust_list_init(&list, 0);
	for (int i = 0; c->trust[i] >= 0; i++) {
		gnutls_datum_t der = object(c->trust[i]);
		CHECK(gnutls_x509_trust_list_add_trust_mem(list, &der, NULL, GNUTLS_X509_FMT_DER, 0, 0) == 1);
		gnutls_free(der.data);
	}
	for (int i = 0; c->crl[i] >= 0; i++) {
		gnutls_datum_t der = object(c->crl[i]);
		CHECK(gnutls_x509_trust_list_add_trust_mem(list, NULL, &der, GNUTLS_X509_FMT_DER, 0, 0) == 1);
		gnutls_free(der.data);
	}
	for (; c->chain[n] >= 0; n++)
		chain[n] = certificate(c->chain[n]);
	if (c->host)
		data[elements++] = (gnutls_typed_vdata_st){ GNUTLS_DT_DNS_HOSTNAME, (void *)c->host, 0 };
	if (c->purpose)
		data[elements++] = (gnutls_typed_vdata_st){ GNUTLS_DT_KEY_PURPOSE_OID, (void *)c->purpose, 0 };
	CHECK(gnutls_x509_trust_list_verify_crt2(list, chain, n, data, elements, c->flags, &status, NULL) == 0);
	if (status != wanted(c)) {
		fprintf(stderr, "%s, flags 0x%x, host %s, purpose %s: 0x%x, not 0x%x\n", c->name, c->flags, c->host ? c->host : "-",
			c->purpose ? c->purpose : "-", status, wanted(c));
		check_failures++;
	}
	for (unsigned i = 0; i < n; i++)
		gnutls_x509_crt_deinit(chain[i]);
	gnutls_x509_trust_list_deinit(list, 1);
}

/* No flag makes a signature with MD2 one that counts; an anchor needs none. */
static void md2(void)
{
	gnutls_x509_crt_t root;
	gnutls_datum_t d = { (void *)md2_root, strlen(md2_root) };
	gnutls_x509_crt_init(&root);
	CHECK(gnutls_x509_crt_import(root, &d, GNUTLS_X509_FMT_PEM) == 0);
	CHECK(gnutls_x509_crt_get_signature_algorithm(root) == GNUTLS_SIGN_RSA_MD2);
	static const unsigned flags[] = { 0, GNUTLS_VERIFY_ALLOW_SIGN_RSA_MD2, GNUTLS_VERIFY_ALLOW_BROKEN };
	for (int i = 0; i < 3; i++) {
		unsigned status = 0, timeless = flags[i] | GNUTLS_VERIFY_DISABLE_TIME_CHECKS;
		CHECK(gnutls_x509_crt_verify(root, &root, 1, timeless | GNUTLS_VERIFY_DO_NOT_ALLOW_SAME, &status) == 0);
		CHECK(status == (GNUTLS_CERT_INVALID | GNUTLS_CERT_SIGNATURE_FAILURE));
		CHECK(gnutls_x509_crt_verify(root, &root, 1, timeless, &status) == 0 && status == 0);
	}
	gnutls_x509_crt_deinit(root);
}

int main(void)
{
	md2();
	gnutls_global_set_time_function(then);
	for (unsigned i = 0; i < sizeof(chain_cases) / sizeof(chain_cases[0]); i++)
		one(&chain_cases[i]);
	return check_result();
}
