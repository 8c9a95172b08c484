/* ML-DSA (FIPS 204) in certificates and in TLS 1.3: the library signs with and accepts the schemes that NORMAL
 * offers. */
#include <gnutls/abstract.h>
#include <gnutls/gnutls.h>
#include <gnutls/x509.h>
#include <string.h>
#include <time.h>
#include "check.h"

#if GNUTLS_VERSION_NUMBER < 0x03080d
/* The installed library is too old. */
int main(void)
{
	return check_result();
}
#else
#include "key_tools.h"
#include "pair.h"

#define TLS12 "NORMAL:-VERS-ALL:+VERS-TLS1.2"

static const struct kind { gnutls_pk_algorithm_t pk; gnutls_sign_algorithm_t sign; unsigned bits; const char *name; } kinds[] = {
	{ GNUTLS_PK_MLDSA44, GNUTLS_SIGN_MLDSA44, 8 * 1312, "ML-DSA-44" },
	{ GNUTLS_PK_MLDSA65, GNUTLS_SIGN_MLDSA65, 8 * 1952, "ML-DSA-65" },
	{ GNUTLS_PK_MLDSA87, GNUTLS_SIGN_MLDSA87, 8 * 2592, "ML-DSA-87" },
};

/* What 3.8.13 reports about them, although Debian's build does not support them. */
static void facts(void)
{
	for (size_t i = 0; i < 3; i++) {
		const struct kind *k = &kinds[i];
		CHECK(strcmp(gnutls_sign_get_name(k->sign), k->name) == 0 && gnutls_sign_get_id(k->name) == k->sign);
		CHECK(strcmp(gnutls_pk_get_name(k->pk), k->name) == 0 && gnutls_pk_get_id(k->name) == k->pk);
		CHECK(gnutls_oid_to_sign(gnutls_sign_get_oid(k->sign)) == k->sign && gnutls_oid_to_pk(gnutls_pk_get_oid(k->pk)) == k->pk);
		CHECK(gnutls_sign_get_hash_algorithm(k->sign) == GNUTLS_DIG_SHAKE_256);
		CHECK(gnutls_pk_to_sign(k->pk, GNUTLS_DIG_SHAKE_256) == k->sign);
		CHECK(gnutls_pk_to_sign(k->pk, GNUTLS_DIG_SHA512) == GNUTLS_SIGN_UNKNOWN);
		CHECK(gnutls_sign_supports_pk_algorithm(k->sign, k->pk) && !gnutls_sign_supports_pk_algorithm(k->sign, GNUTLS_PK_RSA));
		CHECK(gnutls_sign_is_secure(k->sign) && gnutls_sign_is_secure2(k->sign, GNUTLS_SIGN_FLAG_SECURE_FOR_CERTS));
		CHECK(gnutls_sec_param_to_pk_bits(k->pk, GNUTLS_SEC_PARAM_HIGH) == 0);
		CHECK(gnutls_sec_param_to_pk_bits(k->pk, GNUTLS_SEC_PARAM_ULTRA) == 1952);
		CHECK(gnutls_sec_param_to_pk_bits(k->pk, GNUTLS_SEC_PARAM_FUTURE) == 2592);
		CHECK(gnutls_pk_bits_to_sec_param(k->pk, 0) == GNUTLS_SEC_PARAM_UNKNOWN);
		CHECK(gnutls_pk_bits_to_sec_param(k->pk, 1) == GNUTLS_SEC_PARAM_HIGH);
		CHECK(gnutls_pk_bits_to_sec_param(k->pk, 1951) == GNUTLS_SEC_PARAM_HIGH);
		CHECK(gnutls_pk_bits_to_sec_param(k->pk, 1952) == GNUTLS_SEC_PARAM_ULTRA);
		CHECK(gnutls_pk_bits_to_sec_param(k->pk, 2592) == GNUTLS_SEC_PARAM_FUTURE);
	}
}

/* A self-signed certificate for localhost. */
static gnutls_x509_crt_t certificate(gnutls_x509_privkey_t key)
{
	gnutls_x509_crt_t c;
	time_t now = time(NULL);
	gnutls_x509_crt_init(&c);
	CHECK(gnutls_x509_crt_set_version(c, 3) == 0 && gnutls_x509_crt_set_serial(c, "\1", 1) == 0);
	CHECK(gnutls_x509_crt_set_dn(c, "CN=localhost", NULL) == 0 && gnutls_x509_crt_set_key(c, key) == 0);
	CHECK(gnutls_x509_crt_set_subject_alt_name(c, GNUTLS_SAN_DNSNAME, "localhost", 9, 0) == 0);
	CHECK(gnutls_x509_crt_set_basic_constraints(c, 1, -1) == 0);
	gnutls_x509_crt_set_activation_time(c, now - 1000);
	gnutls_x509_crt_set_expiration_time(c, now + 1000000);
	CHECK(gnutls_x509_crt_sign2(c, c, key, GNUTLS_DIG_SHAKE_256, 0) == 0);
	return c;
}

/* A handshake with a server that has only this certificate; returns the codes of both sides. */
static void handshake(const struct kind *k, gnutls_x509_crt_t crt, gnutls_x509_privkey_t key, const char *client, const char *server,
		      int want)
{
	struct pair p = { 0 };
	unsigned status = 1;
	int c, s;
	gnutls_certificate_allocate_credentials(&p.ccred);
	gnutls_certificate_allocate_credentials(&p.scred);
	CHECK(gnutls_certificate_set_x509_trust(p.ccred, &crt, 1) == 1);
	CHECK(gnutls_certificate_set_x509_key(p.scred, &crt, 1, key) >= 0);
	end_init(&p.client, &p.server, GNUTLS_CLIENT, client, p.ccred);
	end_init(&p.server, &p.client, GNUTLS_SERVER, server, p.scred);
	pair_handshake(&p, &c, &s);
	CHECK(want ? c == 0 && s == 0 : c < 0 && s < 0);
	if (want && c == 0) {
		CHECK(gnutls_sign_algorithm_get(p.client.s) == (int)k->sign && gnutls_sign_algorithm_get(p.server.s) == (int)k->sign);
		CHECK(gnutls_certificate_verify_peers3(p.client.s, "localhost", &status) == 0 && status == 0);
	}
	pair_free(&p);
	gnutls_certificate_free_credentials(p.ccred);
	gnutls_certificate_free_credentials(p.scred);
}

/* The strength of a certificate is that of its parameter set: categories 2, 3 and 5. */
static void profiles(gnutls_x509_crt_t crt, int strength)
{
	static const unsigned levels[] = { GNUTLS_PROFILE_HIGH, GNUTLS_PROFILE_ULTRA, GNUTLS_PROFILE_FUTURE };
	gnutls_x509_trust_list_t list;
	unsigned status;
	gnutls_x509_trust_list_init(&list, 0);
	CHECK(gnutls_x509_trust_list_add_cas(list, &crt, 1, 0) == 1);
	for (int i = 0; i < 3; i++) {
		CHECK(gnutls_x509_trust_list_verify_crt(list, &crt, 1, GNUTLS_PROFILE_TO_VFLAGS(levels[i]), &status, NULL) == 0);
		CHECK(i <= strength ? status == 0 : (status & GNUTLS_CERT_INSECURE_ALGORITHM) != 0);
	}
	gnutls_x509_trust_list_deinit(list, 0);
}

/* Reads the hello of a client; returns the number of ML-DSA schemes in its signature_algorithms. */
static int offered(const char *priority)
{
	struct pair p = { 0 };
	int n = 0;
	gnutls_certificate_allocate_credentials(&p.ccred);
	end_init(&p.client, &p.server, GNUTLS_CLIENT, priority, p.ccred);
	end_init(&p.server, &p.client, GNUTLS_SERVER, "NORMAL", p.ccred);
	CHECK(gnutls_handshake(p.client.s) == GNUTLS_E_AGAIN);
	/* record, message, version, random; session, suites, compression; extensions */
	unsigned char *at = p.server.in.data + 5 + 4 + 34, *end = p.server.in.data + p.server.in.used;
	at += 1 + at[0];
	at += 2 + (at[0] << 8 | at[1]);
	at += 1 + at[0] + 2;
	for (; at + 4 <= end; at += 4 + (at[2] << 8 | at[3]))
		for (unsigned i = 6; (at[0] << 8 | at[1]) == 13 && i < 4u + (at[2] << 8 | at[3]); i += 2)
			n += at[i] == 9 && at[i + 1] >= 4 && at[i + 1] <= 6;
	pair_free(&p);
	gnutls_certificate_free_credentials(p.ccred);
	return n;
}

int main(void)
{
	facts();
	CHECK(offered("NORMAL") == 3 && offered(TLS12) == 0 && offered("SECURE128") == 0);
	CHECK(offered("NORMAL:-VERS-ALL:+VERS-TLS1.3:-SIGN-ALL:+SIGN-ML-DSA-65") == 1);
	for (int i = 0; has_mldsa() && i < 3; i++) {
		gnutls_x509_privkey_t key;
		gnutls_digest_algorithm_t digest;
		gnutls_pubkey_t p;
		unsigned bits = 0, fixed = 1;
		gnutls_x509_privkey_init(&key);
		CHECK(gnutls_x509_privkey_generate(key, kinds[i].pk, 0, 0) == 0);
		gnutls_x509_crt_t crt = certificate(key);
		CHECK(gnutls_x509_crt_get_pk_algorithm(crt, &bits) == (int)kinds[i].pk && bits == kinds[i].bits);
		CHECK(gnutls_x509_crt_get_signature_algorithm(crt) == (int)kinds[i].sign);
		gnutls_pubkey_init(&p);
		CHECK(gnutls_pubkey_import_x509(p, crt, 0) == 0);
		CHECK(gnutls_pubkey_get_preferred_hash_algorithm(p, &digest, &fixed) == 0 && digest == GNUTLS_DIG_SHAKE_256 && fixed == 0);
		gnutls_pubkey_deinit(p);
		profiles(crt, i);
		handshake(&kinds[i], crt, key, "NORMAL", "NORMAL", 1);
		handshake(&kinds[i], crt, key, TLS12, "NORMAL", 0);
		handshake(&kinds[i], crt, key, "NORMAL", TLS12, 0);
		handshake(&kinds[i], crt, key, "SECURE128", "NORMAL", 0);
		gnutls_x509_crt_deinit(crt);
		gnutls_x509_privkey_deinit(key);
	}
	return check_result();
}
#endif
