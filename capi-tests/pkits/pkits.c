// NIST's path validation cases (PKITS): pkits DIRECTORY < CASES, where CASES is what cases.py writes.
//
// The root is the anchor, the CRLs are added to the trust list as they are. A line per case: id, name, the standard's verdict, ours, the
// status word. The clock stands in 2020, when every certificate is valid that is meant to be.
#include <gnutls/gnutls.h>
#include <gnutls/x509.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define ANCHOR "TrustAnchorRootCertificate.crt"
#define ANCHOR_CRL "TrustAnchorRootCRL.crl"
#define MANY 32

static time_t frozen(time_t *t)
{
	if (t)
		*t = 1590000000;
	return 1590000000;
}

static gnutls_datum_t load(const char *dir, const char *sub, const char *name)
{
	gnutls_datum_t d = { 0 };
	char path[4096];

	snprintf(path, sizeof(path), "%s/%s/%s", dir, sub, name);
	if (gnutls_load_file(path, &d) < 0) {
		fprintf(stderr, "cannot read %s\n", path);
		exit(2);
	}
	return d;
}

static int read_crt(const char *dir, const char *name, gnutls_x509_crt_t *out)
{
	gnutls_datum_t d = load(dir, "certs", name);
	int ret;

	gnutls_x509_crt_init(out);
	ret = gnutls_x509_crt_import(*out, &d, GNUTLS_X509_FMT_DER);
	gnutls_free(d.data);
	return ret;
}

static int read_crl(const char *dir, const char *name, gnutls_x509_crl_t *out)
{
	gnutls_datum_t d = load(dir, "crls", name);
	int ret;

	gnutls_x509_crl_init(out);
	ret = gnutls_x509_crl_import(*out, &d, GNUTLS_X509_FMT_DER);
	gnutls_free(d.data);
	return ret;
}

static unsigned int decide(const char *dir, char *certs, char *crls)
{
	gnutls_x509_trust_list_t list;
	gnutls_x509_crt_t chain[MANY], root;
	gnutls_x509_crl_t crl;
	unsigned int n = 0, status = 0;
	char *name, *rest;
	int ret;

	gnutls_x509_trust_list_init(&list, 0);
	read_crt(dir, ANCHOR, &root);
	gnutls_x509_trust_list_add_cas(list, &root, 1, 0);
	read_crl(dir, ANCHOR_CRL, &crl);
	gnutls_x509_trust_list_add_crls(list, &crl, 1, 0, 0);
	for (name = strtok_r(crls, ",", &rest); name; name = strtok_r(NULL, ",", &rest)) {
		if (!strcmp(name, "-") || !strcmp(name, ANCHOR_CRL))
			continue;
		ret = read_crl(dir, name, &crl);
		if (ret < 0 || gnutls_x509_trust_list_add_crls(list, &crl, 1, 0, 0) < 0)
			gnutls_x509_crl_deinit(crl);
	}
	for (name = strtok_r(certs, ",", &rest); name && n < MANY; name = strtok_r(NULL, ",", &rest)) {
		// What cannot be read is refused.
		if (read_crt(dir, name, &chain[n++]) < 0)
			status = GNUTLS_CERT_INVALID;
	}
	if (!status && gnutls_x509_trust_list_verify_crt2(list, chain, n, NULL, 0, GNUTLS_VERIFY_ALLOW_BROKEN, &status, NULL) < 0)
		status = GNUTLS_CERT_INVALID;
	while (n)
		gnutls_x509_crt_deinit(chain[--n]);
	gnutls_x509_trust_list_deinit(list, 1);
	return status;
}

int main(int argc, char **argv)
{
	char line[8192], *id, *name, *want, *inputs, *certs, *crls, *rest;
	unsigned int status;

	if (argc != 2)
		return 2;
	gnutls_global_set_time_function(frozen);
	while (fgets(line, sizeof(line), stdin)) {
		id = strtok_r(line, "\t\n", &rest);
		name = strtok_r(NULL, "\t\n", &rest);
		want = strtok_r(NULL, "\t\n", &rest);
		inputs = strtok_r(NULL, "\t\n", &rest);
		certs = strtok_r(NULL, "\t\n", &rest);
		crls = strtok_r(NULL, "\t\n", &rest);
		if (!crls)
			return 2;
		status = decide(argv[1], certs, crls);
		printf("%s\t%s\t%s\t%s\t%s\t0x%x\n", id, name, inputs, want, status ? "invalid" : "valid", status);
	}
	return 0;
}
