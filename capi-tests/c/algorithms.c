/* Algorithms by number, by name and by object identifier; lists; suites; security levels. */
#include <gnutls/gnutls.h>
#include <gnutls/abstract.h>
#include <gnutls/crypto.h>
#include <gnutls/x509.h>
#include <string.h>
#include <strings.h>
#include "check.h"
#include "algorithms_facts.h"

#pragma GCC diagnostic ignored "-Wdeprecated-declarations" /* compression */

#define EACH(table) for (size_t i = 0; i < sizeof table / sizeof table[0]; i++)

static int same(const char *a, const char *b)
{
	return a == NULL || b == NULL ? a == b : strcmp(a, b) == 0;
}

/* Debian builds 3.8.13 without SRP. */
static int without_srp(void)
{
	return REFERENCE_3_8 && gnutls_kx_get_id("SRP") == GNUTLS_KX_UNKNOWN;
}

static void properties(void)
{
	EACH(ciphers) {
		CHECK(same(gnutls_cipher_get_name(ciphers[i].id), ciphers[i].name));
		CHECK(gnutls_cipher_get_key_size(ciphers[i].id) == (size_t)ciphers[i].key);
		CHECK(gnutls_cipher_get_block_size(ciphers[i].id) == (unsigned)ciphers[i].block);
		CHECK(gnutls_cipher_get_iv_size(ciphers[i].id) == (unsigned)ciphers[i].iv);
		CHECK(gnutls_cipher_get_tag_size(ciphers[i].id) == (unsigned)ciphers[i].tag);
	}
	EACH(macs) {
		CHECK(same(gnutls_mac_get_name(macs[i].id), macs[i].name));
		CHECK(gnutls_mac_get_key_size(macs[i].id) == (size_t)macs[i].key);
		CHECK(gnutls_mac_get_nonce_size(macs[i].id) == (size_t)macs[i].nonce);
	}
	EACH(digests) {
		CHECK(same(gnutls_digest_get_name(digests[i].id), digests[i].name));
		CHECK(same(gnutls_digest_get_oid(digests[i].id), digests[i].oid));
		CHECK((int)gnutls_oid_to_digest(digests[i].oid) == digests[i].id);
		CHECK((int)gnutls_digest_get_id(digests[i].name) == digests[i].id);
	}
	EACH(kxs) {
		if (without_srp() && strstr(kxs[i].name, "SRP"))
			continue;
		CHECK(same(gnutls_kx_get_name(kxs[i].id), kxs[i].name));
		CHECK((int)gnutls_kx_get_id(kxs[i].name) == kxs[i].id);
	}
	EACH(groups)
		CHECK(same(gnutls_group_get_name(groups[i].id), groups[i].name));
	EACH(versions) {
		CHECK(same(gnutls_protocol_get_name(versions[i].id), versions[i].name));
		CHECK((int)gnutls_protocol_get_id(versions[i].name) == versions[i].id);
	}
	CHECK(gnutls_protocol_get_id("TLS9.9") == GNUTLS_VERSION_UNKNOWN);
	EACH(pks) {
		CHECK(same(gnutls_pk_get_name(pks[i].id), pks[i].name));
		CHECK(same(gnutls_pk_algorithm_get_name(pks[i].id), pks[i].name));
		CHECK(same(gnutls_pk_get_oid(pks[i].id), pks[i].oid));
		CHECK((int)gnutls_pk_get_id(pks[i].name) == pks[i].id);
	}
	EACH(signs) {
		CHECK(same(gnutls_sign_get_name(signs[i].id), signs[i].name));
		CHECK(same(gnutls_sign_get_oid(signs[i].id), signs[i].oid));
		CHECK((int)gnutls_sign_get_id(signs[i].name) == signs[i].id);
		CHECK((int)gnutls_sign_get_hash_algorithm(signs[i].id) == signs[i].hash);
		CHECK((int)gnutls_sign_get_pk_algorithm(signs[i].id) == signs[i].pk);
		CHECK(gnutls_sign_supports_pk_algorithm(signs[i].id, signs[i].pk) == 1);
		CHECK((int)gnutls_sign_is_secure(signs[i].id) == signs[i].secure);
		CHECK((int)gnutls_sign_is_secure2(signs[i].id, GNUTLS_SIGN_FLAG_SECURE_FOR_CERTS) == signs[i].for_certs);
	}
	EACH(curves) {
		CHECK(same(gnutls_ecc_curve_get_name(curves[i].id), curves[i].name));
		CHECK(same(gnutls_ecc_curve_get_oid(curves[i].id), curves[i].oid));
		CHECK(gnutls_ecc_curve_get_size(curves[i].id) == curves[i].size);
	}
}

static void suite_list(void)
{
	unsigned char id[2];
	gnutls_kx_algorithm_t kx;
	gnutls_cipher_algorithm_t cipher;
	gnutls_mac_algorithm_t mac;
	gnutls_protocol_t version;
	unsigned n = 0;

	EACH(suites) {
		if (without_srp() && strstr(suites[i].name, "_SRP_"))
			continue;
		CHECK(same(gnutls_cipher_suite_info(n, id, &kx, &cipher, &mac, &version), suites[i].name));
		CHECK((id[0] << 8 | id[1]) == suites[i].id);
		CHECK((int)kx == suites[i].kx && (int)cipher == suites[i].cipher && (int)mac == suites[i].mac);
		CHECK((int)version == suites[i].version);
		CHECK(same(gnutls_cipher_suite_get_name(kx, cipher, mac), suites[i].name + 4));
		CHECK(same(gnutls_cipher_suite_info(n++, NULL, NULL, NULL, NULL, NULL), suites[i].name));
	}
	CHECK(gnutls_cipher_suite_info(n, id, NULL, NULL, NULL, NULL) == NULL);
	CHECK(gnutls_cipher_suite_get_name(1, 4, 99) == NULL);
}

static void level_table(void)
{
	EACH(levels) {
		CHECK(same(gnutls_sec_param_get_name(levels[i].param), levels[i].name));
		CHECK(gnutls_sec_param_to_pk_bits(GNUTLS_PK_RSA, levels[i].param) == levels[i].rsa);
		CHECK(gnutls_sec_param_to_pk_bits(GNUTLS_PK_DSA, levels[i].param) == levels[i].dsa);
		CHECK(gnutls_sec_param_to_pk_bits(GNUTLS_PK_ECDSA, levels[i].param) == levels[i].ec);
		CHECK(gnutls_sec_param_to_symmetric_bits(levels[i].param) == levels[i].symmetric);
		if (levels[i].rsa)
			CHECK((int)gnutls_pk_bits_to_sec_param(GNUTLS_PK_RSA, levels[i].rsa) == levels[i].param);
	}
	CHECK(same(gnutls_sec_param_get_name(7), "Unknown"));
	CHECK(gnutls_pk_bits_to_sec_param(GNUTLS_PK_RSA, 0) == GNUTLS_SEC_PARAM_UNKNOWN);
	CHECK(gnutls_pk_bits_to_sec_param(GNUTLS_PK_RSA, 100) == GNUTLS_SEC_PARAM_INSECURE);
	CHECK(gnutls_pk_bits_to_sec_param(GNUTLS_PK_ECDSA, 100) == GNUTLS_SEC_PARAM_VERY_WEAK);
	CHECK(gnutls_pk_bits_to_sec_param(GNUTLS_PK_ECDSA, 256) == GNUTLS_SEC_PARAM_HIGH);
	CHECK(gnutls_pk_bits_to_sec_param(GNUTLS_PK_EDDSA_ED25519, 255) == GNUTLS_SEC_PARAM_MEDIUM);
}

/* Each list ends with 0, and the name of each of its members is mapped back to it. */
static void lists(void)
{
#define LIST(what, get_id, get_name) \
	do { \
		const unsigned *l = (const unsigned *)what(); \
		CHECK(l != NULL && l[0] != 0); \
		for (; *l && *l != (unsigned)-1; l++) { \
			CHECK(get_name(*l) != NULL); \
			CHECK(get_id(get_name(*l)) == *l); \
		} \
	} while (0)
	LIST(gnutls_cipher_list, gnutls_cipher_get_id, gnutls_cipher_get_name);
	LIST(gnutls_mac_list, gnutls_mac_get_id, gnutls_mac_get_name);
	LIST(gnutls_digest_list, gnutls_digest_get_id, gnutls_digest_get_name);
	LIST(gnutls_kx_list, gnutls_kx_get_id, gnutls_kx_get_name);
	LIST(gnutls_pk_list, gnutls_pk_get_id, gnutls_pk_get_name);
	LIST(gnutls_sign_list, gnutls_sign_get_id, gnutls_sign_get_name);
	LIST(gnutls_group_list, gnutls_group_get_id, gnutls_group_get_name);
	LIST(gnutls_ecc_curve_list, gnutls_ecc_curve_get_id, gnutls_ecc_curve_get_name);
	LIST(gnutls_protocol_list, gnutls_protocol_get_id, gnutls_protocol_get_name);
	LIST(gnutls_compression_list, gnutls_compression_get_id, gnutls_compression_get_name);
	CHECK(gnutls_certificate_type_list()[0] == GNUTLS_CRT_X509);
}

static void lookups(void)
{
	CHECK(gnutls_cipher_get_id("aes-128-gcm") == GNUTLS_CIPHER_AES_128_GCM);
	CHECK(gnutls_cipher_get_id("nothing") == GNUTLS_CIPHER_UNKNOWN);
	CHECK(gnutls_cipher_get_id("ARCFOUR-40") == GNUTLS_CIPHER_UNKNOWN);
	CHECK(gnutls_certificate_type_get_id("x509") == GNUTLS_CRT_X509);
	CHECK(gnutls_certificate_type_get_id("X.509") == GNUTLS_CRT_X509);
	CHECK(gnutls_certificate_type_get_id("RAWPK") == GNUTLS_CRT_RAWPK);
	CHECK(gnutls_certificate_type_get_name(2) == NULL);
	CHECK(gnutls_pk_to_sign(GNUTLS_PK_RSA, GNUTLS_DIG_SHA1) == GNUTLS_SIGN_RSA_SHA1);
	CHECK(gnutls_pk_to_sign(GNUTLS_PK_RSA_PSS, GNUTLS_DIG_SHA256) == GNUTLS_SIGN_RSA_PSS_SHA256);
	CHECK(gnutls_pk_to_sign(GNUTLS_PK_EDDSA_ED25519, GNUTLS_DIG_SHA512) == GNUTLS_SIGN_EDDSA_ED25519);
	CHECK(gnutls_pk_to_sign(GNUTLS_PK_EDDSA_ED25519, GNUTLS_DIG_SHA256) == GNUTLS_SIGN_UNKNOWN);
	CHECK(gnutls_pk_to_sign(99, GNUTLS_DIG_SHA256) == GNUTLS_SIGN_UNKNOWN);
	CHECK(gnutls_oid_to_sign("1.2.840.113549.1.1.10") == GNUTLS_SIGN_RSA_PSS_SHA256);
	CHECK(gnutls_oid_to_sign("1.3.101.112") == GNUTLS_SIGN_EDDSA_ED25519);
	CHECK(gnutls_oid_to_sign("x") == GNUTLS_SIGN_UNKNOWN);
	CHECK(gnutls_oid_to_mac("1.2.840.113549.2.9") == GNUTLS_MAC_SHA256);
	CHECK(gnutls_oid_to_pk("1.3.101.110") == GNUTLS_PK_ECDH_X25519);
	CHECK(gnutls_oid_to_ecc_curve("1.2.840.10045.3.1.7") == GNUTLS_ECC_CURVE_SECP256R1);
	CHECK(gnutls_oid_to_ecc_curve("1.2.643.2.2.35.2") == GNUTLS_ECC_CURVE_INVALID);
	CHECK(gnutls_oid_to_gost_paramset("1.2.643.7.1.2.5.1.1") == GNUTLS_GOST_PARAMSET_TC26_Z);
	CHECK(same(gnutls_gost_paramset_get_name(GNUTLS_GOST_PARAMSET_CP_A), "CryptoPro-A"));
	CHECK(same(gnutls_gost_paramset_get_name(77), "Unknown"));
	CHECK(gnutls_gost_paramset_get_oid(77) == NULL);
}

/* Unknown names and numbers return 0 or NULL. */
static void unknown(void)
{
	CHECK(gnutls_cipher_get_name(0) == NULL && gnutls_cipher_get_name(9999) == NULL);
	CHECK(gnutls_cipher_get_tag_size(9999) == 0 && gnutls_cipher_get_key_size(9999) == 0);
	CHECK(gnutls_mac_get_name(0) == NULL && gnutls_mac_get_key_size(9999) == 0);
	CHECK(gnutls_digest_get_name(0) == NULL && gnutls_digest_get_name(14) == NULL);
	CHECK(gnutls_digest_get_name(1) == NULL);
	CHECK(gnutls_kx_get_name(0) == NULL && gnutls_group_get_name(0) == NULL);
	CHECK(gnutls_protocol_get_name(0) == NULL && gnutls_sign_get_name(19) == NULL);
	CHECK(same(gnutls_pk_get_name(99), "Unknown") && gnutls_pk_algorithm_get_name(99) == NULL);
	CHECK(gnutls_ecc_curve_get_size(99) == 0 && gnutls_ecc_curve_get_pk(99) == 0);
	CHECK(gnutls_sign_supports_pk_algorithm(0, 1) == 0 && gnutls_sign_is_secure(0) == 0);
	CHECK(gnutls_sign_get_hash_algorithm(0) == 0 && gnutls_sign_get_pk_algorithm(0) == 0);
	CHECK(gnutls_compression_get_name(2) == NULL);
}

int main(void)
{
	properties();
	suite_list();
	level_table();
	lists();
	lookups();
	unknown();
	return check_result();
}
