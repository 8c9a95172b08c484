/* Contents and queries of a trust list other than chains: certificates for one name, directories, removal, issuers
 * by name and key, issuers that a callback finds, CRLs, the caller's pointer. */
#define _GNU_SOURCE
#include <gnutls/gnutls.h>
#include <gnutls/x509.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cert_tools.h"
#include "certs.h"
#include "check.h"

#define NONE GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE
static const unsigned unknown = GNUTLS_CERT_INVALID | GNUTLS_CERT_SIGNER_NOT_FOUND;
static char mine[] = "mine";

static gnutls_x509_crl_t load_crl(void)
{
	gnutls_x509_crl_t c;
	gnutls_datum_t d = text(crl_pem);
	CHECK(gnutls_x509_crl_init(&c) == 0 && gnutls_x509_crl_import(c, &d, GNUTLS_X509_FMT_PEM) == 0);
	return c;
}

static gnutls_x509_trust_list_t empty(void)
{
	gnutls_x509_trust_list_t l;
	CHECK(gnutls_x509_trust_list_init(&l, 0) == 0);
	return l;
}

static unsigned verify(gnutls_x509_trust_list_t l, gnutls_x509_crt_t c)
{
	unsigned status = 0xffff;
	CHECK(gnutls_x509_trust_list_verify_crt(l, &c, 1, 0, &status, NULL) == 0);
	return status;
}

static unsigned verify_named(gnutls_x509_trust_list_t l, gnutls_x509_crt_t c, const char *name)
{
	unsigned status = 0xffff;
	CHECK(gnutls_x509_trust_list_verify_named_crt(l, c, name, strlen(name), 0, &status, NULL) == 0);
	return status;
}

static void named(void)
{
	gnutls_x509_trust_list_t l = empty();
	gnutls_x509_crt_t ed = load(ed_cert_pem), leaf = load(leaf_pem);
	CHECK(gnutls_x509_trust_list_add_named_crt(l, load(ed_cert_pem), "host", 4, 0) == 0);
	CHECK(verify_named(l, ed, "host") == 0);
	CHECK(verify_named(l, ed, "Host") == unknown && verify_named(l, ed, "hos") == unknown);
	CHECK(verify_named(l, leaf, "host") == unknown);
	/* for that name alone */
	CHECK(verify(l, ed) == unknown);
	gnutls_x509_crt_deinit(ed);
	gnutls_x509_crt_deinit(leaf);
	gnutls_x509_trust_list_deinit(l, 1);
}

static void issuers(void)
{
	gnutls_x509_trust_list_t l = empty();
	gnutls_x509_crt_t root = load(root_pem), given = load(root_pem), found;
	gnutls_datum_t dn, id;
	unsigned char key[64];
	size_t size = sizeof(key);
	CHECK(gnutls_x509_trust_list_add_cas(l, &given, 1, 0) == 1);
	CHECK(gnutls_x509_crt_get_raw_dn(root, &dn) == 0);
	CHECK(gnutls_x509_crt_get_subject_key_id(root, key, &size, NULL) == 0 && size == 20);
	CHECK(gnutls_x509_trust_list_get_issuer_by_dn(l, &dn, &found, 0) == 0 && gnutls_x509_crt_equals(found, root));
	gnutls_x509_crt_deinit(found);
	id.data = key;
	id.size = size;
	CHECK(gnutls_x509_trust_list_get_issuer_by_subject_key_id(l, &dn, &id, &found, 0) == 0 && gnutls_x509_crt_equals(found, root));
	gnutls_x509_crt_deinit(found);
	CHECK(gnutls_x509_trust_list_get_issuer_by_subject_key_id(l, NULL, &id, &found, 0) == 0 && gnutls_x509_crt_equals(found, root));
	gnutls_x509_crt_deinit(found);
	id.size--;
	CHECK(gnutls_x509_trust_list_get_issuer_by_subject_key_id(l, &dn, &id, &found, 0) == NONE);
	dn.data[dn.size - 1] ^= 1;
	CHECK(gnutls_x509_trust_list_get_issuer_by_dn(l, &dn, &found, 0) == NONE);
	gnutls_free(dn.data);
	/* what is lent is one object, for every call */
	gnutls_x509_crt_t inter = load(inter_pem), again;
	CHECK(gnutls_x509_trust_list_get_issuer(l, inter, &found, 0) == 0 && gnutls_x509_crt_equals(found, root));
	CHECK(gnutls_x509_trust_list_get_issuer(l, inter, &again, 0) == 0 && again == found);
	CHECK(gnutls_x509_trust_list_get_issuer(l, inter, &again, GNUTLS_TL_GET_COPY) == 0 && again != found);
	gnutls_x509_crt_deinit(again);
	gnutls_x509_crt_deinit(inter);
	/* an iterator that is left before its end */
	gnutls_x509_trust_list_iter_t iter = NULL;
	CHECK(gnutls_x509_trust_list_iter_get_ca(l, &iter, &found) == 0);
	gnutls_x509_crt_deinit(found);
	gnutls_x509_trust_list_iter_deinit(iter);
	gnutls_x509_crt_deinit(root);
	gnutls_x509_trust_list_deinit(l, 1);
}

static int asked;

static int find(gnutls_x509_trust_list_t l, const gnutls_x509_crt_t c, gnutls_x509_crt_t **list, unsigned *n)
{
	asked++;
	CHECK(gnutls_x509_trust_list_get_ptr(l) == mine && c != NULL);
	*list = gnutls_malloc(sizeof(**list));
	(*list)[0] = load(inter_pem);
	*n = 1;
	return 0;
}

static void fetched(void)
{
	gnutls_x509_trust_list_t l = empty();
	gnutls_x509_crt_t leaf = load(leaf_pem), given = load(root_pem);
	CHECK(gnutls_x509_trust_list_get_ptr(l) == NULL);
	gnutls_x509_trust_list_set_ptr(l, mine);
	CHECK(gnutls_x509_trust_list_get_ptr(l) == mine);
	CHECK(gnutls_x509_trust_list_add_cas(l, &given, 1, 0) == 1);
	CHECK(verify(l, leaf) == unknown);
	gnutls_x509_trust_list_set_getissuer_function(l, find);
	CHECK(verify(l, leaf) == 0 && asked == 1);
	gnutls_x509_trust_list_set_getissuer_function(l, NULL);
	CHECK(verify(l, leaf) == unknown && asked == 1);
	gnutls_x509_crt_deinit(leaf);
	gnutls_x509_trust_list_deinit(l, 1);
}

static void put(const char *dir, const char *file, const char *content)
{
	char path[200];
	snprintf(path, sizeof(path), "%s/%s", dir, file);
	FILE *f = fopen(path, "w");
	CHECK(f != NULL);
	if (f) {
		fputs(content, f);
		fclose(f);
	}
}

static void files(void)
{
	char dir[] = "/tmp/trust-XXXXXX", path[200], junk[200];
	gnutls_x509_trust_list_t l = empty();
	gnutls_x509_crt_t leaf = load(leaf_pem);
	gnutls_datum_t root = text(root_pem), bad = { (void *)"garbage", 7 };
	CHECK(mkdtemp(dir) != NULL);
	snprintf(path, sizeof(path), "%s/inter.pem", dir);
	snprintf(junk, sizeof(junk), "%s/junk.txt", dir);
	put(dir, "inter.pem", inter_pem);
	put(dir, "root.pem", root_pem);
	put(dir, "junk.txt", "junk");
	/* what is no certificate is passed over, and so is a directory that is not there */
	CHECK(gnutls_x509_trust_list_add_trust_dir(l, dir, NULL, GNUTLS_X509_FMT_PEM, 0, 0) == 2);
	CHECK(gnutls_x509_trust_list_add_trust_dir(l, "/nonexistent", NULL, GNUTLS_X509_FMT_PEM, 0, 0) == 0);
	CHECK(gnutls_x509_trust_list_add_trust_dir(l, NULL, NULL, GNUTLS_X509_FMT_PEM, 0, 0) == 0);
	CHECK(verify(l, leaf) == 0);
	CHECK(gnutls_x509_trust_list_remove_trust_file(l, path, GNUTLS_X509_FMT_PEM) == 1);
	CHECK(verify(l, leaf) == unknown);
	CHECK(gnutls_x509_trust_list_remove_trust_file(l, junk, GNUTLS_X509_FMT_PEM) == GNUTLS_E_NO_CERTIFICATE_FOUND);
	CHECK(gnutls_x509_trust_list_remove_trust_file(l, "/nonexistent", GNUTLS_X509_FMT_PEM) == GNUTLS_E_FILE_ERROR);
	CHECK(gnutls_x509_trust_list_remove_trust_mem(l, &root, GNUTLS_X509_FMT_PEM) == 1);
	CHECK(gnutls_x509_trust_list_remove_trust_mem(l, &root, GNUTLS_X509_FMT_PEM) == 0);
	CHECK(gnutls_x509_trust_list_remove_trust_mem(l, &bad, GNUTLS_X509_FMT_PEM) == GNUTLS_E_NO_CERTIFICATE_FOUND);
	CHECK(gnutls_x509_trust_list_remove_trust_mem(l, NULL, GNUTLS_X509_FMT_PEM) == 0);
	put(dir, "junk.txt", crl_pem);
	CHECK(gnutls_x509_trust_list_add_trust_dir(l, NULL, dir, GNUTLS_X509_FMT_PEM, 0, 0) == 1);
	unlink(path);
	unlink(junk);
	snprintf(path, sizeof(path), "%s/root.pem", dir);
	unlink(path);
	rmdir(dir);
	gnutls_x509_crt_deinit(leaf);
	gnutls_x509_trust_list_deinit(l, 1);
}

static int with_crl;

static int output(gnutls_x509_crt_t cert, gnutls_x509_crt_t issuer, gnutls_x509_crl_t crl, unsigned status)
{
	CHECK(cert != NULL);
	if (crl != NULL) {
		with_crl++;
		CHECK(issuer == NULL && status == (GNUTLS_CERT_INVALID | GNUTLS_CERT_REVOKED));
	}
	return 0;
}

static void revocation(void)
{
	gnutls_x509_trust_list_t l = empty();
	gnutls_x509_crt_t given = load(inter_pem), revoked = load(revoked_pem);
	gnutls_x509_crl_t crl = load_crl(), again = load_crl();
	unsigned status = 0;
	CHECK(gnutls_x509_trust_list_add_cas(l, &given, 1, 0) == 1);
	CHECK(gnutls_x509_trust_list_add_crls(l, NULL, 0, 0, 0) == 0);
	CHECK(gnutls_x509_trust_list_add_crls(l, &crl, 1, GNUTLS_TL_VERIFY_CRL, 0) == 1);
	CHECK(gnutls_x509_trust_list_add_crls(l, &again, 1, GNUTLS_TL_NO_DUPLICATES, 0) == 1);
	CHECK(gnutls_x509_trust_list_verify_crt(l, &revoked, 1, 0, &status, output) == 0);
	CHECK(status == (GNUTLS_CERT_INVALID | GNUTLS_CERT_REVOKED) && with_crl == 1);
	gnutls_x509_crt_deinit(revoked);
	gnutls_x509_trust_list_deinit(l, 1);
}

/* The root with another algorithm beside its signature than inside it. */
static gnutls_datum_t two_algorithms(void)
{
	static const unsigned char ecdsa_sha256[] = { 0x2a, 0x86, 0x48, 0xce, 0x3d, 4, 3, 2 };
	gnutls_x509_crt_t root = load(root_pem);
	gnutls_datum_t der, pem;
	CHECK(gnutls_x509_crt_export2(root, GNUTLS_X509_FMT_DER, &der) == 0);
	gnutls_x509_crt_deinit(root);
	for (unsigned i = der.size - sizeof(ecdsa_sha256);; i--)
		if (!memcmp(der.data + i, ecdsa_sha256, sizeof(ecdsa_sha256))) {
			der.data[i + 7] = 3;
			break;
		}
	CHECK(gnutls_pem_base64_encode2("CERTIFICATE", &der, &pem) == 0);
	gnutls_free(der.data);
	return pem;
}

static unsigned members(gnutls_x509_trust_list_t l)
{
	gnutls_x509_trust_list_iter_t iter = NULL;
	gnutls_x509_crt_t c;
	unsigned n = 0;
	while (!gnutls_x509_trust_list_iter_get_ca(l, &iter, &c))
		gnutls_x509_crt_deinit(c), n++;
	return n;
}

/* A text of which one block is no certificate adds none and says what is wrong. */
static void all_or_none(void)
{
	static const char undecodable[] = "-----BEGIN CERTIFICATE-----\n!!!!\n-----END CERTIFICATE-----\n";
	gnutls_datum_t bad = two_algorithms();
	const struct { const char *parts[4]; int code, members; } cases[] = {
		{ { root_pem, inter_pem }, 2, 2 },
		{ { root_pem, root_pem }, 2, 1 },
		{ { (char *)bad.data }, GNUTLS_E_CERTIFICATE_ERROR, 0 },
		{ { root_pem, (char *)bad.data, inter_pem }, GNUTLS_E_CERTIFICATE_ERROR, 0 },
		{ { (char *)bad.data, root_pem }, GNUTLS_E_CERTIFICATE_ERROR, 0 },
		{ { root_pem, undecodable, inter_pem }, GNUTLS_E_BASE64_UNEXPECTED_HEADER_ERROR, 0 },
		{ { undecodable, root_pem }, GNUTLS_E_BASE64_UNEXPECTED_HEADER_ERROR, 0 },
	};
	for (unsigned i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		static char all[8000];
		all[0] = 0;
		for (int j = 0; cases[i].parts[j]; j++)
			strcat(all, cases[i].parts[j]);
		gnutls_datum_t d = text(all);
		gnutls_x509_trust_list_t l = empty(), of_cred;
		gnutls_certificate_credentials_t cred;
		CHECK(gnutls_x509_trust_list_add_trust_mem(l, &d, NULL, GNUTLS_X509_FMT_PEM, 0, 0) == cases[i].code);
		CHECK(members(l) == (unsigned)cases[i].members);
		gnutls_certificate_allocate_credentials(&cred);
		CHECK(gnutls_certificate_set_x509_trust_mem(cred, &d, GNUTLS_X509_FMT_PEM) == cases[i].code);
		gnutls_certificate_get_trust_list(cred, &of_cred);
		CHECK(members(of_cred) == (unsigned)cases[i].members);
		gnutls_certificate_free_credentials(cred);
		gnutls_x509_trust_list_deinit(l, 1);
	}
	gnutls_free(bad.data);
}

int main(void)
{
	named();
	issuers();
	fetched();
	files();
	all_or_none();
	revocation();
	return check_result();
}
