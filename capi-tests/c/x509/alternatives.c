/* Chains in which an authority has several certificates: an invalid one does not hide a valid one. */
#include <gnutls/gnutls.h>
#include <gnutls/x509.h>
#include "authority.h"

#ifdef OURS
#define EITHER(ours, theirs) (ours)
#else
#define EITHER(ours, theirs) (theirs)
#endif

#define LAST { NULL, 0, NULL, 0 }

static void of_one_key(const struct entity *root)
{
	const struct extension limits[] = { EXTENSION(NAME_CONSTRAINTS, 1, "\x30\x11\xa0\x0f\x30\x0d\x82\x0b" "example.net"), LAST };
	const struct extension strange[] = { EXTENSION("1.2.3.4", 1, "\x05\0"), LAST };
	struct entity good = MAKE("ca", root), stranger = MAKE("stranger", NULL);
	struct entity bad[] = {
		MAKE("ca", root, .same_key = &good, .from = -9, .to = -1),
		MAKE("ca", root, .same_key = &good, .plain = 1),
		MAKE("ca", root, .same_key = &good, .extensions = limits),
		MAKE("ca", root, .same_key = &good, .extensions = strange),
		MAKE("ca", &stranger, .same_key = &good),
		MAKE("ca", root),
	};
	static const unsigned alone[] = {
		GNUTLS_CERT_EXPIRED, GNUTLS_CERT_SIGNER_NOT_CA, GNUTLS_CERT_SIGNER_CONSTRAINTS_FAILURE,
		GNUTLS_CERT_UNKNOWN_CRIT_EXTENSIONS, GNUTLS_CERT_SIGNER_NOT_FOUND, GNUTLS_CERT_SIGNATURE_FAILURE,
	};
	struct entity end = END(&good);
	for (int i = 0; i < 6; i++) {
		STATUS(alone[i], LIST(root), LIST(&end, &bad[i]), NULL, NULL, 0);
		STATUS(0, LIST(root), LIST(&end, &good, &bad[i]), NULL, NULL, 0);
		STATUS(EITHER(0, alone[i]), LIST(root), LIST(&end, &bad[i], &good), NULL, NULL, 0);
		STATUS(alone[i], LIST(root), LIST(&end, &bad[i], &good), NULL, NULL, GNUTLS_VERIFY_DO_NOT_ALLOW_UNSORTED_CHAIN);
	}
	for (int i = 0; i < 6; i++)
		entity_free(&bad[i]);
	entity_free(&good), entity_free(&stranger), entity_free(&end);
}

/* A revoked certificate of an authority is not passed over. */
static void revoked(const struct entity *root)
{
	struct entity good = MAKE("ca", root), bad = MAKE("ca", root, .same_key = &good), end = END(&good);
	gnutls_x509_crl_t crl = revocation_list(root, bad.crt, -1);
	STATUS(GNUTLS_CERT_REVOKED, LIST(root), LIST(&end, &bad, &good), crl, NULL, 0);
	gnutls_x509_crl_deinit(crl);
	entity_free(&good), entity_free(&bad), entity_free(&end);
}

int main(void)
{
	struct entity root = MAKE("root", NULL);
	of_one_key(&root);
	revoked(&root);
	entity_free(&root);
	return check_result();
}
