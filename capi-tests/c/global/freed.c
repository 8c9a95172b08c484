/* What is made and freed again leaves nothing behind: the heap does not grow with the rounds. */
#include <malloc.h>
#include <gnutls/crypto.h>
#include <gnutls/x509-ext.h>
#include "credentials.h"
#include "keys.h"

/* An export of GnuTLS that no header of 3.7.9 declares. */
extern char *(*gnutls_strdup)(const char *);

#define ROUNDS 200

/* The bytes that the program has from malloc. */
static size_t heap(void)
{
	return mallinfo2().uordblks;
}

/* `make` is 0 each time. The first rounds may fill what is kept for the process, and malloc keeps some chunks that were freed; but
 * what each round leaves is 32 octets at least. */
#define FREED(make, release) \
	do { \
		size_t before_ = 0; \
		int made_ = 0; \
		for (; made_ < 2 * ROUNDS && (make) == 0; made_++) { \
			release; \
			if (made_ == ROUNDS) \
				before_ = heap(); \
		} \
		CHECK(made_ == 2 * ROUNDS); \
		CHECK(heap() < before_ + 16 * ROUNDS); \
	} while (0)

/* Does the macro see what is not freed? */
static void test_leak(void)
{
	static void *kept[2 * ROUNDS];
	int failures = check_failures, n = 0;
	FILE *quiet = fopen("/dev/null", "w"), *loud = stderr;

	stderr = quiet;
	FREED((kept[n] = malloc(1)) == NULL, n++);
	stderr = loud;
	fclose(quiet);
	n = check_failures - failures;
	check_failures = failures;
	CHECK(n == 1);
	for (int i = 0; i < 2 * ROUNDS; i++)
		free(kept[i]);
}

static void test_certificates(void)
{
	gnutls_datum_t pem = text(leaf_pem), root = text(root_pem);
	gnutls_x509_crt_t crt, trusted, lent;
	gnutls_x509_crl_t crl;
	gnutls_x509_crq_t crq;
	gnutls_x509_dn_t dn;
	gnutls_x509_ext_st extension;
	gnutls_x509_trust_list_t list;
	gnutls_x509_trust_list_iter_t iter;
	gnutls_pcert_st pcert;

	FREED(gnutls_x509_crt_init(&crt) || gnutls_x509_crt_import(crt, &pem, GNUTLS_X509_FMT_PEM),
	      gnutls_x509_crt_deinit(crt));
	FREED(gnutls_x509_crl_init(&crl), gnutls_x509_crl_deinit(crl));
	FREED(gnutls_x509_crq_init(&crq) || gnutls_x509_crq_set_dn(crq, "CN=one", NULL), gnutls_x509_crq_deinit(crq));
	FREED(gnutls_x509_dn_init(&dn) || gnutls_x509_dn_set_str(dn, "CN=one", NULL), gnutls_x509_dn_deinit(dn));
	FREED(gnutls_pcert_import_x509_raw(&pcert, &pem, GNUTLS_X509_FMT_PEM, 0), gnutls_pcert_deinit(&pcert));
	FREED(gnutls_x509_trust_list_init(&list, 0) ||
		      gnutls_x509_trust_list_add_trust_mem(list, &root, NULL, GNUTLS_X509_FMT_PEM, 0, 0) != 1,
	      gnutls_x509_trust_list_deinit(list, 1));

	/* An iterator that did not come to its end. */
	CHECK(gnutls_x509_trust_list_init(&list, 0) == 0);
	CHECK(gnutls_x509_trust_list_add_trust_mem(list, &root, NULL, GNUTLS_X509_FMT_PEM, 0, 0) == 1);
	FREED((iter = NULL, gnutls_x509_trust_list_iter_get_ca(list, &iter, &trusted)),
	      (gnutls_x509_crt_deinit(trusted), gnutls_x509_trust_list_iter_deinit(iter)));
	CHECK(gnutls_x509_crt_init(&crt) == 0 && gnutls_x509_crt_import(crt, &root, GNUTLS_X509_FMT_PEM) == 0);
	CHECK(gnutls_x509_trust_list_get_issuer(list, crt, &lent, 0) == 0 && gnutls_x509_crt_equals(lent, crt));
	gnutls_x509_crt_deinit(crt);
	gnutls_x509_trust_list_deinit(list, 1);

	FREED((extension.oid = gnutls_strdup("1.2.3")) == NULL || !(extension.data.data = (void *)gnutls_strdup("abc")),
	      gnutls_x509_ext_deinit(&extension));
}

static void test_extensions(void)
{
	gnutls_datum_t name = { (void *)"a.example", 9 };
	gnutls_subject_alt_names_t names;
	gnutls_x509_aia_t aia;
	gnutls_x509_aki_t aki;
	gnutls_x509_crl_dist_points_t points;
	gnutls_x509_ct_scts_t scts;
	gnutls_x509_key_purposes_t purposes;
	gnutls_x509_name_constraints_t constraints;
	gnutls_x509_policies_t policies;
	gnutls_x509_tlsfeatures_t features;
	gnutls_x509_spki_t spki;
	/* An OCTET STRING of a list with one timestamp (RFC 6962 section 3.3): version, log, time, no extensions, signature. */
	static const unsigned char list[] = {
		4, 53, 0, 51, 0, 49, 0, [7 ... 38] = 7, 0, 0, 1, 0x8b, 0xcf, 0xe5, 0x68, 0, 0, 0, 4, 3, 0, 2, 0xaa, 0xbb,
	};
	gnutls_datum_t timestamps = { (void *)list, sizeof list };

	FREED(gnutls_subject_alt_names_init(&names) || gnutls_subject_alt_names_set(names, GNUTLS_SAN_DNSNAME, &name, NULL),
	      gnutls_subject_alt_names_deinit(names));
	FREED(gnutls_x509_aia_init(&aia) || gnutls_x509_aia_set(aia, GNUTLS_OID_AD_OCSP, GNUTLS_SAN_URI, &name),
	      gnutls_x509_aia_deinit(aia));
	FREED(gnutls_x509_aki_init(&aki) || gnutls_x509_aki_set_id(aki, &name), gnutls_x509_aki_deinit(aki));
	FREED(gnutls_x509_crl_dist_points_init(&points) || gnutls_x509_crl_dist_points_set(points, GNUTLS_SAN_URI, &name, 0),
	      gnutls_x509_crl_dist_points_deinit(points));
	FREED(gnutls_x509_ext_ct_scts_init(&scts) || gnutls_x509_ext_ct_import_scts(&timestamps, scts, 0),
	      gnutls_x509_ext_ct_scts_deinit(scts));
	FREED(gnutls_x509_key_purpose_init(&purposes) || gnutls_x509_key_purpose_set(purposes, GNUTLS_KP_TLS_WWW_SERVER),
	      gnutls_x509_key_purpose_deinit(purposes));
	FREED(gnutls_x509_name_constraints_init(&constraints) ||
		      gnutls_x509_name_constraints_add_permitted(constraints, GNUTLS_SAN_DNSNAME, &name),
	      gnutls_x509_name_constraints_deinit(constraints));
	FREED(gnutls_x509_policies_init(&policies), gnutls_x509_policies_deinit(policies));
	FREED(gnutls_x509_tlsfeatures_init(&features) || gnutls_x509_tlsfeatures_add(features, 5),
	      gnutls_x509_tlsfeatures_deinit(features));
	FREED(gnutls_x509_spki_init(&spki), gnutls_x509_spki_deinit(spki));
}

static void test_keys(void)
{
	gnutls_datum_t pem = text(rsa_pem), bytes = { (void *)"0123456789abcdef", 16 };
	gnutls_x509_privkey_t x509_key;
	gnutls_privkey_t key;
	gnutls_pubkey_t public;
	gnutls_cipher_hd_t cipher;
	gnutls_aead_cipher_hd_t aead;
	gnutls_hash_hd_t hash;
	gnutls_hmac_hd_t hmac;
	gnutls_dh_params_t dh;

	FREED(gnutls_x509_privkey_init(&x509_key) || gnutls_x509_privkey_import(x509_key, &pem, GNUTLS_X509_FMT_PEM),
	      gnutls_x509_privkey_deinit(x509_key));
	FREED(gnutls_privkey_init(&key) || gnutls_privkey_import_x509_raw(key, &pem, GNUTLS_X509_FMT_PEM, NULL, 0),
	      gnutls_privkey_deinit(key));
	CHECK(gnutls_privkey_init(&key) == 0 && gnutls_privkey_import_x509_raw(key, &pem, GNUTLS_X509_FMT_PEM, NULL, 0) == 0);
	FREED(gnutls_pubkey_init(&public) || gnutls_pubkey_import_privkey(public, key, 0, 0), gnutls_pubkey_deinit(public));
	gnutls_privkey_deinit(key);
	FREED(gnutls_cipher_init(&cipher, GNUTLS_CIPHER_AES_128_CBC, &bytes, &bytes), gnutls_cipher_deinit(cipher));
	FREED(gnutls_aead_cipher_init(&aead, GNUTLS_CIPHER_AES_128_GCM, &bytes), gnutls_aead_cipher_deinit(aead));
	FREED(gnutls_hash_init(&hash, GNUTLS_DIG_SHA256), gnutls_hash_deinit(hash, NULL));
	FREED(gnutls_hmac_init(&hmac, GNUTLS_MAC_SHA256, bytes.data, bytes.size), gnutls_hmac_deinit(hmac, NULL));
	FREED(gnutls_dh_params_init(&dh) ||
		      gnutls_dh_params_import_raw(dh, &gnutls_ffdhe_2048_group_prime, &gnutls_ffdhe_2048_group_generator),
	      gnutls_dh_params_deinit(dh));
}

static void test_sessions(void)
{
	gnutls_datum_t root = text(root_pem);
	gnutls_session_t session;
	gnutls_priority_t priority;
	gnutls_certificate_credentials_t cred;
	gnutls_anon_client_credentials_t anon_client;
	gnutls_anon_server_credentials_t anon_server;
	gnutls_psk_client_credentials_t psk_client;
	gnutls_psk_server_credentials_t psk_server;

	FREED(gnutls_init(&session, GNUTLS_CLIENT) || gnutls_set_default_priority(session), gnutls_deinit(session));
	FREED(gnutls_priority_init(&priority, "NORMAL", NULL), gnutls_priority_deinit(priority));
	FREED((cred = credentials(server_pem, server_key_pem)) == NULL, gnutls_certificate_free_credentials(cred));
	FREED(gnutls_anon_allocate_client_credentials(&anon_client), gnutls_anon_free_client_credentials(anon_client));
	FREED(gnutls_anon_allocate_server_credentials(&anon_server), gnutls_anon_free_server_credentials(anon_server));
	FREED(gnutls_psk_allocate_client_credentials(&psk_client), gnutls_psk_free_client_credentials(psk_client));
	FREED(gnutls_psk_allocate_server_credentials(&psk_server), gnutls_psk_free_server_credentials(psk_server));

	/* The credentials stay, what they hold goes. */
	cred = credentials(NULL, NULL);
	FREED(gnutls_certificate_set_x509_trust_mem(cred, &root, GNUTLS_X509_FMT_PEM) != 1,
	      gnutls_certificate_free_cas(cred));
	gnutls_certificate_free_credentials(cred);
}

int main(void)
{
	test_leak();
	test_certificates();
	test_extensions();
	test_keys();
	test_sessions();
	return check_result();
}
