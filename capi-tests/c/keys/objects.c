/* Key objects: external keys, restrictions, flags, formats, and the callbacks that select a certificate. */
#include <gnutls/abstract.h>
#include <gnutls/crypto.h>
#include <gnutls/gnutls.h>
#include <gnutls/x509.h>
#include <stdlib.h>
#include <string.h>
#include "certs.h"
#include "check.h"
#include "key_tools.h"
#include "identities.h"
#include "kinds.h"
#include "pair.h"

/* --- external keys --- */
static int signed_times, decrypted_times, farewells;

static int ext_sign(gnutls_privkey_t key, void *userdata, const gnutls_datum_t *raw, gnutls_datum_t *signature)
{
	signed_times++;
	/* the callback gets the DigestInfo of the hash, and applies padding and RSA */
	return gnutls_privkey_sign_hash(userdata, 0, GNUTLS_PRIVKEY_SIGN_FLAG_TLS1_RSA, raw, signature);
}

static int ext_decrypt(gnutls_privkey_t key, void *userdata, const gnutls_datum_t *in, gnutls_datum_t *out)
{
	decrypted_times++;
	return gnutls_privkey_decrypt_data(userdata, 0, in, out);
}

static void ext_deinit(gnutls_privkey_t key, void *userdata)
{
	farewells++;
}

static int ext_info(gnutls_privkey_t key, unsigned int flags, void *userdata)
{
	if (flags & GNUTLS_PRIVKEY_INFO_PK_ALGO)
		return GNUTLS_PK_RSA;
	if (flags & GNUTLS_PRIVKEY_INFO_PK_ALGO_BITS)
		return 2048;
	return -1;
}

static void external(int which)
{
	gnutls_privkey_t own = load(rsa_key), k;
	gnutls_pubkey_t p;
	gnutls_datum_t hello = text("hello"), sig, sealed, opened;
	unsigned char out[5];
	signed_times = decrypted_times = farewells = 0;
	CHECK(gnutls_pubkey_init(&p) == 0 && gnutls_pubkey_import_privkey(p, own, 0, 0) == 0);
	CHECK(gnutls_privkey_init(&k) == 0);
	CHECK(gnutls_privkey_status(k) == 1);
	if (which == 1) {
		CHECK(gnutls_privkey_import_ext(k, GNUTLS_PK_RSA, own, NULL, NULL, 0) == GNUTLS_E_INVALID_REQUEST);
		CHECK(gnutls_privkey_import_ext(k, GNUTLS_PK_RSA, own, ext_sign, ext_decrypt, 0) == 0);
	} else if (which == 2) {
		CHECK(gnutls_privkey_import_ext2(k, GNUTLS_PK_RSA, own, ext_sign, ext_decrypt, ext_deinit, 0) == 0);
	} else {
		CHECK(gnutls_privkey_import_ext3(k, own, ext_sign, ext_decrypt, ext_deinit, NULL, 0) == GNUTLS_E_INVALID_REQUEST);
		CHECK(gnutls_privkey_import_ext3(k, own, ext_sign, ext_decrypt, ext_deinit, ext_info, 0) == 0);
	}
	CHECK(gnutls_privkey_get_type(k) == GNUTLS_PRIVKEY_EXT);
	CHECK(gnutls_privkey_status(k) == 1);
	CHECK(gnutls_privkey_get_pk_algorithm(k, NULL) == GNUTLS_PK_RSA);
	CHECK(gnutls_privkey_sign_data(k, GNUTLS_DIG_SHA256, 0, &hello, &sig) == 0 && signed_times == 1);
	CHECK(gnutls_pubkey_verify_data2(p, GNUTLS_SIGN_RSA_SHA256, 0, &hello, &sig) == 0);
	gnutls_free(sig.data);
	CHECK(gnutls_pubkey_encrypt_data(p, 0, &hello, &sealed) == 0);
	CHECK(gnutls_privkey_decrypt_data(k, 0, &sealed, &opened) == 0 && decrypted_times == 1);
	CHECK(opened.size == 5 && memcmp(opened.data, "hello", 5) == 0);
	gnutls_free(opened.data);
	CHECK(gnutls_privkey_decrypt_data2(k, 0, &sealed, out, 5) == 0 && memcmp(out, "hello", 5) == 0);
	gnutls_free(sealed.data);
	gnutls_privkey_deinit(k);
	CHECK(farewells == (which != 1));
	gnutls_privkey_deinit(own);
	gnutls_pubkey_deinit(p);
}

/* --- restrictions of RSA-PSS --- */
static void restrictions(void)
{
	gnutls_privkey_t k = load(rsa_key), ec = load(p521_key);
	gnutls_pubkey_t p;
	gnutls_x509_spki_t s;
	gnutls_datum_t hello = text("hello"), sig, der;
	gnutls_digest_algorithm_t dig = 0;
	unsigned salt = 0;
	gnutls_pubkey_init(&p);
	CHECK(gnutls_pubkey_import_privkey(p, k, 0, 0) == 0);
	CHECK(gnutls_x509_spki_init(&s) == 0);
	CHECK(gnutls_privkey_get_spki(ec, s, 0) < 0);
	gnutls_x509_spki_set_rsa_pss_params(s, GNUTLS_DIG_SHA384, 48);
	CHECK(gnutls_privkey_set_spki(k, s, 0) == 0);
	CHECK(gnutls_privkey_get_pk_algorithm(k, NULL) == GNUTLS_PK_RSA_PSS);
	CHECK(gnutls_privkey_set_spki(ec, s, 0) == GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_privkey_sign_data2(k, GNUTLS_SIGN_RSA_SHA384, 0, &hello, &sig) == GNUTLS_E_CONSTRAINT_ERROR);
	CHECK(gnutls_privkey_sign_data2(k, GNUTLS_SIGN_RSA_PSS_SHA256, 0, &hello, &sig) == GNUTLS_E_CONSTRAINT_ERROR);
	CHECK(gnutls_privkey_sign_data2(k, GNUTLS_SIGN_RSA_PSS_SHA384, 0, &hello, &sig) == 0);
	/* the public key verifies after the salt length is set */
	CHECK(gnutls_pubkey_set_spki(p, s, 0) == 0);
	CHECK(gnutls_pubkey_get_pk_algorithm(p, NULL) == GNUTLS_PK_RSA_PSS);
	CHECK(gnutls_pubkey_verify_data2(p, GNUTLS_SIGN_RSA_PSS_SHA384, 0, &hello, &sig) == 0);
	gnutls_free(sig.data);
	gnutls_x509_spki_deinit(s);
	CHECK(gnutls_x509_spki_init(&s) == 0);
	CHECK(gnutls_privkey_get_spki(k, s, 0) == 0);
	CHECK(gnutls_x509_spki_get_rsa_pss_params(s, &dig, &salt) == 0 && dig == GNUTLS_DIG_SHA384 && salt == 48);
	gnutls_x509_spki_deinit(s);
	CHECK(gnutls_x509_spki_init(&s) == 0);
	dig = 0;
	CHECK(gnutls_pubkey_get_spki(p, s, 0) == 0);
	CHECK(gnutls_x509_spki_get_rsa_pss_params(s, &dig, &salt) == 0 && dig == GNUTLS_DIG_SHA384 && salt == 48);
	CHECK(gnutls_pubkey_export2(p, GNUTLS_X509_FMT_PEM, &der) == 0);
	gnutls_free(der.data);
	gnutls_x509_spki_deinit(s);
	gnutls_pubkey_deinit(p);
	gnutls_privkey_deinit(k);
	gnutls_privkey_deinit(ec);
}

/* --- formats, flags, usage --- */
static void forms(void)
{
	gnutls_x509_privkey_t x;
	gnutls_privkey_t k = load(p521_key);
	gnutls_pubkey_t p, q;
	gnutls_x509_crt_t crt;
	gnutls_x509_spki_t s;
	gnutls_datum_t pem = text(p521_key), cert = text(server_pem), one, two, hello = text("hello"), sig, sig2;
	unsigned char buf[1024], digest[64];
	gnutls_datum_t hash = { digest, 64 };
	size_t n = 10;
	unsigned usage = 0;
	CHECK(gnutls_x509_privkey_init(&x) == 0 && gnutls_x509_privkey_import(x, &pem, GNUTLS_X509_FMT_PEM) == 0);
	CHECK(gnutls_x509_privkey_export(x, GNUTLS_X509_FMT_DER, buf, &n) == GNUTLS_E_SHORT_MEMORY_BUFFER && n > 10);
	CHECK(gnutls_x509_privkey_export(x, GNUTLS_X509_FMT_DER, buf, &n) == 0);
	CHECK(gnutls_x509_privkey_export2(x, GNUTLS_X509_FMT_DER, &one) == 0 && one.size == n && memcmp(one.data, buf, n) == 0);
	gnutls_free(one.data);
	CHECK(gnutls_x509_privkey_fix(x) == 0);
	CHECK(gnutls_x509_privkey_sec_param(x) == GNUTLS_SEC_PARAM_FUTURE);
	gnutls_x509_privkey_deinit(x);

	gnutls_pubkey_init(&p);
	CHECK(gnutls_pubkey_import_privkey(p, k, GNUTLS_KEY_DIGITAL_SIGNATURE, 0) == 0);
	CHECK(gnutls_pubkey_get_key_usage(p, &usage) == 0 && usage == GNUTLS_KEY_DIGITAL_SIGNATURE);
	CHECK(gnutls_pubkey_set_key_usage(p, GNUTLS_KEY_KEY_AGREEMENT) == 0);
	CHECK(gnutls_pubkey_get_key_usage(p, &usage) == 0 && usage == GNUTLS_KEY_KEY_AGREEMENT);
	n = sizeof(buf);
	CHECK(gnutls_pubkey_export(p, GNUTLS_X509_FMT_DER, buf, &n) == 0);
	CHECK(gnutls_pubkey_export2(p, GNUTLS_X509_FMT_DER, &two) == 0 && two.size == n && memcmp(two.data, buf, n) == 0);
	gnutls_free(two.data);

	/* flags of the key apply to each signature */
	gnutls_privkey_set_flags(k, GNUTLS_PRIVKEY_FLAG_REPRODUCIBLE);
	CHECK(gnutls_hash_fast(GNUTLS_DIG_SHA512, "hello", 5, digest) == 0);
	CHECK(gnutls_privkey_sign_hash(k, GNUTLS_DIG_SHA512, GNUTLS_PRIVKEY_FLAG_REPRODUCIBLE, &hash, &sig) == 0);
	CHECK(gnutls_privkey_sign_hash(k, GNUTLS_DIG_SHA512, GNUTLS_PRIVKEY_FLAG_REPRODUCIBLE, &hash, &sig2) == 0);
	CHECK(sig.size == sig2.size && memcmp(sig.data, sig2.data, sig.size) == 0);
	gnutls_pubkey_set_key_usage(p, 0);
	CHECK(gnutls_pubkey_verify_data2(p, GNUTLS_SIGN_ECDSA_SHA512, 0, &hello, &sig) == 0);
	gnutls_free(sig.data);
	gnutls_free(sig2.data);

	/* the key of a certificate */
	CHECK(gnutls_x509_crt_init(&crt) == 0 && gnutls_x509_crt_import(crt, &cert, GNUTLS_X509_FMT_PEM) == 0);
	gnutls_pubkey_init(&q);
	CHECK(gnutls_pubkey_import_x509(q, crt, 0) == 0);
	CHECK(gnutls_pubkey_get_pk_algorithm(q, NULL) == GNUTLS_PK_ECDSA);
	CHECK(gnutls_pubkey_get_key_usage(q, &usage) == 0 && usage == GNUTLS_KEY_DIGITAL_SIGNATURE);
	CHECK(gnutls_x509_spki_init(&s) == 0);
	CHECK(gnutls_x509_crt_get_spki(crt, s, 0) < 0 || gnutls_x509_spki_get_rsa_pss_params(s, NULL, NULL) < 0);
	gnutls_x509_spki_deinit(s);
	gnutls_x509_crt_deinit(crt);
	gnutls_pubkey_deinit(q);
	gnutls_pubkey_deinit(p);
	gnutls_privkey_deinit(k);
}

/* --- OpenPGP was removed: every function exists and returns an error --- */
static void openpgp(void)
{
	gnutls_privkey_t k;
	gnutls_pubkey_t p;
	gnutls_pcert_st pcert;
	gnutls_openpgp_keyid_t id = { 0 };
	gnutls_openpgp_privkey_t key = NULL;
	gnutls_openpgp_crt_t crt = NULL;
	gnutls_datum_t d = text("x");
	unsigned char buf[8];
	size_t n = sizeof(buf);
	unsigned subkey = 0;
	memset(&pcert, 0, sizeof(pcert));
	gnutls_privkey_init(&k);
	gnutls_pubkey_init(&p);
	CHECK(gnutls_privkey_import_openpgp(k, key, 0) == GNUTLS_E_UNIMPLEMENTED_FEATURE);
	CHECK(gnutls_privkey_import_openpgp_raw(k, &d, 0, id, NULL) == GNUTLS_E_UNIMPLEMENTED_FEATURE);
	CHECK(gnutls_privkey_export_openpgp(k, &key) == GNUTLS_E_UNIMPLEMENTED_FEATURE);
	CHECK(gnutls_pubkey_import_openpgp(p, crt, 0) == GNUTLS_E_UNIMPLEMENTED_FEATURE);
	CHECK(gnutls_pubkey_import_openpgp_raw(p, &d, 0, id, 0) == GNUTLS_E_UNIMPLEMENTED_FEATURE);
	CHECK(gnutls_pubkey_get_openpgp_key_id(p, 0, buf, &n, &subkey) == GNUTLS_E_UNIMPLEMENTED_FEATURE);
	CHECK(gnutls_pcert_import_openpgp(&pcert, crt, 0) == GNUTLS_E_UNIMPLEMENTED_FEATURE);
	CHECK(gnutls_pcert_import_openpgp_raw(&pcert, &d, 0, id, 0) == GNUTLS_E_UNIMPLEMENTED_FEATURE);
	CHECK(gnutls_pcert_export_openpgp(&pcert, &crt) == GNUTLS_E_UNIMPLEMENTED_FEATURE);
	gnutls_pubkey_deinit(p);
	gnutls_privkey_deinit(k);
}

/* --- the callbacks that select a certificate --- */
static gnutls_pcert_st answer;
static gnutls_privkey_t answer_key;
static int asked;

static int retrieve2(gnutls_session_t s, const gnutls_datum_t *req, int nreq, const gnutls_pk_algorithm_t *pk, int npk,
		     gnutls_pcert_st **pcert, unsigned int *n, gnutls_privkey_t *key)
{
	asked++;
	*pcert = &answer;
	*n = 1;
	*key = answer_key;
	return 0;
}

static int retrieve3(gnutls_session_t s, const struct gnutls_cert_retr_st *info, gnutls_pcert_st **certs, unsigned int *n,
		     gnutls_ocsp_data_st **ocsp, unsigned int *nocsp, gnutls_privkey_t *key, unsigned int *flags)
{
	asked++;
	*certs = &answer;
	*n = 1;
	*ocsp = NULL;
	*nocsp = 0;
	*key = answer_key;
	*flags = 0;
	return 0;
}

static void retrieval(int which)
{
	struct pair p;
	gnutls_datum_t cert = text(server_pem);
	int c, s;
	memset(&p, 0, sizeof(p));
	asked = 0;
	CHECK(gnutls_pcert_import_x509_raw(&answer, &cert, GNUTLS_X509_FMT_PEM, 0) == 0);
	answer_key = load(server_key_pem);
	gnutls_certificate_allocate_credentials(&p.ccred);
	gnutls_certificate_allocate_credentials(&p.scred);
	if (which == 2)
		gnutls_certificate_set_retrieve_function2(p.scred, retrieve2);
	else
		gnutls_certificate_set_retrieve_function3(p.scred, retrieve3);
	end_init(&p.client, &p.server, GNUTLS_CLIENT, "NORMAL", p.ccred);
	end_init(&p.server, &p.client, GNUTLS_SERVER, "NORMAL", p.scred);
	pair_handshake(&p, &c, &s);
	CHECK(c == 0 && s == 0 && asked == 1);
	pair_free(&p);
	gnutls_certificate_free_credentials(p.ccred);
	gnutls_certificate_free_credentials(p.scred);
	gnutls_pcert_deinit(&answer);
	gnutls_privkey_deinit(answer_key);
}

int main(void)
{
	external(1);
	external(2);
	external(3);
	restrictions();
	forms();
	openpgp();
	retrieval(2);
	retrieval(3);
	return check_result();
}
