/* Private keys in forms that no export writes: missing numbers, other versions. */
#include <gnutls/abstract.h>
#include <gnutls/gnutls.h>
#include <gnutls/x509.h>
#include <stdio.h>

#include "check.h"
#include "der.h"

#define RSA "\x30\x0d\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x01\x01\x05\x00"
#define EC_P256 "\x30\x13\x06\x07\x2a\x86\x48\xce\x3d\x02\x01\x06\x08\x2a\x86\x48\xce\x3d\x03\x01\x07"

static int imported(struct der key)
{
	gnutls_x509_privkey_t k;
	gnutls_datum_t d = der_datum(key);
	gnutls_x509_privkey_init(&k);
	int rc = gnutls_x509_privkey_import(k, &d, GNUTLS_X509_FMT_DER);
	gnutls_x509_privkey_deinit(k);
	return rc;
}

static struct der integer(const gnutls_datum_t *d)
{
	struct der sign = d->data[0] & 0x80 ? LIT("\0") : LIT("");
	return ELEMENT(2, sign, der_bytes(d->data, d->size));
}

static struct der info(const char *algorithm, size_t n, struct der key)
{
	return SEQ(LIT("\x02\x01\x00"), der_bytes(algorithm, n), ELEMENT(4, key));
}
#define INFO(algorithm, key) info(algorithm, sizeof(algorithm) - 1, key)

/* An RSA key needs all of its numbers, or its import fails. */
static void numbers_left_out(void)
{
	gnutls_x509_privkey_t k;
	gnutls_datum_t n[8];
	struct der all[9] = { LIT("\x02\x01\x00") }, zero = LIT("\x02\x01\x00");
	gnutls_x509_privkey_init(&k);
	CHECK(gnutls_x509_privkey_generate(k, GNUTLS_PK_RSA, 2048, 0) == 0);
	CHECK(gnutls_x509_privkey_export_rsa_raw2(k, &n[0], &n[1], &n[2], &n[3], &n[4], &n[5], &n[6], &n[7]) == 0);
	/* m, e, d, p, q, u, d mod (p - 1), d mod (q - 1), here in the file's order */
	const int order[] = { 0, 1, 2, 3, 4, 6, 7, 5 };
	for (int i = 0; i < 8; i++)
		all[i + 1] = integer(&n[order[i]]);
	CHECK(imported(ELEMENT(0x30, der_join(all, 9))) == 0);
	CHECK(imported(INFO(RSA, ELEMENT(0x30, der_join(all, 9)))) == 0);
	struct der stripped = SEQ(all[0], all[1], zero, all[3], zero, zero, zero, zero, zero);
	CHECK(imported(stripped) == GNUTLS_E_PK_INVALID_PRIVKEY);
	CHECK(imported(INFO(RSA, stripped)) == GNUTLS_E_PK_INVALID_PRIVKEY);
	struct der without_primes = SEQ(all[0], all[1], all[2], all[3], zero, zero, zero, zero, zero);
	CHECK(imported(without_primes) == GNUTLS_E_PK_INVALID_PRIVKEY);
	/* The interface of single numbers makes what it can, and needs the primes. */
	gnutls_datum_t none = { (void *)"\0", 1 };
	gnutls_x509_privkey_t raw;
	gnutls_x509_privkey_init(&raw);
	CHECK(gnutls_x509_privkey_import_rsa_raw2(raw, &n[0], &n[1], &n[2], &n[3], &n[4], &n[5], &n[6], &n[7]) == 0);
	CHECK(gnutls_x509_privkey_import_rsa_raw2(raw, &n[0], &n[1], &n[2], &none, &none, NULL, NULL, NULL) < 0);
	CHECK(gnutls_x509_privkey_import_rsa_raw2(raw, &n[0], &none, &n[2], &none, &none, &none, &none, &none) < 0);
	gnutls_x509_privkey_deinit(raw);
#ifdef OURS
	/* More than two primes: the first two do not make the modulus. */
	struct der third = SEQ(SEQ(all[4], all[6], all[8]));
	all[0] = LIT("\x02\x01\x01");
	CHECK(imported(SEQ(der_join(all, 9), third)) == GNUTLS_E_PK_INVALID_PRIVKEY);
#endif
	for (int i = 0; i < 8; i++)
		gnutls_free(n[i].data);
	gnutls_x509_privkey_deinit(k);
}

/* The key 1 of P-256, whose public half is the base point, as ECPrivateKey of this version. */
static struct der ec_key(struct der version)
{
	unsigned char one[32] = { [31] = 1 };
	return SEQ(version, ELEMENT(4, der_bytes(one, 32)), ELEMENT(0xa1, ELEMENT(3, LIT("\0\4"
		"\x6b\x17\xd1\xf2\xe1\x2c\x42\x47\xf8\xbc\xe6\xe5\x63\xa4\x40\xf2\x77\x03\x7d\x81\x2d\xeb\x33\xa0\xf4\xa1\x39\x45\xd8\x98\xc2\x96"
		"\x4f\xe3\x42\xe2\xfe\x1a\x7f\x9b\x8e\xe7\xeb\x4a\x7c\x0f\x9e\x16\x2b\xce\x33\x57\x6b\x31\x5e\xce\xcb\xb6\x40\x68\x37\xbf\x51\xf5"))));
}

static int imported_pem(struct der key)
{
	gnutls_x509_privkey_t k;
	gnutls_datum_t d = der_datum(key), pem;
	CHECK(gnutls_pem_base64_encode2("PRIVATE KEY", &d, &pem) == 0);
	gnutls_x509_privkey_init(&k);
	int rc = gnutls_x509_privkey_import(k, &pem, GNUTLS_X509_FMT_PEM);
	gnutls_x509_privkey_deinit(k);
	gnutls_free(pem.data);
	return rc;
}

static void versions(void)
{
	CHECK(imported_pem(INFO(EC_P256, ec_key(LIT("\x02\x01\x01")))) == 0);
	CHECK(imported_pem(INFO(EC_P256, ec_key(LIT("\x02\x01\x02")))) == GNUTLS_E_ECC_UNSUPPORTED_CURVE);
	CHECK(imported_pem(INFO(EC_P256, ec_key(LIT("\x02\x01\x00")))) == GNUTLS_E_ECC_UNSUPPORTED_CURVE);
}

/* What may stand behind the key of PKCS #8 (RFC 5958 section 2), and a public half with a tag of its own. */
static void behind_the_key(void)
{
	static const char ed25519[] = "\x30\x05\x06\x03\x2b\x65\x70";
	unsigned char ones[33] = { [32] = 1 };
	struct der key = JOIN(der_bytes(ed25519, sizeof(ed25519) - 1), ELEMENT(4, ELEMENT(4, der_bytes(ones, 32))));
	struct der zero = LIT("\x02\x01\x00"), one = LIT("\x02\x01\x01");
	CHECK(imported(SEQ(zero, key)) == 0);
	CHECK(imported(SEQ(zero, key, ELEMENT(0xa0, LIT("")))) == 0);
	CHECK(imported(SEQ(zero, key, LIT("\x05\x00"))) == GNUTLS_E_ASN1_DER_ERROR);
	CHECK(imported(SEQ(one, key, ELEMENT(0xa1, ELEMENT(3, der_bytes(ones, 33))))) == GNUTLS_E_ASN1_DER_ERROR);
	CHECK(imported(SEQ(one, key, ELEMENT(0x81, der_bytes(ones, 33)), ELEMENT(0xa0, LIT("")))) == GNUTLS_E_ASN1_DER_ERROR);
}

/* Parameters of DSA that are to be those of the issuer. */
static void inherited_parameters(void)
{
	gnutls_pubkey_t k;
	gnutls_datum_t d = der_datum(SEQ(SEQ(LIT("\x06\x07\x2a\x86\x48\xce\x38\x04\x01")), ELEMENT(3, LIT("\0\x02\x01\x05"))));
	gnutls_pubkey_init(&k);
	CHECK(gnutls_pubkey_import(k, &d, GNUTLS_X509_FMT_DER) == GNUTLS_E_ASN1_ELEMENT_NOT_FOUND);
	gnutls_pubkey_deinit(k);
}

int main(void)
{
	behind_the_key();
	inherited_parameters();
	numbers_left_out();
	versions();
	der_done();
	return check_result();
}
