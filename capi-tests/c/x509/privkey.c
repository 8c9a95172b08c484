/* Import, export, identifiers and signatures of private keys. */
#include <gnutls/abstract.h>
#include <gnutls/gnutls.h>
#include <gnutls/x509.h>
#include <string.h>
#include <time.h>
#include "certs.h"
#include "check.h"
#include "datum.h"
#include "identities.h"

static void imports(void)
{
	/* Codes of import, of import2 and import_pkcs8 with the password. */
	static const struct { const char *data, *password; int codes[3]; } cases[] = {
		{ leaf_key_pem, NULL, { 0, 0, 0 } },
		{ leaf_key_pem, "1234", { 0, 0, 0 } },
		{ leaf_key_pkcs1_pem, "1234", { 0, 0, GNUTLS_E_BASE64_UNEXPECTED_HEADER_ERROR } },
		{ ec_key_pem, NULL, { 0, 0, GNUTLS_E_BASE64_UNEXPECTED_HEADER_ERROR } },
		{ ed_key_pem, NULL, { 0, 0, 0 } },
		{ leaf_key_encrypted_pem, "1234", { GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE, 0, 0 } },
		{ leaf_key_encrypted_pem, "bad", { GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE, GNUTLS_E_DECRYPTION_FAILED, GNUTLS_E_DECRYPTION_FAILED } },
		{ leaf_key_encrypted_pem, NULL, { GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE, GNUTLS_E_DECRYPTION_FAILED, GNUTLS_E_DECRYPTION_FAILED } },
		{ leaf_key_3des_pem, "1234", { GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE, 0, 0 } },
		{ leaf_key_openssl_pem, "1234", { GNUTLS_E_ASN1_DER_ERROR, 0, GNUTLS_E_BASE64_UNEXPECTED_HEADER_ERROR } },
		{ leaf_key_openssl_pem, NULL, { GNUTLS_E_ASN1_DER_ERROR, GNUTLS_E_DECRYPTION_FAILED, GNUTLS_E_BASE64_UNEXPECTED_HEADER_ERROR } },
		{ "", NULL, { GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE, GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE, GNUTLS_E_BASE64_UNEXPECTED_HEADER_ERROR } },
		{ "garbage", "x", { GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE, GNUTLS_E_BASE64_UNEXPECTED_HEADER_ERROR, GNUTLS_E_BASE64_UNEXPECTED_HEADER_ERROR } },
		{ leaf_pem, NULL, { GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE, GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE, GNUTLS_E_BASE64_UNEXPECTED_HEADER_ERROR } },
	};
	for (unsigned i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		gnutls_datum_t d = text(cases[i].data);
		for (int how = 0; how < 3; how++) {
			gnutls_x509_privkey_t k;
			gnutls_x509_privkey_init(&k);
			int r = how == 0   ? gnutls_x509_privkey_import(k, &d, GNUTLS_X509_FMT_PEM)
				: how == 1 ? gnutls_x509_privkey_import2(k, &d, GNUTLS_X509_FMT_PEM, cases[i].password, 0)
					   : gnutls_x509_privkey_import_pkcs8(k, &d, GNUTLS_X509_FMT_PEM, cases[i].password, 0);
			if (r != cases[i].codes[how])
				fprintf(stderr, "case %u, way %d: %d\n", i, how, r);
			CHECK(r == cases[i].codes[how]);
			gnutls_x509_privkey_deinit(k);
		}
	}
}

static void round_trip(const char *pem, int pk, unsigned bits, const char *label)
{
	gnutls_x509_privkey_t k, again;
	gnutls_datum_t d = text(pem), out, message = text("message"), sealed;
	unsigned char id[2][64], sig[600];
	size_t sizes[2] = { sizeof(id[0]), sizeof(id[1]) }, size = sizeof(sig);
	unsigned got = 0;
	gnutls_x509_privkey_init(&k);
	gnutls_x509_privkey_init(&again);
	CHECK(gnutls_x509_privkey_import(k, &d, GNUTLS_X509_FMT_PEM) == 0);
	CHECK(gnutls_x509_privkey_get_pk_algorithm2(k, &got) == pk && got == bits);
	CHECK(gnutls_x509_privkey_export2(k, GNUTLS_X509_FMT_PEM, &out) == 0 && strncmp((char *)out.data, label, strlen(label)) == 0);
	CHECK(gnutls_x509_privkey_import(again, &out, GNUTLS_X509_FMT_PEM) == 0);
	gnutls_free(out.data);
	CHECK(gnutls_x509_privkey_get_key_id(k, GNUTLS_KEYID_USE_SHA256, id[0], &sizes[0]) == 0 && sizes[0] == 32);
	CHECK(gnutls_x509_privkey_get_key_id(again, GNUTLS_KEYID_USE_SHA256, id[1], &sizes[1]) == 0 && memcmp(id[0], id[1], 32) == 0);
	CHECK(gnutls_x509_privkey_verify_params(k) == 0);
	CHECK(gnutls_x509_privkey_sign_data(k, pk == GNUTLS_PK_EDDSA_ED25519 ? GNUTLS_DIG_SHA512 : GNUTLS_DIG_SHA256, 0, &message, sig, &size) == 0);
	CHECK(gnutls_x509_privkey_export2_pkcs8(k, GNUTLS_X509_FMT_PEM, "pw", GNUTLS_PKCS_PBES2_AES_256, &sealed) == 0);
	CHECK(strncmp((char *)sealed.data, "-----BEGIN ENCRYPTED PRIVATE KEY-----", 37) == 0);
	gnutls_x509_privkey_deinit(again);
	gnutls_x509_privkey_init(&again);
	CHECK(gnutls_x509_privkey_import2(again, &sealed, GNUTLS_X509_FMT_PEM, "pw", 0) == 0);
	gnutls_free(sealed.data);
	gnutls_x509_privkey_deinit(again);
	gnutls_x509_privkey_init(&again);
	CHECK(gnutls_x509_privkey_cpy(again, k) == 0 && gnutls_x509_privkey_get_pk_algorithm(again) == pk);
	gnutls_x509_privkey_deinit(again);
	gnutls_x509_privkey_deinit(k);
}

static int asked;

static int pin(void *userdata, int attempt, const char *url, const char *label, unsigned flags, char *buf, size_t size)
{
	asked++;
	CHECK(strcmp(userdata, "mine") == 0 && attempt == 0 && size >= 5);
	strcpy(buf, "1234");
	return 0;
}

/* A key's level is that of its bits, and what a profile asks for. */
static void levels(void)
{
	static const struct { unsigned bits; int level; unsigned low, very_weak; } cases[] = {
		{ 512, GNUTLS_SEC_PARAM_EXPORT, 0, 0 }, { 766, GNUTLS_SEC_PARAM_EXPORT, 0, 0 },
		{ 768, GNUTLS_SEC_PARAM_VERY_WEAK, 0, 1 }, { 1000, GNUTLS_SEC_PARAM_VERY_WEAK, 0, 1 },
		{ 1008, GNUTLS_SEC_PARAM_WEAK, 0, 1 }, { 1016, GNUTLS_SEC_PARAM_WEAK, 0, 1 },
		{ 1024, GNUTLS_SEC_PARAM_LOW, 1, 1 }, { 1536, GNUTLS_SEC_PARAM_LOW, 1, 1 },
	};
	for (unsigned i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		gnutls_x509_privkey_t k;
		gnutls_x509_crt_t c;
		unsigned low = 0, very_weak = 0;
		gnutls_x509_privkey_init(&k);
		gnutls_x509_crt_init(&c);
		CHECK(gnutls_x509_privkey_generate(k, GNUTLS_PK_RSA, cases[i].bits, 0) == 0);
		CHECK(gnutls_x509_privkey_sec_param(k) == (gnutls_sec_param_t)cases[i].level);
		CHECK(gnutls_pk_bits_to_sec_param(GNUTLS_PK_RSA, cases[i].bits) == (gnutls_sec_param_t)cases[i].level);
		gnutls_x509_crt_set_version(c, 3);
		gnutls_x509_crt_set_serial(c, "\1", 1);
		gnutls_x509_crt_set_activation_time(c, time(NULL) - 1000);
		gnutls_x509_crt_set_expiration_time(c, time(NULL) + 1000);
		gnutls_x509_crt_set_dn(c, "CN=key", NULL);
		gnutls_x509_crt_set_key(c, k);
		CHECK(gnutls_x509_crt_sign2(c, c, k, GNUTLS_DIG_SHA256, 0) == 0);
		CHECK(gnutls_x509_crt_verify(c, &c, 1, GNUTLS_PROFILE_TO_VFLAGS(GNUTLS_PROFILE_LOW), &low) == 0);
		CHECK(gnutls_x509_crt_verify(c, &c, 1, GNUTLS_PROFILE_TO_VFLAGS(GNUTLS_PROFILE_VERY_WEAK), &very_weak) == 0);
		CHECK(((low & GNUTLS_CERT_INSECURE_ALGORITHM) == 0) == cases[i].low);
		CHECK(((very_weak & GNUTLS_CERT_INSECURE_ALGORITHM) == 0) == cases[i].very_weak);
		gnutls_x509_crt_deinit(c);
		gnutls_x509_privkey_deinit(k);
	}
}

/* Bytes that are signed as they are, with the signature algorithm for a digest of that size. */
static void sign_hash(gnutls_pk_algorithm_t pk, unsigned bits, gnutls_sign_algorithm_t sign, unsigned size, int code)
{
	unsigned char bytes[512];
	gnutls_datum_t hash = { bytes, size }, signature = { NULL, 0 }, other;
	gnutls_x509_privkey_t k;
	gnutls_privkey_t private;
	gnutls_pubkey_t public;

	memset(bytes, 0x5c, sizeof bytes);
	CHECK(gnutls_x509_privkey_init(&k) == 0);
	CHECK(gnutls_x509_privkey_generate(k, pk, bits, 0) == 0);
	CHECK(gnutls_x509_privkey_sign_hash(k, &hash, &signature) == code);
	if (code == 0) {
		gnutls_privkey_init(&private);
		gnutls_pubkey_init(&public);
		CHECK(gnutls_privkey_import_x509(private, k, 0) == 0);
		CHECK(gnutls_pubkey_import_privkey(public, private, 0, 0) == 0);
		if (sign == GNUTLS_SIGN_RSA_RAW) {
			CHECK(gnutls_privkey_sign_raw_data(private, 0, &hash, &other) == 0);
			CHECK(other.size == signature.size && !memcmp(other.data, signature.data, other.size));
			gnutls_free(other.data);
		} else {
			CHECK(gnutls_pubkey_verify_hash2(public, sign, 0, &hash, &signature) >= 0);
			bytes[0] ^= 1;
			CHECK(gnutls_pubkey_verify_hash2(public, sign, 0, &hash, &signature) == GNUTLS_E_PK_SIG_VERIFY_FAILED);
		}
		gnutls_pubkey_deinit(public);
		gnutls_privkey_deinit(private);
		gnutls_free(signature.data);
	}
	gnutls_x509_privkey_deinit(k);
}

static void sign_hashes(void)
{
	const unsigned p256 = GNUTLS_CURVE_TO_BITS(GNUTLS_ECC_CURVE_SECP256R1);
	const unsigned ed25519 = GNUTLS_CURVE_TO_BITS(GNUTLS_ECC_CURVE_ED25519);
	gnutls_datum_t hash = { (unsigned char *)"0123456789abcdef0123", 20 }, signature;
	gnutls_x509_privkey_t k;

	sign_hash(GNUTLS_PK_RSA, 2048, GNUTLS_SIGN_RSA_RAW, 36, 0);
	sign_hash(GNUTLS_PK_RSA, 2048, GNUTLS_SIGN_RSA_RAW, 245, 0);
	sign_hash(GNUTLS_PK_RSA, 2048, GNUTLS_SIGN_UNKNOWN, 246, GNUTLS_E_PK_SIGN_FAILED);
	sign_hash(GNUTLS_PK_ECDSA, p256, GNUTLS_SIGN_ECDSA_SHA256, 32, 0);
	sign_hash(GNUTLS_PK_DSA, 2048, GNUTLS_SIGN_DSA_SHA256, 32, 0);
	sign_hash(GNUTLS_PK_EDDSA_ED25519, ed25519, GNUTLS_SIGN_UNKNOWN, 32, GNUTLS_E_INVALID_REQUEST);
	sign_hash(GNUTLS_PK_RSA_PSS, 2048, GNUTLS_SIGN_UNKNOWN, 32, GNUTLS_E_INVALID_REQUEST);
	gnutls_x509_privkey_init(&k);
	CHECK(gnutls_x509_privkey_sign_hash(k, &hash, &signature) == GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_x509_privkey_sign_hash(NULL, &hash, &signature) == GNUTLS_E_INVALID_REQUEST);
	gnutls_x509_privkey_deinit(k);
}

static size_t pkcs8_size(gnutls_x509_privkey_t key)
{
	gnutls_datum_t out = { NULL, 0 };

	CHECK(gnutls_x509_privkey_export2_pkcs8(key, GNUTLS_X509_FMT_DER, NULL, GNUTLS_PKCS_PLAIN, &out) == 0);
	gnutls_free(out.data);
	return out.size;
}

/* A file that names the curve outside the key alone is written again as it was; a copy names it twice, as a new key does. */
static void curve_within_the_key(void)
{
	gnutls_datum_t pem = text(server_key_pem);
	gnutls_x509_privkey_t key, copy;
	gnutls_privkey_t abstract;
	size_t size;

	CHECK(gnutls_x509_privkey_init(&key) == 0);
	CHECK(gnutls_x509_privkey_import(key, &pem, GNUTLS_X509_FMT_PEM) == 0);
	size = pkcs8_size(key);
	CHECK(size == 138);
	CHECK(gnutls_x509_privkey_init(&copy) == 0);
	CHECK(gnutls_x509_privkey_cpy(copy, key) == 0);
	CHECK(pkcs8_size(copy) == size + 12);
	gnutls_x509_privkey_deinit(copy);
	CHECK(gnutls_privkey_init(&abstract) == 0);
	CHECK(gnutls_privkey_import_x509_raw(abstract, &pem, GNUTLS_X509_FMT_PEM, NULL, 0) == 0);
	CHECK(gnutls_privkey_export_x509(abstract, &copy) == 0);
	CHECK(pkcs8_size(copy) == size + 12);
	gnutls_x509_privkey_deinit(copy);
	gnutls_privkey_deinit(abstract);
	gnutls_x509_privkey_deinit(key);
}

static int asked;

static int give_pin(void *answer, int attempt, const char *url, const char *label, unsigned int flags, char *out, size_t size)
{
	asked++;
	if (!answer)
		return -77;
	snprintf(out, size, "%s", (char *)answer);
	return 0;
}

/* OpenSSL's old format is asked for whatever the flags say, and the function's code is returned. */
static void pin_functions(void)
{
	static const struct {
		const char *pem;
		char *answer;
		unsigned int flags;
		int code, asked;
	} rows[] = {
		{ leaf_key_openssl_pem, "1234", 0, 0, 1 },
		{ leaf_key_openssl_pem, "1234", GNUTLS_PKCS_PLAIN, 0, 1 },
		{ leaf_key_openssl_pem, "bad", 0, GNUTLS_E_DECRYPTION_FAILED, 1 },
		{ leaf_key_openssl_pem, NULL, 0, -77, 1 },
		{ leaf_key_encrypted_pem, "1234", 0, 0, 1 },
		{ leaf_key_encrypted_pem, "1234", GNUTLS_PKCS_PLAIN, GNUTLS_E_DECRYPTION_FAILED, 0 },
		{ leaf_key_encrypted_pem, NULL, 0, GNUTLS_E_DECRYPTION_FAILED, 1 },
		{ leaf_key_pem, "1234", 0, 0, 0 },
	};
	gnutls_x509_privkey_t key;
	gnutls_datum_t data;
	unsigned int i;
	int code;

	for (i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		CHECK(gnutls_x509_privkey_init(&key) == 0);
		gnutls_x509_privkey_set_pin_function(key, give_pin, rows[i].answer);
		asked = 0;
		data = text(rows[i].pem);
		code = gnutls_x509_privkey_import2(key, &data, GNUTLS_X509_FMT_PEM, NULL, rows[i].flags);
		CHECK(code == rows[i].code);
		CHECK(asked == rows[i].asked);
		gnutls_x509_privkey_deinit(key);
	}
}

int main(void)
{
	gnutls_x509_privkey_t k;
	gnutls_datum_t d = text(leaf_key_encrypted_pem), n[8];
	imports();
	levels();
	round_trip(leaf_key_pem, GNUTLS_PK_RSA, 2048, "-----BEGIN RSA PRIVATE KEY-----");
	round_trip(ec_key_pem, GNUTLS_PK_ECDSA, 256, "-----BEGIN EC PRIVATE KEY-----");
	round_trip(ed_key_pem, GNUTLS_PK_EDDSA_ED25519, 256, "-----BEGIN PRIVATE KEY-----");

	gnutls_x509_privkey_init(&k);
	gnutls_x509_privkey_set_pin_function(k, pin, (void *)"mine");
	CHECK(gnutls_x509_privkey_import2(k, &d, GNUTLS_X509_FMT_PEM, NULL, 0) == 0 && asked == 1);
	CHECK(gnutls_x509_privkey_export_rsa_raw2(k, &n[0], &n[1], &n[2], &n[3], &n[4], &n[5], &n[6], &n[7]) == 0);
	gnutls_x509_privkey_deinit(k);
	gnutls_x509_privkey_init(&k);
	CHECK(gnutls_x509_privkey_import_rsa_raw2(k, &n[0], &n[1], &n[2], &n[3], &n[4], &n[5], &n[6], &n[7]) == 0);
	for (int i = 0; i < 8; i++)
		gnutls_free(n[i].data);
	gnutls_x509_privkey_deinit(k);

	gnutls_x509_privkey_init(&k);
	CHECK(gnutls_x509_privkey_generate(k, GNUTLS_PK_ECDSA, GNUTLS_CURVE_TO_BITS(GNUTLS_ECC_CURVE_SECP384R1), 0) == 0);
	gnutls_ecc_curve_t curve;
	CHECK(gnutls_x509_privkey_export_ecc_raw(k, &curve, &n[0], &n[1], &n[2]) == 0 && curve == GNUTLS_ECC_CURVE_SECP384R1);
	gnutls_x509_privkey_deinit(k);
	gnutls_x509_privkey_init(&k);
	CHECK(gnutls_x509_privkey_import_ecc_raw(k, curve, &n[0], &n[1], &n[2]) == 0);
	for (int i = 0; i < 3; i++)
		gnutls_free(n[i].data);
	gnutls_x509_privkey_deinit(k);
	gnutls_x509_privkey_deinit(NULL);
	sign_hashes();
	curve_within_the_key();
	pin_functions();
	return check_result();
}
