/* Makes pbe_keys.h: keys encrypted by OpenSSL, and under GOST, which OpenSSL has not got, with the ciphers of the library that this
 * is linked with, the installed GnuTLS. Keys, salts and initialisation vectors are those below, made once.
 *   make_pbe_keys > pbe_keys.h */
#include <gnutls/crypto.h>
#include <gnutls/gnutls.h>
#include "der.h"
#include "make_encrypted.h"

#define ACCENT "\xc3\xa9"
#define PASSWORD ACCENT "1234"

static const char ed_pem[] =
	"-----BEGIN PRIVATE KEY-----\n"
	"MC4CAQAwBQYDK2VwBCIEIE3OQS2Skq41mcfyqQMMXvVDyVDX2byRAKNU/wpDqlYi\n"
	"-----END PRIVATE KEY-----\n";

static const char ec_pem[] =
	"-----BEGIN EC PRIVATE KEY-----\n"
	"MHcCAQEEIBQeNBV5//4be/LScWWVmhuJm9CgYgqRvjryTP2VySiXoAoGCCqGSM49\n"
	"AwEHoUQDQgAEQJbdvTu+SHsPWbozI20M7fNWx2g5WnLxc7Rre0F8GZHTZcWMUw1E\n"
	"FGAu4GomlHEJB/jeeOVNLNrRApwdNQrQJw==\n"
	"-----END EC PRIVATE KEY-----\n";

#define PBES2 "1.2.840.113549.1.5.13"

/* A scheme of PKCS #5 or #12, or a cipher and a PRF of PBES2. */
static const struct pkcs8 { const char *begin, *algorithm, *prf, *salt, *iv; } keys[] = {
	{ "GNUTLS_PKCS_PBES1_DES_MD5, GNUTLS_CIPHER_DES_CBC, \"1.2.840.113549.1.5.3\"", "pbeWithMD5AndDES-CBC", NULL,
	  "A9D1B9CDCF74747C", NULL },
	{ "GNUTLS_PKCS_PKCS12_ARCFOUR, GNUTLS_CIPHER_ARCFOUR_128, \"1.2.840.113549.1.12.1.1\"", "pbeWithSHA1And128BitRC4", NULL,
	  "3B447CE7CAC25467", NULL },
	{ "GNUTLS_PKCS_PKCS12_3DES, GNUTLS_CIPHER_3DES_CBC, \"1.2.840.113549.1.12.1.3\"", "pbeWithSHA1And3-KeyTripleDES-CBC", NULL,
	  "E990A4F72F982AAF", NULL },
	{ "GNUTLS_PKCS_PKCS12_RC2_40, GNUTLS_CIPHER_RC2_40_CBC, \"1.2.840.113549.1.12.1.6\"", "pbeWithSHA1And40BitRC2-CBC", NULL,
	  "82016035CB3F38C0", NULL },
	{ "GNUTLS_PKCS_PBES2_AES_128, GNUTLS_CIPHER_AES_128_CBC, \"" PBES2 "\"", "aes-128-cbc", "hmacWithSHA256",
	  "9E2FD843100D265B", "9AC7AED839BCF2AF8F1A8B1119822624" },
	{ "GNUTLS_PKCS_PBES2_AES_192, GNUTLS_CIPHER_AES_192_CBC, \"" PBES2 "\"", "aes-192-cbc", "hmacWithSHA256",
	  "A8E17CCF997670E1", "588E33E6DF087C236DEADB6A63EA95E5" },
	{ "GNUTLS_PKCS_PBES2_AES_256, GNUTLS_CIPHER_AES_256_CBC, \"" PBES2 "\"", "aes-256-cbc", "hmacWithSHA256",
	  "95A6652ED3FA0DB2", "233388C0332571DF96B32CCE4C0AA124" },
	{ "GNUTLS_PKCS_PBES2_3DES, GNUTLS_CIPHER_3DES_CBC, \"" PBES2 "\"", "des-ede3-cbc", "hmacWithSHA256",
	  "10D948D8624DB2E8", "BE6EF935679B7EC0" },
	{ "GNUTLS_PKCS_PBES2_DES, GNUTLS_CIPHER_DES_CBC, \"" PBES2 "\"", "des-cbc", "hmacWithSHA256",
	  "AB4CEB9247ABC2AD", "F8427905D95BB6ED" },
	{ "GNUTLS_PKCS_PBES2_AES_256, GNUTLS_CIPHER_AES_256_CBC, \"" PBES2 "\"", "aes-256-cbc", "hmacWithSHA1",
	  "2F23EE401F709338", "1D31FE4E113ACC26DD16DE5C2E3C3B1E" },
	{ "GNUTLS_PKCS_PBES2_AES_256, GNUTLS_CIPHER_AES_256_CBC, \"" PBES2 "\"", "aes-256-cbc", "hmacWithSHA224",
	  "44D13E0E76DB6ACB", "CA5F3CECBCE30C32A09DD20D876DF729" },
	{ "GNUTLS_PKCS_PBES2_AES_256, GNUTLS_CIPHER_AES_256_CBC, \"" PBES2 "\"", "aes-256-cbc", "hmacWithSHA256",
	  "7F1050A030676169", "2B997C3CE394348ADD9D72407EBC2FBA" },
	{ "GNUTLS_PKCS_PBES2_AES_256, GNUTLS_CIPHER_AES_256_CBC, \"" PBES2 "\"", "aes-256-cbc", "hmacWithSHA384",
	  "0C11780B22D83EFB", "DAEC925DFD303ED09533098D2E7EDD61" },
	{ "GNUTLS_PKCS_PBES2_AES_256, GNUTLS_CIPHER_AES_256_CBC, \"" PBES2 "\"", "aes-256-cbc", "hmacWithSHA512",
	  "4D74DFE9D0E4E674", "46BC691813192B0603B12E71BA2FEC7F" },
};

static const struct pkcs8 unread[] = {
	{ "GNUTLS_E_UNKNOWN_CIPHER_TYPE, \"" PBES2 "/1.2.840.113549.3.2\"", "rc2-cbc", "hmacWithSHA256",
	  "0755CEAE03F9B7C2", "74DD8F32E3A7E657" },
	{ "GNUTLS_E_UNKNOWN_CIPHER_TYPE, \"1.2.840.113549.1.5.11\"", "pbeWithSHA1AndRC2-CBC", NULL,
	  "DF3D95099019DFCB", NULL },
	{ "GNUTLS_E_UNKNOWN_HASH_ALGORITHM, NULL", "aes-128-cbc", "hmacWithMD5",
	  "8D2DAAF7D6E8F7B0", "B80C619BEE8A31B4BD651E7C29DBEBF8" },
};

static const struct gost {
	const char *name, *prf_oid;
	gnutls_mac_algorithm_t prf;
	const char *parameters_oid;
	gnutls_cipher_algorithm_t cipher;
	const char *salt, *iv;
} gost[] = {
	{ "TC26Z", "1.2.643.7.1.1.4.2", GNUTLS_MAC_STREEBOG_512, "1.2.643.7.1.2.5.1.1", GNUTLS_CIPHER_GOST28147_TC26Z_CFB,
	  "B718757C2F53A111", "CA0BE63BE7CF513E" },
	{ "CPA", "1.2.643.2.2.10", GNUTLS_MAC_GOSTR_94, "1.2.643.2.2.31.1", GNUTLS_CIPHER_GOST28147_CPA_CFB,
	  "44D879C267500775", "3999C67725F39418" },
	{ "CPB", "1.2.643.7.1.1.4.1", GNUTLS_MAC_STREEBOG_256, "1.2.643.2.2.31.2", GNUTLS_CIPHER_GOST28147_CPB_CFB,
	  "4409FA5863E9028E", "89B146DA310F06B5" },
	{ "CPC", "1.2.643.2.2.10", GNUTLS_MAC_GOSTR_94, "1.2.643.2.2.31.3", GNUTLS_CIPHER_GOST28147_CPC_CFB,
	  "505ECF2D93204272", "16170C49116D0B76" },
	{ "CPD", "1.2.643.2.2.10", GNUTLS_MAC_GOSTR_94, "1.2.643.2.2.31.4", GNUTLS_CIPHER_GOST28147_CPD_CFB,
	  "432A902417825158", "D46E46D430B3808A" },
};

static const struct { const char *cipher, *iv; } old[] = {
	{ "AES-128-CBC", "75DE1F594B4C8F5BEA7355E172A24EB3" },
	{ "AES-192-CBC", "F3E7612C3C5804200B7C6F97548C6CC3" },
	{ "AES-256-CBC", "040411B1482B5798E99999BDA194182E" },
	{ "DES-CBC", "D372338634F578E4" },
	{ "DES-EDE3-CBC", "DBB7E91F404ABF48" },
	{ "CAMELLIA-128-CBC", "4B24E058F1EEB98469C0BFD3B5968E7C" },
	{ "CAMELLIA-192-CBC", "19FC04B01F70BB1084CA9C7CCB5437CD" },
	{ "CAMELLIA-256-CBC", "B96D5D4F127119CD4FD6F8BF730136F2" },
};

/* RFC 9337 without the key meshing that no key is long enough for: AlgorithmIdentifiers of PBKDF2 and of GOST 28147-89 in CFB mode,
 * whose parameters are the initialisation vector and the set of S-boxes. */
static char *gost_key(EVP_PKEY *key, const struct gost *g)
{
	unsigned char secret[32], *plain = NULL, *salt, *iv;
	gnutls_datum_t password = { (void *)PASSWORD, sizeof PASSWORD - 1 }, s, v, k = { secret, sizeof secret };
	gnutls_cipher_hd_t cipher;
	PKCS8_PRIV_KEY_INFO *info = EVP_PKEY2PKCS8(key);
	int size = i2d_PKCS8_PRIV_KEY_INFO(info, &plain);
	long salt_size, iv_size;
	BIO *out = BIO_new(BIO_s_mem());

	s.data = salt = from_hex(g->salt, &salt_size);
	s.size = salt_size;
	v.data = iv = from_hex(g->iv, &iv_size);
	v.size = iv_size;
	need(gnutls_pbkdf2(g->prf, &password, &s, ITERATIONS, secret, sizeof secret) == 0 &&
		     gnutls_cipher_init(&cipher, g->cipher, &k, &v) == 0 && gnutls_cipher_encrypt(cipher, plain, size) == 0, g->name);
	struct der iterations = ELEMENT(0x02, LIT("\x08\x00"));
	struct der kdf = SEQ(der_oid("1.2.840.113549.1.5.12"),
			     SEQ(ELEMENT(0x04, der_bytes(salt, salt_size)), iterations, SEQ(der_oid(g->prf_oid))));
	struct der with = SEQ(der_oid("1.2.643.2.2.21"), SEQ(ELEMENT(0x04, der_bytes(iv, iv_size)), der_oid(g->parameters_oid)));
	struct der all = SEQ(SEQ(der_oid(PBES2), SEQ(kdf, with)), ELEMENT(0x04, der_bytes(plain, size)));
	need(PEM_write_bio(out, PEM_STRING_PKCS8, "", all.p, all.n), g->name);
	gnutls_cipher_deinit(cipher);
	PKCS8_PRIV_KEY_INFO_free(info);
	OPENSSL_free(plain);
	OPENSSL_free(salt);
	OPENSSL_free(iv);
	return taken(out);
}

static void print_pkcs8(EVP_PKEY *key, const char *password, const struct pkcs8 *rows, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		char *pem = encrypted_pkcs8(key, password, rows[i].algorithm, rows[i].prf, rows[i].salt, rows[i].iv);
		printf("\t{ %s,\n", rows[i].begin);
		print_lines("\t  ", pem);
		printf(" },\n");
		free(pem);
	}
}

int main(void)
{
	char *pem;

	load_providers();
	EVP_PKEY *ed = plain_key(ed_pem), *ec = plain_key(ec_pem);

	printf("/* Made by make_pbe_keys: do not edit. Encrypted keys of OpenSSL and, under GOST, of GnuTLS: one Ed25519 key under each scheme,\n"
	       " * password \"\\xc3\\xa9\" \"1234\". */\n"
	       "static const struct { unsigned schema, cipher; const char *oid, *pem; } pbe_keys[] = {\n");
	print_pkcs8(ed, PASSWORD, keys, sizeof keys / sizeof *keys);
	for (size_t i = 0; i < sizeof gost / sizeof *gost; i++) {
		pem = gost_key(ed, &gost[i]);
		printf("\t{ GNUTLS_PKCS_PBES2_GOST_%s, GNUTLS_CIPHER_GOST28147_%s_CFB, \"" PBES2 "\",\n", gost[i].name, gost[i].name);
		print_lines("\t  ", pem);
		printf(" },\n");
		free(pem);
	}
	printf("};\n\n/* One P-256 key under the ciphers of old PEM, password \"1234\". */\nstatic const char *const old_keys[] = {\n");
	for (size_t i = 0; i < sizeof old / sizeof *old; i++) {
		pem = encrypted_pem(ec, PEM_STRING_ECPRIVATEKEY, "1234", old[i].cipher, old[i].iv);
		print_lines("\t  ", pem);
		printf(",\n");
		free(pem);
	}
	printf("};\n\n/* The same key under the password \"\\xc3\\xa9\". */\nstatic const char old_key_accent[] =\n");
	pem = encrypted_pem(ec, PEM_STRING_ECPRIVATEKEY, ACCENT, "AES-128-CBC", "715D52C684A2FDFEA72F521F3E102140");
	print_lines("\t", pem);
	free(pem);
	printf(";\n\n/* Schemes that are not read: the key above under the password \"1234\" with RC2 in PBES2, RC2 in PBES1, and HMAC-MD5. */\n"
	       "static const struct { int code; const char *oid, *pem; } unread_keys[] = {\n");
	print_pkcs8(ed, "1234", unread, sizeof unread / sizeof *unread);
	printf("};\n");
	EVP_PKEY_free(ed);
	EVP_PKEY_free(ec);
	der_done();
	return 0;
}
